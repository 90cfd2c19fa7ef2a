//! `mahdar brief`: from a folder or a record, in each format.

#![allow(clippy::unwrap_used, reason = "a test may stop at the first surprise")]

mod common;

use common::Place;

const MEETING: &str = "لقاء\nاستقبل وزير الخارجية المصري نظيره الكازاخستاني في القاهرة يوم 15 يناير 2026.";

fn archive() -> Place {
    let place = Place::new();
    place.write("archive/a.txt", MEETING);
    place
}

#[test]
fn a_folder_is_enough() {
    let place = archive();
    let ran = place.run("brief EGY KAZ --from archive");
    assert!(ran.is_fine().out.starts_with("مصر وكازاخستان\n"), "{ran:?}");
    assert_eq!(ran.err, "");
    assert!(!place.path().join("share").exists(), "a brief from a folder leaves no record behind");
}

#[test]
fn the_record_gives_the_same_brief() {
    let place = archive();
    place.run("add --record r.sqlite archive").is_fine();
    let from_record = place.run("brief EGY KAZ --record r.sqlite --format json");
    let from_folder = place.run("brief EGY KAZ --from archive --format json");
    assert_eq!(from_record.is_fine().out, from_folder.is_fine().out);
}

#[test]
fn the_file_name_tells_the_format() {
    let place = archive();
    for (name, beginning) in
        [("b.html", "<!doctype html>"), ("b.json", "{"), ("b.txt", "Egypt and Kazakhstan")]
    {
        let ran = place.run(&format!("brief egy kaz --from archive --lang en -o {name}"));
        assert_eq!(ran.is_fine().out, "");
        let written = String::from_utf8(place.read(name)).unwrap();
        assert!(written.to_lowercase().starts_with(&beginning.to_lowercase()), "{name}: {written:.80}");
    }
}

#[test]
fn a_file_that_cannot_be_written_is_named() {
    let place = archive();
    let ran = place.run("brief EGY KAZ --from archive -o nowhere/b.html");
    ran.fails(1, "output/unwritable", "nowhere/b.html");
}

#[test]
fn a_pair_with_nothing_says_so() {
    let place = archive();
    let ran = place.run("brief FRA DEU --from archive --format json");
    let brief: serde_json::Value = serde_json::from_str(&ran.is_fine().out).unwrap();
    assert!(brief["gaps"].to_string().contains("nothing-recorded"), "{brief}");
}

#[test]
fn states_and_languages_are_checked_before_anything_is_read() {
    let place = archive();
    place.run("brief EGY KAS --from archive").fails(2, "argument/unknown-state", "KAS");
    place.run("measure EGY KAS").fails(2, "argument/unknown-state", "KAS");
    place.run("brief EGY egy --from archive").fails(2, "argument/same-state", "EGY");
    place.run("brief EGY KAZ --from archive --lang tlh").fails(2, "argument/unknown-language", "tlh");
    place.run("brief EGY KAZ --from archive --as-of today").fails(2, "argument/not-a-date", "--as-of");
    place.run("brief EGY KAZ").fails(1, "record/missing", "record.sqlite");
}

#[test]
fn a_lost_file_is_said_and_the_brief_is_written() {
    let place = archive();
    place.write("archive/empty.txt", "");
    let ran = place.run("brief EGY KAZ --from archive");
    ran.fails(3, "source/empty", "archive/empty.txt");
    assert!(ran.out.starts_with("مصر وكازاخستان\n"));
    place.run("brief EGY KAZ --from nowhere").fails(1, "source/nothing-read", "nowhere");
}
