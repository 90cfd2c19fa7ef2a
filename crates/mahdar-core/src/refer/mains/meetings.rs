//! Rules for meetings and calls: which of them are news, and which are part of a call, a ceremony, a journey or a gathering.

use super::event::{
    bare, brought, empty, lent, multilateral, of_organisations, only_in_title, organisation, told,
    told_by_words, unnamed, wish,
};
use super::report::Report;
use super::rule::{Rule, aside, settled};
use crate::Slug;
use crate::code::{Camp, Draft, LOOK_BACK};

const MEET: &[&str] = &["MEET"];

pub(super) const BESIDE: &[Rule] = &[
    // A side discusses a matter where somebody speaks for it; a report, a book or a summit only treats it.
    aside("treats-a-matter", MEET, |r, _, d| d.vague && !r.lead(d) && !d.camps.iter().any(|c| c.people)),
    // "They spoke of the negotiations between A and the Fund", "a pact that B is exploring with ASEAN": below a meeting of
    // people, talks where nobody is are what those people spoke of.
    aside("talks-of-others", &["MEET", "CALL"], |r, b, d| {
        let people_met = |o: &Draft| {
            matches!(o.kind.as_str(), "MEET" | "CALL")
                && o.camps.iter().all(|c| !c.seats.is_empty())
                && o.party_set() != d.party_set()
        };
        r.sentence(d).by_order
            && (d.nominal || d.vague)
            && !d.occurs
            && !d.titled()
            && empty(d)
            && b.main(people_met)
    }),
    // A title leaves out who met them all, or names a state as what was spoken of: the text tells who met.
    aside("title-leaves-out-who-met", MEET, |r, b, d| {
        only_in_title(d) && b.near(|o| r.lead(o) && tells_who_met(d, o))
    }),
    // "A met the ministers of ORGANISATION's states": the text tells which of them.
    aside("title-names-organisation", MEET, |r, b, d| {
        only_in_title(d) && b.near(|o| r.lead(o) && tells_which(d, o))
    }),
    // "The summit of X took place in B. A attended it": who took part is told, and B is where it was.
    aside("host-of-gathering", MEET, |r, b, d| {
        (multilateral(d) || d.nominal && r.sentence(d).by_order)
            && !d.camps.iter().any(|c| c.people)
            && b.near(|o| took_part(d, o))
    }),
    // What two parties discussed on the telephone is the call.
    aside("discussed-in-call", MEET, |r, _, d| {
        (d.place.is_none() || d.vague) && r.calls().contains(&d.party_set())
    }),
    // "Received his credentials as he received him": the ceremony is the news; so is a letter that was brought.
    aside("received-for", MEET, |r, b, d| {
        d.status == "happened"
            && !d.titled()
            && !(d.another && r.spot(d).by_order)
            && b.near(|o| received_for(r, d, o))
    }),
    aside("received-with-letter", MEET, |r, _, d| {
        let letter = |o: &Draft| {
            brought(o) && o.done() && told(o) && o.spot == d.spot && o.party_set() == d.party_set()
        };
        let met_later = |o: &Draft| o.kind == "MEET" && o.spot > d.spot && o.party_set() == d.party_set();
        d.mode.as_deref() == Some("reception")
            && r.drafts.iter().any(letter)
            && !r.drafts.iter().any(met_later)
    }),
    aside("title-of-calls", MEET, |r, _, d| {
        d.vague && only_in_title(d) && d.all_parties().iter().all(|p| r.called().contains(p))
    }),
    // A title sums up what the text tells one by one.
    aside("title-sums-up", &["CALL", "MESSAGE", "MEET"], |r, _, d| only_in_title(d) && summed(r, d)),
    // Envoys who presented their credentials were received and spoken with: told on the way.
    aside("envoys-received", MEET, |r, _, d| !d.another && of_envoys(r, d)),
];

pub(super) const TO_COME: &[Rule] = &[
    // "Put off his visit ahead of the summit": the summit was not.
    aside("visit-put-off", &["HOST", "MEET"], |_, b, d| {
        let visit = |o: &Draft| o.kind == "VISIT" && o.status == "postponed";
        d.nominal
            && d.status == "postponed"
            && b.before().iter().rev().take_while(|o| o.spot == d.spot).any(visit)
    }),
    // Talks to come are part of the visit that the lead tells.
    aside("talks-of-visit", MEET, |r, b, d| {
        let tour = |o: &Draft| {
            o.kind == "VISIT"
                && o.status == d.status
                && r.lead(o)
                && !o.background
                && o.all_parties().len() > 2
                && d.all_parties().iter().all(|p| o.all_parties().contains(p))
        };
        matches!(d.status, "planned" | "postponed")
            && !d.titled()
            && (r.visits().contains(&d.party_set()) || b.near(tour))
    }),
];

