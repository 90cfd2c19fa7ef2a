//! The language packs a command reads with: the embedded ones, or those of a folder.

use crate::failure::Failure;
use mahdar_core::Packs;
use std::path::{Path, PathBuf};

/// What is known of the embedded packs, and each of them as the build compiled it.
const KEPT: (&[u8], &[(&str, &[u8])]) = include!(concat!(env!("OUT_DIR"), "/packs.rs"));

/// The embedded packs, each unpacked when a document asks for it, or those of `folder`, which has the shape of `data/`.
pub fn load(folder: Option<&Path>) -> Result<Packs, Failure> {
    match folder {
        None => {
            let (index, packs) = KEPT;
            Packs::embedded(index, packs, || mahdar_data::files(""))
        }
        Some(folder) => Packs::compile(files_of(folder)?),
    }
    .map_err(Failure::from)
}

/// Fails when there is no pack for a language somebody asked for.
pub fn check_language(packs: &Packs, lang: Option<&str>) -> Result<(), Failure> {
    let Some(lang) = lang.filter(|lang| packs.language(lang).is_none()) else { return Ok(()) };
    let known: Vec<&str> = packs.languages.iter().map(|pack| pack.lang.as_str()).collect();
    Err(Failure::usage(
        "argument/unknown-language",
        format!("there is no pack for the language `{lang}`"),
        format!("use one of {}, or leave --lang out and let the letters tell", known.join(", ")),
    ))
}

/// The `.toml` files below a folder as (path below it, content), sorted: what the data crate embeds.
fn files_of(folder: &Path) -> Result<Vec<(String, String)>, Failure> {
    let mut files = Vec::new();
    let mut waiting: Vec<(PathBuf, String)> =
        ["lang", "ontology", "sources"].iter().map(|name| (folder.join(name), name.to_string())).collect();
    while let Some((path, name)) = waiting.pop() {
        let unreadable = |error: std::io::Error| {
            Failure::new(
                "pack/unreadable",
                format!("this cannot be read: {error}"),
                "give a folder shaped like data/",
            )
            .at(path.display().to_string())
        };
        if path.is_dir() {
            for entry in std::fs::read_dir(&path).map_err(unreadable)? {
                let entry = entry.map_err(unreadable)?;
                waiting.push((entry.path(), format!("{name}/{}", entry.file_name().to_string_lossy())));
            }
        } else if name.ends_with(".toml") {
            files.push((name, std::fs::read_to_string(&path).map_err(unreadable)?));
        }
    }
    if files.is_empty() {
        return Err(Failure::new(
            "pack/unreadable",
            "there are no packs in this folder",
            "give a folder shaped like data/",
        )
        .at(folder.display().to_string()));
    }
    files.sort();
    Ok(files)
}
