//! Sides that adjectives, or two states in one word, name.

use super::groups::Group;
use super::reach::Reach;
use super::{Clause, Role};
use crate::Slug;
use crate::code::{Camp, Sentence};
use crate::detect::person::ActorKind;
use crate::detect::{Item, Scan, What};
use crate::pack::{Frame, Sense, StateForm, TriggerForm, tags};

/// How many items behind the noun of a blow the house may stand that it struck.
const STRUCK: usize = 8;

impl Clause<'_> {
    /// "Kenyan aircraft attacked A": whose they are strikes, where nobody else is said to.
    pub(super) fn armed_by_adjective(&self, camps: &mut [Camp; 2]) {
        let Clause { sentence, at, frame, form, lo, hi, nominal, svo, bare, .. } = *self;
        let acts = form.is_finite();
        if frame.kind != "FORCE" || nominal || !acts || !svo || bare || !camps[0].is_gap() {
            return;
        }
        let whose = |i: usize| match sentence.items[i].what {
            What::State { code, form: StateForm::Adjective } if sentence.items[i].tags & tags::NOM != 0 => {
                Some(code)
            }
            _ => None,
        };
        let thing = |i: usize| {
            let item = &sentence.items[i];
            let noun = matches!(item.what, What::Other { .. } | What::Institution { .. })
                || item.is_word("authority")
                || item.is_word("delegation");
            noun && tags::may_be_nominative(item.tags)
        };
        let doer = (lo..at.saturating_sub(1)).rev().find_map(|i| whose(i).filter(|_| thing(i + 1)));
        // "Bombed Kenyan positions": an adjective that may be the object's is nobody's who acts.
        let another = |i: usize| whose(i).is_some() && sentence.items[i].tags & tags::ACC == 0;
        if let Some(code) = doer.filter(|c| !camps[1].parties.contains(c) && !(at + 1..hi).any(another)) {
            camps[0] = Camp { part: "actor", ..Camp::of(code) };
        }
    }

    /// "Kenyan jets bombed A", "Kenyan air strikes killed 20 in A", "a Kenyan plane landed in A with relief": craft and blows
    /// act for the state whose adjective they bear, where the language tells by order alone who acts.
    pub(super) fn craft_acts(&self, all: &mut Vec<Group>) {
        let Clause { sentence, at, frame, form, lo, hi, nominal, .. } = *self;
        let fits = matches!(frame.kind.as_str(), "FORCE" | "AID") && !nominal && sentence.by_order;
        if !fits {
            return;
        }
        // "Was bombed by Kenyan jets".
        let passive = form == TriggerForm::Passive;
        for (m, actor) in sentence.actors.iter().enumerate() {
            let (from, to) = (actor.items.start, actor.items.end);
            let inside = if passive {
                from > at && to < hi && actor.marker.as_deref() == Some("by")
            } else {
                from >= lo && to < at
            };
            let Some(end) = self.craft(actor, if passive { hi } else { at }).filter(|_| inside) else {
                continue;
            };
            if all.iter().any(|g| g.members.contains(&m)) {
                continue;
            }
            let marker = actor.marker.filter(|_| passive);
            // "U.S. and Kenyan planes".
            let first = all.iter_mut().find(|g| g.end + 1 == from && actor.and && g.marker.is_none());
            if let Some(first) = first {
                first.members.push(m);
                first.end = end;
                continue;
            }
            let k = all.iter().position(|g| g.start > from).unwrap_or(all.len());
            all.insert(k, Group { members: vec![m], marker, start: from, end, tags: 0, own: 0 });
        }
    }

    /// Where the craft or the blow ends, before item `to`, that bears the adjective, or the letters, of a state.
    fn craft(&self, actor: &crate::detect::person::Actor, to: usize) -> Option<usize> {
        let Clause { sentence, scan, frame, .. } = *self;
        let first = &sentence.items[actor.items.start];
        let describes = match actor.kind {
            ActorKind::State(StateForm::Adjective) => true,
            ActorKind::State(StateForm::Name) => scan.is_letters(first),
            _ => false,
        };
        if !describes || actor.marker.is_some_and(|m| m != "after" && m != "by") {
            return None;
        }
        let thing = |i: &crate::detect::Item| {
            scan.word(i.start, "craft").is_some() || frame.kind == "FORCE" && scan.is_noun_of(i, "FORCE")
        };
        let inner = |i: &&crate::detect::Item| thing(i) || matches!(i.what, What::Other { .. });
        let after = sentence.items.get(actor.items.end..to)?;
        let n = after.iter().take(3).take_while(inner).collect::<Vec<_>>().iter().rposition(|i| thing(i))?;
        Some(actor.items.end + n + 1)
    }

    /// "A Kenyan drone was shot down by A": what suffers is of the state whose adjective it bears; "Kenyan strikes on A
    /// killed 20": where the blow fell stands before the verb.
    pub(super) fn craft_suffers(&self, camps: &mut [Camp; 2]) {
        let Clause { sentence, scan, at, frame, form, lo, nominal, .. } = *self;
        if nominal || !sentence.by_order || frame.kind != "FORCE" || !camps[1].is_blank() {
            return;
        }
        if form != TriggerForm::Passive {
            let blow = (lo..at).rev().find(|&i| scan.is_noun_of(&sentence.items[i], "FORCE"));
            let there = |a: &&crate::detect::person::Actor| {
                blow.is_some_and(|b| a.items.start > b)
                    && a.items.end <= at
                    && matches!(a.kind, ActorKind::State(_))
                    && a.party.is_some_and(|p| !camps[0].parties.contains(&p))
            };
            if let Some(code) = sentence.actors.iter().find(there).and_then(|a| a.party) {
                camps[1] = Camp { part: "recipient", ..Camp::of(code) };
            }
            return;
        }
        let inside = |a: &&crate::detect::person::Actor| a.items.start >= lo && a.items.end < at;
        let craft = sentence.actors.iter().filter(inside).rfind(|a| self.craft(a, at).is_some());
        if let Some(code) = craft.and_then(|a| a.party).filter(|c| !camps[0].parties.contains(c)) {
            camps[1] = Camp { part: "recipient", ..Camp::of(code) };
        }
    }

    /// "A Kenyan relief plane arrived at the airport of CITY": who sent it by its adjective, to whom by whose airport it is.
    pub(super) fn relief_lands(&self, camps: &mut [Camp; 2]) -> bool {
        let Clause { sentence, at, frame, lo, hi, nominal, article, .. } = *self;
        if frame.kind != "AID" || !article || !nominal || !camps[1].parties.is_empty() {
            return false;
        }
        let state = |i: &crate::detect::Item, adjective: bool| match i.what {
            What::State { code, form } if (form == StateForm::Adjective) == adjective => Some(code),
            _ => None,
        };
        let donor = camps[0].parties.first().copied();
        let donor = donor.or_else(|| sentence.items[at + 1..hi].iter().take(3).find_map(|i| state(i, true)));
        // "Left the airport of A for that of B": the last one.
        let airport = |i: &usize| {
            let to = i
                .checked_sub(1)
                .is_some_and(|p| sentence.items[p].is_word("to") || sentence.items[p].is_word("in"));
            sentence.items[*i].is_kind("building", "airport") && to
        };
        let port = (lo..hi).rev().find(airport);
        let host = port.and_then(|p| sentence.items[p + 1..hi].iter().take(3).find_map(|i| state(i, false)));
        let Some((donor, host)) = donor.zip(host).filter(|(d, h)| d != h) else { return false };
        *camps = [Camp { part: "actor", ..Camp::of(donor) }, Camp { part: "recipient", ..Camp::of(host) }];
        true
    }

    /// "A consulate of A opened in CITY": the state whose city it is.
    pub(super) fn opened_in(&self, camps: &mut [Camp; 2]) {
        let Clause { sentence, at, frame, lo, hi, svo, bare, article, .. } = *self;
        let [one, other] = camps;
        // Without cases the frame itself says that where a thing is opened counts.
        let counts = !bare || article && frame.roles.values().any(|m| m.iter().any(|m| m == "in"));
        if frame.kind != "COOPERATE" || !counts || !other.is_gap() || one.parties.len() != 1 {
            return;
        }
        let there = |a: &&crate::detect::person::Actor| {
            let after = article && a.items.start > at;
            let inside = a.marker.as_deref() == Some("in")
                || after && a.marker.as_deref() == Some("with-b")
                || !svo && a.tags & tags::LOC != 0;
            let city = a.kind.is_city();
            city && inside && (lo..hi).contains(&a.items.start)
        };
        let host = sentence.actors.iter().find(there).and_then(|a| a.party);
        if let Some(code) = host.filter(|c| !one.parties.contains(c)) {
            *other = Camp { part: one.part, ..Camp::of(code) };
        }
    }

    /// "Called on the Kenyan and the Ghanaian side", "on both sides, A's and B's": adjectives name those who are meant.
    pub(super) fn both_named(&self, camps: &mut [Camp; 2]) {
        let Clause { sentence, at, hi, nominal, unordered, article, .. } = *self;
        if unordered || !article || nominal || camps[0].parties.is_empty() || !camps[1].parties.is_empty() {
            return;
        }
        let adjective = |i: usize| match sentence.items.get(i).map(|x| &x.what) {
            Some(What::State { code, form: StateForm::Adjective }) => Some(*code),
            _ => None,
        };
        let pair = (at + 1..hi.min(at + 8)).find_map(|i| {
            let both = matches!(sentence.items[i].what, What::Both);
            let (a, b) = (adjective(i + 1).filter(|_| both)?, adjective(i + 2)?);
            (sentence.items[i + 2].and && a != b).then_some([a, b])
        });
        if let Some(pair) = pair {
            camps[1] = Camp { parties: pair.to_vec(), part: "recipient", ..Camp::default() };
        }
    }

    /// "Condemned the attack by A on B": the state that "by" names right after the noun of what is condemned.
    fn blow_by(&self, camps: &[Camp; 2]) -> Option<Slug> {
        let Clause { sentence, scan, at, hi, frame, nominal, form, .. } = *self;
        if frame.kind != "STATEMENT" || nominal || form == TriggerForm::Passive || !sentence.by_order {
            return None;
        }
        let blow = |i: &crate::detect::Item| i.is_word("blow") || scan.is_noun_of(i, "FORCE");
        let doer = sentence.actors.iter().find(|a| {
            matches!(a.kind, ActorKind::State(StateForm::Name | StateForm::Government))
                && a.marker.as_deref() == Some("by")
                && a.items.start > at
                && a.items.end <= hi
                && sentence.items[at + 1..a.items.start].iter().rev().take(4).any(blow)
        })?;
        doer.party.filter(|p| !camps[0].parties.contains(p))
    }

    /// "Condemned the raid of A on B", "the A-ian strikes on B", "the strike that A carried out on B", "carried out by A": where
    /// nouns have cases, what is said of a blow is said of the state that struck.
    pub(super) fn blamed(&self, camps: &mut [Camp; 2]) {
        let Clause { sentence, scan, at, frame, nominal, .. } = *self;
        let condemns = frame.kind == "STATEMENT" && frame.mode.is_some_and(|m| m == "condemn");
        if !condemns || nominal || !scan.pack.features.svo_with_cases() {
            return;
        }
        let items = &sentence.items;
        let blow = |i: &crate::detect::Item| i.is_word("blow") || scan.is_noun_of(i, "FORCE");
        let Some(b) = (at + 1..items.len().min(at + 8)).find(|&i| blow(&items[i])) else { return };
        let named = |a: &&crate::detect::person::Actor| {
            matches!(a.kind, ActorKind::State(StateForm::Name | StateForm::Government))
        };
        let after = || sentence.actors.iter().filter(|a| a.items.start > b && a.items.start < b + 8);
        let bare = |a: &&crate::detect::person::Actor| {
            a.marker.as_deref().is_none_or(|m| tags::bit(m) & tags::CASES != 0)
        };
        // "A war between A and B": the second of two is no doer either.
        let by = after().filter(named).filter(bare).find(|a| a.tags & tags::INS != 0 && !a.and);
        let of = || {
            let first = after().next().filter(|a| named(a) && bare(a) && a.items.start == b + 1)?;
            let other = after().any(|a| a.party.is_some() && a.party != first.party);
            (first.tags & tags::GEN != 0 && other).then_some(first)
        };
        let which = || {
            let relative = (b + 1..items.len().min(b + 5)).find(|&i| items[i].is_word("relative"))?;
            let next = after().find(|a| a.items.start > relative)?;
            (named(&next) && next.items.start == relative + 1 && next.tags & tags::NOM != 0).then_some(next)
        };
        let adjective = || {
            items[at + 1..b].iter().rev().find_map(|i| match i.what {
                What::State { code, form: StateForm::Adjective } => Some(code),
                _ => None,
            })
        };
        let whose = self.mission_struck(b);
        let doer = by.or_else(of).or_else(which).and_then(|a| a.party);
        let doer = doer.filter(|d| whose != Some(*d)).or_else(adjective).or(whose);
        if let Some(doer) = doer.filter(|d| !camps[0].parties.contains(d)) {
            camps[1] = Camp { part: "recipient", ..Camp::of(doer) };
        }
    }

    /// "A ban on A-ian wines introduced B": the adjective of what is struck may stand before the verb, where nouns have cases.
    pub(super) fn struck_before(&self, camps: &mut [Camp; 2]) {
        let Clause { sentence, scan, at, lo, frame, nominal, .. } = *self;
        let strikes = frame.kind == "SANCTION" && !nominal && scan.pack.features.svo_with_cases();
        if !strikes || !camps[1].is_gap() || camps[0].parties.is_empty() {
            return;
        }
        let whose = sentence.items[lo..at].iter().find_map(|i| match i.what {
            What::State { code, form: StateForm::Adjective } if !camps[0].parties.contains(&code) => {
                Some(code)
            }
            _ => None,
        });
        if let Some(code) = whose {
            camps[1] = Camp { part: "recipient", ..Camp::of(code) };
        }
    }

    /// "The attack on the embassy of A in CITY", "the blast at A's consulate": whose house the blow struck, wherever it stands.
    fn mission_struck(&self, blow: usize) -> Option<Slug> {
        let Clause { sentence, scan, .. } = *self;
        let items = &sentence.items;
        let mission = |i: &crate::detect::Item| {
            scan.is(i.start, |s| {
                matches!(s, Sense::Institution { id, .. } if matches!(id.as_str(), "embassy" | "consulate"))
            })
        };
        let ends = |i: &crate::detect::Item| i.is_mark(",;:(") || i.is_finite();
        let after = blow + 1..items.len().min(blow + STRUCK);
        let house = after.take_while(|&i| !ends(&items[i])).find(|&i| mission(&items[i]))?;
        let code = |i: usize, adjective: bool| match items.get(i).map(|x| &x.what) {
            Some(What::State { code, form }) if (*form == StateForm::Adjective) == adjective => Some(*code),
            _ => None,
        };
        let own = match items[house].what {
            What::Institution { state, .. } => state,
            _ => None,
        };
        own.or_else(|| code(house - 1, true)).or_else(|| {
            let owner = items.get(house + 1).filter(|i| i.tags & tags::GEN != 0 && i.marker == 0);
            owner.and_then(|_| code(house + 1, false))
        })
    }

    /// "[On B] and [on] A-ian bases [it sent rockets]": where verbs stand last, what the adjective describes suffers as well.
    pub(super) fn struck_too(&self, camps: &mut [Camp; 2]) {
        let Clause { sentence, at, frame, lo, nominal, sov, .. } = *self;
        if frame.kind != "FORCE" || !sov || nominal || camps.iter().any(|c| c.parties.is_empty()) {
            return;
        }
        let items = &sentence.items;
        let plain = |i: &Item| matches!(i.what, What::Other { .. });
        for k in lo + 1..at {
            let What::State { code, form: StateForm::Adjective } = items[k].what else { continue };
            // "And [in the region] A-ian bases".
            let inside = |i: &Item| i.tags & tags::ATTR != 0 && i.tags & tags::LOC != 0;
            let before = items[lo..k].iter().rev().take(3).find(|i| !plain(i) && !inside(i));
            let noun = items[k + 1..at].iter().take(3).find(|i| {
                let case = i.tags | self.scan.ending(i.end - 1);
                !plain(i) || case & (tags::DAT | tags::ACC) != 0
            });
            let struck = noun.is_some_and(|i| {
                let case = i.tags | self.scan.ending(i.end - 1);
                (plain(i) || i.is_word("building")) && case & (tags::DAT | tags::ACC) != 0
            });
            if struck
                && before.is_some_and(|i| i.is_word("and"))
                && !camps.iter().any(|c| c.parties.contains(&code))
            {
                camps[1].parties.push(code);
            }
        }
    }

    /// The sufferer of an act, and its doer, by the adjectives of what it strikes.
    pub(super) fn struck_by_adjective(&self, reach: &Reach, roles: &[Role], camps: &mut [Camp; 2]) {
        let Clause { sentence, at, frame, hi, nominal, unordered, bare, article, vso, .. } = *self;
        let Reach { subject, .. } = *reach;
        // "Raided Kenyan planes": where the verb stands first, the adjective of the thing after it says whose it is.
        if frame.kind == "FORCE"
            && vso
            && !nominal
            && self.form != TriggerForm::Passive
            && camps[0].is_blank()
        {
            let thing = |i: usize| {
                sentence.items.get(i).is_some_and(|x| {
                    matches!(x.what, What::Other { .. } | What::Word { .. }) && x.marker == 0 && !x.and
                }) && !sentence.items[i].is_word("in")
                    && !sentence.items[i].is_word("on")
            };
            let own =
                [at + 2, at + 3].into_iter().find_map(|k| match sentence.items.get(k).map(|x| &x.what) {
                    Some(What::State { code, form: StateForm::Adjective })
                        if (at + 1..k).all(thing) && sentence.items[k].marker == 0 =>
                    {
                        Some(*code)
                    }
                    _ => None,
                });
            if let Some(code) = own {
                camps[0] = Camp { parties: vec![code], part: "actor", ..Camp::default() };
                camps[1].parties.retain(|p| *p != code);
            }
        }
        // "The Kenyan sanctions struck firms of Peru": whoever stands farther off suffers them.
        if nominal
            && article
            && frame.kind == "SANCTION"
            && camps[1].is_blank()
            && let [theirs] = camps[0].parties[..]
            && roles.iter().any(|(n, m)| *n == "actor" && sentence.actors[m[0]].items.start > at + 1)
            && let Some(What::State { code, form: StateForm::Adjective }) =
                sentence.items.get(at + 1).map(|i| &i.what)
            && *code != theirs
        {
            camps[1] = Camp { part: "recipient", ..std::mem::take(&mut camps[0]) };
            camps[0] = Camp { parties: vec![*code], part: "actor", ..Camp::default() };
        }
        // "Sanctions on Kenyan firms were announced by A": in the passive what suffers stands before the verb; so do both peoples
        // of whom something is said, "concern over the fighting between Kenyans and Peruvians was voiced by A".
        let suffers = matches!(frame.kind.as_str(), "SANCTION" | "EXPEL" | "STATEMENT");
        if sentence.by_order
            && !nominal
            && self.form == TriggerForm::Passive
            && suffers
            && camps[1].is_blank()
            && !camps[0].is_blank()
        {
            let whose = |i: usize| match sentence.items[i].what {
                What::State { code, form: StateForm::Adjective | StateForm::People } => Some(code),
                _ => None,
            };
            let last = (self.lo..at).rev().find(|&i| whose(i).is_some());
            let first = last.and_then(|i| {
                let joined = i > self.lo + 1 && sentence.items[i - 1].is_word("and");
                joined.then(|| whose(i - 2)).flatten()
            });
            let codes: Vec<Slug> = first.into_iter().chain(last.and_then(whose)).collect();
            if !codes.is_empty() && codes.iter().all(|c| !camps[0].parties.contains(c)) {
                camps[1] = Camp { part: "recipient", parties: codes, ..Camp::default() };
            }
        }
        if !unordered && bare && told_by_adjective(&frame.kind) {
            // "Condemned the Kenyan raid on Peru": who did it, not where.
            let place = roles.iter().filter(|(name, _)| frame.kind == "STATEMENT" && *name == "recipient");
            let place = place.flat_map(|(_, m)| m).map(|&m| &sentence.actors[m]).find(|a| {
                matches!(a.kind, ActorKind::State(_)) && matches!(a.marker.as_deref(), Some("on" | "in"))
            });
            if let Some(place) = place {
                let mut told = [camps[0].clone(), Camp::default()];
                described_recipient(self.scan, sentence, at, place.items.start, frame, nominal, &mut told);
                let [_, doer] = told;
                if !doer.parties.is_empty() {
                    camps[1] = doer;
                }
            }
            // "Condemned the attack by A on B": who did it.
            if let Some(doer) = self.blow_by(camps) {
                camps[1] = Camp { parties: vec![doer], part: "recipient", ..Camp::default() };
            }
            // "Condemned the Kenyan shelling of the consulate of Peru": who did it stands beside the noun that is condemned.
            if frame.kind == "STATEMENT" && article && !nominal && !camps[0].parties.is_empty() {
                let from = subject.filter(|s| s.start > at).map_or(at + 1, |s| s.end);
                let noun = (from..hi.min(from + 4)).find(|&i| {
                    matches!(sentence.items[i].what, What::Other { .. } | What::Trigger(_))
                        && sentence.items[i].first_tags & tags::DEFINITE != 0
                });
                if let Some(n) = noun
                    && sentence.items[from..n]
                        .iter()
                        .all(|i| matches!(i.what, What::Other { .. } | What::Time))
                    && let Some(What::State { code, form: StateForm::Adjective }) =
                        sentence.items.get(n + 1).map(|i| &i.what)
                    && !camps[0].parties.contains(code)
                    && !roles
                        .iter()
                        .any(|(name, m)| *name == "recipient" && sentence.actors[m[0]].items.start <= n + 1)
                {
                    camps[1] = Camp { parties: vec![*code], part: "recipient", ..Camp::default() };
                }
            }
            described_recipient(self.scan, sentence, at, hi, frame, nominal, camps);
            // "Syrian, Lebanese and Iraqi entities", where the first is written as the name of the state.
            let last = roles.iter().filter(|(n, _)| *n == "recipient").flat_map(|(_, m)| m.last()).next();
            if let Some(&m) = last.filter(|&&m| {
                article
                    && matches!(sentence.actors[m].kind, ActorKind::State(StateForm::Name))
                    && matches!(frame.kind.as_str(), "SANCTION" | "EXPEL")
            }) {
                let end = sentence.actors[m].items.end;
                for item in sentence.items[end..hi].iter().filter(|i| !i.is_word("and") && !i.is_mark(",")) {
                    match &item.what {
                        What::State { code, form: StateForm::Adjective } if item.marker == 0 => {
                            if !camps[1].parties.contains(code) && !camps[0].parties.contains(code) {
                                camps[1].parties.push(*code);
                            }
                        }
                        _ => break,
                    }
                }
            }
        }
    }

    /// Whose act it is, by the adjective beside its noun.
    pub(super) fn owned_by_adjective(&self, roles: &[Role], camps: &mut [Camp; 2]) {
        let Clause { sentence, at, frame, hi, nominal, article, .. } = *self;
        // "Kenyan sanctions on Peru": whose they are stands in the adjective.
        if nominal
            && article
            && matches!(frame.kind.as_str(), "SANCTION" | "AID" | "STATEMENT" | "APPEAL" | "THREATEN")
            && camps[0].parties.is_empty()
            && !camps[1].parties.is_empty()
        {
            let own = sentence.items[at + 1..].iter().take(3).find_map(|i| match &i.what {
                What::State { code, form: StateForm::Adjective }
                    if i.marker == 0 && !camps[1].parties.contains(code) =>
                {
                    Some(*code)
                }
                _ => None,
            });
            if own.is_some() {
                camps[0] = Camp { parties: own.into_iter().collect(), part: "actor", ..Camp::default() };
            }
        }
        // "The ministry voices the condemnation by A of": whose the noun is that the verb takes.
        if frame.kind == "STATEMENT"
            && article
            && !nominal
            && camps[0].parties.is_empty()
            && camps[0].open
            && let Some(whose) = sentence.actors.iter().find(|a| {
                matches!(a.kind, ActorKind::State(StateForm::Name))
                    && a.marker.is_none()
                    && !a.and
                    && a.items.start > at + 2
                    && a.items.start < hi.min(at + 9)
                    && matches!(sentence.items[a.items.start - 1].what, What::Trigger(_) | What::Other { .. })
                    && sentence.items[a.items.start - 2].is_word("about")
            })
            && let Some(code) = whose.party
        {
            camps[0].parties.push(code);
            camps[0].open = false;
            camps[1].parties.retain(|p| *p != code);
        }
        // "Kenyan warships held an exercise with the navy of Peru", "between Kenyan soldiers and Peruvian ones".
        if frame.kind == "COOPERATE" && article {
            let end = hi.min(at + 14);
            let told = sentence.items[at + 1..end].iter().filter_map(|i| match &i.what {
                What::State { code, form: StateForm::Adjective | StateForm::People } => Some(*code),
                _ => None,
            });
            for code in told {
                if camps.iter().any(|c| c.parties.contains(&code)) {
                    continue;
                }
                let Some(slot) = camps.iter().position(Camp::is_blank) else { break };
                camps[slot] = Camp { parties: vec![code], part: "party", ..Camp::default() };
            }
        }
        // "The opening of the Kenyan embassy in Peru": whose it is stands in the adjective.
        if (nominal || self.form == TriggerForm::Passive) && article && frame.kind == "COOPERATE" {
            let known: Vec<Slug> = camps.iter().flat_map(|c| c.parties.clone()).collect();
            if known.len() == 1
                && let Some(slot) = camps.iter().position(Camp::is_blank)
                && let Some(code) = sentence.items[at + 1..].iter().take(2).find_map(|i| match &i.what {
                    What::State { code, form: StateForm::Adjective } => Some(code),
                    _ => None,
                })
                && !known.contains(code)
            {
                camps[slot] = Camp { parties: vec![*code], part: "party", ..Camp::default() };
            }
        }
        // "The Kenyan raid on Peru": whose raid it is stands beside the noun; who speaks of it before is nobody's enemy.
        if nominal && frame.kind == "FORCE" && article {
            let own = sentence.items[at + 1..].iter().take(2).find_map(|i| match &i.what {
                What::State { code, form: StateForm::Adjective } => Some(*code),
                _ => None,
            });
            let before = roles.iter().any(|(n, m)| *n == "actor" && sentence.actors[m[0]].items.end <= at);
            // "Proceeded to the shelling of": who stands before it does it.
            let does = |i: &crate::detect::Item| i.is_kind("auxiliary", "light");
            let before = before && !sentence.items[at.saturating_sub(7)..at].iter().any(does);
            if own.is_some() || before {
                camps[0] = Camp { parties: own.into_iter().collect(), part: "actor", ..Camp::default() };
            }
        }
    }

    /// The sides that two adjectives, a pair in one word or "on the side of" name, where nobody else is told.
    pub(super) fn pairs(&self, camps: &mut [Camp; 2]) {
        let Clause { sentence, scan, at, frame, form, lo, hi, nominal, unordered, bare, article, .. } = *self;
        // "On the Kenyan side A signed, on the Norwegian B": the sides are named, and nobody else is meant.
        let sides = if unordered { crate::code::attendance::sides_told(sentence) } else { Vec::new() };
        if sides.len() == 2
            && camps.iter().any(|c| c.parties.is_empty())
            && camps.iter().flat_map(|c| &c.parties).all(|p| sides.contains(p))
        {
            // "A led the Kenyan side in the talks with the Norwegian": whoever stands before the first side is of it.
            let side = sentence.items.iter().position(|i| matches!(i.what, What::Side)).unwrap_or(at);
            let leads = |n: usize| {
                let named =
                    |a: &&crate::detect::person::Actor| matches!(a.kind, ActorKind::Person(m) if m == n);
                sentence.actors.iter().find(named).is_some_and(|a| a.items.start > at && a.items.end <= side)
            };
            let slot = |n: usize| match self.context.naming_party[n] {
                Some(party) => sides.iter().position(|s| *s == party),
                None => Some(0),
            };
            let led: Vec<_> = camps.iter_mut().flat_map(|c| std::mem::take(&mut c.seats)).collect();
            for (camp, code) in camps.iter_mut().zip(&sides) {
                camp.parties = vec![*code];
                (camp.open, camp.counterpart, camp.both) = (false, false, false);
            }
            for seat in led.into_iter().filter(|s| article && !nominal && leads(s.naming)) {
                if let Some(slot) = slot(seat.naming) {
                    camps[slot].seats.push(seat);
                }
            }
        }
        // "An exercise between Kenyan and Ghanaian troops", "Kenyan and Ghanaian troops began": whose they are.
        if sentence.by_order
            && matches!(frame.kind.as_str(), "MEET" | "COOPERATE" | "SIGN" | "AGREE")
            && camps.iter().all(|c| c.parties.is_empty() && !c.counterpart && !c.both)
        {
            let pair = |from: usize| match (
                sentence.items.get(from).map(|i| &i.what),
                sentence.items.get(from + 1),
                sentence.items.get(from + 2).map(|i| &i.what),
            ) {
                (
                    Some(What::State { code: a, form: StateForm::Adjective }),
                    Some(and),
                    Some(What::State { code: b, form: StateForm::Adjective | StateForm::Name }),
                ) if a != b && and.is_word("and") => Some([*a, *b]),
                _ => None,
            };
            let found = if nominal {
                (at + 1..sentence.items.len().min(at + 5))
                    .find(|&i| sentence.items[i].is_word("between"))
                    .and_then(|i| pair(i + 1))
            } else {
                (lo..at.saturating_sub(3)).rev().take(5).find_map(pair)
            };
            if let Some([a, b]) = found {
                *camps = [a, b].map(Camp::of);
            }
        }
        // Adjectives of two states right after a noun name the sides: "Saudi-Kazakh talks".
        if camps.iter().any(Camp::is_gap) && nominal {
            let adjectives = adjacent_states(sentence, at, article);
            if adjectives.len() >= 2 {
                *camps = [Camp::default(), Camp::default()];
                camps[0].parties.push(adjectives[0]);
                camps[1].parties.extend(adjectives[1..].iter().cloned());
            }
        }
        // "The A-ian B-ian summit discussed": those whose summit it is.
        if !nominal && article && frame.kind == "MEET" && frame.vague {
            let summit =
                |i: &usize| sentence.items[*i].is_word("gathering") && sentence.items[*i].marker == 0;
            let pair = [at + 1, at.saturating_sub(4), at.saturating_sub(3), at.saturating_sub(5)]
                .into_iter()
                .filter(|i| *i < sentence.items.len() && *i != at)
                .find(summit)
                .and_then(|i| {
                    let end = if i > at { i + 4 } else { at };
                    let states: Vec<Slug> = sentence.items[i + 1..end.min(sentence.items.len())]
                        .iter()
                        .take_while(|x| {
                            matches!(
                                x.what,
                                What::Mark('-' | '–' | 'ـ') | What::State { .. } | What::Other { .. }
                            )
                        })
                        .filter_map(|x| match &x.what {
                            What::State { code, form: StateForm::Adjective } if x.marker == 0 => Some(*code),
                            _ => None,
                        })
                        .collect();
                    match states.as_slice() {
                        [a, b] if a != b => Some([*a, *b]),
                        _ => None,
                    }
                });
            if let Some([a, b]) = pair {
                *camps = [a, b].map(Camp::of);
            }
        }
        // "The A-ian B-ian committee met": two adjectives side by side name the sides of what nobody else is said to do.
        if !nominal
            && article
            && matches!(frame.kind.as_str(), "MEET" | "SIGN" | "COOPERATE")
            && let Some([a, b]) = paired_adjectives(sentence, at, hi)
            && (camps.iter().all(Camp::is_gap) || frame.kind == "MEET" && lone_body(camps, a))
        {
            *camps = [a, b].map(Camp::of);
        }
        // "The Ghana-Kenya commission": a pair in one word names the sides of what nobody is said to have done.
        if (nominal || form == TriggerForm::Passive)
            && camps.iter().all(Camp::is_gap)
            && matches!(frame.kind.as_str(), "MEET" | "SIGN" | "AGREE" | "COOPERATE")
            && (!frame.vague || bare)
            && let Some([a, b]) = joined_pair(scan, sentence, lo, hi)
        {
            camps[0].parties.push(a);
            camps[1].parties.push(b);
        }
        // "The parliament of A ratified a protocol to the A-B treaty": with the other of the pair.
        if !bare
            && frame.kind == "SIGN"
            && let [one, other] = camps
            && other.parties.is_empty()
            && let [own] = one.parties[..]
            && let Some(pair) = joined_pair(scan, sentence, lo, hi)
            && pair.contains(&own)
        {
            other.parties.extend(pair.into_iter().filter(|p| *p != own));
            (other.open, other.both) = (false, false);
        }
    }
}

