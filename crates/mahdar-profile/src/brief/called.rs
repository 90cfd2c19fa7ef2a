//! What a person is called in each language that documents name him in.
//!
//! A brief in Arabic on a meeting that only an English report tells names the minister as the Arabic documents of the record
//! spell him; and a Russian one as "Болат Акчулаков" when one report has that and another "с Болатом Акчулаковым".
//! Nothing is transliterated and no ending is taken off: every spelling stands in a document.

use std::collections::BTreeMap;
use std::sync::Arc;

use mahdar_core::resolve::{Member, PersonCluster, Tables};
use mahdar_store::StoredReading;

/// A name by the tag of a language.
pub(super) type Called = BTreeMap<String, String>;

/// The spelling of a person in each language, of the readings that are resolved to him.
///
/// Empty when people corrected his name: then that is his name everywhere.
pub(super) fn called(tables: &Tables, readings: &[Arc<StoredReading>], person: &PersonCluster) -> Called {
    let corrected = |m: &Member| readings[m.source].names.contains_key(&m.number);
    if person.redacted || person.members.iter().any(corrected) {
        return Called::new();
    }
    let mut spelled: BTreeMap<&str, BTreeMap<&str, usize>> = BTreeMap::new();
    for member in &person.members {
        let stored = &readings[member.source];
        let Some(lang) = stored.document.head.lang.as_deref() else { continue };
        let Some(named) = stored.reading.persons.get(member.number) else { continue };
        // The fullest form of each document; a lone family name is nobody's full name.
        *spelled.entry(lang).or_default().entry(&named.name.text).or_default() += 1;
    }
    let best = |(lang, spellings): (&str, BTreeMap<&str, usize>)| {
        let has_case = tables.has_case(lang);
        let is_bare = |name: &str| !has_case || !spellings.keys().any(|other| adds_an_ending(name, other));
        let rank = |name: &str, n: usize| (name.contains(char::is_whitespace), is_bare(name), n);
        let first = spellings.iter().map(|(name, n)| (rank(name, *n), std::cmp::Reverse(*name))).max()?;
        Some((lang.to_string(), first.1.0.to_string()))
    };
    spelled.into_iter().filter_map(best).collect()
}

/// Whether a name is another with an ending on at least one of its words: "Болатом Акчулаковым" of "Болат Акчулаков".
fn adds_an_ending(name: &str, other: &str) -> bool {
    /// Letters of the longest ending of a case: "-ларының" is not one of a name.
    const LONGEST: usize = 3;
    let grown = |word: &str, bare: &str| {
        word.strip_prefix(bare).is_some_and(|ending| (1..=LONGEST).contains(&ending.chars().count()))
    };
    let mut grows = false;
    let (mut words, mut bare) = (name.split_whitespace(), other.split_whitespace());
    loop {
        match (words.next(), bare.next()) {
            (None, None) => return grows,
            (Some(word), Some(stem)) if word == stem => {}
            (Some(word), Some(stem)) if grown(word, stem) => grows = true,
            _ => return false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::adds_an_ending;

    #[test]
    fn a_name_in_another_case_is_told_by_its_words() {
        assert!(adds_an_ending("Болатом Акчулаковым", "Болат Акчулаков"));
        assert!(adds_an_ending("Мұхаммед бен Салманға", "Мұхаммед бен Салман"));
        assert!(!adds_an_ending("Болат Акчулаков", "Болатом Акчулаковым"));
        assert!(!adds_an_ending("Болат Акчулаков", "Болат Акчулаков"));
        assert!(!adds_an_ending("Болат Кадырович Акчулаков", "Болат Акчулаков"));
    }
}
