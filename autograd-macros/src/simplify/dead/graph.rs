//! What keeps what alive.

mod edges;
mod packs;
mod statement;

use std::collections::{HashMap, HashSet};

use super::super::{scope::Scoped, Code};
use crate::ir::{Function, Operand, Place, Region, Stack, Value};
use edges::{Edges, Marked};
use packs::Packs;

/// Something that lives or not.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub(super) enum Node {
    /// A statement, by its position in the walk.
    Stmt(usize),
    /// A definition of a value, by its position in the walk.
    Definition(usize),
    /// The contents of a place.
    Place(Place),
    /// All pushes and pops of a stack: if one runs, all do, or they would not meet.
    Stack(Stack),
    /// An item of the tuples on a stack.
    StackItem(Stack, usize),
    /// An item of the tuples that meet in one place: their family, the arm, the position.
    PackItem(usize, u8, usize),
}

/// Positions in a walk. Both walks, of `graph` and of `sweep`, count alike: a statement, then for each inner region what it
/// binds on entry and its statements, then the definitions of the statement itself.
#[derive(Default)]
pub(super) struct Positions {
    pub(super) stmts: usize,
    pub(super) definitions: usize,
}

pub(super) struct Graph<'a> {
    function: &'a Function,
    positions: Positions,
    /// The definition that a value means in the open scopes.
    scope: Scoped<Value, usize>,
    /// The owner of the region that is being walked.
    owner: Option<usize>,
    /// Carried variables that start from `0_usize`.
    counters: HashSet<Value>,
    /// The part that is being walked must keep its panics.
    forward: bool,
    edges: Edges,
    roots: Vec<Node>,
    packs: Packs,
}

/// What is alive.
pub(super) struct Live {
    nodes: Marked,
    packs: Packs,
    /// What the definition of an item that is got stands for.
    resumed: HashMap<usize, Node>,
}

impl Live {
    pub(super) fn contains(&self, node: Node) -> bool {
        self.nodes.contains(node)
    }

    /// Whether an item of the tuples that this definition may hold is asked for.
    pub(super) fn pack_item(&mut self, definition: usize, variant: u8, item: usize) -> bool {
        let family = self.packs.family(definition);
        self.nodes.contains(Node::PackItem(family, variant, item))
    }

    /// Whether the item whose definition this is is asked for here or elsewhere.
    pub(super) fn resumed_item(&self, definition: usize) -> bool {
        self.resumed.get(&definition).is_none_or(|item| self.nodes.contains(*item))
    }
}

impl<'a> Graph<'a> {
    pub(super) fn of(code: &'a Code) -> Self {
        let mut graph = Graph {
            function: code.function,
            positions: Positions::default(),
            scope: Scoped::new(),
            owner: None,
            counters: HashSet::new(),
            forward: true,
            edges: Edges::default(),
            roots: Vec::new(),
            packs: Packs::default(),
        };
        graph.part(code.forward);
        graph.forward = false;
        graph.part(code.backward);
        graph.roots.extend(code.visible.iter().map(|place| Node::Place(*place)));
        graph
    }

    /// Follows the edges from the roots.
    pub(super) fn mark(mut self) -> Live {
        self.packs.settle();
        let resumed: HashMap<usize, Node> = self.packs.resumed().into_iter().collect();
        for (definition, item) in &resumed {
            self.edge(Node::Definition(*definition), *item);
        }
        for (item, definition) in self.packs.packed() {
            self.edge(item, Node::Definition(definition));
        }
        self.roots.extend(self.packs.escaped());
        let nodes = self.edges.reach(&self.roots);
        Live { nodes, packs: self.packs, resumed }
    }

    fn part(&mut self, region: &Region) {
        self.region(region);
        for operand in &region.yields {
            if let Some(definition) = self.definition_of(operand) {
                self.packs.escape(definition);
                self.roots.push(Node::Definition(definition));
            }
        }
    }

    fn region(&mut self, region: &Region) {
        for stmt in &region.stmts {
            self.stmt(&stmt.kind);
        }
    }

    fn edge(&mut self, from: Node, to: Node) {
        self.edges.insert(from, to);
    }

    /// Binds a value in the open scope.
    fn define(&mut self, value: Value) -> usize {
        let definition = self.positions.definitions;
        self.positions.definitions += 1;
        self.scope.insert(value, definition);
        definition
    }

    /// The definition that a value means here; none for parameters and seeds, which always live.
    fn definition(&self, value: Value) -> Option<usize> {
        self.scope.get(&value).copied()
    }

    fn definition_of(&self, operand: &Operand) -> Option<usize> {
        self.definition(operand.as_value()?)
    }

    /// `from` needs the operand.
    fn needs(&mut self, from: Node, operand: &Operand) {
        if let Some(definition) = self.definition_of(operand) {
            self.edge(from, Node::Definition(definition));
        }
    }
}
