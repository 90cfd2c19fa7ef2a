//! `mahdar import SOURCE PATH`: takes indicator files into the record.

use crate::failure::{Exit, Failure};
use crate::output;
use crate::record::RecordArgument;
use clap::Args;
use mahdar_core::RowCount;
use mahdar_sources::indicators::{self, Descriptor, ImportError, Imported};
use mahdar_store::{ImportOutcome, ImportedFile, Record};
use std::collections::BTreeMap;
use std::fmt::Write;
use std::path::{Path, PathBuf};

/// Takes indicator files into the record, every value with its row.
///
/// The same bytes twice change nothing; other bytes are a new vintage, and the old one stays.
#[derive(Args)]
pub struct Import {
    /// Name of the source, as in data/sources (trade_cow, unga_votes_undl_matrix).
    source: String,
    /// A file of the source, or a folder of them.
    path: PathBuf,
    #[command(flatten)]
    record: RecordArgument,
    /// Which edition of the data this is; the hash of each file when left out.
    #[arg(long, value_name = "NAME")]
    vintage: Option<String>,
    /// Print one JSON object a file.
    #[arg(long)]
    json: bool,
}

impl Import {
    /// Reads the files whole before the record is touched.
    pub fn run(self) -> Result<Exit, Failure> {
        let descriptors = descriptors()?;
        let descriptor = indicators::find(&descriptors, &self.source)?;
        let imported = indicators::import(&self.path, descriptor, self.vintage.as_deref())?;
        let mut record = self.record.create_or_open()?;
        let files = record.import(&imported.tables)?;
        let text: String = if self.json {
            let line = |file: &ImportedFile| {
                serde_json::to_string(file).expect("strings and numbers are JSON") + "\n"
            };
            files.iter().map(line).collect()
        } else {
            files.iter().map(words).chain([ignored(&imported)]).collect()
        };
        output::print(&text)?;
        Ok(Exit::Done)
    }
}

/// Takes in each folder below `folder` that bears the name of a source; for `brief --from`.
pub fn import_below(record: &mut Record, folder: &Path) -> Result<(), Failure> {
    for descriptor in &descriptors()? {
        let path = folder.join(&descriptor.id);
        if path.is_dir() {
            let imported = indicators::import(&path, descriptor, None)?;
            record.import(&imported.tables)?;
        }
    }
    Ok(())
}

fn descriptors() -> Result<Vec<Descriptor>, Failure> {
    Ok(indicators::descriptors(&mahdar_data::files("sources"))?)
}

fn words(file: &ImportedFile) -> String {
    let outcome = match file.outcome {
        ImportOutcome::New => "new",
        ImportOutcome::NewVintage => "new vintage",
        ImportOutcome::Unchanged => "unchanged",
    };
    format!("{}: {outcome}, vintage {}; {}\n", file.name, file.vintage, rows(&file.rows))
}

fn rows(rows: &RowCount) -> String {
    let mut out = format!("{} rows read, {} kept", rows.read, rows.kept);
    // Writing to a string cannot fail.
    let _ = write!(out, ", {} dropped{}", rows.dropped.values().sum::<usize>(), reasons(&rows.dropped));
    let _ = write!(out, "; {} values, {} missing", rows.values, rows.missing);
    if !rows.cells_dropped.is_empty() {
        let n = rows.cells_dropped.values().sum::<usize>();
        let _ = write!(out, ", {n} cells dropped{}", reasons(&rows.cells_dropped));
    }
    out
}

fn reasons(dropped: &BTreeMap<String, usize>) -> String {
    if dropped.is_empty() {
        return String::new();
    }
    let reasons: Vec<String> = dropped.iter().map(|(reason, n)| format!("{n} {reason}")).collect();
    format!(" ({})", reasons.join(", "))
}

fn ignored(imported: &Imported) -> String {
    imported.ignored.iter().map(|path| format!("{}: not a file of this source\n", path.display())).collect()
}

impl From<ImportError> for Failure {
    fn from(error: ImportError) -> Failure {
        Failure::new(error.code(), error.to_string(), error.help())
    }
}
