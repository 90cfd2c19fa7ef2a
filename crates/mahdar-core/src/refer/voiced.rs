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
            && (o.spot..=o.spot + LETTER).contains(&d.spot)
    };
    matches!(d.kind.as_str(), "STATEMENT" | "APPEAL")
        && !d.nominal
        && d.done()
        && d.camps.iter().all(|c| c.known != Known::Guessed)
        && drafts.iter().take(LOOK_BACK).any(letter)
}

/// "A condemned what B did. It summoned the envoy of B": what the text opens with, and below it a measure of the same state.
pub(super) fn opens_before(d: &Draft, sentences: &[Sentence], measure: &Draft) -> bool {
    sentences[d.spot].scan == 1
        && sentences[d.spot].range.start == 0
        && matches!(measure.kind.as_str(), "SUMMON" | "EXPEL" | "RECALL" | "SANCTION")
        && measure.spot > d.spot
        && !measure.in_title()
        && measure.camps[0].parties == d.camps[0].parties
}
