//! Weighs anew what speaks for a meeting that no rule reads:
//! `cargo run -p mahdar-core --example weigh -- data [--write] PASSAGES.jsonl…`, passages in the shape of a reader's gold.
//!
//! A logistic regression over the signs of `code/weighed.rs`, drawn towards zero. Told are meetings found and others that
//! would be told, at each limit, where every passage is weighed by weights that have not seen it nor another wording of it
//! (ten parts; `ID-p1` is a wording of `ID`). With `--write`, `ontology/weights.toml` gets the weights of all passages.

mod folder;

use std::collections::BTreeMap;
use std::io::BufRead;

use serde::Deserialize;

/// How many passages a sign has to be found in.
const AT_LEAST: usize = 10;

/// How strongly weights are drawn towards zero, and how often they are gone through.
const DRAWN: f64 = 5.0;
const ROUNDS: usize = 200;

/// Into how many parts passages are cut.
const PARTS: u64 = 10;

#[derive(Deserialize)]
struct Passage {
    #[serde(flatten)]
    document: mahdar_core::SourceDocument,
    gold: Gold,
}

#[derive(Deserialize)]
struct Gold {
    events: Vec<GoldEvent>,
}

#[derive(Deserialize)]
struct GoldEvent {
    #[serde(rename = "type")]
    kind: String,
    status: String,
    main: bool,
    side_a: Option<GoldSide>,
    side_b: Option<GoldSide>,
}

#[derive(Deserialize)]
struct GoldSide {
    country: Option<String>,
    #[serde(default)]
    also: Vec<String>,
}

/// A passage that is weighed: its signs by number, whether it tells of the meeting, its part.
struct Row {
    signs: Vec<usize>,
    met: bool,
    part: u64,
}

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut args: Vec<String> = std::env::args().skip(1).collect();
    let write = args.iter().any(|a| a == "--write");
    args.retain(|a| a != "--write");
    let Some((data, files)) = args.split_first().filter(|(_, files)| !files.is_empty()) else {
        return Err("usage: weigh DATA_FOLDER [--write] PASSAGES.jsonl…".into());
    };
    let packs = mahdar_core::Packs::compile(folder::texts(data.as_ref(), &[".toml"])?)?;
    let mut weighed = Vec::new();
    for file in files {
        for line in std::io::BufReader::new(std::fs::File::open(file)?).lines() {
            let passage: Passage = serde_json::from_str(&line?)?;
            if let Some(signs) = mahdar_core::signs(&passage.document, &packs) {
                weighed.push((met(&passage.gold, &signs), signs.found, part(&passage.document.id)));
            }
        }
    }
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for (_, found, _) in &weighed {
        found.iter().for_each(|sign| *counts.entry(sign).or_default() += 1);
    }
    counts.retain(|_, n| *n >= AT_LEAST);
    let names: Vec<&str> = counts.keys().copied().collect();
    let rows: Vec<Row> = weighed
        .iter()
        .map(|(met, found, part)| {
            let signs = found.iter().filter_map(|sign| names.binary_search(&sign.as_str()).ok()).collect();
            Row { signs, met: *met, part: *part }
        })
        .collect();
    println!(
        "{} passages weighed, {} with a meeting; {} signs",
        rows.len(),
        rows.iter().filter(|r| r.met).count(),
        names.len()
    );
    let mut shares = vec![0.0; rows.len()];
    for part in 0..PARTS {
        let (bias, weights) = fit(rows.iter().filter(|r| r.part != part), names.len());
        for (share, row) in shares.iter_mut().zip(&rows).filter(|(_, r)| r.part == part) {
            *share = probability(bias, &weights, row);
        }
    }
    for least in [0.3, 0.35, 0.4, 0.45, 0.5, 0.6] {
        let told = |met| rows.iter().zip(&shares).filter(|(r, s)| r.met == met && **s >= least).count();
        println!("at {least:.2}: {} meetings, {} others", told(true), told(false));
    }
    let (bias, weights) = fit(rows.iter(), names.len());
    let mut out = String::from(HEAD);
    out.push_str(&format!("least = 0.5\nbias = {bias:.2}\n\n[weights]\n"));
    for (name, weight) in names.iter().zip(&weights) {
        out.push_str(&format!("\"{name}\" = {weight:.2}\n"));
    }
    if write {
        std::fs::write(std::path::Path::new(data).join("ontology/weights.toml"), out)?;
    } else {
        print!("{out}");
    }
    Ok(())
}

