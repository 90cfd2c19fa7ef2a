//! Looks over the files of a pack: keys nobody reads, forms listed twice, letters that editors and readers stumble on.
//!
//! Knows the shape of the files (`docs/packs.md`), no word of any language.

use std::collections::{BTreeMap, HashMap};

use toml::Spanned;
use toml::de::{DeTable, DeValue};
use unicode_normalization::is_nfc;

use super::{Line, Remark, line_at};
use crate::leaders::rows;
use crate::model::Severity;
use crate::pack::{alternatives, unread};

/// Keys that are written for people, or for later, and that reading passes over: file, then key.
const FOR_PEOPLE: &[(&str, &[&str])] = &[
    ("pack.toml", &["lang", "name"]),
    ("affixes.toml", &["after"]),
    ("titles.toml", &["plural"]),
    ("ranks.toml", &["plural"]),
    ("numbers.toml", &["decimal", "group"]),
    ("constructions.toml", &["gap"]),
    ("claims.toml", &["note"]),
    ("events/", &["note", "until", "why", "status", "sides"]),
];

/// What a side of an event may be.
const ROLES: [&str; 5] = ["host", "guest", "actor", "recipient", "party"];

/// Lists in which a word may stand for several entries: they tell where it stands, or what it does besides, and not what
/// it means.
const SHARED_LISTS: [&str; 16] = [
    "gap", "needs", "excludes", "news", "sides", "tags", "case", "forms", "voices", "drop", "seat", "now",
    "ahead", "not", "also", "of",
];

/// Ids that files must keep to; an empty list is not checked.
#[derive(Debug, Clone, Default)]
pub struct Vocabulary {
    /// Of `ontology/positions.toml`.
    pub positions: Vec<String>,
    /// Of `ontology/portfolios.toml`.
    pub portfolios: Vec<String>,
    /// Event types, of `ontology/events.toml`.
    pub types: Vec<String>,
    /// Leaders, of `ontology/leaders.toml`, in order.
    pub leaders: Vec<String>,
    /// Institutions that are no ministry, of the packs.
    pub institutions: Vec<String>,
    /// Topics, of the packs.
    pub topics: Vec<String>,
    /// How events may come about, of the frames of the packs.
    pub modes: Vec<String>,
}

impl Vocabulary {
    /// Takes the ids out of the files of `ontology/` and `lang/`, given as (path, content); other files are passed over.
    pub fn of(files: &[(String, String)]) -> Vocabulary {
        // Under `key` a file lists ids, or tables that give them under `id`.
        let list = |of: &dyn Fn(&str) -> bool, key: &str, id: &str| -> Vec<String> {
            let mut out: Vec<String> = vec![];
            for (_, content) in files.iter().filter(|(path, _)| of(path)) {
                let table: toml::Table = toml::from_str(content).unwrap_or_default();
                let entries = table.get(key).and_then(|value| value.as_array()).cloned().unwrap_or_default();
                // "minister 2": the id, then its rank.
                let word = |entry: &toml::Value| {
                    let told = entry.as_str().or_else(|| entry.get(id)?.as_str())?;
                    told.split(' ').next().map(str::to_string)
                };
                out.extend(entries.iter().filter_map(word));
            }
            // The packs name each of them once a language.
            out.sort();
            out.dedup();
            out
        };
        let named = |name: &'static str| move |path: &str| path.ends_with(name);
        let mut leaders: Vec<String> = files
            .iter()
            .filter(|(path, _)| path.ends_with("ontology/leaders.toml"))
            .filter_map(|(_, content)| toml::from_str::<toml::Table>(content).ok())
            .filter_map(|table| Some(table.get("leaders")?.as_str()?.to_string()))
            .flat_map(|list| rows(&list).map(|(id, _)| id.to_string()).collect::<Vec<_>>())
            .collect();
        leaders.sort();
        leaders.dedup();
        let frames = |path: &str| path.contains("/events/");
        Vocabulary {
            positions: list(&named("positions.toml"), "position", "id"),
            portfolios: list(&named("portfolios.toml"), "portfolio", "id"),
            types: list(&named("ontology/events.toml"), "event", "type"),
            leaders,
            institutions: list(&named("institutions.toml"), "institution", "id"),
            topics: list(&named("topics.toml"), "topic", "id"),
            modes: list(&frames, "frame", "mode"),
        }
    }
}

