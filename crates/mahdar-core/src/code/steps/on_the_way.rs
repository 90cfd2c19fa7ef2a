//! Steps by which a clause says when, why or whereby something else was done: what it tells is told on the way.

use super::before_the_news::on_former_journey;
use super::step::{Step, aside, main};
use crate::code::{Draft, Known, arguments, passing, status};
use crate::detect::{Item, What};
use crate::pack::TriggerForm;

pub(super) const CAME_FOR: &[Step] = &[
    // "Before leaving for A": what is still to come beside what was done.
    aside("before-leaving", &["VISIT"], |t, _| {
        t.sentence.by_order
            && t.is_form(TriggerForm::Gerund)
            && t.previous().is_some_and(|i| i.is_word("before"))
    }),
    // "[To take part] for, [came to X and met] Y": what somebody came for is told on the way.
    aside("came-for", &["MEET"], |t, _| {
        t.scan.pack.features.complement_before
            && t.is_form(TriggerForm::Infinitive)
            && t.next().is_some_and(|i| i.is_word("for"))
            && t.sentence.items[t.at + 1..].iter().any(|i| matches!(i.what, What::Trigger(_)))
    }),
    // "[After talks with B] told": when something was said.
    aside("said-after-talks", &["MEET"], |t, d| d.nominal && passing::said_after(t.scan, t.sentence, t.at)),
];

pub(super) const DESCRIBES: &[Step] = &[
    // "Mediates talks between A and B": what is mediated is told by the mediating.
    aside("mediated", &["MEET", "AGREE", "SIGN"], |t, d| {
        d.nominal
            && t.last_here(|o| {
                o.kind == "MEDIATE"
                    && !o.nominal
                    && d.all_parties().iter().all(|p| o.camps[1].parties.contains(p))
            })
    }),
    // "If it imposes", "that the raid of": after such a word what looks like a verb in the past is a condition or a noun.
    aside("behind-bare-that", &[], |t, _| {
        t.is_form(TriggerForm::Past) && t.in_text() && arguments::bare_that(t.scan, t.sentence, t.at)
    }),
    // "The outburst that A showed": what describes a noun is told on the way.
    // "A, who also heads the council of ORGANISATION": what he is, and no gathering.
    aside("describes-noun", &["STATEMENT", "APPEAL", "THREATEN", "MEET"], |t, d| {
        let relative = |i: &Item| i.is_word("relative") && matches!(&i.what, What::Word { kind: None, .. });
        let lent = || d.camps.iter().any(|c| c.known == Known::Lent);
        t.scan.has_article()
            && t.in_text()
            && !d.nominal
            && t.previous().is_some_and(relative)
            && (d.kind != "MEET" || t.item.is_present() || lent())
    }),
    // "After A had cut its ties with B": why, or when, something else was done.
    aside("after-that", &[], |t, d| {
        t.scan.has_article()
            && t.in_text()
            && !d.nominal
            && t.left().iter().rev().take(2).any(|i| i.is_kind("after", "that"))
    }),
];

pub(super) const BY_NOUN: &[Step] = &[
    // "A was subjected to an attack by B": told by its noun, and no less the news.
    main("undergone", &[], |t, d| d.nominal && status::undergone(t.scan, t.sentence, t.at).is_some()),
    // "A response to B's expulsion of": why something else is done.
    aside("cause", &["EXPEL", "SANCTION", "SUMMON", "RECALL", "FORCE"], |t, d| {
        t.sentence.by_order && d.nominal && t.near_left(4).iter().any(|i| i.is_kind("after", "cause"))
    }),
];

pub(super) const WHEN: &[Step] = &[
    // "Just before their presidents gathered, the ministers met": when they did.
    aside("tells-when", &["MEET"], |t, d| !d.nominal && arguments::tells_when(t.sentence, t.at)),
    // "His trip follows one to B, in the course of which he and B's president signed": what was done on the journey before.
    aside("on-former-journey", &["MEET", "SIGN", "AGREE"], |t, d| {
        on_former_journey(t.sentence, t.at, d, t.before)
    }),
    // "Until negotiations open": when something else ends.
    aside("until", &[], |t, d| {
        let until = |i: &Item| t.scan.word(i.start, "until").is_some();
        t.sentence.by_order && !d.nominal && t.near_left(4).iter().any(until)
    }),
    // "The two last met in CITY, where the conversation revolved around the talks between A and B": said there.
    aside("said-at-the-last", &["MEET"], |t, _| {
        let of_last =
            |o: &Draft| o.kind == "MEET" && o.secondary && o.remote && o.spot == t.index && o.at < t.at;
        let in_clause = |o: &Draft| {
            arguments::relatives(t.sentence, false).iter().any(|r| r.contains(&t.at) && o.at < r.start)
        };
        t.sentence.by_order && t.out.iter().any(|o| of_last(o) && in_clause(o))
    }),
];

pub(super) const EXCHANGED: &[Step] = &[
    // "[The two] expelled each other's ambassadors": below the lead it is history.
    aside("exchanged-below-lead", &[], |t, d| t.below_lead() && t.exchanged(d)),
];
