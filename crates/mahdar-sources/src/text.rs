//! Plain text: the first line is the title, the text is everything after the first line feed, untrimmed.

use mahdar_core::SourceDocument;

/// Splits a plain text into title and text.
pub(crate) fn document(text: &str) -> SourceDocument {
    let (title, text) = text.split_once('\n').unwrap_or((text, ""));
    let title = title.strip_suffix('\r').unwrap_or(title);
    SourceDocument { title: title.to_string(), text: text.to_string(), ..SourceDocument::default() }
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_text_is_untrimmed() {
        let document = super::document("لقاء\r\n\n  استقبل الوزير ضيفه \n");
        assert_eq!(document.title, "لقاء");
        assert_eq!(document.text, "\n  استقبل الوزير ضيفه \n");
    }
}
