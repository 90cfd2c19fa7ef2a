//! The papers with which envoys are sent, as a whole report tells of them: "Three new ambassadors were at the palace. The
//! credentials of the envoys of A, B and C have been taken. The king spoke with each of them."
//!
//! Whoever sends an envoy is told by the envoy's office or by the list that he stands in, and who takes his papers by the
//! officials of another state beside them, wherever in the report they stand.

use rustc_hash::FxHashSet;

use super::attendance::join;
use super::implied::place_of;
use super::{Camp, Context, Draft, LOOK_BACK, Sentence, arguments, roster, setting, status};
use crate::Slug;
use crate::detect::office::OfficePhrase;
use crate::detect::person::{Actor, ActorKind};
use crate::detect::{Item, What};
use crate::pack::StateForm;

/// How many sentences of a text may stand before the one that names the papers.
const LEAD: usize = 5;

/// How many states make a row.
const MANY: usize = 3;

/// Within how many words a line of a list names the state of an envoy.
const LINE: usize = 8;

/// How many sentences behind it, lines of a list among them, name envoys.
const LISTED: usize = 12;

/// An envoy.
#[derive(Clone, Copy)]
struct Envoy {
    index: usize,
    /// His place among the actors of the sentence, if he is one of them.
    member: Option<usize>,
    /// For whom he stands.
    party: Slug,
}

/// What one sentence tells of: where its papers are named, and whose.
struct Told {
    index: usize,
    envoys: Vec<Envoy>,
    /// The states that stand in one row where several envoys are told of; among them may be who takes their papers.
    row: Vec<Slug>,
}

impl Told {
    fn of(context: &Context, index: usize, envoys: Vec<Envoy>) -> Told {
        let row = envoys.iter().map(|e| e.index).chain([index]).flat_map(|i| row(context, i));
        let mut all = Vec::new();
        join(&mut all, row);
        Told { index, envoys, row: all }
    }

    fn parties(&self) -> impl Iterator<Item = Slug> {
        self.envoys.iter().map(|e| e.party).chain(self.row.iter().copied())
    }
}

/// Adds envoys whose papers no rule reads, and mends sides that do not fit the offices of those who stand there.
pub(crate) fn accredited(context: &Context, drafts: &mut Vec<Draft>) {
    let body = context.sentences.partition_point(|s| s.scan == 0);
    let end = context.sentences.len().min(body + LEAD);
    let named: Vec<usize> = (0..end).filter(|i| papers(context, *i).is_some()).collect();
    if named.is_empty() || (context.other_world)() {
        return;
    }
    let told = told(context, &named, body);
    let Some(taker) = taker(context, &told, drafts) else { return };
    let own = |d: &Draft| d.kind == "CREDENTIALS" && !d.background;
    let sent = |p: &Slug| told.iter().any(|t| t.parties().any(|party| party == *p));
    for one in &told {
        let senders = senders(one, taker);
        if senders.is_empty() {
            continue;
        }
        let of_them = |d: &Draft| {
            let parties = |slot: usize| d.camps[slot].parties.iter().any(|p| senders.contains(p));
            parties(0) || parties(1)
        };
        let mut read = false;
        for draft in drafts.iter_mut().filter(|d| own(d) && of_them(d)) {
            mend(context, one, &senders, taker, draft);
            read = true;
        }
        let here = |d: &Draft| own(d) && d.spot == one.index && d.camps.iter().all(|c| !c.parties.is_empty());
        if !read
            && !drafts.iter().any(here)
            && let Some(draft) = draft(context, one, &senders, taker)
        {
            drafts.insert(place_of(drafts, one.index), draft);
        }
    }
    // What names nobody's envoy, and what tells of the same once more, is no other ceremony.
    let any = told.iter().any(|t| !t.envoys.is_empty());
    let mut seen: FxHashSet<[Vec<Slug>; 2]> = FxHashSet::default();
    drafts.retain(|d| {
        if !own(d) {
            return true;
        }
        let [from, to] = &d.camps;
        let again = !seen.insert([sorted(&from.parties), to.parties.clone()]);
        let nobody = to.parties == [taker]
            && from.seats.is_empty()
            && !from.parties.is_empty()
            && !from.parties.iter().any(sent);
        !(nobody && any || again && d.status == "happened")
    });
}

