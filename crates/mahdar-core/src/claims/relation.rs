//! Decides what kind of claim a clause states, of which area, in which direction.

use super::clause::Clause;
use super::grammar::{Flow, Grammar, Noun, Relation, Work};
use super::piece::Piece;
use crate::detect::Scan;
use crate::pack::{Sense, kinds};

/// What a clause claims, before its pair and figures.
#[derive(Debug, Clone)]
pub(super) struct Verdict {
    pub area: String,
    pub relation: Relation,
    pub direction: Option<String>,
    pub noun: Option<usize>,
    pub negated: bool,
    pub hedged: bool,
}

/// The noun that tells the area: the first of the heaviest.
pub(super) fn leading(grammar: &Grammar, pieces: &[Piece]) -> Option<(usize, usize)> {
    let mut best: Option<(usize, usize, u8)> = None;
    for (at, p) in pieces.iter().enumerate() {
        let Some(noun) = p.noun(grammar) else { continue };
        if best.is_none_or(|(_, _, w)| noun.weight > w) {
            best = Some((p.noun.unwrap_or(0), at, noun.weight));
        }
    }
    best.map(|(n, at, _)| (n, at))
}

/// The kind, area and direction of a clause, or none when it states nothing of a relation.
pub(super) fn judge(
    scan: &Scan,
    grammar: &Grammar,
    clause: &Clause,
    heading: Option<&str>,
    lent: Option<&Verdict>,
) -> Option<Verdict> {
    let pieces = &clause.pieces;
    let noun = leading(grammar, pieces).map(|(n, _)| n);
    let words: Option<&Noun> = noun.map(|n| &grammar.noun[n]);
    let says = |work: Work| pieces.iter().any(|p| p.does(work));
    // "Seven flights", "five airlines": a number in words counts what stands right after it.
    let counts = |f: &super::figure::Figure| {
        f.value >= 3.0
            && f.unit.is_empty()
            && pieces.iter().any(|p| {
                p.start >= f.at.end
                    && p.start - f.at.end <= 2
                    && p.noun(grammar).is_some_and(|n| !n.fixed && (n.weight == 3 || n.flow.is_some()))
            })
    };
    let amounts: Vec<_> = clause.figures.iter().filter(|f| f.amount || counts(f)).collect();
    let cues: Vec<(&Piece, &super::grammar::Cue, Relation)> =
        pieces.iter().filter_map(|p| p.cue(grammar).and_then(|c| c.relation.map(|r| (p, c, r)))).collect();
    let has = |r: Relation| cues.iter().any(|(_, _, x)| *x == r);
    let headed = cues.iter().any(|(_, c, _)| c.head);

    // What can be claimed without a noun of its own: a predicate that goes on, or an item under a heading.
    // A pronoun may stand for the noun of the sentence before ("it amounted to").
    let pronoun = !clause.follows
        && words.is_none()
        && (amounts.iter().any(|f| !f.unit.is_empty()) && headed || has(Relation::Compare));
    let goes_on = (clause.follows || pronoun) && lent.is_some() && words.is_none_or(|n| n.weight < 2);
    let listed = pieces.iter().filter_map(|p| p.noun(grammar)).filter(|n| n.weight >= 2).count() >= 3
        && pieces.iter().find_map(|p| p.noun(grammar)).is_some_and(|n| n.weight == 1);
    let area = match (words, heading) {
        // "Cooperation in agriculture, technology and energy": the heading tells.
        (Some(_), Some(h)) if listed => h.to_string(),
        (Some(n), Some(h)) if n.weight < 2 && !n.both => h.to_string(),
        (Some(n), _) if n.weight < 2 && goes_on && lent.is_some_and(|l| l.relation != Relation::Aim) => {
            lent.map(|l| l.area.clone()).unwrap_or_default()
        }
        (Some(n), _) => n.area.clone(),
        (None, _) if goes_on && (headed || !amounts.is_empty()) => {
            lent.map(|l| l.area.clone()).unwrap_or_default()
        }
        (None, Some(h)) if headed => h.to_string(),
        (None, _) if has(Relation::Aim) || has(Relation::Planned) => "politics".to_string(),
        _ => topic_area(scan, clause).filter(|_| headed && says(Work::Both))?,
    };
    if area.is_empty() {
        return None;
    }
    // A pack of energy alone is energy, whoever buys it.
    let traded =
        words.is_some_and(|n| matches!(n.flow, Some(Flow::Export | Flow::Import)) && n.area == "trade");
    let others: Vec<&Noun> = pieces
        .iter()
        .filter_map(|p| p.noun(grammar))
        .filter(|n| n.weight >= 2 && n.flow != Some(Flow::Import) && (n.area != "trade" || n.flow.is_none()))
        .collect();
    let weapons = others.iter().any(|n| n.indicator.as_deref() == Some("arms_tiv"));
    let fuel = traded
        && amounts.is_empty()
        && trend_less(&cues)
        && !others.is_empty()
        && (weapons || others.iter().all(|n| n.area == "energy"));
    let area =
        if fuel { others.iter().find(|n| n.weight == 3).unwrap_or(&others[0]).area.clone() } else { area };
    let noun = noun.or_else(|| if goes_on { lent.and_then(|l| l.noun) } else { None });
    let words = words.or_else(|| noun.map(|n| &grammar.noun[n]));

    let quantity = cues.iter().find(|(_, c, _)| c.quantity).and_then(|(_, c, _)| c.direction.clone());
    let superlative = cues.iter().any(|(_, c, r)| *r == Relation::First && c.size);
    let among = says(Work::Among);
    let trend = cues.iter().find(|(_, _, r)| *r == Relation::Trend);
    let digits = scan.matches.tokens_with(clause.range.clone(), kinds::DIGITS);
    let n_years = digits.filter(|&i| super::figure::year(scan, i).is_some()).count();
    let balance = words.is_some_and(|n| n.relation == Some(Relation::Compare));
    let relation = if has(Relation::Aim) {
        Relation::Aim
    } else if has(Relation::Planned) {
        Relation::Planned
    } else if has(Relation::Rank) || superlative && (among || ordinal(scan, pieces, grammar)) {
        Relation::Rank
    } else if has(Relation::First) {
        Relation::First
    } else if has(Relation::Compare)
        || says(Work::Times) && (trend.is_some() || has(Relation::Level)) && !has(Relation::Exists)
        || trend.is_some()
            && (same_unit(&amounts) && says(Work::From) && says(Work::To)
                || says(Work::YearBefore) && !clause.figures.is_empty() && n_years < 1)
        || n_years >= 2 && same_unit(&amounts)
    {
        Relation::Compare
    } else if trend.is_some() {
        Relation::Trend
    } else if !amounts.is_empty()
        && words
            .is_some_and(|n| n.flow == Some(Flow::Send) && n.relation == Some(Relation::Level) && !n.fixed)
    {
        // So many students, workers, tourists, whatever is done with them.
        Relation::Level
    } else if cues.iter().any(|(_, c, _)| c.strong)
        && words.is_none_or(|n| !n.fixed || n.relation == Some(Relation::Exists))
    {
        Relation::Exists
    } else if words.is_some_and(|n| n.fixed) && words.is_some_and(|n| n.relation.is_some()) {
        words.and_then(|n| n.relation)?
    } else if !amounts.is_empty() {
        Relation::Level
    } else if has(Relation::Exists)
        && has(Relation::Level)
        && words.is_some_and(|n| n.relation == Some(Relation::Level))
    {
        // "Hold similar positions".
        Relation::Level
    } else if has(Relation::Exists) {
        Relation::Exists
    } else if has(Relation::Level)
        && cues.iter().all(|(_, c, _)| c.head)
        && words.is_some_and(|n| n.relation == Some(Relation::Exists))
    {
        // "Direct flights link the capitals": nothing says how much.
        Relation::Exists
    } else if has(Relation::Level) {
        Relation::Level
    } else {
        // A mere name of the relation states nothing.
        if words.is_some_and(|n| n.weight < 2) && !clause.item && !clause.follows {
            return None;
        }
        // One predicate with a second year or object ("to A in 2007 and to B in 2016").
        lent.filter(|_| {
            goes_on || clause.follows && clause.range.clone().any(|i| super::figure::year(scan, i).is_some())
        })
        .map(|l| l.relation)
        .or_else(|| words.and_then(|n| n.relation))?
    };
    let closer = words.is_some_and(|n| n.indicator.as_deref() == Some("votes"));
    // A quarrel or a partnership told with its year is a fact of history.
    let told = relation == Relation::Level
        && !has(Relation::Level)
        && n_years > 0
        && amounts.is_empty()
        && words.is_some_and(|n| n.area == "politics" && n.weight == 2 && !n.fixed);
    let relation = if told { Relation::Exists } else { relation };
    let relation = if fuel && relation == Relation::Level { Relation::Exists } else { relation };
    let direction = match relation {
        // Of positions the distance is measured: closer is down.
        Relation::Trend => trend
            .and_then(|(_, c, _)| c.direction.as_deref())
            .map(|d| if closer { turned(d) } else { d.to_string() }),
        Relation::Compare => cues
            .iter()
            .find(|(_, c, r)| *r == Relation::Compare && c.direction.is_some())
            .or(trend)
            .and_then(|(_, c, _)| c.direction.clone())
            .or_else(|| if n_years >= 1 || says(Work::YearBefore) { more_or_less(pieces) } else { None })
            .or_else(|| {
                if n_years >= 2 && same_unit(&amounts) {
                    Some(
                        if amounts[amounts.len() - 1].value > amounts[0].value { "up" } else { "down" }
                            .to_string(),
                    )
                } else {
                    None
                }
            })
            .filter(|_| !opposed(grammar, pieces) && !balance),
        // "More investment" wishes for more; "more than 3 bn" does not.
        Relation::Planned | Relation::Aim => quantity.or_else(|| {
            let more = pieces.iter().find(|p| {
                p.does(Work::More)
                    && !clause.figures.iter().any(|f| f.at.start >= p.end && f.at.start - p.end <= 2)
            })?;
            let near = pieces.iter().any(|p| {
                p.noun(grammar).is_some_and(|n| n.weight >= 2 || n.flow.is_some())
                    && (p.start >= more.end && p.start - more.end <= 2
                        || p.end <= more.start && more.start - p.end <= 2)
            });
            near.then(|| "up".to_string())
        }),
        _ => None,
    };
    let negated = pieces.iter().any(|p| p.does(Work::Not));
    let hedged = says(Work::Hedge);
    Some(Verdict { area, relation, direction, noun, negated, hedged })
}

