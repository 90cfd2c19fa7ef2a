//! Lists of those present: which formula opens a list, and on which side each stands.

mod company;
mod list;

use super::{Camp, Context, Draft, LOOK_BACK, Seat};
use crate::Slug;
use crate::detect::date::When;
use crate::detect::office::OfficePhrase;
use crate::detect::person::{Actor, ActorKind};
use crate::detect::{Item, Scan, What};
use crate::model::Why;
use crate::pack::{Attendance, Frame, NounNumber, Sense, StateForm, TriggerForm, tags};

/// Adds the people listed in one sentence to the meeting they attended.
///
/// `drafts` holds those of the document so far; the last meeting told is the one attended.
pub(crate) fn attend(context: &Context, index: usize, drafts: &mut [Draft]) {
    if drafts.is_empty() {
        return;
    }
    head(context, index, drafts);
    super::beside::beside(context, index, drafts);
    match led_in(context, index) {
        Some(lead) => bullet(context, index, lead, drafts),
        None if list::read(context, index, drafts) => {}
        None => company::read(context, index, drafts),
    }
}

/// "With the ministers were A and B", "with X at the talks was A": where the sentence opens with whom they were, and whether
/// that is one person.
fn with_whom(context: &Context, sentence: &super::Sentence) -> Option<(usize, bool)> {
    let items = &sentence.items;
    if !sentence.by_order || !items.first()?.is_word("with") {
        return None;
    }
    let person = |a: &Actor| context.person(a).is_some();
    let mut actors = sentence.actors.iter();
    let next = actors.next().filter(|a| a.items.start <= 2);
    let were = (2..items.len().min(14)).find(|&i| {
        items[i].is_kind("auxiliary", "be") && next.is_none_or(|a| i >= a.items.end || a.items.start > i)
    })?;
    let verb = |i: &Item| matches!(i.what, What::Trigger(_)) || i.is_word("auxiliary");
    let quiet = !items[1..were].iter().any(|i| verb(i) || i.is_mark(","));
    // Before the name of the first of them may stand an office that nobody knows.
    let listed = sentence.actors.iter().find(|a| a.items.start > were && person(a))?;
    let near = listed.items.start <= were + 9 && !items[were + 1..listed.items.start].iter().any(verb);
    (quiet && near).then(|| (0, next.is_some_and(|a| a.items.end <= were)))
}

/// "A attended on the X-ian side and B on the Y-ian side": each stands before the word that tells his side, the first right
/// before and after the formula.
fn each_by_side(context: &Context, sentence: &super::Sentence, at: usize) -> bool {
    let known = |a: &&Actor| context.person(a).is_some();
    let is_side = |i: &usize| matches!(sentence.items[*i].what, What::Side);
    let sides: Vec<usize> = (at + 1..sentence.items.len()).filter(is_side).collect();
    let stands = |from: usize, to: usize| {
        sentence.actors.iter().filter(known).any(|a| a.items.start >= from && a.items.end <= to)
    };
    let [first, .., last] = sides[..] else { return false };
    !stands(at, first) && stands(first, last) && !stands(last, sentence.items.len())
}

/// "A and B attended.", "A attended on the X-ian side": the verb of those who were there ends the sentence, or stands before
/// the side.
fn ends_there(scan: &Scan, sentence: &super::Sentence) -> Option<usize> {
    let there = |at: &usize| scan.word(sentence.items[*at].start, "were_there").is_some();
    let last = || sentence.items.iter().rposition(|i| !i.is_mark(".!")).filter(there);
    let sided = || {
        let side = sentence.items.iter().position(|i| matches!(i.what, What::Side))?;
        // "Attended on the X-ian side by A": those who were there stand behind it.
        let by = sentence.items[side..].iter().take(4).any(|i| i.is_word("by"));
        (side.saturating_sub(4)..side).find(there).filter(|_| !by)
    };
    sentence.by_order.then(|| last().or_else(sided)).flatten()
}

/// "The secretary of the embassy", "of the ministry": where one side is an envoy, whose mission it is, or not his.
fn at_mission(context: &Context, scan: &Scan, draft: &Draft, naming: usize) -> Option<usize> {
    if !scan.pack.features.svo_with_cases() {
        return None;
    }
    // "The head of the office in CITY", "of the bank's mission": of the organisation, where one side is one.
    if let Some(slot) = of_organisation(draft).filter(|_| keeps_office(context, scan, naming)) {
        return Some(slot);
    }
    let Some(envoy) = one_side(draft, |c| c.envoy) else {
        return of_embassy(context, naming).then(|| with_envoy(context, draft)).flatten();
    };
    let of_mission = |o: &crate::detect::office::OfficePhrase| {
        matches!(
            o.position.as_str(),
            "counsellor" | "first-secretary" | "attache" | "military-attache" | "consul"
        )
    };
    if context.namings[naming].offices().any(of_mission) {
        return Some(envoy);
    }
    let house = context.namings[naming].offices().find_map(|o| o.institution)?;
    Some(if is_mission(&house) { envoy } else { 1 - envoy })
}

/// The side of which something is so, where it is not so of both.
fn one_side(draft: &Draft, is: impl Fn(&Camp) -> bool) -> Option<usize> {
    let [one, other] = [is(&draft.camps[0]), is(&draft.camps[1])];
    (one != other).then_some(usize::from(other))
}

/// The side that is an organisation, across from a state.
fn of_organisation(draft: &Draft) -> Option<usize> {
    one_side(draft, |c| matches!(c.parties[..], [party] if party.starts_with("ORG:")))
}

/// The house of an envoy.
fn is_mission(house: &str) -> bool {
    matches!(house, "embassy" | "consulate")
}

/// Heads an office or mission, by the words of his office.
fn keeps_office(context: &Context, scan: &Scan, naming: usize) -> bool {
    let mission = |s: &Sense| matches!(s, Sense::Word { work, kind: Some(kind) } if *work == "building" && *kind == "mission");
    context.namings[naming].offices().any(|o| {
        o.institution.is_some_and(|i| i == "bank") || (o.start + 1..o.end).any(|t| scan.is(t, mission))
    })
}

/// "Counsellor of the embassy", "first secretary".
fn of_embassy(context: &Context, naming: usize) -> bool {
    context.namings[naming].offices().any(|o| {
        matches!(o.position.as_str(), "counsellor" | "first-secretary" | "attache")
            || o.institution.is_some_and(|i| is_mission(&i))
    })
}

/// Where no side is an envoy's: the side of the envoy who came along, else the one received.
fn with_envoy(context: &Context, draft: &Draft) -> Option<usize> {
    let envoys = &context.scan(&context.sentences[draft.spot]).pack.envoys;
    let is_envoy = |s: &Seat| context.namings[s.naming].offices().any(|o| envoys.contains(&o.position));
    let came = |c: &Camp| c.seats.iter().any(is_envoy);
    let received = || draft.camps.iter().position(|c| c.part == "host").map(|host| 1 - host);
    if draft.camps.iter().any(came) { one_side(draft, came) } else { received() }
}

/// The side at whose head somebody sits.
pub(super) fn principal(context: &Context, draft: &Draft, naming: usize) -> Option<usize> {
    let person = context.person_of[naming]?;
    let heads = |c: &Camp| c.seats.iter().any(|s| s.principal && context.person_of[s.naming] == Some(person));
    draft.camps.iter().position(heads)
}

/// The side whose party somebody is known to serve.
pub(super) fn draft_side(context: &Context, draft: &Draft, naming: usize) -> Option<usize> {
    let party = context.naming_party[naming].filter(|_| !context.namings[naming].by_place)?;
    draft.slot_of(&party)
}

/// "Head of the company «A-ian Railways» NAME": whose adjective the words before a name have, if it is that of a side.
fn described_as(
    context: &Context,
    sentence: &super::Sentence,
    words: std::ops::Range<usize>,
    draft: &Draft,
) -> Option<usize> {
    if !context.scan(sentence).pack.features.svo_with_cases() || words.start >= words.end {
        return None;
    }
    let (items, scan) = (&sentence.items, context.scan(sentence));
    let from = words.clone().rev().find(|&k| items[k].is_mark(",;") || items[k].is_word("and"));
    let from = from.map_or(words.start, |k| k + 1);
    let adjective = |s: &Sense| matches!(s, Sense::State { form: StateForm::Adjective, .. });
    let side = |t: usize| match scan.sense(&scan.best(t, adjective)?) {
        Sense::State { code, .. } => draft.slot_of(code),
        _ => None,
    };
    (from..words.end)
        .filter(|&k| matches!(items[k].what, What::Office(_) | What::State { .. }))
        .flat_map(|k| items[k].start..items[k].end)
        .find_map(side)
}

