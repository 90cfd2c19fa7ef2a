//! Tries a language pack on the sentences that were written to try it.
//!
//! Cases (`cases/*.md`), examples and counterexamples of frames come in as text; each trial is read and compared
//! with what a careful reader expects. Knows no files: whoever calls it brings the texts and takes the new ones away.

mod case;
mod compare;
mod compose;
mod example;
mod marks;
mod survey;

pub use case::cases;
pub use compose::composed;
pub use example::examples;
pub use marks::{mark_case, marks_file, marks_of, reason};
pub use survey::{Vocabulary, survey};

use crate::model::{Severity, SourceDocument};
use crate::pack::Packs;
use crate::reader::read;

/// A line of a file.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Line {
    /// The file, below the data folder: `lang/ar/cases/meetings.md`.
    pub path: String,
    /// Counted from 1.
    pub number: usize,
}

/// Something found in a file of a pack; beside the result, never instead of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Remark {
    /// `pack/unknown-key`; each has a page in `docs/errors`.
    pub code: &'static str,
    /// How grave.
    pub severity: Severity,
    /// One sentence in lower case.
    pub message: String,
    /// An action.
    pub help: &'static str,
    /// Where.
    pub line: Line,
}

/// What a trial is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// A sentence that a frame reads.
    Example,
    /// A sentence that a frame must not read.
    Counterexample,
    /// A passage with what a careful reader finds in it.
    Case,
}

/// A text with what a careful reader finds in it.
#[derive(Debug, Clone)]
pub struct Trial {
    /// Stable name: the heading of a case, `ar.meet.receive/example-1`.
    pub name: String,
    /// Case, example or counterexample.
    pub kind: Kind,
    /// Where it stands.
    pub line: Line,
    /// What is read.
    pub document: SourceDocument,
    /// Why the reading is known to be wrong today, if it is.
    pub known_wrong: Option<String>,
    expectation: Expectation,
}

#[derive(Debug, Clone)]
enum Expectation {
    Case(Box<case::Block>),
    /// The frame's type and the parties to be found.
    Example {
        kind: String,
        sides: Vec<String>,
        status: Option<String>,
    },
    /// The frame that must not read it.
    Counterexample {
        frame: String,
        kind: String,
    },
}

/// One difference between what was expected and what came.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Miss {
    /// What a careful reader finds.
    pub expected: String,
    /// What was read instead.
    pub came: String,
    /// The file of the pack to look at first, below the folder of the language.
    pub edit: String,
}

/// How a trial ended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outcome {
    /// All is as expected.
    Passed,
    /// Something is not, and nobody said so.
    Failed(Vec<Miss>),
    /// Something is not, as the mark says.
    KnownWrong(Vec<Miss>),
    /// All is as expected, though a mark says it is not: remove the mark.
    Repaired,
}

impl Outcome {
    /// True when the trial stops a change: a new failure, or a mark that is no longer true.
    pub fn stops(&self) -> bool {
        matches!(self, Outcome::Failed(_) | Outcome::Repaired)
    }

    /// The differences, whether known or not.
    pub fn misses(&self) -> &[Miss] {
        match self {
            Outcome::Failed(misses) | Outcome::KnownWrong(misses) => misses,
            Outcome::Passed | Outcome::Repaired => &[],
        }
    }
}

/// All trials of a language, from its files by their names below its folder, with the marks of its examples.
pub fn all<'f>(
    lang: &str,
    files: impl IntoIterator<Item = (&'f str, &'f str)>,
    marks: &[(String, String)],
) -> (Vec<Trial>, Vec<Remark>) {
    let (mut trials, mut remarks) = (Vec::new(), Vec::new());
    for (name, text) in files {
        let (found, said) = if name.starts_with("events/") {
            examples(name, lang, text, marks)
        } else if name.starts_with("cases/") {
            cases(name, lang, text)
        } else {
            continue;
        };
        trials.extend(found);
        remarks.extend(said);
    }
    (trials, remarks)
}

