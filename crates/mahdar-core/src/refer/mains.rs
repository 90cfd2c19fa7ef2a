//! What a document is about: one to three events, the others told on the way.
//!
//! [`Report`] answers what is asked of the whole document, `event` what is asked of one event; [`Rule`]s ask them. Of every
//! event the rules are asked in the order of [`RULES`], and the first that applies decides.

mod acts;
mod agreements;
mod any;
mod event;
mod journeys;
mod last;
mod measures;
mod meetings;
mod messages;
mod on_the_way;
mod report;
mod rule;
mod sets;
mod sides;
mod words;

use jiff::civil::Date;

use crate::code::{Draft, Sentence};
pub(crate) use any::NAME as ON_THE_WAY;
use report::Report;
use rule::{Decided, Rule};

/// All rules in the order in which they are asked. Only the order of those that are asked of one kind tells.
const RULES: &[&[Rule]] = &[
    // What is told beside something else, or by nobody's words.
    agreements::SIGNED,
    any::ON_THE_WAY,
    words::ASKED,
    sides::UNTOLD,
    journeys::BESIDE,
    words::BESIDE,
    // What is news whatever stands around it; and what is part of something else, or is told better elsewhere.
    any::APART,
    acts::AID,
    any::BY_NOUN,
    measures::BESIDE,
    meetings::BESIDE,
    messages::BESIDE,
    any::SPOKEN_OF,
    // What is still to come, goes on, or has a side that only stands near it.
    meetings::TO_COME,
    measures::ONCE,
    messages::PART_OF,
    journeys::NEXT,
    sides::LENT,
    // What is left of each kind; one kind is settled after the other.
    meetings::LAST,
    agreements::TO_SIGN,
    measures::LAST,
    messages::LAST,
    journeys::LAST,
    agreements::LAST,
    acts::LAST,
    words::LAST,
    any::LAST,
];

/// Decides what the document is about: one to three events, the others told on the way.
///
/// Each event keeps the name of the rule that decided ([`Draft::settled`]).
pub(crate) fn mains(
    drafts: &mut [Draft],
    sentences: &[Sentence],
    at_home: bool,
    article: bool,
    published: Option<Date>,
) -> Vec<bool> {
    let report = Report::new(drafts, sentences, at_home, article, published);
    let mut decided = Decided::none_of(drafts);
    let mut names = Vec::with_capacity(drafts.len());
    for d in &*drafts {
        let (name, main) = verdict(&report, &decided, d);
        decided.add(main);
        names.push(name);
    }
    let mut mains = decided.into_mains();
    if !mains.contains(&true)
        && let Some(last) = last::last(&report)
    {
        mains[last] = true;
        names[last] = "nothing-else";
    }
    drafts.iter_mut().zip(names).for_each(|(d, name)| d.settled = name);
    mains
}

/// The name of the rule that decides, for whoever asks why, and what it says.
fn verdict(report: &Report, decided: &Decided, d: &Draft) -> (&'static str, bool) {
    let mut rules = RULES.iter().copied().flatten();
    let first = rules.find_map(|rule| Some((rule.name, rule.verdict(report, decided, d)?)));
    first.expect("the last rule settles every kind")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Slug;
    use crate::code::Camp;

    fn rules() -> impl Iterator<Item = &'static Rule> {
        RULES.iter().copied().flatten()
    }

    #[test]
    fn every_rule_has_a_name_of_its_own() {
        let mut names: Vec<_> = rules().map(|rule| rule.name).collect();
        names.sort_unstable();
        assert!(names.windows(2).all(|two| two[0] != two[1]), "{names:?}");
    }

    #[test]
    fn no_rule_is_asked_of_a_kind_that_is_settled() {
        let mut settled: Vec<&str> = Vec::new();
        for rule in rules() {
            assert!(rule.kinds.iter().all(|kind| !settled.contains(kind)), "{} is never asked", rule.name);
            if rule.settles() {
                settled.extend(rule.kinds);
            }
        }
        assert!(rules().last().is_some_and(|rule| rule.kinds.is_empty() && rule.settles()));
        assert_eq!(rules().filter(|rule| rule.kinds.is_empty() && rule.settles()).count(), 1);
    }

    #[test]
    fn the_first_rule_that_applies_decides() {
        let camp = |code: &str| Camp { people: true, ..Camp::of(Slug::new(code)) };
        let met = Draft {
            kind: Slug::new("MEET"),
            status: "happened",
            camps: [camp("A"), camp("B")],
            ..Draft::default()
        };
        let by = |draft: Draft| {
            let drafts = [draft];
            let sentences = [Sentence::of_nothing(0..1)];
            let report = Report::new(&drafts, &sentences, true, false, None);
            verdict(&report, &Decided::none_of(&drafts), &drafts[0])
        };
        assert_eq!(by(met.clone()), ("talks", true));
        assert_eq!(by(Draft { background: true, ..met.clone() }), ("on-the-way", false));
        assert_eq!(by(Draft { kind: Slug::new("AGREE"), ..met.clone() }), ("act", true));
        assert_eq!(by(Draft { kind: Slug::new("OTHER"), ..met }), ("in-the-lead", true));
    }
}
