//! When and where the talks were, told behind a noun that names them again in a later sentence.

use std::ops::Range;

use jiff::civil::Date;
use rustc_hash::FxHashMap;

use super::{Draft, Sentence, place};
use crate::detect::date::{self, When};
use crate::detect::{Item, Scan, What};
use crate::pack::{Sense, TriggerForm, tags};

/// How many sentences after the talks may name them again.
const LATER: usize = 3;

/// How far behind the noun its day and place stand, in items.
const BEHIND: usize = 10;

/// "[A received B.] The two agreed during their meeting today in the palace on", "the talks, which were held at the ministry on
/// Sunday": day and place of the talks told before, where the language has an article or its verbs stand last.
pub(crate) fn again(scans: &[Scan], sentences: &[Sentence], drafts: &mut [Draft], published: Option<Date>) {
    // Few sentences come after talks that lack something.
    let lacks = |d: &Draft| kin(d) && (d.date.is_none() || d.tells < place::tells::BUILDING);
    let mut after: Vec<usize> =
        drafts.iter().filter(|d| lacks(d)).flat_map(|d| d.spot..=d.spot + LATER).collect();
    after.sort_unstable();
    after.dedup();
    // A document of thousands of events is gone through once.
    let mut told: FxHashMap<usize, Vec<usize>> = FxHashMap::default();
    drafts.iter().enumerate().for_each(|(k, d)| told.entry(d.spot).or_default().push(k));
    for index in after.into_iter().filter(|i| (1..sentences.len()).contains(i)) {
        let (sentence, scan) = (&sentences[index], &scans[sentences[index].scan]);
        if sentence.scan != 1 || !(scan.has_article() || sentence.verb_last) {
            continue;
        }
        let mut near: Vec<usize> =
            (index.saturating_sub(LATER)..=index).filter_map(|s| told.get(&s)).flatten().copied().collect();
        near.sort_unstable();
        let before = |d: &Draft| kin(d) && (d.spot < index || d.in_title());
        let all = || near.iter().map(|&k| &drafts[k]);
        if !all().any(|d| before(d) && lacks(d)) {
            continue;
        }
        let Some(said) = said_again(scan, sentence) else { continue };
        // Talks with others that the sentence tells itself.
        let last = all().filter(|d| before(d) && d.kind == "MEET").max_by_key(|d| d.spot);
        let Some(parties) = last.or(all().rev().find(|d| before(d))).map(Draft::party_set) else {
            continue;
        };
        let others = |d: &Draft| {
            d.spot == index && d.kind == "MEET" && !d.all_parties().is_empty() && d.party_set() != parties
        };
        if all().any(others) {
            continue;
        }
        let mut days = sentence.dates(scan).iter().filter(|f| {
            let (from, to) = (sentence.items[said.start].start, sentence.items[said.end - 1].end);
            (from..to).contains(&f.start)
        });
        let day = days.next();
        // "Their meeting last year": another one.
        if day.is_some_and(|f| {
            f.told() || f.is_ahead() || matches!(f.when, When::Season(_) | When::Year(_) | When::Month { .. })
        }) {
            continue;
        }
        let spot = place::among(scan, sentence, said);
        let date =
            day.and_then(|f| date::resolve(scan, f, published, false)).filter(|d| d.precision == "day");
        for k in near {
            let draft = &mut drafts[k];
            if !(before(draft) && draft.party_set() == parties) {
                continue;
            }
            if draft.date.is_none() {
                draft.date.clone_from(&date);
            }
            if let Some(spot) = spot.clone().filter(|_| matches!(draft.kind.as_str(), "MEET" | "CREDENTIALS"))
            {
                spot.give(draft);
            }
        }
    }
}

/// What may be named again by a noun for talks.
fn kin(draft: &Draft) -> bool {
    matches!(draft.kind.as_str(), "MEET" | "SIGN" | "CREDENTIALS" | "AGREE") && draft.done()
}

/// The words that tell when and where talks named again were: behind their noun, or before it where verbs stand last.
fn said_again(scan: &Scan, sentence: &Sentence) -> Option<Range<usize>> {
    let said = match sentence.verb_last {
        true => before_noun(scan, sentence)?,
        false => {
            let noun = named_again(scan, sentence)?;
            noun + 1..reach(scan, sentence, noun)
        }
    };
    (!said.is_empty()).then_some(said)
}

