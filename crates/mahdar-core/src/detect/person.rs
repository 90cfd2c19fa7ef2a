//! Puts titles, names and offices together: who is named, and who can act.

use std::ops::Range;

use super::Scan;
use super::items::{Item, What};
use super::office::OfficePhrase;
use crate::Slug;
use crate::model::{Field, Span, Words};
use crate::pack::{NounNumber, Sense, StateForm, TriggerForm, tags};
use crate::text::Kind;

/// An office of a named person, or the words that stand for one.
#[derive(Debug, Clone)]
pub(crate) struct Held {
    pub words: Words,
    /// None for "his counterpart", whose office is inherited.
    pub office: Option<OfficePhrase>,
}

/// One naming of a person.
#[derive(Debug, Clone)]
pub(crate) struct Named {
    pub name: Words,
    /// Folded parts of the name.
    pub parts: Vec<String>,
    pub honorifics: Vec<String>,
    /// A title that makes a person of a lone name (Prince, Sheikh).
    pub royal: bool,
    pub rank: Option<Words>,
    pub held: Vec<Held>,
    pub counterpart: bool,
    /// State or organisation that the words themselves tell.
    pub party: Option<Slug>,
    /// Told only by a city or seat.
    pub by_place: bool,
    pub field: Field,
    pub sentence: usize,
    /// First and last byte of the whole phrase.
    pub extent: [usize; 2],
    /// The name is certain even without an office.
    pub known: bool,
    /// It does what officials do with each other ("A B received the minister of X"), though nobody says its office.
    pub acts: bool,
}

impl Named {
    /// The offices that the words tell, without those that a counterpart inherits.
    pub fn offices(&self) -> impl Iterator<Item = &OfficePhrase> {
        self.held.iter().filter_map(|h| h.office.as_ref())
    }
}

/// Who or what may take part in an event.
#[derive(Debug, Clone)]
pub(crate) enum ActorKind {
    /// Index into the list of namings.
    Person(usize),
    Official(Box<OfficePhrase>),
    State(StateForm),
    Organisation,
    /// `acts` when it is a ministry or a named body, not a mere noun.
    Institution {
        acts: bool,
    },
    Counterpart,
    Both,
    Pronoun,
    Delegation,
}

/// A phrase that may take part in an event, with what marks its role.
#[derive(Debug, Clone)]
pub(crate) struct Actor {
    pub kind: ActorKind,
    pub items: Range<usize>,
    pub start: usize,
    /// Its words.
    pub span: Span,
    pub field: Field,
    pub party: Option<Slug>,
    /// Further parties of a plural ("the ministers of A and B").
    pub more: Vec<Slug>,
    /// The preposition before it, by its work.
    pub marker: Option<Slug>,
    /// Joined to the actor before it.
    pub and: bool,
    pub tags: u32,
    pub plural: bool,
}

/// The namings and actors of one sentence.
pub(crate) fn actors(scan: &Scan, items: &[Item], sentence: usize, namings: &mut Vec<Named>) -> Vec<Actor> {
    let mut walk = Walk {
        scan,
        items,
        sentence,
        namings,
        out: Vec::new(),
        pending: Vec::new(),
        plural: None,
        shared: 0,
        left_out: None,
        counterparts: Vec::new(),
        listed: None,
        listed_from: None,
    };
    let mut i = 0;
    while i < items.len() {
        i = if walk.pending.is_empty() && names_nobody(&items[i].what) { i + 1 } else { walk.step(i) };
    }
    walk.flush();
    let mut out = walk.out;
    led(scan, items, &mut out, walk.namings);
    housed(scan, items, &mut out);
    out.retain(|a| !dateline(scan, items, a));
    join(scan, items, &mut out);
    frame(scan, items, &mut out);
    come_from(scan, items, &mut out, walk.namings);
    sided(scan, items, &mut out);
    sent(scan, &mut out);
    format(scan, items, &mut out);
    signed_for(scan, items, &mut out, walk.namings);
    acting(scan, items, &out, walk.namings);
    heads(scan, items, &mut out, walk.namings);
    out
}

/// What only ends the titles before it.
fn names_nobody(what: &What) -> bool {
    matches!(
        what,
        What::Other { .. }
            | What::Time
            | What::Trigger(_)
            | What::Side
            | What::Own { .. }
            | What::Attendance { .. }
            | What::Resumption
            | What::Background
    )
}

/// "The «Central Asia – A» summit": the gathering that a region and a state name together is that state's.
fn format(scan: &Scan, items: &[Item], actors: &mut [Actor]) {
    let features = &scan.pack.features;
    if features.case.is_empty() {
        return;
    }
    for actor in actors {
        let joined = |k: usize| matches!(items[k].what, What::Mark('-' | '–' | '—' | '+'));
        let named = matches!(actor.kind, ActorKind::State(StateForm::Name) | ActorKind::Organisation);
        let Some(region) = actor.items.start.checked_sub(2).filter(|_| named && actor.items.start > 1) else {
            continue;
        };
        if !joined(region + 1) || !items[region].is_word("region") {
            continue;
        }
        let quote = |k: &usize| matches!(items[*k].what, What::Mark('«' | '»' | '"' | '“' | '”'));
        if features.complement_before {
            let after = (actor.items.end..items.len()).find(|k| !quote(k));
            if let Some(gathering) = after.filter(|&k| items[k].is_word("gathering")) {
                actor.tags = items[gathering].tags;
            }
        } else if let Some(k) = (0..region).rev().find(|k| !quote(k))
            && items[k].is_word("gathering")
            && k > 0
            && let What::Word { work, .. } = &items[k - 1].what
            && ["in", "on", "at", "with", "of", "from"].contains(&work.as_str())
        {
            actor.kind = ActorKind::Organisation;
            actor.marker = Some(*work);
            actor.tags = items[k].tags;
        }
    }
}

/// "[The ministry of A its] delegation": of the body that stands right before it.
fn sent(scan: &Scan, actors: &mut Vec<Actor>) {
    if !scan.pack.features.complement_before {
        return;
    }
    for a in (1..actors.len()).rev() {
        let (body, delegation) = (&actors[a - 1], &actors[a]);
        let owns = body.tags & tags::CASES == 0 || body.tags & tags::GEN != 0;
        let beside =
            matches!(body.kind, ActorKind::Institution { .. }) && body.items.end == delegation.items.start;
        if matches!(delegation.kind, ActorKind::Delegation)
            && delegation.party.is_none()
            && body.party.is_some()
            && beside
            && owns
        {
            let body = actors.remove(a - 1);
            let delegation = &mut actors[a - 1];
            delegation.party = body.party;
            delegation.items.start = body.items.start;
        }
    }
}

/// "Signed by A for Kenya and B on behalf of the Government of Norway", "A signed for Kenya": whose they are.
fn signed_for(scan: &Scan, items: &[Item], actors: &mut Vec<Actor>, namings: &mut [Named]) {
    let features = &scan.pack.features;
    if features.order != "svo" || !features.case.is_empty() {
        return;
    }
    let signs = |i: &Item| matches!(&i.what, What::Trigger(o) if o.iter().any(|&(f, _)| scan.pack.frames[f].kind == "SIGN"));
    if !items.iter().any(signs) {
        return;
    }
    let mut a = 0;
    while a + 1 < actors.len() {
        let (person, state) = (&actors[a], &actors[a + 1]);
        a += 1;
        let ActorKind::Person(n) = person.kind else { continue };
        let stands = matches!(
            state.kind,
            ActorKind::State(StateForm::Name) | ActorKind::Institution { .. } | ActorKind::Organisation
        );
        let marked = matches!(state.marker.as_deref(), Some("for" | "from"));
        let (Some(code), true, true) = (state.party, stands, marked) else { continue };
        let between = &items[person.items.end..state.items.start];
        let small = |i: &Item| {
            i.is_word("for")
                || i.is_word("from")
                || i.is_word("determiner")
                || matches!(i.what, What::Mark(','))
        };
        let beside = between.len() <= 4 && between.iter().all(small);
        let over = between.len() <= 4 && between.iter().all(|i| small(i) || signs(i));
        let own = namings[n].party.is_none() || namings[n].by_place || namings[n].party == Some(code);
        if !own || !over {
            continue;
        }
        namings[n].party = Some(code);
        namings[n].by_place = false;
        let end = state.items.end;
        actors[a - 1].party = Some(code);
        if beside {
            actors[a - 1].items.end = end;
            actors.remove(a);
        }
    }
}

/// "The prime minister left, leading the delegation of X": he is of X.
fn heads(scan: &Scan, items: &[Item], actors: &mut [Actor], namings: &mut [Named]) {
    if !scan.has_article() {
        return;
    }
    let leads = |i: &Item| scan.word(i.start, "leading").is_some();
    let Some(party) = actors.iter().find_map(|a| {
        let own = matches!(a.kind, ActorKind::Delegation) && a.party.is_some() && a.more.is_empty();
        let led = items[a.items.start.saturating_sub(3)..a.items.start].iter().any(leads);
        a.party.filter(|_| own && led)
    }) else {
        return;
    };
    let head = actors.iter_mut().find(|a| matches!(a.kind, ActorKind::Person(_) | ActorKind::Official(_)));
    let Some(head) = head.filter(|a| a.party.is_none() && !a.plural && a.marker.is_none()) else { return };
    match &mut head.kind {
        ActorKind::Person(n) if namings[*n].party.is_none() && !namings[*n].counterpart => {
            namings[*n].party = Some(party);
            head.party = Some(party);
        }
        ActorKind::Official(_) => head.party = Some(party),
        _ => {}
    }
}

/// A full name that stands as the subject of a verb of meeting, calling or signing, with an official on the other side.
fn acting(scan: &Scan, items: &[Item], actors: &[Actor], namings: &mut [Named]) {
    let features = &scan.pack.features;
    let Some((first, others)) = actors.split_first() else { return };
    let ActorKind::Person(n) = first.kind else { return };
    if features.order != "svo" || first.marker.is_some() || namings[n].parts.len() < 2 {
        return;
    }
    let between = |i: &&Item| matches!(i.what, What::Time | What::Other { .. }) || i.is_word("auxiliary");
    let Some(verb) = items[first.items.end..].iter().take(4).find(|i| !between(i)) else { return };
    let What::Trigger(options) = &verb.what else { return };
    let deals = options.iter().any(|&(f, form)| {
        matches!(form, TriggerForm::Past | TriggerForm::Present)
            && matches!(
                scan.pack.frames[f].kind.as_str(),
                "MEET" | "CALL" | "SIGN" | "CREDENTIALS" | "MESSAGE" | "VISIT" | "INVITE"
            )
    });
    let official = |a: &Actor| match &a.kind {
        ActorKind::Official(o) => !a.plural && o.state.is_some(),
        ActorKind::Person(m) => {
            namings[*m].party.is_some() && namings[*m].held.iter().any(|h| h.office.is_some())
        }
        ActorKind::Counterpart => true,
        _ => false,
    };
    if deals && others.iter().any(official) {
        namings[n].acts = true;
    }
    // "NAME presented his credentials as ambassador of A": his office.
    let as_office = |a: &&Actor| a.items.start > 0 && items[a.items.start - 1].is_word("as");
    let credentials = options
        .iter()
        .any(|&(f, form)| form == TriggerForm::Past && scan.pack.frames[f].kind == "CREDENTIALS");
    if credentials
        && namings[n].held.is_empty()
        && let Some(actor) = others.iter().find(as_office)
        && let ActorKind::Official(o) = &actor.kind
        && scan.pack.envoys.contains(&o.position)
    {
        let office = (**o).clone();
        hold(&mut namings[n], scan, &office);
    }
}

