//! Envoys: whom they serve and where, who summons, expels or calls them home, who receives their credentials.

use super::camps::add;
use super::groups::{Group, place_like};
use super::reach::Reach;
use super::{Clause, Role};
use crate::Slug;
use crate::code::{Camp, Context, Draft, Known, Seat};
use crate::detect::What;
use crate::detect::office::OfficePhrase;
use crate::detect::person::{Actor, ActorKind};
use crate::pack::{StateForm, TriggerForm, tags};

/// Within how many items after the verb whoever presents his credentials stands.
const SENT: usize = 5;

impl Clause<'_> {
    /// "President NAME of A, in his capacity as chair of ORGANISATION, met B": he acts for both.
    pub(super) fn hats(&self, camps: &mut [Camp; 2]) {
        let Clause { context, sentence, .. } = *self;
        if !sentence.by_order || !sentence.items.iter().any(|i| i.is_word("as")) {
            return;
        }
        for pair in sentence.actors.windows(2) {
            let [one, hat] = pair else { continue };
            let (ActorKind::Person(n), ActorKind::Official(_)) = (&one.kind, &hat.kind) else { continue };
            let between = &sentence.items[one.items.end..hat.items.start.max(one.items.end)];
            let (Some(body), Some(own)) = (context.party(hat), context.party(one)) else { continue };
            let joined = between.len() < 5 && between.iter().any(|i| i.is_word("as"));
            if !joined || !body.contains(':') || own.contains(':') {
                continue;
            }
            for camp in camps.iter_mut() {
                if camp.parties == [own] {
                    camp.parties.push(body);
                } else if camp.parties == [body] && camp.seats.is_empty() {
                    camp.parties.insert(0, own);
                    camp.seats.push(Seat { naming: *n, principal: true });
                }
            }
        }
    }

    /// "Seven new ambassadors presented their credentials": they are of as many states, and none of whom was told before sent
    /// them all.
    pub(super) fn several_sent(&self, roles: &[Role], camps: &[Camp; 2]) -> bool {
        let several = |m: &usize| {
            let actor = &self.sentence.actors[*m];
            matches!(actor.kind, ActorKind::Official(_)) && actor.plural && actor.more.is_empty()
        };
        let sent = roles.iter().find(|(name, _)| *name == "actor");
        self.frame.kind == "CREDENTIALS"
            && self.article
            && camps[0].envoy
            && camps[0].parties.is_empty()
            && sent.is_some_and(|(_, m)| m.iter().all(several))
    }

    /// "NAME presented his credentials to B, [as] ambassador of A": the office stands apart from him, as what he is sent as.
    pub(super) fn sent_as(&self, camps: &mut [Camp; 2]) {
        let Clause { context, sentence, scan, at, frame, nominal, article, hi, .. } = *self;
        if frame.kind != "CREDENTIALS" || !article || nominal {
            return;
        }
        let after = |&m: &usize| sentence.actors[m].items.start > at && sentence.actors[m].items.end <= hi;
        let mut all = (0..sentence.actors.len()).filter(after);
        let Some(who) = all.next() else { return };
        let actor = &sentence.actors[who];
        let named = matches!(actor.kind, ActorKind::Person(_)) && actor.marker.is_none();
        if !named || actor.items.start > at + SENT || context.party(actor).is_some() {
            return;
        }
        let rest: Vec<usize> = all.collect();
        let envoy = |a: &&Actor| {
            a.marker.is_none()
                && matches!(&a.kind, ActorKind::Official(o) if scan.pack.envoys.contains(&o.position))
        };
        let office = rest.iter().map(|&m| &sentence.actors[m]).find(envoy);
        let Some((office, code)) = office.and_then(|o| Some((o, o.party?))) else { return };
        let mut sent = Camp { part: "actor", ..Camp::default() };
        add(context, sentence, &mut sent, who);
        (sent.parties, sent.envoy, sent.open) = (vec![code], true, false);
        let mut to = Camp { part: "recipient", ..Camp::default() };
        let receives =
            |a: &Actor| a.marker.as_deref() == Some("to") && a.kind.is_person() && a.party != Some(code);
        for &m in rest.iter().filter(|&&m| receives(&sentence.actors[m])) {
            add(context, sentence, &mut to, m);
        }
        if to.parties.is_empty()
            && let ActorKind::Official(o) = &office.kind
        {
            to.parties.extend(o.accredited_to);
        }
        *camps = [sent, to];
    }

    /// The sides that the office of an envoy tells: whom he serves, and where.
    pub(super) fn posted_sides(&self, roles: &[Role], camps: &mut [Camp; 2]) {
        let Clause { context, sentence, scan, at, frame, form, hi, .. } = *self;
        // "NAME presented his credentials as ambassador of A to B": the office stands after him.
        if frame.kind == "CREDENTIALS" && sentence.by_order && camps[0].parties.is_empty() {
            let office = sentence.actors.iter().find(|a| {
                a.items.start > at
                    && a.items.end <= hi
                    && matches!(&a.kind, ActorKind::Official(o) if scan.pack.envoys.contains(&o.position))
                    && (a.marker.as_deref() == Some("as")
                        || a.items.start > 0 && sentence.items[a.items.start - 1].is_word("as"))
            });
            if let Some(office) = office
                && let Some(code) = office.party
            {
                camps[0].parties.push(code);
                (camps[0].part, camps[0].envoy, camps[0].open) = ("actor", true, false);
                let to = match &office.kind {
                    ActorKind::Official(o) => o.accredited_to,
                    _ => None,
                };
                if camps[1].parties.is_empty() || camps[1].parties == [code] {
                    camps[1].parties = to.into_iter().filter(|t| *t != code).collect();
                    camps[1].part = "recipient";
                }
            }
        }
        // "Presented her letters to the President at State House in C": who receives them is at home there.
        if frame.kind == "CREDENTIALS"
            && sentence.by_order
            && form != TriggerForm::Passive
            && let [own] = camps[0].parties[..]
            && camps[1].parties.is_empty()
        {
            let here = sentence.actors.iter().find(|a| {
                a.items.start > at
                    && a.items.end <= hi
                    && a.kind.is_city()
                    && matches!(a.marker.as_deref(), Some("in" | "at"))
            });
            if let Some(code) = here.and_then(|a| a.party).filter(|c| *c != own) {
                camps[1].parties.push(code);
                camps[1].part = "recipient";
                let received = roles.iter().filter(|(name, _)| *name == "recipient").flat_map(|(_, m)| m);
                camps[1].seats.extend(received.filter_map(|&m| match sentence.actors[m].kind {
                    ActorKind::Person(n) => Some(Seat { naming: n, principal: true }),
                    _ => None,
                }));
            }
        }
        // "The ambassador of A to B handed over buses at a school": the state where he serves was given them.
        if frame.kind == "AID"
            && sentence.by_order
            && camps[1].parties.is_empty()
            && let Some((own, to)) = roles
                .iter()
                .filter(|(name, _)| *name == "actor")
                .flat_map(|(_, m)| m)
                .find_map(|&m| posted(context, &sentence.actors[m]))
            && camps[0].parties == [own]
        {
            camps[1] = Camp { part: "recipient", ..Camp::of(to) };
        }
        // "The ambassador of A in B presented his credentials", "was called home", "was handed a note", "was expelled".
        if matches!(frame.kind.as_str(), "CREDENTIALS" | "EXPEL" | "RECALL" | "SUMMON")
            && let Some((own, to)) =
                roles.iter().flat_map(|(_, m)| m).find_map(|&m| posted(context, &sentence.actors[m]))
        {
            if matches!(frame.kind.as_str(), "EXPEL" | "SUMMON") {
                if (form == TriggerForm::Passive || !scan.pack.features.complement_before)
                    && camps[0].is_gap()
                    && camps[1].parties.first() == Some(&own)
                {
                    camps[0].parties.push(to);
                    camps[0].part = "actor";
                }
            } else if camps[1].is_gap() && !camps[0].parties.contains(&to) {
                camps[1].parties.push(to);
                camps[1].part = "recipient";
            } else if camps[0].is_gap() && camps[1].parties.first() == Some(&to) {
                camps[0].parties.push(own);
                camps[0].part = "actor";
            }
        }
        // "Received A, the new ambassador of B, who handed him his credentials": they are the envoy's.
        if frame.kind == "CREDENTIALS"
            && !scan.pack.features.case.is_empty()
            && let ([receiver], [sender]) = (&camps[0].parties[..], &camps[1].parties[..])
        {
            let sent = |code: &Slug| {
                sentence.actors.iter().any(|a| context.is_envoy(scan, a) && context.party(a) == Some(*code))
            };
            if sent(sender) && !sent(receiver) {
                camps.swap(0, 1);
                (camps[0].part, camps[1].part) = ("actor", "recipient");
            }
        }
        // "Received the ambassadors of A and B, who handed him their credentials": theirs, where the relative stands before the verb.
        if frame.kind == "CREDENTIALS"
            && scan.has_article()
            && at > 0
            && sentence.items[at - 1].is_word("relative")
            && let (Some(receiver), Some(sender)) = (camps[0].parties.first(), camps[1].parties.first())
        {
            let sent = |code: &Slug| {
                sentence
                    .actors
                    .iter()
                    .any(|a| a.items.end < at && context.is_envoy(scan, a) && context.party(a) == Some(*code))
            };
            if sent(sender) && !sent(receiver) {
                camps.swap(0, 1);
                (camps[0].part, camps[1].part) = ("actor", "recipient");
            }
        }
        // "The ambassador was called back to Ankara": the capital to which he returns is that of whoever calls him.
        if frame.kind == "RECALL" && sentence.by_order && form == TriggerForm::Passive {
            let home = sentence.actors.iter().find(|a| {
                a.items.start > at
                    && a.items.start <= at + 2
                    && matches!(a.kind, ActorKind::State(StateForm::Capital))
                    && a.marker.as_deref().is_none_or(|m| m == "to" || m == "from")
            });
            if let Some(code) = home.and_then(|a| a.party) {
                camps[0] = Camp { parties: vec![code], part: "actor", ..Camp::default() };
                camps[1].parties.retain(|p| *p != code);
            }
        }
    }

    /// One calls home an envoy of one's own, and summons another's; None where the words say otherwise.
    pub(super) fn calls_home(&self, roles: &[Role], camps: &mut [Camp; 2]) -> Option<()> {
        let Clause { context, sentence, scan, at, frame, form, lo, .. } = *self;
        // One calls home an envoy of one's own, and summons another's.
        if matches!(frame.kind.as_str(), "RECALL" | "SUMMON") && scan.pack.features.complement_before {
            let envoy = roles.iter().filter(|(n, _)| *n == "recipient").flat_map(|(_, m)| m).find_map(|&m| {
                match &sentence.actors[m].kind {
                    ActorKind::Official(o) if scan.pack.envoys.contains(&o.position) => Some(o.as_ref()),
                    ActorKind::Person(n) => context.namings[*n]
                        .offices()
                        .next()
                        .filter(|o| scan.pack.envoys.contains(&o.position)),
                    _ => None,
                }
            });
            // "Called A's envoy home from B", with nobody before it: whose envoy he is calls him.
            let own = || {
                sentence.actors.iter().filter(|a| a.items.start >= lo && a.items.end <= at).find_map(|a| {
                    match &a.kind {
                        ActorKind::Official(o) if scan.pack.envoys.contains(&o.position) => o.state,
                        _ => None,
                    }
                    .filter(|_| a.tags & tags::ACC != 0)
                })
            };
            if frame.kind == "RECALL"
                && form != TriggerForm::Passive
                && camps[0].parties.is_empty()
                && !camps[1].parties.is_empty()
                && let Some(own) = own().filter(|o| !camps[1].parties.contains(o))
            {
                camps[0] = Camp { part: "actor", ..Camp::of(own) };
            }
            let foreign = |o: &crate::detect::office::OfficePhrase| {
                o.state.as_ref().is_some_and(|s| !camps[0].parties.contains(s))
            };
            if envoy.is_some_and(|o| (frame.kind == "RECALL") == foreign(o)) {
                return None;
            }
        }
        Some(())
    }

    /// The ambassador who is called home serves at the other side, even where his office names it.
    pub(super) fn serves_at(&self, camps: &mut [Camp; 2]) {
        let Clause { context, sentence, at, frame, hi, article, .. } = *self;
        // The ambassador who is called home serves at the other side, even where his office names it.
        if frame.kind == "RECALL" && article && camps[1].parties.is_empty() && !camps[1].open {
            let posted = sentence.actors.iter().filter(|a| a.items.start > at && a.items.end <= hi);
            let host = posted.filter_map(|a| match &a.kind {
                ActorKind::Official(o) => o.accredited_to.or(o.state),
                ActorKind::Person(n) => context.namings[*n].offices().find_map(|o| o.accredited_to),
                _ => None,
            });
            camps[1].parties.extend(host.into_iter().find(|h| !camps[0].parties.contains(h)));
        }
    }

    /// Who summons, expels or calls home an envoy; None where it is one's own who cannot be, or another's.
    pub(super) fn summoned(&self, reach: &Reach, roles: &[Role], camps: &mut [Camp; 2]) -> Option<()> {
        let Clause { context, index, sentence, at, frame, nominal, svo, bare, article, earlier, .. } = *self;
        let Reach { ref left, ref right, subject, .. } = *reach;
        // "A expelled diplomats of B. The ambassador was summoned": that of the one of the two, by the other.
        let acted = |e: &&Draft| {
            matches!(e.kind.as_str(), "EXPEL" | "STATEMENT" | "SANCTION" | "APPEAL" | "THREATEN")
                && e.done()
                && !e.background
                && e.spot + 2 >= index
                && e.camps.iter().all(|c| c.parties.len() == 1 && !c.parties[0].starts_with("ORG:"))
        };
        if sentence.by_order
            && !nominal
            && frame.kind == "SUMMON"
            && camps[1].envoy
            && camps[1].parties.is_empty()
            && camps[0].parties.is_empty()
            && let Some(e) = earlier.filter(acted)
        {
            camps[0].parties = e.camps[0].parties.clone();
            camps[0].known = Known::Lent;
            camps[0].open = false;
            camps[1].parties = e.camps[1].parties.clone();
            camps[1].open = false;
        }
        // "The ministry of A proceeded to the summoning of the envoy of B": who stands before the noun summons him.
        if nominal
            && article
            && matches!(frame.kind.as_str(), "SUMMON" | "EXPEL")
            && camps[0].envoy
            && camps[1].parties.is_empty()
            && roles.iter().any(|(n, m)| *n == "actor" && sentence.actors[m[0]].items.start > at)
            // "The prime minister of A instructed the ministry to": whose ministry it is.
            && let Some((doer, code)) = left
                .iter()
                .rev()
                .filter(|g| g.marker.is_none() && !place_like(sentence, g))
                .find_map(|g| {
                    let doer = &sentence.actors[g.members[0]];
                    // "The ministry proceeded to": the publisher's own.
                    let own = matches!(doer.kind, ActorKind::Institution { acts: true });
                    Some((g, context.party(doer).or(context.home.filter(|_| own))?))
                })
            && !camps[0].parties.contains(&code)
        {
            let mut acting = Camp { part: "actor", ..Camp::default() };
            doer.members.iter().for_each(|&m| add(context, sentence, &mut acting, m));
            let [envoy, _] = std::mem::replace(camps, [acting, Camp::default()]);
            camps[1] = Camp { part: "recipient", ..envoy };
        }
        // "The summoning of the ambassador to X", "the expulsion of the ambassador from X": where he serves acts.
        if nominal && article && matches!(frame.kind.as_str(), "SUMMON" | "EXPEL") {
            let hosts = roles.iter().flat_map(|(_, m)| m).find_map(|&m| {
                let actor = &sentence.actors[m];
                context.post(actor).map(|p| (p, context.party(actor)))
            });
            let from = right.iter().find(|g| g.marker.as_deref() == Some("from") && frame.kind == "EXPEL");
            // One's own ambassador is not summoned but called home.
            let own = hosts.as_ref().is_some_and(|(_, sent)| {
                sent.is_some()
                    && left
                        .iter()
                        .flat_map(|g| &g.members)
                        .any(|&m| context.party(&sentence.actors[m]) == *sent)
            });
            if own {
                return None;
            }
            if let Some((host, sent)) = hosts {
                *camps = [Camp::default(), Camp::default()];
                camps[0].parties.push(host);
                camps[1].parties.extend(sent);
            } else if let Some(host) = from.and_then(|g| context.party(&sentence.actors[g.members[0]])) {
                let sent: Vec<Slug> =
                    camps.iter().flat_map(|c| c.parties.clone()).filter(|p| *p != host).collect();
                camps[0] = Camp { parties: vec![host], part: "actor", ..Camp::default() };
                camps[1].parties = sent;
            }
        }
        // "Out of A [they] expel diplomats of B": a plural without a subject, whose doer is the state that they leave.
        if !nominal && frame.kind == "EXPEL" && svo && !bare {
            let subject = |g: &&Group| g.marker.is_none() && g.tags & tags::NOM != 0;
            let from = left.iter().find(|g| g.marker.as_deref() == Some("from"));
            let host = from.and_then(|g| context.party(&sentence.actors[g.members[0]]));
            if let Some(host) = host
                && !left.iter().chain(right.iter()).any(subject)
            {
                let sent: Vec<Slug> =
                    camps.iter().flat_map(|c| c.parties.clone()).filter(|p| *p != host).collect();
                camps[0] = Camp { parties: vec![host], part: "actor", ..Camp::default() };
                camps[1] = Camp { parties: sent, part: "recipient", ..Camp::default() };
            }
        }
        // "The summoning of the ambassador of A in B" by the ministry of A: one's own is called home, another's is not.
        if frame.kind == "RECALL"
            && article
            && let Some(own) = right
                .iter()
                .flat_map(|g| &g.members)
                .filter(|&&m| sentence.actors[m].items.start <= at + 1 || !nominal)
                .find_map(|&m| self.envoy_of(m))
        {
            let doer = |g: &&&Group| g.marker.is_none() && !place_like(sentence, g);
            // "A called its envoy home, and called in the envoy of B": who calls is not told again.
            let unsaid = || subject.is_some_and(|s| s.members.iter().any(|&m| self.envoy_of(m) == Some(own)));
            let unsaid = !nominal && unsaid();
            let before = if nominal || unsaid { left.iter().rev().find(doer).copied() } else { subject };
            let told =
                || earlier.filter(|e| unsaid && e.sentence == index)?.camps[0].parties.first().copied();
            let theirs = before.and_then(|g| context.party(&sentence.actors[g.members[0]])).or_else(told);
            if theirs.is_some_and(|p| p != own) {
                return None;
            }
        }
        Some(())
    }

    /// "A expelled diplomats of B and C. Both ambassadors were called in": those of each, by whoever acted.
    pub(super) fn each_summoned(&self, camps: &mut [Camp; 2]) {
        let Clause { index, sentence, scan, at, frame, nominal, earlier, .. } = *self;
        let envoys = |a: &Actor| match &a.kind {
            ActorKind::Official(o) => a.plural && o.state.is_none() && scan.pack.envoys.contains(&o.position),
            _ => false,
        };
        let all = sentence.actors.iter().any(|a| a.items.end <= at && envoys(a));
        if !all || nominal || !sentence.by_order || frame.kind != "SUMMON" {
            return;
        }
        let acted = |e: &&Draft| {
            matches!(e.kind.as_str(), "EXPEL" | "SANCTION" | "STATEMENT")
                && e.done()
                && e.spot + 2 >= index
                && e.camps[0].parties.len() == 1
                && e.camps[1].parties.len() > 1
        };
        let Some(e) = earlier.filter(acted) else { return };
        let fits = |k: usize| camps[k].parties.iter().all(|p| e.camps[k].parties.contains(p));
        if fits(0) && fits(1) {
            for (k, part) in ["actor", "recipient"].into_iter().enumerate() {
                camps[k] = Camp {
                    parties: e.camps[k].parties.clone(),
                    part,
                    envoy: k == 1,
                    known: Known::Both,
                    ..Camp::default()
                };
            }
            camps[1].people = true;
        }
    }

    /// Whose envoy a participant is, named or not.
    fn envoy_of(&self, actor: usize) -> Option<Slug> {
        let Clause { context, sentence, scan, .. } = *self;
        let envoy = |o: &OfficePhrase| scan.pack.envoys.contains(&o.position);
        match &sentence.actors[actor].kind {
            ActorKind::Official(o) => Some(o).filter(|o| envoy(o)).and_then(|o| o.state),
            ActorKind::Person(n) => context.namings[*n].offices().find(|o| envoy(o)).and_then(|o| o.state),
            _ => None,
        }
    }

    /// Envoys of whom only the number is told, named in the sentences after it.
    ///
    /// None for a title that tells the state of none of them: the text tells who they were, and to whom they came.
    pub(super) fn several_received(&self, roles: &[Role], camps: &mut [Camp; 2]) -> Option<()> {
        let Clause { context, index, sentence, scan, at, frame, bare, article, .. } = *self;
        // "Received several ambassadors": those who are named after it, the same where nouns have an article.
        let several = || {
            roles.iter().flat_map(|(_, m)| m).any(|&m| {
                let actor = &sentence.actors[m];
                let envoys = |o: &crate::detect::office::OfficePhrase| scan.pack.envoys.contains(&o.position);
                actor.plural
                    && context.party(actor).is_none()
                    && matches!(&actor.kind, ActorKind::Official(o) if envoys(o))
            })
        };
        let sent = roles.iter().flat_map(|(_, m)| m);
        if frame.kind == "CREDENTIALS"
            && sentence.scan == 0
            && context.sentences.last().is_some_and(|s| s.scan == 1)
            && sent.clone().any(|&m| sentence.actors[m].plural)
            && sent.clone().all(|&m| context.party(&sentence.actors[m]).is_none())
        {
            return None;
        }
        let received = match frame.kind.as_str() {
            "CREDENTIALS" => Some((0, 1)),
            "MEET" => Some((1, 0)),
            _ => None,
        };
        if let Some((sent, host)) = received
            && article
            && camps[sent].parties.is_empty()
            && several()
        {
            let host = camps[host].parties.first().copied().or(context.home);
            let (codes, seats) = envoys_after(context, index, host);
            if !codes.is_empty() {
                camps[sent].parties = codes;
                camps[sent].seats.extend(seats);
                camps[sent].envoy = true;
                camps[sent].open = false;
            }
        }
        // "The credentials of three ambassadors": those who are named after it.
        if frame.kind == "CREDENTIALS"
            && !article
            && camps[0].parties.is_empty()
            && (!camps[1].parties.is_empty() || bare)
            && (!bare || roles.iter().flat_map(|(_, m)| m).any(|&m| sentence.actors[m].plural))
        {
            // Where the text leaves unsaid who receives them: the publisher's head of state, or whoever they are sent to.
            let after = || context.sentences[index..].iter().take(5).flat_map(|s| &s.actors);
            let host = camps[1]
                .parties
                .first()
                .copied()
                .or(context.home)
                .or_else(|| after().find_map(|a| context.post(a)));
            let envoy = |a: &Actor| match &a.kind {
                ActorKind::Official(o) => scan.pack.envoys.contains(&o.position).then_some(o.state).flatten(),
                ActorKind::Person(n) => context.namings[*n]
                    .offices()
                    .any(|o| scan.pack.envoys.contains(&o.position))
                    .then(|| context.naming_party[*n])
                    .flatten(),
                _ => None,
            };
            let next = context.sentences[index + 1..].iter().take(4);
            let last = context.sentences[..index].iter().rev().take(usize::from(!bare));
            let next = next.chain(last).filter(|s| s.scan == sentence.scan).flat_map(|s| &s.actors);
            let listed = || {
                let near = context.sentences[index + 1..].iter().take(2);
                near.flat_map(|s| crate::code::roster::listed(scan.pack, s))
                    .map(|(c, _)| c)
                    .find(|c| Some(*c) != host)
            };
            // "Of seven ambassadors, representing A, B and C".
            let represented: Vec<Slug> = sentence
                .items
                .iter()
                .position(|i| matches!(i.what, What::Side))
                .filter(|&side| side > at)
                .map(|side| {
                    sentence.items[side..]
                        .iter()
                        .take_while(|i| {
                            matches!(
                                i.what,
                                What::Side | What::State { form: StateForm::Name, .. } | What::Mark(',')
                            ) || i.is_word("and")
                                || i.is_word("determiner")
                        })
                        .filter_map(|i| match &i.what {
                            What::State { code, .. } => Some(*code),
                            _ => None,
                        })
                        .collect()
                })
                .unwrap_or_default();
            let represented = if represented.is_empty() && bare && camps[0].parties.is_empty() {
                states_of_envoys(context, index)
            } else {
                represented
            };
            if let Some(host) = host
                && !represented.is_empty()
            {
                camps[0].parties.extend(represented.into_iter().filter(|c| *c != host));
                camps[0].open = false;
                if camps[1].parties.is_empty() {
                    camps[1].parties.push(host);
                    camps[1].open = false;
                }
            } else if let Some(host) = host
                && let Some(code) = next.filter_map(envoy).find(|c| *c != host).or_else(listed)
            {
                camps[0].parties.push(code);
                camps[0].open = false;
                if camps[1].parties.is_empty() {
                    camps[1].parties.push(host);
                    camps[1].open = false;
                }
            }
        }
        Some(())
    }
}

