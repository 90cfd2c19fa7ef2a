//! States, organisations, institutions and delegations as parties.

use super::Walk;
use crate::Slug;
use crate::detect::items::{Item, What};
use crate::detect::person::beside::{journey, past_goal};
use crate::detect::person::{Actor, ActorKind};
use crate::pack::{NounNumber, StateForm, TriggerForm, tags};

/// How many words may stand between a possessive and the office that they describe ("new", "newly appointed").
const DESCRIBED: usize = 3;

impl Walk<'_, '_> {
    pub(super) fn party(&mut self, i: usize) {
        let (kind, party) = match &self.items[i].what {
            What::State { code, form } => (ActorKind::State(*form), Some(*code)),
            What::Organisation { code } => (ActorKind::Organisation, Some(*code)),
            What::Institution { state, portfolio, .. } => {
                let state = (*state).or_else(|| self.owner(i)).or_else(|| self.described(i));
                (ActorKind::Institution { acts: *portfolio || state.is_some() }, state)
            }
            _ => return,
        };
        // The state that describes the institution is no actor of its own.
        let whole = matches!(kind, ActorKind::Institution { .. })
            && self.scan.pack.features.capitals
            && (self.described(i).is_some() || self.owner(i).is_some())
            && self.out.last().is_some_and(|a| {
                matches!(a.kind, ActorKind::State(_)) && a.items.end + 2 > i && a.party == party
            });
        let start = if whole { self.out.pop().map(|a| a.items.start) } else { None };
        // "The A-ian, B-ian and C-ian governments": one noun, several states.
        let listed = match (&kind, party) {
            (ActorKind::Institution { .. }, Some(last)) => self.listed_before(i, last),
            _ => None,
        };
        let (kind, party, start, before) = match listed {
            Some((from, codes)) => {
                while self
                    .out
                    .last()
                    .is_some_and(|a| a.items.start >= from && matches!(a.kind, ActorKind::State(_)))
                {
                    self.out.pop();
                }
                (ActorKind::Institution { acts: true }, codes.first().copied(), Some(from), codes)
            }
            None => (kind, party, start, Vec::new()),
        };
        // "The navies of A and B" with their adjectives: one institution, two states.
        let both: Vec<Slug> = if matches!(kind, ActorKind::Institution { .. }) && party.is_some() {
            self.items[i + 1..]
                .iter()
                .take_while(|x| x.and && x.marker == 0)
                .map_while(|x| match &x.what {
                    What::State { code, form: StateForm::Adjective } if Some(code) != party.as_ref() => {
                        Some(*code)
                    }
                    _ => None,
                })
                .collect()
        } else {
            Vec::new()
        };
        // "The ministries of health in A and B".
        let named = |k: usize| match self.items.get(k).map(|x| (&x.what, x.marker, x.and)) {
            Some((What::State { code, form: StateForm::Name }, 0, and)) => Some((*code, and)),
            _ => None,
        };
        if self.scan.has_article()
            && matches!(kind, ActorKind::Institution { .. })
            && party.is_none()
            && self.items.get(i + 1).is_some_and(|x| x.is_word("in"))
            && let (Some((first, false)), Some((second, true))) = (named(i + 2), named(i + 3))
        {
            self.push(i, ActorKind::Institution { acts: true }, Some(first));
            if let Some(actor) = self.out.last_mut() {
                actor.more = vec![second];
                actor.items.end = i + 4;
            }
            return;
        }
        if let (None, ActorKind::Institution { .. }, Some((code, end))) = (party, &kind, self.seated_in(i)) {
            self.push(i, ActorKind::Institution { acts: true }, Some(code));
            if let Some(actor) = self.out.last_mut() {
                actor.items.end = end;
            }
            return;
        }
        self.push(i, kind, party);
        if let Some(actor) = self.out.last_mut().filter(|_| !both.is_empty()) {
            actor.items.end += both.len();
            actor.more = both;
        }
        if let Some(actor) = self.out.last_mut().filter(|_| before.len() > 1) {
            actor.more = before[1..].to_vec();
            actor.plural = true;
        }
        if let Some(start) = start
            && let Some(actor) = self.out.last_mut()
        {
            actor.items.start = start;
            actor.marker = self.scan.pack.lexicon.marker_slug(self.items[start].marker);
            actor.and |= self.items[start].and;
        }
    }

