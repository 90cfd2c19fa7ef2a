//! Figures and years of a clause.

use std::ops::Range;

use super::grammar::Work;
use super::piece::Piece;
use crate::detect::Scan;
use crate::model::Threshold;
use crate::pack::{Sense, kinds};
use crate::text::Kind;

/// A figure with its unit.
#[derive(Debug, Clone)]
pub(super) struct Figure<'a> {
    pub at: Range<usize>,
    pub value: f64,
    pub unit: &'a str,
    /// An amount or a count, not a length of stay or a year.
    pub amount: bool,
}

/// Units that measure no relation: how long a stay, a time of day.
const NO_AMOUNT: [&str; 9] =
    ["countries", "days", "months", "years", "hours", "minutes", "MW", "GW", "documents"];

/// A figure with this unit may be an amount.
pub(super) fn may_count(unit: &str) -> bool {
    !NO_AMOUNT.contains(&unit)
}

/// A year as written, or none.
#[inline]
pub(super) fn year(scan: &Scan, i: usize) -> Option<(u32, Option<u32>)> {
    // Most tokens are no numbers.
    if scan.text.tokens.get(i)?.kind == Kind::Number { written_year(scan, i) } else { None }
}

fn written_year(scan: &Scan, i: usize) -> Option<(u32, Option<u32>)> {
    let text = scan.text.folded(i);
    let value: u32 = text.parse().ok().filter(|y| (1600..2101).contains(y) && text.len() == 4)?;
    // 2023-24, 2023/24
    let dash = matches!(scan.mark(i + 1), Some('-' | '–' | '/' | '—')) && scan.text.tokens[i + 1].glued;
    let next = scan
        .text
        .tokens
        .get(i + 2)
        .filter(|t| dash && t.kind == Kind::Number && t.glued)
        .map(|_| scan.text.folded(i + 2));
    let second = match next {
        Some(n) if n.len() == 2 => n.parse::<u32>().ok().map(|n| value / 100 * 100 + n),
        Some(n) if n.len() == 4 => n.parse::<u32>().ok(),
        _ => None,
    };
    Some((value, second.filter(|s| *s > value && *s < 2200)))
}

/// The figures of a token range in order; years are not figures.
pub(super) fn figures<'a>(scan: &Scan<'a>, range: Range<usize>) -> Vec<Figure<'a>> {
    let mut out: Vec<Figure> = Vec::new();
    let mut t = range.start;
    while let Some(at) = scan.matches.next_with(t..range.end, kinds::FIGURE | kinds::DIGITS) {
        t = at;
        let Some((mut value, mut end)) = number(scan, t) else {
            t += 1;
            continue;
        };
        let mut start = t;
        let digits = scan.text.tokens[t].kind == Kind::Number;
        let bare_year = year(scan, t).is_some();
        let mut magnitude = false;
        while let Some(m) =
            scan.best(end, |s| matches!(s, Sense::Magnitude { .. })).filter(|m| m.end <= range.end)
        {
            if let Sense::Magnitude { value: factor } = scan.sense(&m) {
                value *= factor;
            }
            magnitude = true;
            end = m.end;
        }
        let unit_at =
            |i: usize| scan.best(i, |s| matches!(s, Sense::Unit { .. })).filter(|m| m.end <= range.end);
        let mut unit = None;
        if let Some(m) = unit_at(end).or_else(|| {
            unit_at(end + 1)
                .filter(|_| !magnitude && digits && scan.mark(end).is_none() && end + 1 < range.end)
        }) {
            if let Sense::Unit { unit: u } = scan.sense(&m) {
                unit = Some(u.as_str());
            }
            end = m.end;
        } else if start > range.start {
            for back in 1..=3usize.min(start - range.start) {
                if let Some(m) = unit_at(start - back).filter(|m| m.end == start)
                    && let Sense::Unit { unit: u } = scan.sense(&m)
                {
                    unit = Some(u.as_str());
                    start = m.start;
                    break;
                }
            }
        }
        if bare_year && unit.is_none_or(|u| u == "years") && !magnitude {
            t = end;
            continue;
        }
        let unit = unit.unwrap_or_default();
        let amount =
            may_count(unit) && (digits || magnitude || !unit.is_empty()) && !date_number(scan, t, end);
        out.push(Figure { at: start..end, value, unit, amount });
        t = end;
    }
    out
}

