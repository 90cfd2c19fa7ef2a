//! What comes next in the sentence, asked before a title, a name or a party is closed.

use super::{NoneOr, Walk};
use crate::Slug;
use crate::detect::items::{Item, What};
use crate::detect::office::OfficePhrase;
use crate::detect::person::Named;
use crate::detect::person::join::items_lower;
use crate::model::Field;
use crate::pack::{NounNumber, StateForm, TriggerForm, tags};

impl Walk<'_, '_> {
    /// The homeland right after a verb, or to, from, with or between it.
    pub(super) fn goes(&self, i: usize) -> bool {
        let marks = |m: &str| matches!(m, "to" | "from" | "with" | "between");
        let item = &self.items[i];
        let before = i.checked_sub(1).map(|b| &self.items[b]);
        // Where cases tell it: the case of the aim, or of where one comes from or is.
        let features = &self.scan.pack.features;
        if !features.case.is_empty() {
            let oblique = if features.complement_before {
                tags::DAT | tags::ABL | tags::LOC | tags::INS
            } else {
                tags::ACC | tags::LOC
            };
            return item.tags & oblique != 0
                && (features.complement_before
                    || before.is_some_and(|b| b.is_word("in") || b.is_word("with")));
        }
        // "Said that [the Kingdom] rejects".
        let acts = item.marker == 0
            && before.is_some_and(Item::is_that)
            && self.items.get(i + 1).is_some_and(|next| !next.and && next.is_finite());
        // "Arrived on Monday in our country".
        let journey = |x: &Item| matches!(&x.what, What::Trigger(o) if o.iter().any(|&(f, _)| self.scan.pack.frames[f].kind == "VISIT"));
        let there = features.capitals_alone()
            && before.is_some_and(|b| {
                b.is_word("in") && self.items[i.saturating_sub(8)..i].iter().any(journey) || journey(b)
            });
        acts || there
            || self.scan.pack.lexicon.marker_name(item.marker).is_some_and(marks)
            || item.marker == 0
                && before.is_some_and(|b| match &b.what {
                    What::Word { work, .. } => marks(work),
                    What::Trigger(options) => options.iter().any(|(_, f)| f.is_finite()),
                    _ => false,
                })
    }

    /// A state's name that says after its preposition whose the counterpart before it is.
    pub(super) fn counterpart_of(&self, i: usize) -> bool {
        // "His Kenyan counterpart in Cyprus": his state is told, the other is where they were.
        let told = self.items[i].is_word("in")
            && matches!(self.pending.as_slice(), [.., a, _]
                if matches!(self.items[*a].what, What::State { form: StateForm::Adjective, .. }));
        !told
            && self
                .pending
                .last()
                .is_some_and(|&p| p + 1 == i && matches!(self.items[p].what, What::Counterpart))
            && self.items.get(self.past_article(i + 1)).is_some_and(|n| {
                !n.and && n.marker == 0 && matches!(n.what, What::State { form: StateForm::Name, .. })
            })
    }

    /// "His counterparts in CITY, CITY and CITY": the capitals in a list after the preposition at `i`, each for its state; one
    /// alone is where they met.
    pub(super) fn capitals_of(&self, i: usize) -> Vec<usize> {
        let features = &self.scan.pack.features;
        let of = |k: usize| matches!(self.items[k].what, What::Counterpart);
        let at_head = self.pending.last().is_some_and(|&p| p + 1 == i && of(p));
        if !at_head || !self.items[i].is_word("in") || !features.capitals_alone() {
            return Vec::new();
        }
        let capital = |k: usize| {
            let form = self.items.get(k).map(|n| &n.what);
            matches!(form, Some(What::State { form: StateForm::Capital, .. }))
        };
        let mut all = Vec::new();
        let mut k = i + 1;
        while capital(k) {
            all.push(k);
            let joins = |k: usize| self.items.get(k).is_some_and(|x| x.is_mark(",") || x.is_word("and"));
            k += 1 + usize::from(joins(k + 1)) + usize::from(joins(k + 1) && joins(k + 2));
        }
        if all.len() > 1 { all } else { Vec::new() }
    }

