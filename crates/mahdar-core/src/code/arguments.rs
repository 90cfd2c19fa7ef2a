//! Which actor takes which side of a trigger: by order, by preposition, by case.
//!
//! One trigger passes these stages, each in its own file: its clause, the groups around it, which of them stand on which
//! side and which is the subject, the roles that the frame gives them, the two sides; then what the words say otherwise
//! (offices of envoys, adjectives) and what was told before.

mod acted;
mod aside;
mod camps;
mod clause;
mod described;
mod envoys;
mod goes_on;
mod groups;
mod lent;
mod light;
mod occasion;
mod order;
mod reach;
mod roles;
mod speaker;
mod third;
mod those;
mod venue;

use std::ops::Range;

use super::{Camp, Context, Draft, Sentence};
use crate::detect::person::{Actor, ActorKind};
use crate::detect::{Item, Scan, What};
use crate::model::Why;
use crate::pack::{Frame, NounNumber, StateForm, TriggerForm, kinds, tags};

pub(in crate::code) use camps::add;
pub(in crate::code) use clause::{
    asked_before, company, dateline as opening, is_passive, relatives, runs_on, tells_when, window,
};
pub(in crate::code) use lent::{follows, guest_and_host};
pub(in crate::code) use order::{bare_that, is_clause};

/// Within how many items after a verb the document stands that it describes.
const REACH: usize = 8;

/// Within how many items before a verb the preposition of its document stands.
const DOCUMENT: usize = 4;

/// A name of a role in a frame, and the actors that take it.
type Role = (&'static str, Vec<usize>);

/// A trigger and the clause in which its sides are sought.
#[derive(Clone, Copy)]
struct Clause<'c> {
    context: &'c Context<'c>,
    /// Which sentence.
    index: usize,
    sentence: &'c Sentence,
    scan: &'c Scan<'c>,
    /// The item of the trigger.
    at: usize,
    frame: &'c Frame,
    form: TriggerForm,
    /// The items of the clause.
    lo: usize,
    hi: usize,
    /// Between two commas, who was with the subject; or what was said in talks: no side of what is told.
    company: (usize, usize),
    /// The preposition with which the trigger ends.
    tail: Option<&'c str>,
    nominal: bool,
    /// The sides are a set.
    unordered: bool,
    /// What two do together.
    mutual: bool,
    /// Features of the language: its order, and whether its nouns have no cases.
    svo: bool,
    vso: bool,
    sov: bool,
    bare: bool,
    article: bool,
    /// What was told before.
    earlier: Option<&'c Draft>,
}

impl<'c> Clause<'c> {
    /// "Comes working": right behind another verb that leaves its time to it, a verb of coming tells that this goes on.
    fn lasts(&self) -> bool {
        let item = &self.sentence.items[self.at];
        let converb = |t: usize| self.scan.pack.features.is_converb(self.scan.text.folded(t));
        let other = |i: usize| matches!(self.sentence.items[i].what, What::Other { .. });
        self.sov && item.end == item.start + 1 && self.at > 0 && other(self.at - 1) && converb(item.start - 1)
    }