    /// "The agency of civil aviation in the Republic of A": the state by its full name, after "in" or "of the", tells whose it
    /// is, and where its words end. By its short name it may be where something was.
    fn seated_in(&self, i: usize) -> Option<(Slug, usize)> {
        let lexicon = &self.scan.pack.lexicon;
        let next = self.items.get(i + 1).filter(|_| self.scan.has_article())?;
        let k = i + 1 + usize::from(next.is_word("in") && !next.and);
        let item = self.items.get(k).filter(|x| !x.and && x.end > x.start + 1)?;
        let attached = matches!(lexicon.marker_name(item.marker), Some("in" | "with-b" | "to"));
        match item.what {
            What::State { code, form: StateForm::Name } if attached || k > i + 1 && item.marker == 0 => {
                Some((code, k + 1))
            }
            _ => None,
        }
    }

    /// The state whose possessive stands before item `i` ("Russia's Foreign Ministry", "Russia's new ambassador").
    pub(super) fn owner(&self, i: usize) -> Option<Slug> {
        self.owner_at(i).map(|(code, _)| code)
    }

    /// The state whose possessive stands before item `i`, and at which item.
    pub(super) fn owner_at(&self, i: usize) -> Option<(Slug, usize)> {
        let describes = |k: &usize| {
            let word = &self.items[*k];
            let visiting = |o: &[(usize, TriggerForm)]| o.iter().all(|(_, f)| *f == TriggerForm::Gerund);
            match &word.what {
                What::Other { .. } => !self.scan.possessive(word.start),
                What::Trigger(o) => word.end == word.start + 1 && visiting(o),
                _ => false,
            }
        };
        let described = (i.saturating_sub(DESCRIBED)..i).rev().take_while(describes).count();
        let i = if self.scan.pack.features.capitals_alone() { i - described } else { i };
        match &self.items.get(i.checked_sub(2)?)?.what {
            What::State { code, form: StateForm::Name } if self.scan.possessive(self.items[i - 1].start) => {
                Some((*code, i - 2))
            }
            _ => None,
        }
    }

    /// The state that presents the name at item `i`, after "from" or before a dash, and where its words begin.
    pub(super) fn presented(&self, i: usize) -> Option<(Slug, usize)> {
        let items = self.items;
        let features = &self.scan.pack.features;
        let dash = i.checked_sub(1).is_some_and(|k| items[k].is_mark("-–—"));
        let mut k = i.checked_sub(1 + usize::from(dash))?;
        let after = features.complement_before && items[k].is_word("from");
        k = k.checked_sub(usize::from(after))?;
        let What::State { code, form: StateForm::Name } = items[k].what else { return None };
        let from = features.complement_before && items[k].tags & tags::ABL != 0
            || self.scan.pack.lexicon.marker_name(items[k].marker).is_some_and(|m| m == "from")
            || k.checked_sub(1).is_some_and(|b| items[b].is_word("from"));
        // "CITY, A – the minister of B NAME": a dateline presents nobody.
        let line = features.capitals_alone()
            && self.scan.text.field == crate::model::Field::Text
            && k == 2
            && items[0].start == 0
            && items[1].is_mark(",")
            && matches!(items[0].what, What::State { .. } | What::Name { .. } | What::Other { .. });
        let opens = !line && (k == 0 || items[k - 1].is_mark(",;:(") || items[k - 1].is_word("and"));
        (after || from && (dash || !features.capitals_alone()) || dash && opens)
            .then_some((code, k - usize::from(k > 0 && items[k - 1].is_word("from"))))
    }

    /// The state that stands after a name in brackets, or after "of" where a list goes on, and where its words end.
    pub(super) fn stated(&self, next: usize) -> Option<(Slug, usize)> {
        let items = self.items;
        let state = |k: usize| match items.get(k).map(|i| &i.what) {
            Some(What::State { code, form: StateForm::Name }) => Some(*code),
            _ => None,
        };
        if items.get(next)?.is_mark("(") && items.get(next + 2).is_some_and(|i| i.is_mark(")")) {
            return state(next + 1).map(|code| (code, next + 3));
        }
        // "NAME, of A, and NAME, of B".
        let apart = items[next].is_mark(",")
            && items.get(next + 1).is_some_and(|i| i.is_word("of"))
            && items.get(next + 3).is_some_and(|i| i.is_mark(",;") || i.is_word("and"));
        if apart && self.scan.pack.features.capitals_alone() {
            return state(next + 2).map(|code| (code, next + 3));
        }
        let joins = items[next].is_word("of") || items[next].is_word("from") || items[next].is_word("for");
        let listed = |k: usize| items.get(k).is_some_and(|i| i.is_mark(",;") || i.is_word("and"));
        let goes_on = listed(next + 2)
            && items
                .get(next + 3)
                .is_some_and(|i| matches!(i.what, What::Name { .. } | What::Honorific { .. }));
        let ends = self.out.last().is_some_and(|a| {
            matches!(a.kind, ActorKind::Person(n) if self.namings[n].held.is_empty() || self.plural.is_some())
                && a.items.end + 2 >= next - 1
                && listed(next - 2)
        });
        (joins && self.scan.pack.features.capitals && (goes_on || ends))
            .then(|| state(next + 1))
            .flatten()
            .map(|code| (code, next + 2))
    }

