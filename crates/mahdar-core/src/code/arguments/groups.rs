//! Actors that stand together under one marker.

use super::clause::leads_delegation;
use crate::Slug;
use crate::code::{Context, Sentence};
use crate::detect::person::{Actor, ActorKind};
use crate::detect::{Item, Scan, What};
use crate::pack::{Sense, StateForm, TriggerForm, tags};

/// The longest list of owners of one noun, in actors.
const LISTED: usize = 12;

/// Actors that stand together (A, B and C) under one marker.
#[derive(Debug, Clone)]
pub(super) struct Group {
    pub members: Vec<usize>,
    pub marker: Option<Slug>,
    pub start: usize,
    pub end: usize,
    pub tags: u32,
    /// The marks of its last member by itself.
    pub own: u32,
}

pub(super) fn may_act(actor: &Actor) -> bool {
    match &actor.kind {
        ActorKind::State(form) => !matches!(form, StateForm::Adjective | StateForm::People),
        ActorKind::Institution { acts } => *acts,
        _ => true,
    }
}

/// "The Taiwan question": a state's name before a common noun only describes it.
pub(super) fn modifies(scan: &Scan, sentence: &Sentence, actor: &Actor) -> bool {
    let features = &scan.pack.features;
    // Where nouns have cases, only one without a case describes, before a possessed noun that has none either.
    let describes = |n: &Item| {
        features.case.is_empty()
            || features.complement_before
                && actor.tags & tags::CASES == 0
                && n.tags & tags::POSS != 0
                && n.tags & tags::CASES == 0
    };
    // "China firmly opposes": an adverb and its verb.
    let acts = |n: &Item| {
        features.adverbs.iter().any(|e| scan.text.folded(n.end - 1).ends_with(e.as_str()))
            && sentence.items.get(actor.items.end + 1).is_some_and(|v| matches!(v.what, What::Trigger(_)))
    };
    // "That Chad end the blockade": a verb.
    let does = || {
        scan.pack.features.case.is_empty()
            && sentence.items.get(actor.items.end + 1).is_some_and(|x| x.is_word("determiner"))
    };
    let named =
        features.capitals && matches!(actor.kind, ActorKind::State(StateForm::Name | StateForm::Capital));
    // "With the A crisis and energy on the table": behind a preposition only what is surely a matter shows it, or an article,
    // which no name of a state has.
    let with = || features.capitals_alone() && actor.marker.as_deref() == Some("with");
    let article = || {
        let before = actor.items.start.checked_sub(1).map(|i| &sentence.items[i]);
        before.is_some_and(|i| i.is_kind("determiner", "article"))
    };
    if named && with() {
        return sentence.items.get(actor.items.end).is_some_and(|n| match &n.what {
            What::Word { work, .. } => work == "blow" && article(),
            What::Trigger(o) => {
                o.iter().all(|&(f, form)| form.is_noun() && scan.pack.frames[f].kind == "FORCE")
            }
            What::Other { .. } => {
                let shown = || article() || scan.is(n.start, |s| matches!(s, Sense::Topic { .. }));
                !scan.text.tokens[n.start].capital && shown()
            }
            _ => false,
        });
    }
    named
        && actor.marker.is_none()
        && sentence.items.get(actor.items.end).is_some_and(|n| {
            describes(n)
                && !acts(n)
                && matches!(n.what, What::Other { .. })
                && !scan.text.tokens[n.start].capital
                // "Gave Kenya two boats": how many are given.
                && !scan.is(n.start, |s| matches!(s, Sense::Number { .. }))
                && !does()
                && scan.is(n.start, |s| matches!(s, Sense::Common | Sense::Topic { .. }))
                // "A's drones struck B": its arms act for it.
                && !(features.complement_before
                    && scan.is(n.start, |s| matches!(s, Sense::Topic { id } if *id == "military"))
                    && sentence.items[actor.items.end..].iter().any(|v| scan.is_verb_of(v, "FORCE")))
        })
}

/// "A — B: talks", "the railway A — B — C": a dash between two names or, after a noun, between states or organisations, in a
/// language whose nouns have cases.
fn dashed(context: &Context, sentence: &Sentence, last: &Group, actor: &Actor) -> bool {
    let features = &context.scan(sentence).pack.features;
    let Some(one) = last.members.last().map(|&m| &sentence.actors[m]) else { return false };
    let dash = |i: &Item| matches!(i.what, What::Mark('-' | '–' | '—'));
    let named = |a: &Actor| matches!(a.kind, ActorKind::Person(_));
    let state = |a: &Actor| matches!(a.kind, ActorKind::State(StateForm::Name) | ActorKind::Organisation);
    let noun = || {
        let before = &sentence.items[..last.start];
        let governs = before.iter().rev().find(|i| !i.is_mark("«\""));
        last.members.iter().all(|&m| state(&sentence.actors[m]))
            && governs.is_some_and(|i| match &i.what {
                What::Other { .. } | What::Institution { .. } => true,
                What::Word { work, .. } => work == "gathering",
                What::Trigger(o) => o.iter().all(|(_, form)| form.is_noun()),
                _ => false,
            })
    };
    features.order == "svo"
        && !features.case.is_empty()
        && actor.items.start == last.end + 1
        && dash(&sentence.items[last.end])
        && actor.marker.is_none()
        && (named(one) && named(actor) || state(one) && state(actor) && noun())
        && context.party(one).is_some_and(|p| context.party(actor).is_some_and(|q| p != q))
}

