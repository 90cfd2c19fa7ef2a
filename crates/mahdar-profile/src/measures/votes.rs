//! How alike two states vote in the UN General Assembly, beside all other pairs.
//!
//! Yes is 1, abstention 2, no 3; a member that does not vote and a blank are missing. The votes of a state in
//! a year are three sets of bits, so that all pairs of a year are a matter of milliseconds.
//! References: Häge (2011), "Choice or circumstance? Adjusting measures of foreign policy similarity for chance
//! agreement"; Voeten (2013), "Data and analyses of voting in the UN General Assembly".

use std::collections::HashMap;

use mahdar_store::{FileId, Record, StoreError, StoredFile};
use serde_json::{Map, Value, json};

/// Source id.
pub const SOURCE: &str = "unga_votes_undl_matrix";
/// Indicator id.
pub const INDICATOR: &str = "unga_vote";
/// Key of the years the contract lists in full.
pub const KEY: &str = "votes";
/// Key of the other years.
pub const SERIES_KEY: &str = "votes_series";
/// Years of [`KEY`].
pub const FULL_YEARS: [i32; 5] = [2000, 2010, 2014, 2015, 2021];

/// A file with fewer roll calls is the beginning of a year (2022 holds three), and says nothing on positions.
const MIN_ROLL_CALLS: u32 = 20;

/// The votes of one year.
#[derive(Debug, Clone)]
pub struct VoteYear {
    /// The year.
    pub year: i32,
    /// Number of roll calls.
    pub roll_calls: u32,
    /// First and last line of the file that hold a roll call.
    pub lines: (u32, u32),
    /// The file.
    pub file: FileId,
    states: Vec<StateVotes>,
    places: HashMap<String, usize>,
    /// Roll calls in which not all who voted voted the same.
    divided: Bits,
}

/// What one state did in a year: a set of roll calls for each vote.
#[derive(Debug, Clone)]
struct StateVotes {
    columns: Vec<u32>,
    yes: Bits,
    abstain: Bits,
    no: Bits,
    absent: Bits,
}

type Bits = Vec<u64>;

/// What two states did together in a year.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PairVotes {
    /// Counts of (vote of a, vote of b), yes, abstain, no.
    pub table: [[u32; 3]; 3],
    /// Roll calls in which both voted and not everybody voted the same.
    pub joint_divided: u32,
    /// Sum of distances over these.
    pub distance_divided: u32,
    /// Roll calls in which both are members.
    pub joint_members: u32,
    /// Sum of distances over these, with absence as an abstention.
    pub distance_members: u32,
}

/// A pair among all pairs of a year.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Standing {
    /// Share of pairs with strictly less agreement.
    pub percentile: f64,
    /// Share with less or the same.
    pub percentile_le: f64,
    /// 1 + pairs with strictly more agreement.
    pub rank: u32,
    /// The same among the pairs of the first state.
    pub rank_for_a: u32,
    /// Pairs of the first state.
    pub partners_of_a: u32,
    /// The same among the pairs of the second state.
    pub rank_for_b: u32,
    /// Pairs of the second state.
    pub partners_of_b: u32,
}

/// All pairs of a year that have at least half of the roll calls together, and all that have one.
#[derive(Debug, Clone)]
pub struct AllPairs {
    /// (a, b, share of same votes, has half), a before b.
    pairs: Vec<(usize, usize, f64, bool)>,
    /// Mean share over the pairs with at least half.
    pub mean: f64,
    /// Number of these pairs.
    pub n_half: u32,
}

/// The files of votes in a record.
#[derive(Debug, Clone)]
pub struct VoteFiles {
    /// One a year.
    pub files: Vec<StoredFile>,
}

impl VoteFiles {
    /// The files that count; none when nothing is imported.
    pub fn open(record: &Record) -> Result<VoteFiles, StoreError> {
        Ok(VoteFiles { files: record.files(SOURCE)? })
    }

    /// Years with a file, in order.
    pub fn years(&self) -> impl DoubleEndedIterator<Item = i32> + '_ {
        self.files.iter().filter_map(|found| found.file.part.parse().ok())
    }

    /// The file of a year.
    pub fn of_year(&self, year: i32) -> Option<&StoredFile> {
        let part = year.to_string();
        self.files.iter().find(|found| found.file.part == part)
    }
}

