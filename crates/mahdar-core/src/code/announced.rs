//! The day on which something was said, where that is the day of what was done by saying it, or of the talks it was said in.

use std::ops::Range;

use jiff::civil::Date;

use super::{Draft, Sentence, setting};
use crate::detect::date::{self, Found};
use crate::detect::person::{Actor, ActorKind};
use crate::detect::{Item, Scan, What};

/// Acts that are done by saying them.
const SAID: [&str; 5] = ["SUMMON", "RECALL", "EXPEL", "SANCTION", "STATEMENT"];

/// How many sentences behind an act may tell when it was said.
const LATER: usize = 2;

/// How many sentences before an act may announce the statement that it stands in.
const EARLIER: usize = 4;

/// How far from its day a verb of saying stands, in items.
const NEAR: usize = 10;

/// "A expelled an envoy of B. On Friday the minister said so": the day of saying is that of an act done by saying it.
pub(crate) fn announced(
    scans: &[Scan],
    sentences: &[Sentence],
    drafts: &mut [Draft],
    published: Option<Date>,
) {
    for draft in drafts.iter_mut().filter(|d| d.date.is_none() && d.done() && !d.background) {
        let day = if SAID.contains(&draft.kind.as_str()) {
            told_of_it(scans, sentences, draft)
        } else {
            said_in_talks(scans, sentences, draft)
        };
        draft.date = day.and_then(|(scan, day)| date::resolve(scan, day, published, false));
    }
}

/// The day on which an act was said, in the sentences behind it or in one that announces its words.
fn told_of_it<'a>(
    scans: &'a [Scan<'a>],
    sentences: &'a [Sentence],
    draft: &Draft,
) -> Option<(&'a Scan<'a>, &'a Found)> {
    let first = match draft.in_title() {
        true => sentences.iter().position(|s| s.scan == 1)?,
        false => draft.spot + 1,
    };
    let later = (first..sentences.len().min(first + LATER)).filter(|&i| sentences[i].scan == 1);
    let earlier = (draft.spot.saturating_sub(EARLIER)..draft.spot).rev().filter(|&i| {
        sentences[i].scan == 1
            && sentences[i].items.last().is_some_and(|l| l.is_mark(":") || l.is_mark("\"“«"))
    });
    later.chain(earlier).find_map(|i| said_day(scans, &sentences[i], draft))
}

/// "…, A said on Monday. A made the remark during talks with B": the day of talks in which something was said is that of saying.
fn said_in_talks<'a>(
    scans: &'a [Scan<'a>],
    sentences: &'a [Sentence],
    draft: &Draft,
) -> Option<(&'a Scan<'a>, &'a Found)> {
    let own = sentences.get(draft.spot).filter(|s| s.scan == 1 && draft.kind == "MEET" && draft.nominal)?;
    let before = draft.spot.checked_sub(1).map(|b| &sentences[b]).filter(|b| b.scan == 1)?;
    let (scan, to) = (&scans[own.scan], draft.at.min(own.items.len()));
    let during = own.items[..to].iter().rev().take(3).any(|i| i.is_word("during"));
    let said = || own.items[..to].iter().any(|i| says(scan, i));
    if during && said() { said_day(scans, before, draft) } else { None }
}

/// The one day in a sentence that stands beside a verb of saying, where nobody else than the doer of an act speaks.
fn said_day<'a>(
    scans: &'a [Scan<'a>],
    sentence: &'a Sentence,
    draft: &Draft,
) -> Option<(&'a Scan<'a>, &'a Found)> {
    let scan = &scans[sentence.scan];
    let spoken = |f: &&Found| {
        f.is_day()
            && !f.is_ahead()
            && !setting::dateline(scan, sentence, f)
            && said_within(scan, sentence, f).is_some_and(|w| is_his(sentence, &w, draft))
    };
    let mut days = sentence.dates(scan).iter().filter(spoken);
    match (days.next(), days.next()) {
        (Some(day), None) => Some((scan, day)),
        _ => None,
    }
}

/// A verb of saying, or of making a document public, outside names and acts.
fn says(scan: &Scan, item: &Item) -> bool {
    let inside = matches!(item.what, What::Name { .. } | What::Office(_) | What::State { .. });
    !inside && (item.start..item.end).any(|t| ["saying", "issued"].iter().any(|w| scan.word(t, w).is_some()))
}

/// The items in which a day and the verb of saying stand with whoever speaks.
fn said_within(scan: &Scan, sentence: &Sentence, day: &Found) -> Option<Range<usize>> {
    let items = &sentence.items;
    let from = items.partition_point(|i| i.end <= day.start);
    let to = items.partition_point(|i| i.start < day.end);
    let before =
        (from.saturating_sub(NEAR)..from).rev().find(|&k| says(scan, &items[k]) || !links(&items[k]));
    let verb = before.filter(|&k| says(scan, &items[k]));
    if let Some(verb) = verb {
        return Some(verb.saturating_sub(NEAR)..to);
    }
    // Where verbs stand last, what was said stands between the day and the verb.
    let last = || items.iter().rev().take(3).any(|i| says(scan, i));
    let opens = sentence.verb_last && items[..from].iter().all(links) && last();
    if opens && sentence.actors.iter().any(|a| a.items.start < from) {
        return Some(0..to);
    }
    let behind = (to..items.len().min(to + NEAR)).find(|&k| says(scan, &items[k]) || !links(&items[k]));
    if let Some(verb) = behind.filter(|&k| says(scan, &items[k])) {
        return Some(from.saturating_sub(NEAR)..verb + NEAR);
    }
    opens.then_some(0..to)
}

/// What may stand between a day and the verb of saying: who speaks, where, in what, of what; no clause of its own.
fn links(item: &Item) -> bool {
    match &item.what {
        What::Trigger(options) => options.iter().all(|(_, form)| form.is_noun()),
        What::Mark(c) => !matches!(c, ';' | ':' | '!' | '?' | '«' | '“'),
        _ => !["relative", "as", "before", "but", "past"].iter().any(|w| item.is_word(w)),
    }
}

/// Nobody of another party than the doer's speaks there.
fn is_his(sentence: &Sentence, within: &Range<usize>, draft: &Draft) -> bool {
    let doer = &draft.camps[0].parties;
    let city = |a: &Actor| a.kind.is_city();
    let other = |a: &Actor| {
        a.party.as_ref().is_some_and(|p| match draft.unordered {
            true => !draft.all_parties().contains(p),
            false => !doer.contains(p),
        })
    };
    let suffers = |a: &Actor| {
        !draft.unordered
            && matches!(a.kind, ActorKind::Person(n) if draft.camps[1].seats.iter().any(|s| s.naming == n))
    };
    let near = |a: &&Actor| within.contains(&a.items.start) && !city(a);
    !sentence.actors.iter().filter(near).any(|a| other(a) || suffers(a))
}
