//! What an index of a chain yields.

use proc_macro2::Ident;

use super::super::closures::Callable;
use super::super::env::VarId;
use super::super::tree::Tree;
use super::steps::Steps;
use super::View;
use crate::ir::{Operand, Path};

/// What an index yields.
#[derive(Clone, Debug)]
pub(super) enum Item {
    /// The index itself.
    Index,
    /// An element of memory.
    Element {
        path: Path,
        view: View,
    },
    /// `path[i..i + size]`
    Window {
        path: Path,
        size: Operand,
    },
    /// `path[i * size..][..size]`; the last one is shorter where `len` is known.
    Chunk {
        path: Path,
        size: Operand,
        len: Option<Operand>,
        mutable: bool,
    },
    /// `path.row(i)`, `path.column(i)`
    Part {
        path: Path,
        method: Ident,
    },
    /// The item of other steps, by position.
    At(Steps, Box<Item>),
    Zip(Box<Item>, Box<Item>),
    /// With its position among the steps.
    Enumerate(Steps, Box<Item>),
    /// `copied`, `cloned`
    Copied(Box<Item>),
    Map(Callable, Box<Item>),
    Inspect(Callable, Box<Item>),
    Filter(Callable, Box<Item>),
    TakeWhile(Callable, Box<Item>),
    FlatMap(Callable, Box<Item>),
    /// The payloads of the `Option`s that a closure makes.
    FilterMap(Callable, Box<Item>),
    /// The same, up to the first `None`.
    MapWhile(Callable, Box<Item>),
    /// The variable says whether items are still skipped.
    SkipWhile(VarId, Callable, Box<Item>),
    /// The state lies in memory, to which the closure gets a reference.
    Scan(Path, Callable, Box<Item>),
    Flatten(Box<Item>),
    /// The item of these steps, over and over again.
    Cycle(Steps, Operand, Box<Item>),
    /// The same for every index: `once`, `repeat`.
    Same(Tree),
    /// What an `Option` or a `Result` holds, if it does.
    Held(Tree),
}

impl Item {
    pub(super) fn callables(&self, visit: &mut dyn FnMut(&Callable)) {
        match self {
            Item::Index
            | Item::Element { .. }
            | Item::Window { .. }
            | Item::Chunk { .. }
            | Item::Part { .. }
            | Item::Same(_)
            | Item::Held(_) => {}
            Item::At(_, inner)
            | Item::Enumerate(_, inner)
            | Item::Copied(inner)
            | Item::Flatten(inner)
            | Item::Cycle(_, _, inner) => inner.callables(visit),
            Item::Zip(a, b) => {
                a.callables(visit);
                b.callables(visit);
            }
            Item::Map(callable, inner)
            | Item::Inspect(callable, inner)
            | Item::Filter(callable, inner)
            | Item::TakeWhile(callable, inner)
            | Item::FilterMap(callable, inner)
            | Item::MapWhile(callable, inner)
            | Item::SkipWhile(_, callable, inner)
            | Item::Scan(_, callable, inner)
            | Item::FlatMap(callable, inner) => {
                visit(callable);
                inner.callables(visit);
            }
        }
    }

    /// The variables in which adaptors keep something from one item to the next.
    pub(super) fn states(&self, found: &mut Vec<VarId>) {
        match self {
            Item::Index
            | Item::Element { .. }
            | Item::Window { .. }
            | Item::Chunk { .. }
            | Item::Part { .. }
            | Item::Same(_)
            | Item::Held(_) => {}
            Item::SkipWhile(skipping, _, inner) => {
                found.push(*skipping);
                inner.states(found);
            }
            Item::Zip(a, b) => {
                a.states(found);
                b.states(found);
            }
            Item::At(_, inner)
            | Item::Enumerate(_, inner)
            | Item::Copied(inner)
            | Item::Flatten(inner)
            | Item::Cycle(_, _, inner)
            | Item::Map(_, inner)
            | Item::Inspect(_, inner)
            | Item::Filter(_, inner)
            | Item::TakeWhile(_, inner)
            | Item::FilterMap(_, inner)
            | Item::MapWhile(_, inner)
            | Item::Scan(_, _, inner)
            | Item::FlatMap(_, inner) => inner.states(found),
        }
    }

    /// Not every index yields exactly one item.
    pub(super) fn is_sparse(&self) -> bool {
        match self {
            Item::Index
            | Item::Element { .. }
            | Item::Window { .. }
            | Item::Chunk { .. }
            | Item::Part { .. }
            | Item::Same(_) => false,
            Item::At(_, inner)
            | Item::Enumerate(_, inner)
            | Item::Copied(inner)
            | Item::Cycle(_, _, inner)
            | Item::Map(_, inner)
            | Item::Inspect(_, inner) => inner.is_sparse(),
            Item::Zip(a, b) => a.is_sparse() || b.is_sparse(),
            Item::Filter(..)
            | Item::TakeWhile(..)
            | Item::FlatMap(..)
            | Item::FilterMap(..)
            | Item::MapWhile(..)
            | Item::SkipWhile(..)
            | Item::Scan(..)
            | Item::Flatten(..)
            | Item::Held(_) => true,
        }
    }

    /// Leaving out items would leave out what they do.
    pub(super) fn has_effects(&self) -> bool {
        let mut found = false;
        self.callables(&mut |callable| found |= callable.has_effects());
        found
    }

    /// One index may yield more than one item.
    pub(super) fn is_nested(&self) -> bool {
        match self {
            Item::Index
            | Item::Element { .. }
            | Item::Window { .. }
            | Item::Chunk { .. }
            | Item::Part { .. }
            | Item::Same(_)
            | Item::Held(_) => false,
            Item::At(_, inner)
            | Item::Enumerate(_, inner)
            | Item::Copied(inner)
            | Item::Cycle(_, _, inner)
            | Item::Map(_, inner)
            | Item::Inspect(_, inner)
            | Item::Filter(_, inner)
            | Item::TakeWhile(_, inner)
            | Item::FilterMap(_, inner)
            | Item::MapWhile(_, inner)
            | Item::SkipWhile(_, _, inner)
            | Item::Scan(_, _, inner) => inner.is_nested(),
            Item::Zip(a, b) => a.is_nested() || b.is_nested(),
            Item::FlatMap(..) | Item::Flatten(..) => true,
        }
    }
}
