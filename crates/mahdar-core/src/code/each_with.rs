//! With whom else somebody met: "A with B, who came from X, with C, and with D, who leads the house, met", "met first with B, and
//! then with C". Whoever stands in the case of company, or behind the same preposition, met as well.

use super::attendance::{join, seat};
use super::{Context, Draft, Sentence, arguments};
use crate::detect::person::Actor;
use crate::detect::{Item, What};
use crate::pack::{TriggerForm, tags};

/// Gives the meeting or call that a sentence ends with everybody with whom it was.
pub(crate) fn each_with(context: &Context, index: usize, found: &mut [Draft]) {
    let sentence = &context.sentences[index];
    let talks = |d: &Draft| {
        matches!(d.kind.as_str(), "MEET" | "CALL") && !d.nominal && d.spot == index && !d.background
    };
    for draft in found.iter_mut().filter(|d| talks(d)) {
        if sentence.verb_last {
            before_the_verb(context, sentence, draft);
        } else {
            behind_the_verb(context, sentence, draft);
        }
    }
}

/// "Met first with the ambassador of A, and then with that of B".
fn behind_the_verb(context: &Context, sentence: &Sentence, draft: &mut Draft) {
    if context.scan(sentence).pack.features.order != "svo" {
        return;
    }
    let with =
        |a: &&Actor| a.items.start > draft.at && a.marker.is_some_and(|m| m == "with") && a.kind.is_people();
    let all: Vec<&Actor> = sentence.actors.iter().filter(with).collect();
    let Some(first) = all.first().and_then(|a| context.party(a)) else { return };
    let Some(slot) = draft.slot_of(&first) else { return };
    let next = |two: &[&Actor]| {
        let between = &sentence.items[two[0].items.end..two[1].items.start.max(two[0].items.end)];
        let links = |i: &Item| {
            matches!(i.what, What::Other { .. } | What::Time | What::Mark(','))
                || ["and", "but", "goes-on", "with", "determiner"].iter().any(|w| i.is_word(w))
        };
        between.iter().all(links) && between.iter().any(|i| i.is_word("and") || i.is_word("but"))
    };
    for two in all.windows(2).take_while(|two| next(two)) {
        let theirs: Vec<_> =
            context.parties(two[1]).filter(|p| !draft.camps[1 - slot].parties.contains(p)).collect();
        let naming = context.person(two[1]).filter(|_| !theirs.is_empty());
        join(&mut draft.camps[slot].parties, theirs);
        if let Some(naming) = naming {
            seat(context, draft, naming, slot, true, "with");
        }
    }
}

/// "With A, who came from X, and with B, who leads the house, met".
fn before_the_verb(context: &Context, sentence: &Sentence, draft: &mut Draft) {
    let with = |a: &&Actor| a.tags & tags::INS != 0 && a.kind.is_people() && a.items.end <= draft.at;
    let mut all: Vec<&Actor> = sentence.actors.iter().filter(with).collect();
    let Some(last) = all.pop() else { return };
    let Some(slot) = context.party(last).and_then(|p| draft.slot_of(&p)) else { return };
    let mut next = last;
    for one in all.into_iter().rev() {
        let Some(party) = context.party(one).filter(|_| goes_on(context, sentence, one, next)) else { break };
        next = one;
        if draft.camps[1 - slot].parties.contains(&party) {
            continue;
        }
        join(&mut draft.camps[slot].parties, [party]);
        if let Some(naming) = context.person(one) {
            seat(context, draft, naming, slot, true, "with");
        }
    }
}

/// Between two of those met stand a mark or "and", and clauses that describe the second: nobody else acts, and no verb ends
/// its clause.
fn goes_on(context: &Context, sentence: &Sentence, one: &Actor, next: &Actor) -> bool {
    let between = one.items.end..next.items.start.max(one.items.end);
    let ends = |i: usize| {
        let item = &sentence.items[i];
        let describes = |o: &[(usize, TriggerForm)]| {
            o.iter().any(|(_, f)| *f == TriggerForm::Participle) || arguments::runs_on(sentence, i)
        };
        match &item.what {
            What::Trigger(o) => !o.iter().all(|(_, f)| f.is_noun()) && !describes(o),
            _ => item.is_mark(";:.") || item.is_word("saying"),
        }
    };
    let acts = |a: &Actor| {
        between.contains(&a.items.start)
            && context.person(a).is_some()
            && a.marker.is_none()
            && a.tags & tags::CASES & !tags::NOM == 0
    };
    let joined = |i: &Item| i.is_mark(",") || i.is_word("and");
    sentence.items[between.clone()].iter().any(joined)
        && !between.clone().any(ends)
        && !sentence.actors.iter().any(acts)
}
