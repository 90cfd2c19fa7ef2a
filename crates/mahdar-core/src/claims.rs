//! Reads what a profile says about a relation: area, relation word and indicator noun, never whole sentences.
//!
//! Knows no word of any language (those are in a pack's `claims.toml`), and not whether a claim is true.

mod by;
mod clause;
mod figure;
mod grammar;
mod pair;
mod piece;
mod relation;

use std::ops::Range;

pub use grammar::Grammar;

use crate::Slug;
use crate::detect::Scan;
use crate::model::{By, Claim, Words};
use crate::pack::{ClaimList, Pack, Sense, StateForm, kinds, tags};
use clause::Clause;
use grammar::{Flow, Relation, Work};
use relation::Verdict;

/// A sentence as the caller cut it.
pub(crate) struct Line {
    /// Which scan: 0 title, 1 text.
    pub scan: usize,
    pub range: Range<usize>,
    /// Reports an event of its own.
    pub news: bool,
}

/// A claim as found, before it is known whether the document is a profile.
struct Found {
    claim: Claim,
    /// Index of its sentence in the text.
    at: usize,
    /// Holds in a report as well: a figure or a rank of a named relation.
    plain: bool,
}

/// Relations that a report may state in passing.
const PLAIN: [Relation; 5] =
    [Relation::Level, Relation::Trend, Relation::Compare, Relation::First, Relation::Rank];

/// The claims of one document. Cost is linear in its length; a document that names fewer than two states costs nothing.
///
/// Everything is read as if the document were a profile; `settle` then keeps what is plain where it is none.
pub(crate) fn claims(
    pack: &Pack,
    scans: &[Scan],
    lines: &[Line],
    states: &[(Slug, usize)],
    home: Option<Slug>,
    n_persons: usize,
) -> Vec<Claim> {
    let grammar = &pack.claims;
    let Some(pair) = pair_of(scans, lines, states, home) else { return Vec::new() };
    if grammar.is_empty() {
        return Vec::new();
    }
    let scan = &scans[1];
    let mut out: Vec<Found> = Vec::new();
    let mut heading: Option<String> = None;
    let mut heading_line = false;
    let mut items = false;
    let mut lent: Option<Verdict> = None;
    let mut known: Option<String> = None;
    let text: Vec<&Line> = lines.iter().filter(|l| l.scan == 1).collect();
    let bound = Bound::of(scan, grammar, &text, &pair, n_persons);
    for (at, line) in text.iter().enumerate() {
        let handed_on = heading.as_deref().into_iter().chain(lent.as_ref().map(|l| l.area.as_str()));
        if bound.is_settled(at, &out, handed_on) {
            break;
        }
        if !is_read(scan, line, worth(scan, line)) {
            continue;
        }
        if scan.text.tokens[line.range.start].breaks {
            let item = piece::bullet(scan, &line.range);
            if !heading_line || items && !item {
                heading = None;
            }
            items = item;
        }
        if scan.text.tokens[line.range.start].breaks {
            lent = None;
        }
        let mut said: Option<by::Source> = None;
        let mut here: Option<String> = None;
        let parts = clause::parts(scan, grammar, line.range.clone(), at + 1 == text.len());
        if let Some((pieces, alone)) = &parts.heading {
            heading = relation::leading(grammar, pieces)
                .map(|(n, _)| &grammar.noun[n])
                .filter(|n| n.weight >= 2)
                .map(|n| n.area.clone());
            heading_line = *alone;
        }
        let n_before = out.len();
        for clause in parts.clauses() {
            if let Some(source) = by::source(scan, clause.range.clone(), clause.pieces) {
                said = Some(source);
            }
            let mut period = figure::period(
                scan,
                clause.range.clone(),
                clause.pieces,
                here.as_deref().or(known.as_deref()),
            );
            if period.is_none() && clause.follows {
                // "Since 2022 A has given … and trained …".
                period = here.clone().filter(|h| h.ends_with("/.."));
            }
            if period.is_some() {
                here = period.clone();
            }
            let Some(verdict) = relation::judge(scan, grammar, &clause, heading.as_deref(), lent.as_ref())
            else {
                continue;
            };
            if !stands(scan, grammar, &clause, &verdict, &pair) {
                continue;
            }
            if let Some(claim) = write(pack, scan, &clause, &verdict, &pair, period, said.as_ref()) {
                let plain = !line.news && plain(grammar, &clause, &verdict, &pair);
                out.push(Found { claim, at, plain });
            }
            lent = Some(verdict);
        }
        debug_assert!(out.len() - n_before <= bound.rest[at].0 - bound.rest[at + 1].0);
        if here.is_some() {
            known = here;
        }
    }
    if out.is_empty() { Vec::new() } else { settle(scan, grammar, &text, out, n_persons) }
}

