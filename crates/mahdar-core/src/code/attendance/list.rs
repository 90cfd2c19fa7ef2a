//! One sentence that lists who was present: where its list stands, on which side each of those listed is, and which
//! meetings they were at.

use super::super::arguments::relatives;
use super::super::{Camp, Context, Draft, LOOK_BACK, Sentence};
use super::{
    across, around, at_house, at_mission, attended, described_as, each_by_side, elliptic, ends_there,
    follows, for_another, from_states, holder, join, listed_to, of_its_state, of_many, on_behalf, other_than,
    present, principal, same_office, seat, sent_for, sent_from, side_of, side_of_body, signs_for, stands_for,
    with_whom,
};
use crate::Slug;
use crate::detect::office::OfficePhrase;
use crate::detect::person::{Actor, ActorKind};
use crate::detect::{Item, Scan, What};
use crate::pack::{Attendance, StateForm, TriggerForm, tags};

/// Adds those whom a sentence lists to the meeting they were at, and to the others that they were at as well; false where it
/// lists nobody.
pub(super) fn read(context: &Context, index: usize, drafts: &mut [Draft]) -> bool {
    let Some(list) = List::find(context, index) else { return false };
    add(&list, drafts);
    true
}

/// Adds those listed.
fn add(list: &List, drafts: &mut [Draft]) {
    let (context, index) = (list.context, list.index);
    let traveller = list.traveller(drafts);
    let first = first_host(drafts);
    let target = match list.told_here(drafts, traveller) {
        Some(told) => drafts.get_mut(told),
        None => attended(index, list.at, list.formula.is_some(), drafts, &list.states_of_sides()),
    };
    let target = target.map(|draft| (list.received_at_house(draft), draft));
    let meets = |received: bool, d: &Draft| received || !list.is_welcome(d) && !list.is_task(d);
    let Some((_, draft)) = target.filter(|(received, d)| meets(*received, d)) else { return };
    let stands = list.stands();
    let side = list.first_side(&stands, draft);
    let host = list.host(draft, first);
    list.day_and_place_of_signing(draft);
    if list.of("state") {
        return on_behalf(context, list.sentence, draft, list.by());
    }
    let walk = Walk::along(list, &stands, draft, side, traveller);
    let (listed, with_him) = (walk.listed, walk.with_him);
    list.join_parties(&stands, draft, &listed);
    let told_here = draft.sentence == index || draft.spot == index;
    let settled = Settled { default: side, host, travels: traveller.is_some() };
    let came = list.seat(draft, listed, &settled);
    if list.came_with() && list.opens_by_name() && !told_here && list.sentence.by_order {
        let heads = heads_of(context, draft, &came);
        list.at_his_other_talks(drafts, &came, &heads);
    }
    if list.formula.is_some_and(|a| a.several) {
        list.at_each_meeting(drafts, &came);
    }
    for naming in with_him {
        if let Some(visit) = traveller {
            seat(context, &mut drafts[visit], naming, 0, false, list.by());
        }
    }
    if list.with_visitor() {
        list.on_the_visits(drafts, &came);
    }
}

/// "The Kenyan delegation: A, B and C": a list that a dash or a colon opens, where verbs stand last and none is needed.
fn delegation_of(scan: &Scan, sentence: &Sentence) -> Option<usize> {
    let opens = |i: usize| sentence.items.get(i + 1).is_some_and(|n| n.is_mark("–—:"));
    let found = sentence.items.iter().position(|i| i.is_word("delegation")).filter(|&i| opens(i));
    found.filter(|_| scan.pack.features.complement_before)
}

/// Within how many items after its verb the house stands at which somebody calls.
const HOUSE: usize = 10;

/// The list of one sentence.
struct List<'a> {
    context: &'a Context<'a>,
    index: usize,
    sentence: &'a Sentence,
    scan: &'a Scan<'a>,
    /// Where its formula stands, or without one the word of the first side.
    at: usize,
    /// The formula that opens or closes it, and its number in the pack.
    formula: Option<&'a Attendance>,
    number: Option<usize>,
    /// Where the first side is told.
    sided: Option<usize>,
    /// "With A was B": the sentence opens with whom the others were with; with one person alone or with several.
    with_one: Option<bool>,
}

/// Where those listed stand in the sentence.
struct Stands {
    /// Before the formula.
    before: bool,
    /// Before and behind it.
    both_ends: bool,
    /// The first colon behind the formula, where the list stands before it.
    colon: Option<usize>,
    /// Where a list ends that a relative clause holds.
    closed: Option<usize>,
    /// Each side is told behind its people.
    side_behind: bool,
}

/// What those are seated by of whom the list tells no side.
struct Settled {
    default: Option<usize>,
    host: usize,
    travels: bool,
}

/// Those who were seated, each with the parties of his side.
type Came = Vec<(usize, Vec<Slug>)>;

/// "At the request of the A-ian side a call took place": at whose wish, and nobody is listed.
fn is_prompted(sentence: &Sentence, side: usize) -> bool {
    let before = side.checked_sub(2).map(|b| &sentence.items[b..side]);
    before.is_some_and(|b| b[0].is_word("by") && matches!(b[1].what, What::State { .. }))
}

