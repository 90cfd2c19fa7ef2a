//! Names with the titles and offices that they bear.

use std::ops::Range;

use super::{NoneOr, Walk, hold};
use crate::Slug;
use crate::detect::Scan;
use crate::detect::items::{Item, What};
use crate::detect::office::OfficePhrase;
use crate::detect::person::{Actor, ActorKind, Held, Named};
use crate::model::{Field, Words};
use crate::pack::{NounNumber, Sense, StateForm, tags};

/// A house or region that may bear the name that stands behind it: not "the governorate".
fn gives_name(scan: &Scan, place: &Item) -> bool {
    let definite = scan.has_article() && place.tags & tags::DEFINITE != 0;
    place.is_word("building") || place.is_word("region") && !definite
}

impl Walk<'_, '_> {
    /// "At Wisma Pertahanan", "at the Cité", "Enga Province", "Ceremonial Hall": where one is, where no first name and no leader's
    /// says otherwise and nouns have no cases.
    fn names_place(&self, i: usize, words: &std::ops::Range<usize>) -> bool {
        let scan = self.scan;
        if !scan.pack.features.capitals_alone() {
            return false;
        }
        let determiner = |k: usize| usize::from(k > 0 && self.items[k].is_word("determiner"));
        let before = i.checked_sub(1).map(|k| &self.items[k - determiner(k)]);
        let inside = before.is_some_and(|x| x.is_word("at") && x.end == x.start + 1);
        let last = words.end - 1;
        let closes =
            words.len() > 1 && (scan.word(last, "region").is_some() || scan.word(last, "building").is_some());
        (inside || closes)
            && !scan.is(words.start, |s| matches!(s, Sense::Given))
            && scan.pack.leaders.named(scan.pack, words.clone().map(|t| scan.text.folded(t))).0 == 0
    }

    /// "The president [with] NAME met": an office without a state before another state's leader in a case is that of the one
    /// state whose press writes so, where nobody else acts. "The president of A [with] NAME met": one of A, whoever acts.
    fn received_by_own_head(&self, i: usize, words: &std::ops::Range<usize>) -> bool {
        let (scan, features) = (self.scan, &self.scan.pack.features);
        let [title] = self.pending[..] else { return false };
        let oblique = tags::CASES & !tags::NOM;
        if !features.complement_before || title + 1 != i || self.items[i].tags & oblique == 0 {
            return false;
        }
        let What::Office(office) = &self.items[title].what else { return false };
        let told = || words.clone().map(|t| scan.text.folded(t));
        // The office stands without a case of its own: "of the president of A NAME" is of one.
        if let Some(state) = office.state.filter(|s| !s.starts_with("ORG:") && !office.state_by_place) {
            let led = || scan.pack.leaders.led_by(scan.pack, told());
            return !office.former
                && self.items[title].tags & oblique == 0
                && led().is_some_and(|s| s != state);
        }
        let head = matches!(office.position.as_str(), "president" | "head-of-state" | "prime-minister");
        if !head || office.state.is_some() || office.institution.is_some() || office.former {
            return false;
        }
        // Once somebody is named, whoever acts may be left unsaid, and the office be that of the name.
        let opens = || self.namings.iter().all(|n| n.field != scan.text.field);
        if office.position != "head-of-state" && !opens() {
            return false;
        }
        let acts = |a: &Actor| a.kind.is_people() && a.tags & oblique == 0;
        let other = |s: Slug| !features.home.is_empty() && s != features.home.as_str();
        !self.out.iter().any(acts) && scan.pack.leaders.led_by(scan.pack, told()).is_some_and(other)
    }

