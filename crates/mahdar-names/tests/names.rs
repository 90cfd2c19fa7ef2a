//! What a score must do whatever the weights are, and names of each kind of variant.

#![allow(clippy::unwrap_used, reason = "a test may stop at the first surprise")]

use mahdar_names::{Index, Kept, KeptError, MARK, Name, Tables, score};
use proptest::prelude::*;
use std::sync::LazyLock;

static TABLES: LazyLock<Tables> = LazyLock::new(|| Tables::compile(&mahdar_data::files("names")).unwrap());

fn compared(a: &str, lang_a: &str, b: &str, lang_b: &str) -> f32 {
    score(&TABLES, &Name::read(&TABLES, a, lang_a), &Name::read(&TABLES, b, lang_b))
}

#[track_caller]
fn same(pairs: &[(&str, &str, &str, &str)]) {
    for (a, lang_a, b, lang_b) in pairs {
        let found = compared(a, lang_a, b, lang_b);
        assert!(found >= 0.5, "{found:.3} {a} / {b}");
    }
}

#[track_caller]
fn other(pairs: &[(&str, &str, &str, &str)]) {
    for (a, lang_a, b, lang_b) in pairs {
        let found = compared(a, lang_a, b, lang_b);
        assert!(found < 0.5, "{found:.3} {a} / {b}");
    }
}

#[test]
fn spellings_of_one_name() {
    same(&[
        // Initials beside the whole name.
        ("Гүлнар Сейітова", "kk", "Г.Сейітова", "kk"),
        ("Юсуф Хаддад", "ru", "Ю. Хаддад", "ru"),
        // Another script.
        ("فاطمة الزهراء العلوي", "ar", "Fatima Zahra Alaoui", "en"),
        ("يوسف الحداد", "ar", "Юсеф аль-Хаддад", "ru"),
        ("Гүлнар Сейітова", "kk", "Gulnar Seitova", "en"),
        // Maghrebi and Gulf spellings.
        ("Rachid Bouchareb", "en", "رشيد بوشارب", "ar"),
        ("Mohamed Cherif", "en", "Mohammed Sharif", "en"),
        // Hamza, ta marbuta, vowel marks.
        ("اسامة", "ar", "أسامه", "ar"),
        ("مُحَمَّد الشريف", "ar", "محمد الشريف", "ar"),
        // Abd, article, joined and apart.
        ("عبد الرحمن السميط", "ar", "عبدالرحمن السميط", "ar"),
        ("Abdul Rahman Al-Sumait", "en", "Абдуррахман ас-Сумайт", "ru"),
        // Cases.
        ("Нурлану Сеитову", "ru", "Нурлан Сеитов", "ru"),
        ("Бауыржан Сейітовтің", "kk", "Бауыржан Сейітов", "kk"),
        // Kazakh Latin.
        ("Bauyrjan Seıtov", "kk-Latn", "Бауыржан Сейітов", "kk"),
        // Patronymic left out, initials, order.
        ("Нурлан Каирович Сеитов", "ru", "Nurlan Seitov", "en"),
        ("Сеитов Н. К.", "ru", "Нурлан Каирович Сеитов", "ru"),
        ("SEITOV Nurlan", "en", "Нурлан Сеитов", "ru"),
        // Parts left out of a chain.
        ("خالد بن سعد بن عبد الله الحربي", "ar", "خالد الحربي", "ar"),
        ("Khalid bin Saad", "en", "خالد بن سعد الحربي", "ar"),
    ]);
}

#[test]
fn names_of_others() {
    other(&[
        // First letters agree by chance, in another order too.
        ("Гүлнар Сейітова", "kk", "С. В. Громов", "ru"),
        ("Юсуф Хаддад", "ru", "Ю.Ким", "ru"),
        // Father and son.
        ("سعد الحربي", "ar", "خالد بن سعد الحربي", "ar"),
        ("Марат Сеитов", "ru", "Нурлан Маратович Сеитов", "ru"),
        // Brothers.
        ("Khalid bin Saad Al Harbi", "en", "Fahd bin Saad Al Harbi", "en"),
        // Namesakes.
        ("Нурлан Сеитов", "ru", "Нурлан Абдрахманов", "ru"),
        // Names easily taken for one another.
        ("حسن الحداد", "ar", "حسين الحداد", "ar"),
        ("عمر الحداد", "ar", "عمرو الحداد", "ar"),
        ("Ержан Сейітов", "kk", "Ерлан Сейітов", "kk"),
        ("Marat Seitov", "en", "Мурат Сеитов", "ru"),
        ("Salman al-Harbi", "en", "Сулейман аль-Харби", "ru"),
        // Which one of the name.
        ("عبد الله الأول", "ar", "Abdullah II", "en"),
    ]);
}

