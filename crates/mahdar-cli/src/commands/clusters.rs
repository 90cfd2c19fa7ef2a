//! `mahdar record clusters`: which mentions of the record are one person, one event, one agreement.

use clap::Args;
use mahdar_core::resolve::{Member, Resolution, Source, resolve};
use mahdar_core::{Event, Field, Reading, Words};
use serde_json::{Value, json};
use std::io::Write;

use crate::failure::{Exit, Failure};
use crate::output;
use crate::record::RecordArgument;

/// Prints which mentions are one person, one event, one agreement: one cluster a line.
#[derive(Args)]
pub struct Clusters {
    #[command(flatten)]
    record: RecordArgument,
    /// Print JSON, a cluster a line.
    #[arg(long)]
    json: bool,
}

impl Clusters {
    /// Resolves the whole record and prints what came together.
    pub fn run(self) -> Result<Exit, Failure> {
        let record = self.record.open()?;
        let stored = record.readings_now()?;
        let sources: Vec<Source> = stored.iter().map(|reading| reading.source()).collect();
        let tables = crate::names::tables();
        let resolution = resolve(&tables, &sources);
        let mut out = output::standard();
        if self.json {
            for line in lines(&sources, &resolution) {
                writeln!(out, "{line}")?;
            }
        } else {
            writeln!(
                out,
                "{} persons, {} events, {} agreements in {} documents",
                resolution.persons.len(),
                resolution.events.len(),
                resolution.agreements.len(),
                sources.len()
            )?;
        }
        out.flush()?;
        Ok(Exit::Done)
    }
}

/// Every cluster as JSON.
fn lines(sources: &[Source], resolution: &Resolution) -> Vec<Value> {
    let reading =
        |m: &Member| -> (&str, &Reading) { (sources[m.source].document, sources[m.source].reading) };
    let persons = resolution.persons.iter().map(|cluster| {
        let mentions: Vec<Value> = cluster
            .members
            .iter()
            .flat_map(|m| {
                let (document, reading) = reading(m);
                let person = &reading.persons[m.number];
                let once = person.named.is_empty().then_some(&person.name);
                person.named.iter().chain(once).map(move |words| mention(document, words))
            })
            .collect();
        json!({"kind": "person", "id": cluster.id, "mentions": mentions})
    });
    let events = resolution.events.iter().map(|cluster| {
        let mentions: Vec<Value> = cluster
            .members
            .iter()
            .map(|m| {
                let (document, reading) = reading(m);
                let event: &Event = &reading.events[m.number];
                let mut out = mention(document, &event.trigger);
                let sides: Vec<Vec<&String>> =
                    event.sides.iter().map(|s| s.party.iter().chain(&s.also).collect()).collect();
                out["status"] = json!(event.status);
                out["sides"] = json!(sides);
                out
            })
            .collect();
        json!({
            "kind": "event", "id": cluster.id, "type": cluster.kind, "date": cluster.date,
            "sides": cluster.sides, "mentions": mentions,
        })
    });
    let agreements = resolution.agreements.iter().map(|cluster| {
        let steps: Vec<Value> = cluster
            .steps
            .iter()
            .map(|(m, n)| {
                let (document, reading) = reading(m);
                let agreement = &reading.events[m.number].agreements[*n];
                json!({
                    "doc": document, "in": field(agreement.field), "span": agreement.span,
                    "text": agreement.title, "status": agreement.status,
                })
            })
            .collect();
        json!({"kind": "agreement", "id": cluster.id, "steps": steps})
    });
    persons.chain(events).chain(agreements).collect()
}

fn mention(document: &str, words: &Words) -> Value {
    json!({"doc": document, "in": field(words.field), "span": words.span, "text": words.text})
}

fn field(field: Field) -> &'static str {
    match field {
        Field::Title => "title",
        Field::Text => "text",
    }
}
