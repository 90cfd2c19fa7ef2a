//! Talks that no frame reads: the lead names officials of two states and has a word for a meeting, and tells nothing else
//! that the two did.

use super::attendance::join;
use super::{Camp, Context, Draft, arguments, setting, status};
use crate::Slug;
use crate::detect::person::Actor;
use crate::detect::{Item, What};
use crate::pack::TriggerForm;

/// How many sentences of a text tell who met.
const LEAD: usize = 3;

/// Somebody in office whom the lead names: his sentence, his place among its actors, his party.
pub(super) type Official = (usize, usize, Slug);

/// Adds the meeting of the two parties of a lead.
///
/// On 2,400 passages, most of them in words that nobody had studied, it read 16 meetings rightly and 4 that were none
/// (data/lang/ar/eval/others.md, 30 November).
pub(crate) fn implied(context: &Context, drafts: &mut Vec<Draft>) {
    let other = |d: &Draft| match d.kind.as_str() {
        "MEET" | "CALL" => true,
        // Whoever arrives or brings a letter is received, and whoever speaks of two others did not meet them.
        "VISIT" | "MESSAGE" | "STATEMENT" | "HOST" => d.done() && d.all_parties().len() > 1,
        _ => false,
    };
    if drafts.iter().any(other) || (context.other_world)() || (context.chronicle)() {
        return;
    }
    let body = context.sentences.partition_point(|s| s.scan == 0);
    let lead = 0..context.sentences.len().min(body + LEAD);
    let Some((index, (at, frame))) = lead.clone().find_map(|i| Some((i, meeting(context, i)?))) else {
        return;
    };
    let people: Vec<Official> = lead
        .flat_map(|i| {
            let actors = context.sentences[i].actors.iter().enumerate();
            actors.filter_map(move |(member, a)| Some((i, member, stands(context, a)?)))
        })
        .collect();
    // Of more than two, those beside the word.
    let all = parties(people.iter());
    let here = || parties(people.iter().filter(|(i, ..)| *i == index));
    let two = if all.len() > 2 { here() } else { all };
    let &[first, second] = two.as_slice() else { return };
    let sentence = &context.sentences[index];
    let scan = context.scan(sentence);
    // "The talks between C and D": of others.
    let third = |a: &Actor| context.parties(a).any(|p| p != first && p != second);
    if sentence.actors.iter().any(|a| !a.kind.is_city() && third(a)) {
        return;
    }
    let mut draft =
        Draft::of(&scan.pack.frames[frame], scan.words_of(&sentence.items[at]), index, sentence.scan, at);
    draft.status = status::status(scan, sentence, at, &status::Hint::default());
    if draft.status != "happened" {
        return;
    }
    draft.camps = sides(context, &people, [first, second]);
    (draft.unordered, draft.occurs) = (true, true);
    setting::place_and_date(context, index, at, &mut draft);
    drafts.insert(place_of(drafts, index), draft);
}

/// The sides on which officials of two parties met.
pub(super) fn sides(context: &Context, people: &[Official], parties: [Slug; 2]) -> [Camp; 2] {
    parties.map(|party| side(context, people, party))
}

/// The same of parties that are known: who is called by an office alone stands for them too.
pub(super) fn closed_sides(context: &Context, people: &[Official], parties: [Slug; 2]) -> [Camp; 2] {
    parties.map(|party| Camp { parties: vec![party], open: false, ..side(context, people, party) })
}

/// The side of the officials of one of them.
pub(super) fn side(context: &Context, people: &[Official], party: Slug) -> Camp {
    let mut camp = Camp { part: "party", ..Camp::default() };
    for (index, member, _) in people.iter().filter(|(.., p)| *p == party) {
        arguments::add(context, &context.sentences[*index], &mut camp, *member);
    }
    camp
}

/// Where what a sentence tells stands among drafts.
pub(super) fn place_of(drafts: &[Draft], index: usize) -> usize {
    drafts.partition_point(|d| d.in_title() || d.spot < index)
}

fn parties<'a>(people: impl Iterator<Item = &'a Official>) -> Vec<Slug> {
    let mut all = Vec::new();
    join(&mut all, people.map(|(.., party)| *party));
    all
}

/// The party of somebody in office who may have met somebody.
fn stands(context: &Context, actor: &Actor) -> Option<Slug> {
    context.party(actor).filter(|_| context.is_official(actor) && !actor.is_aside())
}

/// The item of a noun for a meeting and its frame, where the sentence tells news.
fn meeting(context: &Context, index: usize) -> Option<(usize, usize)> {
    let sentence = &context.sentences[index];
    let frames = &context.scan(sentence).pack.frames;
    let other = |i: &Item| matches!(i.what, What::Background) || i.is_word("sport") || i.is_margin();
    if sentence.items.iter().any(other) {
        return None;
    }
    let meets = |(f, form): &&(usize, TriggerForm)| {
        let frame = &frames[*f];
        frame.kind == "MEET" && frame.status.is_none() && !frame.secondary && form.is_noun()
    };
    // "At a meeting with journalists": with others.
    let with_others = |k: usize| {
        let with = sentence.items.get(k + 1).is_some_and(|i| i.is_word("with"));
        with && !sentence.actors.iter().any(|a| (k + 1..k + 4).contains(&a.items.start))
    };
    sentence.items.iter().enumerate().find_map(|(k, item)| match &item.what {
        What::Trigger(o) if !with_others(k) => o.iter().find(meets).map(|(frame, _)| (k, *frame)),
        _ => None,
    })
}
