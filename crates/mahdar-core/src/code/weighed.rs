//! A meeting that no rule reads, weighed: officials of two states stand in the lead, and what the lead tells besides
//! speaks for a meeting or against one.
//!
//! Signs are of the reading and of no language: what the words do (`word planned`), which event types they name
//! (`verb MEET`), what was read (`read VISIT`). Their weights stand in `ontology/weights.toml`.

use std::fmt::Write;

use rustc_hash::FxHashMap;

use super::attendance::join;
use super::implied::{Official, closed_sides, place_of, side, sides};
use super::{Context, Draft, setting};
use crate::Slug;
use crate::detect::What;
use crate::detect::person::ActorKind;
use crate::pack::{Frame, TriggerForm, Weights};

/// How many sentences of a text tell who met.
const LEAD: usize = 4;

/// The share of gatherings of which nothing but those who are named tells that were rightly read: 10 of 14 on 2,500 passages
/// (data/lang/ar/eval/others.md, "Credentials and gatherings").
const GATHERED: f64 = 0.71;

/// How many parties make a gathering.
const MANY: usize = 3;

/// Two parties who may have met, and what speaks for it or against it.
#[derive(Debug, Clone, Default)]
pub struct Signs {
    /// The parties, in the order in which they are named.
    pub parties: [Slug; 2],
    /// What was found, each once, in one order.
    pub found: Vec<String>,
}

/// What weighing changes in a reading.
pub(crate) enum Weighed {
    /// This draft is what the document is about.
    Main(usize),
    /// A draft that no rule made, and its place among the others.
    New(usize, Box<Draft>),
}

/// The meeting that the lead tells as a whole, where what was read so far has none as its main event.
///
/// `signs` hears of every document that is weighed, whatever comes of it.
pub(crate) fn weighed(
    context: &Context,
    drafts: &[Draft],
    mains: &[bool],
    signs: &mut dyn FnMut(Signs),
) -> Option<Weighed> {
    let met = |(d, main): (&Draft, &bool)| *main && is_told(d);
    if drafts.iter().zip(mains).any(met)
        || (context.other_world)()
        || (context.chronicle)()
        || (context.timeless)()
    {
        return None;
    }
    let body = context.sentences.partition_point(|s| s.scan == 0);
    let people = officials(context, context.sentences.len().min(body + LEAD));
    let mut parties = Vec::new();
    join(&mut parties, people.iter().map(|(.., party)| *party));
    let &[first, second] = parties.as_slice() else {
        return gathering(context, drafts, mains, &people, &parties, body);
    };
    let news = |kind: &'static str| {
        drafts.iter().zip(mains).filter(move |(d, main)| **main && d.kind == kind && d.status == "happened")
    };
    // "Presented his credentials to the president": that he stood before him is part of it.
    let both = |d: &Draft| [first, second].iter().all(|p| d.all_parties().contains(p));
    if news("CREDENTIALS").any(|(d, _)| both(d)) {
        return None;
    }
    let found = found(context, drafts, &people, [first, second], body);
    let scan = &context.scans[1];
    let weights: &Weights = &scan.pack.weights;
    let share = weights.share(&found);
    signs(Signs { parties: [first, second], found });
    if share < weights.least {
        return None;
    }
    let only = |d: &Draft| d.all_parties().len() == 2 && both(d);
    if let Some(told) = drafts.iter().position(|d| d.kind == "MEET" && d.status == "happened" && only(d)) {
        return Some(Weighed::Main(told));
    }
    // "The ministers of A and B signed an agreement": that they stood side by side is part of it, too.
    if news("SIGN").next().is_some() {
        return None;
    }
    let (index, at, frame) = reported(context, &people, body)?;
    let sentence = &context.sentences[index];
    let scan = context.scan(sentence);
    let mut draft =
        Draft::of(&scan.pack.frames[frame], scan.words_of(&sentence.items[at]), index, sentence.scan, at);
    // A word for something else does not tell how the two met.
    let tells = |options: &Vec<(usize, TriggerForm)>| options.iter().any(|(f, _)| *f == frame);
    if !matches!(&sentence.items[at].what, What::Trigger(options) if tells(options)) {
        (draft.mode, draft.step, draft.outcome) = (None, None, false);
    }
    // Two digits are as much as was measured.
    draft.share = Some((share * 100.0).round() / 100.0);
    draft.camps = closed_sides(context, &people, [first, second]);
    (draft.unordered, draft.occurs) = (true, true);
    setting::place_and_date(context, index, at, &mut draft);
    draft.status = "happened";
    Some(Weighed::New(place_of(drafts, index), Box::new(draft)))
}

