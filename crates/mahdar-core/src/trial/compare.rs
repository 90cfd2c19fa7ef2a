//! Says where a reading differs from what a careful reader expects, and which file to look at.

use super::case::{Block, ExpectedClaim, ExpectedEvent, ExpectedPerson};
use super::{Expectation, Miss};
use crate::model::{Event, Person, Reading};
use crate::text::Letters;

/// Every difference; none when all is as expected.
pub(super) fn misses(expectation: &Expectation, reading: &Reading, letters: Option<&Letters>) -> Vec<Miss> {
    let plain = Letters::default();
    let look = Look { reading, letters: letters.unwrap_or(&plain) };
    match expectation {
        Expectation::Case(block) => look.case(block),
        Expectation::Example { kind, sides, status } => {
            let expected = ExpectedEvent {
                kind: kind.clone(),
                sides: sides.clone(),
                status: status.clone(),
                ..ExpectedEvent::default()
            };
            look.events(&[expected], false)
        }
        Expectation::Counterexample { frame, kind } => look.counterexample(frame, kind),
    }
}

struct Look<'a> {
    reading: &'a Reading,
    letters: &'a Letters,
}

impl Look<'_> {
    fn case(&self, block: &Block) -> Vec<Miss> {
        let mut misses = self.events(&block.event, true);
        if block.no_events {
            let secondary = self.reading.events.iter().filter(|event| !event.main);
            misses.extend(secondary.map(|event| miss("no event at all", told(event), of_type(&event.kind))));
        }
        misses.extend(block.person.iter().flat_map(|person| self.person(person)));
        misses.extend(self.claims(&block.claim));
        misses
    }

    fn counterexample(&self, frame: &str, kind: &str) -> Vec<Miss> {
        let by_frame = |event: &&Event| {
            event.method.strip_prefix("rule:").and_then(|rest| rest.split('@').next()) == Some(frame)
        };
        let found = self.reading.events.iter().filter(|event| event.kind == kind).filter(by_frame);
        found.map(|event| miss(&format!("nothing by {frame}"), told(event), of_type(kind))).collect()
    }

    /// Pairs expected events with those read, the best pair first, and says what is left over.
    fn events(&self, expected: &[ExpectedEvent], no_others: bool) -> Vec<Miss> {
        let mut pairs: Vec<(usize, usize, usize)> = Vec::new();
        for (e, wanted) in expected.iter().enumerate() {
            for (r, event) in self.reading.events.iter().enumerate() {
                if wanted.kind == event.kind {
                    // Parties tell two events of a type apart before their details do.
                    let parties = if self.sides(wanted, event).is_some() { 100 } else { 0 };
                    pairs.push((parties + self.event(wanted, event).len(), e, r));
                }
            }
        }
        pairs.sort();
        let mut of_expected = vec![None; expected.len()];
        let mut taken = vec![false; self.reading.events.len()];
        for (_, e, r) in pairs {
            if of_expected[e].is_none() && !taken[r] {
                of_expected[e] = Some(r);
                taken[r] = true;
            }
        }
        let mut misses = Vec::new();
        for (wanted, found) in expected.iter().zip(of_expected) {
            match found {
                Some(r) => misses.extend(self.event(wanted, &self.reading.events[r])),
                None => misses.push(miss(&wanted_event(wanted), self.all_events(), of_type(&wanted.kind))),
            }
        }
        if no_others {
            let others =
                self.reading.events.iter().zip(&taken).filter(|(event, taken)| event.main && !**taken);
            misses.extend(
                others.map(|(event, _)| miss("no other main event", told(event), of_type(&event.kind))),
            );
        }
        misses
    }

    fn event(&self, wanted: &ExpectedEvent, event: &Event) -> Vec<Miss> {
        let mut misses: Vec<Miss> = self.sides(wanted, event).into_iter().collect();
        let about = |field: &str| format!("{} {field}", wanted.kind);
        if let Some(status) = wanted.status.as_ref().filter(|status| **status != event.status) {
            misses.push(miss(
                &format!("{} {status}", about("status")),
                format!("{} by {}", event.status, event.method),
                "words.toml",
            ));
        }
        if let Some(main) = wanted.main.filter(|main| *main != event.main) {
            misses.push(miss(
                &format!("{} {main}", about("main")),
                event.main.to_string(),
                "constructions.toml",
            ));
        }
        for (part, code) in [("host", &wanted.host), ("guest", &wanted.guest)] {
            let Some(code) = code else { continue };
            let found =
                event.sides.iter().find(|side| side.part == part).and_then(|side| side.party.as_ref());
            if found != Some(code) {
                misses.push(miss(
                    &format!("{} {code}", about(part)),
                    found.cloned().unwrap_or_else(|| told(event)),
                    of_type(&wanted.kind),
                ));
            }
        }
        if let Some(date) = wanted.day() {
            let found = event.date.as_ref().map(|date| date.value.as_str()).unwrap_or_default();
            if found != date {
                misses.push(miss(
                    &format!("{} {}", about("date"), or_none(&date)),
                    or_none(found),
                    "calendar.toml",
                ));
            }
        }
        if let Some(place) = &wanted.place {
            let found = event.place.as_ref().map(|place| place.words.text.as_str()).unwrap_or_default();
            if !self.holds(found, place) {
                misses.push(miss(
                    &format!("{} {}", about("place"), or_none(place)),
                    or_none(found),
                    "words.toml",
                ));
            }
        }
        for topic in wanted.topics.iter().filter(|topic| !event.topics.iter().any(|t| t.topic == **topic)) {
            let found: Vec<&str> = event.topics.iter().map(|t| t.topic.as_str()).collect();
            misses.push(miss(
                &format!("{} {topic}", about("topic")),
                or_none(&found.join(", ")),
                "topics.toml",
            ));
        }
        if let Some(people) = &wanted.people {
            misses.extend(self.people(&wanted.kind, people, event));
        }
        misses
    }

    /// Parties as a set; where one side acts, who acts is compared as well.
    fn sides(&self, wanted: &ExpectedEvent, event: &Event) -> Option<Miss> {
        let mut expected: Vec<&String> =
            wanted.sides.iter().chain(&wanted.host).chain(&wanted.guest).collect();
        if expected.is_empty() {
            return None;
        }
        expected.sort();
        expected.dedup();
        let mut found: Vec<&String> = event.sides.iter().flat_map(|side| side.parties()).collect();
        found.sort();
        found.dedup();
        let actor = event.sides.iter().find(|side| side.part == "actor");
        let acts = |side: &crate::model::Side| {
            wanted.sides.first().is_none_or(|first| side.parties().any(|party| party == first))
        };
        let same = expected == found && actor.is_none_or(acts);
        let file = if found.len() < expected.len() { "states.toml" } else { "constructions.toml" };
        (!same).then(|| miss(&wanted_event(wanted), format!("{} by {}", told(event), event.method), file))
    }

    fn people(&self, kind: &str, wanted: &[Vec<String>], event: &Event) -> Vec<Miss> {
        let mut misses = Vec::new();
        let mut seated: Vec<(&str, Option<&str>)> = Vec::new();
        for side in &event.sides {
            for participant in &side.participants {
                let own =
                    self.reading.persons.get(participant.person).and_then(|person| person.party.as_deref());
                let party = if own.is_some_and(|own| side.also.iter().any(|also| also == own)) {
                    own
                } else {
                    side.party.as_deref().or(own)
                };
                seated.push((&participant.name, party));
            }
        }
        for entry in wanted {
            let Some(name) = entry.first() else { continue };
            let party = entry.get(1).map(String::as_str);
            let Some(at) = seated.iter().position(|(seat, _)| self.same(seat, name)) else {
                let found: Vec<&str> = seated.iter().map(|(name, _)| *name).collect();
                misses.push(miss(
                    &format!("{kind} with {name}"),
                    or_none(&found.join(", ")),
                    "constructions.toml",
                ));
                continue;
            };
            let (_, found) = seated.remove(at);
            if party.is_some() && party != found {
                misses.push(miss(
                    &format!("{name} on the side of {}", party.unwrap_or_default()),
                    or_none(found.unwrap_or_default()),
                    "constructions.toml",
                ));
            }
        }
        misses.extend(
            seated.iter().map(|(name, _)| {
                miss(&format!("{kind} with nobody else"), (*name).to_string(), "names.toml")
            }),
        );
        misses
    }

    fn person(&self, wanted: &ExpectedPerson) -> Vec<Miss> {
        let Some(person) =
            self.reading.persons.iter().find(|person| self.same(&person.name.text, &wanted.name))
        else {
            let all: Vec<&str> =
                self.reading.persons.iter().map(|person| person.name.text.as_str()).collect();
            return vec![miss(
                &format!("the person {}", wanted.name),
                or_none(&all.join(", ")),
                "names.toml",
            )];
        };
        let mut misses = Vec::new();
        let mut say = |holds: bool, what: &str, came: String, edit: &str| {
            if !holds {
                misses.push(miss(&format!("{}: {what}", wanted.name), or_none(&came), edit));
            }
        };
        let offices = |of: fn(&crate::model::Office) -> &str| {
            person.offices.iter().map(of).collect::<Vec<_>>().join(", ")
        };
        if let Some(office) = &wanted.office {
            let holds = person.offices.iter().any(|o| self.holds(&o.title.text, office));
            say(holds, &format!("office {office}"), offices(|o| &o.title.text), "offices.toml");
        }
        if let Some(position) = &wanted.position {
            let holds = person.offices.iter().any(|o| o.position.as_ref() == Some(position));
            say(
                holds,
                &format!("position {position}"),
                offices(|o| o.position.as_deref().unwrap_or("none")),
                "offices.toml",
            );
        }
        if let Some(institution) = &wanted.institution {
            let holds = person.offices.iter().any(|o| o.institution.as_ref() == Some(institution));
            say(
                holds,
                &format!("institution {institution}"),
                offices(|o| o.institution.as_deref().unwrap_or("none")),
                "institutions.toml",
            );
        }
        if let Some(acting) = wanted.acting {
            let holds = person.offices.iter().any(|o| o.acting) == acting;
            say(holds, &format!("acting {acting}"), (!acting).to_string(), "offices.toml");
        }
        if let Some(party) = &wanted.party {
            say(
                person.party.as_ref() == Some(party),
                &format!("party {party}"),
                person.party.clone().unwrap_or_default(),
                "states.toml",
            );
        }
        if let Some(rank) = &wanted.rank {
            let found = rank_of(person);
            say(self.holds(found, rank), &format!("rank {}", or_none(rank)), found.to_string(), "ranks.toml");
        }
        misses
    }

    fn claims(&self, wanted: &[ExpectedClaim]) -> Vec<Miss> {
        let mut taken = vec![false; self.reading.claims.len()];
        let mut misses = Vec::new();
        for claim in wanted {
            let same = |found: &Option<String>, wanted: &Option<String>| wanted.is_none() || found == wanted;
            let here: Vec<usize> = (0..taken.len())
                .filter(|&i| {
                    !taken[i]
                        && claim
                            .text
                            .as_ref()
                            .is_none_or(|text| self.holds(&self.reading.claims[i].words.text, text))
                })
                .collect();
            let right = here.iter().copied().find(|&i| {
                let found = &self.reading.claims[i];
                claim.area.as_ref().is_none_or(|area| *area == found.area)
                    && claim.relation.as_ref().is_none_or(|relation| *relation == found.relation)
                    && same(&found.direction, &claim.direction)
            });
            match right {
                Some(i) => taken[i] = true,
                None => {
                    let parts = [&claim.area, &claim.relation, &claim.direction, &claim.text];
                    let expected = parts.into_iter().flatten().cloned().collect::<Vec<_>>().join(" ");
                    let came: Vec<String> =
                        here.iter().map(|&i| told_claim(&self.reading.claims[i])).collect();
                    misses.push(miss(&format!("claim {expected}"), or_none(&came.join("; ")), "claims.toml"));
                }
            }
        }
        misses
    }

    fn all_events(&self) -> String {
        let all: Vec<String> = self.reading.events.iter().map(told).collect();
        if all.is_empty() { "no event".to_string() } else { all.join("; ") }
    }

    /// The words stand in what was read; no words at all stand only in nothing.
    fn holds(&self, found: &str, part: &str) -> bool {
        if part.is_empty() {
            found.is_empty()
        } else {
            self.letters.fold(found).contains(&self.letters.fold(part))
        }
    }

    fn same(&self, a: &str, b: &str) -> bool {
        self.letters.fold(a) == self.letters.fold(b)
    }
}

