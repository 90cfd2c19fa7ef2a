//! Opens the record, and brings an older one forward.

use std::cell::RefCell;
use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, Instant};

use mahdar_core::Reading;
use mahdar_core::resolve::Judgements;
use rusqlite::{Connection, ErrorCode, OpenFlags};
use serde::Serialize;

use crate::derive::derive;
use crate::documents::StoredReading;
use crate::error::is_damage;
use crate::judgements::effective;
use crate::observations::{Cells, FileId};
use crate::{StoreError, sql};

/// "MHDR", in the header of every record.
const APPLICATION_ID: i64 = 0x4D48_4452;

/// How long one program waits for another, as in `pragmas_open.sql`.
const PATIENCE: Duration = Duration::from_secs(30);

/// A record, open for reading and writing.
///
/// One writer at a time; a second one waits half a minute. Readers are never blocked.
pub struct Record {
    pub(crate) connection: Connection,
    pub(crate) path: PathBuf,
    /// Readings already taken apart; a reading never changes once it has a key.
    pub(crate) readings: RefCell<HashMap<i64, Arc<StoredReading>>>,
    /// The judgements that count, with how many there were when they were looked at.
    pub(crate) judged: RefCell<Option<(usize, Arc<Judgements>)>>,
    /// Indicator files already unpacked.
    pub(crate) cells: RefCell<HashMap<FileId, Arc<Cells>>>,
}

/// How much a record holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize)]
pub struct Counts {
    /// Documents.
    pub documents: usize,
    /// Versions of documents.
    pub versions: usize,
    /// Readings, old ones included.
    pub readings: usize,
    /// Events of the readings that count.
    pub events: usize,
    /// People of the readings that count.
    pub persons: usize,
    /// Claims of the readings that count.
    pub claims: usize,
    /// Lines of the register.
    pub entries: usize,
    /// Indicator files, old vintages included.
    pub files: usize,
    /// Cells of indicator files.
    pub observations: usize,
}

impl Record {
    /// Opens a record, or makes an empty one where there is none.
    pub fn create_or_open(path: &Path) -> Result<Record, StoreError> {
        if let Some(folder) = path.parent().filter(|folder| !folder.as_os_str().is_empty()) {
            std::fs::create_dir_all(folder)
                .map_err(|source| StoreError::Io { path: folder.to_path_buf(), source })?;
        }
        Self::connect(path, OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_CREATE)
    }

    /// Opens a record that is there.
    pub fn open(path: &Path) -> Result<Record, StoreError> {
        if !path.exists() {
            return Err(StoreError::Missing { path: path.to_path_buf() });
        }
        Self::connect(path, OpenFlags::SQLITE_OPEN_READ_WRITE)
    }

    /// A record in memory, gone when it is dropped: for `brief --from` and tests.
    pub fn in_memory() -> Result<Record, StoreError> {
        let connection = Connection::open_in_memory()?;
        Self::set_up(connection, PathBuf::from(":memory:"))
    }

    /// Where the record lies.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// How much there is.
    pub fn counts(&self) -> Result<Counts, StoreError> {
        Ok(self.connection.query_row(sql::COUNTS, [], |row| {
            Ok(Counts {
                documents: row.get(0)?,
                versions: row.get(1)?,
                readings: row.get(2)?,
                events: row.get(3)?,
                persons: row.get(4)?,
                claims: row.get(5)?,
                entries: row.get(6)?,
                files: row.get(7)?,
                observations: row.get(8)?,
            })
        })?)
    }

    /// Looks through the whole file for damage.
    pub fn check(&self) -> Result<(), StoreError> {
        let found: String =
            self.connection.query_row(sql::INTEGRITY, [], |row| row.get(0)).map_err(|e| self.damaged(e))?;
        if found == "ok" {
            return Ok(());
        }
        Err(StoreError::Damaged { path: self.path.clone(), what: found, source: None })
    }

    fn connect(path: &Path, flags: OpenFlags) -> Result<Record, StoreError> {
        if path.is_dir() {
            return Err(StoreError::Damaged {
                path: path.to_path_buf(),
                what: "it is a folder".into(),
                source: None,
            });
        }
        let connection = Connection::open_with_flags(path, flags | OpenFlags::SQLITE_OPEN_NO_MUTEX)?;
        Self::set_up(connection, path.to_path_buf())
    }

    /// Checks what the file is before anything is written to it.
    fn set_up(connection: Connection, path: PathBuf) -> Result<Record, StoreError> {
        let mut record = Record {
            connection,
            path,
            readings: RefCell::default(),
            judged: RefCell::default(),
            cells: RefCell::default(),
        };
        // In one transaction: another program may be making the same new file, and its tables must not be seen without
        // the mark that goes with them.
        let seen = record.connection.unchecked_transaction().map_err(|e| record.damaged(e))?;
        let ask = |question: &str| -> Result<i64, StoreError> {
            seen.query_row(question, [], |row| row.get(0)).map_err(|e| record.damaged(e))
        };
        let (n_tables, id, version) =
            (ask(sql::N_TABLES)?, ask(sql::APPLICATION_ID)?, ask(sql::SCHEMA_VERSION)?);
        seen.commit().map_err(|e| record.damaged(e))?;
        let version = usize::try_from(version).unwrap_or(usize::MAX);
        let empty = id == 0 && version == 0 && n_tables == 0;
        if !empty && id != APPLICATION_ID {
            let what = "it is a database of another program".to_string();
            return Err(StoreError::Damaged { path: record.path, what, source: None });
        }
        if version > sql::MIGRATIONS.len() {
            return Err(StoreError::NewerVersion {
                path: record.path,
                found: version,
                known: sql::MIGRATIONS.len(),
            });
        }
        waited_for(|| record.connection.execute_batch(sql::PRAGMAS_OPEN)).map_err(|e| record.damaged(e))?;
        record.connection.set_prepared_statement_cache_capacity(64);
        record.migrate(version)?;
        Ok(record)
    }

