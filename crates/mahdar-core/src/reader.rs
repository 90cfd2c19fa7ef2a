//! The four steps of reading one document, in order.

use sha2::{Digest, Sha256};

use crate::model::{DocumentHead, Reader, Reading, SourceDocument};
use crate::pack::Packs;

/// Reads one document.
///
/// Never fails, never looks anywhere but at its arguments: the same document and packs give the same reading.
pub fn read(document: &SourceDocument, packs: &Packs) -> Reading {
    Reading { document: head(document, packs), ..Reading::default() }
}

fn head(document: &SourceDocument, packs: &Packs) -> DocumentHead {
    let mut hasher = Sha256::new();
    hasher.update(document.title.as_bytes());
    hasher.update(b"\n");
    hasher.update(document.text.as_bytes());
    DocumentHead {
        id: document.id.clone(),
        lang: document.lang.clone(),
        published: document.published.clone(),
        title: document.title.clone(),
        source: document.source.clone(),
        url: document.url.clone(),
        text_sha256: hasher.finalize().iter().map(|b| format!("{b:02x}")).collect(),
        reader: Reader { version: env!("CARGO_PKG_VERSION").to_string(), packs: packs.names(), hash: packs.hash.clone() },
        text: None,
    }
}
