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
mod convened;
mod couriers;
mod debunked;
mod each_with;
mod elliptic;
mod first_named;
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
mod series;
mod setting;
mod sitting;
mod status;
mod to_come;
mod took_part;
pub(crate) mod weighed;
mod went_on;

use std::cell::LazyCell;
use std::ops::Range;

use crate::Slug;
use crate::detect::date::{self, When};
use crate::detect::person::{Actor, ActorKind, Named};
use crate::detect::{Item, Scan, What};
use crate::model::{EventDate, Field, Place, Topic, Why, Words, are_two_offices};
use crate::pack::{ClaimList, Frame, Sense, StateForm, TriggerForm, kinds};

pub(crate) use accredited::accredited;
pub(crate) use again::again;
pub(crate) use announced::announced;
pub(crate) use announcer::announcer;
pub(crate) use assembly::assembly;
pub(crate) use attendance::{attend, chaired, handed_over, join};
pub(crate) use blamed::blamed;
pub(crate) use bound_for::bound_for;
pub(crate) use couriers::couriers;
pub(crate) use debunked::debunked;
pub(crate) use each_with::each_with;
pub(crate) use first_named::first_named;
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
    pub secondary: bool,
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

/// "In a telephone conversation A talked to B": the talk is the call, and whoever talked was on the phone.
fn spoke_on_phone(out: &mut Vec<Draft>) {
    let called = |d: &Draft| d.kind == "CALL" && d.done() && d.nominal;
    let talked = |d: &Draft| d.kind == "MEET" && d.status == "happened" && !d.nominal;
    while let Some(talk) =
        out.iter().position(|d| talked(d) && out.iter().any(|c| called(c) && c.party_set() == d.party_set()))
    {
        let talk = out.remove(talk);
        let Some(call) = out.iter_mut().find(|c| called(c) && c.party_set() == talk.party_set()) else {
            return;
        };
        for camp in talk.camps {
            let Some(slot) = camp.parties.first().and_then(|p| call.slot_of(p)) else { continue };
            if call.camps[slot].seats.is_empty() {
                call.camps[slot].seats = camp.seats;
            }
        }
    }
}

/// "B took it over": a pronoun that is received, where nobody was told of whom it could mean.
fn receives_a_thing(context: &Context, index: usize, draft: &Draft) -> bool {
    let sentence = &context.sentences[index];
    if draft.mode.as_deref() != Some("reception") || draft.spot != index {
        return false;
    }
    let it = sentence.items.iter().take(3).any(|i| i.is_kind("pronoun", "acc"));
    let people = |s: &Sentence| s.actors.iter().any(|a| a.kind.is_people());
    let near = (index.saturating_sub(2)..index).filter(|&s| context.sentences[s].scan == sentence.scan);
    it && !near.into_iter().any(|s| people(&context.sentences[s]))
}

/// "The secretary" may be whoever was named as secretary of something.
fn same_head(bare: &str, held: &str) -> bool {
    held.strip_prefix(bare).is_some_and(|rest| rest.is_empty() || rest.starts_with("-of-"))
}

