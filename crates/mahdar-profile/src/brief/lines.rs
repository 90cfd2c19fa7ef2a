//! What a brief is made of: plain figures, each line with its evidence.
//!
//! Serialises as `mahdar brief --format json`; nothing is computed here.

use mahdar_core::{Claim, EventDate};
pub use mahdar_store::DocumentRef;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

use crate::{Evidence, Verdict};

/// What the record holds on a pair of states, as of a day.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct Brief {
    /// The two states, in the order asked.
    pub pair: [String; 2],
    /// Nothing later than this day is in it, `YYYY-MM-DD`.
    pub as_of: Option<String>,
    /// How much of everything.
    pub counts: Counts,
    /// What is not there, and must be said.
    pub gaps: Vec<Gap>,
    /// Interactions of the two, the newest first; one without a day stands by the release of its document.
    pub meetings: Vec<Meeting>,
    /// What is said about the relation, by area, areas in the order of the contract.
    pub areas: Vec<Area>,
    /// Who was seen in which office, and when; the first state, then the other, the most often seen first.
    pub occupancies: Vec<Occupancy>,
    /// Share of same votes in the UN, a year a point; absent when nothing is imported.
    pub votes: Option<VoteSeries>,
    /// Trade both ways, a year a point; absent when nothing is imported.
    pub trade: Option<TradeSeries>,
    /// Documents behind it, the newest first.
    pub documents: Vec<DocumentRef>,
    /// Indicator files behind it.
    pub files: Vec<FileUsed>,
    /// What was corrected by hand in it: judgements that bear on its lines, the oldest first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub judgements: Vec<JudgementLine>,
}

/// A judgement of a person that a brief obeys.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct JudgementLine {
    /// Its id.
    pub id: String,
    /// merge, split or correct.
    pub kind: String,
    /// The field that was corrected.
    pub field: Option<String>,
    /// The value it was given; empty where there is none.
    pub value: Option<String>,
    /// Who judged.
    pub by: String,
    /// The day, `YYYY-MM-DD`.
    pub day: String,
    /// Why.
    pub reason: String,
}

/// How much of everything a brief holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Counts {
    /// Documents that speak of the pair.
    pub documents: usize,
    /// Interactions of the two.
    pub meetings: usize,
    /// Of these, without a resolved day.
    pub undated: usize,
    /// People seen in office.
    pub persons: usize,
    /// Claims.
    pub claims: usize,
    /// Claims with one of the four verdicts that data can give.
    pub checked: usize,
    /// Claims borne out.
    pub supported: usize,
    /// Claims borne out in part.
    pub partly: usize,
    /// Claims contradicted.
    pub contradicted: usize,
    /// Claims that no data here decide.
    pub not_checkable: usize,
    /// Aims and praise.
    pub not_a_claim: usize,
    /// Claims nobody checked, for want of imported data.
    pub not_checked: usize,
}

/// Something a reader must be told is missing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Gap {
    /// The record holds nothing on the pair.
    NothingRecorded,
    /// There are documents, and no interaction in them.
    NoMeetings,
    /// All there is comes from one document.
    OneDocument,
    /// At least one interaction has no resolved day.
    UndatedMeeting,
    /// At least one document has no day of release.
    UndatedDocument,
    /// Nobody is named on one of the two sides in all the documents.
    OneSideUnnamed,
    /// No claim was found.
    NoClaims,
    /// No votes are imported for the pair.
    NoVotes,
    /// No trade is imported for the pair.
    NoTrade,
}

/// One interaction of the two.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Meeting {
    /// Id of the event.
    pub id: String,
    /// MEET, VISIT…
    #[serde(rename = "type")]
    pub kind: String,
    /// reception, talks, phone…
    pub mode: Option<String>,
    /// happened, planned, postponed, denied or hypothetical.
    pub status: String,
    /// What its document is about, or told on the way.
    pub main: bool,
    /// When, as far as the document says; its words are in `date_evidence`.
    pub date: Option<EventDate>,
    /// The words of the date.
    pub date_evidence: Option<Evidence>,
    /// Where.
    pub place: Option<PlaceLine>,
    /// Who with whom; the asked states keep the order of the event.
    pub sides: Vec<SideLine>,
    /// About what.
    pub topics: Vec<TopicLine>,
    /// What was agreed or signed.
    pub agreements: Vec<AgreementLine>,
    /// Id of the document that tells most of it.
    pub document: String,
    /// Ids of other documents that tell it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub also_in: Vec<String>,
    /// Id of the visit that it was a part of; of a visit, the tour.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub part_of: Option<String>,
    /// Ids of the judgements by which it was corrected by hand.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub judged: Vec<String>,
    /// The trigger, then the other words that report the same, here and in other documents.
    pub evidence: Vec<Evidence>,
    /// Pattern that read it.
    pub method: String,
    /// Measured precision of the pattern.
    pub confidence: Option<f64>,
}

/// Where an interaction took place.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct PlaceLine {
    /// As written.
    pub text: String,
    /// State it lies in.
    pub state: Option<String>,
    /// The words.
    pub evidence: Evidence,
}

/// One side of an interaction.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct SideLine {
    /// State or organisation.
    pub party: Option<String>,
    /// Further parties on this side.
    pub also: Vec<String>,
    /// host, guest, actor, recipient or party.
    pub part: String,
    /// Named people, principals first.
    pub participants: Vec<ParticipantLine>,
}

