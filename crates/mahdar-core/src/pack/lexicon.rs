//! Words and phrases of a pack as tables: form → words it may be, and a graph of phrases over words.
//!
//! A form is looked up once; prefixes and suffixes that the pack declares are stripped when the rest is a known word.

mod known;
mod tails;

use rustc_hash::{FxHashMap, FxHashSet};
use serde::{Deserialize, Serialize};

use self::known::{Itself, Known, Pool, marks};
use self::tails::Branch;
use super::forms::Forms;
use crate::Slug;
use crate::leaders::Openings;
use crate::model::Field;
use crate::text::{Kind, Letters, Text, Token};

/// Grammatical marks of a word as it stands.
pub mod tags {
    /// Nominative.
    pub const NOM: u32 = 1;
    /// Genitive.
    pub const GEN: u32 = 2;
    /// Dative.
    pub const DAT: u32 = 4;
    /// Accusative.
    pub const ACC: u32 = 8;
    /// Instrumental.
    pub const INS: u32 = 16;
    /// Locative or prepositional.
    pub const LOC: u32 = 32;
    /// Ablative.
    pub const ABL: u32 = 64;
    /// More than one.
    pub const PLURAL: u32 = 128;
    /// With a possessive ending.
    pub const POSS: u32 = 256;
    /// With the article.
    pub const DEFINITE: u32 = 512;
    /// With an attached conjunction.
    pub const AND: u32 = 1024;
    /// With an attached mark of the future.
    pub const FUTURE: u32 = 2048;
    /// Made by an ending, not as the pack writes it.
    pub const INFLECTED: u32 = 1 << 20;
    /// In the locative used as an adjective ("the one in").
    pub const ATTR: u32 = 4096;
    /// Its conjunction tells what follows, and joins no names.
    pub const THEN: u32 = 8192;
    /// Every case.
    pub const CASES: u32 = NOM | GEN | DAT | ACC | INS | LOC | ABL;

    /// In the nominative, or in no case that can be told.
    pub fn may_be_nominative(tags: u32) -> bool {
        tags & CASES == 0 || tags & NOM != 0
    }

    /// The bit of a tag's name in a pack; 0 for an unknown one.
    pub fn bit(name: &str) -> u32 {
        match name {
            "nom" => NOM,
            "gen" => GEN,
            "dat" => DAT,
            "acc" => ACC,
            "ins" => INS,
            "loc" => LOC,
            "abl" => ABL,
            "plural" | "pl" => PLURAL,
            "poss" => POSS,
            "attr" => ATTR,
            _ => 0,
        }
    }
}

/// What one form may be.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Analysis {
    /// Dictionary word.
    pub lemma: u32,
    /// Marks (see [`tags`]).
    pub tags: u32,
    /// Attached preposition: index into [`Lexicon::markers`] plus one, 0 for none.
    pub marker: u8,
    /// Folded characters stripped at the front.
    pub cut: u8,
    /// How many prefixes and suffixes were stripped.
    pub strips: u8,
    /// Where the word begins among the bytes of its token, an article with it; [`ASKED`] where that is not kept.
    pub(crate) begin: u8,
}

/// What is written so long before a word that its [`Analysis`] does not keep it.
pub(crate) const ASKED: u8 = u8::MAX;

/// Singular, dual or plural form of an office.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum NounNumber {
    /// One.
    One,
    /// Two.
    Two,
    /// More.
    Many,
}

/// Which word for a state.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum StateForm {
    /// Its name.
    Name,
    /// Its adjective.
    Adjective,
    /// Its people.
    People,
    /// Its capital.
    Capital,
    /// A city.
    City,
    /// A seat of government that speaks for it.
    Government,
}

/// Which form of a frame's word.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum TriggerForm {
    /// Finite, past.
    Past,
    /// Finite, present.
    Present,
    /// Passive.
    Passive,
    /// Participle or converb.
    Participle,
    /// Participle of who does it ("visiting"), where it differs from the one of what is done.
    Gerund,
    /// Infinitive.
    Infinitive,
    /// Deverbal noun.
    Noun,
    /// A noun that only refers back.
    Back,
}

impl TriggerForm {
    /// A noun, told anew or not.
    pub fn is_noun(self) -> bool {
        matches!(self, TriggerForm::Noun | TriggerForm::Back)
    }

    /// A verb that can stand by itself.
    pub fn is_finite(self) -> bool {
        matches!(self, TriggerForm::Past | TriggerForm::Present)
    }
}

/// Which words of the claim grammar, or which condition of a frame.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum ClaimList {
    /// Indicator nouns.
    Noun,
    /// Relation words.
    Cue,
    /// Small words.
    Word,
    /// What must stand in the sentence of a frame's word.
    Need,
    /// What may stand in the title or right after it instead.
    Near,
    /// What must not stand near it.
    Exclude,
    /// What makes it news of its own.
    News,
    /// Any of the last four, to several frames: an index into [`Lexicon::conditions`].
    Conditions,
}

/// What a phrase of a pack means.
#[allow(missing_docs, reason = "the line of a variant says what its fields are")]
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub enum Sense {
    /// A state, or a city of one.
    State { code: Slug, form: StateForm },
    /// An international organisation.
    Organisation { code: Slug, adjective: bool },
    /// "The organisation": one of a group of them (see `Lexicon::called`), where the text names it elsewhere.
    Called { group: usize },
    /// The noun "ministry".
    Ministry,
    /// What a ministry is for.
    Portfolio { id: Slug, before: bool, alone: bool },
    /// A named institution; `generic` for a mere head noun (authority, council).
    Institution { id: Slug, state: Option<Slug>, portfolio: Option<Slug>, generic: bool },
    /// Head of an office.
    Office { position: Slug, number: NounNumber, takes: Slug, rank: u8, state: Option<Slug> },
    /// Deputy, acting, former…
    Modifier { kind: Slug, before: bool },
    /// Dr, His Excellency…
    Honorific { kind: Slug },
    /// Military or police rank.
    Rank { id: Slug },
    /// A given name.
    Given,
    /// bin, van…
    Particle,
    /// Abd, Abu…: needs the next word.
    Compound,
    /// Month of a calendar.
    Month { number: u8, hijri: bool },
    /// Day of the week, Monday 1; from it to another one, where the words name both ("the weekend").
    Weekday { iso: u8, to: Option<u8> },
    /// Day counted from another one.
    Relative { days: i32, from: Counted },
    /// The word "year", or that of an era; `hijri` where it tells the calendar.
    Year { hijri: bool },
    /// Last year, this week…: a time that is not a day; `months` and `weeks` where it names a month or week, `days` where it
    /// lies between two.
    Season { years: i32, named: bool, months: Option<i8>, weeks: Option<i8>, days: Option<(i32, i32)> },
    /// "Next" and "last" beside a weekday, day or month.
    Turn { ahead: bool },
    /// "The first", "the third": one of several.
    Ordinal,
    /// The word "day" in "the fifth day of March".
    DayWord,
    /// A number in words.
    Number { value: f64 },
    /// Thousand, million…
    Magnitude { value: f64 },
    /// Dollar, per cent, km…
    Unit { unit: Slug },
    /// A word of a topic.
    Topic { id: Slug },
    /// A closed-class word by its work.
    Word { work: Slug, kind: Option<Slug> },
    /// Frequent, and never part of a name.
    Common,
    /// "His counterpart".
    Counterpart,
    /// "The two sides".
    Both,
    /// "On the … side".
    Side,
    /// "On our side": host or guest.
    Own { side: Slug },
    /// "Attended by": index into the pack's attendances.
    Attendance { index: usize },
    /// "This came during".
    Resumption,
    /// What follows is not news of today.
    Background,
    /// A word that reports an event: index into the pack's frames.
    Trigger { frame: usize, form: TriggerForm },
    /// A word of the claim grammar or a condition of a frame: its list, and which entry of the grammar or which frame.
    Claim { list: ClaimList, index: usize },
}

/// Bits for groups of senses, by which reading passes over what it does not look for.
pub mod kinds {
    /// States and their cities.
    pub const STATE: u32 = 1;
    /// International organisations.
    pub const ORGANISATION: u32 = 1 << 1;
    /// The noun "ministry" and portfolios.
    pub const MINISTRY: u32 = 1 << 2;
    /// Named institutions.
    pub const BODY: u32 = 1 << 3;
    /// Ministries, portfolios and other institutions.
    pub const INSTITUTION: u32 = MINISTRY | BODY;
    /// Heads of offices.
    pub const OFFICE: u32 = 1 << 4;
    /// Modifiers of offices.
    pub const MODIFIER: u32 = 1 << 5;
    /// Honorifics and ranks.
    pub const TITLE: u32 = 1 << 6;
    /// Given names and compounds.
    pub const NAME: u32 = 1 << 7;
    /// Particles of names.
    pub const PARTICLE: u32 = 1 << 8;
    /// Months, weekdays and days counted from the day of release.
    pub const DAY: u32 = 1 << 9;
    /// Years, seasons and what turns them.
    pub const TIME: u32 = 1 << 10;
    /// Numbers in words, magnitudes and units.
    pub const FIGURE: u32 = 1 << 11;
    /// Topics.
    pub const TOPIC: u32 = 1 << 12;
    /// Closed-class words.
    pub const WORD: u32 = 1 << 13;
    /// Ordinary words.
    pub const COMMON: u32 = 1 << 14;
    /// "His counterpart".
    pub const COUNTERPART: u32 = 1 << 15;
    /// What opens or divides a list of those present.
    pub const LIST: u32 = 1 << 16;
    /// "The two sides", and what refers back or behind the news of the day.
    pub const REFERENCE: u32 = 1 << 17;
    /// Words that report events.
    pub const TRIGGER: u32 = 1 << 18;
    /// Words of the claim grammar.
    pub const CLAIM: u32 = 1 << 19;
    /// Conditions of frames.
    pub const CONDITION: u32 = 1 << 21;
    /// No sense: a number in digits.
    pub const DIGITS: u32 = 1 << 22;
    /// No sense: the word is spelled as only the press of one state spells it.
    pub const SPELLING: u32 = 1 << 20;
    /// No sense: the whole name of a leader may begin with it.
    pub const LEADER: u32 = 1 << 23;
    /// No sense: it is the surname of a leader, something may be attached before it.
    pub const SURNAME: u32 = 1 << 24;
}

