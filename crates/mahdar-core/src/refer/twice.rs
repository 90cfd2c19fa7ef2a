//! What a document tells twice is one of the things that it is about, and not two.

use std::collections::BTreeSet;

use super::People;
use crate::Slug;
use crate::code::{Draft, LOOK_BACK};

/// Leaves among what a document is about the first of those that the same parties did, where nothing says that they did it
/// again.
///
/// Of 10 such pairs on 2,900 passages 9 were one event (data/lang/ar/eval/others.md, "Rounds of talks").
pub(crate) fn told_twice(drafts: &[Draft], mains: &mut [bool], people: &People) {
    for later in 1..drafts.len() {
        let told = |first: usize| mains[first] && one(&drafts[first], &drafts[later], people);
        if mains[later] && (later.saturating_sub(LOOK_BACK)..later).any(told) {
            mains[later] = false;
        }
    }
}

/// The two are told of the same parties, and nobody who did the one did the other with somebody else.
fn one(a: &Draft, b: &Draft, people: &People) -> bool {
    let undone = |d: &Draft| matches!(d.status, "denied" | "postponed");
    let days = || a.date.as_ref().zip(b.date.as_ref()).is_some_and(|(x, y)| x.value != y.value);
    if a.kind != b.kind || !(a.status == b.status || undone(a) && undone(b) && a.kind == "VISIT") || days() {
        return false;
    }
    match a.kind.as_str() {
        "VISIT" | "AID" | "INVITE" | "STATEMENT" | "MESSAGE" => {
            let set = |c: &[Slug]| c.iter().copied().collect::<BTreeSet<_>>();
            (0..2).all(|k| set(&a.camps[k].parties) == set(&b.camps[k].parties))
                && !others(a, b, people).contains(&Some(true))
        }
        // Who came along is no other meeting; another host of one guest is.
        "MEET" => {
            a.party_set() == b.party_set() && matches!(others(a, b, people)[..], [Some(true), Some(true)])
        }
        _ => false,
    }
}

/// Of each party of the first, whether others act for it in the second, where both name somebody.
fn others(a: &Draft, b: &Draft, people: &People) -> Vec<Option<bool>> {
    let who = |d: &Draft, party: &Slug| -> Vec<Option<usize>> {
        let camps = d.camps.iter().filter(|c| c.parties.contains(party));
        camps.flat_map(|c| &c.seats).map(|s| people.of[s.naming]).collect()
    };
    let differ = |party: &Slug| {
        let (x, y) = (who(a, party), who(b, party));
        (!x.is_empty() && !y.is_empty()).then(|| !x.iter().any(|p| y.contains(p)))
    };
    a.all_parties().iter().map(differ).collect()
}
