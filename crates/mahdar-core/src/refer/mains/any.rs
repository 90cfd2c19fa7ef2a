//! Rules for events of every kind, or of many: told on the way, told apart, told by a noun, spoken of.

use super::event::told;
use super::rule::{Rule, aside, main, settled};

/// The name of the rule by which events are told on the way; why they are, a step tells (see `Draft::decided_by`).
pub(crate) const NAME: &str = "on-the-way";

pub(super) const ON_THE_WAY: &[Rule] =
    &[aside(NAME, &[], |r, _, d| d.secondary || d.background || r.recalled(d) || r.rumour(d))];

pub(super) const APART: &[Rule] = &[
    // "On the other hand": an item of its own.
    // "In another matter, A condoled with B": the first thing that a sentence opened by such words tells is news of its own.
    main("apart", &["MEET", "CALL", "MESSAGE", "SIGN", "CREDENTIALS", "INVITE"], |r, b, d| {
        r.spot(d).items.iter().take(2).any(|i| i.is_word("separate"))
            && d.done()
            && !d.guessed()
            && !d.back
            && b.back().take(4).all(|o| o.spot != d.spot)
    }),
];

pub(super) const BY_NOUN: &[Rule] = &[
    // A noun alone (support, cooperation, pressure) tells of an act in passing.
    aside(
        "noun-alone",
        &["AID", "FORCE", "STATEMENT", "COOPERATE", "AGREE", "SANCTION", "THREATEN", "APPEAL", "MEDIATE"],
        |r, _, d| {
            // "Denied the opening of relations with B, an appeal to B": what is denied is told by its noun.
            let denied = || {
                matches!(d.kind.as_str(), "COOPERATE" | "APPEAL")
                    && d.status == "denied"
                    && r.lead(d)
                    && !d.guessed()
            };
            // What title and text tell alike.
            let alike = || d.kind == "COOPERATE" && !d.back && d.titled() && !d.in_title() && told(d);
            d.nominal && !d.occurs && !denied() && !alike()
        },
    ),
];

pub(super) const SPOKEN_OF: &[Rule] = &[
    aside("spoken-of", &[], |r, b, _| r.spoken_of(b.at())),
    // What was put off is not planned besides: "it had been reported that he would visit", "new dates for the visit".
    aside("put-off", &["VISIT", "MEET"], |r, b, d| {
        matches!(d.status, "planned" | "hypothetical")
            && b.near(|o| {
                o.kind == d.kind
                    && o.status == "postponed"
                    && !o.background
                    && (r.lead(o) || o.spot == d.spot)
                    && o.party_set() == d.party_set()
            })
    }),
];

pub(super) const LAST: &[Rule] = &[settled("in-the-lead", &[], |r, _, d| r.lead(d))];
