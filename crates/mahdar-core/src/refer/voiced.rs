//! Words that are news beside what was done: what a letter says, what a measure against the same state follows, a recognition.

use crate::code::{Draft, Known, LOOK_BACK, Sentence};

/// How many sentences behind the letter tell what it says.
const LETTER: usize = 2;

/// "In a letter to the Security Council A accused B": what is written to an organisation is meant for everybody.
pub(super) fn in_letter(d: &Draft, drafts: &[Draft]) -> bool {
    let letter = |o: &Draft| {
        o.kind == "MESSAGE"
            && o.done()
            && o.camps[0].parties == d.camps[0].parties
            && o.camps[1].parties.first().is_some_and(|p| p.starts_with("ORG:"))
            && (o.sentence..=o.spot + LETTER).contains(&d.spot)
    };
    matches!(d.kind.as_str(), "STATEMENT" | "APPEAL")
        && !d.nominal
        && d.done()
        && !d.guessed()
        && drafts.iter().take(LOOK_BACK).any(letter)
}

/// "A condemned what B did. It summoned the envoy of B": words, and below them a measure of the same state.
pub(super) fn comes_before(d: &Draft, measure: &Draft) -> bool {
    matches!(measure.kind.as_str(), "SUMMON" | "EXPEL" | "RECALL" | "SANCTION")
        && measure.spot > d.spot
        && !measure.in_title()
        && measure.camps[0].parties == d.camps[0].parties
}

/// "A's ministry accused B. A spokesman urged B to stop": whoever condemns and then asks, with words of his own, does two things.
pub(super) fn asks_on(before: &[Draft], main: &[bool], d: &Draft) -> bool {
    let said = |o: &Draft| {
        o.kind == "STATEMENT"
            && o.camps[0].parties == d.camps[0].parties
            && o.spot + 2 >= d.spot
            && (o.in_title() || o.spot < d.spot)
    };
    !d.nominal
        && d.done()
        && d.camps[0].office
        && d.camps[1].known == Known::Told
        && before.iter().zip(main).rev().take(LOOK_BACK).any(|(o, main)| *main && said(o))
}

/// What was told of the same two before, and here of nobody whom the clause names.
pub(super) fn turned_round(before: &[Draft], main: &[bool], d: &Draft) -> bool {
    let same = |o: &Draft| o.kind == d.kind && o.turns(d) && o.spot < d.spot;
    d.camps[0].known != Known::Told
        && before.iter().zip(main).rev().take(LOOK_BACK).any(|(o, main)| *main && same(o))
}

/// "A and B struck C. C fired rockets at B": whoever was struck strikes one of those who did it.
pub(super) fn struck_back(before: &[Draft], main: &[bool], d: &Draft) -> bool {
    let answers = |o: &Draft| {
        o.kind == "FORCE"
            && o.camps[1].parties == d.camps[0].parties
            && d.camps[1].parties.iter().any(|p| o.camps[0].parties.contains(p))
    };
    !d.nominal
        && d.done()
        && before.iter().zip(main).rev().take(LOOK_BACK).any(|(o, main)| *main && answers(o))
}

/// "A accused B after B announced duties": the measure that words answer is told on the way.
pub(super) fn is_answered(d: &Draft, drafts: &[Draft], sentences: &[Sentence]) -> bool {
    let items = &sentences[d.spot].items;
    let said = |o: &Draft| {
        matches!(o.kind.as_str(), "STATEMENT" | "APPEAL" | "THREATEN")
            && o.spot == d.spot
            && !o.nominal
            && o.at < d.at
            && o.camps[0].parties != d.camps[0].parties
            && items[o.at..d.at.min(items.len())].iter().any(|i| i.is_word("after"))
    };
    matches!(d.kind.as_str(), "SANCTION" | "EXPEL" | "RECALL" | "SUMMON")
        && sentences[d.spot].by_order
        && !d.in_title()
        && drafts.iter().any(said)
}