    /// The item at `i`, or the one after it where it is an article before a state ("the United States").
    pub(super) fn past_article(&self, i: usize) -> usize {
        let features = &self.scan.pack.features;
        let article = features.capitals_alone()
            && self.items.get(i).is_some_and(|d| d.is_word("determiner"))
            && self
                .items
                .get(i + 1)
                .is_some_and(|n| matches!(n.what, What::State { form: StateForm::Name, .. }));
        i + usize::from(article)
    }

    /// "Both A and B", "the seven states [that are] members, they being A, B and C": a word that says that a list follows, and
    /// stands for nobody.
    pub(super) fn announces(&self, i: usize) -> bool {
        let features = &self.scan.pack.features;
        let item = &self.items[i];
        let behind = &self.items[i + 1..];
        let list = behind.iter().take(12).position(|x| x.is_word("list"));
        let state = |x: &Item| matches!(x.what, What::State { form: StateForm::Name, .. });
        let told = |at: usize| {
            !behind[..at].iter().any(|x| matches!(x.what, What::Trigger(_)))
                && behind.get(at + 1).is_some_and(state)
        };
        if self.scan.has_article() && list.is_some_and(told) {
            return true;
        }
        let next = i + 1 + usize::from(self.items.get(i + 1).is_some_and(|n| n.is_word("determiner")));
        let party = self.items.get(next).is_some_and(|n| {
            matches!(n.what, What::State { .. } | What::Organisation { .. } | What::Institution { .. })
                || matches!(n.what, What::Office(_) | What::Name { .. } | What::Honorific { .. })
        });
        features.capitals_alone()
            && item.end == item.start + 1
            && party
            && self.items[next + 1..].iter().take(9).any(|x| x.is_word("and"))
    }

    /// A comma or "and" between the states of several counterparts.
    pub(super) fn joins_counterparts(&self, i: usize) -> bool {
        let [first, .., last] = self.pending.as_slice() else { return false };
        (self.items[i].is_mark(",") || self.items[i].is_word("and"))
            && matches!(self.items[*first].what, What::Counterpart)
            && matches!(self.items[*last].what, What::State { form: StateForm::Name, .. })
            && *last + 1 == i
            && self
                .items
                .get(self.past_article(i + 1))
                .is_some_and(|n| matches!(n.what, What::State { form: StateForm::Name, .. }))
    }

    /// After the name at `i` a list goes on with another state: "…, of B".
    pub(super) fn another_follows(&self, i: usize) -> bool {
        let of = |k: &usize| self.items[*k].is_word("of") || self.items[*k].is_word("from");
        let state = |k: usize| {
            self.items.get(k).is_some_and(|x| matches!(x.what, What::State { form: StateForm::Name, .. }))
        };
        (i + 1..self.items.len().min(i + 4)).find(of).is_some_and(|k| state(k + 1) || state(k + 2))
    }

    /// In a list of officials of several states, each state before its name: where the words before the state at `i` begin,
    /// where its name stands,
    /// and the office that all of them hold (none for counterparts).
    pub(super) fn list_head(&self, i: usize) -> Option<(usize, usize, Option<OfficePhrase>)> {
        let features = &self.scan.pack.features;
        if !features.capitals_alone() || i < 3 {
            return None;
        }
        let of = |k: usize| self.items[k].is_word("of") || self.items[k].is_word("from");
        let named = |k: usize| self.items.get(k).is_some_and(|n| matches!(n.what, What::Name { .. }));
        let joins = |k: usize| self.items[k].is_mark(",") || self.items[k].is_word("and");
        let from = (i - 2..i).rev().find(|&k| of(k))?;
        let bare = from + 1 == i || self.items[from + 1].is_word("determiner");
        let state = matches!(self.items[i].what, What::State { form: StateForm::Name, .. });
        if !bare || !state || !joins(from.checked_sub(1)?) {
            return None;
        }
        let at = if named(i + 1) {
            i + 1
        } else if self.items.get(i + 1).is_some_and(|n| n.is_mark(",")) && named(i + 2) {
            i + 2
        } else {
            return None;
        };
        for item in self.items[..from].iter().rev().take(40) {
            match &item.what {
                What::Office(o) => {
                    return (o.number != NounNumber::One).then(|| (from, at, Some((**o).clone())));
                }
                What::Counterpart => return Some((from, at, None)),
                What::Name { .. }
                | What::State { .. }
                | What::Honorific { .. }
                | What::Rank
                | What::Mark(',') => {}
                What::Word { work, .. }
                    if matches!(work.as_str(), "list" | "and" | "of" | "from" | "determiner") => {}
                _ => return None,
            }
        }
        None
    }

