//! Puts titles, names and offices together: who is named, and who can act.

mod beside;
mod company;
mod join;
mod listed_behind;
mod shared;
mod walk;

use std::ops::Range;

use super::Scan;
use super::items::{Item, What};
use super::office::OfficePhrase;
use crate::Slug;
use crate::model::{Field, Span, Words};
use crate::pack::{StateForm, tags};
pub(crate) use beside::agency_bracket;
use beside::{
    accredited_too, acting, come_from, dateline, format, frame, guest_from, heading, heads, housed, led,
    led_by, posted_there, sent, serves, sided, sided_behind, signed_behind, signed_for,
};
use join::join;
use walk::Walk;

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
        #[cfg(test)]
        crate::code::ASKED.with(|n| n.set(n.get() + 1));
        self.held.iter().filter_map(|h| h.office.as_ref())
    }

    /// All offices that the words tell are of this state.
    fn serves(&mut self, code: Slug) {
        for office in self.held.iter_mut().filter_map(|h| h.office.as_mut()) {
            office.state = Some(code);
        }
        self.party = Some(code);
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

impl ActorKind {
    /// Somebody by name or by office.
    pub fn is_person(&self) -> bool {
        matches!(self, ActorKind::Person(_) | ActorKind::Official(_))
    }

    /// A city, the capital or another.
    pub fn is_city(&self) -> bool {
        matches!(self, ActorKind::State(StateForm::City | StateForm::Capital))
    }

    /// People of a party, however they are told.
    pub fn is_people(&self) -> bool {
        self.is_person() || matches!(self, ActorKind::Counterpart | ActorKind::Delegation)
    }
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

impl Actor {
    /// A preposition says that he is only spoken of, or that something is done for him or against him.
    pub fn is_aside(&self) -> bool {
        matches!(self.marker.as_deref(), Some("about" | "on" | "than" | "for" | "against"))
    }
}

/// "Who is based in CITY": where an envoy lives is no party to what he does.
fn stationed(scan: &Scan, items: &[Item], actor: &Actor) -> bool {
    let place =
        matches!(actor.kind, ActorKind::State(StateForm::City | StateForm::Capital | StateForm::Name));
    let at = actor.items.start;
    place
        && at > 1
        && items[at - 1].is_word("in")
        && (items[at - 2].start..items[at - 2].end).any(|t| scan.word(t, "stationed").is_some())
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
    shared::share(scan, items, &mut out, walk.namings);
    listed_behind::listed_behind(scan, items, &mut out);
    led(scan, items, &mut out, walk.namings);
    company::with_delegation(scan, items, &mut out);
    housed(scan, items, &mut out);
    out.retain(|a| !dateline(scan, items, a) && !stationed(scan, items, a));
    heading(scan, items, &mut out, walk.namings);
    accredited_too(scan, items, &mut out, walk.namings);
    posted_there(scan, items, &mut out, walk.namings);
    guest_from(scan, items, &mut out, walk.namings);
    sided_behind(scan, items, &mut out);
    join(scan, items, &mut out);
    frame(scan, items, &mut out);
    come_from(scan, items, &mut out, walk.namings);
    sided(scan, items, &mut out);
    sent(scan, &mut out);
    format(scan, items, &mut out);
    signed_for(scan, items, &mut out, walk.namings);
    signed_behind(scan, items, &mut out, walk.namings);
    acting(scan, items, &out, walk.namings);
    serves(scan, items, &out, walk.namings);
    heads(scan, items, &mut out, walk.namings);
    led_by(scan, items, &mut out, walk.namings);
    owned(scan, items, &mut out);
    out
}

/// "[The agenda] of ORGANISATION [discussed] the ministers of A and B": a name without cases that stands right behind a noun in
/// an oblique case is whose it is, where whoever acts stands behind the verb.
fn owned(scan: &Scan, items: &[Item], actors: &mut [Actor]) {
    const NEAR: usize = 6;
    if !scan.pack.features.svo_with_cases() {
        return;
    }
    for k in 0..actors.len() {
        let actor = &actors[k];
        let caseless = matches!(actor.kind, ActorKind::Organisation | ActorKind::State(StateForm::Name))
            && actor.tags & tags::CASES == 0;
        let Some(before) = actor.items.start.checked_sub(1).map(|i| &items[i]) else { continue };
        if !caseless || actor.marker.is_some() || actor.and {
            continue;
        }
        let noun = matches!(before.what, What::Other { .. })
            || before.is_word("gathering")
            || before.is_word("document");
        let case = (before.tags | scan.ending(before.end - 1)) & tags::CASES;
        if !noun || case == 0 || case & tags::NOM != 0 {
            continue;
        }
        let end = actor.items.end;
        let mut behind = items[end..].iter().take(NEAR).take_while(|i| !i.is_mark(",;:."));
        let Some(verb) = behind.position(|i| matches!(i.what, What::Trigger(_))).map(|d| end + d) else {
            continue;
        };
        let acts = |a: &Actor| {
            (verb + 1..verb + 1 + NEAR).contains(&a.items.start)
                && a.kind.is_person()
                && a.marker.is_none()
                && a.tags & tags::NOM != 0
        };
        if actors.iter().any(acts) {
            actors[k].tags |= tags::GEN;
        }
    }
}

/// What is nobody where no title waits for a name: what only ends titles, marks, and all small words but those that stand
/// for somebody.
fn names_nobody(what: &What) -> bool {
    match what {
        What::Word { work, .. } => !matches!(work.as_str(), "pronoun" | "delegation" | "homeland"),
        What::Other { .. }
        | What::Mark(_)
        | What::Time
        | What::Trigger(_)
        | What::Side
        | What::Own { .. }
        | What::Attendance { .. }
        | What::Resumption
        | What::Background => true,
        _ => false,
    }
}
