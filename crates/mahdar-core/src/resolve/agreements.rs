//! Which documents between parties are one, and how far each has come.
//!
//! An agreement is told of by its parties, kind, subject and words; the same one is discussed, signed, ratified and in force
//! in documents of different years, so its days part it from others only where both tell of a signing.

use std::collections::BTreeSet;

use rustc_hash::{FxHashMap, FxHashSet};

use super::group::{Apart, Edge, Tied, groups};
use super::when::{Days, days};
use super::{EventCluster, Member, Source, mention_id, most};
use crate::model::Agreement;

/// An agreement that one or more documents tell of.
#[derive(Debug, Clone, PartialEq)]
pub struct AgreementCluster {
    /// Id of the earliest step.
    pub id: String,
    /// Its parties, sorted.
    pub parties: Vec<String>,
    /// What most of the documents call it: treaty, memorandum…
    pub kind: String,
    /// Topic id of its subject, where a document tells.
    pub sector: Option<String>,
    /// The steps: the event in which it is told, and its number there.
    pub steps: Vec<(Member, usize)>,
}

/// A step made ready for comparison.
struct Step<'a> {
    member: Member,
    number: usize,
    agreement: &'a Agreement,
    lang: &'a str,
    /// The event it is told in, as the record has it.
    event: usize,
    parties: BTreeSet<String>,
    /// When it was signed, if this tells of the signing itself.
    signed: Option<Days>,
    words: FxHashSet<String>,
}

/// Weights, in the logarithm of odds; found on the development set of identities and kept round.
mod weigh {
    /// The same parties and no others.
    pub const SAME_PARTIES: f32 = 1.0;
    /// Two parties in common.
    pub const SOME_PARTIES: f32 = 0.3;
    /// Called by the same word.
    pub const SAME_KIND: f32 = 0.4;
    /// One is called by a word for any document.
    pub const NEAR_KIND: f32 = -0.3;
    /// Called by words that translate each other badly.
    pub const OTHER_KIND: f32 = -2.5;
    /// The same subject.
    pub const SAME_SECTOR: f32 = 0.8;
    /// Subjects that are near.
    pub const NEAR_SECTOR: f32 = -0.3;
    /// Another subject.
    pub const OTHER_SECTOR: f32 = -2.0;
    /// About the same things by their titles.
    pub const SAME_SUBJECT: f32 = 1.2;
    /// About other things.
    pub const OTHER_SUBJECT: f32 = -1.0;
    /// Told of one event.
    pub const SAME_EVENT: f32 = 1.0;
    /// All words of the shorter title stand in the other, in one language.
    pub const SAME_WORDS: f32 = 1.5;
    /// None of them does.
    pub const OTHER_WORDS: f32 = -0.7;
    /// Signed on different days.
    pub const OTHER_DAY: f32 = -0.7;
    /// Joined from here.
    pub const LEAST: f32 = 0.8;
    /// Share of pairs that keeps two groups apart.
    pub const APART: f32 = 0.3;
}

/// Kinds that one document and another call the same thing by.
const GENERAL: [&str; 4] = ["treaty", "agreement", "convention", "other"];
/// What any document may be called.
const ANY: [&str; 2] = ["agreement", "other"];
/// Subjects that one document and another tell of the same thing.
const NEAR: [[&str; 2]; 2] = [["economy", "trade"], ["security", "military"]];
/// Two signings further apart than this, in days, are of two agreements.
const TWO_SIGNINGS: i32 = 120;

pub(super) fn agreements(
    sources: &[Source],
    order: &[usize],
    events: &[EventCluster],
) -> Vec<AgreementCluster> {
    let rank: FxHashMap<usize, usize> = order.iter().enumerate().map(|(i, s)| (*s, i)).collect();
    let mut steps: Vec<Step> = events
        .iter()
        .enumerate()
        .flat_map(|(number, cluster)| cluster.members.iter().map(move |m| (number, cluster, *m)))
        .flat_map(|(number, cluster, m)| {
            let event = &sources[m.source].reading.events[m.number];
            (0..event.agreements.len()).map(move |n| step(sources, number, cluster, m, n))
        })
        .collect();
    steps.sort_by_key(|s| (rank[&s.member.source], s.member.number, s.number));
    let mut blocks: FxHashMap<(&str, &str), Vec<usize>> = FxHashMap::default();
    for (i, step) in steps.iter().enumerate() {
        let parties: Vec<&str> = step.parties.iter().map(String::as_str).collect();
        for (x, a) in parties.iter().enumerate() {
            parties[x + 1..].iter().for_each(|b| blocks.entry((a, b)).or_default().push(i));
        }
    }
    let mut edges: Vec<Edge> = Vec::new();
    let mut seen: FxHashSet<(usize, usize)> = FxHashSet::default();
    for block in blocks.values() {
        for (x, &a) in block.iter().enumerate() {
            for &b in &block[x + 1..] {
                if seen.insert((a, b)) && apart(&steps[a], &steps[b]) == Apart::No {
                    let weight = weight(&steps[a], &steps[b]);
                    if weight > weigh::LEAST {
                        edges.push(Edge { a, b, weight });
                    }
                }
            }
        }
    }
    let apart = |x: usize, y: usize| apart(&steps[x], &steps[y]);
    let mut out: Vec<AgreementCluster> = groups(steps.len(), edges, weigh::APART, apart, &Tied::default())
        .into_iter()
        .map(|group| {
            let first = &steps[group[0]];
            let of = || group.iter().map(|&i| &steps[i]);
            let id = mention_id(
                sources[first.member.source].document,
                "agreement",
                first.agreement.field,
                first.agreement.span,
            );
            AgreementCluster {
                id,
                parties: most(of().map(|s| s.parties.iter().cloned().collect())).unwrap_or_default(),
                // The word that says more than "agreement" is kept.
                kind: most(
                    of().map(|s| s.agreement.kind.clone()).filter(|k| k != GENERAL[3] && k != GENERAL[1]),
                )
                .unwrap_or_else(|| first.agreement.kind.clone()),
                sector: most(of().filter_map(|s| s.agreement.sector.clone())),
                steps: of().map(|s| (s.member, s.number)).collect(),
            }
        })
        .collect();
    out.sort_by(|a, b| a.id.cmp(&b.id));
    out
}

