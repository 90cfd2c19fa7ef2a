//! "He held two meetings. The first – with A of X. The second – with B of Y": sentences without a verb, where the case alone
//! tells whom somebody met; "[at the talks with] B trade came up": sentences whose subject is what was talked of.

use super::{Camp, Context, Draft, Seat, Sentence, setting};
use crate::Slug;
use crate::detect::person::{Actor, ActorKind};
use crate::detect::{Item, Scan, What};
use crate::pack::{Frame, TriggerForm, tags};

/// How many sentences before it may tell who met.
const NEAR: usize = 3;

/// Within how many items the talks stand that open a sentence.
const OPENING: usize = 5;

/// The meetings that a sentence without a verb tells, one for each who stands in the case of company.
pub(super) fn met_with(context: &Context, index: usize) -> Vec<Draft> {
    let sentence = &context.sentences[index];
    let scan = context.scan(sentence);
    let cased = scan.pack.features.svo_with_cases();
    if !(sentence.verb_last || cased) || sentence.scan != 1 {
        return Vec::new();
    }
    let with = |a: &&Actor| match cased {
        true => is_next(scan, sentence, a) && context.party(a).is_some(),
        false => a.tags & tags::INS != 0 && context.person(a).is_some(),
    };
    let people: Vec<&Actor> = sentence.actors.iter().filter(with).collect();
    // "[With A] a meeting took place": the noun and its verb stand behind him.
    let rest = |i: &Item| {
        i.is_mark(".!") || i.is_word("occurs") || i.is_word("auxiliary") || scan.is_noun_of(i, "MEET")
    };
    let ends = people.last().is_some_and(|a| cased || sentence.items[a.items.end..].iter().all(rest));
    // Whoever else is named does something of his own.
    let acts = |a: &Actor| {
        let somebody = a.kind.is_person();
        match cased {
            true => somebody && a.marker.is_none() && a.tags & tags::NOM != 0,
            false => somebody && a.tags & tags::INS == 0,
        }
    };
    if !ends || sentence.actors.iter().any(acts) {
        return Vec::new();
    }
    let near = (index.saturating_sub(NEAR)..index).rev().filter(|&s| context.sentences[s].scan == 1);
    let Some((spot, verb, who, party)) = near.into_iter().find_map(|s| {
        let (verb, who) = holder(context, &context.sentences[s])?;
        Some((s, verb, who, context.party(who)?))
    }) else {
        return Vec::new();
    };
    people.into_iter().filter_map(|other| draft(context, index, other, (spot, verb, who, party))).collect()
}

/// "First – with A of X, then – with B of Y": behind a dash, or where the sentence begins, somebody in the case of company.
fn is_next(scan: &Scan, sentence: &Sentence, actor: &Actor) -> bool {
    let items = &sentence.items;
    let somebody =
        matches!(actor.kind, ActorKind::Person(_) | ActorKind::Official(_) | ActorKind::Counterpart);
    let Some(with) = (0..actor.items.start).rev().find(|&i| items[i].is_word("with")) else { return false };
    let opens = match with.checked_sub(1).map(|i| &items[i]) {
        None => true,
        Some(before) => before.is_mark("–—-") || scan.also_does(before, "goes-on"),
    };
    somebody && actor.marker.as_deref() == Some("with") && with + 4 > actor.items.start && opens
}

/// "At the talks with B, trade came up": whom somebody met of whom was told before, where the sentence tells nothing else.
pub(super) fn at_talks_with(context: &Context, index: usize, before: &[Draft]) -> Vec<Draft> {
    let sentence = &context.sentences[index];
    if !sentence.verb_last || sentence.scan != 1 {
        return Vec::new();
    }
    let scan = context.scan(sentence);
    if sentence.is_undone() || sentence.items.iter().any(|i| matches!(i.what, What::Background)) {
        return Vec::new();
    }
    // The noun right behind him, where it was done or while it lasted.
    let at_talks = |a: &Actor| {
        let Some(noun) = sentence.items.get(a.items.end) else { return false };
        let during =
            || sentence.items.get(a.items.end + 1).is_some_and(|n| n.is_word("during") || n.is_word("in"));
        let place = (noun.tags | scan.ending(noun.end - 1)) & tags::LOC != 0;
        matches!(noun.what, What::Resumption) || scan.is_noun_of(noun, "MEET") && (place || during())
    };
    let met = |a: &&Actor| {
        let somebody = a.kind.is_person();
        somebody && a.tags & tags::INS != 0 && context.party(a).is_some() && at_talks(a)
    };
    let people: Vec<&Actor> = sentence.actors.iter().filter(met).collect();
    if people.is_empty() {
        return Vec::new();
    }
    let near = (index.saturating_sub(NEAR)..index).rev().filter(|&s| context.sentences[s].scan == 1);
    let theirs = |p: &Slug| people.iter().any(|a| context.party(a) == Some(*p));
    let Some((spot, verb, who, party)) = near.into_iter().find_map(|s| {
        let (verb, who) = actor(context, &context.sentences[s])?;
        let party = context.party(who).filter(|p| !theirs(p))?;
        Some((s, verb, who, party))
    }) else {
        return Vec::new();
    };
    // Somebody of a third state who acts here has his own talks with them.
    let other = |a: &Actor| {
        let subject = a.tags & tags::CASES & !tags::NOM == 0 && a.marker.is_none();
        let somebody = a.kind.is_person();
        somebody && subject && context.party(a).is_some_and(|p| p != party && !theirs(&p))
    };
    if sentence.actors.iter().any(other) {
        return Vec::new();
    }
    let told = |d: &Draft| {
        let mut two = d.party_set();
        two.sort();
        matches!(d.kind.as_str(), "MEET" | "CALL")
            && d.done()
            && !d.in_title()
            && people.iter().any(|a| {
                let mut ours: Vec<Slug> = context.party(a).into_iter().chain([party]).collect();
                ours.sort();
                let seated =
                    |n: usize| d.camps.iter().flat_map(|c| &c.seats).any(|s| context.is_same(s.naming, n));
                ours == two || context.naming(a).is_some_and(seated)
            })
    };
    if before.iter().any(told) {
        return Vec::new();
    }
    let one = |other: &Actor| {
        let mut draft = draft(context, index, other, (spot, verb, who, party))?;
        draft.another = people.len() > 1;
        Some(draft)
    };
    people.iter().filter_map(|a| one(a)).collect()
}

