//! The files of this folder, embedded: language packs, ontology, sources and page words.
//!
//! Knows nothing of what the files mean; `mahdar-core` compiles packs, `mahdar-render` reads locales.

use rust_embed::RustEmbed;

#[derive(RustEmbed)]
#[folder = "."]
#[include = "lang/**/*.toml"]
#[include = "ontology/**/*.toml"]
#[include = "sources/**/*.toml"]
#[include = "names/**/*.toml"]
#[include = "locales/**/*.ftl"]
struct Files;

/// Every embedded text file below `folder` as (path, content), sorted by path.
///
/// A path is relative to the data folder, with forward slashes: `lang/ar/states.toml`.
pub fn files(folder: &str) -> Vec<(String, String)> {
    let mut found: Vec<(String, String)> = Files::iter()
        .filter(|path| path.starts_with(folder))
        .filter_map(|path| {
            let file = Files::get(&path)?;
            // Much faster than the lossy way, which is there for a file that is no UTF-8.
            let content = std::str::from_utf8(&file.data)
                .map_or_else(|_| String::from_utf8_lossy(&file.data).into_owned(), str::to_string);
            Some((path.to_string(), content))
        })
        .collect();
    found.sort();
    found
}
