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

/// What people judged of the nodes.
#[derive(Debug, Default)]
pub(super) struct Tied {
    /// Pairs that are one.
    pub must: Vec<(usize, usize)>,
    /// Pairs that are two.
    pub cannot: Vec<(usize, usize)>,
}

/// Joins along the edges, the strongest first; two groups stay apart when too large a share of the pairs across them must.
///
/// `most` is that share: 0 lets one pair part two groups, for a mention whose reading is wrong would else split a person.
/// What was judged one is tied beside that and does not count in the share; what was judged two is never in one group.
///
/// Nodes are numbered in an order that does not depend on how they came, so the result does not either.
pub(super) fn groups(
    n: usize,
    mut edges: Vec<Edge>,
    most: f32,
    apart: impl Fn(usize, usize) -> Apart,
    tied: &Tied,
) -> Vec<Vec<usize>> {
    edges.sort_by(|x, y| y.weight.total_cmp(&x.weight).then((x.a, x.b).cmp(&(y.a, y.b))));
    let mut home: Vec<usize> = (0..n).collect();
    let mut members: Vec<Vec<usize>> = (0..n).map(|i| vec![i]).collect();
    // Which groups hang together by judgement, by the home of their members.
    let mut whole: Vec<usize> = (0..n).collect();
    tied.must.iter().for_each(|&(a, b)| tie(&mut whole, a, b));
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
        if !tied.cannot.is_empty() || !tied.must.is_empty() {
            let (p, q) = (root(&whole, edge.a), root(&whole, edge.b));
            let parts = |&(x, y): &(usize, usize)| {
                let (x, y) = (root(&whole, x), root(&whole, y));
                (x == p && y == q) || (x == q && y == p)
            };
            if tied.cannot.iter().any(parts) {
                continue;
            }
            tie(&mut whole, edge.a, edge.b);
        }
        // The smaller group moves, so that a great one is not written again and again.
        let (to, from) = if members[a].len() >= members[b].len() { (a, b) } else { (b, a) };
        for member in std::mem::take(&mut members[from]) {
            home[member] = to;
            members[to].push(member);
        }
    }
    for &(a, b) in &tied.must {
        let (to, from) = (home[a].min(home[b]), home[a].max(home[b]));
        if to != from {
            for member in std::mem::take(&mut members[from]) {
                home[member] = to;
                members[to].push(member);
            }
        }
    }
    let mut out: Vec<Vec<usize>> = members.into_iter().filter(|m| !m.is_empty()).collect();
    for group in &mut out {
        group.sort_unstable();
    }
    out.sort_unstable();
    out
}

/// The node that stands for all that hang together with one.
fn root(whole: &[usize], mut node: usize) -> usize {
    while whole[node] != node {
        node = whole[node];
    }
    node
}

fn tie(whole: &mut [usize], a: usize, b: usize) {
    let (a, b) = (root(whole, a), root(whole, b));
    whole[a.max(b)] = a.min(b);
    // The way to the top stays short for those that are asked for again.
    for mut node in [a, b] {
        let top = root(whole, node);
        while whole[node] != top {
            node = std::mem::replace(&mut whole[node], top);
        }
    }
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
        assert_eq!(groups(4, edges, 0.0, apart, &Tied::default()), vec![vec![0], vec![1, 2, 3]]);
    }

    #[test]
    fn what_was_judged_stands_over_what_was_found() {
        let edge = |a, b, weight| Edge { a, b, weight };
        let edges = || vec![edge(0, 1, 3.0), edge(2, 3, 3.0), edge(1, 2, 1.0), edge(4, 0, 0.5)];
        let apart = |_: usize, _: usize| Apart::No;
        let two = Tied { must: vec![], cannot: vec![(0, 3)] };
        assert_eq!(groups(5, edges(), 0.0, apart, &two), vec![vec![0, 1, 4], vec![2, 3]]);
        // Tied from the start, the rest of both groups comes after; a pair that seems two does not part them.
        let seems_two = |x: usize, y: usize| {
            if (x < 2) == (y < 2) { Apart::No } else { Apart::Unlikely }
        };
        let one = Tied { must: vec![(0, 3)], cannot: vec![] };
        assert_eq!(groups(4, edges()[..3].to_vec(), 0.0, seems_two, &one), vec![vec![0, 1, 2, 3]]);
        let both = Tied { must: vec![(0, 3)], cannot: vec![(1, 2)] };
        assert_eq!(groups(4, edges()[..2].to_vec(), 0.0, apart, &both), vec![vec![0, 1, 3], vec![2]]);
    }
}
