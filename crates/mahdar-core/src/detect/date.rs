//! Finds days, months and weekdays, and resolves them against the day of release, never against today.

use std::ops::Range;

use jiff::civil::{Date, Weekday};

use super::{Scan, hijri};
use crate::model::EventDate;
use crate::pack::{Counted, Match, Sense, StateForm, kinds, tags};
use crate::text::Kind;

/// A time as the words give it.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum When {
    /// A day with month, the year perhaps unsaid.
    Day { year: Option<i16>, month: i8, day: i8, weekday: Option<u8> },
    /// From one day to another, as (month, day).
    Range { year: Option<i16>, from: (i8, i8), to: (i8, i8) },
    /// A month, the year perhaps unsaid.
    Month { year: Option<i16>, month: i8 },
    /// A weekday alone.
    Weekday(u8),
    /// From one weekday to another, "Monday and Tuesday", "the weekend".
    Weekdays(u8, u8),
    /// Days from the day of release, or from the one told before (see [`Found::told`]).
    Relative(i32),
    /// "The 5th of this month", "the 6th and 7th of last month": months from that of the release.
    OfMonth { months: i8, from: i8, to: Option<i8> },
    /// "Last year", "next month": not a day, and not today; below zero what is past.
    Season(i32),
    /// A year alone.
    Year(i16),
    /// A day of a Hijri month, the year unsaid; with its year it is a `Day`.
    Hijri { month: i8, day: i8, weekday: Option<u8> },
}

/// A time and where it stands.
#[derive(Debug, Clone)]
pub(crate) struct Found {
    pub start: usize,
    pub end: usize,
    pub when: When,
    /// "Next", "last" beside it: forward or back from the day of release.
    pub turn: Option<bool>,
    /// Written in Hijri months: a Gregorian day beside it is the same one.
    pub hijri: bool,
    /// "Of last year" beside it: years from that of the release.
    pub years: Option<i32>,
    /// "Of last week" beside a weekday: weeks from that of the release.
    pub week: Option<i8>,
    /// "The same day", "the day after": from which day it is counted.
    pub counted: Counted,
    /// "A week ago": days from that of the release between which a season lies.
    pub between: Option<Between>,
}

/// Between which days a time lies that is none itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Between {
    /// Days from that of the release.
    Days(i32, i32),
    /// The days of a month, counted from that of the release.
    Month(i8),
}

impl Found {
    /// Counted from a day told before it.
    pub fn told(&self) -> bool {
        self.counted != Counted::Release
    }

    /// One day that is not counted from one told before.
    pub fn is_day(&self) -> bool {
        use When::{Day, Hijri, OfMonth, Relative, Weekday};
        !self.told()
            && matches!(
                self.when,
                Day { .. } | Weekday(_) | Relative(_) | OfMonth { to: None, .. } | Hijri { .. }
            )
    }

    /// One day, or from one to another.
    pub fn is_days(&self) -> bool {
        self.is_day() || matches!(self.when, When::Range { .. } | When::Weekdays(..) | When::OfMonth { .. })
    }

    /// A time to come: what stands in the present beside it is a plan.
    pub fn is_ahead(&self) -> bool {
        self.turn == Some(true)
            || !self.told() && matches!(self.when, When::Relative(n) | When::Season(n) if n > 0)
            || matches!(self.when, When::OfMonth { months: 1.., .. })
    }
}

/// A time without "next" or "last" beside it.
fn found(start: usize, end: usize, when: When) -> Found {
    Found {
        start,
        end,
        when,
        turn: None,
        hijri: false,
        years: None,
        week: None,
        counted: Counted::Release,
        between: None,
    }
}

/// A day of a Hijri month. Where the moon is sighted it may be a day off, so the weekday beside it decides.
fn hijri_day(scan: &Scan, start: usize, end: usize, limit: usize, (month, day): (i8, i8)) -> Option<Found> {
    let (year, end) = hijri_year(scan, end, limit).map_or((None, end), |(y, e)| (Some(y), e));
    let when = match year {
        None => When::Hijri { month, day, weekday: None },
        Some(year) => {
            let date = hijri::gregorian(year, month, day)?;
            When::Day { year: Some(date.year()), month: date.month(), day: date.day(), weekday: None }
        }
    };
    Some(Found { hijri: true, ..found(start, end, when) })
}

/// The day of that name at most two days from this one.
fn on_weekday(date: Date, iso: u8) -> Option<Date> {
    let by = |days: i32| date.checked_add(jiff::Span::new().days(days)).ok();
    let named = |d: &Date| d.weekday().to_monday_one_offset() == iso as i8;
    [0, -1, 1, -2, 2].into_iter().filter_map(by).find(named)
}

/// "12 Rajab 1447, which is 1 January 2026": one day told twice, of which the Gregorian one counts.
fn told_twice(scan: &Scan, first: &Found, second: &Found) -> Option<Found> {
    if first.hijri == second.hijri || second.start > first.end + 4 {
        return None;
    }
    if (first.end..second.start).any(|t| scan.text.tokens[t].breaks) {
        return None;
    }
    let (plain, lunar) = if first.hijri { (second, first) } else { (first, second) };
    let When::Day { year, month, day, weekday } = plain.when else { return None };
    let weekday = match lunar.when {
        When::Hijri { weekday: named, .. } => weekday.or(named),
        When::Day { year: other, month: m, day: d, weekday: named } => {
            let (year, other) = (year.or(other)?, other?);
            let apart = Date::new(year, month, day).ok()? - Date::new(other, m, d).ok()?;
            if apart.get_days().abs() > 2 {
                return None;
            }
            weekday.or(named)
        }
        _ => return None,
    };
    let when = When::Day { year, month, day, weekday };
    Some(Found { turn: plain.turn, ..found(first.start, second.end, when) })
}