    fn new(
        context: &'c Context<'c>,
        index: usize,
        at: usize,
        frame: &'c Frame,
        form: TriggerForm,
        earlier: Option<&'c Draft>,
    ) -> Self {
        let sentence = &context.sentences[index];
        let scan = context.scan(sentence);
        let features = &scan.pack.features;
        let nominal = form.is_noun();
        let article = scan.has_article();
        let (lo, mut hi) = match window(sentence, at, false) {
            whole if article && sentence.scan == 0 => clause::second_clause(sentence, at, whole),
            whole => whole,
        };
        // "Welcomed A, in a statement that the ministry issued, the signing by B".
        let inset = (article && !nominal).then(|| clause::inset(sentence, at, hi)).flatten();
        if let Some((_, close)) = inset.filter(|(_, close)| hi <= *close) {
            hi = window(sentence, close, false).1;
        }
        let lo = if nominal { clause::before_light_verb(context, index, at, lo) } else { lo };
        let gerund = form == TriggerForm::Gerund;
        let talks = (nominal || gerund) && matches!(frame.kind.as_str(), "MEET" | "CALL");
        let said_there = talks.then(|| clause::said_at(scan, sentence, at, lo, gerund)).flatten();
        let (lo, said_between) = said_there.unwrap_or((lo, (0, 0)));
        // "A stressed during his meeting with B": whose meeting it is stands before the verb of saying.
        let at_talks = nominal && article && matches!(frame.kind.as_str(), "MEET" | "CALL");
        let lo = if at_talks { clause::before_saying(scan, sentence, at, lo) } else { lo };
        // What a statement is about may stand in a clause of its own: "condemned the attack that took place in X".
        // So what was agreed on: "agreed, in the talks that X hosted, on".
        let said = frame.kind == "STATEMENT" || frame.kind == "AGREE" && article && !frame.news.is_empty();
        if said && !nominal && (article || sentence.by_order) {
            hi = clause::through_relative(sentence, at, hi);
        }
        // "Renewed its rejection of", "raised its mission in": a noun with a pronoun is what the verb takes, though a verb is
        // written alike.
        if matches!(frame.kind.as_str(), "STATEMENT" | "COOPERATE" | "RECALL")
            && !nominal
            && article
            && hi < sentence.items.len()
            && scan.is_owned(&sentence.items[hi])
            && !sentence.items[hi].and
            && !sentence.items[hi - 1].is_word("relative")
        {
            hi = window(sentence, hi, false).1;
        }
        // "Stressed the need that A keep to": who must stands behind the verb of the duty.
        if frame.kind == "APPEAL" && !nominal && article && hi < sentence.items.len() && hi > at + 1 {
            let that = sentence.items[hi - 1].is_kind("relative", "that");
            if that && sentence.items[hi].is_present() && !sentence.items[hi].and {
                hi = window(sentence, hi, false).1;
            }
        }
        // "Threatened that it would cut its ties with B": who is threatened stands in the clause of the threat.
        if frame.kind == "THREATEN"
            && !nominal
            && article
            && hi < sentence.items.len()
            && sentence.items[at..hi].iter().any(Item::is_that)
            && sentence.items[hi].first_tags & crate::pack::tags::FUTURE != 0
        {
            hi = window(sentence, hi, false).1;
        }
        // "Sanctions on firms [that] supply X": a verb right after an indefinite noun tells what that noun does.
        if frame.kind == "SANCTION" && !nominal && article && hi < sentence.items.len() && hi > at + 1 {
            let noun = &sentence.items[hi - 1];
            let indefinite =
                matches!(noun.what, What::Other { .. }) && noun.first_tags & crate::pack::tags::DEFINITE == 0;
            if indefinite && sentence.items[hi].is_present() {
                let wider = window(sentence, hi, false).1;
                hi = (hi..wider).find(|&i| sentence.items[i].is_mark(",")).unwrap_or(wider);
            }
        }
        // "New sanctions hit firms of X": what a noun of an act does is told by a verb of striking.
        if frame.kind == "SANCTION" && nominal && article && hi < sentence.items.len() {
            let strikes = |i: &Item| {
                matches!(&i.what, What::Trigger(o)
                if o.iter().all(|&(f, _)| scan.pack.frames[f].kind == "FORCE"))
            };
            if strikes(&sentence.items[hi]) {
                hi = window(sentence, hi, false).1;
            }
        }
        // "Received, on the visit that he makes to X, the minister": whom is said after the clause with "who".
        if matches!(frame.kind.as_str(), "MEET" | "CALL") && !nominal && article {
            let wider = clause::through_relative(sentence, at, hi);
            let people = |to: usize| {
                let inside = |a: &&Actor| a.items.start > at && a.items.end <= to;
                sentence.actors.iter().filter(inside).filter(|a| a.kind.is_people()).count()
            };
            if people(hi) == 1 && people(wider) > 1 {
                hi = wider;
            }
        }
        // "Said in talks with B that the two countries": what was said tells nobody who talked.
        if article && matches!(frame.kind.as_str(), "MEET" | "CALL") {
            let that = |i: &usize| sentence.items[*i].is_kind("relative", "that");
            hi = (at + 1..hi).find(that).unwrap_or(hi);
        }
        // "Received A, and the meeting dealt with the cooperation with B": nobody whom its subjects name was received.
        if article && !nominal && matches!(frame.kind.as_str(), "MEET" | "CALL") {
            hi = clause::before_subjects(scan, sentence, at, hi);
        }
        // "A wrote that B's president": what was written tells nobody to whom.
        if frame.to_people && features.svo_with_cases() && !nominal {
            hi = (at + 1..hi).find(|&i| sentence.items[i].is_kind("relative", "content")).unwrap_or(hi);
        }
        // "Invited A to take part in the summit of B": whoever holds what he is invited to is no side.
        if frame.kind == "INVITE" && article {
            hi = (at + 1..hi).find(|&i| sentence.items[i].is_word("attending")).unwrap_or(hi);
        }
        // "A [supported] B and C [called on]": where verbs stand last, what "and" joins to one belongs to the next.
        if features.order == "sov" && !nominal && sentence.items.get(at + 1).is_some_and(|i| i.is_word("and"))
        {
            hi = at + 1;
        }
        let urges = matches!(frame.kind.as_str(), "APPEAL" | "INVITE");
        let asked = (urges && features.order == "sov" && !nominal)
            .then(|| clause::asked_before(scan, sentence, at, lo))
            .flatten();
        let lo = asked.map_or(lo, |(lo, _)| lo);
        // "A, in the presence of B, received C".
        let takes = frame.kind != "CREDENTIALS";
        let apart = article && !nominal && inset.is_none();
        let company = apart.then(|| clause::company(sentence, at, hi, takes)).flatten();
        let there = apart && company.is_none() && matches!(frame.kind.as_str(), "MEET" | "CALL");
        let company = company.or_else(|| there.then(|| clause::where_he_is(sentence, at)).flatten());
        if let Some((_, close)) = company {
            hi = window(sentence, close, false).1;
        }
        let company = company.or(inset);
        // "Before their presidents gathered for a summit, the ministers met": who stands between the comma that ends such a
        // clause and the next verb acts by that one.
        let hi = clause::opening_clause(sentence, at, hi).filter(|_| !nominal).unwrap_or(hi);
        let opened = lo.checked_sub(1).and_then(|verb| clause::opening_clause(sentence, verb, at));
        let lo = opened.map_or(lo, |comma| comma + 1);
        // "Met B in CITY, after which the two signed": such a word opens a clause of its own, where cases tell who acts in it.
        let goes_on = |c: &usize| {
            sentence.items[*c].is_mark(",") && scan.word(sentence.items[*c + 1].start, "goes-on").is_some()
        };
        let anew = (lo..at).rev().find(goes_on).filter(|_| !nominal && features.svo_with_cases());
        let lo = anew.map_or(lo, |c| c + 1);
        let spoken = at_talks && said_between == (0, 0);
        let company = company
            .or_else(|| spoken.then(|| clause::spoken_there(context, sentence, at, (lo, hi))).flatten());
        let lo = lo.max(clause::dateline(scan, sentence).filter(|&d| d <= at).unwrap_or(0));
        Clause {
            context,
            index,
            sentence,
            scan,
            at,
            frame,
            form: clause::voice(scan, sentence, at, form),
            lo,
            hi,
            company: asked.map(|(_, end)| (end, at)).or(company).unwrap_or(said_between),
            tail: clause::tail(scan, &sentence.items[at]),
            nominal,
            unordered: scan.pack.unordered.contains(&frame.kind) || frame.exchange,
            mutual: matches!(frame.kind.as_str(), "MEET" | "CALL" | "SIGN" | "AGREE" | "COOPERATE" | "VISIT"),
            svo: features.order == "svo",
            vso: features.order == "vso",
            sov: features.order == "sov",
            bare: features.case.is_empty(),
            article,
            earlier,
        }
    }
}

