//! Finds who in a register is meant by a name, without comparing the name with everybody.
//!
//! A part of the question finds the parts whose key of consonants differs by one letter at most, those find the names
//! they stand in, and the best of these are compared whole.

use crate::align::joined;
use crate::compare::compare;
use crate::keys::keys;
use crate::name::{Name, Part, View};
use crate::tables::Tables;
use rustc_hash::FxHashMap;
use std::borrow::Cow;

/// Names that can be asked, wherever they lie.
pub(crate) trait Register {
    fn n_names(&self) -> usize;
    /// The parts under a key.
    fn parts_under(&self, key: u64) -> impl Iterator<Item = u32>;
    fn part(&self, id: u32) -> Cow<'_, Part>;
    /// In how many names a part stands.
    fn n_places(&self, id: u32) -> usize;
    /// The names in which a part stands.
    fn places(&self, id: u32) -> impl Iterator<Item = u32>;
    /// The parts of a name.
    fn members(&self, name: u32) -> impl Iterator<Item = u32>;
    /// Which one of the name; 0 when that is not said.
    fn ordinal(&self, name: u32) -> u8;
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

/// The names most surely meant, best first; equal ones in the order of adding.
pub(crate) fn find<R: Register>(register: &R, tables: &Tables, name: &Name, most: usize) -> Vec<Found> {
    let mut asked: Vec<Part> = name.parts.clone();
    asked.extend(name.parts.windows(2).filter_map(|two| joined(tables, &two[0], &two[1])));
    let mut near: Vec<Near> = asked.iter().map(|part| near_parts(register, tables, part)).collect();
    // The parts that stand in few names first: they find the names, common ones only speak for those found.
    near.sort_by_key(|near| near.n_places);
    let mut sums: FxHashMap<u32, f32> = FxHashMap::default();
    let mut n_places = 0;
    for near in near.iter().filter(|near| near.n_places > 0) {
        if sums.is_empty() || n_places + near.n_places <= MOST_PLACES {
            n_places += near.n_places;
            let mut best: FxHashMap<u32, f32> = FxHashMap::default();
            for (id, worth) in &near.worth {
                for place in register.places(*id) {
                    let known = best.entry(place).or_default();
                    *known = known.max(*worth);
                }
            }
            for (place, worth) in best {
                *sums.entry(place).or_default() += worth;
            }
        } else {
            for (place, sum) in &mut sums {
                let worth = register.members(*place).filter_map(|id| near.worth.get(&id));
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
            score: name
                .view(|asked| view(register, *index, |known| crate::score_views(tables, asked, known))),
        })
        .collect();
    found.sort_by(|a, b| b.score.total_cmp(&a.score).then(a.index.cmp(&b.index)));
    found.truncate(most);
    found
}

/// The parts that are like this one, with what each says.
fn near_parts<R: Register>(register: &R, tables: &Tables, part: &Part) -> Near {
    let all = register.n_names().max(1) as f32;
    let mut ids: Vec<u32> = keys(tables, part).asked().flat_map(|key| register.parts_under(key)).collect();
    ids.sort_unstable();
    ids.dedup();
    let mut near = Near::default();
    for id in ids {
        let share = compare(tables, part, &register.part(id)).share;
        if share >= LEAST {
            let n_places = register.n_places(id);
            // What a part says is the less the more names it stands in.
            near.worth.insert(id, (share - LEAST + 0.05) * (all / n_places as f32).ln().max(0.5));
            near.n_places += n_places;
        }
    }
    near
}

fn view<R: Register, T>(register: &R, name: u32, f: impl FnOnce(View<'_>) -> T) -> T {
    let parts: Vec<Cow<'_, Part>> = register.members(name).map(|id| register.part(id)).collect();
    let parts: Vec<&Part> = parts.iter().map(|part| &**part).collect();
    f(View { parts: &parts, ordinal: Some(register.ordinal(name)).filter(|number| *number > 0) })
}
