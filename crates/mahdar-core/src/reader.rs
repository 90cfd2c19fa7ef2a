//! The four steps of reading one document, in order.

use std::borrow::Cow;
use std::cell::LazyCell;

use jiff::civil::Date;
use rustc_hash::{FxHashMap, FxHashSet};
use sha2::{Digest, Sha256};

use crate::Slug;
use crate::code::weighed::Signs;
use crate::code::{self, Context, Draft, Sentence, Weighed};
use crate::detect::person::{Actor, ActorKind, Named, actors};
use crate::detect::{Item, Scan, What, items, same_land, settle_called, settle_names};
use crate::language;
use crate::leaders::{self, Told};
use crate::model::{
    Diagnostic, DocumentHead, Event, Field, Mention, Office, Participant, Person, Reader, Reading, Severity,
    Side, SourceDocument, Span, Topic, Why, Words,
};
use crate::pack::{Pack, Packs, Sense, StateForm, kinds, tags};
use crate::refer::{self, People};

/// Reads one document.
///
/// Never fails, never looks anywhere but at its arguments: the same document and packs give the same reading.
pub fn read(document: &SourceDocument, packs: &Packs) -> Reading {
    read_with(document, packs, &mut |_| ())
}

/// What speaks for a meeting or against it in a document where no rule reads one as its main event; none for others.
///
/// For whoever weighs anew (`examples/weigh.rs`).
pub fn signs(document: &SourceDocument, packs: &Packs) -> Option<Signs> {
    let mut found = None;
    read_with(document, packs, &mut |signs| found = Some(signs));
    found
}