/// "[A, who leads] the delegation of X": where complements stand first, the leader stands for his delegation and takes its case.
fn led(scan: &Scan, items: &[Item], actors: &mut Vec<Actor>, namings: &mut [Named]) {
    if !scan.pack.features.complement_before {
        return;
    }
    let mut a = 0;
    while a < actors.len() {
        let end = actors[a].items.end;
        let leads = matches!(actors[a].kind, ActorKind::Person(_) | ActorKind::Official(_))
            && items.get(end).is_some_and(|i| scan.word(i.start, "leading").is_some());
        let team = (end + 1..items.len().min(end + 5)).find(|&i| items[i].is_word("delegation"));
        if let Some(team) = team.filter(|_| leads) {
            let group: Vec<Actor> =
                actors.iter().filter(|g| g.items.start > end && g.items.start <= team).cloned().collect();
            actors.retain(|g| !(g.items.start > end && g.items.start <= team));
            let party = group.iter().find_map(|g| g.party);
            let actor = &mut actors[a];
            actor.items.end = team + 1;
            actor.tags = items[team].tags;
            actor.party = actor.party.take().or(party);
            if let ActorKind::Person(n) = actor.kind {
                namings[n].party = namings[n].party.take().or(actor.party);
            }
        }
        a += 1;
    }
}

/// "[Of A] the foreign ministry": where complements stand first, the state before an institution is whose it is.
fn housed(scan: &Scan, items: &[Item], actors: &mut Vec<Actor>) {
    if !scan.pack.features.complement_before {
        return;
    }
    let mut a = 1;
    while a < actors.len() {
        let (state, house) = (&actors[a - 1], &actors[a]);
        let between = &items[state.items.end..house.items.start.max(state.items.end)];
        let fits = matches!(house.kind, ActorKind::Institution { .. })
            && house.party.is_none()
            && matches!(state.kind, ActorKind::State(StateForm::Name))
            && state.marker.is_none()
            && state.tags & tags::CASES & !tags::GEN == 0
            && between.len() < 4
            && between.iter().all(|i| matches!(i.what, What::Other { common: true }));
        if fits {
            let owner = actors.remove(a - 1);
            let house = &mut actors[a - 1];
            house.party = owner.party;
            house.items.start = owner.items.start;
            house.start = owner.start;
            house.and = owner.and;
            house.span = [owner.span[0], house.span[1]];
        } else {
            a += 1;
        }
    }
}

/// The city before the first dash, colon or bracket of the text is where the report was sent from.
fn dateline(scan: &Scan, items: &[Item], actor: &Actor) -> bool {
    // "CITY, 18 Aug." before the text.
    let day = |i: &&Item| {
        matches!(i.what, What::Time | What::Mark(',' | '.')) || scan.text.tokens[i.start].kind == Kind::Number
    };
    let line = items[actor.items.end..].iter().take(5).take_while(day);
    let dotted = line.clone().any(|i| i.is_mark(".")) && line.count() > 2;
    scan.text.field == Field::Text
        && actor.start == 0
        && matches!(actor.kind, ActorKind::State(_))
        && !paired(scan, items, actor.items.end)
        && (dotted || items[actor.items.end..].iter().take(12).any(|i| i.is_mark("-–—:/()")))
        && items.get(actor.items.end).is_some_and(|i| matches!(i.what, What::Mark(_) | What::Time))
}

/// "The Kenyan side asked": the state acts, in the case of the noun; "on the Kenyan side" only tells whose those are who follow.
fn sided(scan: &Scan, items: &[Item], actors: &mut [Actor]) {
    if scan.pack.features.case.is_empty() || scan.pack.features.order != "svo" {
        return;
    }
    for actor in actors {
        let end = actor.items.end;
        let Some(side) = items.get(end).filter(|i| matches!(i.what, What::Side) && i.end == i.start + 1)
        else {
            continue;
        };
        let lists = actor.marker.is_some() && side.tags & (tags::INS | tags::DAT | tags::LOC) == 0;
        if matches!(actor.kind, ActorKind::State(StateForm::Adjective)) && !lists {
            actor.kind = ActorKind::State(StateForm::Government);
            actor.items.end = end + 1;
            actor.tags = side.tags;
        }
    }
}

/// "[From A having come] B": where participles stand before their noun, the state from which somebody came is his.
fn come_from(scan: &Scan, items: &[Item], actors: &mut Vec<Actor>, namings: &mut [Named]) {
    if !scan.pack.features.complement_before {
        return;
    }
    let mut a = 1;
    while a < actors.len() {
        let (state, guest) = (&actors[a - 1], &actors[a]);
        let came = state.items.end + 1 == guest.items.start
            && matches!(&items[state.items.end].what, What::Trigger(o)
                if o.iter().any(|(_, f)| matches!(f, TriggerForm::Past | TriggerForm::Participle)));
        let ActorKind::Person(n) = guest.kind else {
            a += 1;
            continue;
        };
        if came && matches!(state.kind, ActorKind::State(StateForm::Name)) && state.tags & tags::ABL != 0 {
            let from = actors.remove(a - 1);
            let guest = &mut actors[a - 1];
            guest.and |= from.and;
            guest.party = guest.party.or(from.party);
            namings[n].party = namings[n].party.or(from.party);
            guest.items.start = from.items.start;
        } else {
            a += 1;
        }
    }
}

/// "On the sidelines of the session of the council of A": the organisation whose gathering it is frames what was done;
/// "[The Akorda] residence": where complements stand first, a state before a place is part of it.
fn frame(scan: &Scan, items: &[Item], actors: &mut [Actor]) {
    let features = &scan.pack.features;
    if features.case.is_empty() {
        return;
    }
    let gathers = |x: &Item| {
        matches!(x.what, What::Other { .. } | What::Institution { .. })
            || x.is_word("gathering")
            || matches!(&x.what, What::Trigger(o) if o.iter().all(|(_, form)| *form == TriggerForm::Noun))
    };
    for actor in actors.iter_mut().filter(|a| a.marker.is_none()) {
        let organised = matches!(actor.kind, ActorKind::Organisation | ActorKind::Official(_))
            && actor.party.as_deref().is_some_and(|p| p.starts_with("ORG:"));
        if organised {
            let during = if features.complement_before {
                items[actor.items.end..].iter().take(5).find(|x| !gathers(x))
            } else {
                items[..actor.items.start].iter().rev().take(5).find(|x| !gathers(x))
            };
            let work = |x: &Item| match &x.what {
                What::Word { work, .. } => Some(*work),
                _ => None,
            };
            // "[At the session of] A": the case of its gathering.
            let at = features.complement_before
                && items[actor.items.end..]
                    .iter()
                    .take(4)
                    .take_while(|x| gathers(x))
                    .any(|x| x.is_word("gathering") && x.tags & tags::LOC != 0);
            // "Met in CITY at the summit of A".
            let attended = !features.complement_before && {
                let mut chain = items[..actor.items.start].iter().rev().take(5).take_while(|x| gathers(x));
                chain.any(|x| x.is_word("gathering") && x.tags & tags::LOC != 0)
            };
            let framed = |x: &&Item| {
                x.is_word("during") || attended && (x.is_word("on") || x.is_word("in") || x.is_word("at"))
            };
            actor.marker = during.filter(framed).and_then(work).or_else(|| at.then(|| Slug::new("in")));
        } else if features.complement_before
            && matches!(actor.kind, ActorKind::State(_))
            && let Some(house) =
                items.get(actor.items.end).filter(|x| x.is_word("building") || x.is_word("region"))
            && actor.tags & tags::CASES & !(tags::NOM | tags::GEN) == 0
        {
            actor.tags = actor.tags & !tags::CASES | house.tags & tags::CASES;
        }
    }
}

/// A mark without spaces joins the state before it to another.
fn paired(scan: &Scan, items: &[Item], at: usize) -> bool {
    let glued = |i: &Item| scan.text.tokens[i.start].glued;
    match items.get(at..at + 2) {
        Some([mark, state]) => {
            mark.is_mark("-–—") && matches!(state.what, What::State { .. }) && glued(mark) && glued(state)
        }
        _ => false,
    }
}

struct Walk<'a, 's> {
    scan: &'a Scan<'s>,
    items: &'a [Item],
    sentence: usize,
    namings: &'a mut Vec<Named>,
    out: Vec<Actor>,
    /// Items of titles that wait for a name.
    pending: Vec<usize>,
    /// A plural office whose holders are being listed.
    plural: Option<OfficePhrase>,
    /// How many of them have been named.
    shared: usize,
    /// The state of the next name in a list of ambassadors, with the office that is left out.
    left_out: Option<(Slug, OfficePhrase)>,
    /// The states of the counterparts that are still to be named ("his counterparts from A and B, X and Y").
    counterparts: Vec<Slug>,
    /// The state of the next name in such a list ("his counterparts from A, X, and from B, Y").
    listed: Option<Slug>,
    /// Where the words before that name begin ("and from B").
    listed_from: Option<usize>,
}

