//! Turns triggers and actors into event mentions: who is which side, when, where, about what.
//!
//! Knows nothing of other documents; one interaction told twice is made one in `refer`.

pub(crate) mod accredited;
mod again;
mod announced;
mod announcer;
mod arguments;
mod asked_for;
mod assembly;
mod attendance;
mod beside;
mod blamed;
mod bound_for;
mod choose;
mod conditions;
mod convened;
mod couriers;
mod debunked;
mod each_with;
mod elliptic;
mod first_named;
mod history;
mod holder;
mod housed;
mod implied;
pub(crate) mod introduced;
mod joined;
mod occasion;
mod one_by_one;
mod only_day;
pub(crate) mod other_day;
mod passing;
mod place;
mod presence;
mod roll;
pub(crate) mod roster;
mod rounds;
mod said_of;
mod series;
mod setting;
mod settle;
mod sitting;
mod status;
mod steps;
mod to_come;
mod took_part;
pub(crate) mod weighed;
mod went_on;
mod whole;

use std::cell::LazyCell;
use std::ops::Range;

use crate::Slug;
use crate::detect::date;
use crate::detect::person::{Actor, ActorKind, Named};
use crate::detect::{Item, Scan, What};
use crate::model::{EventDate, Field, Place, Topic, Why, Words, are_two_offices};
use crate::pack::{Frame, Sense, StateForm, TriggerForm};

pub(crate) use accredited::accredited;
pub(crate) use again::again;
pub(crate) use announced::announced;
pub(crate) use announcer::announcer;
pub(crate) use assembly::assembly;
pub(crate) use attendance::{attend, chaired, handed_over, join};
pub(crate) use blamed::blamed;
pub(crate) use bound_for::bound_for;
use choose::Choice;
pub(crate) use conditions::Conditions;
pub(crate) use couriers::couriers;
pub(crate) use debunked::debunked;
pub(crate) use each_with::each_with;
pub(crate) use first_named::first_named;
use history::own_year;
pub(crate) use history::{chronicle, timeless};
pub(crate) use implied::implied;
pub(crate) use occasion::occasion;
pub(crate) use one_by_one::one_by_one;
pub(crate) use only_day::only_day;
pub(crate) use place::share as share_places;
pub(crate) use presence::presences;
pub(crate) use roll::roll;
pub(crate) use rounds::rounds;
pub(crate) use setting::{agreements, foretold, retold, spoken, staged, topics};
pub(crate) use sitting::sitting;
pub(crate) use took_part::took_part;
pub(crate) use weighed::{Weighed, weighed};
pub(crate) use went_on::went_on;

/// How many namings or events reading looks back over for the one that is meant; what stands farther back is not meant.
pub(crate) const LOOK_BACK: usize = 120;

/// How many namings back another holder of an office may stand.
const RIVALS: usize = 40;

#[cfg(test)]
thread_local! {
    /// How often a draft was asked for its parties, or a naming for its offices: what comparing them costs.
    pub(crate) static ASKED: std::cell::Cell<usize> = const { std::cell::Cell::new(0) };
}

/// The first draft within reach of this one, on either side, that can lend what this one leaves unsaid.
pub(crate) fn lender(
    drafts: &[Draft],
    i: usize,
    mut fits: impl FnMut(usize, &Draft) -> bool,
) -> Option<&Draft> {
    let reach = i.saturating_sub(LOOK_BACK)..drafts.len().min(i + LOOK_BACK);
    reach.clone().zip(&drafts[reach]).find(|(j, d)| fits(*j, d)).map(|(_, d)| d)
}

