//! Turns a brief into what a page shows: every string resolved, every line with its notes.
//!
//! Knows the order and the words of the page, and no markup. Text and HTML are made from one
//! [`Page`], so that no face knows what the other cannot say.

use mahdar_core::{EventDate, Span};
use mahdar_profile::brief::{
    Gap, Meeting, Occupancy, OfficeLine, ParticipantLine, SideLine, TradeSeries, VoteSeries,
};
use mahdar_profile::{Brief, Evidence};

use crate::locale::{Arg, Locale};
use crate::notes::{Notes, Piece, clipped};
use crate::svg::{self, Hue, LineChart, PairedBars, Timeline, TimelineItem};
use crate::verdict;

pub use crate::notes::Note;

/// A brief as a page shows it.
pub struct Page<'a> {
    /// The fixed words of the page.
    pub words: &'a Locale,
    /// The first named.
    pub a: Party,
    /// The other.
    pub b: Party,
    /// As of which day.
    pub as_of: String,
    /// The same for machines.
    pub as_of_iso: Option<String>,
    /// Number of claims by verdict, only those there are.
    pub counts: Vec<String>,
    /// Nothing is recorded, and what a reader must know before the first line.
    pub notices: Vec<String>,
    /// The strip below the title.
    pub facts: Vec<Fact>,
    /// The newest meetings, in full.
    pub latest: Vec<MeetingView>,
    /// The others, a line each.
    pub earlier: Vec<MeetingView>,
    /// The meetings through the years.
    pub timeline: Option<TimelineView>,
    /// Claims, by area.
    pub areas: Vec<AreaView>,
    /// Charts.
    pub figures: Vec<FigureView>,
    /// People by party.
    pub people: Vec<PeopleView>,
    /// What is missing.
    pub gaps: Vec<String>,
    /// The evidence, numbered.
    pub notes: Vec<Note>,
    /// Documents and files.
    pub sources: Vec<SourceView>,
}

/// A state with its name.
pub struct Party {
    /// ISO code.
    pub code: String,
    /// In the language of the page.
    pub name: String,
}

/// One figure of the strip.
pub struct Fact {
    /// What it is.
    pub label: String,
    /// The figure; a pale word when it is unknown.
    pub value: String,
    /// What to know about it.
    pub note: String,
    /// The figure is not known.
    pub unknown: bool,
}

/// Words in the hue of a party, or in none.
pub struct Hued {
    /// The words.
    pub text: String,
    /// The party.
    pub hue: Hue,
}

/// An interaction.
pub struct MeetingView {
    /// Anchor on the page.
    pub anchor: String,
    /// What it was.
    pub what: String,
    /// Who stands for each side.
    pub who: Vec<Hued>,
    /// When, with the day of the week.
    pub when: String,
    /// The same for machines.
    pub iso: Option<String>,
    /// Where, as written.
    pub place: Option<String>,
    /// About what.
    pub topics: Vec<String>,
    /// Not said of what took place.
    pub status: Option<String>,
    /// That no rule read it and how often such a reading is right.
    pub likely: Option<String>,
    /// Told on the way.
    pub aside: Option<String>,
    /// The visit or tour that it was a part of: its words and its place on the page.
    pub part_of: Option<(String, String)>,
    /// What was corrected by hand, by whom and why.
    pub by_hand: Vec<String>,
    /// Who with whom.
    pub sides: Vec<SideView>,
    /// What was agreed or signed.
    pub agreements: Vec<AgreementView>,
    /// Numbers of its notes.
    pub notes: Vec<usize>,
    /// The words, for the margin.
    pub margin: Option<Margin>,
}

/// One side of an interaction.
pub struct SideView {
    /// Hue of its party.
    pub hue: Hue,
    /// Party and part.
    pub heading: String,
    /// Named people, principals first.
    pub people: Vec<PersonView>,
}

/// A named person.
pub struct PersonView {
    /// Leads the side.
    pub head: bool,
    /// As written.
    pub name: String,
    /// Rank and offices, as written.
    pub office: Vec<String>,
    /// What the page adds, in its own words.
    pub remark: Option<String>,
    /// Numbers of the notes.
    pub notes: Vec<usize>,
}

/// A document between the parties.
pub struct AgreementView {
    /// Title as written.
    pub title: String,
    /// Kind, status, sector, signatories.
    pub remarks: Vec<String>,
    /// Numbers of the notes.
    pub notes: Vec<usize>,
}

/// Words of a document beside a line.
pub struct Margin {
    /// The stretch around the words; empty where the line itself is all of them.
    pub pieces: Vec<Piece>,
    /// Language of the document.
    pub lang: Option<String>,
    /// Headline of the document, shown when pointed at.
    pub title: String,
    /// Publisher (else the headline) and day.
    pub cite: String,
    /// Number of its note.
    pub note: usize,
}