    /// Reads the name at item `i` with all that is told of its bearer around it; gives the item behind.
    pub(super) fn name(&mut self, i: usize) -> usize {
        let item = &self.items[i];
        if item.and {
            self.flush();
        }
        let scan = self.scan;
        let words = self.own_words(item);
        if words.is_empty() {
            return i + 1;
        }
        if self.received_by_own_head(i, &words) {
            self.flush();
        }
        let name_end = scan.text.tokens[words.end - 1].end;
        let begin = if words.start == item.start { item.begin } else { scan.text.tokens[words.start].start };
        let name = scan.text.slice([begin, name_end]);
        let known = matches!(item.what, What::Name { known: true });
        if self.is_of_place(i, &words) {
            self.flush();
            return i + 1;
        }
        let mut parts: Vec<String> = words.clone().map(|t| scan.text.folded(t).to_string()).collect();
        if words.start == item.start && item.begin > scan.text.tokens[item.start].start {
            parts[0] =
                scan.pack.lexicon.letters.fold(&scan.text.raw[item.begin..scan.text.tokens[item.start].end]);
        }
        if let Some(next) = self.names_something(i, &words, known) {
            return next;
        }
        let pending = std::mem::take(&mut self.pending);
        let first_item = pending.first().copied().unwrap_or(i);
        self.share_office_before(i, first_item, &pending);
        // "UK's Cameron": whose man he is.
        let given = scan.is(item.start, |s| matches!(s, Sense::Given));
        // Of a name of several words it must be known that it is a person's: "Kenya's Mount Elgon".
        let led = || {
            let words = (item.start..item.end).map(|t| scan.text.folded(t));
            scan.pack.leaders.named(scan.pack, words).0 > 0
        };
        let owned = self
            .owner_at(first_item)
            .filter(|_| !pending.is_empty() || given || item.end == item.start + 1 || led())
            .or_else(|| self.called_after(i, &pending));
        // "A and Kenya's NAME": the state before the name takes its place in the list.
        let (owner, owned_from) = owned.unzip();
        if owned_from.is_some_and(|from| self.out.last().is_some_and(|a| a.items.end == from + 1)) {
            self.out.pop();
        }
        // "From Kenya NAME", "for Kenya – NAME": whom his state's name alone presents.
        let presented = self.presented(first_item).filter(|_| known && owner.is_none());
        let owner = owner.or(presented.map(|(code, _)| code));
        let listed_from = presented.map_or(first_item, |(_, from)| from);
        if presented.is_some() {
            self.out.retain(|a| a.items.start < listed_from);
        }
        if self.is_named_after(i, first_item, &pending) {
            return i + 1;
        }
        let mut person = Named {
            extent: [self.items[first_item].begin, name_end],
            name,
            parts,
            honorifics: Vec::new(),
            royal: false,
            rank: None,
            held: Vec::new(),
            counterpart: false,
            party: owner,
            by_place: false,
            field: scan.text.field,
            sentence: self.sentence,
            known,
            acts: false,
        };
        let left_out = self.left_out.take();
        self.next_of_list(&mut person, &left_out, &pending, first_item);
        let plural = self.told_before(&mut person, &pending);
        // "NAME (Kenya)", "NAME of Kenya and NAME of Norway": his state follows him.
        let mut next = i + 1;
        if let Some((code, end)) = self.stated(next).filter(|_| known && person.party.is_none()) {
            person.party = Some(code);
            next = end;
        }
        next = self.told_behind(&mut person, i, first_item, next);
        // The state before the name takes its place in the list.
        let first_item = match self.listed_from.take().filter(|_| first_item == i || left_out.is_some()) {
            Some(from) => from,
            None if left_out.is_some() && first_item == i => i - 1,
            None => first_item,
        };
        let lead = &self.items[first_item];
        let first_item = first_item.min(listed_from).min(owned_from.unwrap_or(first_item));
        self.serves_with_the_last(&mut person, &pending);
        let index = self.namings.len();
        let party = person.party;
        let (span, field) = (person.extent, person.field);
        self.namings.push(person);
        let first = &self.items[first_item];
        self.out.push(Actor {
            kind: ActorKind::Person(index),
            items: first_item..next,
            start: first.start,
            span,
            field,
            party,
            more: Vec::new(),
            marker: scan.pack.lexicon.marker_slug(first.marker).filter(|_| presented.is_none()),
            and: first.and,
            // Where complements stand before their head, the first word is another's genitive.
            tags: if scan.pack.features.complement_before || lead.start == self.items[i].start {
                self.items[i].tags
            } else {
                let told = if matches!(lead.what, What::Office(_)) { lead.tags } else { lead.first_tags };
                let (own, office) = (self.items[i].tags, told & tags::CASES);
                let agreed = own & office;
                if agreed != 0 { own & !tags::CASES | agreed } else { own | office }
            },
            plural,
        });
        self.share_office(index, first_item, i, next, plural);
        next
    }

    /// "A-ian NAME": where complements stand first, the adjective of a state right before a name says whose its bearer is.
    fn called_after(&self, i: usize, pending: &[usize]) -> Option<(Slug, usize)> {
        let features = &self.scan.pack.features;
        let before = i.checked_sub(1).filter(|_| features.complement_before && pending.is_empty())?;
        match self.items[before].what {
            What::State { code, form: StateForm::Adjective } if !self.items[i].and => Some((code, before)),
            _ => None,
        }
    }

    /// "The minister in-the-CITY", "the president on-the-feast": a lone word with an article and a preposition right behind a
    /// title says where or when, where no leader bears it.
    fn is_of_place(&self, i: usize, words: &Range<usize>) -> bool {
        let (scan, item) = (self.scan, &self.items[i]);
        let at = matches!(scan.pack.lexicon.marker_name(item.marker), Some("in" | "with-b"));
        let titled = self.pending.last().is_some_and(|&p| {
            p + 1 == i && matches!(self.items[p].what, What::Office(_) | What::State { .. })
        });
        scan.has_article()
            && at
            && titled
            && words.len() == 1
            && item.first_tags & tags::DEFINITE != 0
            && !scan.pack.leaders.may_bear(scan.pack, &[scan.text.folded(words.start).to_string()])
    }

