//! Gatherings of an organisation: a clause says that one was held, and in whose city or under whom.

use super::{Camp, Context, Draft, Sentence, arguments, status};
use crate::Slug;
use crate::detect::person::{Actor, ActorKind};
use crate::detect::{Item, Scan, What};
use crate::pack::{Sense, StateForm, TriggerForm};

/// How many items may open a sentence before the verb that says so: a day, an agency.
const OPENING: usize = 10;

/// A gathering of an organisation that the sentence tells by no frame: called off, or held.
pub(super) fn convened(context: &Context, index: usize) -> Option<Draft> {
    called_off(context, index).or_else(|| came_together(context, index))
}

/// "There opened in CITY the summit of ORGANISATION": the organisation met, and whose city it is was its host.
///
/// What is still to come is told as hosted; so is what a city or a state is said to hold.
fn came_together(context: &Context, index: usize) -> Option<Draft> {
    let sentence = &context.sentences[index];
    let scan = context.scan(sentence);
    let items = &sentence.items;
    if sentence.by_order {
        return assembled(context, index);
    }
    if !scan.has_article() || !scan.pack.lexicon.has_word("convenes") {
        return None;
    }
    let (at, kind) = (0..items.len().min(OPENING)).find_map(|i| Some((i, convenes(scan, &items[i])?)))?;
    if elsewhere(context, items) {
        return None;
    }
    let to = end_of_clause(items, at);
    let inside = &items[at + 1..to];
    if inside.iter().any(|i| i.is_margin() || i.is_word("with") || i.is_word("delegation")) {
        return None;
    }
    let there =
        || sentence.actors.iter().enumerate().filter(|(_, a)| at < a.items.start && a.items.end <= to);
    let body = |a: &Actor| a.plural || !a.kind.is_person();
    let organisation = there()
        .filter(|(_, a)| body(a) && !a.and)
        .find_map(|(_, a)| a.party.filter(|p| p.starts_with("ORG:")))?;
    // Its ministers gathered, or a meeting of it was held.
    let next = at + 1;
    // "The city of A hosted".
    let named = (next..to).find(|&i| !items[i].is_word("region")).unwrap_or(next);
    let gathered =
        there().any(|(_, a)| a.items.start == next && body(a) && ours(context, a) && a.party.is_some());
    let meets = scan.is_verb_of(&items[at], "MEET") && gathered;
    // "Saw protests after the summit": when something else was.
    let when = |i: &Item| ["after", "before", "during"].iter().any(|w| i.is_word(w));
    let told = inside.iter().position(|i| session(scan, i) && i.marker == 0);
    let told = told.filter(|&s| !inside[..s].iter().any(when));
    if !meets && told.is_none() {
        return None;
    }
    // Whoever stands right after the verb holds, hosts or chairs it.
    let subject = there().find(|(_, a)| a.items.start == named && a.marker.is_none() && !ours(context, a));
    let host = match (subject, kind) {
        (Some((member, _)), Kind::Hosts | Kind::Chairs) => member,
        (Some(_), Kind::Held) => return None,
        (None, _) => there().find(|(_, a)| place(a)).map(|(member, _)| member)?,
    };
    let host = hosting(context, sentence, host, organisation)?;
    let (form, hint) = tense(&items[at]);
    // "The palace in CITY hosted": a house is where the state did.
    let house =
        || items.get(next).is_some_and(|i| i.is_word("building")) && scan.is_verb_of(&items[at], "HOST");
    let hosts = kind == Kind::Hosts && (subject.is_some() || house());
    let draft = |told: &str| {
        let frames = scan.pack.frames.iter().filter(|f| f.kind == told && f.status.is_none());
        let mut frames = frames.filter(|f| told == "HOST" || f.mode.as_deref() == Some("multilateral"));
        let frame = frames.next()?;
        let mut draft = Draft::of(frame, scan.words_of(&items[at]), index, sentence.scan, at);
        draft.status = status::status(scan, sentence, at, &hint);
        // "The next summit is held in".
        let next = |i: &Item| scan.is(i.start, |s| matches!(s, Sense::Turn { ahead: true }));
        if draft.status == "happened" && form == TriggerForm::Present && inside.iter().any(next) {
            draft.status = "planned";
        }
        seat(context, index, at, &mut draft, [host.clone(), Camp::of(organisation)]);
        Some(draft)
    };
    let held = draft(if hosts { "HOST" } else { "MEET" })?;
    if held.status == "planned" && !hosts { draft("HOST") } else { Some(held) }
}

