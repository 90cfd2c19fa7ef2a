//! Finds days, months and weekdays, and resolves them against the day of release, never against today.

use std::ops::Range;

use jiff::civil::{Date, Weekday};

use super::Scan;
use crate::model::EventDate;
use crate::pack::Sense;
use crate::text::Kind;

/// A time as the words give it.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum When {
    /// A day with month, the year perhaps unsaid.
    Day { year: Option<i16>, month: i8, day: i8, weekday: Option<u8> },
    /// Days of one month.
    Range { year: Option<i16>, month: i8, from: i8, to: i8 },
    /// A month, the year perhaps unsaid.
    Month { year: Option<i16>, month: i8 },
    /// A weekday alone.
    Weekday(u8),
    /// Days from the day of release.
    Relative(i32),
    /// "Last year", "next month": not a day, and not today; below zero what is past.
    Season(i32),
    /// A year alone.
    Year(i16),
}

/// A time and where it stands.
#[derive(Debug, Clone)]
pub(crate) struct Found {
    pub start: usize,
    pub end: usize,
    pub when: When,
}

/// Every time named in a range of tokens.
pub(crate) fn dates(scan: &Scan, range: Range<usize>) -> Vec<Found> {
    let mut out: Vec<Found> = Vec::new();
    let mut i = range.start;
    while i < range.end {
        match date_at(scan, i, range.end) {
            Some(found) => {
                i = found.end.max(i + 1);
                out.push(found);
            }
            None => i += 1,
        }
    }
    out
}

fn number(scan: &Scan, i: usize) -> Option<i64> {
    let token = scan.text.tokens.get(i)?;
    if token.kind != Kind::Number {
        return None;
    }
    scan.text.folded(i).parse().ok()
}

fn month(scan: &Scan, i: usize) -> Option<(i8, bool, usize)> {
    let m = scan.best(i, |s| matches!(s, Sense::Month { .. }))?;
    match scan.sense(&m) {
        Sense::Month { number, hijri } => Some((*number as i8, *hijri, m.end)),
        _ => None,
    }
}