/// The marks of an actor in its clause: a state in the genitive stands as the noun does that it belongs to.
pub(super) fn ruled(scan: &Scan, sentence: &Sentence, actor: &Actor) -> u32 {
    let features = &scan.pack.features;
    let party =
        matches!(actor.kind, ActorKind::State(_) | ActorKind::Organisation | ActorKind::Institution { .. });
    let noun = |i: &Item| match &i.what {
        What::Other { .. } => true,
        What::Word { work, .. } => {
            matches!(
                work.as_str(),
                "gathering" | "document" | "delegation" | "building" | "region" | "blow" | "authority"
            )
        }
        // "Condemned the [of A] strike": the noun that tells the act.
        What::Trigger(o) => features.complement_before && o.iter().all(|(_, form)| form.is_noun()),
        _ => false,
    };
    if features.case.is_empty() || !party {
        return actor.tags;
    }
    if features.complement_before {
        // A word listed as it stands, with its ending, bears no marks of its own.
        let bare = |i: &Item| i.tags & (tags::CASES | tags::POSS) == 0;
        let marks = |i: &Item| match i.what {
            What::Other { common } if !common || bare(i) => scan.ending(i.end - 1),
            // What a word list has as somebody's already ("the city of") shows whose it is by its end alone.
            What::Word { .. } if ["building", "region", "document", "blow"].iter().any(|w| i.is_word(w)) => {
                i.tags | scan.ending(i.end - 1) & tags::POSS
            }
            _ => i.tags,
        };
        let after = &sentence.items[actor.items.end..];
        if actor.tags & tags::CASES & !tags::GEN != 0 {
            // "To refugees [who are] in A": the noun that they are said to be bears the case.
            let other = |i: &&Item| matches!(i.what, What::Other { .. });
            let of_it = after.iter().take(3).take_while(other).fold(0, |found, i| found | marks(i));
            let aimed = of_it & (tags::DAT | tags::ACC);
            let owned = actor.items.start > 0 && {
                let before = &sentence.items[actor.items.start - 1];
                matches!(before.what, What::State { .. } | What::Organisation { .. })
                    && before.tags & tags::GEN != 0
            };
            let inside = actor.tags & (tags::LOC | tags::ATTR) == tags::LOC | tags::ATTR && !owned;
            return if inside && aimed != 0 { actor.tags | aimed } else { actor.tags };
        }
        // "[To] A's province of NAME": a name that no list has, before the word for what it is, where one goes there.
        let named =
            after.iter().take(3).take_while(|i| matches!(i.what, What::Name { known: false })).count();
        let other = |i: &&Item| matches!(i.what, What::Other { .. });
        let land = after[named..].iter().take(3).find(|i| !other(i));
        let land = land.is_some_and(|i| {
            (i.is_word("region") || i.is_word("building")) && marks(i) & (tags::DAT | tags::ACC) != 0
        });
        let after = if land { &after[named..] } else { after };
        // "[At] A's base in B": whose it is bears the case, not where it lies.
        let lies = |i: &Item| {
            matches!(i.what, What::State { .. })
                && i.tags & (tags::LOC | tags::ATTR) == tags::LOC | tags::ATTR
        };
        let after = match after {
            [place, rest @ ..] if actor.tags & tags::GEN != 0 && lies(place) => rest,
            _ => after,
        };
        // "The ministry [to] the relatives [of] the dead": what a noun in the genitive owns is nobody else's.
        let others = |t: u32| t & tags::GEN != 0 && t & tags::POSS == 0 && actor.tags & tags::GEN == 0;
        let nouns = after.iter().take(3).take_while(|i| noun(i)).map(marks).take_while(|t| !others(*t));
        let possessed = nouns.into_iter().find(|t| t & tags::POSS != 0);
        // "[Supports] A's independence and wholeness": of two nouns the last bears the case for both.
        let second = |t: u32| {
            let and = after.iter().take(3).position(|i| i.is_word("and")).filter(|a| *a > 0)?;
            let mut joined = after[and + 1..].iter().take(3).take_while(|i| noun(i)).map(marks);
            let last = joined.find(|t| t & tags::POSS != 0 && t & tags::CASES & !tags::GEN != 0);
            last.filter(|_| t & tags::CASES == 0)
        };
        let possessed = possessed.map(|t| second(t).unwrap_or(t));
        // "[At] the strike [of A]": the noun of an act, listed as it stands after its owner, shows its case alone.
        let listed = || {
            let next = sentence.items.get(actor.items.end).filter(|i| noun(i))?;
            let case = next.tags & tags::CASES & !tags::GEN;
            let act = matches!(next.what, What::Trigger(_));
            (case != 0 && act && actor.tags & tags::CASES == 0).then_some(next.tags)
        };
        return possessed.or_else(listed).unwrap_or(actor.tags);
    }
    if actor.tags & tags::GEN == 0 || actor.marker.is_some() {
        return actor.tags;
    }
    let mut found = actor.tags;
    // "The authorities [of A and] of B": of two states as of one.
    let first = |i: &Item| matches!(i.what, What::State { .. }) && i.tags & tags::GEN != 0 && i.marker == 0;
    let before = &sentence.items[..actor.items.start];
    let before = match before {
        [rest @ .., state, and] if and.is_word("and") && first(state) => rest,
        _ => before,
    };
    for item in before.iter().rev().take(3) {
        if !noun(item) || item.tags & tags::CASES == 0 {
            break;
        }
        found |= item.tags;
        if item.tags & tags::GEN == 0 {
            break;
        }
    }
    found
}

/// "The ministries of A and B": bodies of a state, and another state in the genitive.
fn of_several(house: &Actor, state: &Actor) -> bool {
    let many = house.tags & tags::PLURAL != 0 || house.tags & tags::CASES == tags::CASES;
    matches!(house.kind, ActorKind::Institution { acts: true })
        && house.party.is_some()
        && house.party != state.party
        && matches!(state.kind, ActorKind::State(StateForm::Name))
        && state.tags & tags::GEN != 0
        && state.marker.is_none()
        && many
}

