//! A gathering whose guests several sentences tell, where nouns have cases: "A meeting of the agencies of ORGANISATION was held in
//! CITY. To it came delegations of A and B. By video C joined."

use std::ops::RangeInclusive;

use super::attendance::{join, seat, tells_gathering};
use super::implied::place_of;
use super::{Camp, Context, Draft, Sentence, setting, status};
use crate::Slug;
use crate::detect::person::{Actor, ActorKind};
use crate::detect::{Item, What};
use crate::pack::{StateForm, TriggerForm, tags};

/// How many sentences of a text may open before the one that tells the gathering.
const LEAD: usize = 2;

/// How many items a sentence of a dateline has at most.
const SHORT: usize = 7;

/// How many sentences from it on tell who came.
const LISTS: usize = 5;

/// How many states make a gathering.
const MANY: usize = 3;

/// Makes one event of a gathering of three and more states whom no one sentence names.
pub(crate) fn one_by_one(context: &Context, drafts: &mut Vec<Draft>) {
    let cased = |s: &Sentence| !s.by_order && !context.scan(s).pack.features.case.is_empty();
    if !context.sentences.last().is_some_and(cased) || (context.other_world)() || (context.chronicle)() {
        return;
    }
    // Envoys who came with their papers are told of elsewhere.
    if drafts.iter().any(|d| d.kind == "CREDENTIALS" && !d.background) {
        return;
    }
    // A dateline, the day and the agency may stand as sentences of their own.
    let short = |s: &&Sentence| s.scan == 0 || s.items.len() < SHORT && s.actors.len() < 2;
    let body = context.sentences.iter().take_while(short).count();
    let mut opening = body..context.sentences.len().min(body + LEAD);
    let lead = opening.find_map(|i| Some((i, told(context, drafts, i)?)));
    let Some((index, at)) = lead else { return };
    let end = context.sentences.len().min(index + LISTS);
    let came: Vec<(usize, Came)> =
        (index..end).map(|i| (i, guests(context, i))).filter(|(_, c)| !c.is_empty()).collect();
    let mut all: Vec<Slug> = Vec::new();
    join(&mut all, came.iter().flat_map(|(_, c)| c).map(|(party, _)| *party));
    let whole = |d: &Draft| d.kind == "MEET" && d.done() && all.iter().all(|p| d.all_parties().contains(p));
    let Some(last) = came.last().map(|(i, _)| *i).filter(|i| *i > index && all.len() >= MANY) else {
        return;
    };
    if drafts.iter().any(whole) {
        return;
    }
    let people = came.iter().flat_map(|(_, c)| c).filter_map(|(_, naming)| *naming);
    let Some(draft) = draft(context, index, at, &all, people) else { return };
    take_place_of_parts(drafts, draft, index..=last);
}

/// Takes away what single sentences made of parts of the gathering, and puts it in their place.
fn take_place_of_parts(drafts: &mut Vec<Draft>, draft: Draft, told: RangeInclusive<usize>) {
    let all = draft.all_parties();
    let named = |d: &Draft| d.camps.iter().all(|c| c.seats.iter().any(|s| s.principal));
    let part = |d: &Draft| {
        let here = d.in_title() || told.contains(&d.spot);
        let gathers = matches!(d.kind.as_str(), "MEET" | "HOST" | "VISIT");
        let of_these = |p: &Slug| p.starts_with("ORG:") || all.contains(p);
        here && gathers
            && d.all_parties().iter().all(of_these)
            && !(d.kind == "MEET" && named(d) && !d.nominal)
    };
    drafts.retain(|d| !part(d));
    drafts.insert(place_of(drafts, draft.spot), draft);
}

/// Who came, with the naming of whoever is named.
type Came = Vec<(Slug, Option<usize>)>;