    /// A name that is no person's, or of somebody who is not there: of a place, of a house; gives the item behind it.
    fn names_something(&mut self, i: usize, words: &Range<usize>, known: bool) -> Option<usize> {
        let (scan, item) = (self.scan, &self.items[i]);
        // "Kenya's Nakuru province": where it is.
        if self.pending.is_empty()
            && scan.pack.features.capitals_alone()
            && i > 0
            && scan.possessive(self.items[i].start.saturating_sub(1))
            && self.items.get(i + 1).is_some_and(|n| n.is_word("region"))
        {
            return Some(i + 1);
        }
        if self.pending.is_empty() && self.names_place(i, words) {
            return Some(i + 1);
        }
        // "Midrand – The chairperson met": the word that opens a text before a dash is its dateline.
        let dash = |n: &Item| n.is_mark("–—-");
        if item.start == 0
            && item.end == 1
            && !known
            && scan.text.field == Field::Text
            && scan.pack.features.capitals_alone()
            && self.items.get(i + 1).is_some_and(dash)
        {
            return Some(i + 1);
        }
        // "[Of] Naizna the mayor, NAME": where complements stand first, an unknown word before a local office is its town.
        let local = |o: &OfficePhrase| scan.pack.groups.local.contains(&o.position);
        if self.pending.is_empty()
            && scan.pack.features.complement_before
            && !known
            && item.end == item.start + 1
            && item.tags & (tags::CASES & !tags::NOM & !tags::GEN) == 0
            && matches!(self.items.get(i + 1).map(|n| &n.what), Some(What::Office(o)) if o.state.is_none() && local(o))
            && self.items.get(i + 2).is_some_and(|n| matches!(n.what, What::Name { .. }))
        {
            self.pending.push(i);
            return Some(i + 1);
        }
        // "NAME атындағы university": whom a house is named after, where a word behind the name says so.
        if scan.pack.features.complement_before && self.items.get(i + 1).is_some_and(|n| n.is_word("named")) {
            // "The minister of A [at] NAME атындағы airport": he who holds an office of a state is another.
            let state = |p: &usize| match &self.items[*p].what {
                What::Office(office) => office.state.is_some(),
                What::State { .. } => true,
                _ => false,
            };
            let holds = |p: &usize| matches!(self.items[*p].what, What::Office(_));
            if self.pending.iter().any(holds) && self.pending.iter().any(state) {
                self.close();
            } else {
                self.pending.clear();
            }
            return Some(i + 1);
        }
        // "[At] NAME airport": whom the airport is named after, where its name stands first.
        let airport = |n: &Item| n.is_kind("building", "airport") && scan.ending(n.end - 1) & tags::POSS != 0;
        if self.pending.is_empty()
            && scan.pack.features.complement_before
            && item.tags & (tags::CASES & !tags::NOM) == 0
            && self.items.get(i + 1).is_some_and(airport)
        {
            return Some(i + 1);
        }
        // "At NAME International Airport", where no title makes him somebody who is there.
        let gate = |n: &Item| n.is_kind("building", "airport");
        let after = &self.items[i + 1..];
        let named_after = after.first().is_some_and(gate)
            || matches!(after.first().map(|n| &n.what), Some(What::Other { .. }))
                && scan.text.tokens[after[0].start].capital
                && after.get(1).is_some_and(gate);
        if named_after
            && scan.pack.features.capitals_alone()
            && !self.pending.iter().any(|&p| matches!(self.items[p].what, What::Office(_)))
        {
            self.pending.clear();
            return Some(i + 1);
        }
        None
    }

    /// "The ministers of A and B, X and Y met": X and Y are they.
    fn share_office_before(&mut self, i: usize, first_item: usize, pending: &[usize]) {
        if pending.iter().all(|&p| matches!(self.items[p].what, What::Honorific { .. } | What::Rank))
            && let Some(last) = self.out.last()
            && let ActorKind::Official(office) = &last.kind
            && last.plural
            && (!last.more.is_empty() || office.state.is_some() && self.another_follows(i))
            && last.items.end + 1 == first_item
            && self.items[first_item - 1].is_mark(",")
        {
            self.plural = Some((**office).clone());
            self.shared = 0;
        }
    }

