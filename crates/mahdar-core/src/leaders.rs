//! Leaders whom the world knows: a text that names them need not say whose they are.
//!
//! "President NAME received the minister of B": the press of A does not write "of A". Who led which state is a public
//! fact (`data/ontology/leaders.toml`), how a language writes their names is the language's (`leaders.toml` of its pack).
//! The list answers one question only, which state a person speaks for, and only where the words leave it open; offices,
//! years and people of the record come from documents alone.

use std::collections::BTreeMap;
use std::sync::Arc;

use rustc_hash::{FxHashMap, FxHashSet};
use serde::Deserialize;

use crate::Slug;
use crate::detect::person::Named;
use crate::pack::Pack;
use crate::refer::{first, is_initial, key, near};

/// Who led what: a row of `ontology/leaders.toml`.
#[derive(Debug, Clone)]
pub(crate) struct Led {
    pub state: Slug,
    pub positions: Vec<Slug>,
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
pub(crate) type Known = FxHashMap<String, Led>;

/// The names of leaders in one language, made comparable.
#[derive(Debug, Default)]
pub(crate) struct Leaders {
    known: Arc<Known>,
    names: Vec<Name>,
    /// Names by how their last part begins.
    by_last: FxHashMap<Box<str>, Vec<usize>>,
    /// Last words, as they stand, of those who are known by them alone.
    surnames: FxHashSet<Box<str>>,
    /// What a name takes in its cases, and the last letters that give way to it.
    endings: Vec<String>,
    gives_way: String,
}

#[derive(Debug)]
struct Name {
    parts: Vec<String>,
    id: String,
    /// The last part is no other word of the language.
    alone: bool,
}

impl Leaders {
    /// Makes the names of a pack comparable; ids that the ontology has not are left out.
    pub(crate) fn new(pack: &Pack, known: &Arc<Known>, file: &LeadersFile) -> Self {
        let endings = file.ending.iter().map(|e| pack.lexicon.letters.fold(e)).collect();
        let gives_way = pack.lexicon.letters.fold(&file.gives_way);
        let mut leaders = Leaders { known: known.clone(), endings, gives_way, ..Leaders::default() };
        for (id, forms) in &file.leader {
            if !known.contains_key(id) {
                continue;
            }
            for form in forms {
                let words: Vec<String> =
                    form.split_whitespace().map(|word| pack.lexicon.letters.fold(word)).collect();
                let parts = pieces(pack, &words);
                let Some((last, whole)) = parts.last().zip(words.last()) else { continue };
                let alone =
                    known[id].first && last.chars().count() >= SHORTEST_ALONE && !pack.lexicon.knows(last);
                if alone && !pack.lexicon.knows(whole) {
                    leaders.surnames.insert(whole.as_str().into());
                }
                leaders.by_last.entry(begins(last).into()).or_default().push(leaders.names.len());
                leaders.names.push(Name { parts, id: id.clone(), alone });
            }
        }
        leaders
    }

    /// A word that is known as the surname of a leader, and as nothing else.
    pub(crate) fn surname(&self, word: &str) -> bool {
        self.surnames.contains(word)
    }

    /// The state whose leader bears the name; none for a name that nobody of the list bears or leaders of several states.
    ///
    /// A surname alone tells only of one who holds no other office in the text than he is known for.
    fn state_of(&self, pack: &Pack, naming: &Named) -> Option<Slug> {
        let parts = pieces(pack, &naming.parts);
        let last = parts.last()?;
        let positions: Vec<Slug> =
            naming.held.iter().filter_map(|h| h.office.as_ref()).map(|o| o.position).collect();
        let mut found: Vec<&Led> = Vec::new();
        for &n in self.by_last.get(begins(last))? {
            let name = &self.names[n];
            let led = &self.known[&name.id];
            let holds = positions.iter().any(|p| led.positions.iter().any(|l| alike(l, p)));
            let fits = match parts.len() {
                1 => name.alone && same(pack, last, name.parts.last()?) && (positions.is_empty() || holds),
                _ => whole(pack, &parts, &name.parts),
            };
            if fits {
                found.push(led);
            }
        }
        one_state(found.iter().copied()).or_else(|| {
            let told = |l: &&Led| positions.iter().any(|p| l.positions.iter().any(|l| alike(l, p)));
            one_state(found.iter().copied().filter(told))
        })
    }
}

/// The state that all of them led.
fn one_state<'l>(mut found: impl Iterator<Item = &'l Led>) -> Option<Slug> {
    let state = found.next()?.state;
    found.all(|l| l.state == state).then_some(state)
}

/// Names shorter than this are too often other words.
const SHORTEST_ALONE: usize = 4;

/// The states of leaders whom the words leave without one; a leader's name is certain without an office.
///
/// A surname is whoever of that surname the document names in full.
pub(crate) fn present(pack: &Pack, namings: &mut [Named]) {
    let lasts: Vec<Option<String>> = namings.iter().map(|n| pieces(pack, &n.parts).pop()).collect();
    let fuller = |of: usize| {
        let last = lasts[of].as_deref().unwrap_or_default();
        (0..namings.len()).any(|n| {
            namings[n].parts.len() > 1 && lasts[n].as_deref().is_some_and(|other| near(pack, last, other))
        })
    };
    let told: Vec<Option<Slug>> = (0..namings.len())
        .map(|n| {
            let open = namings[n].party.is_none() || namings[n].by_place;
            (open && (namings[n].parts.len() > 1 || !fuller(n))).then(|| pack.leaders.state_of(pack, &namings[n])).flatten()
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

/// How a last part begins, in whatever case it stands.
fn begins(part: &str) -> &str {
    first(part, 3)
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
    known == told
        || heads(known) && told_head
        || known == "prime-minister" && matches!(told.as_str(), "chancellor" | "minister" | "leader")
        || known == "minister" && matches!(told.as_str(), "secretary-of-state" | "deputy-prime-minister" | "minister-of-state")
        || known == "president-of-organisation" && matches!(told.as_str(), "president" | "chairman" | "secretary-general" | "director-general" | "high-representative" | "commissioner")
        || known == "secretary-general" && matches!(told.as_str(), "director-general" | "chairman" | "president-of-organisation")
}
