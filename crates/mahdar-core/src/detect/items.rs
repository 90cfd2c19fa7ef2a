//! Cuts a sentence into items: offices, names, states, times, marks and words that work.

use std::cmp::Ordering;
use std::ops::Range;

use super::Scan;
use super::office::{OfficePhrase, office_at, opens_office, tells_somebody};
use crate::Slug;
use crate::pack::{Analysis, Match, NounNumber, Sense, StateForm, TriggerForm, UNRANKED, kinds, tags};
use crate::text::Kind;

/// What an item is.
#[derive(Debug, Clone)]
pub(crate) enum What {
    Office(Box<OfficePhrase>),
    Name { known: bool },
    Honorific { kind: Slug },
    Rank,
    State { code: Slug, form: StateForm },
    Organisation { code: Slug },
    Institution { id: Slug, state: Option<Slug>, portfolio: bool },
    Counterpart,
    Both,
    Side,
    Own { side: Slug },
    Attendance { index: usize, inside: bool },
    Resumption,
    Background,
    Trigger(Vec<(usize, TriggerForm)>),
    Word { work: Slug, kind: Option<Slug> },
    Time,
    Mark(char),
    Other { common: bool },
}

/// A run of tokens and what it is.
#[derive(Debug, Clone)]
pub(crate) struct Item {
    pub start: usize,
    pub end: usize,
    /// Byte where it begins, after what is attached.
    pub begin: usize,
    pub what: What,
    /// Preposition attached to its first word (marker number).
    pub marker: u8,
    /// A conjunction is attached to its first word.
    pub and: bool,
    /// Marks of its last word.
    pub tags: u32,
    /// Marks of its first word.
    pub first_tags: u32,
}

impl Item {
    #[inline]
    pub fn is_mark(&self, test: &str) -> bool {
        matches!(self.what, What::Mark(c) if test.chars().any(|t| t == c))
    }

    #[inline]
    pub fn is_word(&self, name: &str) -> bool {
        matches!(&self.what, What::Word { work, .. } if work == name)
    }

    #[inline]
    pub fn is_kind(&self, name: &str, kind: &str) -> bool {
        matches!(&self.what, What::Word { work, kind: Some(k) } if work == name && k == kind)
    }

    /// "That", alone or with its subject: what was said or asked begins.
    pub fn is_that(&self) -> bool {
        self.is_kind("relative", "that") || self.is_kind("relative", "complete")
    }

    /// A city, the capital or another.
    pub fn is_city(&self) -> bool {
        matches!(self.what, What::State { form: StateForm::City | StateForm::Capital, .. })
    }

    /// "On the sidelines of".
    pub fn is_margin(&self) -> bool {
        matches!(&self.what, What::Word { kind: Some(kind), .. } if *kind == "margin")
    }

    /// A verb that may stand in the present.
    pub fn is_present(&self) -> bool {
        match &self.what {
            What::Trigger(options) => options.iter().any(|(_, form)| *form == TriggerForm::Present),
            _ => false,
        }
    }

    /// What may be a form of a verb, and no noun of an act.
    pub fn is_verb(&self) -> bool {
        matches!(&self.what, What::Trigger(options) if options.iter().any(|(_, form)| !form.is_noun()))
    }

    /// A verb, and nothing that is written like a noun.
    pub fn is_only_verb(&self) -> bool {
        matches!(&self.what, What::Trigger(options) if options.iter().all(|(_, form)| !form.is_noun()))
    }

    /// A verb that may stand by itself.
    pub fn is_finite(&self) -> bool {
        matches!(&self.what, What::Trigger(options) if options.iter().any(|(_, form)| form.is_finite()))
    }
}

/// The items of one sentence, in order; every token belongs to exactly one.
pub(crate) fn items(scan: &Scan, sentence: Range<usize>) -> Vec<Item> {
    let mut out: Vec<Item> = Vec::with_capacity(sentence.len());
    let limit = sentence.end;
    let mut i = sentence.start;
    while i < limit {
        if let Some((name, end)) = quoted_name(scan, i, sentence.start, limit, &out) {
            out.push(name);
            i = end;
            continue;
        }
        let mut item = item_at(scan, i, sentence.start, limit, &out);
        // "Minister of Health, Dr. X": the point of a shortened title.
        if matches!(item.what, What::Honorific { .. } | What::Rank)
            && scan.mark(item.end) == Some('.')
            && scan.text.tokens[item.end].glued
            && item.end + 1 < limit
            && scan.text.tokens[item.end + 1].capital
        {
            item.end += 1;
        }
        i = item.end.max(i + 1);
        courtesy_case(scan, out.last_mut(), &item);
        out.push(item);
    }
    if scan.pack.features.capitals {
        styled_offices(&mut out);
    }
    if scan.has_article() && scan.pack.lexicon.has_word("bloc") {
        blocs(scan, &mut out);
    }
    if scan.pack.features.complement_before {
        who_came(scan, &mut out);
    }
    out
}

/// "A's minister and His Excellency the minister of B": the article of an office belongs to the style before it.
fn styled_offices(items: &mut Vec<Item>) {
    let style = |i: &Item| matches!(&i.what, What::Honorific { kind } if *kind == "style");
    for k in (2..items.len()).rev() {
        let [before, article, office] = &items[k - 2..=k] else { continue };
        if style(before) && article.is_word("determiner") && matches!(office.what, What::Office(_)) {
            items[k - 2].end = items[k - 1].end;
            items.remove(k - 1);
        }
    }
}

/// "[To the talks having come] the minister of A met B": where participles stand before their noun, a formula of attendance that
/// ends in one tells who he is, and no list of those present, where another verb tells whom he met.
fn who_came(scan: &Scan, items: &mut [Item]) {
    let meets = |i: &Item| {
        matches!(&i.what, What::Trigger(o) if o.iter().any(|&(f, form)| {
            let frame = &scan.pack.frames[f];
            !form.is_noun()
                && frame.mode.is_none_or(|m| m != "multilateral")
                && matches!(frame.kind.as_str(), "MEET" | "CALL")
        }))
    };
    let somebody = |i: &Item| {
        matches!(i.what, What::Office(_) | What::Name { .. } | What::State { .. } | What::Honorific { .. })
    };
    for k in 0..items.len() {
        let participle = matches!(items[k].what, What::Attendance { inside: false, .. })
            && scan.pack.features.is_participle(scan.text.folded(items[k].end - 1));
        if participle && items.get(k + 1).is_some_and(somebody) && items[k + 1..].iter().any(meets) {
            items[k].what = What::Other { common: false };
        }
    }
}

/// "The Chinese-African summit", "A and the African states": beside a state the adjective of a region is its organisation.
fn blocs(scan: &Scan, items: &mut Vec<Item>) {
    let code = |item: &Item| match scan.sense(&scan.word(item.start, "bloc")?) {
        Sense::Word { kind, .. } if item.end == item.start + 1 => *kind,
        _ => None,
    };
    let state = |i: &Item, form| matches!(i.what, What::State { form: f, .. } if f == form);
    let held = |i: &Item| i.is_word("gathering") || matches!(i.what, What::Trigger(_));
    // "The Arab-Islamic summit", "the Arab-Chinese summit": what the organisation's own summit is called after stands beside
    // the adjective of another, and both meet there.
    for k in 1..items.len() {
        let own = &items[k - 1];
        let summit = matches!(own.what, What::Organisation { .. })
            && own.end > own.start + 1
            && scan.word(own.end - 1, "bloc").is_some();
        if !summit || items[k].marker != 0 || items[k].and {
            continue;
        }
        let other = match items[k].what {
            What::Other { .. } | What::Organisation { .. } => {
                code(&items[k]).map(|code| What::Organisation { code })
            }
            What::State { code, form: StateForm::Adjective } => {
                Some(What::State { code, form: StateForm::Name })
            }
            _ => None,
        };
        if let Some(what) = other {
            (items[k].what, items[k].and) = (what, true);
        }
    }
    for k in (1..items.len()).rev() {
        if !matches!(items[k].what, What::Other { .. }) {
            continue;
        }
        let before = &items[..k - 1];
        let adjective = state(&items[k - 1], StateForm::Adjective);
        let joined = items.get(k + 1).is_some_and(|n| n.and && state(n, StateForm::Name))
            || items[k - 1].and && before.last().is_some_and(|b| state(b, StateForm::Name));
        // Words are looked up only where states stand beside.
        let Some(code) = Some(&items[k]).filter(|_| adjective || joined).and_then(code) else { continue };
        let gathering = items[k].marker == 0 && !items[k].and && adjective && before.last().is_some_and(held);
        let states = !gathering && joined && scan.word(items[k - 1].start, "states").is_some();
        if gathering || states {
            items[k].what = What::Organisation { code };
        }
        if states {
            let noun = items.remove(k - 1);
            let all = &mut items[k - 1];
            (all.start, all.begin, all.marker, all.and) = (noun.start, noun.begin, noun.marker, noun.and);
        }
    }
}

/// "Received NAME Mr-ACC": where what is told of a name stands before it and courtesy behind, the courtesy bears the case.
fn courtesy_case(scan: &Scan, name: Option<&mut Item>, title: &Item) {
    if matches!(&title.what, What::Honorific { kind } if *kind == "civil")
        && scan.pack.features.complement_before
        && let Some(name) = name
        && matches!(name.what, What::Name { .. })
        && name.end == title.start
        && name.tags & tags::CASES & !tags::NOM == 0
    {
        name.tags |= title.tags;
        name.marker = title.marker;
    }
}

/// How many words of a name stand between quotation marks.
const QUOTED: usize = 8;

/// «NAME» right after an office or before the one that he holds: where there are no capitals, the press sets the names of
/// foreigners off by marks, which are no part of the sentence. Gives the name and where the text goes on.
fn quoted_name(scan: &Scan, i: usize, begin: usize, limit: usize, before: &[Item]) -> Option<(Item, usize)> {
    let mark = scan.mark(i).filter(|c| matches!(c, '"' | '«' | '“' | '”' | '('))?;
    if scan.pack.features.capitals {
        return None;
    }
    let closes = |k: usize| {
        scan.mark(k).is_some_and(|c| match mark {
            '«' => c == '»',
            '(' => c == ')',
            '"' => c == '"',
            _ => matches!(c, '“' | '”'),
        })
    };
    let close = (i + 2..limit.min(i + 2 + QUOTED)).find(|&k| closes(k))?;
    let office = next_is_office(scan, close + 1, limit);
    let two = close - i > 2;
    let titled = in_name(before);
    // Brackets hold an acronym, an agency or a day more often than a name: only two words behind a title.
    if !(titled || office && two) || mark == '(' && !(titled && two && bracketed_name(scan, i + 1..close)) {
        return None;
    }
    // One word may be an acronym: «NATO».
    if !two && !is_given(scan, i + 1) && leader(scan, i + 1).is_none() {
        return None;
    }
    let whole = |item: Item| (item.end == close && matches!(item.what, What::Name { .. })).then_some(item);
    let unknown = || {
        (i + 1..close)
            .all(|k| scan.text.tokens[k].kind == Kind::Word && !scan.text.tokens[k].breaks && scan.unknown(k))
    };
    let name = whole(item_at(scan, i + 1, begin, close, before)).or_else(|| {
        (!titled && unknown()).then(|| Item { end: close, ..plain(scan, i + 1, What::Name { known: true }) })
    })?;
    Some((name, close + 1))
}

/// What stands in brackets is written like a name: it begins with a given name, or nothing of it is known.
fn bracketed_name(scan: &Scan, parts: Range<usize>) -> bool {
    let word = |k: usize| scan.text.tokens[k].kind == Kind::Word && !scan.text.tokens[k].breaks;
    let begins = is_given(scan, parts.start) && scan.mark(parts.start).is_none();
    parts.clone().all(word) && (begins || parts.clone().all(|k| scan.unknown(k)))
}

fn item_at(scan: &Scan, i: usize, begin: usize, limit: usize, before: &[Item]) -> Item {
    if let Some(c) = scan.mark(i) {
        return plain(scan, i, What::Mark(c));
    }
    if scan.text.tokens[i].kind == Kind::Number {
        return plain(scan, i, What::Time);
    }
    let groups = scan.matches.kinds(i);
    if groups & kinds::LEADER != 0
        && let Some((end, plain_last)) = whole_leader(scan, i, limit, before)
    {
        let tags = if scan.pack.features.capitals { last_case(scan, i..end, plain_last) } else { 0 };
        return Item { end, tags, ..plain(scan, i, What::Name { known: true }) };
    }
    let list = &scan.matches[i];
    if list.is_empty() {
        return name_or_other(scan, i, begin, limit, before);
    }
    if !scan.pack.features.capitals && in_name(before) && introduced(scan, i) {
        return plain(scan, i, What::Name { known: true });
    }
    if groups & kinds::NAME != 0 && set_phrase(scan, i) && in_name(before) {
        return ordinary(scan, i);
    }
    if acts_again(scan, i, before) {
        return plain(scan, i, What::Name { known: true });
    }
    if groups & !ORDINARY == 0 && may_be_ordinary(scan, i, before) {
        return ordinary(scan, i);
    }
    let structural = best_structural(scan, i, limit);
    // A small word is no office, and where there are no capitals nothing makes a name of it but a title before it.
    if groups & !(ORDINARY | kinds::WORD) == 0
        && !scan.pack.features.capitals
        && let Some(m) = structural
        && !in_name(before)
    {
        return found(scan, &m, structural_what(scan, &m));
    }
    // "The European Commission", spelled like two commissioners of Europe.
    let organisation = |o: &OfficePhrase, m: &Match| {
        o.number == NounNumber::Two
            && m.end == o.end
            && matches!(scan.sense(m), Sense::Organisation { .. })
            && scan.has_article()
    };
    let office = office_at(scan, i, limit)
        .filter(|o| !structural.is_some_and(|m| are_those_two(scan, o, &m) || organisation(o, &m)));
    if let Some(o) = &office
        && are_two_of_matter(scan, o)
    {
        return Item { end: o.end, tags: o.last_tags, ..plain(scan, i, What::Both) };
    }
    if let Some(office) = office
        && structural.is_none_or(|m| m.end <= office.end || !outranks_office(scan.sense(&m)))
        && !(office.bare && office.end == i + 1 && is_given(scan, i) && in_name(before))
        && !(is_given(scan, i) && in_name(before) && scan.is(i + 1, |s| matches!(s, Sense::Particle)))
        && !(scan.unknown(i + 1) && is_given(scan, i) && in_name(before) && hollow(&office))
        && !(office.bare && office.rank > 0 && styled(scan, i, office.end))
        && !(office.bare && seat_of_region(scan, i, office.end, before))
        && !is_longer_verb(scan, i)
    {
        let first = office.first;
        return Item {
            start: i,
            end: office.end,
            begin: office.span[0],
            marker: first.marker,
            and: first.tags & tags::AND != 0,
            tags: office.last_tags,
            first_tags: first.tags,
            what: What::Office(Box::new(office)),
        };
    }
    // A given name right after a title is a name, whatever else the word may mean.
    let of_state = before.last().is_some_and(|b| matches!(b.what, What::Counterpart))
        && scan.is(i, |s| matches!(s, Sense::State { form: StateForm::Adjective, .. }));
    // "And the Turkish Rajab …": no month follows an adjective of a state.
    let after_state =
        matches!(before.last().map(|b| &b.what), Some(What::State { form: StateForm::Adjective, .. }));
    let is_month = |s: &Sense| matches!(s, Sense::Month { .. });
    // "Dr. On Salem": a preposition that is written like a given name.
    let name_like = || {
        !(scan.has_article() && after_institution(scan, i, before))
            && (scan.pack.features.capitals || !small_word(scan, i) || spelled_alike(scan, i, limit, before))
    };
    // "Ayatollah NAME": a title of several words, of which the first is also a given name.
    let titled = structural.is_some_and(|m| {
        m.end > i + 1 && matches!(scan.sense(&m), Sense::Honorific { .. } | Sense::Rank { .. })
    });
    if is_given(scan, i)
        && name_like()
        && !of_state
        && !titled
        && !titled_word(scan, i)
        && !stands_whole(scan, i)
        && (in_name(before)
            || joins_present(scan, i, before)
            || structural.is_none_or(|m| {
                m.end == i + 1 && (is_weak(scan.sense(&m)) || after_state && is_month(scan.sense(&m)))
            }))
    {
        let item = name_or_other(scan, i, begin, limit, before);
        if matches!(item.what, What::Name { .. }) {
            return item;
        }
    }
    // A title before two words of which the second is unknown: a name that looks like an ordinary word.
    if in_name(before)
        && !scan.pack.features.capitals
        && (looks_like_word(scan, i, limit) || syllable(scan, i, limit, before))
    {
        return open_name(scan, i, limit, before)
            .unwrap_or_else(|| plain(scan, i, What::Other { common: true }));
    }
    // "The Russian side", where "sides" is written alike.
    let structural = structural.map(|m| {
        let sided = m.kind == kinds::REFERENCE
            && matches!(scan.sense(&m), Sense::Both)
            && matches!(before.last().map(|b| &b.what), Some(What::State { .. }));
        let side = || scan.best(i, |s| matches!(s, Sense::Side)).filter(|s| s.end == m.end);
        sided.then(side).flatten().unwrap_or(m)
    });
    if let Some(m) = structural {
        let odd = match scan.sense(&m) {
            Sense::Word { .. } | Sense::Common => odd_name(scan, i, begin, before),
            Sense::State { form: StateForm::Name, .. } => {
                after_title(scan, i, before) || city_name(scan, i, before)
            }
            Sense::State { .. } => city_name(scan, i, before),
            Sense::Portfolio { .. } => after_title(scan, i, before),
            // "A. NAME", where the letter with its point is short for something.
            _ if scan.text.tokens[i].initial => odd_name(scan, i, begin, before),
            _ => false,
        };
        if m.end == i + 1
            && odd
            && let Some(item) = name_at(scan, i, begin, limit, before)
        {
            return item;
        }
        if surname_like(scan, &m)
            && let Some(item) = name_at(scan, i, begin, limit, before)
        {
            return item;
        }
        // "A grant [worth] 20 million", written like a verb.
        let figure = |t: usize| scan.text.tokens.get(t).is_some_and(|n| n.kind == Kind::Number);
        if figure(i + 1) && scan.word(i, "amount").is_some() {
            return ordinary(scan, i);
        }
        let what = structural_what(scan, &m);
        if matches!(what, What::Honorific { .. }) && rules_over(scan, &m) {
            return found(scan, &m, What::Other { common: true });
        }
        if let Some(noun) = no_finite(scan, &m, &what, before) {
            return found(scan, &m, noun);
        }
        if let Some(noun) = noun_only(scan, &what, before) {
            return found(scan, &m, noun);
        }
        if let Some(id) = ministry_alone(scan, &m) {
            return found(scan, &m, What::Institution { id, state: None, portfolio: true });
        }
        return found(scan, &m, what);
    }
    name_or_other(scan, i, begin, limit, before)
}

