//! Indicator files through the whole line: descriptor, parser, record, measure.

#![allow(clippy::unwrap_used, reason = "a test stops at the first surprise, in its helpers too")]

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::time::Instant;

use mahdar_profile::measure;
use mahdar_sources::indicators::{self, Descriptor, ImportError};
use mahdar_store::{ImportOutcome, Record};
use serde_json::Value;

fn descriptors() -> Vec<Descriptor> {
    indicators::descriptors(&mahdar_data::files("sources/")).expect("the descriptors of the house are right")
}

fn import(record: &mut Record, source: &str, path: &Path) -> Vec<mahdar_store::ImportedFile> {
    let all = descriptors();
    let descriptor = indicators::find(&all, source).expect("the source has a descriptor");
    let imported = indicators::import(path, descriptor, None).expect("the file is of its source");
    record.import(&imported.tables).expect("the record takes it")
}

/// The indicator files beside the repository, or a word that they are not there.
fn shared() -> Option<PathBuf> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../shared/indicators");
    if !path.join("expected.json").exists() {
        eprintln!("skipped: {} is not there", path.display());
        return None;
    }
    Some(path)
}

fn folder_with(files: &[(&str, &str)]) -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    for (name, text) in files {
        std::fs::write(folder.path().join(name), text).expect("a file");
    }
    folder
}

/// Three states, four roll calls, a blank row, a junk row, and a column that fills blanks.
const VOTES: &str = "\
,SAUDI ARABIA,KAZAKHSTAN,FRANCE,y SAUDI ARABIA
A/1,Y,Y,N,
A/2,Y,A,A,
A/3,,N,N,N
A/4,X,Y,Y,
Country,,,,
,,,,
";

#[test]
fn votes_by_hand() {
    let folder = folder_with(&[("2021_RAW_COIN.csv", VOTES), ("README.md", "not a table")]);
    let mut record = Record::in_memory().unwrap();
    let files = import(&mut record, "unga_votes_undl_matrix", folder.path());
    let rows = &files[0].rows;
    assert_eq!((rows.read, rows.kept, rows.values), (6, 4, 12));
    assert_eq!(rows.dropped, BTreeMap::from([("blank".to_string(), 1), ("no-code".to_string(), 1)]));
    let values = &measure(&record, "SAU", "KAZ").unwrap()["measures"]["votes"]["2021"];
    // Joint A/1 Y-Y, A/2 Y-A, A/3 N-N (the fill): same 2 of 3.
    let count = |key: &str| values[key].as_u64().unwrap();
    assert_eq!((count("joint"), count("same"), count("opposite")), (3, 2, 0));
    assert_eq!((count("joint_nonunanimous"), count("joint_state_dept")), (2, 4));
    // Divided: A/1 (Y Y N) and A/2: distances 0 and 1; A/3 is all N. With X as A: distances 0 1 0 1.
    assert!((values["agree_voeten"].as_f64().unwrap() - 0.75).abs() < 1e-9);
    assert!((values["agree_state_dept"].as_f64().unwrap() - 0.75).abs() < 1e-9);
    // Pairs: SAU-KAZ 2/3, SAU-FRA 1/3, KAZ-FRA 3/4 (A/2 A-A, A/3 N-N, A/4 Y-Y).
    assert_eq!((count("rank_all_pairs"), count("partners_of_a")), (2, 2));
    assert!((values["percentile"].as_f64().unwrap() - 1.0 / 3.0).abs() < 1e-9);
    let unknown = measure(&record, "SAU", "USA").unwrap();
    assert_eq!(unknown["measures"], serde_json::json!({}), "a state without a column is unknown");
}

const TRADE: &str = "\
ccode1,ccode2,year,flow1,flow2,smoothflow1,smoothflow2
670,705,2000,36,0,36,1
670,705,2001,,2,26,2
670,705,2004,140,-9,140,0
670,9999,2004,1,1,1,1
670,705,2005,many,2,75,2
";

#[test]
fn trade_by_hand_and_turned_round() {
    let folder = folder_with(&[("cow_trade_ndy.csv", TRADE)]);
    let mut record = Record::in_memory().unwrap();
    let rows = import(&mut record, "trade_cow", folder.path()).remove(0).rows;
    assert_eq!((rows.read, rows.kept, rows.values, rows.missing), (5, 4, 5, 2));
    assert_eq!(rows.dropped, BTreeMap::from([("unknown-state".to_string(), 1)]));
    assert_eq!(rows.cells_dropped, BTreeMap::from([("not-a-number".to_string(), 1)]));
    let series = "trade_cow_musd_imports_of_a_from_b__imports_of_b_from_a";
    let of = |a, b| measure(&record, a, b).unwrap()["measures"][series].clone();
    assert_eq!(
        of("SAU", "KAZ"),
        serde_json::json!({"2000": [36.0, 0.0], "2001": [null, 2.0], "2004": [140.0, null], "2005": [null, 2.0]})
    );
    assert_eq!(of("KAZ", "SAU")["2000"], serde_json::json!([0.0, 36.0]));
    let cell = &record.observations_of_pair("trade_cow", "SAU", "KAZ").unwrap()[1];
    assert_eq!((cell.a.as_str(), cell.line, cell.column), ("SAU", 2, 4));
    assert_eq!(record.cells(cell.file).unwrap().cell(cell.line, cell.column).as_deref(), Some("36"));
}