    /// "Their countries": a pronoun that only says whose the next noun is.
    pub(super) fn possesses(&self, i: usize) -> bool {
        self.items.get(i + 1).is_some_and(|n| match &n.what {
            What::Mark(_) | What::Time => false,
            What::Word { work, .. } => {
                matches!(work.as_str(), "building" | "region" | "gathering" | "document" | "delegation")
            }
            _ => true,
        })
    }

    /// "Deputy prime minister and minister of X NAME" with the conjunction attached: one person, two offices.
    pub(super) fn second_hat(&self, i: usize) -> bool {
        let Some(&last) = self.pending.last() else { return false };
        let (What::Office(a), What::Office(b)) = (&self.items[last].what, &self.items[i].what) else {
            return false;
        };
        let named = self.items[i + 1..]
            .iter()
            .find(|x| !matches!(x.what, What::Honorific { .. } | What::Rank))
            .is_some_and(|x| matches!(x.what, What::Name { .. }));
        last + 1 == i
            && a.rank == 1
            && b.rank > 1
            && a.number == NounNumber::One
            && b.number == NounNumber::One
            && named
    }

    /// True when an office stands after one that already has a name or is another person's.
    pub(super) fn office_done(&self, i: usize) -> bool {
        let Some(&last) = self.pending.last() else { return false };
        if self.on_behalf(last) {
            return true;
        }
        // "Received the minister of A His Excellency the minister of B NAME": the style is that of the second.
        let styled = |p: &&usize| matches!(self.items[**p].what, What::Honorific { .. } | What::Rank);
        if let Some(&held) = self.pending.iter().rev().find(|p| !styled(p))
            && let What::Office(o) = &self.items[held].what
            && (self.other_state(o, i)
                || self.received_envoy(o, i)
                || self.met_head(o, i)
                || self.his_again(o, held, i)
                || self.again_by_state(o, held, i)
                || self.met_official(o, held, i))
        {
            return true;
        }
        // A dual or plural office, or two officials side by side with a mark between, are not one person.
        match &self.items[last].what {
            What::Office(o) if last + 1 == i && self.other_case(o, &self.items[i]) => true,
            What::Office(o) => {
                o.number != NounNumber::One
                    || self.items[last].end != self.items[i].start
                        && !self.between_joins(last, i)
                        && !self.charged(last, i)
            }
            _ => false,
        }
    }

    /// "Received, on behalf of the president, the minister": behind a verb whoever is acted for ends before whoever acts.
    fn on_behalf(&self, last: usize) -> bool {
        let office = matches!(self.items[last].what, What::Office(_));
        let lead = self.pending[0].checked_sub(2).filter(|_| office && self.scan.has_article());
        lead.is_some_and(|verb| {
            self.items[verb + 1].is_kind("for", "behalf") && matches!(self.items[verb].what, What::Trigger(_))
        })
    }

    /// Two offices side by side in a language with cases: of one person only when they agree.
    pub(super) fn other_case(&self, office: &OfficePhrase, next: &Item) -> bool {
        let features = &self.scan.pack.features;
        let (a, b) = (office.first.tags & tags::CASES, next.first_tags & tags::CASES);
        !features.case.is_empty() && (features.complement_before || a != 0 && b != 0 && a & b == 0)
    }

    /// "Received the president of A the minister of B NAME": nobody serves two states.
    pub(super) fn other_state(&self, office: &OfficePhrase, i: usize) -> bool {
        let What::Office(next) = &self.items[i].what else { return false };
        let is_state = |state: &Option<Slug>| state.as_ref().is_some_and(|code| !code.contains(':'));
        // One may preside over a state and over an organisation; whoever serves one does not serve the other.
        let chairs = || match next.position.as_str() {
            "president" | "chairman" => true,
            // Heads of state lead organisations in turn; a minister does not lead a bank of several states.
            "president-of-organisation" => office.rank == 0,
            _ => false,
        };
        let beside = i > 0 && matches!(self.items[i - 1].what, What::Office(_));
        let Some(&first) = self.pending.first() else { return false };
        // Whoever presides over an organisation may stand before the office that he holds at home.
        let presides =
            || self.scan.pack.groups.presides.contains(&office.position) && !self.sole_object(first, i);
        // "The coordinator of the UN, the coordinator of aid in A NAME": where he serves his organisation.
        let article = self.scan.has_article()
            && beside
            && !(self.scan.pack.groups.posted.contains(&next.position)
                && !is_state(&office.state)
                && office.position == next.position);
        office.state != next.state
            && office.state.is_some()
            && (is_state(&office.state)
                && (is_state(&next.state)
                    || article && next.state.is_some() && (!chairs() || self.sole_object(first, i)))
                || article && next.state.is_some() && !is_state(&office.state) && !presides())
    }

