//! The record as three tables: events, persons, and who held which position as far as documents tell.
//!
//! Every table has a header and a key that no two rows share. Who is redacted is in none of them.

use std::collections::{BTreeMap, BTreeSet};

use mahdar_core::resolve::{EventCluster, Member, Tables};
use mahdar_store::{Record, RecordedEvent, StoreError, View};

use crate::brief::fullness;

/// A table of words.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Table {
    /// What its rows are: `events`.
    pub name: &'static str,
    /// Names of the columns; the first is the key.
    pub columns: &'static [&'static str],
    /// The rows, sorted by day and key.
    pub rows: Vec<Vec<String>>,
}

const EVENTS: &[&str] = &[
    "event_id",
    "type",
    "mode",
    "status",
    "main",
    "date",
    "date_precision",
    "place",
    "place_state",
    "side_1",
    "side_1_part",
    "side_1_people",
    "side_1_person_ids",
    "side_2",
    "side_2_part",
    "side_2_people",
    "side_2_person_ids",
    "further_sides",
    "topics",
    "agreements",
    "part_of",
    "n_documents",
    "documents",
    "judgements",
];

const PERSONS: &[&str] = &[
    "person_id",
    "name",
    "party",
    "spellings",
    "first_seen",
    "last_seen",
    "n_events",
    "n_documents",
    "documents",
    "judgements",
];

const OCCUPANCIES: &[&str] = &[
    "occupancy_id",
    "person_id",
    "name",
    "party",
    "office",
    "position",
    "institution",
    "state",
    "acting",
    "former",
    "accredited_to",
    "first_seen",
    "last_seen",
    "n_documents",
    "documents",
];

/// Between the parts of one cell.
const AND: &str = "; ";

/// The whole record as tables: events, persons, occupancies.
pub fn tables(record: &Record, names: &Tables) -> Result<[Table; 3], StoreError> {
    let view = record.everything(names)?;
    let mut who: BTreeMap<Member, usize> = BTreeMap::new();
    let mut persons = Table { name: "persons", columns: PERSONS, rows: vec![] };
    let mut occupancies = Table { name: "occupancies", columns: OCCUPANCIES, rows: vec![] };
    let mut shown: Vec<Option<(String, String)>> = vec![];
    for (number, cluster) in view.resolution.persons.iter().enumerate() {
        who.extend(cluster.members.iter().map(|m| (*m, number)));
        if cluster.redacted {
            shown.push(None);
            continue;
        }
        let person = view.person(cluster);
        shown.push(Some((person.id.clone(), person.name.clone())));
        let days: BTreeSet<&String> = person.sightings.iter().filter_map(|s| s.day.as_ref()).collect();
        let documents: BTreeSet<&String> = person.sightings.iter().map(|s| &s.document).collect();
        let party = person.party.clone().unwrap_or_default();
        persons.rows.push(vec![
            person.id.clone(),
            person.name.clone(),
            party.clone(),
            person.spellings.join(AND),
            days.first().map(|d| (*d).clone()).unwrap_or_default(),
            days.last().map(|d| (*d).clone()).unwrap_or_default(),
            person.events.len().to_string(),
            documents.len().to_string(),
            joined(documents),
            person.judged.join(AND),
        ]);
        let mut keys: BTreeMap<String, usize> = BTreeMap::new();
        for seen in &person.occupancies {
            let office = &seen.office;
            let part = |part: &Option<String>| part.clone().unwrap_or_default();
            let flags = [(office.acting, "acting"), (office.former, "former")];
            let mut key = vec![
                person.id.clone(),
                part(&office.position),
                part(&office.institution),
                part(&office.state),
            ];
            key.extend(flags.into_iter().filter(|(is, _)| *is).map(|(_, flag)| flag.to_string()));
            let mut key = key.join("/");
            // Offices whose words were not understood have the same parts.
            let n = keys.entry(key.clone()).or_default();
            *n += 1;
            if *n > 1 {
                key = format!("{key}~{n}");
            }
            occupancies.rows.push(vec![
                key,
                person.id.clone(),
                person.name.clone(),
                party.clone(),
                office.title.text.clone(),
                part(&office.position),
                part(&office.institution),
                part(&office.state),
                office.acting.to_string(),
                office.former.to_string(),
                part(&office.accredited_to),
                part(&seen.first_seen),
                part(&seen.last_seen),
                seen.documents.len().to_string(),
                joined(seen.documents.iter().collect()),
            ]);
        }
    }
    let person_of = |m: &Member| who.get(m).and_then(|number| shown[*number].as_ref());
    let is_shown = |e: &&EventCluster| e.members.iter().any(|m| m.source < view.n_asked);
    let mut events = Table { name: "events", columns: EVENTS, rows: vec![] };
    for cluster in view.resolution.events.iter().filter(is_shown) {
        events.rows.push(event(&view, cluster, &person_of));
    }
    let day = EVENTS.iter().position(|column| *column == "date").unwrap_or_default();
    events.rows.sort_by(|x, y| (&x[day], &x[0]).cmp(&(&y[day], &y[0])));
    persons.rows.sort();
    occupancies.rows.sort();
    Ok([events, persons, occupancies])
}

