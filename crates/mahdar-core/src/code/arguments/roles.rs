//! From groups to the roles of a frame: by markers, and by what the clause says where no marker tells.

use super::clause::{dateline, relatives, tail, window};
use super::groups::{Group, aimed, groups, housed, is_city, place_like, told_first};
use super::reach::{Found, Reach};
use super::{Clause, Role};
use crate::Slug;
use crate::code::{Context, Sentence};
use crate::detect::person::{Actor, ActorKind};
use crate::detect::{Item, Scan, What};
use crate::pack::{Frame, Sense, StateForm, TriggerForm, tags};

/// Within how many items after their state those stand who suffered.
const STRICKEN: usize = 8;

/// "Met with A, and separately with B": the same preposition after "and" names another whom somebody met.
fn with_both(
    sentence: &Sentence,
    right: &[&Group],
    glued: Option<usize>,
    used: &mut Vec<usize>,
    roles: &mut Vec<Role>,
) {
    let with = |g: &Group| g.marker.as_deref() == Some("with");
    let met = |g: &&&Group| (with(g) || glued == Some(g.start)) && used.contains(&g.start);
    let Some(first) = right.iter().find(met) else { return };
    let mut end = first.end;
    for g in right.iter().filter(|g| with(g) && g.start > first.start) {
        let between = &sentence.items[end.min(g.start)..g.start];
        let joined = between.iter().rev().take(3).any(|i| i.is_word("and"));
        // "And another one with B".
        let apart = |i: &Item| matches!(i.what, What::Trigger(_)) || i.is_word("relative");
        let plain = |i: &&Item| matches!(i.what, What::Other { .. });
        let more = between.iter().rev().take_while(|i| !i.is_word("and")).filter(plain).count() > 1;
        if used.contains(&g.start) || !joined || more || between.iter().any(apart) {
            return;
        }
        used.push(g.start);
        roles.push(("party", g.members.clone()));
        end = g.end;
    }
}

/// How many items may stand between two commas behind whoever travels.
const ASIDE: usize = 8;

