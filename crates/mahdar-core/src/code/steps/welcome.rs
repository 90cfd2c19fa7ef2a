//! A step by which somebody is welcomed as he arrives, which is no meeting yet.

use super::step::{Step, aside};
use crate::code::{Camp, Context, Draft, passive};
use crate::detect::{Item, What};
use crate::pack::TriggerForm;

pub(super) const WELCOMED: &[Step] = &[
    // "He arrived in X and was received by its deputy minister".
    aside("welcomed", &["MEET"], |t, d| {
        d.status == "happened"
            && t.scan.pack.features.case.is_empty()
            && welcomed(t.context, t.index, t.at, d, t.earlier())
    }),
];

/// The last journey told in the sentence of the draft is of one of its parties.
fn earlier_visit<'d>(draft: &Draft, earlier: &mut impl Iterator<Item = &'d Draft>) -> bool {
    earlier.any(|d| {
        d.kind == "VISIT"
            && d.status == "happened"
            && !d.nominal
            && d.spot == draft.spot
            && d.camps[0].parties.iter().any(|p| draft.all_parties().contains(p))
    })
}

/// "He arrived in X and was received by its deputy minister": who is received as he arrives, by somebody below him or with
/// a word of welcome, holds no talks yet.
fn welcomed<'d>(
    context: &Context,
    index: usize,
    at: usize,
    draft: &Draft,
    mut earlier: impl Iterator<Item = &'d Draft>,
) -> bool {
    let sentence = &context.sentences[index];
    let scan = context.scan(sentence);
    // "Visited X, where he was met by".
    let met = sentence.items.get(at + 1).is_some_and(|n| n.is_word("by")) && passive(sentence, at);
    // "Landed and was met by": whatever of the journey could be read.
    let lands = |i: &Item| scan.is_verb_of(i, "VISIT");
    if met
        && draft.camps.iter().all(|c| matches!(c.part, "party" | ""))
        && (earlier_visit(draft, &mut earlier) || sentence.by_order && sentence.items[..at].iter().any(lands))
    {
        return true;
    }
    // "Was met on arrival at the airport by".
    let upon = |i: usize| {
        i != at
            && sentence.items[i.saturating_sub(3)..i].iter().any(|x| x.is_word("on"))
            && matches!(&sentence.items[i].what, What::Trigger(o) if o.iter().any(|&(f, form)| {
                form == TriggerForm::Noun && scan.pack.frames[f].kind == "VISIT"
            }))
            || sentence.items[i].is_kind("on", "arrival")
    };
    if sentence.by_order
        && draft.camps.iter().all(|c| matches!(c.part, "party" | ""))
        && passive(sentence, at)
        && sentence.items[at + 1..].iter().take(8).any(|n| n.is_word("by"))
        && (0..sentence.items.len()).any(upon)
    {
        return true;
    }
    let [Some(host), Some(guest)] =
        ["host", "guest"].map(|part| draft.camps.iter().find(|c| c.part == part && !c.parties.is_empty()))
    else {
        return false;
    };
    // "Upon his arrival".
    let arrival = |i: usize| {
        i != at
            && sentence.items[i.saturating_sub(3)..i].iter().any(|x| x.is_word("on"))
            && matches!(&sentence.items[i].what, What::Trigger(o) if o.iter().any(|&(f, form)| {
                form == TriggerForm::Noun && scan.pack.frames[f].kind == "VISIT"
            }))
    };
    let arrived = |d: &Draft, near: usize| {
        d.kind == "VISIT"
            && d.status == "happened"
            && !d.nominal
            && !d.in_title()
            && d.spot + near >= index
            && d.camps[0].parties.first() == guest.parties.first()
    };
    // The highest office that anything in the document gives to those who stand there.
    let rank = |c: &Camp| {
        let named = c.seats.iter().filter_map(|s| context.person_of[s.naming]);
        named.filter_map(|p| (context.standing)(p).rank).chain(c.top).min()
    };
    let below = rank(host).zip(rank(guest)).is_some_and(|(host, guest)| host > guest);
    let told = draft.mode.as_deref() == Some("welcome");
    if below && (0..sentence.items.len()).any(arrival) {
        return true;
    }
    earlier.any(|d| below && arrived(d, 1) || told && arrived(d, 2))
}
