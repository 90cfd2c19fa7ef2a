//! Phrases that go on alike share what follows: of the trie of a pack's phrases, the smallest graph that knows the same ones.
//!
//! Alternatives are written out when a pack is compiled, "(strongly|firmly) (condemns|rejects)" to four phrases, which as a
//! trie have six nodes and as a graph two. Merging equal nodes from the leaves up gives the smallest graph
//! (Revuz, *Minimisation of acyclic deterministic automata in linear time*, 1992).

use rustc_hash::FxHashMap;

use super::End;

/// A node while the graph is made: the phrases that end at it, and the words that go on from it, in order, with their nodes.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
pub(super) struct Branch {
    pub ends: Vec<End>,
    pub edges: Vec<(u32, u32)>,
}

/// The nodes of a trie, each numbered after the one it hangs on, without those that are as another one, in the order in
/// which phrases run through them; `roots` are numbered anew. Node 0 stands for none and stays.
pub(super) fn shared(trie: Vec<Branch>, roots: &mut [u32]) -> Vec<Branch> {
    let n_nodes = trie.len();
    let mut same: Vec<u32> = vec![0; n_nodes];
    let mut seen: FxHashMap<Branch, u32> = FxHashMap::default();
    for (node, mut branch) in trie.into_iter().enumerate().skip(1).rev() {
        for (_, child) in &mut branch.edges {
            *child = same[*child as usize];
        }
        same[node] = *seen.entry(branch).or_insert(node as u32);
    }
    let mut kept: Vec<Branch> = vec![Branch::default(); n_nodes];
    for (branch, node) in seen {
        kept[node as usize] = branch;
    }
    let mut number: Vec<u32> = vec![0; n_nodes];
    let mut graph = vec![Branch::default()];
    for root in roots.iter_mut().filter(|root| **root != 0) {
        let first = same[*root as usize];
        let mut open = vec![first];
        while let Some(node) = open.pop() {
            if number[node as usize] != 0 {
                continue;
            }
            number[node as usize] = graph.len() as u32;
            let branch = std::mem::take(&mut kept[node as usize]);
            open.extend(branch.edges.iter().rev().map(|(_, child)| *child));
            graph.push(branch);
        }
        *root = number[first as usize];
    }
    for (_, child) in graph.iter_mut().flat_map(|branch| &mut branch.edges) {
        *child = number[*child as usize];
    }
    graph
}

/// The groups of all phrases that go on from each node of a graph.
pub(super) fn below(graph: &[Branch]) -> Vec<u32> {
    /// Whatever hangs on a node is told before the node.
    fn tell(graph: &[Branch], node: usize, told: &mut [Option<u32>]) -> u32 {
        if let Some(kinds) = told[node] {
            return kinds;
        }
        let of = |(_, child): &(u32, u32)| {
            let child = *child as usize;
            graph[child].ends.iter().fold(tell(graph, child, told), |all, end| all | end.kind)
        };
        let kinds = graph[node].edges.iter().map(of).fold(0, |all, kinds| all | kinds);
        told[node] = Some(kinds);
        kinds
    }
    let mut told = vec![None; graph.len()];
    (0..graph.len()).map(|node| tell(graph, node, &mut told)).collect()
}

#[cfg(test)]
mod tests {
    use super::super::Case;
    use super::*;

    /// The trie of some phrases, each of which means what its number says, and the roots of the words below ten.
    fn trie(phrases: &[(&[u32], u32)]) -> (Vec<Branch>, Vec<u32>) {
        let (mut trie, mut roots) = (vec![Branch::default()], vec![0; 10]);
        for (words, sense) in phrases {
            let mut node = 0;
            for (at, &word) in words.iter().enumerate() {
                let known = match at {
                    0 => Some(roots[word as usize]).filter(|root| *root != 0),
                    _ => trie[node].edges.iter().find(|(w, _)| *w == word).map(|(_, child)| *child),
                };
                let next = known.unwrap_or_else(|| {
                    trie.push(Branch::default());
                    let fresh = trie.len() as u32 - 1;
                    match at {
                        0 => roots[word as usize] = fresh,
                        _ => trie[node].edges.push((word, fresh)),
                    }
                    fresh
                });
                node = next as usize;
            }
            trie[node].ends.push(End { entry: 0, sense: *sense, kind: 1 << sense, rank: 0, case: Case::Any });
            for branch in &mut trie {
                branch.edges.sort_unstable();
            }
        }
        (trie, roots)
    }

    /// Every phrase that a graph knows, with what it means.
    fn phrases(graph: &[Branch], roots: &[u32]) -> Vec<(Vec<u32>, u32)> {
        let mut open: Vec<_> = (0..)
            .zip(roots)
            .filter(|(_, root)| **root != 0)
            .map(|(word, root)| (vec![word], *root))
            .collect();
        let mut found = Vec::new();
        while let Some((words, node)) = open.pop() {
            let Branch { ends, edges } = &graph[node as usize];
            found.extend(ends.iter().map(|end| (words.clone(), end.sense)));
            open.extend(edges.iter().map(|(word, child)| ([words.as_slice(), &[*word]].concat(), *child)));
        }
        found.sort();
        found
    }

    #[test]
    fn alternatives_share_what_follows() {
        // (1|2) (3|4) 5, all of one meaning; 1 6 of another.
        let told: [(&[u32], u32); 5] =
            [(&[1, 3, 5], 0), (&[1, 4, 5], 0), (&[2, 3, 5], 0), (&[2, 4, 5], 0), (&[1, 6], 1)];
        let (trie, mut roots) = trie(&told);
        assert_eq!(trie.len(), 1 + 2 + 4 + 4 + 1);
        let before = phrases(&trie, &roots);
        let graph = shared(trie, &mut roots);
        // Behind "none" the two that begin, one before 5, the end of these, and the end of the other.
        assert_eq!(graph.len(), 1 + 2 + 1 + 1 + 1);
        assert_eq!(phrases(&graph, &roots), before);
        assert_eq!(below(&graph)[roots[1] as usize], 0b11);
        assert_eq!(below(&graph)[roots[2] as usize], 0b01);
    }

    proptest::proptest! {
        #[test]
        fn a_graph_knows_the_phrases_of_its_trie(
            told in proptest::collection::vec((proptest::collection::vec(0u32..10, 1..5), 0u32..3), 0..60),
        ) {
            let told: Vec<(&[u32], u32)> = told.iter().map(|(words, sense)| (words.as_slice(), *sense)).collect();
            let (trie, mut roots) = trie(&told);
            let (before, n_nodes) = (phrases(&trie, &roots), trie.len());
            let graph = shared(trie, &mut roots);
            proptest::prop_assert!(graph.len() <= n_nodes);
            proptest::prop_assert_eq!(phrases(&graph, &roots), before);
            // Nothing is left that is as another.
            let mut seen = rustc_hash::FxHashSet::default();
            proptest::prop_assert!(graph.iter().skip(1).all(|branch| seen.insert(branch)));
        }
    }
}
