//! Who is who inside one document, and which event mentions are one event.
//!
//! Knows nothing of other documents: that is `resolve`.

mod agreed;
mod before;
pub(crate) mod ceremony;
mod closing;
mod either;
mod face_to_face;
mod gathered;
mod heads;
mod mains;
mod paid;
mod present;
mod reception;
mod seats;
mod secretaries;
mod spoke;
mod twice;
mod voiced;

use jiff::civil::Date;
use rustc_hash::{FxHashMap, FxHashSet};

use crate::Slug;
use crate::code::{Camp, Draft, Known, LOOK_BACK, Seat, Sentence, lender, other_day};
use crate::detect::person::{Actor, ActorKind, Held, Named, agency_bracket};
use crate::detect::{Scan, What};
use crate::model::{EventDate, Field, Office, Person, Place, Why, Words};
use crate::pack::{Pack, Sense, StateForm, kinds, tags};

pub(crate) use agreed::{agreed, beside_talks};
pub(crate) use before::told_before;
pub(crate) use closing::closing;
pub(crate) use either::either;
pub(crate) use face_to_face::spoke_there;
pub(crate) use gathered::{gathered, sat_as_third};
pub(crate) use heads::{seat_first, seat_heads};
pub(crate) use mains::{ON_THE_WAY, mains};
pub(crate) use paid::drop_paid;
pub(crate) use present::present;
pub(crate) use seats::seats;
pub(crate) use secretaries::{give_back_known, unlend};
pub(crate) use spoke::drop_spoken;
pub(crate) use twice::told_twice;

/// Namings grouped into persons.
pub(crate) struct People {
    /// Person of each naming; None for a naming that is nobody in office.
    pub of: Vec<Option<usize>>,
    /// Namings of each person.
    pub members: Vec<Vec<usize>>,
}

impl People {
    /// Everybody who sits in one of these events.
    pub fn seated<'d>(&self, drafts: impl IntoIterator<Item = &'d Draft>) -> FxHashSet<usize> {
        let camps = drafts.into_iter().flat_map(|d| &d.camps);
        camps.flat_map(|c| &c.seats).filter_map(|s| self.of[s.naming]).collect()
    }

    /// One of a person's namings tells an office, a rank or a title.
    pub fn is_official(&self, namings: &[Named], person: usize) -> bool {
        self.members[person].iter().any(|&m| official(&namings[m]))
    }
}

/// The meeting that a document is about, where it is about one.
fn only_meeting(drafts: &[Draft], mains: &[bool]) -> Option<usize> {
    let met = |i: &usize| mains[*i] && drafts[*i].kind == "MEET" && drafts[*i].status == "happened";
    let mut meetings = (0..drafts.len()).filter(met);
    meetings.next().filter(|_| meetings.next().is_none())
}

/// Speaks to the press for somebody or welcomes guests: named near a meeting, and not one of those who met.
fn stands_by(pack: &Pack, position: &Slug) -> bool {
    pack.groups.speaks.contains(position) || pack.groups.local.contains(position)
}

/// Parts of a name made comparable: compounds joined, particles and articles dropped.
pub(crate) fn key(pack: &Pack, parts: &[String]) -> Vec<String> {
    let mut out: Vec<String> = Vec::with_capacity(parts.len());
    let mut glue = false;
    for part in parts {
        let (particle, compound) = pack.lexicon.name_part(part);
        if particle && !glue {
            continue;
        }
        // "Badr Abdel Aty": a first half of many names that is a name of its own before another first half.
        if glue && !compound {
            if let Some(last) = out.last_mut() {
                last.push_str(part);
            }
        } else {
            out.push(strip_article(pack, part).to_string());
        }
        glue = compound;
    }
    if out.is_empty() { parts.to_vec() } else { out }
}

pub(crate) fn strip_article<'a>(pack: &Pack, part: &'a str) -> &'a str {
    for article in pack.lexicon.articles() {
        if let Some(rest) = part.strip_prefix(article.as_str())
            && rest.chars().count() >= 3
        {
            return rest.trim_start_matches('-');
        }
    }
    part
}

pub(crate) fn is_initial(part: &str) -> bool {
    let mut letters = part.trim_end_matches('.').chars();
    letters.next().is_some() && letters.next().is_none()
}

/// A second initial tells nothing: who writes it once leaves it out elsewhere.
fn initials(mut parts: Vec<String>) -> Vec<String> {
    // "F.-W.": the hyphen between them.
    if parts.first().is_some_and(|p| is_initial(p)) {
        parts.retain(|p| p.chars().any(char::is_alphabetic));
    }
    if parts.len() > 2 && is_initial(&parts[0]) && is_initial(&parts[1]) {
        parts.remove(1);
    }
    parts
}

/// Two parts of names that may be one in different cases.
pub(crate) fn near(pack: &Pack, a: &str, b: &str) -> bool {
    if a == b {
        return true;
    }
    if pack.features.case.is_empty() {
        // "J. Smith" is whoever of that name is called John.
        return (is_initial(a) || is_initial(b)) && first(a, 1) == first(b, 1);
    }
    if pack.features.complement_before && both_in_case(pack, a, b) {
        return true;
    }
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
    let n = a.len().min(b.len());
    if n == 1 {
        return a[0] == b[0];
    }
    // A name of two letters and its ending.
    if n == 2 && a.len() != b.len() {
        return a.len().abs_diff(b.len()) <= 2 && a[..2] == b[..2];
    }
    let stem = n.saturating_sub(2).max(3);
    n >= 3 && a.len().abs_diff(b.len()) <= 4 && a[..stem.min(n)] == b[..stem.min(n)]
}

/// One stem with two endings of cases ("X-INS", "X-GEN"), where endings are told apart by themselves.
fn both_in_case(pack: &Pack, a: &str, b: &str) -> bool {
    const STEM: usize = 3;
    let shared = a.chars().zip(b.chars()).take_while(|(x, y)| x == y).count();
    let case = |part: &str, at: usize| {
        let end = part.char_indices().nth(at).map_or("", |(i, _)| &part[i..]);
        pack.lexicon.suffixes.get(end).is_some_and(|t| t & tags::CASES != 0)
    };
    // An ending may begin with a letter that the other has as well.
    (shared.saturating_sub(1).max(STEM)..=shared).any(|at| case(a, at) && case(b, at))
}

/// True when the parts of `short` are parts of `long`, in order.
///
/// A short form begins as the long one does, or is a single part of it: a son's name holds his father's.
fn within(pack: &Pack, short: &[String], long: &[String]) -> bool {
    if short.len() > 1
        && !long.first().zip(short.first()).is_some_and(|(l, s)| near(pack, s, l))
        && short.len() < long.len()
    {
        return false;
    }
    let mut rest = long.iter();
    short.iter().all(|s| rest.any(|l| near(pack, s, l)))
}

/// Groups namings into persons: the fuller name takes the shorter ones that fit it alone.
///
/// Where the publisher's state is known, a name without an office that acts as officials do is its official.
pub(crate) fn people(pack: &Pack, namings: &[Named], at_home: bool) -> People {
    // A name in another script is a publisher's.
    let foreign = |n: &Named| pack.script == "Cyrl" && n.parts.iter().all(|p| p.is_ascii());
    let certain = |n: &Named| official(n) || n.known || n.acts && at_home && !foreign(n);
    // Most news name nobody of whom their words say more than the name.
    if !namings.iter().any(certain) {
        return People { of: vec![None; namings.len()], members: Vec::new() };
    }
    let keys: Vec<Vec<String>> = namings.iter().map(|n| initials(key(pack, &n.parts))).collect();
    let mut order: Vec<usize> = (0..namings.len()).collect();
    // Fuller names first; of equal ones the text before the title, then the earlier.
    let short = |i: usize| keys[i].first().is_some_and(|p| is_initial(p));
    order.sort_by_key(|&i| (std::cmp::Reverse(keys[i].len()), short(i), namings[i].field == Field::Title, i));
    let mut members: Vec<Vec<usize>> = Vec::new();
    // Which parties each of them serves, each once: somebody may be named thousands of times.
    let mut served: Vec<Vec<Slug>> = Vec::new();
    let serve = |served: &mut Vec<Slug>, i: usize| {
        served.extend(serves(&namings[i]).filter(|p| !served.contains(p)));
    };
    let mut index = Index { pack, persons: FxHashMap::default() };
    let mut of: Vec<Option<usize>> = vec![None; namings.len()];
    for &i in &order {
        let mut fits: Vec<usize> = Vec::new();
        for p in index.candidates(&keys[i]) {
            let long = &keys[members[p][0]];
            let other = || fathers_name(pack, &namings[i], &namings[members[p][0]]);
            if within(pack, &keys[i], long) && !contradict(&namings[i], &served[p]) && !other() {
                fits.push(p);
            }
        }
        if fits.is_empty() && pack.features.capitals_alone() {
            let near = (0..members.len()).rev().take(RESPELLED);
            let same = |&p: &usize| respelled(pack, i, members[p][0], &keys, namings);
            fits.extend(near.filter(same).find(|&p| !contradict(&namings[i], &served[p])));
        }
        // A short form that fits several belongs to the one named nearest before it.
        let chosen = match fits.len() {
            0 => None,
            1 => Some(fits[0]),
            _ => fits.into_iter().min_by_key(|&p| {
                let near = members[p].iter().map(|&m| if m <= i { i - m } else { 1000 + m - i });
                // Whoever holds an office is meant rather than his wife.
                let private =
                    pack.features.capitals && members[p].iter().all(|&m| namings[m].held.is_empty());
                (private, near.min().unwrap_or(usize::MAX))
            }),
        };
        let lone = keys[i].len() < 2 && !namings[i].royal;
        match chosen {
            Some(p) => {
                members[p].push(i);
                serve(&mut served[p], i);
                of[i] = Some(p);
            }
            // "Punjab governor meets A": a lone word of the title that no name of the text holds is nobody's name.
            None if pack.features.capitals_alone()
                && namings[i].field == Field::Title
                && namings[i].parts.len() < 2 => {}
            // "Discusses with the ambassador of A [the import of wheat]", where the text names that ambassador otherwise.
            None if pack.lexicon.has_article && named_otherwise(namings, &namings[i]) => {}
            None if official(&namings[i])
                && (!lone
                    || !namings[i].held.is_empty()
                    || namings[i].rank.is_some()
                    || !namings[i].honorifics.is_empty())
                || namings[i].known
                || namings[i].acts && at_home && !foreign(&namings[i]) =>
            {
                of[i] = Some(members.len());
                index.add(members.len(), &keys[i]);
                members.push(vec![i]);
                served.push(Vec::new());
                serve(&mut served[members.len() - 1], i);
            }
            None => {}
        }
    }
    People { of, members }
}

