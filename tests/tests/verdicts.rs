//! Verdicts against the rules: own claims on the model document, and those beside the repository.

#![allow(clippy::unwrap_used, reason = "a test stops at the first surprise, in its helpers too")]

use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use mahdar_core::{Claim, Threshold};
use mahdar_profile::verdicts::{Reason, VerdictKind, Why, check};
use mahdar_sources::indicators;
use mahdar_store::Record;
use serde_json::Value;

const TRADE: &str = "trade_cow_musd_imports_of_a_from_b__imports_of_b_from_a";

fn shared() -> Option<PathBuf> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../shared");
    if !path.join("indicators/expected.json").exists() {
        eprintln!("skipped: {} is not there", path.display());
        return None;
    }
    Some(path)
}

/// One record for all tests of this file: importing it takes seconds.
static RECORD: OnceLock<tempfile::TempDir> = OnceLock::new();

fn record_with_votes_and_trade(shared: &Path) -> Record {
    let folder = RECORD.get_or_init(|| {
        let folder = tempfile::tempdir().unwrap();
        import_both(&mut Record::create_or_open(&folder.path().join("record.sqlite")).unwrap(), shared);
        folder
    });
    Record::open(&folder.path().join("record.sqlite")).unwrap()
}

fn import_both(record: &mut Record, shared: &Path) {
    let descriptors = indicators::descriptors(&mahdar_data::files("sources/")).unwrap();
    for source in ["unga_votes_undl_matrix", "trade_cow"] {
        let descriptor = indicators::find(&descriptors, source).unwrap();
        let imported = indicators::import(&shared.join("indicators").join(source), descriptor, None).unwrap();
        record.import(&imported.tables).unwrap();
    }
}

fn claim(relation: &str, indicator: Option<&str>, direction: Option<&str>, pair: [&str; 2]) -> Claim {
    Claim {
        relation: relation.into(),
        indicator: indicator.map(Into::into),
        direction: direction.map(Into::into),
        pair: pair.map(String::from).to_vec(),
        ..Claim::default()
    }
}

fn threshold(value: f64, unit: &str, op: &str) -> Option<Threshold> {
    Some(Threshold { value, unit: unit.into(), op: op.into(), as_written: String::new() })
}

#[test]
fn without_data_there_is_no_verdict() {
    let record = Record::in_memory().unwrap();
    let reason = |claim: &Claim| {
        let verdict = check(&record, claim, Some("2026-01-15")).unwrap();
        let Why::None { reason } = verdict.why else { panic!("no figures without data") };
        (verdict.verdict, reason)
    };
    use VerdictKind::{NotAClaim, NotCheckable};
    let pair = ["SAU", "KAZ"];
    assert_eq!(reason(&claim("trend", Some(TRADE), Some("up"), pair)), (NotCheckable, Reason::NotImported));
    assert_eq!(reason(&claim("level", Some("votes"), None, pair)), (NotCheckable, Reason::NotImported));
    assert_eq!(
        reason(&claim("exists", Some("missions_2022"), None, pair)),
        (NotCheckable, Reason::NotImported)
    );
    assert_eq!(reason(&claim("trend", None, Some("up"), pair)), (NotCheckable, Reason::NoIndicator));
    assert_eq!(reason(&claim("planned", Some(TRADE), Some("up"), pair)), (NotCheckable, Reason::Planned));
    assert_eq!(reason(&claim("aim", None, None, pair)), (NotAClaim, Reason::Aim));
}

#[test]
fn the_model_document() {
    let Some(shared) = shared() else { return };
    let record = record_with_votes_and_trade(&shared);
    let pair = ["SAU", "KAZ"];
    let of = |claim: &Claim| check(&record, claim, Some("2026-01-15")).unwrap();

    let positions = of(&claim("level", Some("votes"), None, pair));
    assert_eq!(positions.verdict, VerdictKind::Partly);
    let Why::Positions(why) = &positions.why else { panic!("positions have figures") };
    assert_eq!((why.year, why.joint, why.same, why.opposite), (2021, 84, 69, 1));
    assert_eq!(
        (why.rank_of_b_for_a, why.partners_of_a, why.rank_of_a_for_b, why.pairs),
        (91, 188, 105, 17_568)
    );
    assert!((why.percentile - 0.582).abs() < 0.0005 && (why.mean_of_all_pairs - 0.7167).abs() < 0.0005);
    assert_eq!(positions.rows.len(), 2, "one column a state");

    let trade = of(&claim("trend", Some(TRADE), Some("up"), pair));
    assert_eq!(trade.verdict, VerdictKind::Partly);
    let Why::Windows(why) = &trade.why else { panic!("a trend has windows") };
    assert_eq!((why.first_year, why.first, why.last_year, why.last), (2000, 36.0, 2014, 22.0));
    assert_eq!((why.windows, why.in_direction, why.stale), (78, 31, true));
    assert_eq!(trade.rows.len(), 30, "both ways in fifteen years");

    let tourists = of(&claim("trend", None, Some("up"), pair));
    assert_eq!(tourists.verdict, VerdictKind::NotCheckable);
}

