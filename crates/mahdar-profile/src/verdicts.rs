//! Says what the data of the record make of a claim.
//!
//! The thresholds are those of `claims/RULES.md`. Knows votes and trade; what other data would decide is said
//! to be not checkable, with the key of the indicator that would.

mod exchange;
mod positions;

use mahdar_core::Claim;
use mahdar_store::{Record, StoreError};
use serde::{Deserialize, Serialize};

use crate::Evidence;
use crate::measures::{trade as exchange_measure, votes};

/// What the data say about a claim.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Verdict {
    /// The verdict.
    pub verdict: VerdictKind,
    /// The numbers it rests on.
    pub why: Why,
    /// Key of the indicator (see CONTRACT) that decided, or that would if its rows were there.
    pub indicator: Option<String>,
    /// The rows behind the numbers.
    pub rows: Vec<Evidence>,
}

/// The five verdicts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum VerdictKind {
    /// The data bear the claim out.
    Supported,
    /// They bear it out in part.
    Partly,
    /// They say otherwise.
    Contradicted,
    /// There are no data, or none recent enough.
    NotCheckable,
    /// An aim, a wish or praise.
    NotAClaim,
}

/// The numbers behind a verdict; `measure` names which.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "measure", rename_all = "kebab-case")]
pub enum Why {
    /// Positions in the UN General Assembly in one year.
    Positions(Positions),
    /// Growth over windows of years.
    Windows(Windows),
    /// A value beside the one that is claimed.
    Level(Level),
    /// Two values beside each other.
    Compare(Compare),
    /// A rank among partners.
    Rank(Rank),
    /// No numbers: why not.
    None {
        /// Why there is no verdict.
        reason: Reason,
    },
}

/// Why a claim has no figures.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Reason {
    /// It states an aim, a wish or praise.
    Aim,
    /// It speaks of the future.
    Planned,
    /// No open data could decide it.
    NoIndicator,
    /// The data that could are not in this record.
    NotImported,
    /// The data are here, and have no row for the pair or the period.
    NoRow,
    /// The claim lacks what the rules need (a number, a year, two states).
    Incomplete,
    /// The data end too long before the day of the claim.
    Stale,
}

/// What a claim says of two positions.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Likeness {
    /// Close, alike.
    Similar,
    /// The same.
    Identical,
    /// Far apart, opposed.
    Apart,
}

/// Votes of a pair in one year beside all other pairs.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Positions {
    /// The year.
    pub year: i32,
    /// Roll calls in which both voted.
    pub joint: u32,
    /// Of these, with the same vote.
    pub same: u32,
    /// Of these, with opposite votes.
    pub opposite: u32,
    /// Share of same votes.
    pub agree: f64,
    /// Mean share over all pairs with at least half of the roll calls.
    pub mean_of_all_pairs: f64,
    /// Number of these pairs.
    pub pairs: u32,
    /// Share of these pairs that agree less.
    pub percentile: f64,
    /// Rank of the second state among the partners of the first.
    pub rank_of_b_for_a: u32,
    /// Partners of the first.
    pub partners_of_a: u32,
    /// Rank of the first state among the partners of the second.
    pub rank_of_a_for_b: u32,
    /// Partners of the second.
    pub partners_of_b: u32,
    /// What the claim says: similar, identical or apart.
    pub likeness: Likeness,
    /// The data end too long before the day of the claim to bear it out or contradict it.
    pub stale: bool,
}

/// Windows of at least three years in which a total rises or falls.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Windows {
    /// First year with a total.
    pub first_year: i32,
    /// Its total.
    pub first: f64,
    /// Last year with a total.
    pub last_year: i32,
    /// Its total.
    pub last: f64,
    /// Unit of the totals.
    pub unit: String,
    /// Number of windows.
    pub windows: u32,
    /// Windows that move the way the claim says.
    pub in_direction: u32,
    /// Share of them.
    pub share: f64,
    /// The way the claim says: up or down.
    pub direction: String,
    /// The data end too long before the day of the claim to bear it out or contradict it.
    pub stale: bool,
}

/// A value beside the one that is claimed.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Level {
    /// The year.
    pub year: i32,
    /// What the data say.
    pub value: f64,
    /// What the claim says.
    pub claimed: f64,
    /// exact, about, more or less.
    pub op: String,
    /// Unit of both.
    pub unit: String,
    /// The data end too long before the day of the claim to bear it out or contradict it.
    pub stale: bool,
}

/// Two values beside each other.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Compare {
    /// Year of the first value.
    pub from_year: i32,
    /// The first value; of a balance, what the second state sold to the first.
    pub from: f64,
    /// Year of the second value.
    pub to_year: i32,
    /// The second value; of a balance, what the first state sold to the second.
    pub to: f64,
    /// Second by first.
    pub ratio: f64,
    /// Unit of both.
    pub unit: String,
    /// A comparison of two flows of one year.
    pub balance: bool,
    /// The data end too long before the day of the claim to bear it out or contradict it.
    pub stale: bool,
}

/// A rank among partners.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Rank {
    /// The year.
    pub year: i32,
    /// Rank of the second state among the partners of the first.
    pub rank: u32,
    /// The rank that is claimed, or within which it is claimed to be.
    pub claimed: u32,
    /// Number of partners.
    pub partners: u32,
    /// Value of the pair.
    pub value: f64,
    /// Unit of the values.
    pub unit: String,
    /// The first three partners with their values.
    pub first: Vec<(String, f64)>,
    /// The data end too long before the day of the claim to bear it out or contradict it.
    pub stale: bool,
}