/// "It was signed for the government by A": the small word that says for whom somebody signs.
fn signs_for(scan: &Scan, sentence: &super::Sentence, i: usize) -> bool {
    scan.has_article()
        && (sentence.items[i].is_word("about") || sentence.items[i].is_word("for"))
        && sentence.items[..i].iter().any(|x| scan.reports(x, "SIGN"))
        && sentence.items.get(i + 1).is_some_and(|n| {
            matches!(n.what, What::Institution { .. } | What::State { .. } | What::Organisation { .. })
        })
}

/// "[Stood for] Kenya at the meeting the minister A": the verb right before the state for which somebody stood.
fn stands_for(scan: &Scan, sentence: &super::Sentence, i: usize) -> bool {
    scan.has_article()
        && matches!(&sentence.items[i].what, What::Trigger(o) if o.iter().any(|(f, _)| scan.pack.frames[*f].id.ends_with(".stood-for")))
        && sentence
            .items
            .get(i + 1)
            .is_some_and(|n| matches!(n.what, What::State { form: StateForm::Name, .. }))
        && sentence.actors.iter().any(|a| a.items.start > i + 1 && matches!(a.kind, ActorKind::Person(_)))
}

/// "For the government A, and for the Fund B": the state's, where the other side is an organisation; else across from whoever
/// was listed last.
fn side_of_body(
    context: &Context,
    draft: &Draft,
    body: &Item,
    listed: &[(usize, Option<usize>)],
) -> Option<usize> {
    let What::Institution { id, .. } = &body.what else { return None };
    let state = matches!(id.as_str(), "cabinet" | "ministry");
    if let Some(slot) = of_organisation(draft) {
        return Some(if state { 1 - slot } else { slot });
    }
    (!listed.is_empty()).then(|| other_than(context, draft, listed))
}

/// "…, from the Bank – C": a body without its state, on whose behalf others came.
fn for_another(sentence: &super::Sentence, i: usize) -> bool {
    let items = &sentence.items;
    i > 1
        && items[i - 1].is_word("from")
        && items[i - 2].is_mark(",;")
        && items.get(i + 1).is_some_and(|n| n.is_mark("-–—:"))
        && matches!(items[i].what, What::Institution { .. })
}

/// Whose embassy a word names.
fn at_house(context: &Context, draft: &Draft, i: usize, sentence: &super::Sentence) -> Option<usize> {
    let What::Institution { id, .. } = &sentence.items[i].what else { return None };
    let envoy = || one_side(draft, |c| c.envoy).or_else(|| with_envoy(context, draft));
    is_mission(id).then(envoy).flatten()
}

/// The side on which the last of those listed does not sit.
fn other_than(context: &Context, draft: &Draft, listed: &[(usize, Option<usize>)]) -> usize {
    let host = draft.camps.iter().position(|c| c.part == "host").unwrap_or(0);
    let last = listed.last().map(|&(n, side)| side.or_else(|| draft_side(context, draft, n)).unwrap_or(host));
    1 - last.unwrap_or(host)
}

/// A sentence names a session, a summit or another gathering.
pub(super) fn tells_gathering(scan: &Scan, sentence: &super::Sentence) -> bool {
    sentence.items.iter().any(|i| is_gathering(scan, i))
}

/// A session or a summit, by itself or in the words that say that it was held.
fn is_gathering(scan: &Scan, item: &Item) -> bool {
    scan.word(item.start, "gathering").is_some()
        || of_verb(scan, item) && (item.start..item.end).any(|t| scan.word(t, "gathering").is_some())
}

/// A verb that says that a session was held in a place.
fn of_verb(scan: &Scan, item: &Item) -> bool {
    matches!(&item.what, What::Trigger(o)
        if o.iter().any(|&(f, _)| scan.pack.frames[f].mode.is_some_and(|m| m == "venue")))
}

/// More than two met, or an organisation did in its session.
fn of_many(context: &Context, draft: &Draft) -> bool {
    let parties = draft.all_parties();
    let sentence = &context.sentences[draft.spot];
    let scan = context.scan(sentence);
    parties.len() > 2 || parties.iter().any(|p| p.starts_with("ORG:")) && tells_gathering(scan, sentence)
}

/// Adds the parties that are not there yet.
pub(crate) fn join(parties: &mut Vec<Slug>, more: impl IntoIterator<Item = Slug>) {
    for party in more {
        if !parties.contains(&party) {
            parties.push(party);
        }
    }
}

/// A gathering of these parties, the first beside all others, that a noun of a sentence tells.
fn held_among(parties: &[Slug], sentence: &super::Sentence, told: Draft) -> Draft {
    let camp = |parties: &[Slug]| Camp { parties: parties.to_vec(), part: "party", ..Camp::default() };
    Draft {
        unordered: true,
        camps: [camp(&parties[..1]), camp(&parties[1..])],
        background: sentence.items.iter().any(|i| matches!(i.what, What::Background)),
        nominal: true,
        occurs: true,
        ..told
    }
}

/// The organisations whose session a sentence tells.
fn whose(lead: &super::Sentence) -> impl Iterator<Item = Slug> {
    lead.actors.iter().filter_map(|a| a.party).filter(|p| p.starts_with("ORG:"))
}

/// Who led a gathering, or had it at his place: one party alone, before any formula of those present.
pub(super) fn chair(context: &Context, index: usize) -> Option<(Slug, Vec<usize>)> {
    let sentence = &context.sentences[index];
    let scan = context.scan(sentence);
    let gathering = |i: &Item| scan.word(i.start, "gathering").is_some() || scan.is_noun_of(i, "MEET");
    let told = sentence.items.iter().any(gathering);
    let leads = |i: &Item| match &i.what {
        What::Trigger(o) => o.iter().any(|&(f, form)| {
            let frame = &scan.pack.frames[f];
            let of_many = frame.kind == "HOST" || frame.mode.is_some_and(|m| m == "multilateral");
            !form.is_noun() && (of_many || told && frame.kind == "MEET")
        }),
        // "The session was opened by A", where a formula tells it.
        What::Attendance { index, .. } => scan.pack.attendances[*index].leads,
        _ => told && scan.word(i.start, "leading").is_some(),
    };
    let at = sentence.items.iter().position(leads).filter(|_| sentence.scan == 1)?;
    let end = formula_of_all(context, index).filter(|&f| f > at).unwrap_or(sentence.items.len());
    let others =
        |a: &Actor| matches!(a.kind, ActorKind::Counterpart | ActorKind::Both | ActorKind::Delegation);
    if sentence.actors.iter().any(others) {
        return None;
    }
    let there = present(context, index, 0..end);
    let mut parties: Vec<Slug> = there.iter().filter_map(|(_, p)| *p).collect();
    parties.dedup();
    let [party] = parties[..] else { return None };
    Some((party, there.into_iter().filter_map(|(n, _)| n).collect()))
}

/// "X chaired the session", "X hosted them": whoever led a gathering told before, or had it at his place, was there too.
///
/// What the verb alone makes of it, one side and none across, is no event of its own.
pub(crate) fn chaired(context: &Context, index: usize, found: &mut Vec<Draft>, drafts: &mut [Draft]) {
    let near = |d: &&mut Draft| {
        d.kind == "MEET" && d.done() && !d.in_title() && d.spot < index && d.spot + 3 >= index
    };
    let Some(draft) = drafts.iter_mut().rev().take(LOOK_BACK).find(near) else { return };
    let Some((party, people)) = chair(context, index) else { return };
    let told = draft.all_parties();
    // Two may have met by themselves; in a session of two a third was who led it.
    let sentence = &context.sentences[draft.spot];
    let third = !told.contains(&party) && tells_gathering(context.scan(sentence), sentence);
    if told.len() < 3 && !third {
        return;
    }
    let alone = |d: &Draft| {
        matches!(d.kind.as_str(), "MEET" | "HOST")
            && d.all_parties().iter().all(|p| *p == party || told.contains(p))
            && d.status == "happened"
    };
    if !found.iter().all(alone) {
        return;
    }
    found.clear();
    leads_it(context, draft, party, people);
}