fn read_with(document: &SourceDocument, packs: &Packs, signs: &mut dyn FnMut(Signs)) -> Reading {
    let mut reading = Reading { document: head(document, &packs.hash), ..Reading::default() };
    let Some(pack) = language::choose(document, packs) else {
        reading.document.reader.packs = packs.names();
        reading.diagnostics.push(finding(
            "read/no-pack",
            Severity::Warning,
            "no pack reads the language of this document",
            "name the language with --lang, or add a pack",
        ));
        return reading;
    };
    reading.document.lang = Some(pack.lang.clone());
    reading.document.reader.packs = pack.name.clone();
    let published = document.published.as_deref().and_then(|d| d.get(..10)).and_then(|d| d.parse().ok());
    if document.published.is_some() && published.is_none() {
        reading.diagnostics.push(finding(
            "read/bad-date",
            Severity::Warning,
            "the day of release is not a date",
            "write it as YYYY-MM-DD",
        ));
    }
    // segment and detect
    let mut scans =
        [Scan::new(pack, &document.title, Field::Title), Scan::new(pack, &document.text, Field::Text)];
    settle_names(&mut scans);
    settle_called(&mut scans);
    Scan::settle_states(&mut scans, |scans| language::press(document, packs, scans));
    let (mut sentences, mut namings) = detect(&scans);
    let states = refer::states(&scans, &sentences);
    let year = published.map(|d: Date| d.year());
    let press = language::press(document, packs, &scans);
    let lent = refer::unlend(&mut sentences, &mut namings, &states, press);
    leaders::present(pack, &mut namings, &Told { states: &states, year });
    refer::give_back_known(lent, &mut namings);
    refer::his_envoys(&scans, &mut sentences, &mut namings);
    code::roster::known(pack, &sentences, &mut namings);
    code::introduced::introduced(pack, &sentences, &mut namings);
    refer::title_holder(&scans, &sentences, &mut namings);
    refer::titled_states(&sentences, &mut namings);
    let published = code::spoken(&scans, &sentences, published);
    // who is who
    let publisher = language::home(document, packs, &scans);
    let people = refer::people(pack, &namings, publisher.is_some());
    let mut parties = refer::parties(&people, &namings);
    // A publisher whose state the document does not name speaks of others.
    let home = publisher
        .filter(|h| {
            states.len() <= 1
                || states.iter().any(|(c, _)| c == h)
                || refer::holds_office(&sentences, h)
                || language::homeland(&scans, &sentences, h) && !refer::opens_with_another(&sentences, h)
                || language::may_say_home(&scans, h) && refer::led_by_own(&sentences, &namings, &parties)
                || h.starts_with("ORG:")
                || language::of_government(document, packs)
        })
        .or_else(|| refer::unspoken_home(pack, &states, &namings, &sentences));
    // Most documents tell of no event, and are not asked what they are about.
    let other_world = LazyCell::new(|| {
        sentences
            .iter()
            .flat_map(|s| s.items.iter().map(move |i| (s.scan, i)))
            .filter(|(_, i)| i.is_word("sport") || i.is_word("film"))
            .map(|(scan, _)| 2 - scan)
            .sum::<usize>()
            > 1
    });
    let chronicle = LazyCell::new(|| published.is_none() && code::chronicle(&scans, &sentences));
    let timeless = LazyCell::new(|| published.is_none() && code::timeless(&scans, &sentences));
    let standings = LazyCell::new(|| code::standings(&people.members, &namings));
    let title_pair = refer::title_states(&sentences);
    let (other_world, chronicle, timeless) = (&|| *other_world, &|| *chronicle, &|| *timeless);
    let standing = &|person: usize| standings[person];
    // The parties of namings change while events are found.
    let all = Context {
        scans: &scans,
        sentences: &sentences,
        namings: &namings,
        naming_party: &[],
        person_of: &people.of,
        home,
        other_world,
        title_pair: &title_pair,
        states: &states,
        published,
        chronicle,
        timeless,
        standing,
    };
    // code
    let mut drafts: Vec<Draft> = Vec::new();
    for pass in 0..2 {
        drafts.clear();
        let context = Context { naming_party: &parties, ..all };
        for index in 0..sentences.len() {
            let far = drafts.len().saturating_sub(code::LOOK_BACK);
            let mut found = code::code(&context, index, &drafts[far..]);
            code::chaired(&context, index, &mut found, &mut drafts);
            code::took_part(&context, index, &mut found, &mut drafts);
            code::roll(&context, index, &mut found);
            code::each_with(&context, index, &mut found);
            code::assembly(&context, index, &mut found, &mut drafts);
            refer::gather(&mut drafts, found, &people);
            let recent = drafts.len().saturating_sub(code::LOOK_BACK);
            code::attend(&context, index, &mut drafts[recent..]);
            code::handed_over(&context, index, &mut drafts[recent..]);
            code::announcer(&context, index, &mut drafts[recent..]);
        }
        code::couriers(&context, &mut drafts);
        code::sitting(&context, &mut drafts);
        code::one_by_one(&context, &mut drafts);
        code::implied(&context, &mut drafts);
        code::occasion(&context, &mut drafts);
        code::first_named(&context, &mut drafts);
        if pass == 0 {
            // Sides tell the parties of people whom the words leave without one; with these, code once more.
            let before = parties.clone();
            settle_parties(pack, &drafts, &people, &namings, &mut parties);
            if parties == before {
                break;
            }
        }
    }
    code::blamed(&Context { naming_party: &parties, ..all }, &mut drafts);
    refer::give_back(&mut drafts);
    refer::envoys(pack, &sentences, &namings, &mut parties, &mut drafts);
    refer::ceremony::apart(&mut drafts);
    refer::drop_summaries(&mut drafts);
    refer::drop_paid(&mut drafts);
    refer::drop_speeches(&mut drafts);
    refer::spoke_there(&mut drafts);
    if pack.features.svo_with_cases() {
        code::bound_for(&pack.lexicon.seats, &mut drafts);
    }
    settle_parties(pack, &drafts, &people, &namings, &mut parties);
    for party in
        parties.iter_mut().enumerate().filter(|(i, p)| p.is_none() && people.of[*i].is_some()).map(|(_, p)| p)
    {
        *party = home;
    }
    spread(&people, &mut parties);
    let context = Context { naming_party: &parties, ..all };
    code::accredited(&context, &mut drafts);
    if code::rounds(&context, &mut drafts) {
        refer::drop_summaries(&mut drafts);
    }
    refer::drop_spoken(&mut drafts);
    refer::agreed(&mut drafts);
    let mut mains = complete(&scans, &sentences, &mut drafts, home.is_some(), published);
    by_step("papers", &mut drafts, &mut mains, |drafts, mains| code::accredited::lead(drafts, mains));
    match code::weighed(&context, &drafts, &mains, signs) {
        Some(Weighed::Main(told)) => by_step("weighed", &mut drafts, &mut mains, |drafts, mains| {
            code::weighed::lead(drafts, mains, told);
        }),
        Some(Weighed::New(told, draft)) => {
            // What was signed or agreed stays news beside the meeting.
            let news = |(d, main): (&Draft, &bool)| *main && matches!(d.kind.as_str(), "SIGN" | "AGREE");
            let mut stays: Vec<bool> = drafts.iter().zip(&mains).map(news).collect();
            stays.insert(told, true);
            drafts.insert(told, *draft);
            for index in 0..sentences.len() {
                code::attend(&context, index, &mut drafts[told..=told]);
            }
            mains = complete(&scans, &sentences, &mut drafts, home.is_some(), published);
            by_step("weighed", &mut drafts, &mut mains, |drafts, mains| {
                mains.iter_mut().zip(stays).for_each(|(main, stays)| *main |= stays);
                code::weighed::lead(drafts, mains, told);
            });
        }
        None => {}
    }
    by_step("told-before", &mut drafts, &mut mains, |drafts, mains| {
        refer::told_before(drafts, &sentences, mains, &people);
    });
    by_step("beside-talks", &mut drafts, &mut mains, |drafts, mains| {
        refer::beside_talks(&scans, &sentences, drafts, mains);
    });
    by_step("told-twice", &mut drafts, &mut mains, |drafts, mains| {
        refer::told_twice(drafts, mains, &people, &namings);
    });
    by_step("either", &mut drafts, &mut mains, |drafts, mains| refer::either(drafts, mains));
    refer::two_sides(&mut drafts);
    refer::sat_as_third(pack, &states, &mut drafts, &parties, &namings);
    refer::gathered(&context, &mut drafts, &mains, &people);
    by_step("closing", &mut drafts, &mut mains, |drafts, mains| refer::closing(&context, drafts, mains));
    refer::seats(&scans, &sentences, &namings, &people, &mut parties, &mut drafts);
    // write down
    let kept = kept_people(&people, &namings, &drafts);
    let (mut persons, place) = refer::persons(pack, &scans, &people, &namings, &parties, &kept);
    inherit(&mut persons, &namings, &people, &place, &sentences);
    // Somebody took part: news. A profile names no people.
    let news: FxHashSet<usize> = drafts
        .iter()
        .filter(|d| !d.background && d.camps.iter().any(|c| !c.seats.is_empty()))
        .map(|d| d.sentence)
        .collect();
    refer::seat_heads(&mut drafts);
    refer::seat_first(&mut drafts, &mains, &people, &namings, &parties);
    refer::present(pack, &sentences, &mut drafts, &mains, &people, &namings, &parties);
    for (draft, main) in drafts.into_iter().zip(mains) {
        reading
            .events
            .push(event(document, pack, &scans, &sentences, draft, main, &people, &place, &persons));
    }
    reading.claims =
        crate::claims::claims(pack, &scans, &lines(&sentences, &news), &states, home, persons.len());
    reading.mentions = mentions(&scans, &persons);
    reading.persons = persons;
    pack.lexicon.take_back(scans.map(|scan| (scan.text, scan.matches)));
    reading
}

