//! Who says a claim: words after "according to", or the subject of a verb of saying.

use std::ops::Range;

use super::grammar::Work;
use super::piece::Piece;
use crate::detect::Scan;
use crate::model::Words;
use crate::text::Kind;

/// A source named in a sentence: its words and the tokens that the claim does not need.
pub(super) struct Source {
    pub words: Words,
    pub whole: Range<usize>,
}

/// A source between tokens, without marks at its ends.
fn made(scan: &Scan, from: usize, to: usize, whole: Range<usize>) -> Option<Source> {
    let word = |i: &usize| matches!(scan.text.tokens[*i].kind, Kind::Word | Kind::Number);
    let first = (from..to).find(word)?;
    let last = (first..to).rev().find(word)?;
    Some(Source { words: scan.text.words(first, last + 1), whole })
}

/// The source named in a token range, if any.
pub(super) fn source(scan: &Scan, range: Range<usize>, pieces: &[Piece]) -> Option<Source> {
    let stop =
        |i: usize| matches!(scan.text.tokens[i].kind, Kind::Mark(c) if c != '«' && c != '»' && c != '"');
    let order = scan.pack.features.order.as_str();
    // Where the words between the last mark and a piece begin.
    let before = |p: &Piece| (range.start..p.start).rev().find(|&i| stop(i)).map_or(range.start, |i| i + 1);
    let told_before =
        |p: &Piece, from: usize| (from < p.start).then(|| made(scan, from, p.start, from..p.end)).flatten();
    let told_after = |p: &Piece| {
        let to = (p.end..range.end).find(|&i| stop(i)).unwrap_or(range.end).min(p.end + 9);
        (to > p.end).then(|| made(scan, p.end, to, p.start..to)).flatten()
    };
    for p in pieces {
        if p.does(Work::Source) {
            let sov = order == "sov";
            let source = if sov { told_before(p, before(p)) } else { told_after(p) };
            if source.is_some() {
                return source;
            }
            if sov {
                continue;
            }
        }
        if p.does(Work::Say) {
            let source = if order == "vso" {
                // Says the minister that …: up to the word that opens what is said.
                pieces
                    .iter()
                    .find(|q| q.start > p.end && q.start - p.end < 12 && q.does(Work::Which))
                    .and_then(|q| made(scan, p.end, q.start, p.start..q.start + 1))
            } else {
                let from = before(p);
                (p.start.saturating_sub(from) < 12)
                    .then(|| told_before(p, from))
                    .flatten()
                    .or_else(|| told_after(p))
            };
            if source.is_some() {
                return source;
            }
        }
    }
    None
}
