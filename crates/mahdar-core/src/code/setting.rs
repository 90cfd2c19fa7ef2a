//! When, where and about what: the setting of an event.

use std::ops::Range;

use jiff::civil::Date;

use super::{Context, Draft, Sentence, other_day, place};
use crate::Slug;
use crate::detect::date::{self, When};
use crate::detect::person::ActorKind;
use crate::detect::{Item, Scan, What};
use crate::model::{Agreement, EventDate, Topic, Why};
use crate::pack::{Counted, Match, Sense, StateForm, TriggerForm, kinds, tags};
use crate::text::Kind;

/// Adds the day that a draft lacks, and a place that tells more than its own, from another sentence.
pub(super) fn add_from(context: &Context, index: usize, at: usize, draft: &mut Draft) {
    let mut there = Draft { date: None, place: None, tells: 0, ..draft.clone() };
    place_and_date(context, index, at, &mut there);
    draft.date = draft.date.take().or(there.date);
    if there.tells > draft.tells {
        (draft.place, draft.tells) = (there.place, there.tells);
    }
}

/// A verb whose present, beside a weekday that is not today, tells what is still to come: of a journey, and where the verb
/// stands first, of any meeting with which a sentence opens ("Friday the president receives" is news of what will be). A
/// form that the past has as well tells nothing.
fn goes_on_a_weekday(scan: &Scan, sentence: &Sentence, at: usize, draft: &Draft) -> bool {
    let journey = sentence.by_order && sentence.scan == 1 && draft.kind == "VISIT";
    let opens = || {
        let before = sentence.items[..at].iter().any(|i| matches!(i.what, What::Trigger(_)));
        let past = matches!(&sentence.items[at].what,
            What::Trigger(options) if options.iter().any(|(_, form)| *form == TriggerForm::Past));
        scan.has_article() && !before && !past && matches!(draft.kind.as_str(), "VISIT" | "MEET" | "HOST")
    };
    !draft.nominal && (journey || opens())
}

/// Fills date and place of a draft from its own sentence.
pub(super) fn place_and_date(context: &Context, index: usize, at: usize, draft: &mut Draft) {
    let sentence = &context.sentences[index];
    let scan = context.scan(sentence);
    let found = sentence.dates(scan);
    let trigger = sentence.items[at].start;
    // "The minister visits Kenya tomorrow": the present beside a day to come tells a plan.
    // Where the verb stands first, two names with their offices stand between.
    let reach = if scan.has_article() { 20 } else { 12 };
    let coming = sentence.items[at].is_present()
        && found.iter().any(|f| f.start.abs_diff(trigger) < reach && f.is_ahead());
    // "The minister leaves on Sunday for a visit to Kenya": whoever travels in the present, on a weekday that is not today,
    // has still to go.
    let on = |f: &date::Found| {
        let today = context.published.is_some_and(
            |p| matches!(f.when, When::Weekday(d) if p.weekday().to_monday_one_offset() == d as i8),
        );
        let coming = matches!(f.when, When::Weekday(_)) && f.turn.is_none() && f.week.is_none();
        coming && !today && f.start > trigger && f.start - trigger < reach
    };
    let coming = coming
        || sentence.items[at].is_present()
            && found.iter().any(on)
            && goes_on_a_weekday(scan, sentence, at, draft);
    if coming && draft.status == "happened" {
        draft.status = "planned";
    }
    // What is denied was told of the past, unless the clause says that it will not be.
    let denial = (draft.status == "denied").then(|| denial(scan, sentence, at)).flatten();
    let ahead = draft.status != "happened" && denial.is_none();
    // "Today put off the meeting set for Saturday": of two days the one to come is that of what was put off.
    let released = |f: &date::Found| {
        let day = date::resolve(scan, f, context.published, true).filter(|d| d.precision == "day")?;
        Some(day.value.parse::<Date>().ok()?.cmp(&context.published?))
    };
    let put_off = draft.status == "postponed" && found.iter().any(|f| released(f).is_some_and(|o| o.is_gt()));
    // The nearest day in the sentence is the event's, unless it is only a year or a season.
    let cased = !scan.pack.features.case.is_empty();
    let to_come = to_be_done(sentence, at, draft).map(|k| sentence.items[k].start);
    // "A day after his talks with B": the day of those talks, and of nothing else.
    let behind = found.iter().find(|f| leads(sentence, f, at));
    let mut best: Option<(usize, &date::Found)> = None;
    for one in found.iter().filter(|f| !matches!(f.when, When::Season(_) | When::Year(_))) {
        let whose = behind.map_or(one.counted == Counted::Behind, |b| b.start != one.start);
        if whose
            || dateline(scan, sentence, one)
            || said_then(scan, sentence, Some(at), one, draft)
            || elsewhere(scan, sentence, at, one)
            || !ahead && toward(scan, one)
            || put_off && released(one).is_some_and(|o| o.is_le())
            || denial.is_some_and(|d| denied_then(sentence, d, at, one))
            || of_what_follows(sentence, at, one)
            || draft.kind == "AGREE"
                && (cased || agreed_on(scan, sentence, at, one.start))
                && of_what_is_agreed(sentence, at, sentence.items.partition_point(|i| i.end <= one.start))
            || after_that(sentence, at, one)
            || other_day::of_another(scan, sentence, at, one, draft, context.published)
            || to_come.is_some_and(|token| token < one.start)
        {
            continue;
        }
        // "For the first time since December 2022".
        let since = |i: &Item| i.end == one.start && i.is_word("past");
        let since =
            matches!(one.when, When::Month { .. } | When::Day { .. }) && sentence.items.iter().any(since);
        if since || until(scan, sentence, one) || of_the_next(scan, sentence, at, one) {
            continue;
        }
        // "Received him for the first time since he took office on 31 October": the day of what lies before.
        if sentence.by_order && one.start > sentence.items[at].end {
            let between =
                sentence.items.iter().filter(|i| i.start >= sentence.items[at].end && i.end <= one.start);
            // "Earlier on Wednesday".
            let beside =
                |i: &Item| i.end == one.start || i.end + 1 == one.start && scan.word(i.end, "on").is_some();
            if between.clone().any(|i| i.is_word("past") && i.end == i.start + 1 && !beside(i)) {
                continue;
            }
        }
        // What has happened is of no day to come.
        if !ahead && !coming && one.is_ahead() && !goes_on(context, index, one, ahead) {
            continue;
        }
        // "Met to prepare the summit that will be held on 10 March".
        if !ahead
            && !coming
            && will_be(scan, sentence, at, one)
            && after_release(scan, one, context.published)
        {
            continue;
        }
        // "Met him ahead of the summit set for Monday".
        if !ahead && !coming && set_for(scan, sentence, at + 1, one) {
            continue;
        }
        // "Received A, who told him of the summit on 18 March": a day to come in a clause of its own is another's.
        if !ahead && !coming && beyond(context, sentence, at, one) {
            continue;
        }
        // A mere month beside a day is mostly of something told on the way.
        let far = one.start.abs_diff(trigger)
            + if matches!(one.when, When::Month { .. }) { 6 } else { 0 }
            + if found.len() > 1 && of_a_noun(scan, sentence, at, one) { OF_A_NOUN } else { 0 };
        if best.is_none_or(|(d, _)| far < d) {
            best = Some((far, one));
        }
    }
    // Another year is history, or a figure; without a day of release a bare year beside nobody is too.
    // "For the first time since December 2022".
    let since = |f: &&date::Found| !sentence.items.iter().any(|i| i.end == f.start && i.is_word("past"));
    let first = |f: &&date::Found| !since_the_first(scan, sentence, f.start);
    let its_own = |f: &&date::Found| !other_day::of_another(scan, sentence, at, f, draft, context.published);
    let mut years = found.iter().filter(since).filter(first).filter(its_own).filter_map(|f| match f.when {
        When::Year(y) | When::Day { year: Some(y), .. } | When::Month { year: Some(y), .. } => {
            Some((y, matches!(f.when, When::Year(_)), f.start))
        }
        _ => None,
    });
    let peopled = draft.camps.iter().any(|c| !c.seats.is_empty());
    let long_ago = |(year, bare, at_token): (i16, bool, usize)| {
        let other = match context.published {
            Some(p) => p.year() - year >= 2,
            None => bare && !peopled,
        };
        other && at_token.abs_diff(trigger) < 14
    };
    draft.background |= years.any(long_ago);
    let beside = |f: &&date::Found| f.start.abs_diff(trigger) < 12;
    let seasons = || found.iter().filter(|f| matches!(f.when, When::Season(_))).filter(beside).filter(first);
    // "Signed a plan for the next year": what is signed or agreed reaches ahead.
    let reaches = draft.status == "happened"
        && (draft.kind == "AGREE" && sentence.by_order
            || matches!(draft.kind.as_str(), "SIGN" | "AGREE") && scan.pack.features.svo_with_cases());
    let far = |f: &date::Found| matches!(f.when, When::Season(n) if n < 0 || n > 0 && !reaches);
    if !coming && seasons().any(far) {
        draft.background = true;
    }
    if best.is_none() {
        let near = seasons().min_by_key(|f| f.start.abs_diff(trigger));
        draft.about = near.and_then(|f| date::about(scan, f, context.published));
    }
    if let Some((_, one)) = best
        && let Some(mut date) = in_its_year(context, index, one, ahead)
            .or_else(|| within_told(context, index, one, ahead))
            .or_else(|| counted(context, index, one, ahead))
    {
        // "He visits Kenya from 15 to 17 February": the present beside a day of the months to come is a plan.
        if draft.status == "happened"
            && sentence.items[at].is_present()
            && matches!(one.when, When::Day { weekday: None, .. } | When::Range { .. })
            && let Some(next) = date::resolve(scan, one, context.published, true)
            && context.published.is_some_and(|p| {
                // What is hosted is told long before, and hardly long after.
                let day = date.value.get(..10).and_then(|d| d.parse::<Date>().ok());
                let long_ago = day.is_some_and(|d| (p - d).get_days() > 90);
                date::soon(p, &next) || draft.kind == "HOST" && scan.has_article() && long_ago
            })
        {
            date = next;
            draft.status = "planned";
        }
        // A day that lies ahead of the release tells a plan, whatever the form of the verb.
        let first = date.value.get(..10).and_then(|d| d.parse::<Date>().ok());
        if draft.kind == "VISIT" {
            date = lasting(scan, sentence, at, date);
        }
        if draft.status == "happened"
            && sentence.by_order
            && (date.precision == "day" || date.precision == "interval")
            && first.zip(context.published).is_some_and(|(day, released)| (day - released).get_days() > 1)
        {
            draft.status = "planned";
        }
        draft.why.push(Why { field: "date".into(), by: "date".into(), words: date.words.clone() });
        draft.date = Some(date);
    }
    (draft.place, draft.tells) = match place::place(context, sentence, at, draft) {
        Some(spot) => (Some(spot.place), spot.tells),
        None => (None, 0),
    };
    // Welcome and farewell at an airport are told on the way.
    let airport = draft.place.as_ref().is_some_and(|p| {
        sentence.items.iter().any(|i| {
            (p.words.span[0]..p.words.span[1]).contains(&i.begin) && i.is_kind("building", "airport")
        })
    });
    // "Was met at the airport by the minister": whoever is met there is welcomed.
    let met = || sentence.by_order && super::passive(sentence, at);
    if airport && draft.kind == "MEET" && (draft.camps.iter().any(|c| c.part == "guest") || met()) {
        draft.set_aside("at-airport");
    }
    if let Some(place) = &draft.place {
        draft.why.push(Why { field: "place".into(), by: "place".into(), words: place.words.clone() });
    }
}

