//! Which namings and parties stand side by side as one list, and which are two sides.

use super::beside::oblique;
use super::{Actor, ActorKind};
use crate::Slug;
use crate::detect::Scan;
use crate::detect::items::{Item, What};
use crate::pack::{Sense, StateForm, TriggerForm, tags};

/// Free-standing prepositions and conjunctions before an actor mark it too.
pub(super) fn join(scan: &Scan, items: &[Item], actors: &mut [Actor]) {
    let genitive_first = scan.pack.features.cases_and_complement_after();
    for a in 0..actors.len() {
        // In a language with cases only a genitive belongs to the noun before it.
        let bound = !genitive_first || actors[a].tags & tags::CASES == 0 || actors[a].tags & tags::GEN != 0;
        // No preposition takes a nominative: "об этом министр заявил".
        let free = genitive_first && actors[a].tags & tags::CASES == tags::NOM;
        // "In the palace him received [the minister]": a pronoun takes no preposition over a noun.
        let apart = genitive_first && matches!(actors[a].kind, ActorKind::Pronoun);
        let mut j = actors[a].items.start;
        let mut floor = (0..a)
            .rev()
            .find(|&b| {
                // "The Kenyan capital Nairobi", "Nairobi, Kenya"; capitals side by side are a list of their own.
                !(matches!(actors[a].kind, ActorKind::State(_))
                    && match actors[b].kind {
                        ActorKind::State(StateForm::Adjective) => true,
                        ActorKind::State(StateForm::Capital) => {
                            !matches!(actors[a].kind, ActorKind::State(StateForm::Capital))
                        }
                        _ => false,
                    })
            })
            .map_or(0, |b| actors[b].items.end);
        // "With [the accredited in CITY] ambassadors": the preposition stands before what describes them.
        if genitive_first
            && a > 0
            && matches!(actors[a].kind, ActorKind::Official(_) | ActorKind::Person(_))
            && matches!(actors[a - 1].kind, ActorKind::State(_))
            && actors[a - 1].items.end == j
            && let Some(from) = actors[a - 1].items.start.checked_sub(2)
            && from > 0
            && items[from + 1].is_word("in")
            && matches!(items[from].what, What::Other { .. })
            && matches!(items[from - 1].what, What::Word { .. })
        {
            j = from;
            floor = (0..a - 1).rev().map(|b| actors[b].items.end).next().unwrap_or(0);
        }
        while j > floor {
            let item = &items[j - 1];
            match &item.what {
                // "Met on his arrival B": what the preposition wants stands before B.
                _ if closed(scan, items, j - 1, &actors[a]) => break,
                What::Word { work, .. }
                    if work == "determiner"
                        || work == "list"
                        || work == "pronoun"
                            && items.get(j).is_some_and(|n| {
                                matches!(n.what, What::Counterpart | What::State { .. } | What::Office(_))
                            }) =>
                {
                    j -= 1
                }
                // "There flew to CITY also A": between two cases the word joins nothing.
                What::Word { work, .. } if work == "and" && is_also(scan, actors, a, j - 1) => break,
                What::Word { work, .. } if work == "and" => {
                    actors[a].and = true;
                    break;
                }
                // "Both A and B": the word that says that a list follows is no actor.
                What::Both => j -= 1,
                // "Against A, B or C".
                What::Word { work, .. }
                    if work == "or" && matches!(actors[a].kind, ActorKind::State(StateForm::Name)) =>
                {
                    actors[a].and = true;
                    break;
                }
                // "A and visiting B": what describes the guest.
                What::Trigger(o)
                    if j == actors[a].items.start
                        && item.end == item.start + 1
                        && o.iter().all(|(_, f)| *f == crate::pack::TriggerForm::Gerund)
                        && j >= floor + 2
                        && items[j - 2].is_word("and") =>
                {
                    j -= 1
                }
                // "The Ghana – Kenya commission".
                What::Mark('-' | '–')
                    if !genitive_first
                        && !scan.text.tokens[item.start].glued
                        && a > 0
                        && j == actors[a].items.start
                        && actors[a - 1].items.end + 1 == j
                        && [a - 1, a]
                            .iter()
                            .all(|&x| matches!(actors[x].kind, ActorKind::State(StateForm::Name))) =>
                {
                    actors[a].and = true;
                    break;
                }
                // "With each of, A, B".
                What::Mark(',') if scan.has_article() && j >= floor + 2 && items[j - 2].is_word("list") => {
                    j -= 1
                }
                What::Word { work, .. }
                    if work == "region" && matches!(actors[a].kind, ActorKind::State(_)) =>
                {
                    // "In-the-capital NAME": what is attached to the noun marks its name.
                    if let Some(m) =
                        scan.pack.lexicon.marker_slug(item.marker).filter(|_| actors[a].marker.is_none())
                    {
                        actors[a].marker = Some(m);
                        break;
                    }
                    j -= 1
                }
                What::State { form: StateForm::Adjective, .. }
                    if matches!(actors[a].kind, ActorKind::State(StateForm::Capital | StateForm::City)) =>
                {
                    j -= 1
                }
                What::Word { kind: Some(kind), .. } if kind == "complete" => break,
                // Postpositions belong to what stands before them.
                What::Word { work, .. } if is_marker(work) && scan.pack.features.order == "sov" => break,
                What::Word { work, .. } if is_marker(work) && free => break,
                // "As he met B": who acts at that time, and in no capacity.
                What::Word { work, .. }
                    if work == "as" && !genitive_first && acts_next(items, &actors[a]) =>
                {
                    break;
                }
                // "On the first day he met B": a preposition stands right before its pronoun.
                What::Word { work, .. } if is_marker(work) && stands_off(scan, items, &actors[a], j) => break,
                What::Word { work, .. } if is_marker(work) => {
                    // "Belonging to A": whose it is, whatever is attached to A.
                    let belongs = item.is_kind("of", "belonging");
                    if actors[a].marker.is_none() || belongs {
                        actors[a].marker = Some(*work);
                    }
                    // "With A and with B."
                    actors[a].and |=
                        item.and || genitive_first && j >= floor + 2 && items[j - 2].is_word("and");
                    break;
                }
                // "In the meeting of the ministers of X" where the noun also reports.
                What::Trigger(o)
                    if scan.has_article()
                        && item.marker == 0
                        && !item.and
                        && j >= 2
                        && items[j - 2].is_word("in")
                        && actors[a].plural
                        && actors[a].party.is_some_and(|p| p.contains(':'))
                        && o.iter()
                            .all(|&(f, form)| form.is_noun() && scan.pack.frames[f].kind == "MEET") =>
                {
                    j -= 1
                }
                // "A letter from X": a trigger's own preposition marks what follows it.
                What::Trigger(_) if item.end - item.start > 1 && scan.pack.features.case.is_empty() => {
                    if actors[a].marker.is_none() {
                        actors[a].marker = scan.ends_with(item, is_marker).copied();
                    }
                    break;
                }
                // "With his colleagues: X and Y", "with two partners – X and Y": those whom a plural announces.
                What::Mark(':' | '—' | '–' | '-')
                    if genitive_first
                        && j == actors[a].items.start
                        && actors[a].marker.is_none()
                        && matches!(actors[a].kind, ActorKind::Official(_) | ActorKind::Person(_))
                        && actors[a].tags & tags::INS != 0
                        && announced(items, j - 1) =>
                {
                    actors[a].marker = Some("with".into());
                    break;
                }
                // "Kenya-Peru talks".
                What::Mark('-' | '–')
                    if a > 0
                        && j - 1 == floor
                        && scan.text.tokens[item.start].glued
                        && scan.text.tokens[items[j].start].glued
                        && matches!(actors[a].kind, ActorKind::State(StateForm::Name))
                        && matches!(actors[a - 1].kind, ActorKind::State(StateForm::Name)) =>
                {
                    actors[a].and = true;
                    break;
                }
                // "On the south of X", "in the summit of Y": the noun between stands for it.
                What::Other { common: true }
                    if scan.has_article()
                        && item.marker == 0
                        && !item.and
                        && item.tags & tags::DEFINITE == 0
                        && matches!(
                            actors[a].kind,
                            ActorKind::State(StateForm::Name) | ActorKind::Organisation
                        )
                        && j >= 2
                        && (items[j - 2].is_word("on") || items[j - 2].is_word("in")) =>
                {
                    j -= 1
                }
                What::Word { work, .. }
                    if scan.has_article()
                        && work == "gathering"
                        && item.marker == 0
                        && !item.and
                        && (matches!(actors[a].kind, ActorKind::Organisation)
                            || actors[a].plural
                                && actors[a].party.is_some_and(|p| p.contains(':'))
                                && matches!(actors[a].kind, ActorKind::Official(_))) =>
                {
                    j -= 1
                }
                // "In talks on A, Kenya's NAME said": the state that presents a name goes on no list of states.
                What::Mark(',')
                    if a > 0
                        && matches!(actors[a].kind, ActorKind::Person(_))
                        && matches!(items[actors[a].items.start].what, What::State { .. })
                        && !matches!(actors[a - 1].kind, ActorKind::Person(_)) =>
                {
                    break;
                }
                What::Mark(',') if a > 0 && j - 1 == floor && !scan.pack.lexicon.attaches_and() => {
                    actors[a].and =
                        !(scan.pack.features.capitals_alone() && opens_clause(items, actors, a, j - 1));
                    break;
                }
                What::Mark(';') if a > 0 && crate::detect::lists_on(items, j - 1) => {
                    actors[a].and = true;
                    break;
                }
                What::Word { work, .. }
                    if bound
                        && !apart
                        && !scan.pack.features.case.is_empty()
                        && matches!(work.as_str(), "region" | "building" | "gathering")
                        && items_lower(scan, item)
                        && j - floor < 4
                        && !is_taken(scan, items, actors, a) =>
                {
                    j -= 1
                }
                What::Other { common: true }
                    if bound
                        && !apart
                        && scan.pack.features.capitals
                        && items_lower(scan, item)
                        && j - floor < 3
                        && !is_taken(scan, items, actors, a) =>
                {
                    j -= 1
                }
                // "With the outgoing ambassador", "with visiting Minister NAME".
                What::Other { .. } | What::Trigger(_)
                    if [j, j + 1].contains(&actors[a].items.start)
                        && described(scan, items, j, floor, &actors[a]) =>
                {
                    j -= 1
                }
                // "In southern A": one word between the preposition and the state.
                What::Other { common: true }
                    if !genitive_first
                        && scan.pack.features.case.is_empty()
                        && scan.pack.features.capitals
                        && items_lower(scan, item)
                        && j == actors[a].items.start
                        && j >= floor + 2
                        && matches!(
                            actors[a].kind,
                            ActorKind::State(StateForm::Name | StateForm::Capital)
                        )
                        && ["in", "on", "of", "from", "to", "at", "by"]
                            .iter()
                            .any(|w| items[j - 2].is_word(w)) =>
                {
                    j -= 1
                }
                // "With the new ambassador": an adjective in the case of its noun, or one that the pack does not know.
                What::Other { common }
                    if genitive_first
                        && (*common || matches!(items[actors[a].items.start].what, What::Office(_)))
                        && (if *common { item.tags } else { oblique(scan, item, actors[a].tags) })
                            & actors[a].tags
                            & tags::CASES
                            & !tags::NOM
                            != 0
                        && items_lower(scan, item)
                        && actors[a].items.start - j < 3
                        && !is_taken(scan, items, actors, a) =>
                {
                    j -= 1
                }
                _ => break,
            }
        }
        if genitive_first
            && actors[a].marker.is_none()
            && let Some(work) = before_participle(scan, items, &actors[a])
        {
            actors[a].marker = Some(work);
        }
    }
    // "In Skopje, North Macedonia": the state of the city stands where the city does.
    if !genitive_first {
        for a in 1..actors.len() {
            let (head, tail) = actors.split_at_mut(a);
            let (city, state) = (&head[a - 1], &mut tail[0]);
            if matches!(state.kind, ActorKind::State(StateForm::Name))
                && matches!(city.kind, ActorKind::State(StateForm::City | StateForm::Capital))
                && city.party == state.party
                && city.items.end + 1 == state.items.start
                && items[city.items.end].is_mark(",(")
                && city.marker.is_some()
            {
                state.marker = city.marker;
                state.and = false;
            }
        }
    }
    // The same where the city is one that the pack does not know.
    if !genitive_first && scan.pack.features.capitals {
        for actor in actors.iter_mut() {
            let s = actor.items.start;
            if matches!(actor.kind, ActorKind::State(StateForm::Name))
                && actor.marker.is_none()
                && s > 2
                && items[s - 1].is_mark(",(")
                && matches!(items[s - 2].what, What::Name { .. } | What::Other { common: false })
                && items[s - 2].end == items[s - 2].start + 1
                && (items[s - 3].is_word("in") || items[s - 3].is_word("at"))
                && let What::Word { work, .. } = &items[s - 3].what
            {
                actor.marker = Some(*work);
                actor.and = false;
            }
        }
    }
    // After the name, in languages where the marker follows (postpositions).
    for actor in actors.iter_mut() {
        if actor.marker.is_none()
            && scan.pack.features.order == "sov"
            && let Some(item) = items.get(actor.items.end)
            && let What::Word { work, .. } = &item.what
            && is_marker(work)
        {
            actor.marker = Some(*work);
        }
    }
}

