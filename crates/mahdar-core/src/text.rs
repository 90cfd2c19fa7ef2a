//! Cuts a text into tokens and sentences; every token keeps its original span and a folded form.
//!
//! Knows letters only through a pack's [`Letters`]; knows no words.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;
use serde::{Deserialize, Serialize};
use unicode_normalization::{UnicodeNormalization, char::compose, char::is_combining_mark};

use crate::model::{Field, Span, Words};

/// How a pack makes spellings of one word equal.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub struct Letters {
    /// Dropped (`None`) or replaced when comparing.
    folds: FxHashMap<char, Option<char>>,
    /// What the rules below say of each of the first characters of Unicode, told once: reading asks it at every letter.
    cells: Vec<Cell>,
}

/// Characters that have a cell: those of up to two bytes, as Latin, Cyrillic and Arabic, and general punctuation.
const SHORT: u32 = 0x800;
const PUNCTUATION: std::ops::Range<u32> = 0x2000..0x2070;

fn characters() -> impl Iterator<Item = char> {
    (0..SHORT).chain(PUNCTUATION).filter_map(char::from_u32)
}

/// Which cell a character has, if it has one.
#[inline]
fn place(c: char) -> usize {
    match u32::from(c) {
        short @ ..SHORT => short as usize,
        c if PUNCTUATION.contains(&c) => (c - PUNCTUATION.start + SHORT) as usize,
        _ => usize::MAX,
    }
}

/// What a character is and what it folds to.
#[derive(Debug, Clone, Copy, Serialize, Deserialize)]
struct Cell {
    class: u16,
    /// The folded character, or one of the two below.
    fold: u16,
}

/// Folds to nothing. A lone surrogate is no character, so it can stand for this.
const DROPPED: u16 = 0xD800;
/// Folds by what stands before it, or to several characters: the rules must be asked.
const BY_RULE: u16 = 0xD801;

/// Bits of [`Cell::class`].
mod class {
    use super::{is_combining_mark, is_inner, is_invisible, is_joiner, is_letter};

    pub const LETTER: u16 = 1;
    pub const NUMERIC: u16 = 2;
    pub const COMBINING: u16 = 4;
    pub const JOINER: u16 = 8;
    pub const INVISIBLE: u16 = 16;
    pub const INNER: u16 = 32;
    pub const UPPER: u16 = 64;
    /// Separates, and is no token.
    pub const BLANK: u16 = 128;
    /// Separates lines.
    pub const BREAK: u16 = 256;
    /// Has a lower case other than itself.
    pub const CASED: u16 = 512;
    /// A letter that is no capital and folds to itself: most of every text.
    pub const PLAIN: u16 = 1024;

    /// The bits of one character.
    pub fn of(c: char) -> u16 {
        let breaks = matches!(c, '\n' | '\r' | '\u{2028}' | '\u{2029}');
        let bits = [
            (LETTER, is_letter(c)),
            (NUMERIC, c.is_numeric()),
            (COMBINING, is_combining_mark(c)),
            (JOINER, is_joiner(c)),
            (INVISIBLE, is_invisible(c)),
            (INNER, is_inner(c)),
            (UPPER, c.is_uppercase()),
            (BLANK, breaks || c.is_whitespace() || is_invisible(c) || c.is_control()),
            (BREAK, breaks),
            (CASED, !c.to_lowercase().eq([c])),
        ];
        bits.iter().filter(|(_, is)| *is).map(|(bit, _)| bit).sum()
    }
}

impl Letters {
    /// Builds the table from dropped characters and replacements.
    pub fn new(drop: impl IntoIterator<Item = char>, fold: impl IntoIterator<Item = (char, char)>) -> Self {
        let mut folds: FxHashMap<char, Option<char>> = drop.into_iter().map(|c| (c, None)).collect();
        folds.extend(fold.into_iter().map(|(from, to)| (from, Some(to))));
        let mut letters = Self { folds, cells: Vec::new() };
        // What a pack's letters change is told anew, the rest is as in every language.
        let own = |c: char| {
            letters.folds.contains_key(&c) || c.to_lowercase().any(|lower| letters.folds.contains_key(&lower))
        };
        let cells = if letters.folds.is_empty() {
            characters().map(|c| letters.cell_by_rule(c)).collect()
        } else {
            characters()
                .zip(&Letters::plain().cells)
                .map(|(c, plain)| if own(c) { letters.cell_by_rule(c) } else { *plain })
                .collect()
        };
        letters.cells = cells;
        letters
    }

