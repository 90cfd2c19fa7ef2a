//! When, where and about what: the setting of an event.

use std::ops::Range;

use super::{Context, Draft, Sentence};
use crate::detect::date::{self, When};
use crate::detect::person::ActorKind;
use crate::detect::{Scan, What};
use crate::model::{Agreement, Place, Topic, Why};
use crate::pack::{Sense, StateForm};

/// Fills date and place of a draft from its own sentence.
pub(super) fn place_and_date(context: &Context, index: usize, at: usize, draft: &mut Draft) {
    let sentence = &context.sentences[index];
    let scan = context.scan(sentence);
    let found = date::dates(scan, sentence.range.clone());
    let trigger = sentence.items[at].start;
    // "The minister visits Kenya tomorrow": the present beside a day to come tells a plan.
    let coming = sentence.items[at].is_present()
        && found.iter().any(|f| f.start.abs_diff(trigger) < 12 && f.is_ahead());
    if coming && draft.status == "happened" {
        draft.status = "planned";
    }
    let ahead = draft.status != "happened";
    // The nearest day in the sentence is the event's, unless it is only a year or a season.
    let mut best: Option<(usize, &date::Found)> = None;
    for one in found.iter().filter(|f| !matches!(f.when, When::Season(_) | When::Year(_))) {
        if dateline(scan, sentence, one) || said_then(scan, sentence, one, draft) {
            continue;
        }
        // What has happened is of no day to come.
        if !ahead && !coming && one.is_ahead() {
            continue;
        }
        // A mere month beside a day is mostly of something told on the way.
        let far = one.start.abs_diff(trigger) + if matches!(one.when, When::Month { .. }) { 6 } else { 0 };
        if best.is_none_or(|(d, _)| far < d) {
            best = Some((far, one));
        }
    }
    // Another year is history, or a figure; without a day of release a bare year beside nobody is too.
    let years = found.iter().filter_map(|f| match f.when {
        When::Year(y) | When::Day { year: Some(y), .. } | When::Month { year: Some(y), .. } => {
            Some((y, matches!(f.when, When::Year(_)), f.start))
        }
        _ => None,
    });
    let peopled = draft.camps.iter().any(|c| !c.seats.is_empty());
    for (year, bare, at_token) in years {
        let other = match context.published {
            Some(p) => p.year() - year >= 2,
            None => bare && !peopled,
        };
        draft.background |= other && at_token.abs_diff(trigger) < 14;
    }
    if !coming && found.iter().any(|f| matches!(f.when, When::Season(_)) && f.start.abs_diff(trigger) < 12) {
        draft.background = true;
    }
    if let Some((_, one)) = best
        && let Some(mut date) = date::resolve(scan, one, context.published, ahead)
    {
        // "He visits Kenya from 15 to 17 February": the present beside a day of the months to come is a plan.
        if draft.status == "happened"
            && sentence.items[at].is_present()
            && matches!(one.when, When::Day { weekday: None, .. } | When::Range { .. })
            && let Some(next) = date::resolve(scan, one, context.published, true)
            && context.published.is_some_and(|p| date::soon(p, &next))
        {
            date = next;
            draft.status = "planned";
        }
        draft.why.push(Why { field: "date".into(), by: "date".into(), words: date.words.clone() });
        draft.date = Some(date);
    }
    draft.place = place(context, sentence, at, draft);
    // Welcome and farewell at an airport are told on the way.
    let airport = draft.place.as_ref().is_some_and(|p| {
        sentence.items.iter().any(|i| {
            (p.words.span[0]..p.words.span[1]).contains(&i.begin)
                && matches!(&i.what, What::Word { work, kind: Some(kind) } if work == "building" && kind == "airport")
        })
    });
    draft.secondary |= airport && draft.kind == "MEET";
    if let Some(place) = &draft.place {
        draft.why.push(Why { field: "place".into(), by: "place".into(), words: place.words.clone() });
    }
}

/// A day before the first dash or agency bracket of the text is the day of release.
fn dateline(scan: &Scan, sentence: &Sentence, found: &date::Found) -> bool {
    sentence.range.start == 0
        && scan.text.field == crate::model::Field::Text
        && (found.end..sentence.range.end.min(found.end + 7))
            .any(|t| matches!(scan.mark(t), Some('—' | '–' | ':' | ')')))
        && found.start < sentence.range.start + 7
        && !matches!(found.when, When::Relative(_))
}

