//! The words or the row behind a figure.

use mahdar_core::{Field, Span};
use serde::{Deserialize, Serialize};

/// What stands behind a line of a brief or a verdict.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "lowercase")]
pub enum Evidence {
    /// Words of a document.
    Words(WordsEvidence),
    /// Cells of an indicator file.
    Row(RowEvidence),
}

/// Words of one version of a document, with the sentence around them.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct WordsEvidence {
    /// Id of the document.
    pub document: String,
    /// Version of the document in the record, from 1.
    pub version: u32,
    /// Its headline.
    pub title: String,
    /// Its publisher.
    pub source: Option<String>,
    /// Where it was released.
    pub url: Option<String>,
    /// When, `YYYY-MM-DD`.
    pub published: Option<String>,
    /// Its language.
    pub lang: Option<String>,
    /// Title or text.
    #[serde(rename = "in")]
    pub field: Field,
    /// Bytes of the words in that field.
    pub span: Span,
    /// The words.
    pub text: String,
    /// The sentence they stand in.
    pub context: Context,
}

/// A stretch of a document around the words that count.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Context {
    /// The stretch, exactly as written.
    pub text: String,
    /// Its bytes in the field.
    pub span: Span,
    /// Where the words stand inside [`Context::text`], in bytes.
    pub words: Span,
    /// The document goes on before the stretch in the same line.
    pub cut_before: bool,
    /// The document goes on after the stretch in the same line.
    pub cut_after: bool,
}

/// One cell of an indicator file, or the cells of one column in a run of lines.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct RowEvidence {
    /// Source id, `trade_cow`.
    pub source: String,
    /// Name of the file.
    pub file: String,
    /// SHA-256 of its uncompressed bytes.
    pub sha256: String,
    /// Edition of the data.
    pub vintage: String,
    /// Line, from 1; the header is line 1.
    pub line: u32,
    /// Last line of a run; the same as `line` for one cell.
    pub last_line: u32,
    /// Name of the column, as written in the header.
    pub column: String,
    /// Number of the column, from 1.
    pub column_number: u32,
    /// The cells as written, one a line.
    pub text: String,
}
