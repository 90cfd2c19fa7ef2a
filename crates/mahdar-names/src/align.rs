//! Lays the parts of two names side by side and says what speaks for one person and what against.

use crate::compare::{Likeness, compare};
use crate::name::{MOST_PARTS, Part, View};
use crate::tables::Tables;
use crate::weights::{FEATURES, N_FEATURES};

/// One step of an alignment: parts of the first name beside parts of the second.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Step {
    /// Indexes of the parts of the first name, end exclusive; empty where the second has a part more.
    pub a: (usize, usize),
    /// Of the second name.
    pub b: (usize, usize),
    /// How alike they are, where both have parts.
    pub likeness: Option<Likeness>,
}

/// Two names side by side.
#[derive(Debug, Clone, Default)]
pub struct Alignment {
    /// The steps, in the order of the names; parts are counted after the turn.
    pub steps: Vec<Step>,
    /// By how many parts the second name is turned: its first so many stand at its end.
    pub turned: usize,
    /// The gain of it all.
    pub gain: f32,
}

#[derive(Clone, Copy)]
struct Cell {
    gain: f32,
    from: u8,
    paired: bool,
}

const START: u8 = 0;
const PAIR: u8 = 1;
const A_ALONE: u8 = 2;
const B_ALONE: u8 = 3;
const TWO_A: u8 = 4;
const TWO_B: u8 = 5;

const SIDE: usize = MOST_PARTS + 1;

/// Finds the best alignment of two names.
pub fn align(tables: &Tables, a: View<'_>, b: View<'_>) -> Alignment {
    let (n, m) = (a.parts.len(), b.parts.len());
    let rule = &tables.weights.alignment;
    let mut likeness = [[Likeness { gain: 0.0, share: 0.0 }; MOST_PARTS]; MOST_PARTS];
    for (i, x) in a.parts.iter().copied().enumerate() {
        for (j, y) in b.parts.iter().copied().enumerate() {
            likeness[i][j] = compare(tables, x, y);
        }
    }
    // Two parts of one name beside one of the other: only looked at where the one has no partner yet.
    let mut two_a = [[None; MOST_PARTS]; MOST_PARTS];
    let mut two_b = [[None; MOST_PARTS]; MOST_PARTS];
    let is_open = |values: &mut dyn Iterator<Item = f32>| values.fold(0.0f32, f32::max) < 0.92;
    for j in (0..m).filter(|j| !b.parts[*j].is_initial) {
        if n > 1 && is_open(&mut (0..n).map(|i| likeness[i][j].share)) {
            for (i, row) in two_a.iter_mut().enumerate().take(n - 1) {
                row[j] = joined(a.parts[i], a.parts[i + 1]).map(|two| compare(tables, &two, b.parts[j]));
            }
        }
    }
    for i in (0..n).filter(|i| !a.parts[*i].is_initial) {
        if m > 1 && is_open(&mut (0..m).map(|j| likeness[i][j].share)) {
            for (j, cell) in two_b[i].iter_mut().enumerate().take(m - 1) {
                *cell = joined(b.parts[j], b.parts[j + 1]).map(|two| compare(tables, a.parts[i], &two));
            }
        }
    }
    let worth = |likeness: Likeness| ((likeness.share - rule.middle) * rule.slope).clamp(-1.5, 1.0);
    let mut best = Alignment { gain: f32::MIN, ..Alignment::default() };
    let turns = if n < 2 && m < 2 { 1 } else { m.max(1) };
    for turned in 0..turns {
        // A turn of the second name; joins do not reach over its seam.
        let at = |j: usize| (j + turned) % m;
        let mut cells = [[Cell { gain: f32::MIN, from: START, paired: false }; SIDE]; SIDE];
        cells[0][0].gain = if turned == 0 { 0.0 } else { -rule.swapped };
        for i in 0..=n {
            for j in 0..=m {
                if i == 0 && j == 0 {
                    continue;
                }
                let mut cell = Cell { gain: f32::MIN, from: START, paired: false };
                let mut take = |gain: f32, from: u8, paired: bool| {
                    if gain > cell.gain {
                        cell = Cell { gain, from, paired };
                    }
                };
                if i > 0 && j > 0 {
                    take(cells[i - 1][j - 1].gain + worth(likeness[i - 1][at(j - 1)]), PAIR, true);
                }
                let place = |before: Cell| {
                    if !before.paired {
                        0
                    } else if i == n || j == m {
                        2
                    } else {
                        1
                    }
                };
                if i > 0 {
                    let before = cells[i - 1][j];
                    take(before.gain - rule.missing[place(before)], A_ALONE, before.paired);
                }
                if j > 0 {
                    let before = cells[i][j - 1];
                    take(before.gain - rule.missing[place(before)], B_ALONE, before.paired);
                }
                if i > 1
                    && j > 0
                    && let Some(two) = two_a[i - 2][at(j - 1)]
                {
                    take(cells[i - 2][j - 1].gain + worth(two) - rule.joined, TWO_A, true);
                }
                if i > 0
                    && j > 1
                    && at(j - 2) + 1 == at(j - 1)
                    && let Some(two) = two_b[i - 1][at(j - 2)]
                {
                    take(cells[i - 1][j - 2].gain + worth(two) - rule.joined, TWO_B, true);
                }
                cells[i][j] = cell;
            }
        }
        if cells[n][m].gain > best.gain {
            best = Alignment { steps: Vec::new(), turned, gain: cells[n][m].gain };
            let (mut i, mut j) = (n, m);
            while i > 0 || j > 0 {
                let (x, y, found) = match cells[i][j].from {
                    PAIR => (1, 1, Some(likeness[i - 1][at(j - 1)])),
                    A_ALONE => (1, 0, None),
                    B_ALONE => (0, 1, None),
                    TWO_A => (2, 1, two_a[i - 2][at(j - 1)]),
                    _ => (1, 2, two_b[i - 1][at(j - 2)]),
                };
                best.steps.push(Step { a: (i - x, i), b: (j - y, j), likeness: found });
                i -= x;
                j -= y;
            }
            best.steps.reverse();
        }
    }
    best
}