fn finding(code: &str, severity: Severity, message: &str, help: &str) -> Diagnostic {
    Diagnostic {
        code: code.into(),
        severity,
        message: message.into(),
        help: Some(help.into()),
        span: None,
        field: Field::Text,
    }
}

fn detect(scans: &[Scan]) -> (Vec<Sentence>, Vec<Named>) {
    let mut sentences = Vec::with_capacity(scans.iter().map(|s| s.text.sentences.len()).sum());
    let mut namings = Vec::new();
    for (which, scan) in scans.iter().enumerate() {
        let mut land = None;
        for range in &scan.text.sentences {
            let mut items = items(scan, range.clone());
            land = same_land(scan, &mut items, land);
            let actors = actors(scan, &items, sentences.len(), &mut namings);
            let opens = scan.text.tokens[range.start].breaks;
            let presences = code::presences(scan, &items, &actors);
            sentences.push(Sentence {
                scan: which,
                range: range.clone(),
                items,
                actors,
                opens,
                verb_last: scan.pack.features.order == "sov",
                by_order: scan.pack.features.order == "svo" && scan.pack.features.case.is_empty(),
                presences,
                conditions: Default::default(),
                relatives: Default::default(),
                dates: Default::default(),
            });
        }
    }
    (sentences, namings)
}