/// A sentence with what was detected in it.
pub(crate) struct Sentence {
    /// Which scan it belongs to: 0 title, 1 text.
    pub scan: usize,
    pub range: std::ops::Range<usize>,
    pub items: Vec<Item>,
    pub actors: Vec<Actor>,
    /// First sentence of its paragraph.
    pub opens: bool,
    /// The verb ends its clause (the language's order).
    pub verb_last: bool,
    /// Only order tells a verb from the noun that is written alike (the language has no cases).
    pub by_order: bool,
    /// Who was there, told inside a clause that goes on behind (see [`presences`]).
    pub presences: Vec<Range<usize>>,
    /// Words that are conditions of frames, found when first asked for (see `conditions`).
    pub conditions: std::cell::OnceCell<Conditions>,
    /// Its relative clauses, found when first asked for (see `arguments::relatives`).
    pub relatives: [std::cell::OnceCell<Vec<std::ops::Range<usize>>>; 2],
    /// The times it names, found when first asked for (see [`Sentence::dates`]).
    pub dates: std::cell::OnceCell<Vec<date::Found>>,
}

impl Sentence {
    /// A sentence of a text in which nothing was detected.
    #[cfg(test)]
    pub fn of_nothing(range: Range<usize>) -> Sentence {
        Sentence {
            scan: 1,
            range,
            items: Vec::new(),
            actors: Vec::new(),
            opens: true,
            verb_last: false,
            by_order: false,
            presences: Vec::new(),
            conditions: Default::default(),
            relatives: Default::default(),
            dates: Default::default(),
        }
    }

    /// "Under the chairmanship of A": words that say who led a meeting stand right before the item.
    pub fn is_chair(&self, item: usize) -> bool {
        item > 0 && self.items[item - 1].is_kind("by", "chair")
    }

    /// A word of it says that something was not done, or is still to come.
    pub fn is_undone(&self) -> bool {
        let words = ["negation", "planned", "future", "postponed", "cancelled"];
        self.items.iter().any(|i| words.iter().any(|w| i.is_word(w)))
    }

    /// Every time that it names.
    pub fn dates(&self, scan: &Scan) -> &[date::Found] {
        self.dates.get_or_init(|| date::dates(scan, self.range.clone()))
    }
}

/// A participant before persons are made one: index of a naming and the role.
#[derive(Debug, Clone)]
pub(crate) struct Seat {
    pub naming: usize,
    pub principal: bool,
}

/// How the parties of a side are known.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) enum Known {
    /// Words of the clause, or the office of a person who stands in it.
    #[default]
    Told,
    /// "The two sides": those of the event told before.
    Both,
    /// The verb leaves its subject unsaid: that of the event told before.
    Lent,
    /// The publisher's own.
    Home,
    /// Chosen for want of another.
    Guessed,
}

/// An office that somebody on a side holds.
#[derive(Debug, Clone)]
pub(crate) struct Post {
    pub position: Slug,
    pub institution: Option<Slug>,
    /// See [`crate::model::Office::group`].
    pub group: Option<Slug>,
    pub field: Field,
    /// Its words.
    pub span: crate::model::Span,
}

/// One side of a draft.
#[derive(Debug, Clone, Default)]
pub(crate) struct Camp {
    /// Codes, first the one that acts.
    pub parties: Vec<Slug>,
    pub part: &'static str,
    pub seats: Vec<Seat>,
    /// An actor without a code stands here: it is the home state's, if that fits.
    pub open: bool,
    /// How its codes are known.
    pub known: Known,
    /// The rank of its highest office.
    pub top: Option<u8>,
    /// The offices that its words tell.
    pub posts: Vec<Post>,
    /// Its institution (for the counterpart's office).
    pub institution: Option<Slug>,
    /// An official or a person speaks for it.
    pub people: bool,
    /// A delegation does.
    pub group: bool,
    /// A ministry, parliament or another institution speaks for it.
    pub body: bool,
    /// Somebody with an office does.
    pub office: bool,
    /// An ambassador, consul or other envoy speaks for it.
    pub envoy: bool,
    /// "The two sides" stands here.
    pub both: bool,
    /// "His counterpart" or a pronoun, to be settled against the other side.
    pub counterpart: bool,
    /// A pronoun stands here: the next one means the same.
    pub center: bool,
}

impl Camp {
    pub(crate) fn of(code: Slug) -> Self {
        Camp { parties: vec![code], ..Camp::default() }
    }

    /// No party is known, and nobody stands here whose party is still to be found.
    fn is_gap(&self) -> bool {
        self.parties.is_empty() && !self.open && !self.counterpart
    }