/// Every time named in a range of tokens.
pub(crate) fn dates(scan: &Scan, range: Range<usize>) -> Vec<Found> {
    let mut out: Vec<Found> = Vec::new();
    let mut i = range.start;
    // A number, or a word of the calendar: with nothing else does a time begin.
    let may_begin = kinds::DIGITS | kinds::DAY | kinds::TIME | kinds::FIGURE;
    while let Some(at) = scan.matches.next_with(i..range.end, may_begin) {
        i = at;
        match date_at(scan, i, range.end) {
            Some(mut found) => {
                in_year(scan, &range, &mut found);
                in_week(scan, &range, &mut found);
                turned(scan, &range, &mut found);
                i = found.end.max(i + 1);
                let whole =
                    |last: &mut Found| told_twice(scan, last, &found).or_else(|| span(scan, last, &found));
                match out.last_mut().and_then(whole) {
                    Some(whole) => *out.last_mut().expect("a day before this one") = whole,
                    None => out.push(found),
                }
            }
            None => i += 1,
        }
    }
    out
}

/// "On 7 November last year": a day without a year right before or after words that name one.
fn in_year(scan: &Scan, range: &Range<usize>, found: &mut Found) {
    if !matches!(
        found.when,
        When::Day { year: None, .. } | When::Month { year: None, .. } | When::Range { year: None, .. }
    ) {
        return;
    }
    let named = |t: usize| {
        let m = scan.best(t, |s| matches!(s, Sense::Season { named: true, .. }))?;
        let Sense::Season { years, .. } = scan.sense(&m) else { return None };
        Some((*years, m.end))
    };
    if let Some((years, end)) = beside(scan, range, found, named) {
        (found.years, found.end) = (Some(years), end);
    }
}

/// "On Friday of last week": a weekday right before or after words that name a week.
fn in_week(scan: &Scan, range: &Range<usize>, found: &mut Found) {
    if !matches!(found.when, When::Weekday(_) | When::Weekdays(..)) {
        return;
    }
    let named = |t: usize| {
        let m = scan.best(t, |s| matches!(s, Sense::Season { weeks: Some(_), .. }))?;
        let Sense::Season { weeks, .. } = scan.sense(&m) else { return None };
        Some(((*weeks)?, m.end))
    };
    if let Some((week, end)) = beside(scan, range, found, named) {
        (found.week, found.end) = (Some(week), end);
    }
}

/// What words right after a time tell of it, or right before, and where the time ends with them.
fn beside<T>(
    scan: &Scan,
    range: &Range<usize>,
    found: &Found,
    named: impl Fn(usize) -> Option<(T, usize)>,
) -> Option<(T, usize)> {
    let joins = |t: usize| {
        ["of", "in", "on", "from"].iter().any(|w| scan.word(t, w).is_some_and(|m| m.end == t + 1))
            || scan.mark(t) == Some(',')
    };
    let after = [found.end, found.end + 1].into_iter().filter(|t| *t < range.end);
    let after = after.filter(|t| *t == found.end || joins(found.end)).find_map(&named);
    // The phrase ends where the day begins, or before its preposition.
    let from = found.start.saturating_sub(5).max(range.start);
    after.or_else(|| {
        (from..found.start).find_map(|t| {
            let (what, end) = named(t)?;
            (end == found.start || end + 1 == found.start && joins(end)).then_some((what, found.end))
        })
    })
}

/// "في مايو", "in May", "мамырда": something happened within the month.
fn inside_month(scan: &Scan, found: &Found) -> bool {
    let within = |t: usize| ["in", "during"].iter().any(|w| scan.word(t, w).is_some());
    // "In the month of March", where the word for month comes after.
    let named = found.end < scan.text.tokens.len() && scan.is(found.end, |s| matches!(s, Sense::DayWord));
    found.start > 0 && within(found.start - 1)
        || named
        || (found.start..found.end).any(|t| within(t) || month_in(scan, t, tags::LOC))
}

/// "Is set for [early] March", "намечена на март", "наурызға жоспарланған": what is to come in a month.
fn toward_month(scan: &Scan, found: &Found) -> bool {
    let to = |t: usize| {
        scan.is(
            t,
            |s| matches!(s, Sense::Word { work, .. } if matches!(work.as_str(), "for" | "planned" | "on")),
        )
    };
    let before = found.start.saturating_sub(2)..found.start;
    before.clone().any(to) || month_in(scan, found.end - 1, tags::DAT)
}

/// A month in one of the cases.
fn month_in(scan: &Scan, t: usize, cases: u32) -> bool {
    let told = |m: &Match| matches!(scan.sense(m), Sense::Month { .. }) && m.last_tags & cases != 0;
    scan.matches[t].iter().any(told)
}