    /// "King X Airport", "the airport named after X", "his wife NAME": a place that bears the name, or kin of whoever acts.
    fn is_named_after(&self, i: usize, first_item: usize, pending: &[usize]) -> bool {
        let (scan, item) = (self.scan, &self.items[i]);
        // "Received in his office His Excellency NAME": whoever is received.
        let theirs = first_item > 1
            && scan.pack.features.capitals
            && self.items[first_item - 2].is_kind("pronoun", "possessive")
            || first_item > 0 && scan.has_article() && scan.is_owned(&self.items[first_item - 1])
            || self.stands_apart(first_item, pending)
            // "Kisumu County Governor NAME": the office is that of the region.
            || scan.pack.features.capitals_alone()
                && pending.iter().any(|&p| matches!(self.items[p].what, What::Office(_)));
        // "At the building NAME" without a title.
        let house = |at: usize| {
            let b = &self.items[at];
            scan.has_article()
                && b.is_word("building")
                && b.tags & tags::DEFINITE == 0
                && matches!(scan.pack.lexicon.marker_name(b.marker), Some("in" | "with-b"))
        };
        if first_item > 0
            && !theirs
            && (!pending.is_empty() || house(first_item - 1))
            && scan.pack.features.case.is_empty()
            && (gives_name(scan, &self.items[first_item - 1])
                || scan.has_article()
                    && scan.word(self.items[first_item - 1].start, "building").is_none()
                    && self.bears_name(first_item - 1, pending[0]))
            && !item.and
        {
            return true;
        }
        // "The airport named after X", where a word says so.
        if first_item > 0 && self.items[first_item - 1].is_word("eponym") {
            return true;
        }
        // "And his wife NAME": kin of whoever acts, and nobody in office.
        if scan.pack.features.capitals_alone()
            && let [p] = *pending
            && matches!(&self.items[p].what, What::Honorific { kind } if *kind == "kin")
        {
            return true;
        }
        false
    }

    /// "In the presidential palace minister NAME", "in his residence his counterpart NAME": a noun that bears an article or a
    /// pronoun takes nobody's name behind it, and no house is named after a counterpart.
    fn stands_apart(&self, first_item: usize, pending: &[usize]) -> bool {
        let scan = self.scan;
        let Some(house) = first_item.checked_sub(1).map(|k| &self.items[k]) else { return false };
        let counterpart = |p: &usize| matches!(self.items[*p].what, What::Counterpart);
        scan.has_article()
            && house.is_word("building")
            && (scan.is_closed(house) || pending.iter().any(counterpart))
    }

    /// The next of those whose offices or states were told together.
    fn next_of_list(
        &mut self,
        person: &mut Named,
        left_out: &Option<(Slug, OfficePhrase)>,
        pending: &[usize],
        first_item: usize,
    ) {
        let scan = self.scan;
        // "His counterparts from A and B, X and Y": each in turn.
        if let Some(code) = self.listed.take() {
            person.party = Some(code);
            person.counterpart = true;
        }
        let mut counterparts = std::mem::take(&mut self.counterparts);
        if pending.is_empty() && !counterparts.is_empty() && self.joined(first_item) {
            person.party = Some(counterparts.remove(0));
            person.counterpart = true;
            self.counterparts = counterparts;
        }
        if let Some((code, office)) = left_out {
            let head = self.plural_noun(office);
            let start = office.span[0].max(head.span[0]);
            person.party = Some(*code);
            let office = OfficePhrase { state: Some(*code), more_states: Vec::new(), ..office.clone() };
            person.held.push(Held { words: scan.text.slice([start, head.span[1]]), office: Some(office) });
        }
    }

    /// The titles, offices and states that wait for a name; gives whether an office among them is that of several.
    fn told_before(&mut self, person: &mut Named, pending: &[usize]) -> bool {
        let scan = self.scan;
        let mut plural = false;
        let mut place = 0;
        while place < pending.len() {
            let p = pending[place];
            match &self.items[p].what {
                // "The political adviser to the president NAME": whom he serves, and no second office of his.
                What::Office(o)
                    if self.serves_the_next(p)
                        && let Some(held) = person.held.last_mut()
                        && let Some(own) = &mut held.office =>
                {
                    held.words = scan.text.slice([held.words.span[0], o.span[1]]);
                    own.state = own.state.or(o.state);
                    person.party = person.party.or(o.state);
                }
                What::Office(o) => {
                    plural |= o.number != NounNumber::One;
                    hold(person, scan, o);
                }
                // "His brother the King": a courtesy between heads makes nobody an official.
                What::Honorific { kind } if *kind == "kin" => {}
                What::Honorific { kind } => {
                    person.honorifics.push(
                        scan.text
                            .slice([self.items[p].begin, scan.text.tokens[self.items[p].end - 1].end])
                            .text,
                    );
                    person.royal |= kind == "royal";
                }
                What::Rank => {
                    person.rank = Some(
                        scan.text.slice([self.items[p].begin, scan.text.tokens[self.items[p].end - 1].end]),
                    )
                }
                What::Counterpart | What::State { .. } => {
                    place = self.told_counterpart(person, pending, place);
                    continue;
                }
                _ => {}
            }
            place += 1;
        }
        plural
    }

