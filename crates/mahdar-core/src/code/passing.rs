//! Triggers that tell no event of their own: the purpose of another act, what describes a thing, what a document is about,
//! who heads a delegation, on which occasion somebody met.

use super::{Context, Draft, Sentence, passive};
use crate::detect::person::Actor;
use crate::detect::{Item, Scan, What};
use crate::pack::{TriggerForm, tags};

/// How many items the subject of a clause may have that gives something its name, with the word that opens it.
const NAMED: usize = 8;

/// How many items may stand between talks and the verb that tells what they deal with.
const TALKS: usize = 7;

/// A trigger in its sentence, with the frames that it may be of and what the sentence has told before it.
struct Trigger<'a> {
    scan: &'a Scan<'a>,
    sentence: &'a Sentence,
    at: usize,
    options: &'a [(usize, TriggerForm)],
    out: &'a [Draft],
}

/// Whether the trigger at item `at` tells no event of its own.
///
/// Origin of the rules: what was read wrongly on passages that were studied; each has its case in the packs.
pub(super) fn tells_nothing(
    context: &Context,
    index: usize,
    at: usize,
    options: &[(usize, TriggerForm)],
    out: &[Draft],
) -> bool {
    let sentence = &context.sentences[index];
    let t = Trigger { scan: context.scan(sentence), sentence, at, options, out };
    t.is_purpose()
        || t.is_why_they_met()
        || t.is_asked_for()
        || t.is_asked_first()
        || t.is_at_signing()
        || t.goes_on_there()
        || t.is_agreed_on()
        || agreed_on(t.scan, sentence, at, options)
        || t.describes()
        || t.is_matter_of_document()
        || t.is_occasion()
        || t.is_meetings_of_body()
        || t.leads_delegation()
        || t.is_told_by_noun()
        || t.belongs_to_list()
        || t.names_document()
        || t.is_matter()
        || t.is_what_a_land_sees()
        || t.tells_of_talks()
        || t.is_asked_about()
        || t.tells_who_came()
        || t.calls_it()
}

/// "Two days after a meeting of": when something was, no news.
pub(super) fn when_it_was(
    scan: &Scan,
    sentence: &Sentence,
    at: usize,
    options: &[(usize, TriggerForm)],
) -> bool {
    let items = &sentence.items;
    let plain = |x: &Item| matches!(x.what, What::Time | What::Other { .. } | What::Name { .. });
    let when = |x: &Item| x.is_word("after") || x.is_word("before");
    // "After two days" may be one time.
    let whole = |x: &Item| matches!(x.what, What::Time) && x.end > x.start + 1;
    let since = |i: usize| {
        i > 1
            && items[i - 1].is_word("from")
            && (whole(&items[i - 2])
                || (2..5).any(|n| i > n && when(&items[i - n - 1]) && items[i - n..i - 1].iter().all(plain)))
    };
    scan.has_article() && sentence.scan == 1 && all_nouns(options) && since(at)
}

/// "[After talks with B] told": where verbs stand last, after what something was said.
pub(super) fn said_after(scan: &Scan, sentence: &Sentence, at: usize) -> bool {
    let items = &sentence.items;
    let after = items.get(at + 1).is_some_and(|i| i.is_word("after"));
    scan.pack.features.complement_before
        && sentence.scan == 1
        && after
        && items[at].tags & tags::ABL != 0
        && items[at + 2..].iter().any(|i| i.is_word("saying"))
}

fn all_nouns(options: &[(usize, TriggerForm)]) -> bool {
    options.iter().all(|(_, f)| f.is_noun())
}

fn is_document(item: &Item) -> bool {
    matches!(&item.what, What::Word { work, .. } if work == "document")
}

