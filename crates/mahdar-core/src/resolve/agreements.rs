//! Which documents between parties are one, and how far each has come.

use rustc_hash::FxHashMap;

use super::{EventCluster, Member, Source, mention_id};

/// An agreement that one or more documents tell of.
#[derive(Debug, Clone, PartialEq)]
pub struct AgreementCluster {
    /// Id of the earliest step.
    pub id: String,
    /// The steps: the event in which it is told, and its number there.
    pub steps: Vec<(Member, usize)>,
}

/// Parties, kind and subject.
type Key = (Vec<String>, String, Option<String>);

/// Agreements told in one event are one when their kind is; further steps join by parties, kind and subject.
pub(super) fn agreements(sources: &[Source], events: &[EventCluster]) -> Vec<AgreementCluster> {
    let mut groups: FxHashMap<Key, Vec<(Member, usize)>> = FxHashMap::default();
    for cluster in events {
        for member in &cluster.members {
            let event = &sources[member.source].reading.events[member.number];
            for (n, agreement) in event.agreements.iter().enumerate() {
                let mut parties: Vec<String> = cluster.sides.concat();
                parties.sort();
                parties.dedup();
                let key = (parties, agreement.kind.clone(), agreement.sector.clone());
                groups.entry(key).or_default().push((*member, n));
            }
        }
    }
    let mut out: Vec<AgreementCluster> = groups
        .into_values()
        .map(|mut steps| {
            steps.sort_by_key(|(m, n)| {
                let source = &sources[m.source];
                (source.published.unwrap_or("9999").to_string(), source.document.to_string(), m.number, *n)
            });
            let (m, n) = steps[0];
            let source = &sources[m.source];
            let agreement = &source.reading.events[m.number].agreements[n];
            let id = mention_id(source.document, "agreement", agreement.field, agreement.span);
            AgreementCluster { id, steps }
        })
        .collect();
    out.sort_by(|a, b| a.id.cmp(&b.id));
    out
}