/// Sentences as the claim reader takes them: which report an event, which do not.
fn lines(sentences: &[Sentence], news: &FxHashSet<usize>) -> Vec<crate::claims::Line> {
    sentences
        .iter()
        .enumerate()
        .map(|(i, s)| crate::claims::Line { scan: s.scan, range: s.range.clone(), news: news.contains(&i) })
        .collect()
}

/// People without a state belong to the first party of the side on which they stand.
fn settle_parties(
    pack: &Pack,
    drafts: &[Draft],
    people: &People,
    namings: &[Named],
    parties: &mut [Option<Slug>],
) {
    // Kings and ministers serve states: on the side of an organisation such an office tells another party.
    let of_state = |n: usize| namings[n].offices().any(|o| pack.groups.of_states.contains(&o.position));
    // What a side is by its own words counts before what was chosen for want of another.
    for (draft, guessed) in drafts.iter().map(|d| (d, false)).chain(drafts.iter().map(|d| (d, true))) {
        for camp in draft.camps.iter().filter(|c| (c.known == code::Known::Guessed) == guessed) {
            let Some(code) = camp.parties.first() else { continue };
            for seat in &camp.seats {
                let fits = !(code.starts_with("ORG:") && of_state(seat.naming));
                if fits && parties[seat.naming].is_none() {
                    parties[seat.naming] = Some(*code);
                }
            }
        }
    }
    spread(people, parties);
}

/// What is known of one naming holds for all of the same person.
fn spread(people: &People, parties: &mut [Option<Slug>]) {
    for list in &people.members {
        let known = list.iter().find_map(|&m| parties[m]);
        for &m in list {
            if parties[m].is_none() {
                parties[m] = known;
            }
        }
    }
}

/// What is told of events elsewhere than where they are: day, place and topics; and which of them are main.
fn complete(
    scans: &[Scan],
    sentences: &[Sentence],
    drafts: &mut [Draft],
    at_home: bool,
    published: Option<Date>,
) -> Vec<bool> {
    // Most documents tell of no event, and are not gone through for what would be said of it.
    if drafts.is_empty() {
        return Vec::new();
    }
    code::debunked(scans, sentences, drafts);
    code::retold(scans, sentences, drafts, published);
    code::foretold(scans, sentences, drafts, published);
    code::staged(scans, sentences, drafts, published);
    code::again(scans, sentences, drafts, published);
    code::announced(scans, sentences, drafts, published);
    refer::share_dates(drafts, sentences, published);
    code::went_on(scans, sentences, drafts);
    code::only_day(scans, sentences, drafts, published);
    code::share_places(scans, sentences, drafts);
    fill_topics(scans, sentences, drafts);
    let article = scans.iter().any(Scan::has_article);
    refer::mains(drafts, sentences, at_home, article, published)
}

/// Where a step makes an event news, or sends it on its way, its name tells why.
fn by_step(
    name: &'static str,
    drafts: &mut Vec<Draft>,
    mains: &mut Vec<bool>,
    step: impl FnOnce(&mut Vec<Draft>, &mut Vec<bool>),
) {
    let before = mains.clone();
    step(drafts, mains);
    for (i, draft) in drafts.iter_mut().enumerate() {
        if before.get(i) != Some(&mains[i]) {
            draft.settled = name;
        }
    }
}