/// How much farther a day counts than it stands where another act or noun has it.
const OF_A_NOUN: usize = 24;

/// "A, who arrived on Monday, met B on Tuesday", "[on Sunday made] attack", "[of Sunday] attack": the day of a clause or noun of
/// its own, which is that of the event only where no other day is told.
fn of_a_noun(scan: &Scan, sentence: &Sentence, at: usize, day: &date::Found) -> bool {
    let items = &sentence.items;
    let place = items.partition_point(|i| i.end <= day.start);
    if scan.has_article() {
        let acts =
            |r: &Range<usize>| items[r.start..place].iter().any(|i| matches!(i.what, What::Trigger(_)));
        return super::arguments::relatives(sentence, true)
            .iter()
            .any(|r| r.contains(&place) && !r.contains(&at) && acts(r));
    }
    let features = &scan.pack.features;
    if !features.complement_before || day.end > items[at].start {
        return false;
    }
    let next = items.partition_point(|i| i.start < day.end);
    let attribute =
        scan.matches[day.end - 1].iter().any(|m| m.kind == kinds::DAY && m.last_tags & tags::ATTR != 0);
    let describes = |i: &Item| {
        let name = matches!(i.what, What::Name { .. } | What::State { .. } | What::Office(_) | What::Time);
        !name && features.is_participle(scan.text.folded(i.end - 1))
    };
    attribute
        || items[next..at]
            .iter()
            .take_while(|i| !i.is_mark(",") && !matches!(i.what, What::Time))
            .any(describes)
}

/// "Begins today a visit that lasts three days": from the day on which it begins to its last.
fn lasting(scan: &Scan, sentence: &Sentence, at: usize, date: EventDate) -> EventDate {
    let days = |t: usize| {
        let m = scan.word(t, "lasts")?;
        match scan.sense(&m) {
            Sense::Word { kind: Some(kind), .. } => kind.as_str().strip_prefix("days-")?.parse::<i32>().ok(),
            _ => None,
        }
    };
    let from = sentence.items[at].start;
    let last = || {
        let days = (from..sentence.range.end).find_map(days)?;
        date.value.parse::<Date>().ok()?.checked_add(jiff::Span::new().days(days - 1)).ok()
    };
    if date.precision != "day" || !scan.pack.lexicon.has_word("lasts") {
        return date;
    }
    match last() {
        Some(last) => {
            EventDate { value: format!("{}/{last}", date.value), precision: "interval".into(), ..date }
        }
        None => date,
    }
}

/// A verb or word of what is to come stands between the event at item `at` and a day behind it, where there is an article.
fn will_be(scan: &Scan, sentence: &Sentence, at: usize, day: &date::Found) -> bool {
    let place = sentence.items.partition_point(|i| i.end <= day.start);
    let future = |i: &Item| i.is_word("future") || i.is_word("planned") || i.first_tags & tags::FUTURE != 0;
    scan.has_article() && place > at && sentence.items[at + 1..place].iter().any(future)
}

/// A weekday right behind words that tell what is to come: that of another act than the one told as done.
pub(super) fn set_for(scan: &Scan, sentence: &Sentence, from: usize, day: &date::Found) -> bool {
    let items = &sentence.items;
    let place = items.partition_point(|i| i.end <= day.start);
    let set = |i: &Item| {
        let work = |w: &str| w == "planned" || w == "future";
        i.is_word("planned") || i.is_word("future") || scan.ends_with(i, work).is_some()
    };
    let weekday = matches!(day.when, When::Weekday(_)) && day.turn.is_none() && day.week.is_none();
    let free = |i: &Item| !i.is_mark(",;:") && !i.is_finite();
    weekday
        && scan.has_article()
        && (from..place).rev().find(|&k| set(&items[k])).is_some_and(|k| items[k + 1..place].iter().all(free))
}

/// A day after that of release, as what was spoken about may be of.
fn after_release(scan: &Scan, day: &date::Found, published: Option<Date>) -> bool {
    let first = date::resolve(scan, day, published, false)
        .and_then(|d| d.value.get(..10).and_then(|d| d.parse::<Date>().ok()));
    first.zip(published).is_some_and(|(day, released)| day > released)
}

/// "A day after [his] talks with B", where the talks stand at item `at`.
fn leads(sentence: &Sentence, day: &date::Found, at: usize) -> bool {
    const SOON: usize = 5;
    let next = sentence.items.partition_point(|i| i.start < day.end);
    let stops = |i: &Item| i.is_mark(",;") || matches!(i.what, What::Trigger(_));
    day.counted == Counted::Behind
        && (next..next + SOON).contains(&at)
        && !sentence.items[next..at].iter().any(stops)
}

/// "For the first time in years", "the first visit since 2014": the time that such a word reckons from is that of what lay
/// before, and what is told is news.
pub(super) fn since_the_first(scan: &Scan, sentence: &Sentence, token: usize) -> bool {
    let since = |t: usize| scan.word(t, "past").is_some();
    let first = |t: usize| scan.is(t, |s| matches!(s, Sense::Number { value } if *value == 1.0));
    if !scan.has_article() {
        return false;
    }
    let from = token.saturating_sub(12).max(sentence.range.start);
    let Some(since) = (token.saturating_sub(2).max(from)..=token).rev().find(|&t| since(t)) else {
        return false;
    };
    (from..since).rev().take_while(|&t| scan.mark(t).is_none()).any(first)
}

