//! Judges by id: looks whether a judgement can be, and on which mentions it hangs, then writes it down.
//!
//! Nothing is written when it cannot be.

use std::collections::BTreeSet;

use mahdar_core::resolve::judgements::{FIELDS, is_of_one_document, mark, precision, sides};
use mahdar_core::resolve::{EventCluster, Judgement, Kind, Mark, Member, PersonCluster, Ruling, Tables};

use crate::judgements::Address;
use crate::persons::{PersonFound, person_of};
use crate::view::View;
use crate::{Record, StoreError};

/// Who judges, and why.
#[derive(Debug, Clone, Copy)]
pub struct Judge<'a> {
    /// Who.
    pub by: &'a str,
    /// Why.
    pub reason: &'a str,
}

/// What an id is the address of.
#[derive(Debug, Clone)]
pub enum Shown {
    /// A person.
    Person(Box<PersonFound>),
    /// An event, with the readings its members count in.
    Event(Box<EventCluster>, View),
}

/// What the states of an event may be.
pub const STATUSES: [&str; 5] = ["happened", "planned", "postponed", "denied", "hypothetical"];

/// A mention among others of the record.
struct Place {
    address: Address,
    member: Member,
    /// Number of its cluster.
    cluster: usize,
}

impl Record {
    /// These two are one person, or one event.
    pub fn merge(
        &mut self,
        tables: &Tables,
        a: &str,
        b: &str,
        judge: Judge<'_>,
    ) -> Result<Judgement, StoreError> {
        let (first, second) = (self.address(a)?, self.address(b)?);
        if first.kind != second.kind {
            return Err(StoreError::NotOneKind { a: a.into(), b: b.into() });
        }
        let view = self.around(tables, &[&first, &second])?;
        let (x, y) = (place(&view, first)?, place(&view, second)?);
        if x.cluster == y.cluster {
            return Err(StoreError::AlreadyOne { a: a.into(), b: b.into() });
        }
        match x.address.kind {
            Kind::Person => {
                let of = |p: &Place| &view.resolution.persons[p.cluster];
                meets_himself(&view, of(&x), of(&y))?;
            }
            Kind::Event => {
                let of = |p: &Place| &view.resolution.events[p.cluster];
                if of(&x).kind != of(&y).kind {
                    let kinds = [of(&x).kind.clone(), of(&y).kind.clone()];
                    return Err(StoreError::OtherType { a: a.into(), b: b.into(), kinds });
                }
                stands_on_both_sides(&view, of(&x), of(&y))?;
            }
        }
        let marks = vec![x.address.mark, y.address.mark];
        self.judge(judge.by, judge.reason, Ruling::Merge { of: x.address.kind, marks })
    }

    /// These mentions are one, and another than the rest of the person or event they are with.
    pub fn split(
        &mut self,
        tables: &Tables,
        ids: &[String],
        judge: Judge<'_>,
    ) -> Result<Judgement, StoreError> {
        let addresses: Vec<Address> = ids.iter().map(|id| self.address(id)).collect::<Result<_, _>>()?;
        let view = self.around(tables, &addresses.iter().collect::<Vec<_>>())?;
        let mut places: Vec<Place> = vec![];
        for address in addresses {
            places.push(place(&view, address)?);
        }
        let Some(first) = places.first() else { return Err(StoreError::UnknownId { id: String::new() }) };
        let of = first.address.kind;
        let is_with = |p: &&Place| p.address.kind == of && p.cluster == first.cluster;
        if let Some(other) = places.iter().position(|p| !is_with(&p)) {
            return Err(StoreError::NotTogether { a: ids[0].clone(), b: ids[other].clone() });
        }
        let members = match of {
            Kind::Person => &view.resolution.persons[first.cluster].members,
            Kind::Event => &view.resolution.events[first.cluster].members,
        };
        let taken: Vec<Member> = places.iter().map(|p| p.member).collect();
        let from = marks(&view, of, members.iter().filter(|m| !taken.contains(m)));
        if from.is_empty() {
            return Err(StoreError::NothingLeft { id: ids[0].clone(), n: members.len() });
        }
        let marks = marks(&view, of, taken.iter());
        self.judge(judge.by, judge.reason, Ruling::Split { of, marks, from })
    }

    /// A field of a person or event has another value; an empty one says that there is none.
    pub fn correct(
        &mut self,
        tables: &Tables,
        id: &str,
        field: &str,
        value: &str,
        judge: Judge<'_>,
    ) -> Result<Judgement, StoreError> {
        let address = self.address(id)?;
        let of = address.kind;
        check_value(of, field, value)?;
        let view = self.around(tables, &[&address])?;
        let place = place(&view, address)?;
        let marks = if of == Kind::Person && is_of_one_document(field) {
            vec![place.address.mark]
        } else {
            let members = match of {
                Kind::Person => &view.resolution.persons[place.cluster].members,
                Kind::Event => &view.resolution.events[place.cluster].members,
            };
            marks(&view, of, members.iter())
        };
        let ruling = Ruling::Correct { of, marks, field: field.into(), value: value.into() };
        self.judge(judge.by, judge.reason, ruling)
    }