/// Fills a frame around the trigger at item `at`; None when it names no interaction of two parties.
pub(super) fn fill(
    context: &Context,
    index: usize,
    at: usize,
    frame: &Frame,
    form: TriggerForm,
    earlier: Option<&Draft>,
) -> Option<Draft> {
    let clause = Clause::new(context, index, at, frame, form, earlier);
    if clause.of_an_antecedent() || clause.with_people() {
        return None;
    }
    let found = clause.surroundings()?;
    let reach = clause.reach(&found)?;

    let mut roles = clause.by_markers(&found, &reach);
    clause.before_colon(&found, &mut roles);
    clause.invited_to(&reach, &mut roles);
    clause.jointly(&reach, &mut roles);
    clause.stated(&reach, &mut roles);
    clause.meant(&reach, &mut roles);
    clause.talkers(&mut roles, &reach);
    clause.exchanged(&mut roles);
    clause.in_course_of(&mut roles);
    if clause.held_by_the_verb(&roles) {
        return None;
    }
    clause.ties_with_others(&mut roles);
    clause.not_asked(&mut roles);
    clause.asked_for(&mut roles);
    clause.aims(&mut roles);
    clause.sufferers(&mut roles);
    clause.colleagues(&mut roles);
    clause.venue(&mut roles)?;

    let sentence = clause.sentence;
    let mut camps = camps::camps_of(context, sentence, &frame.kind, clause.unordered, &roles, earlier);
    if clause.title_lists(&roles) {
        return None;
    }
    clause.named_before(&roles, &mut camps);
    clause.received_him(&mut camps);
    let mediated = clause.mediated(&mut camps);
    clause.held_for(&mut camps);
    clause.where_came(&reach, &mut camps);
    clause.sent_as(&mut camps);
    clause.posted_sides(&roles, &mut camps);
    clause.calls_home(&roles, &mut camps)?;
    clause.both_named(&mut camps);
    clause.craft_suffers(&mut camps);
    clause.struck_by_adjective(&reach, &roles, &mut camps);
    clause.struck_before(&mut camps);
    clause.struck_too(&mut camps);
    clause.blamed(&mut camps);
    clause.armed_by_adjective(&mut camps);
    clause.opened_in(&mut camps);
    let landed = clause.relief_lands(&mut camps);
    clause.serves_at(&mut camps);
    clause.owned_by_adjective(&roles, &mut camps);
    clause.struck_in(&reach, &mut camps);
    clause.summoned(&reach, &roles, &mut camps)?;
    clause.each_summoned(&mut camps);
    clause.called_in(&reach, &mut camps);
    clause.decides_too(&mut camps);
    clause.expelled_from(&reach, &mut camps);
    clause.staff_expelled(&reach, &mut camps);
    clause.suspended(&reach, &mut camps);
    clause.carried_by(&mut camps);
    clause.given_by_adjective(&mut camps);
    clause.closed_by_adjective(&mut camps);
    clause.undergone(&mut camps);
    clause.between_two(&reach, &mut camps);
    clause.invited_too(&mut camps);
    clause.may_do(&roles, &mut camps)?;
    if clause.receives_somebody() || clause.calls_on_city(&roles) {
        return None;
    }
    clause.travels(&roles, &mut camps);
    // "In calls with A and B": with both.
    let with = |(_, m): &Role| sentence.actors[m[0]].marker.as_deref() == Some("with");
    let across = sentence.by_order && roles.iter().any(with);
    // "Then he had talks with his counterparts X of A and Y of B": they are all across from him.
    let peers = clause.article && !roles.is_empty() && roles.iter().all(|(_, m)| clause.are_counterparts(m));
    camps::split_lone(clause.unordered && !across && !peers, &mut camps);
    if across {
        clause.discussed_in(&mut camps);
    }
    camps::lead_delegations(context, sentence, &roles, &mut camps);

    let each_other = clause.each_other(&mut camps);
    clause.cable(&roles, &mut camps);
    clause.one_of_them(&mut camps);
    clause.brought(&mut camps);
    clause.signed_it(&roles, &mut camps);
    let unsaid = clause.unsaid_signing(&roles, &mut camps);
    clause.same_as_before(&roles, &mut camps);
    clause.mediated_after(&mut camps);
    clause.presented_to(&mut camps);
    clause.asked_of_both(&roles, &mut camps);
    clause.both_sides(&mut camps);
    clause.both_named_before(&mut camps);
    let delegates = clause.delegates(&roles, &mut camps);
    clause.pairs(&mut camps);
    clause.attending(&mut camps);
    clause.listed_meetings(&mut camps);
    clause.followed(&mut camps);
    clause.those_who_met(&roles, &mut camps);
    clause.same_for_both(&mut camps);
    clause.took_credentials_too(&mut roles, &mut camps);
    if clause.received_his_own(&roles, &camps) {
        return None;
    }
    let leads = clause.received_as_well(&mut roles, &mut camps);
    let leads = leads.or_else(|| clause.goes_on(&roles, &mut camps));
    clause.of_a_series(&mut camps);
    // What a frame tells on the way as a tour is one, or nothing.
    let toured = clause.tour(&mut camps);
    if frame.secondary && frame.mode.as_deref() == Some("tour") && !toured {
        return None;
    }
    if frame.kind == "VISIT" && !form.is_noun() && clause.lasts() {
        return None;
    }
    clause.side_as_party(&mut camps);
    clause.told_after(&mut camps);
    clause.with_him(&mut camps);
    let visiting = clause.visiting(&reach, &mut camps);
    let invited = clause.invited(&mut camps);
    clause.said_of_it(&mut camps);
    let last = clause.whoever_acted_last(&mut camps);
    clause.takes_only(&roles, &mut camps);
    let leads = leads.or(clause.subject_unsaid(&reach, &mut camps));
    let leads = leads.or(clause.whoever_opens(&mut camps));
    clause.in_which(&mut camps);
    clause.at_home_there(&mut camps);
    clause.of_the_host(&mut camps);
    clause.delegation_came(&mut camps);
    let aside = match () {
        _ if last => aside::Aside::Another,
        _ if invited => aside::Aside::No,
        _ => clause.aside(&reach, &mut camps),
    };
    clause.whoever_spoke(&mut camps);
    clause.host_announces(&mut camps);
    clause.after_which(&mut camps);
    clause.whose_talks(&mut camps);
    clause.received_there(&mut camps);
    let gaps = camps.iter().filter(|c| c.is_gap()).count();
    if gaps > 1 || gaps > 0 && clause.form == TriggerForm::Back {
        return None;
    }
    let third = clause.met_both(&mut camps);
    camps::same_office(sentence, &roles, &mut camps);
    clause.several_received(&roles, &mut camps)?;
    clause.in_office(&camps)?;
    clause.visitors(&mut camps);
    if clause.several_sent(&roles, &camps) {
        return None;
    }
    camps::settle(context, index, &mut camps, earlier, frame.vague)?;
    camps::bring_home(context, &mut camps);
    clause.within_the_cable(&mut camps);
    clause.envoy_presents(&mut camps);
    clause.hats(&mut camps);
    if clause.play(&roles) || clause.travels_to_him(&camps) {
        return None;
    }
    let draft = clause.draft(&reach, &roles, camps, unsaid);
    let answered = clause.answered();
    let on_the_way = matches!(aside, aside::Aside::Told | aside::Aside::Another);
    let reasons = [
        (on_the_way, "about-something-else"),
        (answered, "answered"),
        (visiting, "on-a-visit"),
        (mediated, "between-others"),
        (toured && earlier.is_some(), "on-a-tour"),
    ];
    let told = draft.aside.filter(|_| !clause.left_behind()).or_else(|| first_reason(&reasons));
    Some(Draft {
        each_other,
        secondary: told.is_some(),
        aside: told,
        another: matches!(aside, aside::Aside::Another | aside::Aside::Next) || answered || third,
        // They meet on another day than that on which those who sent them telephoned.
        remote: draft.remote || delegates && earlier.is_some_and(|e| e.kind == "CALL"),
        leads: leads.unwrap_or(draft.leads),
        occurs: draft.occurs || landed,
        ..draft
    })
}