/// "King NAME" is nobody who is called the son of NAME.
fn fathers_name(pack: &Pack, one: &Named, fuller: &Named) -> bool {
    let [own] = one.parts.as_slice() else { return false };
    let particle = |p: &String| pack.lexicon.name_part(p).0;
    let reigns = one.royal || one.offices().any(|o| o.rank == 0);
    reigns
        && fuller.parts.first() != Some(own)
        && fuller.parts.windows(2).any(|two| particle(&two[0]) && two[1] == *own)
}

/// Of a title: the text gives the holder of the same office of the same party another name.
fn named_otherwise(namings: &[Named], one: &Named) -> bool {
    let post = |n: &Named| n.offices().next().map(|o| o.position);
    let apart = |n: &Named| n.parts.iter().all(|p| !one.parts.contains(p));
    let same = |n: &Named| n.field == Field::Text && n.party == one.party && post(n) == post(one) && apart(n);
    one.field == Field::Title
        && one.party.is_some()
        && post(one).is_some()
        && namings.iter().take(RESPELLED).any(same)
}

/// How many persons a name that fits none of them is compared with for its spelling.
const RESPELLED: usize = 64;

/// The name of somebody spelled in another way, where one alphabet is written for many: its words in another order, a
/// first word left out, or the same office with a family name and the initial of a given name that are alike.
fn respelled(pack: &Pack, i: usize, of: usize, keys: &[Vec<String>], namings: &[Named]) -> bool {
    let (a, b) = (&keys[i], &keys[of]);
    let (Some(family), Some(theirs)) = (a.last(), b.last()) else { return false };
    if a.len() < 2 {
        return family.chars().count() > 5 && family != theirs && alike(family, theirs);
    }
    let sorted = |k: &[String]| {
        let mut k = k.to_vec();
        k.sort();
        k
    };
    if a.len() == b.len() && sorted(a) == sorted(b) {
        return true;
    }
    // A son's name holds his father's, and that of a house is many people's.
    let son = |n: usize| namings[n].parts.iter().any(|p| pack.lexicon.name_part(p) != (false, false));
    if son(i) || son(of) {
        return false;
    }
    if b.len() == a.len() + 1 && b.ends_with(a) {
        return true;
    }
    let offices = |n: &Named| -> Vec<(Slug, Option<Slug>)> {
        n.offices().map(|o| (o.position, o.institution)).collect()
    };
    let theirs_too = offices(&namings[of]);
    (alike(&a[0], &b[0]) || first(&a[0], 2) == first(&b[0], 2))
        && alike(family, theirs)
        && offices(&namings[i]).iter().any(|o| theirs_too.contains(o))
}

/// Two spellings of one word: one letter more, less or other; two in a long one.
fn alike(a: &str, b: &str) -> bool {
    let (n_a, n_b) = (a.chars().count(), b.chars().count());
    let most = match n_a.max(n_b) {
        0..5 => 0,
        5..9 => 1,
        _ => 2,
    };
    a.chars().next() == b.chars().next() && n_a.abs_diff(n_b) <= most && strsim::levenshtein(a, b) <= most
}

/// Persons by how the parts of their names begin, so that a list of thousands is not compared each with each.
struct Index<'p> {
    pack: &'p Pack,
    persons: FxHashMap<(Begins, &'p str), Vec<usize>>,
}

/// What a key of the index says of a part.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
enum Begins {
    /// It is near to others with this beginning.
    With,
    /// It is one letter, near to every part that begins with it.
    Letter,
    /// It begins with this letter.
    Any,
    /// It has two letters to four and begins with these two: a name of two letters, and what its ending makes of it.
    Short,
}

impl<'p> Index<'p> {
    /// The keys under which [`near`] parts meet.
    fn beginning<'a>(&self, part: &'a str) -> (Begins, &'a str) {
        if self.pack.features.case.is_empty() {
            return (Begins::With, part);
        }
        let begins = if part.chars().nth(1).is_none() { Begins::Letter } else { Begins::With };
        (begins, first(part, 3))
    }

    fn add(&mut self, person: usize, parts: &'p [String]) {
        for part in parts {
            let beginning = self.beginning(part);
            self.persons.entry(beginning).or_default().push(person);
            if let Some(short) = self.short(part) {
                self.persons.entry(short).or_default().push(person);
            }
            if !self.pack.features.case.is_empty() || self.pack.features.capitals {
                self.persons.entry((Begins::Any, first(part, 1))).or_default().push(person);
            }
        }
    }

    /// Under what a name of two letters meets its forms with an ending.
    fn short<'a>(&self, part: &'a str) -> Option<(Begins, &'a str)> {
        let short = !self.pack.features.case.is_empty() && (2..=4).contains(&part.chars().count());
        short.then(|| (Begins::Short, first(part, 2)))
    }

    fn of(&self, key: (Begins, &'p str)) -> &[usize] {
        self.persons.get(&key).map_or(&[], Vec::as_slice)
    }

    /// The persons that a name may be [`within`], in order: those who share its rarest part.
    fn candidates(&self, parts: &'p [String]) -> Vec<usize> {
        let of = |key| self.of(key);
        let lists = parts.iter().map(|part| match self.beginning(part) {
            (Begins::Letter, letter) => [of((Begins::Any, letter)), &[], &[]],
            (_, part) if self.pack.features.case.is_empty() && is_initial(part) => {
                [of((Begins::Any, first(part, 1))), &[], &[]]
            }
            with if self.pack.features.case.is_empty() => [of(with), &[], &[]],
            with => [
                of(with),
                of((Begins::Letter, first(part, 1))),
                self.short(part).map_or(&[], |short| of(short)),
            ],
        });
        let mut found = lists
            .min_by_key(|lists| lists.iter().map(|list| list.len()).sum::<usize>())
            .map_or_else(Vec::new, |lists| lists.concat());
        found.sort_unstable();
        found.dedup();
        found
    }
}

/// The first `n` letters of a part.
pub(crate) fn first(part: &str, n: usize) -> &str {
    part.char_indices().nth(n).map_or(part, |(end, _)| &part[..end])
}

/// "NAME spoke with X", and the text: "the head of state spoke with X": whoever heads the title holds the office.
///
/// The first of the text is an office whose holder the text does not name, and the first of the title a bare name.
pub(crate) fn title_holder(scans: &[Scan], sentences: &[Sentence], namings: &mut [Named]) {
    let first = |scan: usize| sentences.iter().find(|s| s.scan == scan).and_then(|s| s.actors.first());
    let (Some(head), Some(lead)) = (first(0), first(1)) else { return };
    let (ActorKind::Person(n), ActorKind::Official(office)) = (&head.kind, &lead.kind) else { return };
    let name = &namings[*n];
    let holds =
        |m: &Named| m.offices().any(|o| o.position == office.position && o.institution == office.institution);
    let taken = namings.iter().any(|m| {
        m.field == Field::Text && (holds(m) || !m.held.is_empty() && m.parts.last() == name.parts.last())
    });
    let bare = name.held.is_empty() && name.parts.len() > 1 && name.known && head.items.start == 0;
    if !bare || lead.plural || lead.party.is_some() || lead.marker.is_some() || office.rank > 2 || taken {
        return;
    }
    let words = scans[1].text.slice(lead.span);
    namings[*n].held.push(Held { words, office: Some((**office).clone()) });
}

/// "Kenyan minister meets B", and the text: "the minister NAME met B": his state is that of the one office of the title.
///
/// Only where the text names one person who holds it without a state, and nobody else who holds it for that state.
pub(crate) fn titled_states(sentences: &[Sentence], namings: &mut [Named]) {
    let offices: Vec<(&crate::detect::office::OfficePhrase, Slug)> = sentences
        .iter()
        .filter(|s| s.scan == 0 && s.by_order)
        .flat_map(|s| &s.actors)
        .filter_map(|a| match &a.kind {
            ActorKind::Official(o) if !a.plural => Some((&**o, a.party?)),
            _ => None,
        })
        .collect();
    for (office, state) in &offices {
        let alike = |o: &crate::detect::office::OfficePhrase| {
            o.position == office.position && o.institution == office.institution
        };
        if offices.iter().any(|(o, s)| alike(o) && s != state) {
            continue;
        }
        let holds = |n: &Named| n.field == Field::Text && n.offices().any(alike);
        let open = |n: &Named| n.party.is_none() && n.offices().all(|o| o.state.is_none());
        let mut held = (0..namings.len()).filter(|&k| holds(&namings[k]));
        let Some(one) = held.next().filter(|&k| open(&namings[k])) else { continue };
        if held.all(|k| open(&namings[k]) && namings[k].parts.last() == namings[one].parts.last()) {
            namings[one].party = Some(*state);
        }
    }
}

/// "President NAME's special envoy, X": whoever is somebody's comes from his state, and he was not there himself.
pub(crate) fn his_envoys(scans: &[Scan], sentences: &mut [Sentence], namings: &mut [Named]) {
    for sentence in sentences.iter_mut().filter(|s| s.by_order) {
        let scan = &scans[sentence.scan];
        for k in 1..sentence.actors.len() {
            let (lord, envoy) = (&sentence.actors[k - 1], &sentence.actors[k]);
            let own = lord.items.end + 1 == envoy.items.start
                && scan.possessive(sentence.items[lord.items.end].start);
            let ActorKind::Person(n) = lord.kind else { continue };
            let Some(party) = namings[n].party.filter(|_| own) else { continue };
            let stateless = |o: &crate::detect::office::OfficePhrase| o.state.is_none();
            match &envoy.kind {
                ActorKind::Person(m) => {
                    let m = *m;
                    if namings[m].party.is_some()
                        || namings[m].held.is_empty()
                        || !namings[m].offices().all(stateless)
                    {
                        continue;
                    }
                    namings[m].party = Some(party);
                }
                ActorKind::Official(o) if envoy.party.is_none() && stateless(o) => {}
                _ => continue,
            }
            sentence.actors[k].party = Some(party);
            sentence.actors[k - 1].marker = Some(Slug::new("of"));
        }
    }
}

