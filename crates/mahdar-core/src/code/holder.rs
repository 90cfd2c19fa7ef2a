//! "A chaired a meeting that comprised B and C", "A hosted a meeting with the participation of B": whoever a verb says to have
//! held a meeting was at it, though the list after the noun tells the others alone.

use super::attendance::leads_it;
use super::{Camp, Context, Draft, Seat};
use crate::Slug;
use crate::detect::person::{Actor, ActorKind};
use crate::detect::{Item, What};
use crate::pack::StateForm;

/// Within how many items before the noun of a meeting its verb stands.
const REACH: usize = 24;

/// Within how many items before the verb of the talks the noun may stand that says who was host.
const NOUN: usize = 6;

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

/// "A hosted a meeting of the ministers of B and C", "a meeting hosted by the minister of A brought together B and C": who was
/// host to others met them, where order tells who acts.
pub(super) fn hosts(context: &Context, index: usize, out: &mut [Draft]) {
    let sentence = &context.sentences[index];
    if !sentence.by_order {
        return;
    }
    for k in 0..out.len() {
        let (d, all) = (&out[k], out[k].all_parties());
        if d.kind != "MEET" || d.spot != index || d.each_other || all.len() < 2 || !d.done() {
            continue;
        }
        let holds = |o: &&Draft| {
            let others = o.camps[1].parties.len() == all.len();
            o.kind == "HOST" && o.status == "happened" && o.at < d.at && others
        };
        // "They saw each other in July, when C hosted a summit of A and B": what is told behind other talks is no news.
        let is_first =
            |o: &&Draft| !out.iter().any(|t| matches!(t.kind.as_str(), "MEET" | "CALL") && t.at < o.at);
        let same = |o: &&Draft| o.camps[1].parties.iter().all(|p| all.contains(p));
        let active = out.iter().find(holds).filter(same).filter(is_first);
        let held_by =
            || held_by(context, index, d.at).map(|(party, who)| Camp { seats: who, ..Camp::of(party) });
        let Some(host) = active.map(|o| o.camps[0].clone()).or_else(held_by) else { continue };
        if host.parties.is_empty() || host.parties.iter().any(|p| all.contains(p)) {
            continue;
        }
        let [first, second] = &mut out[k].camps;
        second.parties.splice(0..0, std::mem::take(&mut first.parties));
        second.seats.splice(0..0, std::mem::take(&mut first.seats));
        (first.parties, first.seats, first.people) = (host.parties, host.seats, true);
    }
}

/// By whom the talks at item `at` were hosted, where an official is named right behind the participle.
fn held_by(context: &Context, index: usize, at: usize) -> Option<(Slug, Vec<Seat>)> {
    let sentence = &context.sentences[index];
    let scan = context.scan(sentence);
    let items = &sentence.items;
    let talks = |i: &Item| scan.is_noun_of(i, "MEET") || scan.word(i.start, "gathering").is_some();
    // "Talks in CITY hosted by": the noun stands before it, and nothing but a place and a time between.
    let around = |i: &&Item| {
        matches!(i.what, What::Time | What::State { .. }) || ["in", "at", "on"].iter().any(|w| i.is_word(w))
    };
    let of_talks = |verb: usize| items[..verb].iter().rev().find(|i| !around(i)).is_some_and(talks);
    let holds = |i: &usize| items[*i].is_word("leads") && of_talks(*i);
    let verb = (at.saturating_sub(NOUN)..items.len().min(at + REACH)).find(holds)?;
    let behind = |a: &&Actor| a.items.start > verb && a.items.start < verb + 4;
    let who = sentence.actors.iter().find(behind).filter(|a| a.kind.is_person() && !a.plural)?;
    let seats = context.person(who).map(|naming| Seat { naming, principal: true });
    Some((context.party(who)?, seats.into_iter().collect()))
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
