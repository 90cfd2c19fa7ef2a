//! What a document is and what a reading of it holds: the wire contract of `mahdar read`.
//!
//! Serialises exactly as DESIGN's contract says; knows nothing of how a reading is made.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

/// A text as its publisher released it.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct SourceDocument {
    /// The publisher's or the file's id; unique within one run.
    pub id: String,
    /// Language tag (`ar`), if whoever opened the document was told it.
    #[serde(default)]
    pub lang: Option<String>,
    /// Day of release, `YYYY-MM-DD`.
    #[serde(default)]
    pub published: Option<String>,
    /// Publisher.
    #[serde(default)]
    pub source: Option<String>,
    /// Where it was released.
    #[serde(default)]
    pub url: Option<String>,
    /// Headline; empty when there is none.
    #[serde(default)]
    pub title: String,
    /// Body.
    #[serde(default)]
    pub text: String,
}

/// A byte range, end exclusive, on character boundaries of the title or the text.
pub type Span = [usize; 2];

/// Which of the two strings of a document a span cuts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Field {
    /// The headline.
    Title,
    /// The body; left out in JSON.
    #[default]
    Text,
}

impl Field {
    /// True for the body, which JSON leaves unsaid.
    pub fn is_text(&self) -> bool {
        *self == Field::Text
    }

    /// Its name in JSON, in tables and in the record.
    pub fn as_str(self) -> &'static str {
        match self {
            Field::Title => "title",
            Field::Text => "text",
        }
    }
}

/// Words of the document with their place.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Words {
    /// The words exactly as they stand.
    pub text: String,
    /// Where they stand.
    pub span: Span,
    /// In the title or the text.
    #[serde(rename = "in", default, skip_serializing_if = "Field::is_text")]
    pub field: Field,
}

/// All that was found in one document.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct Reading {
    /// What was read, and by what.
    pub document: DocumentHead,
    /// Words that name a party, office, place, date or topic.
    pub mentions: Vec<Mention>,
    /// Named people in an official capacity, each once.
    pub persons: Vec<Person>,
    /// Interactions, each once.
    pub events: Vec<Event>,
    /// What the document says about a relation.
    pub claims: Vec<Claim>,
    /// Findings in the content.
    pub diagnostics: Vec<Diagnostic>,
}

/// Identity of the document and of the reader.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct DocumentHead {
    /// As given.
    pub id: String,
    /// As given, else detected.
    pub lang: Option<String>,
    /// As given.
    pub published: Option<String>,
    /// As given.
    pub title: String,
    /// As given.
    pub source: Option<String>,
    /// As given.
    pub url: Option<String>,
    /// SHA-256 of title, line feed, text.
    pub text_sha256: String,
    /// Version of program and packs.
    pub reader: Reader,
    /// The text itself, only on request.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
}

/// What made a reading.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Reader {
    /// Version of mahdar-core.
    pub version: String,
    /// Packs used, `ar-0.3`.
    pub packs: String,
    /// Hash of the packs' files.
    pub hash: String,
}

/// Words that name something.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mention {
    /// Index in `mentions`.
    pub id: usize,
    /// person, office, institution, state, place, date, topic or document.
    pub kind: Cow<'static, str>,
    /// The words.
    #[serde(flatten)]
    pub words: Words,
    /// Id of a closed class (`KAZ`, `ORG:UN`, `interior`), else left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub entity: Option<Cow<'static, str>>,
}

/// A named person in an official capacity.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Person {
    /// The fullest form of the name, without titles.
    pub name: Words,
    /// Dr, His Excellency, Prince…
    pub honorifics: Vec<String>,
    /// Military or police rank.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rank: Option<Words>,
    /// Offices as written, nearest first.
    pub offices: Vec<Office>,
    /// State or organisation served.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub party: Option<String>,
    /// Given in the record, never by a reading.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub entity: Option<String>,
    /// Every place where the person is named, the fullest included.
    #[serde(default)]
    pub named: Vec<Words>,
}

/// An office as a document writes it, taken apart.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Office {
    /// The words of the office.
    pub title: Words,
    /// Position id, `deputy-minister`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub position: Option<String>,
    /// Institution id, `interior`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub institution: Option<String>,
    /// State or organisation.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub state: Option<String>,
    /// Holds it for the time being.
    pub acting: bool,
    /// Held it before.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub former: bool,
    /// Group of offices that one person may hold while another holds those of another group, `head-of-state`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub group: Option<String>,
    /// Of an ambassador: the receiving state.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub accredited_to: Option<String>,
}

/// Two offices, each by position, institution and group, that one person hardly holds together: one position in two
/// institutions, or positions of two groups.
pub(crate) fn are_two_offices<T: PartialEq>(
    (position, institution, group): (Option<T>, Option<T>, Option<T>),
    (other_position, other_institution, other_group): (Option<T>, Option<T>, Option<T>),
) -> bool {
    let differ = |a: Option<T>, b: Option<T>| a.zip(b).map(|(a, b)| a != b);
    let institutions = (position == other_position).then(|| differ(institution, other_institution)).flatten();
    institutions.or_else(|| differ(group, other_group)).unwrap_or(false)
}

