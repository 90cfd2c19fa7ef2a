//! Days long past that belong to what was talked about, and not to the talks.

use std::ops::Range;

use jiff::civil::Date;

use super::{Draft, Sentence};
use crate::detect::date::{self, Found};
use crate::detect::{Item, Scan, What};
use crate::model::EventDate;
use crate::pack::TriggerForm;

/// So many days after what it tells of a report is still news. Of the main events of the development set that bear a day,
/// none was told more than three days after it.
const NEWS: i32 = 10;

/// "Met B and welcomed the outcome of the summit held on 12 November", "discussed the treaty signed in 2024": a day that was
/// over long before the release belongs to the event at item `at` only where nothing else stands between that could own it.
pub(super) fn of_another(
    scan: &Scan,
    sentence: &Sentence,
    at: usize,
    day: &Found,
    draft: &Draft,
    published: Option<Date>,
) -> bool {
    let acts = matches!(draft.kind.as_str(), "MEET" | "CALL" | "AGREE" | "STATEMENT" | "APPEAL");
    acts && sentence.scan == 1
        && draft.status == "happened"
        && is_over(scan, day, published)
        && owned(scan, sentence, at, day, draft)
}

/// "The agreement signed in CITY in November": the place, at `items`, that stands beside such a day is that of the same thing.
pub(super) fn was_there(
    scan: &Scan,
    sentence: &Sentence,
    at: usize,
    items: Range<usize>,
    draft: &Draft,
    published: Option<Date>,
) -> bool {
    let touches = |day: &&Found| {
        let place = sentence.items.partition_point(|i| i.end <= day.start);
        let next = sentence.items.partition_point(|i| i.start < day.end);
        // A preposition may stand between.
        items.end <= place && place <= items.end + 1 || next <= items.start && items.start <= next + 1
    };
    sentence
        .dates(scan)
        .iter()
        .filter(touches)
        .any(|day| of_another(scan, sentence, at, day, draft, published))
}

/// The day, or the last of them, was over [`NEWS`] days before the release.
fn is_over(scan: &Scan, day: &Found, published: Option<Date>) -> bool {
    date::resolve(scan, day, published, false).is_some_and(|told| long_over(&told, published))
}

/// What is dated so was over before the news.
fn long_over(told: &EventDate, published: Option<Date>) -> bool {
    let last = told.value.rsplit('/').next().and_then(|last| match last.len() {
        7 => format!("{last}-01").parse::<Date>().ok().map(Date::last_of_month),
        _ => last.parse::<Date>().ok(),
    });
    published.zip(last).is_some_and(|(released, last)| (released - last).get_days() > NEWS)
}

/// What is told on the way, and was over before the news, lends its day to nothing.
pub(crate) fn keeps_its_day(draft: &Draft, published: Option<Date>) -> bool {
    draft.secondary && draft.date.as_ref().is_some_and(|day| long_over(day, published))
}

/// A noun or verb other than those of the event stands between it and the day, or right before a day that stands first.
fn owned(scan: &Scan, sentence: &Sentence, at: usize, day: &Found, draft: &Draft) -> bool {
    let items = &sentence.items;
    let place = items.partition_point(|i| i.end <= day.start);
    let next = items.partition_point(|i| i.start < day.end);
    let features = &scan.pack.features;
    // "[On 3 December signed] treaty": what describes a noun stands before it.
    let describes = |i: &Item| {
        let participle = matches!(&i.what, What::Trigger(o)
            if o.iter().any(|(_, form)| matches!(form, TriggerForm::Participle | TriggerForm::Passive)));
        participle || i.is_word("attributive") || features.is_participle(scan.text.folded(i.end - 1))
    };
    let end = if next <= at { at } else { items.len() };
    let to = end.min(next + 5);
    let behind = features.complement_before
        && (next..to).take_while(|&k| !items[k].is_mark(",")).any(|k| describes(&items[k]));
    // The noun of the event beside its verb, in either order: "held talks on 3 December", "talks that he held".
    let same = |k: usize, i: &Item| {
        k <= at + 2
            && matches!(&i.what, What::Trigger(o)
                if o.iter().any(|&(f, _)| scan.pack.frames[f].kind == draft.kind))
    };
    let owns = |k: usize| {
        let i = &items[k];
        match i.what {
            What::Other { common } => common || features.capitals && !scan.text.tokens[i.start].capital,
            What::Trigger(_) => !same(k, i),
            _ => ["gathering", "planned", "future"].iter().any(|w| i.is_word(w)),
        }
    };
    let mut between = if place > at { at + 1..place } else { place.saturating_sub(2)..place };
    behind || between.any(owns)
}
