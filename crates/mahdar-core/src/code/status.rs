//! Happened, planned, postponed, denied or hypothetical: by the words of the clause and the form of the trigger.

use super::Sentence;
use crate::detect::{Item, Scan, What};
use crate::pack::{Sense, TriggerForm, tags};

/// What the frame and the form of the trigger say already.
#[derive(Default)]
pub(super) struct Hint {
    pub form: Option<TriggerForm>,
    pub fixed: Option<String>,
    /// Done by deciding on it: an envoy expelled, a sanction imposed.
    pub decreed: bool,
    /// It is told of a document.
    pub document: bool,
    /// A demand, a statement or a threat: what it is about may be put off, itself it is not.
    pub said: bool,
}

/// How many items stand between "during" and the noun of what was then, at most.
const DURING: usize = 8;

/// "Ruled out talks [during the president's trip to CITY]": the same where only order tells who acts.
fn during(sentence: &Sentence, at: usize) -> usize {
    let items = &sentence.items;
    let inside = |i: &usize| !matches!(items[*i].what, What::Trigger(_)) && !items[*i].is_mark(",;:");
    let mut before = (at.saturating_sub(DURING)..at).rev().take_while(inside);
    before.find(|&i| items[i].is_word("during")).unwrap_or(0)
}

/// Where the words begin that reach up to item `at` and tell on which occasion another thing was: "denied that they met [during
/// the visit that A made]". The visit did take place.
fn occasion(scan: &Scan, sentence: &Sentence, at: usize) -> usize {
    if sentence.by_order {
        return during(sentence, at);
    }
    if !scan.has_article() {
        return 0;
    }
    let items = &sentence.items;
    let told = |i: usize| matches!(items[i].what, What::Trigger(_)) && items[i - 1].is_word("during");
    let part = |i: &usize| !items[*i..at].iter().any(|x| matches!(x.what, What::Mark(_)));
    (1..=at).rev().find(|&i| told(i)).filter(part).unwrap_or(0)
}

