//! `mahdar read`: formats, order and pipes.

#![allow(clippy::unwrap_used, reason = "a test may stop at the first surprise")]

mod common;

use common::Place;
use std::io::{BufRead, BufReader, Write};
use std::process::Stdio;

const MEETING: &str = "لقاء\nاستقبل وزير الخارجية المصري نظيره الكازاخستاني في القاهرة اليوم.";

#[test]
fn one_line_a_document_in_the_order_of_the_input() {
    let place = Place::new();
    let lines: String =
        (0..500).map(|n| format!("{{\"id\":\"{n}\",\"title\":\"\",\"text\":\"نص\"}}\n")).collect();
    place.write("b.jsonl", &lines);
    place.write("a/2.txt", MEETING);
    place.write("a/10.txt", MEETING);
    let alone = place.run("read -j 1 b.jsonl a");
    let together = place.run("read -j 7 b.jsonl a");
    assert_eq!(alone.is_fine().out, together.is_fine().out);
    let ids: Vec<String> =
        alone.json().iter().map(|reading| reading["document"]["id"].as_str().unwrap().to_string()).collect();
    let expected: Vec<String> =
        (0..500).map(|n| n.to_string()).chain(["10.txt".to_string(), "2.txt".to_string()]).collect();
    assert_eq!(ids, expected);
}

#[test]
fn the_standard_input_is_text_or_json_lines() {
    let place = Place::new();
    let text = place.run_with("read --published 2026-01-15 -", MEETING.as_bytes());
    let head = &text.is_fine().json()[0]["document"];
    assert_eq!((head["title"].as_str(), head["published"].as_str()), (Some("لقاء"), Some("2026-01-15")));
    let lines = place.run_with("read -", "\n {\"id\":\"7\",\"text\":\"نص\"}\n".as_bytes());
    assert_eq!(lines.is_fine().json()[0]["document"]["id"], "7");
}

#[test]
fn text_and_reasons_come_on_request_only() {
    let place = Place::new();
    place.write("a.txt", MEETING);
    let plain = place.run("read a.txt");
    assert!(plain.is_fine().json()[0]["document"].get("text").is_none());
    assert!(!plain.out.contains("\"why\""));
    let why = place.run("read --why a.txt");
    assert_eq!(why.json()[0]["events"][0]["type"], "MEET");
    assert!(!why.json()[0]["events"][0]["why"].as_array().unwrap().is_empty(), "{why:?}");
    let with_text = place.run("read --with-text a.txt");
    assert_eq!(
        with_text.json()[0]["document"]["text"].as_str(),
        MEETING.split_once('\n').map(|(_, text)| text)
    );
}

#[test]
fn rows_have_a_header_and_the_same_number_of_cells() {
    let place = Place::new();
    place.write("a.txt", MEETING);
    for arguments in ["read --format tsv a.txt", "read --format tsv --why a.txt"] {
        let ran = place.run(arguments);
        let mut lines = ran.is_fine().out.lines();
        let header = lines.next().unwrap();
        assert!(header.starts_with("event_id\tdocument_id\tlang\tpublished\tsource\ttype\t"));
        for line in lines {
            assert_eq!(line.matches('\t').count(), header.matches('\t').count(), "{line}");
        }
    }
}

#[test]
fn colours_and_progress_stay_out_of_pipes() {
    let place = Place::new();
    let ran = place.run("read nowhere.txt");
    assert!(!ran.err.contains('\x1b') && !ran.err.contains('\r'), "{ran:?}");
}

#[test]
fn a_reader_that_goes_away_is_no_failure() {
    let place = Place::new();
    let mut child = place
        .command()
        .args(["read", "-"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut stdin = child.stdin.take().unwrap();
    let writer = std::thread::spawn(move || {
        for n in 0..20_000 {
            if writeln!(stdin, "{{\"id\":\"{n}\",\"text\":\"نص\"}}").is_err() {
                break;
            }
        }
    });
    let mut out = BufReader::new(child.stdout.take().unwrap());
    let mut first = String::new();
    out.read_line(&mut first).unwrap();
    drop(out);
    let ended = child.wait_with_output().unwrap();
    writer.join().unwrap();
    assert_eq!((ended.status.code(), String::from_utf8_lossy(&ended.stderr).as_ref()), (Some(0), ""));
    assert!(first.starts_with('{'));
}
