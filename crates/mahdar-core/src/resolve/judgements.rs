//! What people judged: these are one, this is another, this field is wrong, this person is not shown.
//!
//! A judgement hangs on mentions (document and span), never on clusters, so it holds whatever comes later. Of two that
//! contradict each other the later one counts; one that was undone does not count at all.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;
use rustc_hash::{FxHashMap, FxHashSet};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use super::{Member, Source, mention_id};
use crate::model::{Event, EventDate, Field, Office, Person, Place, Reading, Side, Span, Topic, Words};

/// What a mention is of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Kind {
    /// A person.
    Person,
    /// An event.
    Event,
}

/// A mention by its place, wherever a later reading puts it.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Mark {
    /// Its id when it was judged.
    pub id: String,
    /// Id of the document.
    pub document: String,
    /// In the title or the text.
    #[serde(rename = "in", default, skip_serializing_if = "Field::is_text")]
    pub field: Field,
    /// Where.
    pub span: Span,
    /// SHA-256 of the title and text that the span cuts.
    pub text_sha256: String,
}

/// What was judged.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "lowercase")]
pub enum Ruling {
    /// All marks are one.
    Merge {
        /// Of what.
        of: Kind,
        /// The mentions.
        marks: Vec<Mark>,
    },
    /// The marks are one, and another than those they were with.
    Split {
        /// Of what.
        of: Kind,
        /// The mentions taken out.
        marks: Vec<Mark>,
        /// The mentions they were with.
        from: Vec<Mark>,
    },
    /// A field has another value.
    Correct {
        /// Of what.
        of: Kind,
        /// The mentions of which it holds.
        marks: Vec<Mark>,
        /// Which field; see [`FIELDS`].
        field: String,
        /// Its value; empty where there is none.
        value: String,
    },
    /// The person is not shown.
    Redact {
        /// The mentions.
        marks: Vec<Mark>,
    },
    /// An earlier judgement no longer holds.
    Undo {
        /// Its id.
        judgement: String,
    },
}

/// One judgement: what, by whom, when and why.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Judgement {
    /// Hash of all the rest.
    pub id: String,
    /// When, ISO with milliseconds, UTC.
    pub at: String,
    /// Who judged.
    pub by: String,
    /// Why.
    pub reason: String,
    /// What.
    #[serde(flatten)]
    pub ruling: Ruling,
}

impl Judgement {
    /// A judgement with the id that its content gives it.
    pub fn new(at: &str, by: &str, reason: &str, ruling: Ruling) -> Judgement {
        let mut hash = Sha256::new();
        let ruled = serde_json::to_string(&ruling).unwrap_or_default();
        for part in [at, by, reason, &ruled] {
            hash.update(part.as_bytes());
            hash.update([0]);
        }
        let id: String = hash.finalize().iter().take(6).map(|b| format!("{b:02x}")).collect();
        Judgement { id: format!("j{id}"), at: at.into(), by: by.into(), reason: reason.into(), ruling }
    }
}

/// Fields that can be corrected. Those of an event hold for every report of it, the name and party of a person for every
/// mention; an office is corrected in the one document that gives it.
pub const FIELDS: &[(Kind, &[&str])] = &[
    (Kind::Event, &["type", "mode", "status", "date", "place", "place_words", "topics", "sides"]),
    (Kind::Person, &["name", "party", "position", "institution", "acting"]),
];

/// Fields of a person that differ from document to document.
pub fn is_of_one_document(field: &str) -> bool {
    matches!(field, "position" | "institution" | "acting")
}

/// Judgements that count, the oldest first.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Judgements {
    list: Vec<Judgement>,
}

impl Judgements {
    /// Puts judgements into their order and leaves out what was undone; in whatever order they come.
    pub fn new(mut all: Vec<Judgement>) -> Judgements {
        all.sort_by(|x, y| (&x.at, &x.id).cmp(&(&y.at, &y.id)));
        all.dedup_by(|x, y| x.id == y.id);
        let mut undone: FxHashSet<String> = FxHashSet::default();
        // From the last back, so that an undoing that was itself undone is seen in time.
        for judgement in all.iter().rev() {
            if let Ruling::Undo { judgement: earlier } = &judgement.ruling
                && !undone.contains(&judgement.id)
            {
                undone.insert(earlier.clone());
            }
        }
        all.retain(|j| !undone.contains(&j.id) && !matches!(j.ruling, Ruling::Undo { .. }));
        Judgements { list: all }
    }

    /// Those that count, the oldest first.
    pub fn iter(&self) -> impl Iterator<Item = &Judgement> {
        self.list.iter()
    }

