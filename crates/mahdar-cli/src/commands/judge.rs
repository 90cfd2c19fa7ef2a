//! `mahdar record merge|split|correct|undo|judgements|show`, `mahdar redact`: what people judge, and what an id stands for.

use crate::failure::{Exit, Failure};
use crate::output::flat;
use crate::record::RecordArgument;
use crate::{output, parties};
use clap::Args;
use mahdar_core::resolve::judgements::{sides, topics};
use mahdar_core::resolve::{Judgement, Kind, Ruling, Tables};
use mahdar_core::trial::Vocabulary;
use mahdar_store::{Judge, Record, Shown, StoreError, holding};
use serde_json::json;
use std::collections::BTreeSet;
use std::fmt::Write;

/// Who judges and why; shared by all commands that judge.
#[derive(Args)]
pub struct Judging {
    #[command(flatten)]
    record: RecordArgument,
    /// Why; kept with the judgement and shown in the brief.
    #[arg(long, value_name = "WHY")]
    reason: Option<String>,
    /// Who judges; the user of the system when left out.
    #[arg(long, value_name = "WHO")]
    by: Option<String>,
    /// Print the judgement as JSON.
    #[arg(long)]
    json: bool,
}

/// Says that two are one person, or one meeting.
///
/// A and B are ids of people or events as `who`, `brief` and `record clusters` give them, or names of people.
#[derive(Args)]
pub struct Merge {
    /// Id, or name of a person.
    a: String,
    /// Id or name of the other.
    b: String,
    #[command(flatten)]
    judging: Judging,
}

/// Says that mentions are another person or meeting than the rest they are with.
///
/// `record show ID` lists the mentions of a person or event. Those named here are taken out together.
#[derive(Args)]
pub struct Split {
    /// Ids of mentions.
    #[arg(required = true, value_name = "ID")]
    ids: Vec<String>,
    #[command(flatten)]
    judging: Judging,
}

/// Says that a field of a person or event has another value.
///
/// Fields of an event: type, mode, status, date, place (the state it lies in), place_words, topics (security, trade),
/// sides (SAU/KAZ, EGY+JOR/KAZ).
/// Fields of a person: name, party; and in the document of the id: position, institution, acting (true or false).
/// An empty value ("") says that there is none.
#[derive(Args)]
pub struct Correct {
    /// Id, or name of a person.
    #[arg(value_name = "EVENT|PERSON")]
    id: String,
    /// Which field.
    field: String,
    /// Its value.
    value: String,
    #[command(flatten)]
    judging: Judging,
}

/// Takes a judgement back; it stays in the list, and so does its undoing.
#[derive(Args)]
pub struct Undo {
    /// Id of the judgement, as `record judgements` lists it.
    #[arg(value_name = "JUDGEMENT")]
    id: String,
    #[command(flatten)]
    judging: Judging,
}

/// Lists the judgements of the record, in the order in which they were made, or takes in those of another one.
#[derive(Args)]
pub struct List {
    #[command(flatten)]
    record: RecordArgument,
    /// Take in judgements that `record judgements --json` of another record printed; - for the standard input.
    #[arg(long, value_name = "FILE|-")]
    take: Option<String>,
    /// Print JSON, a judgement a line.
    #[arg(long)]
    json: bool,
}

/// Shows the person or event that an id stands for, with its mentions and judgements.
///
/// Any id that a mention ever had will do, and its first digits when they are enough.
#[derive(Args)]
pub struct Show {
    /// Id, or name of a person.
    id: String,
    #[command(flatten)]
    record: RecordArgument,
    /// Print JSON.
    #[arg(long)]
    json: bool,
}

/// Takes a person out of everything that is shown: `who`, `brief`, `record clusters`, `agreements`, `export`.
///
/// The documents stay as they were published; `record undo` takes it back.
#[derive(Args)]
pub struct Redact {
    /// Id or name.
    person: String,
    #[command(flatten)]
    judging: Judging,
}