/// The status of the event that the trigger at item `at` reports.
pub(super) fn status(scan: &Scan, sentence: &Sentence, at: usize, hint: &Hint) -> &'static str {
    if let Some(fixed) = &hint.fixed {
        // "Will not go".
        let not = at > 0 && sentence.items[at - 1].is_word("negation");
        // Where verbs stand last, "not" stands behind what is meant.
        let not = not
            || scan.pack.features.order == "sov"
                && sentence.items.get(at + 1).is_some_and(|i| i.is_word("negation"));
        if not && !scan.pack.features.case.is_empty() {
            return "denied";
        }
        if is_condition(sentence, at) {
            return "hypothetical";
        }
        // "Did not rule out that he will go".
        let open = |i: &crate::detect::Item| i.is_kind("hypothetical", "open");
        let may = fixed == "planned" && sentence.items[at.saturating_sub(14)..at].iter().any(open);
        return if may { "hypothetical" } else { known(fixed) };
    }
    let (lo, hi) = super::arguments::window(sentence, at, false);
    let items = &sentence.items;
    let work = |i: usize| match &items[i].what {
        What::Word { work, .. } => work.as_str(),
        _ => "",
    };
    // "Said gas would flow after he met B": what a clause of time says was done, whatever is to come of it.
    let past = matches!(hint.form, Some(TriggerForm::Past | TriggerForm::Participle));
    let after = || {
        let mut clause = (lo..at).rev().take_while(|&i| !matches!(items[i].what, What::Mark(_)));
        clause.find(|&i| work(i) == "after")
    };
    let lo = (sentence.by_order && past).then(after).flatten().map_or(lo, |i| i + 1);
    let future_form = items[at].first_tags & tags::FUTURE != 0;
    // Negation right before the trigger.
    let noun = hint.form.is_some_and(TriggerForm::is_noun);
    // Where a verb stands first, its negation stands right before it.
    let reach = if scan.has_article() && !noun { 2 } else { 4 };
    // "Accused it of being not interested": where verbs stand last, what is negated before the verb is another word, unless
    // it stands beside it.
    let reach = if scan.pack.features.order == "sov" && !noun { 1 } else { reach };
    let absent = |i: &Item| i.is_kind("denied", "absent");
    let negated = (lo.max(at.saturating_sub(reach))..at).any(|i| work(i) == "negation" || absent(&items[i]))
        || (scan.pack.features.order == "sov" && (at + 1..hi.min(at + 3)).any(|i| work(i) == "negation"));
    let range = lo..hi;
    // "May answer by the stopping of": as likely as the verb whose means it is.
    let means = noun && scan.has_article() && at > 0 && scan.word(items[at - 1].start, "by").is_some();
    let clause =
        || (at.saturating_sub(12)..at - 1).rev().take_while(|&i| !matches!(items[i].what, What::Mark(_)));
    if means && clause().any(|i| work(i) == "hypothetical") {
        return "hypothetical";
    }
    if means && clause().any(|i| matches!(work(i), "future" | "planned")) {
        return "planned";
    }
    // "The reasons for the postponement of the visit": a noun puts off what stands after it, and no verb.
    // "Called on A to cancel the duties": where nouns have cases, what a verb before takes is not what it does.
    // So where an article is written onto nouns, of what is demanded or said.
    let told = matches!(hint.form, Some(TriggerForm::Past | TriggerForm::Present))
        && (scan.pack.features.svo_with_cases() || scan.has_article() && hint.said);
    let off = |i: usize| {
        let by_noun = items[i].is_kind(work(i), "noun");
        // "Closed its embassy until further notice": a measure is in force until then.
        let until = hint.decreed && items[i].is_kind("postponed", "until");
        matches!(work(i), "postponed" | "cancelled")
            && !until
            && if i < at { noun || !by_noun } else { !by_noun && !told }
    };
    // "Took place eight days late: a session in CITY had been put off": what follows a colon tells of another.
    let apart = |i: usize| sentence.by_order && i > at && items[at..i].iter().any(|x| x.is_mark(":"));
    // "Recalled its envoys and put off the arrival of another": what "and" joins to a verb in the past is another act.
    let joined = |i: usize| {
        sentence.by_order
            && i > at
            && hint.form == Some(TriggerForm::Past)
            && items[i - 1].is_word("and")
            && !items[i].is_kind(work(i), "noun")
    };
    if range.clone().any(|i| off(i) && !apart(i) && !joined(i)) {
        return "postponed";
    }
    if noun && !hint.said && !hint.decreed && undone(scan, sentence, at) {
        return "postponed";
    }
    // "A did not rule out the holding of talks": a noun spelled like a verb in the past.
    if scan.has_article()
        && governed(sentence, at, |i| i.is_kind("hypothetical", "open") || is_weighed(scan, i))
    {
        return "hypothetical";
    }
    // "Denied" is a verb of its own beside what it denies.
    let denied = |i: usize| {
        work(i) == "denied" && !absent(&items[i])
            || i < at
                && scan.has_article()
                && matches!(items[i].what, What::Trigger(_))
                && scan.word(items[i].start, "denied").is_some()
    };
    let mut denials = (0..at).chain(range.clone()).filter(|&i| denied(i));
    let then = occasion(scan, sentence, at);
    if negated || denials.any(|i| i >= then) {
        return "denied";
    }
    // "Ruled out talks during his trip to CITY": what is ruled out is still to come, and so is the trip.
    if noun && sentence.by_order && items[..then].iter().any(|i| i.is_kind("denied", "ahead")) {
        return "planned";
    }
    // "Of a meeting of A with B, which a paper told of, there was none": a noun in the genitive.
    if noun && items[at].tags & tags::GEN != 0 {
        let after = items[at + 1..].iter().take(30).take_while(|i| !matches!(i.what, What::Trigger(_)));
        if after.clone().any(absent) {
            return "denied";
        }
    }
    // "The meeting did not take place."
    if noun
        && range.clone().any(|i| {
            work(i) == "occurs"
                && (i > lo && work(i - 1) == "negation" || i + 1 < hi && work(i + 1) == "negation")
        })
    {
        return "denied";
    }
    if matches!(scan.pack.features.order.as_str(), "sov")
        && (at + 1..hi.min(at + 3)).any(|i| work(i) == "hypothetical")
        && hint.form != Some(TriggerForm::Past)
    {
        return "hypothetical";
    }
    // "He made his proposal at the meeting with": what the noun tells is when something was said.
    let occasion = noun
        && !scan.pack.features.case.is_empty()
        && scan.pack.features.order == "svo"
        && at > lo
        && matches!(work(at - 1), "on" | "during");
    // "A is ready to help, said the minister during talks with B": what was said ends before the verb of saying.
    let after_it = noun && scan.pack.features.svo_with_cases() && at > lo && work(at - 1) == "after";
    let talks = |o: &[(usize, TriggerForm)]| o.iter().any(|&(f, _)| scan.pack.frames[f].kind == "MEET");
    let met = matches!(&items[at].what, What::Trigger(o) if talks(o));
    let spoken = (met && (occasion || after_it))
        .then(|| (lo..at).rev().find(|&i| scan.also_does(&items[i], "saying")))
        .flatten();
    let from = spoken.map_or(lo, |verb| verb + 1);
    // "The preparation of the coming visit was the main theme of the talks": of what they were, they are not still to come.
    let theme = |i: &usize| scan.word(items[*i].start, "theme").is_some();
    let from = (from..at).rev().take(5).find(theme).filter(|_| noun).map_or(from, |i| i + 1);
    // "On the agenda – talks of the two speakers": behind the dash stands what is still to come.
    let agenda = |i: &usize| scan.word(items[*i].start, "agenda").is_some();
    let dash =
        noun.then(|| (lo.max(at.saturating_sub(4))..at).rev().find(|&i| items[i].is_mark("–—"))).flatten();
    if dash.is_some_and(|d| (lo.max(d.saturating_sub(4))..d).any(|i| agenda(&i))) {
        return "planned";
    }
    // "On the agenda – talks of the speakers, a conversation with the president": so does the rest of that list.
    let opening = items[..at].iter().take(6).position(|i| i.is_mark("–—")).filter(|_| noun);
    if opening.is_some_and(|d| (0..d).any(|i| agenda(&i)) && !items[d..at].iter().any(Item::is_verb)) {
        return "planned";
    }
    // "Was by then [having] received": after an auxiliary of the past the particle makes the verb perfect.
    let perfect = scan.has_article()
        && at > lo
        && work(at - 1) == "hypothetical"
        && (0..at - 1).any(|i| work(i) == "auxiliary" || matches!(items[i].what, What::Background));
    // "A meeting between A and B could take place".
    // "A meeting between A and B is possible".
    let may = |i: usize| {
        items[i].is_kind("hypothetical", "said")
            || work(i) == "hypothetical"
                && items
                    .get(i + 1)
                    .is_some_and(|n| n.is_word("auxiliary") || n.is_word("occurs") || n.is_word("planned"))
    };
    if noun && sentence.by_order && (at + 1..hi).any(may) {
        return "hypothetical";
    }
    // "Said that it would expel": what somebody says he has still to do is planned.
    let reported = |i: usize| {
        items[i].is_kind("hypothetical", "reported")
            && !noun
            && items[..i].iter().rev().take(12).any(|s| scan.also_does(s, "saying"))
    };
    let told_to_come =
        (lo..at).any(&reported) && !(lo..at).any(|i| work(i) == "hypothetical" && !reported(i));
    if told_to_come {
        return "planned";
    }
    // "If the contacts led to an understanding": right behind such a word a verb in the past is a condition.
    let condition = |i: &Item| i.is_kind("hypothetical", "if");
    if scan.has_article() && items[at.saturating_sub(2)..at].iter().any(condition) {
        return "hypothetical";
    }
    // "If relations have to be suspended": so is one in a clause that such a word opens.
    let clause = || items[..at].iter().rev().take_while(|i| !matches!(i.what, What::Mark(_)));
    if sentence.by_order && clause().any(condition) {
        return "hypothetical";
    }
    // "Bases where B may keep arms were agreed upon": a modal verb is that of the auxiliary that it stands beside.
    let whole = sentence.by_order
        && hint.form == Some(TriggerForm::Passive)
        && scan.word(items[at].start, "auxiliary").is_some();
    let from = if whole { from.max(at.saturating_sub(2)) } else { from };
    if (from..at).any(|i| work(i) == "hypothetical")
        && hint.form != Some(TriggerForm::Past)
        && !occasion
        && !perfect
    {
        return "hypothetical";
    }
    // "Will there be, in the days to come in CITY, a meeting": farther off no comma stands between.
    let far =
        |i: usize| matches!(work(i), "future" | "planned") && !items[i..at].iter().any(|i| i.is_mark(","));
    let far = noun
        && !scan.pack.features.case.is_empty()
        && (from.max(at.saturating_sub(12))..at.saturating_sub(8)).any(far);
    let near = from.max(at.saturating_sub(8))..at;
    // Where verbs end their clauses, a plan told before one in the past is another's, unless it stands beside it.
    let past = scan.pack.features.complement_before && hint.form == Some(TriggerForm::Past);
    let near = if past { near.end.saturating_sub(1).max(near.start)..near.end } else { near };
    // "The preparations for the coming summit A and B discussed": where nouns have cases, what stands before may be the object.
    let past = scan.pack.features.svo_with_cases() && hint.form == Some(TriggerForm::Past);
    let near = if past { at..at } else { near };
    // "Will open an embassy, A said during talks with B": what he said ends with its comma.
    let quoted = near.clone().rev().find(|&i| items[i].is_mark(","));
    let near = match quoted {
        Some(comma) if sentence.by_order && (comma..at).any(|i| scan.also_does(&items[i], "saying")) => {
            comma + 1..at
        }
        _ => near,
    };
    // "Left for X to take part in the meetings": what somebody goes to is still to come.
    let purpose =
        |i: usize| work(i) == "attending" && scan.pack.lexicon.marker_name(items[i].marker) == Some("to");
    if noun && (at.saturating_sub(4)..at).any(purpose) {
        return "planned";
    }
    // "Ahead of the summit with".
    let ahead = items[..at]
        .iter()
        .rev()
        .take(3)
        .find(|i| !i.is_word("determiner") && !matches!(i.what, What::Other { .. }));
    // Where prepositions stand last: "the visit before".
    let behind = items.get(at + 1).filter(|_| scan.pack.features.order == "sov");
    if noun && [ahead, behind].into_iter().flatten().any(|i| i.is_kind("before", "ahead")) {
        return "planned";
    }
    // "Arrived to head the delegation to the meetings".
    let to_do = |i: usize| {
        matches!(&items[i].what, What::Trigger(o) if o.iter().any(|(_, f)| *f == TriggerForm::Present))
            && scan.pack.lexicon.marker_name(items[i].marker) == Some("to")
    };
    if noun && scan.has_article() && (lo.max(at.saturating_sub(7))..at).any(to_do) {
        return "planned";
    }
    // "Came for a meeting with", "a reason for talks", "for three-sided talks".
    let describes = |i: &Item| {
        let case = scan.pack.lexicon.name_case(scan.text.folded(i.end - 1));
        matches!(i.what, What::Other { .. }) && case & tags::GEN != 0
    };
    let described = at > 1 && items[at].tags & tags::GEN != 0 && describes(&items[at - 1]);
    if noun
        && scan.pack.features.order == "svo"
        && !scan.pack.features.case.is_empty()
        && at > 0
        && (work(at - 1) == "for" || described && work(at - 2) == "for")
    {
        return "planned";
    }
    // The same with a preposition of its own: "for participation in".
    let cased = !scan.pack.features.case.is_empty();
    let aim = |i: usize| work(i) == "attending" && i > 0 && work(i - 1) == "for";
    if noun && cased && (at.saturating_sub(6)..at).any(aim) {
        return "planned";
    }
    // "To meet the president who is in the country": a participle that describes tells what is.
    let describes = hint.form == Some(TriggerForm::Participle) && items[at].tags & tags::CASES != 0;
    if describes && cased && scan.pack.features.order == "svo" {
        return "happened";
    }
    // "Will go on from CITY to CITY, to attend": what somebody will go for is to come, however far off.
    let to_base = at > 0
        && work(at - 1) == "to"
        && matches!(hint.form, Some(TriggerForm::Infinitive | TriggerForm::Present));
    let done = |i: &usize| {
        matches!(items[*i].what, What::Mark(';' | ':'))
            || matches!(&items[*i].what, What::Trigger(o) if o.iter().any(|(_, f)| matches!(f, TriggerForm::Past | TriggerForm::Passive)))
    };
    if sentence.by_order
        && to_base
        && (0..at).rev().take_while(|i| !done(i)).any(|i| matches!(work(i), "future" | "planned"))
    {
        return "planned";
    }
    // "Approved the signing of", "authorised the minister to sign", "measures to ratify": allowed, still to be done.
    let base = matches!(hint.form, Some(TriggerForm::Infinitive | TriggerForm::Gerund))
        || hint.form == Some(TriggerForm::Present) && at > lo && work(at - 1) == "to";
    let allows = |i: &usize| *i != at && scan.word(items[*i].start, "approving").is_some();
    let sought = || {
        let before = allowed_from(sentence, at);
        (before..at).any(|i| allows(&i)) || noun && (at + 1..hi).any(|i| allows(&i))
    };
    if hint.document && (noun || base) && sought() {
        return "planned";
    }
    // "Ordered his minister to expel", "ordered that they be expelled": still to be done.
    let orders = |i: &usize| scan.word(items[*i].start, "instructs").is_some();
    if sentence.by_order
        && hint.decreed
        && let Some(order) = (at.saturating_sub(12)..at).rev().find(orders)
    {
        let own = |i: &Item| match &i.what {
            What::Office(o) => o.state.is_none() && !scan.pack.envoys.contains(&o.position),
            What::Institution { state, .. } => state.is_none(),
            _ => false,
        };
        let told = work(at - 1) == "to" && items[order + 1..at].iter().any(own);
        let be = at > 0 && scan.word(items[at - 1].start, "base").is_some();
        if told || be {
            return "planned";
        }
    }
    // "Decides to expel": what is done by deciding on it is done.
    // "Decided that they will be expelled".
    let decided = sentence.by_order
        && hint.decreed
        && items[at.saturating_sub(20)..at].iter().any(|i| i.is_kind("planned", "decided"));
    // "Later he received": where a verb of its own says that it is past, a time to come is told from what was told.
    let past = scan.has_article() && hint.form == Some(TriggerForm::Past);
    let ahead = |i: usize| {
        let told_from_then = past && items[i].is_kind("future", "later");
        let done_by_deciding = decided || hint.decreed && items[i].is_kind("planned", "decided");
        // "Voiced his readiness to help at the meeting with B": that was told there.
        let told_there = occasion && items[i].is_kind("planned", "noun");
        matches!(work(i), "future" | "planned") && !told_from_then && !done_by_deciding && !told_there
    };
    if future_form || far || near.clone().any(ahead) {
        return "planned";
    }
    // "Will meet A, his counterpart in B, and be received by C": the base form goes on with what is to come, however far.
    let bare = sentence.by_order && at > lo.max(1) && scan.word(items[at - 1].start, "base").is_some();
    let goes_on = || items[at - 2].is_word("and") || items[at - 2].is_mark(",");
    if bare && (goes_on() || at > 2 && items[at - 3].is_word("and")) {
        let told = |i: &usize| matches!(work(*i), "future" | "planned" | "hypothetical");
        if let Some(modal) = (at.saturating_sub(40)..at).rev().find(told) {
            return if work(modal) == "hypothetical" { "hypothetical" } else { "planned" };
        }
    }
    // "The coming visit".
    let coming = |i: usize| {
        scan.is(items[i].start, |s| matches!(s, Sense::Turn { ahead: true }))
            && !items.get(i + 1).is_some_and(|n| matches!(n.what, What::Time))
    };
    // "The next talks were held": where verbs stand last, the next in a row is past as well.
    let held = || sentence.verb_last && (at + 1..hi).any(|i| items[i].is_word("occurs"));
    if noun
        && !scan.pack.features.case.is_empty()
        && (lo.max(at.saturating_sub(3))..at).any(coming)
        && !held()
    {
        return "planned";
    }
    // "Will hold talks with", "it is decided to hold", "it is decided that it holds": what the verb before its noun has still
    // to do.
    let will = |i: usize| {
        let verb = matches!(items[i].what, What::Trigger(_) | What::Resumption | What::Attendance { .. });
        // "Ended his visit by a meeting": a noun that may also tell of a plan tells of none here.
        let fixed = || {
            let plans = |f: usize| scan.pack.frames[f].status.as_deref() == Some("planned");
            matches!(&items[i].what, What::Trigger(o)
            if o.iter().any(|&(f, form)| plans(f) && !form.is_noun()) || o.iter().all(|&(f, _)| plans(f)))
        };
        let set = || items[i].is_present() && i > 0 && matches!(work(i - 1), "future" | "planned");
        verb && (items[i].first_tags & tags::FUTURE != 0 || set() || fixed())
    };
    if noun && scan.has_article() && (at.saturating_sub(4)..at).any(will) {
        return "planned";
    }
    // "Set out to meet": a purpose.
    // "Was subjected [to] shelling": nothing that is meant.
    if noun
        && scan.has_article()
        && undergone(scan, sentence, at).is_none()
        && scan.pack.lexicon.marker_name(items[at].marker) == Some("to")
        && (items[at].end > items[at].start + 1
            || items.get(at + 1).is_some_and(
                |n| matches!(&n.what, What::Word { work, .. } if matches!(work.as_str(), "with" | "on")),
            ))
        // "His chairing of the meeting".
        && !(at > 0
            && matches!(items[at - 1].what, What::Trigger(_))
            && items[at - 1].first_tags & tags::INFLECTED != 0
            && items[at - 1].first_tags & tags::DEFINITE == 0)
    {
        return "planned";
    }
    // "The planned visit", "a possible meeting", where adjectives follow their nouns.
    if noun
        && scan.has_article()
        && let Some(said) =
            by_adjective_within(scan, &items[at]).or_else(|| by_adjective(&items[at + 1..hi.min(at + 4)]))
    {
        return said;
    }
    // "Will make a working visit": a verb that tells nothing without its noun stands between.
    let light = lo.checked_sub(1).filter(|&v| {
        let inside = sentence.actors.iter().any(|a| a.items.start >= lo && a.items.end <= at);
        noun && sentence.by_order && matches!(items[v].what, What::Trigger(_)) && !inside
    });
    let ahead_of = |v: usize| {
        (v.saturating_sub(3)..v).any(|i| {
            matches!(work(i), "future" | "planned") || sentence.scan == 0 && i + 1 == v && work(i) == "to"
        })
    };
    if light.is_some_and(ahead_of) {
        return "planned";
    }
    // "Talks will be held", "consultations to be held".
    let awaited = |i: usize| {
        matches!(items[i].what, What::Trigger(_)) && scan.word(items[i].start, "planned").is_some()
    };
    if noun
        && scan.pack.features.order == "svo"
        && (at + 1..hi.min(at + 9))
            .take_while(|&i| {
                // "Is expected in [the capital]" tells of a visit, and of a meeting that it is to come.
                !items[i].is_mark(",;")
                    && (!matches!(items[i].what, What::Trigger(_)) || awaited(i))
                    && !matches!(
                        work(i),
                        "relative"
                            | "on"
                            | "about"
                            | "for"
                            | "during"
                            | "after"
                            | "before"
                            | "auxiliary"
                            | "saying"
                    )
            })
            .any(|i| {
                // "Talks are [planned] for Friday": where one word of a verb says so, its time stands after it.
                let timed = cased
                    && items.get(i + 1).is_some_and(|n| {
                        matches!(n.what, What::Time) || matches!(work(i + 1), "on" | "in" | "at")
                    });
                (matches!(work(i), "future" | "planned") || awaited(i))
                    && (timed || items[i].end > items[i].start + usize::from(work(i) == "planned"))
            })
    {
        return "planned";
    }
    if matches!(scan.pack.features.order.as_str(), "sov")
        && (at + 1..hi.min(at + 4)).any(|i| matches!(work(i), "future" | "planned"))
    {
        return "planned";
    }
    // "The visit of A to B on Friday evening [begins]": where verbs stand last, what ends the clause says when it is.
    let free = |i: usize| !matches!(items[i].what, What::Trigger(_) | What::Mark(_));
    if noun
        && sentence.verb_last
        && let Some(end) = (at + 1..hi).rfind(|&i| !matches!(items[i].what, What::Mark(_)))
        && matches!(work(end), "future" | "planned")
        && (at + 1..end).all(free)
    {
        return "planned";
    }
    // "The visit of A to B [may take place] in autumn": where verbs stand last, what ends the clause says it.
    if noun
        && sentence.verb_last
        && (at + 1..hi.min(at + 8)).any(|i| items[i].is_kind("hypothetical", "may-be-held"))
    {
        return "hypothetical";
    }
    // "Would meet A before meeting B".
    // "Laid a wreath before meeting B" tells that he met him.
    let still_ahead = |i: usize| matches!(work(i), "future" | "planned" | "infinitive");
    if hint.form == Some(TriggerForm::Gerund)
        && at > 0
        && work(at - 1) == "before"
        && (sentence.scan == 0 || (0..at).any(still_ahead))
    {
        return "planned";
    }
    // "On a visit to X [will go]": the noun is told with a verb of the same kind that is still to come.
    let kinds = |i: usize| match &items[i].what {
        What::Trigger(options) => options.iter().map(|&(f, _)| &scan.pack.frames[f]).collect(),
        _ => Vec::new(),
    };
    if noun
        && scan.pack.features.complement_before
        && (at + 1..items.len().min(at + 5)).any(|i| {
            let told = kinds(i);
            told.iter().any(|f| {
                f.status.as_deref() == Some("planned") && kinds(at).iter().any(|own| own.kind == f.kind)
            })
        })
    {
        return "planned";
    }
    // "Managed to meet": done.
    let managed = |i: &Item| i.is_kind("auxiliary", "managed");
    if hint.form == Some(TriggerForm::Infinitive)
        && items[lo.max(at.saturating_sub(4))..at].iter().any(managed)
    {
        return "happened";
    }
    // An infinitive of a language that has one of its own tells a purpose, unless the clause says more.
    if hint.form == Some(TriggerForm::Infinitive) && !scan.pack.features.case.is_empty() {
        return "planned";
    }
    if hint.form == Some(TriggerForm::Infinitive)
        && near.clone().any(|i| matches!(work(i), "future" | "planned" | "to"))
    {
        return "planned";
    }
    "happened"
}