/// "A presided over the summit, which was attended by B and C": whoever led it was there, and so was the body whose summit
/// was told before.
pub(super) fn led_before_all(context: &Context, index: usize, before: &[Draft], out: &mut [Draft]) {
    let sentence = &context.sentences[index];
    if !sentence.by_order || sentence.scan != 1 || formula_of_all(context, index).is_none() {
        return;
    }
    let listed = |d: &&mut Draft| d.kind == "MEET" && d.nominal && d.done() && d.all_parties().len() > 1;
    let Some(draft) = out.iter_mut().find(listed) else { return };
    let summit = |d: &&Draft| {
        d.kind == "MEET"
            && d.done()
            && !d.in_title()
            && d.spot + 3 >= index
            && d.all_parties().iter().any(|p| p.contains(':'))
            && d.camps.iter().all(|c| c.seats.is_empty() && !c.people)
    };
    let led = chair(context, index).filter(|(party, _)| !draft.all_parties().contains(party));
    let Some((party, people)) = led else { return };
    leads_it(context, draft, party, people);
    if let Some(summit) = before.iter().rev().find(summit) {
        join(&mut draft.camps[1].parties, summit.all_parties().into_iter().filter(|p| *p != party));
        draft.date = draft.date.take().or_else(|| summit.date.clone());
        draft.place = draft.place.take().or_else(|| summit.place.clone());
    }
}

/// "Under the chairmanship of A": who led a gathering, by the words before him, or after him where verbs stand last.
pub(super) fn presided(context: &Context, index: usize) -> Option<(Slug, Vec<usize>)> {
    let sentence = &context.sentences[index];
    let before = context.scan(sentence).pack.features.complement_before;
    let chairs = |a: &Actor| match before {
        true => sentence.items.get(a.items.end).is_some_and(|i| i.is_kind("by", "chair")),
        false => sentence.is_chair(a.items.start),
    };
    let at = sentence.actors.iter().position(|a| a.kind.is_people() && chairs(a))?;
    let party = context.party(&sentence.actors[at])?;
    Some((party, context.person(&sentence.actors[at]).into_iter().collect()))
}

/// A session told by its verb is that of whoever led it as well.
pub(super) fn preside(context: &Context, index: usize, found: &mut [Draft]) {
    let of_many = |d: &&mut Draft| d.kind == "MEET" && d.mode.is_some_and(|m| m == "venue");
    let mut held = found.iter_mut().filter(of_many).peekable();
    if held.peek().is_none() {
        return;
    }
    let Some((party, people)) = presided(context, index) else { return };
    held.for_each(|d| leads_it(context, d, party, people.clone()));
}

/// "The commission of A and B met under the chairmanship of the ministers of both": those who led a meeting that a noun tells
/// sat there for their states, where cases tell how far the list of them goes.
pub(super) fn chairs_sit(context: &Context, index: usize, found: &mut [Draft]) {
    let sentence = &context.sentences[index];
    if sentence.by_order || sentence.verb_last {
        return;
    }
    let Some(first) = sentence.actors.iter().position(|a| sentence.is_chair(a.items.start)) else { return };
    let listed = &sentence.actors[first..];
    let joined = |k: &usize| *k == 0 || listed[*k].and;
    let led = (0..listed.len())
        .take_while(joined)
        .filter_map(|k| context.person(&listed[k]).zip(context.party(&listed[k])));
    let led: Vec<(usize, Slug)> = led.collect();
    for draft in found.iter_mut().filter(|d| d.kind == "MEET" && d.nominal && d.all_parties().len() > 1) {
        for (naming, party) in &led {
            if let Some(slot) = draft.slot_of(party) {
                seat(context, draft, *naming, slot, true, "lead");
            }
        }
    }
}

pub(super) fn leads_it(context: &Context, draft: &mut Draft, party: Slug, people: Vec<usize>) {
    let slot = draft.slot_of(&party).unwrap_or(0);
    join(&mut draft.camps[slot].parties, [party]);
    for naming in people {
        seat(context, draft, naming, slot, true, "lead");
    }
}

/// The formula of a sentence that says who took part.
fn formula_of_all(context: &Context, index: usize) -> Option<usize> {
    let sentence = &context.sentences[index];
    let scan = context.scan(sentence);
    sentence.items.iter().position(
        |i| matches!(i.what, What::Attendance { index, .. } if scan.pack.attendances[index].of == "any"),
    )
}

/// How many lines a list has at most.
pub(super) const LINES: usize = 24;

/// The sentence that leads in the list of which this line is one: a formula of those present and a colon.
fn led_in(context: &Context, index: usize) -> Option<usize> {
    let line = |i: usize| {
        let s = &context.sentences[i];
        s.scan == 1
            && s.opens
            && !s.items.iter().any(|x| matches!(x.what, What::Trigger(_) | What::Attendance { .. }))
    };
    if !line(index) {
        return None;
    }
    let first = (index.saturating_sub(LINES)..index).rev().find(|&i| !line(i))?;
    let lead = &context.sentences[first];
    let ends = lead.items.last().is_some_and(|i| i.is_mark(":"));
    let formula = lead.scan == 1 && ends && formula_of_all(context, first).is_some();
    // "Egyptian side:", "Present:" on a line of its own, right before those it is about.
    let heading = || (first..index).rev().find(|&i| heads_list(context, i));
    formula.then_some(first).or_else(heading)
}

/// A line that only says who is listed below it: "the A-ian side:", "participants:".
fn heads_list(context: &Context, index: usize) -> bool {
    const MOST: usize = 6;
    let sentence = &context.sentences[index];
    let Some((colon, words)) = sentence.items.split_last() else { return false };
    let scan = context.scan(sentence);
    let roster = |i: &Item| (i.start..i.end).any(|t| scan.word(t, "roster").is_some());
    colon.is_mark(":")
        && words.len() < MOST
        && sentence.actors.iter().all(|a| !matches!(a.kind, ActorKind::Person(_)))
        && (sides_told(sentence).len() == 1 || words.iter().any(roster))
}

/// One line of a list of those present.
fn bullet(context: &Context, index: usize, lead: usize, drafts: &mut [Draft]) {
    let Some(draft) = attended(lead, usize::MAX, true, drafts, &[]) else { return };
    if draft.kind == "CREDENTIALS" {
        return;
    }
    let many = of_many(context, draft);
    // "On the A-ian side – X, Y and Z", or a line above that only says so: whose they are.
    let told = (lead..=index).rev().map(|i| sides_told(&context.sentences[i])).find(|s| !s.is_empty());
    let side = match told.unwrap_or_default()[..] {
        [one] => draft.slot_of(&one),
        _ => None,
    };
    // Where neither heading nor office tells a side, those listed are with the host.
    let host = draft.camps.iter().position(|c| c.part == "host").unwrap_or(0);
    for (naming, party) in present(context, index, 0..context.sentences[index].items.len()) {
        let told = party.and_then(|p| draft.slot_of(&p));
        let own = naming.is_some_and(|n| context.namings[n].party.is_some());
        let slot = match (told, party) {
            (told, _) if side.is_some() && naming.is_some() && (told.is_none() || !own) => side.unwrap_or(0),
            (Some(slot), _) => slot,
            (None, Some(party)) if many && draft.kind == "MEET" => {
                draft.camps[1].parties.push(party);
                1
            }
            (None, None) if naming.is_some() && !many => host,
            _ => continue,
        };
        if let Some(naming) = naming {
            seat(context, draft, naming, slot, false, "list");
        }
    }
}

