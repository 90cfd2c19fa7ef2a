//! Sides that a clause leaves unsaid, and what was told before or after it says.

use super::speaker::speaker;
use super::{Clause, Role};
use crate::Slug;
use crate::code::place::opening_line;
use crate::code::{Camp, Context, Draft, Known, Seat, Sentence};
use crate::detect::person::{Actor, ActorKind};
use crate::detect::{Item, Scan, What};
use crate::pack::{Frame, Sense, StateForm, TriggerForm, tags};

/// Whose a signing is that is told without its parties.
#[derive(Clone, Copy)]
pub(super) struct Unsaid {
    /// Of the two who were told of before.
    pub signing: bool,
    /// Of those who met.
    pub of_those_who_met: bool,
}

impl Clause<'_> {
    /// "A and B accused each other": what each of two does to the other.
    pub(super) fn each_other(&self, camps: &mut [Camp; 2]) -> bool {
        let Clause { sentence, at, lo, hi, nominal, unordered, .. } = *self;
        let mutual = |i: &Item| i.is_kind("pronoun", "mutual");
        let [one, other] = camps;
        let told = !unordered
            && !nominal
            && (one.parties.len() == 2 && other.parties.is_empty()
                || one.parties.len() == 1 && other.parties.len() == 1 && !other.is_gap())
            && sentence.items[lo.min(at)..hi].iter().any(mutual);
        if told && one.parties.len() == 2 {
            *other = Camp { parties: vec![one.parties.remove(1)], part: "recipient", ..Camp::default() };
        }
        told
    }

    /// "A received the envoys of B and C, who had presented to him their credentials": to whoever received them.
    pub(super) fn presented_to(&self, camps: &mut [Camp; 2]) {
        let Clause { context, sentence, frame, form, svo, bare, .. } = *self;
        let asked = frame.kind == "CREDENTIALS" && form == TriggerForm::Participle && svo && !bare;
        let pronoun = camps[1].center || camps[1].parties.is_empty() || camps[1].known != Known::Told;
        if !asked || !pronoun || camps[0].parties.is_empty() {
            return;
        }
        let first = sentence.actors.iter().position(|a| a.marker.is_none() && a.kind.is_person());
        let Some(who) = first.filter(|&a| {
            let party = context.party(&sentence.actors[a]);
            party.is_some_and(|p| !camps[0].parties.contains(&p))
        }) else {
            return;
        };
        camps[1] = Camp { part: "recipient", ..Camp::default() };
        super::camps::add(context, sentence, &mut camps[1], who);
    }

    /// "A's minister arrived in CITY. So did B's": where the one arrived of whom was told right before.
    fn arrived_as_well(&self, camps: &mut [Camp; 2]) {
        let Clause { index, frame, form, earlier, .. } = *self;
        let [guest, host] = camps;
        let arrives =
            |e: &&Draft| e.kind == "VISIT" && e.frame == frame.id && e.done() && e.spot + 1 >= index;
        let Some(e) = earlier.filter(|_| frame.kind == "VISIT" && !form.is_noun()).filter(arrives) else {
            return;
        };
        let new = |p: &Slug| !e.all_parties().contains(p);
        if guest.people
            && !guest.parties.is_empty()
            && guest.parties.iter().all(new)
            && host.is_gap()
            && !unknown_aim(self.sentence, self.at)
        {
            *host = Camp { part: "recipient", parties: e.camps[1].parties.clone(), ..Camp::default() };
        }
    }

    /// A cable told after the congratulation is from and to the same.
    pub(super) fn cable(&self, roles: &[Role], camps: &mut [Camp; 2]) {
        let Clause { index, frame, bare, earlier, .. } = *self;
        if frame.kind == "MESSAGE"
            && !bare
            && roles.is_empty()
            && let Some(e) = earlier
                .filter(|e| matches!(e.kind.as_str(), "STATEMENT" | "MESSAGE") && e.sentence + 1 >= index)
        {
            *camps = e.camps.clone();
        }
    }

    /// "A sent B a cable. In the cable the president voiced": whoever writes is the one who sent it, where an office alone could
    /// be either's.
    pub(super) fn within_the_cable(&self, camps: &mut [Camp; 2]) {
        let Clause { index, sentence, scan, at, frame, earlier, .. } = *self;
        if frame.kind != "MESSAGE" || !scan.pack.features.complement_before {
            return;
        }
        let cable = |i: &Item| scan.is_noun_of(i, "MESSAGE") || i.is_word("document");
        let inside = |i: &Item| (i.tags | i.first_tags) & tags::LOC != 0 && cable(i);
        let told = |e: &&Draft| {
            e.kind == "MESSAGE" && e.done() && !e.in_title() && e.spot < index && e.spot + 2 >= index
        };
        let Some(e) = earlier.filter(told) else { return };
        let back = camps[0].parties == e.camps[1].parties && camps[1].parties == e.camps[0].parties;
        if back && sentence.items[..=at].iter().any(inside) {
            camps.swap(0, 1);
            (camps[0].part, camps[1].part) = ("actor", "recipient");
        }
    }

    /// The meeting told last, in the sentence or the one before.
    fn just_met(&self) -> Option<&Draft> {
        self.earlier.filter(|e| e.kind == "MEET" && e.spot + 1 >= self.index && !e.in_title() && e.done())
    }

    /// "Received the envoy of B, who delivered a message": to whoever received him.
    pub(super) fn brought(&self, camps: &mut [Camp; 2]) {
        let Clause { sentence, scan, frame, nominal, .. } = *self;
        let verb_between = sentence.by_order || scan.pack.features.svo_with_cases();
        if frame.kind != "MESSAGE" || nominal || !verb_between || !camps[1].is_gap() {
            return;
        }
        let Some(earlier) = self.just_met() else { return };
        let from = camps[0].parties.first();
        if let Some(k) = earlier.camps.iter().position(|c| from.is_some() && c.parties.first() == from) {
            camps[1] = Camp { part: "recipient", ..earlier.camps[1 - k].clone() };
        }
    }

    /// "Received the ambassador of A. He presented his credentials": to whoever received him.
    fn presented_there(&self, camps: &mut [Camp; 2]) {
        if self.nominal || !self.scan.pack.features.svo_with_cases() {
            return;
        }
        let Some(e) = self.just_met().filter(|e| e.also.is_empty()) else { return };
        let Some(k) = e.camps.iter().position(|c| c.envoy) else { return };
        let fits = |mine: &Camp, theirs: &Camp| mine.parties.is_empty() || mine.parties == theirs.parties;
        if (0..2).all(|slot| fits(&camps[slot], &e.camps[if slot == 0 { k } else { 1 - k }])) {
            camps[0] = Camp { part: "actor", ..e.camps[k].clone() };
            camps[1] = Camp { part: "recipient", ..e.camps[1 - k].clone() };
        }
    }

    /// "A's ambassador presented his credentials to B. So did those of C and D": to whom he did.
    fn presented_as_well(&self, camps: &mut [Camp; 2]) {
        let [sent, to] = camps;
        let told = |e: &&Draft| e.kind == "CREDENTIALS" && !e.background && e.spot + 8 >= self.index;
        let Some(e) = self.earlier.filter(told).filter(|_| !self.nominal && to.is_gap()) else { return };
        let own = |p: &Slug| e.camps.iter().any(|c| c.parties.contains(p));
        if sent.envoy && !sent.parties.is_empty() && !sent.parties.iter().any(own) {
            *to = Camp {
                part: "recipient",
                known: Known::Lent,
                seats: e.camps[1].heads(),
                ..e.camps[1].clone()
            };
        }
    }

    /// "A sent B condolences on the attack. The ministry of A condemned the attack": the one that was told before, in a language
    /// whose nouns have cases.
    fn same_blow(&self, camps: &mut [Camp; 2]) {
        let Clause { index, sentence, scan, frame, nominal, earlier, .. } = *self;
        let cased = scan.pack.features.svo_with_cases();
        let condemns = frame.kind == "STATEMENT" && frame.mode.is_some_and(|m| m == "condemn");
        if !cased || !condemns || nominal || !camps[1].is_blank() || !camps[1].parties.is_empty() {
            return;
        }
        let blow = |i: &Item| (i.start..i.end).any(|t| scan.word(t, "blow").is_some());
        let told = |e: &&Draft| {
            matches!(e.kind.as_str(), "MESSAGE" | "STATEMENT")
                && e.done()
                && e.sentence < index
                && e.sentence + 3 >= index
                && !camps[0].parties.is_empty()
                && e.camps[0].parties == camps[0].parties
                && e.camps[1].parties.len() == 1
        };
        if sentence.items.iter().any(blow)
            && let Some(e) = earlier.filter(told)
        {
            camps[1].parties.clone_from(&e.camps[1].parties);
            // A ministry that condemns by itself tells news of its own.
            let known = if camps[0].body { Known::Told } else { Known::Lent };
            (camps[1].part, camps[1].known) = ("recipient", known);
        }
    }

    /// "Condolences voiced also C": what was said to somebody is said to him by another, where "also" stands by the verb.
    fn as_well(&self) -> bool {
        let Clause { sentence, at, frame, .. } = *self;
        let also = |i: &Item| i.is_word("and") || i.is_word("title_end");
        let said = matches!(frame.kind.as_str(), "MESSAGE" | "STATEMENT" | "SANCTION" | "EXPEL" | "AID");
        said && sentence.items[at + 1..].iter().take(2).any(also)
    }

    /// "A sent B a cable. C sent one too", "A imposed sanctions on B. So did C": a third does it to the one to whom it was done,
    /// and not to the one who did it.
    fn done_as_well(&self, camps: &mut [Camp; 2]) {
        let Clause { index, scan, frame, nominal, .. } = *self;
        let directed = matches!(frame.kind.as_str(), "MESSAGE" | "SANCTION" | "EXPEL" | "AID");
        let [does, to] = camps;
        let features = &scan.pack.features;
        let as_well = features.complement_before && directed || features.svo_with_cases() && self.as_well();
        if !as_well || nominal || !to.is_gap() {
            return;
        }
        // Condolences by cable and in public are one to the other.
        let told_to = |e: &Draft| {
            let either = |kind: &str| matches!(kind, "MESSAGE" | "STATEMENT");
            features.svo_with_cases() && either(&e.kind) && either(&frame.kind)
        };
        let told = |e: &&Draft| {
            (e.kind == frame.kind || told_to(e))
                && e.done()
                && !e.in_title()
                && e.spot < index
                && e.spot + 2 >= index
        };
        let Some(e) = self.earlier.filter(told) else { return };
        let third = |p: &Slug| !e.camps.iter().any(|c| c.parties.contains(p));
        if !does.parties.is_empty() && does.parties.iter().all(third) && !e.camps[1].parties.is_empty() {
            *to = Camp {
                part: "recipient",
                known: Known::Lent,
                seats: e.camps[1].heads(),
                ..e.camps[1].clone()
            };
        }
    }

    /// "B received two cables, of which A sent one": to whoever received them.
    pub(super) fn one_of_them(&self, camps: &mut [Camp; 2]) {
        let Clause { context, sentence, scan, at, frame, nominal, article, .. } = *self;
        if frame.kind != "MESSAGE" || nominal || !article || !camps[1].is_gap() || camps[0].parties.is_empty()
        {
            return;
        }
        let receives = sentence.items[..at].iter().any(|i| scan.is_verb_of(i, "MESSAGE"));
        let official = |a: &&Actor| {
            a.items.end < at
                && a.marker.is_none()
                && a.kind.is_person()
                && context.party(a).is_some_and(|p| !camps[0].parties.contains(&p))
        };
        if receives && let Some(a) = sentence.actors.iter().find(official) {
            let mut to = Camp { part: "recipient", people: true, office: true, ..Camp::default() };
            to.parties.extend(context.party(a));
            if let ActorKind::Person(n) = a.kind {
                to.seats.push(Seat { naming: n, principal: true });
            }
            camps[1] = to;
        }
    }

    /// "A memorandum between A, B and C, signed by the minister of B, …": who signed it, each on his side.
    pub(super) fn signed_it(&self, roles: &[Role], camps: &mut [Camp; 2]) {
        let Clause { context, index, sentence, scan, at, frame, nominal, earlier, .. } = *self;
        let told = |e: &&Draft| {
            e.kind == "SIGN" && e.sentence == index && e.camps.iter().all(|c| !c.parties.is_empty())
        };
        let Some(e) = earlier.filter(told) else { return };
        if frame.kind != "SIGN" || nominal || !scan.is_owned(&sentence.items[at]) {
            return;
        }
        let people: Vec<&Actor> = roles
            .iter()
            .flat_map(|(_, m)| m)
            .map(|&m| &sentence.actors[m])
            .filter(|a| matches!(a.kind, ActorKind::Person(_)))
            .collect();
        let all = e.all_parties();
        if people.len() < 2 || people.iter().any(|a| context.party(a).is_some_and(|p| !all.contains(&p))) {
            return;
        }
        *camps = e.camps.clone();
        for actor in people {
            let ActorKind::Person(naming) = actor.kind else { continue };
            let party = context.party(actor);
            let side = usize::from(party.is_some_and(|p| !camps[0].parties.contains(&p)));
            camps[side].seats.push(Seat { naming, principal: true });
        }
    }

    /// Whether a signing without parties is of those who met, and whether of two who were told of otherwise.
    pub(super) fn unsaid_signing(&self, roles: &[Role], camps: &mut [Camp; 2]) -> Unsaid {
        let Clause { index, at, frame, form, nominal, svo, sov, bare, article, earlier, .. } = *self;
        // "The document was signed in March", "in the spirit of the agreement signed": of the two of whom was just told.
        // "The document is signed" may stand farther from whose it is.
        let passive = form == TriggerForm::Passive;
        let near = if frame.kind == "SIGN" && passive && (svo && !bare || sov) { 5 } else { 3 };
        let of_two = |e: &&Draft| {
            e.camps.iter().all(|c| !c.parties.is_empty())
                && e.sentence + near >= index
                && matches!(
                    e.kind.as_str(),
                    "MEET"
                        | "CALL"
                        | "VISIT"
                        | "SIGN"
                        | "AGREE"
                        | "COOPERATE"
                        | "MESSAGE"
                        | "STATEMENT"
                        | "INVITE"
                )
        };
        // "It was signed in Oslo": the document.
        let pronoun = |m: &usize| matches!(self.sentence.actors[*m].kind, ActorKind::Pronoun);
        // "The document was signed in Oslo during the visit of A": whose visit that was is no subject of the passive.
        let of_a_visit = |m: &usize| {
            let actor = &self.sentence.actors[*m];
            let between = self.sentence.items.get(at + 1..actor.items.start);
            self.sentence.by_order
                && actor.marker.as_deref() != Some("between")
                && between.is_some_and(|all| all.iter().any(|i| i.is_word("during")))
        };
        let document = frame.kind == "SIGN"
            && form == TriggerForm::Passive
            && !roles.is_empty()
            && roles.iter().flat_map(|(_, m)| m).all(|m| pronoun(m) || of_a_visit(m))
            && earlier.is_some_and(|e| of_two(&e));
        // "A wants to build its ties with B in the spirit of the [signed] agreement": the participle says nothing of those
        // who stand before it.
        let behind = |m: &usize| {
            let actor = &self.sentence.actors[*m];
            actor.items.end <= at && actor.marker.as_deref() != Some("between")
        };
        let described = frame.kind == "SIGN"
            && frame.secondary
            && form == TriggerForm::Participle
            && svo
            && !bare
            && roles.iter().flat_map(|(_, m)| m).all(behind)
            && earlier.is_some_and(|e| of_two(&e));
        // "It was agreed to send experts of A to B": where all of them stand in what is agreed, they are of the talks.
        let inside = |m: &usize| self.sentence.actors[*m].items.start > at + 1;
        let one_of_them = |m: &usize| {
            let party = self.context.party(&self.sentence.actors[*m]);
            party.is_some_and(|p| earlier.is_some_and(|e| e.all_parties().contains(&p)))
        };
        let of_the_talks = frame.kind == "AGREE"
            && form == TriggerForm::Passive
            && svo
            && !bare
            && !roles.is_empty()
            && roles.iter().flat_map(|(_, m)| m).all(|m| inside(m) && one_of_them(m))
            && earlier.is_some_and(|e| e.kind == "MEET" && e.sentence + 6 >= index);
        // "A met B, and agreement was reached on": those before the verb are told by the one that "and" joins it to.
        let ahead = |m: &usize| {
            let actor = &self.sentence.actors[*m];
            actor.items.end <= at && actor.marker.as_deref() != Some("between")
        };
        let joined = frame.kind == "AGREE"
            && article
            && nominal
            && self.was_agreed()
            && self.sentence.items[at].and
            && !roles.is_empty()
            && roles.iter().flat_map(|(_, m)| m).all(ahead)
            && earlier.is_some_and(|e| e.kind == "MEET" && e.sentence == index && of_two(&e));
        let of_the_talks = of_the_talks || joined;
        if document || described || of_the_talks {
            *camps = Default::default();
        }
        let unsaid_signing = frame.kind == "SIGN"
            && (roles.is_empty() || document || described)
            && (!bare || article || matches!(form, TriggerForm::Passive | TriggerForm::Participle))
            && earlier.is_some_and(|e| of_two(&e));
        // A signing told without its parties is of those who met; so is "it was agreed".
        let of_those_who_met = (frame.kind == "SIGN" && (!bare || form == TriggerForm::Passive)
            || frame.kind == "SIGN" && article && nominal && self.crowns()
            || frame.kind == "AGREE"
                && (form == TriggerForm::Passive && (svo || sov)
                    || article && (self.was_agreed() || self.they_agreed() || self.came_of_it())))
            && roles.is_empty()
            && earlier.is_some_and(|e| {
                let talks = e.kind == "MEET"
                    // "The guests are in our country on a visit. A plan was signed": what came of the visit.
                    || e.kind == "VISIT" && frame.kind == "SIGN" && svo && !bare && e.status == "happened"
                    || article && self.talks_crowned() && of_two(&e)
                    // "The two sides praised their ties, and agreed on": the two of whom that was said.
                    || article && self.they_agreed() && e.camps.iter().any(|c| c.known == Known::Both) && of_two(&e);
                // What comes of the talks is told after all that was spoken of there.
                let reach = match (article, svo && !bare || sov && passive) {
                    (true, _) => 5,
                    (_, true) => 6,
                    _ => 3,
                };
                talks && e.sentence + reach >= index
            })
            || of_the_talks;
        // "Having talked, agreed to": the converb before it has told whose agreement it is.
        let chained =
            sov && form == TriggerForm::Past && earlier.is_some_and(|e| e.sentence == index && e.at < at);
        let goes_on = frame.kind == "AGREE"
            && !nominal
            && roles.is_empty()
            && sov
            && earlier.is_some_and(|e| {
                e.sentence == index && e.at < at && matches!(e.kind.as_str(), "MEET" | "CALL") && of_two(&e)
            });
        if of_those_who_met
            || goes_on
        // "Will lend A a sum under an agreement signed on Monday".
        || frame.kind == "SIGN"
            && svo
            && bare
            && !nominal
            && roles.is_empty()
            && earlier.is_some_and(|e| {
                e.sentence == index && e.at < at && matches!(e.kind.as_str(), "AID" | "COOPERATE" | "AGREE")
            })
        || unsaid_signing
        {
            camps[0].both = true;
        }
        // "Agreed to it and signed a protocol": one act after another, none told on the way.
        Unsaid { signing: unsaid_signing, of_those_who_met: of_those_who_met || chained }
    }

    /// "The talks were crowned with the signing of", "the visit saw the signing of": a verb that tells nothing without its noun
    /// says that it was done.
    fn crowns(&self) -> bool {
        let Clause { sentence, scan, at, .. } = *self;
        let verb = |i: &Item| ["venue", "occurs", "auxiliary", "crown"].iter().any(|w| i.is_word(w));
        crate::code::status::occurs(scan, sentence, at)
            || sentence.items[at.saturating_sub(10)..at].iter().any(verb)
    }

    /// "The talks were crowned with": whatever was told between them and this.
    fn talks_crowned(&self) -> bool {
        self.sentence.items[..self.at].iter().any(|i| i.is_word("crown"))
    }

    /// "…, and the two agreed on": an ending of the dual or plural, without those who agreed.
    fn they_agreed(&self) -> bool {
        let item = &self.sentence.items[self.at];
        let before = || self.at.checked_sub(1).map(|b| &self.sentence.items[b]);
        // "Said that the two agreed on": the word before may hold them.
        let behind = || before().is_some_and(|b| b.is_mark(",") || b.is_that());
        !self.nominal && item.first_tags & tags::INFLECTED != 0 && (item.and || behind())
    }

    /// "The meeting ended in an agreement on", "agreement was reached at the meeting on": what came of those talks.
    fn came_of_it(&self) -> bool {
        let talks = |i: &Item| matches!(i.what, What::Resumption) || self.scan.is_noun_of(i, "MEET");
        self.frame.outcome
            && self.sentence.scan == 1
            && if self.nominal {
                let ahead = &self.sentence.items[self.at.saturating_sub(6)..self.at];
                self.crowns() || ahead.iter().any(|i| crate::code::status::resumes_doing(self.scan, i))
            } else {
                self.sentence.items[self.at + 1..].iter().take(3).any(talks)
            }
    }

    /// "[The] agreement was reached on": an auxiliary makes a verb of the noun.
    fn was_agreed(&self) -> bool {
        let item = &self.sentence.items[self.at];
        item.end > item.start + 1 && self.scan.word(item.start, "auxiliary").is_some()
    }

    /// "The three leaders agreed": how many those are of whom was told.
    fn by_number(&self) -> bool {
        let number = |t: usize| self.scan.is(t, |s| matches!(s, Sense::Number { .. }));
        let both = |a: &&Actor| matches!(a.kind, ActorKind::Both);
        let last = |a: &Actor| self.sentence.items[a.items.end - 1].end - 1;
        self.sentence.actors.iter().filter(both).any(|a| number(last(a)))
    }

    /// "B must stop the shelling. With such an appeal came out A": who is meant stands in the sentence before, where nouns have
    /// cases.
    pub(super) fn said_of_it(&self, camps: &mut [Camp; 2]) {
        let Clause { context, index, sentence, scan, frame, nominal, .. } = *self;
        let such = frame.mode.is_some_and(|m| m == "such") && !nominal && scan.pack.features.svo_with_cases();
        if !such || !camps[1].is_gap() || camps[0].parties.is_empty() || sentence.scan == 0 {
            return;
        }
        let before = index.checked_sub(1).map(|i| &context.sentences[i]).filter(|s| s.scan == sentence.scan);
        let Some(before) = before else { return };
        let other = |a: &Actor| context.party(a).filter(|p| !camps[0].parties.contains(p));
        let named =
            |a: &&Actor| !matches!(a.kind, ActorKind::Pronoun | ActorKind::Both) && other(a).is_some();
        let subject = |a: &&Actor| named(a) && a.marker.is_none() && a.tags & tags::NOM != 0;
        let meant = before.actors.iter().find(subject).or_else(|| before.actors.iter().find(named));
        if let Some(code) = meant.and_then(other) {
            camps[1] = Camp { part: "recipient", ..Camp::of(code) };
        }
    }

    /// "Ten signed documents were the fruit of A's visit to B": a document told by a participle that something left behind is
    /// news, where nouns have cases.
    pub(super) fn left_behind(&self) -> bool {
        let Clause { sentence, scan, at, lo, .. } = *self;
        let fruit = |i: &Item| scan.word(i.start, "fruit").is_some() && i.first_tags & tags::INS != 0;
        self.frame.kind == "SIGN"
            && self.form == TriggerForm::Participle
            && scan.pack.features.svo_with_cases()
            && sentence.items[lo..at].iter().any(fruit)
    }

    /// "A announced aid after talks with B", "Speaking after talks with B, A said": whoever spoke had talked.
    pub(super) fn after_which(&self, camps: &mut [Camp; 2]) {
        let Clause { context, sentence, at, frame, nominal, .. } = *self;
        let talks = nominal && matches!(frame.kind.as_str(), "MEET" | "CALL") && sentence.scan == 1;
        let gaps = camps.iter().filter(|c| c.is_gap()).count();
        let mut before = sentence.items[..at].iter().rev().take(4);
        let plain = |i: &&Item| !matches!(i.what, What::Other { .. }) && !i.is_word("determiner");
        let after = before.find(plain).is_some_and(|i| i.is_word("after"));
        if !talks || !sentence.by_order || gaps != 1 || !after {
            return;
        }
        let Some(who) = self.who_spoke() else { return };
        let code = context.party(&sentence.actors[who]);
        if camps.iter().any(|c| code.is_some_and(|p| c.parties.contains(&p))) {
            return;
        }
        if let Some(gap) = camps.iter_mut().find(|c| c.is_gap()) {
            super::camps::add(context, sentence, gap, who);
        }
    }

    /// "The minister of A stressed that. This came during his meeting with B": whose meeting it was stands right behind the
    /// verb of the sentence before, where the meeting's own sentence names nobody before it.
    pub(super) fn whose_talks(&self, camps: &mut [Camp; 2]) {
        let Clause { context, index, sentence, scan, at, frame, nominal, article, .. } = *self;
        let talks = nominal && article && matches!(frame.kind.as_str(), "MEET" | "CALL");
        let gaps = camps.iter().filter(|c| c.is_gap()).count();
        // "This came during a meeting with B", "a call that he received from B".
        let resumed = at.checked_sub(1).is_some_and(|b| matches!(sentence.items[b].what, What::Resumption));
        if !talks || sentence.scan != 1 || gaps != 1 || !(resumed || scan.is_owned(&sentence.items[at])) {
            return;
        }
        // "His discussion of the plan" is no talk with anybody: on which occasion it was said.
        let occasion = at.checked_sub(1).is_some_and(|b| {
            let before = &sentence.items[b];
            matches!(before.what, What::Resumption)
                || ["during", "at", "in", "after"].iter().any(|w| before.is_word(w))
        });
        let free = |a: &Actor| a.marker.is_none() && a.kind.is_people();
        if !occasion || sentence.actors.iter().any(|a| a.items.end <= at && free(a)) {
            return;
        }
        let Some(before) = index.checked_sub(1).map(|i| &context.sentences[i]) else { return };
        let acts = |i: &Item| scan.also_does(i, "saying") || i.is_verb();
        let verb = before.items.iter().position(acts).filter(|_| before.scan == sentence.scan);
        let behind = |a: &Actor, v: usize| a.items.start == v + 1 && free(a) && a.kind.is_person();
        let who = verb.and_then(|v| before.actors.iter().position(|a| behind(a, v)));
        let Some(who) = who else { return };
        let code = context.party(&before.actors[who]);
        if camps.iter().any(|c| code.is_some_and(|p| c.parties.contains(&p))) {
            return;
        }
        // Whose it is comes first.
        if camps[1].is_gap() {
            let [first, second] = camps;
            std::mem::swap(first, second);
            std::mem::swap(&mut first.part, &mut second.part);
        }
        super::camps::add(context, before, &mut camps[0], who);
    }

    /// Who stands before the first verb of the sentence, or, where it opens with a clause, before the verb of saying after it.
    fn who_spoke(&self) -> Option<usize> {
        let Clause { context, sentence, scan, at, .. } = *self;
        let acts = |i: &Item| scan.also_does(i, "saying") || i.is_verb();
        let actors = &sentence.actors;
        let person = |a: &Actor| a.marker.is_none() && a.kind.is_person() && context.party(a).is_some();
        let verb = sentence.items.iter().position(acts).filter(|v| *v < at);
        let subject =
            verb.and_then(|v| (0..actors.len()).rfind(|&a| person(&actors[a]) && actors[a].items.end <= v));
        let follows = |a: &Actor| {
            let mut before = sentence.items[..a.items.start].iter().rev();
            a.items.start > at
                && before.find(|i| !i.is_word("determiner")).is_some_and(|i| i.is_mark(","))
                && sentence.items.get(a.items.end).is_some_and(acts)
        };
        subject.or_else(|| (0..actors.len()).find(|&a| person(&actors[a]) && follows(&actors[a])))
    }

    /// "Visited CITY, meeting B", "toured it before holding talks with B": whoever did the one did the other.
    fn whoever_did_the_one(&self, camps: &mut [Camp; 2]) {
        let Clause { context, index, sentence, at, frame, form, nominal, earlier, .. } = *self;
        let joint = |k: usize| {
            let i = &sentence.items[k];
            i.is_mark(",") || i.is_word("before") || i.is_word("after")
        };
        let light =
            nominal && at > 2 && matches!(sentence.items[at - 1].what, What::Other { .. }) && joint(at - 2);
        let told = form == TriggerForm::Gerund && at > 1 && joint(at - 1) || light;
        if !sentence.by_order
            || !told
            || !matches!(frame.kind.as_str(), "MEET" | "CALL" | "SIGN" | "AGREE")
            || !camps[1].is_gap()
            || camps[0].parties.is_empty()
        {
            return;
        }
        // "They saw the ruins before sitting down with B": those of whom was told in the sentence before.
        let they = sentence.actors.first().is_some_and(|a| matches!(a.kind, ActorKind::Pronoun));
        let near = |e: &&Draft| {
            e.sentence == index && e.at < at || they && (e.sentence + 1 == index || e.spot + 1 == index)
        };
        let same = earlier.filter(near).filter(|e| !e.background && e.camps[0].people);
        let mut doer = match same {
            Some(e) => e.camps[0].clone(),
            None => {
                let acts = |a: &&Actor| a.items.end < at && a.marker.is_none() && a.kind.is_person();
                let Some(who) = sentence.actors.iter().position(|a| acts(&a)) else { return };
                let mut camp = Camp::default();
                super::camps::add(context, sentence, &mut camp, who);
                camp
            }
        };
        if doer.parties.is_empty() || doer.parties.iter().any(|p| camps[0].parties.contains(p)) {
            return;
        }
        doer.part = camps[0].part;
        let [first, second] = camps;
        std::mem::swap(first, second);
        *first = doer;
    }

    /// Sides that the clause leaves to what was told before it: whom it asks, whose talks they are, who says "we".
    pub(super) fn same_as_before(&self, roles: &[Role], camps: &mut [Camp; 2]) {
        let Clause {
            context,
            index,
            sentence,
            scan,
            at,
            frame,
            form,
            nominal,
            unordered,
            mutual,
            svo,
            bare,
            article,
            earlier,
            ..
        } = *self;
        // "Condemned X's attack and demanded an end": asked of, or said to, the same.
        let told_both = |e: &&Draft| {
            matches!(e.kind.as_str(), "STATEMENT" | "APPEAL") && e.camps.iter().all(|c| !c.parties.is_empty())
        };
        if svo
            && bare
            && !nominal
            && matches!(frame.kind.as_str(), "STATEMENT" | "APPEAL" | "THREATEN")
            && let Some(e) = earlier.filter(told_both).filter(|e| e.sentence == index)
        {
            let and = sentence.items[..at].iter().rev().take(4).any(|i| i.is_word("and"));
            if camps[0].is_gap() && and {
                camps[0] = e.camps[0].clone();
            }
            // "Called on both countries": those of whom it spoke.
            let same = camps[0].parties.first() == e.camps[0].parties.first();
            let them = camps[1].both && camps[1].parties.is_empty() && e.camps[1].parties.len() > 1;
            if same && (them || camps[1].is_blank() && and) {
                camps[1] = Camp { seats: Vec::new(), ..e.camps[1].clone() };
            }
        }
        self.whoever_did_the_one(camps);
        // "In their telephone talks": those of whom was just told, whatever was told of them.
        let theirs = |i: &Item| i.is_kind("pronoun", "possessive");
        let inside = |i: &Item| i.is_word("in") || i.is_word("during") || i.is_word("at");
        let unsaid = nominal
            && mutual
            && svo
            && bare
            && matches!(frame.kind.as_str(), "MEET" | "CALL")
            && camps.iter().all(Camp::is_gap);
        let of_people =
            |e: &&Draft| !e.background && e.camps.iter().all(|c| c.people && !c.parties.is_empty());
        if unsaid
            && at > 1
            && theirs(&sentence.items[at - 1])
            && inside(&sentence.items[at - 2])
            && let Some(e) = earlier.filter(of_people).filter(|e| e.sentence + 1 >= index)
        {
            *camps = e.camps.clone();
        }
        // "Received the credentials of the ambassadors": no side that was told of before.
        if frame.kind == "CREDENTIALS" && svo && !bare {
            camps.iter_mut().for_each(|c| c.both = false);
            self.presented_as_well(camps);
            self.presented_there(camps);
        }
        self.done_as_well(camps);
        self.arrived_as_well(camps);
        // "A called in the envoy of B. That of C was called in as well": by whoever did so before.
        if sentence.by_order
            && matches!(frame.kind.as_str(), "SUMMON" | "EXPEL" | "RECALL")
            && !nominal
            && camps[0].is_gap()
            && let [struck] = camps[1].parties[..]
            && let Some(e) = earlier.filter(|e| {
                e.kind == frame.kind && e.done() && !e.nominal && !e.background && e.spot + 2 >= index
            })
            && let [acts] = e.camps[0].parties[..]
            && acts != struck
            && !e.camps[1].parties.contains(&struck)
        {
            camps[0] = Camp { part: "actor", ..Camp::of(acts) };
        }
        // "A letter also came from C": to whom that of B came.
        if sentence.by_order
            && frame.kind == "MESSAGE"
            && !nominal
            && camps[1].is_gap()
            && !camps[0].parties.is_empty()
            && let Some(e) = earlier.filter(|e| e.kind == "MESSAGE" && !e.background && e.spot + 2 >= index)
            && !e.camps[1].parties.iter().any(|p| camps[0].parties.contains(p))
            && e.camps[0].parties != camps[0].parties
        {
            camps[1] = Camp { part: "recipient", ..e.camps[1].clone() };
        }
        if frame.kind == "VISIT"
            && camps[1].is_gap()
            && camps[1].parties.is_empty()
            && let [guest] = camps[0].parties[..]
            && let Some(host) = reported_from(context, sentence, at)
                .or_else(|| region_of(scan, sentence, at))
                .filter(|host| *host != guest)
        {
            camps[1] = Camp { part: "recipient", parties: vec![host], ..Camp::default() };
        }
        if frame.we && camps[0].is_blank() {
            camps[0] = speaker(context, index, at, earlier, &camps[1].parties).unwrap_or_default();
        }
        if matches!(frame.kind.as_str(), "STATEMENT" | "MESSAGE")
            && !bare
            && camps[1].is_blank()
            && !camps[0].is_blank()
        {
            camps[1].parties = struck(scan, sentence, at);
            camps[1].part = "recipient";
        }
        self.same_blow(camps);
        // "Talks of A and B took place. X called Y": two of whom no state is said are those of the same act told before.
        let stateless = |c: &Camp| c.open && c.people && c.parties.is_empty();
        if unordered
            && !nominal
            && !bare
            && camps.iter().all(stateless)
            && let Some(e) =
                earlier.filter(|e| e.kind == frame.kind && e.sentence + 2 >= index && !e.background)
            && e.camps.iter().all(|c| c.parties.len() == 1 && c.seats.is_empty())
        {
            for (mine, theirs) in camps.iter_mut().zip(&e.camps) {
                mine.parties.clone_from(&theirs.parties);
                (mine.open, mine.known) = (false, Known::Both);
            }
        }
        // "The ministers spoke of A and B, and agreed to": those who spoke.
        let those = |a: &Actor| {
            matches!(a.kind, ActorKind::Both)
                || matches!(a.kind, ActorKind::Pronoun)
                    && sentence.items[a.items.start].is_kind("pronoun", "several")
        };
        if svo
            && bare
            && !nominal
            && frame.kind == "AGREE"
            && roles.is_empty()
            && camps.iter().all(Camp::is_gap)
            && sentence.items[..at].iter().rev().take(3).any(|i| i.is_word("and"))
            && sentence.actors.first().is_some_and(those)
            && let Some(e) = earlier.filter(|e| e.sentence + 1 >= index && !e.background)
            && matches!(e.kind.as_str(), "MEET" | "CALL")
            && e.camps.iter().all(|c| c.parties.len() == 1)
        {
            *camps = e.camps.clone();
            camps[0].known = Known::Both;
        }
        // "Signed a declaration after one-on-one talks": of those who signed.
        let signed = |e: &&Draft| {
            matches!(e.kind.as_str(), "SIGN" | "AGREE")
                && e.done()
                && e.sentence == index
                && e.camps.iter().all(|c| !c.parties.is_empty() && c.known != Known::Guessed)
                && e.camps.iter().any(|c| c.people || !c.seats.is_empty())
        };
        if unsaid
            && frame.kind == "MEET"
            && form == TriggerForm::Noun
            && sentence.items[at.saturating_sub(3)..at]
                .iter()
                .any(|i| i.is_word("after") || i.is_word("during"))
            && sentence.items[at.saturating_sub(2)..at]
                .iter()
                .all(|i| !i.is_word("of") && !matches!(i.what, What::Time | What::Mark(_)))
            && let Some(e) = earlier.filter(signed)
        {
            *camps = e.camps.clone();
        }
        // "Condemned the coup in X. It calls for his release": asked of whom was condemned.
        if svo
            && bare
            && !nominal
            && frame.kind == "APPEAL"
            && camps[1].is_blank()
            && !camps[0].parties.is_empty()
            && let Some(e) = earlier.filter(told_both)
            && e.sentence + 1 == index
            && e.kind == "STATEMENT"
            && !e.in_title()
            && e.camps[0].parties == camps[0].parties
            && camps[1].seats.is_empty()
        {
            camps[1] = Camp { seats: Vec::new(), ..e.camps[1].clone() };
        }
        // "The signing was preceded by talks": talks that took place, told without their parties, are of those who signed or came.
        let beside = |e: &&Draft| {
            matches!(e.kind.as_str(), "SIGN" | "VISIT" | "MEET" | "CREDENTIALS")
                && e.sentence + 2 >= index
                && e.sentence < index
                && e.status == "happened"
                && !e.background
                && e.camps.iter().all(|c| c.parties.len() == 1)
                && e.camps.iter().any(|c| c.people || c.group || !c.seats.is_empty())
        };
        if frame.kind == "MEET"
            && form == TriggerForm::Noun
            && !bare
            && svo
            && roles.is_empty()
            && crate::code::status::occurs(scan, sentence, at)
            && let Some(e) = earlier.filter(beside)
            // Nobody else acts in the sentence.
            && sentence.actors.iter().filter(|a| a.marker.is_none()).all(|a| {
                context.party(a).is_none_or(|p| e.all_parties().contains(&p))
            })
        {
            *camps = e.camps.clone();
        }
        // "Cuts its ties with A and expels its diplomats": of whom was just told.
        if frame.kind == "EXPEL"
            && article
            && camps.iter().all(Camp::is_gap)
            && let Some(e) = earlier.filter(|e| e.sentence == index && e.kind == "RECALL")
        {
            *camps = e.camps.clone();
        }
    }

    /// "A, together with his counterpart B, visited a clinic. The two ministers met": those who were named right before.
    pub(super) fn both_named_before(&self, camps: &mut [Camp; 2]) {
        let Clause { context, sentence, index, at, unordered, article, .. } = *self;
        if !article || !unordered || !camps.iter().any(|c| c.both) {
            return;
        }
        for camp in camps.iter_mut().filter(|c| c.seats.is_empty()) {
            let [party] = camp.parties[..] else { continue };
            let near = context.sentences[index.saturating_sub(1)..=index].iter().rev();
            let mut near = near.filter(|s| s.scan == sentence.scan).map(|s| {
                let before = |a: &&Actor| !std::ptr::eq(s, sentence) || a.items.end <= at;
                s.actors.iter().filter(before).find_map(|a| match a.kind {
                    ActorKind::Person(n) if context.party(a) == Some(party) && context.in_office(n) => {
                        Some(n)
                    }
                    _ => None,
                })
            });
            let named = near.find_map(|n| n);
            camp.seats.extend(named.map(|naming| Seat { naming, principal: true }));
        }
    }

    /// "A told B that it would help. The two were speaking in CITY": the two people of whom the sentence before tells.
    fn two_before(&self, camps: &mut [Camp; 2]) -> bool {
        let Clause { context, index, sentence, .. } = *self;
        let before = index.checked_sub(1).map(|i| &context.sentences[i]);
        let Some(before) = before.filter(|s| sentence.by_order && s.scan == 1) else { return false };
        let people = before.actors.iter().filter(|a| matches!(a.kind, ActorKind::Person(_)));
        let mut told: Vec<(&Actor, Slug)> = Vec::new();
        for actor in people {
            let Some(party) = context.party(actor) else { continue };
            if told.iter().all(|(_, p)| *p != party) {
                told.push((actor, party));
            }
        }
        let [(a, x), (b, y)] = told[..] else { return false };
        *camps = [context.camp_of(a, x, "party", Known::Told), context.camp_of(b, y, "party", Known::Told)];
        true
    }

    /// "The two sides": those of whom the document speaks.
    pub(super) fn both_sides(&self, camps: &mut [Camp; 2]) {
        let Clause { context, index, unordered, svo, sov, bare, earlier, .. } = *self;
        // "During a meeting that brought the two together": those of whom the sentence has told before.
        let told_here = earlier.is_none_or(|e| e.sentence != index);
        if self.article
            && self.nominal
            && unordered
            && told_here
            && camps.iter().any(|c| c.both)
            && camps.iter().all(|c| c.parties.is_empty() && c.seats.is_empty())
            && self.at > 0
            && self.sentence.items[self.at - 1].is_word("during")
        {
            let mut two: Vec<&Actor> = Vec::new();
            for a in self.sentence.actors.iter().filter(|a| a.items.end < self.at && a.kind.is_person()) {
                let party = context.party(a);
                if party.is_some() && two.iter().all(|o| context.party(o) != party) {
                    two.push(a);
                }
            }
            if let [a, b] = two[..] {
                for (camp, actor) in camps.iter_mut().zip([a, b]) {
                    *camp = Camp { part: "party", people: true, office: true, ..Camp::default() };
                    camp.parties.extend(context.party(actor));
                    if let ActorKind::Person(n) = actor.kind {
                        camp.seats.push(Seat { naming: n, principal: true });
                    }
                }
                return;
            }
        }
        if camps.iter().any(|c| c.both)
            && camps.iter().all(|c| c.parties.is_empty())
            && earlier.is_none_or(Draft::in_title)
            && self.two_before(camps)
        {
            return;
        }
        if camps.iter().any(|c| c.both) && camps.iter().all(|c| c.parties.is_empty()) {
            // "The leaders signed": all who met.
            let all = earlier.filter(|e| {
                let reach = if bare { 12 } else { 6 };
                unordered
                    && (svo || sov || self.article && (self.was_agreed() || self.by_number()))
                    && e.all_parties().len() > 2
                    && e.sentence + reach >= index
                    && !(bare && self.form == TriggerForm::Passive)
            });
            if let Some(e) = earlier {
                for (mine, theirs) in camps.iter_mut().zip(&e.camps) {
                    mine.seats = theirs.heads();
                    if self.sentence.by_order {
                        mine.posts.clone_from(&theirs.posts);
                        (mine.people, mine.office) = (theirs.people, theirs.office);
                    }
                }
            }
            let pair: Vec<Slug> = match earlier {
                Some(e) => e.camps.iter().filter_map(|c| c.parties.first().cloned()).collect(),
                // "A and B: the ministers met", and then "the ministers of the two states".
                None if context.title_pair.len() == 2 => context.title_pair.to_vec(),
                None => context.home.into_iter().chain(context.states.iter().map(|(c, _)| *c)).collect(),
            };
            let mut pair = pair.into_iter();
            if camps.iter().all(|c| c.parties.is_empty())
                && let Some(a) = pair.next()
                && let Some(b) = pair.find(|p| *p != a)
            {
                camps[0].parties.push(a);
                camps[1].parties.push(b);
                if let Some(e) = all {
                    camps[0].parties.clone_from(&e.camps[0].parties);
                    camps[1].parties.clone_from(&e.camps[1].parties);
                }
                camps[0].known = Known::Both;
            }
        }
    }

    /// Those who attended the gathering, told in the sentences after it.
    /// "In [the capital of] A B's summit is held": an organisation right before its gathering is whose it is, and the state
    /// that acts, or in which that is, holds it.
    pub(super) fn held_for(&self, camps: &mut [Camp; 2]) {
        let Clause { sentence, scan, at, frame, lo, hi, nominal, .. } = *self;
        let features = &scan.pack.features;
        if frame.kind != "HOST" || nominal || !features.complement_before {
            return;
        }
        let items = &sentence.items;
        let gathering = |i: usize| i == at || items.get(i).is_some_and(|i| i.is_word("gathering"));
        let inside = |a: &&Actor| a.items.start >= lo && a.items.end <= hi && a.marker.is_none();
        let tags_of = |a: &Actor| items[a.items.end - 1].tags;
        let within = |a: &&Actor| matches!(a.kind, ActorKind::State(_)) && tags_of(a) & tags::LOC != 0;
        // "A's next session is held [in] the city of B".
        if let [body] = camps[1].parties[..] {
            let held = sentence.actors.iter().filter(inside).filter(within).find_map(|a| a.party);
            if let Some(holder) =
                held.filter(|h| *h != body && camps[0].parties.is_empty() && body.starts_with("ORG:"))
            {
                camps[0] = Camp { part: "actor", known: Known::Told, ..Camp::of(holder) };
            }
        }
        if !camps[1].parties.is_empty() {
            return;
        }
        let whose = sentence.actors.iter().filter(inside).find(|a| {
            a.party.is_some_and(|p| p.starts_with("ORG:"))
                && tags_of(a) & (tags::DAT | tags::ACC | tags::LOC) == 0
                && gathering(a.items.end)
        });
        let Some(body) = whose.and_then(|a| a.party) else { return };
        if camps[0].parties.iter().any(|p| *p != body) {
            if !camps[0].parties.contains(&body) {
                camps[1] = Camp { part: "recipient", known: Known::Told, ..Camp::of(body) };
            }
            return;
        }
        let states = || sentence.actors.iter().filter(inside).filter(|a| a.party.is_some_and(|p| p != body));
        let acts = |a: &&Actor| tags_of(a) & (tags::CASES & !tags::NOM) == 0;
        let Some(holder) = states().find(acts).or_else(|| states().find(within)).and_then(|a| a.party) else {
            return;
        };
        camps[0] = Camp { part: "actor", known: Known::Told, ..Camp::of(holder) };
        camps[1] = Camp { part: "recipient", known: Known::Told, ..Camp::of(body) };
    }

    pub(super) fn attending(&self, camps: &mut [Camp; 2]) {
        let Clause { context, index, sentence, scan, at, frame, lo, hi, svo, bare, .. } = *self;
        // "Took part in a session of X held in the capital of Y": the session is that of X, wherever it was.
        if frame.mode.is_some_and(|m| m == "multilateral") && camps[0].parties.len() == 1 {
            let inside = |a: &&Actor| a.items.start >= lo && a.items.end <= hi;
            let place = |a: &&Actor| a.kind.is_city();
            let actors = || sentence.actors.iter().filter(inside);
            let only_place = camps[1].parties.iter().all(|p| {
                let named = |a: &&Actor| a.party == Some(*p);
                actors().any(|a| named(&a) && place(&a)) && !actors().any(|a| named(&a) && !place(&a))
            });
            let session = actors()
                .filter_map(|a| a.party)
                .find(|p| p.starts_with("ORG:") && !camps[0].parties.contains(p));
            if only_place && let Some(session) = session {
                camps[1].parties = vec![session];
                // "…, which A hosted": a verb names the host.
                let verb =
                    (at + 1..sentence.items.len()).find(|&i| scan.is_verb_of(&sentence.items[i], "HOST"));
                let host = verb.and_then(|v| {
                    let next = sentence.actors.iter().find(|a| a.items.start > v)?;
                    next.party.filter(|_| next.items.start <= v + 3)
                });
                camps[1].parties.extend(host.filter(|h| !camps[0].parties.contains(h) && *h != session));
                camps[1].part = "party";
                (camps[1].open, camps[1].both, camps[1].counterpart) = (false, false, false);
            }
        }
        self.hosted_by(camps);
        // "Took part in the council of ministers. The heads of … of B and C attended": those who did meet him.
        if frame.mode.is_some_and(|m| m == "multilateral")
            && !bare
            && svo
            && camps[1].parties.is_empty()
            && let [own] = camps[0].parties[..]
        {
            let near = context.sentences[index + 1..].iter().take(3).filter(|s| s.scan == sentence.scan);
            for s in near {
                let Some(from) =
                    s.items.iter().position(|i| matches!(i.what, What::Attendance { inside: false, .. }))
                else {
                    continue;
                };
                let listed = |a: &Actor| a.and && matches!(a.kind, ActorKind::State(StateForm::Name));
                let there = s.actors.iter().filter(|a| {
                    a.items.start > from
                        && (listed(a) || matches!(a.kind, ActorKind::Official(_) | ActorKind::Person(_)))
                });
                for code in there.flat_map(|a| context.parties(a)) {
                    if code != own && !camps[1].parties.contains(&code) {
                        camps[1].parties.push(code);
                    }
                }
            }
            if !camps[1].parties.is_empty() {
                camps[1].part = "party";
                (camps[1].open, camps[1].both, camps[1].counterpart) = (false, false, false);
            }
        }
        // "X receives in the White House": whose house it is receives.
        if frame.roles.contains_key("host")
            && !bare
            && camps[0].parties.is_empty()
            && camps[0].people
            && let Some(house) = sentence.actors.iter().find(|a| {
                matches!(a.kind, ActorKind::State(StateForm::Government)) && a.marker.as_deref() == Some("in")
            })
            && let Some(code) = house.party.filter(|c| !camps[1].parties.contains(c))
        {
            camps[0].parties.push(code);
            camps[0].open = false;
        }
    }

    /// "Took part in the meeting of X, which A hosted": where nouns have an article the verb of the clause names the host.
    fn hosted_by(&self, camps: &mut [Camp; 2]) {
        let Clause { sentence, scan, at, frame, article, .. } = *self;
        if !article || frame.mode.is_none_or(|m| m != "multilateral") || camps[0].parties.len() != 1 {
            return;
        }
        if !camps[1].parties.iter().any(|p| p.starts_with("ORG:")) {
            return;
        }
        let items = &sentence.items;
        let relative = |v: usize| items[v.saturating_sub(2)..v].iter().any(|i| i.is_word("relative"));
        let verb =
            (at + 1..items.len()).take(20).find(|&v| scan.is_verb_of(&items[v], "HOST") && relative(v));
        let host = verb.and_then(|v| {
            items[v + 1..].iter().take(3).find_map(|i| match &i.what {
                What::State { code, form } if *form != StateForm::Adjective => Some(*code),
                _ => None,
            })
        });
        let known = |h: &Slug| camps.iter().any(|c| c.parties.contains(h));
        if let Some(host) = host.filter(|h| !known(h)) {
            camps[1].parties.push(host);
        }
    }

    /// "The meetings included A and B": those whom he met of whom was told before.
    pub(super) fn listed_meetings(&self, camps: &mut [Camp; 2]) {
        let Clause { context, index, sentence, at, frame, nominal, article, earlier, .. } = *self;
        let includes = at > 0 && sentence.items[at - 1].is_kind("list", "includes");
        if !nominal || !article || !includes || !matches!(frame.kind.as_str(), "MEET" | "CALL") {
            return;
        }
        let met: Vec<Slug> = camps.iter().flat_map(|c| c.parties.iter().copied()).collect();
        let near = context.sentences[index.saturating_sub(2)..index].iter().rev();
        let official = |a: &&Actor| a.marker.is_none() && !a.and && a.kind.is_person();
        let holder = near.filter(|s| s.scan == sentence.scan).find_map(|s| {
            let a = s.actors.iter().find(official)?;
            let mut camp = Camp { part: "party", people: true, office: true, ..Camp::default() };
            camp.parties.extend(context.party(a).or(context.home));
            if let ActorKind::Person(n) = a.kind {
                camp.seats.push(Seat { naming: n, principal: true });
            }
            Some(camp)
        });
        let holder = holder.or_else(|| earlier.map(|e| e.camps[e.leads].clone()));
        if let Some(holder) =
            holder.filter(|h| !h.parties.is_empty() && !h.parties.iter().any(|p| met.contains(p)))
            && !met.is_empty()
        {
            let [a, b] = std::mem::take(camps);
            let seats = a.seats.into_iter().chain(b.seats).collect();
            let guests =
                Camp { parties: met, seats, people: a.people || b.people, office: true, ..Camp::default() };
            *camps = [holder, Camp { part: "party", ..guests }];
        }
    }

    /// "…, and a meeting with the minister of B followed it": of those of whom was told right before.
    pub(super) fn followed(&self, camps: &mut [Camp; 2]) {
        let Clause { context, index, sentence, at, frame, nominal, article, earlier, .. } = *self;
        let follows = follows(sentence, at);
        if !nominal || !article || !follows || !matches!(frame.kind.as_str(), "MEET" | "CALL" | "SIGN") {
            return;
        }
        // "B, who is in A, …, and a meeting with the minister of A": the state where he is stands for nobody.
        let same = camps[0].parties == camps[1].parties && camps[0].parties.len() == 1;
        let bare = || camps.iter().position(|c| same && !c.people);
        let Some(gap) = camps.iter().position(Camp::is_gap).or_else(bare) else { return };
        let other = camps[1 - gap].parties.clone();
        // Whoever was told of before the verb in this sentence, else in the event before.
        let before = sentence.actors.iter().rev().find(|a| {
            a.items.end < at && a.kind.is_person() && context.party(a).is_some_and(|p| !other.contains(&p))
        });
        let mut told = Camp { part: camps[1 - gap].part, known: Known::Lent, ..Camp::default() };
        if let Some(a) = before {
            told.parties.extend(context.party(a));
            (told.people, told.office) = (true, true);
            if let ActorKind::Person(n) = a.kind {
                told.seats.push(Seat { naming: n, principal: true });
            }
        } else if let Some(camp) = earlier.filter(|e| e.sentence + 1 >= index).and_then(|e| {
            e.camps.iter().find(|c| !c.parties.is_empty() && !c.parties.iter().any(|p| other.contains(p)))
        }) {
            told = Camp { part: told.part, known: Known::Lent, ..camp.clone() };
        } else {
            return;
        }
        camps[gap] = told;
    }

    /// "Arrived in B, where the king received him and he met the speaker": officials without a state whom a guest meets
    /// are his host's.
    pub(super) fn of_the_host(&self, camps: &mut [Camp; 2]) {
        let Clause { context, index, sentence, frame, nominal, earlier, .. } = *self;
        if frame.kind != "MEET" || nominal || sentence.scan == 0 {
            return;
        }
        let Some(e) = earlier.filter(|e| e.spot + 2 >= index && !e.in_title()) else { return };
        let Some((guest, host)) = guest_and_host(e) else { return };
        let Some(came) = e.camps.iter().find(|c| c.parties == [guest]) else { return };
        // "The minister of A talked in B. The president of B received the guest": who came, and not one of those at home.
        let at_home = |c: &Camp| c.center && c.parties == [host];
        if let Some(slot) = camps.iter().position(|c| c.part == "host" && c.parties == [host])
            && at_home(&camps[1 - slot])
        {
            camps[1 - slot] = Camp { part: "guest", seats: came.heads(), ..came.clone() };
            return;
        }
        let Some(slot) = camps.iter().position(Camp::is_stateless) else { return };
        let met = &camps[1 - slot];
        // The guest himself, and not another of his state.
        let person = |s: &Seat| context.person_of[s.naming];
        let himself = || {
            met.known == Known::Lent
                || met.center
                || met.seats.iter().any(|s| came.seats.iter().any(|o| person(o) == person(s)))
                || met.seats.is_empty() && !met.is_another(came)
        };
        // "The minister of A met B's in A. The crown prince had received him": who receives is the host's.
        if camps[slot].part == "host" && met.center {
            camps[1 - slot] = Camp { part: "guest", ..came.clone() };
        } else if met.parties != [guest] || !himself() {
            return;
        }
        camps[slot].parties.push(host);
        camps[slot].open = false;
    }

    /// "A arrived in B. The delegation met the minister": of whoever arrived, with one of those at home there.
    pub(super) fn delegation_came(&self, camps: &mut [Camp; 2]) {
        let Clause { index, sentence, frame, nominal, earlier, .. } = *self;
        if frame.kind != "MEET" || nominal || sentence.scan == 0 {
            return;
        }
        let travels = |e: &&Draft| e.kind == "VISIT" && e.done() && !e.in_title() && e.spot + 2 >= index;
        let Some((e, (guest, host))) = earlier.filter(travels).and_then(|e| Some((e, guest_and_host(e)?)))
        else {
            return;
        };
        let Some(slot) = camps.iter().position(|c| c.group && c.is_gap()) else { return };
        let met = &mut camps[1 - slot];
        if met.is_stateless() {
            met.parties.push(host);
            met.open = false;
        }
        let came = e.camps.iter().find(|c| c.parties == [guest]).filter(|_| met.parties == [host]);
        if let Some(came) = came {
            let part = camps[slot].part;
            camps[slot] = Camp { part, known: Known::Lent, seats: came.heads(), group: true, ..came.clone() };
        }
    }

    /// "In CITY the crown prince received him", "talked in CITY with NAME": whoever receives, heads a state or is known by name
    /// alone, and whose state no word tells, does so at home, where the city is neither the guest's nor said to be his host's.
    pub(super) fn at_home_there(&self, camps: &mut [Camp; 2]) {
        let Clause { sentence, scan, at, lo, hi, frame, nominal, earlier, .. } = *self;
        let told = earlier.is_some_and(|e| !e.in_title());
        if frame.kind != "MEET" || nominal || sentence.scan == 0 || !told {
            return;
        }
        // Without capitals a name that nobody calls by an office may be none.
        let names = scan.pack.features.capitals;
        let by_name =
            |c: &Camp| names && c.parties.is_empty() && c.open && c.people && !c.office && !c.counterpart;
        let Some(slot) = camps.iter().position(|c| c.is_stateless() || by_name(c)) else { return };
        let own = &camps[slot];
        let receives = own.part == "host" || own.top.is_some_and(|rank| rank < 2) || by_name(own);
        let guest = &camps[1 - slot].parties;
        if !receives || guest.is_empty() {
            return;
        }
        let inside = |a: &&Actor| a.items.start >= lo && a.items.end <= hi;
        let place = |a: &&Actor| {
            matches!(a.kind, ActorKind::State(StateForm::City | StateForm::Capital | StateForm::Name))
                && (a.marker.as_deref() == Some("in") || self.located(a))
        };
        let places = || sentence.actors.iter().filter(inside).filter(place);
        // "Talked in CITY with A and met in CITY with B": what stands behind the verb is nearer to it than what is before.
        let behind = places().any(|a| a.items.start > at) && !self.sov;
        let mut there: Vec<Slug> =
            places().filter(|a| !behind || a.items.start > at).filter_map(|a| a.party).collect();
        there.dedup();
        if let [host] = there[..]
            && !guest.contains(&host)
        {
            camps[slot].parties.push(host);
            camps[slot].open = false;
        }
    }

    /// Who travels to whom, where the event told before says it.
    pub(super) fn visitors(&self, camps: &mut [Camp; 2]) {
        let Clause { context, index, sentence, at, frame, nominal, bare, article, earlier, .. } = *self;
        // "His visit began": to those with whom he met.
        if frame.kind == "VISIT"
            && camps[1].is_gap()
            && (!nominal || !bare)
            && let [guest] = camps[0].parties.as_slice()
            && let Some(host) = earlier.and_then(|e| host_of(e, *guest))
            && !unknown_aim(sentence, at)
        {
            camps[1].parties.push(host);
            camps[1].part = "recipient";
        }
        // "A received B, who is on a visit": of the two, whoever is received came.
        if frame.kind == "VISIT"
            && nominal
            && article
            && let Some(e) = earlier.filter(|e| e.sentence == index && e.kind == "MEET")
            && let Some(guest) = e.camps.iter().find(|c| c.part == "guest" && !c.parties.is_empty())
            && camps[1].parties.first() == guest.parties.first()
            && e.camps.iter().any(|c| c.part == "host" && c.parties.first() == camps[0].parties.first())
        {
            camps.swap(0, 1);
            camps[0] = Camp { part: "actor", ..guest.clone() };
            camps[1].part = "recipient";
        }
        // "The king received the president of X, who came on a visit to the Kingdom": the guest came, not the host.
        if frame.kind == "VISIT"
            && article
            && let Some(e) = earlier.filter(|e| e.sentence == index && e.kind != "VISIT")
            && let Some(host) = camps[1].parties.first().copied().or(context.home.filter(|_| camps[1].open))
            && camps[0].parties.first() == Some(&host)
            && let Some(guest) = e.camps.iter().find(|c| !c.parties.is_empty() && !c.parties.contains(&host))
        {
            camps[0] = Camp { part: "actor", ..guest.clone() };
        }
    }
}