impl Judging {
    fn done(&self, judgement: &Judgement) -> Result<Exit, Failure> {
        let text = if self.json { json!(judgement).to_string() } else { words(judgement) };
        output::print(&text)?;
        Ok(Exit::Done)
    }

    fn judge(&self) -> Result<Judge<'_>, Failure> {
        let reason = self.reason.as_deref().unwrap_or_default();
        if reason.trim().is_empty() {
            return Err(Failure::usage(
                "argument/no-reason",
                "a judgement needs a reason",
                "say in a few words why, with `--reason`: whoever reads the brief sees it",
            )
            .at("--reason"));
        }
        Ok(Judge { by: "", reason })
    }
}

impl Merge {
    /// Writes the judgement down, if it can be.
    pub fn run(self) -> Result<Exit, Failure> {
        let (judge, by) = (self.judging.judge()?, author(self.judging.by.as_deref()));
        let tables = crate::names::tables();
        let mut record = self.judging.record.open()?;
        let (a, b) = (id_of(&record, &tables, &self.a)?, id_of(&record, &tables, &self.b)?);
        let judgement = record.merge(&tables, &a, &b, Judge { by: &by, ..judge })?;
        self.judging.done(&judgement)
    }
}

impl Split {
    /// Writes the judgement down, if it can be.
    pub fn run(self) -> Result<Exit, Failure> {
        let (judge, by) = (self.judging.judge()?, author(self.judging.by.as_deref()));
        let mut record = self.judging.record.open()?;
        let judgement = record.split(&crate::names::tables(), &self.ids, Judge { by: &by, ..judge })?;
        self.judging.done(&judgement)
    }
}

impl Correct {
    /// Writes the judgement down, if it can be.
    pub fn run(self) -> Result<Exit, Failure> {
        let (judge, by) = (self.judging.judge()?, author(self.judging.by.as_deref()));
        let value = known_value(&self.field, self.value.trim())?;
        let tables = crate::names::tables();
        let mut record = self.judging.record.open()?;
        let id = id_of(&record, &tables, &self.id)?;
        let judgement = record.correct(&tables, &id, &self.field, &value, Judge { by: &by, ..judge })?;
        self.judging.done(&judgement)
    }
}

impl Redact {
    /// Writes the judgement down, if it can be.
    pub fn run(self) -> Result<Exit, Failure> {
        let (judge, by) = (self.judging.judge()?, author(self.judging.by.as_deref()));
        let tables = crate::names::tables();
        let mut record = self.judging.record.open()?;
        let id = id_of(&record, &tables, &self.person)?;
        let judgement = record.redact(&tables, &id, Judge { by: &by, ..judge })?;
        self.judging.done(&judgement)
    }
}

impl Undo {
    /// Takes the judgement back.
    pub fn run(self) -> Result<Exit, Failure> {
        let by = author(self.judging.by.as_deref());
        // Taking back needs no other reason than that.
        let reason = self.judging.reason.as_deref().unwrap_or("taken back");
        let mut record = self.judging.record.open()?;
        let judgement = record.undo(&self.id, Judge { by: &by, reason })?;
        self.judging.done(&judgement)
    }
}

impl List {
    /// Prints every judgement; none is an answer.
    pub fn run(self) -> Result<Exit, Failure> {
        if let Some(from) = &self.take {
            return self.take_in(from);
        }
        let record = self.record.open()?;
        let all = record.all_judgements()?;
        let holding = holding(&all);
        let mut lines = vec![];
        for judgement in &all {
            let holds = holding.contains(judgement.id.as_str());
            lines.push(if self.json {
                let mut line = json!(judgement);
                line["holds"] = json!(holds);
                line.to_string()
            } else {
                format!("{}{}", words(judgement), if holds { "" } else { "  (undone)" })
            });
        }
        if all.is_empty() && !self.json {
            lines.push("nobody has judged anything in this record".to_string());
        }
        if !lines.is_empty() {
            output::print(&lines.join("\n"))?;
        }
        Ok(Exit::Done)
    }
}