/// A state or city in the case of the aim, or with a word like "city" after it that is.
pub(super) fn aimed(scan: &Scan, sentence: &Sentence, actor: &Actor) -> bool {
    let region =
        sentence.items.get(actor.items.end).is_some_and(|i| i.is_word("region") && i.tags & tags::DAT != 0);
    region || ruled(scan, sentence, actor) & tags::DAT != 0
}

/// "The presidents of the two states, A and B": those who are named right behind the word for both.
fn named_at_once(scan: &Scan, sentence: &Sentence, a: usize) -> bool {
    let both = &sentence.actors[a];
    if !scan.pack.features.complement_before || !matches!(both.kind, ActorKind::Both) {
        return false;
    }
    let person = |n: usize| {
        let next = sentence.actors.get(a + n)?;
        matches!(next.kind, ActorKind::Person(_)).then_some(next)
    };
    let apposed = |i: &Item| matches!(i.what, What::Mark('–' | '—' | '-' | ',' | ':') | What::Office(_));
    let joined = |i: &Item| i.is_word("and") || i.is_mark(",");
    let (Some(first), Some(second)) = (person(1), person(2)) else { return false };
    sentence.items[both.items.end..first.items.start].iter().all(apposed)
        && sentence.items[first.items.end..second.items.start].iter().all(joined)
}

/// ", the ministry said" at the end of a sentence: whose word it is.
fn says_last(scan: &Scan, sentence: &Sentence, actor: &Actor) -> bool {
    let (first, end) = (actor.items.start, actor.items.end);
    // "[…, that] said the ministry", where verbs stand last.
    let speaks = match actor.kind {
        ActorKind::Institution { .. } | ActorKind::State(StateForm::Government) => true,
        ActorKind::Official(_) => sentence.items.get(end).is_none_or(|i| i.is_mark(".!?")),
        _ => false,
    };
    if sentence.verb_last && first > 0 && speaks {
        return sentence.items[first - 1].is_word("saying");
    }
    let comma = sentence.items[..first].iter().rev().find(|i| !i.is_word("determiner"));
    sentence.by_order
        && matches!(actor.kind, ActorKind::Institution { .. })
        && comma.is_some_and(|i| i.is_mark(","))
        && {
            // "The ministry in CITY announced": a verb that may tell an act as well.
            let verb = past_seat(sentence, end);
            let says = |i: &Item| i.is_word("saying") || scan.also_does(i, "saying");
            sentence.items.get(verb).is_some_and(says)
                && !sentence.items[verb + 1..].iter().any(|i| matches!(i.what, What::Trigger(_)))
        }
}

/// How many words may follow a verb of saying that ends its sentence: "told reporters in CITY".
const REPORTED: usize = 6;

/// "A met B on Monday, the spokesman, NAME, said": whoever only tells what others did, where they have a verb of their own.
fn reports_last(scan: &Scan, sentence: &Sentence, actor: &Actor) -> bool {
    let items = &sentence.items;
    let (first, end) = (actor.items.start, actor.items.end);
    let somebody = matches!(actor.kind, ActorKind::Person(_) | ActorKind::Official(_));
    if !sentence.by_order || !somebody || actor.and || actor.marker.is_some() || first < 4 {
        return false;
    }
    if !items.get(end).is_some_and(|i| scan.also_does(i, "saying")) {
        return false;
    }
    let rest = &items[end + 1..];
    let told = |i: &Item| matches!(i.what, What::Trigger(_)) || i.is_word("relative") || i.is_mark(":");
    if rest.len() > REPORTED || rest.iter().any(told) {
        return false;
    }
    let describes = |i: &&Item| {
        matches!(
            i.what,
            What::Other { .. }
                | What::Institution { .. }
                | What::Office(_)
                | What::State { .. }
                | What::Honorific { .. }
        ) || i.is_word("determiner")
            || i.is_mark("'’")
    };
    let words = items[..first].iter().rev().take_while(describes).count();
    let Some(comma) = (first - words).checked_sub(1).filter(|&c| items[c].is_mark(",")) else { return false };
    // Others act before it: "after meeting B, the minister said" tells of the minister.
    let finite = |o: &[(usize, TriggerForm)]| o.iter().any(|(_, f)| *f == TriggerForm::Past);
    let verb = items[..comma].iter().position(|i| matches!(&i.what, What::Trigger(o) if finite(o)));
    let subject = |a: &Actor| a.marker.is_none() && a.kind.is_person();
    verb.is_some_and(|v| {
        !items[..v].iter().any(|i| i.is_word("after") || i.is_word("during"))
            && sentence.actors.iter().any(|a| a.items.end <= v && subject(a))
    })
}

/// The item after "in CITY", where a body is said to sit right after its name.
pub(super) fn past_seat(sentence: &Sentence, end: usize) -> usize {
    match sentence.items.get(end..end + 2) {
        Some([at, city]) if at.is_word("in") && city.is_city() => end + 2,
        _ => end,
    }
}

/// A hyphen without spaces around it.
pub(super) fn is_hyphen(scan: &Scan, item: &Item) -> bool {
    matches!(item.what, What::Mark('-' | '–'))
        && scan.text.tokens[item.start].glued
        && scan.text.tokens.get(item.end).is_some_and(|t| t.glued)
}

pub(super) fn is_city(sentence: &Sentence, group: &Group) -> bool {
    matches!(sentence.actors[group.members[0]].kind, ActorKind::State(StateForm::City))
}

/// "According to the ministry of X": whose word it is acts in no clause.
fn source(sentence: &Sentence, actor: &Actor) -> bool {
    let before = &sentence.items[..actor.items.start];
    let plain = |i: &&Item| {
        matches!(i.what, What::Other { .. } | What::Time)
            || i.is_word("determiner")
            || i.is_word("by")
            || i.is_word("of")
            || i.is_word("from")
            || i.is_word("to")
            || i.is_word("saying")
    };
    before.iter().rev().take(6).take_while(plain).any(|i| i.is_kind("saying", "source"))
}

