//! Takes the examples and counterexamples out of a file of frames, with their lines.

use serde::Deserialize;
use toml::Spanned;

use super::{Expectation, Kind, Line, Remark, Trial, line_at};
use crate::model::{Severity, SourceDocument};

#[derive(Deserialize)]
struct EventsFile {
    #[serde(rename = "type")]
    kind: String,
    #[serde(default)]
    frame: Vec<FrameEntry>,
}

#[derive(Deserialize)]
struct FrameEntry {
    id: String,
    #[serde(default)]
    example: Vec<Example>,
    #[serde(default)]
    counterexample: Vec<Example>,
}

#[derive(Deserialize)]
struct Example {
    text: Spanned<String>,
    #[serde(default)]
    sides: Vec<String>,
    status: Option<String>,
}

/// The trials of one file of frames; `marks` are the names of those known to be read wrongly, with the reason.
///
/// A file of another shape gives a remark and no trial; compiling the pack says more about it.
pub fn examples(path: &str, lang: &str, text: &str, marks: &[(String, String)]) -> (Vec<Trial>, Vec<Remark>) {
    let file: EventsFile = match toml::from_str(text) {
        Ok(file) => file,
        Err(error) => {
            let number = line_at(text, error.span().map_or(0, |span| span.start));
            let line = Line { path: path.to_string(), number };
            let message = error.message().to_string();
            return (
                Vec::new(),
                vec![Remark {
                    code: "pack/case",
                    severity: Severity::Error,
                    message,
                    help: "compare the entry with docs/packs.md",
                    line,
                }],
            );
        }
    };
    let mut trials = Vec::new();
    for frame in file.frame {
        for (word, kind, list) in [
            ("example", Kind::Example, frame.example),
            ("counterexample", Kind::Counterexample, frame.counterexample),
        ] {
            for (index, example) in list.into_iter().enumerate() {
                let name = format!("{}/{word}-{}", frame.id, index + 1);
                let line = Line { path: path.to_string(), number: line_at(text, example.text.span().start) };
                let expectation = match kind {
                    Kind::Counterexample => {
                        Expectation::Counterexample { frame: frame.id.clone(), kind: file.kind.clone() }
                    }
                    _ => Expectation::Example {
                        kind: file.kind.clone(),
                        sides: example.sides,
                        status: example.status,
                    },
                };
                let document = SourceDocument {
                    id: name.clone(),
                    lang: Some(lang.to_string()),
                    text: example.text.into_inner().trim().to_string(),
                    ..SourceDocument::default()
                };
                let known_wrong =
                    marks.iter().find(|(marked, _)| *marked == name).map(|(_, reason)| reason.clone());
                trials.push(Trial { name, kind, line, document, known_wrong, expectation });
            }
        }
    }
    (trials, Vec::new())
}