/// "Next Thursday", "сентябрь прошлого", "الخميس المقبل": which way a day without a year is to be sought.
fn turned(scan: &Scan, range: &Range<usize>, found: &mut Found) {
    if !matches!(
        found.when,
        When::Weekday(_)
            | When::Day { year: None, .. }
            | When::Month { year: None, .. }
            | When::Range { year: None, .. }
            | When::Hijri { .. }
    ) {
        return;
    }
    let turn = |t: usize| {
        let m = scan.best(t, |s| matches!(s, Sense::Turn { .. }))?;
        let Sense::Turn { ahead } = scan.sense(&m) else { return None };
        Some((*ahead, m.end))
    };
    // "[On Wednesday held] talks": where what describes a noun stands before it, so does "last" before a day.
    let behind = !scan.pack.features.complement_before && found.end < range.end;
    if let Some((ahead, end)) = turn(found.end).filter(|_| behind) {
        found.turn = Some(ahead);
        found.end = end;
    } else if found.start > range.start
        && let Some((ahead, end)) = turn(found.start - 1)
        && end == found.start
    {
        found.turn = Some(ahead);
        found.start -= 1;
    }
}

/// A mark or word of reach between two numbers; "and" counts too, "по" after "с" as well.
fn reaches(scan: &Scan, from: usize, at: usize) -> bool {
    let opened = |work: &str| from > 0 && scan.word(from - 1, work).is_some();
    matches!(scan.mark(at), Some('-' | '–' | '—'))
        || ["to", "until", "and"].iter().any(|w| scan.word(at, w).is_some())
        || scan.word(at, "on").is_some() && (opened("from") || opened("with"))
}

/// "Monday and Tuesday", "from Monday to Wednesday": weekdays that follow one another, or between which a word of reach stands.
fn weekdays(scan: &Scan, from: &Found, to: &Found) -> Option<Found> {
    let (first, last) = match from.when {
        When::Weekday(day) => (day, day),
        When::Weekdays(first, last) => (first, last),
        _ => return None,
    };
    let When::Weekday(day) = to.when else { return None };
    let next = day == last % 7 + 1;
    let reach =
        || to.start == from.end + 1 && first == last && day > last && reaches(scan, from.start, from.end);
    (next && and_joins(scan, from.end, to.start) || reach()).then(|| Found {
        turn: to.turn,
        week: to.week.or(from.week),
        ..found(from.start, to.end, When::Weekdays(first, day))
    })
}

/// Nothing but "and" stands between two times, or it is written onto the second.
fn and_joins(scan: &Scan, end: usize, start: usize) -> bool {
    let onto = || scan.matches[start].iter().any(|m| m.kind == kinds::DAY && m.first.tags & tags::AND != 0);
    start == end + 1 && ["and", "with"].iter().any(|w| scan.word(end, w).is_some()) || start == end && onto()
}

/// One day of the year is the day before another.
fn follow((m1, d1): (i8, i8), (m2, d2): (i8, i8)) -> bool {
    let next = |year| Date::new(year, m1, d1).and_then(|d| d.tomorrow()).ok();
    [2023, 2024].into_iter().filter_map(next).any(|d| (d.month(), d.day()) == (m2, d2))
}

/// "30 January – 2 February": two days with only a word or mark of reach between them.
fn span(scan: &Scan, from: &Found, to: &Found) -> Option<Found> {
    if let Some(days) = weekdays(scan, from, to) {
        return Some(days);
    }
    let When::Day { year: first, month: m1, day: d1, .. } = from.when else { return None };
    let When::Day { year, month: m2, day: d2, .. } = to.when else { return None };
    let between = from.start > 0 && scan.word(from.start - 1, "between").is_some()
        || scan.word(to.end, "between").is_some();
    let both = ["and", "with"].iter().any(|w| scan.word(from.end, w).is_some());
    // "[From] 11 January [until] 13 January", told by the cases of the months alone.
    let cased = scan.pack.features.complement_before
        && from.end == to.start
        && month_in(scan, from.end - 1, tags::ABL)
        && month_in(scan, to.end - 1, tags::DAT);
    // "28 February and 1 March".
    let next = and_joins(scan, from.end, to.start) && follow((m1, d1), (m2, d2));
    let reach = cased || next || if both { between } else { reaches(scan, from.start, from.end) };
    let whole = Found {
        start: from.start,
        end: to.end,
        when: When::Range { year, from: (m1, d1), to: (m2, d2) },
        turn: to.turn,
        hijri: from.hijri,
        years: to.years.or(from.years),
        week: None,
        counted: Counted::Release,
        between: None,
    };
    // "30 December – 2 January".
    let turn = m1 == 12 && m2 == 1;
    let after = ((m1, d1) < (m2, d2) || turn)
        && (first.is_none() || first == year || turn && first == year.map(|y| y - 1));
    (reach && (next || to.start == from.end + usize::from(!cased)) && after).then_some(whole)
}

fn number(scan: &Scan, i: usize) -> Option<i64> {
    let token = scan.text.tokens.get(i)?;
    if token.kind != Kind::Number {
        return None;
    }
    scan.text.folded(i).parse().ok()
}

/// A number with a conjunction or preposition written onto it: "15 و17 يناير".
fn attached_number(scan: &Scan, i: usize) -> Option<i64> {
    let token = scan.text.tokens.get(i)?;
    if token.kind != Kind::Word || !scan.has_article() {
        return None;
    }
    let form = scan.text.folded(i);
    let digits = form.find(|c: char| c.is_ascii_digit())?;
    form[digits..].parse().ok().filter(|_| form[..digits].chars().count() <= 2)
}