/// Before item `j`, up to two words describe the official who stands there, and a preposition before them tells his part.
///
/// Only where names begin with a capital and nouns have no cases: elsewhere endings tell what goes with what.
fn described(scan: &Scan, items: &[Item], j: usize, floor: usize, actor: &Actor) -> bool {
    let features = &scan.pack.features;
    if !features.capitals_alone() || features.order != "svo" {
        return false;
    }
    if !matches!(actor.kind, ActorKind::Person(_) | ActorKind::Official(_)) {
        return false;
    }
    let gerund = |o: &[(usize, TriggerForm)]| o.iter().all(|(_, f)| *f == TriggerForm::Gerund);
    let describes = |i: &&Item| {
        items_lower(scan, i)
            && i.end == i.start + 1
            && matches!(i.what, What::Other { .. } | What::Trigger(_))
    };
    let before = &items[floor..j];
    let words = before.iter().rev().take(2).take_while(describes).count();
    let (rest, described) = before.split_at(before.len() - words);
    // Without the article, a verb may be one that acts.
    let (rest, article) = match rest.split_last() {
        Some((last, rest)) if last.is_word("determiner") => (rest, true),
        _ => (rest, false),
    };
    let acts = |i: &Item| matches!(&i.what, What::Trigger(o) if !gerund(o));
    if !article && described.iter().any(acts) {
        return false;
    }
    const MARKS: [&str; 4] = ["with", "to", "by", "from"];
    let last = |i: &Item| {
        scan.is(i.end - 1, |s| matches!(s, Sense::Word { work, .. } if MARKS.contains(&work.as_str())))
    };
    words > 0
        && rest.last().is_some_and(|i| match &i.what {
            What::Trigger(_) => i.end > i.start + 1 && last(i),
            _ => MARKS.iter().any(|w| i.is_word(w)),
        })
}

