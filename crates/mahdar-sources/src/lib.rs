//! The outside world in: files, encodings, HTML, DOCX, JSON lines.
//!
//! [`open`] turns one argument of a command (a file, a folder, or `-`) into source documents, in order.
//! Knows nothing of what a document says, and never writes.

mod bytes;
mod docx;
mod encoding;
mod error;
mod html;
pub mod indicators;
mod jsonl;
mod open;
mod text;

pub use bytes::MAX_DOCUMENT_BYTES;
pub use error::{CODES, Place, Problem, SourceError};
pub use open::{Documents, Input, OpenOptions, Opened, open};

/// The day of an ISO date or time (`2026-01-15`, `2026-01-15T09:30:00+03:00`), if it is one.
///
/// # Example
///
/// ```
/// assert_eq!(mahdar_sources::day("2026-01-15T09:30:00Z").as_deref(), Some("2026-01-15"));
/// assert_eq!(mahdar_sources::day("15 January"), None);
/// ```
pub fn day(value: &str) -> Option<String> {
    let value = value.trim();
    let (head, rest) = value.split_at_checked(10)?;
    if !rest.is_empty() && !rest.starts_with(['T', 't', ' ']) {
        return None;
    }
    // Jiff reads more than the contract allows (`20260115`); the hyphens settle it.
    let hyphens = head.as_bytes()[4] == b'-' && head.as_bytes()[7] == b'-';
    (hyphens && head.parse::<jiff::civil::Date>().is_ok()).then(|| head.to_string())
}
