//! Where a command writes: the standard output or a file, and progress to a person.

use crate::failure::Failure;
use std::io::{BufWriter, IsTerminal, Write, stderr, stdout};
use std::path::Path;
use std::time::{Duration, Instant};

/// The standard output, buffered; each command flushes when it is done.
pub fn standard() -> BufWriter<std::io::StdoutLock<'static>> {
    BufWriter::with_capacity(1 << 16, stdout().lock())
}

/// True when a person looks at the output, not a program.
pub fn is_terminal() -> bool {
    stdout().is_terminal()
}

/// Prints one piece of text, with a line feed at its end.
pub fn print(text: &str) -> Result<(), Failure> {
    let mut out = standard();
    out.write_all(text.as_bytes())?;
    if !text.ends_with('\n') {
        out.write_all(b"\n")?;
    }
    Ok(out.flush()?)
}

/// A text from a document on one line of a terminal or table.
pub fn flat(text: &str) -> String {
    text.replace(['\n', '\r', '\t'], " ")
}

/// One cell of a table of tab-separated values: tabs and line feeds become spaces, a quotation mark is quoted as in CSV,
/// and what a spreadsheet would run as a formula gets an apostrophe.
pub fn cell(value: &str) -> String {
    let flat = value.split(['\t', '\n', '\r']).map(str::trim).collect::<Vec<_>>().join(" ");
    let safe = if flat.starts_with(['=', '+', '-', '@']) { format!("'{flat}") } else { flat };
    if safe.contains('"') { format!("\"{}\"", safe.replace('"', "\"\"")) } else { safe }
}

/// Writes a file whole: beside its place first, so that a full disk leaves what was there.
pub fn write_file(path: &Path, text: &str) -> Result<(), Failure> {
    let mut beside = path.as_os_str().to_owned();
    beside.push(".part");
    let written = std::fs::write(&beside, text).and_then(|()| std::fs::rename(&beside, path));
    written.map_err(|error| {
        // The half of a file that did not become one; there may be none.
        let _ = std::fs::remove_file(&beside);
        Failure::from(error).at(path.display().to_string())
    })
}

/// A count on the standard error that a person can watch; silent when nobody does.
pub struct Progress {
    shown: Option<Instant>,
    is_watched: bool,
}

impl Progress {
    /// Begins to count.
    pub fn new() -> Progress {
        Progress { shown: None, is_watched: stderr().is_terminal() }
    }

    /// Shows the count, a few times a second at most.
    pub fn show(&mut self, n: usize, of_what: &str) {
        let now = Instant::now();
        let is_due = self.shown.is_none_or(|shown| now - shown > Duration::from_millis(200));
        if self.is_watched && is_due {
            self.shown = Some(now);
            let _ = write!(stderr(), "\r{n} {of_what} ");
        }
    }

    /// Takes the count away.
    pub fn end(&self) {
        if self.shown.is_some() {
            let _ = write!(stderr(), "\r\x1b[K");
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_stays_one_cell_and_is_no_formula() {
        assert_eq!(cell("one\ttwo\nthree"), "one two three");
        assert_eq!(cell("=1+1"), "'=1+1");
        assert_eq!(cell("\"Nur\""), "\"\"\"Nur\"\"\"");
        assert_eq!(cell("2026-01-15"), "2026-01-15");
    }
}
