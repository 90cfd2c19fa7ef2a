//! What somebody is asked to do, told by a noun: it is not done.

use super::{Context, Draft};
use crate::detect::Item;

/// How many items a noun may stand behind the verb that asks for it.
const REACH: usize = 24;

/// "Urged A to withdraw and to the signing of an agreement with B": what a verb of asking takes by the preposition that it also
/// takes before, and what "and" joins to that, is not done, and told on the way.
pub(super) fn asked_for(context: &Context, index: usize, out: &mut [Draft]) {
    let sentence = &context.sentences[index];
    if !context.scan(sentence).has_article() || !out.iter().any(|d| d.kind == "APPEAL") {
        return;
    }
    let items = &sentence.items;
    let asked: Vec<usize> = out
        .iter()
        .filter(|d| {
            d.nominal
                && d.status != "denied"
                && !d.secondary
                && matches!(
                    d.kind.as_str(),
                    "SIGN" | "AGREE" | "COOPERATE" | "AID" | "SANCTION" | "RECALL" | "EXPEL"
                )
        })
        .map(|d| d.at)
        .filter(|&at| {
            let asks =
                out.iter().filter(|a| a.kind == "APPEAL" && !a.nominal && a.at < at && a.at + REACH > at);
            // Nothing else is said or done between, and the noun is taken by a preposition.
            let other = |i: &Item| i.is_finite() || i.is_word("saying") || i.is_word("relative");
            let taken = |i: &Item| i.is_word("on") || i.is_word("to");
            let by = at.checked_sub(1).is_some_and(|k| taken(&items[k])) || items[at].marker != 0;
            by && asks.map(|a| a.at + 1).any(|from| !items[from..at].iter().any(other))
        })
        .collect();
    for draft in out.iter_mut().filter(|d| asked.contains(&d.at)) {
        draft.status = "hypothetical";
        draft.set_aside("asked-in-talks");
    }
}
