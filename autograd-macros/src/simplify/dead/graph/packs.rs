//! Saved tuples on their way from where they are packed to where they are resumed.
//!
//! A tuple travels through the results of branches, through stacks and through copies. Definitions that may hold the same
//! tuple form a family; an item of a family is asked for if some `resume` of the family asks for it.

use std::collections::{HashMap, HashSet};

use super::Node;
use crate::ir::Stack;

#[derive(Default)]
pub(super) struct Packs {
    /// Union-find over definitions; a definition that is not in it is alone.
    parents: HashMap<usize, usize>,
    /// The definitions that stand for the items of a stack.
    stack_items: HashMap<(Stack, usize), usize>,
    /// Definition, arm, and the definition of each item that is one.
    packed: Vec<(usize, u8, Vec<Option<usize>>)>,
    /// Definition, arm, and the definitions that the items get.
    resumed: Vec<(usize, u8, Vec<usize>)>,
    escaped: Vec<usize>,
}

impl Packs {
    /// The family of a definition.
    pub(super) fn family(&mut self, definition: usize) -> usize {
        let mut root = definition;
        while let Some(parent) = self.parents.get(&root) {
            root = *parent;
        }
        let mut at = definition;
        while at != root {
            match self.parents.insert(at, root) {
                Some(next) => at = next,
                None => break,
            }
        }
        self.parents.remove(&root);
        root
    }

    /// The two may hold the same tuple. Says whether that is news.
    pub(super) fn unite(&mut self, a: usize, b: usize) -> bool {
        let (a, b) = (self.family(a), self.family(b));
        if a != b {
            self.parents.insert(a, b);
        }
        a != b
    }

    /// The definition may hold what item `item` of the stack holds.
    pub(super) fn unite_item(&mut self, stack: Stack, item: usize, definition: usize) {
        let other = *self.stack_items.entry((stack, item)).or_insert(definition);
        self.unite(definition, other);
    }

    /// Unites what is packed into tuples with what is got out of them: tuples in tuples.
    ///
    /// Outer tuples are packed after the inner ones, so that from the end of the code one round settles all of them, and
    /// the next one finds nothing new.
    pub(super) fn settle(&mut self) {
        loop {
            let mut news = false;
            let mut got: HashMap<Node, usize> = HashMap::new();
            for (definition, variant, items) in self.resumed.clone() {
                let family = self.family(definition);
                for (position, item) in items.into_iter().enumerate() {
                    let first = *got.entry(Node::PackItem(family, variant, position)).or_insert(item);
                    news |= self.unite(item, first);
                }
            }
            for (definition, variant, items) in self.packed.clone().into_iter().rev() {
                let family = self.family(definition);
                for (position, item) in items.into_iter().enumerate() {
                    let got = got.get(&Node::PackItem(family, variant, position));
                    if let (Some(item), Some(got)) = (item, got) {
                        news |= self.unite(item, *got);
                    }
                }
            }
            if !news {
                return;
            }
        }
    }

    pub(super) fn pack(&mut self, definition: usize, variant: u8, items: Vec<Option<usize>>) {
        self.packed.push((definition, variant, items));
    }

    pub(super) fn resume(&mut self, definition: usize, variant: u8, items: Vec<usize>) {
        self.resumed.push((definition, variant, items));
    }

    /// The definition is used otherwise than by a `resume`: every item may be asked for.
    pub(super) fn escape(&mut self, definition: usize) {
        self.escaped.push(definition);
    }

    /// For the definition of each item that is got: the item.
    pub(super) fn resumed(&mut self) -> Vec<(usize, Node)> {
        let mut found = Vec::new();
        for (definition, variant, items) in std::mem::take(&mut self.resumed) {
            let family = self.family(definition);
            let nodes = (0..).map(|position| Node::PackItem(family, variant, position));
            found.extend(items.into_iter().zip(nodes));
        }
        found
    }

    /// For each item that is packed: the definition that it holds.
    pub(super) fn packed(&mut self) -> Vec<(Node, usize)> {
        let mut found = Vec::new();
        for (definition, variant, items) in self.packed.clone() {
            let family = self.family(definition);
            let nodes = (0..).map(|position| Node::PackItem(family, variant, position));
            found.extend(nodes.zip(items).filter_map(|(node, item)| Some((node, item?))));
        }
        found
    }

    /// The items of all families that escape.
    pub(super) fn escaped(&mut self) -> Vec<Node> {
        let escaped = std::mem::take(&mut self.escaped);
        let families: HashSet<usize> = escaped.into_iter().map(|definition| self.family(definition)).collect();
        let mut nodes = Vec::new();
        for (definition, variant, items) in &self.packed.clone() {
            let family = self.family(*definition);
            if families.contains(&family) {
                nodes.extend((0..items.len()).map(|position| Node::PackItem(family, *variant, position)));
            }
        }
        nodes
    }
}
