//! What can go wrong with the record.

use std::path::PathBuf;

use mahdar_core::resolve::Mark;

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
    /// No mention has this id.
    #[error("`{id}` is not the id of anything in the record")]
    UnknownId {
        /// What was asked for.
        id: String,
    },
    /// A mention is no longer read in its document.
    #[error("`{id}` was read in {} and is no longer read there", mark.document)]
    MentionGone {
        /// Its id.
        id: String,
        /// Where it stood.
        mark: Mark,
    },
    /// A person and an event are never one.
    #[error("`{a}` and `{b}` are a person and an event")]
    NotOneKind {
        /// One id.
        a: String,
        /// The other.
        b: String,
    },
    /// Two events of different types are never one.
    #[error("`{a}` is a {} and `{b}` is a {}", kinds[0], kinds[1])]
    OtherType {
        /// One id.
        a: String,
        /// The other.
        b: String,
        /// Their types.
        kinds: [String; 2],
    },
    /// The two are one as it is.
    #[error("`{a}` and `{b}` are one already")]
    AlreadyOne {
        /// One id.
        a: String,
        /// The other.
        b: String,
    },
    /// One person would stand twice at one event.
    #[error("then {} would meet himself as {}", names[0], names[1])]
    MeetsHimself {
        /// A document that tells it.
        document: String,
        /// The event.
        event: String,
        /// Who and who.
        names: [String; 2],
    },
    /// Mentions that are to be taken out of one person or event are not of one.
    #[error("`{a}` and `{b}` are not together, so they cannot be taken out together")]
    NotTogether {
        /// One id.
        a: String,
        /// The other.
        b: String,
    },
    /// Nothing would stay behind.
    #[error("nothing would stay of `{id}`: it has {n} mentions, and all of them are named")]
    NothingLeft {
        /// The id.
        id: String,
        /// How many mentions it has.
        n: usize,
    },
    /// There is no such field.
    #[error("there is no field `{field}` to correct")]
    UnknownField {
        /// What was asked for.
        field: String,
        /// What there is.
        known: String,
    },
    /// A field cannot have this value.
    #[error("`{value}` is no value for `{field}`")]
    BadValue {
        /// The field.
        field: String,
        /// The value.
        value: String,
        /// What would be one.
        wanted: String,
    },
    /// No judgement has this id.
    #[error("there is no judgement `{id}`")]
    UnknownJudgement {
        /// What was asked for.
        id: String,
    },
    /// The judgement does not count any more.
    #[error("the judgement `{id}` is undone already")]
    AlreadyUndone {
        /// Its id.
        id: String,
    },
    /// Only people are redacted.
    #[error("`{id}` is an event; only a person can be redacted")]
    NotAPerson {
        /// The id.
        id: String,
    },
    /// The person is redacted as it is.
    #[error("`{id}` is redacted already")]
    AlreadyRedacted {
        /// The id.
        id: String,
    },
    /// The person is not shown.
    #[error("`{id}` is redacted")]
    Redacted {
        /// The id.
        id: String,
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
            StoreError::UnknownId { .. } => "record/unknown-id",
            StoreError::MentionGone { .. } => "record/mention-gone",
            StoreError::NotOneKind { .. } | StoreError::OtherType { .. } => "record/other-kind",
            StoreError::AlreadyOne { .. } => "record/already-one",
            StoreError::MeetsHimself { .. } => "record/meets-himself",
            StoreError::NotTogether { .. } => "record/not-together",
            StoreError::NothingLeft { .. } => "record/nothing-left",
            StoreError::UnknownField { .. } => "record/unknown-field",
            StoreError::BadValue { .. } => "record/bad-value",
            StoreError::UnknownJudgement { .. } => "record/unknown-judgement",
            StoreError::AlreadyUndone { .. } => "record/already-undone",
            StoreError::NotAPerson { .. } => "record/other-kind",
            StoreError::AlreadyRedacted { .. } | StoreError::Redacted { .. } => "record/redacted",
        }
    }

    /// Where it is wrong, when that is a place of its own.
    pub fn place(&self) -> Option<String> {
        match self {
            StoreError::MeetsHimself { document, event, .. } => {
                Some(format!("document {document}, event {event}"))
            }
            StoreError::MentionGone { mark, .. } => {
                Some(format!("{} {}..{}", mark.document, mark.span[0], mark.span[1]))
            }
            _ => None,
        }
    }

    /// What to do about it.
    pub fn help(&self) -> String {
        match self {
            StoreError::UnknownField { known, .. } => format!("correct one of {known}"),
            StoreError::BadValue { wanted, .. } => format!("give {wanted}"),
            _ => self.fixed_help().to_string(),
        }
    }

    fn fixed_help(&self) -> &'static str {
        match self {
            StoreError::NotOneKind { .. } => "name two people, or two events",
            StoreError::OtherType { .. } => {
                "correct the type of one first (`mahdar record correct ID type TYPE`), if it was read wrongly"
            }
            StoreError::AlreadyOne { .. } => {
                "nothing needs to be done; `mahdar record show ID` tells what is together"
            }
            StoreError::MeetsHimself { .. } => {
                "look at the document; if the event is read wrongly there, split or correct it first"
            }
            StoreError::NotTogether { .. } => {
                "`mahdar record show ID` lists the mentions of one person or event"
            }
            StoreError::NothingLeft { .. } => "name only the mentions that belong to another",
            StoreError::UnknownJudgement { .. } => "`mahdar record judgements` lists them",
            StoreError::AlreadyUndone { .. } => "`mahdar record judgements` lists which ones hold",
            StoreError::NotAPerson { .. } => "name a person by id or name; `mahdar who NAME` finds one",
            StoreError::AlreadyRedacted { .. } | StoreError::Redacted { .. } => {
                "`mahdar record judgements` lists the redaction, `mahdar record undo ID` takes it back"
            }
            StoreError::UnknownField { .. } | StoreError::BadValue { .. } => "",
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
            StoreError::UnknownId { .. } => {
                "`mahdar who NAME --json` and `mahdar brief A B --format json` give the ids of people and events"
            }
            StoreError::MentionGone { .. } => {
                "another reading of the document took its place; `mahdar who` finds it anew"
            }
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
