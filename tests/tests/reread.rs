//! Better packs change the readings they touch, and no others.

use mahdar_core::{Packs, SourceDocument, read};
use mahdar_store::Record;

fn document(id: &str, text: &str) -> SourceDocument {
    SourceDocument {
        id: id.into(),
        text: text.into(),
        lang: Some("ar".into()),
        published: Some("2026-01-15".into()),
        ..SourceDocument::default()
    }
}

#[test]
fn one_changed_pack_entry_changes_only_its_events() {
    let files = mahdar_data::files("");
    let packs = Packs::compile(files.clone()).expect("the packs of the house compile");
    let documents = [
        document("received", "استقبل وزير الخارجية السعودي نظيره الكازاخستاني في الرياض."),
        document("called", "أجرى وزير الخارجية السعودي اتصالا هاتفيا بنظيره الكازاخستاني."),
    ];
    let mut record = Record::in_memory().expect("an empty record");
    for document in &documents {
        let reading = read(document, &packs);
        assert_eq!(reading.events.len(), 1, "{}: {:?}", document.id, reading.events);
        record.add(document, &reading).expect("the record takes it");
    }

    let changed: Vec<(String, String)> = files
        .into_iter()
        .map(|(path, text)| {
            let is_it = path == "lang/ar/events/meet.toml";
            let text =
                if is_it { text.replacen("mode = \"reception\"", "mode = \"audience\"", 1) } else { text };
            (path, text)
        })
        .collect();
    let better = Packs::compile(changed).expect("the changed packs compile");
    assert_ne!(better.hash, packs.hash, "the entry stands in data/lang/ar/events/meet.toml");
    let report = record.reread(&better.hash, |document| read(document, &better)).expect("the record rereads");

    assert_eq!((report.documents_read, report.n_events_same), (2, 1));
    let changes: Vec<_> =
        report.changed.iter().map(|change| (change.document.as_str(), &change.fields)).collect();
    assert_eq!(changes, [("received", &vec!["mode".to_string()])]);
    let events = record.events_between("SAU", "KAZ").expect("the events");
    let mut modes: Vec<_> =
        events.iter().map(|event| (event.event().kind.as_str(), event.event().mode.as_deref())).collect();
    modes.sort();
    assert_eq!(modes[1], ("MEET", Some("audience")));
}