/// "…, which a meeting with B preceded [yesterday]": the noun stands right after the verb, or behind its day.
pub(in crate::code) fn follows(sentence: &Sentence, at: usize) -> bool {
    let before = sentence.items[..at].iter().rev().find(|i| !matches!(i.what, What::Time));
    sentence.scan == 1 && before.is_some_and(|i| i.is_word("follow"))
}

/// "Flew into A's northern region", "visited the Kenyan city of X": whose land it is, behind the verb of a journey.
fn region_of(scan: &Scan, sentence: &Sentence, at: usize) -> Option<Slug> {
    if !sentence.by_order {
        return None;
    }
    let behind = &sentence.items[at + 1..];
    let small = |i: &&Item| {
        matches!(i.what, What::Time) || ["determiner", "in", "to", "on"].iter().any(|w| i.is_word(w))
    };
    let skipped = behind.iter().take(5).take_while(small).count();
    let What::State { code, form } = &behind.get(skipped)?.what else { return None };
    let next = behind.get(skipped + 1)?;
    let owns = scan.possessive(next.start);
    if !(owns || *form == StateForm::Adjective) {
        return None;
    }
    let plain = |i: &&Item| matches!(i.what, What::Other { .. } | What::Name { .. } | What::State { .. });
    let from = skipped + 1 + usize::from(owns);
    let words = behind[from..].iter().take(3).take_while(plain).count();
    behind.get(from + words).filter(|i| i.is_word("region")).map(|_| *code)
}

