//! Whom somebody met, named in a list after it, where verbs stand last: "A met three of his counterparts: B of X, C of Y",
//! "A met the ministers of seven states. They are B (X), C (Y)".

use super::attendance::LINES;
use super::{Camp, Context, Draft, Known, Seat, Sentence, roster, setting};
use crate::Slug;
use crate::detect::person::{Actor, ActorKind};
use crate::detect::{Item, What};
use crate::pack::{StateForm, TriggerForm};

/// Within how many items the words stand that open a list: "they are", "among them".
const OPENING: usize = 3;

/// Whoever was met, by the party, with his naming where he has a name.
type Listed = Vec<(Slug, Option<usize>)>;

/// Gives the meeting or call that a sentence tells those whom a list behind it names.
pub(crate) fn roll(context: &Context, index: usize, found: &mut Vec<Draft>) {
    let sentence = &context.sentences[index];
    if !sentence.verb_last || sentence.scan != 1 {
        return;
    }
    let Some(verb) = met(context, sentence) else { return };
    let colon = sentence.items.iter().position(|i| i.is_mark(":")).filter(|&c| c > verb);
    let lead = colon.unwrap_or(sentence.items.len());
    let Some((holder, party)) = holder(context, sentence, lead) else { return };
    // Students and traders whom he met are not named for their states.
    let several = |a: &Actor| {
        let office = matches!(
            a.kind,
            ActorKind::Official(_) | ActorKind::Counterpart | ActorKind::Both | ActorKind::Delegation
        );
        office && a.items.end <= lead && context.party(a) != Some(party)
    };
    if !sentence.actors.iter().any(several) {
        return;
    }
    let mut listed = match colon {
        Some(colon) => people(context, index, colon + 1),
        None => Listed::new(),
    };
    if listed.is_empty() {
        listed = behind(context, index, colon.is_some());
    }
    listed.retain(|(code, _)| *code != party);
    let mut codes: Vec<Slug> = Vec::new();
    listed.iter().for_each(|(code, _)| super::attendance::join(&mut codes, [*code]));
    if codes.is_empty() || codes.len() < 2 && colon.is_none() {
        return;
    }
    let named = |(_, n): &(Slug, Option<usize>)| n.map(|naming| Seat { naming, principal: true });
    let camp = Camp {
        part: "party",
        people: true,
        known: Known::Told,
        seats: listed.iter().filter_map(named).collect(),
        parties: codes,
        ..Camp::default()
    };
    let seats = context.person(holder).map(|naming| Seat { naming, principal: true });
    let own = Camp {
        part: "party",
        people: true,
        parties: vec![party],
        seats: seats.into_iter().collect(),
        ..Camp::default()
    };
    let talks = |d: &Draft| matches!(d.kind.as_str(), "MEET" | "CALL") && d.spot == index && d.done();
    if !found.iter().any(talks) {
        let scan = context.scan(sentence);
        let What::Trigger(options) = &sentence.items[verb].what else { return };
        let fits = |&&(f, form): &&(usize, TriggerForm)| {
            let frame = &scan.pack.frames[f];
            matches!(frame.kind.as_str(), "MEET" | "CALL") && form == TriggerForm::Past
        };
        let Some(&(frame, _)) = options.iter().find(fits) else { return };
        let frame = &scan.pack.frames[frame];
        let mut draft = Draft::of(frame, scan.words_of(&sentence.items[verb]), index, sentence.scan, verb);
        draft.unordered = true;
        draft.camps = [own, camp];
        setting::place_and_date(context, index, verb, &mut draft);
        found.push(draft);
        return;
    }
    for draft in found.iter_mut().filter(|d| talks(d)) {
        // Where its own words name whom he met, others or several already, the list is of something else.
        let known = |c: &Camp| {
            let another = c.parties.iter().any(|p| *p != party && !camp.parties.contains(p));
            !c.seats.is_empty() && another || c.parties.len() > 1 && c.seats.len() > 1
        };
        let two = camp.parties.len() < 2 && draft.all_parties().len() > 1;
        if two || draft.camps.iter().any(known) {
            continue;
        }
        draft.unordered = true;
        draft.camps = [own.clone(), camp.clone()];
        draft.take_up();
        draft.vague = false;
    }
    // One meeting with all of them.
    let mut all: Vec<Vec<Slug>> = Vec::new();
    found.retain(|d| {
        let again = talks(d) && all.contains(&d.party_set());
        all.push(d.party_set());
        !again
    });
}