/// Officials of a part of a sentence, named or not, with whom they serve.
fn present(
    context: &Context,
    index: usize,
    items: std::ops::Range<usize>,
) -> Vec<(Option<usize>, Option<Slug>)> {
    let sentence = &context.sentences[index];
    let features = &context.scan(sentence).pack.features;
    let (after, cased) = (features.complement_before, features.svo_with_cases());
    let inside = |a: &&Actor| items.contains(&a.items.start);
    let mut out = Vec::new();
    for actor in sentence.actors.iter().filter(inside) {
        // A body whose name has no cases may stand in any.
        let genitive = actor.tags & (tags::CASES & !tags::GEN) == 0 || actor.tags & tags::GEN != 0;
        match actor.kind {
            ActorKind::Person(n) if context.person_of[n].is_some() => {
                let named = &context.namings[n];
                out.push((
                    Some(n),
                    context.naming_party[n].filter(|_| !named.by_place || !named.held.is_empty()),
                ));
            }
            ActorKind::Official(_) => out.push((None, context.party(actor))),
            // The first of a list stands right after the formula, before what is joined to it.
            ActorKind::State(StateForm::Name) | ActorKind::Organisation
                if actor.and || actor.items.start == items.start && joined_after(sentence, actor) =>
            {
                out.push((None, actor.party));
            }
            // "A, B and the forces of C took part", where a list ends with what bears its case.
            // "With the participation of the ministries of B and C".
            ActorKind::Institution { acts: true }
                if (after && actor.and || cased && genitive) && actor.party.is_some() =>
            {
                out.push((None, actor.party));
            }
            _ => continue,
        }
        out.extend(actor.more.iter().map(|c| (None, Some(*c))));
    }
    out
}

/// "[A], B and C": the next party goes on with the list.
fn joined_after(sentence: &super::Sentence, first: &Actor) -> bool {
    let next = sentence.actors.iter().find(|a| a.items.start >= first.items.end);
    next.is_some_and(|a| {
        a.and
            && a.items.start <= first.items.end + 2
            && matches!(a.kind, ActorKind::State(StateForm::Name) | ActorKind::Organisation)
    })
}

/// A gathering whose own words tell no two parties: those told as taking part, in this sentence, met there.
///
/// The noun of the gathering stands in the same sentence or in one of those right before it; day and place are its own.
pub(super) fn gathered(context: &Context, index: usize, before: &[Draft]) -> Option<Draft> {
    let sentence = &context.sentences[index];
    if sentence.scan != 1 {
        return None;
    }
    let scan = context.scan(sentence);
    let sent = sent_by_several(scan, sentence);
    let formula = formula_of_all(context, index).or(sent)?;
    // "At the ceremony were present": that at which the envoys presented their credentials.
    let ceremony =
        |d: &Draft| d.kind == "CREDENTIALS" && !d.background && d.sentence.max(d.spot) + 3 >= index;
    if scan.pack.features.capitals && before.iter().any(ceremony) {
        return None;
    }
    let cased = scan.pack.features.svo_with_cases();
    let joint = |f: &Frame, form: TriggerForm| {
        scan.pack.features.complement_before
            && f.kind == "COOPERATE"
            && (form.is_noun() || form == TriggerForm::Passive)
    };
    // Where the gathering is told: with its noun, and not on its margins.
    let noun = |s: usize| {
        let lead = &context.sentences[s];
        let margin = |i: usize| lead.items[i.saturating_sub(3)..i].iter().any(Item::is_margin);
        // "An exercise began. A, B and C took part": so did they where a verb ends its sentence.
        let meets = |i: usize| match &lead.items[i].what {
            What::Trigger(o) => o.iter().any(|&(f, form)| {
                matches!(form, TriggerForm::Noun) && scan.pack.frames[f].kind == "MEET"
                    || joint(&scan.pack.frames[f], form)
            }),
            _ => false,
        };
        let named = |i: usize| is_gathering(scan, &lead.items[i]);
        // "The ministers held a session. A, B and C took part in it": a verb that tells nobody's state.
        let held = |i: usize| cased && s < index && scan.is_verb_of(&lead.items[i], "MEET");
        let ways: [&dyn Fn(usize) -> bool; 3] = [&meets, &named, &held];
        let at = ways.iter().find_map(|way| (0..lead.items.len()).find(|&i| way(i) && !margin(i)));
        at.map(|at| (s, at))
    };
    // The first of them tells it; what another event was told by is not this one.
    let other = |s: usize| s < index && before.iter().any(|d| d.spot == s && !d.all_parties().is_empty());
    let near = (index.saturating_sub(3)..=index).filter(|&s| context.sentences[s].scan == 1 && !other(s));
    // A list by states tells by itself that they met.
    let (spot, at) = near.clone().find_map(noun).or(sent.map(|there| (index, there)))?;
    // The session of which the title tells, told again by its verb: the list goes with it.
    let titled = |d: &Draft| d.in_title() && d.kind == "MEET" && d.done();
    if of_verb(scan, &context.sentences[spot].items[at]) && before.iter().any(titled) {
        return None;
    }
    // What was told before goes on where the list opens its sentence, or names the gathering again.
    let sided = || cased && sides_told(sentence).len() > 1;
    let goes_on = formula < 3
        || sided()
        || scan.pack.features.complement_before
        || tells_gathering(scan, sentence)
        || noun(index).is_some();
    if spot < index && !goes_on {
        return None;
    }
    let lead = &context.sentences[spot];
    let frame = match &lead.items[at].what {
        What::Trigger(o) => {
            let of_meet = |f: &&(usize, TriggerForm)| {
                scan.pack.frames[f.0].kind == "MEET" || joint(&scan.pack.frames[f.0], f.1)
            };
            o.iter().find(of_meet).map(|&(f, _)| &scan.pack.frames[f])
        }
        _ => None,
    };
    let frame = frame.or_else(|| scan.pack.frames.iter().find(|f| f.kind == "MEET" && !f.secondary))?;
    // Those after the formula, or before it where nobody stands behind.
    let end = sentence.items.len();
    let mut there = present(context, index, formula + 1..end);
    if there.iter().all(|(_, p)| p.is_none()) {
        there = present(context, index, 0..formula);
    }
    let lines = (index + 1..context.sentences.len()).take_while(|&i| led_in(context, i) == Some(index));
    there.extend(lines.flat_map(|i| present(context, i, 0..context.sentences[i].items.len())));
    let mut parties: Vec<Slug> = Vec::new();
    if cased {
        join(&mut parties, represented(sentence, formula));
        join(&mut parties, sides_told(sentence));
    }
    join(&mut parties, there.iter().filter_map(|(_, p)| *p));
    if sent.is_some() {
        let from = |i: usize| sent_from(scan, sentence, i).then(|| &sentence.items[i].what);
        join(
            &mut parties,
            (0..end).filter_map(from).filter_map(|what| match what {
                What::State { code, .. } | What::Organisation { code } => Some(*code),
                _ => None,
            }),
        );
    }
    // "Chaired a meeting with the participation of B": whoever held it was there.
    let holder = super::holder::holder(context, spot, at).filter(|_| scan.has_article() && !lead.by_order);
    join(&mut parties, holder.iter().map(|(_, party, _)| *party));
    let organiser = organiser(context, spot, at).filter(|_| cased && !parties.is_empty());
    join(&mut parties, organiser.iter().map(|(party, _)| *party));
    // "With the participation of A the meeting of ORGANISATION was held".
    if scan.has_article() && formula == 0 && spot == index && parties.len() == 1 {
        join(&mut parties, whose(lead));
    }
    let told = |d: &Draft| {
        matches!(d.kind.as_str(), "MEET" | "CALL" | "SIGN" | "CREDENTIALS" | "HOST" | "COOPERATE")
            && (d.spot == spot
                || if d.in_title() {
                    parties.iter().all(|p| d.all_parties().contains(p))
                        // A list of more than the title tells is of a gathering that it only names.
                        || d.kind == "MEET"
                            && d.all_parties().len() >= parties.len()
                            && whose(lead).any(|p| d.all_parties().contains(&p))
                } else {
                    d.all_parties().iter().any(|p| parties.contains(p))
                })
    };
    if parties.len() < 2 || before.iter().any(|d| told(d) || handed(d, &parties, index)) {
        return None;
    }
    // "A and B signed. The summit was attended by C and D": those who signed were there.
    if scan.has_article()
        && let Some(d) = before.last().filter(|d| d.kind == "SIGN" && d.done() && d.spot + 1 == index)
    {
        join(&mut parties, d.all_parties());
    }
    join(&mut parties, whose(lead));
    let trigger = scan.text.words(lead.items[at].start, lead.items[at].end);
    let mut draft = held_among(&parties, lead, Draft::of(frame, trigger, spot, 1, at));
    let hint = super::status::Hint { form: Some(TriggerForm::Noun), ..Default::default() };
    draft.status = super::status::status(scan, lead, at, &hint);
    if draft.status != "happened" {
        return None;
    }
    super::setting::place_and_date(context, spot, at, &mut draft);
    // "Next month, with the participation of": who is to come has not met.
    let to_come = |d: &crate::detect::date::Found| matches!(d.when, When::Season(n) if n > 0);
    let starts = draft.date.as_ref().and_then(|d| d.value.get(..10)?.parse::<jiff::civil::Date>().ok());
    if lead.dates(scan).iter().any(to_come) || starts.zip(context.published).is_some_and(|(s, p)| s > p) {
        return None;
    }
    let year = super::own_year(draft.date.as_ref()).zip(context.published);
    draft.background |= year.is_some_and(|(year, day)| year < day.year() - 1);
    let met = (index.saturating_sub(2)..index).filter_map(|s| super::took_part::met_several(context, s));
    let met = met.filter(|_| sentence.verb_last);
    let chairs = (spot..index).filter_map(|s| chair(context, s)).chain(met);
    let held = holder.map(|(_, party, people)| (party, people));
    for (party, people) in held
        .into_iter()
        .chain(organiser)
        .chain(chairs)
        .chain((spot..=index).filter_map(|s| presided(context, s)))
    {
        leads_it(context, &mut draft, party, people);
    }
    Some(draft)
}

