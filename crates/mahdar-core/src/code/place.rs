//! Where an event was: the most telling phrase after a word of place in the event's own sentence.
//!
//! A building tells more than a city, a city more than a state (readout guidelines: the most specific phrase).

use std::ops::Range;

use super::{Context, Draft, Sentence, lender, other_day};
use crate::detect::person::{Actor, ActorKind};
use crate::detect::{Item, Scan, What};
use crate::model::{Field, Place};
use crate::pack::{Sense, StateForm, tags};
use crate::text::Kind;

/// How much a phrase of place tells; what tells more stands for the event wherever in the document it is told.
pub(crate) mod tells {
    /// A state.
    pub const STATE: u8 = 1;
    /// A ministry or another institution.
    pub const SEAT: u8 = 2;
    /// A region, or "the capital of" a state.
    pub const REGION: u8 = 3;
    /// A city by name.
    pub const CITY: u8 = 4;
    /// A house, hall, airport or office.
    pub const BUILDING: u8 = 5;
}

/// What stands in no clause about somebody, what tells most, what is nearest.
type Rank = (bool, u8, std::cmp::Reverse<usize>);

/// A phrase of place and how much it tells.
#[derive(Debug, Clone)]
pub(crate) struct Spot {
    pub tells: u8,
    pub place: Place,
}

impl Spot {
    /// The place of the draft, where it tells more than what was known of it.
    pub fn give(self, draft: &mut Draft) {
        if self.tells > draft.tells {
            draft.place = Some(self.place);
            draft.tells = self.tells;
        }
    }
}

/// What is said, asked, called or taken back is nowhere in particular.
const NOWHERE: [&str; 9] =
    ["CALL", "INVITE", "RECALL", "EXPEL", "SANCTION", "STATEMENT", "APPEAL", "THREATEN", "MEDIATE"];

/// The longest name before or after the head of a place, in items.
const LONGEST: usize = 8;

/// Where a draft is told to have been, in the sentence of its trigger.
pub(super) fn place(context: &Context, sentence: &Sentence, at: usize, draft: &Draft) -> Option<Spot> {
    if NOWHERE.contains(&draft.kind.as_str()) {
        return None;
    }
    let scan = context.scan(sentence);
    if draft.kind == "VISIT" {
        return destination(scan, sentence, at, draft.camps[1].parties.first()?, false);
    }
    let items = &sentence.items;
    let told_of = |i: usize| {
        let between = at.min(i)..at.max(i);
        // "Signed an agreement on water, and that in CITY": such words go back to the event.
        let that = |x: &Item| ["title_end", "determiner"].iter().any(|w| scan.word(x.end - 1, w).is_some());
        let back = scan.has_article() && i.checked_sub(1).is_some_and(|k| that(&items[k]));
        // Who is in a list, or what was talked about, stands somewhere else.
        let quoted = |x: &Item| scan.has_article() && x.is_word("saying");
        // "In the presence of X, yesterday in his office": behind the comma the words go back to the event.
        let small = |x: &Item| matches!(x.what, What::Time) || x.is_word("in") || x.is_word("at");
        let closed = items[..i].iter().rev().find(|x| !small(x)).is_some_and(|x| x.is_mark(","));
        let listed = |x: &Item| matches!(x.what, What::Attendance { .. }) && !closed;
        i > at && !back && items[between].iter().any(|x| listed(x) || x.is_word("about") || quoted(x))
    };
    // What stands in no clause about somebody first, then what tells most, then the nearest.
    let mut best: Option<(Rank, Spot)> = None;
    // "Agreed to meet in CITY": where they are to meet.
    let to = super::setting::to_be_done(sentence, at, draft).unwrap_or(items.len());
    let mut i = 0;
    while i < to {
        let Some((range, tells)) =
            phrase(scan, items, i, draft.kind == "SUMMON" || i > at && welcomed(scan, draft))
        else {
            i += 1;
            continue;
        };
        let next = range.end.max(i + 1);
        // "Her visit to CITY": only a house is where one is welcomed to.
        if draft.kind == "MEET" && items[i].is_word("to") && tells != tells::BUILDING {
            i = next;
            continue;
        }
        // "The war in X": where that is.
        // "Cooperation in [the sector of]": what a noun of its own goes on with.
        let of_noun = scan.has_article()
            && matches!(tells, tells::BUILDING | tells::SEAT | tells::REGION)
            && i > 0
            && items[i].is_word("in")
            && matches!(items[i - 1].what, What::Other { common: true })
            && items[i - 1].tags & tags::DEFINITE != 0;
        let beside = i > 0 && lies_there(scan, &items[i - 1], draft)
            || of_noun
            || (tells != tells::CITY || of_body(sentence, i)) && source(scan, items, &range, i)
            || super::setting::described_by(scan, sentence, at, range.end)
            || other_day::was_there(scan, sentence, at, range.clone(), draft, context.published);
        let house = matches!(tells, tells::BUILDING | tells::SEAT);
        let agreed = draft.kind == "AGREE"
            && i > at
            && (!scan.pack.features.case.is_empty()
                || super::setting::agreed_on(scan, sentence, at, items[i].start))
            && super::setting::of_what_is_agreed(sentence, at, i);
        let agreed = agreed || of_thing_agreed(scan, items, range.end, at, draft);
        // "Signed an agreement on water in the palace": no agreement is about a house.
        let papers = scan.has_article() && draft.kind == "SIGN" && tells == tells::BUILDING;
        if !beside && !agreed && (papers || !told_of(range.start)) && (house || !envoys(items, i)) {
            let mut spot = spot(scan, items, range.clone(), tells);
            let near = std::cmp::Reverse(range.start.abs_diff(at));
            let aside = aside(scan, sentence, i, at) || after_it(sentence, i, at);
            let rank = (!aside && !of_verb_before(sentence, range.end, at), tells, near);
            // What is told elsewhere of the event itself tells more.
            if aside {
                spot.tells = tells::STATE;
            }
            if best.as_ref().is_none_or(|b| rank > b.0) {
                best = Some((rank, spot));
            }
        }
        i = next;
    }
    if let Some((.., spot)) = best {
        return Some(spot);
    }
    if draft.kind == "FORCE"
        && let Some(spot) = struck(scan, sentence, draft)
    {
        return Some(spot);
    }
    if let Some(spot) = on_journey(scan, items, at, draft) {
        return Some(spot);
    }
    // A state after "in", when nothing nearer is told.
    let located = |a: &&Actor| {
        let i = items.partition_point(|x| x.start < a.start);
        // "The situation in Syria": what describes another noun.
        let describes = |x: &Item| {
            x.tags & tags::ATTR != 0
                && !items.get(i + 1).is_some_and(|n| {
                    matches!(n.what, What::Trigger(_) | What::Time) || n.is_word("gathering")
                })
        };
        let in_case = scan.pack.features.order == "sov"
            && items.get(i).is_some_and(|x| x.tags & tags::LOC != 0 && !describes(x));
        // "Came to Kenya" tells where one went, not where one met.
        let goal = draft.kind == "MEET"
            && scan.pack.features.order == "svo"
            && a.tags & tags::CASES != 0
            && a.tags & tags::LOC == 0;
        let upon =
            a.marker.as_deref() == Some("on") && a.tags & tags::LOC != 0 && scan.pack.features.order == "svo";
        // "The war in Sudan": where that is.
        let noun = i.checked_sub(1).filter(|&k| items[k].is_word("in")).and_then(|k| k.checked_sub(1));
        let elsewhere = sentence.by_order && noun.is_some_and(|k| lies_there(scan, &items[k], draft));
        ((a.marker.as_deref() == Some("in") || upon) && !goal && !envoys(items, i.saturating_sub(1))
            || in_case)
            && !told_of(i)
            && !elsewhere
    };
    let state =
        sentence.actors.iter().find(|a| matches!(a.kind, ActorKind::State(StateForm::Name)) && located(a));
    if let Some(a) = state {
        return Some(Spot {
            tells: tells::STATE,
            place: Place { words: scan.text.slice(a.span), state: a.party.map(|p| p.to_string()) },
        });
    }
    // Aid is where it goes, where a place in the state is told.
    let goes = draft.kind == "AID";
    let aim = goes.then(|| destination(scan, sentence, at, draft.camps[1].parties.first()?, true)).flatten();
    aim.filter(|spot| spot.tells > tells::STATE || !scan.has_article())
}

/// "The earthquake [in A]", "the war [in A]": a noun whose own place follows it.
fn lies_there(scan: &Scan, noun: &Item, draft: &Draft) -> bool {
    let there = noun.is_word("blow") || draft.kind != "FORCE" && scan.is_noun_of(noun, "FORCE");
    there && draft.kind != "AID"
}

/// "In the course of a visit to CITY" without a visit told of its own, in either order: where one met on it.
fn on_journey(scan: &Scan, items: &[Item], at: usize, draft: &Draft) -> Option<Spot> {
    if !matches!(draft.kind.as_str(), "MEET" | "SIGN" | "AGREE") {
        return None;
    }
    if scan.pack.features.order != "sov" {
        return visiting(scan, items);
    }
    let during = (1..at).find(|&k| scan.word(items[k].end - 1, "during").is_some())?;
    let aim = |x: &Item| x.is_city() && x.tags & (tags::DAT | tags::ATTR) == tags::DAT;
    let city = (during.saturating_sub(JOURNEY)..during).rev().find(|&k| aim(&items[k]))?;
    Some(spot(scan, items, city..city + 1, tells::CITY))
}

/// The city after "during a visit to".
fn visiting(scan: &Scan, items: &[Item]) -> Option<Spot> {
    let during = items.iter().position(|x| x.is_word("during"))?;
    let near = |k: usize| k + 1..items.len().min(k + JOURNEY);
    let noun = near(during).find(|&k| scan.is_noun_of(&items[k], "VISIT"))?;
    let to = near(noun).find(|&k| items[k].is_word("to"))?;
    let (range, tells) = phrase(scan, items, to, true)?;
    (tells == tells::CITY).then(|| spot(scan, items, range, tells))
}