/// "[The] awaited summit": the same where the adjective is a part of what tells the event.
fn by_adjective_within(scan: &Scan, item: &Item) -> Option<&'static str> {
    let says = |t: usize, work: &str| scan.word(t, work).is_some_and(|m| m.end == t + 1);
    let within = || item.start + 1..item.end;
    if within().any(|t| says(t, "planned")) {
        return Some("planned");
    }
    let possible = |s: &Sense| matches!(s, Sense::Word { kind: Some(kind), .. } if *kind == "described");
    within().any(|t| scan.is(t, possible)).then_some("hypothetical")
}

/// "[The] planned [visit]", "[a] possible [meeting]": what an adjective behind a noun says of it.
fn by_adjective(behind: &[Item]) -> Option<&'static str> {
    let planned = |i: &Item| i.is_word("planned") && i.end == i.start + 1;
    let possible = |i: &Item| i.is_kind("hypothetical", "described");
    let describes =
        |i: &&Item| matches!(i.what, What::Other { .. } | What::State { .. }) || planned(i) || possible(i);
    let mut adjectives = behind.iter().take_while(describes);
    let said = |i: &Item| planned(i).then_some("planned").or_else(|| possible(i).then_some("hypothetical"));
    adjectives.find_map(said)
}

/// "[If] it goes there": where verbs stand last, the word that makes a condition of the clause stands right behind its verb.
pub(super) fn is_condition(sentence: &Sentence, at: usize) -> bool {
    sentence.verb_last && sentence.items.get(at + 1).is_some_and(|i| i.is_kind("hypothetical", "if"))
}