impl Clause<'_> {
    /// "In A's statement support for B was voiced", "under A's sanctions fell three firms": whose the noun is that stands right
    /// before it, ahead of the verb.
    fn owns_before(&self, who: &Group) -> bool {
        let noun = |i: &Item| match &i.what {
            What::Other { .. } | What::Institution { .. } => true,
            What::Word { work, .. } => matches!(work.as_str(), "document" | "blow" | "craft" | "authority"),
            What::Trigger(o) => o.iter().all(|(_, form)| form.is_noun()),
            _ => false,
        };
        who.end <= self.at
            && who.marker.is_none()
            && who.start > 0
            && who.tags & tags::GEN != 0
            && noun(&self.sentence.items[who.start - 1])
    }

    /// Stands in the genitive right behind the letter that the verb hands over.
    fn owns_letter(&self, who: &Group) -> bool {
        if self.owns_letter_sent(who) {
            return true;
        }
        if who.start <= self.at || who.tags & tags::GEN == 0 {
            return false;
        }
        let letter = &self.sentence.items[who.start - 1];
        let taken = || self.scan.matches[letter.end - 1].iter().any(|m| m.last_tags & tags::ACC != 0);
        match who.start == self.at + 1 {
            true => letter.end > letter.start + 1 && taken(),
            false => self.scan.is_noun_of(letter, &self.frame.kind),
        }
    }

    /// "The letter of A was handed to B": whose letter it is stands behind it in the genitive, before a passive.
    fn owns_letter_sent(&self, who: &Group) -> bool {
        let Clause { sentence, scan, at, frame, form, svo, bare, .. } = *self;
        let asked = svo && !bare && frame.kind == "MESSAGE" && form == TriggerForm::Passive;
        if !asked || who.end > at || who.start == 0 || who.marker.is_some() || who.tags & tags::GEN == 0 {
            return false;
        }
        let letter = &sentence.items[who.start - 1];
        scan.is_noun_of(letter, "MESSAGE") || matches!(letter.what, What::Other { .. })
    }

    /// "[The guest] of A was B": whose guest stands behind the noun of the phrase, before its verb.
    fn is_whose_guest(&self, who: &Group) -> bool {
        let Clause { sentence, at, frame, nominal, svo, bare, .. } = *self;
        let asked = svo && !bare && !nominal && frame.kind == "MEET" && who.end <= at && who.marker.is_none();
        let noun = |i: &Item| {
            i.tags & tags::INS != 0 && (i.is_word("pronoun") || matches!(i.what, What::Other { .. }))
        };
        asked && who.start > 0 && noun(&sentence.items[who.start - 1])
    }

    /// The roles that the markers of the frame give to the groups around the trigger.
    pub(super) fn by_markers(&self, around: &Found, reach: &Reach) -> Vec<Role> {
        let Clause {
            context,
            sentence,
            scan,
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
        let Reach { ref left, ref right, subject, object, .. } = *reach;
        let mut used: Vec<usize> = Vec::new();
        let mut roles: Vec<(&str, Vec<usize>)> = Vec::new();
        // "host" and "guest", "actor" and "recipient" in this order; "party" takes every group that fits.
        let names = ["host", "actor", "guest", "recipient", "party"];
        // "Talks between A and B": nobody else is meant.
        let stands = |g: &&Group| g.marker.as_deref() == Some("between") && g.members.len() > 1;
        // "The talks focused on the dialogue between A and B": whose dialogue it is.
        let others = |g: &&Group| {
            sentence.by_order
                && sentence.items[at + 1..g.start]
                    .iter()
                    .rev()
                    .find(|i| !i.is_word("between") && !i.is_word("determiner"))
                    .is_some_and(|i| i.is_word("gathering"))
        };
        let between = right.iter().copied().filter(|_| nominal && mutual).find(stands).filter(|g| !others(g));
        // "The parliament [of A, the] between A and B treaty ratified": those whose document it is. "[Of A and B the] treaty-DAT
        // [in CITY] was signed" too, where nobody else is said to have signed it.
        let owned = |g: &&Group| {
            let theirs = |i: &Item| {
                let marks = i.tags | scan.ending(i.end - 1);
                i.is_word("document") && marks & tags::POSS != 0 && marks & (tags::DAT | tags::ACC) != 0
            };
            let free = g.marker.is_none() && g.members.len() > 1 && g.own & tags::GEN != 0;
            free && g.end < at && sentence.items[g.end..at].iter().any(theirs)
        };
        let document = || {
            let mine = left.iter().copied().rfind(stands);
            if form == TriggerForm::Passive && mine.is_none() {
                return left.iter().copied().rfind(owned);
            }
            let mine = mine?;
            let party = |m: &usize| self.context.party(&sentence.actors[*m]);
            let doer = subject.filter(|s| s.start != mine.start)?;
            let one_of_them =
                |m: &usize| party(m).is_none_or(|p| mine.members.iter().any(|o| party(o) == Some(p)));
            doer.members.iter().all(one_of_them).then_some(mine)
        };
        let between =
            between.or_else(|| (frame.kind == "SIGN" && self.sov && !nominal).then(document).flatten());
        if let Some(group) = between
            && frame.roles.values().any(|m| m.iter().any(|m| m == "between"))
        {
            let mut members = group.members.clone();
            // "[The] between A and B treaty X and Y signed": who signed it for them.
            let signs = |m: &usize| matches!(sentence.actors[*m].kind, ActorKind::Person(_));
            let doer = subject.filter(|s| !nominal && s.start != group.start);
            members.extend(doer.into_iter().flat_map(|s| &s.members).copied().filter(signs));
            roles.push(("party", members));
        }
        let of_several =
            || subject.is_some_and(|s| s.members.len() > 1 || !sentence.actors[s.members[0]].more.is_empty());
        for name in names.into_iter().filter(|_| between.is_none()) {
            let Some(markers) = frame.roles.get(name) else { continue };
            for marker in markers {
                let mut found: Vec<&Group> = Vec::new();
                match marker.as_str() {
                    "subject" => {
                        found.extend(subject);
                        // "A and, being in the country, B signed": another nominative before the verb.
                        if name == "party" && !nominal && !bare && svo {
                            let nominative = |g: &&&Group| {
                                g.marker.is_none()
                                    && g.tags & tags::NOM != 0
                                    && g.tags & (tags::GEN | tags::DAT | tags::ACC) == 0
                                    && !place_like(sentence, g)
                            };
                            found.extend(
                                left.iter()
                                    .rev()
                                    .filter(nominative)
                                    .filter(|g| subject.is_some_and(|s| s.end <= at && s.start != g.start))
                                    .copied(),
                            );
                        }
                        // "A [with whom he spoke by phone] to B": before a participle stands the other of the two.
                        let company = |g: &&Group| g.tags & tags::INS != 0 || g.marker.is_some();
                        if name == "party"
                            && self.sov
                            && mutual
                            && !nominal
                            && subject.is_some_and(|s| s.start == at + 1 && s.members.len() == 1)
                            && !left.iter().any(company)
                        {
                            let who = |g: &&&Group| {
                                g.tags & tags::CASES & !tags::NOM == 0
                                    && sentence.actors[g.members[0]].kind.is_people()
                            };
                            found.extend(left.iter().find(who).copied());
                        }
                    }
                    // "Handed over the letter of the president of A": whose letter it is wrote it.
                    "object"
                        if matches!(frame.kind.as_str(), "MESSAGE" | "INVITE")
                            && svo
                            && !bare
                            && !nominal
                            && object.is_some_and(|o| self.owns_letter(o)) => {}
                    "object" => found.extend(object),
                    // "A and B discussed relations between C and D": what they spoke about.
                    "between" if sentence.by_order && !nominal && name == "party" && of_several() => {}
                    // "A and B held an exercise near C", "announced a truce between the army of C and": where the two are the
                    // subject, and nouns have cases, nobody else is told without "with".
                    "between" | "in" | "on" | "at" | "to" | "from" | "of" | "dat" | "gen"
                        if svo && !bare && !nominal && name == "party" && of_several() => {}
                    // "Had talks on a truce brokered by C": who stands after it did something else.
                    "by" if sentence.by_order
                        && unordered
                        && (matches!(
                            form,
                            TriggerForm::Gerund | TriggerForm::Present | TriggerForm::Infinitive
                        ) || form == TriggerForm::Past && subject.is_some_and(|s| s.end <= at)) => {}
                    // "Received A, who had come at the invitation of B": whoever receives stands before the verb.
                    "by" if svo
                        && !bare
                        && name == "host"
                        && form == TriggerForm::Past
                        && subject.is_some_and(|s| s.end <= at) => {}
                    "of" if nominal => {
                        found.extend(subject);
                        found.extend(right.iter().copied().find(|g| g.marker.as_deref() == Some("of")));
                    }
                    // "Sent condolences on [somebody's] death": a finite verb that holds nothing of somebody's has no
                    // doer in the genitive.
                    "gen"
                        if self.sov
                            && !nominal
                            && matches!(name, "actor" | "host")
                            // "A's aircraft landed": a frame that begins with the owner tells of what is his.
                            && markers.first().is_none_or(|m| m != "gen")
                            // "A's visit was put off".
                            && !(frame.kind == "VISIT" && form == TriggerForm::Passive)
                            && !scan.is_possessed(&sentence.items[at]) => {}
                    // "Condemned the strike of A-ian drones": whoever stands in the genitive behind the verb does not speak.
                    "gen"
                        if svo
                            && !bare
                            && !nominal
                            && name == "actor"
                            && matches!(frame.kind.as_str(), "STATEMENT" | "APPEAL" | "THREATEN") => {}
                    "owner" => {
                        found.extend(around.all[..around.own].iter().filter(|g| self.owns_before(g)));
                    }
                    case @ ("nom" | "gen" | "dat" | "acc" | "ins" | "loc" | "abl") => {
                        let bit = tags::bit(case);
                        // "Him the president called": a call has two ends, and a pronoun that shows no case is one.
                        let called = |g: &Group| {
                            case == "dat"
                                && frame.kind == "CALL"
                                && !nominal
                                && g.tags & tags::CASES == 0
                                && matches!(sentence.actors[g.members[0]].kind, ActorKind::Pronoun)
                        };
                        found.extend(around.all[..around.own].iter().filter(|g| {
                            g.marker.is_none()
                                && (g.tags & bit != 0 || called(g))
                                // "The embassy that is in B": it says which embassy, not where somebody acts.
                                && !(case == "loc" && name == "actor" && g.tags & tags::ATTR != 0)
                                && !housed(sentence, g)
                                && !(case == "gen" && self.beyond_its_noun(g))
                                && (self.sov
                                    || g.start > at
                                    || case == "dat"
                                    || case == "ins" && self.by_whom(g)
                                    || case == "gen" && name == "actor" && self.owns_letter_sent(g)
                                    || case == "gen" && matches!(name, "host" | "party") && self.is_whose_guest(g)
                                    || case == "gen" && name == "recipient" && !nominal && told_first(sentence, g))
                                // Where owners stand before what is theirs, one after the noun owns something else.
                                && !(self.sov && nominal && case == "gen" && g.start > at)
                                && !(case == "dat"
                                    && matches!(frame.kind.as_str(), "MEET" | "CALL")
                                    && matches!(sentence.actors[g.members[0]].kind, ActorKind::State(_)))
                        }));
                    }
                    word => {
                        // "Arrived in", "conferred with": the trigger's own last word marks what follows.
                        if tail == Some(word) {
                            found.extend(right.iter().find(|g| Some(g.start) == around.adjacent).copied());
                        }
                        // "An invitation on the part of A".
                        let part = |g: &Group| {
                            word == "from"
                                && g.start > 0
                                && sentence.items[g.start - 1].is_kind("by", "agent")
                        };
                        // "After a visit to A he met": what a noun before the verb governs is no side of the verb.
                        let governed = |g: &Group| {
                            article
                                && !nominal
                                && g.end <= at
                                && sentence.items[lo..g.start]
                                    .iter()
                                    .any(|i| matches!(i.what, What::Trigger(_)))
                        };
                        // "A call from A, on a truce brokered by C".
                        let beyond = |g: &Group| {
                            sentence.by_order
                                && nominal
                                && unordered
                                && word == "by"
                                && g.start > at
                                && sentence.items[at..g.start].iter().any(|i| i.is_mark(","))
                        };
                        // "Ties between A and B, in light of the talks": whose something else is.
                        let others = |g: &Group| {
                            sentence.by_order
                                && (nominal || form == TriggerForm::Participle)
                                && word == "between"
                                && g.end <= at
                                && sentence.items[g.end..at].iter().any(|i| i.is_mark(","))
                        };
                        // "A meeting at the invitation of A": whoever does not chair it need not be there.
                        let invites = |g: &Group| {
                            word == "by"
                                && svo
                                && !bare
                                && nominal
                                && frame.kind == "MEET"
                                && !sentence.is_chair(g.start)
                        };
                        // "In CITY, A imposed sanctions": where that was told.
                        let told_in =
                            |g: &Group| frame.kind == "SANCTION" && word == "in" && bare && g.end <= at;
                        // "His reception [at] the airport on his visit to A": nobody is received but people.
                        let nobody = |g: &Group| {
                            article
                                && word == "to"
                                && name == "guest"
                                && matches!(sentence.actors[g.members[0]].kind, ActorKind::State(_))
                        };
                        found.extend(
                            right
                                .iter()
                                .chain(left.iter())
                                .filter(|g| {
                                    !nobody(g)
                                        && (g.marker.as_deref() == Some(word) && !beyond(g) || part(g))
                                        && !told_in(g)
                                        && !invites(g)
                                        && !governed(g)
                                        && !others(g)
                                })
                                .copied(),
                        );
                    }
                }
                // "For the summit of the organisation he goes to CITY": the city, or its state, is where he goes.
                let lands = |a: &Actor| {
                    matches!(a.kind, ActorKind::State(form) if form != StateForm::Adjective)
                        && a.items.start >= lo
                        && a.items.end <= hi
                        && aimed(scan, sentence, a)
                };
                if frame.kind == "VISIT"
                    && name == "recipient"
                    && scan.pack.features.complement_before
                    && sentence.actors.iter().any(lands)
                {
                    found.retain(|g| !matches!(sentence.actors[g.members[0]].kind, ActorKind::Organisation));
                }
                // "Arrived in CITY to take part in the summit of the organisation", where what he comes for stands last.
                if frame.kind == "VISIT"
                    && name == "recipient"
                    && article
                    && let Some(land) = sentence.actors.iter().find(|a| {
                        matches!(a.kind, ActorKind::State(form) if form != StateForm::Adjective)
                            && a.items.start > at
                            && a.items.end <= hi
                            && (a.items.start == at + 1
                                || a.marker.is_some_and(|m| frame.roles["recipient"].contains(&m)))
                    })
                {
                    let after = |g: &&Group| {
                        g.start >= land.items.end
                            && matches!(sentence.actors[g.members[0]].kind, ActorKind::Organisation)
                    };
                    found.retain(|g| !after(g));
                }
                // "Will visit A to take part in the summit of the organisation": it is A that is visited.
                let visited = |g: &&Group| {
                    g.marker.is_none()
                        && g.start > at
                        && (g.tags & tags::CASES == 0 || g.tags & tags::ACC != 0)
                        && matches!(sentence.actors[g.members[0]].kind, ActorKind::State(form) if form != StateForm::Adjective)
                };
                if frame.kind == "VISIT"
                    && name == "recipient"
                    && svo
                    && !bare
                    && !nominal
                    && let Some(land) = right.iter().copied().find(visited)
                {
                    let after = |g: &&Group| {
                        g.start >= land.end
                            && matches!(sentence.actors[g.members[0]].kind, ActorKind::Organisation)
                    };
                    found.retain(|g| !after(g));
                }
                // A city stands for its state only where one goes there, something is done to it, or it holds a gathering.
                let reaches = matches!(frame.kind.as_str(), "VISIT" | "FORCE" | "AID") && name == "recipient"
                    || frame.kind == "HOST" && name == "actor" && svo && !bare;
                // A capital after "in" is where they met.
                let where_ = |g: &Group| {
                    unordered
                        && article
                        && frame.kind != "COOPERATE"
                        && matches!(g.marker.as_deref(), Some("with-b" | "in"))
                        && (matches!(sentence.actors[g.members[0]].kind, ActorKind::State(StateForm::Capital))
                            // "With the ambassador of A in B": where he serves.
                            || nominal
                                && matches!(sentence.actors[g.members[0]].kind, ActorKind::State(_))
                                && sentence.actors.iter().any(|a| {
                                    a.items.end == g.start
                                        && matches!(&a.kind, ActorKind::Official(o) if scan.pack.envoys.contains(&o.position))
                                }))
                };
                found
                    .retain(|g| !used.contains(&g.start) && (reaches || !is_city(sentence, g)) && !where_(g));
                // "A closed the embassy of B in CITY": where A itself is, nobody else suffers.
                let acts = roles
                    .iter()
                    .find(|(n, _)| *n == "actor")
                    .and_then(|(_, m)| context.party(&sentence.actors[m[0]]));
                let at_home = |g: &Group| {
                    matches!(g.marker.as_deref(), Some("in" | "with-b"))
                        && g.members.len() == 1
                        && acts.is_some()
                        && context.party(&sentence.actors[g.members[0]]) == acts
                };
                found.retain(|g| !(article && name == "recipient" && at_home(g)));
                found.dedup_by_key(|g| g.start);
                // An unordered meeting has two groups: who is first, and who stands under the first marker that fits.
                let many = name == "party";
                let room = if many { 2usize.saturating_sub(roles.len()) } else { 1 };
                for group in found.into_iter().take(room) {
                    used.push(group.start);
                    roles.push((name, group.members.clone()));
                }
                if !many && roles.iter().any(|(n, _)| *n == name) {
                    break;
                }
            }
        }
        if sentence.by_order && unordered {
            let glued = around.adjacent.filter(|_| tail == Some("with"));
            with_both(sentence, right, glued, &mut used, &mut roles);
        }
        roles
    }

    /// "The attack in A, the ministry of B says in a statement": a genitive beyond a comma is none of the noun's.
    fn beyond_its_noun(&self, group: &Group) -> bool {
        let Clause { sentence, at, nominal, svo, bare, .. } = *self;
        nominal
            && svo
            && !bare
            && group.start > at
            && sentence.items[at + 1..group.start].iter().any(|i| i.is_mark(","))
            && sentence.items[group.start - 1].tags & tags::LOC != 0
    }

    /// "By the government of A sanctions were imposed": before a passive the doer in the instrumental.
    fn by_whom(&self, group: &Group) -> bool {
        self.svo && self.form == TriggerForm::Passive && group.tags & tags::CASES == tags::INS
    }

    /// "A imposed, jointly with B, sanctions on C": whoever acts along with the doer does it too.
    pub(super) fn jointly(&self, reach: &Reach, roles: &mut [Role]) {
        let Clause { sentence, frame, unordered, article, .. } = *self;
        let alone = matches!(frame.kind.as_str(), "VISIT" | "CREDENTIALS" | "MESSAGE" | "INVITE" | "SUMMON");
        if !article || unordered || alone {
            return;
        }
        let along = |g: &&&Group| g.start > 0 && sentence.items[g.start - 1].is_kind("with", "along");
        let with = reach.right.iter().chain(&reach.left).filter(along);
        let with: Vec<usize> = with.flat_map(|g| g.members.clone()).collect();
        let Some(doer) = roles.iter().position(|(name, m)| *name == "actor" && !with.contains(&m[0])) else {
            return;
        };
        roles[doer].1.extend(with);
    }

    /// "Condemned a statement of the ministry of A the raid on B": where a paper is the subject of the verb, whose it is speaks.
    pub(super) fn stated(&self, reach: &Reach, roles: &mut Vec<Role>) {
        let Clause { sentence, at, frame, nominal, article, .. } = *self;
        let says = matches!(frame.kind.as_str(), "STATEMENT" | "APPEAL" | "THREATEN");
        let paper = |i: &Item| i.is_kind("document", "declaration") && i.marker == 0 && !i.and;
        if !says || nominal || !article || !sentence.items.get(at + 1).is_some_and(paper) {
            return;
        }
        let whose = |g: &&&Group| {
            g.start <= at + 4 && matches!(g.marker.as_deref(), None | Some("to" | "from" | "of"))
        };
        let Some(whose) = reach.right.first().filter(whose) else { return };
        roles
            .retain(|(name, members)| *name != "actor" && !members.iter().any(|m| whose.members.contains(m)));
        roles.insert(0, ("actor", whose.members.clone()));
    }

    /// "Urged citizens to leave A", "urged to support A": whom or what they are to do it to is not asked.
    pub(super) fn not_asked(&self, roles: &mut Vec<Role>) {
        let Clause { sentence, at, frame, nominal, svo, bare, .. } = *self;
        if frame.kind != "APPEAL" || nominal || !svo || bare {
            return;
        }
        let beyond = |m: &usize| {
            let actor = &sentence.actors[*m];
            let land = matches!(actor.kind, ActorKind::State(StateForm::Name) | ActorKind::Organisation);
            if !land || actor.marker.is_some() || actor.items.start <= at {
                return false;
            }
            let between = &sentence.items[at + 1..actor.items.start];
            // "Urged both neighbours, A and B, to": named beside the word for them.
            if between.iter().any(|i| matches!(i.what, What::Mark(_) | What::Both)) {
                return false;
            }
            let word = |i: &&Item| matches!(i.what, What::Other { .. } | What::Trigger(_));
            let words = between.iter().filter(word).count();
            match actor.tags & tags::CASES {
                0 => words > 1,
                cases => words > 0 && cases & tags::GEN == 0 && cases & tags::ACC != 0,
            }
        };
        roles.retain(|(name, members)| *name != "recipient" || !members.first().is_some_and(beyond));
    }

    /// "Insists that A stop": of whom the clause tells what is asked, he is asked.
    pub(super) fn asked_for(&self, roles: &mut Vec<Role>) {
        let Clause { context, sentence, at, frame, nominal, svo, bare, .. } = *self;
        let told = roles.iter().any(|(name, _)| *name == "recipient");
        if bare || !svo || nominal || told || frame.kind != "APPEAL" {
            return;
        }
        let end = sentence.items.len().min(at + 5);
        let Some(that) = (at + 1..end).find(|&i| sentence.items[i].is_kind("relative", "purpose")) else {
            return;
        };
        let all = groups(context, sentence, that, sentence.items.len());
        let asked = all.into_iter().find(|g| g.marker.is_none() && g.start <= that + 6);
        roles.extend(asked.map(|g| ("recipient", g.members)));
    }

    /// "With the participation of A and B an exercise took place": where verbs stand last, those listed before the formula.
    fn took_part(&self, roles: &mut Vec<Role>) {
        let Clause { context, sentence, scan, at, frame, sov, .. } = *self;
        let place = |m: &usize| sentence.actors[*m].tags & tags::LOC != 0;
        if !sov || frame.kind != "COOPERATE" || !roles.iter().flat_map(|(_, m)| m).all(place) {
            return;
        }
        let listed = |i: &Item| matches!(i.what, What::Attendance { index, .. } if scan.pack.attendances[index].list_before);
        let Some(formula) = sentence.items[..at].iter().rposition(listed) else { return };
        let many = |g: &Group| {
            let codes = g
                .members
                .iter()
                .map(|&m| usize::from(sentence.actors[m].party.is_some()) + sentence.actors[m].more.len());
            codes.sum::<usize>() > 1
        };
        if let Some(group) = groups(context, sentence, 0, formula).into_iter().rfind(many) {
            *roles = vec![("party", group.members)];
        }
    }

    /// "A hosts a conference on B with the participation of C and D": those whom the list behind it tells are its guests, and no
    /// state that its name bears. Whoever hosts one himself meets them there.
    fn hosted_with(&self, roles: &mut Vec<Role>) {
        let Clause { context, sentence, scan, at, frame, nominal, .. } = *self;
        let state = |m: &usize| matches!(sentence.actors[*m].kind, ActorKind::State(_));
        let named = |(_, members): &Role| members.iter().all(state);
        if frame.kind != "HOST" || nominal || !scan.has_article() || !roles.iter().all(named) {
            return;
        }
        let opens = |i: &Item| matches!(i.what, What::Attendance { index, .. } if scan.pack.attendances[index].of == "any");
        let ends = |i: &Item| i.is_word("relative") || i.is_mark(";:.");
        let Some(list) = (at + 1..sentence.items.len())
            .take_while(|&i| !ends(&sentence.items[i]))
            .find(|&i| opens(&sentence.items[i]))
        else {
            return;
        };
        let Some(guests) = groups(context, sentence, list + 1, sentence.items.len()).into_iter().next()
        else {
            return;
        };
        let told = guests.members.iter().any(|&m| context.party(&sentence.actors[m]).is_some());
        if guests.start <= list + 2 && told {
            roles.retain(|(role, _)| *role == "actor");
            roles.push(("recipient", guests.members));
        }
    }

    /// "A held in CITY talks with B": the noun of the verb told before it, which has told both.
    pub(super) fn held_by_the_verb(&self, roles: &[Role]) -> bool {
        let Clause { context, index, sentence, at, frame, nominal, svo, bare, earlier, .. } = *self;
        if self.object_of_the_verb(roles) {
            return true;
        }
        let [(_, members)] = roles else { return false };
        let told = |e: &&crate::code::Draft| {
            let parties = e.all_parties();
            let apart = |i: &Item| {
                i.is_word("and")
                    || i.is_word("but")
                    || matches!(i.what, What::Mark(',' | ';' | ':' | '–') | What::Trigger(_))
            };
            e.kind == "MEET"
                && !e.nominal
                && e.spot == index
                && e.at < at
                && at < e.at + 7
                && parties.len() > 1
                && !sentence.items[e.at + 1..at].iter().any(apart)
                && members
                    .iter()
                    .all(|&m| context.party(&sentence.actors[m]).is_some_and(|p| parties.contains(&p)))
        };
        frame.kind == "MEET" && nominal && svo && !bare && earlier.filter(told).is_some()
    }

    /// "A held [closed-door] talks before the meeting of C": the noun right behind the verb whose object it is; who stands
    /// farther behind it is no party of other talks.
    fn object_of_the_verb(&self, roles: &[Role]) -> bool {
        let Clause { context, index, sentence, at, frame, svo, bare, earlier, .. } = *self;
        let Some(e) = earlier.filter(|e| frame.kind == "MEET" && e.kind == "MEET" && svo && bare) else {
            return false;
        };
        // Adjectives may stand between.
        let between = |i: &Item| matches!(i.what, What::Other { .. }) || i.is_word("determiner");
        if e.nominal
            || e.spot != index
            || e.at >= at
            || at > e.at + 4
            || !sentence.items[e.at + 1..at].iter().all(between)
        {
            return false;
        }
        let parties = e.all_parties();
        let named = |m: &usize| context.party(&sentence.actors[*m]);
        let here: Vec<_> = roles.iter().flat_map(|(_, m)| m).filter_map(named).collect();
        parties.len() > 1 && !parties.iter().all(|p| here.contains(p))
            || here.iter().all(|p| parties.contains(p))
    }

    /// "An exchange of prisoners took place: A freed ten, B and C freed five": whoever the clause after the colon names.
    pub(super) fn exchanged(&self, roles: &mut Vec<Role>) {
        let Clause { context, sentence, at, frame, nominal, svo, bare, .. } = *self;
        let colon = sentence.items.get(at + 1).is_some_and(|i| i.is_mark(":"));
        if frame.kind != "COOPERATE" || !nominal || !svo || bare || !colon {
            return;
        }
        let acts = |g: &Group| {
            g.marker.is_none()
                && (g.tags & tags::CASES == 0 || g.tags & (tags::NOM | tags::DAT) != 0)
                && matches!(
                    sentence.actors[g.members[0]].kind,
                    ActorKind::State(StateForm::Name | StateForm::Government) | ActorKind::Organisation
                )
        };
        let there = groups(context, sentence, at + 2, sentence.items.len()).into_iter().filter(acts);
        let members: Vec<usize> = there.flat_map(|g| g.members).collect();
        let mut parties: Vec<Slug> =
            members.iter().filter_map(|&m| context.party(&sentence.actors[m])).collect();
        parties.sort();
        parties.dedup();
        if parties.len() > 1 {
            *roles = vec![("party", members)];
        }
    }

    /// "Talks took place, in the course of which A said": who spoke there does not say who talked, those told before did.
    pub(super) fn in_course_of(&self, roles: &mut Vec<Role>) {
        let Clause { index, sentence, at, frame, nominal, svo, bare, earlier, .. } = *self;
        let after = &sentence.items[at + 1..];
        let which = after.first().is_some_and(|i| i.is_mark(","))
            && after.iter().skip(1).take(3).any(|i| i.is_word("relative"));
        let told = |e: &crate::code::Draft| {
            e.spot < index && e.spot + 3 >= index && e.camps.iter().all(|c| !c.parties.is_empty())
        };
        if frame.kind != "MEET" || !nominal || !svo || bare || !which || !earlier.is_some_and(told) {
            return;
        }
        let beyond = |m: &usize| sentence.actors[*m].items.start > at;
        if roles.iter().flat_map(|(_, m)| m).all(beyond) {
            roles.clear();
        }
    }

    /// Those who talked where no marker tells them: listed by a verb, attending, or speaking to each other in the clause.
    pub(super) fn talkers(&self, roles: &mut Vec<Role>, reach: &Reach) {
        let Clause {
            context, sentence, scan, at, lo, nominal, unordered, mutual, svo, bare, article, ..
        } = *self;
        let Reach { ref left, ref right, .. } = *reach;
        let lists = |i: &Item| {
            let includes = |s: &Sense| matches!(s, Sense::Word { work, kind: Some(kind) } if *work == "list" && *kind == "includes");
            i.is_kind("list", "includes")
                || matches!(i.what, What::Attendance { .. }) && scan.is(i.start, includes)
        };
        let told_by_noun = nominal && unordered && article;
        // "Held a series of calls that included A and B": whoever held them, and those whom the verb lists.
        if told_by_noun
            && let Some(listed) = right.first()
            && sentence.items[at + 1..listed.start].iter().any(|i| i.is_kind("list", "includes"))
            // "The talks included the situation in A": that is what was talked about.
            && listed.marker.as_deref() != Some("in")
            && let Some(holder) = left.iter().rev().find(|g| g.marker.is_none() && !place_like(sentence, g))
        {
            *roles = vec![("party", holder.members.clone()), ("party", listed.members.clone())];
        }
        // "A meeting of three that included the ministers of A and B": those whom the verb lists met.
        else if told_by_noun
            && let Some(list) = (at + 1..sentence.items.len().min(at + 8))
                .take_while(|&i| !matches!(sentence.items[i].what, What::Trigger(_) | What::Mark(_)))
                .find(|&i| lists(&sentence.items[i]))
            && let Some(met) = groups(context, sentence, list, sentence.items.len()).into_iter().next()
            && sentence.items[list + 1..met.start].iter().all(|i| i.is_word("determiner"))
            && (met.members.len() > 1 || sentence.actors[met.members[0]].plural)
        {
            *roles = vec![("party", met.members)];
        }
        // "The summit was held with the participation of the presidents of A and B": they met.
        let nobody =
            roles.iter().flat_map(|(_, m)| m).all(|&m| matches!(sentence.actors[m].kind, ActorKind::Both));
        // "The exercise began with the participation of the forces of A and B".
        let joint =
            article && self.frame.kind == "COOPERATE" && self.frame.mode.as_deref() == Some("exercise");
        // "In the presence of the presidents of A and B their ministers signed, was signed": so are those where a verb tells it.
        let nameless = |m: &usize| {
            let actor = &sentence.actors[*m];
            matches!(actor.kind, ActorKind::Both)
                || matches!(actor.kind, ActorKind::Official(_))
                    && actor.plural
                    && context.party(actor).is_none()
        };
        let signs = self.frame.kind == "SIGN" && svo && !bare && !nominal;
        let signs = signs && roles.iter().flat_map(|(_, m)| m).all(nameless);
        if (nominal && svo || joint) && unordered && nobody || signs {
            let opens = |i: &Item| matches!(i.what, What::Attendance { index, .. } if joint || scan.pack.attendances[index].of == "any");
            let from = (at..sentence.items.len()).find(|&i| opens(&sentence.items[i]));
            // "In the presence of the presidents of A and B documents were signed": whose they are is told first.
            let witnessed = || (0..at).rfind(|&i| opens(&sentence.items[i]));
            let from = from.or_else(|| witnessed().filter(|_| self.frame.kind == "SIGN" && !bare));
            let listed = from.and_then(|f| {
                groups(context, sentence, f, sentence.items.len()).into_iter().find(|g| {
                    g.members
                        .iter()
                        .map(|&m| {
                            usize::from(sentence.actors[m].party.is_some()) + sentence.actors[m].more.len()
                        })
                        .sum::<usize>()
                        > 1
                })
            });
            if let Some(group) = listed {
                *roles = vec![("party", group.members)];
            }
        }
        self.took_part(roles);
        self.hosted_with(roles);
        // "In the ministry of A talks were held with B": whose house it is talks.
        let with = |a: &Actor| a.marker.as_deref() == Some("with") || !svo && a.tags & tags::INS != 0;
        let items = &sentence.items;
        // "Under the chairmanship of A's minister talks were held with B": whoever led them talked.
        if nominal
            && mutual
            && !bare
            && let [(_, guests)] = roles.as_slice()
            && guests.iter().all(|&m| with(&sentence.actors[m]))
            && let Some(chair) = left.iter().chain(right).copied().find(|g| sentence.is_chair(g.start))
        {
            roles.insert(0, ("party", chair.members.clone()));
        }
        // "At the headquarters of the organisation".
        let seat = |g: &Group| {
            g.start > 1
                && items[g.start - 1].is_word("building")
                && items[g.start - 1].tags & tags::LOC != 0
                && items[g.start - 2].is_word("in")
        };
        let inside =
            |g: &Group| g.marker.as_deref() == Some("in") || !svo && g.own & tags::LOC != 0 || svo && seat(g);
        if nominal
            && mutual
            && !bare
            && let [(_, guests)] = roles.as_slice()
            && guests.iter().all(|&m| with(&sentence.actors[m]))
            && let Some(house) = left.iter().rev().find(|g| {
                inside(g)
                    && match sentence.actors[g.members[0]].kind {
                        ActorKind::Institution { acts } => acts,
                        ActorKind::Organisation => svo,
                        _ => false,
                    }
            })
        {
            roles.insert(0, ("party", house.members.clone()));
        }
        // "During the call A congratulated B": they talked.
        if nominal && mutual && svo && !bare && roles.len() < 2 {
            let talked = addressed(context, sentence, at);
            if !talked.is_empty() {
                *roles = talked;
            }
        }
        // "During his meeting with B, A stressed": where nobody stands before the noun, whoever the verb after it names.
        if nominal
            && mutual
            && article
            && left.iter().all(|g| g.marker.is_some() || place_like(sentence, g))
            && let [(name, others)] = roles.as_slice()
            && others.len() == 1
            && let Some(speaker) = self.speaks_after(others[0])
        {
            match *name {
                // "On his reception of B": he is the host, B the guest.
                "host" if reach.owned_by => *roles = vec![("host", vec![speaker]), ("guest", others.clone())],
                "host" => roles.push(("guest", vec![speaker])),
                "guest" => roles.insert(0, ("host", vec![speaker])),
                _ => roles.insert(0, ("party", vec![speaker])),
            }
        }
        // Where one group names both parties, another that names one of them again is no side.
        if let [(_, both), (_, again)] = roles.as_slice() {
            let codes = |list: &[usize]| {
                list.iter()
                    .flat_map(|&m| {
                        context
                            .party(&sentence.actors[m])
                            .into_iter()
                            .chain(sentence.actors[m].more.iter().cloned())
                    })
                    .collect::<Vec<Slug>>()
            };
            let (both, again) = (codes(both), codes(again));
            if unordered
                && both.len() > 1
                && both[0] != both[1]
                && !again.is_empty()
                && again.iter().all(|c| both.contains(c))
            {
                roles.truncate(1);
            }
        }
        // "A told B during talks", "A thanked B in a phone call": both talked.
        if nominal
            && mutual
            && svo
            && roles.iter().map(|(_, m)| m.len()).sum::<usize>() <= 1
            && sentence.items[at.saturating_sub(3)..at]
                .iter()
                .any(|i| i.is_word("during") || i.is_word("in") || i.is_word("at"))
            && let Some(pair) = spoke(context, sentence, lo, at)
        {
            *roles = pair.into_iter().map(|members| ("party", members)).collect();
        }
    }

    /// After "during a meeting with B" the one who acts in the clause that follows, of another party than `other`.
    fn speaks_after(&self, other: usize) -> Option<usize> {
        let Clause { context, sentence, at, .. } = *self;
        let inside =
            |i: &Item| i.is_word("during") || i.is_word("in") || i.is_word("after") || i.is_word("at");
        if !sentence.items[at.saturating_sub(2)..at].iter().any(inside) {
            return None;
        }
        let finite = |i: &Item| i.is_word("saying") || i.is_finite();
        let from = sentence.actors[other].items.end;
        let verb =
            (from..sentence.items.len()).find(|&i| finite(&sentence.items[i]) && !sentence.items[i].and)?;
        // A clause with "who" tells of the other.
        if sentence.items[from..verb].iter().any(|i| i.is_word("relative") || i.is_mark(";")) {
            return None;
        }
        let speaker = sentence.actors.iter().position(|a| a.items.start == verb + 1)?;
        let actor = &sentence.actors[speaker];
        let person = actor.kind.is_person();
        let same = context.party(actor).is_some_and(|p| context.party(&sentence.actors[other]) == Some(p));
        (person && actor.marker.is_none() && !actor.plural && !same).then_some(speaker)
    }

    /// "Relations with C were the theme of the talks of A and B": the noun before the preposition has C, the talks have not.
    pub(super) fn ties_with_others(&self, roles: &mut Vec<Role>) {
        let Clause { context, sentence, at, nominal, .. } = *self;
        if !(nominal && self.unordered && self.svo && !self.bare) || roles.len() < 2 {
            return;
        }
        let items = &sentence.items;
        let of_a_noun = |m: &usize| {
            let start = sentence.actors[*m].items.start;
            let with = (start.saturating_sub(3)..start).rfind(|&i| items[i].is_word("with"));
            start < at && with.is_some_and(|w| w > 0 && matches!(items[w - 1].what, What::Other { .. }))
        };
        let owned = |r: &Role| r.1.first().is_some_and(of_a_noun);
        let told: usize = roles
            .iter()
            .filter(|r| !owned(r))
            .flat_map(|(_, members)| members)
            .map(|&m| {
                usize::from(context.party(&sentence.actors[m]).is_some()) + sentence.actors[m].more.len()
            })
            .sum();
        if told > 1 {
            roles.retain(|r| !owned(r));
        }
    }

    /// Where a journey goes and whom an act reaches: the states of a tour, a city, the places of a list.
    pub(super) fn aims(&self, roles: &mut Vec<Role>) {
        let Clause { context, sentence, scan, at, frame, lo, hi, tail, nominal, article, .. } = *self;
        // "In CITY, where he came": the place that the clause with "where" is about.
        if frame.kind == "VISIT"
            && !nominal
            && self.svo
            && !self.bare
            && !roles.iter().any(|(n, _)| *n == "recipient")
            && let Some(clause) = relatives(sentence, article).iter().find(|r| r.contains(&at))
            && sentence.items[clause.start].is_kind("relative", "where")
            && let Some(place) = sentence.actors.iter().position(|a| {
                matches!(a.kind, ActorKind::State(form) if form != StateForm::Adjective)
                    && a.items.end + 1 == clause.start
            })
        {
            roles.push(("recipient", vec![place]));
        }
        // "Began a tour that includes A and B".
        if frame.kind == "VISIT"
            && article
            && !roles.iter().any(|(n, _)| *n == "recipient")
            && let Some(list) =
                (at + 1..sentence.items.len()).find(|&i| sentence.items[i].is_kind("list", "includes"))
        {
            let states = |g: &Group| {
                g.start > list
                    && g.members.iter().all(|&m| matches!(sentence.actors[m].kind, ActorKind::State(_)))
            };
            let told = groups(context, sentence, list, sentence.items.len()).into_iter().find(|g| states(g));
            roles.extend(told.map(|g| ("recipient", g.members)));
        }
        // A traveller's city stands for its state; so does the city where something happened of which a statement is made.
        if matches!(frame.kind.as_str(), "VISIT" | "AID" | "FORCE" | "STATEMENT")
            && !roles.iter().any(|(n, _)| *n == "recipient")
            && let Some(markers) = frame.roles.get("recipient")
        {
            let fits = |a: &Actor| {
                a.kind.is_city()
                && a.items.start > at
                && a.items.end <= hi
                // Where verbs end clauses, in the case of the aim.
                || frame.kind == "VISIT"
                    && scan.pack.features.complement_before
                    && a.kind.is_city()
                    && a.items.start >= lo
                    && a.items.end <= at
                    && aimed(scan, sentence, a)
                // "A plane arrived in X carrying relief".
                || frame.kind == "AID"
                    && article
                    && !nominal
                    && a.kind.is_city()
                    && (a.marker.as_deref() == Some("to")
                        || a.items.start > 0 && sentence.items[a.items.start - 1].is_word("building"))
                    && a.items.start >= lo
                    && a.items.end <= at
            };
            let city = sentence.actors.iter().position(|a| {
                fits(a)
                    && match &a.marker {
                        // "At the airport of X in-CITY".
                        Some(m) if *m == "with-b" && frame.kind == "VISIT" && article => {
                            markers.iter().any(|m| m == "in" || m == "to")
                                && sentence.items[at..a.items.start].iter().any(|i| i.is_word("building"))
                        }
                        Some(m) => markers.contains(m),
                        None if a.items.end <= at => true,
                        // "To CITY airport", "to the airport of CITY".
                        None if frame.kind == "VISIT" && article && a.items.start > 1 => {
                            let before = &sentence.items[a.items.start - 1];
                            let object = before.marker == 0 && markers.iter().any(|m| m == "object");
                            let here = &sentence.items[a.items.start - 2];
                            // "The minister of A visited today the town of CITY".
                            let town = usize::from(before.is_word("region") && before.marker == 0);
                            let from = a.items.start - town;
                            // "The minister of A visited, on Thursday, the town of CITY": two commas set the day apart.
                            let comma = |i: &Item| i.is_mark(",");
                            let opens = sentence.items[..from - 1].iter().rposition(comma).filter(|&o| {
                                comma(&sentence.items[from - 1])
                                    && from - o < ASIDE
                                    && !sentence.items[o..from].iter().any(Item::is_finite)
                            });
                            let told = |b: &Actor| {
                                (b.items.end == from || opens == Some(b.items.end)) && b.kind.is_people()
                            };
                            let behind_whoever_goes = !nominal
                                && from > at + 1
                                && markers.iter().any(|m| m == "object")
                                && roles.iter().any(|(n, _)| *n == "actor")
                                && (matches!(sentence.items[from - 1].what, What::Time)
                                    || sentence.actors.iter().any(told));
                            behind_whoever_goes
                                || before.is_word("building")
                                    && (here.is_word("to")
                                        || here.is_word("in")
                                            && !nominal
                                            && markers.iter().any(|m| m == "in")
                                        || object
                                        || scan.pack.lexicon.marker_name(before.marker) == Some("with-b"))
                                || a.items.start == at + 1
                                    && (tail.is_some_and(|t| markers.iter().any(|m| m == t))
                                        || markers.iter().any(|m| m == "object"))
                        }
                        // "At the airport of CITY", where nouns have cases.
                        None if frame.kind == "VISIT"
                            && self.svo
                            && !self.bare
                            && a.items.start > at + 2
                            && a.tags & tags::GEN != 0 =>
                        {
                            let before = |n: usize| &sentence.items[a.items.start - n];
                            before(1).is_word("building")
                                && (before(2).is_word("in") || before(2).is_word("on"))
                        }
                        // "The city of X".
                        None if frame.kind == "STATEMENT" => {
                            sentence.items[a.items.start - 1].is_word("region")
                        }
                        None => {
                            a.items.start == at + 1
                                && (tail.is_some_and(|t| markers.iter().any(|m| m == t))
                                    || markers.iter().any(|m| m == "object"))
                        }
                    }
            });
            roles.extend(city.map(|a| ("recipient", vec![a])));
            // "A means to visit CITY": whoever plans it goes there.
            let plans = |a: &Actor| {
                let next = a.items.end;
                let by = |i: usize| sentence.items.get(i).is_some_and(|x| x.is_word("planned"));
                let opens = a.items.start > 0 && by(a.items.start - 1);
                a.kind.is_person()
                    && a.marker.is_none()
                    && (opens && next == at || by(next) && next + 1 == at)
            };
            if let Some(city) = city.filter(|_| nominal && article)
                && let Some(who) = sentence.actors.iter().position(plans)
            {
                roles.retain(|(n, m)| *n != "actor" || m[..] != [city]);
                if !roles.iter().any(|(n, _)| *n == "actor") {
                    roles.push(("actor", vec![who]));
                }
            }
        }
        // "Sanctions on officials in A", "killed a commander in A": of the state where they are.
        if matches!(frame.kind.as_str(), "SANCTION" | "FORCE")
            && article
            && let Some((_, struck)) = roles.iter_mut().find(|(n, _)| *n == "recipient")
            && struck.iter().all(|&m| context.party(&sentence.actors[m]).is_none())
            && let Some(&last) = struck.last()
            && let Some(next) = sentence.actors.get(last + 1)
            && matches!(next.marker.as_deref(), Some("in" | "with-b"))
            && next.items.start < sentence.actors[last].items.end + 3
            && matches!(next.kind, ActorKind::State(form) if form != StateForm::Adjective)
        {
            *struck = vec![last + 1];
        }
        // "Arrived, accompanied by B, in C": where he goes stands behind those who came with him.
        if frame.kind == "VISIT"
            && article
            && !nominal
            && !roles.iter().any(|(n, _)| *n == "recipient")
            && sentence.items.get(hi).is_some_and(|i| matches!(i.what, What::Attendance { .. }))
            && let Some(markers) = frame.roles.get("recipient")
        {
            let verb = |i: &Item| i.is_verb() || i.is_word("saying");
            let aim = sentence.actors.iter().position(|a| {
                matches!(a.kind, ActorKind::State(form) if form != StateForm::Adjective)
                    && a.items.start > hi
                    && a.marker.as_ref().is_some_and(|m| m == "to" && markers.contains(m))
                    && !sentence.items[hi..a.items.start].iter().any(verb)
            });
            roles.extend(aim.map(|a| ("recipient", vec![a])));
        }
        // "Will visit Amman, Jordan, Beirut, Lebanon, and Riyadh": each of the places that are listed.
        if frame.kind == "VISIT"
            && sentence.by_order
            && let Some((_, hosts)) = roles.iter_mut().find(|(n, _)| *n == "recipient")
            && let Some(&last) = hosts.last()
            && sentence.actors[last].items.start > at
        {
            let mut end = sentence.actors[last].items.end;
            for (m, actor) in sentence.actors.iter().enumerate().skip(last + 1) {
                let link = |i: &Item| i.is_mark(",") || i.is_word("and") || i.is_word("determiner");
                let place = matches!(
                    actor.kind,
                    ActorKind::State(StateForm::Name | StateForm::Capital | StateForm::City)
                );
                if !place
                    || actor.items.start == end
                    || !sentence.items[end..actor.items.start].iter().all(link)
                    || sentence.items.get(actor.items.end).is_some_and(|n| scan.possessive(n.start))
                {
                    break;
                }
                hosts.push(m);
                end = actor.items.end;
            }
        }
    }

    /// "The prime minister instructed the foreign minister to summon B": whoever serves the same state suffers nothing.
    pub(super) fn colleagues(&self, roles: &mut Vec<Role>) {
        let Clause { context, sentence, scan, unordered, article, .. } = *self;
        if unordered || !article {
            return;
        }
        let official = |m: &usize| {
            let envoy = |o: &crate::detect::office::OfficePhrase| scan.pack.envoys.contains(&o.position);
            match &sentence.actors[*m].kind {
                ActorKind::Official(o) => !envoy(o),
                ActorKind::Person(n) => !context.namings[*n].offices().any(envoy),
                _ => false,
            }
        };
        let state = |list: &[usize]| {
            let mut codes = list.iter().map(|&m| context.party(&sentence.actors[m]));
            let first = codes.next().flatten()?;
            codes.all(|c| c == Some(first)).then_some(first)
        };
        let own = roles.iter().find(|(n, _)| *n == "actor").and_then(|(_, m)| state(m));
        if own.is_some() {
            roles.retain(|(n, m)| *n != "recipient" || !m.iter().all(official) || state(m) != own);
        }
    }

    /// "[To] A's [by the flood] stricken", "[to] the stricken in A": whoever suffered is of the state that stands before the
    /// participle and what befell it, and does not give.
    fn afflicted(&self, roles: &mut Vec<Role>) {
        let Clause { sentence, scan, at, frame, lo, .. } = *self;
        let told = roles.iter().any(|(name, _)| *name == "recipient");
        if told || frame.kind != "AID" || !scan.pack.features.complement_before {
            return;
        }
        let inside = tags::LOC | tags::ATTR;
        let between = |i: &&Item| match &i.what {
            What::Other { .. } | What::Name { .. } => true,
            What::Word { work, .. } => matches!(work.as_str(), "blow" | "region" | "building"),
            _ => i.is_city(),
        };
        let aimed =
            |i: &Item| matches!(i.what, What::Other { .. }) && scan.ending(i.end - 1) & tags::DAT != 0;
        let theirs = |a: &Actor| {
            matches!(a.kind, ActorKind::State(StateForm::Name))
                && a.items.start >= lo
                && a.items.end < at
                && (a.tags & tags::GEN != 0 || a.tags & inside == inside)
                && sentence.items[a.items.end..at].iter().take(STRICKEN).take_while(between).any(aimed)
        };
        let Some(a) = sentence.actors.iter().position(theirs) else { return };
        roles.retain(|(_, members)| !members.contains(&a));
        roles.push(("recipient", vec![a]));
    }

    /// Whose thing it is that suffers, told by an adjective or a place.
    pub(super) fn sufferers(&self, roles: &mut Vec<Role>) {
        let Clause { sentence, scan, at, frame, form, lo, hi, unordered, svo, bare, .. } = *self;
        // "Sanctions against three Kenyan banks": a state's adjective says whose the thing is that suffers.
        if !unordered
            && !bare
            && !roles.iter().any(|(n, _)| *n == "recipient")
            && let Some(markers) = frame.roles.get("recipient")
        {
            let before = scan.pack.features.complement_before;
            let things = |i: &Item| match i.what {
                What::Other { common: false } => scan.ending(i.end - 1),
                _ => i.tags,
            };
            let suffers = |a: &Actor| {
                if before {
                    return matches!(
                        frame.kind.as_str(),
                        "STATEMENT" | "APPEAL" | "AID" | "SANCTION" | "EXPEL"
                    ) && matches!(a.kind, ActorKind::State(StateForm::Adjective | StateForm::Name))
                        && a.marker.is_none()
                        && a.tags & tags::CASES == 0
                        && a.items.start >= lo
                        && a.items.end < at
                        && sentence.items[a.items.end..at]
                            .iter()
                            .take(3)
                            .take_while(|i| matches!(i.what, What::Other { .. }))
                            .any(|i| things(i) & (tags::ACC | tags::DAT) != 0);
                }
                matches!(a.kind, ActorKind::State(StateForm::Adjective))
                    && a.items.start > at
                    && a.items.end < hi
                    && matches!(sentence.items[a.items.end].what, What::Other { .. } | What::Rank)
                    && match &a.marker {
                        Some(m) => markers.contains(m),
                        None => {
                            markers.iter().any(|m| m == "object") && a.tags & tags::ACC != 0
                                || markers.iter().any(|m| tags::bit(m) & a.tags & !tags::NOM != 0)
                        }
                    }
            };
            roles.extend(sentence.actors.iter().position(suffers).map(|a| ("recipient", vec![a])));
            self.afflicted(roles);
        }
        // "Aid was handed over in X": to those there.
        if frame.kind == "AID"
            && svo
            && !bare
            && !roles.iter().any(|(n, _)| *n == "recipient")
            && let Some(there) = sentence.actors.iter().position(|a| {
                matches!(a.kind, ActorKind::State(form) if form != StateForm::Adjective)
                    && a.marker.as_deref() == Some("in")
                    && a.items.end <= hi.max(at + 1)
            })
        {
            roles.push(("recipient", vec![there]));
        }
        if let Some(member) = patient(scan, sentence, frame, form, (lo, at, hi), roles) {
            roles.push(("recipient", vec![member]));
        }
    }
}