/// What an event is about: the title and the event's own sentences, up to the next event; what comes up most stands first.
///
/// A word inside an office or the name of an institution or house tells who and where; it comes after what tells what.
fn fill_topics(scans: &[Scan], sentences: &[Sentence], drafts: &mut [Draft]) {
    let starts: FxHashSet<usize> = drafts.iter().map(|d| d.sentence).collect();
    let n_title = sentences.iter().take_while(|s| s.scan == 0).count();
    // A sentence is asked for each event near it: what it names is looked up once.
    let mut told: FxHashMap<usize, [Vec<Topic>; 2]> = FxHashMap::default();
    for draft in drafts.iter_mut() {
        let last = (draft.sentence + 1..sentences.len().min(draft.sentence + 6))
            .find(|next| starts.contains(next) && sentences[*next].scan == 1 && *next > draft.sentence + 3);
        let own = draft.sentence..last.unwrap_or(sentences.len().min(draft.sentence + 6));
        let lead = draft.in_title() || draft.sentence <= n_title + 1;
        let title = if lead { 0..n_title.min(draft.sentence) } else { 0..0 };
        let mut counted: Vec<(Topic, usize)> = Vec::new();
        // What offices tell comes after; the rest of the text is asked where nothing near tells anything.
        let rest = own.end..sentences.len().min(own.start + 24);
        let mut strong = 0;
        for (n, (range, strength)) in [(own.clone(), 0), (own, 1), (rest, 0)].into_iter().enumerate() {
            if n == 2 && !counted.is_empty() {
                continue;
            }
            let told_first = counted.len();
            for index in range.chain(title.clone()) {
                // The title, the first sentence and that of the event itself weigh more than what follows.
                let weight = if index == draft.sentence || index <= n_title { 3 } else { 1 };
                let here = told.entry(index).or_insert_with(|| topics_of(scans, &sentences[index]));
                for topic in &here[strength] {
                    match counted.iter_mut().position(|(t, _)| t.topic == topic.topic) {
                        Some(known) if known >= told_first => counted[known].1 += weight,
                        Some(_) => {}
                        None => counted.push((topic.clone(), weight)),
                    }
                }
            }
            if n == 0 {
                strong = counted.len();
            }
        }
        // The sort is stable: of those named equally often the first stays first.
        counted[..strong].sort_by_key(|(_, n)| std::cmp::Reverse(*n));
        draft.topics = counted.into_iter().map(|(topic, _)| topic).collect();
        // An act between governments is politics by itself.
        if matches!(draft.kind.as_str(), "SUMMON" | "RECALL" | "EXPEL") {
            draft.topics.retain(|t| t.topic != "politics");
            draft.topics.insert(0, Topic { topic: "politics".into(), words: draft.trigger.clone() });
        }
        draft.topics.truncate(3);
    }
}

/// Topics of a sentence, each naming of them: outside offices and names of places, and inside.
fn topics_of(scans: &[Scan], sentence: &Sentence) -> [Vec<Topic>; 2] {
    let inside = |item: &Item| match &item.what {
        What::Office(_) | What::Institution { portfolio: true, .. } => true,
        What::Word { work, .. } => work == "building",
        _ => false,
    };
    let mut out = [Vec::new(), Vec::new()];
    // Who was present tells nothing of what was spoken about.
    let pack = scans[sentence.scan].pack;
    let cased = !pack.features.case.is_empty();
    let any = |test: fn(&Item) -> bool| sentence.items.iter().any(test);
    if cased
        && any(|i| matches!(i.what, What::Attendance { .. }))
        && !any(|i| matches!(i.what, What::Trigger(_)))
    {
        return out;
    }
    // "At the airport": where it was.
    let where_it_was = |i: usize| {
        let item = &sentence.items[i];
        let before = i.checked_sub(1).map(|b| &sentence.items[b]);
        matches!(&item.what, What::Word { work, .. } if work == "building")
            && (before.is_some_and(|b| b.is_word("in") || b.is_word("at"))
                || pack.features.order == "sov" && item.tags & tags::LOC != 0)
    };
    // The name of an organisation tells who: the League is no school.
    let skipped: FxHashSet<usize> = (0..sentence.items.len())
        .filter(|&i| match sentence.items[i].what {
            What::Organisation { .. } => true,
            What::State { .. } => cased,
            _ => cased && where_it_was(i),
        })
        .map(|i| sentence.items[i].start)
        .collect();
    let skip = |i: &Item| skipped.contains(&i.start);
    for run in sentence.items.chunk_by(|a, b| (inside(a), skip(a)) == (inside(b), skip(b))) {
        if run.first().is_some_and(skip) {
            continue;
        }
        let (Some(first), Some(last)) = (run.first(), run.last()) else { continue };
        // Each topic once, however often the sentence names it.
        let known = &mut out[usize::from(inside(first))];
        code::topics(&scans[sentence.scan], first.start..last.end, known);
    }
    out
}

/// A person is kept with an office, a rank, a title of state, or a seat in an event.
fn kept_people(people: &People, namings: &[Named], drafts: &[Draft]) -> Vec<bool> {
    let seated = people.seated(drafts);
    people
        .members
        .iter()
        .enumerate()
        .map(|(p, list)| {
            let seated = seated.contains(&p);
            let office = list
                .iter()
                .any(|&m| !namings[m].held.is_empty() || namings[m].rank.is_some() || namings[m].royal);
            let in_text = list.iter().any(|&m| namings[m].field == Field::Text);
            (seated || office) && (in_text || list.iter().any(|&m| namings[m].parts.len() > 1))
        })
        .collect()
}

