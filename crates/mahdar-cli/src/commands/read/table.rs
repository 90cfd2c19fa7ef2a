//! Events as lines for people. Columns of fixed width stand first, words of the document last.

use crate::output::flat;
use mahdar_core::{Event, Reading, Severity, Side};
use std::fmt::Write;

/// The first line.
pub fn header() -> String {
    format!("{:<12}{:<12}{:<12}{:<10}{:<24}{}\n", "DATE", "TYPE", "MODE", "STATUS", "SIDES", "WORDS")
}

/// A line for the document, one an event, and what reading it found.
pub fn lines(reading: &Reading, why: bool) -> String {
    let document = &reading.document;
    let mut out = String::new();
    let about = [document.lang.as_deref(), document.published.as_deref(), document.source.as_deref()];
    let about: Vec<&str> = about.into_iter().flatten().collect();
    // Writing to a string cannot fail.
    let _ = writeln!(out, "# {} ({})  {}", document.id, about.join(", "), document.title);
    for event in &reading.events {
        add_event(&mut out, event, why);
    }
    if reading.events.is_empty() {
        out.push_str("  no event was found\n");
    }
    if !reading.claims.is_empty() {
        let _ =
            writeln!(out, "  {} claims about a relation (shown with --format jsonl)", reading.claims.len());
    }
    for finding in reading.diagnostics.iter().filter(|finding| finding.severity != Severity::Note) {
        let _ = writeln!(out, "  [{}] {}", finding.code, finding.message);
    }
    out
}

fn add_event(out: &mut String, event: &Event, why: bool) {
    // The value of an unresolved date is a number, which says nothing to a person.
    let resolved = event
        .date
        .as_ref()
        .filter(|date| !matches!(date.precision.as_str(), "weekday" | "relative" | "about"));
    let date = resolved.map_or("-", |date| date.value.as_str());
    let sides = event.sides.iter().map(parties).collect::<Vec<_>>().join(" x ");
    let told = if event.main { "" } else { " (told on the way)" };
    let mode = event.mode.as_deref().unwrap_or("-");
    let _ = writeln!(
        out,
        "{date:<12}{:<12}{mode:<12}{:<10}{sides:<24}{}{told}",
        event.kind,
        event.status,
        flat(&event.trigger.text)
    );
    for side in &event.sides {
        for person in &side.participants {
            let party = side.party.as_deref().unwrap_or("?");
            let _ =
                writeln!(out, "{:<46}{:<24}{}", "", format!("{party} {}", person.role), flat(&person.name));
        }
    }
    if why {
        for reason in &event.why {
            let _ = writeln!(out, "    {:<20} {:<40} {}", reason.field, reason.by, flat(&reason.words.text));
        }
    }
}

fn parties(side: &Side) -> String {
    let party = side.party.as_deref().unwrap_or("?");
    std::iter::once(party).chain(side.also.iter().map(String::as_str)).collect::<Vec<_>>().join("+")
}
