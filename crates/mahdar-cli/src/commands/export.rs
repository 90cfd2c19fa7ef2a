//! `mahdar export FORMAT`: the record as tables for other programs.

use crate::failure::{Exit, Failure};
use crate::output;
use crate::record::RecordArgument;
use clap::{Args, ValueEnum};
use mahdar_profile::tables::Table;
use std::path::PathBuf;

/// What is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    /// events.tsv, persons.tsv, occupancies.tsv: tab-separated, with a header; the first column is the key.
    Tsv,
}

/// Writes events, persons and occupancies as tables, each with a header and a key that no two rows share.
///
/// An event stands once, however many documents tell it; an occupancy is a position somebody was seen in, from the first to
/// the last day that documents give. Who is redacted is left out.
#[derive(Args)]
pub struct Export {
    /// Form of the tables.
    #[arg(value_enum)]
    format: Format,
    #[command(flatten)]
    record: RecordArgument,
    /// Folder for the files; made when it is not there.
    #[arg(long, short = 'o', visible_alias = "output", value_name = "FOLDER")]
    to: PathBuf,
    /// Begin each file with a mark by which some spreadsheets know that it is UTF-8.
    #[arg(long)]
    bom: bool,
}

impl Export {
    /// Writes the files, each whole or not at all.
    pub fn run(self) -> Result<Exit, Failure> {
        let Format::Tsv = self.format;
        let record = self.record.open()?;
        let tables = mahdar_profile::tables::tables(&record, &crate::names::tables())?;
        std::fs::create_dir_all(&self.to)
            .map_err(|error| Failure::from(error).at(self.to.display().to_string()))?;
        let mut told = vec![];
        for table in &tables {
            let path = self.to.join(format!("{}.tsv", table.name));
            output::write_file(&path, &text(table, self.bom))?;
            told.push(format!("{} {}", table.rows.len(), table.name));
        }
        output::print(&format!("{} in {}", told.join(", "), self.to.display()))?;
        Ok(Exit::Done)
    }
}

fn text(table: &Table, bom: bool) -> String {
    let mut out = String::from(if bom { "\u{feff}" } else { "" });
    out.push_str(&table.columns.join("\t"));
    out.push('\n');
    for row in &table.rows {
        let cells: Vec<String> = row.iter().map(|value| output::cell(value)).collect();
        out.push_str(&cells.join("\t"));
        out.push('\n');
    }
    out
}
