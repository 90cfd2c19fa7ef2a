//! The pass over all that one sentence told: whose talks those were, what is told twice, what its last verb says of the others.

use super::{
    Camp, Context, Draft, Known, Sentence, arguments, asked_for, attendance, convened, elliptic, holder,
    joined, series, setting, status, to_come,
};
use crate::Slug;
use crate::detect::{Item, What};
use crate::pack::TriggerForm;

/// Goes over the events of a sentence once all its triggers were asked. `unsaid` are the signings of which no parties are told.
pub(super) fn whole(
    context: &Context,
    index: usize,
    before: &[Draft],
    unsaid: &[(usize, usize)],
    out: &mut Vec<Draft>,
) {
    let sentence = &context.sentences[index];
    whose_talks(sentence, out);
    attendance::preside(context, index, out);
    attendance::chairs_sit(context, index, out);
    signed_on_visit(context, index, unsaid, out);
    joined::joined(context, index, out);
    joined::likewise(context, index, out);
    only_its_step(out);
    asked_for::asked_for(context, index, out);
    met_on_arrival(context, index, out);
    told_again(sentence, index, before, out);
    attendance::led_before_all(context, index, before, out);
    if out.is_empty() {
        out.extend(attendance::gathered(context, index, before));
    }
    holder::holders(context, index, out);
    holder::hosts(context, index, out);
    attendance::organised(context, index, out);
    without_a_verb(context, index, before, out);
    if sentence.verb_last {
        spoke_on_phone(out);
        out.retain(|d| !receives_a_thing(context, index, d));
    }
    // "A attended the summit of ORGANISATION in CITY": that is the news, whoever holds the summit.
    if !out.iter().any(|d| d.kind == "MEET") {
        out.iter_mut().filter(|d| d.kind == "HOST").for_each(|d| convened::took_place(sentence, d));
    }
    if context.scan(sentence).has_article() {
        to_be_held(out);
    }
    let met = |d: &Draft| matches!(d.kind.as_str(), "MEET" | "HOST" | "VISIT" | "CALL");
    if !out.iter().any(met) {
        out.extend(convened::convened(context, index));
    }
    approved_once(out);
    as_the_next_verb(context, index, out);
    to_come::to_come(context, index, out);
    as_the_verb_beside(out);
}

/// What a sentence tells in which nothing reports, and perhaps nobody is listed.
pub(super) fn without_triggers(
    context: &Context,
    index: usize,
    before: &[Draft],
    listed: bool,
) -> Vec<Draft> {
    let mut out: Vec<Draft> = Vec::new();
    out.extend(attendance::gathered(context, index, before));
    if !out.is_empty() {
        return out;
    }
    if !listed {
        out.extend(series::series(context, index, before));
        out.extend(elliptic::met_with(context, index));
    }
    if out.is_empty() {
        out.extend(elliptic::at_talks_with(context, index, before));
    }
    out.extend(convened::convened(context, index));
    out
}

/// Talks and series of meetings that no verb tells.
fn without_a_verb(context: &Context, index: usize, before: &[Draft], out: &mut Vec<Draft>) {
    if out.is_empty() {
        out.extend(series::series(context, index, before));
    }
    if out.is_empty() {
        out.extend(elliptic::met_with(context, index));
    }
    let met = |d: &Draft| matches!(d.kind.as_str(), "MEET" | "CALL");
    if !out.iter().any(met) {
        out.extend(elliptic::at_talks_with(context, index, before));
    }
    if !out.iter().any(met) {
        out.extend(elliptic::spoke_at_talks(context, index, before));
    }
}

/// "Four crises came up in [talks which] A [had] with B": the clause of the noun tells whose talks those were.
fn whose_talks(sentence: &Sentence, out: &mut Vec<Draft>) {
    let told_by = |d: &Draft, o: &Draft| {
        let clause = sentence.items.get(d.at + 1..o.at).unwrap_or_default();
        o.kind == d.kind
            && !o.nominal
            && clause.first().is_some_and(|i| i.is_word("relative"))
            && !clause.iter().any(Item::is_finite)
    };
    let talks = |d: &Draft| sentence.by_order && d.nominal && d.kind == "MEET";
    let twice: Vec<usize> =
        out.iter().filter(|d| talks(d) && out.iter().any(|o| told_by(d, o))).map(|d| d.at).collect();
    out.retain(|d| !(talks(d) && twice.contains(&d.at)));
}

