//! The two series of a brief, votes and trade, each point with its cells.

use mahdar_store::{Record, StoreError, StoredFile};

use super::{FileUsed, TradePoint, TradeSeries, VotePoint, VoteSeries};
use crate::evidence;
use crate::measures::trade::{self, TradePair};
use crate::measures::votes::{VoteFiles, VoteYear};

/// Trade before the end of the Soviet Union is between other states.
const FIRST_TRADE_YEAR: i32 = 1992;

/// The series and the files they come from.
pub(super) struct Series {
    pub votes: Option<VoteSeries>,
    pub trade: Option<TradeSeries>,
    pub files: Vec<FileUsed>,
}

/// The series of a pair, nothing later than the year of `as_of`.
pub(super) fn series(record: &Record, a: &str, b: &str, as_of: Option<&str>) -> Result<Series, StoreError> {
    let last = as_of.and_then(|day| day.get(..4)?.parse().ok()).unwrap_or(i32::MAX);
    let mut files = vec![];
    let votes = votes(record, a, b, last, &mut files)?;
    let trade = trade(record, a, b, last, &mut files)?;
    Ok(Series { votes, trade, files })
}

fn votes(
    record: &Record,
    a: &str,
    b: &str,
    last: i32,
    files: &mut Vec<FileUsed>,
) -> Result<Option<VoteSeries>, StoreError> {
    let imported = VoteFiles::open(record)?;
    if imported.files.is_empty() {
        return Ok(None);
    }
    let mut points = vec![];
    for year in imported.years().filter(|year| *year <= last) {
        let (Some(votes), Some(file)) = (VoteYear::load(record, &imported, year)?, imported.of_year(year))
        else {
            continue;
        };
        let Some(pair) = votes.pair(a, b).filter(|pair| votes.is_whole() && pair.joint() > 0) else {
            continue;
        };
        let all = votes.all_pairs();
        let mut rows = vec![];
        for column in [a, b].into_iter().filter_map(|state| votes.columns(state)).flatten() {
            rows.push(evidence::run(record, file, votes.lines, *column)?);
        }
        points.push(VotePoint {
            year,
            joint: pair.joint(),
            same: pair.same(),
            agree: pair.agree().unwrap_or_default(),
            mean_of_all_pairs: (all.n_half > 0).then_some(all.mean),
            percentile: votes.standing(&all, a, b).map(|standing| standing.percentile),
            rows,
        });
        files.push(file_used(file));
    }
    Ok(Some(VoteSeries { points }))
}

fn trade(
    record: &Record,
    a: &str,
    b: &str,
    last: i32,
    files: &mut Vec<FileUsed>,
) -> Result<Option<TradeSeries>, StoreError> {
    let imported = record.files(trade::SOURCE)?;
    let Some(first) = imported.first() else { return Ok(None) };
    let pair = TradePair::load(record, a, b)?;
    let mut points = vec![];
    for (year, trade) in pair.years.iter().filter(|(year, _)| (FIRST_TRADE_YEAR..=last).contains(*year)) {
        let mut rows = vec![];
        for row in &trade.rows {
            let Some(file) = imported.iter().find(|file| file.id == row.file) else { continue };
            rows.push(evidence::cell(record, file, row.line, row.column)?);
            if !files.iter().any(|used| used.sha256 == file.file.sha256) {
                files.push(file_used(file));
            }
        }
        points.push(TradePoint {
            year: *year,
            imports_of_a_from_b: trade.imports_of_a,
            imports_of_b_from_a: trade.imports_of_b,
            rows,
        });
    }
    Ok(Some(TradeSeries { unit: first.file.unit.clone(), points }))
}

fn file_used(file: &StoredFile) -> FileUsed {
    let file = &file.file;
    FileUsed {
        source: file.source.clone(),
        title: file.title.clone(),
        publisher: file.publisher.clone(),
        licence: file.licence.clone(),
        unit: file.unit.clone(),
        name: file.name.clone(),
        sha256: file.sha256.clone(),
        vintage: file.vintage.clone(),
    }
}