/// "With the [having come on a visit] minister": the preposition before a participle that agrees with the actor after it.
pub(super) fn before_participle(scan: &Scan, items: &[Item], actor: &Actor) -> Option<Slug> {
    let oblique = actor.tags & tags::CASES & !tags::NOM;
    let agrees = |i: &Item| {
        i.tags & oblique != 0
            && matches!(&i.what, What::Trigger(o) if o.iter().any(|(_, f)| *f == TriggerForm::Participle))
    };
    let marked = |i: &usize| matches!(&items[*i].what, What::Word { work, .. } if is_marker(work));
    // "With the [newly] appointed": one plain word may stand between.
    let plain =
        |i: usize| matches!(items[i].what, What::Other { common: true }) && items_lower(scan, &items[i]);
    let before = |i: usize| {
        let one = i.checked_sub(1)?;
        Some(one).filter(&marked).or_else(|| one.checked_sub(1).filter(|_| plain(one)).filter(&marked))
    };
    // "With the [ending his mission] ambassador": one that the pack does not know shows its case by its end, right after the
    // preposition.
    let unknown = |i: usize| {
        let long = scan.text.folded(items[i].start).chars().count() > 7;
        matches!(items[i].what, What::Other { .. })
            && items_lower(scan, &items[i])
            && long
            && before(i).is_some()
            && scan.pack.lexicon.name_case(scan.text.folded(items[i].start)) & oblique != 0
    };
    let start = actor.items.start;
    let inner = |i: &Item| {
        let own = i.is_kind("pronoun", "possessive");
        own || matches!(&i.what, What::Institution { state: None, .. })
            || matches!(&i.what, What::Other { .. } | What::Time | What::State { .. } | What::Trigger(_))
            || matches!(&i.what, What::Word { work, .. } if is_marker(work) || matches!(work.as_str(), "region" | "building" | "determiner" | "gathering" | "attending"))
    };
    let at = (start.saturating_sub(10)..start)
        .rev()
        .take_while(|&i| inner(&items[i]))
        .find(|&i| agrees(&items[i]) || unknown(i))?;
    match &items[before(at)?].what {
        What::Word { work, .. } if is_marker(work) => Some(*work),
        _ => None,
    }
}

