//! Parses an office by its parts: modifier, head, institution, state, acting; never matched whole.
//!
//! The complement stands after the head (with the article, in a case, or after a preposition) or before it,
//! as the pack's features say.

mod after;

use super::Scan;
use crate::Slug;
use crate::pack::{Match, NounNumber, Sense, StateForm, kinds, tags};
use crate::text::Kind;

/// An office as it stands, taken apart.
#[derive(Debug, Clone)]
pub(crate) struct OfficePhrase {
    pub start: usize,
    pub end: usize,
    /// Byte range of the title as written.
    pub span: [usize; 2],
    pub position: Slug,
    pub institution: Option<Slug>,
    pub state: Option<Slug>,
    /// The state was named by a city or a seat, not by itself.
    pub state_by_place: bool,
    pub acting: bool,
    pub former: bool,
    pub number: NounNumber,
    pub rank: u8,
    /// The head alone, with nothing that tells which office it is.
    pub bare: bool,
    /// Further states of a plural office.
    pub more_states: Vec<Slug>,
    /// An ambassador's receiving state.
    pub accredited_to: Option<Slug>,
    pub first: crate::pack::Analysis,
    pub last_tags: u32,
}

impl OfficePhrase {
    /// The state that its holder serves; none where it is an organisation's.
    pub fn serves(&self) -> Option<Slug> {
        self.state.filter(|code| !code.contains(':'))
    }
}

/// What was gathered around a head.
#[derive(Clone, Default)]
struct Parts {
    institution: Option<Slug>,
    state: Option<Slug>,
    state_by_place: bool,
    second_state: Option<Slug>,
    more: Vec<Slug>,
    plural: bool,
    deputy: Vec<Slug>,
    acting: bool,
    former: bool,
    complement: bool,
    /// Who holds such an office serves away from the seat of whoever sent him.
    stationed: bool,
    /// Who holds such an office may head a branch of the body elsewhere.
    branches: bool,
    /// "In X": where an envoy serves, or the state of another office.
    receiving: Option<(Slug, bool)>,
    /// Where "new" stands after the head, and the token after it.
    new: Option<(usize, usize)>,
    /// A ministry or another body has been named before the head.
    body: bool,
}

impl Parts {
    fn modify(&mut self, kind: Slug) {
        match kind.as_str() {
            "acting" => self.acting = true,
            "former" => self.former = true,
            "deputy" | "assistant" | "vice" => {
                self.deputy.push(if kind == "vice" { "deputy".into() } else { kind })
            }
            _ => {}
        }
    }

    fn name_state(&mut self, code: Slug, by_place: bool) {
        if self.state.is_none() || (self.state_by_place && !by_place) {
            if let Some(old) = self.state.take() {
                self.second_state.get_or_insert(old);
            }
            self.state = Some(code);
            self.state_by_place = by_place;
        } else if self.state != Some(code) {
            self.more.push(code);
            self.second_state.get_or_insert(code);
        }
    }

    /// The state that receives an envoy.
    fn receive(&mut self, code: Slug) {
        self.second_state = Some(code);
        self.complement = true;
    }

    fn institute(&mut self, id: Slug) {
        if self.institution.is_none() || self.institution.as_deref().is_some_and(|i| i.starts_with("generic"))
        {
            self.institution = Some(id);
        }
        self.complement = true;
    }
}

/// The office that begins at token `i`, if one does.
#[inline(always)]
pub(crate) fn office_at(scan: &Scan, i: usize, limit: usize) -> Option<OfficePhrase> {
    if may_begin(scan, i, limit) { parse(scan, i, limit) } else { None }
}

/// "From the head of X": behind a preposition, which takes no nominative, what is written like a plural is the genitive of one.
fn singular(scan: &Scan, head: Match, start: usize) -> Match {
    let many = |m: &Match| matches!(scan.sense(m), Sense::Office { number: NounNumber::Many, .. });
    let one = |m: &&Match| {
        m.end == head.end
            && m.last_tags & tags::GEN != 0
            && matches!(scan.sense(m), Sense::Office { number: NounNumber::One, .. })
    };
    let preposition = |w: &str| start > 0 && scan.word(start - 1, w).is_some();
    if !scan.pack.features.svo_with_cases()
        || !many(&head)
        || !["from", "of", "to", "with", "by", "for"].into_iter().any(preposition)
    {
        return head;
    }
    scan.matches[head.start].iter().find(one).copied().unwrap_or(head)
}

fn parse(scan: &Scan, i: usize, limit: usize) -> Option<OfficePhrase> {
    let mut parts = Parts::default();
    let mut passed = None;
    let found = left(scan, i, limit, &mut parts, &mut passed).or_else(|| {
        // "[To] the president of A the chancellor of B": what looked like the complement of a later office stands alone.
        let (whole, head, start) = passed?;
        parts = whole;
        Some((head, start))
    });
    let (head, start_match) = found?;
    let head = singular(scan, head, start_match.start);
    let first = start_match.first;
    let Sense::Office { position, number, takes, rank, state } = scan.sense(&head) else { return None };
    // "Secretary of the Security Council of X": the state named beside the head says whose council it is.
    let owned = !scan.pack.features.case.is_empty()
        && (parts.state.is_some()
            || scan.is(head.end, |s| {
                matches!(s, Sense::State { form: StateForm::Name | StateForm::Adjective, .. })
            }));
    // "The country director of [the organisation]": the adjective inside its words is of no state; nor is the "Security
    // Council of A" that of an organisation.
    let of_body = scan.has_article()
        && scan.is(head.end, |s| {
            matches!(s, Sense::Organisation { .. } | Sense::State { form: StateForm::Adjective, .. })
        });
    if !owned && !of_body {
        inner_state(scan, head.start, head.end, &mut parts);
    }
    parts.plural = *number != NounNumber::One;
    let mut last_tags = head.last_tags;
    let mut end = head.end;
    let envoy = scan.pack.envoys.contains(position);
    parts.stationed = scan.pack.groups.posted.contains(position);
    parts.branches =
        parts.stationed || matches!(position.as_str(), "director" | "director-general" | "manager");
    if let Some((code, by_place)) = parts.receiving.take() {
        if envoy {
            parts.receive(code);
        } else {
            parts.name_state(code, by_place);
        }
    }
    if scan.has_article() {
        let mut head = head;
        // "President of the [Republic of X]", "head of the [organisation of X]", "chairman of the [Canal Authority]": the
        // name of the party, or of the body of one state, begins inside the head's own words.
        let party = |s: &Sense| {
            matches!(s, Sense::State { form: StateForm::Name, .. } | Sense::Organisation { .. })
                || serves(s).is_some()
        };
        if let Some(m) = (head.start + 1..head.end)
            .filter_map(|k| scan.best(k, party))
            .find(|m| m.end > head.end && m.end <= limit)
        {
            consume(scan, &m, &mut parts);
            head.end = m.end;
            head.last_tags = m.last_tags | tags::DEFINITE;
        }
        end = complement_with_article(scan, head, limit, takes, envoy, &mut parts);
    } else if scan.pack.features.complement_before {
        while let Some(m) = deputy_after(scan, end, last_tags, limit) {
            if let Sense::Modifier { kind, .. } = scan.sense(&m) {
                parts.modify(*kind);
            }
            end = m.end;
            last_tags = m.last_tags;
        }
    } else {
        end = after::complement_after(scan, head, limit, envoy, &mut parts);
    }
    // "Deputy of the minister": where the head stands first, its own first word tells the case.
    if scan.pack.features.cases_and_complement_after() {
        let cases = match first.tags & tags::CASES {
            // "The first deputy minister": the accusative of an adjective is its nominative beside things alone.
            both if both == tags::NOM | tags::ACC => tags::NOM,
            cases => cases,
        };
        last_tags = last_tags & !tags::CASES | cases;
    }
    // An office that only one state has, unless its complement tells otherwise.
    if let Some(state) = state.or_else(|| state_of_body(scan, &head))
        && parts.state.is_none()
        && !(takes == "portfolio" && parts.complement)
    {
        parts.name_state(state, false);
    }
    let mut position = *position;
    for kind in parts.deputy.iter().rev() {
        position = Slug::new(&format!("{kind}-{position}"));
    }
    let rank = rank + parts.deputy.len() as u8;
    let bare_order = scan.pack.features.capitals_alone();
    let sent = envoy || parts.state.is_some_and(|s| s.contains(':'));
    let accredited_to =
        if sent { parts.second_state.filter(|s| Some(s) != parts.state.as_ref()) } else { None };
    // "The ambassadors of A and B": the second sent one too, and receives nobody.
    let accredited_to = accredited_to.filter(|s| !(bare_order && parts.plural && parts.more.contains(s)));
    let begin = scan.begin(&start_match);
    // "The ambassador of X, the new one": how long he has been in it is no part of the office.
    let title_end = parts.new.filter(|(_, after)| *after == end).map_or(end, |(from, _)| from);
    let last = &scan.text.tokens[title_end - 1];
    Some(OfficePhrase {
        start: i,
        end,
        span: [begin, last.end],
        position,
        institution: parts.institution,
        bare: !parts.complement && parts.state.is_none() && parts.second_state.is_none(),
        state: parts.state,
        state_by_place: parts.state_by_place,
        acting: parts.acting,
        former: parts.former,
        number: *number,
        rank,
        accredited_to,
        more_states: parts.more,
        first,
        last_tags,
    })
}

/// A name, or what stands before one.
pub(super) fn tells_somebody(sense: &Sense) -> bool {
    matches!(
        sense,
        Sense::Given | Sense::Compound | Sense::Honorific { .. } | Sense::Rank { .. } | Sense::Counterpart
    )
}

