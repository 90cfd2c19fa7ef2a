//! What a document is about: one to three events, the others told on the way.

use std::cell::LazyCell;

use jiff::civil::Date;
use rustc_hash::FxHashSet;

use super::voiced;
use crate::Slug;
use crate::code::{Camp, Draft, Known, LOOK_BACK, Sentence, lender};
use crate::detect::{Item, What};

/// "Condemned the visit of A to B", "ahead of his visit to B urged C": a journey that a noun tells beside the verb of whoever
/// speaks is what he speaks of, or when he did.
fn beside_words(d: &Draft, drafts: &[Draft], sentences: &[Sentence]) -> bool {
    let sentence = &sentences[d.spot];
    if d.kind != "VISIT" || !d.nominal || d.titled() || sentence.by_order || sentence.verb_last {
        return false;
    }
    let describes =
        |i: &&Item| matches!(i.what, What::Other { .. }) || i.is_word("pronoun") || i.is_word("determiner");
    let before = sentence.items[..d.at].iter().rev().find(|i| !describes(i));
    let when =
        before.is_some_and(|i| ["before", "after", "on", "about", "to"].into_iter().any(|w| i.is_word(w)));
    let spoken = |o: &Draft| {
        matches!(o.kind.as_str(), "STATEMENT" | "APPEAL" | "THREATEN")
            && o.spot == d.spot
            && !o.nominal
            && o.camps[0].known == Known::Told
            && (when || before.is_some_and(|i| matches!(i.what, What::Trigger(_))) && o.at < d.at)
    };
    drafts.iter().any(spoken)
}

/// A title says that somebody nobody knows spoke of those of whom the text tells who did.
fn spoken_in_text(title: &Draft, drafts: &[Draft]) -> bool {
    let told = |o: &Draft| {
        o.kind == title.kind
            && !o.in_title()
            && o.done()
            && o.camps[0].known == Known::Told
            && o.camps[1].parties == title.camps[1].parties
    };
    title.in_title()
        && title.also.is_empty()
        && matches!(title.camps[0].known, Known::Guessed | Known::Home)
        && drafts.iter().take(LOOK_BACK).any(told)
}

/// The text tells of the same statement that it is about whoever struck the state that the title names.
fn told_of_doer(title: &Draft, drafts: &[Draft]) -> bool {
    let about = |d: &Draft| d.camps[1].parties.first().copied();
    let same = |o: &&Draft| {
        o.kind == title.kind
            && !o.in_title()
            && !o.background
            && o.camps[0].parties == title.camps[0].parties
            && about(o) != about(title)
    };
    let struck = |by: Option<Slug>| {
        drafts.iter().any(|f| {
            f.kind == "FORCE" && f.camps[0].parties.first().copied() == by && about(f) == about(title)
        })
    };
    drafts.iter().take(LOOK_BACK).filter(same).any(|o| struck(about(o)))
}

/// What a title tells of some of its parties and the text, of the same act, of all.
fn told_whole(title: &Draft, text: &Draft) -> bool {
    let mut pairs = title.camps.iter().zip(&text.camps);
    title.kind == text.kind
        && title.status == text.status
        && !text.in_title()
        && !text.background
        && text.all_parties().len() > title.all_parties().len()
        && pairs.all(|(a, b)| a.parties.iter().all(|p| b.parties.contains(p)))
}