    /// Brings the record forward, one migration a transaction.
    ///
    /// Two programs may find the same new file at once, so the version is looked at again under the write lock.
    fn migrate(&mut self, from: usize) -> Result<(), StoreError> {
        if from == sql::MIGRATIONS.len() {
            return Ok(());
        }
        let path = self.path.clone();
        let transaction =
            self.connection.transaction_with_behavior(rusqlite::TransactionBehavior::Immediate)?;
        let seen: usize = transaction.query_row(sql::SCHEMA_VERSION, [], |row| row.get(0))?;
        for migration in sql::MIGRATIONS.iter().skip(seen) {
            transaction.execute_batch(migration).map_err(|e| damaged_or(&path, e))?;
        }
        if (1..sql::DERIVED_SINCE).contains(&seen) {
            derive_anew(&transaction)?;
        }
        transaction.execute_batch(sql::MARK_AS_RECORD)?;
        transaction.pragma_update(None, "user_version", sql::MIGRATIONS.len())?;
        transaction.commit()?;
        Ok(())
    }

    pub(crate) fn damaged(&self, error: rusqlite::Error) -> StoreError {
        damaged_or(&self.path, error)
    }
}

/// Asks again while another program holds the file, half a minute at most.
///
/// SQLite refuses at once, whatever its own wait is, when two programs turn one new file to a write-ahead log: each holds
/// what the other would wait for (<https://www.sqlite.org/wal.html>, "SQLITE_BUSY").
fn waited_for(mut ask: impl FnMut() -> rusqlite::Result<()>) -> rusqlite::Result<()> {
    let since = Instant::now();
    loop {
        match ask() {
            Err(e)
                if e.sqlite_error_code() == Some(ErrorCode::DatabaseBusy) && since.elapsed() < PATIENCE =>
            {
                std::thread::sleep(Duration::from_millis(2));
            }
            told => return told,
        }
    }
}

/// Lays every reading that counts out anew, for a layout with more tables.
fn derive_anew(connection: &Connection) -> Result<(), StoreError> {
    let mut statement = connection.prepare(sql::READINGS_TO_DERIVE)?;
    let rows = statement.query_map([], |row| {
        Ok((row.get::<_, i64>(0)?, row.get::<_, i64>(1)?, row.get::<_, String>(2)?, row.get::<_, String>(3)?))
    })?;
    for row in rows {
        let (key, version, document, json) = row?;
        let mut reading: Reading = serde_json::from_str(&json)?;
        let judgements = effective(connection)?;
        judgements.correct(&document, &mut reading);
        let names = judgements.names(&document, &reading);
        for question in [sql::DELETE_EVENTS, sql::DELETE_PERSONS, sql::DELETE_CLAIMS, sql::DELETE_ENTRIES] {
            connection.prepare_cached(question)?.execute([key])?;
        }
        derive(connection, key, version, &document, &reading, &names)?;
    }
    Ok(())
}

fn damaged_or(path: &Path, error: rusqlite::Error) -> StoreError {
    if !is_damage(&error) {
        return error.into();
    }
    StoreError::Damaged { path: path.to_path_buf(), what: error.to_string(), source: Some(error) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_question_prepares() {
        let record = Record::in_memory().expect("an empty record");
        for (name, question) in sql::ALL {
            let header = question.lines().take_while(|line| line.starts_with("--")).collect::<String>();
            assert!(header.contains("Asked by:"), "{name}.sql does not say who asks");
            if name.starts_with("pragmas") || name.starts_with("mark") {
                continue;
            }
            if let Err(e) = record.connection.prepare(question) {
                panic!("sql/queries/{name}.sql does not prepare: {e}");
            }
        }
    }

    #[test]
    fn a_record_of_the_first_layout_is_brought_forward() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("r.sqlite");
        let mut record = Record::create_or_open(&path).expect("a new record");
        let document = mahdar_core::SourceDocument { id: "1".into(), ..Default::default() };
        let event = mahdar_core::Event { id: "e1".into(), ..Default::default() };
        let reading = Reading { events: vec![event], ..Reading::default() };
        record.add(&document, &reading).expect("it is added");
        let old =
            "drop table document_ids; drop table claim_pairs; drop table event_pairs; drop table names_due; drop table name_places;
            drop table name_keys; drop table name_words; drop table spelled;
            drop table judgements; drop table mentions; create table judgements (key integer primary key);";
        record.connection.execute_batch(old).expect("back to the first layout");
        record.connection.pragma_update(None, "user_version", 1).expect("back to the first layout");
        drop(record);
        let record = Record::open(&path).expect("it is brought forward");
        assert_eq!(record.address("e1").expect("ids are addresses").document, "1");
    }
}