/// How far before "in the course of" a journey names its aim, in items: "to CITY [first official] visit".
const JOURNEY: usize = 5;

/// "Welcomed B to the palace", where no case tells where one goes.
fn welcomed(scan: &Scan, draft: &Draft) -> bool {
    scan.pack.features.capitals_alone() && draft.kind == "MEET"
}

/// "[In X] a consulate to open they agreed", where verbs stand last: where what is agreed is to be done.
fn of_thing_agreed(scan: &Scan, items: &[Item], end: usize, at: usize, draft: &Draft) -> bool {
    let to_do = |t: usize| scan.ending(t) & tags::DAT != 0;
    let before = &items[at.saturating_sub(1)];
    draft.kind == "AGREE"
        && scan.pack.features.order == "sov"
        && end < at
        && (matches!(before.what, What::Other { .. } | What::Trigger(_))
            && (before.tags & tags::DAT != 0 || to_do(before.end - 1))
            || items[at].end > items[at].start + 1 && to_do(items[at].start))
}

/// Gives a draft the place that a sentence tells of it again, where that tells more.
pub(super) fn retell(scan: &Scan, sentence: &Sentence, draft: &mut Draft) {
    if let Some(spot) = told_in(scan, sentence, draft).filter(|s| !elsewhere(draft, s)) {
        spot.give(draft);
    }
}

/// A city of another state than the capital or the house that was told.
fn elsewhere(draft: &Draft, spot: &Spot) -> bool {
    let own = draft.place.as_ref().filter(|_| draft.tells >= tells::REGION).and_then(|p| p.state.as_ref());
    own.zip(spot.place.state.as_ref()).is_some_and(|(own, other)| own != other)
}

/// "The meeting took place in the ministry": where a sentence says no more than where something was, an institution is a
/// house.
pub(super) fn held_at(scan: &Scan, sentence: &Sentence, draft: &mut Draft) {
    let Some(mut spot) = told_in(scan, sentence, draft) else { return };
    if spot.tells == tells::SEAT && draft.tells <= tells::CITY && scan.pack.features.svo_with_cases() {
        spot.tells = tells::BUILDING;
    }
    spot.give(draft);
}

/// The best phrase of place among these items.
pub(super) fn among(scan: &Scan, sentence: &Sentence, these: std::ops::Range<usize>) -> Option<Spot> {
    let items = &sentence.items;
    let phrases = these.filter_map(|i| {
        let (range, tells) = phrase(scan, items, i, false)?;
        let fits = tells >= tells::SEAT && !envoys(items, i) && !source(scan, items, &range, i);
        fits.then(|| spot(scan, items, range, tells))
    });
    phrases.rev().max_by_key(|s| s.tells)
}

/// The best phrase of place in a sentence that tells a draft again.
fn told_in(scan: &Scan, sentence: &Sentence, draft: &Draft) -> Option<Spot> {
    if NOWHERE.contains(&draft.kind.as_str()) {
        return None;
    }
    if draft.kind == "VISIT" {
        return destination(scan, sentence, 0, draft.camps[1].parties.first()?, true);
    }
    let items = &sentence.items;
    let phrases = (0..items.len()).filter_map(|i| {
        let (range, tells) = phrase(scan, items, i, false)?;
        let fits = !envoys(items, i)
            && !source(scan, items, &range, i)
            && (of_occasion(scan, sentence, i)
                || !aside(scan, sentence, i, 0)
                    && !super::setting::described_by(scan, sentence, 0, range.end));
        fits.then(|| spot(scan, items, range, tells))
    });
    phrases.rev().max_by_key(|s| s.tells)
}

/// "The talks, which took place [in CITY], dealt with trade": a clause about the talks with which the sentence opens.
fn of_occasion(scan: &Scan, sentence: &Sentence, i: usize) -> bool {
    let items = &sentence.items;
    super::arguments::relatives(sentence, scan.has_article()).iter().filter(|r| r.contains(&i)).any(|r| {
        let before = |k: &usize| !items[*k].is_mark(",") && !items[*k].is_word("relative");
        (0..r.start).rev().find(before).is_some_and(|k| k < OPENING && scan.is_noun_of(&items[k], "MEET"))
    })
}

/// Among how many items a sentence names what it is about: "in the course of the talks".
const OPENING: usize = 4;

/// "[Talks begun in the Palace of Nations], went on in the hall": a clause about somebody or something, without the verb.
fn aside(scan: &Scan, sentence: &Sentence, i: usize, at: usize) -> bool {
    let items = &sentence.items;
    let clause = |r: &Range<usize>| {
        r.contains(&i) && !r.contains(&at) && !super::setting::held_then(scan, sentence, r, at)
    };
    let opens =
        |k: usize| items[k].is_mark(",") && items.get(k + 1).is_some_and(|n| n.is_word("attributive"));
    let participle = || {
        let open = (0..i).rev().find(|&k| items[k].is_mark(","))?;
        let close = (i..items.len()).find(|&k| items[k].is_mark(","))?;
        // "The talks, held in the residence, ended": what is said of the event itself.
        let own = open == at + 1 && matches!(items[at].what, What::Trigger(_));
        (opens(open) && !own && !(open..close).contains(&at)).then_some(())
    };
    super::arguments::relatives(sentence, scan.has_article()).iter().any(clause) || participle().is_some()
}

/// "Signed here a treaty after talks [in the guest house]": where something else was, beside a word that says "here".
fn after_it(sentence: &Sentence, i: usize, at: usize) -> bool {
    i > at
        && sentence.items[at..i].iter().any(|x| x.is_word("after"))
        && sentence.items[at..i].iter().any(says_here)
}

/// "Laid a wreath at X and was received by B at Y": where the verb before "and" was, by its own.
fn of_verb_before(sentence: &Sentence, end: usize, at: usize) -> bool {
    let items = &sentence.items;
    let Some(and) = (end..at).rev().find(|&i| items[i].is_word("and")) else { return false };
    let passes =
        |i: &Item| i.is_word("auxiliary") || matches!(i.what, What::Time | What::Other { common: true });
    let verb = items[at].is_verb();
    sentence.by_order && verb && items[and + 1..at].iter().all(passes)
}

/// "Said at the ministry", "at the ministry they said": who says it, not where it was.
fn source(scan: &Scan, items: &[Item], phrase: &Range<usize>, preposition: usize) -> bool {
    // "The ministry in CITY announced": a verb that may also tell an act.
    let says = |i: &Item| scan.pack.features.capitals_alone() && scan.also_does(i, "saying");
    // "[They] told the agency at the ministry".
    let told = |i: &Item| matches!(i.what, What::Name { .. } | What::Other { common: false });
    let quote = |i: &Item| matches!(i.what, What::Mark('«' | '»' | '"' | '“' | '”'));
    // "[They] told «the agency»".
    let agency = preposition
        .checked_sub(1)
        .filter(|&b| quote(&items[b]))
        .and_then(|close| (close.saturating_sub(4)..close).rev().find(|&b| quote(&items[b])));
    let before = match agency {
        Some(open) => open.checked_sub(1),
        None => preposition.checked_sub(1).map(|b| if told(&items[b]) { b.saturating_sub(1) } else { b }),
    };
    before.is_some_and(|b| items[b].is_word("saying"))
        || items.get(phrase.end).is_some_and(|n| n.is_word("saying") || n.is_word("denied") || says(n))
}

/// "The ministry [in CITY] said": where a ministry sits that says something.
fn of_body(sentence: &Sentence, preposition: usize) -> bool {
    sentence.by_order
        && preposition
            .checked_sub(1)
            .is_some_and(|k| matches!(sentence.items[k].what, What::Institution { .. }))
}

/// What was struck: a city of those who suffer it.
fn struck(scan: &Scan, sentence: &Sentence, draft: &Draft) -> Option<Spot> {
    let theirs = &draft.camps[1].parties;
    let mut own = sentence.actors.iter().filter(|a| a.party.as_ref().is_some_and(|p| theirs.contains(p)));
    let spot = |span: [usize; 2], tells: u8, a: &Actor| Spot {
        tells,
        place: Place { words: scan.text.slice(span), state: a.party.map(|p| p.to_string()) },
    };
    let is_city = |a: &&Actor| a.kind.is_city();
    if let Some(city) = own.clone().find(is_city) {
        return Some(spot(city.span, tells::CITY, city));
    }
    // "The territory of A", "the south of A".
    own.find_map(|a| {
        let named = matches!(a.kind, ActorKind::State(StateForm::Name));
        let region = |i: &&Item| i.is_word("region") && named;
        let after = scan.pack.features.complement_before;
        if after {
            let region = sentence.items.get(a.items.end).filter(region)?;
            return Some(spot([a.span[0], scan.text.tokens[region.end - 1].end], tells::REGION, a));
        }
        let region = sentence.items.get(a.items.start.checked_sub(1)?).filter(region)?;
        Some(spot([region.begin, a.span[1]], tells::REGION, a))
    })
}