    /// A person is not shown any more, by any face.
    pub fn redact(&mut self, tables: &Tables, id: &str, judge: Judge<'_>) -> Result<Judgement, StoreError> {
        let address = self.address(id)?;
        if address.kind != Kind::Person {
            return Err(StoreError::NotAPerson { id: id.into() });
        }
        let view = self.around(tables, &[&address])?;
        let place = place(&view, address)?;
        let cluster = &view.resolution.persons[place.cluster];
        if cluster.redacted {
            return Err(StoreError::AlreadyRedacted { id: id.into() });
        }
        let marks = marks(&view, Kind::Person, cluster.members.iter());
        self.judge(judge.by, judge.reason, Ruling::Redact { marks })
    }

    /// An earlier judgement no longer holds.
    pub fn undo(&mut self, id: &str, judge: Judge<'_>) -> Result<Judgement, StoreError> {
        let all = self.all_judgements()?;
        let Some(target) = all.iter().find(|j| j.id == id) else {
            return Err(StoreError::UnknownJudgement { id: id.into() });
        };
        if !holding(&all).contains(target.id.as_str()) {
            return Err(StoreError::AlreadyUndone { id: id.into() });
        }
        self.judge(judge.by, judge.reason, Ruling::Undo { judgement: id.into() })
    }

    /// What an id is the address of, as things stand.
    pub fn show(&self, tables: &Tables, id: &str) -> Result<Shown, StoreError> {
        let address = self.address(id)?;
        let view = self.around(tables, &[&address])?;
        let place = place(&view, address)?;
        Ok(match place.address.kind {
            Kind::Person => {
                let cluster = &view.resolution.persons[place.cluster];
                if cluster.redacted {
                    return Err(StoreError::Redacted { id: id.into() });
                }
                Shown::Person(Box::new(person_of(cluster, &view)))
            }
            Kind::Event => Shown::Event(Box::new(view.resolution.events[place.cluster].clone()), view),
        })
    }

    /// What may be one with these people and events, resolved: readings that name somebody like them, those of an event of
    /// the same two parties, and those that somebody judged one with any of these.
    fn around(&self, tables: &Tables, addresses: &[&Address]) -> Result<View, StoreError> {
        let mut keys: BTreeSet<i64> = BTreeSet::new();
        for address in addresses {
            keys.insert(address.reading);
            let stored = self.reading(address.reading)?;
            match address.kind {
                Kind::Person => {
                    let Some(person) = stored.reading.persons.get(address.number) else { continue };
                    let wanted = self.person_keys(tables, &person.name.text)?;
                    keys.extend(self.readings_around(tables, &wanted)?);
                }
                Kind::Event => {
                    let Some(event) = stored.reading.events.get(address.number) else { continue };
                    let parties: BTreeSet<&String> =
                        event.sides.iter().flat_map(|side| side.parties()).collect();
                    for a in &parties {
                        for b in parties.iter().filter(|b| a < b) {
                            keys.extend(self.event_keys(a, b, -1, 0)?.into_iter().map(|(key, _)| key));
                        }
                    }
                }
            }
        }
        let mut readings = keys.into_iter().map(|key| self.reading(key)).collect::<Result<Vec<_>, _>>()?;
        let mut known: BTreeSet<String> = readings.iter().map(|r| r.document.head.id.clone()).collect();
        for judgement in self.judgements()?.iter() {
            let Ruling::Merge { marks, .. } = &judgement.ruling else { continue };
            if !marks.iter().any(|mark| known.contains(&mark.document)) {
                continue;
            }
            for mark in marks.iter().filter(|mark| known.insert(mark.document.clone())) {
                readings.extend(self.reading_of(&mark.document)?);
            }
        }
        self.view(tables, &readings)
    }

    /// The whole record, resolved.
    pub fn everything(&self, tables: &Tables) -> Result<View, StoreError> {
        self.view(tables, &self.readings_now()?)
    }
}

/// Ids of the judgements that were not undone, undoings included.
pub fn holding(all: &[Judgement]) -> BTreeSet<&str> {
    let mut undone: BTreeSet<&str> = BTreeSet::new();
    let mut out = BTreeSet::new();
    for judgement in all.iter().rev() {
        if undone.contains(judgement.id.as_str()) {
            continue;
        }
        out.insert(judgement.id.as_str());
        if let Ruling::Undo { judgement: earlier } = &judgement.ruling {
            undone.insert(earlier);
        }
    }
    out
}