/// "Out of": a preposition that only tells from where somebody is.
fn is_origin(sense: &Sense) -> bool {
    matches!(sense, Sense::Word { work, kind: Some(kind) } if *work == "from" && *kind == "origin")
}

/// Whether what [`left`] looks for can stand here: most words begin no office, and most sentences hold none.
#[inline]
fn may_begin(scan: &Scan, i: usize, limit: usize) -> bool {
    const HEAD: u32 = kinds::OFFICE | kinds::MODIFIER;
    const PART: u32 = kinds::STATE | kinds::ORGANISATION | kinds::INSTITUTION;
    const WORD: u32 = kinds::WORD;
    let kinds = scan.matches.kinds(i);
    kinds & HEAD != 0 && !(kinds & WORD != 0 && is_and_preposition(scan, i))
        || !scan.has_article()
            && kinds & PART != 0
            && (i + 1..limit).any(|t| scan.matches.kinds(t) & kinds::OFFICE != 0)
}

/// "And to", with the very letters of "to", where an office is spelled like both together when letters are made alike.
fn is_and_preposition(scan: &Scan, i: usize) -> bool {
    let lexicon = &scan.pack.lexicon;
    let small = |m: &Match| {
        m.end == i + 1
            && m.first.tags & tags::AND != 0
            && m.first.strips > 0
            && matches!(scan.sense(m), Sense::Word { .. })
            && lexicon.ends_as_written(&scan.text, m)
    };
    let spelled =
        |m: &Match| matches!(scan.sense(m), Sense::Office { .. }) && lexicon.as_written(&scan.text, m);
    scan.has_article() && scan.matches[i].iter().any(small) && !scan.matches[i].iter().any(spelled)
}

/// Everything before the head: modifiers, and in languages that put them there, state, portfolio and institution.
///
/// `passed` is left the first office that a later one seemed to be of, with what was found before it.
fn left(
    scan: &Scan,
    i: usize,
    limit: usize,
    parts: &mut Parts,
    passed: &mut Option<(Parts, Match, Match)>,
) -> Option<(Match, Match)> {
    let mut j = i;
    let mut start: Option<Match> = None;
    let article = scan.has_article();
    let mut steps = 0;
    while j < limit && steps < 24 {
        steps += 1;
        let office = scan.best_of(j, kinds::OFFICE);
        let modifier = scan.best(j, |s| matches!(s, Sense::Modifier { before: true, .. }));
        let portfolio = scan.best(j, |s| matches!(s, Sense::Portfolio { before: true, .. }));
        if let Some(m) = modifier
            && office.is_none_or(|o| o.end <= m.end)
            && let Some(next) = after_modifier(scan, m.end, limit)
        {
            if let Sense::Modifier { kind, .. } = scan.sense(&m) {
                parts.modify(*kind);
            }
            start.get_or_insert(m);
            j = next;
            continue;
        }
        if let Some(head) = office
            && portfolio.is_none_or(|p| p.end <= head.end)
        {
            if !head_goes_on(scan, head, limit) {
                if j > i && head.first.tags & tags::AND != 0 {
                    return None;
                }
                return Some((head, start.unwrap_or(head)));
            }
            passed.get_or_insert_with(|| (parts.clone(), head, start.unwrap_or(head)));
        }
        // With an article or without a place before the head, nothing else may stand there.
        if article {
            return None;
        }
        if scan.pack.features.complement_before
            && let Some((m, after)) = matter_before(scan, j, limit)
        {
            parts.complement = true;
            start.get_or_insert(m);
            j = after;
            continue;
        }
        if let Some(m) = scan.best(j, |s| {
            matches!(
                s,
                Sense::State { .. }
                    | Sense::Organisation { .. }
                    | Sense::Portfolio { .. }
                    | Sense::Institution { .. }
                    | Sense::Ministry
            )
        }) {
            // "[In the city] of X consul": the word for a city after its name bears the ending.
            let seat = match scan.sense(&m) {
                Sense::State { code, form: StateForm::City | StateForm::Capital } => scan
                    .word(m.end, "region")
                    .filter(|r| scan.pack.features.complement_before && r.last_tags & tags::ATTR != 0)
                    .map(|r| (*code, r.end)),
                _ => None,
            };
            if let Some((code, end)) = seat {
                parts.receiving = Some((code, true));
                start.get_or_insert(m);
                j = end;
                continue;
            }
            if !may_lead(scan, &m, parts)
                || j == i && stays_in(scan, &m)
                || !left_part(scan, &m, parts, j == i)
            {
                return None;
            }
            start.get_or_insert(m);
            j = m.end;
            if scan.possessive(j) {
                j += 1;
            }
            continue;
        }
        if start.is_some() {
            // "Kazakh, Saudi ministers", "Kazakh and Saudi ministers".
            let joins = scan.word(j, "and").is_some() || matches!(scan.mark(j), Some(',' | '-' | '–'));
            if joins
                && parts.state.is_some()
                && scan.is(j + 1, |s| {
                    matches!(s, Sense::State { form: StateForm::Adjective | StateForm::Name, .. })
                })
                && plural_ahead(scan, j + 1, limit)
            {
                j += 1;
                continue;
            }
            if scan.word(j, "and").is_some()
                && parts.institution.is_some()
                && scan.is(j + 1, |s| matches!(s, Sense::Portfolio { .. }))
            {
                j += 1;
                continue;
            }
            if scan.mark(j) == Some(',')
                && parts.institution.is_some()
                && scan.pack.features.complement_before
                && let Some(head) = matters_go_on(scan, j, limit)
            {
                j = head;
                continue;
            }
            if scan.pack.features.complement_before
                && let Some(next) = genitive_word(scan, j)
            {
                j = next;
                continue;
            }
        }
        return None;
    }
    None
}

/// "In Turkey Minister X met Y": where the sentence opens with a place, its state is not that of the office behind it.
fn stays_in(scan: &Scan, m: &Match) -> bool {
    matches!(scan.sense(m), Sense::State { form, .. } if *form != StateForm::Adjective)
        && scan.pack.features.capitals_alone()
        && m.start > 0
        && scan.word(m.start - 1, "in").is_some_and(|w| w.end == m.start)
        && (m.start == 1 || scan.mark(m.start - 2).is_some())
        && !scan.possessive(m.end)
}

/// In a language with cases a word before the head agrees with it or is its genitive; another case is another part of the clause.
fn may_lead(scan: &Scan, m: &Match, parts: &Parts) -> bool {
    if scan.pack.features.case.is_empty() {
        return true;
    }
    if !scan.pack.features.complement_before {
        return matches!(scan.sense(m), Sense::State { form: StateForm::Adjective, .. });
    }
    let attributive = m.last_tags & tags::ATTR != 0;
    if attributive {
        return true;
    }
    if m.last_tags & (tags::DAT | tags::ACC | tags::INS | tags::LOC | tags::ABL) != 0
        && m.last_tags & tags::GEN == 0
    {
        return false;
    }
    // A second state that nothing joins begins another phrase.
    let joined = m.start > 0
        && (scan.word(m.start - 1, "and").is_some()
            || matches!(scan.mark(m.start - 1), Some(',' | '-' | '–')));
    match scan.sense(m) {
        Sense::State { code, .. } => joined || parts.state.is_none() || parts.state.as_ref() == Some(code),
        _ => true,
    }
}

fn plural_ahead(scan: &Scan, from: usize, limit: usize) -> bool {
    // However many states are listed before it.
    let listed = |k: &usize| {
        scan.mark(*k).is_none_or(|m| matches!(m, ',' | '-' | '–')) && !scan.text.tokens[*k].breaks
    };
    (from..limit.min(from + 20)).take_while(listed).any(|k| {
        scan.is(k, |s| matches!(s, Sense::Office { number: NounNumber::Many | NounNumber::Two, .. }))
    })
}

/// Where an office phrase may follow a modifier: directly, or after a portfolio or state in languages that put these first.
fn after_modifier(scan: &Scan, j: usize, limit: usize) -> Option<usize> {
    if j >= limit {
        return None;
    }
    let direct = scan.is(j, |s| matches!(s, Sense::Office { .. } | Sense::Modifier { before: true, .. }));
    let through = !scan.has_article()
        && scan.is(j, |s| {
            matches!(
                s,
                Sense::Portfolio { .. } | Sense::State { .. } | Sense::Institution { .. } | Sense::Ministry
            )
        })
        && (j + 1..(j + 6).min(limit)).any(|k| scan.is(k, |s| matches!(s, Sense::Office { .. })));
    (direct || through).then_some(j)
}

/// A genitive or related word inside a complement that stands before its head.
fn genitive_word(scan: &Scan, j: usize) -> Option<usize> {
    let token = scan.text.tokens.get(j)?;
    if scan.mark(j).is_some() {
        return None;
    }
    let form = scan.text.folded(j);
    let closed = scan.is(j, |s| {
        matches!(
            s,
            Sense::Side
                | Sense::Own { .. }
                | Sense::Both
                | Sense::Attendance { .. }
                | Sense::Counterpart
                | Sense::Resumption
                | Sense::Background
                | Sense::Honorific { .. }
                | Sense::Rank { .. }
                | Sense::Given
        )
    });
    let known = scan.best(j, |s| {
        matches!(s, Sense::Common | Sense::Topic { .. } | Sense::Word { .. } | Sense::Modifier { .. })
    });
    let case = known.map_or(scan.pack.lexicon.tail_tags(form), |m| m.last_tags);
    let oblique = case & (tags::DAT | tags::ACC | tags::INS | tags::LOC | tags::ABL) != 0
        && case & (tags::GEN | tags::ATTR) == 0;
    if closed || oblique {
        return None;
    }
    let genitive = scan.pack.lexicon.tail_tags(form) & (tags::GEN | tags::ATTR) != 0;
    (known.is_some_and(
        |m| !matches!(scan.sense(&m), Sense::Word { work, .. } if work != "about" && work != "and"),
    ) || genitive
        || (!token.capital && scan.unknown(j)))
    .then_some(j + 1)
}

