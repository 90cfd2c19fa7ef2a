//! Goes through the items of a sentence once and makes namings and parties of them.

mod ahead;
mod names;
mod parties;

use super::{Actor, ActorKind, Held, Named};
use crate::Slug;
use crate::detect::Scan;
use crate::detect::items::{Item, What};
use crate::detect::office::OfficePhrase;
use crate::pack::{NounNumber, StateForm, tags};

pub(super) struct Walk<'a, 's> {
    pub(super) scan: &'a Scan<'s>,
    pub(super) items: &'a [Item],
    pub(super) sentence: usize,
    pub(super) namings: &'a mut Vec<Named>,
    pub(super) out: Vec<Actor>,
    /// Items of titles that wait for a name.
    pub(super) pending: Vec<usize>,
    /// A plural office whose holders are being listed.
    pub(super) plural: Option<OfficePhrase>,
    /// How many of them have been named.
    pub(super) shared: usize,
    /// The state of the next name in a list of ambassadors, with the office that is left out.
    pub(super) left_out: Option<(Slug, OfficePhrase)>,
    /// The states of the counterparts that are still to be named ("his counterparts from A and B, X and Y").
    pub(super) counterparts: Vec<Slug>,
    /// The state of the next name in such a list ("his counterparts from A, X, and from B, Y").
    pub(super) listed: Option<Slug>,
    /// Where the words before that name begin ("and from B").
    pub(super) listed_from: Option<usize>,
}