/// Types whose sufferer may be told by the adjective of what the act strikes: "sanctions on Iranian firms".
pub(super) fn told_by_adjective(kind: &str) -> bool {
    matches!(kind, "EXPEL" | "SANCTION" | "STATEMENT" | "FORCE" | "THREATEN" | "AID" | "APPEAL")
}

/// "Expelled two Kenyan diplomats", "condemned the Israeli raid": the state in the adjective of the object.
pub(super) fn described_recipient(
    scan: &Scan,
    sentence: &Sentence,
    at: usize,
    hi: usize,
    frame: &Frame,
    nominal: bool,
    camps: &mut [Camp; 2],
) {
    // "Kenyan sanctions struck firms of Peru": what stands right beside the noun says whose they are.
    let own = match sentence.items.get(at + 1).map(|i| &i.what) {
        Some(What::State { code, form: StateForm::Adjective })
            if nominal && frame.kind == "SANCTION" && camps.iter().all(Camp::is_blank) =>
        {
            Some(*code)
        }
        _ => None,
    };
    if let Some(code) = own {
        camps[0] = Camp { parties: vec![code], part: "actor", ..Camp::default() };
    }
    let takes = frame
        .roles
        .get("recipient")
        .is_some_and(|m| m.iter().any(|m| matches!(m.as_str(), "object" | "on" | "with-b" | "of")));
    if !takes || !camps[1].is_blank() || camps[0].is_blank() {
        return;
    }
    let taken = |i: usize| {
        sentence.actors.iter().any(|a| {
            a.items.contains(&i)
                && !matches!(a.kind, ActorKind::State(StateForm::Adjective | StateForm::People))
                && !(matches!(a.kind, ActorKind::State(StateForm::Name))
                    && scan.is_letters(&sentence.items[i]))
        })
    };
    let of_state = |i: usize| match &sentence.items[i].what {
        What::State { code, form: StateForm::Adjective | StateForm::People } => Some(*code),
        // "The US tariffs": letters that stand for a state describe as its adjective does.
        What::State { code, form: StateForm::Name } if scan.is_letters(&sentence.items[i]) => {
            let noun =
                |n: &crate::detect::Item| matches!(n.what, What::Other { common: true } | What::Trigger(_));
            Some(*code).filter(|_| sentence.by_order && sentence.items.get(i + 1).is_some_and(noun))
        }
        _ => None,
    };
    let found = (at + 1..hi.min(at + 11))
        .find(|&i| of_state(i).is_some_and(|code| !taken(i) && !camps[0].parties.contains(&code)));
    // "Kenyan, Ghanaian and Peruvian diplomats": of each of those who are listed.
    let mut next = found;
    while let Some(i) = next {
        let code = of_state(i).filter(|code| !camps[0].parties.contains(code));
        camps[1].parties.extend(code.filter(|code| !camps[1].parties.contains(code)));
        let joins = |i: &crate::detect::Item| i.is_mark(",") || i.is_word("and") || i.is_mark("-–");
        let after = (i + 1..hi).find(|&k| !joins(&sentence.items[k]));
        next = after.filter(|&k| of_state(k).is_some() && !taken(k) && (sentence.items[k].and || k > i + 1));
    }
    if camps[1].part.is_empty() {
        camps[1].part = "recipient";
    }
}

