//! Talks that only the words of an occasion tell: "A came to CITY. In their talks B praised", "A handed B a letter. In the talks
//! that followed B said".

use super::implied::{Official, place_of, side};
use super::{Camp, Context, Draft, LOOK_BACK, Sentence, setting, status};
use crate::Slug;
use crate::detect::{Item, What};
use crate::pack::Sense;

/// How many sentences behind the journey or the letter tell of the talks.
const NEAR: usize = 3;

/// How many words stand between the preposition and the noun of the talks.
const BETWEEN: usize = 3;

/// Adds the talks of a guest with whoever speaks there for the other of the two, where no verb tells that they met.
pub(crate) fn occasion(context: &Context, drafts: &mut Vec<Draft>) {
    if !drafts.iter().any(comes) {
        return;
    }
    for index in 0..context.sentences.len() {
        let sentence = &context.sentences[index];
        if sentence.scan == 0 || !sentence.by_order {
            continue;
        }
        let Some((at, frame)) = noun(context, sentence) else { continue };
        let Some(came) = came_before(drafts, index).map(|i| drafts[i].camps.clone()) else { continue };
        let item = &sentence.items[at];
        let theirs = (item.start.saturating_sub(1)..item.end)
            .any(|t| context.scan(sentence).word(t, "pronoun").is_some());
        let Some(camps) = camps(context, index, &came, theirs) else { continue };
        let scan = context.scan(sentence);
        let words = scan.words_of(&sentence.items[at]);
        let mut draft = Draft::of(&scan.pack.frames[frame], words, index, sentence.scan, at);
        draft.status = status::status(scan, sentence, at, &status::Hint::default());
        if draft.status != "happened" {
            continue;
        }
        draft.camps = camps;
        (draft.unordered, draft.occurs) = (true, true);
        setting::place_and_date(context, index, at, &mut draft);
        drafts.insert(place_of(drafts, index), draft);
    }
}

/// A journey, or a letter that was handed over.
fn comes(d: &Draft) -> bool {
    matches!(d.kind.as_str(), "VISIT" | "MESSAGE") && d.done()
}

/// The journey or letter told just before, of two parties of whom nothing tells yet that they met.
fn came_before(drafts: &[Draft], index: usize) -> Option<usize> {
    let came = |d: &Draft| {
        comes(d)
            && d.spot < index
            && d.spot + NEAR >= index
            && !d.nominal
            && d.camps.iter().all(|c| c.parties.len() == 1)
            && d.camps[0].seats.iter().any(|s| s.principal)
    };
    let here = place_of(drafts, index);
    let from = here.saturating_sub(LOOK_BACK);
    let at = from + drafts[from..here].iter().rposition(came)?;
    let set = drafts[at].party_set();
    let met = |d: &Draft| matches!(d.kind.as_str(), "MEET" | "CALL") && d.party_set() == set;
    let near = at.saturating_sub(LOOK_BACK)..(at + LOOK_BACK).min(drafts.len());
    (!drafts[near].iter().any(met)).then_some(at)
}

/// Both sides: who came, and those of the two whom the sentence names; of "their" talks somebody speaks for the other as well.
fn camps(context: &Context, index: usize, came: &[Camp; 2], theirs: bool) -> Option<[Camp; 2]> {
    let actors = context.sentences[index].actors.iter().enumerate();
    let parties: [Slug; 2] = [came[0].parties[0], came[1].parties[0]];
    let people: Vec<Official> = actors
        .filter(|(_, a)| a.kind.is_person() && a.marker.is_none())
        .filter_map(|(member, a)| Some((index, member, context.party(a).filter(|p| parties.contains(p))?)))
        .collect();
    let mut sides = parties.map(|p| Camp { parties: vec![p], open: false, ..side(context, &people, p) });
    for (mine, theirs) in sides.iter_mut().zip(came) {
        if mine.seats.is_empty() {
            *mine = Camp { part: "party", seats: theirs.heads(), ..theirs.clone() };
        }
    }
    let (named, both) = (!people.is_empty(), sides.iter().all(|c| !c.seats.is_empty()));
    (both || theirs && named).then_some(sides)
}

/// "In their talks", "during the meeting", "in the talks that followed": the item of the noun, and its frame.
fn noun(context: &Context, sentence: &Sentence) -> Option<(usize, usize)> {
    let scan = context.scan(sentence);
    let items = &sentence.items;
    let small =
        |i: &Item| matches!(i.what, What::Other { .. }) || i.is_word("determiner") || i.is_word("pronoun");
    let led = |at: usize| {
        let before = items[..at].iter().rev().take(BETWEEN + 1).find(|i| !small(i));
        before.is_some_and(|i| ["in", "at", "during"].iter().any(|w| i.is_word(w)))
    };
    let with_others =
        |at: usize| items.get(at + 1).is_some_and(|i| ["with", "between", "of"].iter().any(|w| i.is_word(w)));
    // A phrase that refers back to talks has their noun in it.
    let meets = |s: &Sense| match s {
        Sense::Trigger { frame, form } => {
            let frame = &scan.pack.frames[*frame];
            let many = frame.mode.is_some_and(|m| m == "multilateral");
            form.is_noun() && frame.kind == "MEET" && frame.status.is_none() && !frame.secondary && !many
        }
        _ => false,
    };
    let frame = |item: &Item| {
        (item.start..item.end).find_map(|t| match scan.best(t, meets).map(|m| scan.sense(&m)) {
            Some(Sense::Trigger { frame, .. }) => Some(*frame),
            _ => None,
        })
    };
    (0..items.len()).filter(|&at| !with_others(at)).find_map(|at| match items[at].what {
        What::Resumption => Some((at, frame(&items[at])?)),
        What::Trigger(_) if led(at) => Some((at, frame(&items[at])?)),
        _ => None,
    })
}
