//! Names of the record under keys, so that a question finds those like it without passing over the rest.
//!
//! A name stands once, however many documents write it. Its keys by sound need the tables of names, so they are made apart
//! from the taking in of a document: what is due is kept, and a question catches up first.

use std::collections::{BTreeMap, BTreeSet};

use mahdar_names::{Index, Name, Tables, asked_keys, kept_keys, score};
use rusqlite::{Connection, OptionalExtension, Transaction, TransactionBehavior, params};

use crate::{Record, StoreError, fold, sql};

/// How many names like one are looked at.
const NEAR: usize = 100;
/// How many names that share a key are compared.
const POOL: usize = 3000;
/// Names as like as this may be one person's, and their documents are resolved together.
const MAYBE: f32 = 0.05;
/// Names as like as this are what was asked for.
const LIKE: f32 = 0.7;

/// A person of a reading: key of the reading, number of the person.
pub(crate) type Somebody = (i64, usize);

impl Record {
    /// Gives the names of new readings their keys; costs what the new readings hold, not what the record does.
    pub fn index_names(&self, tables: &Tables) -> Result<(), StoreError> {
        // A question does not write when nothing is due.
        while !names_due(&self.connection)?.is_empty() {
            let transaction = Transaction::new_unchecked(&self.connection, TransactionBehavior::Immediate)?;
            // Another program may have been quicker.
            for (reading, lang) in names_due(&transaction)? {
                index_reading(&transaction, tables, reading, &lang)?;
            }
            transaction.commit()?;
        }
        Ok(())
    }

    /// People one of whose spellings holds the words of `name`, or whose name is like it.
    pub(crate) fn people_like(&self, tables: &Tables, name: &str) -> Result<BTreeSet<Somebody>, StoreError> {
        let folded = fold(name);
        let words: Vec<&str> = folded.split(' ').filter(|word| !word.is_empty()).collect();
        let Some(longest) = words.iter().max_by_key(|word| word.len()) else { return Ok(BTreeSet::new()) };
        let mut out = BTreeSet::new();
        {
            let mut statement = self.connection.prepare_cached(sql::NAMES_WITH_WORD)?;
            // What begins so ends before the same with the last of all letters.
            let end = format!("{longest}{}", char::MAX);
            let rows = statement.query_map([*longest, &end], |row| Ok((row.get(0)?, row.get(1)?)))?;
            for row in rows {
                let (name, folded): (i64, String) = row?;
                if words.iter().all(|word| folded.split(' ').any(|part| part.starts_with(word))) {
                    out.extend(self.places(name, false)?);
                }
            }
        }
        // A name of several words is also sounded out; one word alone is like too many.
        if words.len() > 1 {
            let asked = Name::read(tables, name, "");
            for (key, known) in self.pool(tables, &[&asked])? {
                if score(tables, &asked, &known) > LIKE {
                    out.extend(self.places(key, true)?);
                }
            }
        }
        Ok(out)
    }

    /// Readings that name somebody who may be one of these people.
    pub(crate) fn readings_around(
        &self,
        tables: &Tables,
        people: &BTreeSet<Somebody>,
    ) -> Result<BTreeSet<i64>, StoreError> {
        let mut block: BTreeSet<i64> = people.iter().map(|(reading, _)| *reading).collect();
        let mut asked: BTreeMap<i64, Name> = BTreeMap::new();
        for (reading, person) in people {
            let mut statement = self.connection.prepare_cached(sql::NAMES_OF_PERSON)?;
            let keys = statement.query_map(params![reading, person], |row| row.get(0))?;
            for key in keys.collect::<Result<Vec<i64>, _>>()? {
                if let std::collections::btree_map::Entry::Vacant(free) = asked.entry(key) {
                    free.insert(self.name(tables, key)?);
                }
            }
        }
        let pool = self.pool(tables, &asked.values().collect::<Vec<_>>())?;
        let mut index = Index::new();
        pool.iter().for_each(|(_, name)| index.add(tables, name));
        let mut near: BTreeSet<i64> = BTreeSet::new();
        for name in asked.values() {
            let found = index.find(tables, name, NEAR).into_iter().filter(|f| f.score > MAYBE);
            near.extend(found.map(|f| pool[f.index].0));
        }
        for name in near {
            block.extend(self.places(name, true)?.into_iter().map(|(reading, _)| reading));
        }
        Ok(block)
    }

