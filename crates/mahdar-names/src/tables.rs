//! The data files of `data/names`, compiled: letters to signs, words with a role, endings, costs, weights, known names.
//!
//! Knows nothing of any language: which letters and words there are is said by the files.

use crate::weights::Weights;
use rustc_hash::FxHashMap;
use serde::Deserialize;
use std::collections::BTreeMap;
use unicode_normalization::UnicodeNormalization;

/// A letter as its script writes it; an index into the tables.
pub type Sign = u8;

/// How many signs there may be: costs are a square table of this side.
pub const N_SIGNS: usize = 256;

/// A file of the names data that cannot be used.
#[derive(Debug, thiserror::Error)]
#[error("{file}: {what}")]
pub struct DataError {
    /// Path of the file in the data folder.
    pub file: String,
    /// What is wrong with it.
    pub what: String,
}

/// What a word inside a name does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Role {
    /// The article: no part.
    Article,
    /// The article before a sun letter.
    SunArticle,
    /// Son or daughter of: the next part is the father's.
    Child,
    /// Makes one part with the next word.
    JoinsNext,
    /// Makes one part with the word before.
    JoinsPrevious,
    /// The word before is the father's.
    Patronymic,
    /// A word of honour: no part.
    Title,
    /// Joins the parts of a family name: no part.
    Particle,
    /// The younger, the elder: no part.
    Generation,
    /// Which one of the name.
    Ordinal(u8),
}

