//! Which reports of many documents tell one event: by who, with whom, when and what.

use std::collections::{BTreeMap, BTreeSet};

use rustc_hash::FxHashMap;

use super::agreements::alike;
use super::group::{Apart, Edge, Tied, groups};
use super::judgements::{self, Bound, Kind};
use super::when::{Days, days, number};
use super::{Member, Source, most};
use crate::model::{Event, Office, are_two_offices};

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
    /// Ids of the judgements that bear on it, the oldest first.
    pub judged: Vec<String>,
    /// Id of the visit that the event is a part of; of a visit, the tour.
    pub part_of: Option<String>,
}

/// A report made ready for comparison.
struct Report<'a> {
    member: Member,
    event: &'a Event,
    lang: &'a str,
    sides: Vec<Vec<String>>,
    parties: BTreeSet<String>,
    days: Option<Days>,
    /// Day of release.
    released: Option<i32>,
    /// Heads of either side, by party: clusters of people, and whether more than one word of the name is told.
    heads: Vec<(String, usize, bool)>,
    /// Offices of the heads, by party, and whether a name tells who holds them.
    posts: Vec<(&'a str, Vec<&'a Office>, bool)>,
    /// Everybody present.
    present: BTreeSet<usize>,
    /// The place's state and words.
    place: Option<String>,
}

