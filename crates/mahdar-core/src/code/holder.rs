//! "A chaired a meeting that comprised B and C", "A hosted a meeting with the participation of B": whoever a verb says to have
//! held a meeting was at it, though the list after the noun tells the others alone.

use super::attendance::leads_it;
use super::{Context, Draft};
use crate::Slug;
use crate::detect::person::{Actor, ActorKind};
use crate::detect::{Item, What};
use crate::pack::StateForm;

/// Within how many items before the noun of a meeting its verb stands.
const REACH: usize = 24;

/// Adds whoever held a meeting to those whom its list tells, where nouns have an article and the verb stands first.
pub(super) fn holders(context: &Context, index: usize, out: &mut [Draft]) {
    let sentence = &context.sentences[index];
    if sentence.by_order || !context.scan(sentence).has_article() {
        return;
    }
    for k in 0..out.len() {
        let d = &out[k];
        if d.kind != "MEET" || d.spot != index || d.all_parties().is_empty() {
            continue;
        }
        let Some((verb, party, people)) = holder(context, index, d.at) else { continue };
        let told_by_it = out.iter().any(|o| o.at == verb && !o.nominal && o.spot == index);
        let draft = &mut out[k];
        if told_by_it || draft.all_parties().contains(&party) {
            continue;
        }
        // The list alone filled both sides.
        let [first, second] = &mut draft.camps;
        if !first.parties.is_empty() && !second.parties.is_empty() {
            second.parties.splice(0..0, std::mem::take(&mut first.parties));
            second.seats.splice(0..0, std::mem::take(&mut first.seats));
            second.people |= first.people;
        } else if second.parties.is_empty() {
            std::mem::swap(first, second);
        }
        let part = draft.camps[1].part;
        draft.camps[0].part = if part.is_empty() || part == "guest" { "party" } else { part };
        draft.camps[0].people = !people.is_empty();
        draft.camps[0].parties.push(party);
        leads_it(context, draft, party, people);
    }
}

/// The verb before item `at` that says who held what stands there, and who did.
pub(super) fn holder(context: &Context, index: usize, at: usize) -> Option<(usize, Slug, Vec<usize>)> {
    let sentence = &context.sentences[index];
    let scan = context.scan(sentence);
    let items = &sentence.items;
    let parts = |i: &Item| {
        i.is_mark(";:.")
            || i.is_word("relative")
            || i.is_margin()
            || i.is_word("during")
            || matches!(i.what, What::Attendance { .. })
    };
    let noun = |i: &Item| scan.is_noun_of(i, "MEET") || scan.word(i.start, "gathering").is_some();
    let holds = |i: &Item| {
        !noun(i)
            && (scan.word(i.start, "convenes").is_some()
                || scan.is_verb_of(i, "HOST")
                || scan.is_verb_of(i, "MEET"))
    };
    let from = at.saturating_sub(REACH);
    let verb = (from..at).rev().take_while(|&i| !parts(&items[i])).find(|&i| holds(&items[i]))?;
    // The meeting is what it held, and no verb of something else stands between.
    let between = &items[verb + 1..at];
    let other = |i: &Item| matches!(i.what, What::Trigger(_)) && !noun(i);
    // "A meeting comprised" is one phrase.
    let told = noun(&items[at]) || items[at].end > items[at].start + 1;
    if between.iter().any(other) || !(told || between.iter().any(noun)) {
        return None;
    }
    let acts = |a: &Actor| {
        let stands = match a.kind {
            ActorKind::Person(_) | ActorKind::Official(_) => true,
            ActorKind::State(form) => form == StateForm::Name,
            _ => false,
        };
        stands && a.marker.is_none() && !a.and
    };
    let to = (verb + 1..=at).find(|&i| noun(&items[i])).unwrap_or(at);
    let mut after = sentence.actors.iter().filter(|a| a.items.start > verb && a.items.end <= to);
    let who = match after.next() {
        Some(one) => Some(one).filter(|one| acts(one) && after.all(|a| a.marker.is_some())),
        None => sentence.actors.iter().rfind(|a| a.items.end <= verb && a.items.end + 2 > verb && acts(a)),
    }?;
    Some((verb, context.party(who)?, context.person(who).into_iter().collect()))
}
