//! A rule: of which kinds of events it is asked, when it applies, and what it says.

use super::report::Report;
use crate::code::{Draft, LOOK_BACK, lender};

/// A question about an event: what the report tells, what was decided of the events before it, the event.
type Asks = fn(&Report, &Decided, &Draft) -> bool;

/// How many events a document may be about.
const MOST: usize = 4;

/// One reason why a document is about an event, or is not.
pub(super) struct Rule {
    pub(super) name: &'static str,
    /// The kinds of events that it is asked of; of every kind where none is named.
    pub(super) kinds: &'static [&'static str],
    says: Says,
}

enum Says {
    /// Where it applies, the document is about the event.
    Main(Asks),
    /// Where it applies, the event is told on the way.
    Aside(Asks),
    /// It always applies: no rule behind it is asked of these kinds.
    Settled(Asks),
}

/// The document is about these events where this holds.
pub(super) const fn main(name: &'static str, kinds: &'static [&'static str], when: Asks) -> Rule {
    Rule { name, kinds, says: Says::Main(when) }
}

/// These events are told on the way where this holds.
pub(super) const fn aside(name: &'static str, kinds: &'static [&'static str], when: Asks) -> Rule {
    Rule { name, kinds, says: Says::Aside(when) }
}

/// Of whatever is left of these events, the document is about those of which this holds.
pub(super) const fn settled(name: &'static str, kinds: &'static [&'static str], whether: Asks) -> Rule {
    Rule { name, kinds, says: Says::Settled(whether) }
}

impl Rule {
    /// Whether the document is about the event; nothing where the rule does not apply.
    pub(super) fn verdict(&self, report: &Report, decided: &Decided, d: &Draft) -> Option<bool> {
        if !self.kinds.is_empty() && !self.kinds.contains(&d.kind.as_str()) {
            return None;
        }
        match self.says {
            Says::Main(when) => when(report, decided, d).then_some(true),
            Says::Aside(when) => when(report, decided, d).then_some(false),
            Says::Settled(whether) => Some(whether(report, decided, d)),
        }
    }

    #[cfg(test)]
    pub(super) fn settles(&self) -> bool {
        matches!(self.says, Says::Settled(_))
    }
}

/// What was decided of the events before the one that rules are asked of.
pub(super) struct Decided<'a> {
    drafts: &'a [Draft],
    /// Of each event before it, whether the document is about it.
    mains: Vec<bool>,
    n: usize,
}

impl<'a> Decided<'a> {
    pub(super) fn none_of(drafts: &'a [Draft]) -> Self {
        Decided { drafts, mains: Vec::with_capacity(drafts.len()), n: 0 }
    }

    /// Goes on to the next event.
    pub(super) fn add(&mut self, main: bool) {
        let main = main && self.n < MOST;
        self.n += usize::from(main);
        self.mains.push(main);
    }

    /// What was decided of all, once there is no next event.
    pub(super) fn into_mains(self) -> Vec<bool> {
        self.mains
    }

    /// The position of the event that rules are asked of.
    pub(super) fn at(&self) -> usize {
        self.mains.len()
    }

    /// Of each event before it, whether the document is about it.
    pub(super) fn mains(&self) -> &[bool] {
        &self.mains
    }

    pub(super) fn before(&self) -> &'a [Draft] {
        &self.drafts[..self.at()]
    }

    pub(super) fn after(&self) -> &'a [Draft] {
        &self.drafts[self.at() + 1..]
    }

    /// The events before it that are within reach, the nearest first.
    pub(super) fn back(&self) -> impl Iterator<Item = &'a Draft> + use<'a> {
        self.before().iter().rev().take(LOOK_BACK)
    }

    /// The document is about such an event within reach before it.
    pub(super) fn main(&self, such: impl Fn(&Draft) -> bool) -> bool {
        self.back().zip(self.mains.iter().rev()).any(|(o, main)| *main && such(o))
    }

    /// Such an event is within reach, before it or behind it.
    pub(super) fn near(&self, such: impl Fn(&Draft) -> bool) -> bool {
        lender(self.drafts, self.at(), |_, o| such(o)).is_some()
    }
}
