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
    let sov = scan.pack.features.order == "sov";
    for p in pieces {
        if p.does(Work::Source) {
            if sov {
                let from = (range.start..p.start).rev().find(|&i| stop(i)).map_or(range.start, |i| i + 1);
                if from < p.start
                    && let Some(source) = made(scan, from, p.start, from..p.end)
                {
                    return Some(source);
                }
                continue;
            }
            let to = (p.end..range.end).find(|&i| stop(i)).unwrap_or(range.end).min(p.end + 9);
            if to > p.end
                && let Some(source) = made(scan, p.end, to, p.start..to)
            {
                return Some(source);
            }
        }
        if p.does(Work::Say) {
            let verb_first = scan.pack.features.order == "vso";
            if verb_first {
                // Says the minister that …: up to the word that opens what is said.
                let to = pieces
                    .iter()
                    .find(|q| q.start > p.end && q.start - p.end < 12 && q.does(Work::Which))
                    .map(|q| q.start);
                if let Some(to) = to
                    && to > p.end
                    && let Some(source) = made(scan, p.end, to, p.start..to + 1)
                {
                    return Some(source);
                }
            } else {
                let from = (range.start..p.start).rev().find(|&i| stop(i)).map_or(range.start, |i| i + 1);
                if from < p.start
                    && p.start - from < 12
                    && let Some(source) = made(scan, from, p.start, from..p.end)
                {
                    return Some(source);
                }
                let to = (p.end..range.end).find(|&i| stop(i)).unwrap_or(range.end).min(p.end + 9);
                if to > p.end
                    && let Some(source) = made(scan, p.end, to, p.start..to)
                {
                    return Some(source);
                }
            }
        }
    }
    None
}
