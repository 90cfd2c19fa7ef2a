//! `mahdar test [DIR]`: tries language packs on their own examples and cases, and looks over their files.

use crate::failure::{Exit, Failure};
use crate::output;
use clap::Args;
use mahdar_core::trial::{self, Kind, Line, Miss, Outcome, Remark, Trial, Vocabulary};
use mahdar_core::{Packs, Severity};
use std::fmt::Write;
use std::path::{Path, PathBuf};

/// Tries language packs on their examples, counterexamples and cases, and looks over their files.
#[derive(Args)]
pub struct Test {
    /// Folder of one language, or of several.
    #[arg(value_name = "DIR", default_value = "data/lang")]
    folder: PathBuf,
    /// Mark what is read wrongly today as known, and take marks away that are no longer true.
    ///
    /// Writes `known_wrong` into cases and `eval/known.toml`; never changes what is expected.
    #[arg(long)]
    accept: bool,
}

/// The text files of one language by their name below its folder.
struct Language {
    tag: String,
    folder: PathBuf,
    files: Vec<(String, String)>,
}

const MARKS: &str = "eval/known.toml";
const FAILED: &str = "test/failed";
const NOT_WRONG: &str = "test/known-wrong";

impl Test {
    /// Fails when a trial fails without a mark, when a mark is no longer true, or when a file has a fault.
    pub fn run(self) -> Result<Exit, Failure> {
        let languages = languages(&self.folder)?;
        let beside = files_beside(&self.folder);
        let vocabulary = Vocabulary::of(&beside);
        let mut report = String::new();
        let mut is_fine = true;
        for language in languages {
            is_fine &= self.try_language(&language, &beside, &vocabulary, &mut report)?;
        }
        output::print(&report)?;
        Ok(if is_fine { Exit::Done } else { Exit::Failed })
    }

    fn try_language(
        &self,
        language: &Language,
        beside: &[(String, String)],
        vocabulary: &Vocabulary,
        report: &mut String,
    ) -> Result<bool, Failure> {
        let packs = language.packs(beside)?;
        let (trials, mut remarks) = language.trials()?;
        remarks.extend(language.survey(vocabulary));
        let results: Vec<(Trial, Outcome)> = trials
            .into_iter()
            .map(|trial| {
                let outcome = trial::run(&trial, &packs);
                (trial, outcome)
            })
            .collect();
        for remark in &remarks {
            show_remark(report, language, remark);
        }
        if self.accept {
            language.accept(&results)?;
        } else {
            results.iter().for_each(|(trial, outcome)| show_outcome(report, language, trial, outcome));
        }
        report.push_str(&summary(language, &results, remarks.len(), self.accept));
        let stops = results.iter().any(|(_, outcome)| outcome.stops()) && !self.accept;
        Ok(!stops && remarks.is_empty())
    }
}

impl Language {
    fn packs(&self, beside: &[(String, String)]) -> Result<Packs, Failure> {
        let tomls = self.files.iter().filter(|(name, _)| name.ends_with(".toml"));
        let mut files: Vec<(String, String)> =
            tomls.map(|(name, text)| (format!("lang/{}/{name}", self.tag), text.clone())).collect();
        files.extend(beside.iter().cloned());
        files.sort();
        Packs::compile(files).map_err(Failure::from)
    }

    fn trials(&self) -> Result<(Vec<Trial>, Vec<Remark>), Failure> {
        let marks = self.marks()?;
        let files = self.files.iter().map(|(name, text)| (name.as_str(), text.as_str()));
        let (trials, mut remarks) = trial::all(&self.tag, files, &marks);
        for (id, _) in marks.iter().filter(|(id, _)| !trials.iter().any(|trial| trial.name == *id)) {
            let line = Line { path: MARKS.to_string(), number: 1 };
            let message = format!("there is no example `{id}`");
            let help = "run `mahdar test --accept`, which takes the entry away";
            let severity = Severity::Warning;
            remarks.extend((!trials.is_empty()).then_some(Remark {
                code: "pack/case",
                severity,
                message,
                help,
                line,
            }));
        }
        Ok((trials, remarks))
    }

