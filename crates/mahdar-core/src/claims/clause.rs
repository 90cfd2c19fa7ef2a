//! Cuts sentences into clauses that each state one thing, and lines into headings and items.

use std::ops::Range;

use super::figure::{Figure, figures, year};
use super::grammar::{Flow, Grammar, Relation, Work};
use super::piece::{Piece, bullet, pieces};
use crate::detect::Scan;
use crate::pack::{Sense, StateForm};
use crate::text::Kind;

/// A run of tokens that may state one claim.
#[derive(Debug, Clone)]
pub(super) struct Clause<'a, 's> {
    pub range: Range<usize>,
    pub pieces: &'s [Piece<'a>],
    pub figures: &'s [Figure<'a>],
    /// Stands alone in an item of a list or after a heading.
    pub item: bool,
    /// The clause before it in the same sentence, if any, may lend its noun.
    pub follows: bool,
}

/// A sentence as a heading and clauses.
#[derive(Debug, Default)]
pub(super) struct Parts<'a> {
    /// Names the area of what follows; whether it stands alone.
    pub heading: Option<(Vec<Piece<'a>>, bool)>,
    pieces: Vec<Piece<'a>>,
    figures: Vec<Figure<'a>>,
    /// What may claim something, in order.
    segments: Vec<Segment>,
    item: bool,
}

impl<'a> Parts<'a> {
    /// The clauses in order.
    pub fn clauses(&self) -> impl Iterator<Item = Clause<'a, '_>> {
        self.segments.iter().enumerate().map(|(k, segment)| Clause {
            range: segment.range.clone(),
            pieces: &self.pieces[segment.pieces.clone()],
            figures: &self.figures[segment.figures.clone()],
            item: self.item && self.segments.len() == 1,
            follows: k > 0,
        })
    }
}

/// A run of tokens with its pieces and figures among those of its sentence.
#[derive(Debug)]
struct Segment {
    range: Range<usize>,
    pieces: Range<usize>,
    figures: Range<usize>,
    content: Content,
}

impl Segment {
    /// With the segment right after it.
    fn join(self, after: Segment) -> Segment {
        Segment {
            range: self.range.start..after.range.end,
            pieces: self.pieces.start..after.pieces.end,
            figures: self.figures.start..after.figures.end,
            content: self.content.and(after.content),
        }
    }
}

/// The most words of a heading before a colon.
const HEADING: usize = 7;

/// The parts of one sentence in order. `last` tells that no line follows it.
pub(super) fn parts<'a>(scan: &Scan<'a>, grammar: &Grammar, sentence: Range<usize>, last: bool) -> Parts<'a> {
    let mut out = Parts::default();
    let mut range = sentence.clone();
    let mut item = bullet(scan, &range);
    while range.start < range.end && item && matches!(scan.text.tokens[range.start].kind, Kind::Mark(_)) {
        range.start += 1;
    }
    let opens = scan.text.tokens[sentence.start].breaks;
    let colon = (range.start..range.end.min(range.start + HEADING + 1)).find(|&i| scan.mark(i) == Some(':'));
    if let Some(at) = colon
        && at > range.start
        && (at + 1 == range.end || scan.text.tokens[at + 1..range.end].iter().any(|t| t.kind == Kind::Word))
        && !scan.text.tokens[range.start..at].iter().any(|t| t.kind == Kind::Number)
        && let head = pieces(scan, grammar, range.start..at)
        && (at + 1 == range.end || !head.iter().any(|p| predicate(scan, grammar, p)))
    {
        out.heading = Some((head, at + 1 == range.end));
        item = item || at + 1 < range.end;
        range.start = at + 1;
    } else if opens && !item && !last && is_title_line(scan, grammar, &range) {
        out.heading = Some((pieces(scan, grammar, range), true));
        return out;
    }
    // "Energy. Russia supplies …": a run-in heading.
    let run_in = opens
        && !item
        && range.len() <= 6
        && scan.text.tokens.get(range.end).is_some_and(|t| !t.breaks)
        && scan.mark(range.end - 1) == Some('.');
    if run_in && colon.is_none() {
        let head = pieces(scan, grammar, range.clone());
        if head.iter().any(|p| p.noun.is_some())
            && !head.iter().any(|p| predicate(scan, grammar, p))
            && figures(scan, range.clone()).is_empty()
        {
            out.heading = Some((head, false));
            return out;
        }
    }
    if range.start < range.end {
        clauses(scan, grammar, range, &mut out);
        out.item = item;
    }
    out
}

/// A short line that ends without a mark and states nothing.
fn is_title_line(scan: &Scan, grammar: &Grammar, range: &Range<usize>) -> bool {
    let ends_line = scan.text.tokens.get(range.end).is_some_and(|t| t.breaks);
    let stopped = matches!(scan.text.tokens[range.end - 1].kind, Kind::Mark('.' | '!' | '?' | ';' | '…'));
    ends_line
        && !stopped
        && range.len() <= HEADING
        && !pieces(scan, grammar, range.clone()).iter().any(|p| predicate(scan, grammar, p))
}