/// A visit's place is its destination: a city of the host, else the host by name; an organisation is called on wherever
/// it sits. Only what is said to be gone to, where `gone`.
fn destination(scan: &Scan, sentence: &Sentence, at: usize, host: &str, gone: bool) -> Option<Spot> {
    let trigger = sentence.items[at].start;
    let seated = host.starts_with("ORG:");
    sentence
        .actors
        .iter()
        .filter(|a| seated || a.party.as_deref() == Some(host))
        .filter(|a| !(seated || gone) || gone_to(scan, sentence, a))
        // "[Handed] to the A side": to whom, and not where.
        .filter(|a| !matches!(sentence.items[a.items.end - 1].what, What::Side))
        // "The flood in A": what describes another noun.
        .filter(|a| !sentence.verb_last || sentence.items[a.items.end - 1].tags & tags::ATTR == 0)
        .filter_map(|a| {
            let ActorKind::State(form) = a.kind else { return None };
            let city = matches!(form, StateForm::City | StateForm::Capital);
            // What stands beside the verb is where one went; a city some words farther is more telling.
            let far = a.start.abs_diff(trigger) + if a.start < trigger { 3 } else { 0 };
            Some((far.saturating_sub(if city { 6 } else { 0 }), city, a))
        })
        .min_by_key(|(far, city, _)| (*far, !city))
        .map(|(_, city, a)| {
            // "The Russian capital Moscow", "the city of X", where such words stand before the name.
            let mut from = a.items.start;
            // "The capital of Kenya", where nouns have cases.
            let capital = !city
                && scan.pack.features.order == "svo"
                && !scan.pack.features.case.is_empty()
                && from.checked_sub(1).is_some_and(|k| sentence.items[k].is_kind("region", "capital"));
            from -= usize::from(capital);
            let before = |k: &usize| {
                matches!(sentence.items[*k].what, What::State { form: StateForm::Adjective, .. })
                    || sentence.items[*k].is_word("region")
            };
            while city && scan.has_article() && from.checked_sub(1).is_some_and(|k| before(&k)) {
                from -= 1;
            }
            let led = from < a.items.start && sentence.items[from].is_word("region");
            let city = city || capital;
            let begin = if led { sentence.items[from].begin } else { a.span[0] };
            let land = land_after(scan, sentence, a, city);
            // "Visited the Belarusian State University": the adjective of its name alone is no place.
            let house = house_after(scan, sentence, a);
            let words = scan.text.slice(land.or(house).unwrap_or([begin, a.span[1]]));
            let city = city || land.is_some() || house.is_some();
            // "The Russian capital" tells less than its name.
            let by_name = !capital && !sentence.items[a.items.end - 1].is_word("region");
            let tells = match (city, by_name) {
                (true, true) => tells::CITY,
                (true, false) => tells::REGION,
                (false, _) => tells::STATE,
            };
            Spot { tells, place: Place { words, state: a.party.map(|p| p.to_string()) } }
        })
}

/// The span of a house or body whose name an adjective of a state begins.
fn house_after(scan: &Scan, sentence: &Sentence, a: &Actor) -> Option<[usize; 2]> {
    let cased = scan.pack.features.cases_and_complement_after();
    if !cased || !matches!(a.kind, ActorKind::State(StateForm::Adjective)) {
        return None;
    }
    let after = &sentence.items[a.items.end..];
    let plain = after.iter().take(3).take_while(|i| matches!(i.what, What::Other { .. })).count();
    let house =
        after.get(plain).filter(|i| i.is_word("building") || matches!(i.what, What::Institution { .. }))?;
    Some([a.span[0], scan.text.tokens[house.end - 1].end])
}

/// "A's province of NAME", "the city of NAME", where the word for what it is stands last: the span from the name on.
fn land_after(scan: &Scan, sentence: &Sentence, a: &Actor, city: bool) -> Option<[usize; 2]> {
    if !scan.pack.features.complement_before {
        return None;
    }
    let after = &sentence.items[a.items.end..];
    let name = |i: &Item| matches!(i.what, What::Name { .. } | What::Other { common: false });
    let named = after.iter().take(3).take_while(|i| name(i)).count();
    let rest = &after[named..];
    let plain = rest.iter().take(1).take_while(|i| matches!(i.what, What::Other { common: true })).count();
    let region = rest.get(if named > 0 { plain } else { 0 }).filter(|i| i.is_word("region"))?;
    let begin = match (city, named) {
        (true, 0) => a.span[0],
        (false, 1..) if a.tags & tags::GEN != 0 => after[0].begin,
        _ => return None,
    };
    Some([begin, scan.text.tokens[region.end - 1].end])
}

/// "The ambassador in Nairobi": where an envoy serves is not where he was.
fn envoys(items: &[Item], preposition: usize) -> bool {
    // Where the case of place makes no adjective, the place is nobody's.
    preposition > 0
        && items[preposition].tags & (tags::LOC | tags::ATTR) != tags::LOC
        && matches!(&items[preposition - 1].what, What::Office(o) if o.accredited_to.is_some() || o.position.contains("ambassador") || o.position.contains("consul"))
}

/// A phrase of place that begins at item `i` with its preposition, or stands there in the case of place.
pub(super) fn phrase(scan: &Scan, items: &[Item], i: usize, goal: bool) -> Option<(Range<usize>, u8)> {
    let item = &items[i];
    let lone = |x: &Item| x.end == x.start + 1;
    // "With the help of A": no place.
    if item.is_kind("at", "help") || item.is_kind("in", "seated") {
        return None;
    }
    // "Is in Nairobi", where verb and preposition are one word of the pack.
    let ends_in = matches!(item.what, What::Trigger(_))
        && !lone(item)
        && ["in", "at"].iter().any(|w| scan.word(item.end - 1, w).is_some_and(|m| m.end == item.end));
    // "На авиабазе": with the case of place "on" is where; "on the island of X".
    let upon = item.is_word("on")
        && lone(item)
        && items.get(i + 1).is_some_and(|n| match scan.pack.features.case.is_empty() {
            true => n.is_word("determiner") && items.get(i + 2).is_some_and(|r| r.is_word("region")),
            false => n.tags & tags::LOC != 0 && tells_of(n).is_some() && !n.is_kind("region", "vague"),
        });
    // Where the case of place ends a noun, "in" follows it: "[of the] centre in the grounds".
    let sov = scan.pack.features.order == "sov";
    if sov && item.is_word("in") && lone(item) {
        let head = i.checked_sub(1)?;
        let tells = tells_of(&items[head])?;
        return Some((before(scan, items, head)..i + 1, tells));
    }
    let preposed = upon
        || !sov && (item.is_word("in") || item.is_word("at") || goal && item.is_word("to")) && lone(item)
        || ends_in;
    // "In the capital Nairobi" as one phrase of the pack: the place begins after its first word.
    if (item.is_word("in") || item.is_word("at"))
        && !lone(item)
        && let Some(What::State {
            form: StateForm::Adjective | StateForm::Name | StateForm::City | StateForm::Capital,
            ..
        }) = items.get(i + 1).map(|x| &x.what)
    {
        return Some((i..extend(scan, items, i + 1), tells::CITY));
    }
    if scan.has_article()
        && item.is_word("in")
        && !lone(item)
        && let Some(found) = behind_phrase(scan, items, i)
    {
        return Some(found);
    }
    // "In «Nairobi»", "in the capital «Nairobi»": the name alone is the place.
    if (item.is_word("in") || item.is_word("at"))
        && let Some([quote, name]) = items.get(i + 1..i + 3)
        && matches!(quote.what, What::Mark('«' | '“' | '"'))
        && name.is_city()
    {
        return Some((i + 2..i + 3, tells::CITY));
    }
    // "[Hosted] the palace the talks", "who visited CITY": what stands after a verb that says where something was held, or
    // where somebody was.
    if scan.pack.features.order == "vso"
        && (item.is_word("venue") || scan.is_verb_of(item, "HOST") || scan.is_verb_of(item, "VISIT"))
        && let Some(tells) = items.get(i + 1).and_then(tells_of)
        && items[i + 1].marker == 0
    {
        let end = extend(scan, items, i + 1);
        let city = items[i + 1..end].iter().any(Item::is_city);
        let named = items[i + 2..end].iter().any(|x| matches!(x.what, What::Name { .. }));
        // "The region hosted": of no name.
        let told = match tells {
            tells::REGION => city || named,
            _ => city || scan.is_verb_of(item, "HOST") || item.is_word("venue"),
        };
        if told {
            return Some((
                i + 1..end,
                match tells {
                    tells::SEAT if city => tells::BUILDING,
                    tells::REGION => tells::CITY,
                    other => other,
                },
            ));
        }
    }
    // "Nairobi hosted talks".
    if scan.pack.features.order == "svo"
        && !items[i].is_word("in")
        && items.get(i + 1).is_some_and(|v| scan.is_verb_of(v, "HOST"))
        && items[i].is_city()
        && (i == 0 || !items[i - 1].is_word("in") && !items[i - 1].is_word("of"))
    {
        return Some((i..i + 1, tells::CITY));
    }
    let mut from = i;
    if preposed {
        from = i + 1;
        while items.get(from).is_some_and(|x| x.is_word("determiner")) {
            from += 1;
        }
    } else {
        let attached = matches!(scan.pack.lexicon.marker_name(item.marker), Some("in" | "with-b"));
        let in_case = item.tags & tags::LOC != 0 && sov;
        if !attached && !in_case {
            return None;
        }
        // "In-one of the palaces of CITY".
        from += usize::from(
            attached && item.is_word("determiner") && items.get(i + 1).is_some_and(|n| n.is_word("building")),
        );
        // The case of place stands on the last word: what belongs to it is before it.
        if in_case && !attached {
            let tells = tells_of(&items[i]).or_else(|| town_in_case(scan, items, i))?;
            // "[The one in Nairobi] office": a place that describes another noun, unless that noun reports.
            let describes = item.tags & tags::ATTR != 0
                && !items.get(i + 1).is_some_and(
                    |n| matches!(&n.what, What::Trigger(o) if o.iter().any(|(_, f)| f.is_noun())),
                );
            let from = before(scan, items, i);
            // "«The House of Friendship-LOC»": quoted as a whole.
            let open = matches!(items[from].what, What::Mark('«' | '“'));
            let quoted = open && !items[from..=i].iter().any(|x| matches!(x.what, What::Mark('»' | '”')));
            let closes = matches!(items.get(i + 1), Some(x) if matches!(x.what, What::Mark('»' | '”')));
            let i = if quoted && closes { i + 1 } else { i };
            // "[On] the grounds of the forum": no house of a name.
            let cut = |x: &Item| scan.word(x.start, "gathering").is_some() || x.is_mark(")");
            if from == i && i > 0 && cut(&items[i - 1]) {
                return None;
            }
            // "The city of X" tells as much as X.
            let city = items[from..i].iter().any(|x| x.is_city() || matches!(x.what, What::Name { .. }));
            let tells = if tells == tells::REGION && city { tells::CITY } else { tells };
            return (!describes && !nameless(scan, items, from..i + 1)).then_some((from..i + 1, tells));
        }
    }
    // The head: a building within reach, over the words that may stand before it, or an institution; else what stands first.
    let placed =
        |x: &Item| scan.pack.features.order == "svo" && x.tags & tags::LOC != 0 && tells_of(x).is_some();
    let adjectives = |x: &Item| {
        matches!(x.what, What::Other { .. }) && scan.text.tokens[x.start].kind == Kind::Word
            || matches!(&x.what, What::Word { kind: Some(kind), .. } if *kind == "possessive")
            // "In his residence «X»".
            || x.is_word("pronoun") && x.end == x.start + 1
    };
    // "In the Belarusian State University": what the name of a house may begin with.
    let begins = |x: &Item| {
        adjectives(x)
            || matches!(x.what, What::State { form: StateForm::Adjective, .. })
            || matches!(x.what, What::Name { .. }) && x.end == x.start + 1 && x.tags & tags::NOM == 0
    };
    let described =
        |words: &[Item]| words.first().is_some_and(begins) && words.iter().skip(1).all(adjectives);
    // "In his country residence": two words at most, and the house in the case of place.
    let homely = preposed
        && !scan.pack.features.case.is_empty()
        && (from + 1..items.len().min(from + 4)).any(|j| placed(&items[j]) && described(&items[from..j]));
    // "At the provincial headquarters", "the building of the Ministry": an ordinary word right before the house.
    let by_order = scan.pack.features.capitals_alone();
    let plainly = by_order
        && preposed
        && matches!(items.get(from).map(|x| &x.what), Some(What::Other { common: true }))
        && !scan.text.tokens[items[from].start].capital
        && items.get(from + 1).is_some_and(|x| x.is_word("building"));
    let reach = (from..items.len().min(from + LONGEST)).take_while(|&j| {
        j == from
            || scan.pack.features.capitals && leads(scan, &items[j - 1], &items[j])
            || plainly && j == from + 1
            || homely && j < from + 4 && described(&items[from..j])
    });
    // "The minister [in] the government of": whose minister he is.
    let serves = |j: usize| {
        j > 0
            && matches!(&items[j].what, What::Institution { id, .. } if *id == "cabinet")
            && matches!(&items[j - 1].what, What::Office(_))
            && items[j].marker != 0
    };
    // "At Akershus Fortress", where the house is the last word of its name.
    let closed = |x: &Item| {
        by_order
            && matches!(x.what, What::Name { .. })
            && x.end > x.start + 1
            && scan.word(x.end - 1, "building").is_some()
    };
    let tells_here = |j: usize| tells_of(&items[j]).or_else(|| closed(&items[j]).then_some(tells::BUILDING));
    let named = |wanted: u8| reach.clone().find(|&j| tells_here(j) == Some(wanted) && !serves(j));
    let head = named(tells::BUILDING).map(|j| (j, tells::BUILDING));
    let (from, head, tells) = match head.or_else(|| named(tells::SEAT).map(|j| (j, tells::SEAT))) {
        Some((head, tells)) => (from, head, tells),
        None => match town(scan, items, i, from) {
            Some(town) => town,
            None if by_order && unknown_house(scan, items, i, from) => (from, from, tells::CITY),
            None => return None,
        },
    };
    if items[from..=head].iter().skip(1).any(|x| scan.text.tokens[x.start].breaks) {
        return None;
    }
    let end = extend(scan, items, head);
    if nameless(scan, items, from..end) || counted(scan, items, head) {
        return None;
    }
    // "His first visit to the state of A": the case of the aim tells where one goes; of a city one also meets there.
    let aim = |x: &Item| {
        let state = matches!(x.what, What::State { form, .. } if !matches!(form, StateForm::City | StateForm::Capital));
        state && x.tags & tags::ACC != 0 && x.tags & tags::LOC == 0
    };
    if item.is_word("in") && !goal && scan.pack.features.order == "svo" && aim(&items[head]) {
        return None;
    }
    // A ministry with its city tells as much as a house, "the city of X" as much as X.
    let city = items[head + 1..end].iter().any(|x| x.is_city() || matches!(x.what, What::Name { .. }));
    // "The Presidential Palace" is whoever sits there, and a house.
    let housed = scan.pack.features.capitals_alone()
        && scan.is(items[head].start, |s| matches!(s, Sense::Word { work, .. } if *work == "building"));
    let tells = match tells {
        tells::SEAT if city || housed => tells::BUILDING,
        tells::REGION if city => tells::CITY,
        // "At the presidential retreat": less than any name.
        tells::BUILDING if plainly && head > from && end == head + 1 => tells::REGION,
        other => other,
    };
    // "In the Croatian town of X": its name alone.
    let town = (head + 2..end).find(|&j| {
        items[j - 1].is_word("of") && (items[j].is_city() || matches!(items[j].what, What::Name { .. }))
    });
    if let Some(name) = town.filter(|_| by_order && tells == tells::CITY && items[head].is_word("region")) {
        return Some((name..end, tells));
    }
    // "In the organisation's history": what owns something else.
    if by_order && tells <= tells::SEAT && items.get(end).is_some_and(|x| scan.possessive(x.start)) {
        return None;
    }
    Some((from..end, tells))
}