/// "The leaders of ORGANISATION met in CITY for their summit", "the summit of ORGANISATION opened in CITY", where the subject
/// stands first: the organisation met, and whose city it is was its host.
fn assembled(context: &Context, index: usize) -> Option<Draft> {
    let sentence = &context.sentences[index];
    let scan = context.scan(sentence);
    let items = &sentence.items;
    if !scan.pack.lexicon.has_word("convenes") {
        return None;
    }
    let verb =
        |i: &Item| scan.word(i.start, "convenes").is_some_and(|m| m.end >= i.end) || i.is_word("occurs");
    let at = (1..items.len()).find(|&i| verb(&items[i]))?;
    // Who took part is told after it.
    let lists =
        |s: &Sentence| s.items.iter().any(|i| matches!(i.what, What::Attendance { inside: false, .. }));
    if context.sentences[index..].iter().take(4).any(lists) {
        return None;
    }
    if elsewhere(context, items) {
        return None;
    }
    let city = |a: &Actor| a.kind.is_city();
    let from = arguments::opening(scan, sentence).filter(|&d| d < at).unwrap_or(0);
    let before = || sentence.actors.iter().filter(|a| a.items.start >= from && a.items.end <= at && !city(a));
    let own = |a: &Actor| a.party.is_some_and(|p| p.starts_with("ORG:")) && (a.plural || !a.kind.is_person());
    let organisation = before().next().filter(|a| own(a))?.party?;
    if !before().all(|a| own(a) && a.party == Some(organisation)) {
        return None;
    }
    let to = end_of_clause(items, at);
    let inside = &items[at + 1..to];
    if inside.iter().any(|i| i.is_margin() || i.is_word("with") || i.is_word("negation")) {
        return None;
    }
    // Its people met, or a gathering of it took place; what else opened is none.
    let people = before().any(|a| a.kind.is_person()) && scan.is_verb_of(&items[at], "MEET");
    let told = items[from..at].iter().any(|i| session(scan, i));
    let for_it = || before().any(|a| a.kind.is_person()) && inside.iter().any(|i| session(scan, i));
    if !people && !told && !for_it() {
        return None;
    }
    let there = sentence.actors.iter().enumerate().filter(|(_, a)| at < a.items.start && a.items.end <= to);
    let (host, _) = there.clone().find(|(_, a)| place(a))?;
    // "In Vientiane, Laos": nobody else is named but where.
    let stands = |a: &Actor| matches!(a.kind, ActorKind::Person(_) | ActorKind::Counterpart);
    if there.clone().any(|(_, a)| stands(a) && a.marker.is_none()) {
        return None;
    }
    let host = hosting(context, sentence, host, organisation)?;
    let (_, hint) = tense(&items[at]);
    // "Will be held in CITY".
    let told = match items[at].is_word("planned") || items[at].is_word("future") {
        true => "planned",
        false => status::status(scan, sentence, at, &hint),
    };
    let kind = if told == "planned" { "HOST" } else { "MEET" };
    let frame = &scan.pack.frames[scan.pack.plain_frame(kind)?];
    let mut draft = Draft::of(frame, scan.words_of(&items[at]), index, sentence.scan, at);
    draft.status = told;
    seat(context, index, at, &mut draft, [host, Camp::of(organisation)]);
    Some(draft)
}

/// The clause is of sport, of a film or of what was before.
fn elsewhere(context: &Context, items: &[Item]) -> bool {
    let other = |i: &Item| matches!(i.what, What::Background) || i.is_word("sport") || i.is_word("film");
    (context.other_world)() || items.iter().any(other)
}

/// Where the clause of the verb at item `at` ends.
fn end_of_clause(items: &[Item], at: usize) -> usize {
    let ends =
        |i: &Item| matches!(i.what, What::Mark(';' | ':' | '.')) || i.is_word("relative") || i.is_only_verb();
    (at + 1..items.len()).find(|&i| ends(&items[i])).unwrap_or(items.len())
}

/// The side of the state that held the gathering; None where it is only the seat of the organisation.
fn hosting(context: &Context, sentence: &Sentence, host: usize, organisation: Slug) -> Option<Camp> {
    let mut camp = Camp { part: "party", body: true, ..Camp::default() };
    arguments::add(context, sentence, &mut camp, host);
    let party = *camp.parties.first().filter(|p| !p.starts_with("ORG:"))?;
    let seats = &context.scan(sentence).pack.lexicon.seats;
    (!seats.contains(&(organisation, party))).then_some(camp)
}

/// What the form of the verb says of the status.
fn tense(verb: &Item) -> (TriggerForm, status::Hint) {
    let form = if verb.is_present() { TriggerForm::Present } else { TriggerForm::Past };
    (form, status::Hint { form: Some(form), ..Default::default() })
}

