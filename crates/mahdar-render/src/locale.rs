//! The words of pages in one language: messages, numbers, days.
//!
//! Holds no word itself. A language is a folder of `data/locales`; its direction, separators and
//! the order of a date are messages of it like any other. What a language lacks comes from
//! [`FALLBACK`]; a test keeps the folders equal, so that this happens only with a folder of one's own.

use std::collections::{BTreeMap, BTreeSet};

use fluent_bundle::{FluentArgs, FluentBundle, FluentResource, FluentValue};
use unic_langid::LanguageIdentifier;

/// The language whose words stand in for a message another one lacks.
pub const FALLBACK: &str = "en";

/// The words of one language, over those of [`FALLBACK`].
pub struct Locale {
    lang: String,
    rtl: bool,
    /// The language itself first.
    bundles: Vec<FluentBundle<FluentResource>>,
}

/// What goes into a message.
#[derive(Debug, Clone, PartialEq)]
pub enum Arg {
    /// A number with this many decimals; also chooses the plural form.
    Number(f64, usize),
    /// A share between 0 and 1, shown as a percentage with one decimal.
    Share(f64),
    /// A year or another number that is not grouped.
    Plain(i64),
    /// Words in the language of the page.
    Word(String),
    /// Words of a document: kept apart from the direction of the words around them.
    Quoted(String),
}

impl Locale {
    /// The embedded words of a language; those of [`FALLBACK`] when there is no such folder.
    pub fn embedded(lang: &str) -> Locale {
        Locale::from_files(&mahdar_data::files("locales/"), lang)
    }

    /// The words of a language out of (path, text) pairs, `locales/ar/terms.ftl`.
    ///
    /// A message that does not parse is left out, and shows as missing.
    pub fn from_files(files: &[(String, String)], lang: &str) -> Locale {
        let mut bundles = Vec::new();
        let mut langs = vec![lang];
        if lang != FALLBACK {
            langs.push(FALLBACK);
        }
        for tag in langs {
            let own: Vec<&String> =
                files.iter().filter(|(path, _)| folder(path) == Some(tag)).map(|(_, text)| text).collect();
            if !own.is_empty() {
                bundles.push(bundle(tag, &own));
            }
        }
        let mut locale = Locale { lang: lang.to_owned(), rtl: false, bundles };
        locale.rtl = locale.say("dir") == "rtl";
        locale
    }

    /// The language asked for.
    pub fn lang(&self) -> &str {
        &self.lang
    }

    /// True where a line begins at the other side.
    pub fn is_rtl(&self) -> bool {
        self.rtl
    }

    /// Whether a message of this name exists here or in the fallback.
    pub fn has(&self, key: &str) -> bool {
        self.bundles.iter().any(|bundle| bundle.has_message(key))
    }

    /// A message without parameters; its name in brackets when there is none.
    pub fn say(&self, key: &str) -> String {
        self.say_with(key, &[])
    }

    /// A word of a closed class, `topic-security`; the id itself when the class has no such word.
    pub fn term(&self, class: &str, id: &str) -> String {
        let key = format!("{class}-{id}");
        if self.has(&key) { self.say(&key) } else { id.to_owned() }
    }

    /// A message with its parameters filled in.
    pub fn say_with(&self, key: &str, args: &[(&str, Arg)]) -> String {
        let mut filled = FluentArgs::new();
        for (name, arg) in args {
            filled.set(*name, self.value(arg));
        }
        for bundle in &self.bundles {
            let Some(pattern) = bundle.get_message(key).and_then(|message| message.value()) else { continue };
            let mut errors = Vec::new();
            return self.separate(&bundle.format_pattern(pattern, Some(&filled), &mut errors));
        }
        format!("[{key}]")
    }

    /// A number as this language writes it.
    pub fn number(&self, value: f64, decimals: usize) -> String {
        self.separate(&grouped(value, decimals))
    }

    /// A share between 0 and 1 as a percentage with one decimal.
    pub fn share(&self, share: f64) -> String {
        self.percent(share, 1)
    }

    /// A share between 0 and 1 as a percentage with so many decimals.
    pub fn percent(&self, share: f64, decimals: usize) -> String {
        let value = self.number(share * 100.0, decimals);
        let shown = self.say_with("percent", &[("value", Arg::Word(value))]);
        if self.rtl { isolate(&shown) } else { shown }
    }

    /// Words of a document, isolated when they run against the direction of the page.
    pub fn quoted(&self, text: &str) -> String {
        let against = if self.rtl { text.chars().any(runs_ltr) } else { text.chars().any(runs_rtl) };
        if against { isolate(text) } else { text.to_owned() }
    }

    /// The name of a state (`KAZ`) or organisation (`ORG:UN`); the code when it has none here.
    pub fn party(&self, code: &str) -> String {
        match code.strip_prefix("ORG:") {
            Some(acronym) => self.term("org", acronym),
            None => self.term("state", code),
        }
    }

    /// The name of a person as documents of this language spell it, where one does; else as the document at hand has it.
    pub fn called(&self, name: &str, called: &BTreeMap<String, String>) -> String {
        called.get(&self.lang).map_or(name, String::as_str).to_string()
    }