    /// The letters of no language: what is the same in all.
    pub fn plain() -> &'static Letters {
        static PLAIN: LazyLock<Letters> = LazyLock::new(|| Letters::new([], []));
        &PLAIN
    }

    fn cell_by_rule(&self, c: char) -> Cell {
        let class = class::of(c);
        let mut folded = String::new();
        self.push_by_rule(&mut folded, 0, c);
        let mut chars = folded.chars();
        let fold = match (chars.next(), chars.next()) {
            // A combining mark may join the letter before it.
            _ if class & class::COMBINING != 0 && !self.folds.contains_key(&c) => BY_RULE,
            (None, _) => DROPPED,
            (Some(only), None) => u16::try_from(u32::from(only)).unwrap_or(BY_RULE),
            _ => BY_RULE,
        };
        let plain =
            class & class::LETTER != 0 && class & class::UPPER == 0 && u32::from(fold) == u32::from(c);
        Cell { class: class | if plain { class::PLAIN } else { 0 }, fold }
    }

    /// What a character is and folds to; told without the table where it has no cell.
    #[inline]
    fn cell(&self, c: char) -> Cell {
        self.cells.get(place(c)).copied().unwrap_or_else(|| Cell { class: class::of(c), fold: BY_RULE })
    }

    /// The cell of a character of one byte or two, and how many; told from its bytes, for it is asked at every letter.
    #[inline]
    fn short_cell(&self, bytes: &[u8], at: usize) -> Option<(Cell, usize)> {
        let (number, n_bytes) = match *bytes.get(at)? {
            byte @ ..0x80 => (usize::from(byte), 1),
            byte @ 0xC2..0xE0 => (usize::from(byte & 0x1F) << 6 | usize::from(*bytes.get(at + 1)? & 0x3F), 2),
            _ => return None,
        };
        Some((*self.cells.get(number)?, n_bytes))
    }

    /// The word is cut alike whatever stands after it: no sign in it looks ahead.
    pub(crate) fn stands_whole(&self, word: &str) -> bool {
        let ahead = class::INNER | class::INVISIBLE;
        let inside = class::LETTER | class::NUMERIC | class::COMBINING | class::JOINER;
        word.chars().map(|c| self.cell(c).class).all(|is| is & ahead == 0 && is & inside != 0)
    }

    /// Letters and nothing else: one word, whose folded form is that of its letters.
    pub(crate) fn is_plain_word(&self, word: &str) -> bool {
        let other = class::NUMERIC | class::COMBINING | class::JOINER | class::INVISIBLE | class::INNER;
        let plain = |is: u16| is & class::LETTER != 0 && is & other == 0;
        !word.is_empty() && word.chars().all(|c| plain(self.cell(c).class))
    }

    /// The character is a letter or a digit.
    #[inline]
    pub(crate) fn is_alphanumeric(&self, c: char) -> bool {
        self.cell(c).class & (class::LETTER | class::NUMERIC) != 0
    }

    /// The character is a letter.
    #[inline]
    pub(crate) fn is_letter(&self, c: char) -> bool {
        self.cell(c).class & class::LETTER != 0
    }

    /// Appends the folded form of one character.
    #[inline]
    fn push(&self, out: &mut String, start: usize, c: char) {
        self.push_cell(out, start, c, self.cell(c).fold);
    }

    #[inline]
    fn push_cell(&self, out: &mut String, start: usize, c: char, fold: u16) {
        match fold {
            DROPPED => {}
            BY_RULE => self.push_by_rule(out, start, c),
            // Never fails: `cell_by_rule` made the number from a character.
            fold => {
                if let Some(folded) = char::from_u32(u32::from(fold)) {
                    out.push(folded);
                }
            }
        }
    }

    /// Appends the folded form of one character by the rules that the table of cells is made from.
    ///
    /// Lower case, no marks, compatibility forms undone, then the pack's own folds. Folding twice changes nothing.
    fn push_by_rule(&self, out: &mut String, start: usize, c: char) {
        if c.is_ascii() {
            out.push(c.to_ascii_lowercase());
            return;
        }
        if let Some(fold) = self.folds.get(&c) {
            out.extend(*fold);
            return;
        }
        if is_combining_mark(c) {
            // A mark that makes another letter of the alphabet (Cyrillic short i) is kept by composing.
            if let Some(last) = out[start..].chars().next_back()
                && let Some(whole) = compose(last, c)
                && !self.is_decorated(whole)
            {
                out.truncate(out.len() - last.len_utf8());
                self.push(out, start, whole);
            }
            return;
        }
        if is_invisible(c) {
            return;
        }
        if let Some(digit) = digit(c) {
            out.push(digit);
            return;
        }
        if is_compatibility_form(c) {
            let plain: Vec<char> = c.nfkc().collect();
            // A few of them (the tail fragment U+FE73) stand for nothing but themselves.
            if plain != [c] {
                plain.into_iter().for_each(|p| self.push(out, start, p));
                return;
            }
        }
        if self.is_decorated(c) {
            if let Some(base) = c.nfd().next() {
                out.extend(base.to_lowercase());
            }
            return;
        }
        for lower in c.to_lowercase() {
            match self.folds.get(&lower) {
                Some(fold) => out.extend(*fold),
                None if is_combining_mark(lower) => {}
                None => out.push(lower),
            }
        }
    }

    /// Latin letters with a mark stand for their base letter; other scripts have letters of their own.
    fn is_decorated(&self, c: char) -> bool {
        matches!(c as u32, 0xC0..=0x24F | 0x1E00..=0x1EFF) && c.nfd().nth(1).is_some_and(is_combining_mark)
    }

    /// A word without the marks that may be left out, its letters as written.
    pub fn unmarked(&self, word: &str) -> String {
        let mut out = String::with_capacity(word.len());
        self.unmarked_onto(word, &mut out);
        out
    }

    /// Appends a word without the marks that may be left out.
    pub fn unmarked_onto(&self, word: &str, out: &mut String) {
        word.chars().for_each(|c| self.unmark(c, |c| out.push(c)));
    }

    /// The word without the marks that may be left out is this one.
    pub(crate) fn is_unmarked(&self, word: &str, other: &str) -> bool {
        let (mut rest, mut same) = (other.chars(), true);
        word.chars().for_each(|c| self.unmark(c, |c| same &= rest.next() == Some(c)));
        same && rest.next().is_none()
    }

    /// The last letter of a word without the marks that may be left out.
    pub(crate) fn last_unmarked(&self, word: &str) -> Option<char> {
        word.chars().rev().find_map(|c| {
            let mut last = None;
            self.unmark(c, |c| last = Some(c));
            last
        })
    }

    /// What a letter is without the marks that may be left out.
    #[inline]
    fn unmark(&self, c: char, mut push: impl FnMut(char)) {
        let Cell { class: is, fold } = self.cell(c);
        if is & (class::COMBINING | class::INVISIBLE) != 0
            || matches!(fold, DROPPED | BY_RULE) && self.folds.get(&c) == Some(&None)
        {
            return;
        }
        // As drawn is as written.
        if fold == BY_RULE && is_compatibility_form(c) {
            c.nfkc().for_each(push);
        } else if is & class::CASED == 0 {
            push(c);
        } else {
            c.to_lowercase().for_each(push);
        }
    }

    /// The folded form of a whole string, words separated as they stand.
    pub fn fold(&self, text: &str) -> String {
        let mut out = String::with_capacity(text.len());
        let (mut alike, mut next) = (0, 0);
        loop {
            // Letters that fold to themselves are copied together.
            while let Some((Cell { class: is, .. }, n_bytes)) = self.short_cell(text.as_bytes(), next)
                && is & class::PLAIN != 0
            {
                next += n_bytes;
            }
            out.push_str(&text[alike..next]);
            let Some(c) = char_at(text, next) else { return out };
            self.push(&mut out, 0, c);
            next += c.len_utf8();
            alike = next;
        }
    }
}

