//! Cuts a name into its parts and turns each into signs.
//!
//! Knows nothing of other names.

use crate::tables::{Ending, Role, Sign, Tables, fold};
use serde::{Deserialize, Serialize};

/// A name made ready for comparison.
#[derive(Debug, Clone, Default)]
pub struct Name {
    /// The parts, the given name first as far as the writing tells.
    pub parts: Vec<Part>,
    /// Which one of the name: the sixth.
    pub ordinal: Option<u8>,
}

/// A name whose parts stand elsewhere.
#[derive(Debug, Clone, Copy)]
pub struct View<'a> {
    /// The parts, as in [`Name`].
    pub parts: &'a [&'a Part],
    /// Which one of the name.
    pub ordinal: Option<u8>,
}

/// One part of a name.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Part {
    /// As it was written.
    pub text: String,
    /// Its signs.
    pub signs: Vec<Sign>,
    /// Where the part may begin: 0, and after a joined article.
    pub starts: Vec<(u8, i16)>,
    /// Where it may end: after all its signs, and before an ending.
    pub ends: Vec<(u8, i16)>,
    /// The coarse classes of its consonants, as a set.
    pub classes: u16,
    /// Index of its script.
    pub script: u8,
    /// Which known names it may be, sorted.
    pub known: Vec<u16>,
    /// Only the first letter is written.
    pub is_initial: bool,
    /// "Son of" stands before it.
    pub is_child: bool,
    /// "Son of" stands before it, or a patronymic's ending is on it.
    pub is_father: bool,
}

/// Longest part that is looked at, in signs.
pub const LONGEST: usize = 24;
/// Most parts that are looked at.
pub const MOST_PARTS: usize = 8;

static EMPTY: Part = Part {
    text: String::new(),
    signs: Vec::new(),
    starts: Vec::new(),
    ends: Vec::new(),
    known: Vec::new(),
    classes: 0,
    script: 0,
    is_initial: false,
    is_child: false,
    is_father: false,
};

struct Word {
    text: String,
    signs: Vec<Sign>,
    script: u8,
    role: Option<Role>,
    is_initial: bool,
    is_capitals: bool,
    /// A hyphen stands after it.
    is_joined: bool,
    /// A comma stands after it.
    is_before_comma: bool,
}

