//! What a pack found out about the word forms it met, kept so that a form is analysed once and not wherever it stands.
//!
//! Few forms make most of a text.

use std::sync::Mutex;

use rustc_hash::FxHashMap;

use super::{Analysis, Lexicon, Match};
use crate::text::{Kind, Text, Token};

/// What is known of a form as written.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Form {
    analyses: (u32, u32),
    alone: (u32, u32),
    /// The groups of the senses that it has by itself.
    pub kinds: u32,
    /// Bits of [`marks`].
    pub marks: u8,
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

/// The forms met so far.
#[derive(Debug)]
pub(super) struct Known {
    /// The number of each spelling, by the marks of its token that change what it may be.
    numbers: [Numbers; 8],
    n_bytes: usize,
    forms: Vec<Form>,
    analyses: Vec<Analysis>,
    alone: Vec<Match>,
    /// The form of each token of the text in hand.
    here: Vec<u32>,
}

/// Most words fit into three numbers, which are compared where they stand: nothing else is fetched from memory.
type Letters = (u64, u64, u64);

#[derive(Debug, Default)]
struct Numbers {
    short: FxHashMap<Letters, u32>,
    long: FxHashMap<Box<str>, u32>,
}

/// A word of up to 24 bytes as three numbers; no letter is a zero byte, so no two words are alike.
#[inline]
fn in_place(raw: &str) -> Option<Letters> {
    let mut bytes = [0; 24];
    bytes.get_mut(..raw.len())?.copy_from_slice(raw.as_bytes());
    let number = |at: usize| u64::from_le_bytes(std::array::from_fn(|i| bytes[at + i]));
    Some((number(0), number(8), number(16)))
}

impl Default for Known {
    fn default() -> Self {
        // Number 0 is what is no word.
        let forms = vec![Form::default()];
        Known {
            numbers: Default::default(),
            n_bytes: 0,
            forms,
            analyses: Vec::new(),
            alone: Vec::new(),
            here: Vec::new(),
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
    fn look_at(&mut self, lexicon: &Lexicon, text: &Text) {
        self.here.clear();
        for (i, token) in text.tokens.iter().enumerate() {
            let form = match token.kind {
                Kind::Word => self.number(lexicon, text, i, token),
                Kind::Mark(c) if super::is_phrase_mark(c) => self.number(lexicon, text, i, token),
                _ => 0,
            };
            self.here.push(form);
        }
    }

    #[inline]
    fn number(&mut self, lexicon: &Lexicon, text: &Text, i: usize, token: &Token) -> u32 {
        let raw = &text.raw[token.start..token.end];
        let way =
            usize::from(token.capital) | usize::from(token.shout) << 1 | usize::from(token.initial) << 2;
        let short = in_place(raw);
        let Numbers { short: by_letters, long } = &self.numbers[way];
        match short.map_or_else(|| long.get(raw), |letters| by_letters.get(&letters)) {
            Some(&number) => number,
            None => {
                let number = self.learn(lexicon, text, i);
                match short {
                    Some(letters) => self.numbers[way].short.insert(letters, number),
                    None => self.numbers[way].long.insert(raw.into(), number),
                };
                self.n_bytes += raw.len();
                number
            }
        }
    }

    fn learn(&mut self, lexicon: &Lexicon, text: &Text, i: usize) -> u32 {
        let (analyses, alone) = (self.analyses.len(), self.alone.len());
        lexicon.analyse_onto(text.folded(i), &mut self.analyses);
        let mut list = Vec::new();
        let (kinds, marks) = lexicon.alone(text, i, &self.analyses[analyses..], &mut list);
        self.alone.extend_from_slice(&list);
        self.forms.push(Form {
            analyses: (analyses as u32, self.analyses.len() as u32),
            alone: (alone as u32, self.alone.len() as u32),
            kinds,
            marks,
        });
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

    /// The phrases that a form is by itself, in order; their places are those where it was first met.
    #[inline]
    pub fn alone(&self, form: &Form) -> &[Match] {
        &self.alone[form.alone.0 as usize..form.alone.1 as usize]
    }
}
