//! A ceremony at which several envoys presented their credentials, each told by a verb of his own.

use super::LOOK_BACK;
use crate::Slug;
use crate::code::{Draft, Known};

/// One envoy presents his credentials, and a verb of the text tells of him alone.
pub(super) fn by_himself(draft: &Draft) -> bool {
    draft.kind == "CREDENTIALS"
        && !draft.in_title()
        && (!draft.nominal || draft.camps[1].known == Known::Lent)
        && !draft.background
        && draft.status == "happened"
        && draft.camps[0].parties.len() == 1
        && (draft.camps[0].envoy || !draft.camps[0].seats.is_empty())
}

/// "The credentials of two ambassadors", and the text tells of the one, then of the other: one event each.
///
/// Where one of them stands in a list alone the ceremony stays whole.
pub(crate) fn apart(drafts: &mut Vec<Draft>) {
    for i in (0..drafts.len()).rev() {
        let Some(each) = told_each(drafts, i) else { continue };
        let whole = std::mem::take(&mut drafts[i]);
        drafts.splice(i..=i, each.into_iter().map(|one| within(&whole, one)));
    }
}

/// Those of whom verbs of their own tell, where they are all who came.
fn told_each(drafts: &[Draft], i: usize) -> Option<Vec<Draft>> {
    let whole = drafts.get(i).filter(|d| !d.each.is_empty() && d.camps[0].parties.len() > 1)?;
    let sender = |d: &Draft| d.camps[0].parties.first().copied();
    let mut each: Vec<Draft> = Vec::new();
    for one in &whole.each {
        if each.iter().all(|o| sender(o) != sender(one)) {
            each.push(one.clone());
        }
    }
    let beside: Vec<Slug> = drafts[i + 1..]
        .iter()
        .take(LOOK_BACK)
        .filter(|d| by_himself(d) && d.camps[1].parties == whole.camps[1].parties)
        .filter_map(sender)
        .collect();
    let told = |p: &Slug| beside.contains(p) || each.iter().any(|o| sender(o) == Some(*p));
    (each.len() + beside.len() > 1 && whole.camps[0].parties.iter().all(told)).then_some(each)
}

/// One of the ceremony, with what was said of the whole of it.
fn within(whole: &Draft, one: Draft) -> Draft {
    let mut also = one.also;
    also.extend(std::iter::once(&whole.trigger).chain(&whole.also).filter(|w| **w != one.trigger).cloned());
    let [envoy, _] = one.camps;
    Draft {
        also,
        camps: [envoy, whole.camps[1].clone()],
        date: one.date.or_else(|| whole.date.clone()),
        place: one.place.or_else(|| whole.place.clone()),
        secondary: whole.secondary,
        aside: whole.aside,
        each: Vec::new(),
        ..one
    }
}