fn step<'a>(
    sources: &[Source<'a>],
    number: usize,
    cluster: &EventCluster,
    member: Member,
    n: usize,
) -> Step<'a> {
    let source = &sources[member.source];
    let event = &source.reading.events[member.number];
    let agreement = &event.agreements[n];
    // A text that is only told of on the way need not have been signed about the day of its release.
    let told =
        days(event, source.published, source.leads(event)).filter(|d| d.told || !d.is_vague() && event.main);
    Step {
        member,
        number: n,
        agreement,
        lang: source.lang,
        event: number,
        parties: cluster.sides.iter().flatten().cloned().collect(),
        signed: told.filter(|_| agreement.status == "signed" && event.status == "happened"),
        words: words(&agreement.title),
    }
}

/// Words of a title that say something, cut so that endings do not count.
fn words(title: &str) -> FxHashSet<String> {
    let long = title.split(|c: char| !c.is_alphanumeric()).filter(|word| word.chars().count() > 3);
    long.map(|word| word.to_lowercase().chars().take(5).collect()).collect()
}

fn apart(a: &Step, b: &Step) -> Apart {
    // One event names them side by side, and neither is the other in short.
    if a.member == b.member
        && a.agreement.field == b.agreement.field
        && !a.words.is_subset(&b.words)
        && !b.words.is_subset(&a.words)
    {
        return Apart::Never;
    }
    match (a.signed, b.signed) {
        (Some(x), Some(y)) if x.gap(y) > TWO_SIGNINGS => Apart::Unlikely,
        _ if kinds(a.agreement, b.agreement) <= weigh::OTHER_KIND
            || sectors(a.agreement, b.agreement) <= weigh::OTHER_SECTOR =>
        {
            Apart::Unlikely
        }
        _ => Apart::No,
    }
}

/// How much alike two documents are by what they are called, in the logarithm of odds.
pub(super) fn alike(a: &Agreement, b: &Agreement, one_language: bool) -> f32 {
    kinds(a, b)
        + sectors(a, b)
        + subjects(a, b)
        + if one_language { shared_words(&words(&a.title), &words(&b.title)) } else { 0.0 }
}

fn shared_words(a: &FxHashSet<String>, b: &FxHashSet<String>) -> f32 {
    let fewer = a.len().min(b.len());
    if fewer == 0 {
        return 0.0;
    }
    let share = a.intersection(b).count() as f32 / fewer as f32;
    if share > 0.0 { weigh::SAME_WORDS * share } else { weigh::OTHER_WORDS }
}

fn kinds(a: &Agreement, b: &Agreement) -> f32 {
    let (x, y) = (a.kind.as_str(), b.kind.as_str());
    match () {
        () if x == y => weigh::SAME_KIND,
        () if GENERAL.contains(&x) && GENERAL.contains(&y) => 0.0,
        () if ANY.contains(&x) || ANY.contains(&y) => weigh::NEAR_KIND,
        () => weigh::OTHER_KIND,
    }
}

/// A title may be shorter than the other: what the shorter one tells is looked for.
fn subjects(a: &Agreement, b: &Agreement) -> f32 {
    let fewer = a.subjects.len().min(b.subjects.len());
    if fewer == 0 {
        return 0.0;
    }
    let common = a.subjects.iter().filter(|s| b.subjects.contains(s)).count();
    if common > 0 { weigh::SAME_SUBJECT * common as f32 / fewer as f32 } else { weigh::OTHER_SUBJECT }
}

fn sectors(a: &Agreement, b: &Agreement) -> f32 {
    let (Some(x), Some(y)) = (&a.sector, &b.sector) else { return 0.0 };
    match () {
        () if x == y => weigh::SAME_SECTOR,
        () if NEAR.iter().any(|near| near.contains(&x.as_str()) && near.contains(&y.as_str())) => {
            weigh::NEAR_SECTOR
        }
        () => weigh::OTHER_SECTOR,
    }
}

/// How surely two steps are of one agreement, in the logarithm of odds.
fn weight(a: &Step, b: &Step) -> f32 {
    let mut sum = if a.parties == b.parties { weigh::SAME_PARTIES } else { weigh::SOME_PARTIES };
    sum += kinds(a.agreement, b.agreement)
        + sectors(a.agreement, b.agreement)
        + subjects(a.agreement, b.agreement);
    if a.event == b.event {
        sum += weigh::SAME_EVENT;
    }
    if let (Some(x), Some(y)) = (a.signed, b.signed)
        && x.told
        && y.told
        && x.gap(y) > 3
    {
        sum += weigh::OTHER_DAY;
    }
    if a.lang == b.lang {
        sum += shared_words(&a.words, &b.words);
    }
    sum
}