    /// The state whose name or adjective stands right before an institution ("the Norwegian embassy").
    pub(super) fn described(&self, i: usize) -> Option<Slug> {
        if self.scan.pack.features.adjective_after {
            return None;
        }
        match &self.items.get(i.checked_sub(1)?)?.what {
            What::State { code, form: StateForm::Name | StateForm::Adjective } => Some(*code),
            _ => None,
        }
    }

    /// The states whose adjectives stand in a list right before an institution, where the list begins, and in their order.
    fn listed_before(&self, i: usize, last: Slug) -> Option<(usize, Vec<Slug>)> {
        let features = &self.scan.pack.features;
        if features.adjective_after || !features.capitals_alone() {
            return None;
        }
        let adjective = |k: usize| match &self.items[k].what {
            What::State { code, form: StateForm::Adjective } => Some(*code),
            // Letters stand for a state as its adjective does: "the US and British navies".
            What::State { code, form: StateForm::Name }
                if self.items[k].end == self.items[k].start + 1 && self.scan.is_letters(&self.items[k]) =>
            {
                Some(*code)
            }
            _ => None,
        };
        let mut from = i.checked_sub(1)?;
        adjective(from)?;
        let mut codes = vec![last];
        while let Some(k) = from.checked_sub(2)
            && (self.items[from - 1].is_word("and") && codes.len() == 1
                || self.items[from - 1].is_mark(",") && codes.len() > 1)
            && let Some(code) = adjective(k).filter(|c| !codes.contains(c))
        {
            codes.insert(0, code);
            from = k;
        }
        (codes.len() > 1).then_some((from, codes))
    }

    pub(super) fn simple(&mut self, i: usize, kind: ActorKind) {
        self.push(i, kind, None);
    }

    /// "The two sides", and whose they are: "the Kenyan and the Ghanaian side"; gives the item after their words.
    pub(super) fn both(&mut self, i: usize) -> usize {
        let adjective = |k: usize| match self.items.get(k) {
            Some(Item { what: What::State { code, form: StateForm::Adjective }, marker: 0, and, .. }) => {
                Some((*code, *and))
            }
            _ => None,
        };
        if self.chaired() {
            return i + 1;
        }
        let named = adjective(i + 1).zip(adjective(i + 2));
        let Some(((first, _), (second, _))) =
            named.filter(|((a, _), (b, and))| self.scan.has_article() && *and && a != b)
        else {
            self.simple(i, ActorKind::Both);
            return i + 1;
        };
        self.push(i, ActorKind::Delegation, Some(first));
        if let Some(actor) = self.out.last_mut() {
            actor.more = vec![second];
            actor.items.end = i + 3;
        }
        i + 3
    }

    /// "[From A come official] delegation": where it came from, and the item at which that begins.
    fn came_from(&self, i: usize) -> Option<(Slug, usize)> {
        const PLAIN: usize = 2;
        if !self.scan.pack.features.complement_before {
            return None;
        }
        let plain = |x: &&Item| matches!(x.what, What::Other { .. } | What::Institution { state: None, .. });
        let k = i - self.items[..i].iter().rev().take(PLAIN).take_while(plain).count();
        let verb = k.checked_sub(1).filter(|&v| journey(self.scan, &self.items[v]))?;
        // "[From the commission (NAME) come] group": what stands in brackets is passed over.
        let mut at = verb.checked_sub(1).map(|last| past_goal(self.scan, self.items, last))?;
        if self.items[at].is_mark(")") {
            at = self.items[..at].iter().rposition(|x| x.is_mark("("))?.checked_sub(1)?;
        }
        let from = &self.items[at];
        if from.tags & tags::ABL == 0 {
            return None;
        }
        match (&from.what, at.checked_sub(1).map(|b| &self.items[b].what)) {
            (What::State { code, .. } | What::Organisation { code }, _) => Some((*code, at)),
            (What::Word { work, .. }, Some(What::State { code, .. })) if work == "region" => {
                Some((*code, at - 1))
            }
            _ => self.owned_by(at),
        }
    }

