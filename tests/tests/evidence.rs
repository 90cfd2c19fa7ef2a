//! Every line of a brief leads to the words or the cells it came from.

#![allow(clippy::unwrap_used, reason = "a test stops at the first surprise, in its helpers too")]

use mahdar_core::resolve::Tables;
use mahdar_core::{
    Agreement, Claim, Event, EventDate, Field, Office, Participant, Person, Place, Reading, Side,
    SourceDocument, Topic, Words,
};
use mahdar_profile::brief::{Brief, Gap};
use mahdar_profile::{Evidence, brief};
use mahdar_sources::indicators;
use mahdar_store::Record;
use serde_json::Value;

const TITLE: &str = "وزير الداخلية يستقبل نظيره الكازاخستاني";
const TEXT: &str = "استقبل الأمير سعود، وزير الداخلية، الخميس في الرياض الفريق إرجان سادينوف وبحثا التعاون الأمني. \
ووقعا مذكرة تفاهم.\nنمو في التبادل التجاري، ومواقف متشابهة تجاه القضايا العالمية.";

fn words(of: &str) -> Words {
    let start = TEXT.find(of).unwrap_or_else(|| panic!("`{of}` stands in the text"));
    Words { text: of.into(), span: [start, start + of.len()], field: Field::Text }
}

fn document(id: &str, published: Option<&str>) -> SourceDocument {
    SourceDocument {
        id: id.into(),
        title: TITLE.into(),
        text: TEXT.into(),
        lang: Some("ar".into()),
        published: published.map(Into::into),
        url: Some(format!("https://example.org/{id}")),
        ..SourceDocument::default()
    }
}

/// A reading of the text as a person would make it.
fn reading(id: &str, day: Option<&str>) -> Reading {
    let person = |name: &str, party: &str, office: Option<&str>| Person {
        name: words(name),
        party: Some(party.into()),
        offices: office
            .map(|title| Office {
                title: words(title),
                position: Some("minister".into()),
                ..Office::default()
            })
            .into_iter()
            .collect(),
        ..Person::default()
    };
    let side = |party: &str, part: &str, person: usize| Side {
        party: Some(party.into()),
        part: part.into(),
        participants: vec![Participant { person, name: String::new(), role: "principal".into() }],
        ..Side::default()
    };
    let date = match day {
        Some(day) => EventDate { value: day.into(), precision: "day".into(), words: words("الخميس") },
        None => EventDate { value: "4".into(), precision: "weekday".into(), words: words("الخميس") },
    };
    let memorandum = words("مذكرة تفاهم");
    let event = Event {
        id: format!("{id}-e"),
        kind: "MEET".into(),
        status: "happened".into(),
        main: true,
        trigger: words("استقبل"),
        also: vec![
            words("وبحثا"),
            Words { text: "يستقبل".into(), span: span_in_title("يستقبل"), field: Field::Title },
        ],
        date: Some(date),
        place: Some(Place { words: words("الرياض"), state: Some("SAU".into()) }),
        sides: vec![side("SAU", "host", 0), side("KAZ", "guest", 1)],
        topics: vec![Topic { topic: "security".into(), words: words("الأمني") }],
        agreements: vec![Agreement {
            title: memorandum.text,
            span: memorandum.span,
            kind: "memorandum".into(),
            status: "signed".into(),
            signatories: vec![0, 1],
            ..Agreement::default()
        }],
        ..Event::default()
    };
    let claim = |of: &str, area: &str, relation: &str, indicator: &str, direction: Option<&str>| Claim {
        area: area.into(),
        relation: relation.into(),
        indicator: Some(indicator.into()),
        direction: direction.map(Into::into),
        pair: vec!["SAU".into(), "KAZ".into()],
        words: words(of),
        ..Claim::default()
    };
    let trade = "trade_cow_musd_imports_of_a_from_b__imports_of_b_from_a";
    Reading {
        persons: vec![person("سعود", "SAU", Some("وزير الداخلية")), person("إرجان سادينوف", "KAZ", None)],
        events: vec![event],
        claims: vec![
            claim("نمو في التبادل التجاري", "trade", "trend", trade, Some("up")),
            claim("مواقف متشابهة تجاه القضايا العالمية", "politics", "level", "votes", None),
        ],
        ..Reading::default()
    }
}

fn span_in_title(of: &str) -> [usize; 2] {
    let start = TITLE.find(of).expect("the words stand in the title");
    [start, start + of.len()]
}

/// Goes through every value of a brief, and cuts each piece of evidence out of the record.
fn follow(record: &Record, value: &Value, n_followed: &mut usize) {
    if let Ok(evidence) = serde_json::from_value::<Evidence>(value.clone()) {
        *n_followed += 1;
        match evidence {
            Evidence::Words(found) => {
                let (title, text) = record.document_text(&found.document, Some(found.version)).unwrap();
                let whole = if found.field == Field::Title { title } else { text };
                assert_eq!(&whole[found.span[0]..found.span[1]], found.text);
                let context = found.context;
                assert_eq!(&whole[context.span[0]..context.span[1]], context.text);
                assert_eq!(&context.text[context.words[0]..context.words[1]], found.text);
            }
            Evidence::Row(found) => {
                let cells = record.cells_of(&found.sha256).unwrap();
                assert_eq!(cells.run(found.line, found.last_line, found.column_number), found.text);
                assert_eq!(cells.cell(1, found.column_number).as_ref(), Some(&found.column));
            }
        }
        return;
    }
    match value {
        Value::Array(list) => list.iter().for_each(|value| follow(record, value, n_followed)),
        Value::Object(map) => map.values().for_each(|value| follow(record, value, n_followed)),
        _ => {}
    }
}

