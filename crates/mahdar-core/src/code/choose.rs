//! Which frame the clause around a trigger is read by: of all that its word fits, the one that says most of the sides.

use super::conditions::allowed;
use super::{Camp, Context, Draft, Known, LOOK_BACK, Sentence, arguments, passing};
use crate::detect::person::{Actor, ActorKind};
use crate::detect::{Item, Scan, What};
use crate::pack::{Frame, Sense, TriggerForm};

/// A sentence whose triggers are asked one after the other.
pub(super) struct Choice<'t, 'a> {
    pub context: &'t Context<'a>,
    pub index: usize,
    /// The events of the sentences before.
    pub before: &'t [Draft],
    /// Nobody in the sentence could be a party.
    pub nobody: &'t dyn Fn() -> bool,
    /// Where the sentence begins to tell of what was before the news.
    pub background: Option<usize>,
    /// The signings of which no parties are told: their triggers and frames.
    pub unsaid: Vec<(usize, usize)>,
}

/// The frames that the word of a trigger fits, each in its form.
pub(super) struct Options {
    pub all: Vec<(usize, TriggerForm)>,
    /// They are of verbs inside the word, which as a whole fits none.
    inside: bool,
}

impl<'a> Choice<'_, 'a> {
    fn sentence(&self) -> &'a Sentence {
        &self.context.sentences[self.index]
    }

    fn scan(&self) -> &'a Scan<'a> {
        self.context.scan(self.sentence())
    }

    /// The frames whose conditions hold around an item; nothing where it is no trigger of any.
    pub fn options(&self, at: usize) -> Option<Options> {
        let (sentence, scan) = (self.sentence(), self.scan());
        let item = &sentence.items[at];
        let What::Trigger(all) = &item.what else { return None };
        // "A's conduct": behind a possessive what is written like a verb is a noun.
        let owned = sentence.by_order && item.start > 0 && scan.possessive(item.start - 1);
        let verb = |form: TriggerForm| matches!(form, TriggerForm::Present | TriggerForm::Infinitive);
        let fits = |&(f, form): &(usize, TriggerForm)| {
            !(owned && verb(form)) && allowed(self.context, self.index, at, f, &scan.pack.frames[f])
        };
        let mut all: Vec<(usize, TriggerForm)> = all.iter().copied().filter(fits).collect();
        let inside = all.is_empty();
        if inside {
            all = verbs_inside(scan, item).filter(fits).collect();
        }
        (!all.is_empty()).then_some(Options { all, inside })
    }

    /// What the clause tells, read by the frame that says most.
    pub fn best(&mut self, at: usize, options: &Options, out: &[Draft]) -> Option<Draft> {
        let told_of_before = passing::when_it_was(self.scan(), self.sentence(), at, &options.all);
        let mut best: Option<Draft> = None;
        for &option in &options.all {
            let Some(mut draft) = self.read(at, option, out) else { continue };
            if options.inside && draft.camps.iter().any(|c| c.known != Known::Told)
                || self.tells_nothing(at, option, &draft, out)
            {
                continue;
            }
            draft.background |= self.background.is_some_and(|b| b < at) || told_of_before;
            if best.as_ref().is_none_or(|b| (weight(&draft), rank(&draft)) > (weight(b), rank(b))) {
                best = Some(draft);
            }
        }
        best
    }

    /// What one frame makes of the clause.
    fn read(&mut self, at: usize, (f, form): (usize, TriggerForm), out: &[Draft]) -> Option<Draft> {
        let (sentence, frame) = (self.sentence(), &self.scan().pack.frames[f]);
        let last = self.told_last(frame, out);
        let earlier = told_of(self.context, sentence, at, form, last, self.before);
        let filled = if earlier.is_none() && (self.nobody)() {
            None
        } else {
            arguments::fill(self.context, self.index, at, frame, form, earlier)
        };
        if filled.is_none()
            && frame.kind == "SIGN"
            && matches!(form, TriggerForm::Passive | TriggerForm::Participle)
        {
            self.unsaid.push((at, f));
        }
        filled
    }

    /// The event that was told last, which may lend what the clause leaves unsaid.
    fn told_last<'d>(&self, frame: &Frame, out: &'d [Draft]) -> Option<&'d Draft>
    where
        Self: 'd,
    {
        let (before, sentence) = (self.before, self.sentence());
        let last =
            out.iter().rev().find(|d| !d.is_tour()).or_else(|| told_before(self.scan(), frame, before));
        // "A expelled diplomats, weeks after B had done so. The ambassador was summoned": by the one who is told of first.
        let first = |l: &&Draft| {
            let same = |d: &&Draft| d.spot == l.spot && d.kind == l.kind && !d.in_title();
            before[before.len().saturating_sub(LOOK_BACK)..].iter().find(same)
        };
        match frame.kind == "SUMMON" && sentence.by_order {
            true => last.as_ref().and_then(first).or(last),
            false => last,
        }
    }

    /// What the frame made of the clause is no event: of another world, part of talks told before, or only points back.
    fn tells_nothing(&self, at: usize, option: (usize, TriggerForm), draft: &Draft, out: &[Draft]) -> bool {
        let (sentence, scan) = (self.sentence(), self.scan());
        // A match between two teams is no meeting: in sport and film only people make events.
        let officials = |c: &Camp| {
            c.seats.iter().any(|s| {
                let n = &self.context.namings[s.naming];
                !n.held.is_empty() || n.royal || n.counterpart
            })
        };
        let game = |i: &Item| i.is_word("sport") || i.is_word("film");
        let other_world = || (self.context.other_world)() || sentence.items.iter().any(game);
        if !draft.camps.iter().any(officials) && other_world() {
            return true;
        }
        let frame = &scan.pack.frames[option.0];
        // "Offered his counterpart condolences" in talks told before: part of them.
        let talked = |o: &Draft| {
            frame.kind == "MESSAGE"
                && matches!(o.kind.as_str(), "MEET" | "CALL")
                && o.party_set() == draft.party_set()
        };
        let to_nobody = || {
            !(draft.camps.iter().all(|c| c.people)
                && self.before.iter().chain(out).rev().take(LOOK_BACK).all(|o| !talked(o)))
        };
        frame.to_people && to_nobody() || points_back(scan, sentence, at, option.1, draft, self.before)
    }
}

