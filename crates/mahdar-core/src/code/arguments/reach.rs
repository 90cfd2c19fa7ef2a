//! Which groups stand around a trigger, in its own clause, and which of them are its subject and object.

use std::ops::Range;

use super::Clause;
use super::clause::{accompanies, asks_infinitive, is_passive, leads, relatives, window};
use super::groups::{Group, groups, opens_phrase, past_seat, place_like, possessive};
use super::order::{opening_gerund, subject_and_object};
use crate::Slug;
use crate::code::Sentence;
use crate::detect::person::{Actor, ActorKind};
use crate::detect::{Item, What};
use crate::pack::{StateForm, TriggerForm, tags};

/// The groups around a trigger.
pub(super) struct Found<'c> {
    /// Those of its clause, in their order; after them those of another clause who act here too.
    pub all: Vec<Group>,
    /// How many of them stand in its clause.
    pub own: usize,
    /// Positions of those before it.
    left: Vec<usize>,
    /// Positions of those after it.
    right: Vec<usize>,
    /// Where the one stands that the trigger's own preposition governs.
    pub adjacent: Option<usize>,
    /// The relative clause in which the trigger stands.
    mine: Option<&'c Range<usize>>,
    place_clause: Option<&'c Range<usize>>,
    of_a_thing: bool,
    /// "A summons B and condemns C": the subject of a title's first verb, who acts here too.
    goes_on: Option<usize>,
}

/// Those on either side of a trigger, and what they are to it.
pub(super) struct Reach<'g> {
    pub left: Vec<&'g Group>,
    pub right: Vec<&'g Group>,
    pub subject: Option<&'g Group>,
    pub object: Option<&'g Group>,
    /// The relative clause in which the trigger stands.
    pub mine: Option<&'g Range<usize>>,
    /// That clause, where it begins with "where".
    pub place_clause: Option<&'g Range<usize>>,
    /// "The attack that struck X": what acts is a thing.
    pub of_a_thing: bool,
    /// The trigger ends in a pronoun that says whose it is.
    pub owned_by: bool,
}

/// Nothing but words that tell that something takes place stand between, and when.
fn happens(sentence: &Sentence, from: usize, to: usize) -> bool {
    sentence.items[from..to].iter().all(|i| {
        matches!(i.what, What::Time | What::Other { .. } | What::Mark(','))
            || ["relative", "occurs", "future", "auxiliary", "in", "past"].iter().any(|w| i.is_word(w))
            || i.is_city()
    })
}

impl<'c> Clause<'c> {
    /// "Received on the sidelines of the forum the minister of B": one official behind the phrase, where the verb has had no
    /// object, is whom it takes.
    fn object_past_margin(&self, g: &Group) -> bool {
        let Clause { sentence, at, nominal, .. } = *self;
        if nominal || !sentence.by_order || g.marker.is_some() || g.start < at + 3 {
            return false;
        }
        let official = |m: &usize| {
            let actor = &sentence.actors[*m];
            actor.kind.is_person() && !actor.plural || matches!(actor.kind, ActorKind::Counterpart)
        };
        let first = sentence.actors.iter().find(|a| a.items.start > at && a.kind.is_people());
        let Some(margin) = sentence.items[at + 1..g.start].iter().position(Item::is_margin) else {
            return false;
        };
        let occasion = &sentence.items[at + 2 + margin..g.start];
        let noun = |f: &TriggerForm| f.is_noun() || *f == TriggerForm::Back;
        let verb = |i: &Item| matches!(&i.what, What::Trigger(o) if !o.iter().all(|(_, f)| noun(f)));
        let clear = |i: &Item| !verb(i) && !i.is_word("by");
        official(&g.members[0])
            && first.is_some_and(|a| a.items.start == g.start)
            && occasion.iter().any(|i| !i.is_word("determiner"))
            && occasion.iter().all(clear)
    }

