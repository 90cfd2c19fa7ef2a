//! Subject and object by the order of words, or by their cases.

use super::clause::{attributive, leads};
use super::groups::{Group, place_like, told_first};
use crate::Slug;
use crate::code::{Context, Sentence};
use crate::detect::person::{Actor, ActorKind};
use crate::detect::{Item, Scan, What};
use crate::pack::{Frame, Sense, StateForm, TriggerForm, tags};

pub(super) fn subject_and_object<'g>(
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
    // "We welcome the decision of A": whoever says "we" is the subject, and nobody behind "of" is.
    let subject = |m: &Slug| m == "subject" || m == "of" && !(frame.we && sentence.by_order);
    let takes_subject = frame.roles.values().any(|m| m.iter().any(subject));
    let free = |g: &&&Group| g.marker.is_none() && !place_like(sentence, g);
    let left_free = left.iter().rev().find(|g| free(g)).copied();
    let mut right_free = right.iter().filter(|g| free(g));
    let first = right_free.next().copied();
    let second = right_free.next().copied();
    if form == TriggerForm::Passive {
        let by = right.iter().chain(left.iter()).find(|g| g.marker.as_deref() == Some("by")).copied();
        // "By the government of A sanctions were imposed": the doer in the instrumental, on either side of the verb.
        let doer = |g: &&&Group| features.order == "svo" && free(g) && g.tags & tags::CASES == tags::INS;
        let by = by.or_else(|| right.iter().chain(left.iter().rev()).find(doer).copied());
        let done = |g: &&&Group| free(g) && by.is_none_or(|b| b.start != g.start);
        let left_free = left.iter().rev().find(done).copied();
        let first = right.iter().find(done).copied();
        // Where nouns have cases, what is done to stands in the nominative.
        let plain = |g: &&&Group| {
            free(g)
                && g.tags & (tags::ACC | tags::DAT | tags::INS | tags::LOC | tags::ABL) == 0
                && features.complement_before
        };
        let object = left.iter().rev().find(plain).copied();
        // "For the expulsion of its envoys were declared … members of": what stands surely in another case belongs to a noun.
        let cases = |g: &Group| g.tags & tags::CASES;
        let governed = |g: &Group| cases(g) != 0 && cases(g) & tags::NOM == 0;
        if features.order == "svo" && left_free.is_some_and(governed) && first.is_some_and(|g| !governed(g)) {
            return (by, first);
        }
        return (by, object.or(left_free).or(first));
    }
    // "A meeting that brought together A and B": the frame knows no subject.
    if takes_object && !takes_subject && features.case.is_empty() {
        return (None, first.or(left_free));
    }
    // "Was received by": the passive is written like the active, and the agent stands after a word that says so.
    let agent = |g: &&&Group| {
        g.start > 0
            && (sentence.items[g.start - 1].is_kind("by", "agent")
                // "On the part of the president": words that also name a side.
                || matches!(sentence.items[g.start - 1].what, What::Side)
                    && sentence.actors[g.members[0]].kind.is_person())
    };
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
                    // "An invitation to B to visit C".
                    || right.iter().any(|o| {
                        o.start < g.start && matches!(o.marker.as_deref(), Some("to" | "with" | "from"))
                    }) && sentence.items[at + 1..g.start].iter().any(|i| matches!(i.what, What::Trigger(_)))
            };
            // "A call in comment on the words of A": beyond a free-standing preposition nobody is the noun's own.
            let apart = |g: &&Group| {
                let own = matches!(frame.kind.as_str(), "MEET" | "CALL") && frame.roles.contains_key("party");
                own && sentence.items[at + 1..g.start].iter().any(|i| i.is_word("on") || i.is_word("about"))
            };
            let (first, second) = if nominal {
                (first.filter(|g| !apart(g)), second.filter(|g| !apart(g)))
            } else {
                (first, second)
            };
            let (first, second) = if nominal && left_free.is_some() {
                (first.filter(|g| !beyond(g)), second.filter(|g| !beyond(g)))
            } else {
                (first, second)
            };
            // What stands right before the verb is its subject; after a noun the construct state is.
            // "The ministry explained that it had summoned B": whoever said it did it.
            let that = at > 0
                && sentence.items[at - 1].is_that()
                && !matches!(frame.kind.as_str(), "STATEMENT" | "APPEAL");
            // "Added that [the incursion of] the forces of A": the word before a verb wants a noun, and what looks like one is.
            let noun_of = bare_that(scan, sentence, at)
                && form == TriggerForm::Past
                && first.is_some_and(|f| f.start == at + 1);
            let speaks = matches!(frame.kind.as_str(), "STATEMENT" | "APPEAL" | "THREATEN");
            let talks = !nominal && matches!(frame.kind.as_str(), "MEET" | "CALL" | "SIGN" | "AGREE");
            let own = matches!(frame.kind.as_str(), "SIGN" | "AGREE");
            let told = talks && left_free.is_some_and(|g| said_by(scan, sentence, g, at, own));
            // What the talks were about, behind their verb, acts in them no more than whoever tells it.
            if told && matches!(frame.kind.as_str(), "MEET" | "CALL") {
                return (None, None);
            }
            let left_free = left_free.filter(|_| !told);
            let before = left_free.filter(|g| !nominal && !noun_of && (that || leads(sentence, g.end, at)));
            // "Arrived the number of …": an ordinary noun right after the verb is its subject, or its object.
            let thing = !nominal
                && sentence.items.get(at + 1).is_some_and(|n| {
                    matches!(n.what, What::Other { common: true })
                        && n.marker == 0
                        && !n.and
                        && !scan.is(n.start, |s| matches!(s, Sense::DayWord))
                        && first.is_some_and(|f| f.start > at + 3)
                });
            // "The demonstrators called on A": nothing with the article takes a genitive that is a name.
            let thing = thing
                || !nominal
                    && takes_object
                    && sentence.items.get(at + 1).is_some_and(|n| {
                        matches!(n.what, What::Other { .. })
                            && n.marker == 0
                            && !n.and
                            && (n.first_tags & tags::DEFINITE != 0
                                || scan.unknown(n.start)
                                    && scan
                                        .pack
                                        .lexicon
                                        .articles()
                                        .any(|a| scan.text.folded(n.start).starts_with(a.as_str())))
                            && first.is_some_and(|f| {
                                f.start == at + 2
                                    && matches!(
                                        sentence.actors[f.members[0]].kind,
                                        ActorKind::State(StateForm::Name | StateForm::Government)
                                            | ActorKind::Institution { .. }
                                            | ActorKind::Organisation
                                    )
                            })
                    });
            // "Condemned [with] the words of B", "voiced its rejection of B's act": behind the noun that the verb takes
            // by a preposition nobody acts.
            let by_way = |n: &Item| match &n.what {
                What::Other { .. } => {
                    context.scan(sentence).pack.lexicon.marker_name(n.marker) == Some("with-b")
                }
                What::Word { work, .. } => matches!(work.as_str(), "about" | "from"),
                _ => false,
            };
            let inside = |f: &Group| {
                let between = &sentence.items[at + 1..f.start];
                between.first().is_some_and(by_way)
                    && between.iter().any(|i| matches!(i.what, What::Other { .. } | What::Trigger(_)))
                    && !between.iter().any(|i| matches!(i.what, What::Mark(_)))
                    && f.start < at + 6
            };
            // "A statement that calls on B": behind a noun without the article the verb tells what that noun does.
            let told_of = at > 0
                && sentence.scan == 1
                && !sentence.items[at].and
                && sentence.items[at - 1].first_tags & tags::DEFINITE == 0
                && (sentence.items[at - 1].is_word("document")
                    || matches!(sentence.items[at - 1].what, What::Other { common: true }))
                && sentence.items[at].is_present();
            // "A condemns and rejects [the attack, and the breach of] the sovereignty of B": whoever stands between two verbs
            // that one object follows acts in both.
            let between =
                |g: &&Group| g.end == at && g.start > 0 && sentence.items[g.start - 1].is_only_verb();
            if speaks
                && !nominal
                && takes_object
                && sentence.items[at].and
                && let Some(subject) = left_free.filter(between)
                && !(frame.kind == "STATEMENT" && first.is_some_and(|f| f.start == at + 1))
            {
                return (Some(subject), first);
            }
            // "The resolution that A drafted calls on": the subject is a thing, and A stands in what is said of it.
            let said_of = !nominal
                && speaks
                && sentence.items.get(at + 1).is_some_and(|n| {
                    (matches!(n.what, What::Other { .. }) || n.is_word("document") || n.is_word("gathering"))
                        && n.first_tags & tags::DEFINITE != 0
                        && n.marker == 0
                })
                && sentence.items.get(at + 2).is_some_and(|n| n.is_word("relative"));
            if said_of {
                return (None, None);
            }
            // "[The talks] dealt with [the results of] the visit of A": whose visit it is talks with nobody.
            let journey = |i: &Item| {
                matches!(&i.what, What::Trigger(o) if o.iter().all(|&(f, form)| {
                    form.is_noun() && scan.pack.frames[f].kind == "VISIT"
                }))
            };
            // "Discussed [with them] A and B": a state that does not stand by the verb is what they spoke of.
            let spoken_of = |f: &Group| {
                matches!(
                    sentence.actors[f.members[0]].kind,
                    ActorKind::State(StateForm::Name | StateForm::City | StateForm::Capital)
                ) && !sentence.items[at + 1..f.start].iter().all(|i| matches!(i.what, What::Time))
            };
            let thing = thing
                || !nominal
                    && frame.vague
                    && first.is_some_and(|f| {
                        f.start > at + 1 && (journey(&sentence.items[f.start - 1]) || spoken_of(f))
                    });
            let thing =
                thing || !nominal && speaks && takes_object && first.is_some_and(|f| inside(f) || told_of);
            let (first, second) = if thing && before.is_none() { (None, first) } else { (first, second) };
            let left_free = left_free.filter(|_| !thing);
            // "Arrived [in] CITY the president of B", or a delegation: a place right behind the verb is where he went who stands
            // behind it.
            let goes = |a: &Actor| !a.and && (a.kind.is_person() || matches!(a.kind, ActorKind::Delegation));
            let takes =
                |role: &str, what: &str| frame.roles.get(role).is_some_and(|m| m.iter().any(|m| *m == what));
            let calls = frame.kind == "MEET" && takes("guest", "subject") && takes("host", "object");
            if (frame.kind == "VISIT" || calls)
                && !nominal
                && let (Some(place), Some(who)) = (first, second)
                && place.start == at + 1
                && let ActorKind::State(StateForm::Name | StateForm::City | StateForm::Capital) =
                    sentence.actors[place.members[0]].kind
                && place.members.len() == 1
                && goes(&sentence.actors[who.members[0]])
                && sentence.items[place.end..who.start].iter().all(|i| {
                    matches!(i.what, What::Time | What::Other { .. } | What::Honorific { .. } | What::Rank)
                        || i.is_city()
                })
            {
                return (Some(who), Some(place));
            }
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
                // "[Whom] A in CITY received, B": before a verb that takes an object, and has none, stands who did it.
                let doer = left.iter().filter(|g| free(g)).find(|g| {
                    g.tags & tags::CASES & !tags::NOM == 0 && sentence.actors[g.members[0]].kind.is_people()
                });
                if let Some(doer) = doer.filter(|_| takes_object && takes_subject && object.is_none()) {
                    return (Some(*doer), Some(g));
                }
                return (Some(g), object);
            }
            // "Reported [of A with B the having met]": the subject of a verb made a noun stands in the genitive.
            let object = || left.iter().filter(|g| free(g)).rev().find(|g| g.tags & tags::ACC != 0).copied();
            if is_clause(sentence, at, form)
                && let Some(subject) = left.iter().filter(|g| free(g)).find(|g| g.tags & tags::GEN != 0)
                && !(told_before(subject, left) && owns_a_noun(scan, sentence, subject, at))
            {
                return (Some(*subject), object());
            }
            let nominative = left
                .iter()
                .filter(|g| free(g))
                .find(|g| {
                    // "As A reported, B visits": who only reported it.
                    let reports = sentence.items.get(g.end).is_some_and(|i| i.is_word("saying"))
                        && sentence.items.get(g.end + 1).is_some_and(|i| i.is_mark(","));
                    g.tags & (tags::ACC | tags::DAT | tags::INS | tags::GEN | tags::LOC | tags::ABL) == 0
                        && !reports
                })
                .copied();
            // "Sent condolences on [somebody's] death": whose something is does nothing, where the verb is no noun.
            let owned = || scan.is_possessed(&sentence.items[at]);
            let owner = |g: &&Group| g.tags & tags::GEN != 0 && !form.is_noun() && !owned();
            let cases = tags::ACC | tags::DAT | tags::INS | tags::LOC | tags::ABL;
            let bare = left_free.filter(|g| g.tags & cases == 0 && !owner(g));
            // "A and B agreed to open their flights": what follows them need not be theirs.
            let pair = || {
                let cases = tags::ACC | tags::DAT | tags::INS | tags::GEN | tags::LOC | tags::ABL;
                left_free.filter(|g| g.members.len() > 1 && g.own & cases == 0)
            };
            // "[Of A] the coming is expected": the noun is part of what tells the plan.
            let whose = || {
                let planned = frame.status.is_some() && !form.is_noun();
                let of =
                    |g: &&&Group| free(g) && g.tags & tags::GEN != 0 && !owns_a_noun(scan, sentence, g, at);
                left.iter().filter(|_| planned).find(of).copied()
            };
            // "Talks between A and B [in CITY] began": where they were, and nobody who talked.
            let first = first.filter(|g| g.tags & tags::LOC == 0);
            // "A [struck] B ports": a state right before what is struck, which shows no case of its own, owns it.
            let owner_of_it = || {
                let state = |g: &&&Group| matches!(sentence.actors[g.members[0]].kind, ActorKind::State(_));
                let beside = left.iter().filter(|g| free(g)).find(|g| g.end == at).filter(state);
                let other = nominative.is_some_and(|n| beside.is_some_and(|g| n.start < g.start));
                beside.filter(|_| other && owned() && !form.is_noun()).copied()
            };
            (nominative.or(bare).or_else(pair).or_else(whose).or(first), object().or_else(owner_of_it))
        }
        _ if !features.case.is_empty() => by_case(sentence, at, form, left, right, &free, Asks::of(frame)),
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
            // "… and urged B": whoever acts was told before.
            let goes_on = features.case.is_empty() && takes_object && left_free.is_none() && {
                let before = sentence.items[at.saturating_sub(2)..at].iter();
                before.clone().any(|i| i.is_word("and"))
            };
            if goes_on {
                return (None, first);
            }
            // "The president visits A, meets B": whoever did the one does the other.
            let verb = Item::is_finite;
            let him = |g: &Group| matches!(sentence.actors[g.members[0]].kind, ActorKind::Pronoun);
            let listed = sentence.by_order
                && sentence.scan == 0
                && !first.is_some_and(him)
                && form.is_finite()
                && at > 1
                && sentence.items[at - 1].is_mark(",")
                && !sentence.items.get(at + 1).is_some_and(|i| i.is_word("by"));
            if listed
                && let Some(told) = sentence.items[..at - 1].iter().rposition(verb)
                && left_free.is_some_and(|g| g.start > told)
            {
                return (left.iter().rev().find(|g| free(g) && g.end <= told).copied(), first);
            }
            // Inverted order: "В Москву прибыл министр".
            let nominative = left_free.or(first);
            let object = if left_free.is_some() { first } else { second };
            (nominative, object)
        }
    }
}

