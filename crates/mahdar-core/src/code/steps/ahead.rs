//! Steps by which something is not done yet: asked for, allowed, threatened, planned; and by which it is done after all.

use super::step::{Step, aside_as, main_as, status};
use super::told::Told;
use crate::code::conditions::allowed;
use crate::code::{Context, Draft, Sentence, arguments};
use crate::detect::{Item, Scan, What};
use crate::pack::{Sense, TriggerForm};

use std::ops::Range;

pub(super) const OF_ITS_OWN: &[Step] = &[
    // "Will A visit B?": a title that asks says nothing for sure.
    status("title-asks", &[], "hypothetical", |t, d| {
        t.sentence.scan == 0
            && d.status == "planned"
            && t.sentence.items.last().is_some_and(|i| i.is_mark("?"))
    }),
    // "He began a visit, in which he meets": what follows a visit in the present is still to come.
    status("still-ahead", &[], "planned", |t, d| {
        let earlier = t.out.iter().rev().chain(t.before.iter().rev());
        d.status == "happened" && still_ahead(t.scan, t.sentence, t.at, d, earlier)
    }),
    // "The meeting of A with B will be held in March", "is being prepared", "its date has not been set".
    status("will-be-held", &[], "planned", |t, d| t.is_said_of(d, "planned")),
    status("not-held", &[], "denied", |t, d| t.is_said_of(d, "denied")),
    status("called-off", &[], "postponed", |t, d| t.is_said_of(d, "postponed")),
    status("under-study", &[], "hypothetical", |t, d| t.is_said_of(d, "hypothetical")),
    // "He will hold talks with A, and also [they] head the session": the present goes on with what is to come.
    status("goes-on-with-plan", &[], "planned", |t, d| d.status == "happened" && goes_on_with_plan(t, d)),
];

pub(super) const ASKED_FOR: &[Step] = &[
    // "Asked that A withdraw its envoy": what is asked for is not done.
    aside_as("asked-for", &[], "hypothetical", |t, d| {
        let asks = |o: &Draft| {
            matches!(o.kind.as_str(), "APPEAL" | "INVITE")
                && o.at < t.at
                && o.at + 14 > t.at
                && !o.camps[1].parties.is_empty()
                && o.camps[1].parties == d.camps[0].parties
        };
        t.sentence.by_order
            && d.status == "happened"
            && (!d.unordered || d.kind == "COOPERATE")
            && t.options.iter().any(|(_, f)| matches!(f, TriggerForm::Infinitive | TriggerForm::Present))
            && t.last_here(asks)
    }),
    // "Approved the signing of": allowed, still to be done.
    main_as("signing-approved", &["SIGN"], "planned", |t, d| {
        d.secondary
            && !d.nominal
            && d.status == "happened"
            && t.scan.word(t.item.start, "approving").is_some()
            && signs_behind(t)
    }),
];

pub(super) const ALLOWED: &[Step] = &[
    // "The talks with B, which will be held in May": still to come.
    status("which-will-be-held", &["MEET"], "planned", |t, d| {
        let ahead = |r: &Range<usize>| {
            let clause = || t.sentence.items[r.clone()].iter();
            r.start > t.at
                && r.start < t.at + 8
                && clause().take(3).any(|i| i.is_word("future"))
                && clause().take(5).any(|i| i.is_word("occurs") || t.scan.word(i.start, "convenes").is_some())
        };
        t.sentence.by_order
            && d.nominal
            && d.status == "happened"
            && arguments::relatives(t.sentence, false).iter().any(ahead)
    }),
    // "Approved the opening of an embassy in A and the signing of": allowed, and no news between two states yet.
    aside_as("opening-approved", &["COOPERATE"], "planned", |t, d| {
        let approves = |i: &Item| t.scan.word(i.start, "approving").is_some();
        t.sentence.by_order
            && (d.nominal || t.is_form(TriggerForm::Gerund))
            && d.status == "happened"
            && t.near_left(10).iter().any(approves)
    }),
    // "Handed over an invitation to the summit": what somebody is invited to is still to come.
    // "Invited him to a visit to A": whoever is invited may stand between.
    aside_as("invited-to", &[], "planned", |t, d| {
        let article = t.scan.has_article();
        let to = |i: &Item| i.is_word("to") || t.scan.pack.lexicon.marker_name(i.marker) == Some("to");
        let asked = || t.previous().is_some_and(|i| to(t.item) || to(i));
        let reach = || if article && !asked() { 3 } else { 10 };
        d.nominal
            && (article || t.sentence.by_order && t.near_left(8).iter().any(|i| i.is_word("to")))
            && d.kind != "INVITE"
            && d.status == "happened"
            && t.options.iter().all(|(_, f)| *f == TriggerForm::Noun || t.sentence.by_order && f.is_noun())
            && invited(t.context, t.index, t.at.saturating_sub(reach())..t.at)
            && !t.previous().is_some_and(|i| i.and)
    }),
];

