//! A round of talks: "The minister saw three colleagues in CITY. First came A of X. With B of Y he spoke of trade. It was then
//! the turn of C of Z": whoever the talks before were about met each of those whom a sentence of its own names.

use super::attendance::join;
use super::implied::{closed_sides, place_of};
use super::{Camp, Context, Draft, Known, Sentence, setting, status};
use crate::Slug;
use crate::detect::person::{Actor, ActorKind};
use crate::detect::{Item, What};
use crate::pack::{Sense, TriggerForm};

/// How many sentences behind the first talks tell of more.
const FAR: usize = 12;

/// How many sentences of a text name whom it is about.
const LEAD: usize = 2;

/// How many of those whom one of them names may be the one.
const MANY: usize = 32;

/// Within how many words a number tells which of the talks a sentence is about.
const OPENING: usize = 6;

/// Somebody in a sentence: its index, his place among its actors, his person and his party.
#[derive(Clone, Copy)]
struct Somebody {
    index: usize,
    member: usize,
    person: usize,
    party: Slug,
}

/// Adds the talks of a round that no rule reads, and gives back to each its own where one event was made of several; tells
/// whether anything changed.
///
/// Of 305 events of passages written for it, half of which nobody had looked at, 36 were won and 1 was lost
/// (data/lang/ar/eval/others.md, "Rounds of talks").
pub(crate) fn rounds(context: &Context, drafts: &mut Vec<Draft>) -> bool {
    let body = context.sentences.partition_point(|s| s.scan == 0);
    let first = drafts.iter().filter(|d| is_talk(d)).map(|d| d.spot).min();
    let Some(first) = first.map(|f| f.max(body)) else { return false };
    if drafts.iter().any(|d| d.kind == "CREDENTIALS") || (context.other_world)() || (context.chronicle)() {
        return false;
    }
    let hosts = hosts(context, drafts, body);
    let mut changed = false;
    for index in first..context.sentences.len().min(first + FAR) {
        let Some(host) = host(context, drafts, &hosts, index) else { continue };
        let Some(guest) = guest(context, index, host, body) else { continue };
        let Some(mut says) = says(context, &context.sentences[index]) else { continue };
        let several = drafts.iter().find(|d| announces(d, index, host, &guest));
        let one = |d: &Draft| is_talk(d) && !d.in_title() && is_pair(d) && told(d, host.party);
        says.called = several.is_some_and(|d| d.kind == "CALL");
        says.announced = several.is_some() && (says.called || drafts.iter().any(one));
        if says.announced || says.further || says.talks {
            changed |= give(context, drafts, host, guest, says);
        }
    }
    changed
}

/// What a sentence says of talks.
#[derive(Clone, Copy, Default)]
struct Says {
    /// It has a word for them.
    talks: bool,
    /// It has a verb for them.
    verb: bool,
    /// They were not the first.
    further: bool,
    /// The title or a sentence before tells that the guest was one of several.
    announced: bool,
    /// Several were called.
    called: bool,
}

/// Talks with both of their sides.
fn is_talk(d: &Draft) -> bool {
    matches!(d.kind.as_str(), "MEET" | "CALL") && !d.background && n_parties(d) > 1
}

fn n_parties(d: &Draft) -> usize {
    d.camps.iter().map(|c| c.parties.len()).sum()
}

fn is_pair(d: &Draft) -> bool {
    n_parties(d) == 2
}

fn told(d: &Draft, party: Slug) -> bool {
    d.slot_of(&party).is_some()
}

fn sits(context: &Context, d: &Draft, person: usize) -> bool {
    d.camps.iter().any(|c| context.sits(c, person))
}

/// "Meets A, B and C": each of them is told of below.
fn announces(d: &Draft, index: usize, host: &Somebody, guest: &Somebody) -> bool {
    let theirs = |p: &Slug| *p == guest.party || *p == host.party;
    (is_talk(d) || d.kind == "HOST")
        && d.spot < index
        && n_parties(d) > 2
        && told(d, host.party)
        && told(d, guest.party)
        && d.all_parties().iter().all(|p| !p.starts_with("ORG:") || theirs(p))
}

fn somebody(context: &Context, index: usize, member: usize) -> Option<Somebody> {
    let actor = &context.sentences[index].actors[member];
    let ActorKind::Person(n) = actor.kind else { return None };
    if actor.is_aside() || !context.is_known(actor) {
        return None;
    }
    Some(Somebody { index, member, person: context.person_of[n]?, party: context.party(actor)? })
}