/// Codes one sentence; `before` is what was told last, `LOOK_BACK` events at most.
pub(crate) fn code(context: &Context, index: usize, before: &[Draft]) -> Vec<Draft> {
    let sentence = &context.sentences[index];
    let scan = context.scan(sentence);
    let mut out: Vec<Draft> = Vec::new();
    // What neither reports nor lists those present tells of nothing.
    let tells = |i: &Item| matches!(i.what, What::Trigger(_) | What::Attendance { .. });
    if !sentence.items.iter().any(tells) {
        out.extend(attendance::gathered(context, index, before));
        if out.is_empty() {
            out.extend(series::series(context, index, before));
            out.extend(elliptic::met_with(context, index));
            if out.is_empty() {
                out.extend(elliptic::at_talks_with(context, index, before));
            }
            out.extend(convened::convened(context, index));
        }
        return out;
    }
    if let Some(draft) = attendance::talks_attended(context, index, before) {
        return vec![draft];
    }
    if !sentence.items.iter().any(|i| matches!(i.what, What::Trigger(_))) {
        out.extend(attendance::gathered(context, index, before));
        if out.is_empty() {
            out.extend(elliptic::at_talks_with(context, index, before));
            out.extend(convened::convened(context, index));
        }
        return out;
    }
    // Where nobody could be a party, and nothing tells of two, no verb is asked.
    let nobody = LazyCell::new(|| arguments::nobody_acts(context, index));
    let silent = before.is_empty() && *nobody;
    let other_world =
        || (context.other_world)() || sentence.items.iter().any(|i| i.is_word("sport") || i.is_word("film"));
    let past =
        |i: &Item| matches!(i.what, What::Background) && !setting::since_the_first(scan, sentence, i.start);
    let background = sentence.items.iter().position(past);
    let mut unsaid: Vec<(usize, usize)> = Vec::new();
    let asked = if silent { &[][..] } else { &sentence.items };
    for (at, item) in asked.iter().enumerate() {
        let What::Trigger(all) = &item.what else { continue };
        // "A's conduct": behind a possessive what is written like a verb is a noun.
        let owned = sentence.by_order && item.start > 0 && scan.possessive(item.start - 1);
        let verb = |form: TriggerForm| matches!(form, TriggerForm::Present | TriggerForm::Infinitive);
        let fits = |&(f, form): &(usize, TriggerForm)| {
            !(owned && verb(form)) && allowed(context, index, at, f, &scan.pack.frames[f])
        };
        let mut options: Vec<(usize, TriggerForm)> = all.iter().copied().filter(fits).collect();
        let inside = options.is_empty();
        if inside {
            options = verbs_inside(scan, item).filter(fits).collect();
        }
        let options = options.as_slice();
        if options.is_empty() {
            continue;
        }
        if passing::tells_nothing(context, index, at, options, &out) {
            continue;
        }
        let told_of_before = passing::when_it_was(scan, sentence, at, options);
        let mut best: Option<Draft> = None;
        for &(frame_index, form) in options {
            let frame = &scan.pack.frames[frame_index];
            let last = out.iter().rev().find(|d| !d.is_tour()).or_else(|| told_before(scan, frame, before));
            // "A expelled diplomats, weeks after B had done so. The ambassador was summoned": by the one who is told of first.
            let first = |l: &&Draft| {
                let same = |d: &&Draft| d.spot == l.spot && d.kind == l.kind && !d.in_title();
                before[before.len().saturating_sub(LOOK_BACK)..].iter().find(same)
            };
            let last = match frame.kind == "SUMMON" && sentence.by_order {
                true => last.as_ref().and_then(first).or(last),
                false => last,
            };
            let earlier = told_of(context, sentence, at, form, last, before);
            let filled = if earlier.is_none() && *nobody {
                None
            } else {
                arguments::fill(context, index, at, frame, form, earlier)
            };
            let Some(mut draft) = filled else {
                if frame.kind == "SIGN" && matches!(form, TriggerForm::Passive | TriggerForm::Participle) {
                    unsaid.push((at, frame_index));
                }
                continue;
            };
            if inside && draft.camps.iter().any(|c| c.known != Known::Told) {
                continue;
            }
            // A match between two teams is no meeting: in sport and film only people make events.
            let officials = |c: &Camp| {
                c.seats.iter().any(|s| {
                    let n = &context.namings[s.naming];
                    !n.held.is_empty() || n.royal || n.counterpart
                })
            };
            if !draft.camps.iter().any(officials) && other_world() {
                continue;
            }
            // "Offered his counterpart condolences" in talks told before: part of them.
            let talked = |o: &Draft| {
                frame.kind == "MESSAGE"
                    && matches!(o.kind.as_str(), "MEET" | "CALL")
                    && o.party_set() == draft.party_set()
            };
            if frame.to_people
                && !(draft.camps.iter().all(|c| c.people)
                    && before.iter().chain(&out).rev().take(LOOK_BACK).all(|o| !talked(o)))
            {
                continue;
            }
            if points_back(scan, sentence, at, form, &draft, before) {
                continue;
            }
            draft.background |= background.is_some_and(|b| b < at) || told_of_before;
            if best.as_ref().is_none_or(|b| (weight(&draft), rank(&draft)) > (weight(b), rank(b))) {
                best = Some(draft);
            }
        }
        if let Some(mut draft) = best {
            let mut hint = draft.status_hint(options, scan);
            // "The president to visit X": the form that "to" asks for.
            let infinitive = |&(f, form): &(usize, TriggerForm)| {
                form == TriggerForm::Infinitive && scan.pack.frames[f].id == draft.frame
            };
            if at > 0
                && sentence.scan == 0
                && sentence.items[at - 1].is_word("to")
                && !sentence.items[..at].iter().any(|i| matches!(i.what, What::Trigger(_)))
                && options.iter().any(infinitive)
            {
                hint.form = Some(TriggerForm::Infinitive);
            }
            draft.status = status::status(scan, sentence, at, &hint);
            // "Will A visit B?": a title that asks says nothing for sure.
            if sentence.scan == 0
                && draft.status == "planned"
                && sentence.items.last().is_some_and(|i| i.is_mark("?"))
            {
                draft.status = "hypothetical";
            }
            if draft.status == "happened"
                && still_ahead(scan, sentence, at, &draft, out.iter().rev().chain(before.iter().rev()))
            {
                draft.status = "planned";
            }
            // "A and B agreed to exchange": what the verb before it takes is told by that; what is done by deciding on it is done.
            let taken = sentence.by_order
                && at > 0
                && sentence.items[at - 1].end > sentence.items[at - 1].start + 1
                && matches!(sentence.items[at - 1].what, What::Trigger(_))
                && options.iter().any(infinitive);
            if taken {
                let agreed = out.last().is_some_and(|d| d.kind == "AGREE" && d.at + 1 == at);
                let decreed = matches!(draft.kind.as_str(), "EXPEL" | "RECALL" | "SUMMON" | "SANCTION");
                match (decreed, agreed) {
                    (true, true) => drop(out.pop()),
                    (true, false) => {}
                    (false, true) => continue,
                    (false, false) if draft.status == "happened" => draft.status = "planned",
                    (false, false) => {}
                }
            }
            // "Asked that A withdraw its envoy": what is asked for is not done.
            let asks = |d: &Draft| {
                matches!(d.kind.as_str(), "APPEAL" | "INVITE")
                    && d.at < at
                    && d.at + 14 > at
                    && !d.camps[1].parties.is_empty()
                    && d.camps[1].parties == draft.camps[0].parties
            };
            if sentence.by_order
                && draft.status == "happened"
                && (!draft.unordered || draft.kind == "COOPERATE")
                && options.iter().any(|(_, f)| matches!(f, TriggerForm::Infinitive | TriggerForm::Present))
                && out.last().is_some_and(asks)
            {
                draft.status = "hypothetical";
                draft.secondary = true;
            }
            // "Approved the signing of": allowed, still to be done.
            let signing = |i: &Item| {
                matches!(&i.what, What::Trigger(o)
                    if o.iter().all(|&(f, form)| form.is_noun() && scan.pack.frames[f].kind == "SIGN"))
            };
            // "Cleared a proposal to sign", "gave its nod to a pact to be signed with".
            let to_sign = |two: &[Item]| {
                let signs = matches!(&two[1].what, What::Trigger(o)
                    if o.iter().any(|&(f, form)| !form.is_noun() && scan.pack.frames[f].kind == "SIGN" && !scan.pack.frames[f].secondary));
                signs && (two[0].is_word("to") || two[0].is_kind("auxiliary", "be") || two[0].is_word("base"))
            };
            if draft.kind == "SIGN"
                && draft.secondary
                && !draft.nominal
                && draft.status == "happened"
                && scan.word(item.start, "approving").is_some()
                && (sentence.items[at + 1..].iter().take(4).any(signing)
                    || sentence.by_order && sentence.items[at + 1..].windows(2).take(20).any(to_sign))
            {
                draft.status = "planned";
                draft.secondary = false;
            }
            // "Declared diplomats of B persona non grata and told them to leave": told of the same once more.
            let told_them = |o: &Draft| o.kind == "EXPEL" && o.turns(&draft);
            if sentence.by_order
                && draft.kind == "EXPEL"
                && sentence.items.get(at + 1).is_some_and(|i| i.is_word("pronoun"))
                && out.last().is_some_and(told_them)
            {
                continue;
            }
            // "Will give 20 million to A, the minister announced": said of what is told.
            let given = |o: &Draft| {
                o.kind == "AID"
                    && o.at < at
                    && o.camps[0].parties == draft.camps[0].parties
                    && o.camps[1].parties == draft.camps[1].parties
            };
            if sentence.by_order
                && draft.kind == "AID"
                && scan.also_does(item, "saying")
                && out.iter().any(given)
            {
                continue;
            }
            // "Received a letter from B, dealing with their ties": what was written.
            let letter = |o: &Draft| o.kind == "MESSAGE" && o.at < at && !o.nominal;
            if sentence.by_order
                && draft.kind == "MEET"
                && draft.vague
                && hint.form == Some(TriggerForm::Gerund)
                && out.last().is_some_and(letter)
            {
                continue;
            }
            // "The talks with B, which will be held in May": still to come.
            let ahead = |r: &Range<usize>| {
                r.start > at
                    && r.start < at + 8
                    && sentence.items[r.clone()].iter().take(3).any(|i| i.is_word("future"))
                    && sentence.items[r.clone()]
                        .iter()
                        .take(5)
                        .any(|i| i.is_word("occurs") || scan.word(i.start, "convenes").is_some())
            };
            if sentence.by_order
                && draft.kind == "MEET"
                && draft.nominal
                && draft.status == "happened"
                && arguments::relatives(sentence, false).iter().any(ahead)
            {
                draft.status = "planned";
            }
            // "Approved the opening of an embassy in A and the signing of": allowed, and no news between two states yet.
            let approves = |i: &Item| scan.word(i.start, "approving").is_some();
            if sentence.by_order
                && draft.kind == "COOPERATE"
                && (draft.nominal || hint.form == Some(TriggerForm::Gerund))
                && draft.status == "happened"
                && sentence.items[at.saturating_sub(10)..at].iter().any(approves)
            {
                draft.status = "planned";
                draft.secondary = true;
            }
            // "Handed over an invitation to the summit": what somebody is invited to is still to come.
            // "Invited him to a visit to A": whoever is invited may stand between.
            let to = |i: &Item| i.is_word("to") || scan.pack.lexicon.marker_name(i.marker) == Some("to");
            let asked = scan.has_article() && at > 0 && (to(item) || to(&sentence.items[at - 1]));
            let reach = if scan.has_article() && !asked { 3 } else { 10 };
            if (scan.has_article()
                || sentence.by_order
                    && sentence.items[at.saturating_sub(8)..at].iter().any(|i| i.is_word("to")))
                && draft.nominal
                && draft.kind != "INVITE"
                && draft.status == "happened"
                && options.iter().all(|(_, f)| *f == TriggerForm::Noun || sentence.by_order && f.is_noun())
                && invited(context, index, at.saturating_sub(reach)..at)
                && !sentence.items[at - 1].and
            {
                draft.status = "planned";
                draft.secondary = true;
            }
            // "Are to hold the sixth round of consultations": what the noun tells is what the verb does.
            if let Some(verb) = out.iter().rev().find(|o| {
                draft.nominal
                    && draft.status == "happened"
                    && !o.nominal
                    && o.kind == draft.kind
                    && o.all_parties().iter().all(|p| draft.all_parties().contains(p))
            }) {
                draft.status = verb.status;
            }
            // "Will urge B at talks with C": what is to be said there makes the talks those to come.
            if sentence.by_order
                && draft.nominal
                && matches!(draft.kind.as_str(), "MEET" | "CALL")
                && draft.status == "happened"
                && out.last().is_some_and(|o| {
                    o.status == "planned"
                        && !o.nominal
                        && matches!(o.kind.as_str(), "STATEMENT" | "APPEAL" | "INVITE")
                        && o.camps[0].parties.first().is_some_and(|p| draft.all_parties().contains(p))
                })
            {
                draft.status = "planned";
            }
            // "Threatened to impose sanctions on": what is threatened is not done.
            // "Warned A that its diplomats risk being thrown out": whoever stands first there suffers it.
            if matches!(draft.kind.as_str(), "SANCTION" | "EXPEL" | "RECALL" | "FORCE")
                && draft.status == "happened"
                && (draft.nominal || !scan.has_article())
                && !sentence.items[at].and
                && out.last().is_some_and(|o| {
                    o.kind == "THREATEN"
                        && !o.nominal
                        && o.at < at
                        && o.at + 9 > at
                        && (o.camps[0].parties.first() == draft.camps[0].parties.first()
                            || sentence.by_order && o.turns(&draft))
                })
            {
                draft.status = "hypothetical";
                draft.secondary = true;
            }
            // "Will visit A and hold talks": what "and" joins to a plan is planned.
            let base = options
                .iter()
                .any(|&(f, form)| form == TriggerForm::Infinitive && scan.pack.frames[f].id == draft.frame);
            // "Will see [a plant that was modernised] and hold talks with B": so is what it joins to a plan that is no event.
            let plan = out.last().filter(|o| o.status == "planned" && !o.nominal).map(|o| o.at);
            let foretold = || {
                let future = sentence.items[..at].iter().rposition(|i| i.is_word("future"))?;
                let told = out.iter().any(|o| o.at > future);
                (!told && sentence.scan == 1).then_some(future)
            };
            if sentence.by_order
                && draft.status == "happened"
                && base
                && sentence.items[at.saturating_sub(3)..at].iter().any(|i| i.is_word("and"))
                && let Some(plan) = plan.or_else(foretold)
                && !sentence.actors.iter().any(|a| {
                    a.items.end <= at && a.items.start + 3 >= at && a.items.start > plan + 1 && a.and
                })
            {
                draft.status = "planned";
            }
            // "Will host him on a visit to A": the visit is as planned as the verb before it.
            if scan.pack.features.case.is_empty()
                && draft.nominal
                && draft.kind == "VISIT"
                && draft.status == "happened"
                && out.iter().any(|o| {
                    o.status == "planned"
                        && !o.nominal
                        && o.kind == "MEET"
                        && o.party_set() == draft.party_set()
                })
            {
                draft.status = "planned";
            }
            // "Arrived in X for talks": they are still to come.
            if sentence.by_order
                && draft.nominal
                && draft.kind == "MEET"
                && draft.status == "happened"
                && out.last().is_some_and(|o| o.kind == "VISIT" && !o.nominal && o.status == "happened")
                && sentence.items[at.saturating_sub(3)..at].iter().any(|i| i.is_word("for"))
            {
                draft.status = "planned";
            }
            // "Was in X on Tuesday for talks with": whoever tells that he was there tells that they were held.
            let stayed = |o: &Draft| {
                o.kind == "VISIT"
                    && !o.nominal
                    && o.status == "happened"
                    && o.spot == index
                    && o.at < at
                    && scan.word(sentence.items[o.at].start, "was_there").is_some()
            };
            let ahead = |i: &Item| i.is_word("future") || i.is_word("planned") || i.is_word("hypothetical");
            if sentence.by_order
                && sentence.scan == 1
                && draft.kind == "MEET"
                && draft.status == "planned"
                && out.last().is_some_and(|o| stayed(o) && !sentence.items[o.at..at].iter().any(ahead))
            {
                draft.status = "happened";
            }
            // "Before leaving for A": what is still to come beside what was done.
            if sentence.by_order
                && draft.kind == "VISIT"
                && hint.form == Some(TriggerForm::Gerund)
                && at > 0
                && sentence.items[at - 1].is_word("before")
            {
                draft.secondary = true;
            }
            // "[To take part] for, [came to X and met] Y": what somebody came for is told on the way.
            draft.secondary |= scan.pack.features.complement_before
                && draft.kind == "MEET"
                && hint.form == Some(TriggerForm::Infinitive)
                && sentence.items.get(at + 1).is_some_and(|i| i.is_word("for"))
                && sentence.items[at + 1..].iter().any(|i| matches!(i.what, What::Trigger(_)));
            // "[After talks with B] told": when something was said.
            draft.secondary |=
                draft.nominal && draft.kind == "MEET" && passing::said_after(scan, sentence, at);
            // "Had met": what was before the news.
            draft.secondary |= hint.form == Some(TriggerForm::Past)
                && sentence.scan == 1
                && sentence.range.start > 0
                && sentence.items.get(at + 1).is_some_and(|i| i.is_kind("auxiliary", "remote"));
            // "Mediates talks between A and B": what is mediated is told by the mediating.
            draft.secondary |= draft.nominal
                && matches!(draft.kind.as_str(), "MEET" | "AGREE" | "SIGN")
                && out.last().is_some_and(|o| {
                    o.kind == "MEDIATE"
                        && !o.nominal
                        && draft.all_parties().iter().all(|p| o.camps[1].parties.contains(p))
                });
            // "If it imposes", "that the raid of": after such a word what looks like a verb in the past is a condition or a noun.
            draft.secondary |= hint.form == Some(TriggerForm::Past)
                && sentence.scan == 1
                && arguments::bare_that(scan, sentence, at);
            // "The outburst that A showed": what describes a noun is told on the way.
            let described = scan.has_article()
                && sentence.scan == 1
                && !draft.nominal
                && at > 0
                && sentence.items[at - 1].is_word("relative")
                && matches!(&sentence.items[at - 1].what, What::Word { kind: None, .. });
            // "A, who also heads the council of ORGANISATION": what he is, and no gathering.
            let lent = || draft.camps.iter().any(|c| c.known == Known::Lent);
            draft.secondary |= described
                && (matches!(draft.kind.as_str(), "STATEMENT" | "APPEAL" | "THREATEN")
                    || draft.kind == "MEET" && (item.is_present() || lent()));
            // "After A had cut its ties with B": why, or when, something else was done.
            draft.secondary |= scan.has_article()
                && sentence.scan == 1
                && !draft.nominal
                && at > 0
                && sentence.items[..at].iter().rev().take(2).any(|i| i.is_kind("after", "that"));
            // "Had earlier telephoned him": told on the way.
            let perfect = sentence.by_order
                && sentence.scan == 1
                && !draft.nominal
                && at > 0
                && sentence.items[at - 1].is_kind("past", "perfect");
            // The talks of those who then signed or agreed are of the same news.
            let set = draft.party_set();
            let same_news = |d: &Draft| {
                matches!(d.kind.as_str(), "SIGN" | "AGREE")
                    && d.done()
                    && d.spot + 3 >= index
                    && d.party_set() == set
            };
            let anew = sees_another(context, index, &draft, before);
            draft.secondary |= (perfect || before_the_news(sentence, at, &draft))
                && !(draft.kind == "MEET" && before.iter().rev().any(same_news))
                && !anew;
            draft.occurs = draft.nominal
                && (status::occurs(scan, sentence, at)
                    || status::announced(scan, sentence, at, &draft)
                    || draft.kind == "SIGN" && status::attended(scan, sentence, at));
            // "A was subjected to an attack by B": told by its noun, and no less the news.
            draft.secondary &= !(draft.nominal && status::undergone(scan, sentence, at).is_some());
            // "A response to B's expulsion of": why something else is done.
            let cause = |i: &Item| i.is_kind("after", "cause");
            draft.secondary |= sentence.by_order
                && draft.nominal
                && matches!(draft.kind.as_str(), "EXPEL" | "SANCTION" | "SUMMON" | "RECALL" | "FORCE")
                && sentence.items[at.saturating_sub(4)..at].iter().any(cause);
            // "He had arrived there the day before": how those got there of whom the news is.
            let had = status::had_done(scan, sentence, at, &draft);
            draft.secondary |= had && draft.kind == "VISIT" && !before.is_empty();
            // "It had expelled the envoy of A last week": what was done before the news, below another act.
            let acts = !matches!(draft.kind.as_str(), "MEET" | "VISIT" | "CALL" | "MEDIATE");
            draft.secondary |=
                acts && (had || told_long_ago(scan, sentence)) && before.iter().any(Draft::done);
            // "The crown prince had received him": another meeting of the two, before that of the news.
            let of_the_two = |d: &Draft| d.kind == "MEET" && d.party_set() == set;
            let again = had && draft.kind == "MEET" && before.iter().any(of_the_two);
            draft.secondary |= again && !anew;
            let presented = |d: &Draft| d.kind == "CREDENTIALS" && d.done();
            draft.another |= anew && (again || perfect || before.iter().any(presented));
            // Told by a verb before: "A received B. B had met his counterpart", "the two had met".
            let told = |d: &Draft| of_the_two(d) && !d.in_title() && !d.nominal && !d.vague;
            let earlier = again && !draft.nominal || perfect && draft.kind == "MEET";
            draft.another |= earlier && before.iter().any(told);
            // "Talks of A and B took place. X also called on Y": another, where a name stands on either side.
            let also = || {
                let apart = |s: &Sense| matches!(s, Sense::Word { work, kind: Some(kind) } if *work == "title_end" && *kind == "also");
                item.start > sentence.range.start && scan.is(item.start - 1, apart)
            };
            let named = |c: &Camp| c.seats.iter().any(|s| s.principal);
            let before_it = |d: &Draft| {
                of_the_two(d) && d.done() && d.spot < index && context.sentences[d.spot].scan == 1
            };
            draft.another |= sentence.by_order
                && sentence.scan == 1
                && draft.kind == "MEET"
                && !draft.nominal
                && !draft.vague
                && draft.camps.iter().all(named)
                && also()
                // "The two sides also exchanged views": in the meeting told before.
                && !sentence.items[..at].iter().any(|i| matches!(i.what, What::Both))
                && before.iter().rev().any(before_it);
            // "Just before their presidents gathered, the ministers met": when they did.
            draft.secondary |= draft.kind == "MEET" && !draft.nominal && arguments::tells_when(sentence, at);
            draft.secondary |= on_former_journey(sentence, at, &draft, before);
            // "Until negotiations open": when something else ends.
            let until = |i: &Item| scan.word(i.start, "until").is_some();
            draft.secondary |= sentence.by_order
                && !draft.nominal
                && sentence.items[at.saturating_sub(4)..at].iter().any(until);
            // "The two last met in CITY, where the conversation revolved around the talks between A and B": said there.
            let of_last =
                |o: &Draft| o.kind == "MEET" && o.secondary && o.remote && o.spot == index && o.at < at;
            let in_clause = |o: &Draft| {
                arguments::relatives(sentence, false).iter().any(|r| r.contains(&at) && o.at < r.start)
            };
            draft.secondary |=
                sentence.by_order && draft.kind == "MEET" && out.iter().any(|o| of_last(o) && in_clause(o));
            // "The two last met in January": another than the meeting of the news.
            let last = item.start > sentence.range.start
                && sentence.scan == 1
                && matches!(draft.kind.as_str(), "MEET" | "CALL")
                && scan.is(item.start - 1, |s| matches!(s, Sense::Turn { ahead: false }))
                // "Last Tuesday a meeting was held": where adjectives follow, it is the day that is past.
                && !(scan.has_article() && at > 0 && matches!(sentence.items[at - 1].what, What::Time))
                && !status::held_there(scan, sentence, at);
            draft.another |= last && draft.kind == "MEET" && before.iter().any(of_the_two);
            draft.secondary |= last;
            // "After talks, which a meeting of the two preceded yesterday"; without a day of its own it is of the same occasion.
            let dated = at > 0 && matches!(sentence.items[at - 1].what, What::Time);
            let follows = dated && draft.nominal && draft.kind == "MEET" && arguments::follows(sentence, at);
            let same_here = |d: &Draft| d.kind == "MEET" && d.spot == index && d.party_set() == set;
            if follows && out.iter().any(same_here) {
                (draft.another, draft.secondary) = (true, true);
            }
            let opens = |i: &Item| i.is_word("auxiliary");
            draft.remote |= had && sentence.items.iter().take(2).any(opens)
                || perfect
                || last
                || draft.another && follows
                || opens_before(sentence, at);
            draft.news = options.iter().any(|&(f, _)| {
                scan.pack.frames[f].id == draft.frame && news(context, index, at, f, &scan.pack.frames[f])
            });
            draft.present = !draft.nominal && item.is_present();
            // "Spoke [the talks of A and B about]": what was spoken of, where verbs and postpositions stand last; "met [the
            // signing before]": when they met.
            let after = |work: &str| sentence.items.get(at + 1).is_some_and(|i| i.is_word(work));
            draft.secondary |= sentence.verb_last
                && (draft.nominal && draft.kind == "MEET" && after("about")
                    || draft.kind == "SIGN" && after("before"));
            // "The summit that was to be held".
            draft.secondary |= scan.has_article()
                && item.first_tags & crate::pack::tags::FUTURE != 0
                && at > 0
                && sentence.items[at - 1].is_word("auxiliary");
            // "Presented their credentials while he received them": the ceremony.
            draft.secondary |= draft.kind == "MEET"
                && draft.nominal
                && draft.mode.as_deref() == Some("reception")
                && at > 0
                && sentence.items[at - 1].is_word("during")
                && sentence.items[..at].iter().any(|i| scan.is_verb_of(i, "CREDENTIALS"));
            // "On his arrival he was received by": the welcome.
            draft.secondary |= draft.kind == "MEET"
                && draft.mode.as_deref() == Some("reception")
                && sentence.items[at..]
                    .iter()
                    .take(8)
                    .any(|i| matches!(&i.what, What::Word { kind: Some(kind), .. } if *kind == "arrival"));
            draft.secondary |= status::is_condition(sentence, at);
            // "A said [of both] the having agreed on": what is reported of talks that were told is told on the way.
            draft.secondary |= draft.kind == "AGREE"
                && sentence.verb_last
                && hint.form.is_some_and(|f| arguments::is_clause(sentence, at, f))
                && before.iter().any(of_the_two);
            // "Recalled [with C the having met]": talks that somebody of those who met speaks of.
            draft.secondary |= matches!(draft.kind.as_str(), "MEET" | "CALL")
                && sentence.verb_last
                && sentence.scan == 1
                && sentence.range.start > 0
                && hint.form.is_some_and(|f| arguments::is_clause(sentence, at, f))
                && before.iter().any(|d| {
                    matches!(d.kind.as_str(), "MEET" | "CALL")
                        && d.done()
                        && !d.nominal
                        && d.party_set() != set
                });
            // "[Their] signing [is] planned".
            let foretold =
                draft.status == "planned" && sentence.verb_last && (after("planned") || after("future"));
            // "For the ratification of": where the pack tells what takes place, another noun tells it in passing.
            draft.secondary |= draft.kind == "SIGN"
                && draft.nominal
                && !draft.occurs
                && !foretold
                && scan.pack.lexicon.has_word("occurs");
            // "Thanked him for hosting the summit": why something else is said.
            draft.secondary |= draft.kind == "HOST"
                && sentence.by_order
                && sentence.scan == 1
                && hint.form == Some(TriggerForm::Gerund)
                && sentence.items[..at].last().is_some_and(|i| i.is_word("for"));
            // "Recalled its envoy, lowering its ties": what an act means is told with it.
            let ahead = sentence.items[..at].iter().rev().find(|i| !matches!(i.what, What::Other { .. }));
            draft.secondary |= sentence.by_order
                && hint.form == Some(TriggerForm::Gerund)
                && hint.decreed
                && ahead.is_some_and(|i| i.is_mark(","))
                && out.iter().any(|o| o.kind == draft.kind || o.kind == "EXPEL" || o.kind == "RECALL");
            // "Will visit A before the summit": when, not what.
            draft.secondary |= draft.kind == "HOST"
                && draft.nominal
                && sentence.by_order
                && sentence.items[at.saturating_sub(4)..at].iter().any(|i| i.is_word("before"));
            // "Met the governor of B during the annual meetings of the Fund": when and where, not what.
            let met = |o: &Draft| o.kind == "MEET" && o.at < at && !o.nominal && o.spot == index;
            let setting = |i: &Item| i.is_word("during") || i.is_margin();
            draft.secondary |= draft.kind == "MEET"
                && draft.nominal
                && sentence.by_order
                && draft.camps.iter().any(|c| c.parties.iter().any(|p| p.starts_with("ORG:")))
                && sentence.items[at.saturating_sub(4)..at].iter().any(setting)
                && out.iter().any(met);
            let put_off = convened::put_off(context, index, &draft);
            // "Preparing to host": told on the way.
            draft.secondary |= draft.kind == "HOST"
                && draft.nominal
                && !draft.occurs
                && scan.has_article()
                && sentence.scan == 1
                && !put_off;
            let told_before = draft.background;
            draft.occurs |= draft.kind == "HOST" && !draft.nominal && scan.has_article();
            if put_off {
                draft.status = "postponed";
            }
            setting::place_and_date(context, index, at, &mut draft);
            draft.secondary |= draft.kind == "MEET"
                && draft.status == "happened"
                && scan.pack.features.case.is_empty()
                && welcomed(context, index, at, &draft, before.iter().chain(&out));
            // A tour told on the way was nowhere in particular.
            if draft.is_tour() {
                (draft.place, draft.tells) = (None, 0);
            }
            if draft.is_lent_journey() && draft.status == "happened" && !draft.is_tour() {
                (draft.date, draft.place, draft.tells) = (None, None, 0);
            }
            // "Talks are to be held next month": what is to come is not history.
            if draft.status != "happened" && !told_before {
                let days = sentence.dates(scan);
                let to_come = days.iter().any(|d| matches!(d.when, When::Season(n) if n > 0));
                let past = days
                    .iter()
                    .any(|d| matches!(d.when, When::Year(_)) || matches!(d.when, When::Season(n) if n <= 0));
                draft.background &= !to_come || past;
            }
            // What bears a day after that of the release is still to come.
            let starts = draft.date.as_ref().filter(|d| d.precision == "day" || d.precision == "interval");
            let starts = starts.and_then(|d| d.value.get(..10)?.parse::<jiff::civil::Date>().ok());
            if draft.status == "happened"
                && (draft.present || draft.nominal)
                && starts.zip(context.published).is_some_and(|(start, released)| start > released)
            {
                draft.status = "planned";
            }
            // What happened years before the report is its background.
            let day = draft.date.as_ref().filter(|d| d.precision == "day" || d.precision == "interval");
            let year = day.and_then(|d| d.value.get(..4)?.parse::<i16>().ok());
            draft.background |= year.zip(context.published).is_some_and(|(year, day)| year + 1 < day.year());
            let year_told = own_year(draft.date.as_ref()).zip(context.published);
            let beside = before.iter().chain(&out).any(|d| !d.background);
            draft.background |= beside && year_told.is_some_and(|(year, day)| year + 1 < day.year());
            // "They met in Oslo in January": the same two in an earlier month.
            draft.secondary |= draft.kind == "MEET"
                && draft.status == "happened"
                && earlier_month(draft.date.as_ref(), context.published)
                && before.iter().any(|d| of_the_two(d) && d.done() && !d.in_title());
            // "A pact that A signed with B last year": what describes a thing.
            draft.secondary |= sentence.by_order
                && sentence.scan == 1
                && matches!(draft.kind.as_str(), "SIGN" | "AGREE" | "VISIT" | "MEET")
                && long_before(draft.date.as_ref(), context.published)
                && arguments::relatives(sentence, true).iter().any(|r| r.contains(&at));
            let measure = sentence.by_order && sentence.scan == 1 && hint.decreed;
            let cased = scan.pack.features.svo_with_cases() && sentence.scan == 1;
            let beside =
                (scan.has_article() || measure || cased) && before.iter().chain(&out).any(|d| !d.background);
            draft.background |= beside && long_before(draft.date.as_ref(), context.published);
            draft.background |= year.is_none() && own_year(draft.date.as_ref()).is_some_and(|y| y < HISTORY);
            // Where nothing tells a time, wars and messages are those of a history.
            let told_of_old = matches!(draft.kind.as_str(), "FORCE" | "MESSAGE");
            draft.background |= told_of_old && ((context.timeless)() || of_old(sentence.dates(scan)));
            draft.background |= history(context, index) || day.is_none() && (context.chronicle)();
            // "He had received the ambassador on Tuesday": on another day than that of the news, and told after it.
            let other_day = day.zip(context.published).is_some_and(|(d, published)| {
                let last = d.value.get(d.value.len().saturating_sub(10)..);
                last.and_then(|d| d.parse::<jiff::civil::Date>().ok()).is_some_and(|d| d < published)
            });
            draft.background |= had && other_day && before.iter().any(|d| !d.background);
            let exchanged = |&(f, _): &(usize, TriggerForm)| {
                scan.pack.frames[f].id == draft.frame && scan.pack.frames[f].exchange
            };
            if draft.each_other || options.iter().any(exchanged) {
                // Below the lead it is history.
                draft.secondary |= sentence.scan == 1 && sentence.range.start > 0;
                let there = draft.one_way(false);
                let back = draft.one_way(true);
                out.extend([there, back]);
                continue;
            }
            if let Some(whole) = out.last_mut().filter(|o| of_its_own(sentence, o, &draft)) {
                whole.also.push(draft.trigger);
                continue;
            }
            // "Called on B to come to A", by a verb that invites as well: whoever is asked to come is invited.
            let invites = |o: &Draft| {
                let verb = sentence.items.get(o.at).is_some_and(|i| scan.is_verb_of(i, "INVITE"));
                o.kind == "APPEAL" && o.spot == index && o.at < at && verb && o.turns(&draft)
            };
            if draft.kind == "VISIT"
                && draft.status == "planned"
                && let Some(asked) = out.last_mut().filter(|o| invites(o))
            {
                asked.kind = "INVITE".into();
            }
            out.push(draft);
        }
    }
    // "Four crises came up in [talks which] A [had] with B": the clause of the noun tells whose talks those were.
    let told_by = |d: &Draft, o: &Draft| {
        let clause = sentence.items.get(d.at + 1..o.at).unwrap_or_default();
        o.kind == d.kind
            && !o.nominal
            && clause.first().is_some_and(|i| i.is_word("relative"))
            && !clause.iter().any(Item::is_finite)
    };
    let talks = |d: &Draft| sentence.by_order && d.nominal && d.kind == "MEET";
    let twice: Vec<usize> =
        out.iter().filter(|d| talks(d) && out.iter().any(|o| told_by(d, o))).map(|d| d.at).collect();
    out.retain(|d| !(talks(d) && twice.contains(&d.at)));
    attendance::preside(context, index, &mut out);
    attendance::chairs_sit(context, index, &mut out);
    signed_on_visit(context, index, &unsaid, &mut out);
    joined::joined(context, index, &mut out);
    joined::likewise(context, index, &mut out);
    only_its_step(&mut out);
    asked_for::asked_for(context, index, &mut out);
    met_on_arrival(context, index, &mut out);
    // "Those who presented them: …": the head of a list tells again what was told before it.
    out.retain(|d| {
        let colon = sentence.items.get(d.at + 1).is_some_and(|n| n.is_mark(":"));
        let told = |o: &Draft| o.kind == d.kind && o.scan == d.scan && o.spot + 3 >= index;
        // "The meeting was attended by X of A and Y of B": who was at the one told before.
        let listed = sentence.by_order
            && d.kind == "MEET"
            && d.nominal
            && d.at > 0
            && sentence.items[d.at - 1].is_kind("determiner", "article")
            && sentence.items.get(d.at + 1).is_some_and(|n| matches!(n.what, What::Attendance { .. }));
        if listed && before.iter().any(|o| told(o) && o.done() && o.party_set() == d.party_set()) {
            return false;
        }
        !(colon && d.kind == "CREDENTIALS" && before.iter().any(told))
    });
    attendance::led_before_all(context, index, before, &mut out);
    if out.is_empty() {
        out.extend(attendance::gathered(context, index, before));
    }
    holder::holders(context, index, &mut out);
    holder::hosts(context, index, &mut out);
    attendance::organised(context, index, &mut out);
    if out.is_empty() {
        out.extend(series::series(context, index, before));
    }
    if out.is_empty() {
        out.extend(elliptic::met_with(context, index));
    }
    let met = |d: &Draft| matches!(d.kind.as_str(), "MEET" | "CALL");
    if !out.iter().any(met) {
        out.extend(elliptic::at_talks_with(context, index, before));
    }
    if !out.iter().any(met) {
        out.extend(elliptic::spoke_at_talks(context, index, before));
    }
    if sentence.verb_last {
        spoke_on_phone(&mut out);
        out.retain(|d| !receives_a_thing(context, index, d));
    }
    // "A attended the summit of ORGANISATION in CITY": that is the news, whoever holds the summit.
    if !out.iter().any(|d| d.kind == "MEET") {
        out.iter_mut().filter(|d| d.kind == "HOST").for_each(|d| convened::took_place(sentence, d));
    }
    // "Hosts tomorrow the ministerial meeting of X": what is to be held is that meeting.
    if scan.has_article() {
        let held: Vec<(usize, Vec<Slug>)> = out
            .iter()
            .filter(|d| d.kind == "HOST" && d.status == "planned" && !d.nominal)
            .map(|d| (d.at, d.party_set()))
            .collect();
        let object = |d: &Draft| d.kind == "MEET" && d.nominal && d.status == "planned";
        out.retain(|d| !object(d) || held.iter().all(|(at, all)| d.at < *at || *all != d.party_set()));
    }
    let met = |d: &Draft| matches!(d.kind.as_str(), "MEET" | "HOST" | "VISIT" | "CALL");
    if !out.iter().any(met) {
        out.extend(convened::convened(context, index));
    }
    // "Approved the signing of": what is approved is told once, as what is to come.
    let to_come: Vec<(usize, Vec<Slug>)> = out
        .iter()
        .filter(|d| d.kind == "SIGN" && d.status == "planned")
        .map(|d| (d.at, d.party_set()))
        .collect();
    out.retain(|d| {
        let told_by_verb = d.kind == "SIGN" && d.secondary && d.status == "happened";
        !told_by_verb || to_come.iter().all(|(at, parties)| *at <= d.at || *parties != d.party_set())
    });
    // "Having talked, [they] will sign": a verb that leaves its time to the next one is as planned as that.
    let plans = |o: &[(usize, TriggerForm)]| {
        o.iter().any(|&(f, _)| scan.pack.frames[f].status.as_deref() == Some("planned"))
    };
    for d in out.iter_mut().filter(|d| !d.nominal && d.status == "happened") {
        let form = scan.text.folded(sentence.items[d.at].end - 1);
        let waits = scan.pack.features.is_converb(form);
        // "That it intends to": what is made a noun after the verb takes it into another clause.
        let reported = |next: &Item| {
            let oblique = crate::pack::tags::CASES | crate::pack::tags::POSS;
            next.is_word("auxiliary") && next.tags & oblique != 0
        };
        // A verb made a noun, or one that describes a noun, ends no clause.
        let ends = |k: usize| {
            sentence.items[k].tags & (crate::pack::tags::CASES | crate::pack::tags::POSS) == 0
                && !sentence.items.get(k + 1).is_some_and(reported)
                && !arguments::runs_on(sentence, k)
                && !status::is_condition(sentence, k)
        };
        let mut later = (d.at + 1..sentence.items.len()).filter_map(|k| match &sentence.items[k].what {
            What::Trigger(o) if !o.iter().all(|(_, form)| form.is_noun()) && ends(k) => Some(o),
            _ => None,
        });
        if waits && later.next().is_some_and(|o| plans(o)) {
            d.status = "planned";
            setting::place_and_date(context, index, d.at, d);
        }
    }
    to_come::to_come(context, index, &mut out);
    // "Will come on a visit": the noun is as planned as the verb beside it that tells the same act.
    let verbs: Vec<(Slug, usize, Vec<Slug>, &'static str)> =
        out.iter().filter(|d| !d.nominal).map(|d| (d.kind, d.at, d.party_set(), d.status)).collect();
    for d in out.iter_mut().filter(|d| d.nominal) {
        let told = verbs.iter().find(|(kind, at, parties, _)| {
            *kind == d.kind && at.abs_diff(d.at) == 1 && *parties == d.party_set()
        });
        // "[His] state visit-INS coming [is] possible".
        if let Some(told) = told.filter(|t| t.3 != "happened") {
            d.status = told.3;
        }
    }
    out
}

/// "[A met B.] This meeting is part of the preparations of A for the summit of ORGANISATION": a noun that only points back at
/// talks takes nobody from what is said of them.
fn points_back(
    scan: &Scan,
    sentence: &Sentence,
    at: usize,
    form: TriggerForm,
    draft: &Draft,
    before: &[Draft],
) -> bool {
    let items = &sentence.items;
    let this = at > 0 && items[at - 1].is_word("determiner");
    let with = |i: &Item| i.is_word("with") || i.is_word("between") || i.is_word("relative");
    let talks = |d: &Draft| matches!(d.kind.as_str(), "MEET" | "CALL");
    let new = |d: &Draft| {
        let all = d.all_parties();
        !draft.all_parties().iter().all(|p| all.contains(p))
    };
    scan.has_article()
        && sentence.scan == 1
        && form.is_noun()
        && (this || form == TriggerForm::Back)
        && talks(draft)
        && draft.camps.iter().all(|c| c.known == Known::Told && !c.people)
        && !items.get(at + 1).is_some_and(with)
        && before.iter().rev().find(|d| talks(d) && !d.in_title()).is_some_and(|d| d.done() && new(d))
}

/// "Received him on his arrival": the journey at the end of which the guest was met, told on the way.
fn met_on_arrival(context: &Context, index: usize, out: &mut Vec<Draft>) {
    let sentence = &context.sentences[index];
    let scan = context.scan(sentence);
    let told = |d: &Draft| d.kind == "VISIT";
    if sentence.scan == 0 || out.iter().any(told) {
        return;
    }
    let Some(at) = sentence.items.iter().position(|i| i.is_kind("during", "arrival")) else { return };
    let met = |d: &&Draft| d.kind == "MEET" && d.status == "happened" && !d.background && !d.nominal;
    let Some((meet, (guest, host))) =
        out.iter().find(met).and_then(|d| Some((d, arguments::guest_and_host(d)?)))
    else {
        return;
    };
    // Of two bare names only order tells who came, and not surely.
    let titled = |c: &Camp| c.seats.iter().any(|s| crate::refer::official(&context.namings[s.naming]));
    let came = meet.camps.iter().find(|c| c.parties == [guest] && titled(c)).cloned();
    let frame = scan.pack.frames.iter().find(|f| f.kind == "VISIT" && f.mode.is_none() && !f.secondary);
    let (Some(came), Some(frame)) = (came, frame) else { return };
    let trigger = scan.words_of(&sentence.items[at]);
    let mut draft = Draft::of(frame, trigger, index, sentence.scan, at);
    (draft.secondary, draft.nominal) = (true, true);
    let seats = came.heads();
    draft.camps = [
        Camp { part: "actor", known: Known::Lent, seats, ..came },
        Camp { part: "recipient", known: Known::Lent, ..Camp::of(host) },
    ];
    out.push(draft);
}

/// "Was signed in January during A's visit to B": a signing without its parties is of the guest and his host.
fn signed_on_visit(context: &Context, index: usize, unsaid: &[(usize, usize)], out: &mut Vec<Draft>) {
    let sentence = &context.sentences[index];
    let scan = context.scan(sentence);
    let told = |d: &Draft| d.kind == "SIGN";
    let Some(&(at, frame)) = unsaid.first().filter(|_| sentence.scan == 1 && !out.iter().any(told)) else {
        return;
    };
    let during = |to: usize| {
        sentence.items[at..to].iter().any(|i| i.is_word("during") || i.is_word("in") || i.is_word("at"))
    };
    let beside = |d: &&Draft| {
        let near = (at..at + 16).contains(&d.at) && during(d.at);
        d.kind == "VISIT" && d.nominal && d.status == "happened" && near
    };
    let Some(visit) = out.iter().find(beside) else { return };
    let camps =
        visit.camps.clone().map(|c| Camp { part: "party", known: Known::Lent, seats: c.heads(), ..c });
    let trigger = scan.words_of(&sentence.items[at]);
    let frame = &scan.pack.frames[frame];
    let mut draft = Draft::of(frame, trigger, index, sentence.scan, at);
    (draft.camps, draft.unordered, draft.secondary) = (camps, true, true);
    setting::place_and_date(context, index, at, &mut draft);
    out.push(draft);
}

/// The event told before whose sides a clause leaves unsaid: "will meet B tomorrow. The two sides held talks" means those
/// who have met, not those who will.
fn told_of<'d>(
    context: &Context,
    sentence: &Sentence,
    at: usize,
    form: TriggerForm,
    last: Option<&'d Draft>,
    before: &'d [Draft],
) -> Option<&'d Draft> {
    let last = last?;
    let cased = context.scan(sentence).pack.features.svo_with_cases();
    let article = context.scan(sentence).has_article();
    // "The ministers signed": officials of no state are those of whom was told.
    let both = || {
        let several = |a: &Actor| {
            matches!(a.kind, ActorKind::Both)
                || cased && a.plural && a.party.is_none() && matches!(a.kind, ActorKind::Official(_))
        };
        // "Praised their ties. And agreed on": an ending of the dual or plural says as much, where nobody stands beside it.
        let item = &sentence.items[at];
        let ending = || article && item.and && item.first_tags & crate::pack::tags::INFLECTED != 0;
        sentence.actors.iter().any(several) || sentence.actors.is_empty() && ending()
    };
    // "The two presidents witnessed the signing of": so does a noun that a verb takes.
    let past =
        matches!(form, TriggerForm::Past | TriggerForm::Passive) || article && form == TriggerForm::Noun;
    // "The conditions of the next round … the two sides discussed": a title sums up, and a plan alone is what was told.
    // "Met B in CITY, the last stop after X and Y. The two sides signed": a journey told on the way has no sides.
    let here = std::ptr::eq(&raw const context.sentences[last.spot], sentence);
    let journey = last.kind == "VISIT" && !here && last.camps[1].seats.is_empty();
    // "Thanked A for its support. The ministers signed": what was said on the way names one of them. So do blows and words
    // about others where no case tells them: "raids on A. The two ministers agreed".
    let of_others = match last.kind.as_str() {
        "STATEMENT" | "APPEAL" | "INVITE" => cased || article,
        "FORCE" | "THREATEN" | "AID" | "SANCTION" | "MEDIATE" | "COOPERATE" => article,
        _ => false,
    };
    let said = of_others && !here && last.camps.iter().any(|c| c.seats.is_empty());
    // "A, B and trade dominated the discussion. The two leaders agreed": what was spoken of.
    let spoken_of = sentence.by_order
        && matches!(last.kind.as_str(), "MEET" | "FORCE" | "COOPERATE" | "HOST")
        && last.camps.iter().all(|c| c.seats.is_empty() && !c.people && !c.office && !c.group);
    let journey = journey || said || spoken_of;
    let told = last.status == "happened" && !journey;
    // "The guests are here on a visit. A plan was signed": of those who met, a sentence without anybody says.
    let nobody = cased && last.kind == "VISIT" && !here && sentence.actors.is_empty();
    if sentence.scan == 0 || !nobody && (told || last.in_title() || !past || !both()) {
        return Some(last);
    }
    let met = |d: &&Draft| {
        d.done()
            && d.spot + if cased || spoken_of || said { 6 } else { 3 } > last.spot
            && context.sentences[d.spot].scan == 1
            && d.camps.iter().all(|c| c.parties.len() == 1 && (c.people || !c.seats.is_empty()))
            && matches!(d.kind.as_str(), "MEET" | "SIGN" | "CALL" | "VISIT")
            && !((journey || nobody) && d.kind == "VISIT")
            && !(spoken_of && d.camps.iter().all(|c| c.seats.is_empty()))
            && (!nobody || d.party_set() == last.party_set())
    };
    before.iter().rev().take(6).find(met).or(Some(last))
}

