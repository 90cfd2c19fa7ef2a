//! The register's lines: subject, property, value, and where it stands.

use mahdar_core::{Field, Span};
use rusqlite::{OptionalExtension, params};
use serde::{Deserialize, Serialize};

use crate::{Record, StoreError, sql};

/// One line of the register. It cannot be made without provenance.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Entry {
    /// What it is about: id of an event, `DOCUMENT#person-2`, a state.
    pub subject: String,
    /// Which property (`date`, `office`).
    pub property: String,
    /// Its value.
    pub value: String,
    /// As the source writes it.
    pub original: String,
    /// Language of the original.
    pub lang: Option<String>,
    /// Where it stands.
    pub provenance: Provenance,
    /// First day for which a person stated it.
    pub valid_from: Option<String>,
    /// Last day for which a person stated it.
    pub valid_to: Option<String>,
}

/// Where an entry comes from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Provenance {
    /// Words of a version of a document.
    Words {
        /// Id of the document.
        document: String,
        /// Its version.
        version: u32,
        /// Title or text.
        field: Field,
        /// Bytes in that field.
        span: Span,
    },
    /// A cell of an indicator file.
    Row {
        /// SHA-256 of the file.
        sha256: String,
        /// Line, from 1.
        line: u32,
        /// Column, from 1.
        column: u32,
    },
}

/// An entry as the record holds it.
pub type StoredEntry = Entry;

impl Record {
    /// Writes one line of the register that comes from no reading.
    pub fn enter(&mut self, entry: &Entry) -> Result<(), StoreError> {
        match &entry.provenance {
            Provenance::Words { document, version, field, span } => {
                let key: Option<i64> = self
                    .connection
                    .query_row(sql::VERSION_KEY, params![document, version], |row| row.get(0))
                    .optional()?;
                let key = key.ok_or_else(|| StoreError::NotRecorded {
                    what: format!("version {version} of document {document}"),
                })?;
                insert_words(&self.connection, None, key, entry, *field, *span)
            }
            Provenance::Row { sha256, line, column } => {
                let key: Option<i64> =
                    self.connection.query_row(sql::FILE_KEY, params![sha256], |row| row.get(0)).optional()?;
                let key =
                    key.ok_or_else(|| StoreError::NotRecorded { what: format!("file with hash {sha256}") })?;
                let none: Option<i64> = None;
                self.connection.prepare_cached(sql::INSERT_ENTRY)?.execute(params![
                    none,
                    entry.subject,
                    entry.property,
                    entry.value,
                    entry.original,
                    entry.lang,
                    "row",
                    none,
                    none,
                    none,
                    none,
                    key,
                    line,
                    column,
                    entry.valid_from,
                    entry.valid_to
                ])?;
                Ok(())
            }
        }
    }

    /// Lines of the register on a subject, in the order they were written.
    pub fn entries(&self, subject: &str) -> Result<Vec<StoredEntry>, StoreError> {
        let mut statement = self.connection.prepare_cached(sql::ENTRIES_OF_SUBJECT)?;
        let rows = statement.query_map([subject], |row| {
            let provenance = match row.get::<_, String>(5)?.as_str() {
                "row" => Provenance::Row { sha256: row.get(11)?, line: row.get(12)?, column: row.get(13)? },
                _ => Provenance::Words {
                    document: row.get(6)?,
                    version: row.get(7)?,
                    field: if row.get::<_, String>(8)? == "title" { Field::Title } else { Field::Text },
                    span: [row.get(9)?, row.get(10)?],
                },
            };
            Ok(Entry {
                subject: row.get(0)?,
                property: row.get(1)?,
                value: row.get(2)?,
                original: row.get(3)?,
                lang: row.get(4)?,
                provenance,
                valid_from: None,
                valid_to: None,
            })
        })?;
        Ok(rows.collect::<Result<_, _>>()?)
    }
}

/// Writes an entry that stands on words.
pub(crate) fn insert_words(
    connection: &rusqlite::Connection,
    reading: Option<i64>,
    version: i64,
    entry: &Entry,
    field: Field,
    span: Span,
) -> Result<(), StoreError> {
    let none: Option<i64> = None;
    connection.prepare_cached(sql::INSERT_ENTRY)?.execute(params![
        reading,
        entry.subject,
        entry.property,
        entry.value,
        entry.original,
        entry.lang,
        "words",
        version,
        field.as_str(),
        span[0],
        span[1],
        none,
        none,
        none,
        entry.valid_from,
        entry.valid_to
    ])?;
    Ok(())
}