/// "The sovereignty of A", which is written like "His Excellency".
fn rules_over(scan: &Scan, m: &Match) -> bool {
    let thing = |o: &Match| o.end == m.end && matches!(scan.sense(o), Sense::Common | Sense::Topic { .. });
    scan.has_article()
        && scan.matches[m.start].iter().any(thing)
        && scan.is(m.end, |s| matches!(s, Sense::State { form: StateForm::Name, .. }))
}

/// "In the bureau of the governorate", where a woman who governs it is written alike.
fn seat_of_region(scan: &Scan, i: usize, end: usize, before: &[Item]) -> bool {
    end == i + 1
        && scan.has_article()
        && scan.word(i, "region").is_some()
        && before.last().is_some_and(|b| b.is_word("building") && b.tags & tags::DEFINITE == 0)
}

/// Among how many words at the beginning of a text somebody is introduced by his whole name.
const INTRODUCED: usize = 300;

/// "[Speaker NAME Land received A.] President Land then": an ordinary word after a title that is the family name of somebody
/// who was named in full before.
fn introduced(scan: &Scan, i: usize) -> bool {
    let ordinary = |m: &Match| {
        let sense = scan.sense(m);
        m.first.strips == 0 && matches!(sense, Sense::Common | Sense::Topic { .. } | Sense::Claim { .. })
    };
    if !scan.matches[i].iter().all(ordinary) || is_given(scan, i) {
        return false;
    }
    in_full(scan, i).next().is_some()
}

/// Where the word at `i` stands as a family name: after a given name, at the beginning of a text.
fn in_full<'s>(scan: &'s Scan, i: usize) -> impl Iterator<Item = usize> + 's {
    let word = scan.text.folded(i);
    (2..i.min(INTRODUCED)).filter(move |&k| {
        scan.text.folded(k) == word && whole_given(scan, k - 1) && !scan.text.tokens[k].breaks
    })
}

/// A given name with nothing attached to it.
fn whole_given(scan: &Scan, i: usize) -> bool {
    let given = |m: &Match| m.first.strips == 0 && matches!(scan.sense(m), Sense::Given);
    scan.matches.get(i).is_some_and(|list| list.iter().any(given))
}

/// "[NAME Hussein discussed …]. The ministry said that Hussein met": a given name before a verb that is the family name of
/// somebody who was named in full before.
fn acts_again(scan: &Scan, i: usize, before: &[Item]) -> bool {
    if scan.pack.features.capitals || !is_given(scan, i) || scan.text.field == crate::model::Field::Title {
        return false;
    }
    let opens = before.last().is_some_and(|b| {
        b.is_kind("relative", "that") || matches!(b.what, What::Mark('"' | '«' | '“' | '”' | ':'))
    });
    let verb = |s: &Sense| matches!(s, Sense::Trigger { form: TriggerForm::Past | TriggerForm::Present, .. });
    opens
        && whole_given(scan, i)
        && scan.is(i + 1, verb)
        && in_full(scan, i).any(|k| !whole_given(scan, k + 1))
}

/// "The head of the Higher Authority", "of the Arab department": with the article, after a whole office, and no name after it.
fn after_institution(scan: &Scan, i: usize, before: &[Item]) -> bool {
    let office = before.last().is_some_and(|b| {
        matches!(&b.what, What::Office(o) if o.institution.is_some() || !o.bare)
            && b.tags & tags::DEFINITE != 0
    });
    let given = |m: &Match| matches!(scan.sense(m), Sense::Given | Sense::Compound);
    let stripped = scan.matches[i].iter().filter(|m| given(m)).all(|m| m.first.tags & tags::DEFINITE != 0);
    let next = i + 1;
    let goes_on = scan.text.tokens.get(next).is_some_and(|t| !t.breaks && t.kind == Kind::Word)
        && (scan.unknown(next)
            || scan.is(next, |s| matches!(s, Sense::Given | Sense::Compound | Sense::Particle)));
    office && stripped && !goes_on
}

/// A preposition by the way it is written, whatever else the word may be.
fn small_word(scan: &Scan, i: usize) -> bool {
    let works = |s: &Sense| matches!(s, Sense::Word { work, .. } if matches!(work.as_str(), "on" | "to" | "from" | "in" | "with" | "at"));
    scan.matches.kinds(i) & kinds::WORD != 0 && scan.is(i, works) && last_letter_folded(scan, i)
}

/// "That", or a finite verb as it is written, which only what else it may be without its beginning makes part of a name.
fn goes_on(scan: &Scan, i: usize, given: bool) -> bool {
    let that = |m: &Match| matches!(scan.sense(m), Sense::Word { work, kind } if work == "relative" && kind.as_deref() == Some("that"));
    let acts = |m: &Match| {
        m.first.strips == 0
            && matches!(scan.sense(m), Sense::Trigger { form: TriggerForm::Past | TriggerForm::Present, .. })
    };
    scan.matches[i].iter().any(|m| that(m) || !given && acts(m))
}

/// After a title of a person, or in a list of those present, before what is only a part of a name.
fn spelled_alike(scan: &Scan, i: usize, limit: usize, before: &[Item]) -> bool {
    let leads = before.last().is_some_and(|b| {
        matches!(b.what, What::Honorific { .. } | What::Rank | What::Attendance { .. }) || b.is_word("list")
    });
    leads && names_next(scan, i + 1, limit)
}

/// "Attended by the deputies NAME and-Ali SURNAME": a given name joined to the one before it in a list of those present.
fn joins_present(scan: &Scan, i: usize, before: &[Item]) -> bool {
    scan.has_article()
        && before.last().is_some_and(|b| matches!(b.what, What::Name { .. }))
        && scan.best_of(i, kinds::NAME).is_some_and(|m| m.first.tags & tags::AND != 0)
        && (scan.unknown(i + 1) || scan.matches.kinds(i + 1) & (kinds::NAME | kinds::SURNAME) != 0)
        && !small_word(scan, i)
        && before.iter().any(|b| matches!(b.what, What::Attendance { .. }))
}

/// A given name stands here and nothing else.
fn names_next(scan: &Scan, i: usize, limit: usize) -> bool {
    i < limit
        && !scan.text.tokens[i].breaks
        && scan.is(i, |s| matches!(s, Sense::Given | Sense::Compound | Sense::Particle))
        && !scan.is(i, |s| matches!(s, Sense::Word { .. } | Sense::Common | Sense::Trigger { .. }))
}

/// Within how many words behind a verb of voicing it is told about what.
const VOICED: usize = 24;

/// What decides nothing by itself, and is no office and no name.
const ORDINARY: u32 = kinds::FIGURE
    | kinds::TOPIC
    | kinds::COMMON
    | kinds::CLAIM
    | kinds::CONDITION
    | kinds::SPELLING
    | kinds::LEADER
    | kinds::SURNAME;

/// Nothing before an ordinary word, nor a capital, makes a name of it: it need not be looked at further.
#[inline]
fn may_be_ordinary(scan: &Scan, i: usize, before: &[Item]) -> bool {
    let presents = |what: &What| {
        matches!(
            what,
            What::Honorific { .. }
                | What::Rank
                | What::Office(_)
                | What::Counterpart
                | What::State { .. }
                | What::Attendance { .. }
                | What::Word { .. }
        )
    };
    let capital = scan.pack.features.capitals && scan.text.tokens[i].capital;
    let presented = before.last().is_some_and(|b| presents(&b.what));
    !capital && !presented
}

/// A title in the plural, written with a capital before no name, is a surname that looks like it ("Саидов").
fn surname_like(scan: &Scan, m: &Match) -> bool {
    let next = scan.text.tokens.get(m.end);
    scan.pack.features.capitals
        && m.end == m.start + 1
        && scan.text.tokens[m.start].capital
        && !scan.text.tokens[m.start].shout
        && matches!(scan.sense(m), Sense::Honorific { .. })
        && m.first.tags & tags::PLURAL != 0
        && m.first.tags & tags::NOM == 0
        && !next.is_some_and(|t| t.capital && t.kind == Kind::Word && !t.breaks)
}

/// "After shelling", "condemned the shelling": where a verb opens its clause, none follows a bare preposition, and what is
/// done with weapons or by decree is a noun after another verb that nothing joins to it.
fn no_finite(scan: &Scan, m: &Match, what: &What, before: &[Item]) -> Option<What> {
    let features = &scan.pack.features;
    if !scan.has_article() || features.order != "vso" || m.kind != kinds::TRIGGER {
        return None;
    }
    let What::Trigger(options) = what else { return None };
    let finite =
        |f: &TriggerForm| matches!(f, TriggerForm::Past | TriggerForm::Passive | TriggerForm::Present);
    // "By an intervention", "by its receiving": written like a present, which follows no preposition either.
    if options.iter().all(|(_, f)| *f == TriggerForm::Present)
        && scan.pack.lexicon.marker_name(m.first.marker) == Some("with-b")
    {
        return Some(What::Trigger(options.iter().map(|&(f, _)| (f, TriggerForm::Noun)).collect()));
    }
    let past = |f: &TriggerForm| matches!(f, TriggerForm::Past | TriggerForm::Passive);
    if !options.iter().any(|(_, f)| past(f)) || m.first.tags & tags::AND != 0 {
        return None;
    }
    let owned = |i: &Item| scan.ends_in_pronoun(i);
    let governs = |i: &Item| {
        i.end == i.start + 1
            && !owned(i)
            && matches!(&i.what, What::Word { work, .. } if matches!(work.as_str(), "in" | "on" | "to" | "from" | "with" | "of" | "about" | "after"))
    };
    let led = m.first.marker != 0 || before.last().is_some_and(governs);
    let forcible = |&(f, _): &(usize, TriggerForm)| {
        matches!(scan.pack.frames[f].kind.as_str(), "FORCE" | "EXPEL" | "SANCTION" | "RECALL")
    };
    let ends = |i: &Item| {
        i.and
            || matches!(i.what, What::Mark(_))
            || matches!(&i.what, What::Word { work, .. } if matches!(work.as_str(), "and" | "or" | "but" | "relative" | "during" | "after" | "before"))
    };
    let verb = |i: &Item| {
        i.is_word("saying") || matches!(&i.what, What::Trigger(o) if o.iter().any(|(_, f)| finite(f)))
    };
    let follows =
        || options.iter().all(forcible) && before.iter().rev().find(|i| ends(i) || verb(i)).is_some_and(verb);
    if !led && !follows() {
        return None;
    }
    let nouns: Vec<_> = options.iter().copied().filter(|(_, f)| !past(f)).collect();
    Some(if nouns.is_empty() { What::Other { common: true } } else { What::Trigger(nouns) })
}

/// "A grant", "its support": after an article no verb stands, where nouns and verbs are written alike.
fn noun_only(scan: &Scan, what: &What, before: &[Item]) -> Option<What> {
    let features = &scan.pack.features;
    if features.order != "svo" || !features.case.is_empty() {
        return None;
    }
    let What::Trigger(options) = what else { return None };
    let owned = |i: &Item| matches!(&i.what, What::Word { work, kind: Some(k) } if work == "pronoun" && k == "possessive");
    let verb = |f: &TriggerForm| matches!(f, TriggerForm::Present | TriggerForm::Infinitive);
    // "In support of", "provides grant aid": nor after a preposition or another verb.
    let led = |b: &Item| match &b.what {
        What::Word { work, .. } => {
            matches!(
                work.as_str(),
                "determiner"
                    | "of"
                    | "in"
                    | "for"
                    | "with"
                    | "by"
                    | "on"
                    | "at"
                    | "from"
                    | "between"
                    | "about"
                    | "during"
            )
        }
        What::Trigger(options) => options.iter().any(|(_, f)| *f == TriggerForm::Present),
        _ => false,
    };
    if !before.last().is_some_and(|b| led(b) || owned(b)) || !options.iter().any(|(_, f)| verb(f)) {
        return None;
    }
    let nouns: Vec<_> = options.iter().copied().filter(|(_, f)| !verb(f)).collect();
    Some(if nouns.is_empty() { What::Other { common: true } } else { What::Trigger(nouns) })
}

/// "الخارجية المصرية" is the Egyptian foreign ministry; after a noun with the article ("السياسة الخارجية") it is an adjective.
fn ministry_alone(scan: &Scan, m: &Match) -> Option<Slug> {
    let definite = |k: usize| {
        scan.matches[k].iter().any(|o| o.end == k + 1 && o.first.tags & tags::DEFINITE != 0)
            || super::office::is_definite_unknown(scan, k)
    };
    let m = scan.best(m.start, |s| matches!(s, Sense::Portfolio { alone: true, .. }))?;
    let Sense::Portfolio { id, .. } = scan.sense(&m) else { return None };
    let of_state = scan
        .best(m.end, |s| matches!(s, Sense::State { form: StateForm::Adjective, .. }))
        .is_some_and(|s| s.first.tags & tags::DEFINITE != 0 && s.first.marker == 0);
    let adjective = m.start > 0 && !scan.text.tokens[m.start].breaks && definite(m.start - 1);
    (m.first.tags & tags::DEFINITE != 0 && of_state && !adjective).then_some(*id)
}

/// The word is known only as an ordinary one, stands bare, and an unknown word follows.
fn looks_like_word(scan: &Scan, i: usize, limit: usize) -> bool {
    // "Commander More bin NAME": a particle of names goes on.
    let son = i + 2 < limit
        && scan.matches[i + 1]
            .iter()
            .any(|m| m.first.strips == 0 && matches!(scan.sense(m), Sense::Particle))
        && (is_given(scan, i + 2) || scan.unknown(i + 2));
    i + 1 < limit
        && (scan.unknown(i + 1) || son)
        && scan.text.tokens[i + 1].kind == Kind::Word
        && !scan.text.tokens[i + 1].breaks
        && scan.matches[i].iter().all(|m| {
            m.end == i + 1
                && m.first.tags & (tags::AND | tags::DEFINITE | tags::FUTURE) == 0
                && m.first.marker == 0
                && (matches!(
                    scan.sense(m),
                    Sense::Common
                        | Sense::Background
                        | Sense::Topic { .. }
                        | Sense::Trigger { .. }
                        | Sense::Claim { .. }
                ) || matches!(scan.sense(m), Sense::Word { work, .. } if work == "saying" || work == "past"))
        })
        && !(scan.is(i, |s| matches!(s, Sense::Trigger { .. }))
            && scan.is(i + 2, |s| matches!(s, Sense::Word { .. })))
}

/// "Mr An Gyu-back": a short word after a title of courtesy, before an unknown one.
fn syllable(scan: &Scan, i: usize, limit: usize, before: &[Item]) -> bool {
    const SHORT: usize = 3;
    let courtesy = before.last().is_some_and(|b| matches!(b.what, What::Honorific { .. }));
    let word = |k: usize| scan.text.tokens[k].kind == Kind::Word;
    let short = |k: usize| scan.text.folded(k).chars().count() <= SHORT;
    if !courtesy || i + 1 >= limit || !short(i) || scan.text.tokens[i + 1].breaks {
        return false;
    }
    // "Mr Wan Li,": two short words between the title and the end of the name.
    let two = || {
        scan.has_article()
            && word(i)
            && word(i + 1)
            && short(i + 1)
            && !hamza_first(scan, i)
            && scan.matches[i].iter().all(|m| m.end == i + 1 && m.first.strips > 0)
            && (is_given(scan, i + 1) || scan.unknown(i + 1))
            && next_is_office_or_mark(scan, i + 2, limit)
    };
    let before_unknown =
        || {
            scan.unknown(i + 1) && word(i + 1) && scan.matches[i].iter().all(|m| {
                m.end == i + 1
                    && m.first.marker == 0
                    && m.first.tags & (tags::AND | tags::DEFINITE | tags::FUTURE) == 0
                    && !matches!(scan.sense(m), Sense::Word { work, .. } if LINKS.contains(&work.as_str()))
                    && !matches!(scan.sense(m), Sense::Trigger { form, .. } if !form.is_noun())
            })
        };
    two() || before_unknown()
}