/// What a document is called.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cite {
    /// Headline, as written.
    pub title: String,
    /// Address, if it is one of the web.
    pub url: Option<String>,
    /// Publisher, day.
    pub remarks: Vec<String>,
}

/// Claims about one area.
pub struct AreaView {
    /// Name.
    pub name: String,
    /// Claims.
    pub claims: Vec<ClaimView>,
}

/// A claim with its verdict.
pub struct ClaimView {
    /// Slug of the verdict: `supported`, `unchecked`…
    pub verdict: &'static str,
    /// Its word.
    pub word: String,
    /// A sign that tells it without colour.
    pub sign: &'static str,
    /// What kind of claim it is.
    pub remarks: Vec<String>,
    /// Publisher of the document that states it.
    pub stated_by: String,
    /// Whom the document quotes, and whether it denies or hedges.
    pub qualifiers: Vec<String>,
    /// As written.
    pub said: String,
    /// Language of the document.
    pub lang: Option<String>,
    /// What the data say.
    pub found: Vec<String>,
    /// Told in one line: there are no figures to tell.
    pub brief: bool,
    /// Numbers of the notes.
    pub notes: Vec<usize>,
    /// The words, for the margin.
    pub margin: Option<Margin>,
}

/// The meetings through the years.
pub struct TimelineView {
    /// The picture.
    pub svg: String,
    /// What the marks mean.
    pub key: Vec<Hued>,
    /// What is not drawn.
    pub left_out: Option<String>,
}

/// A chart with its table.
pub struct FigureView {
    /// What it shows.
    pub title: String,
    /// Definition and period.
    pub note: String,
    /// The picture.
    pub svg: String,
    /// What the marks mean: class, words.
    pub key: Vec<(&'static str, String)>,
    /// Heads of the columns.
    pub columns: Vec<String>,
    /// The rows.
    pub rows: Vec<Vec<String>>,
    /// Numbers of the notes.
    pub notes: Vec<usize>,
}

/// The people of one party.
pub struct PeopleView {
    /// Hue of the party.
    pub hue: Hue,
    /// Its name.
    pub party: String,
    /// The people.
    pub rows: Vec<OccupancyView>,
}

/// Who was seen in which office.
pub struct OccupancyView {
    /// Name as written.
    pub name: String,
    /// Other spellings.
    pub spellings: Option<String>,
    /// Office as written.
    pub office: String,
    /// The office is not told.
    pub office_unknown: bool,
    /// When.
    pub seen: String,
    /// What was corrected by hand, by whom and why.
    pub by_hand: Vec<String>,
    /// Numbers of the notes.
    pub notes: Vec<usize>,
}

/// A document or file behind the page.
pub struct SourceView {
    /// What it is called.
    pub cite: Cite,
    /// Language of the title.
    pub lang: Option<String>,
}

impl Page<'_> {
    /// There is something to count.
    pub fn is_something(&self) -> bool {
        !self.sources.is_empty() || !self.latest.is_empty() || !self.figures.is_empty()
    }
}

impl FigureView {
    /// The key shows squares, not lines.
    pub fn is_bars(&self) -> bool {
        self.key.iter().any(|(class, _)| *class == "a")
    }
}

/// Number of meetings told in full, so that a brief stays near two sheets of paper.
const IN_FULL: usize = 2;

/// Prepares a brief for a page in one language.
pub fn page<'a>(brief: &Brief, words: &'a Locale) -> Page<'a> {
    let mut collected = Notes::default();
    build(brief, words, &mut collected);
    let mut notes = collected.numbered();
    let mut page = build(brief, words, &mut notes);
    page.notes = notes.into_list(words);
    page
}

fn build<'a>(brief: &Brief, words: &'a Locale, notes: &mut Notes) -> Page<'a> {
    let party = |i: usize| Party { code: brief.pair[i].clone(), name: words.party(&brief.pair[i]) };
    let (a, b) = (party(0), party(1));
    let full = in_full(&brief.meetings, words.lang());
    let mut latest = Vec::new();
    for &i in &full {
        latest.push(meeting_view(brief, i, Length::Long, words, notes));
    }
    let mut earlier = Vec::new();
    for i in (0..brief.meetings.len()).filter(|i| !full.contains(i)) {
        earlier.push(meeting_view(brief, i, Length::Short, words, notes));
    }
    let areas = area_views(brief, words, notes);
    let mut figures = Vec::new();
    figures.extend(brief.votes.as_ref().and_then(|votes| votes_figure(votes, words, notes)));
    figures.extend(brief.trade.as_ref().and_then(|trade| trade_figure(brief, trade, words, notes)));
    let people = people_views(brief, words, notes);
    let (notices, gaps) = gap_words(brief, words);
    Page {
        timeline: timeline_view(brief, words),
        facts: facts(brief, words),
        counts: counts(brief, words),
        as_of: match &brief.as_of {
            Some(day) => words.say_with("as-of", &[("date", Arg::Word(words.date(day)))]),
            None => words.say("as-of-all"),
        },
        as_of_iso: brief.as_of.clone(),
        notes: vec![],
        sources: sources(brief, words),
        words,
        a,
        b,
        notices,
        latest,
        earlier,
        areas,
        figures,
        people,
        gaps,
    }
}

