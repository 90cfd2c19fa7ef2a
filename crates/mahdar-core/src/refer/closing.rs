//! The final statement in which a gathering ended: agreed by all who were there, whoever is said to have issued it.

use super::only_meeting;
use crate::code::{Context, Draft};
use crate::detect::Item;

/// How many sentences behind the one that tells of the gathering may name its statement, and how many before it.
const NEAR: usize = 5;
const BEFORE: usize = 2;

/// How many parties make a gathering.
const MANY: usize = 3;

/// "The summit ended with a final statement", "the final statement stressed": adds what all who met agreed on, where nothing that
/// they agreed on or signed is told.
///
/// Of 7 such reports among passages of other events (data/lang/ar/eval/others.md) 7 tell the statement as news.
pub(crate) fn closing(context: &Context, drafts: &mut Vec<Draft>, mains: &mut Vec<bool>) {
    let Some(at) = only_meeting(drafts, mains) else { return };
    let met = &drafts[at];
    let told = |d: &Draft| matches!(d.kind.as_str(), "AGREE" | "SIGN") && d.done();
    if met.all_parties().len() < MANY || drafts.iter().zip(mains.iter()).any(|(d, main)| *main && told(d)) {
        return;
    }
    let spots = met.spot.saturating_sub(BEFORE)..context.sentences.len().min(met.spot + NEAR + 1);
    for spot in spots {
        let sentence = &context.sentences[spot];
        let scan = context.scan(sentence);
        let names = |i: &Item| (i.start..i.end).any(|t| scan.word(t, "closing").is_some());
        let Some(item) = sentence.items.iter().position(names).filter(|_| sentence.scan == 1) else {
            continue;
        };
        // What tells of it on the way, or by whom it was issued.
        if let Some(told) = drafts.iter().position(|d| told(d) && d.spot == spot && d.kind == "AGREE") {
            drafts[told].camps = drafts[at].camps.clone();
            mains[told] = true;
            return;
        }
        let frame = scan.pack.frames.iter().find(|f| f.kind == "AGREE" && f.outcome && !f.secondary);
        let Some(frame) = frame else { return };
        let trigger = scan.words_of(&sentence.items[item]);
        let mut draft = Draft::of(frame, trigger, spot, sentence.scan, item);
        (draft.nominal, draft.unordered) = (true, true);
        draft.camps = met.camps.clone();
        draft.date = met.date.clone();
        draft.place = met.place.clone();
        drafts.push(draft);
        mains.push(true);
        return;
    }
}
