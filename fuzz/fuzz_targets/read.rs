//! Any bytes, taken as a title and a text: reading never panics, and every span cuts the words it shows.

#![no_main]

use std::sync::LazyLock;

use libfuzzer_sys::fuzz_target;
use mahdar_core::{Packs, SourceDocument, read};
use serde_json::Value;

static PACKS: LazyLock<Packs> =
    LazyLock::new(|| Packs::compile(mahdar_data::files("")).expect("the packs of the house compile"));

fuzz_target!(|bytes: &[u8]| {
    // The first byte chooses the language, or leaves it to be found out.
    let Some((choice, rest)) = bytes.split_first() else { return };
    let lang = PACKS.languages.get(usize::from(*choice) % (PACKS.languages.len() + 1)).map(|p| p.lang.clone());
    let words = String::from_utf8_lossy(rest);
    let (title, text) = words.split_once('\n').unwrap_or(("", &words));
    let document = SourceDocument {
        lang,
        title: title.to_string(),
        text: text.to_string(),
        published: Some("2026-01-15".to_string()),
        ..SourceDocument::default()
    };
    let reading = serde_json::to_value(read(&document, &PACKS)).expect("a reading is JSON");
    check(&reading, &document);
});

/// Cuts every object that has a span and shows words.
fn check(value: &Value, document: &SourceDocument) {
    match value {
        Value::Array(list) => list.iter().for_each(|item| check(item, document)),
        Value::Object(object) => {
            let span = object.get("span").and_then(Value::as_array);
            let shown = ["text", "title"].iter().find_map(|key| object.get(*key)?.as_str());
            if let (Some([from, to]), Some(shown)) = (span.map(Vec::as_slice), shown) {
                let in_title = object.get("in").and_then(Value::as_str) == Some("title");
                let whole = if in_title { &document.title } else { &document.text };
                let bound = |n: &Value| n.as_u64().and_then(|n| usize::try_from(n).ok()).expect("a place");
                assert_eq!(whole.get(bound(from)..bound(to)), Some(shown));
            }
            object.values().for_each(|item| check(item, document));
        }
        _ => {}
    }
}