    /// Names of a document's people that were corrected, by number of the person.
    pub fn names(&self, document: &str, reading: &Reading) -> BTreeMap<usize, String> {
        let mut names = BTreeMap::new();
        for judgement in &self.list {
            let Ruling::Correct { of: Kind::Person, marks, field, value } = &judgement.ruling else {
                continue;
            };
            if field == "name" {
                let here = marks.iter().filter(|m| m.document == document);
                names.extend(here.filter_map(|m| Some((find(Kind::Person, m, reading)?, value.clone()))));
            }
        }
        names
    }

    /// Whether any of them hangs on a mention in this document.
    pub fn name(&self, document: &str) -> bool {
        self.list.iter().any(|judgement| match &judgement.ruling {
            Ruling::Merge { marks, .. } | Ruling::Correct { marks, .. } | Ruling::Redact { marks } => {
                marks.iter().any(|m| m.document == document)
            }
            Ruling::Split { marks, from, .. } => marks.iter().chain(from).any(|m| m.document == document),
            Ruling::Undo { .. } => false,
        })
    }

    /// Nobody judged anything that still counts.
    pub fn is_empty(&self) -> bool {
        self.list.is_empty()
    }

    /// The same with marks as `moved` gives them, for documents that were released anew.
    #[must_use]
    pub fn moved(&self, mut moved: impl FnMut(Kind, &Mark) -> Mark) -> Judgements {
        let mut list = self.list.clone();
        for judgement in &mut list {
            let (of, marks, from) = match &mut judgement.ruling {
                Ruling::Merge { of, marks } | Ruling::Correct { of, marks, .. } => (*of, marks, None),
                Ruling::Split { of, marks, from } => (*of, marks, Some(from)),
                Ruling::Redact { marks } => (Kind::Person, marks, None),
                Ruling::Undo { .. } => continue,
            };
            for mark in marks.iter_mut().chain(from.into_iter().flatten()) {
                *mark = moved(of, mark);
            }
        }
        Judgements { list }
    }

    /// Gives the corrected fields of a document their values; a field's words stay as the document has them.
    pub fn correct(&self, document: &str, reading: &mut Reading) {
        for judgement in &self.list {
            let Ruling::Correct { of, marks, field, value } = &judgement.ruling else { continue };
            for mark in marks.iter().filter(|m| m.document == document) {
                let Some(number) = find(*of, mark, reading) else { continue };
                match of {
                    Kind::Event => set_event(&mut reading.events[number], field, value),
                    Kind::Person => set_person(&mut reading.persons[number], field, value),
                }
            }
        }
    }
}

/// The mention of a reading that a mark means: the one with its id, else the one whose words it cuts most.
pub fn find(kind: Kind, mark: &Mark, reading: &Reading) -> Option<usize> {
    let same_text = reading.document.text_sha256 == mark.text_sha256;
    let overlap = |words: &Words| {
        if words.field != mark.field {
            return 0;
        }
        words.span[1].min(mark.span[1]).saturating_sub(words.span[0].max(mark.span[0]))
    };
    let most = |of: &mut dyn Iterator<Item = (usize, usize)>| {
        of.filter(|(_, n)| *n > 0).max_by_key(|(i, n)| (*n, std::cmp::Reverse(*i))).map(|(i, _)| i)
    };
    match kind {
        Kind::Event => reading.events.iter().position(|e| e.id == mark.id).or_else(|| {
            if !same_text {
                return None;
            }
            most(&mut reading.events.iter().enumerate().map(|(i, e)| {
                (i, std::iter::once(&e.trigger).chain(&e.also).map(overlap).max().unwrap_or_default())
            }))
        }),
        Kind::Person => {
            let exact = |p: &Person| person_mention(&mark.document, p) == mark.id;
            reading.persons.iter().position(exact).or_else(|| {
                if !same_text {
                    return None;
                }
                most(&mut reading.persons.iter().enumerate().map(|(i, p)| {
                    (i, std::iter::once(&p.name).chain(&p.named).map(overlap).max().unwrap_or_default())
                }))
            })
        }
    }
}

/// Id of the mention of a person in a document.
pub fn person_mention(document: &str, person: &Person) -> String {
    mention_id(document, "person", person.name.field, person.name.span)
}

/// The mark of a person or event of a reading.
pub fn mark(kind: Kind, document: &str, reading: &Reading, number: usize) -> Option<Mark> {
    let (id, words) = match kind {
        Kind::Event => reading.events.get(number).map(|e| (e.id.clone(), &e.trigger))?,
        Kind::Person => reading.persons.get(number).map(|p| (person_mention(document, p), &p.name))?,
    };
    Some(Mark {
        id,
        document: document.to_string(),
        field: words.field,
        span: words.span,
        text_sha256: reading.document.text_sha256.clone(),
    })
}