/// "Presented his credentials to the king. He also called on the foreign minister", "had earlier paid a courtesy call on the
/// speaker": a guest goes to somebody of the same state of whom nothing was told.
fn sees_another(context: &Context, index: usize, draft: &Draft, before: &[Draft]) -> bool {
    let sentence = &context.sentences[index];
    let named = |c: &Camp| c.seats.iter().any(|s| s.principal);
    if draft.kind != "MEET" || !sentence.by_order || sentence.scan != 1 || draft.nominal || draft.vague {
        return false;
    }
    let receives = draft.mode.is_some_and(|m| m == "reception" || m == "call-on");
    if !receives || !draft.camps.iter().all(named) {
        return false;
    }
    let parties = draft.all_parties();
    let abroad = |a: &Actor| {
        matches!(a.kind, ActorKind::State(_))
            && matches!(a.marker.as_deref(), Some("in" | "at"))
            && a.party.is_some_and(|p| !parties.contains(&p))
    };
    let set = draft.party_set();
    let told = |d: &&Draft| {
        matches!(d.kind.as_str(), "MEET" | "CREDENTIALS" | "SIGN")
            && d.done()
            && !d.in_title()
            && d.party_set() == set
            && d.spot < index
            && (d.kind != "MEET" || d.camps.iter().all(named))
    };
    let knows =
        |d: &Draft, n: usize| d.camps.iter().flat_map(|c| &c.seats).any(|o| context.is_same(o.naming, n));
    let near: Vec<&Draft> = before.iter().filter(told).collect();
    let mut seats = draft.camps.iter().flat_map(|c| &c.seats).filter(|s| s.principal);
    !near.is_empty()
        && !sentence.actors.iter().any(abroad)
        && seats.any(|s| !near.iter().any(|d| knows(d, s.naming)))
}

