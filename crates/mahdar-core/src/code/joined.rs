//! "A joined B and C in expelling": who does what others do.

use super::{Context, Draft, Seat};
use crate::detect::What;
use crate::detect::person::Actor;

/// How many items may stand between the verb of joining and what is done.
const REACH: usize = 24;

/// Whoever joins others in doing something does it with them: he stands first on their side.
pub(super) fn joined(context: &Context, index: usize, drafts: &mut [Draft]) {
    let sentence = &context.sentences[index];
    if !sentence.by_order || drafts.is_empty() {
        return;
    }
    let scan = context.scan(sentence);
    let items = &sentence.items;
    for d in drafts.iter_mut().filter(|d| !d.nominal && d.at > 2 && items[d.at - 1].is_word("in")) {
        let from = d.at.saturating_sub(REACH);
        let joins = |&i: &usize| scan.word(items[i].start, "joins").is_some();
        let Some(verb) = (from..d.at - 1).rev().find(joins) else { continue };
        if items[verb + 1..d.at - 1]
            .iter()
            .any(|i| matches!(i.what, What::Trigger(_)) || i.is_word("relative"))
        {
            continue;
        }
        let who = |a: &&Actor| a.items.end <= verb && a.marker.is_none();
        let party = sentence.actors.iter().rfind(who).and_then(|a| context.party(a));
        let side = &mut d.camps[d.leads];
        let known = |p: &crate::Slug| side.parties.contains(p);
        if let Some(party) = party.filter(|p| !known(p))
            && !side.parties.is_empty()
            && !d.camps[1 - d.leads].parties.contains(&party)
        {
            d.camps[d.leads].parties.insert(0, party);
        }
    }
}

/// "The envoy of A was called in, as was that of B": who is named behind such words did or suffered what the subject did.
pub(super) fn likewise(context: &Context, index: usize, drafts: &mut [Draft]) {
    let sentence = &context.sentences[index];
    if !sentence.by_order || drafts.is_empty() {
        return;
    }
    let scan = context.scan(sentence);
    let items = &sentence.items;
    let Some(at) = items.iter().position(|i| scan.word(i.start, "likewise").is_some_and(|m| m.end == i.end))
    else {
        return;
    };
    let told = |d: &&mut Draft| !d.nominal && !d.background && d.at < at && at - d.at < REACH;
    let Some(d) = drafts.iter_mut().rev().find(told) else { return };
    // Who stands before the verb, whatever he does or suffers.
    let before = |a: &&Actor| a.items.end <= d.at && a.marker.is_none();
    let subject = sentence.actors.iter().rfind(before).and_then(|a| context.party(a));
    let side = subject.and_then(|p| d.camps.iter().position(|c| c.parties.contains(&p))).unwrap_or(d.leads);
    let clause = items[at + 1..].iter().position(|i| i.is_mark(",;:") || i.is_word("relative"));
    let ends = clause.map_or(items.len(), |c| at + 1 + c);
    for actor in sentence.actors.iter().filter(|a| a.items.start > at && a.items.end <= ends) {
        let party = context.party(actor).filter(|p| !d.camps.iter().any(|c| c.parties.contains(p)));
        if let Some(party) = party.filter(|_| actor.marker.is_none() || actor.and) {
            d.camps[side].parties.push(party);
            if let Some(naming) = context.person(actor) {
                d.camps[side].seats.push(Seat { naming, principal: true });
            }
        }
    }
}
