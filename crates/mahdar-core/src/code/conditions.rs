//! The conditions of frames: which words a clause must hold, or must not hold, for a frame to be read in it.

use std::ops::Range;

use super::{Context, Sentence, arguments, passive, setting};
use crate::detect::{Item, Scan, What};
use crate::pack::{ClaimList, Frame, Sense, StateForm, TriggerForm, kinds};

/// A word that is a condition of a frame: its first token and the one after its last, and what it is to which frame.
pub(crate) type Condition = (usize, usize, ClaimList, usize);

/// The conditions of frames that a sentence holds; each trigger asks for those of its frames, most of which are not there.
#[derive(Debug, Default)]
pub(crate) struct Conditions {
    all: Vec<Condition>,
    /// A bit for each, by its list and frame: what has none is not among them.
    sieve: [u64; 4],
}

impl Conditions {
    fn of(all: Vec<Condition>) -> Conditions {
        let mut sieve = [0; 4];
        for &(_, _, list, frame) in &all {
            let (word, bit) = Conditions::place(list, frame);
            sieve[word] |= bit;
        }
        Conditions { all, sieve }
    }

    /// Which bit of the sieve is that of a condition.
    fn place(list: ClaimList, frame: usize) -> (usize, u64) {
        let number = frame * 4 + list as usize % 4;
        (number / 64 % 4, 1 << (number % 64))
    }

    /// Those of a list of a frame; most sentences hold none, which one bit tells.
    fn of_frame(&self, list: ClaimList, frame: usize) -> impl Iterator<Item = &Condition> {
        let (word, bit) = Conditions::place(list, frame);
        let all = if self.sieve[word] & bit == 0 { &[][..] } else { &self.all };
        all.iter().filter(move |c| (c.2, c.3) == (list, frame))
    }

    /// The sentence holds a condition of this list of a frame.
    fn has(&self, list: ClaimList, frame: usize) -> bool {
        self.of_frame(list, frame).next().is_some()
    }
}

/// "The (woman) ambassador", "the (woman) ambassador of A", where "his ambassador" is written alike: with an article, or before
/// the name of a state, the ending is no pronoun.
fn no_pronoun(scan: &Scan, t: usize, m: &crate::pack::Match) -> bool {
    let state = |s: &Sense| matches!(s, Sense::State { form: StateForm::Name, .. });
    m.end == t + 1
        && scan.has_article()
        && scan.pack.features.is_owned(scan.text.folded(t))
        && (m.first.tags & crate::pack::tags::DEFINITE != 0
            || scan.best(t + 1, state).is_some_and(|n| n.first.strips == 0))
}

/// The words of a sentence that are conditions of frames, told once for all its triggers.
fn conditions(scan: &Scan, sentence: &Sentence) -> Conditions {
    let end = sentence.items.last().map_or(0, |last| last.end);
    let mut out = Vec::with_capacity(32);
    let formulas = sentence.items.iter().any(|i| matches!(i.what, What::Attendance { .. }));
    // "By a video call": how they met is no word of a telephone.
    let screen = |i: &Item| i.is_kind("determiner", "screen");
    let screens = sentence.items.iter().any(screen);
    for t in scan.matches.tokens_with(sentence.range.start..end, kinds::CONDITION) {
        // "With the participation of" tells who was there, whatever the same noun rules out beside a verb.
        let at = || sentence.items.partition_point(|i| i.end <= t);
        if screens && sentence.items.get(at()).is_some_and(screen) {
            continue;
        }
        let formula =
            formulas && sentence.items.get(at()).is_some_and(|i| matches!(i.what, What::Attendance { .. }));
        for m in scan.matches[t].iter().filter(|m| m.kind == kinds::CONDITION) {
            let all = scan.pack.lexicon.conditions(scan.sense(m));
            let excludes = |(list, _): &(ClaimList, usize)| *list == ClaimList::Exclude;
            let kept = !all.iter().any(excludes) || !(formula || no_pronoun(scan, t, m));
            let all = all.iter().filter(|c| kept || !excludes(c));
            out.extend(all.map(|&(list, index)| (t, m.end, list, index)));
        }
    }
    Conditions::of(out)
}

/// One of the words that make an event of the frame news of its own stands in the sentence.
pub(super) fn news(context: &Context, here: usize, at: usize, index: usize, frame: &Frame) -> bool {
    if frame.news.is_empty() {
        return false;
    }
    let sentence = &context.sentences[here];
    let scan = context.scan(sentence);
    // What was agreed stands after the verb, or before it where the verb ends the sentence.
    let tokens = if sentence.verb_last {
        sentence.range.start..sentence.items[at].start
    } else {
        sentence.items[at].start..sentence.range.end
    };
    let conditions = sentence.conditions.get_or_init(|| conditions(scan, sentence));
    conditions.of_frame(ClaimList::News, index).any(|c| tokens.contains(&c.0))
}