/// Two states joined by a hyphen without spaces.
pub(super) fn joined_pair(scan: &Scan, sentence: &Sentence, lo: usize, hi: usize) -> Option<[Slug; 2]> {
    sentence.items[lo..hi].windows(3).find_map(|w| match (&w[0].what, &w[1].what, &w[2].what) {
        (What::State { code: a, .. }, What::Mark('-' | '–'), What::State { code: b, .. })
            if a != b
                && scan.text.tokens[w[1].start].glued == scan.text.tokens[w[2].start].glued
                && (scan.text.tokens[w[1].start].glued || !w[0].and && w[0].marker == 0) =>
        {
            Some([*a, *b])
        }
        _ => None,
    })
}

/// Two adjectives of states side by side.
pub(super) fn paired_adjectives(sentence: &Sentence, from: usize, to: usize) -> Option<[Slug; 2]> {
    sentence.items[from..to].windows(2).find_map(|w| match (&w[0].what, &w[1].what) {
        (
            What::State { code: a, form: StateForm::Adjective },
            What::State { code: b, form: StateForm::Adjective },
        ) if a != b && w[1].marker == 0 => Some([*a, *b]),
        // The first may belong to the name of a committee.
        (
            What::Institution { state: Some(a), portfolio: false, .. },
            What::State { code: b, form: StateForm::Adjective },
        ) if a != b && w[1].marker == 0 && !w[1].and => Some([*a, *b]),
        _ => None,
    })
}

