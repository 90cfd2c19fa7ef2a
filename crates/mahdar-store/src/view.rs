//! Readings as a face may show them: resolved together, with people who are not to be shown masked.
//!
//! Every face takes its words from here, so that a redaction reaches all of them.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use mahdar_core::resolve::{Member, PersonCluster, Resolution, Ruling, Source, Tables, resolve};
use mahdar_core::{Field, Reading, Span};
use mahdar_names::{Name, score};
use serde_json::Value;

use crate::documents::StoredReading;
use crate::persons::{PersonFound, person_of};
use crate::{Record, StoreError, sql};

/// Readings with what is known of who and what in them is one.
#[derive(Debug, Clone)]
pub struct View {
    /// The readings; redacted people are masked in them. Those after the first `n_asked` only helped to resolve.
    pub readings: Vec<Arc<StoredReading>>,
    /// How many readings were asked for.
    pub n_asked: usize,
    /// Persons, events and agreements; members count in `readings`.
    pub resolution: Resolution,
}

/// What stands in place of a redacted name; a name of as many bytes, so that every span still cuts the text.
const MASK: [&str; 3] = ["\u{2588}", "-", "\u{b7}"];

impl View {
    /// Everything the readings tell of a person.
    pub fn person(&self, cluster: &PersonCluster) -> PersonFound {
        person_of(cluster, self)
    }
}

impl Record {
    /// Resolves readings together, and masks who is redacted.
    pub fn view(&self, tables: &Tables, asked: &[Arc<StoredReading>]) -> Result<View, StoreError> {
        let judgements = self.judgements()?;
        let mut readings = asked.to_vec();
        // Who is redacted is told by his marks, wherever they stand.
        let mut known: BTreeSet<String> = readings.iter().map(|r| r.document.head.id.clone()).collect();
        for judgement in judgements.iter() {
            let Ruling::Redact { marks } = &judgement.ruling else { continue };
            for mark in marks {
                if known.insert(mark.document.clone())
                    && let Some(reading) = self.reading_of(&mark.document)?
                {
                    readings.push(reading);
                }
            }
        }
        let sources: Vec<Source> = readings.iter().map(|reading| reading.source()).collect();
        let mut resolution = resolve(tables, &sources, &judgements);
        redact_short_names(tables, &sources, &mut resolution);
        let redacted: Vec<&[Member]> =
            resolution.persons.iter().filter(|p| p.redacted).map(|p| p.members.as_slice()).collect();
        let masked = if redacted.is_empty() { readings } else { masked(&readings, &redacted)? };
        Ok(View { readings: masked, n_asked: asked.len(), resolution })
    }

    /// The reading of a document that counts.
    pub fn reading_of(&self, document: &str) -> Result<Option<Arc<StoredReading>>, StoreError> {
        use rusqlite::OptionalExtension;
        let key: Option<i64> = self
            .connection
            .prepare_cached(sql::READING_OF_DOCUMENT)?
            .query_row([document], |row| row.get(0))
            .optional()?;
        key.map(|key| self.reading(key)).transpose()
    }
}

/// Who bears, for the same party, a lone name that sounds like a part of a redacted one is redacted as well: a document that
/// tells a person only by his family name must not show what the others do not.
fn redact_short_names(tables: &Tables, sources: &[Source], resolution: &mut Resolution) {
    let person = |m: &Member| &sources[m.source].reading.persons[m.number];
    let mut parts: Vec<(Option<&String>, Name)> = vec![];
    for member in resolution.persons.iter().filter(|p| p.redacted).flat_map(|p| &p.members) {
        for word in person(member).name.text.split_whitespace() {
            parts
                .push((person(member).party.as_ref(), Name::read(tables, word, sources[member.source].lang)));
        }
    }
    if parts.is_empty() {
        return;
    }
    for cluster in resolution.persons.iter_mut().filter(|p| !p.redacted) {
        let is_lone = |m: &Member| person(m).name.text.split_whitespace().count() == 1;
        if !cluster.members.iter().all(is_lone) {
            continue;
        }
        cluster.redacted = cluster.members.iter().any(|m| {
            let name = Name::read(tables, &person(m).name.text, sources[m.source].lang);
            let party = person(m).party.as_ref();
            parts.iter().any(|(of, part)| *of == party && score(tables, part, &name) > SOUNDS_ALIKE)
        });
    }
}

/// Parts of names as like as this sound alike.
const SOUNDS_ALIKE: f32 = 0.5;

