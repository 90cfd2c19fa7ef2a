//! What holds for every text: spans cut what they show, folding is done once, marks that nobody sees change nothing.

#![allow(clippy::unwrap_used, reason = "a test may stop at the first surprise")]

use std::sync::LazyLock;

use mahdar_core::trial::{self, Trial};
use mahdar_core::{Packs, SourceDocument, read};
use proptest::prelude::*;
use proptest::test_runner::{Config, RngAlgorithm, TestCaseError, TestRng, TestRunner};
use serde_json::Value;
use unicode_normalization::UnicodeNormalization;

static FILES: LazyLock<Vec<(String, String)>> = LazyLock::new(|| mahdar_data::files(""));
static PACKS: LazyLock<Packs> = LazyLock::new(|| Packs::compile(FILES.clone()).unwrap());

/// Words and phrases of all packs, a sample of each file.
static WORDS: LazyLock<Vec<String>> = LazyLock::new(|| {
    let mut words = Vec::new();
    for (path, text) in FILES.iter().filter(|(path, _)| path.starts_with("lang/")) {
        let mut found = Vec::new();
        strings(&text.parse::<toml::Table>().unwrap().into(), &mut found);
        let step = found.len() / 60 + 1;
        // Sentences of examples are in it whole.
        words.extend(found.into_iter().step_by(step));
        assert!(!words.is_empty(), "{path}");
    }
    words
});

fn strings(value: &toml::Value, found: &mut Vec<String>) {
    match value {
        toml::Value::String(text) => found.push(text.trim().to_string()),
        toml::Value::Array(list) => list.iter().for_each(|item| strings(item, found)),
        toml::Value::Table(table) => table.values().for_each(|item| strings(item, found)),
        _ => {}
    }
}

/// The same texts in every run.
fn runner(cases: u32) -> TestRunner {
    let config = Config { cases, failure_persistence: None, ..Config::default() };
    TestRunner::new_with_rng(config, TestRng::deterministic_rng(RngAlgorithm::ChaCha))
}

fn any_text() -> impl Strategy<Value = String> {
    let word = any::<prop::sample::Index>().prop_map(|index| index.get(&WORDS).clone());
    let letter = prop_oneof![
        prop::char::range('\u{600}', '\u{6FF}'),
        prop::char::range('\u{400}', '\u{52F}'),
        prop::char::range('\u{20}', '\u{7E}'),
        prop::char::range('\u{300}', '\u{36F}'),
        prop::char::range('\u{FE70}', '\u{FEFC}'),
        prop::char::any(),
    ];
    let mark = prop::sample::select(vec![
        "\u{200F}", "\u{200E}", "\u{202B}", "\u{2067}", "\u{2069}", "\u{640}", "\u{FEFF}", "\r\n", "\n",
        "\u{A0}", "٢٠٢٦", "2026", "1.5", "-", "«", "»", "،", ".", ":",
    ]);
    let piece = prop_oneof![
        6 => word,
        2 => letter.prop_map(|c| c.to_string()),
        2 => mark.prop_map(str::to_string),
    ];
    let joint = prop::sample::select(vec![" ", " ", " ", " ", "", "\n", ", "]);
    prop::collection::vec((piece, joint), 0..40)
        .prop_map(|list| list.into_iter().flat_map(|(piece, joint)| [piece, joint.to_string()]).collect())
}

#[test]
fn every_span_cuts_the_words_it_shows() {
    let langs = prop::sample::select(vec![None, Some("ar"), Some("en"), Some("ru"), Some("kk")]);
    let strategy = (any_text(), any_text(), langs);
    let result = runner(1500).run(&strategy, |(title, text, lang)| {
        let document = SourceDocument {
            title,
            text,
            lang: lang.map(str::to_string),
            published: Some("2026-01-15".into()),
            ..SourceDocument::default()
        };
        check_spans(&document)
    });
    result.unwrap();
}

#[test]
fn every_span_of_a_case_cuts_the_words_it_shows() {
    for trial in trials() {
        check_spans(&trial.document).unwrap();
    }
}

