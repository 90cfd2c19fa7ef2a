//! `mahdar match`: pairs, pools, evidence, and what it says of bad input.

#![allow(clippy::unwrap_used, reason = "a test may stop at the first surprise")]

mod common;

use common::Place;

#[test]
fn pairs_get_a_line_each_and_columns_are_found_by_the_header() {
    let place = Place::new();
    let rows = "kind\tlang_b\tname_b\tid\tname_a\tlang_a\tsame\n\
                x\tru\tХалид аль-Фалех\tone\tخالد الفالح\tar\t0\n\
                x\tkk\tСалман әл-Фалех\ttwo\tخالد الفالح\tar\t1\n";
    place.write("pairs.tsv", rows);
    let ran = place.run("match --pairs pairs.tsv");
    let lines: Vec<(&str, f64)> = ran
        .is_fine()
        .out
        .lines()
        .map(|line| line.split_once('\t').map(|(id, score)| (id, score.parse().unwrap())).unwrap())
        .collect();
    // What the columns `same` and `kind` say is the opposite of what is so.
    assert_eq!((lines[0].0, lines[1].0), ("one", "two"));
    assert!(lines[0].1 > 0.7 && lines[1].1 < 0.2, "{lines:?}");
}

#[test]
fn a_pool_is_searched_best_first() {
    let place = Place::new();
    let pool = "id\tname\tlang\n\
                a\tОлжас Бектенов\tkk\n\
                b\tمحمد القرني\tar\n\
                c\tخالد بن محمد القرني\tar\n\
                d\tMarat Bektenov\ten\n";
    place.write("pool.tsv", pool);
    place.write(
        "queries.tsv",
        "qid\tname\tlang\n1\tKhaled al-Qarni\ten\n2\tБектеновым Олжасом\tru\n3\tLee\ten\n",
    );
    let answers = place.run("match --pool pool.tsv --queries queries.tsv");
    let answers = answers.is_fine().json();
    assert_eq!(answers.len(), 3);
    assert_eq!((answers[0]["ids"][0].as_str(), answers[1]["ids"][0].as_str()), (Some("c"), Some("a")));
    for answer in &answers {
        let scores: Vec<f64> =
            answer["scores"].as_array().unwrap().iter().map(|s| s.as_f64().unwrap()).collect();
        assert!(scores.windows(2).all(|two| two[0] >= two[1]), "{scores:?}");
    }
}

#[test]
fn the_evidence_is_shown_part_by_part() {
    let place = Place::new();
    let ran =
        place.command().args(["match", "--why", "خالد بن سلمان", "Khaled ben Salmane"]).output().unwrap();
    let out = String::from_utf8(ran.stdout).unwrap();
    assert!(out.starts_with("score 0.9"), "{out}");
    assert!(out.contains("    a: سلمان\n    b: Salmane\n"), "{out}");
}

#[test]
fn bad_input_is_named() {
    let place = Place::new();
    place.run("match").fails(2, "match/nothing-asked", "");
    place.run("match --pairs none.tsv").fails(1, "match/unreadable", "none.tsv");
    place.write("latin1.tsv", b"id\tname_a\nx\t\xE9\n");
    place.run("match --pairs latin1.tsv").fails(1, "match/unreadable", "latin1.tsv:2");
    place.write("short.tsv", "id\tname_a\tlang_a\tname_b\n1\tA\ten\tB\n");
    place.run("match --pairs short.tsv").fails(2, "match/column", "short.tsv:1");
    place.write("none.tsv", "");
    place.run("match --pairs none.tsv").fails(2, "match/column", "none.tsv:1");
    let head = "id\tname_a\tlang_a\tname_b\tlang_b\n";
    place.write("twice.tsv", format!("{head}1\tOmar\ten\tOmar\ten\n1\tOmar\ten\tOmar\ten\n"));
    place.run("match --pairs twice.tsv").fails(2, "match/duplicate-id", "twice.tsv:3");
    place.write("empty.tsv", format!("{head}1\t\tar\tOmar\ten\n2\tOmar\ten\n3\tOmar\ten\tعمر\tar\n"));
    let ran = place.run("match --pairs empty.tsv");
    ran.fails(3, "match/empty-name", "empty.tsv:2");
    assert!(ran.out.starts_with("1\t0.000000\n2\t0.000000\n3\t0."), "{ran:?}");
}

#[test]
fn ten_thousand_of_one_name_are_no_harm() {
    let place = Place::new();
    let rows: String = (0..10_000).map(|n| format!("{n}\tمحمد بن علي\tar\n")).collect();
    place.write("pool.tsv", format!("id\tname\tlang\n{rows}"));
    place.write("queries.tsv", "qid\tname\tlang\nq\tMohamed ben Ali\ten\n");
    let ran = place.run("match --pool pool.tsv --queries queries.tsv");
    let answer = &ran.is_fine().json()[0];
    assert_eq!(answer["ids"].as_array().unwrap().len(), 50);
    assert!(ran.err.contains("[match/many-alike]"), "{ran:?}");
}

const POOL: &str = "id\tname\tlang\na\tОлжас Бектенов\tkk\nb\tمحمد القرني\tar\nc\t\tar\n";
const QUERIES: &str = "qid\tname\tlang\n1\tMohammed al-Qarni\ten\n2\tБектеновым Олжасом\tru\n";

#[test]
fn a_kept_index_answers_as_the_pool_does_and_follows_it() {
    let place = Place::new();
    place.write("pool.tsv", POOL);
    place.write("queries.tsv", QUERIES);
    let of_pool = place.run("match --pool pool.tsv --queries queries.tsv");
    of_pool.fails(3, "match/empty-name", "pool.tsv:4");
    let built = place.run("match --pool pool.tsv --queries queries.tsv --index pool.names");
    assert!(built.err.contains("pool.names: 3 names, "), "{built:?}");
    assert_eq!(built.out, of_pool.out);
    let again = place.run("match --pool pool.tsv --queries queries.tsv --index pool.names");
    assert!(!again.err.contains("built in"), "{again:?}");
    again.fails(3, "match/empty-name", "pool.tsv");
    assert_eq!(again.out, of_pool.out);
    place.write("pool.tsv", POOL.replace("b\tمحمد القرني", "d\tMohammed Al Qarni"));
    let changed = place.run("match --pool pool.tsv --queries queries.tsv --index pool.names");
    assert!(changed.err.contains("built in"), "{changed:?}");
    assert_eq!(changed.json()[0]["ids"][0].as_str(), Some("d"));
}

#[test]
fn a_file_that_is_no_index_stays() {
    let place = Place::new();
    place.write("pool.tsv", POOL);
    place.write("queries.tsv", QUERIES);
    let ran = place.run("match --pool pool.tsv --queries queries.tsv --index queries.tsv");
    ran.fails(2, "match/index", "queries.tsv");
    assert_eq!(place.read("queries.tsv"), QUERIES.as_bytes());
    place.run("match --pool pool.tsv --queries queries.tsv --index none/x").fails(1, "match/index", "none/x");
}
