//! "A will give B ten planes, the minister, NAME, said": whoever announces what his state does takes part in it.

use super::attendance::seat;
use super::{Context, Draft, Sentence};
use crate::detect::person::Actor;
use crate::detect::{Item, What};

/// Within how many items of the verb of saying whoever says it ends or begins.
const BESIDE: usize = 12;

/// Seats whoever a sentence says to have announced what it tells, where nobody stands on the side that acts.
pub(crate) fn announcer(context: &Context, index: usize, drafts: &mut [Draft]) {
    let sentence = &context.sentences[index];
    if !sentence.by_order || sentence.scan != 1 || !drafts.iter().any(|d| is_told_by_saying(d, index)) {
        return;
    }
    let scan = context.scan(sentence);
    let says = |i: &Item| scan.also_does(i, "saying") && !i.is_kind("saying", "source");
    let Some(speaker) = (0..sentence.items.len())
        .filter(|&i| says(&sentence.items[i]))
        .find_map(|i| speaker(context, sentence, i))
    else {
        return;
    };
    let party = context.naming_party[speaker];
    for draft in drafts.iter_mut().filter(|d| is_told_by_saying(d, index)) {
        let camps = &draft.camps;
        let theirs = party.is_none_or(|p| camps[0].parties.contains(&p));
        let across = camps[1].seats.iter().any(|s| context.is_same(s.naming, speaker));
        if theirs && !across && camps[0].seats.is_empty() {
            seat(context, draft, speaker, 0, true, "announced");
        }
    }
}

/// An act that is done, or told, by whoever announces it.
fn is_told_by_saying(draft: &Draft, index: usize) -> bool {
    let act = matches!(draft.kind.as_str(), "AID" | "SANCTION" | "RECALL" | "EXPEL" | "STATEMENT" | "APPEAL");
    act && draft.spot == index && !draft.background && !draft.nominal && draft.camps[0].parties.len() == 1
}

/// Who says it: right behind the verb ("said NAME"), else before it with nothing but marks and small words between.
fn speaker(context: &Context, sentence: &Sentence, at: usize) -> Option<usize> {
    let items = &sentence.items;
    let stands = |a: &&Actor| a.marker.is_none() && a.kind.is_person();
    let small = |i: &Item| !matches!(i.what, What::Trigger(_)) && !i.is_word("saying");
    let behind = sentence.actors.iter().filter(stands).find(|a| a.items.start == at + 1);
    let before = || {
        let last = sentence.actors.iter().filter(stands).rfind(|a| a.items.end <= at)?;
        let near = at - last.items.end < BESIDE && items[last.items.end..at].iter().all(small);
        near.then_some(last)
    };
    behind.or_else(before).and_then(|a| context.person(a)).filter(|&n| context.in_office(n))
}
