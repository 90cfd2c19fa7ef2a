//! JSON lines: one document a line; a broken line is named and passed over.

use crate::bytes::{Line, is_binary, read_line};
use crate::encoding::{self, Decoded};
use crate::error::{Place, Problem, SourceError};
use crate::open::{OpenOptions, Opened};
use encoding_rs::Encoding;
use mahdar_core::SourceDocument;
use serde_json::{Map, Value};
use std::collections::VecDeque;
use std::io::BufRead;

/// The documents of one JSONL input, read line by line as they are asked for.
pub(crate) struct JsonLines<R> {
    from: R,
    path: String,
    /// Given to a line without an `id`, followed by its number.
    name: String,
    options: OpenOptions,
    n_lines: usize,
    n_items: usize,
    /// One file has one encoding: the first line that is not UTF-8 decides for the rest.
    guessed: Option<&'static Encoding>,
    ready: VecDeque<Opened>,
    ended: bool,
}

impl<R: BufRead> JsonLines<R> {
    /// Reads documents from `from`; nothing is read before the first is asked for.
    pub(crate) fn new(from: R, path: String, name: String, options: OpenOptions) -> Self {
        JsonLines {
            from,
            path,
            name,
            options,
            n_lines: 0,
            n_items: 0,
            guessed: None,
            ready: VecDeque::new(),
            ended: false,
        }
    }

    fn fail(&mut self, line: Option<usize>, problem: Problem) {
        self.n_items += 1;
        self.ready.push_back(Err(SourceError { place: Place { path: self.path.clone(), line }, problem }));
    }

    fn read_next(&mut self) {
        let line = match read_line(&mut self.from) {
            Ok(line) => line,
            Err(error) => {
                self.ended = true;
                return self.fail(Some(self.n_lines + 1), Problem::Unreadable(error));
            }
        };
        self.n_lines += 1;
        match line {
            Line::End => {
                self.ended = true;
                if self.n_items == 0 {
                    self.fail(None, Problem::Empty);
                }
            }
            Line::TooLarge => self.fail(Some(self.n_lines), Problem::TooLarge),
            Line::Bytes(bytes) => self.read_line(&bytes),
        }
    }

    fn read_line(&mut self, bytes: &[u8]) {
        let bytes =
            if self.n_lines == 1 { bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes) } else { bytes };
        if bytes.iter().all(u8::is_ascii_whitespace) {
            return;
        }
        if self.n_items == 0 && is_binary(bytes) {
            self.ended = true;
            return self.fail(None, Problem::Binary);
        }
        let line = Some(self.n_lines);
        let Decoded { text, remarks } = encoding::decode(bytes, self.guessed);
        let (text, n_surrogates) = without_lone_surrogates(text);
        let fallback = || format!("{}:{}", self.name, self.n_lines);
        match document(&text, fallback, &self.options) {
            Ok((document, problem)) => {
                for remark in remarks {
                    if let Problem::GuessedEncoding(name) = remark {
                        self.guessed = Encoding::for_label(name.as_bytes());
                    }
                    self.fail(line, remark);
                }
                if n_surrogates > 0 {
                    self.fail(line, Problem::BrokenCharacters(n_surrogates));
                }
                if let Some(problem) = problem {
                    self.fail(line, problem);
                }
                self.n_items += 1;
                self.ready.push_back(Ok(document));
            }
            Err(reason) => self.fail(line, Problem::BrokenLine(reason)),
        }
    }
}

impl<R: BufRead> Iterator for JsonLines<R> {
    type Item = Opened;

    fn next(&mut self) -> Option<Opened> {
        loop {
            if let Some(item) = self.ready.pop_front() {
                return Some(item);
            }
            if self.ended {
                return None;
            }
            self.read_next();
        }
    }
}

/// Reads one line. An `Err` says why it is no document; the problem beside a document is only a remark.
fn document(
    line: &str,
    fallback: impl Fn() -> String,
    options: &OpenOptions,
) -> Result<(SourceDocument, Option<Problem>), String> {
    let value: Value = serde_json::from_str(line).map_err(|error| reason(&error))?;
    let Value::Object(mut fields) = value else {
        return Err("it is JSON, but not an object".to_string());
    };
    if !fields.contains_key("text") && !fields.contains_key("title") {
        return Err("it has neither `title` nor `text`".to_string());
    }
    let id = match fields.remove("id") {
        Some(Value::Number(number)) => number.to_string(),
        other => words("id", other)?.unwrap_or_else(fallback),
    };
    let mut take = |key: &str| take(&mut fields, key);
    let published = take("published")?.filter(|value| !value.trim().is_empty());
    let day = published.as_deref().and_then(crate::day);
    let problem = published.filter(|_| day.is_none()).map(Problem::NotADate);
    let document = SourceDocument {
        id,
        lang: take("lang")?.filter(|lang| !lang.is_empty()).or_else(|| options.lang.clone()),
        published: day.or_else(|| options.published.clone()),
        source: take("source")?,
        url: take("url")?,
        title: take("title")?.unwrap_or_default(),
        text: take("text")?.unwrap_or_default(),
    };
    Ok((document, problem))
}

