//! Composes sentences of parts, each with what a careful reader finds in it.
//!
//! Nobody writes the sentences down: a file lists parts (hosts, guests, days, places, verbs) with what each of them
//! adds to an event, and the orders in which they stand; the sentences are drawn from the product.
//! A construction that no sample holds is met here, and what a pack cannot read of a language's grammar is counted.

use std::collections::BTreeMap;

use serde::Deserialize;
use toml::{Table, Value};

use super::case::{Block, ExpectedEvent, written};
use super::{Expectation, Kind, Line, Remark, Trial, line_at};
use crate::model::{Severity, SourceDocument};

/// A file of `eval/composed`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    published: Option<Value>,
    #[serde(default)]
    parts: BTreeMap<String, Vec<Written>>,
    #[serde(default)]
    sentence: Vec<toml::Spanned<Sentence>>,
}

/// Words alone, or words with what they add.
#[derive(Deserialize)]
#[serde(untagged)]
enum Written {
    Words(String),
    Part(Table),
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Sentence {
    name: String,
    text: Vec<String>,
    #[serde(default)]
    event: Vec<Told>,
    /// How many are drawn of each text.
    #[serde(default = "forty")]
    draw: usize,
}

fn forty() -> usize {
    40
}

/// An event of a sentence; parties, days and places are labels of its parts, or else stand as they are.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Told {
    #[serde(rename = "type")]
    kind: String,
    status: Option<String>,
    main: Option<bool>,
    #[serde(default)]
    sides: Vec<String>,
    host: Option<String>,
    guest: Option<String>,
    date: Option<String>,
    place: Option<String>,
    /// Others who were there: the label alone, or `label of label` when the part tells no state.
    #[serde(default)]
    people: Vec<String>,
}

/// The parts that were drawn for a sentence, by label.
type Drawn<'f> = BTreeMap<&'f str, (usize, &'f Table)>;

/// The trials of one file, each named after its sentence, and what could not be understood.
///
/// The same file gives the same sentences in every run. The name of a trial tells which parts were drawn:
/// `host receives guest #0 A=3 B=1`.
pub fn composed(path: &str, lang: &str, text: &str) -> (Vec<Trial>, Vec<Remark>) {
    let remark = |byte: usize, message: String| Remark {
        code: "pack/case",
        severity: Severity::Error,
        message,
        help: "write it as CONTRIBUTING.md shows",
        line: Line { path: path.to_string(), number: line_at(text, byte) },
    };
    let file: File = match toml::from_str(text) {
        Ok(file) => file,
        Err(error) => {
            return (
                Vec::new(),
                vec![remark(error.span().map_or(0, |span| span.start), error.message().into())],
            );
        }
    };
    let parts: BTreeMap<&str, Vec<Table>> = file
        .parts
        .iter()
        .map(|(name, list)| (name.as_str(), list.iter().map(Written::table).collect()))
        .collect();
    let (mut trials, mut remarks) = (Vec::new(), Vec::new());
    for sentence in &file.sentence {
        let byte = sentence.span().start;
        let sentence = sentence.get_ref();
        for (number, pattern) in sentence.text.iter().enumerate() {
            let slots = match slots(pattern, &parts) {
                Ok(slots) => slots,
                Err(message) => {
                    remarks.push(remark(byte, format!("`{}`: {message}", sentence.name)));
                    continue;
                }
            };
            let mut dice = Dice(path.bytes().chain(pattern.bytes()).fold(0x9E37_79B9_7F4A_7C15, Dice::seed));
            let mut seen = std::collections::BTreeSet::new();
            // Small products are soon used up, and parts of one state do not go together.
            for _ in 0..sentence.draw * 8 {
                if seen.len() == sentence.draw {
                    break;
                }
                let drawn: Drawn = slots
                    .iter()
                    .map(|(label, list)| {
                        let i = dice.below(list.len());
                        (*label, (i, &list[i]))
                    })
                    .collect();
                let key: Vec<usize> = drawn.values().map(|(i, _)| *i).collect();
                if !apart(&drawn) || !seen.insert(key) {
                    continue;
                }
                let told = fill(pattern, &drawn).and_then(|(title, body)| {
                    let block = sentence.expected(&drawn, &format!("{title}\n{body}"))?;
                    Ok((title, body, block))
                });
                match told {
                    Ok((title, body, block)) => trials.push(Trial {
                        name: named(&sentence.name, number, &drawn),
                        kind: Kind::Case,
                        line: Line { path: path.to_string(), number: line_at(text, byte) },
                        document: SourceDocument {
                            id: format!("{path}#{}", sentence.name),
                            lang: Some(lang.to_string()),
                            published: file.published.as_ref().map(written),
                            title,
                            text: body,
                            ..SourceDocument::default()
                        },
                        known_wrong: None,
                        expectation: Expectation::Case(Box::new(block)),
                    }),
                    Err(message) => {
                        remarks.push(remark(byte, format!("`{}`: {message}", sentence.name)));
                        break;
                    }
                }
            }
        }
    }
    (trials, remarks)
}

impl Written {
    fn table(&self) -> Table {
        match self {
            Written::Words(words) => Table::from_iter([("text".to_string(), Value::String(words.clone()))]),
            Written::Part(table) => table.clone(),
        }
    }
}

impl Sentence {
    fn expected(&self, drawn: &Drawn, body: &str) -> Result<Block, String> {
        let event =
            self.event.iter().map(|told| told.expected(drawn, body)).collect::<Result<Vec<_>, _>>()?;
        Ok(Block::of(event))
    }
}

impl Told {
    fn expected(&self, drawn: &Drawn, body: &str) -> Result<ExpectedEvent, String> {
        let parties: Vec<&String> = self.sides.iter().chain(&self.host).chain(&self.guest).collect();
        let mut people = Vec::new();
        let others = self.people.iter().map(|other| match other.split_once(" of ") {
            Some((who, whose)) => (who, party(whose, drawn)),
            None => (other.as_str(), party(other, drawn)),
        });
        for (label, state) in parties.iter().map(|p| (p.as_str(), party(p, drawn))).chain(others) {
            for name in
                drawn.get(label).and_then(|(_, part)| part.get("people")?.as_array()).into_iter().flatten()
            {
                let name = name.as_str().ok_or("`people` lists names")?;
                people.push(vec![as_written(name, body).to_string(), state.clone()]);
            }
        }
        let of_any = |said: &Option<String>, key: &str| -> Option<String> {
            let found = match said {
                Some(label) => drawn.get(label.as_str()).map_or(label.as_str(), |(_, part)| words(part, key)),
                None => drawn.values().map(|(_, part)| words(part, key)).find(|words| !words.is_empty())?,
            };
            Some(found.to_string())
        };
        let literal = |label: &String| party(label, drawn);
        Ok(ExpectedEvent {
            kind: self.kind.clone(),
            status: Some(self.status.clone().unwrap_or_else(|| "happened".to_string())),
            main: self.main,
            sides: self.sides.iter().map(literal).collect(),
            host: self.host.as_ref().map(literal),
            guest: self.guest.as_ref().map(literal),
            date: of_any(&self.date, "date").map(Value::String),
            place: of_any(&self.place, "place"),
            people: Some(people),
            ..ExpectedEvent::default()
        })
    }
}

/// Of the cases of a name, `Ада Ор|Аду Ор`, the one that stands in the text.
fn as_written<'n>(name: &'n str, body: &str) -> &'n str {
    let cases = name.split('|').map(str::trim);
    cases.filter(|case| body.contains(case)).max_by_key(|case| case.len()).unwrap_or(name)
}

