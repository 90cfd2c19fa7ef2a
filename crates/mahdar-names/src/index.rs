//! A register of names in memory, which grows.
//!
//! Each different part stands once, under the keys of its consonants, with the names it stands in.

use crate::find::{Found, Register, find};
use crate::keys::keys;
use crate::name::{MOST_PARTS, Name, Part};
use crate::tables::Tables;
use rustc_hash::FxHashMap;
use std::borrow::Cow;

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
        find(self, tables, name, most)
    }

    pub(crate) fn keys(&self) -> &FxHashMap<u64, Vec<u32>> {
        &self.keys
    }
}

impl Register for Index {
    fn n_names(&self) -> usize {
        self.len()
    }

    fn parts_under(&self, key: u64) -> impl Iterator<Item = u32> {
        self.keys.get(&key).into_iter().flatten().copied()
    }

    fn part(&self, id: u32) -> Cow<'_, Part> {
        Cow::Borrowed(&self.parts[id as usize])
    }

    fn n_places(&self, id: u32) -> usize {
        self.places[id as usize].len()
    }

    fn places(&self, id: u32) -> impl Iterator<Item = u32> {
        self.places[id as usize].iter().copied()
    }

    fn members(&self, name: u32) -> impl Iterator<Item = u32> {
        let name = name as usize;
        self.members[self.begins[name] as usize..self.begins[name + 1] as usize].iter().copied()
    }

    fn ordinal(&self, name: u32) -> u8 {
        self.ordinals[name as usize]
    }
}