/// The rank of what decides nothing by itself (see [`Sense::rank`]).
pub(crate) const UNRANKED: u8 = 99;

impl Sense {
    /// The group a sense belongs to.
    pub fn kind(&self) -> u32 {
        match self {
            Sense::State { .. } => kinds::STATE,
            Sense::Organisation { .. } | Sense::Called { .. } => kinds::ORGANISATION,
            Sense::Ministry | Sense::Portfolio { .. } => kinds::MINISTRY,
            Sense::Institution { .. } => kinds::BODY,
            Sense::Office { .. } => kinds::OFFICE,
            Sense::Modifier { .. } => kinds::MODIFIER,
            Sense::Honorific { .. } | Sense::Rank { .. } => kinds::TITLE,
            Sense::Given | Sense::Compound => kinds::NAME,
            Sense::Particle => kinds::PARTICLE,
            Sense::Month { .. } | Sense::Weekday { .. } | Sense::Relative { .. } => kinds::DAY,
            Sense::Year { .. } | Sense::Turn { .. } | Sense::DayWord | Sense::Season { .. } => kinds::TIME,
            Sense::Number { .. } | Sense::Magnitude { .. } | Sense::Unit { .. } | Sense::Ordinal => {
                kinds::FIGURE
            }
            Sense::Topic { .. } => kinds::TOPIC,
            Sense::Word { .. } => kinds::WORD,
            Sense::Common => kinds::COMMON,
            Sense::Counterpart => kinds::COUNTERPART,
            Sense::Side | Sense::Own { .. } | Sense::Attendance { .. } => kinds::LIST,
            Sense::Both | Sense::Resumption | Sense::Background => kinds::REFERENCE,
            Sense::Trigger { .. } => kinds::TRIGGER,
            Sense::Claim {
                list:
                    ClaimList::Need
                    | ClaimList::Near
                    | ClaimList::Exclude
                    | ClaimList::News
                    | ClaimList::Conditions,
                ..
            } => kinds::CONDITION,
            Sense::Claim { .. } => kinds::CLAIM,
        }
    }

    /// Which sense decides what stands at a word that has several: the lower, the more telling.
    pub(crate) fn rank(&self) -> u8 {
        match self {
            Sense::Attendance { .. } => 1,
            Sense::Resumption => 2,
            Sense::Both | Sense::Own { .. } => 3,
            Sense::Side => 4,
            Sense::Counterpart => 5,
            Sense::Background => 6,
            Sense::Organisation { .. } => 7,
            Sense::Institution { generic: false, .. } => 8,
            Sense::State { form: StateForm::Name | StateForm::Government | StateForm::Adjective, .. } => 9,
            Sense::State { .. } => 10,
            Sense::Rank { .. } => 11,
            Sense::Honorific { .. } => 12,
            Sense::Ministry => 13,
            Sense::Weekday { .. }
            | Sense::Month { .. }
            | Sense::Relative { .. }
            | Sense::Season { .. }
            | Sense::Turn { .. }
            | Sense::Year { .. } => 14,
            Sense::Trigger { .. } => 15,
            // What it says besides decides nothing.
            Sense::Word { work, .. }
                if matches!(
                    work.as_str(),
                    "bloc"
                        | "closing"
                        | "convenes"
                        | "credentials"
                        | "goes-on"
                        | "happens"
                        | "issued"
                        | "lasts"
                        | "matter"
                        | "ordering"
                        | "organises"
                        | "several"
                        | "states"
                        | "witnessing"
                ) =>
            {
                UNRANKED
            }
            Sense::Word { .. } => 16,
            Sense::Institution { .. } => 17,
            Sense::Portfolio { .. } => 18,
            _ => UNRANKED,
        }
    }
}

/// How one phrase is written.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Entry {
    /// Number of words.
    pub words: u8,
    /// How the first word must be written to mean this.
    pub case: Case,
    /// Index into the senses of the lexicon.
    sense: u32,
    /// A lone word as the pack writes it, without optional marks; empty for phrases.
    pub written: Box<str>,
    /// The same with the marks with which the pack lists it, if it does.
    pub marked: Box<str>,
}

/// How a phrase must be written in a script with capitals: WHO is not who, May is not may.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Case {
    /// Any way.
    Any,
    /// With a capital.
    Capital,
    /// In capitals.
    Shout,
}

impl Case {
    /// What the pack's own writing of a phrase asks for, where its sense is that of a proper name.
    fn of(phrase: &str, sense: &Sense) -> Case {
        let proper = matches!(
            sense,
            Sense::State { .. }
                | Sense::Organisation { .. }
                | Sense::Given
                | Sense::Month { .. }
                | Sense::Weekday { .. }
                | Sense::Institution { .. }
        );
        let style = matches!(sense, Sense::Honorific { .. });
        if !(proper || style) || !phrase.chars().next().is_some_and(char::is_uppercase) {
            return Case::Any;
        }
        let lone = !phrase.contains(' ');
        let letters = phrase.chars().filter(|c| c.is_alphabetic()).count();
        if lone && letters > 1 && !phrase.contains('.') && phrase.chars().all(|c| !c.is_lowercase()) {
            Case::Shout
        } else if style {
            Case::Any
        } else {
            Case::Capital
        }
    }
}

/// A phrase found in a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Match {
    /// First token.
    pub start: usize,
    /// Token after the last.
    pub end: usize,
    /// Index into [`Lexicon::entries`].
    pub entry: u32,
    /// What it means: index into the senses of the lexicon.
    sense: u32,
    /// How the first word stood.
    pub first: Analysis,
    /// Marks of the last word.
    pub last_tags: u32,
    /// The group of its sense (see [`kinds`]): most phrases are passed over by it, without a look at their entry.
    pub kind: u32,
    /// How telling its sense is (see [`Sense::rank`]).
    pub(crate) rank: u8,
}

impl Match {
    /// The same sense for other words: what a text calls by a noun.
    pub(crate) fn as_called(&self, words: &Match) -> Match {
        Match { entry: self.entry, sense: self.sense, kind: self.kind, rank: self.rank, ..*words }
    }
}

/// From which day a day is counted, and whose it is.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Counted {
    /// From that of release: "yesterday".
    #[default]
    Release,
    /// From the one told before it: "the same day".
    Told,
    /// From the first of those told before it: "on the second day".
    Start,
    /// From the one told before it, and it is the day of what is told right behind: "a day after talks with B".
    Behind,
}

/// The phrases found in a text, by the token at which they begin; at each token the longest first.
#[derive(Debug, Default)]
pub struct Matches {
    all: Vec<Match>,
    /// Where the phrases of each token stand in `all`.
    ranges: Vec<(u32, u32)>,
    /// The groups that the senses at each token belong to.
    kinds: Vec<u32>,
    /// The groups that any of them belongs to.
    groups: u32,
}

impl Matches {
    /// The memory of phrases of which nothing is asked any more.
    fn into_room(mut self) -> Matches {
        self.all.clear();
        self.ranges.clear();
        self.kinds.clear();
        self
    }

    /// The phrases that begin at a token, if there is such a token.
    #[inline]
    pub fn get(&self, token: usize) -> Option<&[Match]> {
        self.ranges.get(token).map(|&(from, to)| &self.all[from as usize..to as usize])
    }

    /// The groups of senses that may stand at a token (see [`kinds`]).
    #[inline]
    pub fn kinds(&self, token: usize) -> u32 {
        self.kinds.get(token).copied().unwrap_or(0)
    }

    /// The first token of a range at which a sense of one of these groups may stand.
    #[inline]
    pub fn next_with(&self, range: std::ops::Range<usize>, groups: u32) -> Option<usize> {
        self.tokens_with(range, groups).next()
    }

    /// The tokens of a range at which senses of these groups may stand; a look at one number a token.
    #[inline]
    pub fn tokens_with(
        &self,
        range: std::ops::Range<usize>,
        groups: u32,
    ) -> impl Iterator<Item = usize> + use<'_> {
        let from = range.start;
        // Most texts lack some groups altogether.
        let range = if self.groups & groups == 0 { 0..0 } else { range };
        let kinds = self.kinds.get(range).unwrap_or_default();
        kinds.iter().enumerate().filter(move |(_, kinds)| **kinds & groups != 0).map(move |(i, _)| from + i)
    }

    /// The phrases of each token, token by token.
    pub fn iter(&self) -> impl Iterator<Item = &[Match]> {
        self.ranges.iter().map(|&(from, to)| &self.all[from as usize..to as usize])
    }

    /// Leaves a token what it is as part of a name.
    pub fn keep_names(&mut self, token: usize) {
        let names = kinds::NAME | kinds::PARTICLE;
        self.retain(token, |m| m.kind & names != 0);
        self.kinds[token] &= names | kinds::LEADER | kinds::SURNAME;
    }

    /// Puts another phrase for one at a token, or none.
    pub fn put(&mut self, token: usize, old: &Match, new: Option<Match>) {
        match new {
            Some(new) => {
                let (from, to) = self.ranges[token];
                self.all[from as usize..to as usize].iter_mut().filter(|m| *m == old).for_each(|m| *m = new);
            }
            None => self.retain(token, |m| m != old),
        }
    }

    /// Drops the phrases at a token that fail the test.
    pub fn retain(&mut self, token: usize, mut test: impl FnMut(&Match) -> bool) {
        let (from, to) = self.ranges[token];
        let mut kept = from;
        for i in from..to {
            let m = self.all[i as usize];
            if test(&m) {
                self.all[kept as usize] = m;
                kept += 1;
            }
        }
        self.ranges[token].1 = kept;
    }
}

impl std::ops::Index<usize> for Matches {
    type Output = [Match];

    #[inline]
    fn index(&self, token: usize) -> &[Match] {
        let (from, to) = self.ranges[token];
        &self.all[from as usize..to as usize]
    }
}

#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub(crate) struct Prefix {
    pub form: String,
    /// The letters of which one must begin what it is written before; any where there are none.
    pub before: String,
    pub order: u8,
    pub tags: u32,
    pub marker: u8,
}