/// A form of "be" stands before the trigger.
fn passive(sentence: &Sentence, at: usize) -> bool {
    arguments::is_passive(sentence, at, TriggerForm::Participle)
}

/// "Earlier, A had": the words that open the sentence tell of what went before.
fn told_long_ago(scan: &Scan, sentence: &Sentence) -> bool {
    let earlier = |i: &Item| i.is_word("past") && scan.is(i.start, |s| matches!(s, Sense::Background));
    sentence.scan == 1 && scan.has_article() && sentence.items.iter().take(2).any(earlier)
}

/// "Their officials had begun with talks": what was before the news, told behind its first sentence by such a verb.
fn before_the_news(sentence: &Sentence, at: usize, draft: &Draft) -> bool {
    let plain = |i: &&Item| matches!(i.what, What::Other { common: true });
    let auxiliary = sentence.items[..at].iter().rev().find(|i| !plain(i));
    sentence.by_order
        && sentence.scan == 1
        && sentence.range.start > 0
        && !draft.nominal
        && matches!(draft.kind.as_str(), "MEET" | "CALL" | "SIGN")
        && auxiliary.is_some_and(|i| i.is_kind("auxiliary", "had"))
        // "Before the session the officials had met": on the day of that.
        && !sentence.items[..at].iter().any(|i| i.is_word("before"))
}