fn place(view: &View, address: Address) -> Result<Place, StoreError> {
    let source = view.readings.iter().position(|r| r.document.head.id == address.document);
    let found = source.and_then(|source| {
        let member = Member { source, number: address.number };
        let resolution = &view.resolution;
        let cluster = match address.kind {
            Kind::Person => resolution.persons.iter().position(|p| p.members.contains(&member)),
            Kind::Event => resolution.events.iter().position(|e| e.members.contains(&member)),
        };
        Some((member, cluster?))
    });
    match found {
        Some((member, cluster)) => Ok(Place { address, member, cluster }),
        None => Err(StoreError::UnknownId { id: address.mark.id }),
    }
}

fn marks<'a>(view: &View, of: Kind, members: impl Iterator<Item = &'a Member>) -> Vec<Mark> {
    members
        .filter_map(|m| {
            let stored = &view.readings[m.source];
            let mut mark = mark(of, &stored.document.head.id, &stored.reading, m.number)?;
            mark.text_sha256.clone_from(&stored.document.head.text_sha256);
            Some(mark)
        })
        .collect()
}

/// A person in a report of an event, with the parties of the side on which he stands.
struct Standing {
    event: Member,
    person: usize,
    side: BTreeSet<String>,
}

/// Where each of these people stands in these reports.
fn standings(view: &View, events: &[Member], people: &[Member]) -> Vec<Standing> {
    let side_of = |event: &Member, person: usize| -> Option<BTreeSet<String>> {
        let sides = &view.readings[event.source].reading.events[event.number].sides;
        let side = sides.iter().find(|side| side.participants.iter().any(|p| p.person == person))?;
        Some(side.parties().cloned().collect())
    };
    events
        .iter()
        .flat_map(|event| people.iter().filter(|p| p.source == event.source).map(move |p| (event, p.number)))
        .filter_map(|(event, person)| Some(Standing { event: *event, person, side: side_of(event, person)? }))
        .collect()
}

/// The first two of one and the other who cannot be one person at the event of this id.
fn conflict(
    view: &View,
    event: &str,
    of_a: &[Standing],
    of_b: &[Standing],
    cannot: impl Fn(&Standing, &Standing) -> bool,
) -> Result<(), StoreError> {
    let mut pairs = of_a.iter().flat_map(|x| of_b.iter().map(move |y| (x, y)));
    let Some((x, y)) = pairs.find(|(x, y)| cannot(x, y)) else { return Ok(()) };
    let name = |s: &Standing| view.readings[s.event.source].name(s.person).to_string();
    Err(StoreError::MeetsHimself {
        document: view.readings[x.event.source].document.head.id.clone(),
        event: event.to_string(),
        names: [name(x), name(y)],
    })
}

/// Two who stood at one event, as two of one report or on two sides, are not one.
fn meets_himself(view: &View, a: &PersonCluster, b: &PersonCluster) -> Result<(), StoreError> {
    view.resolution.events.iter().try_for_each(|event| {
        let at = |cluster: &PersonCluster| standings(view, &event.members, &cluster.members);
        conflict(view, &event.id, &at(a), &at(b), |x, y| {
            x.event == y.event && x.person != y.person || x.side.is_disjoint(&y.side)
        })
    })
}

/// Nobody stands on two sides of one event.
fn stands_on_both_sides(view: &View, a: &EventCluster, b: &EventCluster) -> Result<(), StoreError> {
    view.resolution.persons.iter().try_for_each(|person| {
        let at = |cluster: &EventCluster| standings(view, &cluster.members, &person.members);
        conflict(view, &a.id, &at(a), &at(b), |x, y| x.side.is_disjoint(&y.side))
    })
}

fn check_value(of: Kind, field: &str, value: &str) -> Result<(), StoreError> {
    let fields = FIELDS.iter().find(|(kind, _)| *kind == of).map_or(&[][..], |(_, fields)| fields);
    if !fields.contains(&field) {
        return Err(StoreError::UnknownField { field: field.into(), known: fields.join(", ") });
    }
    let wanted = match field {
        "date" if !value.is_empty() && precision(value).is_none() => {
            "a day (2026-01-15), a month (2026-01), a year (2026) or from a day to a day (2026-01-15/2026-01-17)"
        }
        "status" if !STATUSES.contains(&value) => "one of happened, planned, postponed, denied, hypothetical",
        "acting" if !matches!(value, "true" | "false") => "true or false",
        "sides" if sides(value).is_none() => "parties with a slash between the sides: SAU/KAZ, EGY+JOR/KAZ",
        "type" | "name" if value.trim().is_empty() => "a value; it cannot be taken away",
        _ => return Ok(()),
    };
    Err(StoreError::BadValue { field: field.into(), value: value.into(), wanted: wanted.into() })
}