/// How many sentences before a talk may tell of the telephone.
const CALLED: usize = 5;

/// The title and what follows right after a sentence; of a call, what went before it.
fn near<'a>(context: &Context<'a>, here: usize, call: bool) -> impl Iterator<Item = &'a Sentence> {
    let all = context.sentences;
    let beside = if call { here.saturating_sub(CALLED)..here + 1 } else { here..all.len().min(here + 3) };
    all.iter().take_while(|s| s.scan == 0).chain(all[beside].iter().filter(move |s| s.scan == all[here].scan))
}

/// "[Called on] A to halt the fighting": a word that is part of a longer phrase tells what the phrase does, not what it does
/// elsewhere.
fn of_another(scan: &Scan, sentence: &Sentence, words: Range<usize>, frame: &Frame) -> bool {
    let item = sentence.items.get(sentence.items.partition_point(|i| i.end <= words.start));
    item.is_some_and(|i| {
        let longer = i.start <= words.start && words.end <= i.end && i.end - i.start > words.len();
        longer
            && matches!(&i.what, What::Trigger(o)
                if o.iter().all(|&(f, _)| scan.pack.frames[f].kind != frame.kind))
    })
}

/// "The commissioner [for refugees]": what an office or a body is for says nothing of the event.
fn in_title(sentence: &Sentence, from: usize, to: usize) -> bool {
    let title = |i: &Item| match &i.what {
        What::Office(o) => o.state.is_some(),
        What::Institution { state, .. } => state.is_some() || sentence.by_order,
        What::Organisation { .. } => true,
        _ => false,
    };
    let k = sentence.items.partition_point(|i| i.end <= from);
    sentence.items.get(k).is_some_and(|i| i.start < from && to <= i.end && title(i))
}

/// "[The agreement] took effect": the noun of an agreement, which is a trigger of its own.
fn names_agreement(scan: &Scan, item: &Item) -> bool {
    let agreement = |&(f, form): &(usize, TriggerForm)| {
        matches!(scan.pack.frames[f].kind.as_str(), "AGREE" | "SIGN")
            && (form.is_noun() || form == TriggerForm::Back)
    };
    matches!(&item.what, What::Trigger(o) if o.iter().all(agreement))
}

/// "[At the invitation] of B": the word is part of a phrase that tells at whose wish something is.
fn at_whose(sentence: &Sentence, token: usize) -> bool {
    let item = sentence.items.get(sentence.items.partition_point(|i| i.end <= token));
    item.is_some_and(|i| i.start < token && i.is_word("by"))
}

/// "An agreement was signed. It the ministers signed": beside the verb stands a pronoun, and the sentence before names what it
/// means.
fn signed_it(context: &Context, here: usize, at: usize) -> bool {
    let sentence = &context.sentences[here];
    let document = |i: &Item| matches!(&i.what, What::Word { work, kind: Some(kind) } if work == "document" && setting::between_states(kind));
    let it = |i: &Item| i.is_word("pronoun");
    let near = &sentence.items[at.saturating_sub(2)..(at + 2).min(sentence.items.len())];
    context.scan(sentence).pack.features.svo_with_cases()
        && near.iter().any(it)
        && here.checked_sub(1).is_some_and(|b| context.sentences[b].items.iter().any(document))
}

