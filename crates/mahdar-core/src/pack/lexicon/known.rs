//! What a pack found out about the word forms it met, kept so that a form is analysed once and not wherever it stands.
//!
//! Few forms make most of a text.

use std::sync::Mutex;

use rustc_hash::FxHashMap;

use super::{ASKED, Analysis, Lexicon, Match, Matches};
use crate::model::Field;
use crate::text::{self, Kind, KnownRun, Remembers, Run, Text, TextRoom, Token};

/// What is known of a form as written; one line of the processor's cache, for most texts hold many thousand forms.
#[derive(Debug, Clone, Copy, Default)]
#[repr(align(64))]
pub(super) struct Form {
    letters: Run,
    /// The words that may come next in a phrase that begins with it, and those that it may be there, each a bit
    /// (see [`super::sieve`]): before most words no phrase goes on.
    pub next: u64,
    pub inner: u64,
    /// Where its analyses, the phrases that it is by itself, and its folded form if that is not the form itself, begin in
    /// the lists of [`Known`].
    analyses: u32,
    alone: u32,
    folded: u32,
    /// The groups of the senses that it has by itself.
    pub kinds: u32,
    n_analyses: u16,
    n_alone: u16,
    /// Bytes of its folded form, 0 where that is the form itself.
    n_folded: u8,
    /// The marks of its token that change what it may be.
    way: u8,
    /// Bits of [`marks`].
    pub marks: u8,
    /// A bit for each of its first eight analyses with which phrases of several words begin.
    begins: u8,
}

const _: () = assert!(size_of::<Form>() == 64);

/// What a word is by itself, whatever stands around it.
#[derive(Debug, Default)]
pub(super) struct Itself {
    pub kinds: u32,
    pub marks: u8,
    pub next: u64,
    pub inner: u64,
    pub begins: u8,
}

/// A phrase that a form is by itself, wherever it stands.
#[derive(Debug, Clone, Copy)]
struct Alone {
    first: Analysis,
    entry: u32,
    sense: u32,
    kind: u32,
    rank: u8,
}

impl Alone {
    #[inline]
    fn at(&self, token: usize) -> Match {
        let Alone { first, entry, sense, kind, rank } = *self;
        Match { start: token, end: token + 1, entry, sense, first, last_tags: first.tags, kind, rank }
    }
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
    /// Between two blanks, or a blank and a mark, it is one token, whatever stands around it.
    pub const WHOLE: u8 = 32;
    /// Of several letters: with a full stop after it, it is no initial.
    pub const LETTERS: u8 = 64;
}

/// The forms met so far.
#[derive(Debug)]
pub(super) struct Known {
    /// The numbers of the short forms by their hash: some of its bits above, the number below; 0 where there is none.
    slots: Vec<u32>,
    /// The numbers of the long forms.
    long: FxHashMap<(u8, Box<str>), u32>,
    n_bytes: usize,
    forms: Vec<Form>,
    folds: String,
    analyses: Vec<Analysis>,
    alone: Vec<Alone>,
    /// The form of each token of the text in hand; 0 where it is not known yet.
    here: Vec<u32>,
    /// The runs that come next in the text, and which of them are passed.
    ahead: Vec<Ahead>,
    next: usize,
    /// What to look for at each token that is not known yet.
    wanted: Vec<(usize, Wanted)>,
}

/// A run between two blanks and marks, with its hash and the slot in which its search begins, and the number of its form.
#[derive(Debug, Clone, Copy, Default)]
struct Ahead {
    start: usize,
    end: usize,
    run: Run,
    hash: u64,
    slot: u32,
    number: u32,
    /// Marks without which a form is not this run.
    needs: u8,
}

/// How many runs are sought at once.
const AHEAD: usize = 64;

/// A token to be found among the forms.
#[derive(Debug, Clone, Copy)]
enum Wanted {
    /// A short word with its hash, and the slot in which the search begins.
    Short {
        letters: Run,
        hash: u64,
        slot: u32,
    },
    Long,
}

#[inline]
fn hash(letters: &Run) -> u64 {
    const ODD: u64 = 0x9E37_79B9_7F4A_7C15;
    let mut hash = 0u64;
    for number in letters {
        hash = (hash.rotate_left(23) ^ number).wrapping_mul(ODD);
    }
    (hash ^ (hash >> 32)).wrapping_mul(ODD)
}

/// The marks of a token that change what its word may be.
#[inline]
fn way(token: &Token) -> u8 {
    (u8::from(token.capital) * CAPITAL)
        | (u8::from(token.shout) * SHOUT)
        | (u8::from(token.initial) * INITIAL)
}

