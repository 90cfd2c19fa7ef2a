//! Lays a reading out in the tables that are searched: entries, people, offices, events, claims.
//!
//! Knows nothing that is not in the reading, so it may be done again at any time with the same result.

use std::collections::BTreeMap;

use mahdar_core::resolve::judgements::person_mention;
use mahdar_core::{Claim, Event, EventDate, Field, Person, Reading, Span, Words};
use rusqlite::{Connection, params};

use crate::entry::{Entry, Provenance, insert_words};
use crate::{StoreError, fold, sql};

/// Fills the derived tables from a reading that counts from now on, and the names that people corrected in it.
pub(crate) fn derive(
    connection: &Connection,
    reading_key: i64,
    version_key: i64,
    document_id: &str,
    reading: &Reading,
    names: &BTreeMap<usize, String>,
) -> Result<(), StoreError> {
    let to = Target {
        connection,
        reading: reading_key,
        version: version_key,
        document: document_id,
        lang: reading.document.lang.as_deref(),
    };
    to.run(sql::INSERT_NAMES_DUE, [reading_key])?;
    for (number, person) in reading.persons.iter().enumerate() {
        derive_person(&to, number, person, names.get(&number))?;
    }
    for (number, event) in reading.events.iter().enumerate() {
        derive_event(&to, number, event, reading)?;
    }
    for (number, claim) in reading.claims.iter().enumerate() {
        derive_claim(&to, number, claim)?;
    }
    Ok(())
}

/// Where the rows of one reading go.
struct Target<'a> {
    connection: &'a Connection,
    reading: i64,
    version: i64,
    document: &'a str,
    lang: Option<&'a str>,
}

impl Target<'_> {
    fn enter(
        &self,
        subject: &str,
        property: &str,
        value: &str,
        original: &str,
        field: Field,
        span: Span,
    ) -> Result<(), StoreError> {
        let entry = Entry {
            subject: subject.into(),
            property: property.into(),
            value: value.into(),
            original: original.into(),
            lang: self.lang.map(Into::into),
            // The version's key is at hand, so its number is not looked up.
            provenance: Provenance::Words { document: self.document.into(), version: 0, field, span },
            valid_from: None,
            valid_to: None,
        };
        insert_words(self.connection, Some(self.reading), self.version, &entry, field, span)
    }

    fn enter_words(
        &self,
        subject: &str,
        property: &str,
        value: &str,
        words: &Words,
    ) -> Result<(), StoreError> {
        self.enter(subject, property, value, &words.text, words.field, words.span)
    }

    /// Keeps the id of a mention as an address.
    fn address(&self, id: &str, kind: &str, words: &Words) -> Result<(), StoreError> {
        let [start, end] = words.span;
        self.run(sql::INSERT_MENTION, params![id, kind, self.version, words.field.as_str(), start, end])
    }

    fn run(&self, question: &str, parameters: impl rusqlite::Params) -> Result<(), StoreError> {
        self.connection.prepare_cached(question)?.execute(parameters)?;
        Ok(())
    }
}

fn derive_person(
    to: &Target<'_>,
    number: usize,
    person: &Person,
    corrected: Option<&String>,
) -> Result<(), StoreError> {
    let subject = format!("{}#person-{number}", to.document);
    let name = &person.name;
    let [start, end] = name.span;
    to.run(
        sql::INSERT_PERSON,
        params![
            to.reading,
            number,
            corrected.unwrap_or(&name.text),
            person.party,
            name.field.as_str(),
            start,
            end
        ],
    )?;
    to.address(&person_mention(to.document, person), "person", name)?;
    to.enter_words(&subject, "name", corrected.unwrap_or(&name.text), name)?;
    if let Some(rank) = &person.rank {
        to.enter_words(&subject, "rank", &rank.text, rank)?;
    }
    let spellings = std::iter::once(name).chain(person.named.iter().filter(|words| *words != name));
    for (spelling, words) in spellings.enumerate() {
        let [start, end] = words.span;
        let folded = fold(&words.text);
        to.run(
            sql::INSERT_SPELLING,
            params![to.reading, number, spelling, words.text, folded, words.field.as_str(), start, end],
        )?;
    }
    if let Some(text) = corrected {
        let (spelling, folded) = (person.named.len() + 1, fold(text));
        to.run(
            sql::INSERT_SPELLING,
            params![to.reading, number, spelling, text, folded, name.field.as_str(), start, end],
        )?;
    }
    for (place, office) in person.offices.iter().enumerate() {
        let title = &office.title;
        let [start, end] = title.span;
        to.run(
            sql::INSERT_OCCUPANCY,
            params![
                to.reading,
                number,
                place,
                title.text,
                office.position,
                office.institution,
                office.state,
                office.acting,
                office.former,
                office.accredited_to,
                title.field.as_str(),
                start,
                end
            ],
        )?;
        let parts = [&office.position, &office.institution, &office.state];
        let value = parts.into_iter().flatten().map(String::as_str).collect::<Vec<_>>().join("/");
        to.enter_words(&subject, "office", &value, title)?;
    }
    Ok(())
}