impl Prefix {
    fn goes_before(&self, word: &str) -> bool {
        self.before.is_empty() || word.chars().next().is_some_and(|c| self.before.contains(c))
    }

    fn is_article(&self) -> bool {
        self.tags & tags::DEFINITE != 0 && self.marker == 0
    }
}

#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct Ending {
    pub of: String,
    pub forms: Vec<(String, u32)>,
    pub only: Option<String>,
}

/// The endings of one spelling, by index: those of every class of words, and those kept to one.
#[derive(Debug, Default, Serialize, Deserialize)]
struct Endings {
    of_all: Vec<usize>,
    only: FxHashMap<Box<str>, Vec<usize>>,
}

/// Words, phrases and affixes of a pack.
#[derive(Debug, Default, Serialize, Deserialize)]
pub struct Lexicon {
    /// How spellings are made equal.
    pub letters: Letters,
    /// All phrases.
    pub entries: Vec<Entry>,
    /// What they mean; entries that are listed together share one.
    senses: Vec<Sense>,
    /// What a word is to which frames, told once for all of them: many a word is a condition of a dozen.
    conditions: Vec<Vec<(ClaimList, usize)>>,
    /// Names of prepositions and other role markers (`with`, `to`, `in`).
    pub markers: Vec<Slug>,
    forms: Forms,
    lemmas: FxHashMap<Box<str>, u32>,
    roots: Vec<u32>,
    /// While filling: the node that each word leads to from a node.
    children: FxHashMap<(u32, u32), u32>,
    /// After filling: the same side by side for each node, by word.
    edges: Vec<(u32, u32)>,
    /// A bit for each of the edges (see [`Lexicon::edge_bit`]), of so many that most words that lead nowhere are told from
    /// them: they are few enough to stay near while reading.
    edge_bits: Vec<u64>,
    /// While filling: the phrases that end at each node of the trie.
    terminals: Vec<Vec<u32>>,
    /// After filling: the same, side by side.
    nodes: Vec<Node>,
    ends: Vec<End>,
    /// The node of each word that begins a phrase.
    #[serde(skip)]
    starts: Vec<Option<Node>>,
    /// Words that some phrase writes with a full stop after them.
    cut_short: FxHashSet<Box<str>>,
    pub(crate) prefixes: Vec<Prefix>,
    /// The first letter of each prefix: most words begin with another.
    leads: Vec<Option<char>>,
    pub(crate) suffixes: FxHashMap<Box<str>, u32>,
    pub(crate) longest_suffix: usize,
    /// Endings by which an unknown name tells its case, longest first.
    pub(crate) name_endings: Vec<(String, u32)>,
    /// Given names that are also states, months or ordinary words.
    pub(crate) also_given: FxHashSet<Box<str>>,
    pub(crate) voices: Vec<(char, char)>,
    pub(crate) endings: Vec<Ending>,
    /// Other words may stand between the two words of a verb phrase ("held on Monday talks").
    pub(crate) apart: bool,
    /// They may also stand before its first word ("talks were held").
    pub(crate) around: bool,
    /// The verb ends its phrase, whatever stands between.
    pub(crate) late: bool,
    /// What documents are about, by the beginnings of their words.
    pub(crate) subjects: Vec<(Slug, Vec<String>)>,
    /// States whose names of one word are other words too.
    pub(crate) doubtful: Vec<Slug>,
    /// Organisations and the states where they have their seat: what they hold there nobody hosts.
    pub(crate) seats: Vec<(Slug, Slug)>,
    /// Organisations that a text calls by one noun once it has named them: "the organisation", "the bloc".
    pub(crate) called: Vec<Vec<Slug>>,
    /// Spellings that only the press of one state uses, with the state.
    pub(crate) spellings: Vec<(Slug, Vec<String>)>,
    /// The language writes an article onto its nouns.
    pub(crate) has_article: bool,
    /// The forms of that article, each with its letters counted.
    pub(crate) articles: Vec<(String, usize)>,
    /// The works of its closed-class words.
    #[serde(skip)]
    works: FxHashSet<&'static str>,
    /// Bytes of the longest of the spellings below.
    longest_ending: usize,
    /// The endings of each spelling, by index.
    endings_of: FxHashMap<Box<str>, Endings>,
    /// Whether a word is a later word of some phrase.
    inner: Vec<bool>,
    /// The numbers in digits that are later words of phrases.
    numbers: FxHashMap<Box<str>, u32>,
    /// Words that are nothing but the name of a city: none takes an article that it is not listed with ("Albares" is no "the
    /// Paris").
    cities: FxHashSet<u32>,
    /// Words that are particles of names, or compounds (see [`Lexicon::name_part`]), by their forms as they stand.
    name_parts: FxHashMap<Box<str>, (bool, bool)>,
    /// What each mark is inside phrases, if the pack has such phrases (see [`Joint`]).
    joints: [Option<u32>; 4],
    /// At which words names of leaders begin.
    pub(crate) openings: Openings,
    #[serde(skip)]
    known: Pool,
}

/// A phrase that ends at a node.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
struct End {
    entry: u32,
    sense: u32,
    kind: u32,
    rank: u8,
    case: Case,
}

/// Phrases found at a token; `whole` when what the word is by itself is among them.
struct Others {
    token: usize,
    range: std::ops::Range<usize>,
    whole: bool,
}

/// A place in the graph of phrases.
#[derive(Debug, Clone, Copy, Serialize, Deserialize)]
struct Node {
    /// Where the phrases that end here stand in [`Lexicon::ends`].
    ends: (u32, u32),
    /// Where the words that go on from here stand in [`Lexicon::edges`].
    edges: (u32, u32),
    /// The groups of all phrases that go on from here.
    below: u32,
    /// A bit for each word that may come next (see [`sieve`]): most words are told from them without a look-up.
    next: u64,
}

impl Node {
    #[inline]
    fn goes_on(&self) -> bool {
        self.edges.0 < self.edges.1
    }
}

/// How many words after a verb the rest of its phrase may end ("sent … a letter").
const SPLIT: usize = 14;

/// How many words may stand between two commas or brackets inside a phrase.
const ASIDE: usize = 9;

/// The token behind what two commas or brackets set apart, of which the first stands at a token; none where a verb stands inside.
fn past_aside(text: &Text, open: usize, verb: &impl Fn(usize) -> bool) -> Option<usize> {
    let close = match text.tokens[open].kind {
        Kind::Mark(',') => ',',
        Kind::Mark('(') => ')',
        _ => return None,
    };
    let end = text.tokens.len().min(open + ASIDE);
    let at = (open + 1..end).find(|&k| {
        text.tokens[k].breaks
            || verb(k)
            || matches!(text.tokens[k].kind, Kind::Mark(c) if !matches!(c, '-' | '–' | '«' | '»' | '"'))
    })?;
    (text.tokens[at].kind == Kind::Mark(close) && at > open + 1 && !text.tokens[at].breaks).then_some(at + 1)
}

/// The comma that opens what the comma at a token ends; none where a verb stands inside.
fn before_aside(text: &Text, close: usize, verb: &impl Fn(usize) -> bool) -> Option<usize> {
    let open = (close.saturating_sub(ASIDE)..close).rev().find(|&k| {
        text.tokens[k + 1].breaks
            || verb(k)
            || matches!(text.tokens[k].kind, Kind::Mark(c) if !matches!(c, '-' | '–' | '«' | '»' | '"'))
    })?;
    (text.tokens[open].kind == Kind::Mark(',') && open + 1 < close && !text.tokens[open + 1].breaks)
        .then_some(open)
}

impl Lexicon {
    /// The index of a marker's name, plus one; adds the name when it is new.
    pub(crate) fn marker(&mut self, name: &str) -> u8 {
        match self.markers.iter().position(|m| *m == *name) {
            Some(at) => at as u8 + 1,
            None => {
                self.markers.push(Slug::new(name));
                self.markers.len() as u8
            }
        }
    }

    /// The name of a marker number, if any.
    pub fn marker_name(&self, marker: u8) -> Option<&str> {
        self.marker_slug(marker).map(|m| m.as_str())
    }

    /// The same as a slug.
    pub(crate) fn marker_slug(&self, marker: u8) -> Option<Slug> {
        self.markers.get(usize::from(marker.checked_sub(1)?)).copied()
    }

    /// Adds an ending; before the first phrase.
    pub(crate) fn add_ending(&mut self, ending: Ending) {
        self.longest_ending = self.longest_ending.max(ending.of.len());
        let same = self.endings_of.entry(ending.of.as_str().into()).or_default();
        let list = match &ending.only {
            Some(class) => same.only.entry(class.as_str().into()).or_default(),
            None => &mut same.of_all,
        };
        list.push(self.endings.len());
        self.endings.push(ending);
    }

    /// Adds a phrase. `class` is the key it is listed under, which some endings are kept to.
    ///
    /// Returns false when the phrase has no word.
    pub(crate) fn add(&mut self, phrase: &str, class: &str, sense: Sense) -> bool {
        // Most phrases are words of letters alone, each of which is one token.
        if phrase.split(' ').all(|word| self.letters.is_plain_word(word)) {
            let words: Vec<_> = phrase.split(' ').map(|word| (self.letters.fold(word), None)).collect();
            return self.add_words(phrase, &words, class, &sense);
        }
        let text = Text::cut(phrase, crate::model::Field::Text, &self.letters, &|_, _| true);
        for i in 1..text.tokens.len() {
            if text.tokens[i].kind == Kind::Mark('.') && text.tokens[i].glued {
                self.cut_short.insert(text.folded(i - 1).into());
            }
        }
        let n = text.tokens.len();
        let mut soft = false;
        let words: Vec<(String, Option<Joint>)> = (0..n)
            .filter_map(|i| match text.tokens[i].kind {
                // "Water, agriculture and industry", "Lt. Gen.": a mark between words is one of the phrase.
                Kind::Mark(c) if !is_phrase_mark(c) => {
                    let mark = Joint::at(&text, i).filter(|_| i > 0 && i + 1 < n)?;
                    soft |= mark.is_soft();
                    Some((String::from(c), Some(mark)))
                }
                _ => Some((text.folded(i).to_string(), None)),
            })
            .collect();
        if soft {
            // Some leave the stop or the apostrophe out.
            let without: Vec<_> =
                words.iter().filter(|(_, mark)| !mark.is_some_and(Joint::is_soft)).cloned().collect();
            self.add_words(phrase, &without, class, &sense);
        }
        self.add_words(phrase, &words, class, &sense)
    }

