//! Every case, example and counterexample of every pack is read as it says, or is marked as known to be wrong.

use std::path::{Path, PathBuf};

use mahdar_core::Packs;
use mahdar_core::trial::{self, Kind, Outcome, Remark, Trial, Vocabulary};

struct Language {
    tag: String,
    files: Vec<(String, String)>,
}

#[test]
fn cases_and_examples_are_read_as_they_say() {
    let packs = Packs::compile(mahdar_data::files("")).expect("the packs of the house compile");
    let mut stops = Vec::new();
    for language in languages() {
        let marks = language.marks();
        let (trials, remarks) = language.trials(&marks);
        stops.extend(remarks.iter().map(|remark| told(&language.tag, remark)));
        let names: Vec<&str> = trials.iter().map(|trial| trial.name.as_str()).collect();
        let stale = marks.iter().filter(|(id, _)| !names.contains(&id.as_str()));
        stops.extend(
            stale.map(|(id, _)| {
                format!("{}: eval/known.toml names `{id}`, which is no example", language.tag)
            }),
        );
        let outcomes: Vec<(&Trial, Outcome)> =
            trials.iter().map(|trial| (trial, trial::run(trial, &packs))).collect();
        println!("{}", counts(&language.tag, &outcomes));
        stops.extend(outcomes.iter().filter_map(|(trial, outcome)| stop(&language.tag, trial, outcome)));
    }
    assert!(
        stops.is_empty(),
        "{}\n{} trials stop this change. Repair the pack or the reader; or run `mahdar test --accept`, \
         which marks what is wrong and removes `known_wrong` from what is right now, and read the diff.",
        stops.join("\n"),
        stops.len()
    );
}

#[test]
fn files_are_in_order() {
    let vocabulary = Vocabulary::of(&mahdar_data::files("ontology"));
    let mut said = Vec::new();
    for language in languages() {
        for (name, text) in
            language.files.iter().filter(|(name, _)| name.ends_with(".toml") && !name.starts_with("eval/"))
        {
            said.extend(
                trial::survey(name, name, text, &vocabulary).iter().map(|remark| told(&language.tag, remark)),
            );
        }
    }
    assert!(said.is_empty(), "{}", said.join("\n"));
}

impl Language {
    fn marks(&self) -> Vec<(String, String)> {
        let file = self.files.iter().find(|(name, _)| name == "eval/known.toml");
        file.map(|(_, text)| {
            trial::marks_of(text).expect("eval/known.toml is as `mahdar test --accept` writes it")
        })
        .unwrap_or_default()
    }

    fn trials(&self, marks: &[(String, String)]) -> (Vec<Trial>, Vec<Remark>) {
        let files = self.files.iter().map(|(name, text)| (name.as_str(), text.as_str()));
        trial::all(&self.tag, files, marks)
    }
}

fn languages() -> Vec<Language> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../data/lang");
    let mut languages: Vec<Language> = std::fs::read_dir(&root)
        .expect("data/lang")
        .map(|entry| entry.expect("a folder").path())
        .filter(|path| path.join("pack.toml").is_file())
        .map(|path| {
            let mut files = Vec::new();
            collect(&path, &path, &mut files);
            files.sort();
            Language { tag: path.file_name().expect("a name").to_string_lossy().into_owned(), files }
        })
        .collect();
    languages.sort_by(|a, b| a.tag.cmp(&b.tag));
    assert!(!languages.is_empty(), "no language below {}", root.display());
    languages
}

fn collect(root: &Path, path: &PathBuf, files: &mut Vec<(String, String)>) {
    if path.is_dir() {
        for entry in std::fs::read_dir(path).expect("a folder") {
            collect(root, &entry.expect("an entry").path(), files);
        }
    } else if path.extension().is_some_and(|end| end == "toml" || end == "md") {
        let name = path.strip_prefix(root).expect("below the root").to_string_lossy().replace('\\', "/");
        files.push((name, std::fs::read_to_string(path).expect("a text")));
    }
}

fn told(tag: &str, remark: &Remark) -> String {
    format!(
        "data/lang/{tag}/{}:{}: {} [{}]; {}",
        remark.line.path, remark.line.number, remark.message, remark.code, remark.help
    )
}

fn stop(tag: &str, trial: &Trial, outcome: &Outcome) -> Option<String> {
    let place = format!("data/lang/{tag}/{}:{}: {}", trial.line.path, trial.line.number, trial.name);
    match outcome {
        Outcome::Repaired if trial.kind == Kind::Case => {
            Some(format!("{place}: is read rightly now; remove known_wrong"))
        }
        Outcome::Repaired => {
            Some(format!("{place}: is read rightly now; remove its entry from eval/known.toml"))
        }
        Outcome::Failed(misses) => {
            let lines = misses.iter().map(|m| {
                format!("\n    expected: {}\n    came:     {}\n    edit:     {}", m.expected, m.came, m.edit)
            });
            Some(format!("{place}{}", lines.collect::<String>()))
        }
        Outcome::Passed | Outcome::KnownWrong(_) => None,
    }
}

fn counts(tag: &str, outcomes: &[(&Trial, Outcome)]) -> String {
    let of = |kind: Kind| {
        let all: Vec<&Outcome> =
            outcomes.iter().filter(|(trial, _)| trial.kind == kind).map(|(_, outcome)| outcome).collect();
        let right = all.iter().filter(|outcome| outcome.misses().is_empty()).count();
        format!("{right} of {}", all.len())
    };
    format!(
        "{tag}: cases {}, examples {}, counterexamples {}",
        of(Kind::Case),
        of(Kind::Example),
        of(Kind::Counterexample)
    )
}
