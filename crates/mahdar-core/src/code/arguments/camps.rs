//! From roles to the two sides: who speaks for which party, and the codes of those whose words tell none.

use super::groups::may_act;
use super::reach::Reach;
use super::{Clause, Role};
use crate::Slug;
use crate::code::{Camp, Context, Draft, Known, LOOK_BACK, Post, Seat, Sentence};
use crate::detect::office::OfficePhrase;
use crate::detect::person::{Actor, ActorKind};
use crate::detect::{Item, Scan, What};
use crate::pack::{StateForm, TriggerForm, tags};

impl Clause<'_> {
    /// Whether those found can do what the frame tells; None where they cannot.
    pub(super) fn may_do(&self, roles: &[Role], camps: &mut [Camp; 2]) -> Option<()> {
        let Clause { sentence, at, frame, form, nominal, article, .. } = *self;
        // A party or a front speaks for itself, not for its state.
        let faction = |m: &usize| {
            let first = &sentence.items[sentence.actors[*m].items.start];
            matches!(&first.what, What::Institution { id, .. } if *id == "party")
        };
        if matches!(frame.kind.as_str(), "STATEMENT" | "APPEAL" | "THREATEN" | "SANCTION" | "FORCE")
            && roles.iter().any(|(n, m)| *n == "actor" && m.iter().all(faction))
        {
            return None;
        }
        // "The ministers of A and B chaired the session": they met; one party alone holds a gathering.
        if frame.kind == "HOST"
            && sentence.by_order
            && !nominal
            && camps[0].people
            && (camps[0].parties.len() > 1 || camps[0].seats.len() > 1)
        {
            return None;
        }
        // "The summit that B hosts": an organisation holds no gathering at a state.
        let body = |c: &Camp| !c.people && c.parties.iter().all(|p| p.starts_with("ORG:"));
        let states = |c: &Camp| c.parties.len() == 1 && !c.parties[0].starts_with("ORG:");
        if frame.kind == "HOST"
            && article
            && !camps[0].parties.is_empty()
            && body(&camps[0])
            && states(&camps[1])
        {
            camps.swap(0, 1);
            (camps[0].part, camps[1].part) = ("actor", "recipient");
        }
        // An envoy is expelled; he expels nobody.
        if frame.kind == "EXPEL" && article && camps[0].envoy && !camps[1].envoy {
            camps.swap(0, 1);
            camps[0].part = "actor";
            camps[1].part = "recipient";
            if camps[0].parties.is_empty() {
                camps[0].open = true;
            }
        }
        // "The meeting between A and B was convened in X": nobody is said to have held it.
        if frame.kind == "HOST"
            && sentence.by_order
            && form == TriggerForm::Passive
            && !roles
                .iter()
                .any(|(n, m)| *n == "actor" && sentence.actors[m[0]].marker.as_deref() == Some("by"))
        {
            return None;
        }
        // A cable is sent by a person, a statement issued by a ministry.
        let fits = match frame.acts.as_deref() {
            Some("people") => camps[0].people || camps[0].group || camps[0].parties.is_empty(),
            Some("body") => !camps[0].people,
            // Nobody is expelled or summoned by an envoy.
            _ => nominal || !camps[0].envoy || !matches!(frame.kind.as_str(), "EXPEL" | "SUMMON"),
        };
        if !fits {
            return None;
        }
        // "In which two guards were killed": nobody is said to have done it.
        if form == TriggerForm::Passive
            && frame.kind == "FORCE"
            && sentence.by_order
            && !roles.iter().any(|(n, m)| *n == "actor" && sentence.actors[m[0]].items.start > at)
        {
            return None;
        }
        // "The ministry of A said that the envoy of B had been told to leave": whoever says it does it.
        if form == TriggerForm::Passive
            && sentence.by_order
            && matches!(frame.kind.as_str(), "EXPEL" | "SUMMON" | "SANCTION")
            && camps[0].is_gap()
            && let [sent] = camps[1].parties[..]
            && let Some(v) = (0..at).rev().take(24).find(|&i| sentence.items[i].is_word("saying"))
            && let Some(by) =
                sentence.actors.iter().find(|a| a.items.end <= v && a.items.end + 4 > v && a.marker.is_none())
        {
            // "India responded. The ministry said that the envoy of A had been told to leave": the other of the two.
            let other = || {
                let e = self.earlier.filter(|e| e.camps.iter().all(|c| c.parties.len() == 1))?;
                let from = e.camps.iter().position(|c| c.parties[0] == sent)?;
                Some(e.camps[1 - from].parties[0])
            };
            let code = self.context.party(by).or_else(other).filter(|c| *c != sent);
            camps[0].parties.extend(code);
            camps[0].part = "actor";
        }
        if form == TriggerForm::Passive && camps[0].parties.is_empty() && !camps[1].parties.is_empty() {
            camps[0].open = true;
        }
        Some(())
    }

    /// "Came to X, where B received him": who is named in the clause with "where" is the other side.
    pub(super) fn where_came(&self, reach: &Reach, camps: &mut [Camp; 2]) {
        let Clause { index, nominal, earlier, .. } = *self;
        let Reach { place_clause, .. } = *reach;
        if place_clause.is_some()
            && camps[1].parties.is_empty()
            && !camps.iter().flat_map(|c| &c.seats).any(|_| true)
            && let Some(e) = earlier.filter(|e| e.sentence == index && e.kind == "VISIT" && !nominal)
            && !camps[0].parties.iter().any(|p| e.camps[0].parties.contains(p))
        {
            camps[1] = std::mem::take(&mut camps[0]);
            camps[0] = Camp { part: camps[1].part, ..e.camps[0].clone() };
        }
    }

    /// A name that nobody calls by an office speaks for no state that its words leave unsaid; None where one does.
    pub(super) fn in_office(&self, camps: &[Camp; 2]) -> Option<()> {
        let Clause { context, article, .. } = *self;
        let private = |c: &Camp| {
            c.parties.is_empty()
                && c.open
                && !c.seats.is_empty()
                && c.seats.iter().all(|s| !context.in_office(s.naming))
        };
        if article && camps.iter().any(private) {
            return None;
        }
        // People take leave of people.
        let nobody = |c: &Camp| !c.people && c.seats.is_empty() && !c.group && !c.open;
        if article && self.frame.mode.as_deref() == Some("farewell") && camps.iter().any(nobody) {
            return None;
        }
        Some(())
    }

    /// Whoever presents his credentials is the envoy, however the noun stands ("on His Highness's receiving the credentials of").
    pub(super) fn envoy_presents(&self, camps: &mut [Camp; 2]) {
        let Clause { frame, .. } = *self;
        if frame.kind == "CREDENTIALS" && camps[1].envoy && !camps[0].envoy {
            camps.swap(0, 1);
            camps[0].part = "actor";
            camps[1].part = "recipient";
        }
    }

    /// "England met Australia": states by themselves play.
    pub(super) fn play(&self, roles: &[Role]) -> bool {
        let Clause { sentence, scan, at, frame, nominal, svo, bare, .. } = *self;
        let lone = |&m: &usize| matches!(sentence.actors[m].kind, ActorKind::State(StateForm::Name));
        !nominal
            && frame.kind == "MEET"
            && !frame.vague
            && frame.needs.is_empty()
            && sentence.scan == 1
            && svo
            && bare
            && scan.pack.features.capitals
            && roles.len() == 2
            && roles.iter().flat_map(|(_, m)| m).all(lone)
            && !sentence.items.get(at + 1).is_some_and(|i| i.is_word("with"))
    }
}

