//! "The ambassadors of four countries: A, B, C and D": whose people they are stands behind a mark, or behind "they [are]".

use super::{Actor, ActorKind};
use crate::Slug;
use crate::detect::Scan;
use crate::detect::items::{Item, What};
use crate::pack::StateForm;

/// Within how many words behind them the mark stands.
const WORDS: usize = 6;

/// Gives people of several, of whom the words tell no state, those that are listed behind a dash or a colon.
pub(super) fn listed_behind(scan: &Scan, items: &[Item], actors: &mut Vec<Actor>) {
    if scan.pack.features.order != "svo" && !scan.has_article() {
        return;
    }
    let mut k = 0;
    while k < actors.len() {
        if let Some(listed) = states(scan, items, actors, k) {
            let listed: Vec<Actor> = actors.drain(k + 1..=k + listed).collect();
            let whom = &mut actors[k];
            let mut codes = listed.iter().filter_map(|a| a.party);
            whom.party = codes.next();
            whom.more = codes.collect();
            whom.plural = true;
            whom.items.end = listed.last().map_or(whom.items.end, |a| a.items.end);
        }
        k += 1;
    }
}

/// How many actors behind actor `k` tell whose he is: states, and before them "of four countries" and "they".
fn states(scan: &Scan, items: &[Item], actors: &[Actor], k: usize) -> Option<usize> {
    let whom = &actors[k];
    let several = match &whom.kind {
        ActorKind::Official(office) => whom.plural && office.state.is_none(),
        ActorKind::Counterpart => true,
        _ => false,
    };
    if !several || whom.party.is_some() {
        return None;
    }
    let end = whom.items.end;
    // "Ministers of four states, they [are] A and B".
    let they = |i: &Item| scan.has_article() && i.is_word("pronoun") && !i.and && i.marker == 0;
    let opens = |i: &Item| i.is_mark(":–—-") || scan.has_article() && i.is_mark("(") || they(i);
    let ends = |i: &Item| matches!(i.what, What::Mark(_)) && !i.is_mark(",") || they(i);
    let mark = end + items[end..].iter().take(WORDS + 1).position(ends)?;
    let plain = |i: &Item| {
        matches!(i.what, What::Other { .. } | What::Time | What::Both)
            || they(&items[mark]) && i.is_mark(",")
            || matches!(i.what, What::Word { .. }) && !i.is_word("and") && !i.is_word("with")
    };
    if !opens(&items[mark]) || !items[end..mark].iter().all(plain) {
        return None;
    }
    let mut at = mark + 1;
    let mut last = false;
    let mut codes: Vec<Slug> = Vec::new();
    let says = |a: &&Actor| {
        a.items.end <= mark + 1
            && matches!(a.kind, ActorKind::Both | ActorKind::Pronoun)
            && scan.has_article()
    };
    let n_before = actors[k + 1..].iter().take_while(says).count();
    for actor in &actors[k + 1 + n_before..] {
        let name = matches!(actor.kind, ActorKind::State(StateForm::Name));
        let between = items.get(at..actor.items.start)?;
        let joins = |i: &Item| i.is_mark(",") || i.is_word("and") || i.is_word("determiner");
        let (Some(party), true, true) = (actor.party, name, between.iter().all(joins)) else { break };
        last |= actor.and || between.iter().any(|i| i.is_word("and"));
        codes.push(party);
        at = actor.items.end;
    }
    (last && codes.len() > 1).then_some(n_before + codes.len())
}
