//! Who was at somebody's side, told by a verb or a preposition of his own: "A and B joined X", "X, who had A at his side",
//! "visited the port together with A".
//!
//! The word stands between those who were there and him with whom they were, so it asks for both.

use super::attendance::{draft_side, principal, seat};
use super::{Context, Draft, LOOK_BACK, Sentence};
use crate::detect::person::{Actor, ActorKind};
use crate::detect::{Item, What};

/// Adds those who stood beside somebody to the event in which he sits.
pub(super) fn beside(context: &Context, index: usize, drafts: &mut [Draft]) {
    let sentence = &context.sentences[index];
    if sentence.verb_last || sentence.actors.is_empty() {
        return;
    }
    let scan = context.scan(sentence);
    for at in 0..sentence.items.len() {
        if sentence.items[at].is_kind("with", "along") {
            along(context, index, at, drafts);
        } else if sentence.by_order && sentence.items[at].is_word("by") {
            and_by(context, index, at, drafts);
        } else if !sentence.by_order || at == 0 {
            continue;
        } else if let Some(word) = scan.word(sentence.items[at].start, "beside") {
            let end = sentence.items.partition_point(|i| i.start < word.end);
            stood_by(context, index, at..end, drafts);
        }
    }
}

/// "A and B joined X", "X, who had A and B at his side".
fn stood_by(context: &Context, index: usize, word: std::ops::Range<usize>, drafts: &mut [Draft]) {
    let sentence = &context.sentences[index];
    let (people, first) = listed_before(context, sentence, word.start);
    if people.is_empty() {
        return;
    }
    let had = sentence.items[..first].iter().rposition(|i| !is_small(i));
    let owner = match had.filter(|&i| sentence.items[i].is_word("auxiliary")) {
        // "Who had A at his side": whoever stands before the verb.
        Some(had) => sentence.actors.iter().rfind(|a| a.items.end <= had),
        None => sentence.actors.iter().find(|a| (word.end..word.end + 2).contains(&a.items.start)),
    };
    // "The minister received B, with A at his side": whoever received.
    let with = |a: &Actor| a.items.start == first && first > 0 && a.marker.as_deref() == Some("with");
    if owner.is_none() && sentence.actors.iter().any(with) {
        let here = |d: &Draft| d.spot == index && d.kind == "MEET" && d.at < first && d.done();
        if let Some(draft) = drafts.iter_mut().rev().find(|d| here(d)) {
            let host = draft.camps.iter().position(|c| c.part == "host");
            let slot = host.unwrap_or(draft.leads.min(1));
            for naming in people {
                sit(context, draft, naming, slot);
            }
        }
        return;
    }
    let Some(owner) = owner else { return };
    let seated = |d: &Draft| match owner.kind {
        ActorKind::Person(n) => principal(context, d, n),
        ActorKind::Official(_) | ActorKind::Pronoun => {
            let party = context.party(owner)?;
            d.slot_of(&party)
        }
        _ => None,
    };
    let met = |d: &Draft| matches!(d.kind.as_str(), "MEET" | "CALL" | "SIGN") && d.status != "denied";
    let Some((draft, slot)) = drafts.iter_mut().rev().take(LOOK_BACK).filter(|d| met(d)).find_map(|d| {
        let slot = seated(d)?;
        Some((d, slot))
    }) else {
        return;
    };
    for naming in people {
        sit(context, draft, naming, slot);
    }
}

