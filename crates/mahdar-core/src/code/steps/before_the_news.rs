//! Steps by which something had been done before the news: another meeting of the same two, the one before, an earlier journey.

use super::step::{Step, another, another_aside, aside};
use crate::code::{Camp, Context, Draft, Sentence, arguments};
use crate::detect::person::{Actor, ActorKind};
use crate::detect::{Item, Scan, What};
use crate::pack::{Sense, TriggerForm};

pub(super) const REMOTE: &[Step] = &[
    // "Had met": what was before the news.
    aside("had-met", &[], |t, _| {
        t.is_form(TriggerForm::Past)
            && t.below_lead()
            && t.next().is_some_and(|i| i.is_kind("auxiliary", "remote"))
    }),
];

pub(super) const EARLIER: &[Step] = &[
    // "Had earlier telephoned him": told on the way; but the talks of those who then signed or agreed are of the same news.
    aside("had-earlier", &[], |t, d| {
        let same_news = |o: &Draft| {
            matches!(o.kind.as_str(), "SIGN" | "AGREE")
                && o.done()
                && o.spot + 3 >= t.index
                && o.party_set() == t.set(d)
        };
        (t.perfect(d) || before_the_news(t.sentence, t.at, d))
            && !(d.kind == "MEET" && t.before.iter().rev().any(same_news))
            && !t.anew(d)
    }),
];

pub(super) const HAD: &[Step] = &[
    // "He had arrived there the day before": how those got there of whom the news is.
    aside("had-arrived", &["VISIT"], |t, d| !t.before.is_empty() && t.had(d)),
    // "It had expelled the envoy of A last week": what was done before the news, below another act.
    aside("had-done", &[], |t, d| {
        let acts = !matches!(d.kind.as_str(), "MEET" | "VISIT" | "CALL" | "MEDIATE");
        acts && (t.had(d) || told_long_ago(t.scan, t.sentence)) && t.before.iter().any(Draft::done)
    }),
    // "The crown prince had received him": another meeting of the two, before that of the news.
    aside("had-received", &["MEET"], |t, d| t.again(d) && !t.anew(d)),
    // "Presented his credentials to the king. He also called on the foreign minister": another, with somebody else.
    another("with-somebody-else", &["MEET"], |t, d| {
        let presented = |o: &Draft| o.kind == "CREDENTIALS" && o.done();
        t.anew(d) && (t.again(d) || t.perfect(d) || t.before.iter().any(presented))
    }),
    // Told by a verb before: "A received B. B had met his counterpart", "the two had met".
    another("told-by-verb-before", &["MEET"], |t, d| {
        let told = |o: &Draft| t.of_the_two(d, o) && !o.in_title() && !o.nominal && !o.vague;
        (!d.nominal && t.again(d) || t.perfect(d)) && t.before.iter().any(told)
    }),
    // "Talks of A and B took place. X also called on Y": another, where a name stands on either side.
    another("also-met", &["MEET"], |t, d| {
        let also = || {
            let apart = |s: &Sense| matches!(s, Sense::Word { work, kind: Some(kind) } if *work == "title_end" && *kind == "also");
            t.item.start > t.sentence.range.start && t.scan.is(t.item.start - 1, apart)
        };
        let named = |c: &Camp| c.seats.iter().any(|s| s.principal);
        let before_it = |o: &Draft| {
            t.of_the_two(d, o) && o.done() && o.spot < t.index && t.context.sentences[o.spot].scan == 1
        };
        t.sentence.by_order
            && t.in_text()
            && !d.nominal
            && !d.vague
            && d.camps.iter().all(named)
            && also()
            // "The two sides also exchanged views": in the meeting told before.
            && !t.left().iter().any(|i| matches!(i.what, What::Both))
            && t.before.iter().rev().any(before_it)
    }),
];

pub(super) const LAST: &[Step] = &[
    // "The two last met in January": another than the meeting of the news.
    another("another-than-the-last", &["MEET"], |t, d| {
        t.last(d) && t.before.iter().any(|o| t.of_the_two(d, o))
    }),
    aside("last-met", &["MEET", "CALL"], |t, d| t.last(d)),
    // "After talks, which a meeting of the two preceded yesterday"; without a day of its own it is of the same occasion.
    another_aside("preceded-by", &["MEET"], |t, d| {
        let same_here = |o: &Draft| o.kind == "MEET" && o.spot == t.index && o.party_set() == t.set(d);
        t.follows(d) && t.out.iter().any(same_here)
    }),
];

