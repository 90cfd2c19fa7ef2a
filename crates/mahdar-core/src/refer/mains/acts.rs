//! Rules for aid, cooperation, mediation, invitations and what was hosted: news beside talks only where they stand first.

use super::event::{day, lent, organisation, told, told_by_words};
use super::rule::{Rule, aside, main, settled};
use crate::code::Draft;

const INVITE: &[&str] = &["INVITE"];
const HOST: &[&str] = &["HOST"];

/// Within how many sentences of what came of it somebody's mediation is told.
const REACH: usize = 6;

pub(super) const AID: &[Rule] = &[
    // A grant or loan for which a document is signed is what the document is about; so is a report of nothing but aid.
    main("granted", &["AID"], |r, _, d| r.lead(d) && r.granted().contains(&d.party_set())),
    main("nothing-but-aid", &["AID"], |r, _, d| r.only_aid() && !d.nominal && told(d)),
];

pub(super) const LAST: &[Rule] = &[
    // "At the invitation of": how a visit came about.
    aside("at-invitation", INVITE, |r, _, d| d.nominal && !d.titled() && r.drafts.len() > 1),
    // What its title tells by a verb.
    main("invited-in-title", INVITE, |r, _, d| {
        d.titled() && !d.nominal && !r.sentence(d).verb_last && told(d)
    }),
    settled("invited", INVITE, |r, _, d| r.lead(d) && !r.talks() && r.calls().is_empty()),
    main("hosts", HOST, |r, _, d| r.hosts(d)),
    // Somebody takes part in the gathering: who holds it is told on the way.
    aside("took-part-instead", HOST, |r, _, d| {
        // "CITY hosts the summit of ORGANISATION on Saturday; its ministers will meet before": to come as well, and told below.
        let opens = d.status == "planned" && !d.nominal && r.opens(d);
        let took_part = |o: &Draft| {
            o.kind == "MEET"
                && !(opens && o.status == d.status && o.spot > d.spot)
                && r.lead(o)
                && !o.background
                && o.all_parties().iter().any(|p| organisation(p) && d.all_parties().contains(p))
        };
        !d.titled() && r.drafts.iter().any(took_part)
    }),
    // "The two ministers took part in opening the embassy of B": a thing that is news wherever it is told.
    main("opened", &["COOPERATE"], |_, _, d| {
        d.news && d.status == "happened" && (!d.nominal || d.occurs) && !d.guessed() && !lent(d)
    }),
    // A mission opened is news beside the talks of that day.
    main("done-first", &["COOPERATE", "AID", "MEDIATE"], |r, _, d| {
        !d.nominal && d.status == "happened" && (d.titled() || r.sentence(d).range.start == 0)
    }),
    // "A and B agreed on a truce. C had mediated": whoever brought them to what is news is news as well.
    main("brought-about", &["MEDIATE"], |r, b, d| {
        let between = &d.camps[1].parties;
        let came_of_it = |o: &Draft| {
            matches!(o.kind.as_str(), "AGREE" | "SIGN" | "COOPERATE" | "MEET")
                && o.done()
                && d.spot < o.spot + REACH
                && between.iter().all(|p| o.all_parties().contains(p))
        };
        r.sentence(d).by_order
            && !d.nominal
            && d.status == "happened"
            && between.len() > 1
            && b.main(|o| came_of_it(o) && (d.date.is_none() || day(d) == day(o)))
    }),
    // "Will grant B ten million": so is what the text opens with and is still to come.
    main("to-be-done-first", &["COOPERATE", "AID"], |r, _, d| {
        !d.nominal
            && d.status == "planned"
            && r.spot(d).scan == 1
            && r.spot(d).range.start == 0
            && told_by_words(d)
    }),
    settled("act", &["AGREE", "COOPERATE", "MEDIATE", "AID", "HOST"], |r, _, d| r.lead(d) && !r.talks()),
];
