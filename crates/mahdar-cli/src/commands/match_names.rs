//! `mahdar match`: are two names the same person's, and who in a pool is meant by a name.

use crate::failure::{Exit, Failure};
use crate::output;
use clap::Args;
use mahdar_names::{Index, Kept, KeptError, MARK, Name, Tables};
use serde_json::json;
use sha2::{Digest, Sha256};
use std::collections::HashSet;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::time::Instant;

/// Compares names across scripts.
///
/// A pairs file has the columns id, name_a, lang_a, name_b, lang_b; a pool id, name, lang; queries qid, name, lang:
/// tab-separated UTF-8 with a header, in any order, other columns are not looked at.
/// A language is ar, en (any Latin spelling), ru, kk or kk-Latn.
#[derive(Args)]
pub struct Match {
    /// Print `id<TAB>score` for each row: how surely the two names are one person's, 0 to 1.
    #[arg(long, value_name = "FILE", conflicts_with_all = ["pool", "queries", "why"])]
    pairs: Option<PathBuf>,
    /// The names to look in; with --queries.
    #[arg(long, value_name = "FILE", requires = "queries")]
    pool: Option<PathBuf>,
    /// The names to look for in the pool: a JSON line each, the best 50 first.
    #[arg(long, value_name = "FILE", requires = "pool")]
    queries: Option<PathBuf>,
    /// Keep the index of the pool in this file, and ask it there the next time; a changed pool is indexed anew.
    #[arg(long, value_name = "FILE", requires = "pool")]
    index: Option<PathBuf>,
    /// Show part by part what speaks for one person and what against.
    #[arg(long, num_args = 2, value_names = ["A", "B"], conflicts_with_all = ["pool", "queries"])]
    why: Option<Vec<String>>,
    /// Language of the first name of --why; its letters tell when left out.
    #[arg(long, value_name = "LANG", requires = "why")]
    lang_a: Option<String>,
    /// Language of the second name of --why.
    #[arg(long, value_name = "LANG", requires = "why")]
    lang_b: Option<String>,
}

/// How many names of a pool are listed for a query.
const LISTED: usize = 50;

impl Match {
    /// Compares what was asked for.
    pub fn run(self) -> Result<Exit, Failure> {
        let tables = crate::names::tables();
        if let Some(file) = &self.pairs {
            return pairs(&tables, file);
        }
        if let (Some(pool), Some(queries)) = (&self.pool, &self.queries) {
            return retrieve(&tables, pool, queries, self.index.as_deref());
        }
        match self.why.as_deref() {
            Some([a, b]) => {
                let lang = |lang: &Option<String>| lang.clone().unwrap_or_default();
                why(&tables, (a, &lang(&self.lang_a)), (b, &lang(&self.lang_b)))
            }
            _ => Err(Failure::usage(
                "match/nothing-asked",
                "there is nothing to compare",
                "give --pairs FILE, --pool FILE with --queries FILE, or --why A B",
            )),
        }
    }
}

fn pairs(tables: &Tables, path: &Path) -> Result<Exit, Failure> {
    let table = Table::open(path, ["id", "name_a", "lang_a", "name_b", "lang_b"])?;
    let mut out = output::standard();
    let mut empty = Empty::default();
    for (line, [id, name_a, lang_a, name_b, lang_b]) in table.rows() {
        let a = Name::read(tables, name_a, lang_a);
        let b = Name::read(tables, name_b, lang_b);
        empty.see(path, line, a.parts.is_empty() || b.parts.is_empty());
        writeln!(out, "{id}\t{:.6}", mahdar_names::score(tables, &a, &b))?;
    }
    out.flush()?;
    Ok(empty.exit())
}

fn retrieve(
    tables: &Tables,
    pool_path: &Path,
    queries_path: &Path,
    kept_path: Option<&Path>,
) -> Result<Exit, Failure> {
    let queries = Table::open(queries_path, ["qid", "name", "lang"])?;
    let mut empty = Empty::default();
    let kept = match kept_path {
        Some(path) => Some(kept(tables, pool_path, path, &mut empty)?),
        None => None,
    };
    let mut out = output::standard();
    if let Some(kept) = kept {
        answer(&queries, queries_path, &mut empty, &mut out, |lang, name| {
            let name = Name::read(tables, name, lang);
            let found = kept.find(tables, &name, LISTED);
            (name, found.into_iter().map(|found| (kept.label(found.index), found.score)).collect())
        })?;
    } else {
        let pool = Table::open(pool_path, ["id", "name", "lang"])?;
        let (index, ids) = indexed(tables, &pool, pool_path, &mut empty);
        answer(&queries, queries_path, &mut empty, &mut out, |lang, name| {
            let name = Name::read(tables, name, lang);
            let found = index.find(tables, &name, LISTED);
            (name, found.into_iter().map(|found| (ids[found.index], found.score)).collect())
        })?;
    }
    out.flush()?;
    Ok(empty.exit())
}