    /// An official stands here of whom nothing tells the state.
    fn is_stateless(&self) -> bool {
        self.has_office_of_no_state() && !self.envoy
    }

    /// Somebody is named here by an office of which nothing tells the state.
    fn is_somebody_of_no_state(&self) -> bool {
        self.has_office_of_no_state() && self.seats.iter().any(|s| s.principal)
    }

    /// An office stands here, an envoy's too, and nothing tells whose it is.
    fn has_office_of_no_state(&self) -> bool {
        let whose = self.both || self.counterpart || self.group;
        self.parties.is_empty() && self.open && self.people && self.office && !whose
    }

    /// Whom the words name as its heads.
    pub fn heads(&self) -> Vec<Seat> {
        self.seats.iter().filter(|s| s.principal).cloned().collect()
    }

    /// Whoever stands here holds another office than whoever stands there, as far as the words tell both.
    pub fn is_another(&self, other: &Camp) -> bool {
        let office = |p: &Post| (Some(p.position), p.institution, p.group);
        !self.posts.is_empty()
            && !other.posts.is_empty()
            && self.posts.iter().all(|a| other.posts.iter().all(|b| are_two_offices(office(a), office(b))))
    }

    /// The part of whoever stands across: the guest's for a host, the same for a party.
    fn across(&self) -> &'static str {
        match self.part {
            "host" => "guest",
            "guest" => "host",
            part => part,
        }
    }

    /// A gap that "the two sides" do not fill either.
    fn is_blank(&self) -> bool {
        self.is_gap() && !self.both
    }
}

/// An event as one place in the document reports it.
#[derive(Debug, Clone, Default)]
pub(crate) struct Draft {
    pub kind: Slug,
    pub mode: Option<Slug>,
    /// How far a document has come, where the frame tells.
    pub step: Option<Slug>,
    pub frame: Slug,
    /// Told on the way.
    pub secondary: bool,
    /// The name of the first step by which it is told on the way (see `steps`); "frame" where its frame says so.
    pub aside: Option<&'static str>,
    /// The sides are a set.
    pub unordered: bool,
    pub vague: bool,
    pub status: &'static str,
    pub trigger: Words,
    pub also: Vec<Words>,
    pub camps: [Camp; 2],
    pub date: Option<EventDate>,
    /// The days between which it was, where its words tell no day: "a week ago".
    pub about: Option<EventDate>,
    pub place: Option<Place>,
    /// How much the place tells (see `place::tells`).
    pub tells: u8,
    pub topics: Vec<Topic>,
    pub sentence: usize,
    /// The sentence of its trigger; that of the text where a title told it first.
    pub spot: usize,
    pub scan: usize,
    /// Position of the trigger in the sentence, for order.
    pub at: usize,
    pub background: bool,
    pub nominal: bool,
    /// The trigger is a noun that only refers back.
    pub back: bool,
    /// A verb in the present.
    pub present: bool,
    /// A noun of which the clause says that it took place, or that opens a title.
    pub occurs: bool,
    pub why: Vec<Why>,
    /// The name of the rule or step that decided whether the document is about it (see `refer::mains`).
    pub settled: &'static str,
    /// Its clause has a word that its frame lists as `news`.
    pub news: bool,
    /// Its frame tells what talks ended in.
    pub outcome: bool,
    /// Parties that its title named beside those of whom the text tells.
    pub left_in_title: Vec<Slug>,
    /// The envoys of this ceremony of whom the text tells by verbs of their own (see `refer::ceremony`).
    pub each: Vec<Draft>,
    /// Which side the subject of its verb is.
    pub leads: usize,
    /// Each of its two parties did it to the other.
    pub each_other: bool,
    /// The second half of an exchange, told by the words of the first.
    pub returned: bool,
    /// Its words say that it is another than the one told before it.
    pub another: bool,
    /// It had been done before what is told around it: the day of that is not its own.
    pub remote: bool,
    /// One of several that are told by their number (see `series`).
    pub counted: bool,
    /// Its own words may tell something else: others near them tell what it was.
    pub hinted: bool,
    /// How likely it is, where it was weighed and not read by a rule.
    pub share: Option<f64>,
}