impl Walk<'_, '_> {
    fn step(&mut self, i: usize) -> usize {
        let item = &self.items[i];
        match &item.what {
            What::Honorific { .. } | What::Rank => {
                // "The minister welcomed His Highness": with a preposition attached the title is another's.
                let attached = item.marker != 0 && self.scan.has_article();
                if item.and || attached {
                    self.flush();
                }
                self.pending.push(i);
                i + 1
            }
            What::Office(_) => {
                if item.and && !self.second_hat(i) || self.office_done(i) {
                    self.flush();
                }
                self.pending.push(i);
                i + 1
            }
            What::Counterpart => {
                let keep = !self.pending.is_empty()
                    && self.pending.iter().all(|&p| matches!(self.items[p].what, What::State { .. }));
                if !keep {
                    self.flush();
                }
                self.pending.push(i);
                i + 1
            }
            What::State { form, .. } => {
                // "His counterpart of X" with the preposition attached.
                let of = *form == StateForm::Name && item.marker != 0 && !item.and;
                if self
                    .pending
                    .last()
                    .is_some_and(|&p| p + 1 == i && matches!(self.items[p].what, What::Counterpart))
                    && (*form == StateForm::Adjective
                        || *form == StateForm::Name
                            && item.first_tags & tags::DEFINITE != 0
                            && item.marker == 0
                        || of
                            && self.items.get(i + 1).is_some_and(|n| {
                                matches!(n.what, What::Name { .. } | What::Honorific { .. } | What::Rank)
                            }))
                {
                    self.pending.push(i);
                    return i + 1;
                }
                // "His counterparts in A, B and C".
                if (item.and || i > 0 && self.joins_counterparts(i - 1))
                    && *form == StateForm::Name
                    && self.pending.len() > 1
                    && matches!(self.items[self.pending[0]].what, What::Counterpart)
                    && self.pending[1..]
                        .iter()
                        .all(|&p| matches!(self.items[p].what, What::State { form: StateForm::Name, .. }))
                {
                    self.pending.push(i);
                    return i + 1;
                }
                // "His two counterparts, the Kenyan and the Ghanaian", each with his name or without.
                if *form == StateForm::Adjective
                    && item.and
                    && self.scan.pack.features.adjective_after
                    && let What::State { code, .. } = &item.what
                {
                    let named = self.items.get(i + 1).is_some_and(|n| {
                        matches!(n.what, What::Name { .. } | What::Honorific { .. } | What::Rank) && !n.and
                    });
                    let beside = matches!(self.pending.as_slice(), [first, .., last]
                        if matches!(self.items[*first].what, What::Counterpart)
                            && matches!(self.items[*last].what, What::State { form: StateForm::Adjective, .. })
                            && *last + 1 == i);
                    if beside && !named {
                        self.pending.push(i);
                        return i + 1;
                    }
                    let after = self.out.last().is_some_and(|a| {
                        a.items.end == i
                            && matches!(&a.kind, ActorKind::Person(n) if self.namings[*n].counterpart)
                    });
                    if after && named && self.pending.is_empty() {
                        self.listed = Some(*code);
                        self.listed_from = Some(i);
                        return i + 1;
                    }
                }
                self.flush();
                // "The Kenyan diplomat": whoever of that state was told of.
                if *form == StateForm::Adjective
                    && self.items.get(i + 1).is_some_and(|n| n.is_word("person"))
                    && !self.items.get(i + 2).is_some_and(|n| matches!(n.what, What::Name { .. }))
                    && let What::State { code, .. } = &item.what
                {
                    self.push(i, ActorKind::Pronoun, Some(*code));
                    if let Some(actor) = self.out.last_mut() {
                        actor.items.end = i + 2;
                    }
                    return i + 2;
                }
                // "The ambassadors of A, X, and of B, Y": the state says whose the next name is.
                if let What::State { code, .. } = &item.what
                    && let Some((from, at, head)) = self.list_head(i)
                {
                    self.listed_from = Some(from);
                    match head {
                        Some(office) => self.left_out = Some((*code, office)),
                        None => self.listed = Some(*code),
                    }
                    return at;
                }
                // The name may bear a title: "and of C, Sheikh Z".
                let titles = self.items[i + 1..]
                    .iter()
                    .take_while(|n| matches!(n.what, What::Honorific { .. } | What::Rank) && !n.and)
                    .count();
                if self
                    .items
                    .get(i + 1 + titles)
                    .is_some_and(|n| matches!(n.what, What::Name { .. }) && !n.and)
                    && let Some(office) = super::items::elliptic_office(&self.items[..=i])
                    && let What::State { code, .. } = &item.what
                {
                    self.left_out = Some((*code, office.clone()));
                    self.listed_from = (titles > 0).then_some(i);
                    return i + 1;
                }
                // "Ambassadors of A, X; B, Y": after a semicolon the state, and after its comma whom it sent.
                if *form == StateForm::Name
                    && i > 1
                    && (self.items[i - 1].is_mark(";")
                        || self.items[i - 1].is_word("and") && self.items[..i].iter().any(|x| x.is_mark(";")))
                    && self.items.get(i + 1).is_some_and(|n| n.is_mark(","))
                    && self.items.get(i + 2).is_some_and(|n| matches!(n.what, What::Name { .. }) && !n.and)
                    && let Some(office) = super::items::elliptic_office(&self.items[..=i])
                    && let What::State { code, .. } = &item.what
                {
                    self.left_out = Some((*code, office.clone()));
                    return i + 2;
                }
                // "The Jordanian capital": the adjective is a place.
                let named = self.items.get(i + 1).is_some_and(|n| {
                    n.marker == 0
                        && !n.and
                        && matches!((&n.what, &item.what),
                            (What::State { code: a, form: StateForm::Capital | StateForm::City }, What::State { code: b, .. }) if a == b)
                });
                if *form == StateForm::Adjective && i > 0 && self.items[i - 1].is_word("region") && named {
                    return i + 1;
                }
                if *form == StateForm::Adjective && i > 0 && self.items[i - 1].is_word("region") {
                    let (What::State { code, .. }, at) = (&self.items[i].what, i) else { return i + 1 };
                    self.push(at, ActorKind::State(StateForm::Capital), Some(*code));
                    return i + 1;
                }
                // The same where adjectives stand before their nouns.
                if *form == StateForm::Adjective
                    && !self.scan.pack.features.adjective_after
                    && self.items.get(i + 1).is_some_and(|n| n.is_kind("region", "capital"))
                {
                    let What::State { code, .. } = self.items[i].what else { return i + 1 };
                    self.push(i, ActorKind::State(StateForm::Capital), Some(code));
                    if let Some(capital) = self.out.last_mut() {
                        capital.items.end = i + 2;
                        capital.span = [item.begin, self.scan.text.tokens[self.items[i + 1].end - 1].end];
                    }
                    return i + 2;
                }
                // Adjectives before "counterpart" in languages that put them there.
                if !self.scan.pack.features.adjective_after
                    && let Some(head) = self.before_counterpart(i)
                {
                    let adjective = |k: &usize| matches!(self.items[*k].what, What::State { .. });
                    self.pending.extend((i..head).filter(adjective));
                    return head;
                }
                self.party(i);
                i + 1
            }
            // "His counterpart in the Republic of X".
            What::Word { work, .. }
                if matches!(work.as_str(), "in" | "from" | "of") && self.counterpart_of(i) =>
            {
                let state = self.past_article(i + 1);
                self.pending.push(state);
                state + 1
            }
            What::Organisation { .. } | What::Institution { .. } => {
                self.flush();
                self.party(i);
                self.out.last().map_or(i + 1, |a| a.items.end.max(i + 1))
            }
            What::Both => {
                self.flush();
                self.simple(i, ActorKind::Both);
                i + 1
            }
            What::Word { work, kind: Some(kind) }
                if work == "pronoun" && kind == "possessive" && self.possesses(i) =>
            {
                self.flush();
                i + 1
            }
            What::Word { work, .. } if work == "pronoun" => {
                self.flush();
                // "His (Chinese) counterpart": no party of its own.
                let next = self.items[i + 1..].iter().find(|x| {
                    !matches!(
                        x.what,
                        What::State { form: StateForm::Adjective, .. } | What::Other { common: true }
                    )
                });
                if !self.scan.pack.features.case.is_empty()
                    && next.is_some_and(|x| matches!(x.what, What::Counterpart))
                {
                    return i + 1;
                }
                self.simple(i, ActorKind::Pronoun);
                // "Him [the minister received]": the pack tells the case of a pronoun that no ending shows.
                let case = match &self.items[i].what {
                    What::Word { kind: Some(kind), .. } => tags::bit(kind) & tags::CASES,
                    _ => 0,
                };
                if let Some(actor) = self.out.last_mut().filter(|_| case != 0) {
                    actor.tags = actor.tags & !tags::CASES | case;
                }
                // Whoever is meant is a person: the accusative is the genitive.
                if self.scan.pack.features.order == "svo"
                    && let Some(actor) = self.out.last_mut().filter(|a| a.tags & tags::GEN != 0)
                {
                    actor.tags |= tags::ACC;
                }
                i + 1
            }
            What::Word { work, .. } if work == "delegation" => {
                self.flush();
                self.delegation(i);
                i + 1
            }
            // "Left the Kingdom for X", "between the Kingdom and X": the publisher's own state.
            What::Word { work, kind: Some(kind) }
                if work == "homeland" && kind == "state" && self.goes(i) =>
            {
                self.flush();
                self.push(i, ActorKind::State(StateForm::Name), None);
                i + 1
            }
            What::Name { .. } => self.name(i),
            What::Mark(',') if self.waits_over_comma(i) => i + 1,
            // "Major General (Retd) NAME": what the brackets hold is no part of the list.
            What::Mark('(')
                if !self.pending.is_empty()
                    && self
                        .items
                        .get(i + 1)
                        .is_some_and(|n| matches!(n.what, What::Rank | What::Other { .. }))
                    && self.items.get(i + 2).is_some_and(|n| n.is_mark(")"))
                    && self.items.get(i + 3).is_some_and(|n| {
                        matches!(n.what, What::Name { .. } | What::Rank | What::Honorific { .. }) && !n.and
                    }) =>
            {
                i + 3
            }
            // What closes an office may stand before the name.
            What::Word { work, .. }
                if work == "title_end"
                    && self.pending.last() == Some(&i.wrapping_sub(1))
                    && self
                        .items
                        .get(i + 1)
                        .is_some_and(|n| matches!(n.what, What::Name { .. }) && !n.and) =>
            {
                i + 1
            }
            What::Mark('-' | '–' | '—')
                if !self.pending.is_empty()
                    && self.items.get(i + 1).is_some_and(|n| matches!(n.what, What::Office(_))) =>
            {
                i + 1
            }
            What::Word { work, .. } if work == "and" && self.joins_offices(i) => i + 1,
            // "His counterparts from A, B and C".
            What::Mark(',') | What::Word { .. } if self.joins_counterparts(i) => {
                let state = self.past_article(i + 1);
                if state > i + 1 {
                    self.pending.push(state);
                    return state + 1;
                }
                i + 1
            }
            _ => {
                self.flush();
                i + 1
            }
        }
    }

    /// The homeland right after a verb, or to, from, with or between it.
    fn goes(&self, i: usize) -> bool {
        let marks = |m: &str| matches!(m, "to" | "from" | "with" | "between");
        let item = &self.items[i];
        let before = i.checked_sub(1).map(|b| &self.items[b]);
        // Where cases tell it: the case of the aim, or of where one comes from or is.
        let features = &self.scan.pack.features;
        if !features.case.is_empty() {
            let oblique = if features.complement_before {
                tags::DAT | tags::ABL | tags::LOC | tags::INS
            } else {
                tags::ACC | tags::LOC
            };
            return item.tags & oblique != 0
                && (features.complement_before
                    || before.is_some_and(|b| b.is_word("in") || b.is_word("with")));
        }
        self.scan.pack.lexicon.marker_name(item.marker).is_some_and(marks)
            || item.marker == 0
                && before.is_some_and(|b| match &b.what {
                    What::Word { work, .. } => marks(work),
                    What::Trigger(options) => {
                        options.iter().any(|(_, f)| matches!(f, TriggerForm::Past | TriggerForm::Present))
                    }
                    _ => false,
                })
    }

    /// A state's name that says after its preposition whose the counterpart before it is.
    fn counterpart_of(&self, i: usize) -> bool {
        // "His Kenyan counterpart in Cyprus": his state is told, the other is where they were.
        let told = self.items[i].is_word("in")
            && matches!(self.pending.as_slice(), [.., a, _]
                if matches!(self.items[*a].what, What::State { form: StateForm::Adjective, .. }));
        !told
            && self
                .pending
                .last()
                .is_some_and(|&p| p + 1 == i && matches!(self.items[p].what, What::Counterpart))
            && self.items.get(self.past_article(i + 1)).is_some_and(|n| {
                !n.and && n.marker == 0 && matches!(n.what, What::State { form: StateForm::Name, .. })
            })
    }

    /// The item at `i`, or the one after it where it is an article before a state ("the United States").
    fn past_article(&self, i: usize) -> usize {
        let features = &self.scan.pack.features;
        let article = features.capitals
            && features.case.is_empty()
            && self.items.get(i).is_some_and(|d| d.is_word("determiner"))
            && self
                .items
                .get(i + 1)
                .is_some_and(|n| matches!(n.what, What::State { form: StateForm::Name, .. }));
        i + usize::from(article)
    }

    /// A comma or "and" between the states of several counterparts.
    fn joins_counterparts(&self, i: usize) -> bool {
        let joins = self.items[i].is_mark(",") || self.items[i].is_word("and");
        let [first, .., last] = self.pending.as_slice() else { return false };
        joins
            && matches!(self.items[*first].what, What::Counterpart)
            && matches!(self.items[*last].what, What::State { form: StateForm::Name, .. })
            && *last + 1 == i
            && self
                .items
                .get(self.past_article(i + 1))
                .is_some_and(|n| matches!(n.what, What::State { form: StateForm::Name, .. }))
    }

    /// After the name at `i` a list goes on with another state: "…, of B".
    fn another_follows(&self, i: usize) -> bool {
        let of = |k: &usize| self.items[*k].is_word("of") || self.items[*k].is_word("from");
        let state = |k: usize| {
            self.items.get(k).is_some_and(|x| matches!(x.what, What::State { form: StateForm::Name, .. }))
        };
        (i + 1..self.items.len().min(i + 4)).find(of).is_some_and(|k| state(k + 1) || state(k + 2))
    }