/// The modifier that ends an office ("the minister's deputy"), with the matter he is charged with before it ("the
/// minister's deputy for economy").
fn deputy_after(scan: &Scan, end: usize, case: u32, limit: usize) -> Option<Match> {
    let modifier = |k: usize| {
        scan.best(k, |s| matches!(s, Sense::Modifier { before: false, .. })).filter(|m| m.end <= limit)
    };
    modifier(end).or_else(|| {
        let plain = |k: &usize| {
            scan.mark(*k).is_none()
                && !scan.text.tokens[*k].breaks
                && (!scan.text.tokens[*k].capital || world(scan, *k).is_some())
        };
        let words = (end..limit.min(end + 6)).take_while(plain);
        let on = words.skip(1).find_map(|k| scan.word(k, "on")).filter(|_| case & tags::GEN != 0)?;
        modifier(on.end)
    })
}

/// "Premier-Minister's deputy": the head is itself the complement of a later head.
fn head_goes_on(scan: &Scan, head: Match, limit: usize) -> bool {
    let deputy = deputy_after(scan, head.end, head.last_tags, limit);
    scan.pack.features.complement_before
        && head.last_tags & tags::GEN != 0
        && deputy.is_none_or(|m| m.last_tags & tags::GEN != 0)
        && (head.end..(head.end + 5).min(limit)).any(|k| scan.is(k, |s| matches!(s, Sense::Office { .. })))
}

fn left_part(scan: &Scan, m: &Match, parts: &mut Parts, first: bool) -> bool {
    match scan.sense(m) {
        Sense::State { code, form } => {
            let by_place = matches!(form, StateForm::Capital | StateForm::City);
            if *form == StateForm::People && !first {
                return false;
            }
            let before = scan.pack.features.complement_before;
            if m.last_tags & tags::ATTR != 0 && before {
                parts.receiving = Some((*code, by_place));
            } else if before && parts.body {
                // "[A's] ministry [summoned] B's envoy": whose a body is stands before it.
                return false;
            } else {
                parts.name_state(*code, by_place);
            }
            true
        }
        Sense::Organisation { code, .. } => {
            parts.name_state(*code, false);
            parts.complement = true;
            true
        }
        Sense::Portfolio { id, .. } => {
            parts.institute(*id);
            true
        }
        Sense::Institution { id, state, .. } => {
            parts.institute(*id);
            parts.body = true;
            if let Some(state) = state {
                parts.name_state(*state, false);
            }
            true
        }
        Sense::Ministry => {
            parts.body = true;
            true
        }
        _ => false,
    }
}

/// Where a title stands after "for the region of …", with no more than names of places and "and" between.
fn in_charge_of(scan: &Scan, i: usize, limit: usize) -> Option<usize> {
    let attached = |m: &Match| matches!(scan.pack.lexicon.marker_name(m.first.marker), Some("to" | "for"));
    let region = |m: &Match| matches!(scan.sense(m), Sense::Word { work, .. } if *work == "region");
    if !scan.matches[i].iter().any(|m| region(m) && attached(m)) {
        return None;
    }
    let titled = |k: usize| scan.is(k, |s| matches!(s, Sense::Honorific { .. } | Sense::Rank { .. }));
    let end = (i + 2..limit.min(i + 9)).find(|&k| titled(k))?;
    let place = |k: usize| {
        scan.text.tokens[k].kind == Kind::Word
            && !scan.text.tokens[k].breaks
            && !scan.is(k, |s| matches!(s, Sense::Office { .. } | Sense::Trigger { .. } | Sense::Given))
    };
    (i + 1..end).all(place).then_some(end)
}

/// "Of (His Majesty) King NAME", "of the French president NAME": where the name of a known leader ends in whose name an envoy
/// comes.
fn sender(scan: &Scan, j: usize, limit: usize, parts: &mut Parts) -> Option<usize> {
    scan.word(j, "of").filter(|m| m.end == j + 1)?;
    let mut k = j + 1;
    let mut titled = false;
    let mut royal = false;
    let mut state = None;
    while k < limit && k < j + 8 {
        if scan.word(k, "determiner").is_some() {
            k += 1;
        } else if let Some(m) = scan.best(k, |s| matches!(s, Sense::Honorific { .. })) {
            // "His Majesty King" may be one style.
            royal |= scan.is(m.end - 1, |s| matches!(s, Sense::Honorific { kind } if *kind == "royal"));
            k = m.end;
        } else if let Some(m) = scan.best(k, |s| matches!(s, Sense::Office { .. })) {
            titled = true;
            k = m.end;
        } else if let Some(m) = scan.best(k, |s| matches!(s, Sense::State { form: StateForm::Adjective, .. }))
        {
            state = match scan.sense(&m) {
                Sense::State { code, .. } => Some(*code),
                _ => None,
            };
            k = m.end;
        } else {
            break;
        }
    }
    // "The head of the office of the president NAME": he is no leader whose first name alone a leader bears.
    let whole = || {
        let words = (k..limit.min(k + 4)).map(|t| scan.text.folded(t));
        state.is_some()
            || !scan.pack.features.capitals_alone()
            || scan.pack.leaders.named(scan.pack, words).0 > 0
            || scan.pack.lexicon.openings.surname(scan.text.folded(k))
    };
    let leader = k < limit && scan.matches.kinds(k) & crate::pack::kinds::LEADER != 0 && whole();
    let name = |t: usize| {
        let token = &scan.text.tokens[t];
        token.kind == Kind::Word && token.capital && !token.breaks && scan.word(t, "of").is_none()
    };
    if k >= limit || !name(k) || !(royal || titled && leader) {
        return None;
    }
    let end = (k..limit.min(k + 4)).find(|&t| !name(t)).unwrap_or(limit.min(k + 4));
    if let Some(code) = state {
        parts.name_state(code, false);
    }
    Some(end)
}

/// Where "to B" begins after the courtesies that follow an envoy's state ("the friendly", "accredited").
fn courtesy(scan: &Scan, i: usize, limit: usize) -> Option<usize> {
    let polite = |j: usize| {
        scan.word(j, "title_end").filter(|c| c.end == j + 1 && c.first.tags & tags::AND == 0 && j < limit)
    };
    let mut j = polite(i)?.end;
    while let Some(next) = polite(j) {
        j = next.end;
    }
    let to = scan.word(j, "at").filter(|p| p.first.strips == 0 && j < limit)?;
    let here = || scan.word(to.end, "homeland").is_some() || scan.word(to.end, "land").is_some();
    (scan.best(to.end, is_party_part).is_some() || here()).then_some(j)
}