/// The newest that took place and are the matter of their document, of different days; else simply the newest.
///
/// Of several accounts of one kind and day the one in the language of the page is told.
fn in_full(meetings: &[Meeting], lang: &str) -> Vec<usize> {
    let told =
        |m: &Meeting| m.main && m.status == "happened" && m.sides.iter().any(|s| !s.participants.is_empty());
    let same = |x: &Meeting, y: &Meeting| {
        let day = |m: &Meeting| m.date.as_ref().map(|date| date.value.clone());
        x.kind == y.kind && x.date.is_some() && day(x) == day(y)
    };
    let mut chosen: Vec<usize> = Vec::new();
    for (i, meeting) in meetings.iter().enumerate().filter(|(_, meeting)| told(meeting)) {
        if chosen.len() == IN_FULL || chosen.iter().any(|c| same(&meetings[*c], meeting)) {
            continue;
        }
        let account = |m: &Meeting| told(m) && same(m, meeting) && document_lang(m) == Some(lang);
        chosen.push(meetings.iter().position(account).unwrap_or(i));
    }
    if chosen.is_empty() {
        chosen = (0..meetings.len().min(IN_FULL)).collect();
    }
    chosen
}

fn document_lang(meeting: &Meeting) -> Option<&str> {
    match meeting.evidence.first()? {
        mahdar_profile::Evidence::Words(found) => found.lang.as_deref(),
        mahdar_profile::Evidence::Row(_) => None,
    }
}

/// How fully a meeting is told.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Length {
    Long,
    Short,
}

fn meeting_view(
    brief: &Brief,
    index: usize,
    length: Length,
    words: &Locale,
    notes: &mut Notes,
) -> MeetingView {
    let meeting = &brief.meetings[index];
    let mut numbers = Vec::new();
    for (i, evidence) in meeting.evidence.iter().enumerate() {
        add(&mut numbers, notes.cite(evidence, i == 0));
    }
    let more = [&meeting.date_evidence, &meeting.place.as_ref().map(|place| place.evidence.clone())];
    for evidence in more.into_iter().flatten() {
        add(&mut numbers, notes.cite(evidence, false));
    }
    for topic in &meeting.topics {
        add(&mut numbers, notes.cite(&topic.evidence, false));
    }
    let margin = meeting.evidence.first().and_then(|evidence| margin(evidence, words, notes));
    let sides: Vec<SideView> =
        meeting.sides.iter().map(|side| side_view(brief, side, words, notes)).collect();
    let agreements = meeting
        .agreements
        .iter()
        .map(|agreement| {
            let mut remarks = vec![
                words.term("agreement", &agreement.kind),
                words.term("agreement-status", &agreement.status),
            ];
            remarks.extend(agreement.sector.as_ref().map(|sector| words.term("topic", sector)));
            if !agreement.signatories.is_empty() {
                let names = Arg::Word(quoted_list(&agreement.signatories, words));
                remarks.push(words.say_with("agreement-signed-by", &[("names", names)]));
            }
            AgreementView {
                title: agreement.title.clone(),
                remarks,
                notes: vec![notes.cite(&agreement.evidence, true)],
            }
        })
        .collect();
    let mut topics: Vec<String> = Vec::new();
    for topic in &meeting.topics {
        let word = words.term("topic", &topic.topic);
        if !topics.contains(&word) {
            topics.push(word);
        }
    }
    MeetingView {
        anchor: format!("m{}", index + 1),
        what: what(meeting, words),
        who: who(brief, meeting, words),
        when: when_told(meeting, length, words),
        iso: meeting.date.as_ref().filter(|date| date.precision == "day").map(|date| date.value.clone()),
        place: meeting.place.as_ref().map(|place| place.text.clone()),
        topics,
        status: Some(&meeting.status).filter(|s| *s != "happened").map(|status| words.term("status", status)),
        // Another document tells it as well.
        likely: meeting
            .confidence
            .filter(|_| meeting.also_in.is_empty())
            .map(|share| words.say_with("only-likely", &[("share", Arg::Word(words.percent(share, 0)))])),
        aside: (!meeting.main).then(|| words.say("told-on-the-way")),
        part_of: part_of(brief, meeting, words),
        by_hand: by_hand(brief, &meeting.judged, words),
        sides,
        agreements,
        notes: numbers,
        margin,
    }
}

/// The mode when it has a word of its own, else the type.
fn what(meeting: &Meeting, words: &Locale) -> String {
    let kind = words.term("event", &meeting.kind);
    match &meeting.mode {
        // A call is by telephone without saying so.
        Some(mode) if mode != "phone" && words.has(&format!("mode-{mode}")) => {
            let mode = words.term("mode", mode);
            if mode == kind { kind } else { format!("{kind}{}{mode}", words.say("dot-separator")) }
        }
        _ => kind,
    }
}