    /// In a list of officials of several states, each state before its name: where the words before the state at `i` begin,
    /// where its name stands,
    /// and the office that all of them hold (none for counterparts).
    fn list_head(&self, i: usize) -> Option<(usize, usize, Option<OfficePhrase>)> {
        let features = &self.scan.pack.features;
        if !features.capitals || !features.case.is_empty() || i < 3 {
            return None;
        }
        let of = |k: usize| self.items[k].is_word("of") || self.items[k].is_word("from");
        let named = |k: usize| self.items.get(k).is_some_and(|n| matches!(n.what, What::Name { .. }));
        let joins = |k: usize| self.items[k].is_mark(",") || self.items[k].is_word("and");
        let from = (i - 2..i).rev().find(|&k| of(k))?;
        let bare = from + 1 == i || self.items[from + 1].is_word("determiner");
        let state = matches!(self.items[i].what, What::State { form: StateForm::Name, .. });
        if !bare || !state || !joins(from.checked_sub(1)?) {
            return None;
        }
        let at = if named(i + 1) {
            i + 1
        } else if self.items.get(i + 1).is_some_and(|n| n.is_mark(",")) && named(i + 2) {
            i + 2
        } else {
            return None;
        };
        for item in self.items[..from].iter().rev().take(40) {
            match &item.what {
                What::Office(o) => {
                    return (o.number != NounNumber::One).then(|| (from, at, Some((**o).clone())));
                }
                What::Counterpart => return Some((from, at, None)),
                What::Name { .. }
                | What::State { .. }
                | What::Honorific { .. }
                | What::Rank
                | What::Mark(',') => {}
                What::Word { work, .. }
                    if matches!(work.as_str(), "list" | "and" | "of" | "from" | "determiner") => {}
                _ => return None,
            }
        }
        None
    }

    /// "Their countries": a pronoun that only says whose the next noun is.
    fn possesses(&self, i: usize) -> bool {
        self.items.get(i + 1).is_some_and(|n| match &n.what {
            What::Mark(_) | What::Time => false,
            What::Word { work, .. } => {
                matches!(work.as_str(), "building" | "region" | "gathering" | "document" | "delegation")
            }
            _ => true,
        })
    }

    /// "Deputy prime minister and minister of X NAME" with the conjunction attached: one person, two offices.
    fn second_hat(&self, i: usize) -> bool {
        let Some(&last) = self.pending.last() else { return false };
        let (What::Office(a), What::Office(b)) = (&self.items[last].what, &self.items[i].what) else {
            return false;
        };
        let named = self.items[i + 1..]
            .iter()
            .find(|x| !matches!(x.what, What::Honorific { .. } | What::Rank))
            .is_some_and(|x| matches!(x.what, What::Name { .. }));
        last + 1 == i
            && a.rank == 1
            && b.rank > 1
            && a.number == NounNumber::One
            && b.number == NounNumber::One
            && named
    }

    /// True when an office stands after one that already has a name or is another person's.
    fn office_done(&self, i: usize) -> bool {
        let Some(&last) = self.pending.last() else { return false };
        // "Received the minister of A His Excellency the minister of B NAME": the style is that of the second.
        let styled = |p: &&usize| matches!(self.items[**p].what, What::Honorific { .. } | What::Rank);
        if let Some(&held) = self.pending.iter().rev().find(|p| !styled(p))
            && let What::Office(o) = &self.items[held].what
            && (self.other_state(o, i) || self.received_envoy(o, i))
        {
            return true;
        }
        // A dual or plural office, or two officials side by side with a mark between, are not one person.
        match &self.items[last].what {
            What::Office(o) if last + 1 == i && self.other_case(o, &self.items[i]) => true,
            What::Office(o) => {
                o.number != NounNumber::One
                    || self.items[last].end != self.items[i].start
                        && !self.between_joins(last, i)
                        && !self.charged(last, i)
            }
            _ => false,
        }
    }

    /// Two offices side by side in a language with cases: of one person only when they agree.
    fn other_case(&self, office: &OfficePhrase, next: &Item) -> bool {
        let features = &self.scan.pack.features;
        let (a, b) = (office.first.tags & tags::CASES, next.first_tags & tags::CASES);
        !features.case.is_empty() && (features.complement_before || a != 0 && b != 0 && a & b == 0)
    }

    /// "Received the president of A the minister of B NAME": nobody serves two states.
    fn other_state(&self, office: &OfficePhrase, i: usize) -> bool {
        let What::Office(next) = &self.items[i].what else { return false };
        let is_state = |state: &Option<Slug>| state.as_ref().is_some_and(|code| !code.contains(':'));
        // One may preside over a state and over an organisation; whoever serves one does not serve the other.
        let chairs = || match next.position.as_str() {
            "president" | "chairman" => true,
            // Heads of state lead organisations in turn; a minister does not lead a bank of several states.
            "president-of-organisation" => office.rank == 0,
            _ => false,
        };
        let beside = i > 0 && matches!(self.items[i - 1].what, What::Office(_));
        let Some(&first) = self.pending.first() else { return false };
        // Whoever presides over an organisation may stand before the office that he holds at home.
        let presides = || {
            matches!(office.position.as_str(), "president" | "chairman" | "president-of-organisation")
                && !self.sole_object(first, i)
        };
        let article = self.scan.has_article() && beside;
        office.state != next.state
            && office.state.is_some()
            && (is_state(&office.state)
                && (is_state(&next.state)
                    || article && next.state.is_some() && (!chairs() || self.sole_object(first, i)))
                || article && next.state.is_some() && !is_state(&office.state) && !presides())
    }

    /// "Received [the minister of A the head of X NAME]": right after a verb that wants two parties, and nobody else in
    /// its clause to be the second.
    fn sole_object(&self, first: usize, second: usize) -> bool {
        let pack = &self.scan.pack;
        let finite = |form: TriggerForm| matches!(form, TriggerForm::Past | TriggerForm::Present);
        let wants = |f: usize| {
            let kind = &pack.frames[f].kind;
            matches!(kind.as_str(), "MEET" | "APPEAL" | "INVITE" | "SUMMON")
        };
        let verb = first.checked_sub(1).is_some_and(|v| {
            matches!(&self.items[v].what, What::Trigger(o) if o.iter().any(|&(f, form)| finite(form) && wants(f)))
        });
        let ends = |x: &&Item| matches!(x.what, What::Trigger(_) | What::Mark('.' | '!' | '?'));
        let other = |x: &Item| {
            matches!(x.what, What::Office(_) | What::Counterpart | What::Institution { .. })
                || x.is_word("with")
                || x.is_word("delegation")
        };
        self.scan.has_article()
            && verb
            && !self.items[second + 1..].iter().take(16).take_while(|x| !ends(x)).any(other)
    }

    /// "Received the minister of health the ambassador of X": no minister is one, and no head of state.
    fn received_envoy(&self, office: &OfficePhrase, i: usize) -> bool {
        let What::Office(next) = &self.items[i].what else { return false };
        let envoys = &self.scan.pack.envoys;
        self.scan.has_article()
            && envoys.contains(&next.position)
            && next.state.is_some()
            && !envoys.contains(&office.position)
            && (office.institution.is_some() && office.rank <= 3 || office.rank == 0)
    }

    /// "Under-Secretary for Political Affairs Ambassador NAME": what the first office is for stands between the two.
    fn charged(&self, from: usize, to: usize) -> bool {
        let features = &self.scan.pack.features;
        let mut between = self.items[from + 1..to].iter();
        let inner = |x: &Item| matches!(x.what, What::Other { .. }) || x.is_word("and") || x.is_word("of");
        features.capitals
            && features.case.is_empty()
            && to - from < 8
            && between.next().is_some_and(|x| x.is_word("for") || x.is_word("on"))
            && between.all(inner)
    }

    fn between_joins(&self, from: usize, to: usize) -> bool {
        self.items[from + 1..to].iter().all(|x| x.is_mark("-–—,") || x.is_word("and"))
    }

    fn waits_over_comma(&self, i: usize) -> bool {
        let has_office = self.pending.iter().any(|&p| {
            matches!(&self.items[p].what, What::Office(o) if o.number == NounNumber::One)
                || matches!(self.items[p].what, What::Counterpart)
        });
        if !has_office {
            return false;
        }
        let next =
            self.items[i + 1..].iter().find(|x| !matches!(x.what, What::Honorific { .. } | What::Rank));
        let Some(next) = next.filter(|n| matches!(n.what, What::Name { .. })) else { return false };
        if self.items[i + 1].and || next.and {
            return false;
        }
        // The name that follows must not have an office of its own after it.
        let at = self.items.iter().position(|x| x.start == next.start).unwrap_or(i);
        // "The ambassador, NAME, the speaker, NAME": the office between is the second's.
        let features = &self.scan.pack.features;
        let anothers = |j: usize| {
            (self.scan.has_article() || features.capitals && features.case.is_empty())
                && self.items.get(j + 1).is_some_and(|x| x.is_mark(","))
                && self.items.get(j + 2).is_some_and(|x| matches!(x.what, What::Name { .. }) && !x.and)
        };
        !self
            .postfix(at + 1)
            .is_some_and(|(j, comma)| (comma || !self.scan.pack.features.titles_before) && !anothers(j))
    }

    /// "Deputy Prime Minister and Foreign Minister NAME": one person.
    fn joins_offices(&self, i: usize) -> bool {
        let lone = self.pending.last().is_some_and(|&p| {
            matches!(&self.items[p].what, What::Office(o) if o.number == NounNumber::One) && p + 1 == i
        });
        let Some(next) = self.items.get(i + 1) else { return false };
        lone && matches!(&next.what, What::Office(o) if o.number == NounNumber::One && o.state.is_none_or_matches(&self.pending_state()))
            && self.items[i + 2..]
                .iter()
                .find(|x| !matches!(x.what, What::Honorific { .. } | What::Rank) && !x.is_mark(","))
                .is_some_and(|x| matches!(x.what, What::Name { .. }))
    }

    fn pending_state(&self) -> Option<Slug> {
        self.pending.iter().find_map(|&p| match &self.items[p].what {
            What::Office(o) => o.state,
            _ => None,
        })
    }

    /// The office after a name that belongs to it: (item, after a comma).
    fn postfix(&self, from: usize) -> Option<(usize, bool)> {
        let mut j = from;
        let mut comma = false;
        while self.items.get(j).is_some_and(|x| {
            x.is_mark(",-–—(")
                || x.is_word("determiner")
                || (x.is_word("auxiliary") || x.is_word("relative")) && comma
        }) {
            comma = true;
            j += 1;
        }
        // "…, who was recently appointed OFFICE", "who currently serves as OFFICE".
        if self.items[from..j].iter().any(|x| x.is_word("relative"))
            && (self.items[j - 1].is_word("auxiliary")
                || self.items[j..].iter().take(4).any(|x| x.is_word("as")))
        {
            let stop = j + 4;
            while j < stop
                && self.items.get(j).is_some_and(|x| {
                    matches!(x.what, What::Other { .. } | What::Time) && items_lower(self.scan, x)
                        || x.is_word("as")
                        || x.is_word("auxiliary")
                        || x.is_word("determiner")
                })
            {
                j += 1;
            }
        }
        let item = self.items.get(j)?;
        let What::Office(office) = &item.what else { return None };
        // "NAME conveyed to the crown prince": with a preposition attached it is another's.
        if item.marker != 0 && self.scan.has_article() {
            return None;
        }
        // Where cases tell who does what, an office right after a name is another's.
        let cased = !self.scan.pack.features.case.is_empty();
        if !comma && cased {
            return None;
        }
        if comma
            && (item.and || office.number == NounNumber::Two || cased && office.number == NounNumber::Many)
        {
            return None;
        }
        // "X, UN coordinator discuss …": a headline whose verb is a plural's lists two.
        if comma
            && self.scan.text.field == Field::Title
            && self.scan.pack.features.order == "svo"
            && self.scan.pack.features.case.is_empty()
            && from == j - 1
            && self.out.is_empty()
            && self.items.get(j + 1).is_some_and(|x| match &x.what {
                What::Trigger(options) => [TriggerForm::Present, TriggerForm::Infinitive]
                    .iter()
                    .all(|form| options.iter().any(|(_, f)| f == form)),
                _ => false,
            })
        {
            return None;
        }
        // An office directly before another name is that one's title.
        let mut k = j + 1;
        while self.items.get(k).is_some_and(|x| matches!(x.what, What::Office(_)) && !x.and) {
            k += 1;
        }
        let mut titles = k;
        while self
            .items
            .get(titles)
            .is_some_and(|x| matches!(x.what, What::Honorific { .. } | What::Rank) && !x.and)
        {
            titles += 1;
        }
        if self.items.get(titles).is_some_and(|x| matches!(x.what, What::Name { .. }) && !x.and) {
            // "Received NAME the emir of X the speaker NAME": whoever heads a state has no other office beside it.
            let heads = k > j + 1 && !comma && office.rank == 0 && office.state.is_some();
            let next = |x: &Item| matches!(&x.what, What::Office(o) if o.rank > 0);
            if !(heads && self.scan.has_article() && next(&self.items[j + 1])) {
                return None;
            }
        }
        Some((j, comma))
    }

