//! "A joined B and C in expelling": who does what others do.

use super::{Context, Draft};
use crate::detect::What;
use crate::detect::person::Actor;

/// How many items may stand between the verb of joining and what is done.
const REACH: usize = 24;

/// Whoever joins others in doing something does it with them: he stands first on their side.
pub(super) fn joined(context: &Context, index: usize, drafts: &mut [Draft]) {
    let sentence = &context.sentences[index];
    if !sentence.by_order || drafts.is_empty() {
        return;
    }
    let scan = context.scan(sentence);
    let items = &sentence.items;
    for d in drafts.iter_mut().filter(|d| !d.nominal && d.at > 2 && items[d.at - 1].is_word("in")) {
        let from = d.at.saturating_sub(REACH);
        let joins = |&i: &usize| scan.word(items[i].start, "joins").is_some();
        let Some(verb) = (from..d.at - 1).rev().find(joins) else { continue };
        if items[verb + 1..d.at - 1]
            .iter()
            .any(|i| matches!(i.what, What::Trigger(_)) || i.is_word("relative"))
        {
            continue;
        }
        let who = |a: &&Actor| a.items.end <= verb && a.marker.is_none();
        let party = sentence.actors.iter().rfind(who).and_then(|a| context.party(a));
        let side = &mut d.camps[d.leads];
        let known = |p: &crate::Slug| side.parties.contains(p);
        if let Some(party) = party.filter(|p| !known(p))
            && !side.parties.is_empty()
            && !d.camps[1 - d.leads].parties.contains(&party)
        {
            d.camps[d.leads].parties.insert(0, party);
        }
    }
}