impl Walk<'_, '_> {
    pub(super) fn step(&mut self, i: usize) -> usize {
        let item = &self.items[i];
        match &item.what {
            What::Honorific { .. } | What::Rank => {
                // "The minister welcomed His Highness": with a preposition attached the title is another's.
                let attached = item.marker != 0 && self.scan.has_article();
                // "Met the emir of A his brother the king NAME": a brother is another than whose brother he is.
                let office = |&p: &usize| matches!(self.items[p].what, What::Office(_));
                let kin = matches!(&item.what, What::Honorific { kind } if *kind == "kin")
                    && self.scan.has_article()
                    && self.pending.last().is_some_and(office);
                if item.and || attached || kin {
                    self.flush();
                }
                self.pending.push(i);
                i + 1
            }
            What::Office(_) => {
                if item.and && !self.second_hat(i) || self.office_done(i) {
                    self.flush();
                }
                self.pending.push(i);
                i + 1
            }
            What::Counterpart => {
                let keep = !self.pending.is_empty()
                    && self.pending.iter().all(|&p| matches!(self.items[p].what, What::State { .. }));
                if !keep {
                    self.flush();
                }
                self.pending.push(i);
                i + 1
            }
            What::State { form, .. } => {
                // "His counterpart of X" with the preposition attached.
                let of = *form == StateForm::Name && item.marker != 0 && !item.and;
                if self
                    .pending
                    .last()
                    .is_some_and(|&p| p + 1 == i && matches!(self.items[p].what, What::Counterpart))
                    && (*form == StateForm::Adjective
                        || *form == StateForm::Name
                            && item.first_tags & tags::DEFINITE != 0
                            && item.marker == 0
                        || of
                            && self.items.get(i + 1).is_some_and(|n| {
                                matches!(n.what, What::Name { .. } | What::Honorific { .. } | What::Rank)
                            }))
                {
                    self.pending.push(i);
                    return i + 1;
                }
                // "His counterparts in A, B and C".
                if (item.and || i > 0 && self.joins_counterparts(i - 1))
                    && *form == StateForm::Name
                    && self.pending.len() > 1
                    && matches!(self.items[self.pending[0]].what, What::Counterpart)
                    && self.pending[1..]
                        .iter()
                        .all(|&p| matches!(self.items[p].what, What::State { form: StateForm::Name, .. }))
                {
                    self.pending.push(i);
                    return i + 1;
                }
                // "His two counterparts, the Kenyan and the Ghanaian", each with his name or without.
                if *form == StateForm::Adjective
                    && item.and
                    && self.scan.pack.features.adjective_after
                    && let What::State { code, .. } = &item.what
                {
                    let named = self.items.get(i + 1).is_some_and(|n| {
                        matches!(n.what, What::Name { .. } | What::Honorific { .. } | What::Rank) && !n.and
                    });
                    let beside = matches!(self.pending.as_slice(), [first, .., last]
                        if matches!(self.items[*first].what, What::Counterpart)
                            && matches!(self.items[*last].what, What::State { form: StateForm::Adjective, .. })
                            && *last + 1 == i);
                    if beside && !named {
                        self.pending.push(i);
                        return i + 1;
                    }
                    // A comma may stand between: "his A-ian counterpart NAME, and the B-ian NAME".
                    let comma = usize::from(i > 0 && self.items[i - 1].is_mark(","));
                    let after = self.out.last().is_some_and(|a| {
                        a.items.end + comma == i
                            && matches!(&a.kind, ActorKind::Person(n) if self.namings[*n].counterpart)
                    });
                    if after && named && self.pending.is_empty() {
                        self.listed = Some(*code);
                        self.listed_from = Some(i);
                        return i + 1;
                    }
                }
                self.flush();
                // "The Kenyan diplomat": whoever of that state was told of.
                if *form == StateForm::Adjective
                    && self.items.get(i + 1).is_some_and(|n| n.is_word("person"))
                    && !self.items.get(i + 2).is_some_and(|n| matches!(n.what, What::Name { .. }))
                    && let What::State { code, .. } = &item.what
                {
                    self.push(i, ActorKind::Pronoun, Some(*code));
                    if let Some(actor) = self.out.last_mut() {
                        actor.items.end = i + 2;
                    }
                    return i + 2;
                }
                // "The ambassadors of A, X, and of B, Y": the state says whose the next name is.
                if let What::State { code, .. } = &item.what
                    && let Some((from, at, head)) = self.list_head(i)
                {
                    self.listed_from = Some(from);
                    match head {
                        Some(office) => self.left_out = Some((*code, office)),
                        None => self.listed = Some(*code),
                    }
                    return at;
                }
                // The name may bear a title: "and of C, Sheikh Z".
                let titles = self.items[i + 1..]
                    .iter()
                    .take_while(|n| matches!(n.what, What::Honorific { .. } | What::Rank) && !n.and)
                    .count();
                if self
                    .items
                    .get(i + 1 + titles)
                    .is_some_and(|n| matches!(n.what, What::Name { .. }) && !n.and)
                    && let Some(office) = crate::detect::items::elliptic_office(&self.items[..=i])
                    && let What::State { code, .. } = &item.what
                {
                    self.left_out = Some((*code, office.clone()));
                    self.listed_from = (titles > 0).then_some(i);
                    return i + 1;
                }
                // "Ambassadors of A, X; B, Y": after a semicolon the state, and after its comma whom it sent.
                if *form == StateForm::Name
                    && i > 1
                    && (self.items[i - 1].is_mark(";")
                        || self.items[i - 1].is_word("and") && self.items[..i].iter().any(|x| x.is_mark(";")))
                    && self.items.get(i + 1).is_some_and(|n| n.is_mark(","))
                    && self.items.get(i + 2).is_some_and(|n| matches!(n.what, What::Name { .. }) && !n.and)
                    && let Some(office) = crate::detect::items::elliptic_office(&self.items[..=i])
                    && let What::State { code, .. } = &item.what
                {
                    self.left_out = Some((*code, office.clone()));
                    return i + 2;
                }
                // "In the American city of New York", where the adjective stands behind the city: it says where the city is.
                if *form == StateForm::Adjective
                    && self.scan.pack.features.adjective_after
                    && item.marker == 0
                    && !item.and
                    && i > 0
                    && matches!((&self.items[i - 1].what, &item.what),
                        (What::State { code: a, form: StateForm::Capital | StateForm::City }, What::State { code: b, .. }) if a == b)
                {
                    return i + 1;
                }
                // "The Jordanian capital": the adjective is a place.
                let named = self.items.get(i + 1).is_some_and(|n| {
                    n.marker == 0
                        && !n.and
                        && matches!((&n.what, &item.what),
                            (What::State { code: a, form: StateForm::Capital | StateForm::City }, What::State { code: b, .. }) if a == b)
                });
                if *form == StateForm::Adjective && i > 0 && self.items[i - 1].is_word("region") && named {
                    return i + 1;
                }
                if *form == StateForm::Adjective
                    && i > 0
                    && self.items[i - 1].is_word("region")
                    && !self.scan.pack.features.complement_before
                {
                    let (What::State { code, .. }, at) = (&self.items[i].what, i) else { return i + 1 };
                    self.push(at, ActorKind::State(StateForm::Capital), Some(*code));
                    return i + 1;
                }
                // The same where adjectives stand before their nouns.
                if *form == StateForm::Adjective
                    && !self.scan.pack.features.adjective_after
                    && self.items.get(i + 1).is_some_and(|n| n.is_kind("region", "capital"))
                {
                    let What::State { code, .. } = self.items[i].what else { return i + 1 };
                    self.push(i, ActorKind::State(StateForm::Capital), Some(code));
                    if let Some(capital) = self.out.last_mut() {
                        capital.items.end = i + 2;
                        capital.span = [item.begin, self.scan.text.tokens[self.items[i + 1].end - 1].end];
                    }
                    return i + 2;
                }
                // Adjectives before "counterpart" in languages that put them there.
                if !self.scan.pack.features.adjective_after
                    && let Some(head) = self.before_counterpart(i)
                {
                    let adjective = |k: &usize| matches!(self.items[*k].what, What::State { .. });
                    self.pending.extend((i..head).filter(adjective));
                    return head;
                }
                self.party(i);
                i + 1
            }
            // "His counterparts in CITY and CITY": each capital stands for its state.
            What::Word { work, .. } if work == "in" && !self.capitals_of(i).is_empty() => {
                let all = self.capitals_of(i);
                let next = all.last().map_or(i + 1, |last| last + 1);
                self.pending.extend(all);
                next
            }
            // "His counterpart in the Republic of X".
            What::Word { work, .. }
                if matches!(work.as_str(), "in" | "from" | "of") && self.counterpart_of(i) =>
            {
                let state = self.past_article(i + 1);
                self.pending.push(state);
                state + 1
            }
            What::Organisation { .. } | What::Institution { .. } => {
                self.flush();
                self.party(i);
                self.out.last().map_or(i + 1, |a| a.items.end.max(i + 1))
            }
            What::Both => {
                self.flush();
                if self.announces(i) { i + 1 } else { self.both(i) }
            }
            What::Word { work, kind: Some(kind) }
                if work == "pronoun" && kind == "possessive" && self.possesses(i) =>
            {
                self.flush();
                i + 1
            }
            What::Word { work, .. } if work == "pronoun" => {
                self.flush();
                // "His (Chinese) counterpart": no party of its own.
                let next = self.items[i + 1..].iter().find(|x| {
                    !matches!(
                        x.what,
                        What::State { form: StateForm::Adjective, .. } | What::Other { common: true }
                    )
                });
                if !self.scan.pack.features.case.is_empty()
                    && next.is_some_and(|x| matches!(x.what, What::Counterpart))
                {
                    return i + 1;
                }
                // "In the palace of [his] highness": the words say whose house it is, and nobody is received.
                let house = |b: &Item| b.is_word("building") && b.first_tags & tags::DEFINITE == 0;
                if self.scan.has_article() && i > 0 && house(&self.items[i - 1]) {
                    return i + 1;
                }
                if self.tells_whose(i) || self.names_several(i) {
                    return i + 1;
                }
                if let Some(next) = self.guest_from(i) {
                    return next;
                }
                self.simple(i, ActorKind::Pronoun);
                // "Him [the minister received]": the pack tells the case of a pronoun that no ending shows.
                let case = match &self.items[i].what {
                    What::Word { kind: Some(kind), .. } => tags::bit(kind) & tags::CASES,
                    _ => 0,
                };
                if let Some(actor) = self.out.last_mut().filter(|_| case != 0) {
                    actor.tags = actor.tags & !tags::CASES | case;
                }
                // "They": a form that no ending tells of, which without a preposition is whoever acts.
                let they = self.items[i].is_kind("pronoun", "several");
                if they
                    && self.scan.pack.features.svo_with_cases()
                    && let Some(actor) = self.out.last_mut().filter(|a| a.tags & tags::CASES == 0)
                {
                    actor.tags |= tags::NOM;
                }
                // Whoever is meant is a person: the accusative is the genitive.
                if self.scan.pack.features.order == "svo"
                    && let Some(actor) = self.out.last_mut().filter(|a| a.tags & tags::GEN != 0)
                {
                    actor.tags |= tags::ACC;
                }
                i + 1
            }
            // "Agreed to found a working group": nobody yet.
            What::Word { work, .. }
                if work == "delegation"
                    && self.scan.pack.features.complement_before
                    && self.items.get(i + 1).is_some_and(|n| n.is_word("founding")) =>
            {
                self.flush();
                i + 1
            }
            What::Word { work, .. } if work == "delegation" => {
                self.flush();
                self.delegation(i)
            }
            // "Left the Kingdom for X", "between the Kingdom and X": the publisher's own state.
            What::Word { work, kind: Some(kind) }
                if work == "homeland" && kind == "state" && self.goes(i) =>
            {
                self.flush();
                self.push(i, ActorKind::State(StateForm::Name), None);
                i + 1
            }
            What::Name { .. } => {
                if self.offices_of_others(i) {
                    self.flush();
                }
                self.name(i)
            }
            What::Mark(',') if self.waits_over_comma(i) => i + 1,
            // "Major General (Retd) NAME": what the brackets hold is no part of the list.
            What::Mark('(')
                if !self.pending.is_empty()
                    && self
                        .items
                        .get(i + 1)
                        .is_some_and(|n| matches!(n.what, What::Rank | What::Other { .. }))
                    && self.items.get(i + 2).is_some_and(|n| n.is_mark(")"))
                    && self.items.get(i + 3).is_some_and(|n| {
                        matches!(n.what, What::Name { .. } | What::Rank | What::Honorific { .. }) && !n.and
                    }) =>
            {
                i + 3
            }
            // What closes an office may stand before the name.
            What::Word { work, .. }
                if work == "title_end"
                    && self.pending.last() == Some(&i.wrapping_sub(1))
                    && self.items.get(i + 1).is_some_and(|n| {
                        // "The minister of the sisterly A, Dr NAME".
                        let titled = self.scan.has_article()
                            && item.first_tags & tags::DEFINITE != 0
                            && n.marker == 0
                            && matches!(n.what, What::Honorific { .. } | What::Rank);
                        !n.and && (matches!(n.what, What::Name { .. }) || titled)
                    }) =>
            {
                i + 1
            }
            What::Mark('-' | '–' | '—')
                if !self.pending.is_empty()
                    && self.items.get(i + 1).is_some_and(|n| matches!(n.what, What::Office(_)))
                    && !self.in_other_case(i + 1) =>
            {
                i + 1
            }
            // "The ministers of A and B — X and Y", "the minister of A (X)".
            What::Mark('-' | '–' | '—' | '(') if self.names_behind(i) => i + 1,
            What::Word { work, .. } if work == "and" && self.joins_offices(i) => i + 1,
            // "His counterparts from A, B and C".
            What::Mark(',') | What::Word { .. } if self.joins_counterparts(i) => {
                let state = self.past_article(i + 1);
                if state > i + 1 {
                    self.pending.push(state);
                    return state + 1;
                }
                i + 1
            }
            _ => {
                self.flush();
                i + 1
            }
        }
    }

