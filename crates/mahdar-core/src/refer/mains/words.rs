//! Rules for words and blows (statements, appeals, threats, force): news of their own, or told beside what was done.

use super::event::{same_sides, strong, told, told_by_words};
use super::report::Report;
use super::rule::{Rule, aside, main, settled};
use crate::Slug;
use crate::code::{Draft, Known, LOOK_BACK};
use crate::refer::voiced;

const STATEMENT: &[&str] = &["STATEMENT"];
const APPEAL: &[&str] = &["APPEAL"];
const WORDS: &[&str] = &["STATEMENT", "APPEAL"];
const FORCE: &[&str] = &["FORCE"];

pub(super) const ASKED: &[Rule] = &[main("asks-on", APPEAL, |r, b, d| {
    !r.acted() && r.lead(d) && voiced::asks_on(b.before(), b.mains(), d)
})];

pub(super) const BESIDE: &[Rule] = &[
    // "Arrived in B. At the airport the minister of B welcomed him": what one person said to another on the journey that
    // the lead tells.
    aside("said-on-journey", STATEMENT, |r, _, d| {
        !d.titled()
            && !d.nominal
            && d.camps.iter().all(|c| c.center || c.people && !c.seats.is_empty())
            && r.drafts.iter().take(LOOK_BACK).any(|o| r.travelled(o) && o.turns(d))
    }),
    // "Condemned the attack on a school in B" of a title: the text tells whose attack on B it was.
    aside("text-tells-whose-attack", STATEMENT, |r, _, d| d.in_title() && told_of_doer(d, r.drafts)),
    aside("text-tells-who-spoke", WORDS, |r, _, d| spoken_in_text(d, r.drafts)),
];

pub(super) const LAST: &[Rule] = &[
    // Whoever condemns in the lead and then, in a paragraph of its own, demands does two things.
    main("condemns-and-demands", APPEAL, |r, b, d| {
        let condemned = |o: &Draft| o.kind == "STATEMENT" && o.camps[0].parties == d.camps[0].parties;
        !d.nominal
            && !r.acted()
            && d.status == "happened"
            && (r.sentence(d).opens || r.sentence(d).by_order && r.lead(d))
            && b.main(condemned)
    }),
    // "A struck B. B fired rockets at A": whoever strikes back does so as well.
    main("struck-back", FORCE, |_, b, d| told(d) && voiced::struck_back(b.before(), b.mains(), d)),
    // What a statement of the lead is about is told on the way.
    aside("spoken-of-blow", FORCE, |_, b, _| b.main(|o| matches!(o.kind.as_str(), "STATEMENT" | "APPEAL"))),
    // "Is ready to stand with": words still to be said are no news.
    aside("still-to-be-said", STATEMENT, |_, _, d| d.status == "planned" && !d.titled() && !d.news),
    // What a ministry says or asks in title and lead, whatever else is told below.
    main("ministry-says", WORDS, |r, _, d| {
        d.titled()
            && !d.nominal
            && d.done()
            && !d.camps[0].people
            && r.opens(d)
            && r.drafts.iter().all(|o| !strong(o) || o.spot > d.spot && !o.titled())
    }),
    // "Recalls its envoy, demands that B do the same": what a title says by a verb beside a measure of the same state.
    main("beside-measure", APPEAL, |r, _, d| beside_measure(r, d)),
    main("before-measure", STATEMENT, |r, _, d| {
        r.acted()
            && !d.nominal
            && d.done()
            && !d.guessed()
            && r.acts_all(|o| r.opens(d) && voiced::comes_before(d, o))
    }),
    // "Threatens to expel diplomats; called in the ambassador": what title or lead threatens, and by whom it was told.
    main("threat-with-measure", &["THREATEN"], |r, _, d| {
        let measure = |o: &Draft| matches!(o.kind.as_str(), "SUMMON" | "SANCTION") && same_sides(o, d);
        (d.titled() || r.spot(d).by_order && !d.nominal && r.spot(d).range.start == 0)
            && d.done()
            && !d.guessed()
            && r.acts_all(measure)
    }),
    main("opens-with-words", WORDS, |r, _, d| opens_with(r, d) || voiced::in_letter(d, r.drafts)),
    settled("words", &["STATEMENT", "APPEAL", "THREATEN", "FORCE"], |r, _, d| r.lead(d) && !r.acted()),
];

/// The text tells of the same statement that it is about whoever struck the state that the title names.
fn told_of_doer(title: &Draft, drafts: &[Draft]) -> bool {
    let about = |d: &Draft| d.camps[1].parties.first().copied();
    let same = |o: &&Draft| {
        o.kind == title.kind
            && !o.in_title()
            && !o.background
            && o.camps[0].parties == title.camps[0].parties
            && about(o) != about(title)
    };
    let struck = |by: Option<Slug>| {
        drafts.iter().any(|f| {
            f.kind == "FORCE" && f.camps[0].parties.first().copied() == by && about(f) == about(title)
        })
    };
    drafts.iter().take(LOOK_BACK).filter(same).any(|o| struck(about(o)))
}

/// A title says that somebody nobody knows spoke of those of whom the text tells who did.
fn spoken_in_text(title: &Draft, drafts: &[Draft]) -> bool {
    let told = |o: &Draft| {
        o.kind == title.kind
            && !o.in_title()
            && o.done()
            && o.camps[0].known == Known::Told
            && o.camps[1].parties == title.camps[1].parties
    };
    title.in_title()
        && title.also.is_empty()
        && matches!(title.camps[0].known, Known::Guessed | Known::Home)
        && drafts.iter().take(LOOK_BACK).any(told)
}

/// A title says it by a verb, beside a measure of the same state, and nobody met.
fn beside_measure(r: &Report, d: &Draft) -> bool {
    let measure = |o: &Draft| {
        matches!(o.kind.as_str(), "RECALL" | "EXPEL" | "SANCTION" | "SUMMON")
            && o.titled()
            && same_sides(o, d)
    };
    d.titled() && !d.nominal && d.done() && r.first_meet.is_none() && r.drafts.iter().any(measure)
}

/// "A voiced its condolences to B. Its ministry called in the envoy of C": what the text opens with, and below it what was done
/// with others.
fn opens_with(r: &Report, d: &Draft) -> bool {
    let apart = |o: &Draft| o.spot > d.spot && !o.in_title() && o.party_set() != d.party_set();
    r.opens(d)
        && !r.spot(d).by_order
        && !r.spot(d).verb_last
        && !d.nominal
        && d.done()
        && told_by_words(d)
        && r.acts_all(apart)
}