/// "At the [in the ministry held] meeting": where verbs stand last, behind a place the word that elsewhere says "last" is the
/// participle of "was held", and tells of no other meeting.
pub(super) fn held_there(scan: &Scan, sentence: &Sentence, at: usize) -> bool {
    let place = at.checked_sub(2).map(|i| &sentence.items[i]);
    let there = |i: &Item| (i.tags | scan.ending(i.end - 1)) & tags::LOC != 0;
    sentence.verb_last && place.is_some_and(there)
}

/// Where the words begin that may approve what the trigger at item `at` tells: after the last mark that ends a clause.
fn allowed_from(sentence: &Sentence, at: usize) -> usize {
    sentence.items[..at].iter().rposition(|i| i.is_mark(";")).map_or(0, |i| i + 1)
}

/// The clause says of the noun at item `at` that it took place, or the noun opens a title.
pub(super) fn occurs(scan: &Scan, sentence: &Sentence, at: usize) -> bool {
    let (lo, hi) = super::arguments::window(sentence, at, false);
    // "Their talks were": where verbs stand last, the bare verb right behind the noun says that it was.
    let was = |i: &Item| i.is_word("auxiliary") && !i.is_kind("auxiliary", "remote");
    let last = |i: usize| sentence.items[i..].iter().all(|x| matches!(x.what, What::Mark(_)));
    let there_was = sentence.verb_last && at + 1 < hi && was(&sentence.items[at + 1]) && last(at + 2);
    let said = there_was || (lo..hi).any(|i| sentence.items[i].is_word("occurs"));
    said || at == 0 && sentence.scan == 0 && !scan.pack.features.case.is_empty()
}

