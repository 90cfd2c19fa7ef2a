//! What a document tells beside its news in few words: the journey whose meeting was told, the next meeting, one that the
//! guest had elsewhere. Asked last, of triggers that would else name no two parties.

use super::Clause;
use super::lent::{guest_and_host, unknown_aim};
use super::reach::Reach;
use crate::Slug;
use crate::code::{Camp, Draft, Known, Seat, status};
use crate::detect::date::When;
use crate::detect::person::{Actor, ActorKind};
use crate::detect::{Item, What};
use crate::pack::{Sense, TriggerForm, tags};

/// What such words make of an event.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
pub(super) enum Aside {
    /// Nothing: its sides stand in its clause.
    #[default]
    No,
    /// It is told on the way.
    Told,
    /// It is told on the way, and is another than the one told before it.
    Another,
    /// It is news as that was, and another.
    Next,
}

/// Within how many items after the noun the states of a tour are named.
const STOPS: usize = 18;

/// Somebody speaks for the side, by name, by office or by a pronoun that means him.
fn is_somebody(camp: &Camp) -> bool {
    camp.people || !camp.posts.is_empty() || !camp.seats.is_empty()
}

impl Clause<'_> {
    pub(super) fn aside(&self, reach: &Reach, camps: &mut [Camp; 2]) -> Aside {
        let Clause { index, sentence, frame, earlier, .. } = *self;
        if sentence.scan == 0 || !matches!(frame.kind.as_str(), "MEET" | "CALL" | "VISIT") {
            return Aside::No;
        }
        let gaps = camps.iter().filter(|c| c.is_gap()).count();
        // "A met B on the second day of his trip to B": whoever stands nearest to the noun is at home there.
        // "A meeting with the president and talks with the minister of B took place": both are his.
        let at_home = gaps == 0 && camps[0].parties == camps[1].parties && camps[0].parties.len() == 1;
        // "In his visit": of whoever is welcomed, whoever else acts in the sentence.
        let owned = frame.kind == "VISIT" && gaps == 0 && self.scan.is_owned(&sentence.items[self.at]);
        let at_home = at_home || owned && self.article;
        let reach_back = if frame.kind == "VISIT" { 3 } else { 8 };
        let Some(e) = earlier.filter(|e| (gaps > 0 || at_home) && e.sentence + reach_back >= index) else {
            return Aside::No;
        };
        if gaps == 1 && self.met_next(e, camps) {
            return Aside::Next;
        }
        let filled = match frame.kind.as_str() {
            "VISIT" => self.journey(gaps, e, reach, camps),
            _ if gaps > 1 => self.next_one(e, camps) || self.talks_of_signing(e, camps),
            "MEET" if gaps == 0 => self.met_as_well(e, camps),
            "MEET" => {
                self.met_as_well(e, camps)
                    || self.met_there(e, camps)
                    || self.met_elsewhere(e, camps)
                    || self.told_last(camps)
            }
            _ => false,
        };
        match (filled, frame.kind.as_str()) {
            (false, _) => Aside::No,
            (true, "VISIT") => Aside::Told,
            // "A ended his journey to B. The talks with the minister were long": what he went for.
            (true, _) if e.kind == "VISIT" && e.done() && self.scan.pack.features.svo_with_cases() => {
                Aside::Next
            }
            (true, _) => Aside::Another,
        }
    }

    /// "On the second day of his trip to A", "the state visit had begun the day before": of the guest whose meeting was told.
    fn journey(&self, gaps: usize, e: &Draft, reach: &Reach, camps: &mut [Camp; 2]) -> bool {
        let Clause { context, sentence, at, form, .. } = *self;
        let told = e.kind == "MEET" && form == TriggerForm::Noun;
        if !told || reach.mine.is_some() || camps.iter().any(|c| c.both) {
            return false;
        }
        let Some((guest, host)) = guest_and_host(e) else { return false };
        let party = |code: Slug| e.camps.iter().find(|c| c.parties == [code]);
        let (Some(came), Some(_)) = (party(guest), party(host)) else { return false };
        if !is_somebody(came) {
            return false;
        }
        // Nobody of a third state is named around it, nor a place of which no state is known.
        let near = at.saturating_sub(6)..(at + 7).min(sentence.items.len());
        let third = sentence.actors.iter().any(|a| {
            near.contains(&a.items.start) && context.party(a).is_some_and(|p| p != guest && p != host)
        });
        let whole = match gaps {
            2 => !unknown_aim(sentence, at),
            // "In a visit to the State": that of whoever received him.
            1 if camps[0].parties == [guest] => camps[1].is_blank() && !unknown_aim(sentence, at),
            // "His Excellency welcomed him on his visit to the Kingdom": nobody visits whom he has received.
            1 if camps[0].parties == [host] && self.scan.is_owned(&sentence.items[at]) => camps[1].is_blank(),
            // "His Excellency welcomed him on his first visit to the Kingdom".
            0 if camps[0].parties == [host] && self.scan.is_owned(&sentence.items[at]) => {
                let there = &camps[1];
                there.parties == [guest] || there.parties.is_empty() && there.open && !there.people
            }
            0 => camps[1].parties == [host],
            _ => camps[0].is_blank() && camps[1].parties == [host],
        };
        if third || !whole {
            return false;
        }
        camps[0] = Camp { part: "actor", known: Known::Lent, seats: came.heads(), ..came.clone() };
        camps[1] = Camp { part: "recipient", known: Known::Lent, ..Camp::of(host) };
        true
    }

    /// "A and B, who is in CITY on a visit, signed": of whoever stands before the clause, to the state of the city.
    pub(super) fn visiting(&self, reach: &Reach, camps: &mut [Camp; 2]) -> bool {
        let Clause { context, sentence, frame, nominal, svo, bare, .. } = *self;
        let clause = reach.mine.filter(|_| svo && !bare && nominal && frame.kind == "VISIT");
        let Some(clause) = clause.filter(|_| camps.iter().any(|c| c.is_gap())) else { return false };
        let before = |a: &&Actor| a.items.end <= clause.start && clause.start < a.items.end + 3;
        let who = sentence.actors.iter().filter(|a| a.kind.is_person()).rfind(before);
        let inside = |a: &&Actor| clause.contains(&a.items.start) && matches!(a.kind, ActorKind::State(_));
        let there = sentence
            .actors
            .iter()
            .filter(inside)
            .find(|a| self.located(a) || a.marker.as_deref() == Some("in"));
        let Some((who, host)) = who.zip(there.and_then(|a| a.party)) else { return false };
        let Some(guest) = context.party(who).filter(|g| *g != host) else { return false };
        let mut came = Camp { part: "actor", people: true, office: true, ..Camp::of(guest) };
        if let ActorKind::Person(naming) = who.kind {
            came.seats.push(Seat { naming, principal: true });
        }
        *camps = [came, Camp { part: "recipient", ..Camp::of(host) }];
        true
    }

    /// "The state visit takes place at the invitation of B": to the state of whoever invited, of the other of the two of whom
    /// was told.
    pub(super) fn invited(&self, camps: &mut [Camp; 2]) -> bool {
        let Clause { context, index, sentence, scan, at, frame, nominal, earlier, .. } = *self;
        if frame.kind != "VISIT" || !nominal || sentence.scan == 0 {
            return false;
        }
        let invites = |i: &Item| {
            let on_the_way = |&(f, form): &(usize, TriggerForm)| {
                form.is_noun() && scan.pack.frames[f].kind == "INVITE" && scan.pack.frames[f].secondary
            };
            matches!(&i.what, What::Trigger(o) if o.iter().any(on_the_way))
        };
        let noun = sentence.items.iter().position(invites).filter(|k| *k != at);
        let inviter = sentence.actors.iter().find(|a| {
            let behind = noun.is_some_and(|by| (by + 1..by + 4).contains(&a.items.start));
            let by = !self.bare && a.marker.as_deref() == Some("by") && a.kind.is_person();
            (behind || by) && context.party(a).is_some()
        });
        let Some(host) = inviter.and_then(|a| context.party(a)) else { return false };
        let unsaid = |c: &Camp| c.is_gap() || c.parties == [host];
        let near = |e: &&Draft| e.sentence.max(e.spot) + 3 >= index && e.all_parties().len() == 2;
        let Some(e) = earlier.filter(near).filter(|_| camps.iter().all(unsaid)) else { return false };
        let Some(came) = e.camps.iter().find(|c| c.parties.len() == 1 && c.parties != [host]) else {
            return false;
        };
        if !e.all_parties().contains(&host) {
            return false;
        }
        camps[0] = Camp { part: "actor", known: Known::Lent, seats: came.heads(), ..came.clone() };
        camps[1] = Camp { part: "recipient", ..Camp::of(host) };
        true
    }

    /// "The first day of a tour that will take him to A and B", "at the end of a tour that included A": of whoever travels,
    /// to the states named after the noun and to that in which he was just met.
    pub(super) fn tour(&self, camps: &mut [Camp; 2]) -> bool {
        let Clause { context, sentence, at, frame, nominal, earlier, .. } = *self;
        if frame.mode.as_deref() != Some("tour") || !nominal || sentence.scan == 0 {
            return false;
        }
        let near = earlier.filter(|e| e.spot + 1 >= self.index && !e.in_title());
        let met = near.and_then(guest_and_host);
        let person = |a: &&Actor| a.marker.is_none() && a.kind.is_person() && context.party(a).is_some();
        let named = || {
            // "A received B, who is on a tour": B; else whoever the sentence is about.
            let left = || sentence.actors.iter().filter(person).filter(|a| a.items.end <= at);
            let who =
                |a: &&Actor| sentence.items[a.items.end..at].iter().take(2).any(|i| i.is_word("relative"));
            let before = left().rfind(who).or_else(|| left().next());
            before.or_else(|| sentence.actors.iter().find(person)).and_then(|a| {
                let mut camp = Camp { people: true, office: true, ..Camp::of(context.party(a)?) };
                if let ActorKind::Person(naming) = a.kind {
                    camp.seats.push(Seat { naming, principal: true });
                }
                Some(camp)
            })
        };
        let came = met.and_then(|(guest, _)| near?.camps.iter().find(|c| c.parties == [guest]).cloned());
        let Some(guest) = came.filter(is_somebody).or_else(named) else { return false };
        let who = guest.parties[0];
        let after = |a: &&Actor| a.items.start > at && a.items.start < at + STOPS;
        let state = |a: &&Actor| matches!(a.kind, ActorKind::State(_));
        let mut stops: Vec<Slug> =
            sentence.actors.iter().filter(after).filter(state).filter_map(|a| a.party).collect();
        let listed = sentence.actors.iter().filter(after).filter(state).flat_map(|a| a.more.iter().copied());
        let listed: Vec<Slug> = listed.collect();
        stops.extend(listed);
        let n_named = stops.len();
        stops.extend(met.filter(|(guest, _)| *guest == who).map(|(_, host)| host));
        stops.retain(|s| *s != who && !s.starts_with("ORG:"));
        stops.sort();
        stops.dedup();
        // "B, who is on a tour of the region": to where he was met, whatever else it takes in.
        let here = |e: &Draft| e.spot == self.index && e.kind == "MEET" && e.all_parties().len() == 2;
        let region = guest.parties.len() == 1 && near.is_some_and(here) && stops.len() == 1;
        if !region && (stops.len() < 2 || n_named == 0) {
            return false;
        }
        let known = if near.is_some() { Known::Lent } else { Known::Told };
        camps[0] = Camp { part: "actor", known, seats: guest.heads(), ..guest };
        camps[1] = Camp { part: "recipient", known, parties: stops, ..Camp::default() };
        true
    }

    /// "The next round is set for the 19th", "their previous call was in May": of those of whom was told.
    fn next_one(&self, e: &Draft, camps: &mut [Camp; 2]) -> bool {
        let Clause { sentence, scan, at, frame, nominal, .. } = *self;
        let item = &sentence.items[at];
        let turns = |t: usize| scan.is(t, |s| matches!(s, Sense::Turn { .. }));
        // "The third round took place on the 11th": one of those of whom was told, where its day is told.
        let number = |t: usize| scan.is(t, |s| matches!(s, Sense::Number { .. } | Sense::Ordinal));
        let counted = || {
            item.start > 0
                && number(item.start - 1)
                && sentence.dates(scan).iter().any(|d| matches!(d.when, When::Day { .. } | When::Weekday(_)))
        };
        let turned = item.start > 0 && turns(item.start - 1) && !status::held_there(scan, sentence, at)
            || turns(item.end)
            || counted();
        // Whoever else acts in the sentence meets in it.
        let of_two = e.kind == frame.kind && e.camps.iter().all(|c| c.parties.len() == 1);
        if !nominal || !turned || !of_two {
            return false;
        }
        *camps = e.both_again();
        true
    }

    /// "The signing took place after talks", "at the talks that preceded the ceremony": of those who signed.
    fn talks_of_signing(&self, e: &Draft, camps: &mut [Camp; 2]) -> bool {
        let Clause { context, index, sentence, at, frame, form, .. } = *self;
        let parties = e.all_parties();
        let signed = matches!(e.kind.as_str(), "SIGN" | "AGREE")
            && e.done()
            && e.sentence + 2 >= index
            && e.camps.iter().all(|c| c.parties.len() == 1)
            && e.camps.iter().all(is_somebody);
        let placed = ["after", "during", "on", "at", "in", "follow"];
        let before = sentence.items[at.saturating_sub(3)..at].iter();
        let occasion = before.clone().any(|i| placed.iter().any(|w| i.is_word(w)))
            && before.clone().all(|i| !i.is_word("of") && !i.is_word("for"));
        // Nobody of a third state is named.
        let third = |a: &Actor| context.party(a).is_some_and(|p| !parties.contains(&p));
        let talks = frame.kind == "MEET" && form == TriggerForm::Noun && !frame.vague;
        // "At the talks that preceded the ceremony trade was discussed": the noun only refers back.
        let resumed = frame.vague
            && !self.nominal
            && !self.bare
            && sentence.actors.iter().all(|a| !a.kind.is_people())
            && sentence.items[..at].iter().any(|i| matches!(i.what, What::Resumption));
        if !signed || !(occasion && talks || resumed) || sentence.actors.iter().any(third) {
            return false;
        }
        *camps = e.both_again();
        true
    }

    /// "A received the guest. A meeting with the speaker took place as well": of the guest, with whom his host names.
    fn met_as_well(&self, e: &Draft, camps: &mut [Camp; 2]) -> bool {
        let Clause { sentence, scan, at, nominal, .. } = *self;
        if !nominal || !status::occurs(scan, sentence, at) || e.in_title() {
            return false;
        }
        let Some((guest, host)) = guest_and_host(e) else { return false };
        let Some(slot) = camps.iter().position(|c| c.is_stateless() || c.people && c.parties == [host])
        else {
            return false;
        };
        let Some(came) = e.camps.iter().find(|c| c.parties == [guest] && is_somebody(c)) else {
            return false;
        };
        if !camps[1 - slot].is_blank() && camps[1 - slot].parties != [host] {
            return false;
        }
        camps[1 - slot] = Camp { part: "guest", known: Known::Lent, seats: came.heads(), ..came.clone() };
        camps[slot].part = "host";
        if camps[slot].parties.is_empty() {
            camps[slot].parties.push(host);
            camps[slot].open = false;
        }
        true
    }

    /// "A received B. The talks with C dealt with trade": of whoever acted in what was told right before.
    fn met_next(&self, e: &Draft, camps: &mut [Camp; 2]) -> bool {
        let Clause { context, index, sentence, frame, form, nominal, .. } = *self;
        let talks = |kind: &str| matches!(kind, "MEET" | "CALL");
        // "The conversation with C" is one on the telephone where a call was told.
        if form == TriggerForm::Back && e.kind != frame.kind {
            return false;
        }
        let told = talks(&e.kind) && e.done() && !e.in_title() && !e.nominal && e.spot + 4 >= index;
        if !sentence.by_order || !nominal || !talks(&frame.kind) || !told || e.spot == index {
            return false;
        }
        let Some(slot) = camps.iter().position(|c| c.seats.iter().any(|s| s.principal)) else { return false };
        let acted = &e.camps[e.leads];
        let person = |s: &Seat| context.person_of[s.naming];
        let known = e
            .camps
            .iter()
            .flat_map(|c| &c.seats)
            .any(|s| camps[slot].seats.iter().any(|o| person(o) == person(s)));
        let own = camps[slot].parties.iter().any(|p| acted.parties.contains(p));
        let somebody = acted.seats.iter().any(|s| s.principal) && acted.parties.len() == 1;
        if known || own || !somebody || !camps[1 - slot].is_blank() || !self.opens_with_guest() {
            return false;
        }
        camps[1 - slot] =
            Camp { part: camps[slot].part, known: Known::Lent, seats: acted.heads(), ..acted.clone() };
        true
    }

    /// "The talks with C", "this came in a call with C": the noun opens its sentence, and "with" names who was there.
    fn opens_with_guest(&self) -> bool {
        let Clause { sentence, scan, at, tail, .. } = *self;
        // "The statement came during", "this was stated in".
        let said =
            |o: &[(usize, TriggerForm)]| o.iter().all(|&(f, _)| scan.pack.frames[f].kind == "STATEMENT");
        let plain = |i: &Item| match &i.what {
            What::Other { .. } | What::Time | What::Mark(',') | What::Resumption | What::Word { .. } => true,
            What::Trigger(o) => said(o),
            _ => false,
        };
        let with = |a: &Actor| tail == Some("with") || a.marker.as_deref() == Some("with");
        sentence.items[..at].iter().all(plain)
            && sentence.actors.iter().find(|a| a.items.start > at).is_some_and(with)
    }

    /// "The minister stressed unity. This came during a meeting with B": of whoever acts in the sentence right before.
    pub(super) fn whoever_spoke(&self, camps: &mut [Camp; 2]) {
        let Clause { context, index, sentence, frame, form, nominal, earlier, .. } = *self;
        let call = frame.kind == "CALL" && form != TriggerForm::Back;
        let talks = nominal && (frame.kind == "MEET" || call);
        if !sentence.by_order || sentence.scan == 0 || !talks || !self.opens_with_guest() {
            return;
        }
        let Some(slot) = camps.iter().position(|c| c.seats.iter().any(|s| s.principal)) else { return };
        let before = index.checked_sub(1).map(|i| &context.sentences[i]).filter(|s| s.scan == sentence.scan);
        let told = earlier.is_some_and(|e| e.kind == frame.kind && e.spot + 1 >= index && !e.in_title());
        if told || !camps[1 - slot].is_blank() {
            return;
        }
        // A spokesman tells what others did.
        let spokesman = |a: &Actor| match &a.kind {
            ActorKind::Official(o) => o.position == "spokesperson",
            ActorKind::Person(n) => context.namings[*n].offices().any(|o| o.position == "spokesperson"),
            _ => false,
        };
        let somebody = |a: &&Actor| a.marker.is_none() && a.kind.is_person() && !spokesman(a);
        let Some(actor) = before.and_then(|s| s.actors.iter().find(somebody)) else { return };
        let Some(party) = context.party(actor).filter(|p| !camps[slot].parties.contains(p)) else { return };
        camps[1 - slot] = context.camp_of(actor, party, camps[slot].part, Known::Lent);
    }

    /// "They set off for A, where a meeting with envoys of B awaits them": of those who travel.
    fn met_there(&self, e: &Draft, camps: &mut [Camp; 2]) -> bool {
        let Clause { index, sentence, scan, at, nominal, .. } = *self;
        let travels = e.kind == "VISIT" && e.sentence == index && e.at < at && !e.nominal;
        let beside = at.saturating_sub(4)..(at + 5).min(sentence.items.len());
        let ahead = sentence.items[beside].iter().any(|i| i.is_word("future") || i.is_word("planned"));
        if !nominal || !travels || !(ahead || status::occurs(scan, sentence, at)) {
            return false;
        }
        let named = |c: &Camp| (c.people || c.group) && c.parties.len() == 1;
        let Some(slot) = camps.iter().position(named) else { return false };
        let came = &e.camps[0];
        let known = came.parties.iter().any(|p| camps[slot].parties.contains(p));
        if !camps[1 - slot].is_blank() || known || !is_somebody(came) {
            return false;
        }
        camps[1 - slot] = Camp { part: camps[slot].part, known: Known::Lent, ..came.clone() };
        true
    }

    /// The same, where a sentence without an event stands between this one and the event told before.
    pub(super) fn whoever_acted_last(&self, camps: &mut [Camp; 2]) -> bool {
        let Clause { index, sentence, frame, earlier, .. } = *self;
        let apart = earlier.is_some_and(|e| e.spot + 1 < index && !e.in_title());
        apart && sentence.scan == 1 && frame.kind == "MEET" && self.told_last(camps)
    }

    /// "The president gave him a car. Had met in CITY the crown prince": whoever acted in the sentence before acts on.
    pub(super) fn told_last(&self, camps: &mut [Camp; 2]) -> bool {
        let Clause { context, index, sentence, scan, at, nominal, .. } = *self;
        // "Had before", in one word of the pack or in two.
        let small = |i: &Item| i.is_word("auxiliary") || i.is_word("past");
        let opens = sentence.items[..at].iter().all(small);
        if nominal || !scan.pack.features.drops_subject || !opens || sentence.items[at].is_present() {
            return false;
        }
        let Some(before) = index.checked_sub(1).map(|i| &context.sentences[i]) else { return false };
        let somebody = |a: &&Actor| a.marker.is_none() && a.kind.is_person();
        let Some(slot) = camps.iter().position(|c| c.people && c.parties.len() == 1) else { return false };
        let Some(actor) = before.actors.iter().find(somebody).filter(|_| before.scan == sentence.scan) else {
            return false;
        };
        let Some(party) = context.party(actor).filter(|p| !camps[slot].parties.contains(p)) else {
            return false;
        };
        if !camps[1 - slot].is_blank() {
            return false;
        }
        camps[1 - slot] = context.camp_of(actor, party, camps[slot].part, Known::Lent);
        true
    }

    /// "The minister had held talks in CITY a week before": with those whose city it is.
    fn met_elsewhere(&self, e: &Draft, camps: &mut [Camp; 2]) -> bool {
        let Clause { context, sentence, lo, hi, .. } = *self;
        let Some(slot) = camps.iter().position(|c| c.people && c.parties.len() == 1) else { return false };
        let who = camps[slot].parties[0];
        if !camps[1 - slot].is_blank() || who.starts_with("ORG:") || !e.all_parties().contains(&who) {
            return false;
        }
        let inside = |a: &&Actor| a.items.start >= lo && a.items.end <= hi;
        let city = |a: &&Actor| a.kind.is_city() && (a.marker.as_deref() == Some("in") || self.located(a));
        let mut cities = sentence.actors.iter().filter(inside).filter(city).filter_map(|a| a.party);
        let Some(host) = cities.next().filter(|h| *h != who && cities.next().is_none()) else { return false };
        // Nobody else is named with whom it may have been.
        let others = sentence.actors.iter().filter(inside).filter(|a| a.kind.is_people());
        if others.filter(|a| context.party(a) != Some(who)).count() > 0 {
            return false;
        }
        camps[1 - slot] = Camp { part: camps[slot].part, known: Known::Guessed, ..Camp::of(host) };
        true
    }

    /// The case or the word before it says that something is in this place.
    pub(super) fn located(&self, actor: &Actor) -> bool {
        let items = &self.sentence.items;
        let first = actor.items.start;
        items[first].tags & tags::LOC != 0 && self.sov || first > 0 && items[first - 1].is_word("in")
    }
}
