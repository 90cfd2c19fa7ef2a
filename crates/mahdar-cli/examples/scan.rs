//! The bare scan that reading begins with: cuts texts into tokens and looks up every form, and does nothing with it.
//!
//! `scan FILE.jsonl…` prints what it counted; `benches/read.sh` takes its time beside that of `mahdar read`.

use std::io::{BufRead, BufReader};

use mahdar_core::{Field, Packs, SourceDocument};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let packs = Packs::prepare(mahdar_data::files(""))?;
    let (mut n_sentences, mut n_tokens, mut n_phrases) = (0, 0, 0);
    for path in std::env::args().skip(1) {
        for line in BufReader::new(std::fs::File::open(path)?).lines() {
            let document: SourceDocument = serde_json::from_str(&line?)?;
            let Some(pack) = document.lang.as_deref().and_then(|lang| packs.language(lang)) else { continue };
            let (text, matches) = pack.lexicon.scan(&document.text, Field::Text);
            n_sentences += text.sentences.len();
            n_tokens += text.tokens.len();
            n_phrases += matches.iter().map(<[_]>::len).sum::<usize>();
        }
    }
    println!("{}", serde_json::json!({"sentences": n_sentences, "tokens": n_tokens, "phrases": n_phrases}));
    Ok(())
}
