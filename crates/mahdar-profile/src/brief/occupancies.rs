//! Who was seen in which office: points that documents give, put together by person and office.

use mahdar_core::{Office, Person};
use mahdar_store::{RecordedEvent, fold};

use super::{Occupancy, meetings::office_line, together::Together, together::Whose};
use crate::evidence;

/// What makes two sightings one line: person (or the folded name of one nobody knows), party, parts of the office, acting, former.
type Key = (Result<usize, String>, Option<String>, Option<[Option<String>; 4]>, bool, bool);

/// People of the two states at the events, each with each office.
pub(super) fn occupancies(events: &[RecordedEvent], together: &Together, a: &str, b: &str) -> Vec<Occupancy> {
    let mut found: Vec<(Key, Occupancy)> = vec![];
    // Events come with the newest first, so the first spelling seen is the newest.
    for (number, recorded) in events.iter().enumerate() {
        let head = &recorded.reading.document.head;
        let day = recorded.day().or(head.published.as_deref());
        for participant in recorded.event().sides.iter().flat_map(|side| &side.participants) {
            let Some(person) = recorded.person(participant) else { continue };
            if person.party.as_deref() != Some(a) && person.party.as_deref() != Some(b) {
                continue;
            }
            let who = together.person(number, participant.person);
            let whose = together.whose(number, participant.person);
            if whose.redacted {
                continue;
            }
            let who = Seen { who, whose, name: recorded.reading.name(participant.person) };
            if person.offices.is_empty() {
                see(&mut found, recorded, person, who, None, day);
            }
            for office in &person.offices {
                see(&mut found, recorded, person, who, Some(office), day);
            }
        }
    }
    let mut lines: Vec<Occupancy> = found.into_iter().map(|(_, line)| line).collect();
    let side = |line: &Occupancy| u8::from(line.party.as_deref() != Some(a));
    // The sort is stable: those seen equally often keep the order of the events, principals first.
    lines.sort_by(|x, y| {
        let times = y.documents.len().cmp(&x.documents.len());
        side(x).cmp(&side(y)).then(times).then_with(|| y.last_seen.cmp(&x.last_seen))
    });
    lines
}

/// Whom somebody saw.
#[derive(Clone, Copy)]
struct Seen<'a> {
    who: Option<usize>,
    whose: &'a Whose,
    name: &'a str,
}

fn see(
    found: &mut Vec<(Key, Occupancy)>,
    recorded: &RecordedEvent,
    person: &Person,
    seen: Seen<'_>,
    office: Option<&Office>,
    day: Option<&str>,
) {
    let document = &recorded.reading.document;
    let key = key(person, seen.who, office);
    let place = match found.iter().position(|(known, _)| *known == key) {
        Some(place) => place,
        None => {
            let line = Occupancy {
                name: seen.name.to_string(),
                spellings: vec![],
                called: seen.whose.called.clone(),
                judged: seen.whose.judged.clone(),
                party: person.party.clone(),
                office: office.map(|office| office_line(document, office)),
                first_seen: None,
                last_seen: None,
                documents: vec![],
                evidence: vec![],
            };
            found.push((key, line));
            found.len() - 1
        }
    };
    let line = &mut found[place].1;
    if let Some(day) = day {
        if line.first_seen.as_deref().is_none_or(|first| day < first) {
            line.first_seen = Some(day.to_string());
        }
        if line.last_seen.as_deref().is_none_or(|last| day > last) {
            line.last_seen = Some(day.to_string());
        }
    }
    for words in std::iter::once(&person.name).chain(&person.named) {
        if words.text != line.name && !line.spellings.contains(&words.text) {
            line.spellings.push(words.text.clone());
        }
    }
    if !line.documents.contains(&document.head.id) {
        line.documents.push(document.head.id.clone());
        line.evidence.push(evidence::words(document, &person.name));
    }
}

fn key(person: &Person, who: Option<usize>, office: Option<&Office>) -> Key {
    let parts = office.map(|office| {
        // An office whose position was not understood is its words.
        let title = office.position.is_none().then(|| fold(&office.title.text));
        [
            office.position.clone().or(title),
            office.institution.clone(),
            office.state.clone(),
            office.accredited_to.clone(),
        ]
    });
    let flag = |of: fn(&Office) -> bool| office.is_some_and(of);
    (
        who.ok_or_else(|| fold(&person.name.text)),
        person.party.clone(),
        parts,
        flag(|office| office.acting),
        flag(|office| office.former),
    )
}
