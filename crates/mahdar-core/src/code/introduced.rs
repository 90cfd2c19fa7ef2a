//! Somebody told by his office alone, and by his name in a sentence after it: "The minister of A met his counterpart of B.
//! NAME said".

use super::Sentence;
use crate::detect::Item;
use crate::detect::What;
use crate::detect::person::{Actor, ActorKind, Named};
use crate::pack::{Pack, tags};

/// How many sentences after it may name him.
const NEAR: usize = 2;

/// Gives a bare name that says or does something the state of the one official whom the talks before it left unnamed, in a
/// language whose cases tell who acts.
pub(crate) fn introduced(pack: &Pack, sentences: &[Sentence], namings: &mut [Named]) {
    if !pack.features.svo_with_cases() || namings.is_empty() {
        return;
    }
    for s in 0..sentences.len() {
        let sentence = &sentences[s];
        if sentence.scan != 1 || !sentence.items.iter().any(|i| tells_talks(pack, i)) {
            continue;
        }
        let unnamed = |a: &&Actor| {
            matches!(a.kind, ActorKind::Official(_) | ActorKind::Counterpart) && a.party.is_some()
        };
        let mut officials = sentence.actors.iter().filter(unnamed);
        let (Some(one), None) = (officials.next(), officials.next()) else { continue };
        if one.plural || !one.more.is_empty() {
            continue;
        }
        let next = &sentences[s + 1..sentences.len().min(s + 1 + NEAR)];
        let mut names: Vec<usize> = next.iter().filter(|n| n.scan == 1).flat_map(speakers).collect();
        names.retain(|&n| is_new(&namings[n], &namings[..n]));
        if let [n] = names[..] {
            namings[n].known = true;
            namings[n].party = one.party;
        }
    }
}

/// A verb or a noun of talks.
fn tells_talks(pack: &Pack, item: &Item) -> bool {
    matches!(&item.what, What::Trigger(o)
        if o.iter().any(|&(f, _)| matches!(pack.frames[f].kind.as_str(), "MEET" | "CALL")))
}

/// Whoever stands as a subject beside a verb.
fn speakers(sentence: &Sentence) -> Vec<usize> {
    let items = &sentence.items;
    let verb = |i: &Item| i.is_word("saying") || matches!(i.what, What::Trigger(_));
    let acts = |a: &Actor| {
        let before = a.items.start.checked_sub(1).is_some_and(|i| verb(&items[i]));
        let small = |i: &&Item| matches!(i.what, What::Other { .. } | What::Time);
        before || items[a.items.end..].iter().take(4).find(|i| !small(i)).is_some_and(verb)
    };
    let nominative = |a: &Actor| a.marker.is_none() && tags::may_be_nominative(a.tags);
    let named = |a: &Actor| match a.kind {
        ActorKind::Person(n) => Some(n),
        _ => None,
    };
    sentence.actors.iter().filter(|a| nominative(a) && acts(a)).filter_map(named).collect()
}

/// A name of several words that says no more than itself and was not told before.
fn is_new(one: &Named, before: &[Named]) -> bool {
    let bare = one.held.is_empty() && one.party.is_none() && one.rank.is_none();
    let Some(family) = one.parts.last() else { return false };
    bare && !one.counterpart
        && one.parts.len() > 1
        && one.honorifics.is_empty()
        && !before.iter().any(|n| n.parts.last() == Some(family))
}
