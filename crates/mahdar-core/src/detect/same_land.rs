//! "Arrived in A and met the country's president": whose office is meant by the name of the land that was told last.

use std::ops::Range;

use super::{Item, Scan, What};
use crate::Slug;
use crate::pack::StateForm;

/// Over how many words the name of the land may have.
const WORDS: usize = 6;

/// Gives the state that was told last to offices of "the country"; `before` is the last of the sentence before.
///
/// Returns the last of this sentence.
pub(crate) fn same_land(scan: &Scan, items: &mut Vec<Item>, before: Option<Slug>) -> Option<Slug> {
    if !scan.pack.lexicon.has_word("same_land") {
        return None;
    }
    let mut told = None;
    let mut taken: Vec<Range<usize>> = Vec::new();
    for item in items.iter_mut() {
        match &mut item.what {
            What::State { code, form: StateForm::Name | StateForm::Capital | StateForm::City } => {
                told = Some(*code);
            }
            // An envoy is sent from there or to it.
            What::Office(office) if office.state.is_none() && told.or(before).is_some() => {
                let envoy = scan.pack.envoys.contains(&office.position);
                if let Some(from) = of_land(scan, item.start).filter(|_| !envoy) {
                    office.state = told.or(before);
                    taken.push(from..item.start);
                }
            }
            What::Institution { state, .. } if state.is_none() && told.or(before).is_some() => {
                if let Some(from) = of_land(scan, item.start) {
                    *state = told.or(before);
                    taken.push(from..item.start);
                }
            }
            _ => {}
        }
    }
    // As "A's president" they are words of the office.
    items.retain(|i| !taken.iter().any(|r| r.start <= i.start && i.end <= r.end));
    told
}

/// Where "the country's" begins that stands before this word.
fn of_land(scan: &Scan, at: usize) -> Option<usize> {
    let mark = at.checked_sub(1).filter(|&m| scan.possessive(m))?;
    (mark.saturating_sub(WORDS)..mark).find(|&t| scan.word(t, "same_land").is_some_and(|m| m.end == mark))
}
