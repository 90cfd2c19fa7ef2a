//! Ids of closed classes (`KAZ`, `interior`, `with`): written once, then handed around like numbers.
//!
//! Packs give a few thousand of them; reading gives one to nearly every word of a text.

use std::sync::{LazyLock, Mutex, PoisonError};

use rustc_hash::FxHashMap;
use serde::de::Visitor;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// An id of a closed class; of two equal ones there is one spelling in memory, which stays until the program ends.
#[derive(Clone, Copy)]
pub struct Slug(&'static &'static str);

static EMPTY: &str = "";

impl Slug {
    /// The slug of a spelling. Looks through all there are: for packs, not for every word of a text.
    pub fn new(text: &str) -> Slug {
        static KNOWN: LazyLock<Mutex<FxHashMap<&'static str, Slug>>> =
            LazyLock::new(|| Mutex::new(FxHashMap::from_iter([(EMPTY, Slug::default())])));
        let mut known = KNOWN.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(slug) = known.get(text) {
            return *slug;
        }
        let text: &'static str = String::from(text).leak();
        let slug = Slug(Box::leak(Box::new(text)));
        known.insert(text, slug);
        slug
    }

    /// Its spelling.
    #[inline]
    pub fn as_str(&self) -> &'static str {
        self.0
    }
}

impl std::ops::Deref for Slug {
    type Target = str;

    #[inline]
    fn deref(&self) -> &str {
        self.0
    }
}

impl PartialEq for Slug {
    #[inline]
    fn eq(&self, other: &Slug) -> bool {
        std::ptr::eq(self.0, other.0)
    }
}

impl Eq for Slug {}

impl PartialEq<str> for Slug {
    #[inline]
    fn eq(&self, other: &str) -> bool {
        self.as_str() == other
    }
}

impl PartialEq<&str> for Slug {
    #[inline]
    fn eq(&self, other: &&str) -> bool {
        self.as_str() == *other
    }
}

impl std::hash::Hash for Slug {
    fn hash<H: std::hash::Hasher>(&self, state: &mut H) {
        // By what it says: its place in memory differs from run to run, and so would the order of a table.
        self.as_str().hash(state);
    }
}

impl PartialOrd for Slug {
    fn partial_cmp(&self, other: &Slug) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Slug {
    fn cmp(&self, other: &Slug) -> std::cmp::Ordering {
        self.as_str().cmp(other.as_str())
    }
}

impl Default for Slug {
    fn default() -> Slug {
        Slug(&EMPTY)
    }
}

impl From<&str> for Slug {
    fn from(text: &str) -> Slug {
        Slug::new(text)
    }
}

impl std::fmt::Debug for Slug {
    fn fmt(&self, f: &mut std::fmt::Formatter) -> std::fmt::Result {
        std::fmt::Debug::fmt(self.as_str(), f)
    }
}

impl std::fmt::Display for Slug {
    fn fmt(&self, f: &mut std::fmt::Formatter) -> std::fmt::Result {
        f.pad(self)
    }
}

impl<'de> Deserialize<'de> for Slug {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Slug, D::Error> {
        deserializer.deserialize_str(Spelling)
    }
}

/// Takes the spelling as it stands in what is read, without a copy.
struct Spelling;

impl Visitor<'_> for Spelling {
    type Value = Slug;

    fn expecting(&self, f: &mut std::fmt::Formatter) -> std::fmt::Result {
        f.write_str("an id of a closed class")
    }

    fn visit_str<E>(self, text: &str) -> Result<Slug, E> {
        Ok(Slug::new(text))
    }
}

impl Serialize for Slug {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equal_spellings_are_one_slug() {
        let (a, b) = (Slug::new("defence"), Slug::new(&["def", "ence"].concat()));
        assert_eq!(a, b);
        assert_eq!(a, "defence");
        assert_ne!(a, Slug::new("finance"));
        assert_eq!(Slug::default(), Slug::new(""));
    }
}
