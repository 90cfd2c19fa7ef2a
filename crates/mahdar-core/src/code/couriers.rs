//! Who brings a message, and who takes it for somebody: named beside it, and of no side by the words.

use super::{Context, Draft, Seat, Sentence};
use crate::detect::Item;
use crate::detect::person::ActorKind;

/// How many sentences after a message may tell who brought it.
const BROUGHT: usize = 2;

/// "Received A, bearer of a message from B", "the message was delivered by A to C": whoever brings a message, and whoever
/// takes it for his own, takes part on that side.
pub(crate) fn couriers(context: &Context, drafts: &mut [Draft]) {
    for draft in drafts.iter_mut().filter(|d| d.kind == "MESSAGE" && d.status == "happened" && !d.background)
    {
        let here = &context.sentences[draft.spot];
        if !here.by_order || draft.camps.iter().any(|c| c.parties.len() != 1) {
            continue;
        }
        let last = context.sentences.len().min(draft.spot + BROUGHT + 1);
        for (n, sentence) in context.sentences[draft.spot..last].iter().enumerate() {
            let scan = context.scan(sentence);
            let message = |i: &Item| scan.is_noun_of(i, "MESSAGE");
            let told = if n == 0 {
                sentence.scan == 1
            } else {
                // "The message was delivered by": the one told of.
                let the = sentence.items.first().is_some_and(|i| i.is_kind("determiner", "article"));
                the && sentence.scan == here.scan && sentence.items.iter().take(3).any(message)
            };
            if told {
                brought(context, sentence, draft, n == 0);
            }
        }
    }
}

/// Seats whoever of the sender's state, or after "to" of the receiver's, is named in a sentence about a message.
fn brought(context: &Context, sentence: &Sentence, draft: &mut Draft, here: bool) {
    for actor in sentence.actors.iter().filter(|a| !a.plural) {
        let ActorKind::Person(naming) = actor.kind else { continue };
        let party = context.party(actor);
        let side = draft.camps.iter().position(|c| c.parties.first() == party.as_ref());
        let Some(side) = side.filter(|_| party.is_some() && context.in_office(naming)) else { continue };
        let same = |s: &Seat| {
            s.naming == naming
                || context.person_of[s.naming].is_some()
                    && context.person_of[s.naming] == context.person_of[naming]
        };
        let seated = draft.camps.iter().flat_map(|c| &c.seats).any(same);
        let acts = match side {
            // Others of the sender's state may have sent messages of their own.
            0 if here && draft.leads == 0 => actor.marker.as_deref() == Some("from"),
            0 => !matches!(actor.marker.as_deref(), Some("of" | "about" | "with")),
            _ => !here && actor.marker.as_deref() == Some("to"),
        };
        if !seated && acts {
            // "Handed him a letter from A": who sent it.
            let principal = actor.marker.as_deref() == Some("from");
            draft.camps[side].seats.push(Seat { naming, principal });
        }
    }
}