/// The principal of each side, else its party.
fn who(brief: &Brief, meeting: &Meeting, words: &Locale) -> Vec<Hued> {
    let sides = meeting.sides.iter().filter_map(|side| {
        let principal =
            side.participants.iter().find(|p| p.role == "principal").or(side.participants.first());
        let text = match (principal.filter(|person| !person.redacted), &side.party) {
            (Some(person), _) => words.called(&person.name, &person.called),
            (None, Some(party)) => words.party(party),
            (None, None) => return None,
        };
        Some(Hued { text, hue: side_hue(brief, side) })
    });
    sides.collect()
}

/// The day; for a meeting without one, the day of release of the document that tells it, said to be that.
fn when_told(meeting: &Meeting, length: Length, words: &Locale) -> String {
    let released = meeting.evidence.iter().find_map(|evidence| match evidence {
        Evidence::Words(told) => told.published.as_deref(),
        Evidence::Row(_) => None,
    });
    match (&meeting.date, released) {
        (None, Some(day)) => words.say_with("date-released", &[("date", Arg::Word(words.date(day)))]),
        _ => when(meeting.date.as_ref(), length, words),
    }
}

/// The day, and whether the day of the week is told with it.
fn when(date: Option<&EventDate>, length: Length, words: &Locale) -> String {
    let Some(date) = date else { return words.say("date-unknown") };
    match (date.precision.as_str(), date.value.parse::<i64>()) {
        ("weekday", Ok(number)) => {
            words.say_with("date-weekday", &[("weekday", Arg::Word(words.weekday(number)))])
        }
        // A weekday or a relative day that nobody could resolve: its words, and that there is no date.
        ("weekday" | "relative", _) => {
            format!(
                "{}{}{}",
                words.quoted(&date.words.text),
                words.say("list-separator"),
                words.say("date-unknown")
            )
        }
        _ if length == Length::Long => words.date_long(&date.value),
        _ => words.date(&date.value),
    }
}

fn hue(brief: &Brief, party: Option<&str>) -> Hue {
    match party {
        Some(code) if code == brief.pair[0] => Hue::A,
        Some(code) if code == brief.pair[1] => Hue::B,
        _ => Hue::Neither,
    }
}

/// The hue of a side: of its party, else of one of the two that stands with it.
fn side_hue(brief: &Brief, side: &SideLine) -> Hue {
    let own = hue(brief, side.party.as_deref());
    if own != Hue::Neither {
        return own;
    }
    side.also
        .iter()
        .map(|party| hue(brief, Some(party)))
        .find(|hue| *hue != Hue::Neither)
        .unwrap_or(Hue::Neither)
}

fn side_view(brief: &Brief, side: &SideLine, words: &Locale, notes: &mut Notes) -> SideView {
    let mut heading = match &side.party {
        Some(party) => words.party(party),
        None => words.say("side-unknown"),
    };
    if side.part != "party" {
        heading = format!("{heading}{}{}", words.say("dot-separator"), words.term("part", &side.part));
    }
    if !side.also.is_empty() {
        let names: Vec<String> = side.also.iter().map(|party| words.party(party)).collect();
        let also = words.say_with("with-also", &[("parties", Arg::Word(words.list(&names)))]);
        heading = format!("{heading}{}{also}", words.say("list-separator"));
    }
    let people =
        side.participants.iter().map(|person| person_view(brief, side, person, words, notes)).collect();
    SideView { hue: side_hue(brief, side), heading, people }
}

/// The visit that a meeting was a part of, when the page shows it.
fn part_of(brief: &Brief, meeting: &Meeting, words: &Locale) -> Option<(String, String)> {
    let id = meeting.part_of.as_ref()?;
    let number = brief.meetings.iter().position(|other| other.id == *id)?;
    let visit = &brief.meetings[number];
    let what = Arg::Word(what(visit, words));
    let date = Arg::Word(when_told(visit, Length::Short, words));
    Some((words.say_with("part-of", &[("what", what), ("date", date)]), format!("#m{}", number + 1)))
}

/// What was corrected by hand in a line, by whom and why.
fn by_hand(brief: &Brief, judged: &[String], words: &Locale) -> Vec<String> {
    let lines = brief.judgements.iter().filter(|judgement| judged.contains(&judgement.id));
    lines
        .map(|judgement| {
            words.say_with(
                "corrected-by-hand",
                &[
                    ("reason", Arg::Quoted(judgement.reason.clone())),
                    ("by", Arg::Quoted(judgement.by.clone())),
                    ("date", Arg::Word(words.date(&judgement.day))),
                ],
            )
        })
        .collect()
}

