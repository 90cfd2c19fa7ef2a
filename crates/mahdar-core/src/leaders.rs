//! Leaders whom the world knows: a text that names them need not say whose they are.
//!
//! "President NAME received the minister of B": the press of A does not write "of A". Who led which state is a public
//! fact (`data/ontology/leaders.toml`), how a language writes their names is the language's (`leaders.toml` of its pack).
//! The list answers one question only, which state a person speaks for, and only where the words leave it open; offices,
//! years and people of the record come from documents alone.

use std::hash::BuildHasher;

use rustc_hash::{FxBuildHasher, FxHashMap, FxHashSet};
use serde::{Deserialize, Serialize};

use crate::Slug;
use crate::detect::person::Named;
use crate::pack::Pack;
use crate::refer::{first, is_initial, key, near, strip_article};

/// `ontology/leaders.toml`.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct LedFile {
    /// Who led what (see [`rows`]): the state, then offices with their years ("president 2014-2018").
    leaders: String,
}

/// `leaders.toml` of a pack.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct LeadersFile {
    /// Names by the leader's id in the ontology (see [`rows`]), in the nominative.
    names: String,
    /// What a name takes in its cases.
    ending: Vec<String>,
    /// The last letters of a name that an ending takes away.
    gives_way: String,
}

/// Each item of a list with the id under which it stands: "id: item, item" on a line, which indented lines may go on with.
///
/// Thousands of rows are read at every start: as tables of TOML they would take longer than all other files of a pack.
pub(crate) fn rows(list: &str) -> impl Iterator<Item = (&str, &str)> {
    let mut id = "";
    list.lines().flat_map(move |line| {
        let (head, items) =
            if line.starts_with(' ') { (id, line) } else { line.split_once(':').unwrap_or_default() };
        id = head;
        items.split(',').map(str::trim).filter(|item| !item.is_empty()).map(move |item| (head, item))
    })
}

/// Who led what.
#[derive(Debug, Default, Serialize, Deserialize)]
struct Led {
    state: Slug,
    positions: Vec<Slug>,
    /// First and last year of each term; a term that has not ended is open.
    terms: Vec<(i16, i16)>,
    /// Known by the surname alone: who leads a state or organisation, or speaks for it abroad.
    first: bool,
}

impl Led {
    /// Takes an item of the row in: the state, or an office with its years.
    fn take(&mut self, item: &str) {
        let Some((office, years)) = item.split_once(' ') else {
            self.state = Slug::new(item);
            return;
        };
        self.first |= FIRST.iter().any(|first| office.starts_with(first));
        self.positions.push(Slug::new(office.split('/').next().unwrap_or_default()));
        let term = years.split_once('-').and_then(|(from, until)| {
            Some((from.parse().ok()?, if until.is_empty() { i16::MAX } else { until.parse().ok()? }))
        });
        self.terms.extend(term);
    }
}

/// Those whose surname alone tells who they are.
const FIRST: [&str; 8] = [
    "monarch",
    "president",
    "prime-minister",
    "supreme-leader",
    "crown-prince",
    "minister/foreign",
    "secretary-general",
    "president-of-organisation",
];

/// The names of leaders in one language, made comparable.
#[derive(Debug, Default, Serialize, Deserialize)]
pub(crate) struct Leaders {
    names: Vec<Name>,
    led: Vec<Led>,
    /// Names by the stem of their last part, with their first letter.
    by_last: FxHashMap<u64, Vec<(Option<char>, u32)>>,
    /// Names of several words by the stem of the first and how the second begins (see [`lead`]).
    phrases: FxHashMap<(u64, u64), Vec<u32>>,
    /// What a name takes in its cases, and the last letters that give way to it.
    endings: Vec<String>,
    gives_way: String,
}

/// Words at which a leader's name may begin: told of a form once, when a pack first meets it.
#[derive(Debug, Default, Serialize, Deserialize)]
pub(crate) struct Openings {
    /// Hashes of the stems of first words of names of several.
    firsts: FxHashSet<u64>,
    /// Last words, as they stand, of those who are known by them alone.
    surnames: FxHashSet<Box<str>>,
    /// Words change with their case, and are found by a few of their letters.
    cut: bool,
}

