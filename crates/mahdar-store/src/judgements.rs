//! What people judged, kept beside the documents and obeyed by everything that is derived.
//!
//! Append-only: a judgement is undone by another one. Which of them count and what they mean is said by
//! `mahdar_core::resolve`; here they are kept, and documents whose fields they change are derived anew.

use std::collections::BTreeSet;
use std::sync::Arc;

use mahdar_core::resolve::judgements::{find, mark};
use mahdar_core::resolve::{Judgement, Judgements, Kind, Mark, Ruling};
use mahdar_core::{Event, Field, Person, Reading, Side};
use rusqlite::{Connection, OptionalExtension, TransactionBehavior, params};

use crate::derive::derive;
use crate::{Record, StoreError, sql};

/// Where a mention stands now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Address {
    /// What it is of.
    pub kind: Kind,
    /// Id of the document.
    pub document: String,
    /// Key of its reading that counts.
    pub(crate) reading: i64,
    /// Number of the person or event in the reading.
    pub number: usize,
    /// Its present place.
    pub mark: Mark,
}

impl Record {
    /// Writes a judgement down, in one transaction with what it changes.
    pub fn judge(&mut self, by: &str, reason: &str, ruling: Ruling) -> Result<Judgement, StoreError> {
        let transaction = self.connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        let at: String = transaction.query_row(sql::TIME_OF_JUDGEMENT, [], |row| row.get(0))?;
        let judgement = Judgement::new(&at, by.trim(), reason.trim(), ruling);
        take_in(&transaction, &[&judgement])?;
        transaction.commit()?;
        self.forget();
        Ok(judgement)
    }

    /// Takes in judgements that were made in another record, all or none; gives how many were not here already.
    pub fn take_judgements(&mut self, judgements: &[Judgement]) -> Result<usize, StoreError> {
        let transaction = self.connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        let mut known: BTreeSet<String> = all(&transaction)?.into_iter().map(|j| j.id).collect();
        let new: Vec<&Judgement> = judgements.iter().filter(|j| known.insert(j.id.clone())).collect();
        take_in(&transaction, &new)?;
        transaction.commit()?;
        self.forget();
        Ok(new.len())
    }

    /// Every judgement that was made, those undone and their undoing included, in the order of time.
    pub fn all_judgements(&self) -> Result<Vec<Judgement>, StoreError> {
        all(&self.connection)
    }

    /// The judgements that count, on the mentions as they stand now.
    pub fn judgements(&self) -> Result<Arc<Judgements>, StoreError> {
        let n: usize = self.connection.prepare_cached(sql::N_JUDGEMENTS)?.query_row([], |row| row.get(0))?;
        if let Some((known, judgements)) = &*self.judged.borrow()
            && *known == n
        {
            return Ok(judgements.clone());
        }
        let judgements = Arc::new(effective(&self.connection)?);
        *self.judged.borrow_mut() = Some((n, judgements.clone()));
        Ok(judgements)
    }

    /// Where the mention of an id stands now; ids of older readings lead to what became of them.
    ///
    /// The first digits do when no other id begins with them.
    pub fn address(&self, id: &str) -> Result<Address, StoreError> {
        let unknown = || StoreError::UnknownId { id: id.to_string() };
        let mut ids: Vec<String> = vec![id.to_string()];
        if self.mention(id)?.is_none() && id.len() >= 4 && id.chars().all(|c| c.is_ascii_hexdigit()) {
            let mut statement = self.connection.prepare_cached(sql::MENTIONS_BY_BEGINNING)?;
            let rows = statement.query_map([id, &format!("{id}g")], |row| row.get(0))?;
            ids = rows.collect::<Result<_, _>>()?;
        }
        let [id] = ids.as_slice() else { return Err(unknown()) };
        let (kind, mark) = self.mention(id)?.ok_or_else(unknown)?;
        present(&self.connection, kind, &mark)?.ok_or(StoreError::MentionGone { id: id.clone(), mark })
    }

