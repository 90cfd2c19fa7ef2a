//! "NATO's members met. The alliance's secretary general NAME received": an organisation that a text has named, called by a
//! noun.

use rustc_hash::FxHashMap;

use super::Scan;
use crate::Slug;
use crate::pack::{Match, Sense, kinds, tags};

/// Over how many words an office may stand from the noun: "the secretary general of the organisation".
const REACH: usize = 4;

/// How many words the name of an organisation has at most before the noun in it: "the [Economic Community of] States".
const NAME: usize = 12;

/// Where words stand in a document: which of its texts, and the token.
type Spot = (usize, usize);

/// Where a document names each organisation, in order.
type Named = FxHashMap<Slug, Vec<(Spot, Match)>>;

/// Of "the organisation", "the bloc" beside an office makes the organisation that the document names elsewhere and that may
/// be called so: of those named before it the one named most, else the first behind it. All others are ordinary nouns.
pub(crate) fn settle(scans: &mut [Scan]) {
    let called = found(scans, |s| matches!(s, Sense::Called { .. }));
    // Few documents call one so, and only these are gone through for names.
    if called.is_empty() {
        return;
    }
    let mut named = Named::default();
    for (spot, words) in found(scans, |s| matches!(s, Sense::Organisation { adjective: false, .. })) {
        if let Sense::Organisation { code, .. } = scans[spot.0].sense(&words) {
            named.entry(*code).or_default().push((spot, words));
        }
    }
    for (spot, words) in called {
        let scan = &scans[spot.0];
        let calls = is_beside_an_office(scan, &words) && !is_inside_a_name(scan, &words);
        let meant = calls.then(|| meant(scan, spot, &words, &named)).flatten().map(|m| m.as_called(&words));
        scans[spot.0].matches.put(spot.1, &words, meant);
    }
}

/// The phrases of organisations with such a sense, in order.
fn found(scans: &[Scan], such: impl Fn(&Sense) -> bool) -> Vec<(Spot, Match)> {
    let mut all = Vec::new();
    for (s, scan) in scans.iter().enumerate() {
        for token in scan.matches.tokens_with(0..scan.text.tokens.len(), kinds::ORGANISATION) {
            let here = scan.matches[token].iter().filter(|m| such(scan.sense(m)));
            all.extend(here.map(|m| ((s, token), *m)));
        }
    }
    all
}

/// The organisation that is called so here.
fn meant(scan: &Scan, spot: Spot, words: &Match, named: &Named) -> Option<Match> {
    let Sense::Called { group } = *scan.sense(words) else { return None };
    let all = || scan.pack.lexicon.called[group].iter().filter_map(|code| named.get(code));
    let before = all().filter_map(|spots| {
        let last = spots[..spots.partition_point(|(at, _)| *at < spot)].last()?;
        Some((spots.len(), last))
    });
    // Of those named as often the last.
    let before = before.max_by_key(|(n, (at, _))| (*n, *at)).map(|(_, last)| last);
    let first = || all().filter_map(|spots| spots.first()).min_by_key(|(at, _)| *at);
    before.or_else(first).map(|(_, found)| *found)
}

/// Inside a longer name ("the European Union") a noun calls nothing.
fn is_inside_a_name(scan: &Scan, words: &Match) -> bool {
    let name = |m: &Match| {
        m.end >= words.end
            && matches!(scan.sense(m), Sense::Organisation { .. } | Sense::Institution { .. })
            && m.end - m.start > words.end - words.start
    };
    (words.start.saturating_sub(NAME)..=words.start).any(|t| scan.matches[t].iter().any(name))
}

/// An office of it stands right before it, or right behind it.
fn is_beside_an_office(scan: &Scan, words: &Match) -> bool {
    let office = |s: &Sense| matches!(s, Sense::Office { position, .. } if !scan.pack.groups.of_states.contains(position));
    let (from, end) = (words.start, words.end);
    let of = |t: usize| scan.word(t, "of").is_some();
    let leads_here = |m: &Match| m.end <= from && office(scan.sense(m)) && (m.end..from).all(of);
    let before = || (from.saturating_sub(REACH)..from).any(|t| scan.matches[t].iter().any(leads_here));
    let behind = |at: usize| (at..at + REACH).any(|t| scan.is(t, office));
    let owns =
        || scan.possessive(end) && behind(end + 1) || scan.pack.features.complement_before && behind(end);
    // What has a name of its own, in quotes, or is one of many, is another.
    let own_name = scan.mark(end).is_some_and(|c| matches!(c, '"' | '«' | '“'));
    let marks = words.first.tags;
    let definite = !scan.has_article() || marks & tags::DEFINITE != 0;
    // Where nouns have cases, many forms of the one are forms of the many as well.
    let one = marks & tags::PLURAL == 0 || marks & tags::CASES != 0;
    definite && one && !own_name && (before() || owns())
}