impl VoteYear {
    /// The votes of a year, if a file of it is imported.
    pub fn load(record: &Record, files: &VoteFiles, year: i32) -> Result<Option<VoteYear>, StoreError> {
        let period = year.to_string();
        let Some(file) = files.of_year(year) else { return Ok(None) };
        let mut cells: Vec<(String, u32, u32, u8)> = vec![];
        record.each_of_period(INDICATOR, &period, |cell| {
            if let (true, Some(code)) = (cell.file == file.id, cell.code.and_then(|code| code.bytes().next()))
            {
                cells.push((cell.a.to_string(), cell.line, cell.column, code));
            }
        })?;
        let mut lines: Vec<u32> = cells.iter().map(|cell| cell.1).collect();
        lines.sort_unstable();
        lines.dedup();
        let (Some(first), Some(last)) = (lines.first().copied(), lines.last().copied()) else {
            return Ok(None);
        };
        let words = lines.len().div_ceil(64);

        // A state with a column is there even when it never voted.
        let (mut states, mut places): (Vec<StateVotes>, HashMap<String, usize>) = (vec![], HashMap::new());
        for column in &file.file.columns {
            let Some(party) = &column.party else { continue };
            let place = *places.entry(party.clone()).or_insert_with(|| {
                states.push(StateVotes::empty(words));
                states.len() - 1
            });
            states[place].columns.push(column.number);
        }
        for (party, line, _, code) in &cells {
            let (Some(&place), Ok(bit)) = (places.get(party), lines.binary_search(line)) else { continue };
            let state = &mut states[place];
            let set = match code {
                b'Y' => &mut state.yes,
                b'A' => &mut state.abstain,
                b'N' => &mut state.no,
                _ => &mut state.absent,
            };
            set[bit / 64] |= 1 << (bit % 64);
        }
        let divided = divided(&states, words);
        let roll_calls = u32::try_from(lines.len()).unwrap_or(u32::MAX);
        Ok(Some(VoteYear { year, roll_calls, lines: (first, last), file: file.id, states, places, divided }))
    }

    /// True when the file holds a year and not the beginning of one.
    pub fn is_whole(&self) -> bool {
        self.roll_calls >= MIN_ROLL_CALLS
    }

    /// Number of states with a column.
    pub fn n_states(&self) -> usize {
        self.states.len()
    }

    /// Columns of a state: its own, then those that fill its blanks.
    pub fn columns(&self, state: &str) -> Option<&[u32]> {
        self.places.get(state).map(|&place| self.states[place].columns.as_slice())
    }

    /// What two states did together; none when one has no column.
    pub fn pair(&self, a: &str, b: &str) -> Option<PairVotes> {
        let (a, b) = (*self.places.get(a)?, *self.places.get(b)?);
        Some(self.pair_at(a, b))
    }

    /// Agreement of all pairs.
    pub fn all_pairs(&self) -> AllPairs {
        let mut pairs = vec![];
        for a in 0..self.states.len() {
            for b in a + 1..self.states.len() {
                let (same, joint) = self.same_and_joint(a, b);
                if joint > 0 {
                    let half = joint * 2 >= self.roll_calls;
                    pairs.push((a, b, f64::from(same) / f64::from(joint), half));
                }
            }
        }
        let with_half = pairs.iter().filter(|pair| pair.3);
        let (n_half, sum) = with_half.fold((0u32, 0.0), |(n, sum), pair| (n + 1, sum + pair.2));
        let mean = if n_half == 0 { 0.0 } else { sum / f64::from(n_half) };
        AllPairs { pairs, mean, n_half }
    }

