//! What a document tells twice is one of the things that it is about, and not two.

use std::collections::BTreeSet;

use super::People;
use crate::Slug;
use crate::code::{Draft, LOOK_BACK};
use crate::detect::person::Named;
use crate::model::Field;

/// Leaves among what a document is about the first of those that the same parties did, where nothing says that they did it
/// again.
///
/// Of 10 such pairs on 2,900 passages 9 were one event (data/lang/ar/eval/others.md, "Rounds of talks").
pub(crate) fn told_twice(drafts: &[Draft], mains: &mut [bool], people: &People, namings: &[Named]) {
    let whose = Whose { people, namings };
    // The title and the text tell each of one meeting of these parties.
    let once = |drafts: &[Draft], mains: &[bool], i: usize| {
        let meets = |(d, main): (&Draft, &bool)| {
            *main
                && d.kind == "MEET"
                && d.in_title() == drafts[i].in_title()
                && d.party_set() == drafts[i].party_set()
        };
        drafts.iter().zip(mains).take(LOOK_BACK).filter(|one| meets(*one)).count() == 1
    };
    for later in 1..drafts.len() {
        if !mains[later] {
            continue;
        }
        let before = later.saturating_sub(LOOK_BACK)..later;
        if before.clone().any(|first| mains[first] && one(&drafts[first], &drafts[later], &whose)) {
            mains[later] = false;
            continue;
        }
        let told = |&first: &usize| {
            let (a, b) = (&drafts[first], &drafts[later]);
            mains[first] && summed(a, b, &whose) && once(drafts, mains, first) && once(drafts, mains, later)
        };
        if let Some(title) = before.clone().find(told) {
            mains[title] = false;
        }
    }
}

/// Who is who, and where he is named.
struct Whose<'a> {
    people: &'a People,
    namings: &'a [Named],
}

/// The two are told of the same parties, and nobody who did the one did the other with somebody else.
fn one(a: &Draft, b: &Draft, whose: &Whose) -> bool {
    if !alike(a, b) {
        return false;
    }
    match a.kind.as_str() {
        "VISIT" | "AID" | "INVITE" | "STATEMENT" | "MESSAGE" => {
            let set = |c: &[Slug]| c.iter().copied().collect::<BTreeSet<_>>();
            (0..2).all(|k| set(&a.camps[k].parties) == set(&b.camps[k].parties))
                && !others(a, b, whose).contains(&Some(true))
        }
        // Who came along is no other meeting; another host of one guest is. Two verbs of one sentence tell one meeting of the
        // same people, unless they say otherwise.
        "MEET" => {
            let who = others(a, b, whose);
            // "In CITY A's minister talked with B's": other people in another state.
            let elsewhere = others_met(&who) && !b.nominal && a.is_elsewhere(b);
            a.party_set() == b.party_set() && !elsewhere && (others_met(&who) || repeats(a, b, &who))
        }
        _ => false,
    }
}

/// For both of two parties others act.
fn others_met(who: &[Option<bool>]) -> bool {
    who == [Some(true), Some(true)]
}

/// "The ministry received A, where he held talks with the minister": of the same people, or of the one whose house it is.
fn repeats(a: &Draft, b: &Draft, who: &[Option<bool>]) -> bool {
    let house = a.camps.iter().any(|c| c.body && !c.people);
    let same = |w: &Option<bool>| *w == Some(false) || house && w.is_none();
    a.spot == b.spot && !b.another && !b.remote && !b.counted && who.iter().all(same)
}

/// A title tells nothing that its text does not, where it tells one meeting.
fn summed(title: &Draft, text: &Draft, whose: &Whose) -> bool {
    title.kind == "MEET"
        && title.in_title()
        && !text.titled()
        && alike(title, text)
        && title.party_set() == text.party_set()
        && !others(title, text, whose).contains(&Some(true))
}

/// They are of one type, of one status and of no two days.
fn alike(a: &Draft, b: &Draft) -> bool {
    let undone = |d: &Draft| matches!(d.status, "denied" | "postponed");
    let days = || a.date.as_ref().zip(b.date.as_ref()).is_some_and(|(x, y)| x.value != y.value);
    a.kind == b.kind && (a.status == b.status || undone(a) && undone(b) && a.kind == "VISIT") && !days()
}

/// Of each party of the first, whether others act for it in the second, where both name somebody.
fn others(a: &Draft, b: &Draft, whose: &Whose) -> Vec<Option<bool>> {
    let Whose { people, namings } = whose;
    // Whom a title does not name was put into it by what the text tells.
    let named = |d: &Draft, n: usize| !d.in_title() || namings[n].field == Field::Title;
    let who = |d: &Draft, party: &Slug| -> Vec<usize> {
        let camps = d.camps.iter().filter(|c| c.parties.contains(party));
        let seats = camps.flat_map(|c| &c.seats).filter(|s| named(d, s.naming));
        seats.filter_map(|s| people.of[s.naming]).collect()
    };
    let differ = |party: &Slug| {
        let (x, y) = (who(a, party), who(b, party));
        (!x.is_empty() && !y.is_empty()).then(|| !x.iter().any(|p| y.contains(p)))
    };
    a.all_parties().iter().map(differ).collect()
}
