//! Who says a claim: words after "according to", or the subject of a verb of saying.

use std::ops::Range;

use super::grammar::{Grammar, Work};
use super::piece::Piece;
use crate::detect::Scan;
use crate::model::Words;
use crate::text::Kind;

/// A source named in a sentence: its words and the tokens that the claim does not need.
pub(super) struct Source {
    pub words: Words,
    pub whole: Range<usize>,
}

/// The source named in a token range, if any.
pub(super) fn source(scan: &Scan, grammar: &Grammar, range: Range<usize>, pieces: &[Piece]) -> Option<Source> {
    let _ = grammar;
    let stop = |i: usize| matches!(scan.text.tokens[i].kind, Kind::Mark(c) if c != '«' && c != '»' && c != '"');
    let sov = scan.pack.features.order == "sov";
    for p in pieces {
        if p.does(Work::Source) {
            if sov {
                let from = (range.start..p.start).rev().find(|&i| stop(i)).map_or(range.start, |i| i + 1);
                if from < p.start {
                    return Some(Source { words: scan.text.words(from, p.start), whole: from..p.end });
                }
                continue;
            }
            let to = (p.end..range.end).find(|&i| stop(i)).unwrap_or(range.end).min(p.end + 9);
            if to > p.end {
                return Some(Source { words: scan.text.words(p.end, to), whole: p.start..to });
            }
        }
        if p.does(Work::Say) {
            let verb_first = scan.pack.features.order == "vso";
            if verb_first {
                // Says the minister that …: up to the word that opens what is said.
                let to = pieces.iter().find(|q| q.start > p.end && q.start - p.end < 12 && q.does(Work::Which)).map(|q| q.start);
                if let Some(to) = to
                    && to > p.end
                {
                    return Some(Source { words: scan.text.words(p.end, to), whole: p.start..to + 1 });
                }
            } else {
                let from = (range.start..p.start).rev().find(|&i| stop(i)).map_or(range.start, |i| i + 1);
                if from < p.start && p.start - from < 12 {
                    return Some(Source { words: scan.text.words(from, p.start), whole: from..p.end });
                }
                let to = (p.end..range.end).find(|&i| stop(i)).unwrap_or(range.end).min(p.end + 9);
                if from == p.start && to > p.end {
                    return Some(Source { words: scan.text.words(p.end, to), whole: p.start..to });
                }
            }
        }
    }
    None
}
