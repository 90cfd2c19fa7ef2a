//! Claims of relation profiles, read with the packs of this repository.

use std::path::Path;

use mahdar_core::{Packs, Reading, SourceDocument, read};

fn collect(folder: &Path, prefix: &str, files: &mut Vec<(String, String)>) {
    let mut entries: Vec<_> =
        std::fs::read_dir(folder).expect("the data folder stands beside the crates").flatten().collect();
    entries.sort_by_key(std::fs::DirEntry::file_name);
    for entry in entries {
        let name = format!("{prefix}{}", entry.file_name().to_string_lossy());
        if entry.path().is_dir() {
            collect(&entry.path(), &format!("{name}/"), files);
        } else if name.ends_with(".toml") {
            files.push((name, std::fs::read_to_string(entry.path()).expect("a pack file is UTF-8")));
        }
    }
}

fn packs() -> &'static Packs {
    static PACKS: std::sync::OnceLock<Packs> = std::sync::OnceLock::new();
    PACKS.get_or_init(|| {
        let mut files = Vec::new();
        collect(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../../data"), "", &mut files);
        Packs::compile(files).expect("the packs of the repository compile")
    })
}

fn reading(lang: &str, title: &str, text: &str) -> Reading {
    let json = serde_json::json!({"id": "t", "lang": lang, "title": title, "text": text});
    let document: SourceDocument = serde_json::from_value(json).expect("a document of this shape");
    read(&document, packs())
}

/// Every claim as "area relation direction first/second".
#[track_caller]
fn check(lang: &str, title: &str, text: &str, expected: &[&str]) {
    let reading = reading(lang, title, text);
    let found: Vec<String> = reading
        .claims
        .iter()
        .map(|c| {
            format!(
                "{} {} {} {}",
                c.area,
                c.relation,
                c.direction.as_deref().unwrap_or("-"),
                c.pair.join("/")
            )
        })
        .collect();
    assert_eq!(found, expected, "{:?}", reading.claims.iter().map(|c| &c.words.text).collect::<Vec<_>>());
    for claim in &reading.claims {
        assert_eq!(&text[claim.words.span[0]..claim.words.span[1]], claim.words.text);
    }
}

#[test]
fn a_trend_is_a_change_and_two_dates_are_a_comparison() {
    check(
        "ar",
        "عمان والهند",
        "قفزت الصادرات العمانية إلى الهند بنسبة 20 في المئة.",
        &["trade trend up OMN/IND"],
    );
    check(
        "ar",
        "عمان والهند",
        "ارتفع حجم التجارة من 4 مليارات دولار عام 2018 إلى 6 مليارات دولار عام 2022.",
        &["trade compare up OMN/IND"],
    );
    check("ru", "Сербия и Узбекистан", "Товарооборот сократился на треть.", &["trade trend down SRB/UZB"]);
    check(
        "kk",
        "Қазақстан мен Үндістан",
        "Үнді туристерінің саны күрт көбейді.",
        &["mobility trend up IND/KAZ"],
    );
}

#[test]
fn two_predicates_are_two_claims() {
    check(
        "en",
        "Chile and South Korea",
        "Chile sells copper, but imports from Korea fell in 2023.",
        &["trade level - CHL/KOR", "trade trend down KOR/CHL"],
    );
}

#[test]
fn a_wish_has_a_direction_only_where_it_names_more_or_less() {
    check("ar", "تونس وكندا", "يأمل البلدان في زيادة حجم التجارة بينهما.", &["trade aim up TUN/CAN"]);
    check("ar", "تونس وكندا", "يأمل البلدان في تعزيز التعاون الثقافي.", &["culture aim - TUN/CAN"]);
}

#[test]
fn a_denied_claim_keeps_its_kind() {
    let reading = reading("ar", "عمان والهند", "لا توجد بين البلدين معاهدة دفاع مشترك.");
    assert_eq!(reading.claims.len(), 1);
    assert!(reading.claims[0].negated);
    assert_eq!(
        (reading.claims[0].area.as_str(), reading.claims[0].relation.as_str()),
        ("security", "exists")
    );
}

#[test]
fn figures_periods_and_who_says_it() {
    let reading = reading(
        "ar",
        "عمان والهند",
        "بلغ التبادل التجاري نحو 12 مليار دولار في 2023، بحسب وزارة التجارة الهندية.",
    );
    let claim = &reading.claims[0];
    assert_eq!(claim.relation, "level");
    assert_eq!(claim.period.as_deref(), Some("2023"));
    let threshold = claim.threshold.as_ref().expect("a figure stands there");
    assert_eq!((threshold.value, threshold.unit.as_str(), threshold.op.as_str()), (12e9, "USD", "about"));
    assert!(claim.by.is_some());
}

#[test]
fn greetings_third_states_and_facts_of_one_state_are_no_claims() {
    check("ar", "عمان والهند", "يسعدني أن أرحب بضيوفنا الكرام.", &[]);
    check("en", "Chile and South Korea", "Japan imports salmon from Norway.", &[]);
    check("en", "Chile and South Korea", "The population of Chile is 19 million.", &[]);
}

#[test]
fn a_report_gives_only_plain_claims() {
    let text = "استقبل وزير الزراعة السوداني أبو بكر عمر البشرى نظيره الصيني هان جون في بورتسودان اليوم.\nوأعرب الوزير عن أمله في تعزيز التعاون بين البلدين.";
    check("ar", "وزير الزراعة يستقبل نظيره الصيني", text, &[]);
}
