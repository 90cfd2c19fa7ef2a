//! `mahdar add FILE…`: reads documents and takes them into the record.

use crate::failure::{Exit, Failure};
use crate::inputs::{Opening, Tally, open_all, threads};
use crate::output::{self, Progress};
use crate::parallel;
use crate::record::RecordArgument;
use clap::Args;
use mahdar_core::{Packs, Reading, SourceDocument, read};
use mahdar_sources::{OpenOptions, SourceError};
use mahdar_store::{Added, AddedDocument};
use std::io::Write;

/// Reads documents and takes them into the record, which is made when there is none.
///
/// The same document twice changes nothing; a changed one becomes a new version, and the old one stays.
#[derive(Args)]
pub struct Add {
    #[command(flatten)]
    record: RecordArgument,
    #[command(flatten)]
    opening: Opening,
    /// Print one JSON object a document instead of a count.
    #[arg(long)]
    json: bool,
    /// Threads that read; as many as the machine has when left out.
    #[arg(short = 'j', value_name = "N")]
    threads: Option<usize>,
    /// Files, folders, or - for the standard input.
    #[arg(required = true, value_name = "FILE|FOLDER|-")]
    inputs: Vec<String>,
}

/// Names get their keys for so many documents at a time; a question catches up with the rest.
const NAMES_AT_ONCE: usize = 256;

/// How many documents were added in which way.
#[derive(Debug, Default)]
pub struct Outcome {
    n_new: usize,
    n_versions: usize,
    n_reread: usize,
    n_unchanged: usize,
}

impl Add {
    /// Adds everything that can be read, one transaction a document.
    pub fn run(self) -> Result<Exit, Failure> {
        let (packs, options) = self.opening.prepare()?;
        // A record that cannot be used is told before anything is read; a new one is made with the first document.
        let mut record = if self.record.path().exists() { Some(self.record.open()?) } else { None };
        let mut out = output::standard();
        let mut outcome = Outcome::default();
        let mut progress = Progress::new();
        let json = self.json;
        let tables = crate::names::tables();
        let tally = add_all(&self.inputs, &options, &packs, threads(self.threads), |document, reading| {
            let record = match &mut record {
                Some(record) => record,
                None => record.insert(self.record.create_or_open()?),
            };
            let added = record.add(document, reading)?;
            if outcome.n_all() % NAMES_AT_ONCE == NAMES_AT_ONCE - 1 {
                record.index_names(&tables)?;
            }
            outcome.count(&added);
            progress.show(outcome.n_all(), "documents");
            if json {
                let line = serde_json::to_string(&added).expect("strings and numbers are JSON");
                writeln!(out, "{line}")?;
            }
            Ok(())
        })?;
        if let Some(record) = &record {
            record.index_names(&tables)?;
        }
        progress.end();
        if !json {
            writeln!(out, "{}", outcome.words())?;
        }
        out.flush()?;
        Ok(tally.exit())
    }
}

/// Reads every input and gives each document with its reading to `take`, in the order of the input.
pub fn add_all(
    inputs: &[String],
    options: &OpenOptions,
    packs: &Packs,
    n_threads: usize,
    mut take: impl FnMut(&SourceDocument, &Reading) -> Result<(), Failure>,
) -> Result<Tally, Failure> {
    let mut tally = Tally::default();
    let work = |item: Result<SourceDocument, SourceError>| {
        item.map(|document| {
            let reading = read(&document, packs);
            (document, reading)
        })
    };
    parallel::map_in_order(open_all(inputs, options), n_threads, work, |done| match done {
        Err(error) => {
            tally.count(Err(error));
            Ok(())
        }
        Ok((document, reading)) => {
            let Some(document) = tally.count(Ok(document)) else { return Ok(()) };
            take(&document, &reading)
        }
    })?;
    Ok(tally)
}

impl Outcome {
    /// Counts one document.
    pub fn count(&mut self, added: &AddedDocument) {
        match added.what {
            Added::New => self.n_new += 1,
            Added::NewVersion => self.n_versions += 1,
            Added::Reread => self.n_reread += 1,
            Added::Unchanged => self.n_unchanged += 1,
        }
    }

    fn n_all(&self) -> usize {
        self.n_new + self.n_versions + self.n_reread + self.n_unchanged
    }

    /// The counts in words.
    pub fn words(&self) -> String {
        format!(
            "{} new, {} in a new version, {} read anew, {} unchanged",
            self.n_new, self.n_versions, self.n_reread, self.n_unchanged
        )
    }
}