/// A year after a date, over an optional comma, preposition or the word "year".
fn year_after(scan: &Scan, i: usize, limit: usize) -> Option<(i16, usize)> {
    let mut j = i;
    while j < limit && j < i + 3 {
        if let Some(y) = number(scan, j).filter(|y| (1800..2200).contains(y)) {
            let mut end = j + 1;
            if let Some(m) = scan.best(end, |s| matches!(s, Sense::Year)) {
                end = m.end;
            }
            return Some((y as i16, end));
        }
        let skip = matches!(scan.mark(j), Some(','))
            || scan.is(j, |s| matches!(s, Sense::Year))
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
        let Sense::Weekday { iso } = scan.sense(&m) else { return None };
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
        if let Some(Found { end, when: When::Day { year, month, day, .. }, .. }) = day_at(scan, j, limit) {
            return Some(Found { start: i, end, when: When::Day { year, month, day, weekday: Some(*iso) } });
        }
        return Some(Found { start: i, end: m.end, when: When::Weekday(*iso) });
    }
    if let Some(m) = scan.best(i, |s| matches!(s, Sense::Relative { .. })) {
        let Sense::Relative { days } = scan.sense(&m) else { return None };
        // "Today, Thursday": one day.
        let mut j = m.end;
        if matches!(scan.mark(j), Some(',' | '(')) {
            j += 1;
        }
        let mut end = m.end;
        if let Some(next) = date_at_day(scan, j, limit) {
            end = next.end;
            if matches!(next.when, When::Day { .. }) {
                return Some(Found { start: i, end, when: next.when });
            }
        }
        return Some(Found { start: i, end, when: When::Relative(*days) });
    }
    if let Some(m) = scan.best(i, |s| matches!(s, Sense::Season { years } if *years != 0))
        && let Sense::Season { years } = scan.sense(&m)
    {
        return Some(Found { start: i, end: m.end, when: When::Season(*years) });
    }
    day_at(scan, i, limit)
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
        let joins = matches!(scan.mark(j), Some('-' | '–' | '—'))
            || scan.word(j, "to").is_some()
            || scan.word(j, "until").is_some()
            || scan.word(j, "and").is_some();
        if joins
            && let Some(to) = number(scan, j + 1).filter(|d| (1..=31).contains(d) && *d > day)
            && let Some((month, false, end)) = month(scan, j + 2)
        {
            let (year, end) = year_after(scan, end, limit).map_or((None, end), |(y, e)| (Some(y), e));
            return Some(Found {
                start: i,
                end,
                when: When::Range { year, month, from: day as i8, to: to as i8 },
            });
        }
        // 15/01/2026, 15.01.2026
        if matches!(scan.mark(j), Some('/' | '-' | '.'))
            && let Some(m) = number(scan, j + 1).filter(|m| (1..=12).contains(m))
            && scan.mark(j + 2) == scan.mark(j)
            && let Some(y) = number(scan, j + 3).filter(|y| (1800..2200).contains(y))
        {
            return Some(Found {
                start: i,
                end: j + 4,
                when: When::Day { year: Some(y as i16), month: m as i8, day: day as i8, weekday: None },
            });
        }
        while j < limit
            && j < i + 3
            && (scan.word(j, "of").is_some()
                || scan.text.folded(j).len() <= 2
                    && scan.text.tokens[j].glued
                    && scan.text.tokens[j].kind == Kind::Word)
        {
            j += 1;
        }
        if let Some((month, hijri, end)) = month(scan, j) {
            if hijri {
                return None;
            }
            let (year, end) = year_after(scan, end, limit).map_or((None, end), |(y, e)| (Some(y), e));
            return Some(Found {
                start: i,
                end,
                when: When::Day { year, month, day: day as i8, weekday: None },
            });
        }
        return None;
    }
    // "15.01.2026" may be one number token.
    if scan.text.tokens[i].kind == Kind::Number {
        let parts: Vec<i64> = scan.text.folded(i).split(['.', ',']).filter_map(|p| p.parse().ok()).collect();
        if let [d, m, y] = parts[..]
            && (1..=31).contains(&d)
            && (1..=12).contains(&m)
            && (1800..2200).contains(&y)
        {
            return Some(Found {
                start: i,
                end: i + 1,
                when: When::Day { year: Some(y as i16), month: m as i8, day: d as i8, weekday: None },
            });
        }
        // "2026-01-15"
        if let Some(y) = number(scan, i).filter(|y| (1800..2200).contains(y)) {
            if scan.mark(i + 1) == Some('-')
                && let Some(m) = number(scan, i + 2).filter(|m| (1..=12).contains(m))
                && scan.mark(i + 3) == Some('-')
                && let Some(d) = number(scan, i + 4).filter(|d| (1..=31).contains(d))
            {
                return Some(Found {
                    start: i,
                    end: i + 5,
                    when: When::Day { year: Some(y as i16), month: m as i8, day: d as i8, weekday: None },
                });
            }
            return Some(Found { start: i, end: i + 1, when: When::Year(y as i16) });
        }
        return None;
    }
    if let Some((month_number, hijri, end)) = month(scan, i) {
        if hijri {
            return None;
        }
        if let Some(day) = number(scan, end).filter(|d| (1..=31).contains(d)) {
            let mut after = end + 1;
            let joins = matches!(scan.mark(after), Some('-' | '–')) || scan.word(after, "to").is_some();
            if joins && let Some(to) = number(scan, after + 1).filter(|d| *d > day && *d <= 31) {
                let (year, end) =
                    year_after(scan, after + 2, limit).map_or((None, after + 2), |(y, e)| (Some(y), e));
                return Some(Found {
                    start: i,
                    end,
                    when: When::Range { year, month: month_number, from: day as i8, to: to as i8 },
                });
            }
            if after < limit
                && scan.text.tokens[after].glued
                && scan.text.tokens[after].kind == Kind::Word
                && scan.text.folded(after).len() == 2
            {
                after += 1; // 5th
            }
            let (year, end) = year_after(scan, after, limit).map_or((None, after), |(y, e)| (Some(y), e));
            return Some(Found {
                start: i,
                end,
                when: When::Day { year, month: month_number, day: day as i8, weekday: None },
            });
        }
        let (year, end) = year_after(scan, end, limit).map_or((None, end), |(y, e)| (Some(y), e));
        return Some(Found { start: i, end, when: When::Month { year, month: month_number } });
    }
    None
}

/// The event's date that the words give, as far as the day of release tells.
///
/// `ahead` looks forward from release (planned), else back. Nothing is guessed from the day of processing.
pub(crate) fn resolve(scan: &Scan, found: &Found, published: Option<Date>, ahead: bool) -> Option<EventDate> {
    let words = scan.text.words(found.start, found.end);
    let (value, precision) = match found.when {
        When::Day { year, month, day, .. } => {
            let date = match (year, published) {
                (Some(year), _) => Date::new(year, month, day).ok()?,
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
        When::Range { year, month, from, to } => {
            let (a, b) = match (year, published) {
                (Some(year), _) => (Date::new(year, month, from).ok()?, Date::new(year, month, to).ok()?),
                (None, Some(p)) => (nearest_year(p, month, from, ahead)?, nearest_year(p, month, to, ahead)?),
                (None, None) => return None,
            };
            (format!("{a}/{b}"), "interval")
        }
        When::Month { year: Some(year), month } => (format!("{year:04}-{month:02}"), "month"),
        When::Month { .. } | When::Season(_) | When::Year(_) => return None,
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
