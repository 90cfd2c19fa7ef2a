//! Trade of two states by year, as each importer reports it; windows of growth; ranks of partners.

use std::collections::{BTreeMap, HashMap};
use std::ops::RangeInclusive;

use mahdar_store::{Record, StoreError, StoredObservation};
use serde_json::{Map, Value, json};

/// Source id.
pub const SOURCE: &str = "trade_cow";
/// Indicator id.
pub const INDICATOR: &str = "trade_cow";
/// Key of the yearly series.
pub const KEY: &str = "trade_cow_musd_imports_of_a_from_b__imports_of_b_from_a";
const TOTAL_KEY: &str = "trade_cow_2014_total_musd";
const WINDOWS_KEY: &str = "trade_cow_windows_2000_2014_min3";
/// Years of the series in the contract.
const SERIES_YEARS: RangeInclusive<i32> = 1992..=2014;
const WINDOW_YEARS: RangeInclusive<i32> = 2000..=2014;
/// A window is at least this long; shorter ones follow prices more than a relation.
const MIN_WINDOW: i32 = 3;

/// Trade of a pair.
#[derive(Debug, Clone, Default)]
pub struct TradePair {
    /// By year, in order.
    pub years: BTreeMap<i32, TradeYear>,
}

/// Trade of a pair in one year.
#[derive(Debug, Clone, Default)]
pub struct TradeYear {
    /// What the first state imports from the second.
    pub imports_of_a: Option<f64>,
    /// What the second state imports from the first.
    pub imports_of_b: Option<f64>,
    /// The cells.
    pub rows: Vec<StoredObservation>,
}

/// Windows of years: all (start, end) with a total at both ends and at least three years between.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct WindowCount {
    /// All.
    pub windows: u32,
    /// In which the total is strictly larger at the end.
    pub growth: u32,
    /// In which it is strictly smaller.
    pub fall: u32,
}

/// Two-way trade of one state with all partners in a year, the largest first.
#[derive(Debug, Clone, Default)]
pub struct Partners {
    /// Partner and total, where both flows are known.
    pub totals: Vec<(String, f64)>,
}

impl TradePair {
    /// Trade of a pair; empty when there is no row.
    pub fn load(record: &Record, a: &str, b: &str) -> Result<TradePair, StoreError> {
        let mut pair = TradePair::default();
        for row in record.observations_of_pair(INDICATOR, a, b)? {
            let Ok(year) = row.period.parse::<i32>() else { continue };
            let entry = pair.years.entry(year).or_default();
            let flow = if row.a == a { &mut entry.imports_of_a } else { &mut entry.imports_of_b };
            *flow = flow.or(row.value);
            entry.rows.push(row);
        }
        Ok(pair)
    }

    /// Totals of both ways; a year in which one way is unknown has none.
    pub fn totals(&self, years: RangeInclusive<i32>) -> Vec<(i32, f64)> {
        self.years.range(years).filter_map(|(year, trade)| Some((*year, trade.total()?))).collect()
    }
}

impl TradeYear {
    /// Both ways together, if both are known.
    pub fn total(&self) -> Option<f64> {
        Some(self.imports_of_a? + self.imports_of_b?)
    }
}

impl WindowCount {
    /// Counts the windows of a series of totals.
    pub fn of(totals: &[(i32, f64)]) -> WindowCount {
        let mut count = WindowCount::default();
        for (i, (start, before)) in totals.iter().enumerate() {
            for (_, after) in totals[i..].iter().filter(|(end, _)| end - start >= MIN_WINDOW) {
                count.windows += 1;
                count.growth += u32::from(after > before);
                count.fall += u32::from(after < before);
            }
        }
        count
    }

    /// Share of the windows; none when there is none.
    pub fn share(&self, part: u32) -> Option<f64> {
        (self.windows > 0).then(|| f64::from(part) / f64::from(self.windows))
    }
}

impl Partners {
    /// Partners of a state in a year.
    pub fn load(record: &Record, state: &str, year: i32) -> Result<Partners, StoreError> {
        let mut flows: HashMap<String, [Option<f64>; 2]> = HashMap::new();
        record.each_of_period(INDICATOR, &year.to_string(), |cell| {
            let (partner, way) = match (cell.a == state, cell.b == state) {
                (true, false) => (cell.b, 0),
                (false, true) => (cell.a, 1),
                _ => return,
            };
            let flow = &mut flows.entry(partner.to_string()).or_default()[way];
            *flow = flow.or(cell.value);
        })?;
        let mut totals: Vec<(String, f64)> =
            flows.into_iter().filter_map(|(partner, [to, from])| Some((partner, to? + from?))).collect();
        totals.sort_by(|x, y| y.1.total_cmp(&x.1).then_with(|| x.0.cmp(&y.0)));
        Ok(Partners { totals })
    }

    /// 1 + partners with strictly more trade, and the total of the partner.
    pub fn rank_of(&self, partner: &str) -> Option<(u32, f64)> {
        let total = self.totals.iter().find(|(name, _)| name == partner)?.1;
        let larger = self.totals.iter().filter(|(_, other)| *other > total).count();
        Some((u32::try_from(larger).ok()? + 1, total))
    }
}

/// Adds the series, the total of 2014 and the windows.
pub(super) fn add_measures(
    record: &Record,
    a: &str,
    b: &str,
    only: Option<i32>,
    measures: &mut Map<String, Value>,
) -> Result<(), StoreError> {
    let pair = TradePair::load(record, a, b)?;
    let covered: Vec<_> = pair.years.range(SERIES_YEARS).collect();
    if covered.is_empty() {
        return Ok(());
    }
    let series: Map<String, Value> = covered
        .iter()
        .filter(|(year, _)| only.is_none_or(|only| only == **year))
        .map(|(year, trade)| (year.to_string(), json!([trade.imports_of_a, trade.imports_of_b])))
        .collect();
    measures.insert(KEY.into(), Value::Object(series));
    let last = *SERIES_YEARS.end();
    if only.is_none_or(|only| only == last) {
        let total = pair.years.get(&last).and_then(TradeYear::total);
        measures.insert(TOTAL_KEY.into(), json!(total));
    }
    if only.is_none() {
        let count = WindowCount::of(&pair.totals(WINDOW_YEARS));
        let share = count.share(count.growth);
        measures.insert(
            WINDOWS_KEY.into(),
            json!({ "windows": count.windows, "growth": count.growth, "share": share }),
        );
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn windows_by_hand() {
        // 2000-2003, 2000-2004 and 2001-2004 are the windows; the first two grow, the last does not.
        let totals = [(2000, 1.0), (2001, 9.0), (2003, 2.0), (2004, 9.0)];
        let count = WindowCount::of(&totals);
        assert_eq!(count, WindowCount { windows: 3, growth: 2, fall: 0 });
        assert_eq!(WindowCount::of(&totals[..2]).share(0), None);
        let complete: Vec<(i32, f64)> = (2000..=2014).map(|year| (year, f64::from(year))).collect();
        assert_eq!(WindowCount::of(&complete).windows, 78);
    }

    #[test]
    fn a_rank_counts_only_strictly_larger_partners() {
        let totals =
            [("CHN", 5.0), ("RUS", 5.0), ("DEU", 3.0)].map(|(name, total)| (name.to_string(), total));
        let partners = Partners { totals: totals.to_vec() };
        assert_eq!(partners.rank_of("RUS"), Some((1, 5.0)));
        assert_eq!(partners.rank_of("DEU"), Some((3, 3.0)));
        assert_eq!(partners.rank_of("FRA"), None);
    }
}