impl Name {
    /// Calls `f` with a view of this name.
    pub fn view<T>(&self, f: impl FnOnce(View<'_>) -> T) -> T {
        let mut parts = [&EMPTY; MOST_PARTS];
        let n = self.parts.len().min(MOST_PARTS);
        for (place, part) in parts.iter_mut().zip(&self.parts) {
            *place = part;
        }
        f(View { parts: &parts[..n], ordinal: self.ordinal })
    }

    /// Reads a name that stands in a text of this language.
    pub fn read(tables: &Tables, text: &str, lang: &str) -> Name {
        let words = words(tables, text, lang);
        let weights = &tables.weights;
        let mut name = Name::default();
        let n = words.len();
        let n_plain = words.iter().filter(|word| word.role.is_none()).count();
        let mut family_first = 0;
        let mut is_father = false;
        let mut at = 0;
        while at < n {
            let word = &words[at];
            let next = words.get(at + 1);
            let mut role = word.role;
            // A word of honour or a particle is a name where nothing else is.
            let is_lone = n_plain == 0 && n == 1;
            if is_lone || (role == Some(Role::Child) && at == 0 && n_plain < 2) {
                role = None;
            }
            match role {
                Some(Role::Article) if next.is_some() || name.parts.len() > 1 => {}
                Some(Role::SunArticle)
                    if next.is_some_and(|next| {
                        word.is_joined || (next.signs.first() == word.signs.last() && word.signs.len() == 2)
                    }) => {}
                Some(Role::Child) if at > 0 || n_plain > 1 => {
                    is_father = at > 0;
                    at += 1;
                    continue;
                }
                Some(Role::Title | Role::Generation) if n_plain > 0 => {}
                Some(Role::Particle) if at > 0 && next.is_some() && n_plain > 0 => {}
                Some(Role::Patronymic) if !name.parts.is_empty() => {
                    if let Some(part) = name.parts.last_mut() {
                        // A patronymic may go without this word, a family name never does.
                        part.ends.push((part.signs.len() as u8, weights.patronymic_gain()));
                        part.is_father = true;
                        part.join(word, tables);
                    }
                }
                Some(Role::Ordinal(number)) if at > 0 => name.ordinal = Some(number),
                Some(Role::JoinsPrevious) if name.parts.last().is_some_and(|part| !part.is_initial) => {
                    if let Some(part) = name.parts.last_mut() {
                        part.join(word, tables);
                    }
                }
                Some(Role::JoinsNext) if next.is_some() => {
                    let mut part = Part::of(word, is_father);
                    at += 1;
                    while let Some(next) = words.get(at) {
                        part.join(next, tables);
                        if !matches!(next.role, Some(Role::Article | Role::SunArticle)) {
                            break;
                        }
                        at += 1;
                    }
                    name.parts.push(part);
                }
                _ => name.parts.push(Part::of(word, is_father)),
            }
            is_father = false;
            let was_here = &words[at.min(n - 1)];
            if was_here.is_before_comma && family_first == 0 {
                family_first = name.parts.len();
            }
            at += 1;
        }
        name.parts.retain(|part| !part.signs.is_empty());
        if family_first == 0 {
            family_first = written_first(&words, &name.parts);
        }
        if family_first < name.parts.len() {
            name.parts.rotate_left(family_first);
        }
        // A first letter after a whole name is that of the middle: the name's order is not told by it.
        if name.parts.len() > 2 && name.parts.last().is_some_and(|part| part.is_initial) {
            name.parts[1..].rotate_right(1);
        }
        name.parts.truncate(MOST_PARTS);
        for part in &mut name.parts {
            part.finish(tables, lang);
        }
        name
    }
}

/// How many parts of the family name stand first, as capitals or initials tell.
fn written_first(words: &[Word], parts: &[Part]) -> usize {
    let n_initials = parts.iter().rev().take_while(|part| part.is_initial).count();
    if n_initials > 0 && n_initials + 1 == parts.len() {
        return 1;
    }
    let plain: Vec<&Word> = words.iter().filter(|word| word.role.is_none()).collect();
    let capitals = plain.iter().take_while(|word| word.is_capitals).count();
    let is_mixed = capitals < plain.len() && plain[capitals..].iter().all(|word| !word.is_capitals);
    if is_mixed && plain.len() == parts.len() { capitals } else { 0 }
}

impl Part {
    fn of(word: &Word, is_father: bool) -> Part {
        let mut signs = word.signs.clone();
        signs.truncate(LONGEST);
        Part {
            text: word.text.clone(),
            signs,
            starts: Vec::new(),
            ends: Vec::new(),
            known: Vec::new(),
            classes: 0,
            script: word.script,
            is_initial: word.is_initial,
            is_child: is_father,
            is_father,
        }
    }

    /// Takes the next word in.
    fn join(&mut self, word: &Word, tables: &Tables) {
        self.text.push(' ');
        self.text.push_str(&word.text);
        let mut signs = &word.signs[..];
        if word.role == Some(Role::JoinsPrevious)
            && let Some(article) = tables
                .articles()
                .iter()
                .find(|article| signs.starts_with(article) && signs.len() > article.len() + 1)
        {
            signs = &signs[article.len()..];
        }
        self.signs.extend(signs);
        self.signs.truncate(LONGEST);
    }

    /// Finds where the part may begin and end.
    fn finish(&mut self, tables: &Tables, lang: &str) {
        let lang = if lang.is_empty() { tables.usual(self.script) } else { lang };
        let n = self.signs.len();
        self.classes = tables.classes(&self.signs);
        self.starts.push((0, 0));
        self.ends.insert(0, (n as u8, 0));
        if self.is_initial {
            return;
        }
        let weights = &tables.weights;
        if let Some(article) =
            tables.articles().iter().find(|article| self.signs.starts_with(article) && n >= article.len() + 2)
        {
            self.starts.push((article.len() as u8, weights.article_gain(self.script)));
        }
        let mut case_ends = vec![n];
        for (ending, kind) in &tables.endings(lang).0 {
            if self.ends.len() < 6 && n > ending.len() && self.signs.ends_with(ending) {
                let end = n - ending.len();
                if end < 2 && ending.len() < 3 {
                    continue;
                }
                let gain = match kind {
                    Ending::Patronymic => {
                        self.is_father = true;
                        weights.patronymic_gain()
                    }
                    Ending::Restored => continue,
                    Ending::Case => {
                        case_ends.push(end);
                        if ending.len() > 2 {
                            case_ends.push(end + 1);
                        }
                        weights.case_gain()
                    }
                };
                // The first letter of the ending may be the last of the name as well: a doubled one is one sign.
                let ends = [end, end + usize::from(ending.len() > 2 && *kind == Ending::Case)];
                for end in ends {
                    if self.ends.iter().all(|(known, _)| usize::from(*known) != end) {
                        self.ends.push((end as u8, gain));
                    }
                }
            }
        }
        let restored = tables.endings(lang).0.iter().filter(|(_, kind)| *kind == Ending::Restored);
        let restored: Vec<&[Sign]> = restored.map(|(signs, _)| &signs[..]).collect();
        self.find_known(tables, &case_ends, &restored);
    }

