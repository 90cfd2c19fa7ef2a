//! Claims on positions in the UN General Assembly.

use mahdar_store::{Record, StoreError};

use super::{Likeness, Outcome, Positions, Question, Rank, Reason, Verdict, VerdictKind, Why, rank_verdict};
use crate::evidence;
use crate::measures::votes::{
    AllPairs, FULL_YEARS, KEY, PairVotes, SERIES_KEY, Standing, VoteFiles, VoteYear,
};

/// Votes older than this say nothing of today.
const STALE_AFTER: i32 = 6;

/// Decides a claim by the year it names, else by the last year not later than its day.
pub(super) fn decide(record: &Record, question: &Question<'_>) -> Result<Outcome, StoreError> {
    if !matches!(question.claim.relation.as_str(), "level" | "rank" | "first") {
        return Ok(Err(Reason::Incomplete));
    }
    let files = VoteFiles::open(record)?;
    if files.files.is_empty() {
        return Ok(Err(Reason::NotImported));
    }
    let Some(votes) = year(record, &files, question)? else { return Ok(Err(Reason::NoRow)) };
    let (a, b) = (question.a, question.b);
    let all = votes.all_pairs();
    let (Some(pair), Some(standing)) = (votes.pair(a, b), votes.standing(&all, a, b)) else {
        return Ok(Err(Reason::NoRow));
    };
    let stale = question.is_stale(votes.year, STALE_AFTER);
    let (verdict, why) = match question.claim.relation.as_str() {
        "level" => level(question, &votes, &all, &pair, &standing, stale),
        _ => rank(question, &votes, &pair, &standing, stale),
    };
    let mut rows = vec![];
    for state in [a, b] {
        let Some(file) = files.of_year(votes.year) else { continue };
        for &column in votes.columns(state).unwrap_or_default() {
            rows.push(evidence::run(record, file, votes.lines, column)?);
        }
    }
    let indicator = if FULL_YEARS.contains(&votes.year) { KEY } else { SERIES_KEY };
    Ok(Ok(Verdict { verdict: verdict.aged(stale), why, indicator: Some(indicator.into()), rows }))
}

/// The whole year that decides.
fn year(record: &Record, files: &VoteFiles, question: &Question<'_>) -> Result<Option<VoteYear>, StoreError> {
    if let Some(year) = question.period.year().filter(|year| *year != i32::MAX) {
        return Ok(VoteYear::load(record, files, year)?.filter(VoteYear::is_whole));
    }
    for year in files.years().rev().filter(|year| question.as_of.is_none_or(|as_of| *year <= as_of)) {
        if let Some(votes) = VoteYear::load(record, files, year)?.filter(VoteYear::is_whole) {
            return Ok(Some(votes));
        }
    }
    Ok(None)
}

fn level(
    question: &Question<'_>,
    votes: &VoteYear,
    all: &AllPairs,
    pair: &PairVotes,
    standing: &Standing,
    stale: bool,
) -> (VerdictKind, Why) {
    let likeness = likeness(question);
    let agree = pair.agree().unwrap_or_default();
    let percentile = standing.percentile;
    let verdict = match likeness {
        Likeness::Similar => VerdictKind::of(percentile >= 0.75, percentile >= 0.40),
        Likeness::Identical => VerdictKind::of(agree >= 0.95 && percentile >= 0.75, percentile >= 0.40),
        Likeness::Apart => VerdictKind::of(percentile <= 0.25, percentile < 0.60),
    };
    let why = Why::Positions(Positions {
        year: votes.year,
        joint: pair.joint(),
        same: pair.same(),
        opposite: pair.opposite(),
        agree,
        mean_of_all_pairs: all.mean,
        pairs: all.n_half,
        percentile,
        rank_of_b_for_a: standing.rank_for_a,
        partners_of_a: standing.partners_of_a,
        rank_of_a_for_b: standing.rank_for_b,
        partners_of_b: standing.partners_of_b,
        likeness,
        stale,
    });
    (verdict, why)
}

fn rank(
    question: &Question<'_>,
    votes: &VoteYear,
    pair: &PairVotes,
    standing: &Standing,
    stale: bool,
) -> (VerdictKind, Why) {
    let claimed = question.figure("rank").map_or(1, |(n, _)| n.max(1.0) as u32);
    let rank = standing.rank_for_a;
    let why = Why::Rank(Rank {
        year: votes.year,
        rank,
        claimed,
        partners: standing.partners_of_a,
        value: pair.agree().unwrap_or_default(),
        unit: "share".into(),
        first: vec![],
        stale,
    });
    (rank_verdict(rank, claimed), why)
}

/// What the claim says of the two positions.
///
/// The reader says it as a threshold in the unit `likeness`: exact (the same), about (alike), less (apart).
/// Without one, a distance that goes up is "apart", and everything else "alike".
fn likeness(question: &Question<'_>) -> Likeness {
    match question.figure("likeness") {
        Some((_, "exact")) => Likeness::Identical,
        Some((_, "less")) => Likeness::Apart,
        Some(_) => Likeness::Similar,
        None if question.claim.direction.as_deref() == Some("up") => Likeness::Apart,
        None => Likeness::Similar,
    }
}