    /// Where a pair stands among all with at least half of the roll calls; none when it has fewer.
    pub fn standing(&self, all: &AllPairs, a: &str, b: &str) -> Option<Standing> {
        let (a, b) = (*self.places.get(a)?, *self.places.get(b)?);
        let own = all.of(a, b).filter(|pair| pair.3)?.2;
        let share = |n: u32| f64::from(n) / f64::from(all.n_half);
        let mut standing = Standing {
            percentile: 0.0,
            percentile_le: 0.0,
            rank: 1,
            rank_for_a: 1,
            partners_of_a: 0,
            rank_for_b: 1,
            partners_of_b: 0,
        };
        let (mut lower, mut higher) = (0, 0);
        for &(x, y, agree, half) in &all.pairs {
            if !half {
                continue;
            }
            let (with_a, with_b) = (u32::from(x == a || y == a), u32::from(x == b || y == b));
            standing.partners_of_a += with_a;
            standing.partners_of_b += with_b;
            if agree < own {
                lower += 1;
            } else if agree > own {
                higher += 1;
                standing.rank_for_a += with_a;
                standing.rank_for_b += with_b;
            }
        }
        standing.rank += higher;
        standing.percentile = share(lower);
        standing.percentile_le = share(all.n_half - higher);
        Some(standing)
    }

    /// Share of all pairs with a joint vote that agree less than this one.
    pub fn percentile_of_any(&self, all: &AllPairs, a: &str, b: &str) -> Option<f64> {
        let (a, b) = (*self.places.get(a)?, *self.places.get(b)?);
        let own = all.of(a, b)?.2;
        let lower = all.pairs.iter().filter(|pair| pair.2 < own).count();
        Some(lower as f64 / all.pairs.len() as f64)
    }

    fn pair_at(&self, a: usize, b: usize) -> PairVotes {
        let (a, b) = (&self.states[a], &self.states[b]);
        let (votes_a, votes_b) = ([&a.yes, &a.abstain, &a.no], [&b.yes, &b.abstain, &b.no]);
        let mut pair = PairVotes {
            table: [[0; 3]; 3],
            joint_divided: 0,
            distance_divided: 0,
            joint_members: 0,
            distance_members: 0,
        };
        for (i, of_a) in votes_a.iter().enumerate() {
            for (j, of_b) in votes_b.iter().enumerate() {
                let distance = i.abs_diff(j) as u32;
                pair.table[i][j] = count_both(of_a, of_b);
                let divided = of_a
                    .iter()
                    .zip(*of_b)
                    .zip(&self.divided)
                    .map(|((x, y), z)| (x & y & z).count_ones())
                    .sum::<u32>();
                pair.joint_divided += divided;
                pair.distance_divided += divided * distance;
                // Absence stands with abstention.
                let member = |votes: &Bits, absent: &Bits, at: usize, word: usize| {
                    if at == 1 { votes[word] | absent[word] } else { votes[word] }
                };
                let members = (0..of_a.len())
                    .map(|w| (member(of_a, &a.absent, i, w) & member(of_b, &b.absent, j, w)).count_ones())
                    .sum::<u32>();
                pair.joint_members += members;
                pair.distance_members += members * distance;
            }
        }
        pair
    }

    fn same_and_joint(&self, a: usize, b: usize) -> (u32, u32) {
        let (a, b) = (&self.states[a], &self.states[b]);
        let (mut same, mut joint) = (0, 0);
        for w in 0..a.yes.len() {
            same +=
                ((a.yes[w] & b.yes[w]) | (a.abstain[w] & b.abstain[w]) | (a.no[w] & b.no[w])).count_ones();
            joint += ((a.yes[w] | a.abstain[w] | a.no[w]) & (b.yes[w] | b.abstain[w] | b.no[w])).count_ones();
        }
        (same, joint)
    }
}

impl StateVotes {
    fn empty(words: usize) -> Self {
        let none = vec![0; words];
        StateVotes {
            columns: vec![],
            yes: none.clone(),
            abstain: none.clone(),
            no: none.clone(),
            absent: none,
        }
    }
}

impl AllPairs {
    fn of(&self, a: usize, b: usize) -> Option<(usize, usize, f64, bool)> {
        let (a, b) = (a.min(b), a.max(b));
        let at = self.pairs.binary_search_by(|pair| (pair.0, pair.1).cmp(&(a, b))).ok()?;
        Some(self.pairs[at])
    }
}

