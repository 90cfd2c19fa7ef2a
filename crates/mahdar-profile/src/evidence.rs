//! The words or the row behind a figure.

use mahdar_core::{Field, Span, Words};
use mahdar_store::{Record, StoreError, StoredDocument, StoredFile};
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

/// Cuts words out of a document, with the sentence around them.
pub fn words(document: &StoredDocument, words: &Words) -> Evidence {
    let head = &document.head;
    let whole = match words.field {
        Field::Title => &head.title,
        Field::Text => &document.text,
    };
    Evidence::Words(WordsEvidence {
        document: head.id.clone(),
        version: head.version,
        title: head.title.clone(),
        source: head.source.clone(),
        url: head.url.clone(),
        published: head.published.clone(),
        lang: head.lang.clone(),
        field: words.field,
        span: words.span,
        text: words.text.clone(),
        context: context(whole, words.span),
    })
}

/// The cell of an observation.
pub fn cell(record: &Record, file: &StoredFile, line: u32, column: u32) -> Result<Evidence, StoreError> {
    run(record, file, (line, line), column)
}

/// The cells of a column in a run of lines.
pub fn run(
    record: &Record,
    file: &StoredFile,
    lines: (u32, u32),
    column: u32,
) -> Result<Evidence, StoreError> {
    let cells = record.cells(file.id)?;
    Ok(Evidence::Row(RowEvidence {
        source: file.file.source.clone(),
        file: file.file.name.clone(),
        sha256: file.file.sha256.clone(),
        vintage: file.file.vintage.clone(),
        line: lines.0,
        last_line: lines.1,
        column: cells.cell(1, column).unwrap_or_default(),
        column_number: column,
        text: cells.run(lines.0, lines.1, column),
    }))
}

/// Longest stretch shown on either side of the words, in bytes; a longer sentence is cut between words.
const REACH: usize = 280;

/// The sentence a span stands in.
///
/// A sentence ends at a line's end, or at a full stop, exclamation or question mark before a space. Finer
/// rules need a language, which is not known here; a context that is too long does no harm.
fn context(whole: &str, span: Span) -> Context {
    let [start, end] = span;
    if whole.get(start..end).is_none() {
        return Context { text: String::new(), span, words: [0, 0], cut_before: false, cut_after: false };
    }
    let ends = |text: &str, at: usize, mark: char| {
        let next = text[at + mark.len_utf8()..].chars().next();
        mark == '\n' || (matches!(mark, '.' | '!' | '?') && next.is_none_or(char::is_whitespace))
    };
    let before = &whole[..start];
    let sentence_start = before
        .char_indices()
        .rev()
        .find(|(at, c)| ends(whole, *at, *c))
        .map_or(0, |(at, c)| at + c.len_utf8());
    let sentence_start =
        sentence_start + whole[sentence_start..start].len() - whole[sentence_start..start].trim_start().len();
    let after = &whole[end..];
    let sentence_end = match after.char_indices().find(|(at, c)| ends(after, *at, *c)) {
        Some((at, '\n')) => end + at,
        Some((at, c)) => end + at + c.len_utf8(),
        None => whole.len(),
    };
    let from = cut_start(whole, sentence_start, start);
    let to = cut_end(whole, end, sentence_end);
    Context {
        text: whole[from..to].to_string(),
        span: [from, to],
        words: [start - from, end - from],
        cut_before: from > sentence_start,
        cut_after: to < sentence_end,
    }
}

/// Where a stretch before the words begins: at the sentence, or at a word within reach.
fn cut_start(whole: &str, sentence: usize, words: usize) -> usize {
    if words - sentence <= REACH {
        return sentence;
    }
    let near = (words - REACH..=words).find(|at| whole.is_char_boundary(*at)).unwrap_or(words);
    whole[near..words].find(char::is_whitespace).map_or(near, |space| {
        let after = &whole[near + space..words];
        near + space + after.len() - after.trim_start().len()
    })
}

/// Where a stretch after the words ends: at the sentence's end, or at a word within reach.
fn cut_end(whole: &str, words: usize, sentence: usize) -> usize {
    if sentence - words <= REACH {
        return sentence;
    }
    let near = (words..=words + REACH).rev().find(|at| whole.is_char_boundary(*at)).unwrap_or(words);
    whole[words..near].rfind(char::is_whitespace).map_or(near, |space| words + space)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(whole: &str, of: &str, expected: &str, cut: (bool, bool)) {
        let start = whole.find(of).expect("the words stand in the text");
        let found = context(whole, [start, start + of.len()]);
        assert_eq!(found.text, expected);
        assert_eq!(&whole[found.span[0]..found.span[1]], found.text, "the stretch is cut from the text");
        assert_eq!(&found.text[found.words[0]..found.words[1]], of);
        assert_eq!((found.cut_before, found.cut_after), cut);
    }

    #[test]
    fn the_sentence_around_words() {
        let text = "وصل الوزير.  استقبل الوزير نظيره الكازاخستاني اليوم. ثم غادر\nعنوان";
        check(text, "استقبل", "استقبل الوزير نظيره الكازاخستاني اليوم.", (false, false));
        check(text, "غادر", "ثم غادر", (false, false));
        check(text, "عنوان", "عنوان", (false, false));
        check("Trade grew by 2.5 % in May. Next", "2.5", "Trade grew by 2.5 % in May.", (false, false));
    }

    #[test]
    fn a_long_sentence_is_cut_between_words() {
        let long = format!("{}هنا {}", "كلمة ".repeat(200), "كلمة ".repeat(200));
        let start = long.find("هنا").unwrap();
        let found = context(&long, [start, start + "هنا".len()]);
        assert!(found.cut_before && found.cut_after);
        assert!(found.text.starts_with("كلمة") && found.text.ends_with("كلمة"));
        assert_eq!(&found.text[found.words[0]..found.words[1]], "هنا");
    }
}
