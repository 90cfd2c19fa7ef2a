//! Claims on trade in goods.
//!
//! Decided by trade_cow, the one series with both ways that the record takes in today. Where it lacks the years,
//! there is no verdict, and the series that would have them is named.

use std::ops::RangeInclusive;

use mahdar_store::{Record, StoreError};

use super::{
    Compare, FIRST_YEAR, Level, Outcome, Period, Question, Rank, Reason, Verdict, VerdictKind, Why, Windows,
    rank_verdict,
};
use crate::Evidence;
use crate::evidence;
use crate::measures::trade::{KEY, Partners, SOURCE, TradePair, WindowCount};

/// Trade older than this says nothing of today.
const STALE_AFTER: i32 = 3;
/// A trend needs this many years with a total, and this many windows.
const MIN_YEARS: usize = 5;
const MIN_WINDOWS: u32 = 3;
/// A trend may begin or end this much later or earlier than the claim says.
const SLACK: i32 = 2;
/// The series is in millions.
const MILLION: f64 = 1e6;

/// Decides a claim by the two-way trade of the pair.
pub(super) fn decide(record: &Record, question: &Question<'_>) -> Result<Outcome, StoreError> {
    let files = record.files(SOURCE)?;
    let Some(file) = files.first() else { return Ok(Err(Reason::NotImported)) };
    let pair = TradePair::load(record, question.a, question.b)?;
    let found = match question.claim.relation.as_str() {
        "level" => level(question, &pair, &file.file.unit),
        "trend" => trend(question, &pair, &file.file.unit),
        "compare" => compare(question, &pair, &file.file.unit),
        "rank" | "first" => rank(record, question, &pair, &file.file.unit)?,
        _ => Err(Reason::Incomplete),
    };
    let (verdict, why, years) = match found {
        Ok(found) => found,
        Err(reason) => return Ok(Err(reason)),
    };
    let mut rows: Vec<Evidence> = vec![];
    for row in pair.years.range(years).flat_map(|(_, trade)| &trade.rows) {
        if let Some(file) = files.iter().find(|file| file.id == row.file) {
            rows.push(evidence::cell(record, file, row.line, row.column)?);
        }
    }
    Ok(Ok(Verdict { verdict, why, indicator: Some(KEY.into()), rows }))
}

/// A verdict with its numbers and the years they are of.
type Found = Result<(VerdictKind, Why, RangeInclusive<i32>), Reason>;

fn level(question: &Question<'_>, pair: &TradePair, unit: &str) -> Found {
    let (claimed, op) = question.figure("USD").ok_or(Reason::Incomplete)?;
    let claimed = claimed / MILLION;
    let (year, value) = total_of(question, pair)?;
    let stale = question.is_stale(year, STALE_AFTER);
    let off = if value == 0.0 { f64::INFINITY } else { (value - claimed).abs() / value };
    let verdict = match op {
        "more" => VerdictKind::of(value >= claimed, value >= 0.9 * claimed),
        "less" => VerdictKind::of(value <= claimed, value <= 1.1 * claimed),
        // Nobody states trade to the dollar: an exact figure is judged as a rounded one.
        _ => VerdictKind::of(off <= 0.10, off <= 0.25),
    };
    let why = Why::Level(Level { year, value, claimed, op: op.into(), unit: unit.into(), stale });
    Ok((verdict.aged(stale), why, year..=year))
}

