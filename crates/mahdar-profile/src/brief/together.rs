//! One meeting told by several documents, and one person under several spellings, as one line each.
//!
//! Which are one is said by `mahdar_core::resolve`; here the fullest report leads and the others add what it lacks.

use std::collections::BTreeMap;
use std::sync::Arc;

use mahdar_core::resolve::{Member, Tables};
use mahdar_store::{RecordedEvent, StoredReading, View};

use super::Meeting;
use super::called::{Called, called};
use super::meetings::{meeting, participant_line};
use crate::evidence;

/// Events of a pair with what is known of which are one.
pub(super) struct Together {
    /// Each group of reports of one event: indices of the events, the leading report first.
    pub groups: Vec<Vec<usize>>,
    /// Id of each group's event.
    pub ids: Vec<String>,
    /// Ids of the judgements on each group.
    judged: Vec<Vec<String>>,
    /// Id of the visit or tour that each group is a part of.
    part_of: Vec<Option<String>>,
    /// What is known of each person.
    people: Vec<Whose>,
    /// Of somebody who is none of them.
    nobody: Whose,
    /// The person a participant is: number of the event, number of the person in its reading.
    persons: BTreeMap<(usize, usize), usize>,
}

/// What is known of a person beyond one document.
#[derive(Debug, Clone, Default)]
pub(super) struct Whose {
    /// Ids of the judgements.
    pub judged: Vec<String>,
    /// The person is not shown.
    pub redacted: bool,
    /// What the person is called in a language, where that is known.
    pub called: Called,
}

impl Together {
    /// Events by what their readings are resolved to; each event is of a reading of the view.
    pub fn of(tables: &Tables, view: &View, events: &[RecordedEvent]) -> Together {
        let at: BTreeMap<*const StoredReading, usize> =
            view.readings.iter().enumerate().map(|(i, r)| (Arc::as_ptr(r), i)).collect();
        let places: BTreeMap<Member, usize> = events
            .iter()
            .enumerate()
            .filter_map(|(e, event)| {
                let source = *at.get(&Arc::as_ptr(&event.reading))?;
                Some((Member { source, number: event.number }, e))
            })
            .collect();
        let mut groups = vec![];
        let mut ids = vec![];
        let mut judged = vec![];
        let mut part_of = vec![];
        for cluster in &view.resolution.events {
            let mut group: Vec<usize> =
                cluster.members.iter().filter_map(|m| places.get(m).copied()).collect();
            if group.is_empty() {
                continue;
            }
            group.sort_by_key(|&e| std::cmp::Reverse(fullness(&events[e])));
            groups.push(group);
            ids.push(cluster.id.clone());
            judged.push(cluster.judged.clone());
            part_of.push(cluster.part_of.clone());
        }
        let mut of_source: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
        for (member, e) in &places {
            of_source.entry(member.source).or_default().push(*e);
        }
        let mut who = BTreeMap::new();
        let mut people = vec![];
        for (number, cluster) in view.resolution.persons.iter().enumerate() {
            // What was corrected of somebody who is not shown would show him.
            let judged = if cluster.redacted { vec![] } else { cluster.judged.clone() };
            let called = called(tables, &view.readings, cluster);
            people.push(Whose { judged, redacted: cluster.redacted, called });
            for member in &cluster.members {
                for e in of_source.get(&member.source).into_iter().flatten() {
                    who.insert((*e, member.number), number);
                }
            }
        }
        Together { groups, ids, judged, part_of, persons: who, people, nobody: Whose::default() }
    }

    /// Judgements on a person, and whether he is not shown.
    pub fn whose(&self, event: usize, number: usize) -> &Whose {
        self.person(event, number).map_or(&self.nobody, |p| &self.people[p])
    }

    /// The person a number of a reading is, among all of the brief.
    pub fn person(&self, event: usize, number: usize) -> Option<usize> {
        self.persons.get(&(event, number)).copied()
    }

    /// Each event once, with the words of every document that tells it.
    pub fn meetings(&self, events: &[RecordedEvent]) -> Vec<Meeting> {
        (0..self.groups.len()).map(|group| self.merged(events, group)).collect()
    }

    fn merged(&self, events: &[RecordedEvent], number: usize) -> Meeting {
        let group = &self.groups[number];
        let mut out = meeting(&events[group[0]], &|person| self.whose(group[0], person));
        out.id.clone_from(&self.ids[number]);
        out.judged.clone_from(&self.judged[number]);
        out.part_of.clone_from(&self.part_of[number]);
        let mut present: Vec<usize> = self.everybody(events, group[0]);
        for &other in &group[1..] {
            let whose = |person| self.whose(other, person);
            let told = meeting(&events[other], &whose);
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
                    mine.participants.extend(participant_line(&events[other], participant, &whose));
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

/// What happened leads over what was planned, then who tells more of it.
pub(crate) fn fullness(told: &RecordedEvent) -> (u8, usize, bool, bool, bool) {
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
