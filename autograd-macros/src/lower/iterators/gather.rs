//! Consumers that fill vectors one item after the other.

use std::collections::BTreeSet;

use proc_macro2::{Ident, Span};

use super::super::facts::through;
use super::super::tree::Tree;
use super::super::Lower;
use super::steps::Steps;
use super::walk::Plan;
use super::{Item, Iter, View};
use crate::ir::{AggregateKind, Init, Operand, Path, Type};

impl Lower<'_> {
    /// `collect` where the number of items is not known before.
    pub(super) fn gathered(&mut self, iter: &Iter, element: Option<Type>, hint: Option<&Ident>, span: Span) -> Tree {
        let tree = self.grown(element, hint, span);
        let Tree::Memory(path) = &tree else { return Tree::Error };
        let done = self.run(iter, &Plan::at(span), &BTreeSet::new(), &|lower, item| lower.put(path, item, span));
        if matches!(done, Tree::Error | Tree::Never) {
            return done;
        }
        tree
    }

    /// `a.map(|x| …)` of an array; `None` if the receiver is something else.
    pub(super) fn mapped_array(&mut self, call: &syn::ExprMethodCall, hint: Option<&Ident>) -> Option<Tree> {
        let span = call.method.span();
        let receiver = match through(self.type_of(&call.receiver)) {
            Type::Array(..) => self.place(&call.receiver),
            _ => return None,
        };
        let Type::Array(_, len) = through(self.tree_type(&receiver)) else { return None };
        let path = self.addressed(receiver, span)?;
        let Some(callable) = call.args.first().and_then(|arg| self.callable(arg)) else { return Some(Tree::Error) };
        let length = match syn::parse2::<syn::LitInt>(len).ok().and_then(|len| len.base10_parse().ok()) {
            Some(len) => Operand::int(len),
            None => self.length(&path, span),
        };
        let element = Item::Element { path, view: View::Value };
        let iter = Iter::one(Steps::to(length.clone()), Item::Map(callable, Box::new(element)));
        Some(self.fill(&iter, AggregateKind::Array, None, length, false, hint, span))
    }

    /// `let (a, b): (Vec<_>, Vec<_>) = pairs.unzip();`
    pub(super) fn unzip(
        &mut self,
        call: &syn::ExprMethodCall,
        iter: &Iter,
        expected: Option<Type>,
        span: Span,
    ) -> Tree {
        let Some([a, b]) = self.two_vectors(call, expected, span) else { return Tree::Error };
        let done = self.run(iter, &Plan::at(span), &BTreeSet::new(), &|lower, item| {
            let pair = match item {
                Tree::Leaf(pair) => Tree::Tuple(vec![lower.project(&pair, 0, span), lower.project(&pair, 1, span)]),
                pair => pair,
            };
            if let Tree::Tuple(pair) = pair {
                if let [left, right] = &pair[..] {
                    lower.put(&a, left.clone(), span);
                    lower.put(&b, right.clone(), span);
                }
            }
        });
        if matches!(done, Tree::Error | Tree::Never) {
            return done;
        }
        Tree::Tuple(vec![Tree::Memory(a), Tree::Memory(b)])
    }

    /// `let (yes, no): (Vec<_>, Vec<_>) = items.partition(|x| …);`
    pub(super) fn partition(
        &mut self,
        call: &syn::ExprMethodCall,
        iter: &Iter,
        expected: Option<Type>,
        span: Span,
    ) -> Tree {
        let Some(callable) = call.args.first().and_then(|arg| self.callable(arg)) else { return Tree::Error };
        let expected = match expected {
            // `partition::<Vec<_>, _>` names one of the two.
            Some(Type::Vec(item)) => Some(Type::Tuple(vec![Type::Vec(item.clone()), Type::Vec(item)])),
            other => other,
        };
        let Some([yes, no]) = self.two_vectors(call, expected, span) else { return Tree::Error };
        let assigned = callable.assigns().iter().copied().collect();
        let done = self.run(iter, &Plan::at(span), &assigned, &|lower, item| {
            let Some(cond) = lower.asks(&callable, &item, span) else { return };
            let _: Tree = lower.branch(
                span,
                cond,
                None,
                &|lower| {
                    lower.put(&yes, item.clone(), span);
                    Tree::unit()
                },
                &|lower| {
                    lower.put(&no, item.clone(), span);
                    Tree::unit()
                },
            );
        });
        if matches!(done, Tree::Error | Tree::Never) {
            return done;
        }
        Tree::Tuple(vec![Tree::Memory(yes), Tree::Memory(no)])
    }

    /// Two empty vectors of the types that the user wrote.
    fn two_vectors(&mut self, call: &syn::ExprMethodCall, expected: Option<Type>, span: Span) -> Option<[Path; 2]> {
        let items = match expected.or_else(|| Some(self.frame.output.clone())) {
            Some(Type::Tuple(items)) => items,
            _ => Vec::new(),
        };
        match &items[..] {
            [Type::Vec(a), Type::Vec(b)] => {
                let known = |item: &Type| Some(item.clone()).filter(|item| !matches!(item, Type::Unknown(None)));
                let vectors = [self.grown(known(a), None, span), self.grown(known(b), None, span)];
                match vectors {
                    [Tree::Memory(a), Tree::Memory(b)] => Some([a, b]),
                    _ => None,
                }
            }
            _ => {
                self.cx.refuse(
                    &call.method,
                    format!("the types of what `{}` makes are not known where the gradient is made", call.method),
                    "annotate them: `let (a, b): (Vec<f64>, Vec<f64>) = …`",
                );
                None
            }
        }
    }

    fn grown(&mut self, element: Option<Type>, hint: Option<&Ident>, span: Span) -> Tree {
        let init = Init::List { kind: AggregateKind::Vec, items: Vec::new() };
        self.new_empty(init, element, hint, span)
    }

    /// Adds an item: a copy of what it refers to, where it is a reference.
    fn put(&mut self, path: &Path, item: Tree, span: Span) {
        let item = self.kept(item, span);
        self.append(path, item, span);
    }
}