/// A headline that begins with the state: whose ministry its text calls "the ministry".
fn heads(context: &Context, code: Slug) -> bool {
    context.sentences.first().is_some_and(|s| {
        s.scan == 0
            && matches!(s.items.first().map(|i| &i.what), Some(What::State { code: c, form: StateForm::Name | StateForm::Capital }) if *c == code)
            && matches!(s.items.get(1).map(|i| &i.what), Some(What::Trigger(_)))
    })
}

/// How many items a clause that opens with "when" may hold before its pronoun.
const WHEN: usize = 20;

pub(super) fn camps_of(
    context: &Context,
    sentence: &Sentence,
    kind: &str,
    unordered: bool,
    roles: &[(&str, Vec<usize>)],
    earlier: Option<&Draft>,
) -> [Camp; 2] {
    let mut camps = [Camp::default(), Camp::default()];
    let mut next_party = 0;
    let mut pronouns: Vec<(usize, usize)> = Vec::new();
    let mut beside: Option<usize> = None;
    for (name, members) in roles {
        // "Held meetings with A, and with B": both are those whom somebody met.
        let with = sentence.by_order && sentence.actors[members[0]].marker.as_deref() == Some("with");
        let (slot, part) = match *name {
            "host" => (0, "host"),
            "actor" => (0, "actor"),
            "guest" => (1, "guest"),
            "recipient" => (1, "recipient"),
            _ => {
                let slot = beside.filter(|_| with).unwrap_or_else(|| {
                    next_party += 1;
                    usize::from(next_party > 1)
                });
                if with {
                    beside = Some(slot);
                }
                (slot, "party")
            }
        };
        // One group of several parties under "party" is both sides, unless a second group comes.
        let others_speak = roles.iter().any(|(_, m)| {
            let speaks = |m: &usize| {
                let actor = &sentence.actors[*m];
                // In a language without cases whoever stands apart from the list acts, though his state is unknown.
                context.party(actor).is_some()
                    || sentence.by_order && actor.marker.is_none() && !actor.plural && actor.kind.is_person()
            };
            m != members && m.iter().any(speaks)
        });
        // "Talks with A and B" leaves unsaid who talked with them.
        let across = sentence.actors[members[0]].marker.as_deref() == Some("with");
        // "Attended by A, by B": those of one state, or of none that is told, make no two sides.
        let by = sentence.by_order && sentence.actors[members[0]].marker.as_deref() == Some("by") && {
            let mut told: Vec<Slug> =
                members.iter().filter_map(|&m| context.party(&sentence.actors[m])).collect();
            let known = told.len();
            told.dedup();
            // "Was signed by the minister and by his counterpart of B": two who signed are two sides.
            let two = kind == "SIGN" && members.len() == 2 && known < 2 && {
                let [a, b] = [0, 1].map(|k| &sentence.actors[members[k]]);
                let official = |a: &Actor| match &a.kind {
                    // Whoever runs a company is none.
                    ActorKind::Person(n) => {
                        let runs = |h: &crate::detect::person::Held| {
                            h.office.as_ref().is_some_and(|o| o.position == "chief-executive")
                        };
                        context.in_office(*n) && !context.namings[*n].held.iter().any(runs)
                    }
                    ActorKind::Official(_) => true,
                    _ => false,
                };
                official(a)
                    && (b.kind.is_person() || matches!(b.kind, ActorKind::Counterpart))
                    && (known > 0 || matches!(b.kind, ActorKind::Counterpart))
            };
            told.len() < 2 && !two
        };
        // Those by whom somebody was received are hosts, of whatever state.
        let hosts = sentence.by_order && *name == "host" && members.len() > 2;
        let lone_party = unordered && members.len() > 1 && !others_speak && !across && !by && !hosts;
        // "The ministers of A and B, X and Y": the office of those who are named.
        let named = members.len() > 1
            && sentence.actors[members[0]].plural
            && matches!(sentence.actors[members[0]].kind, ActorKind::Official(_))
            && members[1..].iter().all(|&m| matches!(sentence.actors[m].kind, ActorKind::Person(_)));
        let members = if named { &members[1..] } else { &members[..] };
        // "Were received by the president, his spokesman NAME reported": whoever says so was not there.
        let reports = |m: usize| {
            let (actor, scan) = (&sentence.actors[m], context.scan(sentence));
            let ActorKind::Person(n) = actor.kind else { return false };
            sentence.by_order
                && matches!(kind, "MEET" | "CALL" | "VISIT" | "SIGN")
                && context.namings[n].offices().any(|o| o.position == "spokesperson")
                && sentence.items.get(actor.items.end).is_some_and(|i| scan.also_does(i, "saying"))
        };
        for (k, &m) in members.iter().enumerate() {
            if reports(m) {
                continue;
            }
            let slot = if lone_party && k > 0 { 1 } else { slot };
            // An ambassador called home was sent to the other side.
            let posted = match &sentence.actors[m].kind {
                ActorKind::Official(o) if kind == "RECALL" && slot == 1 => o.accredited_to,
                _ => None,
            };
            let pronoun = matches!(sentence.actors[m].kind, ActorKind::Pronoun);
            let acts = matches!(kind, "MEET" | "CALL" | "SIGN" | "AID" | "MESSAGE" | "CREDENTIALS");
            let named = || {
                lone_before(context, sentence, m)
                    .or_else(|| when_he(context, sentence, m))
                    .or_else(|| subject_behind(context, sentence, m))
            };
            let lone = (pronoun && acts).then(named).flatten();
            let m = if pronoun { lone.or_else(|| who_said(context, sentence, m)).unwrap_or(m) } else { m };
            let pronoun = matches!(sentence.actors[m].kind, ActorKind::Pronoun);
            // "They signed": those who met.
            let several = || {
                let first = &sentence.items[sentence.actors[m].items.start];
                unordered && roles.len() == 1 && first.is_kind("pronoun", "several")
            };
            let before = (pronoun && sentence.actors[m].party.is_none())
                .then(|| subject_before(context, sentence, m, earlier))
                .flatten();
            if pronoun && several() && earlier.is_some_and(talked) {
                camps[slot].both = true;
            } else if let Some((named, k)) = before {
                add(context, named, &mut camps[slot], k);
            } else if pronoun && sentence.actors[m].party.is_none() && earlier.is_some() {
                pronouns.push((slot, m));
                camps[slot].part = part;
            } else if let Some(code) = posted {
                camps[slot].parties.push(code);
                // He is one of those who call him home.
                if let Some(n) = named_after(sentence, m)
                    && context.person_of[n].is_some()
                {
                    camps[0].seats.push(Seat { naming: n, principal: false });
                }
            } else {
                add(context, sentence, &mut camps[slot], m);
                // "The Kenyan diplomat": the one of that state who was told of.
                if let (true, Some(code), Some(earlier)) = (pronoun, &sentence.actors[m].party, earlier) {
                    let theirs =
                        earlier.camps.iter().filter(|c| c.parties.contains(code)).flat_map(|c| &c.seats);
                    let mut heads = theirs.filter(|s| s.principal);
                    camps[slot].seats.extend(heads.next().filter(|_| heads.next().is_none()).cloned());
                }
            }
            if camps[slot].part.is_empty() {
                camps[slot].part = part;
            }
        }
    }
    // "Was welcomed by the minister, the ambassador of A and his own ambassador": his own comes with the guest.
    if sentence.by_order
        && camps[0].part == "host"
        && camps[0].parties.len() > 1
        && let [own] = camps[1].parties[..]
        && camps[0].parties.contains(&own)
    {
        camps[0].parties.retain(|p| *p != own);
        let theirs = |s: &Seat| context.naming_party[s.naming] == Some(own);
        let (own, rest) = std::mem::take(&mut camps[0].seats).into_iter().partition(theirs);
        camps[0].seats = rest;
        let own: Vec<Seat> = own;
        camps[1].seats.extend(own.into_iter().map(|s| Seat { principal: false, ..s }));
    }
    // "He invited him": of the two told before, the one who is not named here; who acts is who acted.
    let features = &context.scan(sentence).pack.features;
    let cased = !features.case.is_empty();
    let bare = !cased && features.order == "svo";
    for (slot, member) in pronouns {
        let Some(earlier) = earlier.filter(|_| camps[slot].parties.is_empty()) else { continue };
        let first = usize::from(slot == 1 && cased);
        let order = [first, 1 - first];
        let free = |i: &&usize| {
            let theirs = &earlier.camps[**i].parties;
            !theirs.is_empty() && !theirs.iter().any(|p| camps[1 - slot].parties.contains(p))
        };
        // "Arrived in X, where the minister received him": whoever travels.
        let received = slot == 1 && cased && camps[1].part == "guest";
        // "Arrived in X. The mayor talked with him": so he does where nobody is named whom he came to.
        let alone = slot == 1
            && cased
            && earlier.camps[1].seats.is_empty()
            && !earlier.camps[0].seats.is_empty()
            && free(&&0);
        let travels = (received || alone) && earlier.kind == "VISIT";
        // "Will talk with A, and then in CITY B will receive him": whoever talks goes on to the next.
        let all = earlier.all_parties();
        let third = !camps[0].parties.is_empty() && !camps[0].parties.iter().any(|p| all.contains(p));
        let goes_on = received
            && features.order == "svo"
            && earlier.kind == "MEET"
            && !earlier.nominal
            && (std::ptr::eq(sentence, &context.sentences[earlier.spot])
                && (third || camps[0].is_stateless())
                // "A met B. A week before C received him": whom the text is about.
                || third && earlier.camps.iter().all(|c| c.part == "party"));
        // "He met B and invited him": whoever acts is unsaid, and is not invited.
        let unsaid =
            slot == 1 && bare && camps[0].parties.is_empty() && !camps[0].open && earlier.camps[1].people;
        let actor = &sentence.actors[member];
        let told = meant(sentence, actor, earlier).or_else(|| honoured(context, sentence, actor, earlier));
        let chosen = told.unwrap_or_else(|| match cased {
            true if travels => 0,
            true if goes_on => earlier.leads,
            true => order.iter().find(free).copied().unwrap_or(0),
            // "A letter that the ambassador of A handed to him": nobody does to himself what he does to another.
            // "A received B. He then met C of A": nor does he meet one of his own.
            false
                if features.order == "vso"
                    && !free(&&earlier.leads)
                    && (slot == 1 || free(&&(1 - earlier.leads))) =>
            {
                1 - earlier.leads
            }
            // "He also received": who received before.
            false if features.order == "vso" => earlier.leads,
            false if unsaid => 1,
            // Whom a pronoun meant before, it means again; else who was the subject; who is acted upon is another.
            false => {
                let subject = if earlier.nominal { 0 } else { earlier.leads };
                let center = earlier.camps.iter().position(|c| c.center).unwrap_or(subject);
                if slot == 1 && !free(&&center) { 1 - center } else { center }
            }
        });
        camps[slot].center = true;
        camps[slot].parties = earlier.camps[chosen].parties.clone();
        camps[slot].top = earlier.camps[chosen].top;
        camps[slot].group |= earlier.camps[chosen].group;
        camps[slot].posts = earlier.camps[chosen].posts.clone();
        camps[slot].seats = earlier.camps[chosen].seats.iter().take(LOOK_BACK).cloned().collect();
    }
    camps
}

