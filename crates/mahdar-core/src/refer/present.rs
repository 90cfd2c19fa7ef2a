//! Who was at a meeting though no words of attendance say so: a report names nobody without a reason.

use crate::code::{Draft, Seat, Sentence};
use crate::detect::person::Named;
use crate::pack::Pack;

use super::{People, only_meeting, stands_by};

/// How many sentences behind the one that tells of a meeting name who was there.
const NEAR: usize = 8;

/// Seats at the only meeting that a document is about whoever in office of its parties is named near it and takes part in
/// nothing else.
///
/// Not heads of state or government, in whose name others speak, nor spokesmen, who tell of it, nor governors, who welcome
/// guests. Of 373 such people on 3,000 passages, before these were left out, 326 were there
/// (data/lang/ar/eval/others.md, "What a whole report tells").
pub(crate) fn present(
    pack: &Pack,
    sentences: &[Sentence],
    drafts: &mut [Draft],
    mains: &[bool],
    people: &People,
    namings: &[Named],
    parties: &[Option<crate::Slug>],
) {
    let Some(at) = only_meeting(drafts, mains) else { return };
    let seated = people.seated(&*drafts);
    let spot = drafts[at].spot;
    // "Welcomed at the airport by": there, and not where the two met.
    let airport = |k: &usize| sentences[*k].items.iter().any(|i| i.is_kind("building", "airport"));
    let around = spot.saturating_sub(NEAR)..sentences.len().min(spot + NEAR + 1);
    let welcoming: Vec<usize> = around.filter(airport).collect();
    for (person, members) in people.members.iter().enumerate() {
        // In the sentence that tells of it the words say who was there, unless the verb that says it stands at its end.
        let other = |n: &usize| namings[*n].sentence != spot || sentences[spot].verb_last;
        let near = |n: &usize| {
            namings[*n].sentence.abs_diff(spot) <= NEAR
                && other(n)
                && !welcoming.contains(&namings[*n].sentence)
        };
        let Some(&first) = members.iter().find(|n| near(n)) else { continue };
        if seated.contains(&person) || !people.is_official(namings, person) {
            continue;
        }
        let offices = || members.iter().flat_map(|&m| namings[m].offices());
        // Kings and presidents are named for what is done in their name; a title alone tells no office.
        if offices().next().is_none()
            || offices().any(|o| o.rank == 0 || stands_by(pack, &o.position))
            || offices().all(|o| o.former)
        {
            continue;
        }
        if let Some(slot) = parties[first].and_then(|p| drafts[at].slot_of(&p)) {
            drafts[at].camps[slot].seats.push(Seat { naming: first, principal: false });
        }
    }
}