impl Draft {
    /// What a frame makes of a trigger, before its sides, day and place are known.
    pub(crate) fn of(frame: &Frame, trigger: Words, sentence: usize, scan: usize, at: usize) -> Draft {
        Draft {
            kind: frame.kind,
            mode: frame.mode,
            step: frame.step,
            frame: frame.id,
            secondary: frame.secondary,
            aside: frame.secondary.then_some("frame"),
            outcome: frame.outcome,
            hinted: !frame.needs_near.is_empty(),
            status: "happened",
            trigger,
            sentence,
            spot: sentence,
            scan,
            at,
            ..Draft::default()
        }
    }

    /// What one of two parties that exchanged something did to the other.
    fn one_way(&self, back: bool) -> Draft {
        let mut draft = Draft { unordered: false, returned: back, ..self.clone() };
        if back {
            draft.camps.swap(0, 1);
            // Whoever the verb names first goes on acting.
            draft.leads = 1 - draft.leads;
        }
        (draft.camps[0].part, draft.camps[1].part) = ("actor", "recipient");
        draft
    }

    /// It is told on the way, for this reason or for one that was given before.
    pub fn set_aside(&mut self, reason: &'static str) {
        self.secondary = true;
        self.aside.get_or_insert(reason);
    }

    /// It is not told on the way, whatever was found before.
    pub fn take_up(&mut self) {
        (self.secondary, self.aside) = (false, None);
    }

    /// Which rule decided whether the document is about it; where it is told on the way, also which step found that.
    pub fn decided_by(&self) -> String {
        match self.aside.filter(|_| self.secondary && self.settled == crate::refer::ON_THE_WAY) {
            Some(step) => format!("{}: {step}", self.settled),
            None => self.settled.into(),
        }
    }

    pub fn in_title(&self) -> bool {
        self.trigger.field == Field::Title
    }

    /// The title tells it, alone or with the text.
    pub fn titled(&self) -> bool {
        self.in_title() || self.also.iter().any(|w| w.field == Field::Title)
    }

    /// What the one did to the other is here the other way round.
    pub fn turns(&self, other: &Draft) -> bool {
        self.camps[0].parties == other.camps[1].parties && self.camps[1].parties == other.camps[0].parties
    }

    /// It took place, and is told neither on the way nor as history.
    pub fn done(&self) -> bool {
        self.status == "happened" && !self.background && !self.secondary
    }

    /// A journey to several states, told beside a meeting or an arrival on it.
    pub fn is_tour(&self) -> bool {
        self.kind == "VISIT" && self.secondary && self.mode.as_deref() == Some("tour")
    }

    pub fn guessed(&self) -> bool {
        self.camps.iter().any(|c| c.known == Known::Guessed)
    }

    /// "They reviewed the agreement [signed on 5 January in CITY]": what is told on the way after a meeting has a day and
    /// a place of its own.
    pub fn describes_after(&self, met: &Draft) -> bool {
        self.kind == "SIGN" && self.secondary && met.kind == "MEET" && self.spot > met.spot
    }

    /// A journey told by a noun beside the meeting whose guest made it: when he set out is told otherwise.
    pub fn is_lent_journey(&self) -> bool {
        self.kind == "VISIT" && self.nominal && self.camps.iter().all(|c| c.known == Known::Lent)
    }

    /// Its two sides with their heads, as whoever meets again stands in another event.
    pub fn both_again(&self) -> [Camp; 2] {
        self.camps.clone().map(|c| Camp { known: Known::Both, seats: c.heads(), part: "party", ..c })
    }

    /// The side on which a party stands.
    pub fn slot_of(&self, party: &Slug) -> Option<usize> {
        self.camps.iter().position(|c| c.parties.contains(party))
    }

    pub fn all_parties(&self) -> Vec<Slug> {
        #[cfg(test)]
        ASKED.with(|n| n.set(n.get() + 1));
        self.camps.iter().flat_map(|c| &c.parties).copied().collect()
    }

