//! `mahdar brief A B`: what the record holds on a relation, in words, with evidence under every line.

use crate::commands::{add, import};
use crate::failure::{Exit, Failure};
use crate::inputs::{self, threads};
use crate::record::RecordArgument;
use crate::{output, packs, parties};
use clap::{Args, ValueEnum};
use mahdar_sources::OpenOptions;
use mahdar_store::Record;
use std::path::{Path, PathBuf};

/// Folder inside `--from` that holds indicator files, each source in a folder of its name.
const INDICATORS: &str = "indicators";

/// How a brief is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// For a terminal.
    Text,
    /// One self-contained page, for the screen and for two sheets of A4.
    Html,
    /// The figures with their evidence.
    Json,
}

/// Writes a brief on the relation of two states, with the words or the row behind every line.
#[derive(Args)]
pub struct Brief {
    /// A state: ISO 3166 alpha-3 (SAU) or XKX.
    a: String,
    /// The other one.
    b: String,
    #[command(flatten)]
    record: RecordArgument,
    /// Read this file or folder instead of a record; a folder `indicators` in it is imported, a source a folder.
    #[arg(long, value_name = "PATH", conflicts_with = "record")]
    from: Option<PathBuf>,
    /// Language of the brief: ar, en, ru or kk.
    #[arg(long, value_name = "L", default_value = "ar")]
    lang: String,
    /// How to write it; told from the name of the output file when left out, else text.
    #[arg(long, value_enum)]
    format: Option<Format>,
    /// Leave out what is later than this day, YYYY-MM-DD.
    #[arg(long, value_name = "DATE")]
    as_of: Option<String>,
    /// Folder of language packs to use instead of the built-in ones (with --from).
    #[arg(long, value_name = "FOLDER")]
    packs: Option<PathBuf>,
    /// Write to this file instead of the standard output.
    #[arg(short = 'o', value_name = "FILE")]
    output: Option<PathBuf>,
}

impl Brief {
    /// Writes the brief; a relation with nothing in the record has a brief that says so.
    pub fn run(self) -> Result<Exit, Failure> {
        let (a, b) = parties::pair(&self.a, &self.b)?;
        let as_of = inputs::day("--as-of", self.as_of.as_deref())?;
        self.check_language()?;
        let (record, exit) = match &self.from {
            None => (self.record.open()?, Exit::Done),
            Some(path) => self.record_of(path)?,
        };
        let brief = mahdar_profile::brief(&record, &crate::names::tables(), &a, &b, as_of.as_deref())?;
        let text = mahdar_render::brief(&brief, &self.lang, self.format().into());
        match &self.output {
            None => output::print(&text)?,
            Some(path) => output::write_file(path, &text)?,
        }
        Ok(exit)
    }

    fn check_language(&self) -> Result<(), Failure> {
        let known = mahdar_render::languages();
        if known.contains(&self.lang) {
            return Ok(());
        }
        Err(Failure::usage(
            "argument/unknown-language",
            format!("no brief is written in the language `{}`", self.lang),
            format!("use one of {}", known.join(", ")),
        ))
    }

    /// A record in memory of the documents and indicator files below a path.
    fn record_of(&self, path: &Path) -> Result<(Record, Exit), Failure> {
        let packs = packs::load(self.packs.as_deref())?;
        let mut record = Record::in_memory()?;
        let options = OpenOptions { without: vec![INDICATORS.to_string()], ..OpenOptions::default() };
        let inputs = [path.to_string_lossy().into_owned()];
        let tally = add::add_all(&inputs, &options, &packs, threads(None), |document, reading| {
            record.add(document, reading)?;
            Ok(())
        })?;
        if tally.exit() == Exit::Failed {
            return Err(Failure::new(
                "source/nothing-read",
                "no document could be read, so there is nothing to write a brief from",
                "look at the messages above",
            )
            .at(path.display().to_string()));
        }
        import::import_below(&mut record, &path.join(INDICATORS))?;
        Ok((record, tally.exit()))
    }

    fn format(&self) -> Format {
        let ending =
            self.output.as_deref().and_then(Path::extension).map(|end| end.to_string_lossy().to_lowercase());
        self.format.unwrap_or(match ending.as_deref() {
            Some("html" | "htm") => Format::Html,
            Some("json") => Format::Json,
            _ => Format::Text,
        })
    }
}

impl From<Format> for mahdar_render::Format {
    fn from(format: Format) -> mahdar_render::Format {
        match format {
            Format::Text => mahdar_render::Format::Text,
            Format::Html => mahdar_render::Format::Html,
            Format::Json => mahdar_render::Format::Json,
        }
    }
}
