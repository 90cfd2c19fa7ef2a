//! `mahdar record merge|split|correct|undo|judgements|show`, `mahdar redact`: what people judge holds everywhere.

#![allow(clippy::unwrap_used, reason = "a test may stop at the first surprise")]

mod common;

use common::Place;
use serde_json::Value;

/// Public meetings of 2024 in our own words; the last one tells the first again and gives another day.
const DOCUMENTS: &[(&str, &str, &str, &str)] = &[
    (
        "a",
        "ar",
        "2024-02-14",
        "استقبل الرئيس المصري عبد الفتاح السيسي، اليوم، الرئيس التركي رجب طيب أردوغان.",
    ),
    (
        "b",
        "ru",
        "2024-02-14",
        "Президент Египта Абдель Фаттах ас-Сиси принял сегодня президента Турции Реджепа Тайипа Эрдогана.",
    ),
    (
        "c",
        "en",
        "2024-09-04",
        "Turkish President Recep Tayyip Erdogan met Egyptian President Abdel Fattah el-Sisi in Ankara on Wednesday.",
    ),
    (
        "d",
        "ar",
        "2024-02-14",
        "التقى وزير الخارجية المصري سامح شكري، اليوم، في القاهرة وزير الخارجية التركي هاكان فيدان.",
    ),
];

fn line((id, lang, day, text): &(&str, &str, &str, &str)) -> String {
    format!("{{\"id\":\"{id}\",\"lang\":\"{lang}\",\"published\":\"{day}\",\"text\":\"{text}\"}}\n")
}

fn record(place: &Place) {
    let lines: String = DOCUMENTS.iter().map(line).collect();
    place.run_with("add --record r.sqlite -", lines.as_bytes()).is_fine();
}

fn clusters(place: &Place) -> Vec<Value> {
    place.run("record clusters --json --record r.sqlite").is_fine().json()
}

/// Documents of the mentions of each cluster of a kind.
fn documents(clusters: &[Value], kind: &str) -> Vec<String> {
    let of = |cluster: &Value| {
        let mut ids: Vec<String> = cluster["mentions"]
            .as_array()
            .unwrap()
            .iter()
            .map(|m| m["doc"].as_str().unwrap().to_string())
            .collect();
        ids.dedup();
        ids.concat()
    };
    let mut found: Vec<String> = clusters.iter().filter(|c| c["kind"] == kind).map(of).collect();
    found.sort();
    found
}

/// Id of the event mention in a document.
fn mention(clusters: &[Value], kind: &str, document: &str) -> String {
    let mentions =
        clusters.iter().filter(|c| c["kind"] == kind).flat_map(|c| c["mentions"].as_array().unwrap());
    let found = mentions.filter(|m| m["doc"] == document).find_map(|m| m["id"].as_str());
    found.unwrap().to_string()
}

#[test]
fn two_events_are_judged_one_and_one_event_two_and_both_are_undone() {
    let place = Place::new();
    record(&place);
    let before = clusters(&place);
    assert_eq!(documents(&before, "event"), ["ab", "c", "d"]);
    let (a, b, c) =
        (mention(&before, "event", "a"), mention(&before, "event", "b"), mention(&before, "event", "c"));
    let merge = &place
        .run(&format!("record merge {b} {c} --reason told-again --by Desk --json --record r.sqlite"))
        .is_fine()
        .json()[0];
    assert_eq!((merge["kind"].as_str(), merge["by"].as_str()), (Some("merge"), Some("Desk")));
    assert_eq!(documents(&clusters(&place), "event"), ["abc", "d"]);
    let split = &place
        .run(&format!("record split {b} --reason another-meeting --json --record r.sqlite"))
        .is_fine()
        .json()[0];
    // The later judgement counts: the report is apart from both.
    assert_eq!(documents(&clusters(&place), "event"), ["a", "b", "c", "d"]);
    // Every id stays an address, in full and in its first digits.
    for id in [&a, &b, &c, &b[..8].to_string()] {
        let shown = &place.run(&format!("record show {id} --json --record r.sqlite")).is_fine().json()[0];
        assert!(
            shown["mentions"].as_array().unwrap().iter().any(|m| m["id"].as_str().unwrap().starts_with(id))
        );
    }
    // A document that comes later obeys.
    let again = line(&(
        "e",
        "en",
        "2024-02-14",
        "Egyptian President Abdel Fattah el-Sisi met Turkish President Recep Tayyip Erdogan in Cairo on Wednesday.",
    ));
    place.run_with("add --record r.sqlite -", again.as_bytes()).is_fine();
    let later = documents(&clusters(&place), "event");
    assert!(later.contains(&"b".to_string()) || later.contains(&"a".to_string()), "{later:?}");
    assert!(!later.iter().any(|e| e.contains('a') && e.contains('b')), "{later:?}");
    for judgement in [split, merge] {
        let id = judgement["id"].as_str().unwrap();
        place.run(&format!("record undo {id} --record r.sqlite")).is_fine();
    }
    assert_eq!(documents(&clusters(&place), "event"), ["abe", "c", "d"]);
    let listed = place.run("record judgements --json --record r.sqlite").is_fine().json();
    assert_eq!(listed.iter().map(|j| j["holds"] == true).collect::<Vec<_>>(), [false, false, true, true]);
}