/// "[The two] in-the-signing [together] took part": where verbs stand last, that of taking part right behind the noun says that it
/// took place.
pub(super) fn attended(scan: &Scan, sentence: &Sentence, at: usize) -> bool {
    let attends = |i: &Item| match &i.what {
        What::Attendance { inside, .. } => !inside,
        What::Trigger(o) => o.iter().any(|&(f, form)| {
            !form.is_noun() && scan.pack.frames[f].mode.is_some_and(|m| m == "multilateral")
        }),
        _ => false,
    };
    sentence.verb_last
        && sentence.items[at].tags & tags::DAT != 0
        && sentence.items[at + 1..].iter().take(2).any(attends)
}

/// "There was done at the meeting [the agreeing of]": the verb is the first word of what refers to the talks.
pub(super) fn resumes_doing(scan: &Scan, item: &crate::detect::Item) -> bool {
    matches!(item.what, What::Resumption) && scan.word(item.start, "auxiliary").is_some()
}

/// "Announced the imposing of sanctions on", "intends the imposing of": the noun is what the verb before it tells.
pub(super) fn announced(scan: &Scan, sentence: &Sentence, at: usize, draft: &super::Draft) -> bool {
    if !scan.has_article() {
        return false;
    }
    let item = &sentence.items[at];
    let (lo, _) = super::arguments::window(sentence, at, false);
    // "Was done the agreeing of": the verb is part of what tells it.
    if draft.kind == "AGREE" && item.end > item.start + 1 && scan.word(item.start, "auxiliary").is_some() {
        return true;
    }
    if light(sentence, lo, at, draft) || undergone(scan, sentence, at).is_some() {
        return true;
    }
    // "The ministry voices the condemnation by A of": what the verb before it says.
    if draft.kind == "STATEMENT" {
        let voices = |i: &crate::detect::Item| scan.is_verb_of(i, "STATEMENT");
        return item.marker == 0
            && at > 0
            && sentence.items[at - 1].is_word("about")
            && sentence.items[lo.saturating_sub(1)..at].iter().rev().take(6).any(voices);
    }
    // "There was done the opening of": a verb that says no more than that it was.
    let done = |i: &crate::detect::Item| i.is_kind("auxiliary", "done");
    let resumed = |i: &crate::detect::Item| done(i) || draft.kind == "AGREE" && resumes_doing(scan, i);
    if matches!(
        draft.kind.as_str(),
        "SANCTION" | "AID" | "COOPERATE" | "AGREE" | "EXPEL" | "RECALL" | "MEDIATE"
    ) && item.marker == 0
        && !item.and
        && sentence.items[lo..at].iter().rev().take(6).any(resumed)
    {
        return true;
    }
    if !matches!(draft.kind.as_str(), "SANCTION" | "AID" | "COOPERATE" | "FORCE" | "MEDIATE" | "HOST") {
        return false;
    }
    // "Prepares for the imposing of": the verb takes its noun by a preposition.
    let to = scan.pack.lexicon.marker_name(item.marker) == Some("to");
    (item.marker == 0 || to)
        && !item.and
        && sentence.items[lo.saturating_sub(1)..at]
            .iter()
            .rev()
            .take(6)
            .take_while(|i| !matches!(i.what, What::Mark(_)) && !i.is_word("on") && !i.is_word("about"))
            .any(|i| i.is_word("planned") || is_weighed(scan, i) || i.is_word("saying") && !to)
}