#[test]
fn vintages_stand_side_by_side_and_the_last_counts() {
    let mut record = Record::in_memory().unwrap();
    let old = folder_with(&[("cow_trade_ndy.csv", TRADE)]);
    let new = folder_with(&[("cow_trade_ndy.csv", &TRADE.replace("2000,36,", "2000,37,"))]);
    let outcome = |record: &mut Record, folder: &tempfile::TempDir| {
        import(record, "trade_cow", folder.path()).remove(0).outcome
    };
    assert_eq!(outcome(&mut record, &old), ImportOutcome::New);
    assert_eq!(outcome(&mut record, &old), ImportOutcome::Unchanged);
    assert_eq!(outcome(&mut record, &new), ImportOutcome::NewVintage);
    let values = record.observations_of_pair("trade_cow", "SAU", "KAZ").unwrap();
    let first = values.iter().find(|row| row.a == "SAU").unwrap();
    assert_eq!(first.value, Some(37.0));
    assert_eq!(record.sources().unwrap(), [("trade_cow".to_string(), 2)]);
}

#[test]
fn a_file_of_another_layout_says_which_column() {
    let all = descriptors();
    let error = |source: &str, name: &str, text: &str| -> ImportError {
        let folder = folder_with(&[(name, text)]);
        let descriptor = indicators::find(&all, source).unwrap();
        indicators::import(&folder.path().join(name), descriptor, None).unwrap_err()
    };
    let says = |error: &ImportError, words: &[&str]| {
        assert_eq!(error.code(), "import/layout", "{error}");
        for word in words {
            assert!(error.to_string().contains(word), "`{error}` does not say `{word}`");
        }
    };
    says(&error("trade_cow", "mine.csv", "importer,exporter,year\n1,2,3\n"), &["mine.csv", "ccode1"]);
    says(&error("unga_votes_undl_matrix", "2021.csv", "undl_id,ms_code\n1,2\n"), &["2021.csv", "undl_id"]);
    says(&error("unga_votes_undl_matrix", "votes.csv", VOTES), &["votes.csv", "year"]);
    says(&error("trade_cow", "mine.csv", ""), &["mine.csv"]);
    assert_eq!(indicators::find(&all, "nobody").unwrap_err().code(), "import/unknown-source");
    let folder = folder_with(&[]);
    let descriptor = indicators::find(&all, "trade_cow").unwrap();
    assert_eq!(indicators::import(folder.path(), descriptor, None).unwrap_err().code(), "import/no-files");
}

#[test]
fn measures_agree_with_the_expected_values() {
    let Some(shared) = shared() else { return };
    let mut record = Record::in_memory().unwrap();
    let started = Instant::now();
    for source in ["unga_votes_undl_matrix", "trade_cow"] {
        for file in import(&mut record, source, &shared.join(source)) {
            assert!(file.rows.cells_dropped.is_empty(), "{}: {:?}", file.name, file.rows.cells_dropped);
            assert_eq!(file.rows.read, file.rows.kept + file.rows.dropped.values().sum::<usize>());
        }
    }
    eprintln!("import: {:.1} s", started.elapsed().as_secs_f64());
    let expected: Value =
        serde_json::from_slice(&std::fs::read(shared.join("expected.json")).unwrap()).unwrap();
    let (mut right, mut wrong) = (0, vec![]);
    let started = Instant::now();
    for (pair, want) in expected["pairs"].as_object().unwrap() {
        let (a, b) = pair.split_once('-').unwrap();
        let got = measure(&record, a, b).unwrap();
        let want = want.as_object().unwrap();
        for (key, want) in want.iter().filter(|(key, _)| is_ours(key)) {
            compare(&format!("{pair}.{key}"), want, &got["measures"][key], &mut right, &mut wrong);
        }
        for key in got["measures"].as_object().unwrap().keys() {
            assert!(want.contains_key(key), "{pair}: `{key}` is in no contract");
        }
    }
    eprintln!(
        "measure, four pairs: {:.2} s; right {right}, wrong {}",
        started.elapsed().as_secs_f64(),
        wrong.len()
    );
    assert!(wrong.is_empty(), "right {right}, wrong {}: {:#?}", wrong.len(), &wrong[..wrong.len().min(10)]);
}

fn is_ours(key: &str) -> bool {
    matches!(key, "votes" | "votes_series") || key.starts_with("trade_cow")
}

/// Every leaf of the expected tree, and no leaf beside it; money by a thousandth, the rest by 0.0005.
fn compare(path: &str, want: &Value, got: &Value, right: &mut usize, wrong: &mut Vec<String>) {
    match (want, got) {
        (Value::Object(want), Value::Object(got)) => {
            for (key, value) in want {
                compare(&format!("{path}.{key}"), value, got.get(key).unwrap_or(&Value::Null), right, wrong);
            }
            wrong.extend(
                got.keys()
                    .filter(|key| !want.contains_key(*key))
                    .map(|key| format!("{path}.{key} is too much")),
            );
        }
        (Value::Array(want), Value::Array(got)) if want.len() == got.len() => {
            for (n, value) in want.iter().enumerate() {
                compare(&format!("{path}.{n}"), value, &got[n], right, wrong);
            }
        }
        _ => {
            let same = match (want.as_f64(), got.as_f64()) {
                (Some(want), Some(got)) => {
                    (want - got).abs()
                        <= 0.0005_f64.max(want.abs() * if path.contains("musd") { 0.001 } else { 0.0 })
                }
                _ => want == got,
            };
            if same {
                *right += 1;
            } else {
                wrong.push(format!("{path}: {want} is expected, {got} came"));
            }
        }
    }
}
