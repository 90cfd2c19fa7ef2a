//! Words that are part of somebody's name by where they stand, whatever else they may be: "Foreign Minister Jordan NAME",
//! "met April Stone, Minister of Health of A".

use std::ops::Range;

use rustc_hash::{FxHashMap, FxHashSet};

use super::Scan;
use super::office::office_at;
use crate::Slug;
use crate::model::Field;
use crate::pack::{Match, Sense, StateForm, TriggerForm, kinds};
use crate::text::Kind;

/// How many words a name has at most, and how many an office before it.
const MOST: usize = 4;
const OFFICE: usize = 14;

/// What the first word of a name may be besides.
#[derive(Clone, Copy, PartialEq)]
enum First {
    Given,
    /// A given name that is also a state, a month or an ordinary word.
    Also,
    Unknown,
    City,
    State,
    Day,
    Other,
}

/// What stands beside a run of words with capitals.
#[derive(Clone, Copy, PartialEq)]
enum Slot {
    /// Right after an office or another title; whose office it is has been told or cannot be.
    After { told: bool },
    /// Before an office of its own, and after no article nor preposition of place.
    Before,
    /// Between the state whose official it is, with a possessive, and a verb or the end of a phrase.
    Owned { by: Slug },
}

/// The names that were found, by their first and second words and by their last: a text may name thousands.
#[derive(Default)]
struct Names {
    whole: FxHashMap<String, FxHashMap<String, Vec<Vec<String>>>>,
    last: FxHashSet<String>,
}

impl Names {
    fn add(&mut self, scan: &Scan, run: Range<usize>) {
        let name: Vec<String> = run.map(|t| scan.text.folded(t).to_string()).collect();
        let [first, second, ..] = &name[..] else { return };
        self.last.extend(name.last().cloned());
        let alike = self.whole.entry(first.clone()).or_default().entry(second.clone()).or_default();
        if !alike.contains(&name) {
            alike.push(name);
        }
    }

    /// How many words the name has that stands at a token, the first found of those that do.
    fn at(&self, scan: &Scan, at: usize) -> Option<usize> {
        if !capital(scan, at) || at + 1 >= scan.text.tokens.len() {
            return None;
        }
        let alike = self.whole.get(scan.text.folded(at))?.get(scan.text.folded(at + 1))?;
        alike.iter().find(|name| stands(scan, at, name)).map(Vec::len)
    }
}

/// Clears what the words of people's names mean besides, in languages where only capitals tell names.
pub(crate) fn settle(scans: &mut [Scan]) {
    if !scans.iter().any(|s| s.pack.features.capitals_alone()) {
        return;
    }
    let mut names = Names::default();
    for scan in scans.iter().filter(|s| s.text.field == Field::Text) {
        for sentence in &scan.text.sentences {
            let mut at = sentence.start;
            while at + 1 < sentence.end {
                let found = doubtful_run(scan, at, sentence.end).filter(|run| named(scan, run.clone()));
                at = found.as_ref().map_or(at + 1, |run| run.end);
                if let Some(run) = found {
                    names.add(scan, run);
                }
            }
        }
    }
    for scan in scans.iter_mut().filter(|_| !names.whole.is_empty()) {
        clear(scan, &names);
    }
}

/// A word with a capital that is not written in capitals alone.
fn capital(scan: &Scan, t: usize) -> bool {
    scan.text.tokens.get(t).is_some_and(|x| x.kind == Kind::Word && x.capital && !x.shout)
}

/// The words with capitals that begin at token `at`, particles between them included, where some mean something else too.
fn doubtful_run(scan: &Scan, at: usize, limit: usize) -> Option<Range<usize>> {
    if !capital(scan, at) || at > 0 && is_small_part(scan, at - 1) {
        return None;
    }
    let mut end = at + 1;
    let joined = |t: usize| t < limit && !scan.text.tokens[t].breaks;
    while joined(end) {
        let small = usize::from(is_small_part(scan, end));
        if !joined(end + small) || !capital(scan, end + small) {
            break;
        }
        end += 1 + small;
    }
    let plain = kinds::NAME | kinds::PARTICLE | kinds::LEADER | kinds::SURNAME | kinds::SPELLING;
    let doubtful = (at..end).any(|t| scan.matches.kinds(t) & !plain != 0 && !scan.unknown(t));
    let words = (at..end).filter(|&t| capital(scan, t)).count();
    (doubtful && (2..=MOST).contains(&words)).then_some(at..end)
}

/// A particle in small letters that is no other word.
fn is_small_part(scan: &Scan, t: usize) -> bool {
    scan.has(t, kinds::PARTICLE) && !capital(scan, t) && !scan.has(t, kinds::WORD | kinds::COMMON)
}

/// The run stands where somebody is named, and its words can be a name's.
fn named(scan: &Scan, run: Range<usize>) -> bool {
    let Some(first) = first(scan, run.start) else { return false };
    let later = run.start + 1..run.end;
    if later.clone().any(|t| begins_longer(scan, t) || is_day(scan, t)) {
        return false;
    }
    let slot = after_title(scan, run.start)
        .or_else(|| before_office(scan, &run).then_some(Slot::Before))
        .or_else(|| owned(scan, &run));
    slot.is_some_and(|slot| fits(scan, run, first, slot))
}