/// Writes the best of the pool for each query.
fn answer<'a>(
    queries: &Table<3>,
    path: &Path,
    empty: &mut Empty,
    out: &mut impl Write,
    find: impl Fn(&str, &str) -> (Name, Vec<(&'a str, f32)>),
) -> Result<(), Failure> {
    for (line, [qid, name, lang]) in queries.rows() {
        let (name, found) = find(lang, name);
        empty.see(path, line, name.parts.is_empty());
        let is_crowded = found.len() == LISTED && found[0].1 - found[LISTED - 1].1 < 1e-6;
        if is_crowded && found[0].1 > 0.5 {
            Failure::new(
                "match/many-alike",
                format!("{LISTED} names of the pool or more match `{qid}` equally well; {LISTED} are listed"),
                "ask with a longer form of the name, or tell the persons apart by office and state",
            )
            .into_warning()
            .at(format!("{}:{line}", path.display()))
            .show();
        }
        let ids: Vec<&str> = found.iter().map(|(id, _)| *id).collect();
        let scores: Vec<f64> =
            found.iter().map(|(_, score)| (f64::from(*score) * 1e6).round() / 1e6).collect();
        writeln!(out, "{}", json!({ "qid": qid, "ids": ids, "scores": scores }))?;
    }
    Ok(())
}

/// Reads a pool into an index; the ids stand in its order.
fn indexed<'a>(tables: &Tables, pool: &'a Table<3>, path: &Path, empty: &mut Empty) -> (Index, Vec<&'a str>) {
    let mut index = Index::new();
    let mut ids = Vec::new();
    for (line, [id, name, lang]) in pool.rows() {
        let name = Name::read(tables, name, lang);
        empty.see(path, line, name.parts.is_empty());
        index.add(tables, &name);
        ids.push(id);
    }
    (index, ids)
}

/// The index of a pool as it lies in a file, made when it is not there or was made of another pool.
fn kept(
    tables: &Tables,
    pool_path: &Path,
    path: &Path,
    empty: &mut Empty,
) -> Result<Kept<memmap2::Mmap>, Failure> {
    let place = path.display().to_string();
    let mark = mark(pool_path)?;
    let unopened = |error: std::io::Error| {
        let help = "give a file that can be written, or leave --index out";
        Failure::new("match/index", format!("the index cannot be kept here: {error}"), help).at(&place)
    };
    if path.exists() {
        match Kept::open(tables, crate::mapped::map(path).map_err(unopened)?, &mark) {
            Ok(kept) => {
                empty.add(pool_path, kept.n_unreadable(), pool_path.display().to_string());
                return Ok(kept);
            }
            // What is not an index is somebody's file, and stays.
            Err(error @ KeptError::Foreign) => {
                return Err(Failure::usage(
                    "match/index",
                    error.to_string(),
                    "give another file, or take this one away; an index is written where there is no file",
                )
                .at(&place));
            }
            Err(KeptError::Stale | KeptError::Broken) => {}
        }
    }
    let started = Instant::now();
    let pool = Table::open(pool_path, ["id", "name", "lang"])?;
    let (index, ids) = indexed(tables, &pool, pool_path, empty);
    let bytes = index.keep(&ids, &mark).map_err(|error| {
        Failure::new("match/index", error.to_string(), "leave --index out, or make the pool smaller")
            .at(&place)
    })?;
    // Beside it first: whoever asks the old one keeps asking it, and a half-written one is never found.
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let mut beside = tempfile::NamedTempFile::new_in(folder).map_err(unopened)?;
    beside.write_all(&bytes).map_err(unopened)?;
    beside.persist(path).map_err(|error| unopened(error.error))?;
    let megabytes = bytes.len() as f64 / 1e6;
    let seconds = started.elapsed().as_secs_f64();
    eprintln!("{place}: {} names, {megabytes:.1} MB, built in {seconds:.1} s", index.len());
    Kept::open(tables, crate::mapped::map(path).map_err(unopened)?, &mark).map_err(|error| {
        Failure::new("match/index", error.to_string(), "somebody else wrote the file; try again").at(&place)
    })
}

/// Says what an index was made of: the bytes of the pool, and the letters and words that names are read by.
fn mark(pool: &Path) -> Result<[u8; MARK], Failure> {
    let mut hash = Sha256::new();
    hash.update(env!("CARGO_PKG_VERSION"));
    for (path, text) in mahdar_data::files("names") {
        hash.update(path);
        hash.update(text);
    }
    hash.update(std::fs::read(pool).map_err(|error| unreadable(pool, &error))?);
    Ok(hash.finalize().into())
}