/// What is wrong with the JSON, placed in the line: the parser's own place always says line 1.
fn reason(error: &serde_json::Error) -> String {
    let message = error.to_string();
    let message = message.split(" at line ").next().unwrap_or_default();
    format!("{message} at byte {}", error.column())
}

fn take(fields: &mut Map<String, Value>, key: &str) -> Result<Option<String>, String> {
    words(key, fields.remove(key))
}

fn words(key: &str, value: Option<Value>) -> Result<Option<String>, String> {
    match value {
        None | Some(Value::Null) => Ok(None),
        Some(Value::String(words)) => Ok(Some(words)),
        Some(_) => Err(format!("`{key}` is not a string")),
    }
}

/// Writes U+FFFD for each half of a surrogate pair that stands alone, which JSON can say and text cannot.
fn without_lone_surrogates(line: String) -> (String, usize) {
    let bytes = line.as_bytes();
    let half = |at: usize| matches!(bytes.get(at + 1..at + 3), Some(b"ud" | b"uD"));
    if !memchr::memchr_iter(b'\\', bytes).any(half) {
        return (line, 0);
    }
    let mut clean = String::with_capacity(line.len());
    let mut n_replaced = 0;
    let mut rest = line.as_str();
    while let Some(at) = rest.find('\\') {
        clean.push_str(&rest[..at]);
        rest = &rest[at..];
        let length = match (escaped(rest), rest.get(6..).and_then(escaped)) {
            (Some(0xd800..=0xdbff), Some(0xdc00..=0xdfff)) => 12,
            (Some(0xd800..=0xdfff), _) => {
                clean.push_str("\\ufffd");
                n_replaced += 1;
                rest = &rest[6..];
                continue;
            }
            (Some(_), _) => 6,
            // The backslash and the character after it, so that `\\u` is not taken for an escape.
            (None, _) => 1 + rest[1..].chars().next().map_or(0, char::len_utf8),
        };
        clean.push_str(&rest[..length]);
        rest = &rest[length..];
    }
    clean.push_str(rest);
    (clean, n_replaced)
}

/// The code unit of an escape `\uXXXX` that begins the text.
fn escaped(text: &str) -> Option<u32> {
    let digits = text.strip_prefix("\\u")?.get(..4)?;
    u32::from_str_radix(digits, 16).ok().filter(|_| digits.bytes().all(|byte| byte.is_ascii_hexdigit()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(lines: &str) -> Vec<Opened> {
        let options = OpenOptions::default();
        JsonLines::new(lines.as_bytes(), "a.jsonl".into(), "a.jsonl".into(), options).collect()
    }

    #[test]
    fn a_broken_line_is_named_and_the_others_are_read() {
        let items = read(
            "{\"id\":\"1\",\"title\":\"\",\"text\":\"نص\",\"published\":null}\n\n{\"id\":\n{\"id\":2,\"text\":\"b\"}",
        );
        assert_eq!(items.len(), 3);
        assert_eq!(items[0].as_ref().unwrap().text, "نص");
        let error = items[1].as_ref().unwrap_err();
        assert_eq!((error.code(), error.place.line), ("source/broken-line", Some(3)));
        assert_eq!(items[2].as_ref().unwrap().id, "2");
    }

    #[test]
    fn lone_surrogates_are_replaced_and_said() {
        let items = read(r#"{"id":"1","text":"a\ud800b \ud83d\ude00 \\ud800"}"#);
        assert_eq!(items[0].as_ref().unwrap_err().code(), "source/broken-characters");
        assert_eq!(items[1].as_ref().unwrap().text, "a\u{fffd}b 😀 \\ud800");
    }

    #[test]
    fn a_date_that_is_none_is_said() {
        let items = read(r#"{"id":"1","text":"a","published":"last week"}"#);
        assert_eq!(items[0].as_ref().unwrap_err().code(), "source/not-a-date");
        assert_eq!(items[1].as_ref().unwrap().published, None);
    }

    #[test]
    fn an_empty_file_says_so() {
        assert_eq!(read("\n \n")[0].as_ref().unwrap_err().code(), "source/empty");
    }
}