/// What the sentences of a text can claim at most, counted from their words alone, so that none is taken apart of
/// which `settle` would keep nothing.
///
/// A claim needs a word of the grammar or a figure, and its area a noun, a topic, or a cue of what is aimed at.
/// Most news have neither the areas of a profile nor a figure of a relation: they need no clauses.
struct Bound<'g> {
    /// Areas that may be claimed, each a bit below.
    areas: Vec<&'g str>,
    /// How many claims, and of which areas, this sentence and those after it may hold.
    rest: Vec<(usize, u64)>,
    /// Of what is no profile only the plain claims are kept: nothing is read after the last that may hold one.
    plain: usize,
    /// A heading may open a profile.
    profile: bool,
    n_persons: usize,
    /// Nobody is named and no day is told.
    undated: bool,
}

impl<'g> Bound<'g> {
    fn of(scan: &Scan, grammar: &'g Grammar, text: &[&Line], pair: &[Slug], n_persons: usize) -> Self {
        const TOLD: u32 = kinds::CLAIM | kinds::TOPIC | kinds::FIGURE | kinds::STATE;
        let mut bound = Bound {
            areas: Vec::new(),
            rest: vec![(0, 0); text.len() + 1],
            plain: 0,
            profile: false,
            n_persons,
            undated: n_persons == 0 && !text.iter().any(|l| dated(scan, &l.range)),
        };
        let (mut named, mut topics): (Vec<&str>, Vec<&str>) = (Vec::new(), Vec::new());
        let (mut indicator, mut flows, mut ranks, mut told) = (false, false, false, false);
        let verb_last = scan.pack.features.order == "sov";
        for (at, line) in text.iter().enumerate() {
            let (mut worth, mut both, mut here) = (false, false, 0);
            // A number and its unit, and which of the pair are named.
            let (mut number, mut unit, mut ours) = (false, false, [false; 2]);
            // Words that a clause is made of, those that state something, and those at which a clause may begin or must.
            let (mut n_words, mut n_stating, mut n_joined, mut n_hard) = (0, 0, 0, 0);
            let before = (indicator, flows, ranks, told);
            // A clause takes its noun over from another of its paragraph, not from farther away.
            if scan.text.tokens[line.range.start].breaks {
                (indicator, flows, ranks, told) = (false, false, false, false);
            }
            named.clear();
            topics.clear();
            for t in scan.matches.tokens_with(line.range.clone(), TOLD | kinds::DIGITS) {
                let groups = scan.matches.kinds(t);
                let mut claims = groups & kinds::DIGITS != 0;
                let (mut word, mut states, mut joined, mut hard) = (false, claims, false, false);
                told |= claims;
                number |= claims;
                if groups & TOLD != 0 {
                    for m in scan.matches[t].iter().filter(|m| m.kind & TOLD != 0) {
                        joined |= m.first.tags & tags::AND != 0;
                        match scan.sense(m) {
                            Sense::Claim { list: ClaimList::Noun, index } => {
                                let noun = &grammar.noun[*index];
                                (claims, worth) = (true, true);
                                // Where the verb comes last every noun may begin a clause after it, else one that
                                // tells its own area.
                                word |= verb_last || noun.weight >= 2 || noun.flow.is_some();
                                told |= noun.relation.is_some();
                                states |= noun.flow == Some(Flow::Mission);
                                let measured = noun.weight == 3 && noun.indicator.is_some();
                                indicator |= measured;
                                flows |= measured && noun.flow.is_some();
                                ranks |= matches!(noun.relation, Some(Relation::First | Relation::Rank));
                                named.push(&noun.area);
                            }
                            Sense::Claim { list: ClaimList::Cue, index } => {
                                let cue = &grammar.cue[*index];
                                (claims, worth, states) = (true, true, true);
                                // A clause begins at a predicate or a place in an order.
                                word |= verb_last
                                    || cue.head
                                    || matches!(cue.relation, Some(Relation::First | Relation::Rank));
                                told |= cue.relation.is_some();
                                joined |= cue.head && cue.relation == Some(Relation::Level);
                                match cue.relation {
                                    Some(Relation::First | Relation::Rank) => ranks = true,
                                    Some(Relation::Aim | Relation::Planned) => named.push("politics"),
                                    _ => {}
                                }
                            }
                            Sense::Claim { list: ClaimList::Word, index } => {
                                let work = &grammar.word[*index].work;
                                bound.profile |=
                                    line.range.len() <= HEADLINE && work.contains(&Work::Profile);
                                both |= work.contains(&Work::Both);
                                hard |= work.contains(&Work::Break);
                                joined |= work.contains(&Work::And);
                                let greets = work.contains(&Work::Greeting);
                                (word, states) = (word | greets, states | greets);
                            }
                            // A topic tells the area only of what is said of both.
                            Sense::Topic { id } => topics.push(relation::area_of(id.as_str())),
                            Sense::Unit { unit: of } => unit |= figure::may_count(of),
                            Sense::State { code, .. } => {
                                ours[0] |= pair[0] == *code;
                                ours[1] |= pair[1] == *code;
                            }
                            Sense::Number { .. } | Sense::Magnitude { .. } => {
                                (claims, told, states, number) = (true, true, true, true);
                            }
                            _ => {}
                        }
                    }
                }
                n_words += usize::from(word);
                n_stating += usize::from(states);
                n_joined += usize::from(joined || hard);
                n_hard += usize::from(hard);
                here += usize::from(claims);
            }
            if !is_read(scan, line, worth) {
                (indicator, flows, ranks, told) = before;
                continue;
            }
            // A claim has a clause of its own. Every clause but the first has a word of the grammar, and but after a hard
            // start one that states something stands in it or in the one before; what nothing in its paragraph has stated
            // yet is no claim.
            let marks = if told { line.range.clone() } else { 0..0 };
            for mark in marks.filter_map(|t| scan.mark(t)) {
                n_joined += usize::from(matches!(mark, ',' | ';' | ':' | '—' | '–'));
                n_hard += usize::from(mark == ';');
            }
            let n_clauses = 1 + n_joined.min(n_words).min(n_stating + n_hard);
            bound.rest[at].0 = if told { here.min(n_clauses) } else { 0 };
            let [a, b] = ours;
            let named_pair = both || a && b || (a || b) && flows;
            if indicator && (number && unit || ranks) && named_pair && !line.news {
                bound.plain = at + 1;
            }
            for area in named.iter().chain(topics.iter().filter(|_| both)) {
                let known = bound.areas.iter().position(|known| known == area).unwrap_or_else(|| {
                    bound.areas.push(area);
                    bound.areas.len() - 1
                });
                bound.rest[at].1 |= 1 << known;
            }
        }
        for at in (0..text.len()).rev() {
            let (n, areas) = bound.rest[at + 1];
            bound.rest[at].0 += n;
            bound.rest[at].1 |= areas;
        }
        bound
    }

