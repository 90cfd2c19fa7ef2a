//! Finds in one text what names a party, office, person, place or time.
//!
//! Knows nothing of events; `code` decides who did what.

mod called;
pub(crate) mod date;
mod hijri;
mod items;
mod named;
pub(crate) mod office;
pub(crate) mod person;
mod same_land;

pub(crate) use called::settle as settle_called;
pub(crate) use items::{Item, What, items};
pub(crate) use named::settle as settle_names;
pub(crate) use same_land::same_land;

use crate::Slug;
use crate::model::{Field, Words};
use crate::pack::{ASKED, Match, Matches, Pack, Sense, StateForm, TriggerForm, kinds, tags};
use crate::text::{Kind, Text};

/// "A, minister of X; B, minister of Y; and C": a semicolon between those who are listed ends no clause.
pub(crate) fn lists_on(items: &[Item], at: usize) -> bool {
    let joins = |i: &Item| i.is_word("and") || i.is_word("determiner");
    let finite = |i: &Item| {
        use crate::pack::TriggerForm::{Passive, Past, Present};
        i.is_word("saying")
            || matches!(&i.what, What::Trigger(o)
                if o.iter().any(|(_, f)| matches!(f, Past | Present | Passive)))
    };
    items[at].is_mark(";") && {
        let mut rest = items[at + 1..].iter().skip_while(|i| joins(i));
        let who = |i: &Item| matches!(i.what, What::Name { .. } | What::Honorific { .. } | What::Office(_));
        rest.next().is_some_and(who) && !rest.take_while(|i| !i.is_mark(";")).any(finite)
    }
}

/// Of two phrases that begin at one word the greater is meant: the longer, then the one that strips less.
fn length(m: &Match) -> (usize, std::cmp::Reverse<u8>) {
    (m.end, std::cmp::Reverse(m.first.strips))
}

/// A text with every phrase of the pack that stands in it.
pub(crate) struct Scan<'a> {
    pub pack: &'a Pack,
    pub text: Text<'a>,
    pub matches: Matches,
}

impl<'a> Scan<'a> {
    pub fn new(pack: &'a Pack, raw: &'a str, field: Field) -> Self {
        let (text, matches) = pack.lexicon.scan(raw, field);
        Scan { pack, text, matches }
    }

    /// Of a word that names two states, or a state and another's capital, keeps what the document speaks of elsewhere, and
    /// before that the publisher's own.
    pub fn settle_states(scans: &mut [Scan], publisher: impl Fn(&[Scan]) -> Option<Slug>) {
        for scan in scans.iter_mut().filter(|s| !s.pack.lexicon.doubtful.is_empty()) {
            scan.drop_doubtful();
        }
        // A document names few states.
        let mut counts: Vec<(Slug, usize)> = Vec::new();
        let mut doubtful: Vec<(usize, usize)> = Vec::new();
        let mut codes = Vec::new();
        for (s, scan) in scans.iter().enumerate() {
            for t in scan.matches.tokens_with(0..scan.text.tokens.len(), kinds::STATE) {
                scan.codes(&scan.matches[t], &mut codes);
                match codes.as_slice() {
                    [] => {}
                    [one] => match counts.iter_mut().find(|(known, _)| known == one) {
                        Some((_, n)) => *n += 1,
                        None => counts.push((*one, 1)),
                    },
                    _ => doubtful.push((s, t)),
                }
            }
        }
        let own = if doubtful.is_empty() { None } else { publisher(scans) };
        for (s, t) in doubtful {
            scans[s].codes(&scans[s].matches[t], &mut codes);
            // The marks of a word, where the text writes them, say which is meant.
            let marked = |code: &Slug| {
                scans[s].matches[t].iter().any(|m| {
                    matches!(scans[s].sense(m), Sense::State { code: c, .. } if c == code)
                        && scans[s].pack.lexicon.as_marked(&scans[s].text, m)
                })
            };
            // Of two that are named as often, the one that the pack writes so before one that an ending makes.
            let written = |code: &Slug| {
                scans[s].matches[t].iter().any(|m| {
                    m.first.tags & tags::INFLECTED == 0
                        && matches!(scans[s].sense(m), Sense::State { code: c, .. } if c == code)
                })
            };
            let named = |code: &Slug| counts.iter().find(|(known, _)| known == code).map_or(0, |(_, n)| *n);
            let weight = |code: &&Slug| (marked(code), own == Some(**code), named(code), written(code));
            // Letters that stand for two states stand for the one that the pack lists first, unless the text speaks of the other
            // alone.
            if scans[s].text.tokens[t].shout {
                let first = codes[0];
                // "The president of RK received the ambassador of Korea": nobody names one state in two ways beside each other.
                let all = &scans[s].text.sentences;
                let inside = || all.get(all.partition_point(|r| r.end <= t)).filter(|r| r.contains(&t));
                let beside = || {
                    inside().is_some_and(|r| {
                        scans[s].matches.tokens_with(r.clone(), kinds::STATE).any(|k| {
                            k != t
                                && scans[s].is(k, |x| {
                                    matches!(x, Sense::State { code, form: StateForm::Name }
                                    if *code != first && codes.contains(code))
                                })
                                && !scans[s].text.tokens[k].shout
                        })
                    })
                };
                if named(&first) > 0 || beside() {
                    codes.retain(|c| *c == first);
                }
                codes.reverse();
            }
            let Some(best) = codes.iter().max_by_key(weight).cloned() else { continue };
            let lexicon = &scans[s].pack.lexicon;
            scans[s]
                .matches
                .retain(t, |m| !matches!(lexicon.sense(m), Sense::State { code, .. } if *code != best));
        }
    }