    /// "Five other states, they [are] A and B": the pronoun between a comma and a state joins the names to what they are of.
    fn names_several(&self, i: usize) -> bool {
        let named =
            |n: &Item| matches!(n.what, What::State { form: StateForm::Name, .. }) && n.marker == 0 && !n.and;
        let noun = |b: &Item| matches!(b.what, What::Other { .. } | What::State { .. } | What::Both);
        let before =
            if i > 0 && self.items[i - 1].is_mark(",") { i.checked_sub(2) } else { i.checked_sub(1) };
        self.scan.has_article()
            && before.is_some_and(|b| noun(&self.items[b]))
            && self.items.get(i + 1).is_some_and(named)
            && self.items.get(i + 2).is_some_and(|n| n.and && matches!(n.what, What::State { .. }))
    }

    /// "With his minister NAME": between a preposition and an office in the case that it takes, a pronoun says whose.
    fn tells_whose(&self, i: usize) -> bool {
        let oblique = |n: &Item| {
            matches!(n.what, What::Office(_))
                && n.first_tags & tags::CASES != 0
                && n.first_tags & tags::NOM == 0
        };
        let with = |b: &Item| b.is_word("with") || b.is_word("to");
        self.scan.pack.features.svo_with_cases()
            && i > 0
            && with(&self.items[i - 1])
            && self.items.get(i + 1).is_some_and(oblique)
    }