/// A day of the month in words, "the fifth"; only the month after it makes it one.
fn day_in_words(scan: &Scan, i: usize, limit: usize) -> Option<Found> {
    let m = scan.best(
        i,
        |s| matches!(s, Sense::Number { value } if (1.0..32.0).contains(value) && value.fract() == 0.0),
    )?;
    let Sense::Number { value } = scan.sense(&m) else { return None };
    // A closed-class word that looks like a number in one of its cases ("for": "three" in the accusative).
    if scan.word(i, "for").is_some_and(|w| w.end >= m.end) {
        return None;
    }
    let mut j = m.end;
    while j < limit
        && j < m.end + 2
        && (scan.word(j, "of").is_some()
            || scan.word(j, "from").is_some()
            || scan.is(j, |s| matches!(s, Sense::DayWord)))
    {
        j += 1;
    }
    // "The eighth of this month", where a noun of the calendar says so.
    if scan.has_article()
        && j > m.end
        && j < limit
        && let Some((months, end)) = month_meant(scan, j)
    {
        return Some(found(i, end, When::OfMonth { months, from: *value as i8, to: None }));
    }
    let (month, lunar, end) = month(scan, j).filter(|_| j < limit)?;
    if lunar {
        return hijri_day(scan, i, end, limit, (month, *value as i8));
    }
    let (year, end) = year_after(scan, end, limit);
    Some(found(i, end, When::Day { year, month, day: *value as i8, weekday: None }))
}

fn month(scan: &Scan, i: usize) -> Option<(i8, bool, usize)> {
    let m = scan.best(i, |s| matches!(s, Sense::Month { .. }))?;
    match scan.sense(&m) {
        // "Jan." keeps its full stop.
        Sense::Month { number, hijri } => {
            let stop = scan.mark(m.end) == Some('.') && scan.text.tokens[m.end].glued;
            let goes_on =
                scan.text.tokens.get(m.end + 1).is_some_and(|t| t.kind == Kind::Number && !t.breaks);
            Some((*number as i8, *hijri, m.end + usize::from(stop && goes_on)))
        }
        _ => None,
    }
}

/// "28 July/Tammuz": the same month by another name after a stroke.
fn other_name(scan: &Scan, end: usize, number: i8) -> usize {
    match month(scan, end + 1) {
        Some((again, false, after)) if again == number && matches!(scan.mark(end), Some('/' | '(')) => {
            after + usize::from(scan.mark(after) == Some(')'))
        }
        _ => end,
    }
}

/// A year after a date, over an optional comma, preposition or the word "year", if one is told; and where the date ends.
fn year_after(scan: &Scan, i: usize, limit: usize) -> (Option<i16>, usize) {
    year_within(scan, i, limit, 1000..2200).map_or((None, i), |(year, end)| (Some(year), end))
}

/// The year of a date in figures: "2026", "26".
fn full_year(y: i64) -> Option<i16> {
    match y {
        1800..2200 => Some(y as i16),
        0..60 => Some(2000 + y as i16),
        _ => None,
    }
}

/// A Hijri year after a Hijri month.
fn hijri_year(scan: &Scan, i: usize, limit: usize) -> Option<(i16, usize)> {
    year_within(scan, i, limit, 1300..1600)
}

fn year_within(scan: &Scan, i: usize, limit: usize, years: Range<i64>) -> Option<(i16, usize)> {
    let mut j = i;
    while j < limit && j < i + 3 {
        if let Some(y) = number(scan, j).filter(|y| years.contains(y)) {
            let mut end = j + 1;
            if let Some(m) = scan.best(end, |s| matches!(s, Sense::Year { .. })) {
                end = m.end;
            }
            return Some((y as i16, end));
        }
        let skip = matches!(scan.mark(j), Some(','))
            || scan.is(j, |s| matches!(s, Sense::Year { .. }))
            || scan.word(j, "of").is_some();
        if !skip {
            return None;
        }
        j += 1;
    }
    None
}

fn date_at(scan: &Scan, i: usize, limit: usize) -> Option<Found> {
    if let Some(m) = scan.best(i, |s| matches!(s, Sense::Weekday { .. })) {
        let Sense::Weekday { iso, to } = scan.sense(&m) else { return None };
        if let Some(to) = to {
            return Some(found(i, m.end, When::Weekdays(*iso, *to)));
        }
        // "Vice Minister Sun Weidong": a shortened weekday before a name's other part.
        let token = &scan.text.tokens[i];
        if token.capital
            && m.end == i + 1
            && scan.pack.features.case.is_empty()
            && scan.text.folded(i).chars().count() < 4
            && scan.text.tokens.get(i + 1).is_some_and(|n| n.capital && !n.breaks && n.kind == Kind::Word)
            && (scan.unknown(i + 1) || scan.is(i + 1, |s| matches!(s, Sense::Given)))
        {
            return None;
        }
        // "One of the hotels", "an army": the name of a weekday bears the article, where there is one.
        if scan.has_article() && m.last_tags & tags::DEFINITE == 0 {
            return None;
        }
        // "Thursday 15 January": the weekday belongs to the day after it.
        let mut j = m.end;
        while j < limit
            && j < m.end + 3
            && (matches!(scan.mark(j), Some(',' | '('))
                || scan.word(j, "on").is_some()
                || scan.word(j, "determiner").is_some())
        {
            j += 1;
        }
        match day_at(scan, j, limit) {
            Some(Found {
                end, when: When::Day { year: Some(year), month, day, .. }, hijri: true, ..
            }) => {
                let date = Date::new(year, month, day).ok().and_then(|d| on_weekday(d, *iso))?;
                let (year, month, day) = (Some(date.year()), date.month(), date.day());
                let when = When::Day { year, month, day, weekday: Some(*iso) };
                return Some(Found { hijri: true, ..found(i, end, when) });
            }
            Some(Found { end, when: When::Day { year, month, day, .. }, .. }) => {
                return Some(found(i, end, When::Day { year, month, day, weekday: Some(*iso) }));
            }
            Some(Found { end, when: When::Hijri { month, day, .. }, .. }) => {
                let when = When::Hijri { month, day, weekday: Some(*iso) };
                return Some(Found { hijri: true, ..found(i, end, when) });
            }
            _ => {}
        }
        return Some(found(i, m.end, When::Weekday(*iso)));
    }
    if let Some(m) = scan.best(i, |s| matches!(s, Sense::Relative { .. }))
        && !leads_noun(scan, &m)
        && !first_of_month(scan, &m)
        // A longer word is not the day that it begins with.
        && !scan.matches[i].iter().any(|n| n.end == m.end && n.first.strips < m.first.strips)
    {
        let Sense::Relative { days, from } = scan.sense(&m) else { return None };
        // "Today, Thursday": one day.
        let mut j = m.end;
        if matches!(scan.mark(j), Some(',' | '(')) {
            j += 1;
        }
        let mut end = m.end;
        if let Some(next) = date_at_day(scan, j, limit) {
            end = next.end;
            if matches!(next.when, When::Day { .. }) {
                return Some(Found { start: i, ..next });
            }
        }
        return Some(Found { counted: *from, ..found(i, end, When::Relative(*days)) });
    }
    // "Of this month the 6th", where whose it is stands before.
    if let Some((months, after)) = month_meant(scan, i)
        && let Some((from, to, end)) = days_of_month(scan, after, limit)
    {
        let end = scan.best(end, |s| matches!(s, Sense::DayWord)).map_or(end, |m| m.end);
        return Some(found(i, end, When::OfMonth { months, from, to }));
    }
    if let Some(m) = scan.best(i, is_time)
        && let Sense::Season { years, months, days, .. } = scan.sense(&m)
    {
        let between = days.map(|(from, to)| Between::Days(from, to)).or(months.map(Between::Month));
        return Some(Found { between, ..found(i, m.end, When::Season(*years)) });
    }
    day_at(scan, i, limit)
}

