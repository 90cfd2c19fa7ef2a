//! Bad input gets a code, a place and a help, the exit code that is documented, and harms nothing.

#![allow(clippy::unwrap_used, reason = "a test may stop at the first surprise")]

mod common;

use common::Place;
use encoding_rs::{WINDOWS_1251, WINDOWS_1256};

const ARABIC: &str =
    "لقاء في الوزارة\nاستقبل وزير الخارجية في مكتبه بالوزارة سفير الدولة الصديقة، وبحثا سبل تعزيز التعاون.";
const RUSSIAN: &str = "Встреча в министерстве\nМинистр иностранных дел принял в своём кабинете посла и обсудил с ним сотрудничество.";

#[test]
fn an_empty_file() {
    let place = Place::new();
    place.write("empty.txt", "");
    place.run("read empty.txt").fails(1, "source/empty", "empty.txt");
    place.run_with("read -", b"").fails(1, "source/empty", "-");
}

#[test]
fn binary_junk() {
    let place = Place::new();
    let junk: Vec<u8> = (0..4096u32).map(|n| (n.wrapping_mul(2_654_435_761) >> 24) as u8).collect();
    for name in ["junk.txt", "junk.html", "junk.jsonl"] {
        place.write(name, &junk);
        place.run(&format!("read {name}")).fails(1, "source/binary", name);
    }
    place.write("junk.docx", &junk);
    place.run("read junk.docx").fails(1, "source/broken-docx", "junk.docx");
}

#[test]
fn a_document_of_twenty_megabytes_is_read() {
    let place = Place::new();
    // One sentence a line; nothing in it is an event, so that only its size is tried.
    let line = "لا خبر في هذا السطر سوى أنه طويل.\n";
    place.write("large.txt", line.repeat((20 << 20) / line.len()));
    let ran = place.run("read --format jsonl large.txt");
    assert_eq!(ran.is_fine().json().len(), 1);
}

#[test]
fn a_document_beyond_the_bound_is_refused() {
    let place = Place::new();
    place.write("large.txt", vec![b'a'; 65 << 20]);
    place.run("read large.txt").fails(1, "source/too-large", "large.txt");
}

#[test]
fn old_encodings_are_read_right() {
    let place = Place::new();
    for (name, text, encoding) in [("ar.txt", ARABIC, WINDOWS_1256), ("ru.txt", RUSSIAN, WINDOWS_1251)] {
        place.write(name, encoding.encode(text).0);
        let ran = place.run(&format!("read --with-text {name}"));
        let document = &ran.is_fine().json()[0]["document"];
        let (title, body) = text.split_once('\n').unwrap();
        assert_eq!((document["title"].as_str(), document["text"].as_str()), (Some(title), Some(body)));
        assert!(ran.err.contains(&format!("note[source/guessed-encoding]: {name}: ")), "{ran:?}");
    }
    let page = |label: &str, text: &str| {
        format!("<html><head><meta charset={label}><title>x</title></head><body><p>{text}</p></body></html>")
    };
    for (name, text, encoding) in [("ar.html", ARABIC, WINDOWS_1256), ("ru.html", RUSSIAN, WINDOWS_1251)] {
        place.write(name, encoding.encode(&page(encoding.name(), text)).0);
        let ran = place.run(&format!("read --with-text {name}"));
        let found = ran.is_fine().json()[0]["document"]["text"].to_string();
        assert!(found.contains(text.split_once('\n').unwrap().1), "{found}");
        assert_eq!(ran.err, "");
    }
}

#[test]
fn a_broken_line_is_named_and_the_others_are_read() {
    let place = Place::new();
    let lines = "{\"id\":\"1\",\"title\":\"\",\"text\":\"نص\"}\n{\"id\":\"2\",\n{\"id\":\"3\",\"title\":\"ن\",\"text\":\"\"}\n";
    place.write("archive.jsonl", lines);
    let ran = place.run("read archive.jsonl");
    ran.fails(3, "source/broken-line", "archive.jsonl:2");
    let ids: Vec<_> = ran.json().iter().map(|reading| reading["document"]["id"].clone()).collect();
    assert_eq!(ids, ["1", "3"]);
}

#[test]
fn one_lost_file_of_two() {
    let place = Place::new();
    place.write("a.txt", ARABIC);
    let ran = place.run("read nowhere.txt a.txt");
    ran.fails(3, "source/not-found", "nowhere.txt");
    assert_eq!(ran.json().len(), 1);
}

#[test]
fn an_unknown_language() {
    let place = Place::new();
    place.write("a.txt", ARABIC);
    place.run("read --lang tlh a.txt").fails(2, "argument/unknown-language", "tlh");
    assert_eq!(place.run("read --lang tlh a.txt").out, "");
}

#[test]
fn a_day_that_is_none() {
    let place = Place::new();
    place.write("a.txt", ARABIC);
    place.run("read --published 15/1/2026 a.txt").fails(2, "argument/not-a-date", "--published");
}

#[test]
fn a_missing_record_is_not_made() {
    let place = Place::new();
    for command in
        ["who --record none.sqlite name", "record reread --record none.sqlite", "doctor --record none.sqlite"]
    {
        place.run(command).fails(1, "record/missing", "none.sqlite");
        assert!(!place.path().join("none.sqlite").exists());
    }
    place.run("who name").fails(1, "record/missing", "share/mahdar/record.sqlite");
}

#[test]
fn nothing_read_makes_no_record() {
    let place = Place::new();
    place.run("add --record r.sqlite nowhere.txt").fails(1, "source/not-found", "nowhere.txt");
    assert!(!place.path().join("r.sqlite").exists());
}

#[test]
fn a_record_of_a_newer_version_is_not_touched() {
    let place = Place::new();
    place.write("a.txt", ARABIC);
    place.run("add --record r.sqlite a.txt").is_fine();
    let mut bytes = place.read("r.sqlite");
    // The header of an SQLite file keeps the version of the layout in bytes 60 to 63.
    bytes[60..64].copy_from_slice(&99u32.to_be_bytes());
    place.write("r.sqlite", &bytes);
    for command in
        ["add --record r.sqlite a.txt", "who --record r.sqlite name", "record reread --record r.sqlite"]
    {
        place.run(command).fails(1, "record/newer-version", "r.sqlite");
        assert_eq!(place.read("r.sqlite"), bytes);
    }
}

#[test]
fn a_file_that_is_no_record_is_not_touched() {
    let place = Place::new();
    place.write("a.txt", ARABIC);
    place.write("letter.sqlite", "this is a letter and not a record".repeat(100));
    let before = place.read("letter.sqlite");
    place.run("add --record letter.sqlite a.txt").fails(1, "record/damaged", "letter.sqlite");
    assert_eq!(place.read("letter.sqlite"), before);
}
