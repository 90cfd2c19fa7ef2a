//! Which people of many documents are one: by name, office, state and time together.

use mahdar_names::{Index, Name, Tables, score};
use rustc_hash::FxHashMap;

use super::group::{Apart, Edge, Tied, groups};
use super::judgements::{Bound, Kind, person_mention};
use super::{Member, Source};
use crate::model::Person;

/// A person of many documents.
#[derive(Debug, Clone, PartialEq)]
pub struct PersonCluster {
    /// Id of the earliest mention.
    pub id: String,
    /// Where he is named, the earliest first.
    pub members: Vec<Member>,
    /// The name that somebody corrected it to.
    pub name: Option<String>,
    /// Ids of the judgements that bear on the person, the oldest first.
    pub judged: Vec<String>,
    /// Somebody judged that the person is not shown.
    pub redacted: bool,
}

/// Which cluster a person of a reading is in.
pub(super) fn index(persons: &[PersonCluster]) -> FxHashMap<Member, usize> {
    persons.iter().enumerate().flat_map(|(i, p)| p.members.iter().map(move |m| (*m, i))).collect()
}

/// People alike in name, language, state and offices: compared once, however often they come.
struct Form {
    text: String,
    lang: String,
    name: Name,
    n_words: usize,
    party: Option<String>,
    offices: Vec<Held>,
    members: Vec<Member>,
    /// Documents that name them, sorted.
    sources: Vec<usize>,
}

/// An office as far as it can be the same in two languages.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
struct Held {
    position: String,
    institution: Option<String>,
    state: Option<String>,
}

/// How many names like one are looked at.
const NEAR: usize = 60;
/// Weights, in the logarithm of odds; found on the development set of identities and kept round.
mod weigh {
    /// The same office of the same state.
    pub const OFFICE: f32 = 2.0;
    /// The same state or organisation.
    pub const PARTY: f32 = 0.6;
    /// Another state.
    pub const OTHER_PARTY: f32 = -3.0;
    /// A name of one word tells less than a full one.
    pub const LONE: f32 = -1.5;
    /// Joined from here.
    pub const LEAST: f32 = 0.0;
    /// Names less alike than this are two people's, whatever else.
    pub const APART: f32 = -3.0;
    /// Share of such pairs that keeps two groups apart.
    pub const SHARE: f32 = 0.25;
}

/// What makes two mentions one form; one that somebody judged is a form of its own.
type FormKey = (String, String, Option<String>, Vec<Held>, Option<Member>);

