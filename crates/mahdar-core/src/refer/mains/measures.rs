//! Rules for measures of states (expelled, recalled, summoned, sanctioned) and for credentials.

use super::event::only_in_title;
use super::rule::{Rule, aside, settled};
use crate::code::Draft;
use crate::refer::voiced;

pub(super) const BESIDE: &[Rule] = &[
    // "They were given 48 hours to leave": told once, and not the other way round.
    aside("turned-round", &["EXPEL"], |_, b, d| voiced::turned_round(b.before(), b.mains(), d)),
    // "In answer to the expulsion of": what a verb does besides is the news.
    aside("answer-by-noun", &["EXPEL", "RECALL"], |_, b, d| {
        d.nominal && !d.occurs && !d.titled() && b.near(|o| o.kind == d.kind && !o.nominal && !o.background)
    }),
    // A title leaves out some of those whom a measure strikes, or who took it: the text tells them all.
    aside("title-leaves-out", &["RECALL", "EXPEL", "SANCTION", "SUMMON", "AID", "CREDENTIALS"], |r, b, d| {
        only_in_title(d) && b.near(|o| told_whole(d, o) && r.lead(o))
    }),
    // Of a ceremony that its words tell both ways the noun says who was sent.
    aside("who-was-sent", &["CREDENTIALS"], |_, b, d| {
        !d.nominal && b.back().take(6).any(|o| o.kind == "CREDENTIALS" && o.spot == d.spot && o.turns(d))
    }),
];

pub(super) const ONCE: &[Rule] = &[
    // What was done, and is to follow, is told once.
    aside("already-done", &["SUMMON", "EXPEL", "RECALL", "SANCTION", "AID"], |_, b, d| {
        let done = |o: &Draft| o.kind == d.kind && o.status == "happened" && o.party_set() == d.party_set();
        matches!(d.status, "planned" | "hypothetical") && b.back().any(done)
    }),
];

pub(super) const LAST: &[Rule] =
    &[settled("measure", &["SIGN", "CREDENTIALS", "EXPEL", "RECALL", "SUMMON", "SANCTION"], |r, _, d| {
        d.status == "happened" || r.lead(d) && !(d.status == "hypothetical" && r.acted())
    })];

/// What a title tells of some of its parties and the text, of the same act, of all.
fn told_whole(title: &Draft, text: &Draft) -> bool {
    let mut pairs = title.camps.iter().zip(&text.camps);
    title.kind == text.kind
        && title.status == text.status
        && !text.in_title()
        && !text.background
        && text.all_parties().len() > title.all_parties().len()
        && pairs.all(|(a, b)| a.parties.iter().all(|p| b.parties.contains(p)))
}