pub(super) const BESIDE_A_PLAN: &[Step] = &[
    // "Will urge B at talks with C": what is to be said there makes the talks those to come.
    status("to-be-said-there", &["MEET", "CALL"], "planned", |t, d| {
        t.sentence.by_order
            && d.nominal
            && d.status == "happened"
            && t.last_here(|o| {
                o.status == "planned"
                    && !o.nominal
                    && matches!(o.kind.as_str(), "STATEMENT" | "APPEAL" | "INVITE")
                    && o.camps[0].parties.first().is_some_and(|p| d.all_parties().contains(p))
            })
    }),
    // "Threatened to impose sanctions on": what is threatened is not done.
    // "Warned A that its diplomats risk being thrown out": whoever stands first there suffers it.
    aside_as("threatened", &["SANCTION", "EXPEL", "RECALL", "FORCE"], "hypothetical", |t, d| {
        d.status == "happened"
            && (d.nominal || !t.scan.has_article())
            && !t.item.and
            && t.last_here(|o| {
                o.kind == "THREATEN"
                    && !o.nominal
                    && o.at < t.at
                    && o.at + 9 > t.at
                    && (o.camps[0].parties.first() == d.camps[0].parties.first()
                        || t.sentence.by_order && o.turns(d))
            })
    }),
    // "Will visit A and hold talks": what "and" joins to a plan is planned.
    status("joined-to-plan", &[], "planned", |t, d| {
        let between = |plan: usize| {
            t.sentence.actors.iter().any(|a| {
                a.items.end <= t.at && a.items.start + 3 >= t.at && a.items.start > plan + 1 && a.and
            })
        };
        t.sentence.by_order
            && d.status == "happened"
            && t.infinitive(d)
            && t.near_left(3).iter().any(|i| i.is_word("and"))
            && plan_before(t).is_some_and(|plan| !between(plan))
    }),
    // "Will host him on a visit to A": the visit is as planned as the verb before it.
    status("hosted-on-visit", &["VISIT"], "planned", |t, d| {
        t.scan.pack.features.case.is_empty()
            && d.nominal
            && d.status == "happened"
            && t.out.iter().any(|o| {
                o.status == "planned" && !o.nominal && o.kind == "MEET" && o.party_set() == d.party_set()
            })
    }),
    // "Arrived in X for talks": they are still to come.
    status("arrived-for-talks", &["MEET"], "planned", |t, d| {
        t.sentence.by_order
            && d.nominal
            && d.status == "happened"
            && t.last_here(|o| o.kind == "VISIT" && !o.nominal && o.status == "happened")
            && t.near_left(3).iter().any(|i| i.is_word("for"))
    }),
    // "Was in X on Tuesday for talks with": whoever tells that he was there tells that they were held.
    status("was-there-for-talks", &["MEET"], "happened", |t, d| {
        let stayed = |o: &Draft| {
            o.kind == "VISIT"
                && !o.nominal
                && o.status == "happened"
                && o.spot == t.index
                && o.at < t.at
                && t.scan.word(t.sentence.items[o.at].start, "was_there").is_some()
        };
        let ahead = |i: &Item| i.is_word("future") || i.is_word("planned") || i.is_word("hypothetical");
        t.sentence.by_order
            && t.in_text()
            && d.status == "planned"
            && t.last_here(|o| stayed(o) && !t.sentence.items[o.at..t.at].iter().any(ahead))
    }),
];

/// "Approved the signing of", "cleared a proposal to sign", "gave its nod to a pact to be signed with".
fn signs_behind(t: &Told) -> bool {
    let frames = &t.scan.pack.frames;
    let behind = &t.sentence.items[t.at + 1..];
    let signing = |i: &Item| {
        matches!(&i.what, What::Trigger(o)
            if o.iter().all(|&(f, form)| form.is_noun() && frames[f].kind == "SIGN"))
    };
    let to_sign = |two: &[Item]| {
        let signs = matches!(&two[1].what, What::Trigger(o)
            if o.iter().any(|&(f, form)| !form.is_noun() && frames[f].kind == "SIGN" && !frames[f].secondary));
        signs && (two[0].is_word("to") || two[0].is_kind("auxiliary", "be") || two[0].is_word("base"))
    };
    behind.iter().take(4).any(signing) || t.sentence.by_order && behind.windows(2).take(20).any(to_sign)
}