/// Right of the head where nouns carry an article: the construct chain, then adjectives, then prepositions.
fn complement_with_article(
    scan: &Scan,
    head: Match,
    limit: usize,
    takes: &str,
    envoy: bool,
    parts: &mut Parts,
) -> usize {
    let mut j = head.end;
    // A head without the article waits for a complement.
    let mut open = head.last_tags & tags::DEFINITE == 0
        && takes != "none"
        // "The emir of X": a state's name that needs no article closes it.
        && !(head.end - head.start > 1
            && scan
                .best(head.end - 1, |s| matches!(s, Sense::State { form: StateForm::Name, .. }))
                .is_some_and(|m| m.end == head.end));
    // "The chairman of the council": an adjective of the council stands after the head's own words.
    let compound = head.end - head.start > 1 && head.last_tags & tags::DEFINITE != 0;
    // "The spokesman for the secretary-general": an office right behind it is whose word he speaks.
    if matches!(scan.sense(&head), Sense::Office { position, .. } if *position == "spokesperson")
        && let Some(inner) = office_at(scan, j, limit)
        && inner.first.tags & tags::DEFINITE != 0
        && inner.first.tags & tags::AND == 0
        && inner.first.marker == 0
    {
        if let Some(state) = inner.state {
            parts.name_state(state, inner.state_by_place);
        }
        parts.complement = true;
        open = false;
        j = inner.end;
    }
    let mut words = 0;
    // The token right after the state.
    let mut closed = usize::MAX;
    while j < limit && words < 14 {
        if let Some(c) = scan.mark(j) {
            // "The foreign minister of A «NAME NAME»": the name of whoever holds it.
            let named = || {
                let close = closing_quote(scan, j, limit);
                let two = close.is_some_and(|end| end > j + 3);
                two && (j + 1..j + 3).any(|k| scan.unknown(k) || scan.has(k, crate::pack::kinds::NAME))
            };
            if matches!(c, '"' | '«' | '“') && !open && parts.complement | parts.state.is_some() && named()
            {
                break;
            }
            if matches!(c, '"' | '«' | '“') && words > 0 {
                match closing_quote(scan, j, limit) {
                    Some(end) => {
                        j = end;
                        open = false;
                        continue;
                    }
                    None => break,
                }
            }
            // "The commissioner of the Agency (ACRONYM) NAME": its own short name.
            if c == '('
                && let Some(party) = parts.state
                && let Some(m) =
                    scan.best(j + 1, |s| matches!(s, Sense::Organisation { code, .. } if *code == party))
                && scan.mark(m.end) == Some(')')
                && m.end + 1 < limit
            {
                open = false;
                j = m.end + 1;
                continue;
            }
            // "The ambassadors of A, B, C and D": a comma in the list of their states.
            if c == ','
                && parts.plural
                && let Some(m) = next_listed(scan, j, limit, parts)
            {
                consume(scan, &m, parts);
                j = m.end;
                continue;
            }
            break;
        }
        if scan.text.tokens[j].breaks {
            break;
        }
        // "[Received] the ambassador of A the governor of the province of B": an office that is told with its state is another's.
        let of_its_own =
            |s: &Sense| matches!(s, Sense::Office { state: Some(_), takes, .. } if *takes == "none");
        let whole = || scan.best(j, of_its_own).filter(|m| m.end > j + 2 && m.first.tags & tags::AND == 0);
        if !open && whole().is_some() {
            break;
        }
        words += 1;
        let modifier = trailing_modifier(scan, j).filter(|m| {
            !matches!(scan.sense(m), Sense::Modifier { kind, .. } if *kind == "general")
                || parts.complement | parts.state.is_some() && office_ends(scan, m.end, limit)
        });
        if let Some(m) = modifier {
            if let Sense::Modifier { kind, .. } = scan.sense(&m) {
                parts.modify(*kind);
                if *kind == "new" {
                    parts.new = Some((j, m.end));
                    words -= 1;
                }
                if *kind == "general" {
                    parts.complement = true;
                    open = false;
                }
            }
            j = m.end;
            continue;
        }
        // "The ambassador of the friendly state of A to B": a courtesy before the state where he serves.
        if let Some(after) = courtesy(scan, j, limit).filter(|_| envoy && parts.state.is_some()) {
            j = after;
            continue;
        }
        // "The regional director of X for the region of A and B, Ms NAME": where he is in charge.
        if parts.complement | parts.state.is_some()
            && let Some(after) = in_charge_of(scan, j, limit)
        {
            j = after;
            break;
        }
        // "The special envoy for the Middle East [and the countries of Africa], NAME".
        if envoy
            && parts.complement
            && let Some(after) = matter_goes_on(scan, j, limit)
        {
            j = after;
            continue;
        }
        // "The special envoy for [of] the secretary-general of X": whose man he is.
        if words == 1
            && parts.state.is_none()
            && scan.matches[j].iter().any(|m| scan.pack.lexicon.marker_name(m.first.marker) == Some("to"))
            && let Some(inner) = office_at(scan, j, limit)
            && let Some(state) = inner.state
        {
            parts.name_state(state, inner.state_by_place);
            parts.complement = true;
            open = false;
            j = inner.end;
            continue;
        }
        // "The general supervisor of [over] the office of H.H. the minister of defence NAME": whose office he supervises.
        if words == 1
            && head.last_tags & tags::DEFINITE != 0
            && let Some(p) = scan.word(j, "on").filter(|p| p.first.strips == 0)
            && let Some(after) = supervised(scan, p.end, limit)
        {
            parts.complement = true;
            open = false;
            j = after;
            continue;
        }
        // "The deputies from A NAME", "the senator from A": where those come from who speak for nobody but their house.
        if !envoy
            && scan.pack.features.svo_with_cases()
            && parts.state.is_none()
            && scan.is(head.start, |s| matches!(s, Sense::Office { rank: 4.., .. }))
            && let Some(p) = scan.word(j, "from").filter(|p| scan.is(p.start, is_origin))
            && let Some(m) = scan.best(p.end, |s| matches!(s, Sense::State { form: StateForm::Name, .. }))
        {
            consume(scan, &m, parts);
            open = false;
            j = m.end;
            continue;
        }
        // A free-standing preposition before an institution or, after an envoy, a state.
        if let Some(p) = scan.best(
            j,
            |s| matches!(s, Sense::Word { work, .. } if matches!(work.as_str(), "at" | "in" | "to" | "for")),
        ) {
            // "To the Kingdom": the publisher's own state.
            let longer = |m: &Match| scan.best(p.end, is_party_part).is_some_and(|party| party.end > m.end);
            let here = scan.word(p.end, "homeland").or_else(|| scan.word(p.end, "land"));
            if let Some(m) = here.filter(|m| envoy && !longer(m)) {
                j = m.end;
                continue;
            }
            let next = scan.best(p.end, is_party_part);
            let Some(m) = next.filter(|m| m.first.marker == 0 && m.first.tags & tags::AND == 0) else {
                match part_of_world(scan, &p, limit).filter(|_| envoy && parts.state.is_some()) {
                    Some(after) => {
                        parts.complement = true;
                        j = after;
                        continue;
                    }
                    None => break,
                }
            };
            let good = match scan.sense(&m) {
                Sense::State { form, .. } => {
                    envoy
                        || posted(scan, &p, &m, parts)
                        // "The ministers of transport in A and B".
                        || (*form == StateForm::Name
                            && parts.plural
                            && parts.complement
                            && parts.state.is_none()
                            && scan.best(m.end, |s| matches!(s, Sense::State { form: StateForm::Name, .. }))
                                .is_some_and(|n| n.first.tags & tags::AND != 0))
                        || (*form == StateForm::Name
                            && (m.end - m.start > 1
                                || names_follow(scan, m.end)
                                || unknown_name(scan, m.end, limit))
                            && (parts.complement || takes == "state")
                            && parts.state.is_none())
                        // "The head of the supreme court in A NAME".
                        || (*form == StateForm::Name
                            && compound
                            && takes == "institution"
                            && parts.state.is_none()
                            && (names_follow(scan, m.end) || unknown_name(scan, m.end, limit)))
                        // "The head of the military council in A".
                        || (*form == StateForm::Name
                            && compound
                            && takes == "state"
                            && words == 1
                            && parts.state.is_none())
                }
                Sense::Organisation { .. } => envoy || parts.complement,
                Sense::Institution { .. }
                    if parts.state.is_some() && scan.word(p.end, "building").is_some() =>
                {
                    false
                }
                Sense::Ministry | Sense::Institution { .. } => parts.institution.is_none() || words < 3,
                _ => false,
            };
            if !good {
                break;
            }
            if m.end - m.start == 1 && is_city(scan, &m) && !envoy && !posted(scan, &p, &m, parts) {
                break;
            }
            match scan.sense(&m) {
                Sense::State { code, .. } if envoy || posted(scan, &p, &m, parts) => parts.receive(*code),
                _ => consume(scan, &m, parts),
            }
            open = m.last_tags & tags::DEFINITE == 0
                && !matches!(scan.sense(&m), Sense::State { .. } | Sense::Organisation { .. });
            j = m.end;
            continue;
        }
        // "The ministers of transport of each of A and B".
        if parts.plural
            && parts.complement
            && parts.state.is_none()
            && let Some(each) = scan.best(j, |s| matches!(s, Sense::Word { work, .. } if *work == "list"))
            && each.first.tags & tags::AND == 0
            && let Some(m) = scan
                .best(each.end, |s| matches!(s, Sense::State { form: StateForm::Name, .. }))
                .filter(|m| m.first.marker == 0 && m.first.tags & tags::AND == 0)
        {
            consume(scan, &m, parts);
            open = false;
            j = m.end;
            continue;
        }
        let stop = scan.is(j, |s| {
            matches!(
                s,
                Sense::Honorific { .. }
                    | Sense::Rank { .. }
                    | Sense::Counterpart
                    | Sense::Both
                    | Sense::Side
                    | Sense::Attendance { .. }
                    | Sense::Resumption
                    | Sense::Weekday { .. }
                    | Sense::Relative { .. }
            )
        });
        // A name goes on with a particle; an office does not.
        if scan.matches[j].iter().any(|m| m.first.strips == 0 && matches!(scan.sense(m), Sense::Particle)) {
            break;
        }
        // After an envoy a word that is also a portfolio ("of finance") is the state of that name.
        let of_state = (envoy && (open || parts.plural && parts.state.is_some()))
            .then(|| scan.best(j, |s| matches!(s, Sense::State { form: StateForm::Name, .. })))
            .flatten();
        let part = of_state.or_else(|| scan.best(j, is_party_part)).map(|m| as_adjective(scan, m, open));
        let attached = scan.matches[j].first().map(|m| m.first);
        let has_and = attached.is_some_and(|a| a.tags & tags::AND != 0)
            || (attached.is_none() && scan.text.folded(j).chars().count() > 3 && starts_with_and(scan, j));
        // "The special envoy of A to B and C NAME": where he is sent as well.
        if parts.stationed
            && envoy
            && parts.state.is_some()
            && let Some(m) = &part
            && m.first.tags & tags::AND != 0
            && matches!(scan.sense(m), Sense::State { form: StateForm::Name, .. })
            && (j.saturating_sub(3).max(head.end)..j).any(|k| {
                scan.best(k, |s| matches!(s, Sense::State { form: StateForm::Name, .. }))
                    .is_some_and(|r| r.end == j)
            })
        {
            closed = m.end;
            j = m.end;
            continue;
        }
        if let Some(m) = part.filter(|m| !stop || m.end > j + 1) {
            let marker = scan.pack.lexicon.marker_name(m.first.marker);
            let definite = m.last_tags & tags::DEFINITE != 0;
            let and = m.first.tags & tags::AND != 0;
            let same = |state: Slug| matches!(scan.sense(&m), Sense::State { code, .. } if *code == state);
            let good = match scan.sense(&m) {
                Sense::State { .. } if and && parts.plural && parts.state.is_some() && marker.is_none() => {
                    true
                }
                Sense::State { form, .. }
                    if and
                        || (marker.is_some()
                            && matches!(form, StateForm::City | StateForm::Capital)
                            && !envoy) =>
                {
                    false
                }
                Sense::State { form: StateForm::Name, .. } => match marker {
                    None => open,
                    Some("to") => true,
                    // "The minister of transport in A": the preposition written onto the state's name.
                    Some("with-b")
                        if (parts.complement || compound)
                            && parts.state.is_none_or(same)
                            && !parts.plural =>
                    {
                        true
                    }
                    // "The ambassador of A in B NAME".
                    Some("in" | "with-b") if envoy && parts.state.is_some() => true,
                    Some(_) => parts.complement && m.end - m.start > 1,
                },
                Sense::State { form: StateForm::Adjective, .. } => {
                    definite && marker.is_none() || (open && marker.is_none())
                }
                Sense::State { .. } => open && marker.is_none() || (envoy && marker.is_some()),
                Sense::Organisation { .. } => {
                    !and && (open || marker.is_some() || definite && (parts.state.is_none() || envoy))
                }
                Sense::Portfolio { .. } => {
                    if and {
                        parts.complement
                    } else {
                        open || marker == Some("to") || (definite && !parts.complement)
                    }
                }
                Sense::Institution { generic, .. } => {
                    if and {
                        parts.complement && definite && !*generic
                    } else {
                        // "[Received] the governor of CITY in the bureau of the governorate": where, and no part of it.
                        let house = marker == Some("with-b")
                            && parts.state.is_some()
                            && scan.word(j, "building").is_some();
                        open || marker.is_some() && !house
                    }
                }
                Sense::Ministry => !and && (open || marker.is_some()),
                _ => false,
            };
            // "The ministers of A and B": the second state is no name, whatever else the word may be.
            let listed = and && parts.plural && matches!(scan.sense(&m), Sense::State { .. });
            let posted = envoy
                && matches!(marker, Some("in" | "with-b"))
                && matches!(scan.sense(&m), Sense::State { .. });
            if good && (listed || posted || !is_name_start(scan, j, open)) {
                let was_state = matches!(scan.sense(&m), Sense::State { .. });
                match scan.sense(&m) {
                    Sense::State { code, .. } if envoy && matches!(marker, Some("in" | "with-b")) => {
                        parts.receive(*code)
                    }
                    _ => consume(scan, &m, parts),
                }
                open = !definite && !was_state && !matches!(scan.sense(&m), Sense::Organisation { .. });
                if was_state {
                    open = false;
                    closed = m.end;
                }
                j = m.end;
                continue;
            }
            // "The minister of A the United Nations": nor does the office go on with an organisation that is not its own.
            if matches!(scan.sense(&m), Sense::State { .. })
                || matches!(scan.sense(&m), Sense::Organisation { .. }) && m.end > j + 1
            {
                break;
            }
        }
        if stop {
            break;
        }
        // "For the Middle East and North Africa".
        if let Some(m) = scan.word(j, "region")
            && parts.complement
            && m.first.tags & tags::AND != 0
            && j > head.end
            && (head.end..j).any(|k| scan.word(k, "region").is_some_and(|r| r.end == j))
        {
            j = m.end;
            continue;
        }
        // Ordinary nouns and adjectives of the complement.
        let lead = scan.matches[j].iter().find(|m| {
            matches!(
                scan.sense(m),
                Sense::Common
                    | Sense::Topic { .. }
                    | Sense::Office { .. }
                    | Sense::Word { .. }
                    | Sense::Number { .. }
                    | Sense::Trigger { .. }
                    | Sense::Claim { .. }
            )
        });
        match lead {
            Some(m) => {
                let a = m.first;
                let marker = scan.pack.lexicon.marker_name(a.marker);
                let definite = a.tags & tags::DEFINITE != 0;
                let and = a.tags & tags::AND != 0;
                let is_office = opens_office(scan, j);
                let closed_word = matches!(scan.sense(m), Sense::Word { work, .. } if !matches!(work.as_str(), "affairs" | "building" | "region" | "gathering" | "document" | "commerce"));
                let ok = if closed_word || scan.is(j, |s| matches!(s, Sense::Given)) && !definite {
                    false
                } else if is_office {
                    open && definite && !and && words <= 3 && words > 1
                } else if and {
                    definite
                        && parts.complement
                        && scan.is(j, |s| matches!(s, Sense::Common | Sense::Topic { .. }))
                        && !is_saying(scan, j)
                } else if marker == Some("to") {
                    let charged = closed == j && scan.word(j, "affairs").is_some();
                    // "For the region of the eastern Mediterranean".
                    let region = parts.complement && scan.word(j, "region").is_some();
                    (parts.complement || open || words <= 1 || envoy && closed == j || charged)
                        && (definite
                            || region
                            || scan.is(j, |s| matches!(s, Sense::Common | Sense::Topic { .. })))
                } else if marker.is_some() {
                    definite && open
                } else {
                    open || (definite && (parts.complement || compound))
                };
                let verb = scan.is(j, |s| matches!(s, Sense::Trigger { form, .. } if *form != crate::pack::TriggerForm::Noun && *form != crate::pack::TriggerForm::Back));
                // "Discussed with the minister of A-ian [state] cooperation": behind the state stands another part of the
                // clause, unless a name or what he is charged with follows.
                let another = closed == j && marker.is_none() && !and && !told_on(scan, m.end, limit);
                if !ok || another || (verb && !definite) || is_saying(scan, j) {
                    break;
                }
                parts.complement = true;
                open = !definite;
                j = m.end;
            }
            None => {
                // A word the pack does not know belongs here only while the construct chain is open.
                let definite = is_definite_unknown(scan, j);
                let for_the = scan.pack.lexicon.may_carry(scan.text.folded(j), tags::DEFINITE, true);
                if for_the && parts.complement {
                    open = false;
                    j += 1;
                    continue;
                }
                let name = |k: usize| scan.is(k, |s| matches!(s, Sense::Given | Sense::Compound));
                // "The minister of affairs of the Peshmerga UNKNOWN NAME".
                let adjective = definite
                    && parts.complement
                    && (name(j + 1) || open && j + 2 < limit && scan.unknown(j + 1) && name(j + 2));
                if !(open || adjective)
                    || has_and
                    || !(definite || words == 1)
                    || scan.is(j, |s| matches!(s, Sense::Given | Sense::Compound))
                {
                    break;
                }
                parts.complement = true;
                open = !definite;
                j += 1;
            }
        }
    }
    j
}

