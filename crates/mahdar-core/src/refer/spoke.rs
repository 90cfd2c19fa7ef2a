//! "A received B and C. Speaking with B, A noted": whom he received he met once.

use crate::code::Draft;

/// Drops talks that a word of speaking tells of again.
pub(crate) fn drop_spoken(drafts: &mut Vec<Draft>) {
    let speaks = |d: &Draft| d.mode.as_deref() == Some("spoke");
    let met = |d: &Draft, o: &Draft| {
        let them = o.all_parties();
        let all = d.all_parties().iter().all(|p| them.contains(p));
        o.kind == "MEET" && o.done() && !speaks(o) && o.spot <= d.spot && all
    };
    let keep: Vec<bool> = drafts.iter().map(|d| !(speaks(d) && drafts.iter().any(|o| met(d, o)))).collect();
    let mut keep = keep.into_iter();
    drafts.retain(|_| keep.next().unwrap_or(true));
}
