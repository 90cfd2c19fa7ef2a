//! `mahdar doctor`: looks whether the program and the record are whole.

use crate::failure::{Exit, Failure};
use crate::output;
use crate::record::RecordArgument;
use clap::Args;
use mahdar_core::Packs;
use serde_json::json;

/// Looks whether the language packs and the record are whole.
#[derive(Args)]
pub struct Doctor {
    #[command(flatten)]
    record: RecordArgument,
    /// Print JSON.
    #[arg(long)]
    json: bool,
}

impl Doctor {
    /// Fails when something is damaged; no record yet is fine unless one was named.
    pub fn run(self) -> Result<Exit, Failure> {
        let packs = Packs::compile(mahdar_data::files(""))?;
        let path = self.record.path();
        let counts = if path.exists() || self.record.record.is_some() {
            let record = self.record.open()?;
            record.check()?;
            Some(record.counts()?)
        } else {
            None
        };
        let text = if self.json {
            json!({
                "version": env!("CARGO_PKG_VERSION"),
                "packs": packs.names(),
                "packs_hash": packs.hash,
                "pack_diagnostics": packs.diagnostics,
                "record": path.display().to_string(),
                "counts": counts,
            })
            .to_string()
        } else {
            let about_record = match counts {
                None => format!("none yet; `mahdar add` makes it at {}", path.display()),
                Some(n) => format!(
                    "{}, whole: {} documents in {} versions, {} events, {} people, {} claims, {} indicator files, {} observations",
                    path.display(),
                    n.documents,
                    n.versions,
                    n.events,
                    n.persons,
                    n.claims,
                    n.files,
                    n.observations
                ),
            };
            let remarks: String = packs
                .diagnostics
                .iter()
                .map(|remark| format!("\n  [{}] {}", remark.code, remark.message))
                .collect();
            format!(
                "version: {}\nrecord:  {about_record}\npacks:   {} ({}), {} remarks{remarks}",
                env!("CARGO_PKG_VERSION"),
                packs.names(),
                packs.hash,
                packs.diagnostics.len()
            )
        };
        output::print(&text)?;
        Ok(Exit::Done)
    }
}
