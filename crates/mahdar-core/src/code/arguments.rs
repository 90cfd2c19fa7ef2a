//! Which actor takes which side of a trigger: by order, by preposition, by case.

use super::{Camp, Context, Draft, Known, LOOK_BACK, Seat, Sentence};
use crate::Slug;
use crate::detect::person::{Actor, ActorKind};
use crate::detect::{Item, Scan, What};
use crate::model::Why;
use crate::pack::{Frame, Sense, StateForm, TriggerForm, tags};

/// Actors that stand together (A, B and C) under one marker.
#[derive(Debug, Clone)]
struct Group {
    members: Vec<usize>,
    marker: Option<Slug>,
    start: usize,
    end: usize,
    tags: u32,
    /// The marks of its last member by itself.
    own: u32,
}

/// The items among which a trigger looks for its actors.
///
/// `wide` reaches over other nouns that report; a finite verb of another event always ends the window on the right.
pub(super) fn window(sentence: &Sentence, at: usize, wide: bool) -> (usize, usize) {
    let mut lo = 0;
    let inserted = relatives(sentence, false);
    for i in (0..at).rev() {
        // A clause with "who" between commas is stepped over.
        if inserted.iter().any(|r| r.contains(&i) && !r.contains(&at) && r.end < at) {
            continue;
        }
        if ends_clause(&sentence.items[i], wide)
            && !runs_on(sentence, i)
            && !reduced(sentence, i)
            && !crate::detect::lists_on(&sentence.items, i)
            || (!wide && matches!(sentence.items[i].what, What::Attendance { inside: false, .. }))
        {
            lo = i + 1;
            break;
        }
    }
    // Those listed after a formula of attendance act in no other clause.
    if lo > 0 && matches!(sentence.items[lo - 1].what, What::Attendance { .. }) {
        // "In the presence of A, B received C": who stands between the comma and the verb does it.
        let comma = (lo..at).rev().find(|&i| sentence.items[i].is_mark(","));
        let subject = comma.filter(|&c| {
            sentence.by_order
                && sentence.actors.iter().any(|a| {
                    let from = c + 1 + usize::from(sentence.items[c + 1].is_word("determiner"));
                    a.items.start == from && a.items.end == at
                })
        });
        lo = subject.map_or(at, |c| c + 1);
    }
    let mut hi = sentence.items.len();
    for i in at + 1..sentence.items.len() {
        if ends_clause(&sentence.items[i], wide)
            && !nounlike(sentence, at, i)
            && !reduced(sentence, i)
            && !crate::detect::lists_on(&sentence.items, i)
            || matches!(sentence.items[i].what, What::Attendance { .. }) && !leads_delegation(sentence, i)
        {
            hi = i;
            break;
        }
    }
    (lo, hi.max(at + 1))
}

/// A formula inside the clause right after a delegation: who leads it.
fn leads_delegation(sentence: &Sentence, i: usize) -> bool {
    matches!(sentence.items[i].what, What::Attendance { inside: true, .. })
        && sentence.items[i.saturating_sub(7)..i].iter().any(|x| x.is_word("delegation"))
}

/// Where the window ends when the verb of a relative clause on its right does not end it.
fn through_relative(sentence: &Sentence, at: usize, hi: usize) -> usize {
    let items = &sentence.items;
    let verb = hi < items.len() && matches!(items[hi].what, What::Trigger(_));
    if !verb || hi == 0 || hi - 1 <= at || !items[hi - 1].is_word("relative") {
        return hi;
    }
    (hi + 1..items.len())
        .find(|&i| {
            ends_clause(&items[i], false)
                || items[i].is_mark(",")
                || matches!(items[i].what, What::Attendance { .. })
        })
        .unwrap_or(items.len())
}

/// Where verbs end clauses, one before its noun or before another verb ends none: a participle or a converb.
fn runs_on(sentence: &Sentence, at: usize) -> bool {
    let noun = |i: &Item| {
        matches!(i.what, What::Other { .. })
            || matches!(&i.what, What::Word { work, .. } if matches!(work.as_str(), "blow" | "gathering" | "document" | "building"))
    };
    sentence.verb_last
        && matches!(sentence.items[at].what, What::Trigger(_))
        && (attributive(sentence, at) || sentence.items.get(at + 1).is_some_and(noun))
}

/// Those listed after a formula inside the clause ("accompanied by") act in it no more than those after a list do.
fn accompanies(sentence: &Sentence, lo: usize, start: usize) -> bool {
    let formula = |i: &usize| matches!(sentence.items[*i].what, What::Attendance { inside: true, .. });
    (lo..start)
        .rev()
        .take_while(|&i| !matches!(sentence.items[i].what, What::Trigger(_)))
        .any(|i| formula(&i))
}

/// "Condemns terrorist attack in X", "to cut gas supplies to": after a verb, with nobody between, what is written like
/// another verb is a noun.
fn nounlike(sentence: &Sentence, at: usize, i: usize) -> bool {
    let What::Trigger(options) = &sentence.items[i].what else { return false };
    let homograph = |f: &TriggerForm| matches!(f, TriggerForm::Present | TriggerForm::Infinitive);
    sentence.by_order
        && options.iter().any(|(_, f)| homograph(f))
        && sentence.items[at + 1..i].iter().all(|x| {
            matches!(x.what, What::Other { .. } | What::Time | What::Trigger(_))
                || matches!(&x.what, What::Word { work, .. } if matches!(work.as_str(), "determiner" | "of" | "to" | "for" | "in" | "on" | "list" | "document" | "gathering"))
        })
}

/// "A delegation led by X arrived": what describes the noun before it begins no clause.
fn reduced(sentence: &Sentence, at: usize) -> bool {
    let next = sentence.items.get(at + 1);
    next.is_some_and(|n| n.is_word("by")) && !is_passive(sentence, at, TriggerForm::Participle)
}

fn attributive(sentence: &Sentence, at: usize) -> bool {
    let Some(next) = sentence.items.get(at + 1) else { return false };
    matches!(
        next.what,
        What::Office(_)
            | What::Name { .. }
            | What::State { .. }
            | What::Organisation { .. }
            | What::Institution { .. }
            | What::Trigger(_)
            | What::Honorific { .. }
            | What::Counterpart
    )
}

fn ends_clause(item: &Item, wide: bool) -> bool {
    match &item.what {
        What::Mark(c) => matches!(c, ';' | '…'),
        What::Trigger(options) => {
            !wide
                && options.iter().any(|(_, f)| {
                    matches!(f, TriggerForm::Past | TriggerForm::Present | TriggerForm::Passive)
                })
        }
        _ => false,
    }
}

/// "Began a state visit to X": the subject of a verb that tells nothing without its noun is the noun's.
fn before_light_verb(context: &Context, index: usize, at: usize, lo: usize) -> usize {
    let sentence = &context.sentences[index];
    let scan = context.scan(sentence);
    let Some(verb) = lo.checked_sub(1) else { return lo };
    let What::Trigger(options) = &sentence.items[verb].what else { return lo };
    let between = sentence.actors.iter().any(|a| a.items.start >= lo && a.items.end <= at);
    let idle =
        || options.iter().all(|&(f, _)| !super::allowed(context, index, verb, f, &scan.pack.frames[f]));
    if scan.pack.features.order == "svo" && !between && idle() { window(sentence, verb, false).0 } else { lo }
}

fn may_act(actor: &Actor) -> bool {
    match &actor.kind {
        ActorKind::State(form) => !matches!(form, StateForm::Adjective | StateForm::People),
        ActorKind::Institution { acts } => *acts,
        _ => true,
    }
}

/// "The Taiwan question": a state's name before a common noun only describes it.
fn modifies(scan: &Scan, sentence: &Sentence, actor: &Actor) -> bool {
    let features = &scan.pack.features;
    // Where nouns have cases, only one without a case describes, before a possessed noun that has none either.
    let describes = |n: &Item| {
        features.case.is_empty()
            || features.complement_before
                && actor.tags & tags::CASES == 0
                && n.tags & tags::POSS != 0
                && n.tags & tags::CASES == 0
    };
    features.capitals
        && matches!(actor.kind, ActorKind::State(StateForm::Name | StateForm::Capital))
        && actor.marker.is_none()
        && sentence.items.get(actor.items.end).is_some_and(|n| {
            describes(n)
                && matches!(n.what, What::Other { .. })
                && !scan.text.tokens[n.start].capital
                // "That Chad end the blockade": a verb.
                && !(scan.pack.features.case.is_empty()
                    && sentence.items.get(actor.items.end + 1).is_some_and(|x| x.is_word("determiner")))
                && scan.is(n.start, |s| matches!(s, Sense::Common | Sense::Topic { .. }))
        })
}

