//! What stands right of an office's head where prepositions or cases tell whose it is: state, institution, matter, and
//! where it is held.

use super::{
    OfficePhrase, Parts, accredited, accredited_too, closing_quote, consume, institution_ahead,
    is_party_part, is_saying, list_goes_on, listed_on, matter, named, office_at, office_head_near,
    plain_portfolio, region_named, reigns, sender, sent, serves_here, serves_in, serves_there_too,
    states_go_on, things_go_on, titled_on, to_the_land,
};
use crate::detect::Scan;
use crate::detect::items::{hyphen_capital, shortened};
use crate::pack::{Match, Sense, StateForm, TriggerForm, kinds, tags};

/// Reads the complement into `parts`; gives where the office ends.
pub(super) fn complement_after(
    scan: &Scan,
    head: Match,
    limit: usize,
    envoy: bool,
    parts: &mut Parts,
) -> usize {
    let cases = !scan.pack.features.case.is_empty();
    let (j, end) = (head.end, head.end);
    let mut after =
        After { scan, head, limit, envoy, cases, parts, j, end, words: 0, linked: cases, of_land: false };
    while after.j < limit && after.words < MANY_WORDS && !scan.text.tokens[after.j].breaks {
        after.words += 1;
        if let Step::Ends = after.step() {
            break;
        }
    }
    after.end
}

/// Parts of a complement, and words of it that nobody knows, that one office has at most.
const MANY_WORDS: usize = 16;

/// What a part of the complement does.
enum Step {
    /// The complement goes on behind it.
    Goes,
    /// The office has ended before it.
    Ends,
}

/// The way through the complement.
struct After<'p, 's, 't> {
    scan: &'s Scan<'t>,
    head: Match,
    limit: usize,
    /// Whoever holds the office is sent to another state.
    envoy: bool,
    /// The language has cases.
    cases: bool,
    parts: &'p mut Parts,
    /// The token looked at.
    j: usize,
    /// Where the office ends by what was read so far.
    end: usize,
    /// Parts read so far.
    words: usize,
    /// A preposition has led on from the head; cases lead on by themselves.
    linked: bool,
    /// A state has just described a body whose name goes on.
    of_land: bool,
}