/// Whom the title and the first sentences name and who took part in talks; behind the others who took part in few.
fn hosts(context: &Context, drafts: &[Draft], body: usize) -> Vec<Somebody> {
    // A title may name the guests only.
    let lead = (body..context.sentences.len().min(body + LEAD)).chain(0..body);
    let members = |i: usize| (0..context.sentences[i].actors.len().min(MANY)).map(move |m| (i, m));
    let mut all: Vec<(usize, Somebody)> = Vec::new();
    for who in lead.flat_map(members).filter_map(|(i, m)| somebody(context, i, m)) {
        let talks = drafts.iter().filter(|d| is_talk(d) && sits(context, d, who.person)).count();
        if talks > 0 && all.iter().all(|(_, w)| w.person != who.person) {
            all.push((talks, who));
        }
    }
    let most = all.iter().map(|(n, _)| *n).max().unwrap_or_default();
    all.sort_by_key(|(n, _)| *n * 2 < most);
    all.into_iter().map(|(_, who)| who).collect()
}

/// Whom of them a sentence names who talked with one other before, else the first.
fn host<'h>(
    context: &Context,
    drafts: &[Draft],
    hosts: &'h [Somebody],
    index: usize,
) -> Option<&'h Somebody> {
    let named = |h: &&Somebody| {
        let is = |a: &Actor| context.naming(a).is_some_and(|n| context.person_of[n] == Some(h.person));
        let talked = |d: &Draft| {
            let speaks = |slot: usize| context.sits(&d.camps[slot], h.person);
            is_talk(d) && is_pair(d) && d.spot < index && d.slot_of(&h.party).is_some_and(speaks)
        };
        context.sentences[index].actors.iter().any(is) && drafts.iter().any(talked)
    };
    hosts.iter().find(named).or(hosts.first())
}

/// The one whom a sentence tells to have talked with the host, where it names nobody else of another party.
fn guest(context: &Context, index: usize, host: &Somebody, body: usize) -> Option<Somebody> {
    let sentence = &context.sentences[index];
    if sentence.scan == 0
        || sentence.items.iter().any(|i| matches!(i.what, What::Background) || i.is_word("negation"))
    {
        return None;
    }
    let mut all = (0..sentence.actors.len()).filter_map(|m| somebody(context, index, m));
    let guest = all.find(|s| s.person != host.person && s.party != host.party)?;
    let mut parties = vec![host.party];
    let people = |a: &&Actor| a.kind.is_people();
    join(&mut parties, sentence.actors.iter().filter(people).flat_map(|a| context.parties(a)));
    let him =
        |a: &Actor| matches!(a.kind, ActorKind::Person(n) if context.person_of[n] == Some(guest.person));
    let before = context.sentences[body..index].iter().any(|s| s.actors.iter().any(him));
    (parties.len() == 2 && !before).then_some(guest)
}

/// What a sentence says of talks by its words, if it does not list those who attended.
fn says(context: &Context, sentence: &Sentence) -> Option<Says> {
    let scan = context.scan(sentence);
    let frames = &scan.pack.frames;
    if sentence.items.iter().any(|i| matches!(i.what, What::Attendance { .. })) {
        return None;
    }
    let talk = |(f, _): &&(usize, TriggerForm)| {
        !frames[*f].secondary && matches!(frames[*f].kind.as_str(), "MEET" | "CALL")
    };
    let forms = sentence.items.iter().filter_map(|i| match &i.what {
        What::Trigger(o) => o.iter().find(talk),
        _ => None,
    });
    let further = |i: &Item| i.is_kind("title_end", "also") || i.is_word("goes-on");
    let numbered =
        || sentence.range.clone().take(OPENING).any(|t| scan.is(t, |s| matches!(s, Sense::Ordinal)));
    Some(Says {
        talks: forms.clone().next().is_some(),
        verb: forms.clone().any(|(_, f)| !f.is_noun()),
        further: sentence.items.iter().any(further) || numbered(),
        ..Says::default()
    })
}