/// "[A met B.] This meeting is part of the preparations of A for the summit of ORGANISATION": a noun that only points back at
/// talks takes nobody from what is said of them.
fn points_back(
    scan: &Scan,
    sentence: &Sentence,
    at: usize,
    form: TriggerForm,
    draft: &Draft,
    before: &[Draft],
) -> bool {
    let items = &sentence.items;
    let this = at > 0 && items[at - 1].is_word("determiner");
    let with = |i: &Item| i.is_word("with") || i.is_word("between") || i.is_word("relative");
    let talks = |d: &Draft| matches!(d.kind.as_str(), "MEET" | "CALL");
    let new = |d: &Draft| {
        let all = d.all_parties();
        !draft.all_parties().iter().all(|p| all.contains(p))
    };
    scan.has_article()
        && sentence.scan == 1
        && form.is_noun()
        && (this || form == TriggerForm::Back)
        && talks(draft)
        && draft.camps.iter().all(|c| c.known == Known::Told && !c.people)
        && !items.get(at + 1).is_some_and(with)
        && before.iter().rev().find(|d| talks(d) && !d.in_title()).is_some_and(|d| d.done() && new(d))
}

/// The event told before whose sides a clause leaves unsaid: "will meet B tomorrow. The two sides held talks" means those
/// who have met, not those who will.
fn told_of<'d>(
    context: &Context,
    sentence: &Sentence,
    at: usize,
    form: TriggerForm,
    last: Option<&'d Draft>,
    before: &'d [Draft],
) -> Option<&'d Draft> {
    let last = last?;
    let cased = context.scan(sentence).pack.features.svo_with_cases();
    let article = context.scan(sentence).has_article();
    // "The ministers signed": officials of no state are those of whom was told.
    let both = || {
        let several = |a: &Actor| {
            matches!(a.kind, ActorKind::Both)
                || cased && a.plural && a.party.is_none() && matches!(a.kind, ActorKind::Official(_))
        };
        // "Praised their ties. And agreed on": an ending of the dual or plural says as much, where nobody stands beside it.
        let item = &sentence.items[at];
        let ending = || article && item.and && item.first_tags & crate::pack::tags::INFLECTED != 0;
        sentence.actors.iter().any(several) || sentence.actors.is_empty() && ending()
    };
    // "The two presidents witnessed the signing of": so does a noun that a verb takes.
    let past =
        matches!(form, TriggerForm::Past | TriggerForm::Passive) || article && form == TriggerForm::Noun;
    // "The conditions of the next round … the two sides discussed": a title sums up, and a plan alone is what was told.
    // "Met B in CITY, the last stop after X and Y. The two sides signed": a journey told on the way has no sides.
    let here = std::ptr::eq(&raw const context.sentences[last.spot], sentence);
    let journey = last.kind == "VISIT" && !here && last.camps[1].seats.is_empty();
    // "Thanked A for its support. The ministers signed": what was said on the way names one of them. So do blows and words
    // about others where no case tells them: "raids on A. The two ministers agreed".
    let of_others = match last.kind.as_str() {
        "STATEMENT" | "APPEAL" | "INVITE" => cased || article,
        "FORCE" | "THREATEN" | "AID" | "SANCTION" | "MEDIATE" | "COOPERATE" => article,
        _ => false,
    };
    let said = of_others && !here && last.camps.iter().any(|c| c.seats.is_empty());
    // "A, B and trade dominated the discussion. The two leaders agreed": what was spoken of.
    let spoken_of = sentence.by_order
        && matches!(last.kind.as_str(), "MEET" | "FORCE" | "COOPERATE" | "HOST")
        && last.camps.iter().all(|c| c.seats.is_empty() && !c.people && !c.office && !c.group);
    let journey = journey || said || spoken_of;
    let told = last.status == "happened" && !journey;
    // "The guests are here on a visit. A plan was signed": of those who met, a sentence without anybody says.
    let nobody = cased && last.kind == "VISIT" && !here && sentence.actors.is_empty();
    // "Discussed the points that A occupies. He also received B": so does a verb that opens its sentence.
    let also = || article && said && form == TriggerForm::Past && at < 3;
    if sentence.scan == 0 || !nobody && (told || last.in_title() || !past || !(both() || also())) {
        return Some(last);
    }
    let met = |d: &&Draft| {
        d.done()
            && d.spot + if cased || spoken_of || said { 6 } else { 3 } > last.spot
            && context.sentences[d.spot].scan == 1
            && d.camps.iter().all(|c| c.parties.len() == 1 && (c.people || !c.seats.is_empty()))
            && matches!(d.kind.as_str(), "MEET" | "SIGN" | "CALL" | "VISIT")
            && !((journey || nobody) && d.kind == "VISIT")
            && !(spoken_of && d.camps.iter().all(|c| c.seats.is_empty()))
            && (!nobody || d.party_set() == last.party_set())
    };
    before.iter().rev().take(6).find(met).or(Some(last))
}

