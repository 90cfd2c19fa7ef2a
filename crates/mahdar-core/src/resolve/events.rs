//! Which reports of many documents tell one event: by who, with whom, when and what.

use std::collections::BTreeSet;

use rustc_hash::FxHashMap;

use super::group::{Apart, Edge, groups};
use super::when::{Days, days};
use super::{Member, Source, most};
use crate::model::Event;

/// An event that one or more documents tell.
#[derive(Debug, Clone, PartialEq)]
pub struct EventCluster {
    /// Id of the earliest mention.
    pub id: String,
    /// Type.
    pub kind: String,
    /// The day or interval that most of the documents give, ISO.
    pub date: Option<String>,
    /// Parties of each side, as most of the documents give them.
    pub sides: Vec<Vec<String>>,
    /// The reports, the earliest first.
    pub members: Vec<Member>,
}

/// A report made ready for comparison.
struct Report<'a> {
    member: Member,
    event: &'a Event,
    sides: Vec<Vec<String>>,
    parties: BTreeSet<String>,
    days: Option<Days>,
    /// Heads of either side, by party: clusters of people, and whether more than one word of the name is told.
    heads: Vec<(String, usize, bool)>,
    /// Everybody present.
    present: BTreeSet<usize>,
    /// The place's state and words.
    place: Option<String>,
}

/// Weights, in the logarithm of odds; found on the development set of identities and kept round.
mod weigh {
    /// The same day, told by both.
    pub const DAY: f32 = 2.0;
    /// Days that may be the same.
    pub const MAYBE: f32 = 0.3;
    /// The day before or after: reports cross midnight.
    pub const NEXT: f32 = -0.7;
    /// A head in common.
    pub const HEAD: f32 = 1.5;
    /// Somebody else in common.
    pub const PRESENT: f32 = 0.7;
    /// The same parties and no others.
    pub const SAME_PARTIES: f32 = 0.5;
    /// Parties more on one side.
    pub const MORE_PARTIES: f32 = -0.8;
    /// Joined from here.
    pub const LEAST: f32 = 1.2;
    /// Share of pairs that keeps two groups apart.
    pub const APART: f32 = 0.2;
}

pub(super) fn events(
    sources: &[Source],
    order: &[usize],
    of: &FxHashMap<Member, usize>,
) -> Vec<EventCluster> {
    let mut reports: Vec<Report> = Vec::new();
    for &s in order {
        let source = &sources[s];
        for (number, event) in source.reading.events.iter().enumerate() {
            reports.push(report(source, Member { source: s, number }, event, of));
        }
    }
    // A block is a type and two of its parties: nothing outside it can be the same event.
    let mut blocks: FxHashMap<(&str, String, String), Vec<usize>> = FxHashMap::default();
    for (i, r) in reports.iter().enumerate() {
        let parties: Vec<&String> = r.parties.iter().collect();
        for (x, a) in parties.iter().enumerate() {
            for b in &parties[x + 1..] {
                blocks.entry((&r.event.kind, (*a).clone(), (*b).clone())).or_default().push(i);
            }
        }
    }
    let mut edges: Vec<Edge> = Vec::new();
    let mut seen: std::collections::HashSet<(usize, usize), rustc_hash::FxBuildHasher> = Default::default();
    for block in blocks.values() {
        for (x, &a) in block.iter().enumerate() {
            for &b in &block[x + 1..] {
                if !seen.insert((a, b)) || apart(&reports[a], &reports[b]) {
                    continue;
                }
                let weight = weight(&reports[a], &reports[b]);
                if weight > weigh::LEAST {
                    edges.push(Edge { a, b, weight });
                }
            }
        }
    }
    let mut out: Vec<EventCluster> = groups(reports.len(), edges, weigh::APART, |x, y| {
        if apart(&reports[x], &reports[y]) { Apart::Unlikely } else { Apart::No }
    })
    .into_iter()
    .map(|group| {
        let first = &reports[group[0]];
        EventCluster {
            id: first.event.id.clone(),
            kind: first.event.kind.clone(),
            date: most(group.iter().filter_map(|&i| {
                let date = reports[i].event.date.as_ref()?;
                matches!(date.precision.as_str(), "day" | "interval").then(|| date.value.clone())
            })),
            sides: most(group.iter().map(|&i| reports[i].sides.clone())).unwrap_or_default(),
            members: group.iter().map(|&i| reports[i].member).collect(),
        }
    })
    .collect();
    out.sort_by(|a, b| a.id.cmp(&b.id));
    out
}