/// "Presented his credentials to the king. He also called on the foreign minister", "had earlier paid a courtesy call on the
/// speaker": a guest goes to somebody of the same state of whom nothing was told.
pub(super) fn sees_another(context: &Context, index: usize, draft: &Draft, before: &[Draft]) -> bool {
    let sentence = &context.sentences[index];
    let named = |c: &Camp| c.seats.iter().any(|s| s.principal);
    if draft.kind != "MEET" || !sentence.by_order || sentence.scan != 1 || draft.nominal || draft.vague {
        return false;
    }
    let receives = draft.mode.is_some_and(|m| m == "reception" || m == "call-on");
    if !receives || !draft.camps.iter().all(named) {
        return false;
    }
    let parties = draft.all_parties();
    let abroad = |a: &Actor| {
        matches!(a.kind, ActorKind::State(_))
            && matches!(a.marker.as_deref(), Some("in" | "at"))
            && a.party.is_some_and(|p| !parties.contains(&p))
    };
    let set = draft.party_set();
    let told = |d: &&Draft| {
        matches!(d.kind.as_str(), "MEET" | "CREDENTIALS" | "SIGN")
            && d.done()
            && !d.in_title()
            && d.party_set() == set
            && d.spot < index
            && (d.kind != "MEET" || d.camps.iter().all(named))
    };
    let knows =
        |d: &Draft, n: usize| d.camps.iter().flat_map(|c| &c.seats).any(|o| context.is_same(o.naming, n));
    let near: Vec<&Draft> = before.iter().filter(told).collect();
    let mut seats = draft.camps.iter().flat_map(|c| &c.seats).filter(|s| s.principal);
    !near.is_empty()
        && !sentence.actors.iter().any(abroad)
        && seats.any(|s| !near.iter().any(|d| knows(d, s.naming)))
}

/// "Earlier, A had": the words that open the sentence tell of what went before.
fn told_long_ago(scan: &Scan, sentence: &Sentence) -> bool {
    let earlier = |i: &Item| i.is_word("past") && scan.is(i.start, |s| matches!(s, Sense::Background));
    sentence.scan == 1 && scan.has_article() && sentence.items.iter().take(2).any(earlier)
}

/// "Their officials had begun with talks": what was before the news, told behind its first sentence by such a verb.
fn before_the_news(sentence: &Sentence, at: usize, draft: &Draft) -> bool {
    let plain = |i: &&Item| matches!(i.what, What::Other { common: true });
    let auxiliary = sentence.items[..at].iter().rev().find(|i| !plain(i));
    sentence.by_order
        && sentence.scan == 1
        && sentence.range.start > 0
        && !draft.nominal
        && matches!(draft.kind.as_str(), "MEET" | "CALL" | "SIGN")
        && auxiliary.is_some_and(|i| i.is_kind("auxiliary", "had"))
        // "Before the session the officials had met": on the day of that.
        && !sentence.items[..at].iter().any(|i| i.is_word("before"))
}

/// "His trip follows one to B, in the course of which he and B's president signed", "he comes from CITY, where he met": what
/// a relative clause tells of the journey before that of the news.
pub(super) fn on_former_journey(sentence: &Sentence, at: usize, draft: &Draft, before: &[Draft]) -> bool {
    if !sentence.by_order || draft.nominal || !matches!(draft.kind.as_str(), "MEET" | "SIGN" | "AGREE") {
        return false;
    }
    let former = |i: &Item| ["after", "from", "past", "joins"].iter().any(|w| i.is_word(w));
    let journey = |d: &Draft| {
        d.kind == "VISIT" && d.status == "happened" && !d.background && d.party_set() != draft.party_set()
    };
    let clause = arguments::relatives(sentence, false).iter().find(|r| r.contains(&at));
    clause.is_some_and(|r| sentence.items[..r.start].iter().any(former)) && before.iter().any(journey)
}

/// "Before that he met": the sentence opens with what lies before something that was told.
pub(super) fn opens_before(sentence: &Sentence, at: usize) -> bool {
    let told = |i: &Item| {
        i.is_word("pronoun") || i.is_word("relative") || matches!(i.what, What::Other { common: true })
    };
    let first = &sentence.items[..at.min(2)];
    first.iter().any(|i| i.is_word("before")) && first.iter().any(told)
}
