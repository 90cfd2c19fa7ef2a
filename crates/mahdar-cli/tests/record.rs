//! `mahdar add`, `record reread`, `doctor`: the record through the commands.

#![allow(clippy::unwrap_used, reason = "a test may stop at the first surprise")]

mod common;

use common::Place;

const MEETING: &str = "لقاء\nاستقبل وزير الخارجية المصري نظيره الكازاخستاني في القاهرة اليوم.";

#[test]
fn adding_twice_changes_nothing() {
    let place = Place::new();
    place.write("a.txt", MEETING);
    assert_eq!(
        place.run("add --record r.sqlite a.txt").is_fine().out,
        "1 new, 0 in a new version, 0 read anew, 0 unchanged\n"
    );
    assert_eq!(
        place.run("add --record r.sqlite a.txt").is_fine().out,
        "0 new, 0 in a new version, 0 read anew, 1 unchanged\n"
    );
}

#[test]
fn a_changed_document_is_a_new_version() {
    let place = Place::new();
    let line = |text: &str| format!("{{\"id\":\"1\",\"source\":\"Ministry\",\"text\":\"{text}\"}}\n");
    place.run_with("add --record r.sqlite -", line("نص").as_bytes()).is_fine();
    let ran = place.run_with("add --json --record r.sqlite -", line("نص آخر").as_bytes());
    let added = &ran.is_fine().json()[0];
    assert_eq!((added["what"].as_str(), added["version"].as_u64()), (Some("new-version"), Some(2)));
}

#[test]
fn the_default_record_lies_in_the_data_folder() {
    let place = Place::new();
    place.write("a.txt", MEETING);
    place.run("add a.txt").is_fine();
    assert!(place.path().join("share/mahdar/record.sqlite").exists());
    let ran = place.run("doctor");
    assert!(ran.is_fine().out.contains("1 documents in 1 versions"), "{ran:?}");
}

#[test]
fn readings_of_the_same_packs_are_current() {
    let place = Place::new();
    place.write("a.txt", MEETING);
    place.run("add --record r.sqlite a.txt").is_fine();
    let report = &place.run("record reread --json --record r.sqlite").json()[0];
    assert_eq!((report["documents_read"].as_u64(), report["documents_current"].as_u64()), (Some(0), Some(1)));
}

#[test]
fn nobody_found_is_an_answer() {
    let place = Place::new();
    place.write("a.txt", MEETING);
    place.run("add --record r.sqlite a.txt").is_fine();
    assert!(place.run("who --record r.sqlite Nobody").is_fine().out.starts_with("nobody in the record"));
    assert_eq!(
        place.run("who --record r.sqlite --json Nobody").json()[0]["persons"].as_array().unwrap().len(),
        0
    );
}

#[test]
fn a_person_has_offices_and_meetings() {
    let place = Place::new();
    let archive = concat!(env!("CARGO_MANIFEST_DIR"), "/../../examples/archive");
    place.run(&format!("add --record r.sqlite {archive}")).is_fine();
    let found = &place.run("who --record r.sqlite --json Yerzhan Sadenov").json()[0]["persons"][0];
    assert_eq!(found["party"], "KAZ", "{found}");
    assert_eq!(found["offices"][0]["office"]["institution"], "interior", "{found}");
    let event = &found["events"][0];
    assert_eq!(
        (event["event"]["type"].as_str(), event["event"]["date"]["value"].as_str()),
        (Some("MEET"), Some("2025-12-18"))
    );
    let words = place.run("who --record r.sqlite Sadenov");
    assert!(words.is_fine().out.contains("2025-12-18  MEET happened  SAU x KAZ"), "{words:?}");
}

#[test]
fn better_packs_change_only_what_they_read_better() {
    let place = Place::new();
    let texts = "{\"id\":\"received\",\"lang\":\"ar\",\"text\":\"استقبل وزير الخارجية المصري نظيره الكازاخستاني في القاهرة.\"}\n\
                 {\"id\":\"signed\",\"lang\":\"ar\",\"text\":\"وقعت مصر وكازاخستان مذكرة تفاهم في أستانا.\"}\n";
    // The older packs lack every form of one verb.
    for (path, content) in mahdar_data::files("") {
        let older = path == "lang/ar/events/meet.toml";
        let kept = |line: &&str| !older || !line.contains("استقبل");
        place.write(&format!("older/{path}"), content.lines().filter(kept).collect::<Vec<_>>().join("\n"));
    }
    place.run_with("add --record r.sqlite --packs older -", texts.as_bytes()).is_fine();
    let report = &place.run("record reread --json --record r.sqlite").json()[0];
    assert_eq!(report["documents_read"], 2, "{report}");
    let changed: Vec<&str> = report["changed"]
        .as_array()
        .unwrap()
        .iter()
        .map(|change| change["document"].as_str().unwrap())
        .collect();
    assert!(!changed.is_empty() && changed.iter().all(|id| *id == "received"), "{report}");
    assert_eq!(report["n_events_same"], 1, "{report}");
    let again = &place.run("record reread --json --record r.sqlite").json()[0];
    assert_eq!((again["documents_read"].as_u64(), again["documents_current"].as_u64()), (Some(0), Some(2)));
}

#[test]
fn clusters_name_what_came_together_and_their_spans_cut_it() {
    let place = Place::new();
    let document = |id: &str, lang: &str, text: &str| {
        format!("{{\"id\":\"{id}\",\"lang\":\"{lang}\",\"published\":\"2024-02-14\",\"text\":\"{text}\"}}\n")
    };
    let ar = "استقبل الرئيس المصري عبد الفتاح السيسي، اليوم، الرئيس التركي رجب طيب أردوغان.";
    let ru =
        "Президент Египта Абдель Фаттах ас-Сиси принял сегодня президента Турции Реджепа Тайипа Эрдогана.";
    let lines = document("a", "ar", ar) + &document("b", "ru", ru);
    place.run_with("add --record r.sqlite -", lines.as_bytes()).is_fine();
    let ran = place.run("record clusters --json --record r.sqlite");
    let clusters = ran.is_fine().json();
    for cluster in &clusters {
        for mention in cluster["mentions"].as_array().into_iter().flatten() {
            let text = if mention["doc"] == "a" { ar } else { ru };
            let at = |n: usize| usize::try_from(mention["span"][n].as_u64().unwrap()).unwrap();
            assert_eq!(&text[at(0)..at(1)], mention["text"].as_str().unwrap());
        }
    }
    let whole = |kind: &str| {
        let of_kind = clusters.iter().filter(|c| c["kind"] == kind);
        of_kind.map(|c| c["mentions"].as_array().unwrap().len()).collect::<Vec<_>>()
    };
    assert_eq!((whole("person"), whole("event")), (vec![2, 2], vec![2]));
    let who = place.run("who --record r.sqlite Recep Tayyip Erdoğan").is_fine().out.clone();
    assert!(who.contains("Реджепа Тайипа Эрдогана") && who.contains("رجب طيب أردوغان"), "{who}");
}