/// A draft with both sides known is worth more than one with a gap.
fn weight(draft: &Draft) -> usize {
    // Whoever presents his credentials is an envoy.
    let sent = usize::from(draft.kind == "CREDENTIALS" && draft.camps[0].envoy && !draft.camps[1].envoy);
    sent + draft
        .camps
        .iter()
        .map(|c| {
            4 * usize::from(!c.parties.is_empty())
                + 2 * usize::from(c.open || c.counterpart)
                + usize::from(!c.seats.is_empty())
        })
        .sum::<usize>()
}

/// What was told before a sentence. Who met or wrote is none of those of whom an act of force was told in passing.
fn told_before<'d>(scan: &Scan, frame: &Frame, before: &'d [Draft]) -> Option<&'d Draft> {
    let of_people = scan.has_article()
        && matches!(frame.kind.as_str(), "MEET" | "CALL" | "MESSAGE" | "VISIT" | "SIGN" | "AGREE" | "INVITE");
    let passing = |d: &&Draft| {
        of_people
            && (d.kind == "HOST" && d.secondary
                || d.kind == "FORCE" && d.camps.iter().all(|c| !c.people && c.seats.is_empty()))
    };
    // "A received B. B praised A. Then received C": what was said in the talks is told inside them.
    let in_talks = |d: &Draft| {
        let talks = |e: &Draft| {
            matches!(e.kind.as_str(), "MEET" | "CALL")
                && e.done()
                && e.spot < d.spot
                && d.all_parties().iter().all(|p| e.all_parties().contains(p))
        };
        matches!(d.kind.as_str(), "STATEMENT" | "APPEAL") && before.iter().rev().take(4).any(talks)
    };
    let talks = matches!(frame.kind.as_str(), "MEET" | "CALL");
    let passing = |d: &&Draft| passing(d) || talks && of_people && in_talks(d);
    // A tour told on the way lends its sides to nobody.
    let before = || before.iter().rev().filter(|d| !d.is_tour());
    // "On the same day the ambassadors of B and C presented theirs": after the ceremony that was told.
    if frame.kind == "CREDENTIALS"
        && scan.pack.features.svo_with_cases()
        && let Some(ceremony) = before().take(8).find(|d| d.kind == "CREDENTIALS" && !d.background)
    {
        return Some(ceremony);
    }
    before().take(3).find(|d| !passing(d)).or_else(|| before().next())
}