/// "Those who presented them: …": the head of a list tells again what was told before it.
fn told_again(sentence: &Sentence, index: usize, before: &[Draft], out: &mut Vec<Draft>) {
    out.retain(|d| {
        let colon = sentence.items.get(d.at + 1).is_some_and(|n| n.is_mark(":"));
        let told = |o: &Draft| o.kind == d.kind && o.scan == d.scan && o.spot + 3 >= index;
        // "The meeting was attended by X of A and Y of B": who was at the one told before.
        let listed = sentence.by_order
            && d.kind == "MEET"
            && d.nominal
            && d.at > 0
            && sentence.items[d.at - 1].is_kind("determiner", "article")
            && sentence.items.get(d.at + 1).is_some_and(|n| matches!(n.what, What::Attendance { .. }));
        if listed && before.iter().any(|o| told(o) && o.done() && o.party_set() == d.party_set()) {
            return false;
        }
        !(colon && d.kind == "CREDENTIALS" && before.iter().any(told))
    });
}

/// "Hosts tomorrow the ministerial meeting of X": what is to be held is that meeting.
fn to_be_held(out: &mut Vec<Draft>) {
    let held: Vec<(usize, Vec<Slug>)> = out
        .iter()
        .filter(|d| d.kind == "HOST" && d.status == "planned" && !d.nominal)
        .map(|d| (d.at, d.party_set()))
        .collect();
    let object = |d: &Draft| d.kind == "MEET" && d.nominal && d.status == "planned";
    out.retain(|d| !object(d) || held.iter().all(|(at, all)| d.at < *at || *all != d.party_set()));
}

/// "Approved the signing of": what is approved is told once, as what is to come.
fn approved_once(out: &mut Vec<Draft>) {
    let to_come: Vec<(usize, Vec<Slug>)> = out
        .iter()
        .filter(|d| d.kind == "SIGN" && d.status == "planned")
        .map(|d| (d.at, d.party_set()))
        .collect();
    out.retain(|d| {
        let told_by_verb = d.kind == "SIGN" && d.secondary && d.status == "happened";
        !told_by_verb || to_come.iter().all(|(at, parties)| *at <= d.at || *parties != d.party_set())
    });
}

/// "Having talked, [they] will sign": a verb that leaves its time to the next one is as planned as that.
fn as_the_next_verb(context: &Context, index: usize, out: &mut [Draft]) {
    let sentence = &context.sentences[index];
    let scan = context.scan(sentence);
    let plans = |o: &[(usize, TriggerForm)]| {
        o.iter().any(|&(f, _)| scan.pack.frames[f].status.as_deref() == Some("planned"))
    };
    for d in out.iter_mut().filter(|d| !d.nominal && d.status == "happened") {
        let form = scan.text.folded(sentence.items[d.at].end - 1);
        let waits = scan.pack.features.is_converb(form);
        let mut later = (d.at + 1..sentence.items.len()).filter_map(|k| match &sentence.items[k].what {
            What::Trigger(o) if !o.iter().all(|(_, form)| form.is_noun()) && ends_its_clause(sentence, k) => {
                Some(o)
            }
            _ => None,
        });
        if waits && later.next().is_some_and(|o| plans(o)) {
            d.status = "planned";
            setting::place_and_date(context, index, d.at, d);
        }
    }
}

/// A verb made a noun, or one that describes a noun, ends no clause.
fn ends_its_clause(sentence: &Sentence, verb: usize) -> bool {
    let oblique = crate::pack::tags::CASES | crate::pack::tags::POSS;
    // "That it intends to": what is made a noun after the verb takes it into another clause.
    let reported = |next: &Item| next.is_word("auxiliary") && next.tags & oblique != 0;
    sentence.items[verb].tags & oblique == 0
        && !sentence.items.get(verb + 1).is_some_and(reported)
        && !arguments::runs_on(sentence, verb)
        && !status::is_condition(sentence, verb)
}