    /// "[From ORGANISATION's commission for] A": the organisation that owns the body at item `at`, and where it stands.
    fn owned_by(&self, at: usize) -> Option<(Slug, usize)> {
        const NAME: usize = 12;
        let from = at.saturating_sub(NAME);
        let owner =
            from + self.items[from..at].iter().rposition(|x| matches!(x.what, What::Organisation { .. }))?;
        let What::Organisation { code } = self.items[owner].what else { return None };
        let apart = |x: &Item| matches!(x.what, What::Trigger(_) | What::Mark(_));
        let owns = self.items[owner].tags & tags::GEN != 0;
        (owns && !self.items[owner + 1..at].iter().any(apart)).then_some((code, owner))
    }

    /// "[Under the chairmanship of X and Y] a session of the two countries": two who lead it are named, and they are theirs.
    fn chaired(&self) -> bool {
        // The place where it is held may stand between.
        let place = |a: &&Actor| matches!(a.kind, ActorKind::State(StateForm::City | StateForm::Capital));
        let out = &self.out[..self.out.len() - self.out.iter().rev().take_while(place).count()];
        let [.., first, second] = out else { return false };
        let joint = first.items.end + 1 >= second.items.start;
        self.scan.pack.features.complement_before
            && joint
            && first.kind.is_people()
            && second.kind.is_people()
            && self.items.get(second.items.end).is_some_and(|c| c.is_kind("by", "chair"))
    }

    /// "A delegation [in the residence] led by": how many items stand between a delegation and the words for its leader.
    fn before_leader(&self, from: usize) -> usize {
        if !self.scan.pack.features.svo_with_cases() {
            return 0;
        }
        let aside = |x: &&Item| match &x.what {
            What::Trigger(o) => o.iter().all(|(_, form)| form.is_noun()),
            What::Office(_) | What::Mark(';' | ':' | '.') => false,
            _ => !x.is_kind("by", "leader"),
        };
        let between = self.items[from..].iter().take(8).take_while(aside).count();
        let leads = self.items.get(from + between).is_some_and(|x| x.is_kind("by", "leader"));
        if leads { between } else { 0 }
    }

