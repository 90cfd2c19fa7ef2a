//! Gatherings of an organisation and who was there, where verbs stand last: "The ministers of ORGANISATION came together in
//! CITY. On behalf of A, B spoke there."

use super::attendance::{join, seat, tells_gathering};
use super::{Camp, Context, Draft, Sentence, setting};
use crate::Slug;
use crate::detect::person::{Actor, ActorKind};
use crate::detect::{Item, Scan, What};
use crate::pack::{StateForm, TriggerForm, tags};

/// How many sentences before it may tell the gathering.
const NEAR: usize = 2;

/// Whoever was at the gathering that this sentence or one right before it tells: he and the organisation met.
pub(crate) fn assembly(context: &Context, index: usize, found: &mut Vec<Draft>, drafts: &mut Vec<Draft>) {
    let sentence = &context.sentences[index];
    if !sentence.verb_last || sentence.scan != 1 || (context.other_world)() {
        return;
    }
    let Some((party, people)) = there(context, sentence) else { return };
    let near = (index.saturating_sub(NEAR)..=index).rev().filter(|&s| context.sentences[s].scan == 1);
    let Some((spot, at, body)) = near.into_iter().find_map(|s| {
        let (at, body) = gathers(context, s)?;
        Some((s, at, body))
    }) else {
        return;
    };
    // What tells of two states is no gathering of all.
    let lead = &context.sentences[spot];
    let other = |a: &Actor| {
        let state = a.party.filter(|p| !p.starts_with("ORG:") && *p != party);
        state.is_some() && !a.kind.is_city() && a.kind.is_person()
    };
    if lead.actors.iter().chain(&sentence.actors).any(other) {
        return;
    }
    // The same told already: where it was is no party to it, and whose it is is one.
    let mine = |d: &Draft| {
        let parties = d.all_parties();
        d.kind == "MEET"
            && d.done()
            && !d.in_title()
            && (spot..=index).contains(&d.spot)
            && (parties.contains(&body) || d.mode.is_some_and(|m| m == "multilateral" || m == "session"))
    };
    let mut kept: Option<Draft> = None;
    let mut take = |list: &mut Vec<Draft>| {
        while let Some(k) = list.iter().position(mine) {
            let draft = list.remove(k);
            kept.get_or_insert(draft);
        }
    };
    take(found);
    let from = drafts.len().saturating_sub(super::LOOK_BACK);
    let mut recent = drafts.split_off(from);
    take(&mut recent);
    drafts.extend(recent);
    let scan = context.scan(lead);
    let frame = scan
        .pack
        .frames
        .iter()
        .find(|f| f.kind == "MEET" && f.status.is_none() && f.mode.is_some_and(|m| m == "multilateral"));
    let Some(frame) = frame else { return };
    let mut draft = kept.unwrap_or_else(|| {
        let mut draft = Draft::of(frame, scan.words_of(&lead.items[at]), spot, 1, at);
        setting::place_and_date(context, spot, at, &mut draft);
        draft
    });
    let others: Vec<Slug> = draft
        .camps
        .iter()
        .filter(|c| !c.seats.is_empty())
        .flat_map(|c| c.parties.clone())
        .filter(|p| *p != body && *p != party)
        .collect();
    let own = Camp { part: "party", people: true, ..Camp::of(party) };
    let mut all = Camp { part: "party", body: true, ..Camp::of(body) };
    join(&mut all.parties, others);
    let seats: Vec<_> = draft.camps.iter().flat_map(|c| c.seats.clone()).collect();
    draft.camps = [own, all];
    for s in seats {
        let side = context.naming_party[s.naming].is_some_and(|p| p != party);
        draft.camps[usize::from(side)].seats.push(s);
    }
    (draft.unordered, draft.nominal, draft.occurs) = (true, true, true);
    draft.take_up();
    (draft.vague, draft.back) = (false, false);
    for naming in people {
        seat(context, &mut draft, naming, 0, true, "assembly");
    }
    // "To it came A": no journey besides.
    found.retain(|d| {
        d.kind != "VISIT" || d.spot != index || !came_there(context.scan(sentence), sentence, d.at)
    });
    found.push(draft);
}