    /// The state where it was.
    pub fn land(&self) -> Option<Slug> {
        self.place.as_ref().and_then(|p| p.state.as_deref()).map(Slug::new)
    }

    /// The two are told of two states.
    pub fn is_elsewhere(&self, other: &Draft) -> bool {
        self.land().zip(other.land()).is_some_and(|(a, b)| a != b)
    }

    /// Its parties in one order, to compare drafts by.
    pub fn party_set(&self) -> Vec<Slug> {
        let mut all = self.all_parties();
        all.sort();
        all
    }
}

/// What coding needs to know of the whole document.
#[derive(Clone, Copy)]
pub(crate) struct Context<'a> {
    pub scans: &'a [Scan<'a>],
    pub sentences: &'a [Sentence],
    pub namings: &'a [Named],
    /// Party of each naming after persons were made one.
    pub naming_party: &'a [Option<Slug>],
    /// Person of each naming; None for a name that is nobody in office.
    pub person_of: &'a [Option<usize>],
    /// The publisher's state, if known.
    pub home: Option<Slug>,
    /// The document is about sport or film.
    pub other_world: &'a dyn Fn() -> bool,
    /// The two states that the title names, if it names two.
    pub title_pair: &'a [Slug],
    /// States named in the document, most often first.
    pub states: &'a [(Slug, usize)],
    pub published: Option<jiff::civil::Date>,
    /// A text without a day of release that tells of years and of no day (see `chronicle`).
    pub chronicle: &'a dyn Fn() -> bool,
    /// A text without a title and a day of release that names no time at all.
    pub timeless: &'a dyn Fn() -> bool,
    /// What the whole document says of a person's standing, by his number.
    pub standing: &'a dyn Fn(usize) -> Standing,
}

/// What all namings of one person tell of where he stands.
#[derive(Clone, Copy, Default)]
pub(crate) struct Standing {
    /// He is called by an office, a rank or a title.
    pub official: bool,
    /// The rank of his highest office; the lower, the higher.
    pub rank: Option<u8>,
}

/// The standing of each person.
pub(crate) fn standings(members: &[Vec<usize>], namings: &[Named]) -> Vec<Standing> {
    let of = |list: &Vec<usize>| {
        let named = || list.iter().map(|&m| &namings[m]);
        Standing {
            official: named().any(crate::refer::official),
            rank: named().flat_map(Named::offices).map(|o| o.rank).min(),
        }
    };
    members.iter().map(of).collect()
}

impl<'a> Context<'a> {
    pub fn scan(&self, sentence: &Sentence) -> &'a Scan<'a> {
        &self.scans[sentence.scan]
    }

    /// Which sentence a token stands in: sentences stand in the order of the title and then the text.
    pub fn place_of(&self, scan: usize, token: usize) -> usize {
        self.sentences.partition_point(|s| (s.scan, s.range.end) <= (scan, token))
    }

    /// A state is named, by itself or by its adjective, in the title or in this sentence.
    pub fn near(&self, code: &str, index: usize) -> bool {
        self.sentences.iter().take_while(|s| s.scan == 0).chain([&self.sentences[index]]).any(|s| {
            let scan = self.scan(s);
            s.range.clone().any(|t| {
                scan.is(t, |sense| match sense {
                    Sense::State { code: c, form } => {
                        c == code && matches!(form, StateForm::Name | StateForm::Adjective)
                    }
                    Sense::Organisation { code: c, .. } => c == code,
                    _ => false,
                })
            }) || s.items.iter().any(|i| match &i.what {
                What::State { code: c, .. } => c == code,
                What::Office(o) => o.state.as_deref() == Some(code),
                What::Institution { state, .. } => state.as_deref() == Some(code),
                _ => false,
            })
        })
    }

