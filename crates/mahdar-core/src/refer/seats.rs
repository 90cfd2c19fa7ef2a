//! People whom other sentences name for an event whose own words leave them unnamed.

use crate::Slug;
use crate::code::{Draft, Seat, Sentence, lender};
use crate::detect::person::{Actor, ActorKind, Named};
use crate::detect::{Item, Scan, What};
use crate::pack::tags;

use super::{People, official};

/// Within how many items before his name an envoy is called one's own.
const POSTED: usize = 5;

/// How many sentences on somebody may be named for what was told.
const NEAR: usize = 3;

/// Seats whom the document names elsewhere: who speaks for the party that says something, who holds the office that
/// met, who met when something was agreed.
pub(crate) fn seats(
    scans: &[Scan],
    sentences: &[Sentence],
    namings: &[Named],
    people: &People,
    parties: &mut [Option<Slug>],
    drafts: &mut [Draft],
) {
    let known = |n: usize| people.of[n].is_some() && official(&namings[n]);
    for d in drafts.iter_mut().filter(|d| !d.background) {
        match d.kind.as_str() {
            "STATEMENT" | "APPEAL" if d.camps[0].seats.is_empty() => {
                let near = d.spot.saturating_sub(1)..sentences.len().min(d.spot + NEAR);
                let Some(&party) = d.camps[0].parties.first() else { continue };
                let speaks = |n: &usize, of: Option<Slug>| {
                    known(*n)
                        && parties[*n] == of
                        && !d.camps[1].seats.iter().any(|s| people.of[s.naming] == people.of[*n])
                };
                let same = |k: &usize| sentences[*k].scan == sentences[d.spot].scan;
                // The sentence itself, those after it, the one before.
                let order = (d.spot..near.end).chain(near.start..d.spot).filter(same);
                let heard: Vec<usize> = order.flat_map(|k| speakers(&sentences[k])).collect();
                // "A condemned it, said the spokesman of the ministry": nobody's words tell whose, and it is theirs.
                let theirs = heard.iter().find(|n| speaks(n, Some(party)));
                let theirs =
                    theirs.or_else(|| heard.iter().find(|n| speaks(n, None) && namings[**n].party.is_none()));
                if let Some(&n) = theirs {
                    d.camps[0].seats.push(Seat { naming: n, principal: true });
                    parties[n] = Some(party);
                }
            }
            "EXPEL" | "RECALL" | "SANCTION" | "SUMMON" if !d.in_title() => {
                let sentence = &sentences[d.spot];
                let scan = &scans[sentence.scan];
                struck(scan, sentence, namings, &known, parties, d);
                acts(scan, sentence, namings, &known, parties, d);
            }
            "MEET" | "CALL" | "SIGN" if d.status == "happened" && !d.in_title() => {
                if d.kind == "SIGN" {
                    let sentence = &sentences[d.spot];
                    witnesses(&scans[sentence.scan], sentence, people, parties, d);
                }
                // Namings stand in the order of their sentences.
                // "A promised B support. The heads of government talked": the sentence before names them.
                let first = d.spot.saturating_sub(1);
                let first = if sentences[first].scan == sentences[d.spot].scan { first } else { d.spot };
                let from = namings.partition_point(|n| n.sentence < first);
                let near = from..namings.partition_point(|n| n.sentence < d.spot + NEAR);
                // "A met his counterpart of B. NAME said": whom a later sentence names alone.
                let cased = scans[sentences[d.spot].scan].pack.features.svo_with_cases();
                let met = cased && d.kind != "SIGN" && d.camps.iter().any(|c| !c.seats.is_empty());
                for camp in d.camps.iter_mut().filter(|c| met && c.seats.is_empty()) {
                    let [party] = camp.parties[..] else { continue };
                    let bare = |n: &usize| {
                        let named = &namings[*n];
                        named.known && named.held.is_empty() && people.of[*n].is_some()
                    };
                    let mut theirs: Vec<usize> =
                        near.clone().filter(|n| parties[*n] == Some(party)).filter(bare).collect();
                    theirs.dedup_by_key(|n| people.of[*n]);
                    if let [n] = theirs[..] {
                        camp.seats.push(Seat { naming: n, principal: true });
                    }
                }
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

/// "The minister NAME announced that his country had cut its ties": whoever of the acting state announces a measure in the
/// sentence that tells it.
fn acts(
    scan: &Scan,
    sentence: &Sentence,
    namings: &[Named],
    known: &impl Fn(usize) -> bool,
    parties: &mut [Option<Slug>],
    draft: &mut Draft,
) {
    let Some(&party) = draft.camps[0].parties.first().filter(|_| draft.camps[0].seats.is_empty()) else {
        return;
    };
    let says = |n: &usize| known(*n) && (parties[*n] == Some(party) || namings[*n].party.is_none());
    let mut heard = speakers(sentence);
    heard.extend(announcers(scan, sentence));
    if let Some(n) = heard.into_iter().find(says) {
        draft.camps[0].seats.push(Seat { naming: n, principal: true });
        parties[n] = Some(party);
    }
}

/// "[Witnessed] A and B the signing of": whoever stands behind a verb of witnessing was there, each on the side of his own.
fn witnesses(scan: &Scan, sentence: &Sentence, people: &People, parties: &[Option<Slug>], draft: &mut Draft) {
    let witnessing = |k: usize| scan.word(sentence.items[k].start, "witnessing").is_some();
    let mut end = None;
    for actor in &sentence.actors {
        let from = actor.items.start;
        let opens = from > 0 && witnessing(from - 1);
        let joined = end == Some(from) && actor.and;
        let ActorKind::Person(n) = actor.kind else { continue };
        if !(opens || joined) || actor.marker.is_some() {
            continue;
        }
        end = Some(actor.items.end);
        let slot = parties[n].and_then(|p| draft.slot_of(&p));
        let seated = draft.camps.iter().flat_map(|c| &c.seats).any(|s| people.of[s.naming] == people.of[n]);
        if let Some(slot) = slot.filter(|_| !seated && people.of[n].is_some()) {
            draft.camps[slot].seats.push(Seat { naming: n, principal: false });
        }
    }
}

/// "[Announced] the minister NAME the expulsion of": who stands right behind a verb that announces what it takes.
fn announcers(scan: &Scan, sentence: &Sentence) -> Vec<usize> {
    let announces =
        |i: &Item| scan.word(i.start, "saying").is_some() || scan.word(i.start, "ordering").is_some();
    let says = |a: &&Actor| a.items.start > 0 && announces(&sentence.items[a.items.start - 1]);
    let by = |a: &Actor| match a.kind {
        ActorKind::Person(n) => Some(n),
        _ => None,
    };
    let verbs_first = scan.pack.features.order == "vso";
    sentence.actors.iter().filter(|a| verbs_first && a.marker.is_none()).filter(says).filter_map(by).collect()
}

/// "Expelled the ambassador of B, NAME", "called home its ambassador NAME": the envoy whom a measure strikes.
fn struck(
    scan: &Scan,
    sentence: &Sentence,
    namings: &[Named],
    known: &impl Fn(usize) -> bool,
    parties: &[Option<Slug>],
    draft: &mut Draft,
) {
    let slot = match draft.kind.as_str() {
        "RECALL" => 0,
        "EXPEL" | "SUMMON" => 1,
        _ => return,
    };
    let Some(&party) = draft.camps[slot].parties.first() else { return };
    let envoy = |n: usize| namings[n].offices().any(|o| scan.pack.envoys.contains(&o.position));
    for actor in sentence.actors.iter().filter(|a| !a.plural) {
        let ActorKind::Person(n) = actor.kind else { continue };
        let seated = draft.camps.iter().any(|c| c.seats.iter().any(|s| s.naming == n));
        // "Called home its ambassador in CITY, NAME".
        let own = draft.kind == "RECALL"
            && parties[n].is_none_or(|p| p == party)
            && sentence.items[..actor.items.start]
                .iter()
                .rev()
                .take(POSTED)
                .any(|i| scan.word(i.start, "own_envoy").is_some());
        if known(n) && (envoy(n) && parties[n] == Some(party) || own) && !seated {
            draft.camps[slot].seats.push(Seat { naming: n, principal: false });
        }
    }
}

/// Who says something in a sentence: "A said", "said A", "in a statement delivered by A".
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
        let told = before.clone().take(3).any(|i| i.is_kind("saying", "source"));
        // "Said at a briefing A": where nouns have cases, the verb may stand before who speaks.
        let nominative = tags::may_be_nominative(actor.tags);
        let way = |i: &&Item| {
            link(i) || ["saying", "on", "in", "during", "gathering"].into_iter().any(|w| i.is_word(w))
        };
        let inverted = !sentence.by_order
            && !sentence.verb_last
            && nominative
            && before.take(5).take_while(way).any(|i| i.is_word("saying") && !i.is_kind("saying", "source"));
        if says || told || inverted {
            out.push(n);
        }
    }
    out
}