    fn add_words(
        &mut self,
        phrase: &str,
        words: &[(String, Option<Joint>)],
        class: &str,
        sense: &Sense,
    ) -> bool {
        if words.is_empty() {
            return false;
        }
        let mut node = 0u32;
        for (at, (word, mark)) in words.iter().enumerate() {
            let lemma = match mark {
                Some(mark) => self.joint_lemma(*mark),
                None => self.lemma(word, class, at > 0),
            };
            node = self.child(node, lemma, at == 0);
        }
        let entry = self.entries.len() as u32;
        let case = Case::of(phrase, sense);
        let written: Box<str> =
            if words.len() == 1 { self.letters.unmarked(phrase.trim()).into() } else { "".into() };
        let marked = words.len() == 1 && phrase.chars().count() > written.chars().count();
        let marked = if marked { phrase.trim().into() } else { "".into() };
        // A list of forms is added in one go.
        if self.senses.last() != Some(sense) {
            self.senses.push(*sense);
        }
        let meant = self.senses.len() as u32 - 1;
        self.entries.push(Entry { words: words.len() as u8, case, sense: meant, written, marked });
        let same = self.terminals[node as usize].iter().any(|&e| {
            let other = &self.entries[e as usize];
            other.case == case && (other.sense == meant || self.senses[other.sense as usize] == *sense)
        });
        if !same {
            self.terminals[node as usize].push(entry);
        }
        true
    }

    fn joint_lemma(&mut self, mark: Joint) -> u32 {
        let lemma = match self.lemma_of(["-", ",", ".", "'"][mark as usize]) {
            Ok(lemma) | Err(lemma) => lemma,
        };
        self.joints[mark as usize] = Some(lemma);
        lemma
    }

    /// A mark between two words of a phrase, or a number in one: what has no forms.
    #[inline]
    fn fixed(&self, text: &Text, i: usize) -> Option<Analysis> {
        let lemma = match text.tokens[i].kind {
            Kind::Mark(_) => Joint::at(text, i).and_then(|mark| self.joints[mark as usize])?,
            Kind::Number => *self.numbers.get(text.folded(i))?,
            Kind::Word => return None,
        };
        Some(Analysis { lemma, ..Analysis::default() })
    }

    fn child(&mut self, node: u32, lemma: u32, root: bool) -> u32 {
        if self.terminals.is_empty() {
            self.terminals.push(Vec::new());
        }
        let fresh = self.terminals.len() as u32;
        if root {
            if self.roots.len() <= lemma as usize {
                self.roots.resize(lemma as usize + 1, 0);
            }
            if self.roots[lemma as usize] == 0 {
                self.roots[lemma as usize] = fresh;
                self.terminals.push(Vec::new());
            }
            return self.roots[lemma as usize];
        }
        let next = *self.children.entry((node, lemma)).or_insert(fresh);
        if next == fresh {
            self.terminals.push(Vec::new());
        }
        next
    }

    fn lemma(&mut self, word: &str, class: &str, inner: bool) -> u32 {
        // A word inflects by the list it stands in, so lemmas of different classes are kept apart only where endings differ.
        let endings = self.endings_of(word, class);
        let known = match endings.first().and_then(|&e| self.endings[e].only.as_deref()) {
            Some(only) => self.lemma_of(&[word, "\u{0}", only].concat()),
            None => self.lemma_of(word),
        };
        let lemma = match known {
            Ok(lemma) => lemma,
            Err(lemma) => {
                self.inflect(word, lemma, &endings);
                // An adjective that is listed with its article is as definite as one that takes it.
                let article = |p: &Prefix| p.is_article() && word.starts_with(p.form.as_str());
                if class == "adjective" && self.prefixes.iter().any(article) {
                    self.forms.add(word, (lemma, tags::DEFINITE));
                }
                lemma
            }
        };
        self.push_marked_articles(word, lemma);
        if inner {
            // "and"/"to" written onto an inner word may have the article after it in running text.
            let Self { prefixes, forms, .. } = self;
            if let Some(article) = prefixes.iter().find(|p| p.is_article()) {
                // Most prefixes begin with another letter.
                let led = lead(word);
                for p in prefixes.iter().filter(|p| p.order < 2 && lead(&p.form) == led) {
                    let long = |rest: &&str| rest.chars().nth(2).is_some();
                    if let Some(rest) = word.strip_prefix(p.form.as_str()).filter(long) {
                        forms.add(&format!("{}{}{rest}", p.form, article.form), (lemma, tags::DEFINITE));
                    }
                }
            }
        }
        lemma
    }

    /// The number of a word, or the fresh one it is given.
    fn lemma_of(&mut self, key: &str) -> Result<u32, u32> {
        if let Some(&lemma) = self.lemmas.get(key) {
            return Ok(lemma);
        }
        let fresh = self.lemmas.len() as u32;
        self.lemmas.insert(key.into(), fresh);
        Err(fresh)
    }

    /// Adds the forms of a new word. Endings that fold alike count together.
    fn inflect(&mut self, word: &str, lemma: u32, endings: &[usize]) {
        let Self { endings: all, forms: table, .. } = self;
        let forms = || endings.iter().flat_map(|&e| all[e].forms.iter());
        let of = endings.first().map_or("", |&e| all[e].of.as_str());
        let base_tags = forms().find(|(form, _)| form == of).map_or(0, |(_, form_tags)| *form_tags);
        table.add(word, (lemma, base_tags));
        let mut whole = word[..word.len() - of.len()].to_string();
        let stem = whole.len();
        for (form, form_tags) in forms() {
            whole.truncate(stem);
            whole.push_str(form);
            let made = if whole == word { 0 } else { tags::INFLECTED };
            table.add(&whole, (lemma, form_tags | made));
        }
    }

    /// A word listed with its article also stands after a preposition that swallows the article.
    fn push_marked_articles(&mut self, word: &str, lemma: u32) {
        let Self { prefixes, forms, .. } = self;
        for article in prefixes.iter().filter(|p| p.is_article()) {
            let Some(rest) = word.strip_prefix(article.form.as_str()).filter(|r| r.chars().count() > 2)
            else {
                continue;
            };
            for swallows in prefixes.iter().filter(|p| p.marker != 0 && p.tags & tags::DEFINITE != 0) {
                forms.add(
                    &format!("{}{rest}", swallows.form),
                    (lemma, swallows.tags | u32::from(swallows.marker) << 24),
                );
            }
        }
    }

    /// The longest endings that fit, those kept to the class before those of every class.
    fn endings_of(&self, word: &str, class: &str) -> Vec<usize> {
        let starts =
            word.char_indices().map(|(at, _)| at).skip(1).chain((!word.is_empty()).then_some(word.len()));
        // What is longer than the longest ending is none.
        for at in starts.skip_while(|at| word.len() - at > self.longest_ending) {
            let Some(list) = self.endings_of.get(&word[at..]) else { continue };
            if let Some(own) = list.only.get(class) {
                return own.clone();
            }
            if !list.of_all.is_empty() {
                return list.of_all.clone();
            }
        }
        Vec::new()
    }

    /// Makes what is not kept with a compiled pack of what is.
    pub(crate) fn restore(&mut self) {
        let work = |sense: &Sense| match sense {
            Sense::Word { work, .. } => Some(work.as_str()),
            _ => None,
        };
        self.works = self.senses.iter().filter_map(work).collect();
        self.starts = self.roots.iter().map(|&node| (node != 0).then(|| self.nodes[node as usize])).collect();
    }

    /// The entries of a list that are conditions and are written as this one is, and what they all are to which frames.
    fn conditions_like(&self, entry: u32, list: &[u32]) -> (Vec<u32>, Vec<(ClaimList, usize)>) {
        let entry = &self.entries[entry as usize];
        let alike = |&other: &u32| {
            let other = &self.entries[other as usize];
            other.case == entry.case && other.written == entry.written && other.marked == entry.marked
        };
        let condition = |&other: &u32| match self.senses[self.entries[other as usize].sense as usize] {
            ref sense @ Sense::Claim { list, index } if sense.kind() == kinds::CONDITION => {
                Some((other, (list, index)))
            }
            _ => None,
        };
        list.iter().filter(|other| alike(other)).filter_map(condition).unzip()
    }

    /// What a sense is to which frames, if it is a condition.
    #[inline]
    pub(crate) fn conditions(&self, sense: &Sense) -> &[(ClaimList, usize)] {
        match sense {
            Sense::Claim { list: ClaimList::Conditions, index } => &self.conditions[*index],
            _ => &[],
        }
    }