    /// A delegation speaks for the states named right before or after it; gives the item after its words.
    pub(super) fn delegation(&mut self, i: usize) -> usize {
        // "Delegations of the two countries": those of whom was told.
        let small = |x: &&Item| {
            !matches!(x.what, What::Other { common: true })
                && !["of", "from", "determiner"].iter().any(|w| x.is_word(w))
        };
        let of_both =
            self.items[i + 1..].iter().take(4).find(small).is_some_and(|x| matches!(x.what, What::Both));
        let both_of = self.scan.pack.features.complement_before
            && i > 0
            && matches!(self.items[i - 1].what, What::Both);
        if of_both || both_of {
            self.push(i, ActorKind::Both, None);
            return i + 1;
        }
        let mut codes: Vec<Slug> = Vec::new();
        let mut j = i;
        // "To Zambia the delegation of Laos came": a state in another case is no part of the phrase.
        let other_case = |item: &Item| {
            self.scan.pack.features.complement_before
                && item.tags & (tags::DAT | tags::ACC | tags::INS | tags::LOC | tags::ABL) != 0
                && item.tags & (tags::GEN | tags::ATTR) == 0
        };
        let origin = self.came_from(i);
        if let Some((code, from)) = origin {
            codes.push(code);
            j = from;
        }
        while j > 0 && origin.is_none() {
            match &self.items[j - 1].what {
                What::State { .. } if other_case(&self.items[j - 1]) => break,
                What::State { code, form: StateForm::Adjective | StateForm::Name }
                | What::Organisation { code } => codes.insert(0, *code),
                // "[The A region's] delegation": of a city or region where complements stand first.
                What::State { code, form: StateForm::City | StateForm::Capital }
                    if self.scan.pack.features.complement_before && codes.is_empty() && j == i =>
                {
                    codes.push(*code)
                }
                What::Mark(',' | '-' | '–') if !codes.is_empty() => {}
                // "[A (acronym)] delegation".
                What::Mark('(' | ')') if self.scan.pack.features.complement_before => {}
                What::Word { work, .. } if work == "and" && !codes.is_empty() => {}
                What::Other { .. } if codes.is_empty() && self.scan.possessive(self.items[j - 1].start) => {}
                _ => break,
            }
            j -= 1;
        }
        // "The minister and the Kenyan delegation": what joins another to it is no part of it.
        let joins = |item: &Item| item.is_word("and") || item.is_mark(",-–");
        j += self.items[j..i].iter().take_while(|item| joins(item)).count();
        let before = codes.len();
        if before == 0 {
            let mut k = i + 1;
            while let Some(item) = self.items.get(k) {
                match &item.what {
                    What::State { code, form: StateForm::Adjective | StateForm::Name }
                        if item.marker == 0 || codes.is_empty() =>
                    {
                        codes.push(*code)
                    }
                    // "A delegation from CITY": where nouns have cases a capital, or another city, is that of its state.
                    What::State { code, form: StateForm::Capital | StateForm::City }
                        if codes.is_empty()
                            && self.scan.pack.features.svo_with_cases()
                            && self.items[k - 1].is_kind("from", "origin") =>
                    {
                        codes.push(*code)
                    }
                    // So is a capital where verbs stand first.
                    What::State { code, form: StateForm::Capital }
                        if codes.is_empty()
                            && self.scan.has_article()
                            && item.marker == 0
                            && self.scan.word(self.items[k - 1].end - 1, "from").is_some() =>
                    {
                        codes.push(*code)
                    }
                    // "A delegation from the African Union": what a preposition joins, or stands right beside.
                    What::Organisation { code }
                        if codes.is_empty()
                            && (self.genitive(item)
                                || self.scan.has_article() && item.marker == 0 && !item.and
                                || self.joined_by(i, k)) =>
                    {
                        codes.push(*code)
                    }
                    // "A group of senators of X".
                    What::Office(o)
                        if codes.is_empty()
                            && o.number != NounNumber::One
                            && (self.genitive(item) || self.joined_by(i, k)) =>
                    {
                        codes.extend(o.state.into_iter().chain(o.more_states.iter().copied()));
                    }
                    // "Of A, B and C".
                    What::Mark(',')
                        if !codes.is_empty()
                            && self.items.get(k + 1).is_some_and(|n| {
                                matches!(n.what, What::State { form: StateForm::Name, .. })
                                    && self.genitive(n)
                            }) => {}
                    // "The delegation of the parliament of X".
                    What::Institution { state: Some(code), .. } if codes.is_empty() => codes.push(*code),
                    What::Word { work, .. }
                        if (work == "of" || work == "from") && codes.is_empty()
                            || work == "and" && !codes.is_empty()
                            || work == "determiner" => {}
                    // "A judicial delegation of high rank from X".
                    What::Other { .. }
                        if codes.is_empty()
                            && self.scan.has_article()
                            && k < i + 4
                            && !item.and
                            && item.marker == 0 => {}
                    _ => break,
                }
                k += 1;
            }
            // "A delegation of the committee on X in the Kenyan parliament": of what the committee is.
            let of = |k: usize| self.items.get(k).is_some_and(|x| x.is_word("from") || x.is_word("of"));
            if codes.is_empty() && self.scan.has_article() && of(i + 1) {
                let inner = |x: &&Item| {
                    matches!(x.what, What::Institution { .. } | What::Other { .. } | What::State { .. })
                        || x.is_word("in")
                        || x.is_word("gathering")
                };
                let rest = self.items[i + 2..].iter().take(9).take_while(inner);
                let told =
                    rest.take_while(|x| x.marker == 0 || x.is_word("in")).find_map(|x| match &x.what {
                        What::Institution { state: Some(code), .. } => Some(*code),
                        What::State { code, form: StateForm::Adjective } => Some(*code),
                        _ => None,
                    });
                codes.extend(told);
            }
            // The same where nouns have cases: "of the committee on X of the parliament of A", all in the genitive.
            let body = |x: &Item| {
                x.tags & tags::GEN != 0 && (x.is_word("gathering") || matches!(x.what, What::Other { .. }))
            };
            if codes.is_empty()
                && !self.scan.pack.features.case.is_empty()
                && self.items.get(i + 1).is_some_and(body)
            {
                let inner = |x: &&Item| {
                    matches!(x.what, What::Institution { .. } | What::Other { .. } | What::State { .. })
                        || x.is_word("on")
                        || x.is_word("gathering")
                };
                let told = self.items[i + 2..].iter().take(7).take_while(inner).find_map(|x| match &x.what {
                    What::Institution { state: Some(code), .. } if x.tags & tags::GEN != 0 => Some(*code),
                    What::State { code, form: StateForm::Name } if self.genitive(x) => Some(*code),
                    _ => None,
                });
                codes.extend(told);
            }
            // "A delegation (of a company) led by the minister of X": that of whoever leads it.
            if codes.is_empty() && !self.scan.has_article() {
                // "A delegation, which the minister of X led": words of the formula that says so.
                let formula = |x: &Item| matches!(x.what, What::Attendance { index, .. } if self.scan.pack.attendances[index].of == "subject");
                let led =
                    |x: &Item| x.is_word("by") || self.scan.word(x.start, "leading").is_some() || formula(x);
                let inner = |x: &&Item| {
                    led(x)
                        || x.is_mark(",")
                        || matches!(x.what, What::Other { .. } | What::Institution { state: None, .. })
                };
                let rest = &self.items[i + 1 + self.before_leader(i + 1)..];
                let n = rest.iter().take(5).take_while(inner).count();
                if rest[..n].iter().any(led)
                    && let Some(What::Office(o)) = rest.get(n).map(|x| &x.what)
                {
                    codes.extend(o.state);
                }
            }
        } else {
            // The states' own actors are the delegation's now.
            let whose = |a: &Actor| match a.kind {
                ActorKind::State(_) => true,
                // "[From A come] parliament's delegation".
                ActorKind::Institution { .. } => origin.is_some() && a.party.is_none(),
                _ => false,
            };
            while self.out.last().is_some_and(|a| a.items.start >= j && whose(a)) {
                self.out.pop();
            }
        }
        // "The two delegations, the Kenyan and the Ghanaian": their adjectives are no actors of their own.
        let adjective = |x: &&Item| matches!(x.what, What::State { form: StateForm::Adjective, .. });
        let own = self.items[i + 1..].iter().take_while(adjective).count();
        let several = before == 0
            && self.scan.has_article()
            && own > 1
            && own == codes.len()
            && self.items[i + 2..i + 1 + own].iter().all(|x| x.and && x.marker == 0);
        let end = if several { i + 1 + own } else { i + 1 };
        let mut codes = codes.into_iter();
        let first = codes.next();
        self.push(i, ActorKind::Delegation, first);
        if let Some(actor) = self.out.last_mut() {
            actor.more = codes.collect();
            actor.items.end = end;
            if before > 0 {
                actor.items.start = j;
            }
        }
        end
    }

