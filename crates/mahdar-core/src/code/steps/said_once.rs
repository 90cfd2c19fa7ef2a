//! Steps by which a clause tells no event of its own: what was told is told once more, or is what was said in it.

use super::step::{Step, nothing};
use crate::code::Draft;
use crate::pack::TriggerForm;

pub(super) const ONCE: &[Step] = &[
    // "Declared diplomats of B persona non grata and told them to leave": told of the same once more.
    nothing("told-to-leave", &["EXPEL"], |t, d| {
        t.sentence.by_order
            && t.next().is_some_and(|i| i.is_word("pronoun"))
            && t.last_here(|o| o.kind == "EXPEL" && o.turns(d))
    }),
    // "Will give 20 million to A, the minister announced": said of what is told.
    nothing("said-of-aid", &["AID"], |t, d| {
        let given = |o: &Draft| {
            o.kind == "AID"
                && o.at < t.at
                && o.camps[0].parties == d.camps[0].parties
                && o.camps[1].parties == d.camps[1].parties
        };
        t.sentence.by_order && t.scan.also_does(t.item, "saying") && t.out.iter().any(given)
    }),
    // "Received a letter from B, dealing with their ties": what was written.
    nothing("written-there", &["MEET"], |t, d| {
        t.sentence.by_order
            && d.vague
            && t.is_form(TriggerForm::Gerund)
            && t.last_here(|o| o.kind == "MESSAGE" && o.at < t.at && !o.nominal)
    }),
];