/// Of what may be a name the words beside it say whether it is.
fn fits(scan: &Scan, run: Range<usize>, first: First, slot: Slot) -> bool {
    let last = run.end - 1;
    let firm = |t: usize| scan.unknown(t) || scan.has(t, kinds::NAME | kinds::PARTICLE);
    let rest_firm = (run.start + 1..run.end).all(firm);
    let state = |t: usize, adjective: bool| {
        scan.is(t, |s| {
            matches!(s, Sense::State { form, .. }
                if if adjective { *form == StateForm::Adjective } else { *form == StateForm::Name })
        })
    };
    let city = |t: usize| {
        scan.is(t, |s| matches!(s, Sense::State { form: StateForm::City | StateForm::Capital, .. }))
    };
    let tells_state =
        state(last, true) && slot != Slot::Before || state(last, false) && scan.possessive(run.end);
    let surname = !tells_state && !(run.start + 1..last).any(|t| titled(scan, t));
    match (first, slot) {
        // "Italy's Milan NAME": a city of that state is no person of it.
        (_, Slot::Owned { by })
            if scan.is(run.start, |s| matches!(s, Sense::State { code, .. } if *code == by)) =>
        {
            false
        }
        (First::Unknown | First::Day, Slot::Owned { .. }) => false,
        (First::Given, _) => !(rest_firm && titled(scan, run.start)) && surname,
        (First::Also, _) => rest_firm || surname,
        (First::Unknown, Slot::Before) => !titled(scan, last) && !state(last, false) && !state(last, true),
        (First::Unknown, _) => run.len() == 2 && city(last) && !state(last, false),
        (First::City, _) => rest_firm,
        (First::State, Slot::After { told }) => rest_firm && told && run.len() == 2,
        (First::Day, Slot::After { .. }) => rest_firm && scan.unknown(last),
        (First::Other, Slot::Before) => rest_firm && scan.unknown(last) && run.len() == 2,
        _ => false,
    }
}

/// What the word at token `t` may be as the first part of a name; nothing where it begins a phrase of its own.
fn first(scan: &Scan, t: usize) -> Option<First> {
    if begins_longer(scan, t) || scan.text.tokens[t].initial {
        return None;
    }
    if scan.pack.lexicon.is_also_given(scan.text.folded(t)) && !scan.has(t, kinds::TITLE | kinds::OFFICE) {
        return Some(First::Also);
    }
    if scan.unknown(t) {
        return Some(First::Unknown);
    }
    if scan.has(t, kinds::NAME) {
        return Some(First::Given);
    }
    if titled(scan, t) || scan.has(t, kinds::PARTICLE) {
        return None;
    }
    let form = scan.best_of(t, kinds::STATE).and_then(|m| match scan.sense(&m) {
        Sense::State { form, .. } => Some(*form),
        _ => None,
    });
    match form {
        Some(StateForm::City | StateForm::Capital) => Some(First::City),
        Some(StateForm::Name) => Some(First::State),
        Some(_) => None,
        None if is_day(scan, t) || scan.is(t, |s| matches!(s, Sense::Month { .. })) => Some(First::Day),
        None if scan.has(t, kinds::WORD) => None,
        None => Some(First::Other),
    }
}

fn is_day(scan: &Scan, t: usize) -> bool {
    scan.is(t, |s| matches!(s, Sense::Weekday { .. } | Sense::Relative { .. }))
}

/// A title, or what an office is of.
fn titled(scan: &Scan, t: usize) -> bool {
    scan.has(t, kinds::OFFICE | kinds::TITLE | kinds::INSTITUTION | kinds::ORGANISATION | kinds::MODIFIER)
}

/// A phrase of several words begins here that is no ordinary one ("New York", "Prime Minister").
fn begins_longer(scan: &Scan, t: usize) -> bool {
    let ordinary = kinds::TOPIC | kinds::COMMON | kinds::CLAIM | kinds::CONDITION;
    scan.matches[t].iter().any(|m| m.end > t + 1 && m.kind & ordinary == 0)
}