    /// "[A's minister NAME met B.] The minister received the president of C NAME": right after a verb a bare office is that of
    /// whom the text named first, and no other's.
    fn his_again(&self, office: &OfficePhrase, held: usize, i: usize) -> bool {
        let What::Office(next) = &self.items[i].what else { return false };
        let verb = Item::is_finite;
        if !self.scan.has_article()
            || office.state.is_some()
            || next.state.is_none()
            || office.number != NounNumber::One
            || held + 1 != i
            || !self.pending.first().and_then(|f| f.checked_sub(1)).is_some_and(|v| verb(&self.items[v]))
        {
            return false;
        }
        let first = self.namings.iter().find(|n| n.field == self.scan.text.field && n.party.is_some());
        first.is_some_and(|n| {
            let holds = |o: &OfficePhrase| {
                o.position == office.position
                    && (office.institution.is_none() || o.institution == office.institution)
            };
            n.party != next.state && n.offices().any(holds)
        })
    }

    /// "[A's minister NAME came.] The A-ian minister received the speaker NAME": right after a verb whoever the text named before
    /// is called by his head and his state alone, and another office behind it is another's.
    fn again_by_state(&self, office: &OfficePhrase, held: usize, i: usize) -> bool {
        let What::Office(next) = &self.items[i].what else { return false };
        let definite = |o: &OfficePhrase| o.first.tags & tags::DEFINITE != 0;
        let verb = || self.pending.first().and_then(|f| f.checked_sub(1)).map(|v| &self.items[v]);
        self.scan.has_article()
            && held + 1 == i
            && office.state.is_some()
            && office.institution.is_none()
            && office.number == NounNumber::One
            && definite(office)
            && next.state.is_none()
            && (!next.bare || next.institution.is_some())
            && !definite(next)
            && verb().is_some_and(Item::is_finite)
            && self.namings.iter().rev().take(crate::code::LOOK_BACK).any(|n| {
                n.field == self.scan.text.field
                    && n.party == office.state
                    && n.offices().any(|o| o.position == office.position)
            })
    }

    /// "Received the president the minister of B": right after a verb that takes somebody, with nobody else in the clause whom
    /// it could take, an office that no word gives a state is not his who serves one. A deputy head may be a minister as well,
    /// and behind "and" the subject may be left out.
    fn met_official(&self, office: &OfficePhrase, held: usize, i: usize) -> bool {
        let What::Office(next) = &self.items[i].what else { return false };
        let Some(&first) = self.pending.first() else { return false };
        let takes = |f: usize| {
            let frame = &self.scan.pack.frames[f];
            let has = |role: &str| frame.roles.get(role).is_some_and(|m| m.iter().any(|m| *m == "object"));
            frame.kind == "MEET"
                && frame.mode.as_deref() != Some("multilateral")
                && (has("guest") || has("party"))
        };
        let verb = first.checked_sub(1).filter(|&v| {
            matches!(&self.items[v].what, What::Trigger(o) if o.iter().any(|&(f, form)| form.is_finite() && takes(f)))
        });
        let goes_on = |v: usize| self.items[v].and || v > 0 && self.items[v - 1].is_word("and");
        // Whom he received may stand far behind, after where and when.
        let ends = |x: &&Item| x.is_finite() || matches!(x.what, What::Mark('.' | '!' | '?'));
        let other = |x: &Item| matches!(x.what, What::Office(_) | What::Counterpart);
        let far = self.items[i + 1..].iter().take(40).take_while(|x| !ends(x)).any(other);
        let charge = office.rank == 0 || office.institution.is_some() && office.rank <= 3 && office.rank != 1;
        self.scan.has_article()
            && verb.is_some_and(|v| !goes_on(v))
            && held + 1 == i
            && office.state.is_none()
            && charge
            && next.state.is_some()
            && office.number == NounNumber::One
            && next.number == NounNumber::One
            && !far
            && self.sole_object(first, i)
    }