/// "[Received in his office today] UNKNOWN UNKNOWN, the adviser of the president of A": two words or three of which nothing is
/// known behind a time, before a whole office.
fn behind_time(scan: &Scan, i: usize, limit: usize, before: &[Item]) -> bool {
    const MOST: usize = 3;
    if !before.last().is_some_and(|b| matches!(b.what, What::Time)) || !scan.unknown(i) {
        return false;
    }
    let plain = |k: usize| {
        k < limit && scan.unknown(k) && scan.text.tokens[k].kind == Kind::Word && !scan.text.tokens[k].breaks
    };
    let end = (i..limit.min(i + MOST)).find(|&k| !plain(k)).unwrap_or(i + MOST);
    let article =
        scan.pack.lexicon.may_carry(scan.text.folded(i), tags::DEFINITE, false) && !hamza_first(scan, i);
    end > i + 1
        && !article
        && end < limit
        && office_at(scan, end, limit).is_some_and(|o| !o.bare && o.state.is_some())
}

/// An office that tells neither state nor institution.
fn hollow(office: &OfficePhrase) -> bool {
    office.state.is_none() && office.institution.is_none() && office.accredited_to.is_none()
}

/// A word with its article that is also a title (the Prince) is the title.
fn titled_word(scan: &Scan, i: usize) -> bool {
    scan.matches.kinds(i) & (kinds::TITLE | kinds::OFFICE) != 0
        && scan.matches[i].iter().any(|m| {
            m.first.tags & tags::DEFINITE != 0
                && matches!(
                    scan.sense(m),
                    Sense::Honorific { .. } | Sense::Rank { .. } | Sense::Office { .. }
                )
        })
}

/// The same words are a style (Prince) as well as an office (the ruler).
fn styled(scan: &Scan, i: usize, end: usize) -> bool {
    scan.matches[i].iter().any(|m| m.end == end && matches!(scan.sense(m), Sense::Honorific { .. }))
}

/// A given name that stands here with an ending of one of these cases, and not as it is listed.
fn given_in_case(scan: &Scan, i: usize, cases: u32) -> bool {
    let mut given =
        scan.matches[i].iter().filter(|m| m.end == i + 1 && matches!(scan.sense(m), Sense::Given));
    scan.pack.features.complement_before
        && is_given(scan, i)
        && given.all(|m| m.first.strips > 0 && m.last_tags & cases != 0)
}

fn is_given(scan: &Scan, i: usize) -> bool {
    scan.has(i, kinds::NAME)
}

/// The item before makes a name likely here.
fn in_name(before: &[Item]) -> bool {
    let mut back = before.iter().rev();
    let mut last = back.next();
    // "Dr./ NAME": a stroke between a title and a name.
    if last.is_some_and(|i| i.is_mark("/"))
        && matches!(back.clone().next().map(|i| &i.what), Some(What::Honorific { .. } | What::Rank))
    {
        last = back.next();
    }
    match last.map(|i| &i.what) {
        Some(What::Honorific { .. } | What::Rank | What::Office(_) | What::Counterpart) => true,
        Some(What::State { form: StateForm::Adjective, .. }) => {
            matches!(back.next().map(|i| &i.what), Some(What::Counterpart | What::Office(_)))
        }
        // "The ambassador of the sisterly state of X NAME".
        Some(What::Word { work, .. }) if work == "title_end" => {
            matches!(back.next().map(|i| &i.what), Some(What::Office(_)))
        }
        _ => false,
    }
}

/// "The ambassador of A NAME, and (that) of B NAME": the office of a list before, of the state that ends `before`.
pub(super) fn elliptic_office(before: &[Item]) -> Option<&OfficePhrase> {
    let (state, mut rest) = before.split_last()?;
    // "…, the Republic of B NAME".
    if let Some((kind, others)) = rest.split_last().filter(|(kind, _)| kind.is_word("region"))
        && kind.end == state.start
    {
        rest = others;
    }
    let form = match &state.what {
        What::State { form: form @ (StateForm::Adjective | StateForm::Name), .. } if state.marker == 0 => {
            *form
        }
        _ => return None,
    };
    let opens = rest.last().is_some_and(|b| b.is_mark(":") || b.is_word("list"));
    let joined = |b: &Item| b.is_mark(",;") || b.is_word("and");
    if !(state.and || opens || rest.last().is_some_and(joined)) {
        return None;
    }
    for item in rest.iter().rev().take(40) {
        match &item.what {
            // Names of states follow an office of several, adjectives the first ambassador's.
            What::Office(o) if o.number != NounNumber::One || form == StateForm::Adjective => {
                let named =
                    opens || rest.iter().any(|r| matches!(r.what, What::Name { .. }) && r.start > o.start);
                // "The Kenyan president NAME and the Ghanaian NAME": what "and" is attached to, right behind the name.
                let last =
                    rest.split_last().and_then(|(b, o)| if b.is_mark(",") { o.last() } else { Some(b) });
                let heads = state.and
                    && form == StateForm::Adjective
                    && last.is_some_and(|b| matches!(b.what, What::Name { .. }))
                    && matches!(&state.what, What::State { code, .. } if o.state.is_some_and(|s| s != *code));
                return (named && (o.rank > 0 || o.number != NounNumber::One || heads)).then_some(o);
            }
            What::Name { .. }
            | What::State { .. }
            | What::Honorific { .. }
            | What::Rank
            | What::Organisation { .. } => {}
            What::Mark(',' | ':' | ';') => {}
            What::Word { work, .. } if work == "list" || work == "and" => {}
            _ => return None,
        }
    }
    None
}

fn is_weak(s: &Sense) -> bool {
    matches!(
        s,
        Sense::Common
            | Sense::Trigger { .. }
            | Sense::Relative { .. }
            | Sense::State { form: StateForm::City | StateForm::People | StateForm::Capital, .. }
    ) || matches!(s, Sense::Word { work, .. } if work == "pronoun" || work == "region")
}

fn outranks_office(s: &Sense) -> bool {
    matches!(
        s,
        Sense::Attendance { .. }
            | Sense::Resumption
            | Sense::Side
            | Sense::Both
            | Sense::Counterpart
            | Sense::Background
            | Sense::Own { .. }
            | Sense::Organisation { .. }
            | Sense::Institution { .. }
    )
}

/// "[The minister] heads to A": the word of an office begins a verb of several words.
fn is_longer_verb(scan: &Scan, i: usize) -> bool {
    let verb = |m: &Match| matches!(scan.sense(m), Sense::Trigger { form, .. } if !form.is_noun());
    scan.pack.features.capitals_alone()
        && !scan.text.tokens[i].capital
        && scan
            .best_of(i, kinds::OFFICE)
            .is_some_and(|head| scan.matches[i].iter().any(|m| m.end > head.end && verb(m)))
}

/// "Attended the meeting of the ministers of ORGANISATION": the meeting has not been told before, so nobody is listed.
fn of_a_body(scan: &Scan, m: &Match) -> bool {
    const REACH: usize = 7;
    let features = &scan.pack.features;
    let of = || scan.word(m.end, "of").is_some_and(|of| of.end == m.end + 1);
    if features.order != "svo" || !features.case.is_empty() || !of() {
        return false;
    }
    let organisation = |s: &Sense| matches!(s, Sense::Organisation { .. });
    let last = (m.end + 1 + REACH).min(scan.text.tokens.len());
    (m.end + 1..last).take_while(|&t| scan.mark(t).is_none()).any(|t| scan.is(t, organisation))
}

/// The phrase that decides what stands at a token: longest first, then by how telling its sense is.
fn best_structural(scan: &Scan, i: usize, limit: usize) -> Option<Match> {
    let is_resumption = |m: &Match| m.kind == kinds::REFERENCE && matches!(scan.sense(m), Sense::Resumption);
    let stands = |m: &Match| match m.kind {
        // "Has sent": the auxiliary is no verb of its own.
        kinds::TRIGGER => {
            !(only_made(scan, i, m)
                || only_folded(scan, i, m)
                || proper(scan, i, m)
                || helps(scan, i, m)
                || midway(scan, i, m)
                || by_way(scan, i, m)
                || owned_person(scan, i, m))
        }
        // A city is listed as it is written: what looks like one with an article before it is another word.
        kinds::STATE => {
            m.end > i + 1
                || m.first.tags & tags::DEFINITE == 0
                || !matches!(scan.sense(m), Sense::State { form: StateForm::City | StateForm::Capital, .. })
        }
        // "Signed for political consultation": for whom is a party.
        kinds::LIST => match scan.sense(m) {
            Sense::Attendance { index } if scan.pack.attendances[*index].of == "state" => {
                names_party(scan, m.end)
            }
            // "The meeting saw the signing of": nobody is listed.
            Sense::Attendance { index }
                if scan.pack.attendances[*index].beside && !opens_list(scan, m.end, limit) =>
            {
                false
            }
            // "Together with his counterpart": no list of those who were with him.
            Sense::Attendance { .. } => {
                let with = || scan.word(i, "with").is_some_and(|w| w.end == m.end);
                !(of_a_body(scan, m) || scan.is(m.end, |s| matches!(s, Sense::Counterpart)) && with())
            }
            _ => true,
        },
        // "The visiting president of A", "the visiting president NAME": an office and its holder.
        kinds::WORD => {
            let guest = |s: &Sense| matches!(s, Sense::Word { kind: Some(kind), .. } if matches!(kind.as_str(), "guest" | "host"));
            let named = || {
                let next = scan.text.tokens.get(m.end);
                scan.is(m.end - 1, |s| matches!(s, Sense::Office { .. }))
                    && (of_a_state(scan, m.end)
                        || scan.pack.features.capitals
                            && next.is_some_and(|t| t.kind == Kind::Word && t.capital && !t.breaks))
            };
            !(m.end > i + 1 && guest(scan.sense(m)) && named())
        }
        // "On the eve of the talks": no day by itself.
        kinds::DAY => match scan.sense(m) {
            Sense::Relative { .. } => !super::date::leads_noun(scan, m),
            // "In one of the palaces": where that word is also a weekday, the weekday bears the article.
            Sense::Weekday { .. } => {
                !scan.has_article()
                    || m.last_tags & tags::DEFINITE != 0
                    || scan.word(m.start, "determiner").is_none()
            }
            _ => true,
        },
        kinds::REFERENCE => {
            // "The foreign ministers of A and B" are parties of their own.
            let parties =
                matches!(scan.sense(m), Sense::Both) && (of_a_state(scan, m.end) || dual_of_states(scan, m));
            // "At the meeting with X": whoever is named with it makes it a meeting of its own.
            // Where nothing was told before, nothing is referred to.
            // "During his meeting with X": told anew, not referred to.
            !parties
                && !(is_resumption(m)
                    && (of_parties(scan, m)
                        || opens_text(scan, m)
                        || told_anew(scan, m)
                        || in_a_house(scan, m)))
        }
        _ => true,
    };
    let length = |m: &Match| (std::cmp::Reverse(m.end), m.first.strips);
    let telling =
        |m: &Match| (!(scan.pack.lexicon.as_written(&scan.text, m) || also_says(scan, i, m)), m.rank);
    // How a word is written is asked only between two that are as long and strip as little, and whether a phrase
    // stands only where it would be the best.
    let mut best: Option<&Match> = None;
    let mut told = None;
    for m in scan.matches[i].iter().filter(|m| m.rank < UNRANKED && m.end <= limit) {
        match best.map_or(Ordering::Less, |best| length(m).cmp(&length(best))) {
            Ordering::Less if stands(m) => (best, told) = (Some(m), None),
            Ordering::Equal if stands(m) => {
                let before = told.or_else(|| best.map(telling));
                let now = Some(telling(m));
                (best, told) = if now < before { (Some(m), now) } else { (best, before) };
            }
            _ => {}
        }
    }
    // "At the meeting [in the palace] was present": the formula of a list stands around the words that refer to what was told.
    let small = |m: &Match| is_resumption(m) || m.kind == kinds::WORD && m.end == i + 1;
    if best.is_some_and(small) && scan.has(i, kinds::LIST) && !scan.pack.features.case.is_empty() {
        let formula = |m: &&Match| m.kind == kinds::LIST && m.end <= limit && stands(m);
        return scan.matches[i].iter().find(formula).or(best).copied();
    }
    best.copied()
}

/// Somebody is told at token `k`: by an office, a title or a given name, or a word that opens a list stands there.
fn opens_list(scan: &Scan, k: usize, limit: usize) -> bool {
    let opens = |s: &Sense| tells_somebody(s) || matches!(s, Sense::Word { work, .. } if *work == "list");
    k < limit && (scan.is(k, opens) || opens_office(scan, k))
}

/// A party is named at token `k`, or behind small and common words.
fn names_party(scan: &Scan, k: usize) -> bool {
    let party = |s: &Sense| {
        matches!(
            s,
            Sense::State { .. } | Sense::Organisation { .. } | Sense::Institution { .. } | Sense::Ministry
        )
    };
    for k in k..(k + 6).min(scan.text.tokens.len()) {
        if scan.is(k, party) {
            return true;
        }
        let small = scan.is(k, |s| matches!(s, Sense::Common))
            || ["determiner", "of", "region"].iter().any(|work| scan.word(k, work).is_some());
        if !small {
            return false;
        }
    }
    false
}

/// "His Kenyan host": after a possessive and the adjective of a state a word for a person is no verb.
fn owned_person(scan: &Scan, i: usize, m: &Match) -> bool {
    let verb = matches!(scan.sense(m), Sense::Trigger { form, .. } if !form.is_noun());
    let owned = |t: usize| {
        scan.is(t, |s| matches!(s, Sense::Word { work, kind: Some(kind) } if *work == "pronoun" && *kind == "possessive"))
    };
    let adjective = |t: usize| scan.is(t, |s| matches!(s, Sense::State { form: StateForm::Adjective, .. }));
    verb && m.end == i + 1 && i > 1 && adjective(i - 1) && owned(i - 2) && scan.word(i, "person").is_some()
}

/// "[On this] matter": where verbs end their clauses, what is written like a verb before another word is a postposition.
fn midway(scan: &Scan, i: usize, m: &Match) -> bool {
    scan.pack.features.complement_before
        && m.end == i + 1
        && matches!(scan.sense(m), Sense::Trigger { form: TriggerForm::Past, .. })
        && (scan.word(i, "about").is_some() || scan.word(i, "on").is_some())
        && scan.text.tokens.get(m.end).is_some_and(|t| !t.breaks && t.kind == Kind::Word)
        && scan.word(m.end, "saying").is_none()
}

/// "A letter [by way of] the embassy": a preposition that is written like a verb of voicing, which tells about what.
fn by_way(scan: &Scan, i: usize, m: &Match) -> bool {
    let tokens = &scan.text.tokens;
    let about = |k: usize| scan.word(k, "about").is_some();
    scan.has_article()
        && m.end == i + 1
        && matches!(scan.sense(m), Sense::Trigger { form: TriggerForm::Past, .. })
        && scan.word(i, "by").is_some_and(|w| w.end == m.end)
        && !(i + 1..tokens.len())
            .take(VOICED)
            .take_while(|&k| !tokens[k].breaks && scan.mark(k) != Some('.'))
            .any(about)
}

/// A verb in the middle of a text does not begin with a capital: "Ban Ki-moon", "the British Ring Convention".
fn proper(scan: &Scan, i: usize, m: &Match) -> bool {
    let tokens = &scan.text.tokens;
    let capital = |k: usize| tokens.get(k).is_some_and(|t| t.kind == Kind::Word && t.capital && !t.shout);
    scan.pack.features.capitals
        && scan.text.field == crate::model::Field::Text
        && m.end == i + 1
        && capital(i)
        && capital(i + 1)
        && !tokens[i].breaks
        && i > 0
        && tokens[i - 1].kind == Kind::Word
        && !scan.is(i, |s| matches!(s, Sense::Trigger { form: TriggerForm::Noun | TriggerForm::Back, .. }))
}

/// A form with article and ending that was made of a trigger is nothing when the pack lists the same word as an ordinary one.
fn only_made(scan: &Scan, i: usize, m: &Match) -> bool {
    m.end == i + 1
        && m.first.tags & tags::INFLECTED != 0
        && m.first.tags & tags::DEFINITE != 0
        && scan.matches[i].iter().any(|o| {
            o.end == m.end
                && o.first.tags & tags::INFLECTED == 0
                && o.first.strips <= m.first.strips
                && matches!(scan.sense(o), Sense::Common | Sense::Topic { .. } | Sense::Portfolio { .. })
        })
}

/// A phrase that refers back ends inside a longer one that makes an event.
fn told_anew(scan: &Scan, m: &Match) -> bool {
    (m.start + 1..m.end).any(|k| {
        scan.matches[k]
            .iter()
            .any(|o| o.end > m.end && matches!(scan.sense(o), Sense::Trigger { form: TriggerForm::Noun, .. }))
    })
}

/// "At the reception [hall]": such a phrase ends inside the name of a house or room.
fn in_a_house(scan: &Scan, m: &Match) -> bool {
    (m.start + 1..m.end).any(|k| {
        let house = |s: &Sense| matches!(s, Sense::Word { work, .. } if *work == "building");
        scan.matches[k].iter().any(|o| o.end > m.end && house(scan.sense(o)))
    })
}