/// Characters that a saved page may hold anywhere and that nobody sees.
fn is_invisible(c: char) -> bool {
    // U+FFFD is what a page's broken half of a surrogate or a lost byte was made.
    matches!(c as u32, 0xFFF9..=0xFFFD | 0xAD | 0x200B..=0x200F | 0x202A..=0x202E | 0x2060..=0x2064 | 0x2066..=0x206F | 0xFEFF | 0xFE00..=0xFE0F)
}

/// A digit of the Arabic or Persian row, which texts of any language may hold, as an ordinary one.
fn digit(c: char) -> Option<char> {
    let value = match c as u32 {
        n @ 0x660..=0x669 => n - 0x660,
        n @ 0x6F0..=0x6F9 => n - 0x6F0,
        _ => return None,
    };
    char::from_digit(value, 10)
}

/// Presentation forms, full-width and letter-like characters that stand for ordinary ones.
fn is_compatibility_form(c: char) -> bool {
    matches!(c as u32, 0xFB00..=0xFDFF | 0xFE70..=0xFEFC | 0xFF01..=0xFFDC | 0x2100..=0x214F)
}

/// What a token is made of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Letters.
    Word,
    /// Digits, with separators inside.
    Number,
    /// One character that is neither.
    Mark(char),
}

/// A word, number or mark of a text.
#[derive(Debug, Clone)]
pub struct Token {
    /// Byte where it begins in the original.
    pub start: usize,
    /// Byte after its last, in the original.
    pub end: usize,
    /// What it is made of.
    pub kind: Kind,
    /// Begins with a capital letter.
    pub capital: bool,
    /// All letters are capitals (two or more).
    pub shout: bool,
    /// A single letter with its full stop.
    pub initial: bool,
    /// A line feed stands before it.
    pub breaks: bool,
    /// Glued to the token before it.
    pub glued: bool,
    /// Where its folded form stands in [`Text::folds`], or [`AS_WRITTEN`].
    folded: (u32, u32),
}

/// The folded form of most words is the word itself, which is not copied.
const AS_WRITTEN: (u32, u32) = (u32::MAX, 0);

/// A word of up to 24 bytes as three numbers; no letter is a zero byte, so no two words are alike.
pub(crate) type Run = [u64; 3];

/// What a run between blanks is, for one who has met it before.
pub(crate) struct KnownRun<'k> {
    /// The byte after it.
    pub end: usize,
    pub capital: bool,
    pub shout: bool,
    /// Its folded form, where it is not the run itself.
    pub folded: Option<&'k str>,
}