/// "Proceeded to the imposing of", "was met with the condemnation of", "[the city] saw an exercise": the verb before the
/// noun tells nothing without it.
fn light(sentence: &Sentence, lo: usize, at: usize, draft: &super::Draft) -> bool {
    let item = &sentence.items[at];
    let material =
        matches!(draft.kind.as_str(), "SANCTION" | "AID" | "COOPERATE" | "FORCE" | "THREATEN" | "APPEAL");
    let verb = |i: &Item| {
        material && i.is_kind("auxiliary", "light")
            || draft.kind == "COOPERATE" && item.marker == 0 && i.is_word("venue")
    };
    !item.and && before_noun(sentence, lo, at, verb).is_some()
}

/// "A was subjected to sanctions of B", "the step was met with the condemnation of B": the item of that verb, before the noun.
pub(super) fn undergone(scan: &Scan, sentence: &Sentence, at: usize) -> Option<usize> {
    // "Met [with] the condemnation of B": some of these verbs take their noun by no preposition.
    let item = &sentence.items[at];
    let to = matches!(scan.pack.lexicon.marker_name(item.marker), Some("with-b" | "to"))
        || item.marker == 0 && !item.and && scan.is_noun_of(item, "STATEMENT");
    let undergo = |i: &Item| i.is_kind("auxiliary", "undergo");
    if scan.has_article() && to { before_noun(sentence, 0, at, undergo) } else { None }
}