    /// "Received [the minister of A the head of X NAME]": right after a verb that wants two parties, and nobody else in
    /// its clause to be the second.
    pub(super) fn sole_object(&self, first: usize, second: usize) -> bool {
        let pack = &self.scan.pack;
        let wants = |f: usize| {
            let kind = &pack.frames[f].kind;
            matches!(kind.as_str(), "MEET" | "APPEAL" | "INVITE" | "SUMMON")
        };
        let verb = first.checked_sub(1).is_some_and(|v| {
            matches!(&self.items[v].what, What::Trigger(o) if o.iter().any(|&(f, form)| form.is_finite() && wants(f)))
        });
        let ends = |x: &&Item| matches!(x.what, What::Trigger(_) | What::Mark('.' | '!' | '?'));
        let other = |x: &Item| {
            matches!(x.what, What::Office(_) | What::Counterpart | What::Institution { .. })
                || x.is_word("with")
                || x.is_word("delegation")
        };
        self.scan.has_article()
            && verb
            && !self.items[second + 1..].iter().take(16).take_while(|x| !ends(x)).any(other)
    }

    /// "Received the minister of health the ambassador of X": no minister is one, and no head of state.
    pub(super) fn received_envoy(&self, office: &OfficePhrase, i: usize) -> bool {
        let What::Office(next) = &self.items[i].what else { return false };
        let envoys = &self.scan.pack.envoys;
        self.scan.has_article()
            && envoys.contains(&next.position)
            && next.state.is_some()
            && !envoys.contains(&office.position)
            && (office.institution.is_some() && office.rank <= 3 || office.rank == 0)
    }

    /// "Met the ambassador of A the president NAME": no envoy or minister of a state is a president.
    pub(super) fn met_head(&self, office: &OfficePhrase, i: usize) -> bool {
        let What::Office(next) = &self.items[i].what else { return false };
        let serves = self.scan.pack.envoys.contains(&office.position)
            || office.institution.is_some() && office.rank > 1 && office.rank <= 3;
        self.scan.has_article()
            && serves
            && office.state.is_some()
            && next.bare
            && next.position == "president"
            && next.first.tags & tags::DEFINITE != 0
    }

    /// "Under-Secretary for Political Affairs Ambassador NAME": what the first office is for stands between the two.
    pub(super) fn charged(&self, from: usize, to: usize) -> bool {
        let features = &self.scan.pack.features;
        let mut between = self.items[from + 1..to].iter();
        let inner = |x: &Item| matches!(x.what, What::Other { .. }) || x.is_word("and") || x.is_word("of");
        features.capitals_alone()
            && to - from < 8
            && between.next().is_some_and(|x| x.is_word("for") || x.is_word("on"))
            && between.all(inner)
    }

    pub(super) fn between_joins(&self, from: usize, to: usize) -> bool {
        self.items[from + 1..to].iter().all(|x| x.is_mark("-–—,") || x.is_word("and"))
    }

    /// "The head of government, minister of foreign affairs NAME": where lists are joined by "and", an office after the comma
    /// is a second one of whoever is named after it.
    fn another_hat(&self, i: usize) -> bool {
        let Some(&last) = self.pending.last().filter(|&&p| p + 1 == i) else { return false };
        let (What::Office(a), Some(What::Office(b))) =
            (&self.items[last].what, self.items.get(i + 1).map(|n| &n.what))
        else {
            return false;
        };
        let next = &self.items[i + 1];
        let one = a.number == NounNumber::One && b.number == NounNumber::One;
        let envoys = &self.scan.pack.envoys;
        // Who is sent for a matter holds another office at home, or heads a mission.
        let special = |o: &OfficePhrase| self.scan.pack.groups.sent.contains(&o.position);
        let sent = (special(a) || special(b)) && a.state.is_some();
        let definite = next.first_tags & tags::DEFINITE != 0;
        let plain = !next.and && next.marker == 0 && (!definite || sent);
        let named = self.items[i + 2..]
            .iter()
            .enumerate()
            .find(|(k, x)| {
                !(matches!(x.what, What::Honorific { .. } | What::Rank) || *k == 0 && x.is_mark(","))
            })
            .is_some_and(|(_, x)| matches!(x.what, What::Name { .. }) && !x.and);
        self.scan.has_article()
            && one
            && plain
            && named
            && (a.rank <= b.rank || sent)
            && !(a.state.is_some() && b.state.is_some() && a.state != b.state)
            && (!envoys.contains(&b.position) || special(b) && sent)
            && (!envoys.contains(&a.position) || special(a) && sent)
    }