    /// Makes the tables that reading uses; call once, after the last phrase.
    pub(crate) fn finish(&mut self) {
        self.forms.finish();
        self.roots.resize(self.lemmas.len(), 0);
        self.prefixes.sort_by_key(|p| std::cmp::Reverse(p.form.len()));
        let articles = self.prefixes.iter().filter(|p| p.is_article()).map(|p| &p.form);
        self.articles = articles.map(|form| (form.clone(), form.chars().count())).collect();
        self.has_article = !self.articles.is_empty();
        self.leads = self.prefixes.iter().map(|p| lead(&p.form)).collect();
        let mut conditions: FxHashMap<Vec<(ClaimList, usize)>, u32> = FxHashMap::default();
        let mut trie: Vec<Branch> = Vec::with_capacity(self.terminals.len());
        // Phrases of several words are told apart by nothing but what they mean and how they are written.
        let mut alike: FxHashMap<(u8, Case, u32), u32> = FxHashMap::default();
        for list in std::mem::take(&mut self.terminals) {
            let mut ends = Vec::new();
            let mut told: Vec<u32> = Vec::new();
            for &entry in &list {
                if told.contains(&entry) {
                    continue;
                }
                let &Entry { mut sense, case, words, .. } = &self.entries[entry as usize];
                if self.senses[sense as usize].kind() == kinds::CONDITION {
                    let (alike, all) = self.conditions_like(entry, &list);
                    told.extend(alike);
                    let meant = *conditions.entry(all).or_insert_with_key(|all| {
                        self.conditions.push(all.clone());
                        let index = self.conditions.len() - 1;
                        self.senses.push(Sense::Claim { list: ClaimList::Conditions, index });
                        self.senses.len() as u32 - 1
                    });
                    sense = meant;
                }
                let meant = &self.senses[sense as usize];
                let entry =
                    if words > 1 { *alike.entry((words, case, sense)).or_insert(entry) } else { entry };
                ends.push(End { entry, sense, kind: meant.kind(), rank: meant.rank(), case });
            }
            trie.push(Branch { ends, edges: Vec::new() });
        }
        self.inner = vec![false; self.lemmas.len()];
        let mut children: Vec<_> = std::mem::take(&mut self.children).into_iter().collect();
        children.sort_unstable_by_key(|(from, _)| *from);
        for ((node, lemma), child) in children {
            self.inner[lemma as usize] = true;
            trie[node as usize].edges.push((lemma, child));
        }
        let graph = tails::shared(trie, &mut self.roots);
        let below = tails::below(&graph);
        let n_edges: usize = graph.iter().map(|branch| branch.edges.len()).sum();
        self.edge_bits = vec![0; (n_edges / 8).next_power_of_two()];
        for (Branch { ends, edges }, below) in graph.into_iter().zip(below) {
            let range = |from: usize, n: usize| (from as u32, (from + n) as u32);
            let next = edges.iter().fold(0, |all, (lemma, _)| all | sieve(*lemma));
            let (ends_at, edges_at) =
                (range(self.ends.len(), ends.len()), range(self.edges.len(), edges.len()));
            let node = Node { ends: ends_at, edges: edges_at, below, next };
            for (lemma, _) in &edges {
                let (word, bit) = self.edge_bit(&node, *lemma);
                self.edge_bits[word] |= bit;
            }
            self.ends.extend(ends);
            self.edges.extend(edges);
            self.nodes.push(node);
        }
        self.restore();
        let digits = |word: &str| word.starts_with(char::is_numeric);
        let inner = |lemma: u32| self.inner[lemma as usize];
        self.numbers = self
            .lemmas
            .iter()
            .filter(|(word, lemma)| digits(word) && inner(**lemma))
            .map(|(word, lemma)| (word.clone(), *lemma))
            .collect();
        // Few words are parts of names: kept apart, they stay near while reading.
        let parts = |lemma: u32| {
            let node = self.starts[lemma as usize].as_ref().map(|node| self.ends(node));
            let has = |sense: Sense| {
                node.is_some_and(|ends| ends.iter().any(|e| self.senses[e.sense as usize] == sense))
            };
            (has(Sense::Particle), has(Sense::Compound))
        };
        let of_names: FxHashMap<u32, (bool, bool)> = (0..self.lemmas.len() as u32)
            .map(|lemma| (lemma, parts(lemma)))
            .filter(|(_, (particle, compound))| *particle || *compound)
            .collect();
        let mut name_parts: FxHashMap<Box<str>, (bool, bool)> = FxHashMap::default();
        for (form, readings) in self.forms.iter() {
            for (particle, compound) in readings.iter().filter_map(|(lemma, _)| of_names.get(lemma)) {
                let (p, c) = name_parts.entry(form.into()).or_default();
                (*p, *c) = (*p || *particle, *c || *compound);
            }
        }
        self.name_parts = name_parts;
        let city = |e: &End| {
            matches!(
                self.senses[e.sense as usize],
                Sense::State { form: StateForm::City | StateForm::Capital, .. }
            )
        };
        let only_city = |lemma: &u32| {
            let ends = self.starts[*lemma as usize].as_ref().map(|node| self.ends(node));
            ends.is_some_and(|ends| !ends.is_empty() && ends.iter().all(city))
        };
        // Where nothing bears an article none is asked for.
        if self.has_article {
            self.cities = (0..self.lemmas.len() as u32).filter(only_city).collect();
        }
    }

    #[inline]
    fn exact(&self, form: &str) -> &[(u32, u32)] {
        self.forms.get(form)
    }

    /// The phrases that end at a node.
    #[inline]
    fn ends(&self, node: &Node) -> &[End] {
        let (from, to) = node.ends;
        &self.ends[from as usize..to as usize]
    }

    /// Where the bit of an edge stands.
    #[inline]
    fn edge_bit(&self, node: &Node, lemma: u32) -> (usize, u64) {
        let pair = u64::from(node.edges.0) << 32 | u64::from(lemma);
        let hash = pair.wrapping_mul(0x9E37_79B9_7F4A_7C15) >> 32;
        ((hash >> 6) as usize & (self.edge_bits.len() - 1), 1 << (hash & 63))
    }

    /// The node that a word leads to from another.
    #[inline]
    fn child_of(&self, node: &Node, lemma: u32) -> Option<&Node> {
        let (word, bit) = self.edge_bit(node, lemma);
        if self.edge_bits[word] & bit == 0 {
            return None;
        }
        let edges = &self.edges[node.edges.0 as usize..node.edges.1 as usize];
        let at = edges.binary_search_by_key(&lemma, |(word, _)| *word).ok()?;
        Some(&self.nodes[edges[at].1 as usize])
    }

    /// True when the form, as it stands or stripped, is a word of the pack.
    pub fn knows(&self, form: &str) -> bool {
        let mut found = Vec::new();
        self.analyse(form, &mut found);
        !found.is_empty()
    }

    /// Every word that a folded form may be, least stripped first.
    pub fn analyse(&self, form: &str, out: &mut Vec<Analysis>) {
        out.clear();
        self.analyse_onto(form, out);
    }

    fn analyse_onto(&self, form: &str, out: &mut Vec<Analysis>) {
        let from = out.len();
        self.strip(form, Analysis::default(), 0, out);
        if !self.suffixes.is_empty() {
            self.strip_suffix(form, out);
        }
        if out.len() > from + 1 {
            out[from..].sort_by_key(|a| a.strips);
        }
    }

    fn strip(&self, rest: &str, so_far: Analysis, order: u8, out: &mut Vec<Analysis>) {
        let definite = so_far.tags & tags::DEFINITE != 0;
        for &(lemma, form_tags) in self.exact(rest) {
            if definite && self.cities.contains(&lemma) {
                continue;
            }
            // The upper byte of a form's marks holds a preposition that is part of the form.
            let marker = (form_tags >> 24) as u8;
            let marker = if marker > 0 { marker } else { so_far.marker };
            out.push(Analysis { lemma, tags: so_far.tags | form_tags & 0xFF_FFFF, marker, ..so_far });
        }
        if so_far.strips >= 3 {
            return;
        }
        let lead = lead(rest);
        for (prefix, _) in self.prefixes.iter().zip(&self.leads).filter(|(_, known)| **known == lead) {
            if prefix.order < order || !rest.starts_with(prefix.form.as_str()) {
                continue;
            }
            let left = &rest[prefix.form.len()..];
            if left.len() < 4 || !prefix.goes_before(left) {
                continue;
            }
            let next = Analysis {
                lemma: 0,
                tags: so_far.tags | prefix.tags,
                marker: if prefix.marker > 0 { prefix.marker } else { so_far.marker },
                cut: so_far.cut + prefix.form.chars().count() as u8,
                strips: so_far.strips + 1,
                ..Analysis::default()
            };
            self.strip(left, next, prefix.order + 1, out);
        }
    }

    fn strip_suffix(&self, form: &str, out: &mut Vec<Analysis>) {
        let mut chars_left = 0;
        for (at, _) in form.char_indices().rev() {
            chars_left += 1;
            if chars_left > self.longest_suffix || at < 4 {
                break;
            }
            let Some(&suffix_tags) = self.suffixes.get(&form[at..]) else { continue };
            let stem = &form[..at];
            let found = self.exact(stem);
            for &(lemma, form_tags) in found {
                out.push(Analysis { lemma, tags: form_tags | suffix_tags, strips: 1, ..Analysis::default() });
            }
            if found.is_empty()
                && let Some(last) = stem.chars().next_back()
                && let Some(&(plain, _)) = self.voices.iter().find(|(_, voiced)| *voiced == last)
            {
                let undone = format!("{}{plain}", &stem[..stem.len() - last.len_utf8()]);
                for &(lemma, form_tags) in self.exact(&undone) {
                    out.push(Analysis {
                        lemma,
                        tags: form_tags | suffix_tags,
                        strips: 1,
                        ..Analysis::default()
                    });
                }
            }
        }
    }

    /// Marks that an ending tells of a word the pack does not know (a name in a case).
    pub fn tail_tags(&self, form: &str) -> u32 {
        let mut chars_left = 0;
        let mut found = 0;
        for (at, _) in form.char_indices().rev() {
            chars_left += 1;
            // A hyphen shows where the ending begins, however short what stands before it.
            let hyphened = at > 0 && form[at..].starts_with('-');
            if chars_left > self.longest_suffix || at < 6 && !hyphened {
                if chars_left > self.longest_suffix || !form.contains('-') {
                    break;
                }
                continue;
            }
            // One letter is more often the end of the name itself.
            if let Some(&suffix_tags) = self.suffixes.get(&form[at..])
                && chars_left > 1
            {
                found = suffix_tags;
            }
        }
        found
    }

    /// The marks of the longer endings after one or two letters, as short family names have them.
    pub fn short_tail_tags(&self, form: &str) -> u32 {
        let mut ends = form.char_indices().skip(1).take(2).map(|(at, _)| &form[at..]);
        let told = ends.find_map(|end| self.suffixes.get(end).filter(|_| end.chars().count() > 2).copied());
        told.filter(|tags| tags & (tags::INS | tags::GEN | tags::ABL) != 0).unwrap_or(0)
    }

    /// The cases that an unknown name may stand in by its ending; 0 where it does not tell.
    pub fn name_case(&self, form: &str) -> u32 {
        let whole = |ending: &str| form.len() > ending.len() + 2;
        self.name_endings
            .iter()
            .find(|(e, _)| form.ends_with(e.as_str()) && whole(e))
            .map_or(0, |(_, tags)| *tags)
    }