/// Nothing is known but the committee of a state, and nobody speaks for it.
fn lone_body(camps: &[Camp; 2], code: Slug) -> bool {
    let [one, other] = camps;
    let body = |c: &Camp| c.parties == [code] && c.body && !c.office && !c.people && c.seats.is_empty();
    body(one) && other.is_gap() || one.is_gap() && body(other)
}

pub(super) fn adjacent_states(sentence: &Sentence, at: usize, bare: bool) -> Vec<Slug> {
    let mut codes: Vec<Slug> = Vec::new();
    let scan_side = |range: &mut dyn Iterator<Item = usize>, codes: &mut Vec<Slug>| {
        for i in range {
            match &sentence.items[i].what {
                What::State { code, form: StateForm::Adjective } => {
                    if !codes.contains(code) {
                        codes.push(*code);
                    }
                }
                // "A-ian B-ian talks" where the adjective of B is spelled as its name.
                What::State { code, form: StateForm::Name }
                    if bare
                        && codes.len() == 1
                        && sentence.items[i].marker == 0
                        && !sentence.items[i].and
                        && matches!(sentence.items[i - 1].what, What::State { .. }) =>
                {
                    if !codes.contains(code) {
                        codes.push(*code);
                    }
                }
                // "The sessions of the committee [the A-ian] B-ian".
                What::Institution { state: Some(code), .. }
                    if bare
                        && codes.is_empty()
                        && sentence.items.get(i + 1).is_some_and(|n| {
                            matches!(n.what, What::State { form: StateForm::Adjective, code: other } if other != *code)
                                && n.marker == 0
                                && !n.and
                        }) =>
                {
                    codes.push(*code);
                }
                What::Mark('-' | '–' | '—' | ',') => {}
                What::Word { work, .. } if work == "and" => {}
                What::Other { .. } if codes.is_empty() => {}
                // "Talks [A-ian B-ian ties on]": what they talked on stands before them.
                What::Word { work, .. }
                    if codes.is_empty()
                        && sentence.verb_last
                        && i < at
                        && matches!(work.as_str(), "on" | "about" | "for") => {}
                // "The committee for consultation and follow-up": a noun of the chain that also reports.
                What::Trigger(options) if codes.is_empty() && options.iter().all(|(_, f)| f.is_noun()) => {}
                _ => break,
            }
        }
    };
    scan_side(&mut (at + 1..sentence.items.len().min(at + 7)), &mut codes);
    if codes.len() < 2 {
        codes.clear();
        scan_side(&mut (at.saturating_sub(6)..at).rev(), &mut codes);
        codes.reverse();
    }
    codes
}
