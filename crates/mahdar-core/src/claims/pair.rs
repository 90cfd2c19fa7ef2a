//! Who stands first in the pair of a claim that runs one way.

use super::clause::Clause;
use super::grammar::{Flow, Grammar, Relation, Work};
use super::piece::Piece;
use super::relation::{Verdict, leading};
use crate::Slug;
use crate::detect::Scan;
use crate::pack::{StateForm, tags};

/// How a state is named in a clause.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Place {
    /// Subject, owner, adjective: nothing marks it as a goal or origin.
    Plain,
    Adjective,
    Owner,
    From,
    Goal,
}

/// The two states, the one from which the claim runs first.
pub(super) fn order(
    scan: &Scan,
    grammar: &Grammar,
    clause: &Clause,
    verdict: &Verdict,
    pair: &[Slug],
) -> Vec<String> {
    let text = |code: &Slug| code.to_string();
    let free = || pair.iter().map(text).collect();
    let named = places(scan, clause, pair);
    let turned = |first: &Slug| {
        let other = if *first == pair[0] { &pair[1] } else { &pair[0] };
        vec![text(first), text(other)]
    };
    let other = |code: &Slug| if *code == pair[0] { pair[1] } else { pair[0] };
    if named.is_empty() {
        return free();
    }
    let find = |place: Place| named.iter().find(|(_, p, _)| *p == place).map(|(c, _, _)| c);
    let flow = verdict.noun.and_then(|n| grammar.noun[n].flow);
    let relation = verdict.relation;
    let size =
        clause.pieces.iter().any(|p| p.cue(grammar).is_some_and(|c| c.size)) || relation == Relation::Rank;
    if size && matches!(relation, Relation::First | Relation::Rank) && !matches!(flow, Some(Flow::Send)) {
        // The owner of the partners first; the partner is the subject.
        let owner = find(Place::Owner)
            .or_else(|| find(Place::Goal))
            .cloned()
            .or_else(|| named.first().map(|(c, _, _)| other(c)));
        return owner.map_or_else(free, |o| turned(&o));
    }
    if relation == Relation::First {
        return named.first().map_or_else(free, |(c, _, _)| turned(c));
    }
    let Some(flow) = flow else { return free() };
    let at = leading(grammar, clause.pieces).map_or(0, |(_, i)| clause.pieces[i].start);
    // Both named side by side ("between A and B") runs both ways.
    let near = |place: Place| {
        named
            .iter()
            .filter(|(_, p, _)| *p == place)
            .min_by_key(|(_, _, i)| i.abs_diff(at))
            .map(|(c, _, _)| *c)
    };
    let source = near(Place::From);
    let goal = near(Place::Goal);
    let owner = near(Place::Adjective).or_else(|| near(Place::Owner)).or_else(|| near(Place::Plain));
    let first = match flow {
        Flow::Export | Flow::Send => {
            source.or(owner.filter(|o| Some(o) != goal.as_ref())).or(goal.map(|g| other(&g)))
        }
        Flow::Mission => owner.filter(|o| Some(o) != goal.as_ref()).or(goal.map(|g| other(&g))),
        Flow::Import => source.or_else(|| owner.map(|o| other(&o))).or(goal.map(|g| other(&g))),
    };
    first.map_or_else(free, |f| turned(&f))
}

fn places(scan: &Scan, clause: &Clause, pair: &[Slug]) -> Vec<(Slug, Place, usize)> {
    let mut out = Vec::new();
    for (k, p) in clause.pieces.iter().enumerate() {
        let Some((code, form)) = p.state else { continue };
        let Some(&code) = pair.iter().find(|p| ***p == *code) else { continue };
        let before: Option<&Piece> =
            k.checked_sub(1).map(|b| &clause.pieces[b]).filter(|b| p.start - b.end <= 1);
        let does = |work: Work| before.is_some_and(|b| b.does(work));
        let goal_letter = p.marker.is_some_and(|m| m.starts_with("to"));
        let case = |bit: u32| p.tags & bit != 0 && p.tags & tags::NOM == 0;
        let place = if does(Work::From) || case(tags::ABL) {
            Place::From
        } else if does(Work::To) || does(Work::In) || goal_letter || case(tags::LOC) || case(tags::DAT) {
            Place::Goal
        } else if form == StateForm::Adjective || form == StateForm::People {
            Place::Adjective
        } else if does(Work::Of) || scan.possessive(p.end) || case(tags::GEN) {
            Place::Owner
        } else if matches!(form, StateForm::City) {
            Place::Goal
        } else {
            Place::Plain
        };
        out.push((code, place, p.start));
    }
    out
}