/// The papers are what a report is about where it tells of the way to them or of the talk that followed as well.
pub(crate) fn lead(drafts: &[Draft], mains: &mut [bool]) {
    let done = |d: &Draft| d.status == "happened" && !d.background;
    let papers = |(_, d): &(usize, &Draft)| d.kind == "CREDENTIALS" && done(d);
    let papers: Vec<(usize, Vec<Slug>)> =
        drafts.iter().enumerate().filter(papers).take(LOOK_BACK).map(|(i, d)| (i, d.party_set())).collect();
    if papers.is_empty() {
        return;
    }
    for (i, draft) in drafts.iter().enumerate() {
        if !mains[i] || !done(draft) || !matches!(draft.kind.as_str(), "MEET" | "VISIT") {
            continue;
        }
        let parties = draft.party_set();
        if let Some((told, _)) = papers.iter().find(|(_, p)| *p == parties) {
            (mains[i], mains[*told]) = (false, true);
        }
    }
}

fn sorted(parties: &[Slug]) -> Vec<Slug> {
    let mut all = parties.to_vec();
    all.sort_unstable();
    all
}

/// The item at which a sentence names the papers of an envoy.
fn papers(context: &Context, index: usize) -> Option<usize> {
    let sentence = &context.sentences[index];
    let scan = context.scan(sentence);
    let at = sentence.range.clone().find(|t| scan.word(*t, "credentials").is_some())?;
    let last = sentence.items.len().checked_sub(1)?;
    Some(sentence.items.partition_point(|i| i.end <= at).min(last))
}

/// Which sentences tell of whose papers: envoys of other sentences belong to the one before them.
fn told(context: &Context, named: &[usize], body: usize) -> Vec<Told> {
    let mut all: Vec<Told> = Vec::new();
    let mut past = body;
    for &index in named.iter().filter(|i| **i >= body) {
        let next = named.iter().copied().find(|n| *n > index);
        let last = next.unwrap_or(index + LISTED).min(context.sentences.len());
        let mut envoys = envoys(context, index);
        // "Three ambassadors were at the palace": before their papers are named.
        let mut before = false;
        if envoys.is_empty() {
            let told = |e: &Envoy| all.iter().any(|t| t.parties().any(|p| p == e.party));
            envoys = (past..index).flat_map(|i| self::envoys(context, i)).filter(|e| !told(e)).collect();
            before = !envoys.is_empty();
        }
        // "The envoy of A handed his to the king. That of B brought hers": one by one, where no list is led.
        let one = one_party(&envoys) && !names_several(context, &context.sentences[index]);
        let mut each = Vec::new();
        for behind in index + 1..last {
            let sentence = &context.sentences[behind];
            let list = || roster::listed(context.scan(sentence).pack, sentence).len() >= MANY;
            let more = match self::envoys(context, behind) {
                none if none.is_empty() => line(context, behind),
                more => more,
            };
            if one && !more.is_empty() && more.iter().all(|e| e.party != envoys[0].party) {
                each.push(Told::of(context, behind, more));
                continue;
            }
            // Whoever sent the envoys before stays the only one.
            if before {
                break;
            }
            let over = more.is_empty() && behind > index + 1 && !envoys.is_empty();
            // Something is done in it: no list, and no line of one.
            if sentence.items.iter().any(Item::is_verb) && !list() || over {
                break;
            }
            envoys.extend(more);
        }
        // "Took the papers of four envoys. First came A's. Then B's handed hers": one by one.
        if envoys.is_empty() {
            let one = (index + 1..last).map(|i| Told::of(context, i, self::envoys(context, i)));
            all.extend(one.filter(|t| one_party(&t.envoys)));
        } else {
            all.push(Told::of(context, index, envoys));
        }
        all.append(&mut each);
        past = index + 1;
    }
    if all.is_empty() {
        let index = named[0];
        let envoys = (0..context.sentences.len().min(body + LEAD)).flat_map(|i| envoys(context, i)).collect();
        all.push(Told::of(context, index, envoys));
    }
    // What is told again of some of them is no other ceremony.
    let sets: Vec<Vec<Slug>> = all.iter().map(|t| t.parties().collect()).collect();
    let mut i = 0;
    all.retain(|_| {
        let again = |j: usize| {
            j != i && sets[i].iter().all(|p| sets[j].contains(p)) && (j < i || sets[j].len() > sets[i].len())
        };
        let keep = !(0..sets.len()).any(again);
        i += 1;
        keep
    });
    all
}