/// An ending that may be taken off.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ending {
    /// Of a case.
    Case,
    /// Of a patronymic.
    Patronymic,
    /// What an ending may have taken the place of.
    Restored,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct LettersFile {
    id: String,
    langs: Vec<String>,
    from: String,
    to: String,
    /// The language when none is said.
    usual: String,
    drop: Vec<String>,
    letters: BTreeMap<String, String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct WordsFile {
    article: Vec<String>,
    sun_article: Vec<String>,
    child: Vec<String>,
    joins_next: Vec<String>,
    joins_previous: Vec<String>,
    patronymic: Vec<String>,
    title: Vec<String>,
    particle: Vec<String>,
    generation: Vec<String>,
    ordinal: BTreeMap<String, Vec<String>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct EndingsFile {
    case: Vec<EndingsOf>,
    patronymic: Vec<EndingsOf>,
    restore: Vec<EndingsOf>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct EndingsOf {
    langs: Vec<String>,
    endings: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct CostsFile {
    /// Of a pair of signs not listed.
    other: f32,
    /// Of a sign that stands for nothing, by the script of the other name.
    gap: BTreeMap<String, BTreeMap<String, f32>>,
    /// Of two signs that stand for one another, by the first then the second.
    pair: BTreeMap<String, BTreeMap<String, f32>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct SkeletonFile {
    classes: BTreeMap<String, Vec<String>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct GivenFile {
    name: Vec<GivenName>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct GivenName {
    /// It is put before another given name and left out again.
    #[serde(default)]
    common: bool,
    #[serde(default)]
    latin: Vec<String>,
    #[serde(default)]
    cyrillic: Vec<String>,
    #[serde(default)]
    arabic: Vec<String>,
}

/// Letters that stand for a row of signs.
type Entry = (Vec<char>, Vec<Sign>);

/// One table of letters.
pub struct Letters {
    id: String,
    langs: Vec<String>,
    range: (char, char),
    drop: Vec<char>,
    /// By the first letter, longest first.
    by_first: FxHashMap<char, Vec<Entry>>,
    /// The language when none is said.
    pub usual: String,
    /// Index of the script among the scripts.
    pub script: u8,
}

/// A language's endings as signs, longest first.
#[derive(Default)]
pub struct Endings(pub Vec<(Vec<Sign>, Ending)>);

/// Everything compiled.
pub struct Tables {
    /// Names of the signs.
    pub signs: Vec<String>,
    letters: Vec<Letters>,
    words: FxHashMap<Vec<Sign>, Role>,
    ordinals: FxHashMap<Vec<char>, u8>,
    /// Known names by their signs.
    known: FxHashMap<Vec<Sign>, Vec<u16>>,
    common: Vec<u16>,
    articles: Vec<Vec<Sign>>,
    endings: BTreeMap<String, Endings>,
    no_endings: Endings,
    /// Gain of two signs, in 1/64 nat, `a * N_SIGNS + b`.
    pub gains: Vec<i16>,
    /// Gain of a sign that stands for nothing, by the script of the other name.
    pub gaps: Vec<[i16; N_SIGNS]>,
    /// What a sign gains at best against each script.
    pub ideal: Vec<[i16; N_SIGNS]>,
    /// Script of a sign.
    pub script_of: [u8; N_SIGNS],
    /// Coarse class of a sign in a key; 0 where it is left out.
    pub class_of: [u8; N_SIGNS],
    /// The weights of a score.
    pub weights: Weights,
}

/// Nats to the unit of the costs.
pub const UNIT: f32 = 64.0;

impl Tables {
    /// Compiles the files of `data/names`, given as (path, content).
    pub fn compile(files: &[(String, String)]) -> Result<Tables, DataError> {
        let mut tables = Tables {
            signs: Vec::new(),
            letters: Vec::new(),
            words: FxHashMap::default(),
            ordinals: FxHashMap::default(),
            known: FxHashMap::default(),
            common: Vec::new(),
            articles: Vec::new(),
            endings: BTreeMap::new(),
            no_endings: Endings::default(),
            gains: vec![0; N_SIGNS * N_SIGNS],
            gaps: Vec::new(),
            ideal: Vec::new(),
            script_of: [0; N_SIGNS],
            class_of: [0; N_SIGNS],
            weights: parsed(files, "weights.toml")?,
        };
        for (path, text) in files.iter().filter(|(path, _)| path.contains("letters-")) {
            let file: LettersFile = toml::from_str(text).map_err(|error| fault(path, error))?;
            tables.add_letters(path, file)?;
        }
        tables.weights.order();
        tables.add_words(parsed(files, "words.toml")?)?;
        tables.add_endings(parsed(files, "endings.toml")?);
        tables.add_costs(parsed(files, "costs.toml")?)?;
        tables.add_known(parsed(files, "given.toml")?);
        tables.add_classes(parsed(files, "skeleton.toml")?)?;
        Ok(tables)
    }

    fn add_letters(&mut self, path: &str, file: LettersFile) -> Result<(), DataError> {
        let mut by_first: FxHashMap<char, Vec<Entry>> = FxHashMap::default();
        let mut script = 0;
        for (letters, names) in &file.letters {
            let chars: Vec<char> = letters.nfc().collect();
            let Some(first) = chars.first().copied() else { return Err(fault(path, "an empty letter")) };
            let mut signs = Vec::new();
            for name in names.split_whitespace() {
                signs.push(self.sign(name).ok_or_else(|| fault(path, "more signs than there is room for"))?);
            }
            if let Some(sign) = signs.first() {
                script = self.script_of[usize::from(*sign)];
            }
            by_first.entry(first).or_default().push((chars, signs));
        }
        for entries in by_first.values_mut() {
            entries.sort_by_key(|(chars, _)| std::cmp::Reverse(chars.len()));
        }
        let edge = |text: &str| text.chars().next().ok_or_else(|| fault(path, "`from` or `to` is empty"));
        self.letters.push(Letters {
            range: (edge(&file.from)?, edge(&file.to)?),
            drop: file.drop.iter().filter_map(|text| text.chars().next()).collect(),
            id: file.id,
            usual: file.usual,
            langs: file.langs,
            by_first,
            script,
        });
        // Tables of one language are asked before those of a whole script.
        self.letters.sort_by_key(|letters| (letters.langs.is_empty(), letters.id.clone()));
        Ok(())
    }

    /// The index of a sign; what stands before its full stop names its script.
    fn sign(&mut self, name: &str) -> Option<Sign> {
        if let Some(index) = self.signs.iter().position(|known| known == name) {
            return Sign::try_from(index).ok();
        }
        let index = self.signs.len();
        if index >= N_SIGNS - 1 {
            return None;
        }
        let script = |name: &str| name.split('.').next().unwrap_or_default().to_string();
        let known = self.signs.iter().position(|known| script(known) == script(name));
        self.script_of[index] = match known {
            Some(like) => self.script_of[like],
            None => (0..index).map(|i| self.script_of[i] + 1).max().unwrap_or(0),
        };
        self.signs.push(name.to_string());
        Sign::try_from(index).ok()
    }

    fn add_words(&mut self, file: WordsFile) -> Result<(), DataError> {
        let lists = [
            (Role::Article, &file.article),
            (Role::SunArticle, &file.sun_article),
            (Role::Child, &file.child),
            (Role::JoinsNext, &file.joins_next),
            (Role::JoinsPrevious, &file.joins_previous),
            (Role::Patronymic, &file.patronymic),
            (Role::Title, &file.title),
            (Role::Particle, &file.particle),
            (Role::Generation, &file.generation),
        ];
        for (role, words) in lists {
            for word in words {
                for signs in self.readings(word) {
                    if role == Role::Article && !self.articles.contains(&signs) {
                        self.articles.push(signs.clone());
                    }
                    self.words.entry(signs).or_insert(role);
                }
            }
        }
        for (number, words) in &file.ordinal {
            let number = number.parse().map_err(|_| fault("words.toml", "an ordinal without a number"))?;
            self.ordinals.extend(words.iter().map(|word| (fold(word), number)));
        }
        Ok(())
    }

    /// The word in every table that can read it.
    fn readings(&self, word: &str) -> Vec<Vec<Sign>> {
        let chars = fold(word);
        let mut out: Vec<Vec<Sign>> = Vec::new();
        for letters in &self.letters {
            let signs = letters.read(&chars);
            if !signs.is_empty() && letters.reads(&chars) && !out.contains(&signs) {
                out.push(signs);
            }
        }
        out
    }

    fn add_endings(&mut self, file: EndingsFile) {
        let lists = [
            (Ending::Patronymic, &file.patronymic),
            (Ending::Case, &file.case),
            (Ending::Restored, &file.restore),
        ];
        for (kind, lists) in lists {
            for list in lists {
                for lang in &list.langs {
                    for ending in &list.endings {
                        let chars = fold(ending);
                        let Some(letters) = self.table(&chars, lang) else { continue };
                        let signs = letters.read(&chars);
                        self.endings.entry(lang.clone()).or_default().0.push((signs, kind));
                    }
                }
            }
        }
        for endings in self.endings.values_mut() {
            endings.0.sort_by_key(|(signs, _)| std::cmp::Reverse(signs.len()));
        }
    }

    fn add_costs(&mut self, file: CostsFile) -> Result<(), DataError> {
        let unit = |nats: f32| (nats * UNIT).round() as i16;
        self.gains.fill(unit(file.other));
        let n_scripts = (0..self.signs.len()).map(|i| self.script_of[i] + 1).max().unwrap_or(0);
        self.gaps = vec![[unit(file.other); N_SIGNS]; usize::from(n_scripts)];
        let index = |signs: &[String], name: &str| {
            let found = signs.iter().position(|known| known == name);
            found.ok_or_else(|| fault("costs.toml", format!("there is no sign `{name}`")))
        };
        for (name, row) in &file.gap {
            let a = index(&self.signs, name)?;
            for (script, nats) in row {
                let mut known = self.signs.iter().zip(self.script_of);
                let found = known.find(|(sign, _)| sign.split('.').next() == Some(script));
                let Some((_, script)) = found else {
                    return Err(fault("costs.toml", format!("there is no script `{script}`")));
                };
                self.gaps[usize::from(script)][a] = unit(*nats);
            }
        }
        for (a, row) in &file.pair {
            let a = index(&self.signs, a)?;
            for (b, nats) in row {
                let b = index(&self.signs, b)?;
                self.gains[a * N_SIGNS + b] = unit(*nats);
                self.gains[b * N_SIGNS + a] = unit(*nats);
            }
        }
        for script in 0..n_scripts {
            let mut ideal = self.gaps[usize::from(script)];
            for (a, best) in ideal.iter_mut().enumerate().take(self.signs.len()) {
                for b in (0..self.signs.len()).filter(|b| self.script_of[*b] == script) {
                    *best = (*best).max(self.gains[a * N_SIGNS + b]);
                }
            }
            self.ideal.push(ideal);
        }
        Ok(())
    }

    fn add_known(&mut self, file: GivenFile) {
        for (id, name) in (0..).zip(&file.name) {
            if name.common {
                self.common.push(id);
            }
            for spelling in name.latin.iter().chain(&name.cyrillic).chain(&name.arabic) {
                let chars = fold(spelling);
                // In the table of the whole script: those of one language come to the same signs.
                let whole =
                    self.letters.iter().filter(|letters| letters.langs.is_empty() && letters.reads(&chars));
                let readings: Vec<Vec<Sign>> = whole.map(|letters| letters.read(&chars)).collect();
                for signs in readings {
                    let ids = self.known.entry(signs).or_default();
                    if !ids.contains(&id) {
                        ids.push(id);
                    }
                }
            }
        }
    }

    /// True for a name that is put before another given name and left out again.
    pub fn is_common(&self, known: &[u16]) -> bool {
        known.iter().any(|id| self.common.contains(id))
    }

    /// The known names that are written so.
    pub fn known(&self, signs: &[Sign]) -> &[u16] {
        self.known.get(signs).map_or(&[], |ids| ids)
    }

    fn add_classes(&mut self, file: SkeletonFile) -> Result<(), DataError> {
        for (class, signs) in (1..).zip(file.classes.values()) {
            for name in signs {
                let found = self.signs.iter().position(|known| known == name);
                let index =
                    found.ok_or_else(|| fault("skeleton.toml", format!("there is no sign `{name}`")))?;
                self.class_of[index] = class;
            }
        }
        Ok(())
    }

    /// The table that reads most letters of a word in this language.
    pub fn table(&self, chars: &[char], lang: &str) -> Option<&Letters> {
        let first = chars.iter().find(|c| c.is_alphabetic())?;
        self.letters
            .iter()
            .filter(|letters| letters.langs.is_empty() || letters.langs.iter().any(|known| known == lang))
            .find(|letters| (letters.range.0..=letters.range.1).contains(&base(*first)))
    }

    /// What the word does inside a name, if it is no part.
    pub fn role(&self, signs: &[Sign]) -> Option<Role> {
        self.words.get(signs).copied()
    }

    /// The number that a word is, letter by letter: a doubled one counts.
    pub fn ordinal(&self, chars: &[char]) -> Option<u8> {
        self.ordinals.get(chars).copied()
    }

    /// Gains of a sign beside every other.
    #[inline]
    pub fn gains_of(&self, sign: Sign) -> &[i16; N_SIGNS] {
        let from = usize::from(sign) * N_SIGNS;
        let row = self.gains[from..from + N_SIGNS].first_chunk();
        row.expect("a row of the table is as long as there are signs")
    }

    /// The coarse classes of a row of signs, as a set.
    pub fn classes(&self, signs: &[Sign]) -> u16 {
        signs.iter().fold(0, |set, sign| match self.class_of[usize::from(*sign)] {
            0 => set,
            class => set | 1 << class,
        })
    }

    /// The articles, as signs.
    pub fn articles(&self) -> &[Vec<Sign>] {
        &self.articles
    }

    /// The language of a script when none is said.
    pub fn usual(&self, script: u8) -> &str {
        let found = self.letters.iter().find(|letters| letters.script == script && letters.langs.is_empty());
        found.map_or("", |letters| &letters.usual)
    }

    /// Whether names of a language take the endings of cases.
    pub fn has_case(&self, lang: &str) -> bool {
        self.endings(lang).0.iter().any(|(_, kind)| matches!(kind, Ending::Case))
    }

    /// The endings of a language.
    pub fn endings(&self, lang: &str) -> &Endings {
        self.endings.get(lang).unwrap_or(&self.no_endings)
    }
}

impl Letters {
    /// The letters as signs; one that no table has is passed over, a doubled sign is one.
    pub fn read(&self, chars: &[char]) -> Vec<Sign> {
        let mut out: Vec<Sign> = Vec::with_capacity(chars.len());
        let mut at = 0;
        while at < chars.len() {
            let c = chars[at];
            let plain = base(c);
            let found = [c, plain].into_iter().find_map(|first| {
                let entries = self.by_first.get(&first)?;
                entries.iter().find(|(letters, _)| {
                    chars.len() - at >= letters.len()
                        && letters[1..].iter().zip(&chars[at + 1..]).all(|(letter, c)| letter == c)
                })
            });
            match found {
                Some((letters, signs)) => {
                    for sign in signs {
                        if out.last() != Some(sign) {
                            out.push(*sign);
                        }
                    }
                    at += letters.len();
                }
                None => at += 1,
            }
        }
        out
    }

    /// True for a mark that is no letter of a name.
    pub fn drops(&self, c: char) -> bool {
        self.drop.contains(&c)
    }

    /// True when every letter is known.
    fn reads(&self, chars: &[char]) -> bool {
        let known = |c: &char| self.by_first.contains_key(c) || self.by_first.contains_key(&base(*c));
        chars.iter().filter(|c| c.is_alphabetic() && !self.drop.contains(c)).all(known)
    }
}

/// Small letters, composed, without what is no letter.
pub fn fold(text: &str) -> Vec<char> {
    // The dot that small capital I with dot leaves behind is a mark of its own.
    text.chars().flat_map(char::to_lowercase).nfc().filter(|c| c.is_alphabetic()).collect()
}

/// The letter without its mark.
pub fn base(c: char) -> char {
    if c.is_ascii() {
        return c;
    }
    std::iter::once(c).nfd().next().unwrap_or(c)
}

fn parsed<T: serde::de::DeserializeOwned>(files: &[(String, String)], name: &str) -> Result<T, DataError> {
    let found = files.iter().find(|(path, _)| path.rsplit('/').next() == Some(name));
    let Some((path, text)) = found else { return Err(fault(name, "this file is missing")) };
    toml::from_str(text).map_err(|error| fault(path, error))
}

fn fault(file: &str, what: impl std::fmt::Display) -> DataError {
    DataError { file: file.to_string(), what: what.to_string() }
}