/// A verb that bears an ending of possession is a clause made a noun ("that they met").
pub(in crate::code) fn is_clause(sentence: &Sentence, at: usize, form: TriggerForm) -> bool {
    !form.is_noun() && sentence.items[at].tags & tags::POSS != 0
}

/// Somebody in no case but the nominative stands before the group.
fn told_before(g: &Group, left: &[&Group]) -> bool {
    left.iter().any(|o| o.end <= g.start && o.tags & tags::CASES & !tags::NOM == 0)
}

/// "[Of B] this step that it condemns": the genitive is whose the next possessed noun is.
fn owns_a_noun(scan: &Scan, sentence: &Sentence, g: &Group, at: usize) -> bool {
    let plain = |i: &&Item| match &i.what {
        What::Other { .. } | What::Time => true,
        What::Office(o) => o.state.is_none(),
        _ => ["determiner", "pronoun", "document", "blow", "building", "gathering"]
            .iter()
            .any(|w| i.is_word(w)),
    };
    let mut after = sentence.items[g.end..at].iter().take_while(plain);
    after.any(|i| scan.ending(i.end - 1) & tags::POSS != 0)
}

/// Right before the verb stands a word that only a noun follows ("that" without a pronoun).
pub(in crate::code) fn bare_that(scan: &Scan, sentence: &Sentence, at: usize) -> bool {
    at > 0 && sentence.items[at - 1].is_kind("relative", "that") && {
        !scan.pack.features.owner_endings.is_empty() && !scan.ends_in_pronoun(&sentence.items[at - 1])
    }
}