    fn name(&mut self, i: usize) -> usize {
        let item = &self.items[i];
        if item.and {
            self.flush();
        }
        let scan = self.scan;
        let name_end = scan.text.tokens[item.end - 1].end;
        let name = scan.text.slice([item.begin, name_end]);
        let known = matches!(item.what, What::Name { known: true });
        let mut parts: Vec<String> =
            (item.start..item.end).map(|t| scan.text.folded(t).to_string()).collect();
        if item.begin > scan.text.tokens[item.start].start {
            parts[0] =
                scan.pack.lexicon.letters.fold(&scan.text.raw[item.begin..scan.text.tokens[item.start].end]);
        }
        // "Kenya's Nakuru province": where it is.
        if self.pending.is_empty()
            && scan.pack.features.capitals
            && scan.pack.features.case.is_empty()
            && i > 0
            && scan.possessive(self.items[i].start.saturating_sub(1))
            && self.items.get(i + 1).is_some_and(|n| n.is_word("region"))
        {
            return i + 1;
        }
        // "[Of] Naizna the mayor, NAME": where complements stand first, an unknown word before a local office is its town.
        let local =
            |o: &OfficePhrase| matches!(o.position.as_str(), "mayor" | "akim" | "governor" | "deputy-mayor");
        if self.pending.is_empty()
            && scan.pack.features.complement_before
            && !known
            && item.end == item.start + 1
            && item.tags & (tags::CASES & !tags::NOM & !tags::GEN) == 0
            && matches!(self.items.get(i + 1).map(|n| &n.what), Some(What::Office(o)) if o.state.is_none() && local(o))
            && self.items.get(i + 2).is_some_and(|n| matches!(n.what, What::Name { .. }))
        {
            self.pending.push(i);
            return i + 1;
        }
        let pending = std::mem::take(&mut self.pending);
        let first_item = pending.first().copied().unwrap_or(i);
        // "The ministers of A and B, X and Y met": X and Y are they.
        if pending.iter().all(|&p| matches!(self.items[p].what, What::Honorific { .. } | What::Rank))
            && let Some(last) = self.out.last()
            && let ActorKind::Official(office) = &last.kind
            && last.plural
            && (!last.more.is_empty() || office.state.is_some() && self.another_follows(i))
            && last.items.end + 1 == first_item
            && self.items[first_item - 1].is_mark(",")
        {
            self.plural = Some((**office).clone());
            self.shared = 0;
        }
        // "UK's Cameron": whose man he is.
        let given = scan.is(item.start, |s| matches!(s, Sense::Given));
        let owner =
            self.owner(first_item).filter(|_| !pending.is_empty() || given || item.end == item.start + 1);
        if owner.is_some() && self.out.last().is_some_and(|a| a.items.end + 1 == first_item) {
            self.out.pop();
        }
        // "From Kenya NAME", "for Kenya – NAME": whom his state's name alone presents.
        let presented = self.presented(first_item).filter(|_| known && owner.is_none());
        let owner = owner.or(presented.map(|(code, _)| code));
        let listed_from = presented.map_or(first_item, |(_, from)| from);
        if presented.is_some() {
            self.out.retain(|a| a.items.start < listed_from);
        }
        // "King X Airport": a place that bears a name.
        if first_item > 0
            && !pending.is_empty()
            && scan.pack.features.case.is_empty()
            && (self.items[first_item - 1].is_word("building")
                || self.items[first_item - 1].is_word("region")
                || scan.has_article() && self.bears_name(first_item - 1, pending[0]))
            && !item.and
        {
            return i + 1;
        }
        // "And his wife NAME": kin of whoever acts, and nobody in office.
        if scan.pack.features.capitals
            && scan.pack.features.case.is_empty()
            && let [p] = pending[..]
            && matches!(&self.items[p].what, What::Honorific { kind } if *kind == "kin")
        {
            return i + 1;
        }
        let mut person = Named {
            extent: [self.items[first_item].begin, name_end],
            name,
            parts,
            honorifics: Vec::new(),
            royal: false,
            rank: None,
            held: Vec::new(),
            counterpart: false,
            party: owner,
            by_place: false,
            field: scan.text.field,
            sentence: self.sentence,
            known,
            acts: false,
        };
        let mut plural = false;
        let left_out = self.left_out.take();
        // "His counterparts from A and B, X and Y": each in turn.
        if let Some(code) = self.listed.take() {
            person.party = Some(code);
            person.counterpart = true;
        }
        let mut counterparts = std::mem::take(&mut self.counterparts);
        if pending.is_empty() && !counterparts.is_empty() && self.joined(first_item) {
            person.party = Some(counterparts.remove(0));
            person.counterpart = true;
            self.counterparts = counterparts;
        }
        if let Some((code, office)) = &left_out {
            let head = self.plural_noun(office);
            let start = office.span[0].max(head.span[0]);
            person.party = Some(*code);
            let office = OfficePhrase { state: Some(*code), more_states: Vec::new(), ..office.clone() };
            person.held.push(Held { words: scan.text.slice([start, head.span[1]]), office: Some(office) });
        }
        let mut place = 0;
        while place < pending.len() {
            let p = pending[place];
            match &self.items[p].what {
                What::Office(o) => {
                    plural |= o.number != NounNumber::One;
                    hold(&mut person, scan, o);
                }
                // "His brother the King": a courtesy between heads makes nobody an official.
                What::Honorific { kind } if *kind == "kin" => {}
                What::Honorific { kind } => {
                    person.honorifics.push(
                        scan.text
                            .slice([self.items[p].begin, scan.text.tokens[self.items[p].end - 1].end])
                            .text,
                    );
                    person.royal |= kind == "royal";
                }
                What::Rank => {
                    person.rank = Some(
                        scan.text.slice([self.items[p].begin, scan.text.tokens[self.items[p].end - 1].end]),
                    )
                }
                What::Counterpart | What::State { .. } => {
                    // The counterpart with its state's adjective, before or after it, is the title.
                    let from = self.items[p].begin;
                    let mut to = self.items[p].end;
                    let mut q = place;
                    while q < pending.len()
                        && matches!(self.items[pending[q]].what, What::Counterpart | What::State { .. })
                    {
                        if let What::State { code, .. } = &self.items[pending[q]].what {
                            if person.counterpart {
                                self.counterparts.push(*code);
                            } else {
                                person.party = Some(*code);
                                person.counterpart = q > place;
                            }
                        }
                        to = self.items[pending[q]].end;
                        q += 1;
                    }
                    person.counterpart = true;
                    person.held.push(Held {
                        words: scan.text.slice([from, scan.text.tokens[to - 1].end]),
                        office: None,
                    });
                    place = q;
                    continue;
                }
                _ => {}
            }
            place += 1;
        }
        // "NAME (Kenya)", "NAME of Kenya and NAME of Norway": his state follows him.
        let mut next = i + 1;
        if let Some((code, end)) = self.stated(next).filter(|_| known && person.party.is_none()) {
            person.party = Some(code);
            next = end;
        }
        // Offices after the name.
        if self.items.get(next).is_some_and(|x| x.is_mark("("))
            && self.items.get(next + 2).is_some_and(|x| x.is_mark(")"))
        {
            next += 3; // "(retired)", "(PML)"
        }
        while let Some((j, comma)) = self.postfix(next) {
            // "NAME and the minister of X discussed": another, where no office of his own stands between.
            if scan.has_article() && self.items[j].and && next == i + 1 {
                break;
            }
            // "The ambassador, NAME, the speaker, NAME": an office between marks before another name is that one's.
            if (scan.has_article() || scan.pack.features.capitals && scan.pack.features.case.is_empty())
                && comma
                && person.held.iter().any(|h| h.office.is_some())
                && self.items.get(j + 1).is_some_and(|x| x.is_mark(","))
                && self.items.get(j + 2).is_some_and(|x| matches!(x.what, What::Name { .. }) && !x.and)
            {
                break;
            }
            // "PM X, Saudi crown prince agree": a headline lists.
            let lists = scan.text.field == Field::Title
                && scan.pack.features.capitals
                && scan.pack.features.case.is_empty();
            if comma
                && !person.held.is_empty()
                && (lists || !matches!(&self.items[j].what, What::Office(o) if !o.bare))
            {
                break;
            }
            if let What::Office(o) = &self.items[j].what {
                // "Met the ambassador of A NAME the prime minister of B": nobody serves two states.
                let theirs = |o: &OfficePhrase| o.state.filter(|code| !code.contains(':'));
                let own = person.offices().find_map(theirs);
                if !comma && own.zip(theirs(o)).is_some_and(|(a, b)| a != b) {
                    break;
                }
                // Nor does an official of a state serve an organisation, or the other way, unless as its head in turn.
                let served = |o: &OfficePhrase| o.state.filter(|_| !o.former);
                let chairs =
                    matches!(o.position.as_str(), "president" | "chairman" | "president-of-organisation");
                if scan.has_article()
                    && !comma
                    && person.offices().find_map(served).zip(served(o)).is_some_and(|(a, b)| a != b)
                    && (!chairs || theirs(o).is_some() || self.sole_object(first_item, j))
                {
                    break;
                }
                hold(&mut person, scan, o);
                person.extent[1] = o.span[1];
            }
            next = j + 1;
            if self.items.get(next).is_some_and(|x| x.is_mark(")")) {
                next += 1;
            }
        }
        // "NAME, Crown Prince and Deputy Ruler": a second office of the same person.
        while next > i + 1
            && self.items.get(next).is_some_and(|x| x.is_word("and"))
            && let Some(What::Office(o)) = self.items.get(next + 1).map(|x| &x.what)
            && o.number == NounNumber::One
            && o.state.is_none_or_matches(&person.party)
            && person.held.len() < 3
            && !person.held.is_empty()
            && !self.items.get(next + 2).is_some_and(|x| {
                matches!(x.what, What::Name { .. } | What::Office(_) | What::Honorific { .. } | What::Rank)
                    || x.is_mark(",")
                        && self.items.get(next + 3).is_some_and(|y| matches!(y.what, What::Name { .. }))
            })
        {
            hold(&mut person, scan, o);
            person.extent[1] = o.span[1];
            next += 2;
        }
        // "President NAME of Zimbabwe": the state of an office may follow the name.
        if scan.pack.features.capitals
            && scan.pack.features.case.is_empty()
            && person.held.iter().all(|h| h.office.as_ref().is_some_and(|o| o.state.is_none()))
            && (!person.held.is_empty() || person.royal || self.plural.is_some() && self.joined(first_item))
            && self.items.get(next).is_some_and(|x| x.is_word("of"))
        {
            let k = if self.items.get(next + 1).is_some_and(|x| x.is_word("determiner")) {
                next + 2
            } else {
                next + 1
            };
            let code = match self.items.get(k).map(|x| &x.what) {
                Some(What::State { code, form: StateForm::Name } | What::Organisation { code }) => {
                    Some(*code)
                }
                _ => None,
            };
            if let Some(code) = code
                && !self
                    .items
                    .get(k + 1)
                    .is_some_and(|x| scan.possessive(x.start) || matches!(x.what, What::Office(_)))
            {
                for office in person.held.iter_mut().filter_map(|h| h.office.as_mut()) {
                    office.state = Some(code);
                }
                person.party = Some(code);
                person.by_place = false;
                next = k + 1;
            }
        }
        // "Foreign minister in the new Chadian government".
        if person.party.is_none()
            && scan.pack.features.capitals
            && scan.pack.features.case.is_empty()
            && !person.held.is_empty()
            && self.items.get(next).is_some_and(|x| x.is_word("in") || x.is_word("of"))
        {
            let describes =
                |x: &Item| x.is_word("determiner") || matches!(x.what, What::Other { common: true });
            let at = (next + 1..next + 4).find(|&k| !self.items.get(k).is_some_and(describes));
            if let Some(k) = at
                && let Some(What::State { code, form: StateForm::Adjective }) =
                    self.items.get(k).map(|x| &x.what)
                && self.items.get(k + 1).is_some_and(|x| matches!(x.what, What::Institution { .. }))
            {
                for office in person.held.iter_mut().filter_map(|h| h.office.as_mut()) {
                    office.state = Some(*code);
                }
                person.party = Some(*code);
                next = k + 2;
            }
        }
        // An envoy's receiving state may follow his name.
        if let Some(prep) =
            self.items.get(next).filter(|x| x.is_word("at") || x.is_word("to") || x.is_word("in"))
            && !prep.and
            && let Some(What::State { code, form: StateForm::Name | StateForm::Adjective }) =
                self.items.get(next + 1).map(|x| &x.what)
            && person.held.iter().any(|h| {
                h.office
                    .as_ref()
                    .is_some_and(|o| o.accredited_to.is_none() && scan.pack.envoys.contains(&o.position))
            })
            && prep.is_word("at")
        {
            for held in &mut person.held {
                if let Some(o) = &mut held.office {
                    o.accredited_to = Some(*code);
                }
            }
            next += 2;
        }
        // The state before the name takes its place in the list.
        let first_item = match self.listed_from.take().filter(|_| first_item == i || left_out.is_some()) {
            Some(from) => from,
            None if left_out.is_some() && first_item == i => i - 1,
            None => first_item,
        };
        let lead = &self.items[first_item];
        let first_item = first_item.min(listed_from);
        let index = self.namings.len();
        let party = person.party;
        let (span, field) = (person.extent, person.field);
        self.namings.push(person);
        let first = &self.items[first_item];
        self.out.push(Actor {
            kind: ActorKind::Person(index),
            items: first_item..next,
            start: first.start,
            span,
            field,
            party,
            more: Vec::new(),
            marker: scan.pack.lexicon.marker_slug(first.marker).filter(|_| presented.is_none()),
            and: first.and,
            // Where complements stand before their head, the first word is another's genitive.
            tags: if scan.pack.features.complement_before || lead.start == self.items[i].start {
                self.items[i].tags
            } else {
                let (own, office) = (self.items[i].tags, lead.first_tags & tags::CASES);
                let agreed = own & office;
                if agreed != 0 { own & !tags::CASES | agreed } else { own | office }
            },
            plural,
        });
        // "Senators A and B": the plural noun stands for each that follows.
        if plural {
            self.plural = self.namings[index]
                .held
                .iter()
                .find_map(|h| h.office.clone())
                .filter(|o| o.number != NounNumber::One);
            // "Presidents X of A and Y of B": the state behind a name is his alone.
            if next > i + 1
                && let Some(office) = &mut self.plural
                && office.more_states.is_empty()
                && scan.pack.features.capitals
                && matches!(self.items[next - 1].what, What::State { .. })
            {
                office.state = None;
            }
            self.shared = 1;
        } else if self.namings[index].held.is_empty()
            && (self.joined_to_last(first_item)
                || first_item > 0
                    && self.portfolio(first_item - 1).is_some()
                    && self.joined_to_last(first_item - 1))
        {
            if let Some(mut office) = self.plural.clone() {
                let mut head = self.plural_noun(&office);
                let mut start = office.span[0].max(head.span[0]);
                // "The ministers of defence X, of finance Y": each has his own.
                if let Some((id, words)) = first_item.checked_sub(1).and_then(|k| self.portfolio(k)) {
                    office.institution = Some(id);
                    start = words.span[0];
                    head = words;
                }
                let naming = &mut self.namings[index];
                // "The ministers of A and B, X and Y": the states in the order of the names.
                let own = self.shared.checked_sub(1).and_then(|n| office.more_states.get(n)).cloned();
                let own = own.or(office.state);
                self.shared += 1;
                if naming.party.is_none() {
                    naming.party = own;
                }
                // Each serves his own state, named beside him.
                let office = OfficePhrase { state: naming.party.or(office.state), ..office };
                naming
                    .held
                    .push(Held { words: scan.text.slice([start, head.span[1]]), office: Some(office) });
                if let Some(actor) = self.out.last_mut() {
                    actor.party = actor.party.take().or_else(|| self.namings[index].party);
                }
            }
        } else {
            self.plural = None;
        }
        next
    }

