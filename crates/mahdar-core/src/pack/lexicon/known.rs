//! What a pack found out about the word forms it met, kept so that a form is analysed once and not wherever it stands.
//!
//! Few forms make most of a text.

use std::sync::Mutex;

use rustc_hash::FxHashMap;

use super::{Analysis, Lexicon, Match};
use crate::text::{Kind, Text, Token};

/// What is known of a form as written; one line of the processor's cache, for most texts hold many thousand forms.
#[derive(Debug, Clone, Copy, Default)]
#[repr(align(64))]
pub(super) struct Form {
    letters: Letters,
    /// The marks of its token that change what it may be.
    way: u8,
    /// Bits of [`marks`].
    pub marks: u8,
    analyses: (u32, u32),
    alone: (u32, u32),
    /// The groups of the senses that it has by itself.
    pub kinds: u32,
}

/// A phrase that a form is by itself, wherever it stands.
#[derive(Debug, Clone, Copy)]
struct Alone {
    first: Analysis,
    entry: u32,
    kind: u32,
    rank: u8,
}

/// Bits of [`Form::marks`].
pub(super) mod marks {
    /// Phrases of several words may begin with it.
    pub const BEGINS: u8 = 1;
    /// May be a later word of a phrase.
    pub const INNER: u8 = 2;
    /// May be a finite verb that reports an event.
    pub const VERB: u8 = 4;
    /// May be a verb, a small word, an office or a word of a list: it does not describe the noun after it.
    pub const TELLS: u8 = 16;
    /// Other words may stand between it and the rest of a phrase.
    pub const APART: u8 = 8;
}

/// Most words fit into three numbers, which are compared where they stand.
type Letters = [u64; 3];

/// The forms met so far.
#[derive(Debug)]
pub(super) struct Known {
    /// The numbers of the short forms by their hash: half of it above, the number below; 0 where there is none.
    slots: Vec<u64>,
    /// The numbers of the long forms.
    long: FxHashMap<(u8, Box<str>), u32>,
    n_bytes: usize,
    forms: Vec<Form>,
    analyses: Vec<Analysis>,
    alone: Vec<Alone>,
    /// The form of each token of the text in hand.
    here: Vec<u32>,
    /// What to look for at each of its tokens.
    wanted: Vec<Wanted>,
}

/// A token to be found among the forms.
#[derive(Debug, Clone, Copy)]
enum Wanted {
    Nothing,
    /// A short word with its hash, and the slot in which the search begins.
    Short {
        letters: Letters,
        hash: u64,
        slot: u64,
    },
    Long,
}

/// A token of up to 24 bytes as three numbers; no letter is a zero byte, so no two words are alike.
#[inline]
fn in_place(raw: &str, token: &Token) -> Option<Letters> {
    let n = token.end - token.start;
    if n > 24 {
        return None;
    }
    let mut bytes = [0; 24];
    match raw.as_bytes().get(token.start..token.start + 24) {
        // Copying as much for every word costs less than asking how much to copy.
        Some(whole) => bytes.copy_from_slice(whole),
        None => bytes[..n].copy_from_slice(&raw.as_bytes()[token.start..token.end]),
    }
    Some(std::array::from_fn(|k| {
        let number = u64::from_le_bytes(std::array::from_fn(|i| bytes[8 * k + i]));
        match n.saturating_sub(8 * k) {
            0 => 0,
            n @ 1..8 => number & ((1 << (8 * n)) - 1),
            _ => number,
        }
    }))
}

#[inline]
fn hash(letters: &Letters, way: u8) -> u64 {
    const ODD: u64 = 0x9E37_79B9_7F4A_7C15;
    let mut hash = u64::from(way);
    for number in letters {
        hash = (hash.rotate_left(23) ^ number).wrapping_mul(ODD);
    }
    (hash ^ (hash >> 32)).wrapping_mul(ODD)
}

/// The marks of a token that change what its word may be.
#[inline]
fn way(token: &Token) -> u8 {
    u8::from(token.capital) | u8::from(token.shout) << 1 | u8::from(token.initial) << 2
}

/// Where the search for a hash begins: by its upper half, for slots hold the lower.
#[inline]
fn first_slot(hash: u64, n_slots: usize) -> usize {
    (hash >> 32) as usize & (n_slots - 1)
}

impl Default for Known {
    fn default() -> Self {
        // Number 0 is what is no word.
        let forms = vec![Form::default()];
        Known {
            slots: vec![0; 1 << 10],
            long: FxHashMap::default(),
            n_bytes: 0,
            forms,
            analyses: Vec::new(),
            alone: Vec::new(),
            here: Vec::new(),
            wanted: Vec::new(),
        }
    }
}

/// Forms are forgotten when there are more than this, or when their letters are more than 16 times as many.
const MOST: usize = 1 << 16;

/// One set of known forms for each thread that reads; nothing that is read depends on which.
#[derive(Debug, Default)]
pub(super) struct Pool(Mutex<Vec<Known>>);

impl Pool {
    /// The forms of all tokens of a text.
    pub fn with<T>(&self, lexicon: &Lexicon, text: &Text, read: impl FnOnce(&Known) -> T) -> T {
        let kept = self.0.lock().ok().and_then(|mut free| free.pop());
        let mut known = kept.unwrap_or_default();
        known.look_at(lexicon, text);
        let done = read(&known);
        if known.forms.len() < MOST
            && known.n_bytes < 16 * MOST
            && let Ok(mut free) = self.0.lock()
        {
            free.push(known);
        }
        done
    }
}