/// A season that tells more than that something was of this year.
fn is_time(sense: &Sense) -> bool {
    let Sense::Season { years, months, days, .. } = sense else { return false };
    *years != 0 || months.is_some() || days.is_some()
}

/// The days between which a season lies, where its words tell.
pub(crate) fn about(scan: &Scan, found: &Found, published: Option<Date>) -> Option<EventDate> {
    let released = published?;
    let day = |n: i32| released.checked_add(jiff::Span::new().days(n)).ok();
    let (from, to) = match found.between? {
        Between::Days(from, to) => (day(from)?, day(to)?),
        Between::Month(n) => {
            let month = released.first_of_month().checked_add(jiff::Span::new().months(n)).ok()?;
            (month, month.last_of_month())
        }
    };
    let words = scan.text.words(found.start, found.end);
    Some(EventDate { value: format!("{from}/{to}"), precision: "about".into(), words })
}

/// "This month", "last month" at a token: months from that of the release, and where it ends.
fn month_meant(scan: &Scan, i: usize) -> Option<(i8, usize)> {
    let m = scan.best(i, |s| matches!(s, Sense::Season { months: Some(_), .. }))?;
    let Sense::Season { months, .. } = scan.sense(&m) else { return None };
    Some(((*months)?, m.end))
}

/// The end of a number of a day, over what makes it an ordinal: "5th", "5-го", "6-сы".
fn ordinal(scan: &Scan, i: usize, limit: usize) -> usize {
    let short = |t: usize| {
        t < limit
            && scan.text.tokens[t].glued
            && scan.text.tokens[t].kind == Kind::Word
            && scan.text.folded(t).chars().count() <= 5
    };
    match scan.mark(i + 1) {
        Some('-') if short(i + 2) => i + 3,
        None if short(i + 1) && scan.text.folded(i + 1).chars().count() <= 2 => i + 2,
        _ => i + 1,
    }
}

/// One or two days of a month in figures, and where they end.
fn days_of_month(scan: &Scan, i: usize, limit: usize) -> Option<(i8, Option<i8>, usize)> {
    let day = |t: usize| number(scan, t).filter(|d| t < limit && (1..=31).contains(d));
    let from = day(i)?;
    let end = ordinal(scan, i, limit);
    let to = day(end + 1).filter(|to| end < limit && reaches(scan, i, end) && *to > from);
    let end = to.map_or(end, |_| ordinal(scan, end + 1, limit));
    Some((from as i8, to.map(|to| to as i8), end))
}

/// "5 of this month", "the 5th and 6th of last month".
fn of_month(scan: &Scan, i: usize, limit: usize) -> Option<Found> {
    let (from, to, mut end) = days_of_month(scan, i, limit)?;
    let joins = |t: usize| {
        ["of", "from", "in", "determiner"].iter().any(|w| scan.word(t, w).is_some_and(|m| m.end == t + 1))
            || scan.is(t, |s| matches!(s, Sense::DayWord))
    };
    let last = end + 3;
    while end < limit.min(last) && month_meant(scan, end).is_none() && joins(end) {
        end += 1;
    }
    let (months, end) = month_meant(scan, end).filter(|_| end < limit)?;
    Some(found(i, end, When::OfMonth { months, from, to }))
}