#[test]
fn a_corrected_field_holds_for_the_event_and_is_shown_as_corrected() {
    let place = Place::new();
    record(&place);
    let before = clusters(&place);
    let b = mention(&before, "event", "b");
    place
        .run(&format!(
            "record correct {b} date 2024-02-13 --reason by-the-calendar --by Desk --record r.sqlite"
        ))
        .is_fine();
    let after = clusters(&place);
    assert_eq!(documents(&after, "event"), ["ab", "c", "d"], "the event stays one");
    let event = after.iter().find(|c| c["kind"] == "event" && c["date"] == "2024-02-13").unwrap();
    assert_eq!(event["judged"].as_array().unwrap().len(), 1);
    for (lang, words) in [
        ("en", "corrected by hand: by-the-calendar (Desk"),
        ("ru", "исправлено вручную"),
        ("kk", "қолмен түзетілген"),
        ("ar", "صُحّح يدويا"),
    ] {
        for format in ["text", "html"] {
            let brief =
                place.run(&format!("brief EGY TUR --record r.sqlite --lang {lang} --format {format}"));
            assert!(brief.is_fine().out.contains(words), "{lang} {format}: {}", brief.out);
        }
    }
    let brief = place.run("brief EGY TUR --record r.sqlite --format json");
    let brief: Value = serde_json::from_str(&brief.is_fine().out).unwrap();
    assert_eq!(brief["judgements"][0]["field"], "date");
    assert_eq!(brief["judgements"][0]["reason"], "by-the-calendar");
    // Corrected sides move the event to another relation.
    place.run(&format!("record correct {b} sides egy/kaz --reason test --record r.sqlite")).is_fine();
    assert!(place.run("brief EGY KAZ --record r.sqlite --lang en").is_fine().out.contains("Эрдогана"));
    let judgement = place.run("record judgements --json --record r.sqlite").json()[1]["id"].clone();
    place.run(&format!("record undo {} --record r.sqlite", judgement.as_str().unwrap())).is_fine();
    assert!(!place.run("brief EGY KAZ --record r.sqlite --lang en").is_fine().out.contains("Эрдогана"));
}

#[test]
fn topics_and_the_words_of_a_place_are_corrected_too() {
    let place = Place::new();
    record(&place);
    let a = mention(&clusters(&place), "event", "a");
    for correction in ["topics trade,energy", "place_words Ittihadiya"] {
        place.run(&format!("record correct {a} {correction} --reason test --record r.sqlite")).is_fine();
    }
    place.run("export tsv --to tables --record r.sqlite").is_fine();
    let events = String::from_utf8(place.read("tables/events.tsv")).unwrap();
    let row = events.lines().find(|line| line.contains("Ittihadiya")).unwrap();
    assert!(row.contains("energy; trade"), "{row}");
    // The evidence still cuts the document.
    let brief = place.run("brief EGY TUR --record r.sqlite --lang en");
    assert!(brief.is_fine().out.contains("Ittihadiya"), "{}", brief.out);
}

