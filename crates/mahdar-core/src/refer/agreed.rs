//! Who agreed: all those who met, where no words of the agreement tell whose it was.

use crate::code::{Camp, Draft, Known, LOOK_BACK};

/// How many sentences behind the meeting tell what was agreed there.
const NEAR: usize = 2;

/// "A met the envoys of B, C and D, and it was agreed that a conference take place in B": those of the meeting, of whom the
/// clause names no person.
pub(crate) fn agreed(drafts: &mut [Draft]) {
    for at in 0..drafts.len() {
        let d = &drafts[at];
        let unsaid = |c: &Camp| matches!(c.known, Known::Both | Known::Lent | Known::Guessed);
        let open = d.camps.iter().any(unsaid) && !d.camps.iter().any(|c| !unsaid(c) && c.people);
        if d.kind != "AGREE" || !d.done() || d.in_title() || !open {
            continue;
        }
        let parties = d.all_parties();
        let there = |o: &&Draft| {
            let all = o.all_parties();
            o.kind == "MEET"
                && o.done()
                && !o.in_title()
                && (o.spot..o.spot + NEAR).contains(&d.spot)
                && all.len() > parties.len().max(2)
                && parties.iter().all(|p| all.contains(p))
        };
        let met = drafts[at.saturating_sub(LOOK_BACK)..at].iter().rev().find(there);
        if let Some(camps) = met.map(|o| o.camps.clone()) {
            drafts[at].camps = camps.map(|c| Camp { known: Known::Both, ..c });
        }
    }
}
