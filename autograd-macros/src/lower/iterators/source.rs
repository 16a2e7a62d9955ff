//! What a chain starts from: ranges, slices, arrays, vectors.

use proc_macro2::Span;
use syn::{Expr, RangeLimits};

use super::super::facts::through;
use super::super::tree::Tree;
use super::super::{refusals, Lower};
use super::steps::Steps;
use super::{Item, Iter, View, ADAPTORS, SOURCES};
use crate::ir::{Operand, Path, Type};

impl Lower<'_> {
    /// The expression as an iterator. The outer `None` says that it is none of those that are known, the inner one that
    /// something was refused.
    #[allow(clippy::option_option, reason = "not an iterator, a refused one, and one")]
    pub(in crate::lower) fn iterable(&mut self, expr: &Expr) -> Option<Option<Iter>> {
        let span = refusals::span_of(expr);
        match expr {
            Expr::Paren(inner) => self.iterable(&inner.expr),
            Expr::Group(inner) => self.iterable(&inner.expr),
            Expr::Range(range) => {
                let start = range.start.as_ref()?;
                let start = self.limit(start, "start");
                let end = range.end.as_ref().map(|end| self.limit(end, "end"));
                let inclusive = matches!(range.limits, RangeLimits::Closed(_));
                Some(Some(Iter::one(Steps { start, end, inclusive, step: None, reversed: false }, Item::Index)))
            }
            Expr::MethodCall(call) => {
                let name = call.method.to_string();
                if SOURCES.contains(&name.as_str()) {
                    return self.source_method(call, &name);
                }
                let adapts = ADAPTORS.contains(&name.as_str()) && call.args.len() == super::arity(&name);
                if adapts && !self.belongs_to_option(&name, &call.receiver) {
                    let iter = match self.iterable(&call.receiver)? {
                        Some(iter) => iter,
                        None => return Some(None),
                    };
                    return Some(self.adapt(&name, call, iter));
                }
                let tree = self.place(expr);
                self.source(tree, None, span)
            }
            Expr::Call(call) => match self.made_of_one(call) {
                Some(made) => Some(made),
                None => {
                    let tree = self.place(expr);
                    self.source(tree, None, span)
                }
            },
            _ => {
                let tree = self.place(expr);
                self.source(tree, None, span)
            }
        }
    }

    /// `std::iter::once(x)`, `repeat(x)`, `repeat_n(x, n)`; the outer `None` says that it is none of these.
    #[allow(clippy::option_option, reason = "as in `iterable`")]
    fn made_of_one(&mut self, call: &syn::ExprCall) -> Option<Option<Iter>> {
        let end = match makes_of_one(call)? {
            Times::One => Some(Operand::int(1)),
            Times::Endless => None,
            Times::Given(count) => Some(self.limit(count, "count")),
        };
        let tree = match self.expr(&call.args[0], None) {
            Tree::Error | Tree::Never => return Some(None),
            tree @ (Tree::Ref { .. } | Tree::Borrow(_)) => tree,
            tree => self.settle(tree, refusals::span_of(call)),
        };
        Some(Some(Iter::one(Steps { end, ..Steps::to(Operand::int(0)) }, Item::Same(tree))))
    }

    fn limit(&mut self, expr: &Expr, name: &str) -> Operand {
        let tree = self.expr_named(expr, None, name);
        self.operand(tree.deref(), refusals::span_of(expr))
    }

    fn source_method(&mut self, call: &syn::ExprMethodCall, name: &str) -> Option<Option<Iter>> {
        let span = call.method.span();
        if name == "into_iter" {
            return self.iterable(&call.receiver);
        }
        let receiver = self.place(&call.receiver);
        let view = match name {
            "iter" => return self.source(receiver, Some(View::Shared), span),
            "iter_mut" => return self.source(receiver, Some(View::Exclusive), span),
            name => name,
        };
        if matches!(receiver, Tree::Error | Tree::Never) {
            return Some(None);
        }
        if let "row_iter" | "column_iter" = view {
            return Some(self.parts(receiver, view, span));
        }
        let path = self.sequence(receiver, span)?;
        let size = self.limit(call.args.first()?, "size");
        let len = self.length(&path, span);
        let mutable = view.ends_with("_mut");
        if mutable {
            self.function.places[path.root.0 as usize].mutable = true;
        }
        Some(Some(match view {
            "windows" => {
                let count = self.integer(&[&len, &size], "count", span, |codes| {
                    let (len, size) = (&codes[0], &codes[1]);
                    quote::quote!((#len + 1).saturating_sub(#size))
                });
                Iter::one(Steps::to(count), Item::Window { path, size })
            }
            "chunks" | "chunks_mut" => {
                let count = self.integer(&[&len, &size], "count", span, |codes| {
                    let (len, size) = (&codes[0], &codes[1]);
                    quote::quote!(#len.div_ceil(#size))
                });
                Iter::one(Steps::to(count), Item::Chunk { path, size, len: Some(len), mutable })
            }
            _ => {
                let count = self.integer(&[&len, &size], "count", span, |codes| {
                    let (len, size) = (&codes[0], &codes[1]);
                    quote::quote!(#len / #size)
                });
                Iter::one(Steps::to(count), Item::Chunk { path, size, len: None, mutable })
            }
        }))
    }

    /// The elements of what a tree stands for. `view` is `None` for `into_iter`.
    #[allow(clippy::option_option, reason = "as in `iterable`")]
    pub(super) fn source(&mut self, tree: Tree, view: Option<View>, span: Span) -> Option<Option<Iter>> {
        let view = match (&tree, view) {
            (Tree::Error | Tree::Never | Tree::Unset, _) => return Some(None),
            (Tree::Iter(iter), _) => return Some(Some((**iter).clone())),
            (_, Some(view)) => view,
            (Tree::Ref { mutable: true, .. }, None) => View::Exclusive,
            (Tree::Ref { .. } | Tree::Borrow(_), None) => View::Shared,
            (Tree::Leaf(operand), None) if matches!(self.function.operand_type(operand), Type::Ref(_)) => View::Shared,
            (Tree::Leaf(_) | Tree::Memory(_) | Tree::Tuple(_) | Tree::Closure(_) | Tree::Wrapped(_), None) => {
                View::Value
            }
            (Tree::Choice(_), None) => View::Shared,
        };
        if let Type::Wrapped(..) = through(self.tree_type(&tree)) {
            let held = match (view, tree) {
                (View::Value, tree) => tree,
                (_, Tree::Memory(path)) => Tree::Ref { path, mutable: view == View::Exclusive },
                (_, tree @ (Tree::Ref { .. } | Tree::Borrow(_))) => tree,
                (_, tree) => Tree::Borrow(Box::new(tree)),
            };
            return Some(Some(Iter::one(Steps::to(Operand::int(1)), Item::Held(held))));
        }
        let counted = matches!(through(self.tree_type(&tree)), Type::Unknown(_) | Type::Inactive);
        let path = self.sequence(tree, span)?;
        if view == View::Exclusive {
            self.function.places[path.root.0 as usize].mutable = true;
        }
        let len = if counted { self.checked_length(&path, span) } else { self.length(&path, span) };
        Some(Some(Iter::one(Steps::to(len), Item::Element { path, view })))
    }

    /// Memory that can be indexed.
    fn sequence(&mut self, tree: Tree, span: Span) -> Option<Path> {
        match through(self.tree_type(&tree)) {
            Type::Array(..) | Type::Slice(_) | Type::Vec(_) => {}
            // A field, an alias: what has `iter` is nearly always a sequence; `checked_length` has rustc say so where it is none.
            Type::Unknown(_) if !matches!(tree, Tree::Leaf(_)) => {}
            Type::Unknown(_)
            | Type::Float(_)
            | Type::Int
            | Type::Bool
            | Type::Unit
            | Type::Tuple(_)
            | Type::Ref(_)
            | Type::Wrapped(..)
            | Type::Inactive => return None,
        }
        self.addressed(tree, span)
    }
}

/// How often `once`, `repeat` and `repeat_n` yield the same.
pub(super) enum Times<'e> {
    One,
    Endless,
    Given(&'e Expr),
}

/// Whether a call is one of these, of `std::iter`.
pub(super) fn makes_of_one(call: &syn::ExprCall) -> Option<Times<'_>> {
    let Expr::Path(path) = &*call.func else { return None };
    let names: Vec<String> = path.path.segments.iter().map(|segment| segment.ident.to_string()).collect();
    let [.., module, name] = &names[..] else { return None };
    if module != "iter" {
        return None;
    }
    match (name.as_str(), call.args.len()) {
        ("once", 1) => Some(Times::One),
        ("repeat", 1) => Some(Times::Endless),
        ("repeat_n", 2) => Some(Times::Given(&call.args[1])),
        _ => None,
    }
}