/// The two who stand around a verb of speaking before the trigger: who spoke, and to whom.
pub(super) fn spoke(context: &Context, sentence: &Sentence, lo: usize, at: usize) -> Option<[Vec<usize>; 2]> {
    let scan = context.scan(sentence);
    let bare = scan.pack.features.case.is_empty();
    let thanks = |&(f, form): &(usize, TriggerForm)| {
        form.is_finite() && matches!(scan.pack.frames[f].kind.as_str(), "STATEMENT" | "APPEAL" | "THREATEN")
    };
    let speaks = |i: &Item| {
        i.is_word("saying") || bare && matches!(&i.what, What::Trigger(options) if options.iter().any(thanks))
    };
    // A verb of thanking ends the trigger's own clause.
    let from = if bare {
        window(sentence, at, true).0.max(dateline(scan, sentence).unwrap_or(0)).min(at)
    } else {
        lo
    };
    let official = |&m: &usize| {
        matches!(
            sentence.actors[m].kind,
            ActorKind::Person(_) | ActorKind::Official(_) | ActorKind::Counterpart
        )
    };
    let people: Vec<Group> = groups(context, sentence, from, at)
        .into_iter()
        .filter(|g| g.marker.is_none() && g.members.iter().all(official))
        .collect();
    let [.., a, b] = people.as_slice() else { return None };
    let told = match bare {
        true => people.len() == 2 && sentence.items[a.end..b.start].iter().any(speaks),
        false => sentence.items[from..at].iter().any(speaks),
    };
    told.then(|| [a.members.clone(), b.members.clone()])
}