/// The frame's own conditions on the clause.
pub(super) fn allowed(context: &Context, here: usize, at: usize, index: usize, frame: &Frame) -> bool {
    let sentence = &context.sentences[here];
    let scan = context.scan(sentence);
    if frame.needs.is_empty() && frame.excludes.is_empty() {
        return true;
    }
    let conditions = sentence.conditions.get_or_init(|| conditions(scan, sentence));
    // Most sentences hold no condition of the frame: no clause need be looked for.
    let anywhere = |list: ClaimList| conditions.has(list, index);
    // "Announced a grant [to support]": what something is for is not what is said.
    let purpose = |t: usize| {
        frame.kind == "STATEMENT"
            && scan.has_article()
            && sentence.items.get(sentence.items.partition_point(|i| i.end <= t)).is_some_and(|i| {
                i.start == t
                    && i.start > sentence.items[at].end
                    && scan.pack.lexicon.marker_name(i.marker) == Some("to")
            })
    };
    let stands = |list: ClaimList, tokens: Range<usize>, but: Range<usize>| {
        // "Agree [to deepen]": what rules it out may begin inside the trigger, not end there.
        conditions.of_frame(list, index).any(|&(t, end, ..)| {
            tokens.contains(&t)
                && !(but.contains(&t) && end <= but.end)
                && !(list == ClaimList::Exclude && (in_title(sentence, t, end) || at_whose(sentence, t)))
                && !(list == ClaimList::Need && purpose(t))
        })
    };
    // What makes the event may stand anywhere in the sentence; what rules it out stands near.
    // Whatever the pack calls a document between states makes a signing.
    let document = |i: &Item| matches!(&i.what, What::Word { work, kind: Some(kind) } if work == "document" && setting::between_states(kind));
    // "The statement said that both exchanged views": what a document says was not signed.
    let that = |i: &Item| i.is_kind("relative", "that");
    let says = |k: usize| scan.has_article() && k < at && sentence.items[k..at].iter().any(that);
    // "Announced that it would impose sanctions": what is said behind "that" is no noun of the verb.
    let announces =
        frame.kind == "SANCTION" && scan.has_article() && scan.also_does(&sentence.items[at], "saying");
    let said = |hi: usize| (at + 1..hi).find(|&k| announces && sentence.items[k].is_that()).unwrap_or(hi);
    let needed = frame.needs.is_empty()
        || (anywhere(ClaimList::Need) || frame.kind == "SIGN" && sentence.items.iter().any(document)) && {
            let (lo, hi) = arguments::window(sentence, at, true);
            // "Signed in the presence of A a declaration": the list of those present stands inside the clause.
            let inside = sentence.items.get(hi).is_some_and(|i| matches!(i.what, What::Attendance { inside: true, .. }));
            let hi = if inside && frame.kind == "SIGN" { sentence.items.len() } else { hi };
            // "A, accompanied by B, made a visit": the noun that the verb needs stands behind those who came with him.
            let company = if scan.has_article() { arguments::company(sentence, at, hi, true) } else { None };
            let hi = company.map_or(hi, |(_, close)| arguments::window(sentence, close, true).1);
            stands(ClaimList::Need, sentence.items[lo].start..sentence.items[said(hi) - 1].end, 0..0)
                || frame.kind == "SIGN" && (lo..hi).any(|k| document(&sentence.items[k]) && !says(k))
        }
        // "The treaty entered into force. [It] was signed in Oslo".
        || frame.kind == "SIGN"
            && sentence.by_order
            && here > 0
            && passive(sentence, at)
            && sentence.items[..at].iter().rfind(|i| !i.is_word("auxiliary")).is_some_and(|i| i.is_word("pronoun"))
            && context.sentences[here - 1].items.iter().any(|i| document(i) || names_agreement(scan, i))
        || frame.kind == "SIGN" && signed_it(context, here, at)
        || !frame.needs_near.is_empty()
            && near(context, here, frame.kind == "CALL").any(|s| {
                let told = s.conditions.get_or_init(|| self::conditions(context.scan(s), s));
                told.has(ClaimList::Near, index)
                    && told.of_frame(ClaimList::Near, index).any(|&(t, end, ..)| !of_another(context.scan(s), s, t..end, frame))
            });
    needed
        && !(anywhere(ClaimList::Exclude) && {
            let (lo, hi) = arguments::window(sentence, at, false);
            let (lo, hi) = (lo.max(at.saturating_sub(6)), hi.min(at + 9));
            // "Talked on the phone, a newspaper said": what stands beyond a comma was not called.
            let comma = |i: &usize| sentence.items[*i].is_mark(",");
            // "Was received by the king, handing him a letter".
            let ends =
                sentence.by_order && (frame.kind == "CALL" || frame.kind == "MEET" && passive(sentence, at));
            // "Received the ambassador, who told of a decision": whom he received has been said.
            let received = |i: usize| {
                frame.kind == "MEET"
                    && scan.pack.features.svo_with_cases()
                    && sentence
                        .actors
                        .iter()
                        .any(|a| a.items.start > at && a.items.end <= i && a.kind.is_people())
            };
            // "Received the ambassadors, who presented their credentials to him": that is why he received them.
            let ceremony = |i: &Item| scan.reports(i, "CREDENTIALS");
            let told = |i: usize| received(i) && !sentence.items[i..hi].iter().any(ceremony);
            let hi = (at + 1..hi).find(|i| comma(i) && (ends || told(*i))).unwrap_or(hi);
            let near = sentence.items[lo].start..sentence.items[hi.max(lo + 1) - 1].end;
            stands(ClaimList::Exclude, near, sentence.items[at].start..sentence.items[at].end)
        })
}
