//! Events and claims of a pair, each with the reading it stands in.

use std::sync::Arc;

use mahdar_core::{Claim, Event, Participant, Person};

use rusqlite::params;

use crate::documents::StoredReading;
use crate::{Record, StoreError, sql};

/// An event of a reading that counts.
#[derive(Debug, Clone)]
pub struct RecordedEvent {
    /// The reading it stands in, with its document.
    pub reading: Arc<StoredReading>,
    /// Its number in the reading.
    pub number: usize,
}

impl RecordedEvent {
    /// The event.
    pub fn event(&self) -> &Event {
        &self.reading.reading.events[self.number]
    }

    /// A person present, in full.
    pub fn person(&self, participant: &Participant) -> Option<&Person> {
        self.reading.reading.persons.get(participant.person)
    }

    /// The day it took place, when the document tells one.
    pub fn day(&self) -> Option<&str> {
        self.event().date.as_ref().filter(|date| date.precision == "day").map(|date| date.value.as_str())
    }
}

/// A claim of a reading that counts.
#[derive(Debug, Clone)]
pub struct RecordedClaim {
    /// The reading it stands in, with its document.
    pub reading: Arc<StoredReading>,
    /// Its number in the reading.
    pub number: usize,
}

impl RecordedClaim {
    /// The claim.
    pub fn claim(&self) -> &Claim {
        &self.reading.reading.claims[self.number]
    }
}

impl Record {
    /// Events with the two parties on different sides, the newest first, the undated last.
    pub fn events_between(&self, a: &str, b: &str) -> Result<Vec<RecordedEvent>, StoreError> {
        self.events_in(a, b, -1, 0)
    }

    /// Some of the events between two parties, in the same order: `n` after the first `skip`.
    pub fn events_between_from(
        &self,
        a: &str,
        b: &str,
        n: u32,
        skip: u32,
    ) -> Result<Vec<RecordedEvent>, StoreError> {
        self.events_in(a, b, i64::from(n), skip)
    }

    /// How many events there are between two parties.
    pub fn n_events_between(&self, a: &str, b: &str) -> Result<usize, StoreError> {
        let (a, b) = (a.min(b), a.max(b));
        Ok(self.connection.prepare_cached(sql::N_EVENTS_BETWEEN)?.query_row([a, b], |row| row.get(0))?)
    }

    fn events_in(&self, a: &str, b: &str, n: i64, skip: u32) -> Result<Vec<RecordedEvent>, StoreError> {
        self.event_keys(a, b, n, skip)?
            .into_iter()
            .map(|(key, number)| Ok(RecordedEvent { reading: self.reading(key)?, number }))
            .collect()
    }

    /// Keys of readings and numbers of events between two parties, without opening the readings; `n` of -1 for all.
    pub fn event_keys(&self, a: &str, b: &str, n: i64, skip: u32) -> Result<Vec<(i64, usize)>, StoreError> {
        let mut statement = self.connection.prepare_cached(sql::EVENTS_BETWEEN)?;
        let rows = statement
            .query_map(params![a.min(b), a.max(b), n, skip], |row| Ok((row.get(0)?, row.get(1)?)))?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// Keys of readings and numbers of claims about two parties, without opening the readings.
    pub fn claim_keys(&self, a: &str, b: &str) -> Result<Vec<(i64, usize)>, StoreError> {
        self.numbered(sql::CLAIMS_OF_PAIR, a, b)
    }

    /// Claims about the two, in either order, the newest document first, then as the text runs.
    pub fn claims_of_pair(&self, a: &str, b: &str) -> Result<Vec<RecordedClaim>, StoreError> {
        self.numbered(sql::CLAIMS_OF_PAIR, a, b)?
            .into_iter()
            .map(|(key, number)| Ok(RecordedClaim { reading: self.reading(key)?, number }))
            .collect()
    }

    fn numbered(&self, question: &str, a: &str, b: &str) -> Result<Vec<(i64, usize)>, StoreError> {
        let mut statement = self.connection.prepare_cached(question)?;
        let rows = statement.query_map([a.min(b), a.max(b)], |row| Ok((row.get(0)?, row.get(1)?)))?;
        Ok(rows.collect::<Result<_, _>>()?)
    }
}