/// Gives the event its sides, the host first, and its place and day.
fn seat(context: &Context, index: usize, at: usize, draft: &mut Draft, [host, organisation]: [Camp; 2]) {
    let parts = if draft.kind == "HOST" { ["actor", "recipient"] } else { ["party", "party"] };
    draft.present = context.sentences[index].items[at].is_present();
    draft.unordered = draft.kind == "MEET";
    draft.occurs = draft.kind == "HOST" && context.scan(&context.sentences[index]).has_article();
    draft.camps = [Camp { part: parts[0], ..host }, Camp { part: parts[1], ..organisation }];
    super::setting::place_and_date(context, index, at, draft);
}

/// "The summit of ORGANISATION was held in CITY": nobody is said to have held it, so those met whose summit and city it is.
pub(super) fn took_place(sentence: &Sentence, draft: &mut Draft) {
    let [host, guests] = &draft.camps;
    let lone = host.seats.is_empty() && !host.people && host.parties.len() == 1;
    let theirs = |a: &&Actor| host.parties.first() == a.party.as_ref();
    let there = |a: &Actor| matches!(a.marker.as_deref(), Some("in" | "at")) || a.marker.is_none() && a.and;
    let mut own = sentence.actors.iter().filter(theirs).peekable();
    let place = own.peek().is_some() && own.all(there);
    let organisation = guests.parties.len() == 1 && guests.parties[0].starts_with("ORG:");
    if !sentence.by_order || draft.status != "happened" || !lone || !place || !organisation {
        return;
    }
    draft.kind = "MEET".into();
    (draft.unordered, draft.occurs, draft.nominal) = (true, true, false);
    draft.camps.iter_mut().for_each(|c| c.part = "party");
}

/// What the verb of a gathering says of its subject.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    /// It met, or the gathering took place.
    Held,
    /// It is where the gathering was.
    Hosts,
    /// He led it.
    Chairs,
}

fn convenes(scan: &Scan, item: &Item) -> Option<Kind> {
    let told = scan.word(item.start, "convenes")?;
    Some(match scan.sense(&told) {
        Sense::Word { kind: Some(kind), .. } if *kind == "hosts" => Kind::Hosts,
        Sense::Word { kind: Some(kind), .. } if *kind == "chairs" => Kind::Chairs,
        _ => Kind::Held,
    })
}

/// A word that says that something was put off or called off.
fn undone(scan: &Scan, item: &Item) -> bool {
    ["postponed", "cancelled"].iter().any(|work| scan.word(item.start, work).is_some())
}

/// "The summit was put off that A was to host", "the putting off of the summit that": the word that undoes it stands beside
/// the gathering, outside the clause that tells who hosts it.
pub(super) fn put_off(context: &Context, index: usize, draft: &Draft) -> bool {
    let sentence = &context.sentences[index];
    let scan = context.scan(sentence);
    let gathering =
        |i: &Item| session(scan, i) || i.is_word("gathering") || matches!(i.what, What::Organisation { .. });
    let items = &sentence.items;
    if !scan.has_article() || draft.status != "planned" {
        return false;
    }
    match draft.kind.as_str() {
        "HOST" => (0..items.len()).any(|k| {
            undone(scan, &items[k])
                && (items[k + 1..].iter().take(2).any(gathering)
                    || k > draft.at && items[..draft.at].iter().any(gathering))
        }),
        "MEET" => not_held(scan, items, draft.at) || was_to_be(context, index, draft.at),
        _ => false,
    }
}

/// How many items may stand between a gathering and the clause that describes it: where, when.
const DESCRIBED: usize = 4;

/// A noun for a meeting, alone or in its frame.
fn gathers(scan: &Scan, item: &Item) -> bool {
    let meets = |&(f, form): &(usize, TriggerForm)| form.is_noun() && scan.pack.frames[f].kind == "MEET";
    item.is_word("gathering")
        || matches!(item.what, What::Resumption)
        || matches!(&item.what, What::Trigger(o) if o.iter().any(meets))
}

/// The word at item `at` says of a gathering that it will not be: "called off", "will not convene".
fn is_off(scan: &Scan, items: &[Item], at: usize) -> bool {
    let convenes = |i: &Item| i.is_finite() || scan.word(i.start, "convenes").is_some();
    undone(scan, &items[at]) || items[at].is_word("negation") && items.get(at + 1).is_some_and(convenes)
}

