//! From an argument of a command to source documents, in order.
//!
//! A folder is walked in the order of its names; a file of many documents is read as they are asked for.

use crate::bytes::{is_binary, read_all};
use crate::encoding::{self, Decoded};
use crate::error::{Place, Problem, SourceError};
use crate::jsonl::JsonLines;
use crate::{docx, html, text};
use encoding_rs::Encoding;
use flate2::read::MultiGzDecoder;
use mahdar_core::SourceDocument;
use std::fs::File;
use std::io::{self, BufRead, BufReader, Cursor, Read};
use std::path::{Path, PathBuf};

/// A document, or what is wrong with an input.
///
/// Not every `Err` is a lost document: see [`SourceError::severity`]. A remark stands before its document.
pub type Opened = Result<SourceDocument, SourceError>;

/// What to open.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Input {
    /// A file or a folder.
    Path(PathBuf),
    /// The standard input: JSON lines when its first character is `{`, else plain text.
    Stdin,
}

impl Input {
    /// Reads an argument of a command, where `-` is the standard input.
    pub fn from_argument(argument: &str) -> Input {
        if argument == "-" { Input::Stdin } else { Input::Path(PathBuf::from(argument)) }
    }
}

/// What the caller knows about the documents.
///
/// A line of a JSONL file that states its own language or day keeps it; everywhere else these win.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct OpenOptions {
    /// Language tag.
    pub lang: Option<String>,
    /// Day of release, `YYYY-MM-DD`.
    pub published: Option<String>,
    /// Names of folders that are passed over inside a folder.
    pub without: Vec<String>,
}

/// Opens a file, a folder or the standard input.
///
/// Never fails as a whole: what cannot be read is an item of its own, and the rest follows.
/// The id of a document is the one its line states, else the name of its file (inside a folder: the path below it).
///
/// # Example
///
/// ```
/// use mahdar_sources::{Input, OpenOptions, open};
///
/// let folder = std::env::temp_dir().join("mahdar-doc-example");
/// std::fs::create_dir_all(&folder)?;
/// std::fs::write(folder.join("a.txt"), "لقاء\nاستقبل وزير الخارجية السفير.")?;
/// let opened: Vec<_> = open(&Input::Path(folder), &OpenOptions::default()).collect();
/// assert_eq!(opened[0].as_ref().map(|document| document.title.as_str()).ok(), Some("لقاء"));
/// # Ok::<(), std::io::Error>(())
/// ```
pub fn open(input: &Input, options: &OpenOptions) -> Documents {
    let mut documents = Documents { options: options.clone(), waiting: Vec::new(), current: None };
    match input {
        Input::Stdin => documents.current = Some(stdin(options)),
        Input::Path(path) => documents.waiting.push(Waiting {
            path: path.clone(),
            id: path.file_name().map_or_else(String::new, |name| name.to_string_lossy().into_owned()),
            inside: false,
        }),
    }
    documents
}

type Items = Box<dyn Iterator<Item = Opened> + Send>;

/// The documents of one input, opened as they are asked for.
pub struct Documents {
    options: OpenOptions,
    /// Paths not opened yet, the next one last.
    waiting: Vec<Waiting>,
    current: Option<Items>,
}

struct Waiting {
    path: PathBuf,
    id: String,
    /// Met inside a folder, not named by the caller.
    inside: bool,
}

impl Iterator for Documents {
    type Item = Opened;

    fn next(&mut self) -> Option<Opened> {
        loop {
            if let Some(item) = self.current.as_mut().and_then(Iterator::next) {
                return Some(item);
            }
            let next = self.waiting.pop()?;
            self.current = Some(self.open_path(next));
        }
    }
}

impl Documents {
    fn open_path(&mut self, waiting: Waiting) -> Items {
        let place = Place { path: waiting.path.display().to_string(), line: None };
        let opened = match std::fs::metadata(&waiting.path) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => Err(Problem::NotFound),
            Err(error) => Err(Problem::Unreadable(error)),
            Ok(about) if about.is_dir() => self.open_folder(&waiting),
            Ok(_) => open_file(&waiting, &place, &self.options),
        };
        opened.unwrap_or_else(|problem| one(Err(SourceError { place, problem })))
    }

    fn open_folder(&mut self, folder: &Waiting) -> Result<Items, Problem> {
        let mut entries = Vec::new();
        for entry in std::fs::read_dir(&folder.path).map_err(Problem::Unreadable)? {
            let entry = entry.map_err(Problem::Unreadable)?;
            let name = entry.file_name().to_string_lossy().into_owned();
            // A linked folder could lead back to this one.
            let linked_folder =
                entry.file_type().is_ok_and(|kind| kind.is_symlink()) && entry.path().is_dir();
            let left_out = entry.path().is_dir() && self.options.without.contains(&name);
            // About the folder, not of it.
            let about = name == "README.md" || name.starts_with("LICENSE");
            if name.starts_with('.') || about || linked_folder || left_out {
                continue;
            }
            let id = if folder.inside { format!("{}/{name}", folder.id) } else { name };
            entries.push(Waiting { path: entry.path(), id, inside: true });
        }
        if entries.is_empty() && !folder.inside {
            return Err(Problem::NothingFound);
        }
        entries.sort_by(|one, two| two.id.cmp(&one.id));
        self.waiting.extend(entries);
        Ok(Box::new(std::iter::empty()))
    }
}