    /// "University of King X": a body without a state of its own, before a royal title without a preposition.
    fn bears_name(&self, body: usize, title: usize) -> bool {
        let (body, title) = (&self.items[body], &self.items[title]);
        let royal = match &title.what {
            What::Honorific { kind } => *kind == "royal" || *kind == "religious",
            What::Office(o) => o.rank == 0 && o.bare,
            _ => false,
        };
        royal
            && title.marker == 0
            && !title.and
            && body.tags & tags::DEFINITE == 0
            && matches!(&body.what, What::Institution { id, state: None, .. } if matches!(id.as_str(), "university" | "hospital" | "museum"))
    }

    /// A portfolio that stands by itself before a name, in the list of a plural office that has one.
    fn portfolio(&self, at: usize) -> Option<(Slug, Words)> {
        let (scan, item) = (self.scan, &self.items[at]);
        self.plural.as_ref()?.institution?;
        let m = scan.best(item.start, |s| matches!(s, Sense::Portfolio { .. }))?;
        let Sense::Portfolio { id, .. } = scan.sense(&m) else { return None };
        matches!(item.what, What::Other { .. } | What::Institution { .. })
            .then(|| (*id, scan.text.words(item.start, item.end)))
    }

    /// The plural noun of an office: its first word, or the words before its complement where a portfolio stands first.
    fn plural_noun(&self, office: &OfficePhrase) -> Words {
        let scan = self.scan;
        let mut end = office.start + 1;
        let inside = |t: usize| {
            scan.text.tokens.get(t).is_some_and(|x| x.end <= office.span[1]) && scan.word(t, "of").is_none()
        };
        while scan.pack.features.capitals && scan.pack.features.case.is_empty() && inside(end) {
            end += 1;
        }
        scan.text.words(office.start, end)
    }

    /// Only a comma or "and" stands between this phrase and the actor before it.
    fn joined_to_last(&self, first_item: usize) -> bool {
        self.joined_to(self.out.iter().rev().nth(1), first_item)
    }

    /// The same before the phrase is an actor.
    fn joined(&self, first_item: usize) -> bool {
        self.joined_to(self.out.last(), first_item)
    }

    fn joined_to(&self, before: Option<&Actor>, first_item: usize) -> bool {
        let Some(before) = before else { return false };
        self.items[before.items.end.min(first_item)..first_item]
            .iter()
            .all(|x| x.is_mark(",") || x.is_word("and"))
    }

    /// Titles without a name are an official, or nothing.
    #[inline]
    fn flush(&mut self) {
        if !self.pending.is_empty() {
            self.close();
        }
    }

    /// Where "counterparts" stands behind the adjectives that begin at item `i`: "his A-ian, B-ian and C-ian counterparts".
    fn before_counterpart(&self, i: usize) -> Option<usize> {
        let mut k = i;
        loop {
            let adjective = matches!(self.items.get(k)?.what, What::State { form: StateForm::Adjective, .. });
            // One adjective may be any word of a state, as before.
            if k > i && !adjective {
                return None;
            }
            k += 1;
            let next = self.items.get(k)?;
            if matches!(next.what, What::Counterpart) {
                return Some(k);
            }
            if !adjective {
                return None;
            }
            while self.items.get(k)?.is_mark(",") || self.items[k].is_word("and") {
                k += 1;
            }
        }
    }

    fn close(&mut self) {
        let pending = std::mem::take(&mut self.pending);
        let Some(&first) = pending.first() else { return };
        let scan = self.scan;
        let office = pending.iter().find_map(|&p| match &self.items[p].what {
            What::Office(o) => Some(o.clone()),
            _ => None,
        });
        let counterpart = pending.iter().any(|&p| matches!(self.items[p].what, What::Counterpart));
        let last = *pending.last().unwrap_or(&first);
        // "An official visit": the word describes what follows.
        let thing = |i: &Item| {
            matches!(i.what, What::Other { common: true })
                || i.is_word("gathering")
                || i.is_word("document")
                || matches!(&i.what, What::Trigger(o) if o.iter().any(|(_, f)| f.is_noun()))
        };
        let describes = scan.pack.features.capitals
            && scan.pack.features.case.is_empty()
            && self.items[first].end == self.items[first].start + 1
            && self.items.get(last + 1).is_some_and(thing);
        if describes
            && office.as_ref().is_some_and(|o| o.position == "official" && o.number == NounNumber::One)
        {
            return;
        }
        let (kind, party) = if counterpart {
            let code = pending.iter().find_map(|&p| match &self.items[p].what {
                What::State { code, .. } => Some(*code),
                _ => None,
            });
            (ActorKind::Counterpart, code)
        } else if let Some(o) = office {
            let state = o.state;
            (ActorKind::Official(o), state)
        } else if self.stands_alone(first, last) {
            // "HE also met": a style without its name is whoever was told of.
            (ActorKind::Pronoun, None)
        } else {
            return;
        };
        let plural = matches!(&kind, ActorKind::Official(o) if o.number != NounNumber::One);
        let more = match &kind {
            ActorKind::Official(o) if plural => o.more_states.clone(),
            ActorKind::Counterpart => pending
                .iter()
                .filter_map(|&p| match &self.items[p].what {
                    What::State { code, .. } if Some(code) != party.as_ref() => Some(*code),
                    _ => None,
                })
                .collect(),
            _ => Vec::new(),
        };
        self.out.push(Actor {
            kind,
            items: first..last + 1,
            start: self.items[first].start,
            span: [self.items[first].begin, scan.text.tokens[self.items[last].end - 1].end],
            field: scan.text.field,
            party,
            more,
            marker: scan.pack.lexicon.marker_slug(self.items[first].marker),
            and: self.items[first].and,
            tags: self.items[last].tags,
            plural,
        });
    }

    /// A style of address that opens its sentence and goes before its verb.
    fn stands_alone(&self, first: usize, last: usize) -> bool {
        let features = &self.scan.pack.features;
        let style = matches!(&self.items[first].what, What::Honorific { kind } if *kind == "style");
        let between = |i: &&Item| matches!(i.what, What::Time | What::Other { .. }) || i.is_word("title_end");
        let verb = self.items[last + 1..].iter().take(3).find(|i| !between(i));
        style
            && first == 0
            && first == last
            && features.capitals
            && features.case.is_empty()
            && verb.is_some_and(|v| matches!(v.what, What::Trigger(_)))
    }

