//! `mahdar read FILE…`: reads documents and prints what was found, in the order of the input.

mod json;
mod table;
mod tsv;

use crate::failure::{Exit, Failure};
use crate::inputs::{Opening, Tally, open_all, threads};
use crate::{output, parallel};
use clap::{Args, ValueEnum};
use mahdar_core::{Packs, SourceDocument, read};
use mahdar_sources::Opened;
use std::io::Write;

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

/// Reads documents and prints what was found in them.
///
/// Reads .txt (the first line is the title, unless it is a paragraph or all there is), .html, .docx,
/// .jsonl (id, lang, published, source, url, title, text a line), .gz of these, and folders of these. `-` reads the standard input: JSON lines if it begins with `{`, else text.
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
    Read(SourceDocument, Vec<u8>),
    /// Shown when its turn comes.
    Problem(mahdar_sources::SourceError),
}

impl Read {
    /// Reads everything, printing the readings in the order of the input.
    pub fn run(self) -> Result<Exit, Failure> {
        let (packs, options) = self.opening.prepare()?;
        let format = self.format.unwrap_or(if output::is_terminal() { Format::Table } else { Format::Jsonl });
        let mut out = output::standard();
        let mut tally = Tally::default();
        // Whoever watches, or feeds documents in, sees each reading at once; files are written by the buffer.
        let at_once = output::is_terminal() || self.inputs.iter().any(|input| input == "-");
        out.write_all(header(format, self.why).as_bytes())?;
        let work = |item: Opened| match item {
            Err(error) => Done::Problem(error),
            Ok(document) => {
                let lines = self.lines(&document, &packs, format);
                Done::Read(SourceDocument { text: String::new(), ..document }, lines)
            }
        };
        parallel::map_in_order(open_all(&self.inputs, &options), threads(self.threads), work, |done| {
            match done {
                Done::Problem(error) => {
                    // What stands on the terminal before the problem came before it.
                    out.flush()?;
                    tally.count(Err(error));
                    Ok::<(), Failure>(())
                }
                Done::Read(document, lines) => {
                    tally.count(Ok(document));
                    out.write_all(&lines)?;
                    if at_once {
                        out.flush()?;
                    }
                    Ok(())
                }
            }
        })?;
        out.flush()?;
        Ok(tally.exit())
    }

    fn lines(&self, document: &SourceDocument, packs: &Packs, format: Format) -> Vec<u8> {
        let mut reading = read(document, packs);
        match format {
            Format::Jsonl => {
                if !self.why {
                    reading.events.iter_mut().for_each(|event| event.why.clear());
                }
                if self.with_text {
                    reading.document.text = Some(document.text.clone());
                }
                json::line(&reading)
            }
            Format::Tsv => tsv::rows(&reading, self.why).into_bytes(),
            Format::Table => table::lines(&reading, self.why).into_bytes(),
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