fn one_party(envoys: &[Envoy]) -> bool {
    envoys.first().is_some_and(|first| envoys.iter().all(|e| e.party == first.party))
}

/// The envoys whom a sentence names, and the states that it lists.
fn envoys(context: &Context, index: usize) -> Vec<Envoy> {
    let sentence = &context.sentences[index];
    let mut out: Vec<Envoy> = Vec::new();
    for (member, actor) in sentence.actors.iter().enumerate() {
        if is_sent(context, sentence, actor) {
            // "Permanent representative of A to B": of A alone.
            let to = posted_to(context, actor);
            let parties = context.parties(actor).filter(|p| Some(*p) != to);
            out.extend(parties.map(|party| Envoy { index, member: Some(member), party }));
        }
    }
    // "The minister of A, NAME, and the ambassador of B, NAME": no list of envoys.
    let other = |member: usize| match sentence.actors[member].kind {
        ActorKind::Person(n) => {
            context.namings[n].offices().next().is_some()
                && !is_sent(context, sentence, &sentence.actors[member])
        }
        _ => false,
    };
    let at = |item: usize| sentence.actors.iter().position(|a| a.items.contains(&item));
    let listed = roster::listed(context.scan(sentence).pack, sentence).into_iter();
    let listed = listed.map(|(party, name)| Envoy { index, member: name.and_then(at), party });
    out.extend(listed.filter(|e| !e.member.is_some_and(other)));
    let bracketed = bracketed(sentence);
    if bracketed.len() > 1 {
        out.extend(bracketed.into_iter().map(|party| Envoy { index, member: None, party }));
    }
    out
}

/// "A (NAME), B (NAME)", "NAME (A), NAME (B)": the states that brackets follow or enclose.
fn bracketed(sentence: &Sentence) -> Vec<Slug> {
    let state = |three: &[Item]| match three[1].what {
        What::State { code, form: StateForm::Name }
            if three[2].is_mark("(") || three[0].is_mark("(") && three[2].is_mark("),") =>
        {
            Some(code)
        }
        _ => None,
    };
    sentence.items.windows(3).filter_map(state).collect()
}

/// "Ambassadors of A, B and C": where several came, the states that stand in the sentence by their names, outside brackets.
fn row(context: &Context, index: usize) -> Vec<Slug> {
    let sentence = &context.sentences[index];
    if !names_several(context, sentence) {
        return Vec::new();
    }
    let mut open = 0_usize;
    let mut all: Vec<Slug> = Vec::new();
    for item in &sentence.items {
        match &item.what {
            What::Mark('(') => open += 1,
            What::Mark(')') => open = open.saturating_sub(1),
            What::State { code, form: StateForm::Name } if open == 0 => join(&mut all, [*code]),
            What::Office(o) if open == 0 => join(&mut all, o.state.iter().chain(&o.more_states).copied()),
            _ => {}
        }
    }
    if all.len() < MANY { Vec::new() } else { all }
}

/// "The ambassadors": more than one envoy under one word.
fn names_several(context: &Context, sentence: &Sentence) -> bool {
    sentence.actors.iter().any(|a| a.plural && is_sent(context, sentence, a))
}

/// An envoy who is nothing else: a minister may be called an ambassador by courtesy.
fn is_sent(context: &Context, sentence: &Sentence, actor: &Actor) -> bool {
    let pack = context.scan(sentence).pack;
    match &actor.kind {
        ActorKind::Person(n) => {
            let mut offices = context.namings[*n].offices().filter(|o| !o.former);
            // "The representative of A" of such a report is the one whom A sent.
            let of_state = |o: &OfficePhrase| {
                o.position == "representative" && o.state.is_some_and(|s| !s.starts_with("ORG:"))
            };
            let rank =
                |o: &OfficePhrase| (pack.envoys.contains(&o.position) || of_state(o)).then_some(o.rank);
            let sent = context.namings[*n].offices().filter_map(rank).max();
            sent.is_some_and(|rank| offices.all(|o| o.rank >= rank))
        }
        _ => context.is_envoy(context.scan(sentence), actor),
    }
}