/// Gives the talks of a guest to him alone.
fn give(context: &Context, drafts: &mut Vec<Draft>, host: &Somebody, guest: Somebody, says: Says) -> bool {
    let both = |d: &Draft| is_talk(d) && is_pair(d) && told(d, host.party) && told(d, guest.party);
    // "C received both ministers": he met the two together.
    let together = |c: &Camp| c.known == Known::Both && c.parties.len() > 1;
    if drafts.iter().any(|d| d.spot == guest.index && is_talk(d) && d.camps.iter().any(together)) {
        return false;
    }
    if says.called {
        // "Talked to A, B and C on the telephone": so he did with each.
        drafts.iter_mut().filter(|d| both(d) && d.spot == guest.index).for_each(|d| d.kind = "CALL".into());
    }
    // A sentence that tells something else of him.
    let other = |d: &Draft| {
        let kinds = ["VISIT", "MESSAGE", "SIGN", "INVITE", "HOST", "SUMMON"];
        d.spot == guest.index && kinds.iter().any(|k| d.kind == *k)
    };
    if drafts.iter().any(both) || !says.announced && drafts.iter().any(other) {
        return false;
    }
    // Who sat at a gathering is told of beside it.
    let gathers = |d: &Draft| !is_pair(d) || d.all_parties().iter().any(|p| p.starts_with("ORG:"));
    let alone = drafts.iter().any(|d| is_talk(d) && !gathers(d));
    let with_others =
        |d: &Draft| is_talk(d) && d.spot < guest.index && !is_pair(d) && sits(context, d, guest.person);
    let sure = match drafts.iter().any(with_others) {
        true => says.verb || says.further || says.announced,
        false => alone || says.further,
    };
    let called = says.called || drafts.iter().any(|d| d.kind == "CALL" && is_talk(d));
    let Some(draft) = draft(context, host, guest, says, called).filter(|_| sure) else { return false };
    // What was read of him with others is told anew.
    let of_others = |d: &Draft| d.spot == guest.index && (!is_pair(d) || !told(d, host.party));
    drafts.retain(|d| !(is_talk(d) && of_others(d)));
    for d in drafts.iter_mut().filter(|d| with_others(d)) {
        if d.camps.iter().all(|c| c.parties.iter().any(|p| *p != guest.party)) {
            for camp in &mut d.camps {
                camp.parties.retain(|p| *p != guest.party);
                camp.seats.retain(|s| context.person_of[s.naming] != Some(guest.person));
            }
        }
    }
    drafts.insert(place_of(drafts, guest.index), draft);
    true
}

/// Talks of these two as the guest's sentence tells them; `called` where others were called.
fn draft(context: &Context, host: &Somebody, guest: Somebody, says: Says, called: bool) -> Option<Draft> {
    let sentence = &context.sentences[guest.index];
    let scan = context.scan(sentence);
    let frames = &scan.pack.frames;
    let word = |kind: &str| {
        let fits = |(f, _): &&(usize, TriggerForm)| {
            frames[*f].kind == kind && !frames[*f].secondary && frames[*f].status.is_none()
        };
        sentence.items.iter().enumerate().find_map(|(at, item)| match &item.what {
            What::Trigger(o) => o.iter().find(fits).map(|(f, form)| (at, *f, *form)),
            _ => None,
        })
    };
    let told = word("CALL").filter(|_| called).or_else(|| word("MEET"));
    let at = told.map_or(sentence.actors[guest.member].items.start, |(at, ..)| at);
    let form = told.map_or(TriggerForm::Noun, |(.., form)| form);
    let kind = if says.called { "CALL" } else { "MEET" };
    // Whoever was called is told of by any word for talks.
    let own = told.map(|(_, frame, _)| frame).filter(|f| !says.called || frames[*f].kind == kind);
    let frame = &frames[own.or_else(|| scan.pack.plain_frame(kind))?];
    let mut draft = Draft::of(frame, scan.words_of(&sentence.items[at]), guest.index, sentence.scan, at);
    let hint = status::Hint { form: Some(form), ..Default::default() };
    draft.status = status::status(scan, sentence, at, &hint);
    let fits = match draft.status {
        // "Was expected to speak".
        "happened" => told.is_some() || !sentence.is_undone(),
        status => status == "planned" && told.is_some(),
    };
    if !fits {
        return None;
    }
    let people = [(host.index, host.member, host.party), (guest.index, guest.member, guest.party)];
    draft.camps = closed_sides(context, &people, [host.party, guest.party]);
    (draft.unordered, draft.occurs, draft.another) = (true, true, true);
    setting::place_and_date(context, guest.index, at, &mut draft);
    Some(draft)
}