/// The state of the part with this label; what is no label stands as it is.
fn party(label: &str, drawn: &Drawn) -> String {
    drawn.get(label).map_or(label, |(_, part)| words(part, "state")).to_string()
}

fn words<'p>(part: &'p Table, key: &str) -> &'p str {
    part.get(key).and_then(Value::as_str).unwrap_or_default()
}

/// No two parts of one state: nobody meets himself.
fn apart(drawn: &Drawn) -> bool {
    let mut states: Vec<&str> =
        drawn.values().map(|(_, part)| words(part, "state")).filter(|state| !state.is_empty()).collect();
    let n = states.len();
    states.sort_unstable();
    states.dedup();
    states.len() == n
}

/// The labels of a pattern with their lists: `{B:guest}`, or `{day}` for a label that is its list's name.
fn slots<'f>(
    pattern: &'f str,
    parts: &'f BTreeMap<&str, Vec<Table>>,
) -> Result<BTreeMap<&'f str, &'f Vec<Table>>, String> {
    let mut slots = BTreeMap::new();
    // A label may be named before the words that say of which list it is.
    let named = holes(pattern).filter(|hole| hole.contains(':'));
    for hole in named.chain(holes(pattern)) {
        let (label, list) = hole.split_once(':').unwrap_or((hole, hole));
        let (label, list) =
            (label.split('.').next().unwrap_or(label), list.split('.').next().unwrap_or(list));
        match parts.get(list) {
            Some(list) if !list.is_empty() => {
                slots.insert(label, list);
            }
            _ if slots.contains_key(label) => (),
            _ => return Err(format!("no parts `{list}`")),
        }
    }
    Ok(slots)
}

fn holes(pattern: &str) -> impl Iterator<Item = &str> {
    pattern.split('{').skip(1).filter_map(|rest| rest.split_once('}').map(|(hole, _)| hole))
}

/// `{B}` is the part's words, `{B.last}` what its key `last` says.
///
/// A first line that begins with `# ` is the title.
fn fill(pattern: &str, drawn: &Drawn) -> Result<(String, String), String> {
    let mut text = String::new();
    let mut rest = pattern;
    while let Some((before, after)) = rest.split_once('{') {
        let (hole, after) = after.split_once('}').ok_or("a brace is not closed")?;
        let label = hole.split([':', '.']).next().unwrap_or(hole);
        let key = hole.rsplit_once('.').map_or("text", |(_, key)| key);
        let (_, part) = drawn.get(label).ok_or_else(|| format!("no label `{label}`"))?;
        let words =
            part.get(key).and_then(Value::as_str).ok_or_else(|| format!("`{label}` has no `{key}`"))?;
        text.push_str(before);
        text.push_str(words);
        rest = after;
    }
    text.push_str(rest);
    let text = spaced(&text);
    let titled = text.strip_prefix("# ").and_then(|text| text.split_once('\n'));
    let (title, body) = titled.unwrap_or(("", text.as_str()));
    Ok((title.to_string(), body.trim_start().to_string()))
}