/// How a file is read, told from its name.
enum Format {
    Text,
    Html,
    JsonLines,
    Docx,
}

fn open_file(file: &Waiting, place: &Place, options: &OpenOptions) -> Result<Items, Problem> {
    let lower = file.id.to_lowercase();
    let packed = lower.ends_with(".gz");
    let name = if packed { &file.id[..file.id.len() - 3] } else { &file.id[..] };
    let extension =
        Path::new(name).extension().map(|end| end.to_string_lossy().to_lowercase()).unwrap_or_default();
    let format = match extension.as_str() {
        "txt" => Format::Text,
        "html" | "htm" | "xhtml" => Format::Html,
        "jsonl" | "ndjson" => Format::JsonLines,
        "docx" => Format::Docx,
        "pdf" => return Err(Problem::PdfNotReadYet),
        _ if file.inside => return Err(Problem::Skipped),
        _ if extension.is_empty() => return Err(Problem::UnknownFormat("no ending in the name".to_string())),
        _ => return Err(Problem::UnknownFormat(format!(".{extension}"))),
    };
    let bytes = File::open(&file.path).map_err(Problem::Unreadable)?;
    if packed {
        open_format(MultiGzDecoder::new(BufReader::new(bytes)), format, name, place, options)
    } else {
        open_format(bytes, format, name, place, options)
    }
}

fn open_format(
    from: impl Read + Send + 'static,
    format: Format,
    name: &str,
    place: &Place,
    options: &OpenOptions,
) -> Result<Items, Problem> {
    if let Format::JsonLines = format {
        return json_lines(BufReader::with_capacity(1 << 16, from), name, place, options);
    }
    let bytes = read_all(from)?;
    let items = one_document(&bytes, &format, name, place, options)?;
    Ok(Box::new(items.into_iter()))
}

/// JSON lines are UTF-8; a UTF-16 file is turned into it first, because its line feeds are two bytes.
fn json_lines(
    mut from: impl BufRead + Send + 'static,
    name: &str,
    place: &Place,
    options: &OpenOptions,
) -> Result<Items, Problem> {
    let marked = Encoding::for_bom(from.fill_buf().map_err(Problem::Unreadable)?);
    let (path, name, options) = (place.path.clone(), name.to_string(), options.clone());
    match marked {
        Some((encoding, _)) if encoding != encoding_rs::UTF_8 => {
            let Decoded { text, .. } = encoding::decode(&read_all(from)?, None);
            Ok(Box::new(JsonLines::new(Cursor::new(text), path, name, options)))
        }
        _ => Ok(Box::new(JsonLines::new(from, path, name, options))),
    }
}

/// The remarks on a document, then the document.
fn one_document(
    bytes: &[u8],
    format: &Format,
    name: &str,
    place: &Place,
    options: &OpenOptions,
) -> Result<Vec<Opened>, Problem> {
    if bytes.iter().all(u8::is_ascii_whitespace) {
        return Err(Problem::Empty);
    }
    let mut remarks = Vec::new();
    let mut document = match format {
        Format::Docx => docx::document(bytes)?,
        Format::Html => {
            let (page, problem) =
                html::document(&text_of(bytes, html::stated_encoding(bytes), &mut remarks)?)?;
            remarks.extend(problem.filter(|_| options.published.is_none()));
            page
        }
        Format::Text | Format::JsonLines => text::document(&text_of(bytes, None, &mut remarks)?),
    };
    document.id = name.to_string();
    document.lang = options.lang.clone().or(document.lang);
    document.published = options.published.clone().or(document.published);
    let remarks = remarks.into_iter().map(|problem| Err(SourceError { place: place.clone(), problem }));
    Ok(remarks.chain([Ok(document)]).collect())
}

fn text_of(
    bytes: &[u8],
    stated: Option<&'static Encoding>,
    remarks: &mut Vec<Problem>,
) -> Result<String, Problem> {
    let marked = Encoding::for_bom(bytes).is_some();
    if !marked && is_binary(bytes) {
        return Err(Problem::Binary);
    }
    let decoded = encoding::decode(bytes, stated);
    if decoded.text.trim().is_empty() {
        return Err(Problem::Empty);
    }
    remarks.extend(decoded.remarks);
    Ok(decoded.text)
}

fn stdin(options: &OpenOptions) -> Items {
    let place = Place { path: "-".to_string(), line: None };
    opened_stdin(BufReader::new(io::stdin()), &place, options)
        .unwrap_or_else(|problem| one(Err(SourceError { place, problem })))
}