/// "A signed on behalf of X, and B on behalf of Y": each stands on the side that is named behind him.
fn on_behalf(context: &Context, sentence: &super::Sentence, draft: &mut Draft, by: &str) {
    let items = &sentence.items;
    let scan = context.scan(sentence);
    let somebody = |a: &&Actor| context.person(a).is_some();
    let persons: Vec<&Actor> = sentence.actors.iter().filter(somebody).collect();
    let for_ = |i: usize| {
        matches!(items[i].what, What::Attendance { index, .. } if scan.pack.attendances[index].of == "state")
            || items[i].is_word("from")
            || items[i].is_word("for")
    };
    let mut slot = None;
    for (n, actor) in persons.iter().enumerate().rev() {
        let end = persons.get(n + 1).map_or(items.len(), |next| next.items.start);
        let told = (actor.items.end..end).find(|&i| for_(i)).and_then(|i| {
            sentence
                .actors
                .iter()
                .find(|a| a.items.start > i && a.items.start < end.min(i + 6) && a.party.is_some())
        });
        let link = |i: &Item| {
            i.is_mark(",")
                || i.is_word("and")
                || sentence.by_order && (i.is_word("determiner") || matches!(i.what, What::Office(_)))
        };
        let joined = items[actor.items.end..end].iter().all(link);
        let own = |party: Option<Slug>| party.and_then(|p| draft.slot_of(&p));
        let ActorKind::Person(naming) = actor.kind else { continue };
        slot = match told {
            Some(state) => own(state.party),
            None if joined => slot,
            None => own(context.naming_party[naming]),
        };
        if let Some(slot) = slot {
            seat(context, draft, naming, slot, true, by);
        }
    }
}

/// "The letter was handed over by A": who brought a message that was told before, in another clause or sentence.
pub(crate) fn handed_over(context: &Context, index: usize, drafts: &mut [Draft]) {
    let sentence = &context.sentences[index];
    let scan = context.scan(sentence);
    let article = scan.has_article();
    let told = |d: &Draft| {
        d.kind == "MESSAGE"
            && d.status == "happened"
            && d.spot + 2 >= index
            && !d.background
            // Greetings are handed over by whoever brings them.
            && !(article && d.secondary)
    };
    if !(scan.pack.features.svo_with_cases() || article) || !drafts.iter().any(told) {
        return;
    }
    let own = |at: usize, drafts: &[Draft]| drafts.iter().any(|d| d.spot == index && d.at == at);
    let brought = |&(f, form): &(usize, TriggerForm)| {
        let kind = scan.pack.frames[f].kind.as_str();
        form == TriggerForm::Past && matches!(kind, "MESSAGE" | "AID" | "COOPERATE")
            // "Saw to the handing over of the letter".
            || article && form.is_noun() && kind == "MESSAGE"
    };
    let verb = |i: &Item| matches!(&i.what, What::Trigger(o) if o.iter().any(brought));
    let Some(at) = (0..sentence.items.len()).find(|&i| verb(&sentence.items[i]) && !own(i, drafts)) else {
        return;
    };
    let Some(draft) = drafts.iter_mut().rev().find(|d| told(d)) else { return };
    let brings = |a: &&Actor| {
        (a.tags & crate::pack::tags::NOM != 0 || article && a.marker.is_none() && a.items.start > at)
            && a.items.start.abs_diff(at) < 10
            && context.party(a).is_some_and(|p| draft.camps[0].parties.contains(&p))
            && context.person(a).is_some()
    };
    let after = sentence.actors.iter().filter(|a| a.items.start > at).find(brings);
    let who = after.or_else(|| sentence.actors.iter().rev().filter(|a| a.items.end <= at).find(brings));
    if let Some(Actor { kind: ActorKind::Person(n), .. }) = who {
        seat(context, draft, *n, 0, true, "handed over");
    }
}

/// "At the handing over were present": the ceremony of what was given or begun, by those who are listed.
fn handed(draft: &Draft, listed: &[Slug], index: usize) -> bool {
    let parties = draft.all_parties();
    matches!(draft.kind.as_str(), "AID" | "COOPERATE")
        && draft.done()
        && draft.sentence.max(draft.spot) + 3 >= index
        && listed.iter().all(|p| parties.contains(p))
}

/// Talks of which only the list of those present tells: "The talks were attended by A of X and B of Y".
///
/// The formula holds the noun, and the states of those listed are the sides; where the meeting was told before, there is
/// no second one.
pub(super) fn talks_attended(context: &Context, index: usize, before: &[Draft]) -> Option<Draft> {
    let sentence = &context.sentences[index];
    let scan = context.scan(sentence);
    let at = sentence.items.iter().position(
        |i| matches!(i.what, What::Attendance { index, .. } if scan.pack.attendances[index].of == "any"),
    )?;
    // The formula may hold its own verb apart from its noun ("[in the session] A and B [took part]").
    let joins = |o: &[(usize, TriggerForm)]| {
        o.iter().all(|&(f, _)| scan.pack.frames[f].mode.is_some_and(|m| m == "multilateral"))
    };
    let other =
        |i: &Item| matches!(&i.what, What::Trigger(o) if !scan.pack.features.splits_phrases || !joins(o));
    if sentence.items.iter().any(other) {
        return None;
    }
    let item = &sentence.items[at];
    let noun = |item: &Item| {
        let held = (item.start..item.end).flat_map(|t| scan.matches[t].iter().map(move |m| (t, m)));
        held.into_iter().find_map(|(t, m)| match scan.sense(m) {
            Sense::Trigger { frame, form: TriggerForm::Noun | TriggerForm::Back }
                if m.end <= item.end && scan.pack.frames[*frame].kind == "MEET" =>
            {
                Some((t, &scan.pack.frames[*frame]))
            }
            _ => None,
        })
    };
    // "The meeting was held" may stand beside the formula.
    let held = sentence.items.iter().find(|i| matches!(i.what, What::Resumption)).and_then(noun);
    let verb = || {
        sentence.items[at..].iter().find_map(|i| match &i.what {
            What::Trigger(o) => o.first().map(|&(f, _)| (i.start, &scan.pack.frames[f])),
            _ => None,
        })
    };
    let (token, frame) = noun(item).or(held).or_else(verb)?;
    // "A met B. [In the talks] C and D [took part] as well": in those talks.
    let just_met = |d: &Draft| {
        matches!(d.kind.as_str(), "MEET" | "CALL") && d.done() && !d.in_title() && d.spot + 1 == index
    };
    let opens = at == 0 && frame.mode.is_none_or(|m| m != "multilateral");
    if sentence.verb_last && opens && before.last().is_some_and(just_met) {
        return None;
    }
    let mut parties: Vec<Slug> = sides_told(sentence);
    // Where cases do not tell who is host, those listed may all have been one host's guests.
    if parties.len() < 2 && scan.pack.features.case.is_empty() {
        return None;
    }
    if parties.len() < 2 {
        let officials =
            sentence.actors.iter().filter(|a| a.kind.is_person()).flat_map(|a| context.parties(a));
        parties.clear();
        join(&mut parties, officials);
    }
    let told = |d: &Draft| {
        matches!(d.kind.as_str(), "MEET" | "CALL" | "SIGN" | "CREDENTIALS")
            && d.all_parties().iter().any(|p| parties.contains(p))
            || handed(d, &parties, index)
    };
    if parties.len() < 2 || before.iter().any(told) {
        return None;
    }
    // "The session of the council took place. It was attended by": the sentence before tells whose it was.
    let lead = index.checked_sub(1).map(|i| &context.sentences[i]).filter(|s| s.scan == sentence.scan);
    let session = |s: &&super::Sentence| tells_gathering(scan, s);
    join(&mut parties, lead.into_iter().chain([sentence]).filter(session).flat_map(whose));
    let trigger = scan.text.words(token, token + 1);
    let mut draft = held_among(&parties, sentence, Draft::of(frame, trigger, index, sentence.scan, at));
    super::setting::place_and_date(context, index, at, &mut draft);
    let told = |s: usize| super::took_part::met_several(context, s).map(|met| (s, met));
    let met = index.checked_sub(1).filter(|_| sentence.verb_last && lead.is_some()).and_then(told);
    if let Some((spot, (party, people))) = met {
        leads_it(context, &mut draft, party, people);
        super::setting::add_from(context, spot, 0, &mut draft);
    }
    Some(draft)
}

