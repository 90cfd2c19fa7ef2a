//! Numbers the evidence: one note a sentence of a document, one a column of a file.
//!
//! Lines that rest on the same stretch of a document share its note; all their words are marked in it.
//! Which stretches belong together is known only when all were cited, so a page is built twice:
//! once to collect them, once to number them ([`Notes::numbered`]).

use std::collections::{BTreeMap, HashMap};

use mahdar_core::{Field, Span};
use mahdar_profile::Evidence;
use mahdar_profile::evidence::{Context, RowEvidence, WordsEvidence};

use crate::locale::{Arg, Locale};
use crate::view::{Cite, cuts, document_cite};

/// One numbered piece of evidence.
pub struct Note {
    /// Its number on the page, from 1.
    pub number: usize,
    /// The sentence, or the cell when there is one.
    pub pieces: Vec<Piece>,
    /// Language of the document.
    pub lang: Option<String>,
    /// What it stands in.
    pub cite: Cite,
}

/// A run of words of a document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Piece {
    /// The words.
    pub text: String,
    /// How much a line rests on them.
    pub weight: Weight,
}

/// How much a line rests on a run of words.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Weight {
    /// Only stands around the others.
    Around,
    /// A name, an office, a date.
    Named,
    /// Reports the interaction or makes the claim.
    Reports,
}

/// The evidence cited so far.
#[derive(Default)]
pub(crate) struct Notes {
    list: Vec<Cited>,
    index: HashMap<Key, usize>,
    /// Stretches of a document that do not touch each other, once they are known.
    stretches: HashMap<Place, Vec<Context>>,
}

/// One string of one version of a document.
type Place = (String, u32, Field);

enum Cited {
    /// The context of `found` is the whole stretch; marks are spans of the document.
    Sentence {
        found: Box<WordsEvidence>,
        marks: BTreeMap<Span, Weight>,
    },
    Column {
        found: RowEvidence,
        lines: BTreeMap<u32, u32>,
    },
}

#[derive(PartialEq, Eq, Hash)]
enum Key {
    Sentence(String, u32, Field, Span),
    Column(String, String, u32),
}

impl Notes {
    /// The number of the note for this evidence; `reports` when it makes the line, not only names.
    pub(crate) fn cite(&mut self, evidence: &Evidence, reports: bool) -> usize {
        let stretch = match evidence {
            Evidence::Words(w) => self.stretch(w),
            Evidence::Row(_) => None,
        };
        let key = match evidence {
            Evidence::Words(w) => {
                let span = stretch.as_ref().map_or(w.context.span, |stretch| stretch.span);
                Key::Sentence(w.document.clone(), w.version, w.field, span)
            }
            Evidence::Row(r) => Key::Column(r.file.clone(), r.sha256.clone(), r.column_number),
        };
        let at = *self.index.entry(key).or_insert_with(|| {
            self.list.push(match evidence {
                Evidence::Words(w) => {
                    let mut found = Box::new(w.clone());
                    found.context = stretch.unwrap_or(found.context);
                    Cited::Sentence { found, marks: BTreeMap::new() }
                }
                Evidence::Row(r) => Cited::Column { found: r.clone(), lines: BTreeMap::new() },
            });
            self.list.len() - 1
        });
        match (&mut self.list[at], evidence) {
            (Cited::Sentence { marks, .. }, Evidence::Words(w)) => {
                let weight = if reports { Weight::Reports } else { Weight::Named };
                let mark = marks.entry(w.span).or_insert(weight);
                *mark = (*mark).max(weight);
            }
            (Cited::Column { lines, .. }, Evidence::Row(r)) => {
                let last = lines.entry(r.line).or_insert(r.last_line);
                *last = (*last).max(r.last_line);
            }
            _ => {}
        }
        at + 1
    }

    /// An empty list that numbers the stretches cited in this one, each once.
    pub(crate) fn numbered(self) -> Notes {
        let mut stretches: HashMap<Place, Vec<Context>> = HashMap::new();
        for cited in self.list {
            if let Cited::Sentence { found, .. } = cited {
                stretches
                    .entry((found.document, found.version, found.field))
                    .or_default()
                    .push(found.context);
            }
        }
        for contexts in stretches.values_mut() {
            *contexts = united(std::mem::take(contexts));
        }
        Notes { stretches, ..Notes::default() }
    }

    fn stretch(&self, found: &WordsEvidence) -> Option<Context> {
        let place = (found.document.clone(), found.version, found.field);
        let holds = |stretch: &&Context| {
            stretch.span[0] <= found.context.span[0] && found.context.span[1] <= stretch.span[1]
        };
        self.stretches.get(&place)?.iter().find(holds).cloned()
    }