/// "In the city of X" as one phrase of the pack, before a word that the pack does not know; "in the capital [provisional]
/// Aden".
fn behind_phrase(scan: &Scan, items: &[Item], i: usize) -> Option<(Range<usize>, u8)> {
    let next = items.get(i + 1).filter(|n| n.end == n.start + 1 && n.marker == 0)?;
    if scan.text.tokens[next.start].kind != Kind::Word {
        return None;
    }
    let after = items.get(i + 2);
    let adjective = |n: &Item| matches!(n.what, What::State { form: StateForm::Adjective, .. });
    if scan.unknown(next.start) {
        return Some((i..i + 2 + usize::from(after.is_some_and(adjective)), tells::CITY));
    }
    let city = after.is_some_and(|n| n.is_city() && n.marker == 0);
    let plain = !matches!(next.what, What::State { .. } | What::Trigger(_));
    (city && plain && definite(scan, next)).then(|| (i..extend(scan, items, i + 2), tells::CITY))
}

/// A place that is no building: what stands right after the preposition, or after the adjective of its state ("in the
/// Finnish town of X"), or after a letter that stands for "town". Gives where its name begins, its head and what it tells.
fn town(scan: &Scan, items: &[Item], preposition: usize, from: usize) -> Option<(usize, usize, u8)> {
    let first = items.get(from)?;
    let shortened = items.get(from + 1).is_some_and(|x| scan.text.shortens(x.start));
    let described =
        matches!(first.what, What::State { form: StateForm::Adjective, .. }) && scan.pack.features.capitals;
    // "In the southern city of X", "in the southern Italian city of X".
    let plain = scan.pack.features.capitals_alone()
        && matches!(first.what, What::Other { common: true })
        && !scan.text.tokens[first.start].capital;
    let plain = usize::from(plain);
    let region = |k: usize| items.get(k).is_some_and(|x| x.is_word("region"));
    let adjective = |k: usize| {
        matches!(items.get(k).map(|x| &x.what), Some(What::State { form: StateForm::Adjective, .. }))
    };
    let behind = plain > 0 && (region(from + 1) || adjective(from + 1) && region(from + 2));
    let (begin, head) = match (shortened, described) {
        _ if behind => (from, from + 1 + usize::from(adjective(from + 1))),
        (true, _) => (from + 2, from + 2),
        (false, true) => (from, from + 1),
        (false, false) => (from, from),
    };
    let tells = tells_of(items.get(head)?).or_else(|| unknown_town(scan, items, preposition, head))?;
    Some((begin, head, tells))
}

/// "In the first station": one of several, no house.
fn counted(scan: &Scan, items: &[Item], head: usize) -> bool {
    scan.has_article()
        && items[head].is_word("building")
        && items.get(head + 1).is_some_and(|n| scan.is(n.start, |s| matches!(s, Sense::Ordinal)))
}

/// "In the city", "in the region": a word for a place and no name.
fn nameless(scan: &Scan, items: &[Item], range: Range<usize>) -> bool {
    let features = &scan.pack.features;
    // "The Area of Diplomatic Training": words of the language, and no name among them.
    let words = |x: &Item| {
        matches!(x.what, What::Other { common: true })
            || ["of", "in", "determiner"].iter().any(|w| x.is_word(w))
    };
    if items[range.start].is_word("region")
        && range.len() > 1
        && items[range.start + 1..range.end].iter().all(words)
    {
        return true;
    }
    let [one] = &items[range] else { return false };
    // "The region": no place until it has a name.
    if one.is_kind("region", "vague") {
        return true;
    }
    let kinds = !features.case.is_empty() || features.capitals_alone() && !one.is_kind("region", "capital");
    kinds && one.is_word("region") && one.end == one.start + 1 && !scan.text.tokens[one.start].capital
}

/// What an item tells as the head of a place.
pub(super) fn tells_of(item: &Item) -> Option<u8> {
    match &item.what {
        What::Word { work, .. } if work == "building" => Some(tells::BUILDING),
        What::Word { work, .. } if work == "region" => Some(tells::REGION),
        What::State { form: StateForm::City | StateForm::Capital, .. } => Some(tells::CITY),
        // "The Kremlin", "the White House".
        What::State { form: StateForm::Government, .. } => Some(tells::BUILDING),
        What::Institution { .. } => Some(tells::SEAT),
        _ => None,
    }
}

/// "At Chequers, on Monday": a name after "at" that is nobody's the pack knows, before what ends its phrase.
fn unknown_house(scan: &Scan, items: &[Item], preposition: usize, i: usize) -> bool {
    let Some(item) = items.get(i).filter(|_| items[preposition].is_word("at")) else { return false };
    let named = match item.what {
        What::Name { .. } => !scan.is(item.start, |s| matches!(s, Sense::Given)),
        What::Other { common } => !common && scan.text.tokens[item.start].capital,
        _ => false,
    };
    let ends = |n: &Item| {
        n.is_mark(",.;")
            || matches!(n.what, What::Time)
            || ["in", "on", "with", "for", "during", "after", "and"].iter().any(|w| n.is_word(w))
    };
    named && items.get(i + 1).is_none_or(ends)
}

