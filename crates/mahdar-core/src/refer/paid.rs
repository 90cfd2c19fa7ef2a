//! "A visit that B was to pay to A": the noun and the clause behind it tell one journey.

use crate::code::Draft;

/// How many items stand between the noun and the verb of its clause, at most.
const REACH: usize = 10;

/// Drops the journey of a noun whose clause tells who is to go: "A said a visit that B was to pay to A had been called off".
pub(crate) fn drop_paid(drafts: &mut Vec<Draft>) {
    let paid = |d: &Draft, o: &Draft| {
        o.kind == "VISIT"
            && !o.nominal
            && !o.done()
            && o.spot == d.spot
            && (d.at + 1..=d.at + REACH).contains(&o.at)
            && o.party_set() == d.party_set()
            && o.camps[0].parties == d.camps[1].parties
    };
    let told_twice = |d: &Draft| d.kind == "VISIT" && d.nominal && drafts.iter().any(|o| paid(d, o));
    let keep: Vec<bool> = drafts.iter().map(|d| !told_twice(d)).collect();
    let mut keep = keep.into_iter();
    drafts.retain(|_| keep.next().unwrap_or(true));
}
