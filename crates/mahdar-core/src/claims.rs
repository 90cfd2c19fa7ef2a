//! Reads what a profile says about a relation: area, relation word and indicator noun, never whole sentences.

use serde::Deserialize;

/// The claim words of a pack.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Grammar {}

impl Grammar {
    /// Every phrase of the grammar as (class, id, phrase).
    pub(crate) fn phrases(&self) -> Vec<(String, String, String)> {
        Vec::new()
    }
}