fn clauses<'a>(scan: &Scan<'a>, grammar: &Grammar, range: Range<usize>, parts: &mut Parts<'a>) {
    let mut all = pieces(scan, grammar, range.clone());
    let mut figures = figures(scan, range.clone());
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
            Kind::Mark(';') => mark(t + 1, true),
            Kind::Mark(':') if depth == 0 => mark(t + 1, false),
            Kind::Mark(',' | '—' | '–')
                if depth == 0 && !scan.text.tokens.get(t + 1).is_some_and(|n| n.glued) =>
            {
                mark(t + 1, false)
            }
            _ => {}
        }
        if let Some(p) = next.peek()
            && p.start == t
            && depth == 0
            && (p.does(Work::Break)
                || p.does(Work::And)
                || p.and && (p.cue.is_some() || p.noun.is_some() || p.works != 0 || p.state.is_some()))
        {
            mark(t, p.does(Work::Break) && !p.does(Work::And) && !p.does(Work::Which));
        }
        // "Growth in trade that includes exports of …": a second predicate with a noun of its own.
        if let Some(p) = next.peek()
            && p.start == t
            && p.cue(grammar).is_some_and(|c| c.head && c.relation == Some(Relation::Level))
            && includes(grammar, &all, p)
        {
            mark(t, true);
        }
    }
    let digits = range.clone().any(|t| scan.text.tokens[t].kind == Kind::Number);
    // What a start cuts belongs to neither side.
    let whole = |at: &Range<usize>| {
        let next = starts.partition_point(|(start, _)| *start <= at.start);
        at.end <= starts.get(next).map_or(range.end, |(start, _)| *start)
    };
    if starts.len() > 1 {
        all.retain(|p| whole(&(p.start..p.end)));
        figures.retain(|f| whole(&f.at));
    }
    let mut out: Vec<Segment> = Vec::with_capacity(starts.len());
    let mut open: Option<Segment> = None;
    let (mut first_piece, mut first_figure) = (0, 0);
    for (k, (start, hard)) in starts.iter().enumerate() {
        let end = starts.get(k + 1).map_or(range.end, |n| n.0);
        let n_pieces = all[first_piece..].iter().take_while(|p| p.start < end).count();
        let n_figures = figures[first_figure..].iter().take_while(|f| f.at.start < end).count();
        let pieces = first_piece..first_piece + n_pieces;
        let own = first_figure..first_figure + n_figures;
        (first_piece, first_figure) = (pieces.end, own.end);
        let mut content = content(scan, grammar, &all[pieces.clone()], &figures[own.clone()]);
        content.year = digits && (*start..end).any(|i| year(scan, i).is_some());
        let segment = Segment { range: *start..end, pieces, figures: own, content };
        open = Some(match open.take() {
            None => segment,
            Some(before) => {
                let run = |s: &Segment| Run {
                    end: s.range.end,
                    start: s.range.start,
                    pieces: &all[s.pieces.clone()],
                    figures: &figures[s.figures.clone()],
                    content: s.content,
                };
                if begins(scan, grammar, &run(&before), &run(&segment), *hard, !out.is_empty()) {
                    out.push(before);
                    segment
                } else {
                    before.join(segment)
                }
            }
        });
    }
    if let Some(last) = open {
        // What is left over where the predicate comes last belongs to the clause before.
        let c = last.content;
        match out.pop() {
            Some(before) if final_verb && !c.head && !c.figure && !c.own => out.push(before.join(last)),
            Some(before) => out.extend([before, last]),
            None => out.push(last),
        }
    }
    (parts.pieces, parts.figures, parts.segments) = (all, figures, out);
}

/// What one segment, or several joined, has.
struct Run<'a, 's> {
    start: usize,
    end: usize,
    pieces: &'s [Piece<'a>],
    figures: &'s [Figure<'a>],
    content: Content,
}

/// A predicate after a trend with its noun, right before a noun that tells its own area.
fn includes(grammar: &Grammar, all: &[Piece], p: &Piece) -> bool {
    let before: Vec<&Piece> = all.iter().filter(|q| q.end <= p.start && p.start - q.end < 8).collect();
    let trend = before.iter().any(|q| q.cue(grammar).is_some_and(|c| c.relation == Some(Relation::Trend)));
    let next = all.iter().find(|q| q.start >= p.end);
    trend
        && before.iter().any(|q| q.noun(grammar).is_some_and(|n| n.weight == 3))
        && next.is_some_and(|q| q.start == p.end && q.noun(grammar).is_some_and(|n| n.weight == 3))
}

/// What a run of pieces has to state something.
#[derive(Debug, Clone, Copy, Default)]
struct Content {
    noun: bool,
    own: bool,
    head: bool,
    cue: bool,
    figure: bool,
    year: bool,
    change: bool,
    trend: bool,
    greeting: bool,
    flow: Option<Flow>,
    state: bool,
}

/// A piece that may be the predicate of a clause.
fn predicate(scan: &Scan, grammar: &Grammar, piece: &Piece) -> bool {
    // Without cases a form that is noun and verb is a noun, unless a name stands right before it.
    let doubtful =
        piece.noun.is_some() && scan.pack.features.case.is_empty() && scan.pack.features.order == "svo";
    let named = piece.start > 0
        && scan.is(piece.start - 1, |s| matches!(s, Sense::State { form: StateForm::Name, .. }));
    piece.marker.is_none() && piece.cue(grammar).is_some_and(|c| c.head) && (!doubtful || named)
}

