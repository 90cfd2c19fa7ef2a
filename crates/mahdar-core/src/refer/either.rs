//! Of what two parties did to one another, things that a document never tells as news at once: a call and a meeting, a summons
//! and a meeting.
//!
//! Of 1,500 passages in four languages none is about both; where both were read, one of them was not so
//! (data/lang/ar/eval/others.md, "What is never told at once").

use crate::code::{Draft, LOOK_BACK};

/// Takes the one that is told on the way from what the document is about.
pub(crate) fn either(drafts: &[Draft], mains: &mut [bool]) {
    for at in 0..drafts.len() {
        if !mains[at] {
            continue;
        }
        let near = at.saturating_sub(LOOK_BACK)..drafts.len().min(at + LOOK_BACK);
        let news = |i: usize| mains[i] && i != at && drafts[i].party_set() == drafts[at].party_set();
        if near.filter(|&i| news(i)).any(|i| yields(&drafts[at], &drafts[i])) {
            mains[at] = false;
        }
    }
}

/// The first is told on the way beside the second.
fn yields(d: &Draft, other: &Draft) -> bool {
    match (d.kind.as_str(), other.kind.as_str()) {
        // "Called in the envoy; in the meeting with him": how he was told.
        ("MEET", "SUMMON" | "EXPEL") => d.done() && other.done(),
        // "Met him. The two will speak again", "called him to prepare the meeting": what the text tells first.
        ("MEET", "CALL") | ("CALL", "MEET") => d.status == other.status && comes_later(d, other),
        _ => false,
    }
}

/// The text tells the second first; what a title alone tells is told last.
fn comes_later(d: &Draft, other: &Draft) -> bool {
    let place = |d: &Draft| (d.in_title(), d.spot, d.at);
    place(d) > place(other)
}
