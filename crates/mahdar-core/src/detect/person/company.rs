//! "A and his delegation met B": a delegation that comes with somebody is named with him.

use super::Actor;
use crate::detect::{Item, Scan, What};

/// The longest phrase that tells of a delegation, in words.
const PHRASE: usize = 8;

/// Takes into an actor the delegation that is joined to him before a verb, where no cases tell who acts: it is his, and no party
/// of its own.
pub(super) fn with_delegation(scan: &Scan, items: &[Item], actors: &mut Vec<Actor>) {
    if !scan.pack.features.capitals_alone() || !items.iter().any(|i| i.is_word("delegation")) {
        return;
    }
    for a in 0..actors.len() {
        let Some(actor) = actors.get(a).filter(|a| a.kind.is_person()) else { continue };
        let from = actor.items.end;
        let Some(end) = past_delegation(items, from).filter(|&end| acts(items, end)) else { continue };
        actors[a].items.end = end;
        actors.retain(|o| !(from..end).contains(&o.items.start));
    }
}

/// Where the words end that tell of a delegation from item `from` on.
fn past_delegation(items: &[Item], from: usize) -> Option<usize> {
    let comma = items.get(from)?.is_mark(",");
    let opens = from + usize::from(comma);
    let joins = |i: &Item| i.is_word("and") || i.is_word("with") || matches!(i.what, What::Attendance { .. });
    let small = |i: &Item| {
        matches!(i.what, What::Other { .. } | What::Trigger(_))
            || matches!(&i.what, What::Office(o) if o.position.starts_with("member"))
            || ["pronoun", "determiner", "of", "with", "and"].iter().any(|w| i.is_word(w))
    };
    let near = &items[opens..items.len().min(opens + PHRASE)];
    let team = near.iter().position(|i| i.is_word("delegation"))?;
    if !near[..team].iter().take(2).any(joins) || !near[..team].iter().all(|i| small(i) || joins(i)) {
        return None;
    }
    let behind = opens + team + 1;
    // "The delegation accompanying him".
    let him = items[behind..].iter().take(2).position(|i| i.is_word("pronoun"));
    let end = behind + him.map_or(0, |h| h + 1);
    let closes = items.get(end).is_some_and(|i| i.is_mark(","));
    (closes || !comma).then_some(end + usize::from(comma))
}

/// A verb stands at item `at`, or the words before one.
fn acts(items: &[Item], at: usize) -> bool {
    let small = |i: &&Item| {
        matches!(i.what, What::Time) || ["auxiliary", "future", "planned"].iter().any(|w| i.is_word(w))
    };
    items[at..].iter().find(|i| !small(i)).is_some_and(|i| matches!(i.what, What::Trigger(_)))
}
