//! How alike two parts are: the best way to lay their signs side by side.
//!
//! The gain of an alignment is the log of how much likelier its pairs of signs are in one name than by chance.

use crate::name::{LONGEST, Part};
use crate::tables::{N_SIGNS, Sign, Tables, UNIT};

/// What a comparison of two parts comes to.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Likeness {
    /// Gain over chance, in nats.
    pub gain: f32,
    /// Gain as a share of what two spellings of one name gain at best; at most 1.
    pub share: f32,
}

const NONE: i32 = i32::MIN / 4;

/// Likeness of parts that share too few consonants to be looked at.
const FAR: Likeness = Likeness { gain: 0.0, share: -0.2 };

/// The signs of one part, or of several written as one.
#[derive(Clone, Copy)]
pub(crate) struct Run<'a> {
    pub signs: &'a [Sign],
    pub starts: &'a [(u8, i16)],
    pub ends: &'a [(u8, i16)],
    pub known: &'a [u16],
    pub classes: u16,
    pub script: u8,
}

impl<'a> From<&'a Part> for Run<'a> {
    fn from(part: &'a Part) -> Run<'a> {
        Run {
            signs: &part.signs[..part.signs.len().min(LONGEST)],
            starts: &part.starts,
            ends: &part.ends,
            known: &part.known,
            classes: part.classes,
            script: part.script,
        }
    }
}

/// Gain of two spellings of a known name that are not looked at further, in nats.
const KNOWN_GAIN: f32 = 10.0;

/// Compares two parts.
pub fn compare(tables: &Tables, a: &Part, b: &Part) -> Likeness {
    if a.is_initial || b.is_initial {
        return compare_initial(tables, a, b);
    }
    compare_runs(tables, a.into(), b.into())
}

/// Compares two runs of signs.
pub(crate) fn compare_runs(tables: &Tables, a: Run<'_>, b: Run<'_>) -> Likeness {
    let rule = &tables.weights.alignment;
    if !a.known.is_empty() && !b.known.is_empty() {
        if !a.known.iter().any(|id| b.known.contains(id)) {
            return Likeness { gain: 0.0, share: rule.known_other };
        }
        let share = if a.script == b.script && a.signs == b.signs { 1.0 } else { rule.known_same };
        return Likeness { gain: KNOWN_GAIN, share };
    }
    if is_far(a.classes, b.classes) {
        return FAR;
    }
    compare_signs(tables, a, b)
}

/// True when fewer than half of the classes of consonants of two parts are in both.
pub(crate) fn is_far(a: u16, b: u16) -> bool {
    (a & b).count_ones() * 3 < (a | b).count_ones()
}

fn compare_signs(tables: &Tables, a: Run<'_>, b: Run<'_>) -> Likeness {
    let m = b.signs.len();
    let gaps_a = &tables.gaps[usize::from(b.script)];
    let gaps_b = &tables.gaps[usize::from(a.script)];
    let transposed = (tables.weights.alignment.transposed * UNIT) as i32;
    let mut gap_b = [0i32; LONGEST + 1];
    let mut signs_b = [0u8; LONGEST + 1];
    for j in 1..=m.min(LONGEST) {
        gap_b[j] = gap(gaps_b, b.signs, j);
        signs_b[j] = b.signs[j - 1];
    }
    let mut rows = [[NONE; LONGEST + 1]; 3];
    let [two_before, before, now] = &mut rows;
    let (mut two_before, mut before, mut now) = (two_before, before, now);
    let mut best = (NONE, 0usize, 0usize);
    for i in 0..=a.signs.len() {
        let start = a.starts.iter().find(|(start, _)| usize::from(*start) == i);
        for cell in &mut now[..=m.min(LONGEST)] {
            *cell = NONE;
        }
        if let Some((_, x)) = start {
            for (start, y) in b.starts {
                now[usize::from(*start)] = i32::from(*x) + i32::from(*y);
            }
        }
        if i == 0 {
            for j in 1..=m.min(LONGEST) {
                now[j] = now[j].max(now[j - 1] + gap_b[j]);
            }
        } else {
            let gap_a = gap(gaps_a, a.signs, i);
            let gains = tables.gains_of(a.signs[i - 1]);
            let gains_before = tables.gains_of(a.signs[i.max(2) - 2]);
            now[0] = now[0].max(before[0] + gap_a);
            let mut left = now[0];
            let mut diagonal = before[0];
            let mut gain_left = 0i32;
            for j in 1..=m.min(LONGEST) {
                let sign_b = usize::from(signs_b[j]);
                let gain = i32::from(gains[sign_b]);
                let up = before[j];
                let mut cell = now[j].max(diagonal + gain).max(up + gap_a).max(left + gap_b[j]);
                if gain_left > 0 && i > 1 && j > 1 {
                    let other = i32::from(gains_before[sign_b]);
                    if other > 0 {
                        cell = cell.max(two_before[j - 2] + other + gain_left + transposed);
                    }
                }
                now[j] = cell;
                left = cell;
                diagonal = up;
                gain_left = gain;
            }
        }
        if let Some((_, x)) = a.ends.iter().find(|(end, _)| usize::from(*end) == i) {
            for (end, y) in b.ends.iter().filter(|(end, _)| usize::from(*end) <= m) {
                let gain = now[usize::from(*end)] + i32::from(*x) + i32::from(*y);
                if gain > best.0 {
                    best = (gain, i, usize::from(*end));
                }
            }
        }
        (two_before, before, now) = (before, now, two_before);
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
fn ideal(tables: &Tables, part: Run<'_>, end: usize, script: u8) -> i32 {
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
