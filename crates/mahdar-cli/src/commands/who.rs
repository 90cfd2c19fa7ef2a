//! `mahdar who NAME`: the offices and meetings of a person.

use crate::failure::{Exit, Failure};
use crate::output::{self, flat};
use crate::record::RecordArgument;
use clap::Args;
use mahdar_store::{PersonFound, RecordedEvent};
use serde_json::{Value, json};
use std::fmt::Write;

/// Shows the offices a person was seen in and the meetings he or she was at.
///
/// Every word of the name must occur in a spelling of the person, in any order, or the name must sound like one of them in
/// another script.
#[derive(Args)]
pub struct Who {
    /// Name, or a part of it.
    #[arg(required = true, num_args = 1..)]
    name: Vec<String>,
    #[command(flatten)]
    record: RecordArgument,
    /// Print JSON.
    #[arg(long)]
    json: bool,
}

impl Who {
    /// Prints every person found; none found is an answer, not a failure.
    pub fn run(self) -> Result<Exit, Failure> {
        let record = self.record.open()?;
        let name = self.name.join(" ");
        let found = record.person_search(&crate::names::tables(), &name)?;
        if self.json {
            let persons: Vec<Value> = found.iter().map(json_of).collect();
            output::print(&json!({ "name": name, "persons": persons }).to_string())?;
        } else if found.is_empty() {
            output::print(&format!("nobody in the record is named `{name}`"))?;
        } else {
            let blocks: Vec<String> = found.iter().map(words).collect();
            output::print(&blocks.join("\n"))?;
        }
        Ok(Exit::Done)
    }
}

pub fn words(person: &PersonFound) -> String {
    let mut out = String::new();
    let party = person.party.as_deref().unwrap_or("?");
    // Writing to a string cannot fail.
    let _ = writeln!(out, "{} ({party})  {}", person.name, person.id);
    for spelling in person.spellings.iter().filter(|spelling| **spelling != person.name) {
        let _ = writeln!(out, "  also written: {spelling}");
    }
    for seen in &person.occupancies {
        let acting = if seen.office.acting { " (acting)" } else { "" };
        let days = days(seen.first_seen.as_deref(), seen.last_seen.as_deref());
        let _ = writeln!(out, "  office: {days}  {}{acting}", flat(&seen.office.title.text));
    }
    for event in &person.events {
        let _ = writeln!(out, "  {}", event_words(event));
    }
    let documents: Vec<String> = person
        .sightings
        .iter()
        .map(|seen| format!("{} {}..{} ({})", seen.document, seen.name.span[0], seen.name.span[1], seen.id))
        .collect();
    let _ = writeln!(out, "  named in: {}", documents.join("; "));
    if !person.judged.is_empty() {
        let _ = writeln!(out, "  corrected by hand: {}", person.judged.join(", "));
    }
    out
}

fn event_words(recorded: &RecordedEvent) -> String {
    let event = recorded.event();
    // The value of an unresolved date is a number, which says nothing to a person.
    let resolved = event
        .date
        .as_ref()
        .filter(|date| !matches!(date.precision.as_str(), "weekday" | "relative" | "about"));
    let date = resolved.map_or("undated", |date| date.value.as_str());
    let sides: Vec<String> =
        event.sides.iter().map(|side| side.party.clone().unwrap_or_else(|| "?".to_string())).collect();
    format!(
        "{date}  {} {}  {}  {}",
        event.kind,
        event.status,
        sides.join(" x "),
        flat(&recorded.reading.document.head.title)
    )
}

fn days(first: Option<&str>, last: Option<&str>) -> String {
    match (first, last) {
        (Some(first), Some(last)) if first != last => format!("{first}/{last}"),
        (Some(day), _) | (_, Some(day)) => day.to_string(),
        _ => "undated".to_string(),
    }
}

pub fn json_of(person: &PersonFound) -> Value {
    let events: Vec<Value> = person
        .events
        .iter()
        .map(|recorded| {
            let head = &recorded.reading.document.head;
            json!({ "document": head.id, "version": head.version, "event": recorded.event() })
        })
        .collect();
    json!({
        "id": person.id,
        "name": person.name,
        "spellings": person.spellings,
        "party": person.party,
        "offices": person.occupancies,
        "events": events,
        "sightings": person.sightings,
        "judged": person.judged,
    })
}