/// A day's word that is also a preposition, with its noun: "накануне визита" names no day, "накануне встретились" does.
pub(crate) fn leads_noun(scan: &Scan, m: &Match) -> bool {
    let Some(word) = scan.word(m.start, "before").filter(|w| w.end == m.end) else { return false };
    // "The day before she met him", "before his visit".
    let at = scan.word(word.end, "pronoun").map_or(word.end, |p| p.end);
    let Some(next) = scan.text.tokens.get(at).filter(|t| t.kind == Kind::Word && !t.breaks) else {
        return false;
    };
    // "The day before him, the minister, the president received": nothing is told by the day before somebody.
    let somebody = |s: &Sense| match s {
        Sense::Word { work, .. } => *work == "pronoun",
        Sense::Office { .. } => true,
        _ => false,
    };
    let adjective = scan.is(word.end, |s| matches!(s, Sense::State { form: StateForm::Adjective, .. }));
    if scan.is(word.end + usize::from(adjective), somebody) || is_leader(scan, word.end) {
        return false;
    }
    let genitive = |m: &Match| m.first.tags & tags::GEN != 0 && m.first.tags & tags::NOM == 0;
    match scan.matches[at].as_ref() {
        [] => !next.capital && scan.pack.lexicon.name_case(scan.text.folded(at)) & tags::GEN != 0,
        list => list.iter().any(genitive) && !list.iter().any(|m| matches!(scan.sense(m), Sense::Given)),
    }
}

/// The surname of a leader, or the beginning of his name, that no state or body is called by.
fn is_leader(scan: &Scan, t: usize) -> bool {
    let leader = |m: &Match| m.kind & (kinds::LEADER | kinds::SURNAME) != 0;
    let thing = |m: &Match| m.kind & (kinds::STATE | kinds::ORGANISATION | kinds::BODY) != 0;
    scan.matches[t].iter().any(leader) && !scan.matches[t].iter().any(thing)
}

/// "On the first day of May": the day of a month, and not of days told before.
fn first_of_month(scan: &Scan, m: &Match) -> bool {
    let starts = matches!(scan.sense(m), Sense::Relative { from: Counted::Start, .. });
    starts && (m.end..m.end + 2).any(|t| t < scan.text.tokens.len() && month(scan, t).is_some())
}

fn date_at_day(scan: &Scan, i: usize, limit: usize) -> Option<Found> {
    if i < limit && scan.is(i, |s| matches!(s, Sense::Weekday { .. })) {
        return date_at(scan, i, limit);
    }
    day_at(scan, i, limit)
}