/// "Which was attended by A, the chief of B, C, and the ambassador, D, they": where a list goes on behind the mark at which
/// its clause seems to end.
fn listed_to(sentence: &super::Sentence, end: usize) -> usize {
    let items = &sentence.items;
    let mut to = end;
    for actor in sentence.actors.iter().filter(|a| a.items.start > end) {
        let gap = &items[to.min(actor.items.start)..actor.items.start];
        let joins = |i: &Item| {
            i.is_mark(",")
                || i.is_word("and")
                || i.is_word("determiner")
                || matches!(i.what, What::Office(_) | What::Honorific { .. } | What::Rank)
        };
        let next = items.get(actor.items.end);
        let goes_on = next.is_some_and(|i| i.is_mark(",") || i.is_word("and"));
        if !(matches!(actor.kind, ActorKind::Person(_)) && goes_on && gap.len() < 6 && gap.iter().all(joins))
        {
            break;
        }
        to = actor.items.end;
    }
    to
}

/// A formula of a delegation whose own words stand around what names it.
fn around(scan: &Scan, sentence: &super::Sentence, at: usize, attendance: Option<&Attendance>) -> bool {
    attendance.is_some_and(|a| a.of == "subject" && !a.list_before)
        && sentence.items[at..]
            .iter()
            .take(4)
            .any(|i| i.is_word("delegation") || scan.word(i.start, "delegation").is_some())
}

/// "Comprised the delegation A-ian", "accompanied the minister A-ian": the side of the state whose adjective follows a formula
/// of those who came with somebody.
fn of_its_state(
    scan: &Scan,
    sentence: &super::Sentence,
    at: usize,
    attendance: &Attendance,
    draft: &Draft,
) -> Option<usize> {
    let What::State { code, form: StateForm::Adjective } = &sentence.items.get(at + 1)?.what else {
        return None;
    };
    let theirs = |c: &Camp| c.parties.contains(code);
    let came = matches!(attendance.of.as_str(), "guest" | "subject");
    (scan.has_article() && came).then(|| draft.camps.iter().position(theirs)).flatten()
}

/// The states whose sides one sentence tells: "on the Kenyan side …, on the Norwegian …".
pub(super) fn sides_told(sentence: &super::Sentence) -> Vec<Slug> {
    let items = &sentence.items;
    let mut codes: Vec<Slug> = Vec::new();
    for i in 0..items.len() {
        let What::State { code, .. } = &items[i].what else { continue };
        let beside = |k: usize| items.get(k).is_some_and(|x| matches!(x.what, What::Side));
        if (beside(i + 1) || i > 0 && beside(i - 1) || elliptic(sentence, i)) && !codes.contains(code) {
            codes.push(*code);
        }
    }
    codes
}

/// Adds whoever organised a meeting to those of whom its noun tells, where nouns have cases.
pub(super) fn organised(context: &Context, index: usize, out: &mut [Draft]) {
    let sentence = &context.sentences[index];
    if !context.scan(sentence).pack.features.svo_with_cases() || sentence.scan != 1 {
        return;
    }
    let of_others =
        |d: &Draft| d.kind == "MEET" && d.spot == index && d.nominal && d.done() && d.all_parties().len() > 1;
    for draft in out.iter_mut().filter(|d| of_others(d)) {
        let Some((party, people)) = organiser(context, index, draft.at) else { continue };
        let with = sentence.items[draft.at..]
            .iter()
            .any(|i| matches!(i.what, What::Attendance { inside: true, .. }));
        if with && !draft.all_parties().contains(&party) {
            draft.camps[1].parties.push(party);
            leads_it(context, draft, party, people);
        }
    }
}

/// "[The ministry of A] organised in CITY a meeting with the participation of B and C": whoever stands in the nominative before
/// a verb of holding whose object the noun at item `at` is.
fn organiser(context: &Context, index: usize, at: usize) -> Option<(Slug, Vec<usize>)> {
    const REACH: usize = 12;
    let sentence = &context.sentences[index];
    let scan = context.scan(sentence);
    let items = &sentence.items;
    let holds = |i: &Item| scan.word(i.start, "organises").is_some();
    let verb = (at.saturating_sub(REACH)..=at).rev().find(|&i| holds(&items[i]))?;
    let stop = |i: &Item| i.is_mark(",;:.") || i.is_word("relative") || i.is_word("negation");
    if items[verb..at].iter().any(stop) {
        return None;
    }
    let who = sentence.actors.iter().filter(|a| a.items.end <= verb && a.marker.is_none() && !a.and);
    let acts = |a: &&Actor| {
        !matches!(a.kind, ActorKind::State(StateForm::City | StateForm::Capital | StateForm::Adjective))
            && (a.items.end == verb || a.tags & tags::CASES & !(tags::NOM | tags::ACC) == 0)
            && !items[a.items.end..verb].iter().any(stop)
    };
    let who = who.filter(acts).find(|a| context.party(a).is_some())?;
    Some((context.party(who)?, context.person(who).into_iter().collect()))
}

/// "[Kenya] was represented by A, [Peru] – by B", "[the Kenyan side] was led by A, [the Peruvian] – by B": whose people a
/// formula lists, where nouns have cases.
fn represented(sentence: &super::Sentence, formula: usize) -> Vec<Slug> {
    let items = &sentence.items;
    let state = |i: usize| match items.get(i)?.what {
        What::State { code, form: StateForm::Name | StateForm::Adjective } => Some(code),
        _ => None,
    };
    let name = |i: usize| matches!(items[i].what, What::State { form: StateForm::Name, .. });
    let group = |i: usize| items[i].is_word("delegation") || matches!(items[i].what, What::Side);
    let small = ["in", "with", "from", "to", "of", "about", "for", "on", "at", "between", "by", "after"];
    let bare = |i: usize| i == 0 || !small.iter().any(|w| items[i - 1].is_word(w));
    let near = (formula.saturating_sub(5)..formula).rev().chain(formula + 1..(formula + 3).min(items.len()));
    let first = near.into_iter().find(|&i| {
        state(i).is_some() && bare(i) && (name(i) || items.get(i + 1).is_some_and(|_| group(i + 1)))
    });
    let Some(first) = first else { return Vec::new() };
    let next = |i: &usize| {
        let opens = items[i - 1].is_mark(",;") || items[i - 1].is_word("and") || items[i - 1].is_word("but");
        let dash = |k: usize| items.get(k).is_some_and(|n| n.is_mark("-–—"));
        state(*i).is_some() && opens && (dash(i + 1) || dash(i + 2) && group(i + 1))
    };
    let rest = (first.max(formula) + 1..items.len()).filter(next);
    let mut codes: Vec<Slug> = Vec::new();
    join(&mut codes, std::iter::once(first).chain(rest).filter_map(state));
    codes
}