    /// The counterpart with its state's adjective, before or after it, is the title; gives where among the titles it ends.
    fn told_counterpart(&mut self, person: &mut Named, pending: &[usize], place: usize) -> usize {
        let (scan, p) = (self.scan, pending[place]);
        let from = self.items[p].begin;
        let mut to = self.items[p].end;
        let mut q = place;
        // "His A-ian and B-ian counterparts, X and Y": the first state is that of the first name.
        let mut told = false;
        while q < pending.len()
            && matches!(self.items[pending[q]].what, What::Counterpart | What::State { .. })
        {
            if let What::State { code, .. } = &self.items[pending[q]].what {
                if person.counterpart || std::mem::replace(&mut told, true) {
                    self.counterparts.push(*code);
                } else {
                    person.party = Some(*code);
                    person.counterpart = q > place;
                }
            }
            to = self.items[pending[q]].end;
            q += 1;
        }
        person.counterpart = true;
        person.held.push(Held { words: scan.text.slice([from, scan.text.tokens[to - 1].end]), office: None });
        q
    }

    /// What is told of a person behind his name; gives the item behind it.
    fn told_behind(&self, person: &mut Named, i: usize, first_item: usize, next: usize) -> usize {
        let mut next = self.offices_behind(person, i, first_item, next);
        if next > i + 1 {
            next = self.second_offices(person, next);
        }
        next = self.state_behind(person, first_item, next);
        next = self.appointed_behind(person, next);
        next = self.government_behind(person, next);
        self.receiving_state(person, next)
    }

    /// Offices after the name; gives the item behind them.
    fn offices_behind(&self, person: &mut Named, i: usize, first_item: usize, mut next: usize) -> usize {
        let scan = self.scan;
        if self.items.get(next).is_some_and(|x| x.is_mark("("))
            && self.items.get(next + 2).is_some_and(|x| x.is_mark(")"))
            && !(scan.pack.features.svo_with_cases() && matches!(self.items[next + 1].what, What::Office(_)))
        {
            next += 3; // "(retired)", "(PML)"
        }
        while let Some((j, comma)) = self.postfix(next) {
            if self.is_of_somebody_else(person, first_item, (j, comma), next == i + 1) {
                break;
            }
            if let What::Office(o) = &self.items[j].what {
                hold(person, scan, o);
                person.extent[1] = o.span[1];
            }
            next = j + 1;
            if self.items.get(next).is_some_and(|x| x.is_mark(")")) {
                next += 1;
            }
        }
        next
    }

    /// The office at item `j` behind a name is another's.
    fn is_of_somebody_else(
        &self,
        person: &Named,
        first_item: usize,
        (j, comma): (usize, bool),
        first: bool,
    ) -> bool {
        let scan = self.scan;
        // "SURNAME [met] the minister of X": of somebody told in full before no office is told behind his name.
        if scan.has_article()
            && first
            && !comma
            && person.held.is_empty()
            && !person.known
            && person.parts.len() == 1
        {
            return true;
        }
        // "NAME and the minister of X discussed": another, where no office of his own stands between.
        if scan.has_article() && self.items[j].and && first {
            return true;
        }
        // "The ambassador, NAME, the speaker, NAME": an office between marks before another name is that one's.
        let titled = person.held.iter().any(|h| h.office.is_some());
        // "NAME, the crown prince and minister of defence, NAME".
        let joined = |x: &&Item| x.is_word("and") || matches!(x.what, What::Office(_));
        let end = j + 1 + self.items[j + 1..].iter().take_while(joined).count();
        if (scan.has_article() || scan.pack.features.capitals_alone())
            && comma
            && titled
            && self.items.get(end).is_some_and(|x| x.is_mark(","))
            && self.named_at(end + 1)
        {
            return true;
        }
        if comma && titled && self.goes_on_to_act(j) {
            return true;
        }
        // "PM X, Saudi crown prince agree": a headline lists.
        let lists = scan.text.field == Field::Title && scan.pack.features.capitals_alone();
        if comma
            && !person.held.is_empty()
            && (lists || !matches!(&self.items[j].what, What::Office(o) if !o.bare))
        {
            return true;
        }
        match &self.items[j].what {
            What::Office(o) => self.holds_another(person, first_item, (j, comma), o),
            _ => false,
        }
    }