/// "The president called off his visit to A": the verb before the noun undoes other things as well, so it is a trigger itself.
fn undone(scan: &Scan, sentence: &Sentence, at: usize) -> bool {
    let does = |i: &Item, work: &str| scan.word(i.start, work).is_some();
    // "Suspended his visit": of other things it is a measure. "Commented on" is spelled like it.
    let noun = &sentence.items[at];
    let goes = || ["MEET", "CALL", "VISIT"].iter().any(|kind| scan.is_noun_of(noun, kind));
    let on = || sentence.items[..at].last().is_some_and(|i| i.is_word("on"));
    let works =
        |i: &Item| does(i, "cancelled") || does(i, "postponed") || does(i, "suspends") && goes() && !on();
    scan.has_article() && governed(sentence, at, |i| works(i) && !i.is_kind("cancelled", "noun"))
}

/// A word before item `at` fits, and no other verb and no joining word stands between the two.
fn governed(sentence: &Sentence, at: usize, fits: impl Fn(&Item) -> bool) -> bool {
    let turns =
        |i: &Item| i.and || i.is_word("and") || i.is_word("relative") || matches!(i.what, What::Trigger(_));
    let near = before_noun(sentence, 0, at, &fits).or_else(|| before_aside(sentence, at, &fits));
    near.is_some_and(|v| !sentence.items[v + 1..at].iter().any(turns))
}

