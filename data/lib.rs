//! The files of this folder, embedded: language packs, ontology, sources and page words.
//!
//! Knows nothing of what the files mean; `mahdar-core` compiles packs, `mahdar-render` reads locales.

/// Paths and contents, sorted by path (see `build.rs`).
static FILES: &[(&str, &str)] = &include!(concat!(env!("OUT_DIR"), "/files.rs"));

/// Every embedded text file below `folder` as (path, content), sorted by path.
///
/// A path is relative to the data folder, with forward slashes: `lang/ar/states.toml`.
pub fn files(folder: &str) -> Vec<(String, String)> {
    let inside = FILES.iter().filter(|(path, _)| path.starts_with(folder));
    inside.map(|(path, content)| (path.to_string(), content.to_string())).collect()
}