    /// A state is named as one that acts or has officials, not only as a place or by the adjective of a thing.
    pub fn acts(&self, code: &str) -> bool {
        self.sentences.iter().any(|s| {
            s.items.iter().enumerate().any(|(i, item)| match &item.what {
                What::State { code: c, form } if c == code => {
                    *form == StateForm::Government
                        || s.scan == 0
                        || *form == StateForm::Name && !crate::refer::as_place(self.scan(s), s, i)
                        || *form == StateForm::Adjective
                            && i > 0
                            && matches!(
                                s.items[i - 1].what,
                                What::Side | What::Office(_) | What::Institution { .. } | What::Counterpart
                            )
                }
                What::Office(o) => {
                    o.state.as_deref() == Some(code) || o.accredited_to.as_deref() == Some(code)
                }
                What::Institution { state, .. } => state.as_deref() == Some(code),
                _ => false,
            })
        })
    }

    /// An ambassador, consul or other envoy, by name or by office.
    pub fn is_envoy(&self, scan: &Scan, actor: &Actor) -> bool {
        match &actor.kind {
            ActorKind::Official(o) => scan.pack.envoys.contains(&o.position),
            ActorKind::Person(n) => {
                self.namings[*n].offices().any(|o| scan.pack.envoys.contains(&o.position))
            }
            _ => false,
        }
    }

    /// Two namings of one person, or the same naming.
    pub fn is_same(&self, a: usize, b: usize) -> bool {
        a == b || self.person_of[a].is_some() && self.person_of[a] == self.person_of[b]
    }

    /// Somebody sits on this side, under whatever name.
    pub fn sits(&self, camp: &Camp, person: usize) -> bool {
        camp.seats.iter().any(|s| self.person_of[s.naming] == Some(person))
    }

    /// Somewhere in the document the person of this naming is called by an office, a rank or a title.
    pub fn in_office(&self, naming: usize) -> bool {
        let standing = || self.person_of[naming].map(self.standing);
        crate::refer::official(&self.namings[naming]) || standing().is_some_and(|s| s.official)
    }

    /// Somebody in office, by name, by office or as a delegation.
    pub fn is_official(&self, actor: &Actor) -> bool {
        match actor.kind {
            ActorKind::Person(n) => self.person_of[n].is_some() && self.in_office(n),
            ActorKind::Official(_) | ActorKind::Delegation => true,
            _ => false,
        }
    }

    /// Somebody in office, or a leader by his full name: a surname alone may be anybody's.
    pub fn is_known(&self, actor: &Actor) -> bool {
        let whole = |n: usize| self.namings[n].known && self.namings[n].parts.len() > 1;
        self.is_official(actor) || matches!(actor.kind, ActorKind::Person(n) if whole(n))
    }

    /// For whom somebody in office stands; who is called by an office alone, for the publisher's own state.
    pub fn stands_for(&self, actor: &Actor) -> Option<Slug> {
        self.is_official(actor).then(|| self.party(actor).or(self.home)).flatten()
    }

    /// The person who acts: the one who is named, or whom an office means.
    pub fn naming(&self, actor: &Actor) -> Option<usize> {
        match actor.kind {
            ActorKind::Person(n) => Some(n),
            _ => self.holder(actor),
        }
    }

    /// The side of one who acts for this party, in an office or as a person.
    pub fn camp_of(&self, actor: &Actor, party: Slug, part: &'static str, known: Known) -> Camp {
        let seats = self.naming(actor).map(|naming| Seat { naming, principal: true }).into_iter().collect();
        Camp { part, known, seats, people: true, office: true, ..Camp::of(party) }
    }