    fn party(&mut self, i: usize) {
        let (kind, party) = match &self.items[i].what {
            What::State { code, form } => (ActorKind::State(*form), Some(*code)),
            What::Organisation { code } => (ActorKind::Organisation, Some(*code)),
            What::Institution { state, portfolio, .. } => {
                let state = (*state).or_else(|| self.owner(i)).or_else(|| self.described(i));
                (ActorKind::Institution { acts: *portfolio || state.is_some() }, state)
            }
            _ => return,
        };
        // The state that describes the institution is no actor of its own.
        let whole = matches!(kind, ActorKind::Institution { .. })
            && self.scan.pack.features.capitals
            && (self.described(i).is_some() || self.owner(i).is_some())
            && self.out.last().is_some_and(|a| {
                matches!(a.kind, ActorKind::State(_)) && a.items.end + 2 > i && a.party == party
            });
        let start = if whole { self.out.pop().map(|a| a.items.start) } else { None };
        // "The navies of A and B" with their adjectives: one institution, two states.
        let both: Vec<Slug> = if matches!(kind, ActorKind::Institution { .. }) && party.is_some() {
            self.items[i + 1..]
                .iter()
                .take_while(|x| x.and && x.marker == 0)
                .map_while(|x| match &x.what {
                    What::State { code, form: StateForm::Adjective } if Some(code) != party.as_ref() => {
                        Some(*code)
                    }
                    _ => None,
                })
                .collect()
        } else {
            Vec::new()
        };
        // "The ministries of health in A and B".
        let named = |k: usize| match self.items.get(k).map(|x| (&x.what, x.marker, x.and)) {
            Some((What::State { code, form: StateForm::Name }, 0, and)) => Some((*code, and)),
            _ => None,
        };
        if self.scan.has_article()
            && matches!(kind, ActorKind::Institution { .. })
            && party.is_none()
            && self.items.get(i + 1).is_some_and(|x| x.is_word("in"))
            && let (Some((first, false)), Some((second, true))) = (named(i + 2), named(i + 3))
        {
            self.push(i, ActorKind::Institution { acts: true }, Some(first));
            if let Some(actor) = self.out.last_mut() {
                actor.more = vec![second];
                actor.items.end = i + 4;
            }
            return;
        }
        self.push(i, kind, party);
        if let Some(actor) = self.out.last_mut().filter(|_| !both.is_empty()) {
            actor.items.end += both.len();
            actor.more = both;
        }
        if let Some(start) = start
            && let Some(actor) = self.out.last_mut()
        {
            actor.items.start = start;
            actor.marker = self.scan.pack.lexicon.marker_slug(self.items[start].marker);
            actor.and |= self.items[start].and;
        }
    }

    /// The state whose possessive stands before item `i` ("Russia's Foreign Ministry").
    fn owner(&self, i: usize) -> Option<Slug> {
        match &self.items.get(i.checked_sub(2)?)?.what {
            What::State { code, form: StateForm::Name } if self.scan.possessive(self.items[i - 1].start) => {
                Some(*code)
            }
            _ => None,
        }
    }

    /// The state that presents the name at item `i`, after "from" or before a dash, and where its words begin.
    fn presented(&self, i: usize) -> Option<(Slug, usize)> {
        let items = self.items;
        let features = &self.scan.pack.features;
        let dash = i.checked_sub(1).is_some_and(|k| items[k].is_mark("-–—"));
        let mut k = i.checked_sub(1 + usize::from(dash))?;
        let after = features.complement_before && items[k].is_word("from");
        k = k.checked_sub(usize::from(after))?;
        let What::State { code, form: StateForm::Name } = items[k].what else { return None };
        let from = features.complement_before && items[k].tags & tags::ABL != 0
            || self.scan.pack.lexicon.marker_name(items[k].marker).is_some_and(|m| m == "from")
            || k.checked_sub(1).is_some_and(|b| items[b].is_word("from"));
        let opens = k == 0 || items[k - 1].is_mark(",;:(") || items[k - 1].is_word("and");
        (after || from && (dash || !features.capitals || !features.case.is_empty()) || dash && opens)
            .then_some((code, k - usize::from(k > 0 && items[k - 1].is_word("from"))))
    }

    /// The state that stands after a name in brackets, or after "of" where a list goes on, and where its words end.
    fn stated(&self, next: usize) -> Option<(Slug, usize)> {
        let items = self.items;
        let state = |k: usize| match items.get(k).map(|i| &i.what) {
            Some(What::State { code, form: StateForm::Name }) => Some(*code),
            _ => None,
        };
        if items.get(next)?.is_mark("(") && items.get(next + 2).is_some_and(|i| i.is_mark(")")) {
            return state(next + 1).map(|code| (code, next + 3));
        }
        // "NAME, of A, and NAME, of B".
        let apart = items[next].is_mark(",")
            && items.get(next + 1).is_some_and(|i| i.is_word("of"))
            && items.get(next + 3).is_some_and(|i| i.is_mark(",;") || i.is_word("and"));
        if apart && self.scan.pack.features.capitals && self.scan.pack.features.case.is_empty() {
            return state(next + 2).map(|code| (code, next + 3));
        }
        let joins = items[next].is_word("of") || items[next].is_word("from") || items[next].is_word("for");
        let listed = |k: usize| items.get(k).is_some_and(|i| i.is_mark(",;") || i.is_word("and"));
        let goes_on = listed(next + 2)
            && items
                .get(next + 3)
                .is_some_and(|i| matches!(i.what, What::Name { .. } | What::Honorific { .. }));
        let ends = self.out.last().is_some_and(|a| {
            matches!(a.kind, ActorKind::Person(n) if self.namings[n].held.is_empty() || self.plural.is_some())
                && a.items.end + 2 >= next - 1
                && listed(next - 2)
        });
        (joins && self.scan.pack.features.capitals && (goes_on || ends))
            .then(|| state(next + 1))
            .flatten()
            .map(|code| (code, next + 2))
    }

    /// The state whose name or adjective stands right before an institution ("the Norwegian embassy").
    fn described(&self, i: usize) -> Option<Slug> {
        if self.scan.pack.features.adjective_after {
            return None;
        }
        match &self.items.get(i.checked_sub(1)?)?.what {
            What::State { code, form: StateForm::Name | StateForm::Adjective } => Some(*code),
            _ => None,
        }
    }

    fn simple(&mut self, i: usize, kind: ActorKind) {
        self.push(i, kind, None);
    }

    /// A delegation speaks for the states named right before or after it.
    fn delegation(&mut self, i: usize) {
        let mut codes: Vec<Slug> = Vec::new();
        let mut j = i;
        // "To Zambia the delegation of Laos came": a state in another case is no part of the phrase.
        let other_case = |item: &Item| {
            self.scan.pack.features.complement_before
                && item.tags & (tags::DAT | tags::ACC | tags::INS | tags::LOC | tags::ABL) != 0
                && item.tags & (tags::GEN | tags::ATTR) == 0
        };
        while j > 0 {
            match &self.items[j - 1].what {
                What::State { .. } if other_case(&self.items[j - 1]) => break,
                What::State { code, form: StateForm::Adjective | StateForm::Name }
                | What::Organisation { code } => codes.insert(0, *code),
                // "[The A region's] delegation": of a city or region where complements stand first.
                What::State { code, form: StateForm::City | StateForm::Capital }
                    if self.scan.pack.features.complement_before && codes.is_empty() && j == i =>
                {
                    codes.push(*code)
                }
                What::Mark(',' | '-' | '–') if !codes.is_empty() => {}
                // "[A (acronym)] delegation".
                What::Mark('(' | ')') if self.scan.pack.features.complement_before => {}
                What::Word { work, .. } if work == "and" && !codes.is_empty() => {}
                What::Other { .. } if codes.is_empty() && self.scan.possessive(self.items[j - 1].start) => {}
                _ => break,
            }
            j -= 1;
        }
        let before = codes.len();
        if before == 0 {
            let mut k = i + 1;
            while let Some(item) = self.items.get(k) {
                match &item.what {
                    What::State { code, form: StateForm::Adjective | StateForm::Name }
                        if item.marker == 0 || codes.is_empty() =>
                    {
                        codes.push(*code)
                    }
                    What::Organisation { code } if codes.is_empty() && self.genitive(item) => {
                        codes.push(*code)
                    }
                    // "A group of senators of X".
                    What::Office(o)
                        if codes.is_empty() && o.number != NounNumber::One && self.genitive(item) =>
                    {
                        codes.extend(o.state.into_iter().chain(o.more_states.iter().copied()));
                    }
                    // "Of A, B and C".
                    What::Mark(',')
                        if !codes.is_empty()
                            && self.items.get(k + 1).is_some_and(|n| {
                                matches!(n.what, What::State { form: StateForm::Name, .. })
                                    && self.genitive(n)
                            }) => {}
                    // "The delegation of the parliament of X".
                    What::Institution { state: Some(code), .. } if codes.is_empty() => codes.push(*code),
                    What::Word { work, .. }
                        if (work == "of" || work == "from") && codes.is_empty()
                            || work == "and" && !codes.is_empty()
                            || work == "determiner" => {}
                    // "A judicial delegation of high rank from X".
                    What::Other { .. }
                        if codes.is_empty()
                            && self.scan.has_article()
                            && k < i + 4
                            && !item.and
                            && item.marker == 0 => {}
                    _ => break,
                }
                k += 1;
            }
            // "A delegation of the committee on X in the Kenyan parliament": of what the committee is.
            let of = |k: usize| self.items.get(k).is_some_and(|x| x.is_word("from") || x.is_word("of"));
            if codes.is_empty() && self.scan.has_article() && of(i + 1) {
                let inner = |x: &&Item| {
                    matches!(x.what, What::Institution { .. } | What::Other { .. } | What::State { .. })
                        || x.is_word("in")
                        || x.is_word("gathering")
                };
                let rest = self.items[i + 2..].iter().take(9).take_while(inner);
                let told =
                    rest.take_while(|x| x.marker == 0 || x.is_word("in")).find_map(|x| match &x.what {
                        What::Institution { state: Some(code), .. } => Some(*code),
                        What::State { code, form: StateForm::Adjective } => Some(*code),
                        _ => None,
                    });
                codes.extend(told);
            }
            // "A delegation (of a company) led by the minister of X": that of whoever leads it.
            if codes.is_empty() && !self.scan.has_article() {
                let led = |x: &Item| x.is_word("by") || self.scan.word(x.start, "leading").is_some();
                let inner = |x: &&Item| {
                    led(x) || matches!(x.what, What::Other { .. } | What::Institution { state: None, .. })
                };
                let rest = &self.items[i + 1..];
                let n = rest.iter().take(5).take_while(inner).count();
                if rest[..n].iter().any(led)
                    && let Some(What::Office(o)) = rest.get(n).map(|x| &x.what)
                {
                    codes.extend(o.state);
                }
            }
        } else {
            // The states' own actors are the delegation's now.
            while self.out.last().is_some_and(|a| a.items.start >= j && matches!(a.kind, ActorKind::State(_)))
            {
                self.out.pop();
            }
        }
        let mut codes = codes.into_iter();
        let first = codes.next();
        self.push(i, ActorKind::Delegation, first);
        if let Some(actor) = self.out.last_mut() {
            actor.more = codes.collect();
            if before > 0 {
                actor.items.start = j;
            }
        }
    }

    /// In a case that says whose something is.
    fn genitive(&self, item: &Item) -> bool {
        !self.scan.pack.features.case.is_empty() && item.first_tags & tags::GEN != 0
    }

    fn push(&mut self, i: usize, kind: ActorKind, party: Option<Slug>) {
        let item = &self.items[i];
        self.out.push(Actor {
            kind,
            items: i..i + 1,
            start: item.start,
            span: [item.begin, self.scan.text.tokens[item.end - 1].end],
            field: self.scan.text.field,
            party,
            more: Vec::new(),
            marker: self.scan.pack.lexicon.marker_slug(item.marker),
            and: item.and,
            tags: item.tags,
            plural: false,
        });
    }
}

trait NoneOr {
    fn is_none_or_matches(&self, other: &Option<Slug>) -> bool;
}

impl NoneOr for Option<Slug> {
    fn is_none_or_matches(&self, other: &Option<Slug>) -> bool {
        self.is_none() || other.is_none() || self == other
    }
}

fn hold(person: &mut Named, scan: &Scan, office: &OfficePhrase) {
    // A second office in an organisation does not make a minister its servant.
    let second_hat =
        !person.held.is_empty() && office.state.as_deref().is_some_and(|s| s.starts_with("ORG:"));
    if let Some(state) = &office.state
        && !second_hat
        && (person.party.is_none() || person.by_place && !office.state_by_place)
    {
        person.party = Some(*state);
        person.by_place = office.state_by_place;
    }
    person.held.push(Held { words: scan.text.slice(office.span), office: Some(office.clone()) });
}