/// "In Wonsan": a name of its own after "in" that the pack does not know.
fn unknown_town(scan: &Scan, items: &[Item], preposition: usize, i: usize) -> Option<u8> {
    let item = &items[i];
    let features = &scan.pack.features;
    let cased = !features.case.is_empty();
    // "In Upper X": two words look like a name, and nobody is inside a person.
    let double = cased && item.end == item.start + 2 && !scan.is(item.start, |s| matches!(s, Sense::Given));
    let name = match item.what {
        What::Name { known } => !known && item.end == item.start + 1 || double,
        What::Other { common } => !common && scan.text.tokens[item.start].capital,
        _ => false,
    };
    let goes_on = |n: &Item| match n.what {
        What::Name { .. } => true,
        What::Other { common: false } => !cased || scan.text.tokens[n.start].capital,
        _ => false,
    };
    let alone = !items.get(i + 1).is_some_and(goes_on);
    let inside = items[preposition].is_word("in") || matches!(items[preposition].what, What::Trigger(_));
    // "In the Field of": no town has an article.
    let article = item.start > 0 && scan.word(item.start - 1, "determiner").is_some();
    // "In St. NAME".
    let shortened = scan.mark(item.end) == Some('.')
        && scan.text.tokens[item.end].glued
        && scan.text.tokens.get(item.end + 1).is_some_and(|t| t.capital && !t.breaks)
        && scan.pack.lexicon.abbreviates(scan.text.folded(item.start), false);
    (inside && features.capitals && name && alone && !article && !shortened).then_some(tells::REGION)
}

/// "Hurghada-in": a name of one word in the case of place that the pack does not know, behind no office; nobody is inside a
/// person.
fn town_in_case(scan: &Scan, items: &[Item], i: usize) -> Option<u8> {
    let item = &items[i];
    let lone = item.end == item.start + 1 && scan.unknown(item.start);
    let name = match item.what {
        What::Name { .. } => lone,
        What::Other { common } => lone && !common && i > 0 && scan.text.tokens[item.start].capital,
        _ => false,
    };
    let led = i > 0
        && matches!(
            items[i - 1].what,
            What::Office(_)
                | What::Honorific { .. }
                | What::Rank
                | What::Counterpart
                | What::Mark('«' | '“' | '"')
        );
    let of_another = items.get(i + 1).is_some_and(|n| matches!(n.what, What::Name { .. }));
    (scan.pack.features.capitals && name && !led && !of_another).then_some(tells::REGION)
}

/// May stand between the preposition and a building: names, adjectives, whose it is.
fn leads(scan: &Scan, before: &Item, item: &Item) -> bool {
    let fits = |x: &Item| match &x.what {
        What::Name { .. } | What::State { .. } | What::Organisation { .. } | What::Institution { .. } => true,
        What::Office(o) => o.bare || o.institution.is_some() || o.state.is_none(),
        What::Other { .. } => scan.text.tokens[x.start].capital || scan.possessive(x.start),
        What::Word { work, kind } => {
            work == "building"
                || work == "region"
                || kind.as_deref() == Some("possessive")
                // "The latter's office".
                || work == "pronoun" && scan.possessive(x.end)
        }
        What::Honorific { .. } | What::Rank => true,
        // "St. James's Palace": inside a sentence a full stop only shortens a word.
        What::Mark('.') => scan.text.tokens[x.start].glued && scan.pack.features.case.is_empty(),
        What::Mark('–') => scan.text.tokens[x.start].glued,
        What::Mark(c) => matches!(c, '"' | '«' | '»' | '“' | '”' | '-'),
        _ => false,
    };
    fits(before) && fits(item) && !item.and && item.marker == 0
}

/// A small word of names before a word with a capital.
fn particle(scan: &Scan, items: &[Item], at: usize) -> bool {
    let small = scan.is(items[at].start, |s| matches!(s, Sense::Particle));
    small && items.get(at + 1).is_some_and(|n| scan.text.tokens[n.start].capital)
}

/// Where a phrase that ends with its head begins: its names and whose it is, before it.
fn before(scan: &Scan, items: &[Item], head: usize) -> usize {
    let mut from = head;
    while from > 0 && head - from < LONGEST {
        // A name in quotes belongs to it whole.
        if matches!(items[from - 1].what, What::Mark('»' | '”'))
            && let Some(open) = (from.saturating_sub(LONGEST)..from - 1)
                .rev()
                .find(|&k| matches!(items[k].what, What::Mark('«' | '“')))
        {
            from = open;
            continue;
        }
        // "A and B [in] the city of X": a state is no part of the name of a city.
        let state = matches!(items[from - 1].what, What::State { form: StateForm::Name, .. });
        // "In autumn [in] X", "over the note [in] X": a noun in a case of its own is no part of the name after it.
        let own = matches!(items[from - 1].what, What::Other { .. } | What::Institution { .. })
            && items[from - 1].tags & (tags::DAT | tags::ACC | tags::LOC | tags::ABL | tags::INS) != 0
            && items[from - 1].tags & (tags::NOM | tags::GEN) == 0
            && !matches!(items[from].what, What::Mark(_))
            || items[from].is_city()
                && matches!(items[from - 1].what, What::Other { .. })
                && !scan.text.tokens[items[from - 1].start].capital;
        // "The one [in CITY] palace": the city of a house, where the case of place makes an adjective of it.
        if items[from - 1].tags & tags::ATTR != 0 {
            let house =
                items[head].is_word("building") || matches!(items[head].what, What::Institution { .. });
            let city = |i: usize| items[i].is_city();
            return match from - 1 {
                at if house && city(at) => at,
                at if house && at > 0 && items[at].is_word("region") && city(at - 1) => at - 1,
                _ => from,
            };
        }
        if own || state && items[from].is_city() && items[from - 1].tags & tags::GEN == 0 {
            break;
        }
        let fits = match &items[from - 1].what {
            What::State { .. } | What::Organisation { .. } | What::Institution { .. } => true,
            // "[In] the President's palace": whoever's house it is stands right before it.
            What::Office(_) => from == head && items[head].is_word("building"),
            // "[In] Tavria palace": an unknown name of one word before its house, and nobody's office before it.
            What::Name { known } if from == head && items[head].is_word("building") => {
                let one = &items[from - 1];
                // A name in a case of its own ends there.
                let closed = |x: &Item| x.tags & (tags::DAT | tags::ACC | tags::ABL | tags::INS) != 0;
                let led = from > 1
                    && match items[from - 2].what {
                        What::Office(_) | What::Honorific { .. } | What::Rank => true,
                        What::Name { .. } => !closed(&items[from - 2]),
                        _ => false,
                    };
                // "[The one in CITY] Peter Hill house": of two words where what stands before belongs to it.
                let there = from > 1 && items[from - 2].tags & tags::ATTR != 0;
                let there = there || items[head].is_kind("building", "airport");
                let words = if there { 2 } else { 1 };
                (there || !known)
                    && one.end <= one.start + words
                    && !led
                    && one.tags & (tags::CASES & !tags::NOM) == 0
            }
            // "[In] the city of NAME", where the name is also somebody's.
            What::Name { .. } if from == head && items[head].is_word("region") => {
                let one = &items[from - 1];
                one.end == one.start + 1 && one.tags & (tags::CASES & !tags::NOM) == 0
            }
            What::Name { .. } => {
                let whole = items[from - 1].tags & (tags::CASES & !tags::NOM & !tags::GEN) == 0;
                // "NAME [in] «the House of Friendship»": whoever acts there stands before what is quoted.
                let quoted = matches!(items[from].what, What::Mark('«' | '“'));
                whole && !quoted && (items[from].is_word("named") || from < head && named(items, from, head))
            }
            What::Word { work, .. } => matches!(work.as_str(), "building" | "region" | "named"),
            What::Mark('»' | '”' | '«' | '“' | '"') => true,
            What::Other { common } => {
                // "[In the ministry] of foreign affairs": words of its name between it and its state.
                let inside = matches!(items[head].what, What::Institution { .. })
                    && (from == head || matches!(items[from].what, What::Other { .. }));
                // "[In] the People's Palace": an ordinary word with a capital inside the sentence.
                let capital = items[head].is_word("building")
                    && from > 1
                    && scan.text.tokens[items[from - 1].start].capital
                    && items[from - 1].tags & (tags::CASES & !tags::NOM & !tags::GEN) == 0;
                !common
                    || inside
                    || capital
                    || matches!(items[from].what, What::Mark(_))
                    || from > 1
                        && (items[from - 2].is_word("named")
                            || from == head && matches!(items[from - 2].what, What::Mark('»' | '”')))
            }
            _ => false,
        };
        if !fits || items[from - 1].and {
            break;
        }
        from -= 1;
    }
    from
}

/// A name inside the quotes or before the word "named".
fn named(items: &[Item], from: usize, head: usize) -> bool {
    items[from..head].iter().any(|x| x.is_word("named") || matches!(x.what, What::Mark(_)))
}

/// Gives a place to what was told without one, or with less: from the title, from the visit or the talks of the same
/// parties, and, where it is said to have been "here", from the dateline.
pub(crate) fn share(scans: &[Scan], sentences: &[Sentence], drafts: &mut [Draft]) {
    super::housed::housed(scans, sentences, drafts);
    let title = sentences.iter().take_while(|s| s.scan == 0).flat_map(|s| {
        (0..s.items.len()).filter_map(|i| {
            let (range, tells) = phrase(&scans[0], &s.items, i, false)?;
            (!envoys(&s.items, i)).then(|| spot(&scans[0], &s.items, range, tells))
        })
    });
    let title = title.max_by_key(|s| s.tells);
    let told = drafts.iter().any(|d| {
        d.titled()
            || d.kind != "VISIT" && d.sentence <= 2 && !d.secondary && !d.background && d.status == "happened"
    });
    for i in 0..drafts.len() {
        let one = &drafts[i];
        let somewhere = !NOWHERE.contains(&one.kind.as_str());
        if !somewhere || one.tells >= tells::CITY || one.background || one.counted {
            continue;
        }
        let found = match one.kind.as_str() {
            _ if sentences[one.spot].items.iter().any(|x| x.is_word("same_place")) => {
                same_place(drafts, i).or_else(|| that_city(scans, sentences, one))
            }
            "VISIT" => city_of_host(scans, sentences, one, told)
                .or_else(|| city_of_lead(scans, sentences, one).filter(|_| one.titled() || !told)),
            "MESSAGE" => lent(drafts, i),
            _ => here(scans, sentences, one)
                .or_else(|| of_title(scans, sentences, drafts, i, title.as_ref()))
                .or_else(|| lent(drafts, i))
                .or_else(|| in_the_city(scans, sentences, one))
                .or_else(|| near(scans, sentences, drafts, i))
                .or_else(|| abroad(scans, sentences, drafts, i))
                .or_else(|| only(scans, sentences, drafts, i)),
        };
        if let Some(spot) = found {
            spot.give(&mut drafts[i]);
        }
    }
}