/// One interaction between parties.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct Event {
    /// Hash of document, type and trigger span.
    pub id: String,
    /// MEET, VISIT… (see `data/ontology`).
    #[serde(rename = "type")]
    pub kind: String,
    /// How: reception, talks, phone…
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub mode: Option<String>,
    /// happened, planned, postponed, denied or hypothetical.
    pub status: String,
    /// What the document is about, or told on the way.
    pub main: bool,
    /// The words that report it.
    pub trigger: Words,
    /// Other words that report the same interaction.
    pub also: Vec<Words>,
    /// When.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date: Option<EventDate>,
    /// Where.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub place: Option<Place>,
    /// Who with whom.
    pub sides: Vec<Side>,
    /// About what.
    pub topics: Vec<Topic>,
    /// Documents agreed or signed.
    pub agreements: Vec<Agreement>,
    /// How likely the event is, from 0 to 1, where it was weighed and not read by a rule (`data/ontology/weights.toml`); else null.
    pub confidence: Option<f64>,
    /// `rule:` and the pattern's id and pack; `weighed:` and the pack where no rule read it.
    pub method: String,
    /// For `--why`: each field with the pattern and words that made it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub why: Vec<Why>,
}

/// One reason behind one field of an event.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Why {
    /// The field.
    pub field: String,
    /// Id of the pattern, construction or rule.
    pub by: String,
    /// The words.
    #[serde(flatten)]
    pub words: Words,
}

/// When an event took place, as far as the document says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct EventDate {
    /// ISO day, month, year, interval, or the weekday number when it cannot be resolved.
    pub value: String,
    /// day, month, year, interval, weekday or relative; about, where the words tell between which days ("a week ago").
    pub precision: String,
    /// The words.
    #[serde(flatten)]
    pub words: Words,
}

/// Where an event took place.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Place {
    /// The most specific phrase.
    #[serde(flatten)]
    pub words: Words,
    /// State it lies in, where the phrase tells.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub state: Option<String>,
}

/// The parties that stand together in an event.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Side {
    /// ISO 3166 alpha-3, `XKX`, or `ORG:` and acronym.
    pub party: Option<String>,
    /// Further parties on this side.
    pub also: Vec<String>,
    /// host, guest, actor, recipient or party.
    pub part: String,
    /// Named people present.
    pub participants: Vec<Participant>,
    /// The office of its head, where no name tells who that is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub office: Option<Office>,
}

impl Side {
    /// All parties of the side, first the one that acts.
    pub fn parties(&self) -> impl Iterator<Item = &String> {
        self.party.iter().chain(&self.also)
    }
}

/// A named person present on a side.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Participant {
    /// Index in `persons`.
    pub person: usize,
    /// The person's name, repeated for readers of one event.
    pub name: String,
    /// principal, attendee or signatory.
    pub role: String,
}

/// A subject of an event.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Topic {
    /// Topic id, `security`.
    pub topic: String,
    /// The words.
    #[serde(flatten)]
    pub words: Words,
}

/// A document between parties.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Agreement {
    /// Title as written.
    pub title: String,
    /// Where the title stands.
    pub span: Span,
    /// In the title or the text.
    #[serde(rename = "in", default, skip_serializing_if = "Field::is_text")]
    pub field: Field,
    /// treaty, agreement, memorandum, protocol, programme, statement…
    pub kind: String,
    /// discussed, signed, ratified, in-force or done.
    pub status: String,
    /// Indices in `persons`.
    pub signatories: Vec<usize>,
    /// Topic id of its subject, where the title tells.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sector: Option<String>,
    /// Ids of what its title is about: border, friendship, partnership…
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub subjects: Vec<String>,
}

/// What somebody says about a relation.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct Claim {
    /// Area slug (`trade`).
    pub area: String,
    /// level, trend, compare, exists, first, rank, planned or aim.
    pub relation: String,
    /// Key of the indicator that would decide it.
    pub indicator: Option<String>,
    /// up, down or null.
    pub direction: Option<String>,
    /// The two parties; ordered where the claim runs one way.
    pub pair: Vec<String>,
    /// The claim is denied.
    pub negated: bool,
    /// The claim is softened.
    pub hedged: bool,
    /// Years: `2023`, `2010/2020`, `2014/..`, `../2030`.
    pub period: Option<String>,
    /// The figure that is claimed.
    pub threshold: Option<Threshold>,
    /// Who says it; null for the source itself.
    pub by: Option<By>,
    /// The words.
    #[serde(flatten)]
    pub words: Words,
    /// Pattern that made it, `rule:claims@ar-0.1`.
    #[serde(default)]
    pub method: String,
}

/// Who says a claim: an index in `persons`, or words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum By {
    /// Index in `persons`.
    Person(usize),
    /// The words that name who says it.
    Named(Words),
}

/// A figure named in a claim.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Threshold {
    /// In the unit, magnitudes multiplied out.
    pub value: f64,
    /// USD, persons, km, %, times, rank…
    pub unit: String,
    /// exact, about, more or less.
    pub op: String,
    /// The words.
    pub as_written: String,
}

/// How grave a finding is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// Worth knowing.
    Note,
    /// May make the reading wrong.
    Warning,
    /// Part of the content could not be read.
    Error,
}

/// Something found in the content of a document; reading never stops at one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Diagnostic {
    /// `area/what-is-wrong`; each has a page in `docs/errors`.
    pub code: String,
    /// How grave.
    pub severity: Severity,
    /// One sentence, in lower case.
    pub message: String,
    /// An action.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub help: Option<String>,
    /// Where.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub span: Option<Span>,
    /// In the title or the text.
    #[serde(rename = "in", default, skip_serializing_if = "Field::is_text")]
    pub field: Field,
}