#[test]
fn stale_data_do_not_support_and_a_denied_claim_is_turned_round() {
    let Some(shared) = shared() else { return };
    let record = record_with_votes_and_trade(&shared);
    let mut growing = claim("trend", Some(TRADE), Some("up"), ["KAZ", "RUS"]);
    let verdict = |claim: &Claim, day| check(&record, claim, day).unwrap().verdict;
    assert_eq!(verdict(&growing, Some("2015-04-01")), VerdictKind::Supported);
    assert_eq!(verdict(&growing, Some("2018-04-01")), VerdictKind::NotCheckable, "2014 is four years ago");
    growing.negated = true;
    assert_eq!(verdict(&growing, Some("2015-04-01")), VerdictKind::Contradicted);
    growing.period = Some("2000/2014".into());
    assert_eq!(verdict(&growing, Some("2026-04-01")), VerdictKind::Contradicted, "named years do not age");
    growing.period = Some("2014/2024".into());
    assert_eq!(verdict(&growing, Some("2026-04-01")), VerdictKind::NotCheckable, "the years are not there");
}

/// A claim of the set with what its text says in figures.
type Marked = (&'static str, Option<&'static str>, Option<(f64, &'static str, &'static str)>);

/// Claims of the set that votes or trade_cow decide.
const MARKED: &[Marked] = &[
    ("dev-ar-01", None, Some((1.0, "likeness", "about"))),
    ("dev-ar-02", Some("2000/2014"), None),
    ("dev-ar-03", Some("2021"), Some((1.0, "likeness", "about"))),
    ("dev-ar-05", Some("2000/2014"), None),
    ("dev-ar-08", Some("2014"), None),
    ("dev-ar-09", Some("2021"), Some((1.0, "likeness", "less"))),
    ("dev-ar-20", Some("2014"), Some((75e9, "USD", "about"))),
    ("dev-en-01", Some("2021"), None),
    ("dev-en-02", None, Some((1.0, "likeness", "less"))),
    ("dev-en-03", Some("2000/2014"), None),
    ("dev-en-09", None, None),
    ("dev-en-10", Some("2014"), None),
    ("dev-en-12", None, None),
    ("dev-en-15", Some("2014"), None),
    ("dev-en-16", Some("2000/2014"), None),
    ("dev-en-17", Some("2021"), Some((1.0, "likeness", "less"))),
    ("dev-en-18", Some("2012"), Some((1e9, "USD", "more"))),
    ("dev-ru-01", Some("2000/2014"), None),
    ("dev-ru-02", None, Some((1.0, "likeness", "exact"))),
    ("dev-ru-09", None, None),
    ("dev-ru-10", Some("2013"), Some((5.0, "rank", "less"))),
    ("dev-ru-11", Some("2014"), None),
    ("dev-ru-15", Some("2013"), Some((3.4e9, "USD", "about"))),
    ("dev-ru-16", Some("2021"), None),
    ("dev-kk-05", Some("2000/2014"), None),
    ("dev-kk-06", Some("2014"), None),
    ("dev-kk-11", Some("2021"), Some((1.0, "likeness", "less"))),
    ("dev-kk-12", None, None),
    ("dev-kk-14", Some("2014"), Some((100e9, "USD", "about"))),
    ("dev-kk-18", Some("2030"), Some((10e9, "USD", "exact"))),
];

#[test]
fn verdicts_of_the_claims_that_votes_and_trade_decide() {
    let Some(shared) = shared() else { return };
    let record = record_with_votes_and_trade(&shared);
    let lines = std::fs::read_to_string(shared.join("claims/dev.jsonl")).unwrap();
    let mut wrong = vec![];
    for (id, period, figure) in MARKED {
        let line = lines
            .lines()
            .map(|line| serde_json::from_str::<Value>(line).unwrap())
            .find(|line| line["id"] == *id);
        let line = line.unwrap_or_else(|| panic!("{id} is in the set"));
        let text = |key: &str| line[key].as_str().map(str::to_string);
        let pair = line["pair"]
            .as_array()
            .unwrap()
            .iter()
            .map(|state| state.as_str().unwrap().to_string())
            .collect();
        let claim = Claim {
            relation: text("relation").unwrap(),
            indicator: text("indicator"),
            direction: text("direction"),
            pair,
            period: period.map(Into::into),
            threshold: figure.and_then(|(value, unit, op)| threshold(value, unit, op)),
            ..Claim::default()
        };
        let verdict = check(&record, &claim, line["as_of"].as_str()).unwrap();
        let got = serde_json::to_value(verdict.verdict).unwrap();
        if got != line["verdict"] {
            wrong.push(format!(
                "{id}: {} is expected, {got} came: {:?}; {}",
                line["verdict"], verdict.why, line["why"]
            ));
        }
    }
    assert!(wrong.is_empty(), "{} of {} wrong: {wrong:#?}", wrong.len(), MARKED.len());
}
