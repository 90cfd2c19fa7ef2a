//! From the record to figures with evidence, and verdicts on claims.
//!
//! Knows no user-visible words: numbers and enum codes only; `mahdar-render` gives them words.

pub mod agreements;
pub mod brief;
pub mod evidence;
pub mod measures;
pub mod tables;
pub mod verdicts;

pub use agreements::{AgreementLife, AgreementStep, Agreements, agreements};
pub use brief::{Brief, brief};
pub use evidence::Evidence;
pub use measures::{measure, measure_of_year};
pub use verdicts::{Verdict, check};
