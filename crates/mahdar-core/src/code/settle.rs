//! What a clause told becomes an event of its sentence, once the steps have settled its status and whether it is told on the way.

use super::steps::{self, Told};
use super::{Context, Draft, Sentence, status};
use crate::detect::{Item, Scan, What};
use crate::pack::TriggerForm;

/// Adds what the clause around a trigger tells to the events of its sentence.
pub(super) fn settle(
    context: &Context,
    (index, at): (usize, usize),
    options: &[(usize, TriggerForm)],
    mut draft: Draft,
    before: &[Draft],
    out: &mut Vec<Draft>,
) {
    let scan = context.scan(&context.sentences[index]);
    let hint = hint(context, (index, at), options, &draft);
    draft.status = status::status(scan, &context.sentences[index], at, &hint);
    let told = Told::new(context, (index, at), options, &hint, before, out);
    steps::first(&told, &mut draft);
    if is_taken(&told, &draft) && !told_by_both(at, &mut draft, out) {
        return;
    }
    let told = Told::new(context, (index, at), options, &hint, before, out);
    if !steps::settle(&told, &mut draft) {
        return;
    }
    if told.exchanged(&draft) {
        let there = draft.one_way(false);
        let back = draft.one_way(true);
        out.extend([there, back]);
    } else {
        add(context, draft, out);
    }
}

/// What the word and its form say of the status, before anything around it is asked.
fn hint(
    context: &Context,
    (index, at): (usize, usize),
    options: &[(usize, TriggerForm)],
    draft: &Draft,
) -> status::Hint {
    let sentence = &context.sentences[index];
    let scan = context.scan(sentence);
    let mut hint = draft.status_hint(options, scan);
    // "The president to visit X": the form that "to" asks for.
    let infinitive = |&(f, form): &(usize, TriggerForm)| {
        form == TriggerForm::Infinitive && scan.pack.frames[f].id == draft.frame
    };
    if at > 0
        && sentence.scan == 0
        && sentence.items[at - 1].is_word("to")
        && !sentence.items[..at].iter().any(|i| matches!(i.what, What::Trigger(_)))
        && options.iter().any(infinitive)
    {
        hint.form = Some(TriggerForm::Infinitive);
    }
    hint
}

/// "A and B agreed to exchange": a verb that the one before it takes.
fn is_taken(told: &Told, draft: &Draft) -> bool {
    let verb = |i: &Item| i.end > i.start + 1 && matches!(i.what, What::Trigger(_));
    told.sentence.by_order && told.previous().is_some_and(verb) && told.infinitive(draft)
}

/// What the verb before it takes is told by that; what is done by deciding on it is done. Whether the taken verb tells an event.
fn told_by_both(at: usize, draft: &mut Draft, out: &mut Vec<Draft>) -> bool {
    let agreed = out.last().is_some_and(|d| d.kind == "AGREE" && d.at + 1 == at);
    let decreed = matches!(draft.kind.as_str(), "EXPEL" | "RECALL" | "SUMMON" | "SANCTION");
    match (decreed, agreed) {
        (true, true) => drop(out.pop()),
        (true, false) => {}
        (false, true) => return false,
        (false, false) if draft.status == "happened" => draft.status = "planned",
        (false, false) => {}
    }
    true
}

/// Adds an event, or what it adds to the one before it.
fn add(context: &Context, draft: Draft, out: &mut Vec<Draft>) {
    let sentence = &context.sentences[draft.spot];
    let scan = context.scan(sentence);
    if let Some(whole) = out.last_mut().filter(|o| of_its_own(sentence, o, &draft)) {
        whole.also.push(draft.trigger);
        return;
    }
    // "Called on B to come to A", by a verb that invites as well: whoever is asked to come is invited.
    let invites = |o: &Draft| {
        let verb = sentence.items.get(o.at).is_some_and(|i| scan.is_verb_of(i, "INVITE"));
        o.kind == "APPEAL" && o.spot == draft.spot && o.at < draft.at && verb && o.turns(&draft)
    };
    if draft.kind == "VISIT"
        && draft.status == "planned"
        && let Some(asked) = out.last_mut().filter(|o| invites(o))
    {
        asked.kind = "INVITE".into();
    }
    out.push(draft);
}

impl Draft {
    fn status_hint(&self, options: &[(usize, TriggerForm)], scan: &Scan) -> status::Hint {
        let forms =
            || options.iter().filter(|(f, _)| scan.pack.frames[*f].id == self.frame).map(|(_, form)| *form);
        // "The next meeting": of a noun and a verb that are spelled alike the one that was read.
        let form = forms().find(|form| form.is_noun() == self.nominal).or_else(|| forms().next());
        let fixed = options.iter().find_map(|(f, _)| {
            let frame = &scan.pack.frames[*f];
            (frame.id == self.frame).then(|| frame.status.clone()).flatten()
        });
        let decreed = matches!(self.kind.as_str(), "EXPEL" | "RECALL" | "SUMMON" | "SANCTION");
        let said = matches!(self.kind.as_str(), "APPEAL" | "STATEMENT" | "THREATEN");
        status::Hint { form, fixed, decreed, document: self.kind == "SIGN", said }
    }
}

/// "A [round of consultations] between A and B": one noun of an act says of which kind the other is.
fn of_its_own(sentence: &Sentence, whole: &Draft, part: &Draft) -> bool {
    let between = sentence.items.get(whole.at + 1..part.at).unwrap_or_default();
    sentence.by_order
        && whole.nominal
        && part.nominal
        && whole.kind == part.kind
        && whole.spot == part.spot
        && whole.party_set() == part.party_set()
        && between.first().is_some_and(|i| i.is_word("of"))
        && between[1..].iter().all(|i| i.is_word("determiner") || matches!(i.what, What::Other { .. }))
}