/// "CITY – NAME arrived here", "in the country": the state of the dateline.
fn reported_from(context: &Context, sentence: &Sentence, at: usize) -> Option<Slug> {
    let here = |i: &Item| i.is_kind("title_end", "here") || i.is_kind("title_end", "land");
    let told_aside = at > 0 && sentence.items[at - 1].is_word("relative");
    if told_aside || !sentence.items.get(at + 1).is_some_and(here) {
        return None;
    }
    let (head, line) = opening_line(context.sentences)?;
    let city = head.items[..line?].iter().find(|i| i.is_city())?;
    match &city.what {
        What::State { code, .. } => Some(*code),
        _ => None,
    }
}

/// "Condemned the attack in CITY", "condolences on the floods in X and Y": the states where it struck.
pub(super) fn struck(scan: &Scan, sentence: &Sentence, at: usize) -> Vec<Slug> {
    let items = &sentence.items;
    let ends = |i: &Item| i.is_mark(";") || i.is_finite();
    let mut found: Vec<Slug> = Vec::new();
    let mut add = |i: usize| {
        let follows = || {
            let before = &items[i - 1];
            before.is_word("in") || before.is_word("and") || before.is_mark(",")
        };
        if let What::State { code, .. } = &items[i].what
            && !found.contains(code)
            && (found.is_empty() || i > 0 && follows())
        {
            found.push(*code);
        }
    };
    // "Concern at the strikes on X": the noun of an act of force.
    let strikes = |i: &Item| {
        i.is_word("blow")
            || matches!(&i.what, What::Trigger(o)
                if o.iter().all(|&(f, form)| form.is_noun() && scan.pack.frames[f].kind == "FORCE"))
    };
    let before = || {
        let blow = (at.saturating_sub(20)..at).rev().take_while(|&i| !ends(&items[i]));
        blow.filter(|&i| strikes(&items[i])).last()
    };
    if scan.pack.features.order == "sov" {
        let Some(blow) = before() else { return found };
        (blow.saturating_sub(8)..blow).rev().for_each(add);
        return found;
    }
    let mut after = (at + 1..items.len()).take(16).take_while(|&i| !ends(&items[i]));
    // "In connection with the attack in CITY we express our condolences."
    let blow = after.find(|&i| strikes(&items[i]));
    let (from, to) = match (blow, before()) {
        (Some(b), _) => (b + 1, items.len().min(b + 11)),
        (None, Some(b)) => (b + 1, at),
        (None, None) => return found,
    };
    (from..to).take_while(|&i| !ends(&items[i])).for_each(&mut add);
    found
}

