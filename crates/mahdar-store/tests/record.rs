//! What the record promises: nothing lost, nothing twice, nothing without its place.

use mahdar_core::{
    Event, EventDate, Field, Participant, Person, Reader, Reading, Side, SourceDocument, Words,
};
use mahdar_store::{Added, Entry, Judge, Provenance, Record, StoreError};

const TEXT: &str = "استقبل وزير الداخلية نظيره الكازاخستاني";

fn document(id: &str, text: &str) -> SourceDocument {
    SourceDocument {
        id: id.into(),
        text: text.into(),
        published: Some("2026-01-15".into()),
        ..SourceDocument::default()
    }
}

fn words(text: &str, of: &str) -> Words {
    let start = text.find(of).expect("the words stand in the text");
    Words { text: of.into(), span: [start, start + of.len()], field: Field::Text }
}

/// A reading as packs of a given hash would make it: one meeting in a mode.
fn reading(text: &str, hash: &str, events: &[(&str, &str)]) -> Reading {
    let event = |(id, mode): &(&str, &str)| Event {
        id: (*id).into(),
        kind: "MEET".into(),
        mode: Some((*mode).into()),
        status: "happened".into(),
        main: true,
        trigger: words(text, "استقبل"),
        date: Some(EventDate {
            value: "2026-01-15".into(),
            precision: "day".into(),
            words: words(text, "استقبل"),
        }),
        sides: vec![
            Side {
                party: Some("SAU".into()),
                part: "host".into(),
                participants: vec![Participant {
                    person: 0, name: "وزير".into(), role: "principal".into()
                }],
                ..Side::default()
            },
            Side { party: Some("KAZ".into()), part: "guest".into(), ..Side::default() },
        ],
        method: format!("rule:ar.meet@{hash}"),
        ..Event::default()
    };
    let mut reading = Reading { events: events.iter().map(event).collect(), ..Reading::default() };
    reading.persons =
        vec![Person { name: words(text, "وزير"), party: Some("SAU".into()), ..Person::default() }];
    reading.document.reader = Reader { version: "0.1.0".into(), packs: "ar-0.1".into(), hash: hash.into() };
    reading
}

#[test]
fn the_same_document_twice_changes_nothing() {
    let mut record = Record::in_memory().unwrap();
    let (doc, read) = (document("1", TEXT), reading(TEXT, "a", &[("e1", "reception")]));
    assert_eq!(record.add(&doc, &read).unwrap().what, Added::New);
    let before = record.counts().unwrap();
    assert_eq!(record.add(&doc, &read).unwrap().what, Added::Unchanged);
    assert_eq!(record.counts().unwrap(), before);
    let elsewhere = SourceDocument { id: "copy".into(), ..doc };
    let added = record.add(&elsewhere, &read).unwrap();
    assert_eq!(
        (added.what, added.id.as_str()),
        (Added::Unchanged, "1"),
        "the same text of the same day is one document"
    );
}

#[test]
fn a_changed_document_makes_a_new_version_and_the_old_stays() {
    let mut record = Record::in_memory().unwrap();
    let changed = format!("{TEXT} اليوم");
    record.add(&document("1", TEXT), &reading(TEXT, "a", &[("e1", "reception")])).unwrap();
    let added = record.add(&document("1", &changed), &reading(&changed, "a", &[("e2", "talks")])).unwrap();
    assert_eq!((added.what, added.version), (Added::NewVersion, 2));
    assert_eq!(record.document_text("1", Some(1)).unwrap().1, TEXT);
    assert_eq!(record.document_text("1", None).unwrap().1, changed);
    let events = record.events_between("KAZ", "SAU").unwrap();
    assert_eq!(
        events.iter().map(|e| e.event().id.as_str()).collect::<Vec<_>>(),
        ["e2"],
        "the newest version counts"
    );
}