/// "Israel and the Palestinians", "the Kenyans and the Ghanaians": a people beside a state or another people.
fn beside_another(sentence: &Sentence, a: usize) -> bool {
    let actors = &sentence.actors;
    let people = |actor: &Actor| matches!(actor.kind, ActorKind::State(StateForm::People));
    let party = |actor: &Actor| people(actor) || matches!(actor.kind, ActorKind::State(StateForm::Name));
    let small = |i: &Item| i.is_word("and") || i.is_word("determiner");
    let joined = |one: &Actor, two: &Actor| {
        two.and
            && party(one)
            && party(two)
            && one.party != two.party
            && sentence.items[one.items.end.min(two.items.start)..two.items.start].iter().all(small)
    };
    people(&actors[a])
        && (a > 0 && joined(&actors[a - 1], &actors[a])
            || actors.get(a + 1).is_some_and(|next| joined(&actors[a], next)))
}

/// "At the house", "in the house": the item is where something was.
fn stands_in(scan: &Scan, sentence: &Sentence, at: usize) -> bool {
    matches!(scan.pack.lexicon.marker_name(sentence.items[at].marker), Some("in" | "with-b"))
        || at > 0 && (sentence.items[at - 1].is_word("in") || sentence.items[at - 1].is_word("at"))
}

