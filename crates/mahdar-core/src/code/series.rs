//! One of several: "they held four rounds. The first took place on the 12th, the second in CITY on the 19th".
//!
//! What tells it is no trigger but a number, so it is asked where a sentence has told nothing else.

use super::{Context, Draft, Sentence, setting, status};
use crate::detect::date::When;
use crate::detect::person::{Actor, ActorKind};
use crate::detect::{Item, Scan, What};
use crate::pack::{Sense, StateForm, TriggerForm, kinds, tags};

/// How many sentences and events before it the talks are told of which it is one.
const NEAR: usize = 4;

/// Within how many items the number stands that opens a sentence, its verb before it or behind.
const OPENING: usize = 5;

/// Those of the talks told before that a sentence without an event of its own tells one by one, each with its day.
pub(super) fn series(context: &Context, index: usize, before: &[Draft]) -> Vec<Draft> {
    let sentence = &context.sentences[index];
    let scan = context.scan(sentence);
    let of_two = |d: &&Draft| {
        matches!(d.kind.as_str(), "MEET" | "CALL")
            && !d.in_title()
            && d.spot < index
            && d.spot + NEAR >= index
            && d.camps.iter().all(|c| c.parties.len() == 1)
    };
    let Some(told) = before.iter().rev().take(NEAR).find(of_two).filter(|_| sentence.scan == 1) else {
        return Vec::new();
    };
    let numbers: Vec<usize> = scan
        .matches
        .tokens_with(sentence.range.clone(), kinds::FIGURE)
        .filter(|&t| counts(scan, t))
        .map(|t| sentence.items.partition_point(|i| i.end <= t))
        .filter(|&at| at < sentence.items.len() && stands_alone(sentence, at))
        .collect();
    let parties = told.all_parties();
    if numbers.is_empty() || sentence.actors.iter().any(|a| acts(context, sentence, a, &parties)) {
        return Vec::new();
    }
    let one = |(n, &at): (usize, &usize)| {
        let from = if n == 0 { sentence.range.start } else { sentence.items[at].start };
        let to = numbers.get(n + 1).map_or(sentence.range.end, |&next| sentence.items[next].start);
        let day = sentence.dates(scan).iter().any(|d| {
            (from..to).contains(&d.start)
                && matches!(
                    d.when,
                    When::Day { .. } | When::Weekday(_) | When::Range { .. } | When::Relative(_)
                )
        });
        day.then(|| draft(context, index, at, told))
    };
    numbers.iter().enumerate().filter_map(one).filter(|d| d.date.is_some()).collect()
}

/// "First", in the case of who acts.
fn counts(scan: &Scan, token: usize) -> bool {
    scan.matches[token].iter().any(|m| {
        let cases = m.last_tags & tags::CASES;
        matches!(scan.sense(m), Sense::Ordinal) && (cases == 0 || cases & tags::NOM != 0)
    })
}

/// The number tells which of the talks is meant: at the head of its clause, before a verb, a day, a place or a word for talks.
fn stands_alone(sentence: &Sentence, at: usize) -> bool {
    let items = &sentence.items;
    let small = |i: &Item| i.is_word("determiner") || i.is_word("auxiliary");
    let head = items[..at].iter().rev().find(|i| !small(i));
    let opens = at < OPENING || head.is_some_and(|i| i.is_mark(",;") || i.is_word("and") || i.is_word("but"));
    let talks = |i: &Item| {
        i.is_word("gathering") || matches!(&i.what, What::Trigger(o) if o.iter().any(|(_, f)| f.is_noun()))
    };
    let goes_on = |i: &Item| {
        talks(i)
            || matches!(i.what, What::Time | What::Trigger(_) | What::Resumption)
            || ["occurs", "auxiliary", "in", "at", "on", "planned", "future"].iter().any(|w| i.is_word(w))
            || i.is_city()
    };
    opens && (items.get(at + 1).is_some_and(goes_on) || at > 0 && talks(&items[at - 1]))
}

/// Somebody else than those of whom was told acts in the sentence.
fn acts(context: &Context, sentence: &Sentence, actor: &Actor, parties: &[crate::Slug]) -> bool {
    let place = || {
        let first = &sentence.items[actor.items.start];
        actor.marker.as_deref() == Some("in") || actor.marker.is_none() && first.tags & tags::LOC != 0
    };
    match actor.kind {
        ActorKind::State(StateForm::City | StateForm::Capital) | ActorKind::Both | ActorKind::Pronoun => {
            false
        }
        ActorKind::State(_) if place() => false,
        _ => context.party(actor).is_none_or(|p| !parties.contains(&p)),
    }
}

/// One of the talks, told by the number at item `at`.
fn draft(context: &Context, index: usize, at: usize, told: &Draft) -> Draft {
    let sentence = &context.sentences[index];
    let scan = context.scan(sentence);
    let form = Some(TriggerForm::Noun);
    let hint = status::Hint { form, ..Default::default() };
    let mut draft = Draft {
        kind: told.kind,
        frame: told.frame,
        unordered: told.unordered,
        camps: told.both_again(),
        status: status::status(scan, sentence, at, &hint),
        trigger: scan.words_of(&sentence.items[at]),
        sentence: index,
        spot: index,
        scan: sentence.scan,
        at,
        nominal: true,
        secondary: true,
        aside: Some("told-by-number"),
        another: true,
        remote: true,
        counted: true,
        ..Draft::default()
    };
    setting::place_and_date(context, index, at, &mut draft);
    draft
}