/// The party that somebody serves by an office of his own in these words.
fn serves(naming: &Named) -> Option<Slug> {
    naming.party.filter(|_| !naming.by_place && naming.held.iter().any(|h| h.office.is_some()))
}

/// Two who serve different parties are two people; `served` are those that namings of the one serve.
fn contradict(naming: &Named, served: &[Slug]) -> bool {
    serves(naming).is_some_and(|party| served.iter().any(|p| *p != party))
}

/// The words themselves show an official capacity.
pub(crate) fn official(naming: &Named) -> bool {
    !naming.held.is_empty()
        || naming.rank.is_some()
        || naming.royal
        || naming.counterpart
        || !naming.honorifics.is_empty()
}

/// The party of each naming, as far as its person's namings tell.
pub(crate) fn parties(people: &People, namings: &[Named]) -> Vec<Option<Slug>> {
    let mut of_person: Vec<Option<Slug>> = Vec::with_capacity(people.members.len());
    for list in &people.members {
        let told = list.iter().find_map(|&m| namings[m].party.filter(|_| !namings[m].by_place));
        of_person.push(told.or_else(|| list.iter().find_map(|&m| namings[m].party)));
    }
    people
        .of
        .iter()
        .enumerate()
        .map(|(i, p)| p.and_then(|p| of_person[p]).or_else(|| namings[i].party))
        .collect()
}

/// States by how often the document names them; those of which it names only cities come last.
pub(crate) fn states(scans: &[Scan], sentences: &[Sentence]) -> Vec<(Slug, usize)> {
    // A document names few states.
    let mut order: Vec<(Slug, usize, bool)> = Vec::new();
    for sentence in sentences {
        let scan = &scans[sentence.scan];
        let mut from = sentence.range.start;
        // "NAME al-Sudani" names no state, nor does "Latin American".
        let in_name = |t: usize| {
            let before = &sentence.items[..sentence.items.partition_point(|i| i.start < t)];
            before.last().is_some_and(|i| {
                t < i.end && (i.is_word("area") || scan.has_article() && matches!(i.what, What::Name { .. }))
            })
        };
        // "CITY, (AGENCY / Pakistan Point News)": who reports.
        let line = byline(sentence);
        while let Some(t) = scan.matches.next_with(from..sentence.range.end, kinds::STATE) {
            // "Who is based in CITY".
            let lives = t > 1 && scan.word(t - 2, "stationed").is_some() && scan.word(t - 1, "in").is_some();
            if in_name(t) || line.contains(&t) || lives {
                from = t + 1;
                continue;
            }
            if let Some(m) = scan.best_of(t, kinds::STATE)
                && let Sense::State { code, form } = scan.sense(&m)
            {
                let named = !matches!(form, StateForm::City | StateForm::Capital);
                match order.iter_mut().find(|(known, ..)| known == code) {
                    Some((_, n, own)) => (*n, *own) = (*n + 1, *own || named),
                    None => order.push((*code, 1, named)),
                }
                from = m.end;
            } else {
                from = t + 1;
            }
        }
    }
    order.sort_by_key(|(_, n, named)| (!named, std::cmp::Reverse(*n)));
    order.into_iter().map(|(code, n, _)| (code, n)).collect()
}

/// The tokens in the bracket of an agency, with which a text opens where only order tells who acts.
fn byline(sentence: &Sentence) -> std::ops::Range<usize> {
    if !sentence.by_order || sentence.scan != 1 || sentence.range.start > 0 {
        return 0..0;
    }
    let items = &sentence.items;
    agency_bracket(items).map_or(0..0, |r| items[r.start].start..items[r.end].end)
}

/// An office of this state stands in the document, whatever word tells its state.
pub(crate) fn holds_office(sentences: &[Sentence], code: &str) -> bool {
    sentences
        .iter()
        .flat_map(|s| &s.items)
        .any(|i| matches!(&i.what, What::Office(o) if o.state.as_deref() == Some(code)))
}

/// The first official of the text is a minister, or heads his state and needs no name, or bears no office at all, and no
/// state is said, as only its own press does.
pub(crate) fn led_by_own(sentences: &[Sentence], namings: &[Named], parties: &[Option<Slug>]) -> bool {
    let office = |a: &crate::detect::person::Actor| match &a.kind {
        ActorKind::Person(n) if !namings[*n].held.is_empty() => {
            let whole = namings[*n].held.iter().any(|h| {
                h.office
                    .as_ref()
                    .is_some_and(|o| (o.institution.is_some() || o.rank == 0) && o.rank <= 3 && !o.former)
            });
            Some(whole && parties[*n].is_none())
        }
        ActorKind::Person(n) if namings[*n].acts => Some(parties[*n].is_none()),
        ActorKind::Official(o) => {
            Some(o.state.is_none() && (o.rank <= 1 || o.institution.is_some() && o.rank <= 3))
        }
        ActorKind::Counterpart => Some(false),
        _ => None,
    };
    let text = sentences.iter().filter(|s| s.scan == 1);
    text.flat_map(|s| &s.actors).find_map(office).unwrap_or(false)
}

/// States and organisations that the title names, each once, in order; a city only where it may stand for its state.
pub(crate) fn title_states(sentences: &[Sentence]) -> Vec<Slug> {
    if let Some(two) = two_who_open(sentences) {
        return two.to_vec();
    }
    let mut out: Vec<Slug> = Vec::new();
    for sentence in sentences.iter().filter(|s| s.scan == 0) {
        for (at, item) in sentence.items.iter().enumerate() {
            let codes: Vec<&Slug> = match &item.what {
                What::State { code, .. } | What::Organisation { code } => vec![code],
                What::Office(o) => o.state.iter().chain(&o.more_states).collect(),
                What::Institution { state, .. } => state.iter().collect(),
                _ => Vec::new(),
            };
            let place = item.is_city()
                && at > 0
                && (sentence.items[at - 1].is_word("in") || sentence.items[at - 1].is_word("at"));
            // "A and B discuss Iran actions": what is spoken about.
            let topic = matches!(item.what, What::State { form: StateForm::Name, .. })
                && sentence.by_order
                && at > 0
                && matches!(sentence.items.get(at + 1).map(|n| &n.what), Some(What::Other { common: true }))
                && sentence.items[..at].iter().any(|i| matches!(i.what, What::Trigger(_)));
            // "On the Kenyan scene": an adjective of a thing, where others are named besides.
            let thing = !sentence.by_order
                && at > 0
                && matches!(item.what, What::State { form: StateForm::Adjective, .. })
                && matches!(sentence.items[at - 1].what, What::Other { .. })
                && out.len() > 1;
            for code in codes {
                if !place && !topic && !thing && !out.contains(code) {
                    out.push(*code);
                }
            }
        }
    }
    out
}

/// "Estonian and Croatian ministers discuss support for A": the two whose officials open a title, whatever they talk about.
fn two_who_open(sentences: &[Sentence]) -> Option<[Slug; 2]> {
    let title = sentences.first().filter(|s| s.scan == 0 && s.by_order)?;
    let What::Office(office) = &title.items.first()?.what else { return None };
    match (office.state, &office.more_states[..]) {
        (Some(a), [b]) if a != *b => Some([a, *b]),
        _ => None,
    }
}

/// The document opens with another state, by its name, its capital or a ministry of it: "the Kingdom" is that one's word.
pub(crate) fn opens_with_another(sentences: &[Sentence], home: &str) -> bool {
    let state = |a: &Actor| {
        let kind = matches!(
            a.kind,
            ActorKind::State(StateForm::Name | StateForm::Capital | StateForm::Government)
                | ActorKind::Institution { .. }
        );
        kind && a.marker.is_none() && a.party.is_some_and(|p| !p.starts_with("ORG:") && *p != *home)
    };
    sentences.first().is_some_and(|s| s.actors.first().is_some_and(|a| a.items.start < 2 && state(a)))
}

/// The state that a document names though none of its officials is said to serve it: that of whoever writes.
pub(crate) fn unspoken_home(
    pack: &Pack,
    states: &[(Slug, usize)],
    namings: &[Named],
    sentences: &[Sentence],
) -> Option<Slug> {
    let mut spoken: Vec<Slug> = namings.iter().filter(|n| !n.by_place).filter_map(|n| n.party).collect();
    for sentence in sentences {
        spoken.extend(
            sentence
                .actors
                .iter()
                .filter(|a| {
                    matches!(a.kind, ActorKind::Official(_) | ActorKind::Counterpart)
                        || sentence.by_order && matches!(a.kind, ActorKind::Delegation)
                })
                .filter_map(|a| a.party),
        );
    }
    // "The minister received in his office in CITY": an office without a name will do where its house stands beside it.
    let stateless = |a: &crate::detect::person::Actor| {
        matches!(a.kind, ActorKind::Official(_)) && a.party.is_none() && a.marker.is_none() && !a.plural
    };
    let unnamed = namings.iter().any(|n| n.party.is_none() && n.held.iter().any(|h| h.office.is_some()));
    if !spoken.is_empty()
        && let Some(code) = own_office(pack, sentences)
        && (unnamed || sentences.iter().flat_map(|s| &s.actors).any(stateless))
    {
        return Some(code);
    }
    if !unnamed || spoken.is_empty() {
        return None;
    }
    let at_home = || reception::city_of_host(pack, sentences, &spoken);
    let hosts = hosts_envoys(pack, namings, sentences);
    if let Some(code) = hosts.or_else(|| house_of_ministry(sentences)).or_else(at_home) {
        return Some(code);
    }
    // Where persons are known by their own press, its state is named at once.
    let texts = sentences.iter().take_while(|s| s.scan == 0).count();
    let cased = !pack.features.case.is_empty();
    let lead = if cased { &sentences[..sentences.len().min(texts + 3)] } else { sentences };
    // An envoy takes leave "after his work in X"; else a state that only tells where something was is nobody's home.
    let envoy = |i: &crate::detect::Item| matches!(&i.what, What::Office(o) if pack.envoys.contains(&o.position) && o.accredited_to.is_none());
    let bare_place = pack.lexicon.has_article && !sentences.iter().flat_map(|s| &s.items).any(envoy);
    let by_name = |code: &Slug| {
        lead.iter().any(|s| {
            s.items.iter().enumerate().any(|(at, i)| matches!(&i.what, What::State { code: c, form } if c == code && !matches!(form, StateForm::People | StateForm::Adjective | StateForm::City) && !(cased && matches!(form, StateForm::Capital))) && !(bare_place && s.scan == 1 && names_place(pack, s, at)))
                || s.items.iter().any(|i| matches!(&i.what, What::Institution { state: Some(c), .. } if c == code))
        })
    };
    // A title that names two states tells between whom it was: a third is nobody's home.
    let titled = title_states(sentences);
    let sure = pack.lexicon.has_article || two_who_open(sentences).is_some();
    let third = |code: &Slug| sure && titled.len() > 1 && !titled.contains(code);
    let press = &pack.features.press;
    let writes = |code: &Slug| press.is_empty() || press.iter().any(|p| *code == p.as_str());
    let mut unspoken = states
        .iter()
        .map(|(c, _)| *c)
        .filter(|c| !spoken.contains(c) && by_name(c) && !third(c) && writes(c));
    let home = unspoken.next()?;
    // A piece of running text names many states; a readout without a title names one besides that of its guest.
    (sentences.iter().any(|s| s.scan == 0) || states.len() <= 3 && unspoken.next().is_none()).then_some(home)
}