/// Looks over one file of a pack, `file` being its name below the folder of the language (`events/meet.toml`).
///
/// A file that is no TOML gives nothing here: compiling the pack says so.
///
/// Nor do sentences that measure a pack and are no part of it.
pub fn survey(path: &str, file: &str, text: &str, vocabulary: &Vocabulary) -> Vec<Remark> {
    if file.starts_with("eval/composed/") {
        return Vec::new();
    }
    let mut survey = Survey { path, text, remarks: Vec::new(), seen: HashMap::new(), sets: BTreeMap::new() };
    survey.letters(file);
    if let Ok(table) = DeTable::parse(text) {
        survey.sets = sets(table.get_ref());
        survey.keys(file, table.get_ref());
        // Of a grammar of claims a word may be part in many ways.
        if file != "claims.toml" {
            survey.table("", "", table.get_ref());
        }
        survey.ids(file, table.get_ref(), vocabulary);
    }
    survey.remarks.sort_by(|a, b| a.line.cmp(&b.line));
    survey.remarks
}

struct Survey<'a> {
    path: &'a str,
    text: &'a str,
    remarks: Vec<Remark>,
    /// List and form, in small letters, to where it stands first.
    seen: HashMap<(String, String), First>,
    /// Parts that stand in many forms of the file, by name.
    sets: BTreeMap<String, Vec<String>>,
}

/// Where a form stands first.
struct First {
    entry: String,
    form: String,
    line: usize,
}

/// What stands under `[sets]`: parts by name.
fn sets(table: &DeTable<'_>) -> BTreeMap<String, Vec<String>> {
    let sets = table.get("sets").and_then(|sets| sets.get_ref().as_table());
    let parts = |list: &Spanned<DeValue<'_>>| {
        let list = list.get_ref().as_array().into_iter().flat_map(|list| list.iter());
        list.filter_map(|part| part.get_ref().as_str().map(str::to_string)).collect()
    };
    sets.into_iter()
        .flat_map(|sets| sets.iter())
        .map(|(name, list)| (name.get_ref().to_string(), parts(list)))
        .collect()
}

