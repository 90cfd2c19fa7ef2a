//! Compiles the files of a language pack into tables that reading looks up.
//!
//! The only place that knows the shape of pack files (`docs/packs.md`); holds no word of any language.

pub(crate) mod alternatives;
mod conjugate;
mod forms;
mod kept;
mod lexicon;
mod schema;

pub use kept::Kept;
pub(crate) use lexicon::{ASKED, UNRANKED};
pub use lexicon::{
    Analysis, Case, ClaimList, Counted, Entry, Lexicon, Match, Matches, NounNumber, Sense, StateForm,
    TriggerForm, kinds, tags,
};
pub(crate) use schema::unread;
pub use schema::{Attendance, Features, Frame};

use std::sync::{Arc, Mutex, OnceLock, PoisonError};

use rustc_hash::FxHashMap;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use crate::Slug;
use crate::model::Diagnostic;
use crate::text::{Letters, Text};

/// Why a pack could not be compiled.
#[derive(Debug, thiserror::Error)]
pub enum PackError {
    /// A file is not TOML of the expected shape.
    #[error("{path} is not a pack file of the expected shape: {message}")]
    Shape {
        /// The file.
        path: String,
        /// What the parser says, with line and column.
        message: String,
    },
    /// A folder has no `pack.toml`.
    #[error("{path} has no pack.toml")]
    NoPack {
        /// The folder.
        path: String,
    },
}

impl PackError {
    /// Stable code of the failure; each has a page in `docs/errors`.
    pub fn code(&self) -> &'static str {
        match self {
            PackError::Shape { .. } => "pack/shape",
            PackError::NoPack { .. } => "pack/no-pack",
        }
    }

    /// What to do about it.
    pub fn help(&self) -> &'static str {
        match self {
            PackError::Shape { .. } => "compare the entry with docs/packs.md",
            PackError::NoPack { .. } => "every folder below data/lang begins with a pack.toml",
        }
    }
}

/// Positions that reading asks about as one; said in `ontology/positions.toml`, the same in every language.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct PositionGroups {
    /// Preside over a body, and may hold another office beside it.
    pub presides: Vec<Slug>,
    /// Serve somebody else: an adviser, an assistant.
    pub serves: Vec<Slug>,
    /// Sent for one matter, by somebody who holds an office at home.
    pub sent: Vec<Slug>,
    /// Of an organisation's people those who serve somewhere else than at its seat.
    pub posted: Vec<Slug>,
    /// Heads of a town or region.
    pub local: Vec<Slug>,
    /// Held of states alone, not of organisations.
    pub of_states: Vec<Slug>,
    /// Speak to the press for somebody.
    pub speaks: Vec<Slug>,
}

/// What speaks for a meeting that no rule reads; said in `ontology/weights.toml`, the same in every language.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Weights {
    /// A meeting at least as likely as this is told; 1 or more tells none.
    pub least: f64,
    /// What is added before any sign is seen, in log odds.
    pub bias: f64,
    /// What a sign adds, in log odds.
    pub weights: FxHashMap<String, f64>,
}

impl Weights {
    /// How likely a meeting is where these signs are found, from 0 to 1; 0 where nothing is known of any sign.
    pub fn share(&self, found: &[String]) -> f64 {
        if self.weights.is_empty() {
            return 0.0;
        }
        let sum: f64 = found.iter().filter_map(|sign| self.weights.get(sign)).sum();
        1.0 / (1.0 + (-self.bias - sum).exp())
    }
}

/// One compiled language.
#[derive(Debug, Serialize, Deserialize)]
pub struct Pack {
    /// Language tag of the folder.
    pub lang: String,
    /// `ar-0.1`.
    pub name: String,
    /// What the language does.
    pub features: Features,
    /// Words, phrases and what they mean.
    pub lexicon: Lexicon,
    /// Frames of event types, by index.
    pub frames: Vec<Frame>,
    /// Attendance formulas, by index.
    pub attendances: Vec<Attendance>,
    /// Positions held at another state (ontology).
    #[serde(skip)]
    pub envoys: Arc<Vec<Slug>>,
    /// Positions that reading asks about as one (ontology).
    #[serde(skip)]
    pub groups: Arc<PositionGroups>,
    /// What speaks for a meeting that no rule reads (ontology).
    #[serde(skip)]
    pub weights: Arc<Weights>,
    /// Group of a position that different people hold; those of one group may be one person's (ontology).
    #[serde(skip)]
    pub apart: Arc<FxHashMap<Slug, Slug>>,
    /// Event types whose sides are a set (ontology).
    #[serde(skip)]
    pub unordered: Arc<Vec<Slug>>,
    /// Leaders whose state a text need not tell.
    pub(crate) leaders: crate::leaders::Leaders,
    /// Claim grammar.
    pub claims: crate::claims::Grammar,
    /// Script name as written in the pack (`Arab`).
    pub script: String,
}

impl Pack {
    /// The first frame of this type that says nothing more of an event: no status, and not that it is told on the way.
    pub(crate) fn plain_frame(&self, kind: &str) -> Option<usize> {
        self.frames.iter().position(|f| f.kind == kind && !f.secondary && f.status.is_none())
    }