/// "His counterpart" holds the office of the first named, in his own state.
fn inherit(
    persons: &mut [Person],
    namings: &[Named],
    people: &People,
    place: &[Option<usize>],
    sentences: &[Sentence],
) {
    for (p, list) in people.members.iter().enumerate() {
        let Some(index) = place[p] else { continue };
        let Some(&naming) = list.iter().find(|&&m| namings[m].counterpart) else { continue };
        // The office named last before the counterpart, of somebody else.
        let here = &namings[naming];
        let office = |actor: &Actor| match &actor.kind {
            ActorKind::Person(n) if people.of[*n] != Some(p) => {
                namings[*n].offices().next().filter(|o| !o.former).map(|o| (o.position, o.institution))
            }
            ActorKind::Official(o) if !o.former => Some((o.position, o.institution)),
            _ => None,
        };
        let lender = sentences[..=here.sentence]
            .iter()
            .rev()
            .take(code::LOOK_BACK)
            .filter(|s| sentences_field(s) == here.field)
            .find_map(|s| {
                s.actors.iter().take_while(|a| a.span[0] < here.extent[0]).filter_map(office).last()
            });
        let lender = lender
            .or_else(|| refer::first_office(sentences, namings, 1))
            .or_else(|| refer::first_office(sentences, namings, 0));
        if let Some((position, institution)) = lender {
            for office in &mut persons[index].offices {
                if office.position.is_none() {
                    office.position = Some(position.to_string());
                    office.institution = institution.map(|i| i.to_string());
                }
            }
        }
    }
}

fn sentences_field(sentence: &Sentence) -> Field {
    if sentence.scan == 0 { Field::Title } else { Field::Text }
}

#[allow(clippy::too_many_arguments)]
fn event(
    document: &SourceDocument,
    pack: &Pack,
    scans: &[Scan],
    sentences: &[Sentence],
    draft: Draft,
    main: bool,
    people: &People,
    place: &[Option<usize>],
    persons: &[Person],
) -> Event {
    let agreements = if matches!(draft.kind.as_str(), "SIGN" | "AGREE") {
        let status = match &draft.step {
            Some(step) if draft.status == "happened" => step.as_str(),
            None if draft.kind == "SIGN" && draft.status == "happened" => "signed",
            _ => "discussed",
        };
        // The title names the document shortly, the text in full: every sentence that tells the signing is asked.
        let mut told: Vec<usize> = std::iter::once(&draft.trigger)
            .chain(&draft.also)
            .filter_map(|words| sentence_of(scans, sentences, words))
            .chain([draft.sentence])
            .collect();
        told.sort_unstable();
        told.dedup();
        told.into_iter()
            .flat_map(|i| code::agreements(&scans[sentences[i].scan], &sentences[i], status))
            .collect()
    } else {
        Vec::new()
    };
    let signs = draft.kind == "SIGN";
    let mut sides = Vec::new();
    let mut seated: FxHashSet<usize> = FxHashSet::default();
    for (nth, camp) in draft.camps.iter().enumerate() {
        let mut participants: Vec<Participant> = Vec::new();
        // A journey is made by whoever travels: the state visited stands there without its people.
        let visited = nth == 1 && draft.kind == "VISIT";
        for seat in camp.seats.iter().filter(|_| !visited) {
            let Some(person) = people.of[seat.naming].and_then(|p| place[p]) else { continue };
            if !seated.insert(person) {
                continue;
            }
            let role = if signs && seat.principal {
                "signatory"
            } else if seat.principal {
                "principal"
            } else {
                "attendee"
            };
            participants.push(Participant {
                person,
                name: persons[person].name.text.clone(),
                role: role.to_string(),
            });
        }
        let part = if camp.part.is_empty() { "party" } else { camp.part };
        let is_named = participants.iter().any(|p| p.role != "attendee");
        let post = camp.posts.first().filter(|_| !is_named);
        let office = post.map(|post| Office {
            title: scans[usize::from(post.field == Field::Text)].text.slice(post.span),
            position: Some(post.position.to_string()),
            institution: post.institution.map(|i| i.to_string()),
            state: camp.parties.first().map(|p| p.to_string()),
            group: post.group.map(|g| g.to_string()),
            ..Office::default()
        });
        sides.push(Side {
            office,
            party: camp.parties.first().map(|p| p.to_string()),
            also: camp.parties.iter().skip(1).map(|p| p.to_string()).collect(),
            part: part.to_string(),
            participants,
        });
    }
    let signatories: Vec<usize> = sides
        .iter()
        .flat_map(|s| s.participants.iter().filter(|p| p.role == "signatory").map(|p| p.person))
        .collect();
    let agreements = agreements.into_iter().map(|mut a| {
        a.signatories = signatories.clone();
        a
    });
    let settled = Why { field: "main".into(), by: draft.decided_by(), words: draft.trigger.clone() };
    Event {
        id: event_id(&document.id, &draft.kind, &draft.trigger, draft.returned),
        kind: draft.kind.to_string(),
        mode: draft.mode.map(|m| m.to_string()),
        status: draft.status.to_string(),
        main,
        also: dedup(draft.also, &draft.trigger),
        trigger: draft.trigger,
        // What the news is about is of a day or of none; what is told on the way may be of some days.
        date: draft.date.or(draft.about.filter(|_| !main)),
        place: draft.place,
        sides,
        topics: draft.topics,
        agreements: agreements.collect(),
        confidence: draft.share,
        method: match draft.share {
            Some(_) => format!("weighed:{}@{}", draft.kind.to_lowercase(), pack.name),
            None => format!("rule:{}@{}", draft.frame, pack.name),
        },
        why: draft.why.into_iter().chain([settled]).collect(),
    }
}