impl<'a> List<'a> {
    /// The list that a sentence holds, if it holds one.
    fn find(context: &'a Context<'a>, index: usize) -> Option<List<'a>> {
        let sentence = &context.sentences[index];
        let scan = context.scan(sentence);
        let items = &sentence.items;
        let formula = items.iter().enumerate().find_map(|(i, item)| match &item.what {
            What::Attendance { index, .. }
                if follows(sentence, i, scan.pack.attendances[*index].after.as_deref()) =>
            {
                Some((i, *index))
            }
            _ => None,
        });
        // "With A was B, while with the guest was C": the sentence opens with the first of two.
        let ahead = with_whom(context, sentence).filter(|_| formula.is_none_or(|(at, _)| at > 2));
        let formula = formula.filter(|_| ahead.is_none()).or_else(|| {
            let at = ahead.as_ref().map(|(at, _)| *at).or_else(|| ends_there(scan, sentence))?;
            let like = |a: &Attendance| a.list_before == ahead.is_none() && a.bare;
            Some((at, scan.pack.attendances.iter().position(like)?))
        });
        let sided = items
            .iter()
            .enumerate()
            .position(|(i, x)| matches!(x.what, What::Side | What::Own { .. }) && !is_prompted(sentence, i))
            .or_else(|| (0..items.len()).find(|&i| signs_for(scan, sentence, i)))
            .or_else(|| (0..items.len()).find(|&i| stands_for(scan, sentence, i)))
            .or_else(|| (0..items.len()).find(|&i| elliptic(sentence, i)))
            .or_else(|| from_states(scan, sentence))
            .or_else(|| delegation_of(scan, sentence));
        // "On the Kazakh side, A and B": a list without a verb.
        let signed = || sided.map(|side| signed_before(scan, sentence, side).unwrap_or(side));
        let at = formula.map(|(at, _)| at).or_else(signed)?;
        let number = formula.map(|(_, number)| number);
        Some(List {
            context,
            index,
            sentence,
            scan,
            at,
            formula: number.map(|number| &scan.pack.attendances[number]),
            number,
            sided,
            with_one: ahead.map(|(_, one)| one),
        })
    }

    /// Its formula tells those who were with this part of the meeting.
    fn of(&self, part: &str) -> bool {
        self.formula.is_some_and(|a| a.of == part)
    }

    /// Those who accompany somebody came with him, whatever was told of him before.
    fn with_visitor(&self) -> bool {
        self.of("subject") || self.of("guest")
    }

    /// What made a seat: the formula by its name.
    fn by(&self) -> &'a str {
        self.formula.map_or("side", |a| a.id.as_str())
    }

    /// The states whose sides the sentence names.
    fn states_of_sides(&self) -> Vec<Slug> {
        let state = |w: &[Item]| match (&w[0].what, &w[1].what) {
            (What::Side, What::State { code, .. }) | (What::State { code, .. }, What::Side) => Some(*code),
            _ => None,
        };
        self.sentence.items.windows(2).filter_map(state).collect()
    }

    /// Of those who stand in the sentence, the people whom the reader knows.
    fn people(&self) -> impl Iterator<Item = &'a Actor> {
        let context = self.context;
        self.sentence.actors.iter().filter(move |a| context.person(a).is_some())
    }

    /// The journey of which nothing but its welcome is told: a delegation is the traveller's.
    fn traveller(&self, drafts: &[Draft]) -> Option<usize> {
        let met = |d: &Draft| d.kind == "MEET" && d.done();
        let journey = |d: &Draft| {
            d.kind == "VISIT"
                && d.status == "happened"
                && !d.background
                && d.sentence + 3 >= self.index
                && !d.nominal
        };
        drafts.iter().rposition(journey).filter(|_| self.scan.has_article() && !drafts.iter().any(met))
    }

    /// The journey or signing that those listed belong to rather than to a meeting.
    fn told_here(&self, drafts: &[Draft], traveller: Option<usize>) -> Option<usize> {
        let own = |d: &Draft| d.sentence == self.index || d.spot == self.index;
        let met = |d: &Draft| own(d) && d.kind == "MEET" && d.status == "happened";
        let visit = drafts
            .iter()
            .rposition(|d| own(d) && d.kind == "VISIT" && d.at < self.at)
            .filter(|_| self.with_visitor() && !drafts.iter().any(met));
        let visit = visit.or(traveller.filter(|_| self.with_visitor()));
        visit
            .or_else(|| self.signed(drafts))
            .or_else(|| self.met_before(drafts))
            .or_else(|| self.his_meeting(drafts))
    }

    /// "A met B. [C had met B before.] Beside A sat D": the meeting of whoever stands before the formula.
    fn his_meeting(&self, drafts: &[Draft]) -> Option<usize> {
        if !self.scan.pack.features.complement_before || !self.of("subject") {
            return None;
        }
        let who = self.people().filter(|a| a.items.end <= self.at).last()?;
        let naming = self.context.person(who)?;
        let his = |d: &Draft| {
            let met = d.kind == "MEET" && d.done() && d.spot < self.index;
            met && principal(self.context, d, naming).is_some()
        };
        drafts.iter().rposition(his)
    }

    /// "The meeting, which was held in CITY during the sessions of B, was attended by", "they exchanged views, in the
    /// presence of": the meeting told before, and not what else the sentence tells of it.
    fn met_before(&self, drafts: &[Draft]) -> Option<usize> {
        if !self.scan.has_article() || !self.of("any") || self.formula.is_some_and(|a| a.inside) {
            return None;
        }
        let opens = self.at < 2;
        let own = |d: &&Draft| d.sentence == self.index || d.spot == self.index;
        let mut here = drafts.iter().filter(own).peekable();
        here.peek()?;
        let met = |d: &Draft| {
            d.kind == "MEET"
                && d.done()
                && !d.in_title()
                && d.spot < self.index
                && d.sentence < self.index
                && d.spot + 3 >= self.index
        };
        let at = drafts.iter().rposition(met)?;
        let parties = drafts[at].party_set();
        let of_it = |d: &Draft| {
            opens && d.at > self.at
                || matches!(d.kind.as_str(), "COOPERATE" | "AGREE") && d.party_set() == parties
        };
        here.all(of_it).then_some(at)
    }

    /// "Four documents, which the minister of A signed on its side": those who signed, not those who met.
    fn signed(&self, drafts: &[Draft]) -> Option<usize> {
        let signs = |i: &Item| self.scan.is_verb_of(i, "SIGN");
        let items = &self.sentence.items;
        // "On A's side signed NAME": the verb may stand behind the side and its state.
        let near = (self.at.saturating_sub(3)..items.len().min(self.at + 4)).filter(|&i| i != self.at);
        let signed =
            self.formula.is_none() && self.scan.has_article() && near.into_iter().any(|i| signs(&items[i]));
        let recent = |d: &Draft| d.sentence + 2 >= self.index.max(d.spot);
        drafts.iter().rposition(|d| signed && d.kind == "SIGN" && d.done() && recent(d))
    }

    /// "Welcoming him at the airport were A and B": on the way, and neither the journey nor the talks told before it.
    fn is_welcome(&self, draft: &Draft) -> bool {
        // "Presented his credentials, and receiving him was B": whoever received him took them.
        self.of("host")
            && self.scan.has_article()
            && draft.kind != "CREDENTIALS"
            && !(draft.kind == "MEET" && (draft.secondary || draft.sentence == self.index))
    }

    /// "A called at the ministry of B, where the minister was there to receive him": they met.
    fn received_at_house(&self, draft: &mut Draft) -> bool {
        let visit = &self.context.sentences[draft.spot];
        let airport = |i: &Item| i.is_kind("building", "airport");
        let house = |i: &Item| i.is_word("building") && !airport(i);
        let calls = self.of("host")
            && self.scan.has_article()
            && draft.kind == "VISIT"
            && draft.done()
            && !draft.nominal
            && draft.spot + 1 >= self.index
            && visit.items[draft.at + 1..].iter().take(HOUSE).any(house)
            && !visit.items.iter().chain(&self.sentence.items).any(airport)
            && self.people().any(|a| a.items.start > self.at);
        if calls {
            draft.kind = "MEET".into();
            draft.unordered = true;
            draft.leads = 1 - draft.leads;
            draft.camps.swap(0, 1);
            (draft.camps[0].part, draft.camps[1].part) = ("host", "guest");
        }
        calls
    }

    /// "They decided to found a committee chaired by A and B": of what was agreed on, and nobody's presence.
    fn is_task(&self, draft: &Draft) -> bool {
        self.scan.has_article()
            && self.formula.is_some_and(|a| a.inside)
            && matches!(draft.kind.as_str(), "AGREE" | "COOPERATE")
    }

    /// Where those listed stand.
    fn stands(&self) -> Stands {
        let (sentence, at) = (self.sentence, self.at);
        // "A and B attended": where nobody is listed after the formula, those before it were there.
        let follows = self.people().any(|a| a.items.start > at);
        // Where the formula stands around its list, those listed follow its first word.
        let led = self.people().any(|a| a.items.end <= at);
        // "A and B were present from the Kenyan side": the side is told behind the formula.
        // "A and, on the Kenyan side, B took part": before it stands whoever is of the other.
        let opens = |s: usize| self.people().any(|a| a.items.end <= s);
        let side_last = self.sided.is_none_or(|s| sentence.by_order && led && (s > at || opens(s)));
        let both_ends = led && follows && self.of("any") && self.is_parted();
        let before = both_ends
            || self.formula.is_some_and(|a| a.list_before && led || a.of == "any" && !follows && side_last);
        let colon =
            before.then(|| (at..sentence.items.len()).find(|&i| sentence.items[i].is_mark(":"))).flatten();
        // "X, accompanied by A and B, met Y": the list ends before the verb.
        let relative = |r: &&std::ops::Range<usize>| sentence.by_order && r.contains(&at);
        let closed = self.formula.and_then(|_| relatives(sentence, false).iter().find(relative));
        let closed = closed.map(|r| listed_to(sentence, r.end));
        Stands { before, both_ends, colon, closed, side_behind: !before && self.is_side_behind() }
    }

    /// "A and B took part in the talks, along with C": people on both sides of the formula are listed.
    fn is_parted(&self) -> bool {
        let (sentence, at) = (self.sentence, self.at);
        let along = |i: &Item| i.is_mark(",") || i.is_kind("with", "along");
        // "[To the] session [held under] A [came] B, C": around the list stand the words of the formula, and before
        // them its chair.
        let parted = self.scan.pack.features.complement_before
            && sentence.items[at].end == sentence.items[at].start + 1;
        let by_sides = || each_by_side(self.context, sentence, at);
        parted || sentence.by_order && (sentence.items.get(at + 1).is_some_and(along) || by_sides())
    }

    /// "Joining them were A and B on the Peruvian side and C on the Chilean side": the side stands behind its people.
    fn is_side_behind(&self) -> bool {
        let items = &self.sentence.items;
        // "From the host side" stands so where no cases tell whose people they are.
        let signed = self.formula.is_none() && self.sided.is_some_and(|side| side > self.at);
        let side_word = |i: &usize| match items[*i].what {
            What::Side => true,
            What::Own { .. } => self.sentence.by_order,
            _ => signed && signs_for(self.scan, self.sentence, *i),
        };
        let sides: Vec<usize> = (self.at + 1..items.len()).filter(side_word).collect();
        let stands =
            |from: usize, to: usize| self.people().any(|a| a.items.start > from && a.items.end <= to);
        let [first, last] = [sides.first(), sides.last()].map(|side| side.copied());
        (self.formula.is_some() || signed)
            && first.is_some_and(|first| stands(self.at, first))
            && last.is_some_and(|last| !stands(last, items.len()))
            // "…, while on the A-ian side it was attended by": a formula of its own before the side.
            && !(self.at + 1..last.unwrap_or(0)).any(|i| matches!(items[i].what, What::Attendance { .. }))
    }

    /// On which side the formula itself puts those listed.
    fn first_side(&self, stands: &Stands, draft: &Draft) -> Option<usize> {
        // "With the ministers were A and, for the Greek part, B": nobody's side alone.
        if self.with_one == Some(false) {
            return None;
        }
        let (sentence, at) = (self.sentence, self.at);
        let mut side =
            self.formula.and_then(|a| side_of(self.context, self.index, at, &a.of, stands.before, draft));
        // "He was accompanied on the visit by": with whoever travels, not with the one named last.
        let owned = || self.scan.pack.features.is_owned(self.scan.text.folded(sentence.items[at].start));
        if draft.kind == "VISIT" && self.of("subject") && owned() {
            side = Some(0);
        }
        let ahead = || {
            let told = self.formula.is_some() || sentence.items[at].is_word("delegation");
            let looks = told
                && !(stands.before && sentence.by_order)
                && (self.of("subject") || self.scan.pack.features.order != "vso");
            looks.then(|| self.state_ahead(draft)).flatten()
        };
        side = side.or_else(ahead);
        // "The delegation of X comprised", where the formula stands around the name.
        if side.is_none() && self.of("subject") || around(self.scan, sentence, at, self.formula) {
            side = self.state_behind(draft).or(side);
        }
        // "The A-ian delegation comprised", where the adjective stands behind.
        self.formula.and_then(|a| of_its_state(self.scan, sentence, at, a, draft)).or(side)
    }

    /// "The American team comprised": the state named before the formula; "A-ian B-ian talks chaired by" names both.
    fn state_ahead(&self, draft: &Draft) -> Option<usize> {
        self.sentence.items[..self.at].iter().rev().take(6).find_map(|x| match &x.what {
            What::State { code, form: StateForm::Adjective | StateForm::Name } => draft.slot_of(code),
            // "Moscow was represented by".
            What::State { code, form: StateForm::Capital | StateForm::Government }
                if x.tags & tags::ACC != 0 =>
            {
                draft.slot_of(code)
            }
            _ => None,
        })
    }

    /// The first state named right behind the formula.
    fn state_behind(&self, draft: &Draft) -> Option<usize> {
        let items = &self.sentence.items;
        let code = items[self.at + 1..items.len().min(self.at + 4).max(self.at + 1)].iter().find_map(|i| {
            match &i.what {
                What::State { code, form: StateForm::Adjective | StateForm::Name } => Some(code),
                _ => None,
            }
        });
        code.and_then(|code| draft.slot_of(code))
    }

    /// Those of whom nothing is told stand with the host, or with the publisher's state.
    fn host(&self, draft: &Draft, first: Option<Slug>) -> usize {
        let home = self.context.home.and_then(|h| draft.slot_of(&h));
        let signer = || {
            let party = first.filter(|_| draft.kind == "SIGN" && self.scan.has_article())?;
            draft.slot_of(&party)
        };
        // Credentials and letters are received at home.
        let received = || self.sentence.by_order && matches!(draft.kind.as_str(), "CREDENTIALS" | "MESSAGE");
        home.or_else(|| draft.camps.iter().position(|c| c.part == "host"))
            .or_else(signer)
            .unwrap_or_else(|| usize::from(received()))
    }

    /// "A and B signed on behalf of their countries on Monday in CITY": the day and place of what they signed.
    fn day_and_place_of_signing(&self, draft: &mut Draft) {
        let signs = self.sentence.by_order
            && draft.kind == "SIGN"
            && draft.spot < self.index
            && (self.of("state") || self.of("each"));
        if !signs {
            return;
        }
        let mut there = Draft { date: None, place: None, tells: 0, ..draft.clone() };
        super::super::setting::place_and_date(self.context, self.index, self.at, &mut there);
        draft.date = draft.date.take().or(there.date);
        if draft.place.is_none() {
            (draft.place, draft.tells) = (there.place, there.tells);
        }
    }

    /// Officials of several other states who took part make their states parties.
    fn join_parties(&self, stands: &Stands, draft: &mut Draft, listed: &[Listed]) {
        let (context, scan) = (self.context, self.scan);
        let words = |n: usize| context.namings[n].party.filter(|_| !context.namings[n].by_place);
        // The publisher's own officials at the talks of two others.
        let home =
            |n: usize| context.naming_party[n].filter(|p| scan.has_article() && Some(*p) == context.home);
        let told = |n: usize| words(n).or_else(|| home(n));
        let known = draft.all_parties();
        let new = |party: &Slug| !known.contains(party);
        let mut others: Vec<Slug> = Vec::new();
        let unsided = listed.iter().filter(|(_, side)| side.is_none());
        join(&mut others, unsided.filter_map(|(n, _)| told(*n)).filter(new));
        let many = of_many(context, draft);
        // "The ministers of A, B and C took part as well": nobody is named, but three sent somebody.
        if (many || draft.nominal) && draft.kind == "MEET" && self.of("any") {
            let range = if stands.before { 0..self.at } else { self.at + 1..self.sentence.items.len() };
            let unnamed = present(context, self.index, range).into_iter().filter(|(n, _)| n.is_none());
            join(&mut others, unnamed.filter_map(|(_, p)| p).filter(new));
        }
        let several = others.len() > 1 || many || self.one_alone(&others, listed);
        if draft.kind == "MEET" && several && self.of("any") {
            draft.camps[1].parties.extend(others);
        } else if draft.kind == "CREDENTIALS" {
            // The envoys listed sent their states' credentials too.
            let envoy =
                |n: usize| context.namings[n].offices().any(|o| scan.pack.envoys.contains(&o.position));
            let sent: Vec<Slug> =
                listed.iter().filter(|(n, _)| envoy(*n)).filter_map(|(n, _)| told(*n)).collect();
            others.retain(|p| sent.contains(p));
            draft.camps[0].parties.extend(others);
        }
    }

    /// One other state alone is a party where the words tell the office of its official and whom he serves.
    fn one_alone(&self, others: &[Slug], listed: &[Listed]) -> bool {
        let (context, scan) = (self.context, self.scan);
        let [other] = others else { return false };
        let with =
            self.formula.is_some_and(|a| a.inside && a.of == "any") && !scan.pack.features.case.is_empty();
        let envoy = |o: &OfficePhrase| scan.has_article() && scan.pack.envoys.contains(&o.position);
        let serves = |o: &OfficePhrase| o.state == Some(*other) && !envoy(o);
        let home = |n: usize| {
            scan.has_article()
                && Some(*other) == context.home
                && context.naming_party[n] == context.home
                && context.namings[n].offices().any(|o| o.rank <= 3 && !envoy(o))
        };
        (scan.pack.features.complement_before || with || scan.has_article() && !other.contains(':'))
            && listed.iter().any(|(n, _)| {
                let named = &context.namings[*n];
                home(*n) || !named.by_place && named.party == Some(*other) && named.offices().any(serves)
            })
    }

    /// Seats those listed; each with the parties of the side on which he sits.
    fn seat(&self, draft: &mut Draft, listed: Vec<Listed>, settled: &Settled) -> Came {
        let mut came = Vec::new();
        let mut last = None;
        for (nth, (naming, given)) in listed.into_iter().enumerate() {
            let slot = self.slot(draft, (nth, naming, given), last, settled);
            last = Some(slot);
            seat(self.context, draft, naming, slot, false, self.by());
            came.push((naming, draft.camps[slot].parties.clone()));
        }
        came
    }

    /// On which side somebody sits: where the list says so or his party is, else where his like sit.
    fn slot(
        &self,
        draft: &Draft,
        (nth, naming, given): (usize, usize, Option<usize>),
        last: Option<usize>,
        settled: &Settled,
    ) -> usize {
        let context = self.context;
        let named = &context.namings[naming];
        let own = context.naming_party[naming].and_then(|p| draft.slot_of(&p));
        let mission = || at_mission(context, self.scan, draft, naming);
        let at_default = given == settled.default && !named.by_place;
        match (given, own) {
            // "The head of the bank's office in CITY": the city is where he sits.
            (None, Some(own)) if named.by_place => mission().unwrap_or(own),
            (Some(_), Some(own)) if at_default && (named.party.is_some() || !settled.travels) => own,
            (Some(slot), _) => slot,
            (None, Some(own)) => own,
            (None, None) if self.of("each") => nth.min(1),
            // "Chaired by the ministers of both, A and his counterpart B".
            (None, None) if named.counterpart && last.is_some() => 1 - last.unwrap_or(0),
            (None, None) => {
                // An envoy does not stand with those to whom he is sent.
                let sent_to = named.offices().find_map(|o| o.accredited_to.as_ref());
                let away = sent_to.and_then(|c| draft.slot_of(c)).map(|s| 1 - s);
                away.or_else(mission).unwrap_or_else(|| self.without_rival(draft, naming, settled.host))
            }
        }
    }

    /// One side has one holder of an office: "the crown prince of X received the king of Y, in the presence of the crown
    /// prince".
    fn without_rival(&self, draft: &Draft, naming: usize, host: usize) -> usize {
        let context = self.context;
        let rival = |slot: usize| {
            draft.camps[slot].seats.iter().any(|s| {
                context.person_of[s.naming] != context.person_of[naming]
                    && same_office(context, s.naming, naming)
            })
        };
        if rival(host) && !rival(1 - host) { 1 - host } else { host }
    }

    /// Those listed came with somebody.
    fn came_with(&self) -> bool {
        let team = |i: &Item| (i.start..i.end).any(|t| self.scan.word(t, "delegation").is_some());
        self.with_visitor() || self.formula.is_none() && team(&self.sentence.items[self.at])
    }

    /// "He" may be either of those told last.
    fn opens_by_name(&self) -> bool {
        self.sentence.actors.first().is_none_or(|a| !matches!(a.kind, ActorKind::Pronoun))
    }

    /// "He was accompanied by", after all that he did was told: in each of his talks.
    fn at_his_other_talks(&self, drafts: &mut [Draft], came: &Came, heads: &[usize]) {
        let context = self.context;
        let his = |c: &Camp| {
            let led = |n: usize| context.person_of[n].is_some_and(|p| heads.contains(&p));
            c.seats.iter().any(|s| s.principal && led(s.naming))
        };
        let talks = |d: &&mut Draft| d.kind == "MEET" && d.done() && !d.background && !d.in_title();
        for meeting in drafts.iter_mut().rev().take(LOOK_BACK).filter(talks) {
            let Some(slot) = meeting.camps.iter().position(his) else { continue };
            for (naming, _) in came {
                seat(context, meeting, *naming, slot, false, self.by());
            }
        }
    }

    /// "Both meetings were attended by": each that was told of one of the same parties.
    fn at_each_meeting(&self, drafts: &mut [Draft], came: &Came) {
        let told = |d: &Draft| d.kind == "MEET" && d.done();
        for (naming, parties) in came {
            for meeting in drafts.iter_mut().rev().take(LOOK_BACK).filter(|d| told(d) && !d.in_title()) {
                let own = meeting.camps.iter().position(|c| c.parties.iter().any(|p| parties.contains(p)));
                if let Some(slot) = own {
                    seat(self.context, meeting, *naming, slot, false, self.by());
                }
            }
        }
    }

    /// Those who came with the visitor were on his journeys.
    fn on_the_visits(&self, drafts: &mut [Draft], came: &Came) {
        let visits = |d: &&mut Draft| d.kind == "VISIT" && d.status == "happened" && !d.background;
        for visit in drafts.iter_mut().filter(visits) {
            let visitor = visit.camps[0].parties.clone();
            for (naming, _) in came.iter().filter(|(_, p)| p.iter().any(|p| visitor.contains(p))) {
                seat(self.context, visit, *naming, 0, false, self.by());
            }
        }
    }
}

