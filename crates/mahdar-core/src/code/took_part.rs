//! Who took part in a gathering, told in the sentence after it, where verbs stand last.

use super::attendance::{chair, join, leads_it, presided, seat, tells_gathering};
use super::{Context, Draft, LOOK_BACK, Sentence, setting};
use crate::Slug;
use crate::detect::person::{Actor, ActorKind};
use crate::detect::{Item, Scan, What};
use crate::pack::tags;

/// How many sentences before the list may tell the gathering.
const TOLD_BEFORE: usize = 2;

/// "Under the chairmanship of A the session of X was held. In the session B, C and D took part": they took part in the
/// session that was told, with whoever led it, on its day.
pub(crate) fn took_part(context: &Context, index: usize, found: &mut Vec<Draft>, drafts: &mut [Draft]) {
    let sentence = &context.sentences[index];
    if !sentence.verb_last || sentence.scan == 0 {
        return;
    }
    let of_many = |d: &Draft| {
        d.kind == "MEET" && d.done() && d.spot == index && d.mode.is_some_and(|m| m == "multilateral")
    };
    let Some(list) = found.iter().position(of_many) else { return };
    // "A, B and C made speeches": where their words name no gathering, at the one told before.
    let scan = context.scan(sentence);
    let unnamed = || found[list].all_parties().len() > 1 && !sentence.items.iter().any(|i| told_by(scan, i));
    if !refers_back(scan, sentence) && !unnamed() {
        return;
    }
    let near = index.saturating_sub(TOLD_BEFORE);
    let session = |s: usize| {
        let lead = &context.sentences[s];
        lead.scan == 1
            && (tells_gathering(context.scan(lead), lead)
                || presided(context, s).is_some()
                || met_several(context, s).is_some())
    };
    let held = |d: &&mut Draft| {
        d.kind == "MEET" && d.done() && !d.background && !d.in_title() && (near..index).contains(&d.spot)
    };
    if let Some(kept) = drafts.iter_mut().rev().take(LOOK_BACK).find(held).filter(|d| session(d.spot)) {
        let told = found.remove(list);
        // "The summit was held in CITY": where it was, and no party, where a list tells those who came.
        let place = kept.land();
        for camp in kept.camps.iter_mut().filter(|c| c.seats.is_empty() && !c.people) {
            camp.parties.retain(|p| place != Some(*p));
        }
        if kept.camps[0].parties.is_empty() {
            kept.camps.swap(0, 1);
        }
        join(&mut kept.camps[1].parties, told.all_parties());
        let first = kept.camps[0].parties.clone();
        kept.camps[1].parties.retain(|p| !first.contains(p));
        for s in told.camps.iter().flat_map(|c| &c.seats) {
            let party = context.naming_party[s.naming];
            let slot = usize::from(party.is_none_or(|p| !first.contains(&p)));
            seat(context, kept, s.naming, slot, false, "took-part");
        }
        kept.unordered = true;
        for (party, people) in (kept.spot + 1..index).filter_map(|s| chair(context, s)) {
            leads_it(context, kept, party, people);
        }
        return;
    }
    let Some(spot) = (near..index).rev().find(|&s| session(s)) else { return };
    let draft = &mut found[list];
    let opened = (spot..index).filter_map(|s| chair(context, s));
    let met = (spot..index).filter_map(|s| met_several(context, s));
    for (party, people) in presided(context, spot).into_iter().chain(opened).chain(met) {
        leads_it(context, draft, party, people);
    }
    for spot in (near..=spot).rev().filter(|&s| session(s)) {
        let lead = &context.sentences[spot];
        let noun = lead.items.iter().position(|i| told_by(context.scan(lead), i));
        setting::add_from(context, spot, noun.unwrap_or(lead.items.len() - 1), draft);
    }
}

/// "The minister met, or received, the envoys of several states. To the meeting came A's envoy, B's": whoever met those who are listed.
pub(super) fn met_several(context: &Context, index: usize) -> Option<(Slug, Vec<usize>)> {
    let sentence = &context.sentences[index];
    let scan = context.scan(sentence);
    if !sentence.items.iter().any(|i| scan.is_verb_of(i, "MEET")) {
        return None;
    }
    let several = |a: &Actor| {
        let met = a.tags & (tags::INS | tags::ACC) != 0;
        // "The heads of five states", whom the list names.
        let heads = matches!(a.kind, ActorKind::Official(_)) && a.plural || matches!(a.kind, ActorKind::Both);
        heads && a.party.is_none() && met
    };
    let acts = |a: &&Actor| {
        matches!(a.kind, ActorKind::Person(_) | ActorKind::Official(_))
            && a.tags & tags::CASES & !tags::NOM == 0
            && !several(a)
    };
    let mut who = sentence.actors.iter().filter(acts);
    let (Some(one), None) = (who.next(), who.next()) else { return None };
    let party = context.party(one).or(context.home)?;
    let naming = context.naming(one);
    sentence.actors.iter().any(several).then(|| (party, naming.into_iter().collect()))
}

/// A gathering, or a noun for a meeting.
fn told_by(scan: &Scan, item: &Item) -> bool {
    scan.word(item.start, "gathering").is_some() || scan.is_noun_of(item, "MEET")
}

/// The list opens with the gathering, and nobody is named before whose it could be.
fn refers_back(scan: &Scan, sentence: &Sentence) -> bool {
    let names =
        |a: &&Actor| a.party.is_some() || matches!(a.kind, ActorKind::Person(_) | ActorKind::Official(_));
    // "[To the] session [held under] A", "that A chairs": whoever leads it stands before it.
    let leads = |a: &Actor| match sentence.items.get(a.items.end..) {
        Some([by, ..]) if by.is_kind("by", "chair") => true,
        Some([verb, noun, ..]) => matches!(verb.what, What::Trigger(_)) && told_by(scan, noun),
        _ => false,
    };
    let first = sentence.actors.iter().filter(|a| !leads(a)).find(names).map_or(0, |a| a.items.start);
    let to = |i: &Item| told_by(scan, i) && (i.tags | scan.ending(i.end - 1)) & tags::DAT != 0;
    let named = sentence.items[..first].iter().any(to);
    // "In it A took part".
    named || (1..3).contains(&first) && !sentence.items[first..].iter().any(|i| told_by(scan, i))
}
