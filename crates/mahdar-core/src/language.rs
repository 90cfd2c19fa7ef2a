//! Which pack reads a document, and whose state the publisher speaks for.

use rustc_hash::FxHashMap;

use crate::Slug;
use crate::code::Sentence;
use crate::detect::{Scan, What};
use crate::model::SourceDocument;
use crate::pack::{Pack, Packs, Publisher, Sense, StateForm, publisher_key};

/// The pack of the language that the document is in: as told, else by letters and frequent words.
pub(crate) fn choose<'a>(document: &SourceDocument, packs: &'a Packs) -> Option<&'a Pack> {
    if let Some(lang) = &document.lang
        && let Some(pack) = packs.language(lang)
    {
        return Some(pack);
    }
    if document.lang.is_some() && packs.language(document.lang.as_deref().unwrap_or("")).is_none() {
        return None;
    }
    guess(&format!("{}\n{}", document.title, head(&document.text)), packs)
}

/// The first few thousand bytes tell the language of the whole.
fn head(text: &str) -> &str {
    let mut end = text.len().min(4000);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    &text[..end]
}

/// Below so many words nothing is said about how often a word comes.
const ONE_SENTENCE: usize = 60;

fn guess<'a>(sample: &str, packs: &'a Packs) -> Option<&'a Pack> {
    let mut letters: FxHashMap<char, usize> = FxHashMap::default();
    let mut words: FxHashMap<String, usize> = FxHashMap::default();
    let plain = crate::text::Letters::default();
    for word in sample.split(|c: char| !c.is_alphabetic()).filter(|w| !w.is_empty()) {
        for c in word.chars().flat_map(char::to_lowercase) {
            *letters.entry(c).or_insert(0) += 1;
        }
        *words.entry(plain.fold(word)).or_insert(0) += 1;
    }
    let total: usize = words.values().sum();
    packs
        .languages
        .iter()
        .map(|p| (p.likeness(&letters, &words), p))
        // Fewer than one such word in sixteen is a text in another language that shares some; one sentence may have few.
        .filter(|(n, _)| *n > 0 && (total < ONE_SENTENCE || *n * 8 >= total))
        .max_by_key(|(n, p)| (*n, std::cmp::Reverse(p.lang.clone())))
        .and_then(|(_, p)| p.pack())
}

/// The state whose press or government released the document, if its name, the text's dateline or agency tells.
pub(crate) fn home(document: &SourceDocument, packs: &Packs, scans: &[Scan]) -> Option<Slug> {
    told_home(document, packs, scans).unwrap_or_else(|| of_language(scans))
}

/// The state that the name or address of a publisher tells; an empty one for a publisher that writes of the whole world.
fn home_of(packs: &Packs, source: &str) -> Option<Slug> {
    let words: Vec<String> = publisher_key(source).split(' ').map(str::to_string).collect();
    let inside: Vec<&Publisher> = (1..=words.len().min(7))
        .rev()
        .flat_map(|n| (0..=words.len() - n).map(move |from| (from, n)))
        .filter_map(|(from, n)| packs.publishers.get(&words[from..from + n].join(" ")))
        .collect();
    // An agency named beside another is the source; a state named beside a paper tells which paper of that name it is.
    let agency = inside.iter().find(|p| p.agency).map(|p| p.state);
    let told = agency.or_else(|| packs_for(packs, source).find_map(|pack| named_state(pack, source)));
    // The longest known publisher inside the source's name; one without a state writes of the whole world.
    let told = told.or_else(|| inside.first().map(|p| p.state));
    // "United Nations": an organisation's own press.
    let told = told.or_else(|| packs_for(packs, source).find_map(|pack| named_organisation(pack, source)));
    let told = told.or_else(|| packs_for(packs, source).find_map(|pack| named_capital(pack, source)));
    told.or_else(|| domain(source).and_then(|end| packs.publishers.get(&end)).map(|p| p.state))
}