/// A verb that reports, or a state, stands whole where a given name would have to be stripped of what is attached.
fn stands_whole(scan: &Scan, i: usize) -> bool {
    if scan.pack.features.capitals {
        return false;
    }
    let least = |test: &dyn Fn(&Sense) -> bool| {
        scan.matches[i].iter().filter(|m| test(scan.sense(m))).map(|m| m.first.strips).min()
    };
    let verb = |s: &Sense| {
        matches!(
            s,
            Sense::Trigger {
                form: TriggerForm::Past | TriggerForm::Present | TriggerForm::Passive | TriggerForm::Noun,
                ..
            } | Sense::State { form: StateForm::Name, .. }
        )
    };
    let given = least(&|s| matches!(s, Sense::Given | Sense::Compound));
    least(&verb).zip(given).is_some_and(|(verb, given)| verb < given)
}

/// "The feast of the throne", "the medal of merit": several words that the pack lists together as ordinary ones, of which the
/// first is also a given name.
fn set_phrase(scan: &Scan, i: usize) -> bool {
    scan.matches.kinds(i) & kinds::COMMON != 0
        && scan.matches[i].iter().any(|m| m.end > i + 1 && matches!(scan.sense(m), Sense::Common))
}

/// A form of a verb that reports, which the pack lists among the verbs of saying as it stands: it reports first.
fn also_says(scan: &Scan, i: usize, m: &Match) -> bool {
    scan.has_article()
        && matches!(scan.sense(m), Sense::Trigger { .. })
        && ["saying", "auxiliary"].iter().any(|work| {
            scan.word(i, work).is_some_and(|w| w.end == m.end && w.first.strips == m.first.strips)
        })
}

/// The word's last letter is compared as another one: it is no ending of a verb.
fn last_letter_folded(scan: &Scan, i: usize) -> bool {
    let token = &scan.text.tokens[i];
    let raw = &scan.text.raw[token.start..token.end];
    scan.pack.lexicon.letters.last_unmarked(raw) != scan.text.folded(i).chars().next_back()
}

/// A form of a verb that comes out only when letters are made alike, where the same letters stand for an ordinary word.
fn only_folded(scan: &Scan, i: usize, m: &Match) -> bool {
    // "Her complete refusal", where a verb is spelled with another first letter than the article's.
    let adjective = |o: &Match| {
        o.end == i + 1
            && o.first.tags & tags::DEFINITE != 0
            && matches!(scan.sense(o), Sense::Common)
            && scan.pack.lexicon.as_written(&scan.text, o)
    };
    if !scan.has_article() || m.end != i + 1 {
        return false;
    }
    if m.first.strips == 0
        && matches!(scan.sense(m), Sense::Trigger { form: TriggerForm::Past, .. })
        && !scan.pack.lexicon.as_written(&scan.text, m)
        && scan.matches[i].iter().any(adjective)
    {
        return true;
    }
    m.first.tags & tags::INFLECTED != 0
        && matches!(
            scan.sense(m),
            Sense::Trigger { form: TriggerForm::Past | TriggerForm::Present | TriggerForm::Passive, .. }
        )
        && last_letter_folded(scan, i)
        && scan.matches[i].iter().any(|o| {
            o.end == m.end
                && o.first.strips <= m.first.strips
                && o.first.tags & tags::INFLECTED == 0
                && scan.pack.lexicon.as_written(&scan.text, o)
                && matches!(
                    scan.sense(o),
                    Sense::Common
                        | Sense::Topic { .. }
                        | Sense::Claim { .. }
                        | Sense::Trigger { form: TriggerForm::Noun, .. }
                )
        })
}

/// A word that is also an auxiliary, before a participle.
fn helps(scan: &Scan, i: usize, m: &Match) -> bool {
    m.end == i + 1
        && scan.word(i, "auxiliary").is_some()
        && (i + 1..i + 4)
            .take_while(|&k| {
                // "Has this morning received": a time begins so as well.
                let time = |s: &Sense| matches!(s, Sense::Relative { .. });
                scan.mark(k).is_none() && (scan.word(k, "determiner").is_none() || scan.is(k, time))
            })
            .any(|k| {
                scan.is(k, |s| {
                    matches!(
                        s,
                        Sense::Trigger {
                            form: TriggerForm::Past | TriggerForm::Participle | TriggerForm::Gerund,
                            ..
                        }
                    )
                }) || scan.word(k, "saying").is_some()
            })
}

/// The phrase holds a noun that reports and stands in the first sentence of a text.
fn opens_text(scan: &Scan, m: &Match) -> bool {
    let features = &scan.pack.features;
    let reports = |k: usize| {
        scan.is(k, |s| matches!(s, Sense::Trigger { form: TriggerForm::Noun | TriggerForm::Back, .. }))
    };
    !features.case.is_empty()
        && !features.complement_before
        && scan.text.field == crate::model::Field::Text
        && scan.text.sentences.first().is_some_and(|s| s.contains(&m.start))
        && (m.start + 1..m.end).any(reports)
}

/// The phrase holds a noun that reports, and those who met stand beside it: after "with" or "between" or in the
/// genitive, or in the case of company right before it.
fn of_parties(scan: &Scan, m: &Match) -> bool {
    let features = &scan.pack.features;
    let reports = |k: usize| scan.is(k, |s| matches!(s, Sense::Trigger { .. }));
    if features.case.is_empty() {
        // "During the talks between A and B", "during his meeting on Monday in CITY with A".
        let next = past_when_and_where(scan, m.end);
        let across = scan.word(next, "between").is_some() || scan.word(next, "with").is_some();
        return features.capitals && features.order == "svo" && across && reports(m.end - 1);
    }
    if features.complement_before {
        return m.start > 0
            && reports(m.start)
            && !scan.text.tokens[m.start].breaks
            && (with_case(scan, m.start - 1, tags::INS) || scan.word(m.start - 1, "between").is_some());
    }
    if m.end < m.start + 2 || !reports(m.end - 1) {
        return false;
    }
    let genitive = |o: &Match| {
        matches!(
            scan.sense(o),
            Sense::Office { .. } | Sense::State { .. } | Sense::Institution { .. } | Sense::Modifier { .. }
        ) && o.first.tags & tags::GEN != 0
    };
    // "At the talks in CITY with X".
    let next = past_when_and_where(scan, m.end);
    scan.word(next, "with").is_some()
        || scan.word(next, "between").is_some()
        || scan.matches.get(m.end).is_some_and(|list| list.iter().any(genitive))
}

/// The token behind "on Monday", "on 3 May in CITY", "yesterday", if such words begin here.
fn past_when_and_where(scan: &Scan, from: usize) -> usize {
    const REACH: usize = 7;
    let told = |s: &Sense| {
        matches!(
            s,
            Sense::Weekday { .. }
                | Sense::Month { .. }
                | Sense::Relative { .. }
                | Sense::Number { .. }
                | Sense::State { form: StateForm::City | StateForm::Capital, .. }
        )
    };
    let small = |k: usize| ["on", "in", "at"].iter().any(|w| scan.word(k, w).is_some());
    let figure = |k: usize| scan.text.folded(k).starts_with(|c: char| c.is_numeric());
    let last = (from + REACH).min(scan.text.tokens.len());
    (from..last).find(|&k| !(small(k) || figure(k) || scan.is(k, told))).unwrap_or(from)
}

/// The word is an office or state in this case, or a name with its ending.
fn with_case(scan: &Scan, k: usize, case: u32) -> bool {
    let list = &scan.matches[k];
    if list.is_empty() {
        return scan.text.tokens[k].capital && scan.ending(k) & case != 0;
    }
    list.iter().any(|m| {
        m.last_tags & case != 0
            && matches!(
                scan.sense(m),
                Sense::Office { .. }
                    | Sense::State { .. }
                    | Sense::Organisation { .. }
                    | Sense::Counterpart
                    | Sense::Given
                    | Sense::Modifier { .. }
            )
    })
}

/// "The two presidents, the A-ian NAME and the B-ian NAME": an office of two, each with his state; so are two delegations.
fn dual_of_states(scan: &Scan, m: &Match) -> bool {
    scan.has_article()
        && (scan.is(m.start, |s| matches!(s, Sense::Office { number: NounNumber::Two, .. }))
            || scan.word(m.start, "delegation").is_some())
        && scan.is(m.end, |s| matches!(s, Sense::State { form: StateForm::Adjective, .. }))
}

/// "The two prime ministers" before a verb or a mark: those of whom was just told as well.
fn are_two_of_matter(scan: &Scan, office: &OfficePhrase) -> bool {
    let next = office.end;
    let names = |s: &Sense| {
        matches!(
            s,
            Sense::State { .. }
                | Sense::Honorific { .. }
                | Sense::Rank { .. }
                | Sense::Organisation { .. }
                | Sense::Portfolio { .. }
        )
    };
    office.number == NounNumber::Two
        && office.end > office.start + 1
        && scan.has_article()
        && office.state.is_none()
        && office.more_states.is_empty()
        && office.first.tags & tags::DEFINITE == 0
        && office.last_tags & tags::DEFINITE != 0
        && scan.text.tokens.get(next).is_none_or(|t| {
            t.kind != Kind::Word
                || !(scan.unknown(next) || is_given(scan, next) || scan.is(next, names))
                    && scan.matches[next].iter().all(|m| m.first.tags & tags::AND == 0)
        })
}

/// "The two presidents" before no name: those of whom was just told, no office of somebody else.
fn are_those_two(scan: &Scan, office: &OfficePhrase, m: &Match) -> bool {
    office.number == NounNumber::Two
        && office.state.is_none()
        && m.end == office.end
        && m.first.tags & tags::DEFINITE != 0
        && matches!(scan.sense(m), Sense::Both)
        && !(is_given(scan, m.end) || scan.is(m.end, |s| matches!(s, Sense::Honorific { .. })))
}

fn of_a_state(scan: &Scan, at: usize) -> bool {
    // "Of foreign affairs of A and B".
    if scan.word(at, "of").is_some()
        && let Some(m) = scan.best(at + 1, |s| matches!(s, Sense::Portfolio { .. }))
        && scan.pack.features.case.is_empty()
        && !scan.has_article()
        && scan.word(m.end, "of").is_some()
    {
        return of_a_state(scan, m.end);
    }
    let Some(of) = scan.word(at, "of") else { return false };
    let k = scan.word(of.end, "determiner").map_or(of.end, |m| m.end);
    scan.is(k, |s| matches!(s, Sense::State { form: StateForm::Name, .. } | Sense::Organisation { .. }))
}

/// "The Egyptian-Turkish commission": behind an adjective the name of a state that is written like its own is that.
fn adjective_alike(scan: &Scan, m: &Match) -> bool {
    let one = m.end == m.start + 1 && m.first.strips > 0 && m.first.tags & tags::DEFINITE != 0;
    let Sense::State { code, form: StateForm::Name } = scan.sense(m) else { return false };
    let adjective = |s: &Sense| matches!(s, Sense::State { form: StateForm::Adjective, .. });
    let behind = m.start.checked_sub(1).is_some_and(|b| scan.is(b, adjective));
    one && behind
        && scan
            .is(m.start, |s| matches!(s, Sense::State { code: c, form: StateForm::Adjective } if c == code))
}

fn structural_what(scan: &Scan, m: &Match) -> What {
    match scan.sense(m) {
        Sense::State { code, .. } if adjective_alike(scan, m) => {
            What::State { code: *code, form: StateForm::Adjective }
        }
        Sense::State { code, form } => What::State { code: *code, form: *form },
        Sense::Organisation { code, .. } => What::Organisation { code: *code },
        Sense::Institution { id, state, portfolio, generic } => {
            What::Institution { id: *id, state: *state, portfolio: portfolio.is_some() && !*generic }
        }
        Sense::Ministry => What::Institution { id: "ministry".into(), state: None, portfolio: true },
        Sense::Portfolio { .. } => What::Other { common: true },
        Sense::Honorific { kind } => What::Honorific { kind: *kind },
        Sense::Rank { .. } => What::Rank,
        Sense::Counterpart => What::Counterpart,
        Sense::Both => What::Both,
        Sense::Side => What::Side,
        Sense::Own { side } => What::Own { side: *side },
        Sense::Attendance { index } => {
            What::Attendance { index: *index, inside: scan.pack.attendances[*index].inside }
        }
        Sense::Resumption => What::Resumption,
        Sense::Background => What::Background,
        Sense::Trigger { .. } => {
            // The reading that strips least: "the meeting" as listed before "the" + "meeting".
            let all = scan.matches[m.start]
                .iter()
                .filter(|o| o.end == m.end && o.first.strips == m.first.strips)
                .filter_map(|o| match scan.sense(o) {
                    Sense::Trigger { frame, form } => Some((*frame, *form)),
                    _ => None,
                })
                .collect();
            let mut all: Vec<(usize, TriggerForm)> = all;
            // Nothing with the article is a finite verb.
            if scan.has_article() && m.first.tags & tags::DEFINITE != 0 {
                all.retain(|(_, form)| {
                    !matches!(form, TriggerForm::Past | TriggerForm::Present | TriggerForm::Passive)
                });
                if all.is_empty() {
                    return What::Other { common: true };
                }
            }
            // A title refers to nothing told before: "X calls Y" is a verb.
            if scan.text.field == crate::model::Field::Title
                && scan.pack.features.case.is_empty()
                && scan.pack.features.order == "svo"
                && all.iter().all(|(_, form)| *form == TriggerForm::Back)
                && m.first.tags & tags::PLURAL != 0
            {
                return What::Other { common: true };
            }
            What::Trigger(all)
        }
        // Nouns of things: what they are is asked of their words.
        Sense::Word { work, .. } if *work == "craft" => What::Other { common: true },
        // "But-ACC": a conjunction takes no case, and what looks like one is another word.
        Sense::Word { work, .. }
            if matches!(work.as_str(), "and" | "or" | "but")
                && scan.pack.features.complement_before
                && m.first.tags & tags::CASES & !tags::NOM != 0 =>
        {
            What::Other { common: true }
        }
        Sense::Word { work, kind } => What::Word { work: *work, kind: *kind },
        Sense::Weekday { .. }
        | Sense::Month { .. }
        | Sense::Relative { .. }
        | Sense::Season { .. }
        | Sense::Turn { .. }
        | Sense::Year { .. } => What::Time,
        _ => What::Other { common: true },
    }
}

/// "The ministry of foreign affairs, trade and international cooperation of A": where the further portfolios end before the
/// state whose ministry it is.
fn joined_portfolios(scan: &Scan, from: usize) -> Option<usize> {
    if !scan.pack.features.case.is_empty() || scan.has_article() {
        return None;
    }
    let mut end = from;
    for _ in 0..4 {
        if end > from && of_a_state(scan, end) {
            return Some(end);
        }
        let next = scan.text.tokens.get(end)?;
        let joins = scan.text.folded(end) == "," && !next.breaks;
        let and = scan.word(end, "and").or_else(|| scan.word(end + usize::from(joins), "and"));
        let next = match and {
            Some(m) => m.end,
            None if joins => end + 1,
            None => return None,
        };
        let portfolio =
            |s: &Sense| matches!(s, Sense::Portfolio { .. } | Sense::Topic { .. } | Sense::Common);
        let m = scan.best(next, portfolio)?;
        if !scan.text.tokens[next].capital {
            return None;
        }
        end = m.end;
    }
    (end > from && of_a_state(scan, end)).then_some(end)
}