/// The place that the title tells of an event told near the top: the house of the talks where they lend one, and the title's
/// city in the words of the text.
fn of_title(
    scans: &[Scan],
    sentences: &[Sentence],
    drafts: &[Draft],
    i: usize,
    title: Option<&Spot>,
) -> Option<Spot> {
    let one = &drafts[i];
    let title = title.filter(|t| t.tells > one.tells && (one.in_title() || one.sentence <= 3))?;
    if in_another_state(one, &title.place) {
        return None;
    }
    told_alike(drafts, i, title).or_else(|| in_text(scans, sentences, title)).or_else(|| Some(title.clone()))
}

/// The title's city as the text names it in the case of a place or an aim.
fn in_text(scans: &[Scan], sentences: &[Sentence], title: &Spot) -> Option<Spot> {
    let sov = scans.first().is_some_and(|s| s.pack.features.order == "sov");
    if title.tells != tells::CITY || !sov {
        return None;
    }
    let code = title.place.state.as_deref()?;
    let placed = |x: &Item| {
        x.is_city()
            && matches!(&x.what, What::State { code: c, .. } if c.as_str() == code)
            && x.tags & (tags::LOC | tags::DAT) != 0
            && x.tags & tags::ATTR == 0
    };
    let own = title.place.words.text.chars();
    sentences.iter().filter(|s| s.scan == 1).take(LEAD).find_map(|s| {
        let k = s.items.iter().position(placed)?;
        let found = spot(&scans[1], &s.items, k..k + 1, tells::CITY);
        let alike = own.clone().zip(found.place.words.text.chars()).take_while(|(a, b)| a == b).count();
        (alike >= ALIKE).then_some(found)
    })
}

/// In how many sentences the text names the title's city again.
const LEAD: usize = 3;

/// How many letters two forms of a city's name have in common.
const ALIKE: usize = 4;

/// "He met B during his stay in the city": the city told last before.
fn in_the_city(scans: &[Scan], sentences: &[Sentence], one: &Draft) -> Option<Spot> {
    let own = &sentences[one.spot];
    let items = &own.items;
    let bare = |k: usize| {
        items[k].is_word("region")
            && items[k - 1].is_word("determiner")
            && items.get(k - 2).is_some_and(|x| x.is_word("in"))
            && nameless(&scans[own.scan], items, k..k + 1)
            && !items[k].is_kind("region", "vague")
    };
    (own.by_order && (2..items.len()).any(bare)).then(|| that_city(scans, sentences, one)).flatten()
}

/// The city told last before a sentence, or that of the dateline.
fn that_city(scans: &[Scan], sentences: &[Sentence], one: &Draft) -> Option<Spot> {
    let from = one.spot.saturating_sub(LEAD);
    let told = sentences[from..one.spot].iter().rev().filter(|s| s.scan == 1).find_map(|s| {
        let scan = &scans[s.scan];
        let phrases = (0..s.items.len()).filter_map(|k| {
            let (range, tells) = phrase(scan, &s.items, k, false)?;
            (tells == tells::CITY && !envoys(&s.items, k)).then(|| spot(scan, &s.items, range, tells))
        });
        phrases.last()
    });
    told.or_else(|| of_dateline(scans, sentences))
}

/// "At the same venue he received B": where what was told before it was.
fn same_place(drafts: &[Draft], i: usize) -> Option<Spot> {
    let near = drafts[..i].iter().rev().take(super::LOOK_BACK).filter(|d| d.spot + 3 >= drafts[i].spot);
    let told = near.filter(|d| d.kind != "VISIT" && !d.background).find(|d| d.tells >= tells::CITY)?;
    told.place.clone().map(|place| Spot { tells: told.tells, place })
}

/// "In the capital of A he met": the words before the event tell a state in which the place is not.
fn in_another_state(one: &Draft, place: &Place) -> bool {
    let before = |p: &&Place| p.words.field == one.trigger.field && p.words.span[1] <= one.trigger.span[0];
    let own = one.place.as_ref().filter(before).and_then(|p| p.state.as_ref());
    own.zip(place.state.as_ref()).is_some_and(|(own, state)| own != state)
}

/// "Tokayev arrives in Moscow" over "arrived in the Russian Federation": a city of the host in the title.
fn city_of_host(scans: &[Scan], sentences: &[Sentence], visit: &Draft, told: bool) -> Option<Spot> {
    let host = visit.camps[1].parties.first()?;
    // "The minister in Nairobi": a title without an event of its own is about the visit that the text begins with.
    let lead = sentences.iter().take_while(|s| s.scan == 0).count() + 1;
    if !visit.titled() && (told || visit.sentence > lead) {
        return None;
    }
    sentences.iter().take_while(|s| s.scan == 0).find_map(|s| {
        let a = s
            .actors
            .iter()
            .find(|a| a.kind.is_city() && a.party.as_ref() == Some(host) && gone_to(&scans[0], s, a))?;
        Some(Spot {
            tells: tells::CITY,
            place: Place { words: scans[0].text.slice(a.span), state: a.party.map(|p| p.to_string()) },
        })
    })
}

/// "Began a state visit to A. He was met in CITY": the first city of the host beside which the text tells the visit.
fn city_of_lead(scans: &[Scan], sentences: &[Sentence], visit: &Draft) -> Option<Spot> {
    let host = visit.camps[1].parties.first()?;
    if visit.status != "happened" || visit.camps[1].parties.len() > 1 {
        return None;
    }
    let text = sentences.iter().position(|s| s.scan == 1)?;
    let from = visit.spot.max(text);
    let city = |s: &Sentence| {
        let a = s.actors.iter().find(|a| {
            a.kind.is_city()
                && a.party.as_ref() == Some(host)
                && matches!(a.marker.as_deref(), Some("in" | "to"))
        })?;
        Some(Spot {
            tells: tells::CITY,
            place: Place { words: scans[s.scan].text.slice(a.span), state: a.party.map(|p| p.to_string()) },
        })
    };
    sentences.get(from..)?.iter().filter(|s| s.by_order).take(LEAD).find_map(city)
}

/// Where one is, or goes to.
fn gone_to(scan: &Scan, sentence: &Sentence, actor: &Actor) -> bool {
    let first = sentence.items.partition_point(|x| x.start < actor.start);
    let word = |k: usize| sentence.items.get(k).filter(|x| x.is_word("region"));
    // "Istanbul [city-to]": the case stands on the word for what it is.
    let last = actor.items.end.max(first + 1);
    let case = word(last).or(sentence.items.get(last - 1)).map_or(0, |x| x.tags);
    matches!(actor.marker.as_deref(), Some("in" | "to" | "at" | "with-b"))
        || scan.pack.features.order == "sov" && case & (tags::LOC | tags::DAT) != 0
}

/// The house lent by the talks, or the same state's city as the title names it, in the words of the text.
fn told_alike(drafts: &[Draft], i: usize, title: &Spot) -> Option<Spot> {
    lent(drafts, i).filter(|s| {
        s.tells > title.tells
            || s.tells == title.tells
                && s.place.words.field == Field::Text
                && s.place.state == title.place.state
                && title.tells == tells::CITY
    })
}

/// The destination of the visit in which they met, or the place of the talks after which they signed.
fn lent(drafts: &[Draft], i: usize) -> Option<Spot> {
    let one = &drafts[i];
    let parties = one.all_parties();
    let d = lender(drafts, i, |j, d| {
        let theirs = d.all_parties();
        let fits = match d.kind.as_str() {
            "VISIT" => one.kind != "MESSAGE" && parties.iter().any(|p| d.camps[1].parties.contains(p)),
            "MEET" => matches!(one.kind.as_str(), "SIGN" | "MESSAGE" | "AGREE"),
            // "After talks they signed in CITY".
            "SIGN" => one.kind == "MEET" && d.spot.abs_diff(one.spot) < 2 && !d.describes_after(one),
            _ => false,
        };
        fits && j != i
            && d.status == one.status
            && !d.background
            && d.tells > 0
            && parties.len() > 1
            && (parties.iter().all(|p| theirs.contains(p))
                || d.kind == "VISIT" && theirs.len() > 1 && theirs.iter().all(|p| parties.contains(p)))
    })?;
    d.place.clone().map(|place| Spot { tells: d.tells, place })
}