#[test]
fn people_are_judged_by_name_or_id() {
    let place = Place::new();
    record(&place);
    let before = clusters(&place);
    assert_eq!(documents(&before, "person"), ["abc", "abc", "d", "d"]);
    let b = mention(&before, "person", "b");
    place.run(&format!("record split {b} --reason a-namesake --record r.sqlite")).is_fine();
    assert_eq!(documents(&clusters(&place), "person"), ["abc", "ac", "b", "d", "d"]);
    place.run(&format!("record correct {b} name Zayd --reason misread --record r.sqlite")).is_fine();
    let who = place.run("who Zayd --record r.sqlite").is_fine().out.clone();
    assert!(who.starts_with("Zayd (") && who.contains("corrected by hand"), "{who}");
    let refused = place.run("record merge Erdogan Fattah --reason test --record r.sqlite");
    assert_eq!(refused.exit, 1);
    assert!(refused.err.contains("error[record/meets-himself]"), "{}", refused.err);
    assert_eq!(
        place.run("record judgements --json --record r.sqlite").json().len(),
        2,
        "nothing was written"
    );
}

#[test]
fn a_redacted_person_is_shown_nowhere_until_it_is_undone() {
    let place = Place::new();
    record(&place);
    // A corrected name is as hidden as a written one.
    place.run("record correct Erdogan name Rajab --reason test --record r.sqlite").is_fine();
    place.run("redact Rajab --reason asked --record r.sqlite").is_fine();
    // Also in a document that comes later and writes the name another way.
    let later = line(&(
        "f",
        "en",
        "2024-11-12",
        "Turkish President Erdoğan met Egyptian President Abdel Fattah el-Sisi in Riyadh on Tuesday. Erdoğan left.",
    ));
    place.run_with("add --record r.sqlite -", later.as_bytes()).is_fine();
    let shown = |place: &Place| -> String {
        let mut all = String::new();
        for command in [
            "record clusters --json --record r.sqlite",
            "brief EGY TUR --record r.sqlite --lang en",
            "brief EGY TUR --record r.sqlite --lang en --format html",
            "brief EGY TUR --record r.sqlite --format json",
            "who Fattah --record r.sqlite",
            "who Fattah --json --record r.sqlite",
            "who Erdogan --record r.sqlite",
        ] {
            all.push_str(&place.run(command).is_fine().out.replace("named `Erdogan`", ""));
        }
        all
    };
    let all = shown(&place);
    for name in ["Erdogan", "Erdoğan", "Эрдоган", "أردوغان", "Tayyip", "Rajab"] {
        assert!(!all.contains(name), "{name} is shown: {all}");
    }
    assert!(all.contains("name withheld") && all.contains("el-Sisi"), "{all}");
    let id = place.run("record judgements --json --record r.sqlite").json()[1]["id"].clone();
    place.run(&format!("record undo {} --record r.sqlite", id.as_str().unwrap())).is_fine();
    assert!(shown(&place).contains("Erdogan"));
}

#[test]
fn the_same_judgements_in_any_order_of_documents_give_the_same() {
    let (one, other) = (Place::new(), Place::new());
    record(&one);
    let before = clusters(&one);
    let of = |kind: &str, document: &str| mention(&before, kind, document);
    for command in [
        format!("merge {} {}", of("event", "b"), of("event", "c")),
        format!("split {}", of("person", "b")),
        format!("correct {} date 2024-02-13", of("event", "d")),
    ] {
        one.run(&format!("record {command} --reason test --record r.sqlite")).is_fine();
    }
    let lines: String = DOCUMENTS.iter().rev().map(line).collect();
    other.run_with("add --record r.sqlite -", lines.as_bytes()).is_fine();
    let judgements = one.run("record judgements --json --record r.sqlite").is_fine().out.clone();
    let reversed: Vec<&str> = judgements.lines().rev().collect();
    let taken =
        other.run_with("record judgements --take - --record r.sqlite", reversed.join("\n").as_bytes());
    assert_eq!(taken.is_fine().out, "3 taken in, 0 known already\n");
    for command in
        ["record clusters --json", "record judgements --json", "who Fattah", "brief EGY TUR --lang en"]
    {
        let run = |place: &Place| place.run(&format!("{command} --record r.sqlite")).is_fine().out.clone();
        assert_eq!(run(&one), run(&other), "{command}");
    }
}