    /// The person that an office without a name means: who was named last with it.
    pub fn holder(&self, actor: &Actor) -> Option<usize> {
        let ActorKind::Official(office) = &actor.kind else { return None };
        if actor.plural {
            return None;
        }
        let here = actor.field;
        // "The head of Kenya", "the Kenyan leader": of the state, not of one of its departments.
        let of_state = matches!(office.position.as_str(), "head" | "leader")
            && office.state.is_some()
            && office.institution.is_none();
        // "The new minister" is not the one who was called a former one.
        let in_time = |o: &crate::detect::office::OfficePhrase| !o.former || office.former;
        let fits = |i: usize, n: &Named| {
            n.offices().filter(|o| in_time(o)).any(|o| {
                (of_state && (o.rank == 0 || o.position == office.position)
                    || !of_state && same_head(&office.position, &o.position))
                    && (office.institution.is_none() || office.institution == o.institution)
                    && (office.state.is_none() || office.state == self.naming_party[i])
            })
        };
        let holds = |i: &usize| self.person_of[*i].is_some() && fits(*i, &self.namings[*i]);
        // Namings stand in the order of the title and then the text.
        let body = self.namings.partition_point(|n| n.field == Field::Title);
        let from = if here == Field::Title { 0 } else { body };
        let to = self.namings.partition_point(|n| {
            n.field == Field::Title && here == Field::Text || n.field == here && n.extent[1] <= actor.span[0]
        });
        let last = (from..to.max(from)).rev().take(LOOK_BACK).find(holds);
        // Where several states have such an office, it is the publisher's, else that of whom the text tells first.
        let last = last.map(|i| {
            let several = |s: &Sentence| {
                s.by_order || self.scan(s).has_article() || self.scan(s).pack.features.svo_with_cases()
            };
            let open =
                here == Field::Text && office.state.is_none() && self.sentences.last().is_some_and(several);
            let (start, party) = (from.max(to.saturating_sub(RIVALS)), self.naming_party[i]);
            let rival =
                |k: &usize| self.naming_party[*k] != party && self.naming_party[*k].is_some() && holds(k);
            if !open || party.is_none() || party == self.home {
                return i;
            }
            let mut rivals = (start..i).filter(rival);
            match self.home {
                Some(home) => rivals.find(|k| self.naming_party[*k] == Some(home)).unwrap_or(i),
                None => rivals.next().unwrap_or(i),
            }
        });
        // A title may name an office whose holder the text names; whom the sentence names besides is another.
        let beside = |i: &usize| {
            let named =
                |a: &Actor| matches!(a.kind, ActorKind::Person(n) if self.person_of[n] == self.person_of[*i]);
            let scan = usize::from(actor.field == Field::Text);
            let sentence = self.sentences.get(self.place_of(scan, actor.start));
            sentence.is_some_and(|s| s.by_order && s.actors.iter().any(named))
        };
        let titled = || (0..body).rev().find(holds).filter(|i| !beside(i));
        let last = last.or_else(|| (here == Field::Text).then(titled).flatten());
        // "The president": the one head of state who was named before.
        let head = |position: &str| matches!(position, "president" | "head-of-state" | "monarch");
        let heads = |i: &usize| {
            let held = self.namings[*i].offices().any(|o| head(&o.position) && !o.former);
            self.person_of[*i].is_some() && held
        };
        let last = last.or_else(|| {
            let fits = head(&office.position) && office.state.is_none() && office.institution.is_none();
            let mut all = (0..to).rev().take(LOOK_BACK).filter(heads);
            let first = if fits && here == Field::Text { all.next()? } else { return None };
            let party = self.naming_party[first];
            let own = party.is_some() && self.home.is_none_or(|h| Some(h) == party);
            (own && all.all(|i| self.naming_party[i] == party)).then_some(first)
        });
        last.or_else(|| (here == Field::Title).then(|| (body..self.namings.len()).find(holds)).flatten())
    }

    /// The party an actor speaks for, if the words or the person tell.
    pub fn party(&self, actor: &Actor) -> Option<Slug> {
        match &actor.kind {
            ActorKind::Person(n) => self.naming_party[*n].or(actor.party),
            ActorKind::Official(_) => {
                actor.party.or_else(|| self.holder(actor).and_then(|n| self.naming_party[n]))
            }
            ActorKind::Delegation => {
                actor.party.or_else(|| self.delegation(actor).and_then(|(s, m)| s.actors[m].party))
            }
            _ => actor.party,
        }
    }

