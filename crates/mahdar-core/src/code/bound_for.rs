//! Whose guest a traveller to a summit is: the state's where it is held, not the organisation's.

use super::{Draft, LOOK_BACK};
use crate::Slug;

/// Gives the visits that were told of a gathering ("flew to the summit of X") the state to which the traveller came, and those
/// told of the city where an organisation has its seat the organisation whose people alone he met there.
///
/// `seats`: organisations and the states where they have their seat.
pub(crate) fn bound_for(seats: &[(Slug, Slug)], drafts: &mut Vec<Draft>) {
    let mut i = 0;
    while i < drafts.len() {
        let new = journey(&drafts[i]).and_then(|(guest, host)| match host.starts_with("ORG:") {
            true => destination(seats, drafts, i, guest, host),
            false => seated_there(seats, &drafts[near(drafts, i)], guest, host),
        });
        let Some(new) = new else {
            i += 1;
            continue;
        };
        drafts[i].camps[1].parties = vec![new];
        match near(drafts, i).find(|&k| k != i && same_journey(&drafts[k], &drafts[i])) {
            // Told of the gathering and of the state: one visit, where it is told first.
            Some(k) => {
                let other = drafts.remove(k.max(i));
                let kept = &mut drafts[k.min(i)];
                kept.date = kept.date.take().or(other.date);
                if kept.place.is_none() {
                    (kept.place, kept.tells) = (other.place, other.tells);
                }
                kept.also.push(other.trigger);
                i += usize::from(k > i);
            }
            None => i += 1,
        }
    }
}

/// The drafts around one.
fn near(drafts: &[Draft], i: usize) -> std::ops::Range<usize> {
    i.saturating_sub(LOOK_BACK)..drafts.len().min(i + LOOK_BACK)
}

/// Who travels, and to whom, of a visit of one party to one.
fn journey(draft: &Draft) -> Option<(Slug, Slug)> {
    match [&draft.camps[0].parties[..], &draft.camps[1].parties[..]] {
        [&[guest], &[host]] if draft.kind == "VISIT" => Some((guest, host)),
        _ => None,
    }
}

/// The state to which whoever goes to a gathering of `host` comes: told by another visit of his, or by the place.
fn destination(seats: &[(Slug, Slug)], drafts: &[Draft], i: usize, guest: Slug, host: Slug) -> Option<Slug> {
    let other = |d: &Draft| {
        let (g, state) = journey(d)?;
        (g == guest && d.status == drafts[i].status && !d.background && !state.contains(':')).then_some(state)
    };
    let there = || drafts[i].land();
    let state = drafts[near(drafts, i)].iter().find_map(other).or_else(there)?;
    (state != guest && !seats.contains(&(host, state))).then_some(state)
}

/// The organisation with its seat in `state` whose people the traveller met or is to meet, where he met nobody of the state.
fn seated_there(seats: &[(Slug, Slug)], drafts: &[Draft], guest: Slug, state: Slug) -> Option<Slug> {
    let met = |d: &&Draft| matches!(d.kind.as_str(), "MEET" | "SIGN") && d.all_parties().contains(&guest);
    if drafts.iter().filter(met).any(|d| d.all_parties().contains(&state)) {
        return None;
    }
    let with = |d: &Draft| d.all_parties().into_iter().find(|p| seats.contains(&(*p, state)));
    drafts.iter().filter(met).find_map(with)
}

/// The same visit, told before of the gathering and of the state.
fn same_journey(one: &Draft, other: &Draft) -> bool {
    let [a, b] = [journey(one), journey(other)];
    a.is_some() && a == b && one.status == other.status && one.background == other.background && {
        let day = |d: &Draft| d.date.as_ref().map(|day| day.words.clone());
        day(one).is_none() || day(other).is_none() || day(one) == day(other)
    }
}