/// To whom an envoy is sent, by the words of his office.
fn posted_to(context: &Context, actor: &Actor) -> Option<Slug> {
    // "The ambassadors of A and B": sent by both.
    if actor.plural {
        return None;
    }
    match &actor.kind {
        ActorKind::Official(o) => o.accredited_to,
        ActorKind::Person(n) => context.namings[*n].offices().find_map(|o| o.accredited_to),
        _ => None,
    }
}

/// "— Kingdom of A — NAME (residence in CITY)": the state that a line of a list begins with.
fn line(context: &Context, index: usize) -> Vec<Envoy> {
    let sentence = &context.sentences[index];
    let state = |i: &Item| match i.what {
        What::State { code, form: StateForm::Name } => Some(code),
        _ => None,
    };
    let first = sentence.items.iter().take(LINE).find_map(state).filter(|_| sentence.opens);
    first.map(|party| Envoy { index, member: None, party }).into_iter().collect()
}

/// Somebody in office who may take the papers of an envoy, and for whom he stands.
fn official(context: &Context, index: usize, sent: &dyn Fn(&Slug) -> bool) -> Option<Slug> {
    let sentence = &context.sentences[index];
    sentence.actors.iter().find_map(|a| at_home(context, sentence, a).filter(|p| !sent(p)))
}

/// For whom somebody stands who holds an office, by name or not, and is no envoy.
fn at_home(context: &Context, sentence: &Sentence, actor: &Actor) -> Option<Slug> {
    let office = matches!(actor.kind, ActorKind::Person(_) | ActorKind::Official(_));
    context.stands_for(actor).filter(|_| office && !is_sent(context, sentence, actor))
}

/// Whoever is in office for another party than those who sent envoys, nearest to where the papers are named.
fn taker(context: &Context, told: &[Told], drafts: &[Draft]) -> Option<Slug> {
    let sent = |p: &Slug| told.iter().any(|t| t.envoys.iter().any(|e| e.party == *p));
    let in_row = |p: &Slug| told.iter().any(|t| t.parties().any(|party| party == *p));
    let near = told.iter().map(|t| t.index);
    let last = context.sentences.len().min(near.clone().max()? + LEAD);
    let present = |i: usize, party: Slug| official(context, i, &|p| *p != party).is_some();
    // "Ambassador of A to B".
    let posted = told
        .iter()
        .flat_map(|t| &t.envoys)
        .find_map(|e| posted_to(context, &context.sentences[e.index].actors[e.member?]));
    let posted = posted.filter(|p| !sent(p));
    let there = posted.filter(|p| context.home == Some(*p) || (0..last).any(|i| present(i, *p)));
    let read = || {
        let known = drafts.iter().find(|d| {
            let fits = |p: Slug| told.iter().all(|t| t.parties().all(|s| s != p)) && present(d.spot, p);
            d.kind == "CREDENTIALS" && !d.background && matches!(d.camps[1].parties[..], [p] if fits(p))
        })?;
        known.camps[1].parties.first().copied()
    };
    there
        .or_else(read)
        .or_else(|| near.clone().find_map(|i| official(context, i, &in_row)))
        .or_else(|| context.home.filter(|h| in_row(h) && !sent(h)))
        .or_else(|| near.clone().find_map(|i| official(context, i, &sent)))
        .or(posted)
        .or_else(|| (0..last).find_map(|i| official(context, i, &sent)))
        .or_else(|| context.home.filter(|p| !sent(p)))
}

/// For whom the envoys stand.
fn senders(told: &Told, taker: Slug) -> Vec<Slug> {
    let mut all = Vec::new();
    join(&mut all, told.parties().filter(|p| *p != taker));
    all
}