/// "His trip follows one to B, in the course of which he and B's president signed", "he comes from CITY, where he met": what
/// a relative clause tells of the journey before that of the news.
fn on_former_journey(sentence: &Sentence, at: usize, draft: &Draft, before: &[Draft]) -> bool {
    if !sentence.by_order || draft.nominal || !matches!(draft.kind.as_str(), "MEET" | "SIGN" | "AGREE") {
        return false;
    }
    let former = |i: &Item| ["after", "from", "past", "joins"].iter().any(|w| i.is_word(w));
    let journey = |d: &Draft| {
        d.kind == "VISIT" && d.status == "happened" && !d.background && d.party_set() != draft.party_set()
    };
    let clause = arguments::relatives(sentence, false).iter().find(|r| r.contains(&at));
    clause.is_some_and(|r| sentence.items[..r.start].iter().any(former)) && before.iter().any(journey)
}

/// "Before that he met": the sentence opens with what lies before something that was told.
fn opens_before(sentence: &Sentence, at: usize) -> bool {
    let told = |i: &Item| {
        i.is_word("pronoun") || i.is_word("relative") || matches!(i.what, What::Other { common: true })
    };
    let first = &sentence.items[..at.min(2)];
    first.iter().any(|i| i.is_word("before")) && first.iter().any(told)
}

