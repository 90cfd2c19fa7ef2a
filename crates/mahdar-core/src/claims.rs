//! Reads what a profile says about a relation: area, relation word and indicator noun, never whole sentences.

use std::ops::Range;

use serde::Deserialize;

use crate::detect::Scan;
use crate::model::Claim;
use crate::pack::Pack;

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

/// The claims of one document.
pub(crate) fn claims(_pack: &Pack, _scans: &[Scan], _sentences: &[(usize, Range<usize>)], _states: &[(String, usize)], _home: Option<&str>) -> Vec<Claim> {
    Vec::new()
}
