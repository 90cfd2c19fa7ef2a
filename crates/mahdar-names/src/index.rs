//! Finds who in a register is meant by a name, without comparing the name with everybody.
//!
//! Each different part stands once. A part of the question finds the parts whose key of consonants differs by one
//! letter at most, those find the names they stand in, and the best of these are compared whole.

use crate::align::joined;
use crate::compare::compare;
use crate::name::{MOST_PARTS, Name, Part, View};
use crate::tables::Tables;
use rustc_hash::FxHashMap;

/// A register of names, ready for questions.
#[derive(Default)]
pub struct Index {
    parts: Vec<Part>,
    known: FxHashMap<Part, u32>,
    /// Parts by key.
    keys: FxHashMap<u64, Vec<u32>>,
    /// Names in which a part stands.
    places: Vec<Vec<u32>>,
    /// The parts of each name, from `begins[i]` to `begins[i + 1]`.
    members: Vec<u32>,
    begins: Vec<u32>,
    ordinals: Vec<u8>,
}

/// A name that was found.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Found {
    /// Its place in the order of adding.
    pub index: usize,
    /// How surely it is the same person's.
    pub score: f32,
}

/// How many names are compared whole.
const COMPARED: usize = 200;
/// A part that is less like is not looked for.
const LEAST: f32 = 0.45;

impl Index {
    /// An empty register.
    pub fn new() -> Index {
        Index { begins: vec![0], ..Index::default() }
    }

    /// How many names there are.
    pub fn len(&self) -> usize {
        self.ordinals.len()
    }

    /// True when there is no name.
    pub fn is_empty(&self) -> bool {
        self.ordinals.is_empty()
    }

    /// How many different parts there are.
    pub fn n_parts(&self) -> usize {
        self.parts.len()
    }

    /// Takes a name in; its index is the number of names before it.
    pub fn add(&mut self, tables: &Tables, name: &Name) {
        let index = u32::try_from(self.len()).unwrap_or(u32::MAX);
        for part in name.parts.iter().take(MOST_PARTS) {
            let id = match self.known.get(part) {
                Some(id) => *id,
                None => {
                    let id = u32::try_from(self.parts.len()).unwrap_or(u32::MAX);
                    for key in keys(tables, part) {
                        self.keys.entry(key).or_default().push(id);
                    }
                    self.parts.push(part.clone());
                    self.places.push(Vec::new());
                    self.known.insert(part.clone(), id);
                    id
                }
            };
            let places = &mut self.places[id as usize];
            if places.last() != Some(&index) {
                places.push(index);
            }
            self.members.push(id);
        }
        self.begins.push(u32::try_from(self.members.len()).unwrap_or(u32::MAX));
        self.ordinals.push(name.ordinal.unwrap_or(0));
    }

    /// The names most surely meant, best first; equal ones in the order of adding.
    pub fn find(&self, tables: &Tables, name: &Name, most: usize) -> Vec<Found> {
        let mut sums: FxHashMap<u32, f32> = FxHashMap::default();
        let n = name.parts.len();
        let mut asked: Vec<Part> = name.parts.clone();
        if n > 1 {
            asked.extend(name.parts.windows(2).filter_map(|two| joined(tables, &two[0], &two[1])));
        }
        let all = self.len().max(1) as f32;
        for part in &asked {
            let mut near: Vec<u32> =
                keys(tables, part).iter().filter_map(|key| self.keys.get(key)).flatten().copied().collect();
            near.sort_unstable();
            near.dedup();
            let mut best: FxHashMap<u32, f32> = FxHashMap::default();
            for id in near {
                let other = &self.parts[id as usize];
                let share = compare(tables, part, other).share;
                if share < LEAST {
                    continue;
                }
                let places = &self.places[id as usize];
                // What a part says is the less the more names it stands in.
                let worth = (share - LEAST + 0.05) * (all / places.len() as f32).ln().max(0.5);
                for place in places {
                    let known = best.entry(*place).or_default();
                    *known = known.max(worth);
                }
            }
            for (place, worth) in best {
                *sums.entry(place).or_default() += worth;
            }
        }
        let mut near: Vec<(u32, f32)> = sums.into_iter().collect();
        let by_worth = |a: &(u32, f32), b: &(u32, f32)| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0));
        if near.len() > COMPARED {
            near.select_nth_unstable_by(COMPARED, by_worth);
            near.truncate(COMPARED);
        }
        let mut found: Vec<Found> = near
            .iter()
            .map(|(index, _)| Found {
                index: *index as usize,
                score: name.view(|asked| {
                    self.view(*index as usize, |known| crate::score_views(tables, asked, known))
                }),
            })
            .collect();
        found.sort_by(|a, b| b.score.total_cmp(&a.score).then(a.index.cmp(&b.index)));
        found.truncate(most);
        found
    }

    fn view<T>(&self, index: usize, f: impl FnOnce(View<'_>) -> T) -> T {
        let members = &self.members[self.begins[index] as usize..self.begins[index + 1] as usize];
        let parts: Vec<&Part> = members.iter().map(|id| &self.parts[*id as usize]).collect();
        let ordinal = Some(self.ordinals[index]).filter(|number| *number > 0);
        f(View { parts: &parts, ordinal })
    }
}

/// The keys of a part: its classes of consonants, and the same with one left out.
fn keys(tables: &Tables, part: &Part) -> Vec<u64> {
    let mut out = Vec::new();
    if part.is_initial {
        return out;
    }
    for (start, _) in &part.starts {
        for (end, _) in &part.ends {
            if start >= end {
                continue;
            }
            let mut classes: Vec<u8> = Vec::new();
            for sign in &part.signs[usize::from(*start)..usize::from(*end)] {
                let class = tables.class_of[usize::from(*sign)];
                if class > 0 && classes.last() != Some(&class) {
                    classes.push(class);
                }
            }
            let first = part.signs[usize::from(*start)];
            if classes.is_empty() {
                // Vowels alone: by whether there are any, which is all that is left.
                let _ = first;
                out.push(1);
                continue;
            }
            let key = |skip: Option<usize>| {
                let kept = classes.iter().enumerate().filter(|(at, _)| Some(*at) != skip);
                kept.fold(7u64, |key, (_, class)| key.wrapping_mul(31).wrapping_add(u64::from(*class)))
            };
            out.push(key(None));
            if classes.len() > 2 {
                out.extend((0..classes.len()).map(|at| key(Some(at))));
            }
        }
    }
    out.sort_unstable();
    out.dedup();
    out
}