/// Who was there for one state: a formula of those present, a verb of speaking at a sitting, or words that say for whom he
/// stood.
fn there(context: &Context, sentence: &Sentence) -> Option<(Slug, Vec<usize>)> {
    let scan = context.scan(sentence);
    let frames = &scan.pack.frames;
    if sentence.is_undone() {
        return None;
    }
    let of_many = |&(f, form): &(usize, TriggerForm)| {
        let many = frames[f].mode.is_some_and(|m| m == "multilateral");
        form == TriggerForm::Past && frames[f].kind == "MEET" && frames[f].status.is_none() && many
    };
    let present = |i: &Item| {
        scan.word(i.start, "sits").is_some()
            || match &i.what {
                What::Attendance { inside, .. } => !inside,
                What::Trigger(o) => o.iter().any(of_many),
                _ => false,
            }
    };
    let came = |i: usize| came_there(scan, sentence, i);
    if !sentence.items.iter().any(present) && !(0..sentence.items.len()).any(came) {
        return None;
    }
    let somebody = |a: &&Actor| {
        let subject = a.tags & tags::CASES & !tags::NOM == 0;
        subject
            && (context.person(a).is_some() || matches!(a.kind, ActorKind::Official(_)) && a.party.is_some())
    };
    // "A's delegation [was led by] X", "A [was represented by] X": where his own words tell no state.
    let stands_for = |a: &Actor| {
        let state = matches!(a.kind, ActorKind::State(StateForm::Name)) && a.tags & tags::LOC == 0;
        (state || matches!(a.kind, ActorKind::Delegation)).then_some(a.party).flatten()
    };
    let state = sentence.actors.iter().find_map(stands_for).filter(|p| !p.starts_with("ORG:"));
    let mut party: Option<Slug> = None;
    let mut people = Vec::new();
    for actor in sentence.actors.iter().filter(somebody) {
        let own = context.party(actor).or(state).filter(|p| !p.starts_with("ORG:"))?;
        if *party.get_or_insert(own) != own {
            return None;
        }
        people.extend(context.person(actor));
    }
    if people.is_empty() { None } else { party.map(|p| (p, people)) }
}

/// The organisation whose people came together, or whose session was held, and the item that tells it.
fn gathers(context: &Context, index: usize) -> Option<(usize, Slug)> {
    let sentence = &context.sentences[index];
    let scan = context.scan(sentence);
    let past = |i: &Item| matches!(i.what, What::Background) || i.is_word("sport") || i.is_word("film");
    let ahead = |i: &Item| ["negation", "planned", "future"].iter().any(|w| i.is_word(w));
    if sentence.items.iter().any(|i| past(i) || ahead(i)) {
        return None;
    }
    // The organisation itself or its ministers, and not one of its officials.
    let of_body = |a: &&Actor| match a.kind {
        ActorKind::Person(_) => false,
        ActorKind::Official(_) => a.plural,
        _ => true,
    };
    let bodies =
        || sentence.actors.iter().filter(of_body).filter_map(|a| a.party).filter(|p| p.starts_with("ORG:"));
    let body = bodies().next().filter(|b| bodies().all(|o| o == *b))?;
    let at = (0..sentence.items.len()).find(|&i| convened(scan, sentence, i))?;
    // With whom they came together is another: no gathering of their own.
    let with = |a: &Actor| a.tags & tags::INS != 0 && a.kind.is_people();
    (!sentence.actors.iter().any(with)).then_some((at, body))
}

/// An organisation, named in no case, stands right before a word that says that something took place.
fn named_council(sentence: &Sentence, at: usize) -> bool {
    let body = at.checked_sub(1).map(|b| &sentence.items[b]);
    body.is_some_and(|b| {
        matches!(b.what, What::Organisation { .. }) && b.tags & tags::CASES & !tags::NOM == 0
    })
}

/// "To it came A": the verb of a journey whose aim is the gathering told before, and no land.
fn came_there(scan: &Scan, sentence: &Sentence, verb: usize) -> bool {
    let items = &sentence.items;
    let arrives = |&(f, form): &(usize, TriggerForm)| {
        form == TriggerForm::Past
            && scan.pack.frames[f].kind == "VISIT"
            && scan.pack.frames[f].status.is_none()
    };
    let came = matches!(&items[verb].what, What::Trigger(o) if o.iter().all(arrives));
    let to = |i: &Item| (i.tags | scan.ending(i.end - 1)) & tags::DAT != 0;
    let aim = |k: usize| {
        let owner = k.checked_sub(1).map(|b| &items[b].what);
        items[k].is_kind("pronoun", "dat")
            || items[k].is_word("gathering")
                && to(&items[k])
                && !matches!(owner, Some(What::Organisation { .. } | What::State { .. }))
    };
    let from = items[..verb]
        .iter()
        .rposition(|i| matches!(i.what, What::Trigger(_) | What::Mark(',')))
        .map_or(0, |k| k + 1);
    let land = |a: &Actor| {
        matches!(a.kind, ActorKind::State(_))
            && a.tags & tags::DAT != 0
            && (from..verb).contains(&a.items.start)
    };
    came && !super::arguments::runs_on(sentence, verb)
        && (from..verb).any(aim)
        && !sentence.actors.iter().any(land)
}

/// "Came together", or a session beside a verb that says that it was held.
fn convened(scan: &Scan, sentence: &Sentence, at: usize) -> bool {
    let item = &sentence.items[at];
    if scan.word(item.start, "convenes").is_some() {
        return true;
    }
    let frames = &scan.pack.frames;
    match &item.what {
        What::Trigger(o) => o.iter().any(|&(f, form)| {
            let frame = &frames[f];
            let told = frame.kind == "MEET" && frame.status.is_none() && !form.is_noun();
            // Whoever speaks there does not gather it.
            let held = match frame.mode {
                Some(m) if m == "multilateral" => matches!(form, TriggerForm::Passive | TriggerForm::Present),
                Some(m) => ["session", "meeting"].contains(&m.as_str()),
                None => false,
            };
            told && held
        }),
        // "The council of ORGANISATION took place": what is named with a council of its own met.
        _ => item.is_word("occurs") && (tells_gathering(scan, sentence) || named_council(sentence, at)),
    }
}