impl List {
    /// Takes in judgements of another record; all lines are looked at before one is written.
    fn take_in(&self, from: &str) -> Result<Exit, Failure> {
        let text = match from {
            "-" => std::io::read_to_string(std::io::stdin()),
            path => std::fs::read_to_string(path),
        };
        let wrong = |place: String, what: String| {
            Failure::new(
                "record/bad-judgement",
                what,
                "give what `mahdar record judgements --json` prints, as it is; nothing was taken in",
            )
            .at(place)
        };
        let text = text.map_err(|error| wrong(from.to_string(), format!("it cannot be read: {error}")))?;
        let mut judgements = vec![];
        for (number, line) in text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty()) {
            let place = || format!("{from} line {}", number + 1);
            let told: Judgement = serde_json::from_str(line)
                .map_err(|error| wrong(place(), format!("this is no judgement: {error}")))?;
            let made = Judgement::new(&told.at, &told.by, &told.reason, told.ruling.clone());
            if made.id != told.id || told.by.trim().is_empty() || told.reason.trim().is_empty() {
                return Err(wrong(place(), format!("the judgement `{}` was changed", told.id)));
            }
            judgements.push(told);
        }
        let mut record = self.record.open()?;
        let n_taken = record.take_judgements(&judgements)?;
        output::print(&format!("{n_taken} taken in, {} known already", judgements.len() - n_taken))?;
        Ok(Exit::Done)
    }
}

impl Show {
    /// Prints what the id stands for.
    pub fn run(self) -> Result<Exit, Failure> {
        let record = self.record.open()?;
        let tables = crate::names::tables();
        let id = id_of(&record, &tables, &self.id)?;
        let all = record.all_judgements()?;
        match record.show(&tables, &id)? {
            Shown::Person(person) => {
                let judged = on(&all, &person.judged);
                if self.json {
                    let mut value = super::who::json_of(&person);
                    value["kind"] = json!("person");
                    value["judged"] = json!(judged);
                    output::print(&value.to_string())?;
                } else {
                    output::print(&(super::who::words(&person) + &judged_words(&judged)))?;
                }
            }
            Shown::Event(event, view) => {
                let judged = on(&all, &event.judged);
                if self.json {
                    let mut value = super::clusters::event(&view, &event);
                    value["judged"] = json!(judged);
                    output::print(&value.to_string())?;
                } else {
                    let sides: Vec<String> = event.sides.iter().map(|side| side.join("+")).collect();
                    let date = event.date.as_deref().unwrap_or("undated");
                    let mut out = format!("{date}  {}  {}  {}\n", event.kind, sides.join(" x "), event.id);
                    for member in &event.members {
                        let stored = &view.readings[member.source];
                        let told = &stored.reading.events[member.number];
                        let head = &stored.document.head;
                        let [start, end] = told.trigger.span;
                        // Writing to a string cannot fail.
                        let _ = writeln!(
                            out,
                            "  {}  {}  {} {start}..{end}  {}",
                            told.id,
                            told.status,
                            head.id,
                            flat(&head.title)
                        );
                    }
                    output::print(&(out + &judged_words(&judged)))?;
                }
            }
        }
        Ok(Exit::Done)
    }
}

fn on<'a>(all: &'a [Judgement], ids: &[String]) -> Vec<&'a Judgement> {
    all.iter().filter(|j| ids.contains(&j.id)).collect()
}

fn judged_words(judged: &[&Judgement]) -> String {
    judged.iter().map(|j| format!("  judged: {}\n", words(j))).collect()
}