fn turned(direction: &str) -> String {
    if direction == "up" { "down".to_string() } else { "up".to_string() }
}

fn trend_less(cues: &[(&Piece, &super::grammar::Cue, Relation)]) -> bool {
    cues.iter().all(|(_, _, r)| matches!(r, Relation::Level | Relation::Exists))
}

/// "More than in 2021", "fewer than the year before".
fn more_or_less(pieces: &[Piece]) -> Option<String> {
    let word = pieces.iter().find(|p| p.does(Work::More) || p.does(Work::Less))?;
    Some(if word.does(Work::More) { "up".to_string() } else { "down".to_string() })
}

fn same_unit(amounts: &[&super::figure::Figure]) -> bool {
    amounts.len() >= 2
        && amounts
            .iter()
            .skip(1)
            .any(|f| f.unit == amounts[0].unit || f.unit.is_empty() || amounts[0].unit.is_empty())
}

/// Exports beside imports: two directions are compared, not two dates.
fn opposed(grammar: &Grammar, pieces: &[Piece]) -> bool {
    let flows = |f: Flow| pieces.iter().any(|p| p.noun(grammar).is_some_and(|n| n.flow == Some(f)));
    flows(Flow::Export) && flows(Flow::Import)
}

/// A number from two on right before or after a superlative or a place.
fn ordinal(scan: &Scan, pieces: &[Piece], grammar: &Grammar) -> bool {
    pieces.iter().filter(|p| p.cue(grammar).is_some_and(|c| c.size)).any(|p| {
        let second = |i: usize| scan.is(i, |s| matches!(s, Sense::Number { value } if *value >= 2.0));
        (p.start > 0 && second(p.start - 1)) || second(p.end)
    })
}

/// The area of a topic word, where no noun of the grammar stands.
fn topic_area(scan: &Scan, clause: &Clause) -> Option<String> {
    scan.matches.tokens_with(clause.range.clone(), kinds::TOPIC).find_map(|t| {
        let m = scan.best(t, |s| matches!(s, Sense::Topic { .. }))?;
        let Sense::Topic { id } = scan.sense(&m) else { return None };
        Some(area_of(id).to_string())
    })
}

/// The area that a topic belongs to.
pub(super) fn area_of(topic: &str) -> &str {
    match topic {
        "tourism" => "mobility",
        "health" | "humanitarian" => "consular",
        "transport" => "trade",
        "military" => "security",
        "legal" => "politics",
        other => other,
    }
}
