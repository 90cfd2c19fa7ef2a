//! Which mentions of many documents are one: the same whatever the order, and what must stay apart stays apart.

#![allow(clippy::unwrap_used, reason = "a test may stop at the first surprise")]

use std::collections::BTreeSet;

use mahdar_core::resolve::judgements::mark;
use mahdar_core::resolve::{Judgement, Judgements, Kind, Member, Ruling, Source, Tables, resolve};
use mahdar_core::{Packs, Reading, SourceDocument, read};

/// Public meetings of 2024, each told in our own words by several documents.
const DOCUMENTS: &[(&str, &str, &str, &str)] = &[
    (
        "sisi-ar",
        "ar",
        "2024-02-14",
        "استقبل الرئيس المصري عبد الفتاح السيسي، اليوم، في قصر الاتحادية بالقاهرة الرئيس التركي رجب طيب أردوغان.",
    ),
    (
        "sisi-en",
        "en",
        "2024-02-14",
        "Egyptian President Abdel Fattah el-Sisi met Turkish President Recep Tayyip Erdogan in Cairo on Wednesday.",
    ),
    (
        "sisi-ru",
        "ru",
        "2024-02-15",
        "Президент Египта Абдель Фаттах ас-Сиси принял вчера в Каире президента Турции Реджепа Тайипа Эрдогана.",
    ),
    (
        "ankara-en",
        "en",
        "2024-09-04",
        "Turkish President Recep Tayyip Erdogan met Egyptian President Abdel Fattah el-Sisi in Ankara on Wednesday.",
    ),
    (
        "fidan-ar",
        "ar",
        "2024-02-14",
        "التقى وزير الخارجية المصري سامح شكري، اليوم، في القاهرة وزير الخارجية التركي هاكان فيدان.",
    ),
    (
        "fidan-ru",
        "ru",
        "2024-02-14",
        "Министр иностранных дел Египта Самех Шукри встретился сегодня в Каире с министром иностранных дел Турции Хаканом Фиданом.",
    ),
];

fn readings() -> Vec<Reading> {
    let packs = Packs::compile(mahdar_data::files("")).unwrap();
    DOCUMENTS
        .iter()
        .map(|(id, lang, published, text)| {
            let document = SourceDocument {
                id: (*id).into(),
                lang: Some((*lang).into()),
                published: Some((*published).into()),
                text: (*text).into(),
                ..SourceDocument::default()
            };
            read(&document, &packs)
        })
        .collect()
}

fn tables() -> Tables {
    Tables::compile(&mahdar_data::files("names")).unwrap()
}

