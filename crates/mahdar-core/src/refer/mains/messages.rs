//! Rules for letters, cables, notes and wishes: which are news, and which are part of talks, calls and ceremonies.

use super::event::{brought, only_in_title, same_sides, told, wish};
use super::report::Report;
use super::rule::{Decided, Rule, aside, main, settled};
use crate::code::Draft;

const MESSAGE: &[&str] = &["MESSAGE"];

pub(super) const BESIDE: &[Rule] = &[
    // "Congratulated the envoy of B while receiving him": a wish said in talks is part of them.
    aside("wish-in-talks", MESSAGE, |r, _, d| {
        let talks =
            |o: &Draft| o.kind == "MEET" && o.done() && o.spot == d.spot && o.party_set() == d.party_set();
        wish(d) && d.done() && r.drafts.iter().any(talks)
    }),
    // What was said in a call is no message.
    aside("said-in-call", MESSAGE, |r, _, d| {
        !d.titled() && d.status == "happened" && r.calls().contains(&d.party_set())
    }),
    // A title tells whom somebody congratulated, the text that it was in a call.
    aside("title-of-call", &["MESSAGE", "STATEMENT"], |r, _, d| {
        only_in_title(d) && r.calls().contains(&d.party_set())
    }),
    // So it does where the text says below the call that he did.
    aside("below-call", MESSAGE, |r, b, d| {
        let call = |o: &Draft| o.kind == "CALL" && o.spot < d.spot && o.party_set() == d.party_set();
        !d.nominal && r.calls().contains(&d.party_set()) && b.near(call)
    }),
    // "Presents letters" of a title: the credentials that the text tells of; greetings passed on there are part of it.
    aside("at-ceremony", MESSAGE, |r, _, d| r.of_ceremony(d)),
];

pub(super) const PART_OF: &[Rule] = &[
    // "In a cable to B, A voiced his condolences": what the cable said.
    aside("said-in-cable", &["STATEMENT"], |_, b, d| {
        b.near(|o| {
            o.kind == "MESSAGE"
                && o.sentence == d.sentence
                && o.nominal
                && o.status == d.status
                && same_sides(o, d)
        })
    }),
    // A note handed over is part of the summons.
    aside("note-of-summons", &["MESSAGE", "STATEMENT"], |_, b, d| {
        b.near(|o| {
            let here = o.sentence == d.sentence || o.spot == d.spot;
            o.kind == "SUMMON"
                && (here || d.kind == "MESSAGE" && o.spot.abs_diff(d.spot) < 3)
                && o.party_set() == d.party_set()
                && o.status == d.status
        })
    }),
];

pub(super) const LAST: &[Rule] = &[
    // Cables of the same state to the same, one after the other: the first is the news.
    aside("next-cable", MESSAGE, |_, b, d| b.main(|o| o.kind == "MESSAGE" && same_sides(o, d))),
    // "Received the ambassador, who handed him a letter of": the letter is why he came.
    main("why-he-came", MESSAGE, |r, _, d| {
        !d.nominal && d.status == "happened" && r.first_meet.is_some_and(|m| handed_over(r, d, &r.drafts[m]))
    }),
    settled("message", MESSAGE, is_news),
];

/// Somebody was received, and a letter is why he came.
fn handed_over(r: &Report, d: &Draft, met: &Draft) -> bool {
    let guest = &met.camps[1];
    // A letter or message, and no greetings by word of mouth, is what any guest came for.
    // "Met the special envoy of A. The envoy delivered a message".
    let by_order = r.spot(d).by_order;
    let received = match met.mode.as_deref() {
        Some("reception") => true,
        Some("call-on") if by_order => true,
        _ => by_order && guest.envoy,
    };
    // "The king received the minister. He handed him a letter of his president".
    let is_guest = |naming: usize| guest.seats.iter().any(|s| s.naming == naming);
    let of_another = || d.camps[0].seats.iter().any(|s| s.principal && !is_guest(s.naming));
    let bears = r.spot(d).verb_last && of_another();
    received
        && (met.spot == d.spot || (d.news || bears) && r.lead(d) && met.spot + 1 == d.spot)
        && guest.parties.first() == d.camps[0].parties.first()
        && (guest.envoy || d.news || bears || brought(d))
        && met.party_set() == d.party_set()
}

/// The title tells it, or no meeting that took place does so before it.
fn is_news(r: &Report, b: &Decided, d: &Draft) -> bool {
    // "Received, during his meeting with the ambassador of A, a letter": the meeting tells when.
    let when = |met: &Draft| met.nominal && !d.nominal && !d.in_title() && r.lead(d) && told(d);
    let before = |m: usize| b.at() < m && (r.drafts[m].sentence != d.sentence || when(&r.drafts[m]));
    d.titled() || r.first_meet.is_none_or(before)
}
