//! Steps by which the day of an event tells whether it is news, still to come, or long past.

use jiff::civil::Date;

use super::step::{Step, aside, past, status};
use super::told::Told;
use crate::code::history::{HISTORY, earlier_month, history, long_before, of_old, own_year};
use crate::code::{Draft, arguments};
use crate::model::EventDate;

pub(super) const DATED: &[Step] = &[
    // What bears a day after that of the release is still to come.
    status("after-the-release", &[], "planned", |t, d| {
        let starts = || day(d).and_then(|d| d.value.get(..10)?.parse::<Date>().ok());
        d.status == "happened"
            && (d.present || d.nominal)
            && starts().zip(t.context.published).is_some_and(|(start, released)| start > released)
    }),
    // What happened years before the report is its background.
    past("years-before", &[], |t, d| {
        year(d).zip(t.context.published).is_some_and(|(year, day)| year + 1 < day.year())
    }),
    past("years-before-beside-news", &[], |t, d| {
        let year = own_year(d.date.as_ref()).zip(t.context.published);
        year.is_some_and(|(year, day)| year + 1 < day.year()) && news(t)
    }),
    // "They met in Oslo in January": the same two in an earlier month.
    aside("in-an-earlier-month", &["MEET"], |t, d| {
        d.status == "happened"
            && earlier_month(d.date.as_ref(), t.context.published)
            && t.before.iter().any(|o| t.of_the_two(d, o) && o.done() && !o.in_title())
    }),
    // "A pact that A signed with B last year": what describes a thing.
    aside("describes-a-thing", &["SIGN", "AGREE", "VISIT", "MEET"], |t, d| {
        t.sentence.by_order
            && t.in_text()
            && long_before(d.date.as_ref(), t.context.published)
            && arguments::relatives(t.sentence, true).iter().any(|r| r.contains(&t.at))
    }),
    // "Signed in March", told in November beside other news.
    past("months-before", &[], |t, d| {
        let measure = || t.sentence.by_order && t.in_text() && t.hint.decreed;
        let cased = || t.scan.pack.features.svo_with_cases() && t.in_text();
        (t.scan.has_article() || measure() || cased())
            && long_before(d.date.as_ref(), t.context.published)
            && news(t)
    }),
    past("year-of-history", &[], |_, d| {
        year(d).is_none() && own_year(d.date.as_ref()).is_some_and(|y| y < HISTORY)
    }),
    // Where nothing tells a time, wars and messages are those of a history.
    past("told-of-old", &["FORCE", "MESSAGE"], |t, _| {
        (t.context.timeless)() || of_old(t.sentence.dates(t.scan))
    }),
    past("history", &[], |t, d| history(t.context, t.index) || day(d).is_none() && (t.context.chronicle)()),
    // "He had received the ambassador on Tuesday": on another day than that of the news, and told after it.
    past("had-on-another-day", &[], |t, d| {
        let other_day = || {
            day(d).zip(t.context.published).is_some_and(|(d, published)| {
                let last = d.value.get(d.value.len().saturating_sub(10)..);
                last.and_then(|d| d.parse::<Date>().ok()).is_some_and(|d| d < published)
            })
        };
        t.had(d) && other_day() && t.before.iter().any(|o| !o.background)
    }),
];

/// The day of an event, or the days between which it was.
fn day(d: &Draft) -> Option<&EventDate> {
    d.date.as_ref().filter(|d| d.precision == "day" || d.precision == "interval")
}

/// The year of an event whose day is told.
fn year(d: &Draft) -> Option<i16> {
    day(d).and_then(|d| d.value.get(..4)?.parse().ok())
}

/// Something was told before it that is no background.
fn news(t: &Told) -> bool {
    t.earlier().any(|d| !d.background)
}