/// The item at which a sentence tells that a gathering was held, where it tells of no two people, no journey and no words.
fn told(context: &Context, drafts: &[Draft], index: usize) -> Option<usize> {
    let sentence = &context.sentences[index];
    let scan = context.scan(sentence);
    let past = |i: &Item| matches!(i.what, What::Background) || i.is_margin();
    let of_two = |d: &Draft| {
        d.spot == index
            && (matches!(d.kind.as_str(), "VISIT" | "STATEMENT" | "APPEAL")
                || d.kind == "MEET" && d.camps.iter().all(|c| c.seats.iter().any(|s| s.principal)))
    };
    if sentence.is_undone() || sentence.items.iter().any(past) || drafts.iter().any(of_two) {
        return None;
    }
    // Where verbs stand last, one of discussing something is of no gathering.
    let meets = |i: &Item| scan.is_noun_of(i, "MEET") || !sentence.verb_last && scan.is_verb_of(i, "MEET");
    let occurs = |i: &Item| i.is_word("occurs") || scan.is_verb_of(i, "MEET") || scan.is_verb_of(i, "HOST");
    let held = sentence.items.iter().any(occurs)
        && (tells_gathering(scan, sentence) || sentence.items.iter().any(meets));
    let at = sentence.items.iter().position(|i| meets(i) || scan.word(i.start, "gathering").is_some())?;
    held.then_some(at)
}

/// A sentence says of somebody that he came to the gathering, or was there.
fn comes(context: &Context, sentence: &Sentence) -> bool {
    let scan = context.scan(sentence);
    // "Came to CITY": a journey to a land is none to the gathering.
    let land = |a: &Actor| {
        let to = a.tags & tags::DAT != 0 && sentence.verb_last;
        matches!(a.kind, ActorKind::State(_)) && (to || a.marker.is_some_and(|m| m == "in" || m == "on"))
    };
    let travels = sentence.actors.iter().any(land);
    let with =
        |a: &Actor| a.kind.is_people() && (a.tags & tags::INS != 0 || a.marker.is_some_and(|m| m == "with"));
    let bilateral = sentence.actors.iter().any(with);
    let there = |i: &Item| {
        (i.start..i.end).any(|t| scan.word(t, "sits").is_some())
            || scan.is_verb_of(i, "MEET") && !bilateral
            || scan.is_verb_of(i, "VISIT") && !travels
            || matches!(i.what, What::Attendance { index, .. } if scan.pack.attendances[index].of == "any")
    };
    !sentence.is_undone() && sentence.items.iter().any(there)
}

/// Whom a sentence says to have come: those who stand as its subject, and whoever is listed behind them.
fn guests(context: &Context, index: usize) -> Came {
    let sentence = &context.sentences[index];
    let mut all = Came::new();
    if !comes(context, sentence) {
        return all;
    }
    let mut last = usize::MAX;
    for actor in &sentence.actors {
        let state = matches!(actor.kind, ActorKind::State(StateForm::Name));
        let listed = || {
            let between = sentence.items.get(last..actor.items.start);
            state && between.is_some_and(|b| b.iter().all(|i| i.is_mark(",") || i.is_word("and")))
        };
        if !is_subject(actor) && !listed() {
            continue;
        }
        let own: Vec<Slug> = match actor.kind {
            ActorKind::Person(_) => context.party(actor).into_iter().collect(),
            _ if actor.kind.is_people() || state => context.parties(actor).collect(),
            _ => Vec::new(),
        };
        last = actor.items.end;
        let naming = context.person(actor);
        all.extend(own.into_iter().filter(|p| !p.starts_with("ORG:")).map(|p| (p, naming)));
    }
    all
}

/// Stands in the nominative, or in no case that his words tell, and behind no preposition.
fn is_subject(actor: &Actor) -> bool {
    let cases = actor.tags & tags::CASES;
    actor.marker.is_none() && (cases == 0 || cases & tags::NOM != 0)
}

/// The event of those who came.
fn draft(
    context: &Context,
    index: usize,
    at: usize,
    all: &[Slug],
    people: impl Iterator<Item = usize>,
) -> Option<Draft> {
    let sentence = &context.sentences[index];
    let scan = context.scan(sentence);
    let hint = status::Hint { form: Some(TriggerForm::Noun), ..Default::default() };
    if status::status(scan, sentence, at, &hint) != "happened" {
        return None;
    }
    let frame = &scan.pack.frames[scan.pack.plain_frame("MEET")?];
    let mut draft = Draft::of(frame, scan.words_of(&sentence.items[at]), index, sentence.scan, at);
    let camp = |parties: &[Slug]| Camp { part: "party", parties: parties.to_vec(), ..Camp::default() };
    draft.camps = [camp(&all[..1]), camp(&all[1..])];
    (draft.unordered, draft.nominal, draft.occurs) = (true, true, true);
    for naming in people {
        let slot = usize::from(context.naming_party[naming] != Some(all[0]));
        seat(context, &mut draft, naming, slot, true, "came");
    }
    setting::place_and_date(context, index, at, &mut draft);
    Some(draft)
}