pub(super) fn groups(context: &Context, sentence: &Sentence, lo: usize, hi: usize) -> Vec<Group> {
    let scan = context.scan(sentence);
    let mut out: Vec<Group> = Vec::new();
    let mut quoted: Option<usize> = None;
    let said = super::clause::relatives(sentence, false);
    for (a, actor) in sentence.actors.iter().enumerate() {
        // Whose word it is acts in nothing that is told.
        if said.iter().any(|r| r.contains(&actor.items.start) && super::clause::says(sentence, r)) {
            continue;
        }
        if sentence.by_order
            && (kin(scan, sentence, actor) || spouse(sentence, actor) || told_by(scan, sentence, actor))
        {
            continue;
        }
        let city =
            matches!(actor.kind, ActorKind::State(StateForm::City)) && scan.pack.features.case.is_empty();
        let beside = beside_another(sentence, a);
        // "At the headquarters of the UN", "of the ministry": a place. So is a state's own body where one is said to be.
        let seat = scan.has_article()
            && actor.items.start > 0
            && sentence.items[actor.items.start - 1].is_word("building")
            && match actor.kind {
                ActorKind::Organisation => true,
                ActorKind::Institution { .. } => {
                    actor.party.is_none() || stands_in(scan, sentence, actor.items.start - 1)
                }
                _ => false,
            };
        // "The head of the ministry's department": part of the ministry told before.
        let part = sentence.by_order
            && matches!(actor.kind, ActorKind::Institution { .. })
            && actor.party.is_none()
            && actor.items.start > 0
            && scan.possessive(sentence.items[actor.items.start].start.saturating_sub(1));
        // "At the airport of X".
        let house = scan.has_article()
            && matches!(actor.kind, ActorKind::State(StateForm::Name | StateForm::Capital))
            && actor.marker.is_none()
            && actor.items.start > 0
            && sentence.items[actor.items.start - 1].is_word("building");
        // "A delegation led by NAME arrived": he goes with it.
        let leader = actor.items.start > 0 && leads_delegation(sentence, actor.items.start - 1);
        // "[In A's] capital CITY": whose city it is.
        let of_capital = scan.pack.features.complement_before
            && matches!(actor.kind, ActorKind::State(StateForm::Name))
            && actor.tags & tags::CASES & !tags::GEN == 0
            && sentence.items.get(actor.items.end).is_some_and(|i| i.is_word("region"))
            && sentence.items.get(actor.items.end + 1).is_some_and(Item::is_city);
        // "With the delegation of A": whose it is stands with it.
        let owner = a > 0
            && !scan.pack.features.case.is_empty()
            && matches!(
                actor.kind,
                ActorKind::State(_) | ActorKind::Organisation | ActorKind::Institution { .. }
            )
            && matches!(sentence.actors[a - 1].kind, ActorKind::Delegation)
            && sentence.actors[a - 1].items.end == actor.items.start
            && actor.party.is_some()
            && actor.party == sentence.actors[a - 1].party;
        // "A delegation from A", "from the parliament of A": so it does where nouns have none.
        let owner = owner
            || a > 0
                && scan.has_article()
                && matches!(sentence.actors[a - 1].kind, ActorKind::Delegation)
                && actor.party.is_some()
                && actor.party == sentence.actors[a - 1].party
                && !actor.and
                && matches!(
                    actor.kind,
                    ActorKind::State(_) | ActorKind::Organisation | ActorKind::Institution { .. }
                )
                && sentence.items[sentence.actors[a - 1].items.end.min(actor.items.start)..actor.items.start]
                    .iter()
                    .all(|i| i.is_word("from") || matches!(i.what, What::Other { .. }));
        // "The delegations of A and B": whose they are, each after the first.
        let owner = owner
            || actor.and
                && matches!(actor.kind, ActorKind::State(_) | ActorKind::Organisation)
                && sentence.actors[..a].iter().rev().take(LISTED).any(|d| {
                    matches!(d.kind, ActorKind::Delegation)
                        && actor.party.is_some_and(|p| d.more.contains(&p))
                        && sentence.items[d.items.end..actor.items.start].iter().all(|i| {
                            matches!(i.what, What::State { .. } | What::Organisation { .. } | What::Mark(','))
                                || i.is_word("and")
                        })
                });
        // "According to A and B": both.
        let and = |from: usize| sentence.items[from..actor.items.start].iter().any(|i| i.is_word("and"));
        let joined = quoted.is_some_and(|q| q + 1 == a && and(sentence.actors[q].items.end));
        let is_source = source(sentence, actor) || joined;
        if is_source {
            quoted = Some(a);
        }
        // "The Bay of Bengal Initiative (BIMSTEC)": named once.
        let bracketed = a > 0
            && actor.party.is_some()
            && actor.party == sentence.actors[a - 1].party
            && actor.items.start == sentence.actors[a - 1].items.end + 1
            && sentence.items[actor.items.start - 1].is_mark("(");
        if bracketed && let Some(last) = out.last_mut().filter(|g| g.members.last() == Some(&(a - 1))) {
            let closes = sentence.items.get(actor.items.end).is_some_and(|i| i.is_mark(")"));
            last.end = actor.items.end + usize::from(closes);
        }
        if actor.items.start < lo
            || bracketed
            || is_source
            || actor.items.end > hi
            || city
            || seat
            || part
            || house
            || leader
            || owner
            || of_capital
            || named_at_once(scan, sentence, a)
            || says_last(scan, sentence, actor)
            || reports_last(scan, sentence, actor)
            || !(may_act(actor) || beside)
            || modifies(scan, sentence, actor)
            || matches!(actor.kind, ActorKind::Person(n) if context.person_of[n].is_none())
        {
            continue;
        }
        if scan.has_article() && out.last().is_some_and(|last| describes_state(sentence, last, actor)) {
            continue;
        }
        // "From that after": a pronoun that with its postposition says when.
        if scan.pack.features.complement_before
            && matches!(actor.kind, ActorKind::Pronoun)
            && actor.tags & tags::ABL != 0
            && sentence.items.get(actor.items.end).is_some_and(|i| i.is_word("after"))
        {
            continue;
        }
        // "With his colleagues: X and Y": those named behind the mark are they.
        if let Some(last) = out.last_mut()
            && scan.pack.features.svo_with_cases()
            && actor.marker.as_deref() == Some("with")
            && actor.marker == last.marker
            && actor.kind.is_person()
            && let [one] = last.members[..]
            && matches!(sentence.actors[one].kind, ActorKind::Counterpart)
            && sentence.items.get(last.end..actor.items.start).is_some_and(|between| {
                let mark = |i: &Item| i.is_mark(":—–-");
                between.last().is_some_and(mark)
                    && !between.iter().any(|i| i.is_mark(",") || i.is_word("and"))
            })
        {
            last.members = vec![a];
            last.end = actor.items.end;
            (last.tags, last.own) = (ruled(scan, sentence, actor), actor.tags);
            continue;
        }
        if let Some(last) = out.last_mut() {
            // A postposition or the last one's case is that of all who are listed.
            let after = scan.pack.features.complement_before;
            let between = &sentence.items[last.end.min(actor.items.start)..actor.items.start];
            let both_people = matches!(actor.kind, ActorKind::Person(_))
                && last
                    .members
                    .last()
                    .is_some_and(|&m| matches!(sentence.actors[m].kind, ActorKind::Person(_)));
            // People in a list may have more words about them between.
            let loose = both_people
                && actor.and
                && between.len() <= 9
                && !between.iter().any(|i| {
                    matches!(
                        i.what,
                        What::Trigger(_)
                            | What::Attendance { .. }
                            | What::Side
                            | What::Own { .. }
                            | What::Resumption
                    ) || i.is_word("saying")
                        || i.is_word("relative")
                });
            // "In Muscat, the minister said": where, not with whom.
            let place = scan.pack.features.case.is_empty()
                && adjunct(&last.marker)
                && !matches!(actor.kind, ActorKind::State(_))
                && last.members.last().is_some_and(|&m| {
                    matches!(
                        sentence.actors[m].kind,
                        ActorKind::State(StateForm::City | StateForm::Capital | StateForm::Name)
                    )
                });
            // "Received, at the ministry, the envoy of A": where, not whom.
            let house = sentence.by_order
                && matches!(last.marker.as_deref(), Some("at" | "in"))
                && actor.kind.is_person()
                && actor.marker.is_none()
                && !between.iter().any(|i| i.is_word("and"))
                && last.members.last().is_some_and(|&m| {
                    matches!(
                        sentence.actors[m].kind,
                        ActorKind::Institution { .. } | ActorKind::State(StateForm::Government)
                    )
                });
            let place = place || house;
            // "Receiving A's envoy, B's minister said": after a comma a sure nominative is listed with no other case.
            let oblique = tags::GEN | tags::DAT | tags::ACC | tags::INS | tags::LOC;
            let (mine, theirs) = (actor.tags & tags::CASES, last.tags & tags::CASES);
            let agrees = scan.pack.features.case.is_empty()
                || after
                || between.iter().any(|i| i.is_word("and"))
                || theirs == 0
                || theirs & tags::NOM != 0
                || mine & tags::NOM == 0
                || mine & oblique != 0;
            // "Ties between the two nations, A and B signed": what belongs to a noun is no member of the list after it.
            let apart = scan.pack.features.case.is_empty()
                && matches!(last.marker.as_deref(), Some("between" | "of"))
                && last.members.last().is_some_and(|&m| matches!(sentence.actors[m].kind, ActorKind::Both))
                && actor.marker.is_none();
            // "Ties between A and B, the minister of C said": after a comma an official is none of the states before it.
            let state = |m: &usize| {
                matches!(
                    sentence.actors[*m].kind,
                    ActorKind::State(_) | ActorKind::Organisation | ActorKind::Institution { .. }
                )
            };
            let apart = apart
                || sentence.by_order
                    && matches!(last.marker.as_deref(), Some("between" | "with" | "of" | "to"))
                    && last.members.iter().all(state)
                    && matches!(actor.kind, ActorKind::Official(_) | ActorKind::Person(_))
                    && actor.marker.is_none()
                    && !between.iter().any(|i| i.is_word("and"));
            // "Where he came at the head of a delegation, him B received": after a mark a pronoun begins what follows.
            let anew = !scan.pack.features.case.is_empty()
                && !after
                && matches!(actor.kind, ActorKind::Pronoun)
                && !between.iter().any(|i| i.is_word("and") || i.is_word("or"));
            // "With A and with B": the preposition is said again.
            let again =
                (sentence.by_order || scan.has_article() || !scan.pack.features.case.is_empty() && !after)
                    && actor.marker.as_deref() == Some("with")
                    && actor.marker == last.marker
                    && between
                        .iter()
                        .find(|i| !((sentence.by_order || scan.has_article()) && i.is_mark(",;")))
                        .is_some_and(|i| i.is_word("and"));
            let opens = sentence.by_order && actor.marker.is_none() && opening(scan, sentence, last, actor);
            let interrupted = actor.kind.is_people() && aside_between(sentence, last, actor);
            // "[With] A, and after him [with] B": one after the other, and both in one case.
            let in_turn = after
                && last.own & actor.tags & tags::INS != 0
                && matches!(between, [comma, then @ ..] if comma.is_mark(",") && then.len() < 4
                    && then.iter().any(|i| i.is_word("after"))
                    && then.iter().all(|i| i.is_word("after") || i.is_word("pronoun") || matches!(i.what, What::Other { common: true })));
            let joined = (actor.and
                || in_turn
                || interrupted
                || again
                || dashed(context, sentence, last, actor))
                && !anew
                && !opens
                && agrees
                && !place
                && !apart
                && (actor.marker.is_none() || actor.marker == last.marker || after && last.marker.is_none())
                && (loose || interrupted || in_turn || between.iter().all(|i| {
                    matches!(i.what, What::Mark(',' | ';') | What::Time)
                        || is_hyphen(scan, i)
                        || between.len() == 1 && matches!(i.what, What::Mark('-' | '–' | '—'))
                        || i.is_word("and")
                        || i.is_word("or")
                        || i.is_word("determiner")
                        || i.is_word("list")
                        || i.is_word("pronoun")
                        || matches!(&i.what, What::Word { work, .. } if Some(work) == last.marker.as_ref())
                }));
            // "New ambassadors, namely: the ambassador of A, that of B": those whom a plural announces.
            let announced = scan.has_article()
                && actor.marker.is_none()
                && last.members.last().is_some_and(|&m| {
                    matches!(sentence.actors[m].kind, ActorKind::Official(_))
                        && sentence.actors[m].plural
                        && sentence.actors[m].party.is_none()
                })
                && between.iter().any(|i| i.is_mark(":") || i.is_word("list"))
                && !between.iter().any(|i| matches!(i.what, What::Trigger(_) | What::Attendance { .. }));
            // "The ministers of A: the foreign minister NAME and": those whom a plural and a colon announce.
            let announced = announced
                || scan.has_article()
                    && actor.marker.is_none()
                    && actor.kind.is_person()
                    && !actor.plural
                    && matches!(between, [colon] if colon.is_mark(":"))
                    && last.members.last().is_some_and(|&m| {
                        let several = &sentence.actors[m];
                        let theirs = context.party(actor).is_none_or(|p| context.party(several) == Some(p));
                        matches!(several.kind, ActorKind::Official(_)) && several.plural && theirs
                    });
            let described = listed_state(sentence, last, actor, between);
            // "A and two other states, they [are] B and C".
            let states = |m: &usize| matches!(sentence.actors[*m].kind, ActorKind::State(StateForm::Name));
            let named = scan.has_article()
                && actor.marker.is_none()
                && matches!(actor.kind, ActorKind::State(StateForm::Name))
                && last.members.iter().all(states)
                && matches!(between, [first, .., comma, they]
                    if first.and && comma.is_mark(",") && they.is_word("pronoun"));
            if joined || announced || described || named {
                last.members.push(a);
                last.end = actor.items.end;
                if after {
                    last.tags = ruled(scan, sentence, actor);
                    last.own = actor.tags;
                    last.marker = actor.marker;
                } else if matches!(actor.kind, ActorKind::State(_))
                    && last
                        .members
                        .first()
                        .is_some_and(|&m| sentence.actors[m].plural || of_several(&sentence.actors[m], actor))
                {
                    // "The presidents of A, B and C", "the ministries of A and B": the office has the case.
                } else {
                    // Those who are joined stand in one case: "the authorities of A and B" in that of the noun.
                    let own = match scan.pack.features.svo_with_cases() {
                        true => ruled(scan, sentence, actor),
                        false => actor.tags,
                    };
                    let (mine, theirs) = (own & tags::CASES, last.tags & tags::CASES);
                    let both = mine & theirs;
                    last.tags |= actor.tags;
                    if both != 0 {
                        last.tags = last.tags & !tags::CASES | both;
                    }
                }
                continue;
            }
        }
        out.push(Group {
            members: vec![a],
            marker: actor.marker,
            start: actor.items.start,
            end: actor.items.end,
            tags: ruled(scan, sentence, actor),
            own: actor.tags,
        });
    }
    out
}