/// Who was named first where the talks were told.
fn first_host(drafts: &[Draft]) -> Option<Slug> {
    let talks = drafts.iter().find(|d| d.kind == "MEET" && d.done())?;
    talks.camps[0].parties.first().copied()
}

/// The principals of the sides with which somebody came.
fn heads_of(context: &Context, draft: &Draft, came: &Came) -> Vec<usize> {
    let theirs = |c: &&Camp| came.iter().any(|(_, parties)| *parties == c.parties);
    let principals = |c: &'_ Camp| {
        let heads = c.seats.iter().filter(|s| s.principal);
        heads.filter_map(|s| context.person_of[s.naming]).collect::<Vec<_>>()
    };
    draft.camps.iter().filter(theirs).flat_map(principals).collect()
}

/// Somebody who is listed, and the side that the list tells of him.
type Listed = (usize, Option<usize>);

/// "Signed by NAME for A and NAME for B": the verb before the first of several names each of which has its side behind it.
fn signed_before(scan: &Scan, sentence: &Sentence, side: usize) -> Option<usize> {
    if !scan.has_article() {
        return None;
    }
    let verb = (0..side).rev().find(|&i| scan.reports(&sentence.items[i], "SIGN"))?;
    let is_side = |i: &usize| matches!(sentence.items[*i].what, What::Side) || signs_for(scan, sentence, *i);
    let named = |from: usize, to: usize| {
        let inside = |a: &&Actor| a.items.start > from && a.items.end <= to;
        sentence.actors.iter().filter(inside).any(|a| matches!(a.kind, ActorKind::Person(_)))
    };
    let last = (side..sentence.items.len()).rev().find(is_side)?;
    (last > side && named(verb, side) && named(side, last) && !named(last, sentence.items.len()))
        .then_some(verb)
}