    /// The word is a given name as well as what the pack says of it.
    pub fn is_also_given(&self, form: &str) -> bool {
        self.also_given.contains(form)
    }

    /// The prefixes that an unknown form may carry: (folded characters, tags, marker), shortest first.
    pub fn possible_prefixes(&self, form: &str) -> Vec<(u8, u32, u8)> {
        let counted = |p: &Prefix| (p.form.chars().count() as u8, p.tags, p.marker);
        let mut found: Vec<(u8, u32, u8)> = self.prefixes_on(form).map(counted).collect();
        found.sort_by_key(|p| p.0);
        found
    }

    /// The same in no order.
    pub(crate) fn prefixes_on(&self, form: &str) -> impl Iterator<Item = &Prefix> {
        let lead = lead(form);
        let led = self.prefixes.iter().zip(&self.leads).filter(move |(_, known)| **known == lead);
        led.map(|(p, _)| p)
            .filter(move |p| form.len() > p.form.len() + 3 && form.starts_with(p.form.as_str()))
    }

    /// An unknown form may carry a prefix with all of these marks; one that is a preposition, if asked.
    pub fn may_carry(&self, form: &str, marks: u32, marker: bool) -> bool {
        self.prefixes_on(form).any(|p| p.tags & marks == marks && (!marker || p.marker != 0))
    }

    /// Every phrase that begins at each token, longest first.
    ///
    /// Cost is the number of tokens times the longest phrase, whatever the text.
    pub fn matches(&self, text: &Text) -> Matches {
        self.known.matches(self, text)
    }