impl PairVotes {
    /// Roll calls in which both voted.
    pub fn joint(&self) -> u32 {
        self.table.iter().flatten().sum()
    }

    /// Of these, with the same vote.
    pub fn same(&self) -> u32 {
        (0..3).map(|i| self.table[i][i]).sum()
    }

    /// Of these, with yes against no.
    pub fn opposite(&self) -> u32 {
        self.table[0][2] + self.table[2][0]
    }

    /// Sum of distances.
    pub fn distance(&self) -> u32 {
        (0..3)
            .flat_map(|i| (0..3).map(move |j| (i, j)))
            .map(|(i, j)| self.table[i][j] * i.abs_diff(j) as u32)
            .sum()
    }

    /// Share of same votes; none without a joint vote.
    pub fn agree(&self) -> Option<f64> {
        ratio(self.same(), self.joint())
    }

    /// Agreement beyond chance: Cohen's kappa, the same with linear weights, Scott's pi.
    fn beyond_chance(&self) -> [Option<f64>; 3] {
        let joint = f64::from(self.joint());
        if joint == 0.0 {
            return [None; 3];
        }
        let p = |i: usize, j: usize| f64::from(self.table[i][j]) / joint;
        let of_a: Vec<f64> = (0..3).map(|i| (0..3).map(|j| p(i, j)).sum()).collect();
        let of_b: Vec<f64> = (0..3).map(|j| (0..3).map(|i| p(i, j)).sum()).collect();
        let weight = |i: usize, j: usize| 1.0 - i.abs_diff(j) as f64 / 2.0;
        let cells = || (0..3).flat_map(|i| (0..3).map(move |j| (i, j)));
        let observed: f64 = (0..3).map(|i| p(i, i)).sum();
        let expected: f64 = (0..3).map(|i| of_a[i] * of_b[i]).sum();
        let observed_weighted: f64 = cells().map(|(i, j)| p(i, j) * weight(i, j)).sum();
        let expected_weighted: f64 = cells().map(|(i, j)| of_a[i] * of_b[j] * weight(i, j)).sum();
        let expected_pooled: f64 = (0..3).map(|i| ((of_a[i] + of_b[i]) / 2.0).powi(2)).sum();
        // Chance agreement is certain exactly when both states cast one and the same vote all year.
        let certain =
            self.table.iter().flatten().filter(|n| **n > 0).count() == 1 && self.same() == self.joint();
        let beyond = |po: f64, pe: f64| (!certain && pe < 1.0).then(|| (po - pe) / (1.0 - pe));
        [
            beyond(observed, expected),
            beyond(observed_weighted, expected_weighted),
            beyond(observed, expected_pooled),
        ]
    }
}

/// Adds `votes` and `votes_series`.
pub(super) fn add_measures(
    record: &Record,
    a: &str,
    b: &str,
    only: Option<i32>,
    measures: &mut Map<String, Value>,
) -> Result<(), StoreError> {
    let (mut full, mut series) = (Map::new(), Map::new());
    let files = VoteFiles::open(record)?;
    for year in files.years().filter(|year| only.is_none_or(|only| only == *year)) {
        let Some(votes) = VoteYear::load(record, &files, year)? else { continue };
        let Some(pair) = votes.pair(a, b) else { continue };
        let all = votes.all_pairs();
        let standing = votes.standing(&all, a, b);
        if FULL_YEARS.contains(&year) {
            full.insert(year.to_string(), full_year(&pair, standing, votes.percentile_of_any(&all, a, b)));
        } else if pair.joint() > 0 {
            series.insert(
                year.to_string(),
                json!([pair.joint(), pair.agree(), standing.map(|s| s.percentile)]),
            );
        }
    }
    measures.insert(KEY.into(), Value::Object(full));
    measures.insert(SERIES_KEY.into(), Value::Object(series));
    Ok(())
}