impl After<'_, '_, '_> {
    /// Reads one part.
    fn step(&mut self) -> Step {
        self.person()
            .or_else(|| self.where_accredited())
            .or_else(|| self.mark())
            .or_else(|| self.modifier())
            .or_else(|| self.where_he_serves())
            .or_else(|| self.homeland())
            .or_else(|| self.preposition())
            .or_else(|| self.another_state())
            .or_else(|| self.and())
            .or_else(|| self.somebody())
            .or_else(|| self.region_with_a_name())
            .or_else(|| self.body_of_land())
            .or_else(|| self.part())
            .or_else(|| self.region())
            .or_else(|| self.whose_man())
            .unwrap_or_else(|| self.word())
    }

    /// The office holds all words before this token.
    fn to(&mut self, j: usize) -> Option<Step> {
        (self.j, self.end) = (j, j);
        Some(Step::Goes)
    }

    /// The same, where they tell whose office it is.
    fn completed_to(&mut self, j: usize) -> Option<Step> {
        self.parts.complement = true;
        self.to(j)
    }

    /// The office holds this state, institution or matter.
    fn takes(&mut self, m: Match) -> Option<Step> {
        consume(self.scan, &m, self.parts);
        self.to(m.end)
    }

    /// Somebody named or styled here, who holds the office or in whose name its holder comes.
    fn person(&mut self) -> Option<Step> {
        let (scan, j) = (self.scan, self.j);
        // "The president of Paraguay Santiago NAME": a given name that is a city too.
        let city = |s: &Sense| matches!(s, Sense::State { form: StateForm::City | StateForm::Capital, .. });
        if self.cases
            && (self.parts.state.is_some() || j == self.head.end && named(scan, j + 2, self.limit))
            && scan.is(j, |s| matches!(s, Sense::Given))
            && scan.is(j, city)
            && j + 1 < self.limit
            && scan.text.tokens[j + 1].capital
            && scan.unknown(j + 1)
        {
            return Some(Step::Ends);
        }
        // "The personal envoy of the French president NAME": in whose name he comes belongs to his office.
        if !self.cases
            && let Some(after) = sender(scan, j, self.limit, self.parts)
        {
            return self.completed_to(after);
        }
        // "The special envoy of His Majesty": somebody's style is no part of the office.
        let style = |s: &Sense| matches!(s, Sense::Honorific { .. });
        let styled = !self.cases
            && scan.word(j, "of").is_some_and(|m| m.end == j + 1)
            && scan.best(j + 1, style).is_some_and(|m| m.end > j + 2);
        styled.then_some(Step::Ends)
    }

    /// Where else an envoy is accredited.
    fn where_accredited(&mut self) -> Option<Step> {
        let (scan, j, limit) = (self.scan, self.j, self.limit);
        if !self.envoy {
            return None;
        }
        if self.cases {
            // "The ambassador of A in B and C", "with his residence in CITY".
            let after = self.parts.second_state.and_then(|_| serves_there_too(scan, j, limit))?;
            return self.to(after);
        }
        // "The ambassador of A to the Kingdom, NAME": where he serves, by what it calls itself.
        if self.parts.state.is_some()
            && let Some(after) = to_the_land(scan, j).filter(|after| *after <= limit)
        {
            return self.to(after);
        }
        // "The ambassador of A to B, C and the Union, NAME".
        let several = !self.parts.plural && scan.pack.features.capitals && self.parts.second_state.is_some();
        let after = several.then(|| accredited_too(scan, j, limit)).flatten()?;
        self.to(after)
    }

    /// A mark: it ends the office, unless it stands in a list, a bracket or quotes of its own.
    fn mark(&mut self) -> Option<Step> {
        let c = self.scan.mark(self.j)?;
        self.short_name(c)
            .or_else(|| self.listed(c))
            .or_else(|| self.things(c))
            .or_else(|| self.enclosed(c))
            .or_else(|| self.comma(c))
            .or(Some(Step::Ends))
    }

    /// "(COAS)" belongs to the office.
    fn short_name(&mut self, c: char) -> Option<Step> {
        let (scan, j) = (self.scan, self.j);
        let short =
            c == '(' && scan.mark(j + 2) == Some(')') && scan.text.tokens.get(j + 1).is_some_and(|t| t.shout);
        if short { self.to(j + 3) } else { None }
    }

    /// "The ministers of A, B and C".
    fn listed(&mut self, c: char) -> Option<Step> {
        let (scan, j, limit) = (self.scan, self.j, self.limit);
        if !self.parts.plural || self.parts.state.is_none() && (self.cases || self.parts.more.is_empty()) {
            return None;
        }
        let state = |k: usize| {
            scan.best(k, |s| matches!(s, Sense::State { form: StateForm::Name, .. }))
                .filter(|m| m.end <= limit && !scan.possessive(m.end))
        };
        if self.cases {
            return listed_on(scan, j).and_then(|m| self.takes(m));
        }
        if c != ',' {
            return None;
        }
        if self.parts.state.is_some()
            && let Some(m) = state(j + 1)
            && states_go_on(scan, m.end, limit)
        {
            return self.takes(m);
        }
        // "The ministers of A, B, and C".
        if self.parts.more.is_empty() || scan.word(j + 1, "and").is_none() {
            return None;
        }
        let from = j + 2 + usize::from(scan.word(j + 2, "determiner").is_some());
        state(from).and_then(|m| self.takes(m))
    }

    /// "Minister of Roads, Bridges and Ports": things that no portfolio lists, the last of them after "and".
    fn things(&mut self, c: char) -> Option<Step> {
        let listed =
            c == ',' && self.cases && self.words < 8 && self.parts.complement && self.parts.state.is_none();
        let after = listed.then(|| things_go_on(self.scan, self.j + 1, self.limit)).flatten()?;
        self.to(after)
    }

    /// What stands in a bracket or in quotes.
    fn enclosed(&mut self, c: char) -> Option<Step> {
        let (scan, j, limit) = (self.scan, self.j, self.limit);
        // "(Asia Pacific)", "(Europe)": what a bracket of capitals narrows down.
        if c == '('
            && !self.cases
            && let Some(close) = (j + 2..limit.min(j + 6)).find(|&k| scan.mark(k) == Some(')'))
            && (j + 1..close).all(|k| scan.text.tokens[k].capital || scan.word(k, "and").is_some())
            && !scan.is(j + 1, |s| matches!(s, Sense::Given))
        {
            return self.to(close + 1);
        }
        // Quotes inside an institution's name.
        if matches!(c, '«' | '“' | '"')
            && self.linked
            && let Some(close) = closing_quote(scan, j, limit)
            && (self.words > 1 || scan.text.tokens[j + 1].capital && close - j < 6)
        {
            return self.to(close);
        }
        None
    }

    /// A comma before the institution, or between portfolios.
    fn comma(&mut self, c: char) -> Option<Step> {
        let (scan, j, limit) = (self.scan, self.j, self.limit);
        if c != ',' {
            return None;
        }
        // "Director General, Ministry of Foreign Affairs of A": whose director, after a comma.
        if !self.cases
            && !scan.has_article()
            && !self.envoy
            && !self.parts.plural
            && self.parts.institution.is_none()
            && self.parts.state.is_none()
            && scan.is(j + 1, |s| matches!(s, Sense::Ministry))
        {
            self.linked = true;
            self.j += 1;
            return Some(Step::Goes);
        }
        // "Minister of Foreign Affairs, Trade and Tourism".
        if self.parts.institution.is_some()
            && let Some(p) = scan.best(j + 1, |s| matches!(s, Sense::Portfolio { .. }))
            && office_head_near(scan, j + 1, limit).is_none()
            && list_goes_on(scan, j + 1, limit)
        {
            return self.completed_to(p.end);
        }
        None
    }

    /// "In acting capacity", "emeritus": what tells how the office is held.
    fn modifier(&mut self) -> Option<Step> {
        let m = self.scan.best(self.j, |s| matches!(s, Sense::Modifier { before: false, .. }))?;
        if let Sense::Modifier { kind, .. } = self.scan.sense(&m) {
            self.parts.modify(*kind);
        }
        self.to(m.end)
    }

    /// Where the office is held, in a language with cases.
    fn where_he_serves(&mut self) -> Option<Step> {
        let (scan, j, limit) = (self.scan, self.j, self.limit);
        if !self.cases {
            return None;
        }
        // "The ambassador of A in our country", "the representative of the fund in the republic".
        if let Some(after) = serves_here(scan, j, limit, self.envoy, self.parts) {
            return self.completed_to(after);
        }
        if self.envoy {
            // "The representative of A at the UN and other international organisations in CITY NAME".
            let after = accredited(scan, j, limit)?;
            return self.completed_to(after);
        }
        // "The head of the bureau of A in CITY NAME".
        let Sense::Office { takes, .. } = scan.sense(&self.head) else { return None };
        let (m, after) = matches!(takes.as_str(), "any" | "institution")
            .then(|| serves_in(scan, j, limit, &self.head))
            .flatten()?;
        if let Sense::State { code, form: StateForm::Name } = scan.sense(&m)
            && self.parts.state.is_none()
        {
            self.parts.name_state(*code, true);
        }
        self.completed_to(after)
    }

    /// "The minister of our country": the publisher's own.
    fn homeland(&mut self) -> Option<Step> {
        let own = self.cases.then(|| self.scan.word(self.j, "homeland")).flatten();
        let own = own.filter(|m| m.first.tags & tags::GEN != 0)?;
        self.completed_to(own.end)
    }

    /// A preposition, and what it leads to.
    fn preposition(&mut self) -> Option<Step> {
        let (scan, j) = (self.scan, self.j);
        let from = self.is_from_a_state();
        let p = scan.best(j, |s| match s {
            Sense::Word { work, .. } => {
                matches!(work.as_str(), "of" | "for" | "to" | "at" | "in" | "on" | "with" | "about")
                    || from && work == "from"
            }
            _ => false,
        })?;
        let Sense::Word { work, .. } = scan.sense(&p) else { return None };
        let work = work.as_str();
        if let Some(step) = self.charge(p.end) {
            return Some(step);
        }
        let mut k = p.end;
        while scan.word(k, "determiner").is_some() {
            k += 1;
        }
        self.another_office(work, k)
            .or_else(|| self.region_of_organisation(work, k))
            .or_else(|| self.remit(work, k))
            .or_else(|| self.led_to(work, k))
    }

    /// "Officials from A and B": whose they are.
    fn is_from_a_state(&self) -> bool {
        let scan = self.scan;
        !self.cases
            && !scan.has_article()
            && self.parts.state.is_none()
            && scan.word(self.j, "from").is_some_and(|m| {
                let k = m.end + usize::from(scan.word(m.end, "determiner").is_some());
                scan.is(k, |s| matches!(s, Sense::State { form: StateForm::Name, .. }))
            })
    }

    /// "The president's special envoy for the Middle East": what he is sent for, and no state of his.
    fn charge(&mut self, k: usize) -> Option<Step> {
        let (scan, limit) = (self.scan, self.limit);
        if !self.cases || scan.word(self.j, "on").is_none() {
            return None;
        }
        let after = matter(scan, k, limit)?;
        // "The minister of A [met] on the shore of": where.
        let place = self.is_house(k) && scan.text.tokens.get(k).is_some_and(|t| !t.capital);
        let whole = match place {
            // "On the shore of the Baikal": a name of one word is that of the place.
            true => named(scan, after, limit) && named(scan, after + 1, limit),
            false => named(scan, after, limit) || sent(scan, &self.head) || titled_on(scan, after, limit),
        };
        if !whole {
            return None;
        }
        self.parts.complement = true;
        // "The head of the organisation for the protection of nature of A NAME": whose it is.
        if self.parts.state.is_none()
            && !sent(scan, &self.head)
            && after > k + 1
            && let Some(m) = scan.best(after - 1, |s| matches!(s, Sense::State { form: StateForm::Name, .. }))
            && m.first.tags & tags::GEN != 0
        {
            consume(scan, &m, self.parts);
        }
        self.to(after)
    }

    /// A house or a region begins here.
    fn is_house(&self, k: usize) -> bool {
        ["building", "region"].iter().any(|w| self.scan.word(k, w).is_some())
    }

    /// "Adviser to the UAE President", "the agency at the president of A": another office as the complement.
    fn another_office(&mut self, work: &str, k: usize) -> Option<Step> {
        let under =
            |o: &OfficePhrase| work == "at" && self.cases && !self.envoy && o.first.tags & tags::LOC != 0;
        if !matches!(work, "to" | "of" | "for" | "at") || k >= self.limit {
            return None;
        }
        let inner = office_at(self.scan, k, self.limit)
            .filter(|o| (work != "at" || under(o)) && !(o.bare && work == "to" && self.envoy))?;
        if let Some(state) = inner.state {
            self.parts.name_state(state, inner.state_by_place);
        }
        if let Some(id) = inner.institution {
            self.parts.institute(id);
        }
        self.linked = true;
        self.completed_to(inner.end)
    }

    /// The office serves an organisation.
    fn is_of_organisation(&self) -> bool {
        self.parts.state.is_some_and(|s| s.starts_with("ORG:"))
    }

    /// "The director of the WHO for Europe NAME", where "in" leads to a region of the world.
    fn region_of_organisation(&mut self, work: &str, k: usize) -> Option<Step> {
        let region = (self.cases && work == "in" && self.is_of_organisation())
            .then(|| self.scan.word(k, "region"))
            .flatten();
        let region = region.filter(|m| named(self.scan, m.end, self.limit))?;
        self.linked = true;
        self.completed_to(region.end)
    }

    /// "For South and Central Asian Affairs": what a word like "affairs" closes is whole, whatever names stand in it.
    fn remit(&mut self, work: &str, k: usize) -> Option<Step> {
        let scan = self.scan;
        // "For Korean Peninsula peace and security affairs": behind a name other matters may stand in small letters.
        let matter = |t: usize| {
            t > k
                && scan.text.tokens[k].capital
                && (scan.word(t, "remit").is_some()
                    || !scan.is(t, |s| matches!(s, Sense::Trigger { .. } | Sense::Word { .. })))
        };
        let inside = |t: &usize| {
            scan.mark(*t).is_none()
                && (scan.text.tokens[*t].capital || scan.word(*t, "and").is_some() || matter(*t))
        };
        if self.cases || work == "to" {
            return None;
        }
        let last =
            (k..self.limit.min(k + 7)).take_while(inside).find(|&t| scan.word(t, "remit").is_some())?;
        if self.next_part(k).is_some_and(|m| m.end > last) {
            return None;
        }
        self.linked = true;
        self.completed_to(last + 1)
    }

    /// The state, institution or matter that begins at a token.
    fn next_part(&self, k: usize) -> Option<Match> {
        let portfolio = || self.scan.best(k, |s| matches!(s, Sense::Portfolio { .. }));
        self.scan.best(k, is_party_part).or_else(portfolio)
    }

    /// What a preposition leads to: a part of the office, or something else in the sentence.
    fn led_to(&mut self, work: &str, k: usize) -> Option<Step> {
        let next = self.next_part(k);
        let good = k < self.limit
            && match &next {
                Some(m) => self.leads_to_part(work, k, m),
                None => self.leads_to_word(work, k),
            };
        if !good {
            return Some(Step::Ends);
        }
        self.linked = true;
        let Some(m) = next else { return self.completed_to(k + 1) };
        match self.scan.sense(&m) {
            Sense::State { code, .. } if (self.envoy || self.is_of_organisation()) && work != "of" => {
                self.parts.receive(*code);
                self.to(m.end)
            }
            // "The permanent representatives at ORGANISATION of several states": whom they serve is told otherwise.
            Sense::Organisation { code, .. }
                if self.cases && self.envoy && work == "at" && self.parts.state.is_none() =>
            {
                self.parts.receive(*code);
                self.to(m.end)
            }
            _ => self.takes(m),
        }
    }

    /// A preposition leads from the office to a state, an institution or a matter.
    fn leads_to_part(&self, work: &str, k: usize, m: &Match) -> bool {
        let (scan, at) = (self.scan, matches!(work, "at" | "in"));
        match scan.sense(m) {
            // "UN Resident Coordinator in Uzbekistan": sent by an organisation; its ministers are there for a meeting.
            Sense::State { .. }
                if !self.parts.plural && (at || work == "to") && self.is_of_organisation() =>
            {
                true
            }
            // "At the Pakistan foreign ministry": the state describes an institution.
            Sense::State { .. } if at && !self.envoy && !self.cases => {
                institution_ahead(scan, m.end, self.limit)
            }
            // "Received the ambassador of A at the palace": where, not to whom he was sent.
            Sense::State { form: StateForm::Government, .. } if at => false,
            Sense::State { .. } => {
                matches!(work, "of" | "for" | "from") || self.envoy && (at || work == "to")
            }
            Sense::Organisation { .. } => work != "with",
            // "The Norwegian foreign minister at State House": where he was, his office being whole.
            _ if at => {
                // "The ambassador of A at State House": a house is where he was.
                let house = !self.cases && (self.envoy || scan.word(k, "building").is_some());
                self.parts.state.is_none()
                    || !house && self.parts.institution.is_none() && !reigns(scan, &self.head)
            }
            _ => matches!(work, "of" | "for" | "on" | "about"),
        }
    }

    /// A preposition leads from the office to a word of it that nobody knows.
    fn leads_to_word(&self, work: &str, k: usize) -> bool {
        let (scan, cases) = (self.scan, self.cases);
        // "The minister of defence of A [met] at an air base": where, not what he is for.
        let leads = matches!(work, "of" | "for" | "about") || cases && work == "on" && !self.is_house(k);
        let thing = || scan.is(k, |s| matches!(s, Sense::Topic { .. } | Sense::Common));
        leads
            && scan.text.tokens.get(k).is_some_and(|t| t.capital || cases || thing())
            && scan.mark(k).is_none()
            && !(cases && scan.is(k, |s| matches!(s, Sense::Trigger { .. })))
    }

    /// "The ministers of A and B".
    fn another_state(&mut self) -> Option<Step> {
        let (scan, j) = (self.scan, self.j);
        if !self.parts.plural || self.parts.state.is_none() || scan.word(j, "and").is_none() {
            return None;
        }
        let state =
            |s: &Sense| matches!(s, Sense::State { form: StateForm::Name | StateForm::Adjective, .. });
        if let Some(m) = scan.best(j + 1, state) {
            return self.takes(m);
        }
        // "The ministers of A and the United B": not "and the minister of".
        if self.cases || scan.word(j + 1, "determiner").is_none() {
            return None;
        }
        let office = |s: &Sense| {
            matches!(
                s,
                Sense::Office { .. }
                    | Sense::Modifier { .. }
                    | Sense::Institution { .. }
                    | Sense::Portfolio { .. }
                    | Sense::Ministry
            )
        };
        let m = scan
            .best(j + 2, |s| matches!(s, Sense::State { form: StateForm::Name, .. }))
            .filter(|m| !scan.possessive(m.end) && !scan.is(m.end, office))?;
        self.takes(m)
    }

    /// "And" goes on only between parts of one institution, never before another office or name.
    fn and(&mut self) -> Option<Step> {
        let (scan, limit) = (self.scan, self.limit);
        scan.word(self.j, "and")?;
        let k = self.j + 1;
        // "Minister of Defence and National Service NAME": words that no portfolio lists, before what ends the office.
        if !self.cases
            && self.parts.institution.is_some()
            && let Some(after) = plain_portfolio(scan, k, limit)
        {
            return self.completed_to(after);
        }
        if !self.parts.complement {
            return None;
        }
        // "Foreign Affairs and Tunisians Abroad": the matter begins with the name of a people.
        if let Some(p) = scan.best(k, |s| matches!(s, Sense::Portfolio { .. }))
            && scan.best(k, |s| matches!(s, Sense::State { .. })).is_some_and(|m| m.end < p.end)
            && p.end <= limit
        {
            return self.to(p.end);
        }
        if !(self.joins_portfolio(k) || self.joins_thing(k)) {
            return Some(Step::Ends);
        }
        self.j = k;
        Some(Step::Goes)
    }

    /// Another matter of the same office stands here.
    fn joins_portfolio(&self, k: usize) -> bool {
        let scan = self.scan;
        scan.is(k, |s| matches!(s, Sense::Portfolio { .. } | Sense::Topic { .. }))
            && !scan.is(k, |s| matches!(s, Sense::State { .. } | Sense::Organisation { .. }))
            && office_head_near(scan, k, self.limit).is_none()
    }

    /// A thing in small letters stands here, in a language with cases.
    fn joins_thing(&self, k: usize) -> bool {
        let scan = self.scan;
        let other = |s: &Sense| {
            matches!(
                s,
                Sense::Office { .. } | Sense::Modifier { .. } | Sense::Trigger { .. } | Sense::Word { .. }
            )
        };
        scan.text.tokens.get(k).is_some_and(|t| !t.capital)
            && self.cases
            && scan.mark(k).is_none()
            && !scan.is(k, other)
    }

    /// What begins another phrase: a style, a rank, a day, a list of those present.
    fn somebody(&mut self) -> Option<Step> {
        let other = |s: &Sense| {
            matches!(
                s,
                Sense::Honorific { .. }
                    | Sense::Rank { .. }
                    | Sense::Counterpart
                    | Sense::Both
                    | Sense::Attendance { .. }
                    | Sense::Weekday { .. }
                    | Sense::Relative { .. }
            )
        };
        self.scan.is(self.j, other).then_some(Step::Ends)
    }

    /// "The governor of the province of Henan NAME": what bears a name of its own, in no case.
    fn region_with_a_name(&mut self) -> Option<Step> {
        let (scan, j, limit) = (self.scan, self.j, self.limit);
        if !self.cases {
            return None;
        }
        let headed = j == self.head.end && j > self.head.start + 1;
        let m = region_named(scan, j, limit)
            .or_else(|| headed.then(|| region_named(scan, j - 1, limit)).flatten())?;
        consume(scan, &m, self.parts);
        self.completed_to(m.end)
    }

    /// "The head of the A-ian Investigation Bureau", "of A's Port Authority": a state, and behind it a name of a body that nobody
    /// knows.
    fn body_of_land(&mut self) -> Option<Step> {
        let (scan, j) = (self.scan, self.j);
        if self.cases || self.envoy || !self.linked || self.parts.state.is_none() {
            return None;
        }
        let possessive = scan.possessive(j);
        let adjective = |s: &Sense| matches!(s, Sense::State { form: StateForm::Adjective, .. });
        let described = || scan.best(j.checked_sub(1)?, adjective).filter(|m| m.end == j);
        if possessive || described().is_some() {
            self.of_land = self.names_body(j + usize::from(possessive));
            if possessive && self.of_land {
                self.j += 1;
                return Some(Step::Goes);
            }
        }
        None
    }

    /// Two words of a name begin here that bear capitals and are no person's.
    fn names_body(&self, from: usize) -> bool {
        let scan = self.scan;
        let word = |s: &Sense| {
            matches!(
                s,
                Sense::Common | Sense::Topic { .. } | Sense::Portfolio { .. } | Sense::Institution { .. }
            )
        };
        (from..from + 2).all(|k| {
            k < self.limit
                && scan.text.tokens[k].capital
                && scan.is(k, word)
                && !scan.is(k, |s| matches!(s, Sense::Given | Sense::Office { .. }))
        })
    }

    /// A state, institution or matter that no preposition leads to.
    fn part(&mut self) -> Option<Step> {
        let (scan, j) = (self.scan, self.j);
        let m = scan.best(j, |s| is_party_part(s) || matches!(s, Sense::Portfolio { .. }))?;
        let sense = scan.sense(&m);
        let state = matches!(sense, Sense::State { .. });
        let joins = if self.cases {
            let nominative_adjective = matches!(sense, Sense::State { form: StateForm::Adjective, .. })
                && m.last_tags & (tags::GEN | tags::PLURAL) == 0;
            let governed = m.first.tags & tags::CASES == 0
                || scan.text.tokens[j].shout
                || shortened(scan, j)
                || m.first.tags & tags::GEN != 0
                || matches!(sense, Sense::Portfolio { .. } | Sense::Institution { .. } | Sense::Ministry);
            !nominative_adjective && governed
        } else {
            let body = |s: &Sense| matches!(s, Sense::Institution { .. } | Sense::Portfolio { .. });
            let describes = || state && scan.is(m.end, body);
            let second = state && self.parts.state.is_some() && !self.envoy;
            !second
                && (self.linked
                    || describes()
                    || self.words == 1 && !state
                    || scan.text.tokens[j].capital && !state)
        };
        if !joins || state && scan.possessive(m.end) {
            return Some(Step::Ends);
        }
        self.takes(m)
    }

    /// "For the Middle East": a region of the world; "the mayor of the Polish capital".
    fn region(&mut self) -> Option<Step> {
        let (scan, j) = (self.scan, self.j);
        let capital = |s: &Sense| matches!(s, Sense::Word { work, kind: Some(kind) } if *work == "region" && *kind == "capital");
        let whole = |m: &Match| {
            m.end > j + 1
                || !scan.pack.features.complement_before
                    && m.first.tags & tags::GEN != 0
                    && scan.is(j, capital)
        };
        let m = self.cases.then(|| scan.word(j, "region")).flatten().filter(whole)?;
        self.completed_to(m.end)
    }

    /// "The envoy of the president of X": an office in the genitive is whose man he is.
    fn whose_man(&mut self) -> Option<Step> {
        let (scan, j) = (self.scan, self.j);
        let asks = self.cases
            && (self.words == 1 || self.words == 2 && self.parts.state.is_some())
            && matches!(scan.sense(&self.head), Sense::Office { takes, .. } if takes == "any")
            && scan.is(j, |s| matches!(s, Sense::Office { .. } | Sense::Modifier { .. }));
        let inner = asks.then(|| office_at(scan, j, self.limit)).flatten()?;
        if inner.first.tags & tags::GEN == 0 || inner.first.tags & tags::NOM != 0 {
            return None;
        }
        if let Some(state) = inner.state.filter(|_| self.parts.state.is_none()) {
            self.parts.name_state(state, inner.state_by_place);
        }
        if let Some(id) = inner.institution {
            self.parts.institute(id);
        }
        self.completed_to(inner.end)
    }

    /// Any other word: it belongs to the name of an institution, or the office has ended.
    fn word(&mut self) -> Step {
        let goes =
            !self.is_of_the_clause() && if self.cases { self.goes_on_by_case() } else { self.goes_on() };
        if !goes {
            return Step::Ends;
        }
        self.completed_to(self.j + 1).unwrap_or(Step::Ends)
    }

    /// A verb, a small word or another office.
    fn is_of_the_clause(&self) -> bool {
        let (scan, j) = (self.scan, self.j);
        let verb = |s: &Sense| matches!(s, Sense::Trigger { form, .. } if !matches!(form, TriggerForm::Noun | TriggerForm::Back));
        let closed = |s: &Sense| match s {
            Sense::Word { work, .. } => !matches!(
                work.as_str(),
                "building" | "region" | "gathering" | "document" | "commerce" | "delegation"
            ),
            _ => false,
        };
        let office = |s: &Sense| matches!(s, Sense::Office { .. } | Sense::Modifier { .. });
        // "Handed the president a letter of NAME": a noun that is no genitive is what the verb takes.
        let taken = |s: &Sense| match s {
            Sense::Trigger { form, .. } => matches!(form, TriggerForm::Noun | TriggerForm::Back),
            Sense::Word { work, .. } => *work == "document",
            _ => false,
        };
        let object = |m: Match| m.first.tags & tags::CASES != 0 && m.first.tags & tags::GEN == 0;
        scan.is(j, verb)
            || scan.is(j, closed)
            || self.cases && scan.best(j, taken).is_some_and(object)
            || scan.is(j, office) && !self.is_of_members()
            || is_saying(scan, j)
    }

    /// "The House of [people's representatives] of A": people in the genitive are part of a name that was begun.
    fn is_of_members(&self) -> bool {
        let (scan, j) = (self.scan, self.j);
        let people = |m: Match| {
            let tags = m.first.tags;
            m.end == j + 1 && tags & tags::GEN != 0 && tags & tags::PLURAL != 0 && tags & tags::NOM == 0
        };
        self.cases
            && self.parts.complement
            && self.parts.state.is_none()
            && !scan.text.tokens[j].capital
            && scan.best(j, |s| matches!(s, Sense::Office { .. })).is_some_and(people)
    }

    /// Without cases only known capitalised words go on ("Minister of Rural Rehabilitation").
    fn goes_on(&self) -> bool {
        let (scan, j) = (self.scan, self.j);
        scan.text.tokens[j].capital
            && self.linked
            && scan.is(j, |s| matches!(s, Sense::Common | Sense::Topic { .. }))
            && (self.parts.state.is_none() || self.of_land)
            && !scan.is(j, |s| matches!(s, Sense::Given))
    }

    /// A word of an institution's name in a language with cases.
    fn goes_on_by_case(&self) -> bool {
        let (scan, j) = (self.scan, self.j);
        let token = &scan.text.tokens[j];
        if token.shout && scan.unknown(j) || token.capital && self.is_for_a_matter() {
            return true;
        }
        let given = scan.is(j, |s| matches!(s, Sense::Given));
        match token.capital {
            true => self.is_of_a_state() || !given && self.is_before_common_noun(),
            false => !given && self.parts.state.is_none(),
        }
    }

    /// "The head of the Organisation for the protection of nature of A NAME".
    fn is_for_a_matter(&self) -> bool {
        let (scan, j, limit) = (self.scan, self.j, self.limit);
        let whole = |on: Match| matter(scan, on.end, limit).is_some_and(|after| named(scan, after, limit));
        j == self.head.end
            && !scan.is(j, |s| matches!(s, Sense::Given))
            && scan.word(j + 1, "on").is_some_and(whole)
    }

    /// "The head of the department of the Bank of Lithuania": a common noun with a state in the genitive.
    fn is_of_a_state(&self) -> bool {
        let (scan, j) = (self.scan, self.j);
        let state = |s: &Sense| matches!(s, Sense::State { form: StateForm::Name, .. });
        scan.is(j, |s| matches!(s, Sense::Common | Sense::Topic { .. }))
            && !scan.is(j, |s| matches!(s, Sense::Given | Sense::Trigger { .. }))
            && scan.best(j + 1, state).is_some_and(|m| m.first.tags & tags::GEN != 0)
    }

    /// A capitalised adjective before a common noun is part of an institution's name.
    fn is_before_common_noun(&self) -> bool {
        let (scan, next) = (self.scan, self.j + 1);
        let other = |s: &Sense| match s {
            // "The head of the Country office": a house is a body too.
            Sense::Word { work, .. } => !matches!(work.as_str(), "building" | "gathering" | "authority"),
            _ => matches!(s, Sense::Trigger { .. } | Sense::Office { .. }),
        };
        self.parts.institution.is_none()
            && scan.text.tokens.get(next).is_some_and(|t| !t.capital && !t.breaks)
            && !hyphen_capital(scan, next)
            // "President NAME al-NAME": an article written small goes on with a name.
            && !scan.has(next, kinds::PARTICLE)
            && scan.mark(next).is_none()
            && !scan.is(next, other)
    }
}