    /// A title or body cut (see [`Text::cut_apart`]), and every phrase that begins at each of its tokens.
    ///
    /// [`Lexicon::take_back`] gives the next texts the memory of those that are read.
    pub fn scan<'a>(&self, raw: &'a str, field: Field) -> (Text<'a>, Matches) {
        let abbreviates = |word: &str, before_number: bool| self.abbreviates(word, before_number);
        // "Russian-Kazakh": two states, unless the whole is a word.
        let divides = |word: &str| !self.knows(word) && word.split('-').all(|part| self.is_state(part));
        self.known.scan(self, raw, field, &abbreviates, &divides)
    }

    /// Texts of which nothing is asked any more.
    pub fn take_back<'a>(&self, read: impl IntoIterator<Item = (Text<'a>, Matches)>) {
        self.known.take_back(read);
    }

    fn matches_of(&self, text: &Text, known: &Known, room: Matches) -> Matches {
        let n = text.tokens.len();
        let Matches { mut all, mut ranges, kinds: mut groups_at, .. } = room;
        groups_at.reserve(n);
        // What stands at a token beside what its word is by itself.
        let mut others: Vec<Others> = Vec::new();
        let mut phrases: Vec<Match> = Vec::new();
        let mut list = Vec::new();
        // Phrases whose verb stands some words after the rest, by the token of the verb.
        let mut late: Vec<(usize, End)> = Vec::new();
        let (mut n_alone, mut all_groups, mut looks) = (0, 0, 0);
        for (i, token) in text.tokens.iter().enumerate() {
            let form = known.form(i);
            let mut groups = form.kinds | if token.kind == Kind::Number { kinds::DIGITS } else { 0 };
            n_alone += known.n_alone(form);
            looks ^= known.look(form);
            if form.marks & (marks::BEGINS | marks::APART) == 0 && late.is_empty() {
                all_groups |= groups;
                groups_at.push(groups);
                continue;
            }
            let from = phrases.len();
            // Most words begin no phrase, and before most words no phrase goes on.
            let next = |t: &Token| {
                !t.breaks
                    && (form.next & known.form(i + 1).inner != 0
                        || t.kind == Kind::Mark('.') && t.glued
                        || self.fixed(text, i + 1).is_some_and(|a| form.next & sieve(a.lemma) != 0))
            };
            if form.marks & marks::BEGINS != 0 && text.tokens.get(i + 1).is_some_and(next) {
                for first in known.beginnings(i, form) {
                    if let Some(start) = &self.starts[first.lemma as usize] {
                        groups |= self.walk(text, known, i, i + 1, start, *first, &mut list);
                    }
                }
                list.sort_by_key(|m: &Match| (std::cmp::Reverse(m.end), m.first.strips));
                phrases.append(&mut list);
            }
            let apart = if form.marks & marks::APART != 0 {
                self.with_apart(text, known, i, &mut list, &mut late)
            } else {
                0
            };
            let reported = late.iter().any(|(at, _)| *at == i);
            let whole = apart != 0 || reported;
            if whole {
                groups |= apart;
                if apart == 0 {
                    list.clear();
                    known.push_alone(i, form, &mut list);
                }
                if reported {
                    groups |= self.report(text, known, i, &mut late, &mut list);
                }
                phrases.append(&mut list);
            }
            list.clear();
            if phrases.len() > from {
                others.push(Others { token: i, range: from..phrases.len(), whole });
            }
            all_groups |= groups;
            groups_at.push(groups);
        }
        std::hint::black_box(looks);
        // Put together in a loop of its own: it waits for memory, and for less of it the less stands in the loop.
        all.reserve(n_alone + phrases.len());
        ranges.reserve(n);
        let mut from = 0;
        let mut push = |all: &Vec<Match>| {
            ranges.push((from, all.len() as u32));
            from = all.len() as u32;
        };
        let mut done = 0;
        for Others { token, range, whole } in others {
            for i in done..token {
                known.push_alone(i, known.form(i), &mut all);
                push(&all);
            }
            all.extend_from_slice(&phrases[range]);
            if !whole {
                known.push_alone(token, known.form(token), &mut all);
            }
            push(&all);
            done = token + 1;
        }
        for i in done..n {
            known.push_alone(i, known.form(i), &mut all);
            push(&all);
        }
        Matches { all, ranges, kinds: groups_at, groups: all_groups }
    }

    /// Adds the phrases of one word that a word may be; returns the groups of their senses.
    fn push_alone(&self, token: &Token, i: usize, first: Analysis, out: &mut Vec<Match>) -> u32 {
        let mut kinds = 0;
        let Some(node) = &self.starts[first.lemma as usize] else { return 0 };
        for &End { entry, sense, kind, rank, case } in self.ends(node) {
            let written = match case {
                Case::Any => true,
                Case::Capital => token.capital,
                Case::Shout => token.shout,
            };
            if written && !out.iter().any(|m| m.end == i + 1 && m.entry == entry) {
                kinds |= kind;
                let end = i + 1;
                out.push(Match { start: i, end, entry, sense, first, last_tags: first.tags, kind, rank });
            }
        }
        kinds
    }

    /// What a word is by itself, whatever stands around it: its phrases in order, their groups, and its marks. `is_plain`
    /// when it is letters and nothing else.
    fn alone(
        &self,
        text: &Text,
        i: usize,
        is_plain: bool,
        analyses: &[Analysis],
        out: &mut Vec<Match>,
    ) -> Itself {
        let Itself { mut kinds, mut marks, mut next, mut inner, mut begins } = Itself::default();
        for (k, first) in analyses.iter().enumerate() {
            if self.inner[first.lemma as usize] {
                marks |= marks::INNER;
                if goes_on_with(first) {
                    inner |= sieve(first.lemma);
                }
            }
            let Some(node) = &self.starts[first.lemma as usize] else { continue };
            kinds |= self.push_alone(&text.tokens[i], i, *first, out);
            if node.goes_on() {
                marks |= marks::BEGINS;
                begins |= 1u8.checked_shl(k as u32).unwrap_or(0);
                next |= node.next;
            }
            if self.apart && node.below & (kinds::TRIGGER | kinds::LIST) != 0 {
                marks |= marks::APART;
            }
            for end in self.ends(node) {
                if is_verb(&self.senses[end.sense as usize]) {
                    marks |= marks::VERB;
                }
                if end.kind & TELLS != 0 {
                    marks |= marks::TELLS;
                }
            }
        }
        self.order(text, i, out);
        let spelled = |run: &str| self.spellings.iter().any(|(_, own)| own.iter().any(|o| o == run));
        let token = &text.tokens[i];
        let written = &text.raw[token.start..token.end];
        let is_spelled =
            if is_plain { spelled(written) } else { super::runs(text, i, &self.letters).any(spelled) };
        if is_spelled {
            kinds |= kinds::SPELLING;
        }
        let form = text.folded(i);
        if self.openings.begins(form) {
            kinds |= kinds::LEADER;
        }
        let attached = |p: &Prefix| self.openings.surname(&form[p.form.len()..]);
        if self.openings.surname(form) || self.prefixes_on(form).any(attached) {
            kinds |= kinds::SURNAME;
        }
        Itself { kinds, marks, next, inner, begins }
    }

    /// What a word is by itself and with words that stand apart from it; no groups when none do.
    fn with_apart(
        &self,
        text: &Text,
        known: &Known,
        i: usize,
        out: &mut Vec<Match>,
        late: &mut Vec<(usize, End)>,
    ) -> u32 {
        let mut kinds = 0;
        for first in known.analyses(i) {
            if let Some(node) = &self.starts[first.lemma as usize] {
                self.push_alone(&text.tokens[i], i, *first, out);
                if node.goes_on() {
                    kinds |= self.walk_apart(text, known, i, node, *first, out, late);
                }
            }
        }
        if kinds != 0 {
            self.order(text, i, out);
        }
        kinds
    }

    /// Adds the phrases that a verb ends whose other words stand before it; returns the groups of their senses.
    fn report(
        &self,
        text: &Text,
        known: &Known,
        i: usize,
        late: &mut Vec<(usize, End)>,
        out: &mut Vec<Match>,
    ) -> u32 {
        let mut kinds = 0;
        let Some(&first) = known.analyses(i).first() else { return 0 };
        for (_, end) in late.iter().filter(|(at, _)| *at == i) {
            if !out.iter().any(|m| m.entry == end.entry) {
                kinds |= end.kind;
                out.push(Match {
                    start: i,
                    end: i + 1,
                    entry: end.entry,
                    sense: end.sense,
                    first,
                    last_tags: first.tags,
                    kind: end.kind,
                    rank: end.rank,
                });
            }
        }
        late.retain(|(at, _)| *at > i);
        self.order(text, i, out);
        kinds
    }

    /// Puts the phrases of one word in order.
    fn order(&self, text: &Text, i: usize, list: &mut Vec<Match>) {
        if text.tokens[i].initial {
            // "I. Petrov": a letter of a name, not the word of one letter.
            list.retain(|m| !matches!(self.sense(m), Sense::Word { .. } | Sense::Common));
        }
        if list.len() < 2 {
            return;
        }
        let written = |m: &Match| &*self.entries[m.entry as usize].written;
        // How the word is written matters only between phrases that are alike but for that.
        let alike = |a: &Match, b: &Match| a.first.strips == b.first.strips && written(a) != written(b);
        let doubtful = list.iter().enumerate().any(|(at, a)| list[..at].iter().any(|b| alike(a, b)));
        let mut raw = String::new();
        if doubtful {
            self.letters.unmarked_onto(&text.raw[text.tokens[i].start..text.tokens[i].end], &mut raw);
            self.prefer_written(text, i, &raw, list);
        }
        // What the pack writes so comes before what an ending makes so.
        list.sort_by_key(|m: &Match| (m.first.strips, *written(m) != *raw));
    }

    /// "The delegation, which A led": a clause of its own, no formula around its list.
    fn is_relative(&self, known: &Known, i: usize) -> bool {
        let relative = |e: &End| matches!(&self.senses[e.sense as usize], Sense::Word { work, .. } if *work == "relative");
        known.analyses(i).iter().any(|a| {
            self.starts[a.lemma as usize].as_ref().is_some_and(|n| self.ends(n).iter().any(relative))
        })
    }

    /// The second word of a verb phrase some words after the first; the match is the first word alone.
    #[allow(clippy::too_many_arguments)]
    fn walk_apart(
        &self,
        text: &Text,
        known: &Known,
        start: usize,
        node: &Node,
        first: Analysis,
        out: &mut Vec<Match>,
        late: &mut Vec<(usize, End)>,
    ) -> u32 {
        let bounds = |k: &usize| {
            !text.tokens[*k].breaks
                && !matches!(text.tokens[*k].kind, Kind::Mark(c) if !matches!(c, '-' | '–' | '«' | '»' | '"'))
                || text.shortens(*k)
        };
        // A list of those present may stand inside its formula.
        let closes = |k: &usize| {
            !text.tokens[*k].breaks
                && !matches!(text.tokens[*k].kind, Kind::Mark('.' | '!' | '?' | ';' | '…'))
        };
        let list = |e: &&End| matches!(self.senses[e.sense as usize], Sense::Attendance { .. });
        let below = node.below;
        let mut formulas: Vec<End> = Vec::new();
        let whole = |_: &usize| false;
        // "In CITY a summit was held, in which took part": the formula begins with the second of the two words.
        let again = |l: usize| known.analyses(l).iter().any(|a| a.lemma == first.lemma);
        let anew = |l: &usize| *l > start + 1 && (again(l - 1) || self.is_relative(known, l - 1));
        let far = if below & kinds::LIST != 0 { text.tokens.len().min(start + 90) } else { 0 };
        // "[In the meeting] A's journey [was] spoken of": where verbs stand last, one that ends another phrase closes no formula.
        let trigger = |e: &End| matches!(self.senses[e.sense as usize], Sense::Trigger { .. });
        let phrase = |k: usize, a: &Analysis| {
            let begun = self.starts[a.lemma as usize].as_ref();
            let whole = begun.and_then(|n| known.analyses(k).iter().find_map(|b| self.child_of(n, b.lemma)));
            whole.is_some_and(|n| self.ends(n).iter().any(trigger))
        };
        let told = |k: &usize| self.late && known.analyses(k - 1).iter().any(|a| phrase(*k, a));
        let inner = |k: &usize| known.form(*k).marks & marks::INNER != 0 && !told(k);
        // Nor does it begin with the last word of the sentence before, where its verb may stand first.
        let next = |k: &usize| *k == start + 1 && !self.around || closes(k);
        let apart = (start + 1..far).take_while(next).skip(1);
        for k in apart.filter(inner) {
            for next in known.analyses(k) {
                if let Some(child) = self.child_of(node, next.lemma)
                    && !anew(&k)
                {
                    formulas.extend(self.ends(child).iter().filter(list));
                }
            }
        }
        // "In the meeting [also] took part": a few words inside a longer formula.
        let (mut place, mut k) = (node, start + 1);
        while k < far {
            for last in (k + 1..far.min(k + 6)).take_while(|l| closes(l) && closes(&(l - 1)) && !anew(l)) {
                self.rest(known, place, last, last + 4, &|e: &End| list(&e), &whole, &mut formulas);
            }
            let next = known.analyses(k).iter().find_map(|a| self.child_of(place, a.lemma));
            let Some(next) = next.filter(|n| n.goes_on() && closes(&k)) else { break };
            (place, k) = (next, k + 1);
        }
        let form = |e: &End| match self.senses[e.sense as usize] {
            Sense::Trigger { form, .. } => Some(form),
            _ => None,
        };
        let noun = |e: &End| form(e).is_some_and(TriggerForm::is_noun);
        let verb = |e: &End| form(e).is_some() && !noun(e);
        // Another verb ends the phrase of this one.
        let other = |k: usize| known.form(k).marks & marks::VERB != 0;
        // "A round of Franco-German consultations": what describes the last word stands inside a noun phrase; so it does behind
        // the preposition of a verb's, "came out with sharp criticism".
        let describes =
            |k: &usize| *k < text.tokens.len() && bounds(k) && known.form(*k).marks & marks::TELLS == 0;
        let mut found: Vec<End> = Vec::new();
        let end = if below & kinds::TRIGGER != 0 { text.tokens.len().min(start + 9) } else { 0 };
        let mut k = start + 1;
        let mut far = if end > 0 && !self.late { start + SPLIT } else { end };
        while k < text.tokens.len().min(far) && !other(k) {
            if !bounds(&k) {
                // "Sent, as the ministry said, [a letter]": what stands between two commas is none of the words between.
                let Some(next) = self.around.then(|| past_aside(text, k, &other)).flatten() else { break };
                far += next - k;
                k = next;
                continue;
            }
            if !self.late && known.form(k).marks & marks::INNER != 0 {
                if k > start + 1 {
                    self.rest(known, node, k, far + 2, &verb, &describes, &mut found);
                } else if describes(&(k + 1)) {
                    for next in known.analyses(k) {
                        if let Some(child) = self.child_of(node, next.lemma).filter(|n| n.goes_on()) {
                            self.rest(known, child, k + 2, far + 2, &verb, &whole, &mut found);
                        }
                    }
                }
            }
            k += 1;
        }
        // Where the verb stands last, it is the verb that reports: other words may stand before it.
        let mut place = node;
        for k in start + 1..end + 1 {
            for last in (k..text.tokens.len().min(end + 4)).take_while(|l| self.late && bounds(l)) {
                if last > k {
                    let mut hits = Vec::new();
                    self.rest(known, place, last, end + 6, &verb, &whole, &mut hits);
                    late.extend(hits.into_iter().map(|e| (last, e)));
                }
                if other(last) {
                    break;
                }
            }
            let next = known.analyses(k).iter().find_map(|a| self.child_of(place, a.lemma));
            let Some(next) = next.filter(|n| n.goes_on() && bounds(&k)) else { break };
            place = next;
        }
        // "The credentials were received by …": where cases tell who does what, the object may stand before its verb.
        let begin = if self.around && end > 0 { start.saturating_sub(11) } else { start };
        let mut next = start;
        while next > begin {
            next -= 1;
            let k = next;
            // "The letter that A, president of B, received": what stands between two commas is none of the words between.
            if text.tokens[k].kind == Kind::Mark(',')
                && let Some(open) = before_aside(text, k, &other).filter(|open| *open > begin)
            {
                next = open;
                continue;
            }
            let mark =
                matches!(text.tokens[k].kind, Kind::Mark(c) if !matches!(c, '-' | '–' | '«' | '»' | '"'));
            if other(k) || mark || text.tokens[k + 1].breaks {
                break;
            }
            // "On the sidelines of the summit A received B": a noun in another case than the listed one is no object.
            let leads = |a: &&Analysis| self.child_of(node, a.lemma).is_some();
            let mut objects = known.analyses(k).iter().filter(leads).peekable();
            let oblique = |a: &Analysis| {
                a.tags & tags::INFLECTED != 0
                    && a.tags & tags::CASES != 0
                    && a.tags & (tags::NOM | tags::ACC) == 0
            };
            if objects.peek().is_some() && objects.all(oblique) {
                continue;
            }
            self.rest(known, node, k, start, &verb, &whole, &mut found);
        }
        let mut place = node;
        for k in start + 1..end {
            for last in (k + 1..end.min(k + 4)).take_while(|l| describes(&(l - 1))) {
                self.rest(known, place, last, end + 2, &noun, &whole, &mut found);
            }
            let next = known.analyses(k).iter().find_map(|a| self.child_of(place, a.lemma));
            let Some(next) = next.filter(|n| n.goes_on() && bounds(&k)) else { break };
            place = next;
        }
        let mut kinds = 0;
        for End { entry, sense, kind, rank, .. } in found.into_iter().chain(formulas) {
            if !out.iter().any(|m| m.end == start + 1 && m.entry == entry) {
                kinds |= kind;
                let end = start + 1;
                out.push(Match { start, end, entry, sense, first, last_tags: first.tags, kind, rank });
            }
        }
        kinds
    }

    /// The phrases whose remaining words stand one after the other from token `k`, before `limit`; before the last of them may
    /// stand one that only describes it.
    #[allow(clippy::too_many_arguments)]
    fn rest(
        &self,
        known: &Known,
        node: &Node,
        k: usize,
        limit: usize,
        test: &dyn Fn(&End) -> bool,
        describes: &dyn Fn(&usize) -> bool,
        out: &mut Vec<End>,
    ) {
        if k >= limit || known.form(k).marks & marks::INNER == 0 {
            return;
        }
        for next in known.analyses(k) {
            if let Some(child) = self.child_of(node, next.lemma) {
                out.extend(self.ends(child).iter().filter(|e| test(e)));
                if child.goes_on() {
                    self.rest(known, child, k + 1, limit, test, describes, out);
                    if describes(&(k + 1)) {
                        self.rest(known, child, k + 2, limit, test, &|_: &usize| false, out);
                    }
                }
            }
        }
    }

    /// Byte of a token at which its word begins after `cut` folded characters; an article stays with its word.
    pub(crate) fn begin_cut(&self, text: &Text, token: usize, cut: u8, word_tags: u32) -> usize {
        let start = text.tokens[token].start;
        if cut == 0 {
            return start;
        }
        let article = if word_tags & tags::DEFINITE != 0 { self.article_len(text, token, cut) } else { 0 };
        let cut = cut as usize - article;
        if cut == 0 { start } else { text.after_folded(token, cut, &self.letters) }
    }

    /// Folded length of the article that ends the stripped part, when it stands whole.
    fn article_len(&self, text: &Text, token: usize, cut: u8) -> usize {
        let folded = text.folded(token);
        let stripped = folded.char_indices().nth(cut as usize).map_or(folded, |(end, _)| &folded[..end]);
        let articles = self.articles.iter();
        articles.filter(|(a, _)| stripped.ends_with(a.as_str())).map(|(_, n)| *n).max().unwrap_or(0)
    }

    /// The phrase stands as the pack writes it; true for phrases of several words, of which no writing is kept.
    pub fn as_written(&self, text: &Text, m: &Match) -> bool {
        let written = &self.entries[m.entry as usize].written;
        let token = &text.tokens[m.start];
        let raw = &text.raw[token.start..token.end];
        written.is_empty()
            || m.first.strips > 0
            || **written == *raw
            || self.letters.is_unmarked(raw, written)
    }

    /// The word without what is attached before it stands as the pack writes it.
    pub fn ends_as_written(&self, text: &Text, m: &Match) -> bool {
        let written = &self.entries[m.entry as usize].written;
        let token = &text.tokens[m.start];
        written.is_empty() || text.raw[token.start..token.end].ends_with(&**written)
    }

    /// The text writes the marks that tell this word from another of the same letters.
    pub fn as_marked(&self, text: &Text, m: &Match) -> bool {
        let marked = &self.entries[m.entry as usize].marked;
        let token = &text.tokens[m.start];
        let mut raw = text.raw[token.start..token.end].chars();
        !marked.is_empty() && marked.chars().all(|c| raw.any(|r| r == c))
    }

    /// The word names a state, its adjective or its people.
    pub fn is_state(&self, form: &str) -> bool {
        let mut found = Vec::new();
        self.analyse(form, &mut found);
        found.iter().any(|a| {
            let state = |e: &End| {
                matches!(
                    self.senses[e.sense as usize],
                    Sense::State { form: StateForm::Name | StateForm::Adjective | StateForm::People, .. }
                )
            };
            self.starts[a.lemma as usize].as_ref().is_some_and(|node| self.ends(node).iter().any(state))
        })
    }

    /// Where folding makes two words one (a preposition and a name), what is written as in the text is meant.
    fn prefer_written(&self, text: &Text, i: usize, raw: &str, list: &mut Vec<Match>) {
        let lone = |m: &Match| {
            m.end == i + 1 && m.first.strips == 0 && !self.entries[m.entry as usize].written.is_empty()
        };
        if list.iter().filter(|m| lone(m)).count() < 2 {
            return;
        }
        let written = |m: &Match| &self.entries[m.entry as usize].written;
        let mut lone_ones = list.iter().filter(|m| lone(m)).map(written);
        if lone_ones.next().is_some_and(|one| lone_ones.all(|other| other == one)) {
            return;
        }
        if list.iter().any(|m| lone(m) && *self.entries[m.entry as usize].written == *raw) {
            list.retain(|m| {
                let written = &self.entries[m.entry as usize].written;
                // Another form of a word is not another spelling.
                !lone(m)
                    || **written == *raw
                    || written.chars().count() != raw.chars().count()
                    || self.letters.fold(written) != text.folded(i)
            });
        }
    }

    /// Adds the phrases of several words that go on from a node; returns the groups of their senses.
    #[allow(clippy::too_many_arguments)]
    fn walk(
        &self,
        text: &Text,
        known: &Known,
        start: usize,
        end: usize,
        node: &Node,
        first: Analysis,
        out: &mut Vec<Match>,
    ) -> u32 {
        // "a.b.": full stops between the letters of an abbreviation, and after its last.
        let dot = |at: usize| {
            at < text.tokens.len()
                && text.tokens[at].kind == Kind::Mark('.')
                && text.tokens[at].glued
                && text.folded(at - 1).chars().count() == 1
        };
        if !node.goes_on() || end >= text.tokens.len() || text.tokens[end].breaks || end - start > 13 {
            return 0;
        }
        let end = if dot(end) && end + 1 < text.tokens.len() { end + 1 } else { end };
        let mut kinds = 0;
        let fixed = self.fixed(text, end);
        for next in fixed.as_ref().map_or(known.analyses(end), std::slice::from_ref) {
            if !goes_on_with(next) || node.next & sieve(next.lemma) == 0 {
                continue;
            }
            let Some(child) = self.child_of(node, next.lemma) else { continue };
            let closed = dot(end + 1) && text.tokens[end - 1].kind == Kind::Mark('.');
            let stop = end + 1 + usize::from(closed);
            for &End { entry, sense, kind, rank, case } in self.ends(child) {
                let written = match case {
                    Case::Any => true,
                    Case::Capital => text.tokens[start].capital,
                    Case::Shout => text.tokens[start].shout,
                };
                if written && !out.iter().any(|m| m.end == stop && m.entry == entry) {
                    kinds |= kind;
                    let (end, last_tags) = (stop, next.tags);
                    out.push(Match { start, end, entry, sense, first, last_tags, kind, rank });
                }
            }
            kinds |= self.walk(text, known, start, end + 1, child, first, out);
        }
        kinds
    }

    /// Forms of the article that is written onto nouns, if the language has one.
    pub fn articles(&self) -> impl Iterator<Item = &String> {
        self.articles.iter().map(|(form, _)| form)
    }

    /// The language writes its conjunction onto the next word, so that a bare comma joins nothing.
    pub fn attaches_and(&self) -> bool {
        self.prefixes.iter().any(|p| p.tags & tags::AND != 0)
    }

    /// The meaning of a match.
    pub fn sense(&self, m: &Match) -> &Sense {
        &self.senses[m.sense as usize]
    }

    /// The pack lists words that do this work.
    pub fn has_word(&self, name: &str) -> bool {
        self.works.contains(name)
    }

    /// Whether a folded word, as it stands, is a particle of names, and whether it needs the next word (compound).
    pub fn name_part(&self, form: &str) -> (bool, bool) {
        self.name_parts.get(form).copied().unwrap_or_default()
    }

    /// A full stop after the folded word ends no sentence: an initial, a word that the pack writes with one ("Gen."), or
    /// before a number a month or weekday.
    pub fn abbreviates(&self, form: &str, before_number: bool) -> bool {
        self.cut_short.contains(form)
            || form.chars().nth(1).is_none()
            || before_number && self.is_calendar(form)
    }

    fn is_calendar(&self, form: &str) -> bool {
        self.exact(form).iter().any(|&(lemma, _)| {
            self.starts[lemma as usize].as_ref().is_some_and(|node| {
                self.ends(node).iter().any(|end| {
                    matches!(self.senses[end.sense as usize], Sense::Month { .. } | Sense::Weekday { .. })
                })
            })
        })
    }

    /// Number of forms, for reports.
    pub fn n_forms(&self) -> usize {
        self.forms.len()
    }
}

