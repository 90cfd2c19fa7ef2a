//! Which mentions of many documents are one person, one meeting, one agreement.
//!
//! Pure, and a second step after [`read`](crate::read): it looks at readings, never at the record. What it gives depends on
//! the documents alone and not on the order in which they came: mentions are put into one order by day of release and id,
//! all edges of a block stand in one total order, and a cluster's id is that of its earliest mention. What people judged
//! ([`Judgements`]) stands over what is found.
//!
//! # Example
//!
//! ```
//! use mahdar_core::{Packs, SourceDocument, read, resolve::{Judgements, Source, resolve}};
//! use mahdar_names::Tables;
//!
//! let packs = Packs::compile(mahdar_data::files("")).expect("the embedded packs are whole");
//! let tables = Tables::compile(&mahdar_data::files("names")).expect("the embedded tables are whole");
//! let document = |id: &str, lang: &str, text: &str| SourceDocument {
//!     id: id.into(),
//!     lang: Some(lang.into()),
//!     published: Some("2024-02-14".into()),
//!     text: text.into(),
//!     ..SourceDocument::default()
//! };
//! let ar = document("a", "ar", "استقبل الرئيس المصري عبد الفتاح السيسي، اليوم، الرئيس التركي رجب طيب أردوغان.");
//! let ru = document("b", "ru", "Президент Египта Абдель Фаттах ас-Сиси принял сегодня президента Турции Реджепа Тайипа Эрдогана.");
//! let readings = [read(&ar, &packs), read(&ru, &packs)];
//! let sources: Vec<Source> = readings.iter().map(Source::of).collect();
//! let resolution = resolve(&tables, &sources, &Judgements::default());
//! // Two presidents, one meeting, told twice.
//! assert_eq!(resolution.persons.iter().filter(|p| p.members.len() == 2).count(), 2);
//! assert_eq!(resolution.events.iter().filter(|e| e.members.len() == 2).count(), 1);
//! ```

mod agreements;
mod events;
mod group;
pub mod judgements;
mod persons;
mod when;

pub use mahdar_names::Tables;
use sha2::{Digest, Sha256};

use crate::model::{Field, Reading, Span};

pub use agreements::AgreementCluster;
pub use events::EventCluster;
pub use judgements::{Judgement, Judgements, Kind, Mark, Ruling};
pub use persons::PersonCluster;
pub use when::number as day_number;

/// A reading with what tells its place among the others.
#[derive(Debug, Clone, Copy)]
pub struct Source<'a> {
    /// Id of the document.
    pub document: &'a str,
    /// Day of release, ISO.
    pub published: Option<&'a str>,
    /// Language the document was read in.
    pub lang: &'a str,
    /// What was read.
    pub reading: &'a Reading,
}

impl<'a> Source<'a> {
    /// A reading by what its own head says.
    pub fn of(reading: &'a Reading) -> Source<'a> {
        Source {
            document: &reading.document.id,
            published: reading.document.published.as_deref(),
            lang: reading.document.lang.as_deref().unwrap_or_default(),
            reading,
        }
    }

    /// The event is the first of those that the document is about.
    pub(crate) fn leads(&self, event: &crate::model::Event) -> bool {
        self.reading.events.iter().find(|e| e.main).is_some_and(|first| first.id == event.id)
    }
}

/// Where a mention stands: number of the source, and of the person, event or agreement in its reading.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Member {
    /// Index into the sources as they were given.
    pub source: usize,
    /// Index of the person or event in the reading.
    pub number: usize,
}

/// What the mentions of many documents are.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Resolution {
    /// People, in the order of their ids' documents.
    pub persons: Vec<PersonCluster>,
    /// Events.
    pub events: Vec<EventCluster>,
    /// Agreements.
    pub agreements: Vec<AgreementCluster>,
}

/// Resolves the mentions of all sources together, as far as nobody judged otherwise.
///
/// The readings are taken as [`Judgements::correct`] has corrected them.
pub fn resolve(tables: &Tables, sources: &[Source], judgements: &Judgements) -> Resolution {
    // One order, whatever order they were given in.
    let mut order: Vec<usize> = (0..sources.len()).collect();
    order.sort_by_key(|&i| (sources[i].published.unwrap_or("9999"), sources[i].document));
    let judged = judgements::Bound::of(judgements, sources);
    let persons = persons::persons(tables, sources, &order, &judged);
    let of = persons::index(&persons);
    let events = events::events(sources, &order, &of, &judged);
    let agreements = agreements::agreements(sources, &order, &events);
    Resolution { persons, events, agreements }
}

/// What comes most often; of equals the first.
pub fn most<T: PartialEq>(values: impl Iterator<Item = T>) -> Option<T> {
    let mut counted: Vec<(T, usize)> = Vec::new();
    for value in values {
        match counted.iter_mut().find(|(known, _)| *known == value) {
            Some((_, n)) => *n += 1,
            None => counted.push((value, 1)),
        }
    }
    let best = counted.iter().map(|(_, n)| *n).max()?;
    counted.into_iter().find(|(_, n)| *n == best).map(|(value, _)| value)
}

/// Id of a mention: a hash of document, kind and span.
pub(crate) fn mention_id(document: &str, kind: &str, field: Field, span: Span) -> String {
    let mut hash = Sha256::new();
    for part in [document, kind, field.as_str(), &span[0].to_string(), &span[1].to_string()] {
        hash.update(part.as_bytes());
        hash.update([0]);
    }
    hash.finalize().iter().take(8).map(|b| format!("{b:02x}")).collect()
}