/// Free-standing prepositions and conjunctions before an actor mark it too.
fn join(scan: &Scan, items: &[Item], actors: &mut [Actor]) {
    let genitive_first = !scan.pack.features.case.is_empty() && !scan.pack.features.complement_before;
    for a in 0..actors.len() {
        // In a language with cases only a genitive belongs to the noun before it.
        let bound = !genitive_first || actors[a].tags & tags::CASES == 0 || actors[a].tags & tags::GEN != 0;
        // No preposition takes a nominative: "об этом министр заявил".
        let free = genitive_first && actors[a].tags & tags::CASES == tags::NOM;
        let mut j = actors[a].items.start;
        let mut floor = (0..a)
            .rev()
            .find(|&b| {
                !(matches!(actors[a].kind, ActorKind::State(_))
                    && matches!(actors[b].kind, ActorKind::State(StateForm::Adjective | StateForm::Capital)))
            })
            .map_or(0, |b| actors[b].items.end);
        // "With [the accredited in CITY] ambassadors": the preposition stands before what describes them.
        if genitive_first
            && a > 0
            && matches!(actors[a].kind, ActorKind::Official(_) | ActorKind::Person(_))
            && matches!(actors[a - 1].kind, ActorKind::State(_))
            && actors[a - 1].items.end == j
            && let Some(from) = actors[a - 1].items.start.checked_sub(2)
            && from > 0
            && items[from + 1].is_word("in")
            && matches!(items[from].what, What::Other { .. })
            && matches!(items[from - 1].what, What::Word { .. })
        {
            j = from;
            floor = (0..a - 1).rev().map(|b| actors[b].items.end).next().unwrap_or(0);
        }
        while j > floor {
            let item = &items[j - 1];
            match &item.what {
                What::Word { work, .. }
                    if work == "determiner"
                        || work == "list"
                        || work == "pronoun"
                            && items.get(j).is_some_and(|n| {
                                matches!(n.what, What::Counterpart | What::State { .. } | What::Office(_))
                            }) =>
                {
                    j -= 1
                }
                What::Word { work, .. } if work == "and" => {
                    actors[a].and = true;
                    break;
                }
                // "Against A, B or C".
                What::Word { work, .. }
                    if work == "or" && matches!(actors[a].kind, ActorKind::State(StateForm::Name)) =>
                {
                    actors[a].and = true;
                    break;
                }
                // "A and visiting B": what describes the guest.
                What::Trigger(o)
                    if j == actors[a].items.start
                        && item.end == item.start + 1
                        && o.iter().all(|(_, f)| *f == crate::pack::TriggerForm::Gerund)
                        && j >= floor + 2
                        && items[j - 2].is_word("and") =>
                {
                    j -= 1
                }
                // "The Ghana – Kenya commission".
                What::Mark('-' | '–')
                    if !genitive_first
                        && !scan.text.tokens[item.start].glued
                        && a > 0
                        && j == actors[a].items.start
                        && actors[a - 1].items.end + 1 == j
                        && [a - 1, a]
                            .iter()
                            .all(|&x| matches!(actors[x].kind, ActorKind::State(StateForm::Name))) =>
                {
                    actors[a].and = true;
                    break;
                }
                // "With each of, A, B".
                What::Mark(',') if scan.has_article() && j >= floor + 2 && items[j - 2].is_word("list") => {
                    j -= 1
                }
                What::Word { work, .. }
                    if work == "region" && matches!(actors[a].kind, ActorKind::State(_)) =>
                {
                    // "In-the-capital NAME": what is attached to the noun marks its name.
                    if let Some(m) =
                        scan.pack.lexicon.marker_slug(item.marker).filter(|_| actors[a].marker.is_none())
                    {
                        actors[a].marker = Some(m);
                        break;
                    }
                    j -= 1
                }
                What::State { form: StateForm::Adjective, .. }
                    if matches!(actors[a].kind, ActorKind::State(StateForm::Capital | StateForm::City)) =>
                {
                    j -= 1
                }
                What::Word { kind: Some(kind), .. } if kind == "complete" => break,
                // Postpositions belong to what stands before them.
                What::Word { work, .. } if is_marker(work) && scan.pack.features.order == "sov" => break,
                What::Word { work, .. } if is_marker(work) && free => break,
                What::Word { work, .. } if is_marker(work) => {
                    // "Belonging to A": whose it is, whatever is attached to A.
                    let belongs = item.is_kind("of", "belonging");
                    if actors[a].marker.is_none() || belongs {
                        actors[a].marker = Some(*work);
                    }
                    // "With A and with B."
                    actors[a].and |=
                        item.and || genitive_first && j >= floor + 2 && items[j - 2].is_word("and");
                    break;
                }
                // "In the meeting of the ministers of X" where the noun also reports.
                What::Trigger(o)
                    if scan.has_article()
                        && item.marker == 0
                        && !item.and
                        && j >= 2
                        && items[j - 2].is_word("in")
                        && actors[a].plural
                        && actors[a].party.is_some_and(|p| p.contains(':'))
                        && o.iter()
                            .all(|&(f, form)| form.is_noun() && scan.pack.frames[f].kind == "MEET") =>
                {
                    j -= 1
                }
                // "A letter from X": a trigger's own preposition marks what follows it.
                What::Trigger(_) if item.end - item.start > 1 && scan.pack.features.case.is_empty() => {
                    if actors[a].marker.is_none()
                        && let Some(m) = scan.matches[item.end - 1].iter().find(|m| {
                            m.end == item.end
                                && matches!(scan.sense(m), Sense::Word { work, .. } if is_marker(work))
                        })
                        && let Sense::Word { work, .. } = scan.sense(m)
                    {
                        actors[a].marker = Some(*work);
                    }
                    break;
                }
                // "Kenya-Peru talks".
                What::Mark('-' | '–')
                    if a > 0
                        && j - 1 == floor
                        && scan.text.tokens[item.start].glued
                        && scan.text.tokens[items[j].start].glued
                        && matches!(actors[a].kind, ActorKind::State(StateForm::Name))
                        && matches!(actors[a - 1].kind, ActorKind::State(StateForm::Name)) =>
                {
                    actors[a].and = true;
                    break;
                }
                // "On the south of X", "in the summit of Y": the noun between stands for it.
                What::Other { common: true }
                    if scan.has_article()
                        && item.marker == 0
                        && !item.and
                        && item.tags & tags::DEFINITE == 0
                        && matches!(
                            actors[a].kind,
                            ActorKind::State(StateForm::Name) | ActorKind::Organisation
                        )
                        && j >= 2
                        && (items[j - 2].is_word("on") || items[j - 2].is_word("in")) =>
                {
                    j -= 1
                }
                What::Word { work, .. }
                    if scan.has_article()
                        && work == "gathering"
                        && item.marker == 0
                        && !item.and
                        && (matches!(actors[a].kind, ActorKind::Organisation)
                            || actors[a].plural
                                && actors[a].party.is_some_and(|p| p.contains(':'))
                                && matches!(actors[a].kind, ActorKind::Official(_))) =>
                {
                    j -= 1
                }
                What::Mark(',') if a > 0 && j - 1 == floor && !scan.pack.lexicon.attaches_and() => {
                    actors[a].and = true;
                    break;
                }
                What::Mark(';') if a > 0 && super::lists_on(items, j - 1) => {
                    actors[a].and = true;
                    break;
                }
                What::Word { work, .. }
                    if bound
                        && !scan.pack.features.case.is_empty()
                        && matches!(work.as_str(), "region" | "building" | "gathering")
                        && items_lower(scan, item)
                        && j - floor < 4 =>
                {
                    j -= 1
                }
                What::Other { common: true }
                    if bound && scan.pack.features.capitals && items_lower(scan, item) && j - floor < 3 =>
                {
                    j -= 1
                }
                // "With the new ambassador": an adjective in the case of its noun, or one that the pack does not know.
                What::Other { common }
                    if genitive_first
                        && (*common || matches!(items[actors[a].items.start].what, What::Office(_)))
                        && (if *common { item.tags } else { oblique(scan, item, actors[a].tags) })
                            & actors[a].tags
                            & tags::CASES
                            & !tags::NOM
                            != 0
                        && items_lower(scan, item)
                        && actors[a].items.start - j < 3 =>
                {
                    j -= 1
                }
                _ => break,
            }
        }
        if genitive_first
            && actors[a].marker.is_none()
            && let Some(work) = before_participle(items, &actors[a])
        {
            actors[a].marker = Some(work);
        }
    }
    // "In Skopje, North Macedonia": the state of the city stands where the city does.
    if !genitive_first {
        for a in 1..actors.len() {
            let (head, tail) = actors.split_at_mut(a);
            let (city, state) = (&head[a - 1], &mut tail[0]);
            if matches!(state.kind, ActorKind::State(StateForm::Name))
                && matches!(city.kind, ActorKind::State(StateForm::City | StateForm::Capital))
                && city.party == state.party
                && city.items.end + 1 == state.items.start
                && items[city.items.end].is_mark(",(")
                && city.marker.is_some()
            {
                state.marker = city.marker;
                state.and = false;
            }
        }
    }
    // The same where the city is one that the pack does not know.
    if !genitive_first && scan.pack.features.capitals {
        for actor in actors.iter_mut() {
            let s = actor.items.start;
            if matches!(actor.kind, ActorKind::State(StateForm::Name))
                && actor.marker.is_none()
                && s > 2
                && items[s - 1].is_mark(",(")
                && matches!(items[s - 2].what, What::Name { .. } | What::Other { common: false })
                && items[s - 2].end == items[s - 2].start + 1
                && (items[s - 3].is_word("in") || items[s - 3].is_word("at"))
                && let What::Word { work, .. } = &items[s - 3].what
            {
                actor.marker = Some(*work);
                actor.and = false;
            }
        }
    }
    // After the name, in languages where the marker follows (postpositions).
    for actor in actors.iter_mut() {
        if actor.marker.is_none()
            && scan.pack.features.order == "sov"
            && let Some(item) = items.get(actor.items.end)
            && let What::Word { work, .. } = &item.what
            && is_marker(work)
        {
            actor.marker = Some(*work);
        }
    }
}

/// "With the [having come on a visit] minister": the preposition before a participle that agrees with the actor after it.
fn before_participle(items: &[Item], actor: &Actor) -> Option<Slug> {
    let oblique = actor.tags & tags::CASES & !tags::NOM;
    let agrees = |i: &Item| {
        i.tags & oblique != 0
            && matches!(&i.what, What::Trigger(o) if o.iter().any(|(_, f)| *f == TriggerForm::Participle))
    };
    let start = actor.items.start;
    let inner = |i: &Item| {
        matches!(&i.what, What::Other { .. } | What::Time | What::State { .. } | What::Trigger(_))
            || matches!(&i.what, What::Word { work, .. } if is_marker(work) || matches!(work.as_str(), "region" | "building" | "determiner" | "gathering" | "attending"))
    };
    let at = (start.saturating_sub(10)..start)
        .rev()
        .take_while(|&i| inner(&items[i]))
        .find(|&i| agrees(&items[i]))?;
    match &items[at.checked_sub(1)?].what {
        What::Word { work, .. } if is_marker(work) => Some(*work),
        _ => None,
    }
}

/// The oblique cases of a noun in which an adjective before it that the pack does not know may stand: by its ending, else
/// all where the noun stands surely in one.
fn oblique(scan: &Scan, item: &Item, noun: u32) -> u32 {
    let ending = scan.pack.lexicon.name_case(scan.text.folded(item.end - 1));
    match (ending, noun & tags::NOM) {
        (0, 0) => noun & tags::CASES,
        (told, _) => told,
    }
}

fn items_lower(scan: &Scan, item: &Item) -> bool {
    !scan.text.tokens[item.start].capital && item.end == item.start + 1
}

fn is_marker(work: &str) -> bool {
    matches!(
        work,
        "with"
            | "with-b"
            | "to"
            | "from"
            | "in"
            | "between"
            | "by"
            | "of"
            | "about"
            | "for"
            | "at"
            | "on"
            | "after"
            | "before"
            | "during"
            | "than"
            | "as"
    )
}