/// People of two parties did something together, or one handed the other a letter.
fn talked(earlier: &Draft) -> bool {
    let known = matches!(earlier.kind.as_str(), "MEET" | "CALL" | "SIGN" | "AGREE")
        || earlier.kind == "MESSAGE" && earlier.camps.iter().all(|c| !c.seats.is_empty());
    known && earlier.camps.iter().all(|c| !c.parties.is_empty())
}

/// "The ministry of A said that it had …", "A said he would …": whoever said it.
pub(super) fn who_said(context: &Context, sentence: &Sentence, pronoun: usize) -> Option<usize> {
    let actor = &sentence.actors[pronoun];
    if !sentence.by_order || actor.party.is_some() || actor.marker.is_some() {
        return None;
    }
    if !matches!(&sentence.items[actor.items.start].what, What::Word { kind: None, .. }) {
        return None;
    }
    let before = actor.items.start.saturating_sub(7);
    let scan = context.scan(sentence);
    // "Announced" may be what was done as well: "announced aid".
    let said = (before..actor.items.start).rev().find(|&i| scan.also_does(&sentence.items[i], "saying"))?;
    let small = |i: &Item| {
        ["relative", "on", "in", "determiner", "document"].iter().any(|w| i.is_word(w))
            || matches!(i.what, What::Time | What::Other { .. })
            || matches!(&i.what, What::Trigger(o) if o.iter().all(|(_, f)| f.is_noun()))
    };
    if !sentence.items[said + 1..actor.items.start].iter().all(small) {
        return None;
    }
    let speaker = sentence.actors[..pronoun].iter().rposition(|a| {
        a.items.end <= said && a.marker.is_none() && !matches!(a.kind, ActorKind::Pronoun | ActorKind::Both)
    })?;
    let near = said - sentence.actors[speaker].items.end < 4;
    // "A denied it and said that it": the subject of both verbs.
    let first = |k: &usize| {
        let a = &sentence.actors[*k];
        a.items.end <= said && a.marker.is_none() && context.party(a).is_some() && may_act(a)
    };
    let joined = said > 0 && sentence.items[said - 1].is_word("and");
    let speaker = if joined { (0..pronoun).find(first)? } else { speaker };
    (context.party(&sentence.actors[speaker]).is_some()
        && (near || joined)
        && may_act(&sentence.actors[speaker]))
    .then_some(speaker)
}

