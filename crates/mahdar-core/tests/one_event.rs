//! Which reports of many documents tell one event: by class of report, each with what must stay apart.

#![allow(clippy::unwrap_used, reason = "a test may stop at the first surprise")]

use std::sync::LazyLock;

use mahdar_core::resolve::{Judgements, Source, Tables, resolve};
use mahdar_core::{Packs, Reading, SourceDocument, read};

static PACKS: LazyLock<Packs> = LazyLock::new(|| {
    Packs::compile([mahdar_data::files("lang"), mahdar_data::files("ontology")].concat()).unwrap()
});
static TABLES: LazyLock<Tables> = LazyLock::new(|| Tables::compile(&mahdar_data::files("names")).unwrap());

/// A document: id, language, day of release, text.
type Told = (&'static str, &'static str, &'static str, &'static str);

/// The documents of each event of a type, as one word.
fn one(kind: &str, told: &[Told]) -> Vec<String> {
    let document = |(id, lang, published, text): &Told| SourceDocument {
        id: (*id).into(),
        lang: Some((*lang).into()),
        published: Some((*published).into()),
        text: (*text).into(),
        ..SourceDocument::default()
    };
    let readings: Vec<Reading> = told.iter().map(|t| read(&document(t), &PACKS)).collect();
    let sources: Vec<Source> = readings.iter().map(Source::of).collect();
    let found = resolve(&TABLES, &sources, &Judgements::default());
    let of_kind = found.events.iter().filter(|e| e.kind == kind);
    let mut events: Vec<String> =
        of_kind.map(|e| e.members.iter().map(|m| sources[m.source].document).collect()).collect();
    events.sort();
    events
}

#[test]
fn the_next_meeting_that_two_documents_announce_at_once_is_one() {
    let dated = (
        "a",
        "en",
        "2025-01-14",
        "Foreign ministry delegations of Chile and Norway held consultations in Oslo on Tuesday. \
         The next meeting is scheduled for March 20.",
    );
    let undated = (
        "b",
        "ru",
        "2025-01-15",
        "Делегации Чили и Норвегии провели вчера в Осло консультации. Следующая встреча намечена на март.",
    );
    let held = ("c", "en", "2025-03-20", "Chile and Norway held consultations in Oslo on Thursday.");
    assert_eq!(one("MEET", &[dated, undated, held]), ["ab", "abc"]);
    // What is announced half a year later is another.
    let later = (
        "d",
        "ru",
        "2025-09-15",
        "Делегации Чили и Норвегии провели сегодня в Осло консультации. Следующая встреча намечена на ноябрь.",
    );
    assert_eq!(one("MEET", &[dated, later]), ["a", "a", "d", "d"]);
}

#[test]
fn what_heads_signed_as_they_met_is_of_that_day() {
    let talks = (
        "a",
        "ar",
        "2025-03-05",
        "عقد رئيس كينيا ويليام روتو، مساء أمس، جلسة مباحثات مع رئيس غانا جون ماهاما في نيروبي.\n\
         وعقب الجلسة وُقّعت مذكرة تفاهم في الطاقة.",
    );
    let signed = (
        "b",
        "en",
        "2025-03-05",
        "Kenyan President William Ruto and Ghanaian President John Mahama signed an energy memorandum in Nairobi on Tuesday.",
    );
    let another = (
        "c",
        "en",
        "2025-06-05",
        "Kenyan President William Ruto and Ghanaian President John Mahama signed an energy memorandum in Accra on Wednesday.",
    );
    assert_eq!(one("SIGN", &[talks, signed]), ["ab"]);
    assert_eq!(one("SIGN", &[talks, another]), ["a", "c"]);
}

#[test]
fn an_adverb_before_a_name_is_none_of_it() {
    let morning = (
        "a",
        "ru",
        "2024-10-15",
        "Президент Ганы Джон Махама прибыл в Найроби. \
         Позднее Махама встретился в понедельник с президентом Кении Уильямом Руто.",
    );
    let evening = (
        "b",
        "en",
        "2024-10-15",
        "Kenyan President William Ruto met Ghanaian President John Mahama in Nairobi on Monday.",
    );
    assert!(one("MEET", &[morning, evening]).contains(&"ab".to_string()));
}