/// Who remembers runs that are a word each, and need not be looked at letter by letter.
pub(crate) trait Remembers {
    /// The run that begins at a byte, if it is a known word; it will be the token of that number.
    fn word(&mut self, bytes: &[u8], at: usize, token: usize) -> Option<KnownRun<'_>>;
}

/// Remembers nothing.
struct Unread;

impl Remembers for Unread {
    #[inline]
    fn word(&mut self, _: &[u8], _: usize, _: usize) -> Option<KnownRun<'_>> {
        None
    }
}

/// Up to 24 bytes from a place as three numbers, those beyond the end zero.
#[inline(always)]
fn window(bytes: &[u8], at: usize) -> Run {
    let numbers = |bytes: &[u8]| match bytes.as_chunks::<8>().0 {
        [a, b, c] => [u64::from_le_bytes(*a), u64::from_le_bytes(*b), u64::from_le_bytes(*c)],
        _ => Run::default(),
    };
    match bytes.get(at..at + 24) {
        // Copying as much for every word costs less than asking how much to copy.
        Some(whole) => numbers(whole),
        None => {
            let mut window = [0; 24];
            let rest = &bytes[at.min(bytes.len())..];
            window[..rest.len()].copy_from_slice(rest);
            numbers(&window)
        }
    }
}

/// The first `n` bytes of a number.
#[inline]
fn first_bytes(number: u64, n: u32) -> u64 {
    number & (1u64 << (8 * n)).wrapping_sub(1)
}

/// The run of a token, if it is short.
#[inline]
pub(crate) fn run_of(raw: &str, token: &Token) -> Option<Run> {
    let n = token.end - token.start;
    if n > 24 {
        return None;
    }
    let mut run = window(raw.as_bytes(), token.start);
    keep_first_bytes(&mut run, n);
    Some(run)
}

/// A blank or sign of control of one byte: it ends every run.
#[inline]
pub(crate) fn ends_run(byte: u8) -> bool {
    byte <= b' '
}

/// The run from a place to the next blank of one byte, and its length, if it is short; eight bytes at a time.
#[inline(always)]
pub(crate) fn run_at(bytes: &[u8], at: usize) -> Option<(Run, usize)> {
    const EACH: u64 = 0x0101_0101_0101_0101;
    // The upper bit of each byte up to the blank; of those after it no one asks.
    let blanks = |number: u64| number.wrapping_sub(EACH * 0x21) & !number & (EACH * 0x80);
    let [a, b, c] = window(bytes, at);
    let n = |blanks: u64| blanks.trailing_zeros() / 8;
    match (blanks(a), blanks(b), blanks(c)) {
        (0, 0, 0) => None,
        (0, 0, last) => Some(([a, b, first_bytes(c, n(last))], 16 + n(last) as usize)),
        (0, last, _) => Some(([a, first_bytes(b, n(last)), 0], 8 + n(last) as usize)),
        (last, _, _) => Some(([first_bytes(a, n(last)), 0, 0], n(last) as usize)),
    }
}

/// The bytes of the mark that a run begins with, if it is an opening one: what stands after it is a run of its own.
#[inline]
pub(crate) fn opening_mark(run: &Run) -> usize {
    match run[0] as u8 {
        b'(' | b'"' | b'[' => 1,
        // «
        0xC2 if run[0] as u16 == 0xABC2 => 2,
        _ => 0,
    }
}

/// The bytes of the mark that ends here, if every word ends before it; and whether it is a full stop.
#[inline]
fn closing_mark(bytes: &[u8]) -> Option<(usize, bool)> {
    match *bytes.last()? {
        b'.' => Some((1, true)),
        b',' | b':' | b';' | b'!' | b'?' | b')' | b']' | b'"' => Some((1, false)),
        // The Arabic comma, semicolon and question mark, and ».
        0x8C | 0x9B | 0x9F if bytes[..bytes.len() - 1].ends_with(&[0xD8]) => Some((2, false)),
        0xBB if bytes[..bytes.len() - 1].ends_with(&[0xC2]) => Some((2, false)),
        _ => None,
    }
}

/// The marks at the end of a run cut off; whether the first of them is a full stop.
#[inline]
pub(crate) fn cut_closing_marks(bytes: &[u8], run: &mut Run, n_bytes: &mut usize) -> bool {
    let Some(mut mark) = closing_mark(&bytes[..*n_bytes]) else { return false };
    loop {
        let (n_mark, stop) = mark;
        *n_bytes -= n_mark;
        match closing_mark(&bytes[..*n_bytes]) {
            Some(before) => mark = before,
            None => {
                keep_first_bytes(run, *n_bytes);
                return stop;
            }
        }
    }
}

/// The bytes of a run after the first `n` made zero.
#[inline]
fn keep_first_bytes(run: &mut Run, n: usize) {
    for (k, number) in run.iter_mut().enumerate() {
        let rest = n.saturating_sub(8 * k);
        if rest < 8 {
            *number = first_bytes(*number, rest as u32);
        }
    }
}