/// The day with its year that the dateline, or a line of its own at the head of the text, gives.
pub(crate) fn release(scans: &[Scan], sentences: &[Sentence]) -> Option<jiff::civil::Date> {
    let sentence = sentences.iter().find(|s| s.scan == 1 && s.range.start == 0)?;
    let scan = &scans[1];
    let head = sentence.range.start..sentence.range.end.min(14);
    let one =
        date::dates(scan, head).into_iter().find(|f| matches!(f.when, When::Day { year: Some(_), .. }))?;
    let line = one.end == sentence.range.end || scan.text.tokens[one.end].breaks;
    if !(line || dateline(scan, sentence, &one)) {
        return None;
    }
    date::resolve(scan, &one, None, false)?.value.parse().ok()
}

/// A day right after a verb of saying is when it was said.
fn said_then(scan: &Scan, _sentence: &Sentence, found: &date::Found, draft: &Draft) -> bool {
    let announced = matches!(draft.kind.as_str(), "SUMMON" | "RECALL" | "EXPEL" | "SANCTION" | "STATEMENT");
    let acts = |t: usize| scan.is(t, |s| matches!(s, Sense::Trigger { .. }));
    !announced
        && (found.start.saturating_sub(3)..found.start).any(|t| scan.word(t, "saying").is_some() && !acts(t))
}

/// The most specific phrase after a word of place in the event's clause.
fn place(context: &Context, sentence: &Sentence, at: usize, draft: &Draft) -> Option<Place> {
    let scan = context.scan(sentence);
    let items = &sentence.items;
    // A visit's place is its destination.
    if draft.kind == "VISIT" {
        let code = draft.camps[1].parties.first()?;
        let actor = sentence
            .actors
            .iter()
            .filter(|a| matches!(a.kind, ActorKind::State(_)) && a.party.as_ref() == Some(code))
            .max_by_key(|a| {
                (
                    matches!(a.kind, ActorKind::State(StateForm::City | StateForm::Capital)),
                    a.start >= items[at].start,
                )
            })?;
        return Some(Place { words: actor.words.clone(), state: Some(code.clone()) });
    }
    let mut best: Option<(usize, Place)> = None;
    let mut i = 0;
    while i < items.len() {
        let item = &items[i];
        let marker = scan.pack.lexicon.marker_name(item.marker).map(str::to_string);
        let in_case = item.tags & crate::pack::tags::LOC != 0 && !scan.pack.features.case.is_empty();
        let after_in = i > 0
            && (items[i - 1].is_word("in")
                || items[i - 1].is_word("at")
                || i > 1 && items[i - 1].is_word("determiner") && items[i - 2].is_word("in"));
        let marked = after_in || matches!(marker.as_deref(), Some("in" | "with-b")) || in_case;
        let building = matches!(&item.what, What::Word { work, .. } if work == "building");
        let region = matches!(&item.what, What::Word { work, .. } if work == "region");
        let city = matches!(
            &item.what,
            What::State { form: StateForm::City | StateForm::Capital | StateForm::Government, .. }
        );
        let seat = matches!(&item.what, What::Institution { .. });
        // "In the capital" as one phrase of the pack: the place begins after its first word.
        if (item.is_word("in") || item.is_word("at"))
            && item.end > item.start + 1
            && let Some(What::State {
                code,
                form: StateForm::Adjective | StateForm::City | StateForm::Capital,
            }) = items.get(i + 1).map(|x| &x.what)
            && !(i > at && items[at..i].iter().any(|x| matches!(x.what, What::Attendance { .. })))
            && best.as_ref().is_none_or(|(w, _)| *w < 3)
        {
            let end = extend(scan, sentence, i + 1);
            let words = scan.text.slice([
                scan.text.tokens[item.start + 1].start,
                scan.text.tokens[items[end - 1].end - 1].end,
            ]);
            best = Some((3, Place { words, state: Some(code.clone()) }));
            i = end;
            continue;
        }
        let attendance = i > at && items[at..i].iter().any(|x| matches!(x.what, What::Attendance { .. }));
        if marked && !attendance && (building || region || city || seat) {
            let end = extend(scan, sentence, i);
            let last = &items[end - 1];
            let words = scan.text.slice([item.begin, scan.text.tokens[last.end - 1].end]);
            let state = items[i..end].iter().find_map(|x| match &x.what {
                What::State { code, .. } => Some(code.clone()),
                What::Institution { state, .. } => state.clone(),
                _ => None,
            });
            let weight = if building {
                4
            } else if seat {
                2
            } else {
                3
            };
            // A head word alone is a place only when it is somebody's ("his office").
            if best.as_ref().is_none_or(|(w, _)| weight > *w) {
                best = Some((weight, Place { words, state }));
            }
            i = end;
            continue;
        }
        i += 1;
    }
    if let Some((_, place)) = best {
        return Some(place);
    }
    // A state after "in", when nothing nearer is told.
    sentence
        .actors
        .iter()
        .find(|a| matches!(a.kind, ActorKind::State(StateForm::Name)) && a.marker.as_deref() == Some("in"))
        .map(|a| Place { words: a.words.clone(), state: a.party.clone() })
}