fn person_view(
    brief: &Brief,
    side: &SideLine,
    person: &ParticipantLine,
    words: &Locale,
    notes: &mut Notes,
) -> PersonView {
    if person.redacted {
        return PersonView {
            head: person.role == "principal",
            name: words.say("name-withheld"),
            office: vec![],
            remark: None,
            notes: vec![],
        };
    }
    let mut numbers = vec![notes.cite(&person.evidence, false)];
    let mut office: Vec<String> = person.rank.iter().cloned().collect();
    let mut remarks = Vec::new();
    for line in &person.offices {
        add(&mut numbers, notes.cite(&line.evidence, false));
        office.push(line.text.clone());
        remarks.extend(office_remark(line, words));
    }
    if person.role == "signatory" {
        remarks.push(words.term("role", "signatory"));
    }
    if person.party.is_some() && person.party != side.party {
        remarks.extend(person.party.as_ref().map(|party| words.party(party)));
    }
    remarks.extend(by_hand(brief, &person.judged, words));
    let remark = (!remarks.is_empty()).then(|| words.list(&remarks));
    let name = words.called(&person.name, &person.called);
    PersonView { head: person.role == "principal", name, office, remark, notes: numbers }
}

/// What the words of an office do not say by themselves: to which state an ambassador is sent.
fn office_remark(office: &OfficeLine, words: &Locale) -> Option<String> {
    let state = office.accredited_to.as_ref()?;
    Some(words.say_with("accredited", &[("state", Arg::Word(words.party(state)))]))
}

fn area_views(brief: &Brief, words: &Locale, notes: &mut Notes) -> Vec<AreaView> {
    let mut views = Vec::new();
    for area in &brief.areas {
        let claims: Vec<ClaimView> = area
            .claims
            .iter()
            .map(|line| verdict::claim_view(brief, &area.area, line, words, notes))
            .collect();
        if !claims.is_empty() {
            views.push(AreaView { name: words.term("area", &area.area), claims });
        }
    }
    views
}

/// The words of a document for the margin, cut to a few lines.
pub(crate) fn margin(
    evidence: &mahdar_profile::Evidence,
    words: &Locale,
    notes: &mut Notes,
) -> Option<Margin> {
    let mahdar_profile::Evidence::Words(found) = evidence else { return None };
    let note = notes.cite(evidence, true);
    let mut cite = vec![words.quoted(found.source.as_deref().unwrap_or(&found.title))];
    cite.extend(found.published.as_ref().map(|day| words.date(day)));
    Some(Margin {
        pieces: clipped(&found.context),
        lang: found.lang.clone(),
        title: found.title.clone(),
        cite: cite.join(&words.say("dot-separator")),
        note,
    })
}

/// What a document is called on a page.
pub(crate) fn document_cite(
    title: &str,
    url: Option<&str>,
    source: Option<&str>,
    published: Option<&str>,
    words: &Locale,
) -> Cite {
    let remarks = vec![
        source.map_or_else(|| words.say("note-no-source"), |source| words.quoted(source)),
        published.map_or_else(|| words.say("note-undated"), |day| words.date(day)),
    ];
    let title = if title.trim().is_empty() { words.say("note-untitled") } else { title.to_owned() };
    // Only addresses of the web become links: a document may hold anything.
    let web = |url: &&str| url.starts_with("https://") || url.starts_with("http://");
    Cite { title, url: url.filter(web).map(str::to_owned), remarks }
}

fn facts(brief: &Brief, words: &Locale) -> Vec<Fact> {
    let n = |key: &str, n: usize| words.say_with(key, &[("n", Arg::Number(n as f64, 0))]);
    let number = |n: usize| words.number(n as f64, 0);
    let mut years: Vec<&str> = brief.meetings.iter().filter_map(dated_year).collect();
    years.sort();
    let span = match (years.first(), years.last()) {
        (Some(first), Some(last)) => words.range(first, last),
        _ => String::new(),
    };
    let undated = if brief.counts.undated > 0 { n("n-undated", brief.counts.undated) } else { String::new() };
    let mut meeting_note = vec![span, undated];
    meeting_note.retain(|part| !part.is_empty());
    let mut langs: Vec<String> = brief.documents.iter().filter_map(|d| d.lang.clone()).collect();
    langs.sort();
    langs.dedup();
    let langs: Vec<String> = langs.iter().map(|lang| words.term("lang", lang)).collect();
    let fact = |label: &str, value: String, note: String| Fact {
        label: words.say(label),
        value,
        note,
        unknown: false,
    };
    let unknown = |label: &str| Fact {
        label: words.say(label),
        value: words.say("unknown"),
        note: String::new(),
        unknown: true,
    };
    let claims_note =
        if brief.counts.claims > 0 { n("fact-claims-checked", brief.counts.checked) } else { String::new() };
    let mut facts = vec![
        fact("fact-meetings", number(brief.counts.meetings), meeting_note.join(&words.say("list-separator"))),
        fact("fact-people", number(brief.counts.persons), String::new()),
        fact("fact-documents", number(brief.counts.documents), words.list(&langs)),
        fact("fact-claims", number(brief.counts.claims), claims_note),
    ];
    facts.push(match brief.votes.as_ref().and_then(|votes| votes.points.last()) {
        Some(point) => {
            let year = ("year", Arg::Plain(point.year.into()));
            let note = match point.mean_of_all_pairs {
                Some(mean) => words.say_with("fact-mean", &[year, ("mean", Arg::Share(mean))]),
                None => words.say_with("fact-year", &[year]),
            };
            fact("fact-votes", words.share(point.agree), note)
        }
        None => unknown("fact-votes"),
    });
    let last_total = brief.trade.as_ref().and_then(|trade| {
        trade
            .points
            .iter()
            .rev()
            .find_map(|p| Some((p.year, p.imports_of_a_from_b? + p.imports_of_b_from_a?, &trade.unit)))
    });
    facts.push(match last_total {
        Some((year, total, unit)) => {
            let year = words.say_with("fact-year", &[("year", Arg::Plain(year.into()))]);
            let note = words.list(&[verdict::unit(unit, words), year]);
            fact("fact-trade", verdict::amount(total, words), note)
        }
        None => unknown("fact-trade"),
    });
    facts
}