    /// He holds an office that does not go with this one.
    fn holds_another(
        &self,
        person: &Named,
        first_item: usize,
        (j, comma): (usize, bool),
        o: &OfficePhrase,
    ) -> bool {
        let scan = self.scan;
        // "Met the ambassador of A NAME the prime minister of B": nobody serves two states.
        let own = person.offices().find_map(OfficePhrase::serves);
        if !comma && own.zip(o.serves()).is_some_and(|(a, b)| a != b) {
            return true;
        }
        // "Received NAME, minister of defence of A, the ambassador of B": a comma on either side of his office.
        if scan.has_article() && comma && self.of_another(person, o) {
            return true;
        }
        // "The head of government NAME the Kuwaiti minister": with the article and an adjective of a state, without a
        // mark, another office is another's.
        let apart = o.first.tags & tags::DEFINITE != 0 && o.serves().is_some();
        let other = person.offices().all(|own| own.state != o.state);
        if scan.has_article() && !comma && apart && other && person.offices().next().is_some() {
            return true;
        }
        // Nor does an official of a state serve an organisation, or the other way, unless as its head in turn.
        let served = |o: &OfficePhrase| o.state.filter(|_| !o.former);
        let chairs = scan.pack.groups.presides.contains(&o.position);
        if scan.has_article()
            && !comma
            && person.offices().find_map(served).zip(served(o)).is_some_and(|(a, b)| a != b)
            && (!chairs || o.serves().is_some() || self.sole_object(first_item, j))
        {
            return true;
        }
        false
    }

    /// "NAME, Crown Prince and Deputy Ruler": a second office of the same person.
    fn second_offices(&self, person: &mut Named, mut next: usize) -> usize {
        let scan = self.scan;
        while self.items.get(next).is_some_and(|x| x.is_word("and"))
            && let Some(What::Office(o)) = self.items.get(next + 1).map(|x| &x.what)
            && o.number == NounNumber::One
            && o.state.is_none_or_matches(&person.party)
            && person.held.len() < 3
            && !person.held.is_empty()
            && !self.items.get(next + 2).is_some_and(|x| {
                matches!(x.what, What::Name { .. } | What::Office(_) | What::Honorific { .. } | What::Rank)
                    || x.is_mark(",")
                        && self.items.get(next + 3).is_some_and(|y| matches!(y.what, What::Name { .. }))
            })
        {
            hold(person, scan, o);
            person.extent[1] = o.span[1];
            next += 2;
        }
        next
    }

    /// "President NAME of Zimbabwe": the state of an office may follow the name.
    fn state_behind(&self, person: &mut Named, first_item: usize, next: usize) -> usize {
        let scan = self.scan;
        let follows = self.items.get(next).is_some_and(|x| x.is_word("of"));
        if !scan.pack.features.capitals_alone() || !follows {
            return next;
        }
        // "His counterparts X of A and Y of B": so may that of a counterpart.
        let of_none = |h: &Held| {
            let office = h.office.as_ref();
            office.map_or(person.counterpart && person.party.is_none(), |o| o.state.is_none())
        };
        let peer = self.beside_counterpart(person, first_item);
        let serves = !person.held.is_empty()
            || person.royal
            || peer
            || self.plural.is_some() && self.joined(first_item);
        if !serves || !person.held.iter().all(of_none) {
            return next;
        }
        let k = next + 1 + usize::from(self.items.get(next + 1).is_some_and(|x| x.is_word("determiner")));
        let code = match self.items.get(k).map(|x| &x.what) {
            Some(What::State { code, form: StateForm::Name } | What::Organisation { code }) => *code,
            _ => return next,
        };
        let owns = |x: &Item| scan.possessive(x.start) || matches!(x.what, What::Office(_));
        if self.items.get(k + 1).is_some_and(owns) {
            return next;
        }
        person.serves(code);
        person.by_place = false;
        person.counterpart |= peer;
        k + 1
    }

    /// A name without an office of its own that is joined to a counterpart's, behind which his state stands.
    fn beside_counterpart(&self, person: &Named, first_item: usize) -> bool {
        let stated = |a: &&Actor| matches!(self.items[a.items.end - 1].what, What::State { .. });
        let last = self.out.last().filter(|a| stated(a) && self.joined(first_item));
        let peer = |a: &Actor| matches!(a.kind, ActorKind::Person(n) if self.namings[n].counterpart);
        person.held.is_empty() && person.party.is_none() && last.is_some_and(peer)
    }

    /// "NAME, whom A appointed ambassador to B": he serves A.
    fn appointed_behind(&self, person: &mut Named, next: usize) -> usize {
        let scan = self.scan;
        let Some([who, verb, state]) = self.items.get(next..next + 3) else { return next };
        let What::State { code, form: StateForm::Name | StateForm::Capital } = state.what else {
            return next;
        };
        if !scan.has_article()
            || person.party.is_some_and(|p| p != code)
            || !(who.is_word("relative") && verb.is_word("appoints"))
        {
            return next;
        }
        person.party = Some(code);
        person.by_place = false;
        match self.items.get(next + 3).map(|i| &i.what) {
            Some(What::Office(o)) if o.state.is_none_or(|s| s == code) => {
                let office = OfficePhrase { state: Some(code), ..(**o).clone() };
                person.extent[1] = o.span[1];
                hold(person, scan, &office);
                next + 4
            }
            _ => next + 3,
        }
    }