fn event<'a>(
    view: &View,
    cluster: &EventCluster,
    person_of: &impl Fn(&Member) -> Option<&'a (String, String)>,
) -> Vec<String> {
    let mut told: Vec<RecordedEvent> = cluster
        .members
        .iter()
        .map(|m| RecordedEvent { reading: view.readings[m.source].clone(), number: m.number })
        .collect();
    // The fullest report gives what only one can give.
    told.sort_by_key(|e| std::cmp::Reverse(fullness(e)));
    let lead = told[0].event();
    let sources: BTreeMap<&str, usize> = cluster
        .members
        .iter()
        .map(|m| (view.readings[m.source].document.head.id.as_str(), m.source))
        .collect();
    let mut sides: Vec<[String; 4]> = vec![];
    for parties in &cluster.sides {
        let mut people: Vec<&(String, String)> = vec![];
        let mut part = None;
        for event in &told {
            let source = sources[event.reading.document.head.id.as_str()];
            let is_same = |p: &String| parties.contains(p);
            for side in event.event().sides.iter().filter(|s| s.parties().any(is_same)) {
                part = part.or_else(|| Some(side.part.clone()));
                for participant in &side.participants {
                    if let Some(person) = person_of(&Member { source, number: participant.person })
                        && !people.contains(&person)
                    {
                        people.push(person);
                    }
                }
            }
        }
        let cell = |of: fn(&(String, String)) -> &String| {
            people.iter().map(|p| of(p).as_str()).collect::<Vec<_>>().join(AND)
        };
        sides.push([parties.join("+"), part.unwrap_or_default(), cell(|p| &p.1), cell(|p| &p.0)]);
    }
    let place = told.iter().find_map(|e| e.event().place.as_ref());
    let topics: BTreeSet<&String> = told.iter().flat_map(|e| &e.event().topics).map(|t| &t.topic).collect();
    let agreements: BTreeSet<String> = told
        .iter()
        .flat_map(|e| &e.event().agreements)
        .map(|a| format!("{} ({})", a.title, a.status))
        .collect();
    let documents: BTreeSet<&String> = told.iter().map(|e| &e.reading.document.head.id).collect();
    let date = cluster.date.clone();
    let written =
        told.iter().find_map(|e| e.event().date.as_ref().filter(|d| Some(&d.value) == date.as_ref()));
    let mut row = vec![
        cluster.id.clone(),
        cluster.kind.clone(),
        lead.mode.clone().unwrap_or_default(),
        lead.status.clone(),
        told.iter().any(|e| e.event().main).to_string(),
        date.unwrap_or_default(),
        written.map(|d| d.precision.clone()).unwrap_or_default(),
        place.map(|p| p.words.text.clone()).unwrap_or_default(),
        place.and_then(|p| p.state.clone()).unwrap_or_default(),
    ];
    for number in 0..2 {
        row.extend(sides.get(number).cloned().unwrap_or_default());
    }
    row.push(sides.iter().skip(2).map(|side| side[0].as_str()).collect::<Vec<_>>().join(AND));
    row.push(joined(topics));
    row.push(agreements.into_iter().collect::<Vec<_>>().join(AND));
    row.push(cluster.part_of.clone().unwrap_or_default());
    row.push(documents.len().to_string());
    row.push(joined(documents));
    row.push(cluster.judged.join(AND));
    row
}

fn joined(parts: BTreeSet<&String>) -> String {
    parts.into_iter().map(String::as_str).collect::<Vec<_>>().join(AND)
}