/// "The minister praised the progress when he met B", "praise came from the minister as he met B": the only one who is named
/// before it in its sentence; "B was praised by A as he met C": of several, by whom it was done.
fn lone_before(context: &Context, sentence: &Sentence, pronoun: usize) -> Option<usize> {
    let actor = &sentence.actors[pronoun];
    if !sentence.by_order || actor.party.is_some() || !opens_freely(actor) {
        return None;
    }
    let start = actor.items.start;
    if !start.checked_sub(1).is_some_and(|k| joins_clause(&sentence.items[k])) {
        return None;
    }
    let person = |k: &usize| sentence.actors[*k].kind.is_people();
    let named: Vec<usize> = (0..pronoun).filter(person).collect();
    let one = match named[..] {
        [one] => one,
        [.., last] if sentence.actors[last].marker.as_deref() == Some("by") => last,
        _ => return None,
    };
    let actor = &sentence.actors[one];
    // "With A and the others he met B": another than he.
    let beside = actor.marker.as_deref() == Some("with");
    (!beside && !actor.plural && context.party(actor).is_some()).then_some(one)
}

/// "A said this when B called on him", "A told this to B when he called on her": of two who stand before the clause the first is
/// its subject and the other whom it is about; where its subject is named, its pronoun is whoever stands before.
fn when_he(context: &Context, sentence: &Sentence, pronoun: usize) -> Option<usize> {
    let actor = &sentence.actors[pronoun];
    // "Called on her": written as "her office" is.
    let plain = |a: &Actor| match &sentence.items[a.items.start].what {
        What::Word { kind, .. } => kind.as_deref().is_none_or(|k| k == "possessive"),
        _ => false,
    };
    if !sentence.by_order || actor.party.is_some() || !plain(actor) {
        return None;
    }
    let end = actor.items.start;
    let opens = |a: &&Actor| {
        let start = a.items.start;
        let from = start.checked_sub(1).filter(|&k| joins_clause(&sentence.items[k]));
        let who = a.kind.is_person() || matches!(a.kind, ActorKind::Pronoun);
        from.is_some() && who && opens_freely(a) && start + WHEN > end
    };
    let subject = sentence.actors[..=pronoun].iter().rfind(opens)?;
    let join = subject.items.start - 1;
    let party = |k: usize| context.party(&sentence.actors[k]);
    let named = |k: &usize| {
        let a = &sentence.actors[*k];
        a.items.end <= join && a.kind.is_person() && !a.plural && party(*k).is_some()
    };
    let first = (0..pronoun).find(named)?;
    let second = (first + 1..pronoun).filter(named).find(|&k| party(k) != party(first));
    let said = sentence.actors[first].marker.is_none();
    if std::ptr::eq(subject, actor) {
        return second.filter(|_| said).map(|_| first);
    }
    if !matches!(subject.kind, ActorKind::Pronoun) {
        return (said && second.is_none() && context.party(subject) != party(first)).then_some(first);
    }
    // "He told this to B when he called on her."
    let he = sentence.actors.first().is_some_and(|a| matches!(a.kind, ActorKind::Pronoun) && plain(a));
    if he { second.is_none().then_some(first) } else { second }
}

/// Prepositions that join a clause of time as well.
const JOINS: [&str; 4] = ["as", "during", "after", "before"];

/// A word that joins a clause of time to another: "as", "when", "after".
fn joins_clause(item: &Item) -> bool {
    JOINS.iter().any(|w| item.is_word(w)) || matches!(item.what, What::Other { common: true })
}

/// No preposition governs the actor; a word that may join a clause is none before its subject.
fn opens_freely(actor: &Actor) -> bool {
    actor.marker.as_deref().is_none_or(|marker| JOINS.contains(&marker))
}

/// "After he met B in CITY, A said": who stands behind the comma right before the verb of the sentence, where such a clause
/// opens it.
fn subject_behind(context: &Context, sentence: &Sentence, pronoun: usize) -> Option<usize> {
    let actor = &sentence.actors[pronoun];
    let items = &sentence.items;
    let start = actor.items.start;
    let plain = matches!(&items[start].what, What::Word { kind: None, .. });
    let small = |i: &Item| matches!(i.what, What::Time | What::Other { .. }) || joins_clause(i);
    let opens = start > 0 && joins_clause(&items[start - 1]) && items[..start].iter().all(small);
    if !sentence.by_order || actor.party.is_some() || !opens_freely(actor) || !plain || !opens {
        return None;
    }
    let subject = |a: &Actor| {
        let from = a.items.start - usize::from(items[a.items.start - 1].is_word("determiner"));
        let acts = |i: &Item| i.is_verb() || i.is_word("saying");
        a.marker.is_none()
            && !a.plural
            && a.kind.is_person()
            && items[from - 1].is_mark(",")
            && items.get(a.items.end).is_some_and(acts)
    };
    let who = (pronoun + 1..sentence.actors.len()).find(|&k| subject(&sentence.actors[k]))?;
    context.party(&sentence.actors[who]).is_some().then_some(who)
}