/// "A said that the talks dealt with": between whoever speaks and the verb stands "that" with the verb's own subject,
/// which in "that his country signed" is his.
fn said_by(scan: &Scan, sentence: &Sentence, who: &Group, at: usize, own: bool) -> bool {
    let his = |i: &Item| matches!(i.what, What::Other { .. }) && scan.ends_in_pronoun(i);
    if own && at > 1 && his(&sentence.items[at - 1]) && bare_that(scan, sentence, at - 1) {
        return false;
    }
    let mut near = at.saturating_sub(6).max(who.end)..at.saturating_sub(1);
    sentence.actors[who.members[0]].kind.is_person() && near.any(|k| bare_that(scan, sentence, k + 1))
}

/// A participle that opens its sentence: its object follows, and after the comma its subject.
pub(super) fn opening_gerund<'g>(
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

/// What a type asks of those who stand around its verb.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Asks {
    /// Who speaks may be told by the place alone.
    Speaker,
    /// Somebody goes to a state.
    Traveller,
    /// Somebody writes to somebody.
    Writer,
    Nothing,
}

impl Asks {
    fn of(frame: &Frame) -> Asks {
        match frame.kind.as_str() {
            "STATEMENT" | "APPEAL" | "THREATEN" => Asks::Speaker,
            "VISIT" => Asks::Traveller,
            "MESSAGE" => Asks::Writer,
            _ => Asks::Nothing,
        }
    }
}

