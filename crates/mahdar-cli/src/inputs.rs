//! The documents a command was given, in order, with what is wrong about them shown as it is met.

use crate::failure::{Exit, Failure};
use crate::packs;
use clap::Args;
use mahdar_core::{Packs, Severity, SourceDocument};
use mahdar_sources::{Input, OpenOptions, Opened, open};
use std::collections::HashSet;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::num::NonZero;
use std::path::PathBuf;

/// What a command needs to know to open documents; shared by `read` and `add`.
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
        let published = day("--published", self.published.as_deref())?;
        let packs = packs::load(self.packs.as_deref())?;
        packs::check_language(&packs, self.lang.as_deref())?;
        Ok((packs, OpenOptions { lang: self.lang.clone(), published, without: Vec::new() }))
    }
}

/// The day that an option gives, if it was given; the failure is that it gives something else.
pub fn day(option: &str, stated: Option<&str>) -> Result<Option<String>, Failure> {
    let Some(stated) = stated else { return Ok(None) };
    mahdar_sources::day(stated).map(Some).ok_or_else(|| {
        Failure::usage(
            "argument/not-a-date",
            format!("`{stated}` is not a date"),
            "write the day as YYYY-MM-DD",
        )
        .at(option)
    })
}

/// How many threads to read on: as many as the machine has when nobody says.
pub fn threads(asked: Option<usize>) -> usize {
    asked.unwrap_or_else(|| std::thread::available_parallelism().map_or(1, NonZero::get))
}

/// Opens every argument, one after the other.
pub fn open_all(arguments: &[String], options: &OpenOptions) -> impl Iterator<Item = Opened> + Send + use<> {
    let arguments: Vec<Input> = arguments.iter().map(|argument| Input::from_argument(argument)).collect();
    let options = options.clone();
    arguments.into_iter().flat_map(move |input| open(&input, &options))
}

/// Counts what was read and what was not, which decides how the command ends.
#[derive(Debug, Default)]
pub struct Tally {
    /// Documents that were opened.
    pub n_read: usize,
    /// Inputs, or lines of them, that were lost.
    pub n_lost: usize,
    /// Hashes of ids, because an archive can have millions of them.
    ids: HashSet<u64>,
}

impl Tally {
    /// Counts one item, shows it when it is a problem, and gives the document back when it is one.
    pub fn count(&mut self, item: Opened) -> Option<SourceDocument> {
        match item {
            Ok(document) => {
                self.n_read += 1;
                let mut hasher = DefaultHasher::new();
                document.id.hash(&mut hasher);
                if !self.ids.insert(hasher.finish()) {
                    duplicate(&document.id).show();
                }
                Some(document)
            }
            Err(error) => {
                if error.severity() == Severity::Error {
                    self.n_lost += 1;
                }
                Failure::from(error).show();
                None
            }
        }
    }

    /// How the command ends.
    pub fn exit(&self) -> Exit {
        match (self.n_read, self.n_lost) {
            (_, 0) => Exit::Done,
            (0, _) => Exit::Failed,
            _ => Exit::Partly,
        }
    }
}

fn duplicate(id: &str) -> Failure {
    let mut failure = Failure::new(
        "source/duplicate-id",
        format!("more than one document has the id `{id}`"),
        "give each document an id of its own; ids of events are made from it",
    );
    failure.severity = Severity::Warning;
    failure
}
