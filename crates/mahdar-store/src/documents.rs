//! Takes documents and their readings into the record, and makes readings anew.

use std::collections::BTreeMap;
use std::sync::Arc;

use mahdar_core::resolve::{Judgements, Source};
use mahdar_core::{Reading, SourceDocument};
use rusqlite::{Connection, OptionalExtension, TransactionBehavior, params};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use crate::derive::derive;
use crate::judgements::effective;
use crate::{Record, StoreError, sql};

/// What adding a document did.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AddedDocument {
    /// Id of the document in the record: its own, unless another document came under that one too.
    pub id: String,
    /// The version that is now the newest.
    pub version: u32,
    /// What was done.
    pub what: Added,
}

/// What adding a document did to the record.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Added {
    /// It was not there.
    New,
    /// It was there with other words, day, publisher or language; the old version stays.
    NewVersion,
    /// It was there; its reading was made anew by other packs.
    Reread,
    /// It was there; nothing has changed.
    Unchanged,
}

/// A document in a list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DocumentRef {
    /// Id.
    pub id: String,
    /// Newest version, from 1.
    pub version: u32,
    /// Headline.
    pub title: String,
    /// Publisher.
    pub source: Option<String>,
    /// Where it was released.
    pub url: Option<String>,
    /// When.
    pub published: Option<String>,
    /// Language, as given or as detected.
    pub lang: Option<String>,
    /// SHA-256 of title, line feed, text.
    pub text_sha256: String,
}

/// One version of a document as it was published.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct StoredDocument {
    /// Identity and head.
    #[serde(flatten)]
    pub head: DocumentRef,
    /// Body.
    pub text: String,
}

/// A reading that counts, with the version it is of.
#[derive(Debug, Clone, PartialEq)]
pub struct StoredReading {
    /// The document.
    pub document: StoredDocument,
    /// What was found in it, with the fields that people corrected.
    pub reading: Reading,
    /// Names that people corrected, by number of the person; the words of the document stay in the reading.
    pub names: BTreeMap<usize, String>,
}

impl StoredReading {
    /// The name of a person: as corrected, else as written.
    pub fn name(&self, number: usize) -> &str {
        let written = || self.reading.persons.get(number).map_or("", |p| p.name.text.as_str());
        self.names.get(&number).map_or_else(written, String::as_str)
    }

    /// The reading as resolution takes it.
    pub fn source(&self) -> Source<'_> {
        let head = &self.document.head;
        Source {
            document: &head.id,
            published: head.published.as_deref(),
            lang: head.lang.as_deref().unwrap_or_default(),
            reading: &self.reading,
        }
    }
}

/// What reading all documents anew changed.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct RereadReport {
    /// Documents whose reading was made by other packs, and was made anew.
    pub documents_read: usize,
    /// Documents whose reading was up to date.
    pub documents_current: usize,
    /// Events that came, went or changed.
    pub changed: Vec<EventChange>,
    /// Events that stayed as they were.
    pub n_events_same: usize,
}

/// One event that reading anew changed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct EventChange {
    /// Document.
    pub document: String,
    /// Event.
    pub event: String,
    /// appeared, gone or changed.
    pub what: String,
    /// Fields that changed.
    pub fields: Vec<String>,
}

impl Record {
    /// Takes in a document with its reading, in one transaction.
    ///
    /// A document is the same as one in the record when it has its url, else its id and publisher, else its
    /// very text and day. Documents of several publishers under one id go by that and a hash, whichever came first. The same document twice changes nothing.
    pub fn add(&mut self, document: &SourceDocument, reading: &Reading) -> Result<AddedDocument, StoreError> {
        let judgements = self.judgements()?;
        let transaction = self.connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        let (added, renamed) = add_in(&transaction, document, reading, &judgements)?;
        transaction.commit()?;
        if renamed || added.what != Added::Unchanged && judgements.name(&added.id) {
            self.forget();
        }
        Ok(added)
    }