/// "X visited the president of Y": a state does not travel, nor does a ministry before whoever did; it is where he went who
/// stands after the verb.
fn went_there<'g>(
    sentence: &Sentence,
    left: &[&'g Group],
    right: &[&'g Group],
) -> Option<(&'g Group, &'g Group)> {
    let kind = |g: &Group| &sentence.actors[g.members[0]].kind;
    let land = |g: &&&Group| {
        g.marker.is_none()
            && (g.tags & tags::CASES == 0 || g.tags & tags::ACC != 0)
            && matches!(kind(g), ActorKind::State(StateForm::Name | StateForm::Capital | StateForm::City))
    };
    let house = |g: &&&Group| {
        g.marker.is_none() && matches!(kind(g), ActorKind::Institution { .. } | ActorKind::Organisation)
    };
    let goes = |g: &&&Group| {
        g.marker.is_none()
            && tags::may_be_nominative(g.tags)
            && (kind(g).is_person() || matches!(kind(g), ActorKind::Delegation))
    };
    let object = left.iter().rev().find(land).or_else(|| left.iter().rev().find(house))?;
    if left.iter().any(|g| goes(&g)) {
        return None;
    }
    right.iter().find(goes).map(|subject| (*subject, *object))
}

/// "A condemned the attack in B and demanded", "…, demanding": whoever stands between the two verbs belongs to what the first
/// takes, and the second has no subject of its own.
fn goes_on_about<'g>(
    sentence: &Sentence,
    at: usize,
    form: TriggerForm,
    left: &[&'g Group],
) -> Option<&'g Group> {
    let before = sentence.items.get(at.checked_sub(1)?)?;
    let gerund = matches!(form, TriggerForm::Participle | TriggerForm::Gerund) && before.is_mark(",");
    let last = left.last().filter(|g| g.end < at && (gerund || before.is_word("and")))?;
    let verb = sentence.items[..last.start].iter().rposition(Item::is_only_verb)?;
    // Whoever stands right after the first verb may be its subject.
    (left.len() == 1 && last.start > verb + 1 && last.start < verb + 8).then_some(last)
}