#[test]
fn two_publishers_may_use_one_id() {
    let mut record = Record::in_memory().unwrap();
    let from =
        |source: &str, text: &str| SourceDocument { source: Some(source.into()), ..document("1", text) };
    record.add(&from("SPA", TEXT), &Reading::default()).unwrap();
    let added = record.add(&from("Kazinform", "x"), &Reading::default()).unwrap();
    assert_eq!(added.what, Added::New);
    let ids: Vec<String> = record.documents().unwrap().into_iter().map(|d| d.id).collect();
    assert!(
        ids.len() == 2 && ids.iter().all(|id| id.starts_with("1~")) && ids.contains(&added.id),
        "{ids:?}"
    );
    let again = record.add(&from("SPA", TEXT), &Reading::default()).unwrap();
    assert_eq!(again.what, Added::Unchanged);
    let reprint = SourceDocument { id: "2".into(), ..from("WAM", TEXT) };
    assert_eq!(
        record.add(&reprint, &Reading::default()).unwrap().what,
        Added::New,
        "a reprint is a document"
    );
}

#[test]
fn ids_are_the_same_whatever_came_first() {
    // Two publishers' documents under one id, one text under two ids, one address under two ids, and one alone.
    let from = |id: &str, source: &str, text: &str| SourceDocument {
        source: Some(source.into()),
        ..document(id, text)
    };
    let at = |id: &str| SourceDocument {
        url: Some("https://example.org/7".into()),
        ..from(id, "WAM", "y استقبل وزير")
    };
    let documents = [
        from("1", "SPA", TEXT),
        from("1", "Kazinform", &format!("{TEXT} 1")),
        from("copy", "SPA", TEXT),
        at("8"),
        at("7"),
        from("5", "SPA", &format!("{TEXT} 5")),
    ];
    let head = |record: &mut Record, document: &SourceDocument| {
        let mut told = reading(&document.text, "a", &[("e", "reception")]);
        told.document.id.clone_from(&document.id);
        record.add(document, &told).unwrap();
    };
    let found = |order: &[usize]| -> Vec<(String, String)> {
        let mut record = Record::in_memory().unwrap();
        order.iter().for_each(|&i| head(&mut record, &documents[i]));
        record.documents().unwrap().into_iter().map(|d| (d.id, d.text_sha256)).collect()
    };
    let expected = found(&[0, 1, 2, 3, 4, 5]);
    let ids: Vec<&str> = expected.iter().map(|(id, _)| id.as_str()).collect();
    assert_eq!((ids.len(), ids[2], ids[3]), (4, "5", "7"), "{ids:?}");
    let mut order = [5, 4, 3, 2, 1, 0];
    let mut state = 20_261_127_u64;
    for _ in 0..20 {
        assert_eq!(found(&order), expected, "{order:?}");
        for i in (1..order.len()).rev() {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            order.swap(i, (state >> 33) as usize % (i + 1));
        }
    }
}

#[test]
fn a_judgement_and_an_id_outlive_another_publisher_of_the_same_id() {
    let mut record = Record::in_memory().unwrap();
    let tables = tables();
    let from =
        |source: &str, text: &str| SourceDocument { source: Some(source.into()), ..document("1", text) };
    record.add(&from("SPA", TEXT), &reading(TEXT, "a", &[("e1", "reception")])).unwrap();
    let judge = Judge { by: "desk", reason: "by the calendar" };
    let judgement = record.correct(&tables, "e1", "date", "2026-01-14", judge).unwrap();
    let other = format!("{TEXT} أمس");
    record.add(&from("Kazinform", &other), &reading(&other, "a", &[("e2", "talks")])).unwrap();
    let day = |record: &Record| {
        let events = record.events_between("SAU", "KAZ").unwrap();
        events.iter().find(|e| e.event().id == "e1").unwrap().day().map(str::to_string)
    };
    assert_eq!(day(&record).as_deref(), Some("2026-01-14"));
    assert!(record.address("e1").unwrap().document.starts_with("1~"));
    record.undo(&judgement.id, judge).unwrap();
    assert_eq!(day(&record).as_deref(), Some("2026-01-15"));
    // In a record where nobody else has the id, the mark leads to the document all the same.
    let mut alone = Record::in_memory().unwrap();
    alone.add(&from("SPA", TEXT), &reading(TEXT, "a", &[("e1", "reception")])).unwrap();
    let again = record.correct(&tables, "e1", "date", "2026-01-13", judge).unwrap();
    alone.take_judgements(&[again]).unwrap();
    assert_eq!(day(&alone).as_deref(), Some("2026-01-13"));
}