/// The verb in the past of a sentence that tells of a meeting or call.
fn met(context: &Context, sentence: &Sentence) -> Option<usize> {
    let frames = &context.scan(sentence).pack.frames;
    let verb = |i: &Item| match &i.what {
        What::Trigger(o) => o.iter().any(|&(f, form)| {
            matches!(form, TriggerForm::Past | TriggerForm::Participle)
                && frames[f].status.is_none()
                && frames[f].mode.is_none_or(|m| m != "multilateral")
                && matches!(frames[f].kind.as_str(), "MEET" | "CALL")
        }),
        _ => false,
    };
    if sentence.is_undone() {
        return None;
    }
    sentence.items.iter().position(verb)
}

/// The only party whose people the words before the list name.
fn holder<'a>(context: &Context, sentence: &'a Sentence, lead: usize) -> Option<(&'a Actor, Slug)> {
    let own = |a: &&Actor| a.items.end <= lead && a.kind.is_person();
    let named = |a: &&Actor| matches!(a.kind, ActorKind::Person(_)) && context.party(a).is_some();
    let who = sentence.actors.iter().filter(own).find(named)?;
    let party = context.party(who)?;
    let other = |a: &Actor| match a.kind {
        ActorKind::Person(_) => context.party(a).is_some_and(|p| p != party),
        ActorKind::Official(_) => {
            a.party.is_some_and(|p| p != party && !p.starts_with("ORG:")) && a.more.is_empty()
        }
        _ => false,
    };
    (!sentence.actors.iter().filter(own).any(other)).then_some((who, party))
}

/// The list in the sentences after this one: one that says that they are those, or the lines behind a colon.
fn behind(context: &Context, index: usize, colon: bool) -> Listed {
    let mut out = Listed::new();
    let next = index + 1;
    let Some(sentence) = context.sentences.get(next) else { return out };
    let scan = context.scan(sentence);
    let opens = |i: &Item| scan.word(i.start, "are_they").is_some();
    if sentence.items.iter().take(OPENING).any(opens) {
        return people(context, next, 0);
    }
    if !colon {
        return out;
    }
    for line in next..context.sentences.len().min(next + LINES) {
        let acts = |i: &Item| i.is_finite();
        if context.sentences[line].items.iter().any(acts) {
            break;
        }
        let here = people(context, line, 0);
        if here.is_empty() {
            break;
        }
        out.extend(here);
    }
    out
}

/// Everybody whom a sentence names from this item on, with his party.
fn people(context: &Context, index: usize, from: usize) -> Listed {
    let sentence = &context.sentences[index];
    let beside = roster::listed(context.scan(sentence).pack, sentence);
    let mut out = Listed::new();
    for actor in sentence.actors.iter().filter(|a| a.items.start >= from) {
        let told = |&(code, name): &(Slug, Option<usize>)| {
            name.is_some_and(|n| actor.items.contains(&n)).then_some(code)
        };
        let party = context.party(actor).or_else(|| beside.iter().find_map(told));
        let (Some(party), true) = (party, actor.kind.is_person()) else { continue };
        let naming = match actor.kind {
            ActorKind::Person(n) => Some(n),
            _ => None,
        };
        out.push((party, naming));
    }
    if out.is_empty() {
        let state = |a: &&Actor| {
            a.items.start >= from && matches!(a.kind, ActorKind::State(StateForm::Name)) && a.party.is_some()
        };
        out.extend(sentence.actors.iter().filter(state).filter_map(|a| Some((a.party?, None))));
    }
    out
}
