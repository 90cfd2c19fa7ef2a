//! Who only tells of an act, where verbs stand between their sides and nouns have cases.

use super::Clause;
use super::groups::Group;
use crate::detect::person::ActorKind;
use crate::detect::{Item, What};
use crate::pack::tags;

/// Within how many items after the verb of saying what is said begins.
const SAID_TO: usize = 8;

impl Clause<'_> {
    /// "The spokesman said that A met B", "as the spokesman said, A met B": whoever only tells of it is no side of it, where
    /// another could be its subject.
    pub(super) fn without_speaker(&self, all: &mut Vec<Group>) {
        if !self.scan.pack.features.svo_with_cases() || self.nominal {
            return;
        }
        let Some(from) = all.iter().filter(|g| self.speaks(g)).find_map(|g| self.where_said(g)) else {
            return;
        };
        if all.iter().any(|g| g.start >= from && self.may_be_subject(g)) {
            all.retain(|g| !self.speaks(g));
        }
    }

    /// A verb of saying stands right behind it, or, in a clause with "as", before it.
    fn speaks(&self, g: &Group) -> bool {
        let items = &self.sentence.items;
        g.marker.is_none() && g.end < self.at && self.where_said(g).is_some_and(|from| from <= self.at) && {
            let says = |i: &Item| i.is_word("saying") && !i.is_kind("saying", "source");
            items.get(g.end).is_some_and(says)
                || items[..g.start].iter().rev().take(3).any(says)
                    && items[..g.start].iter().rev().take(4).any(|i| i.is_word("as"))
        }
    }

    /// Where what it says begins: behind a comma, and "that".
    fn where_said(&self, g: &Group) -> Option<usize> {
        let items = &self.sentence.items;
        let end = items.len().min(g.end + SAID_TO);
        let comma = (g.end..end).find(|&i| items[i].is_mark(","))?;
        let after_verb = items[g.end].is_word("saying");
        let begins = items.get(comma + 1).is_some_and(|i| i.is_kind("relative", "content"));
        (begins || !after_verb).then_some(comma + 1)
    }

    /// A person, a body or a state in the nominative, behind no preposition; no pronoun, which may mean whoever speaks.
    fn may_be_subject(&self, g: &Group) -> bool {
        let kind = &self.sentence.actors[g.members[0]].kind;
        let somebody =
            kind.is_person() || matches!(kind, ActorKind::Institution { .. } | ActorKind::Delegation);
        let sure = g.tags & tags::NOM != 0 && g.tags & (tags::GEN | tags::DAT | tags::INS) == 0;
        let bare =
            g.tags & tags::CASES == 0 && matches!(self.sentence.items[g.start].what, What::Name { .. });
        g.marker.is_none() && somebody && (sure || bare)
    }
}