/// The most tokens that reading takes for one sentence.
///
/// Reading looks at a whole sentence from each of its words, so a text without full stops would cost its square.
/// Ten times the longest sentence of the readouts we know.
const LONGEST_SENTENCE: usize = 1000;

/// Memory for a text, kept from one that was read before.
#[derive(Debug, Default)]
pub(crate) struct TextRoom {
    tokens: Vec<Token>,
    folds: String,
}

/// A title or a body, cut.
#[derive(Debug, Clone)]
pub struct Text<'a> {
    /// Which of the two.
    pub field: Field,
    /// The original.
    pub raw: &'a str,
    /// Its tokens in order.
    pub tokens: Vec<Token>,
    /// Token ranges of its sentences in order; a line feed always ends one.
    pub sentences: Vec<std::ops::Range<usize>>,
    folds: String,
}

impl<'a> Text<'a> {
    /// Cuts `raw` into tokens and sentences. Cost is linear in its length.
    ///
    /// `abbreviates` says whether a full stop after this folded word ends no sentence (Dr.).
    pub fn cut(
        raw: &'a str,
        field: Field,
        letters: &Letters,
        abbreviates: &dyn Fn(&str, bool) -> bool,
    ) -> Self {
        Text::cut_apart(raw, field, letters, abbreviates, &|_| false)
    }

    /// Like [`Text::cut`]; `divides` says whether the parts of a folded word with a hyphen are words of their own.
    pub fn cut_apart(
        raw: &'a str,
        field: Field,
        letters: &Letters,
        abbreviates: &dyn Fn(&str, bool) -> bool,
        divides: &dyn Fn(&str) -> bool,
    ) -> Self {
        let mut text = Text::empty(raw, field);
        if text.tokenize(letters, &mut Unread) {
            text.divide(divides);
        }
        text.split(abbreviates);
        text
    }

    /// The same by one who remembers words; tells also whether tokens were divided after he was asked for them.
    pub(crate) fn cut_by(
        room: TextRoom,
        raw: &'a str,
        field: Field,
        letters: &Letters,
        abbreviates: &dyn Fn(&str, bool) -> bool,
        divides: &dyn Fn(&str) -> bool,
        reader: &mut impl Remembers,
    ) -> (Self, bool) {
        let mut text = Text::within(room, raw, field);
        let divided = text.tokenize(letters, reader) && text.divide(divides);
        text.split(abbreviates);
        (text, divided)
    }

    /// A text not yet cut.
    pub(crate) fn empty(raw: &'a str, field: Field) -> Self {
        Text::within(TextRoom::default(), raw, field)
    }

    /// The same in the memory of one that is no longer needed.
    fn within(room: TextRoom, raw: &'a str, field: Field) -> Self {
        let TextRoom { mut tokens, mut folds } = room;
        tokens.reserve(raw.len() / 8);
        folds.reserve(raw.len() / 2);
        Text { field, raw, tokens, sentences: Vec::new(), folds }
    }

    /// The memory of a text that is no longer needed.
    pub(crate) fn into_room(self) -> TextRoom {
        let Text { mut tokens, mut folds, .. } = self;
        tokens.clear();
        folds.clear();
        TextRoom { tokens, folds }
    }

