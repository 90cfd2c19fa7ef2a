//! What a document is about where no rule found anything: praise, or an act told by its noun, when it opens with it and tells
//! nothing else.

use jiff::civil::Date;

use super::event::{day, told};
use super::report::Report;
use crate::code::{Draft, Known};
use crate::detect::{Item, What};
use crate::pack::TriggerForm::{Passive, Past, Present};

/// What is looked for, one after the other: the first event of the first kind that there is.
const KINDS: [fn(&Report, &Draft) -> bool; 8] =
    [opens, signed_lately, struck, held, met, put_off, journey, welcomed];

pub(super) fn last(report: &Report) -> Option<usize> {
    KINDS.into_iter().find_map(|kind| report.drafts.iter().position(|d| kind(report, d)))
}

/// The document opens with it, by a verb or beside one.
fn opens(r: &Report, d: &Draft) -> bool {
    d.status == "happened"
        && !d.background
        && !(d.secondary && d.kind == "SIGN")
        && (d.in_title() || r.sentence(d).range.start == 0)
        && !d.guessed()
        && if d.nominal {
            by_verb(r, d)
                && matches!(
                    d.kind.as_str(),
                    "SANCTION" | "AID" | "COOPERATE" | "AGREE" | "MEDIATE" | "STATEMENT" | "APPEAL"
                )
        } else {
            matches!(d.kind.as_str(), "STATEMENT" | "SIGN" | "AID")
        }
}

/// "The treaty that A and B signed on Monday opens the way": which one is meant is news where it was signed in the last three days.
fn signed_lately(r: &Report, d: &Draft) -> bool {
    let lately = |day: Date| r.published.is_some_and(|p| (p - day).get_days() < 4);
    d.kind == "SIGN"
        && d.status == "happened"
        && !d.nominal
        && r.sentence(d).by_order
        && r.opens(d)
        && told(d)
        && day(d).is_some_and(lately)
}

/// A heading or a bare phrase tells no act; a verb beside the noun does.
fn by_verb(r: &Report, d: &Draft) -> bool {
    let verb = |i: &Item| match &i.what {
        What::Trigger(o) => o.iter().any(|(_, f)| matches!(f, Past | Present | Passive)),
        _ => false,
    };
    d.in_title() || r.sentence(d).items.iter().any(|i| i.is_word("saying") || verb(i))
}

/// Blows and words that the lead tells, where none of the acts beside them is what the document is about.
fn struck(r: &Report, d: &Draft) -> bool {
    matches!(d.kind.as_str(), "STATEMENT" | "APPEAL" | "THREATEN" | "FORCE")
        && !d.nominal
        && d.done()
        && r.lead(d)
        && told(d)
}

fn certain(d: &Draft) -> bool {
    d.camps.iter().all(|c| matches!(c.known, Known::Told | Known::Home | Known::Both))
}

/// A journey that the lead tells, though others than its words may tell of it.
fn journey(r: &Report, d: &Draft) -> bool {
    r.travelled(d) && certain(d) && d.camps[0].office
}

/// The talks of those two.
fn held(r: &Report, d: &Draft) -> bool {
    d.kind == "MEET"
        && d.done()
        && certain(d)
        && r.drafts.iter().any(|o| journey(r, o) && o.party_set() == d.party_set())
}

/// People of two parties who met are news where nothing else is.
fn met(_: &Report, d: &Draft) -> bool {
    d.kind == "MEET"
        && d.done()
        && !d.background
        && !d.guessed()
        && d.camps.iter().all(|c| c.people || c.office || c.group)
        && d.camps.iter().any(|c| !c.seats.is_empty())
}

/// So is a journey that did not come about.
fn put_off(r: &Report, d: &Draft) -> bool {
    d.kind == "VISIT" && d.status == "postponed" && r.lead(d) && !d.background && !d.guessed()
}

/// "CITY received A on an official visit": the journey of whoever a bare state welcomed.
fn welcomed(r: &Report, d: &Draft) -> bool {
    let welcome = |o: &Draft| r.welcome(o) && o.spot == d.spot && o.party_set() == d.party_set();
    r.travelled(d) && d.camps[0].people && r.drafts.iter().any(welcome)
}