fn found(scan: &Scan, m: &Match, what: What) -> Item {
    // A ministry takes its portfolio, an institution its state, with it.
    let mut end = m.end;
    let mut what = what;
    let mut last_tags = m.last_tags;
    if let What::Institution { id, state, portfolio } = &mut what {
        // "The foreign ministry in A".
        let ministry = scan.has_article() && *portfolio;
        // "The government in CITY", "authorities in CITY": whose it is, where nothing else tells.
        let seated = |in_: &Match| {
            let city = scan.best(in_.end, |s| matches!(s, Sense::State { form: StateForm::Capital, .. }))?;
            let code = match scan.sense(&city) {
                Sense::State { code, .. } => *code,
                _ => return None,
            };
            Some((code, city.end))
        };
        if id == "cabinet"
            && state.is_none()
            && scan.pack.features.capitals_alone()
            && let Some((code, after)) = scan.word(end, "in").as_ref().and_then(seated)
        {
            (*state, end) = (Some(code), after);
        }
        if state.is_none()
            && let Some(last) = joined_portfolios(scan, end)
        {
            end = last;
        }
        while let Some(next) = scan.best(end, |s| {
            matches!(
                s,
                Sense::Portfolio { .. }
                    | Sense::Institution { .. }
                    | Sense::State { form: StateForm::Name | StateForm::Adjective, .. }
                    | Sense::Common
                    | Sense::Topic { .. }
            ) || matches!(s, Sense::Word { work, .. } if matches!(work.as_str(), "of" | "for") || work == "in" && ministry)
        }) {
            let sense = scan.sense(&next);
            // Where complements stand before their head, a state after it is another's.
            if scan.pack.features.complement_before
                && matches!(sense, Sense::State { form: StateForm::Name, .. })
            {
                break;
            }
            let joined = next.first.tags & tags::AND != 0 && !matches!(sense, Sense::Portfolio { .. });
            let marked = next.first.marker != 0 && !matches!(sense, Sense::Portfolio { .. });
            let titled = scan.is(end, |s| {
                matches!(
                    s,
                    Sense::Rank { .. } | Sense::Honorific { .. } | Sense::Office { .. } | Sense::Counterpart
                )
            });
            if scan.text.tokens[end].breaks || joined || marked || titled {
                break;
            }
            // "The government of A the United Nations": whose name begins with a common word stands for itself.
            let other = scan.best(end, |s| matches!(s, Sense::Organisation { .. }));
            let part = matches!(sense, Sense::State { .. })
                || state.is_none() && matches!(sense, Sense::Portfolio { .. });
            if scan.has_article() && other.is_some_and(|o| o.end > next.end || o.end == next.end && !part) {
                break;
            }
            let mut taken = next;
            if let Sense::Word { .. } = sense {
                let mut after = next.end;
                while scan.word(after, "determiner").is_some() {
                    after += 1;
                }
                match scan.best(after, |s| {
                    matches!(
                        s,
                        Sense::Portfolio { .. }
                            | Sense::State { form: StateForm::Name, .. }
                            | Sense::Organisation { .. }
                    )
                }) {
                    Some(m) => taken = m,
                    None => break,
                }
            }
            match scan.sense(&taken) {
                Sense::Portfolio { id: p, .. } => {
                    if id == "ministry" || id.starts_with("generic") {
                        *id = *p;
                    }
                }
                Sense::State { code, .. } | Sense::Organisation { code, .. } => {
                    if state.is_some() {
                        break;
                    }
                    *state = Some(*code);
                }
                Sense::Institution { .. } => {}
                _ => {
                    // "At the ministry today": when it was is no part of its name.
                    let when =
                        |s: &Sense| matches!(s, Sense::Relative { .. } | Sense::Weekday { .. } | Sense::DayWord);
                    if !scan.has_article() || taken.last_tags & tags::DEFINITE == 0 || scan.is(end, when) {
                        break;
                    }
                }
            }
            end = taken.end;
            last_tags = taken.last_tags;
        }
    }
    Item {
        start: m.start,
        end,
        begin: scan.begin(m),
        what,
        marker: m.first.marker,
        and: m.first.tags & tags::AND != 0,
        // In a language with cases the head tells: the first word, or the last where complements stand before it.
        tags: if scan.pack.features.case.is_empty() || scan.pack.features.complement_before {
            last_tags
        } else if m.end == m.start + 1
            && m.first.strips == 0
            && (scan.text.tokens[m.start].shout || shortened(scan, m.start))
        {
            // An acronym does not change.
            m.first.tags | tags::CASES
        } else {
            m.first.tags
        },
        first_tags: m.first.tags,
    }
}

/// The shortened name of a state or organisation, written with more than one capital ("РУз").
pub(super) fn shortened(scan: &Scan, i: usize) -> bool {
    let token = &scan.text.tokens[i];
    token.capital
        && scan.is(i, |s| matches!(s, Sense::State { .. } | Sense::Organisation { .. }))
        && scan.text.raw[token.start..token.end].chars().nth(1).is_some_and(char::is_uppercase)
}

fn plain(scan: &Scan, i: usize, what: What) -> Item {
    Item {
        start: i,
        end: i + 1,
        begin: scan.text.tokens[i].start,
        what,
        marker: 0,
        and: false,
        tags: 0,
        first_tags: 0,
    }
}

fn name_or_other(scan: &Scan, i: usize, begin: usize, limit: usize, before: &[Item]) -> Item {
    name_at(scan, i, begin, limit, before).unwrap_or_else(|| ordinary(scan, i))
}

/// A word that is nothing else.
fn ordinary(scan: &Scan, i: usize) -> Item {
    let first = scan.matches[i].first().map(|m| m.first);
    let (marker, and, word_tags) = match first {
        Some(a) => (a.marker, a.tags & tags::AND != 0, a.tags),
        None => (0, false, 0),
    };
    let common = !scan.unknown(i);
    // "[Millions of] US dollars", as one unit of the pack: the state in its name is no party.
    let unit = |m: &&Match| m.end > i + 1 && matches!(scan.sense(m), Sense::Unit { .. });
    let unit = scan.matches[i].iter().find(unit).filter(|m| scan.has(m.end - 1, kinds::STATE));
    Item {
        start: i,
        end: unit.map_or(i + 1, |m| m.end),
        begin: scan.text.tokens[i].start,
        what: What::Other { common },
        marker,
        and,
        tags: word_tags,
        first_tags: word_tags,
    }
}

fn name_at(scan: &Scan, i: usize, begin: usize, limit: usize, before: &[Item]) -> Option<Item> {
    if scan.pack.features.capitals {
        capital_name(scan, i, begin, limit, before)
    } else if begins_none(scan, i, before) {
        None
    } else {
        open_name(scan, i, limit, before)
    }
}

/// In a text without capitals nothing but a given name or the surname of a leader begins a name at the head of a
/// sentence or after an ordinary word, which is where most words stand.
#[inline]
fn begins_none(scan: &Scan, i: usize, before: &[Item]) -> bool {
    scan.matches.kinds(i) & (kinds::NAME | kinds::SURNAME) == 0
        && scan.text.field == crate::model::Field::Text
        && before.last().is_none_or(|b| matches!(b.what, What::Other { .. } | What::Time))
        && !behind_time(scan, i, scan.text.tokens.len(), before)
}

/// A capitalised small word inside a sentence may be a name's first part ("He Lifeng").
fn odd_name(scan: &Scan, i: usize, begin: usize, before: &[Item]) -> bool {
    scan.pack.features.capitals
        && i != begin
        && scan.text.tokens[i].capital
        && (scan.is(i, |s| matches!(s, Sense::Word { .. } | Sense::Common | Sense::Honorific { .. }))
            || scan.text.tokens[i].initial)
        && !scan.text.tokens[i].shout
        && scan.text.tokens.get(i + 1).is_some_and(|t| t.capital && !t.breaks && t.kind == Kind::Word)
        && scan.unknown(i + 1)
        && before.last().is_some_and(|b| b.is_mark(",;") || b.is_word("and") || in_name(before))
}

/// "Ambassador Chad Blackman", "Ms. Faith Mboko": what stands right after a title that takes nothing else, before an unknown
/// word with a capital, is somebody's first name.
fn after_title(scan: &Scan, i: usize, before: &[Item]) -> bool {
    let title = match before.last().map(|b| &b.what) {
        Some(What::Honorific { .. } | What::Rank) => true,
        Some(What::Office(o)) => o.bare && o.state.is_none(),
        _ => false,
    };
    let token = &scan.text.tokens[i];
    scan.pack.features.capitals_alone()
        && title
        && token.capital
        && !token.shout
        && unknown_capital(scan, i + 1)
}

/// A word with a capital, on the same line, that no list of the pack has.
fn unknown_capital(scan: &Scan, k: usize) -> bool {
    let token = scan.text.tokens.get(k);
    token.is_some_and(|t| t.kind == Kind::Word && t.capital && !t.shout && !t.breaks) && scan.unknown(k)
}

/// "Minister Aden Duale": a city right after an office, before an unknown word with a capital, is somebody's first name.
fn city_name(scan: &Scan, i: usize, before: &[Item]) -> bool {
    // "Minister of Health, Aden Duale,".
    let mut back = before.iter().rev();
    let last = back.next().and_then(|b| if b.is_mark(",") { back.next() } else { Some(b) });
    let office = match last.map(|b| &b.what) {
        Some(What::Office(o)) => o.state.is_some() || o.institution.is_some(),
        _ => false,
    };
    let features = &scan.pack.features;
    // "The deputy speaker Dania NAME": a state in no case in which it could be whose office that is.
    let cased = features.cases_and_complement_after();
    let stateless = || {
        scan.best(i, |s| matches!(s, Sense::State { form, .. } if *form != StateForm::Adjective))
            .is_some_and(|m| m.end == i + 1 && m.first.tags & tags::NOM != 0 && m.first.tags & tags::GEN == 0)
    };
    let titled = || matches!(before.last().map(|b| &b.what), Some(What::Office(_)));
    // "The minister of A Zlatibor NAME": whose office it is has been said.
    let told = || {
        let place = |s: &Sense| matches!(s, Sense::State { form: StateForm::City | StateForm::Capital, .. });
        matches!(before.last().map(|b| &b.what), Some(What::Office(o)) if o.state.is_some())
            && scan.best(i, place).is_some_and(|m| m.end == i + 1)
    };
    if cased {
        return titled()
            && (stateless() || told())
            && !scan.text.tokens[i].shout
            && unknown_capital(scan, i + 1);
    }
    office
        && features.capitals_alone()
        && scan.is(i, |s| matches!(s, Sense::State { form: StateForm::City | StateForm::Capital, .. }))
        && !scan.text.tokens[i].shout
        && !scan.possessive(i)
        && unknown_capital(scan, i + 1)
}

/// "аль-Бусаиди": an article written small before the capital of a name that the pack does not know.
pub(super) fn hyphen_capital(scan: &Scan, k: usize) -> bool {
    let Some(token) = scan.text.tokens.get(k).filter(|t| t.kind == Kind::Word && !t.capital) else {
        return false;
    };
    let raw = &scan.text.raw[token.start..token.end];
    // "d'Oliveira", "dell'Aquila": so does one before an apostrophe.
    let (article, name) = raw.split_once(['-', '\'', '’']).unwrap_or((raw, ""));
    (scan.unknown(k) || is_given(scan, k))
        && (article.chars().count() < 4 || scan.pack.lexicon.name_part(article).0)
        && name.chars().next().is_some_and(char::is_uppercase)
        && name.chars().skip(1).any(char::is_lowercase)
}

/// One word with a capital in quotation marks, and a word with a capital behind, where no case tells.
fn nickname(scan: &Scan, k: usize, limit: usize) -> bool {
    let name = |t: usize| {
        scan.text.tokens.get(t).is_some_and(|n| n.kind == Kind::Word && n.capital && !n.breaks && !n.shout)
    };
    k + 3 < limit
        && matches!(scan.mark(k), Some('"' | '“'))
        && scan.pack.features.case.is_empty()
        && matches!(scan.mark(k + 2), Some('"' | '”'))
        && name(k + 1)
        && (name(k + 3) || scan.is(k + 3, |s| matches!(s, Sense::Particle)))
}