/// Weights, in the logarithm of odds; found on the development set of identities and kept round.
mod weigh {
    /// The same day, told by both.
    pub const DAY: f32 = 2.0;
    /// One or both are told by their release alone, and that is the same day or the next.
    pub const CLOSE: f32 = 1.0;
    /// The same day, which one or both have from what stands before them.
    pub const LENT: f32 = 1.6;
    /// Days that may be the same.
    pub const MAYBE: f32 = 0.3;
    /// One has neither a day nor a day of release: people meet more than once.
    pub const UNDATED: f32 = -2.5;
    /// Signings of documents that seem the same.
    pub const SAME_PAPER: f32 = 1.0;
    /// Signings of documents that seem two.
    pub const OTHER_PAPER: f32 = -1.5;
    /// Documents seem the same from here.
    pub const PAPER: f32 = 0.8;
    /// The day before or after: reports cross midnight.
    pub const NEXT: f32 = -3.0;
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
    judged: &Bound,
) -> Vec<EventCluster> {
    let states = states(sources, of);
    let mut reports: Vec<Report> = Vec::new();
    for &s in order {
        let source = &sources[s];
        for (number, event) in source.reading.events.iter().enumerate() {
            reports.push(report(source, Member { source: s, number }, event, of, &states));
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
    for block in blocks.values_mut() {
        // By days, so that a report is looked at beside those about its time alone; without a day beside all.
        block.sort_by_key(|&i| (reports[i].days.map(|d| d.from), i));
        for (x, &first) in block.iter().enumerate() {
            for &second in &block[x + 1..] {
                let (a, b) = (first.min(second), first.max(second));
                if let (Some(d), Some(e)) = (reports[first].days, reports[second].days)
                    && e.from > d.to + MOST_GAP
                {
                    break;
                }
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
    let at: FxHashMap<Member, usize> = reports.iter().enumerate().map(|(i, r)| (r.member, i)).collect();
    let tied = Tied {
        must: judged.pairs(Kind::Event, &judged.must, &at),
        cannot: judged.pairs(Kind::Event, &judged.cannot, &at),
    };
    let seems_two = |x: usize, y: usize| {
        if apart(&reports[x], &reports[y]) { Apart::Unlikely } else { Apart::No }
    };
    let mut out: Vec<EventCluster> = groups(reports.len(), edges, weigh::APART, seems_two, &tied)
        .into_iter()
        .map(|group| cluster(&reports, &group, judged))
        .collect();
    out.sort_by(|a, b| a.id.cmp(&b.id));
    parts(&mut out, &reports, &at);
    out
}

/// An event as it lies in a visit.
struct Inside {
    kind: String,
    id: String,
    sides: Vec<BTreeSet<String>>,
    days: Vec<Days>,
    sources: BTreeSet<usize>,
    heads: BTreeSet<usize>,
    place: Option<String>,
}

/// Which events are parts of a visit, and which visits of a tour.
///
/// A visit holds what its guest did with his host in the host's state in its days; where one of the two has no day, what a
/// document tells of both.
fn parts(events: &mut [EventCluster], reports: &[Report], at: &FxHashMap<Member, usize>) {
    let inside: Vec<Inside> = events
        .iter()
        .map(|event| {
            let told = || event.members.iter().filter_map(|m| at.get(m)).map(|&i| &reports[i]);
            Inside {
                kind: event.kind.clone(),
                id: event.id.clone(),
                sides: event.sides.iter().map(|side| side.iter().cloned().collect()).collect(),
                days: told().filter_map(|r| r.days).filter(|d| d.told).collect(),
                sources: event.members.iter().map(|m| m.source).collect(),
                heads: told().flat_map(|r| &r.present).copied().collect(),
                place: most(told().filter_map(|r| r.place.clone())),
            }
        })
        .collect();
    // A visit stands with both its states, so that not every pair is looked at.
    let mut visits: FxHashMap<(&str, &str), Vec<usize>> = FxHashMap::default();
    for (i, visit) in inside.iter().enumerate().filter(|(_, e)| e.kind == VISIT && e.sides.len() > 1) {
        for guest in &visit.sides[0] {
            visit.sides[1].iter().for_each(|host| visits.entry((guest, host)).or_default().push(i));
        }
    }
    let mut found: Vec<Option<usize>> = Vec::with_capacity(inside.len());
    for (i, part) in inside.iter().enumerate() {
        let parties: BTreeSet<&String> = part.sides.iter().flatten().collect();
        let mut of: Vec<usize> = parties
            .iter()
            .flat_map(|a| parties.iter().map(move |b| (a.as_str(), b.as_str())))
            .filter_map(|pair| visits.get(&pair))
            .flatten()
            .copied()
            .filter(|v| *v != i)
            .collect();
        of.sort_unstable();
        of.dedup();
        let best = of.into_iter().filter_map(|v| Some((within(part, &inside[v])?, v)));
        // The most surely, then the one with fewer states, then the first by id.
        found.push(
            best.max_by_key(|(sure, v)| {
                (*sure, std::cmp::Reverse(inside[*v].sides[1].len()), std::cmp::Reverse(*v))
            })
            .map(|(_, v)| v),
        );
    }
    for (event, visit) in events.iter_mut().zip(found) {
        event.part_of = visit.map(|v| inside[v].id.clone());
    }
}

const VISIT: &str = "VISIT";

/// How surely an event is a part of a visit; None when it is none.
fn within(part: &Inside, visit: &Inside) -> Option<u8> {
    let (guests, hosts) = (&visit.sides[0], &visit.sides[1]);
    let fits = match part.kind.as_str() {
        // A stop of a tour.
        VISIT => {
            part.sides.len() > 1
                && !part.sides[0].is_disjoint(guests)
                && part.sides[1].len() < hosts.len()
                && part.sides[1].is_subset(hosts)
        }
        "MEET" | "SIGN" | "AGREE" => {
            let has = |of: &BTreeSet<String>| part.sides.iter().any(|side| !side.is_disjoint(of));
            has(guests) && has(hosts) && part.place.as_ref().is_none_or(|place| hosts.contains(place))
        }
        _ => false,
    };
    if !fits {
        return None;
    }
    let together = !part.sources.is_disjoint(&visit.sources);
    let common = !part.heads.is_disjoint(&visit.heads);
    let named = !part.heads.is_empty() && !visit.heads.is_empty();
    match (part.days.is_empty() || visit.days.is_empty(), together) {
        // Days of both: they must meet; a single day of a visit is that of the arrival or of the report.
        (false, _) => {
            let near = |d: &Days, v: &Days| d.gap(*v) <= i32::from(v.from == v.to);
            let meets = part.days.iter().any(|d| visit.days.iter().any(|v| near(d, v)));
            (meets && (common || together || !named)).then_some(u8::from(common) * 2 + u8::from(together))
        }
        (true, true) => Some(u8::from(common) * 2),
        (true, false) => None,
    }
}

/// A group of reports as one event; what was corrected stands over what most of them say.
fn cluster(reports: &[Report], group: &[usize], judged: &Bound) -> EventCluster {
    let first = &reports[group[0]];
    let members: Vec<Member> = group.iter().map(|&i| reports[i].member).collect();
    let told = || {
        most(group.iter().filter_map(|&i| {
            let date = reports[i].event.date.as_ref()?;
            matches!(date.precision.as_str(), "day" | "interval").then(|| date.value.clone())
        }))
    };
    let given = |field: &str| judged.value(Kind::Event, &members, field);
    EventCluster {
        id: first.event.id.clone(),
        kind: given("type").map_or_else(|| first.event.kind.clone(), str::to_string),
        date: given("date").map_or_else(told, |day| (!day.is_empty()).then(|| day.to_string())),
        sides: given("sides")
            .and_then(judgements::sides)
            .or_else(|| most(group.iter().map(|&i| reports[i].sides.clone())))
            .unwrap_or_default(),
        judged: judged.on(Kind::Event, &members),
        part_of: None,
        members,
    }
}

/// The state or organisation that most of the mentions of a person give, by the number of his cluster.
///
/// A document that leaves it unsaid may be read wrongly; the others tell.
fn states(sources: &[Source], of: &FxHashMap<Member, usize>) -> FxHashMap<usize, String> {
    let mut told: FxHashMap<usize, BTreeMap<&str, usize>> = FxHashMap::default();
    for (member, who) in of {
        if let Some(party) = &sources[member.source].reading.persons[member.number].party {
            *told.entry(*who).or_default().entry(party).or_default() += 1;
        }
    }
    let most = |counts: BTreeMap<&str, usize>| {
        // Of two told equally often the first by code.
        counts
            .into_iter()
            .max_by_key(|(code, n)| (*n, std::cmp::Reverse(*code)))
            .map(|(code, _)| code.to_string())
    };
    told.into_iter().filter_map(|(who, counts)| Some((who, most(counts)?))).collect()
}

fn report<'a>(
    source: &Source<'a>,
    member: Member,
    event: &'a Event,
    of: &FxHashMap<Member, usize>,
    states: &FxHashMap<usize, String>,
) -> Report<'a> {
    let sides: Vec<Vec<String>> = event
        .sides
        .iter()
        .map(|s| {
            let mut all: Vec<String> = s.parties().cloned().collect();
            all.sort();
            all
        })
        .collect();
    let mut heads = Vec::new();
    let mut present = BTreeSet::new();
    let mut posts = Vec::new();
    for side in &event.sides {
        let held = side.participants.iter().filter(|p| p.role == "principal");
        let held: Vec<&Office> =
            held.flat_map(|p| &source.reading.persons[p.person].offices).chain(&side.office).collect();
        if let Some(party) = side.party.as_deref().filter(|_| !held.is_empty()) {
            posts.push((party, held, side.office.is_none()));
        }
        for p in &side.participants {
            let Some(&who) = of.get(&Member { source: member.source, number: p.person }) else { continue };
            present.insert(who);
            if p.role == "principal"
                && let Some(party) = states.get(&who).or(side.party.as_ref())
            {
                let full = source.reading.persons[p.person].name.text.split_whitespace().count() > 1;
                heads.push((party.clone(), who, full));
            }
        }
    }
    let mut report = Report {
        member,
        event,
        lang: source.lang,
        parties: sides.iter().flatten().cloned().collect(),
        sides,
        days: event
            .date
            .is_none()
            .then(|| in_visit(source, event).or_else(|| after_talks(source, event)))
            .flatten()
            .or_else(|| days(event, source.published, source.leads(event))),
        released: source.published.and_then(number),
        heads,
        posts,
        present,
        place: event.place.as_ref().and_then(|p| p.state.clone()),
    };
    if is_tour(&report) {
        (report.days, report.place) = (report.days.map(on_tour), None);
    }
    report
}

/// What a document tells of its visit without a day of its own was in the days of the visit.
fn in_visit(source: &Source, event: &Event) -> Option<Days> {
    if !matches!(event.kind.as_str(), "MEET" | "SIGN" | "AGREE") || event.sides.len() < 2 {
        return None;
    }
    let party = |side: &crate::model::Side, code: &String| side.parties().any(|p| p == code);
    let all = || event.sides.iter().flat_map(crate::model::Side::parties);
    let visit = source.reading.events.iter().find(|v| {
        v.kind == VISIT
            && matches!(v.status.as_str(), "happened" | "planned")
            && matches!(event.status.as_str(), "happened" | "planned")
            && v.sides.len() > 1
            && v.date.is_some()
            // A day of a tour is of one of its stops.
            && v.mode.as_deref() != Some("tour")
            && all().any(|p| party(&v.sides[0], p))
            && all().any(|p| party(&v.sides[1], p))
    })?;
    let days = days(visit, source.published, false).filter(|d| d.told)?;
    // A single day is that of the arrival.
    Some(Days { to: days.to + i32::from(days.from == days.to), told: false, ..days })
}

/// What the heads of a meeting signed, without a day of its own, was signed as they met.
fn after_talks(source: &Source, event: &Event) -> Option<Days> {
    if event.kind != "SIGN" || event.status != "happened" {
        return None;
    }
    fn heads(e: &Event) -> BTreeSet<usize> {
        let all = e.sides.iter().flat_map(|side| &side.participants);
        all.filter(|p| p.role == "principal").map(|p| p.person).collect()
    }
    fn parties(e: &Event) -> BTreeSet<&String> {
        e.sides.iter().flat_map(crate::model::Side::parties).collect()
    }
    let (signed_by, signed_for) = (heads(event), parties(event));
    if signed_by.len() < 2 {
        return None;
    }
    // Of several meetings of the same two nothing tells which.
    let same = |m: &&Event| m.kind == "MEET" && heads(m) == signed_by && parties(m) == signed_for;
    let mut met = source.reading.events.iter().filter(same);
    let (meeting, None) = (met.next()?, met.next()) else { return None };
    let days = days(meeting, source.published, false).filter(|d| d.told && meeting.status == "happened")?;
    Some(Days { told: false, lent: Some(days.from), ..days })
}

/// How much alike the documents of two signings are; None where one tells none.
fn papers(a: &Report, b: &Report) -> Option<f32> {
    let pairs = a.event.agreements.iter().flat_map(|x| b.event.agreements.iter().map(move |y| (x, y)));
    pairs.map(|(x, y)| alike(x, y, a.lang == b.lang)).max_by(f32::total_cmp)
}

/// Reports whose days are further apart are never of one event.
const MOST_GAP: i32 = 2;

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
    // A document signed and the same one ratified or put into force are two acts.
    let step = |e: &Event| e.agreements.iter().map(|a| a.status.clone()).find(|s| s != "discussed");
    if let (Some(x), Some(y)) = (step(a.event), step(b.event))
        && x != y
    {
        return true;
    }
    if !unordered(&a.event.kind) && a.sides.len() > 1 && b.sides.len() > 1 {
        let touch = |x: &[String], y: &[String]| x.iter().any(|p| y.contains(p));
        if !touch(&a.sides[0], &b.sides[0]) || !touch(&a.sides[1], &b.sides[1]) {
            return true;
        }
        // A tour of three states and a visit to one of them are two; each report of a tour names some of its states.
        if a.event.kind == VISIT && a.sides[1] != b.sides[1] && !(is_tour(a) && is_tour(b)) {
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
        // "Signed years ago": two documents that seem two were signed twice.
        if long_ago(a, b, x, y) && papers(a, b).is_some_and(|alike| alike < 0.0) {
            return true;
        }
    }
    if other_posts(a, b) {
        return true;
    }
    // Another head of the same party: another meeting, unless somebody is common to both.
    // A lone given name is no other head: it may be the same one, shortly told.
    let of = |r: &Report, party: &str| -> (Vec<usize>, bool) {
        let heads = || r.heads.iter().filter(|(p, ..)| p == party);
        (heads().map(|(_, who, _)| *who).collect(), heads().any(|(.., full)| *full))
    };
    // A guest is received by several of his hosts on one visit.
    let told_apart =
        |party: &String| a.event.kind != VISIT || a.sides.first().is_none_or(|guests| guests.contains(party));
    a.heads.iter().filter(|(party, ..)| told_apart(party)).any(|(party, ..)| {
        let ((mine, full), (theirs, also_full)) = (of(a, party), of(b, party));
        full && also_full && !theirs.is_empty() && !mine.iter().any(|who| theirs.contains(who))
    })
}

/// A journey to several states.
fn is_tour(r: &Report) -> bool {
    r.event.mode.as_deref() == Some("tour") && r.sides.get(1).is_some_and(|hosts| hosts.len() > 1)
}

/// The days of a tour of which only one is told.
fn on_tour(days: Days) -> Days {
    Days { from: days.from - TOUR, to: days.to + TOUR, told: false, released: None, lent: None }
}

/// For how many days before and after one of its days a tour may last.
const TOUR: i32 = 4;

/// One of the two leaves the head of a party without a name and tells an office that the other's head does not hold.
fn other_posts(a: &Report, b: &Report) -> bool {
    fn office(o: &Office) -> (Option<&str>, Option<&str>, Option<&str>) {
        (o.position.as_deref(), o.institution.as_deref(), o.group.as_deref())
    }
    a.event.kind == "MEET"
        && a.posts.iter().any(|(party, mine, named)| {
            let theirs = b.posts.iter().find(|(other, _, also)| other == party && !(*named && *also));
            theirs.is_some_and(|(_, theirs, _)| {
                mine.iter().all(|x| theirs.iter().all(|y| are_two_offices(office(x), office(y))))
            })
        })
}

/// A signing that one of the two tells of without a day of its own, years after it may have been.
fn long_ago(a: &Report, b: &Report, x: Days, y: Days) -> bool {
    a.event.kind == "SIGN"
        && b.event.kind == "SIGN"
        && (x.is_vague() || y.is_vague())
        && x.between_releases(y).is_none_or(|gap| gap > 1)
}

/// "The document was signed on 17 January", in a text without a day of release: the signing of that day in a year that is told.
///
/// Only signings: those who meet may meet on the same day of other years, and two documents of the same two on one day of
/// two years are rare.
fn same_day_of_year(yearless: &Report, dated: &Report) -> bool {
    fn day<'a>(r: &Report<'a>, precision: &str) -> Option<&'a str> {
        let date = r.event.date.as_ref().filter(|d| d.precision == precision)?;
        date.value.get(date.value.len().checked_sub(6)?..)
    }
    yearless.event.kind == "SIGN"
        && yearless.released.is_none()
        && day(yearless, "day-of-year").is_some_and(|d| day(dated, "day") == Some(d))
}

/// Both tell beforehand, at the same time, what is to come: the next meeting of the two is one, whether or not its day is told.
fn announced_together(a: &Report, b: &Report) -> bool {
    let ahead = |r: &Report| r.event.status == "planned";
    ahead(a) && ahead(b) && a.released.zip(b.released).is_some_and(|(x, y)| x.abs_diff(y) <= 1)
}

/// How surely two reports tell one event, in the logarithm of odds.
fn weight(a: &Report, b: &Report) -> f32 {
    // Only the document itself tells which signing of long ago is meant.
    if let (Some(x), Some(y)) = (a.days, b.days)
        && long_ago(a, b, x, y)
        && papers(a, b).is_none_or(|alike| alike < weigh::PAPER)
    {
        return 0.0;
    }
    let mut sum = 0.0;
    match (a.days, b.days) {
        (Some(x), Some(y)) if x.told && y.told => sum += if x.gap(y) == 0 { weigh::DAY } else { weigh::NEXT },
        (Some(x), Some(y)) if x.lent.or(y.lent).is_some() && x.between_releases(y) == Some(0) => {
            sum += weigh::LENT
        }
        (Some(x), Some(y)) if x.between_releases(y).is_some_and(|gap| gap <= 1) => sum += weigh::CLOSE,
        (Some(_), Some(_)) if announced_together(a, b) => sum += weigh::CLOSE,
        (Some(_), Some(_)) => sum += weigh::MAYBE,
        _ if same_day_of_year(a, b) || same_day_of_year(b, a) => sum += weigh::CLOSE,
        _ => sum += weigh::UNDATED,
    }
    match papers(a, b) {
        Some(alike) if alike >= weigh::PAPER => sum += weigh::SAME_PAPER,
        Some(alike) if alike < 0.0 => sum += weigh::OTHER_PAPER,
        _ => {}
    }
    let heads: BTreeSet<usize> = a.heads.iter().map(|(_, w, _)| *w).collect();
    let common =
        b.heads.iter().map(|(_, w, _)| *w).filter(|w| heads.contains(w)).collect::<BTreeSet<_>>().len();
    sum += weigh::HEAD * common.min(2) as f32;
    let others =
        a.present.intersection(&b.present).count() - common.min(a.present.intersection(&b.present).count());
    sum += weigh::PRESENT * others.min(3) as f32;
    sum += match a.parties == b.parties {
        true => weigh::SAME_PARTIES,
        // A report of a tour names some of its states.
        false if is_tour(a) && is_tour(b) => 0.0,
        false => weigh::MORE_PARTIES,
    };
    if let (Some(x), Some(y)) = (&a.place, &b.place) {
        sum += if x == y { 0.5 } else { -0.5 };
    }
    sum
}