/// Reads the text of one trial and compares.
///
/// Never fails. A trial in a language without a pack misses everything it expects.
pub fn run(trial: &Trial, packs: &Packs) -> Outcome {
    let reading = read(&trial.document, packs);
    let letters = trial
        .document
        .lang
        .as_deref()
        .and_then(|lang| packs.language(lang))
        .map(|pack| &pack.lexicon.letters);
    let misses = compare::misses(&trial.expectation, &reading, letters);
    match (misses.is_empty(), trial.known_wrong.is_some()) {
        (true, false) => Outcome::Passed,
        (true, true) => Outcome::Repaired,
        (false, false) => Outcome::Failed(misses),
        (false, true) => Outcome::KnownWrong(misses),
    }
}

/// The line, counted from 1, in which a byte of a text stands.
fn line_at(text: &str, byte: usize) -> usize {
    text.as_bytes().iter().take(byte).filter(|b| **b == b'\n').count() + 1
}

#[cfg(test)]
mod tests {
    use super::*;

    const PACK: &str = "lang = \"xx\"\nversion = \"0\"\nscript = \"Latn\"\n[features]\norder = \"svo\"\n";
    const STATES: &str =
        "[[state]]\ncode = \"AAA\"\nname = [\"aland\"]\n[[state]]\ncode = \"BBB\"\nname = [\"beland\"]\n";
    const MEET: &str = "type = \"MEET\"\n[[frame]]\nid = \"xx.meet\"\nverb = [\"met\"]\n[frame.roles]\nparty = [\"subject\", \"object\"]\n\
        [[frame.example]]\ntext = \"\"\"\nAland met Beland.\n\"\"\"\nsides = [\"AAA\", \"BBB\"]\n\
        [[frame.counterexample]]\ntext = \"Aland met its target.\"\nwhy = \"A target.\"\n";

    fn packs() -> Packs {
        let file = |name: &str, text: &str| (format!("lang/xx/{name}"), text.to_string());
        Packs::compile(vec![
            file("pack.toml", PACK),
            file("states.toml", STATES),
            file("events/meet.toml", MEET),
        ])
        .expect("a small pack")
    }

    #[track_caller]
    fn check(block: &str, expected: fn(&Outcome) -> bool) {
        let text = format!("# Cases\n\n## One\n\n> Aland met Beland.\n\n```toml\n{block}```\n");
        let (trials, remarks) = cases("lang/xx/cases/one.md", "xx", &text);
        assert!(remarks.is_empty(), "{remarks:?}");
        assert_eq!((trials.len(), trials[0].line.number), (1, 3));
        let outcome = run(&trials[0], &packs());
        assert!(expected(&outcome), "{outcome:?}");
    }

    #[test]
    fn a_case_passes_fails_or_is_marked() {
        let right = "[[event]]\ntype = \"MEET\"\nsides = [\"AAA\", \"BBB\"]\n";
        let wrong = "no_events = true\n";
        check(right, |o| *o == Outcome::Passed);
        check(wrong, |o| matches!(o, Outcome::Failed(m) if m.len() == 1));
        check(&format!("known_wrong = \"x\"\n{wrong}"), |o| matches!(o, Outcome::KnownWrong(_)));
        check(&format!("known_wrong = \"x\"\n{right}"), |o| *o == Outcome::Repaired);
        check(&format!("{right}known_wrong = \"x\"\n"), |o| *o == Outcome::Repaired);
    }

    #[test]
    fn an_event_that_is_not_named_is_a_miss() {
        check("[[event]]\ntype = \"VISIT\"\n", |o| o.misses().len() == 2);
    }

    #[test]
    fn a_block_that_cannot_be_understood_is_a_remark() {
        let (trials, remarks) = cases("a.md", "xx", "## One\n\n> Text.\n\n```toml\ncolour = 1\n```\n");
        assert!(trials.is_empty());
        assert_eq!((remarks[0].code, remarks[0].line.number), ("pack/case", 6));
    }

    #[test]
    fn examples_and_counterexamples_are_read() {
        let (trials, _) = examples("lang/xx/events/meet.toml", "xx", MEET, &[]);
        assert_eq!(
            trials.iter().map(|t| t.name.as_str()).collect::<Vec<_>>(),
            ["xx.meet/example-1", "xx.meet/counterexample-1"]
        );
        assert!(trials.iter().all(|t| run(t, &packs()) == Outcome::Passed));
    }
}