#[test]
fn two_records_that_take_in_each_other_are_the_same() {
    let place = Place::new();
    // Publishers that give their documents the same ids.
    let of = |source: &str, told: &(&str, &str, &str, &str)| {
        line(told).replacen('{', &format!("{{\"source\":\"{source}\","), 1)
    };
    let add = |record: &str, lines: String| {
        place.run_with(&format!("add --record {record} -"), lines.as_bytes()).is_fine();
    };
    let [a, b, c, d] = DOCUMENTS else { panic!("four documents") };
    let renamed = ("a", d.1, d.2, d.3);
    add("one.sqlite", [a, b].map(|t| of("SPA", t)).concat());
    add("other.sqlite", [of("WAM", &renamed), of("SPA", c), of("SPA", b)].concat());
    let clusters = |record: &str| -> Vec<Value> {
        place.run(&format!("record clusters --json --record {record}")).is_fine().json()
    };
    let (b, c) =
        (mention(&clusters("one.sqlite"), "event", "b"), mention(&clusters("other.sqlite"), "event", "c"));
    place.run(&format!("record correct {b} date 2024-02-13 --reason test --record one.sqlite")).is_fine();
    place.run(&format!("record merge {b} {c} --reason test --record other.sqlite")).is_fine();
    let told = place.run("record take other.sqlite --record one.sqlite").is_fine().out.clone();
    assert_eq!(
        told,
        "documents: 2 new, 0 in a new version, 0 read anew, 1 unchanged\njudgements: 1 taken in, 0 known already\n"
    );
    place.run("record take one.sqlite --record other.sqlite").is_fine();
    for command in [
        "record clusters --json",
        "record judgements --json",
        "who Fattah",
        "brief EGY TUR --lang en",
        "brief EGY TUR --format json",
    ] {
        let run = |record: &str| place.run(&format!("{command} --record {record}")).is_fine().out.clone();
        assert_eq!(run("one.sqlite"), run("other.sqlite"), "{command}");
    }
    place.run("record take none.sqlite --record one.sqlite").fails(1, "record/missing", "none.sqlite");
}

#[test]
fn what_cannot_be_judged_is_told_and_nothing_is_written() {
    let place = Place::new();
    record(&place);
    let before = clusters(&place);
    let (a, b, c) =
        (mention(&before, "event", "a"), mention(&before, "event", "b"), mention(&before, "event", "c"));
    let person = mention(&before, "person", "a");
    for (command, code) in [
        ("record merge ffffffffffffffff ffffffffffffffff --reason x".to_string(), "record/unknown-id"),
        (format!("record merge {a} {b} --reason x"), "record/already-one"),
        (format!("record merge {a} {person} --reason x"), "record/other-kind"),
        (format!("record split {a} {c} --reason x"), "record/not-together"),
        (format!("record split {c} --reason x"), "record/nothing-left"),
        (format!("record correct {a} colour blue --reason x"), "record/unknown-field"),
        (format!("record correct {a} date 15/1/2024 --reason x"), "record/bad-value"),
        (format!("record correct {a} type TEA --reason x"), "record/bad-value"),
        (format!("record correct {a} topics trade,tea --reason x"), "record/bad-value"),
        (format!("record correct {a} date 2024-02-14"), "argument/no-reason"),
        (format!("record correct {a} sides EGY/XXX --reason x"), "argument/unknown-state"),
        (format!("record correct {person} party Egypt --reason x"), "argument/unknown-state"),
        ("record undo j000000000000".to_string(), "record/unknown-judgement"),
        (format!("redact {a} --reason x"), "record/other-kind"),
        ("redact Nobody --reason x".to_string(), "record/unknown-id"),
    ] {
        let ran = place.run(&format!("{command} --record r.sqlite"));
        assert!(ran.exit != 0 && ran.err.contains(&format!("error[{code}]")), "{command}: {}", ran.err);
        assert!(ran.err.contains("  help: "), "{}", ran.err);
    }
    assert!(place.run("record judgements --json --record r.sqlite").is_fine().out.is_empty());
    assert_eq!(clusters(&place), before);
}

#[test]
fn the_tables_have_a_header_and_a_key_and_leave_out_who_is_redacted() {
    let place = Place::new();
    record(&place);
    let told = place.run("export tsv --record r.sqlite --to out").is_fine().out.clone();
    assert_eq!(told, "3 events, 4 persons, 4 occupancies in out\n");
    let read = |name: &str| String::from_utf8(place.read(&format!("out/{name}.tsv"))).unwrap();
    for name in ["events", "persons", "occupancies"] {
        let table = read(name);
        let rows: Vec<Vec<&str>> = table.lines().map(|line| line.split('\t').collect()).collect();
        assert!(rows.iter().all(|row| row.len() == rows[0].len()), "{table}");
        let keys: std::collections::BTreeSet<&str> = rows.iter().map(|row| row[0]).collect();
        assert_eq!(keys.len(), rows.len(), "{name}: a key stands twice: {table}");
    }
    assert!(read("events").contains("2\ta; b\t"), "{}", read("events"));
    place.run("redact Erdogan --reason asked --record r.sqlite").is_fine();
    place.run("export tsv --record r.sqlite --to out").is_fine();
    for name in ["events", "persons", "occupancies"] {
        let table = read(name);
        assert!(
            !table.contains("Erdogan") && !table.contains("Эрдоган") && !table.contains("أردوغان"),
            "{table}"
        );
    }
    assert!(read("events").contains("TUR"));
}