/// "The consul of A general at B", "the minister federal of A NAME": behind an adjective of the office stands where it is held,
/// whose it is, a name or the end; a time does not ("the general [last]", which is "last year").
fn office_ends(scan: &Scan, j: usize, limit: usize) -> bool {
    let place = |s: &Sense| matches!(s, Sense::Word { work, .. } if matches!(work.as_str(), "at" | "in" | "to" | "for"));
    let party = |m: &Match| {
        let marked = matches!(scan.pack.lexicon.marker_name(m.first.marker), Some("to" | "in" | "with-b"));
        is_party_part(scan.sense(m)) && (marked || m.first.tags & tags::DEFINITE != 0)
    };
    j >= limit
        || scan.mark(j).is_some()
        || names_follow(scan, j)
        || scan.unknown(j) && !is_definite_unknown(scan, j)
        || scan.is(j, place)
        || scan.matches[j].iter().any(party)
}

/// What an envoy is sent for goes on with "and", a noun and what it is of, before a mark or a name: where its words end.
fn matter_goes_on(scan: &Scan, j: usize, limit: usize) -> Option<usize> {
    let noun = |m: &Match| {
        m.end == j + 1
            && m.first.tags & tags::AND != 0
            && matches!(scan.sense(m), Sense::Common | Sense::Both | Sense::Topic { .. })
    };
    let text = &scan.text;
    let free = |k: usize| {
        k < limit
            && !text.tokens[k].breaks
            && !scan.is(k, |s| matches!(s, Sense::Given | Sense::Office { .. } | Sense::Trigger { .. }))
            && (scan.unknown(k)
                || scan.is(k, |s| matches!(s, Sense::Common))
                || scan.word(k, "region").is_some())
    };
    let ends = |k: usize| k >= limit || scan.mark(k).is_some() || names_follow(scan, k);
    let and = !scan.is(j, |s| matches!(s, Sense::Given | Sense::Office { .. }));
    (and && scan.matches[j].iter().any(noun) && free(j + 1) && ends(j + 2)).then_some(j + 2)
}

/// "To Africa", "to the Middle East and the Horn of Africa": where an envoy is sent that is no state, and where its words end.
fn part_of_world(scan: &Scan, preposition: &Match, limit: usize) -> Option<usize> {
    let region = |j: usize| scan.word(j, "region").filter(|m| m.end <= limit);
    let plain = |j: usize| {
        j < limit
            && !scan.text.tokens[j].breaks
            && (scan.unknown(j) || scan.is(j, |s| matches!(s, Sense::Common)))
            && !scan.is(j, |s| matches!(s, Sense::Given | Sense::Office { .. }))
    };
    scan.word(preposition.start, "to")?;
    let first = preposition.end;
    let mut j = match region(first) {
        Some(m) => m.end,
        None if plain(first) => first + 1,
        None => return None,
    };
    // "The region of the [Great Lakes]": what it is a region of, with its adjective.
    while plain(j) && is_definite_unknown(scan, j) {
        j += 1;
    }
    while let Some(next) = region(j).filter(|m| m.first.tags & tags::AND != 0) {
        j = next.end;
    }
    Some(j)
}