pub(super) const LAST: &[Rule] = &[
    // A side that only the event before tells, and nobody on it.
    aside("vague-and-lent", MEET, |_, _, d| d.vague && lent(d)),
    // "A session of the A-B commission was held": a noun that elsewhere refers back tells here by itself.
    aside("refers-back", &["MEET", "CALL"], |r, _, d| {
        // "The talks between A and B were put off": what the lead says of them is its news.
        let of_them = || took_place(r, d) || matches!(d.status, "postponed" | "denied");
        r.untitled && d.back && unnamed(d) && !(told(d) && r.lead(d) && of_them())
    }),
    // "A hosts the summit of X": whoever took part in what title or lead tells as hosted did so there.
    aside("hosted", MEET, |r, _, d| {
        !d.titled()
            && d.status == "happened"
            && !r.gathered().is_empty()
            && d.all_parties().iter().any(|p| r.gathered().contains(p))
    }),
    // "The guest will take part in the summit of X": what he came for.
    aside("came-for", MEET, |r, b, d| {
        let guest = |o: &Draft| r.travelled(o) && o.all_parties().iter().any(|p| d.all_parties().contains(p));
        d.status == "planned"
            && multilateral(d)
            && !d.titled()
            && b.before().iter().take(LOOK_BACK).any(guest)
    }),
    settled("talks", &["MEET", "CALL"], |r, _, d| d.status == "happened" || !r.acted() && r.lead(d)),
];

/// The text tells of more who met, or of people where the title has a state that met nobody.
fn tells_who_met(title: &Draft, text: &Draft) -> bool {
    if !in_text(title, text) || text.background {
        return false;
    }
    let (mine, theirs) = (title.all_parties(), text.all_parties());
    let part = theirs.len() > mine.len() && mine.iter().all(|p| theirs.contains(p));
    let topic = || {
        title.camps.iter().any(|c| bare(c) && !c.parties.iter().any(|p| theirs.contains(p)))
            && mine.iter().any(|p| theirs.contains(p))
    };
    part && told_by_words(text)
        || text.camps.iter().any(|c| c.people)
            && text.camps.iter().all(|c| c.people || of_organisations(c))
            && (part || topic())
}

/// The text tells of several states where the title has people of an organisation.
fn tells_which(title: &Draft, text: &Draft) -> bool {
    let of_body = |c: &Camp| c.seats.is_empty() && c.people && of_organisations(c);
    let both = |k: usize| {
        text.camps[k].parties == title.camps[k].parties
            && of_body(&title.camps[1 - k])
            && text.camps[1 - k].parties.len() > 1
            && !text.camps[1 - k].parties.iter().any(organisation)
    };
    in_text(title, text) && (both(0) || both(1))
}

/// The text tells of the same kind of thing, with the same outcome.
fn in_text(title: &Draft, text: &Draft) -> bool {
    text.kind == title.kind && text.status == title.status && !text.in_title()
}

/// The text tells one by one what the title tells of several.
fn summed(r: &Report, d: &Draft) -> bool {
    let all = d.all_parties();
    let one = |o: &&Draft| {
        in_text(d, o) && !o.background && !o.secondary && o.all_parties().iter().all(|p| all.contains(p))
    };
    if all.len() < 3 {
        return false;
    }
    let told: Vec<&Draft> = r.drafts.iter().take(LOOK_BACK).filter(one).collect();
    told.len() > 1 && all.iter().all(|p| told.iter().any(|o| o.all_parties().contains(p)))
        || d.kind == "MEET" && told.iter().any(|o| o.camps.iter().all(|c| !c.seats.is_empty()))
}

/// People took part in the gathering of which another event tells.
fn took_part(d: &Draft, o: &Draft) -> bool {
    if o.kind != d.kind || o.status != d.status || o.background || !o.camps.iter().any(|c| c.people) {
        return false;
    }
    let (mine, all) = (d.all_parties(), o.all_parties());
    let shared = |p: &Slug| mine.contains(p);
    let of_many = multilateral(d) || all.len() > 2 && mine.iter().all(|p| all.contains(p));
    of_many && (all.iter().any(|p| organisation(p) && shared(p)) || all.len() > 2 && all.iter().any(shared))
}

/// Credentials or a letter for which somebody was received.
fn received_for(r: &Report, d: &Draft, o: &Draft) -> bool {
    let before = || {
        (o.sentence, o.at) < (d.sentence, d.at)
            // "Having received the envoy, took his credentials", where verbs stand last.
            || o.kind == "CREDENTIALS" && o.sentence == d.sentence && r.sentence(d).verb_last
    };
    let letter = || o.kind == "MESSAGE" && (d.nominal || during(r, d)) && d.also.is_empty() && !wish(o);
    o.status == "happened"
        && !o.background
        && r.lead(o)
        && before()
        && (o.kind == "CREDENTIALS" || letter())
        && (o.party_set() == d.party_set() || o.kind == "CREDENTIALS" && together(r, d))
}

/// "Handed it over [when] he received him".
fn during(r: &Report, d: &Draft) -> bool {
    let before = d.at.checked_sub(1).and_then(|i| r.spot(d).items.get(i));
    !d.nominal && before.is_some_and(|i| i.is_word("during"))
}

/// Envoys who may have been received together before each presented his credentials.
fn together(r: &Report, d: &Draft) -> bool {
    let all = d.all_parties();
    let of_all = |e: &Vec<Slug>| all.iter().all(|p| e.contains(p));
    all.len() > 2 && r.envoys().len() > 1 && r.envoys().first().is_some_and(of_all)
}

fn of_envoys(r: &Report, d: &Draft) -> bool {
    let sentence = r.sentence(d);
    d.status == "happened"
        && !d.in_title()
        && (sentence.by_order
            || d.nominal && !d.occurs
            || d.mode.as_deref() == Some("reception") && !sentence.verb_last)
        && r.of_ceremony(d)
}

fn took_place(r: &Report, d: &Draft) -> bool {
    d.occurs || r.spot(d).items.iter().any(|i| i.is_kind("auxiliary", "held"))
}
