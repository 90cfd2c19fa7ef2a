//! Lists of people with the states they serve: "They are NAME of A, NAME (B); of C – NAME".
//!
//! Knows nothing of events: whoever uses a list knows which event it goes on with.

use super::Sentence;
use crate::Slug;
use crate::code::attendance::LINES;
use crate::detect::person::{ActorKind, Named};
use crate::detect::{Item, What};
use crate::pack::{Pack, StateForm, tags};

/// A bullet is shorter than this; one pair in it is a list of its own.
const BULLET: usize = 8;

/// How many sentences on a list may follow what leads it.
const NEAR: usize = 2;

/// Where a pair has its mark: lists keep to one way.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Way {
    Dash,
    Bracket,
    From,
    /// "Of A, Mr NAME; B, Mrs NAME".
    Leading,
    /// "Mr NAME, A; Mrs NAME, B".
    Trailing,
    /// "A's NAME, B's NAME".
    Owned,
    /// "[From A] NAME", "[on behalf of A] NAME", "the A-ish NAME", where what describes stands before.
    Sent,
}

/// The states that a sentence lists, each with the item of the name beside it, if there is one.
///
/// Two and more are a list where each has its name ("NAME (A), NAME (B)"), three and more without.
pub(crate) fn listed(pack: &Pack, sentence: &Sentence) -> Vec<(Slug, Option<usize>)> {
    let items = &sentence.items;
    let mut pairs = pairs(sentence, pack.features.capitals_alone());
    if pack.features.complement_before {
        pairs.extend(sent(items));
    }
    // "Ambassadors of A, B and C": where endings tell that they stand in one list.
    let run = if pack.features.case.is_empty() { Vec::new() } else { longest_run(items) };
    for way in [Way::Dash, Way::Bracket, Way::From, Way::Leading, Way::Trailing, Way::Owned, Way::Sent] {
        let of_this: Vec<_> = pairs.iter().filter(|p| p.0 == way).map(|p| (p.1, Some(p.2))).collect();
        let bullet = matches!(way, Way::Dash | Way::Bracket) && items.len() < BULLET;
        // "Of A, B (NAME) and C": names stand beside some of them.
        let some = matches!(way, Way::Bracket) && !of_this.is_empty() && run.len() > of_this.len().max(2);
        if some && of_this.iter().all(|(code, _)| run.iter().any(|(c, _)| c == code)) {
            return run;
        }
        if of_this.len() > 1 || of_this.len() == 1 && bullet {
            return of_this;
        }
    }
    if run.len() > 2 { run } else { Vec::new() }
}

/// How many words may lead a bracket of states behind the one before it: "of Asia (A, B), of the African states (C, D)".
const HEADED: usize = 5;

/// The longest list of states that commas, "and" and brackets join, with the names in brackets behind some of them.
fn longest_run(items: &[Item]) -> Vec<(Slug, Option<usize>)> {
    let joins = |i: &Item| i.is_mark(",") || i.is_word("and");
    let named = |i: usize| matches!(items[i].what, What::Name { .. });
    let mut best: Vec<(Slug, Option<usize>)> = Vec::new();
    let mut run: Vec<(Slug, Option<usize>)> = Vec::new();
    // Words since the last bracket of states, and whether another is open.
    let (mut gap, mut inside): (Option<usize>, bool) = (None, false);
    let mut i = 0;
    while i < items.len() {
        let item = &items[i];
        let codes = states(items, i);
        let bracket =
            item.is_mark("(").then(|| (i + 1..items.len()).find(|&k| items[k].is_mark(")"))).flatten();
        match bracket {
            // "A (NAME)", "A (non-resident), B".
            Some(close)
                if !run.is_empty()
                    && !inside
                    && close < i + 5
                    && !states(items, i - 1).is_empty()
                    && (named(close - 1) || (i + 1..close).all(|k| states(items, k).is_empty())) =>
            {
                if let Some(last) = run.last_mut().filter(|_| named(close - 1)) {
                    last.1 = Some(close - 1);
                    if best.len() == run.len() {
                        best.clone_from(&run);
                    }
                }
                i = close + 1;
                continue;
            }
            Some(close) => {
                let state = |k: usize| joins(&items[k]) || !states(items, k).is_empty();
                inside = close > i + 1 && (i + 1..close).all(state);
                if !inside || gap.is_some_and(|n| n > HEADED) || gap.is_none() {
                    run.clear();
                }
                gap = None;
            }
            None if inside && item.is_mark(")") => (inside, gap) = (false, Some(0)),
            None if codes.is_empty() && !joins(item) => {
                let leads = gap.is_some_and(|n| n < HEADED) && !item.is_verb() && !item.is_mark(".;:");
                gap = if leads { gap.map(|n| n + 1) } else { None };
                if !leads {
                    run.clear();
                }
            }
            None if codes.is_empty() => {}
            None => {
                if gap.is_some_and(|n| n > 0) {
                    run.clear();
                }
                gap = None;
            }
        }
        for code in codes {
            if run.iter().all(|(c, _)| *c != code) {
                run.push((code, None));
            }
        }
        if run.len() > best.len() {
            best.clone_from(&run);
        }
        i += 1;
    }
    best
}