/// The state after a comma that goes on with the list of those whose officials a plural office means.
fn next_listed(scan: &Scan, comma: usize, limit: usize, parts: &Parts) -> Option<Match> {
    let state = |j: usize| scan.best(j, |s| matches!(s, Sense::State { form: StateForm::Name, .. }));
    let plain = |m: &Match| m.first.marker == 0 && m.end <= limit;
    let next = state(comma + 1).filter(plain).filter(|_| parts.state.is_some())?;
    // A name after it is that of its official, who has an actor of his own.
    let and = |j: usize| state(j).is_some_and(|m| m.first.tags & tags::AND != 0);
    let goes_on = next.end >= limit || scan.mark(next.end).is_some() || and(next.end);
    goes_on.then_some(next)
}

/// "The head of the mission of the Union at X", "the envoy of the United Nations to X NAME": an organisation posts its own.
fn posted(scan: &Scan, preposition: &Match, state: &Match, parts: &Parts) -> bool {
    let at = scan.is(preposition.start, |s| matches!(s, Sense::Word { work, .. } if *work == "at"));
    let form =
        |forms: &[StateForm]| matches!(scan.sense(state), Sense::State { form, .. } if forms.contains(form));
    // "The representative of A at B NAME".
    let sent =
        at && parts.stationed && scan.has_article() && parts.state.is_some() && form(&[StateForm::Name]);
    // "The director of the agency of A in B NAME": of a body's branch in another state.
    let another = |s: Slug| matches!(scan.sense(state), Sense::State { code, .. } if *code != s);
    let name = || {
        names_follow(scan, state.end)
            || scan.unknown(state.end)
                && !is_definite_unknown(scan, state.end)
                && !scan.text.tokens[state.end].breaks
    };
    let branch = parts.branches
        && scan.has_article()
        && parts.complement
        && parts.state.is_some_and(another)
        && form(&[StateForm::Name, StateForm::Capital, StateForm::City])
        && state.end < scan.text.tokens.len()
        && name();
    if branch && parts.second_state.is_none() {
        return true;
    }
    let own = sent || parts.state.is_some_and(|s| s.contains(':'));
    own && parts.second_state.is_none()
        && (sent
            || form(&[StateForm::Name]) && (at || parts.stationed || names_follow(scan, state.end))
            || parts.stationed && form(&[StateForm::Capital, StateForm::City]))
}

/// What somebody supervises: a bureau and whose it is, before a name. Gives where the words end.
fn supervised(scan: &Scan, from: usize, limit: usize) -> Option<usize> {
    let body = scan.best(from, |s| matches!(s, Sense::Institution { .. }));
    let bureau = match (scan.word(from, "building"), body) {
        (Some(house), Some(body)) if body.end <= house.end => house,
        (house, body) => body.or(house)?,
    };
    let mut j = bureau.end;
    if names_follow(scan, j) && matches!(scan.sense(&bureau), Sense::Institution { .. }) {
        return Some(j);
    }
    while let Some(m) = scan.best(j, |s| matches!(s, Sense::Honorific { .. })).filter(|m| m.end <= limit) {
        j = m.end;
    }
    let whose = office_at(scan, j, limit)?;
    names_follow(scan, whose.end).then_some(whose.end)
}

/// A name, or what somebody is charged with, follows at token `j` or after one more word.
fn told_on(scan: &Scan, j: usize, limit: usize) -> bool {
    let charged = |k: usize| {
        scan.word(k, "to").is_some()
            || scan.matches[k].iter().any(|m| scan.pack.lexicon.marker_name(m.first.marker) == Some("to"))
    };
    let follows = |k: usize| k < limit && (names_follow(scan, k) || charged(k));
    follows(j) || j < limit && scan.mark(j).is_none() && follows(j + 1)
}

/// "The minister of defence in Somalia NAME": who is named right after it.
fn names_follow(scan: &Scan, j: usize) -> bool {
    scan.text.tokens.get(j).is_some_and(|t| !t.breaks)
        && scan.is(j, tells_somebody)
        && !scan.is(j, |s| matches!(s, Sense::Word { .. }))
}

/// "The minister of defence in Somalia UNKNOWN UNKNOWN": two words of which nothing is known, neither with the article.
fn unknown_name(scan: &Scan, j: usize, limit: usize) -> bool {
    let part = |k: usize| {
        k < limit
            && scan.unknown(k)
            && !scan.text.tokens[k].breaks
            && !is_definite_unknown(scan, k)
            && !starts_with_and(scan, k)
    };
    scan.has_article() && part(j) && (part(j + 1) || j + 1 < limit && names_follow(scan, j + 1))
}

fn is_saying(scan: &Scan, j: usize) -> bool {
    scan.word(j, "saying").is_some()
}

fn starts_with_and(scan: &Scan, j: usize) -> bool {
    scan.pack.lexicon.may_carry(scan.text.folded(j), tags::AND, false)
}

/// An office or an adjective of one begins, and none that stands behind its office alone.
pub(super) fn opens_office(scan: &Scan, j: usize) -> bool {
    scan.is(j, |s| match s {
        Sense::Modifier { kind, .. } => kind != "general",
        sense => matches!(sense, Sense::Office { .. }),
    })
}

pub(super) fn is_definite_unknown(scan: &Scan, j: usize) -> bool {
    let form = scan.text.folded(j);
    !super::items::hamza_first(scan, j) && scan.pack.lexicon.articles().any(|a| form.starts_with(a.as_str()))
}

fn is_name_start(scan: &Scan, j: usize, open: bool) -> bool {
    !open
        && scan.is(j, |s| matches!(s, Sense::Given))
        && scan.matches[j].iter().all(|m| m.first.tags & tags::DEFINITE == 0)
}

fn is_city(scan: &Scan, m: &Match) -> bool {
    matches!(scan.sense(m), Sense::State { form: StateForm::City | StateForm::Capital, .. })
}

fn is_party_part(s: &Sense) -> bool {
    matches!(
        s,
        Sense::State { .. }
            | Sense::Organisation { .. }
            | Sense::Portfolio { before: false, .. }
            | Sense::Institution { .. }
            | Sense::Ministry
    )
}

/// A modifier after its office, unless the same words and more begin another office ("charged with", "charged").
fn trailing_modifier(scan: &Scan, j: usize) -> Option<Match> {
    let after = scan.best(j, |s| matches!(s, Sense::Modifier { before: false, .. }))?;
    let before = scan.best(j, |s| matches!(s, Sense::Modifier { before: true, .. }));
    before.is_none_or(|before| before.end <= after.end).then_some(after)
}

/// Where one word is a state's name and its adjective, after a complement that is closed it is the adjective.
fn as_adjective(scan: &Scan, m: Match, open: bool) -> Match {
    let Sense::State { code, form: StateForm::Name } = scan.sense(&m) else { return m };
    if open || m.last_tags & tags::DEFINITE == 0 {
        return m;
    }
    let adjective = |other: &&Match| {
        other.end == m.end
            && other.last_tags & tags::DEFINITE != 0
            && matches!(scan.sense(other), Sense::State { code: same, form: StateForm::Adjective } if same == code)
    };
    scan.matches[m.start].iter().find(adjective).copied().unwrap_or(m)
}

fn consume(scan: &Scan, m: &Match, parts: &mut Parts) {
    match scan.sense(m) {
        Sense::State { code, form } => {
            parts.name_state(*code, matches!(form, StateForm::City | StateForm::Capital));
        }
        Sense::Organisation { code, .. } => {
            parts.name_state(*code, false);
            parts.complement = true;
        }
        Sense::Portfolio { id, .. } => parts.institute(*id),
        Sense::Institution { id, state, .. } => {
            parts.institute(*id);
            match state {
                Some(state) => parts.name_state(*state, false),
                None => inner_state(scan, m.start, m.end, parts),
            }
        }
        Sense::Ministry => parts.complement = true,
        _ => {}
    }
}

/// The one state that has the body with whose name the words of an office end ("president of the [House of Notables]").
fn state_of_body(scan: &Scan, head: &Match) -> Option<Slug> {
    let whole = |m: &&Match| m.end == head.end;
    (head.start + 1..head.end)
        .flat_map(|k| scan.matches[k].iter().filter(whole))
        .find_map(|m| serves(scan.sense(m)))
}

/// The one state that has a body; a party that is called "democratic" may be of any.
fn serves(sense: &Sense) -> Option<Slug> {
    match sense {
        Sense::Institution { id, state, .. } if id != "party" => *state,
        _ => None,
    }
}

/// A state or organisation named inside a longer phrase ("US Central Command", "World Bank President").
fn inner_state(scan: &Scan, from: usize, to: usize, parts: &mut Parts) {
    for k in from..to {
        let inner = scan.best(k, |s| {
            matches!(
                s,
                Sense::State { form: StateForm::Adjective | StateForm::Name, .. }
                    | Sense::Organisation { .. }
            )
        });
        // "The secretary of the Security Council": every state has one of its own.
        let own = |m: &Match| {
            let council = |s: &Sense| matches!(s, Sense::Office { position, .. } if *position == "national-security-adviser");
            m.end == to && matches!(scan.sense(m), Sense::Organisation { .. }) && scan.is(from, council)
        };
        if let Some(m) = inner.filter(|m| m.end <= to && !own(m)) {
            match scan.sense(&m) {
                Sense::State { code, .. } | Sense::Organisation { code, .. } => {
                    parts.name_state(*code, false)
                }
                _ => {}
            }
            return;
        }
    }
}

