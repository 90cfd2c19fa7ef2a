//! Meetings of many in which whoever the document names first has no part: "Minister A had a full day at the assembly.
//! With his colleagues of B, C and D he spoke of trade". He is the one they met.

use super::attendance::join;
use super::{Camp, Context, Draft, arguments};

/// How many parties are many.
const MANY: usize = 3;

/// How many sentences of a text name him.
const LEAD: usize = 4;

/// Makes who is named first in an office of a state the first side of meetings of many others.
///
/// Of 24 such meetings read on 2,300 passages 11 lacked him and none was right without him
/// (data/lang/ar/eval/others.md, "What a whole report tells").
pub(crate) fn first_named(context: &Context, drafts: &mut [Draft]) {
    let many = |d: &Draft| d.kind == "MEET" && d.status == "happened" && d.all_parties().len() >= MANY;
    if !drafts.iter().any(many) {
        return;
    }
    let body = context.sentences.partition_point(|s| s.scan == 0);
    let lead = &context.sentences[..context.sentences.len().min(body + LEAD)];
    let stands = |(index, member): (usize, usize)| {
        Some((index, member, context.stands_for(&lead[index].actors[member])?))
    };
    let mut all = lead.iter().enumerate().flat_map(|(i, s)| (0..s.actors.len()).map(move |m| (i, m)));
    let Some((index, member, first)) = all.find_map(stands) else { return };
    // Whom the title names, or the text more than once, it is about.
    let named = |i: usize| lead[i].actors.iter().any(|a| context.stands_for(a) == Some(first));
    if first.starts_with("ORG:") || index >= body && (0..lead.len()).filter(|i| named(*i)).count() < 2 {
        return;
    }
    for draft in drafts.iter_mut().filter(|d| many(d)) {
        if draft.all_parties().contains(&first) {
            continue;
        }
        let [mut others, second] = std::mem::take(&mut draft.camps);
        join(&mut others.parties, second.parties);
        others.seats.extend(second.seats);
        others.posts.extend(second.posts);
        let mut host = Camp { part: others.part, ..Camp::default() };
        arguments::add(context, &lead[index], &mut host, member);
        draft.camps = [host, others];
    }
}