fn check_spans(document: &SourceDocument) -> Result<(), TestCaseError> {
    let reading = serde_json::to_value(read(document, &PACKS)).unwrap();
    let mut spanned = Vec::new();
    objects(&reading, &mut spanned);
    for object in spanned {
        let Some(span) = object.get("span").and_then(Value::as_array) else { continue };
        let Some(shown) = ["text", "title"].iter().find_map(|key| object.get(*key)?.as_str()) else {
            continue;
        };
        let whole = if object.get("in").and_then(Value::as_str) == Some("title") {
            &document.title
        } else {
            &document.text
        };
        let bound = |i: usize| span[i].as_u64().unwrap() as usize;
        prop_assert_eq!(whole.get(bound(0)..bound(1)), Some(shown), "{:?}", object);
    }
    Ok(())
}

fn objects<'a>(value: &'a Value, found: &mut Vec<&'a serde_json::Map<String, Value>>) {
    match value {
        Value::Array(list) => list.iter().for_each(|item| objects(item, found)),
        Value::Object(object) => {
            found.push(object);
            object.values().for_each(|item| objects(item, found));
        }
        _ => {}
    }
}

#[test]
fn folding_twice_changes_nothing() {
    let result = runner(3000).run(&any_text(), |text| {
        for pack in PACKS.languages.iter().filter_map(|language| language.pack()) {
            let once = pack.lexicon.letters.fold(&text);
            prop_assert_eq!(&pack.lexicon.letters.fold(&once), &once, "{}", pack.lang);
        }
        Ok(())
    });
    result.unwrap();
}

#[test]
fn marks_that_nobody_sees_change_nothing_but_positions() {
    let trials = trials();
    // Of direction, of no width, of a soft hyphen and a byte order, variation selectors, a lost byte; and the tatweel.
    let marks = [
        '\u{200F}', '\u{200E}', '\u{202A}', '\u{202B}', '\u{202C}', '\u{202D}', '\u{202E}', '\u{2066}',
        '\u{2067}', '\u{2068}', '\u{2069}', '\u{200B}', '\u{200C}', '\u{200D}', '\u{2060}', '\u{FEFF}',
        '\u{AD}', '\u{FE0F}', '\u{FFFD}', '\u{640}',
    ];
    let places =
        prop::collection::vec((any::<prop::sample::Index>(), prop::sample::select(marks.to_vec())), 1..12);
    let strategy = (any::<prop::sample::Index>(), places);
    let result = runner(1500).run(&strategy, |(which, places)| {
        let document = &trials[which.index(trials.len())].document;
        let mut chars: Vec<char> = document.text.chars().collect();
        for (place, mark) in places {
            let at = place.index(chars.len() + 1);
            let between_letters = at > 0
                && at < chars.len()
                && [at - 1, at].iter().all(|i| matches!(chars[*i] as u32, 0x621..=0x64A));
            if mark != '\u{640}' || between_letters {
                chars.insert(at, mark);
            }
        }
        let marked = SourceDocument { text: chars.iter().collect(), ..document.clone() };
        let (plain, shown) = (bare(document, &marks), bare(&marked, &marks));
        let differs = plain.chars().zip(shown.chars()).take_while(|(a, b)| a == b).count();
        let near = |text: &str| text.chars().skip(differs.saturating_sub(60)).take(120).collect::<String>();
        prop_assert!(
            plain == shown,
            "{}\nexpected: …{}\ncame:     …{}",
            visible(&marked.text),
            near(&plain),
            near(&shown)
        );
        Ok(())
    });
    result.unwrap();
}

/// Other characters for the same: blanks that do not break, digits of other rows, letters as they are drawn.
#[test]
fn other_characters_for_the_same_change_nothing_but_positions() {
    let trials = trials();
    let drawn: std::collections::BTreeMap<char, char> = ('\u{FE80}'..='\u{FEF4}')
        .filter_map(|form| {
            let mut plain = form.nfkc();
            plain.next().filter(|_| plain.next().is_none()).map(|plain| (plain, form))
        })
        .rev()
        .collect();
    assert!(drawn.len() > 30);
    let blanks = ['\u{A0}', '\u{202F}', '\u{2007}', '\u{2009}', '\u{3000}'];
    let rows = [0x660, 0x6F0, 0xFF10];
    let other = |c: char, which: usize| match c {
        ' ' => blanks[which % blanks.len()],
        '0'..='9' => char::from_u32(rows[which % rows.len()] + c as u32 - '0' as u32).unwrap(),
        _ => drawn.get(&c).copied().unwrap_or(c),
    };
    // What a reading shows of the text, as it stood before.
    let back = |shown: String| -> String {
        let digits = shown.nfkc().map(|c| match c as u32 {
            n @ (0x660..=0x669 | 0x6F0..=0x6F9) => char::from_digit((n & 0xF) % 10, 10).unwrap(),
            _ if c.is_whitespace() => ' ',
            _ => c,
        });
        digits.collect()
    };
    let strategy = (any::<prop::sample::Index>(), prop::collection::vec(0..12usize, 40));
    let result = runner(1500).run(&strategy, |(which, choice)| {
        let document = &trials[which.index(trials.len())].document;
        let changed = document.text.chars().enumerate().map(|(i, c)| {
            // A character in two is another one.
            let choice = choice[i % choice.len()];
            if choice % 2 == 0 { other(c, choice / 2) } else { c }
        });
        let changed = SourceDocument { text: changed.collect(), ..document.clone() };
        let (plain, shown) = (back(bare(document, &[])), back(bare(&changed, &[])));
        prop_assert_eq!(plain, shown, "{}", changed.text);
        check_spans(&changed)
    });
    result.unwrap();
}