    /// Names that share keys with these, those that share most first.
    fn pool(&self, tables: &Tables, asked: &[&Name]) -> Result<Vec<(i64, Name)>, StoreError> {
        let mut shared: BTreeMap<i64, usize> = BTreeMap::new();
        let mut statement = self.connection.prepare_cached(sql::NAMES_WITH_KEY)?;
        for name in asked {
            let mut of_name: BTreeMap<i64, usize> = BTreeMap::new();
            for part in asked_keys(tables, name) {
                let mut found: BTreeSet<i64> = BTreeSet::new();
                for key in part {
                    let rows = statement.query_map([key.cast_signed()], |row| row.get(0))?;
                    found.extend(rows.collect::<Result<Vec<i64>, _>>()?);
                }
                found.into_iter().for_each(|name| *of_name.entry(name).or_default() += 1);
            }
            let mut best: Vec<(i64, usize)> = of_name.into_iter().collect();
            best.sort_by_key(|(name, n)| (std::cmp::Reverse(*n), *name));
            for (name, n) in best.into_iter().take(POOL) {
                let most = shared.entry(name).or_default();
                *most = (*most).max(n);
            }
        }
        shared.into_keys().map(|key| Ok((key, self.name(tables, key)?))).collect()
    }

    fn name(&self, tables: &Tables, key: i64) -> Result<Name, StoreError> {
        let mut statement = self.connection.prepare_cached(sql::SPELLED_BY_KEY)?;
        let (text, lang): (String, String) =
            statement.query_row([key], |row| Ok((row.get(0)?, row.get(1)?)))?;
        Ok(Name::read(tables, &text, &lang))
    }

    fn places(&self, name: i64, main: bool) -> Result<Vec<Somebody>, StoreError> {
        let mut statement = self.connection.prepare_cached(sql::PLACES_OF_NAME)?;
        let rows = statement.query_map(params![name, main], |row| Ok((row.get(0)?, row.get(1)?)))?;
        Ok(rows.collect::<Result<_, _>>()?)
    }
}

/// Readings whose names have no keys yet, some of them, with their languages.
fn names_due(connection: &Connection) -> Result<Vec<(i64, String)>, StoreError> {
    let mut statement = connection.prepare_cached(sql::NAMES_DUE)?;
    let rows = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?;
    Ok(rows.collect::<Result<_, _>>()?)
}

fn index_reading(
    connection: &Connection,
    tables: &Tables,
    reading: i64,
    lang: &str,
) -> Result<(), StoreError> {
    let names: Vec<(usize, String, String, bool)> = {
        let mut statement = connection.prepare_cached(sql::NAMES_OF_READING)?;
        let rows =
            statement.query_map([reading], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?)))?;
        rows.collect::<Result<_, _>>()?
    };
    for (person, text, folded, main) in names {
        let known: Option<(i64, bool)> = connection
            .prepare_cached(sql::SPELLED)?
            .query_row(params![text, lang], |row| Ok((row.get(0)?, row.get(1)?)))
            .optional()?;
        let (key, has_keys) = match known {
            Some(known) => known,
            None => {
                let key: i64 = connection
                    .prepare_cached(sql::INSERT_SPELLED)?
                    .query_row(params![text, lang, folded], |row| row.get(0))?;
                for word in folded.split(' ').filter(|word| !word.is_empty()) {
                    connection.prepare_cached(sql::INSERT_NAME_WORD)?.execute(params![word, key])?;
                }
                (key, false)
            }
        };
        if main && !has_keys {
            for hash in kept_keys(tables, &Name::read(tables, &text, lang)) {
                connection.prepare_cached(sql::INSERT_NAME_KEY)?.execute(params![hash.cast_signed(), key])?;
            }
            connection.prepare_cached(sql::MARK_SPELLED)?.execute([key])?;
        }
        connection.prepare_cached(sql::INSERT_NAME_PLACE)?.execute(params![key, main, reading, person])?;
    }
    connection.prepare_cached(sql::DELETE_NAMES_DUE)?.execute([reading])?;
    Ok(())
}
