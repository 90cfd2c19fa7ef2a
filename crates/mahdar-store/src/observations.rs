//! Indicator files in the record: append-only by vintage, every observation with its cell.

use std::collections::BTreeMap;
use std::io::{Read, Write};
use std::sync::Arc;

use mahdar_core::{IndicatorFile, Observation, ObservationStatus, RowCount};
use rusqlite::{OptionalExtension, TransactionBehavior, params};
use serde::{Deserialize, Serialize};

use crate::{Record, StoreError, sql};

/// Key of an indicator file in one record; it says nothing outside it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct FileId(pub(crate) i64);

/// What importing one file did.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ImportedFile {
    /// Name of the file.
    pub name: String,
    /// Its vintage.
    pub vintage: String,
    /// What was done.
    pub outcome: ImportOutcome,
    /// What became of its rows.
    pub rows: RowCount,
}

/// What importing a file did to the record.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ImportOutcome {
    /// This part of the source was not there.
    New,
    /// It was there with other bytes, which stay; these count from now on.
    NewVintage,
    /// These very bytes were there.
    Unchanged,
}

/// An indicator file of the record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoredFile {
    /// Its key.
    pub id: FileId,
    /// What it is; without its content, which [`Record::cells`] gives.
    pub file: IndicatorFile,
    /// What became of its rows.
    pub rows: RowCount,
}

/// An observation of the record, with its cell.
#[derive(Debug, Clone, PartialEq)]
pub struct StoredObservation {
    /// State.
    pub a: String,
    /// Other state; empty when it is about one.
    pub b: String,
    /// Year, month or day.
    pub period: String,
    /// The number, if it is one.
    pub value: Option<f64>,
    /// The code, if it is one.
    pub code: Option<String>,
    /// Who reported it.
    pub reporter: Option<String>,
    /// Whether the cell gives a value.
    pub status: ObservationStatus,
    /// The file.
    pub file: FileId,
    /// Line, from 1.
    pub line: u32,
    /// Column, from 1.
    pub column: u32,
}

/// An observation as [`Record::each_of_period`] shows it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct ObservationCell<'a> {
    /// State.
    pub a: &'a str,
    /// Other state; empty when it is about one.
    pub b: &'a str,
    /// The number, if it is one.
    pub value: Option<f64>,
    /// The code, if it is one.
    pub code: Option<&'a str>,
    /// The file.
    pub file: FileId,
    /// Line, from 1.
    pub line: u32,
    /// Column, from 1.
    pub column: u32,
}

impl Record {
    /// Takes in indicator files with all their observations, in one transaction: all of them or none.
    ///
    /// The same bytes twice change nothing. Other bytes for the same part of a source are a new vintage: the
    /// old one stays, and the one imported last counts.
    pub fn import(
        &mut self,
        tables: &[(IndicatorFile, Vec<Observation>, RowCount)],
    ) -> Result<Vec<ImportedFile>, StoreError> {
        let transaction = self.connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        let mut done = Vec::with_capacity(tables.len());
        for (file, observations, rows) in tables {
            let outcome = import_file(&transaction, file, observations, rows)?;
            done.push(ImportedFile {
                name: file.name.clone(),
                vintage: file.vintage.clone(),
                outcome,
                rows: rows.clone(),
            });
        }
        transaction.commit()?;
        Ok(done)
    }