/// Where the plan stands to which "and" joins something: the verb told last, or, in "will see [a plant that was modernised] and
/// hold talks with B", a word for what is to come that tells no event.
fn plan_before(t: &Told) -> Option<usize> {
    let plan = t.out.last().filter(|o| o.status == "planned" && !o.nominal).map(|o| o.at);
    let foretold = || {
        let future = t.left().iter().rposition(|i| i.is_word("future"))?;
        let told = t.out.iter().any(|o| o.at > future);
        (!told && t.in_text()).then_some(future)
    };
    plan.or_else(foretold)
}

/// "It is scheduled that he meets A, and signs with him": where the verb stands first, what "and" joins to a plan in the present is
/// planned, with a comma between as well.
fn goes_on_with_plan(t: &Told, d: &Draft) -> bool {
    let joined = || t.item.and || t.previous().is_some_and(|i| i.is_word("and"));
    let plan = || t.last_here(|o| o.status == "planned" && o.at < t.at);
    // A verb that is no event may tell the plan, and one in the past or of saying ends it.
    let ends = |i: &Item| {
        i.is_word("saying")
            || i.is_word("auxiliary") && !i.is_kind("auxiliary", "present")
            || i.is_only_verb() && !i.is_present()
    };
    let since = || t.out.last().map_or(0, |o| o.at + 1);
    t.scan.pack.features.order == "vso"
        && t.in_text()
        && !d.nominal
        && t.item.is_present()
        && joined()
        && plan()
        && !t.sentence.items[since()..t.at].iter().any(ends)
}

/// A verb among the items invites or calls to something; "renewed its demand", with a verb that also invites, does not.
fn invited(context: &Context, index: usize, items: Range<usize>) -> bool {
    let sentence = &context.sentences[index];
    let scan = context.scan(sentence);
    let kind = |f: usize| scan.pack.frames[f].kind.as_str();
    items.into_iter().any(|k| {
        let What::Trigger(options) = &sentence.items[k].what else { return false };
        let mut invites = options.iter().map(|&(f, _)| f).filter(|&f| kind(f) == "INVITE").peekable();
        let calls = || options.iter().any(|&(f, _)| kind(f) == "APPEAL");
        invites.peek().is_some()
            && (calls() || invites.any(|f| allowed(context, index, k, f, &scan.pack.frames[f])))
    })
}

/// "He began a visit, in which he meets …": where the verb stands first, the present after a visit tells what is to come.
fn still_ahead<'d>(
    scan: &Scan,
    sentence: &Sentence,
    at: usize,
    draft: &Draft,
    earlier: impl Iterator<Item = &'d Draft>,
) -> bool {
    let present = |i: usize| sentence.items[i].is_present();
    // "In which will be held": an auxiliary of the present, by itself or with the word that refers back.
    let goes_on = |i: usize| {
        let item = &sentence.items[i];
        let auxiliary = |s: &Sense| matches!(s, Sense::Word { work, kind: Some(kind) } if *work == "auxiliary" && *kind == "present");
        item.is_kind("auxiliary", "present")
            || matches!(item.what, What::Resumption) && scan.is(item.start, auxiliary)
    };
    let by_present =
        present(at) || draft.nominal && (at.saturating_sub(4)..at).any(|i| present(i) || goes_on(i));
    let visit = earlier.take(4).any(|e| {
        e.kind == "VISIT"
            && matches!(e.status, "happened" | "planned")
            && e.sentence + 3 >= draft.sentence
            && !e.in_title()
    });
    let follows = matches!(draft.kind.as_str(), "MEET" | "MESSAGE" | "SIGN");
    scan.pack.features.order == "vso"
        && (follows && !draft.in_title() && by_present && visit
            || draft.nominal && told_for(scan, sentence, at))
}

/// "CITY hosts tomorrow a meeting": the verb before the noun that tells the act stands in the present, with a day to come.
fn told_for(scan: &Scan, sentence: &Sentence, at: usize) -> bool {
    let before = at.saturating_sub(8)..at;
    let Some(verb) = before.rev().find(|&i| matches!(sentence.items[i].what, What::Trigger(_))) else {
        return false;
    };
    let beside = sentence.items[verb].end..sentence.items[at].end + 6;
    sentence.items[verb].is_present()
        && !sentence.items[verb..at].iter().any(|i| i.is_mark(",;:"))
        && sentence.dates(scan).iter().any(|d| d.is_ahead() && beside.contains(&d.start))
}
