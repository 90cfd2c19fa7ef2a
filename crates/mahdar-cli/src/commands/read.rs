//! `mahdar read FILE…`: reads documents and prints what was found, in the order of the input.

mod table;
mod tsv;

use crate::failure::{Exit, Failure};
use crate::inputs::{Tally, open_all};
use crate::{output, packs, parallel};
use clap::{Args, ValueEnum};
use mahdar_core::{Packs, Reading, SourceDocument, read};
use mahdar_sources::{OpenOptions, Opened};
use std::io::Write;
use std::path::PathBuf;

/// How readings are printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// One JSON object a document, as the contract says.
    Jsonl,
    /// One row an event, for spreadsheets and data frames.
    Tsv,
    /// One line an event, for people.
    Table,
}

/// What a command needs to know to open documents; shared by `read`, `add` and `brief --from`.
#[derive(Args)]
pub struct Opening {
    /// Language of the documents; told from their letters when left out.
    #[arg(long, value_name = "L")]
    pub lang: Option<String>,
    /// Day of release of the documents, YYYY-MM-DD; a JSONL line that states its own keeps it.
    #[arg(long, value_name = "DATE")]
    pub published: Option<String>,
    /// Folder of language packs to use instead of the built-in ones.
    #[arg(long, value_name = "FOLDER")]
    pub packs: Option<PathBuf>,
}

impl Opening {
    /// Loads the packs and checks what the caller says about the documents.
    pub fn prepare(&self) -> Result<(Packs, OpenOptions), Failure> {
        if let Some(stated) = self.published.as_deref().filter(|stated| mahdar_sources::day(stated).is_none()) {
            return Err(not_a_date("--published", stated));
        }
        let packs = packs::load(self.packs.as_deref())?;
        packs::check_language(&packs, self.lang.as_deref())?;
        let published = self.published.as_deref().and_then(mahdar_sources::day);
        Ok((packs, OpenOptions { lang: self.lang.clone(), published, without: Vec::new() }))
    }
}

/// The failure of an option that wants a day and got something else.
pub fn not_a_date(option: &str, stated: &str) -> Failure {
    Failure::usage("argument/not-a-date", format!("`{stated}` is not a date"), "write the day as YYYY-MM-DD")
        .at(option)
}

/// Reads documents and prints what was found in them.
///
/// Reads .txt (the first line is the title), .html, .jsonl (id, lang, published, source, url, title, text a line),
/// .docx, .gz of these, and folders of these. `-` reads the standard input: JSON lines if it begins with `{`, else text.
#[derive(Args)]
pub struct Read {
    /// How to print: jsonl when piped, table on a terminal.
    #[arg(long, value_enum)]
    format: Option<Format>,
    #[command(flatten)]
    opening: Opening,
    /// Show for each field which pattern and words made it.
    #[arg(long)]
    why: bool,
    /// Print the text of each document with its reading (jsonl).
    #[arg(long)]
    with_text: bool,
    /// Threads; as many as the machine has when left out.
    #[arg(short = 'j', value_name = "N")]
    threads: Option<usize>,
    /// Files, folders, or - for the standard input.
    #[arg(required = true, value_name = "FILE|FOLDER|-")]
    inputs: Vec<String>,
}

/// What one item of the input became.
enum Done {
    /// The document without its text, and the lines to print.
    Read(SourceDocument, String),
    /// Shown when its turn comes.
    Problem(mahdar_sources::SourceError),
}

impl Read {
    /// Reads everything, printing each reading as soon as it and those before it are there.
    pub fn run(self) -> Result<Exit, Failure> {
        let (packs, options) = self.opening.prepare()?;
        let format = self.format.unwrap_or(if output::is_terminal() { Format::Table } else { Format::Jsonl });
        let n_threads = self
            .threads
            .unwrap_or_else(|| std::thread::available_parallelism().map_or(1, std::num::NonZero::get));
        let mut out = output::standard();
        let mut tally = Tally::default();
        out.write_all(header(format, self.why).as_bytes())?;
        let work = |item: Opened| match item {
            Err(error) => Done::Problem(error),
            Ok(document) => {
                let lines = self.lines(&document, &packs, format);
                Done::Read(SourceDocument { text: String::new(), ..document }, lines)
            }
        };
        parallel::map_in_order(open_all(&self.inputs, &options), n_threads, work, |done| match done {
            Done::Problem(error) => {
                // What stands on the terminal before the problem came before it.
                out.flush()?;
                tally.count(Err(error));
                Ok::<(), Failure>(())
            }
            Done::Read(document, lines) => {
                tally.count(Ok(document));
                out.write_all(lines.as_bytes())?;
                Ok(out.flush()?)
            }
        })?;
        out.flush()?;
        Ok(tally.exit())
    }

    fn lines(&self, document: &SourceDocument, packs: &Packs, format: Format) -> String {
        let mut reading = read(document, packs);
        match format {
            Format::Jsonl => {
                if !self.why {
                    reading.events.iter_mut().for_each(|event| event.why.clear());
                }
                if self.with_text {
                    reading.document.text = Some(document.text.clone());
                }
                json_line(&reading)
            }
            Format::Tsv => tsv::rows(&reading, self.why),
            Format::Table => table::lines(&reading, self.why),
        }
    }
}

fn header(format: Format, why: bool) -> String {
    match format {
        Format::Jsonl => String::new(),
        Format::Tsv => tsv::header(why),
        Format::Table => table::header(),
    }
}

fn json_line(reading: &Reading) -> String {
    let mut line = serde_json::to_string(reading).expect("a reading holds nothing that JSON cannot say");
    line.push('\n');
    line
}