/// Whom a pronoun means where the sentence before tells no event: its one subject.
fn subject_before<'c>(
    context: &Context<'c>,
    sentence: &Sentence,
    pronoun: usize,
    earlier: Option<&Draft>,
) -> Option<(&'c Sentence, usize)> {
    let index = context.place_of(sentence.scan, sentence.range.start);
    let before = context.sentences.get(index.checked_sub(1)?).filter(|s| s.scan == sentence.scan)?;
    let told_there = earlier.is_some_and(|e| e.spot + 1 >= index);
    let cased = !context.scan(sentence).pack.features.case.is_empty();
    if told_there || !(cased || sentence.by_order) {
        return None;
    }
    let one = |a: &Actor| !a.plural && a.kind.is_person() && context.party(a).is_some();
    let subject = |a: &Actor| tags::may_be_nominative(a.tags) && a.marker.is_none() && one(a);
    if sentence.by_order {
        // "The minister of A laid a wreath. He praised it. He then met": who opens the last sentence that names somebody.
        let he = |s: &Sentence, k: usize| {
            let a = &s.actors[k];
            matches!(a.kind, ActorKind::Pronoun)
                && a.marker.is_none()
                && matches!(&s.items[a.items.start].what, What::Word { kind: None, .. })
        };
        let official = |a: &Actor| match a.kind {
            ActorKind::Person(n) => context.in_office(n),
            _ => true,
        };
        let told = earlier.map_or(0, |e| e.spot + 1);
        let mut back = context.sentences[told.max(index.saturating_sub(3))..index].iter().rev();
        // Of those who came with somebody none goes on.
        let lists = |s: &Sentence| s.items.iter().any(|i| matches!(i.what, What::Attendance { .. }));
        let named =
            back.find(|s| s.scan != sentence.scan || !s.actors.is_empty() && !he(s, 0) && !lists(s))?;
        let first = named.actors.iter().position(|a| a.kind.is_people())?;
        // "Foreign Secretary N spoke of trade. He met B": at home his state is not told.
        let ours = |a: &Actor| match a.kind {
            ActorKind::Person(n) => {
                context.home.is_some() && context.party(a).is_none() && context.in_office(n)
            }
            _ => false,
        };
        // "Support was voiced by A. He met B."
        let by = |a: &Actor| a.marker.as_deref() == Some("by") && one(a);
        let fits =
            |a: &Actor| (subject(a) || by(a)) && official(a) || ours(a) && a.marker.is_none() && !a.plural;
        return (pronoun == 0
            && he(sentence, 0)
            && named.scan == sentence.scan
            && fits(&named.actors[first]))
        .then_some((named, first));
    }
    let mut subjects = (0..before.actors.len()).filter(|&k| subject(&before.actors[k]));
    let one = subjects.next()?;
    subjects.next().is_none().then_some((before, one))
}

/// The person who is named right after an office that stands for itself.
pub(super) fn named_after(sentence: &Sentence, member: usize) -> Option<usize> {
    let end = sentence.actors[member].items.end;
    match sentence.actors.get(member + 1)?.kind {
        ActorKind::Person(n) if sentence.actors[member + 1].items.start == end => Some(n),
        _ => None,
    }
}

/// "A delegation from X, headed by Y": who is named right after it, of the same state, leads it.
pub(super) fn lead_delegations(
    context: &Context,
    sentence: &Sentence,
    roles: &[(&str, Vec<usize>)],
    camps: &mut [Camp; 2],
) {
    for (_, members) in roles {
        let team = |m: &&usize| {
            let actor = &sentence.actors[**m];
            actor.party.is_some() && is_team(context.scan(sentence), sentence, actor)
        };
        for &m in members.iter().filter(team) {
            let party = &sentence.actors[m].party;
            let near = if context.scan(sentence).pack.features.case.is_empty() { 2 } else { 4 };
            let leader = sentence.actors[m + 1..].iter().take(near).find(|a| {
                matches!(a.kind, ActorKind::Person(_))
                    && context.party(a).is_none_or(|p| Some(p) == *party)
                    && a.items.start < sentence.actors[m].items.end + 10
                    // "The Kenyan delegation held talks with B": another verb than that of leading stands between.
                    && !sentence.items[sentence.actors[m].items.end..a.items.start].iter().any(|x| {
                        matches!(x.what, What::Trigger(_)) && !tells_lead(context.scan(sentence), x)
                    })
            });
            if let Some(Actor { kind: ActorKind::Person(n), .. }) = leader
                && let Some(camp) = camps.iter_mut().find(|c| c.parties.first() == party.as_ref())
                && camp.seats.is_empty()
            {
                camp.seats.push(Seat { naming: *n, principal: true });
            }
        }
    }
}

/// A delegation, of a state or of an organisation that is named in its words.
fn is_team(scan: &Scan, sentence: &Sentence, actor: &Actor) -> bool {
    let named = matches!(actor.kind, ActorKind::Organisation | ActorKind::Institution { .. });
    matches!(actor.kind, ActorKind::Delegation)
        || named
            && scan.has_article()
            && scan.word(sentence.items[actor.items.start].start, "delegation").is_some()
}

/// "Leads", "led by": a word that says who heads a delegation.
fn tells_lead(scan: &Scan, item: &Item) -> bool {
    ["leading", "led"].into_iter().any(|work| scan.word(item.start, work).is_some())
}

/// "His counterpart" without a name holds the office of whoever met him.
pub(super) fn same_office(sentence: &Sentence, roles: &[(&str, Vec<usize>)], camps: &mut [Camp; 2]) {
    let counterpart = |m: &&usize| matches!(sentence.actors[**m].kind, ActorKind::Counterpart);
    let Some(&m) = roles.iter().flat_map(|(_, members)| members).find(counterpart) else { return };
    let party = sentence.actors[m].party;
    let bare = |c: &Camp| {
        c.posts.is_empty()
            && c.seats.is_empty()
            && (c.counterpart || party.is_some() && c.parties.first() == party.as_ref())
    };
    let Some(slot) = camps.iter().position(bare).filter(|k| !camps[1 - k].posts.is_empty()) else { return };
    let actor = &sentence.actors[m];
    let posts = camps[1 - slot].posts.iter().cloned();
    camps[slot].posts = posts.map(|p| Post { field: actor.field, span: actor.span, ..p }).collect();
}

