//! What somebody did besides, in the same report: "he later received B" was on the day of what he did before.

use super::{Draft, LOOK_BACK, Sentence};
use crate::detect::Scan;
use crate::model::Why;
use crate::refer::SHARED;

/// How far into its sentence the word stands that says so, in items.
const OPENING: usize = 8;

/// How many sentences before it the other is told.
const NEAR: usize = 8;

/// Gives the day of what the same party did before to what a sentence tells as done besides, or after it.
pub(crate) fn went_on(scans: &[Scan], sentences: &[Sentence], drafts: &mut [Draft]) {
    for i in 1..drafts.len() {
        if !lacks_day(&drafts[i]) || !says_so(scans, &sentences[drafts[i].spot], drafts[i].at) {
            continue;
        }
        let one = &drafts[i];
        let parties = one.all_parties();
        let day = drafts[..i].iter().rev().take(LOOK_BACK).find(|d| {
            d.done()
                && !d.background
                && d.spot + NEAR >= one.spot
                && d.date.as_ref().is_some_and(|day| day.precision == "day")
                && matches!(d.kind.as_str(), "MEET" | "CALL" | "SIGN" | "CREDENTIALS")
                && d.all_parties().iter().any(|p| parties.contains(p))
                && !(one.kind == d.kind && d.party_set() == one.party_set())
        });
        let Some(day) = day.filter(|d| !d.is_elsewhere(one)).and_then(|d| d.date.clone()) else { continue };
        drafts[i].why.push(Why { field: "date".into(), by: SHARED.into(), words: day.words.clone() });
        drafts[i].date = Some(day);
    }
}

/// A meeting or call that happened, of which nothing tells the day.
fn lacks_day(draft: &Draft) -> bool {
    let told = draft.date.is_some() || draft.about.is_some() || draft.remote || draft.background;
    matches!(draft.kind.as_str(), "MEET" | "CALL" | "CREDENTIALS") && draft.done() && !told && draft.scan == 1
}

/// "Also", "later", "then" open a sentence without a time of its own.
fn says_so(scans: &[Scan], sentence: &Sentence, at: usize) -> bool {
    let scan = &scans[sentence.scan];
    let opening = sentence.items.iter().take(OPENING.max(at + 1));
    sentence.dates(scan).is_empty()
        && opening.flat_map(|i| i.start..i.end).any(|t| scan.word(t, "goes-on").is_some())
}
