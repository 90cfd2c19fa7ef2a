//! Plain text: the first line is the title, the text is everything after the first line feed, untrimmed.
//!
//! A readout that was pasted without a headline has none: a file of one line, or one whose first line is a whole paragraph, is
//! all text. Read as a headline, its sentences would lose the events that they tell.

use mahdar_core::SourceDocument;

/// Splits a plain text into title and text.
pub(crate) fn document(text: &str) -> SourceDocument {
    let (title, rest) = text.split_once('\n').unwrap_or((text, ""));
    if rest.trim().is_empty() || is_paragraph(title) {
        return SourceDocument { text: text.to_string(), ..SourceDocument::default() };
    }
    let title = title.strip_suffix('\r').unwrap_or(title);
    SourceDocument { title: title.to_string(), text: rest.to_string(), ..SourceDocument::default() }
}

/// Whether a first line is a paragraph and no headline: it ends like a sentence and is longer than headlines are.
fn is_paragraph(line: &str) -> bool {
    let line = line.trim_end();
    line.ends_with(['.', '…']) && line.chars().count() > LONGEST_TITLE
}

/// In characters; of 517 headlines of agencies and ministries in four languages the longest had 111, and none ended so.
const LONGEST_TITLE: usize = 150;

#[cfg(test)]
mod tests {
    use super::document;

    #[test]
    fn the_text_is_untrimmed() {
        let document = document("لقاء\r\n\n  استقبل الوزير ضيفه \n");
        assert_eq!(document.title, "لقاء");
        assert_eq!(document.text, "\n  استقبل الوزير ضيفه \n");
    }

    #[test]
    fn a_readout_without_a_headline_is_all_text() {
        let line = "استقبل الوزير ضيفه في الرياض.";
        assert_eq!((document(line).title.as_str(), document(line).text.as_str()), ("", line));
        let two =
            format!("{} وجرى اللقاء في مقر الوزارة.\nوحضره السفير.\n", "استقبل الوزير ضيفه. ".repeat(10));
        assert_eq!((document(&two).title.as_str(), document(&two).text.as_str()), ("", two.as_str()));
        // A short first line is a headline, though it ends with a full stop.
        assert_eq!(
            document("Meeting in Washington, D.C.\nThe two met.").title,
            "Meeting in Washington, D.C."
        );
    }
}