    /// Sources of which the record has files, with how many.
    pub fn sources(&self) -> Result<Vec<(String, usize)>, StoreError> {
        let mut statement = self.connection.prepare_cached(sql::SOURCES_IMPORTED)?;
        let rows = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// Files of a source that count, by part.
    pub fn files(&self, source: &str) -> Result<Vec<StoredFile>, StoreError> {
        let mut statement = self.connection.prepare_cached(sql::FILES_OF_SOURCE)?;
        let rows = statement.query_map([source], |row| {
            let file = IndicatorFile {
                source: row.get(1)?,
                part: row.get(2)?,
                name: row.get(3)?,
                sha256: row.get(4)?,
                vintage: row.get(5)?,
                publisher: row.get(6)?,
                title: row.get(7)?,
                licence: row.get(8)?,
                unit: row.get(9)?,
                ..IndicatorFile::default()
            };
            Ok((
                FileId(row.get(0)?),
                file,
                row.get::<_, String>(10)?,
                row.get::<_, String>(11)?,
                row.get::<_, String>(12)?,
            ))
        })?;
        let mut files = vec![];
        for row in rows {
            let (id, mut file, absent_row, columns, counts) = row?;
            file.absent_row = serde_json::from_str(&absent_row)?;
            file.columns = serde_json::from_str(&columns)?;
            files.push(StoredFile { id, file, rows: serde_json::from_str(&counts)? });
        }
        Ok(files)
    }

    /// Periods for which an indicator has rows, in order.
    pub fn periods(&self, indicator: &str) -> Result<Vec<String>, StoreError> {
        let mut statement = self.connection.prepare_cached(sql::PERIODS_OF_INDICATOR)?;
        let rows = statement.query_map([indicator], |row| row.get(0))?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// What the files that count say of two states, both directions, by period.
    pub fn observations_of_pair(
        &self,
        indicator: &str,
        a: &str,
        b: &str,
    ) -> Result<Vec<StoredObservation>, StoreError> {
        self.observations(sql::OBSERVATIONS_OF_PAIR, params![indicator, a, b])
    }

    /// What the files that count say of all states in a period, by state.
    pub fn observations_of_period(
        &self,
        indicator: &str,
        period: &str,
    ) -> Result<Vec<StoredObservation>, StoreError> {
        self.observations(sql::OBSERVATIONS_OF_PERIOD, params![indicator, period])
    }

    /// Shows every observation of a period without copying it, for measures over all pairs.
    pub fn each_of_period(
        &self,
        indicator: &str,
        period: &str,
        mut see: impl FnMut(ObservationCell<'_>),
    ) -> Result<(), StoreError> {
        let mut statement = self.connection.prepare_cached(sql::OBSERVATIONS_OF_PERIOD)?;
        let mut rows = statement.query(params![indicator, period])?;
        while let Some(row) = rows.next()? {
            see(ObservationCell {
                a: row.get_ref(0)?.as_str().map_err(rusqlite::Error::from)?,
                b: row.get_ref(1)?.as_str().map_err(rusqlite::Error::from)?,
                value: row.get(3)?,
                code: row.get_ref(4)?.as_str_or_null().map_err(rusqlite::Error::from)?,
                file: FileId(row.get(7)?),
                line: row.get(8)?,
                column: row.get(9)?,
            });
        }
        Ok(())
    }

    /// The cells of a file as they are written.
    pub fn cells(&self, file: FileId) -> Result<Arc<Cells>, StoreError> {
        if let Some(found) = self.cells.borrow().get(&file) {
            return Ok(found.clone());
        }
        let gzip: Vec<u8> =
            self.connection.prepare_cached(sql::CONTENT_OF_FILE)?.query_row([file.0], |row| row.get(0))?;
        let mut content = vec![];
        flate2::read::GzDecoder::new(gzip.as_slice())
            .read_to_end(&mut content)
            .map_err(|source| StoreError::Io { path: self.path.clone(), source })?;
        let cells = Arc::new(Cells::new(content));
        self.cells.borrow_mut().insert(file, cells.clone());
        Ok(cells)
    }

    /// The cells of the file with these bytes.
    pub fn cells_of(&self, sha256: &str) -> Result<Arc<Cells>, StoreError> {
        let key: Option<i64> =
            self.connection.query_row(sql::FILE_KEY, [sha256], |row| row.get(0)).optional()?;
        let key = key.ok_or_else(|| StoreError::NotRecorded { what: format!("file with hash {sha256}") })?;
        self.cells(FileId(key))
    }

    fn observations(
        &self,
        question: &str,
        parameters: impl rusqlite::Params,
    ) -> Result<Vec<StoredObservation>, StoreError> {
        let mut statement = self.connection.prepare_cached(question)?;
        let rows = statement.query_map(parameters, |row| {
            Ok(StoredObservation {
                a: row.get(0)?,
                b: row.get(1)?,
                period: row.get(2)?,
                value: row.get(3)?,
                code: row.get(4)?,
                reporter: row.get(5)?,
                status: if row.get::<_, bool>(6)? {
                    ObservationStatus::Missing
                } else {
                    ObservationStatus::Reported
                },
                file: FileId(row.get(7)?),
                line: row.get(8)?,
                column: row.get(9)?,
            })
        })?;
        Ok(rows.collect::<Result<_, _>>()?)
    }
}

/// The bytes of an indicator file, with the places of its lines.
#[derive(Debug)]
pub struct Cells {
    content: Vec<u8>,
    starts: Vec<usize>,
}

impl Cells {
    fn new(content: Vec<u8>) -> Cells {
        let after_feeds =
            content.iter().enumerate().filter(|(_, byte)| **byte == b'\n').map(|(at, _)| at + 1);
        let starts = std::iter::once(0).chain(after_feeds).collect();
        Cells { content, starts }
    }

    /// A line as it is written, without its end.
    pub fn line(&self, line: u32) -> Option<&str> {
        let index = usize::try_from(line).ok()?.checked_sub(1)?;
        let start = *self.starts.get(index)?;
        let end = self.starts.get(index + 1).map_or(self.content.len(), |next| next - 1);
        std::str::from_utf8(&self.content[start..end]).ok().map(|text| text.trim_end_matches('\r'))
    }

    /// A cell as it is written, quotes taken away.
    pub fn cell(&self, line: u32, column: u32) -> Option<String> {
        let text = self.line(line)?;
        let mut reader =
            csv::ReaderBuilder::new().has_headers(false).flexible(true).from_reader(text.as_bytes());
        let record = reader.records().next()?.ok()?;
        record.get(usize::try_from(column).ok()?.checked_sub(1)?).map(str::to_string)
    }

    /// The cells of a column from one line to another, one a line.
    pub fn run(&self, from: u32, to: u32, column: u32) -> String {
        (from..=to).map(|line| self.cell(line, column).unwrap_or_default()).collect::<Vec<_>>().join("\n")
    }
}

fn import_file(
    connection: &rusqlite::Connection,
    file: &IndicatorFile,
    observations: &[Observation],
    rows: &RowCount,
) -> Result<ImportOutcome, StoreError> {
    let known: Option<i64> = connection
        .query_row(sql::FILE_OF_PART, params![file.source, file.part, file.sha256], |row| row.get(0))
        .optional()?;
    if known.is_some() {
        return Ok(ImportOutcome::Unchanged);
    }
    let n_before: usize =
        connection.query_row(sql::N_FILES_OF_PART, params![file.source, file.part], |row| row.get(0))?;
    connection.execute(
        sql::INSERT_FILE,
        params![
            file.source,
            file.part,
            file.name,
            file.sha256,
            file.vintage,
            file.publisher,
            file.title,
            file.licence,
            file.unit,
            serde_json::to_string(&file.absent_row)?,
            serde_json::to_string(&file.columns)?,
            serde_json::to_string(rows)?
        ],
    )?;
    let key = connection.last_insert_rowid();
    connection.execute(sql::INSERT_CONTENT, params![key, compress(&file.content)])?;
    insert_observations(connection, key, observations)?;
    Ok(if n_before == 0 { ImportOutcome::New } else { ImportOutcome::NewVintage })
}

/// Writes observations in the order of the table's key, which makes a million rows a matter of seconds.
fn insert_observations(
    connection: &rusqlite::Connection,
    file: i64,
    observations: &[Observation],
) -> Result<(), StoreError> {
    let mut order: Vec<&Observation> = observations.iter().collect();
    order.sort_by(|x, y| {
        (&x.indicator, &x.period, &x.a, &x.b, x.line, x.column).cmp(&(
            &y.indicator,
            &y.period,
            &y.a,
            &y.b,
            y.line,
            y.column,
        ))
    });
    let mut indicators: BTreeMap<&str, i64> = BTreeMap::new();
    let mut last_period: Option<(&str, &str)> = None;
    let mut insert = connection.prepare_cached(sql::INSERT_OBSERVATION)?;
    for observation in order {
        let indicator: &str = &observation.indicator;
        let key = match indicators.get(indicator) {
            Some(key) => *key,
            None => {
                let key = connection.query_row(sql::INSERT_INDICATOR, [indicator], |row| row.get(0))?;
                indicators.insert(indicator, key);
                key
            }
        };
        let period: &str = &observation.period;
        if last_period != Some((indicator, period)) {
            connection.prepare_cached(sql::INSERT_PERIOD)?.execute(params![key, period])?;
            last_period = Some((indicator, period));
        }
        insert.execute(params![
            key,
            period,
            &*observation.a,
            observation.b.as_deref().unwrap_or(""),
            file,
            observation.line,
            observation.column,
            observation.value,
            observation.code.as_deref(),
            observation.reporter.as_deref(),
            observation.status == ObservationStatus::Missing
        ])?;
    }
    Ok(())
}

fn compress(content: &[u8]) -> Vec<u8> {
    let mut encoder = flate2::write::GzEncoder::new(vec![], flate2::Compression::new(6));
    // Writing to memory cannot fail.
    encoder.write_all(content).expect("memory takes every write");
    encoder.finish().expect("memory takes every write")
}