impl Openings {
    /// A name of several words may begin with this one.
    pub(crate) fn begins(&self, word: &str) -> bool {
        stems_of(self.cut, word).any(|stem| self.firsts.contains(&hash(stem)))
    }

    /// A word that is known as the surname of a leader, and as nothing else.
    pub(crate) fn surname(&self, word: &str) -> bool {
        self.surnames.contains(word)
    }
}

#[derive(Debug, Serialize, Deserialize)]
struct Name {
    /// Its words as they stand.
    words: Vec<String>,
    /// Without articles and particles, where that may be another thing.
    bare: Option<Vec<String>>,
    /// Index into [`Leaders::led`].
    led: usize,
    /// The last part is no other word of the language.
    alone: bool,
}

impl Name {
    fn parts(&self) -> &[String] {
        self.bare.as_deref().unwrap_or(&self.words)
    }
}

impl Leaders {
    /// Makes the names of a pack comparable, and tells at which words they begin; ids that the ontology has not are left out.
    pub(crate) fn new(pack: &Pack, ontology: &LedFile, file: &LeadersFile) -> (Self, Openings) {
        let letters = &pack.lexicon.letters;
        let endings = file.ending.iter().map(|e| letters.fold(e)).collect();
        let gives_way = letters.fold(&file.gives_way);
        let mut leaders = Leaders { endings, gives_way, ..Leaders::default() };
        let mut openings = Openings { cut: !pack.features.case.is_empty(), ..Openings::default() };
        let mut known: FxHashMap<&str, usize> = FxHashMap::default();
        for (id, item) in rows(&ontology.leaders) {
            let led = *known.entry(id).or_insert(leaders.led.len());
            leaders.led.resize_with(leaders.led.len().max(led + 1), Led::default);
            leaders.led[led].take(item);
        }
        for (id, form) in rows(&file.names) {
            let Some(&led) = known.get(id) else { continue };
            let words: Vec<String> = form.split_whitespace().map(|word| letters.fold(word)).collect();
            let bare = words.iter().any(|word| !is_bare(pack, word)).then(|| pieces(pack, &words));
            let name = Name { words, bare, led, alone: false };
            let (Some(last), Some(written)) = (name.parts().last(), name.words.last()) else { continue };
            let unknown = |word: &str| !pack.lexicon.knows(word);
            let alone = leaders.led[led].first && last.chars().count() >= SHORTEST_ALONE && unknown(last);
            if alone && name.parts().len() > 1 && (written == last || unknown(written)) {
                openings.surnames.insert(written.as_str().into());
            }
            let index = leaders.names.len() as u32;
            if let [one, two, ..] = name.words.as_slice() {
                let one = hash(stem(pack, one));
                openings.firsts.insert(one);
                leaders.phrases.entry((one, hash(lead(pack, two)))).or_default().push(index);
                if lead(pack, two) != first(two, 1) {
                    leaders.phrases.entry((one, hash(first(two, 1)))).or_default().push(index);
                }
            }
            let initial = name.parts()[0].chars().next();
            leaders.by_last.entry(hash(stem(pack, last))).or_default().push((initial, index));
            leaders.names.push(Name { alone, ..name });
        }
        (leaders, openings)
    }

