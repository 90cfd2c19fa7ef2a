//! What can be wrong with an input, each with a code, a place and a help.
//!
//! An input that cannot be read stops nothing but itself: the others are opened.

use mahdar_core::Severity;
use std::fmt;

/// Every code this crate can give; each has a page in `docs/errors`.
pub const CODES: &[&str] = &[
    "source/binary",
    "source/broken-characters",
    "source/broken-docx",
    "source/broken-line",
    "source/empty",
    "source/guessed-encoding",
    "source/no-text",
    "source/not-a-date",
    "source/not-found",
    "source/nothing-found",
    "source/pdf-not-read-yet",
    "source/skipped",
    "source/too-large",
    "source/unknown-format",
    "source/unreadable",
];

/// Where an input stands: a file, and the line when there is one.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
pub struct Place {
    /// Path as given, or `-` for the standard input.
    pub path: String,
    /// Line, counted from 1.
    pub line: Option<usize>,
}

impl fmt::Display for Place {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.line {
            Some(line) => write!(out, "{}:{line}", self.path),
            None => write!(out, "{}", self.path),
        }
    }
}

/// Something wrong with one input, and where.
#[derive(Debug, thiserror::Error)]
#[error("{problem}")]
pub struct SourceError {
    /// Where it stands.
    pub place: Place,
    /// What is wrong.
    #[source]
    pub problem: Problem,
}

/// What is wrong with an input.
#[derive(Debug, thiserror::Error)]
pub enum Problem {
    /// The path leads nowhere.
    #[error("there is no file or folder at this path")]
    NotFound,
    /// The system or the compression refuses to give the bytes.
    #[error("this cannot be read: {0}")]
    Unreadable(#[source] std::io::Error),
    /// No letters at all.
    #[error("this is empty")]
    Empty,
    /// A folder without a document in it.
    #[error("no document was found in this folder")]
    NothingFound,
    /// Not text in any encoding.
    #[error("these bytes are not text")]
    Binary,
    /// Larger than a document can be.
    #[error("this is larger than {} MB, the most one document may hold", crate::MAX_DOCUMENT_BYTES >> 20)]
    TooLarge,
    /// PDF comes later.
    #[error("PDF is not read yet")]
    PdfNotReadYet,
    /// A format nobody taught us.
    #[error("files of this kind are not read: {0}")]
    UnknownFormat(String),
    /// The same, met inside a folder.
    #[error("skipped, files of this kind are not read")]
    Skipped,
    /// One line of a JSONL file.
    #[error("this line is left out: {0}")]
    BrokenLine(String),
    /// A DOCX without a readable document inside.
    #[error("this DOCX is broken: {0}")]
    BrokenDocx(String),
    /// A page or a DOCX with no words in it.
    #[error("there is no text in this document")]
    NoText,
    /// Neither UTF-8 nor marked; the letters decided.
    #[error("the encoding is not stated and was taken to be {0}")]
    GuessedEncoding(&'static str),
    /// Some bytes stand for no character; the reader sees U+FFFD there.
    #[error("{0} broken characters were replaced by U+FFFD")]
    BrokenCharacters(usize),
    /// The stated day of release is none.
    #[error("`{0}` is not a date, so the day of release is taken as unknown")]
    NotADate(String),
}

impl SourceError {
    /// Stable name of the problem, with a page in `docs/errors`.
    pub fn code(&self) -> &'static str {
        match self.problem {
            Problem::NotFound => "source/not-found",
            Problem::Unreadable(_) => "source/unreadable",
            Problem::Empty => "source/empty",
            Problem::NothingFound => "source/nothing-found",
            Problem::Binary => "source/binary",
            Problem::TooLarge => "source/too-large",
            Problem::PdfNotReadYet => "source/pdf-not-read-yet",
            Problem::UnknownFormat(_) => "source/unknown-format",
            Problem::Skipped => "source/skipped",
            Problem::BrokenLine(_) => "source/broken-line",
            Problem::BrokenDocx(_) => "source/broken-docx",
            Problem::NoText => "source/no-text",
            Problem::GuessedEncoding(_) => "source/guessed-encoding",
            Problem::BrokenCharacters(_) => "source/broken-characters",
            Problem::NotADate(_) => "source/not-a-date",
        }
    }

    /// What to do about it.
    pub fn help(&self) -> &'static str {
        match self.problem {
            Problem::NotFound => "check the spelling of the path, and the folder you are in",
            Problem::Unreadable(_) => {
                "check the permissions of the file, or fetch it again if it was cut off"
            }
            Problem::Empty => "check that the file was saved or downloaded in full",
            Problem::NothingFound => "put .txt, .html, .jsonl or .docx files in it (or .gz of these)",
            Problem::Binary => {
                "give a .txt, .html, .jsonl or .docx file; save text in UTF-8, or in UTF-16 with its mark"
            }
            Problem::TooLarge => "split it: one file, or one line of a .jsonl file, a document",
            Problem::PdfNotReadYet => "save the PDF as text (for instance with pdftotext) and read the .txt",
            Problem::UnknownFormat(_) => {
                "give a .txt, .html, .jsonl or .docx file, or - to read the standard input"
            }
            Problem::Skipped => {
                "nothing to do, unless it is a document: then save it as .txt, .html or .docx"
            }
            Problem::BrokenLine(_) => {
                "write one JSON object a line, with id, title and text; the other lines are read"
            }
            Problem::BrokenDocx(_) => "open it in a word processor and save it again as .docx",
            Problem::NoText => "check that the page is not drawn by a script only, or save its text as .txt",
            Problem::GuessedEncoding(_) => "save the file in UTF-8 if the letters are wrong",
            Problem::BrokenCharacters(_) => "fetch or save the file again in UTF-8 if the words matter",
            Problem::NotADate(_) => "write the day as YYYY-MM-DD",
        }
    }

    /// Whether the input was lost (error), may be wrong (warning), or is fine (note).
    pub fn severity(&self) -> Severity {
        match self.problem {
            Problem::Skipped | Problem::GuessedEncoding(_) => Severity::Note,
            Problem::BrokenCharacters(_) | Problem::NotADate(_) => Severity::Warning,
            _ => Severity::Error,
        }
    }
}
