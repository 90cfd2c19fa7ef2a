//! Bytes to characters: marked, UTF-8, or told from the letters.
//!
//! Holds no word of any language; the statistics of letters are those of `chardetng`, which browsers use.

use crate::error::Problem;
use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, UTF_8};

/// Text, and what is to be said about how it was decoded.
pub(crate) struct Decoded {
    /// The characters, without a byte-order mark.
    pub text: String,
    /// A guess, or replaced characters.
    pub remarks: Vec<Problem>,
}

/// Decodes one document. `stated` is what the document itself says its encoding is.
///
/// A byte-order mark goes first, then valid UTF-8 (bytes of another encoding are hardly ever valid by accident),
/// then what is stated, then damaged UTF-8, then the letters.
pub(crate) fn decode(bytes: &[u8], stated: Option<&'static Encoding>) -> Decoded {
    if let Some((encoding, length)) = Encoding::for_bom(bytes) {
        return decoded(&bytes[length..], encoding, false);
    }
    // Where letters have two bytes this checks them many times as fast as the standard library does.
    if let Some(text) = UTF_8.decode_without_bom_handling_and_without_replacement(bytes) {
        return Decoded { text: text.into_owned(), remarks: Vec::new() };
    }
    if let Some(encoding) = stated.filter(|encoding| *encoding != UTF_8) {
        return decoded(bytes, encoding, false);
    }
    if is_damaged_utf8(bytes) {
        return decoded(bytes, UTF_8, false);
    }
    decoded(bytes, guess(bytes), true)
}

/// The encoding the letters point to.
pub(crate) fn guess(bytes: &[u8]) -> &'static Encoding {
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(bytes, true);
    detector.guess(None, Utf8Detection::Deny)
}

/// True when far more bytes form UTF-8 sequences than break them: a cut or spoilt file, not another encoding.
fn is_damaged_utf8(bytes: &[u8]) -> bool {
    let mut n_broken = 0;
    let mut n_sequences = 0;
    for chunk in bytes.utf8_chunks() {
        n_sequences += chunk.valid().chars().filter(|letter| !letter.is_ascii()).count();
        n_broken += usize::from(!chunk.invalid().is_empty());
    }
    n_sequences > 4 * n_broken
}

fn decoded(bytes: &[u8], encoding: &'static Encoding, guessed: bool) -> Decoded {
    let mut remarks = Vec::new();
    if guessed {
        remarks.push(Problem::GuessedEncoding(encoding.name()));
    }
    let (text, had_errors) = encoding.decode_without_bom_handling(bytes);
    if had_errors {
        // Replacement characters of the original are counted too: nobody can tell them apart.
        remarks.push(Problem::BrokenCharacters(text.matches(char::REPLACEMENT_CHARACTER).count()));
    }
    Decoded { text: text.into_owned(), remarks }
}

#[cfg(test)]
mod tests {
    use super::*;
    use encoding_rs::{WINDOWS_1251, WINDOWS_1256};

    #[track_caller]
    fn check(text: &str, encoding: &'static Encoding) {
        let (bytes, _, unmappable) = encoding.encode(text);
        assert!(!unmappable, "the test's own text does not fit {}", encoding.name());
        let decoded = decode(&bytes, None);
        assert_eq!(decoded.text, text);
        assert!(matches!(decoded.remarks[..], [Problem::GuessedEncoding(name)] if name == encoding.name()));
    }

    #[test]
    fn arabic_and_cyrillic_pages_of_old_are_told_apart() {
        check("استقبل وزير الخارجية في مكتبه نظيره", WINDOWS_1256);
        check("بحث الوزيران سبل تعزيز التعاون الأمني بين البلدين.\nوحضر اللقاء السفير.", WINDOWS_1256);
        check("Министр иностранных дел принял своего коллегу", WINDOWS_1251);
        check("ВСТРЕЧА МИНИСТРОВ\nВ столице состоялись переговоры министров внутренних дел.", WINDOWS_1251);
    }

    #[test]
    fn marks_decide() {
        let mut bytes = vec![0xff, 0xfe];
        bytes.extend("وزير".encode_utf16().flat_map(u16::to_le_bytes));
        assert_eq!(decode(&bytes, None).text, "وزير");
        assert_eq!(decode("\u{feff}وزير".as_bytes(), None).text, "وزير");
    }

    #[test]
    fn a_cut_file_stays_utf8() {
        let bytes = "استقبل وزير الخارجية".as_bytes();
        let decoded = decode(&bytes[..bytes.len() - 1], None);
        assert!(decoded.text.starts_with("استقبل وزير الخارجي"));
        assert!(matches!(decoded.remarks[..], [Problem::BrokenCharacters(1)]));
    }
}