/// A name in a script with capitals: a run of capitalised words that mean nothing else.
fn capital_name(scan: &Scan, i: usize, begin: usize, limit: usize, before: &[Item]) -> Option<Item> {
    let first = &scan.text.tokens[i];
    let lead_particle = scan.has(i, kinds::PARTICLE)
        && scan.text.tokens.get(i + 1).is_some_and(|t| t.capital && t.kind == Kind::Word);
    let articled = |k: usize| hyphen_capital(scan, k);
    if !first.capital && !lead_particle && !articled(i) {
        return None;
    }
    // "The XI conference": a numeral begins no name; "Minister of Foreign Affairs II, NAME" is told by order alone.
    let numerals = &scan.pack.features.numerals;
    let roman = || scan.text.folded(i).chars().all(|c| numerals.contains(c));
    let cased = scan.pack.features.cases_and_complement_after();
    if first.shout && cased && !numerals.is_empty() && roman() {
        return None;
    }
    let titled = in_name(before);
    // What stands in quotation marks is a thing's name.
    let quoted = before.iter().rev().take(4).find(|b| b.is_mark("«»“”\"")).is_some_and(|b| {
        b.is_mark("«“") || b.is_mark("\"") && before.iter().filter(|b| b.is_mark("\"")).count() % 2 == 1
    });
    if !scan.pack.features.case.is_empty() && quoted {
        return None;
    }
    let odd_first =
        odd_name(scan, i, begin, before) || city_name(scan, i, before) || after_title(scan, i, before);
    let mut end = i;
    let mut known = false;
    let mut fathered = false;
    while end < limit && end - i < 8 {
        let token = &scan.text.tokens[end];
        // "F.-W. Steinmeier": the initials of a double name.
        let initials = |k: usize| scan.text.tokens.get(k).is_some_and(|t| t.initial && t.glued);
        if end == i + 1 && first.initial && scan.mark(end) == Some('-') && initials(end + 1) {
            end += 2;
            continue;
        }
        // "Ferdinand "Bongbong" Marcos": what people call him, between the parts of his name.
        if end > i && nickname(scan, end, limit) {
            end += 3;
            known = true;
            continue;
        }
        if end > i && token.breaks || token.kind != Kind::Word {
            break;
        }
        // "A-ACC B [received]": a surname in a case ends a name, and begins none, where only the last word of a name bears one.
        if end == i + 1 && token.capital && scan.pack.features.complement_before {
            let surname = scan.text.folded(i);
            let oblique = scan.pack.lexicon.name_case(surname) & tags::CASES & !tags::NOM != 0;
            let bears = || oblique || scan.ending(i) & tags::CASES & !tags::NOM != 0;
            if bears() && scan.pack.leaders.surname_in_case(scan.pack, surname) {
                break;
            }
        }
        let given = is_given(scan, end);
        let particle = scan.is(end, |s| matches!(s, Sense::Particle));
        if articled(end) {
            end += 1;
            continue;
        }
        if !token.capital {
            // "Nurlanbek Turgunbek uulu": whose son or daughter somebody is ends the name.
            if end > i + 1 && scan.word(end, "patronymic").is_some() {
                end += 1;
                fathered = true;
                break;
            }
            // "de la Cruz", "von der Leyen": one particle or two, then a name.
            let small = |k: usize| {
                scan.is(k, |s| matches!(s, Sense::Particle))
                    && !scan.is(k, |s| matches!(s, Sense::Word { .. } | Sense::Common))
            };
            let next = end + 1 + usize::from(end + 1 < limit && small(end + 1));
            // "Мұхаммед бен Салман": a particle that is also "and" joins a lone given name to his father's.
            let fathers = particle
                && scan.word(end, "and").is_some()
                && end > i
                && end < i + 4
                && (is_given(scan, end - 1) || is_given(scan, end + 1))
                && scan.pack.lexicon.name_case(scan.text.folded(end - 1)) == 0;
            let joins = end > i
                && (small(end) || fathers)
                && next < limit
                && scan.text.tokens.get(next).is_some_and(|t| t.capital && t.kind == Kind::Word && !t.breaks);
            if !(joins || (lead_particle && end == i)) {
                break;
            }
            end += 1;
            continue;
        }
        if scan.possessive(end) {
            break;
        }
        // "Miguel A. Correa", "Md. Jashim Uddin": an initial, or a shortened part with its point, inside a name.
        let goes_on = |k: usize| {
            scan.text
                .tokens
                .get(k)
                .is_some_and(|t| t.capital && !t.breaks && t.kind == Kind::Word && k < limit)
        };
        if end > i && token.initial && scan.pack.features.case.is_empty() && goes_on(end + 1) {
            end += 1;
            continue;
        }
        if scan.text.folded(end).chars().count() <= 3
            && scan.mark(end + 1) == Some('.')
            && scan.text.tokens[end + 1].glued
            && (given || particle || scan.unknown(end))
            && goes_on(end + 2)
            // "Ts.Batbold", as one word.
            && (end > i || titled || scan.text.tokens[end + 2].glued)
        {
            end += 2;
            continue;
        }
        // "The Grand Hotel": people have no article.
        let article = scan.pack.features.case.is_empty()
            && end > i
            && i > 0
            && scan.word(i - 1, "determiner").is_some();
        let other = scan.matches[end].iter().any(|m| {
            matches!(
                scan.sense(m),
                Sense::State { .. }
                    | Sense::Organisation { .. }
                    | Sense::Office { .. }
                    | Sense::Modifier { .. }
                    | Sense::Ministry
                    | Sense::Institution { .. }
                    | Sense::Portfolio { .. }
                    | Sense::Honorific { .. }
                    | Sense::Rank { .. }
                    | Sense::Month { .. }
                    | Sense::Weekday { .. }
                    | Sense::Relative { .. }
                    | Sense::Both
                    | Sense::Side
                    | Sense::Attendance { .. }
                    | Sense::Counterpart
                    | Sense::Trigger { .. }
                    | Sense::Common
                    | Sense::Word { .. }
                    | Sense::Unit { .. }
            ) && (article
                || !matches!(scan.sense(m), Sense::Word { work, .. } if work == "region" || work == "building"))
        });
        let unit = end > i
            && !token.shout
            && scan.matches[end]
                .iter()
                .all(|m| matches!(scan.sense(m), Sense::Unit { .. } | Sense::Magnitude { .. }));
        // "Muhammad Shehbaz Sharif": a title that closes a name is part of it.
        let closes = end > i
            && !token.shout
            && !goes_on(end + 1)
            && scan.matches[end]
                .iter()
                .all(|m| m.end == end + 1 && matches!(scan.sense(m), Sense::Honorific { .. }));
        let surname = end == i
            && scan.best(i, |s| matches!(s, Sense::Honorific { .. })).is_some_and(|m| surname_like(scan, &m));
        // "Hossein Amir-…": a title in the middle of a name that has begun with a given name is part of it.
        let middle = end == i + 1
            && scan.pack.features.complement_before
            && !token.shout
            && is_given(scan, i)
            && goes_on(end + 1)
            && (scan.unknown(end + 1) || is_given(scan, end + 1))
            && scan.matches[end].iter().all(|m| {
                m.end == end + 1 && matches!(scan.sense(m), Sense::Honorific { .. } | Sense::Office { .. })
            });
        // "Mohamad bin Haji Hasan", "Zaw Tun Aung": so is what else is a title, inside a name.
        let within = end > i
            && !scan.pack.features.complement_before
            && !token.shout
            && goes_on(end + 1)
            && (scan.is(end - 1, |s| matches!(s, Sense::Particle))
                || scan.unknown(end + 1)
                || is_given(scan, end + 1))
            && scan.matches[end].iter().all(|m| {
                m.end == end + 1 && matches!(scan.sense(m), Sense::Honorific { kind } if *kind == "civil")
            });
        let inside = particle && end > i || odd_first && end == i || surname || middle || within;
        let other = other && !unit && !closes && !inside;
        if other && !given {
            // "King Salman [of] Kazakhstan minister": where complements stand first, a state before an office is whose it is.
            let owns = scan.pack.features.complement_before
                && scan.is(end + 1, |s| {
                    matches!(
                        s,
                        Sense::Office { .. }
                            | Sense::Modifier { .. }
                            | Sense::Ministry
                            | Sense::Institution { .. }
                            | Sense::Portfolio { .. }
                    )
                });
            // Inside a name that has begun with a given name a surname may look like another word.
            let surname = end == i + 1
                && is_given(scan, i)
                && !owns
                && !scan.is(end, |s| matches!(s, Sense::Common | Sense::Word { .. } | Sense::Trigger { .. }))
                && scan.matches[end].iter().all(|m| {
                    matches!(
                        scan.sense(m),
                        Sense::State {
                            form: StateForm::City | StateForm::Name | StateForm::Capital | StateForm::People,
                            ..
                        } | Sense::Topic { .. }
                            | Sense::Rank { .. }
                            | Sense::Office { .. }
                            | Sense::Month { .. }
                    )
                });
            // "Samantha Power": inside a text a capital after a given name goes on with the name; after an office or a title
            // ("Ambassador Chen Song") it does so whatever the first name is.
            let set_off = before.last().is_some_and(|b| b.is_mark(","))
                && before.iter().rev().nth(1).is_some_and(|b| matches!(b.what, What::Office(_)));
            let titled = titled || set_off && scan.pack.features.case.is_empty();
            let opens = is_given(scan, i)
                || titled && scan.pack.features.case.is_empty() && !goes_on(end + 1) && scan.unknown(i);
            // "Kim Hee Sang": so does one after a second short part.
            let short = |k: usize| scan.text.folded(k).chars().count() < 5 && scan.text.tokens[k].capital;
            let syllables = scan.pack.features.complement_before && (i..=end).all(short) && scan.unknown(i);
            let opens = opens || titled && syllables;
            let plain = (end == i + 1 || end == i + 2 && short(i) && short(i + 1))
                && scan.text.field == crate::model::Field::Text
                && opens
                && scan.matches[i]
                    .iter()
                    .all(|m| matches!(scan.sense(m), Sense::Given | Sense::Compound | Sense::Particle))
                && !token.shout
                && scan.matches[end].iter().all(|m| {
                    m.end == end + 1
                        && match scan.sense(m) {
                            Sense::Common
                            | Sense::Topic { .. }
                            | Sense::Claim { .. }
                            | Sense::Trigger { .. }
                            | Sense::Unit { .. }
                            | Sense::Number { .. } => true,
                            Sense::Word { work, .. } => titled && matches!(work.as_str(), "film" | "sport"),
                            Sense::Portfolio { .. } | Sense::Institution { .. } => {
                                titled && !is_given(scan, i)
                            }
                            _ => false,
                        }
                });
            // "Dewa Made Juniarta": inside a text so does one before another part of a name; where nouns have cases and titles
            // are written small it does anywhere.
            let between = end > i
                && (cased
                    || scan.pack.features.case.is_empty() && scan.text.field == crate::model::Field::Text)
                && scan.pack.features.capitals
                && !token.shout
                && goes_on(end + 1)
                && !scan.text.tokens[end + 1].shout
                && (scan.unknown(end + 1) || is_given(scan, end + 1))
                && scan.matches[end].iter().all(|m| {
                    m.end == end + 1
                        && match scan.sense(m) {
                            Sense::Common
                            | Sense::Topic { .. }
                            | Sense::Claim { .. }
                            | Sense::Trigger { .. } => true,
                            // "Lee Do Hoon": nor a preposition.
                            Sense::Word { work, .. } => cased || matches!(work.as_str(), "film" | "sport"),
                            // "Edward Omane Boamah": two capitals around it say that it is no state.
                            Sense::State { form, .. } => {
                                cased && *form != StateForm::Adjective && m.first.tags & tags::GEN == 0
                            }
                            _ => false,
                        }
                });
            // "Premier Nyo Saw": where titles are written small, the last of two short parts may look like a small word.
            let last = titled
                && cased
                && scan.pack.features.capitals
                && end == i + 1
                && scan.text.field == crate::model::Field::Text
                && !token.shout
                && !goes_on(end + 1)
                && short(i)
                && short(end)
                && scan.unknown(i)
                && scan.matches[end]
                    .iter()
                    .all(|m| m.end == end + 1 && matches!(scan.sense(m), Sense::Word { .. } | Sense::Common));
            if !surname && !plain && !between && !last {
                break;
            }
        }
        // A longer phrase that begins here (a state of two words) is no part of a name.
        if end > i
            && scan.matches[end].iter().any(|m| {
                m.end > end + 1
                    && matches!(
                        scan.sense(m),
                        Sense::State { .. } | Sense::Organisation { .. } | Sense::Institution { .. }
                    )
            })
        {
            break;
        }
        // "A B C D received": where verbs end clauses, a leader's whole name begins another name.
        if scan.pack.features.complement_before
            && end > i + 1
            && scan.matches.kinds(end) & kinds::LEADER != 0
            && whole_leader(scan, end, limit, &[]).is_some()
        {
            break;
        }
        // An acronym before a name is none of its parts; a surname in a case ends it.
        if !scan.pack.features.case.is_empty() {
            let next_plain = scan
                .text
                .tokens
                .get(end + 1)
                .is_some_and(|t| t.capital && !t.shout && t.kind == Kind::Word && !t.breaks);
            // "XVI", and with the case written after a hyphen.
            let figure = scan.text.folded(end).split('-').next().unwrap_or_default();
            let numeral = figure.chars().all(|c| scan.pack.features.numerals.contains(c));
            // "[Of] West Cape the province": an ordinary word that opens the name of a region names nobody.
            let of_region = |k: usize| {
                scan.pack.features.complement_before
                    && scan.word(k, "region").is_some()
                    && !scan.text.tokens[k].capital
                    && scan.ending(k) & tags::POSS != 0
            };
            if end == i + 1
                && of_region(end + 1)
                && !is_given(scan, i)
                && scan.is(i, |s| matches!(s, Sense::Common))
            {
                return None;
            }
            if end > i
                && (token.initial && scan.text.tokens[i].initial && !scan.text.tokens[end - 1].initial
                    // "A's region", and not "the region's head" after a surname.
                    || of_region(end + 1))
            {
                break;
            }
            // "[The one in Nairobi]" and "[in his post]" describe another noun; a surname that tells it is one ends a name.
            if scan.pack.features.complement_before && end > i && scan.unknown(end) {
                let tail = scan.ending(end);
                let inside = tags::LOC | tags::POSS;
                let whole = end > i + 1
                    && !particle
                    && scan.pack.lexicon.name_case(scan.text.folded(end - 1)) == tags::NOM;
                if tail & tags::ATTR != 0 || tail & inside == inside || whole {
                    break;
                }
            }
            if end == i && token.shout && next_plain && !given && !numeral
                || end > i && token.shout && !numeral && scan.text.folded(end).contains('-')
            {
                break;
            }
            let ended = tags::GEN | tags::DAT | tags::ACC | tags::INS | tags::ABL | tags::LOC;
            if end > i + 1
                && (scan.text.folded(end - 1).chars().count() > 6
                    && scan.unknown(end - 1)
                    && name_tail(scan, end - 1) & ended != 0
                    // "[With] Petr Pavel [in] X": so does a given name that closes it in a case.
                    || given_in_case(scan, end - 1, ended))
            {
                break;
            }
        }
        // "A B [met]": behind a surname that everybody knows, one in a case is another's.
        if scan.pack.features.complement_before
            && end > i
            && !is_given(scan, end - 1)
            && leader(scan, end - 1).is_some()
            && leader_in_case(scan, end)
        {
            break;
        }
        // "A. B [at the] Kisumu harbour": after an initial and a surname, what a possessed noun or letters follow names a place.
        let named = |k: usize| {
            scan.text.tokens.get(k).is_some_and(|t| {
                t.shout || !t.capital && t.kind == Kind::Word && scan.ending(k) & tags::POSS != 0
            })
        };
        if scan.pack.features.complement_before
            && end > i + 1
            && scan.text.tokens[i].initial
            && !scan.text.tokens[end - 1].initial
            && !token.initial
            && !particle
            && !scan.is(end - 1, |s| matches!(s, Sense::Particle | Sense::Compound))
            && named(end + 1)
        {
            break;
        }
        // "B [met] C D" of a title, where the first is named by his surname alone.
        let word = |k: usize| {
            scan.text.tokens.get(k).is_some_and(|t| t.capital && t.kind == Kind::Word && !t.breaks)
        };
        if scan.pack.features.complement_before
            && scan.text.field == crate::model::Field::Title
            && end == i + 1
            && given
            && !is_given(scan, i)
            && scan.unknown(i)
            && !scan.text.tokens[i].initial
            && word(end + 1)
            && scan.ending(i) & tags::CASES == 0
            && (end + 1..end + 3).any(|k| {
                word(k) && scan.unknown(k) && scan.ending(k) & (tags::ACC | tags::INS | tags::DAT) != 0
            })
        {
            break;
        }
        // "A B [met] C D": where the object stands before the verb, a given name after a surname begins another name.
        if scan.pack.features.complement_before
            && end > i + 1
            && given
            && (is_given(scan, i) || scan.text.tokens[i].initial)
            && !is_given(scan, end - 1)
            && scan.unknown(end - 1)
            && !scan.is(end - 1, |s| matches!(s, Sense::Particle | Sense::Compound))
            && scan.text.tokens.get(end + 1).is_some_and(|t| t.capital && t.kind == Kind::Word)
        {
            break;
        }
        // "[Of] A B C D [arrived]": a given name in another case begins another name.
        if !scan.pack.features.case.is_empty()
            && !scan.pack.features.complement_before
            && end > i + 1
            && given
            && !is_given(scan, end - 1)
            && scan.text.tokens[end - 1].capital
            && goes_on(end + 1)
        {
            let (before, here) = (name_case(scan, i..end), name_case(scan, end..end + 1));
            if before != 0 && here != 0 && before & here == 0 {
                break;
            }
        }
        if other
            && given
            && end == i
            && !titled
            && scan.is(end, |s| matches!(s, Sense::State { .. } | Sense::Organisation { .. }))
        {
            break;
        }
        known |= given;
        end += 1;
    }
    // "NAME Jr. of A": the full stop that shortens the last part is of the name.
    let shortened = end > i + 1
        && end < limit
        && scan.mark(end) == Some('.')
        && scan.text.tokens[end].glued
        && scan.text.folded(end - 1).chars().count() > 1
        && scan.pack.lexicon.abbreviates(scan.text.folded(end - 1), false);
    // A particle never ends a name.
    while end > i && !fathered && !scan.text.tokens[end - 1].capital && !articled(end - 1) {
        end -= 1;
    }
    let n = end - i;
    if n == 0 {
        return None;
    }
    let sentence_start = i == begin || before.last().is_some_and(|b| b.is_mark("«\"“:—–-"));
    // An unknown capitalised word alone may be the surname of somebody named in full elsewhere.
    let only_given = sentence_start
        && scan.matches[i]
            .iter()
            .all(|m| matches!(scan.sense(m), Sense::Given | Sense::Compound | Sense::Particle));
    let surname =
        scan.best(i, |s| matches!(s, Sense::Honorific { .. })).is_some_and(|m| surname_like(scan, &m));
    let lone_ok = titled
        || surname
        || (known && (!sentence_start || only_given))
        || (scan.unknown(i) && !scan.text.tokens[i].shout);
    if n == 1 && !lone_ok {
        return None;
    }
    if n == 1 && !scan.pack.features.case.is_empty() && scan.text.tokens[i].shout && scan.unknown(i) {
        return None;
    }
    if n == 1 && (scan.text.tokens[i].initial || scan.text.folded(i).chars().count() < 2) {
        return None;
    }
    let whole =
        scan.matches[end - 1].iter().any(|m| m.first.strips == 0 && matches!(scan.sense(m), Sense::Given));
    let case = last_case(scan, i..end, whole);
    Some(Item {
        start: i,
        end: end + usize::from(shortened),
        begin: scan.text.tokens[i].start,
        what: What::Name { known: n > 1 || known && !sentence_start },
        marker: 0,
        and: false,
        tags: case,
        first_tags: 0,
    })
}

/// The case of a name with capitals; `whole` when its last part is known to stand as it is listed.
fn last_case(scan: &Scan, parts: Range<usize>, whole: bool) -> u32 {
    let last = parts.end - 1;
    if scan.pack.features.cases_and_complement_after() {
        return name_case(scan, parts);
    }
    let told = if whole { 0 } else { name_tail(scan, last) };
    // "Van I-men": a family name of one or two letters has its ending too.
    let told = if told == 0 && !whole && parts.len() > 1 && scan.unknown(last) {
        scan.pack.lexicon.short_tail_tags(scan.text.folded(last))
    } else {
        told
    };
    let told = told | scan.matches[last].first().filter(|_| !whole).map_or(0, |m| m.last_tags);
    // "Hasan Baydan [met] the minister of": an unknown surname that ends as in the case of place is in none, nor is one that
    // ends as in the ablative right before a capital.
    let unsure = parts.len() > 1 && !whole && scan.unknown(last);
    let next = scan.text.tokens.get(last + 1).is_some_and(|t| t.capital && !t.breaks);
    let next = next && !stem_is_known(scan, last);
    match () {
        () if unsure && told & tags::LOC != 0 => told & !tags::LOC,
        () if unsure && next => told & !tags::ABL,
        () => told,
    }
}

/// "[A letter came] from Karim [to the president of]": without its ending the word is a leader's surname, or stands elsewhere
/// in the text.
fn stem_is_known(scan: &Scan, t: usize) -> bool {
    let form = scan.text.folded(t);
    let lexicon = &scan.pack.lexicon;
    let ablative = |at: usize| lexicon.suffixes.get(&form[at..]).is_some_and(|told| told & tags::ABL != 0);
    form.char_indices().map(|(at, _)| at).skip(2).filter(|&at| ablative(at)).any(|at| {
        let stem = &form[..at];
        lexicon.openings.surname(stem) || (0..scan.text.tokens.len()).any(|k| scan.text.folded(k) == stem)
    })
}

/// The marks by the ending of an unknown part of a name. Nobody's name is somebody's: what looks like the accusative or dative
/// of a possessed noun belongs to the name itself, unless the pack lists it among the endings of names (one's son, daughter).
fn name_tail(scan: &Scan, t: usize) -> u32 {
    let tail = scan.ending(t);
    let own =
        tail & tags::POSS != 0 && scan.unknown(t) && scan.pack.lexicon.name_case(scan.text.folded(t)) == 0;
    if own { tail & !(tags::POSS | tags::ACC | tags::DAT) } else { tail }
}

/// The cases that every part of a name may stand in; a part that does not tell fits all.
fn name_case(scan: &Scan, parts: Range<usize>) -> u32 {
    let mut all = 0;
    for t in parts {
        let given =
            scan.matches[t].iter().filter(|m| m.end == t + 1 && matches!(scan.sense(m), Sense::Given));
        let mut one = given.fold(0, |tags, m| tags | m.last_tags & tags::CASES);
        if scan.unknown(t) {
            one = scan.pack.lexicon.name_case(scan.text.folded(t));
        }
        all = match (all, one) {
            (all, 0) => all,
            (0, one) => one,
            (all, one) if all & one == 0 => return 0,
            (all, one) => all & one,
        };
    }
    all
}

/// "The ambassador [in the] morning of today": a given name that is also a time of the day, before a day.
fn hour(scan: &Scan, i: usize) -> bool {
    scan.is(i, |s| matches!(s, Sense::Common))
        && scan.is(i + 1, |s| matches!(s, Sense::Relative { .. } | Sense::Weekday { .. }))
}

/// "Minister NAME NAME [on] Thursday": a given name with the article that is also a weekday, behind a whole name.
fn on_day(scan: &Scan, i: usize) -> bool {
    scan.has_article()
        && scan
            .best(i, |s| matches!(s, Sense::Weekday { .. }))
            .is_some_and(|m| m.last_tags & tags::DEFINITE != 0)
}

/// The first letter is folded to another when words are compared: no article is written so.
pub(super) fn hamza_first(scan: &Scan, i: usize) -> bool {
    let word = &scan.text.raw[scan.text.tokens[i].start..scan.text.tokens[i].end];
    word.chars().next() != scan.text.folded(i).chars().next()
}

