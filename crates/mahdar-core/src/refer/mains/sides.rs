//! Rules that ask who it was: of what nobody is told to have done, a document is not about.

use super::event::{bare, empty, lent, told, unnamed};
use super::report::Report;
use super::rule::{Decided, Rule, aside};
use crate::code::{Draft, Known};
use crate::detect::What;

pub(super) const UNTOLD: &[Rule] = &[
    // People meet, call, travel and write: where none is named, the words must tell both parties, and at once.
    aside("nobody-named", &["MEET", "CALL", "VISIT", "MESSAGE", "FORCE", "APPEAL", "INVITE"], |r, b, d| {
        unnamed(d) && !told(d) && !goes_on(b, d) && !both_offices(r, d)
    }),
    // A person and a bare state: in a piece of running text most often where he was, or what they spoke of.
    // The office of several is that of each.
    aside("person-and-bare-state", &["MEET", "CALL"], |r, _, d| {
        r.untitled
            && d.all_parties().len() == 2
            && d.camps.iter().any(|c| bare(c) && !c.body)
            && !d.camps.iter().all(bare)
            && !r.state_took_part(d)
            // "A denied any meeting with officials of B": the state tells of its people.
            && !(d.status == "denied" && r.lead(d))
    }),
    aside("nobody-named-below", &["MEET", "CALL", "MESSAGE"], |r, _, d| {
        unnamed(d) && !r.lead(d) && (r.untitled || d.nominal || !d.camps.iter().all(|c| c.people))
    }),
    // "A series of meetings in B": with whom is not said.
    aside("met-whom", &["MEET"], |r, _, d| {
        r.sentence(d).by_order
            && d.nominal
            && !d.occurs
            && !d.titled()
            && d.camps.iter().any(|c| c.known == Known::Guessed && bare(c))
    }),
    // Whoever speaks or strikes is told, not guessed from what the text names besides.
    aside("guessed-doer", &["FORCE", "STATEMENT", "APPEAL", "THREATEN", "SANCTION", "AID"], |_, _, d| {
        d.camps[0].known == Known::Guessed && !d.titled()
    }),
    aside("nobody-travels", &["VISIT"], |_, _, d| empty(d) && !d.titled()),
];

pub(super) const LENT: &[Rule] = &[
    // Somebody calls, and nobody's words tell who is called.
    aside(
        "guessed-side",
        &["MEET", "CALL", "VISIT", "MESSAGE", "SIGN", "AGREE", "CREDENTIALS", "STATEMENT", "APPEAL"],
        |r, _, d| d.guessed() && !d.titled() && !r.at_home,
    ),
    // A side that only the event before tells, and nobody on it.
    aside("lent-side", &["HOST", "INVITE", "SUMMON", "STATEMENT", "APPEAL", "CREDENTIALS"], |_, _, d| {
        lent(d)
    }),
];

/// "Received the ambassador of A and also received that of B": who acts on in the same sentence is told.
fn goes_on(b: &Decided, d: &Draft) -> bool {
    let told = |o: &Draft| o.sentence == d.sentence && o.kind == d.kind;
    b.before().last().is_some_and(told)
        && b.mains().last() == Some(&true)
        && !d.nominal
        && d.camps.iter().all(|c| c.people && matches!(c.known, Known::Told | Known::Lent))
}

/// "The ministers of the two countries met": those of whom, and of nobody else, was just told.
fn both_offices(r: &Report, d: &Draft) -> bool {
    d.kind == "MEET"
        && d.status == "happened"
        && d.camps.iter().any(|c| c.known == Known::Both)
        && d.camps.iter().all(|c| matches!(c.known, Known::Told | Known::Both))
        && d.camps.iter().any(|c| c.office)
        && r.spot(d).items.iter().any(|i| matches!(i.what, What::Both))
        && none_besides(r, d)
}

/// The sentences around it name nobody else.
fn none_besides(r: &Report, d: &Draft) -> bool {
    let parties = d.all_parties();
    let near = &r.sentences[d.spot.saturating_sub(2)..(d.spot + 2).min(r.sentences.len())];
    near.iter().flat_map(|s| &s.actors).all(|a| {
        a.more.iter().all(|p| parties.contains(p)) && a.party.as_ref().is_none_or(|p| parties.contains(p))
    })
}