    pub(super) fn waits_over_comma(&self, i: usize) -> bool {
        let has_office = self.pending.iter().any(|&p| {
            matches!(&self.items[p].what, What::Office(o) if o.number == NounNumber::One)
                || matches!(self.items[p].what, What::Counterpart)
        });
        if !has_office {
            return false;
        }
        // "His A-ian counterpart, His Excellency the president NAME".
        let counterpart = self.scan.has_article()
            && self.pending.first().is_some_and(|&p| matches!(self.items[p].what, What::Counterpart));
        let title = |x: &Item| match &x.what {
            What::Honorific { .. } | What::Rank => true,
            What::Office(o) => counterpart && o.bare && o.number == NounNumber::One && !x.and,
            _ => false,
        };
        let next = self.items[i + 1..].iter().find(|x| !title(x));
        if self.another_hat(i) {
            return true;
        }
        let Some(next) = next.filter(|n| matches!(n.what, What::Name { .. })) else { return false };
        if self.items[i + 1].and || next.and {
            return false;
        }
        // The name that follows must not have an office of its own after it.
        let at = self.items.iter().position(|x| x.start == next.start).unwrap_or(i);
        // "The ambassador, NAME, the speaker, General NAME": the office between is the second's.
        let features = &self.scan.pack.features;
        let anothers = |j: usize| {
            (self.scan.has_article() || features.capitals_alone())
                && self.items.get(j + 1).is_some_and(|x| x.is_mark(","))
                && self.named_at(j + 2)
                || self.goes_on_to_act(j)
                // "Received the minister of defence of A, NAME, the ambassador of B": who received him is named.
                || self.pending.last().is_some_and(
                    |&p| matches!(&self.items[p].what, What::Office(o) if self.of_two(o, j)),
                )
        };
        !self
            .postfix(at + 1)
            .is_some_and(|(j, comma)| (comma || !self.scan.pack.features.titles_before) && !anothers(j))
    }

    /// "At the request of the minister, NAME, the ambassador of A was summoned": with its verb right behind it and no comma,
    /// the office is that of whoever acts, not of the name before it.
    pub(super) fn goes_on_to_act(&self, office: usize) -> bool {
        let features = &self.scan.pack.features;
        features.capitals_alone()
            && features.order == "svo"
            && self.items.get(office + 1).is_some_and(|x| {
                x.is_finite() || ["auxiliary", "future", "saying"].iter().any(|w| x.is_word(w))
            })
    }

    /// A name stands at the item; where capitals tell names, titles before it as well.
    pub(super) fn named_at(&self, at: usize) -> bool {
        let styled = |x: &&Item| {
            self.scan.pack.features.capitals && matches!(x.what, What::Honorific { .. } | What::Rank)
        };
        let name = self.items.get(at..).and_then(|rest| rest.iter().find(|x| !styled(x)));
        name.is_some_and(|x| matches!(x.what, What::Name { .. }) && !x.and)
    }

    /// "Deputy Prime Minister and Foreign Minister NAME": one person.
    pub(super) fn joins_offices(&self, i: usize) -> bool {
        let lone = self.pending.last().is_some_and(|&p| {
            matches!(&self.items[p].what, What::Office(o) if o.number == NounNumber::One) && p + 1 == i
        });
        let Some(next) = self.items.get(i + 1) else { return false };
        lone && matches!(&next.what, What::Office(o) if o.number == NounNumber::One && o.state.is_none_or_matches(&self.pending_state()))
            && self.items[i + 2..]
                .iter()
                .find(|x| !matches!(x.what, What::Honorific { .. } | What::Rank) && !x.is_mark(","))
                .is_some_and(|x| matches!(x.what, What::Name { .. }))
    }

    pub(super) fn pending_state(&self) -> Option<Slug> {
        self.pending.iter().find_map(|&p| match &self.items[p].what {
            What::Office(o) => o.state,
            _ => None,
        })
    }

