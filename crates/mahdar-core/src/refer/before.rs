//! What took place before the news and is news itself: talks before a signing, an earlier meeting of the same day.

use super::People;
use crate::code::{Camp, Draft, LOOK_BACK, Sentence};

/// How many sentences after the news what came before it is told.
const REACH: usize = 3;

/// Makes one meeting that is told as earlier a thing that the document is about.
pub(crate) fn told_before(drafts: &mut [Draft], sentences: &[Sentence], mains: &mut [bool], people: &People) {
    let n_mains = mains.iter().filter(|main| **main).count();
    if n_mains == 0 || n_mains > 2 {
        return;
    }
    let news = |of: &dyn Fn(&Draft) -> bool| {
        drafts.iter().zip(mains.iter()).take(LOOK_BACK).any(|(o, main)| *main && of(o))
    };
    let near =
        |o: &Draft, d: &Draft| o.party_set() == d.party_set() && o.spot <= d.spot && d.spot - o.spot < REACH;
    // "Signed a declaration; before that they had held talks": those of the same two, on no other day.
    let signed = |o: &Draft, d: &Draft| {
        matches!(o.kind.as_str(), "SIGN" | "AGREE") && o.status == "happened" && near(o, d)
    };
    let before_signing = |d: &Draft| {
        let met = |o: &Draft| o.kind == "MEET" && o.party_set() == d.party_set();
        d.date.is_none() && news(&|o| signed(o, d)) && !news(&met)
    };
    // "The king received him. Before that he had met his counterpart": another of the same two, on no other day.
    let same_day = |d: &Draft| {
        let persons = |c: &Camp| c.heads().iter().filter_map(|s| people.of[s.naming]).collect::<Vec<_>>();
        let others = |a: &Camp, b: &Camp| {
            let (mine, theirs) = (persons(a), persons(b));
            a.parties == b.parties
                && !mine.is_empty()
                && !theirs.is_empty()
                && !mine.iter().any(|p| theirs.contains(p))
        };
        let with_another = |o: &Draft| {
            o.kind == "MEET"
                && o.status == "happened"
                && !o.in_title()
                && near(o, d)
                && d.date
                    .as_ref()
                    .is_none_or(|day| o.date.as_ref().is_some_and(|other| day.value == other.value))
                && d.camps.iter().any(|a| o.camps.iter().any(|b| others(a, b)))
        };
        news(&with_another)
    };
    // "The signing was preceded by a meeting between A and B".
    let between = |d: &Draft| sentences[d.spot].items.get(d.at + 1).is_some_and(|i| i.is_word("between"));
    let told = |d: &Draft| {
        d.kind == "MEET"
            && d.status == "happened"
            && d.background
            && (!d.nominal || between(d))
            && !d.guessed()
            && d.about.is_none()
            && d.camps.iter().all(|c| !c.seats.is_empty())
    };
    let Some(talks) = drafts.iter().position(|d| told(d) && (before_signing(d) || same_day(d))) else {
        return;
    };
    // The day of the signing is that of the talks right before it.
    let d = &drafts[talks];
    let signing = drafts.iter().zip(mains.iter()).find(|(o, main)| **main && signed(o, d));
    let day =
        signing.and_then(|(o, _)| o.date.clone()).filter(|day| day.precision == "day" && before_signing(d));
    mains[talks] = true;
    let date = &mut drafts[talks].date;
    *date = date.take().or(day);
}