/// A number of digits or in words at a token: value and the token after it.
fn number(scan: &Scan, t: usize) -> Option<(f64, usize)> {
    if scan.text.tokens[t].kind == Kind::Number {
        let plain: String = scan
            .text
            .folded(t)
            .chars()
            .map(|c| if c == '\u{66B}' { '.' } else { c })
            .filter(|c| *c != '\u{66C}')
            .collect();
        let value = match plain.rsplit_once(',') {
            Some((whole, part)) if part.len() == 3 && !whole.starts_with('0') => {
                format!("{whole}{part}").replace(',', "")
            }
            Some((whole, part)) => format!("{whole}.{part}"),
            None => plain,
        };
        let mut value: f64 = value.parse().ok()?;
        // Groups of three parted by spaces.
        let mut end = t + 1;
        while let Some(token) = scan.text.tokens.get(end)
            && token.kind == Kind::Number
            && value < 1e9
            && scan.text.folded(end).len() == 3
            && token.start - scan.text.tokens[end - 1].end <= 2
            && !token.breaks
            && year(scan, t).is_none()
            && let Ok(part) = scan.text.folded(end).parse::<f64>()
        {
            value = value * 1000.0 + part;
            end += 1;
        }
        return Some((value, end));
    }
    if scan.matches.kinds(t) & kinds::FIGURE == 0 {
        return None;
    }
    let m = scan.best(t, |s| matches!(s, Sense::Number { .. } | Sense::Magnitude { .. }))?;
    match scan.sense(&m) {
        // "A million": the magnitude is counted by the caller.
        Sense::Magnitude { .. } => Some((1.0, t)),
        Sense::Number { value } => Some((*value, m.end)),
        _ => None,
    }
}

/// The number is the day of a month.
fn date_number(scan: &Scan, t: usize, end: usize) -> bool {
    scan.is(end, |s| matches!(s, Sense::Month { .. }))
        || (t > 0 && scan.is(t - 1, |s| matches!(s, Sense::Month { .. })))
}

/// Threshold of a claim from the figure that counts.
pub(super) fn threshold(scan: &Scan, figure: &Figure, pieces: &[Piece]) -> Threshold {
    let before = |work: Work| {
        pieces.iter().any(|p| p.does(work) && p.end <= figure.at.start && figure.at.start - p.end <= 2)
    };
    let op = if before(Work::More) {
        "more"
    } else if before(Work::Less) {
        "less"
    } else if before(Work::About) {
        "about"
    } else {
        "exact"
    };
    Threshold {
        value: figure.value,
        unit: figure.unit.to_string(),
        op: op.to_string(),
        as_written: scan.text.words(figure.at.start, figure.at.end).text,
    }
}

/// The period that a token range names.
pub(super) fn period(
    scan: &Scan,
    range: Range<usize>,
    pieces: &[Piece],
    known: Option<&str>,
) -> Option<String> {
    let years: Vec<(usize, u32, Option<u32>)> = {
        let mut found = Vec::new();
        let mut t = range.start;
        while let Some(at) = scan.matches.next_with(t..range.end, kinds::DIGITS) {
            t = at;
            if let Some((y, second)) = year(scan, t) {
                found.push((t, y, second));
                t += if second.is_some() { 3 } else { 1 };
            } else {
                t += 1;
            }
        }
        found
    };
    let since = |at: usize| {
        pieces.iter().any(|p| {
            p.does(Work::Since) && p.end <= at && at - p.end <= 6
                || p.does(Work::Since) && p.start > at && p.start - at <= 2
        })
    };
    let near = |work: Work, at: usize| {
        pieces
            .iter()
            .any(|p| p.does(work) && (p.start >= at && p.start - at <= 2 || p.end <= at && at - p.end <= 3))
    };
    let anchor = known.and_then(|k| k.get(..4)).and_then(|y| y.parse::<u32>().ok());
    match years.as_slice() {
        [] => {
            let base = anchor?;
            let says = |work: Work| {
                pieces.iter().any(|p| p.does(work) && p.start >= range.start && p.end <= range.end)
            };
            if says(Work::YearAfter) {
                Some((base + 1).to_string())
            } else if says(Work::YearBefore) {
                Some(format!("{}/{base}", base - 1))
            } else if says(Work::SameYear) {
                Some(base.to_string())
            } else {
                None
            }
        }
        [(_, y, Some(second))] => Some(format!("{y}/{second}")),
        [(at, y, None)] if since(*at) => Some(format!("{y}/..")),
        [(at, y, None)] if near(Work::Until, *at) => Some(format!("../{y}")),
        [(_, y, None)] => {
            let before = pieces
                .iter()
                .any(|p| p.does(Work::YearBefore) && p.start >= range.start && p.end <= range.end);
            Some(if before { format!("{}/{y}", y - 1) } else { y.to_string() })
        }
        [(_, first, _), .., (_, last, second)] => {
            let (a, b) = ((*first).min(*last), (*first).max(second.unwrap_or(*last)));
            Some(if a == b { a.to_string() } else { format!("{a}/{b}") })
        }
    }
}