/// How far a place phrase reaches: its complement, adjectives and the city after it.
fn extend(scan: &Scan, sentence: &Sentence, from: usize) -> usize {
    let items = &sentence.items;
    let mut end = from + 1;
    while end < items.len() {
        let item = &items[end];
        if scan.text.tokens[item.start].breaks || item.and {
            break;
        }
        let marker = scan.pack.lexicon.marker_name(item.marker);
        let goes = match &item.what {
            What::State { form: StateForm::City | StateForm::Capital, .. } => {
                marker.is_none() || matches!(marker, Some("in" | "with-b"))
            }
            What::State { form: StateForm::Adjective, .. } => marker.is_none(),
            What::State { .. } => marker.is_none() && end == from + 1,
            What::Institution { .. } | What::Organisation { .. } => {
                marker.is_none() || matches!(marker, Some("in" | "with-b"))
            }
            What::Name { .. } => scan.pack.features.capitals && end == from + 1,
            What::Word { work, .. } => {
                (work == "building" || work == "region")
                    || (matches!(work.as_str(), "of" | "for" | "in" | "at")
                        && items.get(end + 1).is_some_and(|n| {
                            matches!(
                                n.what,
                                What::Institution { .. } | What::State { .. } | What::Organisation { .. }
                            ) || n.is_word("building")
                                || n.is_word("determiner")
                        }))
                    || (work == "determiner" && items[end - 1].is_word("of"))
            }
            What::Other { .. } => {
                // Names of palaces and halls: definite words, or capitals.
                let token = &scan.text.tokens[item.start];
                if scan.pack.features.capitals {
                    token.capital
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
    while end > from + 1
        && matches!(&items[end - 1].what, What::Word { work, .. } if matches!(work.as_str(), "of" | "for" | "in" | "at" | "determiner"))
    {
        end -= 1;
    }
    end
}

/// Topics named in a range of tokens, each once, in order.
pub(crate) fn topics(scan: &Scan, range: Range<usize>, out: &mut Vec<Topic>) {
    let mut t = range.start;
    while t < range.end {
        let best = scan.best(t, |s| matches!(s, Sense::Topic { .. }));
        let Some(m) = best.filter(|m| m.end <= range.end) else {
            t += 1;
            continue;
        };
        if let Sense::Topic { id } = scan.sense(&m)
            && !out.iter().any(|o| o.topic == *id)
        {
            let words = scan.text.slice([scan.begin(&m), scan.text.tokens[m.end - 1].end]);
            out.push(Topic { topic: id.clone(), words });
        }
        t = m.end;
    }
}

/// Documents named in the sentence of a signing.
pub(crate) fn agreements(scan: &Scan, range: Range<usize>, status: &str) -> Vec<Agreement> {
    let mut out: Vec<Agreement> = Vec::new();
    let mut t = range.start;
    while t < range.end {
        let found = scan.best(t, |s| matches!(s, Sense::Word { work, .. } if work == "document"));
        let Some(m) = found else {
            t += 1;
            continue;
        };
        let kind = match scan.sense(&m) {
            Sense::Word { kind: Some(kind), .. } => kind.clone(),
            _ => "agreement".to_string(),
        };
        // The title runs to the next mark or verb.
        let mut end = m.end;
        while end < range.end && end - m.start < 24 {
            let stop = matches!(scan.mark(end), Some(c) if !matches!(c, '«' | '»' | '"' | '“' | '”' | '-'))
                || scan.text.tokens[end].breaks
                || scan.word(end, "saying").is_some()
                || scan.is(end, |s| {
                    matches!(
                        s,
                        Sense::Attendance { .. }
                            | Sense::Trigger {
                                form: crate::pack::TriggerForm::Past | crate::pack::TriggerForm::Present,
                                ..
                            }
                    )
                });
            if stop {
                break;
            }
            end += 1;
        }
        let words = scan.text.slice([scan.begin(&m), scan.text.tokens[end - 1].end]);
        let mut subject = Vec::new();
        topics(scan, m.end..end, &mut subject);
        out.push(Agreement {
            title: words.text,
            span: words.span,
            field: words.field,
            kind,
            status: status.to_string(),
            signatories: Vec::new(),
            sector: subject.into_iter().next().map(|t| t.topic),
        });
        t = end;
    }
    out
}