    /// Returns whether a word has a hyphen inside.
    fn tokenize(&mut self, letters: &Letters, reader: &mut impl Remembers) -> bool {
        let raw = self.raw;
        let bytes = raw.as_bytes();
        let mut next = 0;
        let (mut breaks, mut last_end, mut divisible) = (true, usize::MAX, false);
        loop {
            // Between most words stands one blank of one byte.
            if bytes.get(next) == Some(&b' ') {
                next += 1;
            }
            if let Some(known) = reader.word(bytes, next, self.tokens.len()) {
                let (start, end) = (next, known.end);
                let folded = known.folded.map_or(AS_WRITTEN, |folded| {
                    let fold_start = self.folds.len();
                    self.folds.push_str(folded);
                    (fold_start as u32, self.folds.len() as u32)
                });
                self.tokens.push(Token {
                    start,
                    end,
                    kind: Kind::Word,
                    capital: known.capital,
                    shout: known.shout,
                    initial: false,
                    breaks,
                    glued: last_end == start,
                    folded,
                });
                (breaks, last_end, next) = (false, end, end);
                continue;
            }
            if let Some((Cell { class: is, .. }, n_bytes)) = letters.short_cell(bytes, next)
                && is & class::BLANK != 0
            {
                breaks |= is & class::BREAK != 0;
                next += n_bytes;
                continue;
            }
            let Some(c) = char_at(raw, next) else { break };
            let start = next;
            next += c.len_utf8();
            let first = letters.cell(c).class;
            if first & class::BLANK != 0 {
                breaks |= first & class::BREAK != 0;
                continue;
            }
            let fold_start = self.folds.len();
            let (mut capital, mut shout, mut letters_seen, mut initial, mut hyphened) =
                (false, true, 0usize, false, false);
            let kind = if first & class::LETTER != 0 {
                next = start;
                // From here on every letter folds to itself: they are copied together.
                let mut alike = start;
                loop {
                    let seen = letters_seen;
                    while let Some((Cell { class: is, .. }, n_bytes)) = letters.short_cell(bytes, next)
                        && is & class::PLAIN != 0
                    {
                        letters_seen += 1;
                        next += n_bytes;
                    }
                    shout &= letters_seen == seen || hyphened;
                    let Some(c) = char_at(raw, next) else { break };
                    let (at, after) = (next, next + c.len_utf8());
                    let Cell { class: is, fold } = letters.cell(c);
                    let inside = is & (class::LETTER | class::NUMERIC | class::COMBINING | class::JOINER)
                        != 0
                        || (is & class::INVISIBLE != 0 && goes_on(raw, after))
                        || (is & class::INNER != 0 && next_is_letter(raw, after) && !possessive(raw, at, c));
                    if !inside {
                        break;
                    }
                    if is & class::LETTER != 0 {
                        let upper = is & class::UPPER != 0;
                        if letters_seen == 0 {
                            capital = upper;
                        }
                        letters_seen += 1;
                        // An acronym stays one with a suffix after a hyphen.
                        shout &= upper || hyphened;
                    }
                    if u32::from(fold) != u32::from(c) || is & (class::INNER | class::JOINER) != 0 {
                        self.folds.push_str(&raw[alike..at]);
                        alike = after;
                        if is & class::INNER != 0 {
                            hyphened |= letters_seen > 1;
                            divisible |= is_hyphen(c);
                            self.folds.push(if is_hyphen(c) { '-' } else { '\'' });
                        } else if is & class::JOINER == 0 {
                            letters.push_cell(&mut self.folds, fold_start, c, fold);
                        }
                    }
                    next = after;
                }
                self.folds.push_str(&raw[alike..next]);
                if letters_seen == 1
                    && bytes.get(next) == Some(&b'.')
                    && (capital || !c.is_lowercase() && !c.is_uppercase())
                {
                    initial = true;
                    next += 1;
                }
                Kind::Word
            } else if first & class::NUMERIC != 0 {
                next = start;
                while let Some(c) = char_at(raw, next) {
                    let after = next + c.len_utf8();
                    let separates = matches!(c, '.' | ',' | ':' | '\u{66B}' | '\u{66C}') || is_invisible(c);
                    let inside = c.is_numeric() || separates && next_is_numeric(raw, after);
                    if !inside {
                        break;
                    }
                    letters.push(&mut self.folds, fold_start, c);
                    next = after;
                }
                Kind::Number
            } else {
                // The possessive is a word of its own.
                if is_apostrophe(c)
                    && possessive(raw, start, c)
                    && raw.get(last_end..start).is_some_and(|gap| gap.chars().all(is_invisible))
                {
                    let letter = raw[next..].char_indices().find(|(_, c)| !is_invisible(*c));
                    next += letter.map_or(0, |(at, c)| at + c.len_utf8());
                    self.folds.push_str("'s");
                    Kind::Word
                } else {
                    self.folds.push(c);
                    Kind::Mark(one_mark(c))
                }
            };
            let folded = (fold_start as u32, self.folds.len() as u32);
            let (end, glued) = (next, last_end == start);
            self.tokens.push(Token {
                start,
                end,
                kind,
                capital,
                shout: shout && letters_seen > 1,
                initial,
                breaks,
                glued,
                folded,
            });
            breaks = false;
            last_end = end;
        }
        divisible
    }

    /// Cuts words at their hyphens where both parts are words of their own; returns whether there were such.
    fn divide(&mut self, divides: &dyn Fn(&str) -> bool) -> bool {
        let divided = |token: &Token| {
            // A word that is known as written has no hyphen.
            let (from, to) = if token.folded == AS_WRITTEN { (0, 0) } else { token.folded };
            let form = &self.folds[from as usize..to as usize];
            token.kind == Kind::Word && form.contains('-') && divides(form)
        };
        let Some(first) = self.tokens.iter().position(divided) else { return false };
        let rest = self.tokens.split_off(first);
        for token in rest {
            // What stands after a hyphen may be divided again.
            let mut token = token;
            loop {
                let (from, to) = if token.folded == AS_WRITTEN { (0, 0) } else { token.folded };
                let form = &self.folds[from as usize..to as usize];
                if token.kind != Kind::Word || !form.contains('-') || !divides(form) {
                    break;
                }
                let raw = &self.raw[token.start..token.end];
                let at = raw
                    .char_indices()
                    .find(|(_, c)| is_hyphen(*c))
                    .map(|(at, c)| (token.start + at, token.start + at + c.len_utf8()));
                let (Some((left, right)), Some(fold)) = (at, form.find('-')) else { break };
                let fold = from + fold as u32;
                let capital = self.raw[right..].chars().next().is_some_and(char::is_uppercase);
                // What is known of a word as written holds wherever it stands: its marks come from its own letters.
                let shouts = |part: std::ops::Range<usize>| {
                    let mut letters = self.raw[part].chars().filter(|c| c.is_alphabetic());
                    letters.clone().count() > 1 && letters.all(char::is_uppercase)
                };
                let (shout, rest) = (shouts(token.start..left), shouts(right..token.end));
                self.tokens.push(Token { end: left, shout, folded: (from, fold), ..token.clone() });
                self.tokens.push(Token {
                    start: left,
                    end: right,
                    kind: Kind::Mark('-'),
                    capital: false,
                    shout: false,
                    initial: false,
                    breaks: false,
                    glued: true,
                    folded: (fold, fold + 1),
                });
                token = Token {
                    start: right,
                    capital,
                    shout: rest,
                    breaks: false,
                    glued: true,
                    folded: (fold + 1, to),
                    ..token
                };
            }
            self.tokens.push(token);
        }
        true
    }

