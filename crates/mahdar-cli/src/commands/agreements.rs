//! `mahdar agreements A B`: what two parties agreed, how far it has come, and what was not heard of again.

use crate::failure::{Exit, Failure};
use crate::output::flat;
use crate::record::RecordArgument;
use crate::{inputs, output, parties};
use clap::Args;
use mahdar_profile::{AgreementLife, Agreements};
use std::fmt::Write;

/// Lists the agreements of two parties: each once, with every step and its document.
///
/// Those that were signed and of which nothing further was heard come first, with their age.
#[derive(Args)]
pub struct AgreementsCommand {
    /// A state: ISO 3166 alpha-3 (SAU) or XKX; an organisation: ORG:UN.
    a: String,
    /// The other one.
    b: String,
    #[command(flatten)]
    record: RecordArgument,
    /// Leave out what is later than this day, and count ages to it; the newest day in the record when left out.
    #[arg(long, value_name = "DATE")]
    as_of: Option<String>,
    /// Print JSON.
    #[arg(long)]
    json: bool,
}

impl AgreementsCommand {
    /// Prints the agreements; none is an answer.
    pub fn run(self) -> Result<Exit, Failure> {
        let (a, b) = parties::pair(&self.a, &self.b)?;
        let as_of = inputs::day("--as-of", self.as_of.as_deref())?;
        let record = self.record.open()?;
        let found = mahdar_profile::agreements(&record, &crate::names::tables(), &a, &b, as_of.as_deref())?;
        if self.json {
            output::print(&serde_json::to_string(&found).expect("strings and numbers are JSON"))?;
        } else {
            output::print(&words(&found))?;
        }
        Ok(Exit::Done)
    }
}

fn words(found: &Agreements) -> String {
    let [a, b] = &found.pair;
    let as_of = found.as_of.as_deref().map(|day| format!(" as of {day}")).unwrap_or_default();
    if found.agreements.is_empty() {
        return format!("the record holds no agreement of {a} and {b}{as_of}");
    }
    let mut out = format!("{} agreements of {a} and {b}{as_of}\n", found.agreements.len());
    for (silent, heading) in [(true, "Signed, and nothing heard since"), (false, "Others")] {
        let group: Vec<&AgreementLife> =
            found.agreements.iter().filter(|life| life.silent_since_signing == silent).collect();
        if group.is_empty() {
            continue;
        }
        // Writing to a string cannot fail.
        let _ = writeln!(out, "\n{heading}");
        for life in group {
            agreement(life, &mut out);
        }
    }
    out
}

fn agreement(life: &AgreementLife, out: &mut String) {
    let mut about = vec![life.kind.clone()];
    about.extend(life.sector.clone());
    about.push(life.status.clone());
    about.extend(life.since.as_ref().map(|day| format!("since {day}")));
    about.extend(life.age_days.map(|days| match life.age_years {
        Some(years) if days >= 365 => format!("{years} years ({days} days)"),
        _ => format!("{days} days"),
    }));
    // Writing to a string cannot fail.
    let _ = writeln!(out, "§ {}  {}  {}", flat(&life.title), about.join(", "), life.id);
    for step in &life.steps {
        let day = match (&step.day, step.day_of_release) {
            (Some(day), true) => format!("released {day}"),
            (Some(day), false) => day.clone(),
            (None, _) => "undated".to_string(),
        };
        let _ = writeln!(out, "    {}  {day}  {}  {}", step.status, step.document, flat(&step.title));
    }
}