impl Survey<'_> {
    fn remark(
        &mut self,
        number: usize,
        code: &'static str,
        severity: Severity,
        message: String,
        help: &'static str,
    ) {
        let line = Line { path: self.path.to_string(), number };
        self.remarks.push(Remark { code, severity, message, help, line });
    }

    /// Line by line: what is hidden, and what an editor shows in the wrong order.
    fn letters(&mut self, file: &str) {
        // The file of letters lists the characters that the others must not have.
        let lists_letters = file == "letters.toml";
        for (index, line) in self.text.lines().enumerate() {
            let number = index + 1;
            if !is_nfc(line) && !lists_letters {
                self.remark(
                    number,
                    "pack/not-nfc",
                    Severity::Warning,
                    "this line is not in NFC".into(),
                    "save it in Unicode normal form C",
                );
            }
            if let Some(c) = line.chars().find(|c| is_hidden(*c)).filter(|_| !lists_letters) {
                let message = format!("an invisible mark or presentation form, U+{:04X}", c as u32);
                self.remark(
                    number,
                    "pack/invisible-mark",
                    Severity::Warning,
                    message,
                    "remove it, or write the ordinary letter",
                );
            }
            if right_to_left_strings(line) > 1 && !lists_letters {
                let message = "two right-to-left strings stand on one line".to_string();
                self.remark(
                    number,
                    "pack/two-on-a-line",
                    Severity::Warning,
                    message,
                    "write each on a line of its own",
                );
            }
        }
    }

    /// Keys that nothing reads.
    fn keys(&mut self, file: &str, table: &DeTable<'_>) {
        let for_people = FOR_PEOPLE
            .iter()
            .find(|(name, _)| *name == file || (name.ends_with('/') && file.starts_with(name)));
        let for_people = for_people.map_or(&[][..], |(_, keys)| keys);
        for way in unread(file, self.text).unwrap_or_default() {
            let Some(key) = way.last().filter(|key| !for_people.contains(&key.as_str())) else { continue };
            let number = line_at(self.text, place_of(table, &way).unwrap_or_default());
            self.unknown_key(number, key);
        }
    }

    fn unknown_key(&mut self, number: usize, key: &str) {
        let message = format!("nothing reads the key `{key}` here");
        self.remark(
            number,
            "pack/unknown-key",
            Severity::Warning,
            message,
            "correct the key; docs/packs.md lists those of each file",
        );
    }

    fn table(&mut self, place: &str, entry: &str, table: &DeTable<'_>) {
        let id = ["id", "code", "position", "work", "unit"]
            .iter()
            .find_map(|key| table.get(*key)?.get_ref().as_str());
        let entry = id.unwrap_or(entry);
        // An entry that holds only after a word may share its forms with one that holds everywhere.
        if place == "attendance" && table.contains_key("after") {
            return;
        }
        for (key, value) in table {
            let name: &str = key.get_ref();
            if place == "frame.roles" && !ROLES.contains(&name) {
                self.unknown_key(line_at(self.text, key.span().start), name);
            }
            // So may a frame that holds only with a word it needs.
            let narrow = place == "frame" && table.contains_key("needs") && value.get_ref().is_array();
            let below = match (place.is_empty(), narrow) {
                (true, _) => name.to_string(),
                (_, true) => format!("{place}.narrow.{name}"),
                _ => format!("{place}.{name}"),
            };
            self.value(&below, entry, value);
        }
    }

    fn value(&mut self, place: &str, entry: &str, value: &Spanned<DeValue<'_>>) {
        match value.get_ref() {
            DeValue::Table(table) => self.table(place, entry, table),
            DeValue::Array(array) => {
                for (index, item) in array.iter().enumerate() {
                    match item.get_ref() {
                        DeValue::Table(table) => self.table(place, &format!("{entry}{}", index + 1), table),
                        DeValue::String(form) => self.form(place, entry, form, item.span().start),
                        _ => {}
                    }
                }
            }
            _ => {}
        }
    }

    /// The same form in one list of one file, in whatever entry.
    fn form(&mut self, place: &str, entry: &str, form: &str, byte: usize) {
        let number = line_at(self.text, byte);
        let form = alternatives::with_sets(form, &self.sets);
        // Compiling a pack passes over such a form of a frame.
        if place.starts_with("frame.") && alternatives::written_out(&form).is_empty() {
            let message = format!("`{form}` cannot be written out");
            let help = "close each bracket, or write fewer parts";
            self.remark(number, "pack/alternatives", Severity::Warning, message, help);
        }
        let last = place.rsplit('.').next().unwrap_or_default();
        if SHARED_LISTS.contains(&last) || place.contains(".roles") {
            return;
        }
        for form in alternatives::or_itself(&form) {
            self.stands_once(place, entry, &form, number);
        }
    }

    fn stands_once(&mut self, place: &str, entry: &str, form: &str, number: usize) {
        let first = First { entry: entry.to_string(), form: form.to_string(), line: number };
        let Some(before) = self.seen.get(&(place.to_string(), form.to_lowercase())) else {
            self.seen.insert((place.to_string(), form.to_lowercase()), first);
            return;
        };
        // Forms of one entry that differ only in case are two spellings of one word.
        if before.entry != first.entry || before.form == first.form {
            let message = format!("`{form}` already belongs to `{}`, line {}", before.entry, before.line);
            self.remark(number, "pack/duplicate-form", Severity::Warning, message, "remove one of the two");
        }
    }

    /// The names of leaders stand under ids of the ontology.
    fn leaders(&mut self, table: &DeTable<'_>, vocabulary: &Vocabulary) {
        let Some(names) = table.get("names").filter(|_| !vocabulary.leaders.is_empty()) else { return };
        // As the file has it, so that a line of the list is one of the file.
        let list = &self.text[names.span()];
        let begin = line_at(self.text, names.span().start);
        for (at, line) in list.lines().enumerate().skip(1) {
            let Some((id, _)) = line.split_once(':').filter(|_| !line.starts_with(' ')) else { continue };
            if vocabulary.leaders.binary_search_by(|l| l.as_str().cmp(id)).is_ok() {
                continue;
            }
            let message = format!("`{id}` is not in ontology/leaders.toml");
            let help = "use an id of the ontology, or add it there with its state";
            self.remark(begin + at, "pack/unknown-id", Severity::Warning, message, help);
        }
    }

    fn ids(&mut self, file: &str, table: &DeTable<'_>, vocabulary: &Vocabulary) {
        let (list, key, known, ontology) = match file {
            "offices.toml" => ("office", "position", &vocabulary.positions, "positions.toml"),
            "institutions.toml" => ("portfolio", "id", &vocabulary.portfolios, "portfolios.toml"),
            "leaders.toml" => return self.leaders(table, vocabulary),
            _ => return,
        };
        let Some(entries) =
            table.get(list).and_then(|value| value.get_ref().as_array()).filter(|_| !known.is_empty())
        else {
            return;
        };
        for entry in entries.iter() {
            let Some(id) = entry.get_ref().as_table().and_then(|table| table.get(key)) else { continue };
            let Some(name) = id.get_ref().as_str().filter(|name| !known.iter().any(|k| k == name)) else {
                continue;
            };
            let message = format!("`{name}` is not in ontology/{ontology}");
            let number = line_at(self.text, id.span().start);
            self.remark(
                number,
                "pack/unknown-id",
                Severity::Warning,
                message,
                "use an id of the ontology, or add it there for all languages",
            );
        }
    }
}