/// What stands at this item tells where something is or happened, or against whom: "in A", "the capital of A", "on A".
pub(crate) fn as_place(scan: &crate::detect::Scan, sentence: &Sentence, at: usize) -> bool {
    names_place(scan.pack, sentence, at)
}

fn names_place(pack: &Pack, sentence: &Sentence, at: usize) -> bool {
    let marked = pack.lexicon.marker_name(sentence.items[at].marker);
    let place = |i: &crate::detect::Item| {
        i.is_word("in")
            || i.is_word("on")
            || i.is_word("from")
            || i.is_word("building")
            || i.is_word("region")
    };
    matches!(marked, Some("with-b" | "in")) || at > 0 && place(&sentence.items[at - 1])
}

/// Whose officials need no state beside an ambassador: where he serves, if nobody else is said to be of it, else his own.
fn hosts_envoys(pack: &Pack, namings: &[Named], sentences: &[Sentence]) -> Option<Slug> {
    let envoy = |o: &crate::detect::office::OfficePhrase| pack.envoys.contains(&o.position);
    let mut spoken: Vec<Slug> = Vec::new();
    for naming in namings.iter().filter(|n| !n.by_place) {
        if naming.offices().any(|o| !envoy(o)) {
            spoken.extend(naming.party);
        }
    }
    for actor in sentences.iter().flat_map(|s| &s.actors) {
        if matches!(&actor.kind, ActorKind::Official(o) if !envoy(o)) {
            spoken.extend(actor.party);
        }
    }
    // Those who attend may be one's own ambassador or the other's; those who are received are the other's.
    let received = |s: &Sentence| {
        s.items
            .iter()
            .position(|i| matches!(i.what, What::Attendance { .. } | What::Side))
            .unwrap_or(s.items.len())
    };
    sentences.iter().find_map(|s| {
        let listed = received(s);
        s.items.iter().enumerate().find_map(|(k, i)| match &i.what {
            What::Office(o) if envoy(o) => {
                let (own, to) = (o.state?, o.accredited_to.filter(|c| !c.contains(':'))?);
                match (spoken.contains(&own), spoken.contains(&to)) {
                    (true, false) => Some(to),
                    (false, false) if k < listed => Some(to),
                    (false, true) => Some(own),
                    _ => None,
                }
            }
            _ => None,
        })
    })
}

/// "In his office in CITY": whose city it is, where the noun itself says that the office is his who is told of.
fn own_office(pack: &Pack, sentences: &[Sentence]) -> Option<Slug> {
    if !pack.lexicon.has_article {
        return None;
    }
    sentences.iter().filter(|s| s.scan == 1).take(2).find_map(|s| {
        let house = |i: usize| {
            s.items[i].is_word("building")
                && (s.items[i].first_tags & (tags::INFLECTED | tags::DEFINITE) == tags::INFLECTED
                    || matches!(
                        s.items.get(i + 1).map(|n| &n.what),
                        Some(What::Institution { state: None, .. })
                    ))
        };
        let at = (0..s.items.len()).find(|&i| house(i))?;
        s.items[at + 1..].iter().take(4).find_map(|x| match &x.what {
            What::State { code, form: StateForm::Capital | StateForm::City } => Some(*code),
            _ => None,
        })
    })
}

/// The state in whose city the ministry stands that the document calls by no state.
fn house_of_ministry(sentences: &[Sentence]) -> Option<Slug> {
    sentences.iter().find_map(|s| {
        s.items.iter().enumerate().find_map(|(i, item)| {
            let own = matches!(item.what, What::Institution { state: None, portfolio: true, .. });
            if !own || i == 0 || !s.items[i - 1].is_word("building") {
                return None;
            }
            s.items[i + 1..].iter().take(4).find_map(|x| match &x.what {
                What::State { code, form: StateForm::Capital | StateForm::City } => Some(*code),
                _ => None,
            })
        })
    })
}

/// Adds what one sentence tells; a draft of an interaction told before makes the earlier one fuller.
pub(crate) fn gather(out: &mut Vec<Draft>, found: Vec<Draft>, people: &People) {
    for draft in found {
        let recent = out.len().saturating_sub(LOOK_BACK);
        // "They discussed …" is the call or talks just told.
        if draft.vague
            && let Some(kept) = out[recent..].iter_mut().rev().find(|d| {
                matches!(d.kind.as_str(), "CALL" | "MEET")
                    && !d.vague
                    && !sums(d, &draft)
                    && d.status == draft.status
                    && joins(d, &draft)
                    && !told_anew(d, &draft, people)
                    && !another_head(d, &draft)
            })
        {
            // "The ministers' talks" of a title: who they were, and where, stands in the text.
            if kept.in_title() && !draft.in_title() && names_heads(&draft) && same(kept, &draft, people) {
                absorb(kept, draft);
            } else {
                kept.also.push(draft.trigger);
            }
            continue;
        }
        // "In the talks the two discussed": the call that was told right before.
        let call = |d: &&mut Draft| {
            d.kind == "CALL"
                && d.status == draft.status
                && !d.background
                && d.sentence < draft.sentence
                && d.sentence + 3 >= draft.sentence
                && d.party_set() == draft.party_set()
                && draft.camps.iter().flat_map(|c| &c.seats).all(|s| {
                    d.camps.iter().flat_map(|c| &c.seats).any(|o| people.of[o.naming] == people.of[s.naming])
                })
        };
        // "Described the conversation of the two countries": the meeting that was told before it.
        let met = |d: &&mut Draft| {
            d.kind == "MEET"
                && d.status == draft.status
                && !d.background
                && d.sentence < draft.sentence.max(draft.spot)
                && d.sentence + 3 >= draft.sentence
                && d.party_set() == draft.party_set()
        };
        if draft.kind == "CALL"
            && draft.nominal
            && !draft.occurs
            && !draft.in_title()
            && let Some(kept) = out[recent..].iter_mut().rev().find(|d| {
                let unnamed = |c: &Camp| c.seats.is_empty() || c.known != Known::Told;
                met(d) && (draft.camps.iter().all(unnamed) || draft.hinted && sat(d, &draft, people))
            })
        {
            kept.also.push(draft.trigger);
            continue;
        }
        // "Had a conversation with B. He received him at the ministry": whoever received him talked with him there.
        if draft.kind == "MEET" && !draft.nominal && draft.done() && !draft.vague {
            let talk = |d: &&mut Draft| {
                d.kind == "CALL"
                    && d.hinted
                    && d.status == "happened"
                    && !d.background
                    && d.sentence + 3 >= draft.sentence
                    && d.party_set() == draft.party_set()
                    && sat(d, &draft, people)
            };
            if let Some(kept) = out[recent..].iter_mut().rev().find(talk) {
                kept.kind = draft.kind;
            }
        }
        // "The heads of state exchanged views".
        let refers = draft.nominal && !draft.occurs || draft.camps.iter().any(|c| c.known == Known::Both);
        let delegates = draft.camps.iter().all(|c| c.group);
        if draft.kind == "MEET"
            && refers
            && !delegates
            && !draft.in_title()
            && let Some(kept) = out[recent..].iter_mut().rev().find(call)
        {
            kept.also.push(draft.trigger);
            continue;
        }
        match out[recent..].iter_mut().find(|d| same(d, &draft, people)) {
            Some(kept) => {
                if ceremony::by_himself(&draft) {
                    kept.each.push(draft.clone());
                }
                absorb(kept, draft);
            }
            None => out.push(draft),
        }
    }
}

/// Of a gathering whose one side was told to be of the other as well, the first of those who are told stands on it: no event
/// has a side without a party.
pub(crate) fn two_sides(drafts: &mut [Draft]) {
    for draft in drafts.iter_mut().filter(|d| d.unordered) {
        let [first, second] = &mut draft.camps;
        if first.parties.is_empty() && second.parties.len() > 1 {
            first.parties.push(second.parties.remove(0));
        } else if second.parties.is_empty() && first.parties.len() > 1 {
            second.parties.extend(first.parties.drain(1..));
        }
    }
}

/// Gives back to a meeting the parties that its title named and of whom no other meeting is told.
pub(crate) fn give_back(drafts: &mut [Draft]) {
    for i in 0..drafts.len() {
        let left = std::mem::take(&mut drafts[i].left_in_title);
        // Those of whom another meeting is told met on the day that their sum gave.
        if let Some(day) = drafts[i].date.clone().filter(|d| d.precision == "day" && !left.is_empty()) {
            let (kind, status) = (drafts[i].kind, drafts[i].status);
            for d in drafts.iter_mut().skip(i + 1).take(LOOK_BACK) {
                let one = d.kind == kind && d.status == status && !d.background && d.date.is_none();
                if one && d.all_parties().iter().any(|p| left.contains(p)) {
                    d.date = Some(day.clone());
                }
            }
        }
        let told = |p: &Slug| drafts.iter().any(|d| d.kind == drafts[i].kind && d.all_parties().contains(p));
        let back: Vec<Slug> = left.into_iter().filter(|p| !told(p)).collect();
        let slot = usize::from(drafts[i].camps[1].parties.len() >= drafts[i].camps[0].parties.len());
        drafts[i].camps[slot].parties.extend(back);
    }
}

/// What gave an event its day where that was told of what stands before it in the paragraph.
pub(crate) const SHARED: &str = "date:shared";