    /// A name of a state that is another word too stays where nothing else can be meant: after a free-standing preposition,
    /// an envoy or a portfolio, beside the name of another state; its adjective with the article after an office.
    fn drop_doubtful(&mut self) {
        let lexicon = &self.pack.lexicon;
        let doubtful = |m: &Match| {
            m.end == m.start + 1
                && matches!(lexicon.sense(m), Sense::State { code, form: StateForm::Name | StateForm::Adjective }
                    if lexicon.doubtful.contains(code))
        };
        let found: Vec<usize> = self
            .matches
            .tokens_with(0..self.text.tokens.len(), kinds::STATE)
            .filter(|&t| self.matches[t].iter().any(doubtful))
            .collect();
        for t in found {
            let (name, adjective) = (self.doubtful_name(t), self.doubtful_adjective(t));
            self.matches.retain(t, |m| {
                !doubtful(m)
                    || match lexicon.sense(m) {
                        Sense::State { form: StateForm::Adjective, .. } => adjective,
                        _ => name,
                    }
            });
        }
    }

    /// What stands beside the word at token `t` makes it the name of a state.
    fn doubtful_name(&self, t: usize) -> bool {
        let other = |i: usize, and: bool| {
            self.is(i, |s| {
                matches!(s, Sense::State { code, form: StateForm::Name } if !self.pack.lexicon.doubtful.contains(code))
            }) && (!and || self.matches[i].iter().any(|m| m.first.tags & tags::AND != 0))
        };
        let first = self.matches[t].iter().find(|m| m.kind == kinds::STATE).map(|m| m.first);
        let Some(first) = first.filter(|f| f.tags & tags::DEFINITE == 0) else { return false };
        let and = first.tags & tags::AND != 0;
        // "A and B", "B, A and C".
        let before = |i: usize| {
            (i.saturating_sub(3)..=i).any(|k| {
                self.matches[k].iter().any(|m| {
                    m.end == i + 1
                        && matches!(self.sense(m), Sense::State { code, form: StateForm::Name } if !self.pack.lexicon.doubtful.contains(code))
                })
            })
        };
        let comma = t > 1 && self.mark(t - 1).is_some_and(|c| c == ',');
        if t > 0 && first.marker == 0 && (and && before(t - 1) || comma && before(t - 2))
            || other(t + 1, true)
        {
            return true;
        }
        if and || first.marker != 0 {
            return false;
        }
        if t == 0 {
            return self.text.field == Field::Title && self.is(1, |s| matches!(s, Sense::Trigger { .. }));
        }
        let preposition = ["in", "to", "from", "at", "with", "between"]
            .iter()
            .any(|w| self.word(t - 1, w).is_some_and(|m| m.end == t && m.first.strips == 0));
        let of_state = self.matches[t - 1].iter().any(|m| {
            m.end == t
                && m.first.tags & tags::DEFINITE == 0
                && match self.sense(m) {
                    Sense::Office { position, .. } => self.pack.envoys.contains(position),
                    Sense::Portfolio { id, .. } => *id != "finance",
                    Sense::Institution { id, .. } => matches!(id.as_str(), "cabinet" | "embassy"),
                    _ => false,
                }
        });
        preposition || of_state || self.verb_takes(t)
    }

