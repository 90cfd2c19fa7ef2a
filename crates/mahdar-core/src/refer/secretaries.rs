//! An office that by itself is one state's, in a document that speaks of others: "Secretary of State NAME" of a ministry that
//! has secretaries of state.

use crate::Slug;
use crate::code::Sentence;
use crate::detect::office::OfficePhrase;
use crate::detect::person::{ActorKind, Named};

/// How many other states tell that a document is about others.
const OTHERS: usize = 2;

/// Whose state was taken from an office alone, and which it was.
pub(crate) struct Lent(Vec<(usize, Slug)>);

/// Takes from each secretary of state the state that only his office tells, where the document does not name that state but
/// is another's or about others.
pub(crate) fn unlend(
    sentences: &mut [Sentence],
    namings: &mut [Named],
    states: &[(Slug, usize)],
    publisher: Option<Slug>,
) -> Lent {
    let elsewhere = |code: Slug| {
        !states.iter().any(|(c, _)| *c == code)
            && (publisher.is_some_and(|p| p != code) || publisher.is_none() && states.len() >= OTHERS)
    };
    let lent = |o: &OfficePhrase| o.state.filter(|&s| o.position == "secretary-of-state" && elsewhere(s));
    let mut taken = Vec::new();
    for (k, naming) in namings.iter_mut().enumerate() {
        let code = naming.offices().find_map(&lent);
        let Some(code) = code.filter(|c| naming.party == Some(*c)) else { continue };
        let one = |o: &&mut OfficePhrase| o.state == Some(code);
        naming.held.iter_mut().filter_map(|h| h.office.as_mut()).filter(one).for_each(|o| o.state = None);
        naming.party = None;
        taken.push((k, code));
    }
    if taken.is_empty() {
        return Lent(taken);
    }
    for actor in sentences.iter_mut().flat_map(|s| &mut s.actors) {
        match &mut actor.kind {
            ActorKind::Official(office) if lent(office).is_some() => {
                (office.state, actor.party) = (None, None);
            }
            ActorKind::Person(n) if taken.iter().any(|(k, code)| k == n && actor.party == Some(*code)) => {
                actor.party = None;
            }
            _ => {}
        }
    }
    Lent(taken)
}

/// Gives it back to those whom a list of leaders knows for that state.
pub(crate) fn give_back_known(lent: Lent, namings: &mut [Named]) {
    for (k, code) in lent.0 {
        if namings[k].party == Some(code) {
            let open = |o: &&mut OfficePhrase| o.state.is_none();
            let offices = namings[k].held.iter_mut().filter_map(|h| h.office.as_mut());
            offices.filter(open).for_each(|o| o.state = Some(code));
        }
    }
}
