//! Leaders whom the world knows: a text that names them need not say whose they are.
//!
//! "President NAME received the minister of B": the press of A does not write "of A". Who led which state is a public
//! fact (`data/ontology/leaders.toml`), how a language writes their names is the language's (`leaders.toml` of its pack).
//! The list answers one question only, which state a person speaks for, and only where the words leave it open; offices,
//! years and people of the record come from documents alone.

use std::collections::BTreeMap;
use std::hash::BuildHasher;
use std::sync::Arc;

use rustc_hash::{FxBuildHasher, FxHashMap, FxHashSet};
use serde::Deserialize;

use crate::Slug;
use crate::detect::person::Named;
use crate::pack::Pack;
use crate::refer::{first, is_initial, key, near, strip_article};

/// Who led what: a row of `ontology/leaders.toml`.
#[derive(Debug, Clone)]
pub(crate) struct Led {
    pub state: Slug,
    pub positions: Vec<Slug>,
    /// First and last year of each term; a term that has not ended is open.
    pub terms: Vec<(i16, i16)>,
    /// Known by the surname alone: who leads a state or organisation, or speaks for it abroad.
    pub first: bool,
}

/// `leaders.toml` of a pack.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct LeadersFile {
    /// Names by the leader's id in the ontology, in the nominative.
    pub leader: BTreeMap<String, Vec<String>>,
    /// What a name takes in its cases.
    pub ending: Vec<String>,
    /// The last letters of a name that an ending takes away.
    pub gives_way: String,
}

/// The leaders of the ontology by id.
pub(crate) type Known = FxHashMap<String, Arc<Led>>;

/// The names of leaders in one language, made comparable.
#[derive(Debug, Default)]
pub(crate) struct Leaders {
    names: Vec<Name>,
    /// Names by the stem of their last part.
    by_last: FxHashMap<Box<str>, Vec<usize>>,
    /// Last words, as they stand, of those who are known by them alone.
    surnames: FxHashSet<Box<str>>,
    /// Names of several words by the stem of the first and the first letter of the second.
    phrases: FxHashMap<(u64, char), Vec<usize>>,
    /// What a name takes in its cases, and the last letters that give way to it.
    endings: Vec<String>,
    gives_way: String,
}

#[derive(Debug)]
struct Name {
    /// Its words as they stand.
    words: Vec<String>,
    /// Without articles and particles, where that is another thing.
    bare: Option<Vec<String>>,
    led: Arc<Led>,
    /// The last part is no other word of the language.
    alone: bool,
}

impl Name {
    fn parts(&self) -> &[String] {
        self.bare.as_deref().unwrap_or(&self.words)
    }
}

impl Leaders {
    /// Makes the names of a pack comparable; ids that the ontology has not are left out.
    pub(crate) fn new(pack: &Pack, known: &Known, file: &LeadersFile) -> Self {
        let endings = file.ending.iter().map(|e| pack.lexicon.letters.fold(e)).collect();
        let gives_way = pack.lexicon.letters.fold(&file.gives_way);
        let mut leaders = Leaders { endings, gives_way, ..Leaders::default() };
        for (id, forms) in &file.leader {
            let Some(led) = known.get(id) else { continue };
            for form in forms {
                let words: Vec<String> =
                    form.split_whitespace().map(|word| pack.lexicon.letters.fold(word)).collect();
                let bare = Some(pieces(pack, &words)).filter(|parts| *parts != words);
                let name = Name { words, bare, led: led.clone(), alone: false };
                let (Some(last), Some(written)) = (name.parts().last(), name.words.last()) else { continue };
                let alone = led.first && last.chars().count() >= SHORTEST_ALONE && !pack.lexicon.knows(last);
                if alone && name.parts().len() > 1 && !pack.lexicon.knows(written) {
                    leaders.surnames.insert(written.as_str().into());
                }
                let index = leaders.names.len();
                if let [one, two, ..] = name.words.as_slice() {
                    let key = (hash(stem(pack, one)), two.chars().next().unwrap_or_default());
                    leaders.phrases.entry(key).or_default().push(index);
                }
                leaders.by_last.entry(stem(pack, last).into()).or_default().push(index);
                leaders.names.push(Name { alone, ..name });
            }
        }
        leaders
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
        let two = two.chars().next().unwrap_or_default();
        let fits = |name: &&[String]| {
            let mut told = words.clone();
            name.iter().all(|part| told.next().is_some_and(|word| same(pack, word, part)))
        };
        let listed = stems(pack, one).filter_map(|stem| self.phrases.get(&(hash(stem), two))).flatten();
        let listed = listed.map(|&n| self.names[n].words.as_slice());
        let Some(name) = listed.filter(fits).max_by_key(|name| name.len()) else { return (0, false) };
        (name.len(), words.clone().nth(name.len() - 1) == name.last().map(String::as_str))
    }

    /// A word that is known as the surname of a leader, and as nothing else.
    pub(crate) fn surname(&self, word: &str) -> bool {
        self.surnames.contains(word)
    }

    /// Whether anybody of the list is called like the last of these words, without looking at the others.
    fn may_bear(&self, pack: &Pack, words: &[String]) -> bool {
        let glued = words.len() > 1 && pack.lexicon.name_part(&words[words.len() - 2]).1;
        let last = |word: &String| {
            let word = strip_article(pack, word).rsplit('-').next().unwrap_or_default();
            stems(pack, word).any(|stem| self.by_last.contains_key(stem))
        };
        // A word glued to the one before it, or an article that is not stripped, is looked at whole.
        glued || words.last().is_some_and(|w| last(w) || stems(pack, w).any(|s| self.by_last.contains_key(s)))
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
        let positions: Vec<Slug> =
            naming.held.iter().filter_map(|h| h.office.as_ref()).map(|o| o.position).collect();
        let mut found: Vec<&Led> = Vec::new();
        for &n in stems(pack, last).filter_map(|stem| self.by_last.get(stem)).flatten() {
            let name = &self.names[n];
            let (theirs, own) = (name.parts()[0].chars().next(), parts[0].chars().next());
            if parts.len() > 1 && theirs != own && pack.features.capitals {
                continue;
            }
            let led = &*name.led;
            let holds = positions.iter().any(|p| led.positions.iter().any(|l| alike(l, p)));
            let fits = match parts.len() {
                // "Pope Francis": a single name is nobody's without the office.
                1 => {
                    // Without capitals an article makes another word of it.
                    let written =
                        pack.features.capitals || naming.parts.last().is_some_and(|word| self.surname(word));
                    let open = positions.is_empty() && name.parts().len() > 1 && written;
                    name.alone && same(pack, last, name.parts().last()?) && (open || holds)
                }
                _ => {
                    whole(pack, &parts, name.parts())
                        || name.alone && named_after(pack, &parts, name.parts())
                        || chained(pack, &parts, name.parts())
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
            (n.parts.len() > 1 || !fuller(&last(n))).then_some(state)
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

/// The stems under which the listed forms of a word that a text gives may stand.
fn stems<'a>(pack: &Pack, word: &'a str) -> impl Iterator<Item = &'a str> + use<'a> {
    let cut = !pack.features.case.is_empty();
    let lengths = if cut { SHORTEST_STEM..LONGEST_STEM + 1 } else { 0..1 };
    lengths.rev().map(move |n| if cut { first(word, n) } else { word })
}

fn hash(word: &str) -> u64 {
    FxBuildHasher.hash_one(word)
}

/// Letters of the shortest and the longest stem.
const SHORTEST_STEM: usize = 2;
const LONGEST_STEM: usize = 4;

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