    /// A verb stands right before the word at token `t`, as before its subject, and no noun that is written alike.
    fn verb_takes(&self, t: usize) -> bool {
        self.pack.features.order == "vso"
            && self.matches[t - 1].iter().any(|m| {
                m.end == t
                    && match self.sense(m) {
                        Sense::Word { work, .. } => *work == "saying",
                        Sense::Trigger { form, .. } => {
                            *form == TriggerForm::Past && m.first.tags & tags::INFLECTED != 0
                        }
                        _ => false,
                    }
            })
    }

    /// What stands before the word at token `t` makes it the adjective of a state.
    fn doubtful_adjective(&self, t: usize) -> bool {
        let own = |m: &Match| m.kind == kinds::STATE && m.first.tags & tags::DEFINITE != 0;
        t > 0
            && self.matches[t].iter().any(own)
            && (t.saturating_sub(4)..t).any(|k| {
                self.matches[k].iter().any(|m| {
                    m.end == t
                        && m.last_tags & tags::DEFINITE != 0
                        && match self.sense(m) {
                            Sense::Office { rank, position, .. } => {
                                *rank == 0
                                    || *rank < 4 && *position != "director"
                                    || self.pack.envoys.contains(position)
                            }
                            Sense::Portfolio { id, .. } => *id != "finance",
                            Sense::Institution { id, .. } => {
                                matches!(id.as_str(), "armed-forces" | "cabinet")
                            }
                            _ => false,
                        }
                })
            })
    }

    /// Puts the states that the longest phrases of a list name into `codes`.
    fn codes(&self, list: &[Match], codes: &mut Vec<Slug>) {
        codes.clear();
        let mut states = list.iter().filter(|m| m.kind == kinds::STATE);
        // Most words name one state or none.
        let Some(first) = states.next() else { return };
        let longest = states.clone().fold(length(first), |longest, m| longest.max(length(m)));
        for m in std::iter::once(first).chain(states) {
            if let Sense::State { code, .. } = self.sense(m)
                && longest == length(m)
                && !codes.contains(code)
            {
                codes.push(*code);
            }
        }
    }