/// The nearest item before a noun that fits, where two commas between set apart in which office somebody is: "A, the minister of
/// B, cancelled".
fn before_aside(sentence: &Sentence, at: usize, fits: impl Fn(&Item) -> bool) -> Option<usize> {
    let items = &sentence.items;
    let comma = |i: &Item| i.is_mark(",");
    let close = at.checked_sub(1).filter(|&i| comma(&items[i]))?;
    let open = items[..close].iter().rposition(comma)?;
    let office = items[open + 1..close].iter().any(|i| matches!(i.what, What::Office(_)));
    if office { before_noun(sentence, 0, open, fits) } else { None }
}

/// The nearest item before a noun that fits, with no mark between; at most nine before it and none before `lo`.
fn before_noun(sentence: &Sentence, lo: usize, at: usize, fits: impl Fn(&Item) -> bool) -> Option<usize> {
    let mut near = (lo..at).rev().take(9).take_while(|&i| !matches!(sentence.items[i].what, What::Mark(_)));
    near.find(|&i| fits(&sentence.items[i]))
}

/// "He had received": an auxiliary in the past before a verb in the past, with its subject between or without.
pub(super) fn had_done(scan: &Scan, sentence: &Sentence, at: usize, draft: &super::Draft) -> bool {
    let (lo, _) = super::arguments::window(sentence, at, false);
    scan.has_article()
        && sentence.scan == 1
        && !draft.nominal
        && !sentence.items[at].is_present()
        // The verb that "and" joins to it had been done as well.
        && [lo, 0].into_iter().any(|from| {
            at > from
                && (from == lo || sentence.items[at].and)
                && sentence.items[from..from + 2.min(at - from)].iter().any(|i| i.is_word("auxiliary"))
        })
}

/// "Studies the imposing of": what somebody weighs; the verb may be read as one of talks besides.
fn is_weighed(scan: &Scan, item: &Item) -> bool {
    let weighs = |s: &Sense| matches!(s, Sense::Word { kind: Some(kind), .. } if *kind == "weighs");
    item.is_kind("hypothetical", "weighs")
        || matches!(item.what, What::Trigger(_)) && scan.is(item.start, weighs)
}

fn known(word: &str) -> &'static str {
    match word {
        "planned" => "planned",
        "postponed" => "postponed",
        "denied" => "denied",
        "hypothetical" => "hypothetical",
        _ => "happened",
    }
}