/// "[On Sunday in Accra held] talks": what stands before a participle that says so of the noun after it.
fn before_noun(scan: &Scan, sentence: &Sentence) -> Option<Range<usize>> {
    let items = &sentence.items;
    let past = |i: &Item| scan.word(i.start, "past").is_some_and(|m| m.end == i.end);
    let held = |i: &Item| past(i) || i.is_word("auxiliary");
    let noun = |i: &Item| {
        matches!(i.what, What::Attendance { .. })
            || i.tags & (tags::DAT | tags::LOC) != 0 && (scan.is_noun_of(i, "MEET") || i.is_word("gathering"))
    };
    let k = (1..items.len()).take(BEHIND).find(|&k| held(&items[k - 1]) && noun(&items[k]))?;
    let stops =
        |i: &Item| matches!(i.what, What::Mark(',' | '–' | '—') | What::Trigger(_)) || i.is_word("pronoun");
    (!items[..k - 1].iter().any(stops)).then_some(0..k - 1)
}

/// The noun that names talks again: with a pronoun or after "during", or before a clause about it.
fn named_again(scan: &Scan, sentence: &Sentence) -> Option<usize> {
    let items = &sentence.items;
    let relative = |k: usize| items.get(k).is_some_and(|i| i.is_word("relative"));
    let found = (0..items.len()).find(|&k| {
        let item = &items[k];
        let apart = items.get(k + 1).is_some_and(|c| c.is_mark(",")) && relative(k + 2);
        let clause = relative(k + 1) || apart;
        // "During the meeting", "attended the meeting, which was held today, A and B", where the pack has the words before the
        // clause as one phrase.
        let phrase = match item.what {
            What::Resumption => relative(k + 1),
            What::Attendance { .. } => item.end > item.start + 1 && clause,
            _ => false,
        };
        if phrase {
            return scan.word(item.end - 1, "gathering").is_some()
                || super::housed::noun_of_talks(scan, item.end - 1);
        }
        if !scan.is_noun_of(item, "MEET") && !item.is_word("gathering") {
            return false;
        }
        let during = k > 0 && items[k - 1].is_word("during");
        let theirs = scan.is_owned(item);
        (theirs && scan.is_noun_of(item, "MEET")) || during || clause
    })?;
    // "Their former meeting", "the next one".
    let other = |k: usize| {
        items.get(k).is_some_and(|i| {
            scan.is(i.start, |s| {
                matches!(s, Sense::Turn { .. } | Sense::Ordinal)
                    || matches!(s, Sense::Modifier { kind, .. } if *kind == "former")
            })
        })
    };
    (!other(found + 1)).then_some(found)
}

/// Where what is said of the noun ends: at a mark that opens no clause about it, at somebody, at another verb.
fn reach(scan: &Scan, sentence: &Sentence, noun: usize) -> usize {
    let items = &sentence.items;
    let relative = |i: &Item| i.is_word("relative");
    let mut k = noun + 1;
    let mut inside = false;
    while k < items.len().min(noun + BEHIND) {
        let item = &items[k];
        let finite = matches!(&item.what, What::Trigger(o)
            if o.iter().any(|(_, f)| matches!(f, TriggerForm::Past | TriggerForm::Present | TriggerForm::Passive)));
        let opens =
            items.get(k + 1).is_some_and(|n| relative(n) || matches!(n.what, What::Time) || starts(scan, n));
        let stops = match &item.what {
            What::Mark(c) => *c != ',' || !opens,
            What::Trigger(_) => finite && !(inside && relative(&items[k - 1])),
            What::Attendance { .. } | What::Counterpart | What::Both | What::Side => true,
            What::Word { work, .. } => work == "about",
            _ => false,
        };
        if stops {
            break;
        }
        inside |= relative(item);
        k += 1;
    }
    k
}

/// A day or a preposition of place.
fn starts(scan: &Scan, item: &Item) -> bool {
    let place = |m: &str| matches!(m, "in" | "with-b");
    item.is_word("in")
        || scan.pack.lexicon.marker_name(item.marker).is_some_and(place)
        || scan.is(item.start, |s| matches!(s, Sense::Relative { .. } | Sense::Weekday { .. }))
}
