//! One interaction with everyone present, each line with its words.

use mahdar_core::{Agreement, Office, Participant, Side, Words};
use mahdar_store::{RecordedEvent, StoredDocument};

use super::together::Whose;
use super::{AgreementLine, Meeting, OfficeLine, ParticipantLine, PlaceLine, SideLine, TopicLine};
use crate::evidence;

/// Lays out an event.
pub(super) fn meeting<'w>(recorded: &RecordedEvent, whose: &dyn Fn(usize) -> &'w Whose) -> Meeting {
    let (event, document) = (recorded.event(), &recorded.reading.document);
    let place = event.place.as_ref().map(|place| PlaceLine {
        text: place.words.text.clone(),
        state: place.state.clone(),
        evidence: evidence::words(document, &place.words),
    });
    let topics = event.topics.iter().map(|topic| TopicLine {
        topic: topic.topic.clone(),
        text: topic.words.text.clone(),
        evidence: evidence::words(document, &topic.words),
    });
    Meeting {
        id: event.id.clone(),
        kind: event.kind.clone(),
        mode: event.mode.clone(),
        status: event.status.clone(),
        main: event.main,
        date: event.date.clone(),
        date_evidence: event.date.as_ref().map(|date| evidence::words(document, &date.words)),
        place,
        sides: event.sides.iter().map(|side| side_line(recorded, side, whose)).collect(),
        topics: topics.collect(),
        agreements: event.agreements.iter().map(|agreement| agreement_line(recorded, agreement)).collect(),
        document: document.head.id.clone(),
        also_in: vec![],
        part_of: None,
        judged: vec![],
        evidence: std::iter::once(&event.trigger)
            .chain(&event.also)
            .map(|words| evidence::words(document, words))
            .collect(),
        method: event.method.clone(),
        confidence: event.confidence,
    }
}

/// An office, as written.
pub(super) fn office_line(document: &StoredDocument, office: &Office) -> OfficeLine {
    OfficeLine {
        text: office.title.text.clone(),
        position: office.position.clone(),
        institution: office.institution.clone(),
        state: office.state.clone(),
        acting: office.acting,
        former: office.former,
        accredited_to: office.accredited_to.clone(),
        evidence: evidence::words(document, &office.title),
    }
}

/// Where a role stands in a list.
pub(super) fn standing(role: &str) -> u8 {
    match role {
        "principal" => 0,
        "signatory" => 1,
        _ => 2,
    }
}

/// Principals first, then those who signed, then the others; within these the order of the text.
fn side_line<'w>(recorded: &RecordedEvent, side: &Side, whose: &dyn Fn(usize) -> &'w Whose) -> SideLine {
    let mut participants: Vec<&Participant> = side.participants.iter().collect();
    participants.sort_by_key(|participant| standing(&participant.role));
    SideLine {
        party: side.party.clone(),
        also: side.also.clone(),
        part: side.part.clone(),
        participants: participants
            .into_iter()
            .filter_map(|participant| participant_line(recorded, participant, whose))
            .collect(),
    }
}

pub(super) fn participant_line<'w>(
    recorded: &RecordedEvent,
    participant: &Participant,
    whose: &dyn Fn(usize) -> &'w Whose,
) -> Option<ParticipantLine> {
    let document = &recorded.reading.document;
    let person = recorded.person(participant)?;
    let whose = whose(participant.person);
    Some(ParticipantLine {
        name: if whose.redacted {
            String::new()
        } else {
            recorded.reading.name(participant.person).to_string()
        },
        called: whose.called.clone(),
        redacted: whose.redacted,
        judged: whose.judged.clone(),
        honorifics: person.honorifics.clone(),
        rank: person.rank.as_ref().map(|rank| rank.text.clone()),
        role: participant.role.clone(),
        party: person.party.clone(),
        offices: person.offices.iter().map(|office| office_line(document, office)).collect(),
        evidence: evidence::words(document, &person.name),
    })
}

fn agreement_line(recorded: &RecordedEvent, agreement: &Agreement) -> AgreementLine {
    let persons = &recorded.reading.reading.persons;
    let words = Words { text: agreement.title.clone(), span: agreement.span, field: agreement.field };
    AgreementLine {
        title: agreement.title.clone(),
        kind: agreement.kind.clone(),
        status: agreement.status.clone(),
        sector: agreement.sector.clone(),
        signatories: agreement
            .signatories
            .iter()
            .filter_map(|n| persons.get(*n))
            .map(|p| p.name.text.clone())
            .collect(),
        evidence: evidence::words(&recorded.reading.document, &words),
    }
}