    /// "Foreign minister in the new Chadian government".
    fn government_behind(&self, person: &mut Named, mut next: usize) -> usize {
        let scan = self.scan;
        if person.party.is_none()
            && scan.pack.features.capitals_alone()
            && !person.held.is_empty()
            && self.items.get(next).is_some_and(|x| x.is_word("in") || x.is_word("of"))
        {
            let describes =
                |x: &Item| x.is_word("determiner") || matches!(x.what, What::Other { common: true });
            let at = (next + 1..next + 4).find(|&k| !self.items.get(k).is_some_and(describes));
            if let Some(k) = at
                && let Some(What::State { code, form: StateForm::Adjective }) =
                    self.items.get(k).map(|x| &x.what)
                && self.items.get(k + 1).is_some_and(|x| matches!(x.what, What::Institution { .. }))
            {
                person.serves(*code);
                next = k + 2;
            }
        }
        next
    }

    /// An envoy's receiving state may follow his name.
    fn receiving_state(&self, person: &mut Named, mut next: usize) -> usize {
        let scan = self.scan;
        if let Some(prep) =
            self.items.get(next).filter(|x| x.is_word("at") || x.is_word("to") || x.is_word("in"))
            && !prep.and
            && let Some(What::State { code, form: StateForm::Name | StateForm::Adjective }) =
                self.items.get(next + 1).map(|x| &x.what)
            && person.held.iter().any(|h| {
                h.office
                    .as_ref()
                    .is_some_and(|o| o.accredited_to.is_none() && scan.pack.envoys.contains(&o.position))
            })
            && prep.is_word("at")
        {
            for held in &mut person.held {
                if let Some(o) = &mut held.office {
                    o.accredited_to = Some(*code);
                }
            }
            next += 2;
        }
        next
    }

    /// "A and his deputy B": he serves whom A serves.
    fn serves_with_the_last(&self, person: &mut Named, pending: &[usize]) {
        let scan = self.scan;
        let own = |p: &usize| {
            let item = &self.items[*p];
            let office = matches!(&item.what, What::Office(o) if o.bare && o.position == "assistant");
            office && item.and && scan.ends_in_pronoun(item)
        };
        if person.party.is_none()
            && scan.has_article()
            && pending.iter().any(own)
            && let Some(ActorKind::Person(first)) = self.out.last().map(|a| &a.kind)
        {
            person.party = self.namings[*first].party;
        }
    }

    /// "Senators A and B": the plural noun stands for each that follows.
    fn share_office(&mut self, index: usize, first_item: usize, i: usize, next: usize, plural: bool) {
        let scan = self.scan;
        if plural {
            self.plural = self.namings[index]
                .held
                .iter()
                .find_map(|h| h.office.clone())
                .filter(|o| o.number != NounNumber::One);
            // "Presidents X of A and Y of B": the state behind a name is his alone.
            if next > i + 1
                && let Some(office) = &mut self.plural
                && office.more_states.is_empty()
                && scan.pack.features.capitals
                && matches!(self.items[next - 1].what, What::State { .. })
            {
                office.state = None;
            }
            self.shared = 1;
        } else if self.namings[index].held.is_empty()
            && (self.joined_to_last(first_item)
                || first_item > 0
                    && self.portfolio(first_item - 1).is_some()
                    && self.joined_to_last(first_item - 1))
        {
            self.take_shared(index, first_item);
        } else {
            self.plural = None;
        }
    }

    /// The office that those listed share is his as well.
    fn take_shared(&mut self, index: usize, first_item: usize) {
        let scan = self.scan;
        let Some(mut office) = self.plural.clone() else { return };
        let mut head = self.plural_noun(&office);
        let mut start = office.span[0].max(head.span[0]);
        // "The ministers of defence X, of finance Y": each has his own.
        if let Some((id, words)) = first_item.checked_sub(1).and_then(|k| self.portfolio(k)) {
            office.institution = Some(id);
            start = words.span[0];
            head = words;
        }
        let naming = &mut self.namings[index];
        // "The ministers of A and B, X and Y": the states in the order of the names.
        let own = self.shared.checked_sub(1).and_then(|n| office.more_states.get(n)).cloned();
        let own = own.or(office.state);
        self.shared += 1;
        if naming.party.is_none() {
            naming.party = own;
        }
        // Each serves his own state, named beside him.
        let office = OfficePhrase { state: naming.party.or(office.state), ..office };
        naming.held.push(Held { words: scan.text.slice([start, head.span[1]]), office: Some(office) });
        if let Some(actor) = self.out.last_mut() {
            actor.party = actor.party.take().or_else(|| self.namings[index].party);
        }
    }

