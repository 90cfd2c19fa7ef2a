//! Finds people by name, with the offices they were seen in and the meetings they were at.
//!
//! Spellings are folded, not sounded out: a name in another script is not found yet, and nobody is merged
//! who is not written the same for the same party.

use std::collections::BTreeMap;

use mahdar_core::{Office, Words};
use rusqlite::params;
use serde::Serialize;

use crate::events::RecordedEvent;
use crate::{Record, StoreError, fold, sql};

/// A person of the record.
#[derive(Debug, Clone)]
pub struct PersonFound {
    /// The fullest spelling.
    pub name: String,
    /// Every spelling, sorted.
    pub spellings: Vec<String>,
    /// State or organisation served.
    pub party: Option<String>,
    /// Offices, the latest seen first.
    pub occupancies: Vec<Occupancy>,
    /// Meetings and other events, the newest first, the undated last.
    pub events: Vec<RecordedEvent>,
    /// Where the person is named.
    pub sightings: Vec<Sighting>,
}

/// An office a person was seen in.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Occupancy {
    /// The office as the newest document writes it.
    pub office: Office,
    /// First day seen in it.
    pub first_seen: Option<String>,
    /// Last day seen in it.
    pub last_seen: Option<String>,
    /// Documents, by id.
    pub documents: Vec<String>,
}

/// A place where a person is named.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Sighting {
    /// Document.
    pub document: String,
    /// Its version.
    pub version: u32,
    /// The day: of the event, else of release.
    pub day: Option<String>,
    /// The name.
    pub name: Words,
}

impl Record {
    /// People whose name holds every word of `name`, folded, in any order.
    pub fn person_search(&self, name: &str) -> Result<Vec<PersonFound>, StoreError> {
        let wanted = fold(name);
        let words: Vec<&str> = wanted.split(' ').filter(|word| !word.is_empty()).collect();
        let Some(longest) = words.iter().max_by_key(|word| word.len()) else { return Ok(vec![]) };
        let hits: Vec<(i64, usize, String)> = {
            let mut statement = self.connection.prepare_cached(sql::PERSONS_SPELLED_WITH)?;
            let rows = statement.query_map([longest], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?;
            rows.collect::<Result<_, _>>()?
        };
        let mut people: BTreeMap<(String, Option<String>), PersonFound> = BTreeMap::new();
        let mut seen = std::collections::BTreeSet::new();
        for (reading_key, number, folded) in hits {
            let has = |word: &&str| folded.split(' ').any(|part| part.starts_with(word));
            if !words.iter().all(has) || !seen.insert((reading_key, number)) {
                continue;
            }
            let stored = self.reading(reading_key)?;
            let Some(person) = stored.reading.persons.get(number) else { continue };
            let found = people.entry((fold(&person.name.text), person.party.clone())).or_insert_with(|| {
                PersonFound {
                    name: person.name.text.clone(),
                    spellings: vec![],
                    party: person.party.clone(),
                    occupancies: vec![],
                    events: vec![],
                    sightings: vec![],
                }
            });
            let mut statement = self.connection.prepare_cached(sql::EVENTS_OF_PERSON)?;
            let events = statement.query_map(params![reading_key, number], |row| row.get(0))?;
            let events: Vec<RecordedEvent> = events
                .map(|n| Ok(RecordedEvent { reading: stored.clone(), number: n? }))
                .collect::<Result<_, rusqlite::Error>>()?;
            let day = events
                .iter()
                .find_map(|e| e.day())
                .map(str::to_string)
                .or_else(|| stored.document.head.published.clone());
            let head = &stored.document.head;
            found.spellings.push(person.name.text.clone());
            found.spellings.extend(person.named.iter().map(|words| words.text.clone()));
            for office in &person.offices {
                found.see(office, day.as_deref(), &head.id);
            }
            found.sightings.push(Sighting {
                document: head.id.clone(),
                version: head.version,
                day,
                name: person.name.clone(),
            });
            found.events.extend(events);
        }
        Ok(people.into_values().map(PersonFound::in_order).collect())
    }
}

impl PersonFound {
    fn see(&mut self, office: &Office, day: Option<&str>, document: &str) {
        let key =
            |o: &Office| (o.position.clone(), o.institution.clone(), o.state.clone(), o.acting, o.former);
        let same = |seen: &&mut Occupancy| {
            key(&seen.office) == key(office)
                && (office.position.is_some() || seen.office.title.text == office.title.text)
        };
        let Some(seen) = self.occupancies.iter_mut().find(same) else {
            let day = day.map(str::to_string);
            self.occupancies.push(Occupancy {
                office: office.clone(),
                first_seen: day.clone(),
                last_seen: day,
                documents: vec![document.to_string()],
            });
            return;
        };
        if let Some(day) = day {
            if seen.first_seen.as_deref().is_none_or(|first| day < first) {
                seen.first_seen = Some(day.to_string());
            }
            if seen.last_seen.as_deref().is_none_or(|last| day > last) {
                seen.last_seen = Some(day.to_string());
                seen.office = office.clone();
            }
        }
        if !seen.documents.iter().any(|id| id == document) {
            seen.documents.push(document.to_string());
        }
    }

    fn in_order(mut self) -> Self {
        self.spellings.sort();
        self.spellings.dedup();
        self.occupancies.sort_by(|x, y| y.last_seen.cmp(&x.last_seen));
        self.events.sort_by(|x, y| {
            let of = |e: &RecordedEvent| {
                e.event().date.as_ref().map(|d| d.value.clone()).filter(|_| e.day().is_some())
            };
            of(y).cmp(&of(x)).then_with(|| x.reading.document.head.id.cmp(&y.reading.document.head.id))
        });
        self
    }
}