/// The way through the sentence: who is listed, and on which side.
struct Walk<'l, 'a> {
    list: &'l List<'a>,
    stands: &'l Stands,
    traveller: Option<usize>,
    listed: Vec<Listed>,
    /// "A received him, and B came along": whoever came along came with the traveller.
    with_him: Vec<usize>,
    along: Option<usize>,
    /// The side told last.
    side: Option<usize>,
    /// The side was told since the formula began.
    since: bool,
    /// The list has ended.
    ended: bool,
    /// From here on those listed wait for a side that stands behind them.
    waiting: usize,
    /// Where the one named last ends.
    since_last: usize,
}

impl<'l, 'a> Walk<'l, 'a> {
    /// Goes through the whole sentence.
    fn along(
        list: &'l List<'a>,
        stands: &'l Stands,
        draft: &mut Draft,
        side: Option<usize>,
        traveller: Option<usize>,
    ) -> Walk<'l, 'a> {
        let mut walk = Walk {
            list,
            stands,
            traveller,
            listed: Vec::new(),
            with_him: Vec::new(),
            along: None,
            side,
            since: false,
            ended: false,
            waiting: 0,
            since_last: 0,
        };
        let mut actors = list.sentence.actors.iter().peekable();
        for (i, item) in list.sentence.items.iter().enumerate() {
            walk.ended |= stands.closed == Some(i);
            walk.item(i, item, draft);
            if actors.peek().is_some_and(|a| a.items.start == i && walk.is_joined(i, a, draft)) {
                actors.next();
            }
            while let Some(actor) = actors.next_if(|a| a.items.start == i) {
                walk.actor(i, actor, draft);
            }
        }
        walk
    }