    /// Nothing that this sentence and those after it claim is kept. An area may be handed on from before.
    fn is_settled<'a>(
        &self,
        at: usize,
        found: &'a [Found],
        handed_on: impl Iterator<Item = &'a str>,
    ) -> bool {
        if at < self.plain {
            return false;
        }
        let (rest, mut areas) = self.rest[at];
        let n = found.len() + rest;
        for area in found.iter().map(|f| f.claim.area.as_str()).chain(handed_on) {
            areas |= self.areas.iter().position(|known| *known == area).map_or(0, |known| 1 << known);
        }
        let n_areas = areas.count_ones();
        let n_lines = self.rest.len() - 1;
        let spread = self.profile && n >= 4 && n_areas >= 3
            || n >= 6 && n_areas >= 5 && self.n_persons * 3 <= n
            || self.undated && (n_lines <= 2 || n >= n_lines && n_areas >= 3);
        !spread
    }
}

/// Keeps all claims of a profile, or of the part from the heading that opens one; of a report only the plain ones.
fn settle(scan: &Scan, grammar: &Grammar, text: &[&Line], found: Vec<Found>, n_persons: usize) -> Vec<Claim> {
    let spread = |from: usize| {
        let mut areas: Vec<&str> =
            found.iter().filter(|f| f.at >= from).map(|f| f.claim.area.as_str()).collect();
        let n = areas.len();
        areas.sort_unstable();
        areas.dedup();
        (n, areas.len())
    };
    let (n, n_areas) = spread(0);
    // Nobody is named and every sentence claims something: a profile however short.
    let undated = n_persons == 0 && !text.iter().any(|l| dated(scan, &l.range));
    let short = undated && (text.len() <= 2 || n >= text.len() && n_areas >= 3);
    let from = if short || n >= 6 && n_areas >= 5 && n_persons * 3 <= n {
        0
    } else {
        let heading = text.iter().position(|l| opens(scan, grammar, l));
        heading.filter(|&h| spread(h).0 >= 4 && spread(h).1 >= 3).unwrap_or(usize::MAX)
    };
    found.into_iter().filter(|f| f.at >= from && !text[f.at].news || f.plain).map(|f| f.claim).collect()
}

