//! Cuts sentences into clauses that each state one thing, and lines into headings and items.

use std::ops::Range;

use super::figure::{Figure, figures};
use super::grammar::{Grammar, Relation, Work};
use super::piece::{Piece, bullet, pieces};
use crate::detect::Scan;
use crate::pack::Sense;
use crate::text::Kind;

/// A run of tokens that may state one claim.
#[derive(Debug, Clone)]
pub(super) struct Clause {
    pub range: Range<usize>,
    pub pieces: Vec<Piece>,
    pub figures: Vec<Figure>,
    /// Stands alone in an item of a list or after a heading.
    pub item: bool,
    /// The clause before it in the same sentence, if any, may lend its noun.
    pub follows: bool,
}

/// A sentence as headings and clauses.
#[derive(Debug, Clone)]
pub(super) enum Part {
    /// Names the area of what follows.
    Heading(Vec<Piece>, bool),
    /// May claim something.
    Clause(Clause),
}

/// The most words of a heading before a colon.
const HEADING: usize = 7;

/// The parts of one sentence in order. `last` tells that no line follows it.
pub(super) fn parts(scan: &Scan, grammar: &Grammar, sentence: Range<usize>, last: bool) -> Vec<Part> {
    let mut out = Vec::new();
    let mut range = sentence.clone();
    let mut item = bullet(scan, &range);
    while range.start < range.end && item && matches!(scan.text.tokens[range.start].kind, Kind::Mark(_)) {
        range.start += 1;
    }
    let opens = scan.text.tokens[sentence.start].breaks;
    let colon = (range.start..range.end.min(range.start + HEADING + 1)).find(|&i| scan.mark(i) == Some(':'));
    if let Some(at) = colon
        && at > range.start
        && !scan.text.tokens[range.start..at].iter().any(|t| t.kind == Kind::Number)
    {
        let head = pieces(scan, grammar, range.start..at);
        out.push(Part::Heading(head, at + 1 == range.end));
        item = item || at + 1 < range.end;
        range.start = at + 1;
    } else if opens && !item && !last && is_title_line(scan, grammar, &range) {
        out.push(Part::Heading(pieces(scan, grammar, range), true));
        return out;
    }
    if range.start < range.end {
        out.extend(clauses(scan, grammar, range, item).into_iter().map(Part::Clause));
    }
    out
}

/// A short line that ends without a mark and states nothing.
fn is_title_line(scan: &Scan, grammar: &Grammar, range: &Range<usize>) -> bool {
    let ends_line = scan.text.tokens.get(range.end).is_some_and(|t| t.breaks);
    let stopped = matches!(scan.text.tokens[range.end - 1].kind, Kind::Mark('.' | '!' | '?' | ';' | '؛' | '…'));
    ends_line && !stopped && range.len() <= HEADING && !pieces(scan, grammar, range.clone()).iter().any(|p| p.cue(grammar).is_some_and(|c| c.head))
}