    /// From here on those listed are of this side.
    fn turn(&mut self, side: Option<usize>) {
        self.side = side;
        self.ended = false;
    }

    /// The same, where the sentence tells whose side it is, and not its formula.
    fn turn_since(&mut self, i: usize, side: Option<usize>) {
        self.turn(side);
        self.since = i > self.list.at;
    }

    /// Those who wait for their side are of this one.
    fn settle_waiting(&mut self, side: Option<usize>) {
        for (_, slot) in &mut self.listed[self.waiting..] {
            *slot = side;
        }
        self.waiting = self.listed.len();
    }

    /// What an item says of the sides.
    fn item(&mut self, i: usize, item: &Item, draft: &mut Draft) {
        let (list, sentence, at) = (self.list, self.list.sentence, self.list.at);
        if matches!(item.what, What::Side)
            || signs_for(list.scan, sentence, i)
            || stands_for(list.scan, sentence, i)
        {
            return self.side_word(i, draft);
        }
        match &item.what {
            What::State { code, form } => self.state(i, *code, *form, draft),
            What::Organisation { code } if self.represented(i) => self.turn_to(*code, draft),
            // "…, on behalf of the Bank – B".
            What::Organisation { code } if elliptic(sentence, i) => {
                self.turn(draft.slot_of(code).or(self.side));
            }
            // "From the embassy A took part as well".
            What::Institution { .. } if i < at && i > 0 && i < 3 && sentence.items[i - 1].is_word("from") => {
                self.side = self.side.or_else(|| at_house(list.context, draft, i, sentence));
            }
            // "From the ministry A and B took part, from the Bank – C".
            What::Institution { .. } if i > at && for_another(sentence, i) && !self.listed.is_empty() => {
                let house = at_house(list.context, draft, i, sentence);
                self.turn(Some(house.unwrap_or_else(|| other_than(list.context, draft, &self.listed))));
            }
            What::Own { side } => self.own(i, side, draft),
            What::Attendance { index, .. } => self.formula(i, *index, draft),
            // A new verb ends the list.
            What::Trigger(options)
                if i > at + 1 && !self.stands.before && list.scan.pack.features.order == "svo" =>
            {
                let listed =
                    sentence.actors.iter().map(|a| a.items.end).filter(|&e| e <= i).max().unwrap_or(0);
                self.ended |= options.iter().any(|(_, f)| *f == TriggerForm::Past)
                    && sentence.items[listed.max(at + 1)..i].iter().any(|x| x.is_mark(","));
            }
            _ => {}
        }
    }

