//! Reads composed sentences of a language: `cargo run -p mahdar-core --example compose -- data ar [WORDS [N]]`.
//! With `--write` for WORDS, writes the counts of each file into `eval/composed.toml`, to which a test holds the reader.
//!
//! Counts, sentence by sentence of `eval/composed/*.toml`, how many of those drawn are read as a careful reader would,
//! which parts are in those that are not, and shows the first N (2). WORDS: only sentences whose name or file has them.

mod folder;

use mahdar_core::trial::{self, Outcome};
use std::collections::BTreeMap;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut args = std::env::args().skip(1);
    let (Some(data), Some(language)) = (args.next(), args.next()) else {
        return Err("usage: compose DATA_FOLDER LANGUAGE [WORDS [N]]".into());
    };
    let words = args.next().unwrap_or_default();
    let write = words == "--write";
    let words = if write { String::new() } else { words };
    let n_shown = args.next().map_or(Ok(2), |n| n.parse())?;
    let files = folder::texts(data.as_ref(), &[".toml"])?;
    let packs = mahdar_core::Packs::compile(files.clone())?;
    let below = format!("lang/{language}/eval/composed/");
    let (mut n, mut n_right) = (0, 0);
    let mut counts = String::from(HEAD);
    for (path, text) in files.iter().filter(|(path, _)| path.starts_with(&below)) {
        let (trials, remarks) = trial::composed(path, &language, text);
        for remark in remarks {
            println!("{}:{} {}", remark.line.path, remark.line.number, remark.message);
        }
        let mut groups: BTreeMap<(usize, &str), Vec<(&trial::Trial, Outcome)>> = BTreeMap::new();
        for one in &trials {
            let name = one.name.split_once(" #").map_or(one.name.as_str(), |(name, _)| name);
            if name.contains(&words) || path[below.len()..].contains(&words) {
                groups.entry((one.line.number, name)).or_default().push((one, trial::run(one, &packs)));
            }
        }
        let (mut here, mut right_here) = (0, 0);
        for ((line, name), outcomes) in groups {
            let right = outcomes.iter().filter(|(_, outcome)| *outcome == Outcome::Passed).count();
            here += outcomes.len();
            right_here += right;
            println!("{}:{line} {name}: {right} of {}", &path[below.len()..], outcomes.len());
            if right < outcomes.len() {
                println!("    parts that are wrong more often: {}", suspects(&outcomes));
            }
            for (one, outcome) in outcomes.iter().filter(|(_, o)| *o != Outcome::Passed).take(n_shown) {
                println!(
                    "  {}\n    {}{}",
                    one.name,
                    titled(&one.document),
                    one.document.text.replace('\n', "\n    ")
                );
                for miss in outcome.misses() {
                    println!("    expected {}, came {}", miss.expected, miss.came);
                }
            }
        }
        n += here;
        n_right += right_here;
        let file = path[below.len()..].trim_end_matches(".toml");
        counts += &format!("\n[{file}]\nright = {right_here}\nof = {here}\n");
    }
    if write {
        std::fs::write(format!("{data}/lang/{language}/eval/composed.toml"), counts)?;
    }
    println!("{language}: {n_right} of {n} composed sentences are read as they should be");
    Ok(())
}

const HEAD: &str = "# Composed sentences that are read as they should be, file by file.\n\
    # Written by `cargo run -p mahdar-core --example compose -- data LANGUAGE --write`; do not edit.\n";

/// Parts, as `label=number`, whose sentences are wrong more often than the others'.
fn suspects(outcomes: &[(&trial::Trial, Outcome)]) -> String {
    let mut counts: BTreeMap<String, (usize, usize)> = BTreeMap::new();
    for (one, outcome) in outcomes {
        let parts = one.name.split_once('#').map_or("", |(_, parts)| parts);
        for (i, part) in parts.split(' ').enumerate() {
            let part = if i == 0 { format!("text={part}") } else { part.to_string() };
            let count = counts.entry(part).or_default();
            count.0 += usize::from(*outcome != Outcome::Passed);
            count.1 += 1;
        }
    }
    let share = outcomes.iter().filter(|(_, o)| *o != Outcome::Passed).count() as f64 / outcomes.len() as f64;
    let mut list: Vec<(String, usize, usize)> = counts
        .into_iter()
        .filter(|(_, (wrong, all))| *wrong as f64 / *all as f64 > share * 1.3 && *wrong > 1)
        .map(|(part, (wrong, all))| (part, wrong, all))
        .collect();
    list.sort_by(|a, b| (b.1 * a.2).cmp(&(a.1 * b.2)));
    let list: Vec<String> =
        list.iter().take(8).map(|(part, wrong, all)| format!("{part} ({wrong}/{all})")).collect();
    if list.is_empty() { "none stands out".to_string() } else { list.join(", ") }
}

/// The title as it was composed, on a line of its own.
fn titled(document: &mahdar_core::model::SourceDocument) -> String {
    if document.title.is_empty() { String::new() } else { format!("# {}\n    ", document.title) }
}