/// "They agreed to meet in March in CITY": a time or place at item `next`, beyond a word for what was agreed, is that of what is to
/// come.
pub(super) fn of_what_is_agreed(sentence: &Sentence, at: usize, next: usize) -> bool {
    let small = |i: &Item| {
        matches!(i.what, What::Time | What::Mark(_) | What::State { .. })
            || ["in", "on", "at", "building", "region"].iter().any(|w| i.is_word(w))
    };
    let to = next.min(sentence.items.len());
    to > at + 1
        && sentence.items[at + 1..to]
            .iter()
            .any(|i| !small(i) && !matches!(i.what, What::Name { .. } | What::Office(_)))
}

/// "They agreed on a meeting in CITY in May": the preposition of what was agreed stands before token `to`.
pub(super) fn agreed_on(scan: &Scan, sentence: &Sentence, at: usize, to: usize) -> bool {
    let on = |i: &Item| i.is_word("on") || scan.word(i.end - 1, "on").is_some();
    scan.has_article() && sentence.items[at..].iter().take(TO_BE_DONE).take_while(|i| i.end <= to).any(on)
}

/// "After talks, which a meeting preceded yesterday": the day of the meeting, not of the talks.
fn of_what_follows(sentence: &Sentence, at: usize, one: &date::Found) -> bool {
    let next = sentence.items.partition_point(|i| i.end <= one.start);
    next > at && sentence.items[at + 1..next].iter().any(|i| i.is_word("follow"))
}

/// "The call was on 12 February, after which delegations met": the day of what was before.
fn after_that(sentence: &Sentence, at: usize, one: &date::Found) -> bool {
    let items = &sentence.items;
    let next = items.partition_point(|i| i.start < one.end);
    let that = |i: usize| items[i].is_word("pronoun") || items[i].is_word("relative");
    next < at && (next..at - 1).any(|i| items[i].is_word("after") && that(i + 1))
}

/// The verb of denying that stands before a trigger which tells nothing to come.
fn denial(scan: &Scan, sentence: &Sentence, at: usize) -> Option<usize> {
    let items = &sentence.items;
    let verb = items[..at].iter().position(|i| scan.also_does(i, "denied"))?;
    let future = |i: &Item| i.is_word("future") || i.is_word("planned") || i.first_tags & tags::FUTURE != 0;
    (!items[verb..=at].iter().any(future)).then_some(verb)
}

/// "Denied on Monday that A had met B", "on Monday denied": the day of the denial, not of what is denied.
fn denied_then(sentence: &Sentence, verb: usize, at: usize, one: &date::Found) -> bool {
    let items = &sentence.items;
    if one.end <= items[verb].start {
        return true;
    }
    let next = items.partition_point(|i| i.start < one.end);
    one.end <= items[at].start && items[next.min(at)..at].iter().any(|i| i.is_word("relative"))
}

/// A day after that of the release, in a relative clause that tells nothing of the trigger.
fn beyond(context: &Context, sentence: &Sentence, at: usize, one: &date::Found) -> bool {
    if !sentence.by_order {
        return false;
    }
    let place = sentence.items.partition_point(|i| i.end <= one.start);
    let apart = super::arguments::relatives(sentence, false)
        .iter()
        .any(|r| r.contains(&place) && !r.contains(&at) && r.start > at);
    let day = || {
        let found = date::resolve(context.scan(sentence), one, context.published, false)?;
        found.value.get(..10)?.parse::<Date>().ok()
    };
    // "A road map that provides for a start in September": a mere month there is another's on either side of it.
    let item = |i: &Item| i.is_word("relative") || i.is_kind("pronoun", "that");
    let month = matches!(one.when, When::Month { .. })
        && place > at
        && sentence.items[at + 1..place].iter().any(item);
    month || apart && day().zip(context.published).is_some_and(|(day, released)| day > released)
}

/// A day without a year after one that told an earlier year, as a chronicle goes on: "in March 2023 they signed, and on
/// 17 June met"; None where the day is near the release, or the years tell otherwise.
fn in_its_year(context: &Context, index: usize, one: &date::Found, ahead: bool) -> Option<EventDate> {
    let (month, day) = match one.when {
        When::Day { year: None, month, day, .. } => (month, Some(day)),
        When::Month { year: None, month } => (month, None),
        _ => return None,
    };
    if ahead || one.turn.is_some() || one.years.is_some() {
        return None;
    }
    let published = context.published?;
    let own = &context.sentences[index];
    let before = (index.saturating_sub(3)..=index).rev().map(|i| &context.sentences[i]);
    let before = before.filter(|s| s.scan == own.scan);
    // The nearest time before it that is of another kind than a day without a year.
    let mut told = before.flat_map(|s| s.dates(context.scan(s)).iter().rev().map(move |f| (s, f)));
    let (year, from) = told.find_map(|(s, f)| {
        let earlier = s.range.start < own.range.start || f.end <= one.start;
        if !earlier {
            return None;
        }
        match f.when {
            When::Day { year: None, .. } | When::Month { year: None, .. } if f.years.is_none() => None,
            When::Day { year: Some(y), month, .. } | When::Month { year: Some(y), month } => {
                Some(Some((y, month)))
            }
            _ => Some(None),
        }
    })??;
    let date = Date::new(year, month, day.unwrap_or(1)).ok()?;
    let this_year = Date::new(published.year(), month, day.unwrap_or(1)).ok()?;
    let near = (published - this_year).get_days().abs() <= NEWS;
    if year >= published.year() || month < from || near {
        return None;
    }
    let words = context.scan(own).text.words(one.start, one.end);
    let (value, precision) = match day {
        Some(_) => (date.to_string(), "day"),
        None => (format!("{year:04}-{month:02}"), "month"),
    };
    Some(EventDate { value, precision: precision.into(), words })
}

/// "Agreed to hold talks in CITY in May", "agreed that the committee will meet on the 12th": the item from which on day and
/// place are of what is still to be done, and not of the agreeing.
pub(super) fn to_be_done(sentence: &Sentence, at: usize, draft: &Draft) -> Option<usize> {
    if !sentence.by_order || draft.kind != "AGREE" || draft.nominal {
        return None;
    }
    let items = &sentence.items;
    let acts = |k: usize| matches!(&items[k].what, What::Trigger(o) if o.iter().any(|(_, f)| *f == TriggerForm::Infinitive));
    (at + 1..items.len().min(at + TO_BE_DONE)).find(|&k| {
        items[k].is_kind("relative", "that")
            || items[k].is_word("future")
            || items[k].is_word("relative") && !items[k - 1].is_mark(",") && k < at + 3
            || acts(k)
    })
}

/// How far after "agreed" stands what is to be done, in items.
const TO_BE_DONE: usize = 14;

/// "Will visit Norway on 8-10 April. On Wednesday she is to meet": a weekday inside the days of a journey that is still to come.
fn within_told(context: &Context, index: usize, one: &date::Found, ahead: bool) -> Option<EventDate> {
    let (When::Weekday(iso), None, true) = (&one.when, one.turn, ahead) else { return None };
    let published = context.published?;
    let own = &context.sentences[index];
    let scan = context.scan(own);
    let before = (index.saturating_sub(6)..=index).rev().map(|i| &context.sentences[i]);
    let told = before.filter(|s| s.scan == own.scan).find_map(|s| {
        let ranges = s.dates(scan).iter().filter(|f| s.range.start < own.range.start || f.end <= one.start);
        let span = |f: &date::Found| {
            date::resolve(scan, f, Some(published), true).filter(|d| d.precision == "interval")
        };
        ranges.rev().find_map(span)
    })?;
    let (from, to) = told.value.split_once('/')?;
    let (from, to) = (from.parse::<Date>().ok()?, to.parse::<Date>().ok()?);
    let days = (to - from).get_days();
    if from <= published || !(1..7).contains(&days) {
        return None;
    }
    let days = (0..=days).filter_map(|n| from.checked_add(jiff::Span::new().days(n)).ok());
    let day = days.into_iter().find(|d| d.weekday().to_monday_one_offset() == *iso as i8)?;
    let words = scan.text.words(one.start, one.end);
    Some(EventDate { value: day.to_string(), precision: "day".into(), words })
}

/// Within how many days of its release a document tells of news without a year.
const NEWS: i32 = 14;

