//! Where the verb ends the sentence: it says of all that leads up to it that it is still to come.

use super::{Context, Draft, Sentence, setting};
use crate::detect::{Item, Scan, What};
use crate::pack::{TriggerForm, tags};

/// How many items before the verb that ends a sentence may tell what it plans.
const LEADS_UP: usize = 40;

/// "Having met A, [he] intends to raise B", "a meeting with A, the signing of B are planned".
pub(super) fn to_come(context: &Context, index: usize, drafts: &mut [Draft]) {
    let sentence = &context.sentences[index];
    let scan = context.scan(sentence);
    if scan.pack.features.intents.is_empty() || drafts.iter().all(|d| d.status != "happened") {
        return;
    }
    let Some((end, planned)) = predicate(scan, sentence) else { return };
    for d in drafts.iter_mut().filter(|d| d.status == "happened" && d.at < end) {
        if leads_up(scan, sentence, d, end, planned) {
            d.status = "planned";
            setting::place_and_date(context, index, d.at, d);
        }
    }
}

/// The verb that ends a sentence if it tells what is to come, and whether it is a word for planning.
fn predicate(scan: &Scan, sentence: &Sentence) -> Option<(usize, bool)> {
    let items = &sentence.items;
    let end = items.iter().rposition(|i| !matches!(i.what, What::Mark(_)))?;
    let plans = |i: &Item| i.is_word("planned") || i.is_word("future");
    // "Is [being] planned": the auxiliary stands last.
    if let Some(at) = [end, end.saturating_sub(1)].into_iter().find(|&i| plans(&items[i])) {
        return (at == end || items[end].is_word("auxiliary")).then_some((at, true));
    }
    let last = items[end].end - 1;
    let folded = scan.text.folded(last);
    let f = &scan.pack.features;
    let intent = f.intents.iter().any(|e| folded.ends_with(e.as_str()) && folded.len() > e.len() + 2);
    let verb = intent && !f.intents_not.iter().any(|w| w == folded) && !scan.text.tokens[last].capital;
    verb.then_some((end, false))
}

/// The words from the draft on leave its time to the verb that ends the sentence.
fn leads_up(scan: &Scan, sentence: &Sentence, d: &Draft, end: usize, planned: bool) -> bool {
    let items = &sentence.items;
    let waits = |i: &Item| scan.pack.features.is_converb(scan.text.folded(i.end - 1));
    let past = |i: &Item| {
        let told = |o: &[(usize, TriggerForm)]| {
            o.iter().all(|(_, form)| matches!(form, TriggerForm::Past | TriggerForm::Passive))
        };
        matches!(&i.what, What::Trigger(o) if told(o)) && !waits(i) || i.is_word("occurs")
    };
    let ends = |i: usize| {
        matches!(items[i].what, What::Mark(';' | ':'))
            || past(&items[i]) && items.get(i + 1).is_some_and(|n| n.is_mark(",") || n.is_word("but"))
    };
    if end - d.at > LEADS_UP || (d.at + 1..end).any(ends) {
        return false;
    }
    let oblique = tags::GEN | tags::DAT | tags::LOC | tags::ABL | tags::INS;
    let base = |i: &Item| matches!(&i.what, What::Trigger(o) if o.iter().any(|(_, form)| *form == TriggerForm::Infinitive));
    if d.nominal {
        let next = &items[d.at + 1];
        let bare = items[d.at].tags & oblique == 0;
        return bare && (d.at + 1 == end || waits(next) || planned && base(next));
    }
    waits(&items[d.at]) || planned && base(&items[d.at])
}