    /// "With the president – the minister NAME": the office at item `i` stands in another case than that before it, and is
    /// somebody else's.
    fn in_other_case(&self, i: usize) -> bool {
        let office = |p: &&usize| matches!(self.items[**p].what, What::Office(_));
        let Some(&before) = self.pending.iter().rfind(office) else { return false };
        let [one, other] = [before, i].map(|k| self.items[k].first_tags & tags::CASES);
        self.scan.pack.features.svo_with_cases() && one != 0 && other != 0 && one & other == 0
    }

    /// "At the session of the ministers of X NAME met": of offices in the genitive plural the one who is named behind them, alone
    /// or in the nominative, holds none, in a language whose nouns have cases.
    fn offices_of_others(&self, i: usize) -> bool {
        let Some(&last) = self.pending.last() else { return false };
        let before = &self.items[last];
        let plural = matches!(&before.what, What::Office(o) if o.number != NounNumber::One);
        let genitive = before.first_tags & tags::GEN != 0 && before.first_tags & tags::NOM == 0;
        if !self.scan.pack.features.svo_with_cases() || last + 1 != i || !plural || !genitive {
            return false;
        }
        let case = self.items[i].tags & tags::CASES;
        let nominative = case & tags::NOM != 0 && case & tags::GEN == 0;
        let next = |k: usize| self.items.get(i + k);
        let joined = next(1).is_some_and(|n| n.is_mark(",") || n.is_word("and"));
        let another = next(2).is_some_and(|n| {
            matches!(n.what, What::State { .. } | What::Name { .. } | What::Honorific { .. } | What::Rank)
        });
        nominative || !(joined && another)
    }

