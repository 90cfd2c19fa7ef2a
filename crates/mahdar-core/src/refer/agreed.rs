//! Who agreed: all those who met, where no words of the agreement tell whose it was; and where what they agreed on is
//! news beside their talks.

use crate::code::{Camp, Draft, Known, LOOK_BACK, Sentence};
use crate::detect::{Item, Scan, What};
use crate::pack::TriggerForm;

/// How many sentences behind the meeting tell what was agreed there.
const NEAR: usize = 4;

/// How many things a document may be about that something else is told beside.
const MANY: usize = 3;

/// "A met the envoys of B, C and D, and it was agreed that a conference take place in B": those of the meeting, of whom the
/// clause names no person.
pub(crate) fn agreed(drafts: &mut [Draft]) {
    for at in 0..drafts.len() {
        let d = &drafts[at];
        let unsaid = |c: &Camp| matches!(c.known, Known::Both | Known::Lent | Known::Guessed);
        // "The two" are both sides, though the words stand for the one.
        let both = d.camps.iter().any(|c| c.known == Known::Both);
        let open = both || d.camps.iter().any(unsaid) && !d.camps.iter().any(|c| !unsaid(c) && c.people);
        if d.kind != "AGREE" || !d.done() || d.in_title() || !open {
            continue;
        }
        let parties = d.all_parties();
        let there = |o: &&Draft| {
            let all = o.all_parties();
            o.kind == "MEET"
                && o.done()
                && !o.in_title()
                && (o.spot..o.spot + NEAR).contains(&d.spot)
                && all.len() > parties.len().max(2)
                && parties.iter().all(|p| all.contains(p))
        };
        let met = drafts[at.saturating_sub(LOOK_BACK)..at].iter().rev().find(there);
        if let Some(camps) = met.map(|o| o.camps.clone()) {
            drafts[at].camps = camps.map(|c| Camp { known: Known::Both, ..c });
        }
    }
}

/// Makes what was agreed on beside the talks a thing that the document is about.
pub(crate) fn beside_talks(scans: &[Scan], sentences: &[Sentence], drafts: &[Draft], mains: &mut [bool]) {
    let mut n_mains = mains.iter().filter(|main| **main).count();
    for at in 0..drafts.len() {
        let d = &drafts[at];
        if d.kind != "AGREE" || mains[at] || n_mains >= MANY || !told(d) || !sentences[d.spot].by_order {
            continue;
        }
        let near = at.saturating_sub(LOOK_BACK)..(at + LOOK_BACK).min(drafts.len());
        let news = |of: &dyn Fn(&Draft) -> bool| near.clone().any(|i| mains[i] && of(&drafts[i]));
        let talks = |o: &Draft| matches!(o.kind.as_str(), "MEET" | "CALL") && o.done() && !o.in_title();
        let same = |o: &Draft| talks(o) && o.party_set() == d.party_set();
        let agreed =
            |o: &Draft| matches!(o.kind.as_str(), "AGREE" | "SIGN") && o.party_set() == d.party_set();
        mains[at] = news(&same) && !news(&agreed) && names_thing(&scans[d.scan], &sentences[d.spot], d.at);
        n_mains += usize::from(mains[at]);
    }
}

/// A verb of the text tells that it was done, and by whom.
fn told(d: &Draft) -> bool {
    d.done() && !d.in_title() && !d.nominal && !d.present && !d.remote && !d.guessed() && !d.hinted
}

/// "Agreed on a plan", "a plan was agreed", "A will open a route, B and C agreed": a thing, and no view that they share.
fn names_thing(scan: &Scan, sentence: &Sentence, at: usize) -> bool {
    let item = &sentence.items[at];
    let passive = |i: &Item| matches!(&i.what, What::Trigger(o) if o.iter().any(|(_, form)| *form == TriggerForm::Passive));
    let next = sentence.items.get(at + 1);
    let on = scan.word(item.end - 1, "on").is_some() && next.is_some_and(|i| !i.is_word("that"))
        || next.is_some_and(|i| i.is_word("on"));
    on || passive(item) && scan.word(item.start, "auxiliary").is_some() || is_fronted(sentence, at)
}

/// What they agreed stands before them, behind a mark: a thing to come.
fn is_fronted(sentence: &Sentence, at: usize) -> bool {
    let mark = sentence.items[..at].iter().rposition(|i| i.is_mark(","));
    let ends = |i: &Item| {
        matches!(i.what, What::Time | What::State { .. } | What::Mark(_))
            || i.is_word("in")
            || i.is_word("on")
    };
    mark.is_some_and(|m| sentence.items[..m].iter().any(|i| i.is_word("future")))
        && sentence.items[at + 1..].iter().all(ends)
}
