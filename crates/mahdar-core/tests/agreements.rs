//! Documents between states as readings name them: the whole title, how far it has come, and whose it is.

#![allow(clippy::unwrap_used, reason = "a test may stop at the first surprise")]

use mahdar_core::resolve::{Judgements, Source, Tables, resolve};
use mahdar_core::{Packs, Reading, SourceDocument, read};

/// Every document of a text: title as written, status, parties of its event.
fn documents(lang: &str, title: &str, text: &str) -> Vec<(String, String, Vec<String>)> {
    let files = [mahdar_data::files("lang"), mahdar_data::files("ontology")].concat();
    let packs = Packs::compile(files).unwrap();
    let document = SourceDocument {
        id: "d".into(),
        lang: Some(lang.into()),
        published: Some("2026-03-10".into()),
        title: title.into(),
        text: text.into(),
        ..SourceDocument::default()
    };
    let reading = read(&document, &packs);
    let told = reading.events.iter().flat_map(|event| {
        let mut parties: Vec<String> = event.sides.iter().flat_map(|s| s.parties().cloned()).collect();
        parties.sort();
        event.agreements.iter().map(move |a| (a.title.clone(), a.status.clone(), parties.clone()))
    });
    told.collect()
}

fn found(title: &str, status: &str, parties: [&str; 2]) -> (String, String, Vec<String>) {
    (title.into(), status.into(), parties.iter().map(|p| (*p).to_string()).collect())
}

#[test]
fn title_and_text_each_name_the_document() {
    let both = documents(
        "en",
        "Norway and Chile sign fisheries agreement",
        "Norway and Chile signed a long-term fisheries cooperation agreement in Santiago on Monday.",
    );
    let parties = ["CHL", "NOR"];
    assert_eq!(
        both,
        [
            found("fisheries agreement", "signed", parties),
            found("long-term fisheries cooperation agreement", "signed", parties)
        ]
    );
}

#[test]
fn what_the_document_is_about_may_stand_before_its_word() {
    let kk = documents("kk", "", "Қазақстан мен Норвегия балық шаруашылығы туралы келісімге қол қойды.");
    assert_eq!(kk, [found("балық шаруашылығы туралы келісімге", "signed", ["KAZ", "NOR"])]);
}

#[test]
fn a_signing_that_names_nobody_is_of_those_of_whom_was_told() {
    let ru = documents(
        "ru",
        "",
        "Министр иностранных дел Чили позвонил министру иностранных дел Норвегии. Стороны обсудили ход работ. \
         Соглашение о рыболовстве подписано в январе.",
    );
    assert_eq!(ru, [found("Соглашение о рыболовстве", "signed", ["CHL", "NOR"])]);
}

#[test]
fn a_ratified_document_is_further_than_a_signed_one() {
    let en = documents("en", "", "The parliament of Norway ratified an extradition treaty with Chile.");
    assert_eq!(en.iter().map(|d| d.1.as_str()).collect::<Vec<_>>(), ["ratified"]);
}

/// Which of these documents tell one event of a type, and which one agreement.
fn one(kind: &str, documents: &[(&str, &str, Option<&str>, &str)]) -> (Vec<Vec<String>>, usize) {
    let files = [mahdar_data::files("lang"), mahdar_data::files("ontology")].concat();
    let packs = Packs::compile(files).unwrap();
    let tables = Tables::compile(&mahdar_data::files("names")).unwrap();
    let readings: Vec<Reading> = documents
        .iter()
        .map(|(id, lang, published, text)| {
            let document = SourceDocument {
                id: (*id).into(),
                lang: Some((*lang).into()),
                published: published.map(str::to_string),
                text: (*text).into(),
                ..SourceDocument::default()
            };
            read(&document, &packs)
        })
        .collect();
    let sources: Vec<Source> = readings.iter().map(Source::of).collect();
    let found = resolve(&tables, &sources, &Judgements::default());
    let mut events: Vec<Vec<String>> = found
        .events
        .iter()
        .filter(|e| e.kind == kind)
        .map(|e| e.members.iter().map(|m| sources[m.source].document.to_string()).collect())
        .collect();
    events.sort();
    (events, found.agreements.len())
}

#[test]
fn a_signing_told_months_later_is_the_one_whose_document_it_names() {
    let signed =
        ("a", "en", Some("2025-03-03"), "Norway and Chile signed a border treaty in Oslo on Monday.");
    let told = (
        "b",
        "ru",
        Some("2025-11-20"),
        "Министр иностранных дел Норвегии встретился с министром иностранных дел Чили. Договор о границе подписан в марте.",
    );
    let other = (
        "c",
        "ru",
        Some("2025-11-20"),
        "Министр иностранных дел Норвегии встретился с министром иностранных дел Чили. Договор об экстрадиции подписан в мае.",
    );
    assert_eq!(one("SIGN", &[signed, told]), (vec![vec!["a".to_string(), "b".to_string()]], 1));
    assert_eq!(one("SIGN", &[signed, other]).0.len(), 2);
    // A report that gives the day and calls it only "the treaty" is not kept out by one that gives the title alone.
    let dated = (
        "d",
        "en",
        Some("2025-11-25"),
        "Norway and Chile signed the treaty on March 3, 2025. The foreign minister of Norway visited Chile on Monday.",
    );
    assert_eq!(one("SIGN", &[signed, told, dated]).0.len(), 1);
    assert_eq!(one("SIGN", &[dated, other, signed]).0.len(), 2);
}

#[test]
fn two_days_are_two_meetings_and_no_day_is_none() {
    let on = |id, day, text| (id, "en", day, text);
    let first = "The President of Chile met the President of Norway in Oslo on March 3, 2025.";
    let second = "The President of Chile met the President of Norway in Oslo on March 4, 2025.";
    let undated = "The President of Chile met the President of Norway in Oslo.";
    let days = [on("a", Some("2025-03-04"), first), on("b", Some("2025-03-04"), second)];
    assert_eq!(one("MEET", &days).0.len(), 2);
    assert_eq!(one("MEET", &[days[0], on("c", None, undated)]).0.len(), 2);
    assert_eq!(one("MEET", &[days[0], on("d", Some("2025-03-03"), undated)]).0.len(), 1);
}
