//! A gathering of many whose parties several sentences tell: "The summit of ORGANISATION ended in CITY. Host A thanked the
//! guests, among whom were B and C. From X came D."

use super::attendance::seat;
use super::{Camp, Context, Draft, Seat, Sentence, convened, setting, status};
use crate::Slug;
use crate::detect::person::{Actor, ActorKind};
use crate::detect::{Item, Scan, What};
use crate::pack::{Sense, TriggerForm};

/// How many sentences of a text may open before the one that tells the gathering.
const LEAD: usize = 4;

/// How many sentences after it tell who came.
const LISTS: usize = 4;

/// How many words may stand between an organisation and the noun of its gathering.
const NAMED: usize = 4;

/// A gathering that a lead tells, and who led it or came.
struct Sitting {
    index: usize,
    /// The item of its noun.
    at: usize,
    organisations: Vec<Slug>,
    host: Option<Slug>,
    people: Vec<(usize, Slug)>,
    /// Whose leaders or ministers are said to have come, by no name.
    others: Vec<Slug>,
    /// The last sentence that tells who came.
    last: usize,
}

/// Puts the one gathering of many together, and takes away what single sentences made of parts of it.
pub(crate) fn sitting(context: &Context, drafts: &mut Vec<Draft>) {
    if !context.sentences.last().is_some_and(|s| s.by_order) {
        return;
    }
    let body = context.sentences.partition_point(|s| s.scan == 0);
    let lead = (body..context.sentences.len()).take(LEAD).find_map(|index| told(context, index));
    match lead.map(|lead| came_to(context, lead, drafts)) {
        Some((sitting, Some(draft))) => one_gathering(context, &sitting, draft, drafts),
        _ => who_led(context, body + LEAD, drafts),
    }
}

/// The gathering with those who came to it, and the event that they make.
fn came_to(context: &Context, mut sitting: Sitting, drafts: &[Draft]) -> (Sitting, Option<Draft>) {
    for index in sitting.index..(sitting.index + LISTS).min(context.sentences.len()) {
        came(context, index, drafts, &mut sitting);
    }
    let draft = draft(context, &sitting);
    (sitting, draft)
}

/// Takes away what single sentences made of parts of a gathering, and puts it in their place.
fn one_gathering(context: &Context, sitting: &Sitting, draft: Draft, drafts: &mut Vec<Draft>) {
    let all = draft.all_parties();
    let named =
        |d: &Draft| d.camps.iter().all(|c| !c.seats.is_empty()) && !d.nominal && d.all_parties().len() == 2;
    let part = |d: &Draft| {
        let here = d.in_title() || (sitting.index..=sitting.last).contains(&d.spot);
        let two = d.kind == "MEET" && named(d) && !joins(context, d) && !d.in_title();
        let gathers = matches!(d.kind.as_str(), "MEET" | "HOST" | "VISIT");
        here && gathers && !two && d.all_parties().iter().all(|p| all.contains(p))
    };
    drafts.retain(|d| !part(d));
    let place = drafts.partition_point(|d| d.in_title() || d.spot < sitting.index);
    drafts.insert(place, draft);
}

/// "The ministers of A, B and C met, chaired by X. Y of B represented his country": who led a meeting of several, or is said
/// right after it to have been there.
fn who_led(context: &Context, end: usize, drafts: &mut [Draft]) {
    let several = |d: &Draft| {
        d.kind == "MEET" && d.done() && !d.in_title() && !d.background && !d.secondary && d.spot < end
    };
    let Some(draft) = drafts.iter_mut().find(|d| several(d) && d.all_parties().len() > 2) else { return };
    let last = (draft.spot + LISTS / 2).min(context.sentences.len() - 1);
    for sentence in &context.sentences[draft.spot..=last] {
        for actor in &sentence.actors {
            let ActorKind::Person(naming) = actor.kind else { continue };
            let party = context.party(actor).filter(|_| context.in_office(naming));
            let own = |c: &Camp| party.is_some_and(|p| c.parties.contains(&p));
            if (is_chair(context, sentence, actor) || is_there(context, sentence, actor))
                && let Some(slot) = draft.camps.iter().position(own)
            {
                seat(context, draft, naming, slot, true, "lead");
            }
        }
    }
}