pub(super) fn items_lower(scan: &Scan, item: &Item) -> bool {
    !scan.text.tokens[item.start].capital && item.end == item.start + 1
}

pub(super) fn is_marker(work: &str) -> bool {
    matches!(
        work,
        "with"
            | "with-b"
            | "to"
            | "from"
            | "in"
            | "between"
            | "by"
            | "of"
            | "about"
            | "for"
            | "at"
            | "on"
            | "after"
            | "before"
            | "during"
            | "than"
            | "as"
    )
}

/// "Received [at the end of the session] the envoy": where the accusative of people is their genitive, whom a verb takes is
/// nobody of the noun before him, if it takes nobody else.
fn is_taken(scan: &Scan, items: &[Item], actors: &[Actor], a: usize) -> bool {
    let actor = &actors[a];
    let people = |b: &Actor| b.kind.is_people() && b.marker.is_none();
    if !scan.pack.features.cases_and_complement_after()
        || !actor.kind.is_people()
        || actor.tags & tags::ACC == 0
    {
        return false;
    }
    let verb = |i: &usize| matches!(items[*i].what, What::Trigger(_)) || items[*i].is_mark(".;:");
    let Some(at) = (0..actor.items.start).rev().find(verb).filter(|&at| takes_object(scan, &items[at]))
    else {
        return false;
    };
    let end =
        (actor.items.end..items.len()).find(|i| verb(i) || items[*i].is_mark(",")).unwrap_or(items.len());
    let inside = |b: &&Actor| b.items.start > at && b.items.end <= end && b.items != actor.items;
    let before = |b: &&Actor| b.items.end <= at && people(b);
    let object = |b: &Actor| b.tags & tags::ACC != 0 && b.tags & tags::NOM == 0;
    !actors.iter().filter(inside).any(people) && !actors.iter().rfind(before).is_some_and(object)
}

