//! What is asked of the whole report: what its lead tells, who travelled, what was done, what only was spoken of.

use std::cell::OnceCell;

use jiff::civil::Date;

use super::event::{multilateral, organisation, strong};
use super::sets::Sets;
use crate::code::{Draft, Known, LOOK_BACK, Sentence};
use crate::detect::{Item, What};

/// How many sentences of a dateline may stand before the lead.
const DATELINE: usize = 4;

/// The events of a document and its sentences; what was found of the whole is found once.
pub(super) struct Report<'a> {
    pub(super) drafts: &'a [Draft],
    pub(super) sentences: &'a [Sentence],
    /// The publisher is at home in a state.
    pub(super) at_home: bool,
    /// The language writes an article.
    pub(super) article: bool,
    pub(super) published: Option<Date>,
    /// It has no title.
    pub(super) untitled: bool,
    /// The first meeting that took place.
    pub(super) first_meet: Option<usize>,
    /// How many sentences a dateline takes.
    dateline: usize,
    /// The first sentence behind it.
    first: usize,
    pub(super) sets: Sets,
    acting: OnceCell<Vec<usize>>,
}

/// A dateline, the day and the agency may stand as sentences of their own.
pub(super) fn short(s: &Sentence) -> bool {
    let when = |i: &Item| matches!(i.what, What::Time | What::Mark(_) | What::Other { .. });
    s.scan == 1 && s.actors.len() < 2 && (s.items.len() < 7 || s.items.iter().all(when))
}

impl<'a> Report<'a> {
    pub(super) fn new(
        drafts: &'a [Draft],
        sentences: &'a [Sentence],
        at_home: bool,
        article: bool,
        published: Option<Date>,
    ) -> Self {
        let titles = sentences.iter().take_while(|s| s.scan == 0).count();
        let opening = sentences[titles..].iter().take_while(|s| short(s)).count();
        Report {
            drafts,
            sentences,
            at_home,
            article,
            published,
            untitled: !sentences.iter().any(|s| s.scan == 0),
            first_meet: drafts.iter().position(|o| o.kind == "MEET" && o.status == "happened"),
            dateline: opening.min(DATELINE),
            first: titles + opening,
            sets: Sets::default(),
            acting: OnceCell::new(),
        }
    }

    /// The sentence in which it is told first.
    pub(super) fn sentence(&self, d: &Draft) -> &'a Sentence {
        &self.sentences[d.sentence]
    }

    /// The sentence in which its trigger stands.
    pub(super) fn spot(&self, d: &Draft) -> &'a Sentence {
        &self.sentences[d.spot]
    }

    /// Title or lead tell it.
    pub(super) fn lead(&self, d: &Draft) -> bool {
        d.titled() || self.sentence(d).range.start == 0 || d.sentence <= 2 + self.dateline
    }

    /// What the text opens with, the dateline left aside.
    pub(super) fn opens(&self, d: &Draft) -> bool {
        let spot = self.spot(d);
        spot.scan == 1 && (spot.range.start == 0 || d.spot == self.first)
    }

    /// A journey that the lead tells.
    pub(super) fn travelled(&self, d: &Draft) -> bool {
        d.kind == "VISIT" && d.status == "happened" && self.lead(d) && !d.background && !self.calls_on(d)
    }

    /// An envoy who visits a body of the state where he serves, and is received there, travels nowhere.
    fn calls_on(&self, d: &Draft) -> bool {
        let received = |o: &Draft| o.kind == "MEET" && o.done() && o.party_set() == d.party_set();
        d.kind == "VISIT" && d.camps[0].envoy && self.drafts.iter().any(received)
    }

    /// What the title, or the first verb of the text, tells as hosted.
    pub(super) fn hosts(&self, o: &Draft) -> bool {
        let first = || !o.in_title() && self.spot(o).range.start == 0 && !o.secondary && !self.met_in_title();
        o.kind == "HOST"
            && !o.nominal
            && !o.background
            && o.status == "happened"
            && (o.titled() || first())
            && o.occurs
            && o.camps[1].parties.iter().any(organisation)
    }

    /// Envoys presented their credentials to these, in title or lead.
    pub(super) fn of_ceremony(&self, d: &Draft) -> bool {
        let parties = d.party_set();
        self.envoys().iter().take(LOOK_BACK).any(|all| parties.iter().all(|p| all.contains(p)))
    }

    /// "A took part in the meeting of ORGANISATION": a state does so.
    pub(super) fn state_took_part(&self, d: &Draft) -> bool {
        multilateral(d)
            && !d.nominal
            && self.lead(d)
            && self.spot(d).items.get(d.at).is_some_and(|i| !i.is_present())
            && !self.spot(d).by_order
    }

    /// What the lead says is denied is not told again as what happened.
    pub(super) fn rumour(&self, d: &Draft) -> bool {
        d.nominal
            && d.status == "happened"
            && !d.titled()
            && self.rumours().contains(&(d.kind, d.party_set()))
    }

    /// "Kenya welcomed the talks between A and B": what is spoken of.
    pub(super) fn spoken_of(&self, i: usize) -> bool {
        let d = &self.drafts[i];
        let here = |o: &&Draft| o.sentence == d.sentence || o.spot == d.spot;
        let words = |o: &&Draft| matches!(o.kind.as_str(), "STATEMENT" | "APPEAL");
        let spoken = |o: &Draft| {
            let theirs = d.all_parties();
            let about = || theirs.iter().any(|p| o.camps[1].parties.contains(p));
            let others = || !theirs.iter().any(|p| o.camps[0].parties.contains(p));
            if d.nominal {
                theirs.iter().all(|p| o.camps[1].parties.contains(p))
                    // "Congratulated A on the signing of a treaty by A and B".
                    || self.sentence(d).by_order
                        && !o.nominal
                        && o.camps[0].known == Known::Told
                        && about()
                        && others()
            } else {
                // "Kenya welcomed that A and B had reached an agreement".
                o.camps[1].known == Known::Told && d.unordered && about() && others()
            }
        };
        self.drafts[..i].iter().rev().take(LOOK_BACK).take_while(here).filter(words).any(spoken)
    }

    /// What was done, by more than words.
    fn acts(&self, i: usize) -> bool {
        let o = &self.drafts[i];
        !self.rumour(o)
            && o.status == "happened"
            && strong(o)
            && !o.background
            && !self.spoken_of(i)
            && !self.recalled(o)
    }

    /// Where in the report something was done by more than words.
    fn acting(&self) -> &[usize] {
        self.acting.get_or_init(|| (0..self.drafts.len()).filter(|i| self.acts(*i)).collect())
    }

    /// Something was.
    pub(super) fn acted(&self) -> bool {
        !self.acting().is_empty()
    }

    /// Of all that was done this holds, if anything was.
    pub(super) fn acts_all(&self, such: impl Fn(&Draft) -> bool) -> bool {
        self.acting().iter().all(|i| such(&self.drafts[*i]))
    }
}
