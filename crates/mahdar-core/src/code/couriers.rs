//! Who brings a message, and who takes it for somebody: named beside it, and of no side by the words.

use rustc_hash::FxHashSet;

use super::{Context, Draft, Seat, Sentence};
use crate::detect::person::{Actor, ActorKind};
use crate::detect::{Item, Scan, What};
use crate::pack::{Sense, TriggerForm, tags};

/// How many sentences after a message may tell who brought it.
const BROUGHT: usize = 2;

/// Within how many items at its beginning a sentence tells that a message changed hands.
const HANDED: usize = 5;

/// How near a verb stands to whoever does what it tells, in items.
const NEXT: usize = 4;

/// "Received A, bearer of a message from B", "the message was delivered by A to C": whoever brings a message, and whoever
/// takes it for his own, takes part on that side.
pub(crate) fn couriers(context: &Context, drafts: &mut Vec<Draft>) {
    // Most documents tell of no message.
    if !drafts.iter().any(|d| d.kind == "MESSAGE") {
        return;
    }
    handings(context, drafts);
    came_with_it(context, drafts);
    // Who sends or is sent a message of his own brings none; whoever was received may have.
    let of = |kind: &str| -> FxHashSet<(usize, usize)> {
        let told = drafts.iter().filter(|d| d.kind == kind && d.status == "happened");
        told.flat_map(|d| d.camps.iter().flat_map(|c| &c.seats).map(|s| (d.spot, s.naming))).collect()
    };
    let (senders, received) = (of("MESSAGE"), of("MEET"));
    let spots: FxHashSet<usize> = drafts.iter().filter(|d| d.kind == "MESSAGE").map(|d| d.spot).collect();
    for draft in drafts.iter_mut().filter(|d| d.kind == "MESSAGE" && d.status == "happened" && !d.background)
    {
        let here = &context.sentences[draft.spot];
        let article = context.scan(here).has_article();
        if here.verb_last || context.scan(here).pack.features.svo_with_cases() {
            written_by(context, here, draft);
        }
        if !(here.by_order || article) || draft.camps.iter().any(|c| c.parties.len() != 1) {
            continue;
        }
        let last = context.sentences.len().min(draft.spot + BROUGHT + 1);
        for (n, sentence) in context.sentences[draft.spot..last].iter().enumerate() {
            let scan = context.scan(sentence);
            let told = if n == 0 {
                sentence.scan == 1
            } else if article {
                // "Its ambassador delivered it", "the message was received for him by": in a sentence of its own.
                !spots.contains(&(draft.spot + n)) && sentence.scan == here.scan && hands_over(scan, sentence)
            } else {
                // "The message was delivered by": the one told of.
                sentence.scan == here.scan && the_message(scan, sentence)
            };
            if told {
                let spot = draft.spot + n;
                let own = |naming: usize| senders.contains(&(spot, naming));
                let at = draft.at;
                let bears = |actor: &Actor, naming: usize| {
                    let from = actor.items.start;
                    // "A proceeded to the delivering of a message".
                    let light = |i: &Item| i.is_kind("auxiliary", "light");
                    let proceeds = |verb: usize| {
                        let act = |i: &Item| matches!(i.what, What::Trigger(_));
                        !sentence.items[verb + 1..at].iter().any(act)
                    };
                    let it = |i: &Item| matches!(i.what, What::Trigger(_)) && owned(scan, i);
                    n > 0
                        || article
                            && from < at
                            && sentence.items[..from].iter().rposition(light).is_some_and(proceeds)
                        || received.contains(&(spot, naming))
                        || from > at
                            && (from < at + NEXT || before_adjuncts(sentence, at, from) == Some(at))
                            && !scan.is_noun_of(&sentence.items[at], "MESSAGE")
                        || sentence.items[from.saturating_sub(NEXT)..from].iter().any(it)
                };
                let free = |actor: &Actor, naming: usize| !own(naming) && (!article || bears(actor, naming));
                brought(context, sentence, draft, n == 0, &free);
            }
        }
    }
}

/// "A sent B a letter. [This came when B received C]": whoever of the sender's state was received when the message came
/// brought it.
fn came_with_it(context: &Context, drafts: &mut [Draft]) {
    for at in 1..drafts.len() {
        let (before, rest) = drafts.split_at_mut(at);
        let meeting = &rest[0];
        let sentence = &context.sentences[meeting.spot];
        let resumes = |i: &Item| matches!(i.what, What::Resumption);
        if meeting.kind != "MEET" || meeting.status != "happened" || !sentence.items.iter().any(resumes) {
            continue;
        }
        let (spot, parties) = (meeting.spot, meeting.party_set());
        let told = |d: &&mut Draft| {
            d.kind == "MESSAGE"
                && d.status == "happened"
                && !d.background
                && d.spot < spot
                && spot <= d.spot + BROUGHT
                && d.party_set() == parties
        };
        let Some(message) = before.iter_mut().rev().take(super::LOOK_BACK).find(told) else { continue };
        let sender = message.camps[0].parties.first();
        let Some(came) = meeting.camps.iter().find(|c| c.parties.first() == sender) else { continue };
        for seat in came.seats.iter().filter(|s| s.principal) {
            if !seated(context, message, seat.naming) {
                message.camps[0].seats.push(Seat { naming: seat.naming, principal: false });
            }
        }
    }
}

