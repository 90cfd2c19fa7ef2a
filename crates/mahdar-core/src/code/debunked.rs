//! What a later sentence, or the title, says is false: "a post claims that A expelled B's envoy. The claim is made up".

use super::{Draft, Sentence};
use crate::detect::{Item, Scan};

/// Within how many sentences after a claim it is said to be false.
const NEAR: usize = 3;

/// What is told behind a word for a claim did not happen, where the text says near it that such a claim is false.
pub(crate) fn debunked(scans: &[Scan], sentences: &[Sentence], drafts: &mut [Draft]) {
    let false_news = |s: &Sentence| s.items.iter().any(|i| i.is_kind("denied", "fake"));
    let titled = sentences.iter().take_while(|s| s.scan == 0).any(false_news);
    for draft in drafts.iter_mut().filter(|d| d.status == "happened" && !d.background) {
        let own = &sentences[draft.spot];
        let claim = |i: &Item| scans[own.scan].word(i.start, "claim").is_some();
        if !own.items[..draft.at.min(own.items.len())].iter().any(claim) {
            continue;
        }
        let mut after = sentences[draft.spot..].iter().take(NEAR).filter(|s| s.scan == own.scan);
        if titled || after.any(false_news) {
            draft.status = "denied";
        }
    }
}
