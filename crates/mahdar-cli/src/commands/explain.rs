//! `mahdar explain CODE`: prints the page of a code.

use crate::failure::{Exit, Failure};
use crate::output;
use clap::Args;
use rust_embed::RustEmbed;

/// The pages, one a code: `source/empty` is `docs/errors/source/empty.md`.
#[derive(RustEmbed)]
#[folder = "../../docs/errors"]
#[include = "*/*.md"]
struct Pages;

/// Says what a code means and what to do about it.
#[derive(Args)]
pub struct Explain {
    /// A code such as source/empty; all codes are listed when it is left out.
    code: Option<String>,
}

impl Explain {
    /// Prints one page, or the list of all.
    pub fn run(self) -> Result<Exit, Failure> {
        let text = match self.code {
            Some(code) => page(&code).ok_or_else(|| unknown(&code))?,
            None => list(),
        };
        output::print(&text)?;
        Ok(Exit::Done)
    }
}

fn page(code: &str) -> Option<String> {
    let file = Pages::get(&format!("{code}.md"))?;
    Some(String::from_utf8_lossy(&file.data).into_owned())
}

/// Every code with the first line of its page, sorted.
fn list() -> String {
    let mut codes = codes();
    codes.sort();
    let width = codes.iter().map(String::len).max().unwrap_or_default();
    let line = |code: &String| {
        let page = page(code).unwrap_or_default();
        let title = page.lines().find(|line| !line.is_empty() && !line.starts_with('#')).unwrap_or_default();
        format!("{code:width$}  {title}\n")
    };
    codes.iter().map(line).collect()
}

fn codes() -> Vec<String> {
    Pages::iter().filter_map(|path| path.strip_suffix(".md").map(str::to_string)).collect()
}

fn unknown(code: &str) -> Failure {
    let area = code.split('/').next().unwrap_or_default();
    let near: Vec<String> = codes().into_iter().filter(|known| known.starts_with(area)).collect();
    let help = match near.is_empty() {
        true => "run `mahdar explain` for all codes".to_string(),
        false => format!("did you mean one of {}? `mahdar explain` lists all codes", near.join(", ")),
    };
    Failure::usage("argument/unknown-code", format!("there is no page for the code `{code}`"), help)
}
