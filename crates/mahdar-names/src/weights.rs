//! The weights of a score, as `data/names/weights.toml` gives them.

use crate::tables::UNIT;
use serde::Deserialize;

/// What a comparison of two names is made of; the order of the weights.
pub const FEATURES: [&str; N_FEATURES] = [
    "bias",
    "first_some",
    "first_half",
    "first_good",
    "first_initial",
    "first_initial_other",
    "missing_last_both",
    "last_some",
    "last_half",
    "last_good",
    "last_initial",
    "last_initial_other",
    "middle_good",
    "middle_other",
    "middle_initial_other",
    "worst_some",
    "worst_half",
    "worst_good",
    "missing_first",
    "missing_first_after_common",
    "missing_middle",
    "missing_middle_both",
    "missing_last",
    "missing_both_ends",
    "swapped",
    "fathers_place",
    "one_word",
    "both_one_word",
    "joined",
    "ordinal_same",
    "ordinal_other",
    "ordinal_for_name",
    "evidence",
    "single_pair",
    "role_other",
];

/// How many weights there are.
pub const N_FEATURES: usize = 35;

/// Everything of a score that is a number and no letter.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Weights {
    /// Numbers of the way letters and parts are laid side by side, in nats.
    pub alignment: Alignment,
    /// By feature.
    score: std::collections::BTreeMap<String, f32>,
    #[serde(skip, default = "none")]
    ordered: [f32; N_FEATURES],
}

fn none() -> [f32; N_FEATURES] {
    [0.0; N_FEATURES]
}

/// Numbers of the way letters and parts are laid side by side.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Alignment {
    /// Gain of leaving a joined article out, by script order of the letter tables.
    pub article: Vec<f32>,
    /// Gain of leaving a case ending out.
    pub case: f32,
    /// Gain of leaving a patronymic's ending out.
    pub patronymic: f32,
    /// Gain of two signs that changed places.
    pub transposed: f32,
    /// Likeness from which on two parts speak for each other.
    pub middle: f32,
    /// How fast likeness becomes gain.
    pub slope: f32,
    /// Cost of a part with no partner before the first pair, between two, after the last.
    pub missing: [f32; 3],
    /// Cost of a change of order.
    pub swapped: f32,
    /// Least likeness of two spellings of a known name.
    pub known_same: f32,
    /// Greatest likeness of two known names that are not one.
    pub known_other: f32,
    /// Cost of two parts written as one.
    pub joined: f32,
}

impl Weights {
    pub(crate) fn article_gain(&self, script: u8) -> i16 {
        gain(self.alignment.article.get(usize::from(script)).copied().unwrap_or(-1.0))
    }

    pub(crate) fn patronymic_gain(&self) -> i16 {
        gain(self.alignment.patronymic)
    }

    pub(crate) fn case_gain(&self) -> i16 {
        gain(self.alignment.case)
    }

    /// The weights in the order of [`FEATURES`].
    pub fn in_order(&self) -> &[f32; N_FEATURES] {
        &self.ordered
    }

    /// Puts the weights in order; done once, when they have been read.
    pub(crate) fn order(&mut self) {
        self.ordered = std::array::from_fn(|i| self.score.get(FEATURES[i]).copied().unwrap_or(0.0));
    }
}

fn gain(nats: f32) -> i16 {
    (nats * UNIT) as i16
}