/// The day of a time; none where it is counted from a day that nobody told.
fn counted(context: &Context, index: usize, one: &date::Found, ahead: bool) -> Option<EventDate> {
    let from = counted_from(context, index, one, ahead);
    let behind = matches!(one.counted, Counted::Start | Counted::Behind);
    let open =
        from.is_none() && (context.published.is_some() || behind) && matches!(one.when, When::Relative(_));
    let scan = context.scan(&context.sentences[index]);
    if open { None } else { date::resolve(scan, one, from, ahead) }
}

/// The day from which a time is counted: that of release; for "the same day" the last one told before it.
fn counted_from(context: &Context, index: usize, one: &date::Found, ahead: bool) -> Option<Date> {
    let When::Relative(days) = one.when else { return context.published };
    if !one.told() && !goes_on(context, index, one, ahead) {
        return context.published;
    }
    let own = &context.sentences[index];
    let before = (index.saturating_sub(8)..=index).rev().map(|i| &context.sentences[i]);
    // A month told nearer leaves the day open.
    let told = before.filter(|s| s.scan == own.scan).find_map(|s| {
        let scan = context.scan(s);
        let earlier = |f: &&date::Found| {
            !f.told() && (ahead || !f.is_ahead()) && (s.range.start < own.range.start || f.end <= one.start)
        };
        let place = context.place_of(s.scan, s.range.start);
        s.dates(scan).iter().rev().filter(earlier).find_map(|f| {
            if matches!(f.when, When::Month { .. }) {
                return Some(None);
            }
            let date = in_its_year(context, place, f, ahead)
                .or_else(|| date::resolve(scan, f, context.published, ahead))?;
            let (first, interval) = (date.value.get(..10)?.parse().ok()?, date.precision == "interval");
            (date.precision == "day" || interval && one.counted == Counted::Start).then_some(Some(first))
        })
    });
    let told = told.flatten();
    // The day after one that nobody told is none.
    let open = matches!(one.counted, Counted::Start | Counted::Behind);
    told.or(context.published.filter(|_| !open && (days <= 0 || ahead)))
}

/// "The first took place on the 12th. In a week they talked in CITY": what is told as done is counted from the day told
/// before, not from the release.
fn goes_on(context: &Context, index: usize, one: &date::Found, ahead: bool) -> bool {
    let own = &context.sentences[index];
    let before = || context.sentences[index.saturating_sub(1)..index].iter().filter(|s| s.scan == own.scan);
    let day = |f: &date::Found| matches!(f.when, When::Day { .. });
    let opens = own.items.iter().take(2).any(|i| i.start >= one.start && i.start < one.end);
    let past = matches!(one.when, When::Relative(days) if days > 1);
    !ahead
        && past
        && opens
        && !context.scan(own).pack.features.case.is_empty()
        && before().any(|s| s.dates(context.scan(s)).iter().any(day))
}

/// The first sentence of the text tells again what the title told, where it tells nothing else: when and where that was.
pub(crate) fn retold(scans: &[Scan], sentences: &[Sentence], drafts: &mut [Draft], published: Option<Date>) {
    let Some(index) = sentences.iter().position(|s| s.scan == 1 && s.range.start == 0) else { return };
    let (scan, lead) = (&scans[1], &sentences[index]);
    let (Some(first), Some(last)) = (lead.items.first(), lead.items.last()) else { return };
    let inside = |w: &crate::model::Words| {
        w.field == crate::model::Field::Text && (first.begin..=last.begin).contains(&w.span[0])
    };
    if drafts.iter().any(|d| d.spot == index || std::iter::once(&d.trigger).chain(&d.also).any(inside)) {
        return;
    }
    let mut titled = drafts.iter_mut().filter(|d| d.in_title() && !d.background);
    let (Some(draft), None) = (titled.next(), titled.next()) else { return };
    let parties = draft.all_parties();
    if !lead.actors.iter().any(|a| a.party.as_ref().is_some_and(|p| parties.contains(p))) {
        return;
    }
    let ahead = draft.status != "happened";
    let day = lead.dates(scan).iter().find(|f| {
        !matches!(f.when, When::Season(_) | When::Year(_) | When::Month { .. })
            && !dateline(scan, lead, f)
            && !said_then(scan, lead, None, f, draft)
            && (ahead || !f.is_ahead())
    });
    if draft.date.is_none() {
        draft.date = day.and_then(|f| date::resolve(scan, f, published, ahead));
    }
    place::retell(scan, lead, draft);
}

/// "Today a signing ceremony took place in CITY. The agreement was signed by A and B": a lead that tells the occasion and no
/// event of its own tells the day of what the next sentence tells.
pub(crate) fn foretold(
    scans: &[Scan],
    sentences: &[Sentence],
    drafts: &mut [Draft],
    published: Option<Date>,
) {
    for index in 0..sentences.len().min(LEAD) {
        let (lead, scan) = (&sentences[index], &scans[sentences[index].scan]);
        // "The president gave a series of audiences on Monday. He received A. He also received B": of all of them.
        let reach = if lead.by_order { 3 } else { 1 };
        let next = |d: &&mut Draft| {
            d.spot > index
                && d.spot <= index + reach
                && d.date.is_none()
                && d.status == "happened"
                && !d.background
                && matches!(d.kind.as_str(), "MEET" | "SIGN" | "CREDENTIALS" | "AGREE")
        };
        if lead.scan != 1
            || scan.pack.features.case.is_empty() && !lead.by_order
            || !drafts.iter_mut().any(|d| next(&d))
            || drafts.iter().any(|d| d.spot == index && !d.all_parties().is_empty())
            || !(lead.by_order || lead.items.iter().any(|i| i.is_word("occurs")))
        {
            continue;
        }
        let occasion = |i: &Item| {
            i.is_word("gathering")
                || matches!(&i.what, What::Trigger(o) if o.iter().all(|&(f, form)| {
                    (form.is_noun() || lead.by_order)
                        && matches!(scan.pack.frames[f].kind.as_str(), "MEET" | "SIGN" | "CREDENTIALS")
                }))
        };
        let mut days =
            lead.dates(scan).iter().filter(|f| f.is_days() && !f.is_ahead() && !dateline(scan, lead, f));
        let (Some(day), None) = (days.next(), days.next()) else { continue };
        if !lead.items.iter().any(occasion) {
            continue;
        }
        let date = date::resolve(scan, day, published, false);
        for draft in drafts.iter_mut().filter(next) {
            draft.date.clone_from(&date);
            place::retell(scan, lead, draft);
        }
    }
}

/// In how many sentences, with the title, a lead tells what the document is about.
const LEAD: usize = 5;

/// How far the beginning of a sentence reaches, in items.
const OPENING: usize = 5;