/// A month before that of the release, and no day of it.
fn earlier_month(date: Option<&EventDate>, published: Option<jiff::civil::Date>) -> bool {
    let (Some(date), Some(day)) = (date, published) else { return false };
    date.precision == "month"
        && date.value.as_str() < format!("{:04}-{:02}", day.year(), day.month()).as_str()
}

/// A day or month of its own, two months and more before the release: what is told beside the news.
fn long_before(date: Option<&EventDate>, published: Option<jiff::civil::Date>) -> bool {
    let (Some(date), Some(day)) = (date, published) else { return false };
    let mut parts = date.value.split(['-', '/']).map_while(|p| p.parse::<i32>().ok());
    let (Some(year), Some(month)) = (parts.next(), parts.next()) else { return false };
    i32::from(day.year()) * 12 + i32::from(day.month()) > year * 12 + month + 1
}

/// The year of an event whose date tells more or less than a day.
fn own_year(date: Option<&EventDate>) -> Option<i16> {
    date.and_then(|d| d.value.get(..4)?.parse().ok())
}

/// Before this year most of the states of today were others: what a paragraph tells of such a year is history.
const HISTORY: i16 = 1990;

/// Years are named, and all are long past.
fn of_old<'a>(dates: impl IntoIterator<Item = &'a date::Found>) -> bool {
    before(HISTORY, dates)
}

/// Years are named, and all are before this one.
fn before<'a>(past: i16, dates: impl IntoIterator<Item = &'a date::Found>) -> bool {
    let year = |d: &date::Found| match d.when {
        When::Year(year) => Some(year),
        When::Day { year, .. } | When::Range { year, .. } | When::Month { year, .. } => year,
        // "Today", "on Monday": news.
        When::Weekday(_)
        | When::Weekdays(..)
        | When::Relative(_)
        | When::OfMonth { .. }
        | When::Season(_)
        | When::Hijri { .. } => Some(i16::MAX),
    };
    let mut years = dates.into_iter().filter_map(year).peekable();
    years.peek().is_some() && years.all(|y| y < past)
}

/// The paragraph names a year long past and none of later times.
fn history(context: &Context, index: usize) -> bool {
    let sentences = context.sentences;
    let scan = sentences[index].scan;
    // The title of a text whose first paragraph is of such a year, and of nothing later.
    let title = scan == 0 && context.scan(&sentences[index]).has_article();
    if let Some(first) = sentences.iter().position(|s| s.scan == 1).filter(|_| title) {
        return history(context, first);
    }
    let from = (0..=index).rev().find(|&i| sentences[i].opens || i == 0 || sentences[i - 1].scan != scan);
    let from = from.unwrap_or(index);
    // The sentence itself gives a day of such a year.
    let day = |d: &date::Found| matches!(d.when, When::Day { year: Some(y), .. } | When::Month { year: Some(y), .. } if y < HISTORY);
    if sentences[index].dates(context.scan(&sentences[index])).iter().any(day) {
        return true;
    }
    // "In 1992 he signed, and later met": of all that the sentence tells the years are past.
    let cases = !context.scan(&sentences[index]).pack.features.case.is_empty();
    let past = context
        .published
        .map(|d| d.year() - 1)
        .filter(|_| cases && scan == 1 && sentences[index].range.start > 0);
    if past.is_some_and(|p| before(p, sentences[index].dates(context.scan(&sentences[index])))) {
        return true;
    }
    let to = (index + 1..sentences.len()).find(|&i| sentences[i].opens || sentences[i].scan != scan);
    of_old(sentences[from..to.unwrap_or(sentences.len())].iter().flat_map(|s| s.dates(context.scan(s))))
}

/// A text without a title, of which nobody says when it was released, and which names no time.
pub(crate) fn timeless(scans: &[Scan], sentences: &[Sentence]) -> bool {
    !sentences.iter().any(|s| s.scan == 0 || !s.dates(&scans[s.scan]).is_empty())
}

/// A text without a title, of which nobody says when it was released, and which tells of years, of no day and of
/// nothing near: no news.
pub(crate) fn chronicle(scans: &[Scan], sentences: &[Sentence]) -> bool {
    if sentences.iter().any(|s| s.scan == 0) {
        return false;
    }
    let mut years = false;
    for date in sentences.iter().flat_map(|s| s.dates(&scans[s.scan])) {
        match date.when {
            When::Year(_) | When::Month { year: Some(_), .. } => years = true,
            When::Month { year: None, .. } => {}
            _ => return false,
        }
    }
    years
}

impl Draft {
    fn status_hint(&self, options: &[(usize, TriggerForm)], scan: &Scan) -> status::Hint {
        let forms =
            || options.iter().filter(|(f, _)| scan.pack.frames[*f].id == self.frame).map(|(_, form)| *form);
        // "The next meeting": of a noun and a verb that are spelled alike the one that was read.
        let form = forms().find(|form| form.is_noun() == self.nominal).or_else(|| forms().next());
        let fixed = options.iter().find_map(|(f, _)| {
            let frame = &scan.pack.frames[*f];
            (frame.id == self.frame).then(|| frame.status.clone()).flatten()
        });
        let decreed = matches!(self.kind.as_str(), "EXPEL" | "RECALL" | "SUMMON" | "SANCTION");
        let said = matches!(self.kind.as_str(), "APPEAL" | "STATEMENT" | "THREATEN");
        status::Hint { form, fixed, decreed, document: self.kind == "SIGN", said }
    }
}

/// A verb among the items invites or calls to something; "renewed its demand", with a verb that also invites, does not.
fn invited(context: &Context, index: usize, items: Range<usize>) -> bool {
    let sentence = &context.sentences[index];
    let scan = context.scan(sentence);
    let kind = |f: usize| scan.pack.frames[f].kind.as_str();
    items.into_iter().any(|k| {
        let What::Trigger(options) = &sentence.items[k].what else { return false };
        let mut invites = options.iter().map(|&(f, _)| f).filter(|&f| kind(f) == "INVITE").peekable();
        let calls = || options.iter().any(|&(f, _)| kind(f) == "APPEAL");
        invites.peek().is_some()
            && (calls() || invites.any(|f| allowed(context, index, k, f, &scan.pack.frames[f])))
    })
}

/// A draft with both sides known is worth more than one with a gap.
fn weight(draft: &Draft) -> usize {
    // Whoever presents his credentials is an envoy.
    let sent = usize::from(draft.kind == "CREDENTIALS" && draft.camps[0].envoy && !draft.camps[1].envoy);
    sent + draft
        .camps
        .iter()
        .map(|c| {
            4 * usize::from(!c.parties.is_empty())
                + 2 * usize::from(c.open || c.counterpart)
                + usize::from(!c.seats.is_empty())
        })
        .sum::<usize>()
}

/// What was told before a sentence. Who met or wrote is none of those of whom an act of force was told in passing.
fn told_before<'d>(scan: &Scan, frame: &Frame, before: &'d [Draft]) -> Option<&'d Draft> {
    let of_people = scan.has_article()
        && matches!(frame.kind.as_str(), "MEET" | "CALL" | "MESSAGE" | "VISIT" | "SIGN" | "AGREE" | "INVITE");
    let passing = |d: &&Draft| {
        of_people
            && (d.kind == "HOST" && d.secondary
                || d.kind == "FORCE" && d.camps.iter().all(|c| !c.people && c.seats.is_empty()))
    };
    // "A received B. B praised A. Then received C": what was said in the talks is told inside them.
    let in_talks = |d: &Draft| {
        let talks = |e: &Draft| {
            matches!(e.kind.as_str(), "MEET" | "CALL")
                && e.done()
                && e.spot < d.spot
                && d.all_parties().iter().all(|p| e.all_parties().contains(p))
        };
        matches!(d.kind.as_str(), "STATEMENT" | "APPEAL") && before.iter().rev().take(4).any(talks)
    };
    let talks = matches!(frame.kind.as_str(), "MEET" | "CALL");
    let passing = |d: &&Draft| passing(d) || talks && of_people && in_talks(d);
    // A tour told on the way lends its sides to nobody.
    let before = || before.iter().rev().filter(|d| !d.is_tour());
    // "On the same day the ambassadors of B and C presented theirs": after the ceremony that was told.
    if frame.kind == "CREDENTIALS"
        && scan.pack.features.svo_with_cases()
        && let Some(ceremony) = before().take(8).find(|d| d.kind == "CREDENTIALS" && !d.background)
    {
        return Some(ceremony);
    }
    before().take(3).find(|d| !passing(d)).or_else(|| before().next())
}