fn report<'a>(
    source: &Source<'a>,
    member: Member,
    event: &'a Event,
    of: &FxHashMap<Member, usize>,
) -> Report<'a> {
    let sides: Vec<Vec<String>> = event
        .sides
        .iter()
        .map(|s| {
            let mut all: Vec<String> = s.party.iter().chain(&s.also).cloned().collect();
            all.sort();
            all
        })
        .collect();
    let mut heads = Vec::new();
    let mut present = BTreeSet::new();
    for side in &event.sides {
        for p in &side.participants {
            let Some(&who) = of.get(&Member { source: member.source, number: p.person }) else { continue };
            present.insert(who);
            if p.role == "principal"
                && let Some(party) = source.reading.persons[p.person].party.as_ref().or(side.party.as_ref())
            {
                let full = source.reading.persons[p.person].name.text.split_whitespace().count() > 1;
                heads.push((party.clone(), who, full));
            }
        }
    }
    Report {
        member,
        event,
        parties: sides.iter().flatten().cloned().collect(),
        sides,
        days: days(event, source.published),
        heads,
        present,
        place: event.place.as_ref().and_then(|p| p.state.clone()),
    }
}

/// Types in which no side comes first.
fn unordered(kind: &str) -> bool {
    matches!(kind, "MEET" | "CALL" | "SIGN" | "AGREE" | "COOPERATE")
}

/// Two reports that cannot tell one event.
fn apart(a: &Report, b: &Report) -> bool {
    if a.event.kind != b.event.kind {
        return true;
    }
    // What one document tells apart is apart, unless it only repeats itself.
    if a.member.source == b.member.source && a.present != b.present {
        return true;
    }
    if !unordered(&a.event.kind) && a.sides.len() > 1 && b.sides.len() > 1 {
        let touch = |x: &[String], y: &[String]| x.iter().any(|p| y.contains(p));
        if !touch(&a.sides[0], &b.sides[0]) || !touch(&a.sides[1], &b.sides[1]) {
            return true;
        }
    }
    if let (Some(x), Some(y)) = (a.days, b.days) {
        let most = match (x.told && y.told, a.event.kind.as_str()) {
            (true, "VISIT") => 2,
            (true, _) => 1,
            (false, _) => 0,
        };
        if x.gap(y) > most {
            return true;
        }
    }
    // Another head of the same party: another meeting, unless somebody is common to both.
    // A lone given name is no other head: it may be the same one, shortly told.
    let of = |r: &Report, party: &str| -> (Vec<usize>, bool) {
        let heads = || r.heads.iter().filter(|(p, ..)| p == party);
        (heads().map(|(_, who, _)| *who).collect(), heads().any(|(.., full)| *full))
    };
    a.heads.iter().any(|(party, ..)| {
        let ((mine, full), (theirs, also_full)) = (of(a, party), of(b, party));
        full && also_full && !theirs.is_empty() && !mine.iter().any(|who| theirs.contains(who))
    })
}

/// How surely two reports tell one event, in the logarithm of odds.
fn weight(a: &Report, b: &Report) -> f32 {
    let mut sum = 0.0;
    match (a.days, b.days) {
        (Some(x), Some(y)) if x.told && y.told => sum += if x.gap(y) == 0 { weigh::DAY } else { weigh::NEXT },
        (Some(_), Some(_)) => sum += weigh::MAYBE,
        _ => {}
    }
    let heads: BTreeSet<usize> = a.heads.iter().map(|(_, w, _)| *w).collect();
    let common =
        b.heads.iter().map(|(_, w, _)| *w).filter(|w| heads.contains(w)).collect::<BTreeSet<_>>().len();
    sum += weigh::HEAD * common.min(2) as f32;
    let others =
        a.present.intersection(&b.present).count() - common.min(a.present.intersection(&b.present).count());
    sum += weigh::PRESENT * others.min(3) as f32;
    sum += if a.parties == b.parties { weigh::SAME_PARTIES } else { weigh::MORE_PARTIES };
    if let (Some(x), Some(y)) = (&a.place, &b.place) {
        sum += if x == y { 0.5 } else { -0.5 };
    }
    sum
}