/// The city in which somebody is said to be right before, or in which he met others just before, on the same occasion.
fn near(scans: &[Scan], sentences: &[Sentence], drafts: &[Draft], i: usize) -> Option<Spot> {
    let one = &drafts[i];
    let own = &sentences[one.spot];
    let meets = matches!(one.kind.as_str(), "MEET" | "SIGN" | "CREDENTIALS");
    let to_come = one.status != "happened" && own.items.iter().all(|i| !i.is_margin());
    if !meets || to_come || one.tells > 0 || one.in_title() || own.scan != 1 || own.range.start == 0 {
        return None;
    }
    let margin = own.items.iter().any(Item::is_margin);
    if own.opens && !margin {
        return None;
    }
    let before = one.spot - 1;
    // "Last December he met B": another day, another place.
    let another_day =
        |d: &Draft| d.date.as_ref().zip(one.date.as_ref()).is_some_and(|(d, o)| d.value != o.value);
    // "On the margins he met B": of the gathering that was told.
    let since = if margin { before.saturating_sub(LEAD) } else { before };
    let told = drafts.iter().filter(|d| (since..=before).contains(&d.spot) && !d.background);
    if told.clone().any(another_day) {
        return None;
    }
    let mut told = told.peekable();
    if told.peek().is_none() {
        if own.opens {
            return None;
        }
        let s = &sentences[before];
        let scan = &scans[s.scan];
        let mut phrases = (0..s.items.len()).filter_map(|k| {
            let (range, tells) = phrase(scan, &s.items, k, false)?;
            (tells >= tells::CITY && !envoys(&s.items, k) && !source(scan, &s.items, &range, k))
                .then(|| spot(scan, &s.items, range, tells))
        });
        return phrases.next().filter(|_| phrases.next().is_none());
    }
    let parties = one.all_parties();
    let met = told.find(|d| {
        (d.kind == "MEET" || d.kind == "VISIT" && d.camps[0].parties.iter().any(|p| parties.contains(p)))
            && d.tells == tells::CITY
            && d.status == one.status
            && d.all_parties().iter().any(|p| parties.contains(p))
    })?;
    met.place.clone().map(|place| Spot { tells: met.tells, place })
}

/// How many sentences back the city may stand in which a guest of another state goes on to meet others.
const SAME_TRIP: usize = 12;

/// "Met A in CITY. […] Then he was received by B": who is away from home is still where he was told to be last.
fn abroad(scans: &[Scan], sentences: &[Sentence], drafts: &[Draft], i: usize) -> Option<Spot> {
    let one = &drafts[i];
    let own = &sentences[one.spot];
    if own.scan != 1 || one.tells > 0 || one.status != "happened" {
        return None;
    }
    let cased = scans.get(own.scan).is_some_and(|s| s.pack.features.svo_with_cases());
    if !(own.verb_last || cased) || !matches!(one.kind.as_str(), "MEET" | "SIGN") {
        return None;
    }
    let placed = |d: &&Draft| {
        d.tells >= tells::CITY && !d.background && d.spot < one.spot && d.spot + SAME_TRIP >= one.spot
    };
    let last = drafts[..i].iter().rev().take(super::LOOK_BACK).find(placed)?;
    let place = last.place.as_ref().filter(|_| last.tells == tells::CITY && last.status == "happened")?;
    let state = place.state.as_deref()?;
    let day = |d: &Draft| d.date.as_ref().map(|d| d.value.clone());
    let told = last.all_parties();
    let guest =
        one.all_parties().iter().any(|p| p.as_str() != state && !p.starts_with("ORG:") && told.contains(p));
    // "The next day he met": where verbs stand in the middle he is still there for another day or two.
    let soon = || {
        let at = |d: &Draft| day(d).and_then(|v| v.parse::<jiff::civil::Date>().ok());
        cased && at(one).zip(at(last)).is_some_and(|(a, b)| (0..=2).contains(&(a - b).get_days()))
    };
    (guest && (day(one).is_none() || day(one) == day(last) || soon()))
        .then(|| Spot { tells: last.tells, place: place.clone() })
}

/// The one house or city that the sentences around that of an event name, where its own names none and they tell of nothing
/// else.
fn only(scans: &[Scan], sentences: &[Sentence], drafts: &[Draft], i: usize) -> Option<Spot> {
    let one = &drafts[i];
    let own = &sentences[one.spot];
    let meets = matches!(one.kind.as_str(), "MEET" | "SIGN" | "CREDENTIALS" | "AGREE");
    if !meets || own.scan != 1 || one.tells > 0 || !one.done() {
        return None;
    }
    let beside = &drafts[i.saturating_sub(super::LOOK_BACK)..drafts.len().min(i + super::LOOK_BACK)];
    let mut told: Vec<Spot> = Vec::new();
    let from = one.spot.saturating_sub(1);
    for (k, s) in sentences.iter().enumerate().skip(from).take(one.spot + LEAD - from) {
        let scan = scans.get(s.scan)?;
        let names =
            |k: usize| phrase(scan, &s.items, k, false).is_some_and(|(_, tells)| tells >= tells::CITY);
        if k == one.spot && (0..s.items.len()).any(names) {
            return None;
        }
        let others =
            beside.iter().any(|d| (d.spot == k || d.sentence == k) && d.trigger.span != one.trigger.span);
        if k != one.spot && s.scan == 1 && !others && !s.is_undone() {
            told.extend(told_in(scan, s, one).filter(|s| s.tells >= tells::CITY));
        }
    }
    // A house and its city are one place, two cities are two.
    let cities = || told.iter().filter(|s| s.tells == tells::CITY).map(|s| s.place.words.text.as_str());
    let houses = told.iter().filter(|s| s.tells > tells::CITY).count();
    if houses > 1 || cities().zip(cities().skip(1)).any(|(a, b)| a != b) {
        return None;
    }
    told.into_iter().rev().max_by_key(|s| s.tells)
}

fn says_here(item: &Item) -> bool {
    matches!(&item.what, What::Word { kind: Some(kind), .. } if kind == "here")
}

/// The sentence that opens the text, and the mark that ends its dateline if it has one.
pub(super) fn opening_line(sentences: &[Sentence]) -> Option<(&Sentence, Option<usize>)> {
    let head = sentences.iter().find(|s| s.scan == 1 && s.range.start == 0)?;
    Some((head, head.items.iter().take(8).position(|i| i.is_mark("—–-:(/"))))
}

/// "Met here today": the city of the dateline.
fn here(scans: &[Scan], sentences: &[Sentence], one: &Draft) -> Option<Spot> {
    let told = [&one.trigger].into_iter().chain(&one.also).filter(|w| w.field == Field::Text).any(|w| {
        let ends_before = |s: &Sentence| s.items.last().is_none_or(|i| i.begin < w.span[0]);
        let own = sentences.partition_point(|s| s.scan == 0 || ends_before(s));
        sentences.get(own).is_some_and(|s| s.items.iter().any(says_here))
    });
    told.then(|| of_dateline(scans, sentences)).flatten()
}

/// The city of the dateline.
fn of_dateline(scans: &[Scan], sentences: &[Sentence]) -> Option<Spot> {
    let (head, line) = opening_line(sentences)?;
    // "CITY, 18 August. /AGENCY/" may be a sentence of its own.
    let line = line.or((head.items.len() < 7).then_some(head.items.len()))?;
    let city = head.items[..line].iter().position(|i| tells_of(i) == Some(tells::CITY));
    // A line that opens with a small word is no dateline.
    let name = line > 0 && !matches!(head.items[0].what, What::Word { .. });
    let at = city.or_else(|| name.then_some(0))?;
    Some(spot(&scans[1], &head.items, at..at + 1, tells::CITY))
}

pub(super) fn spot(scan: &Scan, items: &[Item], range: Range<usize>, tells: u8) -> Spot {
    let first = &items[range.start];
    let last = &items[range.end - 1];
    // A preposition that is one phrase with the place gives its second word; what is attached stays off.
    let whole = (first.is_word("in") || first.is_word("at")) && first.end > first.start + 1;
    let begin = if whole { scan.text.tokens[first.start + 1].start } else { first.begin };
    let words = scan.text.slice([begin, scan.text.tokens[last.end - 1].end]);
    let state = items[range].iter().find_map(|x| match &x.what {
        What::State { code, .. } => Some(*code),
        What::Institution { state, .. } => *state,
        _ => None,
    });
    Spot { tells, place: Place { words, state: state.map(|s| s.to_string()) } }
}