    /// Behind the mark at item `i` stand the names of those whose offices wait before it, in a language whose nouns have cases.
    fn names_behind(&self, i: usize) -> bool {
        let named = |k: usize| {
            self.items.get(k).is_some_and(|n| matches!(n.what, What::Name { .. }) && !n.and && n.marker == 0)
        };
        let Some(&last) = self.pending.last() else { return false };
        if !self.scan.pack.features.svo_with_cases() || last + 1 != i || !named(i + 1) {
            return false;
        }
        let closed = self.items[i].is_mark("(") && self.items.get(i + 2).is_some_and(|n| n.is_mark(")"));
        match &self.items[last].what {
            What::Office(o) if o.number == NounNumber::One => closed,
            What::Office(o) => !o.more_states.is_empty(),
            What::Counterpart => closed,
            _ => false,
        }
    }

    /// Titles without a name are an official, or nothing.
    #[inline]
    pub(super) fn flush(&mut self) {
        if !self.pending.is_empty() {
            self.close();
        }
    }

    pub(super) fn close(&mut self) {
        let pending = std::mem::take(&mut self.pending);
        let Some(&first) = pending.first() else { return };
        let scan = self.scan;
        let office = pending.iter().find_map(|&p| match &self.items[p].what {
            What::Office(o) => Some(o.clone()),
            _ => None,
        });
        let counterpart = pending.iter().any(|&p| matches!(self.items[p].what, What::Counterpart));
        let last = *pending.last().unwrap_or(&first);
        // "An official visit": the word describes what follows.
        let thing = |i: &Item| {
            matches!(i.what, What::Other { common: true })
                || i.is_word("gathering")
                || i.is_word("document")
                || matches!(&i.what, What::Trigger(o) if o.iter().any(|(_, f)| f.is_noun()))
        };
        let describes = scan.pack.features.capitals_alone()
            && self.items[first].end == self.items[first].start + 1
            && self.items.get(last + 1).is_some_and(thing);
        if describes
            && office.as_ref().is_some_and(|o| o.position == "official" && o.number == NounNumber::One)
        {
            return;
        }
        let mut owned = None;
        let (kind, party) = if counterpart {
            let code = pending.iter().find_map(|&p| match &self.items[p].what {
                What::State { code, .. } => Some(*code),
                _ => None,
            });
            (ActorKind::Counterpart, code)
        } else if let Some(o) = office {
            // "A's new foreign minister": whose he is stands before what describes him.
            if o.state.is_none()
                && let Some((code, from)) = self.owner_at(first)
            {
                if self.out.last().is_some_and(|a| a.items.end == from + 1) {
                    self.out.pop();
                }
                owned = Some(from);
                (ActorKind::Official(o), Some(code))
            } else {
                let state = o.state;
                (ActorKind::Official(o), state)
            }
        } else if self.stands_alone(first, last) {
            // "HE also met": a style without its name is whoever was told of, and a title whoever bears it.
            match self.bears_title(first, last) {
                Some(n) => (ActorKind::Person(n), self.namings[n].party),
                None => (ActorKind::Pronoun, None),
            }
        } else {
            return;
        };
        let plural = matches!(&kind, ActorKind::Official(o) if o.number != NounNumber::One);
        let more = match &kind {
            ActorKind::Official(o) if plural => o.more_states.clone(),
            ActorKind::Counterpart => pending
                .iter()
                .filter_map(|&p| match &self.items[p].what {
                    What::State { code, .. } if Some(code) != party.as_ref() => Some(*code),
                    _ => None,
                })
                .collect(),
            _ => Vec::new(),
        };
        let from = owned.unwrap_or(first);
        self.out.push(Actor {
            kind,
            items: from..last + 1,
            start: self.items[from].start,
            span: [self.items[from].begin, scan.text.tokens[self.items[last].end - 1].end],
            field: scan.text.field,
            party,
            more,
            marker: scan.pack.lexicon.marker_slug(self.items[from].marker),
            and: self.items[from].and,
            tags: self.items[last].tags,
            plural,
        });
    }

