//! How a record grows: makes one of many documents and measures what a document costs to add and a question to answer.
//!
//! `cargo run --example growth -p mahdar-cli -- FOLDER [DOCUMENTS]`, or `benches/growth.sh`. The documents are made up: states
//! by their codes, officials by syllables, one meeting each; every tenth is of one busy pair.

use std::path::PathBuf;
use std::time::{Duration, Instant};

use mahdar_core::{
    Claim, Event, EventDate, Field, Office, Participant, Person, Reading, Side, SourceDocument, Topic, Words,
};
use mahdar_names::Tables;
use mahdar_store::Record;

const STATES: [&str; 24] = [
    "SAU", "KAZ", "ARE", "EGY", "TUR", "RUS", "CHN", "USA", "GBR", "FRA", "DEU", "ITA", "IND", "PAK", "IRN",
    "IRQ", "JOR", "MAR", "DZA", "UZB", "KGZ", "TJK", "TKM", "AZE",
];
const SYLLABLES: [&str; 20] = [
    "ba", "ser", "mu", "rat", "lan", "dos", "ka", "rim", "yel", "nur", "ha", "san", "tal", "gat", "mir",
    "zo", "far", "id", "jan", "os",
];
/// So many documents before a stage are timed.
const WINDOW: usize = 900;
/// Officials of a state.
const OFFICIALS: usize = 60;

/// A small generator of our own, so that a run can be made again.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, n: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % n
    }
}

fn name(state: usize, official: usize) -> String {
    let mut dice = Dice((state * OFFICIALS + official) as u64 * 7919 + 17);
    let mut word = |n: usize| {
        let text: String = (0..n).map(|_| SYLLABLES[dice.roll(SYLLABLES.len())]).collect();
        text[..1].to_uppercase() + &text[1..]
    };
    format!("{} {}", word(2), word(3))
}

/// The text of a document while it is made, with the places of its words.
#[derive(Default)]
struct Text(String);

impl Text {
    fn put(&mut self, words: &str) -> Words {
        let start = self.0.len();
        self.0.push_str(words);
        Words { text: words.into(), span: [start, self.0.len()], field: Field::Text }
    }
}

fn document(number: usize, dice: &mut Dice) -> (SourceDocument, Reading) {
    let (a, b) = if number.is_multiple_of(10) {
        (0, 1)
    } else {
        let a = dice.roll(STATES.len());
        (a, (a + 1 + dice.roll(STATES.len() - 1)) % STATES.len())
    };
    // Some fifteen documents a day, in the order in which they are released.
    let day = number / 15;
    let (year, month, date) = (2006 + day / 336, 1 + day % 336 / 28, 1 + day % 28);
    let day = format!("{year}-{month:02}-{date:02}");
    let mut text = Text::default();
    let mut person = |text: &mut Text, state: usize| {
        let title = text.put("Minister of Trade");
        text.put(" ");
        let name = text.put(&name(state, dice.roll(OFFICIALS)));
        text.put(" ");
        let office = Office {
            title,
            position: Some("minister".into()),
            institution: Some("trade".into()),
            state: Some(STATES[state].into()),
            ..Office::default()
        };
        Person {
            named: vec![name.clone()],
            name,
            offices: vec![office],
            party: Some(STATES[state].into()),
            ..Person::default()
        }
    };
    let host = person(&mut text, a);
    let trigger = text.put("received");
    text.put(" ");
    let guest = person(&mut text, b);
    let date = text.put(&day);
    text.put(", and they spoke of ");
    let topic = text.put("trade");
    let claim = text.put(" which grew");
    let participant = |person: usize, of: &Person| Participant {
        person,
        name: of.name.text.clone(),
        role: "principal".into(),
    };
    let side = |state: usize, part: &str, people: Participant| Side {
        party: Some(STATES[state].into()),
        part: part.into(),
        participants: vec![people],
        ..Side::default()
    };
    let event = Event {
        id: format!("{number:016x}"),
        kind: "MEET".into(),
        mode: Some("reception".into()),
        status: "happened".into(),
        main: true,
        trigger,
        date: Some(EventDate { value: day.clone(), precision: "day".into(), words: date }),
        sides: vec![side(a, "host", participant(0, &host)), side(b, "guest", participant(1, &guest))],
        topics: vec![Topic { topic: "trade".into(), words: topic }],
        method: "rule:generated".into(),
        ..Event::default()
    };
    let claim = Claim {
        area: "trade".into(),
        relation: "trend".into(),
        direction: Some("up".into()),
        pair: vec![STATES[a].into(), STATES[b].into()],
        words: claim,
        ..Claim::default()
    };
    let mut reading = Reading {
        persons: vec![host, guest],
        events: vec![event],
        claims: vec![claim],
        ..Reading::default()
    };
    let document = SourceDocument {
        id: format!("g-{number:06}"),
        lang: Some("en".into()),
        published: Some(day),
        source: Some("generated".into()),
        title: format!("Readout {number}"),
        text: text.0,
        ..SourceDocument::default()
    };
    reading.document.id.clone_from(&document.id);
    reading.document.lang.clone_from(&document.lang);
    (document, reading)
}

/// The middle one and the one that 95 of a hundred do not reach, in milliseconds.
fn middle_and_p95(mut times: Vec<Duration>) -> (f64, f64) {
    times.sort();
    let at = |share: f64| times[((times.len() - 1) as f64 * share).round() as usize].as_secs_f64() * 1000.0;
    (at(0.5), at(0.95))
}

