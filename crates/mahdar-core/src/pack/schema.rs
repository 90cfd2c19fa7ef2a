//! The shape of pack files, and their way into the lexicon.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use serde::{Deserialize, Serialize, de::DeserializeOwned};

use super::alternatives;
use super::conjugate::{Conjugation, Conjugator};
use super::lexicon::{
    ClaimList, Counted, Ending, Lexicon, NounNumber, Prefix, Sense, StateForm, TriggerForm, tags,
};
use super::{Language, Origin, Pack, PackError, Sources};
use crate::Slug;
use crate::leaders::{Leaders, LeadersFile};
use crate::model::{Diagnostic, Field, Severity};
use crate::text::Letters;

pub(super) fn parse<T: DeserializeOwned>(path: &str, content: &str) -> Result<T, PackError> {
    toml::from_str(content).map_err(|e| PackError::Shape { path: path.to_string(), message: e.to_string() })
}

/// The keys of a pack file that nothing reads, each as its way through the file (`frame`, `3`, `hots`).
///
/// None for a file of which nothing is known, or which is not of its shape.
pub(crate) fn unread(file: &str, content: &str) -> Option<Vec<Vec<String>>> {
    fn of<T: DeserializeOwned>(content: &str) -> Option<Vec<Vec<String>>> {
        let mut keys = Vec::new();
        let mut note = |path: serde_ignored::Path<'_>| {
            keys.push(path.to_string().split('.').map(str::to_string).collect())
        };
        let deserializer = toml::Deserializer::parse(content).ok()?;
        serde_ignored::deserialize::<_, _, T>(deserializer, &mut note).ok()?;
        Some(keys)
    }
    match file {
        "pack.toml" => of::<PackFile>(content),
        "letters.toml" => of::<LettersFile>(content),
        "affixes.toml" => of::<AffixFile>(content),
        "inflection.toml" => of::<InflectionFile>(content),
        "states.toml" => of::<StatesFile>(content),
        "organisations.toml" => of::<OrganisationsFile>(content),
        "institutions.toml" => of::<InstitutionsFile>(content),
        "offices.toml" => of::<OfficesFile>(content),
        "titles.toml" | "ranks.toml" => of::<TitlesFile>(content),
        "names.toml" => of::<NamesFile>(content),
        "leaders.toml" => of::<LeadersFile>(content),
        "calendar.toml" => of::<CalendarFile>(content),
        "numbers.toml" => of::<NumbersFile>(content),
        "topics.toml" => of::<TopicsFile>(content),
        "words.toml" => of::<WordsFile>(content),
        "common.toml" => of::<CommonFile>(content),
        "constructions.toml" => of::<ConstructionsFile>(content),
        "claims.toml" => of::<crate::claims::Grammar>(content),
        _ if file.starts_with("events/") => of::<EventsFile>(content),
        _ => None,
    }
}

#[derive(Deserialize)]
pub(super) struct PublishersFile {
    #[serde(default)]
    pub publisher: Vec<Publisher>,
}

#[derive(Deserialize)]
pub(super) struct PositionsFile {
    #[serde(default)]
    pub accredited: Vec<Slug>,
    #[serde(default)]
    pub groups: super::PositionGroups,
    #[serde(default)]
    pub apart: BTreeMap<Slug, Vec<Slug>>,
}

#[derive(Deserialize)]
pub(super) struct EventTypesFile {
    #[serde(default)]
    pub event: Vec<EventType>,
}

#[derive(Deserialize)]
pub(super) struct EventType {
    #[serde(rename = "type")]
    pub kind: Slug,
    #[serde(default)]
    pub unordered: bool,
}

#[derive(Deserialize)]
pub(super) struct Publisher {
    pub name: Vec<String>,
    pub state: Slug,
    #[serde(default)]
    pub agency: bool,
}

#[derive(Deserialize)]
struct PackFile {
    version: String,
    #[serde(default)]
    script: String,
    #[serde(default)]
    features: Features,
}

/// What a language does, as far as reading asks.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Features {
    /// Where the subject stands: vso, svo, sov.
    pub order: String,
    /// Names begin with a capital.
    pub capitals: bool,
    /// An office usually stands before the name.
    pub titles_before: bool,
    /// The state's adjective follows the office.
    pub adjective_after: bool,
    /// Cases that mark roles.
    pub case: Vec<String>,
    /// A verb may stand without its subject.
    pub drops_subject: bool,
    /// What an office is head of stands before it.
    pub complement_before: bool,
    /// Other words may stand between the words of a verb phrase.
    pub splits_phrases: bool,
    /// Endings of a noun or verb that stand for somebody named before ("his meeting").
    pub owner_endings: Vec<String>,
    /// Endings of a verb that leaves its time to the one that ends the sentence ("having talked, will sign").
    pub converbs: Vec<String>,
    /// Endings of a verb that describes the noun behind it ("[on Sunday made] attack").
    pub participles: Vec<String>,
    /// Endings of a verb that ends a sentence and tells what is meant to be done ("intends to receive" in one word).
    pub intents: Vec<String>,
    /// Words that end so and are none.
    pub intents_not: Vec<String>,
    /// How adverbs end that stand between a subject and its verb.
    #[serde(default)]
    pub adverbs: Vec<String>,
    /// Letters of which Roman numerals are written, in whatever alphabet ("VIII").
    pub numerals: String,
    /// The one state whose press writes in the language: that of a publisher of whom nothing else is known.
    pub home: String,
    /// States whose press writes in the language, where it is that of several: only one of them is taken for the home of a
    /// publisher of whom nothing is known.
    pub press: Vec<String>,
}