fn closing_quote(scan: &Scan, open: usize, limit: usize) -> Option<usize> {
    (open + 1..limit.min(open + 9)).find(|&k| matches!(scan.mark(k), Some('"' | '»' | '”'))).map(|k| k + 1)
}

/// ", C and the Union" behind the state to which an envoy is sent, before a mark or his name: where that ends.
fn accredited_too(scan: &Scan, mut j: usize, limit: usize) -> Option<usize> {
    const MANY: usize = 8;
    for _ in 0..MANY {
        let comma = scan.mark(j) == Some(',');
        let and = scan.word(j + usize::from(comma), "and").filter(|m| m.end == m.start + 1);
        let last = and.is_some();
        let from = j + usize::from(comma) + usize::from(last);
        if from == j {
            return None;
        }
        let from = from + usize::from(scan.word(from, "determiner").is_some_and(|m| m.end == from + 1));
        let party =
            |s: &Sense| matches!(s, Sense::State { form: StateForm::Name, .. } | Sense::Organisation { .. });
        let one = scan.best(from, party).filter(|m| m.end <= limit && !scan.possessive(m.end))?;
        if last {
            let closes = matches!(scan.mark(one.end), Some(',' | '(' | ')')) || named(scan, one.end, limit);
            return closes.then_some(one.end);
        }
        j = one.end;
    }
    None
}

/// Another state in which an envoy serves, behind the first, or the city in which he resides: where that ends.
fn serves_there_too(scan: &Scan, j: usize, limit: usize) -> Option<usize> {
    let located = |m: &Match| m.end <= limit && m.first.tags & tags::LOC != 0;
    if scan.word(j, "and").is_some() || scan.mark(j) == Some(',') {
        let state = scan.best(j + 1, |s| matches!(s, Sense::State { form: StateForm::Name, .. }));
        let end = state.filter(located)?.end;
        let goes_on = scan.word(end, "and").is_some() || scan.mark(end) == Some(',');
        // Where nothing goes on only a bracket is left to ask for: a list of states is gone through once.
        let closes = || {
            scan.is(end, |s| matches!(s, Sense::Modifier { before: false, .. }))
                || scan.word(end, "on").is_some()
                || serves_there_too(scan, end, limit).is_some()
                || named(scan, end, limit)
                || names_follow(scan, end)
        };
        return (goes_on || closes()).then_some(end);
    }
    let open = scan.mark(j) == Some('(');
    let with = scan.word(j + usize::from(open), "with")?;
    let house = scan.word(with.end, "building")?;
    let k = scan.word(house.end, "in")?.end;
    let city = scan.best(k, |s| matches!(s, Sense::State { form: StateForm::City | StateForm::Capital, .. }));
    let end = city.filter(located)?.end;
    let close = open && scan.mark(end) == Some(')');
    (open == close).then_some(end + usize::from(close))
}

/// "In our country", "in the republic" behind an envoy or whoever serves an organisation: where that ends.
fn serves_here(scan: &Scan, j: usize, limit: usize, envoy: bool, parts: &Parts) -> Option<usize> {
    let sent = envoy || parts.state.as_deref().is_some_and(|s| s.starts_with("ORG:"));
    if !sent || scan.pack.features.complement_before || parts.state.is_none() {
        return None;
    }
    let k = scan.word(j, "in").filter(|m| m.end == j + 1)?.end;
    let plain = |t: usize| {
        let token = scan.text.tokens.get(t).filter(|x| x.kind == Kind::Word && !x.capital && !x.breaks);
        let house = scan.word(t, "building").is_some() || scan.word(t, "gathering").is_some();
        token.is_some() && !house && !scan.unknown(t)
    };
    let whole = scan.word(k, "homeland").map(|m| m.end);
    // "In this country", "in this country of the Balkans": an adjective may stand between.
    let this = scan.word(k, "determiner").filter(|_| whole.is_none()).map(|m| m.end);
    let described = |t: usize| {
        let adjective =
            scan.text.tokens.get(t).is_some_and(|x| x.kind == Kind::Word && !x.capital && !x.breaks);
        adjective && plain(t + 1)
    };
    let end = match this {
        Some(t) => plain(t).then_some(t + 1).or_else(|| described(t).then_some(t + 2))?,
        None => whole.or_else(|| plain(k).then_some(k + 1))?,
    };
    let located = scan.matches[end - 1].iter().any(|m| m.last_tags & tags::LOC != 0);
    // "Ko NAME": a short word with a capital before one that the pack does not know.
    let short =
        scan.text.tokens.get(end).is_some_and(|t| t.capital && !t.breaks) && named(scan, end + 1, limit);
    let follows = named(scan, end, limit) || names_follow(scan, end) || short;
    (located && end < limit && follows).then_some(end)
}

/// "At international organisations", "and other organisations in CITY", between an envoy's office and his name: where that ends.
fn accredited(scan: &Scan, j: usize, limit: usize) -> Option<usize> {
    const MOST: usize = 3;
    let small = scan.word(j, "at").or_else(|| scan.word(j, "and")).filter(|m| m.end == j + 1)?;
    let plain = |t: &usize| {
        let word = scan.text.tokens.get(*t).is_some_and(|x| x.kind == Kind::Word && !x.capital && !x.breaks);
        let work =
            |s: &Sense| matches!(s, Sense::Word { work, .. } if work != "determiner" && work != "gathering");
        word && !scan.is(*t, |s| work(s) || matches!(s, Sense::Trigger { .. } | Sense::Office { .. }))
    };
    let bodies = (small.end..small.end + MOST).take_while(plain).last()? + 1;
    let city = |s: &Sense| matches!(s, Sense::State { form: StateForm::City | StateForm::Capital, .. });
    let place = scan.word(bodies, "in").and_then(|m| scan.best(m.end, city));
    let end = place.map_or(bodies, |m| m.end);
    let capital = |t: usize| scan.text.tokens.get(t).is_some_and(|x| x.capital && !x.breaks);
    let follows = (named(scan, end, limit) || names_follow(scan, end)) && capital(end) && capital(end + 1);
    (end + 1 < limit && follows).then_some(end)
}

/// "To the Kingdom", "to the country": where that ends, if no name of a state follows.
fn to_the_land(scan: &Scan, j: usize) -> Option<usize> {
    scan.word(j, "to").filter(|m| m.end == j + 1)?;
    let land = |s: &Sense| matches!(s, Sense::Word { work, kind: Some(kind) } if *work == "title_end" && *kind == "land");
    let region = || {
        scan.word(j + 1, "determiner")?;
        scan.word(j + 2, "region").filter(|m| m.end == j + 3)
    };
    let end = scan.best(j + 1, land).or_else(region)?.end;
    scan.word(end, "of").is_none().then_some(end)
}

/// "In CITY", "in the Republic of X", between an office and the name of its holder: the place, and where it ends.
fn serves_in(scan: &Scan, j: usize, limit: usize, head: &Match) -> Option<(Match, usize)> {
    let small = scan.word(j, "in").or_else(|| scan.word(j, "on")).filter(|m| m.end == j + 1)?;
    let place = |s: &Sense| {
        matches!(s, Sense::State { form: StateForm::Name | StateForm::City | StateForm::Capital, .. })
    };
    let m = scan.best(small.end, place).filter(|m| m.end <= limit && m.first.tags & tags::LOC != 0)?;
    // "With the head of the bureau in CITY the president talked": a name in another case is no holder's.
    let case = head.first.tags & tags::CASES;
    let given = |s: &Sense| matches!(s, Sense::Given);
    let own =
        scan.best(m.end, given).is_none_or(|g| g.first.tags & tags::CASES == 0 || g.first.tags & case != 0);
    (own && named(scan, m.end, limit)).then_some((m, m.end))
}

/// A word for a region in the genitive, and the city or region whose name stands beside it as it is listed.
fn region_named(scan: &Scan, j: usize, limit: usize) -> Option<Match> {
    let region = scan.word(j, "region").filter(|m| m.end == j + 1 && m.first.tags & tags::GEN != 0)?;
    let named = |s: &Sense| matches!(s, Sense::State { form: StateForm::City | StateForm::Capital, .. });
    let bears = |m: &Match| m.end <= limit && scan.text.tokens[m.end - 1].capital;
    (!scan.pack.features.complement_before && !scan.has_article())
        .then(|| scan.best(region.end, named).filter(bears))
        .flatten()
}

/// Ordinary words with capitals inside a text, up to a comma, "of", a title or a name: where they end.
fn plain_portfolio(scan: &Scan, from: usize, limit: usize) -> Option<usize> {
    let ordinary = |t: usize| {
        let token = &scan.text.tokens[t];
        token.capital
            && !token.shout
            && !token.breaks
            && scan.is(t, |s| matches!(s, Sense::Common | Sense::Topic { .. }))
            && !scan.matches[t].iter().any(|m| {
                matches!(
                    scan.sense(m),
                    Sense::Given
                        | Sense::State { .. }
                        | Sense::Organisation { .. }
                        | Sense::Office { .. }
                        | Sense::Modifier { .. }
                        | Sense::Honorific { .. }
                        | Sense::Ministry
                )
            })
    };
    if scan.text.field != crate::model::Field::Text
        || office_head_near(scan, from, limit.min(from + 5)).is_some()
    {
        return None;
    }
    let after = (from..limit.min(from + 4)).find(|&t| !ordinary(t)).unwrap_or(limit.min(from + 4));
    let ends = |t: usize| {
        scan.mark(t) == Some(',')
            || scan.word(t, "of").is_some()
            || scan.is(t, |s| matches!(s, Sense::Honorific { .. } | Sense::Rank { .. } | Sense::Given))
            || scan.text.tokens[t].capital && scan.unknown(t)
    };
    (after > from && after < limit && ends(after)).then_some(after)
}