    fn marks(&self) -> Result<Vec<(String, String)>, Failure> {
        let Some((_, text)) = self.files.iter().find(|(name, _)| name == MARKS) else {
            return Ok(Vec::new());
        };
        trial::marks_of(text).map_err(|message| {
            Failure::new("pack/shape", message, "remove the file and run `mahdar test --accept`")
                .at(self.place(MARKS))
        })
    }

    fn survey(&self, vocabulary: &Vocabulary) -> Vec<Remark> {
        let surveyed = self.files.iter().filter(|(name, _)| name.ends_with(".toml") && name != MARKS);
        surveyed.flat_map(|(name, text)| trial::survey(name, name, text, vocabulary)).collect()
    }

    /// Writes the marks anew, each file only when it changes.
    fn accept(&self, results: &[(Trial, Outcome)]) -> Result<(), Failure> {
        for (name, text) in self.files.iter().filter(|(name, _)| name.starts_with("cases/")) {
            let mut marked = text.clone();
            for (trial, outcome) in results.iter().filter(|(trial, _)| trial.line.path == *name) {
                marked = match outcome {
                    Outcome::Failed(misses) => trial::mark_case(&marked, &trial.name, Some(misses)),
                    Outcome::Repaired => trial::mark_case(&marked, &trial.name, None),
                    Outcome::Passed | Outcome::KnownWrong(_) => continue,
                };
            }
            self.write(name, text, &marked)?;
        }
        let wrong: Vec<(String, String)> = results
            .iter()
            .filter(|(trial, outcome)| trial.kind != Kind::Case && !outcome.misses().is_empty())
            .map(|(trial, outcome)| (trial.name.clone(), trial::reason(outcome.misses())))
            .collect();
        let before = self.files.iter().find(|(name, _)| name == MARKS).map(|(_, text)| text.as_str());
        self.write(MARKS, before.unwrap_or_default(), &trial::marks_file(&wrong))
    }

    fn write(&self, name: &str, before: &str, after: &str) -> Result<(), Failure> {
        if before == after {
            return Ok(());
        }
        let path = self.folder.join(name);
        if let Some(folder) = path.parent() {
            std::fs::create_dir_all(folder)?;
        }
        output::write_file(&path, after)
    }

    fn place(&self, name: &str) -> String {
        self.folder.join(name).display().to_string()
    }
}

/// The languages below a folder, or the one whose folder it is.
fn languages(folder: &Path) -> Result<Vec<Language>, Failure> {
    let mut folders = Vec::new();
    if folder.join("pack.toml").is_file() {
        folders.push(folder.to_path_buf());
    } else if let Ok(entries) = std::fs::read_dir(folder) {
        folders.extend(
            entries.flatten().map(|entry| entry.path()).filter(|path| path.join("pack.toml").is_file()),
        );
    }
    if folders.is_empty() {
        let help = "give the folder of a language, such as data/lang/ar";
        return Err(Failure::new("pack/unreadable", "there are no packs in this folder", help)
            .at(folder.display().to_string()));
    }
    folders.sort();
    folders.into_iter().map(|folder| language(&folder)).collect()
}

fn language(folder: &Path) -> Result<Language, Failure> {
    // `.` has no name of its own.
    let whole = folder.canonicalize().unwrap_or_else(|_| folder.to_path_buf());
    let tag = whole.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let mut files = Vec::new();
    collect(folder, "", &mut files)?;
    files.sort();
    Ok(Language { tag, folder: folder.to_path_buf(), files })
}

fn collect(folder: &Path, name: &str, files: &mut Vec<(String, String)>) -> Result<(), Failure> {
    let path = folder.join(name);
    let unreadable = |error: std::io::Error| {
        Failure::new(
            "pack/unreadable",
            format!("this cannot be read: {error}"),
            "give a folder shaped like data/lang/ar",
        )
        .at(path.display().to_string())
    };
    if path.is_dir() {
        for entry in std::fs::read_dir(&path).map_err(unreadable)? {
            let below = entry.map_err(unreadable)?.file_name().to_string_lossy().into_owned();
            collect(folder, &if name.is_empty() { below } else { format!("{name}/{below}") }, files)?;
        }
    } else if name.ends_with(".toml") || (name.starts_with("cases/") && name.ends_with(".md")) {
        files.push((name.to_string(), std::fs::read_to_string(&path).map_err(unreadable)?));
    }
    Ok(())
}