fn unreadable(path: &Path, error: &std::io::Error) -> Failure {
    let help = "give a tab-separated file with a header";
    Failure::new("match/unreadable", format!("this cannot be read: {error}"), help)
        .at(path.display().to_string())
}

fn why(tables: &Tables, a: (&str, &str), b: (&str, &str)) -> Result<Exit, Failure> {
    let read = |(text, lang): (&str, &str)| {
        let name = Name::read(tables, text, lang);
        match name.parts.is_empty() {
            false => Ok(name),
            true => Err(Failure::usage(
                "match/empty-name",
                format!("there is no name in `{text}`"),
                "give a name with at least one letter of a script that is known",
            )),
        }
    };
    let (a, b) = (read(a)?, read(b)?);
    let evidence = mahdar_names::evidence(tables, &a, &b);
    // One right-to-left string a line, so that a terminal does not turn two of them into one.
    let mut lines = vec![format!("score {:.4}", evidence.score)];
    for step in &evidence.steps {
        let likeness = step.likeness.map(|share| format!(" {share:.2}")).unwrap_or_default();
        lines.push(format!("- {}{likeness}", step.what.id()));
        lines.extend(step.a.iter().map(|part| format!("    a: {part}")));
        lines.extend(step.b.iter().map(|part| format!("    b: {part}")));
    }
    for (id, weight) in evidence.reasons.iter().filter(|(_, weight)| weight.abs() >= 0.05) {
        lines.push(format!("{weight:+7.2}  {id}"));
    }
    output::print(&lines.join("\n"))?;
    Ok(Exit::Done)
}

/// Rows without a name: said once a file, and counted.
#[derive(Default)]
struct Empty {
    said: HashSet<PathBuf>,
    n: usize,
}

impl Empty {
    fn see(&mut self, path: &Path, line: usize, is_empty: bool) {
        if is_empty {
            self.add(path, 1, format!("{}:{line}", path.display()));
        }
    }

    /// So many of a file, of which the first stands at this place.
    fn add(&mut self, path: &Path, n: usize, place: String) {
        self.n += n;
        if n > 0 && self.said.insert(path.to_path_buf()) {
            let failure = Failure::new(
                "match/empty-name",
                "a row has no name that can be read; such rows match nobody",
                "write the name in Arabic, Latin or Cyrillic letters, or take the row out",
            );
            failure.into_warning().at(place).show();
        }
    }

    fn exit(&self) -> Exit {
        if self.n > 0 { Exit::Partly } else { Exit::Done }
    }
}

/// A tab-separated file of which some columns are wanted.
struct Table<const N: usize> {
    text: String,
    places: [usize; N],
}

impl<const N: usize> Table<N> {
    /// Opens a file, finds its columns and sees that no id stands twice.
    fn open(path: &Path, columns: [&str; N]) -> Result<Table<N>, Failure> {
        let place = path.display().to_string();
        let bytes = std::fs::read(path).map_err(|error| unreadable(path, &error))?;
        let text = String::from_utf8(bytes).map_err(|error| {
            let before = &error.as_bytes()[..error.utf8_error().valid_up_to()];
            let line = before.iter().filter(|byte| **byte == b'\n').count() + 1;
            let help = "save the file as UTF-8";
            Failure::new("match/unreadable", "this is not UTF-8", help).at(format!("{place}:{line}"))
        })?;
        let header = text.lines().next().unwrap_or_default().trim_start_matches('\u{FEFF}');
        let header: Vec<&str> = header.trim_end_matches('\r').split('\t').collect();
        let mut places = [0; N];
        for (found, column) in places.iter_mut().zip(columns) {
            *found = header.iter().position(|known| *known == column).ok_or_else(|| {
                Failure::usage(
                    "match/column",
                    format!("there is no column `{column}` in the header"),
                    format!(
                        "the file needs a header with the columns {}, parted by tabs",
                        columns.join(", ")
                    ),
                )
                .at(format!("{place}:1"))
            })?;
        }
        let table = Table { text, places };
        let mut seen = HashSet::new();
        for (line, row) in table.rows() {
            if !seen.insert(row[0]) {
                let id = row[0];
                let help = "give each row an id of its own";
                return Err(Failure::usage(
                    "match/duplicate-id",
                    format!("the id `{id}` stands twice"),
                    help,
                )
                .at(format!("{place}:{line}")));
            }
        }
        Ok(table)
    }

    /// The wanted fields of each row with the number of its line; a short row has empty fields.
    fn rows(&self) -> impl Iterator<Item = (usize, [&str; N])> {
        let lines = (1..).zip(self.text.lines()).skip(1).filter(|(_, line)| !line.trim().is_empty());
        lines.map(|(number, line)| {
            let fields: Vec<&str> = line.split('\t').collect();
            (number, self.places.map(|place| fields.get(place).copied().unwrap_or_default()))
        })
    }
}
