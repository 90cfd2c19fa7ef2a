//! The house in which talks were, told beside a later word for them: "attended the talks at the palace", "the dialogue, held in
//! the villa of the government", "the venue was the palace"; the ministry where an envoy who was called in was told something;
//! and the council before which something was said.

use rustc_hash::FxHashSet;

use super::place::{Spot, among, extend, spot, tells, tells_of};
use super::{Draft, Sentence};
use crate::detect::{Item, Scan, What};
use crate::model::Place;
use crate::pack::Sense;

/// How many sentences after the talks may tell their house.
const TOLD_AFTER: usize = 4;

/// How many items stand at most between the word for talks and the preposition: a comma, "that", "took place".
const BETWEEN: usize = 4;

/// Gives talks the house that a later sentence tells beside a word for them, where no more than a city was told.
pub(super) fn housed(scans: &[Scan], sentences: &[Sentence], drafts: &mut [Draft]) {
    let cased = scans.first().is_some_and(|s| s.pack.features.svo_with_cases());
    if !cased && !sentences.first().is_some_and(|s| s.by_order) {
        return;
    }
    venues(scans, sentences, drafts);
    told_there(scans, sentences, drafts);
    before_council(scans, sentences, drafts);
    let met = |d: &Draft| matches!(d.kind.as_str(), "MEET" | "CREDENTIALS" | "SIGN") && d.done();
    // Where a sentence tells a meeting of its own, its house is that one's.
    let told: FxHashSet<usize> =
        drafts.iter().filter(|d| met(d) && !d.all_parties().is_empty()).map(|d| d.spot).collect();
    for draft in drafts.iter_mut().filter(|d| met(d) && d.tells <= tells::CITY) {
        let later = draft.spot + 1..sentences.len().min(draft.spot + 1 + TOLD_AFTER);
        let spot = later.take_while(|s| !told.contains(s)).find_map(|s| {
            let sentence = &sentences[s];
            house(&scans[sentence.scan], sentence).filter(|_| sentence.scan == 1)
        });
        if let Some(spot) = spot {
            spot.give(draft);
        }
    }
}

/// How many sentences after the talks may tell their venue, the first with them.
const VENUE: usize = 3;

/// "CITY will be the venue of talks between A and B", "they met. The venue was the palace": gives them the place.
fn venues(scans: &[Scan], sentences: &[Sentence], drafts: &mut [Draft]) {
    for draft in drafts.iter_mut().filter(|d| matches!(d.kind.as_str(), "MEET" | "SIGN") && !d.background) {
        let near = draft.spot..sentences.len().min(draft.spot + VENUE);
        let text = near.map(|s| &sentences[s]).filter(|s| s.scan == 1 && s.by_order);
        for found in text.filter_map(|s| venue(&scans[s.scan], s)) {
            found.give(draft);
        }
    }
}

/// What a sentence says was the venue of something.
fn venue(scan: &Scan, sentence: &Sentence) -> Option<Spot> {
    let items = &sentence.items;
    let names = (0..items.len()).find(|&k| scan.word(items[k].end - 1, "venue").is_some())?;
    let is = |i: &Item| {
        i.is_word("auxiliary") || i.is_word("future") || i.is_word("becoming") || i.is_word("planned")
    };
    let small = |i: &Item| i.is_word("determiner") || is(i);
    let behind = (names + 1..items.len()).find(|&k| !small(&items[k]));
    let stands = |k: usize| tells_of(&items[k]).filter(|t| *t != tells::REGION);
    if let Some((at, tells)) = behind.filter(|&k| k > names + 1).and_then(|k| Some((k, stands(k)?)))
        && items[names + 1..at].iter().any(is)
    {
        return Some(whole(scan, items, at, at, tells));
    }
    let head =
        (0..names).rev().find(|&k| !small(&items[k])).filter(|&k| items[k + 1..names].iter().any(is))?;
    let tells = stands(head)?;
    // "The ministry in CITY was the setting".
    let house = head.checked_sub(2).filter(|_| items[head].is_city() && items[head - 1].is_word("in"));
    let from =
        house.filter(|&k| tells_of(&items[k]).is_some_and(|t| matches!(t, tells::SEAT | tells::BUILDING)));
    Some(whole(scan, items, from.unwrap_or(head), head, tells))
}

/// A venue from its first item over its head on: a ministry that was one tells as much as a house.
fn whole(scan: &Scan, items: &[Item], from: usize, head: usize, tells: u8) -> Spot {
    let house = from < head || tells == tells::SEAT;
    spot(scan, items, from..extend(scan, items, head), if house { tells::BUILDING } else { tells })
}

/// How many sentences after a summons tell what the envoy heard there.
const HEARD: usize = 2;

