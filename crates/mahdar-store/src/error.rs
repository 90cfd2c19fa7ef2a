//! What can go wrong with the record.

use std::path::PathBuf;

/// A failure of the record; the record itself is as it was before.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// There is no file at the path.
    #[error("there is no record at {}", path.display())]
    Missing {
        /// Where it was looked for.
        path: PathBuf,
    },
    /// A newer program has changed the layout of the record.
    #[error("the record {} has layout {found}, and this program knows layouts up to {known}", path.display())]
    NewerVersion {
        /// The record.
        path: PathBuf,
        /// Its layout.
        found: usize,
        /// The newest layout known here.
        known: usize,
    },
    /// The file is not a record, or no longer one.
    #[error("{} is not a whole record: {what}", path.display())]
    Damaged {
        /// The file.
        path: PathBuf,
        /// What is wrong with it.
        what: String,
        /// What SQLite said, if it did.
        #[source]
        source: Option<rusqlite::Error>,
    },
    /// Another program is writing.
    #[error("the record is being written by another program")]
    Locked(#[source] rusqlite::Error),
    /// There is no room, or the file may not be written.
    #[error("the record cannot be written: {0}")]
    NotWritable(#[source] rusqlite::Error),
    /// A question failed.
    #[error("the record did not answer: {0}")]
    Sql(#[source] rusqlite::Error),
    /// A stored reading does not have the form it was written in.
    #[error("a stored reading is not readable: {0}")]
    Reading(#[source] serde_json::Error),
    /// A document, file or row is asked for that is not in the record.
    #[error("the record has no {what}")]
    NotRecorded {
        /// What was asked for.
        what: String,
    },
    /// A folder or file of the record cannot be made or read.
    #[error("{}: {source}", path.display())]
    Io {
        /// The path.
        path: PathBuf,
        /// Why.
        source: std::io::Error,
    },
}

impl StoreError {
    /// The code of the failure; each has a page in `docs/errors`.
    pub fn code(&self) -> &'static str {
        match self {
            StoreError::Missing { .. } => "record/missing",
            StoreError::NewerVersion { .. } => "record/newer-version",
            StoreError::Damaged { .. } | StoreError::Reading(_) => "record/damaged",
            StoreError::Sql(error) if is_damage(error) => "record/damaged",
            StoreError::Locked(_) => "record/locked",
            StoreError::NotWritable(_) | StoreError::Io { .. } => "record/not-writable",
            StoreError::Sql(_) => "record/failed",
            StoreError::NotRecorded { .. } => "record/not-recorded",
        }
    }

    /// What to do about it.
    pub fn help(&self) -> &'static str {
        match self {
            StoreError::Missing { .. } => {
                "add a document first (`mahdar add`), or name the record with `--record`"
            }
            StoreError::NewerVersion { .. } => "use the newer program; the record has not been touched",
            StoreError::Damaged { .. } | StoreError::Reading(_) => {
                "restore the file from a copy, or name another with `--record`; it has not been touched"
            }
            StoreError::Sql(error) if is_damage(error) => {
                "restore the file from a copy, or name another with `--record`"
            }
            StoreError::Locked(_) => "wait for the other program, then try again",
            StoreError::NotWritable(_) | StoreError::Io { .. } => {
                "check the room on the disk and who may write there"
            }
            StoreError::Sql(_) => "run `mahdar doctor`; nothing of this command has been written",
            StoreError::NotRecorded { .. } => "check the id; `mahdar search` finds documents",
        }
    }
}

/// Whether SQLite says that the file itself is broken.
pub(crate) fn is_damage(error: &rusqlite::Error) -> bool {
    use rusqlite::ErrorCode::{DatabaseCorrupt, NotADatabase};
    matches!(error.sqlite_error_code(), Some(DatabaseCorrupt | NotADatabase))
}

impl From<rusqlite::Error> for StoreError {
    fn from(error: rusqlite::Error) -> Self {
        use rusqlite::ErrorCode::{
            CannotOpen, DatabaseBusy, DatabaseLocked, DiskFull, ReadOnly, SystemIoFailure,
        };
        match error.sqlite_error_code() {
            Some(DatabaseBusy | DatabaseLocked) => StoreError::Locked(error),
            Some(DiskFull | ReadOnly | CannotOpen | SystemIoFailure) => StoreError::NotWritable(error),
            _ => StoreError::Sql(error),
        }
    }
}

impl From<serde_json::Error> for StoreError {
    fn from(error: serde_json::Error) -> Self {
        StoreError::Reading(error)
    }
}
