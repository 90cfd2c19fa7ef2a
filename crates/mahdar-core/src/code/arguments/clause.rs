//! Where a clause ends, and what a trigger looks like in it.

use crate::Slug;
use crate::code::conditions::allowed;
use crate::code::{Context, Sentence};
use crate::detect::person::{Actor, ActorKind};
use crate::detect::{Item, Scan, What};
use crate::pack::{StateForm, TriggerForm, tags};

/// The items among which a trigger looks for its actors.
///
/// `wide` reaches over other nouns that report; a finite verb of another event always ends the window on the right.
pub(in crate::code) fn window(sentence: &Sentence, at: usize, wide: bool) -> (usize, usize) {
    let mut lo = 0;
    let inserted = relatives(sentence, false);
    for i in (0..at).rev() {
        // A clause with "who" between commas is stepped over, and so is one that tells who was there.
        if inserted
            .iter()
            .chain(&sentence.presences)
            .any(|r| r.contains(&i) && !r.contains(&at) && r.end <= at)
        {
            continue;
        }
        if ends_clause(&sentence.items[i], wide)
            && !article_before(sentence, i)
            && !runs_on(sentence, i)
            && !reduced(sentence, i)
            && !shares_subject(sentence, i, at)
            && !within_subject(sentence, i, at)
            && !leads_up(sentence, i, at)
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
    let past = |i: usize| sentence.presences.iter().any(|r| r.contains(&i) && r.start > at);
    for i in (at + 1..sentence.items.len()).filter(|&i| !past(i)) {
        // "… and that A refuses", "… and will hold": another clause.
        if !wide
            && sentence.items[i].and
            && (sentence.items[i].is_kind("relative", "that") || sentence.items[i].is_word("future"))
        {
            hi = i;
            break;
        }
        if ends_clause(&sentence.items[i], wide)
            && !article_before(sentence, i)
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

/// "A hosts a session and NAME meets B", "NAME and A meet B": in a title whoever "and" joins to what stands before, behind one
/// verb and right before another, begins the clause of the second.
pub(super) fn second_clause(sentence: &Sentence, at: usize, (lo, hi): (usize, usize)) -> (usize, usize) {
    let items = &sentence.items;
    let begins = |verb: usize| {
        let joined = |a: &&Actor| a.and && a.items.end == verb && a.marker.is_none() && a.kind.is_person();
        sentence.actors.iter().find(joined).map(|a| a.items.start)
    };
    let after = lo > 0 && items[lo - 1].is_finite();
    let from = begins(at).filter(|&s| after && s > lo).unwrap_or(lo);
    let verb = items.get(hi).is_some_and(Item::is_finite);
    let to = begins(hi).filter(|&s| verb && s > at + 1).unwrap_or(hi);
    (from, to)
}

/// How many items the words between commas may have that tell who was with the subject.
const COMPANY: usize = 20;

/// "Received A, in the presence of B, C": where the words about B stand whose clause ends at item `hi` before its object.
pub(in crate::code) fn company(
    sentence: &Sentence,
    at: usize,
    hi: usize,
    takes: bool,
) -> Option<(usize, usize)> {
    let items = &sentence.items;
    let formula = items.get(hi).is_some_and(|i| matches!(i.what, What::Attendance { .. }));
    if let Some(between) = unmarked_company(sentence, at, hi).filter(|_| formula) {
        return Some(between);
    }
    if !formula || hi < at + 3 {
        return None;
    }
    // "A accompanied by the secretary NAME, B": without a comma before the formula, an office behind one who has his own is
    // another's.
    let comma = items[hi - 1].is_mark(",");
    let in_office = |c: usize| {
        sentence.actors.iter().any(|a| {
            a.items.end == c
                && a.items.start > hi
                && matches!(a.kind, ActorKind::Person(_))
                && matches!(items[a.items.start].what, What::Office(_))
                && a.items.len() > 1
        })
    };
    let people = |from: usize, to: usize| {
        sentence
            .actors
            .iter()
            .filter(move |a| from <= a.items.start && a.items.end <= to && a.kind.is_people())
    };
    // Somebody alone has been told of, without a preposition.
    let mut told = people(at + 1, hi);
    let alone = told.next().is_some_and(|a| a.marker.is_none() && !a.and) && told.next().is_none();
    // "A, accompanied by B, made [a visit] to X", "held [talks] with C", "signed [with] C": the noun that the verb `takes`, or
    // the preposition, stands behind the comma as well.
    let goes_on = |i: &Item| {
        let noun = matches!(&i.what, What::Trigger(o) if o.iter().all(|(_, f)| f.is_noun()));
        takes && comma && !i.and && (noun || i.is_word("with"))
    };
    let object = |c: &usize| {
        let time = items[c + 1..].iter().take_while(|i| matches!(i.what, What::Time)).count();
        let next = c + 1 + time;
        people(next, items.len()).any(|a| a.items.start == next && a.marker.is_none() && !a.and)
            || items.get(next).is_some_and(goes_on)
    };
    let end = items.len().min(hi + COMPANY);
    let close = (hi + 2..end)
        .filter(|&c| items[c].is_mark(","))
        .find(object)
        .filter(|&c| alone && (comma || in_office(c)))?;
    let free = |i: &Item| !ends_clause(i, false);
    items[hi + 1..close].iter().all(free).then_some((hi - usize::from(comma), close))
}

/// "Met A in CITY, where he attends a summit, his counterpart": where the words stand that tell what somebody does there, before
/// the one whom he met.
pub(super) fn where_he_is(sentence: &Sentence, at: usize) -> Option<(usize, usize)> {
    let items = &sentence.items;
    let people = |from: usize, to: usize| {
        sentence
            .actors
            .iter()
            .filter(move |a| from <= a.items.start && a.items.end <= to && a.kind.is_people())
    };
    let opens = (at + 2..items.len().min(at + COMPANY)).find(|&i| items[i].is_mark(","))?;
    let opens = (opens..items.len().min(at + COMPANY))
        .find(|&i| items[i].is_mark(",") && items.get(i + 1).is_some_and(|n| n.is_word("relative")))?;
    if items[at + 1..opens].iter().any(|i| ends_clause(i, false)) {
        return None;
    }
    let mut told = people(at + 1, opens);
    if told.next().is_none_or(|a| a.marker.is_some()) || told.next().is_some() {
        return None;
    }
    let end = items.len().min(opens + COMPANY);
    let close = (opens + 2..end).find(|&i| items[i].is_mark(","))?;
    let next = close + 1 + items[close + 1..].iter().take_while(|i| matches!(i.what, What::Time)).count();
    let met = people(next, items.len()).any(|a| a.items.start == next && a.marker.is_none() && !a.and);
    let verbs = items[opens + 1..close].iter().filter(|i| i.is_finite()).count();
    (met && verbs == 1 && people(opens, close).next().is_none()).then_some((opens, close))
}

/// "Welcomed A, in a statement that the ministry issued, the signing by B", "were signed, in the presence of A, the documents":
/// where the words stand between commas that are put in right behind the verb and its subject, before what the verb takes.
pub(super) fn inset(sentence: &Sentence, at: usize, hi: usize) -> Option<(usize, usize)> {
    let items = &sentence.items;
    let subject = |from: usize| {
        sentence.actors.iter().find(|a| a.items.start == from && a.marker.is_none()).map(|a| a.items.end)
    };
    let mut opens = at + 1;
    while let Some(end) = subject(opens) {
        opens = end;
    }
    let first = items.get(opens + 1).filter(|_| items[opens].is_mark(","))?;
    let formula = matches!(first.what, What::Attendance { .. }) && opens == at + 1;
    let placed = ["in", "at", "on", "during", "after", "before", "relative"].iter().any(|w| first.is_word(w));
    if first.and || first.is_that() || !(formula || placed || first.is_margin()) {
        return None;
    }
    let inside = |i: usize| sentence.actors.iter().any(|a| a.items.start < i && i < a.items.end);
    let end = items.len().min(opens + COMPANY);
    let close = (opens + 2..end).find(|&i| items[i].is_mark(",") && !inside(i))?;
    let people = |a: &Actor| opens < a.items.start && a.items.end <= close && a.kind.is_people();
    let verbs = items[opens..close].iter().filter(|i| i.is_finite()).count();
    let next = items[close + 1..].iter().find(|i| !matches!(i.what, What::Time))?;
    let goes_on =
        !next.and && !next.is_finite() && !next.is_word("relative") && !matches!(next.what, What::Mark(_));
    let free = formula || !sentence.actors.iter().any(people);
    (hi > opens && verbs < 2 && free && goes_on).then_some((opens, close))
}

/// "Praised A the positions of B during his meeting with", where verbs stand first: the words between whoever spoke and the
/// noun, in which nobody stands who talked.
pub(super) fn spoken_there(
    context: &Context,
    sentence: &Sentence,
    at: usize,
    (lo, hi): (usize, usize),
) -> Option<(usize, usize)> {
    let scan = context.scan(sentence);
    let items = &sentence.items;
    let during = |i: usize| ["during", "in", "at"].iter().any(|w| items[i].is_word(w));
    let setting = at.checked_sub(1).filter(|&i| during(i))?;
    let verb = lo.checked_sub(1)?;
    let What::Trigger(options) = &items[verb].what else { return None };
    let says = |&(f, form): &(usize, TriggerForm)| {
        !form.is_noun()
            && matches!(scan.pack.frames[f].kind.as_str(), "STATEMENT" | "APPEAL" | "THREATEN" | "MESSAGE")
    };
    let speaker = sentence.actors.iter().find(|a| a.items.start > verb)?;
    let by_verb = speaker.items.start == verb + 1 && speaker.marker.is_none() && speaker.kind.is_person();
    let other_clause = |i: &Item| {
        i.is_word("relative") || ends_clause(i, false) || matches!(i.what, What::Attendance { .. })
    };
    let between = &items[speaker.items.end.min(setting)..setting];
    // The talks name somebody themselves.
    let named = sentence.actors.iter().any(|a| {
        let told =
            context.party(a).is_some() || matches!(a.kind, ActorKind::Counterpart | ActorKind::Official(_));
        a.items.start > at && a.items.end <= hi && a.kind.is_people() && told
    });
    (options.iter().any(says) && by_verb && named && !between.is_empty() && !between.iter().any(other_clause))
        .then_some((speaker.items.end, setting))
}

/// "Received A in the presence of B his counterpart": no mark ends the words about B, but a counterpart is of A.
fn unmarked_company(sentence: &Sentence, at: usize, hi: usize) -> Option<(usize, usize)> {
    let people = |a: &&Actor| a.kind.is_people() && a.marker.is_none();
    let before = sentence.actors.iter().filter(|a| at < a.items.start && a.items.end <= hi);
    let alone = before.filter(people).count() == 1;
    let mut there = sentence.actors.iter().filter(|a| a.items.start > hi);
    let present = there.next().filter(|a| a.items.start == hi + 1 && a.kind.is_person())?;
    let other =
        there.next().filter(|a| a.items.start == present.items.end && a.marker.is_none() && !a.and)?;
    let counterpart = matches!(sentence.items[other.items.start].what, What::Counterpart);
    (alone && counterpart).then_some((hi, other.items.start))
}

/// "[A] B-ACC [having held talks, to agree] urged": where verbs stand last, a verb that leaves its time to the next ends no
/// clause of whoever is urged to do both. Where that clause begins, and where he ends who is urged.
pub(in crate::code) fn asked_before(
    scan: &Scan,
    sentence: &Sentence,
    at: usize,
    lo: usize,
) -> Option<(usize, usize)> {
    let items = &sentence.items;
    let waits = |k: usize| {
        matches!(items[k].what, What::Trigger(_))
            && scan.pack.features.is_converb(scan.text.folded(items[k].end - 1))
    };
    let aim = |a: &Actor| a.party.is_some() && a.marker.is_none() && a.tags & (tags::ACC | tags::ABL) != 0;
    let (mut from, mut asked) = (lo, None);
    while asked.is_none() && from > 0 {
        let verb = from - 1;
        let here = |a: &&Actor| a.items.start >= from && a.items.end <= at;
        let somebody = |a: &Actor| aim(a) || a.tags & tags::CASES & !tags::NOM == 0 && a.kind.is_people();
        if !waits(verb)
            || !items.get(from).is_some_and(|i| i.is_mark(","))
            || sentence.actors.iter().filter(here).any(somebody)
        {
            return None;
        }
        from = window(sentence, verb, false).0;
        let mut before = sentence.actors.iter().filter(|a| a.items.start >= from && a.items.end <= verb);
        asked = before.find(|a| aim(a)).map(|a| (a.items.end, verb));
    }
    let (end, verb) = asked?;
    // "A B-ACC having received, urged": whom that verb takes is its own.
    let What::Trigger(options) = &items[verb].what else { return None };
    let takes = options
        .iter()
        .any(|&(f, _)| scan.pack.frames[f].roles.values().flatten().any(|m| m == "acc" || m == "object"));
    let object = |i: &Item| (i.tags | scan.ending(i.end - 1)) & tags::ACC != 0;
    (!takes || items[end..verb].iter().any(object)).then_some((from, end))
}

/// The voice of a trigger where its form alone does not tell.
pub(super) fn voice(scan: &Scan, sentence: &Sentence, at: usize, form: TriggerForm) -> TriggerForm {
    if is_passive(sentence, at, form) {
        return TriggerForm::Passive;
    }
    // "It was agreed on" has no subject: an ending of the dual or the plural says that those before it agreed on it.
    let item = &sentence.items[at];
    let agrees = scan.has_article()
        && form == TriggerForm::Passive
        && item.end > item.start + 1
        && item.first_tags & tags::INFLECTED != 0
        && sentence.actors.iter().any(|a| a.items.end == at && a.marker.is_none());
    if agrees { TriggerForm::Past } else { form }
}

/// "A met and held talks with B": a verb right before, joined by "and" with nothing that it takes, has the same subject.
fn shares_subject(sentence: &Sentence, verb: usize, at: usize) -> bool {
    let between = &sentence.items[verb + 1..at];
    // "A decided to expel B": a verb that ends with the word that takes an infinitive.
    let takes = &sentence.items[verb];
    let infinitive = |i: &Item| matches!(&i.what, What::Trigger(o) if o.iter().any(|(_, f)| *f == TriggerForm::Infinitive));
    if sentence.by_order
        && between.is_empty()
        && matches!(takes.what, What::Trigger(_))
        && takes.end > takes.start + 1
        && infinitive(&sentence.items[at])
    {
        return true;
    }
    let small = |i: &Item| {
        matches!(i.what, What::Other { common: true } | What::Time)
            || ["and", "list", "auxiliary"].iter().any(|w| i.is_word(w))
    };
    // "Met in CITY on Monday for talks and agreed": where, when and for what take nobody.
    let joins = between.iter().rposition(|i| i.is_word("and"));
    let around = |k: usize| match &between[k].what {
        What::Word { work, .. } if PLACED.contains(&work.as_str()) => true,
        What::Word { .. } if between[k].is_kind("title_end", "here") => true,
        What::State { form: StateForm::City | StateForm::Capital | StateForm::Name, .. } => {
            k > 0
                && between[..k]
                    .iter()
                    .rev()
                    .find(|i| !i.is_word("determiner"))
                    .is_some_and(|i| i.is_word("in") || i.is_word("at"))
        }
        What::Trigger(o) => o.iter().all(|(_, f)| f.is_noun()),
        _ => small(&between[k]),
    };
    sentence.by_order
        && matches!(sentence.items[verb].what, What::Trigger(_))
        && joins.is_some_and(|and| {
            (0..and).all(|k| around(k) || between[k].is_mark(",")) && between[and..].iter().all(small)
                || between.iter().all(|i| small(i) || i.is_mark(","))
        })
        // "A discussed trade, and farmers agreed": after a comma the verb stands by "and".
        && (!between.iter().any(|i| i.is_mark(","))
            || between.iter().rev().find(|i| !i.is_word("list")).is_some_and(|i| i.is_word("and")))
}

/// What words do that tell where, when or for what something was.
const PLACED: [&str; 8] = ["in", "at", "on", "for", "during", "determiner", "gathering", "building"];

/// The comma that ends the clause of the verb at item `at`, where the sentence opens with it, and before the verb at item `hi`
/// somebody stands.
pub(super) fn opening_clause(sentence: &Sentence, at: usize, hi: usize) -> Option<usize> {
    let items = &sentence.items;
    let small = |i: &Item| matches!(i.what, What::Other { .. } | What::Time) || i.is_word("determiner");
    // "On Monday, just before": the day may stand first.
    let time = |i: usize| items.get(i).is_some_and(|i| matches!(i.what, What::Time));
    let of_day =
        |i: usize| items[i].is_mark(",") && i > 0 && time(i - 1) || items[i].is_word("on") && time(i + 1);
    let first = (0..items.len()).find(|&i| !small(&items[i]) && !of_day(i))?;
    let opens = ["before", "after", "as"].iter().any(|w| items[first].is_word(w));
    if !sentence.by_order || !opens || first + 1 >= at || !items.get(hi).is_some_and(Item::is_finite) {
        return None;
    }
    let comma = (at + 1..hi).find(|&i| items[i].is_mark(","))?;
    let before = items[first..at].iter().any(|i| matches!(i.what, What::Mark(_)) || i.is_finite());
    let acts = |a: &Actor| a.items.start > comma && a.items.end <= hi && a.marker.is_none();
    (!before && sentence.actors.iter().any(acts)).then_some(comma)
}

/// "Just before their presidents gathered for a summit, the ministers met": the verb at item `at` tells when they did.
pub(in crate::code) fn tells_when(sentence: &Sentence, at: usize) -> bool {
    let items = &sentence.items;
    let theirs = items[..at].iter().any(|i| i.is_kind("pronoun", "possessive"));
    let next = (at + 1..items.len()).find(|&i| items[i].is_finite());
    theirs && next.is_some_and(|hi| opening_clause(sentence, at, hi).is_some())
}

/// "A's decision to close the border was criticised by B": the verb that tells which decision is part of the subject.
fn within_subject(sentence: &Sentence, verb: usize, at: usize) -> bool {
    let items = &sentence.items;
    let noun = |i: &Item| matches!(i.what, What::Other { .. });
    sentence.by_order
        && verb > 1
        && items[verb].end == items[verb].start + 1
        && items[verb - 1].is_word("to")
        && noun(&items[verb - 2])
        && !items[verb + 1..at].iter().any(|i| {
            i.is_word("and") || i.is_word("relative") || matches!(i.what, What::Mark(_) | What::Trigger(_))
        })
}

/// A formula inside the clause right after a delegation: who leads it.
pub(super) fn leads_delegation(sentence: &Sentence, i: usize) -> bool {
    matches!(sentence.items[i].what, What::Attendance { inside: true, .. })
        && sentence.items[i.saturating_sub(7)..i].iter().any(|x| x.is_word("delegation"))
}

/// "Received A, [and the meeting dealt with the cooperation with B]": where the clause ends that names who met, before what the
/// talks were about, which a comma and "and" join to it.
pub(super) fn before_subjects(scan: &Scan, sentence: &Sentence, at: usize, hi: usize) -> usize {
    let items = &sentence.items;
    let talks =
        |i: &Item| matches!(i.what, What::Resumption) || i.is_only_verb() && refers_back(scan, items, i);
    let turns = |i: &usize| items[*i].is_mark(",") && items.get(i + 1).is_some_and(|n| n.and && talks(n));
    let named = |to: usize| {
        sentence.actors.iter().any(|a| a.items.start > at && a.items.end <= to && a.kind.is_people())
    };
    (at + 2..hi).find(turns).filter(|&comma| named(comma)).unwrap_or(hi)
}

/// "Dealt with [the meeting]": right behind the verb stands a noun of talks that were told before.
fn refers_back(scan: &Scan, items: &[Item], verb: &Item) -> bool {
    let behind = items.iter().find(|i| i.start == verb.end);
    behind.is_some_and(|i| i.marker == 0 && i.tags & tags::DEFINITE != 0 && scan.is_noun_of(i, "MEET"))
}

/// Where the window ends when the verb of a relative clause on its right does not end it.
pub(super) fn through_relative(sentence: &Sentence, at: usize, hi: usize) -> usize {
    let items = &sentence.items;
    let verb = hi < items.len() && matches!(items[hi].what, What::Trigger(_));
    // "Which have been reached by".
    let auxiliaries =
        items[at..hi.min(items.len())].iter().rev().take_while(|i| i.is_word("auxiliary")).count();
    let relative = hi.checked_sub(auxiliaries + 1);
    // "The attack carried out against a train in A": what describes the blow.
    let describes = |o: &[(usize, TriggerForm)]| o.iter().any(|(_, f)| *f == TriggerForm::Participle);
    let noun = |i: &Item| matches!(&i.what, What::Trigger(o) if o.iter().any(|(_, f)| f.is_noun()));
    let described = sentence.by_order
        && verb
        && relative.is_some_and(|r| r > at && (items[r].is_word("blow") || noun(&items[r])))
        && matches!(&items[hi].what, What::Trigger(o) if describes(o));
    if described {
        return past_verb(sentence, hi);
    }
    if !verb || relative.is_none_or(|r| r <= at || !items[r].is_word("relative")) {
        return hi;
    }
    past_verb(sentence, hi)
}

/// Where the clause of the verb at item `hi` ends.
fn past_verb(sentence: &Sentence, hi: usize) -> usize {
    let items = &sentence.items;
    // A mark between a name and its office ends no clause.
    let inside = |i: usize| sentence.actors.iter().any(|a| a.items.start < i && i < a.items.end);
    (hi + 1..items.len())
        .find(|&i| {
            ends_clause(&items[i], false)
                || items[i].is_mark(",") && !inside(i) && !apposed(items, i)
                || matches!(items[i].what, What::Attendance { .. })
        })
        .unwrap_or(items.len())
}

/// "Yesterday, 3 September, against", "in the province of B, in A": a comma beside a day, or before where that lies.
fn apposed(items: &[Item], comma: usize) -> bool {
    let time = |i: &Item| matches!(i.what, What::Time);
    let next = items.get(comma + 1);
    comma > 0 && time(&items[comma - 1]) || next.is_some_and(|n| time(n) || n.is_word("in"))
}

/// Where verbs end clauses, one before its noun or before another verb ends none: a participle or a converb.
pub(in crate::code) fn runs_on(sentence: &Sentence, at: usize) -> bool {
    let noun = |i: &Item| {
        matches!(i.what, What::Other { .. })
            || matches!(&i.what, What::Word { work, .. } if matches!(work.as_str(), "blow" | "gathering" | "document" | "building" | "delegation"))
    };
    sentence.verb_last
        && matches!(sentence.items[at].what, What::Trigger(_))
        && (attributive(sentence, at) || sentence.items.get(at + 1).is_some_and(noun))
}

/// "[A's envoy] having come, met B's minister": where verbs stand last, one before a comma that has its subject and no other
/// party leads up to the next, which has no subject of its own.
fn leads_up(sentence: &Sentence, verb: usize, at: usize) -> bool {
    let items = &sentence.items;
    let trigger = |i: &Item| matches!(i.what, What::Trigger(_));
    if !sentence.verb_last || !trigger(&items[verb]) || !items[verb + 1].is_mark(",") {
        return false;
    }
    if items[verb + 1..at].iter().any(trigger) {
        return false;
    }
    let from = items[..verb].iter().rposition(trigger).map_or(0, |i| i + 1);
    let oblique = |a: &Actor| a.tags & tags::CASES & !tags::NOM != 0;
    let before = || sentence.actors.iter().filter(|a| a.items.start >= from && a.items.end <= verb);
    let mut after = sentence.actors.iter().filter(|a| a.items.start > verb && a.items.end <= at).peekable();
    // "A, having condemned it, summoned B's envoy": a state or a ministry, where nobody is named.
    let body = |a: &&Actor| {
        matches!(a.kind, ActorKind::State(StateForm::Name) | ActorKind::Institution { acts: true })
            && !oblique(a)
    };
    let mut people = before().filter(|a| a.kind.is_people());
    let mut bodies = before().filter(body);
    let (Some(subject), None) = (people.next().or_else(|| bodies.next()), people.next()) else {
        return false;
    };
    let party = |i: &Item| matches!(i.what, What::State { .. } | What::Organisation { .. });
    !oblique(subject)
        && before().all(|a| a.items == subject.items || oblique(a) && a.party.is_none())
        && after.peek().is_some()
        && after.all(oblique)
        && !(from..verb).any(|k| !subject.items.contains(&k) && party(&items[k]))
}

/// Those listed after a formula inside the clause ("accompanied by") act in it no more than those after a list do.
pub(super) fn accompanies(sentence: &Sentence, lo: usize, start: usize) -> bool {
    let formula = |i: &usize| matches!(sentence.items[*i].what, What::Attendance { inside: true, .. });
    (lo..start)
        .rev()
        .take_while(|&i| !matches!(sentence.items[i].what, What::Trigger(_)))
        .any(|i| formula(&i))
}

/// "Condemns terrorist attack in X", "to cut gas supplies to": after a verb, with nobody between, what is written like
/// another verb is a noun.
pub(super) fn nounlike(sentence: &Sentence, at: usize, i: usize) -> bool {
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
pub(super) fn reduced(sentence: &Sentence, at: usize) -> bool {
    let next = sentence.items.get(at + 1);
    next.is_some_and(|n| n.is_word("by")) && !is_passive(sentence, at, TriggerForm::Participle)
}

pub(super) fn attributive(sentence: &Sentence, at: usize) -> bool {
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

pub(super) fn ends_clause(item: &Item, wide: bool) -> bool {
    match &item.what {
        What::Mark(c) => matches!(c, ';' | '…'),
        // "Expelled envoys of A in answer to …": what the other side had done.
        What::Word { work, .. } => !wide && work == "answer",
        What::Trigger(options) => {
            !wide
                && options.iter().any(|(_, f)| {
                    matches!(f, TriggerForm::Past | TriggerForm::Present | TriggerForm::Passive)
                })
        }
        _ => false,
    }
}

/// "Over the telephone", "regret over visits by B", "Kenyan strikes killed": behind an article, a preposition or the adjective
/// of a state what is written like a verb in the present is a noun; "a wanted man": behind an article a past form describes.
fn article_before(sentence: &Sentence, i: usize) -> bool {
    let item = &sentence.items[i];
    if !sentence.by_order || i == 0 || item.end > item.start + 1 {
        return false;
    }
    let before = &sentence.items[i - 1];
    let article = before.is_kind("determiner", "article");
    let whose = matches!(before.what, What::State { form: StateForm::Adjective, .. })
        && !(i > 1 && sentence.items[i - 2].is_kind("determiner", "article"));
    let governed =
        whose || ["about", "of", "on", "for", "with", "by", "during"].iter().any(|w| before.is_word(w));
    let present =
        |f: &TriggerForm| matches!(f, TriggerForm::Present | TriggerForm::Infinitive) || f.is_noun();
    let past =
        |f: &TriggerForm| matches!(f, TriggerForm::Past | TriggerForm::Participle | TriggerForm::Passive);
    matches!(&item.what, What::Trigger(o)
        if (article || governed) && o.iter().all(|(_, f)| present(f))
            || article && o.iter().all(|(_, f)| past(f)))
}

/// "Began a state visit to X": the subject of a verb that tells nothing without its noun is the noun's.
pub(super) fn before_light_verb(context: &Context, index: usize, at: usize, lo: usize) -> usize {
    let sentence = &context.sentences[index];
    let scan = context.scan(sentence);
    let Some(verb) = lo.checked_sub(1) else { return lo };
    let What::Trigger(options) = &sentence.items[verb].what else { return lo };
    let between = sentence.actors.iter().any(|a| a.items.start >= lo && a.items.end <= at);
    let idle = || options.iter().all(|&(f, _)| !allowed(context, index, verb, f, &scan.pack.frames[f]));
    // "A made a statement in a call with B": whoever made it called.
    let mark = |i: &Item| matches!(i.what, What::Mark(_));
    let said = || {
        !scan.pack.features.case.is_empty()
            && sentence.items[lo..at].iter().any(|i| i.is_word("during") || i.is_word("in"))
            && !sentence.items[lo..at].iter().any(mark)
            && options.iter().any(|&(f, _)| scan.pack.frames[f].kind == "STATEMENT")
    };
    // "A decided the expulsion of B": what a verb of deciding takes is done by whoever decided; "A announces the severing of its
    // ties", where the verb itself tells nothing, by whoever announces it.
    let announces = || {
        let finite = options.iter().all(|(_, form)| !form.is_noun());
        finite && scan.also_does(&sentence.items[verb], "saying") && idle()
    };
    let decides = || {
        let agrees =
            |&(f, form): &(usize, TriggerForm)| !form.is_noun() && scan.pack.frames[f].kind == "AGREE";
        let verb = options.iter().all(agrees) || announces();
        let goes = ["VISIT", "MEET", "CALL"].iter().any(|kind| scan.is_noun_of(&sentence.items[at], kind));
        let near = |i: &Item| i.is_word("on") || matches!(i.what, What::Time);
        scan.has_article() && verb && !goes && sentence.items[lo..at].iter().all(near)
    };
    // "A calls off his visit to B": a verb that undoes other things as well tells nothing here.
    let undoes = || {
        let works = |work: &&str| scan.word(sentence.items[verb].start, work).is_some();
        let title = scan.has_article() && sentence.scan == 0;
        let finite = options.iter().all(|(_, form)| !form.is_noun());
        title
            && finite
            && scan.is_owned(&sentence.items[at])
            && ["cancelled", "postponed"].iter().any(works)
            && idle()
    };
    let light = match scan.pack.features.order.as_str() {
        "svo" => idle() || said(),
        _ => decides() || undoes(),
    };
    if !between && light { window(sentence, verb, false).0 } else { lo }
}

/// "A praised B's role at a meeting with C", "while receiving C": whoever said it talked, and nobody of whom he spoke.
///
/// Where the clause of the verb begins, and where the words stand that it takes.
pub(super) fn said_at(
    scan: &Scan,
    sentence: &Sentence,
    at: usize,
    lo: usize,
    gerund: bool,
) -> Option<(usize, (usize, usize))> {
    let items = &sentence.items;
    let verb = lo.checked_sub(1).filter(|_| sentence.by_order)?;
    let What::Trigger(options) = &items[verb].what else { return None };
    let says = |&(f, form): &(usize, TriggerForm)| {
        !form.is_noun()
            && matches!(scan.pack.frames[f].kind.as_str(), "STATEMENT" | "APPEAL" | "THREATEN" | "INVITE")
    };
    let plain = |i: &&Item| {
        matches!(i.what, What::Other { .. } | What::Time)
            || i.is_word("determiner")
            || i.is_kind("pronoun", "possessive")
    };
    let noun = at - items[lo..at].iter().rev().take_while(plain).count();
    let during = |i: usize| ["during", "in", "at"].iter().any(|w| items[i].is_word(w));
    let setting = match gerund {
        true => at,
        false => noun.checked_sub(1).filter(|p| *p > verb && during(*p))?,
    };
    let when = !gerund || items[at].end > items[at].start + 1 || during(at - 1);
    let other_clause = |i: &Item| matches!(i.what, What::Mark(_)) || i.is_word("relative");
    let told = when
        && options.iter().any(says)
        && !is_passive(sentence, verb, TriggerForm::Past)
        && !items[lo..setting].iter().any(other_clause);
    told.then(|| (window(sentence, verb, false).0, (verb + 1, setting)))
}

/// Where the text begins after "CITY, day (agency) —".
pub(in crate::code) fn dateline(scan: &Scan, sentence: &Sentence) -> Option<usize> {
    if sentence.range.start != 0 || scan.text.field != crate::model::Field::Text {
        return None;
    }
    let first = sentence.items.first()?;
    // "CITY – CITY – AGENCY:", where nothing is written with a capital.
    if scan.has_article() {
        // Whatever stands in brackets names the agency: "CITY (News of A) –".
        let mut bracket = false;
        let line = sentence.items.iter().take(12).take_while(move |i| {
            bracket = i.is_mark("(") || bracket && !i.is_mark(")");
            bracket
                || i.is_city()
                || matches!(
                    i.what,
                    What::Time
                        | What::Mark(_)
                        | What::Name { .. }
                        | What::Other { .. }
                        | What::Organisation { .. }
                        | What::Institution { .. }
                )
        });
        let end = line.clone().collect::<Vec<_>>().iter().rposition(|i| i.is_mark("—:-–/"))?;
        let cities = line.take(end).filter(|i| i.is_city()).count();
        // "The secretariat – CITY:" as well.
        let opens = first.is_city()
            || matches!(first.what, What::Institution { .. }) && sentence.items[end].is_mark(":");
        return (opens && first.marker == 0 && cities > 0).then_some(end + 1);
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
    // "[In CITY] the A – B commission": two states, or a city in the case of a place, are part of the sentence.
    let state = |i: Option<&Item>| {
        i.is_some_and(|i| matches!(i.what, What::State { form: StateForm::Name | StateForm::Adjective, .. }))
    };
    let paired = state(sentence.items[..end].last()) && state(sentence.items.get(end + 1));
    let placed = scan.pack.features.complement_before && first.tags & tags::LOC != 0;
    if paired || placed {
        return None;
    }
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
pub(super) fn tail<'s>(scan: &Scan<'s>, item: &Item) -> Option<&'s str> {
    const TAILS: [&str; 10] = ["with", "to", "from", "in", "between", "by", "of", "for", "at", "on"];
    scan.ends_with(item, |work| TAILS.contains(&work)).map(Slug::as_str)
}

/// A form of "be" before a past form makes it passive.
pub(in crate::code) fn is_passive(sentence: &Sentence, at: usize, form: TriggerForm) -> bool {
    matches!(form, TriggerForm::Past | TriggerForm::Participle)
        && sentence.items[at.saturating_sub(4)..at]
            .iter()
            .rev()
            .take_while(|i| matches!(i.what, What::Word { .. } | What::Time | What::Other { .. }))
            // "Said a deal was close after he met B": a pronoun is the subject of a clause of its own.
            .take_while(|i| !(sentence.by_order && i.is_word("pronoun")))
            // "Is to be received by".
            .any(|i| i.is_kind("auxiliary", "be") || i.is_kind("planned", "be"))
}

/// Clauses with "who" between commas: their actors are not the main clause's.
pub(in crate::code) fn relatives(sentence: &Sentence, bare: bool) -> &[std::ops::Range<usize>] {
    sentence.relatives[usize::from(bare)].get_or_init(|| find_relatives(sentence, bare))
}

pub(super) fn find_relatives(sentence: &Sentence, bare: bool) -> Vec<std::ops::Range<usize>> {
    let mut out: Vec<std::ops::Range<usize>> = Vec::new();
    for (i, item) in sentence.items.iter().enumerate() {
        // "Announced that-it imposed": no more is "that" with the pronoun of whoever speaks.
        let said = item.is_kind("relative", "complete") && i > 0 && !sentence.items[i - 1].is_mark(",");
        // "NAME, who is also the minister of defence, and B met": what tells his office is no clause.
        let told =
            || sentence.by_order && sentence.actors.iter().any(|a| a.items.start < i && i < a.items.end);
        if !item.is_word("relative") || item.is_kind("relative", "that") || said || told() {
            continue;
        }
        // "…, for whom", "…, with which".
        let small = |i: &Item| matches!(&i.what, What::Word { work, .. } if matches!(work.as_str(), "for" | "with" | "during" | "in" | "of" | "from" | "by" | "to" | "at" | "on" | "after"));
        let opens = i > 0
            && (sentence.items[i - 1].is_mark(",")
                || (sentence.by_order || !sentence.verb_last && item.first_tags & tags::CASES != 0)
                    && i > 1
                    && sentence.items[i - 2].is_mark(",")
                    && small(&sentence.items[i - 1])
                || bare && sentence.items.get(i + 1).is_some_and(|n| matches!(n.what, What::Trigger(_))));
        if opens && out.last().is_none_or(|r| r.end <= i) {
            let end = (i + 1..sentence.items.len())
                .find(|&j| {
                    sentence.items[j].is_mark(",")
                        && !of_a_day(&sentence.items[i..], j - i)
                        && !(sentence.by_order && of_a_subject(sentence, i, j))
                })
                .unwrap_or(sentence.items.len());
            out.push(i..end);
        }
    }
    if sentence.by_order {
        interposed(sentence, &mut out);
    }
    said_between(sentence, &mut out);
    out
}

/// "In CITY, where he and his counterpart, NAME, agreed", "where NAME, the minister of A, signed": one of the two commas around
/// words that name the subject of the clause once more, before its verb.
fn of_a_subject(sentence: &Sentence, from: usize, comma: usize) -> bool {
    let items = &sentence.items;
    let mark = |i: &usize| items[*i].is_mark(",");
    let (open, close) = match (from + 1..comma).rev().find(mark) {
        Some(open) => (open, comma),
        None => match (comma + 1..items.len()).find(mark) {
            Some(close) => (comma, close),
            None => return false,
        },
    };
    let named = |a: &Actor| a.items.start < close && a.items.end > open + 1 && a.kind.is_people();
    close - open <= SAID
        && items.get(close + 1).is_some_and(|i| i.is_verb() || i.is_word("auxiliary"))
        && !items[from..close].iter().any(Item::is_verb)
        && sentence.actors.iter().any(named)
}

/// "Said that A on Monday, 2 June, received": the comma inside a day, and the one behind it before the verb of the clause.
fn of_a_day(items: &[Item], comma: usize) -> bool {
    let time = |i: usize| items.get(i).is_some_and(|i| matches!(i.what, What::Time));
    if comma == 0 || !time(comma - 1) {
        return false;
    }
    let inner = (1..comma.min(6)).map(|n| comma - n).find(|&i| !time(i));
    let closes = || inner.is_some_and(|i| i > 0 && items[i].is_mark(",") && time(i - 1));
    let verb = |i: &Item| i.is_verb();
    time(comma + 1) || closes() && !items[..comma].iter().any(verb)
}

/// "In Oslo, [the minister said], the president will meet B", "В Осло, [сообщил министр], президент встретится с B": whose
/// word it is stands between two commas and does nothing that is told.
fn said_between(sentence: &Sentence, out: &mut Vec<std::ops::Range<usize>>) {
    let items = &sentence.items;
    for from in (1..items.len()).filter(|&i| items[i - 1].is_mark(",")) {
        let Some(to) = (from..items.len().min(from + SAID)).find(|&i| items[i].is_mark(",")) else {
            continue;
        };
        if !says(sentence, &(from..to)) {
            continue;
        }
        let events =
            items[from..to].iter().any(|i| matches!(i.what, What::Trigger(_)) || i.is_word("relative"));
        let goes_on = items.get(to + 1).is_some_and(|i| !i.is_word("relative") && !i.is_word("and"));
        let who = sentence.actors.iter().any(|a| a.items.start >= from && a.items.end <= to);
        let taken = out.iter().any(|r| r.start < to && from < r.end);
        if who && goes_on && !events && !taken {
            out.push(from..to);
        }
    }
    out.sort_by_key(|r| r.start);
}

/// These words begin with a verb of saying, or end with it where the order of words tells who acts.
pub(super) fn says(sentence: &Sentence, clause: &std::ops::Range<usize>) -> bool {
    let small =
        |i: &&Item| !matches!(i.what, What::Time) && !["auxiliary", "in", "on"].iter().any(|w| i.is_word(w));
    let mut inside = sentence.items[clause.clone()].iter().filter(small);
    let says = if sentence.by_order { inside.next_back() } else { inside.next() };
    says.is_some_and(|i| i.is_word("saying"))
}

/// How many items may name who says something, at most.
const SAID: usize = 14;

/// "X, accompanied by A and B, met Y", "a delegation comprising A and B met Y", "X, heading a delegation, met Y": what
/// is said of those who came stands between the subject and its verb.
fn interposed(sentence: &Sentence, out: &mut Vec<std::ops::Range<usize>>) {
    use TriggerForm::{Passive, Past, Present};
    let items = &sentence.items;
    let finite = |i: &usize| matches!(&items[*i].what, What::Trigger(o) if o.iter().any(|(_, f)| matches!(f, Past | Present | Passive)));
    let small = |i: &Item| {
        matches!(i.what, What::Time | What::Other { common: true })
            || i.is_word("auxiliary")
            || i.is_word("future")
            || i.is_word("title_end")
    };
    let starts =
        |from: usize, to: usize| sentence.actors.iter().any(|a| a.items.start >= from && a.items.start < to);
    for i in 1..items.len() {
        if out.iter().any(|r| r.contains(&i)) {
            continue;
        }
        let listed = matches!(items[i].what, What::Attendance { .. }) && starts(i + 1, i + 5);
        let team = items[i + 1..].iter().take(4).any(|x| x.is_word("delegation"));
        let heading = items[i].is_word("leading") && team;
        // "X, visiting A, met Y", "X, having arrived in A, met Y".
        let gerund = |o: &[(usize, TriggerForm)]| {
            o.iter().any(|(_, f)| *f == TriggerForm::Gerund) && o.iter().all(|(_, f)| !f.is_noun())
        };
        let having = i > 1 && items[i - 1].is_word("auxiliary") && items[i - 2].is_mark(",");
        let doing = matches!(&items[i].what, What::Trigger(o) if gerund(o) || having)
            && (having
                || items[i - 1].is_mark(",")
                || i > 1 && small(&items[i - 1]) && items[i - 2].is_mark(","))
            && sentence.actors.iter().any(|a| a.items.end < i && a.items.end + 4 > i && a.kind.is_people());
        if !listed && !heading && !doing {
            continue;
        }
        // Where the words begin: after the comma, small words between.
        let opens = (i.saturating_sub(6)..i)
            .rev()
            .take_while(|&k| {
                k + 1 == i
                    || small(&items[k + 1])
                    || items[k + 1].is_word("relative")
                    || items[k + 1].is_word("determiner")
                    || items[k + 1].is_word("leading")
            })
            .find(|&k| items[k].is_mark(","))
            .map(|comma| comma + 1);
        let team = listed && items[i - 1].is_word("delegation");
        let Some(from) = opens.or(team.then_some(i)) else { continue };
        if !sentence.actors.iter().any(|a| a.items.end <= from) {
            continue;
        }
        // The last word before the verb that is no auxiliary of it.
        let end = (i + 1..items.len()).filter(finite).find_map(|verb| {
            let last = (i + 1..verb).rev().find(|&k| !small(&items[k]))?;
            let closes = opens.is_some() && items[last].is_mark(",");
            let runs_out = team && sentence.actors.iter().any(|a| a.items.end == last + 1);
            (closes || runs_out).then_some(if closes { last } else { last + 1 })
        });
        if let Some(end) = end {
            out.push(from..end);
        }
    }
}

/// A word before the verb ("to", "will", "did"), or another infinitive that "and" joins to it, asks for the infinitive.
pub(super) fn asks_infinitive(scan: &Scan, sentence: &Sentence, at: usize) -> bool {
    let first = &sentence.items[at];
    if scan.pack.lexicon.marker_name(first.marker) == Some("to") {
        return true;
    }
    // "Decided to expel": the verb before ends with the word.
    let takes = |i: &Item| {
        matches!(i.what, What::Trigger(_)) && i.end > i.start + 1 && scan.word(i.end - 1, "to").is_some()
    };
    if at > 0 && sentence.by_order && takes(&sentence.items[at - 1]) {
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
pub(super) fn leads(sentence: &Sentence, from: usize, to: usize) -> bool {
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

/// Where the clause of the noun at item `at` begins whose owner is the subject of a verb of saying right before it ("A said
/// during his meeting").
pub(super) fn before_saying(scan: &Scan, sentence: &Sentence, at: usize, lo: usize) -> usize {
    let during = at > 1 && (sentence.items[at - 1].is_word("during") || sentence.items[at - 1].is_word("in"));
    if !during || !scan.is_owned(&sentence.items[at]) {
        return lo;
    }
    let verb = at - 2;
    let says = scan.also_does(&sentence.items[verb], "saying") || sentence.items[verb].is_only_verb();
    let subject =
        sentence.actors.iter().any(|a| a.items.end == verb && a.marker.is_none() && a.kind.is_person());
    if says && subject { lo.min(window(sentence, verb, false).0) } else { lo }
}