    /// The state whose press spells as this text does: three such words tell, where one may be a slip.
    pub(crate) fn spelled_in(&self, text: &Text, matches: &Matches) -> Option<Slug> {
        let spelled: Vec<&str> = matches
            .tokens_with(0..text.tokens.len(), kinds::SPELLING)
            .flat_map(|t| runs(text, t, &self.lexicon.letters))
            .collect();
        let told = |own: &[String]| spelled.iter().filter(|w| own.iter().any(|o| o == *w)).count() >= 3;
        self.lexicon.spellings.iter().find(|(_, own)| told(own)).map(|(state, _)| *state)
    }
}

/// A language, and its pack once a document has asked for it.
#[derive(Debug, Serialize, Deserialize)]
pub struct Language {
    /// Its tag.
    pub lang: String,
    /// Name of its pack, `ar-0.1`.
    pub name: String,
    /// Its script as the pack writes it (`Arab`).
    script: String,
    detect_letters: Vec<char>,
    detect_words: Vec<String>,
    #[serde(skip)]
    origin: Origin,
    #[serde(skip)]
    pack: OnceLock<Option<Pack>>,
}

/// Where a pack comes from.
#[derive(Debug)]
enum Origin {
    /// It is compiled.
    Files(Sources),
    /// It was compiled when the program was built; the files are asked where that cannot be read.
    Kept(&'static [u8], fn() -> Vec<(String, String)>),
}

impl Default for Origin {
    fn default() -> Origin {
        Origin::Files(Sources::default())
    }
}

/// What a pack is compiled from.
#[derive(Debug, Default)]
struct Sources {
    files: Vec<(String, String)>,
    envoys: Arc<Vec<Slug>>,
    groups: Arc<PositionGroups>,
    weights: Arc<Weights>,
    apart: Arc<FxHashMap<Slug, Slug>>,
    unordered: Arc<Vec<Slug>>,
    leaders: Arc<crate::leaders::LedFile>,
}

impl Language {
    /// Words of the language may stand in this text: plain Latin letters are no other script's.
    ///
    /// A pack that cannot know a name is not compiled for it.
    pub(crate) fn may_know(&self, text: &str) -> bool {
        self.script == "Latn" || text.chars().any(|c| c.is_alphabetic() && !c.is_ascii())
    }

    /// The pack, compiled now if nobody asked for it before; none where the files are no pack.
    pub fn pack(&self) -> Option<&Pack> {
        let made = || match &self.origin {
            Origin::Files(sources) => schema::compile(&self.lang, sources, &mut Vec::new()).ok(),
            Origin::Kept(bytes, files) => kept::unpack(bytes).or_else(|| kept::again(&self.lang, files())),
        };
        self.pack.get_or_init(made).as_ref()
    }

    /// How much a text looks like this language: letters of its own count, then its frequent words.
    pub(crate) fn likeness(
        &self,
        letters: &FxHashMap<char, usize>,
        words: &FxHashMap<String, usize>,
    ) -> usize {
        let own: usize = self.detect_letters.iter().filter_map(|c| letters.get(c)).sum();
        let frequent: usize = self.detect_words.iter().filter_map(|w| words.get(w)).sum();
        own * 4 + frequent * 2
    }
}

/// What is known of a publisher.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Publisher {
    /// The state it speaks from; empty for one that writes of the whole world.
    pub state: Slug,
    /// A news agency, whose reports others print.
    pub agency: bool,
}

/// All packs, and what is known of publishers.
#[derive(Debug, Default, Serialize, Deserialize)]
pub struct Packs {
    /// Languages by tag.
    pub languages: Vec<Language>,
    /// Publisher (folded) to home state.
    pub publishers: FxHashMap<String, Publisher>,
    /// Hash of all files.
    pub hash: String,
    /// What compiling found.
    #[serde(skip)]
    pub diagnostics: Vec<Diagnostic>,
    /// The homes of publishers, and which of them are a state's own, once a document has come from them.
    #[serde(skip)]
    pub(crate) homes: Remembered<Option<Slug>>,
    #[serde(skip)]
    pub(crate) governments: Remembered<bool>,
}

/// What the name of a publisher tells: thousands of documents come from one, and its name is read once.
#[derive(Debug, Default)]
pub(crate) struct Remembered<T>(Mutex<FxHashMap<Box<str>, T>>);

/// So many names are remembered; those after them are read each time.
const MOST_NAMES: usize = 1 << 12;

impl<T: Copy> Remembered<T> {
    /// What the name tells; read now if it was not before.
    pub fn of(&self, name: &str, read: impl FnOnce() -> T) -> T {
        let names = || self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let known = names().get(name).copied();
        known.unwrap_or_else(|| {
            let told = read();
            let mut names = names();
            if names.len() < MOST_NAMES {
                names.insert(name.into(), told);
            }
            told
        })
    }
}