impl Trigger<'_> {
    fn item(&self) -> &Item {
        &self.sentence.items[self.at]
    }

    /// The item right before.
    fn before(&self) -> Option<&Item> {
        self.sentence.items[..self.at].last()
    }

    fn by_follows(&self) -> bool {
        self.sentence.items.get(self.at + 1).is_some_and(|n| n.is_word("by"))
    }

    fn has(&self, form: TriggerForm) -> bool {
        self.options.iter().any(|(_, f)| *f == form)
    }

    /// Every frame that it may be of is of one of these types.
    fn is_of(&self, kinds: &[&str]) -> bool {
        self.options.iter().all(|&(f, _)| kinds.contains(&self.scan.pack.frames[f].kind.as_str()))
    }

    /// "… to discuss": the purpose of what has just been told.
    fn is_purpose(&self) -> bool {
        let Trigger { scan, sentence, options, out, .. } = *self;
        // The same with a preposition of its own: what was agreed, wanted or meant is told by the verb before.
        let apart = || {
            self.before().is_some_and(|b| b.is_word("to"))
                && !out.is_empty()
                && self.has(TriggerForm::Infinitive)
        };
        let vague = || sentence.scan == 1 && options.iter().all(|&(f, _)| scan.pack.frames[f].vague);
        scan.pack.lexicon.marker_name(self.item().marker) == Some("to") && (!out.is_empty() || vague())
            || apart()
    }

    /// "Met B [in order] to talk about trade": why, by another verb for the same talks.
    fn is_why_they_met(&self) -> bool {
        const NEAR: usize = 6;
        let Trigger { sentence, at, out, .. } = *self;
        let from = at.saturating_sub(NEAR);
        let Some(clause) =
            sentence.items[from..at].iter().rposition(|i| i.is_kind("relative", "purpose")).map(|k| from + k)
        else {
            return false;
        };
        let talks = ["MEET", "CALL"];
        self.is_of(&talks)
            && self.has(TriggerForm::Infinitive)
            && out.last().is_some_and(|d| talks.contains(&d.kind.as_str()) && !d.nominal && d.at < clause)
    }

    /// "[To the session having come] A met B": where verbs stand last, one of taking part before the noun that it describes
    /// tells which A it is, and another verb what he did.
    fn tells_who_came(&self) -> bool {
        let Trigger { scan, sentence, at, options, .. } = *self;
        let attends = |f: usize| scan.pack.frames[f].mode.is_some_and(|m| m == "multilateral");
        let meets = |i: &Item| {
            matches!(&i.what, What::Trigger(o) if o.iter().any(|&(f, form)| {
                !form.is_noun() && !attends(f) && matches!(scan.pack.frames[f].kind.as_str(), "MEET" | "CALL")
            }))
        };
        scan.pack.features.complement_before
            && options.iter().all(|&(f, form)| !form.is_noun() && attends(f))
            && super::arguments::runs_on(sentence, at)
            && sentence.items[at + 1..].iter().any(meets)
    }

    /// "To weaken what it calls a war machine", "what A described as a threat": the clause gives a thing its name.
    fn calls_it(&self) -> bool {
        let Trigger { scan, sentence, at, options, .. } = *self;
        let subject = |i: &&Item| {
            matches!(i.what, What::Mark(_) | What::Trigger(_) | What::Time | What::Attendance { .. })
                || i.is_word("and")
        };
        let clause = sentence.items[..at].iter().rev().take(NAMED).take_while(|i| !subject(i));
        sentence.by_order
            && !all_nouns(options)
            && clause.into_iter().any(|i| scan.word(i.start, "named-so").is_some())
    }

    /// "Asked about a call of A to B, the spokesman said": what a question is about.
    fn is_asked_about(&self) -> bool {
        let Trigger { scan, sentence, at, options, .. } = *self;
        if !sentence.by_order || sentence.scan != 1 {
            return false;
        }
        // "Asked about the harvest when he met B".
        if !all_nouns(options) {
            return scan.word(self.item().start, "question").is_some();
        }
        let comma = sentence.items[..at].iter().rposition(|i| i.is_mark(",")).map_or(0, |c| c + 1);
        let from = comma.max(at.saturating_sub(8));
        (from..at).any(|i| scan.word(sentence.items[i].start, "question").is_some())
    }

    /// "Arrived in CITY, where he will make a visit": the visit that his arrival has begun.
    fn goes_on_there(&self) -> bool {
        let Trigger { sentence, at, .. } = *self;
        self.is_of(&["VISIT"])
            && self.out.last().is_some_and(|d| {
                d.kind == "VISIT"
                    && d.at < at
                    && d.at + 12 > at
                    && sentence.items[d.at..at].iter().any(|i| i.is_kind("relative", "where"))
            })
    }

    /// "Invited him to visit X": what he is invited to.
    fn is_asked_for(&self) -> bool {
        if self.scan.has_article() {
            return self.is_asked_in_noun();
        }
        !self.scan.pack.features.case.is_empty()
            && self.options.iter().all(|(_, f)| *f == TriggerForm::Infinitive)
            && self.out.last().is_some_and(|d| {
                matches!(d.kind.as_str(), "INVITE" | "APPEAL") && d.at < self.at && d.at + 14 > self.at
            })
    }

    /// "[The two] in-the-signing took part": of a signing its noun tells.
    fn is_at_signing(&self) -> bool {
        let Trigger { scan, sentence, at, options, out } = *self;
        let attends = |f: usize| scan.pack.frames[f].mode.is_some_and(|m| m == "multilateral");
        if out.last().is_none_or(|d| d.kind != "SIGN" || !d.occurs) {
            return false;
        }
        let signing = |k: usize| {
            scan.is_noun_of(&sentence.items[k], "SIGN") && super::status::attended(scan, sentence, k)
        };
        options.iter().all(|&(f, form)| !form.is_noun() && attends(f))
            && (at.saturating_sub(2)..at).any(signing)
    }

    /// "[A] B-ACC [having held talks, to agree] urged": the first of what he is urged to do.
    fn is_asked_first(&self) -> bool {
        let Trigger { scan, sentence, at, .. } = *self;
        if !sentence.verb_last || !scan.pack.features.is_converb(scan.text.folded(self.item().end - 1)) {
            return false;
        }
        let urges = |i: &Item| {
            matches!(&i.what, What::Trigger(o)
            if o.iter().any(|&(f, form)| {
                !form.is_noun() && matches!(scan.pack.frames[f].kind.as_str(), "APPEAL" | "INVITE")
            }))
        };
        let Some(verb) = (at + 1..sentence.items.len()).find(|&k| urges(&sentence.items[k])) else {
            return false;
        };
        let lo = super::arguments::window(sentence, verb, false).0;
        let asked = super::arguments::asked_before(scan, sentence, verb, lo);
        asked.is_some_and(|(from, end)| from <= at && end <= at && at < verb)
    }

    /// "Asked of B the handing over of the wanted", "threatened that it would cut its ties with B": what is asked or threatened.
    fn is_asked_in_noun(&self) -> bool {
        let Trigger { scan, sentence, at, options, out } = *self;
        let Some(told) = out.last().filter(|d| d.at < at && d.at + 14 > at && !d.nominal) else {
            return false;
        };
        let between = &sentence.items[told.at + 1..at];
        if between
            .iter()
            .any(|i| matches!(i.what, What::Mark(_) | What::Trigger(_)) || i.and && i.is_word("relative"))
        {
            return false;
        }
        let that = between.iter().any(Item::is_that);
        match told.kind.as_str() {
            "APPEAL" => {
                let asked = ["COOPERATE", "AID", "SANCTION", "EXPEL", "RECALL", "SUMMON"];
                all_nouns(options) && !that && self.is_of(&asked) && !scan.is_owned(self.item())
            }
            "THREATEN" => that && self.item().first_tags & tags::FUTURE != 0,
            _ => false,
        }
    }

    /// "Agreed on holding a meeting": what is agreed on is no event of its own.
    fn is_agreed_on(&self) -> bool {
        let Trigger { scan, sentence, at, options, out } = *self;
        // "Agreed, in the talks that X hosted, that A shall open".
        let shall = scan.has_article()
            && at > 1
            && sentence.items[at - 1].is_kind("relative", "that")
            && sentence.items[at - 2].is_word("on");
        if shall && out.iter().any(|d| d.kind == "AGREE" && !d.nominal && d.at + 30 > at) {
            return true;
        }
        out.last().is_some_and(|d| d.kind == "AGREE" && d.at + 12 > at)
            && (all_nouns(options) || scan.has_article() && sentence.items[at - 1].is_word("on"))
            && sentence.items[at.saturating_sub(3)..at].iter().any(|i| i.is_word("on"))
    }

    /// What describes a thing or a gathering, or tells why.
    fn describes(&self) -> bool {
        let Trigger { sentence, at, options, .. } = *self;
        if !sentence.by_order {
            return false;
        }
        // "The occupied territory", "the agreed price": after an article what looks like a past form describes.
        let past =
            |f: &TriggerForm| matches!(f, TriggerForm::Past | TriggerForm::Participle | TriggerForm::Passive);
        let article = |b: &Item| b.is_kind("determiner", "article");
        if self.before().is_some_and(article) && options.iter().all(|(_, f)| past(f)) {
            return true;
        }
        let reduced = || self.by_follows() && self.has(TriggerForm::Participle) && !passive(sentence, at);
        let purpose = || {
            let base = |f: &TriggerForm| {
                matches!(f, TriggerForm::Infinitive | TriggerForm::Present | TriggerForm::Noun)
            };
            self.before().is_some_and(|b| b.is_word("to"))
                && options.iter().all(|(_, f)| base(f))
                && self.has(TriggerForm::Infinitive)
        };
        let gathering = |i: &Item| {
            i.is_word("gathering")
                || matches!(&i.what, What::Trigger(o) if o.iter().any(|&(_, f)| f.is_noun() || f == TriggerForm::Gerund))
        };
        // "A and the visiting minister of B": the word describes who came.
        let office = |i: &Item| matches!(i.what, What::Office(_) | What::Rank | What::Honorific { .. });
        if self.is_of(&["VISIT"])
            && options.iter().all(|(_, f)| *f == TriggerForm::Gerund)
            && sentence.items[at].end == sentence.items[at].start + 1
            && sentence.items.get(at + 1).is_some_and(office)
        {
            return true;
        }
        // "A plan backed by A", "left to support B": nobody's statement.
        sentence.scan == 1 && self.is_of(&["STATEMENT", "APPEAL"]) && (reduced() || purpose())
            // "Learning and exchanges between legislators": a noun in the plural.
            || sentence.scan == 1
                && self.is_of(&["SIGN"])
                && options.iter().all(|(_, f)| matches!(f, TriggerForm::Present | TriggerForm::Infinitive))
                && sentence.items.get(at + 1).is_some_and(|n| n.is_word("between"))
            // "Websites set up by A".
            || sentence.scan == 1 && self.is_of(&["AGREE"]) && reduced()
            // "The meetings hosted by X".
            || self.is_of(&["MEET", "HOST"]) && self.before().is_some_and(gathering) && reduced()
    }

    /// "A memorandum on exchanges", "a pact on technical cooperation": what a document is about.
    fn is_matter_of_document(&self) -> bool {
        let Trigger { sentence, at, options, .. } = *self;
        if !sentence.by_order || !all_nouns(options) {
            return false;
        }
        let subject = |i: &Item| i.is_word("on") || i.is_word("for") || i.is_word("in");
        let plain = |i: &Item| matches!(i.what, What::Other { .. });
        let governs = sentence.items[..at].iter().rposition(|i| !plain(i)).filter(|b| *b > 0);
        governs.is_some_and(|b| {
            subject(&sentence.items[b])
                && at - b < 5
                && sentence.items[b.saturating_sub(2)..b].iter().any(is_document)
        })
    }

    /// "On the sidelines of the meetings of": where somebody met; "discussed the outcome of the talks between A and B": what
    /// was spoken about.
    fn is_occasion(&self) -> bool {
        let Trigger { scan, sentence, at, options, .. } = *self;
        // "The meeting": what an article makes a noun, though it is written like a form of the verb.
        let article = |b: &Item| b.is_kind("determiner", "article");
        // "The 30th meeting": a word that describes it may stand between.
        let described = || {
            let ahead = &sentence.items[at.saturating_sub(2)..at];
            ahead.len() == 2 && article(&ahead[0]) && matches!(ahead[1].what, What::Other { .. } | What::Time)
        };
        let noun =
            sentence.by_order && (self.before().is_some_and(article) || described()) || all_nouns(options);
        let parts = |i: &Item| {
            i.is_word("with")
                || i.is_word("saying")
                || matches!(i.what, What::Mark(_))
                || matches!(&i.what, What::Trigger(o) if !o.iter().all(|&(_, f)| f.is_noun()))
        };
        let margin = || {
            let margin = sentence.items[..at].iter().rposition(Item::is_margin);
            margin.is_some_and(|m| !sentence.items[m + 1..at].iter().any(parts))
        };
        noun && (margin()
            || sentence.by_order && spoken_about(scan, sentence, at)
            || scan.has_article() && self.is_of(&["VISIT", "HOST"]) && prepared(scan, sentence, at)
            || outcome_of(scan, sentence, at))
    }

    /// "During the meetings of the World Bank in X A met B": where they met, and no talks of that body.
    fn is_meetings_of_body(&self) -> bool {
        let Trigger { scan, sentence, at, options, .. } = *self;
        if !scan.has_article() || sentence.scan == 0 || !all_nouns(options) || !self.is_of(&["MEET"]) {
            return false;
        }
        let plain = |i: &&Item| matches!(i.what, What::Other { .. }) || i.is_word("gathering");
        let body = sentence.items[at + 1..].iter().take(4).find(|i| !plain(i));
        let inside = |i: &Item| {
            matches!(i.what, What::Resumption)
                || ["in", "during", "at", "attending"].iter().any(|w| i.is_word(w))
                || ["in", "during", "at"].contains(&scan.pack.lexicon.marker_name(i.marker).unwrap_or(""))
        };
        // "Issues [that bear] on the meetings of", "at the time of the session of": any preposition.
        let of_a_noun = |i: &Item| i.is_word("with") || i.is_word("about") || i.is_word("on");
        let there = inside(self.item())
            || self.before().is_some_and(|i| inside(i) || of_a_noun(i))
            || self.item().marker != 0;
        let attends = |i: &Item| {
            matches!(&i.what, What::Trigger(o)
                if o.iter().any(|&(f, form)| !form.is_noun() && scan.pack.frames[f].mode.as_deref() == Some("multilateral")))
        };
        // "The talks between A and B at the time of the meetings of".
        let talked = || {
            sentence.items[..at].iter().any(|i| scan.is_noun_of(i, "MEET"))
                && sentence.actors.iter().filter(|a| a.items.end <= at && a.kind.is_person()).count() > 1
        };
        let others = || sentence.items.iter().any(|i| scan.is_verb_of(i, "MEET") && !attends(i)) || talked();
        there
            && body.is_some_and(|i| matches!(i.what, What::Organisation { .. }))
            && !sentence.items[..at].iter().any(attends)
            && others()
    }

    /// "A delegation led by X", "with his counterpart led by X": who heads it, not talks that somebody led.
    fn leads_delegation(&self) -> bool {
        let Trigger { scan, sentence, at, .. } = *self;
        if scan.word(self.item().start, "leading").is_none() || !self.by_follows() {
            return false;
        }
        // The name of an organisation and its letters may stand between.
        let part_of_it = |i: &&Item| {
            matches!(i.what, What::Other { .. } | What::Organisation { .. } | What::State { .. })
                || matches!(i.what, What::Institution { .. } | What::Mark('(' | ')' | ','))
                || ["of", "from", "determiner", "delegation"].iter().any(|w| i.is_word(w))
        };
        let reach = if sentence.by_order { 12 } else { 4 };
        let ahead = || sentence.items[at.saturating_sub(reach)..at].iter().rev();
        let delegation = |i: &Item| i.is_word("delegation");
        let led = |i: &Item| matches!(i.what, What::Counterpart | What::Office(_) | What::Both | What::Side);
        ahead().take(4).any(delegation)
            || ahead().take_while(part_of_it).any(delegation)
            || sentence.by_order && self.before().is_some_and(led) && !passive(sentence, at)
    }

    /// "Round of consultations to be held": in a title the noun that tells it counts.
    fn is_told_by_noun(&self) -> bool {
        let Trigger { sentence, at, options, .. } = *self;
        let told_by =
            |i: &Item| matches!(&i.what, What::Trigger(o) if o.iter().any(|(_, f)| *f == TriggerForm::Noun));
        sentence.scan == 0
            && options.iter().all(|(_, f)| *f == TriggerForm::Back)
            && sentence.items[at + 1..].iter().any(told_by)
    }

    /// "Attending the talks were": the noun belongs to the formula of the list.
    fn belongs_to_list(&self) -> bool {
        let Trigger { sentence, at, options, .. } = *self;
        if !all_nouns(options) {
            return false;
        }
        let formula = sentence.items[..at].iter().rposition(|i| matches!(i.what, What::Attendance { .. }));
        let plain = |i: &Item| i.is_word("determiner") || matches!(i.what, What::Other { .. });
        formula.is_some_and(|f| {
            !sentence.actors.iter().any(|a| a.items.start < f) && sentence.items[f + 1..at].iter().all(plain)
        })
    }

    /// "An agreement on [the] handing over [of] the wanted": what a document is named after.
    fn names_document(&self) -> bool {
        let item = self.item();
        self.scan.has_article()
            && self.before().is_some_and(is_document)
            && item.marker == 0
            && !item.and
            && all_nouns(self.options)
            && self.is_of(&["COOPERATE", "AID", "SANCTION"])
    }

    /// "Ways of [the] resuming [of] flights": what is named as a matter is talked about and not done.
    fn is_matter(&self) -> bool {
        let item = self.item();
        let matter = |i: &Item| self.scan.word(i.end - 1, "matter").is_some();
        self.scan.has_article()
            && item.marker == 0
            && !item.and
            && all_nouns(self.options)
            && self.before().is_some_and(matter)
            && self.is_of(&["COOPERATE", "AID", "SANCTION", "RECALL", "SIGN", "AGREE"])
    }

    /// "What the lands of A see of": whatever somebody sees there, where the verb's pronoun stands for it, is no journey.
    fn is_what_a_land_sees(&self) -> bool {
        let Trigger { scan, options, .. } = *self;
        let finite = options.iter().all(|(_, f)| f.is_finite());
        scan.has_article()
            && finite
            && self.is_of(&["VISIT"])
            && scan.ends_in_pronoun(self.item())
            && self.before().is_some_and(|i| i.is_word("relative"))
    }

    /// "Will hold [a session of] talks [that] deal with": what describes talks without "which" tells nothing of its own.
    fn tells_of_talks(&self) -> bool {
        let Trigger { scan, sentence, at, options, .. } = *self;
        let vague = |&(f, form): &(usize, TriggerForm)| form.is_finite() && scan.pack.frames[f].vague;
        if !scan.has_article() || self.item().and || !self.item().is_present() || !options.iter().all(vague) {
            return false;
        }
        // Adjectives, and where they are held, may stand between.
        let ends =
            |i: &&Item| i.and || matches!(i.what, What::Mark(_)) || i.is_finite() || i.is_word("relative");
        let talks = |i: &Item| {
            i.tags & tags::DEFINITE == 0
                && (scan.is_noun_of(i, "MEET") || scan.is_noun_of(i, "CALL"))
                && !scan.is_owned(i)
        };
        sentence.items[..at].iter().rev().take(TALKS).take_while(|i| !ends(i)).any(talks)
    }
}