/// Id and documents of each cluster of people and events, whatever the order of the sources.
type Found = BTreeSet<(&'static str, String, Vec<(String, usize)>)>;

fn found(tables: &Tables, sources: &[Source]) -> Found {
    found_judged(tables, sources, &Judgements::default())
}

fn found_judged(tables: &Tables, sources: &[Source], judgements: &Judgements) -> Found {
    let resolution = resolve(tables, sources, judgements);
    let places = |members: &[Member]| -> Vec<(String, usize)> {
        members.iter().map(|m| (sources[m.source].document.to_string(), m.number)).collect()
    };
    let persons = resolution.persons.iter().map(|p| ("person", p.id.clone(), places(&p.members)));
    let events = resolution.events.iter().map(|e| ("event", e.id.clone(), places(&e.members)));
    persons.chain(events).collect()
}

fn documents(found: &Found, kind: &str) -> BTreeSet<Vec<String>> {
    found
        .iter()
        .filter(|(k, ..)| *k == kind)
        .map(|(.., members)| members.iter().map(|(d, _)| d.clone()).collect())
        .collect()
}

#[test]
fn one_meeting_in_three_languages_is_one_and_another_day_is_another() {
    let readings = readings();
    let sources: Vec<Source> = readings.iter().map(Source::of).collect();
    let events = documents(&found(&tables(), &sources), "event");
    let has = |ids: &[&str]| events.contains(&ids.iter().map(|s| (*s).to_string()).collect::<Vec<_>>());
    assert!(has(&["sisi-ar", "sisi-en", "sisi-ru"]), "{events:?}");
    assert!(has(&["ankara-en"]), "the same two half a year later are another meeting: {events:?}");
    assert!(has(&["fidan-ar", "fidan-ru"]), "other people of the same states on the same day: {events:?}");
}

#[test]
fn one_person_in_three_scripts_is_one() {
    let readings = readings();
    let sources: Vec<Source> = readings.iter().map(Source::of).collect();
    let found = found(&tables(), &sources);
    let persons = documents(&found, "person");
    let everywhere: Vec<String> =
        ["sisi-ar", "sisi-en", "sisi-ru", "ankara-en"].iter().map(|s| (*s).to_string()).collect();
    assert!(persons.contains(&everywhere), "{persons:?}");
    let n_persons = found.iter().filter(|(kind, ..)| *kind == "person").count();
    assert_eq!(n_persons, 4, "two presidents and two ministers: {persons:?}");
}

#[test]
fn any_order_of_the_documents_gives_the_same_clusters_and_ids() {
    let readings = readings();
    let tables = tables();
    let straight: Vec<Source> = readings.iter().map(Source::of).collect();
    let expected = found(&tables, &straight);
    let reversed: Vec<Source> = readings.iter().rev().map(Source::of).collect();
    assert_eq!(found(&tables, &reversed), expected);
    // Twenty shuffles by a small generator of our own, so that a failure can be made again.
    let mut state = 20_241_126_u64;
    for _ in 0..20 {
        let mut shuffled = straight.clone();
        for i in (1..shuffled.len()).rev() {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            shuffled.swap(i, (state >> 33) as usize % (i + 1));
        }
        assert_eq!(found(&tables, &shuffled), expected);
    }
}

/// The documents of each event of a type, from texts by id, language, day of release and words.
fn told(kind: &str, texts: &[(&str, &str, Option<&str>, &str)]) -> BTreeSet<Vec<String>> {
    let packs = Packs::compile(mahdar_data::files("")).unwrap();
    let read_one = |&(id, lang, published, text): &(&str, &str, Option<&str>, &str)| {
        let document = SourceDocument {
            id: id.into(),
            lang: Some(lang.into()),
            published: published.map(Into::into),
            text: text.into(),
            ..SourceDocument::default()
        };
        read(&document, &packs)
    };
    let readings: Vec<Reading> = texts.iter().map(read_one).collect();
    let sources: Vec<Source> = readings.iter().map(Source::of).collect();
    let resolution = resolve(&tables(), &sources, &Judgements::default());
    let events = resolution.events.iter().filter(|e| e.kind == kind);
    events.map(|e| e.members.iter().map(|m| sources[m.source].document.to_string()).collect()).collect()
}

#[test]
fn a_guest_whom_two_hosts_received_made_one_visit() {
    let visits = told(
        "VISIT",
        &[
            (
                "emir",
                "en",
                Some("2024-12-22"),
                "Indian Prime Minister Narendra Modi met the Emir of Kuwait, Sheikh Meshal Al-Ahmad, in Kuwait on Sunday during his visit to Kuwait.",
            ),
            (
                "premier",
                "en",
                Some("2024-12-22"),
                "Indian Prime Minister Narendra Modi met Kuwaiti Prime Minister Sheikh Ahmad Al-Abdullah in Kuwait on Sunday during his visit to Kuwait.",
            ),
            (
                "another",
                "en",
                Some("2024-12-22"),
                "Jordanian Prime Minister Jafar Hassan met Kuwaiti Prime Minister Sheikh Ahmad Al-Abdullah in Kuwait on Sunday during his visit to Kuwait.",
            ),
        ],
    );
    let of = |ids: &[&str]| ids.iter().map(|s| (*s).to_string()).collect::<Vec<_>>();
    assert!(visits.contains(&of(&["emir", "premier"])), "{visits:?}");
    assert!(visits.contains(&of(&["another"])), "another guest, another visit: {visits:?}");
}

#[test]
fn a_day_without_its_year_finds_the_signing_of_that_day() {
    let signed = told(
        "SIGN",
        &[
            (
                "news",
                "en",
                Some("2025-01-14"),
                "Kenya and the United Arab Emirates signed a comprehensive economic partnership agreement in Abu Dhabi on Tuesday.",
            ),
            (
                "undated",
                "ru",
                None,
                "Соглашение о всеобъемлющем экономическом партнёрстве между Кенией и Объединёнными Арабскими Эмиратами подписано 14 января.",
            ),
            (
                "other-day",
                "ru",
                None,
                "Соглашение о всеобъемлющем экономическом партнёрстве между Кенией и Объединёнными Арабскими Эмиратами подписано 15 января.",
            ),
        ],
    );
    let of = |ids: &[&str]| ids.iter().map(|s| (*s).to_string()).collect::<BTreeSet<_>>();
    let found: Vec<BTreeSet<String>> = signed.iter().map(|ids| ids.iter().cloned().collect()).collect();
    assert!(found.contains(&of(&["news", "undated"])), "{signed:?}");
    assert!(found.contains(&of(&["other-day"])), "{signed:?}");
}

#[test]
fn father_and_son_in_one_document_stay_apart() {
    let packs = Packs::compile(mahdar_data::files("")).unwrap();
    let document = SourceDocument {
        id: "family".into(),
        lang: Some("ar".into()),
        published: Some("2024-05-01".into()),
        text: "استقبل رئيس مجلس الوزراء محمد بن راشد آل مكتوم وزير الدفاع حمدان بن محمد بن راشد آل مكتوم وسفير كينيا."
            .into(),
        ..SourceDocument::default()
    };
    let reading = read(&document, &packs);
    let persons = resolve(&tables(), &[Source::of(&reading)], &Judgements::default()).persons;
    assert_eq!(persons.len(), reading.persons.len());
}

#[test]
fn judgements_in_any_order_and_documents_in_any_order_give_the_same() {
    let readings = readings();
    let tables = tables();
    let sources: Vec<Source> = readings.iter().map(Source::of).collect();
    let of = |kind: Kind, document: &str| {
        let source = sources.iter().find(|s| s.document == document).unwrap();
        mark(kind, document, source.reading, 0).unwrap()
    };
    let event = |document: &str| of(Kind::Event, document);
    let day = |n: usize| format!("2026-01-0{n}T00:00:00.000Z");
    // Merged, then split again in part: the later judgement counts where the two disagree.
    let merge = Ruling::Merge { of: Kind::Event, marks: vec![event("sisi-ru"), event("ankara-en")] };
    let split =
        Ruling::Split { of: Kind::Event, marks: vec![event("ankara-en")], from: vec![event("sisi-en")] };
    let merge_again = Ruling::Merge { of: Kind::Event, marks: vec![event("fidan-ar"), event("ankara-en")] };
    let apart = Ruling::Split {
        of: Kind::Person,
        marks: vec![of(Kind::Person, "fidan-ru")],
        from: vec![of(Kind::Person, "fidan-ar")],
    };
    let rulings = [merge, split, merge_again, apart];
    let mut judged: Vec<Judgement> =
        rulings.into_iter().enumerate().map(|(i, r)| Judgement::new(&day(i + 1), "a", "b", r)).collect();
    let expected = found_judged(&tables, &sources, &Judgements::new(judged.clone()));
    let events = documents(&expected, "event");
    let with_ankara = events.iter().find(|ids| ids.contains(&"ankara-en".to_string())).unwrap();
    assert!(with_ankara.contains(&"fidan-ar".to_string()), "{events:?}");
    assert!(!with_ankara.contains(&"sisi-en".to_string()), "{events:?}");
    let n_persons = |found: &Found| found.iter().filter(|(kind, ..)| *kind == "person").count();
    assert_eq!(n_persons(&expected), n_persons(&found(&tables, &sources)) + 1, "a minister was split off");
    let mut state = 20_251_126_u64;
    let mut next = |n: usize| {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (state >> 33) as usize % n
    };
    for _ in 0..20 {
        let mut shuffled = sources.clone();
        for i in (1..shuffled.len()).rev() {
            shuffled.swap(i, next(i + 1));
        }
        for i in (1..judged.len()).rev() {
            judged.swap(i, next(i + 1));
        }
        assert_eq!(found_judged(&tables, &shuffled, &Judgements::new(judged.clone())), expected);
    }
}