/// The sentence in which words stand.
fn sentence_of(scans: &[Scan], sentences: &[Sentence], words: &Words) -> Option<usize> {
    sentences.iter().position(|s| {
        let tokens = &scans[s.scan].text.tokens;
        sentences_field(s) == words.field
            && !s.range.is_empty()
            && (tokens[s.range.start].start..tokens[s.range.end - 1].end).contains(&words.span[0])
    })
}

fn dedup(words: Vec<Words>, trigger: &Words) -> Vec<Words> {
    let mut seen: FxHashSet<(Field, Span)> = std::iter::once((trigger.field, trigger.span)).collect();
    words.into_iter().filter(|w| seen.insert((w.field, w.span))).collect()
}

/// A mention's id: hash of document, type and span; the two halves of an exchange have the same words.
fn event_id(document: &str, kind: &str, trigger: &Words, returned: bool) -> String {
    let mut hasher = Sha256::new();
    let (field, [start, end]) = (trigger.field.as_str(), trigger.span);
    let half = if returned { "\nreturned" } else { "" };
    hasher.update(format!("{document}\n{kind}\n{field}\n{start}\n{end}{half}"));
    hex(&hasher.finalize()[..8])
}

impl Reading {
    /// The same reading of a document that goes by another id: every event gets the id that it has there.
    pub fn rename(&mut self, document: &str) {
        let before = std::mem::replace(&mut self.document.id, document.to_string());
        for event in &mut self.events {
            let half = |of: &str, returned| event_id(of, &event.kind, &event.trigger, returned);
            let was = [false, true].into_iter().find(|returned| half(&before, *returned) == event.id);
            if let Some(returned) = was {
                event.id = half(document, returned);
            }
        }
    }
}

fn hex(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 16] = b"0123456789abcdef";
    let mut out = vec![0; 2 * bytes.len()];
    for ([high, low], byte) in out.as_chunks_mut::<2>().0.iter_mut().zip(bytes) {
        (*high, *low) = (DIGITS[usize::from(byte >> 4)], DIGITS[usize::from(byte & 15)]);
    }
    String::from_utf8(out).expect("digits are UTF-8")
}