/// A plural that speaks for two parties ("the ministers of A and B met") is both sides.
pub(super) fn split_lone(unordered: bool, camps: &mut [Camp; 2]) {
    let [a, b] = camps;
    if unordered && b.is_gap() && a.parties.len() > 1 {
        b.parties = a.parties.split_off(1);
        b.part = a.part;
        (b.people, b.group) = (a.people, a.group);
    }
}

/// The person by whom a delegation is said to be led.
pub(super) fn leader(scan: &Scan, sentence: &Sentence, member: usize) -> Option<usize> {
    let end = sentence.actors[member].items.end;
    let next = member + 1;
    let actor = sentence.actors.get(next)?;
    (matches!(actor.kind, ActorKind::Person(_))
        && actor.items.start < end + 10
        && sentence.items[end..actor.items.start].iter().any(|i| scan.word(i.start, "leading").is_some()))
    .then_some(next)
}

/// Which side of what was told before a word like "he", "the guest" or "the envoy" means.
pub(super) fn meant(sentence: &Sentence, actor: &Actor, earlier: &Draft) -> Option<usize> {
    let guest = || {
        let camps = &earlier.camps;
        let guest = camps.iter().position(|c| c.part == "guest");
        // An ambassador whom an official of the state where he serves met came to him.
        let envoy = || camps.iter().position(|c| c.envoy).filter(|&k| !camps[1 - k].envoy);
        guest.or_else(envoy).unwrap_or(usize::from(earlier.kind != "VISIT"))
    };
    let What::Word { kind: Some(kind), .. } = &sentence.items[actor.items.start].what else { return None };
    match kind.as_str() {
        "guest" => Some(guest()),
        "host" => Some(1 - guest()),
        "envoy" => Some(earlier.camps.iter().position(|c| c.envoy).unwrap_or_else(guest)),
        "latter" => Some(1),
        _ => None,
    }
}

/// "His Excellency [received] His Highness. [The] Highness-his then met": the side of the one head who was named with that
/// honorific.
fn honoured(context: &Context, sentence: &Sentence, actor: &Actor, earlier: &Draft) -> Option<usize> {
    let scan = context.scan(sentence);
    let word = scan.text.folded(sentence.items[actor.items.start].end - 1);
    if !matches!(actor.kind, ActorKind::Pronoun) || !scan.has_article() || !scan.pack.features.is_owned(word)
    {
        return None;
    }
    // The last letter of a noun may change before an ending.
    let stem = |w: &str| {
        let shared = w.chars().zip(word.chars()).take_while(|(a, b)| a == b).count();
        shared > 2 && shared + 1 >= w.chars().count()
    };
    let bare = |w: &str| {
        let article = scan.pack.lexicon.articles().find(|a| w.starts_with(a.as_str()));
        stem(article.map_or(w, |a| &w[a.len()..]))
    };
    let named = |camp: &&Camp| {
        let mut heads = camp.seats.iter().filter(|s| s.principal).map(|s| &context.namings[s.naming]);
        heads.any(|n| n.honorifics.iter().any(|h| scan.pack.lexicon.letters.fold(h).split(' ').any(bare)))
    };
    let mut sides = (0..2).filter(|&i| named(&&earlier.camps[i]));
    sides.next().filter(|_| sides.next().is_none())
}

/// "The personal envoy of the French president NAME": a person in whose name somebody in office comes.
fn sent_by(sentence: &Sentence, actor: &Actor) -> bool {
    let small = |i: &&Item| i.is_word("determiner") || matches!(i.what, What::Honorific { .. });
    let mut before = sentence.items[..actor.items.start].iter().rev().skip_while(small);
    sentence.by_order
        && matches!(actor.kind, ActorKind::Person(_))
        && before.next().is_some_and(|i| i.is_word("of"))
        && before.next().is_some_and(|i| matches!(i.what, What::Office(_)))
}

/// Adds whom an actor names to a side.
pub(in crate::code) fn add(context: &Context, sentence: &Sentence, camp: &mut Camp, member: usize) {
    let actor = &sentence.actors[member];
    // A former secretary-general speaks for his organisation no more.
    let past = |n: usize| {
        let mut offices = context.namings[n].offices().peekable();
        offices.peek().is_some()
            && offices.all(|o| o.former && o.state.is_some_and(|s| s.starts_with("ORG:")))
    };
    if sentence.by_order && matches!(actor.kind, ActorKind::Person(n) if past(n)) {
        return;
    }
    match context.party(actor) {
        Some(code) => {
            for code in std::iter::once(&code).chain(&actor.more) {
                if !camp.parties.contains(code) {
                    camp.parties.push(*code);
                }
            }
        }
        None => match &actor.kind {
            ActorKind::Counterpart => camp.counterpart = true,
            // Of whom nothing was told and whose publisher is unknown speaks for no state.
            ActorKind::Pronoun => camp.open = context.home.is_some(),
            ActorKind::Both => camp.both = true,
            // "The leaders": those of whom was told.
            ActorKind::Official(_)
                if actor.plural
                    && actor.more.is_empty()
                    && !context.scan(sentence).pack.features.case.is_empty() =>
            {
                camp.both = true;
                // "Members of parliament received": of a house that the words leave unsaid, most often the publisher's own.
                let home = context.home.is_some();
                camp.open |= matches!(&actor.kind, ActorKind::Official(o) if home && o.position.starts_with("member-of"));
            }
            // "A delegation led by X": his.
            ActorKind::Delegation => {
                if let Some(leader) = leader(context.scan(sentence), sentence, member) {
                    add(context, sentence, camp, leader);
                }
            }
            ActorKind::Person(n) if context.namings[*n].counterpart => camp.counterpart = true,
            _ => camp.open = true,
        },
    }
    let pack = context.scan(sentence).pack;
    let mut hold = |o: &OfficePhrase| {
        camp.office = true;
        camp.top = camp.top.into_iter().chain([o.rank]).min();
        camp.envoy |= pack.envoys.contains(&o.position);
        let group = pack.apart.get(&o.position).copied();
        let (position, institution) = (o.position, o.institution);
        camp.posts.push(Post { position, institution, group, field: actor.field, span: o.span });
    };
    match &actor.kind {
        ActorKind::Person(n) => context.namings[*n].offices().for_each(hold),
        ActorKind::Official(o) => hold(o),
        _ => {}
    }
    // "The delegation met B": whoever was said to lead it.
    if matches!(actor.kind, ActorKind::Delegation)
        && let Some((told, m)) = context.delegation(actor)
        && let Some(head) = leader(context.scan(told), told, m)
        && let ActorKind::Person(n) = told.actors[head].kind
    {
        camp.seats.push(Seat { naming: n, principal: true });
    }
    camp.group |= matches!(actor.kind, ActorKind::Delegation);
    camp.body |= matches!(actor.kind, ActorKind::Institution { acts: true });
    camp.people |=
        matches!(actor.kind, ActorKind::Person(_) | ActorKind::Official(_) | ActorKind::Counterpart);
    // "The special envoy of President A": he was sent by him, and the president was not there.
    if sent_by(sentence, actor) {
        return;
    }
    camp.seats.extend(context.naming(actor).map(|naming| Seat { naming, principal: true }));
    if let ActorKind::Official(o) = &actor.kind
        && camp.institution.is_none()
    {
        camp.institution = o.institution;
    }
}