fn derive_event(to: &Target<'_>, number: usize, event: &Event, reading: &Reading) -> Result<(), StoreError> {
    let trigger = &event.trigger;
    let [start, end] = trigger.span;
    let date = event.date.as_ref();
    to.run(
        sql::INSERT_EVENT,
        params![
            to.reading,
            number,
            event.id,
            event.kind,
            event.mode,
            event.status,
            event.main,
            date.map(|d| &d.value),
            date.map(|d| &d.precision),
            trigger.field.as_str(),
            start,
            end
        ],
    )?;
    to.address(&event.id, "event", trigger)?;
    to.enter_words(&event.id, "type", &event.kind, trigger)?;
    to.enter_words(&event.id, "status", &event.status, trigger)?;
    if let Some(date) = date {
        to.enter_words(&event.id, "date", &date.value, &date.words)?;
    }
    if let Some(place) = &event.place {
        to.enter_words(&event.id, "place", place.state.as_deref().unwrap_or_default(), &place.words)?;
    }
    derive_pairs(to, number, event)?;
    for (side_number, side) in event.sides.iter().enumerate() {
        for party in side.parties() {
            to.run(sql::INSERT_EVENT_PARTY, params![to.reading, number, side_number, party, side.part])?;
        }
        for participant in &side.participants {
            let Some(person) = reading.persons.get(participant.person) else { continue };
            to.run(
                sql::INSERT_PARTICIPANT,
                params![to.reading, number, side_number, participant.person, participant.role],
            )?;
            let value = format!("{}#person-{}", to.document, participant.person);
            to.enter_words(&event.id, &participant.role, &value, &person.name)?;
        }
    }
    for (place, topic) in event.topics.iter().enumerate() {
        let [start, end] = topic.words.span;
        to.run(
            sql::INSERT_TOPIC,
            params![to.reading, number, place, topic.topic, topic.words.field.as_str(), start, end],
        )?;
        to.enter_words(&event.id, "topic", &topic.topic, &topic.words)?;
    }
    for (place, agreement) in event.agreements.iter().enumerate() {
        let [start, end] = agreement.span;
        to.run(
            sql::INSERT_AGREEMENT,
            params![
                to.reading,
                number,
                place,
                agreement.title,
                agreement.kind,
                agreement.status,
                agreement.sector,
                agreement.field.as_str(),
                start,
                end
            ],
        )?;
        to.enter(
            &event.id,
            "agreement",
            &agreement.status,
            &agreement.title,
            agreement.field,
            agreement.span,
        )?;
    }
    Ok(())
}

/// The event under every two parties that stand on different sides.
fn derive_pairs(to: &Target<'_>, number: usize, event: &Event) -> Result<(), StoreError> {
    let resolved =
        |date: &&EventDate| matches!(date.precision.as_str(), "day" | "month" | "year" | "interval");
    let date = event.date.as_ref();
    let (undated, day) =
        (date.filter(resolved).is_none(), date.map(|date| date.value.as_str()).unwrap_or_default());
    for (first, side) in event.sides.iter().enumerate() {
        for other in &event.sides[first + 1..] {
            for x in side.parties() {
                for y in other.parties() {
                    let (a, b) = (x.min(y), x.max(y));
                    to.run(
                        sql::INSERT_EVENT_PAIR,
                        params![a, b, undated, day, to.document, to.reading, number, to.version],
                    )?;
                }
            }
        }
    }
    Ok(())
}

fn derive_claim(to: &Target<'_>, number: usize, claim: &Claim) -> Result<(), StoreError> {
    let [start, end] = claim.words.span;
    to.run(
        sql::INSERT_CLAIM,
        params![
            to.reading,
            number,
            claim.area,
            claim.relation,
            claim.indicator,
            claim.direction,
            claim.pair.first(),
            claim.pair.get(1),
            claim.words.field.as_str(),
            start,
            end
        ],
    )?;
    if let [x, y, ..] = claim.pair.as_slice() {
        to.run(
            sql::INSERT_CLAIM_PAIR,
            params![x.min(y), x.max(y), to.document, number, to.reading, to.version],
        )?;
    }
    let subject = format!("{}#claim-{number}", to.document);
    to.enter_words(&subject, &claim.area, &claim.relation, &claim.words)
}