/// "He was received by A and afterwards by B": B received him as A did.
fn and_by(context: &Context, index: usize, at: usize, drafts: &mut [Draft]) {
    let sentence = &context.sentences[index];
    let items = &sentence.items;
    let Some(actor) = sentence.actors.iter().find(|a| a.items.start == at + 1) else { return };
    let Some(naming) = context.person(actor) else { return };
    let time =
        |i: &Item| matches!(i.what, What::Other { .. } | What::Time) || i.is_mark(",") || i.is_word("after");
    let link = items[..at].iter().rposition(|i| !time(i)).filter(|&i| items[i].is_word("and"));
    let Some(link) = link.filter(|&i| i > 0) else { return };
    let received = |d: &Draft| d.kind == "MEET" && d.spot == index && d.at < link && !d.nominal && d.done();
    let first = sentence.actors.iter().rfind(|a| {
        a.items.end <= link && a.marker.as_deref() == Some("by") && items[a.items.end..link].iter().all(time)
    });
    let Some(host) = first.and_then(|a| context.person(a)) else { return };
    for draft in drafts.iter_mut().filter(|d| received(d)) {
        if let Some(slot) = principal(context, draft, host) {
            let party = context.naming_party[naming];
            if party.is_none_or(|p| draft.camps[slot].parties.contains(&p)) {
                seat(context, draft, naming, slot, true, "and-by");
            }
        }
    }
}

/// "He visited the port together with A": A was there, and in what the sentence tells of him after it.
fn along(context: &Context, index: usize, at: usize, drafts: &mut [Draft]) {
    let sentence = &context.sentences[index];
    let mut people: Vec<usize> = Vec::new();
    let mut end = at + 1;
    for actor in sentence.actors.iter().filter(|a| a.items.start > at) {
        // "Together with the incoming consul".
        let told =
            |i: &Item| is_small(i) || people.is_empty() && matches!(i.what, What::Other { common: true });
        if !sentence.items[end.min(actor.items.start)..actor.items.start].iter().all(told) {
            break;
        }
        let Some(naming) = context.person(actor) else { break };
        people.push(naming);
        end = actor.items.end;
    }
    let recent = drafts.len().saturating_sub(LOOK_BACK);
    let here = &mut drafts[recent..];
    // "Met B and signed, together with A, an agreement": A is the other party to it.
    let sits = |d: &Draft, n: usize| {
        d.spot == index && d.kind == "SIGN" && d.camps.iter().any(|c| c.seats.iter().any(|s| s.naming == n))
    };
    people.retain(|&n| !here.iter().any(|d| sits(d, n)));
    let told =
        |d: &Draft| d.spot == index && matches!(d.kind.as_str(), "MEET" | "VISIT" | "COOPERATE" | "SIGN");
    // Where nouns have cases the verb may stand behind those who were there.
    if !here.iter().any(|d| told(d) && (d.at < at || !sentence.by_order)) {
        return;
    }
    for draft in here.iter_mut().filter(|d| told(d)) {
        let slot = draft.leads.min(1);
        for &naming in &people {
            // Whoever goes somewhere with others goes with his own.
            let party = context.naming_party[naming];
            if draft.kind != "VISIT" || party.is_none_or(|p| draft.camps[slot].parties.contains(&p)) {
                sit(context, draft, naming, slot);
            }
        }
    }
}

/// On the side of his own party, else on the given one.
fn sit(context: &Context, draft: &mut Draft, naming: usize, slot: usize) {
    let known = context.naming_party[naming].is_some() && !context.namings[naming].by_place;
    match draft_side(context, draft, naming) {
        None if known => {}
        own => seat(context, draft, naming, own.unwrap_or(slot), false, "beside"),
    }
}

/// Those named in a row right before the item, and where the row begins.
fn listed_before(context: &Context, sentence: &Sentence, at: usize) -> (Vec<usize>, usize) {
    let mut people: Vec<usize> = Vec::new();
    let mut start = at;
    for actor in sentence.actors.iter().rev().filter(|a| a.items.end <= at) {
        let gap = &sentence.items[actor.items.end.min(start)..start];
        let to_verb =
            |i: &Item| is_small(i) || i.is_word("auxiliary") || matches!(i.what, What::Other { .. });
        let joined = if people.is_empty() {
            gap.len() < 3 && gap.iter().all(to_verb)
        } else {
            gap.iter().all(is_small)
        };
        let Some(naming) = context.person(actor).filter(|_| joined) else { break };
        people.push(naming);
        start = actor.items.start;
    }
    people.reverse();
    (people, start)
}

fn is_small(item: &Item) -> bool {
    item.is_mark(",") || item.is_word("and") || item.is_word("determiner") || item.is_word("by")
}