/// The marks of an actor in its clause: a state in the genitive stands as the noun does that it belongs to.
fn ruled(scan: &Scan, sentence: &Sentence, actor: &Actor) -> u32 {
    let features = &scan.pack.features;
    let party =
        matches!(actor.kind, ActorKind::State(_) | ActorKind::Organisation | ActorKind::Institution { .. });
    let noun = |i: &Item| {
        matches!(&i.what, What::Other { .. })
            || matches!(&i.what, What::Word { work, .. } if matches!(work.as_str(), "gathering" | "document" | "delegation" | "building" | "region"))
    };
    if features.case.is_empty() || !party {
        return actor.tags;
    }
    if features.complement_before {
        if actor.tags & tags::CASES & !tags::GEN != 0 {
            return actor.tags;
        }
        let marks = |i: &Item| match i.what {
            What::Other { common: false } => scan.pack.lexicon.tail_tags(scan.text.folded(i.end - 1)),
            _ => i.tags,
        };
        let possessed = sentence.items[actor.items.end..]
            .iter()
            .take(3)
            .take_while(|i| noun(i))
            .map(marks)
            .find(|t| t & tags::POSS != 0);
        return possessed.unwrap_or(actor.tags);
    }
    if actor.tags & tags::GEN == 0 || actor.marker.is_some() {
        return actor.tags;
    }
    let mut found = actor.tags;
    for item in sentence.items[..actor.items.start].iter().rev().take(3) {
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

/// A state or city in the case of the aim, or with a word like "city" after it that is.
fn aimed(scan: &Scan, sentence: &Sentence, actor: &Actor) -> bool {
    let region =
        sentence.items.get(actor.items.end).is_some_and(|i| i.is_word("region") && i.tags & tags::DAT != 0);
    region || ruled(scan, sentence, actor) & tags::DAT != 0
}

/// A hyphen without spaces around it.
fn is_hyphen(scan: &Scan, item: &Item) -> bool {
    matches!(item.what, What::Mark('-' | '–'))
        && scan.text.tokens[item.start].glued
        && scan.text.tokens.get(item.end).is_some_and(|t| t.glued)
}

fn is_city(sentence: &Sentence, group: &Group) -> bool {
    matches!(sentence.actors[group.members[0]].kind, ActorKind::State(StateForm::City))
}

fn groups(context: &Context, sentence: &Sentence, lo: usize, hi: usize) -> Vec<Group> {
    let scan = context.scan(sentence);
    let mut out: Vec<Group> = Vec::new();
    for (a, actor) in sentence.actors.iter().enumerate() {
        let city =
            matches!(actor.kind, ActorKind::State(StateForm::City)) && scan.pack.features.case.is_empty();
        // "Israel and the Palestinians": a people beside a state.
        let beside = actor.and
            && matches!(actor.kind, ActorKind::State(StateForm::People))
            && out.last().is_some_and(|g| {
                g.members
                    .last()
                    .is_some_and(|&m| matches!(sentence.actors[m].kind, ActorKind::State(StateForm::Name)))
            });
        // "At the headquarters of the UN", "of the ministry": a place.
        let seat = scan.has_article()
            && (matches!(actor.kind, ActorKind::Organisation)
                || matches!(actor.kind, ActorKind::Institution { .. }) && actor.party.is_none())
            && actor.items.start > 0
            && sentence.items[actor.items.start - 1].is_word("building");
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
        if actor.items.start < lo
            || actor.items.end > hi
            || city
            || seat
            || part
            || house
            || leader
            || !(may_act(actor) || beside)
            || modifies(scan, sentence, actor)
            || matches!(actor.kind, ActorKind::Person(n) if context.person_of[n].is_none())
        {
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
            let joined = actor.and
                && agrees
                && !place
                && !apart
                && (actor.marker.is_none() || actor.marker == last.marker || after && last.marker.is_none())
                && (loose || between.iter().all(|i| {
                    matches!(i.what, What::Mark(',' | ';') | What::Time)
                        || is_hyphen(scan, i)
                        || between.len() == 1 && matches!(i.what, What::Mark('-' | '–'))
                        || i.is_word("and")
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
            if joined || announced {
                last.members.push(a);
                last.end = actor.items.end;
                if after {
                    last.tags = ruled(scan, sentence, actor);
                    last.own = actor.tags;
                    last.marker = actor.marker;
                } else {
                    // Those who are joined stand in one case.
                    let (mine, theirs) = (actor.tags & tags::CASES, last.tags & tags::CASES);
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

/// Markers that tell a time, place or subject matter, never a side, unless the frame asks.
fn adjunct(marker: &Option<Slug>) -> bool {
    matches!(
        marker.as_deref(),
        Some("in" | "on" | "at" | "after" | "before" | "during" | "than" | "about" | "as" | "for")
    )
}

/// Fills a frame around the trigger at item `at`; None when it names no interaction of two parties.
pub(super) fn fill(
    context: &Context,
    index: usize,
    at: usize,
    frame: &Frame,
    form: TriggerForm,
    earlier: Option<&Draft>,
) -> Option<Draft> {
    let sentence = &context.sentences[index];
    let scan = context.scan(sentence);
    let nominal = form.is_noun();
    let unordered = scan.pack.unordered.contains(&frame.kind);
    let form = if is_passive(sentence, at, form) { TriggerForm::Passive } else { form };
    let (lo, mut hi) = window(sentence, at, false);
    let lo = if nominal { before_light_verb(context, index, at, lo) } else { lo };
    // What a statement is about may stand in a clause of its own: "condemned the attack that took place in X".
    if matches!(frame.kind.as_str(), "STATEMENT" | "APPEAL") && !nominal && scan.has_article() {
        hi = through_relative(sentence, at, hi);
    }
    // "Received, on the visit that he makes to X, the minister": whom is said after the clause with "who".
    if matches!(frame.kind.as_str(), "MEET" | "CALL") && !nominal && scan.has_article() {
        let wider = through_relative(sentence, at, hi);
        let people = |to: usize| {
            let inside = |a: &&Actor| a.items.start > at && a.items.end <= to;
            let somebody = |a: &&Actor| {
                matches!(
                    a.kind,
                    ActorKind::Person(_)
                        | ActorKind::Official(_)
                        | ActorKind::Counterpart
                        | ActorKind::Delegation
                )
            };
            sentence.actors.iter().filter(inside).filter(somebody).count()
        };
        if people(hi) == 1 && people(wider) > 1 {
            hi = wider;
        }
    }
    let lo = lo.max(dateline(scan, sentence).filter(|&d| d <= at).unwrap_or(0));
    let tail = tail(scan, &sentence.items[at]);
    let mut all = groups(context, sentence, lo, hi);
    // What stands right after the trigger's own preposition is its object too.
    let mut adjacent = None;
    if let Some(own) = tail
        && let Some(next) = all.iter_mut().find(|g| g.start > at)
        && next.marker.as_deref().is_none_or(|m| m == own)
        && sentence.items[at + 1..next.start]
            .iter()
            .all(|i| i.is_word("determiner") || i.is_word("pronoun") || matches!(i.what, What::Other { .. }))
    {
        next.marker = None;
        adjacent = Some(next.start);
    }
    // "A visit by the minister of A to B" where one preposition serves both: who stands first after the noun travels.
    if nominal
        && frame.kind == "VISIT"
        && scan.has_article()
        && let Some(guest) = all.iter_mut().find(|g| g.start > at)
        && guest.marker.as_deref() == Some("to")
        && guest
            .members
            .iter()
            .all(|&m| matches!(sentence.actors[m].kind, ActorKind::Official(_) | ActorKind::Person(_)))
    {
        guest.marker = None;
    }
    let relative = relatives(sentence, scan.has_article());
    let mine = relative.iter().find(|r| r.contains(&at));
    // One may condemn somebody's act, but one meets nobody by meeting what is his.
    let features_svo = scan.pack.features.order == "svo";
    let features_vso = scan.pack.features.order == "vso";
    let features_bare = scan.pack.features.case.is_empty();
    let mutual = matches!(frame.kind.as_str(), "MEET" | "CALL" | "SIGN" | "AGREE" | "COOPERATE" | "VISIT");
    let owned = |g: &&Group| nominal || !mutual || !possessive(scan, sentence, g);
    let left: Vec<&Group> = all
        .iter()
        .filter(owned)
        .filter(|g| g.end <= at && !relative.iter().any(|r| r.contains(&g.start) && Some(r) != mine))
        .filter(|g| !accompanies(sentence, lo, g.start))
        .collect();
    // "Met, on the sidelines of the assembly of the organisation, with": whose assembly it is met nobody.
    let aside = |g: &&Group| {
        scan.has_article()
            && unordered
            && matches!(g.marker.as_deref(), None | Some("of" | "to"))
            && sentence.items[at + 1..g.start].iter().rposition(Item::is_margin).is_some_and(|m| {
                !sentence.items[at + 2 + m..g.start]
                    .iter()
                    .any(|i| i.is_word("with") || matches!(i.what, What::Mark(_) | What::Trigger(_)))
            })
    };
    let right: Vec<&Group> =
        all.iter().filter(owned).filter(|g| g.start > at).filter(|g| !aside(g)).collect();
    // "Came to X, where he will take part": who stands before "where" is no side that the clause names.
    let where_ = |r: &&std::ops::Range<usize>| matches!(&sentence.items[r.start].what, What::Word { kind: Some(kind), .. } if *kind == "where");
    let place_clause = mine.filter(where_);
    let left: Vec<&Group> = match place_clause {
        Some(r) => left.into_iter().filter(|g| r.contains(&g.start)).collect(),
        None => left,
    };
    // "The attack that struck X": what struck is the attack, not whoever stands before it.
    let of_a_thing = (scan.has_article() || sentence.by_order && frame.kind == "FORCE")
        && matches!(frame.kind.as_str(), "FORCE" | "THREATEN" | "SANCTION" | "STATEMENT" | "APPEAL")
        && at > 1
        && sentence.items[at - 1].is_word("relative")
        && !sentence.actors.iter().any(|a| a.items.end + 1 == at);
    // "A met B and visited C": whom the verb before took is no subject of the one that "and" joins to it.
    let adverb = |i: &Item| matches!(i.what, What::Other { common: true } | What::Time) || i.is_word("list");
    let and = (at > 0 && sentence.items[at - 1].is_word("and")).then(|| at - 1).or_else(|| {
        (at > 1 && adverb(&sentence.items[at - 1]) && sentence.items[at - 2].is_word("and")).then(|| at - 2)
    });
    let before = earlier.filter(|e| {
        sentence.by_order
            && !nominal
            && and.is_some_and(|and| left.last().is_some_and(|g| g.end == and))
            && (e.spot == index && !e.in_title() && !e.nominal && e.at < at)
            && left.iter().all(|g| g.start > e.at)
    });
    // Who acted there acts here.
    let acted: Option<Vec<Group>> =
        before.map(|e| groups(context, sentence, window(sentence, e.at, false).0, e.at));
    let left: Vec<&Group> = match &acted {
        _ if of_a_thing => Vec::new(),
        Some(acted) => acted.iter().rfind(|g| g.marker.is_none()).into_iter().collect(),
        None => left,
    };
    // "…, who had met": whoever stands before the relative.
    let antecedent = mine
        .filter(|r| {
            scan.pack.features.order == "svo"
                && scan.pack.features.case.is_empty()
                && !left.iter().any(|g| g.start > r.start)
        })
        .and_then(|r| all.iter().rfind(|g| g.end <= r.start && r.start - g.end < 2))
        .map(|g| Group { marker: None, ..g.clone() });
    let left: Vec<&Group> = left
        .into_iter()
        .filter(|g| antecedent.as_ref().is_none_or(|a| a.start != g.start))
        .chain(&antecedent)
        .collect();
    // "At a meeting with journalists": with whom it was is said, and is no party.
    let private = |i: &Item| {
        matches!(i.what, What::Other { .. })
            || matches!(i.what, What::Name { .. })
                && !sentence.actors.iter().any(|a| a.items.contains(&(at + 2)))
    };
    if nominal
        && matches!(frame.kind.as_str(), "MEET" | "CALL")
        && features_svo
        && !features_bare
        && sentence.items.get(at + 1).is_some_and(|i| i.is_word("with"))
        && sentence.items.get(at + 2).is_some_and(private)
        && !right.iter().any(|g| g.marker.as_deref() == Some("with") && g.start < at + 9)
    {
        return None;
    }
    let (mut subject, mut object) = subject_and_object(context, sentence, at, frame, form, &left, &right);
    // "Prepares for a visit of Japan": the state after the noun is visited by whoever stands before.
    if nominal
        && frame.kind == "VISIT"
        && scan.has_article()
        && let Some(aim) = subject.filter(|g| {
            g.start == at + 1
                && g.marker.is_none()
                && g.members
                    .iter()
                    .all(|&m| matches!(sentence.actors[m].kind, ActorKind::State(StateForm::Name)))
        })
        && let Some(guest) = left.iter().rev().copied().find(|g| {
            g.marker.is_none()
                && g.members.iter().any(|&m| {
                    matches!(sentence.actors[m].kind, ActorKind::Official(_) | ActorKind::Person(_))
                })
        })
    {
        (subject, object) = (Some(guest), Some(aim));
    }
    // "During his meeting with", "a meeting that brought him together with": whoever was named before.
    let mut owned_by = owned_by(scan, sentence, at);
    if owned_by && scan.has_article() {
        let free = |g: &&&Group| g.marker.is_none() && !place_like(sentence, g);
        let owner = left.iter().rev().find(free).copied();
        let party =
            |g: &&&Group| !matches!(sentence.actors[g.members[0]].kind, ActorKind::Institution { .. });
        let other = right.iter().filter(party).find(free).copied();
        let known = |g: &&Group| context.party(&sentence.actors[g.members[0]]).is_some();
        owned_by = !nominal || owner.is_none() && other.is_some();
        if nominal {
            // "On his reception": he was received.
            if other.is_some() && owner.as_ref().is_some_and(known) {
                (subject, object) = (owner, other);
            }
        } else if !frame.roles.values().flatten().any(|m| m == "subject") {
            object = owner.or(other);
        }
    }
    // In a text a verb in the present stands by its subject; elsewhere what looks like one is a noun ("key issues").
    if form == TriggerForm::Present
        && features_svo
        && scan.pack.features.case.is_empty()
        && sentence.scan == 1
        && !subject.is_some_and(|s| s.end <= at && leads(sentence, s.end, at))
        && !sentence.items[at.saturating_sub(1)..at].iter().any(|i| i.is_word("and"))
    {
        return None;
    }
    // "The nutrition study", "host countries": a bare infinitive follows a word that asks for one; elsewhere it is a noun.
    if form == TriggerForm::Infinitive
        && features_svo
        && scan.pack.features.case.is_empty()
        && sentence.scan == 1
        && !asks_infinitive(scan, sentence, at)
    {
        return None;
    }
    // "The governments of A and B agreed": those whose they are.
    let owners = || {
        // "The plane of X landed": his journey.
        let official =
            |m: &usize| matches!(sentence.actors[*m].kind, ActorKind::Person(_) | ActorKind::Official(_));
        let joint = |g: &&&Group| {
            (g.members.len() > 1 || frame.kind == "VISIT" && g.members.iter().all(official))
                && matches!(g.marker.as_deref(), Some("of" | "from"))
        };
        left.iter().rev().find(joint).copied()
    };
    let owner = ((unordered || frame.kind == "VISIT")
        && !nominal
        && features_svo
        && scan.pack.features.case.is_empty()
        && subject.is_none_or(|s| s.end > at))
    .then(owners)
    .flatten();
    let subject = owner.or(subject);
    // "Meeting X in Y, Z said": who does it follows.
    let (subject, object) = opening_gerund(sentence, at, form, &left, &right).unwrap_or((subject, object));
    let mut used: Vec<usize> = Vec::new();
    let mut roles: Vec<(&str, Vec<usize>)> = Vec::new();
    // "host" and "guest", "actor" and "recipient" in this order; "party" takes every group that fits.
    let names = ["host", "actor", "guest", "recipient", "party"];
    // "Talks between A and B": nobody else is meant.
    let between = right
        .iter()
        .find(|g| nominal && mutual && g.marker.as_deref() == Some("between") && g.members.len() > 1);
    if let Some(group) = between
        && frame.roles.values().any(|m| m.iter().any(|m| m == "between"))
    {
        roles.push(("party", group.members.clone()));
    }
    for name in names.into_iter().filter(|_| between.is_none()) {
        let Some(markers) = frame.roles.get(name) else { continue };
        for marker in markers {
            let mut found: Vec<&Group> = Vec::new();
            match marker.as_str() {
                "subject" => {
                    found.extend(subject);
                    // "A and, being in the country, B signed": another nominative before the verb.
                    if name == "party"
                        && !nominal
                        && !scan.pack.features.case.is_empty()
                        && scan.pack.features.order == "svo"
                    {
                        let nominative = |g: &&&Group| {
                            g.marker.is_none()
                                && g.tags & tags::NOM != 0
                                && g.tags & (tags::GEN | tags::DAT | tags::ACC) == 0
                                && !place_like(sentence, g)
                        };
                        found.extend(
                            left.iter()
                                .rev()
                                .filter(nominative)
                                .filter(|g| subject.is_some_and(|s| s.end <= at && s.start != g.start))
                                .copied(),
                        );
                    }
                }
                "object" => found.extend(object),
                // "A and B discussed relations between C and D": what they spoke about.
                "between"
                    if sentence.by_order
                        && !nominal
                        && name == "party"
                        && subject.is_some_and(|s| s.members.len() > 1) => {}
                "of" if nominal => {
                    found.extend(subject);
                    found.extend(right.iter().copied().find(|g| g.marker.as_deref() == Some("of")));
                }
                case @ ("nom" | "gen" | "dat" | "acc" | "ins" | "loc" | "abl") => {
                    let bit = tags::bit(case);
                    found.extend(all.iter().filter(|g| {
                        g.marker.is_none()
                            && g.tags & bit != 0
                            && (scan.pack.features.order == "sov" || g.start > at || case == "dat")
                            && !(case == "dat"
                                && matches!(frame.kind.as_str(), "MEET" | "CALL")
                                && matches!(sentence.actors[g.members[0]].kind, ActorKind::State(_)))
                    }));
                }
                word => {
                    // "Arrived in", "conferred with": the trigger's own last word marks what follows.
                    if tail == Some(word) {
                        found.extend(right.iter().find(|g| Some(g.start) == adjacent).copied());
                    }
                    // "An invitation on the part of A".
                    let part = |g: &Group| {
                        word == "from" && g.start > 0 && sentence.items[g.start - 1].is_kind("by", "agent")
                    };
                    found.extend(
                        right
                            .iter()
                            .chain(left.iter())
                            .filter(|g| g.marker.as_deref() == Some(word) || part(g))
                            .copied(),
                    );
                }
            }
            // "For the summit of the organisation he goes to CITY": the city, or its state, is where he goes.
            let lands = |a: &Actor| {
                matches!(a.kind, ActorKind::State(form) if form != StateForm::Adjective)
                    && a.items.start >= lo
                    && a.items.end <= hi
                    && aimed(scan, sentence, a)
            };
            if frame.kind == "VISIT"
                && name == "recipient"
                && scan.pack.features.complement_before
                && sentence.actors.iter().any(lands)
            {
                found.retain(|g| !matches!(sentence.actors[g.members[0]].kind, ActorKind::Organisation));
            }
            // A city stands for its state only where one goes there or something is done to it.
            let reaches = matches!(frame.kind.as_str(), "VISIT" | "FORCE" | "AID") && name == "recipient";
            // A capital after "in" is where they met.
            let where_ = |g: &Group| {
                unordered
                    && scan.has_article()
                    && frame.kind != "COOPERATE"
                    && matches!(g.marker.as_deref(), Some("with-b" | "in"))
                    && matches!(sentence.actors[g.members[0]].kind, ActorKind::State(StateForm::Capital))
            };
            found.retain(|g| !used.contains(&g.start) && (reaches || !is_city(sentence, g)) && !where_(g));
            // An unordered meeting has two groups: who is first, and who stands under the first marker that fits.
            let many = name == "party";
            let room = if many { 2usize.saturating_sub(roles.len()) } else { 1 };
            for group in found.into_iter().take(room) {
                used.push(group.start);
                roles.push((name, group.members.clone()));
            }
            if !many && roles.iter().any(|(n, _)| *n == name) {
                break;
            }
        }
    }
    // "Held a series of calls that included A and B": whoever held them, and those whom the verb lists.
    if nominal
        && unordered
        && scan.has_article()
        && let Some(listed) = right.first()
        && sentence.items[at + 1..listed.start].iter().any(|i| i.is_kind("list", "includes"))
        && let Some(holder) = left.iter().rev().find(|g| g.marker.is_none() && !place_like(sentence, g))
    {
        roles = vec![("party", holder.members.clone()), ("party", listed.members.clone())];
    }
    // "The summit was held with the participation of the presidents of A and B": they met.
    let nobody =
        roles.iter().flat_map(|(_, m)| m).all(|&m| matches!(sentence.actors[m].kind, ActorKind::Both));
    if nominal && unordered && nobody && features_svo {
        let opens = |i: &Item| matches!(i.what, What::Attendance { index, .. } if scan.pack.attendances[index].of == "any");
        let from = (at..sentence.items.len()).find(|&i| opens(&sentence.items[i]));
        let listed = from.and_then(|f| {
            groups(context, sentence, f, sentence.items.len()).into_iter().find(|g| {
                g.members
                    .iter()
                    .map(|&m| usize::from(sentence.actors[m].party.is_some()) + sentence.actors[m].more.len())
                    .sum::<usize>()
                    > 1
            })
        });
        if let Some(group) = listed {
            roles = vec![("party", group.members)];
        }
    }
    // "In the ministry of A talks were held with B": whose house it is talks.
    if nominal
        && mutual
        && features_svo
        && !scan.pack.features.case.is_empty()
        && let [(_, guests)] = roles.as_slice()
        && guests.iter().all(|&m| sentence.actors[m].marker.as_deref() == Some("with"))
        && let Some(house) = left.iter().rev().find(|g| {
            g.marker.as_deref() == Some("in")
                && matches!(sentence.actors[g.members[0]].kind, ActorKind::Institution { acts: true })
        })
    {
        roles.insert(0, ("party", house.members.clone()));
    }
    // "During the call A congratulated B": they talked.
    if nominal && mutual && features_svo && !scan.pack.features.case.is_empty() && roles.len() < 2 {
        let talked = addressed(context, sentence, at);
        if !talked.is_empty() {
            roles = talked;
        }
    }
    // Where one group names both parties, another that names one of them again is no side.
    if let [(_, both), (_, again)] = roles.as_slice() {
        let codes = |list: &[usize]| {
            list.iter()
                .flat_map(|&m| {
                    context
                        .party(&sentence.actors[m])
                        .into_iter()
                        .chain(sentence.actors[m].more.iter().cloned())
                })
                .collect::<Vec<Slug>>()
        };
        let (both, again) = (codes(both), codes(again));
        if unordered
            && both.len() > 1
            && both[0] != both[1]
            && !again.is_empty()
            && again.iter().all(|c| both.contains(c))
        {
            roles.truncate(1);
        }
    }
    // "A told B during talks", "A thanked B in a phone call": both talked.
    if nominal
        && mutual
        && features_svo
        && roles.iter().map(|(_, m)| m.len()).sum::<usize>() <= 1
        && sentence.items[at.saturating_sub(3)..at]
            .iter()
            .any(|i| i.is_word("during") || i.is_word("in") || i.is_word("at"))
        && let Some(pair) = spoke(context, sentence, lo, at)
    {
        roles = pair.into_iter().map(|members| ("party", members)).collect();
    }
    // "Began a tour that includes A and B".
    if frame.kind == "VISIT"
        && scan.has_article()
        && !roles.iter().any(|(n, _)| *n == "recipient")
        && let Some(list) =
            (at + 1..sentence.items.len()).find(|&i| sentence.items[i].is_kind("list", "includes"))
    {
        let states = |g: &Group| {
            g.start > list
                && g.members.iter().all(|&m| matches!(sentence.actors[m].kind, ActorKind::State(_)))
        };
        let told = groups(context, sentence, list, sentence.items.len()).into_iter().find(|g| states(g));
        roles.extend(told.map(|g| ("recipient", g.members)));
    }
    // A traveller's city stands for its state; so does the city where something happened of which a statement is made.
    if matches!(frame.kind.as_str(), "VISIT" | "AID" | "FORCE" | "STATEMENT")
        && !roles.iter().any(|(n, _)| *n == "recipient")
        && let Some(markers) = frame.roles.get("recipient")
    {
        let fits = |a: &Actor| {
            matches!(a.kind, ActorKind::State(StateForm::City | StateForm::Capital))
                && a.items.start > at
                && a.items.end <= hi
                // Where verbs end clauses, in the case of the aim.
                || frame.kind == "VISIT"
                    && scan.pack.features.complement_before
                    && matches!(a.kind, ActorKind::State(StateForm::City | StateForm::Capital))
                    && a.items.start >= lo
                    && a.items.end <= at
                    && aimed(scan, sentence, a)
                // "A plane arrived in X carrying relief".
                || frame.kind == "AID"
                    && scan.has_article()
                    && !nominal
                    && matches!(a.kind, ActorKind::State(StateForm::City | StateForm::Capital))
                    && (a.marker.as_deref() == Some("to")
                        || a.items.start > 0 && sentence.items[a.items.start - 1].is_word("building"))
                    && a.items.start >= lo
                    && a.items.end <= at
        };
        let city = sentence.actors.iter().position(|a| {
            fits(a)
                && match &a.marker {
                    Some(m) => markers.contains(m),
                    None if a.items.end <= at => true,
                    // "The city of X".
                    None if frame.kind == "STATEMENT" => sentence.items[a.items.start - 1].is_word("region"),
                    None => {
                        a.items.start == at + 1
                            && (tail.is_some_and(|t| markers.iter().any(|m| m == t))
                                || markers.iter().any(|m| m == "object"))
                    }
                }
        });
        roles.extend(city.map(|a| ("recipient", vec![a])));
    }
    // "Will visit Amman, Jordan, Beirut, Lebanon, and Riyadh": each of the places that are listed.
    if frame.kind == "VISIT"
        && sentence.by_order
        && let Some((_, hosts)) = roles.iter_mut().find(|(n, _)| *n == "recipient")
        && let Some(&last) = hosts.last()
        && sentence.actors[last].items.start > at
    {
        let mut end = sentence.actors[last].items.end;
        for (m, actor) in sentence.actors.iter().enumerate().skip(last + 1) {
            let link = |i: &Item| i.is_mark(",") || i.is_word("and") || i.is_word("determiner");
            let place = matches!(
                actor.kind,
                ActorKind::State(StateForm::Name | StateForm::Capital | StateForm::City)
            );
            if !place
                || actor.items.start == end
                || !sentence.items[end..actor.items.start].iter().all(link)
                || sentence.items.get(actor.items.end).is_some_and(|n| scan.possessive(n.start))
            {
                break;
            }
            hosts.push(m);
            end = actor.items.end;
        }
    }
    // "Sanctions against three Kenyan banks": a state's adjective says whose the thing is that suffers.
    if !unordered
        && !scan.pack.features.case.is_empty()
        && !roles.iter().any(|(n, _)| *n == "recipient")
        && let Some(markers) = frame.roles.get("recipient")
    {
        let before = scan.pack.features.complement_before;
        let things = |i: &Item| match i.what {
            What::Other { common: false } => scan.pack.lexicon.tail_tags(scan.text.folded(i.end - 1)),
            _ => i.tags,
        };
        let suffers = |a: &Actor| {
            if before {
                return matches!(frame.kind.as_str(), "STATEMENT" | "APPEAL" | "AID" | "SANCTION" | "EXPEL")
                    && matches!(a.kind, ActorKind::State(StateForm::Adjective | StateForm::Name))
                    && a.marker.is_none()
                    && a.tags & tags::CASES == 0
                    && a.items.start >= lo
                    && a.items.end < at
                    && matches!(sentence.items[a.items.end].what, What::Other { .. })
                    && things(&sentence.items[a.items.end]) & (tags::ACC | tags::DAT) != 0;
            }
            matches!(a.kind, ActorKind::State(StateForm::Adjective))
                && a.items.start > at
                && a.items.end < hi
                && matches!(sentence.items[a.items.end].what, What::Other { .. })
                && match &a.marker {
                    Some(m) => markers.contains(m),
                    None => {
                        markers.iter().any(|m| m == "object") && a.tags & tags::ACC != 0
                            || markers.iter().any(|m| tags::bit(m) & a.tags & !tags::NOM != 0)
                    }
                }
        };
        roles.extend(sentence.actors.iter().position(suffers).map(|a| ("recipient", vec![a])));
    }
    // "Aid was handed over in X": to those there.
    if frame.kind == "AID"
        && features_svo
        && !features_bare
        && !roles.iter().any(|(n, _)| *n == "recipient")
        && let Some(there) = sentence.actors.iter().position(|a| {
            matches!(a.kind, ActorKind::State(form) if form != StateForm::Adjective)
                && a.marker.as_deref() == Some("in")
                && a.items.end <= hi.max(at + 1)
        })
    {
        roles.push(("recipient", vec![there]));
    }
    if let Some(member) = patient(scan, sentence, frame, form, (lo, at, hi), &roles) {
        roles.push(("recipient", vec![member]));
    }
    let mut camps = camps_of(context, sentence, &frame.kind, unordered, &roles, earlier);
    if place_clause.is_some()
        && camps[1].parties.is_empty()
        && !camps.iter().flat_map(|c| &c.seats).any(|_| true)
        && let Some(e) = earlier.filter(|e| e.sentence == index && e.kind == "VISIT" && !nominal)
        && !camps[0].parties.iter().any(|p| e.camps[0].parties.contains(p))
    {
        camps[1] = std::mem::take(&mut camps[0]);
        camps[0] = Camp { part: camps[1].part, ..e.camps[0].clone() };
    }
    // "NAME presented his credentials as ambassador of A to B": the office stands after him.
    if frame.kind == "CREDENTIALS" && sentence.by_order && camps[0].parties.is_empty() {
        let office = sentence.actors.iter().find(|a| {
            a.items.start > at
                && a.items.end <= hi
                && matches!(&a.kind, ActorKind::Official(o) if scan.pack.envoys.contains(&o.position))
                && (a.marker.as_deref() == Some("as")
                    || a.items.start > 0 && sentence.items[a.items.start - 1].is_word("as"))
        });
        if let Some(office) = office
            && let Some(code) = office.party
        {
            camps[0].parties.push(code);
            (camps[0].part, camps[0].envoy, camps[0].open) = ("actor", true, false);
            let to = match &office.kind {
                ActorKind::Official(o) => o.accredited_to,
                _ => None,
            };
            if camps[1].parties.is_empty() || camps[1].parties == [code] {
                camps[1].parties = to.into_iter().filter(|t| *t != code).collect();
                camps[1].part = "recipient";
            }
        }
    }
    // "The ambassador of A in B presented his credentials", "was called home", "was handed a note".
    if matches!(frame.kind.as_str(), "CREDENTIALS" | "RECALL" | "SUMMON")
        && let Some((own, to)) =
            roles.iter().flat_map(|(_, m)| m).find_map(|&m| posted(context, &sentence.actors[m]))
    {
        if frame.kind == "SUMMON" {
            if (form == TriggerForm::Passive || !scan.pack.features.complement_before)
                && camps[0].is_gap()
                && camps[1].parties.first() == Some(&own)
            {
                camps[0].parties.push(to);
                camps[0].part = "actor";
            }
        } else if camps[1].is_gap() && !camps[0].parties.contains(&to) {
            camps[1].parties.push(to);
            camps[1].part = "recipient";
        } else if camps[0].is_gap() && camps[1].parties.first() == Some(&to) {
            camps[0].parties.push(own);
            camps[0].part = "actor";
        }
    }
    // "The ambassador was called back to Ankara": the capital to which he returns is that of whoever calls him.
    if frame.kind == "RECALL" && sentence.by_order && form == TriggerForm::Passive {
        let home = sentence.actors.iter().find(|a| {
            a.items.start > at
                && a.items.start <= at + 2
                && matches!(a.kind, ActorKind::State(StateForm::Capital))
                && a.marker.as_deref().is_none_or(|m| m == "to" || m == "from")
        });
        if let Some(code) = home.and_then(|a| a.party) {
            camps[0] = Camp { parties: vec![code], part: "actor", ..Camp::default() };
            camps[1].parties.retain(|p| *p != code);
        }
    }
    // One calls home an envoy of one's own, and summons another's.
    if matches!(frame.kind.as_str(), "RECALL" | "SUMMON") && scan.pack.features.complement_before {
        let envoy =
            roles.iter().filter(|(n, _)| *n == "recipient").flat_map(|(_, m)| m).find_map(
                |&m| match &sentence.actors[m].kind {
                    ActorKind::Official(o) if scan.pack.envoys.contains(&o.position) => Some(o.as_ref()),
                    ActorKind::Person(n) => context.namings[*n]
                        .held
                        .iter()
                        .find_map(|h| h.office.as_ref())
                        .filter(|o| scan.pack.envoys.contains(&o.position)),
                    _ => None,
                },
            );
        let foreign = |o: &crate::detect::office::OfficePhrase| {
            o.state.as_ref().is_some_and(|s| !camps[0].parties.contains(s))
        };
        if envoy.is_some_and(|o| (frame.kind == "RECALL") == foreign(o)) {
            return None;
        }
    }
    if !unordered && scan.pack.features.case.is_empty() && told_by_adjective(&frame.kind) {
        // "Condemned the Kenyan raid on Peru": who did it, not where.
        let place = roles.iter().filter(|(name, _)| frame.kind == "STATEMENT" && *name == "recipient");
        let place = place.flat_map(|(_, m)| m).map(|&m| &sentence.actors[m]).find(|a| {
            matches!(a.kind, ActorKind::State(_)) && matches!(a.marker.as_deref(), Some("on" | "in"))
        });
        if let Some(place) = place {
            let mut told = [camps[0].clone(), Camp::default()];
            described_recipient(sentence, at, place.items.start, frame, &mut told);
            let [_, doer] = told;
            if !doer.parties.is_empty() {
                camps[1] = doer;
            }
        }
        // "Condemned the Kenyan shelling of the consulate of Peru": who did it stands beside the noun that is condemned.
        if frame.kind == "STATEMENT" && scan.has_article() && !nominal && !camps[0].parties.is_empty() {
            let from = subject.filter(|s| s.start > at).map_or(at + 1, |s| s.end);
            let noun = (from..hi.min(from + 4)).find(|&i| {
                matches!(sentence.items[i].what, What::Other { .. } | What::Trigger(_))
                    && sentence.items[i].first_tags & tags::DEFINITE != 0
            });
            if let Some(n) = noun
                && sentence.items[from..n].iter().all(|i| matches!(i.what, What::Other { .. } | What::Time))
                && let Some(What::State { code, form: StateForm::Adjective }) =
                    sentence.items.get(n + 1).map(|i| &i.what)
                && !camps[0].parties.contains(code)
                && !roles
                    .iter()
                    .any(|(name, m)| *name == "recipient" && sentence.actors[m[0]].items.start <= n + 1)
            {
                camps[1] = Camp { parties: vec![*code], part: "recipient", ..Camp::default() };
            }
        }
        described_recipient(sentence, at, hi, frame, &mut camps);
        // "Syrian, Lebanese and Iraqi entities", where the first is written as the name of the state.
        let last = roles.iter().filter(|(n, _)| *n == "recipient").flat_map(|(_, m)| m.last()).next();
        if let Some(&m) = last.filter(|&&m| {
            scan.has_article()
                && matches!(sentence.actors[m].kind, ActorKind::State(StateForm::Name))
                && matches!(frame.kind.as_str(), "SANCTION" | "EXPEL")
        }) {
            let end = sentence.actors[m].items.end;
            for item in sentence.items[end..hi].iter().filter(|i| !i.is_word("and") && !i.is_mark(",")) {
                match &item.what {
                    What::State { code, form: StateForm::Adjective } if item.marker == 0 => {
                        if !camps[1].parties.contains(code) && !camps[0].parties.contains(code) {
                            camps[1].parties.push(*code);
                        }
                    }
                    _ => break,
                }
            }
        }
    }
    // The ambassador who is called home serves at the other side, even where his office names it.
    if frame.kind == "RECALL" && scan.has_article() && camps[1].parties.is_empty() && !camps[1].open {
        let posted = sentence.actors.iter().filter(|a| a.items.start > at && a.items.end <= hi);
        let host = posted.filter_map(|a| match &a.kind {
            ActorKind::Official(o) => o.accredited_to.or(o.state),
            ActorKind::Person(n) => {
                context.namings[*n].held.iter().find_map(|h| h.office.as_ref()?.accredited_to)
            }
            _ => None,
        });
        camps[1].parties.extend(host.into_iter().find(|h| !camps[0].parties.contains(h)));
    }
    // "Kenyan sanctions on Peru": whose they are stands in the adjective.
    if nominal
        && scan.has_article()
        && matches!(frame.kind.as_str(), "SANCTION" | "AID" | "STATEMENT" | "APPEAL" | "THREATEN")
        && camps[0].parties.is_empty()
        && !camps[1].parties.is_empty()
    {
        let own = sentence.items[at + 1..].iter().take(3).find_map(|i| match &i.what {
            What::State { code, form: StateForm::Adjective }
                if i.marker == 0 && !camps[1].parties.contains(code) =>
            {
                Some(*code)
            }
            _ => None,
        });
        if own.is_some() {
            camps[0] = Camp { parties: own.into_iter().collect(), part: "actor", ..Camp::default() };
        }
    }
    // "Kenyan warships held an exercise with the navy of Peru", "between Kenyan soldiers and Peruvian ones".
    if frame.kind == "COOPERATE" && scan.has_article() {
        let end = hi.min(at + 14);
        let told = sentence.items[at + 1..end].iter().filter_map(|i| match &i.what {
            What::State { code, form: StateForm::Adjective | StateForm::People } => Some(*code),
            _ => None,
        });
        for code in told {
            if camps.iter().any(|c| c.parties.contains(&code)) {
                continue;
            }
            let Some(slot) = camps.iter().position(Camp::is_blank) else { break };
            camps[slot] = Camp { parties: vec![code], part: "party", ..Camp::default() };
        }
    }
    // "The opening of the Kenyan embassy in Peru": whose it is stands in the adjective.
    if nominal && scan.has_article() && frame.kind == "COOPERATE" {
        let known: Vec<Slug> = camps.iter().flat_map(|c| c.parties.clone()).collect();
        if known.len() == 1
            && let Some(slot) = camps.iter().position(Camp::is_blank)
            && let Some(What::State { code, form: StateForm::Adjective }) =
                sentence.items.get(at + 1).map(|i| &i.what)
            && !known.contains(code)
        {
            camps[slot] = Camp { parties: vec![*code], part: "party", ..Camp::default() };
        }
    }
    // "The Kenyan raid on Peru": whose raid it is stands beside the noun; who speaks of it before is nobody's enemy.
    if nominal && frame.kind == "FORCE" && scan.has_article() {
        let own = sentence.items[at + 1..].iter().take(2).find_map(|i| match &i.what {
            What::State { code, form: StateForm::Adjective } => Some(*code),
            _ => None,
        });
        let before = roles.iter().any(|(n, m)| *n == "actor" && sentence.actors[m[0]].items.end <= at);
        if own.is_some() || before {
            camps[0] = Camp { parties: own.into_iter().collect(), part: "actor", ..Camp::default() };
        }
    }
    // "The ministry of A proceeded to the summoning of the envoy of B": who stands before the noun summons him.
    if nominal
        && scan.has_article()
        && matches!(frame.kind.as_str(), "SUMMON" | "EXPEL")
        && camps[0].envoy
        && camps[1].parties.is_empty()
        && roles.iter().any(|(n, m)| *n == "actor" && sentence.actors[m[0]].items.start > at)
        && let Some(doer) = left.iter().rev().find(|g| g.marker.is_none() && !place_like(sentence, g))
        && let Some(code) = context.party(&sentence.actors[doer.members[0]])
        && !camps[0].parties.contains(&code)
    {
        let mut acting = Camp { part: "actor", ..Camp::default() };
        doer.members.iter().for_each(|&m| add(context, sentence, &mut acting, m));
        let [envoy, _] = std::mem::replace(&mut camps, [acting, Camp::default()]);
        camps[1] = Camp { part: "recipient", ..envoy };
    }
    // "The summoning of the ambassador to X", "the expulsion of the ambassador from X": where he serves acts.
    if nominal && scan.has_article() && matches!(frame.kind.as_str(), "SUMMON" | "EXPEL") {
        let hosts = roles.iter().flat_map(|(_, m)| m).find_map(|&m| {
            let posted = match &sentence.actors[m].kind {
                ActorKind::Official(o) => o.accredited_to,
                ActorKind::Person(n) => context.namings[*n]
                    .held
                    .iter()
                    .find_map(|h| h.office.as_ref().and_then(|o| o.accredited_to)),
                _ => None,
            };
            posted.map(|p| (p, context.party(&sentence.actors[m])))
        });
        let from = right.iter().find(|g| g.marker.as_deref() == Some("from") && frame.kind == "EXPEL");
        // One's own ambassador is not summoned but called home.
        let own = hosts.as_ref().is_some_and(|(_, sent)| {
            sent.is_some()
                && left.iter().flat_map(|g| &g.members).any(|&m| context.party(&sentence.actors[m]) == *sent)
        });
        if own {
            return None;
        }
        if let Some((host, sent)) = hosts {
            camps = [Camp::default(), Camp::default()];
            camps[0].parties.push(host);
            camps[1].parties.extend(sent);
        } else if let Some(host) = from.and_then(|g| context.party(&sentence.actors[g.members[0]])) {
            let sent: Vec<Slug> =
                camps.iter().flat_map(|c| c.parties.clone()).filter(|p| *p != host).collect();
            camps[0] = Camp { parties: vec![host], part: "actor", ..Camp::default() };
            camps[1].parties = sent;
        }
    }
    // "Out of A [they] expel diplomats of B": a plural without a subject, whose doer is the state that they leave.
    if !nominal && frame.kind == "EXPEL" && features_svo && !scan.pack.features.case.is_empty() {
        let subject = |g: &&Group| g.marker.is_none() && g.tags & tags::NOM != 0;
        let from = left.iter().find(|g| g.marker.as_deref() == Some("from"));
        let host = from.and_then(|g| context.party(&sentence.actors[g.members[0]]));
        if let Some(host) = host
            && !left.iter().chain(right.iter()).any(subject)
        {
            let sent: Vec<Slug> =
                camps.iter().flat_map(|c| c.parties.clone()).filter(|p| *p != host).collect();
            camps[0] = Camp { parties: vec![host], part: "actor", ..Camp::default() };
            camps[1] = Camp { parties: sent, part: "recipient", ..Camp::default() };
        }
    }
    // "The summoning of the ambassador of A in B" by the ministry of A: one's own is called home, another's is not.
    if frame.kind == "RECALL"
        && scan.has_article()
        && let Some(envoy) =
            right.iter().flat_map(|g| &g.members).find_map(|&m| match &sentence.actors[m].kind {
                ActorKind::Official(o)
                    if sentence.actors[m].items.start <= at + 1 && scan.pack.envoys.contains(&o.position) =>
                {
                    Some(o)
                }
                _ => None,
            })
        && let Some(own) = envoy.state
    {
        let doer = |g: &&&Group| g.marker.is_none() && !place_like(sentence, g);
        let before = if nominal { left.iter().rev().find(doer).copied() } else { subject };
        let theirs = before.and_then(|g| context.party(&sentence.actors[g.members[0]]));
        if theirs.is_some_and(|p| p != own) {
            return None;
        }
    }
    // "The ministers of A and B chaired the session": they met; one party alone holds a gathering.
    if frame.kind == "HOST"
        && sentence.by_order
        && !nominal
        && camps[0].people
        && (camps[0].parties.len() > 1 || camps[0].seats.len() > 1)
    {
        return None;
    }
    // An envoy is expelled; he expels nobody.
    if frame.kind == "EXPEL" && scan.has_article() && camps[0].envoy && !camps[1].envoy {
        camps.swap(0, 1);
        camps[0].part = "actor";
        camps[1].part = "recipient";
        if camps[0].parties.is_empty() {
            camps[0].open = true;
        }
    }
    // "The meeting between A and B was convened in X": nobody is said to have held it.
    if frame.kind == "HOST"
        && sentence.by_order
        && form == TriggerForm::Passive
        && !roles.iter().any(|(n, m)| *n == "actor" && sentence.actors[m[0]].marker.as_deref() == Some("by"))
    {
        return None;
    }
    // A cable is sent by a person, a statement issued by a ministry.
    let fits = match frame.acts.as_deref() {
        Some("people") => camps[0].people || camps[0].parties.is_empty(),
        Some("body") => !camps[0].people,
        // Nobody is expelled or summoned by an envoy.
        _ => nominal || !camps[0].envoy || !matches!(frame.kind.as_str(), "EXPEL" | "SUMMON"),
    };
    if !fits {
        return None;
    }
    // "In which two guards were killed": nobody is said to have done it.
    if form == TriggerForm::Passive
        && frame.kind == "FORCE"
        && sentence.by_order
        && !roles.iter().any(|(n, m)| *n == "actor" && sentence.actors[m[0]].items.start > at)
    {
        return None;
    }
    if form == TriggerForm::Passive && camps[0].parties.is_empty() && !camps[1].parties.is_empty() {
        camps[0].open = true;
    }
    split_lone(unordered, &mut camps);
    lead_delegations(context, sentence, &roles, &mut camps);
    // A cable told after the congratulation is from and to the same.
    if frame.kind == "MESSAGE"
        && !scan.pack.features.case.is_empty()
        && roles.is_empty()
        && let Some(e) = earlier.filter(|e| e.kind == "STATEMENT" && e.sentence + 1 >= index)
    {
        camps = e.camps.clone();
    }
    // "The document was signed in March", "in the spirit of the agreement signed": of the two of whom was just told.
    let of_two = |e: &&Draft| {
        e.camps.iter().all(|c| !c.parties.is_empty())
            && e.sentence + 3 >= index
            && matches!(
                e.kind.as_str(),
                "MEET" | "CALL" | "VISIT" | "SIGN" | "AGREE" | "COOPERATE" | "MESSAGE" | "STATEMENT"
            )
    };
    let unsaid_signing = frame.kind == "SIGN"
        && roles.is_empty()
        && (!features_bare
            || scan.has_article()
            || matches!(form, TriggerForm::Passive | TriggerForm::Participle))
        && earlier.is_some_and(|e| of_two(&e));
    // A signing told without its parties is of those who met; so is "it was agreed".
    let of_those_who_met = (frame.kind == "SIGN"
        && (!scan.pack.features.case.is_empty() || form == TriggerForm::Passive)
        || frame.kind == "AGREE" && form == TriggerForm::Passive && features_svo)
        && roles.is_empty()
        && earlier.is_some_and(|e| e.kind == "MEET" && e.sentence + 3 >= index);
    if of_those_who_met
        // "Will lend A a sum under an agreement signed on Monday".
        || frame.kind == "SIGN"
            && features_svo
            && features_bare
            && !nominal
            && roles.is_empty()
            && earlier.is_some_and(|e| {
                e.sentence == index && e.at < at && matches!(e.kind.as_str(), "AID" | "COOPERATE" | "AGREE")
            })
        || unsaid_signing
    {
        camps[0].both = true;
    }
    // "Condemned X's attack and demanded an end": asked of, or said to, the same.
    let told_both = |e: &&Draft| {
        matches!(e.kind.as_str(), "STATEMENT" | "APPEAL") && e.camps.iter().all(|c| !c.parties.is_empty())
    };
    if features_svo
        && features_bare
        && !nominal
        && matches!(frame.kind.as_str(), "STATEMENT" | "APPEAL" | "THREATEN")
        && let Some(e) = earlier.filter(told_both).filter(|e| e.sentence == index)
    {
        let and = sentence.items[..at].iter().rev().take(4).any(|i| i.is_word("and"));
        if camps[0].is_gap() && and {
            camps[0] = e.camps[0].clone();
        }
        // "Called on both countries": those of whom it spoke.
        let same = camps[0].parties.first() == e.camps[0].parties.first();
        let them = camps[1].both && camps[1].parties.is_empty() && e.camps[1].parties.len() > 1;
        if same && (them || camps[1].is_blank() && and) {
            camps[1] = Camp { seats: Vec::new(), ..e.camps[1].clone() };
        }
    }
    // "In their telephone talks": those of whom was just told, whatever was told of them.
    let theirs = |i: &Item| i.is_kind("pronoun", "possessive");
    let inside = |i: &Item| i.is_word("in") || i.is_word("during") || i.is_word("at");
    let unsaid = nominal
        && mutual
        && features_svo
        && features_bare
        && matches!(frame.kind.as_str(), "MEET" | "CALL")
        && camps.iter().all(Camp::is_gap);
    let of_people = |e: &&Draft| !e.background && e.camps.iter().all(|c| c.people && !c.parties.is_empty());
    if unsaid
        && at > 1
        && theirs(&sentence.items[at - 1])
        && inside(&sentence.items[at - 2])
        && let Some(e) = earlier.filter(of_people).filter(|e| e.sentence + 1 >= index)
    {
        camps = e.camps.clone();
    }
    // "Received the credentials of the ambassadors": no side that was told of before.
    if frame.kind == "CREDENTIALS" && features_svo && !features_bare {
        camps.iter_mut().for_each(|c| c.both = false);
    }
    if frame.we && camps[0].is_blank() {
        camps[0] = speaker(context, index, at, earlier).unwrap_or_default();
    }
    if matches!(frame.kind.as_str(), "STATEMENT" | "MESSAGE")
        && !features_bare
        && camps[1].is_blank()
        && !camps[0].is_blank()
    {
        camps[1].parties = struck(scan, sentence, at);
        camps[1].part = "recipient";
    }
    // "Talks of A and B took place. X called Y": two of whom no state is said are those of the same act told before.
    let stateless = |c: &Camp| c.open && c.people && c.parties.is_empty();
    if unordered
        && !nominal
        && !features_bare
        && camps.iter().all(stateless)
        && let Some(e) = earlier.filter(|e| e.kind == frame.kind && e.sentence + 2 >= index && !e.background)
        && e.camps.iter().all(|c| c.parties.len() == 1 && c.seats.is_empty())
    {
        for (mine, theirs) in camps.iter_mut().zip(&e.camps) {
            mine.parties.clone_from(&theirs.parties);
            (mine.open, mine.known) = (false, Known::Both);
        }
    }
    // "The signing was preceded by talks": talks that took place, told without their parties, are of those who signed or came.
    let beside = |e: &&Draft| {
        matches!(e.kind.as_str(), "SIGN" | "VISIT" | "MEET" | "CREDENTIALS")
            && e.sentence + 2 >= index
            && e.sentence < index
            && e.status == "happened"
            && !e.background
            && e.camps.iter().all(|c| c.parties.len() == 1)
            && e.camps.iter().any(|c| c.people || c.group || !c.seats.is_empty())
    };
    if frame.kind == "MEET"
        && form == TriggerForm::Noun
        && !features_bare
        && features_svo
        && roles.is_empty()
        && super::status::occurs(scan, sentence, at)
        && !sentence.actors.iter().any(|a| a.party.is_some() && a.marker.is_none())
        && let Some(e) = earlier.filter(beside)
    {
        camps = e.camps.clone();
    }
    // "Cuts its ties with A and expels its diplomats": of whom was just told.
    if frame.kind == "EXPEL"
        && scan.has_article()
        && camps.iter().all(Camp::is_gap)
        && let Some(e) = earlier.filter(|e| e.sentence == index && e.kind == "RECALL")
    {
        camps = e.camps.clone();
    }
    // "The two sides": those of whom the document speaks.
    if camps.iter().any(|c| c.both) && camps.iter().all(|c| c.parties.is_empty()) {
        // "The leaders signed": all who met.
        let all = earlier.filter(|e| {
            unordered
                && !features_bare
                && features_svo
                && e.all_parties().len() > 2
                && e.sentence + 6 >= index
        });
        if let Some(e) = earlier {
            for (mine, theirs) in camps.iter_mut().zip(&e.camps) {
                mine.seats = theirs.seats.iter().filter(|s| s.principal).cloned().collect();
            }
        }
        let pair: Vec<Slug> = match earlier {
            Some(e) => e.camps.iter().filter_map(|c| c.parties.first().cloned()).collect(),
            None => context.home.into_iter().chain(context.states.iter().map(|(c, _)| *c)).collect(),
        };
        let mut pair = pair.into_iter();
        if camps.iter().all(|c| c.parties.is_empty())
            && let Some(a) = pair.next()
            && let Some(b) = pair.find(|p| *p != a)
        {
            camps[0].parties.push(a);
            camps[1].parties.push(b);
            if let Some(e) = all {
                camps[0].parties.clone_from(&e.camps[0].parties);
                camps[1].parties.clone_from(&e.camps[1].parties);
            }
            camps[0].known = Known::Both;
        }
    }
    // "On the Kenyan side A signed, on the Norwegian B": the sides are named, and nobody else is meant.
    let sides = if unordered { super::attendance::sides_told(sentence) } else { Vec::new() };
    if sides.len() == 2
        && camps.iter().any(|c| c.parties.is_empty())
        && camps.iter().flat_map(|c| &c.parties).all(|p| sides.contains(p))
    {
        for (camp, code) in camps.iter_mut().zip(&sides) {
            camp.parties = vec![*code];
            camp.seats.clear();
            (camp.open, camp.counterpart, camp.both) = (false, false, false);
        }
    }
    // "An exercise between Kenyan and Ghanaian troops", "Kenyan and Ghanaian troops began": whose they are.
    if sentence.by_order
        && matches!(frame.kind.as_str(), "MEET" | "COOPERATE" | "SIGN" | "AGREE")
        && camps.iter().all(|c| c.parties.is_empty() && !c.counterpart && !c.both)
    {
        let pair = |from: usize| match (
            sentence.items.get(from).map(|i| &i.what),
            sentence.items.get(from + 1),
            sentence.items.get(from + 2).map(|i| &i.what),
        ) {
            (
                Some(What::State { code: a, form: StateForm::Adjective }),
                Some(and),
                Some(What::State { code: b, form: StateForm::Adjective | StateForm::Name }),
            ) if a != b && and.is_word("and") => Some([*a, *b]),
            _ => None,
        };
        let found = if nominal {
            (at + 1..sentence.items.len().min(at + 5))
                .find(|&i| sentence.items[i].is_word("between"))
                .and_then(|i| pair(i + 1))
        } else {
            (lo..at.saturating_sub(3)).rev().take(5).find_map(pair)
        };
        if let Some([a, b]) = found {
            camps = [a, b].map(Camp::of);
        }
    }
    // Adjectives of two states right after a noun name the sides: "Saudi-Kazakh talks".
    if camps.iter().any(Camp::is_gap) && nominal {
        let adjectives = adjacent_states(sentence, at, scan.has_article());
        if adjectives.len() >= 2 {
            camps = [Camp::default(), Camp::default()];
            camps[0].parties.push(adjectives[0]);
            camps[1].parties.extend(adjectives[1..].iter().cloned());
        }
    }
    // "The A-ian B-ian summit discussed": those whose summit it is.
    if !nominal && scan.has_article() && frame.kind == "MEET" && frame.vague {
        let summit = |i: &usize| sentence.items[*i].is_word("gathering") && sentence.items[*i].marker == 0;
        let pair = [at + 1, at.saturating_sub(4), at.saturating_sub(3), at.saturating_sub(5)]
            .into_iter()
            .filter(|i| *i < sentence.items.len() && *i != at)
            .find(summit)
            .and_then(|i| {
                let end = if i > at { i + 4 } else { at };
                let states: Vec<Slug> = sentence.items[i + 1..end.min(sentence.items.len())]
                    .iter()
                    .take_while(|x| {
                        matches!(
                            x.what,
                            What::Mark('-' | '–' | 'ـ') | What::State { .. } | What::Other { .. }
                        )
                    })
                    .filter_map(|x| match &x.what {
                        What::State { code, form: StateForm::Adjective } if x.marker == 0 => Some(*code),
                        _ => None,
                    })
                    .collect();
                match states.as_slice() {
                    [a, b] if a != b => Some([*a, *b]),
                    _ => None,
                }
            });
        if let Some([a, b]) = pair {
            camps = [a, b].map(Camp::of);
        }
    }
    // "The A-ian B-ian committee met": two adjectives side by side name the sides of what nobody else is said to do.
    if !nominal
        && scan.has_article()
        && matches!(frame.kind.as_str(), "MEET" | "SIGN" | "COOPERATE")
        && camps.iter().all(Camp::is_gap)
        && let Some([a, b]) = paired_adjectives(sentence, at, hi)
    {
        camps[0].parties.push(a);
        camps[1].parties.push(b);
    }
    // "The Ghana-Kenya commission": a pair in one word names the sides of what nobody is said to have done.
    if (nominal || form == TriggerForm::Passive)
        && camps.iter().all(Camp::is_gap)
        && matches!(frame.kind.as_str(), "MEET" | "SIGN" | "AGREE" | "COOPERATE")
        && (!frame.vague || features_bare)
        && let Some([a, b]) = joined_pair(scan, sentence, lo, hi)
    {
        camps[0].parties.push(a);
        camps[1].parties.push(b);
    }
    // "The parliament of A ratified a protocol to the A-B treaty": with the other of the pair.
    if !features_bare
        && frame.kind == "SIGN"
        && let [one, other] = &mut camps
        && other.parties.is_empty()
        && let [own] = one.parties[..]
        && let Some(pair) = joined_pair(scan, sentence, lo, hi)
        && pair.contains(&own)
    {
        other.parties.extend(pair.into_iter().filter(|p| *p != own));
        (other.open, other.both) = (false, false);
    }
    // "Took part in the council of ministers. The heads of … of B and C attended": those who did meet him.
    if frame.mode.is_some_and(|m| m == "multilateral")
        && !features_bare
        && features_svo
        && camps[1].parties.is_empty()
        && let [own] = camps[0].parties[..]
    {
        let near = context.sentences[index + 1..].iter().take(3).filter(|s| s.scan == sentence.scan);
        for s in near {
            let Some(from) =
                s.items.iter().position(|i| matches!(i.what, What::Attendance { inside: false, .. }))
            else {
                continue;
            };
            let listed = |a: &Actor| a.and && matches!(a.kind, ActorKind::State(StateForm::Name));
            let there = s.actors.iter().filter(|a| {
                a.items.start > from
                    && (listed(a) || matches!(a.kind, ActorKind::Official(_) | ActorKind::Person(_)))
            });
            for code in there.flat_map(|a| context.party(a).into_iter().chain(a.more.iter().copied())) {
                if code != own && !camps[1].parties.contains(&code) {
                    camps[1].parties.push(code);
                }
            }
        }
        if !camps[1].parties.is_empty() {
            camps[1].part = "party";
            (camps[1].open, camps[1].both, camps[1].counterpart) = (false, false, false);
        }
    }
    // "X receives in the White House": whose house it is receives.
    if frame.roles.contains_key("host")
        && !features_bare
        && camps[0].parties.is_empty()
        && camps[0].people
        && let Some(house) = sentence.actors.iter().find(|a| {
            matches!(a.kind, ActorKind::State(StateForm::Government)) && a.marker.as_deref() == Some("in")
        })
        && let Some(code) = house.party.filter(|c| !camps[1].parties.contains(c))
    {
        camps[0].parties.push(code);
        camps[0].open = false;
    }
    // A verb without its subject continues the one before, where the language leaves subjects unsaid or "and" joins them.
    let continues = scan.pack.features.drops_subject
        || sentence.items[..at].iter().rev().take(4).any(|i| i.is_word("and"));
    // "Arrived in X at the invitation of Y": whoever arrived was invited.
    let beside = nominal
        && (frame.secondary
            || frame.kind == "VISIT" && scan.has_article() && earlier.is_some_and(|e| e.secondary))
        && earlier.is_some_and(|e| e.sentence == index);
    if (!nominal || owned_by) && continues && !of_a_thing || beside {
        let hollow: Vec<bool> = camps.iter().map(Camp::is_gap).collect();
        if hollow[0] != hollow[1]
            && let Some(earlier) = earlier
            && earlier.sentence + 2 >= index
            && !(scan.has_article() && earlier.in_title() && sentence.scan == 1 && earlier.kind != frame.kind)
            && may_lend(scan, frame, earlier, index)
        {
            let gap = usize::from(hollow[1]);
            let other = &camps[1 - gap];
            // Whoever acted before acts on.
            let leads = if sentence.by_order && !earlier.nominal {
                earlier.camps.iter().position(|c| c.center).unwrap_or(earlier.leads)
            } else if features_vso {
                earlier.leads
            } else {
                0
            };
            let lenders = [leads, 1 - leads];
            let lender = lenders
                .into_iter()
                .map(|l| &earlier.camps[l])
                .find(|c| !c.parties.is_empty() && !c.parties.iter().any(|p| other.parties.contains(p)));
            if let Some(lender) = lender {
                let part = match (camps[gap].part, camps[1 - gap].part) {
                    ("", "host") => "guest",
                    ("", "guest") => "host",
                    (part, _) => part,
                };
                camps[gap] = Camp { part, known: Known::Lent, ..lender.clone() };
            }
        }
    }
    if camps[0].is_gap() && camps[1].is_gap() {
        return None;
    }
    if form == TriggerForm::Back && (camps[0].is_gap() || camps[1].is_gap()) {
        return None;
    }
    // "Received several ambassadors": those who are named after it, the same where nouns have an article.
    let several = || {
        roles.iter().flat_map(|(_, m)| m).any(|&m| {
            let actor = &sentence.actors[m];
            let envoys = |o: &crate::detect::office::OfficePhrase| scan.pack.envoys.contains(&o.position);
            actor.plural
                && context.party(actor).is_none()
                && matches!(&actor.kind, ActorKind::Official(o) if envoys(o))
        })
    };
    let received = match frame.kind.as_str() {
        "CREDENTIALS" => Some((0, 1)),
        "MEET" => Some((1, 0)),
        _ => None,
    };
    if let Some((sent, host)) = received
        && scan.has_article()
        && camps[sent].parties.is_empty()
        && several()
    {
        let host = camps[host].parties.first().copied().or(context.home);
        let (codes, seats) = envoys_after(context, index, host);
        if !codes.is_empty() {
            camps[sent].parties = codes;
            camps[sent].seats.extend(seats);
            camps[sent].envoy = true;
            camps[sent].open = false;
        }
    }
    // "The credentials of three ambassadors": those who are named after it.
    if frame.kind == "CREDENTIALS"
        && features_svo
        && camps[0].parties.is_empty()
        && (!camps[1].parties.is_empty() || features_bare)
        && (!features_bare || roles.iter().flat_map(|(_, m)| m).any(|&m| sentence.actors[m].plural))
    {
        // Where the text leaves unsaid who receives them: the publisher's head of state, or whoever they are sent to.
        let sent_to = |a: &Actor| match &a.kind {
            ActorKind::Official(o) => o.accredited_to,
            ActorKind::Person(n) => {
                context.namings[*n].held.iter().find_map(|h| h.office.as_ref()?.accredited_to)
            }
            _ => None,
        };
        let after = || context.sentences[index..].iter().take(5).flat_map(|s| &s.actors);
        let host = camps[1].parties.first().copied().or(context.home).or_else(|| after().find_map(sent_to));
        let envoy = |a: &Actor| match &a.kind {
            ActorKind::Official(o) => scan.pack.envoys.contains(&o.position).then_some(o.state).flatten(),
            ActorKind::Person(n) => context.namings[*n]
                .held
                .iter()
                .any(|h| h.office.as_ref().is_some_and(|o| scan.pack.envoys.contains(&o.position)))
                .then(|| context.naming_party[*n])
                .flatten(),
            _ => None,
        };
        let next = context.sentences[index + 1..].iter().take(4);
        let last = context.sentences[..index].iter().rev().take(usize::from(!features_bare));
        let next = next.chain(last).filter(|s| s.scan == sentence.scan).flat_map(|s| &s.actors);
        let listed = || {
            let near = context.sentences[index + 1..].iter().take(2);
            near.flat_map(|s| super::listed_states(scan.pack, s)).map(|(c, _)| c).find(|c| Some(*c) != host)
        };
        // "Of seven ambassadors, representing A, B and C".
        let represented: Vec<Slug> = sentence
            .items
            .iter()
            .position(|i| matches!(i.what, What::Side))
            .filter(|&side| side > at)
            .map(|side| {
                sentence.items[side..]
                    .iter()
                    .take_while(|i| {
                        matches!(
                            i.what,
                            What::Side | What::State { form: StateForm::Name, .. } | What::Mark(',')
                        ) || i.is_word("and")
                            || i.is_word("determiner")
                    })
                    .filter_map(|i| match &i.what {
                        What::State { code, .. } => Some(*code),
                        _ => None,
                    })
                    .collect()
            })
            .unwrap_or_default();
        if let Some(host) = host
            && !represented.is_empty()
        {
            camps[0].parties.extend(represented.into_iter().filter(|c| *c != host));
            camps[0].open = false;
            if camps[1].parties.is_empty() {
                camps[1].parties.push(host);
                camps[1].open = false;
            }
        } else if let Some(host) = host
            && let Some(code) = next.filter_map(envoy).find(|c| *c != host).or_else(listed)
        {
            camps[0].parties.push(code);
            camps[0].open = false;
            if camps[1].parties.is_empty() {
                camps[1].parties.push(host);
                camps[1].open = false;
            }
        }
    }
    // A name that nobody calls by an office speaks for no state that its words leave unsaid.
    let private = |c: &Camp| {
        c.parties.is_empty()
            && c.open
            && !c.seats.is_empty()
            && c.seats.iter().all(|s| !context.in_office(s.naming))
    };
    if scan.has_article() && camps.iter().any(private) {
        return None;
    }
    // "His visit began": to those with whom he met.
    if frame.kind == "VISIT"
        && camps[1].is_gap()
        && (!nominal || !scan.pack.features.case.is_empty())
        && let [guest] = camps[0].parties.as_slice()
        && let Some(host) = earlier.and_then(|e| host_of(e, *guest))
        && !unknown_aim(sentence, at)
    {
        camps[1].parties.push(host);
        camps[1].part = "recipient";
    }
    // "A received B, who is on a visit": of the two, whoever is received came.
    if frame.kind == "VISIT"
        && nominal
        && scan.has_article()
        && let Some(e) = earlier.filter(|e| e.sentence == index && e.kind == "MEET")
        && let Some(guest) = e.camps.iter().find(|c| c.part == "guest" && !c.parties.is_empty())
        && camps[1].parties.first() == guest.parties.first()
        && e.camps.iter().any(|c| c.part == "host" && c.parties.first() == camps[0].parties.first())
    {
        camps.swap(0, 1);
        camps[0] = Camp { part: "actor", ..guest.clone() };
        camps[1].part = "recipient";
    }
    // "The king received the president of X, who came on a visit to the Kingdom": the guest came, not the host.
    if frame.kind == "VISIT"
        && scan.has_article()
        && let Some(e) = earlier.filter(|e| e.sentence == index && e.kind != "VISIT")
        && let Some(host) = camps[1].parties.first().copied().or(context.home.filter(|_| camps[1].open))
        && camps[0].parties.first() == Some(&host)
        && let Some(guest) = e.camps.iter().find(|c| !c.parties.is_empty() && !c.parties.contains(&host))
    {
        camps[0] = Camp { part: "actor", ..guest.clone() };
    }
    settle(context, index, &mut camps, earlier, frame.vague)?;
    bring_home(context, &mut camps);
    // Whoever presents his credentials is the envoy, however the noun stands ("on His Highness's receiving the
    // credentials of").
    if frame.kind == "CREDENTIALS" && camps[1].envoy && !camps[0].envoy {
        camps.swap(0, 1);
        camps[0].part = "actor";
        camps[1].part = "recipient";
    }
    // "England met Australia": states by themselves play.
    let lone = |&m: &usize| matches!(sentence.actors[m].kind, ActorKind::State(StateForm::Name));
    if !nominal
        && frame.kind == "MEET"
        && !frame.vague
        && frame.needs.is_empty()
        && sentence.scan == 1
        && features_svo
        && features_bare
        && scan.pack.features.capitals
        && roles.len() == 2
        && roles.iter().flat_map(|(_, m)| m).all(lone)
        && !sentence.items.get(at + 1).is_some_and(|i| i.is_word("with"))
    {
        return None;
    }
    let leads = subject.and_then(|s| {
        let of = |(_, m): &(usize, &(&str, Vec<usize>))| m.1 == s.members;
        roles.iter().enumerate().find(of).map(|(k, (name, _))| match *name {
            "guest" | "recipient" => 1,
            "party" => k.min(1),
            _ => 0,
        })
    });
    let item = &sentence.items[at];
    let trigger = scan.text.slice([item.begin, scan.text.tokens[item.end - 1].end]);
    let mut why = vec![Why { field: "type".into(), by: frame.id.to_string(), words: trigger.clone() }];
    for (name, members) in &roles {
        for &m in members {
            why.push(Why {
                field: format!("side:{name}"),
                by: frame.id.to_string(),
                words: scan.text.slice(sentence.actors[m].span),
            });
        }
    }
    // "…, which was founded by A and B": told on the way.
    let in_passing = mine.is_some()
        && (matches!(frame.kind.as_str(), "AGREE" | "COOPERATE" | "AID" | "FORCE" | "SANCTION" | "HOST")
            || scan.has_article() && frame.kind == "SIGN" && sentence.scan == 1
            || sentence.by_order && frame.kind == "SIGN" && form == TriggerForm::Passive);
    // What is said of a document beside other news is told on the way.
    let on_the_way = unsaid_signing && !of_those_who_met;
    Some(Draft {
        secondary: frame.secondary || in_passing || on_the_way,
        background: on_the_way,
        unordered,
        vague: frame.vague,
        camps,
        nominal,
        back: form == TriggerForm::Back,
        leads: leads.unwrap_or(0),
        why,
        ..Draft::of(frame, trigger, index, sentence.scan, at)
    })
}

/// Who says "we": whoever is quoted after it, who spoke before, whose house is named before, or the publisher.
fn speaker(context: &Context, index: usize, at: usize, earlier: Option<&Draft>) -> Option<Camp> {
    let sentence = &context.sentences[index];
    let body = |a: &Actor| {
        matches!(a.kind, ActorKind::Institution { .. } | ActorKind::Official(_) | ActorKind::Person(_))
    };
    let of = |a: &Actor| {
        let mut camp = Camp { part: "actor", ..Camp::default() };
        camp.parties.extend(context.party(a));
        if let ActorKind::Person(n) = &a.kind {
            camp.seats.push(Seat { naming: *n, principal: true });
        }
        camp
    };
    let said = (at..sentence.items.len()).find(|&i| sentence.items[i].is_word("saying"));
    let quoted = said.and_then(|v| {
        sentence.actors.iter().find(|a| a.items.start > v && body(a) && context.party(a).is_some())
    });
    let told = || {
        let spoke = |e: &&Draft| {
            matches!(e.kind.as_str(), "STATEMENT" | "APPEAL" | "THREATEN") && e.sentence + 3 >= index
        };
        earlier.filter(spoke).map(|e| e.camps[0].clone())
    };
    let before = || {
        let near = context.sentences[index.saturating_sub(3)..index].iter().rev();
        near.flat_map(|s| &s.actors).find(|a| body(a) && context.party(a).is_some()).map(of)
    };
    let home = || {
        let home = context.home?;
        Some(Camp { part: "actor", known: Known::Home, parties: vec![home], ..Camp::default() })
    };
    quoted.map(of).or_else(told).or_else(before).or_else(home)
}

/// "Condemned the attack in CITY", "condolences on the floods in X and Y": the states where it struck.
fn struck(scan: &Scan, sentence: &Sentence, at: usize) -> Vec<Slug> {
    let items = &sentence.items;
    let ends = |i: &Item| {
        i.is_mark(";")
            || matches!(&i.what, What::Trigger(o)
                if o.iter().any(|(_, f)| matches!(f, TriggerForm::Past | TriggerForm::Present)))
    };
    let mut found: Vec<Slug> = Vec::new();
    let mut add = |i: usize| {
        let follows = || {
            let before = &items[i - 1];
            before.is_word("in") || before.is_word("and") || before.is_mark(",")
        };
        if let What::State { code, .. } = &items[i].what
            && !found.contains(code)
            && (found.is_empty() || i > 0 && follows())
        {
            found.push(*code);
        }
    };
    let before = || {
        let blow = (at.saturating_sub(20)..at).rev().take_while(|&i| !ends(&items[i]));
        blow.filter(|&i| items[i].is_word("blow")).last()
    };
    if scan.pack.features.order == "sov" {
        let Some(blow) = before() else { return found };
        (blow.saturating_sub(8)..blow).rev().for_each(add);
        return found;
    }
    let mut after = (at + 1..items.len()).take(16).take_while(|&i| !ends(&items[i]));
    // "In connection with the attack in CITY we express our condolences."
    let blow = after.find(|&i| items[i].is_word("blow"));
    let (from, to) = match (blow, before()) {
        (Some(b), _) => (b + 1, items.len().min(b + 11)),
        (None, Some(b)) => (b + 1, at),
        (None, None) => return found,
    };
    (from..to).take_while(|&i| !ends(&items[i])).for_each(&mut add);
    found
}

/// The ambassadors whom the next sentences name one after another, with their states.
fn envoys_after(context: &Context, index: usize, host: Option<Slug>) -> (Vec<Slug>, Vec<Seat>) {
    let (mut codes, mut seats): (Vec<Slug>, Vec<Seat>) = (Vec::new(), Vec::new());
    for sentence in context.sentences[index + 1..].iter().take(3).filter(|s| s.scan == 1) {
        let envoys = &context.scan(sentence).pack.envoys;
        let before = codes.len();
        for actor in &sentence.actors {
            let office = match &actor.kind {
                ActorKind::Official(o) => Some(o.as_ref()),
                ActorKind::Person(n) if context.person_of[*n].is_some() => {
                    context.namings[*n].held.iter().find_map(|h| h.office.as_ref())
                }
                _ => None,
            };
            let Some(code) = office
                .filter(|o| envoys.contains(&o.position))
                .and_then(|_| context.party(actor))
                .filter(|c| Some(*c) != host)
            else {
                continue;
            };
            for code in std::iter::once(code).chain(actor.more.iter().copied()) {
                if !codes.contains(&code) {
                    codes.push(code);
                }
            }
            if let ActorKind::Person(n) = actor.kind {
                seats.push(Seat { naming: n, principal: true });
            }
        }
        if before > 0 && codes.len() == before {
            break;
        }
    }
    // One ambassador named later is not "several".
    if codes.len() < 2 { (Vec::new(), Vec::new()) } else { (codes, seats) }
}

/// The one other party of what was told before of the guest.
fn host_of(earlier: &Draft, guest: Slug) -> Option<Slug> {
    let all = earlier.all_parties();
    let [a, b] = all.as_slice() else { return None };
    let host = if *a == guest { *b } else { *a };
    ((*a == guest || *b == guest) && !host.starts_with("ORG:")).then_some(host)
}

/// After the trigger the place is named that one goes to, by a word of which no state is known.
fn unknown_aim(sentence: &Sentence, at: usize) -> bool {
    sentence.items[at + 1..].iter().take(3).any(|i| matches!(i.what, What::Name { .. } | What::State { .. }))
}

/// The two who stand around a verb of speaking before the trigger: who spoke, and to whom.
fn spoke(context: &Context, sentence: &Sentence, lo: usize, at: usize) -> Option<[Vec<usize>; 2]> {
    let scan = context.scan(sentence);
    let bare = scan.pack.features.case.is_empty();
    let thanks = |&(f, form): &(usize, TriggerForm)| {
        matches!(form, TriggerForm::Past | TriggerForm::Present)
            && matches!(scan.pack.frames[f].kind.as_str(), "STATEMENT" | "APPEAL" | "THREATEN")
    };
    let speaks = |i: &Item| {
        i.is_word("saying") || bare && matches!(&i.what, What::Trigger(options) if options.iter().any(thanks))
    };
    // A verb of thanking ends the trigger's own clause.
    let from = if bare {
        window(sentence, at, true).0.max(dateline(scan, sentence).unwrap_or(0)).min(at)
    } else {
        lo
    };
    let official = |&m: &usize| {
        matches!(
            sentence.actors[m].kind,
            ActorKind::Person(_) | ActorKind::Official(_) | ActorKind::Counterpart
        )
    };
    let people: Vec<Group> = groups(context, sentence, from, at)
        .into_iter()
        .filter(|g| g.marker.is_none() && g.members.iter().all(official))
        .collect();
    let [.., a, b] = people.as_slice() else { return None };
    let told = match bare {
        true => people.len() == 2 && sentence.items[a.end..b.start].iter().any(speaks),
        false => sentence.items[from..at].iter().any(speaks),
    };
    told.then(|| [a.members.clone(), b.members.clone()])
}

/// Whom an envoy serves and to whom he is sent.
fn posted(context: &Context, actor: &Actor) -> Option<(Slug, Slug)> {
    let own = context.party(actor)?;
    let to = match &actor.kind {
        ActorKind::Official(o) => o.accredited_to,
        ActorKind::Person(n) => {
            context.namings[*n].held.iter().find_map(|h| h.office.as_ref()?.accredited_to)
        }
        _ => None,
    }?;
    (own != to).then_some((own, to))
}

/// After "during the talks": who speaks to whom in the clause that follows.
fn addressed(context: &Context, sentence: &Sentence, at: usize) -> Vec<(&'static str, Vec<usize>)> {
    let led = sentence.items[at.saturating_sub(3)..at]
        .iter()
        .any(|i| i.is_word("during") || i.is_word("in") || i.is_word("at") || i.is_word("on"));
    if !led {
        return Vec::new();
    }
    let scan = context.scan(sentence);
    let speaks = |i: &Item| {
        i.is_word("saying")
            || matches!(&i.what, What::Trigger(o)
                if o.iter().any(|&(f, form)| form == TriggerForm::Past
                    && matches!(scan.pack.frames[f].kind.as_str(), "STATEMENT" | "INVITE" | "APPEAL" | "MESSAGE")))
    };
    let Some(verb) = (at + 1..sentence.items.len()).find(|&i| speaks(&sentence.items[i])) else {
        return Vec::new();
    };
    let person = |g: &&Group| {
        g.marker.is_none()
            && g.members.iter().all(|&m| {
                matches!(sentence.actors[m].kind, ActorKind::Person(_) | ActorKind::Official(_))
                    && context.party(&sentence.actors[m]).is_some()
            })
    };
    // Who speaks may stand before: "A, in talks on the telephone, invited B".
    let from = if scan.pack.features.order == "svo" { window(sentence, at, false).0 } else { at + 1 };
    let all = groups(context, sentence, from, sentence.items.len());
    let nominative = |g: &&Group| g.end <= verb && g.tags & tags::NOM != 0;
    let speaker = all.iter().filter(person).filter(nominative).find(|g| g.start > at);
    let speaker = speaker.or_else(|| all.iter().filter(person).rfind(|g| nominative(g) && g.end < at));
    let hearer = all
        .iter()
        .filter(person)
        .find(|g| g.start > verb && g.start <= verb + 2 && g.tags & (tags::ACC | tags::DAT) != 0);
    match (speaker, hearer) {
        (Some(a), Some(b)) => vec![("party", a.members.clone()), ("party", b.members.clone())],
        _ => Vec::new(),
    }
}

/// "Sanctions on three Russian banks": what is a state's stands for it where something is done to it.
fn patient(
    scan: &Scan,
    sentence: &Sentence,
    frame: &Frame,
    form: TriggerForm,
    (lo, at, hi): (usize, usize, usize),
    roles: &[(&str, Vec<usize>)],
) -> Option<usize> {
    let markers = frame.roles.get("recipient")?;
    let features = &scan.pack.features;
    if roles.iter().any(|(n, _)| *n == "recipient")
        || features.adjective_after
        || !features.case.is_empty()
        || matches!(frame.kind.as_str(), "VISIT" | "INVITE" | "MESSAGE" | "CREDENTIALS" | "HOST")
    {
        return None;
    }
    let own = tail(scan, &sentence.items[at]);
    let plain = |i: &Item| {
        matches!(i.what, What::Time | What::Other { .. }) || i.is_word("determiner") || i.is_word("list")
    };
    let described = |a: &Actor| {
        matches!(a.kind, ActorKind::State(StateForm::Adjective))
            && sentence.items.get(a.items.end).is_some_and(|n| {
                !scan.text.tokens[n.start].capital
                    && (matches!(n.what, What::Other { .. } | What::Rank)
                        || n.is_word("document")
                        || n.is_word("building"))
            })
    };
    let marked = |a: &Actor| {
        let before = sentence.items[..a.items.start].iter().rposition(|i| !plain(i));
        match (before, form) {
            (Some(b), _) if b == at => {
                own.is_some_and(|m| markers.iter().any(|n| n == m)) || markers.iter().any(|n| n == "object")
            }
            (Some(b), _) => {
                b > at
                    && match &sentence.items[b].what {
                        What::Word { work, .. } => markers.contains(work),
                        // "Imposed sanctions on": the noun's own preposition.
                        What::Trigger(_) => {
                            tail(scan, &sentence.items[b]).is_some_and(|m| markers.iter().any(|n| n == m))
                        }
                        _ => false,
                    }
            }
            (None, _) => false,
        }
    };
    let passive = form == TriggerForm::Passive;
    sentence.actors.iter().position(|a| {
        described(a)
            && if passive { a.items.start >= lo && a.items.end <= at } else { a.items.end <= hi && marked(a) }
    })
}

/// Where the text begins after "CITY, day (agency) —".
fn dateline(scan: &Scan, sentence: &Sentence) -> Option<usize> {
    if sentence.range.start != 0 || scan.text.field != crate::model::Field::Text {
        return None;
    }
    let first = sentence.items.first()?;
    // "CITY – CITY – AGENCY:", where nothing is written with a capital.
    if scan.has_article() {
        let line = sentence.items.iter().take(12).take_while(|i| {
            i.is_city()
                || matches!(
                    i.what,
                    What::Time
                        | What::Mark(_)
                        | What::Name { .. }
                        | What::Other { .. }
                        | What::Organisation { .. }
                )
        });
        let end = line.clone().collect::<Vec<_>>().iter().rposition(|i| i.is_mark("—:-–/"))?;
        let cities = line.take(end).filter(|i| i.is_city()).count();
        return (first.is_city() && first.marker == 0 && cities > 0).then_some(end + 1);
    }
    if !scan.pack.features.capitals {
        return None;
    }
    if !matches!(first.what, What::State { .. }) {
        return None;
    }
    let end = sentence
        .items
        .iter()
        .take(14)
        .position(|i| i.is_mark("—:") || i.is_mark("-–") && !scan.text.tokens[i.start].glued)?;
    sentence.items[..end]
        .iter()
        .all(|i| {
            matches!(
                i.what,
                What::State { .. } | What::Time | What::Mark(_) | What::Name { .. } | What::Other { .. }
            )
        })
        .then_some(end + 1)
}

/// The preposition with which a trigger of several words ends.
fn tail<'s>(scan: &Scan<'s>, item: &Item) -> Option<&'s str> {
    if item.end - item.start < 2 {
        return None;
    }
    scan.matches[item.end - 1].iter().find_map(|m| match scan.sense(m) {
        Sense::Word { work, .. }
            if m.end == item.end
                && matches!(
                    work.as_str(),
                    "with" | "to" | "from" | "in" | "between" | "by" | "of" | "for" | "at" | "on"
                ) =>
        {
            Some(work.as_str())
        }
        _ => None,
    })
}

/// "Russia's war": whose something is does not act by that; its ministry or delegation does.
fn possessive(scan: &Scan, sentence: &Sentence, group: &Group) -> bool {
    let [member] = group.members.as_slice() else { return false };
    let actor = &sentence.actors[*member];
    matches!(actor.kind, ActorKind::State(_) | ActorKind::Organisation)
        && sentence.items.get(actor.items.end).is_some_and(|i| scan.possessive(i.start))
}

/// A form of "be" before a past form makes it passive.
pub(super) fn is_passive(sentence: &Sentence, at: usize, form: TriggerForm) -> bool {
    matches!(form, TriggerForm::Past | TriggerForm::Participle)
        && sentence.items[at.saturating_sub(4)..at]
            .iter()
            .rev()
            .take_while(|i| matches!(i.what, What::Word { .. } | What::Time | What::Other { .. }))
            .any(|i| i.is_kind("auxiliary", "be"))
}

fn subject_and_object<'g>(
    context: &Context,
    sentence: &Sentence,
    at: usize,
    frame: &Frame,
    form: TriggerForm,
    left: &[&'g Group],
    right: &[&'g Group],
) -> (Option<&'g Group>, Option<&'g Group>) {
    let scan = context.scan(sentence);
    let features = &scan.pack.features;
    let takes_object = frame.roles.values().any(|m| m.iter().any(|m| m == "object"));
    let takes_subject = frame.roles.values().any(|m| m.iter().any(|m| m == "subject" || m == "of"));
    let free = |g: &&&Group| g.marker.is_none() && !place_like(sentence, g);
    let left_free = left.iter().rev().find(|g| free(g)).copied();
    let mut right_free = right.iter().filter(|g| free(g));
    let first = right_free.next().copied();
    let second = right_free.next().copied();
    if form == TriggerForm::Passive {
        let by = right.iter().chain(left.iter()).find(|g| g.marker.as_deref() == Some("by")).copied();
        // Where nouns have cases, what is done to stands in the nominative.
        let plain = |g: &&&Group| {
            free(g)
                && g.tags & (tags::ACC | tags::DAT | tags::INS | tags::LOC | tags::ABL) == 0
                && features.complement_before
        };
        let object = left.iter().rev().find(plain).copied();
        return (by, object.or(left_free).or(first));
    }
    // "A meeting that brought together A and B": the frame knows no subject.
    if takes_object && !takes_subject && features.case.is_empty() {
        return (None, first.or(left_free));
    }
    // "Was received by": the passive is written like the active, and the agent stands after a word that says so.
    let agent = |g: &&&Group| g.start > 0 && sentence.items[g.start - 1].is_kind("by", "agent");
    if features.order == "vso"
        && takes_object
        && !form.is_noun()
        && let Some(by) = right.iter().find(|g| agent(g)).copied()
        && let Some(done) = first.filter(|_| second.is_none()).or(left_free)
    {
        return (Some(by), Some(done));
    }
    match features.order.as_str() {
        "vso" => {
            let nominal = form.is_noun();
            // Whoever stands beyond a mark and another's preposition is no genitive of the noun.
            let beyond = |g: &&Group| {
                right.iter().any(|o| o.start < g.start && o.marker.is_some())
                    && sentence.items[at + 1..g.start].iter().any(|i| matches!(i.what, What::Mark(_)))
            };
            let (first, second) = if nominal && left_free.is_some() {
                (first.filter(|g| !beyond(g)), second.filter(|g| !beyond(g)))
            } else {
                (first, second)
            };
            // What stands right before the verb is its subject; after a noun the construct state is.
            let before = left_free.filter(|g| !nominal && leads(sentence, g.end, at));
            // "Arrived the number of …": an ordinary noun right after the verb is its subject, or its object.
            let thing = !nominal
                && sentence.items.get(at + 1).is_some_and(|n| {
                    matches!(n.what, What::Other { common: true })
                        && n.marker == 0
                        && !n.and
                        && first.is_some_and(|f| f.start > at + 3)
                });
            // "The demonstrators called on A": nothing with the article takes a genitive that is a name.
            let thing = thing
                || !nominal
                    && takes_object
                    && sentence.items.get(at + 1).is_some_and(|n| {
                        matches!(n.what, What::Other { common: true })
                            && n.marker == 0
                            && !n.and
                            && n.first_tags & tags::DEFINITE != 0
                            && first.is_some_and(|f| {
                                f.start == at + 2
                                    && matches!(
                                        sentence.actors[f.members[0]].kind,
                                        ActorKind::State(StateForm::Name)
                                            | ActorKind::Institution { .. }
                                            | ActorKind::Organisation
                                    )
                            })
                    });
            let (first, second) = if thing && before.is_none() { (None, first) } else { (first, second) };
            let left_free = left_free.filter(|_| !thing);
            match (before, first, second) {
                (None, None, o) if thing => (None, o.filter(|_| takes_object)),
                (_, Some(s), Some(o)) if takes_object && before.is_none() => (Some(s), Some(o)),
                (Some(s), o, _) if takes_object => (Some(s), o),
                (Some(s), _, _) => (Some(s), first),
                (None, Some(s), o) => (Some(s), o),
                (None, None, _) => (left_free, None),
            }
        }
        "sov" => {
            // "The president who came": a participle stands before its subject.
            let participle = matches!(form, TriggerForm::Past | TriggerForm::Participle)
                && sentence.items.get(at + 1).is_some_and(|n| !matches!(n.what, What::Trigger(_)))
                && attributive(sentence, at);
            if participle && let Some(g) = first.filter(|g| g.start == at + 1) {
                let object = left.iter().filter(|g| free(g)).rev().find(|g| g.tags & tags::ACC != 0).copied();
                return (Some(g), object);
            }
            let nominative = left
                .iter()
                .filter(|g| free(g))
                .find(|g| {
                    g.tags & (tags::ACC | tags::DAT | tags::INS | tags::GEN | tags::LOC | tags::ABL) == 0
                })
                .copied();
            let object = left.iter().filter(|g| free(g)).rev().find(|g| g.tags & tags::ACC != 0).copied();
            let bare = left_free
                .filter(|g| g.tags & (tags::ACC | tags::DAT | tags::INS | tags::LOC | tags::ABL) == 0);
            // "A and B agreed to open their flights": what follows them need not be theirs.
            let pair = || {
                let cases = tags::ACC | tags::DAT | tags::INS | tags::GEN | tags::LOC | tags::ABL;
                left_free.filter(|g| g.members.len() > 1 && g.own & cases == 0)
            };
            (nominative.or(bare).or_else(pair).or(first), object)
        }
        _ if !features.case.is_empty() => {
            let by_place = matches!(frame.kind.as_str(), "STATEMENT" | "APPEAL" | "THREATEN");
            by_case(sentence, at, form, left, right, &free, by_place)
        }
        _ => {
            let nominal = form.is_noun();
            if nominal {
                let genitive = first
                    .filter(|g| !features.case.is_empty() && g.tags & tags::GEN != 0 && g.start <= at + 2);
                return match genitive {
                    Some(g) => (Some(g), left_free),
                    None => (left_free.or(first), if left_free.is_some() { first } else { None }),
                };
            }
            // Inverted order: "В Москву прибыл министр".
            let nominative = left_free.or(first);
            let object = if left_free.is_some() { first } else { second };
            (nominative, object)
        }
    }
}

/// A participle that opens its sentence: its object follows, and after the comma its subject.
fn opening_gerund<'g>(
    sentence: &Sentence,
    at: usize,
    form: TriggerForm,
    left: &[&'g Group],
    right: &[&'g Group],
) -> Option<(Option<&'g Group>, Option<&'g Group>)> {
    if form != TriggerForm::Gerund || !left.is_empty() || at > 1 {
        return None;
    }
    // "Presenting their letters were A and B": who does it follows the verb.
    let be = |i: &Item| i.is_kind("auxiliary", "be");
    if let Some(verb) = (at + 1..sentence.items.len()).find(|&i| be(&sentence.items[i]))
        && let Some(subject) = right.iter().find(|g| g.start > verb && g.marker.is_none()).copied()
        && !right.iter().any(|g| g.start > at && g.end <= verb && g.marker.is_none())
    {
        return Some((Some(subject), None));
    }
    let mut free = right.iter().filter(|g| g.marker.is_none() && !place_like(sentence, g)).copied();
    let object = free.next()?;
    let comma = (object.end..sentence.items.len()).find(|&i| sentence.items[i].is_mark(","))?;
    let subject = free.find(|g| g.start > comma)?;
    Some((Some(subject), Some(object)))
}

/// Subject and object where nouns have cases and may stand on either side of the verb.
fn by_case<'g>(
    sentence: &Sentence,
    at: usize,
    form: TriggerForm,
    left: &[&'g Group],
    right: &[&'g Group],
    free: &dyn Fn(&&&Group) -> bool,
    by_place: bool,
) -> (Option<&'g Group>, Option<&'g Group>) {
    let may = |g: &Group, case: u32| g.tags & tags::CASES == 0 || g.tags & case != 0;
    let left_free = || left.iter().rev().filter(|g| free(g)).copied();
    let right_free = || right.iter().filter(|g| free(g)).copied();
    if form.is_noun() {
        // The genitive after the noun, other words of its chain between.
        let chain = |i: &Item| match &i.what {
            What::Other { .. } => i.tags & tags::CASES == 0 || i.tags & tags::GEN != 0,
            What::Institution { .. } | What::State { form: StateForm::Adjective, .. } => true,
            What::Word { work, .. } => matches!(work.as_str(), "delegation" | "gathering"),
            _ => false,
        };
        let genitive = right_free().next().filter(|g| {
            g.tags & tags::GEN != 0
                && (g.start <= at + 2
                    || g.start <= at + 6 && sentence.items[at + 1..g.start].iter().all(chain))
        });
        let nominative = left_free().find(|g| may(g, tags::NOM));
        return match genitive {
            Some(g) => (Some(g), nominative),
            None => {
                let first = right_free().next();
                (nominative.or(first), first.filter(|_| nominative.is_some()))
            }
        };
    }
    // A participle agrees with the noun that it describes, before its comma or after.
    let agreed = sentence.items[at].tags & tags::CASES;
    if form == TriggerForm::Participle && agreed != 0 {
        let agrees = |g: &&Group| g.tags & agreed != 0;
        let before = left.iter().rev().copied().next().filter(|g| {
            g.tags & agreed != 0 && g.end < at && at - g.end <= 2 && sentence.items[at - 1].is_mark(",")
        });
        let after = || right.iter().copied().find(|g| agrees(g) && !place_like(sentence, g));
        if let Some(subject) = before.or_else(after) {
            let other = |g: &&Group| g.start != subject.start;
            return (Some(subject), right_free().filter(other).find(|g| may(g, tags::ACC)));
        }
    }
    let sure = |g: &&Group| g.tags & tags::NOM != 0 && g.tags & (tags::GEN | tags::DAT) == 0;
    // "In Moscow they condemned": where the verb says who speaks only by the place.
    let speaks = |g: &&&Group| {
        g.marker.as_deref() == Some("in")
            && matches!(
                sentence.actors[g.members[0]].kind,
                ActorKind::State(StateForm::Name | StateForm::Capital | StateForm::Government)
                    | ActorKind::Institution { acts: true }
                    | ActorKind::Organisation
            )
    };
    if by_place && !left_free().any(|g| may(g, tags::NOM)) && !right_free().any(|g| sure(&g)) {
        let place = left.iter().rev().find(speaks).copied();
        if place.is_some() {
            let object = right_free().find(|g| may(g, tags::ACC));
            return (place, object);
        }
    }
    let subject = left_free()
        .find(sure)
        .or_else(|| left_free().find(|g| may(g, tags::NOM)))
        .or_else(|| right_free().find(|g| may(g, tags::NOM)));
    let other = |g: &&Group| subject.is_none_or(|s| s.start != g.start);
    let object = right_free()
        .filter(other)
        .find(|g| may(g, tags::ACC))
        .or_else(|| left_free().filter(other).find(|g| may(g, tags::ACC)));
    (subject, object)
}

/// Clauses with "who" between commas: their actors are not the main clause's.
pub(super) fn relatives(sentence: &Sentence, bare: bool) -> &[std::ops::Range<usize>] {
    sentence.relatives[usize::from(bare)].get_or_init(|| find_relatives(sentence, bare))
}

fn find_relatives(sentence: &Sentence, bare: bool) -> Vec<std::ops::Range<usize>> {
    let mut out: Vec<std::ops::Range<usize>> = Vec::new();
    for (i, item) in sentence.items.iter().enumerate() {
        if !item.is_word("relative") || item.is_kind("relative", "that") {
            continue;
        }
        let opens = i > 0
            && (sentence.items[i - 1].is_mark(",")
                || bare && sentence.items.get(i + 1).is_some_and(|n| matches!(n.what, What::Trigger(_))));
        if opens && out.last().is_none_or(|r| r.end <= i) {
            let end = (i + 1..sentence.items.len())
                .find(|&j| sentence.items[j].is_mark(","))
                .unwrap_or(sentence.items.len());
            out.push(i..end);
        }
    }
    out
}

/// A word before the verb ("to", "will", "did"), or another infinitive that "and" joins to it, asks for the infinitive.
fn asks_infinitive(scan: &Scan, sentence: &Sentence, at: usize) -> bool {
    let first = &sentence.items[at];
    if scan.pack.lexicon.marker_name(first.marker) == Some("to") {
        return true;
    }
    sentence.items[at.saturating_sub(8)..at].iter().rev().any(|i| {
        matches!(&i.what, What::Word { work, .. } if matches!(
            work.as_str(),
            "to" | "future" | "planned" | "hypothetical" | "denied" | "cancelled" | "postponed" | "auxiliary" | "negation"
        ))
    })
}

/// Only marks, times and small words stand between the two places.
fn leads(sentence: &Sentence, from: usize, to: usize) -> bool {
    let mut inside = false;
    if sentence.items[to].and || sentence.items[from..to].iter().any(|i| i.is_word("and")) {
        return false;
    }
    sentence.items[from..to].iter().all(|i| {
        if i.is_mark("(,-–—") {
            inside = true;
        }
        inside
            || matches!(i.what, What::Time | What::Mark(_) | What::Other { .. })
            || i.is_word("future")
            || i.is_word("negation")
            || i.is_word("relative")
            || i.is_word("auxiliary")
            || i.is_word("pronoun")
            || i.is_word("hypothetical")
            || i.is_word("planned")
    })
}

fn place_like(sentence: &Sentence, group: &Group) -> bool {
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

/// Two states joined by a hyphen without spaces.
fn joined_pair(scan: &Scan, sentence: &Sentence, lo: usize, hi: usize) -> Option<[Slug; 2]> {
    sentence.items[lo..hi].windows(3).find_map(|w| match (&w[0].what, &w[1].what, &w[2].what) {
        (What::State { code: a, .. }, What::Mark('-' | '–'), What::State { code: b, .. })
            if a != b
                && scan.text.tokens[w[1].start].glued == scan.text.tokens[w[2].start].glued
                && (scan.text.tokens[w[1].start].glued || !w[0].and && w[0].marker == 0) =>
        {
            Some([*a, *b])
        }
        _ => None,
    })
}

/// Two adjectives of states side by side.
fn paired_adjectives(sentence: &Sentence, from: usize, to: usize) -> Option<[Slug; 2]> {
    sentence.items[from..to].windows(2).find_map(|w| match (&w[0].what, &w[1].what) {
        (
            What::State { code: a, form: StateForm::Adjective },
            What::State { code: b, form: StateForm::Adjective },
        ) if a != b && w[1].marker == 0 => Some([*a, *b]),
        _ => None,
    })
}

fn adjacent_states(sentence: &Sentence, at: usize, bare: bool) -> Vec<Slug> {
    let mut codes: Vec<Slug> = Vec::new();
    let scan_side = |range: &mut dyn Iterator<Item = usize>, codes: &mut Vec<Slug>| {
        for i in range {
            match &sentence.items[i].what {
                What::State { code, form: StateForm::Adjective } => {
                    if !codes.contains(code) {
                        codes.push(*code);
                    }
                }
                // "A-ian B-ian talks" where the adjective of B is spelled as its name.
                What::State { code, form: StateForm::Name }
                    if bare
                        && codes.len() == 1
                        && sentence.items[i].marker == 0
                        && !sentence.items[i].and
                        && matches!(sentence.items[i - 1].what, What::State { .. }) =>
                {
                    if !codes.contains(code) {
                        codes.push(*code);
                    }
                }
                What::Mark('-' | '–' | '—' | ',') => {}
                What::Word { work, .. } if work == "and" => {}
                What::Other { .. } if codes.is_empty() => {}
                // "The committee for consultation and follow-up": a noun of the chain that also reports.
                What::Trigger(options) if codes.is_empty() && options.iter().all(|(_, f)| f.is_noun()) => {}
                _ => break,
            }
        }
    };
    scan_side(&mut (at + 1..sentence.items.len().min(at + 7)), &mut codes);
    if codes.len() < 2 {
        codes.clear();
        scan_side(&mut (at.saturating_sub(6)..at).rev(), &mut codes);
        codes.reverse();
    }
    codes
}

fn camps_of(
    context: &Context,
    sentence: &Sentence,
    kind: &str,
    unordered: bool,
    roles: &[(&str, Vec<usize>)],
    earlier: Option<&Draft>,
) -> [Camp; 2] {
    let mut camps = [Camp::default(), Camp::default()];
    let mut next_party = 0;
    let mut pronouns: Vec<(usize, usize)> = Vec::new();
    for (name, members) in roles {
        let (slot, part) = match *name {
            "host" => (0, "host"),
            "actor" => (0, "actor"),
            "guest" => (1, "guest"),
            "recipient" => (1, "recipient"),
            _ => {
                next_party += 1;
                (usize::from(next_party > 1), "party")
            }
        };
        // One group of several parties under "party" is both sides, unless a second group comes.
        let others_speak = roles.iter().any(|(_, m)| {
            let speaks = |m: &usize| {
                let actor = &sentence.actors[*m];
                // In a language without cases whoever stands apart from the list acts, though his state is unknown.
                context.party(actor).is_some()
                    || sentence.by_order
                        && actor.marker.is_none()
                        && !actor.plural
                        && matches!(actor.kind, ActorKind::Person(_) | ActorKind::Official(_))
            };
            m != members && m.iter().any(speaks)
        });
        // "Talks with A and B" leaves unsaid who talked with them.
        let across = sentence.actors[members[0]].marker.as_deref() == Some("with");
        // "Attended by A, by B": those of one state, or of none that is told, make no two sides.
        let by = sentence.by_order && sentence.actors[members[0]].marker.as_deref() == Some("by") && {
            let mut told: Vec<Slug> =
                members.iter().filter_map(|&m| context.party(&sentence.actors[m])).collect();
            told.dedup();
            told.len() < 2
        };
        // Those by whom somebody was received are hosts, of whatever state.
        let hosts = sentence.by_order && *name == "host" && members.len() > 2;
        let lone_party = unordered && members.len() > 1 && !others_speak && !across && !by && !hosts;
        // "The ministers of A and B, X and Y": the office of those who are named.
        let named = members.len() > 1
            && sentence.actors[members[0]].plural
            && matches!(sentence.actors[members[0]].kind, ActorKind::Official(_))
            && members[1..].iter().all(|&m| matches!(sentence.actors[m].kind, ActorKind::Person(_)));
        let members = if named { &members[1..] } else { &members[..] };
        for (k, &m) in members.iter().enumerate() {
            let slot = if lone_party && k > 0 { 1 } else { slot };
            // An ambassador called home was sent to the other side.
            let posted = match &sentence.actors[m].kind {
                ActorKind::Official(o) if kind == "RECALL" && slot == 1 => o.accredited_to,
                _ => None,
            };
            let pronoun = matches!(sentence.actors[m].kind, ActorKind::Pronoun);
            let m = if pronoun { who_said(context, sentence, m).unwrap_or(m) } else { m };
            let pronoun = matches!(sentence.actors[m].kind, ActorKind::Pronoun);
            if pronoun && sentence.actors[m].party.is_none() && earlier.is_some() {
                pronouns.push((slot, m));
                camps[slot].part = part;
            } else if let Some(code) = posted {
                camps[slot].parties.push(code);
                // He is one of those who call him home.
                if let Some(n) = named_after(sentence, m)
                    && context.person_of[n].is_some()
                {
                    camps[0].seats.push(Seat { naming: n, principal: false });
                }
            } else {
                add(context, sentence, &mut camps[slot], m);
                // "The Kenyan diplomat": the one of that state who was told of.
                if let (true, Some(code), Some(earlier)) = (pronoun, &sentence.actors[m].party, earlier) {
                    let theirs =
                        earlier.camps.iter().filter(|c| c.parties.contains(code)).flat_map(|c| &c.seats);
                    let mut heads = theirs.filter(|s| s.principal);
                    camps[slot].seats.extend(heads.next().filter(|_| heads.next().is_none()).cloned());
                }
            }
            if camps[slot].part.is_empty() {
                camps[slot].part = part;
            }
        }
    }
    // "Was welcomed by the minister, the ambassador of A and his own ambassador": his own comes with the guest.
    if sentence.by_order
        && camps[0].part == "host"
        && camps[0].parties.len() > 1
        && let [own] = camps[1].parties[..]
        && camps[0].parties.contains(&own)
    {
        camps[0].parties.retain(|p| *p != own);
        let theirs = |s: &Seat| context.naming_party[s.naming] == Some(own);
        let (own, rest) = std::mem::take(&mut camps[0].seats).into_iter().partition(theirs);
        camps[0].seats = rest;
        let own: Vec<Seat> = own;
        camps[1].seats.extend(own.into_iter().map(|s| Seat { principal: false, ..s }));
    }
    // "He invited him": of the two told before, the one who is not named here; who acts is who acted.
    let features = &context.scan(sentence).pack.features;
    let cased = !features.case.is_empty();
    let bare = !cased && features.order == "svo";
    for (slot, member) in pronouns {
        let Some(earlier) = earlier.filter(|_| camps[slot].parties.is_empty()) else { continue };
        let first = usize::from(slot == 1 && cased);
        let order = [first, 1 - first];
        let free = |i: &&usize| {
            let theirs = &earlier.camps[**i].parties;
            !theirs.is_empty() && !theirs.iter().any(|p| camps[1 - slot].parties.contains(p))
        };
        // "Arrived in X, where the minister received him": whoever travels.
        let travels = slot == 1 && cased && earlier.kind == "VISIT" && camps[1].part == "guest";
        // "He met B and invited him": whoever acts is unsaid, and is not invited.
        let unsaid =
            slot == 1 && bare && camps[0].parties.is_empty() && !camps[0].open && earlier.camps[1].people;
        let chosen = meant(sentence, &sentence.actors[member], earlier).unwrap_or_else(|| match cased {
            true if travels => 0,
            true => order.iter().find(free).copied().unwrap_or(0),
            // "He also received": who received before.
            false if features.order == "vso" => earlier.leads,
            false if unsaid => 1,
            // Whom a pronoun meant before, it means again; else who was the subject; who is acted upon is another.
            false => {
                let subject = if earlier.nominal { 0 } else { earlier.leads };
                let center = earlier.camps.iter().position(|c| c.center).unwrap_or(subject);
                if slot == 1 && !free(&&center) { 1 - center } else { center }
            }
        });
        camps[slot].center = true;
        camps[slot].parties = earlier.camps[chosen].parties.clone();
        camps[slot].top = earlier.camps[chosen].top;
        camps[slot].seats = earlier.camps[chosen].seats.iter().take(LOOK_BACK).cloned().collect();
    }
    camps
}

/// "The ministry of A said that it had …", "A said he would …": whoever said it.
fn who_said(context: &Context, sentence: &Sentence, pronoun: usize) -> Option<usize> {
    let actor = &sentence.actors[pronoun];
    if !sentence.by_order || actor.party.is_some() || actor.marker.is_some() {
        return None;
    }
    if !matches!(&sentence.items[actor.items.start].what, What::Word { kind: None, .. }) {
        return None;
    }
    let before = actor.items.start.saturating_sub(5);
    let said = (before..actor.items.start).rev().find(|&i| sentence.items[i].is_word("saying"))?;
    let small = |i: &Item| {
        i.is_word("relative") || i.is_word("on") || matches!(i.what, What::Time | What::Other { .. })
    };
    if !sentence.items[said + 1..actor.items.start].iter().all(small) {
        return None;
    }
    let speaker = sentence.actors[..pronoun].iter().rposition(|a| {
        a.items.end <= said && a.marker.is_none() && !matches!(a.kind, ActorKind::Pronoun | ActorKind::Both)
    })?;
    (context.party(&sentence.actors[speaker]).is_some()
        && said - sentence.actors[speaker].items.end < 4
        && may_act(&sentence.actors[speaker]))
    .then_some(speaker)
}

/// The trigger ends in a pronoun that says whose it is.
fn owned_by(scan: &Scan, sentence: &Sentence, at: usize) -> bool {
    let item = &sentence.items[at];
    item.end == item.start + 1
        && item.first_tags & tags::INFLECTED != 0
        && item.first_tags & tags::DEFINITE == 0
        && scan.pack.features.owner_endings.iter().any(|e| scan.text.folded(item.start).ends_with(e.as_str()))
}

/// The person who is named right after an office that stands for itself.
fn named_after(sentence: &Sentence, member: usize) -> Option<usize> {
    let end = sentence.actors[member].items.end;
    match sentence.actors.get(member + 1)?.kind {
        ActorKind::Person(n) if sentence.actors[member + 1].items.start == end => Some(n),
        _ => None,
    }
}

/// "A delegation from X, headed by Y": who is named right after it, of the same state, leads it.
fn lead_delegations(
    context: &Context,
    sentence: &Sentence,
    roles: &[(&str, Vec<usize>)],
    camps: &mut [Camp; 2],
) {
    for (_, members) in roles {
        for &m in members.iter().filter(|&&m| {
            matches!(sentence.actors[m].kind, ActorKind::Delegation) && sentence.actors[m].party.is_some()
        }) {
            let party = &sentence.actors[m].party;
            let near = if context.scan(sentence).pack.features.case.is_empty() { 2 } else { 4 };
            let leader = sentence.actors[m + 1..].iter().take(near).find(|a| {
                matches!(a.kind, ActorKind::Person(_))
                    && context.party(a).is_none_or(|p| Some(p) == *party)
                    && a.items.start < sentence.actors[m].items.end + 10
                    // "The Kenyan delegation held talks with B": another verb than that of leading stands between.
                    && !sentence.items[sentence.actors[m].items.end..a.items.start].iter().any(|x| {
                        matches!(x.what, What::Trigger(_)) && context.scan(sentence).word(x.start, "leading").is_none()
                    })
            });
            if let Some(Actor { kind: ActorKind::Person(n), .. }) = leader
                && let Some(camp) = camps.iter_mut().find(|c| c.parties.first() == party.as_ref())
                && camp.seats.is_empty()
            {
                camp.seats.push(Seat { naming: *n, principal: true });
            }
        }
    }
}

/// Types whose sufferer may be told by the adjective of what the act strikes: "sanctions on Iranian firms".
fn told_by_adjective(kind: &str) -> bool {
    matches!(kind, "EXPEL" | "SANCTION" | "STATEMENT" | "FORCE" | "THREATEN" | "AID" | "APPEAL")
}

/// "Expelled two Kenyan diplomats", "condemned the Israeli raid": the state in the adjective of the object.
fn described_recipient(sentence: &Sentence, at: usize, hi: usize, frame: &Frame, camps: &mut [Camp; 2]) {
    let takes = frame
        .roles
        .get("recipient")
        .is_some_and(|m| m.iter().any(|m| matches!(m.as_str(), "object" | "on" | "with-b" | "of")));
    if !takes || !camps[1].is_blank() || camps[0].is_blank() {
        return;
    }
    let taken = |i: usize| {
        sentence.actors.iter().any(|a| {
            a.items.contains(&i)
                && !matches!(a.kind, ActorKind::State(StateForm::Adjective | StateForm::People))
        })
    };
    let of_state = |i: usize| match &sentence.items[i].what {
        What::State { code, form: StateForm::Adjective | StateForm::People } => Some(*code),
        _ => None,
    };
    let found = (at + 1..hi.min(at + 11))
        .find(|&i| of_state(i).is_some_and(|code| !taken(i) && !camps[0].parties.contains(&code)));
    // "Kenyan, Ghanaian and Peruvian diplomats": of each of those who are listed.
    let mut next = found;
    while let Some(i) = next {
        let code = of_state(i).filter(|code| !camps[0].parties.contains(code));
        camps[1].parties.extend(code.filter(|code| !camps[1].parties.contains(code)));
        let after =
            (i + 1..hi).find(|&k| !(sentence.items[k].is_mark(",") || sentence.items[k].is_word("and")));
        next = after.filter(|&k| of_state(k).is_some() && !taken(k) && (sentence.items[k].and || k > i + 1));
    }
    if camps[1].part.is_empty() {
        camps[1].part = "recipient";
    }
}

/// A plural that speaks for two parties ("the ministers of A and B met") is both sides.
fn split_lone(unordered: bool, camps: &mut [Camp; 2]) {
    let [a, b] = camps;
    if unordered && b.is_gap() && a.parties.len() > 1 {
        b.parties = a.parties.split_off(1);
        b.part = a.part;
        (b.people, b.group) = (a.people, a.group);
    }
}

/// The person by whom a delegation is said to be led.
fn leader(scan: &Scan, sentence: &Sentence, member: usize) -> Option<usize> {
    let end = sentence.actors[member].items.end;
    let next = member + 1;
    let actor = sentence.actors.get(next)?;
    (matches!(actor.kind, ActorKind::Person(_))
        && actor.items.start < end + 10
        && sentence.items[end..actor.items.start].iter().any(|i| scan.word(i.start, "leading").is_some()))
    .then_some(next)
}

/// Which side of what was told before a word like "he", "the guest" or "the envoy" means.
fn meant(sentence: &Sentence, actor: &Actor, earlier: &Draft) -> Option<usize> {
    let guest = || {
        let camps = &earlier.camps;
        camps.iter().position(|c| c.part == "guest").unwrap_or(usize::from(earlier.kind != "VISIT"))
    };
    let What::Word { kind: Some(kind), .. } = &sentence.items[actor.items.start].what else { return None };
    match kind.as_str() {
        "guest" => Some(guest()),
        "host" => Some(1 - guest()),
        "envoy" => Some(earlier.camps.iter().position(|c| c.envoy).unwrap_or_else(guest)),
        "latter" => Some(1),
        _ => None,
    }
}

fn add(context: &Context, sentence: &Sentence, camp: &mut Camp, member: usize) {
    let actor = &sentence.actors[member];
    // A former secretary-general speaks for his organisation no more.
    let past = |n: usize| {
        let mut offices = context.namings[n].held.iter().filter_map(|h| h.office.as_ref()).peekable();
        offices.peek().is_some()
            && offices.all(|o| o.former && o.state.is_some_and(|s| s.starts_with("ORG:")))
    };
    if sentence.by_order && matches!(actor.kind, ActorKind::Person(n) if past(n)) {
        return;
    }
    match context.party(actor) {
        Some(code) => {
            for code in std::iter::once(&code).chain(&actor.more) {
                if !camp.parties.contains(code) {
                    camp.parties.push(*code);
                }
            }
        }
        None => match &actor.kind {
            ActorKind::Counterpart => camp.counterpart = true,
            // Of whom nothing was told and whose publisher is unknown speaks for no state.
            ActorKind::Pronoun => camp.open = context.home.is_some(),
            ActorKind::Both => camp.both = true,
            // "The leaders": those of whom was told.
            ActorKind::Official(_)
                if actor.plural
                    && actor.more.is_empty()
                    && !context.scan(sentence).pack.features.case.is_empty() =>
            {
                camp.both = true
            }
            // "A delegation led by X": his.
            ActorKind::Delegation => {
                if let Some(leader) = leader(context.scan(sentence), sentence, member) {
                    add(context, sentence, camp, leader);
                }
            }
            ActorKind::Person(n) if context.namings[*n].counterpart => camp.counterpart = true,
            _ => camp.open = true,
        },
    }
    camp.office |= match &actor.kind {
        ActorKind::Person(n) => context.namings[*n].held.iter().any(|h| h.office.is_some()),
        ActorKind::Official(_) => true,
        _ => false,
    };
    let rank = match &actor.kind {
        ActorKind::Person(n) => {
            context.namings[*n].held.iter().filter_map(|h| h.office.as_ref()).map(|o| o.rank).min()
        }
        ActorKind::Official(o) => Some(o.rank),
        _ => None,
    };
    camp.top = rank.into_iter().chain(camp.top).min();
    camp.group |= matches!(actor.kind, ActorKind::Delegation);
    camp.people |=
        matches!(actor.kind, ActorKind::Person(_) | ActorKind::Official(_) | ActorKind::Counterpart);
    let envoys = &context.scan(sentence).pack.envoys;
    camp.envoy |= match &actor.kind {
        ActorKind::Official(o) => envoys.contains(&o.position),
        ActorKind::Person(n) => context.namings[*n]
            .held
            .iter()
            .any(|h| h.office.as_ref().is_some_and(|o| envoys.contains(&o.position))),
        _ => false,
    };
    if let ActorKind::Person(n) = &actor.kind {
        camp.seats.push(Seat { naming: *n, principal: true });
    } else if let Some(n) = context.holder(actor) {
        camp.seats.push(Seat { naming: n, principal: true });
    }
    if let ActorKind::Official(o) = &actor.kind
        && camp.institution.is_none()
    {
        camp.institution = o.institution;
    }
}

/// Where subjects are left unsaid, an act by which somebody suffers goes on only inside its sentence.
fn may_lend(scan: &Scan, frame: &Frame, earlier: &Draft, index: usize) -> bool {
    !scan.has_article()
        || !matches!(frame.kind.as_str(), "FORCE" | "AID" | "SANCTION" | "THREATEN")
        || earlier.sentence == index
}

/// An official whose words tell no state, beside those of another, is the publisher's own where nobody speaks for that.
fn bring_home(context: &Context, camps: &mut [Camp; 2]) {
    let Some(home) = context.home else { return };
    for slot in 0..2 {
        let at_home = |c: &Camp| c.parties.contains(&home);
        if !at_home(&camps[1 - slot]) || at_home(&camps[slot]) || !camps[1 - slot].seats.is_empty() {
            continue;
        }
        let stateless = |s: &Seat| {
            let n = &context.namings[s.naming];
            n.party.is_none()
                && !n.counterpart
                && n.held
                    .iter()
                    .any(|h| h.office.as_ref().is_some_and(|o| o.institution.is_some() && o.rank <= 3))
        };
        let organisation = camps[slot].parties.iter().any(|p| p.starts_with("ORG:"));
        if camps[slot].seats.len() > 1
            || camps[slot].known == Known::Guessed
            || camps[slot].counterpart
            || organisation
        {
            continue;
        }
        if let Some(seat) = camps[slot].seats.pop_if(|s| stateless(s)) {
            camps[1 - slot].seats.push(seat);
        }
    }
}

/// Gives a code to sides that the words leave unsaid; None when no two parties come out.
fn settle(
    context: &Context,
    index: usize,
    camps: &mut [Camp; 2],
    earlier: Option<&Draft>,
    vague: bool,
) -> Option<()> {
    // Two officials without a state, where none but the publisher's is named, are among themselves.
    let foreign = |(code, _): &(Slug, usize)| Some(*code) != context.home && context.near(code, index);
    if context.home.is_some()
        && camps.iter().all(|c| c.open && c.people && c.parties.is_empty() && !c.counterpart)
        && !context.states.iter().any(foreign)
        && !context.title_pair.iter().any(|c| Some(*c) != context.home)
    {
        return None;
    }
    // Nor does the publisher's own meet one whom only his office at home tells, unless the title names two.
    if context.home.is_some()
        && context.scan(&context.sentences[index]).has_article()
        && !context.title_pair.iter().any(|c| Some(*c) != context.home)
        && (0..2).any(|k| {
            let (own, other) = (&camps[1 - k], &camps[k]);
            own.parties.len() == 1
                && own.parties.first() == context.home.as_ref()
                && own.known != Known::Lent
                && other.parties.is_empty()
                && other.open
                && other.office
                && !other.counterpart
                && !other.both
                && !other.group
                && !other.envoy
                && !context.states.iter().any(foreign)
        })
    {
        return None;
    }
    for slot in 0..2 {
        if !camps[slot].parties.is_empty() {
            continue;
        }
        let other = camps[1 - slot].parties.clone();
        let fits = |code: &str| !other.iter().any(|o| o == code);
        let mut chosen: Option<Slug> = None;
        if camps[slot].open || camps[slot].counterpart || camps[1 - slot].counterpart {
            if !camps[slot].counterpart {
                chosen = context.home.filter(|h| fits(h));
            }
            // "The ministry of A announced that the minister met": his.
            if chosen.is_none() && camps[slot].office && !camps[slot].counterpart {
                chosen = context.sentences[index].items.iter().find_map(|i| match &i.what {
                    What::Institution { state: Some(code), portfolio: true, .. } if fits(code) => Some(*code),
                    _ => None,
                });
            }
            // "The presidency of A announced that the president will receive": his.
            if chosen.is_none() && camps[slot].office && !camps[slot].counterpart && context.home.is_none() {
                let items = &context.sentences[index].items;
                chosen = items.iter().enumerate().find_map(|(i, x)| match &x.what {
                    What::Institution { state: Some(code), .. }
                        if fits(code) && i > 0 && items[i - 1].is_word("saying") =>
                    {
                        Some(*code)
                    }
                    _ => None,
                });
            }
            // The title names a pair: whoever is not the one is the other.
            if chosen.is_none()
                && let [a, b] = context.title_pair
                && let Some(other) = other.first()
            {
                chosen = if a == other {
                    Some(*b)
                } else if b == other {
                    Some(*a)
                } else {
                    None
                };
            }
            if chosen.is_none()
                && let Some(earlier) = earlier
            {
                chosen = earlier.all_parties().into_iter().find(|p| {
                    fits(p) && earlier.all_parties().contains(&other.first().cloned().unwrap_or_default())
                });
            }
            // What is discussed may be a state too.
            if chosen.is_none()
                && (camps[slot].open && !(vague && context.sentences[index].scan == 0)
                    || camps[slot].counterpart)
                && !other.is_empty()
            {
                // Another state, but only one that title or this sentence names: an unnamed office beside the
                // publisher's own is most often at home. Of two states in all the other one is meant.
                let two = || context.states.iter().filter(|(c, _)| fits(c)).count() == 1;
                let far = camps[slot].counterpart || context.home.is_none() && camps[slot].office && two();
                let guess = !camps[slot].counterpart && context.scan(&context.sentences[index]).has_article();
                chosen = context
                    .states
                    .iter()
                    .map(|(c, _)| c)
                    .find(|c| fits(c) && (far || context.near(c, index)) && (!guess || context.acts(c)))
                    .cloned();
            }
        }
        if let Some(code) = chosen {
            // "The Norwegian foreign ministry announced that the minister met": his ministry tells his state.
            let speaks =
                |i: &Item| matches!(&i.what, What::Institution { state, .. } if *state == Some(code));
            camps[slot].known = if camps[slot].office && context.sentences[index].items.iter().any(speaks) {
                Known::Told
            } else if context.home == Some(code) {
                Known::Home
            } else {
                Known::Guessed
            };
            camps[slot].parties.push(code);
            camps[slot].open = false;
        }
    }
    let [a, b] = camps;
    b.parties.retain(|p| !a.parties.contains(p));
    // "Between A of X and B of Y": each sits with those of his state.
    let stays = |s: &Seat, own: &Camp, across: &Camp| {
        context.namings[s.naming]
            .party
            .is_none_or(|p| own.parties.contains(&p) || !across.parties.contains(&p))
    };
    let (stay, go): (Vec<Seat>, Vec<Seat>) =
        std::mem::take(&mut a.seats).into_iter().partition(|s| stays(s, a, b));
    let (keep, come): (Vec<Seat>, Vec<Seat>) =
        std::mem::take(&mut b.seats).into_iter().partition(|s| stays(s, b, a));
    a.seats = stay.into_iter().chain(come).collect();
    b.seats = keep.into_iter().chain(go).collect();
    if a.parties.is_empty() || b.parties.is_empty() { None } else { Some(()) }
}