/// How much of a day a value gives: `2026-01-15`, `2026-01`, `2026` or `2026-01-15/2026-01-17`; None when it is no day.
pub fn precision(value: &str) -> Option<&'static str> {
    let is_day = |v: &str| v.len() == 10 && v.parse::<Date>().is_ok();
    let digits = |v: &str| !v.is_empty() && v.chars().all(|c| c.is_ascii_digit());
    match value.split_once('/') {
        Some((from, to)) => (is_day(from) && is_day(to) && from <= to).then_some("interval"),
        None if is_day(value) => Some("day"),
        None if value.len() == 4 && digits(value) => Some("year"),
        None if value.len() == 7 && is_day(&format!("{value}-01")) => Some("month"),
        None => None,
    }
}

/// The sides that a value names: `SAU/KAZ`, `EGY+JOR/KAZ`; None when it names none.
pub fn sides(value: &str) -> Option<Vec<Vec<String>>> {
    let sides: Vec<Vec<String>> = value
        .split('/')
        .map(|side| side.split('+').map(|party| party.trim().to_string()).collect())
        .collect();
    let whole = sides.iter().all(|side| side.iter().all(|party| !party.is_empty()));
    (whole && !value.is_empty()).then_some(sides)
}

/// The topics that a value names: `security, trade`.
pub fn topics(value: &str) -> impl Iterator<Item = &str> {
    value.split([',', ';']).map(str::trim).filter(|id| !id.is_empty())
}

/// The words of the place that were read; where there were none, those that report the event stand for them.
fn place_words(event: &Event) -> Words {
    event.place.as_ref().map_or_else(|| event.trigger.clone(), |place| place.words.clone())
}

fn set_event(event: &mut Event, field: &str, value: &str) {
    let filled = (!value.is_empty()).then(|| value.to_string());
    match field {
        "type" => event.kind = value.to_string(),
        "mode" => event.mode = filled,
        "status" => event.status = value.to_string(),
        "date" => {
            event.date = precision(value).map(|precision| EventDate {
                value: value.to_string(),
                precision: precision.to_string(),
                // The words that were read stay; where there were none, those that report the event stand for them.
                words: event.date.as_ref().map_or_else(|| event.trigger.clone(), |date| date.words.clone()),
            });
        }
        "place" => {
            event.place = filled.map(|state| Place { words: place_words(event), state: Some(state) });
        }
        // The span stays that of what was read: evidence is always the document's own words.
        "place_words" => {
            let state = event.place.as_ref().and_then(|place| place.state.clone());
            event.place = filled.map(|text| Place { words: Words { text, ..place_words(event) }, state });
        }
        "topics" => {
            let known = std::mem::take(&mut event.topics);
            let words = |id: &str| known.iter().find(|t| t.topic == id).map(|t| t.words.clone());
            event.topics = topics(value)
                .map(|id| Topic {
                    topic: id.to_string(),
                    words: words(id).unwrap_or_else(|| event.trigger.clone()),
                })
                .collect();
        }
        "sides" => {
            let Some(named) = sides(value) else { return };
            while event.sides.len() > named.len() {
                // Nobody who was present is lost.
                let Some(gone) = event.sides.pop() else { break };
                if let Some(last) = event.sides.last_mut() {
                    last.participants.extend(gone.participants);
                }
            }
            for (number, parties) in named.into_iter().enumerate() {
                if number == event.sides.len() {
                    event.sides.push(Side { part: "party".into(), ..Side::default() });
                }
                let side = &mut event.sides[number];
                let mut parties = parties.into_iter();
                side.party = parties.next();
                side.also = parties.collect();
            }
        }
        _ => {}
    }
}

fn set_person(person: &mut Person, field: &str, value: &str) {
    let filled = (!value.is_empty()).then(|| value.to_string());
    if field == "party" {
        person.party = filled;
        return;
    }
    if !is_of_one_document(field) {
        return;
    }
    if person.offices.is_empty() {
        person.offices.push(Office { title: person.name.clone(), ..Office::default() });
    }
    let office = &mut person.offices[0];
    match field {
        "position" => office.position = filled,
        "institution" => office.institution = filled,
        _ => office.acting = value == "true",
    }
}

