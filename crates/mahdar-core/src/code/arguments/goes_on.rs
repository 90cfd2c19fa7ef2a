//! Who goes on acting: clauses whose subject was told in the clause or the sentence before.

use super::lent::{guest_and_host, may_lend};
use super::reach::Reach;
use super::{Clause, Role};
use crate::Slug;
use crate::code::{Camp, Draft, Known, Seat, Sentence};
use crate::detect::person::{Actor, ActorKind};
use crate::detect::{Item, What};
use crate::pack::{StateForm, TriggerForm, tags};

/// How many sentences after a series of meetings is told those who were met are named.
const SERIES: usize = 6;

impl Clause<'_> {
    /// "A, condemning B, imposed sanctions", "A, having received B's envoy, took his credentials": where verbs stand last and
    /// nobody stands between the two, both sides are those of the verb before.
    pub(super) fn same_for_both(&self, camps: &mut [Camp; 2]) {
        let Clause { context, index, sentence, at, frame, nominal, sov, earlier, .. } = *self;
        let taken = matches!(frame.kind.as_str(), "SANCTION" | "EXPEL" | "CREDENTIALS");
        if !sov || nominal || !taken || !camps.iter().all(|c| c.is_gap()) {
            return;
        }
        let Some(e) = earlier.filter(|e| e.spot == index && e.at < at && !e.nominal && !e.in_title()) else {
            return;
        };
        let told = e.camps.iter().all(|c| c.parties.len() == 1);
        let others = |a: &Actor| a.items.start > e.at && a.items.end <= at && context.party(a).is_some();
        if !told || sentence.actors.iter().any(others) {
            return;
        }
        let (doer, other) = (&e.camps[e.leads], &e.camps[1 - e.leads]);
        let sides = if frame.kind == "CREDENTIALS" { [other, doer] } else { [doer, other] };
        for (camp, side) in camps.iter_mut().zip(sides) {
            *camp = Camp {
                parties: side.parties.clone(),
                seats: side.heads(),
                known: Known::Told,
                ..Camp::default()
            };
        }
        (camps[0].part, camps[1].part) = ("actor", "recipient");
    }

    /// "A received the minister of B, NAME. He then received the minister, NAME": he did, and the second is of his own state.
    pub(super) fn received_his_own(&self, roles: &[Role], camps: &[Camp; 2]) -> bool {
        let Clause { context, index, sentence, scan, at, frame, nominal, earlier, .. } = *self;
        let Some((name, members)) = roles.first() else { return false };
        if nominal || frame.kind != "MEET" || !scan.pack.features.drops_subject || *name == "guest" {
            return false;
        }
        let alone = roles.len() == 1 && camps[1].is_blank();
        let ends = |&m: &usize| {
            let items = &sentence.actors[m].items;
            let next = sentence.items.get(items.end);
            items.start > at && next.is_none_or(|i| i.and || matches!(i.what, What::Mark(_)))
        };
        // "The minister, NAME, received him": the verb takes the guest. Who came here meets his host's officials, not his own.
        let came =
            |e: &Draft| guest_and_host(e).is_some_and(|(guest, _)| e.camps[e.leads].parties == [guest]);
        if self.takes_pronoun() || earlier.is_some_and(came) {
            return false;
        }
        let before = || earlier.filter(|e| e.spot + 2 >= index && !e.background && !e.nominal);
        alone
            && members.iter().all(ends)
            && before().is_some_and(|e| super::camps::is_own(context, index, &camps[0], &e.camps[e.leads], e))
    }

    /// "A received B. He also received C, then D": after a verb that leaves its subject unsaid whoever stands alone, or in a
    /// list, is its object.
    ///
    /// Gives the side that the subject is.
    pub(super) fn received_as_well(&self, roles: &mut [Role], camps: &mut [Camp; 2]) -> Option<usize> {
        let Clause { index, sentence, scan, at, nominal, earlier, .. } = *self;
        let first = roles.first().filter(|(name, _)| *name == "host")?;
        let after = first.1.iter().all(|&m| sentence.actors[m].items.start > at);
        if nominal || !after || !scan.pack.features.drops_subject || !self.alone_or_listed(roles, camps) {
            return None;
        }
        let told = earlier.filter(|e| e.kind == "MEET" && e.sentence + 2 >= index && !e.background);
        // "A met the heads of delegations, where he received B, then C": whoever stands behind the verb before the comma.
        // "Where B received him".
        let him = self.takes_pronoun();
        let there = if him { None } else { self.acts_there() };
        let host = match (&there, told) {
            (Some(host), _) => host,
            (None, Some(e)) => {
                let hosts = |c: &&Camp| c.part == "host" && !c.parties.is_empty();
                // "A met B. He also received C and D": so does whoever met.
                let led = || {
                    let whole = |c: &&Camp| !e.nominal && !him && c.people && !c.parties.is_empty();
                    e.camps.get(e.leads).filter(whole)
                };
                e.camps.iter().find(hosts).or_else(led)?
            }
            (None, None) => return None,
        };
        // An official of whoever received before receives too.
        let own = |c: &Camp| c.parties.iter().any(|p| host.parties.contains(p));
        if camps[0].parties.is_empty() || camps[0].known != Known::Told || camps.iter().any(own) {
            return None;
        }
        roles.iter_mut().for_each(|(name, _)| *name = "guest");
        let [mut guests, more] = std::mem::take(camps);
        guests.seats.extend(more.seats);
        for party in more.parties {
            if !guests.parties.contains(&party) {
                guests.parties.push(party);
            }
        }
        *camps = [
            Camp { part: "host", known: Known::Lent, seats: host.heads(), ..host.clone() },
            Camp { part: "guest", ..guests },
        ];
        Some(0)
    }

    /// "Received him": the verb ends in the pronoun of its object.
    pub(super) fn takes_pronoun(&self) -> bool {
        let Clause { sentence, scan, at, .. } = *self;
        let item = &sentence.items[at];
        scan.ends_in_pronoun(item) && (item.end > item.start + 1 || item.first_tags & tags::INFLECTED != 0)
    }

    /// "A met the heads of delegations, where he received": whoever acts in the clause before one that says where.
    fn acts_there(&self) -> Option<Camp> {
        let Clause { context, sentence, at, .. } = *self;
        let place = at.checked_sub(1).filter(|&w| sentence.items[w].is_kind("relative", "where"))?;
        let verb = sentence.items[..place].iter().position(Item::is_finite)?;
        let acts = |a: &Actor| a.items.start == verb + 1 && a.marker.is_none() && a.kind.is_person();
        let member = sentence.actors.iter().position(acts)?;
        context.party(&sentence.actors[member])?;
        let mut camp = Camp { part: "host", ..Camp::default() };
        super::camps::add(context, sentence, &mut camp, member);
        Some(camp)
    }

    /// "Took the credentials of A's ambassador. He also took those of B's": whoever took the former took the latter.
    pub(super) fn took_credentials_too(&self, roles: &mut Vec<Role>, camps: &mut [Camp; 2]) {
        let Clause { context, index, sentence, scan, at, frame, hi, earlier, .. } = *self;
        let takes = || frame.roles.get("recipient").is_some_and(|m| m.iter().any(|m| m == "subject"));
        if frame.kind != "CREDENTIALS" || sentence.scan == 0 || !scan.pack.features.drops_subject || !takes()
        {
            return;
        }
        let whole = |e: &&Draft| e.kind == "CREDENTIALS" && e.sentence + 3 >= index && !e.background;
        let Some(host) = earlier.filter(whole).map(|e| &e.camps[1]).filter(|c| !c.parties.is_empty()) else {
            return;
        };
        // Nobody else stands in the clause who could have taken them.
        let near = |a: &Actor| a.items.end <= hi && a.marker.is_none();
        let all: Vec<usize> = (0..sentence.actors.len()).filter(|&m| near(&sentence.actors[m])).collect();
        let sent = |&m: &usize| {
            let actor = &sentence.actors[m];
            let own = context.party(actor).is_some_and(|p| !host.parties.contains(&p));
            actor.items.start > at && own && context.is_envoy(scan, actor)
        };
        if all.is_empty() || !all.iter().all(sent) {
            return;
        }
        *roles = vec![("actor", all)];
        let host = Camp { part: "recipient", known: Known::Lent, seats: host.heads(), ..host.clone() };
        let [envoys, _] = super::camps::camps_of(context, sentence, &frame.kind, false, roles, earlier);
        *camps = [Camp { part: "actor", ..envoys }, host];
    }

    /// Nobody stands after the verb but one group, or two with a mark and "and" between them.
    fn alone_or_listed(&self, roles: &[Role], camps: &[Camp; 2]) -> bool {
        let Clause { sentence, .. } = *self;
        let [(_, one), rest @ ..] = roles else { return false };
        // One list under one marker stands on both sides until it is told whose it is.
        let [(_, other)] = rest else { return rest.is_empty() && (camps[1].is_blank() || one.len() > 1) };
        let Some(from) = one.iter().map(|&m| sentence.actors[m].items.end).max() else { return false };
        let Some(to) = other.iter().map(|&m| sentence.actors[m].items.start).min() else { return false };
        let listed = from < to
            && sentence.items[from..to].iter().any(|i| matches!(i.what, What::Mark(_)))
            && sentence.items[from..=to].iter().any(|i| i.is_word("and") || i.and);
        listed && camps[1].people && camps[1].known == Known::Told
    }

    /// "The ministers of A, B and C met. The ministers then met D's": those who had met.
    pub(super) fn those_who_met(&self, roles: &[Role], camps: &mut [Camp; 2]) {
        let Clause { context, index, sentence, unordered, article, nominal, earlier, .. } = *self;
        let those = |m: &usize| {
            let actor = &sentence.actors[*m];
            let first = &sentence.items[actor.items.start];
            matches!(actor.kind, ActorKind::Official(_))
                && actor.plural
                && actor.more.is_empty()
                && context.party(actor).is_none()
                && first.tags & tags::DEFINITE != 0
        };
        if !unordered || !article || nominal {
            return;
        }
        let Some((_, members)) = roles.iter().find(|(_, m)| m.iter().all(those)) else { return };
        let several = |e: &&Draft| {
            matches!(e.kind.as_str(), "MEET" | "CALL")
                && e.sentence + 2 >= index
                && !e.background
                && e.all_parties().len() > 2
        };
        let Some(e) = earlier.filter(several) else { return };
        let Some(slot) = camps.iter().position(Camp::is_stateless) else { return };
        let all = e.all_parties();
        let other = &camps[1 - slot];
        if other.is_blank() && roles.len() == 1 {
            *camps = e.both_again();
        } else if !other.parties.is_empty()
            && !other.parties.iter().any(|p| all.contains(p))
            && members.len() == 1
        {
            let seats = e.camps.iter().flat_map(Camp::heads).collect();
            let part = camps[slot].part;
            camps[slot] = Camp {
                parties: all,
                seats,
                part,
                known: Known::Both,
                people: true,
                office: true,
                ..Camp::default()
            };
        }
    }

    /// "A discussed it with the B-ian side", "A received the B-ian delegation": the side is a party where nobody else stands for it.
    pub(super) fn side_as_party(&self, camps: &mut [Camp; 2]) {
        let Clause { sentence, at, frame, hi, nominal, article, .. } = *self;
        let Some(gap) = camps.iter().position(Camp::is_gap).filter(|g| !camps[1 - g].is_gap()) else {
            return;
        };
        if !article || nominal || frame.kind != "MEET" {
            return;
        }
        let items = &sentence.items;
        let told = |k: &usize| {
            let met = items[k - 1].is_word("with")
                || *k == at + 1
                || sentence
                    .actors
                    .iter()
                    .any(|a| a.items.end == *k && a.items.start > at && a.marker.is_none());
            met && matches!(items[*k].what, What::Side) && items[*k].end == items[*k].start + 1
        };
        let Some(side) = (at + 1..hi.min(items.len())).find(told) else { return };
        let Some(What::State { code, form: StateForm::Adjective }) = items.get(side + 1).map(|i| &i.what)
        else {
            return;
        };
        let other = &camps[1 - gap];
        if other.parties.is_empty() || other.parties.contains(code) {
            return;
        }
        camps[gap] = Camp { part: other.across(), group: true, ..Camp::of(*code) };
    }

    /// "In answer to the expulsion of its envoys by B": what another had done before.
    pub(super) fn answered(&self) -> bool {
        let Clause { sentence, at, frame, nominal, .. } = *self;
        nominal
            && matches!(frame.kind.as_str(), "EXPEL" | "RECALL" | "SUMMON" | "SANCTION")
            && sentence.items[at.saturating_sub(4)..at].iter().any(|i| i.is_word("answer"))
    }

    /// "In talks that he held in CITY with B, A said": whoever met is told after the comma that ends how he did.
    pub(super) fn told_after(&self, camps: &mut [Camp; 2]) {
        let Clause { context, sentence, scan, at, frame, article, .. } = *self;
        if !article || !matches!(frame.kind.as_str(), "MEET" | "CALL" | "MESSAGE") || at == 0 || at > 8 {
            return;
        }
        let Some(slot) = camps.iter().position(Camp::is_blank) else { return };
        // "In a letter to B, A said": who wrote.
        let letter = frame.kind == "MESSAGE";
        if letter && slot == 1 {
            return;
        }
        // "A said in a letter to B".
        let wrote = |a: &Actor| {
            a.items.end < at
                && a.items.end + 3 > at
                && a.marker.is_none()
                && sentence.items[at - 1].is_word("in")
                && context.party(a).is_some_and(|p| !camps[1].parties.contains(&p))
        };
        if letter && let Some(member) = sentence.actors.iter().rposition(wrote) {
            let mut camp = Camp { part: "actor", ..Camp::default() };
            super::camps::add(context, sentence, &mut camp, member);
            camps[0] = camp;
            return;
        }
        let other = &camps[1 - slot];
        let opens = ["during", "in", "after", "at"].iter().any(|w| sentence.items[0].is_word(w));
        let noun = |i: &Item| matches!(&i.what, What::Trigger(o) if o.iter().any(|(_, f)| f.is_noun()));
        if !opens || !(other.people || other.group) || !sentence.items[..=at].iter().any(noun) {
            return;
        }
        let Some(comma) = (at + 1..sentence.items.len()).find(|&i| sentence.items[i].is_mark(",")) else {
            return;
        };
        let verb = |i: &Item| scan.also_does(i, "saying") || i.is_verb();
        if !sentence.items[comma + 1..].iter().take(2).any(verb) {
            return;
        }
        let who = sentence.actors.iter().enumerate().find(|(_, a)| a.items.start > comma);
        let near = who.filter(|(_, a)| a.items.start < comma + 4 && a.marker.is_none() && a.kind.is_person());
        let Some((member, actor)) = near else {
            if !letter && let Some(lead) = self.met_before(other) {
                camps[slot] =
                    Camp { part: camps[slot].part, known: Known::Lent, seats: lead.heads(), ..lead.clone() };
            }
            return;
        };
        if context.party(actor).is_none_or(|p| other.parties.contains(&p)) {
            return;
        }
        let part = match other.part {
            "host" => "guest",
            _ if letter => "actor",
            _ => "party",
        };
        let mut camp = Camp { part, ..Camp::default() };
        super::camps::add(context, sentence, &mut camp, member);
        camps[slot] = camp;
    }

    /// "[A met B.] In another meeting with C, the two sides discussed": whoever met B, where the words name nobody else.
    fn met_before(&self, other: &Camp) -> Option<&Camp> {
        let talks = |e: &&Draft| matches!(e.kind.as_str(), "MEET" | "CALL") && e.spot + 2 >= self.index;
        let e =
            self.earlier.filter(talks).filter(|e| e.spot < self.index && !e.background && !e.in_title())?;
        let new = other.parties.iter().all(|p| !e.all_parties().contains(p));
        let lead = &e.camps[e.leads];
        (new && self.frame.kind == "MEET" && lead.parties.len() == 1 && lead.people).then_some(lead)
    }

    /// "A, in a call that B had with him, said": the one before the relative verb, and the one after it.
    pub(super) fn with_him(&self, camps: &mut [Camp; 2]) {
        let Clause { context, sentence, at, article, nominal, mutual, .. } = *self;
        let with = |i: &Item| i.is_word("with") && i.is_kind("with", "complete");
        if !article || nominal || !mutual || !sentence.items.get(at + 1).is_some_and(with) {
            return;
        }
        let speaks = |m: &usize| {
            let actor = &sentence.actors[*m];
            actor.kind.is_people()
                && !matches!(actor.kind, ActorKind::Pronoun)
                && context.party(actor).is_some()
        };
        let mut all = (0..sentence.actors.len()).filter(speaks);
        let before = all.clone().rfind(|&m| sentence.actors[m].items.end <= at);
        let after = all.find(|&m| {
            let actor = &sentence.actors[m];
            actor.items.start > at && actor.items.start < at + 5 && actor.marker.is_none()
        });
        let Some((before, after)) = before.zip(after) else { return };
        if context.party(&sentence.actors[before]) == context.party(&sentence.actors[after]) {
            return;
        }
        for (camp, member) in camps.iter_mut().zip([after, before]) {
            *camp = Camp { part: "party", ..Camp::default() };
            super::camps::add(context, sentence, camp, member);
        }
    }

    /// "A voiced concern. Also condemned the attack [that struck the embassy of B]", "and called on B to": where the verb stands
    /// first and leaves its subject unsaid, whoever stands inside what it takes, or is all that it takes, is no subject of it.
    pub(super) fn takes_only(&self, roles: &[Role], camps: &mut [Camp; 2]) {
        let Clause { index, sentence, scan, at, frame, nominal, article, earlier, .. } = *self;
        let items = &sentence.items;
        let says = matches!(frame.kind.as_str(), "STATEMENT" | "APPEAL");
        if nominal || !article || !says || sentence.scan == 0 || !scan.pack.features.drops_subject {
            return;
        }
        let spoke = |e: &&Draft| {
            matches!(e.kind.as_str(), "STATEMENT" | "APPEAL") && e.spot + 2 >= index && !e.in_title()
        };
        let Some(e) = earlier.filter(spoke).filter(|e| !e.nominal && !e.background) else { return };
        let (speaker, told) = (&e.camps[e.leads.min(1)], &camps[0]);
        let new = |p: &Slug| !speaker.parties.contains(p);
        if speaker.parties.len() != 1 || told.parties.is_empty() || !told.parties.iter().all(new) {
            return;
        }
        // Whoever stands before the verb is its subject, unless another verb has him.
        let joins = items[at].and || at > 0 && items[at - 1].is_word("and");
        let before = |a: &Actor| a.items.end <= at && a.marker.is_none();
        if if e.spot == index { !joins } else { sentence.actors.iter().any(before) } {
            return;
        }
        let Some((_, members)) = roles.iter().find(|(name, _)| *name == "actor") else { return };
        let (Some(first), Some(last)) = (members.first(), members.last()) else { return };
        let [first, last] = [first, last].map(|&m| &sentence.actors[m].items);
        if first.start <= at {
            return;
        }
        let act = |i: &Item| matches!(&i.what, What::Trigger(o) if o.iter().all(|(_, f)| f.is_noun()));
        let inside = items[at + 1..first.start].iter().any(|i| act(i) || i.is_word("relative"));
        // "Called on B to", and not "B called on the parties to", "B condemned the attack".
        let object = frame.roles.get("recipient").is_some_and(|m| m.iter().any(|m| *m == "object"));
        let state = |&m: &usize| matches!(sentence.actors[m].kind, ActorKind::State(_));
        let bare = |i: &Item| {
            let noun = matches!(i.what, What::Other { .. }) || act(i) || i.is_word("document");
            noun && i.marker == 0 && !i.and
        };
        let all = || {
            first.start == at + 1
                && object
                && camps[1].is_gap()
                && members.iter().all(state)
                && items.get(last.end).is_some_and(|i| !bare(i))
        };
        if inside || all() {
            let taken = Camp { part: "recipient", ..std::mem::take(&mut camps[0]) };
            *camps = [Camp { part: "actor", ..Camp::default() }, taken];
        }
    }

    /// A verb without its subject continues the one before.
    ///
    /// Gives the side that the subject is, where verbs stand first.
    pub(super) fn subject_unsaid(&self, reach: &Reach, camps: &mut [Camp; 2]) -> Option<usize> {
        let Clause { index, sentence, scan, at, frame, nominal, vso, article, earlier, .. } = *self;
        let Reach { of_a_thing, owned_by, place_clause, .. } = *reach;
        // A verb without its subject continues the one before, where the language leaves subjects unsaid, "and" joins them
        // or the clause says where ("arrived in X, where met with Y").
        let cased = !scan.pack.features.case.is_empty();
        // "…, and on 22 May was received", "came to X, met with Y": a contrast, or one verb after another.
        let listed = cased
            && self.svo
            && (sentence.items[..at].iter().rev().take(4).any(|i| i.is_word("but"))
                || at > 0 && sentence.items[at - 1].is_mark(","));
        if cased {
            self.held_too(camps);
        }
        let continues = scan.pack.features.drops_subject
            || place_clause.is_some() && cased
            || listed
            // "The president visits A, meets B".
            || sentence.by_order
                && sentence.scan == 0
                && !nominal
                && at > 0
                && sentence.items[at - 1].is_mark(",")
                && earlier.is_some_and(|e| e.spot == index && !e.nominal)
            || sentence.items[..at].iter().rev().take(4).any(|i| i.is_word("and"));
        // "Arrived in X at the invitation of Y": whoever arrived was invited.
        let beside = nominal
            && (frame.secondary || frame.kind == "VISIT" && article && earlier.is_some_and(|e| e.secondary))
            && earlier.is_some_and(|e| e.sentence == index);
        let follows_on = self.punishes_too(camps) || self.held_besides(camps);
        // "Ended his visit to B by meeting its president": whoever travelled met him.
        let by = nominal
            && article
            && frame.kind == "MEET"
            && scan.pack.lexicon.marker_name(sentence.items[at].marker) == Some("with-b")
            && earlier.is_some_and(|e| e.kind == "VISIT" && e.done() && e.spot == index && e.at < at);
        if (!nominal || owned_by || by) && continues && !of_a_thing || beside || follows_on {
            let hollow: Vec<bool> = camps.iter().map(Camp::is_gap).collect();
            // "A decided to found a fund": it agreed with nobody.
            let alone = frame.kind == "AGREE" && article && hollow[1] && !camps[0].people;
            if hollow[0] != hollow[1]
                && !alone
                && let Some(earlier) = earlier
                && earlier.sentence + 2 >= index
                && !(article && earlier.in_title() && sentence.scan == 1 && earlier.kind != frame.kind)
                && (follows_on || may_lend(scan, frame, earlier, index))
            {
                let gap = usize::from(hollow[1]);
                if let Some(topic) = self.topic(earlier, &camps[1 - gap]) {
                    camps[gap] = topic;
                    return Some(gap);
                }
                let other = &camps[1 - gap];
                // Whoever acted before acts on.
                let leads = if sentence.by_order && !earlier.nominal {
                    earlier.camps.iter().position(|c| c.center).unwrap_or(earlier.leads)
                } else if vso || self.sov && !earlier.nominal {
                    earlier.leads
                } else {
                    0
                };
                // "The minister, NAME, received him": whoever came.
                let guest = || {
                    let (guest, _) = guest_and_host(earlier).filter(|_| other.is_stateless())?;
                    earlier.camps.iter().position(|c| c.parties == [guest])
                };
                let him = article && self.takes_pronoun();
                let leads = if him { guest().unwrap_or(leads) } else { leads };
                let lenders = [leads, 1 - leads];
                let lender = lenders
                    .into_iter()
                    .map(|l| &earlier.camps[l])
                    .find(|c| !c.parties.is_empty() && !c.parties.iter().any(|p| other.parties.contains(p)));
                if let Some(lender) = lender {
                    let part = match (camps[gap].part, camps[1 - gap].part) {
                        ("", "host") => "guest",
                        ("", "guest") => "host",
                        (part, _) => part,
                    };
                    camps[gap] = Camp { part, known: Known::Lent, ..lender.clone() };
                    let acts = matches!(camps[1 - gap].part, "host" | "actor");
                    return ((vso || self.sov && !nominal) && !acts).then_some(gap);
                }
            }
        }
        None
    }

    /// "A held several meetings in CITY. Talks took place with the minister of B", "A is in CITY. At the meeting with B they
    /// spoke of", "A met B. He managed to talk with C as well": whoever the sentence before told of.
    fn held_too(&self, camps: &mut [Camp; 2]) {
        let Clause { context, index, sentence, at, frame, form, nominal, earlier, .. } = *self;
        let items = &sentence.items;
        if !self.svo || frame.kind != "MEET" || earlier.is_some_and(|e| e.spot == index || e.in_title()) {
            return;
        }
        let held = earlier.is_none() && nominal && items.iter().any(|i| i.is_word("occurs"));
        let managed = form == TriggerForm::Infinitive
            && items[at.saturating_sub(3)..at].iter().any(|i| i.is_kind("auxiliary", "managed"));
        // "At the meeting with B": a sentence in which nobody is said to do anything.
        let plain = |i: &&Item| matches!(i.what, What::Other { .. } | What::Time) || i.is_word("determiner");
        let first = at - items[..at].iter().rev().take_while(plain).count();
        let occasion =
            nominal && first > 0 && ["on", "during", "in"].iter().any(|w| items[first - 1].is_word(w));
        let nominative = |a: &Actor| {
            let nobody = matches!(
                a.kind,
                ActorKind::State(StateForm::Adjective | StateForm::City | StateForm::Capital)
            );
            !nobody && a.marker.is_none() && a.tags & tags::NOM != 0
        };
        // "By a meeting with B ended his journey A": whoever stands in the nominative behind the verb.
        let opens = nominal && at < 3 && items[at].tags & tags::CASES == tags::INS;
        if opens && let Some(gap) = (0..2).find(|&k| camps[k].is_blank() && camps[1 - k].people) {
            let ends = |a: &Actor| a.items.start > at && a.kind.is_person() && nominative(a);
            let mut all = (0..sentence.actors.len()).filter(|&m| ends(&sentence.actors[m]));
            if let (Some(member), None) = (all.next(), all.next())
                && let Some(party) = context.party(&sentence.actors[member])
                && !camps[1 - gap].parties.contains(&party)
            {
                let mut camp = Camp { part: "party", ..Camp::default() };
                super::camps::add(context, sentence, &mut camp, member);
                camps[gap] = camp;
                return;
            }
        }
        let nobody = || !sentence.actors.iter().any(nominative);
        // "Briefly they talked with C as well".
        let several = !nominal && form == TriggerForm::Past && items[at].tags & tags::PLURAL != 0;
        if !(held || (managed || occasion || several) && nobody()) {
            return;
        }
        let Some(gap) = (0..2).find(|&k| camps[k].is_blank() && camps[1 - k].people) else { return };
        let Some(before) =
            index.checked_sub(1).map(|i| &context.sentences[i]).filter(|s| s.scan == sentence.scan)
        else {
            return;
        };
        let acts = |a: &&Actor| a.tags & tags::NOM != 0 && a.marker.is_none() && a.kind.is_person();
        let own = || earlier.filter(|_| !held).map(|e| &e.camps[e.leads]).filter(|c| c.people);
        let who = before.actors.iter().find(acts);
        let Some(party) = who.and_then(|w| context.party(w)) else {
            if let Some(camp) =
                own().filter(|c| c.parties.iter().all(|p| !camps[1 - gap].parties.contains(p)))
            {
                camps[gap] = Camp { part: "party", known: Known::Lent, seats: camp.heads(), ..camp.clone() };
            }
            return;
        };
        if camps[1 - gap].parties.contains(&party) {
            return;
        }
        let seats = match who.map(|w| &w.kind) {
            Some(ActorKind::Person(naming)) => vec![Seat { naming: *naming, principal: true }],
            _ if held => return,
            _ => Vec::new(),
        };
        camps[gap] =
            Camp { part: "party", seats, people: true, office: true, known: Known::Lent, ..Camp::of(party) };
    }

    /// "B returned the visit in August and met C": whoever opens the sentence with a verb of his own, where the verb stands
    /// first and nothing that was read before it in the sentence tells who acts.
    fn topic(&self, earlier: &Draft, other: &Camp) -> Option<Camp> {
        let Clause { context, index, sentence, at, frame, vso, .. } = *self;
        if !vso || earlier.spot == index || frame.kind != "MEET" || sentence.scan == 0 {
            return None;
        }
        let who = sentence.actors.iter().find(|a| a.items.end <= at && a.marker.is_none())?;
        let ActorKind::Person(naming) = who.kind else { return None };
        // Nobody says, thinks or asks it of others: what he says they did is not his.
        let said = |i: &Item| i.is_word("saying") || i.is_word("relative");
        let party = context.party(who).filter(|p| !other.parties.contains(p))?;
        let opens = who.items.start < 3 && !sentence.items[..at].iter().any(said);
        let part = if other.part == "host" { "guest" } else { "party" };
        let seats = vec![Seat { naming, principal: true }];
        opens.then_some(Camp {
            part,
            seats,
            people: true,
            office: true,
            known: Known::Lent,
            ..Camp::of(party)
        })
    }

    /// "A congratulated B and invited [him] to CITY": where nouns have cases, by the one and to the other of the verb before.
    pub(super) fn invited_too(&self, camps: &mut [Camp; 2]) {
        let Clause { index, sentence, at, hi, frame, nominal, svo, bare, earlier, .. } = *self;
        if frame.kind != "INVITE" || nominal || !svo || bare || at < 2 {
            return;
        }
        let said = |e: &&Draft| e.spot == index && matches!(e.kind.as_str(), "STATEMENT" | "MESSAGE");
        let Some(e) = earlier.filter(said).filter(|e| !e.nominal && !e.in_title() && e.at < at) else {
            return;
        };
        let joined = sentence.items[at.saturating_sub(2)..at].iter().any(|i| i.is_word("and"));
        let acts = |a: &Actor| a.marker.is_none() && a.tags & tags::NOM != 0;
        let person = |a: &Actor| a.kind.is_person();
        let another = sentence.actors.iter().any(|a| {
            e.at < a.items.start
                && a.items.end <= at
                && person(a)
                && acts(a)
                && a.tags & tags::ACC == 0
                && a.items.start + 3 > at
                || a.items.start > at && a.items.end <= hi && person(a)
        });
        if joined && !another && e.camps.iter().all(|c| !c.parties.is_empty()) {
            *camps = e.camps.clone();
            camps.iter_mut().for_each(|c| c.known = Known::Told);
        }
    }

    /// "A expelled the envoy of B. It also decided to freeze its trade with B": whoever acted against the same in the sentence
    /// before, where nobody stands before the words of the act.
    fn punishes_too(&self, camps: &[Camp; 2]) -> bool {
        let Clause { index, sentence, scan, at, frame, earlier, .. } = *self;
        let acts = |kind: &str| matches!(kind, "SANCTION" | "EXPEL" | "RECALL" | "SUMMON" | "THREATEN");
        let Some(e) = earlier.filter(|e| e.sentence + 1 == index && acts(&e.kind) && !e.in_title()) else {
            return false;
        };
        let against = &camps[1].parties;
        scan.has_article()
            && scan.pack.features.drops_subject
            && acts(&frame.kind)
            && camps[0].is_gap()
            && !against.is_empty()
            && against.iter().all(|p| e.all_parties().contains(p))
            && !sentence.actors.iter().any(|a| a.items.start < at)
    }

    /// "A received B. There also were talks with C": where verbs stand last, talks that were held with one who is named are those
    /// of whoever acted before.
    fn held_besides(&self, camps: &[Camp; 2]) -> bool {
        let Clause { sentence, scan, at, frame, nominal, .. } = *self;
        let features = &scan.pack.features;
        let held = || {
            let mut next = sentence.items[at + 1..].iter().take(2);
            next.any(|i| i.is_word("occurs"))
                || sentence.items.get(at + 1).is_some_and(|i| i.is_word("auxiliary"))
        };
        let named = |c: &Camp| c.people && c.parties.len() == 1 && !c.seats.is_empty();
        nominal
            && features.drops_subject
            && features.complement_before
            && matches!(frame.kind.as_str(), "MEET" | "CALL")
            && camps.iter().any(named)
            && held()
    }

    /// "[SURNAME] meets officials of A and B", "a call from A, then from B": a title whose subject is unknown names only one side.
    pub(super) fn title_lists(&self, roles: &[Role]) -> bool {
        let Clause { sentence, at, frame, nominal, article, .. } = *self;
        if !article || sentence.scan != 0 || !matches!(frame.kind.as_str(), "MEET" | "CALL") {
            return false;
        }
        let from = |m: &usize| sentence.actors[*m].marker.as_deref() == Some("from");
        if roles.len() > 1 && roles.iter().all(|(_, m)| m.iter().all(from)) {
            return true;
        }
        let [(_, members)] = roles else { return false };
        let object = |m: &usize| {
            let actor = &sentence.actors[*m];
            actor.items.start > at && actor.plural && !actor.more.is_empty()
        };
        !nominal && members.len() == 1 && members.iter().all(object)
    }

    /// "A's government rejected the pact and decided to call home its ambassador to B": who decides stands by the verb before.
    pub(super) fn decides_too(&self, camps: &mut [Camp; 2]) {
        let Clause { context, index, sentence, at, frame, nominal, article, .. } = *self;
        let decreed = matches!(frame.kind.as_str(), "SANCTION" | "EXPEL" | "RECALL" | "SUMMON");
        let joined = sentence.items[at.saturating_sub(3)..at].iter().any(|i| i.and || i.is_word("and"));
        // "A closed the border and summoned the envoy of B": so does whoever acted before a verb that "and" joins.
        let calls = !nominal && sentence.items[at].and && camps[1].envoy && frame.kind == "SUMMON";
        let joins = nominal && joined || calls;
        if !article || !decreed || !joins || !camps[0].is_gap() || camps[1].parties.is_empty() {
            return;
        }
        let acts = |a: &&Actor| {
            a.marker.is_none()
                && matches!(
                    a.kind,
                    ActorKind::Institution { .. }
                        | ActorKind::State(StateForm::Name)
                        | ActorKind::Official(_)
                )
                && context.party(a).is_some_and(|p| !camps[1].parties.contains(&p))
        };
        let here = sentence.actors.iter().rev().filter(|a| a.items.end < at).find(acts);
        // "The ministry of A condemned it. And summoned the envoy of B".
        let before = || {
            let opens = calls && sentence.actors.iter().all(|a| a.items.start > at);
            let last =
                index.checked_sub(1).map(|k| &self.context.sentences[k]).filter(|s| opens && s.scan == 1)?;
            last.actors.iter().find(acts)
        };
        if let Some(code) = here.or_else(before).and_then(|a| context.party(a)) {
            camps[0] = Camp { part: "actor", ..Camp::of(code) };
        }
    }

    /// "The minister held a series of meetings. In talks with B …": who held them met each of those named after it.
    pub(super) fn of_a_series(&self, camps: &mut [Camp; 2]) {
        let Clause { context, index, sentence, scan, frame, nominal, earlier, .. } = *self;
        let features = &scan.pack.features;
        if frame.kind != "MEET"
            || sentence.scan != 1
            || !(features.drops_subject && features.complement_before || sentence.by_order)
        {
            return;
        }
        let unseated = |c: &Camp| {
            c.parties.len() == 1 && c.seats.is_empty() && !(c.office || c.group || c.body || c.envoy)
        };
        // "The ambassador of B was received": by nobody who is named.
        let unsaid = |c: &Camp| {
            let somebody = c.people || c.office || c.group || c.body || c.counterpart || c.both;
            sentence.by_order && c.parties.is_empty() && !somebody
        };
        let led = |k: &usize| camps[*k].is_gap() || unseated(&camps[*k]) || unsaid(&camps[*k]);
        let named = |c: &Camp| !c.parties.is_empty() && c.people && (c.office || !c.seats.is_empty());
        let Some(gap) = (0..2).find(|k| led(k) && named(&camps[1 - k])) else { return };
        let met = &camps[1 - gap].parties;
        // "Will meet B. The meeting with B would take place": told already.
        let again = |e: &Draft| met.iter().any(|p| e.all_parties().contains(p));
        // "The message touched on B": what was received, or discussed, receives nobody.
        let letter = |e: &Draft| e.kind == "MESSAGE" && e.spot + 2 >= index && again(e);
        if sentence.by_order && (nominal && earlier.is_some_and(again) || earlier.is_some_and(letter)) {
            return;
        }
        let oblique = tags::DAT | tags::ACC | tags::INS | tags::LOC | tags::ABL;
        let meets = |i: &Item| scan.reports(i, "MEET");
        let person = |a: &&Actor| a.kind.is_person() && !a.plural && a.marker.is_none();
        let holder = |s: &Sentence| {
            let mut people = s.actors.iter().filter(person);
            let one = people.clone().find(|a| a.tags & oblique == 0)?;
            let party = context.party(one).or(context.home)?;
            let alone = people.all(|a| context.party(a).is_none_or(|p| p == party));
            // His words tell whom he serves, or the text opens with him.
            let naming = match one.kind {
                ActorKind::Person(n) => Some(n),
                _ => None,
            };
            let told = match naming {
                Some(n) => context.in_office(n) && context.namings[n].party == Some(party),
                None => one.party == Some(party),
            };
            let fits = alone && (told || s.range.start == 0) && !met.contains(&party);
            (fits && (camps[gap].parties.is_empty() || camps[gap].parties == [party]))
                .then_some((party, naming))
        };
        // "B was received first. C was received next": whoever received B.
        let host = |e: &&Draft| e.kind == "MEET" && e.spot + 2 >= index && !e.background && !e.in_title();
        let received = |c: &&Camp| {
            c.part == "host" && c.parties.len() == 1 && !c.seats.is_empty() && !met.contains(&c.parties[0])
        };
        let before = earlier.filter(|_| sentence.by_order).filter(host);
        if let Some(host) = before.and_then(|e| e.camps.iter().find(received))
            && camps[gap].parties.is_empty()
        {
            camps[gap] = Camp { part: "host", known: Known::Lent, seats: host.heads(), ..host.clone() };
            return;
        }
        let acts = |s: &Sentence, i: usize| {
            meets(&s.items[i])
                && !(s.by_order && super::is_passive(s, i, crate::pack::TriggerForm::Participle))
        };
        let held = |s: &&Sentence| s.scan == sentence.scan && (0..s.items.len()).any(|i| acts(s, i));
        let near = context.sentences[index.saturating_sub(SERIES)..index].iter().rev();
        if let Some((party, naming)) = near.filter(held).find_map(holder) {
            let part = if camps[gap].part.is_empty() { "party" } else { camps[gap].part };
            let seats = naming.into_iter().map(|naming| Seat { naming, principal: true }).collect();
            let known = Known::Lent;
            camps[gap] = Camp { part, seats, known, people: true, office: true, ..Camp::of(party) };
        }
    }

    /// "Met the minister of B and was received by his president": whom the verb before took as its object is not the
    /// subject of this one where he would meet his own.
    ///
    /// Gives the side that the subject is.
    pub(super) fn goes_on(&self, roles: &[Role], camps: &mut [Camp; 2]) -> Option<usize> {
        let Clause { index, sentence, scan, at, frame, form, nominal, earlier, .. } = *self;
        let e = earlier.filter(|e| e.sentence == index && e.scan == sentence.scan && e.at < at)?;
        // "A telephones B, invites him": whoever telephoned.
        if !nominal
            && sentence.by_order
            && matches!(frame.kind.as_str(), "INVITE" | "MESSAGE" | "APPEAL" | "STATEMENT" | "SANCTION" | "EXPEL" | "AID")
            && camps[1].center
            && e.camps.iter().all(|c| c.parties.len() == 1)
            && camps[0].parties == e.camps[1 - e.leads].parties
            // "Received B, who handed him a letter": he did.
            && !super::relatives(sentence, false).iter().any(|r| r.contains(&at))
            && roles.iter().any(|(name, members)| {
                let object = |m: &usize| {
                    let items = &sentence.actors[*m].items;
                    // "Criticised B over its law, while demanding that it": what a participle behind a comma tells the subject does.
                    let participle = form == crate::pack::TriggerForm::Gerund
                        && matches!(e.kind.as_str(), "STATEMENT" | "APPEAL")
                        && items.end < at
                        && sentence.items[items.end..at].iter().any(|i| i.is_mark(","));
                    // "Froze the funds of officials of B and barred them".
                    let and = items.end < at && sentence.items[items.end..at].iter().any(|i| i.is_word("and"));
                    items.start > e.at
                        && items.end < at
                        && (sentence.items[items.end].is_mark(",") || participle || and && !e.nominal)
                };
                *name == "actor" && members.iter().all(object)
            })
        {
            let (leads, part) = (e.leads, camps[1].part);
            camps[0] = Camp { part: camps[0].part, ..e.camps[leads].clone() };
            camps[1] = Camp { part, ..e.camps[1 - leads].clone() };
            return Some(0);
        }
        if nominal || !matches!(frame.kind.as_str(), "MEET" | "CALL") {
            return None;
        }
        let joined = |i: &Item| {
            i.and || i.is_word("and") || scan.pack.features.drops_subject && matches!(i.what, What::Mark(_))
        };
        let object = |m: &usize| {
            let items = &sentence.actors[*m].items;
            items.start > e.at && items.end <= at && sentence.items[items.end..=at].iter().any(joined)
        };
        for slot in 0..2 {
            let members = roles.iter().enumerate().filter(|(k, (name, _))| {
                *name == camps[slot].part && (*name != "party" || *k.min(&1) == slot)
            });
            let members: Vec<usize> = members.flat_map(|(_, (_, members))| members.iter().copied()).collect();
            let other = &camps[1 - slot];
            let own = camps[slot].parties.len() == 1
                && (other.parties == camps[slot].parties || other.is_stateless());
            let foreign = |c: &&Camp| c.parties.len() == 1 && c.parties != camps[slot].parties;
            let subject = [e.leads, 1 - e.leads].into_iter().map(|k| &e.camps[k]).find(foreign);
            // "Met B and then talked with C": whom the first verb took does nothing in the second, which has its own.
            let follows = |m: &usize| sentence.actors[*m].items.start > at;
            let taken = (self.svo || self.vso && self.article)
                && !e.nominal
                && camps[slot].parties.len() == 1
                && !other.is_gap()
                && other.parties != camps[slot].parties
                && e.camps[e.leads].parties != other.parties
                && e.camps[1 - e.leads].parties == camps[slot].parties
                && roles.iter().flat_map(|(_, m)| m).filter(|m| !members.contains(m)).all(follows)
                && !super::relatives(sentence, false).iter().any(|r| r.contains(&at));
            let subject = if taken { Some(&e.camps[e.leads]) } else { subject };
            if (own || taken)
                && !members.is_empty()
                && members.iter().all(object)
                && let Some(subject) = subject
            {
                camps[slot] = Camp { part: camps[slot].part, known: Known::Lent, ..subject.clone() };
                // Where order tells nothing the subject stands first.
                if self.unordered && slot == 1 && !sentence.by_order {
                    camps.swap(0, 1);
                    return Some(0);
                }
                return Some(slot);
            }
        }
        None
    }
}