    fn mention(&self, id: &str) -> Result<Option<(Kind, Mark)>, StoreError> {
        let mut statement = self.connection.prepare_cached(sql::MENTION_BY_ID)?;
        let found = statement.query_row([id], |row| {
            let kind = if row.get::<_, String>(1)? == "person" { Kind::Person } else { Kind::Event };
            Ok((
                kind,
                Mark {
                    id: row.get(0)?,
                    field: if row.get::<_, String>(3)? == "title" { Field::Title } else { Field::Text },
                    span: [row.get(4)?, row.get(5)?],
                    document: row.get(6)?,
                    text_sha256: row.get(7)?,
                },
            ))
        });
        Ok(found.optional()?)
    }
}

fn all(connection: &Connection) -> Result<Vec<Judgement>, StoreError> {
    let mut statement = connection.prepare_cached(sql::JUDGEMENTS)?;
    let rows = statement.query_map([], |row| {
        Ok((row.get(0)?, row.get::<_, String>(1)?, row.get(2)?, row.get(3)?, row.get(4)?))
    })?;
    let mut out = vec![];
    for row in rows {
        let (id, ruling, by, reason, at) = row?;
        out.push(Judgement { id, at, by, reason, ruling: serde_json::from_str(&ruling)? });
    }
    Ok(out)
}

/// The judgements that count, on the mentions as they stand now.
pub(crate) fn effective(connection: &Connection) -> Result<Judgements, StoreError> {
    let judgements = Judgements::new(all(connection)?);
    let mut failed = None;
    let moved = judgements.moved(|kind, mark| match present(connection, kind, mark) {
        Ok(Some(address)) => address.mark,
        Ok(None) => mark.clone(),
        Err(error) => {
            failed = Some(error);
            mark.clone()
        }
    });
    failed.map_or(Ok(moved), Err)
}

/// Writes judgements down, then derives anew what they change, each document once.
fn take_in(connection: &Connection, judgements: &[&Judgement]) -> Result<(), StoreError> {
    for judgement in judgements {
        let kind = match &judgement.ruling {
            Ruling::Merge { .. } => "merge",
            Ruling::Split { .. } => "split",
            Ruling::Correct { .. } => "correct",
            Ruling::Redact { .. } => "redact",
            Ruling::Undo { .. } => "undo",
        };
        connection.prepare_cached(sql::INSERT_JUDGEMENT)?.execute(params![
            judgement.id,
            kind,
            serde_json::to_string(&judgement.ruling)?,
            judgement.by,
            judgement.reason,
            judgement.at
        ])?;
    }
    // What counts may have changed for every document that a correction or its undoing names.
    let known = all(connection)?;
    let mut documents: BTreeSet<String> = BTreeSet::new();
    let mut due = judgements.to_vec();
    while let Some(next) = due.pop() {
        match &next.ruling {
            Ruling::Correct { marks, .. } => {
                for mark in marks {
                    documents.extend(document_of(connection, mark)?);
                }
            }
            Ruling::Undo { judgement } => due.extend(known.iter().filter(|j| j.id == *judgement)),
            _ => {}
        }
    }
    let effective = effective(connection)?;
    for document in &documents {
        let Some(stored) = readings(connection, document)?.into_iter().find(|r| r.is_current) else {
            continue;
        };
        for question in [sql::DELETE_EVENTS, sql::DELETE_PERSONS, sql::DELETE_CLAIMS, sql::DELETE_ENTRIES] {
            connection.prepare_cached(question)?.execute([stored.key])?;
        }
        let mut reading = stored.reading;
        effective.correct(document, &mut reading);
        let names = effective.names(document, &reading);
        derive(connection, stored.key, stored.version, document, &reading, &names)?;
    }
    Ok(())
}

/// A reading of a document, the current one or an older.
struct Known {
    key: i64,
    version: i64,
    reading: Reading,
    is_current: bool,
}