/// "The ceremony took place on 16 December in Oslo": a gathering that opens a sentence without an event of its own is what was
/// told before, and tells its day and place.
pub(crate) fn staged(scans: &[Scan], sentences: &[Sentence], drafts: &mut [Draft], published: Option<Date>) {
    for index in 1..sentences.len() {
        let (sentence, scan) = (&sentences[index], &scans[sentences[index].scan]);
        // "The visit is planned for", "the attack took place at night": a noun for a journey or a blow that was told.
        let first = sentence.items.iter().take(OPENING).find(|i| !matches!(i.what, What::Mark(_)));
        let planned = sentence.items.iter().any(|i| i.is_word("planned"));
        let cased = scan.pack.features.cases_and_complement_after();
        // "The handover took place on".
        let staged_kind = |k: &str| matches!(k, "MEET" | "SIGN") || cased && k == "AID";
        // "It took place in CITY".
        let occurred = || cased && sentence.items.get(1).is_some_and(|n| n.is_word("occurs"));
        let again: Vec<Slug> = match first.map(|i| &i.what) {
            _ if this_happened(scan, sentence) => ["MEET", "CALL", "SIGN"].map(Slug::new).to_vec(),
            Some(What::Trigger(o)) if o.iter().all(|(_, form)| form.is_noun()) => {
                let kinds = o.iter().map(|&(f, _)| scan.pack.frames[f].kind);
                kinds.filter(|k| matches!(k.as_str(), "VISIT" | "FORCE" | "CALL" | "MESSAGE")).collect()
            }
            Some(What::Word { work, .. }) if work == "blow" => vec![Slug::new("FORCE")],
            // "It is planned for".
            Some(What::Word { work, kind: None }) if work == "pronoun" && planned => {
                ["VISIT", "MEET", "CALL", "SIGN"].map(Slug::new).to_vec()
            }
            Some(What::Word { work, kind })
                if work == "pronoun" && occurred() && *kind != Some(Slug::new("possessive")) =>
            {
                ["MEET", "CALL", "SIGN"].map(Slug::new).to_vec()
            }
            _ => Vec::new(),
        };
        // "The ceremony", "the meeting took place": a noun for it, alone or in a phrase of the pack.
        let occasion = |t: usize| {
            scan.word(t, "gathering").is_some_and(|m| m.end == t + 1)
                || scan.is(t, |s| {
                    matches!(s, Sense::Trigger { frame, form }
                        if (form.is_noun() || sentence.by_order && *form == TriggerForm::Gerund)
                            && staged_kind(scan.pack.frames[*frame].kind.as_str()))
                })
        };
        let opens = |i: &Item| {
            let phrase = match &i.what {
                What::Trigger(o) => {
                    let meets = |f: usize| staged_kind(scan.pack.frames[f].kind.as_str());
                    let noun = o.iter().all(|&(_, form)| form.is_noun());
                    // "The meeting", where the noun is written like a form of its verb.
                    let led = sentence.by_order
                        && i.start > sentence.range.start
                        && scan.word(i.start - 1, "determiner").is_some()
                        && o.iter().any(|&(_, form)| form.is_noun() || form == TriggerForm::Gerund);
                    noun && o.iter().all(|&(f, _)| meets(f)) || led && o.iter().any(|&(f, _)| meets(f))
                }
                What::Resumption if !sentence.by_order => true,
                // Who was there stands elsewhere in such a sentence.
                What::Resumption | What::Attendance { .. } => (i.start..i.end)
                    .any(|t| scan.word(t, "gathering").is_some() || sentence.by_order && occasion(t)),
                _ => i.is_word("gathering") && i.end == i.start + 1,
            };
            phrase && (i.start..i.end).any(occasion)
        };
        if sentence.scan != 1
            || again.is_empty() && !sentence.items.iter().take(OPENING).any(opens)
            || sentence.actors.iter().filter(|a| a.items.start < OPENING).any(|a| match a.kind {
                // "In the city of X of A".
                ActorKind::State(_) if sentence.items.get(a.items.end).is_some_and(Item::is_city) => false,
                // "In the Croatian town of X".
                ActorKind::State(_)
                    if sentence.by_order
                        && sentence.items.get(a.items.end).is_some_and(|n| n.is_word("region")) =>
                {
                    false
                }
                ActorKind::State(form) => {
                    !matches!(form, StateForm::City | StateForm::Capital | StateForm::Government)
                }
                ActorKind::Both => false,
                // "In Palace X": what a house is called.
                ActorKind::Person(_)
                    if cased
                        && a.items.start > 0
                        && sentence.items[a.items.start - 1].is_word("building") =>
                {
                    false
                }
                ActorKind::Pronoun => again.is_empty(),
                // "It took place at the headquarters of the UN".
                ActorKind::Organisation
                    if cased
                        && sentence.items[..a.items.start]
                            .iter()
                            .any(|i| i.is_word("occurs") || matches!(i.what, What::Resumption)) =>
                {
                    false
                }
                // "[In the ministry]", in the case of place: where it was.
                ActorKind::Institution { .. } => {
                    a.marker.is_none()
                        && a.items.start < 3
                        && sentence.items[a.items.end - 1].tags & tags::LOC == 0
                        // "[In] the ministry's building".
                        && !(sentence.items[a.items.end - 1].tags & tags::GEN != 0
                            && sentence.items.get(a.items.end).is_some_and(|n| n.is_word("building")))
                }
                _ => true,
            })
            || drafts.iter().any(|d| {
                // "It was held on 1 April in the course of the delegation's visit".
                let within = cased && d.kind == "VISIT" && d.nominal && again.len() != 1;
                d.spot == index && !d.all_parties().is_empty() && !within
            })
        {
            continue;
        }
        // "The talks will be held on 20 January".
        let to_come = planned || sentence.items.iter().any(|i| i.is_word("future"));
        let before = |d: &&mut Draft| {
            let told = if again.is_empty() {
                let cased = !scan.pack.features.case.is_empty();
                (d.status == "happened" && !to_come || d.status == "planned" && to_come)
                    && (matches!(d.kind.as_str(), "MEET" | "SIGN" | "CREDENTIALS")
                        || cased && matches!(d.kind.as_str(), "CALL" | "AID" | "COOPERATE"))
            } else {
                again.contains(&d.kind)
                    && (d.status == "planned" || again.len() < 4 && d.status == "happened")
            };
            let reach = if scan.pack.features.case.is_empty() { 2 } else { 4 };
            !d.background && told && d.spot < index && index <= d.spot + reach
        };
        let Some(draft) = drafts.iter_mut().filter(before).max_by_key(|d| d.spot) else { continue };
        let (told_in, parties) = (draft.spot, draft.party_set());
        let ahead = draft.status != "happened";
        let mut days = sentence.dates(scan).iter().filter(|f| {
            f.is_days()
                && (ahead || !f.is_ahead() && !after_release(scan, f, published))
                && !until(scan, sentence, f)
                && !described_by(scan, sentence, 0, sentence.items.partition_point(|i| i.start < f.end))
        });
        let vague =
            draft.date.as_ref().is_none_or(|d| ahead && !matches!(d.precision.as_str(), "day" | "interval"));
        // "…, he said on Friday. The talks, which took place on Thursday": a day right behind such words is its own.
        let held = |f: &date::Found| {
            let before = sentence.items[..sentence.items.partition_point(|i| i.end <= f.start)].iter().rev();
            sentence.by_order
                && before.take(2).find(|i| !i.is_word("on")).is_some_and(|i| i.is_kind("auxiliary", "held"))
        };
        // "On 12 January, a Monday": one day told twice.
        let value = |f: &date::Found| date::resolve(scan, f, published, ahead).map(|d| d.value);
        if let Some(day) = days.next()
            && days.all(|other| value(other).is_some_and(|v| Some(v) == value(day)))
            && (vague || held(day))
        {
            draft.date = date::resolve(scan, day, published, ahead);
        }
        place::held_at(scan, sentence, draft);
        // "Received the ambassador, who presented his credentials": one occasion.
        let date = draft.date.clone();
        for other in drafts.iter_mut().filter(|d| {
            d.spot == told_in
                && d.date.is_none()
                && matches!(d.kind.as_str(), "MEET" | "SIGN" | "CREDENTIALS")
                && d.party_set() == parties
                && (d.status != "happened") == ahead
        }) {
            other.date.clone_from(&date);
        }
    }
}

/// "This took place on 13 June", "it happened in CITY": nothing else than that what was told before came to pass.
fn this_happened(scan: &Scan, sentence: &Sentence) -> bool {
    let items = &sentence.items;
    let this = |i: &Item| {
        i.is_word("determiner") || matches!(&i.what, What::Word { work, kind: None } if work == "pronoun")
    };
    let happens = |i: &Item| (i.start..i.end).any(|t| scan.word(t, "happens").is_some());
    let [first, second, ..] = items.as_slice() else { return false };
    let last = || items.iter().rev().find(|i| !matches!(i.what, What::Mark(_))).is_some_and(happens);
    this(first) && happens(second)
        || happens(first) && this(second)
        || sentence.verb_last
            && this(first)
            && last()
            && !items.iter().any(|i| matches!(i.what, What::Trigger(_)))
}

/// "Lasts until 17 January": a day that tells how far something reaches.
fn until(scan: &Scan, sentence: &Sentence, found: &date::Found) -> bool {
    let behind = || scan.pack.features.complement_before && scan.word(found.end, "before").is_some();
    let before = || scan.word(found.start - 1, "before").is_some_and(|m| m.end == found.start);
    found.start > sentence.range.start
        && !scan.has_article()
        && matches!(found.when, When::Day { .. } | When::Weekday(_))
        && (before() || found.end < sentence.range.end && behind())
}