/// "Called off was the meeting at which A was to see B", "there will not convene the summit that was to gather A and B", "A was to
/// see B, but the meeting was called off".
fn not_held(scan: &Scan, items: &[Item], at: usize) -> bool {
    let relative = |i: &Item| matches!(&i.what, What::Word { work, kind: None } if work == "relative");
    let mark = |i: &Item| matches!(i.what, What::Mark(_));
    let described = items[..at].iter().rposition(relative).is_some_and(|clause| {
        let from = items[..clause].iter().rposition(mark).map_or(0, |m| m + 1);
        let named = (from..clause).rev().take(DESCRIBED).find(|&g| gathers(scan, &items[g]));
        !items[clause..at].iter().any(|i| mark(i) || i.is_finite())
            && named.is_some_and(|g| (from..g).any(|k| is_off(scan, items, k)))
    });
    let but = (at + 1..items.len()).find(|&k| items[k].is_word("but"));
    let taken_back = |but: usize| {
        let rest = &items[but..];
        rest.iter().any(|i| gathers(scan, i)) && rest.iter().any(|i| undone(scan, i))
    };
    described || but.is_some_and(taken_back)
}

/// "The summit will not convene. A was to see B there": what was planned once, of a gathering that a sentence before it calls off.
fn was_to_be(context: &Context, index: usize, at: usize) -> bool {
    let sentence = &context.sentences[index];
    let items = &sentence.items;
    let once = |k: usize| {
        items[k].is_word("planned")
            && items[..k].iter().rev().take(2).any(|i| i.is_word("auxiliary"))
            && !items[k..at].iter().any(|i| matches!(i.what, What::Mark(_)))
    };
    let called_off = |s: &Sentence| {
        let scan = context.scan(s);
        s.items.iter().any(|i| gathers(scan, i)) && (0..s.items.len()).any(|k| is_off(scan, &s.items, k))
    };
    (0..at).any(once) && context.sentences[..index].iter().rev().take(3).any(called_off)
}

/// "The summit of ORGANISATION set for CITY was put off", "B called off the summit of ORGANISATION that it was to host": who
/// was to hold it.
fn called_off(context: &Context, index: usize) -> Option<Draft> {
    let sentence = &context.sentences[index];
    let scan = context.scan(sentence);
    let items = &sentence.items;
    if !scan.has_article() || elsewhere(context, items) || items.iter().any(|i| i.is_word("negation")) {
        return None;
    }
    let gathering = |i: &Item| session(scan, i) || i.is_word("gathering");
    let at = (0..items.len())
        .find(|&k| undone(scan, &items[k]) && items[k + 1..].iter().take(2).any(gathering))?;
    let there = || sentence.actors.iter().enumerate().filter(|(_, a)| a.items.start > at);
    let body = |a: &Actor| !a.kind.is_person() && a.party.is_some_and(|p| p.starts_with("ORG:"));
    let organisation = there().find(|(_, a)| body(a))?.1.party?;
    // "That CITY was to host".
    let hosts = |a: &Actor| a.items.start > 0 && scan.is_verb_of(&items[a.items.start - 1], "HOST");
    let (host, _) = there().find(|(_, a)| place(a) || hosts(a))?;
    let host = hosting(context, sentence, host, organisation)?;
    let frame = scan.pack.frames.iter().find(|f| f.kind == "HOST" && f.status.is_none())?;
    let mut draft = Draft::of(frame, scan.words_of(&items[at]), index, sentence.scan, at);
    draft.status = "postponed";
    seat(context, index, at, &mut draft, [host, Camp::of(organisation)]);
    Some(draft)
}

/// "There opened the summit that A hosts": the sentence opens with what tells of the gathering.
pub(super) fn opens_with(scan: &Scan, sentence: &Sentence) -> bool {
    let opening = || sentence.items.iter().take(OPENING);
    scan.has_article() && sentence.scan == 1 && opening().any(|i| convenes(scan, i) == Some(Kind::Held))
}

/// A summit, a conference, a meeting: no workshop and no fair.
pub(super) fn session(scan: &Scan, item: &Item) -> bool {
    let meets = |&(f, form): &(usize, TriggerForm)| form.is_noun() && scan.pack.frames[f].kind == "MEET";
    matches!(&item.what, What::Trigger(o) if o.iter().any(meets))
        || (item.start..item.end)
            .any(|t| scan.is(t, |s| matches!(s, Sense::Word { work, kind: None } if *work == "gathering")))
}

/// It is the organisation's own: its ministers, its council.
fn ours(context: &Context, actor: &Actor) -> bool {
    context.party(actor).is_none_or(|p| p.starts_with("ORG:"))
}

/// Where something was.
pub(super) fn place(actor: &Actor) -> bool {
    let form = matches!(actor.kind, ActorKind::State(StateForm::City | StateForm::Capital | StateForm::Name));
    form && matches!(actor.marker.as_deref(), Some("in" | "with-b"))
}