/// The first of these that holds, by its name.
fn first_reason(reasons: &[(bool, &'static str)]) -> Option<&'static str> {
    reasons.iter().find(|(holds, _)| *holds).map(|(_, name)| *name)
}

/// The sentence names nobody who could be two parties, and nothing else tells who they are.
///
/// Most verbs of ordinary news stand in such sentences, and none of the many rules need be asked there.
pub(super) fn nobody_acts(context: &Context, index: usize) -> bool {
    let sentence = &context.sentences[index];
    let scan = context.scan(sentence);
    if context.home.is_some() || context.title_pair.len() > 1 {
        return false;
    }
    let named =
        scan.matches.tokens_with(sentence.range.clone(), kinds::STATE | kinds::ORGANISATION).take(2).count();
    if named > 1 {
        return false;
    }
    let acting = |a: &Actor| 1 + usize::from(a.plural || matches!(a.kind, ActorKind::Both));
    let of_state = |i: &Item| match &i.what {
        What::Institution { state, .. } => state.is_some(),
        What::Office(o) => o.state.is_some(),
        _ => false,
    };
    sentence.actors.iter().map(acting).sum::<usize>() + named < 2
        || named == 0
            && !sentence.actors.iter().any(|a| context.party(a).is_some())
            && !sentence.items.iter().any(of_state)
}

impl Clause<'_> {
    /// The part of whoever is received, where he stands before a passive and the host behind it.
    fn before_passive(&self, roles: &[Role]) -> Option<&'static str> {
        let Clause { sentence, at, frame, form, nominal, .. } = *self;
        let passive = form == TriggerForm::Passive || clause::is_passive(sentence, at, form);
        if !sentence.by_order || nominal || frame.kind != "MEET" || !passive {
            return None;
        }
        let before = |m: &usize| {
            let actor = &sentence.actors[*m];
            actor.items.end <= at && actor.marker.is_none() && actor.kind.is_people()
        };
        let after = |m: &usize| sentence.actors[*m].items.start > at;
        let (host, guest) = (roles.iter().find(|r| r.0 == "host")?, roles.iter().find(|r| r.0 == "guest")?);
        (guest.1.iter().all(before) && host.1.iter().all(after)).then_some("guest")
    }

    /// The event that the sides make.
    fn draft(&self, reach: &reach::Reach, roles: &[Role], camps: [Camp; 2], unsaid: lent::Unsaid) -> Draft {
        let Clause { index, sentence, scan, at, frame, form, nominal, unordered, article, .. } = *self;
        let reach::Reach { subject, mine, .. } = *reach;
        let leads = subject.and_then(|s| {
            let of = |(_, m): &(usize, &(&str, Vec<usize>))| m.1 == s.members;
            roles.iter().enumerate().find(of).map(|(k, (name, _))| match *name {
                "guest" | "recipient" => 1,
                "party" => k.min(1),
                _ => 0,
            })
        });
        // "Was received by B. He also met": whoever stands before a passive goes on, not the one behind "by".
        let leads = match self.before_passive(roles) {
            Some(name) => camps.iter().position(|c| c.part == name),
            None => leads,
        };
        let item = &sentence.items[at];
        let trigger = scan.words_of(item);
        let mut why = vec![Why { field: "type".into(), by: frame.id.to_string(), words: trigger.clone() }];
        for (name, members) in roles {
            for &m in members {
                why.push(Why {
                    field: format!("side:{name}"),
                    by: frame.id.to_string(),
                    words: scan.text.slice(sentence.actors[m].span),
                });
            }
        }
        // "The exercise began that A and B carry out": the clause tells whose it is.
        let whose = || {
            let kind =
                |o: &[(usize, TriggerForm)]| o.iter().any(|&(f, _)| scan.pack.frames[f].kind == frame.kind);
            article
                && frame.mode.as_deref() == Some("exercise")
                && sentence.items[..at]
                    .iter()
                    .rev()
                    .take(14)
                    .any(|i| matches!(&i.what, What::Trigger(o) if kind(o)))
        };
        // "…, which was founded by A and B": told on the way.
        // "A met B, where they agreed on": what came of their talks is not.
        // "A flew to CITY, where he and his counterpart agreed on": so is what was agreed there.
        let where_ = |m: &Range<usize>| {
            sentence.items[m.clone()].iter().take(2).any(|i| i.is_kind("relative", "where"))
        };
        let outcome = (frame.outcome && unsaid.of_those_who_met
            || sentence.by_order && frame.kind == "AGREE")
            && mine.is_some_and(where_);
        // "Held talks, at which a treaty was signed".
        let at_talks = |m: &Range<usize>| {
            let meets = |e: &Draft| e.kind == "MEET" && e.done() && e.spot == index;
            m.start > 0
                && ["at", "during", "in"].iter().any(|w| sentence.items[m.start - 1].is_word(w))
                && self.earlier.is_some_and(meets)
        };
        let in_clause = mine.is_some()
            && !(whose() || outcome || frame.kind == "HOST" && super::convened::opens_with(scan, sentence))
            && (matches!(frame.kind.as_str(), "AGREE" | "COOPERATE" | "AID" | "FORCE" | "SANCTION" | "HOST")
                || article && matches!(frame.kind.as_str(), "SIGN" | "STATEMENT") && sentence.scan == 1
                || sentence.by_order
                    && frame.kind == "SIGN"
                    && form == TriggerForm::Passive
                    && !mine.is_some_and(at_talks));
        // "The memorandum signed with X": so is what a participle with the article says of a document.
        let of_document = article
            && frame.kind == "SIGN"
            && sentence.scan == 1
            && at > 0
            && item.first_tags & crate::pack::tags::DEFINITE != 0
            && matches!(form, TriggerForm::Participle | TriggerForm::Passive)
            && sentence.items[at - 1].first_tags & crate::pack::tags::DEFINITE != 0;
        // "[Between the two states signed] agreement": where the verb ends its clause, one before a document describes it.
        let describes = self.sov && frame.kind == "SIGN" && !nominal && self.before_document();
        // "The agreement that the two countries signed", "the agreement they signed": which one is meant.
        let which = sentence.by_order
            && sentence.scan == 1
            && frame.kind == "SIGN"
            && !nominal
            && subject.is_some_and(|s| s.end <= at && self.after_document(s.start));
        // "In answer to an invitation that B sent": how a visit came about.
        let how = article
            && frame.kind == "INVITE"
            && !nominal
            && sentence.scan == 1
            && at > 0
            && item.marker == 0
            && !item.and
            && scan.is_noun_of(&sentence.items[at - 1], "INVITE");
        // "A and B voiced, in a joint statement that came out after the talks, their concern": where words were said.
        let said_in = article
            && frame.kind == "AGREE"
            && !nominal
            && sentence.scan == 1
            && self.after_document(at)
            && sentence.items[at.saturating_sub(DOCUMENT)..at].iter().any(|i| i.is_word("in"));
        // "In CITY, where he attends the summit of": what somebody does besides where he met others.
        let attends = article
            && frame.mode.as_deref() == Some("multilateral")
            && !nominal
            && mine.is_some_and(|m| sentence.items[m.start].is_kind("relative", "where"))
            && sentence.items[..at].iter().any(|i| scan.is_verb_of(i, "MEET"));
        let in_passing = in_clause || of_document || describes || which || how || said_in || attends;
        // What is said of a document beside other news is told on the way.
        // The signing told right before is told again: "It was signed in X on Monday".
        let passive = scan.pack.features.svo_with_cases() && form == TriggerForm::Passive;
        let again = (sentence.by_order || passive)
            && self.earlier.is_some_and(|e| {
                // "It entered into force. It was signed in X": another step of it.
                let step = e.step.is_some_and(|s| s != "discussed");
                e.kind == "SIGN" && !step && !e.background && e.spot + 1 == index
            });
        let on_the_way = unsaid.signing && !unsaid.of_those_who_met && !again;
        let aside = first_reason(&[
            (frame.secondary, "frame"),
            (in_clause, "in-a-clause"),
            (of_document, "of-a-document"),
            (describes, "describes-document"),
            (which, "which-document"),
            (how, "how-it-came-about"),
            (said_in, "where-it-was-said"),
            (attends, "where-he-attends"),
            (on_the_way, "document-of-nobody"),
        ]);
        Draft {
            secondary: aside.is_some(),
            aside,
            background: on_the_way || article && frame.kind == "STATEMENT" && in_passing,
            // The day of the news is none of a document that it only names.
            remote: frame.kind == "SIGN" && (in_passing || describes),
            unordered,
            vague: frame.vague,
            camps,
            nominal,
            back: form == TriggerForm::Back,
            leads: leads.unwrap_or(0),
            why,
            ..Draft::of(frame, trigger, index, sentence.scan, at)
        }
    }

    /// A document stands right before item `from`, but for the word that begins a clause about it.
    fn after_document(&self, from: usize) -> bool {
        let items = &self.sentence.items;
        let small = |i: &&Item| i.is_word("determiner") || i.is_word("relative");
        let noun = items[..from].iter().rev().take(3).find(|i| !small(i));
        noun.is_some_and(|i| {
            i.is_word("document") || self.scan.is_noun_of(i, "AGREE") || self.scan.is_noun_of(i, "SIGN")
        })
    }

    /// A document follows the trigger in its clause, and no mark, verb or person stands between.
    fn before_document(&self) -> bool {
        let apart = |i: &Item| {
            matches!(i.what, What::Mark(_) | What::Trigger(_) | What::Office(_) | What::Name { .. })
        };
        let mut after = self.sentence.items[self.at + 1..].iter().take(REACH).take_while(|i| !apart(i));
        after.any(|i| i.is_word("document"))
    }

    /// "A discussed trade in separate calls with B and C": who discussed it.
    fn discussed_in(&self, camps: &mut [Camp; 2]) {
        let Clause { context, sentence, scan, at, nominal, unordered, .. } = *self;
        let hollow = camps.iter().position(Camp::is_gap).filter(|k| !camps[1 - k].parties.is_empty());
        let Some(gap) = hollow.filter(|_| nominal && unordered) else { return };
        let discusses = |i: &Item| {
            matches!(&i.what, What::Trigger(o) if o.iter().any(|&(f, form)| {
                scan.pack.frames[f].vague && form.is_finite()
            }))
        };
        let Some(verb) = (0..at).rev().find(|&i| discusses(&sentence.items[i])) else { return };
        let acts = |a: &Actor| {
            a.items.end <= verb
                && a.marker.is_none()
                && a.kind.is_person()
                && context.party(a).is_some_and(|p| !camps[1 - gap].parties.contains(&p))
        };
        if let Some(who) = sentence.actors.iter().position(acts) {
            camps::add(context, sentence, &mut camps[gap], who);
            camps[gap].part = "party";
        }
    }

    /// "The groups that it arms, funds and supports": what is supported stands before, and is nobody.
    fn of_an_antecedent(&self) -> bool {
        let Clause { sentence, at, frame, form, nominal, .. } = *self;
        frame.kind == "STATEMENT"
            && sentence.by_order
            && !nominal
            && form == TriggerForm::Present
            && sentence.scan == 1
            && sentence.items.get(at + 1).is_none_or(|i| i.is_mark(",.;"))
            && at > 0
            && sentence.items[at - 1].is_word("and")
    }

    /// "[The envoy] with students met": a plural noun in the case of company is whom he met, and no party told before.
    fn with_people(&self) -> bool {
        let Clause { sentence, scan, at, frame, nominal, sov, .. } = *self;
        let people = |i: &Item| {
            let ending = scan.ending(i.end - 1);
            matches!(i.what, What::Other { .. }) && ending & tags::INS != 0 && ending & tags::PLURAL != 0
        };
        if !sov || frame.kind != "MEET" {
            return false;
        }
        // "[In CITY with] his colleagues": of whatever states; a list behind may name them.
        let colleagues = |k: usize| {
            let i = &sentence.items[k];
            let own = k.checked_sub(1).map(|b| &sentence.items[b]).is_some_and(|b| {
                matches!(b.what, What::State { .. }) && b.tags & (tags::LOC | tags::DAT | tags::ABL) == 0
            });
            matches!(i.what, What::Counterpart)
                && i.tags & tags::INS != 0
                && i.tags & tags::PLURAL != 0
                && !own
        };
        let listed = sentence.items[at..].iter().any(|i| i.is_mark(":–—-"));
        if at > 0 && colleagues(at - 1) && !listed {
            return true;
        }
        if sentence.scan != 1 {
            return false;
        }
        let items = &sentence.items[..at];
        // "[With] a circle of experts [there was] a talk", "[with] the heads of several houses": people of no party.
        let several =
            |i: &Item| matches!(&i.what, What::Office(o) if o.state.is_none() && o.number != NounNumber::One);
        let ins = |i: &Item| (i.tags | scan.ending(i.end - 1)) & tags::INS != 0;
        let small = |i: &Item| matches!(i.what, What::Other { .. });
        let with = items.iter().rposition(|i| !small(i) || ins(i)).filter(|&w| w + 3 > at && ins(&items[w]));
        let of_none = with.is_some_and(|w| {
            let circle = small(&items[w]) && w > 0 && several(&items[w - 1]);
            let from = w - usize::from(circle);
            let owner = from - items[..from].iter().rev().take(3).take_while(|i| small(i)).count();
            let before = owner.checked_sub(1).map(|b| &items[b]);
            if circle {
                return !before.is_some_and(|b| {
                    matches!(
                        b.what,
                        What::State { .. }
                            | What::Organisation { .. }
                            | What::Institution { .. }
                            | What::Both
                    )
                });
            }
            several(&items[w]) && before.is_some_and(|b| b.is_word("determiner"))
        });
        of_none || !nominal && items.iter().rev().take(2).any(people)
    }

    /// "He was received by the king, handing him a letter": somebody was received, and no letter.
    fn receives_somebody(&self) -> bool {
        let Clause { sentence, at, frame, form, .. } = *self;
        let passive = form == TriggerForm::Passive || is_passive(sentence, at, form);
        if frame.kind != "MESSAGE" || !sentence.by_order || !passive {
            return false;
        }
        let before = sentence.actors.iter().rev().find(|a| a.items.end <= at);
        sentence.items.get(at + 1).is_some_and(|i| i.is_word("by"))
            && before.is_some_and(|a| {
                a.marker.is_none()
                    && (a.kind.is_person() || matches!(a.kind, ActorKind::Pronoun))
                    && sentence.items[a.items.end..at].iter().all(|i| i.is_word("auxiliary"))
            })
    }

    /// "The delegations of the two countries met": others than those who talked.
    fn delegates(&self, roles: &[Role], camps: &mut [Camp; 2]) -> bool {
        let sent = |m: &usize| {
            let actor = &self.sentence.actors[*m];
            matches!(actor.kind, ActorKind::Both)
                && (actor.items.clone())
                    .any(|i| self.scan.word(self.sentence.items[i].start, "delegation").is_some())
        };
        let told = roles.iter().flat_map(|(_, m)| m).any(sent);
        if told {
            camps.iter_mut().for_each(|c| (c.group, c.seats) = (true, Vec::new()));
        }
        told
    }

    /// "His counterparts", named or not.
    fn are_counterparts(&self, members: &[usize]) -> bool {
        members.iter().all(|&m| match self.sentence.actors[m].kind {
            ActorKind::Counterpart => true,
            ActorKind::Person(n) => self.context.namings[n].counterpart,
            _ => false,
        })
    }

    /// A city, or a state, is all that takes a role.
    fn place_alone(&self, members: &[usize], or_state: bool) -> bool {
        let place = |m: &usize| match self.sentence.actors[*m].kind {
            ActorKind::State(StateForm::City | StateForm::Capital) => true,
            ActorKind::State(StateForm::Name) => or_state,
            _ => false,
        };
        !members.is_empty() && members.iter().all(place)
    }

    /// "Then called in CITY": one calls on people.
    fn calls_on_city(&self, roles: &[Role]) -> bool {
        let alone = |(name, m): &Role| *name == "guest" && self.place_alone(m, false);
        // "He will visit A, B and C": states are no hosts whom one calls on.
        let host = self.frame.roles.get("host");
        let calls = host.is_some_and(|m| m.iter().any(|m| m == "object") && m.iter().all(|m| m != "subject"));
        let visited = |(name, m): &Role| calls && *name == "host" && self.place_alone(m, true);
        self.frame.kind == "MEET"
            && self.article
            && !self.nominal
            && (matches!(roles, [one] if alone(one)) || roles.iter().any(visited))
    }

    /// "Paid a visit to the minister": an envoy calls on him, anybody else travels to him.
    fn travels_to_him(&self, camps: &[Camp; 2]) -> bool {
        let to = || self.frame.roles.get("host").is_some_and(|m| m.iter().all(|m| *m == "to"));
        self.frame.kind == "MEET" && !self.nominal && to() && !camps.iter().any(|c| c.envoy)
    }

    /// "Then visited CITY": the place is no visitor, whoever visits is left unsaid.
    fn travels(&self, roles: &[Role], camps: &mut [Camp; 2]) {
        let role = |name: &str| roles.iter().find(|(n, _)| *n == name).map(|(_, m)| m.as_slice());
        let Some(actor) = role("actor") else { return };
        let alone = self.frame.kind == "VISIT" && self.article && !self.nominal && self.sentence.scan == 1;
        let behind = || actor.iter().all(|&m| self.sentence.actors[m].items.start > self.at);
        match role("recipient") {
            _ if !alone || !self.place_alone(actor, true) => {}
            Some(to) if to == actor && camps[0].parties == camps[1].parties => camps[0] = Camp::default(),
            None if behind() => {
                camps[1] = Camp { part: "recipient", ..std::mem::take(&mut camps[0]) };
            }
            _ => {}
        }
    }
}
