//! What the packs read of composed sentences, `eval/composed/*.toml`, does not become less.
//!
//! The sentences come from the product of a language's orders and parts, so that a rule that helps one sample and harms a
//! construction is seen. The counts that are held to are those in `eval/composed.toml`; the example `compose` writes them.

#![allow(clippy::unwrap_used, reason = "a test may stop at the first surprise")]

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::sync::LazyLock;

use mahdar_core::Packs;
use mahdar_core::trial::{self, Outcome};
use serde::Deserialize;

static PACKS: LazyLock<Packs> = LazyLock::new(|| Packs::compile(mahdar_data::files("")).unwrap());

#[derive(Deserialize, PartialEq, Eq, PartialOrd, Ord)]
struct Count {
    right: usize,
    of: usize,
}

#[test]
fn arabic_reads_what_it_read() {
    check("ar");
}

#[test]
fn english_reads_what_it_read() {
    check("en");
}

#[test]
fn russian_reads_what_it_read() {
    check("ru");
}

#[test]
fn kazakh_reads_what_it_read() {
    check("kk");
}

fn check(lang: &str) {
    let eval = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("../../data/lang/{lang}/eval"));
    let counts = fs::read_to_string(eval.join("composed.toml")).unwrap();
    let counts: BTreeMap<String, Count> = toml::from_str(&counts).unwrap();
    let mut found = BTreeMap::new();
    for entry in fs::read_dir(eval.join("composed")).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_stem().unwrap().to_string_lossy().into_owned();
        // As the example calls it, so that the same sentences are drawn.
        let place = format!("lang/{lang}/eval/composed/{name}.toml");
        let (trials, remarks) = trial::composed(&place, lang, &fs::read_to_string(&path).unwrap());
        assert!(remarks.is_empty(), "{remarks:?}");
        let right = trials.iter().filter(|one| trial::run(one, &PACKS) == Outcome::Passed).count();
        found.insert(name, Count { right, of: trials.len() });
    }
    assert!(found.keys().eq(counts.keys()), "{lang}: files and counts differ; run the example with --write");
    let say = "run the example `compose` to see which, then mend it, or write the counts anew and say why";
    for (name, count) in &counts {
        let now = &found[name];
        assert_eq!(
            now.of, count.of,
            "{lang}/{name}: other sentences than were counted; run the example with --write"
        );
        assert!(
            now.right >= count.right,
            "{lang}/{name}: {} of {} are read, {} were; {say}",
            now.right,
            now.of,
            count.right
        );
    }
}
