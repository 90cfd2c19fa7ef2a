//! "Received in the presence of A [the ambassador of B]": those who were there stand inside the clause that tells what was done.

use std::ops::Range;

use crate::detect::person::{Actor, ActorKind};
use crate::detect::{Item, Scan, What};
use crate::pack::{StateForm, tags};

/// How many words may tell who was there without naming anybody ("of a great number of journalists").
const OTHERS: usize = 5;

/// Which items of a sentence tell who was there while its clause goes on behind them.
///
/// Only a language whose nouns have cases puts such words between a verb and what it takes without a comma or a preposition.
pub(crate) fn presences(scan: &Scan, items: &[Item], actors: &[Actor]) -> Vec<Range<usize>> {
    if scan.pack.features.capitals_alone() {
        return (2..items.len()).filter_map(|i| behind_verb(items, actors, i)).collect();
    }
    if !scan.pack.features.svo_with_cases() {
        return Vec::new();
    }
    let inside = |i: &usize| matches!(items[*i].what, What::Attendance { inside: true, .. });
    let delegation = |i: usize| items[i.saturating_sub(7)..i].iter().any(|x| x.is_word("delegation"));
    let among = (0..items.len())
        .filter(inside)
        .filter(|&i| !delegation(i))
        .filter_map(|i| Some(i..end_of(items, actors, i)?))
        .filter(|r| goes_on(items, actors, r.end));
    among.chain(before_verb(items, actors)).collect()
}

/// "A with a delegation, [which ministers joined,] met B": the formula opens a clause behind who acts, and his verb, the first of
/// the sentence, follows it.
fn before_verb(items: &[Item], actors: &[Actor]) -> Vec<Range<usize>> {
    let formula = |i: &usize| matches!(items[*i].what, What::Attendance { .. }) && items[*i - 1].is_mark(",");
    let comma = items.iter().position(Item::is_finite).and_then(|verb| {
        let comma = items[..verb].iter().rposition(|i| i.is_mark(","))?;
        // Between the comma and the verb nobody stands who would act himself.
        let free = !actors.iter().any(|a| (comma..verb).contains(&a.items.start) && a.marker.is_none());
        free.then_some(comma)
    });
    let acts = |a: &&Actor| a.kind.is_people() && tags::may_be_nominative(a.tags);
    let (Some(comma), Some(first)) = (comma, actors.iter().filter(acts).map(|a| a.items.end).min()) else {
        return Vec::new();
    };
    (first + 1..comma.saturating_sub(1)).filter(formula).map(|i| i..comma + 1).collect()
}

/// "Met in the presence of A with B", "received, in the presence of A, B", "signed, in the presence of A, a memorandum": the
/// formula at item `formula` stands right behind its verb, and behind those who were there what the verb takes.
fn behind_verb(items: &[Item], actors: &[Actor], formula: usize) -> Option<Range<usize>> {
    if !matches!(items[formula].what, What::Attendance { .. }) {
        return None;
    }
    let comma = items[formula - 1].is_mark(",");
    let verb = Item::is_finite;
    if !verb(&items[formula - 1 - usize::from(comma)]) {
        return None;
    }
    let rest = formula + 1..items.len();
    let end = rest.clone().find(|&i| verb(&items[i]) || items[i].is_mark(";")).unwrap_or(items.len());
    let with = rest.clone().take_while(|&i| i < end).find(|&i| items[i].is_word("with"));
    if with.is_some() || !comma {
        return with.filter(|w| *w > formula + 1).map(|w| formula..w);
    }
    let after = |c: usize| c + 1 + items[c + 1..].iter().take_while(|i| i.is_word("determiner")).count();
    let object = |c: &usize| {
        let next = after(*c);
        let people = actors.iter().any(|a| a.items.start == next && a.kind.is_people() && a.marker.is_none());
        next < end && (people || items[next].is_word("document"))
    };
    (formula + 2..end).rev().filter(|&c| items[c].is_mark(",")).find(object).map(|c| formula..c)
}

/// Behind those who were there stands somebody whom they do not belong to.
fn goes_on(items: &[Item], actors: &[Actor], end: usize) -> bool {
    let apart = |a: &Actor| !a.and && !items[end..a.items.start].iter().any(|i| i.is_mark(",;"));
    actors.iter().find(|a| a.items.start >= end).is_some_and(apart)
}

/// Where the words end that tell who was there.
fn end_of(items: &[Item], actors: &[Actor], formula: usize) -> Option<usize> {
    let from = formula + 1;
    let at = |k: usize| actors.iter().find(|a| a.items.start == k && a.marker.is_none());
    let plain = |i: &&Item| matches!(i.what, What::Other { .. }) || i.is_word("determiner");
    let others = items[from..].iter().take(OTHERS).take_while(plain).take_while(|i| i.marker == 0).count();
    let mut end = from + others;
    match at(end) {
        // "Of journalists [the minister]": an official is nobody's.
        Some(a) if others == 0 || is_owner(a) => end = a.items.end,
        _ if others > 0 => return Some(end),
        _ => return None,
    }
    loop {
        let owner = at(end).filter(|a| is_owner(a) || matches!(a.kind, ActorKind::Both));
        let joined = || {
            let and = items.get(end)?;
            (and.is_word("and") || and.is_mark(",")).then(|| at(end + 1)).flatten().filter(|a| oblique(a))
        };
        match owner.or_else(joined) {
            Some(a) => end = a.items.end,
            None => return Some(end),
        }
    }
}

/// A state or a body in the genitive, whose the noun before it is.
fn is_owner(actor: &Actor) -> bool {
    matches!(
        actor.kind,
        ActorKind::State(StateForm::Name) | ActorKind::Organisation | ActorKind::Institution { .. }
    ) && oblique(actor)
}

fn oblique(actor: &Actor) -> bool {
    actor.tags & tags::GEN != 0 || actor.tags & tags::CASES == 0
}
