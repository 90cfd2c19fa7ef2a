//! Puts a verdict into words: its chip, and the sentence with number, baseline, rank and period.

use mahdar_profile::brief::ClaimLine;
use mahdar_profile::verdicts::{Likeness, Positions, Reason, VerdictKind, Why};
use mahdar_profile::{Brief, Verdict};

use crate::locale::{Arg, Locale};
use crate::notes::Notes;
use crate::view::{ClaimView, add, margin};

/// One claim with its verdict, as a page shows it.
pub(crate) fn claim_view(
    brief: &Brief,
    area: &str,
    line: &ClaimLine,
    words: &Locale,
    notes: &mut Notes,
) -> ClaimView {
    let mut numbers = vec![notes.cite(&line.evidence, true)];
    for row in line.verdict.iter().flat_map(|verdict| &verdict.rows) {
        add(&mut numbers, notes.cite(row, false));
    }
    let (slug, sign) = chip(line.verdict.as_ref());
    let claim = &line.claim;
    let mut remarks = vec![words.term("relation", &claim.relation)];
    remarks.extend(claim.direction.as_ref().map(|direction| words.term("direction", direction)));
    let stated_by = match &line.stated_by.source {
        Some(source) => words.say_with("stated-by", &[("source", Arg::Quoted(source.clone()))]),
        None => words.say("stated-by-unknown"),
    };
    let mut qualifiers = Vec::new();
    qualifiers.extend(
        line.stated_by.by.as_ref().map(|by| words.say_with("quoting", &[("by", Arg::Quoted(by.clone()))])),
    );
    qualifiers.extend(claim.negated.then(|| words.say("negated")));
    qualifiers.extend(claim.hedged.then(|| words.say("hedged")));
    let brief_line = !matches!(&line.verdict, Some(verdict) if !matches!(verdict.why, Why::None { .. }));
    let lang = match &line.evidence {
        mahdar_profile::Evidence::Words(found) => found.lang.clone(),
        mahdar_profile::Evidence::Row(_) => None,
    };
    ClaimView {
        verdict: slug,
        word: words.say(&format!("verdict-{slug}")),
        sign,
        remarks,
        stated_by,
        qualifiers,
        said: claim.words.text.clone(),
        lang,
        found: found(brief, area, line.verdict.as_ref(), words),
        margin: margin(&line.evidence, words, notes).map(|mut margin| {
            if brief_line {
                margin.pieces.clear();
            }
            margin
        }),
        brief: brief_line,
        notes: numbers,
    }
}

/// A number of money, people or things: whole when it is large or whole.
pub(crate) fn amount(value: f64, words: &Locale) -> String {
    let decimals = if value.abs() >= 100.0 || value.fract().abs() < 0.05 { 0 } else { 1 };
    words.number(value, decimals)
}

/// The name of a unit, whether given as an id (`musd`) or in words of a source.
pub(crate) fn unit(unit: &str, words: &Locale) -> String {
    let id: String =
        unit.to_lowercase().chars().map(|c| if c.is_ascii_alphanumeric() { c } else { '-' }).collect();
    let key = format!("unit-{}", id.trim_matches('-'));
    if words.has(&key) { words.say(&key) } else { words.quoted(unit) }
}

/// Slug and sign of a verdict.
fn chip(verdict: Option<&Verdict>) -> (&'static str, &'static str) {
    match verdict.map(|verdict| verdict.verdict) {
        Some(VerdictKind::Supported) => ("supported", "✓"),
        Some(VerdictKind::Partly) => ("partly", "◐"),
        Some(VerdictKind::Contradicted) => ("contradicted", "✕"),
        Some(VerdictKind::NotCheckable) => ("not-checkable", "?"),
        Some(VerdictKind::NotAClaim) => ("not-a-claim", "–"),
        None => ("unchecked", "○"),
    }
}

