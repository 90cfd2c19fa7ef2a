//! Rules for journeys: whose journey is news, and whose is only how somebody came to do what is.

use super::event::{empty, of_organisations, same_sides, told};
use super::report::Report;
use super::rule::{Decided, Rule, aside, settled};
use crate::Slug;
use crate::code::{Camp, Draft, Known, LOOK_BACK};
use crate::detect::{Item, What};

const VISIT: &[&str] = &["VISIT"];

pub(super) const BESIDE: &[Rule] = &[
    aside("came-to-greet", VISIT, |r, _, d| came_to_greet(r, d)),
    aside("beside-words", VISIT, |r, _, d| beside_words(r, d)),
    // "Called on A to let inspectors in, and said that he was ready to come": what a speaker adds to his appeal.
    aside("ready-to-come", VISIT, |_, b, d| {
        let spoke = |o: &Draft| matches!(o.kind.as_str(), "STATEMENT" | "APPEAL") && o.titled();
        d.status != "happened" && !d.titled() && b.main(|o| spoke(o) && same_sides(o, d))
    }),
    // "They agreed that A will visit B": what was agreed on.
    aside("agreed-to-visit", VISIT, |r, b, d| {
        d.status == "planned"
            && r.spot(d).by_order
            && b.main(|o| o.kind == "AGREE" && o.spot == d.spot && o.party_set() == d.party_set())
    }),
    // An envoy who only calls on a body of the state where he serves travels nowhere.
    aside("envoy-calls", VISIT, |_, _, d| {
        d.camps[0].envoy
            && !d.titled()
            && (d.camps[1].body || d.camps[1].known == Known::Home)
            && d.status == "happened"
    }),
    // What carried the relief arrived, and nobody went.
    aside("relief-arrived", VISIT, |r, _, d| empty(d) && r.relief().contains(&d.party_set())),
];

pub(super) const NEXT: &[Rule] = &[
    // "Left A for a visit to B": where he goes next is told on the way.
    aside("next-stop", VISIT, |_, b, d| {
        !d.titled()
            && b.main(|o| {
                o.kind == "VISIT"
                    && o.spot == d.spot
                    && o.at < d.at
                    && o.camps[0].parties == d.camps[0].parties
                    && o.camps[1].parties != d.camps[1].parties
            })
    }),
];

pub(super) const LAST: &[Rule] = &[
    // "Arrived in A. He will go to the border": where the guest of a journey goes on it.
    aside("goes-on-it", VISIT, |_, b, d| {
        d.status == "planned"
            && !d.titled()
            && b.main(|o| o.kind == "VISIT" && o.status == "happened" && same_sides(o, d))
    }),
    settled("journey", VISIT, is_news),
];

/// "The guest arrived in A, whose premier came to the airport": whoever came there to greet him travelled nowhere.
fn came_to_greet(r: &Report, d: &Draft) -> bool {
    let reversed = |o: &Draft| o.kind == "VISIT" && o.status == "happened" && o.turns(d);
    d.status == "happened"
        && !d.titled()
        && r.spot(d).items.iter().any(|i| i.is_kind("building", "airport"))
        && r.drafts.iter().take(LOOK_BACK).any(reversed)
}

/// "Condemned the visit of A to B", "ahead of his visit to B urged C": a journey that a noun tells beside the verb of whoever
/// speaks is what he speaks of, or when he did.
fn beside_words(r: &Report, d: &Draft) -> bool {
    let sentence = r.spot(d);
    if !d.nominal || d.titled() || sentence.by_order || sentence.verb_last {
        return false;
    }
    let describes =
        |i: &&Item| matches!(i.what, What::Other { .. }) || i.is_word("pronoun") || i.is_word("determiner");
    let before = sentence.items[..d.at].iter().rev().find(|i| !describes(i));
    let when =
        before.is_some_and(|i| ["before", "after", "on", "about", "to"].into_iter().any(|w| i.is_word(w)));
    let spoken = |o: &Draft| {
        matches!(o.kind.as_str(), "STATEMENT" | "APPEAL" | "THREATEN")
            && o.spot == d.spot
            && !o.nominal
            && o.camps[0].known == Known::Told
            && (when || before.is_some_and(|i| matches!(i.what, What::Trigger(_))) && o.at < d.at)
    };
    r.drafts.iter().any(spoken)
}

/// What a journey left to tell, by what became of it.
fn is_news(r: &Report, _: &Decided, d: &Draft) -> bool {
    match d.status {
        // What its guest did there is the news: the talks, the signing, the message. A welcome, talks to come and
        // what others did leave the journey what the document is about.
        "happened" => r.lead(d) && !acted_there(r, d) && !to_gathering(r, d),
        // What was put off left nothing to tell.
        // So it is with another guest's, told below it; and with what one of the two told the other in a call.
        "postponed" => {
            r.lead(d) || !d.guessed() && told(d) && (r.put_off_first() || r.calls().contains(&d.party_set()))
        }
        // No talks of a journey to come are told: a title that tells it, or news that is nothing else.
        _ => {
            d.titled() && !d.nominal
                || r.met().at.is_empty() && (r.lead(d) || !d.nominal && told(d) && r.sentence(d).opens)
        }
    }
}

/// Its guest met or signed there, or with those whom he visited.
fn acted_there(r: &Report, d: &Draft) -> bool {
    let met = r.met();
    let there = |p: &Slug, h: &Slug| met.at.contains(&(*p, Some(*h))) || met.with.contains(&(*p, *h));
    let at = d.land();
    let acted = |p: &Slug| {
        met.at.contains(&(*p, None))
            || at.is_some() && met.at.contains(&(*p, at))
            || d.camps[1].parties.iter().any(|h| there(p, h))
    };
    d.camps[0].parties.iter().any(acted)
}

/// "Having come to the council of ORGANISATION he met B", "came to CITY for the summit of ORGANISATION": where a gathering is,
/// and with whom, is told otherwise.
fn to_gathering(r: &Report, d: &Draft) -> bool {
    let body = |c: &Camp| !c.parties.is_empty() && of_organisations(c);
    let guest = |p: &Slug| d.camps[0].parties.contains(p);
    let to_land = |o: &Draft| r.travelled(o) && !body(&o.camps[1]) && o.camps[0].parties.iter().any(guest);
    body(&d.camps[1]) && (r.met().at.iter().any(|(p, _)| guest(p)) || r.drafts.iter().any(to_land))
}