    /// How many words from the first of `words` on are the whole name of a leader, 0 for none; and whether the last of them
    /// stands as it is listed.
    pub(crate) fn named<'w>(
        &self,
        pack: &Pack,
        words: impl Iterator<Item = &'w str> + Clone,
    ) -> (usize, bool) {
        let mut told = words.clone();
        let (Some(one), Some(two)) = (told.next(), told.next()) else { return (0, false) };
        let two = hash(lead(pack, two));
        let listed = stems(pack, one).filter_map(|stem| self.phrases.get(&(hash(stem), two))).flatten();
        let fits = |&n: &u32| {
            let mut told = words.clone();
            let name = &self.names[n as usize].words;
            let all = name.iter().all(|part| told.next().is_some_and(|word| same(pack, word, part)));
            all.then(|| (name.len(), words.clone().nth(name.len() - 1) == name.last().map(String::as_str)))
        };
        listed.filter_map(fits).max().unwrap_or_default()
    }

    /// The state of the leader whose whole name the words are, if all of that name led the same.
    pub(crate) fn led_by<'w>(
        &self,
        pack: &Pack,
        words: impl Iterator<Item = &'w str> + Clone,
    ) -> Option<Slug> {
        let mut told = words.clone();
        let (one, two) = (told.next()?, told.next()?);
        let two = hash(lead(pack, two));
        let listed = stems(pack, one).filter_map(|stem| self.phrases.get(&(hash(stem), two))).flatten();
        let whole = |n: &u32| {
            let name = &self.names[*n as usize];
            let mut told = words.clone();
            let all = name.words.iter().all(|part| told.next().is_some_and(|word| same(pack, word, part)));
            (all && told.next().is_none()).then(|| &self.led[name.led])
        };
        one_state(listed.filter_map(whole))
    }

    /// The word is the surname of somebody who is known by it alone, with the ending of a case.
    pub(crate) fn surname_in_case(&self, pack: &Pack, word: &str) -> bool {
        let listed = stems(pack, word).filter_map(|stem| self.by_last.get(&hash(stem))).flatten();
        listed.map(|&(_, n)| &self.names[n as usize]).any(|name| {
            let surname = name.parts().last().filter(|part| name.alone && part.as_str() != word);
            surname.is_some_and(|part| same(pack, word, part))
        })
    }

    /// Whether anybody of the list is called like the last of these words, without looking at the others.
    pub(crate) fn may_bear(&self, pack: &Pack, words: &[String]) -> bool {
        let glued = words.len() > 1 && pack.lexicon.name_part(&words[words.len() - 2]).1;
        let last = |word: &String| {
            let word = strip_article(pack, word).rsplit('-').next().unwrap_or_default();
            stems(pack, word).any(|stem| self.by_last.contains_key(&hash(stem)))
        };
        // A word glued to the one before it, or an article that is not stripped, is looked at whole.
        glued
            || words
                .last()
                .is_some_and(|w| last(w) || stems(pack, w).any(|s| self.by_last.contains_key(&hash(s))))
    }

    /// The state whose leader bears the name; none for a name that nobody of the list bears.
    ///
    /// A surname alone tells only of one who holds no other office in the text than he is known for.
    fn state_of(&self, pack: &Pack, naming: &Named, text: &Told) -> Option<Slug> {
        if !self.may_bear(pack, &naming.parts) {
            return None;
        }
        let parts = pieces(pack, &naming.parts);
        let last = parts.last()?;
        let positions: Vec<Slug> = naming.offices().map(|o| o.position).collect();
        let mut found: Vec<&Led> = Vec::new();
        let own = parts[0].chars().next();
        for &(initial, n) in stems(pack, last).filter_map(|stem| self.by_last.get(&hash(stem))).flatten() {
            if parts.len() > 1 && initial != own && pack.features.capitals {
                continue;
            }
            let name = &self.names[n as usize];
            let theirs = name.parts();
            let led = &self.led[name.led];
            let holds = positions.iter().any(|p| led.positions.iter().any(|l| alike(l, p)));
            // "Van I", of which a particle leaves one word: by all its words.
            let every = || {
                let words = &name.words;
                words.len() == naming.parts.len()
                    && words.iter().zip(&naming.parts).all(|(part, told)| same(pack, told, part))
            };
            let fits = match parts.len() {
                1 if naming.parts.len() > 1 && every() => true,
                // "Pope Francis": a single name is nobody's without the office.
                1 => {
                    // Without capitals an article makes another word of it.
                    let written = pack.features.capitals
                        || naming.parts.last().is_some_and(|word| pack.lexicon.openings.surname(word));
                    let open = positions.is_empty() && theirs.len() > 1 && written;
                    name.alone && same(pack, last, theirs.last()?) && (open || holds)
                }
                _ => {
                    whole(pack, &parts, theirs)
                        || name.alone && named_after(pack, &parts, theirs)
                        || chained(pack, &parts, theirs)
                }
            };
            // Who once led an organisation and holds another office now speaks for his state.
            let fits = fits && (holds || positions.is_empty() || !led.state.starts_with("ORG:"));
            if fits {
                found.push(led);
            }
        }
        let all = || found.iter().copied();
        // Of one who led a state and an organisation, or two of one name: by the office told, the states of the text, the
        // day, and what was last.
        let told =
            |l: &&Led| positions.iter().any(|p| l.positions.iter().any(|l| l != "official" && alike(l, p)));
        let then = |l: &&Led| {
            text.year.is_some_and(|y| l.terms.iter().any(|(from, until)| (*from..=*until).contains(&y)))
        };
        let last = |l: &Led| l.terms.iter().map(|(_, until)| *until).max();
        let latest = all().filter_map(last).max();
        one_state(all())
            .or_else(|| one_state(all().filter(told)))
            .or_else(|| one_state(all().filter(|l| text.states.iter().any(|(state, _)| *state == l.state))))
            .or_else(|| one_state(all().filter(then)))
            .or_else(|| one_state(all().filter(|l| last(l) == latest)))
    }
}

