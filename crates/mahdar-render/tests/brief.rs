//! Briefs as text, HTML and JSON, from a sample made by hand.

mod sample;

use mahdar_core::EventDate;
use mahdar_profile::Brief;
use mahdar_profile::brief::Gap;
use mahdar_render::{Format, brief, languages};

/// The body of a page, without the style sheet.
fn body(html: &str) -> &str {
    html.split("<body>").nth(1).expect("a page has a body")
}

fn pair(gaps: Vec<Gap>) -> Brief {
    Brief { pair: ["SAU".into(), "KAZ".into()], gaps, ..Brief::default() }
}

#[test]
fn text_in_arabic() {
    insta::assert_snapshot!(brief(&sample::brief(), "ar", Format::Text));
}

#[test]
fn text_in_english() {
    insta::assert_snapshot!(brief(&sample::brief(), "en", Format::Text));
}

#[test]
fn page_in_arabic() {
    insta::assert_snapshot!(body(&brief(&sample::brief(), "ar", Format::Html)));
}

#[test]
fn page_in_english() {
    insta::assert_snapshot!(body(&brief(&sample::brief(), "en", Format::Html)));
}

#[test]
fn every_language_says_everything() {
    for lang in languages() {
        for format in [Format::Text, Format::Html] {
            let page = brief(&sample::brief(), &lang, format);
            let shown = if format == Format::Html { body(&page) } else { &page };
            // A message without words would show as its name in brackets, a parameter as {$name}.
            assert!(
                !shown.contains("[section") && !shown.contains("[n-") && !shown.contains("{$"),
                "{lang}: {shown}"
            );
            assert!(!shown.contains("partly") || lang == "en" || format == Format::Html, "{lang}: {shown}");
        }
    }
}

#[test]
fn a_meeting_that_no_rule_reads_is_said_to_be_only_likely() {
    let mut sample = sample::brief();
    sample.meetings[0].confidence = Some(0.71);
    for (lang, word) in [("ar", "مرجّح"), ("en", "likely"), ("ru", "вероятно"), ("kk", "ықтимал")]
    {
        for format in [Format::Text, Format::Html] {
            let page = brief(&sample, lang, format);
            let told = |text: &str| text.contains(word) && text.contains("71");
            assert!(page.lines().any(told), "{lang}: {page}");
            assert!(!brief(&sample::brief(), lang, format).lines().any(told), "{lang}");
        }
    }
}

#[test]
fn direction_comes_from_the_language() {
    for (lang, dir) in [("ar", "rtl"), ("en", "ltr"), ("ru", "ltr"), ("kk", "ltr")] {
        let page = brief(&sample::brief(), lang, Format::Html);
        assert!(page.contains(&format!("<html lang=\"{lang}\" dir=\"{dir}\">")), "{lang} is not {dir}");
        assert!(
            page.contains(&format!("role=\"img\" direction=\"{dir}\"")),
            "charts of {lang} are not {dir}"
        );
    }
}

#[test]
fn a_person_is_called_as_documents_of_the_language_spell_him() {
    let mut sample = sample::brief();
    let person = &mut sample.meetings[0].sides[0].participants[0];
    person.called.insert("kk".into(), "Абдуләзиз бен Сауд".into());
    let written = person.name.clone();
    assert!(brief(&sample, "kk", Format::Text).contains("Абдуләзиз бен Сауд"));
    // No document of the language names him: as written where he was met.
    let text = brief(&sample, "en", Format::Text);
    assert!(text.contains(&written) && !text.contains("Абдуләзиз"));
    // Under his name in a language stands the one that it was written by.
    let text = brief(&sample, "ru", Format::Text);
    let line = text.lines().find(|line| line.contains("Ержан Саденов")).expect("he is listed in Russian");
    assert!(text.contains("إرجان سادينوف") && !line.is_empty());
}

#[test]
fn a_page_needs_nothing_beside_it() {
    let page = brief(&sample::brief(), "ar", Format::Html);
    for foreign in ["<script", "<link", "src=", "@import", "url("] {
        assert!(!page.contains(foreign), "the page holds {foreign}");
    }
}