#[test]
fn rereading_changes_only_what_the_packs_changed() {
    let mut record = Record::in_memory().unwrap();
    let other = "استقبل وزير الطاقة سفيرا";
    record.add(&document("1", TEXT), &reading(TEXT, "a", &[("e1", "reception"), ("e2", "talks")])).unwrap();
    record.add(&document("2", other), &reading(other, "a", &[("e3", "reception")])).unwrap();
    let report = record
        .reread("b", |doc| match doc.id.as_str() {
            "1" => reading(TEXT, "b", &[("e1", "audience"), ("e2", "talks")]),
            _ => reading(other, "b", &[("e3", "reception")]),
        })
        .unwrap();
    assert_eq!((report.documents_read, report.documents_current, report.n_events_same), (2, 0, 2));
    let changed: Vec<_> =
        report.changed.iter().map(|c| (c.event.as_str(), c.what.as_str(), c.fields.clone())).collect();
    assert_eq!(changed, [("e1", "changed", vec!["mode".to_string()])]);
    let again = record.reread("b", |_| panic!("nothing is due")).unwrap();
    assert_eq!((again.documents_read, again.documents_current), (0, 2));
    let modes: Vec<_> = record
        .events_between("SAU", "KAZ")
        .unwrap()
        .iter()
        .map(|e| e.event().mode.clone().unwrap())
        .collect();
    assert_eq!(modes, ["audience", "talks", "reception"]);
}

#[test]
fn no_entry_without_its_place() {
    let mut record = Record::in_memory().unwrap();
    record.add(&document("1", TEXT), &reading(TEXT, "a", &[("e1", "reception")])).unwrap();
    let mut entry = Entry {
        subject: "SAU".into(),
        property: "capital".into(),
        value: "Riyadh".into(),
        original: "الرياض".into(),
        lang: Some("ar".into()),
        provenance: Provenance::Words { document: "1".into(), version: 9, field: Field::Text, span: [0, 1] },
        valid_from: None,
        valid_to: None,
    };
    assert_eq!(record.enter(&entry).unwrap_err().code(), "record/not-recorded");
    entry.provenance = Provenance::Row { sha256: "0".repeat(64), line: 1, column: 1 };
    assert_eq!(record.enter(&entry).unwrap_err().code(), "record/not-recorded");
    entry.provenance =
        Provenance::Words { document: "1".into(), version: 1, field: Field::Text, span: [2, 1] };
    assert!(
        matches!(record.enter(&entry), Err(StoreError::Sql(_))),
        "the table itself refuses a span that is none"
    );
    entry.provenance =
        Provenance::Words { document: "1".into(), version: 1, field: Field::Text, span: [0, 12] };
    record.enter(&entry).unwrap();
    assert_eq!(record.entries("SAU").unwrap(), [entry]);
    let lines = record.entries("e1").unwrap();
    assert!(lines.iter().any(|line| line.property == "date" && line.value == "2026-01-15"));
}

fn tables() -> mahdar_names::Tables {
    mahdar_names::Tables::compile(&mahdar_data::files("names")).expect("the embedded tables are whole")
}

#[test]
fn a_person_is_found_without_marks_and_in_any_order() {
    let mut record = Record::in_memory().unwrap();
    record.add(&document("1", TEXT), &reading(TEXT, "a", &[("e1", "reception")])).unwrap();
    let found = record.person_search(&tables(), "وَزير").unwrap();
    assert_eq!(found.len(), 1);
    assert_eq!((found[0].party.as_deref(), found[0].events.len()), (Some("SAU"), 1));
    assert_eq!(found[0].sightings[0].day.as_deref(), Some("2026-01-15"));
    assert!(record.person_search(&tables(), "").unwrap().is_empty());
    assert!(record.person_search(&tables(), "سفير").unwrap().is_empty());
}