/// A verb that takes somebody as its object.
fn takes_object(scan: &Scan, item: &Item) -> bool {
    let object = |m: &Slug| *m == "acc" || *m == "object";
    let takes = |f: usize| {
        let roles = &scan.pack.frames[f].roles;
        ["guest", "recipient"].into_iter().any(|r| roles.get(r).is_some_and(|m| m.iter().any(object)))
    };
    let verb = |form: TriggerForm| !form.is_noun() && form != TriggerForm::Passive;
    matches!(&item.what, What::Trigger(o) if o.iter().any(|&(f, form)| verb(form) && takes(f)))
}

/// A personal pronoun before which other words stand from item `from` on, where verbs stand between their sides and nouns
/// have cases.
fn stands_off(scan: &Scan, items: &[Item], actor: &Actor, from: usize) -> bool {
    from < actor.items.start
        && matches!(actor.kind, ActorKind::Pronoun)
        && matches!(&items[actor.items.start].what, What::Word { kind: None, .. })
        && scan.pack.features.svo_with_cases()
}

/// "After talks with A, [B and C] signed": behind the comma that closes the phrase with which a sentence opens stands whoever
/// acts, and no further guest of that phrase: else nobody would act.
fn opens_clause(items: &[Item], actors: &[Actor], a: usize, comma: usize) -> bool {
    let opens = matches!(&items[0].what, What::Word { work, .. } if is_marker(work));
    let phrase = &items[..comma];
    if !opens || phrase.iter().any(|i| i.is_mark(",;:") || i.is_finite()) {
        return false;
    }
    let mut end = actors[a].items.end;
    for next in &actors[a + 1..] {
        let joined = |i: &Item| i.is_word("and") || i.is_mark(",");
        let small = |i: &Item| joined(i) || i.is_word("determiner");
        let between = items.get(end..next.items.start).unwrap_or_default();
        if between.is_empty() || !joined(&between[0]) || !between.iter().all(small) {
            break;
        }
        end = next.items.end;
    }
    let mut after = items[end..].iter().skip_while(|i| i.is_word("auxiliary"));
    after.next().is_some_and(Item::is_finite)
}