/// A short line of its own that names the relation of states.
fn opens(scan: &Scan, grammar: &Grammar, line: &Line) -> bool {
    let alone = scan.text.tokens[line.range.start].breaks
        && scan.text.tokens.get(line.range.end).is_some_and(|t| t.breaks);
    alone
        && line.range.len() <= HEADLINE
        && !line.news
        && piece::pieces(scan, grammar, line.range.clone()).iter().any(|p| p.does(Work::Profile))
}

/// The two states a document is about: named most, in the title before the text.
fn pair_of(
    scans: &[Scan],
    lines: &[Line],
    states: &[(Slug, usize)],
    home: Option<Slug>,
) -> Option<Vec<Slug>> {
    let mut titled: Vec<Slug> = Vec::new();
    for line in lines.iter().filter(|l| l.scan == 0) {
        for t in line.range.clone() {
            if let Some(m) = scans[0].best(t, |s| matches!(s, Sense::State { .. }))
                && let Sense::State { code, .. } = scans[0].sense(&m)
                && !titled.contains(code)
            {
                titled.push(*code);
            }
        }
    }
    if titled.len() == 2 {
        return Some(titled);
    }
    let pool: Vec<&(Slug, usize)> = if titled.len() > 2 {
        states.iter().filter(|(c, _)| titled.contains(c)).collect()
    } else {
        states.iter().collect()
    };
    let mut pair: Vec<Slug> =
        titled.into_iter().take(if pool.len() < states.len() { 0 } else { 1 }).collect();
    for (code, _) in pool {
        if pair.len() < 2 && !pair.contains(code) {
            pair.push(*code);
        }
    }
    if pair.len() == 1
        && let Some(home) = home
        && pair[0] != home
    {
        pair.push(home);
    }
    (pair.len() == 2).then_some(pair)
}

/// The most words of a line that may be a heading.
const HEADLINE: usize = 9;

/// A sentence that may claim something or open a part, and is no news of a day.
fn is_read(scan: &Scan, line: &Line, worth: bool) -> bool {
    (worth || line.range.len() <= HEADLINE || line.range.clone().any(|t| scan.mark(t) == Some(':')))
        && !(line.news && dated(scan, &line.range))
}

/// A word that tells the kind of a claim or an indicator stands in the sentence.
fn worth(scan: &Scan, line: &Line) -> bool {
    let tells = |s: &Sense| matches!(s, Sense::Claim { list: ClaimList::Noun | ClaimList::Cue, .. });
    scan.matches.tokens_with(line.range.clone(), kinds::CLAIM).any(|t| scan.is(t, tells))
}

/// Told with its day: news, not part of the relation.
fn dated(scan: &Scan, range: &Range<usize>) -> bool {
    // Short forms of weekdays look like other words.
    let word = |t: usize| scan.text.folded(t).chars().count() > 3;
    scan.matches.tokens_with(range.clone(), kinds::DAY).any(|t| {
        word(t)
            && scan.is(t, |s| {
                matches!(s, Sense::Weekday { .. }) || matches!(s, Sense::Relative { days, .. } if *days != 0)
            })
    })
}

/// What the clause says is about the two states.
fn stands(scan: &Scan, grammar: &Grammar, clause: &Clause, verdict: &Verdict, pair: &[Slug]) -> bool {
    let says = |work: Work| clause.pieces.iter().any(|p| p.does(work));
    let named = |code: &str| clause.pieces.iter().any(|p| p.state.is_some_and(|(c, _)| c == code));
    let (a, b) = (named(&pair[0]), named(&pair[1]));
    let ours = |code: &str| pair.iter().any(|p| p == code);
    let third =
        clause.pieces.iter().position(|p| p.state.is_some_and(|(c, f)| !ours(c) && f != StateForm::City));
    let ours = clause.pieces.iter().position(|p| p.state.is_some_and(|(c, _)| ours(c)));
    if says(Work::Greeting) || says(Work::World) || dated(scan, &clause.range) {
        return false;
    }
    if let Some(third) = third
        && !says(Work::Both)
    {
        let excepted = third > 0 && clause.pieces[third - 1].does(Work::Except);
        if !excepted && ours.is_none_or(|o| third < o) {
            return false;
        }
    }
    let noun = verdict.noun.map(|n| &grammar.noun[n]);
    if (says(Work::Home) || noun.is_some_and(|n| n.both) && !(a && b)) && !says(Work::Both) {
        return false;
    }
    true
}

