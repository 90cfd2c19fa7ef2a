//! What is told on the way in any report: what was earlier, what is to follow, where something else was said or done.

use super::event::{day, multilateral, nobody, of_organisations, only_state, told_by_words};
use super::report::Report;
use crate::code::{Camp, Draft, LOOK_BACK};
use crate::detect::Item;
use crate::model::EventDate;
use crate::refer::voiced;

impl Report<'_> {
    /// It is told beside the news.
    pub(super) fn recalled(&self, d: &Draft) -> bool {
        self.before_plan(d)
            || self.elsewhere(d)
            || self.past(d)
            || self.beside(d)
            || self.welcome(d)
            || self.to_follow(d)
            || self.travelled_to(d)
            || self.at_airport(d)
            || self.said_there(d)
            || self.ground(d)
            || voiced::is_answered(d, self.drafts, self.sentences)
    }

    /// What opens with a plan tells of earlier meetings on the way, unless it gives their day.
    fn before_plan(&self, d: &Draft) -> bool {
        // "A has put off his visit. He told B of it on the telephone": how it was put off.
        let of_it = |p: &Draft| {
            p.status == "postponed" && d.kind == "CALL" && self.lead(d) && d.party_set() == p.party_set()
        };
        self.plan().is_some_and(|p| p.sentence != d.sentence && !of_it(p))
            && d.status == "happened"
            && matches!(d.kind.as_str(), "VISIT" | "MEET" | "CALL" | "MESSAGE")
            && !d.titled()
            && d.date.as_ref().is_none_or(|day| day.precision != "day")
    }

    /// "The two first met in May": a month, or a year, that was over when the news came.
    fn months_ago(&self, d: &Draft) -> bool {
        let coarse = |date: &&EventDate| date.precision == "month" || date.precision == "year";
        let over = |date: &EventDate| {
            let news = self.news().filter(|news| news.day() > 2).map(|news| news.to_string());
            let released = news.as_deref().and_then(|news| news.get(..date.value.len()));
            released.is_some_and(|released| released > date.value.as_str())
        };
        !d.nominal && d.date.as_ref().filter(coarse).is_some_and(over)
    }

    /// What happened days before the news is told beside it.
    fn past(&self, d: &Draft) -> bool {
        let days_ago = || day(d).zip(self.news()).is_some_and(|(day, news)| (news - day).get_days() > 2);
        !self.lead(d)
            && d.status == "happened"
            && !self.sentence(d).verb_last
            && (days_ago() || self.months_ago(d))
    }

    /// A visit was put off.
    pub(super) fn put_off_first(&self) -> bool {
        self.plan().is_some_and(|p| p.status == "postponed")
    }

    /// Below a visit that was put off, whatever took place did so before it.
    fn beside(&self, d: &Draft) -> bool {
        self.put_off_first()
            && d.status == "happened"
            && !self.lead(d)
            && matches!(d.kind.as_str(), "MEET" | "CALL" | "VISIT")
    }

    /// "Was welcomed with honours": the welcome of a guest whose visit the lead tells, and nobody who hosts him.
    pub(super) fn welcome(&self, d: &Draft) -> bool {
        // "A welcomes the minister of B", where A is a state or its capital: nobody who met him is told.
        let unhosted = || only_state(&d.camps[0]) && d.camps[1].people && !d.nominal;
        d.kind == "MEET"
            && d.also.is_empty()
            && match d.mode.as_deref() {
                Some("welcome") => !d.titled() && d.camps.iter().any(nobody) || unhosted(),
                Some("reception") => unhosted(),
                _ => false,
            }
            && self.visited().contains(&d.party_set())
    }

    /// "Began a visit to B that includes talks": what a noun says of a journey, and nobody there.
    fn to_follow(&self, d: &Draft) -> bool {
        let journey = |o: &Draft| {
            self.travelled(o)
                && o.spot == d.spot
                && o.at < d.at
                && o.party_set() == d.party_set()
                && o.camps.iter().any(|c| c.people)
        };
        d.kind == "MEET"
            && d.nominal
            && !d.occurs
            && !d.titled()
            && d.camps.iter().any(only_state)
            && self.drafts.iter().take(LOOK_BACK).any(journey)
    }

    /// "Arrived in A, where he attends the summit of X": a gathering travelled to is still to come.
    fn travelled_to(&self, d: &Draft) -> bool {
        let journey = |o: &Draft| {
            self.travelled(o)
                && !o.nominal
                && !o.secondary
                && o.spot.abs_diff(d.spot) < 2
                && o.camps[0].people
                && d.camps.iter().any(|c| c.parties == o.camps[0].parties)
        };
        d.kind == "MEET"
            && multilateral(d)
            && d.status == "happened"
            && self.spot(d).items.get(d.at).is_some_and(Item::is_present)
            && self.drafts.iter().take(LOOK_BACK).any(journey)
    }

    /// "Talked briefly at the airport": a welcome, below the journey that the lead tells.
    fn at_airport(&self, d: &Draft) -> bool {
        d.kind == "MEET"
            && d.status == "happened"
            && !d.titled()
            && !multilateral(d)
            && self.visited().contains(&d.party_set())
            && self.spot(d).items.iter().any(|i| i.is_kind("building", "airport"))
    }

    /// "A denied having met B, and added that it had stopped trade with B": what is said beside a denial is its ground;
    /// "denied a meeting during the visit of C": or when it would have been.
    fn ground(&self, d: &Draft) -> bool {
        let that = || self.spot(d).items.iter().take(d.at).any(Item::is_that);
        let during = |o: &Draft| d.kind == "VISIT" && o.spot == d.spot && o.at < d.at;
        self.denial().is_some_and(|o| o.spot < d.spot && that() || during(o))
            && d.status == "happened"
            && !d.titled()
    }

    /// "Speaking at a session of the Council, A condemned B": where words were said, and nobody else who was there.
    fn said_there(&self, d: &Draft) -> bool {
        let host = |c: &Camp| nobody(c) && !c.office && of_organisations(c);
        let opens = |o: &Draft| o.titled() || self.sentence(o).range.start == 0 && self.sentence(o).scan == 1;
        let words = |o: &Draft| {
            matches!(o.kind.as_str(), "STATEMENT" | "APPEAL")
                && !o.nominal
                && !o.background
                && o.done()
                && told_by_words(o)
                && opens(o)
                && d.camps.iter().any(|c| c.parties == o.camps[0].parties)
                && !d.camps.iter().any(|c| c.parties == o.camps[1].parties)
        };
        d.kind == "MEET"
            && d.status == "happened"
            && !d.titled()
            && d.camps.iter().any(host)
            && self.drafts.iter().take(LOOK_BACK).any(words)
    }

    /// "Flew into A. He and his host had met in C not long ago": talks of those two in the land of neither, below the journey.
    fn elsewhere(&self, d: &Draft) -> bool {
        let journey =
            |o: &Draft| self.travelled(o) && o.spot < d.spot && o.titled() && o.party_set() == d.party_set();
        let parties = || d.all_parties();
        d.kind == "MEET"
            && !self.lead(d)
            && d.status == "happened"
            && parties().len() == 2
            && d.land().is_some_and(|s| !parties().contains(&s))
            && self.drafts.iter().take(LOOK_BACK).any(journey)
    }
}