#[test]
fn what_makes_no_difference() {
    for (a, b) in [("KHALID AL-HARBI", "Khalid al-Harbi"), ("خالد الحربي", "خَالِد الحَرْبي"), ("خالد", "خـالـد")]
    {
        assert_eq!(compared(a, "", b, ""), 1.0, "{a} / {b}");
    }
}

#[test]
fn no_name_is_nobody() {
    for nothing in ["", " ", "-", "123", "…", "王毅"] {
        assert_eq!(compared(nothing, "en", "Omar", "en"), 0.0);
        assert_eq!(compared(nothing, "en", nothing, "en"), 0.0);
    }
}

proptest! {
    #[test]
    fn whatever_is_written(a in "\\PC{0,40}", b in "\\PC{0,40}", la in "(ar|en|ru|kk|kk-Latn|)", lb in "(ar|en|ru|kk|xx)") {
        let there = compared(&a, &la, &b, &lb);
        prop_assert!((0.0..=1.0).contains(&there));
    }

    #[test]
    fn both_ways_are_one(a in "[a-zA-Zа-яА-Яا-ي .,-]{0,30}", b in "[a-zA-Zа-яА-Яا-ي .,-]{0,30}") {
        let (there, back) = (compared(&a, "", &b, ""), compared(&b, "", &a, ""));
        prop_assert_eq!(there, back);
    }

    #[test]
    fn a_name_is_itself(a in "[a-zA-Zа-яА-Яا-ي]{2,9}( [a-zA-Zа-яА-Яا-ي]{2,9}){0,4}") {
        let name = Name::read(&TABLES, &a, "");
        if !name.parts.is_empty() {
            prop_assert_eq!(score(&TABLES, &name, &name), 1.0);
        }
    }
}

fn register() -> (Index, Vec<&'static str>) {
    let names = [
        ("k1", "خالد بن سعد الحربي", "ar"),
        ("k2", "Нурлан Каирович Сеитов", "ru"),
        ("k3", "Yousef Al-Haddad", "en"),
        ("k4", "", "en"),
        ("k5", "Gulnar Seitova", "en"),
        ("k6", "Aaaabbbbccccddddeeeeffffgggghhhh Rrrrssssttttuuuuvvvvwwwwxxxxyyyy", "en"),
    ];
    let mut index = Index::new();
    for (_, name, lang) in names {
        index.add(&TABLES, &Name::read(&TABLES, name, lang));
    }
    (index, names.iter().map(|(label, ..)| *label).collect())
}

const OF_THIS: [u8; MARK] = [7; MARK];

#[test]
fn a_kept_register_finds_what_the_one_in_memory_finds() {
    let (index, labels) = register();
    let kept = Kept::open(&TABLES, index.keep(&labels, &OF_THIS).unwrap(), &OF_THIS).unwrap();
    assert_eq!((kept.len(), kept.n_unreadable()), (6, 1));
    for (asked, lang, label) in
        [("Халид ибн Саад аль-Харби", "ru", "k1"), ("Нұрлан Сеитов", "kk", "k2"), ("يوسف الحداد", "ar", "k3")]
    {
        let name = Name::read(&TABLES, asked, lang);
        let found = kept.find(&TABLES, &name, 50);
        assert_eq!(kept.label(found[0].index), label);
        assert_eq!(found, index.find(&TABLES, &name, 50));
    }
}

#[test]
fn a_kept_register_of_something_else_is_not_asked() {
    let (index, labels) = register();
    let bytes = index.keep(&labels, &OF_THIS).unwrap();
    assert_eq!(Kept::open(&TABLES, &bytes, &[8; MARK]).err(), Some(KeptError::Stale));
    assert_eq!(Kept::open(&TABLES, b"id\tname\tlang\n", &OF_THIS).err(), Some(KeptError::Foreign));
    assert_eq!(Kept::open(&TABLES, &bytes[..bytes.len() - 1], &OF_THIS).err(), Some(KeptError::Broken));
    assert_eq!(Kept::open(&TABLES, &bytes[..60], &OF_THIS).err(), Some(KeptError::Broken));
    assert_eq!(index.keep(&labels[1..], &OF_THIS).err(), Some(KeptError::Broken));
}

proptest! {
    /// Whatever a byte of the file is turned into, an answer comes, right or wrong.
    #[test]
    fn a_kept_register_that_was_changed_ends_nothing(changes in prop::collection::vec((0usize..4000, any::<u8>()), 1..40)) {
        let (index, labels) = register();
        let mut bytes = index.keep(&labels, &OF_THIS).unwrap();
        for (at, byte) in changes {
            let at = at % bytes.len();
            bytes[at] = byte;
        }
        if let Ok(kept) = Kept::open(&TABLES, bytes, &OF_THIS) {
            for found in kept.find(&TABLES, &Name::read(&TABLES, "Халид ибн Саад аль-Харби", "ru"), 50) {
                kept.label(found.index);
            }
        }
    }
}