fn rank_of(person: &Person) -> &str {
    person.rank.as_ref().map(|rank| rank.text.as_str()).unwrap_or_default()
}

fn miss(expected: &str, came: impl Into<String>, edit: impl Into<String>) -> Miss {
    Miss { expected: expected.to_string(), came: came.into(), edit: edit.into() }
}

fn or_none(text: &str) -> String {
    if text.is_empty() { "none".to_string() } else { text.to_string() }
}

fn of_type(kind: &str) -> String {
    format!("events/{}.toml", kind.to_lowercase())
}

fn wanted_event(wanted: &ExpectedEvent) -> String {
    let sides: Vec<&str> =
        wanted.sides.iter().chain(&wanted.host).chain(&wanted.guest).map(String::as_str).collect();
    format!("{} {}", wanted.kind, sides.join(" ")).trim_end().to_string()
}

/// `MEET happened SAU KAZ`, as short as a person can judge it by.
fn told(event: &Event) -> String {
    let sides: Vec<String> = event
        .sides
        .iter()
        .map(|side| side.parties().map(String::as_str).collect::<Vec<_>>().join("+"))
        .map(|side| or_none(&side))
        .collect();
    format!("{} {} {}", event.kind, event.status, sides.join(" ")).trim_end().to_string()
}

fn told_claim(claim: &crate::model::Claim) -> String {
    format!("{} {} {}", claim.area, claim.relation, claim.direction.as_deref().unwrap_or_default())
        .trim_end()
        .to_string()
}