    pub fn sense(&self, m: &Match) -> &'a Sense {
        self.pack.lexicon.sense(m)
    }

    /// The longest phrase at token `i` whose sense passes the test.
    #[inline]
    pub fn best(&self, i: usize, test: impl Fn(&Sense) -> bool) -> Option<Match> {
        self.matches.get(i)?.iter().find(|m| test(self.pack.lexicon.sense(m))).copied()
    }

    /// The longest phrase at token `i` of one of these groups (see [`kinds`]).
    #[inline]
    pub fn best_of(&self, i: usize, groups: u32) -> Option<Match> {
        if self.matches.kinds(i) & groups == 0 {
            return None;
        }
        self.matches.get(i)?.iter().find(|m| m.kind & groups != 0).copied()
    }

    /// True when a phrase of one of these groups begins at token `i`.
    #[inline]
    pub fn has(&self, i: usize, groups: u32) -> bool {
        self.matches.kinds(i) & groups != 0 && self.matches[i].iter().any(|m| m.kind & groups != 0)
    }

    /// True when a phrase at token `i` passes the test.
    pub fn is(&self, i: usize, test: impl Fn(&Sense) -> bool) -> bool {
        self.best(i, test).is_some()
    }

    /// A verb that reports events of this type.
    pub fn is_verb_of(&self, item: &Item, kind: &str) -> bool {
        matches!(&item.what, What::Trigger(options)
            if options.iter().any(|&(f, form)| !form.is_noun() && self.pack.frames[f].kind == kind))
    }

    /// A noun that reports events of this type.
    pub fn is_noun_of(&self, item: &Item, kind: &str) -> bool {
        matches!(&item.what, What::Trigger(options)
            if options.iter().any(|&(f, form)| form.is_noun() && self.pack.frames[f].kind == kind))
    }

    /// A verb or noun that reports events of this type.
    pub fn reports(&self, item: &Item, kind: &str) -> bool {
        matches!(&item.what, What::Trigger(options) if options.iter().any(|&(f, _)| self.pack.frames[f].kind == kind))
    }

    /// A word that does this work, or what does it besides another: "announced" of what was done by it.
    pub fn also_does(&self, item: &Item, work: &str) -> bool {
        item.is_word(work) || self.word(item.start, work).is_some()
    }

    /// The words of an item.
    pub fn words_of(&self, item: &Item) -> Words {
        self.text.slice([item.begin, self.text.tokens[item.end - 1].end])
    }

    /// Written in capitals alone ("UK", "U.S.").
    pub fn is_letters(&self, item: &Item) -> bool {
        self.words_of(item).text.chars().all(|c| c.is_uppercase() || c == '.')
    }

    /// The longest closed-class word at token `i` that does this work.
    #[inline]
    pub fn word(&self, i: usize, work: &str) -> Option<Match> {
        if self.matches.kinds(i) & kinds::WORD == 0 {
            return None;
        }
        let does = |m: &&Match| {
            m.kind == kinds::WORD && matches!(self.sense(m), Sense::Word { work: w, .. } if w == work)
        };
        self.matches.get(i)?.iter().find(does).copied()
    }

    /// The closed-class word with which the item of several words ends: "were thrown [out of]", and not "of" alone.
    pub fn ends_with(&self, item: &Item, does: impl Fn(&str) -> bool) -> Option<&'a Slug> {
        let from = item.end.saturating_sub(2).max(item.start + 1);
        let mut words = (from..item.end).flat_map(|t| self.matches[t].iter()).filter(|m| m.end == item.end);
        words.find_map(|m| match self.sense(m) {
            Sense::Word { work, .. } if does(work) => Some(work),
            _ => None,
        })
    }

    /// The mark at token `i`.
    pub fn mark(&self, i: usize) -> Option<char> {
        match self.text.tokens.get(i)?.kind {
            Kind::Mark(c) => Some(c),
            _ => None,
        }
    }

    /// The possessive after a name in languages that write it apart.
    pub fn possessive(&self, i: usize) -> bool {
        i < self.text.tokens.len() && (self.text.folded(i) == "'s" || self.ends_plural(i))
    }

    /// "The Philippines' secretary": the apostrophe alone, between a word that ends in s and the next.
    fn ends_plural(&self, i: usize) -> bool {
        let next = |t: &crate::text::Token| t.kind == Kind::Word && !t.breaks && !t.glued;
        matches!(self.mark(i), Some('\'' | '\u{2019}'))
            && i > 0
            && self.text.tokens[i].glued
            && self.text.folded(i - 1).ends_with('s')
            && self.text.tokens.get(i + 1).is_some_and(next)
    }

    /// Byte where the phrase begins, after what is attached before it.
    pub fn begin(&self, m: &Match) -> usize {
        match m.first.begin {
            ASKED => self.begin_cut(m.start, m.first.cut, m.first.tags),
            n_attached => self.text.tokens[m.start].start + usize::from(n_attached),
        }
    }

    /// Byte where a word begins after `cut` folded characters; an article stays with its word.
    pub fn begin_cut(&self, token: usize, cut: u8, word_tags: u32) -> usize {
        self.pack.lexicon.begin_cut(&self.text, token, cut, word_tags)
    }

    /// A noun of one word, without an article, that ends in a pronoun that says whose it is.
    pub fn is_owned(&self, item: &Item) -> bool {
        // Behind a preposition written onto it the ending itself tells: it is no other letter made alike.
        let written = || {
            let token = &self.text.tokens[item.start];
            let raw = &self.text.raw[token.start..token.end];
            let last = self.pack.lexicon.letters.last_unmarked(raw);
            item.marker != 0 && last == self.text.folded(item.start).chars().next_back()
        };
        item.end == item.start + 1
            && item.first_tags & tags::DEFINITE == 0
            && self.pack.features.is_owned(self.text.folded(item.start))
            && (item.first_tags & tags::INFLECTED != 0 || written())
    }

    /// Its last word ends like one with a pronoun.
    pub fn ends_in_pronoun(&self, item: &Item) -> bool {
        self.pack.features.is_owned(self.text.folded(item.end - 1))
    }

    /// A noun that bears an article, or a pronoun that says whose it is: it takes nobody's name behind it, where nouns are
    /// joined so.
    pub fn is_closed(&self, item: &Item) -> bool {
        let several = item.end > item.start + 1;
        item.tags & tags::DEFINITE != 0 || several && self.ends_in_pronoun(item) || self.is_owned(item)
    }

    /// The marks that the ending of a token may tell, whatever its word is.
    pub fn ending(&self, t: usize) -> u32 {
        self.pack.lexicon.tail_tags(self.text.folded(t))
    }

    /// A word of the item shows by its ending that it is somebody's ("his letter handed over", "that he met").
    pub fn is_possessed(&self, item: &Item) -> bool {
        (item.start..item.end).any(|t| self.ending(t) & tags::POSS != 0)
    }

    /// Nothing of the pack stands at this token.
    pub fn unknown(&self, i: usize) -> bool {
        self.matches.get(i).is_some_and(<[Match]>::is_empty)
    }

    /// The language writes an article onto its nouns.
    #[inline]
    pub fn has_article(&self) -> bool {
        self.pack.lexicon.has_article
    }
}