/// How many items may stand between two commas behind a state that is told in a list.
const DESCRIBED: usize = 8;

/// "Each of A": a list of states that a word opens.
fn lists_states(sentence: &Sentence, last: &Group) -> bool {
    let state = |m: &usize| matches!(sentence.actors[*m].kind, ActorKind::State(StateForm::Name));
    last.start > 0 && sentence.items[last.start - 1].is_word("list") && last.members.iter().all(state)
}

/// "Each of A, chair of the summit, and B": a state behind what is said of the one before it.
fn listed_state(sentence: &Sentence, last: &Group, actor: &Actor, between: &[Item]) -> bool {
    let verb = |i: &Item| i.is_verb();
    let [first, inner @ .., close] = between else { return false };
    lists_states(sentence, last)
        && actor.and
        && matches!(actor.kind, ActorKind::State(StateForm::Name))
        && actor.marker.is_none()
        && (1..DESCRIBED).contains(&inner.len())
        && first.is_mark(",")
        && close.is_mark(",")
        && !inner.iter().any(|i| i.is_mark(",.") || verb(i))
}

/// The office between two commas that is said of a state in a list.
fn describes_state(sentence: &Sentence, last: &Group, actor: &Actor) -> bool {
    let items = &sentence.items;
    let close = (actor.items.end..items.len().min(last.end + DESCRIBED + 2)).find(|&i| items[i].is_mark(","));
    let next = |c: usize| items.get(c + 1).is_some_and(|n| n.and && matches!(n.what, What::State { .. }));
    lists_states(sentence, last)
        && items.get(last.end).is_some_and(|i| i.is_mark(","))
        && matches!(
            actor.kind,
            ActorKind::Official(_) | ActorKind::Organisation | ActorKind::Institution { .. }
        )
        && !actor.and
        && close.is_some_and(next)
}