const VOTES_HEADER: &str = "SAUDI ARABIA,KAZAKHSTAN,FRANCE\n";

fn import_small_tables(record: &mut Record) {
    let folder = tempfile::tempdir().unwrap();
    let votes = format!("{VOTES_HEADER}{}", "Y,Y,N\nY,A,N\n".repeat(15));
    std::fs::write(folder.path().join("2021_RAW_COIN.csv"), votes).unwrap();
    let rows: String = (2000..2015).map(|year| format!("670,705,{year},{},1\n", year - 1990)).collect();
    std::fs::write(
        folder.path().join("cow_trade_ndy.csv"),
        format!("ccode1,ccode2,year,flow1,flow2\n{rows}"),
    )
    .unwrap();
    let descriptors = indicators::descriptors(&mahdar_data::files("sources/")).unwrap();
    for source in ["unga_votes_undl_matrix", "trade_cow"] {
        let descriptor = indicators::find(&descriptors, source).unwrap();
        record.import(&indicators::import(folder.path(), descriptor, None).unwrap().tables).unwrap();
    }
}

fn tables() -> Tables {
    Tables::compile(&mahdar_data::files("names")).unwrap()
}

fn brief_of(record: &Record, as_of: Option<&str>) -> Brief {
    brief(record, &tables(), "SAU", "KAZ", as_of).unwrap()
}

#[test]
fn every_line_is_cut_out_of_the_record() {
    let mut record = Record::in_memory().unwrap();
    import_small_tables(&mut record);
    for (id, day) in [("1", "2026-01-15"), ("2", "2026-03-01")] {
        record.add(&document(id, Some(day)), &reading(id, Some(day))).unwrap();
    }
    let brief = brief_of(&record, Some("2026-04-01"));
    let days: Vec<_> =
        brief.meetings.iter().map(|meeting| meeting.date.as_ref().unwrap().value.as_str()).collect();
    assert_eq!(days, ["2026-03-01", "2026-01-15"], "the newest first");
    assert_eq!(brief.meetings[0].agreements[0].signatories, ["سعود", "إرجان سادينوف"]);
    assert_eq!(brief.areas.iter().map(|area| area.area.as_str()).collect::<Vec<_>>(), ["politics", "trade"]);
    assert_eq!(brief.occupancies.len(), 2);
    let minister = &brief.occupancies[0];
    assert_eq!(
        (minister.first_seen.as_deref(), minister.last_seen.as_deref()),
        (Some("2026-01-15"), Some("2026-03-01"))
    );
    assert_eq!(brief.votes.as_ref().unwrap().points[0].same, 15);
    assert_eq!(brief.trade.as_ref().unwrap().points.len(), 15);
    assert_eq!(brief.files.len(), 2);
    assert_eq!(brief.counts.documents, 2);
    let json = serde_json::to_value(&brief).unwrap();
    let mut n_followed = 0;
    follow(&record, &json, &mut n_followed);
    assert!(n_followed > 60, "only {n_followed} pieces of evidence");
    assert_eq!(serde_json::from_value::<Brief>(json).unwrap(), brief);
}

#[test]
fn a_day_cuts_off_what_came_later() {
    let mut record = Record::in_memory().unwrap();
    for (id, day) in [("1", "2026-01-15"), ("2", "2026-03-01")] {
        record.add(&document(id, Some(day)), &reading(id, Some(day))).unwrap();
    }
    let brief = brief_of(&record, Some("2026-02-01"));
    assert_eq!(brief.documents.iter().map(|document| document.id.as_str()).collect::<Vec<_>>(), ["1"]);
    assert_eq!(
        (brief.counts.meetings, brief.counts.not_checked),
        (1, 2),
        "claims without data are not checked"
    );
}

#[test]
fn nothing_recorded_and_one_undated_readout_say_so() {
    let mut record = Record::in_memory().unwrap();
    let brief = brief_of(&record, None);
    assert_eq!(brief.gaps, [Gap::NothingRecorded, Gap::NoVotes, Gap::NoTrade]);
    record.add(&document("1", None), &reading("1", None)).unwrap();
    let brief = brief_of(&record, None);
    assert_eq!(
        brief.gaps,
        [Gap::OneDocument, Gap::UndatedMeeting, Gap::UndatedDocument, Gap::NoVotes, Gap::NoTrade]
    );
    assert_eq!(brief.counts.undated, 1);
    assert_eq!(brief.occupancies[0].first_seen, None);
}
