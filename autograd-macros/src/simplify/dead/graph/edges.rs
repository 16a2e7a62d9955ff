//! A graph over nodes, and what can be reached in it.

use std::collections::HashMap;

use super::Node;

/// Numbers for nodes. Statements and definitions are numbered already.
#[derive(Default)]
struct Numbers {
    stmts: Vec<u32>,
    definitions: Vec<u32>,
    others: HashMap<Node, u32>,
    count: u32,
}

const NONE: u32 = u32::MAX;

impl Numbers {
    fn enter(&mut self, node: Node) -> u32 {
        let count = self.count;
        let number = match node {
            Node::Stmt(position) => slot(&mut self.stmts, position),
            Node::Definition(position) => slot(&mut self.definitions, position),
            Node::Place(_) | Node::Stack(_) | Node::StackItem(..) | Node::PackItem(..) => {
                self.others.entry(node).or_insert(NONE)
            }
        };
        if *number == NONE {
            *number = count;
            self.count += 1;
        }
        *number
    }

    fn find(&self, node: Node) -> Option<u32> {
        let number = match node {
            Node::Stmt(position) => self.stmts.get(position),
            Node::Definition(position) => self.definitions.get(position),
            Node::Place(_) | Node::Stack(_) | Node::StackItem(..) | Node::PackItem(..) => self.others.get(&node),
        };
        number.copied().filter(|number| *number != NONE)
    }
}

fn slot(numbers: &mut Vec<u32>, position: usize) -> &mut u32 {
    if numbers.len() <= position {
        numbers.resize(position + 1, NONE);
    }
    &mut numbers[position]
}

#[derive(Default)]
pub(super) struct Edges {
    numbers: Numbers,
    pairs: Vec<(u32, u32)>,
}

impl Edges {
    pub(super) fn insert(&mut self, from: Node, to: Node) {
        let pair = (self.numbers.enter(from), self.numbers.enter(to));
        self.pairs.push(pair);
    }

    /// Everything that the edges lead to from the roots.
    pub(super) fn reach(mut self, roots: &[Node]) -> Marked {
        let mut open: Vec<u32> = roots.iter().map(|root| self.numbers.enter(*root)).collect();
        // The targets of each node stand together, from `starts[node]` to `starts[node + 1]`.
        let count = self.numbers.count as usize;
        let mut starts = vec![0; count + 1];
        for (from, _) in &self.pairs {
            starts[*from as usize + 1] += 1;
        }
        for node in 0..count {
            starts[node + 1] += starts[node];
        }
        let mut next = starts.clone();
        let mut targets = vec![0; self.pairs.len()];
        for (from, to) in &self.pairs {
            let at = &mut next[*from as usize];
            targets[*at] = *to;
            *at += 1;
        }
        let mut marked = vec![false; count];
        while let Some(node) = open.pop() {
            let node = node as usize;
            if !std::mem::replace(&mut marked[node], true) {
                open.extend(&targets[starts[node]..starts[node + 1]]);
            }
        }
        Marked { numbers: self.numbers, marked }
    }
}

/// What has been reached.
pub(super) struct Marked {
    numbers: Numbers,
    marked: Vec<bool>,
}

impl Marked {
    pub(super) fn contains(&self, node: Node) -> bool {
        self.numbers.find(node).is_some_and(|number| self.marked[number as usize])
    }
}
