//! Writes and removes the marks that say: this is read wrongly today. Never touches an expectation.

use serde::Deserialize;

use super::Miss;
use super::case::sections;

/// The text of a case file with the mark of one case written (`Some`) or removed (`None`).
///
/// A mark that is there already keeps its words, which a person may have written. An unknown heading changes nothing.
pub fn mark_case(text: &str, heading: &str, misses: Option<&[Miss]>) -> String {
    let Some((start, block)) = sections(text).iter().find(|s| s.heading == heading).and_then(|s| s.block())
    else {
        return text.to_string();
    };
    let is_mark = |line: &&str| line.split('=').next().is_some_and(|key| key.trim() == "known_wrong");
    let marked = match misses {
        Some(_) if block.lines().any(|line| is_mark(&line)) => return text.to_string(),
        Some(misses) => format!("known_wrong = {}\n{block}", quoted(&reason(misses))),
        None => block.split_inclusive('\n').filter(|line| !is_mark(line)).collect(),
    };
    format!("{}{marked}{}", &text[..start], &text[start + block.len()..])
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct MarksFile {
    known_wrong: Vec<Mark>,
}

#[derive(Deserialize)]
struct Mark {
    id: String,
    reason: String,
}

/// The names and reasons of `eval/known.toml`.
pub fn marks_of(text: &str) -> Result<Vec<(String, String)>, String> {
    let file: MarksFile = toml::from_str(text).map_err(|error| error.to_string())?;
    Ok(file.known_wrong.into_iter().map(|mark| (mark.id, mark.reason)).collect())
}

/// The text of `eval/known.toml` for these names and reasons, sorted.
pub fn marks_file(marks: &[(String, String)]) -> String {
    let mut sorted = marks.to_vec();
    sorted.sort();
    let mut text = String::from(
        "# Examples and counterexamples of frames that are read wrongly today, each with what is read instead.\n\
         # Written by `mahdar test --accept`; an entry that is read rightly again must go.\n\
         # Origin: our own; licence MIT OR Apache-2.0.\n",
    );
    for (id, reason) in sorted {
        text.push_str(&format!("\n[[known_wrong]]\nid = {}\nreason = {}\n", quoted(&id), quoted(&reason)));
    }
    text
}

/// What is read instead, in one short line.
pub fn reason(misses: &[Miss]) -> String {
    let said: Vec<String> =
        misses.iter().take(2).map(|miss| format!("{}: {}", miss.expected, miss.came)).collect();
    let more = if misses.len() > 2 { format!("; {} more", misses.len() - 2) } else { String::new() };
    format!("{}{more}", said.join("; "))
}

/// A basic string of TOML.
fn quoted(text: &str) -> String {
    let mut out = String::from("\"");
    for c in text.chars() {
        match c {
            '"' | '\\' => out.extend(['\\', c]),
            c if c.is_control() => out.push(' '),
            c => out.push(c),
        }
    }
    out.push('"');
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "## One\n\n> a\n\n```toml\nno_events = true\n```\n\n## Two\n\n> b\n\n```toml\nno_events = true\n```\n";

    #[test]
    fn a_mark_is_written_once_and_removed_again() {
        let misses = [Miss { expected: "no \"event\"".into(), came: "MEET".into(), edit: String::new() }];
        let marked = mark_case(TEXT, "Two", Some(&misses));
        assert_eq!(
            marked,
            TEXT.replace("> b\n\n```toml\n", "> b\n\n```toml\nknown_wrong = \"no \\\"event\\\": MEET\"\n")
        );
        assert_eq!(mark_case(&marked, "Two", Some(&misses)), marked);
        assert_eq!(mark_case(&marked, "Two", None), TEXT);
        assert_eq!(mark_case(TEXT, "Three", Some(&misses)), TEXT);
    }

    #[test]
    fn the_file_of_marks_reads_back_sorted() {
        let marks = [("b".to_string(), "x \"y\"".to_string()), ("a".to_string(), "z".to_string())];
        let read = marks_of(&marks_file(&marks)).expect("what we write we read");
        assert_eq!(read, [marks[1].clone(), marks[0].clone()]);
    }
}
