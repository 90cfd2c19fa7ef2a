//! Sides that a verb without a doer, or one that tells nothing without its noun, leaves to the words around it.

use super::groups::Group;
use super::reach::{Found, Reach};
use super::{Clause, Role};
use crate::Slug;
use crate::code::Camp;
use crate::detect::person::{Actor, ActorKind};
use crate::detect::{Item, What};
use crate::pack::{StateForm, TriggerForm, tags};

impl Clause<'_> {
    /// "[To CITY] the minister was invited": where verbs stand last, the land of the aim invites, where nobody else does.
    pub(super) fn invited_to(&self, reach: &Reach, roles: &mut Vec<Role>) {
        let Clause { sentence, form, frame, sov, .. } = *self;
        let open = roles.iter().all(|(name, _)| *name != "actor");
        if frame.kind != "INVITE" || !sov || form != TriggerForm::Passive || !open {
            return;
        }
        let land = |g: &&&Group| {
            let actor = &sentence.actors[g.members[0]];
            let state = matches!(actor.kind, ActorKind::State(StateForm::Name)) || actor.kind.is_city();
            g.members.len() == 1 && g.own & tags::DAT != 0 && state
        };
        if let Some(land) = reach.left.iter().find(land) {
            roles.retain(|(_, members)| *members != land.members);
            roles.insert(0, ("actor", land.members.clone()));
        }
    }

    /// "A and B: three agreements [were] signed": those whom a title names before its colon did together what the passive behind it
    /// tells, where nobody else is said to have done it.
    pub(super) fn before_colon(&self, around: &Found, roles: &mut Vec<Role>) {
        let Clause { sentence, form, unordered, frame, .. } = *self;
        let done =
            form == TriggerForm::Passive && unordered && matches!(frame.kind.as_str(), "SIGN" | "AGREE");
        if sentence.scan != 0 || !done || !roles.is_empty() {
            return;
        }
        let named = |g: &&Group| {
            let behind = sentence.items.get(g.end);
            g.start == 0
                && g.marker.is_none()
                && g.members.len() > 1
                && g.tags & tags::CASES & !tags::NOM == 0
                && behind.is_some_and(|i| i.is_mark(":"))
        };
        if let Some(both) = around.all[..around.own].iter().find(named) {
            roles.push(("party", both.members.clone()));
        }
    }

    /// "A was subjected to sanctions of B", "the step of A met with the condemnation of B": the subject of such a verb
    /// suffers, and whose the noun is acts.
    pub(super) fn undergone(&self, camps: &mut [Camp; 2]) {
        let Clause { context, sentence, at, frame, nominal, unordered, article, .. } = *self;
        let suffered =
            matches!(frame.kind.as_str(), "SANCTION" | "FORCE" | "STATEMENT" | "THREATEN" | "APPEAL");
        if !nominal || unordered || !article || !suffered {
            return;
        }
        let items = &sentence.items;
        let Some(verb) = crate::code::status::undergone(self.scan, sentence, at) else { return };
        let told = |i: &Item| match &i.what {
            What::State { code, .. } => Some(*code),
            _ => None,
        };
        let mut near = sentence.actors.iter().filter(|a| a.items.start < at && a.items.end >= verb);
        let sufferer =
            items[verb + 1..at].iter().find_map(told).or_else(|| near.find_map(|a| context.party(a)));
        let own = items[at + 1..].iter().take(3).find_map(|i| adjective(i).filter(|_| i.marker == 0));
        let from = sentence.actors.iter().find(|a| {
            a.items.start > at && a.items.start < at + 6 && matches!(a.marker.as_deref(), Some("from" | "by"))
        });
        let doer = own.or_else(|| from.and_then(|a| context.party(a)));
        *camps = match sufferer.zip(doer) {
            Some((sufferer, doer)) if sufferer != doer => {
                [Camp { part: "actor", ..Camp::of(doer) }, Camp { part: "recipient", ..Camp::of(sufferer) }]
            }
            _ => [Camp::default(), Camp::default()],
        };
    }

    /// "A intends the meeting of B", "hopes for the receiving of B": the subject of the verb that means it does what the noun
    /// tells, to whoever stands right behind the noun.
    pub(super) fn meant(&self, reach: &Reach, roles: &mut Vec<Role>) {
        let Clause { sentence, at, frame, nominal, article, .. } = *self;
        // "A gets ready for the receiving of B": a state awaits him who is to come.
        let awaits = frame.kind == "VISIT"
            && frame.roles.get("recipient").is_some_and(|markers| markers.iter().any(|m| *m == "subject"));
        if nominal && article && frame.kind == "APPEAL" {
            return self.means_to_ask(reach, roles);
        }
        if !nominal || !article || !(frame.kind == "MEET" || awaits) {
            return;
        }
        let state =
            |g: &&&Group| g.members.iter().all(|&m| matches!(sentence.actors[m].kind, ActorKind::State(_)));
        let people = |g: &&&Group| g.members.iter().all(|&m| sentence.actors[m].kind.is_people());
        let other = reach.right.first().filter(|g| g.start == at + 1 && g.marker.is_none()).filter(people);
        let means = |i: &Item| ["planned", "hypothetical"].iter().any(|work| i.is_word(work));
        let doer = reach.left.last().filter(|g| {
            let verb = g.start.checked_sub(1).map(|v| &sentence.items[v]);
            g.marker.is_none() && (verb.is_some_and(means) || sentence.items[g.end..at].iter().any(means))
        });
        let doer = if awaits { doer.filter(state) } else { doer.filter(people) };
        let Some((doer, other)) = doer.zip(other) else { return };
        if awaits {
            *roles = vec![("actor", other.members.clone()), ("recipient", doer.members.clone())];
            return;
        }
        let names = if frame.roles.contains_key("host") { ["host", "guest"] } else { ["party", "party"] };
        *roles = vec![(names[0], doer.members.clone()), (names[1], other.members.clone())];
    }

    /// "A intends the asking of B": the same of what A means to ask.
    fn means_to_ask(&self, reach: &Reach, roles: &mut Vec<Role>) {
        let Clause { context, sentence, at, .. } = *self;
        let party = |g: &&&Group| context.party(&sentence.actors[g.members[0]]).is_some();
        let asked = reach.right.first().filter(|g| g.start == at + 1 && g.marker.is_none()).filter(party);
        let means = |i: &Item| i.is_word("planned");
        let doer = reach.left.last().filter(|g| {
            let verb = g.start.checked_sub(1).map(|v| &sentence.items[v]);
            g.marker.is_none() && (verb.is_some_and(means) || sentence.items[g.end..at].iter().any(means))
        });
        if let Some((doer, asked)) = doer.filter(party).zip(asked) {
            *roles = vec![("actor", doer.members.clone()), ("recipient", asked.members.clone())];
        }
    }

    /// "Expelled were envoys of A from B": whoever they leave acts.
    pub(super) fn expelled_from(&self, reach: &Reach, camps: &mut [Camp; 2]) {
        let Clause { context, sentence, at, frame, article, .. } = *self;
        if frame.kind != "EXPEL" || !article {
            return;
        }
        let Some(from) = reach.right.iter().find(|g| g.marker.as_deref() == Some("from")) else { return };
        let Some(host) = context.party(&sentence.actors[from.members[0]]) else { return };
        let sent = sentence.items[at + 1..from.start.max(at + 1)].iter().find_map(adjective);
        let nobody = camps[0].parties.is_empty() || camps[0].parties == [host];
        if let Some(sent) = sent.filter(|s| *s != host && nobody) {
            *camps = [Camp { part: "actor", ..Camp::of(host) }, Camp { part: "recipient", ..Camp::of(sent) }];
        }
    }

    /// "A decided the expulsion of ten of the staff of the embassy of B": whose mission stands behind the noun suffers.
    pub(super) fn staff_expelled(&self, reach: &Reach, camps: &mut [Camp; 2]) {
        let Clause { context, sentence, frame, article, nominal, .. } = *self;
        if frame.kind != "EXPEL" || !article || !nominal {
            return;
        }
        let party = |g: &&Group| context.party(&sentence.actors[g.members[0]]);
        let house = |g: &&&Group| matches!(sentence.actors[g.members[0]].kind, ActorKind::Institution { .. });
        let Some(sent) = reach.right.iter().find(house).and_then(party) else { return };
        let mut doers = reach.left.iter().filter_map(party);
        let Some(doer) = doers.next() else { return };
        // "B protested at the decision of A to expel": two are told before it.
        if doer != sent && !camps[1].parties.contains(&sent) && doers.all(|d| d == doer) {
            *camps = [Camp { part: "actor", ..Camp::of(doer) }, Camp { part: "recipient", ..Camp::of(sent) }];
        }
    }

    /// "A decided the suspension of the membership of B": whose the noun is suffers, where the frame says so.
    pub(super) fn suspended(&self, reach: &Reach, camps: &mut [Camp; 2]) {
        let Clause { context, sentence, at, frame, article, nominal, .. } = *self;
        let of = |role: &str| frame.roles.get(role).is_some_and(|m| m.iter().any(|m| *m == "of"));
        if frame.kind != "SANCTION" || !article || !nominal || of("actor") || !of("recipient") {
            return;
        }
        let party = |g: &&Group| context.party(&sentence.actors[g.members[0]]);
        let beside = |g: &&&Group| g.start == at + 1 && g.marker.is_none();
        let Some(sufferer) = reach.right.first().filter(beside).and_then(party) else { return };
        let doer = reach.left.iter().filter_map(party).next_back().filter(|d| *d != sufferer);
        camps[0] = doer.map_or_else(Camp::default, |d| Camp { part: "actor", body: true, ..Camp::of(d) });
        camps[1] = Camp { part: "recipient", ..Camp::of(sufferer) };
    }

    /// "The envoy was summoned to the ministry of B": who is called in stands first, and where he goes acts.
    pub(super) fn called_in(&self, reach: &Reach, camps: &mut [Camp; 2]) {
        let home = self.frame.kind == "RECALL";
        if !(home || self.frame.kind == "SUMMON") || !self.article || !camps[0].envoy || camps[1].envoy {
            return;
        }
        // "The prime minister orders the calling of the A-ian envoy in CITY" in A's own press: he is called home.
        let own = self.context.home.is_some_and(|h| camps[0].parties.as_slice() == [h]);
        if !home && own && self.nominal && self.sentence.scan == 0 {
            *camps = [Camp::default(), Camp::default()];
            return;
        }
        // Who is called in stands first; the ministry that calls, or where he is called, after him.
        if !home && !camps[1].parties.is_empty() {
            camps.swap(0, 1);
            camps[0].part = "actor";
            camps[1].part = "recipient";
            return;
        }
        let called = |g: &&&Group| g.marker.as_deref() == Some("to");
        let host = reach.right.iter().find(called).and_then(|g| {
            let actor = &self.sentence.actors[g.members[0]];
            matches!(actor.kind, ActorKind::Institution { .. }).then(|| self.context.party(actor))?
        });
        let host = host.filter(|h| !camps[0].parties.contains(h));
        // "The envoy of A in B was summoned to the ministry": nobody is called home to a ministry, and where he serves acts.
        let house = right_house(self);
        let host = host.or_else(|| if house { self.serves_in(reach, &camps[0]) } else { None });
        // "[The ministry of A condemned the raid] and summoned the envoy of B": who is named right behind the verb is called in.
        let behind = !self.nominal
            && reach.right.first().is_some_and(|g| {
                let envoy = |m: usize| self.sentence.actors[m].kind.is_people();
                g.start == self.at + 1 && g.marker.is_none() && g.members.iter().all(|&m| envoy(m))
            })
            && !reach.right.iter().skip(1).any(|g| g.marker.is_none());
        if home {
            // Nobody is called home to the ministry of another.
            if host.is_some() || behind || house {
                *camps = [Camp::default(), Camp::default()];
            }
        } else if let Some(host) = host {
            camps[1] = Camp { part: "recipient", ..std::mem::take(&mut camps[0]) };
            camps[0] = Camp { part: "actor", body: true, ..Camp::of(host) };
        } else if behind {
            camps[1] = Camp { part: "recipient", ..std::mem::take(&mut camps[0]) };
        }
    }

    /// Where the envoy of a side serves, told behind him: "the ambassador in CITY".
    fn serves_in(&self, reach: &Reach, envoy: &Camp) -> Option<Slug> {
        let there = |g: &Group| matches!(g.marker.as_deref(), Some("in" | "at"));
        let post = |g: &Group| {
            let actor = &self.sentence.actors[g.members[0]];
            match actor.kind {
                ActorKind::Official(_) | ActorKind::Person(_) => self.context.post(actor),
                _ => self.context.party(actor).filter(|_| there(g)),
            }
        };
        reach.right.iter().filter_map(|g| post(g)).find(|p| !envoy.parties.contains(p))
    }

    /// "Ties between A and B were cut", "clashes between A and B": the party named first stands for whoever acts.
    pub(super) fn between_two(&self, reach: &Reach, camps: &mut [Camp; 2]) {
        let Clause { context, sentence, frame, article, .. } = *self;
        let apart = matches!(frame.kind.as_str(), "RECALL" | "FORCE");
        if !apart || !article || camps.iter().all(|c| c.parties.len() == 1) {
            return;
        }
        let Some(two) = reach.right.iter().find(|g| g.marker.as_deref() == Some("between")) else { return };
        let mut parties: Vec<Slug> =
            two.members.iter().flat_map(|&m| context.parties(&sentence.actors[m])).collect();
        parties.dedup();
        let told = |c: &Camp| c.parties.iter().all(|p| parties.contains(p));
        if let [a, b] = parties[..]
            && camps.iter().all(told)
        {
            *camps = [Camp { part: "actor", ..Camp::of(a) }, Camp { part: "recipient", ..Camp::of(b) }];
        }
    }

    /// "The ministry of A announced that the visit of B's minister was put off": whoever tells of a journey without its goal
    /// is the host, where he is of another state than the guest.
    pub(super) fn host_announces(&self, camps: &mut [Camp; 2]) {
        let Clause { context, sentence, scan, at, frame, nominal, article, .. } = *self;
        let whole = frame.kind == "VISIT" && nominal && article && !frame.secondary;
        if !whole || camps[0].parties.is_empty() || !camps[0].people || !camps[1].is_blank() {
            return;
        }
        let says = |i: &Item| scan.also_does(i, "saying") || scan.also_does(i, "denied");
        let off = |i: &Item| ["postponed", "cancelled", "denied"].iter().any(|w| scan.also_does(i, w));
        let near = &sentence.items[at.saturating_sub(6)..at];
        let told = sentence.items[..at].iter().any(says) && near.iter().any(off);
        let speaks = |a: &&Actor| a.items.end <= at && a.marker.is_none();
        let Some(host) = sentence.actors.iter().find(speaks).filter(|_| told) else { return };
        if let Some(party) = context.party(host).filter(|p| !camps[0].parties.contains(p)) {
            camps[1] = Camp { part: "recipient", ..Camp::of(party) };
        }
    }

    /// "A Kenyan plane that carries relief": whose the plane is gives.
    pub(super) fn carried_by(&self, camps: &mut [Camp; 2]) {
        let Clause { sentence, at, frame, nominal, article, .. } = *self;
        let thing = frame.roles.get("actor").is_some_and(|m| m.first().is_some_and(|m| m == "of"));
        if frame.kind != "AID" || !article || nominal || !thing || !camps[0].is_gap() || at < 2 {
            return;
        }
        let whose = adjective(&sentence.items[at - 1]).filter(|c| !camps[1].parties.contains(c));
        let plain = |i: &Item| matches!(i.what, What::Other { .. } | What::Word { .. } | What::Trigger(_));
        if let Some(code) = whose.filter(|_| plain(&sentence.items[at - 2])) {
            camps[0] = Camp { part: "actor", ..Camp::of(code) };
        }
    }

    /// "Received a shipment of Kenyan relief": whose the relief is gives.
    pub(super) fn given_by_adjective(&self, camps: &mut [Camp; 2]) {
        let Clause { sentence, at, hi, frame, nominal, article, .. } = *self;
        let takes = frame.roles.get("recipient").is_some_and(|m| m.first().is_some_and(|m| m == "subject"));
        if frame.kind != "AID" || !article || nominal || !takes || !camps[0].parties.is_empty() {
            return;
        }
        let from = sentence.actors.iter().rfind(|a| a.items.start == at + 1).map_or(at + 1, |a| a.items.end);
        let mut near = sentence.items[from..hi.max(from)].iter().take(8);
        if let Some(code) = near.find_map(adjective).filter(|c| !camps[1].parties.contains(c)) {
            camps[0] = Camp { part: "actor", ..Camp::of(code) };
        }
    }

    /// "Closed the Kenyan embassy": whose it is, where it is not one's own.
    pub(super) fn closed_by_adjective(&self, camps: &mut [Camp; 2]) {
        let Clause { sentence, at, frame, article, .. } = *self;
        if frame.kind != "RECALL" || !article || camps[0].parties.is_empty() || !camps[1].parties.is_empty() {
            return;
        }
        let whose = sentence.items[at + 1..].iter().take(4).find_map(adjective);
        if let Some(code) = whose.filter(|c| !camps[0].parties.contains(c)) {
            camps[1] = Camp { part: "recipient", ..Camp::of(code) };
        }
    }
}

/// A ministry or another house, without its state, stands behind "to".
fn right_house(clause: &Clause) -> bool {
    let Clause { sentence, scan, at, hi, .. } = *clause;
    let to = |i: &Item| i.is_word("to") || scan.pack.lexicon.marker_name(i.marker) == Some("to");
    // "The ambassador in CITY to": the office may end with the preposition.
    let posted = |i: &Item| matches!(&i.what, What::Office(o) if o.accredited_to.is_some());
    let goal = (at + 1..hi).find(|&i| to(&sentence.items[i]) || posted(&sentence.items[i]));
    let house = |i: &Item| matches!(i.what, What::Institution { state: None, .. });
    goal.is_some_and(|goal| sentence.items[goal..hi].iter().take(3).any(house))
}

fn adjective(item: &Item) -> Option<Slug> {
    match &item.what {
        What::State { code, form: StateForm::Adjective | StateForm::People } => Some(*code),
        _ => None,
    }
}
