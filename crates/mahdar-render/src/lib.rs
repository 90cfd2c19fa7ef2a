//! Turns a brief into text, HTML and JSON, in the words of one language.
//!
//! Knows nothing of the record or of how a figure was computed, and never writes anything.

pub mod html;
pub mod json;
pub mod locale;
pub mod notes;
pub mod svg;
pub mod text;
mod verdict;
pub mod view;

use mahdar_profile::Brief;

pub use locale::{Locale, languages};

/// How a brief is written down.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Format {
    /// Plain lines for a terminal.
    Text,
    /// One self-contained page.
    Html,
    /// The figures themselves; the same in every language.
    Json,
}

/// Writes a brief in the words of one language.
///
/// The same brief gives the same bytes. A language without a folder in `data/locales` is written in
/// that of [`locale::FALLBACK`]; [`languages`] says which there are.
///
/// # Example
///
/// ```
/// use mahdar_render::{Format, brief};
///
/// let nothing = mahdar_profile::Brief { pair: ["SAU".into(), "KAZ".into()], ..Default::default() };
/// assert!(brief(&nothing, "ar", Format::Text).starts_with("السعودية وكازاخستان\n"));
/// assert!(brief(&nothing, "en", Format::Text).starts_with("Saudi Arabia and Kazakhstan\n"));
/// ```
pub fn brief(brief: &Brief, lang: &str, format: Format) -> String {
    if format == Format::Json {
        return json::json(brief);
    }
    let words = Locale::embedded(lang);
    let page = view::page(brief, &words);
    match format {
        Format::Text => text::text(&page),
        Format::Html | Format::Json => html::html(&page),
    }
}
