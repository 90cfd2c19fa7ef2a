//! Who goes on acting though what he did before was no event: the subject of an ordinary verb.

use super::Clause;
use crate::code::{Camp, Known, Seat};
use crate::detect::person::{Actor, ActorKind};
use crate::detect::{Item, What};
use crate::pack::{StateForm, TriggerForm};

/// How many items may stand before whoever opens a sentence: its verb, a title.
const OPENING: usize = 4;

impl Clause<'_> {
    /// "The minister of A opened the fair and met B": whoever opens the sentence met him.
    pub(super) fn whoever_opens(&self, camps: &mut [Camp; 2]) {
        let Clause { context, index, sentence, scan, frame, form, nominal, article, .. } = *self;
        let finite = matches!(form, TriggerForm::Past | TriggerForm::Present);
        let talks = matches!(frame.kind.as_str(), "MEET" | "CALL");
        let told = |e: &crate::code::Draft| e.spot == index && !e.in_title();
        if nominal
            || !finite
            || !talks
            || sentence.scan == 0
            || !(article && scan.pack.features.drops_subject)
            || self.earlier.is_some_and(told)
            || !self.joins()
        {
            return;
        }
        let Some(opener) = self.opener() else { return };
        let Some(party) = context.party(opener) else { return };
        self.entered(opener, camps);
        let Some(gap) = camps.iter().position(Camp::is_blank) else { return };
        let other = &camps[1 - gap];
        if !other.people || other.parties.is_empty() || other.parties.contains(&party) {
            return;
        }
        let part = match other.part {
            "host" => "guest",
            "guest" => "host",
            part => part,
        };
        let naming = context.naming(opener);
        let seats = naming.map(|naming| Seat { naming, principal: true }).into_iter().collect();
        camps[gap] = Camp { part, known: Known::Told, seats, people: true, office: true, ..Camp::of(party) };
    }

    /// "And", a comma or "where" joins the verb to what stands before it.
    fn joins(&self) -> bool {
        let Clause { sentence, at, .. } = *self;
        let item = |i: &Item| i.and || i.is_word("and") || i.is_mark(",") || i.is_kind("relative", "where");
        sentence.items[at].and || sentence.items[at.saturating_sub(3)..at].iter().any(item)
    }

    /// Who stands first in the sentence, right after its verb, where nothing is quoted between him and the trigger.
    fn opener(&self) -> Option<&Actor> {
        let Clause { sentence, at, .. } = *self;
        let first = sentence.actors.iter().find(|a| a.items.end <= at && a.kind.is_person())?;
        let opens = first.items.start <= OPENING
            && first.marker.is_none()
            && !sentence.items[..first.items.start].iter().any(|i| matches!(i.what, What::Mark(_)));
        let quoted = |i: &Item| i.is_word("relative") && !i.is_kind("relative", "where");
        (opens && !sentence.items[first.items.end..at].iter().any(quoted)).then_some(first)
    }

    /// "The president of A entered the White House and met B's": the house that the verb before takes meets nobody.
    fn entered(&self, opener: &Actor, camps: &mut [Camp; 2]) {
        let Clause { sentence, at, .. } = *self;
        let house = |a: &&Actor| {
            a.items.start >= opener.items.end
                && a.items.end <= at
                && a.marker.is_none()
                && matches!(a.kind, ActorKind::State(StateForm::Government))
        };
        let Some(party) = sentence.actors.iter().find(house).and_then(|a| a.party) else { return };
        if !camps.iter().all(|c| c.parties == [party]) {
            return;
        }
        if let Some(camp) = camps.iter_mut().find(|c| !c.people) {
            *camp = Camp { part: camp.part, ..Camp::default() };
        }
    }
}