/// Inside a phrase only the article may be attached.
#[inline]
fn goes_on_with(word: &Analysis) -> bool {
    word.marker == 0 && word.tags & (tags::AND | tags::FUTURE) == 0
}

/// One of 64 bits for a word.
#[inline]
fn sieve(lemma: u32) -> u64 {
    1 << (lemma.wrapping_mul(0x9E37_79B9) >> 26)
}

#[inline]
fn lead(form: &str) -> Option<char> {
    form.chars().next()
}

/// What describes no noun: a verb, a small word, an office, a word of a list.
const TELLS: u32 = kinds::WORD | kinds::OFFICE | kinds::MODIFIER | kinds::TRIGGER | kinds::LIST;

/// A finite verb that reports an event.
fn is_verb(sense: &Sense) -> bool {
    matches!(
        sense,
        Sense::Trigger { form: TriggerForm::Past | TriggerForm::Present | TriggerForm::Passive, .. }
    )
}

/// Marks that are words of phrases (currencies, per cent).
fn is_phrase_mark(c: char) -> bool {
    matches!(c, '%' | '٪' | '‰' | '&' | '$' | '¢'..='¥' | '֏' | '؋' | '\u{9F2}' | '\u{9F3}' | '฿' | '៛' | '\u{20A0}'..='\u{20CF}')
}

/// A mark between two words of a phrase. Commas are alike, so are dashes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Joint {
    Dash,
    Comma,
    Stop,
    Apostrophe,
}

impl Joint {
    fn at(text: &Text, i: usize) -> Option<Joint> {
        let Kind::Mark(c) = text.tokens[i].kind else { return None };
        // The stops of "a.b." belong to their letters (see `walk`).
        let after_word = || i > 0 && text.tokens[i].glued && text.folded(i - 1).chars().nth(1).is_some();
        match c {
            '-' | '–' | '—' | '−' => Some(Joint::Dash),
            ',' | '،' => Some(Joint::Comma),
            '.' | '·' | '⋅' if after_word() => Some(Joint::Stop),
            '\'' | '’' | '‘' | '`' | 'ʼ' if after_word() => Some(Joint::Apostrophe),
            _ => None,
        }
    }

    /// May be left out.
    fn is_soft(self) -> bool {
        matches!(self, Joint::Stop | Joint::Apostrophe)
    }
}