/// "Called in the envoy of A. At the ministry he was told that": where he was called to.
fn told_there(scans: &[Scan], sentences: &[Sentence], drafts: &mut [Draft]) {
    let summoned = |d: &&mut Draft| d.kind == "SUMMON" && d.done() && d.tells < tells::SEAT;
    for draft in drafts.iter_mut().filter(summoned) {
        let later = draft.spot + 1..sentences.len().min(draft.spot + 1 + HEARD);
        let found = later.map(|s| &sentences[s]).filter(|s| s.by_order && s.scan == 1).find_map(|s| {
            let scan = &scans[s.scan];
            let small = |i: &Item| i.is_word("determiner") || matches!(i.what, What::State { .. });
            let at = (0..s.items.len()).find(|&k| s.items[k].is_word("at"))?;
            let head = (at + 1..s.items.len()).find(|&k| !small(&s.items[k]))?;
            let ministry = matches!(s.items[head].what, What::Institution { portfolio: true, .. });
            let from = if s.items[at + 1].is_word("determiner") { at + 2 } else { at + 1 };
            ministry.then(|| spot(scan, &s.items, from.min(head)..head + 1, tells::SEAT))
        });
        if let Some(found) = found {
            found.give(draft);
        }
    }
}

/// Within how many words before the name of a council the word stands that says that somebody spoke there.
const SPOKEN: usize = 4;

/// "A told the Security Council that", "condemned B at the Security Council": the council before which all was said that
/// the same speaker says.
fn before_council(scans: &[Scan], sentences: &[Sentence], drafts: &mut [Draft]) {
    let said = |d: &Draft| matches!(d.kind.as_str(), "STATEMENT" | "APPEAL") && d.place.is_none() && d.done();
    let lead = sentences.iter().filter(|s| s.scan == 1).take(LEAD);
    let found = lead.filter(|s| s.by_order).find_map(|s| council(&scans[s.scan], s));
    let Some(found) = found else { return };
    let speaker = drafts.iter().find(|d| said(d)).and_then(|d| d.camps[0].parties.first().copied());
    let theirs = |d: &Draft| d.camps[0].parties.first().copied() == speaker;
    let body = |d: &Draft| d.all_parties().iter().any(|p| p.starts_with("ORG:"));
    for draft in drafts.iter_mut().filter(|d| said(d) && theirs(d) && !body(d)) {
        found.clone().give(draft);
    }
}

/// How many sentences of a text say before whom somebody speaks.
const LEAD: usize = 2;

/// The council before which a sentence says that somebody spoke.
fn council(scan: &Scan, sentence: &Sentence) -> Option<Spot> {
    let to = |t: usize| ["at", "before", "to", "in", "saying"].iter().any(|w| scan.word(t, w).is_some());
    let named = sentence.range.clone().find_map(|t| Some((t, scan.word(t, "council")?)));
    let (at, name) = named?;
    let near = (at.saturating_sub(SPOKEN).max(sentence.range.start)..at).any(to);
    // "Used the council's session to denounce".
    let session =
        scan.possessive(name.end) && (name.end..name.end + 2).any(|t| scan.word(t, "gathering").is_some());
    let tokens = &scan.text.tokens;
    let words = scan.text.slice([tokens[at].start, tokens[name.end - 1].end]);
    (near || session).then_some(Spot { tells: tells::SEAT, place: Place { words, state: None } })
}

/// The house after a word for talks.
fn house(scan: &Scan, sentence: &Sentence) -> Option<Spot> {
    let items = &sentence.items;
    let noun = |t: usize| scan.word(t, "gathering").is_some() || noun_of_talks(scan, t);
    let talks = |i: &Item| match i.what {
        What::Trigger(_) | What::Resumption | What::Attendance { .. } => noun(i.end - 1),
        _ => i.is_word("gathering"),
    };
    let small = |i: &Item| {
        i.is_mark(",")
            || ["relative", "auxiliary", "occurs", "pronoun", "attributive"].iter().any(|w| i.is_word(w))
            || matches!(i.what, What::Time)
            || scan.is_verb_of(i, "HOST")
            || scan.is_verb_of(i, "MEET") && i.end == i.start + 1
    };
    (0..items.len()).filter(|&k| talks(&items[k])).find_map(|k| {
        let at = (k + 1..items.len().min(k + 1 + BETWEEN)).find(|&j| !small(&items[j]))?;
        let led = ["at", "in", "on"].iter().any(|w| items[at].is_word(w));
        among(scan, sentence, at..at + 1).filter(|s| led && s.tells >= tells::BUILDING)
    })
}

/// A noun for talks, a ceremony or a signing at a token.
pub(super) fn noun_of_talks(scan: &Scan, token: usize) -> bool {
    scan.is(token, |s| {
        matches!(s, Sense::Trigger { frame, form }
            if form.is_noun() && matches!(scan.pack.frames[*frame].kind.as_str(), "MEET" | "CREDENTIALS" | "SIGN"))
    })
}