    /// Every version of every document as it was given, the older first, for another record to add.
    pub fn given(&self) -> Result<Vec<SourceDocument>, StoreError> {
        let mut statement = self.connection.prepare_cached(sql::VERSIONS_AS_GIVEN)?;
        let rows = statement.query_map([], source_document)?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// Makes the readings of other packs anew: `read` is called for each document whose reading has another hash.
    ///
    /// One transaction a document; judgements and documents stay.
    pub fn reread(
        &mut self,
        packs_hash: &str,
        mut read: impl FnMut(&SourceDocument) -> Reading,
    ) -> Result<RereadReport, StoreError> {
        let due = keys(&self.connection, sql::VERSIONS_TO_REREAD, packs_hash)?;
        let n_documents: usize = self.connection.query_row(sql::N_DOCUMENTS, [], |row| row.get(0))?;
        let mut report =
            RereadReport { documents_current: n_documents - due.len(), ..RereadReport::default() };
        for version in due {
            let document = self.source_document(version)?;
            let reading = read(&document);
            let judgements = self.judgements()?;
            let transaction = self.connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
            let before = current_reading(&transaction, version)?;
            replace_reading(
                &transaction,
                version,
                before.as_ref().map(|found| found.key),
                &document.id,
                &reading,
                &judgements,
            )?;
            transaction.commit()?;
            report.documents_read += 1;
            compare(&document.id, before.as_ref().map(|found| &found.reading), &reading, &mut report);
        }
        self.forget();
        Ok(report)
    }

    /// Lets go of the readings that were opened, so that the memory they take is free.
    pub fn forget_readings(&self) {
        self.readings.borrow_mut().clear();
    }

    /// Marks of judgements may stand elsewhere when a document has a new reading.
    pub(crate) fn forget(&self) {
        self.judged.borrow_mut().take();
        self.readings.borrow_mut().clear();
    }

    /// Every document in its newest version, by id.
    pub fn documents(&self) -> Result<Vec<DocumentRef>, StoreError> {
        let mut statement = self.connection.prepare_cached(sql::DOCUMENTS_NOW)?;
        let rows = statement.query_map([], |row| {
            Ok(DocumentRef {
                id: row.get(1)?,
                version: row.get(2)?,
                title: row.get(3)?,
                source: row.get(4)?,
                url: row.get(5)?,
                published: row.get(6)?,
                lang: row.get(7)?,
                text_sha256: row.get(8)?,
            })
        })?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// One version of a document, the newest when none is named.
    pub fn document(&self, id: &str, version: Option<u32>) -> Result<StoredDocument, StoreError> {
        let found = self
            .connection
            .query_row(sql::DOCUMENT_VERSION, params![id, version], |row| stored_document(row, 0))
            .optional()?;
        found.ok_or_else(|| StoreError::NotRecorded {
            what: version
                .map_or_else(|| format!("document {id}"), |v| format!("version {v} of document {id}")),
        })
    }

    /// Title and text of one version of a document.
    pub fn document_text(&self, id: &str, version: Option<u32>) -> Result<(String, String), StoreError> {
        let document = self.document(id, version)?;
        Ok((document.head.title, document.text))
    }

    /// A version as its publisher released it, for reading it anew.
    fn source_document(&self, version_key: i64) -> Result<SourceDocument, StoreError> {
        Ok(self.connection.prepare_cached(sql::SOURCE_DOCUMENT)?.query_row([version_key], source_document)?)
    }

    /// The readings that count, of the newest version of each document, in the order of their ids.
    pub fn readings_now(&self) -> Result<Vec<Arc<StoredReading>>, StoreError> {
        let keys: Vec<i64> = {
            let mut statement = self.connection.prepare_cached(sql::READINGS_NOW)?;
            let rows = statement.query_map([], |row| row.get(0))?;
            rows.collect::<Result<_, _>>()?
        };
        keys.into_iter().map(|key| self.reading(key)).collect()
    }

    /// A reading by its key, taken apart once.
    pub(crate) fn reading(&self, key: i64) -> Result<Arc<StoredReading>, StoreError> {
        if let Some(found) = self.readings.borrow().get(&key) {
            return Ok(found.clone());
        }
        let (json, document) = self
            .connection
            .prepare_cached(sql::READING_BY_KEY)?
            .query_row([key], |row| Ok((row.get::<_, String>(0)?, stored_document(row, 1)?)))?;
        let mut reading: Reading = serde_json::from_str(&json)?;
        reading.document.text_sha256.clone_from(&document.head.text_sha256);
        let judgements = self.judgements()?;
        judgements.correct(&document.head.id, &mut reading);
        let names = judgements.names(&document.head.id, &reading);
        let mut document = document;
        document.head.lang = document.head.lang.or_else(|| reading.document.lang.clone());
        let stored = Arc::new(StoredReading { document, reading, names });
        self.readings.borrow_mut().insert(key, stored.clone());
        Ok(stored)
    }
}

/// A version as released, from the columns id, lang, published, source, url, title, text.
fn source_document(row: &rusqlite::Row<'_>) -> rusqlite::Result<SourceDocument> {
    Ok(SourceDocument {
        id: row.get(0)?,
        lang: row.get(1)?,
        published: row.get(2)?,
        source: row.get(3)?,
        url: row.get(4)?,
        title: row.get(5)?,
        text: row.get(6)?,
    })
}

/// A document from the columns id, version, lang, published, source, url, title, text, text_sha256.
fn stored_document(row: &rusqlite::Row<'_>, first: usize) -> rusqlite::Result<StoredDocument> {
    Ok(StoredDocument {
        head: DocumentRef {
            id: row.get(first)?,
            version: row.get(first + 1)?,
            lang: row.get(first + 2)?,
            published: row.get(first + 3)?,
            source: row.get(first + 4)?,
            url: row.get(first + 5)?,
            title: row.get(first + 6)?,
            text_sha256: row.get(first + 8)?,
        },
        text: row.get(first + 7)?,
    })
}

/// What was done, and whether a document that was there goes by another id now.
fn add_in(
    connection: &Connection,
    document: &SourceDocument,
    reading: &Reading,
    judgements: &Judgements,
) -> Result<(AddedDocument, bool), StoreError> {
    let text_sha256 = sha256_hex(&[document.title.as_bytes(), b"\n", document.text.as_bytes()]);
    let content_sha256 = content_hash(document, &text_sha256);
    let Some((key, id)) = find(connection, document, &text_sha256)? else {
        // Its id follows from what is there; until then it goes by one that nobody gives.
        let between = format!("\u{0}{}", content_sha256);
        connection.prepare_cached(sql::INSERT_DOCUMENT)?.execute(params![
            between,
            document.source,
            document.url
        ])?;
        let key = connection.last_insert_rowid();
        let (id, renamed) = settle(connection, key, &between, &document.id)?;
        let version = insert_version(connection, key, 1, document, &text_sha256, &content_sha256)?;
        replace_reading(connection, version, None, &id, &at_home(reading, &id), judgements)?;
        return Ok((AddedDocument { id, version: 1, what: Added::New }, renamed));
    };
    let (id, renamed) = settle(connection, key, &id, &document.id)?;
    let reading = &*at_home(reading, &id);
    let (version, number, content): (i64, u32, String) = connection
        .prepare_cached(sql::LATEST_VERSION)?
        .query_row([key], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?;
    if content != content_sha256 {
        for old in keys(connection, sql::CURRENT_READINGS_OF_DOCUMENT, key)? {
            retire(connection, old)?;
        }
        let version = insert_version(connection, key, number + 1, document, &text_sha256, &content_sha256)?;
        replace_reading(connection, version, None, &id, reading, judgements)?;
        return Ok((AddedDocument { id, version: number + 1, what: Added::NewVersion }, renamed));
    }
    let current = current_reading(connection, version)?;
    let reader = &reading.document.reader;
    if current
        .as_ref()
        .is_some_and(|found| found.reader_version == reader.version && found.packs_hash == reader.hash)
    {
        return Ok((AddedDocument { id, version: number, what: Added::Unchanged }, renamed));
    }
    replace_reading(connection, version, current.map(|found| found.key), &id, reading, judgements)?;
    Ok((AddedDocument { id, version: number, what: Added::Reread }, renamed))
}

/// The document of the record that this one is.
fn find(
    connection: &Connection,
    document: &SourceDocument,
    text_sha256: &str,
) -> Result<Option<(i64, String)>, StoreError> {
    if let Some(url) = &document.url {
        let found = connection
            .prepare_cached(sql::DOCUMENT_BY_URL)?
            .query_row([url], |row| Ok((row.get(0)?, row.get(1)?)))
            .optional()?;
        if found.is_some() {
            return Ok(found);
        }
    }
    let mut given = connection.prepare_cached(sql::DOCUMENTS_GIVEN)?;
    let mut rows = given.query([&document.id])?;
    while let Some(row) = rows.next()? {
        let (source, url): (Option<String>, Option<String>) = (row.get(2)?, row.get(3)?);
        let differs = |mine: &Option<String>, theirs: &Option<String>| matches!((mine, theirs), (Some(m), Some(t)) if m != t);
        if !differs(&document.source, &source) && !differs(&document.url, &url) {
            return Ok(Some((row.get(0)?, row.get(1)?)));
        }
    }
    Ok(connection
        .prepare_cached(sql::DOCUMENT_BY_HASH)?
        .query_row(params![text_sha256, document.published, document.source], |row| {
            Ok((row.get(0)?, row.get(1)?))
        })
        .optional()?)
}

/// Notes the id under which a document came; gives the one it goes by here, and whether any document got another one.
///
/// The same whatever came first: the first by letters of the ids it came under; with a hash of publisher and address where
/// other documents came under that one too, which then get theirs as well.
fn settle(connection: &Connection, key: i64, id: &str, given: &str) -> Result<(String, bool), StoreError> {
    if connection.prepare_cached(sql::INSERT_DOCUMENT_ID)?.execute(params![given, key])? == 0 {
        return Ok((id.to_string(), false));
    }
    let mut statement = connection.prepare_cached(sql::DOCUMENTS_ALIKE)?;
    let rows = statement.query_map([key], |row| {
        let (source, url): (Option<String>, Option<String>) = (row.get(2)?, row.get(3)?);
        let (first, n): (String, usize) = (row.get(4)?, row.get(5)?);
        let tail =
            sha256_hex(&[source.unwrap_or_default().as_bytes(), b"\0", url.unwrap_or_default().as_bytes()]);
        let wanted = if n > 1 { format!("{first}~{}", &tail[..8]) } else { first };
        Ok((row.get::<_, i64>(0)?, row.get::<_, String>(1)?, wanted))
    })?;
    let mut changed: Vec<(i64, String, String)> = rows.collect::<Result<_, _>>()?;
    changed.retain(|(_, is, wanted)| is != wanted);
    let mut rename = connection.prepare_cached(sql::RENAME_DOCUMENT)?;
    // By way of ids that nobody gives, for one may get what another had.
    for (other, ..) in &changed {
        rename.execute(params![other, format!("\u{0}{other}")])?;
    }
    for (other, _, wanted) in &changed {
        rename.execute(params![other, wanted])?;
    }
    let judgements = if changed.is_empty() { Judgements::default() } else { effective(connection)? };
    for (other, _, wanted) in &changed {
        for reading in keys(connection, sql::CURRENT_READINGS_OF_DOCUMENT, other)? {
            readdress(connection, reading, wanted, &judgements)?;
        }
    }
    // A new one has no reading yet.
    let renamed = changed.iter().any(|(_, is, _)| !is.starts_with('\u{0}'));
    let own = changed.into_iter().find(|(other, ..)| *other == key);
    Ok((own.map_or_else(|| id.to_string(), |(_, _, wanted)| wanted), renamed))
}

/// A reading of a document that goes by another id from now on; its mentions keep their old ids as addresses.
fn readdress(
    connection: &Connection,
    reading: i64,
    document_id: &str,
    judgements: &Judgements,
) -> Result<(), StoreError> {
    let (json, version): (String, i64) = connection
        .prepare_cached(sql::READING_AND_VERSION)?
        .query_row([reading], |row| Ok((row.get(0)?, row.get(1)?)))?;
    let mut renamed: Reading = serde_json::from_str(&json)?;
    renamed.rename(document_id);
    replace_reading(connection, version, Some(reading), document_id, &renamed, judgements)
}

/// The reading as that of the document which goes by this id here.
fn at_home<'a>(reading: &'a Reading, id: &str) -> std::borrow::Cow<'a, Reading> {
    if reading.document.id == id {
        return std::borrow::Cow::Borrowed(reading);
    }
    let mut renamed = reading.clone();
    renamed.rename(id);
    std::borrow::Cow::Owned(renamed)
}

fn insert_version(
    connection: &Connection,
    document_key: i64,
    version: u32,
    document: &SourceDocument,
    text_sha256: &str,
    content_sha256: &str,
) -> Result<i64, StoreError> {
    connection.prepare_cached(sql::INSERT_VERSION)?.execute(params![
        document_key,
        version,
        document.lang,
        document.published,
        document.source,
        document.url,
        document.title,
        document.text,
        text_sha256,
        content_sha256
    ])?;
    Ok(connection.last_insert_rowid())
}

struct CurrentReading {
    key: i64,
    reader_version: String,
    packs_hash: String,
    reading: Reading,
}

fn current_reading(connection: &Connection, version: i64) -> Result<Option<CurrentReading>, StoreError> {
    let found: Option<(i64, String, String, String)> = connection
        .prepare_cached(sql::CURRENT_READING_OF_VERSION)?
        .query_row([version], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?)))
        .optional()?;
    let Some((key, reader_version, packs_hash, json)) = found else { return Ok(None) };
    Ok(Some(CurrentReading { key, reader_version, packs_hash, reading: serde_json::from_str(&json)? }))
}

