//! Reads JSON lines with the packs of a folder: `cargo run -p mahdar-core --example read_jsonl -- data FILE.jsonl`.
//!
//! Shows the library without the command line; also the quickest way from an edited pack to a reading.

mod folder;

use std::io::{BufRead, Write};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut args = std::env::args().skip(1);
    let (Some(data), Some(file)) = (args.next(), args.next()) else {
        return Err("usage: read_jsonl DATA_FOLDER FILE.jsonl".into());
    };
    let packs = mahdar_core::Packs::compile(folder::texts(data.as_ref(), &[".toml"])?)?;
    let mut out = std::io::BufWriter::new(std::io::stdout());
    for line in std::io::BufReader::new(std::fs::File::open(file)?).lines() {
        let document: mahdar_core::SourceDocument = serde_json::from_str(&line?)?;
        serde_json::to_writer(&mut out, &mahdar_core::read(&document, &packs))?;
        writeln!(out)?;
    }
    Ok(())
}
