//! Finds people by name, with the offices they were seen in and the meetings they were at.
//!
//! A name is found as it is written, without marks and case, or as it sounds in another script.

use std::collections::BTreeSet;
use std::sync::Arc;

use mahdar_core::resolve::judgements::person_mention;
use mahdar_core::resolve::{Member, PersonCluster, most};
use mahdar_core::{Event, Office, Person, Words};
use mahdar_names::Tables;
use serde::Serialize;

use crate::documents::StoredReading;
use crate::events::RecordedEvent;
use crate::view::View;
use crate::{Record, StoreError};

/// A person of the record.
#[derive(Debug, Clone)]
pub struct PersonFound {
    /// Id of the earliest mention.
    pub id: String,
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
    /// Ids of the judgements that bear on the person.
    pub judged: Vec<String>,
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
    /// Id of the mention.
    pub id: String,
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
    /// People whose name holds every word of `name`, folded, in any order, or sounds like it in another script.
    ///
    /// Who is one person is decided by `mahdar_core::resolve` over the documents that name somebody alike, so a minister
    /// in four languages is found from any of them.
    pub fn person_search(&self, tables: &Tables, name: &str) -> Result<Vec<PersonFound>, StoreError> {
        let wanted = self.person_keys(tables, name)?;
        if wanted.is_empty() {
            return Ok(vec![]);
        }
        // The block: every reading that names somebody who may be one of these.
        let block = self.readings_around(tables, &wanted)?;
        let keys: Vec<i64> = block.into_iter().collect();
        let readings: Vec<Arc<StoredReading>> =
            keys.iter().map(|key| self.reading(*key)).collect::<Result<_, _>>()?;
        let view = self.view(tables, &readings)?;
        let mut found = vec![];
        for cluster in view.resolution.persons.iter().filter(|cluster| !cluster.redacted) {
            let is_asked =
                |m: &Member| keys.get(m.source).is_some_and(|key| wanted.contains(&(*key, m.number)));
            if cluster.members.iter().any(is_asked) {
                found.push(person_of(cluster, &view));
            }
        }
        found.sort_by(|a, b| (b.sightings.len(), &a.name).cmp(&(a.sightings.len(), &b.name)));
        Ok(found)
    }

    /// Key of the reading and number of everybody whose name holds the words of `name`, or is like it.
    pub fn person_keys(&self, tables: &Tables, name: &str) -> Result<BTreeSet<(i64, usize)>, StoreError> {
        self.index_names(tables)?;
        self.people_like(tables, name)
    }
}

/// Everything the readings tell of one cluster.
pub(crate) fn person_of(cluster: &PersonCluster, view: &View) -> PersonFound {
    let people = || cluster.members.iter().map(|m| &view.readings[m.source].reading.persons[m.number]);
    // The fullest spelling; of equals the one that comes first.
    let fullest = |p: &&Person| (p.name.text.split_whitespace().count(), p.name.text.len());
    let longest = people().map(|p| fullest(&p)).max().unwrap_or_default();
    let written = people().find(|p| fullest(p) == longest).map(|p| p.name.text.clone());
    let mut found = PersonFound {
        id: cluster.id.clone(),
        name: cluster.name.clone().or(written).unwrap_or_default(),
        spellings: vec![],
        party: most(people().filter_map(|p| p.party.clone())),
        occupancies: vec![],
        events: vec![],
        sightings: vec![],
        judged: cluster.judged.clone(),
    };
    for member in &cluster.members {
        let stored = &view.readings[member.source];
        let person = &stored.reading.persons[member.number];
        let is_at =
            |e: &Event| e.sides.iter().flat_map(|side| &side.participants).any(|p| p.person == member.number);
        let events = stored.reading.events.iter().enumerate().filter(|(_, e)| is_at(e));
        let events: Vec<RecordedEvent> =
            events.map(|(number, _)| RecordedEvent { reading: stored.clone(), number }).collect();
        let day = events.iter().find_map(|e| e.day()).map(str::to_string);
        let day = day.or_else(|| stored.document.head.published.clone());
        let head = &stored.document.head;
        found.spellings.push(person.name.text.clone());
        found.spellings.extend(person.named.iter().map(|words| words.text.clone()));
        for office in &person.offices {
            found.see(office, day.as_deref(), &head.id);
        }
        found.sightings.push(Sighting {
            id: person_mention(&head.id, person),
            document: head.id.clone(),
            version: head.version,
            day,
            name: person.name.clone(),
        });
        found.events.extend(events);
    }
    found.in_order()
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