impl Content {
    /// Of two runs that stand one after the other.
    fn and(self, after: Content) -> Content {
        Content {
            noun: self.noun | after.noun,
            own: self.own | after.own,
            head: self.head | after.head,
            cue: self.cue | after.cue,
            figure: self.figure | after.figure,
            year: self.year | after.year,
            change: self.change | after.change,
            trend: self.trend | after.trend,
            greeting: self.greeting | after.greeting,
            flow: if self.noun { self.flow } else { after.flow },
            state: self.state | after.state,
        }
    }
}

/// All but whether there is a year.
fn content(scan: &Scan, grammar: &Grammar, pieces: &[Piece], figures: &[Figure]) -> Content {
    let mut content = Content { figure: figures.iter().any(|f| f.amount), ..Content::default() };
    for p in pieces {
        let head = predicate(scan, grammar, p);
        if let Some(noun) = p.noun(grammar) {
            if !content.noun {
                content.flow = noun.flow;
            }
            content.noun = true;
            content.own |= noun.weight >= 2;
        }
        if let Some(cue) = p.cue(grammar) {
            content.trend |= cue.relation == Some(Relation::Trend);
            content.change |= matches!(cue.relation, Some(Relation::Trend | Relation::Compare));
        }
        content.head |= head;
        content.cue |= p.cue.is_some() && p.marker.is_none() && (p.noun.is_none() || head);
        content.greeting |= p.does(Work::Greeting);
        content.state |= p.state.is_some();
    }
    content
}

/// The segment begins a claim of its own, and does not go on with the one before.
fn begins(scan: &Scan, grammar: &Grammar, before: &Run, segment: &Run, hard: bool, told: bool) -> bool {
    let (b, s) = (before.content, segment.content);
    if b.greeting != s.greeting {
        return true;
    }
    // "A's embassy in X, B's embassy in Y", each with its own state.
    if b.flow == Some(Flow::Mission) && s.flow == b.flow && b.state && s.state {
        return true;
    }
    let first = segment.pieces.iter().find(|p| p.works == 0 || p.noun.is_some() || p.cue.is_some());
    let places = |c: &Run| {
        c.pieces.iter().take(4).any(|p| {
            p.cue(grammar).is_some_and(|c| matches!(c.relation, Some(Relation::First | Relation::Rank)))
        })
    };
    if scan.pack.features.order == "sov" {
        // The predicate closes a clause; what comes after it is the next.
        return (b.head && ends_in_head(scan, grammar, before))
            && (b.noun || told)
            && (s.noun || s.head || s.figure);
    }
    let complete = b.noun && (b.cue || b.figure) || told && b.head;
    if !complete {
        // A subject that waits for its predicate, or a run that says nothing yet.
        return hard && (b.noun || b.figure) && s.noun && s.head;
    }
    // "Rose by 12 % and amounted to 3 bn" goes on.
    if b.trend && s.figure && !s.noun && s.head && !s.change {
        return false;
    }
    // Two nouns under one predicate, and a figure at their end.
    let listed = first.is_some_and(|p| p.and && p.cue.is_none() && p.noun.is_some())
        && before.pieces.last().is_some_and(|p| p.noun.is_some() && p.end == segment.start);
    let flows = matches!(
        (b.flow, s.flow),
        (Some(Flow::Export), Some(Flow::Import)) | (Some(Flow::Import), Some(Flow::Export))
    );
    if flows {
        return true;
    }
    if listed && !b.figure {
        return false;
    }
    if places(segment) && (b.head || b.figure || places(before)) {
        return true;
    }
    if s.head && (s.noun || s.figure) {
        return s.own || s.figure || hard || predicate_first(scan, grammar, segment);
    }
    let semicolon = segment.start > 0 && matches!(scan.mark(segment.start - 1), Some(';'));
    let ranks = segment.pieces.iter().any(|p| {
        p.cue(grammar)
            .is_some_and(|c| matches!(c.relation, Some(Relation::First | Relation::Rank | Relation::Compare)))
    });
    if s.own
        && (s.figure
            || semicolon
            || hard && s.cue
            || ranks && segment.pieces.iter().any(|p| p.state.is_some())
            || s.year && b.year)
    {
        return true;
    }
    // A clause that leaves the noun out ("but fell in 2023", "but has not begun").
    let denied = segment.pieces.iter().any(|p| p.does(Work::Not));
    s.head && (hard || s.change || denied)
}

fn ends_in_head(scan: &Scan, grammar: &Grammar, clause: &Run) -> bool {
    clause.pieces.iter().rev().take(3).any(|p| predicate(scan, grammar, p))
        || clause.figures.last().is_some_and(|f| f.at.end + 3 > clause.end)
}

fn predicate_first(scan: &Scan, grammar: &Grammar, segment: &Run) -> bool {
    segment.pieces.iter().take(3).any(|p| predicate(scan, grammar, p))
}
