//! Gatherings told by where they take place: "the summit of the organisation will be held in CITY".

use super::clause::leads;
use super::groups::{Group, groups};
use super::{Clause, Role};
use crate::detect::What;
use crate::detect::person::{Actor, ActorKind};
use crate::pack::{StateForm, tags};

impl Clause<'_> {
    /// The organisation whose gathering it is, and the state or city that holds it; None where a place is told by a verb
    /// that has no subject and either is unsaid.
    pub(super) fn venue(&self, roles: &mut Vec<Role>) -> Option<()> {
        let Clause { frame, nominal, svo, bare, .. } = *self;
        if frame.mode.as_deref() != Some("venue") {
            if frame.kind == "HOST" && !nominal && svo && !bare {
                self.hosted(roles);
            }
            return Some(());
        }
        let listed = if self.unordered { self.listed() } else { Vec::new() };
        let (host, of) = (self.nearest(&|a| self.holds(a)), self.nearest(&|a| whose(a)));
        *roles = match (host, of) {
            (Some(host), Some(of)) if self.unordered => {
                vec![("party", vec![host]), ("party", std::iter::once(of).chain(listed).collect())]
            }
            (Some(host), Some(of)) => vec![("actor", vec![host]), ("recipient", vec![of])],
            _ => return None,
        };
        Some(())
    }

    /// "The summit of X will host Y", "CITY hosts the summit of X": whose it is stands before the verb too, and a city
    /// holds it.
    fn hosted(&self, roles: &mut Vec<Role>) {
        let Clause { sentence, at, .. } = *self;
        let free = |roles: &[Role], k: usize| !roles.iter().any(|(_, m)| m.contains(&k));
        let has = |roles: &[Role], name: &str| roles.iter().any(|(n, _)| *n == name);
        if !has(roles, "recipient")
            && let Some(of) = self.nearest(&|a| whose(a)).filter(|&k| free(roles, k))
        {
            roles.push(("recipient", vec![of]));
        }
        let city = |a: &Actor| {
            a.items.end <= at
                && a.marker.is_none()
                && matches!(a.kind, ActorKind::State(StateForm::City))
                && tags::may_be_nominative(a.tags)
                && leads(sentence, a.items.end, at)
        };
        if !has(roles, "actor")
            && let Some(host) = self.nearest(&city)
        {
            roles.insert(0, ("actor", vec![host]));
        }
    }

    /// "With the participation of A and B": those who are listed after a formula in the sentence, of two states or more.
    fn listed(&self) -> Vec<usize> {
        let Clause { context, sentence, at, .. } = *self;
        let opens = |i: &usize| matches!(sentence.items[*i].what, What::Attendance { .. });
        let Some(formula) = (at + 1..sentence.items.len()).find(opens) else { return Vec::new() };
        let several = |g: &Group| {
            let states = |&m: &usize| {
                usize::from(context.party(&sentence.actors[m]).is_some()) + sentence.actors[m].more.len()
            };
            g.members.iter().map(states).sum::<usize>() > 1
        };
        let all = groups(context, sentence, formula, sentence.items.len());
        all.into_iter().find(several).map_or_else(Vec::new, |g| g.members)
    }

    /// The actor of the clause that fits and stands nearest to the verb.
    fn nearest(&self, fits: &dyn Fn(&Actor) -> bool) -> Option<usize> {
        let Clause { sentence, at, lo, hi, .. } = *self;
        let here = |a: &Actor| a.items.start >= lo && a.items.end <= hi;
        let fitting =
            (0..sentence.actors.len()).filter(|&k| here(&sentence.actors[k]) && fits(&sentence.actors[k]));
        fitting.min_by_key(|&k| sentence.actors[k].items.start.abs_diff(at))
    }

    /// "In A", "in the capital of A": where it is held.
    fn holds(&self, actor: &Actor) -> bool {
        let items = &self.sentence.items;
        let from = actor.items.start;
        let capital = || from > 1 && items[from - 1].is_word("region") && items[from - 2].is_word("in");
        matches!(actor.kind, ActorKind::State(form) if !matches!(form, StateForm::Adjective | StateForm::People))
            && (actor.marker.as_deref() == Some("in") || capital())
    }
}

/// "Of the organisation", "of its ministers": whose gathering it is.
fn whose(actor: &Actor) -> bool {
    let of_organisation = actor.party.is_some_and(|p| p.starts_with("ORG:"));
    actor.marker.is_none()
        && match actor.kind {
            ActorKind::Organisation => true,
            ActorKind::Official(_) => actor.plural && of_organisation,
            ActorKind::Institution { .. } => of_organisation,
            _ => false,
        }
}
