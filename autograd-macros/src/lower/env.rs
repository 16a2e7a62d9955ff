//! The user's variables: which name means what at the place that is being lowered.
//!
//! Every variable has an id for its whole life; what it stands for changes with each assignment. Changes are kept in a
//! journal, so that the arms of a branch start from the same state and cost only what they change.

use std::collections::{BTreeMap, HashMap, HashSet};

use proc_macro2::{Ident, Span};

use super::tree::Tree;
use crate::ir::Place;

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub(super) struct VarId(usize);

/// A variable of the user's, or one that `jumps` invents.
pub(super) struct Var {
    pub(super) name: Ident,
    pub(super) tree: Tree,
    /// `#[no_grad] let`: whatever is assigned loses its gradient.
    pub(super) no_grad: bool,
    /// Invented by `jumps`: it is never indexed.
    pub(super) hidden: bool,
}

#[derive(Default)]
pub(super) struct Env {
    vars: Vec<Var>,
    /// Names in the order of their declaration; a scope is a length of this list.
    scope: Vec<(String, VarId)>,
    meaning: HashMap<String, Vec<VarId>>,
    journal: Vec<(VarId, Tree)>,
    /// Memory that some variable stands for: another variable gets a copy.
    named: HashSet<Place>,
}

/// A moment to which the variables can be rolled back.
#[derive(Clone, Copy)]
pub(super) struct Mark {
    journal: usize,
    vars: usize,
}

impl Env {
    /// A variable that the user can name.
    pub(super) fn declare(&mut self, name: &Ident, tree: Tree, no_grad: bool) -> VarId {
        let var = Var { name: name.clone(), tree, no_grad, hidden: false };
        let name = var.name.to_string();
        let id = self.add(var);
        self.meaning.entry(name.clone()).or_default().push(id);
        self.scope.push((name, id));
        id
    }

    /// A variable that is called like one of the user's, without being visible under that name.
    pub(super) fn invisible(&mut self, name: &Ident, tree: Tree, no_grad: bool) -> VarId {
        self.add(Var { name: name.clone(), tree, no_grad, hidden: false })
    }

    /// A variable that no user code can name.
    pub(super) fn hidden(&mut self, name: &str, tree: Tree) -> VarId {
        let name = Ident::new(name, Span::mixed_site());
        self.add(Var { name, tree, no_grad: false, hidden: true })
    }

    /// Whether a variable stands, or stood, for the place.
    pub(super) fn is_named(&self, place: Place) -> bool {
        self.named.contains(&place)
    }

    /// Forgets what was noted of places from a number on: they are taken back.
    pub(super) fn forget_places(&mut self, from: u32) {
        self.named.retain(|place| place.0 < from);
    }

    fn note(&mut self, tree: &Tree) {
        match tree {
            Tree::Memory(path) => drop(self.named.insert(path.root)),
            Tree::Tuple(items) => items.iter().for_each(|item| self.note(item)),
            Tree::Wrapped(wrapped) => self.note(&wrapped.payload),
            Tree::Leaf(_)
            | Tree::Ref { .. }
            | Tree::Borrow(_)
            | Tree::Closure(_)
            | Tree::Iter(_)
            | Tree::Choice(_)
            | Tree::Unset
            | Tree::Never
            | Tree::Error => {}
        }
    }

    fn add(&mut self, var: Var) -> VarId {
        self.note(&var.tree);
        self.vars.push(var);
        VarId(self.vars.len() - 1)
    }

    pub(super) fn lookup(&self, name: &str) -> Option<VarId> {
        self.meaning.get(name).and_then(|ids| ids.last().copied())
    }

    pub(super) fn var(&self, id: VarId) -> &Var {
        &self.vars[id.0]
    }

    pub(super) fn tree(&self, id: VarId) -> &Tree {
        &self.vars[id.0].tree
    }

    pub(super) fn set(&mut self, id: VarId, tree: Tree) {
        self.note(&tree);
        let old = std::mem::replace(&mut self.vars[id.0].tree, tree);
        self.journal.push((id, old));
    }

    /// Lets the variable stand for something else for a while: no branch sees it as a change.
    pub(super) fn replace(&mut self, id: VarId, tree: Tree) -> Tree {
        std::mem::replace(&mut self.vars[id.0].tree, tree)
    }

    pub(super) fn depth(&self) -> usize {
        self.scope.len()
    }

    /// Leaves every scope opened since `depth`; the names come back with [`Env::restore`].
    pub(super) fn leave(&mut self, depth: usize) -> Vec<(String, VarId)> {
        let gone = self.scope.split_off(depth.min(self.scope.len()));
        for (name, _) in &gone {
            if let Some(ids) = self.meaning.get_mut(name) {
                ids.pop();
            }
        }
        gone
    }

    pub(super) fn restore(&mut self, names: Vec<(String, VarId)>) {
        for (name, id) in names {
            self.meaning.entry(name.clone()).or_default().push(id);
            self.scope.push((name, id));
        }
    }

    /// The names that are visible now, outermost first.
    pub(super) fn names(&self) -> Vec<(String, VarId)> {
        self.scope.clone()
    }

    /// Makes exactly these names visible; hands out those that were.
    pub(super) fn switch(&mut self, names: Vec<(String, VarId)>) -> Vec<(String, VarId)> {
        let before = self.leave(0);
        self.restore(names);
        before
    }

    pub(super) fn mark(&self) -> Mark {
        Mark { journal: self.journal.len(), vars: self.vars.len() }
    }

    /// Undoes every assignment since `mark`. What the variables that existed then stood for at the end is returned.
    pub(super) fn roll_back(&mut self, mark: Mark) -> BTreeMap<VarId, Tree> {
        let changes = self.changes(mark);
        while self.journal.len() > mark.journal {
            if let Some((id, old)) = self.journal.pop() {
                self.vars[id.0].tree = old;
            }
        }
        changes
    }

    /// What the variables that existed at `mark` and were assigned since stand for now.
    pub(super) fn changes(&self, mark: Mark) -> BTreeMap<VarId, Tree> {
        let changed = self.journal[mark.journal..].iter().map(|(id, _)| *id).filter(|id| id.0 < mark.vars);
        changed.map(|id| (id, self.vars[id.0].tree.clone())).collect()
    }
}