impl Packs {
    /// Compiles packs from (path, content) pairs: `lang/<tag>/…` and `sources/publishers.toml`.
    pub fn compile(files: Vec<(String, String)>) -> Result<Packs, PackError> {
        let mut packs = Packs::prepare(files)?;
        for language in &mut packs.languages {
            let Origin::Files(sources) = &mut language.origin else { continue };
            let pack = schema::compile(&language.lang, sources, &mut packs.diagnostics)?;
            language.pack = OnceLock::from(Some(pack));
            sources.files = Vec::new();
        }
        Ok(packs)
    }

    /// The same, with each pack compiled when the first document asks for it.
    ///
    /// For files that are known to compile, as the embedded ones: what compiling finds is not told, and a language
    /// whose files are no pack is then as if it had none.
    pub fn prepare(files: Vec<(String, String)>) -> Result<Packs, PackError> {
        let hash = hash_of(&files);
        let mut folders: Vec<(String, Vec<(String, String)>)> = Vec::new();
        let mut publishers = FxHashMap::default();
        let (mut envoys, mut apart) = (Vec::new(), FxHashMap::default());
        let (mut unordered, mut groups) = (Vec::new(), PositionGroups::default());
        let mut leaders = crate::leaders::LedFile::default();
        let mut weights = Weights { least: 1.0, ..Weights::default() };
        for (path, content) in files.into_iter().filter(|(path, _)| !measures(path)) {
            if path == "sources/publishers.toml" {
                let file: schema::PublishersFile = schema::parse(&path, &content)?;
                for publisher in file.publisher {
                    for name in publisher.name {
                        let known = Publisher { state: publisher.state, agency: publisher.agency };
                        publishers.insert(publisher_key(&name), known);
                    }
                }
            }
            if path == "ontology/positions.toml" {
                let file: schema::PositionsFile = schema::parse(&path, &content)?;
                envoys = file.accredited;
                groups = file.groups;
                let persons = file.apart.into_iter();
                apart = persons.flat_map(|(group, all)| all.into_iter().map(move |p| (p, group))).collect();
            }
            if path == "ontology/weights.toml" {
                weights = schema::parse(&path, &content)?;
            }
            if path == "ontology/leaders.toml" {
                leaders = schema::parse(&path, &content)?;
            }
            if path == "ontology/events.toml" {
                let file: schema::EventTypesFile = schema::parse(&path, &content)?;
                unordered = file.event.into_iter().filter(|e| e.unordered).map(|e| e.kind).collect();
            }
            let Some(rest) = path.strip_prefix("lang/") else { continue };
            let Some((tag, file)) = rest.split_once('/') else { continue };
            match folders.iter_mut().find(|(t, _)| t == tag) {
                Some((_, list)) => list.push((file.to_string(), content)),
                None => folders.push((tag.to_string(), vec![(file.to_string(), content)])),
            }
        }
        let mut packs = Packs { publishers, hash, ..Packs::default() };
        let (envoys, apart, weights) = (Arc::new(envoys), Arc::new(apart), Arc::new(weights));
        let (unordered, groups, leaders) = (Arc::new(unordered), Arc::new(groups), Arc::new(leaders));
        for (tag, files) in folders {
            let sources = Sources {
                files,
                envoys: envoys.clone(),
                groups: groups.clone(),
                weights: weights.clone(),
                apart: apart.clone(),
                unordered: unordered.clone(),
                leaders: leaders.clone(),
            };
            packs.languages.push(schema::look_at(tag, sources)?);
        }
        Ok(packs)
    }

    /// The pack of a language tag.
    pub fn language(&self, tag: &str) -> Option<&Pack> {
        self.languages.iter().find(|p| p.lang == tag)?.pack()
    }

    /// `ar-0.1 en-0.1`.
    pub fn names(&self) -> String {
        self.languages.iter().map(|p| p.name.as_str()).collect::<Vec<_>>().join(" ")
    }
}

/// The letters of a token, as runs between its other signs.
fn runs<'a, 'l>(
    text: &Text<'a>,
    token: usize,
    letters: &'l Letters,
) -> impl Iterator<Item = &'a str> + use<'a, 'l> {
    let token = &text.tokens[token];
    text.raw[token.start..token.end].split(|c| !letters.is_letter(c)).filter(|run| !run.is_empty())
}

/// Hash of all files that change a reading.
fn hash_of(files: &[(String, String)]) -> String {
    let mut hasher = Sha256::new();
    for (path, content) in files.iter().filter(|(path, _)| !measures(path)) {
        for part in [path, content] {
            hasher.update(part.as_bytes());
            hasher.update([0]);
        }
    }
    hasher.finalize().iter().take(8).map(|b| format!("{b:02x}")).collect()
}

/// What a pack is measured by changes no reading.
fn measures(path: &str) -> bool {
    path.contains("/eval/")
}

/// Publishers are compared in lower case and without marks and punctuation.
pub(crate) fn publisher_key(name: &str) -> String {
    let letters = Letters::plain();
    let folded = letters.fold(name);
    let mut key = String::with_capacity(folded.len());
    for word in folded.split(|c: char| !letters.is_alphanumeric(c)).filter(|word| !word.is_empty()) {
        if !key.is_empty() {
            key.push(' ');
        }
        key.push_str(word);
    }
    key
}