/// "[On] a next round of talks to hold they agreed": where verbs stand last, what is agreed on is no event of its own.
fn agreed_on(scan: &Scan, sentence: &Sentence, at: usize, options: &[(usize, TriggerForm)]) -> bool {
    let item = &sentence.items[at];
    let aim = scan.pack.features.complement_before
        && options.iter().all(|(_, f)| f.is_noun() || *f == TriggerForm::Infinitive)
        && (item.tags & (tags::GEN | tags::ACC | tags::DAT) != 0
            || options.iter().all(|(_, f)| *f == TriggerForm::Infinitive));
    if !aim {
        return false;
    }
    let rest = &sentence.items[at + 1..];
    let verb = rest.iter().take(8).position(|i| matches!(i.what, What::Mark(_)) || i.is_verb());
    let Some(verb) = verb.filter(|&v| scan.is_verb_of(&rest[v], "AGREE")) else { return false };
    let Some(last) = sentence.items[..at + 1 + verb].last() else { return false };
    let taken = last.is_word("about") || scan.ending(last.end - 1) & tags::DAT != 0;
    let acts = |a: &Actor| a.items.start > at && a.items.end <= at + 1 + verb && !a.kind.is_city();
    taken && !sentence.actors.iter().any(acts)
}

/// "Told him of the results of the talks held in CITY with A": where nouns have cases, what somebody tells of is no new talk.
fn outcome_of(scan: &Scan, sentence: &Sentence, at: usize) -> bool {
    if scan.pack.features.case.is_empty() || sentence.scan == 0 {
        return false;
    }
    let ahead = sentence.items[at.saturating_sub(9)..at].iter().rev();
    let ends =
        |i: &Item| matches!(i.what, What::Mark(_) | What::Trigger(_) | What::Resumption) || i.is_word("with");
    ahead.take_while(|i| !ends(i)).any(|i| i.is_word("outcome"))
}