    pub(super) fn push(&mut self, i: usize, kind: ActorKind, party: Option<Slug>) {
        let item = &self.items[i];
        self.out.push(Actor {
            kind,
            items: i..i + 1,
            start: item.start,
            span: [item.begin, self.scan.text.tokens[item.end - 1].end],
            field: self.scan.text.field,
            party,
            more: Vec::new(),
            marker: self.scan.pack.lexicon.marker_slug(item.marker),
            and: item.and,
            tags: item.tags,
            plural: false,
        });
    }

    /// Where "counterparts" stands behind the adjectives that begin at item `i`: "his A-ian, B-ian and C-ian counterparts".
    pub(super) fn before_counterpart(&self, i: usize) -> Option<usize> {
        let mut k = i;
        loop {
            let adjective = matches!(self.items.get(k)?.what, What::State { form: StateForm::Adjective, .. });
            // One adjective may be any word of a state, as before.
            if k > i && !adjective {
                return None;
            }
            k += 1;
            let next = self.items.get(k)?;
            if matches!(next.what, What::Counterpart) {
                return Some(k);
            }
            if !adjective {
                return None;
            }
            while self.items.get(k)?.is_mark(",") || self.items[k].is_word("and") {
                k += 1;
            }
        }
    }

    /// "The prince": whoever was named last with that title or rank, in a language whose capitals tell names.
    fn bears_title(&self, first: usize, last: usize) -> Option<usize> {
        let scan = self.scan;
        let letters = &scan.pack.lexicon.letters;
        let word = scan.text.folded(self.items[last].end - 1);
        let same = |title: &str| letters.fold(title).split(' ').next_back() == Some(word);
        let behind = first > 0 && self.items[first - 1].is_word("determiner");
        if !scan.pack.features.capitals_alone() || !behind {
            return None;
        }
        let titled = |n: &Named| {
            n.honorifics.iter().any(|h| same(h)) || n.rank.as_ref().is_some_and(|r| same(&r.text))
        };
        let from = self.namings.len().saturating_sub(crate::code::LOOK_BACK);
        self.namings[from..].iter().rposition(titled).map(|n| from + n)
    }

