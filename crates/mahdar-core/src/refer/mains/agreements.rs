//! Rules for what was signed and what was agreed: a document, a thing agreed on in talks, a declaration.

use super::event::{lent, only_in_title, told_by_words};
use super::report::{Report, short};
use super::rule::{Decided, Rule, aside, main};
use crate::code::{Draft, Known};
use crate::detect::{Item, What};

const SIGN: &[&str] = &["SIGN"];
const AGREE: &[&str] = &["AGREE"];

pub(super) const SIGNED: &[Rule] = &[
    // "A protocol signed in CITY by A and B": who signed is told, and no earlier day.
    main("signed-by-both", SIGN, |r, _, d| {
        d.secondary
            && d.status == "happened"
            && !d.background
            && !d.remote
            && d.at < 4
            && r.lead(d)
            && d.date.as_ref().is_none_or(|day| day.precision == "day")
            && d.camps
                .iter()
                .all(|c| !c.seats.is_empty() && matches!(c.known, Known::Told | Known::Both | Known::Lent))
            && !r.recalled(d)
    }),
];

pub(super) const TO_SIGN: &[Rule] = &[
    // What the guest of a visit comes to sign.
    aside("comes-to-sign", &["SIGN", "MESSAGE"], |r, _, d| {
        d.status == "planned" && !d.titled() && r.visits().contains(&d.party_set())
    }),
    // "Met; discussed a proposal for the signing of": a document still to come is what the talks were about.
    aside("still-to-be-signed", SIGN, |_, b, d| {
        let talks = |o: &Draft| {
            matches!(o.kind.as_str(), "MEET" | "CALL")
                && o.status == "happened"
                && o.party_set() == d.party_set()
        };
        d.status != "happened" && d.nominal && !d.titled() && b.near(talks)
    }),
    aside("recounted", SIGN, |r, _, d| recounted(r, d)),
];

pub(super) const LAST: &[Rule] = &[
    // Whoever agreed is said.
    aside("guessed-or-denied", AGREE, |_, _, d| d.guessed() || matches!(d.status, "denied" | "postponed")),
    // "A, B agree on world issues" of a title, below which their talks are told: no thing was agreed on.
    aside("nothing-agreed-on", AGREE, |_, b, d| {
        only_in_title(d)
            && !d.news
            && !d.outcome
            && b.near(|o| o.kind == "MEET" && o.done() && !o.in_title() && o.party_set() == d.party_set())
    }),
    // What a title says was agreed, and nothing of talks or of a signing.
    main("agreed-in-title", AGREE, |r, _, d| d.titled() && !r.met_in_title() && !signed(r, d)),
    // A thing agreed on is news beside the talks.
    main("thing-agreed-on", AGREE, |r, b, d| {
        let just_told = |o: &Draft| o.spot + 1 >= d.spot && o.party_set() == d.party_set();
        d.news
            && d.status == "happened"
            && (!d.camps.iter().any(|c| c.known == Known::Lent)
                || r.sentence(d).by_order && b.back().take(3).any(just_told))
            && !signed(r, d)
    }),
    // "The two sides agreed to set up a working group": beside the talks of those two that were just told.
    main("agreed-in-talks", AGREE, |_, b, d| {
        let talks = |o: &Draft| {
            matches!(o.kind.as_str(), "MEET" | "CALL")
                && o.status == "happened"
                && o.party_set() == d.party_set()
        };
        d.outcome
            && d.status == "happened"
            && !(d.nominal && !d.occurs || d.present || d.remote)
            && b.main(talks)
    }),
    // "A and B adopted a joint declaration": what the text opens with.
    main("declaration", AGREE, |r, b, d| {
        by_verb(d)
            && !d.in_title()
            && r.spot(d).by_order
            && told_by_words(d)
            && b.before().iter().all(|o| o.in_title() || o.spot == d.spot && o.at > d.at)
            && r.spot(d).items.iter().any(|x| x.is_kind("document", "declaration"))
            && r.sentences[..d.spot].iter().all(|x| x.scan == 0 || short(x))
    }),
    // "A and B agreed, in their talks, to": what the text opens with.
    main("agreed-in-their-talks", AGREE, |r, b, d| {
        let talks =
            |o: &Draft| o.kind == "MEET" && o.nominal && o.spot == d.spot && o.party_set() == d.party_set();
        by_verb(d)
            && b.before().iter().all(|o| o.in_title() || o.spot < d.spot)
            && r.lead(d)
            && b.after().iter().take(2).any(talks)
    }),
    // "A, B and C agreed on": what a text opens with, where its own words tell who agreed.
    main("agreed-first", AGREE, |r, b, d| opens_with(r, b, d) && !signed(r, d)),
];

/// Those of whom it is told signed something.
fn signed(r: &Report, d: &Draft) -> bool {
    r.signed().contains(&d.party_set())
}

/// A verb tells that it happened, and who agreed.
fn by_verb(d: &Draft) -> bool {
    !d.nominal && d.status == "happened" && !lent(d)
}

fn opens_with(r: &Report, b: &Decided, d: &Draft) -> bool {
    !d.nominal
        && d.status == "happened"
        && (d.outcome || r.opens(d) && !r.met_in_title())
        && !d.in_title()
        && r.article
        && told_by_words(d)
        && b.before().iter().all(|o| o.in_title() || o.background)
        && r.lead(d)
}

/// "The ambassador said that the two have signed several agreements": what a speaker looks back on.
fn recounted(r: &Report, d: &Draft) -> bool {
    let items = &r.spot(d).items;
    let before = &items[..d.at.min(items.len())];
    let link = |i: &&Item| matches!(i.what, What::Other { .. } | What::Time);
    let perfect = || before.iter().rev().find(|i| !link(i)).is_some_and(|i| i.is_word("auxiliary"));
    let said = || before.iter().any(|i| i.is_word("saying") && !i.is_kind("saying", "source"));
    r.spot(d).by_order && !d.titled() && perfect() && said() && r.talks_lead()
}
