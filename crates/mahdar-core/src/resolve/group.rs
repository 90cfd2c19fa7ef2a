//! Groups by edges in one total order, with pairs that must stay apart.

/// Two that seem one, and how strongly.
#[derive(Debug, Clone, Copy)]
pub(super) struct Edge {
    pub a: usize,
    pub b: usize,
    pub weight: f32,
}

/// Whether two must stay apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Apart {
    /// They may be one.
    No,
    /// They seem two; many such pairs keep their groups apart.
    Unlikely,
    /// They are two.
    Never,
}

/// Joins along the edges, the strongest first; two groups stay apart when too large a share of the pairs across them must.
///
/// `most` is that share: 0 lets one pair part two groups, for a mention whose reading is wrong would else split a person.
///
/// Nodes are numbered in an order that does not depend on how they came, so the result does not either.
pub(super) fn groups(
    n: usize,
    mut edges: Vec<Edge>,
    most: f32,
    apart: impl Fn(usize, usize) -> Apart,
) -> Vec<Vec<usize>> {
    edges.sort_by(|x, y| y.weight.total_cmp(&x.weight).then((x.a, x.b).cmp(&(y.a, y.b))));
    let mut home: Vec<usize> = (0..n).collect();
    let mut members: Vec<Vec<usize>> = (0..n).map(|i| vec![i]).collect();
    for edge in edges {
        let (a, b) = (home[edge.a], home[edge.b]);
        if a == b {
            continue;
        }
        let n_pairs = members[a].len() * members[b].len();
        let mut n_apart = 0;
        let pairs = members[a].iter().flat_map(|&x| members[b].iter().map(move |&y| (x, y)));
        for (x, y) in pairs {
            n_apart += match apart(x, y) {
                Apart::Never => n_pairs,
                Apart::Unlikely => 1,
                Apart::No => 0,
            };
        }
        if n_apart as f32 > most * n_pairs as f32 {
            continue;
        }
        // The smaller group moves, so that a great one is not written again and again.
        let (to, from) = if members[a].len() >= members[b].len() { (a, b) } else { (b, a) };
        for member in std::mem::take(&mut members[from]) {
            home[member] = to;
            members[to].push(member);
        }
    }
    let mut out: Vec<Vec<usize>> = members.into_iter().filter(|m| !m.is_empty()).collect();
    for group in &mut out {
        group.sort_unstable();
    }
    out.sort_unstable();
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_stronger_edge_is_taken_and_what_must_stay_apart_stays() {
        let edges = vec![
            Edge { a: 0, b: 1, weight: 1.0 },
            Edge { a: 1, b: 2, weight: 2.0 },
            Edge { a: 2, b: 3, weight: 0.5 },
        ];
        let two = |x: usize, y: usize| (x.min(y), x.max(y)) == (0, 2);
        let apart = |x, y| if two(x, y) { Apart::Never } else { Apart::No };
        assert_eq!(groups(4, edges, 0.0, apart), vec![vec![0], vec![1, 2, 3]]);
    }
}