/// The last journey told in the sentence of the draft is of one of its parties.
fn earlier_visit<'d>(draft: &Draft, earlier: &mut impl Iterator<Item = &'d Draft>) -> bool {
    earlier.any(|d| {
        d.kind == "VISIT"
            && d.status == "happened"
            && !d.nominal
            && d.spot == draft.spot
            && d.camps[0].parties.iter().any(|p| draft.all_parties().contains(p))
    })
}

/// "He arrived in X and was received by its deputy minister": who is received as he arrives, by somebody below him or with
/// a word of welcome, holds no talks yet.
fn welcomed<'d>(
    context: &Context,
    index: usize,
    at: usize,
    draft: &Draft,
    mut earlier: impl Iterator<Item = &'d Draft>,
) -> bool {
    let sentence = &context.sentences[index];
    let scan = context.scan(sentence);
    // "Visited X, where he was met by".
    let met = sentence.items.get(at + 1).is_some_and(|n| n.is_word("by")) && passive(sentence, at);
    // "Landed and was met by": whatever of the journey could be read.
    let lands = |i: &Item| scan.is_verb_of(i, "VISIT");
    if met
        && draft.camps.iter().all(|c| matches!(c.part, "party" | ""))
        && (earlier_visit(draft, &mut earlier) || sentence.by_order && sentence.items[..at].iter().any(lands))
    {
        return true;
    }
    // "Was met on arrival at the airport by".
    let upon = |i: usize| {
        i != at
            && sentence.items[i.saturating_sub(3)..i].iter().any(|x| x.is_word("on"))
            && matches!(&sentence.items[i].what, What::Trigger(o) if o.iter().any(|&(f, form)| {
                form == TriggerForm::Noun && scan.pack.frames[f].kind == "VISIT"
            }))
            || sentence.items[i].is_kind("on", "arrival")
    };
    if sentence.by_order
        && draft.camps.iter().all(|c| matches!(c.part, "party" | ""))
        && passive(sentence, at)
        && sentence.items[at + 1..].iter().take(8).any(|n| n.is_word("by"))
        && (0..sentence.items.len()).any(upon)
    {
        return true;
    }
    let [Some(host), Some(guest)] =
        ["host", "guest"].map(|part| draft.camps.iter().find(|c| c.part == part && !c.parties.is_empty()))
    else {
        return false;
    };
    // "Upon his arrival".
    let arrival = |i: usize| {
        i != at
            && sentence.items[i.saturating_sub(3)..i].iter().any(|x| x.is_word("on"))
            && matches!(&sentence.items[i].what, What::Trigger(o) if o.iter().any(|&(f, form)| {
                form == TriggerForm::Noun && scan.pack.frames[f].kind == "VISIT"
            }))
    };
    let arrived = |d: &Draft, near: usize| {
        d.kind == "VISIT"
            && d.status == "happened"
            && !d.nominal
            && !d.in_title()
            && d.spot + near >= index
            && d.camps[0].parties.first() == guest.parties.first()
    };
    // The highest office that anything in the document gives to those who stand there.
    let rank = |c: &Camp| {
        let named = c.seats.iter().filter_map(|s| context.person_of[s.naming]);
        named.filter_map(|p| (context.standing)(p).rank).chain(c.top).min()
    };
    let below = rank(host).zip(rank(guest)).is_some_and(|(host, guest)| host > guest);
    let told = draft.mode.as_deref() == Some("welcome");
    if below && (0..sentence.items.len()).any(arrival) {
        return true;
    }
    earlier.any(|d| below && arrived(d, 1) || told && arrived(d, 2))
}

/// "He began a visit, in which he meets …": where the verb stands first, the present after a visit tells what is to come.
fn still_ahead<'d>(
    scan: &Scan,
    sentence: &Sentence,
    at: usize,
    draft: &Draft,
    earlier: impl Iterator<Item = &'d Draft>,
) -> bool {
    let present = |i: usize| sentence.items[i].is_present();
    // "In which will be held": an auxiliary of the present, by itself or with the word that refers back.
    let goes_on = |i: usize| {
        let item = &sentence.items[i];
        let auxiliary = |s: &Sense| matches!(s, Sense::Word { work, kind: Some(kind) } if *work == "auxiliary" && *kind == "present");
        item.is_kind("auxiliary", "present")
            || matches!(item.what, What::Resumption) && scan.is(item.start, auxiliary)
    };
    let by_present =
        present(at) || draft.nominal && (at.saturating_sub(4)..at).any(|i| present(i) || goes_on(i));
    let visit = earlier.take(4).any(|e| {
        e.kind == "VISIT"
            && matches!(e.status, "happened" | "planned")
            && e.sentence + 3 >= draft.sentence
            && !e.in_title()
    });
    let follows = matches!(draft.kind.as_str(), "MEET" | "MESSAGE" | "SIGN");
    scan.pack.features.order == "vso"
        && (follows && !draft.in_title() && by_present && visit
            || draft.nominal && told_for(scan, sentence, at))
}

/// "CITY hosts tomorrow a meeting": the verb before the noun that tells the act stands in the present, with a day to come.
fn told_for(scan: &Scan, sentence: &Sentence, at: usize) -> bool {
    let before = at.saturating_sub(8)..at;
    let Some(verb) = before.rev().find(|&i| matches!(sentence.items[i].what, What::Trigger(_))) else {
        return false;
    };
    let beside = sentence.items[verb].end..sentence.items[at].end + 6;
    sentence.items[verb].is_present()
        && !sentence.items[verb..at].iter().any(|i| i.is_mark(",;:"))
        && sentence.dates(scan).iter().any(|d| d.is_ahead() && beside.contains(&d.start))
}

/// Where one word fits several types alike, the more telling type wins: one calls on a person, and upon a state to act.
fn rank(draft: &Draft) -> u8 {
    let with_people = draft.camps.iter().all(|c| !c.seats.is_empty());
    match draft.kind.as_str() {
        "CREDENTIALS" => 9,
        "SIGN" => 8,
        "CALL" | "MESSAGE" => 7,
        "MEET" if with_people => 6,
        // Whoever is received or called on is a person.
        "MEET" if draft.camps[0].people && draft.camps[1].part == "guest" => 5,
        "MEET" => 3,
        "HOST" => 2,
        // A ministry that calls an envoy summons him; a person who is called is invited, a state is called upon.
        "SUMMON" => 3 + 3 * u8::from(!draft.camps[0].people),
        "INVITE" if !draft.camps[1].people => 3,
        "VISIT" => 5,
        "APPEAL" | "STATEMENT" => 4,
        _ => 5,
    }
}

/// A word that is a condition of a frame: its first token and the one after its last, and what it is to which frame.
pub(crate) type Condition = (usize, usize, ClaimList, usize);

/// The conditions of frames that a sentence holds; each trigger asks for those of its frames, most of which are not there.
#[derive(Debug, Default)]
pub(crate) struct Conditions {
    all: Vec<Condition>,
    /// A bit for each, by its list and frame: what has none is not among them.
    sieve: [u64; 4],
}

impl Conditions {
    fn of(all: Vec<Condition>) -> Conditions {
        let mut sieve = [0; 4];
        for &(_, _, list, frame) in &all {
            let (word, bit) = Conditions::place(list, frame);
            sieve[word] |= bit;
        }
        Conditions { all, sieve }
    }

    /// Which bit of the sieve is that of a condition.
    fn place(list: ClaimList, frame: usize) -> (usize, u64) {
        let number = frame * 4 + list as usize % 4;
        (number / 64 % 4, 1 << (number % 64))
    }

    /// Those of a list of a frame; most sentences hold none, which one bit tells.
    fn of_frame(&self, list: ClaimList, frame: usize) -> impl Iterator<Item = &Condition> {
        let (word, bit) = Conditions::place(list, frame);
        let all = if self.sieve[word] & bit == 0 { &[][..] } else { &self.all };
        all.iter().filter(move |c| (c.2, c.3) == (list, frame))
    }

    /// The sentence holds a condition of this list of a frame.
    fn has(&self, list: ClaimList, frame: usize) -> bool {
        self.of_frame(list, frame).next().is_some()
    }
}

/// "The (woman) ambassador", "the (woman) ambassador of A", where "his ambassador" is written alike: with an article, or before
/// the name of a state, the ending is no pronoun.
fn no_pronoun(scan: &Scan, t: usize, m: &crate::pack::Match) -> bool {
    let state = |s: &Sense| matches!(s, Sense::State { form: StateForm::Name, .. });
    m.end == t + 1
        && scan.has_article()
        && scan.pack.features.is_owned(scan.text.folded(t))
        && (m.first.tags & crate::pack::tags::DEFINITE != 0
            || scan.best(t + 1, state).is_some_and(|n| n.first.strips == 0))
}

/// The words of a sentence that are conditions of frames, told once for all its triggers.
fn conditions(scan: &Scan, sentence: &Sentence) -> Conditions {
    let end = sentence.items.last().map_or(0, |last| last.end);
    let mut out = Vec::with_capacity(32);
    let formulas = sentence.items.iter().any(|i| matches!(i.what, What::Attendance { .. }));
    // "By a video call": how they met is no word of a telephone.
    let screen = |i: &Item| i.is_kind("determiner", "screen");
    let screens = sentence.items.iter().any(screen);
    for t in scan.matches.tokens_with(sentence.range.start..end, kinds::CONDITION) {
        // "With the participation of" tells who was there, whatever the same noun rules out beside a verb.
        let at = || sentence.items.partition_point(|i| i.end <= t);
        if screens && sentence.items.get(at()).is_some_and(screen) {
            continue;
        }
        let formula =
            formulas && sentence.items.get(at()).is_some_and(|i| matches!(i.what, What::Attendance { .. }));
        for m in scan.matches[t].iter().filter(|m| m.kind == kinds::CONDITION) {
            let all = scan.pack.lexicon.conditions(scan.sense(m));
            let excludes = |(list, _): &(ClaimList, usize)| *list == ClaimList::Exclude;
            let kept = !all.iter().any(excludes) || !(formula || no_pronoun(scan, t, m));
            let all = all.iter().filter(|c| kept || !excludes(c));
            out.extend(all.map(|&(list, index)| (t, m.end, list, index)));
        }
    }
    Conditions::of(out)
}

/// One of the words that make an event of the frame news of its own stands in the sentence.
fn news(context: &Context, here: usize, at: usize, index: usize, frame: &Frame) -> bool {
    if frame.news.is_empty() {
        return false;
    }
    let sentence = &context.sentences[here];
    let scan = context.scan(sentence);
    // What was agreed stands after the verb, or before it where the verb ends the sentence.
    let tokens = if sentence.verb_last {
        sentence.range.start..sentence.items[at].start
    } else {
        sentence.items[at].start..sentence.range.end
    };
    let conditions = sentence.conditions.get_or_init(|| conditions(scan, sentence));
    conditions.of_frame(ClaimList::News, index).any(|c| tokens.contains(&c.0))
}