/// Whom an envoy serves and to whom he is sent.
pub(super) fn posted(context: &Context, actor: &Actor) -> Option<(Slug, Slug)> {
    let own = context.party(actor)?;
    let to = context.post(actor)?;
    (own != to).then_some((own, to))
}

/// "The envoys represent A, B and C", "A, B and C are the states whose ambassadors": the states that the next sentences list.
fn states_of_envoys(context: &Context, index: usize) -> Vec<Slug> {
    let scan = context.sentences[index].scan;
    let near = context.sentences[index + 1..].iter().take(2).filter(|s| s.scan == scan);
    for sentence in near {
        let envoys = &context.scan(sentence).pack.envoys;
        let envoy =
            |a: &Actor| matches!(&a.kind, ActorKind::Official(o) if a.plural && envoys.contains(&o.position));
        if !sentence.actors.iter().any(envoy) && !sentence.items.iter().any(|i| matches!(i.what, What::Side))
        {
            continue;
        }
        let (mut best, mut run): (Vec<Slug>, Vec<Slug>) = (Vec::new(), Vec::new());
        for item in &sentence.items {
            match &item.what {
                What::State { code, form: StateForm::Name } => run.push(*code),
                What::Mark(',') => {}
                _ if item.is_word("and") || item.is_word("determiner") => {}
                _ => run.clear(),
            }
            if run.len() > best.len() {
                best.clone_from(&run);
            }
        }
        if best.len() > 2 {
            return best;
        }
    }
    Vec::new()
}