    pub(crate) fn into_list(self, words: &Locale) -> Vec<Note> {
        let numbered = self.list.into_iter().enumerate();
        numbered
            .map(|(i, cited)| match cited {
                Cited::Sentence { found, marks } => sentence(i + 1, &found, &marks, words),
                Cited::Column { found, lines } => column(i + 1, &found, &lines, words),
            })
            .collect()
    }
}

/// Joins the stretches that overlap.
fn united(mut contexts: Vec<Context>) -> Vec<Context> {
    contexts.sort_by_key(|context| (context.span[0], std::cmp::Reverse(context.span[1])));
    let mut united: Vec<Context> = Vec::new();
    for next in contexts {
        let Some(last) = united.last_mut().filter(|last| next.span[0] < last.span[1]) else {
            united.push(next);
            continue;
        };
        if next.span[1] > last.span[1] {
            let Some(rest) = next.text.get(last.span[1] - next.span[0]..) else { continue };
            last.text.push_str(rest);
            last.span[1] = next.span[1];
            last.cut_after = next.cut_after;
        }
    }
    united
}

/// A stretch of at most a few lines around the words that count.
pub(crate) fn clipped(context: &Context) -> Vec<Piece> {
    const BEFORE: usize = 60;
    const AFTER: usize = 70;
    let text = &context.text;
    if !cuts(text, context.words) {
        return vec![Piece { text: text.clone(), weight: Weight::Around }];
    }
    let [start, end] = context.words;
    let from = text[..start].char_indices().rev().nth(BEFORE).map_or(0, |(i, _)| i);
    // The stretch begins and ends at a space, so that no word is cut.
    let from = if from == 0 { 0 } else { text[from..start].find(' ').map_or(start, |i| from + i + 1) };
    let to = text[end..].char_indices().nth(AFTER).map_or(text.len(), |(i, _)| end + i);
    let to = if to == text.len() { to } else { text[end..to].rfind(' ').map_or(end, |i| end + i) };
    let around = |text: String| Piece { text, weight: Weight::Around };
    let mut pieces = Vec::new();
    let before = if from > 0 || context.cut_before { "… " } else { "" };
    let after = if to < text.len() || context.cut_after { " …" } else { "" };
    pieces.push(around(format!("{before}{}", &text[from..start])));
    pieces.push(Piece { text: text[start..end].to_owned(), weight: Weight::Reports });
    pieces.push(around(format!("{}{after}", &text[end..to])));
    pieces.retain(|piece| !piece.text.is_empty());
    pieces
}

fn sentence(number: usize, found: &WordsEvidence, marks: &BTreeMap<Span, Weight>, words: &Locale) -> Note {
    let (source, published) = (found.source.as_deref(), found.published.as_deref());
    let mut cite = document_cite(&found.title, found.url.as_deref(), source, published, words);
    if found.field == Field::Title {
        cite.remarks.insert(0, words.say("note-in-title"));
    }
    if found.version > 1 {
        cite.remarks.push(words.say_with("version", &[("n", Arg::Plain(found.version.into()))]));
    }
    Note { number, pieces: marked(&found.context, marks), lang: found.lang.clone(), cite }
}

/// The whole stretch with every word a line rests on marked.
fn marked(context: &Context, marks: &BTreeMap<Span, Weight>) -> Vec<Piece> {
    let text = &context.text;
    let mut pieces = Vec::new();
    let mut push = |text: &str, weight| {
        if !text.is_empty() {
            pieces.push(Piece { text: text.to_owned(), weight });
        }
    };
    let mut reached = 0;
    push(if context.cut_before { "… " } else { "" }, Weight::Around);
    for (span, weight) in marks {
        let start = context.span[0];
        // A mark inside one that was drawn is drawn with it.
        if span[0] < start + reached || span[1] < span[0] || !cuts(text, [span[0] - start, span[1] - start]) {
            continue;
        }
        let span = [span[0] - start, span[1] - start];
        push(&text[reached..span[0]], Weight::Around);
        push(&text[span[0]..span[1]], *weight);
        reached = span[1];
    }
    push(&text[reached..], Weight::Around);
    push(if context.cut_after { " …" } else { "" }, Weight::Around);
    pieces
}