#[derive(Deserialize)]
#[serde(default)]
#[derive(Default)]
struct LettersFile {
    drop: Vec<String>,
    fold: Vec<Fold>,
    detect: Detect,
    spelling: Vec<Spelling>,
}

#[derive(Deserialize)]
struct Spelling {
    state: Slug,
    words: Vec<String>,
}

#[derive(Deserialize)]
struct Fold {
    from: String,
    to: String,
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct Detect {
    letters: String,
    words: Vec<String>,
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct AffixFile {
    prefix: Vec<PrefixEntry>,
    suffix: Vec<SuffixEntry>,
    voices: Vec<String>,
}

#[derive(Deserialize)]
struct PrefixEntry {
    form: String,
    role: String,
    #[serde(default)]
    before: String,
}

#[derive(Deserialize)]
struct SuffixEntry {
    form: String,
    #[serde(default)]
    tags: Vec<String>,
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct InflectionFile {
    ending: Vec<EndingEntry>,
    conjugation: Vec<Conjugation>,
    vowels: String,
}

#[derive(Deserialize)]
struct EndingEntry {
    of: String,
    forms: Vec<String>,
    only: Option<String>,
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct StatesFile {
    state: Vec<StateEntry>,
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct StateEntry {
    code: Slug,
    name: Vec<String>,
    adjective: Vec<String>,
    people: Vec<String>,
    capital: Vec<String>,
    city: Vec<String>,
    government: Vec<String>,
    /// Its name and its adjective of one word are other words too: they are read in its company only.
    doubtful: bool,
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct OrganisationsFile {
    organisation: Vec<OrganisationEntry>,
    called: Vec<CalledEntry>,
}

/// "The organisation", "the bloc": a noun by which a text that has named one calls it again.
#[derive(Deserialize, Default)]
#[serde(default)]
struct CalledEntry {
    form: Vec<String>,
    /// Codes of the organisations that are called so.
    of: Vec<Slug>,
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct OrganisationEntry {
    code: Slug,
    name: Vec<String>,
    adjective: Vec<String>,
    acronym: Vec<String>,
    /// Codes of the states where it has its seat.
    seat: Vec<Slug>,
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct InstitutionsFile {
    ministry: Vec<String>,
    portfolio: Vec<PortfolioEntry>,
    institution: Vec<InstitutionEntry>,
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct PortfolioEntry {
    id: Slug,
    name: Vec<String>,
    before: Vec<String>,
    /// With the article and the state's adjective it is the ministry by itself.
    alone: Vec<String>,
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct InstitutionEntry {
    id: Slug,
    name: Vec<String>,
    short: Vec<String>,
    state: Option<Slug>,
    portfolio: Option<Slug>,
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct OfficesFile {
    office: Vec<OfficeEntry>,
    modifier: Vec<ModifierEntry>,
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct OfficeEntry {
    position: Slug,
    form: Vec<String>,
    dual: Vec<String>,
    plural: Vec<String>,
    takes: Slug,
    rank: u8,
    /// Only where the office exists in one state alone.
    state: Option<Slug>,
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct ModifierEntry {
    kind: Slug,
    form: Vec<String>,
    place: String,
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct TitlesFile {
    honorific: Vec<TitleEntry>,
    rank: Vec<RankEntry>,
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct TitleEntry {
    form: Vec<String>,
    kind: Slug,
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct RankEntry {
    id: Slug,
    form: Vec<String>,
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct NamesFile {
    given: Vec<String>,
    /// Given names that are also states, months or ordinary words.
    also: Vec<String>,
    particle: Vec<String>,
    compound: Vec<String>,
    /// Endings by which an unknown name tells its case.
    ending: Vec<SuffixEntry>,
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct CalendarFile {
    month: Vec<MonthEntry>,
    weekday: Vec<WeekdayEntry>,
    relative: Vec<RelativeEntry>,
    year: Vec<YearEntry>,
    season: Vec<SeasonEntry>,
    turn: Vec<TurnEntry>,
    /// "First", "third", "last": which of several.
    ordinal: Vec<FormEntry>,
    day: Vec<FormEntry>,
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct MonthEntry {
    number: u8,
    calendar: String,
    form: Vec<String>,
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct WeekdayEntry {
    iso: u8,
    /// The words name the days from that one to this ("the weekend").
    to: Option<u8>,
    form: Vec<String>,
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct RelativeEntry {
    days: i32,
    /// "The same day": counted from the day told before it.
    told: bool,
    /// "On the second day": counted from the first of those told before it.
    start: bool,
    /// "A day after talks": the day of what is told right behind it.
    behind: bool,
    form: Vec<String>,
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct SeasonEntry {
    years: i32,
    /// The words name that year as the calendar counts it: a day beside them is of it.
    named: bool,
    /// The words name a month, so many from that of the release: a number beside them is a day of it.
    months: Option<i8>,
    /// The words name a week, so many from that of the release: a weekday beside them is of it.
    weeks: Option<i8>,
    /// Days from that of the release between which the words may mean: "a week ago".
    days: Option<(i32, i32)>,
    form: Vec<String>,
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct TurnEntry {
    ahead: bool,
    form: Vec<String>,
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct YearEntry {
    calendar: Option<String>,
    form: Vec<String>,
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct FormEntry {
    form: Vec<String>,
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct NumbersFile {
    number: Vec<NumberEntry>,
    magnitude: Vec<NumberEntry>,
    unit: Vec<UnitEntry>,
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct NumberEntry {
    value: f64,
    form: Vec<String>,
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct UnitEntry {
    unit: Slug,
    form: Vec<String>,
    symbol: Vec<String>,
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct TopicsFile {
    topic: Vec<TopicEntry>,
    subject: Vec<SubjectEntry>,
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct SubjectEntry {
    id: Slug,
    stem: Vec<String>,
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct TopicEntry {
    id: Slug,
    form: Vec<String>,
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct WordsFile {
    word: Vec<WordEntry>,
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct WordEntry {
    work: Slug,
    kind: Option<Slug>,
    form: Vec<String>,
    /// What does this work besides another that it does.
    also: Vec<String>,
    /// Nouns that take a pronoun ("his office"): endings kept to this key make the forms.
    possessed: Vec<String>,
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct CommonFile {
    word: Vec<String>,
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct ConstructionsFile {
    /// Parts that stand in many forms, by name: `{occasion}` in a form is `(meeting|talks|…)`.
    sets: BTreeMap<String, Vec<String>>,
    counterpart: Vec<FormEntry>,
    both: Vec<FormEntry>,
    side: Vec<FormEntry>,
    own: Vec<OwnEntry>,
    attendance: Vec<Attendance>,
    resumption: Vec<FormEntry>,
    background: Vec<FormEntry>,
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct OwnEntry {
    form: Vec<String>,
    side: Slug,
}

/// A formula after or before which those present are listed.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Attendance {
    /// Stable id.
    pub id: String,
    /// The words.
    pub form: Vec<String>,
    /// Whose side the listed are on when nothing else tells: any, host, guest, subject.
    pub of: String,
    /// A word of this work must stand shortly before ("a delegation that included").
    pub after: Option<String>,
    /// An office, a title or a name must stand right behind ("saw the meeting" also has things behind it).
    pub beside: bool,
    /// The list stands before the formula.
    pub list_before: bool,
    /// Formula and list stand inside the clause of a verb ("accompanied by A, B met C").
    pub inside: bool,
    /// The list may stand around other words than these: "with X were A and B", "A and B attended".
    pub bare: bool,
    /// The words name several meetings: those listed took part in each.
    pub several: bool,
    /// Whoever is told beside the words led the gathering, and was there.
    pub leads: bool,
}

#[derive(Deserialize)]
struct EventsFile {
    #[serde(rename = "type")]
    kind: Slug,
    #[serde(default)]
    frame: Vec<Frame>,
}

/// How one type of event is reported by one verb or noun.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Frame {
    /// Stable id, `ar.meet.receive`.
    pub id: Slug,
    /// Event type; filled from the file.
    #[serde(skip)]
    pub kind: Slug,
    /// It is the frame of this id with roles of its own: nothing else is told anew.
    like: Option<Slug>,
    /// How (reception, phone).
    pub mode: Option<Slug>,
    /// How far a document has come by what happened (ratified, in-force, done); signed where nothing is said.
    pub step: Option<Slug>,
    /// Why it is so.
    pub note: Option<String>,
    pub(super) verb: Vec<String>,
    pub(super) present: Vec<String>,
    pub(super) passive: Vec<String>,
    participle: Vec<String>,
    gerund: Vec<String>,
    infinitive: Vec<String>,
    noun: Vec<String>,
    also_noun: Vec<String>,
    /// Which side takes which markers.
    pub roles: BTreeMap<String, Vec<Slug>>,
    /// One of these must stand in the clause.
    pub needs: Vec<String>,
    /// Or one of these in the title or the two sentences after.
    pub needs_near: Vec<String>,
    /// None of these may stand in the clause.
    pub excludes: Vec<String>,
    /// With one of these in its clause it is what a document is about, beside the talks at which it came about.
    pub news: Vec<String>,
    /// What those who talked did by it is what the document is about, beside their talks.
    pub outcome: bool,
    /// Fixes the status.
    pub status: Option<String>,
    /// Tells of talks in general words: joins any event of the same parties before it makes one of its own.
    pub vague: bool,
    /// Who may act: `people` (officials and named persons), `body` (states, ministries and organisations), or anybody.
    pub acts: Option<String>,
    /// Its words are for officials and named persons alone, and no part of talks with them that were told before.
    pub to_people: bool,
    /// Never what the document is about, by itself.
    pub secondary: bool,
    /// Its verbs say "we": whoever speaks acts.
    pub we: bool,
    /// Each of its two parties does to the other what it tells ("exchanged letters"): two events.
    pub exchange: bool,
    /// Sentences that the frame reads.
    pub example: Vec<FrameExample>,
    /// Sentences that it must not read.
    pub counterexample: Vec<FrameExample>,
}

impl Frame {
    /// Every verb of it that is listed.
    fn verbs(&self) -> impl Iterator<Item = &String> {
        self.verb.iter().chain(&self.present).chain(&self.passive).chain(&self.participle)
    }

    /// The same frame before any word tells it, and with no examples of its own.
    pub(super) fn without_words(&self) -> Frame {
        Frame {
            verb: Vec::new(),
            present: Vec::new(),
            passive: Vec::new(),
            participle: Vec::new(),
            gerund: Vec::new(),
            infinitive: Vec::new(),
            noun: Vec::new(),
            also_noun: Vec::new(),
            example: Vec::new(),
            counterexample: Vec::new(),
            ..self.clone()
        }
    }
}

/// A sentence that tests a frame.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct FrameExample {
    /// The sentence.
    pub text: String,
    /// Parties to be found.
    pub sides: Vec<String>,
    /// Why it is no event of the type.
    pub why: Option<String>,
}

fn merge<T: Default + DeserializeOwned>(
    folder: &str,
    files: &[(String, String)],
    name: &str,
) -> Result<T, PackError> {
    match files.iter().find(|(file, _)| file == name) {
        Some((file, content)) => parse(&format!("lang/{folder}/{file}"), content),
        None => Ok(T::default()),
    }
}

fn head(tag: &str, files: &[(String, String)]) -> Result<PackFile, PackError> {
    let Some((_, head)) = files.iter().find(|(file, _)| file == "pack.toml") else {
        return Err(PackError::NoPack { path: format!("lang/{tag}") });
    };
    parse(&format!("lang/{tag}/pack.toml"), head)
}

impl Features {
    /// The subject stands before its verb, and cases tell who does what.
    pub(crate) fn svo_with_cases(&self) -> bool {
        self.order == "svo" && !self.case.is_empty()
    }

    /// Capitals tell names, and no cases tell who does what.
    pub(crate) fn capitals_alone(&self) -> bool {
        self.capitals && self.case.is_empty()
    }

    /// Nouns have cases, and whose something is stands behind it.
    pub(crate) fn cases_and_complement_after(&self) -> bool {
        !self.case.is_empty() && !self.complement_before
    }

    /// The verb leaves its time to the one that ends the sentence.
    pub(crate) fn is_converb(&self, word: &str) -> bool {
        self.converbs.iter().any(|e| word.ends_with(e.as_str()))
    }

    /// The verb describes the noun behind it.
    pub(crate) fn is_participle(&self, word: &str) -> bool {
        self.participles.iter().any(|e| word.ends_with(e.as_str()))
    }

    /// The word ends in a pronoun of more than one letter that says whose it is.
    pub(crate) fn is_plainly_owned(&self, word: &str) -> bool {
        self.owner_endings.iter().any(|e| e.chars().count() > 1 && word.ends_with(e.as_str()))
    }

    /// The word ends in a pronoun that says whose it is.
    pub(crate) fn is_owned(&self, word: &str) -> bool {
        self.owner_endings.iter().any(|e| word.ends_with(e.as_str()))
    }
}

impl LettersFile {
    fn letters(&self) -> Letters {
        Letters::new(
            self.drop.iter().flat_map(|s| s.chars()),
            self.fold.iter().filter_map(|f| Some((f.from.chars().next()?, f.to.chars().next()?))),
        )
    }
}

/// What tells whether a text is in the language of a folder; its pack is compiled later.
pub(super) fn look_at(tag: String, sources: Sources) -> Result<Language, PackError> {
    let head = head(&tag, &sources.files)?;
    let file: LettersFile = merge(&tag, &sources.files, "letters.toml")?;
    let letters = file.letters();
    Ok(Language {
        name: format!("{tag}-{}", head.version),
        script: head.script,
        detect_letters: file.detect.letters.chars().filter(|c| !c.is_whitespace()).collect(),
        detect_words: file.detect.words.iter().map(|w| letters.fold(w)).collect(),
        lang: tag,
        origin: Origin::Files(sources),
        pack: OnceLock::new(),
    })
}

/// Compiles one folder.
pub(super) fn compile(
    tag: &str,
    sources: &Sources,
    findings: &mut Vec<Diagnostic>,
) -> Result<Pack, PackError> {
    let Sources { files, envoys, groups, weights, apart, unordered, leaders } = sources;
    let head = head(tag, files)?;
    let letters: LettersFile = merge(tag, files, "letters.toml")?;
    let mut lexicon = Lexicon::default();
    lexicon.letters = letters.letters();
    lexicon.spellings = letters.spelling.into_iter().map(|s| (s.state, s.words)).collect();
    lexicon.apart = head.features.splits_phrases;
    lexicon.late = lexicon.apart && head.features.order == "sov";
    lexicon.around = lexicon.apart && head.features.svo_with_cases();
    affixes(&mut lexicon, merge(tag, files, "affixes.toml")?);
    let inflection: InflectionFile = merge(tag, files, "inflection.toml")?;
    for ending in inflection.ending {
        let forms = ending
            .forms
            .iter()
            .map(|line| {
                let mut parts = line.split_whitespace();
                // A line that begins with a space is the bare stem.
                let form = if line.starts_with(char::is_whitespace) || line.is_empty() {
                    ""
                } else {
                    parts.next().unwrap_or("")
                };
                (lexicon.letters.fold(form), parts.fold(0, |all, tag| all | tags::bit(tag)))
            })
            .collect();
        lexicon.add_ending(Ending { of: lexicon.letters.fold(&ending.of), forms, only: ending.only });
    }
    let conjugator = Conjugator::new(inflection.conjugation, lexicon.voices.clone(), inflection.vowels);
    let mut add = Adder { lexicon: &mut lexicon, findings, path: String::new() };
    closed_classes(&mut add, tag, files)?;
    offices(&mut add, tag, files)?;
    numbers_and_dates(&mut add, tag, files)?;
    let attendances = constructions(&mut add, tag, files)?;
    let mut frames = Vec::new();
    let mut types = Vec::new();
    for (file, content) in files.iter().filter(|(file, _)| file.starts_with("events/")) {
        let path = format!("lang/{tag}/{file}");
        let events: EventsFile = parse(&path, content)?;
        types.push((path, events));
    }
    likened(&mut types)?;
    let listed = types.iter().flat_map(|(_, events)| &events.frame).flat_map(Frame::verbs).cloned().collect();
    for (path, events) in types {
        add.path = path;
        for mut frame in events.frame {
            frame.kind = events.kind;
            for frame in conjugator.tenses(frame, &listed) {
                frame_words(&mut add, &frame, frames.len());
                frames.push(frame);
            }
        }
    }
    let claims = match files.iter().find(|(file, _)| file == "claims.toml") {
        Some((file, content)) => {
            let grammar: crate::claims::Grammar = parse(&format!("lang/{tag}/{file}"), content)?;
            for (key, list, index, form) in grammar.phrases() {
                add.all(key, std::slice::from_ref(form), Sense::Claim { list, index });
            }
            grammar
        }
        None => crate::claims::Grammar::default(),
    };
    lexicon.finish();
    let named: LeadersFile = merge(tag, files, "leaders.toml")?;
    let mut pack = Pack {
        lang: tag.to_string(),
        name: format!("{tag}-{}", head.version),
        features: head.features,
        envoys: envoys.clone(),
        groups: groups.clone(),
        weights: weights.clone(),
        apart: apart.clone(),
        unordered: unordered.clone(),
        frames,
        attendances,
        claims,
        script: head.script,
        leaders: Leaders::default(),
        lexicon,
    };
    (pack.leaders, pack.lexicon.openings) = Leaders::new(&pack, leaders, &named);
    Ok(pack)
}

struct Adder<'a> {
    lexicon: &'a mut Lexicon,
    findings: &'a mut Vec<Diagnostic>,
    path: String,
}

impl Adder<'_> {
    fn all(&mut self, class: &str, forms: &[String], sense: Sense) {
        for form in forms {
            let all = alternatives::written_out(form);
            if all.is_empty() {
                self.find(
                    "pack/alternatives",
                    format!("`{form}` cannot be written out"),
                    "close each bracket, or write fewer parts",
                );
            }
            for one in all {
                if !self.lexicon.add(&one, class, sense) {
                    self.find("pack/empty-form", "a form without a word".to_string(), "remove it");
                }
            }
        }
    }

    fn find(&mut self, code: &str, message: String, help: &str) {
        self.findings.push(Diagnostic {
            code: code.to_string(),
            severity: Severity::Warning,
            message: format!("{}: {message}", self.path),
            help: Some(help.to_string()),
            span: None,
            field: Field::Text,
        });
    }
}

fn affixes(lexicon: &mut Lexicon, file: AffixFile) {
    for entry in file.prefix {
        let form = lexicon.letters.fold(&entry.form);
        let before = lexicon.letters.fold(&entry.before);
        let prefix = match entry.role.as_str() {
            "and" => Prefix { form, before, order: 0, tags: tags::AND, marker: 0 },
            "then" => Prefix { form, before, order: 0, tags: tags::AND | tags::THEN, marker: 0 },
            "future" => Prefix { form, before, order: 1, tags: tags::FUTURE, marker: 0 },
            "article" => Prefix { form, before, order: 2, tags: tags::DEFINITE, marker: 0 },
            role => {
                let (role, order, tags) = match role.strip_suffix("-article") {
                    Some(role) => (role, 2, tags::DEFINITE),
                    None => (role, 1, 0),
                };
                Prefix { form, before, order, tags, marker: lexicon.marker(role) }
            }
        };
        lexicon.prefixes.push(prefix);
    }
    for entry in file.suffix {
        let form = lexicon.letters.fold(&entry.form);
        let bits = entry.tags.iter().fold(0, |all, tag| all | tags::bit(tag));
        lexicon.longest_suffix = lexicon.longest_suffix.max(form.chars().count());
        *lexicon.suffixes.entry(form.into()).or_insert(0) |= bits;
    }
    for pair in file.voices {
        if let Some((plain, voiced)) = pair.split_once('>')
            && let (Some(plain), Some(voiced)) = (plain.chars().next(), voiced.chars().next())
        {
            lexicon.voices.push((plain, voiced));
        }
    }
}

fn closed_classes(add: &mut Adder, tag: &str, files: &[(String, String)]) -> Result<(), PackError> {
    add.path = format!("lang/{tag}/states.toml");
    let states: StatesFile = merge(tag, files, "states.toml")?;
    for s in states.state {
        if s.doubtful {
            add.lexicon.doubtful.push(s.code);
        }
        for (class, forms, form) in [
            ("name", &s.name, StateForm::Name),
            ("adjective", &s.adjective, StateForm::Adjective),
            ("people", &s.people, StateForm::People),
            ("capital", &s.capital, StateForm::Capital),
            ("city", &s.city, StateForm::City),
            ("government", &s.government, StateForm::Government),
        ] {
            add.all(class, forms, Sense::State { code: s.code, form });
        }
    }
    add.path = format!("lang/{tag}/organisations.toml");
    let organisations: OrganisationsFile = merge(tag, files, "organisations.toml")?;
    for o in organisations.organisation {
        add.lexicon.seats.extend(o.seat.iter().map(|state| (o.code, *state)));
        add.all("name", &o.name, Sense::Organisation { code: o.code, adjective: false });
        add.all("acronym", &o.acronym, Sense::Organisation { code: o.code, adjective: false });
        add.all("adjective", &o.adjective, Sense::Organisation { code: o.code, adjective: true });
    }
    for c in organisations.called {
        let group = add.lexicon.called.len();
        add.lexicon.called.push(c.of);
        add.all("called", &c.form, Sense::Called { group });
    }
    add.path = format!("lang/{tag}/institutions.toml");
    let institutions: InstitutionsFile = merge(tag, files, "institutions.toml")?;
    add.all("ministry", &institutions.ministry, Sense::Ministry);
    for p in institutions.portfolio {
        let sense = |before, alone| Sense::Portfolio { id: p.id, before, alone };
        add.all("portfolio", &p.name, sense(false, false));
        add.all("before", &p.before, sense(true, false));
        add.all("alone", &p.alone, sense(false, true));
    }
    for i in institutions.institution {
        let sense = Sense::Institution {
            generic: i.id.starts_with("generic"),
            id: i.portfolio.unwrap_or(i.id),
            state: i.state,
            portfolio: i.portfolio,
        };
        add.all("institution", &i.name, sense);
        add.all("short", &i.short, sense);
    }
    Ok(())
}

fn offices(add: &mut Adder, tag: &str, files: &[(String, String)]) -> Result<(), PackError> {
    add.path = format!("lang/{tag}/offices.toml");
    let offices: OfficesFile = merge(tag, files, "offices.toml")?;
    for o in offices.office {
        for (class, forms, number) in [
            ("form", &o.form, NounNumber::One),
            ("dual", &o.dual, NounNumber::Two),
            ("plural", &o.plural, NounNumber::Many),
        ] {
            let sense =
                Sense::Office { position: o.position, number, takes: o.takes, rank: o.rank, state: o.state };
            add.all(class, forms, sense);
        }
    }
    for m in offices.modifier {
        add.all("modifier", &m.form, Sense::Modifier { kind: m.kind, before: m.place != "after" });
    }
    for name in ["titles.toml", "ranks.toml"] {
        add.path = format!("lang/{tag}/{name}");
        let titles: TitlesFile = merge(tag, files, name)?;
        for h in titles.honorific {
            add.all("honorific", &h.form, Sense::Honorific { kind: h.kind });
        }
        for r in titles.rank {
            add.all("rank", &r.form, Sense::Rank { id: r.id });
        }
    }
    add.path = format!("lang/{tag}/names.toml");
    let names: NamesFile = merge(tag, files, "names.toml")?;
    add.all("given", &names.given, Sense::Given);
    add.all("particle", &names.particle, Sense::Particle);
    add.all("compound", &names.compound, Sense::Compound);
    add.lexicon.also_given = names.also.iter().map(|form| add.lexicon.letters.fold(form).into()).collect();
    for ending in names.ending {
        let bits = ending.tags.iter().fold(0, |all, tag| all | tags::bit(tag));
        let form = add.lexicon.letters.fold(&ending.form);
        add.lexicon.name_endings.push((form, bits));
    }
    add.lexicon.name_endings.sort_by_key(|(form, _)| std::cmp::Reverse(form.len()));
    Ok(())
}

fn numbers_and_dates(add: &mut Adder, tag: &str, files: &[(String, String)]) -> Result<(), PackError> {
    add.path = format!("lang/{tag}/calendar.toml");
    let calendar: CalendarFile = merge(tag, files, "calendar.toml")?;
    for m in calendar.month {
        add.all("month", &m.form, Sense::Month { number: m.number, hijri: m.calendar == "hijri" });
    }
    for w in calendar.weekday {
        add.all("weekday", &w.form, Sense::Weekday { iso: w.iso, to: w.to });
    }
    for r in calendar.relative {
        let from = match r {
            RelativeEntry { behind: true, .. } => Counted::Behind,
            RelativeEntry { start: true, .. } => Counted::Start,
            RelativeEntry { told: true, .. } => Counted::Told,
            _ => Counted::Release,
        };
        add.all("relative", &r.form, Sense::Relative { days: r.days, from });
    }
    for y in calendar.year {
        add.all("year", &y.form, Sense::Year { hijri: y.calendar.as_deref() == Some("hijri") });
    }
    for s in calendar.season {
        let SeasonEntry { years, named, months, weeks, days, form } = s;
        add.all("season", &form, Sense::Season { years, named, months, weeks, days });
    }
    for o in calendar.ordinal {
        add.all("ordinal", &o.form, Sense::Ordinal);
    }
    for t in calendar.turn {
        add.all("turn", &t.form, Sense::Turn { ahead: t.ahead });
    }
    for d in calendar.day {
        add.all("day", &d.form, Sense::DayWord);
    }
    add.path = format!("lang/{tag}/numbers.toml");
    let numbers: NumbersFile = merge(tag, files, "numbers.toml")?;
    for n in numbers.number {
        add.all("number", &n.form, Sense::Number { value: n.value });
    }
    for m in numbers.magnitude {
        add.all("magnitude", &m.form, Sense::Magnitude { value: m.value });
    }
    for u in numbers.unit {
        add.all("unit", &u.form, Sense::Unit { unit: u.unit });
        add.all("symbol", &u.symbol, Sense::Unit { unit: u.unit });
    }
    add.path = format!("lang/{tag}/topics.toml");
    let topics: TopicsFile = merge(tag, files, "topics.toml")?;
    for t in topics.topic {
        add.all("topic", &t.form, Sense::Topic { id: t.id });
    }
    let fold = |s: SubjectEntry| (s.id, s.stem.iter().map(|stem| add.lexicon.letters.fold(stem)).collect());
    add.lexicon.subjects = topics.subject.into_iter().map(fold).collect();
    add.path = format!("lang/{tag}/words.toml");
    let words: WordsFile = merge(tag, files, "words.toml")?;
    // A preposition with its pronoun ("during it") marks nothing that follows.
    let pronouns: Vec<String> = add
        .lexicon
        .endings
        .iter()
        .filter(|e| e.of.is_empty() && e.only.as_deref() == Some("possessed"))
        .flat_map(|e| e.forms.iter().map(|(form, _)| form.clone()))
        .filter(|form| !form.is_empty())
        .collect();
    for w in words.word {
        add.lexicon.marker(&w.work);
        let forms: Vec<String> = w.form.iter().flat_map(|f| alternatives::or_itself(f)).collect();
        let folded: Vec<String> = forms.iter().map(|f| add.lexicon.letters.fold(f)).collect();
        let complete = |form: &String| {
            let whole = add.lexicon.letters.fold(form);
            pronouns.iter().any(|p| {
                whole
                    .strip_suffix(p.as_str())
                    .is_some_and(|base| base.chars().count() > 1 && folded.iter().any(|f| f == base))
            })
        };
        let (complete, open): (Vec<String>, Vec<String>) = forms.into_iter().partition(complete);
        let sense = Sense::Word { work: w.work, kind: w.kind };
        add.all("word", &open, sense);
        add.all("word", &w.also, sense);
        add.all("possessed", &w.possessed, sense);
        add.all("word", &complete, Sense::Word { work: w.work, kind: Some("complete".into()) });
    }
    add.path = format!("lang/{tag}/common.toml");
    let common: CommonFile = merge(tag, files, "common.toml")?;
    add.all("common", &common.word, Sense::Common);
    Ok(())
}

fn constructions(
    add: &mut Adder,
    tag: &str,
    files: &[(String, String)],
) -> Result<Vec<Attendance>, PackError> {
    add.path = format!("lang/{tag}/constructions.toml");
    let file: ConstructionsFile = merge(tag, files, "constructions.toml")?;
    for (list, sense) in [
        (&file.counterpart, Sense::Counterpart),
        (&file.both, Sense::Both),
        (&file.side, Sense::Side),
        (&file.resumption, Sense::Resumption),
        (&file.background, Sense::Background),
    ] {
        for entry in list {
            add.all("construction", &entry.form, sense);
        }
    }
    for own in &file.own {
        add.all("construction", &own.form, Sense::Own { side: own.side });
    }
    for (index, attendance) in file.attendance.iter().enumerate() {
        let forms: Vec<String> =
            attendance.form.iter().map(|form| alternatives::with_sets(form, &file.sets)).collect();
        add.all("attendance", &forms, Sense::Attendance { index });
    }
    Ok(file.attendance)
}

/// Fills the frames that are like others: "we condemn" of whoever stands before, and of whoever spoke before.
fn likened(types: &mut [(String, EventsFile)]) -> Result<(), PackError> {
    let frames = || types.iter().flat_map(|(_, file)| &file.frame);
    let asked: Vec<Slug> = frames().filter_map(|f| f.like).collect();
    let others: BTreeMap<Slug, Frame> =
        frames().filter(|f| asked.contains(&f.id)).map(|f| (f.id, f.clone())).collect();
    for (path, file) in types {
        for frame in &mut file.frame {
            let Some(like) = frame.like else { continue };
            let wrong = |what: &str| PackError::Shape {
                path: path.clone(),
                message: format!("frame `{}` is like `{like}`: {what}", frame.id),
            };
            let nouns = [&frame.gerund, &frame.infinitive, &frame.noun, &frame.also_noun];
            let conditions = [&frame.needs, &frame.needs_near, &frame.excludes, &frame.news];
            let own = nouns.into_iter().chain(conditions).flatten();
            if frame.verbs().chain(own).next().is_some() {
                return Err(wrong("it has words of its own"));
            }
            let other = others.get(&like).filter(|o| o.like.is_none());
            let other = other.ok_or_else(|| wrong("no frame of that id has words"))?;
            let own = std::mem::take(frame);
            *frame = Frame {
                id: own.id,
                like: own.like,
                roles: own.roles,
                example: own.example,
                counterexample: own.counterexample,
                ..other.clone()
            };
        }
    }
    Ok(())
}

fn frame_words(add: &mut Adder, frame: &Frame, index: usize) {
    for (class, forms, form) in [
        ("verb", &frame.verb, TriggerForm::Past),
        ("present", &frame.present, TriggerForm::Present),
        ("passive", &frame.passive, TriggerForm::Passive),
        ("participle", &frame.participle, TriggerForm::Participle),
        ("gerund", &frame.gerund, TriggerForm::Gerund),
        ("infinitive", &frame.infinitive, TriggerForm::Infinitive),
        ("noun", &frame.noun, TriggerForm::Noun),
        ("also_noun", &frame.also_noun, TriggerForm::Back),
    ] {
        add.all(class, forms, Sense::Trigger { frame: index, form });
    }
    for (class, list, forms) in [
        ("need", ClaimList::Need, &frame.needs),
        ("need", ClaimList::Near, &frame.needs_near),
        ("exclude", ClaimList::Exclude, &frame.excludes),
        ("need", ClaimList::News, &frame.news),
    ] {
        add.all(class, forms, Sense::Claim { list, index });
    }
}
