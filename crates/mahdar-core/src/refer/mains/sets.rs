//! Who did what with whom in a report: sets of parties, each found when a rule first asks for it.

use std::cell::OnceCell;

use jiff::civil::Date;
use rustc_hash::FxHashSet;

use super::event::{day, organisation};
use super::report::Report;
use crate::Slug;
use crate::code::Draft;

/// How many parties of one event are looked at two by two.
const PAIRED: usize = 16;

/// The parties of events, those of each in one order.
pub(super) type Parties = FxHashSet<Vec<Slug>>;

/// What was found of the whole report; each is asked for by the method of its name.
#[derive(Default)]
pub(super) struct Sets {
    plan: OnceCell<Option<usize>>,
    news: OnceCell<Option<Date>>,
    denial: OnceCell<Option<usize>>,
    visited: OnceCell<Parties>,
    talks: OnceCell<bool>,
    met: OnceCell<Met>,
    calls: OnceCell<Parties>,
    called: OnceCell<FxHashSet<Slug>>,
    relief: OnceCell<Parties>,
    envoys: OnceCell<Vec<Vec<Slug>>>,
    visits: OnceCell<Parties>,
    met_in_title: OnceCell<bool>,
    signed: OnceCell<Parties>,
    granted: OnceCell<Parties>,
    only_aid: OnceCell<bool>,
    rumours: OnceCell<FxHashSet<(Slug, Vec<Slug>)>>,
    talks_lead: OnceCell<bool>,
    gathered: OnceCell<Vec<Slug>>,
}

/// Who met, called, wrote, signed or struck: a journey of theirs there is told on the way.
#[derive(Default)]
pub(super) struct Met {
    /// And in which state.
    pub(super) at: FxHashSet<(Slug, Option<Slug>)>,
    /// And with whom.
    pub(super) with: FxHashSet<(Slug, Slug)>,
}

impl<'a> Report<'a> {
    fn parties(&self, of: impl Fn(&Draft) -> bool) -> Parties {
        self.drafts.iter().filter(|d| of(d)).map(Draft::party_set).collect()
    }