/// One line on a judgement.
fn words(judgement: &Judgement) -> String {
    let ids = |marks: &[mahdar_core::resolve::Mark]| {
        let shown: Vec<&str> = marks.iter().take(4).map(|m| m.id.as_str()).collect();
        let more = if marks.len() > 4 { format!(" and {} more", marks.len() - 4) } else { String::new() };
        format!("{}{more}", shown.join(" "))
    };
    let of = |kind: &Kind| if *kind == Kind::Person { "person" } else { "event" };
    let what = match &judgement.ruling {
        Ruling::Merge { of: kind, marks } => format!("merge  {} {}", of(kind), ids(marks)),
        Ruling::Split { of: kind, marks, from } => {
            format!("split  {} {} from {}", of(kind), ids(marks), ids(from))
        }
        Ruling::Correct { of: kind, marks, field, value } => {
            format!("correct  {} {}: {field} = {value:?}", of(kind), ids(marks))
        }
        Ruling::Redact { marks } => format!("redact  person {}", ids(marks)),
        Ruling::Undo { judgement } => format!("undo  {judgement}"),
    };
    let at = judgement.at.get(..19).unwrap_or(&judgement.at);
    format!("{}  {at}  {}  {what}  ({})", judgement.id, flat(&judgement.by), flat(&judgement.reason))
}

/// Who judges: as said, else the user of the system.
fn author(said: Option<&str>) -> String {
    let variable = |name: &str| std::env::var(name).ok().filter(|value| !value.trim().is_empty());
    said.filter(|by| !by.trim().is_empty())
        .map(str::to_string)
        .or_else(|| variable("USER"))
        .or_else(|| variable("LOGNAME"))
        .or_else(|| variable("USERNAME"))
        .unwrap_or_else(|| "unknown".to_string())
}

/// The id that an argument gives, or that of the only person who bears the name.
pub fn id_of(record: &Record, tables: &Tables, argument: &str) -> Result<String, Failure> {
    let is_id = argument.len() >= 4 && argument.chars().all(|c| c.is_ascii_hexdigit());
    let unknown = match record.address(argument) {
        Ok(_) => return Ok(argument.to_string()),
        Err(error @ StoreError::UnknownId { .. }) => error,
        Err(error) => return Err(error.into()),
    };
    if is_id {
        return Err(unknown.into());
    }
    let found = record.person_search(tables, argument)?;
    match found.as_slice() {
        [] => Err(unknown.into()),
        [one] => Ok(one.id.clone()),
        several => {
            let shown: Vec<String> = several.iter().take(6).map(|p| format!("{} {}", p.id, p.name)).collect();
            Err(Failure::new(
                "record/several-people",
                format!("{} people of the record bear the name `{argument}`", several.len()),
                format!("give the id of the one that is meant: {}", shown.join("; ")),
            )
            .at(argument))
        }
    }
}

/// The value as the record writes it, when the lists of the project know it.
fn known_value(field: &str, value: &str) -> Result<String, Failure> {
    let wrong = |wanted: String| {
        Failure::new(
            "record/bad-value",
            format!("`{value}` is no value for `{field}`"),
            format!("give {wanted}"),
        )
        .at(field.to_string())
    };
    if value.is_empty() {
        return Ok(String::new());
    }
    let one_of = |known: Vec<String>| {
        if known.iter().any(|k| k == value) {
            return Ok(value.to_string());
        }
        Err(wrong(format!("one of {}", known.join(", "))))
    };
    let vocabulary = || Vocabulary::of(&mahdar_data::files(""));
    match field {
        "type" => one_of(vocabulary().types),
        "mode" => one_of(vocabulary().modes),
        "position" => one_of(vocabulary().positions),
        "institution" => {
            let all = vocabulary();
            let known: BTreeSet<String> = all.portfolios.into_iter().chain(all.institutions).collect();
            one_of(known.into_iter().collect())
        }
        "topics" => {
            let known = vocabulary().topics;
            match topics(value).find(|id| !known.iter().any(|k| k == id)) {
                Some(_) => Err(wrong(format!("ids with commas between, each one of {}", known.join(", ")))),
                None => Ok(topics(value).collect::<Vec<_>>().join(", ")),
            }
        }
        "party" | "place" => parties::party(value),
        "sides" => {
            let Some(named) = sides(value) else { return Ok(value.to_string()) };
            let mut out = vec![];
            for side in named {
                let parties: Result<Vec<String>, Failure> = side.iter().map(|p| parties::party(p)).collect();
                out.push(parties?.join("+"));
            }
            Ok(out.join("/"))
        }
        _ => Ok(value.to_string()),
    }
}
