//! The figures of a brief on two states: every line with the words or the rows behind it.
//!
//! Serialises as `mahdar brief --format json`. Knows no words of a page and no layout.

mod meetings;
mod occupancies;
mod series;

use mahdar_core::{By, Claim, EventDate};
use mahdar_store::{Record, RecordedClaim, RecordedEvent, StoreError};
use serde::{Deserialize, Serialize};

use crate::verdicts::{self, Reason, Verdict, VerdictKind, Why};
use crate::{Evidence, evidence};

use series::Series;

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
    /// Interactions of the two, the newest first, the undated last.
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
    pub documents: Vec<DocumentUsed>,
    /// Indicator files behind it.
    pub files: Vec<FileUsed>,
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
    /// Id of the document.
    pub document: String,
    /// The trigger, then the other words that report the same.
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
    /// The fullest form of the name in the document.
    pub name: String,
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
    /// Other spellings.
    pub spellings: Vec<String>,
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

/// A document behind a brief.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DocumentUsed {
    /// Id.
    pub id: String,
    /// Version in the record, from 1.
    pub version: u32,
    /// Headline.
    pub title: String,
    /// Publisher.
    pub source: Option<String>,
    /// Where it was released.
    pub url: Option<String>,
    /// When.
    pub published: Option<String>,
    /// Language.
    pub lang: Option<String>,
    /// SHA-256 of title, line feed, text.
    pub text_sha256: String,
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

/// Areas in the order of the contract; others follow by name.
const AREAS: [&str; 11] = [
    "politics",
    "economy",
    "trade",
    "security",
    "energy",
    "mobility",
    "culture",
    "education",
    "technology",
    "environment",
    "consular",
];

/// The figures of a brief on two states, of what was known on a day.
///
/// Documents released later and events dated later are left out, unless they were planned; what has no day stays,
/// and is named in `gaps`. The same record and day give the same brief.
pub fn brief(record: &Record, a: &str, b: &str, as_of: Option<&str>) -> Result<Brief, StoreError> {
    let events = record.events_between(a, b)?;
    let events: Vec<RecordedEvent> = events.into_iter().filter(|event| was_known(event, as_of)).collect();
    let claims = record.claims_of_pair(a, b)?;
    let claims: Vec<RecordedClaim> = claims
        .into_iter()
        .filter(|claim| !is_later(claim.reading.document.head.published.as_deref(), as_of))
        .collect();
    let Series { votes, trade, files } = series::series(record, a, b, as_of)?;
    let mut brief = Brief {
        pair: [a.to_string(), b.to_string()],
        as_of: as_of.map(str::to_string),
        meetings: events.iter().map(meetings::meeting).collect(),
        areas: areas(record, &claims, as_of)?,
        occupancies: occupancies::occupancies(&events, a, b),
        votes,
        trade,
        documents: documents(&events, &claims),
        files,
        ..Brief::default()
    };
    brief.counts = counts(&brief);
    brief.gaps = gaps(&brief);
    Ok(brief)
}

fn is_later(day: Option<&str>, as_of: Option<&str>) -> bool {
    matches!((day, as_of), (Some(day), Some(as_of)) if day > as_of)
}

fn was_known(event: &RecordedEvent, as_of: Option<&str>) -> bool {
    let happened = event.event().status == "happened";
    !is_later(event.reading.document.head.published.as_deref(), as_of)
        && !(happened && is_later(event.day(), as_of))
}

fn areas(record: &Record, claims: &[RecordedClaim], as_of: Option<&str>) -> Result<Vec<Area>, StoreError> {
    let mut areas: Vec<Area> = vec![];
    for recorded in claims {
        let line = claim_line(record, recorded, as_of)?;
        match areas.iter_mut().find(|area| area.area == line.claim.area) {
            Some(area) => area.claims.push(line),
            None => areas.push(Area { area: line.claim.area.clone(), claims: vec![line] }),
        }
    }
    let place = |area: &Area| AREAS.iter().position(|known| *known == area.area).unwrap_or(AREAS.len());
    areas.sort_by(|x, y| place(x).cmp(&place(y)).then_with(|| x.area.cmp(&y.area)));
    Ok(areas)
}

