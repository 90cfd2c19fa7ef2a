//! The record: documents, readings, entries and observations in one SQLite file.
//!
//! The only crate that speaks SQL. Knows nothing of how a document is read or what a page looks like.
//!
//! ```
//! # let folder = tempfile::tempdir().unwrap();
//! # let path = folder.path().join("record.sqlite");
//! use mahdar_core::{Reading, SourceDocument};
//! use mahdar_store::{Added, Record};
//!
//! let mut record = Record::create_or_open(&path)?;
//! let document = SourceDocument {
//!     id: "1".into(),
//!     text: "استقبل وزير الخارجية نظيره الكازاخستاني".into(),
//!     ..SourceDocument::default()
//! };
//! assert_eq!(record.add(&document, &Reading::default())?.what, Added::New);
//! assert_eq!(record.add(&document, &Reading::default())?.what, Added::Unchanged);
//! # Ok::<(), mahdar_store::StoreError>(())
//! ```

mod derive;
mod documents;
mod entry;
mod error;
mod events;
mod fold;
mod judgements;
mod judging;
mod names;
mod observations;
mod open;
mod persons;
mod sql;
mod view;

pub use documents::{
    Added, AddedDocument, DocumentRef, EventChange, RereadReport, StoredDocument, StoredReading,
};
pub use entry::{Entry, Provenance, StoredEntry};
pub use error::StoreError;
pub use events::{RecordedClaim, RecordedEvent};
pub use fold::fold;
pub use judgements::Address;
pub use judging::{Judge, STATUSES, Shown, holding};
pub use observations::{
    Cells, FileId, ImportOutcome, ImportedFile, ObservationCell, StoredFile, StoredObservation,
};
pub use open::{Counts, Record};
pub use persons::{Occupancy, PersonFound, Sighting};
pub use view::View;
