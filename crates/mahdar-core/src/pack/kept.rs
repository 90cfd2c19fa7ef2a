//! Packs as they were compiled once, kept as bytes: a program that embeds packs need not compile them at every start.
//!
//! The bytes are of the program that wrote them, and no format to be handed around.

use std::sync::Arc;

use rustc_hash::FxHashMap;
use serde::{Deserialize, Serialize};

use super::{Origin, Pack, PackError, Packs, PositionGroups, Weights};
use crate::Slug;

/// Compiled packs of one set of files.
#[derive(Debug, Default)]
pub struct Kept {
    /// [`Packs`] without a pack: what is known before one is asked for.
    pub index: Vec<u8>,
    /// Each pack by the tag of its language.
    pub packs: Vec<(String, Vec<u8>)>,
}

/// What the packs of one set of files share, and the type of each frame: a file tells it once for all of its frames, so
/// that a frame alone does not hold it.
#[derive(Serialize, Deserialize)]
struct Shared {
    envoys: Vec<Slug>,
    groups: PositionGroups,
    weights: Weights,
    apart: FxHashMap<Slug, Slug>,
    unordered: Vec<Slug>,
    kinds: Vec<Slug>,
}

impl Packs {
    /// Every pack that compiles, as bytes for [`Packs::embedded`].
    ///
    /// ```
    /// # use mahdar_core::Packs;
    /// let kept = Packs::prepare(mahdar_data::files("lang")).expect("the embedded packs are whole").keep();
    /// assert_eq!(kept.packs.len(), 4);
    /// ```
    pub fn keep(&self) -> Kept {
        let packs = self.languages.iter().filter_map(|l| l.pack());
        Kept {
            index: bytes_of(self),
            packs: packs.map(|pack| (pack.lang.clone(), bytes_of(&(shared(pack), pack)))).collect(),
        }
    }

    /// As [`Packs::prepare`], with packs that the same program kept of the same files when it was built.
    ///
    /// What is not among them or cannot be read is made of the files.
    pub fn embedded(
        index: &[u8],
        packs: &[(&str, &'static [u8])],
        files: fn() -> Vec<(String, String)>,
    ) -> Result<Packs, PackError> {
        let Ok(mut embedded) = postcard::from_bytes::<Packs>(index) else {
            return Packs::prepare(files());
        };
        for language in &mut embedded.languages {
            let kept = packs.iter().find(|(lang, _)| *lang == language.lang);
            language.origin = Origin::Kept(kept.map_or(&[], |(_, bytes)| bytes), files);
        }
        Ok(embedded)
    }
}

fn shared(pack: &Pack) -> Shared {
    Shared {
        envoys: pack.envoys.to_vec(),
        groups: (*pack.groups).clone(),
        weights: (*pack.weights).clone(),
        apart: (*pack.apart).clone(),
        unordered: pack.unordered.to_vec(),
        kinds: pack.frames.iter().map(|frame| frame.kind).collect(),
    }
}

fn bytes_of(value: &impl Serialize) -> Vec<u8> {
    postcard::to_stdvec(value).expect("packs are plain data")
}

/// The pack that was kept; none where the bytes are no pack.
pub(super) fn unpack(bytes: &[u8]) -> Option<Pack> {
    let (Shared { envoys, groups, weights, apart, unordered, kinds }, mut pack): (Shared, Pack) =
        postcard::from_bytes(bytes).ok()?;
    for (frame, kind) in pack.frames.iter_mut().zip(kinds) {
        frame.kind = kind;
    }
    pack.lexicon.restore();
    (pack.envoys, pack.groups) = (Arc::new(envoys), Arc::new(groups));
    pack.weights = Arc::new(weights);
    (pack.apart, pack.unordered) = (Arc::new(apart), Arc::new(unordered));
    Some(pack)
}

/// The pack of a language, compiled.
pub(super) fn again(lang: &str, files: Vec<(String, String)>) -> Option<Pack> {
    let languages = Packs::prepare(files).ok()?.languages;
    let language = languages.into_iter().find(|l| l.lang == lang)?;
    language.pack()?;
    language.pack.into_inner().flatten()
}