#[test]
fn a_missing_a_newer_and_a_damaged_record_are_told_apart_and_left_alone() {
    let folder = tempfile::tempdir().unwrap();
    let code = |path: &std::path::Path| match Record::open(path) {
        Ok(_) => panic!("{} should not open", path.display()),
        Err(error) => error.code(),
    };
    let missing = folder.path().join("none.sqlite");
    assert_eq!(code(&missing), "record/missing");
    assert!(!missing.exists(), "looking for a record makes none");

    let damaged = folder.path().join("damaged.sqlite");
    std::fs::write(
        &damaged,
        "this is no database, though it is long enough to look like one to a reader in a hurry. ".repeat(9),
    )
    .unwrap();
    let before = std::fs::read(&damaged).unwrap();
    assert_eq!(code(&damaged), "record/damaged");
    assert!(matches!(Record::create_or_open(&damaged), Err(StoreError::Damaged { .. })));
    assert_eq!(std::fs::read(&damaged).unwrap(), before);

    let newer = folder.path().join("newer.sqlite");
    drop(Record::create_or_open(&newer).unwrap());
    let connection = rusqlite::Connection::open(&newer).unwrap();
    connection.pragma_update(None, "user_version", 99).unwrap();
    drop(connection);
    assert_eq!(code(&newer), "record/newer-version");
    assert!(matches!(Record::create_or_open(&newer), Err(StoreError::NewerVersion { found: 99, .. })));

    let foreign = folder.path().join("foreign.sqlite");
    let connection = rusqlite::Connection::open(&foreign).unwrap();
    connection.execute_batch("create table notes (text text)").unwrap();
    drop(connection);
    assert_eq!(code(&foreign), "record/damaged");
}

#[test]
fn a_second_writer_waits_and_both_are_kept() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("record.sqlite");
    let write = |from: usize| {
        let path = path.clone();
        std::thread::spawn(move || {
            let mut record = Record::create_or_open(&path).unwrap();
            for n in from..from + 20 {
                record.add(&document(&n.to_string(), &format!("text {n}")), &Reading::default()).unwrap();
            }
        })
    };
    let writers = [write(0), write(100)];
    writers.into_iter().for_each(|writer| writer.join().unwrap());
    let record = Record::open(&path).unwrap();
    assert_eq!(record.documents().unwrap().len(), 40);
    record.check().unwrap();
}

#[test]
fn many_may_make_one_new_record_at_once() {
    let folder = tempfile::tempdir().unwrap();
    for n in 0..40 {
        let path = folder.path().join(format!("{n}.sqlite"));
        let start = std::sync::Barrier::new(6);
        std::thread::scope(|scope| {
            for _ in 0..6 {
                scope.spawn(|| {
                    start.wait();
                    Record::create_or_open(&path).unwrap().check().unwrap();
                });
            }
        });
    }
}

#[test]
fn a_broken_page_is_found_and_named() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("record.sqlite");
    let mut record = Record::create_or_open(&path).unwrap();
    for n in 0..50 {
        record
            .add(&document(&n.to_string(), &format!("{n} {}", TEXT.repeat(40))), &Reading::default())
            .unwrap();
    }
    drop(record);
    let mut bytes = std::fs::read(&path).unwrap();
    let middle = bytes.len() / 2;
    bytes[middle..].fill(0xAA);
    std::fs::write(&path, &bytes).unwrap();
    let found = Record::open(&path).and_then(|record| record.check());
    assert_eq!(found.unwrap_err().code(), "record/damaged");
}

#[test]
fn what_was_published_cannot_be_changed_or_deleted() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("record.sqlite");
    Record::create_or_open(&path).unwrap().add(&document("1", TEXT), &Reading::default()).unwrap();
    let connection = rusqlite::Connection::open(&path).unwrap();
    for question in ["delete from document_versions", "update document_versions set text = ''"] {
        let refusal = connection.execute(question, []).unwrap_err().to_string();
        assert!(refusal.contains("append-only"), "{refusal}");
    }
}

#[test]
fn a_judgement_and_an_id_outlive_the_reading_they_were_made_on() {
    let mut record = Record::in_memory().unwrap();
    let tables = tables();
    record.add(&document("1", TEXT), &reading(TEXT, "a", &[("e1", "reception")])).unwrap();
    let judge = Judge { by: "desk", reason: "by the calendar" };
    let judgement = record.correct(&tables, "e1", "date", "2026-01-14", judge).unwrap();
    let day = |record: &Record| {
        let events = record.events_between("SAU", "KAZ").unwrap();
        events[0].day().map(str::to_string)
    };
    assert_eq!(day(&record).as_deref(), Some("2026-01-14"));
    // Other packs give the event another id and mode; the text is the same.
    record.reread("b", |_| reading(TEXT, "b", &[("e2", "talks")])).unwrap();
    assert_eq!(day(&record).as_deref(), Some("2026-01-14"), "obeyed by a later reading");
    assert_eq!(record.address("e1").unwrap().mark.id, "e2", "the old id leads to what became of it");
    // A new version of the document has other words around it.
    let changed = format!("في الرياض {TEXT}");
    record.add(&document("1", &changed), &reading(&changed, "b", &[("e3", "talks")])).unwrap();
    assert_eq!(day(&record).as_deref(), Some("2026-01-14"), "obeyed by a new version");
    for id in ["e1", "e2", "e3"] {
        assert_eq!(record.address(id).unwrap().mark.id, "e3");
    }
    record.undo(&judgement.id, judge).unwrap();
    assert_eq!(day(&record).as_deref(), Some("2026-01-15"));
    let again = record.undo(&judgement.id, judge).unwrap_err();
    assert_eq!(again.code(), "record/already-undone");
}

