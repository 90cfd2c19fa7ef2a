//! A register of names as bytes: written once, asked where they lie, in memory or in a mapped file.
//!
//! Numbers are little-endian. After the head come, one after the other: the keys in order, where the parts of each
//! begin, those parts; where the writing of each part begins, and the writings; where the names of each part begin,
//! and those names; where the parts of each name begin, and those parts; the ordinals; where the label of each name
//! begins, and the labels.

use crate::find::{Found, Register, find};
use crate::index::Index;
use crate::name::{LONGEST, MOST_PARTS, Name, Part};
use crate::tables::Tables;
use std::borrow::Cow;
use std::ops::Range;

/// Changes with the layout, and with what a [`Part`] holds.
const MAGIC: &[u8; 8] = b"mhdnam\x00\x01";
/// Bytes of the mark that says what a register was made of.
pub const MARK: usize = 32;
/// Sections after the head.
const SECTIONS: usize = 12;
const HEAD: usize = MAGIC.len() + MARK + 8 * SECTIONS;

/// Why bytes are not a register that can be asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum KeptError {
    /// Another kind of file, or one of another version.
    #[error("this is not a register of names of this version")]
    Foreign,
    /// Made of other names or by other tables.
    #[error("this register was made of other names, or by other tables")]
    Stale,
    /// Cut off or longer than its head says.
    #[error("this register is not whole")]
    Broken,
}

/// A register whose bytes lie elsewhere.
///
/// Bytes that somebody changed give wrong answers or none; they never end the program.
#[derive(Debug)]
pub struct Kept<B> {
    bytes: B,
    sections: [(usize, usize); SECTIONS],
    n_scripts: usize,
}

#[derive(Clone, Copy)]
enum Section {
    Keys,
    KeyBegins,
    KeyParts,
    PartBegins,
    Parts,
    PlaceBegins,
    Places,
    MemberBegins,
    Members,
    Ordinals,
    LabelBegins,
    Labels,
}

impl Index {
    /// The register as bytes, with a label for each name and a mark that says what it was made of.
    ///
    /// # Errors
    ///
    /// A label is missing, or the register is larger than four thousand million of anything.
    pub fn keep(&self, labels: &[&str], mark: &[u8; MARK]) -> Result<Vec<u8>, KeptError> {
        if labels.len() != self.len() {
            return Err(KeptError::Broken);
        }
        let mut keys: Vec<(&u64, &Vec<u32>)> = self.keys().iter().collect();
        keys.sort_unstable();
        let ids = 0..u32::try_from(self.n_parts()).map_err(|_| KeptError::Broken)?;
        let names = 0..u32::try_from(self.len()).map_err(|_| KeptError::Broken)?;
        let (key_begins, key_parts) = lists(keys.iter().map(|(_, parts)| parts.iter().copied()))?;
        let mut parts = Vec::new();
        let mut part_begins = vec![0];
        for id in ids.clone() {
            parts = postcard::to_extend(&*self.part(id), parts).map_err(|_| KeptError::Broken)?;
            part_begins.push(u32::try_from(parts.len()).map_err(|_| KeptError::Broken)?);
        }
        let (place_begins, places) = lists(ids.map(|id| self.places(id)))?;
        let (member_begins, members) = lists(names.clone().map(|name| self.members(name)))?;
        let (label_begins, _) = lists(labels.iter().map(|label| label.bytes().map(u32::from)))?;
        let sections: [Vec<u8>; SECTIONS] = [
            keys.iter().flat_map(|(key, _)| key.to_le_bytes()).collect(),
            written(&key_begins),
            written(&key_parts),
            written(&part_begins),
            parts,
            written(&place_begins),
            written(&places),
            written(&member_begins),
            written(&members),
            names.map(|name| self.ordinal(name)).collect(),
            written(&label_begins),
            labels.concat().into_bytes(),
        ];
        let mut out = Vec::with_capacity(HEAD + sections.iter().map(Vec::len).sum::<usize>());
        out.extend(MAGIC);
        out.extend(mark);
        out.extend(sections.iter().flat_map(|section| (section.len() as u64).to_le_bytes()));
        sections.iter().for_each(|section| out.extend(section));
        Ok(out)
    }
}

/// Lists as one list, with where each begins.
fn lists<L: Iterator<Item = u32>>(all: impl Iterator<Item = L>) -> Result<(Vec<u32>, Vec<u32>), KeptError> {
    let (mut begins, mut out) = (vec![0], Vec::new());
    for list in all {
        out.extend(list);
        begins.push(u32::try_from(out.len()).map_err(|_| KeptError::Broken)?);
    }
    Ok((begins, out))
}

fn written(numbers: &[u32]) -> Vec<u8> {
    numbers.iter().flat_map(|number| number.to_le_bytes()).collect()
}