/// Says what the data of the record make of a claim, as of the day of its text.
///
/// Without data there is no verdict: never "supported", and never "contradicted" either.
/// Without a day, "today" is the last year of the data, and nothing is stale.
///
/// # Example
///
/// ```
/// use mahdar_core::Claim;
/// use mahdar_profile::verdicts::{VerdictKind, check};
///
/// let record = mahdar_store::Record::in_memory()?;
/// let aim = Claim { relation: "aim".into(), ..Claim::default() };
/// assert_eq!(check(&record, &aim, None)?.verdict, VerdictKind::NotAClaim);
/// # Ok::<(), mahdar_store::StoreError>(())
/// ```
pub fn check(record: &Record, claim: &Claim, as_of: Option<&str>) -> Result<Verdict, StoreError> {
    let without = |verdict, reason| {
        Ok(Verdict { verdict, why: Why::None { reason }, indicator: claim.indicator.clone(), rows: vec![] })
    };
    match claim.relation.as_str() {
        "aim" => return without(VerdictKind::NotAClaim, Reason::Aim),
        "planned" => return without(VerdictKind::NotCheckable, Reason::Planned),
        _ => {}
    }
    let Some(indicator) = claim.indicator.as_deref() else {
        return without(VerdictKind::NotCheckable, Reason::NoIndicator);
    };
    let [a, b] = claim.pair.as_slice() else {
        return without(VerdictKind::NotCheckable, Reason::Incomplete);
    };
    let question = Question { claim, a, b, period: Period::of(claim, as_of), as_of: as_of.and_then(year_of) };
    let outcome = match indicator {
        votes::KEY | votes::SERIES_KEY => positions::decide(record, &question)?,
        series if TRADE_SERIES.contains(&series) => exchange::decide(record, &question)?,
        _ => Err(Reason::NotImported),
    };
    match outcome {
        Ok(mut verdict) => {
            verdict.verdict = if claim.negated { verdict.verdict.denied() } else { verdict.verdict };
            Ok(verdict)
        }
        Err(reason) => without(VerdictKind::NotCheckable, reason),
    }
}

/// Keys of trade series; which of them decides is a matter of which has the years.
const TRADE_SERIES: [&str; 4] = [
    exchange_measure::KEY,
    "trade_comtrade_totals_usd",
    "trade_itpd_const2010usd_row_a_col_b__row_b_col_a",
    "trade_penppml_usd_a_to_b__b_to_a",
];

/// A claim with the years it speaks of.
struct Question<'a> {
    claim: &'a Claim,
    a: &'a str,
    b: &'a str,
    period: Period,
    /// Year of the text.
    as_of: Option<i32>,
}

/// What the data decide, or why they do not.
type Outcome = Result<Verdict, Reason>;

/// The years a claim names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Period {
    /// None: the last data count, and may be stale.
    Today,
    Year(i32),
    /// From, to.
    Years(i32, i32),
}

/// Trends without a named beginning are counted from here.
const FIRST_YEAR: i32 = 2000;

impl Period {
    fn of(claim: &Claim, as_of: Option<&str>) -> Period {
        let Some(written) = claim.period.as_deref() else { return Period::Today };
        let last = || as_of.and_then(year_of).unwrap_or(i32::MAX);
        match written.split_once('/') {
            None => year_of(written).map_or(Period::Today, Period::Year),
            Some((from, to)) => {
                let (from, to) = (year_of(from).unwrap_or(FIRST_YEAR), year_of(to).unwrap_or_else(last));
                if from == to { Period::Year(from) } else { Period::Years(from, to) }
            }
        }
    }

    /// The year of a claim about one year: the last it names.
    fn year(self) -> Option<i32> {
        match self {
            Period::Today => None,
            Period::Year(year) | Period::Years(_, year) => Some(year),
        }
    }
}

impl Question<'_> {
    /// Whether data that end in `last` are too old; a claim that names its years is judged on those.
    fn is_stale(&self, last: i32, years: i32) -> bool {
        self.period == Period::Today && self.as_of.is_some_and(|as_of| as_of - last > years)
    }

    /// The claimed figure in a unit.
    fn figure(&self, unit: &str) -> Option<(f64, &str)> {
        let threshold = self.claim.threshold.as_ref().filter(|threshold| threshold.unit == unit)?;
        Some((threshold.value, threshold.op.as_str()))
    }
}

impl VerdictKind {
    /// The verdict on the opposite claim.
    fn denied(self) -> VerdictKind {
        match self {
            VerdictKind::Supported => VerdictKind::Contradicted,
            VerdictKind::Contradicted => VerdictKind::Supported,
            other => other,
        }
    }

    /// The verdict when the data end too long before the day of the text: what was mixed when they ended stays.
    fn aged(self, stale: bool) -> VerdictKind {
        match self {
            VerdictKind::Supported | VerdictKind::Contradicted if stale => VerdictKind::NotCheckable,
            other => other,
        }
    }

    fn of(supported: bool, partly: bool) -> VerdictKind {
        match (supported, partly) {
            (true, _) => VerdictKind::Supported,
            (false, true) => VerdictKind::Partly,
            (false, false) => VerdictKind::Contradicted,
        }
    }
}

/// `n` is claimed as a rank, or as the number of the first: the first alone is judged more gently.
fn rank_verdict(rank: u32, n: u32) -> VerdictKind {
    let near = if n == 1 { 3 } else { (n * 3).div_ceil(2) };
    VerdictKind::of(rank <= n, rank <= near)
}

fn year_of(text: &str) -> Option<i32> {
    text.get(..4)?.parse().ok()
}