/// "A of X and B of Y were present": whoever stands in a row before such words.
fn is_there(context: &Context, sentence: &Sentence, actor: &Actor) -> bool {
    let scan = context.scan(sentence);
    let there = |i: &Item| {
        let kind = |s: &Sense| matches!(s, Sense::Word { work, kind: Some(kind) } if *work == "sits" && *kind == "there");
        scan.is(i.start, kind)
    };
    let stops = |i: &Item| matches!(i.what, What::Trigger(_)) || i.is_word("saying") || i.is_mark(";:.");
    let rest = &sentence.items[actor.items.end..];
    let at = rest.iter().position(there);
    actor.marker.is_none() && at.is_some_and(|at| !rest[..at].iter().any(stops))
}

/// Words for leading a gathering stand right before somebody or behind him.
fn is_chair(context: &Context, sentence: &Sentence, actor: &Actor) -> bool {
    let leads = |i: &Item| context.scan(sentence).word(i.start, "leads").is_some();
    sentence.items[..actor.items.start].iter().rev().take(3).any(leads)
        || sentence.items[actor.items.end..].iter().take(4).any(leads)
}

/// It is a meeting of many by its verb: attended, addressed.
fn joins(context: &Context, draft: &Draft) -> bool {
    let sentence = &context.sentences[draft.spot];
    let verb = sentence.items.get(draft.at);
    verb.is_some_and(|i| context.scan(sentence).word(i.start, "sits").is_some())
}

/// A sentence that says that a gathering of an organisation was held, opened or ended, or that somebody led it.
fn told(context: &Context, index: usize) -> Option<Sitting> {
    let sentence = &context.sentences[index];
    let scan = context.scan(sentence);
    let items = &sentence.items;
    if (context.other_world)() || items.iter().any(|i| matches!(i.what, What::Background) || i.is_margin()) {
        return None;
    }
    let (at, organisations) = (0..items.len()).find_map(|at| {
        let whose = whose(scan, items, at);
        (!whose.is_empty() && news(context, sentence, at)).then_some((at, whose))
    })?;
    let host = sentence.actors.iter().find(|a| convened::place(a)).and_then(|a| a.party);
    let seats = &scan.pack.lexicon.seats;
    let host = host.filter(|h| organisations.iter().all(|o| !seats.contains(&(*o, *h))));
    Some(Sitting { index, at, organisations, host, people: Vec::new(), others: Vec::new(), last: index })
}

/// The organisations whose gathering the noun at item `at` tells: named right before it, or after "of".
fn whose(scan: &Scan, items: &[Item], at: usize) -> Vec<Slug> {
    if !convened::session(scan, &items[at]) {
        return Vec::new();
    }
    let code = |i: &Item| match &i.what {
        What::Organisation { code } => Some(*code),
        _ => None,
    };
    let plain = |i: &Item| matches!(i.what, What::Other { .. } | What::Institution { .. } | What::Office(_));
    let near = items[at.saturating_sub(NAMED)..at].iter().rev();
    let before: Vec<Slug> =
        near.take_while(|i| plain(i) || code(i).is_some() || i.is_mark("-'’")).filter_map(code).collect();
    if !before.is_empty() {
        return before;
    }
    let of = |i: &Item| i.is_word("of") || i.is_word("determiner") || i.is_word("and");
    let after = items[at + 1..].iter().take_while(|i| of(i) || plain(i) || code(i).is_some());
    if items.get(at + 1).is_some_and(|i| i.is_word("of")) {
        after.filter_map(code).collect()
    } else {
        Vec::new()
    }
}

/// The noun at item `at` is the subject of a verb of holding, or the object of one, and nothing that is still to come.
fn news(context: &Context, sentence: &Sentence, at: usize) -> bool {
    let scan = context.scan(sentence);
    let items = &sentence.items;
    let convenes =
        |i: &Item| scan.word(i.start, "convenes").is_some_and(|m| m.end >= i.end) || i.is_word("occurs");
    let holds = |i: &Item| scan.is_verb_of(i, "HOST") || scan.word(i.start, "leads").is_some();
    let stops = |i: &&Item| i.is_mark(";:") || i.is_word("relative");
    let verb = (at + 1..items.len()).take_while(|&i| !stops(&&items[i])).find(|&i| convenes(&items[i]));
    let subject = |at: usize| {
        let opens = |i: &Item| {
            matches!(
                i.what,
                What::Other { .. }
                    | What::Organisation { .. }
                    | What::Institution { .. }
                    | What::Office(_)
                    | What::Time
            ) || i.is_word("determiner")
                || i.is_word("of")
                || i.is_word("and")
                || i.is_mark("-()–—,")
        };
        let from = super::arguments::opening(scan, sentence).filter(|&d| d <= at).unwrap_or(0);
        items[from..at].iter().all(opens)
    };
    let object = || (at.saturating_sub(NAMED + 4)..at).rev().find(|&i| holds(&items[i]));
    let verb = match verb.filter(|_| subject(at)) {
        Some(verb) => verb,
        None => match object() {
            Some(verb) => verb,
            None => return false,
        },
    };
    let form = if items[verb].is_present() { TriggerForm::Present } else { TriggerForm::Past };
    let hint = status::Hint { form: Some(form), ..Default::default() };
    status::status(scan, sentence, verb, &hint) == "happened"
}