/// "Dealt with the preparations of the visit of A": the journey of which a verb of discussing tells through another noun.
fn prepared(scan: &Scan, sentence: &Sentence, at: usize) -> bool {
    let discusses = |i: &Item| {
        matches!(&i.what, What::Trigger(o)
            if o.iter().any(|&(f, form)| form.is_finite() && scan.pack.frames[f].vague))
    };
    let plain = |i: &&Item| matches!(i.what, What::Other { .. });
    let through = sentence.items[at.saturating_sub(5)..at].iter().rev().take_while(plain).count();
    sentence.scan == 1 && through > 0 && at > through && discusses(&sentence.items[at - through - 1])
}

/// A verb of discussing takes the noun at item `at`, by itself or through other nouns, and no word of place or time stands
/// between ("discussed it at the meeting with").
fn spoken_about(scan: &Scan, sentence: &Sentence, at: usize) -> bool {
    let through = |i: &Item| {
        matches!(i.what, What::Other { .. })
            || i.is_word("determiner")
            || i.is_word("of")
            || i.is_word("on")
            || i.is_word("about")
    };
    let discusses = |i: &Item| {
        matches!(&i.what, What::Trigger(o)
            if o.iter().any(|&(f, form)| !form.is_noun() && scan.pack.frames[f].vague))
    };
    let own = |g: &Item| ["between", "of", "with", "on", "about"].iter().any(|w| g.is_word(w));
    let tail = sentence.items[at].end > sentence.items[at].start + 1;
    if !(tail || sentence.items.get(at + 1).is_some_and(own)) {
        return false;
    }
    // "Briefed his counterpart on the state of the talks with A": whom somebody tells of them may stand between.
    let ahead = &sentence.items[at.saturating_sub(14)..at];
    let about = ahead.iter().rposition(|i| !through(i) || i.is_word("on") || i.is_word("about"));
    let told = |on: usize| {
        let stops = |i: &&Item| matches!(i.what, What::Mark(_) | What::Trigger(_));
        (ahead[on].is_word("on") || ahead[on].is_word("about"))
            && ahead[..on].iter().rev().find(stops).is_some_and(discusses)
    };
    about.is_some_and(told)
        || sentence.items[at.saturating_sub(10)..at].iter().rev().find(|i| !through(i)).is_some_and(discusses)
}