#[test]
fn an_agreement_moves_through_its_documents_and_a_silent_one_has_an_age() {
    let place = Place::new();
    let lines: String = [
        ("p", "en", "2024-03-01", "The foreign ministers of Egypt and Kazakhstan will sign a memorandum on trade in Cairo next week."),
        ("s", "en", "2024-03-10", "Egypt and Kazakhstan signed a memorandum on trade in Cairo today."),
        ("t", "ar", "2024-03-10", "وقعت مصر وكازاخستان، اليوم، مذكرة تفاهم في مجال التجارة في القاهرة."),
        ("u", "en", "2024-03-10", "Egypt and Kazakhstan signed an agreement on tourism in Cairo today."),
    ]
    .iter()
    .map(line)
    .collect();
    place.run_with("add --record r.sqlite -", lines.as_bytes()).is_fine();
    let found =
        &place.run("agreements EGY KAZ --as-of 2026-03-10 --json --record r.sqlite").is_fine().json()[0];
    let agreements = found["agreements"].as_array().unwrap();
    let trade = agreements.iter().find(|a| a["kind"] == "memorandum").unwrap();
    assert_eq!(
        (trade["status"].as_str(), trade["since"].as_str()),
        (Some("signed"), Some("2024-03-10")),
        "{found}"
    );
    assert_eq!((trade["age_days"].as_u64(), trade["age_years"].as_f64()), (Some(730), Some(2.0)), "{found}");
    let of: Vec<&str> =
        trade["steps"].as_array().unwrap().iter().map(|s| s["document"].as_str().unwrap()).collect();
    assert!(of.contains(&"s") && of.contains(&"t") && !of.contains(&"u"), "{found}");
    let words = place.run("agreements KAZ EGY --as-of 2026-03-10 --record r.sqlite").is_fine().out.clone();
    assert!(
        words.contains("Signed, and nothing heard since") && words.contains("2 years (730 days)"),
        "{words}"
    );
    assert!(
        place
            .run("agreements FRA DEU --record r.sqlite")
            .is_fine()
            .out
            .starts_with("the record holds no agreement")
    );
    place.run("agreements EGY KAZ --as-of soon --record r.sqlite").fails(2, "argument/not-a-date", "soon");
}

#[test]
fn a_visit_holds_its_meetings_and_a_trip_with_three_stops_is_three() {
    let place = Place::new();
    let lines: String = [
        ("v", "en", "2024-05-20", "Turkish President Recep Tayyip Erdogan paid a visit to Kazakhstan on 20 May 2024. Turkish President Recep Tayyip Erdogan met Kazakh President Kassym-Jomart Tokayev in Astana on 20 May 2024."),
        ("w", "en", "2024-05-22", "Turkish President Recep Tayyip Erdogan paid a visit to Uzbekistan on 22 May 2024."),
        ("x", "en", "2024-05-24", "Turkish President Recep Tayyip Erdogan paid a visit to Azerbaijan on 24 May 2024."),
    ]
    .iter()
    .map(line)
    .collect();
    place.run_with("add --record r.sqlite -", lines.as_bytes()).is_fine();
    let clusters = clusters(&place);
    let visits: Vec<&Value> = clusters.iter().filter(|c| c["type"] == "VISIT").collect();
    assert_eq!(visits.len(), 3, "{visits:?}");
    let meeting = clusters.iter().find(|c| c["type"] == "MEET").unwrap();
    let astana = visits.iter().find(|v| v["sides"][1][0] == "KAZ").unwrap();
    assert_eq!(meeting["part_of"], astana["id"], "{clusters:?}");
    let brief = place.run("brief TUR KAZ --record r.sqlite --lang en").is_fine().out.clone();
    assert!(brief.contains("part of: "), "{brief}");
}