/// What is told in the same paragraph, or right after, as what happened on a day, happened on that day.
pub(crate) fn share_dates(drafts: &mut [Draft], sentences: &[Sentence], published: Option<Date>) {
    // A title gives no day: that of the first thing its text tells of one of the same parties is meant.
    for i in 0..drafts.len() {
        if drafts[i].in_title() && drafts[i].date.is_none() {
            let lead = lender(drafts, i, |_, d| {
                !d.in_title()
                    && !d.background
                    && d.date.is_some()
                    && (d.kind != "VISIT" || d.kind == drafts[i].kind || d.sentence <= drafts[i].sentence)
                    && d.all_parties().iter().any(|p| drafts[i].all_parties().contains(p))
            });
            drafts[i].date = lead
                .and_then(|d| d.date.clone())
                .filter(|d| d.precision == "day" || d.precision == "interval");
        }
    }
    // How many paragraphs have begun by each sentence.
    let paragraph: Vec<usize> = sentences
        .iter()
        .scan(0, |n, s| {
            *n += usize::from(s.opens);
            Some(*n)
        })
        .collect();
    for i in 1..drafts.len() {
        let settled = drafts[i].date.is_some() || drafts[i].about.is_some() || drafts[i].is_lent_journey();
        if settled || drafts[i].status != "happened" || drafts[i].background {
            continue;
        }
        let told = drafts[i].sentence;
        let lender = drafts[..i].iter().rev().take(LOOK_BACK).find(|d| {
            d.date.is_some()
                && d.status == "happened"
                && !d.background
                && !other_day::keeps_its_day(d, published)
                && sentences[d.sentence].scan == sentences[told].scan
                && (told <= d.sentence + 1 || paragraph[d.sentence] == paragraph[told])
        });
        // "In the capital of A he had met B, and in C he met D": another state, another day.
        let lender = lender.filter(|d| !d.is_elsewhere(&drafts[i]) && !drafts[i].remote);
        drafts[i].date = lender.and_then(|d| d.date.clone()).filter(|d| d.precision == "day");
        if let Some(date) = &drafts[i].date {
            let why = Why { field: "date".into(), by: SHARED.into(), words: date.words.clone() };
            drafts[i].why.push(why);
        }
    }
    // What the same parties signed, agreed or said on that occasion is of the day of the occasion, wherever it is told.
    for i in 0..drafts.len() {
        let one = &drafts[i];
        // An envoy is called in when others of his are expelled.
        let against = |d: &Draft| matches!(d.kind.as_str(), "EXPEL" | "SUMMON");
        // A journey to come is of the day on which the two will meet.
        let journey = one.kind == "VISIT" && one.status == "planned";
        let part = journey || matches!(one.kind.as_str(), "SIGN" | "AGREE" | "MEET") || against(one);
        if one.date.is_some() || one.about.is_some() || one.background || one.remote || !part {
            continue;
        }
        let parties = one.all_parties();
        let lender = lender(drafts, i, |_, d| {
            let theirs = d.all_parties();
            // A journey told afterwards may have begun on another day; so are other talks, or a call, another occasion.
            let later = d.sentence > one.sentence
                && !journey
                && (d.kind == "VISIT" || one.kind == "MEET" && d.sentence > one.sentence + 1);
            // A tour goes on for days.
            let tour = d.kind == "VISIT" && d.camps[1].parties.len() > 1 && one.kind != "VISIT";
            let later = later || tour || one.kind == "MEET" && d.kind == "CALL" || d.describes_after(one);
            let kin = match against(one) {
                true => against(d) && d.kind != one.kind && d.camps[0].parties == one.camps[0].parties,
                false => matches!(d.kind.as_str(), "MEET" | "VISIT" | "CALL" | "SIGN"),
            };
            kin && !later
                && !(d.counted && one.kind == d.kind)
                && (!journey || d.kind == "MEET")
                && d.status == one.status
                && !d.background
                && !other_day::keeps_its_day(d, published)
                && d.date.as_ref().is_some_and(|d| d.precision == "day")
                && parties.len() > 1
                && parties.iter().all(|p| theirs.contains(p))
        });
        drafts[i].date = lender.and_then(|d| d.date.clone());
    }
}

/// Where several envoys presented their credentials, those named after it are they.
pub(crate) fn envoys(
    pack: &Pack,
    sentences: &[Sentence],
    namings: &[Named],
    parties: &mut [Option<Slug>],
    drafts: &mut Vec<Draft>,
) {
    let envoy = |o: &crate::detect::office::OfficePhrase| pack.envoys.contains(&o.position);
    let cased = !pack.features.case.is_empty();
    let several = |s: &Sentence| {
        s.actors.iter().any(|a| match &a.kind {
            // After a number the noun may stay as it is: "from the ambassador of four states".
            ActorKind::Official(o) => {
                a.plural && (envoy(o) || cased)
                    || pack.features.complement_before && envoy(o) && o.state.is_none()
            }
            ActorKind::Person(_) => a.plural,
            _ => false,
        })
    };
    let ceremonies: Vec<usize> = drafts.iter().filter(|d| d.kind == "CREDENTIALS").map(|d| d.spot).collect();
    for draft in drafts
        .iter_mut()
        .filter(|d| d.kind == "CREDENTIALS" && (cased || d.status == "happened") && !d.background)
    {
        // Those of the next ceremony are named after it.
        let next = ceremonies.iter().copied().filter(|s| *s > draft.spot && !cased).min();
        let listed = next.map_or(LISTED, |n| LISTED.min(n - draft.spot));
        let before = draft.spot.checked_sub(1).filter(|&b| sentences[b].scan == sentences[draft.spot].scan);
        let before = before.filter(|&b| cased && several(&sentences[b]));
        let near = sentences[draft.spot..].iter().take(if cased { 4 } else { 2 });
        let list = near
            .map(|s| crate::code::roster::listed(pack, s))
            .any(|l| l.iter().filter(|(_, envoy)| envoy.is_some()).count() > usize::from(!cased));
        let told = list
            || before.is_some()
            || [draft.sentence, draft.spot].into_iter().any(|i| several(&sentences[i]));
        let Some(host) = draft.camps[1].parties.first().copied().filter(|_| told) else { continue };
        let mut seated: FxHashSet<usize> =
            draft.camps.iter().flat_map(|c| &c.seats).map(|s| s.naming).collect();
        let mut sent_by: FxHashSet<Slug> = draft.camps[0].parties.iter().copied().collect();
        for (n, sentence) in sentences[before.unwrap_or(draft.spot)..].iter().take(listed).enumerate() {
            for (code, envoy) in crate::code::roster::listed(pack, sentence) {
                if code == host {
                    continue;
                }
                // What the list tells counts before what was chosen for want of words.
                if draft.camps[0].known == Known::Guessed && envoy.is_some() {
                    draft.camps[0].known = Known::Told;
                    draft.camps[0].parties.clear();
                    sent_by.clear();
                }
                if sent_by.insert(code) {
                    draft.camps[0].parties.push(code);
                }
                let named = sentence.actors.iter().find_map(|a| match a.kind {
                    ActorKind::Person(n) if envoy.is_some_and(|e| a.items.contains(&e)) => Some(n),
                    _ => None,
                });
                if let Some(naming) = named
                    && seated.insert(naming)
                {
                    parties[naming] = parties[naming].or(Some(code));
                    draft.camps[0].seats.push(Seat { naming, principal: true });
                }
            }
            // Another act begins: whoever is named there of another state does that.
            let acts = |i: &crate::detect::Item| {
                use crate::pack::TriggerForm::{Passive, Past, Present};
                matches!(&i.what, What::Trigger(o) if o.iter().any(|&(f, form)| {
                    matches!(form, Past | Present | Passive)
                        && matches!(pack.frames[f].kind.as_str(), "MEET" | "CALL" | "VISIT")
                }))
            };
            let other = n > draft.spot - before.unwrap_or(draft.spot)
                && sentence.by_order
                && draft.camps[0].parties.len() > 1
                && sentence.items.iter().any(acts);
            for actor in &sentence.actors {
                if matches!(&actor.kind, ActorKind::Official(o) if envoy(o)) {
                    for code in actor.more.iter().copied().filter(|c| *c != host) {
                        if sent_by.insert(code) {
                            draft.camps[0].parties.push(code);
                        }
                    }
                }
                let (code, naming) = match &actor.kind {
                    ActorKind::Official(o) if envoy(o) => (o.state, None),
                    ActorKind::Person(n) => {
                        let sent = namings[*n].offices().any(envoy);
                        (parties[*n].filter(|_| sent), Some(*n))
                    }
                    _ => (None, None),
                };
                let Some(code) = code.filter(|c| *c != host && (!other || sent_by.contains(c))) else {
                    continue;
                };
                if sent_by.insert(code) {
                    draft.camps[0].parties.push(code);
                }
                if let Some(naming) = naming
                    && seated.insert(naming)
                {
                    draft.camps[0].seats.push(Seat { naming, principal: true });
                }
            }
        }
    }
    if pack.features.capitals {
        one_ceremony(drafts);
    }
    if pack.features.capitals && !cased {
        received_in_list(pack, sentences, &several, parties, drafts);
    }
}

/// "Received the ambassadors of A, NAME; B, NAME; and C, NAME": all of whom the list tells.
fn received_in_list(
    pack: &Pack,
    sentences: &[Sentence],
    several: &dyn Fn(&Sentence) -> bool,
    parties: &mut [Option<Slug>],
    drafts: &mut [Draft],
) {
    for draft in drafts.iter_mut().filter(|d| d.kind == "MEET" && !d.background && !d.in_title()) {
        let sentence = &sentences[draft.spot];
        if !several(sentence) {
            continue;
        }
        let list = crate::code::roster::listed(pack, sentence);
        let [first, _, ..] = list[..] else { continue };
        let Some(slot) = draft.camps.iter().position(|c| c.parties == [first.0]) else { continue };
        let host = draft.camps[1 - slot].parties.clone();
        for (code, envoy) in list {
            let named = sentence.actors.iter().find_map(|a| match a.kind {
                ActorKind::Person(n) if envoy.is_some_and(|e| a.items.contains(&e)) => Some(n),
                _ => None,
            });
            let Some(naming) = named.filter(|_| !host.contains(&code)) else { continue };
            let camp = &mut draft.camps[slot];
            if !camp.parties.contains(&code) {
                camp.parties.push(code);
            }
            parties[naming] = parties[naming].or(Some(code));
            if camp.seats.iter().all(|s| s.naming != naming) {
                camp.seats.push(Seat { naming, principal: true });
            }
        }
    }
}