/// A title ends right before token `at`, or an office with a comma.
fn after_title(scan: &Scan, at: usize) -> Option<Slot> {
    let comma = at > 1 && scan.mark(at - 1) == Some(',');
    let end = if comma { at - 1 } else { at };
    let from = end.saturating_sub(OFFICE);
    let ends =
        |k: usize, test: &dyn Fn(&Match) -> bool| scan.matches[k].iter().any(|m| m.end == end && test(m));
    // "Ms. NAME": the full stop may be a word's own.
    let point = usize::from(end > 0 && scan.mark(end - 1) == Some('.'));
    let person = |m: &Match| m.kind == kinds::TITLE && m.end + point >= end;
    let before = |k: usize| scan.matches[k].iter().any(|m| m.end <= end && person(m));
    if !comma && (from..end).any(before) {
        return Some(Slot::After { told: true });
    }
    let counterpart = |m: &Match| m.kind == kinds::COUNTERPART;
    if (from..end).any(|k| ends(k, &counterpart)) {
        return Some(Slot::After { told: true });
    }
    let head = kinds::OFFICE | kinds::STATE | kinds::ORGANISATION | kinds::INSTITUTION;
    if !(from..end).any(|k| ends(k, &|m| m.kind & head != 0)) {
        return None;
    }
    let office = (from..end)
        .filter(|&k| !inside(scan, k))
        .find_map(|k| office_at(scan, k, end).filter(|o| o.end == end))?;
    let told = office.state.is_some() || office.accredited_to.is_some();
    (told || office.institution.is_some() || !comma).then_some(Slot::After { told })
}

/// A mark stands between the word at token `k` and a later one of its office.
fn inside(scan: &Scan, k: usize) -> bool {
    scan.text.tokens[k].kind != Kind::Word
}

/// The run is followed by a comma and an office that nobody else holds, and nothing before it makes a place of it.
fn before_office(scan: &Scan, run: &Range<usize>) -> bool {
    let (before, limit) = (run.start.checked_sub(1), scan.text.tokens.len());
    if scan.mark(run.end) != Some(',') || before.is_some_and(|b| capital(scan, b) || leads_place(scan, b)) {
        return false;
    }
    let article = scan.word(run.end + 1, "determiner").map_or(run.end + 1, |m| m.end);
    // "A's Foreign Minister".
    let owner = scan.best_of(article, kinds::STATE | kinds::ORGANISATION).filter(|m| scan.possessive(m.end));
    let from = owner.map_or(article, |m| m.end + 1);
    office_at(scan, from, limit).is_some_and(|o| !capital(scan, o.end))
}

/// "Poland's Jordan NAME met", "with Poland's Faith NAME and": of two words, and no thing of that state.
fn owned(scan: &Scan, run: &Range<usize>) -> Option<Slot> {
    let mark = run.start.checked_sub(1).filter(|&m| run.len() == 2 && scan.possessive(m))?;
    let ends = |m: &&Match| m.end == mark && m.kind == kinds::STATE;
    let state = (mark.saturating_sub(MOST)..mark).find_map(|k| scan.matches[k].iter().find(ends))?;
    let joins = ["and", "with", "in", "at", "on"].iter().any(|work| scan.word(run.end, work).is_some());
    match scan.sense(state) {
        Sense::State { code, .. } if joins || scan.mark(run.end).is_some() || acts(scan, run.end) => {
            Some(Slot::Owned { by: *code })
        }
        _ => None,
    }
}

/// A verb, or what helps one, begins here.
fn acts(scan: &Scan, k: usize) -> bool {
    let finite = |s: &Sense| {
        matches!(
            s,
            Sense::Trigger { form: TriggerForm::Past | TriggerForm::Present | TriggerForm::Passive, .. }
        )
    };
    ["saying", "auxiliary"].iter().any(|work| scan.word(k, work).is_some()) || scan.is(k, finite)
}

/// An article, or a small word after which a place or a thing is named.
fn leads_place(scan: &Scan, t: usize) -> bool {
    ["determiner", "of", "in", "at", "to", "from", "on", "for"]
        .iter()
        .any(|work| scan.word(t, work).is_some())
}

/// The words of each name mean nothing else wherever the whole of it stands, nor does a family name by itself.
fn clear(scan: &mut Scan, names: &Names) {
    let mut at = 0;
    while at < scan.text.tokens.len() {
        let alone = || names.last.contains(scan.text.folded(at)) && family(scan, at);
        let n = names.at(scan, at).unwrap_or_else(|| usize::from(alone()));
        for t in at..at + n {
            scan.matches.keep_names(t);
        }
        at += n.max(1);
    }
}

/// The words of a name stand here.
fn stands(scan: &Scan, at: usize, name: &[String]) -> bool {
    at + name.len() <= scan.text.tokens.len()
        && name.iter().enumerate().all(|(d, word)| scan.text.folded(at + d) == word)
}

/// The family name alone, as nobody writes an ordinary word, and not the state or the city that is called so.
fn family(scan: &Scan, t: usize) -> bool {
    if !capital(scan, t) || scan.unknown(t) || begins_longer(scan, t) {
        return false;
    }
    if t > 0 && scan.has(t - 1, kinds::TITLE | kinds::OFFICE) {
        return true;
    }
    let opens = t == 0 || scan.text.tokens[t].breaks || scan.text.tokens[t - 1].kind != Kind::Word;
    let place = scan.has(t, kinds::STATE | kinds::DAY);
    let led = !opens && leads_place(scan, t - 1);
    let beside = !opens && capital(scan, t - 1) || capital(scan, t + 1) && !acts(scan, t + 1);
    !(beside || led || (place || opens) && !acts(scan, t + 1) && !scan.possessive(t + 1))
}