/// "Handed over [X-GEN] letter": who wrote it stands right before it, where verbs stand last, and else right behind it.
fn written_by(context: &Context, sentence: &Sentence, draft: &mut Draft) {
    let scan = context.scan(sentence);
    let behind = |a: &Actor| {
        // "The message of X [was handed over to B by C]": where nouns have cases, it may stand before its verb.
        let cased = scan.pack.features.svo_with_cases();
        let letter = |i: usize| {
            let noun = |s: &Sense| {
                matches!(s, Sense::Trigger { frame, form }
                    if form.is_noun() && scan.pack.frames[*frame].kind == "MESSAGE")
            };
            let item = &sentence.items[i];
            scan.is_noun_of(item, "MESSAGE") || cased && (item.start..item.end).any(|t| scan.is(t, noun))
        };
        let before = a.items.start.checked_sub(1).filter(|&i| i >= draft.at || cased);
        before.is_some_and(|i| i == draft.at || letter(i))
    };
    let writes = |a: &&Actor| {
        let beside = match sentence.verb_last {
            true => a.items.end <= draft.at && a.items.end + 1 >= draft.at,
            false => behind(a),
        };
        a.tags & tags::GEN != 0 && beside && !a.plural
    };
    // "C handed over, on behalf of X, a letter": in whose name it was.
    let behalf = |a: &&Actor| {
        !sentence.verb_last && a.marker.as_deref() == Some("from") && !a.plural && context.person(a).is_some()
    };
    let told = sentence.actors.iter().find(writes).or_else(|| sentence.actors.iter().find(behalf));
    let Some(actor) = told else { return };
    let ActorKind::Person(naming) = actor.kind else { return };
    let own = |slot: usize| context.party(actor).is_some_and(|p| draft.camps[slot].parties == [p]);
    if own(0) && !own(1) && !seated(context, draft, naming) {
        draft.camps[0].seats.insert(0, Seat { naming, principal: true });
    }
}

/// Somebody takes part in the message already, under this naming or another.
fn seated(context: &Context, draft: &Draft, naming: usize) -> bool {
    draft.camps.iter().flat_map(|c| &c.seats).any(|s| context.is_same(s.naming, naming))
}

/// "The message was delivered by": a sentence that opens with the one told of.
fn the_message(scan: &Scan, sentence: &Sentence) -> bool {
    let message = |i: &Item| scan.is_noun_of(i, "MESSAGE");
    // "It was handed over by".
    let verb = |i: &Item| scan.is_verb_of(i, "MESSAGE");
    let it = sentence.items.first().is_some_and(|i| i.is_word("pronoun"));
    let passes = sentence.items.iter().take(HANDED).position(verb);
    let by = |at: usize| sentence.items.get(at + 1).is_some_and(|i| i.is_word("by"));
    if it && sentence.by_order && passes.is_some_and(by) {
        return true;
    }
    sentence.items.first().is_some_and(|i| i.is_kind("determiner", "article"))
        && sentence.items.iter().take(3).any(message)
}

/// A sentence that opens with the handing over of a message that was told before: "the message was received for him by".
fn hands_over(scan: &Scan, sentence: &Sentence) -> bool {
    let opens = &sentence.items[..sentence.items.len().min(HANDED)];
    let back = |i: &Item| {
        matches!(&i.what, What::Trigger(o)
            if o.iter().any(|&(f, form)| form == TriggerForm::Back && scan.pack.frames[f].kind == "MESSAGE"))
    };
    let the = |i: &Item| {
        (i.first_tags | i.tags) & tags::DEFINITE != 0 && (scan.reports(i, "MESSAGE") || i.is_word("document"))
            || back(i)
    };
    let hands = |i: &Item| scan.reports(i, "MESSAGE") && (opens.iter().any(the) || owned(scan, i));
    opens.iter().any(hands)
}

/// "A sent B a message. [The message was received for him by C from D at X today]": one message, whose day and place are
/// those of its handing over, and whose bearers take part.
fn handings(context: &Context, drafts: &mut Vec<Draft>) {
    let told = |d: &Draft| d.kind == "MESSAGE" && d.status == "happened" && !d.background;
    let mut taken: Vec<usize> = Vec::new();
    for at in 1..drafts.len() {
        let handing = &drafts[at];
        if !told(handing) || handing.in_title() {
            continue;
        }
        let sentence = &context.sentences[handing.spot];
        let scan = context.scan(sentence);
        let again = match scan.has_article() {
            true => hands_over(scan, sentence),
            false => sentence.by_order && the_message(scan, sentence) && handing.at < HANDED,
        };
        if !again {
            continue;
        }
        let same = |&k: &usize| {
            let d = &drafts[k];
            told(d)
                && d.spot < handing.spot
                && handing.spot <= d.spot + BROUGHT
                && (0..2).all(|side| d.camps[side].parties == handing.camps[side].parties)
        };
        let near = at.saturating_sub(super::LOOK_BACK)..at;
        let Some(first) = near.rev().find(same) else { continue };
        let handing = std::mem::take(&mut drafts[at]);
        taken.push(at);
        let message = &mut drafts[first];
        for (slot, bearers) in handing.camps.into_iter().enumerate() {
            for Seat { naming, .. } in bearers.seats {
                let camp = &mut message.camps[slot];
                if !camp.seats.iter().any(|s| context.is_same(s.naming, naming)) {
                    camp.seats.push(Seat { naming, principal: false });
                }
            }
        }
        message.date = message.date.take().or(handing.date);
        if message.place.is_none() {
            (message.place, message.tells) = (handing.place, handing.tells);
        }
    }
    let mut at = 0..;
    drafts.retain(|_| at.next().is_some_and(|at| taken.binary_search(&at).is_err()));
}