fn trend(question: &Question<'_>, pair: &TradePair, unit: &str) -> Found {
    let direction = question.claim.direction.as_deref().ok_or(Reason::Incomplete)?;
    let (from, to) = match question.period {
        Period::Today => (FIRST_YEAR, question.as_of.unwrap_or(i32::MAX)),
        Period::Year(_) => return Err(Reason::NoRow),
        Period::Years(from, to) => (from, to),
    };
    let totals = pair.totals(from..=to);
    let (Some(first), Some(last)) = (totals.first().copied(), totals.last().copied()) else {
        return Err(Reason::NoRow);
    };
    let named = question.period != Period::Today && to != i32::MAX;
    let count = WindowCount::of(&totals);
    let too_short = totals.len() < MIN_YEARS || count.windows < MIN_WINDOWS;
    if too_short || first.0 > from + SLACK || (named && last.0 < to - SLACK) {
        return Err(Reason::NoRow);
    }
    let (in_direction, moved) = match direction {
        "down" => (count.fall, last.1 < first.1),
        _ => (count.growth, last.1 > first.1),
    };
    let share = count.share(in_direction).unwrap_or_default();
    let verdict = VerdictKind::of(share >= 0.75 && moved, share > 0.25 || moved);
    let stale = question.is_stale(last.0, STALE_AFTER);
    let why = Why::Windows(Windows {
        first_year: first.0,
        first: first.1,
        last_year: last.0,
        last: last.1,
        unit: unit.into(),
        windows: count.windows,
        in_direction,
        share,
        direction: direction.into(),
        stale,
    });
    Ok((verdict.aged(stale), why, first.0..=last.0))
}

fn compare(question: &Question<'_>, pair: &TradePair, unit: &str) -> Found {
    let less = question.claim.direction.as_deref() == Some("down");
    let (from_year, from, to_year, to, balance) = match question.period {
        Period::Years(from, to) => {
            let total =
                |year: i32| pair.years.get(&year).and_then(|trade| trade.total()).ok_or(Reason::NoRow);
            (from, total(from)?, to, total(to)?, false)
        }
        _ => {
            let (year, _) = total_of(question, pair)?;
            let trade = pair.years.get(&year).ok_or(Reason::NoRow)?;
            // What the first sold to the second is what the second imports.
            let sold = trade.imports_of_b.ok_or(Reason::NoRow)?;
            let bought = trade.imports_of_a.ok_or(Reason::NoRow)?;
            (year, bought, year, sold, true)
        }
    };
    if from == 0.0 {
        return Err(Reason::NoRow);
    }
    let ratio = to / from;
    let verdict = match question.figure("times") {
        Some((k, _)) => VerdictKind::of(ratio >= k, ratio >= 0.9 * k),
        None if less => VerdictKind::of(ratio <= 0.95, ratio < 1.05),
        None => VerdictKind::of(ratio >= 1.05, ratio > 0.95),
    };
    let stale = question.is_stale(to_year, STALE_AFTER);
    let why =
        Why::Compare(Compare { from_year, from, to_year, to, ratio, unit: unit.into(), balance, stale });
    Ok((verdict.aged(stale), why, from_year..=to_year))
}

fn rank(record: &Record, question: &Question<'_>, pair: &TradePair, unit: &str) -> Result<Found, StoreError> {
    let (year, _) = match total_of(question, pair) {
        Ok(found) => found,
        Err(reason) => return Ok(Err(reason)),
    };
    let partners = Partners::load(record, question.a, year)?;
    let Some((rank, value)) = partners.rank_of(question.b) else { return Ok(Err(Reason::NoRow)) };
    let claimed = question.figure("rank").map_or(1, |(n, _)| n.max(1.0) as u32);
    let stale = question.is_stale(year, STALE_AFTER);
    let why = Why::Rank(Rank {
        year,
        rank,
        claimed,
        partners: u32::try_from(partners.totals.len()).unwrap_or(u32::MAX),
        value,
        unit: unit.into(),
        first: partners.totals.iter().take(3).cloned().collect(),
        stale,
    });
    Ok(Ok((rank_verdict(rank, claimed).aged(stale), why, year..=year)))
}

/// The total of the year a claim names, else of the last year with one that is not later than its day.
fn total_of(question: &Question<'_>, pair: &TradePair) -> Result<(i32, f64), Reason> {
    let found = match question.period.year().filter(|year| *year != i32::MAX) {
        Some(year) => pair.totals(year..=year).pop(),
        None => pair.totals(i32::MIN..=question.as_of.unwrap_or(i32::MAX)).pop(),
    };
    found.ok_or(Reason::NoRow)
}
