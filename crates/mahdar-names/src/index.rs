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

/// The parts that are like one of the question.
#[derive(Default)]
struct Near {
    worth: FxHashMap<u32, f32>,
    n_places: usize,
}

/// How many places of parts are walked through for a question.
const MOST_PLACES: usize = 50_000;
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
                    for key in keys(tables, part).kept() {
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
        let mut asked: Vec<Part> = name.parts.clone();
        asked.extend(name.parts.windows(2).filter_map(|two| joined(tables, &two[0], &two[1])));
        let mut near: Vec<Near> = asked.iter().map(|part| self.near(tables, part)).collect();
        // The parts that stand in few names first: they find the names, common ones only speak for those found.
        near.sort_by_key(|near| near.n_places);
        let mut sums: FxHashMap<u32, f32> = FxHashMap::default();
        let mut n_places = 0;
        for near in near.iter().filter(|near| near.n_places > 0) {
            if sums.is_empty() || n_places + near.n_places <= MOST_PLACES {
                n_places += near.n_places;
                let mut best: FxHashMap<u32, f32> = FxHashMap::default();
                for (id, worth) in &near.worth {
                    for place in &self.places[*id as usize] {
                        let known = best.entry(*place).or_default();
                        *known = known.max(*worth);
                    }
                }
                for (place, worth) in best {
                    *sums.entry(place).or_default() += worth;
                }
            } else {
                for (place, sum) in &mut sums {
                    let worth = self.members(*place as usize).iter().filter_map(|id| near.worth.get(id));
                    *sum += worth.fold(0.0f32, |best, worth| best.max(*worth));
                }
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

    /// The parts that are like this one, with what each says.
    fn near(&self, tables: &Tables, part: &Part) -> Near {
        let all = self.len().max(1) as f32;
        let mut ids: Vec<u32> =
            keys(tables, part).asked().filter_map(|key| self.keys.get(&key)).flatten().copied().collect();
        ids.sort_unstable();
        ids.dedup();
        let mut near = Near::default();
        for id in ids {
            let share = compare(tables, part, &self.parts[id as usize]).share;
            if share >= LEAST {
                let n_places = self.places[id as usize].len();
                // What a part says is the less the more names it stands in.
                near.worth.insert(id, (share - LEAST + 0.05) * (all / n_places as f32).ln().max(0.5));
                near.n_places += n_places;
            }
        }
        near
    }

    fn members(&self, index: usize) -> &[u32] {
        &self.members[self.begins[index] as usize..self.begins[index + 1] as usize]
    }

    fn view<T>(&self, index: usize, f: impl FnOnce(View<'_>) -> T) -> T {
        let parts: Vec<&Part> = self.members(index).iter().map(|id| &self.parts[*id as usize]).collect();
        let ordinal = Some(self.ordinals[index]).filter(|number| *number > 0);
        f(View { parts: &parts, ordinal })
    }
}

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
struct Keys {
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
    fn kept(&self) -> impl Iterator<Item = u64> {
        let shorter = self.shorter.iter().map(|key| key ^ SHORTER);
        self.whole.iter().copied().chain(shorter).chain(self.changed.iter().copied())
    }

    /// Under which the parts like it are looked for.
    fn asked(&self) -> impl Iterator<Item = u64> {
        let whole = self.whole.iter().flat_map(|key| [*key, key ^ SHORTER]);
        whole.chain(self.shorter.iter().copied()).chain(self.changed.iter().copied())
    }
}

fn keys(tables: &Tables, part: &Part) -> Keys {
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