pub(super) fn persons(
    tables: &Tables,
    sources: &[Source],
    order: &[usize],
    judged: &Bound,
) -> Vec<PersonCluster> {
    let mut forms: Vec<Form> = Vec::new();
    let mut known: FxHashMap<FormKey, usize> = FxHashMap::default();
    for &s in order {
        let source = &sources[s];
        for (number, person) in source.reading.persons.iter().enumerate() {
            let member = Member { source: s, number };
            let offices = held(person);
            let name = judged.value(Kind::Person, &[member], "name").unwrap_or(&person.name.text);
            let key = (
                name.to_lowercase(),
                source.lang.to_string(),
                person.party.clone(),
                offices.clone(),
                judged.is_judged(Kind::Person, member).then_some(member),
            );
            let at = *known.entry(key).or_insert_with(|| {
                forms.push(Form {
                    text: name.to_lowercase(),
                    lang: source.lang.to_string(),
                    name: Name::read(tables, name, source.lang),
                    n_words: name.split_whitespace().count(),
                    party: person.party.clone(),
                    offices,
                    members: Vec::new(),
                    sources: Vec::new(),
                });
                forms.len() - 1
            });
            forms[at].members.push(member);
        }
    }
    for form in &mut forms {
        form.sources = form.members.iter().map(|m| m.source).collect();
        form.sources.sort_unstable();
    }
    // A name is looked for once, however many states and offices it is told with.
    let mut index = Index::new();
    let mut spelled: FxHashMap<(&str, &str), usize> = FxHashMap::default();
    let mut bearers: Vec<Vec<usize>> = Vec::new();
    for (i, form) in forms.iter().enumerate() {
        let at = *spelled.entry((&form.text, &form.lang)).or_insert_with(|| {
            index.add(tables, &form.name);
            bearers.push(Vec::new());
            bearers.len() - 1
        });
        bearers[at].push(i);
    }
    let mut edges = Vec::new();
    for (x, mine) in bearers.iter().enumerate() {
        for found in index.find(tables, &forms[mine[0]].name, NEAR).into_iter().filter(|f| f.index >= x) {
            for (i, &a) in mine.iter().enumerate() {
                let from = if found.index == x { i + 1 } else { 0 };
                for &b in &bearers[found.index][from..] {
                    let weight = weight(&forms[a], &forms[b], found.score);
                    if weight > weigh::LEAST {
                        edges.push(Edge { a: a.min(b), b: a.max(b), weight });
                    }
                }
            }
        }
    }
    let apart = |x: usize, y: usize| {
        let (x, y) = (&forms[x], &forms[y]);
        let full = x.name.parts.len() > 1 && y.name.parts.len() > 1;
        if !full {
            return Apart::No;
        }
        let likeness = score(tables, &x.name, &y.name);
        // One document names both: its reading has told them apart.
        let together = share(&x.sources, &y.sources);
        match () {
            () if together && likeness < 1.0 => Apart::Never,
            () if !same_office(x, y) && logit(likeness) < weigh::APART => Apart::Unlikely,
            () => Apart::No,
        }
    };
    let at: FxHashMap<Member, usize> =
        forms.iter().enumerate().flat_map(|(i, form)| form.members.iter().map(move |m| (*m, i))).collect();
    let tied = Tied {
        must: judged.pairs(Kind::Person, &judged.must, &at),
        cannot: judged.pairs(Kind::Person, &judged.cannot, &at),
    };
    let mut out: Vec<PersonCluster> = groups(forms.len(), edges, weigh::SHARE, apart, &tied)
        .into_iter()
        .map(|group| {
            let mut members: Vec<Member> =
                group.iter().flat_map(|&f| forms[f].members.iter().copied()).collect();
            let place = |m: &Member| {
                let source = &sources[m.source];
                (source.published.unwrap_or("9999").to_string(), source.document.to_string(), m.number)
            };
            members.sort_by_key(place);
            let first = members[0];
            let person = &sources[first.source].reading.persons[first.number];
            PersonCluster {
                id: person_mention(sources[first.source].document, person),
                name: judged.value(Kind::Person, &members, "name").map(str::to_string),
                judged: judged.on(Kind::Person, &members),
                redacted: judged.is_redacted(&members),
                members,
            }
        })
        .collect();
    out.sort_by(|a, b| a.id.cmp(&b.id));
    out
}

fn held(person: &Person) -> Vec<Held> {
    let mut out: Vec<Held> = person
        .offices
        .iter()
        .filter(|o| !o.former)
        .filter_map(|o| {
            Some(Held {
                position: o.position.clone()?,
                institution: o.institution.clone(),
                state: o.state.clone().or_else(|| person.party.clone()),
            })
        })
        .collect();
    out.sort();
    out.dedup();
    out
}

/// Whether two sorted lists share one.
fn share(a: &[usize], b: &[usize]) -> bool {
    let (few, many) = if a.len() < b.len() { (a, b) } else { (b, a) };
    few.iter().any(|source| many.binary_search(source).is_ok())
}

fn same_office(a: &Form, b: &Form) -> bool {
    a.offices.iter().any(|x| x.state.is_some() && b.offices.contains(x))
}

/// How surely two forms are one person, in the logarithm of odds.
fn weight(a: &Form, b: &Form, score: f32) -> f32 {
    let mut sum = logit(score);
    if same_office(a, b) {
        sum += weigh::OFFICE;
    }
    match (&a.party, &b.party) {
        (Some(x), Some(y)) if x == y => sum += weigh::PARTY,
        (Some(_), Some(_)) => sum += weigh::OTHER_PARTY,
        _ => {}
    }
    if a.n_words == 1 || b.n_words == 1 {
        sum += weigh::LONE;
    }
    sum
}

fn logit(p: f32) -> f32 {
    let p = p.clamp(0.0025, 0.9975);
    (p / (1.0 - p)).ln()
}