/// How far a place phrase reaches: its complement, adjectives and the city after it.
pub(super) fn extend(scan: &Scan, items: &[Item], from: usize) -> usize {
    let mut end = from + 1;
    let building = items[from].is_word("building");
    // "At his office [the ambassador of]": whose it is has been said.
    let possessive = |i: &Item| i.is_kind("pronoun", "possessive");
    let theirs =
        scan.pack.features.capitals_alone() && from.checked_sub(1).is_some_and(|k| possessive(&items[k]));
    let owned = building && (theirs || scan.has_article() && scan.is_closed(&items[from]));
    let mut quoted = 0;
    // "In «the House of Friendship»": the quotation begins after the preposition.
    let opened = (from.saturating_sub(LONGEST)..from)
        .rev()
        .take_while(|&k| !items[k].is_word("in") && !items[k].is_word("at") && items[k + 1].marker == 0)
        .any(|k| matches!(items[k].what, What::Mark('«' | '“')));
    while end < items.len() {
        let item = &items[end];
        if scan.text.tokens[item.start].breaks || item.and {
            break;
        }
        // "In the capital, Nairobi".
        let capital = items[from].is_kind("region", "capital")
            || from > 0
                && scan.pack.features.capitals_alone()
                && items[from].is_word("region")
                && matches!(items[from - 1].what, What::State { form: StateForm::Adjective, .. });
        if end == from + 1 && capital && item.is_mark(",") && items.get(end + 1).is_some_and(Item::is_city) {
            end += 2;
            continue;
        }
        // "X-2": the number of a terminal.
        let number =
            |n: &Item| scan.text.tokens[n.start].kind == Kind::Number && scan.text.tokens[n.start].glued;
        if building
            && item.is_mark("-")
            && scan.text.tokens[item.start].glued
            && items.get(end + 1).is_some_and(number)
        {
            end += 2;
            continue;
        }
        // A name in quotes belongs to it whole.
        if (building || items[from].is_word("region"))
            && let What::Mark(open @ ('«' | '“' | '"')) = item.what
            && let Some(close) = (end + 2..items.len().min(end + LONGEST)).find(|&k| match items[k].what {
                What::Mark('»' | '”') => open != '"',
                What::Mark('"') => open == '"',
                _ => false,
            })
        {
            end = close + 1;
            quoted = end;
            continue;
        }
        let marker = scan.pack.lexicon.marker_name(item.marker);
        let inside = marker.is_none() || matches!(marker, Some("in" | "with-b"));
        if owned
            && marker.is_none()
            && end == from + 1
            && matches!(
                item.what,
                What::Office(_)
                    | What::Name { .. }
                    | What::Institution { .. }
                    | What::Organisation { .. }
                    | What::Rank
                    | What::Honorific { .. }
                    | What::State { form: StateForm::Name, .. }
            )
        {
            break;
        }
        if names_actor(scan, item, items.get(end + 1)) {
            break;
        }
        let goes = match &item.what {
            _ if of_named_region(scan, items, from, end) => true,
            What::State { form: StateForm::City | StateForm::Capital, .. } => inside,
            // "His office in Palace X".
            What::State { form: StateForm::Government, .. } if marker.is_some() => building && inside,
            What::State { form: StateForm::Adjective, .. } => marker.is_none(),
            What::State { .. } => marker.is_none() && end == from + 1,
            // "The headquarters of the command for-the-armed forces".
            What::Institution { .. }
                if building && item.first_tags & tags::DEFINITE != 0 && marker == Some("to") =>
            {
                true
            }
            What::Institution { .. } | What::Organisation { .. } => inside,
            // "The office of the minister", "King Abdulaziz Airport" where the name stands behind.
            What::Office(o) => {
                let whole = items[from].end > items[from].start + 1;
                // "[Met] at the airport the head of state": whoever is met there.
                let met = !scan.pack.features.case.is_empty()
                    && (o.first.tags & tags::GEN == 0
                        || items[from].is_kind("building", "airport")
                        // "[Received] in Riga Castle the minister": a house with a name of its own.
                        || from > 0
                            && !items[from - 1].is_word("in")
                            && scan.text.tokens[items[from - 1].start].capital);
                !met && building && marker.is_none() && end == from + 1 && o.first.marker == 0 && !whole
            }
            What::Name { known } => {
                // "The Ministry of Foreign Affairs in X": a town that the pack does not know.
                let town = scan.pack.features.capitals
                    && (scan.pack.features.case.is_empty() || building && !*known)
                    && items[end - 1].is_word("in")
                    && item.end == item.start + 1;
                // "The House of the Blackheads".
                let whose = building
                    && scan.pack.features.capitals_alone()
                    && item.end == item.start + 1
                    && (items[end - 1].is_word("of") || items[end - 1].is_kind("determiner", "article"));
                // "The city of X", whatever X is.
                let of_region = items[from].is_word("region")
                    && scan.pack.features.capitals_alone()
                    && item.end == item.start + 1
                    && items[end - 1].is_word("of");
                town || whose
                    || of_region
                    || end == from + 1 && !(*known && items[from].is_city())
                    || building && (titled(&items[end - 1]) || items[end - 1].is_word("building"))
            }
            What::Rank | What::Honorific { .. } => building && end == from + 1,
            What::Mark('«' | '“' | '"') => building,
            What::Mark('»' | '”') => opened,
            What::Word { work, .. } => match work.as_str() {
                "building" | "region" => inside,
                // "The office of [His Highness] in the palace": the words that stand for him say whose it is.
                "pronoun" => scan.has_article() && building && end == from + 1 && marker.is_none(),
                // "The Hall of Conferences".
                "gathering" => building && end == from + 1 && marker.is_none() && scan.has_article(),
                // "His office in X": a word with the article that the pack does not know, or one it knows where "in the city of"
                // is one phrase.
                "in" if scan.has_article() && building && items.get(end + 1).is_some_and(|n| {
                    n.end == n.start + 1
                        && (matches!(n.what, What::Other { common } if !common || item.end > item.start + 1)
                            && definite(scan, n)
                            || matches!(n.what, What::Name { known: false }))
                }) =>
                {
                    end += 2;
                    break;
                }
                "of" | "for" | "in" | "at" => items.get(end + 1).is_some_and(|n| {
                    matches!(
                        n.what,
                        What::Institution { .. } | What::State { .. } | What::Organisation { .. }
                    ) || n.is_word("building")
                        || scan.has_article() && n.is_word("region")
                        || n.is_word("determiner")
                        || work != "for" && scan.pack.features.capitals && scan.text.tokens[n.start].capital
                }),
                // "Her office in the Treasury building".
                "determiner"
                    if building && (items[end - 1].is_word("in") || items[end - 1].is_word("at")) =>
                {
                    let last = items.len().min(end + 5);
                    let led = |k: &usize| *k == end + 1 || leads(scan, &items[k - 1], &items[*k]);
                    (end + 1..last).take_while(led).any(|k| items[k].is_word("building"))
                }
                // "The seat of [this department]".
                "determiner" if scan.has_article() => {
                    building && end == from + 1 && items.get(end + 1).is_some_and(|n| definite(scan, n))
                }
                "determiner" => items[end - 1].is_word("of"),
                _ => false,
            },
            What::Other { .. } => {
                // Names of palaces and halls: definite words, or capitals.
                let token = &scan.text.tokens[item.start];
                if matches!(items[end - 1].what, What::Mark(_)) {
                    true
                } else if items[end - 1].is_city() {
                    // "Cairo International Airport", where the adjective stands last.
                    items[from].is_kind("building", "airport") && definite(scan, item)
                } else if building && scan.pack.features.capitals && particle(scan, items, end) {
                    // "The Palais [des] Nations".
                    true
                } else if scan.pack.features.capitals {
                    // "The House of [the people's assemblies]".
                    let owned = if building && end == from + 1 { genitives(scan, items, from) } else { 0 };
                    end += owned.saturating_sub(1);
                    owned > 0 || token.capital
                } else if building && end == from + 1 && prefixed(scan, item) {
                    true
                } else if building
                    && scan.unknown(item.start)
                    && marker.is_none()
                    && !definite(scan, &items[from])
                {
                    // "The palace of Dolmabahce": what it is called.
                    end - from < 3
                } else {
                    marker.is_none()
                        && end - from < 4
                        && scan
                            .pack
                            .lexicon
                            .articles()
                            .any(|a| scan.text.folded(item.start).starts_with(a.as_str()))
                }
            }
            _ => false,
        };
        if !goes {
            break;
        }
        end += 1;
    }
    let hangs = |x: &Item| {
        matches!(&x.what, What::Word { work, .. } if matches!(work.as_str(), "of" | "for" | "in" | "at" | "determiner"))
            || matches!(x.what, What::Mark('«' | '“' | '"'))
    };
    while end > (from + 1).max(quoted) && hangs(&items[end - 1]) {
        end -= 1;
    }
    end
}

/// "The city [of X] Italian", "the capital [provisional] Aden", where nothing but order tells: what stands between a word
/// for a place and the adjective of its state or its name.
fn of_named_region(scan: &Scan, items: &[Item], from: usize, end: usize) -> bool {
    let closes = |x: &Item| {
        x.marker == 0 && (x.is_city() || matches!(x.what, What::State { form: StateForm::Adjective, .. }))
    };
    scan.has_article()
        && end == from + 1
        && items[from].is_word("region")
        && items[end].marker == 0
        && items[end].end == items[end].start + 1
        && !matches!(items[end].what, What::State { .. } | What::Mark(_) | What::Time | What::Trigger(_))
        && items.get(end + 1).is_some_and(closes)
}

/// "In the Kremlin Vladimir NAME received": a person in the case of whoever acts is no part of what a house is called, nor is
/// a surname right before what was done.
fn names_actor(scan: &Scan, item: &Item, next: Option<&Item>) -> bool {
    let acts = next.is_some_and(|n| matches!(n.what, What::Trigger(_)));
    let person = || {
        let known = scan.matches.kinds(item.start);
        let given = scan.is(item.start, |s| matches!(s, Sense::Given));
        acts && known & (crate::pack::kinds::LEADER | crate::pack::kinds::SURNAME) != 0
            || given && item.end > item.start + 1
    };
    matches!(item.what, What::Name { .. })
        && scan.pack.features.svo_with_cases()
        && tags::may_be_nominative(item.tags)
        && person()
}

/// How many common nouns and adjectives in the genitive belong to the name of a building, where nouns have cases: what
/// stands between its capital and the end of the phrase.
fn genitives(scan: &Scan, items: &[Item], head: usize) -> usize {
    if scan.pack.features.case.is_empty() {
        return 0;
    }
    // "The office of the company": one noun at most where no name begins.
    let name = scan.text.tokens[items[head].start].capital;
    let genitive = |x: &Item| x.tags & tags::GEN != 0 || scan.ending(x.end - 1) & tags::GEN != 0;
    if !name && !items.get(head + 1).is_some_and(genitive) {
        return 0;
    }
    let fits = |x: &&Item| {
        let other = matches!(x.what, What::Other { common } if !common || x.tags & tags::GEN != 0);
        other && x.end == x.start + 1 && scan.text.tokens[x.start].kind == Kind::Word && !x.and
    };
    let count = items[head + 1..].iter().take(if name { 3 } else { 1 }).take_while(fits).count();
    let ends = items.get(head + 1 + count).is_none_or(|n| match &n.what {
        What::Mark(_) => true,
        What::Word { work, .. } => matches!(work.as_str(), "in" | "at" | "on" | "with" | "and" | "after"),
        _ => false,
    });
    if ends { count } else { 0 }
}

/// A word with the article that is nothing else.
fn definite(scan: &Scan, item: &Item) -> bool {
    scan.pack.lexicon.articles().any(|a| scan.text.folded(item.start).starts_with(a.as_str()))
}

/// "In-the-Serail": a word that the pack does not know, with "in" and the article attached.
fn prefixed(scan: &Scan, item: &Item) -> bool {
    scan.unknown(item.start)
        && scan.pack.lexicon.possible_prefixes(scan.text.folded(item.start)).iter().any(|p| {
            p.1 & tags::DEFINITE != 0 && matches!(scan.pack.lexicon.marker_name(p.2), Some("in" | "with-b"))
        })
}

/// A title that begins the name of a place ("King", "Imam").
fn titled(item: &Item) -> bool {
    matches!(&item.what, What::Office(_) | What::Rank | What::Honorific { .. })
}
