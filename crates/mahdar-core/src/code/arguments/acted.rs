//! Who goes on acting though what he did before was no event: the subject of an ordinary verb.

use super::Clause;
use super::groups::may_act;
use crate::code::{Camp, Known};
use crate::detect::person::{Actor, ActorKind};
use crate::detect::{Item, What};
use crate::pack::{StateForm, tags};

/// How many items may stand before whoever opens a sentence: its verb, a title.
const OPENING: usize = 4;

/// In how many sentences before a verb without its subject whoever acts may have been named.
const TOPIC: usize = 3;

impl Clause<'_> {
    /// "The minister of A opened the fair and met B": whoever opens the sentence met him.
    ///
    /// Gives the side that the subject is.
    pub(super) fn whoever_opens(&self, camps: &mut [Camp; 2]) -> Option<usize> {
        let Clause { context, index, sentence, scan, frame, form, nominal, article, .. } = *self;
        let finite = form.is_finite();
        let talks = matches!(frame.kind.as_str(), "MEET" | "CALL");
        // "Began his visit with a meeting of B": the visit is no meeting.
        let by = nominal && scan.pack.lexicon.marker_name(sentence.items[self.at].marker) == Some("with-b");
        let told = |e: &crate::code::Draft| e.spot == index && !e.in_title() && !(by && e.kind == "VISIT");
        if !(finite && !nominal || by)
            || !talks
            || sentence.scan == 0
            || !(article && scan.pack.features.drops_subject)
            || self.earlier.is_some_and(told)
        {
            return None;
        }
        let here = if self.joins() || by { self.opener() } else { None };
        let opener = here.or_else(|| self.topic_before())?;
        let party = context.party(opener)?;
        self.entered(opener, by, camps);
        let gap = camps.iter().position(Camp::is_blank)?;
        let other = &camps[1 - gap];
        if !other.people || other.parties.is_empty() || other.parties.contains(&party) {
            return None;
        }
        camps[gap] = context.camp_of(opener, party, other.across(), Known::Told);
        Some(gap)
    }

    /// "The ministry of A came out with a statement, in which [it] condemned B": whoever the clause before tells of, where a
    /// subject that was named may be left out.
    pub(super) fn in_which(&self, camps: &mut [Camp; 2]) {
        let Clause { context, sentence, scan, at, frame, nominal, .. } = *self;
        let said = matches!(frame.kind.as_str(), "STATEMENT" | "APPEAL" | "THREATEN");
        if !said || nominal || !scan.pack.features.svo_with_cases() || !camps[0].is_gap() || camps[1].is_gap()
        {
            return;
        }
        let mut clauses = super::clause::relatives(sentence, false).iter();
        let Some(from) = clauses.find(|r| r.contains(&at)).map(|r| r.start) else { return };
        let within = from.checked_sub(1).is_some_and(|k| sentence.items[k].is_word("in"));
        let acts = |a: &&Actor| {
            a.items.end <= from && a.marker.is_none() && tags::may_be_nominative(a.tags) && may_act(a)
        };
        let author = sentence.actors.iter().find(acts).filter(|_| within);
        let Some((author, party)) = author.and_then(|a| context.party(a).map(|p| (a, p))) else { return };
        if !camps[1].parties.contains(&party) {
            camps[0] = context.camp_of(author, party, "actor", Known::Told);
        }
    }

    /// "The minister of A stressed that. He met B": where nobody stands before the verb, and no event that he could go on with
    /// was told, whoever stands right behind the verb of a sentence before.
    fn topic_before(&self) -> Option<&Actor> {
        let Clause { context, index, sentence, scan, at, .. } = *self;
        let free = |a: &Actor| a.marker.is_none() && a.kind.is_people();
        let told = |e: &crate::code::Draft| !e.in_title() && e.spot + TOPIC >= index;
        let quoted = |i: &Item| i.is_word("relative");
        if self.earlier.is_some_and(told)
            || sentence.actors.iter().any(|a| a.items.end <= at && free(a))
            || sentence.items[..at].iter().any(quoted)
        {
            return None;
        }
        let acts = |i: &Item| scan.also_does(i, "saying") || i.is_verb();
        let behind = |a: &&Actor| {
            let start = a.items.start;
            free(a) && a.kind.is_person() && !a.plural && start > 0 && start <= OPENING
        };
        let opens = |s: &crate::code::Sentence| s.items.iter().take(OPENING).any(acts);
        context.sentences[index.saturating_sub(TOPIC)..index]
            .iter()
            .rev()
            .take_while(|s| s.scan == sentence.scan)
            .filter(|s| opens(s))
            .find_map(|s| s.actors.iter().find(behind))
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

    /// "The president of A entered the White House and met B's": the house that the verb before takes meets nobody, nor does
    /// the city in "began his visit to CITY by meeting the president".
    fn entered(&self, opener: &Actor, by: bool, camps: &mut [Camp; 2]) {
        let Clause { sentence, at, .. } = *self;
        let house = |a: &&Actor| {
            let government =
                || a.marker.is_none() && matches!(a.kind, ActorKind::State(StateForm::Government));
            let goal = || by && matches!(a.kind, ActorKind::State(_));
            a.items.start >= opener.items.end && a.items.end <= at && (government() || goal())
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