    /// Looks the part up among the known names: as it stands, else without an article or an ending.
    fn find_known(&mut self, tables: &Tables, ends: &[usize], restored: &[&[Sign]]) {
        for (start, _) in &self.starts {
            for end in ends.iter().filter(|end| **end > usize::from(*start)) {
                let signs = &self.signs[usize::from(*start)..*end];
                self.known.extend(tables.known(signs));
                for lost in restored {
                    self.known.extend(tables.known(&[signs, lost].concat()));
                }
            }
            if !self.known.is_empty() {
                break;
            }
        }
        self.known.sort_unstable();
        self.known.dedup();
    }
}

fn words(tables: &Tables, text: &str, lang: &str) -> Vec<Word> {
    let mut out: Vec<Word> = Vec::new();
    let mut start = None;
    let mut pieces: Vec<(usize, usize)> = Vec::new();
    for (at, c) in text.char_indices() {
        let is_break = c.is_whitespace() || is_hyphen(c) || is_comma(c) || c == '.';
        match (is_break, start) {
            (false, None) => start = Some(at),
            (true, Some(from)) => {
                pieces.push((from, at));
                start = None;
            }
            _ => {}
        }
    }
    if let Some(from) = start {
        pieces.push((from, text.len()));
    }
    for (from, to) in pieces {
        let piece = &text[from..to];
        let mut chars = fold(piece);
        let Some(letters) = tables.table(&chars, lang) else { continue };
        chars.retain(|c| !letters.drops(*c));
        let signs = letters.read(&chars);
        let after: Vec<char> = text[to..].chars().take_while(|c| !c.is_alphanumeric()).take(3).collect();
        let has_stop = after.first() == Some(&'.');
        let n_letters = chars.len();
        let upper = piece.chars().filter(|c| c.is_uppercase()).count();
        let is_cased = piece.chars().any(|c| c.is_uppercase() || c.is_lowercase());
        let is_initial = (n_letters == 1
            && (has_stop || ((upper == 1 || !is_cased) && tables.known(&signs).is_empty())))
            || (n_letters == 2 && has_stop);
        let ordinal = tables.ordinal(&chars).map(Role::Ordinal);
        let mut role =
            ordinal.or_else(|| tables.role(&signs)).filter(|_| !is_initial || (!has_stop && !out.is_empty()));
        // One capital without a full stop is an initial or a numeral, never a particle.
        if is_initial && !matches!(role, Some(Role::Ordinal(_))) {
            role = None;
        }
        // A numeral is written in capitals where the script has them.
        if matches!(role, Some(Role::Ordinal(_))) && n_letters <= 2 && upper != n_letters {
            role = None;
        }
        out.push(Word {
            text: piece.to_string(),
            signs,
            script: letters.script,
            is_initial: is_initial && role.is_none(),
            role,
            is_capitals: n_letters > 1 && upper == n_letters,
            is_joined: after.first().is_some_and(|c| is_hyphen(*c)),
            is_before_comma: after.iter().any(|c| is_comma(*c)),
        });
    }
    out
}

fn is_hyphen(c: char) -> bool {
    matches!(c, '-' | '\u{2010}'..='\u{2015}' | '\u{2212}' | '_' | '/')
}

fn is_comma(c: char) -> bool {
    // The Arabic comma is a mark, no word.
    c == ',' || c == '\u{60C}' || c == ';'
}