/// Looks at the first character that is no space, and gives it back before reading on.
fn opened_stdin(
    mut from: impl BufRead + Send + 'static,
    place: &Place,
    options: &OpenOptions,
) -> Result<Items, Problem> {
    let mut seen = Vec::new();
    let mut byte = [0];
    while seen.len() < 4096 {
        match from.read(&mut byte) {
            Ok(0) => break,
            Ok(_) => seen.push(byte[0]),
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            Err(error) => return Err(Problem::Unreadable(error)),
        }
        let after_mark = seen.strip_prefix(b"\xef\xbb\xbf").unwrap_or(&seen);
        if !b"\xef\xbb\xbf".starts_with(&seen) && !after_mark.iter().all(u8::is_ascii_whitespace) {
            break;
        }
    }
    let format = if seen.last() == Some(&b'{') { Format::JsonLines } else { Format::Text };
    open_format(Cursor::new(seen).chain(from), format, "stdin", place, options)
}

fn one(item: Opened) -> Items {
    Box::new(std::iter::once(item))
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Write;

    fn opened(files: &[(&str, &[u8])], options: &OpenOptions) -> Vec<Opened> {
        let folder = tempfile::tempdir().unwrap();
        for (name, bytes) in files {
            let path = folder.path().join(name);
            std::fs::create_dir_all(path.parent().unwrap()).unwrap();
            std::fs::write(path, bytes).unwrap();
        }
        open(&Input::Path(folder.path().to_path_buf()), options).collect()
    }

    #[track_caller]
    fn check(name: &str, bytes: &[u8], expected: &[&str]) {
        let found: Vec<String> = opened(&[(name, bytes)], &OpenOptions::default())
            .into_iter()
            .map(|item| item.map_or_else(|error| error.code().to_string(), |document| document.id))
            .collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn each_bad_file_has_its_code() {
        check("a.txt", b"", &["source/empty"]);
        check("a.txt", b" \n\t ", &["source/empty"]);
        check("a.jsonl", b"", &["source/empty"]);
        check("a.txt", b"\x00\x01\x02junk", &["source/binary"]);
        check("a.jsonl", b"\x00\x01\x02junk", &["source/binary"]);
        check("a.pdf", b"%PDF-1.7", &["source/pdf-not-read-yet"]);
        check("a.csv", b"a,b", &["source/skipped"]);
        check("a.docx", b"not a zip", &["source/broken-docx"]);
        check("a.txt.gz", b"not gzip", &["source/unreadable"]);
        check("a.html", b"<script>draw()</script>", &["source/no-text"]);
        assert_eq!(
            opened(&[], &OpenOptions::default())[0].as_ref().unwrap_err().code(),
            "source/nothing-found"
        );
    }

    #[test]
    fn twenty_megabytes_are_read_and_a_hundred_are_not() {
        let line = "استقبل الوزير السفير في مكتبه.\n".as_bytes();
        check("a.txt", &line.repeat((20 << 20) / line.len()), &["a.txt"]);
        check("a.txt", &line.repeat((65 << 20) / line.len()), &["source/too-large"]);
    }

    #[test]
    fn folders_are_read_in_the_order_of_their_names() {
        let files: [(&str, &[u8]); 5] = [
            ("b.txt", b"b"),
            ("a/2.txt", b"a"),
            ("a/10.txt", b"a"),
            ("indicators/x.txt", b"x"),
            (".hidden.txt", b"h"),
        ];
        let options = OpenOptions { without: vec!["indicators".to_string()], ..OpenOptions::default() };
        let ids: Vec<String> = opened(&files, &options).into_iter().map(|item| item.unwrap().id).collect();
        assert_eq!(ids, ["a/10.txt", "a/2.txt", "b.txt"]);
    }

    #[test]
    fn packed_files_are_unpacked() {
        let mut gz = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::default());
        gz.write_all("{\"id\":\"1\",\"text\":\"نص\"}\n".as_bytes()).unwrap();
        check("a.jsonl.gz", &gz.finish().unwrap(), &["1"]);
    }

    #[test]
    fn what_the_caller_knows_wins_except_over_a_line_that_states_its_own() {
        let options = OpenOptions {
            lang: Some("ar".to_string()),
            published: Some("2026-01-15".to_string()),
            without: Vec::new(),
        };
        let files: [(&str, &[u8]); 2] =
            [("a.jsonl", b"{\"id\":\"1\",\"text\":\"x\",\"published\":\"2025-02-03\"}"), ("b.txt", b"t\nx")];
        let found: Vec<_> = opened(&files, &options).into_iter().map(Result::unwrap).collect();
        assert_eq!(found[0].published.as_deref(), Some("2025-02-03"));
        assert_eq!(found[0].lang.as_deref(), Some("ar"));
        assert_eq!(found[1].published.as_deref(), Some("2026-01-15"));
    }

    #[test]
    fn the_standard_input_is_told_from_its_first_character() {
        let place = Place::default();
        let read = |bytes: &'static [u8]| {
            opened_stdin(bytes, &place, &OpenOptions::default())
                .map(|items| items.map(Result::unwrap).collect::<Vec<_>>())
        };
        assert_eq!(read(b"\xef\xbb\xbf \n{\"id\":\"1\",\"text\":\"x\"}").unwrap()[0].id, "1");
        assert_eq!(read(b"\n title\ntext").unwrap()[0].text, " title\ntext");
        assert!(matches!(read(b" "), Err(Problem::Empty)));
    }
}