/// How many sentences before a talk may tell of the telephone.
const CALLED: usize = 5;

/// The title and what follows right after a sentence; of a call, what went before it.
fn near<'a>(context: &Context<'a>, here: usize, call: bool) -> impl Iterator<Item = &'a Sentence> {
    let all = context.sentences;
    let beside = if call { here.saturating_sub(CALLED)..here + 1 } else { here..all.len().min(here + 3) };
    all.iter().take_while(|s| s.scan == 0).chain(all[beside].iter().filter(move |s| s.scan == all[here].scan))
}

/// "A [round of consultations] between A and B": one noun of an act says of which kind the other is.
fn of_its_own(sentence: &Sentence, whole: &Draft, part: &Draft) -> bool {
    let between = sentence.items.get(whole.at + 1..part.at).unwrap_or_default();
    sentence.by_order
        && whole.nominal
        && part.nominal
        && whole.kind == part.kind
        && whole.spot == part.spot
        && whole.party_set() == part.party_set()
        && between.first().is_some_and(|i| i.is_word("of"))
        && between[1..].iter().all(|i| i.is_word("determiner") || matches!(i.what, What::Other { .. }))
}

/// "[Called on] A to halt the fighting": a word that is part of a longer phrase tells what the phrase does, not what it does
/// elsewhere.
fn of_another(scan: &Scan, sentence: &Sentence, words: Range<usize>, frame: &Frame) -> bool {
    let item = sentence.items.get(sentence.items.partition_point(|i| i.end <= words.start));
    item.is_some_and(|i| {
        let longer = i.start <= words.start && words.end <= i.end && i.end - i.start > words.len();
        longer
            && matches!(&i.what, What::Trigger(o)
                if o.iter().all(|&(f, _)| scan.pack.frames[f].kind != frame.kind))
    })
}

/// "The commissioner [for refugees]": what an office or a body is for says nothing of the event.
fn in_title(sentence: &Sentence, from: usize, to: usize) -> bool {
    let title = |i: &Item| match &i.what {
        What::Office(o) => o.state.is_some(),
        What::Institution { state, .. } => state.is_some() || sentence.by_order,
        What::Organisation { .. } => true,
        _ => false,
    };
    let k = sentence.items.partition_point(|i| i.end <= from);
    sentence.items.get(k).is_some_and(|i| i.start < from && to <= i.end && title(i))
}

/// "[The agreement] took effect": the noun of an agreement, which is a trigger of its own.
fn names_agreement(scan: &Scan, item: &Item) -> bool {
    let agreement = |&(f, form): &(usize, TriggerForm)| {
        matches!(scan.pack.frames[f].kind.as_str(), "AGREE" | "SIGN")
            && (form.is_noun() || form == TriggerForm::Back)
    };
    matches!(&item.what, What::Trigger(o) if o.iter().all(agreement))
}

/// "The agreement between A and B took effect": what became of a document is told, not that they agree.
fn only_its_step(out: &mut Vec<Draft>) {
    let step = |d: &Draft| d.kind == "SIGN" && d.step.is_some_and(|s| s != "discussed");
    let told: Vec<(usize, _)> = out.iter().filter(|d| step(d)).map(|d| (d.at, d.party_set())).collect();
    out.retain(|d| {
        !(d.kind == "AGREE" && d.nominal && told.iter().any(|(at, by)| *at > d.at && *by == d.party_set()))
    });
}

/// "[At the invitation] of B": the word is part of a phrase that tells at whose wish something is.
fn at_whose(sentence: &Sentence, token: usize) -> bool {
    let item = sentence.items.get(sentence.items.partition_point(|i| i.end <= token));
    item.is_some_and(|i| i.start < token && i.is_word("by"))
}

/// "An agreement was signed. It the ministers signed": beside the verb stands a pronoun, and the sentence before names what it
/// means.
fn signed_it(context: &Context, here: usize, at: usize) -> bool {
    let sentence = &context.sentences[here];
    let document = |i: &Item| matches!(&i.what, What::Word { work, kind: Some(kind) } if work == "document" && setting::between_states(kind));
    let it = |i: &Item| i.is_word("pronoun");
    let near = &sentence.items[at.saturating_sub(2)..(at + 2).min(sentence.items.len())];
    context.scan(sentence).pack.features.svo_with_cases()
        && near.iter().any(it)
        && here.checked_sub(1).is_some_and(|b| context.sentences[b].items.iter().any(document))
}

/// "Concern [was voiced by] A", where the whole phrase tells of praise alone: the verbs inside it that tell nothing without a
/// noun, which the clause must hold; whoever acts stands behind them.
fn verbs_inside<'a>(scan: &'a Scan, item: &'a Item) -> impl Iterator<Item = (usize, TriggerForm)> + 'a {
    let passive = item.end > item.start + 2
        && scan.pack.features.capitals_alone()
        && scan.word(item.start, "auxiliary").is_some();
    let inside = if passive { item.start + 1..item.end } else { 0..0 };
    inside.clone().flat_map(move |t| {
        scan.matches[t].iter().filter_map(move |m| match scan.sense(m) {
            Sense::Trigger { frame, form: TriggerForm::Participle }
                if m.end < inside.end && !scan.pack.frames[*frame].needs.is_empty() =>
            {
                Some((*frame, TriggerForm::Passive))
            }
            _ => None,
        })
    })
}

/// The frame's own conditions on the clause.
fn allowed(context: &Context, here: usize, at: usize, index: usize, frame: &Frame) -> bool {
    let sentence = &context.sentences[here];
    let scan = context.scan(sentence);
    if frame.needs.is_empty() && frame.excludes.is_empty() {
        return true;
    }
    let conditions = sentence.conditions.get_or_init(|| conditions(scan, sentence));
    // Most sentences hold no condition of the frame: no clause need be looked for.
    let anywhere = |list: ClaimList| conditions.has(list, index);
    // "Announced a grant [to support]": what something is for is not what is said.
    let purpose = |t: usize| {
        frame.kind == "STATEMENT"
            && scan.has_article()
            && sentence.items.get(sentence.items.partition_point(|i| i.end <= t)).is_some_and(|i| {
                i.start == t
                    && i.start > sentence.items[at].end
                    && scan.pack.lexicon.marker_name(i.marker) == Some("to")
            })
    };
    let stands = |list: ClaimList, tokens: Range<usize>, but: Range<usize>| {
        // "Agree [to deepen]": what rules it out may begin inside the trigger, not end there.
        conditions.of_frame(list, index).any(|&(t, end, ..)| {
            tokens.contains(&t)
                && !(but.contains(&t) && end <= but.end)
                && !(list == ClaimList::Exclude && (in_title(sentence, t, end) || at_whose(sentence, t)))
                && !(list == ClaimList::Need && purpose(t))
        })
    };
    // What makes the event may stand anywhere in the sentence; what rules it out stands near.
    // Whatever the pack calls a document between states makes a signing.
    let document = |i: &Item| matches!(&i.what, What::Word { work, kind: Some(kind) } if work == "document" && setting::between_states(kind));
    // "The statement said that both exchanged views": what a document says was not signed.
    let that = |i: &Item| i.is_kind("relative", "that");
    let says = |k: usize| scan.has_article() && k < at && sentence.items[k..at].iter().any(that);
    // "Announced that it would impose sanctions": what is said behind "that" is no noun of the verb.
    let announces =
        frame.kind == "SANCTION" && scan.has_article() && scan.also_does(&sentence.items[at], "saying");
    let said = |hi: usize| (at + 1..hi).find(|&k| announces && sentence.items[k].is_that()).unwrap_or(hi);
    let needed = frame.needs.is_empty()
        || (anywhere(ClaimList::Need) || frame.kind == "SIGN" && sentence.items.iter().any(document)) && {
            let (lo, hi) = arguments::window(sentence, at, true);
            // "Signed in the presence of A a declaration": the list of those present stands inside the clause.
            let inside = sentence.items.get(hi).is_some_and(|i| matches!(i.what, What::Attendance { inside: true, .. }));
            let hi = if inside && frame.kind == "SIGN" { sentence.items.len() } else { hi };
            // "A, accompanied by B, made a visit": the noun that the verb needs stands behind those who came with him.
            let company = if scan.has_article() { arguments::company(sentence, at, hi, true) } else { None };
            let hi = company.map_or(hi, |(_, close)| arguments::window(sentence, close, true).1);
            stands(ClaimList::Need, sentence.items[lo].start..sentence.items[said(hi) - 1].end, 0..0)
                || frame.kind == "SIGN" && (lo..hi).any(|k| document(&sentence.items[k]) && !says(k))
        }
        // "The treaty entered into force. [It] was signed in Oslo".
        || frame.kind == "SIGN"
            && sentence.by_order
            && here > 0
            && passive(sentence, at)
            && sentence.items[..at].iter().rfind(|i| !i.is_word("auxiliary")).is_some_and(|i| i.is_word("pronoun"))
            && context.sentences[here - 1].items.iter().any(|i| document(i) || names_agreement(scan, i))
        || frame.kind == "SIGN" && signed_it(context, here, at)
        || !frame.needs_near.is_empty()
            && near(context, here, frame.kind == "CALL").any(|s| {
                let told = s.conditions.get_or_init(|| self::conditions(context.scan(s), s));
                told.has(ClaimList::Near, index)
                    && told.of_frame(ClaimList::Near, index).any(|&(t, end, ..)| !of_another(context.scan(s), s, t..end, frame))
            });
    needed
        && !(anywhere(ClaimList::Exclude) && {
            let (lo, hi) = arguments::window(sentence, at, false);
            let (lo, hi) = (lo.max(at.saturating_sub(6)), hi.min(at + 9));
            // "Talked on the phone, a newspaper said": what stands beyond a comma was not called.
            let comma = |i: &usize| sentence.items[*i].is_mark(",");
            // "Was received by the king, handing him a letter".
            let ends =
                sentence.by_order && (frame.kind == "CALL" || frame.kind == "MEET" && passive(sentence, at));
            // "Received the ambassador, who told of a decision": whom he received has been said.
            let received = |i: usize| {
                frame.kind == "MEET"
                    && scan.pack.features.svo_with_cases()
                    && sentence
                        .actors
                        .iter()
                        .any(|a| a.items.start > at && a.items.end <= i && a.kind.is_people())
            };
            // "Received the ambassadors, who presented their credentials to him": that is why he received them.
            let ceremony = |i: &Item| scan.reports(i, "CREDENTIALS");
            let told = |i: usize| received(i) && !sentence.items[i..hi].iter().any(ceremony);
            let hi = (at + 1..hi).find(|i| comma(i) && (ends || told(*i))).unwrap_or(hi);
            let near = sentence.items[lo].start..sentence.items[hi.max(lo + 1) - 1].end;
            stands(ClaimList::Exclude, near, sentence.items[at].start..sentence.items[at].end)
        })
}
