//! One meeting told by several documents, and one person under several spellings, as one line each.
//!
//! Which are one is said by `mahdar_core::resolve`; here the fullest report leads and the others add what it lacks.

use std::collections::BTreeMap;
use std::sync::Arc;

use mahdar_core::resolve::{Member, Resolution, Source, Tables, resolve};
use mahdar_store::{RecordedEvent, StoredReading};

use super::Meeting;
use super::meetings::{meeting, participant_line};
use crate::evidence;

/// Events of a pair with what is known of which are one.
pub(super) struct Together {
    /// Each group of reports of one event: indices of the events, the leading report first.
    pub groups: Vec<Vec<usize>>,
    /// Id of each group's event.
    pub ids: Vec<String>,
    /// The person a participant is: number of the event, number of the person in its reading.
    persons: BTreeMap<(usize, usize), usize>,
}

impl Together {
    /// Resolves the documents behind the events together.
    pub fn of(tables: &Tables, events: &[RecordedEvent]) -> Together {
        let mut readings: Vec<&Arc<StoredReading>> = vec![];
        let mut source_of: Vec<usize> = vec![];
        for event in events {
            let known =
                readings.iter().position(|r| Arc::ptr_eq(r, &event.reading) || same(r, &event.reading));
            source_of.push(known.unwrap_or_else(|| {
                readings.push(&event.reading);
                readings.len() - 1
            }));
        }
        let sources: Vec<Source> = readings.iter().map(|reading| reading.source()).collect();
        let Resolution { persons, events: clusters, .. } = resolve(tables, &sources);
        let at = |m: &Member| {
            (0..events.len()).find(|&e| source_of[e] == m.source && events[e].number == m.number)
        };
        let mut groups = vec![];
        let mut ids = vec![];
        for cluster in clusters {
            let mut group: Vec<usize> = cluster.members.iter().filter_map(at).collect();
            if group.is_empty() {
                continue;
            }
            group.sort_by_key(|&e| std::cmp::Reverse(fullness(&events[e])));
            groups.push(group);
            ids.push(cluster.id);
        }
        let mut who = BTreeMap::new();
        for (number, cluster) in persons.iter().enumerate() {
            for member in &cluster.members {
                for (e, source) in source_of.iter().enumerate() {
                    if *source == member.source {
                        who.insert((e, member.number), number);
                    }
                }
            }
        }
        Together { groups, ids, persons: who }
    }

    /// The person a number of a reading is, among all of the brief.
    pub fn person(&self, event: usize, number: usize) -> Option<usize> {
        self.persons.get(&(event, number)).copied()
    }

    /// Each event once, with the words of every document that tells it.
    pub fn meetings(&self, events: &[RecordedEvent]) -> Vec<Meeting> {
        self.groups.iter().zip(&self.ids).map(|(group, id)| self.merged(events, group, id)).collect()
    }

    fn merged(&self, events: &[RecordedEvent], group: &[usize], id: &str) -> Meeting {
        let mut out = meeting(&events[group[0]]);
        out.id = id.to_string();
        let mut present: Vec<usize> = self.everybody(events, group[0]);
        for &other in &group[1..] {
            let told = meeting(&events[other]);
            if out.date.is_none() {
                out.date = told.date;
                out.date_evidence = told.date_evidence;
            }
            out.place = out.place.take().or(told.place);
            for topic in told.topics {
                if out.topics.len() < 4 && !out.topics.iter().any(|t| t.topic == topic.topic) {
                    out.topics.push(topic);
                }
            }
            if out.agreements.is_empty() {
                out.agreements = told.agreements;
            }
            out.main |= told.main;
            for side in &events[other].event().sides {
                let Some(mine) = out.sides.iter_mut().find(|s| s.party == side.party) else { continue };
                for participant in &side.participants {
                    let who = self.person(other, participant.person);
                    if who.is_some_and(|w| present.contains(&w)) {
                        continue;
                    }
                    present.extend(who);
                    mine.participants.extend(participant_line(&events[other], participant));
                }
            }
            out.also_in.push(events[other].reading.document.head.id.clone());
            out.evidence
                .push(evidence::words(&events[other].reading.document, &events[other].event().trigger));
        }
        for side in &mut out.sides {
            side.participants.sort_by_key(|p| super::meetings::standing(&p.role));
        }
        out.also_in.retain(|d| *d != out.document);
        out.also_in.dedup();
        out
    }

    fn everybody(&self, events: &[RecordedEvent], event: usize) -> Vec<usize> {
        let sides = &events[event].event().sides;
        sides.iter().flat_map(|s| &s.participants).filter_map(|p| self.person(event, p.person)).collect()
    }
}

fn same(a: &StoredReading, b: &StoredReading) -> bool {
    a.document.head.id == b.document.head.id && a.document.head.version == b.document.head.version
}

/// What happened leads over what was planned, then who tells more of it.
fn fullness(told: &RecordedEvent) -> (u8, usize, bool, bool, bool) {
    let event = told.event();
    let status = match event.status.as_str() {
        "happened" => 4,
        "denied" => 3,
        "postponed" => 2,
        "planned" => 1,
        _ => 0,
    };
    let n_present = event.sides.iter().map(|s| s.participants.len()).sum();
    let day = event.date.as_ref().is_some_and(|d| super::is_resolved(&d.precision));
    (status, n_present, day, event.place.is_some(), event.main)
}