/// Closed-class words of the document with their places.
fn mentions(scans: &[Scan], persons: &[Person]) -> Vec<Mention> {
    let mut out: Vec<Mention> = Vec::new();
    let mut push = |kind: &'static str, words: Words, entity: Option<Cow<'static, str>>| {
        let id = out.len();
        out.push(Mention { id, kind: Cow::Borrowed(kind), words, entity });
    };
    for scan in scans {
        let (mut from, end) = (0, scan.text.tokens.len());
        let named = kinds::STATE | kinds::ORGANISATION | kinds::BODY;
        while let Some(t) = scan.matches.next_with(from..end, named) {
            from = t + 1;
            let best = scan.best(t, |s| {
                matches!(
                    s,
                    Sense::State { .. }
                        | Sense::Organisation { .. }
                        | Sense::Institution { generic: false, .. }
                )
            });
            let Some(m) = best else { continue };
            let words = scan.text.slice([scan.begin(&m), scan.text.tokens[m.end - 1].end]);
            match scan.sense(&m) {
                Sense::State { code, form: StateForm::City | StateForm::Capital } => {
                    push("place", words, Some(code.as_str().into()))
                }
                Sense::State { code, .. } => push("state", words, Some(code.as_str().into())),
                Sense::Organisation { code: id, .. } | Sense::Institution { id, .. } => {
                    push("institution", words, Some(id.as_str().into()))
                }
                _ => {}
            }
            from = m.end;
        }
    }
    for person in persons {
        for name in &person.named {
            push("person", name.clone(), None);
        }
        for office in &person.offices {
            push("office", office.title.clone(), office.institution.clone().map(Cow::Owned));
        }
    }
    out
}

/// All but the packs that are used.
fn head(document: &SourceDocument, hash: &str) -> DocumentHead {
    let mut hasher = Sha256::new();
    hasher.update(document.title.as_bytes());
    hasher.update(b"\n");
    hasher.update(document.text.as_bytes());
    DocumentHead {
        id: document.id.clone(),
        lang: document.lang.clone(),
        published: document.published.clone(),
        title: document.title.clone(),
        source: document.source.clone(),
        url: document.url.clone(),
        text_sha256: hex(&hasher.finalize()),
        reader: Reader {
            version: env!("CARGO_PKG_VERSION").to_string(),
            packs: String::new(),
            hash: hash.to_string(),
        },
        text: None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::code::ASKED;

    /// One occasion in three sentences; a long text tells it again and again.
    const TOLD: [(&str, &str); 4] = [
        (
            "ar",
            "وصل وزير خارجية كينيا موساليا مودافادي إلى القاهرة، واستقبله وزير خارجية مصر بدر عبد العاطي في المطار.
            وبحث الوزيران خلال لقائهما اليوم في مقر الوزارة التعاون.
            وسلم الوزير رسالة من رئيس كينيا إلى رئيس مصر.",
        ),
        (
            "en",
            "The foreign minister of Kenya, Musalia Mudavadi, arrived in Cairo and was met by the foreign minister of Egypt, Badr Abdelatty.
            The ministers met here today at the ministry and discussed trade.
            The minister handed over a letter from the president of Kenya to the president of Egypt.",
        ),
        (
            "ru",
            "Министр иностранных дел Кении Мусалия Мудавади прибыл в Каир, где его встретил министр иностранных дел Египта Бадр Абдельатты.
            Министры провели сегодня переговоры в министерстве и обсудили торговлю.
            Министр передал послание президента Кении президенту Египта.",
        ),
        (
            "kk",
            "Кения Сыртқы істер министрі Мусалия Мудавади Каирге келді, оны Мысыр Сыртқы істер министрі Бадр Абдельатты қарсы алды.
            Министрлер бүгін министрлікте кездесіп, сауданы талқылады.
            Министр Кения президентінің Мысыр президентіне жолдауын тапсырды.",
        ),
    ];

    fn cost(packs: &Packs, (lang, told): (&str, &str), n: usize) -> usize {
        let text = format!("{told}\n").repeat(n);
        let published = Some("2026-01-15".to_string());
        let document = SourceDocument { lang: Some(lang.into()), text, published, ..Default::default() };
        ASKED.set(0);
        let reading = read(&document, packs);
        assert!(!reading.events.is_empty(), "{lang}: nothing is told");
        ASKED.get()
    }

    #[test]
    fn a_long_text_costs_its_length_and_not_its_square() {
        let packs = Packs::compile(mahdar_data::files("")).expect("the embedded packs are whole");
        for told in TOLD {
            // Farther than what is looked back over, so that a bound shows.
            let (once, twice) = (cost(&packs, told, 300), cost(&packs, told, 600));
            assert!(twice <= once * 22 / 10, "{}: {once} questions became {twice}", told.0);
        }
    }
}
