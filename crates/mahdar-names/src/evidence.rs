//! What speaks for one person and what against, part by part.

use crate::align::{align, features};
use crate::name::{Name, Part};
use crate::tables::Tables;
use crate::weights::FEATURES;

/// How two parts, or a part without a partner, stand to each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum What {
    /// Two spellings of one part.
    Same,
    /// Perhaps.
    Alike,
    /// Two different parts.
    Other,
    /// A first letter and a part that begins with it.
    Initial,
    /// A first letter and a part that does not.
    OtherInitial,
    /// Only the first name has it.
    OnlyA,
    /// Only the second name has it.
    OnlyB,
}

impl What {
    /// A word for programs.
    pub fn id(self) -> &'static str {
        match self {
            What::Same => "same",
            What::Alike => "alike",
            What::Other => "other",
            What::Initial => "initial",
            What::OtherInitial => "other-initial",
            What::OnlyA => "only-a",
            What::OnlyB => "only-b",
        }
    }
}

/// One step of the comparison.
#[derive(Debug, Clone)]
pub struct EvidenceStep {
    /// The parts of the first name as they were written; two where they stand beside one.
    pub a: Vec<String>,
    /// Of the second name.
    pub b: Vec<String>,
    /// How they stand to each other.
    pub what: What,
    /// How alike they are, at most 1.
    pub likeness: Option<f32>,
}

/// The whole comparison.
#[derive(Debug, Clone)]
pub struct Evidence {
    /// The score.
    pub score: f32,
    /// The parts side by side.
    pub steps: Vec<EvidenceStep>,
    /// What each kind of evidence adds to the log of the odds.
    pub reasons: Vec<(&'static str, f32)>,
}

/// Compares two names and says why.
pub fn evidence(tables: &Tables, a: &Name, b: &Name) -> Evidence {
    // The order in which the score looks at them.
    let is_turned = a.view(|a| b.view(|b| crate::is_second(a, b)));
    let (given_a, given_b) = (a, b);
    let (a, b) = if is_turned { (given_b, given_a) } else { (given_a, given_b) };
    let (alignment, values) = a.view(|a| {
        b.view(|b| {
            let alignment = align(tables, a, b);
            let values = features(tables, a, b, &alignment);
            (alignment, values)
        })
    });
    let m = b.parts.len().max(1);
    let steps = alignment.steps.iter().map(|step| {
        let parts_a: Vec<&Part> = (step.a.0..step.a.1).map(|i| &a.parts[i]).collect();
        let parts_b: Vec<&Part> =
            (step.b.0..step.b.1).map(|j| &b.parts[(j + alignment.turned) % m]).collect();
        let is_initial = parts_a.iter().chain(&parts_b).any(|part| part.is_initial);
        let what = match step.likeness.map(|likeness| likeness.share) {
            None if parts_b.is_empty() => What::OnlyA,
            None => What::OnlyB,
            Some(share) if is_initial && share > 0.4 => What::Initial,
            Some(_) if is_initial => What::OtherInitial,
            Some(share) if share >= 0.8 => What::Same,
            Some(share) if share >= 0.55 => What::Alike,
            Some(_) => What::Other,
        };
        let what = match what {
            What::OnlyA if is_turned => What::OnlyB,
            What::OnlyB if is_turned => What::OnlyA,
            what => what,
        };
        let (parts_a, parts_b) = if is_turned { (parts_b, parts_a) } else { (parts_a, parts_b) };
        EvidenceStep {
            a: parts_a.iter().map(|part| part.text.clone()).collect(),
            b: parts_b.iter().map(|part| part.text.clone()).collect(),
            what,
            likeness: step.likeness.map(|likeness| likeness.share),
        }
    });
    let weights = tables.weights.in_order();
    let reasons = (0..FEATURES.len()).map(|i| (FEATURES[i], values[i] * weights[i]));
    Evidence { score: crate::score(tables, a, b), steps: steps.collect(), reasons: reasons.collect() }
}
