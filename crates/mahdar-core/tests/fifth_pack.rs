//! A language is data: a small pack that only this test loads is read as the four of the project are, without a line of Rust for it.

#![allow(clippy::unwrap_used, reason = "a test may stop at the first surprise")]

use std::path::Path;

use mahdar_core::Packs;
use mahdar_core::trial::{self, Outcome, Trial};

const LANG: &str = "tr";

/// The files of the pack by their paths below the data folder.
fn files(folder: &Path, prefix: &str, found: &mut Vec<(String, String)>) {
    for entry in std::fs::read_dir(folder).unwrap().map(Result::unwrap) {
        let name = format!("{prefix}/{}", entry.file_name().to_string_lossy());
        if entry.path().is_dir() {
            files(&entry.path(), &name, found);
        } else {
            found.push((name, std::fs::read_to_string(entry.path()).unwrap()));
        }
    }
}

fn folder() -> Vec<(String, String)> {
    let mut own = Vec::new();
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/packs").join(LANG);
    files(&folder, &format!("lang/{LANG}"), &mut own);
    own.sort();
    own
}

fn pack() -> (Packs, Vec<Trial>) {
    let mut own = folder();
    let mut trials = Vec::new();
    for (path, text) in &own {
        let (more, remarks) = if path.ends_with(".md") {
            trial::cases(path, LANG, text)
        } else if path.contains("/events/") {
            trial::examples(path, LANG, text, &[])
        } else {
            continue;
        };
        assert_eq!(remarks, [], "{path}");
        trials.extend(more);
    }
    own.retain(|(path, _)| path.ends_with(".toml"));
    // Beside the four: none of them takes its sentences, and it takes none of theirs.
    own.extend(mahdar_data::files(""));
    (Packs::compile(own).unwrap(), trials)
}

#[test]
fn three_sentences_of_a_fifth_language_are_read_from_its_folder_alone() {
    let (packs, trials) = pack();
    assert!(packs.diagnostics.is_empty(), "{:?}", packs.diagnostics);
    assert!(trials.len() >= 3);
    for one in &trials {
        assert_eq!(trial::run(one, &packs), Outcome::Passed, "{}", one.name);
        assert!(one.known_wrong.is_none(), "{}", one.name);
    }
}

#[test]
fn its_sentences_tell_their_language() {
    let (packs, trials) = pack();
    for one in trials.iter().filter(|t| t.kind == trial::Kind::Case) {
        let mut document = one.document.clone();
        document.lang = None;
        let reading = mahdar_core::read(&document, &packs);
        assert_eq!(reading.document.lang.as_deref(), Some(LANG), "{}", one.name);
    }
}

#[test]
fn a_frame_that_is_like_another_takes_its_words_and_tells_where_it_cannot() {
    let compiled = |frame: &str| {
        let mut own = folder();
        own.retain(|(path, _)| path.ends_with(".toml"));
        let events = format!(
            "type = \"MEET\"\n[[frame]]\n{frame}\n[frame.roles]\nhost = [\"dat\"]\nguest = [\"subject\"]\n"
        );
        own.push((format!("lang/{LANG}/events/meet-like.toml"), events));
        Packs::compile(own)
    };
    // The words of both frames tell an event, one of them by other endings.
    let packs = compiled("id = \"tr.meet.like\"\nlike = \"tr.meet.receive\"").unwrap();
    let text = "Norveç Dışişleri Bakanı Kenya Dışişleri Bakanı'na kabul etti.";
    let document =
        mahdar_core::SourceDocument { lang: Some(LANG.into()), text: text.into(), ..Default::default() };
    let reading = mahdar_core::read(&document, &packs);
    let told: Vec<&str> = reading.events.iter().map(|e| e.method.as_str()).collect();
    assert!(told.iter().any(|m| m.contains("tr.meet.like")), "{told:?}");
    for (frame, what) in [
        ("id = \"tr.meet.like\"\nlike = \"tr.meet.nobody\"", "no frame of that id"),
        ("id = \"tr.meet.like\"\nlike = \"tr.meet.receive\"\nverb = [\"geldi\"]", "words of its own"),
    ] {
        let error = compiled(frame).unwrap_err();
        assert_eq!(error.code(), "pack/shape");
        let message = error.to_string();
        assert!(message.contains("meet-like.toml") && message.contains(what), "{message}");
    }
}