/// The state of the publisher that the document names, or of the agency in its first words.
pub(crate) fn press(document: &SourceDocument, packs: &Packs, scans: &[Scan]) -> Option<Slug> {
    named_home(document, packs, scans).flatten()
}

/// As [`home`], by the publisher that the document names.
fn named_home(document: &SourceDocument, packs: &Packs, scans: &[Scan]) -> Option<Option<Slug>> {
    // Where the publisher has no name, the address tells it: "moj.gov.jo".
    let host = || document.url.as_deref().and_then(|u| u.split_once("://")).map(|(_, rest)| rest);
    let host = || host().and_then(|rest| rest.split(['/', '?', '#']).next());
    if let Some(source) = document.source.as_deref().filter(|s| !s.is_empty()).or_else(host)
        && let Some(state) = packs.homes.of(source, || home_of(packs, source))
    {
        return Some(Some(state).filter(|s| !s.is_empty()));
    }
    // An agency named in brackets or before a colon in the first or last words.
    let scan = scans.last()?;
    let n = scan.text.tokens.len();
    for t in (0..n.min(14)).chain(n.saturating_sub(8)..n) {
        let ends = || scan.text.sentences.iter().any(|s| s.end == t + 1 && s.start < t);
        let marked = scan.mark(t + 1).is_some_and(|c| matches!(c, ')' | ':' | '-' | '–' | '—' | '.'))
            || t + 1 >= n
            || scan.has_article() && t < 5 && ends();
        if !marked {
            continue;
        }
        let folded = scan.text.folded(t);
        // "The Gulf's Glow –" is another paper than "the Gulf".
        let whole = !scan.has_article() || t == 0 || scan.mark(t - 1).is_some();
        if whole
            && folded.chars().count() > 2
            && let Some(publisher) = packs.publishers.get(&publisher_key(folded))
        {
            return Some(Some(publisher.state));
        }
    }
    None
}

/// As [`home`], by what the document says; none within where its publisher writes of the whole world.
fn told_home(document: &SourceDocument, packs: &Packs, scans: &[Scan]) -> Option<Option<Slug>> {
    if let Some(told) = named_home(document, packs, scans) {
        return Some(told);
    }
    let scan = scans.last()?;
    if let Some(state) = scan.pack.spelled_in(&scan.text, &scan.matches) {
        return Some(Some(state));
    }
    // A dateline: a city before a dash, colon or bracket.
    let first = scan.text.sentences.first()?.clone();
    let m = scan.best(first.start, |s| {
        matches!(s, Sense::State { form: StateForm::City | StateForm::Capital | StateForm::Name, .. })
    })?;
    let dated = (m.end..(m.end + 6).min(first.end))
        .any(|t| matches!(scan.mark(t), Some('-' | '–' | '—' | ':' | '(' | '/')));
    // "Kathmandu, June 14" on a line of its own.
    let line = scan.mark(m.end) == Some(',')
        && first.end - m.end < 6
        && (m.end..first.end).any(|t| scan.is(t, |s| matches!(s, Sense::Month { .. })));
    let dated = dated || line;
    match scan.sense(&m) {
        Sense::State { code, .. } if dated => Some(Some(*code)),
        _ => None,
    }
}

/// What an address ends in, as the addresses of that state's government do.
fn domain(source: &str) -> Option<String> {
    /// Sold to whoever asks.
    const SOLD: [&str; 9] = ["ai", "cc", "co", "fm", "io", "me", "to", "tv", "ws"];
    let (name, end) = source.trim().rsplit_once('.')?;
    let plain =
        |s: &str| !s.is_empty() && s.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '.' | '-'));
    let state = end.len() == 2 && plain(name) && plain(end) && !SOLD.contains(&end);
    state.then(|| publisher_key(&format!("gov.{end}")))
}

/// The state whose press alone writes in the language of the text.
fn of_language(scans: &[Scan]) -> Option<Slug> {
    let home = &scans.last()?.pack.features.home;
    (!home.is_empty()).then(|| Slug::new(home))
}