/// The state that all of them led.
fn one_state<'l>(mut found: impl Iterator<Item = &'l Led>) -> Option<Slug> {
    let state = found.next()?.state;
    found.all(|l| l.state == state).then_some(state)
}

/// Names shorter than this are too often other words.
const SHORTEST_ALONE: usize = 4;

/// What tells which of two leaders of one name is meant.
pub(crate) struct Told<'a> {
    /// The states that the document names.
    pub states: &'a [(Slug, usize)],
    /// The year of its release.
    pub year: Option<i16>,
}

/// The states of leaders whom the words leave without one; a leader's name is certain without an office.
///
/// A surname is whoever of that surname the document names in full.
pub(crate) fn present(pack: &Pack, namings: &mut [Named], text: &Told) {
    let last = |n: &Named| pieces(pack, &n.parts).pop().unwrap_or_default();
    let fuller =
        |surname: &str| namings.iter().filter(|n| n.parts.len() > 1).any(|n| near(pack, surname, &last(n)));
    let told: Vec<Option<Slug>> = namings
        .iter()
        .map(|n| {
            let open = n.party.is_none() || n.by_place;
            let state = open.then(|| pack.leaders.state_of(pack, n, text)).flatten()?;
            // "Foreign Secretary N spoke. N said": who holds another office somewhere leads no organisation.
            let elsewhere = |o: &Named| {
                o.offices().next().is_some()
                    && near(pack, &last(n), &last(o))
                    && pack.leaders.state_of(pack, o, text) != Some(state)
            };
            let bare = state.starts_with("ORG:") && n.offices().next().is_none();
            (n.parts.len() > 1 || !fuller(&last(n)))
                .then_some(state)
                .filter(|_| !bare || !namings.iter().any(elsewhere))
        })
        .collect();
    for (naming, state) in namings.iter_mut().zip(told) {
        if let Some(state) = state {
            naming.party = Some(state);
            naming.by_place = false;
            naming.known = true;
        }
    }
}

/// By what a listed word is found: itself, or where words change with their case as many of its letters as stay.
fn stem<'a>(pack: &Pack, word: &'a str) -> &'a str {
    if pack.features.case.is_empty() {
        return word;
    }
    first(word, word.chars().count().saturating_sub(1).clamp(SHORTEST_STEM, LONGEST_STEM))
}

/// By what a second word is found: itself, or its first letter where it is an initial or words change with their case.
fn lead<'a>(pack: &Pack, word: &'a str) -> &'a str {
    if pack.features.case.is_empty() && !is_initial(word) { word } else { first(word, 1) }
}

/// The stems under which the listed forms of a word that a text gives may stand.
fn stems<'a>(pack: &Pack, word: &'a str) -> impl Iterator<Item = &'a str> + use<'a> {
    stems_of(!pack.features.case.is_empty(), word)
}

