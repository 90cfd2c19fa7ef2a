//! The keys under which parts that are like one another are found.

use crate::align::joined;
use crate::name::{MOST_PARTS, Name, Part};
use crate::tables::Tables;

/// The keys under which a name is kept, for a register that lies elsewhere; [`asked_keys`] finds it.
pub fn kept_keys(tables: &Tables, name: &Name) -> Vec<u64> {
    let mut out: Vec<u64> = name
        .parts
        .iter()
        .take(MOST_PARTS)
        .flat_map(|part| keys(tables, part).kept().collect::<Vec<_>>())
        .collect();
    out.sort_unstable();
    out.dedup();
    out
}

/// The keys that lead to names like one, a list for each of its parts and for each two that may be one part.
pub fn asked_keys(tables: &Tables, name: &Name) -> Vec<Vec<u64>> {
    let joined = name.parts.windows(2).filter_map(|two| joined(tables, &two[0], &two[1]));
    let parts = name.parts.iter().cloned().chain(joined);
    parts.map(|part| keys(tables, &part).asked().collect()).collect()
}

/// The keys of a part: its classes of consonants, and the same with one left out.
#[derive(Default)]
pub(crate) struct Keys {
    whole: Vec<u64>,
    /// One left out, wherever.
    shorter: Vec<u64>,
    /// One left out at this place: two of these that agree differ by that one. Only of long parts.
    changed: Vec<u64>,
}

/// Keeps keys of a shorter part from meeting those of a whole one by another way than is meant.
const SHORTER: u64 = 0x9E37_79B9_7F4A_7C15;

impl Keys {
    /// Under which a part stands.
    pub(crate) fn kept(&self) -> impl Iterator<Item = u64> {
        let shorter = self.shorter.iter().map(|key| key ^ SHORTER);
        self.whole.iter().copied().chain(shorter).chain(self.changed.iter().copied())
    }

    /// Under which the parts like it are looked for.
    pub(crate) fn asked(&self) -> impl Iterator<Item = u64> {
        let whole = self.whole.iter().flat_map(|key| [*key, key ^ SHORTER]);
        whole.chain(self.shorter.iter().copied()).chain(self.changed.iter().copied())
    }
}

pub(crate) fn keys(tables: &Tables, part: &Part) -> Keys {
    let mut out = Keys::default();
    if part.is_initial {
        return out;
    }
    for (start, _) in &part.starts {
        for (end, _) in part.ends.iter().filter(|(end, _)| end > start) {
            let mut classes: Vec<u8> = Vec::new();
            for sign in &part.signs[usize::from(*start)..usize::from(*end)] {
                let class = tables.class_of[usize::from(*sign)];
                if class > 0 && classes.last() != Some(&class) {
                    classes.push(class);
                }
            }
            let key = |skip: usize, seed: u64| {
                let kept = classes.iter().enumerate().filter(|(at, _)| *at != skip);
                kept.fold(seed, |key, (_, class)| key.wrapping_mul(31).wrapping_add(u64::from(*class)))
            };
            out.whole.push(key(usize::MAX, 7));
            if classes.len() > 2 {
                out.shorter.extend((0..classes.len()).map(|at| key(at, 7)));
            }
            if classes.len() > 3 {
                out.changed.extend((0..classes.len()).map(|at| key(at, 1_000_003 * (at as u64 + 2))));
            }
        }
    }
    for list in [&mut out.whole, &mut out.shorter, &mut out.changed] {
        list.sort_unstable();
        list.dedup();
    }
    out
}
