//! `mahdar record clusters`: which mentions of the record are one person, one event, one agreement.

use clap::Args;
use mahdar_core::resolve::judgements::person_mention;
use mahdar_core::resolve::{EventCluster, Member};
use mahdar_core::{Event, Reading, Words};
use mahdar_store::View;
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
        let view = record.everything(&crate::names::tables())?;
        let resolution = &view.resolution;
        let mut out = output::standard();
        if self.json {
            for line in lines(&view) {
                writeln!(out, "{line}")?;
            }
        } else {
            writeln!(
                out,
                "{} persons, {} events, {} agreements in {} documents",
                resolution.persons.len(),
                resolution.events.len(),
                resolution.agreements.len(),
                view.n_asked
            )?;
        }
        out.flush()?;
        Ok(Exit::Done)
    }
}

/// Every cluster as JSON; who is redacted is left out, and masked where others are told of.
fn lines(view: &View) -> Vec<Value> {
    let resolution = &view.resolution;
    let shown = |m: &Member| m.source < view.n_asked;
    let persons = resolution.persons.iter().filter(|p| !p.redacted).map(|cluster| {
        let mentions: Vec<Value> = cluster
            .members
            .iter()
            .flat_map(|m| {
                let (document, reading) = reading(view, m);
                let person = &reading.persons[m.number];
                let id = person_mention(document, person);
                let once = person.named.is_empty().then_some(&person.name);
                person.named.iter().chain(once).map(move |words| {
                    let mut out = mention(document, words);
                    if *words == person.name {
                        out["id"] = json!(id);
                    }
                    out
                })
            })
            .collect();
        judged(json!({"kind": "person", "id": cluster.id, "mentions": mentions}), &cluster.judged)
    });
    let events = resolution.events.iter().filter(|e| e.members.iter().any(shown)).map(|e| event(view, e));
    let agreements = resolution.agreements.iter().map(|cluster| {
        let steps: Vec<Value> = cluster
            .steps
            .iter()
            .map(|(m, n)| {
                let (document, reading) = reading(view, m);
                let agreement = &reading.events[m.number].agreements[*n];
                json!({
                    "doc": document, "in": agreement.field.as_str(), "span": agreement.span,
                    "text": agreement.title, "status": agreement.status,
                })
            })
            .collect();
        json!({
            "kind": "agreement", "id": cluster.id, "parties": cluster.parties, "type": cluster.kind,
            "sector": cluster.sector, "steps": steps,
        })
    });
    persons.chain(events).chain(agreements).collect()
}

/// An event as JSON.
pub fn event(view: &View, cluster: &EventCluster) -> Value {
    let mentions: Vec<Value> = cluster
        .members
        .iter()
        .map(|m| {
            let (document, reading) = reading(view, m);
            let event: &Event = &reading.events[m.number];
            let mut out = mention(document, &event.trigger);
            let sides: Vec<Vec<&String>> = event.sides.iter().map(|s| s.parties().collect()).collect();
            out["id"] = json!(event.id);
            out["status"] = json!(event.status);
            out["sides"] = json!(sides);
            out
        })
        .collect();
    let value = json!({
        "kind": "event", "id": cluster.id, "type": cluster.kind, "date": cluster.date,
        "sides": cluster.sides, "mentions": mentions,
    });
    let mut value = judged(value, &cluster.judged);
    if let Some(visit) = &cluster.part_of {
        value["part_of"] = json!(visit);
    }
    value
}

fn judged(mut value: Value, judged: &[String]) -> Value {
    if !judged.is_empty() {
        value["judged"] = json!(judged);
    }
    value
}

fn reading<'a>(view: &'a View, m: &Member) -> (&'a str, &'a Reading) {
    let stored = &view.readings[m.source];
    (&stored.document.head.id, &stored.reading)
}

fn mention(document: &str, words: &Words) -> Value {
    json!({"doc": document, "in": words.field.as_str(), "span": words.span, "text": words.text})
}
