//! Whom a condemnation is about: "A voiced its condemnation of the attack that B launched on C" blames B.

use super::{Camp, Context, Draft, lender};
use crate::Slug;
use crate::detect::{Item, What};

/// How many words behind the verb of saying the noun of what is said stands.
const NEAR: usize = 6;

/// Turns statements that condemn a blow from the state that was struck to the one that struck.
pub(crate) fn blamed(context: &Context, drafts: &mut Vec<Draft>) {
    let said = |d: &Draft| d.kind == "STATEMENT" && d.camps.iter().all(|c| c.parties.len() == 1);
    for k in 0..drafts.len() {
        let d = &drafts[k];
        if !said(d) || d.nominal || d.status == "denied" {
            continue;
        }
        // "Voices its condemnation of the A-ian raid [which struck B]": what the noun itself tells.
        let noun = |o: &&Draft| {
            said(o)
                && o.nominal
                && condemns(o)
                && (d.spot, &d.camps[0].parties) == (o.spot, &o.camps[0].parties)
                && (d.at + 1..d.at + NEAR).contains(&o.at)
        };
        let strikes = |o: &&Draft| {
            let [does, to] = &o.camps;
            o.kind == "FORCE"
                && o.spot == d.spot
                && o.at > d.at
                && does.parties.len() == 1
                && to.parties == d.camps[1].parties
                && does.parties != d.camps[0].parties
                && !does.parties[0].starts_with("ORG:")
        };
        let near = |fits: &dyn Fn(&&Draft) -> bool| lender(drafts, k, |_, o| fits(&o));
        let doer = near(&noun).map(|o| o.camps[1].clone()).or_else(|| {
            let blow = near(&strikes)?;
            (condemns(d) || names_condemnation(context, d, blow.at)).then(|| blow.camps[0].clone())
        });
        if let Some(doer) = doer {
            let part = drafts[k].camps[1].part;
            drafts[k].camps[1] = Camp { part, ..doer };
        }
    }
    // What the verb and its noun tell alike is one.
    drafts.dedup_by(|d, before| {
        d.nominal
            && said(d)
            && condemns(d)
            && said(before)
            && before.spot == d.spot
            && (0..2).all(|c| before.camps[c].parties == d.camps[c].parties)
    });
}

fn condemns(draft: &Draft) -> bool {
    draft.mode.is_some_and(blames)
}

/// What frames call words of blame.
fn blames(mode: Slug) -> bool {
    matches!(mode.as_str(), "condemn" | "negative")
}

/// Between the verb and the blow stands a noun for condemning.
fn names_condemnation(context: &Context, draft: &Draft, to: usize) -> bool {
    let sentence = &context.sentences[draft.spot];
    let frames = &context.scan(sentence).pack.frames;
    let noun = |i: &Item| match &i.what {
        What::Trigger(o) => o.iter().any(|(f, form)| {
            form.is_noun() && frames[*f].kind == "STATEMENT" && frames[*f].mode.is_some_and(blames)
        }),
        _ => false,
    };
    draft.scan == sentence.scan && sentence.items.get(draft.at + 1..to).is_some_and(|i| i.iter().any(noun))
}