fn states(items: &[Item], i: usize) -> Vec<Slug> {
    match items.get(i).map(|x| &x.what) {
        Some(What::State { code, form: StateForm::Name }) => vec![*code],
        Some(What::Office(o)) => o.state.iter().chain(&o.more_states).copied().collect(),
        _ => Vec::new(),
    }
}

/// Each state with the name that one mark or one preposition joins to it.
///
/// `plain`: names begin with a capital and nouns have no cases, so that commas and order alone may tell who is whose.
fn pairs(sentence: &Sentence, plain: bool) -> Vec<(Way, Slug, usize)> {
    let items = &sentence.items;
    let named = |i: usize| items.get(i).is_some_and(|n| matches!(n.what, What::Name { .. }));
    let mark = |i: usize, test: &str| items.get(i).is_some_and(|n| n.is_mark(test));
    // "A – Mr NAME": a courtesy or a rank stands before the name.
    let after = |i: usize| {
        let titles =
            items.iter().skip(i).take_while(|n| matches!(n.what, What::Honorific { .. } | What::Rank));
        Some(i + titles.count()).filter(|&n| named(n))
    };
    let mut out: Vec<(Way, Slug, usize)> = Vec::new();
    for i in 0..items.len() {
        // "NAME (A), NAME (ORGANISATION)".
        let code = match (&states(items, i)[..], &items[i].what) {
            (&[code], _) | ([], &What::Organisation { code }) => code,
            _ => continue,
        };
        let before = |marks: &str| i.checked_sub(2).filter(|&n| mark(i - 1, marks) && named(n));
        let behind = |marks: &str| Some(i + 2).filter(|_| mark(i + 1, marks)).and_then(after);
        // "NAME of the Kingdom of A", "NAME for A".
        let from = || {
            let back = items[..i].iter().rev().take_while(|x| x.is_word("determiner")).count();
            let link = i.checked_sub(back + 1)?;
            let speaks = items[link].is_word("about");
            let of = items[link].is_word("from") || items[link].is_word("of");
            (of && matches!(items[i].what, What::State { .. }) || speaks)
                .then(|| link.checked_sub(1))
                .flatten()
                .filter(|&n| named(n))
        };
        let beside = before("–—-").or_else(|| behind("–—-")).map(|n| (Way::Dash, n));
        let beside = beside.or_else(|| {
            let closed = before("(«\"“").filter(|_| mark(i + 1, ")»\"”"));
            closed.or_else(|| behind("(")).map(|n| (Way::Bracket, n))
        });
        // Commas tell whose is whose only where another mark or "and" stands between the pairs.
        let whole = |i: usize| matches!(items[i].what, What::State { form: StateForm::Name, .. });
        let led = |i: usize| {
            let back = items[..i].iter().rev().take_while(|x| x.is_word("determiner")).count();
            let Some(before) = i.checked_sub(back + 1) else { return true };
            let x = &items[before];
            [";", ":"].iter().any(|m| x.is_mark(m))
                || x.is_word("and")
                || x.is_word("of")
                || x.is_word("from")
        };
        let ended =
            |i: usize| items.get(i + 1).is_none_or(|x| x.is_mark(";") || x.is_mark(".") || x.is_word("and"));
        let leading = || behind(",").filter(|_| !whole(i) || led(i)).map(|n| (Way::Leading, n));
        let trailing = || before(",").filter(|_| whole(i) && ended(i)).map(|n| (Way::Trailing, n));
        let owned = || after(i + 1).filter(|_| whole(i)).map(|n| (Way::Owned, n));
        let bare = || plain.then(|| leading().or_else(trailing).or_else(owned)).flatten();
        if let Some((way, name)) = beside.or_else(|| from().map(|n| (Way::From, n))).or_else(bare) {
            out.push((way, code, name));
        }
    }
    out
}