fn column(number: usize, found: &RowEvidence, lines: &BTreeMap<u32, u32>, words: &Locale) -> Note {
    let runs = runs(lines);
    let one = runs.len() == 1 && runs[0].0 == runs[0].1;
    let shown: Vec<String> = runs
        .iter()
        .map(
            |(from, to)| {
                if from == to { from.to_string() } else { words.range(&from.to_string(), &to.to_string()) }
            },
        )
        .collect();
    let key = if one { ("note-line", "line") } else { ("note-lines", "lines") };
    let remarks = vec![
        words.say_with("note-column", &[("column", Arg::Quoted(found.column.clone()))]),
        words.say_with(key.0, &[(key.1, Arg::Word(words.list(&shown)))]),
        words.say_with("note-vintage", &[("vintage", Arg::Quoted(found.vintage.clone()))]),
    ];
    let text = if one { found.text.clone() } else { String::new() };
    let pieces = if text.is_empty() { vec![] } else { vec![Piece { text, weight: Weight::Reports }] };
    Note { number, pieces, lang: None, cite: Cite { title: found.file.clone(), url: None, remarks } }
}

/// Lines that follow each other as one run.
fn runs(lines: &BTreeMap<u32, u32>) -> Vec<(u32, u32)> {
    let mut runs: Vec<(u32, u32)> = Vec::new();
    for (from, to) in lines {
        match runs.last_mut() {
            Some(last) if *from <= last.1 + 1 => last.1 = last.1.max(*to),
            _ => runs.push((*from, *to)),
        }
    }
    runs
}

/// Note numbers as (first, last) of runs: four or more in a row are one run, fewer stand alone.
///
/// ```
/// assert_eq!(mahdar_render::notes::in_a_row(&[1, 5, 6, 7, 8, 10, 11]), [(1, 1), (5, 8), (10, 10), (11, 11)]);
/// ```
pub fn in_a_row<'a>(numbers: impl IntoIterator<Item = &'a usize>) -> Vec<(usize, usize)> {
    let mut found: Vec<(usize, usize)> = Vec::new();
    for &number in numbers {
        match found.last_mut() {
            Some((_, last)) if *last + 1 == number => *last = number,
            _ => found.push((number, number)),
        }
    }
    let short = |(first, last): (usize, usize)| {
        if last - first < 3 { (first..=last).map(|n| (n, n)).collect() } else { vec![(first, last)] }
    };
    found.into_iter().flat_map(short).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn context(text: &str, words: &str) -> Context {
        let start = text.find(words).unwrap();
        let span = [start, start + words.len()];
        Context { text: text.into(), span: [0, text.len()], words: span, cut_before: false, cut_after: false }
    }

    fn joined(pieces: &[Piece]) -> String {
        pieces.iter().map(|piece| piece.text.as_str()).collect()
    }

    #[test]
    fn a_short_sentence_is_shown_whole() {
        let text = "خلال استقبال الأمير في مكتبه";
        let pieces = clipped(&context(text, "استقبال"));
        assert_eq!(joined(&pieces), text);
        assert_eq!(pieces[1], Piece { text: "استقبال".into(), weight: Weight::Reports });
    }

    #[test]
    fn a_long_sentence_is_cut_between_words() {
        let text = format!("{}استقبال{}", "كلمة ".repeat(60), " كلمة".repeat(60));
        let shown = joined(&clipped(&context(&text, "استقبال")));
        assert!(shown.starts_with("… كلمة ") && shown.ends_with("كلمة …"), "{shown}");
        assert!(shown.chars().count() < 180);
    }

    #[test]
    fn a_span_that_does_not_cut_the_text_marks_nothing() {
        let mut broken = context("لقاء", "لقاء");
        broken.words = [1, 3];
        assert_eq!(joined(&clipped(&broken)), "لقاء");
        assert_eq!(joined(&marked(&broken, &BTreeMap::from([([1, 3], Weight::Named)]))), "لقاء");
    }

    #[test]
    fn stretches_that_overlap_become_one() {
        let part = |text: &str, from: usize| Context {
            text: text.into(),
            span: [from, from + text.len()],
            words: [0, 1],
            cut_before: false,
            cut_after: from == 0,
        };
        let found =
            united(vec![part("met in Riyadh", 8), part("They met in", 3), part("Later", 30), part("met", 8)]);
        assert_eq!(
            found.iter().map(|c| c.text.as_str()).collect::<Vec<_>>(),
            ["They met in Riyadh", "Later"]
        );
        assert_eq!(found[0].span, [3, 21]);
    }

    #[test]
    fn marks_inside_marks_are_drawn_once() {
        let context = context("one two three", "one two");
        let marks = BTreeMap::from([([0, 7], Weight::Reports), ([4, 7], Weight::Named)]);
        assert_eq!(joined(&marked(&context, &marks)), "one two three");
    }

    #[test]
    fn lines_that_follow_each_other_are_one_run() {
        assert_eq!(runs(&BTreeMap::from([(2, 5), (6, 6), (9, 9)])), [(2, 6), (9, 9)]);
    }
}
