//! Words that may tell of a call, and are part of a meeting: "welcomed him and spoke with him".

use crate::code::{Draft, LOOK_BACK};

/// Takes what the same two said to each other in the sentence that tells of their meeting for a part of it, and for no call.
pub(crate) fn spoke_there(drafts: &mut Vec<Draft>) {
    let part = |d: &Draft, o: &Draft| {
        o.kind == "MEET"
            && o.done()
            && o.spot == d.spot
            && o.at < d.at
            && o.party_set() == d.party_set()
            && d.camps.iter().any(|c| c.center)
    };
    let called =
        |d: &Draft| d.kind == "CALL" && d.status == "happened" && !d.nominal && !d.in_title() && !d.another;
    let met = |i: usize| drafts[i.saturating_sub(LOOK_BACK)..i].iter().any(|o| part(&drafts[i], o));
    let keep: Vec<bool> = (0..drafts.len()).map(|i| !(called(&drafts[i]) && met(i))).collect();
    let mut keep = keep.into_iter();
    drafts.retain(|_| keep.next().unwrap_or(true));
}