/// An official whose words tell no state, beside those of another, is the publisher's own where nobody speaks for that.
pub(super) fn bring_home(context: &Context, camps: &mut [Camp; 2]) {
    let Some(home) = context.home else { return };
    for slot in 0..2 {
        let at_home = |c: &Camp| c.parties.contains(&home);
        if !at_home(&camps[1 - slot]) || at_home(&camps[slot]) || !camps[1 - slot].seats.is_empty() {
            continue;
        }
        let stateless = |s: &Seat| {
            let n = &context.namings[s.naming];
            n.party.is_none() && !n.counterpart && n.offices().any(|o| o.institution.is_some() && o.rank <= 3)
        };
        let organisation = camps[slot].parties.iter().any(|p| p.starts_with("ORG:"));
        if camps[slot].seats.len() > 1
            || camps[slot].known == Known::Guessed
            || camps[slot].counterpart
            || organisation
        {
            continue;
        }
        if let Some(seat) = camps[slot].seats.pop_if(|s| stateless(s)) {
            camps[1 - slot].seats.push(seat);
        }
    }
}

/// The one state to which the envoys of a side are sent, by their words.
fn sent_to(context: &Context, index: usize, senders: &[Slug]) -> Option<Slug> {
    let actors = &context.sentences[index].actors;
    let sent = actors.iter().filter_map(|a| super::envoys::posted(context, a));
    let mut to = sent.filter(|(own, to)| senders.contains(own) && !senders.contains(to)).map(|(_, to)| to);
    let first = to.next()?;
    to.all(|other| other == first).then_some(first)
}

/// The one state of whoever received somebody in the event told right before.
fn received_before(context: &Context, index: usize, earlier: &Draft) -> Option<Slug> {
    let near = earlier.kind == "MEET" && earlier.sentence + 2 >= index && !earlier.background;
    let host = earlier.camps.iter().find(|c| c.part == "host" && c.known != Known::Guessed)?;
    let [code] = host.parties[..] else { return None };
    (near && context.scan(&context.sentences[index]).has_article()).then_some(code)
}

/// "A received the minister, NAME. He also received the minister of B, NAME": the first is not of B, who is received after him.
fn before_another(context: &Context, index: usize, code: Slug, guest: &Camp, host: &Camp) -> bool {
    let scan = context.scan(&context.sentences[index]);
    let received = |n: usize, actor: &Actor, sentence: &Sentence| {
        let naming = &context.namings[n];
        let verb = sentence.items[..actor.items.start].iter().any(|i| scan.is_verb_of(i, "MEET"));
        verb && naming.party == Some(code)
            && actor.marker.is_none()
            && naming.offices().any(|o| o.position.as_str() != "ambassador")
            && guest.seats.iter().all(|s| context.person_of[s.naming] != context.person_of[n])
    };
    scan.has_article()
        && guest.is_somebody_of_no_state()
        && host.seats.iter().any(|s| s.principal)
        && context.sentences[index].scan == 1
        && context.sentences[index + 1..]
            .iter()
            .take(2)
            .any(|s| s.actors.iter().any(|a| matches!(a.kind, ActorKind::Person(n) if received(n, a, s))))
}

/// "A received the minister of B, NAME. He also received the minister, NAME": of the second, whose office tells no state, whoever
/// received them is no host abroad.
pub(super) fn is_own(context: &Context, index: usize, guest: &Camp, host: &Camp, earlier: &Draft) -> bool {
    let person = |s: &Seat| context.person_of[s.naming];
    let told = |c: &Camp| {
        let is_here = |s: &Seat| person(s).is_some() && guest.seats.iter().any(|o| person(s) == person(o));
        c.known == Known::Told && c.seats.iter().any(|s| s.principal) && !c.seats.iter().any(is_here)
    };
    context.scan(&context.sentences[index]).has_article()
        && guest.is_somebody_of_no_state()
        && earlier.kind == "MEET"
        && !earlier.in_title()
        && earlier.sentence < index
        && (0..2).any(|k| earlier.camps[k].parties == host.parties && told(&earlier.camps[1 - k]))
}