const CAPITAL: u8 = 1;
const SHOUT: u8 = 2;
const INITIAL: u8 = 4;

/// The bits of a slot that hold the number of a form. Slots are small, so that they stay near while reading.
const NUMBER: u32 = (1 << 22) - 1;

/// The bits of a hash that a slot holds.
#[inline]
fn label(hash: u64) -> u32 {
    hash as u32 & !NUMBER
}

/// Where the search for a hash begins: by its upper half, for slots hold of the lower.
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
            folds: String::new(),
            analyses: Vec::new(),
            alone: Vec::new(),
            here: Vec::new(),
            ahead: Vec::new(),
            next: 0,
            wanted: Vec::new(),
        }
    }
}

/// Forms are forgotten when there are more than this, or when their letters are more than 16 times as many.
const MOST: usize = 1 << 16;

/// One set of known forms for each thread that reads; nothing that is read depends on which.
#[derive(Debug, Default)]
pub(super) struct Pool {
    free: Mutex<Vec<Known>>,
    /// Memory of texts that were read: what is used again stays near the processor.
    rooms: Mutex<Vec<(TextRoom, Matches)>>,
}

/// Memory is kept of so many texts, and of none with more tokens than this.
const ROOMS: usize = 64;
const MOST_TOKENS: usize = 1 << 14;

impl Pool {
    /// The phrases of a text that was cut elsewhere.
    pub fn matches(&self, lexicon: &Lexicon, text: &Text) -> Matches {
        self.with(|known| {
            known.here.clear();
            known.look_at(lexicon, text);
            lexicon.matches_of(text, known, Matches::default())
        })
    }

    /// A text cut, and its phrases: a word that was met before is looked up once for both.
    pub fn scan<'a>(
        &self,
        lexicon: &Lexicon,
        raw: &'a str,
        field: Field,
        abbreviates: &dyn Fn(&str, bool) -> bool,
        divides: &dyn Fn(&str) -> bool,
    ) -> (Text<'a>, Matches) {
        // Many a document has no title.
        if raw.is_empty() {
            return (Text::empty(raw, field), Matches::default());
        }
        self.with(|known| {
            known.here.clear();
            known.ahead.clear();
            known.next = 0;
            // A title is short, and is not given the memory of a text.
            let kept =
                if raw.len() < 256 { None } else { self.rooms.lock().ok().and_then(|mut all| all.pop()) };
            let (room, phrases) = kept.unwrap_or_default();
            let (text, divided) =
                Text::cut_by(room, raw, field, &lexicon.letters, abbreviates, divides, known);
            if divided {
                known.here.clear();
            }
            known.look_at(lexicon, &text);
            let matches = lexicon.matches_of(&text, known, phrases);
            (text, matches)
        })
    }

    fn with<T>(&self, read: impl FnOnce(&mut Known) -> T) -> T {
        let kept = self.free.lock().ok().and_then(|mut free| free.pop());
        let mut known = kept.unwrap_or_default();
        let done = read(&mut known);
        if known.forms.len() < MOST
            && known.n_bytes < 16 * MOST
            && let Ok(mut free) = self.free.lock()
        {
            free.push(known);
        }
        done
    }

    /// Keeps the memory of texts that were read.
    pub fn take_back<'a>(&self, read: impl IntoIterator<Item = (Text<'a>, Matches)>) {
        let fits = |text: &Text| (32..MOST_TOKENS).contains(&text.tokens.len());
        let Ok(mut rooms) = self.rooms.lock() else { return };
        for (text, matches) in read.into_iter().filter(|(text, _)| fits(text)) {
            if rooms.len() < ROOMS {
                rooms.push((text.into_room(), matches.into_room()));
            }
        }
    }
}

impl Remembers for Known {
    #[inline]
    fn word(&mut self, bytes: &[u8], at: usize, token: usize) -> Option<KnownRun<'_>> {
        while self.ahead.get(self.next).is_some_and(|a| a.start < at) {
            self.next += 1;
        }
        if self.next == self.ahead.len() {
            self.look_ahead(bytes, at);
        }
        let Ahead { start, end, number, .. } = *self.ahead.get(self.next)?;
        if start != at || number == 0 {
            return None;
        }
        if self.here.len() < token {
            self.here.resize(token, 0);
        }
        self.here.push(number);
        let form = &self.forms[number as usize];
        let from = form.folded as usize;
        Some(KnownRun {
            end,
            capital: form.way & CAPITAL != 0,
            shout: form.way & SHOUT != 0,
            folded: (form.n_folded > 0).then(|| &self.folds[from..from + usize::from(form.n_folded)]),
        })
    }
}

