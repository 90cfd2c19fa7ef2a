//! "The minister received in CITY the minister of B": who receives is at home where he does, where nobody says whose he is.

use super::names_place;
use crate::Slug;
use crate::code::Sentence;
use crate::detect::person::Actor;
use crate::detect::{Item, What};
use crate::pack::{Frame, Pack, StateForm};

/// In how many sentences of the text the reception stands that tells it.
const WITHIN: usize = 2;

/// The state of the city in which an official of no state receives a guest, in languages with an article.
pub(super) fn city_of_host(pack: &Pack, sentences: &[Sentence], spoken: &[Slug]) -> Option<Slug> {
    if !pack.lexicon.has_article {
        return None;
    }
    let told = sentences.iter().filter(|s| s.scan == 1).take(WITHIN);
    told.filter(|s| s.actors.iter().any(|a| guest(a, spoken))).find_map(|s| {
        let verb = s.items.iter().position(|i| receives(pack, i))?;
        let aside = |i: &Item| i.is_word("relative") || i.is_margin() || i.is_mark(";:.");
        let clause = s.items[verb..].iter().take_while(|i| !aside(i)).count();
        (verb + 1..verb + clause).find_map(|at| match &s.items[at].what {
            What::State { code, form: StateForm::Capital | StateForm::City }
                if names_place(pack, s, at) && !spoken.contains(code) =>
            {
                Some(*code)
            }
            _ => None,
        })
    })
}

/// Somebody of a state of whose people the words tell.
fn guest(actor: &Actor, spoken: &[Slug]) -> bool {
    actor.kind.is_people() && actor.party.is_some_and(|p| spoken.contains(&p))
}

/// A verb of which one side is the host.
fn receives(pack: &Pack, item: &Item) -> bool {
    let host = |f: &Frame| f.kind == "MEET" && f.roles.contains_key("host");
    matches!(&item.what, What::Trigger(o) if o.iter().any(|&(f, form)| form.is_finite() && host(&pack.frames[f])))
}
