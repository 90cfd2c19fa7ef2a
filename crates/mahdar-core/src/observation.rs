//! What an indicator file says: observations with the row they came from.
//!
//! Pure data; knows nothing of files, formats or the record. Importers make it, the store keeps it.

use std::collections::BTreeMap;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

/// One indicator file as it was imported: whose it is, which bytes, which columns.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct IndicatorFile {
    /// Id of the descriptor in `data/sources`, `trade_cow`.
    pub source: String,
    /// Name of the file, without folders.
    pub name: String,
    /// Which part of the source it is (`2021` of a source with a file a year); empty when it is the whole.
    ///
    /// Of two files with the same source and part, the one imported later counts; the other stays.
    pub part: String,
    /// SHA-256 of [`IndicatorFile::content`], in hex: of the uncompressed bytes that lines and columns count in.
    pub sha256: String,
    /// Which edition of the data this is; the first 12 digits of the hash when nobody said.
    pub vintage: String,
    /// Who released it.
    pub publisher: String,
    /// What it is called.
    pub title: String,
    /// Licence as the descriptor states it.
    pub licence: String,
    /// Unit of the values (`million current USD`).
    pub unit: String,
    /// What a missing row means.
    pub absent_row: AbsentRow,
    /// The columns that hold observations.
    pub columns: Vec<Column>,
    /// The uncompressed bytes, so that a row can be shown without the file.
    #[serde(skip)]
    pub content: Vec<u8>,
}

/// A column of an indicator file.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Column {
    /// Counted from 1.
    pub number: u32,
    /// As written in the header.
    pub name: String,
    /// Of a matrix of states: the state.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub party: Option<String>,
}

/// What it means that a source has no row for a pair or a year.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum AbsentRow {
    /// The source counts a missing row as zero.
    Zero,
    /// Nobody knows.
    #[default]
    Unknown,
    /// Only the largest are listed.
    Truncated,
    /// The state did not belong yet.
    NotAMember,
}

/// One value or code that a source gives, with its cell.
#[derive(Debug, Clone, PartialEq)]
pub struct Observation {
    /// What is observed, `unga_vote`.
    pub indicator: Arc<str>,
    /// The state it is about; of a flow, the one named first by the indicator.
    pub a: Arc<str>,
    /// The other state, if it is about two.
    pub b: Option<Arc<str>>,
    /// Year, month or day.
    pub period: Arc<str>,
    /// The number; absent when the cell holds a code or nothing.
    pub value: Option<f64>,
    /// The code (`Y`); absent when the cell holds a number.
    pub code: Option<Arc<str>>,
    /// Which state reported it.
    pub reporter: Option<Arc<str>>,
    /// Whether the cell gives a value.
    pub status: ObservationStatus,
    /// Line of the file, from 1; the header is line 1.
    pub line: u32,
    /// Column of the file, from 1.
    pub column: u32,
}

/// Whether a row that is there gives a value.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ObservationStatus {
    /// As the source reports it.
    Reported,
    /// The row is there and says that the value is missing.
    Missing,
}

/// What became of the rows of a file: nothing is dropped in silence.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct RowCount {
    /// Rows below the header.
    pub read: usize,
    /// Rows that gave at least one observation.
    pub kept: usize,
    /// Rows that gave none, by reason (`blank`, `unknown-state`).
    pub dropped: BTreeMap<String, usize>,
    /// Cells that were left out of rows that were kept, by reason.
    pub cells_dropped: BTreeMap<String, usize>,
    /// Observations with a value or a code.
    pub values: usize,
    /// Observations whose cell says that the value is missing.
    pub missing: usize,
}

impl RowCount {
    /// Counts one row that gave no observation.
    pub fn drop_row(&mut self, reason: &str) {
        *self.dropped.entry(reason.to_string()).or_default() += 1;
    }

    /// Counts one cell that was left out of a row that was kept.
    pub fn drop_cell(&mut self, reason: &str) {
        *self.cells_dropped.entry(reason.to_string()).or_default() += 1;
    }
}