/// An office that is a house of its own: what stands after "at" is where its holder was.
fn reigns(scan: &Scan, head: &Match) -> bool {
    const WHOLE: [&str; 4] = ["monarch", "president", "prime-minister", "crown-prince"];
    matches!(scan.sense(head), Sense::Office { position, .. } if WHOLE.contains(&position.as_str()))
}

/// An office whose holder is sent by another for some matter.
fn sent(scan: &Scan, head: &Match) -> bool {
    matches!(scan.sense(head), Sense::Office { position, .. }
        if position.contains("envoy") || position.contains("representative") || position.contains("coordinator"))
}

/// A person's name begins here.
fn named(scan: &Scan, j: usize, limit: usize) -> bool {
    j < limit
        && scan.text.tokens.get(j).is_some_and(|t| t.capital && !t.shout && !t.breaks && t.kind == Kind::Word)
        && (scan.unknown(j) || scan.is(j, |s| matches!(s, Sense::Given)))
}

/// The next of several states in the genitive, behind a comma, of which the last stands behind "and" and before a name.
fn listed_on(scan: &Scan, comma: usize) -> Option<Match> {
    const MOST: usize = 6;
    let state = |t: usize| {
        scan.best(t, |s| matches!(s, Sense::State { form: StateForm::Name, .. }))
            .filter(|m| m.first.tags & tags::GEN != 0)
    };
    let next = (scan.mark(comma) == Some(',')).then(|| state(comma + 1)).flatten()?;
    let mut end = next.end;
    for _ in 0..MOST {
        if scan.word(end, "and").is_some() {
            return state(end + 1).filter(|last| named(scan, last.end, scan.text.tokens.len())).map(|_| next);
        }
        end = (scan.mark(end) == Some(',')).then(|| state(end + 1)).flatten()?.end;
    }
    None
}

/// "…, the chief negotiator NAME": another office of whoever is named after it.
fn titled_on(scan: &Scan, j: usize, limit: usize) -> bool {
    scan.mark(j) == Some(',')
        && office_at(scan, j + 1, limit)
            .is_some_and(|o| o.number == NounNumber::One && named(scan, o.end, limit))
}

/// A state, organisation or region of the world, and where its words end.
fn world(scan: &Scan, j: usize) -> Option<usize> {
    let known = |s: &Sense| {
        matches!(
            s,
            Sense::State { form: StateForm::Name | StateForm::Adjective, .. } | Sense::Organisation { .. }
        )
    };
    let state = scan.best(j, known).map(|m| m.end);
    state.max(scan.word(j, "region").map(|m| m.end))
}

/// What somebody is sent for, from after its preposition: states, regions of the world and things, each with what
/// belongs to it; where it ends.
fn matter(scan: &Scan, from: usize, limit: usize) -> Option<usize> {
    let thing = |j: usize| {
        let token = &scan.text.tokens[j];
        // "The struggle with terror" is told by a word of sport.
        let other = |s: &Sense| matches!(s, Sense::Word { work, .. } if *work != "sport");
        token.kind == Kind::Word && !token.capital && !scan.is(j, |s| {
            other(s)
                || matches!(s, Sense::Office { .. } | Sense::Modifier { .. } | Sense::Honorific { .. })
                || matches!(s, Sense::Trigger { form, .. } if !matches!(form, crate::pack::TriggerForm::Noun))
        })
    };
    let (mut j, mut end) = (from, None);
    while j < limit.min(from + 10) && !scan.text.tokens[j].breaks {
        // "Southern and Central Asia": the first adjective has its noun with the second.
        let shared = scan.text.tokens[j].capital && scan.word(j + 1, "and").is_some();
        if let Some(after) = world(scan, j) {
            j = after;
        } else if shared && let Some(after) = world(scan, j + 2) {
            j = after;
        } else if thing(j) {
            j += 1;
        } else if end.is_some()
            && scan.word(j, "with").is_some()
            // "For the struggle with the financing of".
            && let Some(after) = world(scan, j + 1).or_else(|| (j + 1 < limit && thing(j + 1)).then_some(j + 2))
        {
            j = after;
        } else {
            break;
        }
        end = Some(j);
        let joined = scan.word(j, "and").is_some() || scan.mark(j) == Some(',');
        if joined && j + 1 < limit && (world(scan, j + 1).is_some() || thing(j + 1)) {
            j += 1;
        }
    }
    end
}

/// "[A and B on] envoy": the same before the head, with the postposition.
fn matter_before(scan: &Scan, from: usize, limit: usize) -> Option<(Match, usize)> {
    let first = *scan.matches[from].iter().find(|m| {
        matches!(scan.sense(m), Sense::State { .. } | Sense::Organisation { .. } | Sense::Common)
            || matches!(scan.sense(m), Sense::Word { work, .. } if work == "region")
    })?;
    let mut j = from;
    while j < limit.min(from + 6) && !scan.text.tokens[j].breaks {
        j = match world(scan, j) {
            Some(after) => after,
            None if scan.word(j + 1, "and").is_some() && world(scan, j + 2).is_some() => j + 1,
            None => return None,
        };
        if let Some(on) = scan.word(j, "on") {
            return Some((first, on.end));
        }
        if scan.word(j, "and").is_some() || scan.mark(j) == Some(',') {
            j += 1;
        }
    }
    None
}

/// "[Trade], industry and energy minister": the list of matters before a head, from its comma on; gives the head.
fn matters_go_on(scan: &Scan, comma: usize, limit: usize) -> Option<usize> {
    const WORDS: usize = 3;
    let mut words = 0;
    let mut and = false;
    for k in comma + 1..limit.min(comma + 10) {
        if scan.text.tokens[k].breaks {
            return None;
        }
        if and && words > 0 && scan.is(k, |s| matches!(s, Sense::Office { .. })) {
            return Some(k);
        }
        let joint = scan.word(k, "and").is_some();
        if joint || scan.mark(k) == Some(',') {
            if words == 0 || and {
                return None;
            }
            and = joint;
            words = 0;
            continue;
        }
        let stranger = |s: &Sense| {
            matches!(
                s,
                Sense::State { .. }
                    | Sense::Organisation { .. }
                    | Sense::Given
                    | Sense::Honorific { .. }
                    | Sense::Ministry
            )
        };
        words += 1;
        if words > WORDS || scan.text.tokens[k].kind != Kind::Word || scan.is(k, stranger) {
            return None;
        }
    }
    None
}

/// The list of states goes on with a comma or "and" and another state.
fn states_go_on(scan: &Scan, from: usize, limit: usize) -> bool {
    let j = if scan.mark(from) == Some(',') { from + 1 } else { from };
    let j = if scan.word(j, "and").is_some() { j + 1 } else { j };
    let j = if scan.word(j, "determiner").is_some() { j + 1 } else { j };
    j > from && j < limit && scan.is(j, |s| matches!(s, Sense::State { form: StateForm::Name, .. }))
}

/// A ministry or institution within the next words.
fn institution_ahead(scan: &Scan, from: usize, limit: usize) -> bool {
    (from..limit.min(from + 3))
        .take_while(|&k| scan.mark(k).is_none())
        .any(|k| scan.is(k, |s| matches!(s, Sense::Institution { .. } | Sense::Ministry)))
}

/// Common nouns in a list that ends with "and" and one more, before a state: where they end.
fn things_go_on(scan: &Scan, from: usize, limit: usize) -> Option<usize> {
    let thing = |k: usize| {
        scan.text.tokens.get(k).is_some_and(|t| t.kind == Kind::Word && !t.capital)
            && !scan.is(k, |s| {
                let noun = matches!(s, Sense::Word { work, .. } if matches!(work.as_str(), "building" | "region" | "gathering" | "document" | "commerce"));
                !noun && matches!(
                    s,
                    Sense::Word { .. }
                        | Sense::Office { .. }
                        | Sense::Modifier { .. }
                        | Sense::Trigger { .. }
                        | Sense::Honorific { .. }
                        | Sense::Rank { .. }
                        | Sense::Counterpart
                        | Sense::Institution { .. }
                )
            })
    };
    let mut k = from;
    let mut and = false;
    while k < limit.min(from + 10) && !scan.text.tokens[k].breaks {
        if thing(k) {
            k += 1;
        } else if !and
            && k > from
            && (scan.mark(k) == Some(',') || scan.word(k, "and").is_some())
            && thing(k + 1)
        {
            and |= scan.word(k, "and").is_some();
            k += 1;
        } else {
            break;
        }
    }
    let state = scan.is(k, |s| matches!(s, Sense::State { form: StateForm::Name, .. }));
    (and && state && k > from).then_some(k)
}

fn list_goes_on(scan: &Scan, from: usize, limit: usize) -> bool {
    (from..limit.min(from + 6)).any(|k| {
        scan.word(k, "and").is_some()
            && scan.is(k + 1, |s| matches!(s, Sense::Portfolio { .. }))
            && office_head_near(scan, k + 1, limit).is_none()
    })
}

/// A head of office within the next words, before any mark.
pub(crate) fn office_head_near(scan: &Scan, from: usize, limit: usize) -> Option<usize> {
    (from..limit.min(from + 4))
        .take_while(|&k| scan.mark(k).is_none())
        .find(|&k| scan.is(k, |s| matches!(s, Sense::Office { .. })))
}
