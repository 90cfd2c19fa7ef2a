//! Turns a brief into text, HTML and JSON, in the words of one language.
//!
//! Knows nothing of the record or of how a figure was computed, and never writes anything.

pub mod locale;

pub use locale::{Locale, languages};
