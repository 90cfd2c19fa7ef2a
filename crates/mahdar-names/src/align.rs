//! Lays the parts of two names side by side and says what speaks for one person and what against.

use crate::compare::{Likeness, Run, compare, compare_runs};
use crate::name::{LONGEST, MOST_PARTS, Part, View};
use crate::tables::{Sign, Tables};
use crate::weights::N_FEATURES;

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
/// The first of the kinds of [`SPANS`].
const SPAN: u8 = 4;
/// How many parts of each name stand beside each other as if written together.
const SPANS: [(usize, usize); 5] = [(2, 1), (1, 2), (2, 2), (3, 1), (1, 3)];

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
    let spans = spans(tables, a, b, &likeness);
    let worth = |likeness: Likeness| ((likeness.share - rule.middle) * rule.slope).clamp(-1.5, 1.0);
    let mut best = Alignment { gain: f32::MIN, ..Alignment::default() };
    // Names with "son of" are not turned: the order says who is whose.
    let has_child = |name: View<'_>| name.parts.iter().any(|part| part.is_child);
    let turns = if (n < 2 && m < 2) || (has_child(a) && has_child(b)) { 1 } else { m.max(1) };
    for turned in 0..turns {
        // A turn is worth a look where the parts it brings to the edges have partners there.
        let is_good = |i: usize, j: usize| likeness[i][j].share >= 0.5;
        if turned > 0 && spans.0.is_empty() && !is_good(0, turned) && !is_good(n - 1, turned - 1) {
            continue;
        }
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
                for (kind, (x, y)) in (SPAN..).zip(SPANS) {
                    if i >= x
                        && j >= y
                        && at(j - y) + y == at(j - 1) + 1
                        && let Some(found) = spans.get(kind, i - x, at(j - y))
                    {
                        take(cells[i - x][j - y].gain + worth(found) - rule.joined, kind, true);
                    }
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
                    kind => {
                        let (x, y) = SPANS[usize::from(kind.saturating_sub(SPAN))];
                        (x, y, spans.get(kind, i - x, at(j - y)))
                    }
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

/// Least likeness of one part beside several written as one.
const TOGETHER: f32 = 0.58;
/// Least likeness of two parts that were parted elsewhere than the two beside them.
const TWO_BESIDE_TWO: f32 = 0.8;

/// What stands together beside what, where it is alike.
#[derive(Default)]
struct Spans(Vec<(u8, u8, u8, Likeness)>);

impl Spans {
    fn get(&self, kind: u8, i: usize, j: usize) -> Option<Likeness> {
        let wanted = (kind, i as u8, j as u8);
        self.0.iter().find(|(kind, i, j, _)| (*kind, *i, *j) == wanted).map(|(.., likeness)| *likeness)
    }
}

/// Looks where parts were written together or apart: only beside parts that have no partner of their own.
fn spans(
    tables: &Tables,
    a: View<'_>,
    b: View<'_>,
    likeness: &[[Likeness; MOST_PARTS]; MOST_PARTS],
) -> Spans {
    let (n, m) = (a.parts.len(), b.parts.len());
    let mut out = Spans::default();
    let has_partner = |share: f32| share >= 0.92;
    let is_open_a = |i: usize| (0..m).all(|j| !has_partner(likeness[i][j].share));
    let is_open_b = |j: usize| (0..n).all(|i| !has_partner(likeness[i][j].share));
    if n.max(m) < 2 || !(0..n).any(is_open_a) || !(0..m).any(is_open_b) {
        return out;
    }
    for (kind, (x, y)) in (SPAN..).zip(SPANS) {
        if n < x || m < y {
            continue;
        }
        for i in 0..=n - x {
            for j in 0..=m - y {
                if (x == 1 && !is_open_a(i)) || (y == 1 && !is_open_b(j)) {
                    continue;
                }
                if x == 2 && y == 2 && !(i..i + 2).all(is_open_a) {
                    continue;
                }
                let (first, second) = (&a.parts[i..i + x], &b.parts[j..j + y]);
                if !may_be_one(tables, first, second) {
                    continue;
                }
                let (mut one, mut other) = (Joined::default(), Joined::default());
                if !one.fill(first) || !other.fill(second) {
                    continue;
                }
                let found = compare_runs(tables, one.run(tables), other.run(tables));
                // Two beside two hide a part that differs behind one that does not, so they must be alike throughout.
                let least = if x == y { TWO_BESIDE_TWO } else { TOGETHER };
                if found.share >= least {
                    out.0.push((kind, i as u8, j as u8, found));
                }
            }
        }
    }
    out
}

/// A quick look at lengths, consonants and first signs, before parts are laid side by side as one.
fn may_be_one(tables: &Tables, first: &[&Part], second: &[&Part]) -> bool {
    let length = |parts: &[&Part]| parts.iter().map(|part| part.signs.len()).sum::<usize>();
    let classes = |parts: &[&Part]| parts.iter().fold(0u16, |set, part| set | part.classes);
    let (one, other) = (length(first), length(second));
    let (x, y) = (classes(first), classes(second));
    if one.min(other) * 2 < one.max(other) || (x & y).count_ones() * 2 < (x | y).count_ones() {
        return false;
    }
    let begins = |part: &Part| part.signs.first().copied().unwrap_or_default();
    let (x, y) = (first[0], second[0]);
    // What begins with an article may begin after it.
    x.starts.len() + y.starts.len() > 2 || tables.gains_of(begins(x))[usize::from(begins(y))] > -192
}

/// Parts written as one.
#[derive(Default)]
struct Joined<'a> {
    signs: [Sign; LONGEST],
    n: usize,
    starts: &'a [(u8, i16)],
    ends: [(u8, i16); 6],
    n_ends: usize,
    classes: u16,
    script: u8,
}

impl<'a> Joined<'a> {
    /// False when one of the parts is a first letter, or all are too long.
    fn fill(&mut self, parts: &[&'a Part]) -> bool {
        let mut before = 0;
        for part in parts {
            before = self.n;
            let after = before + part.signs.len();
            if part.is_initial || after > LONGEST {
                return false;
            }
            self.signs[before..after].copy_from_slice(&part.signs);
            self.n = after;
            self.classes |= part.classes;
        }
        let (Some(first), Some(last)) = (parts.first(), parts.last()) else { return false };
        self.starts = &first.starts;
        self.script = first.script;
        for (place, (end, gain)) in self.ends.iter_mut().zip(&last.ends) {
            *place = (end + before as u8, *gain);
            self.n_ends += 1;
        }
        true
    }

    fn run<'b>(&'b self, tables: &'b Tables) -> Run<'b> {
        let signs = &self.signs[..self.n];
        Run {
            signs,
            starts: self.starts,
            ends: &self.ends[..self.n_ends],
            known: tables.known(signs),
            classes: self.classes,
            script: self.script,
        }
    }
}

/// Two parts written as one.
pub(crate) fn joined(tables: &Tables, first: &Part, second: &Part) -> Option<Part> {
    if first.is_initial || second.is_initial {
        return None;
    }
    let mut part = first.clone();
    part.signs.extend(&second.signs);
    part.signs.truncate(LONGEST);
    part.classes |= second.classes;
    let n = part.signs.len();
    let ends = second.ends.iter().map(|(end, gain)| (usize::from(*end) + first.signs.len(), *gain));
    part.ends = ends.filter(|(end, _)| *end <= n).map(|(end, gain)| (end as u8, gain)).collect();
    if part.ends.is_empty() {
        part.ends.push((n as u8, 0));
    }
    part.known = tables.known(&part.signs).to_vec();
    Some(part)
}

/// Places of the features, in the order of [`crate::FEATURES`].
mod place {
    pub const BIAS: usize = 0;
    pub const FIRST_SOME: usize = 1;
    pub const FIRST_HALF: usize = 2;
    pub const FIRST_GOOD: usize = 3;
    pub const FIRST_INITIAL: usize = 4;
    pub const FIRST_INITIAL_OTHER: usize = 5;
    pub const MISSING_LAST_BOTH: usize = 6;
    pub const LAST_SOME: usize = 7;
    pub const LAST_HALF: usize = 8;
    pub const LAST_GOOD: usize = 9;
    pub const LAST_INITIAL: usize = 10;
    pub const LAST_INITIAL_OTHER: usize = 11;
    pub const MIDDLE_GOOD: usize = 12;
    pub const MIDDLE_OTHER: usize = 13;
    pub const MIDDLE_INITIAL_OTHER: usize = 14;
    pub const WORST_SOME: usize = 15;
    pub const WORST_HALF: usize = 16;
    pub const WORST_GOOD: usize = 17;
    pub const MISSING_FIRST: usize = 18;
    pub const MISSING_FIRST_AFTER_COMMON: usize = 19;
    pub const MISSING_MIDDLE: usize = 20;
    pub const MISSING_MIDDLE_BOTH: usize = 21;
    pub const MISSING_LAST: usize = 22;
    pub const MISSING_BOTH_ENDS: usize = 23;
    pub const SWAPPED: usize = 24;
    pub const FATHERS_PLACE: usize = 25;
    pub const ONE_WORD: usize = 26;
    pub const BOTH_ONE_WORD: usize = 27;
    pub const JOINED: usize = 28;
    pub const ORDINAL_SAME: usize = 29;
    pub const ORDINAL_OTHER: usize = 30;
    pub const ORDINAL_FOR_NAME: usize = 31;
    pub const EVIDENCE: usize = 32;
    pub const SINGLE_PAIR: usize = 33;
    pub const ROLE_OTHER: usize = 34;
}

/// How much of the way from `low` to `high` a value has gone.
fn step(value: f32, low: f32, high: f32) -> f32 {
    ((value - low) / (high - low)).clamp(0.0, 1.0)
}

/// What the comparison is made of, in the order of [`crate::FEATURES`].
pub fn features(tables: &Tables, a: View<'_>, b: View<'_>, alignment: &Alignment) -> [f32; N_FEATURES] {
    let mut out = [0.0; N_FEATURES];
    let (n, m) = (a.parts.len(), b.parts.len());
    let part_b = |j: usize| b.parts[(j + alignment.turned) % m.max(1)];
    out[place::BIAS] = 1.0;
    let has_child = |name: View<'_>| name.parts.iter().any(|part| part.is_child);
    // In the order of the second name, which is the longer one.
    let seam =
        alignment.steps.iter().position(|step| step.b.1 > step.b.0 && step.b.0 + alignment.turned >= m);
    let seam = seam.filter(|_| alignment.turned > 0).unwrap_or(0);
    let (tail, head) = alignment.steps.split_at(seam);
    let n_pairs = alignment.steps.iter().filter(|step| step.likeness.is_some()).count();
    let mut n_seen = 0;
    // Parts without a partner before the first pair, between, after the last; of either name.
    let mut missing = [[0.0f32; 2]; 3];
    let mut worst = None::<f32>;
    let mut evidence = 0.0f32;
    for found in head.iter().chain(tail) {
        let Some(likeness) = found.likeness else {
            let is_b = found.a.0 == found.a.1;
            let part = if is_b { part_b(found.b.0) } else { a.parts[found.a.0] };
            let at = if n_seen == 0 {
                0
            } else if n_seen == n_pairs {
                2
            } else {
                1
            };
            missing[at][usize::from(is_b)] += 1.0;
            let next = if is_b { found.b.1 } else { found.a.1 };
            let next = if is_b { (next < m).then(|| part_b(next)) } else { a.parts.get(next).copied() };
            let is_given = next.is_some_and(|next| !next.is_child);
            if at == 0 && is_given && n_pairs > 1 && tables.is_common(&part.known) {
                out[place::MISSING_FIRST_AFTER_COMMON] += 1.0;
            }
            continue;
        };
        let (is_first, is_last) = (n_seen == 0, n_seen > 0 && n_seen + 1 == n_pairs);
        n_seen += 1;
        let share = likeness.share;
        evidence += likeness.gain.max(0.0);
        if found.a.1 - found.a.0 > 1 || found.b.1 - found.b.0 > 1 {
            out[place::JOINED] += 1.0;
        }
        let (x, y) = (a.parts[found.a.0], part_b(found.b.0));
        if x.is_child != y.is_child && share > 0.5 {
            if alignment.turned > 0 {
                out[place::FATHERS_PLACE] = 1.0;
            } else if !is_first && has_child(a) && has_child(b) {
                out[place::ROLE_OTHER] = 1.0;
            }
        }
        if x.is_initial || y.is_initial {
            let is_other = share <= 0.4;
            let at = match (is_first, is_last, is_other) {
                (true, _, false) => place::FIRST_INITIAL,
                (true, _, true) => place::FIRST_INITIAL_OTHER,
                (_, true, false) => place::LAST_INITIAL,
                (_, true, true) => place::LAST_INITIAL_OTHER,
                (.., true) => place::MIDDLE_INITIAL_OTHER,
                (.., false) => continue,
            };
            out[at] += 1.0;
            continue;
        }
        worst = Some(worst.unwrap_or(1.0).min(share));
        let steps = [step(share, 0.1, 0.5), step(share, 0.5, 0.75), step(share, 0.75, 0.95)];
        if is_first {
            [out[place::FIRST_SOME], out[place::FIRST_HALF], out[place::FIRST_GOOD]] = steps;
        } else if is_last {
            [out[place::LAST_SOME], out[place::LAST_HALF], out[place::LAST_GOOD]] = steps;
        } else {
            out[place::MIDDLE_GOOD] += step(share, 0.5, 0.9);
            out[place::MIDDLE_OTHER] += 1.0 - step(share, 0.2, 0.6);
        }
    }
    let worst = worst.unwrap_or(0.0);
    out[place::WORST_SOME] = step(worst, 0.1, 0.5);
    out[place::WORST_HALF] = step(worst, 0.5, 0.75);
    out[place::WORST_GOOD] = step(worst, 0.75, 0.95);
    out[place::MISSING_FIRST] = missing[0][0] + missing[0][1];
    out[place::MISSING_MIDDLE] = missing[1][0] + missing[1][1];
    out[place::MISSING_MIDDLE_BOTH] = missing[1][0].min(missing[1][1]);
    out[place::MISSING_LAST] = missing[2][0] + missing[2][1];
    out[place::MISSING_LAST_BOTH] = missing[2][0].min(missing[2][1]);
    out[place::MISSING_BOTH_ENDS] =
        (missing[0][0] + missing[0][1]).min(missing[2][0] + missing[2][1]).min(1.0);
    let is = |holds: bool| f32::from(u8::from(holds));
    out[place::SWAPPED] = is(alignment.turned > 0);
    out[place::ONE_WORD] = is(n.min(m) == 1 && n.max(m) > 1);
    out[place::BOTH_ONE_WORD] = is(n.max(m) == 1);
    out[place::SINGLE_PAIR] = is(n_pairs == 1 && n.min(m) > 1);
    match (a.ordinal, b.ordinal) {
        (Some(x), Some(y)) => out[if x == y { place::ORDINAL_SAME } else { place::ORDINAL_OTHER }] = 1.0,
        // One is told by a number, the other by another name.
        (Some(_), None) => out[place::ORDINAL_FOR_NAME] = is(missing[2][1] > missing[2][0]),
        (None, Some(_)) => out[place::ORDINAL_FOR_NAME] = is(missing[2][0] > missing[2][1]),
        _ => {}
    }
    out[place::EVIDENCE] = (1.0 + evidence).ln();
    out
}
