//! What is asked of one event alone, whatever the report tells besides.

use jiff::civil::Date;

use crate::Slug;
use crate::code::{Camp, Draft, Known};

/// An act of people or of states: beside one, words and blows are told on the way.
pub(super) fn strong(d: &Draft) -> bool {
    matches!(
        d.kind.as_str(),
        "MEET"
            | "CALL"
            | "SIGN"
            | "CREDENTIALS"
            | "MESSAGE"
            | "SUMMON"
            | "EXPEL"
            | "RECALL"
            | "SANCTION"
            | "AGREE"
            | "COOPERATE"
            | "MEDIATE"
    )
}

/// The day of it, where a day is told.
pub(super) fn day(d: &Draft) -> Option<Date> {
    let date = d.date.as_ref().filter(|date| date.precision == "day")?;
    date.value.parse::<Date>().ok()
}

/// A wish, and no letter.
pub(super) fn wish(d: &Draft) -> bool {
    d.kind == "MESSAGE" && d.mode.as_deref() == Some("wish")
}

/// "Received the minister, who came with a letter": why he came.
pub(super) fn brought(d: &Draft) -> bool {
    d.kind == "MESSAGE" && d.mode.as_deref() == Some("brought")
}

/// A gathering of several.
pub(super) fn multilateral(d: &Draft) -> bool {
    d.mode.as_deref() == Some("multilateral")
}

/// Each side is that of another event.
pub(super) fn same_sides(a: &Draft, b: &Draft) -> bool {
    a.camps.iter().zip(&b.camps).all(|(a, b)| a.parties == b.parties)
}

/// The title tells it, and no sentence of the text.
pub(super) fn only_in_title(d: &Draft) -> bool {
    d.in_title() && d.also.is_empty()
}

/// The words of the clause tell both sides, or one and the publisher's home the other.
pub(super) fn told(d: &Draft) -> bool {
    d.camps.iter().all(|c| !matches!(c.known, Known::Guessed | Known::Lent | Known::Both))
}

/// The words of the clause tell both sides.
pub(super) fn told_by_words(d: &Draft) -> bool {
    d.camps.iter().all(|c| c.known == Known::Told)
}

/// A side that only the event before tells, and nobody on it.
pub(super) fn lent(d: &Draft) -> bool {
    !d.titled() && d.camps.iter().any(|c| c.known == Known::Lent && c.seats.is_empty())
}

/// No side has a name.
pub(super) fn unnamed(d: &Draft) -> bool {
    d.camps.iter().all(|c| c.seats.is_empty())
}

/// Nobody is there: neither a name nor an office nor a delegation.
pub(super) fn empty(d: &Draft) -> bool {
    d.camps.iter().all(|c| c.seats.is_empty() && !c.people && !c.group)
}

/// Neither a name nor an office.
pub(super) fn nobody(c: &Camp) -> bool {
    c.seats.is_empty() && !c.people
}

/// A state, and nothing of it.
pub(super) fn only_state(c: &Camp) -> bool {
    nobody(c) && !c.office && !c.group && !c.body
}

/// A state for which nobody is there.
pub(super) fn bare(c: &Camp) -> bool {
    nobody(c) && !c.group && !c.parties.iter().any(organisation)
}

/// No state is a party on this side.
pub(super) fn of_organisations(c: &Camp) -> bool {
    c.parties.iter().all(organisation)
}

/// An organisation, and no state.
pub(super) fn organisation(party: &Slug) -> bool {
    party.starts_with("ORG:")
}