/// A named person at an interaction.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ParticipantLine {
    /// The fullest form of the name in the document, or as corrected; empty of a person who is redacted.
    pub name: String,
    /// What the person is called in a language, as documents of that language spell the name.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub called: BTreeMap<String, String>,
    /// The person is not to be shown.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub redacted: bool,
    /// Ids of the judgements on the person.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub judged: Vec<String>,
    /// Dr, His Excellency…, as written.
    pub honorifics: Vec<String>,
    /// Military or police rank, as written.
    pub rank: Option<String>,
    /// principal, attendee or signatory.
    pub role: String,
    /// State or organisation served.
    pub party: Option<String>,
    /// Offices, as written.
    pub offices: Vec<OfficeLine>,
    /// The name in the document.
    pub evidence: Evidence,
}

/// An office as a document writes it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct OfficeLine {
    /// As written.
    pub text: String,
    /// Position id.
    pub position: Option<String>,
    /// Institution id.
    pub institution: Option<String>,
    /// State or organisation.
    pub state: Option<String>,
    /// For the time being.
    pub acting: bool,
    /// Held before.
    pub former: bool,
    /// Receiving state of an ambassador.
    pub accredited_to: Option<String>,
    /// The words.
    pub evidence: Evidence,
}

/// A subject of an interaction.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct TopicLine {
    /// Topic id.
    pub topic: String,
    /// As written.
    pub text: String,
    /// The words.
    pub evidence: Evidence,
}

/// A document agreed or signed.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct AgreementLine {
    /// Title as written.
    pub title: String,
    /// treaty, agreement, memorandum…
    pub kind: String,
    /// discussed, signed, ratified, in-force or done.
    pub status: String,
    /// Topic id of its subject.
    pub sector: Option<String>,
    /// Names of those who signed.
    pub signatories: Vec<String>,
    /// The words.
    pub evidence: Evidence,
}

/// What is said about one area of the relation.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Area {
    /// Slug (`trade`).
    pub area: String,
    /// Claims, those of the newest document first, in the order of the text.
    pub claims: Vec<ClaimLine>,
}

/// One claim with its verdict.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ClaimLine {
    /// The claim as read.
    pub claim: Claim,
    /// Who says it.
    pub stated_by: StatedBy,
    /// Absent when nobody checked it: the data that could are not imported.
    pub verdict: Option<Verdict>,
    /// The words.
    pub evidence: Evidence,
}

/// Who says a claim.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct StatedBy {
    /// Publisher of the document.
    pub source: Option<String>,
    /// Id of the document, for one without a publisher.
    pub document: String,
    /// The person or body the document quotes, as written; absent when it speaks for itself.
    pub by: Option<String>,
}

/// A person seen in an office.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Occupancy {
    /// Name as written, of the newest document.
    pub name: String,
    /// What the person is called in a language, as documents of that language spell the name.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub called: BTreeMap<String, String>,
    /// Other spellings.
    pub spellings: Vec<String>,
    /// Ids of the judgements on the person.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub judged: Vec<String>,
    /// State or organisation served.
    pub party: Option<String>,
    /// The office as written, of the newest document; absent when none is told.
    pub office: Option<OfficeLine>,
    /// First day seen in it.
    pub first_seen: Option<String>,
    /// Last day seen in it.
    pub last_seen: Option<String>,
    /// Documents, by id.
    pub documents: Vec<String>,
    /// The name in each document.
    pub evidence: Vec<Evidence>,
}

/// Share of same votes in the UN General Assembly by year.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct VoteSeries {
    /// Years in order; a year without a joint vote is absent.
    pub points: Vec<VotePoint>,
}

/// One year of votes.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct VotePoint {
    /// The year.
    pub year: i32,
    /// Roll calls in which both voted.
    pub joint: u32,
    /// Of these, with the same vote.
    pub same: u32,
    /// Share of same votes.
    pub agree: f64,
    /// Mean share over all pairs with at least half of the roll calls.
    pub mean_of_all_pairs: Option<f64>,
    /// Share of these pairs that agree less; absent when the pair has fewer than half.
    pub percentile: Option<f64>,
    /// The two columns of the file.
    pub rows: Vec<Evidence>,
}

/// Trade both ways by year.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct TradeSeries {
    /// Unit of the values.
    pub unit: String,
    /// Years in order; a year without a row is absent.
    pub points: Vec<TradePoint>,
}

/// One year of trade; an absent value is unknown, not zero.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct TradePoint {
    /// The year.
    pub year: i32,
    /// What the first state imports from the second, as it reports.
    pub imports_of_a_from_b: Option<f64>,
    /// What the second state imports from the first, as it reports.
    pub imports_of_b_from_a: Option<f64>,
    /// The cells.
    pub rows: Vec<Evidence>,
}

/// An indicator file behind a brief.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FileUsed {
    /// Source id.
    pub source: String,
    /// What the source is called.
    pub title: String,
    /// Who released it.
    pub publisher: String,
    /// Licence.
    pub licence: String,
    /// Unit.
    pub unit: String,
    /// Name of the file.
    pub name: String,
    /// SHA-256 of its uncompressed bytes.
    pub sha256: String,
    /// Edition of the data.
    pub vintage: String,
}
