//! `mahdar measure A B`: the numbers of a relation that rest on imported files.

use crate::failure::{Exit, Failure};
use crate::record::RecordArgument;
use crate::{output, parties};
use clap::Args;
use serde_json::Value;

/// Prints the measures of a relation that the imported indicator files allow.
#[derive(Args)]
pub struct Measure {
    /// A state: ISO 3166 alpha-3 (SAU) or XKX.
    a: String,
    /// The other one.
    b: String,
    #[command(flatten)]
    record: RecordArgument,
    /// Only this year.
    #[arg(long, value_name = "Y")]
    year: Option<i32>,
    /// Print one JSON object, as the contract says.
    #[arg(long)]
    json: bool,
}

impl Measure {
    /// Prints what is known; what is not known is absent.
    pub fn run(self) -> Result<Exit, Failure> {
        let (a, b) = parties::pair(&self.a, &self.b)?;
        let record = self.record.open()?;
        let measures = match self.year {
            None => mahdar_profile::measure(&record, &a, &b)?,
            Some(year) => mahdar_profile::measure_of_year(&record, &a, &b, year)?,
        };
        if self.json {
            output::print(&measures.to_string())?;
            return Ok(Exit::Done);
        }
        let mut lines = Vec::new();
        flatten("", measures.get("measures").unwrap_or(&Value::Null), &mut lines);
        if lines.is_empty() {
            lines.push(format!("nothing is known of {a} and {b}: no imported file covers them"));
        }
        output::print(&lines.join("\n"))?;
        Ok(Exit::Done)
    }
}

/// One line a value: its keys joined by dots, a tab, the value.
fn flatten(name: &str, value: &Value, lines: &mut Vec<String>) {
    match value {
        Value::Null => {}
        Value::Object(map) => {
            for (key, value) in map {
                let name = if name.is_empty() { key.clone() } else { format!("{name}.{key}") };
                flatten(&name, value, lines);
            }
        }
        Value::String(text) => lines.push(format!("{name}\t{text}")),
        other => lines.push(format!("{name}\t{other}")),
    }
}
