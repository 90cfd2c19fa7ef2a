//! Parses a file of cases: heading, prose, quotation and a block of what is expected.

use serde::Deserialize;
use toml::Value;

use super::{Expectation, Kind, Line, Remark, Trial, line_at};
use crate::model::{Severity, SourceDocument};

/// What a careful reader finds; only what is written is checked.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(super) struct Block {
    published: Option<Value>,
    source: Option<String>,
    known_wrong: Option<String>,
    pub no_events: bool,
    pub event: Vec<ExpectedEvent>,
    pub person: Vec<ExpectedPerson>,
    pub claim: Vec<ExpectedClaim>,
}

#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(super) struct ExpectedEvent {
    #[serde(rename = "type")]
    pub kind: String,
    pub status: Option<String>,
    pub main: Option<bool>,
    pub sides: Vec<String>,
    pub host: Option<String>,
    pub guest: Option<String>,
    pub date: Option<Value>,
    pub place: Option<String>,
    pub topics: Vec<String>,
    pub people: Option<Vec<Vec<String>>>,
    pub known_wrong: Option<String>,
}

impl ExpectedEvent {
    /// The date as it is written; empty says that there must be none.
    pub fn day(&self) -> Option<String> {
        self.date.as_ref().map(written)
    }
}

#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(super) struct ExpectedPerson {
    pub name: String,
    pub office: Option<String>,
    pub party: Option<String>,
    pub position: Option<String>,
    pub institution: Option<String>,
    pub acting: Option<bool>,
    pub rank: Option<String>,
    known_wrong: Option<String>,
}

#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(super) struct ExpectedClaim {
    pub area: Option<String>,
    pub relation: Option<String>,
    pub direction: Option<String>,
    pub text: Option<String>,
    known_wrong: Option<String>,
}

/// The cases of one file, and what could not be understood in it.
///
/// `lang` is the language of the folder; every case is read in it.
pub fn cases(path: &str, lang: &str, text: &str) -> (Vec<Trial>, Vec<Remark>) {
    let (mut trials, mut remarks) = (Vec::new(), Vec::new());
    for section in sections(text) {
        let line = |byte: usize| Line { path: path.to_string(), number: line_at(text, byte) };
        let mut remark = |byte: usize, message: String| {
            remarks.push(Remark {
                code: "pack/case",
                severity: Severity::Error,
                message,
                help: "write it as CONTRIBUTING.md shows",
                line: line(byte),
            });
        };
        let quotation = section.quotation();
        let Some((start, block)) = section.block() else {
            // A heading with prose alone explains the cases below it.
            if !quotation.is_empty() {
                remark(section.start, "a quotation without a block of what is expected".to_string());
            }
            continue;
        };
        if quotation.is_empty() {
            remark(section.start, "a block of what is expected without a quotation".to_string());
            continue;
        }
        let block: Block = match toml::from_str(block) {
            Ok(block) => block,
            Err(error) => {
                let within = error.span().map_or(0, |span| span.start);
                remark(start + within, error.message().to_string());
                continue;
            }
        };
        let (title, body) = match quotation.split_first() {
            Some((first, rest)) if first.starts_with("# ") => (first[2..].to_string(), rest),
            _ => (String::new(), quotation.as_slice()),
        };
        let document = SourceDocument {
            id: format!("{path}#{}", section.heading),
            lang: Some(lang.to_string()),
            published: block.published.as_ref().map(written),
            source: block.source.clone(),
            url: None,
            title,
            text: body.join("\n"),
        };
        trials.push(Trial {
            name: section.heading.to_string(),
            kind: Kind::Case,
            line: line(section.start),
            document,
            known_wrong: block.mark().cloned(),
            expectation: Expectation::Case(Box::new(block)),
        });
    }
    (trials, remarks)
}

impl Block {
    /// These events and nothing else.
    pub fn of(event: Vec<ExpectedEvent>) -> Block {
        Block { event, ..Block::default() }
    }

    /// The mark may stand anywhere in a block and holds for the whole of it.
    fn mark(&self) -> Option<&String> {
        let parts = self
            .event
            .iter()
            .map(|e| &e.known_wrong)
            .chain(self.person.iter().map(|p| &p.known_wrong))
            .chain(self.claim.iter().map(|c| &c.known_wrong));
        std::iter::once(&self.known_wrong).chain(parts).flatten().next()
    }
}

/// A heading of the second level and what stands below it.
pub(super) struct Section<'a> {
    /// The words of the heading.
    pub heading: &'a str,
    /// Byte at which the heading begins.
    pub start: usize,
    body: &'a str,
}

impl<'a> Section<'a> {
    fn quotation(&self) -> Vec<&'a str> {
        self.body
            .lines()
            .filter_map(|line| line.strip_prefix('>'))
            .map(|line| line.strip_prefix(' ').unwrap_or(line))
            .collect()
    }

    /// The text between the fences, and the byte of the file at which it begins.
    pub fn block(&self) -> Option<(usize, &'a str)> {
        const FENCE: &str = "```toml\n";
        let open = self.body.find(FENCE)? + FENCE.len();
        let close = open + self.body[open..].find("```")?;
        Some((self.start + open, &self.body[open..close]))
    }
}

/// Cuts a file at its headings of the second level.
pub(super) fn sections(text: &str) -> Vec<Section<'_>> {
    let mut starts = Vec::new();
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        if line.starts_with("## ") {
            starts.push(at);
        }
        at += line.len();
    }
    let ends = starts.iter().skip(1).copied().chain([text.len()]);
    starts
        .iter()
        .zip(ends)
        .map(|(&start, end)| {
            let body = &text[start..end];
            let heading = body.lines().next().unwrap_or_default().trim_start_matches('#').trim();
            Section { heading, start, body }
        })
        .collect()
}

/// A date of TOML or a string, as it is written.
pub(super) fn written(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        other => other.to_string(),
    }
}