impl Known {
    /// Finds the form of every token.
    ///
    /// Two loops: each waits for memory at every word, and the less stands in it the more words it waits for at once.
    fn look_at(&mut self, lexicon: &Lexicon, text: &Text) {
        self.wanted.clear();
        self.wanted.extend(text.tokens.iter().map(|token| match token.kind {
            Kind::Mark(c) if !super::is_phrase_mark(c) => Wanted::Nothing,
            Kind::Number => Wanted::Nothing,
            _ => match in_place(text.raw, token) {
                Some(letters) => {
                    let hash = hash(&letters, way(token));
                    Wanted::Short { letters, hash, slot: self.slots[first_slot(hash, self.slots.len())] }
                }
                None => Wanted::Long,
            },
        }));
        self.here.clear();
        for i in 0..text.tokens.len() {
            let number = match self.wanted[i] {
                Wanted::Nothing => 0,
                Wanted::Short { letters, hash, slot } => {
                    match self.fits(slot, hash, &letters, way(&text.tokens[i])) {
                        Some(number) => number,
                        None => self.number(lexicon, text, i, letters, hash),
                    }
                }
                Wanted::Long => self.long_number(lexicon, text, i),
            };
            self.here.push(number);
        }
    }

    /// The number in a slot, if it is that of these letters.
    #[inline]
    fn fits(&self, slot: u64, hash: u64, letters: &Letters, way: u8) -> Option<u32> {
        let form = (slot >> 32 == hash & 0xFFFF_FFFF).then(|| &self.forms[slot as u32 as usize])?;
        (form.letters == *letters && form.way == way && slot != 0).then_some(slot as u32)
    }

    fn number(&mut self, lexicon: &Lexicon, text: &Text, i: usize, letters: Letters, hash: u64) -> u32 {
        let way = way(&text.tokens[i]);
        let mut at = first_slot(hash, self.slots.len());
        while self.slots[at] != 0 {
            if let Some(number) = self.fits(self.slots[at], hash, &letters, way) {
                return number;
            }
            at = (at + 1) & (self.slots.len() - 1);
        }
        let number = self.learn(lexicon, text, i, letters, way);
        self.enter(hash, number);
        number
    }

    fn enter(&mut self, hash: u64, number: u32) {
        if self.forms.len() * 8 > self.slots.len() * 7 {
            self.slots = vec![0; self.slots.len() * 2];
            for known in 1..number {
                let form = &self.forms[known as usize];
                // Those without letters are long ones.
                if form.letters != Letters::default() {
                    self.put(self::hash(&form.letters, form.way), known);
                }
            }
        }
        self.put(hash, number);
    }

    fn put(&mut self, hash: u64, number: u32) {
        let mut at = first_slot(hash, self.slots.len());
        while self.slots[at] != 0 {
            at = (at + 1) & (self.slots.len() - 1);
        }
        self.slots[at] = hash << 32 | u64::from(number);
    }

    #[cold]
    fn long_number(&mut self, lexicon: &Lexicon, text: &Text, i: usize) -> u32 {
        let token = &text.tokens[i];
        let way = way(token);
        let key = (way, text.raw[token.start..token.end].into());
        if let Some(&number) = self.long.get(&key) {
            return number;
        }
        let number = self.learn(lexicon, text, i, Letters::default(), way);
        self.long.insert(key, number);
        number
    }

    fn learn(&mut self, lexicon: &Lexicon, text: &Text, i: usize, letters: Letters, way: u8) -> u32 {
        let (analyses, alone) = (self.analyses.len(), self.alone.len());
        lexicon.analyse_onto(text.folded(i), &mut self.analyses);
        let mut list = Vec::new();
        let (kinds, marks) = lexicon.alone(text, i, &self.analyses[analyses..], &mut list);
        self.alone.extend(list.iter().map(|&Match { first, entry, kind, rank, .. }| Alone {
            first,
            entry,
            kind,
            rank,
        }));
        self.forms.push(Form {
            letters,
            way,
            marks,
            analyses: (analyses as u32, self.analyses.len() as u32),
            alone: (alone as u32, self.alone.len() as u32),
            kinds,
        });
        self.n_bytes += text.tokens[i].end - text.tokens[i].start;
        self.forms.len() as u32 - 1
    }

    /// The form of a token; no word where there is no such token.
    #[inline]
    pub fn form(&self, token: usize) -> &Form {
        &self.forms[self.here.get(token).map_or(0, |&number| number as usize)]
    }

    /// What the word at a token may be; nothing beyond the last.
    #[inline]
    pub fn analyses(&self, token: usize) -> &[Analysis] {
        let (from, to) = self.form(token).analyses;
        &self.analyses[from as usize..to as usize]
    }

    /// The phrases that the form of a token is by itself, in order.
    #[inline]
    pub fn alone(&self, token: usize, form: &Form) -> impl Iterator<Item = Match> {
        let (from, to) = form.alone;
        self.alone[from as usize..to as usize].iter().map(move |&Alone { first, entry, kind, rank }| Match {
            start: token,
            end: token + 1,
            entry,
            first,
            last_tags: first.tags,
            kind,
            rank,
        })
    }
}