fn day_at(scan: &Scan, i: usize, limit: usize) -> Option<Found> {
    if i >= limit {
        return None;
    }
    if let Some(day) = number(scan, i).filter(|d| (1..=31).contains(d)) {
        // Ranges: "15-17 January", "с 15 по 17 января".
        let mut j = i + 1;
        // "13, 14 and 15 January": days that follow one another.
        let mut k = j;
        while k < j + 8
            && scan.mark(k) == Some(',')
            && number(scan, k + 1) == Some(day + 1 + (k - j) as i64 / 2)
        {
            k += 2;
        }
        let (joins, last) = match attached_number(scan, k) {
            Some(to) => (true, Some((to, k + 1))),
            None => {
                // "From 14 up to the 16th", where the word of reach is a phrase.
                let phrase = ["to", "until"].iter().find_map(|w| scan.word(k, w)).map_or(k + 1, |m| m.end);
                (reaches(scan, i, k), number(scan, phrase).map(|to| (to, phrase + 1)))
            }
        };
        let last = last.filter(|(to, _)| joins && (day + 1..=31).contains(to));
        if let Some((to, after)) = last
            && let Some((month, false, end)) = month(scan, after)
        {
            let (year, end) = year_after(scan, end, limit);
            return Some(found(
                i,
                end,
                When::Range { year, from: (month, day as i8), to: (month, to as i8) },
            ));
        }
        // 12/7/1447 with the word for the era
        if matches!(scan.mark(j), Some('/' | '-' | '.'))
            && let Some(m) = number(scan, j + 1).filter(|m| (1..=12).contains(m))
            && scan.mark(j + 2) == scan.mark(j)
            && number(scan, j + 3).is_some()
            && scan.is(j + 4, |s| matches!(s, Sense::Year { hijri: true }))
        {
            return hijri_day(scan, i, j + 3, limit, (m as i8, day as i8));
        }
        // 15/01/2026, 15.01.2026
        if matches!(scan.mark(j), Some('/' | '-' | '.'))
            && let Some(m) = number(scan, j + 1).filter(|m| (1..=12).contains(m))
            && scan.mark(j + 2) == scan.mark(j)
            && let Some(y) = number(scan, j + 3).filter(|y| (1800..2200).contains(y))
        {
            return Some(found(
                i,
                j + 4,
                When::Day { year: Some(y as i16), month: m as i8, day: day as i8, weekday: None },
            ));
        }
        while j < limit
            && j < i + 3
            && (scan.word(j, "of").is_some()
                || scan.has_article() && scan.word(j, "from").is_some() && month(scan, j + 1).is_some()
                || scan.text.folded(j).chars().count() <= 2
                    && scan.text.tokens[j].glued
                    && scan.text.tokens[j].kind == Kind::Word
                // "12-April", where an ordinal is written with a hyphen.
                || scan.mark(j) == Some('-')
                    && scan.text.tokens[j].glued
                    && scan.text.tokens.get(j + 1).is_some_and(|t| t.glued && t.kind == Kind::Word))
        {
            j += 1;
        }
        // "The 12th of the month of Rajab"
        for from in i + 1..=j {
            if let Some(m) = scan.best(from, |s| matches!(s, Sense::DayWord))
                && m.end < limit
                && month(scan, m.end).is_some()
            {
                j = m.end;
                break;
            }
        }
        if let Some((month, lunar, end)) = month(scan, j) {
            if lunar {
                return hijri_day(scan, i, end, limit, (month, day as i8));
            }
            let end = other_name(scan, end, month);
            let (year, end) = year_after(scan, end, limit);
            return Some(found(i, end, When::Day { year, month, day: day as i8, weekday: None }));
        }
        return of_month(scan, i, limit);
    }
    // "15.01.2026" may be one number token.
    if scan.text.tokens[i].kind == Kind::Number {
        let parts: Vec<i64> = scan.text.folded(i).split(['.', ',']).filter_map(|p| p.parse().ok()).collect();
        if let [d, m, y] = parts[..]
            && (1..=31).contains(&d)
            && (1..=12).contains(&m)
            && let Some(y) = full_year(y)
        {
            return Some(found(
                i,
                i + 1,
                When::Day { year: Some(y), month: m as i8, day: d as i8, weekday: None },
            ));
        }
        // "2026-01-15"
        if let Some(y) = number(scan, i).filter(|y| (1800..2200).contains(y)) {
            if matches!(scan.mark(i + 1), Some('-' | '/' | '.'))
                && let Some(m) = number(scan, i + 2).filter(|m| (1..=12).contains(m))
                && scan.mark(i + 3) == scan.mark(i + 1)
                && let Some(d) = number(scan, i + 4).filter(|d| (1..=31).contains(d))
            {
                return Some(found(
                    i,
                    i + 5,
                    When::Day { year: Some(y as i16), month: m as i8, day: d as i8, weekday: None },
                ));
            }
            // "2026 жылғы 28 ақпан": the year first.
            let mut j = i + 1;
            while j < limit && j < i + 3 && scan.is(j, |s| matches!(s, Sense::Year { .. })) {
                j += 1;
            }
            if j > i + 1
                && let Some(day) = day_at(scan, j, limit)
            {
                let year = Some(y as i16);
                match day.when {
                    When::Day { year: None, month, day: d, weekday } => {
                        return Some(found(i, day.end, When::Day { year, month, day: d, weekday }));
                    }
                    When::Range { year: None, from, to } => {
                        return Some(found(i, day.end, When::Range { year, from, to }));
                    }
                    When::Month { year: None, month } => {
                        return Some(found(i, day.end, When::Month { year, month }));
                    }
                    _ => {}
                }
            }
            return Some(found(i, i + 1, When::Year(y as i16)));
        }
        return None;
    }
    if let Some((month_number, lunar, end)) = month(scan, i) {
        if lunar {
            return None;
        }
        // "Of the month of January the 14th".
        let named = scan.best(end, |s| matches!(s, Sense::DayWord)).map_or(end, |m| m.end);
        let end = if number(scan, named).is_some() { named } else { end };
        if let Some(day) = number(scan, end).filter(|d| (1..=31).contains(d)) {
            let mut after = ordinal(scan, end, limit);
            let joins = reaches(scan, i, after);
            if joins && let Some(to) = number(scan, after + 1).filter(|d| *d > day && *d <= 31) {
                let (year, end) = year_after(scan, after + 2, limit);
                return Some(found(
                    i,
                    end,
                    When::Range { year, from: (month_number, day as i8), to: (month_number, to as i8) },
                ));
            }
            // "қаңтардың 14-і күні"
            if let Some(m) = scan.best(after, |s| matches!(s, Sense::DayWord)).filter(|_| after > end + 1) {
                after = m.end;
            }
            let (year, end) = year_after(scan, after, limit);
            return Some(found(
                i,
                end,
                When::Day { year, month: month_number, day: day as i8, weekday: None },
            ));
        }
        let (year, end) = year_after(scan, end, limit);
        return Some(found(i, end, When::Month { year, month: month_number }));
    }
    day_in_words(scan, i, limit)
}