/// After "during the talks": who speaks to whom in the clause that follows.
pub(super) fn addressed(
    context: &Context,
    sentence: &Sentence,
    at: usize,
) -> Vec<(&'static str, Vec<usize>)> {
    let led = sentence.items[at.saturating_sub(3)..at]
        .iter()
        .any(|i| i.is_word("during") || i.is_word("in") || i.is_word("at") || i.is_word("on"));
    if !led {
        return Vec::new();
    }
    let scan = context.scan(sentence);
    let speaks = |i: &Item| {
        i.is_word("saying")
            || matches!(&i.what, What::Trigger(o)
                if o.iter().any(|&(f, form)| form == TriggerForm::Past
                    && matches!(scan.pack.frames[f].kind.as_str(), "STATEMENT" | "INVITE" | "APPEAL" | "MESSAGE")))
    };
    // "A told, in a call, B": the verb may stand right before.
    let before = || (at.saturating_sub(4)..at).rev().find(|&i| speaks(&sentence.items[i]));
    let after = (at + 1..sentence.items.len()).find(|&i| speaks(&sentence.items[i]));
    let Some(verb) = after.or_else(before) else { return Vec::new() };
    let person = |g: &&Group| {
        g.marker.is_none()
            && g.members
                .iter()
                .all(|&m| sentence.actors[m].kind.is_person() && context.party(&sentence.actors[m]).is_some())
    };
    // Who speaks may stand before: "A, in talks on the telephone, invited B".
    let from = if scan.pack.features.order == "svo" { window(sentence, at, false).0 } else { at + 1 };
    let all = groups(context, sentence, from, sentence.items.len());
    let nominative = |g: &&Group| g.end <= verb && g.tags & tags::NOM != 0;
    let speaker = all.iter().filter(person).filter(nominative).find(|g| g.start > at);
    let speaker = speaker.or_else(|| all.iter().filter(person).rfind(|g| nominative(g) && g.end < at));
    let hearer = all.iter().filter(person).find(|g| {
        let after = verb.max(at);
        g.start > after && g.start <= after + 2 && g.tags & (tags::ACC | tags::DAT) != 0
    });
    match (speaker, hearer) {
        (Some(a), Some(b)) => vec![("party", a.members.clone()), ("party", b.members.clone())],
        _ => Vec::new(),
    }
}

