//! The figures of a brief on two states: every line with the words or the rows behind it.
//!
//! Knows no words of a page and no layout; what the lines are stands in `lines`.

mod called;
mod lines;
mod meetings;
mod occupancies;
mod series;
mod together;

pub use lines::*;

use mahdar_core::By;
use mahdar_core::resolve::{Ruling, Tables};
use mahdar_store::{Record, RecordedClaim, RecordedEvent, StoreError, StoredReading, View};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::evidence::{self, Evidence};
use crate::verdicts::{self, Reason, VerdictKind, Why};

use series::Series;
use together::Together;
pub(crate) use together::fullness;

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
/// One meeting stands once, however many documents tell it, and one person under one name; `tables` tell which names are
/// one (see `mahdar_core::resolve`).
///
/// Documents released later and events dated later are left out, unless they were planned; what has no day stays,
/// and is named in `gaps`. The same record and day give the same brief.
pub fn brief(
    record: &Record,
    tables: &Tables,
    a: &str,
    b: &str,
    as_of: Option<&str>,
) -> Result<Brief, StoreError> {
    let events = record.events_between(a, b)?;
    let events: Vec<RecordedEvent> = events.into_iter().filter(|event| was_known(event, as_of)).collect();
    let claims = record.claims_of_pair(a, b)?;
    let claims: Vec<RecordedClaim> = claims
        .into_iter()
        .filter(|claim| !is_later(claim.reading.document.head.published.as_deref(), as_of))
        .collect();
    let (view, events, claims) = seen(record, tables, events, claims)?;
    let together = Together::of(tables, &view, &events);
    let Series { votes, trade, files } = series::series(record, a, b, as_of)?;
    let mut brief = Brief {
        pair: [a.to_string(), b.to_string()],
        as_of: as_of.map(str::to_string),
        meetings: together.meetings(&events),
        areas: areas(record, &claims, as_of)?,
        occupancies: occupancies::occupancies(&events, &together, a, b),
        votes,
        trade,
        documents: documents(&events, &claims),
        files,
        ..Brief::default()
    };
    // The newest first; a meeting without a day stands where the document that tells it was released.
    brief.meetings.sort_by_cached_key(|meeting| std::cmp::Reverse(told_on(meeting)));
    brief.judgements = judgements(record, &brief)?;
    brief.counts = counts(&brief);
    brief.gaps = gaps(&brief);
    Ok(brief)
}

/// The readings behind events and claims, resolved together, and both in them: redacted people are masked there.
pub(crate) fn seen(
    record: &Record,
    tables: &Tables,
    mut events: Vec<RecordedEvent>,
    mut claims: Vec<RecordedClaim>,
) -> Result<(View, Vec<RecordedEvent>, Vec<RecordedClaim>), StoreError> {
    let mut asked: Vec<Arc<StoredReading>> = vec![];
    let mut at: BTreeMap<*const StoredReading, usize> = BTreeMap::new();
    let all = events.iter().map(|e| &e.reading).chain(claims.iter().map(|c| &c.reading));
    for reading in all {
        at.entry(Arc::as_ptr(reading)).or_insert_with(|| {
            asked.push(reading.clone());
            asked.len() - 1
        });
    }
    let view = record.view(tables, &asked)?;
    for event in &mut events {
        event.reading = view.readings[at[&Arc::as_ptr(&event.reading)]].clone();
    }
    for claim in &mut claims {
        claim.reading = view.readings[at[&Arc::as_ptr(&claim.reading)]].clone();
    }
    Ok((view, events, claims))
}

/// The judgements that bear on lines of a brief.
fn judgements(record: &Record, brief: &Brief) -> Result<Vec<JudgementLine>, StoreError> {
    let people = brief.meetings.iter().flat_map(|m| &m.sides).flat_map(|side| &side.participants);
    let on_people = people.flat_map(|p| &p.judged).chain(brief.occupancies.iter().flat_map(|o| &o.judged));
    let named: BTreeSet<&String> = brief.meetings.iter().flat_map(|m| &m.judged).chain(on_people).collect();
    let judgements = record.judgements()?;
    let lines = judgements.iter().filter(|j| named.contains(&j.id)).map(|judgement| {
        let (kind, field, value) = match &judgement.ruling {
            Ruling::Merge { .. } => ("merge", None, None),
            Ruling::Split { .. } => ("split", None, None),
            Ruling::Correct { field, value, .. } => ("correct", Some(field.clone()), Some(value.clone())),
            Ruling::Redact { .. } => ("redact", None, None),
            Ruling::Undo { .. } => ("undo", None, None),
        };
        JudgementLine {
            id: judgement.id.clone(),
            kind: kind.to_string(),
            field,
            value,
            by: judgement.by.clone(),
            day: judgement.at.get(..10).unwrap_or_default().to_string(),
            reason: judgement.reason.clone(),
        }
    });
    Ok(lines.collect())
}

fn is_later(day: Option<&str>, as_of: Option<&str>) -> bool {
    matches!((day, as_of), (Some(day), Some(as_of)) if day > as_of)
}

pub(crate) fn was_known(event: &RecordedEvent, as_of: Option<&str>) -> bool {
    let happened = event.event().status == "happened";
    let published = event.reading.document.head.published.as_deref();
    !(is_later(published, as_of) || (happened && is_later(event.day(), as_of)))
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

/// The resolved day of a meeting, else the day of release of its document; empty when neither is known.
fn told_on(meeting: &Meeting) -> String {
    let resolved = meeting.date.as_ref().filter(|date| is_resolved(&date.precision));
    let released = meeting.evidence.iter().find_map(|evidence| match evidence {
        Evidence::Words(told) => told.published.clone(),
        Evidence::Row(_) => None,
    });
    resolved.map(|date| date.value.clone()).or(released).unwrap_or_default()
}

/// Documents behind the events and claims, the newest first, the undated last.
fn documents(events: &[RecordedEvent], claims: &[RecordedClaim]) -> Vec<DocumentRef> {
    let readings = events.iter().map(|event| &event.reading).chain(claims.iter().map(|claim| &claim.reading));
    let mut found: Vec<DocumentRef> = vec![];
    let mut known: BTreeSet<&str> = BTreeSet::new();
    for reading in readings {
        let head = &reading.document.head;
        if known.insert(&head.id) {
            found.push(head.clone());
        }
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
