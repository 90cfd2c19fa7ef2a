//! Gatherings on whose occasion others meet, where owners stand before what is theirs.

use super::Clause;
use super::groups::Group;
use crate::detect::person::{Actor, ActorKind};
use crate::detect::{Item, What};
use crate::pack::{StateForm, tags};

/// How many items the name of a gathering may have behind whose it is.
const NAME: usize = 12;

impl Clause<'_> {
    /// "[At ORGANISATION's session] A met B", "A, [having come to its session], met B": whose gathering it is meets nobody where
    /// two others stand behind it, and comes nowhere where one does.
    pub(super) fn on_occasion(&self, all: &mut Vec<Group>) {
        let Clause { scan, mutual, .. } = *self;
        if !scan.pack.features.complement_before || !mutual || all.len() < 2 {
            return;
        }
        let needed = if self.frame.kind == "VISIT" { 1 } else { 2 };
        let kept = |g: &Group| self.occasion(g).is_none_or(|end| self.speakers(all, end) < needed);
        let kept: Vec<bool> = all.iter().map(kept).collect();
        let mut kept = kept.into_iter();
        all.retain(|_| kept.next().unwrap_or(true));
    }

    /// Where the name of a gathering ends that a group owns and at which something else was done.
    fn occasion(&self, group: &Group) -> Option<usize> {
        let Clause { sentence, scan, at, .. } = *self;
        let owns = |&m: &usize| match &sentence.actors[m].kind {
            ActorKind::State(form) => matches!(form, StateForm::Name),
            ActorKind::Organisation | ActorKind::Institution { .. } => true,
            ActorKind::Official(_) => sentence.actors[m].plural,
            _ => false,
        };
        if group.end >= at || !group.members.iter().all(owns) {
            return None;
        }
        let gathering = |i: &Item| i.is_word("gathering") || scan.is_noun_of(i, "MEET");
        let named = |i: &&Item| match &i.what {
            What::Trigger(o) => o.iter().all(|(_, f)| f.is_noun()),
            What::Mark(c) => !matches!(c, ',' | ';' | ':' | '.'),
            What::Attendance { .. } => false,
            _ => true,
        };
        let from = group.end;
        let somebody = |a: &&Actor| a.items.start >= from && matches!(a.kind, ActorKind::Person(_));
        let at = sentence.actors.iter().find(somebody).map_or(at, |a| a.items.start.min(at));
        let name = sentence.items[from..at].iter().take(NAME).take_while(named).count();
        let last = (from..from + name).rev().find(|&i| gathering(&sentence.items[i]))?;
        let marks = sentence.items[last].tags | scan.ending(sentence.items[last].end - 1);
        let when = sentence
            .items
            .get(last + 1)
            .is_some_and(|i| ["during", "after", "before"].iter().any(|w| i.is_word(w)));
        (when || marks & (tags::DAT | tags::LOC | tags::ABL) != 0).then_some(last + 1)
    }

    /// How many parties people speak for who stand between an item and the verb.
    fn speakers(&self, all: &[Group], from: usize) -> usize {
        let Clause { context, sentence, at, .. } = *self;
        let speaks = |a: &&Actor| a.kind.is_people() || matches!(a.kind, ActorKind::Counterpart);
        let mut parties = Vec::new();
        for group in all.iter().filter(|g| g.start >= from && g.end <= at) {
            for actor in group.members.iter().map(|&m| &sentence.actors[m]).filter(speaks) {
                let own: Vec<_> = context.parties(actor).map(Some).collect();
                parties.extend(if own.is_empty() { vec![None] } else { own });
            }
        }
        parties.sort();
        parties.dedup();
        parties.len()
    }
}