/// "[From A] [having come] NAME", "[on behalf of A] the minister NAME", "the A-ish NAME": the state stands before the name.
fn sent(items: &[Item]) -> Vec<(Way, Slug, usize)> {
    let small = |i: &Item| matches!(i.what, What::Honorific { .. } | What::Rank | What::Office(_));
    let mut out = Vec::new();
    for (i, item) in items.iter().enumerate() {
        let What::State { code, form } = item.what else { continue };
        let from = items.get(i + 1).is_some_and(|n| n.is_word("from"));
        let whole = form != StateForm::Adjective && (item.tags & tags::ABL != 0 || from);
        if !whole && form != StateForm::Adjective {
            continue;
        }
        // "Who came": a participle between the state and the name.
        let mut at = i + 1 + usize::from(from);
        at += usize::from(whole && items.get(at).is_some_and(|n| matches!(n.what, What::Trigger(_))));
        at += items.iter().skip(at).take_while(|n| small(n)).count();
        if items.get(at).is_some_and(|n| matches!(n.what, What::Name { .. })) {
            out.push((Way::Sent, code, at));
        }
    }
    out
}

/// Whoever stands in a list beside his state is somebody in office: the lead of the list tells in which.
pub(crate) fn known(pack: &Pack, sentences: &[Sentence], namings: &mut [Named]) {
    // Several envoys or a formula of those present lead a list; its lines stand between.
    let envoys = |s: &Sentence| {
        s.actors.iter().any(|a| match &a.kind {
            ActorKind::Official(o) => pack.envoys.contains(&o.position),
            ActorKind::Person(n) => {
                let mut held = namings[*n].offices();
                a.plural && held.any(|o| pack.envoys.contains(&o.position))
            }
            _ => false,
        })
    };
    // So does, where verbs stand last, a verb of meeting somebody whom the list is to name.
    let meets = |i: &Item| match &i.what {
        What::Trigger(o) => o.iter().any(|&(f, _)| matches!(pack.frames[f].kind.as_str(), "MEET" | "CALL")),
        _ => false,
    };
    let there = |i: &Item| match &i.what {
        What::Attendance { .. } => true,
        What::Trigger(o) => o.iter().any(|&(f, _)| pack.frames[f].mode.is_some_and(|m| m == "multilateral")),
        _ => false,
    };
    // So does a gathering: who came to it is told by name and state alone.
    let formula = |s: &Sentence| {
        s.items.iter().any(|i| there(i) || i.is_word("gathering")) || s.verb_last && s.items.iter().any(meets)
    };
    // Most documents have neither, and are not gone through for what stands near.
    if namings.is_empty() || !sentences.iter().any(|s| envoys(s) || formula(s)) {
        return;
    }
    let line = |s: &Sentence| s.opens && !s.items.iter().any(|i| matches!(i.what, What::Trigger(_)));
    let mut found: Vec<(usize, Slug)> = Vec::new();
    for (i, sentence) in sentences.iter().enumerate().filter(|(_, s)| s.scan == 1) {
        let near = &sentences[i.saturating_sub(LINES)..i];
        let mut before = near.iter().rev().filter(|s| !line(s) || formula(s)).take(NEAR);
        if !envoys(sentence)
            && !formula(sentence)
            && !before.any(|s| s.scan == 1 && (envoys(s) || formula(s)))
        {
            continue;
        }
        for (code, name) in listed(pack, sentence) {
            let Some(name) = name else { continue };
            let naming = sentence.actors.iter().find_map(|a| match a.kind {
                ActorKind::Person(n) if a.items.contains(&name) => Some(n),
                _ => None,
            });
            found.extend(naming.map(|n| (n, code)));
        }
    }
    // "On behalf of A, NAME took part": one is enough where the sentence says that he was there.
    for sentence in sentences.iter().filter(|s| s.scan == 1 && s.verb_last && s.items.iter().any(there)) {
        for (_, code, name) in sent(&sentence.items) {
            let naming = sentence.actors.iter().find_map(|a| match a.kind {
                ActorKind::Person(n) if a.items.contains(&name) => Some(n),
                _ => None,
            });
            found.extend(naming.map(|n| (n, code)));
        }
    }
    for (n, code) in found {
        namings[n].known = true;
        namings[n].party = namings[n].party.or(Some(code));
    }
}