/// "Met A on Monday, and on Tuesday was received by B": the day right before another verb, in the clause that it opens,
/// where nouns have cases.
fn of_the_next(scan: &Scan, sentence: &Sentence, at: usize, found: &date::Found) -> bool {
    let features = &scan.pack.features;
    if !features.svo_with_cases() || found.start < sentence.items[at].end {
        return false;
    }
    let items = &sentence.items;
    let (first, next) =
        (items.partition_point(|i| i.end <= found.start), items.partition_point(|i| i.start < found.end));
    let small = |i: &Item| {
        matches!(i.what, What::Time | What::Other { common: true })
            || i.is_mark(",")
            || i.is_word("determiner")
            || i.is_word("auxiliary")
    };
    let finite = |i: &Item| {
        matches!(&i.what, What::Trigger(o) if o.iter().any(|(_, f)| {
            matches!(f, TriggerForm::Past | TriggerForm::Present | TriggerForm::Passive)
        }))
    };
    let verb = items[next..].iter().take(4).find(|i| !small(i)).is_some_and(finite);
    // "…, and on 26 March [they] returned": a contrast right before the day.
    let verb = verb || first > at + 1 && items[first - 1].is_word("but");
    let opens = |i: &Item| i.is_mark(",;") || i.is_word("and") || i.is_word("but");
    verb && first > at
        && items[at + 1..first].iter().rev().find(|i| !matches!(i.what, What::Time)).is_some_and(opens)
}

/// "[In X on 19 March held] elections": what stands before such a participle tells where or when its noun was, and `next` is
/// the item after it.
pub(super) fn described_by(scan: &Scan, sentence: &Sentence, at: usize, next: usize) -> bool {
    let places = |i: &Item| {
        matches!(i.what, What::Time | What::State { .. })
            || ["region", "building"].iter().any(|w| i.is_word(w))
            || matches!(i.what, What::Mark('-' | '–'))
    };
    let after = sentence.items[next.min(sentence.items.len())..].iter().take(6).position(|i| !places(i));
    let Some(participle) = after.map(|n| next + n) else { return false };
    // "[On 5 January in CITY signed] agreement".
    let signed = |i: &Item| {
        scan.pack.features.complement_before
            && matches!(&i.what, What::Trigger(o) if o.iter().all(|&(f, form)| {
                matches!(form, TriggerForm::Participle | TriggerForm::Passive)
                    && scan.pack.frames[f].kind == "SIGN"
            }))
    };
    let noun = || sentence.items.get(participle + 1).is_some_and(|n| !matches!(n.what, What::Mark(_)));
    let describes = &sentence.items[participle];
    (describes.is_word("attributive") || participle != at && signed(describes) && noun())
        && of_another(scan, sentence, at, participle + 1)
}

/// The noun at item `next`, or right after, is neither the event nor a gathering that it took place in or that was attended.
fn of_another(scan: &Scan, sentence: &Sentence, at: usize, next: usize) -> bool {
    let items = &sentence.items;
    let attends = matches!(&items[at].what, What::Trigger(o)
        if o.iter().any(|&(f, _)| scan.pack.frames[f].mode.is_some_and(|m| m == "multilateral")));
    let own = |(n, i): (usize, &Item)| {
        let noun = matches!(&i.what, What::Trigger(o) if o.iter().any(|&(_, f)| f.is_noun()));
        let held = !scan.pack.features.complement_before
            || attends
            || n == at
            || i.tags & (tags::DAT | tags::ACC) == 0;
        (noun || i.is_word("gathering")) && held
    };
    let to = if at < next { next + 3 } else { at.min(next + 3) };
    let near = items.iter().enumerate().take(to + 1).skip(next);
    (next <= at || scan.pack.features.complement_before) && !near.into_iter().any(own)
}

/// "[To the] 20th of November [set] election": a day in the case of the aim is what something was set for.
fn toward(scan: &Scan, found: &date::Found) -> bool {
    let aim = |m: &Match| {
        matches!(scan.sense(m), Sense::Month { .. } | Sense::Weekday { .. })
            && m.last_tags & tags::DAT != 0
            && m.last_tags & (tags::LOC | tags::NOM) == 0
    };
    let range = matches!(found.when, When::Range { .. });
    scan.pack.features.complement_before && !range && scan.matches[found.end - 1].iter().any(aim)
}

/// A day inside a clause with "who" or "which" that the event is not told in.
fn elsewhere(scan: &Scan, sentence: &Sentence, at: usize, found: &date::Found) -> bool {
    let place = sentence.items.partition_point(|i| i.end <= found.start);
    // "[On 19 March held] elections": the day of another noun, which is no gathering.
    let next = sentence.items.partition_point(|i| i.start < found.end);
    // Such a participle may be the word for "last".
    let last = scan.pack.features.complement_before
        && found.end < sentence.range.end
        && scan.is(found.end, |s| matches!(s, Sense::Turn { ahead: false }));
    if last && of_another(scan, sentence, at, next + 1) || described_by(scan, sentence, at, next) {
        return true;
    }
    if of_whom(scan, sentence, at, place) {
        return true;
    }
    !scan.pack.features.case.is_empty()
        && super::arguments::relatives(sentence, scan.has_article())
            .iter()
            .any(|r| r.contains(&place) && !r.contains(&at) && !held_then(scan, sentence, r, at))
}

/// "Met A, whose own visit to CITY took place in June": a clause about somebody that tells an act has a time of its own, which
/// is none of what stands before it; nor is the time before it one of the act.
fn of_whom(scan: &Scan, sentence: &Sentence, at: usize, place: usize) -> bool {
    if !sentence.by_order {
        return false;
    }
    let somebody = |r: &&Range<usize>| {
        sentence
            .actors
            .iter()
            .any(|a| a.kind.is_person() && a.items.end < r.start && r.start < a.items.end + 4)
    };
    let told = |i: &Item| matches!(i.what, What::Trigger(_));
    super::arguments::relatives(sentence, false).iter().filter(somebody).any(|r| {
        let behind =
            r.contains(&place) && !r.contains(&at) && sentence.items[r.start..place].iter().any(told);
        let own = |d: &date::Found| {
            r.contains(&sentence.items.partition_point(|i| i.end <= d.start)) && !d.is_ahead()
        };
        behind || r.contains(&at) && place < r.start && sentence.dates(scan).iter().any(own)
    })
}

/// "A session that is held on Wednesday in CITY": a clause about the gathering or the talks themselves.
pub(super) fn held_then(scan: &Scan, sentence: &Sentence, clause: &Range<usize>, at: usize) -> bool {
    let items = &sentence.items;
    let meets = |i: &Item| {
        i.is_word("gathering")
            || matches!(&i.what, What::Trigger(o) if o.iter().all(|&(f, form)| {
                form.is_noun() && matches!(scan.pack.frames[f].kind.as_str(), "MEET" | "CALL" | "SIGN")
            }))
    };
    let told = items[clause.clone()].iter().any(|i| i.is_word("occurs"))
        && !items[clause.clone()].iter().any(|i| matches!(i.what, What::Trigger(_)));
    // "The talks, which the president held on Wednesday in CITY with A".
    let held = !scan.pack.features.case.is_empty()
        && clause.start == at + 2
        && items[clause.start].first_tags & tags::ACC != 0
        && !items[clause.clone()].iter().any(|i| matches!(i.what, What::Trigger(_)));
    // "They held talks, which took place on Wednesday in CITY": verb and noun told as one.
    let one = told
        && clause.start == at + 2
        && matches!(&items[at].what, What::Trigger(o) if o.iter().all(|&(f, _)| {
            matches!(scan.pack.frames[f].kind.as_str(), "MEET" | "CALL" | "SIGN")
        }));
    // Whose gathering it is may stand between.
    one || (told || held)
        && clause.start > at
        && items[at..clause.start].iter().any(meets)
        && !items[at + 1..clause.start]
            .iter()
            .any(|i| matches!(&i.what, What::Trigger(o) if !o.iter().all(|(_, f)| f.is_noun())))
}