fn clauses(scan: &Scan, grammar: &Grammar, range: Range<usize>, item: bool) -> Vec<Clause> {
    let all = pieces(scan, grammar, range.clone());
    let figures = figures(scan, range.clone());
    let final_verb = scan.pack.features.order == "sov";
    // Where a clause may begin: after a mark, at a conjunction, at a word with an attached one.
    let mut starts: Vec<(usize, bool)> = vec![(range.start, true)];
    let mut mark = |at: usize, hard: bool| {
        if at > range.start && at < range.end && starts.last().is_some_and(|(s, _)| *s < at) {
            starts.push((at, hard));
        }
    };
    let mut next = all.iter().peekable();
    let mut depth = 0;
    for t in range.clone() {
        while next.peek().is_some_and(|p| p.start < t) {
            next.next();
        }
        match scan.text.tokens[t].kind {
            Kind::Mark('(' | '[') => depth += 1,
            Kind::Mark(')' | ']') => depth = 0,
            Kind::Mark(';' | '؛') => mark(t + 1, true),
            Kind::Mark(':' ) if depth == 0 => mark(t + 1, false),
            Kind::Mark(',' | '،' | '—' | '–') if depth == 0 && !scan.text.tokens.get(t + 1).is_some_and(|n| n.glued) => mark(t + 1, false),
            _ => {}
        }
        if let Some(p) = next.peek()
            && p.start == t
            && (p.does(Work::Break) || p.does(Work::And) || p.and && (p.cue.is_some() || p.noun.is_some() || p.works != 0 || p.state.is_some()))
        {
            mark(t, p.does(Work::Break) && !p.does(Work::And) && !p.does(Work::Which));
        }
    }
    let mut out: Vec<Clause> = Vec::new();
    let mut open: Option<Clause> = None;
    for (k, (start, _)) in starts.iter().enumerate() {
        let end = starts.get(k + 1).map_or(range.end, |n| n.0);
        let hard = starts[k].1;
        let segment = Clause {
            range: *start..end,
            pieces: all.iter().filter(|p| p.start >= *start && p.end <= end).cloned().collect(),
            figures: figures.iter().filter(|f| f.at.start >= *start && f.at.end <= end).cloned().collect(),
            item: false,
            follows: false,
        };
        open = Some(match open.take() {
            None => segment,
            Some(before) if begins(scan, grammar, &before, &segment, hard, final_verb) => {
                out.push(before);
                segment
            }
            Some(before) => join(before, segment),
        });
    }
    out.extend(open);
    let n = out.len();
    for (k, clause) in out.iter_mut().enumerate() {
        clause.follows = k > 0;
        clause.item = item && n == 1;
    }
    out
}

fn join(mut before: Clause, after: Clause) -> Clause {
    before.range.end = after.range.end;
    before.pieces.extend(after.pieces);
    before.figures.extend(after.figures);
    before
}

/// What a run of pieces has to state something.
struct Content {
    noun: bool,
    head: bool,
    figure: bool,
    trend: bool,
    own: bool,
}

fn content(grammar: &Grammar, clause: &Clause) -> Content {
    let attached = |p: &&Piece| p.marker.is_none();
    let heads: Vec<&Piece> = clause.pieces.iter().filter(attached).filter(|p| p.cue(grammar).is_some_and(|c| c.head)).collect();
    Content {
        noun: clause.pieces.iter().any(|p| p.noun(grammar).is_some()),
        own: clause.pieces.iter().any(|p| p.noun(grammar).is_some_and(|n| n.weight >= 2)),
        head: !heads.is_empty(),
        figure: clause.figures.iter().any(|f| f.amount),
        trend: clause.pieces.iter().any(|p| p.cue(grammar).is_some_and(|c| matches!(c.relation, Some(Relation::Trend)))),
    }
}

/// The segment begins a claim of its own, and does not go on with the one before.
fn begins(scan: &Scan, grammar: &Grammar, before: &Clause, segment: &Clause, hard: bool, final_verb: bool) -> bool {
    let (b, s) = (content(grammar, before), content(grammar, segment));
    let complete = if final_verb { b.head && ends_in_head(grammar, before) } else { b.head && b.noun || b.noun && b.figure };
    if !complete {
        // A subject that waits for its predicate, or a run that says nothing yet.
        return hard && (b.noun || b.figure) && s.noun && s.head;
    }
    // "Rose by 12 % and amounted to 3 bn" goes on.
    if b.trend && s.figure && !s.noun && s.head && !segment.pieces.iter().any(|p| p.cue(grammar).is_some_and(|c| c.relation == Some(Relation::Trend))) {
        return false;
    }
    if s.head && (s.noun || s.figure) {
        return s.own || s.figure || hard || predicate_first(scan, grammar, segment);
    }
    if s.own && s.figure {
        return true;
    }
    // A clause that leaves the noun out ("but fell in 2023").
    hard && s.head || s.head && s.trend
}

fn ends_in_head(grammar: &Grammar, clause: &Clause) -> bool {
    clause.pieces.iter().rev().take(3).any(|p| p.cue(grammar).is_some_and(|c| c.head)) || clause.figures.last().is_some_and(|f| f.at.end + 3 > clause.range.end)
}

fn predicate_first(scan: &Scan, grammar: &Grammar, segment: &Clause) -> bool {
    let _ = scan.is(segment.range.start, |s| matches!(s, Sense::Common));
    segment.pieces.iter().take(3).any(|p| p.marker.is_none() && p.cue(grammar).is_some_and(|c| c.head))
}
