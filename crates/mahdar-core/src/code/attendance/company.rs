//! "With the president of A – the minister B and the adviser C", "beside X sat B and C", "in A's delegation – B": whom a
//! sentence without a formula names in a row beside somebody who met.
//!
//! Only where nouns have cases: who was with somebody stands in another case than those who were with him.

use std::ops::Range;

use super::{attended, draft_side, principal, seat};
use crate::Slug;
use crate::code::{Context, Draft, Sentence};
use crate::detect::person::{Actor, ActorKind};
use crate::detect::{Item, Scan, What};
use crate::pack::{StateForm, TriggerForm, tags};

/// Within how many items of the beginning stands the one beside whom others are named.
const OPENS: usize = 8;

/// So many people make a list of a sentence that tells nothing else.
const LIST: usize = 3;

/// Within how many sentences after the meeting such a list stands.
const FAR: usize = 4;

/// How many items may stand between him and the row, and between the mark and the first of the row.
const GAP: usize = 6;

/// Seats those whom a sentence names in a row beside one of a side.
pub(super) fn read(context: &Context, index: usize, drafts: &mut [Draft]) {
    let sentence = &context.sentences[index];
    if sentence.scan == 0 || !context.scan(sentence).pack.features.svo_with_cases() {
        return;
    }
    let Some((with, row)) = rows(context, sentence, 0) else {
        return list_alone(context, index, drafts);
    };
    let party = party(context, with);
    let told: Vec<Slug> = party.into_iter().collect();
    let before = |d: &&mut Draft| d.spot != index || d.at < with.items.start;
    let Some(draft) = attended(index, row.start, false, drafts, &told).filter(before) else {
        return;
    };
    let Some(mut side) = side(context, with, draft) else { return };
    let mut at = row;
    loop {
        for naming in people(context, sentence, &at) {
            sit(context, draft, naming, Some(side));
        }
        // "… , with the B-ian one – C".
        let Some((with, next)) = rows(context, sentence, at.end) else { return };
        let Some(other) = self::side(context, with, draft) else { return };
        (side, at) = (other, next);
    }
}

/// Seats somebody on the side of his own party, else on the given one.
fn sit(context: &Context, draft: &mut Draft, naming: usize, side: Option<usize>) {
    let told = context.namings[naming].party.filter(|_| !context.namings[naming].by_place);
    let side = match draft_side(context, draft, naming) {
        None if told.is_some() => None,
        own => own.or(side),
    };
    if let Some(side) = side {
        seat(context, draft, naming, side, false, "company");
    }
}

/// "These are A (the minister of X), B (the adviser), C": a sentence that only names several people, each in the nominative.
fn list_alone(context: &Context, index: usize, drafts: &mut [Draft]) {
    let sentence = &context.sentences[index];
    let scan = context.scan(sentence);
    let people: Vec<&Actor> = sentence.actors.iter().filter(|a| context.person(a).is_some()).collect();
    let [first, .., last] = people[..] else { return };
    let plain = |a: &&&Actor| a.marker.is_none() && tags::may_be_nominative(a.tags);
    let said = |i: &Item| i.is_word("saying") || i.is_word("negation");
    let verb = |i: &Item| acts(scan, i);
    let named = people.iter().filter(plain).count();
    if named < LIST
        || named + 1 < people.len()
        || sentence.items.iter().any(said)
        || sentence.items[first.items.start..last.items.end].iter().any(verb)
    {
        return;
    }
    let before = sentence.actors.iter().rev().filter(|a| a.items.end <= first.items.start);
    let code = before.clone().find_map(|a| context.party(a));
    let told: Vec<Slug> = code.into_iter().collect();
    let Some(draft) = attended(index, first.items.start, false, drafts, &told) else { return };
    if draft.spot == index || draft.spot + FAR < index || draft.kind != "MEET" {
        return;
    }
    let side = code.and_then(|c| draft.slot_of(&c));
    for naming in people.iter().filter_map(|a| context.person(a)) {
        sit(context, draft, naming, side);
    }
}

/// The party of the one beside whom others are named.
fn party(context: &Context, with: &Actor) -> Option<Slug> {
    let held = || context.holder(with).and_then(|n| context.naming_party[n]);
    context.party(with).or_else(held)
}

/// His side of what was told.
fn side(context: &Context, with: &Actor, draft: &Draft) -> Option<usize> {
    let heads = context.naming(with).and_then(|n| principal(context, draft, n));
    heads.or_else(|| draft.slot_of(&party(context, with)?))
}