    /// The parties an actor speaks for, with those that the words join to his ("the ministers of A and B").
    pub fn parties<'s>(&self, actor: &'s Actor) -> impl Iterator<Item = Slug> + use<'s> {
        self.party(actor).into_iter().chain(actor.more.iter().copied())
    }

    /// The naming of somebody whom the reader takes for a person.
    pub fn person(&self, actor: &Actor) -> Option<usize> {
        match actor.kind {
            ActorKind::Person(n) => self.person_of[n].map(|_| n),
            _ => None,
        }
    }

    /// To whom an envoy is sent, if an office of his tells.
    pub fn post(&self, actor: &Actor) -> Option<Slug> {
        match &actor.kind {
            ActorKind::Official(o) => o.accredited_to,
            ActorKind::Person(n) => self.namings[*n].offices().find_map(|o| o.accredited_to),
            _ => None,
        }
    }

    /// "The delegation met": the one told of in the sentences right before, where the words say no more of it.
    pub fn delegation(&self, actor: &Actor) -> Option<(&'a Sentence, usize)> {
        let which = usize::from(actor.field == Field::Text);
        let here = self.place_of(which, actor.start);
        let own = self.sentences.get(here).filter(|s| s.scan == which)?;
        let cased = self.scan(own).pack.features.svo_with_cases();
        if !own.by_order && !cased {
            return None;
        }
        if actor.party.is_some() || own.range.start == 0 || actor.items.len() > 1 {
            return None;
        }
        let the = match cased {
            // "The delegation received B", and not "the delegation of", "led by".
            true => own.items.get(actor.items.end).is_none_or(|n| {
                matches!(n.what, What::Trigger(_) | What::Mark('.' | ',') | What::Time)
                    || n.is_word("in")
                    || n.is_word("title_end")
                    || n.is_word("with")
            }),
            false => {
                actor.items.start > 0 && own.items[actor.items.start - 1].is_kind("determiner", "article")
            }
        };
        let known = |a: &Actor| matches!(a.kind, ActorKind::Delegation) && a.party.is_some();
        self.sentences[here.saturating_sub(2)..here]
            .iter()
            .rev()
            .filter(|s| the && s.scan == which)
            .find_map(|s| Some((s, s.actors.iter().position(known)?)))
    }
}

/// "The secretary" may be whoever was named as secretary of something.
fn same_head(bare: &str, held: &str) -> bool {
    held.strip_prefix(bare).is_some_and(|rest| rest.is_empty() || rest.starts_with("-of-"))
}

/// Codes one sentence; `before` is what was told last, `LOOK_BACK` events at most.
pub(crate) fn code(context: &Context, index: usize, before: &[Draft]) -> Vec<Draft> {
    let sentence = &context.sentences[index];
    let scan = context.scan(sentence);
    // What neither reports nor lists those present tells of nothing.
    let reports = |i: &Item| matches!(i.what, What::Trigger(_));
    let tells = |i: &Item| reports(i) || matches!(i.what, What::Attendance { .. });
    if !sentence.items.iter().any(tells) {
        return whole::without_triggers(context, index, before, false);
    }
    if let Some(draft) = attendance::talks_attended(context, index, before) {
        return vec![draft];
    }
    if !sentence.items.iter().any(reports) {
        return whole::without_triggers(context, index, before, true);
    }
    // Where nobody could be a party, and nothing tells of two, no verb is asked.
    let nobody = LazyCell::new(|| arguments::nobody_acts(context, index));
    let silent = before.is_empty() && *nobody;
    let past =
        |i: &Item| matches!(i.what, What::Background) && !setting::since_the_first(scan, sentence, i.start);
    let background = sentence.items.iter().position(past);
    let nobody = &|| *nobody;
    let mut choice = Choice { context, index, before, nobody, background, unsaid: Vec::new() };
    let mut out: Vec<Draft> = Vec::new();
    for at in 0..if silent { 0 } else { sentence.items.len() } {
        let Some(options) = choice.options(at) else { continue };
        if passing::tells_nothing(context, index, at, &options.all, &out) {
            continue;
        }
        if let Some(draft) = choice.best(at, &options, &out) {
            settle::settle(context, (index, at), &options.all, draft, before, &mut out);
        }
    }
    whole::whole(context, index, before, &choice.unsaid, &mut out);
    out
}

/// A form of "be" stands before the trigger.
fn passive(sentence: &Sentence, at: usize) -> bool {
    arguments::is_passive(sentence, at, TriggerForm::Participle)
}