#[test]
fn style_names_no_left_and_no_right() {
    let style = include_str!("../static/style.css");
    for word in style.split(|c: char| !c.is_ascii_alphabetic()) {
        assert!(word != "left" && word != "right", "static/style.css: use inline-start and inline-end");
    }
}

#[test]
fn what_documents_say_is_escaped() {
    let mut hostile = sample::brief();
    let attack = "<script>alert(1)</script>\"' onload=x";
    hostile.meetings[0].sides[0].participants[0].name = attack.into();
    hostile.meetings[0].place.as_mut().unwrap().text = attack.into();
    hostile.meetings[0].kind = attack.into();
    hostile.areas[0].claims[0].claim.words.text = attack.into();
    hostile.areas[0].claims[0].stated_by.source = Some(attack.into());
    hostile.occupancies[0].name = attack.into();
    hostile.documents[0].url = Some("javascript:alert(1)".into());
    hostile.documents[0].title = attack.into();
    hostile.documents[0].lang = Some(attack.into());
    hostile.files[0].title = attack.into();
    let page = brief(&hostile, "ar", Format::Html);
    assert!(!page.contains("<script"), "{page}");
    assert!(!page.contains("href=\"javascript"), "{page}");
    assert!(!body(&page).contains("\"' onload"), "{page}");
}

#[test]
fn what_documents_say_sends_a_terminal_no_commands() {
    let mut hostile = sample::brief();
    hostile.meetings[0].sides[0].participants[0].name = "x\u{1b}[2J\ny".into();
    assert!(brief(&hostile, "en", Format::Text).contains("x [2J y"));
}

#[test]
fn a_pair_with_nothing_says_so() {
    let text = brief(&pair(vec![Gap::NothingRecorded]), "ar", Format::Text);
    insta::assert_snapshot!(text, @r"
    السعودية وكازاخستان
    كل ما في السجل

    لا شيء مسجل بين السعودية وكازاخستان.
    ");
    let page = brief(&pair(vec![Gap::NothingRecorded]), "en", Format::Html);
    assert!(page.contains("Nothing is recorded between Saudi Arabia and Kazakhstan."));
    assert!(!body(&page).contains("<h2>"), "an empty section has no heading");
}

#[test]
fn one_undated_readout_says_so() {
    let mut meeting = sample::reception();
    meeting.date = Some(EventDate {
        value: "4".into(),
        precision: "weekday".into(),
        words: sample::RECEPTION.words("الخميس"),
    });
    let mut undated = pair(vec![Gap::OneDocument, Gap::UndatedMeeting, Gap::UndatedDocument]);
    undated.counts.meetings = 1;
    undated.counts.undated = 1;
    undated.meetings = vec![meeting];
    undated.documents = vec![sample::RECEPTION.used()];
    let text = brief(&undated, "ar", Format::Text);
    assert!(text.contains("الخميس، بلا تاريخ"), "{text}");
    assert!(text.contains("لقاء واحد بلا تاريخ: لم تذكره الوثيقة، ولا يُخمَّن."), "{text}");
    let page = brief(&undated, "ar", Format::Html);
    assert!(!body(&page).contains("<svg"), "nothing can be drawn without a day");
    assert!(!body(&page).contains("<time"), "no day is given to machines either");
}

#[test]
fn json_is_the_same_in_every_language_and_names_its_contract() {
    let json = brief(&sample::brief(), "ar", Format::Json);
    assert_eq!(json, brief(&sample::brief(), "kk", Format::Json));
    let value: serde_json::Value = serde_json::from_str(&json).unwrap();
    assert_eq!(value["contract"], "mahdar-brief/1.0");
    assert_eq!(value["meetings"][0]["sides"][0]["participants"][0]["name"], "عبد العزيز بن سعود بن نايف");
    assert_eq!(value["pair"][1], "KAZ");
}

#[test]
fn every_reference_has_its_note() {
    let page = brief(&sample::brief(), "ar", Format::Html);
    let refs: Vec<&str> = page.split("href=\"#").skip(1).filter_map(|rest| rest.split('"').next()).collect();
    assert!(refs.len() > 10);
    for target in refs {
        assert!(page.contains(&format!("id=\"{target}\"")), "nothing has the id {target}");
    }
}