#[test]
fn an_event_that_is_no_longer_read_is_told_to_be_gone() {
    let mut record = Record::in_memory().unwrap();
    record.add(&document("1", TEXT), &reading(TEXT, "a", &[("e1", "reception")])).unwrap();
    record.reread("b", |_| reading(TEXT, "b", &[])).unwrap();
    assert_eq!(record.address("e1").unwrap_err().code(), "record/mention-gone");
    assert_eq!(record.address("e9").unwrap_err().code(), "record/unknown-id");
}

#[test]
fn a_name_is_found_by_its_keys_and_only_where_it_still_stands() {
    let mut record = Record::in_memory().unwrap();
    let tables = tables();
    let named = |name: &str, hash: &str| {
        let mut reading = Reading::default();
        reading.document.lang = Some("en".into());
        reading.document.reader.hash = hash.into();
        reading.persons = vec![Person {
            name: words(name, name),
            named: vec![words(name, name)],
            party: Some("KAZ".into()),
            ..Person::default()
        }];
        reading
    };
    for (id, name) in
        [("1", "Yerzhan Sadenov"), ("2", "Ержан Саденов"), ("3", "إرجان سادينوف"), ("4", "Marat Sultanov")]
    {
        record.add(&document(id, name), &named(name, "a")).unwrap();
    }
    let found = |record: &Record, name: &str| -> Vec<String> {
        let found = record.person_search(&tables, name).unwrap();
        let mut ids: Vec<String> =
            found.iter().flat_map(|p| &p.sightings).map(|s| s.document.clone()).collect();
        ids.sort();
        ids
    };
    // By sound from another script, by the beginning of a word, and somebody else.
    assert_eq!(found(&record, "Yerzhan Sadenov"), ["1", "2", "3"]);
    assert_eq!(found(&record, "Сад"), ["1", "2", "3"]);
    assert_eq!(found(&record, "Sultanov"), ["4"]);
    // What came later is found without anybody asking for keys; what is no longer read is not.
    record.add(&document("5", "Саденов Ержан"), &named("Саденов Ержан", "a")).unwrap();
    assert_eq!(found(&record, "Yerzhan Sadenov"), ["1", "2", "3", "5"]);
    record.reread("b", |doc| if doc.id == "2" { Reading::default() } else { named(&doc.text, "b") }).unwrap();
    assert_eq!(found(&record, "Sadenov"), ["1", "3", "5"]);
}

#[test]
fn events_of_a_pair_come_in_pieces_in_one_order() {
    let mut record = Record::in_memory().unwrap();
    for n in 1..=5 {
        let mut told = reading(TEXT, "a", &[(&format!("e{n}"), "reception")]);
        if let Some(date) = &mut told.events[0].date {
            date.value = format!("2026-01-1{n}");
        }
        let text = format!("{TEXT} {n}");
        record.add(&document(&n.to_string(), &text), &told).unwrap();
    }
    let ids = |events: Vec<mahdar_store::RecordedEvent>| -> Vec<String> {
        events.iter().map(|e| e.event().id.clone()).collect()
    };
    assert_eq!(ids(record.events_between("SAU", "KAZ").unwrap()), ["e5", "e4", "e3", "e2", "e1"]);
    assert_eq!(ids(record.events_between_from("KAZ", "SAU", 2, 1).unwrap()), ["e4", "e3"]);
    assert_eq!(record.n_events_between("KAZ", "SAU").unwrap(), 5);
}