/// Judgements as they bear on the mentions of some sources.
#[derive(Debug, Default)]
pub(super) struct Bound {
    pub must: Vec<(Kind, Member, Member)>,
    pub cannot: Vec<(Kind, Member, Member)>,
    /// Which judgements bear on a mention, by their place in time.
    touched: FxHashMap<(Kind, Member), BTreeSet<usize>>,
    values: FxHashMap<(Kind, Member), Vec<Given>>,
    redacted: FxHashSet<Member>,
    ids: Vec<String>,
}

/// A field, the judgement's place in time, the value.
type Given = (String, usize, String);

/// A mention, or one that none of the sources holds.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
enum Slot {
    Here(Kind, Member),
    Elsewhere(Kind, String),
}

impl Bound {
    pub fn of(judgements: &Judgements, sources: &[Source]) -> Bound {
        let mut bound = Bound::default();
        if judgements.is_empty() {
            return bound;
        }
        bound.ids = judgements.list.iter().map(|j| j.id.clone()).collect();
        let at: FxHashMap<&str, usize> = sources.iter().enumerate().map(|(i, s)| (s.document, i)).collect();
        let slot = |kind: Kind, mark: &Mark| {
            at.get(mark.document.as_str())
                .and_then(|&source| {
                    let number = find(kind, mark, sources[source].reading)?;
                    Some(Slot::Here(kind, Member { source, number }))
                })
                .unwrap_or_else(|| Slot::Elsewhere(kind, mark.id.clone()))
        };
        let mut links = Links::default();
        for (number, judgement) in judgements.list.iter().enumerate().rev() {
            let marked: Vec<Slot> = match &judgement.ruling {
                Ruling::Merge { of, marks } => {
                    let slots: Vec<Slot> = marks.iter().map(|m| slot(*of, m)).collect();
                    links.join(&slots);
                    slots
                }
                Ruling::Split { of, marks, from } => {
                    let slots: Vec<Slot> = marks.iter().map(|m| slot(*of, m)).collect();
                    let others: Vec<Slot> = from.iter().map(|m| slot(*of, m)).collect();
                    links.join(&slots);
                    for x in &slots {
                        others.iter().for_each(|y| links.part(x, y));
                    }
                    slots.into_iter().chain(others).collect()
                }
                Ruling::Correct { of, marks, field, value } => {
                    let slots: Vec<Slot> = marks.iter().map(|m| slot(*of, m)).collect();
                    for here in &slots {
                        if let Slot::Here(kind, member) = here {
                            let known = bound.values.entry((*kind, *member)).or_default();
                            if !known.iter().any(|(f, ..)| f == field) {
                                known.push((field.clone(), number, value.clone()));
                            }
                        }
                    }
                    slots
                }
                Ruling::Redact { marks } => {
                    let slots: Vec<Slot> = marks.iter().map(|m| slot(Kind::Person, m)).collect();
                    bound.redacted.extend(slots.iter().filter_map(Slot::member));
                    continue;
                }
                Ruling::Undo { .. } => continue,
            };
            for here in marked {
                if let Slot::Here(kind, member) = here {
                    bound.touched.entry((kind, member)).or_default().insert(number);
                }
            }
        }
        bound.must = links.must();
        bound.cannot = links.cannot();
        bound
    }

    /// Pairs of one kind, by the numbers that their mentions have.
    pub fn pairs(
        &self,
        kind: Kind,
        pairs: &[(Kind, Member, Member)],
        at: &FxHashMap<Member, usize>,
    ) -> Vec<(usize, usize)> {
        let of_kind = pairs.iter().filter(|(k, ..)| *k == kind);
        of_kind.filter_map(|(_, x, y)| Some((*at.get(x)?, *at.get(y)?))).collect()
    }

    /// Somebody judged this mention, so it is looked at by itself.
    pub fn is_judged(&self, kind: Kind, member: Member) -> bool {
        self.touched.contains_key(&(kind, member))
    }

    pub fn is_redacted(&self, members: &[Member]) -> bool {
        !self.redacted.is_empty() && members.iter().any(|m| self.redacted.contains(m))
    }

    /// The value that was given to a field last.
    pub fn value(&self, kind: Kind, members: &[Member], field: &str) -> Option<&str> {
        if self.values.is_empty() {
            return None;
        }
        let given = members.iter().filter_map(|m| self.values.get(&(kind, *m))).flatten();
        given.filter(|(f, ..)| f == field).max_by_key(|(_, n, _)| *n).map(|(.., value)| value.as_str())
    }