/// A figure or a rank of a relation named by its own noun, said of these two states.
fn plain(grammar: &Grammar, clause: &Clause, verdict: &Verdict, pair: &[Slug]) -> bool {
    let named = |code: &str| clause.pieces.iter().any(|p| p.state.is_some_and(|(c, _)| c == code));
    let (a, b) = (named(&pair[0]), named(&pair[1]));
    let both = clause.pieces.iter().any(|p| p.does(Work::Both));
    let Some(noun) =
        verdict.noun.map(|n| &grammar.noun[n]).filter(|n| n.weight == 3 && n.indicator.is_some())
    else {
        return false;
    };
    let figure = clause.figures.iter().any(|f| f.amount && !f.unit.is_empty())
        || matches!(verdict.relation, Relation::First | Relation::Rank);
    PLAIN.contains(&verdict.relation) && figure && (a && b || both || (a || b) && noun.flow.is_some())
}

fn write(
    pack: &Pack,
    scan: &Scan,
    clause: &Clause,
    verdict: &Verdict,
    pair: &[Slug],
    period: Option<String>,
    said: Option<&by::Source>,
) -> Option<Claim> {
    let grammar = &pack.claims;
    let words = span(scan, clause, said)?;
    let amount = clause
        .figures
        .iter()
        .rev()
        .find(|f| f.amount && f.unit != "%")
        .or_else(|| clause.figures.iter().rev().find(|f| !f.unit.is_empty()))
        .or_else(|| clause.figures.last());
    Some(Claim {
        area: verdict.area.clone(),
        relation: verdict.relation.slug().to_string(),
        indicator: verdict
            .noun
            .filter(|_| !matches!(verdict.relation, Relation::Aim | Relation::Planned))
            .and_then(|n| grammar.noun[n].indicator.clone()),
        direction: verdict.direction.clone(),
        pair: pair::order(scan, grammar, clause, verdict, pair),
        negated: verdict.negated,
        hedged: verdict.hedged,
        period,
        threshold: amount.map(|f| figure::threshold(scan, f, clause.pieces)),
        by: said.map(|s| By::Named(s.words.clone())),
        words,
        method: format!("rule:claims@{}", pack.name),
    })
}

/// The words of a claim: its clause without marks, conjunctions and the source.
fn span(scan: &Scan, clause: &Clause, said: Option<&by::Source>) -> Option<Words> {
    let (mut from, mut to) = (clause.range.start, clause.range.end);
    if let Some(s) = said {
        if s.whole.start <= from + 1 && s.whole.end < to && s.whole.end > from {
            from = s.whole.end;
        } else if s.whole.end + 1 >= to && s.whole.start > from {
            to = s.whole.start;
        }
    }
    let mark = |i: usize| scan.mark(i).is_some_and(|c| !matches!(c, '«' | '"' | '“' | '$' | '€' | '£'));
    let small = |i: usize| {
        let joins = |index: usize| {
            scan.pack.claims.word[index].work.iter().all(|w| matches!(w, Work::And | Work::Break))
        };
        scan.best(i, |s| matches!(s, Sense::Claim { list: ClaimList::Word, .. }))
            .filter(|m| matches!(scan.sense(m), Sense::Claim { index, .. } if joins(*index)))
            .map(|m| m.end)
    };
    while from < to {
        if mark(from) {
            from += 1;
        } else if let Some(end) = small(from).filter(|e| *e < to) {
            from = end;
        } else {
            break;
        }
    }
    while to > from
        && scan.mark(to - 1).is_some_and(|c| !matches!(c, '»' | '"' | '”' | '%' | '$' | '€' | '£' | ')'))
    {
        to -= 1;
    }
    if from >= to {
        return None;
    }
    let begin = clause
        .pieces
        .iter()
        .find(|p| p.start == from && p.marker.is_none())
        .map_or(scan.text.tokens[from].start, |p| p.begin);
    Some(scan.text.slice([begin, scan.text.tokens[to - 1].end]))
}