/// A name in a script without capitals: after a title, or begun by a given name, up to the first word that is another thing.
fn open_name(scan: &Scan, i: usize, limit: usize, before: &[Item]) -> Option<Item> {
    let titled = in_name(before) || elliptic_office(before).is_some();
    let given = scan.best_of(i, kinds::NAME).map(|m| m.first);
    // What tells a consequence stands before no name: it is the name's own letter.
    let given = given.map(|a| if a.tags & tags::THEN != 0 { Analysis { cut: 0, tags: 0, ..a } } else { a });
    let unknown = scan.unknown(i) || scan.pack.features.order == "vso" && bent_particle(scan, i);
    // After a verb an unknown word may be the surname of somebody named in full elsewhere.
    let after_verb = || {
        let verb =
            |b: &Item| matches!(b.what, What::Trigger(_)) || b.is_word("saying") || b.is_word("auxiliary");
        before.last().is_some_and(verb)
    };
    let led = || before.last().is_some_and(|b| b.is_word("with") || b.is_word("between"));
    // Most words are known, and no names.
    if !titled && !unknown && given.is_none() {
        let again = son_again(scan, i, limit) && (after_verb() || led());
        return again.then(|| Item { end: i + 2, ..plain(scan, i, What::Name { known: false }) });
    }
    let after_verb = after_verb();
    let styled = || matches!(before.last().map(|b| &b.what), Some(What::Honorific { .. }));
    if given.is_some() && (hour(scan, i) && !styled() || on_day(scan, i) && !is_given(scan, i + 1)) {
        return None;
    }
    // A leader whom everybody knows by the surname.
    if !titled
        && unknown
        && let Some(a) = leader(scan, i)
    {
        return Some(Item {
            start: i,
            end: i + 1,
            begin: scan.begin_cut(i, a.cut, a.tags),
            what: What::Name { known: true },
            marker: a.marker,
            and: a.tags & tags::AND != 0,
            tags: 0,
            first_tags: a.tags,
        });
    }
    let timed = behind_time(scan, i, limit, before);
    let listed = before.last().is_some_and(|b| {
        b.is_mark(",:;-–")
            || matches!(b.what, What::Attendance { .. } | What::Side | What::Own { .. })
            || b.is_word("list")
            || b.is_word("and")
    }) || timed
        || matches!(before, [.., a, b] if matches!(b.what, What::State { .. }) && matches!(a.what, What::Side));
    // A name that begins with the article begins one only after a title.
    let given = given.filter(|a| titled || a.tags & tags::DEFINITE == 0);
    // "The commander of the armed forces the-Arab the-Libyan": adjectives go on with the office.
    if given.is_some_and(|a| a.tags & tags::DEFINITE != 0)
        && after_institution(scan, i, before)
        && scan.is(i + 1, |s| matches!(s, Sense::State { form: StateForm::Adjective, .. }))
    {
        return None;
    }
    // "SURNAME receives …": what a headline begins with before a verb may be the surname of somebody in its text.
    let heads = scan.text.field == crate::model::Field::Title
        && before.iter().all(|b| matches!(b.what, What::Mark(_)))
        && scan.is(i + 1, |s| {
            matches!(s, Sense::Trigger { form: TriggerForm::Present | TriggerForm::Past, .. })
        });
    // "Met UNKNOWN SURNAME": before the surname of a leader it is his given name.
    let before_surname = unknown
        && after_verb
        && i + 1 < limit
        && scan.unknown(i + 1)
        && !scan.text.tokens[i + 1].breaks
        && leader(scan, i + 1).is_some_and(|a| a.cut == 0);
    if before_surname || given.is_none() && unknown && (after_verb || heads) && !titled {
        return Some(Item {
            start: i,
            end: i + 1 + usize::from(before_surname),
            begin: scan.text.tokens[i].start,
            what: What::Name { known: before_surname },
            marker: 0,
            and: false,
            tags: 0,
            first_tags: 0,
        });
    }
    // "NAME SURNAME met …. SURNAME then received": told in full before.
    let again = |doubtful: bool| {
        let told = !titled && (after_verb || led()) && told_in_full(scan, i, doubtful);
        told.then(|| plain(scan, i, What::Name { known: false }))
    };
    // "NAME, secretary-general of X [discussed] the situation": whose office it is stands before it.
    let held = matches!(before, [.., n, o] if matches!(n.what, What::Name { .. }) && matches!(o.what, What::Office(_)));
    let word = titled && !held && (looks_like_word(scan, i, limit) || syllable(scan, i, limit, before));
    if given.is_none() && !((titled || listed) && unknown) && !word {
        return again(false);
    }
    // "CITY – AGENCY: demanded the minister of": what opens the text before an office is its verb.
    let opens = scan.has_article()
        && scan.text.field == crate::model::Field::Text
        && before.len() < 14
        && before.last().is_some_and(|b| b.is_mark(":-–—"))
        && before.first().is_some_and(Item::is_city)
        && !before.iter().any(|b| matches!(b.what, What::Trigger(_) | What::Attendance { .. }));
    // An ordinary word that is also a given name needs a title, a list or another part of a name.
    let doubtful = given.is_some()
        && !titled
        && (!listed || opens)
        && !joins_present(scan, i, before)
        && scan.is(i, |s| {
            matches!(s, Sense::Common | Sense::Topic { .. } | Sense::Trigger { .. } | Sense::Word { .. })
        });
    if doubtful && !scan.is(i + 1, |s| matches!(s, Sense::Given | Sense::Particle | Sense::Compound)) {
        return again(true);
    }
    // "To reprimand them": what a preposition begins and a pronoun ends is no name.
    let purpose = || {
        let form = scan.text.folded(i);
        let to = |p: &(u8, u32, u8)| scan.pack.lexicon.marker_name(p.2) == Some("to");
        scan.pack.features.is_plainly_owned(form) && scan.pack.lexicon.possible_prefixes(form).iter().any(to)
    };
    if unknown && purpose() {
        return None;
    }
    // "For the …" after an office goes on with it.
    if unknown
        && !hamza_first(scan, i)
        && scan.pack.lexicon.may_carry(scan.text.folded(i), tags::DEFINITE, true)
    {
        return None;
    }
    // What is attached before the first word.
    let attached: Option<Analysis> = match given {
        Some(a) => Some(a),
        None if unknown => {
            let prefixes = scan.pack.lexicon.possible_prefixes(scan.text.folded(i));
            let and = prefixes.iter().find(|p| joins(p.1));
            // "The minister of A, NAME": no list where nobody was named yet.
            let apposed = match before {
                [rest @ .., office, comma] => {
                    comma.is_mark(",")
                        && matches!(&office.what, What::Office(o) if o.number == NounNumber::One && !o.bare)
                        && !rest.last().is_some_and(|n| matches!(n.what, What::Name { .. }) || n.is_mark(","))
                }
                _ => false,
            };
            and.filter(|_| listed && !titled && !apposed).map(|&(cut, t, marker)| Analysis {
                tags: t,
                marker,
                cut,
                strips: 1,
                ..Analysis::default()
            })
        }
        None => None,
    };
    let mut end = i + 1;
    let mut needs_next =
        scan.is(i, |s| matches!(s, Sense::Compound)) && !scan.is(i, |s| matches!(s, Sense::Given));
    let mut sure = given.is_some();
    let mut unknowns = usize::from(unknown);
    while end < limit && end - i < 9 {
        let token = &scan.text.tokens[end];
        if token.breaks || token.kind != Kind::Word {
            break;
        }
        let list = &scan.matches[end];
        // "NAME and his wife NAME".
        let kin = |m: &Match| matches!(scan.sense(m), Sense::Honorific { kind } if *kind == "kin");
        if list.iter().any(kin) {
            break;
        }
        // "Al-" behind a preposition begins no given name: a surname of foreign letters.
        let alike = |m: &Match| {
            m.first.marker != 0 && m.first.tags & tags::DEFINITE != 0 && matches!(scan.sense(m), Sense::Given)
        };
        if list.iter().all(alike) {
            // An unknown word goes on unless it clearly begins something: a conjunction before an unknown word after two parts.
            let form = scan.text.folded(end);
            let and = scan.pack.lexicon.may_carry(form, tags::AND, false);
            if and && leader(scan, end).is_some_and(|a| a.tags & tags::AND != 0) {
                break;
            }
            if titled && list.is_empty() && (whole_already(scan, i..end) || ended(scan, i, end)) {
                break;
            }
            if end > i + 1 && list.is_empty() && owned_noun(scan, end) {
                break;
            }
            if and && end - i >= 2 && !needs_next {
                let rest_known = next_is_office_or_mark(scan, end + 1, limit);
                if rest_known {
                    break;
                }
            }
            unknowns += 1;
            end += 1;
            needs_next = false;
            continue;
        }
        let least =
            list.iter().filter(|m| !matches!(scan.sense(m), Sense::Given)).map(|m| m.first.strips).min();
        // "NAME [accused] Turkiya": with an ending like a given name, without one a state.
        let land = |m: &Match| {
            m.first.tags & tags::INFLECTED == 0
                && matches!(scan.sense(m), Sense::State { form: StateForm::Name, .. })
        };
        let part = list.iter().find(|m| match scan.sense(m) {
            Sense::Given => {
                m.first.tags & tags::AND == 0
                    && m.first.marker == 0
                    && (m.first.tags & tags::INFLECTED == 0 || !list.iter().any(land))
                    && least.is_none_or(|l| m.first.strips <= l)
            }
            Sense::Compound | Sense::Particle => m.first.strips == 0,
            _ => false,
        });
        if part.is_some()
            && !needs_next
            && scan.is(end, |s| matches!(s, Sense::Office { .. } | Sense::Modifier { before: true, .. }))
            && office_at(scan, end, limit).is_some_and(|o| {
                // "NAME the-emir-of the-country": an office of several words with the article is none of its parts.
                let phrase = o.end > end + 1 && o.last_tags & tags::DEFINITE != 0 && end > i + 1;
                phrase || !(o.bare || scan.has_article() && hollow(&o))
            })
        {
            break;
        }
        // "NAME al-Sayyid NAME": a title between a given name and the next is one of its parts.
        let first_part = 1 + usize::from(scan.is(i, |s| matches!(s, Sense::Compound)));
        if end == i + first_part
            && titled
            && (sure || unknown)
            && list.iter().any(|m| {
                m.end == end + 1
                    && m.first.tags & tags::AND == 0
                    && matches!(scan.sense(m), Sense::Honorific { kind } if matches!(kind.as_str(), "civil" | "religious" | "style"))
            })
            && scan.text.tokens.get(end + 1).is_some_and(|t| t.kind == Kind::Word && !t.breaks)
            && end + 1 < limit
            && (scan.unknown(end + 1) || is_given(scan, end + 1))
        {
            needs_next = scan.is(end + 1, |s| matches!(s, Sense::Compound));
            end += 2;
            continue;
        }
        if part.is_some() && (hour(scan, end) || end > i + 1 && !needs_next && on_day(scan, end)) {
            break;
        }
        // "NAME on the margins": a preposition that is written like a given name goes on only before another part.
        if part.is_some() && small_word(scan, end) && !names_next(scan, end + 1, limit) {
            break;
        }
        // "Said NAME NAME that", "that NAME NAME met": what else the word may be ends no whole name.
        if scan.has_article() && end > i + 1 && !needs_next && goes_on(scan, end, part.is_some()) {
            break;
        }
        // "Ambassador Adam al-Mulla [presented]": a title with the article behind a lone given name, before nobody else.
        if end == i + 1
            && titled
            && sure
            && part.is_none()
            && scan.text.tokens.get(end + 1).is_some_and(|t| {
                !t.breaks && (t.kind == Kind::Word && !scan.unknown(end + 1) || scan.mark(end + 1).is_some())
            })
            && !scan.is(end + 1, |s| {
                matches!(s, Sense::Given | Sense::Compound | Sense::Particle | Sense::Honorific { .. } | Sense::Rank { .. })
            })
            && list.iter().all(|m| {
                m.end == end + 1
                    && m.first.tags & tags::DEFINITE != 0
                    && m.first.tags & tags::AND == 0
                    && m.first.marker == 0
                    && (family_like(scan.sense(m)) || matches!(scan.sense(m), Sense::Honorific { kind } if matches!(kind.as_str(), "civil" | "religious" | "profession")))
            })
            && list.iter().any(|m| matches!(scan.sense(m), Sense::Honorific { .. }))
        {
            end += 1;
            break;
        }
        // "NAME bin NAME al-Title, the speaker": a title with the article that ends the name.
        if end > i + 1
            && titled | sure
            && part.is_none()
            && next_is_office(scan, end + 1, limit)
            && list.iter().all(|m| {
                m.end == end + 1
                    && m.first.tags & tags::DEFINITE != 0
                    && m.first.tags & tags::AND == 0
                    && m.first.marker == 0
                    && matches!(scan.sense(m), Sense::Honorific { kind } if matches!(kind.as_str(), "civil" | "religious" | "profession"))
            })
        {
            end += 1;
            break;
        }
        // "NAME [visited] Islamabad": a city of two words of which the first is a name.
        let city = |m: &Match| m.end > end + 1 && matches!(scan.sense(m), Sense::State { .. });
        if list.iter().any(city) && end > i + 1 {
            break;
        }
        let also_word = |m: &Match| m.first.strips == 0 && is_weak(scan.sense(m));
        if part.is_some() && titled && list.iter().any(also_word) && whole_already(scan, i..end) {
            break;
        }
        if let Some(m) = part {
            needs_next = matches!(scan.sense(m), Sense::Compound | Sense::Particle)
                && !scan.is(end, |s| matches!(s, Sense::Given));
            sure |= matches!(scan.sense(m), Sense::Given);
            end += 1;
            continue;
        }
        // "NAME Teacher NAME": an ordinary word without the article between two parts of a name.
        let ordinary = |m: &Match| m.first.strips == 0 && m.end == end + 1 && family_like(scan.sense(m));
        let part_next = scan.matches.get(end + 1).is_some_and(|next| {
            next.iter()
                .any(|m| m.first.strips == 0 && matches!(scan.sense(m), Sense::Given | Sense::Compound))
        });
        // "NAME Asghar UNKNOWN,": before the last word of the name, of which nothing is known.
        let last_next = || {
            scan.has_article()
                && list.iter().all(|m| matches!(scan.sense(m), Sense::Common))
                && scan.unknown(end + 1)
                && !scan.text.tokens[end + 1].breaks
                && scan.text.tokens[end + 1].kind == Kind::Word
                && next_is_office_or_mark(scan, end + 2, limit)
        };
        let between = titled && sure && end == i + 1 && end + 1 < limit && list.iter().all(ordinary);
        if between && (part_next || last_next()) {
            end += 1;
            continue;
        }
        let plain_first = list.iter().all(|m| m.first.tags & tags::AND == 0 && m.first.marker == 0);
        // "Described ambassador al-Surname the visit as": behind a surname alone, what a preposition follows is an object.
        let object = |k: usize| {
            !sure
                && scan.is(k, |s| matches!(s, Sense::Trigger { .. } | Sense::Topic { .. } | Sense::Common))
                && scan.is(k + 1, |s| matches!(s, Sense::Word { work, .. } if LINKS.contains(&work.as_str())))
        };
        let definite = list.iter().any(|m| m.first.tags & tags::DEFINITE != 0);
        // "NAME al-Nur": with the article what else begins a name of two words ends one.
        let family_name = |m: &Match| {
            family_like(scan.sense(m))
                || m.first.tags & tags::DEFINITE != 0 && matches!(scan.sense(m), Sense::Compound)
        };
        let family = plain_first
            && list.iter().all(|m| m.end == end + 1)
            && (needs_next
                || (end == i + 1 && definite && list.iter().all(family_name) && !object(end))
                || (end == i + first_part
                    && titled
                    && sure
                    && !definite
                    && !scan.is(end, |s| matches!(s, Sense::Trigger { form: TriggerForm::Present, .. }))
                    && (next_is_office_or_mark(scan, end + 1, limit) || scan.has(end + 1, kinds::TIME | kinds::DAY))
                    && list.iter().all(|m| {
                        family_like(scan.sense(m))
                            || matches!(scan.sense(m), Sense::Word { work, .. } if matches!(work.as_str(), "document" | "commerce"))
                    }))
                // "NAME NAME Suri, member of": before an office and without the article.
                || (end > i + 1
                    && titled
                    && !definite
                    && next_is_office(scan, end + 1, limit)
                    && list.iter().all(|m| matches!(scan.sense(m), Sense::State { form: StateForm::Adjective, .. })))
                || (definite
                    && end > i + 1
                    && scan.is(end - 1, |s| matches!(s, Sense::Particle | Sense::Given))
                    && list.iter().all(|m| {
                        family_name(m) && !matches!(scan.sense(m), Sense::State { .. })
                    }))
                // "Prime minister NAME NAME al-Tunisi": where adjectives follow the office, one after the name is of the name.
                || (definite
                    && titled
                    && end > i + 1
                    && scan.pack.features.adjective_after
                    && list.iter().all(|m| family_like(scan.sense(m)))
                    && scan.is(end, |s| matches!(s, Sense::State { form: StateForm::Adjective, .. }))));
        if !family && titled && end == i + 1 && only_surname(scan, i, limit, before) {
            end += 1;
            continue;
        }
        if !family && titled && foreign_part(scan, i, end, limit) {
            end += 1;
            continue;
        }
        if !family {
            break;
        }
        needs_next = false;
        end += 1;
    }
    let n = end - i;
    if titled && !sure && !named_so(scan, i..end, before, word) {
        return None;
    }
    if needs_next && n == 1 {
        return None;
    }
    let in_list = before.iter().any(|b| {
        matches!(b.what, What::Attendance { .. } | What::Side | What::Own { .. } | What::Name { .. })
    });
    // "The ambassadors are: UNKNOWN UNKNOWN, ambassador of A,".
    let several =
        |b: &Item| matches!(&b.what, What::Office(o) if o.number != NounNumber::One && o.state.is_none());
    let announced = scan.has_article()
        && before.iter().rposition(|b| b.is_mark(":")).is_some_and(|c| before[..c].iter().any(several));
    let in_list = in_list || timed || announced;
    let ends = next_is_office_or_mark(scan, end, limit) || for_state(scan, end);
    let in_turn = listed && in_list && unknowns >= 2 && ends;
    // "The ambassador of X, UNKNOWN UNKNOWN,": two words of which nothing is known, between marks after a whole office.
    let apposed = unknowns == n
        && n >= 2
        && (end >= limit || scan.mark(end).is_some())
        && matches!(before, [.., a, b] if b.is_mark(",")
            && matches!(&a.what, What::Office(o) if o.number == NounNumber::One && o.state.is_some()));
    if !(titled || sure || in_turn || apposed) {
        return None;
    }
    let presented = || titled || apposed || sure && listed && next_is_office(scan, end, limit);
    if n == 1 && !presented() {
        return again(false).or_else(|| heads.then(|| plain(scan, i, What::Name { known: false })));
    }
    let (cut, word_tags, marker) = attached.map_or((0, 0, 0), |a| (a.cut, a.tags, a.marker));
    let begin = scan.begin_cut(i, cut, word_tags);
    Some(Item {
        start: i,
        end,
        begin,
        what: What::Name { known: sure || n > 1 },
        marker,
        and: word_tags & tags::AND != 0,
        tags: 0,
        first_tags: word_tags,
    })
}

