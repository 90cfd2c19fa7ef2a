//! Reads JSON lines with the packs of a folder: `cargo run -p mahdar-core --example read_jsonl -- data FILE.jsonl`.
//!
//! Shows the library without the command line; also the quickest way from an edited pack to a reading.

use std::io::{BufRead, Write};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut args = std::env::args().skip(1);
    let (Some(folder), Some(file)) = (args.next(), args.next()) else {
        return Err("usage: read_jsonl DATA_FOLDER FILE.jsonl".into());
    };
    let mut files = Vec::new();
    collect(std::path::Path::new(&folder), "", &mut files)?;
    files.sort();
    let packs = mahdar_core::Packs::compile(files)?;
    let mut out = std::io::BufWriter::new(std::io::stdout());
    for line in std::io::BufReader::new(std::fs::File::open(file)?).lines() {
        let document: mahdar_core::SourceDocument = serde_json::from_str(&line?)?;
        serde_json::to_writer(&mut out, &mahdar_core::read(&document, &packs))?;
        writeln!(out)?;
    }
    Ok(())
}

fn collect(folder: &std::path::Path, prefix: &str, files: &mut Vec<(String, String)>) -> std::io::Result<()> {
    for entry in std::fs::read_dir(folder)? {
        let entry = entry?;
        let name = format!("{prefix}{}", entry.file_name().to_string_lossy());
        if entry.file_type()?.is_dir() {
            collect(&entry.path(), &format!("{name}/"), files)?;
        } else if name.ends_with(".toml") {
            files.push((name, std::fs::read_to_string(entry.path())?));
        }
    }
    Ok(())
}