/// "From the Chinese –": a side whose noun was told before.
fn elliptic(sentence: &super::Sentence, i: usize) -> bool {
    let items = &sentence.items;
    if !matches!(items[i].what, What::State { .. } | What::Organisation { .. }) {
        return false;
    }
    let dash = |n: &Item| n.is_mark("-–—:");
    let adjective = matches!(items[i].what, What::State { form: StateForm::Adjective, .. });
    let delegation = |k: usize| items.get(k).is_some_and(|x| x.is_word("delegation"));
    // "The Kenyan delegation: A and B".
    let heading = adjective && delegation(i + 1) && items.get(i + 2).is_some_and(dash);
    if i == 0 {
        return heading;
    }
    let behalf = items[i - 1].is_word("from") || items[i - 1].is_word("by");
    if matches!(items[i].what, What::Organisation { .. }) {
        return behalf && items.get(i + 1).is_some_and(dash);
    }
    let name = matches!(items[i].what, What::State { form: StateForm::Name, .. });
    // "The delegation of Kenya: A and B".
    if heading || name && delegation(i - 1) && items.get(i + 1).is_some_and(dash) {
        return true;
    }
    // "Present were: from Namibia, A and B; from Canada, C".
    let listed = name
        && (i == 1
            || items[..i]
                .iter()
                .any(|x| matches!(x.what, What::Attendance { .. } | What::Both) || x.is_mark(":")))
        && items[i - 1].is_word("from")
        && items.get(i + 1).is_some_and(|n| n.is_mark(",:"));
    listed
        || adjective
            && (items[i - 1].is_word("with") || items[i - 1].is_word("from"))
            && items.get(i + 1).is_some_and(|n| n.is_mark("-–—:"))
}

/// "From Kenya A and B, from Norway C took part": where complements stand first, the case of the state that opens the list
/// tells whose those are who follow.
fn from_states(scan: &Scan, sentence: &super::Sentence) -> Option<usize> {
    let last = sentence.items.iter().rfind(|i| !i.is_mark(".!"))?;
    let there = scan.pack.features.complement_before && scan.word(last.start, "were_there").is_some()
        || sent_by_several(scan, sentence).is_some();
    there.then(|| (0..sentence.items.len().min(3)).find(|&i| sent_from(scan, sentence, i))).flatten()
}

/// The verb that closes a list of those whom two and more sent: "From Kenya A, from Norway B took part".
fn sent_by_several(scan: &Scan, sentence: &super::Sentence) -> Option<usize> {
    if !scan.pack.features.complement_before {
        return None;
    }
    let items = &sentence.items;
    let sent: Vec<usize> = (0..items.len()).filter(|&i| sent_from(scan, sentence, i)).collect();
    let [first, .., last] = sent[..] else { return None };
    let there = |&i: &usize| scan.word(items[i].start, "were_there").is_some();
    (first < 3).then(|| (last + 1..items.len()).find(there)).flatten()
}

/// "From Kenya was present A, from Norway B": the state at item `i` sent those named behind it; beside whom it stands right
/// behind ("A from Kenya") is where he is from.
fn sent_for(scan: &Scan, sentence: &super::Sentence, i: usize, at: usize) -> bool {
    let items = &sentence.items;
    let from = items[i].start > 0 && scan.word(items[i].start - 1, "from").is_some();
    let near = i > at || at - i < 3;
    scan.pack.features.svo_with_cases()
        && from
        && near
        && !sentence.actors.iter().any(|a| {
            matches!(a.kind, ActorKind::Person(_)) && a.items.end + 1 == i && !items[i - 1].is_mark(",")
        })
}

fn sent_from(scan: &Scan, sentence: &super::Sentence, i: usize) -> bool {
    if !scan.pack.features.complement_before {
        return false;
    }
    let items = &sentence.items;
    let opens = i < 2 || items[i - 1].is_mark(",;") || items[i - 1].is_word("and");
    // "On behalf of Kenya A": a word of its own stands for the case.
    let behalf = items.get(i + 1).is_some_and(|n| n.is_word("from") || matches!(n.what, What::Side));
    let next = if behalf { i + 2 } else { i + 1 };
    matches!(items[i].what, What::State { form: StateForm::Name, .. } | What::Organisation { .. })
        && (behalf || items[i].tags & tags::ABL != 0)
        && opens
        && items
            .get(next)
            .is_some_and(|n| matches!(n.what, What::Office(_) | What::Name { .. } | What::Institution { .. }))
}

/// Both hold the same high office, of whatever state, or are ministers of the same matter.
fn same_office(context: &Context, a: usize, b: usize) -> bool {
    let offices = |n: usize| context.namings[n].offices();
    // "The two ministers of interior and defence, A and B": a noun for several tells nobody's own matter.
    let minister = |o: &OfficePhrase| o.position == "minister" && o.number == NounNumber::One;
    let sole = |o: &OfficePhrase| o.rank == 0 || minister(o) && o.institution.is_some();
    offices(a).any(|o| {
        sole(o)
            && !o.former
            && offices(b).any(|p| p.position == o.position && p.institution == o.institution && !p.former)
    })
}

pub(super) fn seat(
    context: &Context,
    draft: &mut Draft,
    naming: usize,
    slot: usize,
    principal: bool,
    by: &str,
) {
    if draft.camps.iter().flat_map(|c| &c.seats).any(|s| context.is_same(s.naming, naming)) {
        return;
    }
    draft.why.push(Why {
        field: "participant".into(),
        by: by.to_string(),
        words: context.namings[naming].name.clone(),
    });
    draft.camps[slot].seats.push(Seat { naming, principal });
}

/// The side opposite to the one on which the last were listed, else the one where fewer stand.
fn across(draft: &Draft, listed: &[(usize, Option<usize>)]) -> usize {
    match listed.last().and_then(|l| l.1) {
        Some(last) => 1 - last,
        None => usize::from(draft.camps[0].seats.len() >= draft.camps[1].seats.len()),
    }
}

fn side_of(
    context: &Context,
    index: usize,
    at: usize,
    of: &str,
    before: bool,
    draft: &Draft,
) -> Option<usize> {
    match of {
        "host" if draft.kind == "VISIT" => Some(1),
        "host" => Some(0),
        // The visiting side is that of whoever is on a visit, else the one received.
        "guest" if draft.kind == "VISIT" => Some(0),
        // Where nobody is the host, the side of which nobody is named yet.
        "guest" => {
            let hosts = draft.camps.iter().any(|c| c.part == "host");
            let [first, second] = [0, 1].map(|i| draft.camps[i].seats.is_empty());
            Some(usize::from(hosts || !first || second))
        }
        "subject" => subject_side(context, index, at, before, draft),
        _ => None,
    }
}

/// Who heads a delegation or a side sits at its head: "A led the Saudi side", "the delegations were headed by A and B".
fn head(context: &Context, index: usize, drafts: &mut [Draft]) {
    let sentence = &context.sentences[index];
    let scan = context.scan(sentence);
    let mut heads: Vec<(usize, Option<Slug>)> = Vec::new();
    let mut at = 0;
    let team = |i: usize| {
        sentence.items[i].is_word("delegation") || matches!(sentence.items[i].what, What::Side | What::Both)
    };
    for (k, item) in sentence.items.iter().enumerate() {
        if scan.word(item.start, "leading").is_none() {
            continue;
        }
        let after = (k + 1..sentence.items.len().min(k + 6)).find(|&i| team(i));
        let before = (k.saturating_sub(6)..k).rev().find(|&i| team(i));
        let passive = sentence.items.get(k + 1).is_some_and(|x| x.is_word("by"));
        let Some(group) = (if passive { before } else { after }) else { continue };
        // The state that the group is of stands beside it.
        let near = (group.saturating_sub(2)..(group + 3).min(sentence.items.len())).filter(|&i| i != k);
        let code = near.into_iter().find_map(|i| match &sentence.items[i].what {
            What::State { code, form: StateForm::Adjective | StateForm::Name } => Some(*code),
            What::Organisation { code } => Some(*code),
            _ => None,
        });
        let link =
            |x: &Item| x.is_mark(",") || x.is_word("and") || x.is_word("by") || x.is_word("determiner");
        let mut persons: Vec<usize> = Vec::new();
        if passive {
            let mut end = k + 2;
            for a in sentence.actors.iter().filter(|a| a.items.start > k) {
                if !sentence.items[end.min(a.items.start)..a.items.start].iter().all(link) {
                    break;
                }
                match a.kind {
                    ActorKind::Person(n) => persons.push(n),
                    ActorKind::Official(_) => {}
                    _ => break,
                }
                end = a.items.end;
            }
        } else {
            let mut start = k;
            for a in sentence.actors.iter().rev().filter(|a| a.items.end <= k) {
                let ActorKind::Person(n) = a.kind else { break };
                let gap = &sentence.items[a.items.end.min(start)..start];
                if !(start == k && gap.len() < 4 || start != k && gap.iter().all(link)) {
                    break;
                }
                persons.push(n);
                start = a.items.start;
            }
        }
        let single = persons.len() == 1;
        heads.extend(
            persons
                .into_iter()
                .filter(|&n| context.person_of[n].is_some())
                .map(|n| (n, code.filter(|_| single))),
        );
        at = k;
    }
    if heads.is_empty() {
        return;
    }
    let Some(draft) = attended(index, at, false, drafts, &[]) else { return };
    for (naming, code) in heads {
        let party = code.or_else(|| context.naming_party[naming]);
        let own = party.as_ref().and_then(|p| draft.slot_of(p));
        let home = context.home.and_then(|h| draft.slot_of(&h));
        let free = |slot: &usize| !draft.camps[*slot].seats.iter().any(|s| s.principal);
        if let Some(slot) = own.or(home.filter(free)).or((0..2).find(free)) {
            seat(context, draft, naming, slot, true, "lead");
        }
    }
}