/// A verb, or a noun for what is done, with a pronoun at its end: "delivered it", "its delivering".
fn owned(scan: &Scan, item: &Item) -> bool {
    let word = scan.text.folded(item.end - 1);
    let finite = item.is_verb();
    let features = &scan.pack.features;
    if finite { features.is_owned(word) } else { features.is_plainly_owned(word) }
}

/// The item before this one, or the verb where nothing but where and when it was stands between them: "delivered, [today, in
/// his residence,] A".
fn before_adjuncts(sentence: &Sentence, verb: usize, from: usize) -> Option<usize> {
    let opens =
        |i: &Item| ["in", "at", "during"].iter().any(|w| i.is_word(w)) || matches!(i.what, What::Time);
    let adjunct = |i: &Item| {
        let house = || ["building", "region", "gathering", "determiner"].iter().any(|w| i.is_word(w));
        opens(i) || i.is_city() || matches!(i.what, What::Other { common: true }) || house()
    };
    let between = sentence.items.get(verb + 1..from).filter(|b| b.first().is_some_and(opens));
    match between.is_some_and(|b| b.iter().all(adjunct)) {
        true => Some(verb),
        false => from.checked_sub(1),
    }
}

/// "[Delivered] A [to] B a letter": whom the verb names between whoever brings the letter and its noun takes it.
fn takes(scan: &Scan, sentence: &Sentence, draft: &Draft, actor: &Actor) -> bool {
    let (from, items) = (actor.items.start, &sentence.items);
    let noun = (draft.at + 1..items.len()).find(|&k| scan.is_noun_of(&items[k], "MESSAGE"));
    let second = sentence.actors.iter().any(|a| a.items.start > draft.at && a.items.end == from);
    scan.is_verb_of(&items[draft.at], "MESSAGE")
        && actor.marker.is_none()
        && second
        && noun.is_some_and(|noun| from > draft.at && actor.items.end == noun)
}

/// Seats whoever of the sender's state, or after "to" of the receiver's, is named in a sentence about a message.
fn brought(
    context: &Context,
    sentence: &Sentence,
    draft: &mut Draft,
    here: bool,
    free: &dyn Fn(&Actor, usize) -> bool,
) {
    let article = !sentence.by_order;
    let scan = context.scan(sentence);
    for actor in sentence.actors.iter().filter(|a| !a.plural) {
        let ActorKind::Person(naming) = actor.kind else { continue };
        let party = context.party(actor);
        let side = draft.camps.iter().position(|c| c.parties.first() == party.as_ref());
        // "[There] delivered the envoy X a letter from A to B": whose envoy he is who carries it need not be said.
        let from = actor.items.start;
        let last = before_adjuncts(sentence, draft.at, from);
        let carries = |i: &Item| scan.is_verb_of(i, "MESSAGE") && (last == Some(draft.at) || owned(scan, i));
        let near = || actor.marker.is_none() && last.is_some_and(|k| carries(&sentence.items[k]));
        // So may a third state's: "the adviser to the president of C delivered".
        let side = if (party.is_none() || side.is_none()) && article && here && near() {
            Some(0)
        } else {
            side.filter(|_| party.is_some())
        };
        let Some(side) = side.filter(|_| context.in_office(naming)) else { continue };
        if side == 1
            && article
            && here
            && !seated(context, draft, naming)
            && takes(scan, sentence, draft, actor)
        {
            draft.camps[1].seats.push(Seat { naming, principal: false });
            continue;
        }
        let seated = seated(context, draft, naming);
        let acts = match side {
            // Others of the sender's state may have sent messages of their own.
            _ if !free(actor, naming) => false,
            0 if here && !article && draft.leads == 0 => actor.marker.as_deref() == Some("from"),
            0 => !matches!(actor.marker.as_deref(), Some("of" | "about" | "with")),
            _ if article => !here && !matches!(actor.marker.as_deref(), Some("of" | "about")),
            _ => !here && actor.marker.as_deref() == Some("to"),
        };
        if !seated && acts {
            // "Handed him a letter from A": who sent it.
            let principal = actor.marker.as_deref() == Some("from");
            draft.camps[side].seats.push(Seat { naming, principal });
        }
    }
}
