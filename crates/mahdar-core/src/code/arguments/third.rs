//! What a third does to the two of whom was told before: "the president of C received both of them", "C urges both sides to".

use super::{Clause, Role};
use crate::Slug;
use crate::code::{Camp, Draft, Known};
use crate::detect::person::{Actor, ActorKind};
use crate::detect::{Item, What};
use crate::pack::Sense;

/// How many sentences after the two were told of they may be called "both".
const REACH: usize = 3;

impl Clause<'_> {
    /// "A held talks with B. C received both ministers", "C then met them": a plural word that names nobody means all who
    /// talked, and not one of them.
    ///
    /// Whether it is such another meeting.
    pub(super) fn met_both(&self, camps: &mut [Camp; 2]) -> bool {
        let Clause { index, frame, nominal, article, earlier, .. } = *self;
        // "Both attend the council of ORGANISATION": a gathering receives nobody.
        let gathers = frame.mode.is_some_and(|m| m == "multilateral");
        if nominal || article || gathers || !matches!(frame.kind.as_str(), "MEET" | "CALL") {
            return false;
        }
        let told = |e: &&Draft| {
            matches!(e.kind.as_str(), "MEET" | "CALL" | "SIGN" | "AGREE")
                && e.done()
                && !e.in_title()
                && e.spot < index
                && e.spot + REACH >= index
                && e.camps.iter().all(|c| !c.parties.is_empty())
        };
        let Some(e) = earlier.filter(told) else { return false };
        let all = e.all_parties();
        let another = |p: &Slug| !all.contains(p) && !p.starts_with("ORG:");
        let third = |c: &Camp| !c.parties.is_empty() && c.parties.iter().all(another);
        let Some(k) = (0..2).find(|&k| third(&camps[k])) else { return false };
        let them = &camps[1 - k];
        let of_them = them.parties.len() < all.len() && them.parties.iter().all(|p| all.contains(p));
        if !of_them || !self.names_several(&all) {
            return false;
        }
        let seats = e.camps.iter().flat_map(Camp::heads).collect();
        let part = if them.part.is_empty() { camps[k].across() } else { them.part };
        camps[1 - k] =
            Camp { parties: all, part, seats, people: true, known: Known::Both, ..Camp::default() };
        true
    }

    /// "A follows the war between B and C. It urges both sides to show restraint": of whom nothing was told but that is asked
    /// of the two who are named together before it.
    pub(super) fn asked_of_both(&self, roles: &[Role], camps: &mut [Camp; 2]) {
        let Clause { sentence, frame, nominal, .. } = *self;
        let both = |m: &usize| matches!(sentence.actors[*m].kind, ActorKind::Both);
        let named = |(name, members): &Role| *name == "recipient" && !members.iter().all(both);
        let asks = matches!(frame.kind.as_str(), "APPEAL" | "THREATEN") && !nominal;
        if !asks || !camps[1].parties.is_empty() || roles.iter().any(named) || !self.names_both() {
            return;
        }
        if let Some(e) = self.spoke_before(&camps[0]) {
            let part = camps[0].part;
            camps[0] = Camp { part, known: Known::Lent, ..e.camps[0].clone() };
        }
        let [who] = camps[0].parties[..] else { return };
        if let Some(two) = self.two_named_before(who) {
            camps[0].both = false;
            camps[1] = Camp { parties: two, part: "recipient", ..Camp::default() };
        }
    }

    /// "The two sides" stands in the clause, or among the words of the verb itself.
    fn names_both(&self) -> bool {
        let Clause { sentence, scan, at, lo, hi, .. } = *self;
        let item = &sentence.items[at];
        sentence.items[lo..hi].iter().any(|i| matches!(i.what, What::Both))
            || (item.start..item.end).any(|t| scan.is(t, |s| matches!(s, Sense::Both)))
    }

    /// "A voiced concern. And called on both": whoever spoke before, where a language leaves subjects unsaid and nobody else acts.
    fn spoke_before(&self, speaker: &Camp) -> Option<&Draft> {
        let Clause { index, sentence, scan, lo, hi, .. } = *self;
        let inside = |a: &&Actor| a.items.start >= lo && a.items.end <= hi;
        let nobody = || sentence.actors.iter().filter(inside).all(|a| matches!(a.kind, ActorKind::Both));
        let said = |e: &&Draft| {
            matches!(e.kind.as_str(), "STATEMENT" | "APPEAL")
                && e.done()
                && !e.in_title()
                && e.spot <= index
                && e.spot + 1 >= index
                && e.camps[0].parties.len() == 1
        };
        self.earlier
            .filter(said)
            .filter(|_| scan.pack.features.drops_subject && speaker.parties.is_empty() && nobody())
    }

    /// The two whom the sentence names before the verb, or one shortly before it, besides whoever asks.
    fn two_named_before(&self, who: Slug) -> Option<Vec<Slug>> {
        let Clause { context, index, sentence, at, .. } = *self;
        let near = context.sentences[index.saturating_sub(REACH)..=index].iter().rev();
        for s in near.filter(|s| s.scan == sentence.scan) {
            let mut named: Vec<Slug> = Vec::new();
            let before = |a: &&Actor| !std::ptr::eq(s, sentence) || a.items.end <= at;
            for party in s.actors.iter().filter(before).flat_map(|a| context.parties(a)) {
                if party != who && !named.contains(&party) {
                    named.push(party);
                }
            }
            if named.len() > 1 {
                return (named.len() == 2).then_some(named);
            }
        }
        None
    }

    /// The clause has a plural word for people whom it does not name, and names nobody of these parties.
    fn names_several(&self, all: &[Slug]) -> bool {
        let Clause { context, sentence, scan, lo, hi, .. } = *self;
        let word = |i: &Item| {
            let mut tokens = i.start..i.end;
            matches!(i.what, What::Both)
                || i.is_kind("pronoun", "several")
                || tokens.any(|t| scan.word(t, "several").is_some())
        };
        let several = |a: &Actor| {
            let people = matches!(a.kind, ActorKind::Official(_) | ActorKind::Delegation);
            matches!(a.kind, ActorKind::Both) || people && a.plural && context.parties(a).next().is_none()
        };
        let mut inside = sentence.actors.iter().filter(|a| a.items.start >= lo && a.items.end <= hi);
        let named = |a: &Actor| context.party(a).is_some_and(|p| all.contains(&p));
        (sentence.items[lo..hi].iter().any(word) || inside.clone().any(several)) && !inside.any(named)
    }
}