    /// A style of address that opens its sentence and goes before its verb, or a title with the article right behind its verb
    /// ("the prince received").
    pub(super) fn stands_alone(&self, first: usize, last: usize) -> bool {
        let features = &self.scan.pack.features;
        if self.scan.has_article() {
            let title = |i: &Item| matches!(i.what, What::Honorific { .. } | What::Rank);
            let (one, before) = (&self.items[last], first.checked_sub(1).map(|b| &self.items[b]));
            let whole = self.items[first..=last].iter().all(title) && self.items[first].marker == 0;
            return whole
                && !self.items[first].and
                && (one.tags | one.first_tags) & tags::DEFINITE != 0
                && before.is_some_and(Item::is_verb);
        }
        let style = matches!(&self.items[first].what, What::Honorific { kind } if *kind == "style");
        let between = |i: &&Item| matches!(i.what, What::Time | What::Other { .. }) || i.is_word("title_end");
        let verb = self.items[last + 1..].iter().take(3).find(|i| !between(i));
        // "The prince later received": a title behind its article and before its verb.
        if features.capitals_alone() && first > 0 && self.items[first - 1].is_word("determiner") {
            let title = |i: &Item| match &i.what {
                What::Honorific { kind } => matches!(kind.as_str(), "royal" | "religious"),
                what => matches!(what, What::Rank),
            };
            let small =
                |i: &&Item| matches!(i.what, What::Time) || i.is_word("title_end") || i.is_word("auxiliary");
            let verb = self.items[last + 1..].iter().take(4).find(|i| !small(i));
            return self.items[first..=last].iter().all(title) && verb.is_some_and(Item::is_verb);
        }
        style
            && first == 0
            && first == last
            && features.capitals_alone()
            && verb.is_some_and(|v| matches!(v.what, What::Trigger(_)))
    }
}

pub(super) trait NoneOr {
    fn is_none_or_matches(&self, other: &Option<Slug>) -> bool;
}

impl NoneOr for Option<Slug> {
    fn is_none_or_matches(&self, other: &Option<Slug>) -> bool {
        self.is_none() || other.is_none() || self == other
    }
}

pub(super) fn hold(person: &mut Named, scan: &Scan, office: &OfficePhrase) {
    // A second office in an organisation does not make a minister its servant.
    let second_hat =
        !person.held.is_empty() && office.state.as_deref().is_some_and(|s| s.starts_with("ORG:"));
    if let Some(state) = &office.state
        && !second_hat
        && (person.party.is_none() || person.by_place && !office.state_by_place)
    {
        person.party = Some(*state);
        person.by_place = office.state_by_place;
    }
    person.held.push(Held { words: scan.text.slice(office.span), office: Some(office.clone()) });
}