/// The one other party of what was told before of the guest.
pub(super) fn host_of(earlier: &Draft, guest: Slug) -> Option<Slug> {
    let all = earlier.all_parties();
    let [a, b] = all.as_slice() else { return None };
    let host = if *a == guest { *b } else { *a };
    ((*a == guest || *b == guest) && !host.starts_with("ORG:")).then_some(host)
}

/// Of two parties, whose official went to the other.
pub(in crate::code) fn guest_and_host(earlier: &Draft) -> Option<(Slug, Slug)> {
    let [a, b] = &earlier.camps;
    let ([x], [y]) = (a.parties.as_slice(), b.parties.as_slice()) else { return None };
    if earlier.status != "happened" && earlier.status != "planned"
        || x.starts_with("ORG:")
        || y.starts_with("ORG:")
    {
        return None;
    }
    let at = |code: &Slug| earlier.land() == Some(*code);
    match earlier.kind.as_str() {
        "VISIT" => Some((*x, *y)),
        "MEET" if b.part == "guest" || at(x) => Some((*y, *x)),
        "MEET" if a.part == "guest" || at(y) => Some((*x, *y)),
        _ => None,
    }
}

/// After the trigger the place is named that one goes to, by a word of which no state is known.
pub(super) fn unknown_aim(sentence: &Sentence, at: usize) -> bool {
    sentence.items[at + 1..].iter().take(3).any(|i| matches!(i.what, What::Name { .. } | What::State { .. }))
}

/// Where cases do not say who suffers, an act by which somebody suffers goes on only inside its sentence.
pub(super) fn may_lend(scan: &Scan, frame: &Frame, earlier: &Draft, index: usize) -> bool {
    !scan.pack.features.case.is_empty()
        || !matches!(frame.kind.as_str(), "FORCE" | "AID" | "SANCTION" | "THREATEN")
        || earlier.sentence == index
}
