//! A table from forms to the words they may be, made for being asked at every token.
//!
//! All forms stand in one string and all readings in one list, so that a pack of many thousand forms is a handful of
//! allocations, and most forms that are not there cost one look at one slot.

use std::hash::Hasher;

use rustc_hash::FxHasher;
use serde::{Deserialize, Serialize};

/// A word that a form may be, and the marks it then has.
pub(super) type Reading = (u32, u32);

/// Forms of words; filled first, then [`finish`](Forms::finish)ed, then asked.
#[derive(Debug, Default, Serialize, Deserialize)]
pub(super) struct Forms {
    /// All forms, one after the other.
    letters: String,
    /// A power of two of them, at most half filled.
    slots: Vec<Slot>,
    /// A few bits of the hash in each slot, 0 where it is empty: small enough to stay near while reading.
    labels: Vec<u8>,
    n: usize,
    /// While filling: readings with the place of the next one of the same form, 0 for none.
    links: Vec<(Reading, u32)>,
    /// After filling: the readings of each form side by side.
    readings: Vec<Reading>,
}

#[derive(Debug, Clone, Copy, Default, Serialize, Deserialize)]
struct Slot {
    /// The lower half of the hash, by which a search begins: a table that grows need not ask the form.
    hash: u32,
    start: u32,
    len: u16,
    n_readings: u16,
    /// While filling, the first link; after it, the first reading.
    first: u32,
}

impl Forms {
    /// Adds a reading of a form; a word that the form is already gets the marks as well.
    pub fn add(&mut self, form: &str, (lemma, tags): Reading) {
        // No letters are no word, nor are more than a slot can count.
        let Some(len) = u16::try_from(form.len()).ok().filter(|len| *len > 0) else { return };
        if self.links.is_empty() {
            self.links.push(((0, 0), 0));
        }
        if self.n * 2 >= self.slots.len() {
            self.grow();
        }
        let hash = hash(form);
        let at = self.place(form, hash);
        let fresh = self.links.len() as u32;
        if self.labels[at] == 0 {
            self.labels[at] = label(hash);
            self.slots[at] = Slot {
                hash: hash as u32,
                start: self.letters.len() as u32,
                len,
                n_readings: 1,
                first: fresh,
            };
            self.letters.push_str(form);
            self.n += 1;
        } else {
            let mut link = self.slots[at].first;
            loop {
                let ((known, marks), next) = &mut self.links[link as usize];
                if *known == lemma {
                    *marks |= tags;
                    return;
                }
                if *next == 0 {
                    *next = fresh;
                    break;
                }
                link = *next;
            }
            self.slots[at].n_readings += 1;
        }
        self.links.push(((lemma, tags), 0));
    }

    /// Puts the readings of each form side by side.
    pub fn finish(&mut self) {
        self.readings.reserve_exact(self.links.len());
        for (slot, _) in self.slots.iter_mut().zip(&self.labels).filter(|(_, label)| **label != 0) {
            let mut link = slot.first;
            slot.first = self.readings.len() as u32;
            while link != 0 {
                let (reading, next) = self.links[link as usize];
                self.readings.push(reading);
                link = next;
            }
        }
        self.links = Vec::new();
        self.letters.shrink_to_fit();
    }

    /// The readings of a form, in the order they were added.
    #[inline]
    pub fn get(&self, form: &str) -> &[Reading] {
        if self.slots.is_empty() || form.is_empty() {
            return &[];
        }
        let at = self.place(form, hash(form));
        if self.labels[at] == 0 {
            return &[];
        }
        let slot = self.slots[at];
        &self.readings[slot.first as usize..slot.first as usize + usize::from(slot.n_readings)]
    }

    /// Every form with its readings, after [`finish`](Forms::finish).
    pub fn iter(&self) -> impl Iterator<Item = (&str, &[Reading])> {
        let filled = self.slots.iter().zip(&self.labels).filter(|(_, label)| **label != 0);
        filled.map(|(slot, _)| {
            let (start, first) = (slot.start as usize, slot.first as usize);
            let readings = &self.readings[first..first + usize::from(slot.n_readings)];
            (&self.letters[start..start + usize::from(slot.len)], readings)
        })
    }

    /// Number of forms.
    pub fn len(&self) -> usize {
        self.n
    }

    /// The slot of a form, or the empty one where it would stand.
    #[inline]
    fn place(&self, form: &str, hash: u64) -> usize {
        let mask = self.slots.len() - 1;
        let mut at = hash as usize & mask;
        let wanted = label(hash);
        loop {
            let label = self.labels[at];
            if label == 0 {
                return at;
            }
            if label == wanted {
                let slot = &self.slots[at];
                if slot.hash == hash as u32
                    && self.letters[slot.start as usize..slot.start as usize + usize::from(slot.len)] == *form
                {
                    return at;
                }
            }
            at = (at + 1) & mask;
        }
    }

    fn grow(&mut self) {
        let size = (self.slots.len() * 2).max(1 << 12);
        let slots = std::mem::replace(&mut self.slots, vec![Slot::default(); size]);
        let labels = std::mem::replace(&mut self.labels, vec![0; size]);
        for (slot, label) in slots.into_iter().zip(labels).filter(|(_, label)| *label != 0) {
            let mut at = slot.hash as usize & (size - 1);
            while self.labels[at] != 0 {
                at = (at + 1) & (size - 1);
            }
            self.labels[at] = label;
            self.slots[at] = slot;
        }
    }
}

/// Never 0.
#[inline]
fn label(hash: u64) -> u8 {
    (hash >> 56) as u8 | 1
}

#[inline]
fn hash(form: &str) -> u64 {
    let mut hasher = FxHasher::default();
    hasher.write(form.as_bytes());
    hasher.finish()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_added_is_found_in_order_and_nothing_else() {
        let mut forms = Forms::default();
        for n in 0..10_000u32 {
            forms.add(&format!("كلمة{n}"), (n, 1));
            forms.add(&format!("كلمة{}", n / 2), (n, 2));
        }
        forms.finish();
        assert_eq!(forms.len(), 10_000);
        assert_eq!(forms.get("كلمة0"), [(0, 3), (1, 2)]);
        assert_eq!(forms.get("كلمة7"), [(7, 1), (14, 2), (15, 2)]);
        assert_eq!(forms.get("كلمة9999"), [(9999, 1)]);
        assert!(forms.get("كلم").is_empty() && forms.get("").is_empty());
        assert!(Forms::default().get("كلمة").is_empty());
    }
}