/// Subject and object where nouns have cases and may stand on either side of the verb.
pub(super) fn by_case<'g>(
    sentence: &Sentence,
    at: usize,
    form: TriggerForm,
    left: &[&'g Group],
    right: &[&'g Group],
    free: &dyn Fn(&&&Group) -> bool,
    asks: Asks,
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
        // "His talks": a pronoun right before the noun.
        let his = |g: &&Group| {
            g.end == at
                && matches!(sentence.actors[g.members[0]].kind, ActorKind::Pronoun)
                && may(g, tags::GEN | tags::ACC)
        };
        let nominative =
            left.iter().rev().copied().find(his).or_else(|| left_free().find(|g| may(g, tags::NOM)));
        return match genitive {
            Some(g) => (Some(g), nominative),
            None => {
                // "The presentation to the king by the envoy": a sure dative or instrumental is no doer of the noun.
                let given = |g: &Group| {
                    let cases = g.tags & tags::CASES;
                    cases != 0 && cases & (tags::NOM | tags::GEN | tags::ACC) == 0
                };
                // "In a cable to A, B wished him luck": who stands behind the dative writes.
                let mut behind = right_free().skip_while(|g| !given(g));
                let to = behind.next().filter(|_| asks == Asks::Writer && nominative.is_none());
                let writes = |g: &&Group| {
                    let person = sentence.actors[g.members[0]].kind.is_person();
                    let apart = to.is_some_and(|t| g.start <= t.end + 1);
                    person && apart && g.tags & (tags::GEN | tags::DAT) == 0 && may(g, tags::NOM)
                };
                if to.is_some()
                    && let Some(writer) = behind.next().filter(writes)
                {
                    return (Some(writer), None);
                }
                let by = |g: &Group| right_free().any(|o| o.start > g.start && o.tags & tags::INS != 0);
                let first = right_free().next().filter(|g| !(given(g) && by(g)));
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
    if asks == Asks::Traveller
        && let Some((subject, object)) = went_there(sentence, left, right)
    {
        return (Some(subject), Some(object));
    }
    // "The decision of A condemned the minister of B": before a nominative right after the verb, the state that owns a thing
    // told before the verb is whose thing was acted upon.
    let owner = left_free().next().filter(|g| {
        let state = matches!(
            sentence.actors[g.members[0]].kind,
            ActorKind::State(StateForm::Name | StateForm::Capital) | ActorKind::Organisation
        );
        let noun = g.start > 0 && matches!(sentence.items[g.start - 1].what, What::Other { .. });
        state && noun && g.tags & tags::GEN != 0 && g.own & tags::NOM == 0
    });
    let several = sentence.items[at].tags & tags::PLURAL != 0;
    let nominative = |g: &Group| may(g, tags::NOM) && !(several && owner.is_some_and(|o| o.start == g.start));
    if asks == Asks::Speaker
        && let Some(other) = goes_on_about(sentence, at, form, left).filter(|o| !sure(o))
    {
        return (None, Some(right_free().find(|g| may(g, tags::ACC)).unwrap_or(other)));
    }
    if asks == Asks::Speaker && !left_free().any(nominative) && !right_free().any(|g| sure(&g)) {
        // "Concern was voiced in CITY": right after a verb that says of several that they spoke.
        let opens = left.iter().any(|g| g.start < 3 && speaks(&g));
        let there = right.iter().find(|g| several && !opens && g.start == at + 2 && speaks(g)).copied();
        let place = there.or_else(|| left.iter().rev().find(speaks).copied());
        if place.is_some() {
            let object = right_free().find(|g| may(g, tags::ACC));
            let object = object.or_else(|| left_free().find(|_| there.is_some()));
            return (place, object);
        }
    }
    // "Her the president received": a pronoun whose form tells no case is no nominative.
    let acts = |g: &&Group| {
        let pronoun = matches!(sentence.actors[g.members[0]].kind, ActorKind::Pronoun);
        may(g, tags::NOM) && !(pronoun && g.tags & tags::CASES == 0) && !told_first(sentence, g)
    };
    // "X received the minister": before a sure nominative right after the verb, a name whose form may be an accusative is whom
    // he received.
    let bare = |g: &&Group| {
        let unsure = g.tags & tags::CASES == 0 || g.tags & tags::NOM != 0 && g.tags & tags::ACC != 0;
        unsure
            && g.end == at
            && matches!(sentence.actors[g.members[0]].kind, ActorKind::Person(_))
            && sentence.items[g.start..g.end].iter().all(|i| matches!(i.what, What::Name { .. }))
    };
    let turned = left_free().next().filter(bare).and_then(|object| {
        // "Him received also the president".
        let also = |i: &Item| i.is_word("and") || i.is_word("title_end");
        let office = |g: &&Group| {
            (g.start == at + 1 || g.start == at + 2 && also(&sentence.items[at + 1]))
                && g.tags & tags::CASES == tags::NOM
                && sentence.actors[g.members[0]].kind.is_person()
        };
        right_free().find(office).map(|subject| (subject, object))
    });
    if let Some((subject, object)) = turned {
        return (Some(subject), Some(object));
    }
    let acted = owner.and_then(|object| {
        let official = |g: &&Group| {
            let kind = &sentence.actors[g.members[0]].kind;
            let body = matches!(kind, ActorKind::Institution { acts: true });
            g.start == at + 1 && may(g, tags::NOM) && (body || kind.is_person() && g.tags & tags::NOM != 0)
        };
        right_free().find(official).map(|subject| (subject, object))
    });
    if let Some((subject, object)) = acted {
        return (Some(subject), Some(object));
    }
    // "The summit of X will host Y": a name without cases right after a gathering is whose that is.
    let of_gathering = |g: &&Group| {
        g.tags & tags::CASES == 0
            && matches!(sentence.actors[g.members[0]].kind, ActorKind::Organisation)
            && g.start > 0
            && sentence.items[g.start - 1].is_word("gathering")
            && right_free().any(|r| sure(&r))
    };
    // "Condemned the strike of A-ian drones": a noun that shows no case stands in that of its adjective.
    let bent = |g: &&Group| {
        let cases = sentence.items[g.start].tags & tags::CASES;
        matches!(sentence.actors[g.members[0]].kind, ActorKind::State(StateForm::Government))
            && g.end > g.start + 1
            && cases != 0
            && cases & tags::NOM == 0
    };
    let subject = left_free()
        .find(sure)
        .or_else(|| left_free().filter(|g| !of_gathering(g)).find(acts))
        .or_else(|| right_free().find(|g| may(g, tags::NOM) && !bent(g)));
    let other = |g: &&Group| subject.is_none_or(|s| s.start != g.start);
    let object = right_free()
        .filter(other)
        .find(|g| may(g, tags::ACC))
        .or_else(|| left_free().filter(other).find(|g| may(g, tags::ACC)));
    (subject, object)
}
