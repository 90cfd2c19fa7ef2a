//! Which rule decided that an event is told on the way, and which step found it: what `mahdar read --why` shows.

#![allow(clippy::unwrap_used, reason = "a test may stop at the first surprise")]

use mahdar_core::{Packs, SourceDocument, read};

/// The type of each event with what decided whether the document is about it.
fn decided(packs: &Packs, lang: &str, text: &str) -> Vec<(String, String)> {
    let document = SourceDocument {
        id: "a".into(),
        lang: Some(lang.into()),
        published: Some("2026-01-15".into()),
        text: text.into(),
        ..SourceDocument::default()
    };
    let events = read(&document, packs).events.into_iter();
    events.map(|e| (e.kind, e.why.into_iter().find(|w| w.field == "main").unwrap().by)).collect()
}

#[test]
fn an_event_told_on_the_way_names_the_step_that_found_it() {
    let packs =
        Packs::compile([mahdar_data::files("lang"), mahdar_data::files("ontology")].concat()).unwrap();
    let told = [
        (
            "en",
            "The foreign ministers of Kenya and Norway met in Oslo on Thursday. \
             The foreign minister of Kenya had earlier telephoned his Norwegian counterpart.",
            [("MEET", "talks"), ("CALL", "on-the-way: had-earlier")],
        ),
        (
            "en",
            "The foreign minister of Kenya received the foreign minister of Norway in Nairobi on Thursday. \
             The two ministers last met in Oslo in November.",
            [("MEET", "talks"), ("MEET", "on-the-way: last-met")],
        ),
        // No step finds it: every clause that the frame reads tells it on the way.
        (
            "en",
            "The foreign minister of Kenya arrived in Oslo on Thursday and was met at the airport \
             by the foreign minister of Norway.",
            [("VISIT", "journey"), ("MEET", "on-the-way: frame")],
        ),
        (
            "ar",
            "استقبل وزير الخارجية المصري نظيره الكازاخستاني في القاهرة اليوم. \
             وكان الوزير الكازاخستاني قد وصل إلى القاهرة أمس.",
            [("MEET", "talks"), ("VISIT", "on-the-way: had-arrived")],
        ),
    ];
    for (lang, text, expected) in told {
        let expected = expected.map(|(kind, by)| (kind.to_string(), by.to_string()));
        assert_eq!(decided(&packs, lang, text), expected, "{text}");
    }
}