    /// The point after a letter that stands for a word before a name ("in t. Springfield").
    pub(crate) fn shortens(&self, i: usize) -> bool {
        let point = &self.tokens[i];
        let (Some(letter), Some(name)) = (i.checked_sub(1).map(|k| &self.tokens[k]), self.tokens.get(i + 1))
        else {
            return false;
        };
        point.kind == Kind::Mark('.')
            && point.glued
            && letter.kind == Kind::Word
            && !letter.capital
            && self.folded(i - 1).chars().nth(1).is_none()
            && name.kind == Kind::Word
            && name.capital
            && !name.breaks
    }

    fn split(&mut self, abbreviates: &dyn Fn(&str, bool) -> bool) {
        let mut begin = 0;
        let mut sentences = Vec::with_capacity(self.tokens.len() / 16 + 1);
        for (i, token) in self.tokens.iter().enumerate() {
            if i > begin && token.breaks {
                sentences.push(begin..i);
                begin = i;
            }
            let Kind::Mark(c) = token.kind else { continue };
            let ends = match c {
                '!' | '?' | '…' => true,
                '.' => {
                    let next = self.tokens.get(i + 1);
                    let low = next.is_some_and(|t| {
                        !t.breaks && self.raw[t.start..].chars().next().is_some_and(char::is_lowercase)
                    });
                    let short = i > begin
                        && self.tokens[i].glued
                        && self.tokens[i - 1].kind == Kind::Word
                        && abbreviates(
                            self.folded(i - 1),
                            next.is_some_and(|t| !t.breaks && t.kind == Kind::Number),
                        );
                    !low && !short
                        // "At 19.30 hrs., he": before a comma nothing ends.
                        && !next.is_some_and(|t| {
                            t.glued && matches!(t.kind, Kind::Word | Kind::Number | Kind::Mark(',' | ';'))
                        })
                }
                _ => false,
            };
            if ends {
                // Closing quotes and brackets stay with their sentence.
                let mut stop = i + 1;
                while stop < self.tokens.len()
                    && self.tokens[stop].glued
                    && matches!(self.tokens[stop].kind, Kind::Mark('"' | '»' | '”' | ')' | '.'))
                {
                    stop += 1;
                }
                if stop > begin {
                    sentences.push(begin..stop);
                }
                begin = stop;
            }
        }
        if begin < self.tokens.len() {
            sentences.push(begin..self.tokens.len());
        }
        self.sentences = sentences;
        self.sentences.retain(|s| s.start < s.end);
        // A run of closing marks may have moved a boundary past the next start.
        let mut last = 0;
        for s in &mut self.sentences {
            s.start = s.start.max(last);
            last = s.end.max(s.start);
        }
        self.sentences.retain(|s| s.start < s.end);
        if self.sentences.iter().any(|s| s.len() > LONGEST_SENTENCE) {
            let pieces = |s: &std::ops::Range<usize>| {
                let end = s.end;
                s.clone().step_by(LONGEST_SENTENCE).map(move |from| from..end.min(from + LONGEST_SENTENCE))
            };
            self.sentences = self.sentences.iter().flat_map(pieces).collect();
        }
    }

    /// The folded form of token `i`.
    pub fn folded(&self, i: usize) -> &str {
        let token = &self.tokens[i];
        match token.folded {
            AS_WRITTEN => &self.raw[token.start..token.end],
            (from, to) => &self.folds[from as usize..to as usize],
        }
    }

    /// The words from token `from` up to, not including, token `to`.
    pub fn words(&self, from: usize, to: usize) -> Words {
        self.slice([self.tokens[from].start, self.tokens[to.max(from + 1) - 1].end])
    }

    /// The words that a span cuts.
    pub fn slice(&self, span: Span) -> Words {
        Words { text: self.raw[span[0]..span[1]].to_string(), span, field: self.field }
    }