/// Two parts written as one.
pub(crate) fn joined(first: &Part, second: &Part) -> Option<Part> {
    if first.is_initial || second.is_initial {
        return None;
    }
    let mut part = first.clone();
    for sign in &second.signs {
        if part.signs.last() != Some(sign) {
            part.signs.push(*sign);
        }
    }
    part.signs.truncate(crate::name::LONGEST);
    let lost = (first.signs.len() + second.signs.len()).saturating_sub(part.signs.len());
    part.ends = second
        .ends
        .iter()
        .map(|(end, gain)| {
            ((usize::from(*end) + first.signs.len() - lost.min(first.signs.len())) as u8, *gain)
        })
        .filter(|(end, _)| usize::from(*end) <= part.signs.len())
        .collect();
    Some(part)
}

/// What the comparison is made of, in the order of [`FEATURES`].
pub fn features(tables: &Tables, a: View<'_>, b: View<'_>, alignment: &Alignment) -> [f32; N_FEATURES] {
    let mut out = [0.0; N_FEATURES];
    let mut add = |name: &str, value: f32| {
        if let Some(index) = FEATURES.iter().position(|known| *known == name) {
            out[index] += value;
        }
    };
    let _ = tables;
    let (n, m) = (a.parts.len(), b.parts.len());
    add("bias", 1.0);
    let pairs: Vec<(usize, &Step, Likeness)> = alignment
        .steps
        .iter()
        .enumerate()
        .filter_map(|(index, step)| step.likeness.map(|likeness| (index, step, likeness)))
        .collect();
    let part_b = |j: usize| b.parts[(j + alignment.turned) % m.max(1)];
    let first_pair = pairs.first().map_or(usize::MAX, |(index, ..)| *index);
    let last_pair = pairs.last().map_or(0, |(index, ..)| *index);
    let mut missing = [[0.0f32; 2]; 3];
    for (index, step) in alignment.steps.iter().enumerate() {
        if step.likeness.is_none() {
            let place = if first_pair == usize::MAX || index < first_pair {
                0
            } else if index > last_pair {
                2
            } else {
                1
            };
            let side = if step.b.0 == step.b.1 { 0 } else { 1 };
            missing[place][side] += 1.0;
        }
    }
    let has_full =
        pairs.iter().any(|(_, step, _)| !a.parts[step.a.0].is_initial && !part_b(step.b.0).is_initial);
    let mut worst = if has_full { 1.0f32 } else { 0.0 };
    let mut evidence = 0.0f32;
    for (position, (_, step, likeness)) in pairs.iter().enumerate() {
        let share = likeness.share;
        let is_initial = a.parts[step.a.0].is_initial || part_b(step.b.0).is_initial;
        evidence += likeness.gain.max(0.0);
        if step.a.1 - step.a.0 > 1 || step.b.1 - step.b.0 > 1 {
            add("joined", 1.0);
        }
        if is_initial {
            let is_same = share > 0.4;
            add(if is_same { "first_initial" } else { "first_initial_other" }, 1.0);
            continue;
        }
        worst = worst.min(share);
        if position == 0 {
            add("first", share);
            add("first_half", (share - 0.4).max(0.0));
            add("first_good", (share - 0.65).max(0.0));
            add("first_same", (share - 0.85).max(0.0));
        } else if position + 1 == pairs.len() {
            add("last", share - 0.7);
            add("last_half", (share - 0.4).max(0.0) - 0.3);
            add("last_good", (share - 0.65).max(0.0));
            add("last_same", (share - 0.85).max(0.0));
        } else {
            add("middle_good", (share - 0.6).max(0.0));
            add("middle_bad", (0.6 - share).max(0.0));
        }
    }
    add("worst", worst);
    add("worst_half", (worst - 0.4).max(0.0));
    add("worst_good", (worst - 0.7).max(0.0));
    add("missing_first", missing[0][0] + missing[0][1]);
    add("missing_middle", missing[1][0] + missing[1][1]);
    add("missing_middle_both", missing[1][0].min(missing[1][1]));
    add("missing_last", missing[2][0] + missing[2][1]);
    if alignment.turned > 0 {
        add("swapped", 1.0);
    }
    if n.min(m) == 1 {
        add("one_word", 1.0);
    }
    if n.max(m) == 1 {
        add("both_one_word", 1.0);
    }
    if let (Some(x), Some(y)) = (a.ordinal, b.ordinal) {
        add(if x == y { "ordinal_same" } else { "ordinal_other" }, 1.0);
    }
    add("evidence", (1.0 + evidence).ln());
    out
}