/// A day before the first dash or agency bracket of the text is the day of release.
pub(super) fn dateline(scan: &Scan, sentence: &Sentence, found: &date::Found) -> bool {
    if sentence.range.start > 0
        || scan.text.field != crate::model::Field::Text
        || matches!(found.when, When::Relative(_))
    {
        return false;
    }
    // "On 13 July the heads – A and B – met": a day in the case of time is of what was done.
    let cased = |i: &Item| (i.start..i.end).contains(&(found.end - 1)) && i.tags & tags::LOC != 0;
    if sentence.verb_last && sentence.items.iter().any(cased) {
        return false;
    }
    // "CITY, 18 August." before a text.
    let full_stop = |t: usize| scan.mark(t) == Some('.');
    let city = |i: &Item| {
        let plain = tags::may_be_nominative(i.tags);
        matches!(i.what, What::State { form: StateForm::City | StateForm::Capital, .. }) && plain
    };
    let head = sentence.items.iter().take_while(|i| i.start < found.start);
    let bare = (1..4).contains(&head.clone().count())
        && head.into_iter().enumerate().all(|(n, i)| city(i) || n > 0 && matches!(i.what, What::Mark(_)));
    if bare && (full_stop(found.end - 1) || full_stop(found.end)) {
        return true;
    }
    // "CITY, 18 August /agency/", "CITY 18-8 agency- ".
    let opens = scan.has_article() && sentence.items.first().is_some_and(city);
    let apart = |t: usize| !scan.text.tokens.get(t + 1).is_some_and(|n| n.glued);
    // "On Thursday (24 August)", "on Thursday (24)": the day of the month in brackets is of the event.
    let inside = (found.start..found.end).any(|t| scan.mark(t) == Some('('));
    let number = |t: usize| scan.text.tokens.get(t).is_some_and(|n| n.kind == Kind::Number);
    let day =
        scan.mark(found.end) == Some('(') && number(found.end + 1) && scan.mark(found.end + 2) == Some(')');
    if inside || day && matches!(found.when, When::Weekday(_)) {
        return false;
    }
    let closes = |&t: &usize| match scan.mark(t) {
        Some('—' | '–' | ':' | ')') => true,
        Some('-') => !scan.text.tokens[t].glued || opens && apart(t),
        Some('/') => opens,
        _ => false,
    };
    let close = (found.end..sentence.range.end.min(found.end + 7)).find(closes);
    // "On 11 April under the chairmanship of the deputy premier – foreign minister": who acts stands in no dateline.
    let acts = |i: &Item| {
        (found.end..close.unwrap_or(found.end)).contains(&i.start)
            && matches!(i.what, What::Office(_) | What::Trigger(_))
    };
    close.is_some()
        && !sentence.items.iter().any(acts)
        && (found.start < sentence.range.start + 7 || bracketed(scan, sentence, found.start))
}

/// Inside brackets that open with the text: "CITY (one agency / another - day)".
fn bracketed(scan: &Scan, sentence: &Sentence, token: usize) -> bool {
    let first = sentence.range.start;
    let opens = (first..token.min(first + 5)).rev().find(|&t| scan.mark(t) == Some('('));
    opens.is_some_and(|open| token < open + 16 && (open..token).all(|t| scan.mark(t) != Some(')')))
}

/// The days between what a dateline tells and the release, at most.
const DELAY: i32 = 10;

/// The day from which the text counts its days: that of its dateline or title shortly before the release, else the release.
///
/// Without a day of release only a day with its year tells it.
pub(crate) fn spoken(scans: &[Scan], sentences: &[Sentence], published: Option<Date>) -> Option<Date> {
    let near = |day: &Date| published.is_none_or(|p| (0..=DELAY).contains(&(p - *day).get_days()));
    let told = headline_day(scans, sentences, published)
        .into_iter()
        .chain(released(scans, sentences, published))
        .find(near);
    told.or(published)
}

/// The day with which a title ends.
fn headline_day(scans: &[Scan], sentences: &[Sentence], published: Option<Date>) -> Option<Date> {
    published?;
    let sentence = sentences.iter().rfind(|s| s.scan == 0)?;
    let one = date::dates(&scans[0], sentence.range.clone()).pop()?;
    let full = matches!(one.when, When::Day { year: Some(_), .. }) && one.end == sentence.range.end;
    if full { date::resolve(&scans[0], &one, published, false)?.value.parse().ok() } else { None }
}

/// The day that the dateline, or a line of its own at the head of the text, gives.
fn released(scans: &[Scan], sentences: &[Sentence], published: Option<Date>) -> Option<Date> {
    let sentence = sentences.iter().find(|s| s.scan == 1 && s.range.start == 0)?;
    let scan = &scans[1];
    let head = sentence.range.start..sentence.range.end.min(14);
    let one = date::dates(scan, head).into_iter().find(|f| match f.when {
        When::Day { year, .. } => year.is_some() || published.is_some(),
        _ => false,
    })?;
    let line = one.end == sentence.range.end || scan.text.tokens[one.end].breaks;
    if !(line || dateline(scan, sentence, &one)) {
        return None;
    }
    date::resolve(scan, &one, published, false)?.value.parse().ok()
}

/// A day beside a verb of saying is when it was said: right after it, after who says it ("said the ministry on Monday"), or
/// before "that", where what was said begins.
fn said_then(
    scan: &Scan,
    sentence: &Sentence,
    at: Option<usize>,
    found: &date::Found,
    draft: &Draft,
) -> bool {
    !matches!(draft.kind.as_str(), "SUMMON" | "RECALL" | "EXPEL" | "SANCTION" | "STATEMENT")
        && of_saying(scan, sentence, at, found)
}

/// The day is that on which somebody said something.
pub(super) fn of_saying(scan: &Scan, sentence: &Sentence, at: Option<usize>, found: &date::Found) -> bool {
    let after = sentence.items.partition_point(|i| i.start < found.end);
    // "Said on Friday as he met B": then.
    let then =
        |i: &Item| i.is_word("as") || i.is_word("during") || matches!(i.what, What::Other { common: true });
    let who_then = |k: usize| sentence.items.get(k).is_some_and(|i| i.is_word("pronoun"));
    if sentence.by_order
        && sentence.items.get(after).is_some_and(then)
        && who_then(after + 1)
        && at.is_some_and(|at| at > after)
    {
        return false;
    }
    // Nor is it one inside a name or an act: "exchanged notes on Monday".
    if at.is_some_and(|at| in_talks(sentence, after, at)) {
        return false;
    }
    let acts = |t: usize| {
        let inside = |i: &Item| {
            matches!(i.what, What::Trigger(_) | What::Name { .. } | What::Office(_) | What::State { .. })
        };
        scan.is(t, |s| matches!(s, Sense::Trigger { .. }))
            || sentence.items.iter().find(|i| t < i.end).is_some_and(inside)
    };
    // "Said that on Monday A met B": behind the word what was said begins.
    let mut before = (found.start.saturating_sub(3)..found.start)
        .rev()
        .take_while(|&t| scan.word(t, "relative").is_none() && !acts(t));
    if before.any(|t| scan.word(t, "saying").is_some() && !acts(t)) {
        return true;
    }
    let items = &sentence.items;
    let day = items.partition_point(|i| i.end <= found.start);
    let next = items.partition_point(|i| i.start < found.end);
    if at.is_some_and(|at| said_on(scan, sentence, at, day..next)) {
        return true;
    }
    let who = |i: &Item| {
        matches!(
            i.what,
            What::Institution { .. }
                | What::Office(_)
                | What::Organisation { .. }
                | What::State { .. }
                | What::Name { .. }
                | What::Honorific { .. }
                | What::Rank
        ) || ["in", "on", "of", "determiner", "and"].iter().any(|w| i.is_word(w))
            || matches!(i.what, What::Mark('-' | '"' | '«' | '»' | '.'))
            || matches!(i.what, What::Other { .. })
    };
    let saying = (day.saturating_sub(14)..day)
        .rev()
        .take_while(|&k| k + 1 == day || who(&items[k + 1]) || items[k + 1].is_mark(","))
        .find(|&k| scan.word(items[k].start, "saying").is_some());
    let Some(saying) = saying else { return false };
    let commas = items[saying..day].iter().any(|i| i.is_mark(","));
    // Nothing follows it but the end, or what was said.
    let ends = items.get(next).is_none_or(|n| n.is_mark(".!?") || scan.text.tokens[n.start].breaks);
    let that = at.is_some_and(|at| at > next && items[next..at].iter().any(Item::is_that));
    ends && !commas || that
}

/// "Said on Friday [during talks with B]": the talks are told right behind the day.
fn in_talks(sentence: &Sentence, after: usize, at: usize) -> bool {
    let items = &sentence.items;
    let from = after + usize::from(items.get(after).is_some_and(|i| i.is_mark(",")));
    let then = ["during", "at", "after"].iter().any(|w| items.get(from).is_some_and(|i| i.is_word(w)));
    let noun = |(_, f): &(usize, TriggerForm)| f.is_noun() || *f == TriggerForm::Gerund;
    then && (from + 1..from + 4).contains(&at)
        && matches!(&items[at].what, What::Trigger(o) if o.iter().any(noun))
        && !items[from..at].iter().any(|i| matches!(i.what, What::Mark(_)))
}