/// The readings without the names of some people.
fn masked(
    readings: &[Arc<StoredReading>],
    people: &[&[Member]],
) -> Result<Vec<Arc<StoredReading>>, StoreError> {
    let mut spelled: BTreeSet<String> = BTreeSet::new();
    let mut of_document: BTreeMap<usize, BTreeSet<String>> = BTreeMap::new();
    let mut places: BTreeMap<usize, Vec<(Field, Span)>> = BTreeMap::new();
    let mut hidden: BTreeSet<Member> = BTreeSet::new();
    for member in people.iter().copied().flatten() {
        hidden.insert(*member);
        let person = &readings[member.source].reading.persons[member.number];
        for words in std::iter::once(&person.name).chain(&person.named) {
            places.entry(member.source).or_default().push((words.field, words.span));
            // A full name is masked wherever it stands, a lone one only where he is meant.
            if words.text.split_whitespace().count() > 1 {
                spelled.insert(words.text.clone());
            } else {
                of_document.entry(member.source).or_default().insert(words.text.clone());
            }
        }
    }
    let mut out = vec![];
    for (number, stored) in readings.iter().enumerate() {
        let mut spans = places.remove(&number).unwrap_or_default();
        for (field, text) in
            [(Field::Title, &stored.document.head.title), (Field::Text, &stored.document.text)]
        {
            for name in spelled.iter().chain(of_document.get(&number).into_iter().flatten()) {
                spans.extend(text.match_indices(name.as_str()).map(|(at, _)| (field, [at, at + name.len()])));
            }
        }
        if spans.is_empty() {
            out.push(stored.clone());
            continue;
        }
        let mut masked = without(stored, &spans)?;
        // A name that was corrected stands in no text.
        masked.names.retain(|person, _| !hidden.contains(&Member { source: number, number: *person }));
        out.push(Arc::new(masked));
    }
    Ok(out)
}

fn without(stored: &StoredReading, spans: &[(Field, Span)]) -> Result<StoredReading, StoreError> {
    let mut document = stored.document.clone();
    document.head.title = mask(&document.head.title, spans, Field::Title);
    document.text = mask(&document.text, spans, Field::Text);
    let mut value = serde_json::to_value(&stored.reading)?;
    cut_anew(&mut value, &document.head.title, &document.text);
    let mut reading: Reading = serde_json::from_value(value)?;
    reading.document.title.clone_from(&document.head.title);
    let names: Vec<String> = reading.persons.iter().map(|p| p.name.text.clone()).collect();
    for participant in
        reading.events.iter_mut().flat_map(|e| &mut e.sides).flat_map(|side| &mut side.participants)
    {
        if let Some(name) = names.get(participant.person) {
            participant.name.clone_from(name);
        }
    }
    Ok(StoredReading { document, reading, names: stored.names.clone() })
}

fn mask(text: &str, spans: &[(Field, Span)], field: Field) -> String {
    let mut out = String::with_capacity(text.len());
    let mut spans: Vec<Span> = spans.iter().filter(|(f, _)| *f == field).map(|(_, span)| *span).collect();
    spans.sort_unstable();
    let mut reached = 0;
    for [start, end] in spans {
        let start = start.max(reached);
        let Some(name) = text.get(start..end.max(start)) else { continue };
        out.push_str(&text[reached..start]);
        // Each letter by as many bytes, so that a span that ends inside the name still cuts.
        for letter in name.chars() {
            match letter.len_utf8() {
                1 => out.push_str(if letter.is_whitespace() { " " } else { MASK[1] }),
                2 => out.push_str(MASK[2]),
                3 => out.push_str(MASK[0]),
                n => out.push_str(&MASK[1].repeat(n)),
            }
        }
        reached = end.max(start);
    }
    out.push_str(&text[reached..]);
    out
}

/// Takes the words of every span from the masked text.
fn cut_anew(value: &mut Value, title: &str, text: &str) {
    match value {
        Value::Array(list) => list.iter_mut().for_each(|item| cut_anew(item, title, text)),
        Value::Object(object) => {
            let span = object.get("span").and_then(Value::as_array).and_then(|span| {
                let at = |n: usize| usize::try_from(span.get(n)?.as_u64()?).ok();
                Some([at(0)?, at(1)?])
            });
            if let Some([start, end]) = span {
                let whole =
                    if object.get("in").and_then(Value::as_str) == Some("title") { title } else { text };
                for key in ["text", "title"] {
                    if let Some(words) = object.get_mut(key).filter(|words| words.is_string())
                        && let Some(cut) = whole.get(start..end)
                    {
                        *words = Value::String(cut.to_string());
                    }
                }
            }
            object.values_mut().for_each(|item| cut_anew(item, title, text));
        }
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_masked_text_has_as_many_bytes_and_the_same_boundaries() {
        let text = "استقبل محمد بن سعد الوزير";
        let at = text.find("محمد").unwrap();
        let span = [at, at + "محمد بن سعد".len()];
        let masked = mask(text, &[(Field::Text, span)], Field::Text);
        assert_eq!(masked.len(), text.len());
        assert!(text.char_indices().all(|(i, _)| masked.is_char_boundary(i)));
        assert!(!masked.contains("محمد") && masked.ends_with("الوزير"));
    }
}
