//! `mahdar record …`: works on the record as a whole.

use crate::failure::{Exit, Failure};
use crate::inputs::threads;
use crate::output;
use crate::packs;
use crate::parallel;
use crate::record::RecordArgument;
use clap::{Args, Subcommand};
use mahdar_core::{SourceDocument, read};
use mahdar_store::{Record, RereadReport};
use std::fmt::Write;
use std::path::PathBuf;

/// Works on the record as a whole.
#[derive(Args)]
pub struct RecordCommand {
    #[command(subcommand)]
    what: What,
}

#[derive(Subcommand)]
enum What {
    /// Makes the readings of older packs anew; documents and judgements stay.
    Reread(Reread),
    /// Takes in the documents and judgements of another record.
    Take(Take),
    /// Prints which mentions are one person, one event, one agreement: one cluster a line.
    Clusters(super::clusters::Clusters),
    /// Says that two are one person, or one meeting.
    Merge(super::judge::Merge),
    /// Says that mentions are another person or meeting than the rest they are with.
    Split(super::judge::Split),
    /// Says that a field of a person or event has another value.
    Correct(super::judge::Correct),
    /// Lists the judgements of the record, in the order in which they were made.
    Judgements(super::judge::List),
    /// Takes a judgement back.
    Undo(super::judge::Undo),
    /// Shows the person or event that an id stands for.
    Show(super::judge::Show),
}

/// Makes the readings of older packs anew.
#[derive(Args)]
struct Reread {
    #[command(flatten)]
    record: RecordArgument,
    /// Folder of language packs to use instead of the built-in ones.
    #[arg(long, value_name = "FOLDER")]
    packs: Option<PathBuf>,
    /// Print the report as JSON.
    #[arg(long)]
    json: bool,
}

/// Takes in the documents and judgements of another record, which stays as it is.
///
/// Two records that take in each other hold the same, under the same ids. Indicator files are imported, not taken.
#[derive(Args)]
struct Take {
    /// The other record.
    other: PathBuf,
    #[command(flatten)]
    record: RecordArgument,
    /// Folder of language packs to use instead of the built-in ones.
    #[arg(long, value_name = "FOLDER")]
    packs: Option<PathBuf>,
    /// Threads that read; as many as the machine has when left out.
    #[arg(short = 'j', value_name = "N")]
    threads: Option<usize>,
}

impl RecordCommand {
    /// Does what was asked.
    pub fn run(self) -> Result<Exit, Failure> {
        match self.what {
            What::Reread(reread) => reread.run(),
            What::Take(take) => take.run(),
            What::Clusters(clusters) => clusters.run(),
            What::Merge(merge) => merge.run(),
            What::Split(split) => split.run(),
            What::Correct(correct) => correct.run(),
            What::Judgements(list) => list.run(),
            What::Undo(undo) => undo.run(),
            What::Show(show) => show.run(),
        }
    }
}

impl Reread {
    fn run(self) -> Result<Exit, Failure> {
        let packs = packs::load(self.packs.as_deref())?;
        let mut record = self.record.open()?;
        let report = record.reread(&packs.hash, |document| read(document, &packs))?;
        let text = if self.json {
            serde_json::to_string(&report).expect("strings and numbers are JSON")
        } else {
            words(&report)
        };
        output::print(&text)?;
        Ok(Exit::Done)
    }
}

impl Take {
    fn run(self) -> Result<Exit, Failure> {
        let packs = packs::load(self.packs.as_deref())?;
        let other = Record::open(&self.other)?;
        let (documents, judgements) = (other.given()?, other.all_judgements()?);
        drop(other);
        let mut record = self.record.create_or_open()?;
        let mut outcome = super::add::Outcome::default();
        let read_one = |document: SourceDocument| {
            let reading = read(&document, &packs);
            (document, reading)
        };
        parallel::map_in_order(
            documents.into_iter(),
            threads(self.threads),
            read_one,
            |(document, reading)| {
                outcome.count(&record.add(&document, &reading)?);
                Ok::<(), Failure>(())
            },
        )?;
        let n_taken = record.take_judgements(&judgements)?;
        record.index_names(&crate::names::tables())?;
        output::print(&format!(
            "documents: {}\njudgements: {n_taken} taken in, {} known already",
            outcome.words(),
            judgements.len() - n_taken
        ))?;
        Ok(Exit::Done)
    }
}

fn words(report: &RereadReport) -> String {
    let mut out = String::new();
    for change in &report.changed {
        let fields =
            if change.fields.is_empty() { String::new() } else { format!("  {}", change.fields.join(", ")) };
        // Writing to a string cannot fail.
        let _ = writeln!(out, "{:<9} {} {}{fields}", change.what, change.document, change.event);
    }
    let _ = write!(
        out,
        "{} documents read anew, {} current; {} events changed, {} the same",
        report.documents_read,
        report.documents_current,
        report.changed.len(),
        report.n_events_same
    );
    out
}