    /// Ids of the judgements that bear on these mentions, the oldest first.
    pub fn on(&self, kind: Kind, members: &[Member]) -> Vec<String> {
        if self.touched.is_empty() {
            return vec![];
        }
        let numbers: BTreeSet<usize> =
            members.iter().filter_map(|m| self.touched.get(&(kind, *m))).flatten().copied().collect();
        numbers.into_iter().map(|n| self.ids[n].clone()).collect()
    }
}

impl Slot {
    fn member(&self) -> Option<Member> {
        match self {
            Slot::Here(_, member) => Some(*member),
            Slot::Elsewhere(..) => None,
        }
    }
}

/// What must be one and what must not; of two that contradict the one that came first into this counts.
#[derive(Default)]
struct Links {
    numbers: FxHashMap<Slot, usize>,
    slots: Vec<Slot>,
    home: Vec<usize>,
    parted: Vec<(usize, usize)>,
}

impl Links {
    fn number(&mut self, slot: &Slot) -> usize {
        if let Some(&known) = self.numbers.get(slot) {
            return known;
        }
        self.slots.push(slot.clone());
        self.home.push(self.slots.len() - 1);
        self.numbers.insert(slot.clone(), self.slots.len() - 1);
        self.slots.len() - 1
    }

    fn root(&self, mut i: usize) -> usize {
        while self.home[i] != i {
            i = self.home[i];
        }
        i
    }

    fn join(&mut self, slots: &[Slot]) {
        let Some((first, rest)) = slots.split_first() else { return };
        let a = self.number(first);
        for other in rest {
            let b = self.number(other);
            let (x, y) = (self.root(a), self.root(b));
            let parted = self.parted.iter().any(|&(p, q)| {
                let (p, q) = (self.root(p), self.root(q));
                (p == x && q == y) || (p == y && q == x)
            });
            if !parted {
                self.home[x.max(y)] = x.min(y);
            }
        }
    }

    fn part(&mut self, x: &Slot, y: &Slot) {
        let (a, b) = (self.number(x), self.number(y));
        if self.root(a) != self.root(b) {
            self.parted.push((a, b));
        }
    }

    fn must(&self) -> Vec<(Kind, Member, Member)> {
        let mut first: FxHashMap<usize, (Kind, Member)> = FxHashMap::default();
        let mut out = vec![];
        for (i, slot) in self.slots.iter().enumerate() {
            let Slot::Here(kind, member) = slot else { continue };
            match first.get(&self.root(i)) {
                Some((_, known)) => out.push((*kind, *known, *member)),
                None => {
                    first.insert(self.root(i), (*kind, *member));
                }
            }
        }
        out
    }

    fn cannot(&self) -> Vec<(Kind, Member, Member)> {
        let pairs = self.parted.iter().map(|&(a, b)| (&self.slots[a], &self.slots[b]));
        pairs
            .filter_map(|(a, b)| match (a, b) {
                (Slot::Here(kind, x), Slot::Here(_, y)) => Some((*kind, *x, *y)),
                _ => None,
            })
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_undone_does_not_count_and_an_undoing_can_be_undone() {
        let merge = Ruling::Merge { of: Kind::Event, marks: vec![] };
        let first = Judgement::new("2026-01-01T00:00:00.000Z", "a", "r", merge);
        let undo = Ruling::Undo { judgement: first.id.clone() };
        let second = Judgement::new("2026-01-02T00:00:00.000Z", "a", "r", undo);
        let redo = Ruling::Undo { judgement: second.id.clone() };
        let third = Judgement::new("2026-01-03T00:00:00.000Z", "a", "r", redo);
        assert!(Judgements::new(vec![second.clone(), first.clone()]).is_empty());
        let all = Judgements::new(vec![third, first.clone(), second]);
        assert_eq!(all.iter().map(|j| &j.id).collect::<Vec<_>>(), [&first.id]);
    }

    #[test]
    fn days_and_sides_are_told_apart_from_what_is_none() {
        assert_eq!(precision("2026-01-15"), Some("day"));
        assert_eq!(precision("2026-01-15/2026-01-17"), Some("interval"));
        assert_eq!((precision("2026-01"), precision("2026")), (Some("month"), Some("year")));
        assert_eq!((precision("2026-13"), precision("15/1/2026"), precision("")), (None, None, None));
        assert_eq!(precision("2026-01-17/2026-01-15"), None);
        let side = |parties: &[&str]| parties.iter().map(|p| (*p).to_string()).collect::<Vec<_>>();
        assert_eq!(sides("EGY+JOR/KAZ"), Some(vec![side(&["EGY", "JOR"]), side(&["KAZ"])]));
        assert_eq!((sides("SAU/"), sides("")), (None, None));
    }
}