/// The first from item `from` on beside whom others are named, and where their row stands.
fn rows<'a>(context: &Context, sentence: &'a Sentence, from: usize) -> Option<(&'a Actor, Range<usize>)> {
    // "Four on each side: with the president came".
    let colon = |a: &Actor| a.items.start > 1 && sentence.items[a.items.start - 2].is_mark(":;");
    let near = |a: &&Actor| a.items.start >= from && (from > 0 || a.items.start < OPENS || colon(a));
    sentence.actors.iter().filter(near).find_map(|a| Some((a, row(context, sentence, from, a)?)))
}

/// The row of those who were with somebody.
fn row(context: &Context, sentence: &Sentence, from: usize, with: &Actor) -> Option<Range<usize>> {
    let items = &sentence.items;
    let scan = context.scan(sentence);
    let told = |i: &Item| i.is_word("saying") || i.is_word("negation") || acts(scan, i);
    let of_side = match &with.kind {
        ActorKind::Person(_) | ActorKind::Official(_) | ActorKind::Delegation => true,
        ActorKind::State(form) => matches!(form, StateForm::Name | StateForm::Adjective),
        _ => false,
    };
    let end = with.items.end;
    let from = items[..with.items.start].iter().rposition(|i| i.is_mark(":")).map_or(from, |c| from.max(c));
    if !of_side || with.plural || items.get(from..end).unwrap_or_default().iter().any(told) {
        return None;
    }
    // "The delegation of A is made up by", "A's company was": whose those are who follow.
    let whose = with.marker.is_none() && with.tags & (tags::GEN | tags::ACC) != 0;
    let beside = whose || is_beside(with);
    let oblique = with.tags & tags::NOM == 0;
    let quiet = |i: &Item| {
        matches!(i.what, What::Other { .. } | What::Time | What::Trigger(_))
            || matches!(&i.what, What::Word { work, .. } if work != "relative")
    };
    let gap = items[end..].iter().take(GAP).take_while(|i| quiet(i)).count();
    let mark = items.get(end + gap).filter(|i| i.is_mark("-–—:"));
    let first = |start: usize, gap: usize| {
        let near = |a: &&Actor| a.items.start >= start && a.items.start <= start + gap;
        let a = sentence.actors.iter().find(|a| a.items.start >= start).filter(near)?;
        let nominative = tags::may_be_nominative(a.tags);
        (context.person(a).is_some() && a.marker.is_none() && nominative).then_some(a.items.start)
    };
    let (start, least) = match mark {
        // "A: B and C said": where he himself is the subject, a row of two at least.
        Some(m) if m.is_mark(":") => (end + gap + 1, if oblique { 1 } else { 2 }),
        Some(_) if oblique && gap <= 3 => (end + gap + 1, 1),
        None if beside && oblique && gap > 0 => (end + 1, 2),
        _ => return None,
    };
    first(start, GAP)?;
    // The row ends before a verb, or before the next beside whom others stand.
    let next = |a: &&Actor| a.items.start > start && is_beside(a) && !matches!(a.kind, ActorKind::Person(_));
    let next = sentence.actors.iter().find(next).map_or(items.len(), |a| a.items.start);
    let verb = |i: &Item| {
        told(i) || matches!(&i.what, What::Trigger(o) if o.iter().any(|(_, f)| *f == TriggerForm::Past))
    };
    let row = start..next;
    let listed: Vec<&Actor> = sentence.actors.iter().filter(|a| row.contains(&a.items.start)).collect();
    let listed = listed.into_iter().filter(|a| context.person(a).is_some());
    let last = listed.clone().map(|a| a.items.end).max()?;
    let quiet = match mark {
        Some(_) => !items[start..last].iter().any(verb),
        None => !items[start..last].iter().any(told),
    };
    (quiet && listed.count() >= least).then_some(start..last)
}

/// A verb of anything but coming.
fn acts(scan: &Scan, item: &Item) -> bool {
    matches!(&item.what, What::Trigger(o)
        if o.iter().any(|&(f, form)| !form.is_noun() && scan.pack.frames[f].kind != "VISIT"))
}

/// "With A", "beside A", "from A".
fn is_beside(a: &Actor) -> bool {
    matches!(a.marker.as_deref(), Some("with" | "at" | "from"))
}

/// Those who are named in the row.
fn people(context: &Context, sentence: &Sentence, row: &Range<usize>) -> Vec<usize> {
    let inside = |a: &&Actor| row.contains(&a.items.start);
    let joined = |a: &&Actor| matches!(a.marker.as_deref(), None | Some("with"));
    sentence.actors.iter().filter(inside).filter(joined).filter_map(|a| context.person(a)).collect()
}
