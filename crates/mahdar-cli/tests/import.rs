//! `mahdar import` and `measure`: rows into the record, and out as numbers.

#![allow(clippy::unwrap_used, reason = "a test may stop at the first surprise")]

mod common;

use common::Place;

#[test]
fn a_file_of_another_layout_leaves_the_record_as_it_was() {
    let place = Place::new();
    place.write("a.txt", "Readout\nThe minister received the ambassador.");
    place.run("add --record r.sqlite a.txt").is_fine();
    let before = place.read("r.sqlite");
    place.write("other.csv", "year,importer,exporter,value\n2014,SAU,KAZ,3\n");
    place.run("import trade_cow other.csv --record r.sqlite").fails(1, "import/layout", "other.csv");
    place.run("import trade_con other.csv --record r.sqlite").fails(1, "import/unknown-source", "trade_con");
    assert_eq!(place.read("r.sqlite"), before);
    place.run("import trade_cow other.csv --record new.sqlite").fails(1, "import/layout", "other.csv");
    assert!(!place.path().join("new.sqlite").exists());
}

#[test]
fn nothing_imported_is_nothing_known() {
    let place = Place::new();
    place.write("a.txt", "Readout\nThe minister received the ambassador.");
    place.run("add --record r.sqlite a.txt").is_fine();
    let measures = &place.run("measure SAU KAZ --record r.sqlite --json").json()[0];
    assert_eq!(measures["pair"], serde_json::json!(["SAU", "KAZ"]));
    assert!(
        place.run("measure SAU KAZ --record r.sqlite").out.starts_with("nothing is known of SAU and KAZ")
    );
}

#[test]
fn rows_come_out_as_numbers_and_the_brief_shows_them() {
    let place = Place::new();
    // Two years between states 670 and 705 of the Correlates of War; the numbers are made up.
    let trade = "ccode1,ccode2,year,flow1,flow2,smoothflow1,smoothflow2\n\
                 670,705,2012,10,5,10,5\n670,705,2013,11,-9,11,7\n";
    place.write("archive/indicators/trade_cow/cow_trade_ndy.csv", trade);
    place.write("archive/a.txt", "Readout\nThe minister received the ambassador.");
    let ran = place.run("import trade_cow archive/indicators/trade_cow --record r.sqlite");
    assert!(ran.is_fine().out.contains("2 rows read, 2 kept, 0 dropped; 3 values, 1 missing"), "{ran:?}");
    let again = place.run("import trade_cow archive/indicators/trade_cow --record r.sqlite --json");
    assert_eq!(again.is_fine().json()[0]["outcome"], "unchanged");

    let key = "trade_cow_musd_imports_of_a_from_b__imports_of_b_from_a";
    let measures = &place.run("measure SAU KAZ --record r.sqlite --json").json()[0]["measures"];
    assert_eq!(measures[key]["2012"], serde_json::json!([10.0, 5.0]));
    assert_eq!(measures[key]["2013"], serde_json::json!([11.0, null]));

    let ran = place.run("brief SAU KAZ --from archive --format json");
    let brief: serde_json::Value = serde_json::from_str(&ran.is_fine().out).unwrap();
    assert_eq!(brief["trade"]["points"][0]["imports_of_a_from_b"], 10.0);
    assert_eq!(brief["files"][0]["source"], "trade_cow");
}
