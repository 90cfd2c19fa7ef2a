//! Tries languages on their examples and cases: `cargo run -p mahdar-core --example trials -- data ar en`.
//!
//! What `mahdar test` does, less its marks and its survey, linking the reader alone: seconds after a change of its
//! code, not minutes. Ends with 1 when a trial fails that is not known to.

mod folder;

use mahdar_core::trial::{self, Outcome};
use std::process::ExitCode;

fn main() -> Result<ExitCode, Box<dyn std::error::Error>> {
    let mut args = std::env::args().skip(1);
    let Some(data) = args.next() else {
        return Err("usage: trials DATA_FOLDER LANGUAGE…".into());
    };
    let files = folder::texts(data.as_ref(), &[".toml", ".md"])?;
    let packs = mahdar_core::Packs::compile(
        files.iter().filter(|(name, _)| name.ends_with(".toml")).cloned().collect(),
    )?;
    let mut n_failed = 0;
    for language in args {
        let below = format!("lang/{language}/");
        let own = files.iter().filter_map(|(name, text)| Some((name.strip_prefix(&below)?, text.as_str())));
        let own: Vec<(&str, &str)> = own.collect();
        let known = own.iter().find(|(name, _)| *name == "eval/known.toml");
        let known = known.map_or(Ok(Vec::new()), |(_, text)| trial::marks_of(text))?;
        let (trials, _) = trial::all(&language, own, &known);
        for one in &trials {
            match trial::run(one, &packs) {
                Outcome::Failed(misses) => {
                    n_failed += 1;
                    println!("{language}/{}:{} {}", one.line.path, one.line.number, one.name);
                    for miss in misses {
                        println!("  expected {}, came {} ({})", miss.expected, miss.came, miss.edit);
                    }
                }
                Outcome::Repaired => println!("{language}: `{}` is no longer wrong", one.name),
                Outcome::Passed | Outcome::KnownWrong(_) => (),
            }
        }
        println!("{language}: {} trials", trials.len());
    }
    println!("{n_failed} failed");
    Ok(if n_failed == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}