/// Gives a code to sides that the words leave unsaid; None when no two parties come out.
pub(super) fn settle(
    context: &Context,
    index: usize,
    camps: &mut [Camp; 2],
    earlier: Option<&Draft>,
    vague: bool,
) -> Option<()> {
    // Two officials without a state, where none but the publisher's is named, are among themselves.
    let foreign = |(code, _): &(Slug, usize)| Some(*code) != context.home && context.near(code, index);
    if context.home.is_some()
        && camps.iter().all(|c| c.open && c.people && c.parties.is_empty() && !c.counterpart)
        && !context.states.iter().any(foreign)
        && !context.title_pair.iter().any(|c| Some(*c) != context.home)
    {
        return None;
    }
    // Nor does the publisher's own meet one whom only his office at home tells, unless the title names two.
    if context.home.is_some()
        && context.scan(&context.sentences[index]).has_article()
        && !context.title_pair.iter().any(|c| Some(*c) != context.home)
        && (0..2).any(|k| {
            let (own, other) = (&camps[1 - k], &camps[k]);
            own.parties.len() == 1
                && own.parties.first() == context.home.as_ref()
                && own.known != Known::Lent
                && other.parties.is_empty()
                && other.open
                && other.office
                && !other.counterpart
                && !other.both
                && !other.group
                && !other.envoy
                && !context.states.iter().any(foreign)
        })
    {
        return None;
    }
    for slot in 0..2 {
        if !camps[slot].parties.is_empty() {
            continue;
        }
        let other = camps[1 - slot].parties.clone();
        // "NAME, special representative for A": what he is for is not whom he serves.
        let by_order = context.sentences[index].by_order;
        let offices = camps[slot].seats.iter().flat_map(|s| context.namings[s.naming].offices());
        let subject: Option<Slug> =
            offices.filter(|o| by_order && o.state.is_none()).find_map(|o| o.accredited_to);
        let fits =
            |code: &str| !other.iter().any(|o| o == code) && subject.is_none_or(|s| s.as_str() != code);
        // "The minister received the ambassador of A to B": the minister is B's.
        if camps[slot].open
            && camps[slot].office
            && !camps[slot].counterpart
            && camps[1 - slot].envoy
            && let Some(to) = sent_to(context, index, &other)
        {
            camps[slot].parties.push(to);
            camps[slot].known = Known::Told;
            camps[slot].open = false;
            continue;
        }
        let mut chosen: Option<Slug> = None;
        if camps[slot].open || camps[slot].counterpart || camps[1 - slot].counterpart {
            if !camps[slot].counterpart {
                chosen = context.home.filter(|h| fits(h));
            }
            // "The ministry of A announced that the minister met": his.
            if chosen.is_none() && camps[slot].office && !camps[slot].counterpart {
                chosen = context.sentences[index].items.iter().find_map(|i| match &i.what {
                    What::Institution { state: Some(code), portfolio: true, .. } if fits(code) => Some(*code),
                    _ => None,
                });
            }
            // "The presidency of A announced that the president will receive": his.
            if chosen.is_none() && camps[slot].office && !camps[slot].counterpart && context.home.is_none() {
                let items = &context.sentences[index].items;
                chosen = items.iter().enumerate().find_map(|(i, x)| match &x.what {
                    What::Institution { state: Some(code), .. }
                        if fits(code) && i > 0 && items[i - 1].is_word("saying") =>
                    {
                        Some(*code)
                    }
                    _ => None,
                });
            }
            // "A received B. The president then received C": of the state of whoever received before.
            if chosen.is_none()
                && camps[slot].part == "host"
                && camps[slot].is_stateless()
                && let Some(host) = earlier.and_then(|e| received_before(context, index, e))
                && fits(&host)
            {
                camps[slot].parties.push(host);
                camps[slot].known = Known::Both;
                camps[slot].open = false;
                continue;
            }
            // The title names a pair: whoever is not the one is the other.
            if chosen.is_none()
                && let [a, b] = context.title_pair
                && let Some(other) = other.first()
            {
                chosen = if a == other {
                    Some(*b)
                } else if b == other {
                    Some(*a)
                } else {
                    None
                };
            }
            // "Travelled to A, where he met the minister": the minister there.
            if chosen.is_none()
                && camps[slot].open
                && camps[slot].office
                && let Some(visit) = earlier.filter(|e| {
                    e.kind == "VISIT" && e.sentence == index && !e.nominal && e.camps[0].parties == other
                })
                && let [host] = visit.camps[1].parties[..]
                && context.scan(&context.sentences[index]).has_article()
                && !host.starts_with("ORG:")
            {
                camps[slot].parties.push(host);
                camps[slot].known = Known::Both;
                camps[slot].open = false;
                continue;
            }
            if chosen.is_none()
                && let Some(earlier) = earlier
            {
                chosen = earlier.all_parties().into_iter().find(|p| {
                    fits(p) && earlier.all_parties().contains(&other.first().cloned().unwrap_or_default())
                });
            }
            // What is discussed may be a state too.
            if chosen.is_none()
                && (camps[slot].open && !(vague && context.sentences[index].scan == 0)
                    || camps[slot].counterpart)
                && !other.is_empty()
            {
                // Another state, but only one that title or this sentence names: an unnamed office beside the
                // publisher's own is most often at home. Of two states in all the other one is meant.
                let two = || context.states.iter().filter(|(c, _)| fits(c)).count() == 1;
                let far = camps[slot].counterpart || context.home.is_none() && camps[slot].office && two();
                let guess = !camps[slot].counterpart && context.scan(&context.sentences[index]).has_article();
                chosen = context
                    .states
                    .iter()
                    .map(|(c, _)| c)
                    .find(|c| fits(c) && (far || context.near(c, index)) && (!guess || context.acts(c)))
                    .cloned();
            }
        }
        if let Some(code) = chosen.filter(|code| Some(*code) != context.home)
            && (earlier.is_some_and(|e| is_own(context, index, &camps[slot], &camps[1 - slot], e))
                || before_another(context, index, code, &camps[slot], &camps[1 - slot]))
        {
            return None;
        }
        if let Some(code) = chosen {
            // "The Norwegian foreign ministry announced that the minister met": his ministry tells his state.
            let speaks =
                |i: &Item| matches!(&i.what, What::Institution { state, .. } if *state == Some(code));
            let titled =
                context.title_pair.contains(&code) && other.iter().any(|o| context.title_pair.contains(o));
            camps[slot].known = if camps[slot].office && context.sentences[index].items.iter().any(speaks) {
                Known::Told
            } else if titled && camps[slot].office {
                // Whom the title names beside the other.
                Known::Both
            } else if context.home == Some(code)
                || slot == 0 && camps[slot].part == "actor" && heads(context, code)
            {
                Known::Home
            } else {
                Known::Guessed
            };
            camps[slot].parties.push(code);
            camps[slot].open = false;
        }
    }
    let [a, b] = camps;
    b.parties.retain(|p| !a.parties.contains(p));
    // "Between A of X and B of Y": each sits with those of his state.
    let stays = |s: &Seat, own: &Camp, across: &Camp| {
        context.namings[s.naming]
            .party
            .is_none_or(|p| own.parties.contains(&p) || !across.parties.contains(&p))
    };
    let (stay, go): (Vec<Seat>, Vec<Seat>) =
        std::mem::take(&mut a.seats).into_iter().partition(|s| stays(s, a, b));
    let (keep, come): (Vec<Seat>, Vec<Seat>) =
        std::mem::take(&mut b.seats).into_iter().partition(|s| stays(s, b, a));
    a.seats = stay.into_iter().chain(come).collect();
    b.seats = keep.into_iter().chain(go).collect();
    if a.parties.is_empty() || b.parties.is_empty() { None } else { Some(()) }
}