/// How many items may stand between two commas that tell something of the first of two subjects.
const ASIDE: usize = 16;

/// "A, who took office in March, and B signed", "A, himself a former teacher, and B met": what two commas set apart is said of
/// the first of two who do together what the verb behind the second tells.
fn aside_between(sentence: &Sentence, group: &Group, actor: &Actor) -> bool {
    let items = &sentence.items;
    let between = items.get(group.end..actor.items.start).unwrap_or_default();
    if !sentence.by_order || !(4..ASIDE).contains(&between.len()) || !between[0].is_mark(",") {
        return false;
    }
    let small = |i: &&Item| i.is_word("determiner") || matches!(i.what, What::Honorific { .. });
    let inner = between.len() - between.iter().rev().take_while(small).count();
    let [aside @ .., comma, and] = &between[1..inner] else { return false };
    let verb =
        |i: &Item| matches!(&i.what, What::Trigger(o) if o.iter().any(|(_, f)| *f == TriggerForm::Past));
    let alone = |m: &usize| sentence.actors[*m].kind.is_people() && sentence.actors[*m].marker.is_none();
    let passes = |i: &&Item| matches!(i.what, What::Time) || i.is_word("auxiliary") || i.is_word("future");
    !aside.is_empty()
        && comma.is_mark(",")
        && and.is_word("and")
        && !aside.iter().any(|i| i.is_mark(",;:") || i.is_word("and"))
        && group.members.iter().all(alone)
        && !items[..group.start].iter().any(verb)
        && items[actor.items.end..]
            .iter()
            .find(|i| !passes(i))
            .is_some_and(|i| matches!(i.what, What::Trigger(_)))
}

/// "At the invitation of X, Y will visit", "during a meeting with X in CITY, Y stressed": a phrase that opens the sentence ends
/// with its comma, where whoever stands behind it acts.
fn opening(scan: &Scan, sentence: &Sentence, group: &Group, actor: &Actor) -> bool {
    let items = &sentence.items;
    let between = &items[group.end.min(actor.items.start)..actor.items.start];
    let small = |i: &&Item| i.is_word("determiner") || matches!(i.what, What::Honorific { .. });
    let comma = between.iter().rev().find(|i| !small(i)).is_some_and(|i| i.is_mark(","));
    let from = begins(scan, sentence, group.start);
    // "After his meeting in CITY with X": neither whose it was nor where it was is anybody else.
    let another = |a: &Actor| {
        let within = a.items.start >= from && a.items.end <= group.start;
        within && !matches!(a.kind, ActorKind::State(_) | ActorKind::Pronoun)
    };
    let led = group.start < from + 10
        && opens_phrase(scan, sentence, group.start)
        && !sentence.actors.iter().any(another);
    // "The minister of A, NAME, arrived": his name stands between commas.
    let closes = items[actor.items.clone()].iter().any(|i| i.is_mark(","));
    let passes =
        |i: &&Item| matches!(i.what, What::Time) || i.is_word("title_end") || closes && i.is_mark(",");
    let mut after = items[actor.items.end..].iter().filter(|i| !passes(i));
    let acts = match after.next() {
        // "…, B, who was there, said".
        Some(i) if i.is_mark(",") => after.next().is_some_and(|i| i.is_word("relative")),
        Some(i) => !matches!(i.what, What::Mark(_)) && !["and", "or", "list"].iter().any(|w| i.is_word(w)),
        None => false,
    };
    comma && led && acts
}

/// Where a sentence begins after the dateline, if that stands before item `to`.
fn begins(scan: &Scan, sentence: &Sentence, to: usize) -> usize {
    super::clause::dateline(scan, sentence).filter(|&d| d <= to).unwrap_or(0)
}

/// "During talks with X", "receiving X": what opens the sentence is a phrase without a verb of its own as far as item `to`.
pub(super) fn opens_phrase(scan: &Scan, sentence: &Sentence, to: usize) -> bool {
    let from = begins(scan, sentence, to);
    let has = |i: &Item, f: fn(&TriggerForm) -> bool| matches!(&i.what, What::Trigger(o) if o.iter().any(|(_, form)| f(form)));
    let gerund = |i: &Item| has(i, |f| *f == TriggerForm::Gerund);
    let verb = |i: &Item| has(i, |f| !f.is_noun()) && !gerund(i) || i.is_word("auxiliary");
    let preposition = |i: &Item| {
        ["at", "on", "in", "during", "after", "before", "with"]
            .iter()
            .any(|w| i.is_word(w) || scan.word(i.start, w).is_some())
    };
    let items = sentence.items.get(from..to).unwrap_or_default();
    items.first().is_some_and(|i| preposition(i) || gerund(i)) && !items.iter().any(verb)
}