/// The event's date that the words give, as far as the day of release tells.
///
/// `ahead` looks forward from release (planned), else back. Nothing is guessed from the day of processing.
pub(crate) fn resolve(scan: &Scan, found: &Found, published: Option<Date>, ahead: bool) -> Option<EventDate> {
    let words = scan.text.words(found.start, found.end);
    let ahead = found.turn.unwrap_or(ahead);
    let (value, precision) = match found.when {
        When::Day { year, month, day, .. } => {
            let date = match (year, published) {
                (Some(year), _) => Date::new(year, month, day).ok()?,
                (None, Some(p)) if found.years.is_some() => {
                    Date::new(told_year(found, p)?, month, day).ok()?
                }
                (None, Some(p)) => nearest_year(p, month, day, ahead)?,
                (None, None) => {
                    return Some(EventDate {
                        value: format!("--{month:02}-{day:02}"),
                        precision: "day-of-year".into(),
                        words,
                    });
                }
            };
            (date.to_string(), "day")
        }
        When::Hijri { month, day, weekday } => {
            let date = hijri::nearest(published?, month, day, ahead)?;
            (weekday.and_then(|iso| on_weekday(date, iso)).unwrap_or(date).to_string(), "day")
        }
        When::Range { year, from, to } => {
            let (a, b) = match (year, published) {
                (Some(year), _) => {
                    let began = year - i16::from(from > to);
                    (Date::new(began, from.0, from.1).ok()?, Date::new(year, to.0, to.1).ok()?)
                }
                (None, Some(p)) if found.years.is_some() => {
                    let year = told_year(found, p)?;
                    (Date::new(year, from.0, from.1).ok()?, Date::new(year, to.0, to.1).ok()?)
                }
                (None, Some(p)) => {
                    (nearest_year(p, from.0, from.1, ahead)?, nearest_year(p, to.0, to.1, ahead)?)
                }
                (None, None) => return None,
            };
            (format!("{a}/{b}"), "interval")
        }
        When::OfMonth { months, from, to } => {
            let month = published?.first_of_month().checked_add(jiff::Span::new().months(months)).ok()?;
            let day = |d: i8| Date::new(month.year(), month.month(), d).ok();
            match to {
                Some(to) => (format!("{}/{}", day(from)?, day(to)?), "interval"),
                None => (day(from)?.to_string(), "day"),
            }
        }
        When::Month { year: Some(year), month } => (format!("{year:04}-{month:02}"), "month"),
        When::Month { year: None, month } if found.years.is_some() => {
            (format!("{:04}-{month:02}", told_year(found, published?)?), "month")
        }
        // "Last September": the nearest one that way.
        When::Month { year: None, month } if found.turn.is_some() => {
            let p = published?;
            let year = p.year()
                + match ahead {
                    true => i16::from(month <= p.month()),
                    false => -i16::from(month >= p.month()),
                };
            (format!("{year:04}-{month:02}"), "month")
        }
        // "In May": the last one before the release, or the next. By itself a month may be another word cut short.
        When::Month { year: None, month } => {
            let p = published.filter(|_| inside_month(scan, found) || ahead && toward_month(scan, found))?;
            let year = p.year()
                + match ahead {
                    true => i16::from(month < p.month()),
                    false => -i16::from(month > p.month()),
                };
            (format!("{year:04}-{month:02}"), "month")
        }
        When::Season(_) | When::Year(_) => return None,
        When::Weekday(iso) if found.week.is_some() => {
            (in_week_of(published?, found.week?, iso)?.to_string(), "day")
        }
        When::Weekdays(from, to) => {
            let first = match found.week {
                Some(week) => in_week_of(published?, week, from)?,
                None => first_of(published?, (from, to), ahead)?,
            };
            let days = i64::from((to + 7 - from) % 7);
            let last = first.checked_add(jiff::Span::new().days(days)).ok()?;
            (format!("{first}/{last}"), "interval")
        }
        When::Weekday(iso) if found.turn.is_some() => {
            let wanted = Weekday::from_monday_one_offset(iso as i8).ok()?;
            (published?.nth_weekday(if ahead { 1 } else { -1 }, wanted).ok()?.to_string(), "day")
        }
        When::Weekday(iso) => match published {
            Some(p) => (weekday_near(p, iso, ahead)?.to_string(), "day"),
            None => (iso.to_string(), "weekday"),
        },
        When::Relative(days) => match published {
            Some(p) => (p.checked_add(jiff::Span::new().days(i64::from(days))).ok()?.to_string(), "day"),
            None => (days.to_string(), "relative"),
        },
    };
    Some(EventDate { value, precision: precision.to_string(), words })
}

/// The year that "last year" beside a day names.
fn told_year(found: &Found, published: Date) -> Option<i16> {
    published.year().checked_add(i16::try_from(found.years?).ok()?)
}

/// A date after release, and within a third of a year.
pub(crate) fn soon(published: Date, date: &EventDate) -> bool {
    let first = date.value.split('/').next().and_then(|d| d.parse::<Date>().ok());
    first.is_some_and(|d| (1..=120).contains(&(d - published).get_days()))
}

fn nearest_year(published: Date, month: i8, day: i8, ahead: bool) -> Option<Date> {
    let this = Date::new(published.year(), month, day).ok()?;
    let days = (this - published).get_days();
    if ahead && days < -180 {
        Date::new(published.year() + 1, month, day).ok()
    } else if !ahead && days > 30 {
        Date::new(published.year() - 1, month, day).ok()
    } else {
        Some(this)
    }
}

/// A weekday of the week so many from that of release.
fn in_week_of(published: Date, week: i8, iso: u8) -> Option<Date> {
    let days = i64::from(week) * 7 + i64::from(iso) - i64::from(published.weekday().to_monday_one_offset());
    published.checked_add(jiff::Span::new().days(days)).ok()
}

/// The first of the days from one weekday to another: the last such days that have ended by release, or the next to begin.
fn first_of(published: Date, (from, to): (u8, u8), ahead: bool) -> Option<Date> {
    if ahead {
        return weekday_near(published, from, true);
    }
    weekday_near(weekday_near(published, to, false)?, from, false)
}

/// The last such weekday on or before release, or the next on or after it.
fn weekday_near(published: Date, iso: u8, ahead: bool) -> Option<Date> {
    let wanted = Weekday::from_monday_one_offset(iso as i8).ok()?;
    if published.weekday() == wanted {
        return Some(published);
    }
    published.nth_weekday(if ahead { 1 } else { -1 }, wanted).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_weekday_is_the_last_one_for_what_happened_and_the_next_for_what_is_planned() {
        let thursday = Date::constant(2026, 1, 15);
        assert_eq!(weekday_near(thursday, 4, false), Some(thursday));
        assert_eq!(weekday_near(thursday, 3, false), Some(Date::constant(2026, 1, 14)));
        assert_eq!(weekday_near(thursday, 3, true), Some(Date::constant(2026, 1, 21)));
    }

    #[test]
    fn a_day_without_a_year_is_near_the_release() {
        let new_year = Date::constant(2026, 1, 3);
        assert_eq!(nearest_year(new_year, 12, 30, false), Some(Date::constant(2025, 12, 30)));
        assert_eq!(nearest_year(new_year, 1, 20, true), Some(Date::constant(2026, 1, 20)));
    }
}