/// The ambassadors whom the next sentences name one after another, with their states.
pub(super) fn envoys_after(context: &Context, index: usize, host: Option<Slug>) -> (Vec<Slug>, Vec<Seat>) {
    let (mut codes, mut seats): (Vec<Slug>, Vec<Seat>) = (Vec::new(), Vec::new());
    for sentence in context.sentences[index + 1..].iter().take(3).filter(|s| s.scan == 1) {
        let envoys = &context.scan(sentence).pack.envoys;
        let before = codes.len();
        for actor in &sentence.actors {
            let office = match &actor.kind {
                ActorKind::Official(o) => Some(o.as_ref()),
                ActorKind::Person(n) if context.person_of[*n].is_some() => {
                    context.namings[*n].offices().next()
                }
                _ => None,
            };
            let Some(code) = office
                .filter(|o| envoys.contains(&o.position))
                .and_then(|_| context.party(actor))
                .filter(|c| Some(*c) != host)
            else {
                continue;
            };
            for code in std::iter::once(code).chain(actor.more.iter().copied()) {
                if !codes.contains(&code) {
                    codes.push(code);
                }
            }
            if let ActorKind::Person(n) = actor.kind {
                seats.push(Seat { naming: n, principal: true });
            }
        }
        if before > 0 && codes.len() == before {
            break;
        }
    }
    // One ambassador named later is not "several".
    if codes.len() < 2 { (Vec::new(), Vec::new()) } else { (codes, seats) }
}