/// The 21 values of a year.
fn full_year(pair: &PairVotes, standing: Option<Standing>, percentile_of_any: Option<f64>) -> Value {
    let joint = pair.joint();
    let likeness = |distance: u32, n: u32| ratio(distance, n).map(|mean| 1.0 - mean / 2.0);
    let [kappa, kappa_linear, scott_pi] = pair.beyond_chance();
    json!({
        "joint": joint,
        "same": pair.same(),
        "opposite": pair.opposite(),
        "agree_simple": pair.agree(),
        "agree_iva": likeness(pair.distance(), joint),
        "S_sr": ratio(pair.distance(), joint).map(|mean| 1.0 - mean),
        "joint_nonunanimous": pair.joint_divided,
        "agree_voeten": likeness(pair.distance_divided, pair.joint_divided),
        "joint_state_dept": pair.joint_members,
        "agree_state_dept": likeness(pair.distance_members, pair.joint_members),
        "kappa": kappa,
        "kappa_linear": kappa_linear,
        "scott_pi": scott_pi,
        "percentile": standing.map(|s| s.percentile),
        "percentile_le": standing.map(|s| s.percentile_le),
        "percentile_joint_gt_0": percentile_of_any,
        "rank_all_pairs": standing.map(|s| s.rank),
        "rank_among_partners_of_a": standing.map(|s| s.rank_for_a),
        "rank_among_partners_of_b": standing.map(|s| s.rank_for_b),
        "partners_of_a": standing.map(|s| s.partners_of_a),
        "partners_of_b": standing.map(|s| s.partners_of_b),
    })
}

/// Roll calls in which at least two different votes were cast.
fn divided(states: &[StateVotes], words: usize) -> Bits {
    let any =
        |of: fn(&StateVotes) -> &Bits, w: usize| states.iter().fold(0, |seen, state| seen | of(state)[w]);
    (0..words)
        .map(|w| {
            let (yes, abstain, no) = (any(|s| &s.yes, w), any(|s| &s.abstain, w), any(|s| &s.no, w));
            (yes & abstain) | (yes & no) | (abstain & no)
        })
        .collect()
}

fn count_both(x: &Bits, y: &Bits) -> u32 {
    x.iter().zip(y).map(|(x, y)| (x & y).count_ones()).sum()
}

fn ratio(part: u32, whole: u32) -> Option<f64> {
    (whole > 0).then(|| f64::from(part) / f64::from(whole))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn measures_of_a_table_by_hand() {
        // 10 joint votes: 6 yes-yes, 1 yes-abstain, 1 no-no, 2 yes-no.
        let pair = PairVotes {
            table: [[6, 1, 2], [0, 0, 0], [0, 0, 1]],
            joint_divided: 4,
            distance_divided: 5,
            joint_members: 12,
            distance_members: 6,
        };
        assert_eq!((pair.joint(), pair.same(), pair.opposite(), pair.distance()), (10, 7, 2, 5));
        let values = full_year(&pair, None, None);
        let close = |key: &str, want: f64| {
            let got = values[key].as_f64().expect(key);
            assert!((got - want).abs() < 1e-9, "{key}: {got}, not {want}");
        };
        close("agree_simple", 0.7);
        close("agree_iva", 0.75);
        close("S_sr", 0.5);
        close("agree_voeten", 0.375);
        close("agree_state_dept", 0.75);
        // ra = .9 0 .1, rb = .6 .1 .3: pe = .54 + 0 + .03 = .57.
        close("kappa", (0.7 - 0.57) / 0.43);
        // Weighted: po = .6 + .05 + .1 = .75; pe = .9(.6 + .05) + .1(.05 + .3) = .62.
        close("kappa_linear", (0.75 - 0.62) / 0.38);
        // Pooled margins .75 .05 .2: pe = .5625 + .0025 + .04 = .605.
        close("scott_pi", (0.7 - 0.605) / 0.395);
        assert!(values["percentile"].is_null());
    }

    #[test]
    fn one_vote_all_year_has_no_agreement_beyond_chance() {
        let pair = PairVotes {
            table: [[9, 0, 0], [0; 3], [0; 3]],
            joint_divided: 0,
            distance_divided: 0,
            joint_members: 9,
            distance_members: 0,
        };
        assert_eq!(pair.beyond_chance(), [None; 3]);
        assert!(full_year(&pair, None, None)["agree_voeten"].is_null());
    }
}
