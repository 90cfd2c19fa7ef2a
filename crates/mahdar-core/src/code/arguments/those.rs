//! Whom a clause means by "they", by "the two", or not at all, where the same sentence names them before.

use super::camps::camps_of;
use super::groups::{Group, groups};
use super::reach::Reach;
use super::{Clause, Role, clause};
use crate::Slug;
use crate::code::{Camp, Draft, Known, Sentence};
use crate::detect::Item;
use crate::detect::person::{Actor, ActorKind};
use crate::pack::StateForm;

impl Clause<'_> {
    /// "The ministers of A and B renewed their commitment as they met in CITY": those of whom the sentence told before.
    pub(super) fn named_before(&self, roles: &[Role], camps: &mut [Camp; 2]) {
        let Clause { context, index, sentence, scan, at, frame, nominal, svo, bare, earlier, .. } = *self;
        let talks = !nominal && svo && bare && matches!(frame.kind.as_str(), "MEET" | "CALL");
        // Whoever was told to have done something together is meant rather than who merely stands before.
        let told =
            |e: &Draft| e.spot == index && e.unordered && e.camps.iter().all(|c| !c.parties.is_empty());
        if !talks || earlier.is_some_and(told) {
            return;
        }
        let [(_, members)] = roles else { return };
        let [they] = members[..] else { return };
        let they = &sentence.actors[they];
        let several = matches!(they.kind, ActorKind::Both)
            || matches!(they.kind, ActorKind::Pronoun)
                && sentence.items[they.items.start].is_kind("pronoun", "several");
        if !several || they.items.end > at {
            return;
        }
        let from = clause::dateline(scan, sentence).filter(|&d| d < they.items.start).unwrap_or(0);
        let all = groups(context, sentence, from, they.items.start);
        let codes = |g: &Group| -> Vec<Slug> {
            let mut out: Vec<Slug> =
                g.members.iter().flat_map(|&m| context.parties(&sentence.actors[m])).collect();
            out.sort();
            out.dedup();
            out
        };
        let counterpart =
            |g: &Group| g.members.iter().any(|&m| matches!(sentence.actors[m].kind, ActorKind::Counterpart));
        let mut free = all.iter().filter(|g| g.marker.is_none());
        let Some(first) = free.find(|g| !codes(g).is_empty()) else { return };
        let mut named: Vec<Role> = vec![("party", first.members.clone())];
        if codes(first).len() < 2 {
            let other = |g: &&Group| counterpart(g) || !codes(g).is_empty() && codes(g) != codes(first);
            let Some(second) = free.find(other) else { return };
            named.push(("party", second.members.clone()));
        }
        *camps = camps_of(context, sentence, &frame.kind, true, &named, None);
    }

    /// "Congratulated A B while receiving him": two pronouns, where the same sentence tells before who did what to whom.
    pub(super) fn received_him(&self, camps: &mut [Camp; 2]) {
        let Clause { context, sentence, scan, at, hi, frame, nominal, article, .. } = *self;
        let talks = article && nominal && matches!(frame.kind.as_str(), "MEET" | "CALL");
        if !talks || at == 0 || !scan.is_owned(&sentence.items[at]) || !camps.iter().any(Camp::is_gap) {
            return;
        }
        let during = ["during", "in", "at"].iter().any(|w| sentence.items[at - 1].is_word(w));
        let him = sentence.items.get(at + 1).is_some_and(|i| {
            ["to", "with", "with-b"].iter().any(|w| i.is_word(w))
                && i.end == i.start + 1
                && scan.ends_in_pronoun(i)
        });
        let receives = frame.mode.as_deref() == Some("reception");
        let named =
            |a: &Actor| a.items.start > at && a.items.end <= hi && (a.kind.is_people() || a.kind.is_person());
        let before = |a: &&Actor| a.items.end < at && a.kind.is_person() && !a.plural;
        // "During the meeting of the two of them", or his, where two are named and nobody else.
        let two = || sentence.actors.iter().filter(before).count() == 2;
        if !during || !(him || receives || two()) || sentence.actors.iter().any(named) {
            return;
        }
        let person =
            |a: &&Actor| a.items.end < at && a.kind.is_person() && !a.plural && context.party(a).is_some();
        let doer = sentence.actors.iter().filter(person).find(|a| a.marker.is_none());
        let Some(doer) = doer else { return };
        let addressed = |a: &&Actor| {
            matches!(a.marker.as_deref(), None | Some("to" | "with" | "with-b" | "on" | "from"))
                && a.items.start >= doer.items.end
                && context.party(a) != context.party(doer)
        };
        let Some(other) = sentence.actors.iter().filter(person).find(addressed) else { return };
        if sentence.items[doer.items.end..other.items.start].iter().any(|i| i.is_word("relative")) {
            return;
        }
        let at_of = |who: &Actor| sentence.actors.iter().position(|a| a.items == who.items);
        let (Some(one), Some(two)) = (at_of(doer), at_of(other)) else { return };
        let parts = if frame.roles.contains_key("host") { ["host", "guest"] } else { ["party", "party"] };
        let roles: Vec<Role> = parts.into_iter().zip([vec![one], vec![two]]).collect();
        *camps = camps_of(context, sentence, &frame.kind, self.unordered, &roles, None);
    }

    /// "The envoy of B visited the bureau, where its head received him": whoever acts before in the sentence, of whom no event
    /// was told.
    pub(super) fn received_there(&self, camps: &mut [Camp; 2]) {
        let Clause { context, index, sentence, at, frame, nominal, article, earlier, .. } = *self;
        let him = self.takes_pronoun();
        let told = |e: &&Draft| e.spot == index && !e.in_title();
        let talks = article && !nominal && frame.kind == "MEET" && sentence.scan == 1;
        if !talks || !him || earlier.filter(told).is_some() {
            return;
        }
        let Some(gap) = camps.iter().position(Camp::is_gap) else { return };
        if camps[1 - gap].is_gap() {
            return;
        }
        let verb = |i: usize| sentence.items[i].is_finite() || sentence.items[i].is_word("saying");
        let doer = sentence.actors.iter().position(|a| {
            a.items.end < at
                && a.kind.is_person()
                && !a.plural
                && a.marker.is_none()
                && a.items.start > 0
                && verb(a.items.start - 1)
        });
        let party = doer.and_then(|a| context.party(&sentence.actors[a]));
        let part = camps[1 - gap].across();
        if let (Some(who), Some(party)) = (doer, party)
            && !camps[1 - gap].parties.contains(&party)
        {
            camps[gap] = Camp { part, ..Camp::default() };
            super::camps::add(context, sentence, &mut camps[gap], who);
            return;
        }
        // "A received B. C visited him as well": whoever acted in the sentence before.
        let acted = |e: &&Draft| {
            e.spot < index
                && e.spot + 1 >= index
                && !e.in_title()
                && e.kind == "MEET"
                && e.status == "happened"
        };
        let lead = earlier.filter(acted).map(|e| &e.camps[e.leads]).filter(|_| doer.is_none());
        let another = |c: &&Camp| {
            let other = &camps[1 - gap].parties;
            c.people && c.parties.len() == 1 && !other.is_empty() && c.parties != *other
        };
        if let Some(lead) = lead.filter(another) {
            camps[gap] = Camp { part, known: Known::Lent, seats: lead.heads(), ..lead.clone() };
        }
    }

    /// "A and B agreed on a truce after talks mediated by C": between those who agreed. Whether it is told on the way.
    pub(super) fn mediated(&self, camps: &mut [Camp; 2]) -> bool {
        let Clause { context, index, frame, earlier, .. } = *self;
        if frame.kind != "MEDIATE" || camps[0].parties.is_empty() || !camps[1].is_gap() {
            return false;
        }
        let did = |e: &&Draft| {
            e.spot == index
                && matches!(e.kind.as_str(), "AGREE" | "SIGN" | "MEET" | "COOPERATE")
                && e.all_parties().len() > 1
        };
        let Some(e) = earlier.filter(did) else { return false };
        let between: Vec<Slug> =
            e.all_parties().into_iter().filter(|p| !camps[0].parties.contains(p)).collect();
        if between.len() < 2 {
            return false;
        }
        let seats = e.camps.iter().flat_map(Camp::heads).collect();
        camps[1] = Camp { parties: between, part: "recipient", known: Known::Lent, seats, ..Camp::default() };
        let tells = |i: &Item| self.scan.reports(i, "MEDIATE");
        let titled = |s: &Sentence| s.scan == 0 && s.items.iter().any(tells);
        !context.sentences.iter().take_while(|s| s.scan == 0).any(titled)
    }

    /// "A and B exchanged prisoners. C mediated": between those of whom was just told; of three who met, between the others.
    pub(super) fn mediated_after(&self, camps: &mut [Camp; 2]) {
        let Clause { index, sentence, at, frame, nominal, svo, bare, earlier, .. } = *self;
        if frame.kind != "MEDIATE" || nominal || !svo || !camps[1].is_gap() {
            return;
        }
        // "Discussed the truce brokered by C": which one is meant.
        let by = |i: &Item| i.is_word("by");
        let auxiliary = at > 0 && sentence.items[at - 1].is_word("auxiliary");
        let finite = auxiliary || self.scan.word(sentence.items[at].start, "auxiliary").is_some();
        if bare && !finite && sentence.items.get(at + 1).is_some_and(by) {
            return;
        }
        // "Had mediated between the two sides since May".
        let near = if camps[1].both { 6 } else { 2 };
        let told = |e: &&Draft| {
            matches!(e.kind.as_str(), "MEET" | "AGREE" | "COOPERATE" | "SIGN" | "CALL")
                && e.status == "happened"
                && e.spot + near >= index
                && e.all_parties().len() > 1
        };
        let Some(mut parties) = earlier.filter(told).map(Draft::all_parties) else { return };
        if bare && parties.len() > 2 {
            parties.retain(|p| !camps[0].parties.contains(p));
        }
        let two = !bare || parties.len() > 1;
        if two && !camps[0].parties.is_empty() && !camps[0].parties.iter().any(|p| parties.contains(p)) {
            camps[1] = Camp { parties, part: "recipient", known: Known::Lent, ..Camp::default() };
        }
    }

    /// "Imposed sanctions on 30 firms in A and B": of the states where those are whom it strikes.
    pub(super) fn struck_in(&self, reach: &Reach, camps: &mut [Camp; 2]) {
        let Clause { context, sentence, scan, at, frame, nominal, tail, .. } = *self;
        let open = sentence.by_order && !nominal && frame.kind == "SANCTION" && camps[1].is_gap();
        let there = |g: &&&Group| {
            let between = &sentence.items[at + 1..g.start];
            let aim = |i: &Item| ["on", "against"].iter().any(|w| scan.word(i.end - 1, w).is_some());
            let aimed = matches!(tail, Some("on" | "against")) || between.iter().any(aim);
            aimed && g.marker.as_deref() == Some("in")
        };
        let Some(group) = reach.right.iter().find(there).filter(|_| open) else { return };
        let state = |m: &usize| match sentence.actors[*m].kind {
            ActorKind::State(StateForm::Name) => context.party(&sentence.actors[*m]),
            _ => None,
        };
        let codes: Vec<Slug> =
            group.members.iter().filter_map(state).filter(|c| !camps[0].parties.contains(c)).collect();
        if !codes.is_empty() {
            camps[1] = Camp { parties: codes, part: "recipient", ..Camp::default() };
        }
    }
}