    /// The office after a name that belongs to it: (item, after a comma).
    pub(super) fn postfix(&self, from: usize) -> Option<(usize, bool)> {
        let mut j = from;
        let mut comma = false;
        while self.items.get(j).is_some_and(|x| {
            x.is_mark(",-–—(")
                || x.is_word("determiner")
                || (x.is_word("auxiliary") || x.is_word("relative")) && comma
                // "NAME, also the minister of defence, met".
                || comma && x.is_kind("title_end", "also") && self.scan.pack.features.capitals_alone()
        }) {
            comma = true;
            j += 1;
        }
        // "…, who was recently appointed OFFICE", "who currently serves as OFFICE".
        if self.items[from..j].iter().any(|x| x.is_word("relative"))
            && (self.items[j - 1].is_word("auxiliary")
                || self.items[j..].iter().take(4).any(|x| x.is_word("as")))
        {
            let stop = j + 4;
            while j < stop
                && self.items.get(j).is_some_and(|x| {
                    matches!(x.what, What::Other { .. } | What::Time) && items_lower(self.scan, x)
                        || x.is_word("as")
                        || x.is_word("auxiliary")
                        || x.is_word("determiner")
                })
            {
                j += 1;
            }
        }
        if comma {
            j = self.described_after(from, j);
        }
        let item = self.items.get(j)?;
        let What::Office(office) = &item.what else { return None };
        // "NAME conveyed to the crown prince": with a preposition attached it is another's.
        if item.marker != 0 && self.scan.has_article() {
            return None;
        }
        // Where cases tell who does what, an office right after a name is another's.
        let cased = !self.scan.pack.features.case.is_empty();
        if !comma && cased {
            return None;
        }
        if comma
            && (item.and || office.number == NounNumber::Two || cased && office.number == NounNumber::Many)
        {
            return None;
        }
        // "[By the word of X], the president will visit": after a comma an office that acts is not what X is.
        let finite = |x: &Item| x.is_finite() || x.is_word("future");
        let between = |x: &&Item| matches!(x.what, What::Other { .. } | What::State { .. });
        let acts = || self.items[j + 1..].iter().take(3).find(|x| !between(x)).is_some_and(finite);
        if comma && cased && self.scan.pack.features.order == "svo" && acts() {
            return None;
        }
        // "X, UN coordinator discuss …": a headline whose verb is a plural's lists two.
        if comma
            && self.scan.text.field == Field::Title
            && self.scan.pack.features.order == "svo"
            && self.scan.pack.features.case.is_empty()
            && from == j - 1
            && self.out.is_empty()
            && self.items.get(j + 1).is_some_and(|x| match &x.what {
                What::Trigger(options) => [TriggerForm::Present, TriggerForm::Infinitive]
                    .iter()
                    .all(|form| options.iter().any(|(_, f)| f == form)),
                _ => false,
            })
        {
            return None;
        }
        // An office directly before another name is that one's title.
        let mut k = j + 1;
        while self.items.get(k).is_some_and(|x| matches!(x.what, What::Office(_)) && !x.and) {
            k += 1;
        }
        let mut titles = k;
        while self
            .items
            .get(titles)
            .is_some_and(|x| matches!(x.what, What::Honorific { .. } | What::Rank) && !x.and)
        {
            titles += 1;
        }
        if self.items.get(titles).is_some_and(|x| matches!(x.what, What::Name { .. }) && !x.and) {
            // "Received NAME the emir of X the speaker NAME": whoever heads a state has no other office beside it.
            let heads = k > j + 1 && !comma && office.rank == 0 && office.state.is_some();
            let next = |x: &Item| matches!(&x.what, What::Office(o) if o.rank > 0);
            let own = heads && self.scan.has_article() && next(&self.items[j + 1])
                || k > j + 1 && !comma && self.scan.has_article() && self.runs_on(from, j, k);
            if !(own || !comma && k == j + 1 && self.each_followed(from, k, titles)) {
                return None;
            }
        }
        Some((j, comma))
    }

    /// "Received NAME the speaker of A the ambassador of B NAME": nobody serves two states, nor is an envoy anything else.
    fn of_two(&self, office: &OfficePhrase, next: usize) -> bool {
        let What::Office(other) = &self.items[next].what else { return false };
        let sent = |o: &OfficePhrase| self.scan.pack.envoys.contains(&o.position);
        let body = |s: &Slug| s.contains(':');
        if office.state.zip(other.state).is_some_and(|(a, b)| a != b && (body(&a) || body(&b))) {
            return true;
        }
        match (office.serves(), other.serves()) {
            (Some(a), Some(b)) => a != b,
            (None, Some(_)) => office.state.is_none() && sent(other) && !sent(office),
            _ => false,
        }
    }