impl Known {
    /// Finds the forms of the next runs of a text.
    ///
    /// Three loops: two of them wait for memory at every run, and the less stands in one the more runs it waits for at once.
    fn look_ahead(&mut self, bytes: &[u8], mut at: usize) {
        self.ahead.clear();
        self.next = 0;
        while self.ahead.len() < AHEAD && at < bytes.len() {
            match text::run_at(bytes, at) {
                Some((_, 0)) => at += 1,
                Some((mut run, mut n_bytes)) => {
                    let opening = text::opening_mark(&run);
                    if opening > 0 {
                        at += opening;
                        continue;
                    }
                    let after = at + n_bytes;
                    let stopped = text::cut_closing_marks(&bytes[at..], &mut run, &mut n_bytes);
                    let hash = hash(&run);
                    let needs = marks::WHOLE | if stopped { marks::LETTERS } else { 0 };
                    self.ahead.push(Ahead {
                        start: at,
                        end: at + n_bytes,
                        run,
                        hash,
                        slot: 0,
                        number: 0,
                        needs,
                    });
                    at = after + 1;
                }
                None => {
                    let end =
                        bytes[at..].iter().position(|b| text::ends_run(*b)).map_or(bytes.len(), |n| at + n);
                    self.ahead.push(Ahead { start: at, end, ..Ahead::default() });
                    at = end + 1;
                }
            }
        }
        for ahead in self.ahead.iter_mut().filter(|a| a.needs != 0) {
            ahead.slot = self.slots[first_slot(ahead.hash, self.slots.len())];
        }
        for k in 0..self.ahead.len() {
            let Ahead { run, hash, slot, needs, .. } = self.ahead[k];
            self.ahead[k].number = self.whole(&run, hash, slot, needs);
        }
    }

    /// Finds the form of every token that is not known yet.
    ///
    /// Two loops: each waits for memory at every word, and the less stands in it the more words it waits for at once.
    fn look_at(&mut self, lexicon: &Lexicon, text: &Text) {
        self.here.resize(text.tokens.len(), 0);
        self.wanted.clear();
        for (i, token) in text.tokens.iter().enumerate().filter(|(i, _)| self.here[*i] == 0) {
            let wanted = match token.kind {
                Kind::Mark(c) if !super::is_phrase_mark(c) => continue,
                Kind::Number => continue,
                _ => match text::run_of(text.raw, token) {
                    Some(letters) => {
                        let hash = hash(&letters);
                        Wanted::Short { letters, hash, slot: self.slots[first_slot(hash, self.slots.len())] }
                    }
                    None => Wanted::Long,
                },
            };
            self.wanted.push((i, wanted));
        }
        for k in 0..self.wanted.len() {
            let (i, wanted) = self.wanted[k];
            self.here[i] = match wanted {
                Wanted::Short { letters, hash, slot } => {
                    match self.fits(slot, hash, &letters, way(&text.tokens[i])) {
                        Some(number) => number,
                        None => self.number(lexicon, text, i, letters, hash),
                    }
                }
                Wanted::Long => self.long_number(lexicon, text, i),
            };
        }
    }

    /// The number in a slot, if it is that of these letters.
    #[inline]
    fn fits(&self, slot: u32, hash: u64, letters: &Run, way: u8) -> Option<u32> {
        let number = slot & NUMBER;
        let form = (slot & !NUMBER == label(hash)).then(|| &self.forms[number as usize])?;
        (form.letters == *letters && form.way == way && slot != 0).then_some(number)
    }