fn stems_of(cut: bool, word: &str) -> impl Iterator<Item = &str> {
    // "Wang Yi-INS": a last part of one letter has one for its stem.
    let lengths = if cut { 1..LONGEST_STEM + 1 } else { 0..1 };
    lengths.rev().map(move |n| if cut { first(word, n) } else { word })
}

fn hash(word: &str) -> u64 {
    FxBuildHasher.hash_one(word)
}

/// Letters of the shortest and the longest stem.
const SHORTEST_STEM: usize = 2;
const LONGEST_STEM: usize = 4;

/// The word is a part of a name as it stands: no article, particle or hyphen.
fn is_bare(pack: &Pack, word: &str) -> bool {
    pack.lexicon.name_part(word) == (false, false) && strip_article(pack, word) == word && !word.contains('-')
}

/// The parts of a name without articles and particles, hyphens cut.
fn pieces(pack: &Pack, parts: &[String]) -> Vec<String> {
    key(pack, parts)
        .iter()
        .flat_map(|part| part.split('-'))
        .filter(|piece| !piece.is_empty())
        .map(str::to_string)
        .collect()
}

/// The same name in full; where names have capitals one may lack its middle part or patronymic.
fn whole(pack: &Pack, told: &[String], name: &[String]) -> bool {
    let one = |a: Option<&String>, b: Option<&String>| a.zip(b).is_some_and(|(a, b)| same(pack, a, b));
    let (few, many) = (told.len().min(name.len()), told.len().max(name.len()));
    let middle = pack.features.capitals && few == 2 && many == 3;
    one(told.first(), name.first())
        && one(told.last(), name.last())
        && (middle || few == many && told.iter().zip(name).all(|(a, b)| same(pack, a, b)))
}

/// "Muhammad Ishaq Dar" is Ishaq Dar: where names have no capitals, one more given name before the whole.
fn named_after(pack: &Pack, told: &[String], name: &[String]) -> bool {
    !pack.features.capitals && name.len() > 1 && told.len() == name.len() + 1 && told.ends_with(name)
}

/// "Abdullah bin Muhammad bin Ibrahim Al ash-Sheikh" where the list leaves the grandfather out: own name, father and family.
fn chained(pack: &Pack, told: &[String], name: &[String]) -> bool {
    let (fathers, family) = name.split_at(name.len() - 1);
    !pack.features.capitals
        && fathers.len() > 1
        && told.len() > name.len()
        && told.starts_with(fathers)
        && told.last() == family.first()
}

/// A part as a text gives it is that of the list: in whatever case, or its initial.
///
/// Closer than [`near`], which compares names of one document: here a name is held against those of the whole world.
fn same(pack: &Pack, told: &str, part: &str) -> bool {
    if told == part {
        return true;
    }
    if is_initial(told) {
        return pack.features.capitals && first(told, 1) == first(part, 1);
    }
    let case = |rest: &str| pack.leaders.endings.iter().any(|e| e == rest);
    let bare = part.trim_end_matches(|c| pack.leaders.gives_way.contains(c));
    told.strip_prefix(part).is_some_and(case)
        || bare.len() < part.len() && !bare.is_empty() && told.strip_prefix(bare).is_some_and(case)
}

/// A position of the list and one that a text gives.
fn alike(known: &Slug, told: &Slug) -> bool {
    let heads = |p: &Slug| matches!(p.as_str(), "monarch" | "president" | "supreme-leader" | "ruler");
    let told_head = heads(told) || told == "head-of-state" || told == "leader";
    // Envoys, spokesmen and others of whom the list gives no office.
    known == "official"
        || known == told
        || heads(known) && told_head
        || known == "prime-minister" && matches!(told.as_str(), "chancellor" | "minister" | "leader")
        || known == "minister"
            && matches!(told.as_str(), "secretary-of-state" | "deputy-prime-minister" | "minister-of-state")
        || of_organisation(known) && of_organisation(told)
}

/// Heads of organisations are called differently in every language and organisation.
fn of_organisation(position: &Slug) -> bool {
    matches!(
        position.as_str(),
        "secretary-general"
            | "director-general"
            | "president-of-organisation"
            | "executive-director"
            | "high-representative"
            | "commissioner"
            | "chairman"
            | "president"
    )
}