/// Adds whoever a sentence says to have led the gathering or to have come.
fn came(context: &Context, index: usize, drafts: &[Draft], sitting: &mut Sitting) {
    let sentence = &context.sentences[index];
    let scan = context.scan(sentence);
    let word = |i: &Item, work: &str| scan.word(i.start, work).is_some();
    let there = sentence.items.iter().any(|i| word(i, "sits") || matches!(i.what, What::Attendance { .. }));
    let led = sentence.items.iter().any(|i| word(i, "leads"));
    if !there && !led {
        return;
    }
    // "Met B on the eve": two by themselves.
    let two = |d: &Draft| {
        matches!(d.kind.as_str(), "MEET" | "CALL" | "SIGN")
            && d.spot == index
            && !joins(context, d)
            && !d.nominal
            && d.camps.iter().all(|c| c.seats.iter().any(|s| s.principal))
    };
    if index > sitting.index && drafts.iter().any(two) {
        return;
    }
    for actor in &sentence.actors {
        if actor.plural && actor.kind.is_people() && there {
            sitting.others.extend(context.parties(actor));
        }
        let ActorKind::Person(naming) = actor.kind else { continue };
        let named = context.person_of[naming].is_some();
        let party = context.party(actor).or_else(|| from(sentence, actor));
        let host = || sitting.host.filter(|_| led && index == sitting.index);
        let Some(party) = party.or_else(host).filter(|_| named && !actor.is_aside()) else { continue };
        if sitting.people.iter().all(|(n, _)| !context.is_same(*n, naming)) {
            sitting.people.push((naming, party));
            sitting.last = index;
        }
        let chair = led && is_chair(context, sentence, actor);
        if chair && sitting.host.is_none() {
            sitting.host = Some(party);
        }
    }
}

/// "From A came NAME; from B, NAME": the state right before whoever came.
fn from(sentence: &Sentence, actor: &Actor) -> Option<Slug> {
    let before = &sentence.items[..actor.items.start];
    let ends = |i: &Item| matches!(i.what, What::Name { .. }) || i.is_mark(";");
    let mut near = before.iter().rev().take(4).take_while(|i| !ends(i));
    near.find_map(|i| match &i.what {
        What::State { code, .. } => Some(*code),
        _ => None,
    })
}

/// The event, where more than an organisation and its host are told to have been there.
fn draft(context: &Context, sitting: &Sitting) -> Option<Draft> {
    let sentence = &context.sentences[sitting.index];
    let scan = context.scan(sentence);
    let mut others: Vec<Slug> = Vec::new();
    let named = sitting.people.iter().map(|(_, p)| *p).chain(sitting.others.iter().copied());
    for party in sitting.organisations.iter().copied().chain(named) {
        if Some(party) != sitting.host && !others.contains(&party) {
            others.push(party);
        }
    }
    if sitting.people.is_empty() || others.len() + usize::from(sitting.host.is_some()) < 2 {
        return None;
    }
    let host = sitting.host.unwrap_or_else(|| others.remove(0));
    let frame = &scan.pack.frames[scan.pack.plain_frame("MEET")?];
    let words = scan.words_of(&sentence.items[sitting.at]);
    let mut draft = Draft::of(frame, words, sitting.index, sentence.scan, sitting.at);
    let seats = |own: bool| {
        let on = sitting.people.iter().filter(|(_, p)| (*p == host) == own);
        on.map(|(naming, _)| Seat { naming: *naming, principal: true }).collect::<Vec<_>>()
    };
    let camp = |parties: Vec<Slug>, seats: Vec<Seat>| Camp {
        part: "party",
        people: !seats.is_empty(),
        parties,
        seats,
        ..Camp::default()
    };
    draft.camps = [camp(vec![host], seats(true)), camp(others, seats(false))];
    draft.unordered = true;
    setting::place_and_date(context, sitting.index, sitting.at, &mut draft);
    Some(draft)
}
