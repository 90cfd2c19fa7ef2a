//! How fast names are compared and found: `speed PERSONS [PAIRS.tsv]`.
//!
//! The persons are generated: known given names of one script with family names put together from syllables.
//! With a pairs file, its names are compared as well, read beforehand, on one thread.

use mahdar_names::{Found, Index, Kept, MARK, Name, Tables, score};
use std::time::Instant;

/// Seconds of the processor this process has had; the clock on the wall where the system does not say.
fn seconds() -> f64 {
    static STARTED: std::sync::LazyLock<Instant> = std::sync::LazyLock::new(Instant::now);
    let told = std::fs::read_to_string("/proc/self/schedstat").ok();
    let nanoseconds = told.and_then(|text| text.split(' ').next().and_then(|n| n.parse::<f64>().ok()));
    nanoseconds.map_or_else(|| STARTED.elapsed().as_secs_f64(), |n| n / 1e9)
}

/// Numbers that look like chance and are the same in every run.
struct Chance(u64);

impl Chance {
    fn below(&mut self, n: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        ((self.0 >> 33) as usize) % n.max(1)
    }
}

const SYLLABLES: [[&str; 12]; 3] = [
    ["ba", "ra", "shi", "du", "ka", "mu", "no", "sa", "ti", "ze", "ghu", "lo"],
    ["ба", "ра", "ши", "ду", "ка", "му", "но", "са", "ти", "зе", "гу", "ло"],
    ["با", "را", "شي", "دو", "كا", "مو", "نو", "سا", "تي", "زي", "غو", "لو"],
];
const ENDS: [[&str; 5]; 3] =
    [["i", "ov", "wi", "ri", "an"], ["и", "ов", "ви", "ри", "ан"], ["ي", "وف", "وي", "ري", "ان"]];
const LANGS: [&str; 3] = ["en", "ru", "ar"];

fn main() {
    let arguments: Vec<String> = std::env::args().collect();
    let n: usize = arguments.get(1).and_then(|n| n.parse().ok()).unwrap_or(100_000);
    let files = mahdar_data::files("names");
    let started = seconds();
    let tables = Tables::compile(&files).expect("the embedded files are whole");
    println!("tables: {:.1} ms", (seconds() - started) * 1e3);
    if let Some(pairs) = arguments.get(2) {
        compare(&tables, pairs);
    }
    search(&tables, &given(&files), n);
}

/// Given names by script: Latin, Cyrillic, Arabic.
fn given(files: &[(String, String)]) -> [Vec<String>; 3] {
    let (_, text) = files.iter().find(|(path, _)| path.ends_with("given.toml")).expect("known names");
    let file: toml::Table = text.parse().expect("TOML");
    let mut out = [const { Vec::new() }; 3];
    for name in file["name"].as_array().expect("names") {
        for (list, key) in out.iter_mut().zip(["latin", "cyrillic", "arabic"]) {
            let spellings = name.get(key).and_then(|names| names.as_array()).into_iter().flatten();
            list.extend(spellings.filter_map(|name| name.as_str().map(str::to_string)));
        }
    }
    out
}

fn compare(tables: &Tables, path: &str) {
    let text = std::fs::read_to_string(path).expect("pairs");
    let rows: Vec<Vec<&str>> = text.lines().skip(1).map(|line| line.split('\t').collect()).collect();
    let started = seconds();
    let names: Vec<(Name, Name)> = rows
        .iter()
        .map(|row| (Name::read(tables, row[1], row[2]), Name::read(tables, row[3], row[4])))
        .collect();
    let reading = seconds() - started;
    println!("reading: {:.0} names/s", 2.0 * names.len() as f64 / reading);
    let mut best = f64::MAX;
    let mut sum = 0.0;
    for _ in 0..25 {
        let started = seconds();
        sum = names.iter().map(|(a, b)| f64::from(score(tables, a, b))).sum::<f64>();
        best = best.min(seconds() - started);
    }
    let n = names.len() as f64;
    println!("comparing: {:.0} pairs/s, names read beforehand (mean score {:.3})", n / best, sum / n);
    println!("reading and comparing: {:.0} pairs/s", n / (best + reading));
}

fn search(tables: &Tables, given: &[Vec<String>; 3], n: usize) {
    let mut chance = Chance(11);
    let mut person = |script: usize| {
        let first = given[script][chance.below(given[script].len())].clone();
        let father = given[script][chance.below(given[script].len())].clone();
        let mut family: String =
            (0..2 + chance.below(3)).map(|_| SYLLABLES[script][chance.below(12)]).collect();
        family.push_str(ENDS[script][chance.below(5)]);
        match chance.below(3) {
            0 => format!("{first} {family}"),
            _ => format!("{first} {father} {family}"),
        }
    };
    let started = seconds();
    let mut index = Index::new();
    let mut asked = Vec::new();
    for i in 0..n {
        let script = i % 3;
        let text = person(script);
        if i % (n / 500).max(1) == 0 {
            asked.push((i, text.clone(), LANGS[script]));
        }
        index.add(tables, &Name::read(tables, &text, LANGS[script]));
    }
    println!("index: {} persons, {} parts, {:.1} s", index.len(), index.n_parts(), (seconds() - started));
    find(tables, "search", &asked, |name| index.find(tables, name, 50));
    let started = seconds();
    let labels: Vec<String> = (0..n).map(|i| i.to_string()).collect();
    let labels: Vec<&str> = labels.iter().map(String::as_str).collect();
    let bytes = index.keep(&labels, &[0; MARK]).expect("a register that fits");
    println!("kept: {:.0} MB, {:.1} s", bytes.len() as f64 / 1e6, seconds() - started);
    drop(index);
    let started = seconds();
    let kept = Kept::open(tables, bytes, &[0; MARK]).expect("just kept");
    println!("opened: {:.3} ms", (seconds() - started) * 1e3);
    find(tables, "search where it was kept", &asked, |name| kept.find(tables, name, 50));
    if let Ok(status) = std::fs::read_to_string("/proc/self/status") {
        let peak = status.lines().find(|line| line.starts_with("VmHWM")).unwrap_or_default();
        println!("memory: {}", peak.trim_start_matches("VmHWM:").trim());
    }
}

fn find(tables: &Tables, what: &str, asked: &[(usize, String, &str)], find: impl Fn(&Name) -> Vec<Found>) {
    let mut times: Vec<f64> = Vec::new();
    let mut cores: Vec<f64> = Vec::new();
    let mut n_first = 0;
    let before = seconds();
    for (i, text, lang) in asked {
        let (started, of_core) = (Instant::now(), seconds());
        let found = find(&Name::read(tables, text, lang));
        cores.push((seconds() - of_core) * 1e3);
        times.push(started.elapsed().as_secs_f64() * 1e3);
        n_first += usize::from(found.iter().take_while(|f| f.score >= found[0].score).any(|f| f.index == *i));
    }
    let mean = (seconds() - before) * 1e3 / asked.len().max(1) as f64;
    println!("{what}: {} queries, {n_first} found first, mean {mean:.2} ms of a core", times.len());
    for (of, mut all) in [("the clock", times), ("a core", cores)] {
        all.sort_by(f64::total_cmp);
        let at = |share: f64| all[((all.len() - 1) as f64 * share) as usize];
        println!("  p50 {:.2} ms, p95 {:.2} ms, longest {:.2} ms of {of}", at(0.5), at(0.95), at(1.0));
    }
}