/// "On Monday the spokesman said that A met B", "[that A met B] on Monday the spokesman said", where nouns have cases: the day
/// at items `day` is the one nearest to the verb of saying.
fn said_on(scan: &Scan, sentence: &Sentence, at: usize, day: Range<usize>) -> bool {
    let (items, features) = (&sentence.items, &scan.pack.features);
    let says = |k: usize| (items[k].start..items[k].end).any(|t| scan.word(t, "saying").is_some());
    let to = (day.end + SAID_WITHIN).min(items.len());
    let Some(verb) = (day.end..to).find(|&k| says(k) || matches!(items[k].what, What::Trigger(_))) else {
        return false;
    };
    if !says(verb) {
        return false;
    }
    if features.complement_before {
        let noun = matches!(&items[at].what, What::Trigger(o) if o.iter().all(|(_, f)| f.is_noun()));
        return !noun && at < day.start && !items[at..verb].iter().any(|i| i.is_mark(","));
    }
    let that = |w: &[Item]| w[0].is_mark(",") && w[1].is_word("relative");
    features.svo_with_cases() && day.start == 0 && verb < at && items[verb..at].windows(2).any(that)
}

/// How far behind a day stands the verb of saying that it belongs to, in items.
const SAID_WITHIN: usize = 8;

/// Topics named in a range of tokens, each once, in order.
pub(crate) fn topics(scan: &Scan, range: Range<usize>, out: &mut Vec<Topic>) {
    let mut from = range.start;
    while let Some(t) = scan.matches.next_with(from..range.end, kinds::TOPIC) {
        from = t + 1;
        let best = scan.best_of(t, kinds::TOPIC);
        let Some(m) = best.filter(|m| m.end <= range.end) else { continue };
        if let Sense::Topic { id } = scan.sense(&m)
            && !out.iter().any(|o| *id == *o.topic)
        {
            let words = scan.text.slice([scan.begin(&m), scan.text.tokens[m.end - 1].end]);
            out.push(Topic { topic: id.to_string(), words });
        }
        from = m.end;
    }
}

/// A kind of document that states make with each other; an order, a letter or a report is none.
pub(super) fn between_states(kind: &str) -> bool {
    !matches!(kind, "credentials" | "letter" | "resolution" | "other")
}

/// Documents named in the sentence of a signing.
pub(crate) fn agreements(scan: &Scan, sentence: &Sentence, status: &str) -> Vec<Agreement> {
    let mut out: Vec<Agreement> = Vec::new();
    let range = sentence.range.clone();
    let mut t = range.start;
    while t < range.end {
        let Some((mut kind, mut m)) = document(scan, t) else {
            t += 1;
            continue;
        };
        let before_it = scan.pack.features.complement_before;
        let mut end = if before_it { m.end } else { title_end(scan, sentence, m.end) };
        // "The instruments of ratification of the treaty": the document itself is meant.
        if kind == "other"
            && let Some((own, inner)) =
                (m.end..end).find_map(|t| document(scan, t)).filter(|(k, _)| *k != "other")
        {
            (kind, m) = (own, inner);
            end = end.max(m.end);
        }
        let start =
            if before_it || sentence.by_order { title_start(scan, sentence, m.start) } else { m.start };
        let begin = if start == m.start { scan.begin(&m) } else { scan.text.tokens[start].start };
        let words = scan.text.slice([begin, scan.text.tokens[end - 1].end]);
        let mut subject = Vec::new();
        topics(scan, start..end, &mut subject);
        if between_states(&kind) || kind == "other" {
            out.push(Agreement {
                title: words.text,
                span: words.span,
                field: words.field,
                kind: kind.to_string(),
                status: status.to_string(),
                signatories: Vec::new(),
                sector: subject.into_iter().next().map(|t| t.topic),
                subjects: subjects(scan, start..end),
            });
        }
        t = end.max(m.end);
    }
    out
}

/// What a title is about, by the beginnings of its words; each id once, sorted.
fn subjects(scan: &Scan, title: Range<usize>) -> Vec<String> {
    let lexicon = &scan.pack.lexicon;
    let begins = |word: &str, stem: &String| {
        word.starts_with(stem.as_str())
            || lexicon
                .articles()
                .any(|a| word.strip_prefix(a.as_str()).is_some_and(|bare| bare.starts_with(stem.as_str())))
    };
    let told =
        |stems: &[String]| title.clone().any(|t| stems.iter().any(|stem| begins(scan.text.folded(t), stem)));
    let mut out: Vec<String> =
        lexicon.subjects.iter().filter(|(_, stems)| told(stems)).map(|(id, _)| id.to_string()).collect();
    out.sort();
    out
}

/// The word for a document at a token, with its kind.
fn document(scan: &Scan, token: usize) -> Option<(Slug, Match)> {
    let m = scan.word(token, "document")?;
    // A form that could also end in a pronoun tells its kind in a second sense, or not at all.
    let kind = |m: &Match| match scan.sense(m) {
        Sense::Word { work, kind: Some(kind) } if work == "document" && kind != "complete" => Some(*kind),
        _ => None,
    };
    let told = scan.matches[token].iter().filter(|other| other.end == m.end).find_map(kind);
    Some((told.unwrap_or_else(|| "agreement".into()), m))
}

/// Words that only hold a clause together: no title ends or begins with one.
fn binds(item: &Item) -> bool {
    let names = ["document", "gathering", "building", "region", "delegation", "commerce", "sport", "film"];
    matches!(&item.what, What::Word { work, .. } if !names.contains(&work.as_str()))
        || matches!(item.what, What::Mark(_))
}

/// Token after the last of a title whose document's word ends at `from`: it runs to the next mark, verb, person or day.
fn title_end(scan: &Scan, sentence: &Sentence, from: usize) -> usize {
    let items = &sentence.items;
    let days: Vec<usize> = sentence
        .dates(scan)
        .iter()
        .filter(|d| !matches!(d.when, When::Range { .. } | When::Year(_)))
        .map(|d| d.start)
        .collect();
    let first = items.partition_point(|i| i.start < from);
    let mut last = first;
    while let Some(item) = items.get(last) {
        let next = items.get(last + 1);
        let place = |i: &Item| {
            matches!(i.what, What::State { .. } | What::Name { .. } | What::Time)
                || ["building", "gathering", "determiner"].iter().any(|w| i.is_word(w))
        };
        let stop = match &item.what {
            What::Mark(c) => !matches!(c, '«' | '»' | '"' | '“' | '”' | '-' | '–'),
            What::Trigger(options) => options
                .iter()
                .any(|(_, f)| matches!(f, TriggerForm::Past | TriggerForm::Present | TriggerForm::Passive)),
            What::Office(_) | What::Honorific { .. } | What::Rank | What::Attendance { .. } => true,
            What::Word { work, .. } => match work.as_str() {
                "relative" | "during" | "after" | "before" | "but" | "saying" | "title_end" | "auxiliary"
                | "past" | "future" | "pronoun" => true,
                "in" | "at" => next.is_none_or(place),
                "and" => next.is_some_and(|n| n.is_word("document")),
                "document" => item.and,
                _ => false,
            },
            _ => false,
        };
        if stop
            || item.start - from > 24
            || scan.text.tokens[item.start].breaks
            || days.iter().any(|d| (item.start..item.end).contains(d))
        {
            break;
        }
        last += 1;
    }
    while last > first
        && binds(&items[last - 1])
        && !matches!(items[last - 1].what, What::Mark('»' | '"' | '”'))
    {
        last -= 1;
    }
    if last == first { from } else { items[last - 1].end }
}

/// First token of a title whose document's word begins at `from`, where what it is about stands before it.
fn title_start(scan: &Scan, sentence: &Sentence, from: usize) -> usize {
    let items = &sentence.items;
    let cases = tags::CASES & !tags::GEN & !tags::NOM;
    let after = items.partition_point(|i| i.start < from);
    let mut first = after;
    while first > 0 && from - items[first - 1].start <= 16 {
        let item = &items[first - 1];
        let inside = match &item.what {
            What::Other { .. } => sentence.by_order || item.tags & cases == 0 || first < after,
            What::Mark(c) => matches!(c, '-' | '–' | '«' | '»' | '“' | '”' | '"'),
            What::Word { work, .. } if work == "and" => first < after,
            What::Name { .. } if sentence.by_order => true,
            What::Word { work, .. } => !sentence.by_order && matches!(work.as_str(), "about" | "for"),
            What::Time => !sentence.by_order,
            _ => false,
        };
        if !inside || scan.text.tokens[items[first].start.min(from)].breaks {
            break;
        }
        first -= 1;
    }
    while first < after && binds(&items[first]) && !matches!(items[first].what, What::Mark('«' | '“' | '"'))
    {
        first += 1;
    }
    if first == after { from } else { items[first].start }
}