/// Makes a reading the one that counts for its version, and derives from it.
fn replace_reading(
    connection: &Connection,
    version: i64,
    old: Option<i64>,
    document_id: &str,
    reading: &Reading,
    judgements: &Judgements,
) -> Result<(), StoreError> {
    if let Some(old) = old {
        retire(connection, old)?;
    }
    let reader = &reading.document.reader;
    let key: i64 = connection.prepare_cached(sql::UPSERT_READING)?.query_row(
        params![version, reader.version, reader.packs, reader.hash, serde_json::to_string(reading)?],
        |row| row.get(0),
    )?;
    if !judgements.name(document_id) {
        return derive(connection, key, version, document_id, reading, &BTreeMap::new());
    }
    let mut corrected = reading.clone();
    // The marks may stand elsewhere in the new reading.
    let judgements = effective(connection)?;
    judgements.correct(document_id, &mut corrected);
    let names = judgements.names(document_id, &corrected);
    derive(connection, key, version, document_id, &corrected, &names)
}

/// Takes a reading out of what counts; the reading itself stays.
fn retire(connection: &Connection, reading: i64) -> Result<(), StoreError> {
    for question in [
        sql::DELETE_EVENTS,
        sql::DELETE_PERSONS,
        sql::DELETE_CLAIMS,
        sql::DELETE_ENTRIES,
        sql::RETIRE_READING,
    ] {
        connection.prepare_cached(question)?.execute([reading])?;
    }
    Ok(())
}