fn counts(brief: &Brief, words: &Locale) -> Vec<String> {
    let c = &brief.counts;
    let by_verdict = [
        ("n-supported", c.supported),
        ("n-partly", c.partly),
        ("n-contradicted", c.contradicted),
        ("n-not-checkable", c.not_checkable),
        ("n-not-a-claim", c.not_a_claim),
        ("n-not-checked", c.not_checked),
    ];
    let some = by_verdict.into_iter().filter(|(_, n)| *n > 0);
    some.map(|(key, n)| words.say_with(key, &[("n", Arg::Number(n as f64, 0))])).collect()
}

/// The day of a meeting as years with a fraction; a month or a year counts from its middle.
fn place_in_time(date: &EventDate) -> Option<f64> {
    if matches!(date.precision.as_str(), "weekday" | "relative" | "about") {
        return None;
    }
    let first = date.value.split('/').next()?;
    let parts: Vec<f64> = first.split('-').filter_map(|part| part.parse().ok()).collect();
    match parts[..] {
        [year, month, day] => Some(year + (month - 1.0) / 12.0 + (day - 1.0) / 372.0),
        [year, month] => Some(year + (month - 0.5) / 12.0),
        [year] if first.len() == 4 => Some(year + 0.5),
        _ => None,
    }
}

fn dated_year(meeting: &Meeting) -> Option<&str> {
    let date = meeting.date.as_ref()?;
    place_in_time(date)?;
    date.value.get(..4)
}

fn timeline_view(brief: &Brief, words: &Locale) -> Option<TimelineView> {
    let mut items = Vec::new();
    let mut undrawn = 0;
    for (i, meeting) in brief.meetings.iter().enumerate() {
        let Some(at) = meeting.date.as_ref().and_then(place_in_time) else {
            undrawn += 1;
            continue;
        };
        let host = meeting.sides.iter().find(|side| side.part == "host" || side.part == "actor");
        let label = words.say_with(
            "timeline-item",
            &[
                ("what", Arg::Word(words.term("event", &meeting.kind))),
                ("date", Arg::Word(when(meeting.date.as_ref(), Length::Long, words))),
            ],
        );
        items.push(TimelineItem {
            at,
            hue: host.map_or(Hue::Neither, |side| side_hue(brief, side)),
            happened: meeting.status == "happened",
            href: format!("#m{}", i + 1),
            label,
        });
    }
    let mut years: Vec<&str> = brief.meetings.iter().filter_map(dated_year).collect();
    years.sort();
    let (from, to) = (*years.first()?, *years.last()?);
    let names = [words.party(&brief.pair[0]), words.party(&brief.pair[1])];
    let title = words.say_with(
        "timeline-title",
        &[
            ("a", Arg::Word(names[0].clone())),
            ("b", Arg::Word(names[1].clone())),
            ("from", Arg::Word(from.into())),
            ("to", Arg::Word(to.into())),
        ],
    );
    let mut key = Vec::new();
    for (hue, name) in [(Hue::A, &names[0]), (Hue::B, &names[1])] {
        if items.iter().any(|item| item.hue == hue) {
            key.push(Hued { text: words.say_with("key-host", &[("party", Arg::Word(name.clone()))]), hue });
        }
    }
    if items.iter().any(|item| item.hue == Hue::Neither) {
        key.push(Hued { text: words.say("key-other"), hue: Hue::Neither });
    }
    let left_out =
        (undrawn > 0).then(|| words.say_with("undated-not-drawn", &[("n", Arg::Number(undrawn.into(), 0))]));
    Some(TimelineView { svg: svg::timeline(&Timeline { title, rtl: words.is_rtl(), items }), key, left_out })
}

