//! The agreements of two parties, each once, with how far it has come and what was not heard of again.

use mahdar_core::Words;
use mahdar_core::resolve::{AgreementCluster, Tables};
use mahdar_store::{Record, RecordedEvent, StoreError, View};
use serde::{Deserialize, Serialize};

use crate::brief::{seen, was_known};
use crate::evidence::{self, Evidence};

/// The agreements of a pair, as of a day.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct Agreements {
    /// The two parties, in the order asked.
    pub pair: [String; 2],
    /// Ages count to this day; nothing released later is in it. Absent when no document has a day.
    pub as_of: Option<String>,
    /// The agreements: those that were signed and not heard of since first, the oldest first; then the others, the newest first.
    pub agreements: Vec<AgreementLife>,
}

/// An agreement through its documents.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct AgreementLife {
    /// Id of its earliest step.
    pub id: String,
    /// The fullest title, as written.
    pub title: String,
    /// treaty, agreement, memorandum…
    pub kind: String,
    /// Topic id of its subject.
    pub sector: Option<String>,
    /// All its parties.
    pub parties: Vec<String>,
    /// How far it has come: discussed, signed, ratified, in-force or done.
    pub status: String,
    /// Day on which it came so far, as far as documents tell.
    pub since: Option<String>,
    /// Day of the last document that tells of it.
    pub last_heard: Option<String>,
    /// It was signed, and no document tells that it went further.
    pub silent_since_signing: bool,
    /// Days from `since` to the day asked, of those that nothing was heard of.
    pub age_days: Option<i32>,
    /// The same in years, one decimal.
    pub age_years: Option<f64>,
    /// Every telling, the earliest first.
    pub steps: Vec<AgreementStep>,
}

/// One document's word on how far an agreement has come.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct AgreementStep {
    /// discussed, signed, ratified, in-force or done.
    pub status: String,
    /// The day: of the event, else of release.
    pub day: Option<String>,
    /// The day is that of the release, not of the event.
    pub day_of_release: bool,
    /// Id of the document.
    pub document: String,
    /// Id of the event in which it is told.
    pub event: String,
    /// The title as written there.
    pub title: String,
    /// Names of those who signed.
    pub signatories: Vec<String>,
    /// The words.
    pub evidence: Evidence,
}

/// How far each status is.
const WAY: [&str; 5] = ["discussed", "signed", "ratified", "in-force", "done"];

/// The agreements of two parties, as known on a day; the newest day of release in the record when none is given.
pub fn agreements(
    record: &Record,
    tables: &Tables,
    a: &str,
    b: &str,
    as_of: Option<&str>,
) -> Result<Agreements, StoreError> {
    let newest = || -> Result<Option<String>, StoreError> {
        Ok(record.documents()?.into_iter().filter_map(|document| document.published).max())
    };
    let as_of = as_of.map(str::to_string).map_or_else(newest, |day| Ok(Some(day)))?;
    let events = record.events_between(a, b)?;
    let events: Vec<RecordedEvent> =
        events.into_iter().filter(|event| was_known(event, as_of.as_deref())).collect();
    let (view, _, _) = seen(record, tables, events, vec![])?;
    let both = |cluster: &&AgreementCluster| {
        cluster.parties.iter().any(|p| p == a) && cluster.parties.iter().any(|p| p == b)
    };
    let mut agreements: Vec<AgreementLife> =
        view.resolution.agreements.iter().filter(both).map(|c| life(&view, c, as_of.as_deref())).collect();
    agreements.sort_by(|x, y| {
        let silent = y.silent_since_signing.cmp(&x.silent_since_signing);
        let age = if x.silent_since_signing { x.since.cmp(&y.since) } else { y.since.cmp(&x.since) };
        silent.then(age).then_with(|| x.id.cmp(&y.id))
    });
    Ok(Agreements { pair: [a.to_string(), b.to_string()], as_of, agreements })
}

fn life(view: &View, cluster: &AgreementCluster, as_of: Option<&str>) -> AgreementLife {
    let mut steps: Vec<AgreementStep> = cluster
        .steps
        .iter()
        .map(|(member, number)| {
            let stored = &view.readings[member.source];
            let told = RecordedEvent { reading: stored.clone(), number: member.number };
            let event = told.event();
            let agreement = &event.agreements[*number];
            // Of what is planned the day is still to come; the document tells how far it is on its own day.
            let day = told.day().filter(|_| event.status == "happened").map(str::to_string);
            let words = Words { text: agreement.title.clone(), span: agreement.span, field: agreement.field };
            let signed = agreement.signatories.iter().filter(|n| **n < stored.reading.persons.len());
            AgreementStep {
                status: agreement.status.clone(),
                day_of_release: day.is_none(),
                day: day.or_else(|| stored.document.head.published.clone()),
                document: stored.document.head.id.clone(),
                event: event.id.clone(),
                title: agreement.title.clone(),
                signatories: signed.map(|n| stored.name(*n).to_string()).collect(),
                evidence: evidence::words(&stored.document, &words),
            }
        })
        .collect();
    let undated = |step: &AgreementStep| (step.day.is_none(), step.day.clone(), way(&step.status));
    steps.sort_by_key(|step| (undated(step), step.document.clone()));
    let furthest = steps.iter().map(|step| way(&step.status)).max().unwrap_or_default();
    let since = steps.iter().filter(|step| way(&step.status) == furthest).find_map(|step| step.day.clone());
    let last_heard = cluster
        .steps
        .iter()
        .filter_map(|(member, _)| view.readings[member.source].document.head.published.clone())
        .max();
    let silent = WAY[furthest] == "signed";
    let age_days = since.as_deref().zip(as_of).filter(|_| silent).and_then(|(from, to)| days(from, to));
    let fullest =
        steps.iter().max_by_key(|step| (step.title.chars().count(), std::cmp::Reverse(&step.document)));
    AgreementLife {
        id: cluster.id.clone(),
        title: fullest.map(|step| step.title.clone()).unwrap_or_default(),
        kind: cluster.kind.clone(),
        sector: cluster.sector.clone(),
        parties: cluster.parties.clone(),
        status: WAY[furthest].to_string(),
        since,
        last_heard,
        silent_since_signing: silent,
        age_days,
        age_years: age_days.map(|days| (f64::from(days) / 36.525).round() / 10.0),
        steps,
    }
}

fn way(status: &str) -> usize {
    WAY.iter().position(|known| *known == status).unwrap_or_default()
}

/// Days from one day to another; None when the first is later or either is no day.
fn days(from: &str, to: &str) -> Option<i32> {
    let days = mahdar_core::resolve::day_number(to)? - mahdar_core::resolve::day_number(from)?;
    (days >= 0).then_some(days)
}
