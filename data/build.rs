//! Lists the files to embed; the compiler checks each of them for UTF-8, so that no start has to.

use std::fmt::Write;
use std::path::{Path, PathBuf};
use std::{env, fs, io};

fn main() -> io::Result<()> {
    let root = PathBuf::from(env::var_os("CARGO_MANIFEST_DIR").expect("cargo sets it"));
    let mut files = Vec::new();
    for folder in ["lang", "locales", "names", "ontology", "sources"] {
        println!("cargo:rerun-if-changed={folder}");
        collect(&root, folder, &mut files)?;
    }
    files.sort();
    let mut list = String::from("[\n");
    for file in files {
        let place = root.join(&file);
        let _ = writeln!(list, "({file:?}, include_str!({:?})),", place.display().to_string());
    }
    list.push(']');
    let out = PathBuf::from(env::var_os("OUT_DIR").expect("cargo sets it"));
    fs::write(out.join("files.rs"), list)
}

/// Adds the files below a folder, their paths relative to `root` with forward slashes.
fn collect(root: &Path, folder: &str, files: &mut Vec<String>) -> io::Result<()> {
    for entry in fs::read_dir(root.join(folder))? {
        let entry = entry?;
        let path = format!("{folder}/{}", entry.file_name().to_string_lossy());
        if entry.file_type()?.is_dir() {
            // Sentences that measure a pack are no part of it, and nothing that is shipped reads them.
            if !path.ends_with("/eval/composed") {
                collect(root, &path, files)?;
            }
        } else if path.ends_with(".toml") || path.ends_with(".ftl") {
            files.push(path);
        }
    }
    Ok(())
}