/// A gathering of three and more whom the lead names, where no rule reads one and nothing else is the news.
fn gathering(
    context: &Context,
    drafts: &[Draft],
    mains: &[bool],
    people: &[Official],
    parties: &[Slug],
    body: usize,
) -> Option<Weighed> {
    // Of three parties somebody is named.
    let mut named = Vec::new();
    let person = |o: &&Official| matches!(context.sentences[o.0].actors[o.1].kind, ActorKind::Person(_));
    join(&mut named, people.iter().filter(person).map(|(.., party)| *party));
    let news = drafts.iter().zip(mains).any(|(d, main)| {
        *main && !matches!(d.kind.as_str(), "STATEMENT" | "APPEAL" | "AGREE" | "SIGN" | "HOST")
            || d.status != "happened" && matches!(d.kind.as_str(), "MEET" | "HOST")
    });
    if named.len() < MANY || news {
        return None;
    }
    let lead = &context.sentences[..context.sentences.len().min(body + LEAD)];
    if !lead.iter().any(|s| s.items.iter().any(|i| i.is_word("gathering"))) {
        return None;
    }
    let within = |d: &Draft| d.all_parties().iter().all(|p| parties.contains(p) || p.starts_with("ORG:"));
    let told = |d: &Draft| d.kind == "MEET" && d.status == "happened" && !d.background && within(d);
    if let Some(told) = drafts.iter().position(told) {
        return Some(Weighed::Main(told));
    }
    let (index, at, frame) = reported(context, people, body)?;
    let sentence = &context.sentences[index];
    if sentence.is_undone() {
        return None;
    }
    let scan = context.scan(sentence);
    let mut draft =
        Draft::of(&scan.pack.frames[frame], scan.words_of(&sentence.items[at]), index, sentence.scan, at);
    draft.share = Some(GATHERED);
    draft.camps = sides(context, people, [parties[0], parties[1]]);
    let more = parties[2..].iter().flat_map(|party| side(context, people, *party).seats);
    draft.camps[1].seats.extend(more);
    for (camp, of) in draft.camps.iter_mut().zip([&parties[..1], &parties[1..]]) {
        (camp.parties, camp.open) = (of.to_vec(), false);
    }
    (draft.unordered, draft.occurs) = (true, true);
    setting::place_and_date(context, index, at, &mut draft);
    draft.status = "happened";
    Some(Weighed::New(place_of(drafts, index), Box::new(draft)))
}

/// Makes a draft what the document is about; what the two said there is told on the way.
pub(crate) fn lead(drafts: &[Draft], mains: &mut [bool], told: usize) {
    let parties = drafts[told].party_set();
    for (draft, main) in drafts.iter().zip(mains.iter_mut()) {
        *main &= draft.kind != "STATEMENT" || draft.party_set() != parties;
    }
    mains[told] = true;
}

/// A meeting or call that took place, with both of its sides.
fn is_told(draft: &Draft) -> bool {
    matches!(draft.kind.as_str(), "MEET" | "CALL")
        && draft.status == "happened"
        && draft.all_parties().len() > 1
}

/// Those in office whom the first sentences name, with whom they stand for.
fn officials(context: &Context, end: usize) -> Vec<Official> {
    let lead = context.sentences[..end].iter().enumerate();
    lead.flat_map(|(index, sentence)| {
        let actors = sentence.actors.iter().enumerate();
        actors.filter_map(move |(member, a)| Some((index, member, context.stands_for(a)?)))
    })
    .collect()
}

/// Where the meeting is reported and the frame of it: a word for a meeting, else for a signature, which is then what is told,
/// else the first word for any event but a journey, in a sentence that names somebody of them, of both parties before one.
fn reported(context: &Context, people: &[Official], body: usize) -> Option<(usize, usize, usize)> {
    let pack = context.scans[1].pack;
    let any = pack.plain_frame("MEET")?;
    let mut sentences: Vec<usize> = people.iter().map(|(index, ..)| *index).collect();
    sentences.dedup();
    // The text tells more than its title.
    let both = |index: usize| {
        let mut here = Vec::new();
        join(&mut here, people.iter().filter(|(i, ..)| *i == index).map(|(.., party)| *party));
        here.len() > 1
    };
    sentences.sort_by_key(|index| (*index < body, !both(*index)));
    let words = || {
        sentences.iter().flat_map(|index| {
            let items = context.sentences[*index].items.iter().enumerate();
            items.filter_map(|(at, item)| match &item.what {
                What::Trigger(options) => Some((*index, at, options)),
                _ => None,
            })
        })
    };
    let told = |fits: &dyn Fn(&Frame, TriggerForm) -> bool| {
        words().find_map(|(index, at, options)| {
            let (frame, _) = options.iter().find(|(f, form)| fits(&pack.frames[*f], *form))?;
            Some((index, at, *frame))
        })
    };
    let meets = |f: &Frame, _| f.kind == "MEET" && f.status.is_none();
    let signs = |f: &Frame, form| {
        f.kind == "SIGN" && f.status.is_none() && !matches!(form, TriggerForm::Back | TriggerForm::Infinitive)
    };
    let other = || {
        let journey = |(f, _): &(usize, TriggerForm)| pack.frames[*f].kind == "VISIT";
        words().find(|(.., options)| !options.iter().any(journey)).map(|(index, at, _)| (index, at, any))
    };
    // Where no word reports an event, the verb that ends the sentence does, or whoever is named first.
    let named = || {
        let (index, member, _) = people.iter().find(|(index, ..)| *index >= body).or(people.first())?;
        let sentence = &context.sentences[*index];
        let verb = sentence.items.iter().rposition(|i| !matches!(i.what, What::Mark(_)));
        let at = verb.filter(|_| sentence.verb_last).unwrap_or(sentence.actors[*member].items.start);
        Some((*index, at, any))
    };
    told(&meets).or_else(|| told(&signs)).or_else(other).or_else(named)
}