    /// "On the … side": the state named beside it says whose.
    fn side_word(&mut self, i: usize, draft: &mut Draft) {
        let (list, items, at) = (self.list, &self.list.sentence.items, self.list.at);
        let around = items[i + 1..].iter().take(3).chain(items[i.saturating_sub(2)..i].iter());
        let code = around.into_iter().find_map(|x| match &x.what {
            What::State { code, .. } | What::Organisation { code } => Some(*code),
            _ => None,
        });
        if let Some(code) = code {
            let mut told = draft.slot_of(&code);
            // "Signed by A's minister and B's, and on the C-ian side by …": a third party.
            let third = draft.spot == list.index && list.scan.pack.features.svo_with_cases()
                || list.scan.has_article() && draft.kind == "MEET" && list.of("any");
            if told.is_none() && i >= at && third {
                draft.camps[1].parties.push(code);
                told = Some(1);
            }
            if (self.stands.side_behind || self.stands.before) && i > at {
                // "A and B were present from the Kenyan side": of those before the formula as well.
                self.settle_waiting(told);
                self.ended = false;
            } else {
                self.turn_since(i, told);
            }
        } else if list.scan.has_article()
            && let Some(body) = items.get(i + 1)
            && let Some(own) = side_of_body(list.context, draft, body, &self.listed)
        {
            self.turn_since(i, Some(own));
        }
    }