/// The packs that may know words of the name of a publisher.
fn packs_for<'p>(packs: &'p Packs, source: &'p str) -> impl Iterator<Item = &'p Pack> {
    packs.languages.iter().filter(|l| l.may_know(source)).filter_map(|l| l.pack())
}

/// The publisher is a state's own: a ministry, an embassy, the office of its president.
pub(crate) fn of_government(document: &SourceDocument, packs: &Packs) -> bool {
    let Some(source) = &document.source else { return false };
    packs.governments.of(source, || names_government(packs, source))
}

/// The name of a publisher is that of a body of state.
fn names_government(packs: &Packs, source: &str) -> bool {
    packs_for(packs, source).any(|pack| {
        let letters = &pack.lexicon.letters;
        let text = crate::text::Text::cut(source, crate::model::Field::Text, letters, &|_, _| true);
        let matches = pack.lexicon.matches(&text);
        let holds = |test: fn(&Sense) -> bool| matches.iter().flatten().any(|m| test(pack.lexicon.sense(m)));
        let body =
            |s: &Sense| matches!(s, Sense::Ministry | Sense::Institution { .. } | Sense::Office { .. });
        let state = |s: &Sense| {
            matches!(
                s,
                Sense::State { form: StateForm::Name | StateForm::Adjective | StateForm::Government, .. }
            )
        };
        let seat = |s: &Sense| matches!(s, Sense::State { form: StateForm::Government, .. });
        holds(seat) || holds(body) && holds(state)
    })
}

/// The document speaks of "the Kingdom" or "the country": its publisher's own.
///
/// "The minister of state" says nothing of whose press it is; nor does a word of a publisher in whose state nobody writes so.
pub(crate) fn homeland(scans: &[Scan], sentences: &[Sentence], home: &str) -> bool {
    if !may_say_home(scans, home) {
        return false;
    }
    sentences.iter().any(|s| {
        let scan = &scans[s.scan];
        s.items.iter().any(|i| {
            (i.start..i.end).any(|t| {
                let titled = t > i.start
                    && matches!(i.what, What::Office(_) | What::Institution { .. })
                    && scan.is(t - 1, |o| matches!(o, Sense::Office { .. }))
                    && scan.has_article();
                scan.word(t, "homeland").is_some() && !titled
            })
        })
    })
}

/// The press of this state writes in the language of the text, as far as the pack says whose does.
pub(crate) fn may_say_home(scans: &[Scan], home: &str) -> bool {
    let press = scans.last().map(|s| s.pack.features.press.as_slice()).unwrap_or_default();
    press.is_empty() || press.iter().any(|p| p == home)
}

/// The first that `told` finds among what the words of a publisher's name mean.
fn first_named(pack: &Pack, source: &str, told: fn(&Sense) -> Option<Slug>) -> Option<Slug> {
    let text = crate::text::Text::cut(source, crate::model::Field::Text, &pack.lexicon.letters, &|_, _| true);
    pack.lexicon.matches(&text).iter().flatten().find_map(|m| told(pack.lexicon.sense(m)))
}

fn named_organisation(pack: &Pack, source: &str) -> Option<Slug> {
    first_named(pack, source, |sense| match sense {
        Sense::Organisation { code, .. } => Some(*code),
        _ => None,
    })
}

/// The state whose capital the name of a paper bears.
fn named_capital(pack: &Pack, source: &str) -> Option<Slug> {
    first_named(pack, source, |sense| match sense {
        Sense::State { code, form: StateForm::Capital } => Some(*code),
        _ => None,
    })
}

fn named_state(pack: &Pack, source: &str) -> Option<Slug> {
    first_named(pack, source, |sense| match sense {
        Sense::State { code, form: StateForm::Name | StateForm::Adjective | StateForm::Government } => {
            Some(*code)
        }
        _ => None,
    })
}