/// The word that a formula asks for stands shortly before it ("[a delegation] that included").
fn follows(sentence: &super::Sentence, at: usize, work: Option<&str>) -> bool {
    let Some(work) = work else { return true };
    let items = &sentence.items[..at];
    if items[at.saturating_sub(5)..].iter().any(|i| i.is_word(work)) {
        return true;
    }
    // "The Kenyan delegation, led by the minister NAME, comprised A".
    let aside = |k: &usize| items[*k].is_word(work) && items.get(k + 1).is_some_and(|x| x.is_mark(","));
    items.last().is_some_and(|x| x.is_mark(",")) && (at.saturating_sub(14)..at).any(|k| aside(&k))
}

/// The meeting that a list belongs to: in this sentence, else the last one told.
///
/// `told` are the states whose sides the list names: the meeting must be theirs, if one is.
fn attended<'d>(
    index: usize,
    at: usize,
    listed_here: bool,
    drafts: &'d mut [Draft],
    told: &[Slug],
) -> Option<&'d mut Draft> {
    let meets = |d: &Draft| {
        matches!(d.kind.as_str(), "MEET" | "SIGN" | "CALL" | "CREDENTIALS") && d.status != "denied"
    };
    let people = |d: &Draft| {
        meets(d) || matches!(d.kind.as_str(), "VISIT" | "MESSAGE" | "COOPERATE" | "AGREE" | "AID")
    };
    let own = |d: &Draft| (d.sentence == index || d.spot == index && d.kind == "CREDENTIALS") && people(d);
    let here = drafts
        .iter()
        .rposition(|d| own(d) && d.at < at && meets(d))
        .or_else(|| drafts.iter().position(|d| own(d) && meets(d)));
    if listed_here
        && let Some(at) =
            here.or_else(|| drafts.iter().rposition(|d| own(d) && d.at < at && d.kind != "VISIT"))
    {
        return drafts.get_mut(at);
    }
    let theirs = |d: &Draft| !told.is_empty() && told.iter().all(|c| d.all_parties().contains(c));
    let talks = |d: &Draft| meets(d) && d.kind == "MEET";
    let done = |d: &Draft| d.status == "happened";
    let sided = drafts
        .iter()
        .rposition(|d| talks(d) && theirs(d) && done(d))
        .or_else(|| drafts.iter().rposition(|d| talks(d) && theirs(d)))
        .or_else(|| drafts.iter().rposition(|d| meets(d) && theirs(d)));
    let at = sided
        .or(here)
        .or_else(|| drafts.iter().rposition(|d| talks(d) && d.done()))
        .or_else(|| drafts.iter().rposition(|d| talks(d) && !d.background && d.status == "happened"))
        // "They signed. He will call on X. The ceremony was witnessed by": what was done before what is to come.
        .or_else(|| drafts.iter().rposition(|d| meets(d) && d.done()))
        .or_else(|| drafts.iter().rposition(talks))
        .or_else(|| drafts.iter().rposition(meets))
        .or_else(|| drafts.iter().position(|d| own(d) && d.kind != "VISIT"))
        .or_else(|| drafts.iter().position(own))
        .or_else(|| drafts.iter().rposition(|d| people(d) && d.status != "denied" && d.kind != "VISIT"))
        .or_else(|| drafts.iter().rposition(people))?;
    // "Presented his credentials … The President welcomed him. Present were": the ceremony is what they were at.
    let parties = drafts[at].all_parties();
    let ceremony = |d: &Draft| {
        d.kind == "CREDENTIALS" && d.done() && parties.iter().all(|p| d.all_parties().contains(p))
    };
    let at = if talks(&drafts[at]) { drafts.iter().rposition(ceremony).unwrap_or(at) } else { at };
    drafts.get_mut(at)
}

/// "With the president was A": the one side at whose head sits who holds the office, where nouns have an article.
fn holder(context: &Context, actor: &Actor, draft: &Draft) -> Option<usize> {
    let ActorKind::Official(office) = &actor.kind else { return None };
    let holds = |s: &Seat| context.namings[s.naming].offices().any(|o| o.position == office.position);
    let heads = |c: &Camp| c.seats.iter().any(|s| s.principal && holds(s));
    let article = context.scan(&context.sentences[draft.spot]).has_article();
    one_side(draft, heads).filter(|_| article && !actor.plural)
}

/// The side of whoever is accompanied: the last person before the formula, or after it where the list stands before.
fn subject_side(context: &Context, index: usize, at: usize, before: bool, draft: &Draft) -> Option<usize> {
    let sentence = &context.sentences[index];
    let stands = |a: &&Actor| !a.kind.is_city();
    // One accompanies somebody; a state only where nobody is named.
    // "Will be accompanied by a delegation that includes": it is of whoever is accompanied.
    let somebody = |a: &&Actor| match a.kind {
        ActorKind::Person(_) | ActorKind::Official(_) => true,
        ActorKind::Delegation => a.party.is_some() || !sentence.by_order,
        _ => false,
    };
    let one = if before {
        sentence.actors.iter().find(|a| a.items.start > at && stands(a))
    } else {
        let mut earlier = sentence.actors.iter().rev().filter(|a| a.items.end <= at);
        let one = earlier.clone().find(somebody).or_else(|| earlier.find(stands));
        // "There with the king were A and B": whoever is named right after the formula.
        let next = || sentence.actors.iter().find(|a| a.items.start == at + 1 && somebody(a));
        one.or_else(|| next().filter(|_| context.scan(sentence).has_article()))
    };
    match one {
        Some(actor) => match context.party(actor) {
            Some(party) => draft.slot_of(&party),
            None if draft.kind == "VISIT" => Some(0),
            None if matches!(actor.kind, ActorKind::Official(_)) => holder(context, actor, draft),
            // "Received B and the delegation with him that comprised": whoever stands before it, else the guest.
            None if matches!(actor.kind, ActorKind::Delegation) && context.scan(sentence).has_article() => {
                let named = |a: &&Actor| a.items.end <= actor.items.start && a.kind.is_person();
                let with = sentence.actors.iter().rfind(named).and_then(|a| context.party(a));
                let own = |c: &super::Camp| with.is_some_and(|p| c.parties.contains(&p));
                draft.camps.iter().position(own).or(Some(usize::from(draft.camps[1].part == "guest")))
            }
            None => {
                let ActorKind::Person(n) = actor.kind else { return None };
                let person = context.person_of[n]?;
                draft.camps.iter().position(|c| context.sits(c, person))
            }
        },
        // "It is led by": the delegation of which nobody was named yet.
        None => {
            let headless = |c: &super::Camp| draft.kind == "MEET" && c.group && c.seats.is_empty();
            let delegation = |c: &super::Camp| draft.kind == "MEET" && c.group;
            // "The delegation comprises": whose delegation was received.
            let received = || one_side(draft, delegation);
            let guest = usize::from(draft.camps[1].part == "guest");
            one_side(draft, headless).or_else(received).or(Some(guest))
        }
    }
}
