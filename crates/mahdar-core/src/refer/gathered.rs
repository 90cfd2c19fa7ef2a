//! Who sat at a gathering of several: a report of one names everybody who was there, in whatever sentence.

use super::People;
use crate::Slug;
use crate::code::{Context, Draft, Seat};
use crate::detect::What;
use crate::detect::person::ActorKind;

/// How many sentences behind the one that tells of a gathering name who was there.
const NEAR: usize = 8;

/// How many parties make a gathering.
const MANY: usize = 3;

/// How many parties besides those read must be named where two were read.
const MORE: usize = 2;

/// Adds to the gathering that a document is about whoever of another party is named near it and takes part in nothing else.
pub(crate) fn gathered(context: &Context, drafts: &mut [Draft], mains: &[bool], people: &People) {
    let met =
        |(_, (d, main)): &(usize, (&Draft, &bool))| **main && d.kind == "MEET" && d.status == "happened";
    let mut meetings = drafts.iter().zip(mains).enumerate().filter(met);
    let (Some((at, _)), None) = (meetings.next(), meetings.next()) else { return };
    let parties = drafts[at].all_parties();
    let found = besides(context, drafts, at, people);
    let mut more: Vec<Slug> = Vec::new();
    crate::code::join(&mut more, found.iter().map(|(party, _)| *party));
    let gathers = drafts[at].nominal
        || parties.iter().any(|p| p.starts_with("ORG:"))
        || context.sentences[drafts[at].spot].items.iter().any(|i| i.is_word("gathering"));
    if parties.len() < MANY && (more.len() < MORE || !gathers) {
        return;
    }
    for (party, naming) in found {
        let camp = &mut drafts[at].camps[1];
        if !camp.parties.contains(&party) {
            camp.parties.push(party);
        }
        if camp.seats.iter().all(|s| context.person_of[s.naming] != context.person_of[naming]) {
            camp.seats.push(Seat { naming, principal: true });
        }
    }
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
    let busy: Vec<usize> = drafts
        .iter()
        .filter(|d| other(d))
        .flat_map(|d| d.camps.iter().flat_map(|c| &c.seats))
        .filter_map(|s| context.person_of[s.naming])
        .collect();
    let spot = drafts[at].spot;
    let pack = context.scans[1].pack;
    let tells = |p: &Slug| pack.groups.speaks.contains(p) || pack.groups.local.contains(p);
    let mut found: Vec<(Slug, usize)> = Vec::new();
    for sentence in &context.sentences[spot..context.sentences.len().min(spot + NEAR + 1)] {
        if sentence.items.iter().any(|i| matches!(i.what, What::Background)) {
            continue;
        }
        for actor in &sentence.actors {
            let ActorKind::Person(n) = actor.kind else { continue };
            let Some(person) = context.person_of[n] else { continue };
            let aside = matches!(actor.marker.as_deref(), Some("about" | "on" | "than" | "for" | "against"));
            // A surname alone may be anybody's.
            let whole = context.namings[n].known && context.namings[n].parts.len() > 1;
            if aside || busy.contains(&person) || !(context.is_official(actor) || whole) {
                continue;
            }
            let offices = || people.members[person].iter().flat_map(|&m| context.namings[m].offices());
            if offices().any(|o| tells(&o.position))
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