/// "NAME for A": whom the preposition behind his name says to speak for a state or an organisation.
fn for_state(scan: &Scan, k: usize) -> bool {
    scan.word(k, "about").is_some_and(|m| scan.has(m.end, kinds::STATE | kinds::ORGANISATION))
}

/// A word alone that is a part of the name of somebody told in full before, and not the first; one that means something else
/// besides stood behind a given name.
fn told_in_full(scan: &Scan, i: usize, doubtful: bool) -> bool {
    in_other_names(scan, i..i + 1).any(|k| k < i && (!doubtful || is_given(scan, k - 1)))
}

/// "Son of NAME" alone, where somebody told in full before has these words in his name.
fn son_again(scan: &Scan, i: usize, limit: usize) -> bool {
    let son = |k: usize| scan.is(k, |s| matches!(s, Sense::Particle));
    let same = |k: usize| scan.text.folded(k) == scan.text.folded(i + 1);
    scan.has(i, kinds::PARTICLE)
        && son(i)
        && i + 1 < limit
        && is_given(scan, i + 1)
        && (1..i.min(INTRODUCED)).any(|k| same(k) && son(k - 1) && scan.text.tokens[k - 1].kind == Kind::Word)
}

/// Where the words at `parts` stand behind another part of a name.
fn in_other_names<'s>(scan: &'s Scan, parts: Range<usize>) -> impl Iterator<Item = usize> + 's {
    let word = scan.text.folded(parts.start);
    let n = parts.len();
    (1..scan.text.tokens.len().min(INTRODUCED)).filter(move |&k| {
        k != parts.start
            && scan.text.folded(k) == word
            && scan.text.tokens[k - 1].kind == Kind::Word
            && !scan.text.tokens[k].breaks
            && (scan.unknown(k - 1)
                || scan.matches[k - 1]
                    .iter()
                    .any(|m| m.first.strips == 0 && matches!(scan.sense(m), Sense::Given | Sense::Compound)))
            && k + n < scan.text.tokens.len()
            && (1..n).all(|d| scan.text.folded(k + d) == scan.text.folded(parts.start + d))
    })
}

/// "NAME al-Surname [concentrated on]": a family name with the article ends a name, unless what follows has one too.
fn ended(scan: &Scan, from: usize, end: usize) -> bool {
    let lexicon = &scan.pack.lexicon;
    let article =
        |k: usize| !hamza_first(scan, k) && lexicon.may_carry(scan.text.folded(k), tags::DEFINITE, false);
    // The second word of "Abd al-Latif" ends a given name, and no family name.
    let given = end > from + 1 && scan.is(end - 2, |s| matches!(s, Sense::Compound));
    end > from + 1 && !given && article(end - 1) && !article(end) && !hamza_first(scan, end)
}

/// "[The minister NAME NAME met …]. Minister NAME [praised]": who was named in full before is told by the end of the name, and
/// an unknown word after it is no part of it.
fn whole_already(scan: &Scan, parts: Range<usize>) -> bool {
    let next = scan.text.folded(parts.end);
    let n = parts.len();
    let mut told = in_other_names(scan, parts.clone()).filter(|&k| k < parts.start).peekable();
    told.peek().is_some() && told.all(|k| scan.text.folded(k + n) != next)
}

/// After an office of which nobody was told yet who holds it, ordinary words are not his name: what ends with a pronoun, what
/// is joined to what stands before, and a single word that no name of the text bears.
fn named_so(scan: &Scan, parts: Range<usize>, before: &[Item], word: bool) -> bool {
    let office = before.last().is_some_and(|b| !matches!(b.what, What::Honorific { .. } | What::Rank));
    if !office || !scan.has_article() || scan.text.field == crate::model::Field::Title {
        return true;
    }
    let form = |k: usize| scan.text.folded(k);
    let lexicon = &scan.pack.lexicon;
    let owned = |k: usize| scan.pack.features.is_plainly_owned(form(k));
    let first = parts.start;
    let odd = match parts.len() {
        1 => {
            let reigns = |o: &OfficePhrase| {
                matches!(o.position.as_str(), "monarch" | "pope") && o.number == NounNumber::One
            };
            let monarch = before.last().is_some_and(|b| matches!(&b.what, What::Office(o) if reigns(o)));
            let plain =
                scan.unknown(first) && lexicon.prefixes_on(form(first)).all(|p| p.tags & tags::FUTURE != 0);
            // "Foreign minister Sugiono,": some have but one name.
            let whole = before.last().is_some_and(
                |b| matches!(&b.what, What::Office(o) if !o.bare && o.number == NounNumber::One),
            );
            let ends = scan.mark(first + 1).is_some()
                || first + 1 >= scan.text.tokens.len()
                || scan.matches[first + 1].iter().any(|m| m.first.tags & tags::AND != 0);
            leader(scan, first).is_none() && !(plain && (monarch || whole && ends))
        }
        _ => {
            joined_article(scan, first)
                || owned(first)
                || word && !scan.unknown(first) && owned(first + 1)
                || lexicon.may_carry(form(first), 0, true)
                    && scan.matches[first + 1].iter().any(|m| m.first.tags & tags::DEFINITE != 0)
        }
    };
    !odd || in_other_names(scan, parts).next().is_some()
}

/// "And-the-": a conjunction and the article are written before the unknown word.
fn joined_article(scan: &Scan, i: usize) -> bool {
    let form = scan.text.folded(i);
    let lexicon = &scan.pack.lexicon;
    let joins = lexicon.prefixes_on(form).filter(|p| p.tags & tags::AND != 0);
    joins.map(|p| &form[p.form.len()..]).any(|rest| lexicon.may_carry(rest, tags::DEFINITE, false))
}

/// "Ambassador GIVEN May said", "GIVEN as-first,": a word after the lone first part of the name of somebody in office, who is no
/// monarch, where the name ends behind it.
fn only_surname(scan: &Scan, i: usize, limit: usize, before: &[Item]) -> bool {
    let end = i + 1;
    let list = &scan.matches[end];
    let given = is_given(scan, i);
    if !given && !scan.unknown(i)
        || scan.is(i, |s| matches!(s, Sense::Word { .. }))
        || leader(scan, i).is_some()
        || before.last().is_some_and(|b| {
            let reigns = |o: &OfficePhrase| {
                matches!(o.position.as_str(), "monarch" | "pope" | "crown-prince") || o.rank == 0 && o.bare
            };
            matches!(&b.what, What::Office(o) if reigns(o))
        })
        || list.iter().any(|m| m.end != end + 1 || m.first.tags & tags::DEFINITE != 0)
    {
        return false;
    }
    let stripped =
        list.iter().all(|m| m.first.strips > 0 && !joins(m.first.tags) && !is_party(scan.sense(m)));
    let works = |s: &Sense| match s {
        Sense::Word { work, .. } => LINKS.contains(&work.as_str()),
        sense => matches!(sense, Sense::Relative { .. }),
    };
    let verb = |s: &Sense| matches!(s, Sense::Trigger { form: TriggerForm::Past | TriggerForm::Present, .. });
    let whole = list.iter().all(|m| {
        m.first.strips == 0
            && !scan.is(end, verb)
            && (family_like(scan.sense(m))
                || matches!(scan.sense(m), Sense::Month { .. })
                || matches!(scan.sense(m), Sense::Word { work, .. } if work == "sport"))
    });
    let ends = next_is_office_or_mark(scan, end + 1, limit);
    let strange = |m: &Match| match scan.sense(m) {
        Sense::Month { .. } | Sense::State { form: StateForm::Adjective, .. } => m.first.strips == 0,
        _ => false,
    };
    let whole = whole && (given || list.iter().all(strange));
    let link = given && scan.is(end + 1, works);
    stripped && (ends || link)
        || ends && list.iter().all(|m| bent_word(scan, m))
        || whole && (ends || scan.is(end + 1, works) || scan.is(end + 1, verb))
}

/// A small word with an ending that it never has, as a foreign surname may look.
fn bent_word(scan: &Scan, m: &Match) -> bool {
    m.first.tags & tags::INFLECTED != 0
        && m.first.tags & (tags::AND | tags::DEFINITE | tags::FUTURE) == 0
        && m.first.marker == 0
        && matches!(scan.sense(m), Sense::Word { .. } | Sense::Particle | Sense::Compound)
}

/// What joins the parts of names has no endings: with one it is a word of which nothing is known.
fn bent_particle(scan: &Scan, i: usize) -> bool {
    let list = &scan.matches[i];
    !list.is_empty()
        && list.iter().all(|m| {
            m.end == i + 1 && bent_word(scan, m) && matches!(scan.sense(m), Sense::Particle | Sense::Compound)
        })
}

/// A conjunction is attached that joins names, and does not only tell what follows.
fn joins(marks: u32) -> bool {
    marks & (tags::AND | tags::THEN) == tags::AND
}

/// Small words that stand behind a name and begin no part of one.
const LINKS: [&str; 12] =
    ["in", "on", "to", "from", "with", "at", "of", "for", "by", "about", "between", "saying"];

/// "Kim Ki Jo, the ambassador", "Zhang Xiang Hua,": a syllable of a foreign name that is written like a short word, right before
/// its last part or where the name ends; one that only an ending makes a word, where it ends.
fn foreign_part(scan: &Scan, from: usize, end: usize, limit: usize) -> bool {
    const SYLLABLE: usize = 3;
    let list = &scan.matches[end];
    let plain = list.iter().all(|m| {
        m.end == end + 1
            && m.first.tags & (tags::DEFINITE | tags::FUTURE) == 0
            && !joins(m.first.tags)
            && match scan.sense(m) {
                Sense::Word { work, .. } => !LINKS.contains(&work.as_str()),
                Sense::Trigger { form, .. } => form.is_noun(),
                Sense::Unit { .. } => true,
                // "NAME Timothy Kaba": a particle that only a preposition before it makes.
                Sense::Compound => m.first.marker != 0,
                sense => family_like(sense),
            }
    });
    let unlike = |m: &Match| m.first.marker != 0 && !scan.pack.lexicon.ends_as_written(&scan.text, m);
    let bare = plain && list.iter().all(|m| m.first.marker == 0 || scan.has_article() && unlike(m));
    let ends = |k: usize| {
        next_is_office_or_mark(scan, k, limit) || scan.matches[k].iter().any(|m| joins(m.first.tags))
    };
    // What only a preposition makes a word is longer by that.
    let cut = usize::from(!list.is_empty() && list.iter().all(|m| m.first.marker != 0));
    let short = scan.text.folded(end).chars().count() <= SYLLABLE + cut;
    if !scan.unknown(end - 1) && !whole_given(scan, end - 1) && !bent_particle(scan, end - 1) {
        return false;
    }
    let part = |k: usize| {
        k < limit
            && !scan.text.tokens[k].breaks
            && scan.text.tokens[k].kind == Kind::Word
            && (scan.unknown(k) || whole_given(scan, k))
    };
    bare && (ends(end + 1)
        && (short
            || end > from + 1
                && !scan.pack.features.is_plainly_owned(scan.text.folded(end))
                && list.iter().all(|m| m.first.strips > 0 || m.first.tags & tags::INFLECTED != 0)))
        || plain && short && part(end + 1) && ends(end + 2)
}

/// "NAME NAME [whose] aim": a word of the pack with a pronoun that says whose it is.
fn owned_noun(scan: &Scan, t: usize) -> bool {
    const STEM: usize = 3;
    let form = scan.text.folded(t);
    let stem = |e: &String| form.strip_suffix(e.as_str()).filter(|s| s.chars().count() >= STEM);
    let endings = scan.pack.features.owner_endings.iter().filter(|e| e.chars().count() > 1);
    endings.filter_map(stem).any(|s| scan.pack.lexicon.knows(s))
}

fn is_party(s: &Sense) -> bool {
    matches!(
        s,
        Sense::State { .. } | Sense::Organisation { .. } | Sense::Institution { .. } | Sense::Office { .. }
    )
}

/// Where the whole name of a leader ends that begins at `i` (a word of [`kinds::LEADER`]), if nothing goes on that may be a longer name; and whether its
/// last word stands as it is listed, in no other case.
fn whole_leader(scan: &Scan, i: usize, limit: usize, before: &[Item]) -> Option<(usize, bool)> {
    let (tokens, capitals) = (&scan.text.tokens, scan.pack.features.capitals);
    let name_like = |k: usize| {
        let token = &tokens[k];
        let begins = if capitals { token.capital } else { scan.unknown(k) || scan.has(k, kinds::NAME) };
        token.kind == Kind::Word && begins
    };
    // Where names have no capitals, a name begun by an ordinary word needs a title.
    if !name_like(i) && (capitals || !in_name(before)) {
        return None;
    }
    let words = (i..limit).take_while(|&k| k == i || !tokens[k].breaks).map(|k| scan.text.folded(k));
    let (n, plain) = scan.pack.leaders.named(scan.pack, words);
    let end = i + n;
    if end == i || capitals && !tokens[end - 1].capital && !hyphen_capital(scan, end - 1) {
        return None;
    }
    // "A B [received] C" of a title: a word in a case is no further part of a name that is whole without one.
    let ended = tags::GEN | tags::DAT | tags::ACC | tags::INS | tags::ABL;
    let another = scan.pack.features.complement_before
        && n > 1
        && plain
        && end < limit
        && scan.unknown(end)
        && scan.ending(end) & ended != 0;
    // "NAME [this] morning", "NAME [the] secretary-general", "NAME who": words that are also parts of names begin something else.
    let apart = || {
        scan.has_article()
            && n > 1
            && (hour(scan, end) || opens_office(scan, end) || scan.word(end, "relative").is_some())
    };
    let more = end < limit
        && !another
        && !apart()
        && !tokens[end].breaks
        && (scan.has(end, kinds::PARTICLE) || name_like(end) && (scan.unknown(end) || is_given(scan, end)));
    (!more).then_some((end, plain))
}

/// The unknown word at `i` as the surname of a leader, with what is attached before it.
fn leader(scan: &Scan, i: usize) -> Option<Analysis> {
    if scan.matches.kinds(i) & kinds::SURNAME == 0 {
        return None;
    }
    let (form, leaders) = (scan.text.folded(i), &scan.pack.lexicon.openings);
    let plain = Analysis::default();
    if leaders.surname(form) {
        return Some(plain);
    }
    // What tells a consequence joins no names: it is a letter of the word.
    scan.pack.lexicon.prefixes_on(form).filter(|p| p.tags & tags::THEN == 0).find_map(|prefix| {
        leaders.surname(&form[prefix.form.len()..]).then(|| Analysis {
            tags: prefix.tags,
            marker: prefix.marker,
            cut: prefix.form.chars().count() as u8,
            strips: 1,
            ..plain
        })
    })
}

/// The unknown word at `i` is the surname of a leader with an ending of a case.
fn leader_in_case(scan: &Scan, i: usize) -> bool {
    let form = scan.text.folded(i);
    let mut cut = (2..6).filter_map(|n| form.char_indices().rev().nth(n - 1)).map(|(at, _)| at);
    let oblique = tags::GEN | tags::DAT | tags::ACC | tags::INS;
    scan.unknown(i)
        && scan.ending(i) & oblique != 0
        && cut.any(|at| scan.pack.lexicon.openings.surname(&form[..at]))
}

fn family_like(s: &Sense) -> bool {
    matches!(
        s,
        Sense::Common
            | Sense::Topic { .. }
            | Sense::Claim { .. }
            | Sense::Number { .. }
            | Sense::Portfolio { .. }
            | Sense::Weekday { .. }
            | Sense::State { form: StateForm::Adjective | StateForm::City, .. }
            | Sense::Trigger { .. }
            | Sense::Particle
            | Sense::Institution { generic: true, .. }
    ) || matches!(s, Sense::Word { work, .. } if matches!(work.as_str(), "region" | "building"))
}

fn next_is_office(scan: &Scan, i: usize, limit: usize) -> bool {
    let mut j = i;
    if matches!(scan.mark(j), Some(',' | '(' | '-' | '–')) {
        j += 1;
    }
    j < limit && opens_office(scan, j)
}

fn next_is_office_or_mark(scan: &Scan, i: usize, limit: usize) -> bool {
    i >= limit || scan.mark(i).is_some() || next_is_office(scan, i, limit)
}