fn keys(
    connection: &Connection,
    question: &str,
    parameter: impl rusqlite::ToSql,
) -> Result<Vec<i64>, StoreError> {
    let mut statement = connection.prepare_cached(question)?;
    let rows = statement.query_map([parameter], |row| row.get(0))?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// Says which events came, went or changed. `method` and `why` name the packs' version, so they do not count.
fn compare(document: &str, before: Option<&Reading>, after: &Reading, report: &mut RereadReport) {
    let old = before.map(comparable).unwrap_or_default();
    let new = comparable(after);
    let mut change = |event: &str, what: &str, fields: Vec<String>| {
        report.changed.push(EventChange {
            document: document.into(),
            event: event.into(),
            what: what.into(),
            fields,
        });
    };
    let mut n_same = 0;
    for (id, event) in &new {
        match old.get(id) {
            None => change(id, "appeared", vec![]),
            Some(was) if was == event => n_same += 1,
            Some(was) => {
                let fields =
                    event.as_object().into_iter().flatten().filter(|(k, v)| was.get(k.as_str()) != Some(v));
                let mut names: Vec<String> = fields.map(|(k, _)| k.clone()).collect();
                let gone =
                    was.as_object().into_iter().flatten().filter(|(k, _)| event.get(k.as_str()).is_none());
                names.extend(gone.map(|(k, _)| k.clone()));
                change(id, "changed", names);
            }
        }
    }
    for id in old.keys().filter(|id| !new.contains_key(*id)) {
        change(id, "gone", vec![]);
    }
    report.n_events_same += n_same;
}

/// Events by id, with the people themselves in place of their numbers.
fn comparable(reading: &Reading) -> BTreeMap<String, serde_json::Value> {
    let mut found = BTreeMap::new();
    for event in &reading.events {
        let Ok(mut value) = serde_json::to_value(event) else { continue };
        if let Some(object) = value.as_object_mut() {
            object.remove("method");
            object.remove("why");
            let people: Vec<_> = event
                .sides
                .iter()
                .flat_map(|s| &s.participants)
                .map(|p| reading.persons.get(p.person))
                .collect();
            object.insert("persons".into(), serde_json::to_value(people).unwrap_or_default());
            if let Some(sides) = object.get_mut("sides").and_then(|s| s.as_array_mut()) {
                let participants =
                    sides.iter_mut().filter_map(|s| s.get_mut("participants")?.as_array_mut()).flatten();
                participants.filter_map(|p| p.as_object_mut()).for_each(|p| {
                    p.remove("person");
                });
            }
        }
        found.insert(event.id.clone(), value);
    }
    found
}

/// Hash of everything a document says but its id.
fn content_hash(document: &SourceDocument, text_sha256: &str) -> String {
    let head = [&document.lang, &document.published, &document.source, &document.url];
    let head = serde_json::to_string(&head).expect("four strings are always JSON");
    sha256_hex(&[text_sha256.as_bytes(), head.as_bytes()])
}

/// SHA-256 of the parts one after another, in hex.
pub(crate) fn sha256_hex(parts: &[&[u8]]) -> String {
    let mut hasher = Sha256::new();
    parts.iter().for_each(|part| hasher.update(part));
    hasher.finalize().iter().map(|byte| format!("{byte:02x}")).collect()
}