fn votes_figure(votes: &VoteSeries, words: &Locale, notes: &mut Notes) -> Option<FigureView> {
    let (first, last) = (votes.points.first()?, votes.points.last()?);
    let mut numbers = Vec::new();
    let mut rows = Vec::new();
    for point in &votes.points {
        for row in &point.rows {
            add(&mut numbers, notes.cite(row, false));
        }
        rows.push(vec![
            point.year.to_string(),
            words.number(point.same.into(), 0),
            words.number(point.joint.into(), 0),
            words.share(point.agree),
            point.mean_of_all_pairs.map_or_else(|| words.say("unknown"), |mean| words.share(mean)),
        ]);
    }
    let title = words.say("chart-votes");
    let period = [("from", Arg::Plain(first.year.into())), ("to", Arg::Plain(last.year.into()))];
    // Inside a picture the text is alone: the sign needs no isolation, and some viewers draw one.
    let plain = |share: f64, decimals| {
        words.say_with("percent", &[("value", Arg::Word(words.number(share * 100.0, decimals)))])
    };
    let svg = svg::line_chart(&LineChart {
        title: title.clone(),
        rtl: words.is_rtl(),
        points: votes.points.iter().map(|p| (p.year, p.agree, p.mean_of_all_pairs)).collect(),
        last_label: plain(last.agree, 1),
        tick_labels: (0..=5).map(|i| f64::from(i) / 5.0).map(|share| (share, plain(share, 0))).collect(),
    });
    let columns =
        ["col-year", "col-same", "col-joint", "col-share", "col-mean"].map(|key| words.say(key)).to_vec();
    let key = vec![("pair", words.say("chart-votes-pair")), ("mean", words.say("chart-votes-mean"))];
    Some(FigureView {
        note: words.say_with("chart-votes-note", &period),
        title,
        svg,
        key,
        columns,
        rows,
        notes: numbers,
    })
}

fn trade_figure(brief: &Brief, trade: &TradeSeries, words: &Locale, notes: &mut Notes) -> Option<FigureView> {
    let (first, last) = (trade.points.first()?, trade.points.last()?);
    let names = [words.party(&brief.pair[0]), words.party(&brief.pair[1])];
    let series = |a: usize, b: usize| {
        words
            .say_with("imports-of", &[("a", Arg::Word(names[a].clone())), ("b", Arg::Word(names[b].clone()))])
    };
    let (of_a, of_b) = (series(0, 1), series(1, 0));
    let shown = |value: Option<f64>| {
        value.map_or_else(|| words.say("unknown"), |value| verdict::amount(value, words))
    };
    let (mut numbers, mut rows, mut labels) = (Vec::new(), Vec::new(), Vec::new());
    for point in &trade.points {
        for row in &point.rows {
            add(&mut numbers, notes.cite(row, false));
        }
        let (a, b) = (shown(point.imports_of_a_from_b), shown(point.imports_of_b_from_a));
        labels.push(format!("{} · {of_a}: {a} · {of_b}: {b}", point.year));
        rows.push(vec![point.year.to_string(), a, b]);
    }
    let values = trade.points.iter().flat_map(|p| [p.imports_of_a_from_b, p.imports_of_b_from_a]);
    let highest = values.flatten().fold(0.0, f64::max);
    let title = words.say("chart-trade");
    let svg = svg::paired_bars(&PairedBars {
        title: title.clone(),
        rtl: words.is_rtl(),
        points: trade.points.iter().map(|p| (p.year, p.imports_of_a_from_b, p.imports_of_b_from_a)).collect(),
        labels,
        tick_labels: svg::round_ticks(highest)
            .into_iter()
            .map(|value| (value, verdict::amount(value, words)))
            .collect(),
    });
    let note = words.say_with(
        "chart-trade-note",
        &[
            ("unit", Arg::Word(verdict::unit(&trade.unit, words))),
            ("from", Arg::Plain(first.year.into())),
            ("to", Arg::Plain(last.year.into())),
        ],
    );
    let columns = vec![words.say("col-year"), of_a.clone(), of_b.clone()];
    Some(FigureView { note, title, svg, key: vec![("a", of_a), ("b", of_b)], columns, rows, notes: numbers })
}

fn people_views(brief: &Brief, words: &Locale, notes: &mut Notes) -> Vec<PeopleView> {
    let mut parties: Vec<Option<String>> = brief.pair.iter().cloned().map(Some).collect();
    for person in &brief.occupancies {
        if !parties.contains(&person.party) {
            parties.push(person.party.clone());
        }
    }
    let mut views = Vec::new();
    for party in parties {
        let rows: Vec<OccupancyView> = brief
            .occupancies
            .iter()
            .filter(|o| o.party == party)
            .map(|o| occupancy_view(brief, o, words, notes))
            .collect();
        if !rows.is_empty() {
            let name = party.as_ref().map_or_else(|| words.say("side-unknown"), |party| words.party(party));
            views.push(PeopleView { hue: hue(brief, party.as_deref()), party: name, rows });
        }
    }
    views
}