    /// "Moscow was represented by A and [the] Minsk [side] by B": what is said of the first is left out.
    fn represented(&self, i: usize) -> bool {
        let (list, items) = (self.list, &self.list.sentence.items);
        i > list.at
            && list.formula.is_some()
            && list.sentence.by_order
            && items.get(i + 1).is_some_and(|n| n.is_word("by"))
            && !items[i - 1].is_word("of")
    }

    /// From here on those listed are of the side of this party, if it has one.
    fn turn_to(&mut self, code: Slug, draft: &Draft) {
        if let Some(own) = draft.slot_of(&code) {
            self.turn(Some(own));
        }
    }

    /// What the name of a state says of the sides.
    fn state(&mut self, i: usize, code: Slug, form: StateForm, draft: &Draft) {
        let (list, sentence, at) = (self.list, self.list.sentence, self.list.at);
        let name = form == StateForm::Name;
        let before = self.stands.before;
        // "Attended by A and B from X, and by C from Y": whose those named since are.
        let from = || {
            name && i > at
                && list.of("any")
                && !before
                && sentence.by_order
                && sentence.items[i - 1].is_word("from")
                && self.waiting < self.listed.len()
        };
        // "From A was present X, from B Y": where nouns have cases, the state before the verb or its people.
        let sent = || {
            name && list.formula.is_some_and(|a| a.of == "any" && !a.inside)
                && !before
                && sent_for(list.scan, sentence, i, at)
        };
        if self.represented(i) {
            self.turn_to(code, draft);
        } else if from() {
            if let Some(own) = draft.slot_of(&code) {
                self.settle_waiting(Some(own));
            }
        } else if sent() {
            if let Some(own) = draft.slot_of(&code) {
                self.turn_since(i, Some(own));
            }
        } else if (name || form == StateForm::Adjective) && self.of_delegation(i) {
            self.turn_to(code, draft);
        } else if self.noun_left_out(i, form) {
            self.turn(draft.slot_of(&code));
        }
    }

    /// "The Kazakh delegation was led by A, the Chinese delegation by B": each state's people after its name.
    fn of_delegation(&self, i: usize) -> bool {
        let (list, items) = (self.list, &self.list.sentence.items);
        let Some(next) = items.get(i + 1) else { return false };
        let attendances = &list.scan.pack.attendances;
        if list.scan.pack.features.case.is_empty() {
            return next.is_word("delegation") && items.get(i + 2).is_some_and(|by| by.is_word("by"));
        }
        next.is_word("delegation")
            || matches!(next.what, What::Attendance { index, .. } if attendances[index].of == "subject")
            || i + 1 == list.at && list.of("subject")
    }

    /// "From the Chinese, …", "…, the Kenyan one – by A": the noun of the side or delegation told before is left out.
    fn noun_left_out(&self, i: usize, form: StateForm) -> bool {
        let (list, items) = (self.list, &self.list.sentence.items);
        let opens = |x: &Item| x.is_mark(",;") || x.is_word("and") || x.is_word("but");
        // "Kenya was represented by A, Peru – by B".
        let represented = || {
            list.scan.pack.features.svo_with_cases()
                && form == StateForm::Name
                && i > list.at
                && list.of("any")
                && opens(&items[i - 1])
                && items.get(i + 1).is_some_and(|n| n.is_mark("-–—"))
        };
        // "For A stood NAME, and for B (stood) NAME", where the verb is left out and the name follows the state.
        let stood = || {
            form == StateForm::Name
                && (items[i].and || opens(&items[i - 1]))
                && matches!(items.get(i + 1), Some(n) if !n.and && matches!(n.what, What::Name { .. } | What::Honorific { .. } | What::Rank | What::Office(_)))
                && (0..i).any(|k| stands_for(list.scan, list.sentence, k))
        };
        elliptic(list.sentence, i)
            || i > 0 && stood()
            || represented()
            || list.formula.is_none() && sent_from(list.scan, list.sentence, i)
            || form == StateForm::Adjective
                && i > list.at
                && list.formula.is_some_and(|a| a.of != "each" && !a.inside)
                && items[i - i.min(3)..i].iter().any(|x| x.is_mark(",;"))
                && items.get(i + 1).is_some_and(|n| n.is_mark("-–—:"))
    }

