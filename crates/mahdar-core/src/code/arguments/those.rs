//! Whom a clause means by "they", by "the two", or not at all, where the same sentence names them before.

use super::camps::camps_of;
use super::groups::{Group, groups};
use super::reach::Reach;
use super::{Clause, Role, clause};
use crate::Slug;
use crate::code::{Camp, Draft, Known, Sentence};
use crate::detect::Item;
use crate::detect::person::ActorKind;
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

    /// "A and B exchanged prisoners. C mediated": between those of whom was just told.
    pub(super) fn mediated_after(&self, camps: &mut [Camp; 2]) {
        let Clause { index, frame, nominal, svo, bare, earlier, .. } = *self;
        if frame.kind != "MEDIATE" || nominal || !svo || bare || !camps[1].is_gap() {
            return;
        }
        let told = |e: &&Draft| {
            matches!(e.kind.as_str(), "MEET" | "AGREE" | "COOPERATE" | "SIGN" | "CALL")
                && e.status == "happened"
                && e.spot + 2 >= index
                && e.all_parties().len() > 1
        };
        let Some(parties) = earlier.filter(told).map(Draft::all_parties) else { return };
        if !camps[0].parties.is_empty() && !camps[0].parties.iter().any(|p| parties.contains(p)) {
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