/// Decides what the document is about: one to three events, the others told on the way.
pub(crate) fn mains(
    drafts: &[Draft],
    sentences: &[Sentence],
    at_home: bool,
    article: bool,
    published: Option<Date>,
) -> Vec<bool> {
    // A dateline, the day and the agency may stand as sentences of their own.
    let when = |i: &Item| matches!(i.what, What::Time | What::Mark(_) | What::Other { .. });
    let short =
        |s: &&Sentence| s.scan == 1 && s.actors.len() < 2 && (s.items.len() < 7 || s.items.iter().all(when));
    let titles = sentences.iter().take_while(|s| s.scan == 0).count();
    let opening = sentences[titles..].iter().take_while(short).count();
    let (dateline, first) = (opening.min(4), titles + opening);
    // What the text opens with, the dateline left aside.
    let opens = |s: usize| sentences[s].scan == 1 && (sentences[s].range.start == 0 || s == first);
    let lead = |d: &Draft| d.titled() || sentences[d.sentence].range.start == 0 || d.sentence <= 2 + dateline;
    let strong = |d: &Draft| {
        matches!(
            d.kind.as_str(),
            "MEET"
                | "CALL"
                | "SIGN"
                | "CREDENTIALS"
                | "MESSAGE"
                | "SUMMON"
                | "EXPEL"
                | "RECALL"
                | "SANCTION"
                | "AGREE"
                | "COOPERATE"
                | "MEDIATE"
        )
    };
    // "In another matter, A condoled with B": the first thing that a sentence opened by such words tells is news of its own.
    let apart = |s: usize| sentences[s].items.iter().take(2).any(|i| i.is_word("separate"));
    let separate = |i: usize| {
        let d = &drafts[i];
        apart(d.spot)
            && d.done()
            && !d.guessed()
            && !d.back
            && matches!(d.kind.as_str(), "MEET" | "CALL" | "MESSAGE" | "SIGN" | "CREDENTIALS" | "INVITE")
            && drafts[i.saturating_sub(4)..i].iter().all(|o| o.spot != d.spot)
    };
    // What opens with a plan tells of earlier meetings on the way, unless it gives their day.
    let plan = drafts.iter().find(|d| !d.background && !d.secondary).filter(|d| {
        lead(d) && d.status != "happened" && matches!(d.kind.as_str(), "VISIT" | "MEET" | "CALL" | "HOST")
    });
    let recalled = |d: &Draft| {
        // "A has put off his visit. He told B of it on the telephone": how it was put off.
        let of_it = |p: &Draft| {
            p.status == "postponed" && d.kind == "CALL" && lead(d) && d.party_set() == p.party_set()
        };
        plan.is_some_and(|p| p.sentence != d.sentence && !of_it(p))
            && d.status == "happened"
            && matches!(d.kind.as_str(), "VISIT" | "MEET" | "CALL" | "MESSAGE")
            && !d.titled()
            && d.date.as_ref().is_none_or(|day| day.precision != "day")
    };
    // What happened days before the news is told beside it.
    let day = |d: &Draft| {
        let date = d.date.as_ref().filter(|date| date.precision == "day")?;
        date.value.parse::<Date>().ok()
    };
    let news = drafts.iter().find(|d| lead(d) && d.done()).and_then(|d| day(d).or(published));
    // "The two first met in May": a month, or a year, that was over when the news came.
    let months_ago = |d: &Draft| {
        let date = d
            .date
            .as_ref()
            .filter(|date| !d.nominal && (date.precision == "month" || date.precision == "year"))?;
        let released = news.filter(|news| news.day() > 2)?.to_string();
        Some(released.get(..date.value.len())? > date.value.as_str())
    };
    let past = |d: &Draft| {
        !lead(d)
            && d.status == "happened"
            && !sentences[d.sentence].verb_last
            && (day(d).zip(news).is_some_and(|(day, news)| (news - day).get_days() > 2)
                || months_ago(d) == Some(true))
    };
    // Below a visit that was put off, whatever took place did so before it.
    let put_off_first = plan.is_some_and(|p| p.status == "postponed");
    let beside = |d: &Draft| {
        put_off_first
            && d.status == "happened"
            && !lead(d)
            && matches!(d.kind.as_str(), "MEET" | "CALL" | "VISIT")
    };
    // "Handed it over [when] he received him".
    let when = |d: &Draft| {
        let before = d.at.checked_sub(1).and_then(|i| sentences[d.spot].items.get(i));
        !d.nominal && before.is_some_and(|i| i.is_word("during"))
    };
    let wish = |d: &Draft| d.kind == "MESSAGE" && d.mode.as_deref() == Some("wish");
    // An envoy who visits a body of the state where he serves, and is received there, travels nowhere.
    let calls_on = |d: &Draft| {
        d.kind == "VISIT"
            && d.camps[0].envoy
            && drafts.iter().any(|o| o.kind == "MEET" && o.done() && o.party_set() == d.party_set())
    };
    // A journey that the lead tells.
    let travelled =
        |d: &Draft| d.kind == "VISIT" && d.status == "happened" && lead(d) && !d.background && !calls_on(d);
    // "Was welcomed with honours": the welcome of a guest whose visit the lead tells, and nobody who hosts him.
    let visited: FxHashSet<Vec<Slug>> =
        drafts.iter().filter(|d| travelled(d)).map(Draft::party_set).collect();
    let nobody = |c: &Camp| c.seats.is_empty() && !c.people;
    let only_state = |c: &Camp| nobody(c) && !c.office && !c.group && !c.body;
    // "A welcomes the minister of B", where A is a state or its capital: nobody who met him is told.
    let welcome = |d: &Draft| {
        let unhosted = || only_state(&d.camps[0]) && d.camps[1].people && !d.nominal;
        d.kind == "MEET"
            && d.also.is_empty()
            && match d.mode.as_deref() {
                Some("welcome") => !d.titled() && d.camps.iter().any(nobody) || unhosted(),
                Some("reception") => unhosted(),
                _ => false,
            }
            && visited.contains(&d.party_set())
    };
    // "Began a visit to B that includes talks": what a noun says of a journey, and nobody there.
    let to_follow = |d: &Draft| {
        d.kind == "MEET"
            && d.nominal
            && !d.occurs
            && !d.titled()
            && d.camps.iter().any(only_state)
            && drafts.iter().take(LOOK_BACK).any(|o| {
                travelled(o)
                    && o.spot == d.spot
                    && o.at < d.at
                    && o.party_set() == d.party_set()
                    && o.camps.iter().any(|c| c.people)
            })
    };
    // "Arrived in A, where he attends the summit of X": a gathering travelled to is still to come.
    let travelled_to = |d: &Draft| {
        d.kind == "MEET"
            && d.mode.as_deref() == Some("multilateral")
            && d.status == "happened"
            && sentences[d.spot].items.get(d.at).is_some_and(Item::is_present)
            && drafts.iter().take(LOOK_BACK).any(|o| {
                travelled(o)
                    && !o.nominal
                    && !o.secondary
                    && o.spot.abs_diff(d.spot) < 2
                    && o.camps[0].people
                    && d.camps.iter().any(|c| c.parties == o.camps[0].parties)
            })
    };
    // "Talked briefly at the airport": a welcome, below the journey that the lead tells.
    let at_airport = |d: &Draft| {
        d.kind == "MEET"
            && d.status == "happened"
            && !d.titled()
            && d.mode.as_deref() != Some("multilateral")
            && visited.contains(&d.party_set())
            && sentences[d.spot].items.iter().any(|i| i.is_kind("building", "airport"))
    };
    // "A denied having met B, and added that it had stopped trade with B": what is said beside a denial is its ground; "denied
    // a meeting during the visit of C": or when it would have been.
    let denial = drafts.iter().find(|d| !d.background).filter(|d| d.status == "denied" && lead(d));
    let ground = |d: &Draft| {
        let that = || sentences[d.spot].items.iter().take(d.at).any(Item::is_that);
        let during = |o: &Draft| d.kind == "VISIT" && o.spot == d.spot && o.at < d.at;
        denial.is_some_and(|o| o.spot < d.spot && that() || during(o))
            && d.status == "happened"
            && !d.titled()
    };
    let answered = |d: &Draft| voiced::is_answered(d, drafts, sentences);
    // "Speaking at a session of the Council, A condemned B": where words were said, and nobody else who was there.
    let said_there = |d: &Draft| {
        let host = |c: &Camp| nobody(c) && !c.office && c.parties.iter().all(|p| p.starts_with("ORG:"));
        d.kind == "MEET"
            && d.status == "happened"
            && !d.titled()
            && d.camps.iter().any(host)
            && drafts.iter().take(LOOK_BACK).any(|o| {
                matches!(o.kind.as_str(), "STATEMENT" | "APPEAL")
                    && !o.nominal
                    && !o.background
                    && o.done()
                    && o.camps.iter().all(|c| c.known == Known::Told)
                    && (o.titled()
                        || sentences[o.sentence].range.start == 0 && sentences[o.sentence].scan == 1)
                    && d.camps.iter().any(|c| c.parties == o.camps[0].parties)
                    && !d.camps.iter().any(|c| c.parties == o.camps[1].parties)
            })
    };
    // "The guest arrived in A, whose premier came to the airport": whoever came there to greet him travelled nowhere.
    let came_to_greet = |d: &Draft| {
        let reversed = |o: &Draft| o.kind == "VISIT" && o.status == "happened" && o.turns(d);
        d.kind == "VISIT"
            && d.status == "happened"
            && !d.titled()
            && sentences[d.spot].items.iter().any(|i| i.is_kind("building", "airport"))
            && drafts.iter().take(LOOK_BACK).any(reversed)
    };
    // "Flew into A. He and his host had met in C not long ago": talks of those two in the land of neither, below the journey.
    let elsewhere = |d: &Draft| {
        let parties = d.all_parties();
        let land = d.place.as_ref().and_then(|p| p.state.as_deref()).map(Slug::new);
        d.kind == "MEET"
            && !lead(d)
            && d.status == "happened"
            && parties.len() == 2
            && land.is_some_and(|s| !parties.contains(&s))
            && drafts
                .iter()
                .take(LOOK_BACK)
                .any(|o| travelled(o) && o.spot < d.spot && o.titled() && o.party_set() == d.party_set())
    };
    let recalled = |d: &Draft| {
        recalled(d)
            || elsewhere(d)
            || past(d)
            || beside(d)
            || welcome(d)
            || to_follow(d)
            || travelled_to(d)
            || at_airport(d)
            || said_there(d)
            || ground(d)
            || answered(d)
    };
    let talks = drafts.iter().any(|d| d.kind == "MEET" && d.done() && !recalled(d));
    // Who met, called, wrote, signed or struck, and in which state: a journey of theirs there is told on the way.
    let mut met: FxHashSet<(Slug, Option<Slug>)> = FxHashSet::default();
    let mut pairs: FxHashSet<(Slug, Slug)> = FxHashSet::default();
    for d in drafts.iter().filter(|d| {
        matches!(
            d.kind.as_str(),
            "MEET" | "CALL" | "SIGN" | "MESSAGE" | "CREDENTIALS" | "SUMMON" | "EXPEL" | "RECALL" | "SANCTION"
        ) && d.done()
            && !recalled(d)
    }) {
        let parties = d.all_parties();
        for a in parties.iter().take(16) {
            pairs.extend(parties.iter().take(16).map(|b| (*a, *b)));
        }
        let place = d.place.as_ref().and_then(|p| p.state.as_deref()).map(Slug::new);
        met.extend(parties.into_iter().map(|p| (p, place)));
    }
    // What two parties discussed on the telephone is the call; talks to come are part of the visit that the lead tells.
    let calls: FxHashSet<Vec<Slug>> = drafts
        .iter()
        .filter(|d| {
            d.kind == "CALL"
                && d.status == "happened"
                && !d.background
                && lead(d)
                && d.camps.iter().all(|c| c.people || !c.seats.is_empty())
        })
        .map(Draft::party_set)
        .collect();
    // A title may sum up several calls that the text tells one by one.
    let called: FxHashSet<Slug> = drafts
        .iter()
        .filter(|d| d.kind == "CALL" && d.status == "happened" && !d.background)
        .flat_map(Draft::all_parties)
        .collect();
    let relief: FxHashSet<Vec<Slug>> =
        drafts.iter().filter(|d| d.kind == "AID").map(Draft::party_set).collect();
    // Envoys who presented their credentials were received and spoken with: told on the way.
    let presented = |d: &&Draft| d.kind == "CREDENTIALS" && d.status == "happened" && !d.background;
    let mut envoys: Vec<Vec<Slug>> =
        drafts.iter().filter(presented).filter(|d| lead(d)).map(Draft::party_set).collect();
    // They may have been received together before each presented his.
    if !envoys.is_empty() && drafts.iter().filter(presented).count() > 1 {
        envoys.insert(0, drafts.iter().filter(presented).flat_map(Draft::all_parties).collect());
    }
    let together = |d: &Draft| {
        let all = d.all_parties();
        let of_all = |e: &Vec<Slug>| all.iter().all(|p| e.contains(p));
        all.len() > 2 && envoys.len() > 1 && envoys.first().is_some_and(of_all)
    };
    let of_ceremony = |d: &Draft| {
        let parties = d.party_set();
        envoys.iter().take(LOOK_BACK).any(|all| parties.iter().all(|p| all.contains(p)))
    };
    let of_envoys = |d: &Draft| {
        d.status == "happened"
            && !d.in_title()
            && (sentences[d.sentence].by_order
                || d.nominal && !d.occurs
                || d.mode.as_deref() == Some("reception") && !sentences[d.sentence].verb_last)
            && of_ceremony(d)
    };
    let visits: FxHashSet<Vec<Slug>> = drafts
        .iter()
        .filter(|d| {
            lead(d) && !d.background && (d.kind == "VISIT" || d.kind == "CALL" && d.status == "planned")
        })
        .map(Draft::party_set)
        .collect();
    let met_in_title = drafts.iter().any(|o| o.kind == "MEET" && o.titled());
    let signed: FxHashSet<Vec<Slug>> =
        drafts.iter().filter(|o| o.kind == "SIGN").map(Draft::party_set).collect();
    let granted: FxHashSet<Vec<Slug>> = drafts
        .iter()
        .filter(|o| o.kind == "SIGN" && o.status == "happened" && lead(o) && !o.background)
        .map(Draft::party_set)
        .collect();
    let only_aid = drafts.iter().filter(|o| o.kind == "AID" && !o.nominal).count() > 1
        && drafts.iter().all(|o| o.kind == "AID" || o.background || o.secondary);
    // "Kenya welcomed the talks between A and B": what is spoken of.
    let spoken_of = |i: usize| {
        let d = &drafts[i];
        let here = |o: &&Draft| o.sentence == d.sentence || o.spot == d.spot;
        drafts[..i].iter().rev().take(LOOK_BACK).take_while(here).any(|o| {
            let theirs = d.all_parties();
            matches!(o.kind.as_str(), "STATEMENT" | "APPEAL")
                && if d.nominal {
                    theirs.iter().all(|p| o.camps[1].parties.contains(p))
                        // "Congratulated A on the signing of a treaty by A and B".
                        || sentences[d.sentence].by_order
                            && !o.nominal
                            && o.camps[0].known == Known::Told
                            && theirs.iter().any(|p| o.camps[1].parties.contains(p))
                            && !theirs.iter().any(|p| o.camps[0].parties.contains(p))
                } else {
                    // "Kenya welcomed that A and B had reached an agreement".
                    o.camps[1].known == Known::Told
                        && d.unordered
                        && theirs.iter().any(|p| o.camps[1].parties.contains(p))
                        && !theirs.iter().any(|p| o.camps[0].parties.contains(p))
                }
        })
    };
    // What the lead says is denied is not told again as what happened.
    let rumours: FxHashSet<(Slug, Vec<Slug>)> = drafts
        .iter()
        .filter(|o| o.status == "denied" && lead(o) && !o.background)
        .map(|o| (o.kind, o.party_set()))
        .collect();
    let rumour = |d: &Draft| {
        d.nominal && d.status == "happened" && !d.titled() && rumours.contains(&(d.kind, d.party_set()))
    };
    // "Received the minister, who came with a letter": why he came.
    let brought = |d: &Draft| d.kind == "MESSAGE" && d.mode.as_deref() == Some("brought");
    // What was put off is not planned besides: "it had been reported that he would visit", "new dates for the visit".
    let put_off = |i: usize| {
        let d = &drafts[i];
        matches!(d.kind.as_str(), "VISIT" | "MEET")
            && matches!(d.status, "planned" | "hypothetical")
            && lender(drafts, i, |_, o| {
                o.kind == d.kind
                    && o.status == "postponed"
                    && !o.background
                    && (lead(o) || o.spot == d.spot)
                    && o.party_set() == d.party_set()
            })
            .is_some()
    };
    let acts = |i: usize, o: &Draft| {
        !rumour(o) && o.status == "happened" && strong(o) && !o.background && !spoken_of(i) && !recalled(o)
    };
    let acted = drafts.iter().enumerate().any(|(i, o)| acts(i, o));
    // "A voiced its condolences to B. Its ministry called in the envoy of C": what the text opens with, and below it what was
    // done with others.
    let opens_with = |d: &Draft| {
        let apart = |o: &Draft| o.spot > d.spot && !o.in_title() && o.party_set() != d.party_set();
        opens(d.spot)
            && !sentences[d.spot].by_order
            && !sentences[d.spot].verb_last
            && !d.nominal
            && d.done()
            && d.camps.iter().all(|c| c.known == Known::Told)
            && drafts.iter().enumerate().all(|(i, o)| !acts(i, o) || apart(o))
    };
    let first_meet = drafts.iter().position(|o| o.kind == "MEET" && o.status == "happened");
    let measured = |d: &Draft| {
        let same = |o: &&Draft| {
            matches!(o.kind.as_str(), "RECALL" | "EXPEL" | "SANCTION" | "SUMMON")
                && o.titled()
                && o.camps.iter().zip(&d.camps).all(|(a, b)| a.parties == b.parties)
        };
        d.titled() && !d.nominal && d.done() && first_meet.is_none() && drafts.iter().any(|o| same(&o))
    };
    // Nobody is there: neither a name nor an office nor a delegation.
    let empty = |d: &Draft| d.camps.iter().all(|c| c.seats.is_empty() && !c.people && !c.group);
    let unnamed = |d: &Draft| d.camps.iter().all(|c| c.seats.is_empty());
    let untitled = !sentences.iter().any(|s| s.scan == 0);
    let bare = |c: &Camp| {
        c.seats.is_empty() && !c.people && !c.group && !c.parties.iter().any(|p| p.starts_with("ORG:"))
    };
    let told =
        |d: &Draft| d.camps.iter().all(|c| !matches!(c.known, Known::Guessed | Known::Lent | Known::Both));
    // "The ministers of the two countries met": those of whom, and of nobody else, was just told.
    let none_besides = |d: &Draft| {
        let parties = d.all_parties();
        let near = &sentences[d.spot.saturating_sub(2)..(d.spot + 2).min(sentences.len())];
        near.iter().flat_map(|s| &s.actors).all(|a| {
            a.more.iter().all(|p| parties.contains(p)) && a.party.as_ref().is_none_or(|p| parties.contains(p))
        })
    };
    let both_offices = |d: &Draft| {
        d.kind == "MEET"
            && d.status == "happened"
            && d.camps.iter().any(|c| c.known == Known::Both)
            && d.camps.iter().all(|c| matches!(c.known, Known::Told | Known::Both))
            && d.camps.iter().any(|c| c.office)
            && sentences[d.spot].items.iter().any(|i| matches!(i.what, What::Both))
            && none_besides(d)
    };
    let talks_lead = LazyCell::new(|| {
        drafts.iter().any(|o| matches!(o.kind.as_str(), "MEET" | "CALL") && o.done() && lead(o))
    });
    // "The ambassador said that the two have signed several agreements": what a speaker looks back on.
    let recounted = |d: &Draft| {
        let items = &sentences[d.spot].items;
        let before = &items[..d.at.min(items.len())];
        let link = |i: &&Item| matches!(i.what, What::Other { .. } | What::Time);
        let perfect = before.iter().rev().find(|i| !link(i)).is_some_and(|i| i.is_word("auxiliary"));
        let said = before.iter().any(|i| i.is_word("saying") && !i.is_kind("saying", "source"));
        sentences[d.spot].by_order && !d.titled() && perfect && said && *talks_lead
    };
    let lent =
        |d: &Draft| !d.titled() && d.camps.iter().any(|c| c.known == Known::Lent && c.seats.is_empty());
    // "Received the ambassador of A and also received that of B": who acts on in the same sentence is told.
    let goes_on = |i: usize, out: &[bool]| {
        let d = &drafts[i];
        i > 0
            && out[i - 1]
            && drafts[i - 1].sentence == d.sentence
            && drafts[i - 1].kind == d.kind
            && !d.nominal
            && d.camps.iter().all(|c| c.people && matches!(c.known, Known::Told | Known::Lent))
    };
    let summed = |d: &Draft| {
        let all = d.all_parties();
        let one = |o: &&Draft| {
            o.kind == d.kind
                && o.status == d.status
                && !o.in_title()
                && !o.background
                && !o.secondary
                && o.all_parties().iter().all(|p| all.contains(p))
        };
        let told: Vec<&Draft> = drafts.iter().take(LOOK_BACK).filter(one).collect();
        d.in_title()
            && d.also.is_empty()
            && all.len() > 2
            && (told.len() > 1 && all.iter().all(|p| told.iter().any(|o| o.all_parties().contains(p)))
                || d.kind == "MEET" && told.iter().any(|o| o.camps.iter().all(|c| !c.seats.is_empty())))
    };
    let took_place =
        |d: &Draft| d.occurs || sentences[d.spot].items.iter().any(|i| i.is_kind("auxiliary", "held"));
    // "A took part in the meeting of ORGANISATION": a state does so.
    let state_took_part = |d: &Draft| {
        d.mode.is_some_and(|m| m == "multilateral")
            && !d.nominal
            && lead(d)
            && sentences[d.spot].items.get(d.at).is_some_and(|i| !i.is_present())
            && !sentences[d.spot].by_order
    };
    // What the title, or the first verb of the text, tells as hosted.
    let hosts = |o: &Draft| {
        let first = || !o.in_title() && sentences[o.spot].range.start == 0 && !o.secondary && !met_in_title;
        o.kind == "HOST"
            && !o.nominal
            && !o.background
            && o.status == "happened"
            && (o.titled() || first())
            && o.occurs
            && o.camps[1].parties.iter().any(|p| p.starts_with("ORG:"))
    };
    // The organisations whose gathering it is.
    let mut gathered = drafts.iter().filter(|o| hosts(o)).flat_map(Draft::all_parties).collect::<Vec<_>>();
    gathered.retain(|p| p.starts_with("ORG:"));
    let hosted = |d: &Draft| {
        d.status == "happened" && !gathered.is_empty() && d.all_parties().iter().any(|p| gathered.contains(p))
    };
    let signed_by_both = |d: &Draft| {
        d.secondary
            && d.status == "happened"
            && !d.background
            && !d.remote
            && d.at < 4
            && lead(d)
            && d.date.as_ref().is_none_or(|day| day.precision == "day")
            && d.camps
                .iter()
                .all(|c| !c.seats.is_empty() && matches!(c.known, Known::Told | Known::Both | Known::Lent))
            && !recalled(d)
    };
    let mut out = vec![false; drafts.len()];
    let mut n = 0;
    for (i, d) in drafts.iter().enumerate() {
        let main = match d.kind.as_str() {
            // "A protocol signed in CITY by A and B": who signed is told, and no earlier day.
            "SIGN" if signed_by_both(d) => true,
            _ if d.secondary || d.background || recalled(d) || rumour(d) => false,
            "APPEAL" if !acted && lead(d) && voiced::asks_on(&drafts[..i], &out, d) => true,
            // "They were given 48 hours to leave": told once, and not the other way round.
            "EXPEL" if voiced::turned_round(&drafts[..i], &out, d) => false,
            // People meet, call, travel and write: where none is named, the words must tell both parties, and at once.
            "MEET" | "CALL" | "VISIT" | "MESSAGE" | "FORCE" | "APPEAL" | "INVITE"
                if unnamed(d) && !told(d) && !goes_on(i, &out) && !both_offices(d) =>
            {
                false
            }
            // A person and a bare state: in a piece of running text most often where he was, or what they spoke of.
            // The office of several is that of each.
            "MEET" | "CALL"
                if untitled
                    && d.all_parties().len() == 2
                    && d.camps.iter().any(|c| bare(c) && !c.body)
                    && !d.camps.iter().all(bare)
                    && !state_took_part(d) =>
            {
                false
            }
            "MEET" | "CALL" | "MESSAGE"
                if unnamed(d) && !lead(d) && (untitled || d.nominal || !d.camps.iter().all(|c| c.people)) =>
            {
                false
            }
            // "A series of meetings in B": with whom is not said.
            "MEET"
                if sentences[d.sentence].by_order
                    && d.nominal
                    && !d.occurs
                    && !d.titled()
                    && d.camps.iter().any(|c| c.known == Known::Guessed && bare(c)) =>
            {
                false
            }
            // Whoever speaks or strikes is told, not guessed from what the text names besides.
            "FORCE" | "STATEMENT" | "APPEAL" | "THREATEN" | "SANCTION" | "AID"
                if d.camps[0].known == Known::Guessed && !d.titled() =>
            {
                false
            }
            "VISIT" if empty(d) && !d.titled() => false,
            "VISIT" if came_to_greet(d) => false,
            // "Arrived in B. At the airport the minister of B welcomed him": what one person said to another on the journey that
            // the lead tells.
            "STATEMENT"
                if !d.titled()
                    && !d.nominal
                    && d.camps.iter().all(|c| c.center || c.people && !c.seats.is_empty())
                    && drafts.iter().take(LOOK_BACK).any(|o| travelled(o) && o.turns(d)) =>
            {
                false
            }
            "VISIT" if beside_words(d, drafts, sentences) => false,
            // "Called on A to let inspectors in, and said that he was ready to come": what a speaker adds to his appeal.
            "VISIT"
                if d.status != "happened"
                    && !d.titled()
                    && drafts[..i].iter().zip(&out).rev().take(LOOK_BACK).any(|(o, main)| {
                        *main
                            && matches!(o.kind.as_str(), "STATEMENT" | "APPEAL")
                            && o.titled()
                            && o.camps.iter().zip(&d.camps).all(|(a, b)| a.parties == b.parties)
                    }) =>
            {
                false
            }
            // "Condemned the attack on a school in B" of a title: the text tells whose attack on B it was.
            "STATEMENT" if d.in_title() && told_of_doer(d, drafts) => false,
            "STATEMENT" | "APPEAL" if spoken_in_text(d, drafts) => false,
            // "They agreed that A will visit B": what was agreed on.
            "VISIT"
                if d.status == "planned"
                    && sentences[d.spot].by_order
                    && drafts[..i].iter().zip(&out).rev().take(LOOK_BACK).any(|(o, main)| {
                        *main && o.kind == "AGREE" && o.spot == d.spot && o.party_set() == d.party_set()
                    }) =>
            {
                false
            }
            // "On the other hand": an item of its own.
            _ if separate(i) => true,
            // A grant or loan for which a document is signed is what the document is about; so is a report of nothing but aid.
            "AID" if lead(d) && granted.contains(&d.party_set()) => true,
            "AID" if only_aid && !d.nominal && told(d) => true,
            // A noun alone (support, cooperation, pressure) tells of an act in passing.
            "AID" | "FORCE" | "STATEMENT" | "COOPERATE" | "AGREE" | "SANCTION" | "THREATEN" | "APPEAL"
            | "MEDIATE"
                if d.nominal
                    && !d.occurs
                    // "Denied the opening of relations with B, an appeal to B": what is denied is told by its noun.
                    && !(matches!(d.kind.as_str(), "COOPERATE" | "APPEAL")
                        && d.status == "denied"
                        && lead(d)
                        && !d.guessed())
                    // What title and text tell alike.
                    && !(d.kind == "COOPERATE" && !d.back && d.titled() && !d.in_title() && told(d)) =>
            {
                false
            }
            // "In answer to the expulsion of": what a verb does besides is the news.
            "EXPEL" | "RECALL"
                if d.nominal
                    && !d.occurs
                    && !d.titled()
                    && lender(drafts, i, |_, o| o.kind == d.kind && !o.nominal && !o.background)
                        .is_some() =>
            {
                false
            }
            // A side discusses a matter where somebody speaks for it; a report, a book or a summit only treats it.
            "MEET" if d.vague && !lead(d) && !d.camps.iter().any(|c| c.people) => false,
            // "They spoke of the negotiations between A and the Fund", "a pact that B is exploring with ASEAN": below a meeting of
            // people, talks where nobody is are what those people spoke of.
            "MEET" | "CALL"
                if sentences[d.sentence].by_order
                    && (d.nominal || d.vague)
                    && !d.occurs
                    && !d.titled()
                    && d.camps.iter().all(|c| c.seats.is_empty() && !c.people && !c.group)
                    && drafts[..i].iter().zip(&out).rev().take(LOOK_BACK).any(|(o, main)| {
                        *main
                            && matches!(o.kind.as_str(), "MEET" | "CALL")
                            && o.camps.iter().all(|c| !c.seats.is_empty())
                            && o.party_set() != d.party_set()
                    }) =>
            {
                false
            }
            // A title leaves out who met them all, or names a state as what was spoken of: the text tells who met.
            "MEET"
                if d.in_title()
                    && d.also.is_empty()
                    && lender(drafts, i, |_, o| {
                        let (mine, theirs) = (d.all_parties(), o.all_parties());
                        let part = theirs.len() > mine.len() && mine.iter().all(|p| theirs.contains(p));
                        let topic =
                            d.camps.iter().any(|c| bare(c) && !c.parties.iter().any(|p| theirs.contains(p)))
                                && mine.iter().any(|p| theirs.contains(p));
                        o.kind == d.kind
                            && o.status == d.status
                            && !o.in_title()
                            && !o.background
                            && lead(o)
                            && (part && o.camps.iter().all(|c| c.known == Known::Told)
                                || o.camps.iter().any(|c| c.people)
                                    && o.camps
                                        .iter()
                                        .all(|c| c.people || c.parties.iter().all(|p| p.starts_with("ORG:")))
                                    && (part || topic))
                    })
                    .is_some() =>
            {
                false
            }
            // A title leaves out some of those whom a measure strikes, or who took it: the text tells them all.
            "RECALL" | "EXPEL" | "SANCTION" | "SUMMON" | "AID" | "CREDENTIALS"
                if d.in_title()
                    && d.also.is_empty()
                    && lender(drafts, i, |_, o| told_whole(d, o) && lead(o)).is_some() =>
            {
                false
            }
            // "A met the ministers of ORGANISATION's states": the text tells which of them.
            "MEET"
                if d.in_title()
                    && d.also.is_empty()
                    && lender(drafts, i, |_, o| {
                        let of_body = |c: &Camp| {
                            c.seats.is_empty() && c.people && c.parties.iter().all(|p| p.starts_with("ORG:"))
                        };
                        let both = |k: usize| {
                            o.camps[k].parties == d.camps[k].parties
                                && of_body(&d.camps[1 - k])
                                && o.camps[1 - k].parties.len() > 1
                                && !o.camps[1 - k].parties.iter().any(|p| p.starts_with("ORG:"))
                        };
                        o.kind == d.kind
                            && o.status == d.status
                            && !o.in_title()
                            && lead(o)
                            && (both(0) || both(1))
                    })
                    .is_some() =>
            {
                false
            }
            // "The summit of X took place in B. A attended it": who took part is told, and B is where it was.
            "MEET"
                if (d.mode.as_deref() == Some("multilateral")
                    || d.nominal && sentences[d.sentence].by_order)
                    && !d.camps.iter().any(|c| c.people)
                    && lender(drafts, i, |_, o| {
                        o.kind == d.kind
                            && o.status == d.status
                            && !o.background
                            && o.camps.iter().any(|c| c.people)
                            && {
                                let all = o.all_parties();
                                let shared = |p: &&Slug| d.all_parties().contains(p);
                                let of_many = d.mode.as_deref() == Some("multilateral")
                                    || all.len() > 2 && d.all_parties().iter().all(|p| all.contains(p));
                                of_many
                                    && (all.iter().any(|p| p.starts_with("ORG:") && shared(&p))
                                        || all.len() > 2 && all.iter().any(|p| shared(&p)))
                            }
                    })
                    .is_some() =>
            {
                false
            }
            "MEET" if (d.place.is_none() || d.vague) && calls.contains(&d.party_set()) => false,
            // So does an envoy who only visits it.
            "VISIT"
                if d.camps[0].envoy
                    && !d.titled()
                    && (d.camps[1].body || d.camps[1].known == Known::Home)
                    && d.status == "happened" =>
            {
                false
            }
            // What carried the relief arrived, and nobody went.
            "VISIT" if empty(d) && relief.contains(&d.party_set()) => false,
            // "Received his credentials as he received him": the ceremony is the news; so is a letter that was brought.
            "MEET"
                if d.status == "happened"
                    && !d.titled()
                    && !(d.another && sentences[d.spot].by_order)
                    && lender(drafts, i, |_, o| {
                        o.status == "happened"
                            && !o.background
                            && lead(o)
                            && ((o.sentence, o.at) < (d.sentence, d.at)
                                // "Having received the envoy, took his credentials", where verbs stand last.
                                || o.kind == "CREDENTIALS"
                                    && o.sentence == d.sentence
                                    && sentences[d.sentence].verb_last)
                            && (o.kind == "CREDENTIALS"
                                || o.kind == "MESSAGE"
                                    && (d.nominal || when(d))
                                    && d.also.is_empty()
                                    && !wish(o))
                            && (o.party_set() == d.party_set() || o.kind == "CREDENTIALS" && together(d))
                    })
                    .is_some() =>
            {
                false
            }
            "MEET"
                if d.mode.as_deref() == Some("reception")
                    && drafts.iter().any(|o| {
                        brought(o)
                            && o.done()
                            && told(o)
                            && o.spot == d.spot
                            && o.party_set() == d.party_set()
                    })
                    && !drafts
                        .iter()
                        .any(|o| o.kind == "MEET" && o.spot > d.spot && o.party_set() == d.party_set()) =>
            {
                false
            }
            "MEET"
                if d.vague
                    && d.in_title()
                    && d.also.is_empty()
                    && d.all_parties().iter().all(|p| called.contains(p)) =>
            {
                false
            }
            // A title sums up what the text tells one by one.
            "CALL" | "MESSAGE" | "MEET" if summed(d) => false,
            "MEET" if of_envoys(d) && !d.another => false,
            // "Congratulated the envoy of B while receiving him": a wish said in talks is part of them.
            "MESSAGE"
                if wish(d)
                    && d.done()
                    && drafts.iter().any(|o| {
                        o.kind == "MEET" && o.done() && o.spot == d.spot && o.party_set() == d.party_set()
                    }) =>
            {
                false
            }
            // What was said in a call is no message.
            "MESSAGE" if !d.titled() && d.status == "happened" && calls.contains(&d.party_set()) => false,
            // A title tells whom somebody congratulated, the text that it was in a call.
            "MESSAGE" | "STATEMENT"
                if d.in_title() && d.also.is_empty() && calls.contains(&d.party_set()) =>
            {
                false
            }
            // So it does where the text says below the call that he did.
            "MESSAGE"
                if !d.nominal
                    && calls.contains(&d.party_set())
                    && lender(drafts, i, |_, o| {
                        o.kind == "CALL" && o.spot < d.spot && o.party_set() == d.party_set()
                    })
                    .is_some() =>
            {
                false
            }
            // "Presents letters" of a title: the credentials that the text tells of; greetings passed on there are part of it.
            "MESSAGE" if of_ceremony(d) => false,
            // Of a ceremony that its words tell both ways the noun says who was sent.
            "CREDENTIALS"
                if !d.nominal
                    && drafts[..i]
                        .iter()
                        .rev()
                        .take(6)
                        .any(|o| o.kind == "CREDENTIALS" && o.spot == d.spot && o.turns(d)) =>
            {
                false
            }
            _ if spoken_of(i) || put_off(i) => false,
            // "Put off his visit ahead of the summit": the summit was not.
            "HOST" | "MEET"
                if d.nominal
                    && d.status == "postponed"
                    && drafts[..i]
                        .iter()
                        .rev()
                        .take_while(|o| o.spot == d.spot)
                        .any(|o| o.kind == "VISIT" && o.status == "postponed") =>
            {
                false
            }
            // What was done, and is to follow, is told once.
            "SUMMON" | "EXPEL" | "RECALL" | "SANCTION" | "AID"
                if matches!(d.status, "planned" | "hypothetical")
                    && drafts[..i].iter().rev().take(LOOK_BACK).any(|o| {
                        o.kind == d.kind && o.status == "happened" && o.party_set() == d.party_set()
                    }) =>
            {
                false
            }
            // "In a cable to B, A voiced his condolences": what the cable said.
            "STATEMENT"
                if lender(drafts, i, |_, o| {
                    o.kind == "MESSAGE"
                        && o.sentence == d.sentence
                        && o.nominal
                        && o.status == d.status
                        && o.camps.iter().zip(&d.camps).all(|(a, b)| a.parties == b.parties)
                })
                .is_some() =>
            {
                false
            }
            // A note handed over is part of the summons.
            "MESSAGE" | "STATEMENT"
                if lender(drafts, i, |_, o| {
                    o.kind == "SUMMON"
                        && (o.sentence == d.sentence
                            || o.spot == d.spot
                            || d.kind == "MESSAGE" && o.spot.abs_diff(d.spot) < 3)
                        && o.party_set() == d.party_set()
                        && o.status == d.status
                })
                .is_some() =>
            {
                false
            }
            "MEET"
                if matches!(d.status, "planned" | "postponed")
                    && !d.titled()
                    && (visits.contains(&d.party_set())
                        || lender(drafts, i, |_, o| {
                            o.kind == "VISIT"
                                && o.status == d.status
                                && lead(o)
                                && !o.background
                                && o.all_parties().len() > 2
                                && d.all_parties().iter().all(|p| o.all_parties().contains(p))
                        })
                        .is_some()) =>
            {
                false
            }
            // "Left A for a visit to B": where he goes next is told on the way.
            "VISIT"
                if drafts[..i].iter().zip(&out).rev().take(LOOK_BACK).any(|(o, main)| {
                    *main
                        && o.kind == "VISIT"
                        && o.spot == d.spot
                        && o.at < d.at
                        && o.camps[0].parties == d.camps[0].parties
                        && o.camps[1].parties != d.camps[1].parties
                        && !d.titled()
                }) =>
            {
                false
            }
            // Somebody calls, and nobody's words tell who is called.
            "MEET" | "CALL" | "VISIT" | "MESSAGE" | "SIGN" | "AGREE" | "CREDENTIALS" | "STATEMENT"
            | "APPEAL"
                if d.guessed() && !d.titled() && !at_home =>
            {
                false
            }
            // A side that only the event before tells, and nobody on it.
            "HOST" | "INVITE" | "SUMMON" | "STATEMENT" | "APPEAL" | "CREDENTIALS" if lent(d) => false,
            "MEET" if d.vague && lent(d) => false,
            // "A session of the A-B commission was held": a noun that elsewhere refers back tells here by itself.
            "MEET" | "CALL" if untitled && d.back && unnamed(d) && !(took_place(d) && told(d) && lead(d)) => {
                false
            }
            // "A hosts the summit of X": whoever took part in what title or lead tells as hosted did so there.
            "MEET" if !d.titled() && hosted(d) => false,
            // "The guest will take part in the summit of X": what he came for.
            "MEET"
                if d.status == "planned"
                    && d.mode.as_deref() == Some("multilateral")
                    && !d.titled()
                    && drafts[..i].iter().take(LOOK_BACK).any(|o| {
                        travelled(o) && o.all_parties().iter().any(|p| d.all_parties().contains(p))
                    }) =>
            {
                false
            }
            "MEET" | "CALL" => d.status == "happened" || !acted && lead(d),
            // What the guest of a visit comes to sign.
            "SIGN" | "MESSAGE" if d.status == "planned" && !d.titled() && visits.contains(&d.party_set()) => {
                false
            }
            // "Met; discussed a proposal for the signing of": a document still to come is what the talks were about.
            "SIGN"
                if d.status != "happened"
                    && d.nominal
                    && !d.titled()
                    && lender(drafts, i, |_, o| {
                        matches!(o.kind.as_str(), "MEET" | "CALL")
                            && o.status == "happened"
                            && o.party_set() == d.party_set()
                    })
                    .is_some() =>
            {
                false
            }
            "SIGN" if recounted(d) => false,
            "SIGN" | "CREDENTIALS" | "EXPEL" | "RECALL" | "SUMMON" | "SANCTION" => {
                d.status == "happened" || lead(d) && !(d.status == "hypothetical" && acted)
            }
            // Cables of the same state to the same, one after the other: the first is the news.
            "MESSAGE"
                if drafts[..i].iter().zip(&out).rev().take(LOOK_BACK).any(|(o, main)| {
                    *main
                        && o.kind == "MESSAGE"
                        && o.camps.iter().zip(&d.camps).all(|(a, b)| a.parties == b.parties)
                }) =>
            {
                false
            }
            // "Received the ambassador, who handed him a letter of": the letter is why he came.
            "MESSAGE"
                if !d.nominal
                    && d.status == "happened"
                    && first_meet.is_some_and(|m| {
                        // A letter or message, and no greetings by word of mouth, is what any guest came for.
                        // "Met the special envoy of A. The envoy delivered a message".
                        let by_order = sentences[d.spot].by_order;
                        let received = drafts[m].mode.as_deref() == Some("reception")
                            || by_order && drafts[m].mode.as_deref() == Some("call-on")
                            || by_order && drafts[m].camps[1].envoy;
                        // "The king received the minister. He handed him a letter of his president".
                        let of_another = |d: &Draft| {
                            let heads = |k: usize| drafts[k].camps[1].seats.iter();
                            let guest = |n: usize| heads(m).any(|s| s.naming == n);
                            d.camps[0].seats.iter().any(|s| s.principal && !guest(s.naming))
                        };
                        let bears = sentences[d.spot].verb_last && of_another(d);
                        received
                            && (drafts[m].spot == d.spot
                                || (d.news || bears) && lead(d) && drafts[m].spot + 1 == d.spot)
                            && drafts[m].camps[1].parties.first() == d.camps[0].parties.first()
                            && (drafts[m].camps[1].envoy || d.news || bears || brought(d))
                            && drafts[m].party_set() == d.party_set()
                    }) =>
            {
                true
            }
            // "Received, during his meeting with the ambassador of A, a letter": the meeting tells when.
            "MESSAGE" => {
                let when = |m: usize| drafts[m].nominal && !d.nominal && !d.in_title() && lead(d) && told(d);
                d.titled()
                    || first_meet.is_none_or(|m| i < m && (drafts[m].sentence != d.sentence || when(m)))
            }
            // "Arrived in A. He will go to the border": where the guest of a journey goes on it.
            "VISIT"
                if d.status == "planned"
                    && !d.titled()
                    && drafts[..i].iter().zip(&out).rev().take(LOOK_BACK).any(|(o, main)| {
                        *main
                            && o.kind == "VISIT"
                            && o.status == "happened"
                            && o.camps.iter().zip(&d.camps).all(|(a, b)| a.parties == b.parties)
                    }) =>
            {
                false
            }
            "VISIT" => match d.status {
                // What its guest did there is the news: the talks, the signing, the message. A welcome, talks to come and
                // what others did leave the journey what the document is about.
                "happened" => {
                    let there =
                        |p: &Slug, h: &Slug| met.contains(&(*p, Some(*h))) || pairs.contains(&(*p, *h));
                    let at = d.place.as_ref().and_then(|p| p.state.as_deref()).map(Slug::new);
                    let talked = |p: &Slug| {
                        met.contains(&(*p, None))
                            || at.is_some() && met.contains(&(*p, at))
                            || d.camps[1].parties.iter().any(|h| there(p, h))
                    };
                    // "Having come to the council of ORGANISATION he met B", "came to CITY for the summit of ORGANISATION": where a
                    // gathering is, and with whom, is told otherwise.
                    let body =
                        |c: &Camp| !c.parties.is_empty() && c.parties.iter().all(|p| p.starts_with("ORG:"));
                    let guest = |p: &Slug| d.camps[0].parties.contains(p);
                    let otherwise = || {
                        let to_land = |o: &Draft| {
                            travelled(o) && !body(&o.camps[1]) && o.camps[0].parties.iter().any(guest)
                        };
                        met.iter().any(|(p, _)| guest(p)) || drafts.iter().any(to_land)
                    };
                    lead(d) && !d.camps[0].parties.iter().any(talked) && !(body(&d.camps[1]) && otherwise())
                }
                // What was put off left nothing to tell.
                // So it is with another guest's, told below it; and with what one of the two told the other in a call.
                "postponed" => {
                    lead(d) || !d.guessed() && told(d) && (put_off_first || calls.contains(&d.party_set()))
                }
                // No talks of a journey to come are told: a title that tells it, or news that is nothing else.
                _ => {
                    d.titled() && !d.nominal
                        || met.is_empty() && (lead(d) || !d.nominal && told(d) && sentences[d.sentence].opens)
                }
            },
            // Whoever agreed is said.
            "AGREE" if d.guessed() || matches!(d.status, "denied" | "postponed") => false,
            // "A, B agree on world issues" of a title, below which their talks are told: no thing was agreed on.
            "AGREE"
                if d.in_title()
                    && d.also.is_empty()
                    && !d.news
                    && !d.outcome
                    && lender(drafts, i, |_, o| {
                        o.kind == "MEET" && o.done() && !o.in_title() && o.party_set() == d.party_set()
                    })
                    .is_some() =>
            {
                false
            }
            // What a title says was agreed, and nothing of talks or of a signing.
            "AGREE" if d.titled() && !met_in_title && !signed.contains(&d.party_set()) => true,
            // A thing agreed on is news beside the talks.
            "AGREE"
                if d.news
                    && d.status == "happened"
                    && (!d.camps.iter().any(|c| c.known == Known::Lent)
                        || sentences[d.sentence].by_order
                            && drafts[..i]
                                .iter()
                                .rev()
                                .take(3)
                                .any(|o| o.spot + 1 >= d.spot && o.party_set() == d.party_set()))
                    && !signed.contains(&d.party_set()) =>
            {
                true
            }
            // "The two sides agreed to set up a working group": beside the talks of those two that were just told.
            "AGREE"
                if d.outcome
                    && d.status == "happened"
                    && !(d.nominal && !d.occurs || d.present || d.remote)
                    && lender(drafts, i, |j, o| {
                        matches!(o.kind.as_str(), "MEET" | "CALL")
                            && out[j]
                            && o.status == "happened"
                            && o.party_set() == d.party_set()
                    })
                    .is_some() =>
            {
                true
            }
            // "A and B adopted a joint declaration": what the text opens with.
            "AGREE"
                if !d.nominal
                    && d.status == "happened"
                    && !lent(d)
                    && !d.in_title()
                    && sentences[d.spot].by_order
                    && d.camps.iter().all(|c| c.known == Known::Told)
                    && drafts[..i].iter().all(|o| o.in_title() || o.spot == d.spot && o.at > d.at)
                    && sentences[d.spot].items.iter().any(|x| x.is_kind("document", "declaration"))
                    && sentences[..d.spot].iter().all(|x| x.scan == 0 || short(&x)) =>
            {
                true
            }
            // "A and B agreed, in their talks, to": what the text opens with.
            "AGREE"
                if !d.nominal
                    && d.status == "happened"
                    && !lent(d)
                    && drafts[..i].iter().all(|o| o.in_title() || o.spot < d.spot)
                    && lead(d)
                    && drafts[i + 1..].iter().take(2).any(|o| {
                        o.kind == "MEET" && o.nominal && o.spot == d.spot && o.party_set() == d.party_set()
                    }) =>
            {
                true
            }
            // "A, B and C agreed on": what a text opens with, where its own words tell who agreed.
            "AGREE"
                if !d.nominal
                    && d.status == "happened"
                    && d.outcome
                    && !d.in_title()
                    && article
                    && d.camps.iter().all(|c| c.known == Known::Told)
                    && drafts[..i].iter().all(|o| o.in_title() || o.background)
                    && lead(d)
                    && !signed.contains(&d.party_set()) =>
            {
                true
            }
            // "At the invitation of": how a visit came about.
            "INVITE" if d.nominal && !d.titled() && drafts.len() > 1 => false,
            // What its title tells by a verb.
            "INVITE" if d.titled() && !d.nominal && !sentences[d.sentence].verb_last && told(d) => true,
            "INVITE" => lead(d) && !talks && calls.is_empty(),
            "HOST" if hosts(d) => true,
            // Somebody takes part in the gathering: who holds it is told on the way.
            "HOST"
                if !d.titled()
                    && drafts.iter().any(|o| {
                        o.kind == "MEET"
                            && lead(o)
                            && !o.background
                            && o.all_parties()
                                .iter()
                                .any(|p| p.starts_with("ORG:") && d.all_parties().contains(p))
                    }) =>
            {
                false
            }
            // A mission opened is news beside the talks of that day.
            "COOPERATE" | "AID" | "MEDIATE"
                if !d.nominal
                    && d.status == "happened"
                    && (d.titled() || sentences[d.sentence].range.start == 0) =>
            {
                true
            }
            // "Will grant B ten million": so is what the text opens with and is still to come.
            "COOPERATE" | "AID"
                if !d.nominal
                    && d.status == "planned"
                    && sentences[d.spot].scan == 1
                    && sentences[d.spot].range.start == 0
                    && d.camps.iter().all(|c| c.known == Known::Told) =>
            {
                true
            }
            "AGREE" | "COOPERATE" | "MEDIATE" | "AID" | "HOST" => lead(d) && !talks,
            // Whoever condemns in the lead and then, in a paragraph of its own, demands does two things.
            "APPEAL"
                if !d.nominal
                    && !acted
                    && d.status == "happened"
                    && (sentences[d.sentence].opens || sentences[d.sentence].by_order && lead(d))
                    && drafts[..i].iter().zip(&out).rev().take(LOOK_BACK).any(|(o, main)| {
                        *main && o.kind == "STATEMENT" && o.camps[0].parties == d.camps[0].parties
                    }) =>
            {
                true
            }
            // "A struck B. B fired rockets at A": whoever strikes back does so as well.
            "FORCE" if told(d) && voiced::struck_back(&drafts[..i], &out, d) => true,
            // What a statement of the lead is about is told on the way.
            "FORCE"
                if drafts[..i]
                    .iter()
                    .zip(&out)
                    .rev()
                    .take(LOOK_BACK)
                    .any(|(o, main)| *main && matches!(o.kind.as_str(), "STATEMENT" | "APPEAL")) =>
            {
                false
            }
            // "Is ready to stand with": words still to be said are no news.
            "STATEMENT" if d.status == "planned" && !d.titled() && !d.news => false,
            // What a ministry says or asks in title and lead, whatever else is told below.
            "STATEMENT" | "APPEAL"
                if d.titled()
                    && !d.nominal
                    && d.done()
                    && !d.camps[0].people
                    && opens(d.spot)
                    && drafts.iter().all(|o| !strong(o) || o.spot > d.spot && !o.titled()) =>
            {
                true
            }
            // "Recalls its envoy, demands that B do the same": what a title says by a verb beside a measure of the same state.
            "APPEAL" if measured(d) => true,
            "STATEMENT"
                if acted
                    && !d.nominal
                    && d.done()
                    && !d.guessed()
                    && drafts
                        .iter()
                        .enumerate()
                        .all(|(i, o)| !acts(i, o) || opens(d.spot) && voiced::comes_before(d, o)) =>
            {
                true
            }
            // "Threatens to expel diplomats; called in the ambassador": what title or lead threatens, and by whom it was told.
            "THREATEN"
                if (d.titled()
                    || sentences[d.spot].by_order && !d.nominal && sentences[d.spot].range.start == 0)
                    && d.done()
                    && !d.guessed()
                    && drafts.iter().enumerate().all(|(i, o)| {
                        !acts(i, o)
                            || matches!(o.kind.as_str(), "SUMMON" | "SANCTION")
                                && o.camps.iter().zip(&d.camps).all(|(a, b)| a.parties == b.parties)
                    }) =>
            {
                true
            }
            "STATEMENT" | "APPEAL" if opens_with(d) || voiced::in_letter(d, drafts) => true,
            "STATEMENT" | "APPEAL" | "THREATEN" | "FORCE" => lead(d) && !acted,
            _ => lead(d),
        };
        if main && n < 4 {
            out[i] = true;
            n += 1;
        }
    }
    // Praise, or an act told by its noun, is what a document is about when it opens with it and tells nothing else.
    if n == 0 {
        // A heading or a bare phrase tells no act; a verb beside the noun does.
        let acts = |i: &crate::detect::Item| {
            use crate::pack::TriggerForm::{Passive, Past, Present};
            i.is_word("saying")
                || matches!(&i.what, What::Trigger(o)
                    if o.iter().any(|(_, f)| matches!(f, Past | Present | Passive)))
        };
        let by_verb = |d: &Draft| d.in_title() || sentences[d.sentence].items.iter().any(acts);
        let opens = |d: &Draft| {
            d.status == "happened"
                && !d.background
                && !(d.secondary && d.kind == "SIGN")
                && (d.in_title() || sentences[d.sentence].range.start == 0)
                && !d.guessed()
                && if d.nominal {
                    by_verb(d)
                        && matches!(
                            d.kind.as_str(),
                            "SANCTION" | "AID" | "COOPERATE" | "AGREE" | "MEDIATE" | "STATEMENT" | "APPEAL"
                        )
                } else {
                    matches!(d.kind.as_str(), "STATEMENT" | "SIGN" | "AID")
                }
        };
        // A journey that the lead tells, or the talks of those two, though others than their words may tell of them.
        let certain =
            |d: &Draft| d.camps.iter().all(|c| matches!(c.known, Known::Told | Known::Home | Known::Both));
        let journey = |d: &Draft| travelled(d) && certain(d) && d.camps[0].office;
        let held = |d: &Draft| {
            d.kind == "MEET"
                && d.done()
                && certain(d)
                && drafts.iter().any(|o| journey(o) && o.party_set() == d.party_set())
        };
        // Blows and words that the lead tells, where none of the acts beside them is what the document is about.
        let struck = |d: &Draft| {
            matches!(d.kind.as_str(), "STATEMENT" | "APPEAL" | "THREATEN" | "FORCE")
                && !d.nominal
                && d.done()
                && lead(d)
                && told(d)
        };
        // People of two parties who met, or a journey or document that did not come about, are news where nothing else is.
        let met = |d: &Draft| {
            d.kind == "MEET"
                && d.done()
                && !d.background
                && !d.guessed()
                && d.camps.iter().all(|c| c.people || c.office || c.group)
                && d.camps.iter().any(|c| !c.seats.is_empty())
        };
        let put_off = |d: &Draft| {
            d.kind == "VISIT" && d.status == "postponed" && lead(d) && !d.background && !d.guessed()
        };
        // "CITY received A on an official visit": the journey of whoever a bare state welcomed.
        let welcomed = |d: &Draft| {
            travelled(d)
                && d.camps[0].people
                && drafts.iter().any(|o| welcome(o) && o.spot == d.spot && o.party_set() == d.party_set())
        };
        let kinds: [&dyn Fn(&Draft) -> bool; 7] =
            [&opens, &struck, &held, &met, &put_off, &journey, &welcomed];
        if let Some(first) = kinds.into_iter().find_map(|kind| drafts.iter().position(kind)) {
            out[first] = true;
        }
    }
    out
}
