//! Documents between states as readings name them: the whole title, how far it has come, and whose it is.

#![allow(clippy::unwrap_used, reason = "a test may stop at the first surprise")]

use mahdar_core::{Packs, SourceDocument, read};

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
