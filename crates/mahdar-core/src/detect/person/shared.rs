//! Names that stand before an office that they share, or behind a dash after it: "A and B, the ministers of X and Y".

use super::{Actor, ActorKind, Held, Named};
use crate::Slug;
use crate::detect::Scan;
use crate::detect::items::{Item, What};
use crate::detect::office::OfficePhrase;
use crate::model::Words;

/// Gives those named beside a plural office of several states each his own, in the order of the names.
pub(super) fn share(scan: &Scan, items: &[Item], actors: &mut Vec<Actor>, namings: &mut [Named]) {
    if !scan.pack.features.capitals_alone() {
        return;
    }
    for k in 1..actors.len() {
        held_by_last(scan, items, actors, namings, k);
    }
    let mut k = 0;
    while k < actors.len() {
        match sharers(items, actors, namings, k) {
            Some((from, before)) => k = seat(scan, actors, namings, k, from, before),
            None => k += 1,
        }
    }
}

/// "A and B, the ministers of X and Y": what stands beside B alone is the office of both.
fn held_by_last(scan: &Scan, items: &[Item], actors: &mut [Actor], namings: &mut [Named], k: usize) {
    let ActorKind::Person(last) = actors[k].kind else { return };
    let [held] = &namings[last].held[..] else { return };
    let Some(office) = held.office.clone() else { return };
    let codes: Vec<Slug> = office.state.into_iter().chain(office.more_states.iter().copied()).collect();
    // The office stands behind the name.
    let behind = office.span[0] > namings[last].name.span[1];
    let Some(first) = (k + 1).checked_sub(codes.len()) else { return };
    if codes.len() < 2 || !behind || office.accredited_to.is_some() {
        return;
    }
    let nobody =
        |a: &Actor| matches!(a.kind, ActorKind::Person(p) if a.party.is_none() && namings[p].held.is_empty());
    let joined = actors[first..=k].windows(2).all(|w| is_list(items, &w[0], &w[1]));
    if !joined || !actors[first..k].iter().all(nobody) {
        return;
    }
    give(scan, actors, namings, first, &codes, &office);
}

fn is_list(items: &[Item], one: &Actor, next: &Actor) -> bool {
    let between = &items[one.items.end.min(next.items.start)..next.items.start];
    between.iter().all(|i| i.is_mark(",") || i.is_word("and") || matches!(i.what, What::Honorific { .. }))
}

/// Each of those named holds the office in his own state.
fn give(
    scan: &Scan,
    actors: &mut [Actor],
    namings: &mut [Named],
    from: usize,
    codes: &[Slug],
    office: &OfficePhrase,
) {
    let noun = noun(scan, office);
    for (n, code) in codes.iter().enumerate() {
        let actor = &mut actors[from + n];
        let ActorKind::Person(naming) = actor.kind else { continue };
        actor.party = Some(*code);
        let person = &mut namings[naming];
        if person.held.is_empty() || office.span[0] > person.name.span[0] {
            let own = OfficePhrase { state: Some(*code), more_states: Vec::new(), ..office.clone() };
            let words = if n == 0 { scan.text.slice(office.span) } else { noun.clone() };
            person.held = vec![Held { words, office: Some(own) }];
        }
        person.serves(*code);
    }
}

/// The first of those who hold the office of actor `k`, and whether they stand before it.
fn sharers(items: &[Item], actors: &[Actor], namings: &[Named], k: usize) -> Option<(usize, bool)> {
    let office = &actors[k];
    let ActorKind::Official(phrase) = &office.kind else { return None };
    let n = 1 + office.more.len();
    if !office.plural || n < 2 || office.party.is_none() || phrase.accredited_to.is_some() {
        return None;
    }
    let nobody = |a: &Actor| match a.kind {
        ActorKind::Person(p) => a.party.is_none() && namings[p].held.is_empty() && namings[p].party.is_none(),
        _ => false,
    };
    let listed =
        |list: &[Actor]| list.iter().all(nobody) && list.windows(2).all(|w| is_list(items, &w[0], &w[1]));
    let between = |from: usize, to: usize| &items[from.min(to)..to];
    if let Some(first) = k.checked_sub(n) {
        let list = &actors[first..k];
        let gap = between(list[n - 1].items.end, office.items.start);
        let comma = gap.first().is_some_and(|i| i.is_mark(","));
        if comma && gap[1..].iter().all(|i| i.is_word("determiner")) && listed(list) {
            return Some((first, true));
        }
    }
    let list = actors.get(k + 1..k + 1 + n)?;
    let gap = between(office.items.end, list[0].items.start);
    // "The leaders of A and B, President X and Prime Minister Y": each by an office of his own, whose state is told before.
    let of_own_office = |a: &Actor| match a.kind {
        ActorKind::Person(p) => {
            let held =
                |h: &Held| h.office.as_ref().is_some_and(|o| o.state.is_none() && o.more_states.is_empty());
            !namings[p].held.is_empty() && namings[p].party.is_none() && namings[p].held.iter().all(held)
        }
        _ => false,
    };
    let more = actors.get(k + 1 + n).is_some_and(|next| is_list(items, &list[n - 1], next));
    let joined = list.windows(2).all(|w| is_list(items, &w[0], &w[1]));
    if matches!(gap, [mark] if mark.is_mark(",:–—")) && list.iter().all(of_own_office) && joined && !more
    {
        return Some((k + 1, false));
    }
    let opens = |i: &Item| matches!(i.what, What::Mark('–' | '—' | '-' | '(' | ':'));
    let (mark, titles) = gap.split_first()?;
    let titled = titles.iter().all(|i| matches!(i.what, What::Honorific { .. }));
    (opens(mark) && titled && listed(list)).then_some((k + 1, false))
}

/// Puts those who share an office in its place among the actors; returns where to look on.
fn seat(
    scan: &Scan,
    actors: &mut Vec<Actor>,
    namings: &mut [Named],
    k: usize,
    from: usize,
    before: bool,
) -> usize {
    let office = actors.remove(k);
    let ActorKind::Official(phrase) = &office.kind else { return k + 1 };
    let from = if before { from } else { from - 1 };
    let codes: Vec<Slug> = office.party.into_iter().chain(office.more.iter().copied()).collect();
    give(scan, actors, namings, from, &codes, phrase);
    let last = from + codes.len() - 1;
    if before {
        actors[last].items.end = office.items.end;
    } else {
        let first = &mut actors[from];
        (first.items.start, first.start) = (office.items.start, office.start);
        (first.marker, first.and, first.tags) = (office.marker, office.and, office.tags);
    }
    last + 1
}

/// The plural noun of an office without the states that it is of.
fn noun(scan: &Scan, office: &OfficePhrase) -> Words {
    let inside = |t: &usize| scan.text.tokens.get(*t).is_some_and(|x| x.end <= office.span[1]);
    let mut end = office.start + 1;
    while inside(&end) && scan.word(end, "of").is_none() {
        end += 1;
    }
    let words = scan.text.words(office.start, end);
    scan.text.slice([office.span[0].max(words.span[0]), words.span[1]])
}
