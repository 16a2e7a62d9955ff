//! Running a chain: one loop for each part, and the item of each index handed to what uses it.

use std::collections::BTreeSet;

use proc_macro2::{Ident, Span};
use quote::quote;
use syn::Pat;

use super::super::closures::through_borrows;
use super::super::env::VarId;
use super::super::facts::through;
use super::super::loops::Head;
use super::super::tree::Tree;
use super::super::{Lower, Reach};
use super::{Item, Iter, View};
use crate::ir::{Hints, Operand, Range, Step, Type, Wrapper};

/// How the loops of a chain are made.
pub(super) struct Plan<'p> {
    pub(super) label: Option<&'p syn::Label>,
    pub(super) hints: Hints,
    /// What the index is called, where the user gave it a name.
    pub(super) index: Option<Ident>,
    pub(super) span: Span,
}

impl Plan<'_> {
    pub(in crate::lower) fn at(span: Span) -> Self {
        Plan { label: None, hints: Hints::default(), index: None, span }
    }
}

/// What stays the same while an item goes through its adaptors.
struct Walk<'w> {
    /// Set to end the loop.
    stop: VarId,
    assigned: &'w BTreeSet<VarId>,
    span: Span,
}

type Sink<'s> = &'s dyn Fn(&mut Lower<'_>, Tree);

impl Lower<'_> {
    /// Runs the iterator. `assigned` are the variables that `sink` assigns.
    pub(super) fn run(&mut self, iter: &Iter, plan: &Plan<'_>, assigned: &BTreeSet<VarId>, sink: Sink<'_>) -> Tree {
        let mut all = assigned.clone();
        all.extend(iter.assigns());
        for chain in &iter.parts {
            let Some(end) = chain.steps.end.clone() else {
                self.cx.refuse_at(
                    plan.span,
                    "an iterator without an end is not differentiated",
                    "give the range an end, or `zip` it with something that ends",
                );
                return Tree::Error;
            };
            let index = self.fresh(plan.index.as_ref(), "index", plan.span, Type::Int);
            let steps = &chain.steps;
            let range = Range {
                index,
                start: steps.start.clone(),
                end,
                inclusive: steps.inclusive,
                step: steps.step.clone(),
                reversed: steps.reversed,
            };
            let value = self.loop_of(plan.label, Head::Range(range), all.clone(), plan.hints, plan.span, &|lower| {
                let Some(stop) = lower.targets.last().map(|target| target.broke) else { return };
                let walk = Walk { stop, assigned: &all, span: plan.span };
                lower.each(&chain.item, &index.into(), &walk, sink);
            });
            if self.reach != Reach::Live || matches!(value, Tree::Error) {
                return value;
            }
        }
        Tree::unit()
    }

    /// The items of one index, one after the other.
    fn each(&mut self, item: &Item, index: &Operand, walk: &Walk<'_>, sink: Sink<'_>) {
        let span = walk.span;
        match item {
            Item::Index => sink(self, Tree::Leaf(index.clone())),
            Item::Element { path, view } => {
                let path = path.join(&[Step::Index(index.clone())]);
                let tree = match view {
                    View::Value => self.read(Tree::Memory(path), span, None),
                    View::Shared => Tree::Ref { path, mutable: false },
                    View::Exclusive => Tree::Ref { path, mutable: true },
                };
                sink(self, tree);
            }
            Item::Window { path, size } => {
                let end = self.plus(index, size, span);
                let range = Step::Range { start: Some(index.clone()), end: Some(end), inclusive: false };
                sink(self, Tree::Ref { path: path.join(&[range]), mutable: false });
            }
            Item::Chunk { path, size, len, mutable } => {
                let start = self.times(index, size, span);
                let end = super::adapt::chunk_end(self, &start, size, len.as_ref(), span);
                let range = Step::Range { start: Some(start), end: Some(end), inclusive: false };
                sink(self, Tree::Ref { path: path.join(&[range]), mutable: *mutable });
            }
            Item::Part { path, method } => {
                let part = self.part_at(path, method, index);
                sink(self, part);
            }
            Item::At(steps, inner) => {
                let index = self.index_at(steps, index, span);
                self.each(inner, &index, walk, sink);
            }
            Item::Zip(a, b) => self.each(a, index, walk, &|lower, left| {
                lower.each(b, index, walk, &|lower, right| sink(lower, Tree::Tuple(vec![left.clone(), right])));
            }),
            Item::Enumerate(steps, inner) => {
                let position = self.position_of(steps, index, span);
                self.each(inner, index, walk, &|lower, item| {
                    sink(lower, Tree::Tuple(vec![Tree::Leaf(position.clone()), item]));
                });
            }
            Item::Copied(inner) => self.each(inner, index, walk, &|lower, item| {
                let item = match item {
                    Tree::Ref { path, .. } => Tree::Memory(path),
                    Tree::Borrow(inner) => *inner,
                    other => other,
                };
                let item = lower.read(item, span, None);
                sink(lower, item);
            }),
            Item::Map(callable, inner) => self.each(inner, index, walk, &|lower, item| {
                let value = lower.invoke(callable, vec![item], None, span);
                if lower.reach == Reach::Live {
                    sink(lower, value);
                }
            }),
            Item::Inspect(callable, inner) => self.each(inner, index, walk, &|lower, item| {
                let _: Tree = lower.invoke(callable, vec![borrowed(item.clone())], None, span);
                if lower.reach == Reach::Live {
                    sink(lower, item);
                }
            }),
            Item::Filter(callable, inner) => self.each(inner, index, walk, &|lower, item| {
                let Some(cond) = lower.asks(callable, &item, span) else { return };
                let _: Tree = lower.branch(
                    span,
                    cond,
                    None,
                    &|lower| {
                        sink(lower, item.clone());
                        Tree::unit()
                    },
                    &|_| Tree::unit(),
                );
            }),
            Item::TakeWhile(callable, inner) => self.each(inner, index, walk, &|lower, item| {
                let Some(cond) = lower.asks(callable, &item, span) else { return };
                let _: Tree = lower.branch(
                    span,
                    cond,
                    None,
                    &|lower| {
                        sink(lower, item.clone());
                        Tree::unit()
                    },
                    &|lower| {
                        lower.stop(walk.stop);
                        Tree::Never
                    },
                );
            }),
            Item::FlatMap(callable, inner) => self.each(inner, index, walk, &|lower, item| {
                lower.iterating = true;
                let value = lower.invoke(callable, vec![item], None, span);
                lower.iterating = false;
                if lower.reach == Reach::Live {
                    lower.each_inside(value, walk, sink);
                }
            }),
            Item::Flatten(inner) => self.each(inner, index, walk, &|lower, item| lower.each_inside(item, walk, sink)),
            Item::FilterMap(callable, inner) => self.each(inner, index, walk, &|lower, item| {
                let value = lower.invoke(callable, vec![item], None, span);
                if lower.reach == Reach::Live {
                    lower.if_some(value, span, sink, &|_| Tree::unit());
                }
            }),
            Item::MapWhile(callable, inner) => self.each(inner, index, walk, &|lower, item| {
                let value = lower.invoke(callable, vec![item], None, span);
                lower.or_stop(value, walk, sink);
            }),
            Item::Scan(state, callable, inner) => self.each(inner, index, walk, &|lower, item| {
                let state = Tree::Ref { path: state.clone(), mutable: true };
                let value = lower.invoke(callable, vec![state, item], None, span);
                lower.or_stop(value, walk, sink);
            }),
            Item::SkipWhile(skipping, callable, inner) => self.each(inner, index, walk, &|lower, item| {
                let Some(so_far) = lower.scalar(lower.env.tree(*skipping).clone(), span) else { return };
                let skips = |lower: &mut Lower<'_>| lower.asks(callable, &item, span).map_or(Tree::Error, Tree::Leaf);
                let skips = lower.branch(span, so_far, None, &skips, &|_| Tree::bool(false));
                let Some(skips) = lower.scalar(skips, span) else { return };
                lower.env.set(*skipping, Tree::Leaf(skips.clone()));
                let _: Tree = lower.branch(span, skips, None, &|_| Tree::unit(), &|lower| {
                    sink(lower, item.clone());
                    Tree::unit()
                });
            }),
            Item::Cycle(steps, count, inner) => {
                let position = self.integer(&[index, count], "position", span, |codes| {
                    let (index, count) = (&codes[0], &codes[1]);
                    quote!(#index % #count)
                });
                let index = self.index_at(steps, &position, span);
                self.each(inner, &index, walk, sink);
            }
            Item::Same(tree) => sink(self, tree.clone()),
            Item::Held(tree) => self.if_some(tree.clone(), span, sink, &|_| Tree::unit()),
        }
    }

    /// The items of something that an item is or yields.
    fn each_inside(&mut self, value: Tree, walk: &Walk<'_>, sink: Sink<'_>) {
        let span = walk.span;
        if matches!(through(self.tree_type(&value)), Type::Wrapped(..)) {
            return self.if_some(value, span, sink, &|_| Tree::unit());
        }
        let value = match value {
            Tree::Borrow(_) => through_borrows(value),
            value => value,
        };
        match self.source(value, None, span) {
            Some(Some(iter)) => {
                let _: Tree = self.run(&iter, &Plan::at(span), walk.assigned, sink);
            }
            Some(None) => {}
            None => self.cx.refuse_at(
                span,
                "an iterator of this kind inside `flat_map` is not differentiated yet",
                "write two loops",
            ),
        }
    }

    /// Hands over what an `Option` holds, if it does.
    fn if_some(&mut self, value: Tree, span: Span, sink: Sink<'_>, instead: &dyn Fn(&mut Lower<'_>) -> Tree) {
        let Some(wrapped) = self.taken_apart(value, Some(Wrapper::Option), span) else { return };
        let payload = wrapped.payload;
        let _: Tree = self.branch(
            span,
            wrapped.present,
            None,
            &|lower| {
                let payload = lower.read(payload.clone(), span, None);
                sink(lower, payload);
                Tree::unit()
            },
            instead,
        );
    }

    /// The same; nothing more comes after a `None`.
    fn or_stop(&mut self, value: Tree, walk: &Walk<'_>, sink: Sink<'_>) {
        if self.reach == Reach::Live {
            self.if_some(value, walk.span, sink, &|lower| {
                lower.stop(walk.stop);
                Tree::Never
            });
        }
    }

    /// What a predicate says of an item; `None` where control does not come back.
    pub(in crate::lower) fn asks(&mut self, callable: &super::Callable, item: &Tree, span: Span) -> Option<Operand> {
        let answer = self.invoke(callable, vec![borrowed(item.clone())], None, span);
        if self.reach != Reach::Live {
            return None;
        }
        self.scalar(answer, span)
    }

    /// Ends the loop whose flag this is.
    pub(in crate::lower) fn stop(&mut self, flag: VarId) {
        self.env.set(flag, Tree::bool(true));
        self.reach = Reach::Left;
    }
}

/// `&item`
pub(super) fn borrowed(item: Tree) -> Tree {
    match item {
        Tree::Memory(path) => Tree::Ref { path, mutable: false },
        other => Tree::Borrow(Box::new(other)),
    }
}

/// The user's name for the index, where a pattern binds it.
pub(in crate::lower) fn index_name(iter: &Iter, pat: &Pat) -> Option<Ident> {
    let [chain] = &iter.parts[..] else { return None };
    match (&chain.item, pat) {
        (Item::Index, Pat::Ident(pat)) => Some(pat.ident.clone()),
        (Item::Enumerate(steps, _), Pat::Tuple(pat)) if steps.is_simple() => match pat.elems.first() {
            Some(Pat::Ident(pat)) if pat.mutability.is_none() => Some(pat.ident.clone()),
            _ => None,
        },
        _ => None,
    }
}
