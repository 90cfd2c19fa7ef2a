//! What the steps ask: the clause around a trigger and what was told before it, and what several of them ask of both.

use std::cell::OnceCell;

use super::before_the_news::sees_another;
use crate::Slug;
use crate::code::status::{self, Hint};
use crate::code::{Context, Draft, Sentence, arguments, said_of};
use crate::detect::{Item, Scan, What};
use crate::pack::{Sense, TriggerForm};

/// A trigger in its sentence, and the events before it. What costs to find is found when first asked for, of the one event
/// that all steps are asked of.
pub(in crate::code) struct Told<'t, 'a> {
    pub context: &'t Context<'a>,
    pub index: usize,
    pub sentence: &'a Sentence,
    pub scan: &'a Scan<'a>,
    /// The place of the trigger among the items of its sentence.
    pub at: usize,
    pub item: &'a Item,
    /// The frames that its word fits, each in its form.
    pub options: &'t [(usize, TriggerForm)],
    pub hint: &'t Hint,
    /// The events of the sentences before.
    pub before: &'t [Draft],
    /// The events that the sentence told so far.
    pub out: &'t [Draft],
    had: OnceCell<bool>,
    anew: OnceCell<bool>,
    set: OnceCell<Vec<Slug>>,
    said_of: OnceCell<Option<&'static str>>,
}

impl<'t, 'a> Told<'t, 'a> {
    pub fn new(
        context: &'t Context<'a>,
        (index, at): (usize, usize),
        options: &'t [(usize, TriggerForm)],
        hint: &'t Hint,
        before: &'t [Draft],
        out: &'t [Draft],
    ) -> Self {
        let sentence = &context.sentences[index];
        Told {
            context,
            index,
            sentence,
            scan: context.scan(sentence),
            at,
            item: &sentence.items[at],
            options,
            hint,
            before,
            out,
            had: OnceCell::new(),
            anew: OnceCell::new(),
            set: OnceCell::new(),
            said_of: OnceCell::new(),
        }
    }

    /// It is told in the text, not in the title.
    pub fn in_text(&self) -> bool {
        self.sentence.scan == 1
    }

    /// It is told in the text below its first sentence.
    pub fn below_lead(&self) -> bool {
        self.in_text() && self.sentence.range.start > 0
    }

    pub fn is_form(&self, form: TriggerForm) -> bool {
        self.hint.form == Some(form)
    }

    pub fn previous(&self) -> Option<&'a Item> {
        self.at.checked_sub(1).map(|i| &self.sentence.items[i])
    }

    pub fn next(&self) -> Option<&'a Item> {
        self.sentence.items.get(self.at + 1)
    }

    /// All items before the trigger.
    pub fn left(&self) -> &'a [Item] {
        &self.sentence.items[..self.at]
    }

    /// As many items right before the trigger.
    pub fn near_left(&self, n: usize) -> &'a [Item] {
        &self.sentence.items[self.at.saturating_sub(n)..self.at]
    }

    /// All events told so far.
    pub fn earlier(&self) -> impl Iterator<Item = &'t Draft> + use<'t> {
        self.before.iter().chain(self.out)
    }

    /// The event that was told last in this sentence.
    pub fn last_here(&self, such: impl Fn(&Draft) -> bool) -> bool {
        self.out.last().is_some_and(such)
    }

    /// "The president to visit A": its word is the form that "to" asks for.
    pub fn infinitive(&self, d: &Draft) -> bool {
        let infinitive = |&(f, form): &(usize, TriggerForm)| {
            form == TriggerForm::Infinitive && self.scan.pack.frames[f].id == d.frame
        };
        self.options.iter().any(infinitive)
    }

    /// Each of the two did it to the other.
    pub fn exchanged(&self, d: &Draft) -> bool {
        let exchange = |&(f, _): &(usize, TriggerForm)| {
            self.scan.pack.frames[f].id == d.frame && self.scan.pack.frames[f].exchange
        };
        d.each_other || self.options.iter().any(exchange)
    }

    /// "Had earlier telephoned him".
    pub fn perfect(&self, d: &Draft) -> bool {
        self.sentence.by_order
            && self.in_text()
            && !d.nominal
            && self.previous().is_some_and(|i| i.is_kind("past", "perfect"))
    }

    /// "He had arrived there the day before".
    pub fn had(&self, d: &Draft) -> bool {
        *self.had.get_or_init(|| status::had_done(self.scan, self.sentence, self.at, d))
    }

    /// "He also called on the foreign minister": with somebody of whom nothing was told.
    pub fn anew(&self, d: &Draft) -> bool {
        *self.anew.get_or_init(|| sees_another(self.context, self.index, d, self.before))
    }

    /// "[The meeting of A with B] will be held": the clause says this of the noun that tells the event.
    pub fn is_said_of(&self, d: &Draft, status: &str) -> bool {
        let said = || said_of::said_of(self.scan, self.sentence, self.at);
        d.nominal && d.status == "happened" && *self.said_of.get_or_init(said) == Some(status)
    }

    /// The parties of the event in one order.
    pub fn set(&self, d: &Draft) -> &[Slug] {
        self.set.get_or_init(|| d.party_set())
    }

    /// Another event is a meeting of the same two.
    pub fn of_the_two(&self, d: &Draft, other: &Draft) -> bool {
        other.kind == "MEET" && other.party_set() == self.set(d)
    }

    /// "The crown prince had received him": another meeting of the two, before that of the news.
    pub fn again(&self, d: &Draft) -> bool {
        d.kind == "MEET" && self.had(d) && self.before.iter().any(|o| self.of_the_two(d, o))
    }

    /// "The two last met in January": another than the meeting of the news.
    pub fn last(&self, d: &Draft) -> bool {
        self.item.start > self.sentence.range.start
            && self.in_text()
            && matches!(d.kind.as_str(), "MEET" | "CALL")
            && self.scan.is(self.item.start - 1, |s| matches!(s, Sense::Turn { ahead: false }))
            // "Last Tuesday a meeting was held": where adjectives follow, it is the day that is past.
            && !(self.scan.has_article() && self.dated())
            && !status::held_there(self.scan, self.sentence, self.at)
    }

    /// "After talks, which a meeting of the two preceded yesterday".
    pub fn follows(&self, d: &Draft) -> bool {
        d.nominal && d.kind == "MEET" && self.dated() && arguments::follows(self.sentence, self.at)
    }

    /// A day stands right before the trigger.
    fn dated(&self) -> bool {
        self.previous().is_some_and(|i| matches!(i.what, What::Time))
    }
}