/// Drops what tells again of some of the envoys of one ceremony.
fn one_ceremony(drafts: &mut Vec<Draft>) {
    let told = |d: &Draft| d.kind == "CREDENTIALS" && !d.background;
    let sets: Vec<(Vec<Slug>, &'static str)> =
        drafts.iter().map(|d| (if told(d) { d.party_set() } else { Vec::new() }, d.status)).collect();
    let again = |i: usize| {
        let (set, status) = &sets[i];
        let near = i.saturating_sub(LOOK_BACK)..sets.len().min(i + LOOK_BACK);
        !set.is_empty()
            && near.into_iter().any(|j| {
                let (all, other) = &sets[j];
                other == status
                    && j != i
                    && (all.len() > set.len().max(2) || all.len() == set.len() && all.len() > 2 && j < i)
                    && set.iter().all(|c| all.contains(c))
            })
    };
    let keep: Vec<bool> = (0..drafts.len()).map(|i| !again(i)).collect();
    let mut keep = keep.into_iter();
    drafts.retain(|_| keep.next() == Some(true));
}

/// In how many sentences the envoys of one ceremony are named, at most.
const LISTED: usize = 24;

/// Drops the sitting at which somebody spoke, where what he said there of others is told: "addressing the council, A condemned B".
pub(crate) fn drop_speeches(drafts: &mut Vec<Draft>) {
    let said = |d: &Draft, o: &Draft| {
        matches!(o.kind.as_str(), "STATEMENT" | "APPEAL" | "THREATEN")
            && o.done()
            && o.spot.abs_diff(d.spot) <= 2
            && d.camps.iter().any(|c| !c.parties.is_empty() && c.parties == o.camps[0].parties)
            && o.camps[1].parties.iter().any(|p| !d.all_parties().contains(p))
    };
    let speech = |d: &Draft| {
        d.mode.as_deref() == Some("speech") && d.all_parties().iter().any(|p| p.starts_with("ORG:"))
    };
    let keep: Vec<bool> =
        drafts.iter().map(|d| !speech(d) || !drafts.iter().take(LOOK_BACK).any(|o| said(d, o))).collect();
    let mut keep = keep.into_iter();
    drafts.retain(|_| keep.next().unwrap_or(true));
}

/// Drops a title that sums up what the text tells one by one.
pub(crate) fn drop_summaries(drafts: &mut Vec<Draft>) {
    // So does a first sentence that tells of talks with many, each of whom the text tells of again by himself.
    let summed = |i: usize, d: &Draft, all: &[Draft]| {
        // Two guests, where both are named.
        let two = |c: &Camp| c.parties.len() == 2 && c.seats.iter().filter(|s| s.principal).count() == 2;
        let guests = |c: &Camp| c.parties.len() > 2 || two(c) && d.all_parties().len() == 3;
        let lead = d.unordered && d.camps.iter().any(guests);
        (d.in_title() && d.all_parties().len() > 2 || lead)
            && d.all_parties().iter().all(|p| {
                let told = lender(all, i, |j, o| {
                    (if lead { j > i && o.all_parties().len() == 2 } else { !o.in_title() })
                        && o.kind == d.kind
                        && o.status == d.status
                        && o.all_parties().contains(p)
                });
                told.is_some()
            })
    };
    // A title whose other side was chosen for want of words is told by the text, if the same party acts there.
    let supposed = |i: usize, d: &Draft, all: &[Draft]| {
        d.in_title()
            && d.guessed()
            && lender(all, i, |_, o| {
                !o.in_title()
                    && o.kind == d.kind
                    && o.status == d.status
                    && !o.guessed()
                    && o.all_parties().len() >= d.all_parties().len()
                    && d.camps
                        .iter()
                        .filter(|c| c.known != Known::Guessed)
                        .flat_map(|c| &c.parties)
                        .all(|p| o.all_parties().contains(p))
            })
            .is_some()
    };
    // "NAME meets A and B", where the title's words tell no state of his: the text tells who met either of them.
    let guests = |i: usize, d: &Draft, all: &[Draft]| {
        let [p, q] = d.all_parties()[..] else { return false };
        let told = |with: &dyn Fn(&[Slug]) -> bool| {
            lender(all, i, |_, o| {
                let theirs = o.all_parties();
                !o.in_title()
                    && o.kind == d.kind
                    && o.status == d.status
                    && theirs.len() == 2
                    && with(&theirs)
            })
        };
        let host = || {
            let one = told(&|o| o.contains(&p) && !o.contains(&q))?;
            one.all_parties().into_iter().find(|x| *x != p)
        };
        d.in_title()
            && d.unordered
            && matches!(d.kind.as_str(), "MEET" | "CALL")
            && told(&|o| o.contains(&p) && o.contains(&q)).is_none()
            && host().is_some_and(|x| told(&|o| o.contains(&x) && o.contains(&q)).is_some())
    };
    // "A comes to the summit of X" of a title: the text tells in which state he landed.
    let lands = |i: usize, d: &Draft, all: &[Draft]| {
        let org = |c: &Camp| !c.parties.is_empty() && c.parties.iter().all(|p| p.starts_with("ORG:"));
        d.in_title()
            && d.kind == "VISIT"
            && org(&d.camps[1])
            && lender(all, i, |_, o| {
                !o.in_title()
                    && o.kind == d.kind
                    && o.status == d.status
                    && o.camps[0].parties == d.camps[0].parties
                    && !o.camps[1].parties.is_empty()
                    && !org(&o.camps[1])
            })
            .is_some()
    };
    // "A asks B over" of a title: the text tells that he invited him.
    let invites = |i: usize, d: &Draft, all: &[Draft]| {
        let told = |o: &Draft| {
            o.kind == "INVITE"
                && !o.in_title()
                && o.camps.iter().zip(&d.camps).all(|(a, b)| a.parties == b.parties)
        };
        d.in_title() && d.kind == "APPEAL" && lender(all, i, |_, o| told(o)).is_some()
    };
    // Who has called an envoy in protests to him: the same told the other way round, of no envoy, is that protest.
    let turned = |d: &Draft, all: &[Draft]| {
        d.kind == "SUMMON"
            && d.camps[1].seats.is_empty()
            && !d.camps[1].envoy
            && all
                .iter()
                .any(|o| o.kind == "SUMMON" && o.turns(d) && (o.camps[1].envoy || o.sentence < d.sentence))
    };
    // Only what is told better elsewhere is dropped: the other drafts stand as they are.
    let told_better = |(i, d): (usize, &Draft)| {
        summed(i, d, drafts)
            || supposed(i, d, drafts)
            || guests(i, d, drafts)
            || lands(i, d, drafts)
            || turned(d, drafts)
            || invites(i, d, drafts)
    };
    let keep: Vec<bool> = drafts.iter().enumerate().map(|one| !told_better(one)).collect();
    let mut keep = keep.into_iter();
    drafts.retain(|_| keep.next() == Some(true));
}

/// General words belong to the talks of the same parties, or of one of them when the other side has nobody.
fn joins(told: &Draft, vague: &Draft) -> bool {
    let known = |c: &crate::code::Camp| c.parties.iter().any(|p| told.all_parties().contains(p));
    let near = vague.sentence <= told.sentence + 1;
    // An official of another state, told by his office alone, is somebody.
    let nobody = |c: &crate::code::Camp| {
        c.seats.is_empty() && !(c.people && c.office && c.known == Known::Told && !told.in_title())
    };
    vague.camps.iter().all(known)
        || (near && vague.camps.iter().any(known) && vague.camps.iter().all(|c| known(c) || nobody(c)))
}

/// Somebody in office speaks for each side, and one of them is named.
fn names_heads(draft: &Draft) -> bool {
    // "The minister met the ambassador: NAME discussed with the ambassador NAME": whom the title told by his office alone.
    let named = |c: &crate::code::Camp| c.seats.iter().any(|s| s.principal);
    draft.camps.iter().all(|c| (c.known == Known::Told || named(c)) && c.people)
        && draft.camps.iter().any(|c| c.known == Known::Told)
        && draft.camps.iter().any(named)
}

/// General words that name somebody of one of the many whom an event before summed up tell a meeting of their own.
fn told_anew(told: &Draft, vague: &Draft, people: &People) -> bool {
    let heads = |d: &Draft| -> Vec<Option<usize>> {
        d.camps.iter().flat_map(|c| &c.seats).filter(|s| s.principal).map(|s| people.of[s.naming]).collect()
    };
    let known = heads(told);
    let theirs = heads(vague);
    // "Had talked in the morning with the chief of staff": by name with another than whom the news tells of.
    let another = |k: usize| {
        let [code] = vague.camps[k].parties[..] else { return false };
        let (x, y) = (principals(told, people, &code), principals(vague, people, &code));
        !x.is_empty() && !y.is_empty() && !x.iter().any(|p| y.contains(p))
    };
    if !told.in_title()
        && !vague.in_title()
        && vague.camps.iter().all(|c| c.known == Known::Told)
        && another(0) != another(1)
        && theirs.iter().any(|p| p.is_some() && known.contains(p))
    {
        return true;
    }
    told.all_parties().len() > 3
        && vague.all_parties().len() == 2
        && theirs.iter().any(|p| p.is_some() && known.contains(p))
        && theirs.iter().any(|p| p.is_some() && !known.contains(p))
}

fn principals(draft: &Draft, people: &People, code: &str) -> Vec<usize> {
    draft
        .camps
        .iter()
        .filter(|c| c.parties.iter().any(|p| p == code))
        .flat_map(|c| c.seats.iter().filter(|s| s.principal).filter_map(|s| people.of[s.naming]))
        .collect()
}

/// "Met the speaker", and then: "was received by the prime minister": an office that another holds is another head.
fn another_head(a: &Draft, b: &Draft) -> bool {
    let meet = a.kind == "MEET" && b.kind == "MEET";
    meet && !a.in_title() && !b.in_title() && !b.nominal && other_post(a, b)
}

/// Somebody speaks for a party in one of the two whose office whoever speaks for it in the other does not hold.
fn other_post(a: &Draft, b: &Draft) -> bool {
    let side =
        |d: &Draft, code: &Slug| d.camps.iter().position(|c| c.people && c.parties.first() == Some(code));
    a.all_parties()
        .iter()
        .any(|code| side(a, code).zip(side(b, code)).is_some_and(|(i, j)| a.camps[i].is_another(&b.camps[j])))
}

/// One of the two is told by its day, the other by a month that the day is not in.
fn other_month(a: &Draft, b: &Draft) -> bool {
    let (Some(x), Some(y)) = (&a.date, &b.date) else { return false };
    let apart = |day: &EventDate, month: &EventDate| {
        day.precision == "day" && month.precision == "month" && !day.value.starts_with(&month.value)
    };
    apart(x, y) || apart(y, x)
}

fn same(a: &Draft, b: &Draft, people: &People) -> bool {
    if a.kind != b.kind {
        return false;
    }
    // A title in the present may be told in the past by the text; else another status is another event.
    if a.status != b.status
        && (a.in_title() == b.in_title() || a.status == "denied" || b.status == "denied")
        && !(b.back && b.status != "denied" && b.sentence > a.sentence)
        // "Will not go", and the text: "put off his journey".
        && !(a.in_title() && a.status == "denied" && b.status == "postponed")
    {
        return false;
    }
    // An arrival and the tour on which it was are two journeys.
    if a.is_tour() != b.is_tour() {
        return false;
    }
    // "His trip": the journey that is told otherwise.
    if (a.is_lent_journey() || b.is_lent_journey())
        && a.camps[0].parties == b.camps[0].parties
        && a.camps[1].parties == b.camps[1].parties
    {
        return true;
    }
    // "A represented B there": in the meeting told right before, whoever else sat in it.
    let represented = b.mode.is_some_and(|m| m == "multilateral")
        && !b.nominal
        && b.camps.iter().any(|c| c.known == Known::Lent)
        && a.nominal
        && !a.in_title()
        && a.kind == "MEET"
        && (a.spot + 1..=a.spot + 2).contains(&b.spot)
        && !b.camps.iter().flat_map(|c| &c.parties).all(|p| p.starts_with("ORG:"));
    if represented && a.status == b.status && a.all_parties().iter().any(|p| b.all_parties().contains(p)) {
        return true;
    }
    // "The next meeting", "had met before".
    if b.another && (a.spot != b.spot || b.nominal && b.remote) {
        return false;
    }
    // A document is signed on one day, ratified and in force on others.
    let steps = |d: &Draft| d.step.filter(|s| *s != "discussed");
    let planned = a.status == "planned" && b.status == "planned" && a.spot == b.spot;
    if a.kind == "SIGN"
        && b.kind == "SIGN"
        && !a.in_title()
        && !b.in_title()
        && !planned
        && steps(a) != steps(b)
    {
        return false;
    }
    let (pa, pb) = (a.all_parties(), b.all_parties());
    let subset = pb.iter().all(|p| pa.contains(p)) || pa.iter().all(|p| pb.contains(p));
    // A title may sum up several meetings that the text tells one by one.
    let one_journey = matches!(a.kind.as_str(), "VISIT" | "STATEMENT" | "APPEAL")
        && a.camps[0].parties == b.camps[0].parties;
    // "A condemns it", and the text: "A, B and C condemned it".
    let one_journey = one_journey
        || matches!(a.kind.as_str(), "STATEMENT" | "APPEAL")
            && a.in_title()
            && b.scan == 1
            && a.camps[1].parties == b.camps[1].parties
            && a.camps[0].parties.iter().all(|p| b.camps[0].parties.contains(p));
    // "A, B sign accord", and the text: "A, B and C signed": a title leaves out who is named third.
    let shortened = a.in_title()
        && a.kind == "SIGN"
        && a.unordered
        && b.scan == 1
        && b.done()
        && pa.len() == 2
        && pb.len() == 3
        && pa.iter().all(|p| pb.contains(p));
    if !subset
        || (a.in_title() != b.in_title()
            && pa.len().max(pb.len()) > 2
            && pa.len() != pb.len()
            && a.kind != "CREDENTIALS"
            && !one_journey
            && !shortened)
    {
        return false;
    }
    if let (Some(x), Some(y)) = (&a.date, &b.date)
        && x.value != y.value
        && x.precision == "day"
        && y.precision == "day"
        && !a.in_title()
    {
        return false;
    }
    if !a.in_title() && other_month(a, b) {
        return false;
    }
    if a.background != b.background {
        return false;
    }
    // "A expelled envoys of B in answer to the expulsion of its own": what B did before.
    if !a.unordered && a.another != b.another && a.camps[0].parties == b.camps[1].parties {
        return false;
    }
    // "Exchanged letters": there and back.
    if !a.unordered && a.spot == b.spot && a.at == b.at && a.camps[0].parties == b.camps[1].parties {
        return false;
    }
    // What a title tells is not what somebody came for.
    if a.in_title() && !a.secondary && b.secondary && a.kind == "MEET" && a.status != b.status {
        return false;
    }
    // Those who welcomed a guest talked with him afterwards.
    // "The two leaders": whoever is named as both took up what a guest came for, and no word at the gangway unless it says so.
    let welcome = a.mode.as_ref().is_some_and(|m| *m == "welcome");
    let both = welcome && b.place.is_none() && b.camps.iter().any(|c| c.known == Known::Both);
    let held = b.mode.as_ref().is_some_and(|m| *m == "talks") && (both || b.tells < a.tells);
    let talks = b.occurs || !b.nominal && !b.vague && held;
    if a.kind == "MEET" && a.secondary && !b.secondary && talks && a.spot != b.spot && !a.in_title() {
        return false;
    }
    // Two words of one sentence for one pair, with somebody in common, tell one meeting.
    let shared = || {
        a.camps.iter().flat_map(|c| &c.seats).any(|s| {
            b.camps.iter().flat_map(|c| &c.seats).any(|o| people.of[o.naming] == people.of[s.naming])
        })
    };
    // "A received B, who was then received by C": another verb with another head makes another meeting.
    let other_heads = || {
        pa.iter().filter(|p| pb.contains(p)).any(|code| {
            let (x, y) = (principals(a, people, code), principals(b, people, code));
            !x.is_empty() && !y.is_empty() && !x.iter().any(|p| y.contains(p))
        })
    };
    if a.spot == b.spot && pa.len() == pb.len() && shared() {
        return a.kind != "MEET"
            || a.nominal && !(a.another && b.another && (other_heads() || other_post(a, b)))
            || b.nominal && !a.nominal
            || a.vague
            || b.vague
            || !(other_heads() || another_head(a, b));
    }
    // "A meeting with the president and talks with the minister took place as well".
    if a.another && b.another && a.spot == b.spot && other_post(a, b) {
        return false;
    }
    // Talks of four are not those of two told again.
    if !a.in_title() && !b.in_title() && pa.len() == 2 && pb.len() > 3 {
        return false;
    }
    // A noun that names no heads on both sides refers back; other heads on a side make another meeting.
    if b.nominal && b.camps.iter().any(|c| !c.seats.iter().any(|s| s.principal)) {
        return true;
    }
    // Each document of a ceremony has signatories of its own; the ceremony is one.
    let ceremony =
        a.kind == "SIGN" && b.kind == "SIGN" && pa.len() == pb.len() && b.sentence <= a.sentence + 4;
    for code in pa.iter().filter(|p| pb.contains(p) && !ceremony) {
        let (x, y) = (principals(a, people, code), principals(b, people, code));
        if !x.is_empty() && !y.is_empty() && !x.iter().any(|p| y.contains(p)) {
            return false;
        }
    }
    // "Met the speaker", and later: "called on the prime minister, NAME": another office is another head.
    let other_office = |code: &Slug| {
        let side = |d: &Draft| d.camps.iter().position(|c| c.people && c.parties.first() == Some(code));
        side(a).zip(side(b)).is_some_and(|(i, j)| {
            let (x, y) = (&a.camps[i], &b.camps[j]);
            x.seats.is_empty()
                && y.seats.iter().any(|s| s.principal)
                && x.top.zip(y.top).is_some_and(|(x, y)| x != y)
        })
    };
    let named_anew = !a.in_title() && !b.nominal && !b.vague && a.spot != b.spot && shared();
    if a.kind == "MEET" && named_anew && pa.iter().any(other_office) {
        return false;
    }
    if another_head(a, b) {
        return false;
    }
    a.unordered || a.camps[0].parties.iter().any(|p| b.camps[0].parties.contains(p))
}

/// Everybody who is named in one was at the other.
fn sat(meeting: &Draft, talk: &Draft, people: &People) -> bool {
    let there = |naming: usize| {
        let mut seats = meeting.camps.iter().flat_map(|c| &c.seats);
        seats.any(|s| people.of[s.naming] == people.of[naming])
    };
    talk.camps.iter().flat_map(|c| &c.seats).all(|s| there(s.naming))
}

/// A title that names more than two, and words of the text that name who it was of two of them.
fn sums(title: &Draft, one: &Draft) -> bool {
    title.in_title()
        && title.kind == one.kind
        && matches!(one.kind.as_str(), "CALL" | "MEET")
        && title.all_parties().len() > 2
        && one.all_parties().len() == 2
        && one.camps.iter().all(|c| c.known == Known::Told && c.people)
}

fn absorb(kept: &mut Draft, other: Draft) {
    let turned = !kept.camps[0].parties.iter().any(|p| other.camps[0].parties.contains(p));
    let by_verb = kept.kind == "MEET"
        && kept.spot == other.spot
        && kept.at < other.at
        && !other.nominal
        && other.done();
    let [x, y] = other.camps;
    let told = kept.in_title() && other.trigger.field == Field::Text;
    let kept_nominal = kept.nominal;
    let weak = kept_nominal || kept.camps.iter().any(|c| c.known != Known::Told);
    // "A held talks with B and C": the talks with them are those of one side.
    let together = (0..2).find(|&k| {
        let here = &kept.camps[k].parties;
        let mut all = x.parties.iter().chain(&y.parties);
        kept.unordered
            && !told
            && !x.parties.is_empty()
            && !y.parties.is_empty()
            && all.all(|p| here.contains(p))
    });
    let mut theirs = if turned { [y, x] } else { [x, y] };
    if let Some(k) = together {
        let one = std::mem::take(&mut theirs[1 - k]);
        theirs[k].parties.extend(one.parties);
        theirs[k].seats.extend(one.seats);
    }
    let plain = kept.camps.iter().all(|c| c.part == "party");
    for (mine, their) in kept.camps.iter_mut().zip(theirs) {
        // A title may name those of several meetings: whom the text names is who met.
        // Whom it lists as present besides stays.
        let mut present = Vec::new();
        if told && their.seats.iter().any(|s| s.principal) {
            present = std::mem::take(&mut mine.seats);
            present.retain(|s| !s.principal);
        }
        // "Meets the ministers of A, B and C", and the text tells of each by himself.
        // So where a text that names none of them was understood by its title.
        let summed = !told && mine.known == Known::Lent && their.seats.iter().any(|s| s.principal);
        let lent = told && kept.kind == "MEET" && their.known == Known::Lent && mine.parties.len() > 1;
        let fewer = (told || summed)
            && kept.kind == "MEET"
            && mine.parties.len() > 1
            && !their.parties.is_empty()
            && their.parties.len() < mine.parties.len()
            && their.parties.iter().all(|p| mine.parties.contains(p));
        if fewer {
            let left = mine.parties.iter().filter(|p| !their.parties.contains(p)).copied();
            kept.left_in_title.extend(left);
            mine.parties.retain(|p| their.parties.contains(p));
            mine.known = Known::Told;
        } else if lent {
            mine.known = Known::Lent;
        }
        for party in their.parties {
            if !mine.parties.contains(&party) {
                mine.parties.push(party);
            }
        }
        for seat in their.seats.into_iter().chain(present) {
            if !mine.seats.iter().any(|s| s.naming == seat.naming) {
                mine.seats.push(seat);
            }
        }
        if plain && their.part != "party" && !their.part.is_empty() {
            mine.part = their.part;
        }
        if by_verb && weak {
            mine.people |= their.people;
            mine.known = their.known;
        }
        mine.institution = mine.institution.take().or(their.institution);
        // "Welcomes envoy of A", and the text: its foreign minister.
        if told && their.people {
            mine.top = their.top.or(mine.top);
        }
    }
    let (a, b) = kept.camps.split_at_mut(1);
    b[0].parties.retain(|p| !a[0].parties.contains(p));
    // The words of the text weigh more than those of the title.
    if kept.in_title() && other.trigger.field == Field::Text {
        kept.also.push(std::mem::replace(&mut kept.trigger, other.trigger));
        // "Cabinet endorses pact with A", and the text: "is to sign it".
        if kept.kind == "SIGN" && other.status == "planned" && !other.nominal && !other.secondary {
            kept.take_up();
        }
        // "President to meet …", and the text tells that he did; "President meets …", and the text that he will.
        let still_to_come = kept.status == "planned" && other.present;
        if !other.nominal && !still_to_come {
            kept.status = other.status;
        }
        if kept.status == "denied" && other.status == "postponed" {
            kept.status = other.status;
        }
        // "Will expel", and the text: "announced the expulsion": what is done by announcing it is done.
        if matches!(other.kind.as_str(), "EXPEL" | "RECALL" | "SANCTION" | "SUMMON")
            && other.status == "happened"
        {
            kept.status = other.status;
        }
        // "The president's visit" of a headline is to come where the text says so.
        if kept.status == "happened"
            && other.status == "planned"
            && (kept.nominal || kept.present && !other.nominal)
            && !other.vague
        {
            kept.status = other.status;
        }
        kept.nominal &= other.nominal;
        // A headline's noun tells in passing what the text tells by a verb.
        // So it tells a welcome, where the text tells that the two met.
        let welcomed = kept.mode.is_some_and(|m| m == "welcome") && kept.kind == "MEET";
        if !other.secondary && (kept_nominal || welcomed) && !other.nominal {
            kept.take_up();
        }
        kept.sentence = kept.sentence.min(other.sentence);
        kept.spot = other.spot;
        kept.frame = other.frame;
        kept.step = other.step;
        kept.mode = other.mode.or(kept.mode.take());
        kept.scan = other.scan;
    } else {
        // "Shortly before the summit, the ministers met": what a noun tells in passing a verb of the same sentence tells as done.
        if by_verb {
            kept.take_up();
        }
        if by_verb && kept.nominal {
            kept.nominal = false;
            kept.at = other.at;
            kept.also.push(std::mem::replace(&mut kept.trigger, other.trigger));
            kept.mode = other.mode.or(kept.mode.take());
        } else {
            kept.also.push(other.trigger);
            kept.mode = kept.mode.take().or(other.mode);
        }
    }
    kept.news |= other.news;
    kept.outcome |= other.outcome;
    kept.also.extend(other.also);
    kept.date = kept.date.take().or(other.date);
    kept.about = kept.about.take().or(other.about);
    // What tells more stands for the event, the words of the text before those of the title.
    let title = |d: Option<&Place>| d.is_some_and(|p| p.words.field == Field::Title);
    if other.place.is_some()
        && (other.tells, !title(other.place.as_ref())) > (kept.tells, !title(kept.place.as_ref()))
        || kept.place.is_none()
    {
        kept.place = other.place;
        kept.tells = other.tells;
    }
    kept.why.extend(other.why);
}

/// Builds the persons of a reading; returns them with the place of each old index.
pub(crate) fn persons(
    pack: &Pack,
    scans: &[Scan],
    people: &People,
    namings: &[Named],
    parties: &[Option<Slug>],
    kept: &[bool],
) -> (Vec<Person>, Vec<Option<usize>>) {
    let mut out = Vec::new();
    let mut index = vec![None; people.members.len()];
    let mut order: Vec<usize> = (0..people.members.len()).filter(|&p| kept[p]).collect();
    order.sort_by_key(|&p| {
        let first = people.members[p]
            .iter()
            .map(|&m| (namings[m].field != Field::Text, namings[m].name.span[0]))
            .min();
        first.unwrap_or((true, usize::MAX))
    });
    for p in order {
        let list = &people.members[p];
        let fullest = &namings[list[0]];
        let mut in_order: Vec<usize> = list.clone();
        in_order.sort_by_key(|&m| (namings[m].field != Field::Text, namings[m].name.span[0]));
        let mut offices: Vec<Office> = Vec::new();
        let mut add = |held: &Held, party: &Option<Slug>| {
            if offices.iter().any(|o| o.title.text == held.words.text) {
                return;
            }
            offices.push(office(pack, held, party));
        };
        let party = parties[list[0]];
        // The office nearest to the fullest name first.
        for held in &fullest.held {
            add(held, &party);
        }
        for &m in in_order.iter().filter(|&&m| m != list[0]) {
            for held in &namings[m].held {
                add(held, &party);
            }
        }
        let mut honorifics: Vec<String> = Vec::new();
        for &m in std::iter::once(&list[0]).chain(&in_order) {
            for h in &namings[m].honorifics {
                if !honorifics.contains(h) {
                    honorifics.push(h.clone());
                }
            }
        }
        index[p] = Some(out.len());
        let _ = scans;
        out.push(Person {
            name: fullest.name.clone(),
            honorifics,
            rank: std::iter::once(&list[0]).chain(&in_order).find_map(|&m| namings[m].rank.clone()),
            offices,
            party: party.map(|p| p.to_string()),
            entity: None,
            named: in_order.iter().map(|&m| namings[m].name.clone()).collect::<Vec<Words>>(),
        });
    }
    (out, index)
}

fn office(pack: &Pack, held: &Held, party: &Option<Slug>) -> Office {
    let text = |slug: &Option<Slug>| slug.map(|s| s.to_string());
    match &held.office {
        Some(o) => Office {
            title: held.words.clone(),
            position: Some(o.position.to_string()),
            institution: text(&o.institution),
            state: text(&o.state.filter(|_| !o.state_by_place).or(*party)),
            group: text(&pack.apart.get(&o.position).copied()),
            acting: o.acting,
            former: o.former,
            accredited_to: text(&o.accredited_to),
        },
        None => Office { title: held.words.clone(), state: text(party), ..Office::default() },
    }
}

/// The actor kinds that hold an office without a name, for the counterpart's inheritance.
pub(crate) fn first_office(
    sentences: &[Sentence],
    namings: &[Named],
    scan: usize,
) -> Option<(Slug, Option<Slug>)> {
    for sentence in sentences.iter().filter(|s| s.scan == scan) {
        for actor in &sentence.actors {
            match &actor.kind {
                ActorKind::Person(n) => {
                    if let Some(o) = namings[*n].offices().next() {
                        return Some((o.position, o.institution));
                    }
                }
                ActorKind::Official(o) => return Some((o.position, o.institution)),
                _ => {}
            }
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::code::{ASKED, Camp, share_places};

    /// A document that tells one meeting after the other, half of them in its title.
    fn told(n: usize) -> (Vec<Draft>, Vec<Sentence>) {
        let camp = |code: &str| Camp { parties: vec![Slug::new(code)], ..Camp::default() };
        let drafts = (0..n).map(|i| Draft {
            kind: Slug::new(["MEET", "SIGN", "MESSAGE", "AGREE", "VISIT"][i % 5]),
            status: ["happened", "planned"][i % 2],
            trigger: Words { field: if i < n / 2 { Field::Title } else { Field::Text }, ..Words::default() },
            // Nobody can lend a day or place: the search goes as far as it may.
            camps: [camp(&format!("A{i}")), camp(&format!("B{i}"))],
            date: (i % 7 == 0).then(|| EventDate {
                value: String::new(),
                precision: "month".into(),
                words: Words::default(),
            }),
            sentence: i,
            ..Draft::default()
        });
        let sentences = (0..n).map(|i| Sentence::of_nothing(i..i + 1));
        (drafts.collect(), sentences.collect())
    }

    fn cost(n: usize) -> usize {
        let (mut drafts, sentences) = told(n);
        ASKED.set(0);
        drop_summaries(&mut drafts);
        share_dates(&mut drafts, &sentences, None);
        share_places(&[], &sentences, &mut drafts);
        mains(&mut drafts, &sentences, true, false, None);
        ASKED.get()
    }

    #[test]
    fn a_document_of_many_events_costs_its_length_and_not_its_square() {
        let (once, twice) = (cost(4_000), cost(8_000));
        assert!(once > 4_000, "nothing was compared: {once}");
        assert!(twice <= once * 22 / 10, "{once} comparisons became {twice}");
        assert!(twice <= 8_000 * LOOK_BACK * 8, "{twice}");
    }
}
