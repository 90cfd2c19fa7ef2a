//! The shape of a pack's `claims.toml`: indicator nouns, relation cues and the small words between them.

use serde::{Deserialize, Serialize};

use crate::pack::ClaimList;

/// The claim words of a pack.
#[derive(Debug, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Grammar {
    pub(super) noun: Vec<Noun>,
    pub(super) cue: Vec<Cue>,
    pub(super) word: Vec<Word>,
}

/// What is claimed about: embassy, exports, tourists.
#[derive(Debug, Default, Serialize, Deserialize)]
#[serde(default)]
pub(super) struct Noun {
    /// The same in every language.
    pub id: String,
    pub area: String,
    /// 3 tells the area by itself, 2 is a word of the area, 1 stands in every area (project, agreement).
    pub weight: u8,
    pub indicator: Option<String>,
    /// How it runs between two states, if one way.
    pub flow: Option<Flow>,
    /// What a bare noun claims.
    pub relation: Option<Relation>,
    /// A figure beside it does not make it a level (a visa for 30 days).
    pub fixed: bool,
    /// Says something of a relation only where both states are named (a member of an organisation).
    pub both: bool,
    pub form: Vec<String>,
    pub noun: Vec<String>,
    pub adjective: Vec<String>,
    pub possessed: Vec<String>,
    pub verb: Vec<String>,
}

/// Who is first in the pair.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(super) enum Flow {
    /// The state named with it sends: exports of A to B.
    Export,
    /// The state named with it receives: imports of A from B.
    Import,
    /// From A, to or in B: investment, tourists, students, loans.
    Send,
    /// Kept by A in B: embassy, school, centre.
    Mission,
}

/// Kind of a claim.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(super) enum Relation {
    Level,
    Trend,
    Compare,
    Exists,
    First,
    Rank,
    Planned,
    Aim,
}

impl Relation {
    /// The word of the wire contract.
    pub fn slug(self) -> &'static str {
        match self {
            Relation::Level => "level",
            Relation::Trend => "trend",
            Relation::Compare => "compare",
            Relation::Exists => "exists",
            Relation::First => "first",
            Relation::Rank => "rank",
            Relation::Planned => "planned",
            Relation::Aim => "aim",
        }
    }
}

/// A word that tells the kind of claim.
#[derive(Debug, Default, Serialize, Deserialize)]
#[serde(default)]
pub(super) struct Cue {
    pub relation: Option<Relation>,
    pub direction: Option<String>,
    /// A predicate: may begin a claim of its own; adjectives do not.
    pub head: bool,
    /// More or less in number, so that a plan or wish of it has a direction.
    pub quantity: bool,
    /// A figure beside it is no level (signed, opened).
    pub strong: bool,
    /// First by size; among others of the kind it is a rank.
    pub size: bool,
    pub form: Vec<String>,
    pub noun: Vec<String>,
    pub adjective: Vec<String>,
    pub possessed: Vec<String>,
    pub verb: Vec<String>,
}

/// A small word by its work.
#[derive(Debug, Default, Serialize, Deserialize)]
#[serde(default)]
pub(super) struct Word {
    pub work: Vec<Work>,
    pub form: Vec<String>,
}

/// What small words do.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[repr(u32)]
pub(super) enum Work {
    From = 1,
    To = 1 << 1,
    In = 1 << 2,
    Of = 1 << 3,
    Since = 1 << 4,
    Until = 1 << 5,
    And = 1 << 6,
    /// Begins a clause: while, whereas, but.
    Break = 1 << 7,
    Not = 1 << 8,
    Hedge = 1 << 9,
    /// The two countries, joint, mutual.
    Both = 1 << 10,
    /// According to.
    Source = 1 << 11,
    /// Says that.
    Say = 1 << 12,
    /// One of, among.
    Among = 1 << 13,
    /// Facts of one state: population, elections.
    Home = 1 << 14,
    /// Around the world.
    World = 1 << 15,
    /// The year before.
    YearBefore = 1 << 16,
    /// The year after.
    YearAfter = 1 << 17,
    /// In that year.
    SameYear = 1 << 18,
    Times = 1 << 19,
    More = 1 << 20,
    Less = 1 << 21,
    About = 1 << 22,
    /// Greetings and thanks.
    Greeting = 1 << 23,
    /// A decade or financial year before a number.
    Decade = 1 << 24,
    /// Relative pronoun.
    Which = 1 << 25,
    /// A title or heading with it opens a profile: relations, ties.
    Profile = 1 << 26,
    /// Asks who is first among: after, except.
    Except = 1 << 27,
}

impl Grammar {
    /// Every phrase of the grammar as (key, class, id, phrase); the key tells how the phrase inflects.
    pub(crate) fn phrases<'a>(&'a self) -> Vec<(&'static str, ClaimList, usize, &'a String)> {
        let mut out = Vec::new();
        let mut add = |class: ClaimList, index: usize, lists: &[(&'static str, &'a Vec<String>)]| {
            for (key, list) in lists {
                out.extend(list.iter().map(|form| (*key, class, index, form)));
            }
        };
        for (i, n) in self.noun.iter().enumerate() {
            add(
                ClaimList::Noun,
                i,
                &[
                    ("claim", &n.form),
                    ("noun", &n.noun),
                    ("adjective", &n.adjective),
                    ("possessed", &n.possessed),
                    ("verb", &n.verb),
                ],
            );
        }
        for (i, c) in self.cue.iter().enumerate() {
            add(
                ClaimList::Cue,
                i,
                &[
                    ("claim", &c.form),
                    ("noun", &c.noun),
                    ("adjective", &c.adjective),
                    ("possessed", &c.possessed),
                    ("verb", &c.verb),
                ],
            );
        }
        for (i, w) in self.word.iter().enumerate() {
            add(ClaimList::Word, i, &[("claim", &w.form)]);
        }
        out
    }

    /// True when the pack has no claim words.
    pub(super) fn is_empty(&self) -> bool {
        self.noun.is_empty()
    }
}
