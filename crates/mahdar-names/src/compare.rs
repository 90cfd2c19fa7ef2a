//! How alike two parts are: the best way to lay their signs side by side.
//!
//! The gain of an alignment is the log of how much likelier its pairs of signs are in one name than by chance.

use crate::name::{LONGEST, Part};
use crate::tables::{N_SIGNS, Tables, UNIT};

/// What a comparison of two parts comes to.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Likeness {
    /// Gain over chance, in nats.
    pub gain: f32,
    /// Gain as a share of what two spellings of one name gain at best; at most 1.
    pub share: f32,
}

const NONE: i32 = i32::MIN / 4;

/// Compares two parts.
pub fn compare(tables: &Tables, a: &Part, b: &Part) -> Likeness {
    if a.is_initial || b.is_initial {
        return compare_initial(tables, a, b);
    }
    let mut likeness = compare_signs(tables, a, b);
    if !a.known.is_empty() && !b.known.is_empty() {
        let rule = &tables.weights.alignment;
        likeness.share = match a.known.iter().any(|id| b.known.contains(id)) {
            true => likeness.share.max(rule.known_same),
            false => likeness.share.min(rule.known_other),
        };
    }
    likeness
}

fn compare_signs(tables: &Tables, a: &Part, b: &Part) -> Likeness {
    let (n, m) = (a.signs.len().min(LONGEST), b.signs.len().min(LONGEST));
    let transposed = (tables.weights.alignment.transposed * UNIT) as i32;
    let gaps_a = &tables.gaps[usize::from(b.script)];
    let gaps_b = &tables.gaps[usize::from(a.script)];
    let mut rows = [[NONE; LONGEST + 1]; 3];
    let mut best = (NONE, 0usize, 0usize);
    for i in 0..=n {
        let start_a = start(&a.starts, i);
        let end_a = end(&a.ends, i);
        let (now, before, two_before) = (i % 3, (i + 2) % 3, (i + 1) % 3);
        let sign_a = if i > 0 { usize::from(a.signs[i - 1]) } else { 0 };
        for j in 0..=m {
            let mut cell = NONE;
            if let (Some(x), Some(y)) = (start_a, start(&b.starts, j)) {
                cell = x + y;
            }
            if i > 0 {
                cell = cell.max(rows[before][j] + gap(gaps_a, &a.signs, i));
            }
            if j > 0 {
                let sign_b = usize::from(b.signs[j - 1]);
                cell = cell.max(rows[now][j - 1] + gap(gaps_b, &b.signs, j));
                if i > 0 {
                    let pair = i32::from(tables.gains[sign_a * N_SIGNS + sign_b]);
                    cell = cell.max(rows[before][j - 1] + pair);
                    if i > 1 && j > 1 {
                        let (x, y) = (usize::from(a.signs[i - 2]), usize::from(b.signs[j - 2]));
                        let (p, q) = (tables.gains[x * N_SIGNS + sign_b], tables.gains[sign_a * N_SIGNS + y]);
                        if p > 0 && q > 0 {
                            let both = i32::from(p) + i32::from(q) + transposed;
                            cell = cell.max(rows[two_before][j - 2] + both);
                        }
                    }
                }
            }
            rows[now][j] = cell;
            if let (Some(x), Some(y)) = (end_a, end(&b.ends, j))
                && cell + x + y > best.0
            {
                best = (cell + x + y, i, j);
            }
        }
    }
    let ideal = (ideal(tables, a, best.1, b.script) + ideal(tables, b, best.2, a.script)) / 2;
    let gain = best.0 as f32 / UNIT;
    Likeness { gain, share: (best.0 as f32 / ideal.max(64) as f32).clamp(-1.0, 1.0) }
}

/// Gain of the sign before `at` standing for nothing; one that repeats the sign before it costs little.
fn gap(gaps: &[i16; N_SIGNS], signs: &[u8], at: usize) -> i32 {
    if at > 1 && signs[at - 1] == signs[at - 2] {
        return -16;
    }
    i32::from(gaps[usize::from(signs[at - 1])])
}

/// What the signs of a part up to `end` gain at best against a script.
fn ideal(tables: &Tables, part: &Part, end: usize, script: u8) -> i32 {
    let from = part.starts.last().map_or(0, |(start, _)| usize::from(*start));
    let best = &tables.ideal[usize::from(script)];
    part.signs[from.min(end)..end].iter().map(|sign| i32::from(best[usize::from(*sign)])).sum()
}

/// A first letter beside a part: it is the first sign, or the second after a glide.
fn compare_initial(tables: &Tables, a: &Part, b: &Part) -> Likeness {
    let (short, long) = if a.is_initial { (a, b) } else { (b, a) };
    let Some(sign) = short.signs.first().map(|sign| usize::from(*sign)) else {
        return Likeness { gain: 0.0, share: 0.0 };
    };
    let gain_at = |at: usize| {
        long.signs.get(at).map_or(NONE, |other| i32::from(tables.gains[sign * N_SIGNS + usize::from(*other)]))
    };
    let skipped = long
        .signs
        .first()
        .map_or(0, |first| i32::from(tables.gaps[usize::from(short.script)][usize::from(*first)]));
    let best = gain_at(0).max(gain_at(1) + skipped);
    let ideal = i32::from(tables.ideal[usize::from(long.script)][sign]).max(32);
    Likeness { gain: best as f32 / UNIT, share: (best as f32 / ideal as f32).clamp(-1.0, 1.0) }
}

fn start(places: &[(u8, i16)], at: usize) -> Option<i32> {
    places.iter().find(|(place, _)| usize::from(*place) == at).map(|(_, gain)| i32::from(*gain))
}

fn end(places: &[(u8, i16)], at: usize) -> Option<i32> {
    start(places, at)
}
