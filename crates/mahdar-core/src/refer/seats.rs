//! People whom other sentences name for an event whose own words leave them unnamed.

use crate::Slug;
use crate::code::{Draft, Seat, Sentence, lender};
use crate::detect::person::{ActorKind, Named};
use crate::detect::{Item, What};

use super::{People, official};

/// How many sentences on somebody may be named for what was told.
const NEAR: usize = 3;

/// Seats whom the document names elsewhere: who speaks for the party that says something, who holds the office that
/// met, who met when something was agreed.
pub(crate) fn seats(
    sentences: &[Sentence],
    namings: &[Named],
    people: &People,
    parties: &[Option<Slug>],
    drafts: &mut [Draft],
) {
    let known = |n: usize| people.of[n].is_some() && official(&namings[n]);
    for d in drafts.iter_mut().filter(|d| !d.background) {
        match d.kind.as_str() {
            "STATEMENT" | "APPEAL" if d.camps[0].seats.is_empty() => {
                let near = d.spot.saturating_sub(1)..sentences.len().min(d.spot + NEAR);
                let theirs = |n: &usize| {
                    known(*n)
                        && parties[*n].is_some_and(|p| d.camps[0].parties.first() == Some(&p))
                        && !d.camps[1].seats.iter().any(|s| people.of[s.naming] == people.of[*n])
                };
                let same = |k: &usize| sentences[*k].scan == sentences[d.spot].scan;
                // The sentence itself, those after it, the one before.
                let order = (d.spot..near.end).chain(near.start..d.spot).filter(same);
                if let Some(n) = order.flat_map(|k| speakers(&sentences[k])).find(theirs) {
                    d.camps[0].seats.push(Seat { naming: n, principal: true });
                }
            }
            "MEET" | "CALL" | "SIGN" if d.status == "happened" && !d.in_title() => {
                // Namings stand in the order of their sentences.
                // "A promised B support. The heads of government talked": the sentence before names them.
                let first = d.spot.saturating_sub(1);
                let first = if sentences[first].scan == sentences[d.spot].scan { first } else { d.spot };
                let from = namings.partition_point(|n| n.sentence < first);
                let near = from..namings.partition_point(|n| n.sentence < d.spot + NEAR);
                for camp in &mut d.camps {
                    let Some(rank) = camp.top.filter(|_| camp.people && camp.seats.is_empty()) else {
                        continue;
                    };
                    let holds = |n: &usize| {
                        let named = &namings[*n];
                        known(*n)
                            && named
                                .offices()
                                .any(|o| o.rank == rank && !o.former && o.institution == camp.institution)
                    };
                    for party in camp.parties.clone() {
                        let mut theirs: Vec<usize> =
                            near.clone().filter(|n| parties[*n] == Some(party)).filter(holds).collect();
                        theirs.dedup_by_key(|n| people.of[*n]);
                        if let [n] = theirs[..] {
                            camp.seats.push(Seat { naming: n, principal: true });
                        }
                    }
                }
            }
            _ => {}
        }
    }
    // "It was agreed when A met B": those who met agreed.
    for i in 0..drafts.len() {
        let d = &drafts[i];
        let unnamed = d.camps.iter().all(|c| c.seats.is_empty());
        if d.kind != "AGREE" || !unnamed || d.background {
            continue;
        }
        let met = lender(drafts, i, |_, o| {
            o.kind == "MEET" && o.spot == d.spot && o.status == "happened" && o.party_set() == d.party_set()
        });
        let Some(met) = met else { continue };
        let heads = met.camps.clone();
        let here =
            |d: &Draft, parties: &[Slug]| d.camps.iter().position(|c| c.parties.first() == parties.first());
        for camp in heads {
            let Some(slot) = here(&drafts[i], &camp.parties) else { continue };
            drafts[i].camps[slot].seats.extend(camp.seats.into_iter().filter(|s| s.principal));
        }
    }
}

/// Who says something in a sentence: "A said", "in a statement delivered by A".
fn speakers(sentence: &Sentence) -> Vec<usize> {
    let items = &sentence.items;
    let link = |i: &Item| {
        matches!(i.what, What::Time | What::Other { .. }) || i.is_word("auxiliary") || i.is_word("title_end")
    };
    let mut out = Vec::new();
    for actor in &sentence.actors {
        let ActorKind::Person(n) = actor.kind else { continue };
        let mut after = items[actor.items.end..].iter();
        let before = items[..actor.items.start].iter().rev();
        let says =
            after.find(|i| !link(i)).is_some_and(|i| i.is_word("saying") && !i.is_kind("saying", "source"));
        let told = before.take(3).any(|i| i.is_kind("saying", "source"));
        if says || told {
            out.push(n);
        }
    }
    out
}
