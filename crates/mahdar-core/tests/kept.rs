//! Packs that were compiled when a program was built read as those that are compiled from their files.

#![allow(clippy::unwrap_used, reason = "a test may stop at the first surprise")]

use std::fs;
use std::path::Path;

use mahdar_core::{Kept, Packs, SourceDocument, read};

fn files() -> Vec<(String, String)> {
    mahdar_data::files("")
}

/// Packs of what a build kept; of bytes that live as long as the program, as embedded ones do.
fn embedded(kept: Kept) -> Packs {
    let packs: Vec<(String, &'static [u8])> =
        kept.packs.into_iter().map(|(lang, bytes)| (lang, &*bytes.leak())).collect();
    let packs: Vec<(&str, &'static [u8])> =
        packs.iter().map(|(lang, bytes)| (lang.as_str(), *bytes)).collect();
    Packs::embedded(&kept.index, &packs, files).unwrap()
}

/// The texts of the sample archive and every example of every frame, in four languages.
fn documents() -> Vec<SourceDocument> {
    let archive = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../examples/archive");
    let lines = ["egy-tur.jsonl", "others.jsonl", "rus-kaz.jsonl", "sau-irn.jsonl", "sau-kaz.jsonl"]
        .map(|name| fs::read_to_string(archive.join(name)).unwrap())
        .concat();
    let archived = lines.lines().filter(|l| !l.is_empty()).map(|l| serde_json::from_str(l).unwrap());
    let packs = Packs::prepare(files()).unwrap();
    let examples = packs.languages.iter().filter_map(|l| l.pack()).flat_map(|pack| {
        let told = pack.frames.iter().flat_map(|frame| frame.example.iter().chain(&frame.counterexample));
        told.enumerate().map(|(i, example)| SourceDocument {
            id: format!("{}-{i}", pack.lang),
            lang: Some(pack.lang.clone()),
            text: example.text.clone(),
            ..SourceDocument::default()
        })
    });
    archived.chain(examples).collect()
}

#[test]
fn kept_packs_read_as_compiled_ones() {
    let compiled = Packs::compile(files()).unwrap();
    let kept = embedded(compiled.keep());
    assert_eq!(kept.hash, Packs::prepare(files()).unwrap().hash);
    let documents = documents();
    assert!(documents.len() > 800, "{}", documents.len());
    let mut n_events = 0;
    for document in &documents {
        let expected = read(document, &compiled);
        n_events += expected.events.len();
        let (expected, found) =
            (serde_json::to_string(&expected), serde_json::to_string(&read(document, &kept)));
        assert_eq!(found.unwrap(), expected.unwrap(), "{}: {}", document.id, document.text);
    }
    assert!(n_events > 500, "{n_events}");
}

/// Bytes of another program, or cut short, are no pack: its files are.
#[test]
fn a_pack_that_cannot_be_unpacked_is_compiled() {
    let mut kept = Packs::prepare(files()).unwrap().keep();
    for (_, bytes) in &mut kept.packs {
        bytes.truncate(bytes.len() / 2);
    }
    let packs = embedded(kept);
    let document = SourceDocument {
        lang: Some("ar".to_string()),
        text: "استقبل وزير الخارجية الأردني نظيره القطري في عمّان.".to_string(),
        ..SourceDocument::default()
    };
    assert_eq!(read(&document, &packs).events.len(), 1);
}
