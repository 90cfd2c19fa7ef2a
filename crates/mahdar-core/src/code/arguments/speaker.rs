//! Who speaks: of a judgement ("A's move is wrong") whoever says so, of an act only who tells it.

use super::Clause;
use super::groups::Group;
use crate::Slug;
use crate::code::attendance::join;
use crate::code::{Camp, Context, Draft, Known, Seat};
use crate::detect::person::{Actor, ActorKind};
use crate::detect::{Item, What};
use crate::pack::{StateForm, tags};

/// Within how many items after the verb of saying what is said begins.
const SAID_TO: usize = 8;

impl Clause<'_> {
    /// "The spokesman said that A met B", "as the spokesman said, A met B": whoever only tells of it is no side of it, where
    /// another could be its subject.
    pub(super) fn without_speaker(&self, all: &mut Vec<Group>) {
        if !self.scan.pack.features.svo_with_cases() || self.nominal {
            return;
        }
        let Some(from) = all.iter().filter(|g| self.speaks(g)).find_map(|g| self.where_said(g)) else {
            return;
        };
        if all.iter().any(|g| g.start >= from && self.may_be_subject(g)) {
            all.retain(|g| !self.speaks(g));
        }
    }

    /// A verb of saying stands right behind it, or, in a clause with "as", before it.
    fn speaks(&self, g: &Group) -> bool {
        let items = &self.sentence.items;
        g.marker.is_none() && g.end < self.at && self.where_said(g).is_some_and(|from| from <= self.at) && {
            let says = |i: &Item| i.is_word("saying") && !i.is_kind("saying", "source");
            items.get(g.end).is_some_and(says)
                || items[..g.start].iter().rev().take(3).any(says)
                    && items[..g.start].iter().rev().take(4).any(|i| i.is_word("as"))
        }
    }

    /// Where what it says begins: behind a comma, and "that".
    fn where_said(&self, g: &Group) -> Option<usize> {
        let items = &self.sentence.items;
        let end = items.len().min(g.end + SAID_TO);
        let comma = (g.end..end).find(|&i| items[i].is_mark(","))?;
        let after_verb = items[g.end].is_word("saying");
        let begins = items.get(comma + 1).is_some_and(|i| i.is_kind("relative", "content"));
        (begins || !after_verb).then_some(comma + 1)
    }

    /// A person, a body or a state in the nominative, behind no preposition; no pronoun, which may mean whoever speaks.
    fn may_be_subject(&self, g: &Group) -> bool {
        let kind = &self.sentence.actors[g.members[0]].kind;
        let somebody =
            kind.is_person() || matches!(kind, ActorKind::Institution { .. } | ActorKind::Delegation);
        let sure = g.tags & tags::NOM != 0 && g.tags & (tags::GEN | tags::DAT | tags::INS) == 0;
        let bare =
            g.tags & tags::CASES == 0 && matches!(self.sentence.items[g.start].what, What::Name { .. });
        g.marker.is_none() && somebody && (sure || bare)
    }
}

/// Between a verb of saying and whoever speaks: "a statement by the ministry of A said".
const BY_VERB: usize = 3;

/// Who says "we", or calls what another does wrong: whoever is quoted, who spoke before, whose house is named before, or the
/// publisher; nobody of those who are spoken of.
pub(super) fn speaker(
    context: &Context,
    index: usize,
    at: usize,
    earlier: Option<&Draft>,
    spoken_of: &[Slug],
) -> Option<Camp> {
    let sentence = &context.sentences[index];
    let scan = context.scan(sentence);
    let items = &sentence.items;
    // Of several who are spoken of, one may be whoever speaks, whom the words of the judgement reached as well.
    let not_theirs = |party: &Slug| spoken_of != [*party];
    let other = |a: &Actor| context.party(a).is_some_and(|p| not_theirs(&p));
    let body = |a: &Actor| {
        matches!(a.kind, ActorKind::Institution { .. } | ActorKind::Official(_) | ActorKind::Person(_))
    };
    // "Canada said", "Ottawa said", "the Union said".
    let named = |a: &Actor| match a.kind {
        ActorKind::State(form) => !matches!(form, StateForm::Adjective | StateForm::People),
        ActorKind::Organisation => true,
        _ => body(a),
    };
    let of = |a: &Actor| {
        let mut camp = Camp { part: "actor", parties: Vec::from_iter(context.party(a)), ..Camp::default() };
        join(&mut camp.parties, a.more.iter().copied());
        if let ActorKind::Person(n) = &a.kind {
            camp.seats.push(Seat { naming: *n, principal: true });
        }
        camp
    };
    let says = |i: usize| items.get(i).is_some_and(|i| scan.also_does(i, "saying"));
    let said = (at..items.len()).find(|&i| says(i));
    // "…, the ministry of A said": where order tells, whoever says it stands by the verb.
    let by_verb = |v: usize| {
        let ends = |a: &&Actor| sentence.by_order && a.items.end == v && a.items.start > at && named(a);
        sentence.actors.iter().rev().find(ends)
    };
    let quoted = || {
        let v = said?;
        by_verb(v)
            .filter(|a| other(a))
            .or_else(|| sentence.actors.iter().find(|a| a.items.start > v && body(a) && other(a)))
    };
    // "The minister of A said that B must", "A's ministry considers that": the verb of saying stands before, beside whoever speaks.
    let told_first = || {
        let speaks = |i: usize| says(i) && !items[i].is_kind("saying", "source");
        let small = |i: &Item| matches!(i.what, What::Other { .. } | What::Time) || i.is_word("determiner");
        let behind = |from: usize| {
            let words = items[..from].iter().rev().take(BY_VERB).take_while(|i| small(i)).count();
            (0..=words).any(|n| from > n && speaks(from - n - 1))
        };
        let whose = |a: &&Actor| {
            let plain = a.marker.is_none() && (a.tags & tags::CASES == 0 || a.tags & tags::NOM != 0);
            a.items.end < at
                && named(a)
                && other(a)
                && (plain && speaks(a.items.end)
                    || !sentence.by_order
                        && !sentence.verb_last
                        && (plain || scan.has_article())
                        && behind(a.items.start))
        };
        sentence.actors.iter().rfind(whose)
    };
    // "NAME: the launch by A is unwelcome".
    let before_colon = || {
        let colon = items[..at].iter().position(|i| i.is_mark(":"))?;
        let whose = |a: &&Actor| a.items.end == colon && a.marker.is_none() && named(a) && other(a);
        sentence.actors.iter().find(whose)
    };
    let told = || {
        let spoke = |e: &&Draft| {
            (matches!(e.kind.as_str(), "STATEMENT" | "APPEAL" | "THREATEN") && e.sentence + 3 >= index
                // "A sent B a letter. The letter accuses C".
                || e.kind == "MESSAGE" && sentence.by_order && e.sentence + 1 >= index)
                && e.camps[0].parties.iter().all(not_theirs)
        };
        earlier.filter(spoke).map(|e| e.camps[0].clone())
    };
    let before = || {
        let near = context.sentences[index.saturating_sub(3)..index].iter().rev();
        near.flat_map(|s| &s.actors).find(|a| body(a) && other(a)).map(of)
    };
    let home = || {
        let home = context.home.filter(not_theirs)?;
        Some(Camp { part: "actor", known: Known::Home, parties: vec![home], ..Camp::default() })
    };
    let here = match sentence.by_order {
        true => quoted().or_else(told_first),
        false => told_first().or_else(quoted),
    };
    here.or_else(before_colon).map(of).or_else(told).or_else(before).or_else(home)
}