    /// The groups around the trigger; None where the words say that the other is nobody in office.
    pub(super) fn surroundings(&self) -> Option<Found<'c>> {
        let Clause {
            context,
            sentence,
            at,
            frame,
            form,
            lo,
            hi,
            tail,
            nominal,
            unordered,
            mutual,
            svo,
            bare,
            article,
            ..
        } = *self;
        let mut all = groups(context, sentence, lo, hi);
        let (from, to) = self.company;
        all.retain(|g| !(from..to).contains(&g.start));
        all.retain(|g| !sentence.presences.iter().any(|r| r.contains(&g.start)));
        self.without_speaker(&mut all);
        self.craft_acts(&mut all);
        self.on_occasion(&mut all);
        // "We condemn the attack on A," said B: whoever says it is nobody of whom it is said.
        if frame.we && sentence.by_order {
            let says = |i: usize| sentence.items.get(i).is_some_and(|i| i.is_word("saying"));
            // "A said that B must": of whom it is said stands right before the verb.
            let told_of = frame.roles.get("recipient").is_some_and(|m| m.iter().any(|m| m == "subject"));
            all.retain(|g| {
                if told_of && g.end <= at && leads(sentence, g.end, at) {
                    return true;
                }
                let before = g.start.checked_sub(
                    1 + usize::from(g.start > 1 && sentence.items[g.start - 1].is_word("determiner")),
                );
                !says(g.end) && !before.is_some_and(says)
            });
        }
        // "A condemns the attack in B, it is said in a statement of the ministry": whose word it is does nothing, and suffers nothing.
        if svo
            && !bare
            && matches!(frame.kind.as_str(), "STATEMENT" | "FORCE" | "APPEAL" | "THREATEN" | "SANCTION")
        {
            let items = &sentence.items;
            let said = (at + 1..items.len().saturating_sub(1))
                .find(|&c| items[c].is_mark(",") && items[c + 1].is_word("saying"));
            if let Some(c) = said {
                // "A voiced, the ministry reports, concern at B": right behind the verb such words are an aside that ends.
                let ends = items[c + 1..].iter().position(|i| i.is_mark(",")).filter(|_| c == at + 1);
                all.retain(|g| g.start < c || ends.is_some_and(|e| g.start > c + e));
            }
        }
        // "Restored ties in talks mediated by C": who mediates is no side of what the two do.
        if sentence.by_order && frame.kind != "MEDIATE" {
            let mediates = |g: &Group| {
                let mut before = sentence.items[..g.start].iter().rev();
                let small = |i: &&Item| !["determiner", "by", "of"].iter().any(|w| i.is_word(w));
                matches!(g.marker.as_deref(), Some("by" | "of"))
                    && before.find(small).is_some_and(|i| {
                        self.scan.is_verb_of(i, "MEDIATE") || self.scan.is_noun_of(i, "MEDIATE")
                    })
            };
            all.retain(|g| !mediates(g));
        }
        // Where verbs stand last, a comma after one ends its clause.
        if self.scan.pack.features.complement_before
            && !nominal
            && sentence.items.get(at + 1).is_some_and(|i| i.is_mark(","))
        {
            all.retain(|g| g.start < at);
        }
        // What stands right after the trigger's own preposition is its object too.
        let mut adjacent = None;
        if let Some(own) = tail
            && let Some(next) = all.iter_mut().find(|g| g.start > at)
            && next.marker.as_deref().is_none_or(|m| m == own)
            && sentence.items[at + 1..next.start].iter().all(|i| {
                i.is_word("determiner") || i.is_word("pronoun") || matches!(i.what, What::Other { .. })
            })
        {
            // "A call with X, Y said": the noun has X by its preposition, and others besides.
            let has = |role: &str| frame.roles.get(role).is_some_and(|m| m.iter().any(|m| m == own));
            // "Sanctions on A": what the preposition governs suffers.
            let aim = sentence.by_order && !unordered && has("recipient") && !has("actor");
            let with = nominal && bare && (matches!(own, "with" | "between") || aim);
            next.marker = with.then(|| Slug::new(own));
            adjacent = Some(next.start);
        }
        // "A visit by the minister of A to B" where one preposition serves both: who stands first after the noun travels.
        if nominal
            && frame.kind == "VISIT"
            && article
            && let Some(guest) = all.iter_mut().find(|g| g.start > at)
            && guest.marker.as_deref() == Some("to")
            && guest
                .members
                .iter()
                .all(|&m| matches!(sentence.actors[m].kind, ActorKind::Official(_) | ActorKind::Person(_)))
        {
            guest.marker = None;
        }
        // "To A was a meeting with B": whose it is.
        if nominal
            && article
            && mutual
            && let Some(owner) = all.iter_mut().rfind(|g| g.end <= at)
            && owner.marker.as_deref() == Some("to")
            && owner.start > 0
            && sentence.items[owner.start - 1].is_word("auxiliary")
            && leads(sentence, owner.end, at)
        {
            owner.marker = None;
        }
        // "With A there was a meeting with B", where the preposition says whose it is.
        if nominal
            && mutual
            && svo
            && !bare
            && let Some(owner) = all.iter_mut().find(|g| {
                let person = sentence.actors[g.members[0]].kind.is_person();
                let apart =
                    if g.end <= at { g.end..at } else { at + 1..g.start.saturating_sub(1).max(at + 1) };
                g.marker.as_deref() == Some("at")
                    && person
                    && g.start > 0
                    && sentence.items[g.start - 1].is_kind("at", "whose")
                    && (leads(sentence, apart.start, apart.end) || happens(sentence, apart.start, apart.end))
            })
        {
            owner.marker = None;
            owner.tags = owner.tags & !tags::CASES | tags::NOM;
        }
        // "After NAME's talks with B", "during the minister's visit to A": the preposition is that of the noun.
        if sentence.by_order
            && nominal
            && let Some(owner) = all.iter_mut().rfind(|g| g.end <= at)
            && owner.marker.is_some()
            && sentence.items.get(owner.end).is_some_and(|i| self.scan.possessive(i.start))
            && owner.end < at
            && sentence.items[owner.end + 1..at].iter().all(|i| matches!(i.what, What::Other { .. }))
        {
            owner.marker = Some(Slug::new("of"));
        }
        // "A, together with B and C, met D": they met him with A.
        let along = |g: &Group| {
            let mut before = sentence.items[..g.start].iter().rev();
            g.marker.as_deref() == Some("with")
                && g.end <= at
                && before
                    .find(|i| !i.is_word("determiner") && !i.is_kind("pronoun", "possessive"))
                    .is_some_and(|i| i.is_kind("with", "along"))
        };
        if sentence.by_order && !nominal {
            let mut k = 1;
            while k < all.len() {
                if along(&all[k]) && all[k - 1].marker.is_none() {
                    let with = all.remove(k);
                    all[k - 1].members.extend(with.members);
                    all[k - 1].end = with.end;
                } else {
                    k += 1;
                }
            }
        }
        // "Signed after A met B": before a subject and its verb the word joins a clause.
        let finite = matches!(form, TriggerForm::Past | TriggerForm::Present | TriggerForm::Passive);
        let joins = |g: &Group| {
            let before = sentence.items[..g.start].iter().rev().find(|i| !i.is_word("determiner"));
            before.is_some_and(|i| ["after", "before", "during", "as"].iter().any(|w| i.is_word(w)))
        };
        if sentence.by_order
            && !nominal
            && finite
            && let Some(subject) = all.iter_mut().rfind(|g| g.end <= at)
            && joins(subject)
            && leads(sentence, subject.end, at)
        {
            subject.marker = None;
        }
        let relative = relatives(sentence, article);
        let mine = relative.iter().find(|r| r.contains(&at));
        // One may condemn somebody's act, but one meets nobody by meeting what is his.
        let owned = |g: &Group| nominal || !mutual || !possessive(self.scan, sentence, g);
        // "In the presence of A and B [the minister] received C": behind those listed in another case stands who acts.
        let acts = |g: &Group| {
            let listed = |a: &Actor| {
                let cases = a.tags & tags::CASES;
                lo <= a.items.start && a.items.end <= g.start && cases != 0 && cases & tags::NOM == 0
            };
            self.scan.pack.features.cases_and_complement_after()
                && g.marker.is_none()
                && g.tags & tags::CASES == tags::NOM
                && sentence.actors.iter().any(listed)
        };
        // "A holds on to ORGANISATION: NAME meets B": behind the colon somebody else acts.
        let other_part = |g: &Group| {
            let colon = sentence.items[g.end..at].iter().rposition(|i| i.is_mark(":"));
            article
                && !nominal
                && unordered
                && sentence.scan == 0
                && colon.is_some_and(|c| g.end + c + 1 < at)
        };
        let before = |g: &Group| {
            owned(g)
                && g.end <= at
                && !other_part(g)
                && !relative.iter().any(|r| r.contains(&g.start) && Some(r) != mine)
                && (!accompanies(sentence, lo, g.start) || acts(g))
        };
        // "Met, on the sidelines of the assembly of the organisation, with": whose assembly it is met nobody.
        let noun = |i: &Item| matches!(&i.what, What::Trigger(o) if o.iter().all(|(_, f)| f.is_noun()));
        // "Met, on the sidelines of the conference, the minister of B": an official beside it is whom he met.
        let met = |g: &Group| {
            let closed = || sentence.items[g.start - 1].tags & tags::DEFINITE != 0;
            article
                && g.marker.is_none()
                && g.members.iter().all(|&m| match sentence.actors[m].kind {
                    ActorKind::Person(_) | ActorKind::Counterpart | ActorKind::Delegation => true,
                    ActorKind::Official(_) => !sentence.actors[m].plural || closed(),
                    _ => false,
                })
        };
        let aside = |g: &Group| {
            (article || sentence.by_order)
                && unordered
                && !met(g)
                && !self.object_past_margin(g)
                && matches!(g.marker.as_deref(), None | Some("of" | "to"))
                && sentence.items[at + 1..g.start].iter().rposition(Item::is_margin).is_some_and(|m| {
                    !sentence.items[at + 2 + m..g.start].iter().any(|i| {
                        i.is_word("with")
                            || matches!(i.what, What::Mark(_) | What::Trigger(_))
                                && !(noun(i) || sentence.by_order && i.is_mark("(,-–—"))
                    })
                })
        };
        // "A struck at dawn, the ambassador of B said": who says it is no side.
        let reports = |g: &Group| {
            let items = &sentence.items;
            // "During talks with A, the ambassador of B said": he held them.
            let talked = mutual && opens_phrase(self.scan, sentence, g.start);
            sentence.by_order
                && !talked
                && items[..g.start]
                    .iter()
                    .rev()
                    .find(|i| !i.is_word("determiner"))
                    .is_some_and(|i| i.is_mark(",\"”"))
                && items[past_seat(sentence, g.end)..]
                    .iter()
                    .find(|i| !matches!(i.what, What::Time) && !i.is_word("auxiliary"))
                    .is_some_and(|i| i.is_word("saying"))
        };
        // "Voiced A's solidarity with B", "reaffirmed A's support for B": whose it is speaks.
        let stance = sentence.by_order
            && !nominal
            && frame.kind == "STATEMENT"
            && frame.mode.as_deref() == Some("stance");
        let speaks = |g: &Group| {
            stance
                && g.marker.is_none()
                && g.start < at + 3
                && possessive(self.scan, sentence, g)
                && sentence.items[g.end..].iter().take(3).any(|i| self.scan.is_noun_of(i, "STATEMENT"))
        };
        let after = |g: &Group| owned(g) && g.start > at && !aside(g) && !reports(g) && !speaks(g);
        // "Came to X, where he will take part": who stands before "where" is no side that the clause names.
        let place_clause = mine.filter(|r| sentence.items[r.start].is_kind("relative", "where"));
        let mut left: Vec<usize> = (0..all.len())
            .filter(|&g| before(&all[g]) && place_clause.is_none_or(|r| r.contains(&all[g].start)))
            .collect();
        let right: Vec<usize> = (0..all.len()).filter(|&g| after(&all[g])).collect();
        // "The attack that struck X": what struck is the attack, not whoever stands before it.
        let of_a_thing = (article || sentence.by_order && frame.kind == "FORCE")
            && matches!(frame.kind.as_str(), "FORCE" | "THREATEN" | "SANCTION" | "STATEMENT" | "APPEAL")
            && at > 1
            && sentence.items[at - 1].is_word("relative")
            && !sentence.actors.iter().any(|a| a.items.end + 1 == at);
        // "Killed 20 and destroyed 8": so is what "and" joins to it.
        let of_a_thing = of_a_thing
            || sentence.by_order
                && frame.kind == "FORCE"
                && at > 1
                && sentence.items[at - 1].is_word("and")
                && left.last().is_some_and(|&g| all[g].end + 1 < at);
        let own = all.len();
        // "Received A the envoy B, and also met with C": whoever acted before the verb that "and" joins acts on.
        let goes_on_with = article
            && !nominal
            && (sentence.items[at].and || at > 0 && sentence.items[at - 1].is_word("and"))
            && self.earlier.is_some_and(|e| {
                e.spot == self.index
                    && !e.in_title()
                    && !e.nominal
                    && lo > 0
                    && e.at + 1 == lo
                    && !e.camps[e.leads].parties.is_empty()
            })
            && left.len() > 1;
        // "A visit in which he held talks": a clause about the noun before it, whose doer is that of the noun.
        let asyndetic = article
            && !nominal
            && sentence
                .items
                .get(at + 1)
                .is_some_and(|i| i.is_kind("during", "complete") || i.is_kind("in", "complete"))
            && self.earlier.is_some_and(|e| e.spot == self.index && !e.in_title() && e.at < at)
            && sentence.items[at.saturating_sub(5)..at]
                .iter()
                .any(|i| matches!(&i.what, What::Trigger(o) if o.iter().any(|(_, f)| f.is_noun())))
            && !sentence.items[at.saturating_sub(5)..at].iter().any(|i| i.is_mark(","));
        if of_a_thing || goes_on_with || asyndetic {
            left.clear();
        } else if let Some(subject) = self.acted_before() {
            left.clear();
            left.push(all.len());
            all.push(subject);
        } else if let Some(verb) = self.joined_verb(left.iter().map(|&g| &all[g])) {
            // Who acted there acts here.
            let theirs = groups(context, sentence, window(sentence, verb, false).0, verb);
            left.clear();
            if let Some(subject) = theirs.into_iter().rfind(|g| g.marker.is_none()) {
                left.push(all.len());
                all.push(subject);
            }
        }
        let goes_on = self.headline_subject().map(|subject| {
            left.retain(|&g| all[g].start != subject.start);
            left.push(all.len());
            all.push(subject);
            all.len() - 1
        });
        // "…, who had met": whoever stands before the relative.
        let antecedent = mine
            .filter(|r| svo && bare && !left.iter().any(|&g| all[g].start > r.start))
            .and_then(|r| all[..own].iter().rfind(|g| g.end <= r.start && r.start - g.end < 2))
            .map(|g| Group { marker: None, ..g.clone() });
        // "Received A, who handed him a letter": where nouns have cases, the relative in the nominative is whoever stands before.
        let who_acts = || {
            let r = mine
                .filter(|r| svo && !bare && !nominal && form != TriggerForm::Passive && at < r.start + 4)?;
            let relative = &sentence.items[r.start];
            let acts = |g: &usize| {
                let g = &all[*g];
                let him = matches!(sentence.actors[g.members[0]].kind, ActorKind::Pronoun);
                g.marker.is_none() && !him && tags::may_be_nominative(g.tags)
            };
            let named = right.iter().any(acts) || left.iter().any(|&g| all[g].start > r.start);
            if named || relative.first_tags & tags::NOM == 0 || relative.is_kind("relative", "where") {
                return None;
            }
            let who = all[..own].iter().rfind(|g| g.end <= r.start && r.start - g.end < 2)?;
            let person = sentence.actors[who.members[0]].kind.is_person();
            person.then(|| Group { marker: None, tags: who.tags & !tags::CASES | tags::NOM, ..who.clone() })
        };
        // "Met with B, who also received C": where verbs stand first, the preposition before B is that of the meeting.
        let who_received = || {
            let r = mine.filter(|r| self.article && self.vso && !nominal && at == r.start + 1)?;
            let him = sentence.items[r.start].is_kind("relative", "where")
                || self.scan.is_owned(&sentence.items[at]);
            let who = all[..own].iter().rfind(|g| g.end <= r.start && r.start - g.end < 2)?;
            let person = who.members.len() == 1 && sentence.actors[who.members[0]].kind.is_person();
            let with = who.marker.is_some() && person && form != TriggerForm::Passive && !him;
            with.then(|| Group { marker: None, ..who.clone() })
        };
        let who_acts = who_acts().or_else(who_received);
        let mut right = right;
        if let Some(who) = &who_acts {
            // Whoever acted before is the one to whom he does so, as if he were named right after the verb.
            let to = frame
                .roles
                .get("recipient")
                .map(|m| if m.iter().any(|m| m == "dat") { tags::DAT } else { tags::ACC });
            let acted = left.iter().rev().find(|&&g| {
                all[g].marker.is_none() && all[g].start != who.start && all[g].tags & tags::NOM != 0
            });
            if let (Some(to), Some(&acted), true) = (to, acted, at + 1 < sentence.items.len()) {
                let tags = all[acted].tags & !tags::CASES | to;
                let receiver = Group { tags, start: at + 1, end: at + 1, ..all[acted].clone() };
                right.insert(0, all.len());
                all.push(receiver);
            }
            left.clear();
        }
        if let Some(who) = antecedent.or(who_acts) {
            left.retain(|&g| all[g].start != who.start);
            left.push(all.len());
            all.push(who);
        }
        // "On the sidelines of the forum, which CITY hosts, there was a meeting of A with B": behind the clause another is told.
        if let Some(r) =
            mine.filter(|r| svo && !bare && !nominal && sentence.items[r.start].first_tags & tags::CASES != 0)
        {
            let apart = |g: usize| sentence.items[r.end.min(g)..g].iter().any(|i| i.is_word("occurs"));
            right.retain(|&g| !apart(all[g].start));
        }
        if let Some((r, who)) = self.whom(mine, &all[..own]) {
            left.retain(|&g| all[g].start > r.start);
            right.retain(|&g| all[g].start < r.end);
            left.insert(0, all.len());
            all.push(who);
        }
        // "At a meeting with journalists": with whom it was is said, and is no party.
        let private = |i: &Item| {
            matches!(i.what, What::Other { .. })
                || matches!(i.what, What::Name { .. })
                    && !sentence.actors.iter().any(|a| a.items.contains(&(at + 2)))
        };
        if nominal
            && matches!(frame.kind.as_str(), "MEET" | "CALL")
            && svo
            && !bare
            && sentence.items.get(at + 1).is_some_and(|i| i.is_word("with"))
            && sentence.items.get(at + 2).is_some_and(private)
            && !right.iter().any(|&g| all[g].marker.as_deref() == Some("with") && all[g].start < at + 9)
        {
            return None;
        }
        Some(Found { all, own, left, right, adjacent, mine, place_clause, of_a_thing, goes_on })
    }

    /// "A, with whom B met", "A, whom B received": where nouns have cases, whoever stands before the relative is to the verb
    /// what the case of the relative says, or the preposition before it.
    fn whom<'r>(
        &self,
        mine: Option<&'r Range<usize>>,
        groups: &[Group],
    ) -> Option<(&'r Range<usize>, Group)> {
        let Clause { sentence, at, frame, form, nominal, svo, bare, mutual, .. } = *self;
        let r = mine.filter(|r| svo && !bare && !nominal && at < r.start + 8)?;
        let asked = mutual || frame.kind == "MESSAGE";
        if !asked || !(form.is_finite() || form == TriggerForm::Passive) {
            return None;
        }
        let relative = &sentence.items[r.start];
        let cases = relative.first_tags & tags::CASES;
        let comma = (r.start.saturating_sub(2)..r.start).rev().find(|&i| sentence.items[i].is_mark(","))?;
        let marker = match (comma + 1..r.start).next().map(|i| &sentence.items[i].what) {
            None => None,
            Some(What::Word { work, .. }) if matches!(work.as_str(), "with" | "to" | "from") => Some(*work),
            Some(_) => return None,
        };
        if cases == 0 || marker.is_none() && cases & tags::NOM != 0 {
            return None;
        }
        let who = groups.iter().rfind(|g| g.end == comma)?;
        let person = sentence.actors[who.members[0]].kind.is_person();
        person.then(|| (r, Group { marker, tags: who.tags & !tags::CASES | cases, ..who.clone() }))
    }

    /// Whoever opens a title, for a verb that "and" joins to what is told of him: "A in CITY and invites B".
    fn headline_subject(&self) -> Option<Group> {
        let Clause { context, sentence, at, nominal, article, .. } = *self;
        let item = &sentence.items[at];
        let joined = item.and || at > 0 && sentence.items[at - 1].is_word("and");
        if !article || nominal || sentence.scan != 0 || !joined {
            return None;
        }
        let opens = groups(context, sentence, 0, at).into_iter().next()?;
        let acts = opens.marker.is_none() && opens.start < 2 && !super::groups::place_like(sentence, &opens);
        acts.then_some(opens)
    }

    /// "A condemned B and called on C": where nouns have cases, whoever stands in the nominative before the verb to which "and"
    /// joins this one; whom that verb took is no subject of this one.
    fn acted_before(&self) -> Option<Group> {
        let Clause { context, index, sentence, at, nominal, form, svo, bare, .. } = *self;
        if bare || !svo || nominal || at < 3 || !form.is_finite() || !sentence.items[at - 1].is_word("and") {
            return None;
        }
        let e = self.earlier.filter(|e| e.spot == index && !e.in_title() && !e.nominal && e.at + 1 < at)?;
        let told = sentence.items[e.at].is_finite();
        let apart = |i: &Item| matches!(i.what, What::Mark(_)) || i.is_word("relative") || i.is_word("and");
        let several = |i: usize| sentence.items[i].tags & tags::PLURAL;
        if !told || sentence.items[e.at..at - 1].iter().any(apart) || several(e.at) != several(at) {
            return None;
        }
        let before = groups(context, sentence, window(sentence, e.at, false).0, e.at);
        before.into_iter().rfind(|g| g.marker.is_none() && g.tags & tags::NOM != 0)
    }

    /// "A met B and visited C": the verb to which "and" joins this one; whom it took is no subject of this one.
    fn joined_verb<'g>(&self, left: impl Iterator<Item = &'g Group> + Clone) -> Option<usize> {
        let Clause { index, sentence, at, lo, nominal, form, .. } = *self;
        if !sentence.by_order || nominal {
            return None;
        }
        let adverb =
            |i: &Item| matches!(i.what, What::Other { common: true } | What::Time) || i.is_word("list");
        let and = (at > 0 && sentence.items[at - 1].is_word("and")).then(|| at - 1).or_else(|| {
            (at > 1 && adverb(&sentence.items[at - 1]) && sentence.items[at - 2].is_word("and"))
                .then(|| at - 2)
        })?;
        // "Declared a diplomat of B persona non grata and gave him two days": common words end the clause.
        // "In X, the capital of A, and": the comma closes what is put in beside a name.
        let closed = |g: &Group| {
            let comma = |i: &Item| i.is_mark(",");
            and > 0
                && comma(&sentence.items[and - 1])
                && sentence.items[g.start.saturating_sub(5)..g.start].iter().any(comma)
        };
        let ends = |g: &Group| {
            g.end <= and
                && sentence.items[g.end..and - usize::from(closed(g) && g.end < and)].iter().all(|i| match &i
                    .what
                {
                    What::Other { common } => *common,
                    What::Trigger(o) => o.iter().all(|(_, form)| form.is_noun()),
                    // "Met A at the palace and signed".
                    What::Word { work, .. } => {
                        matches!(work.as_str(), "at" | "in" | "on" | "of" | "determiner" | "building")
                    }
                    What::State { form, .. } => {
                        matches!(form, StateForm::City | StateForm::Capital | StateForm::Government)
                    }
                    What::Name { known } => !known,
                    other => matches!(other, What::Time),
                })
        };
        let here = self.earlier.filter(|e| e.spot == index && !e.in_title() && !e.nominal && e.at < at);
        let finite =
            |i: usize| sentence.items[i].is_finite() && !is_passive(sentence, i, TriggerForm::Participle);
        // "A accused B of shelling a camp and called on C": who acts on is the subject of the verb before.
        if matches!(self.frame.kind.as_str(), "APPEAL" | "RECALL" | "EXPEL" | "SUMMON")
            && let Some(verb) = lo.checked_sub(1).filter(|v| *v < and && finite(*v))
            && here.is_none_or(|e| e.at == verb || !finite(e.at))
            && !self.scan.also_does(&sentence.items[verb], "saying")
            && !sentence.items[verb..and]
                .iter()
                .any(|i| matches!(i.what, What::Mark(_)) || i.is_word("relative"))
            && left.clone().next().is_some()
            && left.clone().all(|g| g.start > verb)
        {
            return Some(verb);
        }
        // "A rejected the deal and recalled its envoy": a verb that told no event has the subject as well.
        let Some(earlier) = here else {
            let verb = lo.checked_sub(1).filter(|v| *v < and)?;
            let joined = !sentence.items[verb..and].iter().any(|i| matches!(i.what, What::Mark(_)));
            // "Landed at the airport and was received by B".
            let does = form.is_finite() || form == TriggerForm::Passive;
            return (does && finite(verb) && joined && left.clone().next().is_none()).then_some(verb);
        };
        (left.clone().last().is_some_and(ends) && left.clone().all(|g| g.start > earlier.at))
            .then_some(earlier.at)
    }

    /// Those on either side of the trigger with its subject and object; None where what looks like a verb is a noun.
    pub(super) fn reach<'g>(&self, found: &'g Found<'g>) -> Option<Reach<'g>> {
        let Clause {
            context, sentence, scan, at, frame, form, nominal, unordered, svo, bare, article, ..
        } = *self;
        let place = |list: &[usize]| list.iter().map(|&g| &found.all[g]).collect::<Vec<&Group>>();
        let (left, right) = (place(&found.left), place(&found.right));
        let (mut subject, mut object) = subject_and_object(context, sentence, at, frame, form, &left, &right);
        if let Some(g) = found.goes_on {
            let free = |g: &&&Group| g.marker.is_none() && !place_like(sentence, g);
            (subject, object) = (Some(&found.all[g]), right.iter().find(free).copied());
        }
        // "Strikes on X": whom the noun's own preposition governs does not act.
        if nominal
            && svo
            && (!bare || self.tail == Some("to"))
            && subject.is_some_and(|s| Some(s.start) == found.adjacent)
            && self.tail.is_some_and(|t| frame.roles.values().flatten().any(|m| m == t))
        {
            subject = None;
        }
        // "A visit that the minister had announced": whoever tells of it is no visitor.
        if nominal
            && frame.kind == "VISIT"
            && sentence.by_order
            && subject.is_some_and(|s| {
                let items = &sentence.items;
                let opens = items[..s.start].iter().rev().find(|i| !i.is_word("determiner"));
                let says = items[s.end..].iter().take(3).any(|i| i.is_word("saying"));
                s.start > at && says && opens.is_some_and(|i| i.is_word("relative"))
            })
        {
            subject = None;
        }
        // "Prepares for a visit of Japan": the state after the noun is visited by whoever stands before.
        if nominal
            && frame.kind == "VISIT"
            && article
            && let Some(aim) = subject.filter(|g| {
                g.start == at + 1
                    && g.marker.is_none()
                    && g.members
                        .iter()
                        .all(|&m| matches!(sentence.actors[m].kind, ActorKind::State(StateForm::Name)))
            })
            && let Some(guest) = left.iter().rev().copied().find(|g| {
                g.marker.is_none()
                    && g.members.iter().any(|&m| {
                        matches!(sentence.actors[m].kind, ActorKind::Official(_) | ActorKind::Person(_))
                    })
            })
        {
            (subject, object) = (Some(guest), Some(aim));
        }
        // "During his meeting with", "a meeting that brought him together with": whoever was named before.
        let mut owned_by = scan.is_owned(&sentence.items[at]);
        if owned_by && article {
            let free = |g: &&&Group| g.marker.is_none() && !place_like(sentence, g);
            let owner = left.iter().rev().find(free).copied();
            let party =
                |g: &&&Group| !matches!(sentence.actors[g.members[0]].kind, ActorKind::Institution { .. });
            let other = right.iter().filter(party).find(free).copied();
            let known = |g: &&Group| context.party(&sentence.actors[g.members[0]]).is_some();
            owned_by = !nominal || owner.is_none() && other.is_some();
            // "His condemnation of", "his invitation": whoever stands after it does not act.
            if nominal
                && subject.is_some_and(|s| s.start > at)
                && matches!(frame.kind.as_str(), "STATEMENT" | "APPEAL" | "INVITE" | "THREATEN")
            {
                (subject, object) = (owner, subject);
            } else if nominal {
                // "On his reception": he was received.
                if other.is_some() && owner.as_ref().is_some_and(known) {
                    (subject, object) = (owner, other);
                }
            } else if !frame.roles.values().flatten().any(|m| m == "subject") {
                object = owner.or(other);
            }
        }
        // In a text a verb in the present stands by its subject; elsewhere what looks like one is a noun ("key issues").
        if form == TriggerForm::Present
            && svo
            && bare
            && sentence.scan == 1
            && !frame.we
            && !subject.is_some_and(|s| s.end <= at && leads(sentence, s.end, at))
            && !sentence.items[at.saturating_sub(2)..at].iter().any(|i| i.is_word("and"))
        {
            return None;
        }
        // "The nutrition study", "host countries": a bare infinitive follows a word that asks for one; elsewhere it is a noun.
        if form == TriggerForm::Infinitive
            && svo
            && bare
            && sentence.scan == 1
            && !asks_infinitive(scan, sentence, at)
        {
            return None;
        }
        // "The governments of A and B agreed": those whose they are.
        let owners = || {
            // "The plane of X landed": his journey.
            let official = |m: &usize| sentence.actors[*m].kind.is_person();
            let joint = |g: &&&Group| {
                (g.members.len() > 1 || frame.kind == "VISIT" && g.members.iter().all(official))
                    && matches!(g.marker.as_deref(), Some("of" | "from"))
            };
            left.iter().rev().find(joint).copied()
        };
        let owner = ((unordered || frame.kind == "VISIT")
            && !nominal
            && svo
            && bare
            && subject.is_none_or(|s| s.end > at))
        .then(owners)
        .flatten();
        // "The plane of X landed", where nouns have cases.
        let aboard = (frame.mode.as_deref() == Some("flight")).then(|| {
            left.iter().rev().copied().find(|g| {
                g.marker.is_none()
                    && g.tags & tags::GEN != 0
                    && sentence.actors[g.members[0]].kind.is_person()
            })
        });
        let subject = owner.or(aboard.unwrap_or(subject));
        // "Meeting X in Y, Z said": who does it follows.
        let (subject, object) =
            opening_gerund(sentence, at, form, &left, &right).unwrap_or((subject, object));
        Some(Reach {
            left,
            right,
            subject,
            object,
            mine: found.mine,
            place_clause: found.place_clause,
            of_a_thing: found.of_a_thing,
            owned_by,
        })
    }
}