impl<B: AsRef<[u8]>> Kept<B> {
    /// Takes bytes that [`Index::keep`] wrote with this mark.
    ///
    /// # Errors
    ///
    /// The bytes are something else, of something else, or not whole.
    pub fn open(tables: &Tables, bytes: B, mark: &[u8; MARK]) -> Result<Kept<B>, KeptError> {
        let all = bytes.as_ref();
        let head = all.strip_prefix(MAGIC).ok_or(KeptError::Foreign)?;
        if !head.starts_with(mark) {
            return Err(KeptError::Stale);
        }
        let mut sections = [(0, 0); SECTIONS];
        let mut at = HEAD;
        for (number, section) in sections.iter_mut().enumerate() {
            let place = MAGIC.len() + MARK + 8 * number;
            let len = all.get(place..place + 8).and_then(|len| len.try_into().ok()).map(u64::from_le_bytes);
            let len = len.and_then(|len| usize::try_from(len).ok()).ok_or(KeptError::Broken)?;
            let end = at.checked_add(len).filter(|end| *end <= all.len()).ok_or(KeptError::Broken)?;
            *section = (at, end);
            at = end;
        }
        if at != all.len() {
            return Err(KeptError::Broken);
        }
        Ok(Kept { bytes, sections, n_scripts: tables.gaps.len() })
    }

    /// The names most surely meant, best first; equal ones in the order of adding.
    pub fn find(&self, tables: &Tables, name: &Name, most: usize) -> Vec<Found> {
        find(self, tables, name, most)
    }

    /// How many names there are.
    pub fn len(&self) -> usize {
        self.section(Section::Ordinals).len()
    }

    /// True when there is no name.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// How many names have nothing that can be compared.
    pub fn n_unreadable(&self) -> usize {
        (0..self.len()).filter(|name| self.range(Section::MemberBegins, *name).is_empty()).count()
    }

    /// The label of a name.
    pub fn label(&self, name: usize) -> &str {
        let bytes = self.section(Section::Labels).get(self.range(Section::LabelBegins, name));
        bytes.and_then(|bytes| std::str::from_utf8(bytes).ok()).unwrap_or_default()
    }

    fn section(&self, section: Section) -> &[u8] {
        let (start, end) = self.sections[section as usize];
        &self.bytes.as_ref()[start..end]
    }

    fn number(&self, section: Section, at: usize) -> Option<u32> {
        let at = at.checked_mul(4)?;
        Some(u32::from_le_bytes(self.section(section).get(at..at + 4)?.try_into().ok()?))
    }

    /// From where to where a list goes, by a section of beginnings.
    fn range(&self, begins: Section, at: usize) -> Range<usize> {
        match (self.number(begins, at), self.number(begins, at + 1)) {
            (Some(start), Some(end)) => start as usize..end as usize,
            _ => 0..0,
        }
    }

    /// The numbers of a list.
    fn list(&self, begins: Section, section: Section, at: usize) -> impl Iterator<Item = u32> {
        let range = self.range(begins, at);
        let bytes = self.section(section).get(range.start * 4..range.end * 4).unwrap_or_default();
        bytes.as_chunks::<4>().0.iter().map(|number| u32::from_le_bytes(*number))
    }
}

/// False for a part that no name has: comparing counts on known scripts, places inside the signs and small gains.
fn is_sound(part: &Part, n_scripts: usize) -> bool {
    let n = part.signs.len();
    let within = |places: &[(u8, i16)], most: usize| {
        places.iter().all(|(place, gain)| usize::from(*place) <= most && gain.unsigned_abs() < 1 << 13)
    };
    usize::from(part.script) < n_scripts && within(&part.starts, n.min(LONGEST)) && within(&part.ends, n)
}

impl<B: AsRef<[u8]>> Register for Kept<B> {
    fn n_names(&self) -> usize {
        self.len()
    }

    fn parts_under(&self, key: u64) -> impl Iterator<Item = u32> {
        let keys = self.section(Section::Keys).as_chunks::<8>().0;
        let found = keys.binary_search_by(|known| u64::from_le_bytes(*known).cmp(&key)).ok();
        found.into_iter().flat_map(|at| self.list(Section::KeyBegins, Section::KeyParts, at))
    }

    fn part(&self, id: u32) -> Cow<'_, Part> {
        let bytes = self.section(Section::Parts).get(self.range(Section::PartBegins, id as usize));
        let part = bytes
            .and_then(|bytes| postcard::from_bytes(bytes).ok())
            .filter(|part| is_sound(part, self.n_scripts));
        Cow::Owned(part.unwrap_or_default())
    }

    fn n_places(&self, id: u32) -> usize {
        self.range(Section::PlaceBegins, id as usize).len()
    }

    fn places(&self, id: u32) -> impl Iterator<Item = u32> {
        self.list(Section::PlaceBegins, Section::Places, id as usize)
    }

    fn members(&self, name: u32) -> impl Iterator<Item = u32> {
        self.list(Section::MemberBegins, Section::Members, name as usize).take(MOST_PARTS)
    }

    fn ordinal(&self, name: u32) -> u8 {
        self.section(Section::Ordinals).get(name as usize).copied().unwrap_or_default()
    }
}