/// Without what parts leave behind where they meet: two blanks, one before a mark that closes, a comma before another
/// or before a full stop.
fn spaced(text: &str) -> String {
    let mark = |c: char| !c.is_alphanumeric() && !c.is_whitespace();
    let closes = |c: char| mark(c) && !"([{«“„\"'-–—".contains(c);
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        if c == ' ' && out.ends_with([' ', '\n']) {
            continue;
        }
        if out.ends_with(' ') && closes(c) {
            out.pop();
        }
        match out.chars().next_back() {
            Some(last) if last == c && closes(c) => continue,
            Some(last) if c == '.' && closes(last) && !")]}»”.!?…".contains(last) => drop(out.pop()),
            _ => {}
        }
        out.push(c);
    }
    out.trim().to_string()
}

fn named(sentence: &str, number: usize, drawn: &Drawn) -> String {
    let parts: String = drawn.iter().map(|(label, (i, _))| format!(" {label}={i}")).collect();
    format!("{sentence} #{number}{parts}")
}

/// A small source of the same numbers in every run.
struct Dice(u64);

impl Dice {
    fn seed(sum: u64, byte: u8) -> u64 {
        (sum ^ u64::from(byte)).wrapping_mul(0x0100_0000_01B3)
    }

    fn below(&mut self, n: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        ((self.0 >> 33) as usize) % n
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const FILE: &str = r#"
published = "2026-01-15"
[parts]
host = [{ text = "Aland's Ada Ore,", state = "AAA", people = ["Ada Ore"], last = "Ore" }]
guest = [{ text = "Bo of Beland,", state = "BBB", people = ["Bo"] }, { text = "Aland's envoy", state = "AAA" }]
day = ["", { text = "today", date = "2026-01-15" }]
aide = [{ text = "Cy Dee", people = ["Cy Dee"] }]
[[sentence]]
name = "met"
text = ["{A:host} met {B:guest} {day}. {A.last} came with {C:aide}."]
event = [{ type = "MEET", sides = ["A", "B"], people = ["C of A"] }]
"#;

    #[test]
    fn the_product_of_parts_is_told_with_what_each_adds() {
        let (trials, remarks) = composed("x.toml", "xx", FILE);
        assert!(remarks.is_empty(), "{remarks:?}");
        let mut texts: Vec<&str> = trials.iter().map(|t| t.document.text.as_str()).collect();
        texts.sort_unstable();
        let whole = [
            "Aland's Ada Ore, met Bo of Beland, today. Ore came with Cy Dee.",
            "Aland's Ada Ore, met Bo of Beland. Ore came with Cy Dee.",
        ];
        assert_eq!(texts, whole, "nobody meets his own state, and no comma stands before a full stop");
        let dated = trials.iter().find(|t| t.document.text.contains("today")).expect("one with a day");
        let Expectation::Case(block) = &dated.expectation else { panic!("a case") };
        let event = &block.event[0];
        assert_eq!((event.kind.as_str(), event.day().as_deref()), ("MEET", Some("2026-01-15")));
        assert_eq!(event.sides, ["AAA", "BBB"]);
        let people =
            [["Ada Ore", "AAA"], ["Bo", "BBB"], ["Cy Dee", "AAA"]].map(|p| p.map(str::to_string).to_vec());
        assert_eq!(event.people.as_deref(), Some(&people[..]));
    }

    #[test]
    fn a_first_line_may_be_the_title() {
        let titled = FILE.replace("[\"{A:host} met", "[\"# {A.last} meets Bo\\n{A:host} met");
        let (trials, remarks) = composed("x.toml", "xx", &titled);
        assert!(remarks.is_empty(), "{remarks:?}");
        let document = &trials[0].document;
        assert_eq!(document.title, "Ore meets Bo");
        assert!(document.text.starts_with("Aland's Ada Ore, met"), "{}", document.text);
    }

    #[test]
    fn the_same_file_gives_the_same_sentences() {
        let texts =
            || composed("x.toml", "xx", FILE).0.into_iter().map(|t| t.document.text).collect::<Vec<_>>();
        assert_eq!(texts(), texts());
    }

    #[test]
    fn what_cannot_be_understood_is_a_remark_with_its_line() {
        let wrong = FILE.replace("{C:aide}", "{C:nobody}");
        let (trials, remarks) = composed("x.toml", "xx", &wrong);
        assert!(trials.is_empty());
        assert_eq!((remarks.len(), remarks[0].line.number), (1, 8));
        assert!(remarks[0].message.contains("nobody"), "{}", remarks[0].message);
        let (_, remarks) = composed("x.toml", "xx", "[[sentence]]\ncolour = 1\n");
        assert_eq!(remarks.len(), 1);
    }
}
