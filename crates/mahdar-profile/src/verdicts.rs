//! Says what the data of the record make of a claim.

use serde::{Deserialize, Serialize};

use crate::Evidence;

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
