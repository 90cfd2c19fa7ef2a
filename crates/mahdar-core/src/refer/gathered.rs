//! Who sat at a gathering of several: a report of one names everybody who was there, in whatever sentence.

use super::{People, only_meeting, stands_by};
use crate::Slug;
use crate::code::{Camp, Context, Draft, LOOK_BACK, Seat, Sentence, join};
use crate::detect::person::{Actor, ActorKind, Named};
use crate::detect::{Item, What};
use crate::pack::Pack;

/// How many sentences behind the one that tells of a gathering name who was there.
const NEAR: usize = 8;

/// How many parties make a gathering.
const MANY: usize = 3;

/// How many parties besides those read must be named where two were read.
const MORE: usize = 2;

/// "A and B held talks. C's minister took part in them": the state of whoever sat there is a party to the talks, where nothing
/// else is told of it.
///
/// An envoy of a third state is a guest there; and whose a name is must be told by the words of the text as well.
pub(crate) fn sat_as_third(
    pack: &Pack,
    states: &[(Slug, usize)],
    drafts: &mut [Draft],
    naming_party: &[Option<Slug>],
    namings: &[Named],
) {
    let talks = |d: &Draft| matches!(d.kind.as_str(), "MEET" | "CALL");
    // Whoever holds an office of a state, and of no organisation.
    let state = |naming: usize| {
        let n = &namings[naming];
        let own = !n.by_place && n.offices().next().is_some();
        let envoy = n.offices().any(|o| pack.envoys.contains(&o.position));
        naming_party[naming]
            .filter(|p| own && !envoy && !p.contains(':') && states.iter().any(|(s, _)| s == p))
    };
    for at in 0..drafts.len() {
        let d = &drafts[at];
        let all = d.all_parties();
        if d.kind != "MEET" || !d.done() || all.len() < 2 {
            continue;
        }
        let told = |p: Slug| {
            let near = &drafts[at.saturating_sub(LOOK_BACK)..drafts.len().min(at + LOOK_BACK)];
            near.iter().any(|o| talks(o) && o.all_parties().contains(&p))
        };
        let third = |c: &Camp| -> Vec<Slug> {
            let there = c.seats.iter().take(LOOK_BACK).filter(|s| !s.principal);
            let seats = there.filter_map(|s| state(s.naming));
            seats.filter(|&p| !all.contains(&p) && !told(p)).collect()
        };
        let more = [third(&d.camps[0]), third(&d.camps[1])];
        for (camp, more) in drafts[at].camps.iter_mut().zip(more) {
            join(&mut camp.parties, more);
        }
    }
}

/// Adds to the gathering that a document is about whoever of another party is named near it and takes part in nothing else.
pub(crate) fn gathered(context: &Context, drafts: &mut [Draft], mains: &[bool], people: &People) {
    let Some(at) = only_meeting(drafts, mains) else { return };
    let parties = drafts[at].all_parties();
    let gathers = || {
        drafts[at].nominal
            || parties.iter().any(|p| p.starts_with("ORG:"))
            || context.sentences[drafts[at].spot].items.iter().any(|i| i.is_word("gathering"))
    };
    let many = parties.len() >= MANY;
    if !many && !gathers() {
        return;
    }
    // "Took part in a meeting in CITY": whose city it is is a party by those of his who are named.
    let place = drafts[at].land();
    let only_there =
        |c: &Camp| c.seats.is_empty() && !c.people && c.parties.iter().all(|p| place == Some(*p));
    let there = drafts[at].camps.iter().any(only_there);
    let found = besides(context, drafts, at, people);
    let mut more: Vec<Slug> = Vec::new();
    join(&mut more, found.iter().map(|(party, _)| *party));
    if !many && more.len() + usize::from(there) < MORE {
        return;
    }
    // "Agreed, in a meeting that they held": so did everybody who was there.
    let (spot, set) = (drafts[at].spot, drafts[at].party_set());
    let agreed = |d: &Draft| d.kind == "AGREE" && d.done() && d.spot == spot && d.party_set() == set;
    let told: Vec<usize> = (0..drafts.len()).filter(|&i| i == at || agreed(&drafts[i])).collect();
    for i in told {
        let camp = &mut drafts[i].camps[1];
        join(&mut camp.parties, more.iter().copied());
        for &(_, naming) in &found {
            if camp.seats.iter().all(|s| context.person_of[s.naming] != context.person_of[naming]) {
                camp.seats.push(Seat { naming, principal: true });
            }
        }
    }
}

/// "Won the prize of Prince NAME": right behind a noun that cannot be a verb, since a preposition is written onto it or another
/// noun stands before it.
fn named_after(sentence: &Sentence, actor: &Actor) -> bool {
    let noun = |i: &Item| matches!(i.what, What::Other { .. });
    let at = actor.items.start;
    actor.marker.is_none()
        && !actor.and
        && at > 1
        && noun(&sentence.items[at - 1])
        && (sentence.items[at - 1].marker != 0 || noun(&sentence.items[at - 2]))
}

/// Who of other parties than those of a meeting is named in its sentence and behind it.
fn besides(context: &Context, drafts: &[Draft], at: usize, people: &People) -> Vec<(Slug, usize)> {
    let parties = drafts[at].all_parties();
    // Whoever called, wrote, travelled or met somebody alone did that.
    let other = |d: &Draft| {
        matches!(
            d.kind.as_str(),
            "CALL" | "MESSAGE" | "SUMMON" | "EXPEL" | "SANCTION" | "FORCE" | "CREDENTIALS"
        ) || d.kind == "MEET" && (d.background || d.status != "happened")
    };
    let busy = people.seated(drafts.iter().filter(|d| other(d)));
    let spot = drafts[at].spot;
    let pack = context.scans[1].pack;
    let mut found: Vec<(Slug, usize)> = Vec::new();
    for sentence in &context.sentences[spot..context.sentences.len().min(spot + NEAR + 1)] {
        if sentence.items.iter().any(|i| matches!(i.what, What::Background)) {
            continue;
        }
        for actor in &sentence.actors {
            let ActorKind::Person(n) = actor.kind else { continue };
            let Some(person) = context.person_of[n] else { continue };
            if actor.is_aside()
                || busy.contains(&person)
                || !context.is_known(actor)
                || named_after(sentence, actor)
            {
                continue;
            }
            let offices = || people.members[person].iter().flat_map(|&m| context.namings[m].offices());
            if offices().any(|o| stands_by(pack, &o.position))
                || offices().next().is_some() && offices().all(|o| o.former)
            {
                continue;
            }
            let Some(party) = context.party(actor) else { continue };
            if !parties.contains(&party) {
                found.push((party, n));
            }
        }
    }
    found
}