    /// Items one after another, with this language's comma.
    pub fn list(&self, items: &[String]) -> String {
        items.join(&self.say("list-separator"))
    }

    /// Years or days from one to another.
    pub fn range(&self, from: &str, to: &str) -> String {
        if from == to {
            return from.to_owned();
        }
        self.say_with("range", &[("from", Arg::Word(from.into())), ("to", Arg::Word(to.into()))])
    }

    /// A date as the record holds it: ISO day, month, year, or two of them around a slash.
    ///
    /// What is none of these is shown as it is.
    pub fn date(&self, iso: &str) -> String {
        self.date_as(iso, "date-day")
    }

    /// The same with the day of the week.
    pub fn date_long(&self, iso: &str) -> String {
        self.date_as(iso, "date-long")
    }

    /// The month and year of an ISO day.
    pub fn month(&self, iso: &str) -> String {
        self.date(iso.get(..7).unwrap_or(iso))
    }

    /// The name of a weekday, Monday being 1.
    pub fn weekday(&self, number: i64) -> String {
        self.term("weekday", &number.to_string())
    }

    fn date_as(&self, iso: &str, day_key: &str) -> String {
        if let Some((from, to)) = iso.split_once('/') {
            let (from, to) = (self.date(from), self.date(to));
            return self.say_with("date-interval", &[("from", Arg::Word(from)), ("to", Arg::Word(to))]);
        }
        let parts: Vec<i64> = iso.split('-').filter_map(|part| part.parse().ok()).collect();
        let word = |class: &str, n: i64| Arg::Word(self.term(class, &n.to_string()));
        match parts[..] {
            [year, month, day] => {
                let Ok(civil) = iso.parse::<jiff::civil::Date>() else { return iso.to_owned() };
                let weekday = i64::from(civil.weekday().to_monday_one_offset());
                self.say_with(
                    day_key,
                    &[
                        ("weekday", word("weekday", weekday)),
                        ("day", Arg::Plain(day)),
                        ("month", word("month", month)),
                        ("year", Arg::Plain(year)),
                    ],
                )
            }
            [year, month] => self
                .say_with("date-month", &[("month", word("month-alone", month)), ("year", Arg::Plain(year))]),
            [year] if iso.len() == 4 => self.say_with("date-year", &[("year", Arg::Plain(year))]),
            _ => iso.to_owned(),
        }
    }

    fn value(&self, arg: &Arg) -> FluentValue<'static> {
        match arg {
            Arg::Number(value, decimals) => {
                // The options travel to `show_number`; the plural form needs the number itself.
                let options = fluent_bundle::types::FluentNumberOptions {
                    minimum_fraction_digits: Some(*decimals),
                    ..Default::default()
                };
                FluentValue::Number(fluent_bundle::types::FluentNumber::new(*value, options))
            }
            Arg::Share(share) => self.share(*share).into(),
            Arg::Plain(number) => number.to_string().into(),
            Arg::Word(word) => word.clone().into(),
            Arg::Quoted(text) => self.quoted(text).into(),
        }
    }

    /// Puts this language's separators where [`grouped`] left their places.
    fn separate(&self, text: &str) -> String {
        if !text.contains([GROUP, DECIMAL]) {
            return text.to_owned();
        }
        text.replace(GROUP, &self.say("group")).replace(DECIMAL, &self.say("decimal"))
    }
}

/// The languages that have a folder.
pub fn languages() -> Vec<String> {
    let files = mahdar_data::files("locales/");
    let langs: BTreeSet<String> =
        files.iter().filter_map(|(path, _)| folder(path)).map(str::to_owned).collect();
    langs.into_iter().collect()
}

/// Sets text apart from the direction of what stands around it (U+2068 … U+2069).
pub fn isolate(text: &str) -> String {
    format!("\u{2068}{text}\u{2069}")
}

/// Places of the separators in a number whose language is not known yet: characters of private use.
const GROUP: char = '\u{E000}';
const DECIMAL: char = '\u{E001}';

fn folder(path: &str) -> Option<&str> {
    path.strip_prefix("locales/")?.split('/').next()
}

fn bundle(tag: &str, texts: &[&String]) -> FluentBundle<FluentResource> {
    let id: LanguageIdentifier = tag.parse().unwrap_or_default();
    let mut bundle = FluentBundle::new(vec![id]);
    // Values are isolated here, where it is known whose words they are.
    bundle.set_use_isolating(false);
    bundle.set_formatter(Some(show_number));
    for text in texts {
        let resource = FluentResource::try_new((*text).clone()).unwrap_or_else(|(partial, _)| partial);
        bundle.add_resource_overriding(resource);
    }
    bundle
}

fn show_number<M>(value: &FluentValue, _: &M) -> Option<String> {
    let FluentValue::Number(number) = value else { return None };
    Some(grouped(number.value, number.options.minimum_fraction_digits.unwrap_or(0)))
}

