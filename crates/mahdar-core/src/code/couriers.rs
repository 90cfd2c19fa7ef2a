//! Who brings a message, and who takes it for somebody: named beside it, and of no side by the words.

use rustc_hash::FxHashSet;

use super::{Context, Draft, Seat, Sentence};
use crate::detect::person::{Actor, ActorKind};
use crate::detect::{Item, Scan, What};
use crate::pack::tags;

/// How many sentences after a message may tell who brought it.
const BROUGHT: usize = 2;

/// Within how many items at its beginning a sentence tells that a message changed hands.
const HANDED: usize = 5;

/// How near a verb stands to whoever does what it tells, in items.
const NEXT: usize = 4;

/// "Received A, bearer of a message from B", "the message was delivered by A to C": whoever brings a message, and whoever
/// takes it for his own, takes part on that side.
pub(crate) fn couriers(context: &Context, drafts: &mut [Draft]) {
    // Most documents tell of no message.
    if !drafts.iter().any(|d| d.kind == "MESSAGE") {
        return;
    }
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
        if here.verb_last {
            written_by(context, here, draft);
        }
        if !(here.by_order || article) || draft.camps.iter().any(|c| c.parties.len() != 1) {
            continue;
        }
        let last = context.sentences.len().min(draft.spot + BROUGHT + 1);
        for (n, sentence) in context.sentences[draft.spot..last].iter().enumerate() {
            let scan = context.scan(sentence);
            let message = |i: &Item| scan.is_noun_of(i, "MESSAGE");
            let told = if n == 0 {
                sentence.scan == 1
            } else if article {
                // "Its ambassador delivered it", "the message was received for him by": in a sentence of its own.
                let the = |i: &Item| {
                    (i.first_tags | i.tags) & tags::DEFINITE != 0
                        && (scan.reports(i, "MESSAGE") || i.is_word("document"))
                };
                let opens = &sentence.items[..sentence.items.len().min(HANDED)];
                let hands =
                    |i: &Item| scan.reports(i, "MESSAGE") && (opens.iter().any(the) || owned(scan, i));
                !spots.contains(&(draft.spot + n)) && sentence.scan == here.scan && opens.iter().any(hands)
            } else {
                // "The message was delivered by": the one told of.
                let the = sentence.items.first().is_some_and(|i| i.is_kind("determiner", "article"));
                the && sentence.scan == here.scan && sentence.items.iter().take(3).any(message)
            };
            if told {
                let spot = draft.spot + n;
                let own = |naming: usize| senders.contains(&(spot, naming));
                let at = draft.at;
                let bears = |actor: &Actor, naming: usize| {
                    let from = actor.items.start;
                    let it = |i: &Item| matches!(i.what, What::Trigger(_)) && owned(scan, i);
                    n > 0
                        || received.contains(&(spot, naming))
                        || from > at && from < at + NEXT && !scan.is_noun_of(&sentence.items[at], "MESSAGE")
                        || sentence.items[from.saturating_sub(NEXT)..from].iter().any(it)
                };
                let free = |actor: &Actor, naming: usize| !own(naming) && (!article || bears(actor, naming));
                brought(context, sentence, draft, n == 0, &free);
            }
        }
    }
}

/// "Handed over [X-GEN] letter": who wrote it stands right before it, where verbs stand last.
fn written_by(context: &Context, sentence: &Sentence, draft: &mut Draft) {
    let writes = |a: &&Actor| {
        a.tags & tags::GEN != 0 && a.items.end <= draft.at && a.items.end + 1 >= draft.at && !a.plural
    };
    let Some(actor) = sentence.actors.iter().find(writes) else { return };
    let ActorKind::Person(naming) = actor.kind else { return };
    let own = |slot: usize| context.party(actor).is_some_and(|p| draft.camps[slot].parties == [p]);
    if own(0) && !own(1) && !seated(context, draft, naming) {
        draft.camps[0].seats.insert(0, Seat { naming, principal: true });
    }
}

/// Somebody takes part in the message already, under this naming or another.
fn seated(context: &Context, draft: &Draft, naming: usize) -> bool {
    let same = |s: &Seat| {
        let (a, b) = (context.person_of[s.naming], context.person_of[naming]);
        s.naming == naming || a.is_some() && a == b
    };
    draft.camps.iter().flat_map(|c| &c.seats).any(same)
}

/// A verb, or a noun for what is done, with a pronoun at its end: "delivered it", "its delivering".
fn owned(scan: &Scan, item: &Item) -> bool {
    let word = scan.text.folded(item.end - 1);
    let finite = matches!(&item.what, What::Trigger(o) if o.iter().any(|(_, f)| !f.is_noun()));
    let features = &scan.pack.features;
    if finite { features.is_owned(word) } else { features.is_plainly_owned(word) }
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
    for actor in sentence.actors.iter().filter(|a| !a.plural) {
        let ActorKind::Person(naming) = actor.kind else { continue };
        let party = context.party(actor);
        let side = draft.camps.iter().position(|c| c.parties.first() == party.as_ref());
        let Some(side) = side.filter(|_| party.is_some() && context.in_office(naming)) else { continue };
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