    /// An office with "to" attached right behind that of an adviser or envoy: whom he serves.
    fn serves_the_next(&self, at: usize) -> bool {
        let item = &self.items[at];
        let helps = |o: &OfficePhrase| self.scan.pack.groups.serves.contains(&o.position);
        self.scan.has_article()
            && !item.and
            && self.scan.pack.lexicon.marker_name(item.marker) == Some("to")
            && at > 0
            && matches!(&self.items[at - 1].what, What::Office(o) if helps(o))
    }

    /// An office behind that of a person which he cannot hold as well: of another state, or an envoy's.
    fn of_another(&self, person: &Named, next: &OfficePhrase) -> bool {
        let Some(theirs) = next.serves().filter(|_| !next.former) else { return false };
        let sent = |o: &OfficePhrase| self.scan.pack.envoys.contains(&o.position);
        let mut own = person.offices().filter(|o| !o.former).peekable();
        own.peek().is_some()
            && own.all(|o| o.serves().map_or(sent(next) && !sent(o), |state| state != theirs))
    }

    /// The words of a name without what only stands beside it: letters of honour behind it ("NAME M.P."), and the number of an
    /// office before it ("minister of finance II NAME").
    fn own_words(&self, item: &Item) -> std::ops::Range<usize> {
        let (scan, mut words) = (self.scan, item.start..item.end);
        let features = &scan.pack.features;
        if !features.capitals_alone() {
            return words;
        }
        let raw = |t: usize| &scan.text.raw[scan.text.tokens[t].start..scan.text.tokens[t].end];
        let letter = |t: &usize| {
            let mut chars = raw(*t).chars();
            chars.next().is_some_and(char::is_uppercase) && chars.all(|c| c == '.') && raw(*t).len() > 1
        };
        let honours = words.clone().rev().take_while(letter).count();
        if honours > 1 {
            words.end -= honours;
        }
        let number = |t: usize| {
            let word = scan.text.folded(t);
            word.chars().count() > 1
                && word.chars().all(|c| features.numerals.contains(c))
                && scan.text.tokens[t].shout
        };
        let led = self.pending.last().is_some_and(|&p| matches!(self.items[p].what, What::Office(_)));
        if led && !words.is_empty() && number(words.start) {
            words.start += 1;
        }
        words
    }

    /// "University of King X": a body without a state of its own, before a royal title without a preposition.
    pub(super) fn bears_name(&self, body: usize, title: usize) -> bool {
        let (body, title) = (&self.items[body], &self.items[title]);
        let royal = match &title.what {
            What::Honorific { kind } => *kind == "royal" || *kind == "religious",
            What::Office(o) => o.rank == 0 && o.bare,
            _ => false,
        };
        royal
            && title.marker == 0
            && !title.and
            && body.tags & tags::DEFINITE == 0
            && matches!(&body.what, What::Institution { id, state: None, .. } if matches!(id.as_str(), "university" | "hospital" | "museum"))
    }

    /// A portfolio that stands by itself before a name, in the list of a plural office that has one.
    pub(super) fn portfolio(&self, at: usize) -> Option<(Slug, Words)> {
        let (scan, item) = (self.scan, &self.items[at]);
        self.plural.as_ref()?.institution?;
        let m = scan.best(item.start, |s| matches!(s, Sense::Portfolio { .. }))?;
        let Sense::Portfolio { id, .. } = scan.sense(&m) else { return None };
        matches!(item.what, What::Other { .. } | What::Institution { .. })
            .then(|| (*id, scan.text.words(item.start, item.end)))
    }

    /// The plural noun of an office: its first word, or the words before its complement where a portfolio stands first.
    pub(super) fn plural_noun(&self, office: &OfficePhrase) -> Words {
        let scan = self.scan;
        let mut end = office.start + 1;
        let inside = |t: usize| {
            scan.text.tokens.get(t).is_some_and(|x| x.end <= office.span[1]) && scan.word(t, "of").is_none()
        };
        while scan.pack.features.capitals_alone() && inside(end) {
            end += 1;
        }
        scan.text.words(office.start, end)
    }

    /// Only a comma or "and" stands between this phrase and the actor before it.
    pub(super) fn joined_to_last(&self, first_item: usize) -> bool {
        self.joined_to(self.out.iter().rev().nth(1), first_item)
    }

    /// The same before the phrase is an actor.
    pub(super) fn joined(&self, first_item: usize) -> bool {
        self.joined_to(self.out.last(), first_item)
    }

    pub(super) fn joined_to(&self, before: Option<&Actor>, first_item: usize) -> bool {
        let Some(before) = before else { return false };
        self.items[before.items.end.min(first_item)..first_item]
            .iter()
            .all(|x| x.is_mark(",") || x.is_word("and"))
    }
}