/// The "and" at item `at` stands between a place in an oblique case and somebody in the nominative.
fn is_also(scan: &Scan, actors: &[Actor], a: usize, at: usize) -> bool {
    let Some(before) = a.checked_sub(1).map(|b| &actors[b]).filter(|b| b.items.end == at) else {
        return false;
    };
    let place = matches!(before.kind, ActorKind::State(_)) && before.marker.is_some();
    let cases = before.tags & tags::CASES;
    scan.pack.features.svo_with_cases()
        && place
        && cases != 0
        && cases & tags::NOM == 0
        && actors[a].kind.is_person()
        && actors[a].tags & tags::CASES == tags::NOM
}

/// A verb stands right after it.
fn acts_next(items: &[Item], actor: &Actor) -> bool {
    let mut after = items[actor.items.end..].iter().skip_while(|i| i.is_word("auxiliary"));
    after.next().is_some_and(|i| {
        matches!(&i.what, What::Trigger(o) if o.iter().any(|(_, f)| !f.is_noun() && *f != TriggerForm::Gerund))
    })
}

/// A mark without spaces joins the state before it to another.
pub(super) fn paired(scan: &Scan, items: &[Item], at: usize) -> bool {
    let glued = |i: &Item| scan.text.tokens[i.start].glued;
    match items.get(at..at + 2) {
        Some([mark, state]) => {
            mark.is_mark("-–—") && matches!(state.what, What::State { .. }) && glued(mark) && glued(state)
        }
        _ => false,
    }
}

/// A preposition with all that it wants, before somebody without the article: "on his arrival", "on its margins".
fn closed(scan: &Scan, items: &[Item], k: usize, actor: &Actor) -> bool {
    let plain = || {
        let first = &items[actor.items.start];
        k + 1 == actor.items.start && actor.kind.is_person() && first.first_tags & tags::DEFINITE == 0
    };
    let margin = || items[k].is_margin() && scan.ends_in_pronoun(&items[k]);
    scan.has_article() && (items[k].is_kind("during", "arrival") || margin()) && plain()
}

/// How many words may stand between "with" and the mark behind which those meant are named.
const ANNOUNCED: usize = 6;

/// Before the mark at item `mark` stands "with" and who they are without their names.
fn announced(items: &[Item], mark: usize) -> bool {
    let plain = |i: &&Item| {
        matches!(i.what, What::Other { .. } | What::Counterpart | What::Time | What::Organisation { .. })
            || i.is_word("on")
            || i.is_word("pronoun")
    };
    let words = items[..mark].iter().rev().take(ANNOUNCED).take_while(plain).count();
    words > 0 && mark > words && items[mark - words - 1].is_word("with")
}