/// Ontology and publishers: those beside the folder of languages, else the embedded ones.
fn files_beside(folder: &Path) -> Vec<(String, String)> {
    let whole = folder.canonicalize().unwrap_or_else(|_| folder.to_path_buf());
    let above = whole.ancestors().take(3).find(|above| above.join("ontology").is_dir());
    let mut files = mahdar_data::files("ontology");
    files.extend(mahdar_data::files("sources/publishers.toml"));
    for (name, text) in &mut files {
        if let Some(own) = above.and_then(|above| std::fs::read_to_string(above.join(&*name)).ok()) {
            *text = own;
        }
    }
    files
}

fn show_remark(report: &mut String, language: &Language, remark: &Remark) {
    let label = match remark.severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Note => "note",
    };
    let place = format!("{}:{}", language.place(&remark.line.path), remark.line.number);
    // Writing to a string cannot fail.
    let _ = writeln!(
        report,
        "{label}[{}]: {}\n  place: {place}\n  help: {}\n",
        remark.code, remark.message, remark.help
    );
}

fn show_outcome(report: &mut String, language: &Language, trial: &Trial, outcome: &Outcome) {
    let place = format!("{}:{}", language.place(&trial.line.path), trial.line.number);
    let name = &trial.name;
    let _ = match outcome {
        Outcome::Passed | Outcome::KnownWrong(_) => Ok(()),
        Outcome::Repaired => {
            let mark = match trial.kind {
                Kind::Case => "remove `known_wrong` from the case".to_string(),
                _ => format!("remove its entry from {}", language.place(MARKS)),
            };
            let message = "is read rightly now, though a mark says it is not";
            writeln!(
                report,
                "error[{NOT_WRONG}]: {name}: {message}\n  place: {place}\n  help: {mark}, or run `mahdar test --accept`\n"
            )
        }
        Outcome::Failed(misses) => {
            let _ = writeln!(report, "error[{FAILED}]: {name}\n  place: {place}");
            misses.iter().for_each(|miss| show_miss(report, language, miss));
            writeln!(report, "  text: {}\n", shortened(&trial.document.text))
        }
    };
}

fn show_miss(report: &mut String, language: &Language, miss: &Miss) {
    let edit = language.place(&miss.edit);
    let _ = writeln!(report, "  expected: {}\n      came: {}\n      edit: {edit}", miss.expected, miss.came);
}

fn shortened(text: &str) -> String {
    let line = text.replace('\n', " ");
    let mut short: String = line.chars().take(160).collect();
    if short.len() < line.len() {
        short.push('…');
    }
    short
}

/// `ar: cases 48 of 61 (13 known wrong), examples 210 of 220 (10 known wrong), …`
fn summary(language: &Language, results: &[(Trial, Outcome)], n_remarks: usize, accepted: bool) -> String {
    let mut line = format!("{}:", language.tag);
    for (kind, name) in
        [(Kind::Case, "cases"), (Kind::Example, "examples"), (Kind::Counterexample, "counterexamples")]
    {
        let of_kind: Vec<&Outcome> =
            results.iter().filter(|(trial, _)| trial.kind == kind).map(|(_, outcome)| outcome).collect();
        let count = |test: fn(&Outcome) -> bool| of_kind.iter().filter(|outcome| test(outcome)).count();
        let right = count(|outcome| outcome.misses().is_empty());
        let failed = count(|outcome| matches!(outcome, Outcome::Failed(_)));
        let known = count(|outcome| matches!(outcome, Outcome::KnownWrong(_)));
        let repaired = count(|outcome| matches!(outcome, Outcome::Repaired));
        let _ = write!(line, " {name} {right} of {}", of_kind.len());
        let (failed, known) = if accepted { (0, known + failed) } else { (failed, known) };
        let parts: Vec<String> = [(failed, "failed"), (known, "known wrong"), (repaired, "repaired")]
            .into_iter()
            .filter(|(n, _)| *n > 0)
            .map(|(n, what)| format!("{n} {what}"))
            .collect();
        if !parts.is_empty() {
            let _ = write!(line, " ({})", parts.join(", "));
        }
        line.push(';');
    }
    let remarks = if n_remarks == 1 { "remark" } else { "remarks" };
    format!("{line} {n_remarks} {remarks} on files\n")
}
