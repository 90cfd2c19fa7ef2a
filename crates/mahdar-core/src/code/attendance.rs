//! Lists of those present: which formula opens a list, and on which side each stands.

use super::{Context, Draft, Seat};
use crate::detect::What;
use crate::detect::person::ActorKind;
use crate::model::Why;
use crate::pack::StateForm;

/// Adds the people listed in one sentence to the meeting they attended.
///
/// `drafts` holds those of the document so far; the last meeting told is the one attended.
pub(crate) fn attend(context: &Context, index: usize, drafts: &mut [Draft]) {
    let sentence = &context.sentences[index];
    let scan = context.scan(sentence);
    let formula = sentence.items.iter().enumerate().find_map(|(i, item)| match &item.what {
        What::Attendance { index } if follows(sentence, i, scan.pack.attendances[*index].after.as_deref()) => Some((i, *index)),
        _ => None,
    });
    let sided = sentence.items.iter().position(|i| matches!(i.what, What::Side | What::Own { .. }));
    let (at, attendance) = match (formula, sided) {
        (Some((at, a)), _) => (at, Some(&scan.pack.attendances[a])),
        // "On the Kazakh side, A and B": a list without a verb.
        (None, Some(at)) => (at, None),
        (None, None) => return,
    };
    let told: Vec<String> = sentence
        .items
        .windows(2)
        .filter_map(|w| match (&w[0].what, &w[1].what) {
            (What::Side, What::State { code, .. }) | (What::State { code, .. }, What::Side) => Some(code.clone()),
            _ => None,
        })
        .collect();
    let Some(draft) = attended(index, at, attendance.is_some(), drafts, &told) else { return };
    let before = attendance.is_some_and(|a| a.list_before);
    let mut side: Option<usize> = match attendance.map(|a| a.of.as_str()) {
        Some("host") => Some(0),
        Some("guest") => Some(1),
        Some("subject") => subject_side(context, index, at, draft),
        _ => None,
    };
    // "The American team comprised": the state named before the formula.
    if side.is_none() && attendance.is_some() {
        side = sentence.items[..at].iter().rev().take(6).find_map(|x| match &x.what {
            What::State { code, form: StateForm::Adjective | StateForm::Name } => draft.camps.iter().position(|c| c.parties.contains(code)),
            _ => None,
        });
    }
    let default = side;
    // Those of whom nothing is told stand with the host, or with the publisher's state.
    let host = context
        .home
        .and_then(|h| draft.camps.iter().position(|c| c.parties.iter().any(|p| p == h)))
        .or_else(|| draft.camps.iter().position(|c| c.part == "host"))
        .unwrap_or(0);
    let mut listed: Vec<(usize, Option<usize>)> = Vec::new();
    let mut plural_side = side;
    let mut actors = sentence.actors.iter().peekable();
    for i in 0..sentence.items.len() {
        match &sentence.items[i].what {
            What::Side => {
                // The state named right after says which side.
                let around = sentence.items[i + 1..].iter().take(3).chain(sentence.items[i.saturating_sub(2)..i].iter());
                let code = around.into_iter().find_map(|x| match &x.what {
                    What::State { code, .. } => Some(code.clone()),
                    What::Organisation { code } => Some(code.clone()),
                    _ => None,
                });
                if let Some(code) = code {
                    side = draft.camps.iter().position(|c| c.parties.contains(&code));
                    plural_side = side;
                }
            }
            What::Own { side: own } => {
                side = Some(usize::from(own == "guest"));
                plural_side = side;
            }
            _ => {}
        }
        while let Some(actor) = actors.peek().filter(|a| a.items.start == i) {
            let inside = if before { i < at } else { i > at || sided.is_some_and(|s| i > s) };
            if let ActorKind::Person(n) = &actor.kind
                && inside
                && context.person_of[*n].is_some()
            {
                listed.push((*n, plural_side));
            }
            actors.next();
        }
    }
    for (naming, given) in listed {
        let seated = draft.camps.iter().any(|c| c.seats.iter().any(|s| s.naming == naming));
        if seated {
            continue;
        }
        let party = context.naming_party[naming].clone();
        let own = party.as_ref().and_then(|p| draft.camps.iter().position(|c| c.parties.contains(p)));
        let by_place = context.namings[naming].by_place;
        let slot = match (given, own) {
            (Some(s), Some(o)) if given == default && !by_place => { let _ = s; o }
            (Some(s), _) => s,
            (None, Some(o)) => o,
            (None, None) => host,
        };
        draft.why.push(Why {
            field: "participant".into(),
            by: attendance.map_or_else(|| "side".to_string(), |a| a.id.clone()),
            words: context.namings[naming].name.clone(),
        });
        draft.camps[slot].seats.push(Seat { naming, principal: false });
    }
}

/// The word that a formula asks for stands shortly before it ("[a delegation] that included").
fn follows(sentence: &super::Sentence, at: usize, work: Option<&str>) -> bool {
    work.is_none_or(|w| sentence.items[at.saturating_sub(5)..at].iter().any(|i| i.is_word(w)))
}

/// The meeting that a list belongs to: in this sentence, else the last one told.
///
/// `told` are the states whose sides the list names: the meeting must be theirs, if one is.
fn attended<'d>(index: usize, at: usize, listed_here: bool, drafts: &'d mut [Draft], told: &[String]) -> Option<&'d mut Draft> {
    let people = |d: &Draft| matches!(d.kind.as_str(), "MEET" | "SIGN" | "CALL" | "CREDENTIALS" | "VISIT" | "MESSAGE" | "COOPERATE" | "AGREE");
    let own = |d: &Draft| d.sentence == index && people(d);
    let here = drafts
        .iter()
        .rposition(|d| own(d) && d.at < at && d.kind != "VISIT")
        .or_else(|| drafts.iter().position(|d| own(d) && d.kind != "VISIT"))
        .or_else(|| drafts.iter().position(own));
    if listed_here && let Some(at) = here {
        return drafts.get_mut(at);
    }
    let theirs = |d: &Draft| !told.is_empty() && told.iter().all(|c| d.all_parties().contains(&c));
    let held = |d: &Draft| people(d) && d.status != "denied" && d.kind != "VISIT";
    let at = drafts
        .iter()
        .rposition(|d| held(d) && d.kind == "MEET" && theirs(d))
        .or_else(|| drafts.iter().rposition(|d| held(d) && theirs(d)))
        .or(here)
        .or_else(|| drafts.iter().rposition(|d| held(d) && d.kind == "MEET"))
        .or_else(|| drafts.iter().rposition(|d| people(d) && d.status != "denied" && d.kind != "VISIT")).or_else(|| drafts.iter().rposition(people))?;
    drafts.get_mut(at)
}

/// The side of whoever is accompanied: the last person before the formula.
fn subject_side(context: &Context, index: usize, at: usize, draft: &Draft) -> Option<usize> {
    let sentence = &context.sentences[index];
    let last = sentence.actors.iter().rev().find(|a| a.items.end <= at && !matches!(a.kind, ActorKind::State(StateForm::City | StateForm::Capital)));
    match last {
        Some(actor) => {
            let party = context.party(actor)?;
            draft.camps.iter().position(|c| c.parties.contains(&party))
        }
        None => Some(usize::from(draft.camps[1].part == "guest")),
    }
}