/// "At the talks in CITY A offered B a loan": where no meeting was told before, the two of whom it is told held these talks.
pub(super) fn spoke_at_talks(context: &Context, index: usize, before: &[Draft]) -> Option<Draft> {
    let sentence = &context.sentences[index];
    let talks = |d: &Draft| matches!(d.kind.as_str(), "MEET" | "CALL") && !d.in_title();
    if !sentence.verb_last || sentence.scan != 1 || before.iter().any(talks) {
        return None;
    }
    let scan = context.scan(sentence);
    if sentence.is_undone() || sentence.items.iter().any(|i| matches!(i.what, What::Background)) {
        return None;
    }
    let noun = |i: &Item| scan.is_noun_of(i, "MEET") && (i.tags | scan.ending(i.end - 1)) & tags::LOC != 0;
    let at = sentence.items.iter().take(OPENING).position(noun)?;
    let person = |a: &&Actor| matches!(a.kind, ActorKind::Person(_)) && context.party(a).is_some();
    let subject =
        |a: &&Actor| a.items.start > at && a.marker.is_none() && a.tags & tags::CASES & !tags::NOM == 0;
    let oblique = |a: &&Actor| a.items.start > at && a.tags & (tags::DAT | tags::ACC | tags::INS) != 0;
    let who = sentence.actors.iter().filter(person).find(subject)?;
    let other = sentence.actors.iter().filter(person).find(oblique)?;
    let party = context.party(who)?;
    let third = |a: &Actor| {
        a.kind.is_person() && context.party(a).is_some_and(|p| p != party && Some(p) != context.party(other))
    };
    if context.party(other) == Some(party) || sentence.actors.iter().any(third) {
        return None;
    }
    let mut draft = draft(context, index, other, (index, at, who, party))?;
    draft.another = false;
    Some(draft)
}

/// Whoever stands as the subject of a journey, a meeting or a letter, with its verb in the past.
fn actor<'a>(context: &Context, sentence: &'a Sentence) -> Option<(usize, &'a Actor)> {
    let did = |f: &Frame| matches!(f.kind.as_str(), "MEET" | "VISIT" | "MESSAGE" | "INVITE");
    subject(context, sentence, did, |a| context.party(a).is_some())
}

/// The verb of meeting in a sentence, in the past, and whoever stands before it as its subject.
fn holder<'a>(context: &Context, sentence: &'a Sentence) -> Option<(usize, &'a Actor)> {
    subject(context, sentence, |f| f.kind == "MEET" && !f.secondary, |_| true)
}

/// The first verb of such a frame, in the past, and whoever fits and stands before it as its subject.
fn subject<'a>(
    context: &Context,
    sentence: &'a Sentence,
    did: impl Fn(&Frame) -> bool,
    fits: impl Fn(&Actor) -> bool,
) -> Option<(usize, &'a Actor)> {
    let frames = &context.scan(sentence).pack.frames;
    let past = |&(f, form): &(usize, TriggerForm)| {
        form == TriggerForm::Past && frames[f].status.is_none() && did(&frames[f])
    };
    let verb =
        sentence.items.iter().position(|i| matches!(&i.what, What::Trigger(o) if o.iter().any(past)))?;
    let stands = |a: &&Actor| {
        a.kind.is_person()
            && a.items.end <= verb
            && a.marker.is_none()
            && a.tags & tags::CASES & !tags::NOM == 0
            && fits(a)
    };
    sentence.actors.iter().find(stands).map(|who| (verb, who))
}

fn draft(
    context: &Context,
    index: usize,
    other: &Actor,
    (spot, verb, who, party): (usize, usize, &Actor, Slug),
) -> Option<Draft> {
    let sentence = &context.sentences[index];
    let scan = context.scan(sentence);
    let theirs = context.party(other).filter(|p| *p != party)?;
    let frame = &scan.pack.frames[scan.pack.plain_frame("MEET")?];
    let at = other.items.end - 1;
    let mut draft = Draft::of(frame, scan.words_of(&sentence.items[at]), index, sentence.scan, at);
    let camp = |party: Slug, actor: &Actor| {
        let seats = context.person(actor).map(|naming| Seat { naming, principal: true });
        Camp {
            part: "party",
            people: true,
            parties: vec![party],
            seats: seats.into_iter().collect(),
            ..Camp::default()
        }
    };
    draft.camps = [camp(party, who), camp(theirs, other)];
    draft.unordered = true;
    draft.another = true;
    setting::place_and_date(context, index, at, &mut draft);
    setting::add_from(context, spot, verb, &mut draft);
    Some(draft)
}