    /// "A guest from CITY", where nouns have cases: he speaks for its state. Gives the item after the words, where nobody is
    /// named behind them; and "the guest [from CITY], the minister of A, NAME" is whoever is named.
    pub(super) fn guest_from(&mut self, i: usize) -> Option<usize> {
        if !self.scan.pack.features.svo_with_cases() || !self.items[i].is_kind("pronoun", "guest") {
            return None;
        }
        let from = self.items.get(i + 1).is_some_and(|x| x.is_kind("from", "origin"));
        let state = match self.items.get(i + 2).map(|x| &x.what) {
            Some(What::State { code, form }) if from && *form != StateForm::Adjective => Some(*code),
            _ => None,
        };
        let end = if state.is_some() { i + 3 } else { i + 1 };
        let named = |k: usize| {
            self.items.get(k).is_some_and(|x| {
                matches!(x.what, What::Office(_) | What::Name { .. })
                    && x.tags & self.items[i].tags & tags::CASES != 0
            })
        };
        let apposed = self.items.get(end).is_some_and(|x| x.is_mark(",–—")) && named(end + 1);
        if apposed {
            return Some(end);
        }
        let code = state?;
        self.push(i, ActorKind::Delegation, Some(code));
        if let Some(actor) = self.out.last_mut() {
            actor.items.end = end;
        }
        Some(end)
    }

    /// "Of" or "from", with or without an article, and nothing else stands between two items of a language without cases.
    fn joined_by(&self, from: usize, to: usize) -> bool {
        let features = &self.scan.pack.features;
        let joins = |x: &Item| x.is_word("of") || x.is_word("from");
        features.case.is_empty()
            && features.capitals
            && self.items[from + 1..to].first().is_some_and(joins)
            && self.items[from + 2..to].iter().all(|x| x.is_word("determiner"))
    }

    /// In a case that says whose something is.
    pub(super) fn genitive(&self, item: &Item) -> bool {
        !self.scan.pack.features.case.is_empty() && item.first_tags & tags::GEN != 0
    }
}