/// Markers that tell a time, place or subject matter, never a side, unless the frame asks.
pub(super) fn adjunct(marker: &Option<Slug>) -> bool {
    matches!(
        marker.as_deref(),
        Some("in" | "on" | "at" | "after" | "before" | "during" | "than" | "about" | "as" | "for")
    )
}

/// "A, the crown prince's brother, met B": whose brother he is meets nobody.
fn kin(scan: &Scan, sentence: &Sentence, actor: &Actor) -> bool {
    let items = &sentence.items;
    let owns = items.get(actor.items.end).is_some_and(|i| scan.possessive(i.start));
    if !owns || !actor.kind.is_person() {
        return false;
    }
    let before = items[..actor.items.start].iter().rev().find(|i| !i.is_word("determiner"));
    let after = || items[actor.items.end..].iter().skip(1).take(5);
    before.is_some_and(|i| i.is_mark(","))
        && after().any(|i| i.is_mark(","))
        && after().take_while(|i| !i.is_mark(",")).all(|i| matches!(i.what, What::Other { .. }))
}

/// "The president and her husband, Mr NAME, will visit B": who comes as kin acts for nobody.
fn spouse(sentence: &Sentence, actor: &Actor) -> bool {
    // His own honorific may be read with his name.
    let from = actor.items.start;
    let small = |i: &Item| {
        i.is_mark(",")
            || matches!(&i.what, What::Honorific { kind } if *kind != "kin")
            || i.is_word("determiner")
    };
    let kin = |i: &Item| matches!(&i.what, What::Honorific { kind } if *kind == "kin");
    let inside = sentence.items[actor.items.clone()].iter().any(kin);
    let before = sentence.items[..from].iter().rev().take(4).find(|i| !small(i)).is_some_and(kin);
    // "Accompanied by her husband": the formula says so.
    let listed = || {
        let mut near = sentence.items[..from].iter().rev().take(5);
        near.any(|i| matches!(i.what, What::Attendance { .. }))
    };
    matches!(actor.kind, ActorKind::Person(_)) && (inside || before) && !listed()
}

/// "A visit that the minister had announced": who told of it makes none.
fn told_by(scan: &Scan, sentence: &Sentence, actor: &Actor) -> bool {
    let items = &sentence.items;
    let before = items[..actor.items.start].iter().rev().find(|i| !i.is_word("determiner"));
    let small = |i: &&Item| !i.is_word("auxiliary") && !matches!(i.what, What::Time);
    let verb = items[actor.items.end..].iter().find(small);
    // "To whom he conveyed": his own act.
    !matches!(actor.kind, ActorKind::Pronoun)
        && before.is_some_and(|i| i.is_word("relative"))
        && verb.is_some_and(|i| scan.word(i.start, "saying").is_some_and(|m| m.end == i.end))
}

/// "Russia's war": whose something is does not act by that; its ministry or delegation does.
pub(super) fn possessive(scan: &Scan, sentence: &Sentence, group: &Group) -> bool {
    let [member] = group.members.as_slice() else { return false };
    let actor = &sentence.actors[*member];
    matches!(actor.kind, ActorKind::State(_) | ActorKind::Organisation)
        && sentence.items.get(actor.items.end).is_some_and(|i| scan.possessive(i.start))
}

/// "[Took place] in the guest house of the ministry", "in the north of A": whose house or land it is, where nouns have cases.
pub(super) fn housed(sentence: &Sentence, group: &Group) -> bool {
    let house = |i: usize| {
        let item = &sentence.items[i];
        (item.is_word("building") || item.is_word("region") || item.is_city()) && item.tags & tags::LOC != 0
    };
    // "Signed in CITY by the ministers of A": an instrumental owns nothing.
    if group.tags & tags::CASES == tags::INS {
        return false;
    }
    let Some(at) = group.start.checked_sub(1).filter(|&i| house(i)) else { return false };
    let mut before = sentence.items[..at].iter().rev().take(4);
    let plain = |i: &&Item| !matches!(i.what, What::Other { .. } | What::Name { .. });
    before.find(plain).is_some_and(|i| i.is_word("in") || i.is_word("on") || i.is_word("at"))
}

/// "With criticism [of A] came out the minister of B", "of the support [of A] spoke": whose it is stands behind a noun that a
/// preposition governs, where nouns have cases.
pub(super) fn told_first(sentence: &Sentence, group: &Group) -> bool {
    let noun = |i: &Item| match &i.what {
        What::Other { .. } => true,
        What::Trigger(o) => o.iter().all(|(_, form)| form.is_noun()),
        _ => false,
    };
    let own = group.own & tags::CASES;
    let before = sentence.items[..group.start].iter().rev().take(5).take_while(|i| noun(i)).count();
    own & tags::GEN != 0
        && own & tags::NOM == 0
        && before > 0
        && group.start > before
        && ["with", "about"].iter().any(|w| sentence.items[group.start - before - 1].is_word(w))
}

pub(super) fn place_like(sentence: &Sentence, group: &Group) -> bool {
    let actor = &sentence.actors[group.members[0]];
    // "At the gate of CITY": what the word before it is of.
    let gate = |i: usize| {
        !sentence.by_order
            && !sentence.verb_last
            && matches!(actor.kind, ActorKind::State(StateForm::Capital))
            && group.marker.is_none()
            && i > 1
            && matches!(sentence.items[i - 1].what, What::Other { .. })
            && (sentence.items[i - 2].is_word("at") || sentence.items[i - 2].is_word("in"))
    };
    gate(actor.items.start)
        || adjunct(&group.marker)
        || matches!(actor.kind, ActorKind::State(StateForm::City))
}