/// The passage has this meeting among what it is about.
fn met(gold: &Gold, signs: &mahdar_core::Signs) -> bool {
    let mut parties = signs.parties.map(|p| p.to_string());
    parties.sort();
    gold.events.iter().filter(|e| e.main && e.kind == "MEET" && e.status == "happened").any(|e| {
        let sides = e.side_a.iter().chain(&e.side_b);
        let mut told: Vec<String> = sides.flat_map(|s| s.country.iter().chain(&s.also).cloned()).collect();
        told.sort();
        told.dedup();
        told == parties
    })
}

/// The part of a passage; all wordings of one stand in the same.
fn part(id: &str) -> u64 {
    let base = id.rsplit_once("-p").map_or(id, |(base, n)| if n.parse::<u8>().is_ok() { base } else { id });
    base.bytes().fold(7_u64, |sum, b| sum.wrapping_mul(31).wrapping_add(b.into())) % PARTS
}

fn probability(bias: f64, weights: &[f64], row: &Row) -> f64 {
    share(bias + row.signs.iter().map(|s| weights[*s]).sum::<f64>())
}

/// How likely something is, of its log odds.
fn share(odds: f64) -> f64 {
    1.0 / (1.0 + (-odds).exp())
}

/// Weights by one step of Newton's method for each sign in turn, again and again.
fn fit<'r>(rows: impl Iterator<Item = &'r Row>, n_signs: usize) -> (f64, Vec<f64>) {
    let rows: Vec<&Row> = rows.collect();
    let mut having = vec![Vec::new(); n_signs];
    for (i, row) in rows.iter().enumerate() {
        row.signs.iter().for_each(|s| having[*s].push(i));
    }
    let (mut bias, mut weights) = (0.0, vec![0.0; n_signs]);
    let mut sums = vec![0.0_f64; rows.len()];
    let all: Vec<usize> = (0..rows.len()).collect();
    for _ in 0..ROUNDS {
        for sign in 0..=n_signs {
            let (own, weight, drawn) = match sign.checked_sub(1) {
                Some(s) => (&having[s], &mut weights[s], DRAWN),
                None => (&all, &mut bias, 0.0),
            };
            let (mut slope, mut bend) = (drawn * *weight, drawn + 1e-6);
            for i in own {
                let p = share(sums[*i]);
                slope += p - f64::from(u8::from(rows[*i].met));
                bend += p * (1.0 - p);
            }
            let step = (slope / bend).clamp(-1.0, 1.0);
            *weight -= step;
            own.iter().for_each(|i| sums[*i] -= step);
        }
    }
    (bias, weights)
}

const HEAD: &str = "\
# What speaks for a meeting of two parties that no rule reads as what a text is about, and what speaks against it:
# log odds to be added, for signs found in the title and the first four sentences, where those name officials of exactly
# two parties. `word W` is what a word does (docs/packs.md), `verb MEET` and `event TYPE` that a word for such an event
# stands there, `read TYPE` that such an event was read, `named N` of how many parties somebody is named.
# Origin: logistic regression over own readings (crates/mahdar-core/examples/weigh.rs, which writes this file); what it was
# weighed over and what it finds is told in data/lang/ar/eval/others.md, What a whole report tells.
# Off: least = 1.
# Licence MIT OR Apache-2.0.

";
