//! The one day that a report tells, where nothing in it is of another: what is news in it happened then.

use super::{Draft, Sentence, setting};
use crate::detect::{Scan, date};
use crate::model::{EventDate, Why};
use crate::refer::SHARED;
use jiff::civil::Date;

/// The days from what happened to the release, at most.
const DELAY: i32 = 6;

/// How far from it an event is told, in sentences.
const NEAR: usize = 8;

/// Gives the only day of a report to what happened in it and has none.
pub(crate) fn only_day(
    scans: &[Scan],
    sentences: &[Sentence],
    drafts: &mut [Draft],
    published: Option<Date>,
) {
    // What is said or done against somebody answers what was before it.
    let occasion = |d: &Draft| {
        matches!(
            d.kind.as_str(),
            "MEET"
                | "CALL"
                | "VISIT"
                | "SIGN"
                | "AGREE"
                | "CREDENTIALS"
                | "MESSAGE"
                | "AID"
                | "COOPERATE"
                | "HOST"
        )
    };
    // What the title alone tells is the news.
    let titled = |d: &Draft| {
        d.in_title() && !d.nominal && matches!(d.kind.as_str(), "EXPEL" | "SUMMON" | "RECALL" | "SANCTION")
    };
    let lacks = |d: &Draft| {
        d.date.is_none() && d.about.is_none() && d.done() && !d.remote && (occasion(d) || titled(d))
    };
    // "He will meet her on Wednesday": the day is of what is still to come.
    let to_come = |d: &Draft| d.status != "happened" && d.date.is_some();
    if !drafts.iter().any(lacks) || drafts.iter().any(to_come) {
        return;
    }
    let Some((at, day)) = told(scans, sentences, published) else { return };
    // A day of its own sentence that it was not given is of something else.
    let near = |d: &Draft| d.spot != at && d.sentence != at && d.sentence.abs_diff(at) <= NEAR;
    for draft in drafts.iter_mut().filter(|d| lacks(d) && near(d)) {
        draft.why.push(Why { field: "date".into(), by: SHARED.into(), words: day.words.clone() });
        draft.date = Some(day.clone());
    }
}

/// The day of which all that the sentences tell of days is, and the first sentence that tells it.
fn told(scans: &[Scan], sentences: &[Sentence], published: Option<Date>) -> Option<(usize, EventDate)> {
    let mut day: Option<(usize, EventDate)> = None;
    for (at, sentence) in sentences.iter().enumerate() {
        let scan = &scans[sentence.scan];
        // "On Monday the ministry announced that A met B", "affirmed on Monday that": when it was said.
        let aside = |one: &date::Found| {
            let next = sentence.items.partition_point(|i| i.start < one.end);
            setting::dateline(scan, sentence, one)
                || setting::of_saying(scan, sentence, None, one)
                || setting::set_for(scan, sentence, 0, one)
                || sentence.items.get(next).is_some_and(|i| i.is_word("relative"))
        };
        // "The same day": that which was told.
        let same = |one: &date::Found| one.told() && matches!(one.when, date::When::Relative(0));
        for one in sentence.dates(scan).iter().filter(|one| !aside(one) && !same(one)) {
            let here = date::resolve(scan, one, published, false)?;
            if !one.is_day() || day.as_ref().is_some_and(|(_, d)| d.value != here.value) {
                return None;
            }
            day.get_or_insert((at, here));
        }
    }
    day.filter(|(_, d)| {
        let Some(released) = published else { return true };
        d.value.parse::<Date>().is_ok_and(|d| (0..=DELAY).contains(&(released - d).get_days()))
    })
}
