//! The house in which talks were, told beside a later word for them: "attended the talks at the palace", "the dialogue, held in
//! the villa of the government".

use rustc_hash::FxHashSet;

use super::place::{Spot, among, tells};
use super::{Draft, Sentence};
use crate::detect::{Item, Scan, What};
use crate::pack::Sense;

/// How many sentences after the talks may tell their house.
const TOLD_AFTER: usize = 4;

/// How many items stand at most between the word for talks and the preposition: a comma, "that", "took place".
const BETWEEN: usize = 4;

/// Gives talks the house that a later sentence tells beside a word for them, where no more than a city was told.
pub(super) fn housed(scans: &[Scan], sentences: &[Sentence], drafts: &mut [Draft]) {
    let cased = scans.first().is_some_and(|s| s.pack.features.svo_with_cases());
    if !cased && !sentences.first().is_some_and(|s| s.by_order) {
        return;
    }
    let met = |d: &Draft| matches!(d.kind.as_str(), "MEET" | "CREDENTIALS" | "SIGN") && d.done();
    // Where a sentence tells a meeting of its own, its house is that one's.
    let told: FxHashSet<usize> =
        drafts.iter().filter(|d| met(d) && !d.all_parties().is_empty()).map(|d| d.spot).collect();
    for draft in drafts.iter_mut().filter(|d| met(d) && d.tells <= tells::CITY) {
        let later = draft.spot + 1..sentences.len().min(draft.spot + 1 + TOLD_AFTER);
        let spot = later.take_while(|s| !told.contains(s)).find_map(|s| {
            let sentence = &sentences[s];
            house(&scans[sentence.scan], sentence).filter(|_| sentence.scan == 1)
        });
        if let Some(spot) = spot {
            spot.give(draft);
        }
    }
}

/// The house after a word for talks.
fn house(scan: &Scan, sentence: &Sentence) -> Option<Spot> {
    let items = &sentence.items;
    let noun = |t: usize| scan.word(t, "gathering").is_some() || noun_of_talks(scan, t);
    let talks = |i: &Item| match i.what {
        What::Trigger(_) | What::Resumption | What::Attendance { .. } => noun(i.end - 1),
        _ => i.is_word("gathering"),
    };
    let small = |i: &Item| {
        i.is_mark(",")
            || ["relative", "auxiliary", "occurs", "pronoun", "attributive"].iter().any(|w| i.is_word(w))
            || matches!(i.what, What::Time)
            || scan.is_verb_of(i, "HOST")
            || scan.is_verb_of(i, "MEET") && i.end == i.start + 1
    };
    (0..items.len()).filter(|&k| talks(&items[k])).find_map(|k| {
        let at = (k + 1..items.len().min(k + 1 + BETWEEN)).find(|&j| !small(&items[j]))?;
        let led = ["at", "in", "on"].iter().any(|w| items[at].is_word(w));
        among(scan, sentence, at..at + 1).filter(|s| led && s.tells >= tells::BUILDING)
    })
}

/// A noun for talks, a ceremony or a signing at a token.
pub(super) fn noun_of_talks(scan: &Scan, token: usize) -> bool {
    scan.is(token, |s| {
        matches!(s, Sense::Trigger { frame, form }
            if form.is_noun() && matches!(scan.pack.frames[*frame].kind.as_str(), "MEET" | "CREDENTIALS" | "SIGN"))
    })
}