/// "Will come on a visit": the noun is as planned as the verb beside it that tells the same act.
fn as_the_verb_beside(out: &mut [Draft]) {
    let verbs: Vec<(Slug, usize, Vec<Slug>, &'static str)> =
        out.iter().filter(|d| !d.nominal).map(|d| (d.kind, d.at, d.party_set(), d.status)).collect();
    for d in out.iter_mut().filter(|d| d.nominal) {
        let told = verbs.iter().find(|(kind, at, parties, _)| {
            *kind == d.kind && at.abs_diff(d.at) == 1 && *parties == d.party_set()
        });
        // "[His] state visit-INS coming [is] possible".
        if let Some(told) = told.filter(|t| t.3 != "happened") {
            d.status = told.3;
        }
    }
}

/// "In a telephone conversation A talked to B": the talk is the call, and whoever talked was on the phone.
fn spoke_on_phone(out: &mut Vec<Draft>) {
    let called = |d: &Draft| d.kind == "CALL" && d.done() && d.nominal;
    let talked = |d: &Draft| d.kind == "MEET" && d.status == "happened" && !d.nominal;
    while let Some(talk) =
        out.iter().position(|d| talked(d) && out.iter().any(|c| called(c) && c.party_set() == d.party_set()))
    {
        let talk = out.remove(talk);
        let Some(call) = out.iter_mut().find(|c| called(c) && c.party_set() == talk.party_set()) else {
            return;
        };
        for camp in talk.camps {
            let Some(slot) = camp.parties.first().and_then(|p| call.slot_of(p)) else { continue };
            if call.camps[slot].seats.is_empty() {
                call.camps[slot].seats = camp.seats;
            }
        }
    }
}

/// "B took it over": a pronoun that is received, where nobody was told of whom it could mean.
fn receives_a_thing(context: &Context, index: usize, draft: &Draft) -> bool {
    let sentence = &context.sentences[index];
    if draft.mode.as_deref() != Some("reception") || draft.spot != index {
        return false;
    }
    let it = sentence.items.iter().take(3).any(|i| i.is_kind("pronoun", "acc"));
    let people = |s: &Sentence| s.actors.iter().any(|a| a.kind.is_people());
    let near = (index.saturating_sub(2)..index).filter(|&s| context.sentences[s].scan == sentence.scan);
    it && !near.into_iter().any(|s| people(&context.sentences[s]))
}

/// "Received him on his arrival": the journey at the end of which the guest was met, told on the way.
fn met_on_arrival(context: &Context, index: usize, out: &mut Vec<Draft>) {
    let sentence = &context.sentences[index];
    let scan = context.scan(sentence);
    let told = |d: &Draft| d.kind == "VISIT";
    if sentence.scan == 0 || out.iter().any(told) {
        return;
    }
    let Some(at) = sentence.items.iter().position(|i| i.is_kind("during", "arrival")) else { return };
    let met = |d: &&Draft| d.kind == "MEET" && d.status == "happened" && !d.background && !d.nominal;
    let Some((meet, (guest, host))) =
        out.iter().find(met).and_then(|d| Some((d, arguments::guest_and_host(d)?)))
    else {
        return;
    };
    // Of two bare names only order tells who came, and not surely.
    let titled = |c: &Camp| c.seats.iter().any(|s| crate::refer::official(&context.namings[s.naming]));
    let came = meet.camps.iter().find(|c| c.parties == [guest] && titled(c)).cloned();
    let frame = scan.pack.frames.iter().find(|f| f.kind == "VISIT" && f.mode.is_none() && !f.secondary);
    let (Some(came), Some(frame)) = (came, frame) else { return };
    let trigger = scan.words_of(&sentence.items[at]);
    let mut draft = Draft::of(frame, trigger, index, sentence.scan, at);
    draft.nominal = true;
    draft.set_aside("journey-of-arrival");
    let seats = came.heads();
    draft.camps = [
        Camp { part: "actor", known: Known::Lent, seats, ..came },
        Camp { part: "recipient", known: Known::Lent, ..Camp::of(host) },
    ];
    out.push(draft);
}

/// "Was signed in January during A's visit to B": a signing without its parties is of the guest and his host.
fn signed_on_visit(context: &Context, index: usize, unsaid: &[(usize, usize)], out: &mut Vec<Draft>) {
    let sentence = &context.sentences[index];
    let scan = context.scan(sentence);
    let told = |d: &Draft| d.kind == "SIGN";
    let Some(&(at, frame)) = unsaid.first().filter(|_| sentence.scan == 1 && !out.iter().any(told)) else {
        return;
    };
    let during = |to: usize| {
        sentence.items[at..to].iter().any(|i| i.is_word("during") || i.is_word("in") || i.is_word("at"))
    };
    let beside = |d: &&Draft| {
        let near = (at..at + 16).contains(&d.at) && during(d.at);
        d.kind == "VISIT" && d.nominal && d.status == "happened" && near
    };
    let Some(visit) = out.iter().find(beside) else { return };
    let camps =
        visit.camps.clone().map(|c| Camp { part: "party", known: Known::Lent, seats: c.heads(), ..c });
    let trigger = scan.words_of(&sentence.items[at]);
    let frame = &scan.pack.frames[frame];
    let mut draft = Draft::of(frame, trigger, index, sentence.scan, at);
    (draft.camps, draft.unordered) = (camps, true);
    draft.set_aside("signed-on-visit");
    setting::place_and_date(context, index, at, &mut draft);
    out.push(draft);
}

/// "The agreement between A and B took effect": what became of a document is told, not that they agree.
fn only_its_step(out: &mut Vec<Draft>) {
    let step = |d: &Draft| d.kind == "SIGN" && d.step.is_some_and(|s| s != "discussed");
    let told: Vec<(usize, _)> = out.iter().filter(|d| step(d)).map(|d| (d.at, d.party_set())).collect();
    out.retain(|d| {
        !(d.kind == "AGREE" && d.nominal && told.iter().any(|(at, by)| *at > d.at && *by == d.party_set()))
    });
}