/// The side of those who were sent.
fn sent(context: &Context, told: &Told, senders: &[Slug]) -> Camp {
    let mut camp = Camp { part: "sender", envoy: true, people: true, ..Camp::default() };
    for envoy in &told.envoys {
        if let Some(member) = envoy.member.filter(|_| senders.contains(&envoy.party)) {
            arguments::add(context, &context.sentences[envoy.index], &mut camp, member);
        }
    }
    camp.parties = senders.to_vec();
    camp.open = false;
    camp
}

/// The side of whoever takes their papers.
fn takes(context: &Context, told: &Told, taker: Slug) -> Camp {
    let mut camp = Camp { part: "recipient", ..Camp::default() };
    let near = told.index.saturating_sub(1)..(told.index + 2).min(context.sentences.len());
    for sentence in std::iter::once(&context.sentences[told.index]).chain(&context.sentences[near]) {
        let own = |a: &Actor| at_home(context, sentence, a) == Some(taker);
        if let Some(member) = sentence.actors.iter().position(own) {
            arguments::add(context, sentence, &mut camp, member);
            break;
        }
    }
    camp.parties = vec![taker];
    camp.open = false;
    camp
}

/// Puts right who sent and who took, where what was read does not fit.
fn mend(context: &Context, told: &Told, senders: &[Slug], taker: Slug, draft: &mut Draft) {
    let [had, taken] = [&draft.camps[0].parties, &draft.camps[1].parties];
    let fits = had.iter().all(|p| senders.contains(p)) && (taken.is_empty() || *taken == [taker]);
    if fits && had.len() == senders.len() && !taken.is_empty() {
        return;
    }
    // Several of a list stand on both sides; whoever took the papers stands for whoever sent them; nobody in office stands for
    // whoever is said to have taken them.
    let several = senders.len() > 1 && (had.contains(&taker) || taken.iter().any(|p| senders.contains(p)));
    let swapped = !draft.camps[0].envoy && *had == [taker] && taken.iter().all(|p| senders.contains(p));
    let other = |p: &Slug| !taken.contains(p);
    let nobody = had.iter().all(|p| senders.contains(p))
        && !taken.is_empty()
        && *taken != [taker]
        && official(context, draft.spot, &other).is_none()
        && official(context, draft.spot, &|p| *p != taker).is_some();
    let turned = several || swapped || nobody;
    if !fits && !turned {
        return;
    }
    let sent = sent(context, told, senders);
    if turned {
        draft.camps = [sent, takes(context, told, taker)];
        return;
    }
    for seat in sent.seats {
        if draft.camps[0].seats.iter().all(|s| !context.is_same(s.naming, seat.naming)) {
            draft.camps[0].seats.push(seat);
        }
    }
    draft.camps[0].parties = sent.parties;
    if draft.camps[1].parties.is_empty() {
        draft.camps[1] = takes(context, told, taker);
    }
}

/// The event that no rule read.
fn draft(context: &Context, told: &Told, senders: &[Slug], taker: Slug) -> Option<Draft> {
    let sentence = &context.sentences[told.index];
    // Told of another day than that of the news.
    if sentence.items.iter().any(|i| matches!(i.what, What::Background)) {
        return None;
    }
    let scan = context.scan(sentence);
    let pack = scan.pack;
    let frame = &pack.frames[pack.plain_frame("CREDENTIALS")?];
    let named = || told.envoys.iter().find(|e| e.index == told.index)?.member;
    let actor = || named().map(|member| sentence.actors[member].items.start);
    let paper = papers(context, told.index).or_else(actor)?;
    let word = |i: &Item| scan.reports(i, "CREDENTIALS");
    let ends = || (paper..sentence.items.len()).find(|i| sentence.verb_last && sentence.items[*i].is_verb());
    let at = sentence.items.iter().position(word).or_else(ends).unwrap_or(paper);
    let mut draft = Draft::of(frame, scan.words_of(&sentence.items[at]), told.index, sentence.scan, at);
    draft.status = status::status(scan, sentence, at, &status::Hint::default());
    draft.camps = [sent(context, told, senders), takes(context, told, taker)];
    draft.occurs = true;
    setting::place_and_date(context, told.index, at, &mut draft);
    Some(draft)
}