    /// "On our side", "on the guest's side".
    fn own(&mut self, i: usize, side: &Slug, draft: &Draft) {
        let theirs = match side.as_str() {
            "guest" => 1,
            // Whoever sat across from those listed so far.
            "other" => across(draft, &self.listed),
            _ => 0,
        };
        if self.stands.side_behind && self.list.sentence.by_order && i > self.list.at {
            self.settle_waiting(Some(theirs));
            self.ended = false;
        } else {
            self.turn(Some(theirs));
        }
    }

    /// A formula behind the first: another list, or the other half of the same.
    fn formula(&mut self, i: usize, number: usize, draft: &Draft) {
        let list = self.list;
        if i <= list.at || self.stands.before || self.goes_on(i, number, draft) {
            return;
        }
        let next = &list.scan.pack.attendances[number];
        let owned = list.scan.pack.features.is_owned(list.scan.text.folded(list.sentence.items[i].start));
        // "And with him came a delegation that included".
        let beside = matches!(list.sentence.items[i - 1].what, What::Attendance { .. });
        let goes_on = self.along.filter(|_| next.after.is_some() || beside);
        self.along = goes_on.or_else(|| self.traveller.filter(|_| next.of == "subject" && owned));
        let side = of_its_state(list.scan, list.sentence, i, next, draft)
            .or_else(|| side_of(list.context, list.index, i, &next.of, false, draft));
        self.turn(side);
    }

    /// A formula that opens no list of its own.
    fn goes_on(&self, i: usize, number: usize, draft: &Draft) -> bool {
        let list = self.list;
        let before = &list.sentence.items[i - 1].what;
        let next = &list.scan.pack.attendances[number];
        // "In the meeting on the side of A took part": the other half of one formula; and
        // "in A's delegation were …; the B-ian side was represented by".
        let other_half =
            self.since && next.of == "any" && (list.number == Some(number) || matches!(before, What::Side));
        // "[Of A] the delegation …, [of B] the delegation": the state before each formula is its side.
        let its_state = || {
            list.scan.pack.features.complement_before
                && next.of == "subject"
                && matches!(before, What::State { code, .. } if draft.slot_of(code).is_some())
        };
        // "A delegation that includes officials, among them A": the same people.
        let same = || list.with_visitor() && list.scan.has_article() && next.after.is_some();
        other_half || its_state() || same()
    }

    /// "A was joined by X, and B by Y": B is named for his side alone, and those after "by" are with him.
    fn is_joined(&mut self, i: usize, actor: &Actor, draft: &Draft) -> bool {
        let (list, ActorKind::Person(n)) = (self.list, &actor.kind) else { return false };
        let by = || list.sentence.items.get(actor.items.end).is_some_and(|next| next.is_word("by"));
        if list.formula.is_none() || !list.sentence.by_order || i <= list.at || !by() {
            return false;
        }
        let own = principal(list.context, draft, *n);
        if own.is_some() {
            self.turn(own);
        }
        own.is_some()
    }

    /// Lists somebody, where he stands in the list.
    fn actor(&mut self, i: usize, actor: &Actor, draft: &Draft) {
        let list = self.list;
        // "With the president was A, and with the minister of B, C".
        let with = actor.marker.as_deref() == Some("with") && !self.stands.before && i > list.at;
        if with
            && list.of("subject")
            && list.scan.has_article()
            && matches!(actor.kind, ActorKind::Official(_))
        {
            let own = list.context.party(actor).and_then(|p| draft.slot_of(&p));
            if let Some(side) = own.or_else(|| holder(list.context, actor, draft)) {
                self.turn(Some(side));
            }
        }
        if let ActorKind::Person(n) = &actor.kind
            && self.is_inside(i)
            && !self.ended
            && list.context.person_of[*n].is_some()
        {
            // "With NAME came A and B": whoever was accompanied is named right after the formula.
            let accompanied = list.with_visitor() && list.scan.has_article() && self.listed.is_empty();
            if let Some(own) = accompanied.then(|| principal(list.context, draft, *n)).flatten() {
                self.side = Some(own);
            } else if draft.kind == "VISIT" && list.with_visitor() && list.context.namings[*n].counterpart {
                // "He travels, accompanied by A, at the invitation of his counterpart B": the host came with nobody.
                self.ended = true;
            } else if self.along.is_some() {
                self.with_him.push(*n);
            } else {
                self.listed.push((*n, self.side.or_else(|| self.described(*n, actor, draft))));
            }
        }
        self.since_last = actor.items.end;
    }

    /// The side that the words before a name describe, where nothing else tells it.
    fn described(&self, naming: usize, actor: &Actor, draft: &Draft) -> Option<usize> {
        let list = self.list;
        let named = &list.context.namings[naming];
        let words = self.since_last.max(list.at + 1)..actor.items.end;
        (named.party.is_none() || named.by_place)
            .then(|| described_as(list.context, list.sentence, words, draft))
            .flatten()
    }

    /// Item `i` stands where the list is.
    fn is_inside(&self, i: usize) -> bool {
        let (list, stands) = (self.list, self.stands);
        if stands.before {
            return i < list.at || stands.both_ends || stands.colon.is_some_and(|c| i > c);
        }
        let side = |s: usize| i > s || i == s && sent_from(list.scan, list.sentence, s);
        i > list.at || list.sided.is_some_and(side)
    }
}