/// Processor time of this program so far, in milliseconds, where the system tells it.
fn processor() -> Option<f64> {
    let stat = std::fs::read_to_string("/proc/self/stat").ok()?;
    // The name of the program stands in brackets and may hold spaces.
    let fields: Vec<&str> = stat.rsplit_once(')')?.1.split_whitespace().collect();
    let ticks = |n: usize| fields.get(n)?.parse::<f64>().ok();
    Some((ticks(11)? + ticks(12)?) * 10.0)
}

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut arguments = std::env::args().skip(1);
    let folder = PathBuf::from(arguments.next().ok_or("a folder for the record")?);
    let n: usize = arguments.next().map_or(Ok(100_000), |n| n.parse())?;
    let tables = Tables::compile(&mahdar_data::files("names"))?;
    std::fs::create_dir_all(&folder)?;
    let path = folder.join("growth.sqlite");
    let mut record = Record::create_or_open(&path)?;
    let mut dice = Dice(20_261_126);
    let mut stages: Vec<usize> =
        [1_000, 3_000, 10_000, 30_000, 100_000].into_iter().filter(|stage| *stage < n).collect();
    stages.push(n);
    let mut times: Vec<Duration> = vec![];
    println!(
        "| documents | processor time a document, ms | ratio to the first | clock, median ms | clock, p95 ms |"
    );
    println!("|---|---|---|---|---|");
    let mut first = None;
    let mut before = processor().unwrap_or_default();
    for number in 0..n {
        let (document, reading) = document(number, &mut dice);
        let started = Instant::now();
        record.add(&document, &reading)?;
        // As `mahdar add` does it: the names of some hundred documents at a time.
        if number % 256 == 255 {
            record.index_names(&tables)?;
        }
        times.push(started.elapsed());
        // Those just before a stage count.
        if stages.contains(&(number + 1 + WINDOW)) {
            times.clear();
            before = processor().unwrap_or_default();
        }
        if stages.contains(&(number + 1)) {
            let mean = (processor().unwrap_or_default() - before) / times.len() as f64;
            let (middle, p95) = middle_and_p95(std::mem::take(&mut times));
            let ratio = mean / *first.get_or_insert(mean);
            println!("| {} | {mean:.2} | {ratio:.2} | {middle:.2} | {p95:.2} |", number + 1);
        }
    }
    let size = std::fs::metadata(&path)?.len() as f64 / 1e6;
    println!("\nThe record holds {size:.0} MB.\n");
    questions(&path, &tables, &mut dice)
}

/// What a brief of the busy pair and a search for a person ask.
fn questions(
    path: &std::path::Path,
    tables: &Tables,
    dice: &mut Dice,
) -> Result<(), Box<dyn std::error::Error>> {
    let record = Record::open(path)?;
    record.index_names(tables)?;
    let (a, b) = (STATES[0], STATES[1]);
    println!(
        "{} events and {} claims of {a} and {b}.\n",
        record.n_events_between(a, b)?,
        record.claim_keys(a, b)?.len()
    );
    println!("| question | median ms | p95 ms |");
    println!("|---|---|---|");
    let measured =
        |what: &str, n: u32, ask: &mut dyn FnMut(u32) -> Result<(), Box<dyn std::error::Error>>| {
            let mut times = vec![];
            for round in 0..n {
                let started = Instant::now();
                ask(round)?;
                times.push(started.elapsed());
            }
            let (middle, p95) = middle_and_p95(times);
            println!("| {what} | {middle:.2} | {p95:.2} |");
            Ok::<(), Box<dyn std::error::Error>>(())
        };
    measured("how many events", 200, &mut |_| Ok(record.n_events_between(a, b).map(|_| ())?))?;
    measured("all events, by key", 200, &mut |_| Ok(record.event_keys(a, b, -1, 0).map(|_| ())?))?;
    measured("all claims, by key", 200, &mut |_| Ok(record.claim_keys(a, b).map(|_| ())?))?;
    measured("the newest 50 events, with their words", 200, &mut |_| {
        record.forget_readings();
        Ok(record.events_between_from(a, b, 50, 0).map(|_| ())?)
    })?;
    measured("50 events from the middle, with their words", 200, &mut |round| {
        record.forget_readings();
        Ok(record.events_between_from(a, b, 50, 4_000 + round).map(|_| ())?)
    })?;
    let asked: Vec<String> = (0..20).map(|_| name(dice.roll(STATES.len()), dice.roll(OFFICIALS))).collect();
    measured("a person by name: who is meant", 20, &mut |round| {
        Ok(record.person_keys(tables, &asked[round as usize]).map(|_| ())?)
    })?;
    measured("a person by name: offices, meetings, evidence", 20, &mut |round| {
        record.forget_readings();
        Ok(record.person_search(tables, &asked[round as usize]).map(|_| ())?)
    })?;
    let started = Instant::now();
    let brief = mahdar_profile::brief(&record, tables, a, b, None)?;
    println!(
        "\nThe whole brief of {} meetings: {:.1} s.",
        brief.counts.meetings,
        started.elapsed().as_secs_f64()
    );
    let started = Instant::now();
    let brief = mahdar_profile::brief(&record, tables, STATES[2], STATES[3], None)?;
    println!(
        "The whole brief of {} meetings: {:.2} s.",
        brief.counts.meetings,
        started.elapsed().as_secs_f64()
    );
    Ok(())
}