    fn number(&mut self, lexicon: &Lexicon, text: &Text, i: usize, letters: Run, hash: u64) -> u32 {
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
                if form.letters != Run::default() {
                    self.put(self::hash(&form.letters), known);
                }
            }
        }
        self.put(hash, number);
    }

    fn put(&mut self, hash: u64, number: u32) {
        // A text of millions of forms learns the last of them anew wherever they stand.
        if number > NUMBER {
            return;
        }
        let mut at = first_slot(hash, self.slots.len());
        while self.slots[at] != 0 {
            at = (at + 1) & (self.slots.len() - 1);
        }
        self.slots[at] = label(hash) | number;
    }

    #[cold]
    fn long_number(&mut self, lexicon: &Lexicon, text: &Text, i: usize) -> u32 {
        let token = &text.tokens[i];
        let way = way(token);
        let key = (way, text.raw[token.start..token.end].into());
        if let Some(&number) = self.long.get(&key) {
            return number;
        }
        let number = self.learn(lexicon, text, i, Run::default(), way);
        self.long.insert(key, number);
        number
    }

    fn learn(&mut self, lexicon: &Lexicon, text: &Text, i: usize, letters: Run, way: u8) -> u32 {
        let (analyses, alone) = (self.analyses.len(), self.alone.len());
        lexicon.analyse_onto(text.folded(i), &mut self.analyses);
        for a in &mut self.analyses[analyses..] {
            let n_attached = lexicon.begin_cut(text, i, a.cut, a.tags) - text.tokens[i].start;
            a.begin = n_attached.try_into().unwrap_or(ASKED);
        }
        let token = &text.tokens[i];
        let written = &text.raw[token.start..token.end];
        // Most words are letters alone, which one look tells.
        let is_plain = lexicon.letters.is_plain_word(written);
        let mut list = Vec::new();
        let Itself { kinds, mut marks, next, inner, begins } =
            lexicon.alone(text, i, is_plain, &self.analyses[analyses..], &mut list);
        self.alone.extend(list.iter().map(|&Match { first, entry, sense, kind, rank, .. }| Alone {
            first,
            entry,
            sense,
            kind,
            rank,
        }));
        let folded = text.folded(i);
        let mut fold = (0, 0);
        if token.kind == Kind::Word
            && !token.initial
            && !folded.is_empty()
            && let Ok(n_bytes) = u8::try_from(folded.len())
            && (is_plain || lexicon.letters.stands_whole(written))
        {
            marks |= marks::WHOLE;
            if written.chars().filter(|c| is_plain || lexicon.letters.is_letter(*c)).nth(1).is_some() {
                marks |= marks::LETTERS;
            }
            if written != folded {
                fold = (self.folds.len() as u32, n_bytes);
                self.folds.push_str(folded);
            }
        }
        // No word is more things than two bytes count: a pack would have to list it so often.
        let count = |from: usize, to: usize| (to - from).min(usize::from(u16::MAX)) as u16;
        self.forms.push(Form {
            letters,
            next,
            inner,
            analyses: analyses as u32,
            alone: alone as u32,
            folded: fold.0,
            n_analyses: count(analyses, self.analyses.len()),
            n_alone: count(alone, self.alone.len()),
            n_folded: fold.1,
            kinds,
            way,
            marks,
            begins,
        });
        self.n_bytes += token.end - token.start;
        self.forms.len() as u32 - 1
    }

    /// The number of the form of these letters with these marks; 0 for none.
    #[inline]
    fn whole(&self, letters: &Run, hash: u64, mut slot: u32, needs: u8) -> u32 {
        let mut at = first_slot(hash, self.slots.len());
        while slot != 0 {
            if slot & !NUMBER == label(hash) {
                let form = &self.forms[(slot & NUMBER) as usize];
                if form.letters == *letters && form.marks & needs == needs {
                    return slot & NUMBER;
                }
            }
            at = (at + 1) & (self.slots.len() - 1);
            slot = self.slots[at];
        }
        0
    }

    /// The form of a token; no word where there is no such token.
    #[inline]
    pub fn form(&self, token: usize) -> &Form {
        &self.forms[self.here.get(token).map_or(0, |&number| number as usize)]
    }

    /// What the word at a token may be; nothing beyond the last.
    #[inline]
    pub fn analyses(&self, token: usize) -> &[Analysis] {
        let form = self.form(token);
        let from = form.analyses as usize;
        &self.analyses[from..from + usize::from(form.n_analyses)]
    }

    /// What the word at a token, of this form, may be where it begins a phrase of several words.
    #[inline]
    pub fn beginnings(&self, token: usize, form: &Form) -> impl Iterator<Item = &Analysis> {
        let begins = form.begins;
        let may_begin = move |k: usize| k >= 8 || begins >> k & 1 != 0;
        self.analyses(token).iter().enumerate().filter(move |(k, _)| may_begin(*k)).map(|(_, first)| first)
    }

    /// Looks at the first phrase that a form is by itself and does nothing with it: what is wanted soon is near by then.
    ///
    /// A loop of such looks waits for many words at once.
    #[inline]
    pub fn look(&self, form: &Form) -> u32 {
        self.alone.get(form.alone as usize).map_or(0, |alone| alone.kind)
    }

    /// How many phrases a form is by itself.
    #[inline]
    pub fn n_alone(&self, form: &Form) -> usize {
        usize::from(form.n_alone)
    }

    /// Adds the phrases that the form of a token is by itself, in order: most words are one or none.
    #[inline]
    pub fn push_alone(&self, token: usize, form: &Form, out: &mut Vec<Match>) {
        if form.n_alone > 0 {
            let from = form.alone as usize;
            for alone in &self.alone[from..from + usize::from(form.n_alone)] {
                out.push(alone.at(token));
            }
        }
    }
}