fn occupancy_view(brief: &Brief, person: &Occupancy, words: &Locale, notes: &mut Notes) -> OccupancyView {
    let mut numbers = Vec::new();
    for evidence in person.office.iter().map(|office| &office.evidence).chain(&person.evidence) {
        add(&mut numbers, notes.cite(evidence, false));
    }
    let seen = match (&person.first_seen, &person.last_seen) {
        (Some(first), Some(last)) if first != last => words.say_with(
            "seen-between",
            &[("from", Arg::Word(words.date(first))), ("to", Arg::Word(words.date(last)))],
        ),
        (Some(day), _) | (None, Some(day)) => words.date(day),
        (None, None) => words.say("date-unknown"),
    };
    let name = words.called(&person.name, &person.called);
    let others: Vec<String> =
        std::iter::once(&person.name).chain(&person.spellings).filter(|s| **s != name).cloned().collect();
    let spellings = (!others.is_empty())
        .then(|| words.say_with("also-spelt", &[("names", Arg::Word(quoted_list(&others, words)))]));
    OccupancyView {
        name,
        spellings,
        office: person.office.as_ref().map_or_else(|| words.say("no-office"), |office| office.text.clone()),
        office_unknown: person.office.is_none(),
        seen,
        by_hand: by_hand(brief, &person.judged, words),
        notes: numbers,
    }
}

/// What stands before everything, and what stands under "what is missing".
fn gap_words(brief: &Brief, words: &Locale) -> (Vec<String>, Vec<String>) {
    let (mut notices, mut gaps) = (Vec::new(), Vec::new());
    let names = |i: usize| Arg::Word(words.party(&brief.pair[i]));
    for gap in &brief.gaps {
        let key = match gap {
            Gap::NothingRecorded => "gap-nothing-recorded",
            Gap::NoMeetings => "gap-no-meetings",
            Gap::OneDocument => "gap-one-document",
            Gap::UndatedMeeting => "gap-undated-meeting",
            Gap::UndatedDocument => "gap-undated-document",
            Gap::OneSideUnnamed => "gap-one-side-unnamed",
            Gap::NoClaims => "gap-no-claims",
            Gap::NoVotes => "gap-no-votes",
            Gap::NoTrade => "gap-no-trade",
        };
        let n = Arg::Number(brief.counts.undated as f64, 0);
        let said = words.say_with(key, &[("a", names(0)), ("b", names(1)), ("n", n)]);
        match gap {
            Gap::NothingRecorded | Gap::NoMeetings => notices.push(said),
            _ => gaps.push(said),
        }
    }
    (notices, gaps)
}

fn sources(brief: &Brief, words: &Locale) -> Vec<SourceView> {
    let mut views = Vec::new();
    for document in &brief.documents {
        let (source, published) = (document.source.as_deref(), document.published.as_deref());
        let mut cite = document_cite(&document.title, document.url.as_deref(), source, published, words);
        cite.remarks.extend(document.lang.as_ref().map(|lang| words.term("lang", lang)));
        if document.version > 1 {
            cite.remarks.push(words.say_with("version", &[("n", Arg::Plain(document.version.into()))]));
        }
        cite.remarks.push(fingerprint(&document.text_sha256, words));
        views.push(SourceView { cite, lang: document.lang.clone() });
    }
    for file in &brief.files {
        let quoted = |text: &str| Arg::Quoted(text.to_owned());
        let remarks = vec![
            words.quoted(&file.publisher),
            words.quoted(&file.name),
            words.say_with("note-vintage", &[("vintage", quoted(&file.vintage))]),
            words.say_with("licence", &[("licence", quoted(&file.licence))]),
            fingerprint(&file.sha256, words),
        ];
        views.push(SourceView { cite: Cite { title: file.title.clone(), url: None, remarks }, lang: None });
    }
    views
}

/// The first digits of a hash: enough to tell two editions apart by eye.
fn fingerprint(hash: &str, words: &Locale) -> String {
    let short = hash.get(..12).unwrap_or(hash).to_owned();
    words.say_with("fingerprint", &[("hash", Arg::Quoted(short))])
}

fn quoted_list(items: &[String], words: &Locale) -> String {
    words.list(&items.iter().map(|item| words.quoted(item)).collect::<Vec<_>>())
}

/// Adds a number once.
pub(crate) fn add(numbers: &mut Vec<usize>, number: usize) {
    if !numbers.contains(&number) {
        numbers.push(number);
    }
}

/// Whether a span cuts a text at character boundaries.
pub(crate) fn cuts(text: &str, span: Span) -> bool {
    span[0] <= span[1] && text.get(span[0]..span[1]).is_some()
}