fn readings(connection: &Connection, document: &str) -> Result<Vec<Known>, StoreError> {
    let mut statement = connection.prepare_cached(sql::READINGS_OF_DOCUMENT)?;
    let rows = statement.query_map([document], |row| {
        Ok((
            row.get::<_, i64>(0)?,
            row.get::<_, String>(1)?,
            row.get::<_, String>(2)?,
            row.get::<_, bool>(3)?,
            row.get::<_, i64>(4)?,
        ))
    })?;
    let mut out = vec![];
    for row in rows {
        let (key, json, sha256, is_current, version) = row?;
        let mut reading: Reading = serde_json::from_str(&json)?;
        reading.document.text_sha256 = sha256;
        out.push(Known { key, version, reading, is_current });
    }
    Ok(out)
}

/// Where a mention stands in the reading that counts: by its id, by its place, or by what an older reading says of it.
fn present(connection: &Connection, kind: Kind, wanted: &Mark) -> Result<Option<Address>, StoreError> {
    let Some(document) = document_of(connection, wanted)? else { return Ok(None) };
    let known = readings(connection, &document)?;
    let Some(current) = known.first().filter(|r| r.is_current) else { return Ok(None) };
    let number = find(kind, wanted, &current.reading).or_else(|| {
        let older = known.iter().skip(1).find_map(|r| Some((r, find(kind, wanted, &r.reading)?)));
        let (older, number) = older?;
        match kind {
            Kind::Event => like_event(&older.reading, number, &current.reading),
            Kind::Person => like_person(&older.reading.persons[number], &current.reading),
        }
    });
    Ok(number.and_then(|number| {
        Some(Address {
            kind,
            document: document.clone(),
            reading: current.key,
            number,
            mark: mark(kind, &document, &current.reading, number)?,
        })
    }))
}

/// The id by which the document of a mark goes here; it may have had another when it was judged, or in another record.
fn document_of(connection: &Connection, wanted: &Mark) -> Result<Option<String>, StoreError> {
    let mut statement = connection.prepare_cached(sql::DOCUMENT_OF_MARK)?;
    let mut ask = |id: &str| {
        statement
            .query_row([id, &wanted.text_sha256], |row| {
                Ok((row.get::<_, String>(0)?, row.get::<_, bool>(1)?))
            })
            .optional()
    };
    if let Some((id, _)) = ask(&wanted.document)? {
        return Ok(Some(id));
    }
    let Some((given, _)) = wanted.document.rsplit_once('~') else { return Ok(None) };
    Ok(ask(given)?.filter(|(_, cuts)| *cuts).map(|(id, _)| id))
}

/// The event of a new text that an event of the old one became: of the same type, the most alike.
fn like_event(old: &Reading, number: usize, new: &Reading) -> Option<usize> {
    let was = &old.events[number];
    let parties =
        |e: &Event| -> BTreeSet<String> { e.sides.iter().flat_map(Side::parties).cloned().collect() };
    let names = |reading: &Reading, e: &Event| -> BTreeSet<String> {
        let people = e.sides.iter().flat_map(|s| &s.participants);
        people.filter_map(|p| reading.persons.get(p.person)).map(|p| p.name.text.clone()).collect()
    };
    let likeness = |e: &Event| {
        let day = |e: &Event| e.date.as_ref().map(|d| d.value.clone());
        2 * parties(was).intersection(&parties(e)).count()
            + names(old, was).intersection(&names(new, e)).count()
            + usize::from(day(was).is_some() && day(was) == day(e))
            + usize::from(was.trigger.text == e.trigger.text)
    };
    let alike = new.events.iter().enumerate().filter(|(_, e)| e.kind == was.kind);
    let best = alike.map(|(i, e)| (likeness(e), std::cmp::Reverse(i))).max()?;
    (best.0 >= 2).then_some(best.1.0)
}

/// The person of a new text who bears a name of one of the old text.
fn like_person(was: &Person, new: &Reading) -> Option<usize> {
    let spelled = |p: &Person, text: &str| p.name.text == text || p.named.iter().any(|w| w.text == text);
    let by = |text: &str| new.persons.iter().position(|p| spelled(p, text));
    by(&was.name.text).or_else(|| was.named.iter().find_map(|w| by(&w.text)))
}