fn grouped(value: f64, decimals: usize) -> String {
    let plain = format!("{:.*}", decimals, value.abs());
    let (whole, fraction) = plain.split_once('.').unwrap_or((&plain, ""));
    let mut shown = String::new();
    if value < 0.0 && plain.chars().any(|c| ('1'..='9').contains(&c)) {
        shown.push('\u{2212}');
    }
    for (i, digit) in whole.chars().enumerate() {
        if i > 0 && (whole.len() - i).is_multiple_of(3) {
            shown.push(GROUP);
        }
        shown.push(digit);
    }
    if !fraction.is_empty() {
        shown.push(DECIMAL);
        shown.push_str(fraction);
    }
    shown
}

/// Letters that run from right to left, by their blocks in Unicode.
fn runs_rtl(c: char) -> bool {
    matches!(c as u32, 0x0590..=0x08FF | 0xFB1D..=0xFDFF | 0xFE70..=0xFEFF)
}

fn runs_ltr(c: char) -> bool {
    c.is_alphabetic() && !runs_rtl(c)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Names of all messages of one language.
    fn keys(lang: &str) -> BTreeSet<String> {
        let mut keys = BTreeSet::new();
        for (path, text) in mahdar_data::files("locales/") {
            if folder(&path) != Some(lang) {
                continue;
            }
            let resource = fluent_syntax::parser::parse(text.as_str()).unwrap_or_else(|(_, errors)| {
                panic!("{path} does not parse: {errors:?}");
            });
            for entry in resource.body {
                if let fluent_syntax::ast::Entry::Message(message) = entry {
                    assert!(
                        keys.insert(message.id.name.to_owned()),
                        "{path}: {} stands twice",
                        message.id.name
                    );
                }
            }
        }
        keys
    }

    #[test]
    fn every_language_has_every_message() {
        let all = keys(FALLBACK);
        assert_eq!(languages(), ["ar", "en", "kk", "ru"]);
        for lang in languages() {
            let own = keys(&lang);
            let missing: Vec<_> = all.difference(&own).collect();
            let alone: Vec<_> = own.difference(&all).collect();
            assert!(missing.is_empty(), "data/locales/{lang} lacks {missing:?}");
            assert!(alone.is_empty(), "data/locales/{FALLBACK} lacks {alone:?}, which {lang} has");
        }
    }

    #[test]
    fn every_message_uses_the_parameters_of_the_fallback() {
        // A parameter misspelt in one language would show as {$name} on its pages only.
        let files = mahdar_data::files("locales/");
        let parameters = |lang: &str| -> std::collections::BTreeMap<String, BTreeSet<String>> {
            let mut found = std::collections::BTreeMap::new();
            for (_, text) in files.iter().filter(|(path, _)| folder(path) == Some(lang)) {
                let mut key = String::new();
                for line in text.lines().filter(|line| !line.starts_with('#')) {
                    if let Some((name, _)) = line.split_once(" =").filter(|_| !line.starts_with([' ', '\t']))
                    {
                        key = name.to_owned();
                    }
                    let names = line.split('$').skip(1).map(|rest| {
                        rest.chars()
                            .take_while(|c| c.is_alphanumeric() || *c == '_' || *c == '-')
                            .collect::<String>()
                    });
                    found.entry(key.clone()).or_insert_with(BTreeSet::new).extend(names);
                }
            }
            found
        };
        let all = parameters(FALLBACK);
        for lang in languages() {
            for (key, names) in parameters(&lang) {
                let known = all.get(&key).cloned().unwrap_or_default();
                // The weekday of a date and a counted noun may be left unsaid, but nothing invented.
                assert!(names.is_subset(&known), "{lang}: {key} uses {names:?}, {FALLBACK} has {known:?}");
            }
        }
    }

    #[track_caller]
    fn check(lang: &str, iso: &str, expected: &str) {
        assert_eq!(Locale::embedded(lang).date_long(iso), expected);
    }

    #[test]
    fn days_are_written_as_the_language_does() {
        check("ar", "2026-01-15", "الخميس 15 يناير 2026");
        check("en", "2026-01-15", "Thursday 15 January 2026");
        check("ru", "2026-01-15", "четверг, 15\u{a0}января 2026\u{a0}г.");
        check("kk", "2026-01-15", "2026 жылғы 15 қаңтар, бейсенбі");
        check("ru", "2026-01", "январь 2026\u{a0}г.");
        check("ar", "2026-01-15/2026-01-17", "من 15 يناير 2026 إلى 17 يناير 2026");
        check("en", "not a day", "not a day");
    }

    #[test]
    fn numbers_have_the_separators_of_the_language_and_digits_of_all() {
        assert_eq!(Locale::embedded("ar").number(3626.34, 1), "3,626.3");
        assert_eq!(Locale::embedded("ru").number(3626.34, 1), "3\u{a0}626,3");
        assert_eq!(Locale::embedded("en").number(-0.04, 1), "0.0");
        assert_eq!(Locale::embedded("ar").share(0.8214), "\u{2068}82.1%\u{2069}");
    }

    #[test]
    fn a_language_without_folder_speaks_the_fallback() {
        assert_eq!(Locale::embedded("xx").say("event-MEET"), "Meeting");
        assert_eq!(Locale::embedded("ar").party("ORG:XYZ"), "XYZ");
    }
}
