//! Events as rows: for spreadsheets and data frames.
//!
//! `event_id` is the unique key. A cell with a quotation mark is quoted as in CSV; tabs and line feeds become spaces.

use crate::output::cell;
use mahdar_core::{Event, Reading, Side, Why};

#[rustfmt::skip]
const COLUMNS: [&str; 27] = [
    "event_id", "document_id", "lang", "published", "source", "type", "mode", "status", "main", "date",
    "date_precision", "place", "place_state", "side_a", "side_a_also", "side_a_people", "side_b", "side_b_also",
    "side_b_people", "topics", "trigger", "trigger_field", "trigger_start", "trigger_end", "method", "confidence",
    "agreements",
];

/// The first line.
pub fn header(why: bool) -> String {
    let mut line = COLUMNS.join("\t");
    if why {
        line.push_str("\twhy");
    }
    line.push('\n');
    line
}

/// One line an event.
pub fn rows(reading: &Reading, why: bool) -> String {
    reading.events.iter().map(|event| row(reading, event, why)).collect()
}

fn row(reading: &Reading, event: &Event, why: bool) -> String {
    let document = &reading.document;
    let text = |value: &Option<String>| value.clone().unwrap_or_default();
    let (a, b) = sides(event);
    let mut cells = vec![
        event.id.clone(),
        document.id.clone(),
        text(&document.lang),
        text(&document.published),
        text(&document.source),
        event.kind.clone(),
        text(&event.mode),
        event.status.clone(),
        event.main.to_string(),
        event.date.as_ref().map(|date| date.value.clone()).unwrap_or_default(),
        event.date.as_ref().map(|date| date.precision.clone()).unwrap_or_default(),
        event.place.as_ref().map(|place| place.words.text.clone()).unwrap_or_default(),
        event.place.as_ref().and_then(|place| place.state.clone()).unwrap_or_default(),
    ];
    cells.extend(a);
    cells.extend(b);
    cells.extend([
        joined(event.topics.iter().map(|topic| topic.topic.as_str())),
        event.trigger.text.clone(),
        event.trigger.field.as_str().to_string(),
        event.trigger.span[0].to_string(),
        event.trigger.span[1].to_string(),
        event.method.clone(),
        event.confidence.map(|share| share.to_string()).unwrap_or_default(),
        joined(event.agreements.iter().map(|agreement| agreement.title.as_str())),
    ]);
    if why {
        cells.push(joined(event.why.iter().map(reason).collect::<Vec<_>>().iter().map(String::as_str)));
    }
    let cells: Vec<String> = cells.iter().map(|value| cell(value)).collect();
    cells.join("\t") + "\n"
}

/// Party, further parties and people of both sides. Sides beyond the second join it, so that nothing is lost.
fn sides(event: &Event) -> ([String; 3], [String; 3]) {
    let none: &[Side] = &[];
    let (first, others) = event.sides.split_at_checked(1).unwrap_or((none, none));
    (side(first), side(others))
}

fn side(sides: &[Side]) -> [String; 3] {
    let party = sides.first().and_then(|side| side.party.clone()).unwrap_or_default();
    let parties = sides.iter().enumerate().flat_map(|(number, side)| {
        let further = side.party.as_deref().filter(|_| number > 0);
        further.into_iter().chain(side.also.iter().map(String::as_str))
    });
    let people = sides.iter().flat_map(|side| side.participants.iter().map(|person| person.name.as_str()));
    [party, joined(parties), joined(people)]
}

fn reason(why: &Why) -> String {
    format!("{} <- {}: {}", why.field, why.by, why.words.text)
}

fn joined<'a>(values: impl Iterator<Item = &'a str>) -> String {
    values.collect::<Vec<_>>().join("; ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use mahdar_core::{DocumentHead, Field, Participant, Words};

    fn party(party: &str, name: &str) -> Side {
        let participant = Participant { person: 0, name: name.to_string(), role: "principal".to_string() };
        Side { party: Some(party.to_string()), participants: vec![participant], ..Side::default() }
    }

    #[test]
    fn rows_have_the_columns_of_the_header() {
        let event = Event {
            id: "e1".to_string(),
            trigger: Words { text: "استقبل".to_string(), span: [0, 12], field: Field::Text },
            sides: vec![party("EGY", "أ"), party("KAZ", "ب"), party("ORG:UN", "ج")],
            ..Event::default()
        };
        let document = DocumentHead { id: "a\tb\"c".to_string(), ..DocumentHead::default() };
        let reading = Reading { document, events: vec![event], ..Reading::default() };
        for why in [false, true] {
            let row = rows(&reading, why);
            assert_eq!(row.matches('\t').count(), header(why).matches('\t').count());
            assert!(row.starts_with("e1\t\"a b\"\"c\"\t"));
            assert!(row.contains("EGY\t\tأ\tKAZ\tORG:UN\tب; ج\t"));
        }
    }
}