/// A text with its hidden marks written out.
fn visible(text: &str) -> String {
    text.chars()
        .map(|c| {
            if matches!(c as u32, 0x640 | 0xAD | 0x2000..=0x206F | 0xFE00..=0xFEFF | 0xFFFD) {
                format!("[{:X}]", c as u32)
            } else {
                c.to_string()
            }
        })
        .collect()
}

/// A reading without places, ids that come from places, and the marks.
fn bare(document: &SourceDocument, marks: &[char]) -> String {
    let mut reading = serde_json::to_value(read(document, &PACKS)).unwrap();
    strip(&mut reading);
    reading.to_string().replace(marks, "")
}

fn strip(value: &mut Value) {
    match value {
        Value::Array(list) => list.iter_mut().for_each(strip),
        Value::Object(object) => {
            for key in ["span", "id", "text_sha256"] {
                object.remove(key);
            }
            object.values_mut().for_each(strip);
        }
        _ => {}
    }
}

/// The examples of all packs: sentences that say something.
fn trials() -> Vec<Trial> {
    let mut all = Vec::new();
    for (path, text) in FILES.iter().filter(|(path, _)| path.contains("/events/")) {
        let lang = path.split('/').nth(1).unwrap();
        all.extend(trial::examples(path, lang, text, &[]).0);
    }
    all
}

/// One sentence is enough for a language with a pack; one in another language is left alone.
#[test]
fn a_sentence_tells_its_language() {
    let texts = [
        ("استقبل وزير الخارجية المصري نظيره الكيني في القاهرة.", Some("ar")),
        ("Norway's foreign minister met Kenya's foreign minister.", Some("en")),
        ("Министр иностранных дел Кении прибыл в Осло.", Some("ru")),
        ("Кения Президенті Норвегия Премьер-министрін қабылдады.", Some("kk")),
        ("Der norwegische Außenminister traf seinen kenianischen Amtskollegen in Oslo.", None),
        ("Le ministre norvégien a rencontré son homologue kényan à Oslo.", None),
        ("Norges udenrigsminister mødte sin kenyanske kollega i Oslo.", None),
    ];
    for (text, lang) in texts {
        let document = SourceDocument { text: text.to_string(), ..SourceDocument::default() };
        assert_eq!(read(&document, &PACKS).document.lang.as_deref(), lang, "{text}");
    }
}

/// What is known of a form as written must hold wherever it stands: here as a part of a word and by itself.
#[test]
fn a_reading_does_not_hang_on_what_was_read_before() {
    let document = |text: &str| SourceDocument {
        lang: Some("en".to_string()),
        published: Some("2026-01-15".to_string()),
        text: text.to_string(),
        ..SourceDocument::default()
    };
    let after = document("The US President met the Foreign Minister of Kenya in Nairobi on Monday.");
    let alone = Packs::compile(FILES.clone()).unwrap();
    let expected = serde_json::to_string(&read(&after, &alone)).unwrap();
    assert!(expected.contains("\"USA\""), "{expected}");
    for first in ["Kenya-US talks were held.", "US-Kenyan talks were held.", "THE US, and us.", "us-Kenya US"]
    {
        let packs = Packs::compile(FILES.clone()).unwrap();
        read(&document(first), &packs);
        assert_eq!(serde_json::to_string(&read(&after, &packs)).unwrap(), expected, "after {first:?}");
    }
}