/// Where one word fits several types alike, the more telling type wins: one calls on a person, and upon a state to act.
fn rank(draft: &Draft) -> u8 {
    let with_people = draft.camps.iter().all(|c| !c.seats.is_empty());
    match draft.kind.as_str() {
        "CREDENTIALS" => 9,
        "SIGN" => 8,
        "CALL" | "MESSAGE" => 7,
        "MEET" if with_people => 6,
        // Whoever is received or called on is a person.
        "MEET" if draft.camps[0].people && draft.camps[1].part == "guest" => 5,
        "MEET" => 3,
        "HOST" => 2,
        // A ministry that calls an envoy summons him; a person who is called is invited, a state is called upon.
        "SUMMON" => 3 + 3 * u8::from(!draft.camps[0].people),
        "INVITE" if !draft.camps[1].people => 3,
        "VISIT" => 5,
        "APPEAL" | "STATEMENT" => 4,
        _ => 5,
    }
}

/// "Concern [was voiced by] A", where the whole phrase tells of praise alone: the verbs inside it that tell nothing without a
/// noun, which the clause must hold; whoever acts stands behind them.
fn verbs_inside<'a>(scan: &'a Scan, item: &'a Item) -> impl Iterator<Item = (usize, TriggerForm)> + 'a {
    let passive = item.end > item.start + 2
        && scan.pack.features.capitals_alone()
        && scan.word(item.start, "auxiliary").is_some();
    let inside = if passive { item.start + 1..item.end } else { 0..0 };
    inside.clone().flat_map(move |t| {
        scan.matches[t].iter().filter_map(move |m| match scan.sense(m) {
            Sense::Trigger { frame, form: TriggerForm::Participle }
                if m.end < inside.end && !scan.pack.frames[*frame].needs.is_empty() =>
            {
                Some((*frame, TriggerForm::Passive))
            }
            _ => None,
        })
    })
}
