//! Steps by which something is told beside the news: what was spoken of there, on which occasion it was, what it means.

use super::step::{Step, aside};
use super::told::Told;
use crate::code::{Draft, arguments, convened, status};
use crate::detect::{Item, What};
use crate::pack::{TriggerForm, tags};

pub(super) const SPOKEN_OF: &[Step] = &[
    // "Spoke [the talks of A and B about]": what was spoken of, where verbs and postpositions stand last; "met [the
    // signing before]": when they met.
    aside("spoken-about", &["MEET", "SIGN"], |t, d| {
        t.sentence.verb_last
            && match d.kind.as_str() {
                "MEET" => d.nominal && after(t, "about"),
                _ => after(t, "before"),
            }
    }),
    // "The summit that was to be held".
    aside("was-to-be", &[], |t, _| {
        t.scan.has_article()
            && t.item.first_tags & tags::FUTURE != 0
            && t.previous().is_some_and(|i| i.is_word("auxiliary"))
    }),
    // "Presented their credentials while he received them": the ceremony.
    aside("at-ceremony", &["MEET"], |t, d| {
        d.nominal
            && d.mode.as_deref() == Some("reception")
            && t.previous().is_some_and(|i| i.is_word("during"))
            && t.left().iter().any(|i| t.scan.is_verb_of(i, "CREDENTIALS"))
    }),
    // "On his arrival he was received by": the welcome.
    aside("at-arrival", &["MEET"], |t, d| {
        let arrival = |i: &Item| matches!(&i.what, What::Word { kind: Some(kind), .. } if *kind == "arrival");
        d.mode.as_deref() == Some("reception") && t.sentence.items[t.at..].iter().take(8).any(arrival)
    }),
    // "If they sign", "should it expel": a condition.
    aside("condition", &[], |t, _| status::is_condition(t.sentence, t.at)),
    // "A said [of both] the having agreed on": what is reported of talks that were told is told on the way.
    aside("reported-of-talks", &["AGREE"], |t, d| {
        t.sentence.verb_last && is_clause(t) && t.before.iter().any(|o| t.of_the_two(d, o))
    }),
    // "Recalled [with C the having met]": talks that somebody of those who met speaks of.
    aside("recalled-talks", &["MEET", "CALL"], |t, d| {
        t.sentence.verb_last
            && t.below_lead()
            && is_clause(t)
            && t.before.iter().any(|o| {
                matches!(o.kind.as_str(), "MEET" | "CALL")
                    && o.done()
                    && !o.nominal
                    && o.party_set() != t.set(d)
            })
    }),
];

pub(super) const OCCASION: &[Step] = &[
    // "For the ratification of": where the pack tells what takes place, another noun tells it in passing.
    aside("signing-by-noun", &["SIGN"], |t, d| {
        // "[Their] signing [is] planned".
        let foretold =
            || d.status == "planned" && t.sentence.verb_last && (after(t, "planned") || after(t, "future"));
        d.nominal && !d.occurs && !foretold() && t.scan.pack.lexicon.has_word("occurs")
    }),
    // "Thanked him for hosting the summit": why something else is said.
    aside("for-hosting", &["HOST"], |t, _| {
        t.sentence.by_order
            && t.in_text()
            && t.is_form(TriggerForm::Gerund)
            && t.previous().is_some_and(|i| i.is_word("for"))
    }),
    // "Recalled its envoy, lowering its ties": what an act means is told with it.
    aside("what-it-means", &[], |t, d| {
        let ahead = || t.left().iter().rev().find(|i| !matches!(i.what, What::Other { .. }));
        t.sentence.by_order
            && t.hint.decreed
            && t.is_form(TriggerForm::Gerund)
            && ahead().is_some_and(|i| i.is_mark(","))
            && t.out.iter().any(|o| o.kind == d.kind || o.kind == "EXPEL" || o.kind == "RECALL")
    }),
    // "Will visit A before the summit": when, not what.
    aside("before-the-summit", &["HOST"], |t, d| {
        d.nominal && t.sentence.by_order && t.near_left(4).iter().any(|i| i.is_word("before"))
    }),
    // "Met the governor of B during the annual meetings of the Fund": when and where, not what.
    aside("during-a-gathering", &["MEET"], |t, d| {
        let met = |o: &Draft| o.kind == "MEET" && o.at < t.at && !o.nominal && o.spot == t.index;
        d.nominal
            && t.sentence.by_order
            && d.camps.iter().any(|c| c.parties.iter().any(|p| p.starts_with("ORG:")))
            && t.near_left(4).iter().any(|i| i.is_word("during") || i.is_margin())
            && t.out.iter().any(met)
    }),
    // "Preparing to host": told on the way.
    aside("preparing-to-host", &["HOST"], |t, d| {
        d.nominal
            && !d.occurs
            && t.scan.has_article()
            && t.in_text()
            && !convened::put_off(t.context, t.index, d)
    }),
];

/// Such a word stands right behind the trigger.
fn after(t: &Told, work: &str) -> bool {
    t.next().is_some_and(|i| i.is_word(work))
}

/// The trigger is a verb made the noun of a clause.
fn is_clause(t: &Told) -> bool {
    t.hint.form.is_some_and(|f| arguments::is_clause(t.sentence, t.at, f))
}