    /// "Received NAME the crown prince the prime minister of A the minister of B NAME": of offices side by side between two
    /// names, those up to the first state's are of the name before, as are those of the heir to a throne, who has no other
    /// office before his name.
    fn runs_on(&self, from: usize, j: usize, k: usize) -> bool {
        let office = |i: usize| match &self.items[i].what {
            What::Office(o) => Some(o),
            _ => None,
        };
        let parted = |i: usize| office(i).is_some_and(|o| self.of_two(o, i + 1));
        if (j..k - 1).any(parted) {
            return true;
        }
        let heir = |i: usize| office(i).is_some_and(|o| o.position == "crown-prince");
        let styled = || self.pending.iter().all(|&p| !matches!(self.items[p].what, What::Office(_)));
        // "Met NAME the minister of health Ambassador NAME": a title of envoys alone is that of whom it stands before.
        let sent = |o: &OfficePhrase| self.scan.pack.envoys.contains(&o.position);
        let titled = k == j + 2 && from == j && office(j + 1).is_some_and(|o| o.bare && sent(o));
        if titled && styled() && office(j).is_some_and(|o| !o.bare && !sent(o)) {
            return true;
        }
        heir(j) && styled()
            || from == j && heir(j - 1) && office(j).is_some_and(|o| o.position == "prime-minister")
    }

    /// "NAME, the outgoing ambassador of A, met": the office behind up to two words that describe him, else `j`.
    ///
    /// Only where nouns have no cases; who acts without a comma behind is another ("with NAME, the visiting minister said").
    fn described_after(&self, from: usize, j: usize) -> usize {
        let features = &self.scan.pack.features;
        if !features.capitals_alone() || features.order != "svo" {
            return j;
        }
        let article = self.items[from..j].iter().any(|x| x.is_word("determiner"));
        let small = self.items[from..j].iter().all(|x| x.is_mark(",") || x.is_word("determiner"));
        let describes = |x: &&Item| {
            items_lower(self.scan, x)
                && (matches!(x.what, What::Other { .. }) || article && matches!(x.what, What::Trigger(_)))
        };
        let words = self.items[j..].iter().take(2).take_while(describes).count();
        let office = j + words;
        let is_office = self.items.get(office).is_some_and(|x| matches!(x.what, What::Office(_)));
        if words == 0 || !small || !is_office {
            return j;
        }
        let acts = self.items.get(office + 1).is_some_and(|x| {
            x.is_word("saying")
                || x.is_word("auxiliary")
                || x.is_word("future")
                || matches!(
                    x.what,
                    What::Trigger(_) | What::Name { .. } | What::Honorific { .. } | What::Rank
                )
        });
        if acts { j } else { office }
    }

    /// "Met NAME the foreign minister of A Ms NAME the foreign minister of B": where the second name has its office behind
    /// it, the office before its title belongs to the first, which has none of its own.
    fn each_followed(&self, name_end: usize, honorific: usize, name: usize) -> bool {
        let office = |k: Option<usize>| {
            k.is_some_and(|k| {
                self.items
                    .get(k)
                    .is_some_and(|x| matches!(x.what, What::Office(_)) && !x.and && x.marker == 0)
            })
        };
        let title = |k: usize| matches!(self.items[k].what, What::Honorific { .. } | What::Rank);
        let before = (0..name_end.saturating_sub(1)).rev().find(|&k| !title(k));
        self.scan.has_article()
            && (honorific < name || self.told_in_full(name_end - 1))
            && office(Some(name + 1))
            && !office(before)
    }

    /// A name of two words or more that stood with no office before: where somebody is named first, his office stands beside him.
    fn told_in_full(&self, at: usize) -> bool {
        let (scan, item) = (self.scan, &self.items[at]);
        let last = scan.text.folded(item.end - 1);
        let known = |n: &Named| {
            n.field == scan.text.field
                && n.parts.last().is_some_and(|p| p == last)
                && n.offices().next().is_some()
        };
        matches!(item.what, What::Name { .. }) && item.end > item.start + 1 && !self.namings.iter().any(known)
    }
}