/// "Sanctions on three Russian banks": what is a state's stands for it where something is done to it.
pub(super) fn patient(
    scan: &Scan,
    sentence: &Sentence,
    frame: &Frame,
    form: TriggerForm,
    (lo, at, hi): (usize, usize, usize),
    roles: &[(&str, Vec<usize>)],
) -> Option<usize> {
    let markers = frame.roles.get("recipient")?;
    let features = &scan.pack.features;
    if roles.iter().any(|(n, _)| *n == "recipient")
        || features.adjective_after
        || !features.case.is_empty()
        || matches!(frame.kind.as_str(), "VISIT" | "INVITE" | "MESSAGE" | "CREDENTIALS" | "HOST")
    {
        return None;
    }
    let own = tail(scan, &sentence.items[at]);
    let plain = |i: &Item| {
        matches!(i.what, What::Time | What::Other { .. }) || i.is_word("determiner") || i.is_word("list")
    };
    let described = |a: &Actor| {
        matches!(a.kind, ActorKind::State(StateForm::Adjective))
            && sentence.items.get(a.items.end).is_some_and(|n| {
                !scan.text.tokens[n.start].capital
                    && (matches!(n.what, What::Other { .. } | What::Rank)
                        || n.is_word("document")
                        || n.is_word("building"))
            })
    };
    let marked = |a: &Actor| {
        let before = sentence.items[..a.items.start].iter().rposition(|i| !plain(i));
        match (before, form) {
            (Some(b), _) if b == at => {
                own.is_some_and(|m| markers.iter().any(|n| n == m)) || markers.iter().any(|n| n == "object")
            }
            (Some(b), _) => {
                b > at
                    && match &sentence.items[b].what {
                        What::Word { work, .. } => markers.contains(work),
                        // "Imposed sanctions on": the noun's own preposition.
                        What::Trigger(_) => {
                            tail(scan, &sentence.items[b]).is_some_and(|m| markers.iter().any(|n| n == m))
                        }
                        _ => false,
                    }
            }
            (None, _) => false,
        }
    };
    let before = |a: &Actor| a.items.start >= lo && a.items.end <= at;
    // "The Turkish shelling was illegal": whose act is judged stands before the judgement.
    if frame.we && markers.iter().any(|m| m == "subject") {
        let act = |a: &Actor| {
            let next = sentence.items.get(a.items.end);
            described(a)
                || matches!(a.kind, ActorKind::State(StateForm::Adjective))
                    && next.is_some_and(|n| matches!(n.what, What::Trigger(_)))
        };
        return sentence.actors.iter().rposition(|a| before(a) && act(a));
    }
    let passive = form == TriggerForm::Passive;
    sentence
        .actors
        .iter()
        .position(|a| described(a) && if passive { before(a) } else { a.items.end <= hi && marked(a) })
}