/// What speaks for a meeting or against it.
fn found(
    context: &Context,
    drafts: &[Draft],
    people: &[Official],
    parties: [Slug; 2],
    body: usize,
) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    let mut add = |sign: std::fmt::Arguments| {
        let mut text = String::new();
        if text.write_fmt(sign).is_ok() && !found.contains(&text) {
            found.push(text);
        }
    };
    let end = context.sentences.len().min(body + LEAD);
    for sentence in &context.sentences[..end] {
        let frames = &context.scan(sentence).pack.frames;
        let field = if sentence.scan == 0 { " title" } else { "" };
        for item in &sentence.items {
            match &item.what {
                What::Trigger(options) => {
                    for (frame, form) in options {
                        match frames[*frame].kind.as_str() {
                            "MEET" if form.is_noun() => add(format_args!("noun MEET")),
                            "MEET" => add(format_args!("verb MEET")),
                            kind => add(format_args!("event {kind}{field}")),
                        }
                    }
                }
                What::Word { work, kind: Some(kind) } => add(format_args!("word {work} {kind}")),
                What::Word { work, kind: None } => add(format_args!("word {work}")),
                What::Both => add(format_args!("both")),
                What::Side => add(format_args!("side")),
                What::Counterpart => add(format_args!("counterpart")),
                What::Attendance { .. } => add(format_args!("attendance")),
                What::Resumption => add(format_args!("resumption")),
                What::Background => add(format_args!("background")),
                What::Own { .. } => add(format_args!("own")),
                What::Time => add(format_args!("time")),
                _ => {}
            }
        }
    }
    for draft in drafts {
        let done = if draft.status == "happened" { "" } else { " not done" };
        let alone = if draft.all_parties().len() > 1 { "" } else { " alone" };
        add(format_args!("read {}{done}{alone}", draft.kind));
    }
    let stands = |party: Slug, index: usize| people.iter().any(|(i, _, p)| *i == index && *p == party);
    let beside: Vec<usize> = (0..end).filter(|i| parties.iter().all(|p| stands(*p, *i))).collect();
    if !beside.is_empty() {
        add(format_args!("beside"));
    }
    if beside.contains(&body) {
        add(format_args!("beside first"));
    }
    if beside.iter().any(|i| *i < body) {
        add(format_args!("beside title"));
    }
    let is_named =
        |(i, m, _): &&Official| matches!(context.sentences[*i].actors[*m].kind, ActorKind::Person(_));
    let named: Vec<&Official> = people.iter().filter(is_named).collect();
    let n_named = parties.iter().filter(|p| named.iter().any(|(.., party)| party == *p)).count();
    add(format_args!("named {n_named}"));
    if parties.iter().any(|p| p.starts_with("ORG:")) {
        add(format_args!("organisation"));
    }
    if context.states.len() > 2 {
        add(format_args!("states"));
    }
    match context.home {
        Some(home) if parties.contains(&home) => add(format_args!("home")),
        Some(_) => add(format_args!("home other")),
        None => {}
    }
    // Somebody of them is told of again and again.
    let mut times: FxHashMap<(Slug, Option<usize>), usize> = FxHashMap::default();
    for (index, member, party) in people {
        let naming = context.naming(&context.sentences[*index].actors[*member]);
        *times.entry((*party, naming.and_then(|n| context.person_of[n]))).or_default() += 1;
    }
    if times.values().any(|n| *n > 2) {
        add(format_args!("again"));
    }
    found
}
