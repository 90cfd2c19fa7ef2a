//! A line of text as the pieces that claims are made of: nouns, cues, states, figures, small words.

use std::ops::Range;

use super::grammar::{Cue, Grammar, Noun, Work};
use crate::detect::Scan;
use crate::pack::{ClaimList, Sense, StateForm, kinds, tags};
use crate::text::Kind;

/// One word or phrase that a claim may be made of.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Piece<'a> {
    pub start: usize,
    pub end: usize,
    /// Byte where it begins, after attached letters.
    pub begin: usize,
    pub noun: Option<usize>,
    pub cue: Option<usize>,
    pub works: u32,
    pub state: Option<(&'a str, StateForm)>,
    /// Case marks of the last word.
    pub tags: u32,
    /// A conjunction is attached.
    pub and: bool,
    /// Attached preposition.
    pub marker: Option<&'a str>,
}

impl Piece<'_> {
    pub fn does(&self, work: Work) -> bool {
        self.works & work as u32 != 0
    }

    pub fn noun<'g>(&self, grammar: &'g Grammar) -> Option<&'g Noun> {
        self.noun.and_then(|i| grammar.noun.get(i))
    }

    pub fn cue<'g>(&self, grammar: &'g Grammar) -> Option<&'g Cue> {
        self.cue.and_then(|i| grammar.cue.get(i))
    }
}

/// The pieces of a token range, the longest phrase first wherever several begin.
pub(super) fn pieces<'a>(scan: &Scan<'a>, grammar: &Grammar, range: Range<usize>) -> Vec<Piece<'a>> {
    let mut out = Vec::with_capacity(range.len() / 2);
    let mut from = range.start;
    while let Some(t) = scan.matches.next_with(from..range.end, kinds::CLAIM | kinds::STATE) {
        let mut piece = Piece { start: t, ..Piece::default() };
        for m in &scan.matches[t] {
            // Longest first; of equal length all meanings stay.
            if m.kind & (kinds::CLAIM | kinds::STATE) == 0
                || m.end > range.end
                || (piece.end > 0 && m.end < piece.end)
            {
                continue;
            }
            let known = match scan.sense(m) {
                Sense::Claim { list, index } => match list {
                    ClaimList::Noun => {
                        piece.noun.get_or_insert(*index);
                        true
                    }
                    ClaimList::Cue => {
                        piece.cue.get_or_insert(*index);
                        true
                    }
                    ClaimList::Word => {
                        piece.works |=
                            grammar.word[*index].work.iter().fold(0, |all, work| all | *work as u32);
                        true
                    }
                    ClaimList::Need
                    | ClaimList::Near
                    | ClaimList::Exclude
                    | ClaimList::News
                    | ClaimList::Conditions => false,
                },
                // "US$" is no state.
                Sense::State { code, form }
                    if piece.state.is_none()
                        && !(scan.mark(m.end) == Some('$') && scan.text.tokens[m.end].glued) =>
                {
                    piece.state = Some((code, *form));
                    true
                }
                _ => false,
            };
            if known && piece.end == 0 {
                piece.end = m.end;
                piece.begin = scan.begin(m);
                piece.tags = m.last_tags;
                piece.and = m.first.tags & tags::AND != 0;
                piece.marker = scan.pack.lexicon.marker_name(m.first.marker);
            }
        }
        from = t + 1;
        if piece.end > 0 {
            from = piece.end;
            out.push(piece);
        }
    }
    unname(scan, &mut out, &range);
    out
}

/// The words of a short name in quotation marks tell no area.
fn unname(scan: &Scan, pieces: &mut [Piece], range: &Range<usize>) {
    // What stands more than a short name after the last piece names none of them.
    let Some(last) = pieces.last() else { return };
    let mut open: Option<usize> = None;
    for t in range.start..range.end.min(last.end + 5) {
        match scan.mark(t) {
            Some('«' | '“' | '„') => open = Some(t),
            Some('"') if open.is_none() => open = Some(t),
            Some('»' | '”' | '"') => {
                if let Some(from) = open.take().filter(|from| t - from <= 4) {
                    for p in pieces.iter_mut().filter(|p| p.start > from && p.end <= t) {
                        (p.noun, p.cue, p.works) = (None, None, 0);
                    }
                }
            }
            _ => {}
        }
    }
}

/// A line begins with a bullet or a number of a list.
pub(super) fn bullet(scan: &Scan, range: &Range<usize>) -> bool {
    matches!(scan.text.tokens[range.start].kind, Kind::Mark('-' | '•' | '–' | '—' | '*' | '▪' | '●' | '·'))
}