/// The sentences after a verdict.
fn found(brief: &Brief, area: &str, verdict: Option<&Verdict>, words: &Locale) -> Vec<String> {
    let Some(verdict) = verdict else { return vec![words.say("reason-unchecked")] };
    let name = |i: usize| Arg::Word(words.party(&brief.pair[i]));
    let money = |value: f64| Arg::Word(amount(value, words));
    let unit = |id: &str| Arg::Word(unit(id, words));
    let year = |year: i32| Arg::Plain(year.into());
    let mut said = Vec::new();
    match &verdict.why {
        Why::Positions(p) => {
            said.extend(positions(p, name(0), name(1), words));
            said.extend(stale(p.stale, p.year, words));
        }
        Why::Windows(w) => {
            let key = if w.direction == "down" { "why-windows-down" } else { "why-windows-up" };
            said.push(words.say_with(
                key,
                &[
                    ("in", Arg::Number(w.in_direction.into(), 0)),
                    ("windows", Arg::Number(w.windows.into(), 0)),
                    ("first_year", year(w.first_year)),
                    ("last_year", year(w.last_year)),
                    ("share", Arg::Share(w.share)),
                    ("first", money(w.first)),
                    ("last", money(w.last)),
                    ("unit", unit(&w.unit)),
                ],
            ));
            said.extend(stale(w.stale, w.last_year, words));
        }
        Why::Level(l) => {
            let op = ["about", "more", "less"].into_iter().find(|op| *op == l.op).unwrap_or("exact");
            said.push(words.say_with(
                &format!("why-level-{op}"),
                &[
                    ("claimed", money(l.claimed)),
                    ("value", money(l.value)),
                    ("year", year(l.year)),
                    ("unit", unit(&l.unit)),
                ],
            ));
            said.extend(stale(l.stale, l.year, words));
        }
        Why::Compare(c) => {
            said.push(words.say_with(
                if c.balance { "why-balance" } else { "why-compare" },
                &[
                    ("a", name(0)),
                    ("b", name(1)),
                    ("from", money(c.from)),
                    ("from_year", year(c.from_year)),
                    ("to", money(c.to)),
                    ("to_year", year(c.to_year)),
                    ("ratio", Arg::Word(words.number(c.ratio, 2))),
                    ("unit", unit(&c.unit)),
                ],
            ));
            said.extend(stale(c.stale, c.to_year, words));
        }
        Why::Rank(r) => {
            let first: Vec<String> = r
                .first
                .iter()
                .map(|(party, value)| format!("{} {}", words.party(party), amount(*value, words)))
                .collect();
            said.push(words.say_with(
                "why-rank",
                &[
                    ("a", name(0)),
                    ("b", name(1)),
                    ("rank", Arg::Number(r.rank.into(), 0)),
                    ("partners", Arg::Number(r.partners.into(), 0)),
                    ("year", year(r.year)),
                    ("value", money(r.value)),
                    ("unit", unit(&r.unit)),
                    ("first", Arg::Word(words.list(&first))),
                ],
            ));
            said.extend(stale(r.stale, r.year, words));
        }
        Why::None { reason } => {
            let needed = match reason {
                Reason::NoIndicator => Some(format!("needs-{area}")),
                Reason::NotImported | Reason::NoRow | Reason::Stale => {
                    verdict.indicator.as_ref().map(|indicator| format!("indicator-{indicator}"))
                }
                Reason::Aim | Reason::Planned | Reason::Incomplete => None,
            };
            let needed = needed.filter(|key| words.has(key)).map(|key| Arg::Word(words.say(&key)));
            // What would decide it says enough by itself: that nothing does stands on the chip.
            if needed.is_none() || *reason != Reason::NoIndicator {
                said.push(words.say(reason_key(*reason)));
            }
            let key = if matches!(reason, Reason::NoIndicator | Reason::NotImported) {
                "would-do"
            } else {
                "why-data"
            };
            said.extend(needed.map(|indicator| words.say_with(key, &[("indicator", indicator)])));
            return said;
        }
    }
    if let Some(key) =
        verdict.indicator.as_ref().map(|id| format!("indicator-{id}")).filter(|key| words.has(key))
    {
        said.push(words.say_with("why-data", &[("indicator", Arg::Word(words.say(&key)))]));
    }
    said
}

fn positions(p: &Positions, a: Arg, b: Arg, words: &Locale) -> Vec<String> {
    let count = |n: u32| Arg::Number(n.into(), 0);
    let sentence = words.say_with(
        "why-positions",
        &[
            ("a", a),
            ("b", b),
            ("same", count(p.same)),
            ("joint", count(p.joint)),
            ("year", Arg::Plain(p.year.into())),
            ("agree", Arg::Share(p.agree)),
            ("mean", Arg::Share(p.mean_of_all_pairs)),
            ("rank_b", count(p.rank_of_b_for_a)),
            ("partners_a", count(p.partners_of_a)),
            ("rank_a", count(p.rank_of_a_for_b)),
            ("partners_b", count(p.partners_of_b)),
        ],
    );
    let mut said = vec![sentence];
    if p.likeness == Likeness::Identical && p.same < p.joint {
        said.push(words.say("why-not-identical"));
    }
    said.push(words.say_with("why-percentile", &[("percentile", Arg::Share(p.percentile))]));
    said.push(words.say_with("why-opposite", &[("n", count(p.opposite))]));
    said
}

fn stale(stale: bool, year: i32, words: &Locale) -> Option<String> {
    stale.then(|| words.say_with("why-stale", &[("year", Arg::Plain(year.into()))]))
}

fn reason_key(reason: Reason) -> &'static str {
    match reason {
        Reason::Aim => "reason-aim",
        Reason::Planned => "reason-planned",
        Reason::NoIndicator => "reason-no-indicator",
        Reason::NotImported => "reason-not-imported",
        Reason::NoRow => "reason-no-row",
        Reason::Incomplete => "reason-incomplete",
        Reason::Stale => "reason-stale",
    }
}