    /// Byte in the original after the first `n` folded characters of token `i`, and the marks that hang on them.
    pub fn after_folded(&self, i: usize, n: usize, letters: &Letters) -> usize {
        let token = &self.tokens[i];
        // Where every letter folds to one, the place is that of the letter after the first `n`.
        let mut n_folded = 0;
        for (at, c) in self.raw[token.start..token.end].char_indices() {
            match letters.cell(c).fold {
                DROPPED => {}
                BY_RULE => break,
                _ if n_folded == n => return token.start + at,
                _ => n_folded += 1,
            }
        }
        let mut out = String::new();
        for (at, c) in self.raw[token.start..token.end].char_indices() {
            let before = out.chars().count();
            letters.push(&mut out, 0, c);
            if before >= n && out.chars().count() > n {
                return token.start + at;
            }
        }
        token.start
    }
}

#[inline]
fn char_at(raw: &str, at: usize) -> Option<char> {
    raw[at..].chars().next()
}

fn is_letter(c: char) -> bool {
    c.is_alphabetic()
}

fn is_joiner(c: char) -> bool {
    matches!(c, '\u{200C}' | '\u{200D}' | '\u{640}')
}

fn is_hyphen(c: char) -> bool {
    matches!(c, '-' | '\u{2010}' | '\u{2011}')
}

fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’' | '‘' | '`' | '\u{2BC}' | '\u{2BB}')
}

/// The comma, semicolon and question mark of Arabic writing are those of the others.
fn one_mark(c: char) -> char {
    match c {
        '\u{60C}' => ',',
        '\u{61B}' => ';',
        '\u{61F}' => '?',
        _ => c,
    }
}

/// Marks that may stand inside a word.
fn is_inner(c: char) -> bool {
    is_hyphen(c) || is_apostrophe(c)
}

/// What is seen next belongs to the same word: a letter, or a hyphen or apostrophe before one.
fn goes_on(raw: &str, at: usize) -> bool {
    let Some((after, c)) = raw[at..].char_indices().find(|(_, c)| !is_invisible(*c)) else { return false };
    let at = at + after;
    let joins = is_hyphen(c) || is_apostrophe(c);
    is_letter(c) || joins && next_is_letter(raw, at + c.len_utf8()) && !possessive(raw, at, c)
}

fn next_is_numeric(raw: &str, at: usize) -> bool {
    raw[at..].chars().find(|c| !is_invisible(*c)).is_some_and(char::is_numeric)
}

fn next_is_letter(raw: &str, at: usize) -> bool {
    raw[at..].chars().find(|c| !is_invisible(*c)).is_some_and(is_letter)
}

/// True where an apostrophe begins a possessive: 's before a boundary.
fn possessive(raw: &str, at: usize, c: char) -> bool {
    if !is_apostrophe(c) {
        return false;
    }
    let mut rest = raw[at + c.len_utf8()..].chars().filter(|c| !is_invisible(*c));
    matches!(rest.next(), Some('s' | 'S')) && !rest.next().is_some_and(char::is_alphanumeric)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cut(raw: &str) -> (Vec<String>, usize) {
        let letters = Letters::new("ًَُِّْـ".chars(), [('أ', 'ا'), ('إ', 'ا'), ('ة', 'ه'), ('ى', 'ي'), ('ё', 'е')]);
        let text = Text::cut(raw, Field::Text, &letters, &|w, _| w == "dr");
        for i in 0..text.tokens.len() {
            let words = text.words(i, i + 1);
            assert_eq!(words.text, raw[words.span[0]..words.span[1]]);
        }
        ((0..text.tokens.len()).map(|i| text.folded(i).to_string()).collect(), text.sentences.len())
    }

    #[test]
    fn tokens_fold_marks_and_keep_places() {
        assert_eq!(
            cut("استقبلَ الأميرُ، السفيرةَ."),
            (vec!["استقبل".into(), "الامير".into(), "،".into(), "السفيره".into(), ".".into()], 1)
        );
        assert_eq!(cut("Pakistan’s PM met Dr. Côté. He left.").1, 2);
        assert_eq!(cut("Pakistan's").0, ["pakistan", "'s"]);
        assert_eq!(cut("Pakistan\u{200F}'\u{200F}s").0, ["pakistan", "'s"]);
        assert_eq!(cut("премьер-министр К.Омуралиев").0, ["премьер-министр", "к", "омуралиев"]);
        assert_eq!(cut("2.2 млрд").0, ["2.2", "млрд"]);
    }

    #[test]
    fn presentation_forms_and_direction_marks_change_nothing() {
        assert_eq!(cut("\u{202B}ﻭﺯﻳﺮ\u{202C}").0, cut("وزير").0);
        assert_eq!(cut("الـــوزير").0, cut("الوزير").0);
    }

    #[test]
    fn a_text_without_full_stops_has_sentences_of_bounded_length() {
        let raw = "وزير ".repeat(LONGEST_SENTENCE * 2 + 1);
        let text = Text::cut(&raw, Field::Text, Letters::plain(), &|_, _| false);
        assert_eq!(
            text.sentences.iter().map(|s| s.len()).collect::<Vec<_>>(),
            [LONGEST_SENTENCE, LONGEST_SENTENCE, 1]
        );
    }

    #[test]
    fn a_composed_letter_equals_its_parts() {
        assert_eq!(cut("Нурали\u{306}").0, cut("Нуралй").0);
    }
}
