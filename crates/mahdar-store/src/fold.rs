//! Brings the spellings of a name nearer to each other for search.
//!
//! Knows Unicode and no language: marks and case go, letters stay. Names across scripts are compared elsewhere.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Folds a text: compatibility forms taken apart, marks dropped, lower case, words apart by one space.
///
/// ```
/// assert_eq!(mahdar_store::fold("  Мұрат   Нұртілеу "), "мұрат нұртілеу");
/// assert_eq!(mahdar_store::fold("عبدُ العزيز بن عيّاف"), "عبد العزيز بن عياف");
/// ```
pub fn fold(text: &str) -> String {
    let plain: String = text
        .nfkd()
        .filter(|c| !is_combining_mark(*c))
        .flat_map(char::to_lowercase)
        .map(|c| if c.is_alphanumeric() { c } else { ' ' })
        .collect();
    plain.split_whitespace().collect::<Vec<_>>().join(" ")
}