fn claim_line(
    record: &Record,
    recorded: &RecordedClaim,
    as_of: Option<&str>,
) -> Result<ClaimLine, StoreError> {
    let (claim, document) = (recorded.claim(), &recorded.reading.document);
    // "Today" in a claim is the day of its text.
    let day = document.head.published.as_deref().or(as_of);
    let verdict = verdicts::check(record, claim, day)?;
    let unchecked = matches!(verdict.why, Why::None { reason: Reason::NotImported });
    let by = match &claim.by {
        None => None,
        Some(By::Person(number)) => {
            recorded.reading.reading.persons.get(*number).map(|person| person.name.text.clone())
        }
        Some(By::Named(words)) => Some(words.text.clone()),
    };
    Ok(ClaimLine {
        claim: claim.clone(),
        stated_by: StatedBy { source: document.head.source.clone(), document: document.head.id.clone(), by },
        verdict: (!unchecked).then_some(verdict),
        evidence: evidence::words(document, &claim.words),
    })
}

/// Documents behind the events and claims, the newest first, the undated last.
fn documents(events: &[RecordedEvent], claims: &[RecordedClaim]) -> Vec<DocumentUsed> {
    let readings = events.iter().map(|event| &event.reading).chain(claims.iter().map(|claim| &claim.reading));
    let mut found: Vec<DocumentUsed> = vec![];
    for reading in readings {
        let head = &reading.document.head;
        if found.iter().any(|document| document.id == head.id) {
            continue;
        }
        found.push(DocumentUsed {
            id: head.id.clone(),
            version: head.version,
            title: head.title.clone(),
            source: head.source.clone(),
            url: head.url.clone(),
            published: head.published.clone(),
            lang: head.lang.clone(),
            text_sha256: head.text_sha256.clone(),
        });
    }
    found.sort_by(|x, y| y.published.cmp(&x.published).then_with(|| x.id.cmp(&y.id)));
    found
}

fn counts(brief: &Brief) -> Counts {
    let claims = || brief.areas.iter().flat_map(|area| &area.claims);
    let with =
        |kind| claims().filter(|line| line.verdict.as_ref().is_some_and(|v| v.verdict == kind)).count();
    let mut persons: Vec<_> = brief.occupancies.iter().map(|seen| (&seen.name, &seen.party)).collect();
    persons.sort();
    persons.dedup();
    let is_dated =
        |meeting: &&Meeting| meeting.date.as_ref().is_some_and(|date| is_resolved(&date.precision));
    let (supported, partly, contradicted) =
        (with(VerdictKind::Supported), with(VerdictKind::Partly), with(VerdictKind::Contradicted));
    Counts {
        documents: brief.documents.len(),
        meetings: brief.meetings.len(),
        undated: brief.meetings.len() - brief.meetings.iter().filter(is_dated).count(),
        persons: persons.len(),
        claims: claims().count(),
        checked: supported + partly + contradicted,
        supported,
        partly,
        contradicted,
        not_checkable: with(VerdictKind::NotCheckable),
        not_a_claim: with(VerdictKind::NotAClaim),
        not_checked: claims().filter(|line| line.verdict.is_none()).count(),
    }
}

fn is_resolved(precision: &str) -> bool {
    matches!(precision, "day" | "month" | "year" | "interval")
}

fn gaps(brief: &Brief) -> Vec<Gap> {
    let counts = &brief.counts;
    let recorded = counts.documents > 0;
    let is_named = |state: &String| {
        let mut sides = brief.meetings.iter().flat_map(|meeting| &meeting.sides);
        sides.any(|side| side.party.as_ref() == Some(state) && !side.participants.is_empty())
    };
    let found = [
        (Gap::NothingRecorded, !recorded),
        (Gap::NoMeetings, recorded && counts.meetings == 0),
        (Gap::OneDocument, counts.documents == 1),
        (Gap::UndatedMeeting, counts.undated > 0),
        (Gap::UndatedDocument, brief.documents.iter().any(|document| document.published.is_none())),
        (Gap::OneSideUnnamed, counts.meetings > 0 && !brief.pair.iter().all(is_named)),
        (Gap::NoClaims, recorded && counts.claims == 0),
        (Gap::NoVotes, brief.votes.as_ref().is_none_or(|votes| votes.points.is_empty())),
        (Gap::NoTrade, brief.trade.as_ref().is_none_or(|trade| trade.points.is_empty())),
    ];
    found.into_iter().filter(|(_, holds)| *holds).map(|(gap, _)| gap).collect()
}