/// The byte at which a key stands, given the way to it.
fn place_of(table: &DeTable<'_>, way: &[String]) -> Option<usize> {
    let (first, rest) = way.split_first()?;
    let (key, value) = table.iter().find(|(key, _)| *key.get_ref() == first.as_str())?;
    match (rest.split_first(), value.get_ref()) {
        (None, _) => Some(key.span().start),
        (Some(_), DeValue::Table(below)) => place_of(below, rest),
        (Some((index, rest)), DeValue::Array(array)) => {
            let entry = array.get(index.parse::<usize>().ok()?)?;
            place_of(entry.get_ref().as_table()?, rest)
        }
        _ => None,
    }
}

/// Quoted strings on the line, outside a comment, that hold a right-to-left letter.
fn right_to_left_strings(line: &str) -> usize {
    let (mut count, mut inside, mut counted, mut escaped) = (0, false, false, false);
    for c in line.chars() {
        match c {
            _ if escaped => escaped = false,
            '\\' if inside => escaped = true,
            '"' => (inside, counted) = (!inside, false),
            '#' if !inside => break,
            c if inside && !counted && is_right_to_left(c) => (count, counted) = (count + 1, true),
            _ => {}
        }
    }
    count
}

/// Blocks of Unicode whose letters run from right to left.
fn is_right_to_left(c: char) -> bool {
    matches!(c as u32, 0x590..=0x8FF | 0xFB1D..=0xFDFF | 0xFE70..=0xFEFC)
}

/// Direction marks, joiners, byte order marks; ligatures and presentation forms.
fn is_hidden(c: char) -> bool {
    matches!(c as u32, 0xAD | 0x200B..=0x200F | 0x202A..=0x202E | 0x2060..=0x206F | 0xFEFF | 0xFB00..=0xFDFF | 0xFE70..=0xFEFC)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(file: &str, text: &str, expected: &[(&str, usize)]) {
        let vocabulary = Vocabulary {
            positions: vec!["minister".into()],
            portfolios: vec!["interior".into()],
            leaders: vec!["a-b".into()],
            ..Vocabulary::default()
        };
        let found = survey(file, file, text, &vocabulary);
        let found: Vec<(&str, usize)> = found.iter().map(|r| (r.code, r.line.number)).collect();
        assert_eq!(found, expected, "{file}: {text}");
    }

    #[test]
    fn keys_that_nothing_reads() {
        check("topics.toml", "[[topic]]\nid = \"a\"\nform = [\"x\"]\n", &[]);
        check("topics.toml", "[[topic]]\nid = \"a\"\nforms = [\"x\"]\n", &[("pack/unknown-key", 3)]);
        check(
            "events/meet.toml",
            "type = \"MEET\"\n[[frame]]\nid = \"a\"\nword = \"x\"\n[frame.roles]\nhosts = [\"subject\"]\n",
            &[("pack/unknown-key", 4), ("pack/unknown-key", 6)],
        );
        check("eval/known.toml", "anything = 1\n", &[]);
    }

    #[test]
    fn forms_listed_twice() {
        check(
            "topics.toml",
            "[[topic]]\nid = \"a\"\nform = [\"x\", \"y\"]\n[[topic]]\nid = \"b\"\nform = [\n\"x\"]\n",
            &[("pack/duplicate-form", 7)],
        );
        check("states.toml", "[[state]]\ncode = \"A\"\nname = [\"x\"]\ncapital = [\"x\"]\n", &[]);
    }

    #[test]
    fn letters_that_nobody_sees() {
        check(
            "common.toml",
            "word = [\n\"a\u{200F}b\",\n\"e\u{301}\",\n]\n",
            &[("pack/invisible-mark", 2), ("pack/not-nfc", 3)],
        );
        check(
            "common.toml",
            "word = [\"\u{5D0}\", \"\u{5D1}\"] # \"\u{5D0}\"\n",
            &[("pack/two-on-a-line", 1)],
        );
        check("letters.toml", "drop = [\"\u{200F}\"]\n", &[]);
    }

    #[test]
    fn ids_of_the_ontology() {
        check(
            "offices.toml",
            "[[office]]\nposition = \"minister\"\n[[office]]\nposition = \"wizard\"\n",
            &[("pack/unknown-id", 4)],
        );
        check("institutions.toml", "[[portfolio]]\nid = \"magic\"\n", &[("pack/unknown-id", 2)]);
        check("leaders.toml", "names = '''\na-b: A B\nc-d:\n  C D\n'''\n", &[("pack/unknown-id", 3)]);
    }
}