    /// What the document opens with, where that is a plan.
    pub(super) fn plan(&self) -> Option<&'a Draft> {
        let planned = |d: &Draft| {
            self.lead(d)
                && d.status != "happened"
                && matches!(d.kind.as_str(), "VISIT" | "MEET" | "CALL" | "HOST")
        };
        let first = || self.drafts.iter().position(|d| !d.background && !d.secondary);
        let plan = *self.sets.plan.get_or_init(|| first().filter(|i| planned(&self.drafts[*i])));
        plan.map(|i| &self.drafts[i])
    }

    /// The day of the news: that of the first thing that was done, or of the release.
    pub(super) fn news(&self) -> Option<Date> {
        let done = || self.drafts.iter().find(|d| self.lead(d) && d.done());
        *self.sets.news.get_or_init(|| done().and_then(|d| day(d).or(self.published)))
    }

    /// What the document opens with, where that is a denial.
    pub(super) fn denial(&self) -> Option<&'a Draft> {
        let denied = |d: &Draft| d.status == "denied" && self.lead(d);
        let first = || self.drafts.iter().position(|d| !d.background);
        let denial = *self.sets.denial.get_or_init(|| first().filter(|i| denied(&self.drafts[*i])));
        denial.map(|i| &self.drafts[i])
    }

    /// Guests and hosts of the journeys that the lead tells.
    pub(super) fn visited(&self) -> &Parties {
        self.sets.visited.get_or_init(|| self.parties(|d| self.travelled(d)))
    }

    /// People met.
    pub(super) fn talks(&self) -> bool {
        let met = |d: &Draft| d.kind == "MEET" && d.done() && !self.recalled(d);
        *self.sets.talks.get_or_init(|| self.drafts.iter().any(met))
    }

    pub(super) fn met(&self) -> &Met {
        let news = |d: &&Draft| {
            matches!(
                d.kind.as_str(),
                "MEET"
                    | "CALL"
                    | "SIGN"
                    | "MESSAGE"
                    | "CREDENTIALS"
                    | "SUMMON"
                    | "EXPEL"
                    | "RECALL"
                    | "SANCTION"
            ) && d.done()
                && !self.recalled(d)
        };
        self.sets.met.get_or_init(|| {
            let mut met = Met::default();
            for d in self.drafts.iter().filter(news) {
                let parties = d.all_parties();
                for a in parties.iter().take(PAIRED) {
                    met.with.extend(parties.iter().take(PAIRED).map(|b| (*a, *b)));
                }
                let place = d.land();
                met.at.extend(parties.into_iter().map(|p| (p, place)));
            }
            met
        })
    }

    /// What two parties discussed on the telephone is the call.
    pub(super) fn calls(&self) -> &Parties {
        let call = |d: &Draft| {
            d.kind == "CALL"
                && d.status == "happened"
                && !d.background
                && self.lead(d)
                && d.camps.iter().all(|c| c.people || !c.seats.is_empty())
        };
        self.sets.calls.get_or_init(|| self.parties(call))
    }

    /// A title may sum up several calls that the text tells one by one.
    pub(super) fn called(&self) -> &FxHashSet<Slug> {
        let call = |d: &&Draft| d.kind == "CALL" && d.status == "happened" && !d.background;
        let all = || self.drafts.iter().filter(call).flat_map(Draft::all_parties).collect();
        self.sets.called.get_or_init(all)
    }

    /// Who helped whom.
    pub(super) fn relief(&self) -> &Parties {
        self.sets.relief.get_or_init(|| self.parties(|d| d.kind == "AID"))
    }

    /// Envoys who presented their credentials were received and spoken with: told on the way.
    pub(super) fn envoys(&self) -> &[Vec<Slug>] {
        let presented = |d: &&Draft| d.kind == "CREDENTIALS" && d.status == "happened" && !d.background;
        let all = || self.drafts.iter().filter(presented);
        self.sets.envoys.get_or_init(|| {
            let mut envoys: Vec<Vec<Slug>> = all().filter(|d| self.lead(d)).map(Draft::party_set).collect();
            // They may have been received together before each presented his.
            if !envoys.is_empty() && all().count() > 1 {
                envoys.insert(0, all().flat_map(Draft::all_parties).collect());
            }
            envoys
        })
    }

    /// Talks to come are part of the visit that the lead tells.
    pub(super) fn visits(&self) -> &Parties {
        let visit = |d: &Draft| {
            self.lead(d) && !d.background && (d.kind == "VISIT" || d.kind == "CALL" && d.status == "planned")
        };
        self.sets.visits.get_or_init(|| self.parties(visit))
    }

    /// The title tells of talks.
    pub(super) fn met_in_title(&self) -> bool {
        let met = |o: &Draft| o.kind == "MEET" && o.titled();
        *self.sets.met_in_title.get_or_init(|| self.drafts.iter().any(met))
    }

    /// Who signed with whom.
    pub(super) fn signed(&self) -> &Parties {
        self.sets.signed.get_or_init(|| self.parties(|o| o.kind == "SIGN"))
    }

    /// Who signed with whom what the lead tells.
    pub(super) fn granted(&self) -> &Parties {
        let signed = |o: &Draft| o.kind == "SIGN" && o.status == "happened" && self.lead(o) && !o.background;
        self.sets.granted.get_or_init(|| self.parties(signed))
    }

    /// A report of nothing but aid.
    pub(super) fn only_aid(&self) -> bool {
        let by_verb = |o: &&Draft| o.kind == "AID" && !o.nominal;
        let aid = |o: &Draft| o.kind == "AID" || o.background || o.secondary;
        *self
            .sets
            .only_aid
            .get_or_init(|| self.drafts.iter().filter(by_verb).count() > 1 && self.drafts.iter().all(aid))
    }

    /// What the lead says is denied.
    pub(super) fn rumours(&self) -> &FxHashSet<(Slug, Vec<Slug>)> {
        let denied = |o: &&Draft| o.status == "denied" && self.lead(o) && !o.background;
        let all = || self.drafts.iter().filter(denied).map(|o| (o.kind, o.party_set())).collect();
        self.sets.rumours.get_or_init(all)
    }

    /// The lead tells of talks.
    pub(super) fn talks_lead(&self) -> bool {
        let talks = |o: &Draft| matches!(o.kind.as_str(), "MEET" | "CALL") && o.done() && self.lead(o);
        *self.sets.talks_lead.get_or_init(|| self.drafts.iter().any(talks))
    }

    /// The organisations whose gathering it is.
    pub(super) fn gathered(&self) -> &[Slug] {
        let hosted = || self.drafts.iter().filter(|o| self.hosts(o)).flat_map(Draft::all_parties);
        self.sets.gathered.get_or_init(|| hosted().filter(organisation).collect())
    }
}
