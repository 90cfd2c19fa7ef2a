//! What a clause says of the noun that is its subject: "[the meeting of A with B] will be held", "was not held", "is being prepared".

use super::Sentence;
use crate::detect::{Item, Scan, What};
use crate::pack::tags;

/// How many items may stand between a noun and what is said of it: offices, states and names of those who meet.
const REACH: usize = 24;

/// How many items before a noun may tell what is prepared: "the preparations [are going on well] for the holding of".
const BEFORE: usize = 8;

/// Where the noun stands before its verb, what that verb says of it: planned, denied or postponed.
///
/// The verb of another clause, and one that tells of something else than that it takes place, says nothing.
pub(super) fn said_of(scan: &Scan, sentence: &Sentence, at: usize) -> Option<&'static str> {
    if !scan.has_article() {
        return None;
    }
    if is_prepared(scan, sentence, at) {
        return Some("planned");
    }
    if !is_subject(scan, sentence, at) {
        return None;
    }
    let items = &sentence.items;
    let mut not = false;
    for item in items[at + 1..].iter().take(REACH) {
        let does = |work: &str| scan.word(item.start, work).is_some_and(|m| m.end >= item.end);
        let off = |work: &&str| does(work) && !item.is_kind(work, "noun");
        if ["cancelled", "postponed"].iter().any(off) {
            return Some("postponed");
        }
        match &item.what {
            What::Mark('"' | '«' | '»' | '“' | '”' | '(' | ')' | '-') => continue,
            What::Mark(_) => return None,
            // "Was not held" may be one phrase.
            What::Word { work, .. }
                if *work == "negation" && scan.word(item.end - 1, "takes-place").is_some() =>
            {
                return Some("denied");
            }
            What::Word { work, .. } if *work == "negation" => {
                not = true;
                continue;
            }
            _ if not => {
                // "Its date has not been set": it is to be held all the same.
                let open = does("scheduling").then_some("planned");
                return open.or_else(|| takes_place(scan, item).then_some("denied"));
            }
            _ if item.first_tags & tags::FUTURE != 0 => {
                return takes_place(scan, item).then_some("planned");
            }
            What::Word { work, kind } => match work.as_str() {
                "pending" => {
                    return Some(if kind.is_some_and(|k| k == "weighed") {
                        "hypothetical"
                    } else {
                        "planned"
                    });
                }
                "future" | "planned" if item.end == item.start + 1 => return Some("planned"),
                "relative" | "auxiliary" | "saying" | "future" | "planned" | "hypothetical" => return None,
                _ => {}
            },
            _ if item.is_verb() => return None,
            _ => {}
        }
    }
    None
}

/// A verb that says no more of its subject than that it is, when it is, or what it is about.
fn takes_place(scan: &Scan, item: &Item) -> bool {
    ["takes-place", "occurs"].iter().any(|work| scan.word(item.start, work).is_some())
        || item.is_kind("auxiliary", "present")
        || item.is_kind("auxiliary", "done")
}

/// It opens its clause, alone or as that of which the day, the place or the round is told: "[he said that] the date of the summit".
fn is_subject(scan: &Scan, sentence: &Sentence, at: usize) -> bool {
    let items = &sentence.items;
    if items[at].marker != 0 {
        return false;
    }
    let whose = |i: &Item| i.marker == 0 && scan.word(i.start, "date-of").is_some();
    let first = if at > 0 && whose(&items[at - 1]) { at - 1 } else { at };
    first == 0 || items[first - 1].is_that() || items[first - 1].is_mark(":\"«“") || {
        // "Added and that": a conjunction between.
        items[first - 1].is_word("and") && (first < 2 || matches!(items[first - 2].what, What::Mark(_)))
    }
}

/// "Preparations are under way for the holding of a meeting", "contacts to arrange a summit": by a noun of holding, with the
/// preposition of what is aimed at, behind one of preparing.
fn is_prepared(scan: &Scan, sentence: &Sentence, at: usize) -> bool {
    let items = &sentence.items;
    let to = |i: &Item| scan.pack.lexicon.marker_name(i.marker) == Some("to");
    let holding = |i: &Item| scan.word(i.start, "holding").is_some();
    let aim = if to(&items[at]) {
        at
    } else if at > 0 && items[at].marker == 0 && holding(&items[at - 1]) && to(&items[at - 1]) {
        at - 1
    } else {
        return false;
    };
    let ends = |i: &&Item| matches!(i.what, What::Mark(_)) || i.is_word("relative");
    let before = items[..aim].iter().rev().take(BEFORE).take_while(|i| !ends(i));
    before.take_while(|i| !i.is_only_verb()).any(|i| scan.word(i.start, "preparing").is_some())
}
