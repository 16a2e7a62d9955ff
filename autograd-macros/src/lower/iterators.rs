//! Iterators: a chain becomes the index loop that a person would write.
//!
//! A chain is which indices run ([`Steps`]) and what each index yields ([`Item`]), in paths: nothing is read or copied
//! before it is used. Adaptors change one or the other ([`adapt`]); a consumer makes one loop ([`consume`]).

mod adapt;
mod choose;
mod consume;
mod gather;
mod item;
pub(super) mod matrix;
mod source;
mod steps;
mod walk;

use proc_macro2::Ident;
use syn::Expr;

use super::closures::Callable;
use super::env::VarId;
use super::tree::Tree;
use super::{Lower, Reach};
use item::Item;
use steps::Steps;

/// An iterator that has not run yet: its parts run one after the other.
#[derive(Clone, Debug)]
pub(super) struct Iter {
    parts: Vec<Chain>,
}

#[derive(Clone, Debug)]
struct Chain {
    steps: Steps,
    item: Item,
}

/// How an element is handed out.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum View {
    Value,
    Shared,
    Exclusive,
}

impl Iter {
    fn one(steps: Steps, item: Item) -> Self {
        Iter { parts: vec![Chain { steps, item }] }
    }

    /// The variables that running it assigns.
    pub(super) fn assigns(&self) -> Vec<VarId> {
        let mut found = Vec::new();
        for chain in &self.parts {
            chain.item.callables(&mut |callable| found.extend(callable.assigns()));
            chain.item.states(&mut found);
        }
        found
    }
}

const SOURCES: &[&str] = &[
    "iter",
    "iter_mut",
    "into_iter",
    "windows",
    "chunks",
    "chunks_exact",
    "chunks_mut",
    "chunks_exact_mut",
    "row_iter",
    "column_iter",
];

const ADAPTORS: &[&str] = &[
    "map",
    "copied",
    "cloned",
    "by_ref",
    "zip",
    "enumerate",
    "rev",
    "skip",
    "take",
    "step_by",
    "filter",
    "take_while",
    "flat_map",
    "inspect",
    "chain",
    "filter_map",
    "map_while",
    "skip_while",
    "scan",
    "flatten",
    "cycle",
    "fuse",
];

const CONSUMERS: &[&str] = &["sum", "product", "fold", "for_each", "collect", "any", "all", "count"];

/// Consumers whose names other types have too, or that make more than one value: only of what is written as a chain.
const CHOOSERS: &[&str] =
    &["reduce", "max_by", "min_by", "next", "nth", "last", "position", "find", "find_map", "unzip", "partition"];

/// Consumers that leave the rest of the items to whoever has the iterator: of a variable they would have to be remembered.
const LEAVE_THE_REST: &[&str] = &["next", "nth", "find", "find_map", "position", "any", "all"];

/// Iterator methods of std that are not among those above.
const UNKNOWN: &[&str] = &[
    "peekable",
    "try_fold",
    "max_by_key",
    "min_by_key",
    "rposition",
    "rfind",
    "rfold",
    "cmp",
    "dedup",
    "rchunks",
    "array_chunks",
    "split",
    "partial_cmp",
    "is_sorted",
    "try_for_each",
];

/// How many arguments a source or an adaptor takes. A method of that name with another number is somebody else's.
fn arity(name: &str) -> usize {
    match name {
        "iter" | "iter_mut" | "into_iter" | "copied" | "cloned" | "by_ref" | "enumerate" | "rev" | "flatten"
        | "cycle" | "fuse" | "row_iter" | "column_iter" => 0,
        "scan" => 2,
        _ => 1,
    }
}

/// Methods whose closures are lowered in place.
pub(super) fn is_known(name: &str) -> bool {
    [SOURCES, ADAPTORS, CONSUMERS, CHOOSERS].iter().any(|names| names.contains(&name))
}

/// Methods that change nothing in their receiver.
pub(super) fn reads_only(name: &str) -> bool {
    is_known(name) && !name.ends_with("_mut")
}

impl Lower<'_> {
    /// A method of an iterator, or one that makes an iterator; `None` if it is something else.
    pub(super) fn iterator_method(&mut self, call: &syn::ExprMethodCall, hint: Option<&Ident>) -> Option<Tree> {
        let name = call.method.to_string();
        let written = self.iterates(&call.receiver);
        if self.belongs_to_option(&name, &call.receiver) {
            return if name == "map" { self.mapped_array(call, hint) } else { None };
        }
        let leaves_rest = LEAVE_THE_REST.contains(&name.as_str()) && written && !is_chain(&call.receiver);
        let chooses = CHOOSERS.contains(&name.as_str()) && written && !leaves_rest;
        let known = [SOURCES, ADAPTORS, CONSUMERS].iter().any(|names| names.contains(&name.as_str())) || chooses;
        let expected = if known { self.expected.take() } else { None };
        if (SOURCES.contains(&name.as_str()) || ADAPTORS.contains(&name.as_str())) && call.args.len() == arity(&name) {
            return Some(match self.iterable(&Expr::MethodCall(call.clone()))? {
                Some(iter) => Tree::Iter(Box::new(iter)),
                None => Tree::Error,
            });
        }
        if CONSUMERS.contains(&name.as_str()) && !leaves_rest {
            let iter = match self.iterable(&call.receiver)? {
                Some(iter) => iter,
                None => return Some(Tree::Error),
            };
            return Some(self.consume(&name, call, iter, expected, hint));
        }
        if chooses {
            let iter = match self.iterable(&call.receiver)? {
                Some(iter) => iter,
                None => return Some(Tree::Error),
            };
            return Some(self.choose_item(&name, call, &iter, expected, hint));
        }
        if UNKNOWN.contains(&name.as_str()) && written || leaves_rest {
            self.cx.refuse(
                &call.method,
                format!("`{name}` over values that carry a gradient is not differentiated yet"),
                "write it as a loop, or with `map`, `filter`, `zip` and `fold`",
            );
            return Some(Tree::Error);
        }
        None
    }

    /// A variable that holds an iterator.
    fn is_kept(&self, receiver: &Expr) -> bool {
        match receiver {
            Expr::Path(path) => super::scan::local_name(path)
                .and_then(|name| self.env.lookup(&name.to_string()))
                .is_some_and(|id| matches!(self.env.tree(id), Tree::Iter(_))),
            _ => false,
        }
    }

    /// Whether the expression is an iterator by its syntax: a chain, a variable that holds one, an argument that is one.
    fn iterates(&self, receiver: &Expr) -> bool {
        let argument = |name: &Ident| {
            let known = self.env.lookup(&name.to_string()).map(|id| self.env.tree(id));
            let whole = matches!(known, Some(Tree::Memory(path)) if path.steps.is_empty());
            whole && self.signature.params.iter().any(|param| param.collected && param.is_called(name))
        };
        match receiver {
            Expr::Paren(inner) => self.iterates(&inner.expr),
            Expr::Path(path) if super::scan::local_name(path).is_some_and(argument) => true,
            Expr::MethodCall(call) if ADAPTORS.iter().any(|name| call.method == name) => self.iterates(&call.receiver),
            receiver => is_chain(receiver) || self.is_kept(receiver),
        }
    }

    /// `map`, `copied`, `filter` and others are methods of `Option` and of `Result` too, `map` of arrays.
    fn belongs_to_option(&self, name: &str, receiver: &Expr) -> bool {
        ADAPTORS.contains(&name) && super::wrapper_methods::is_wrapper_method(name) && !self.iterates(receiver)
    }

    /// `for pat in iterator { body }`
    pub(super) fn for_each_item(&mut self, loop_: &syn::ExprForLoop) -> Tree {
        let span = loop_.for_token.span;
        let iter = match self.iterable(&loop_.expr) {
            Some(Some(iter)) => iter,
            Some(None) => return Tree::Error,
            None if self.doubts_iterated(&loop_.expr) => return Tree::Error,
            None => {
                let active = self.mentions_active(&super::scan::Mentions::of_expr(&loop_.expr));
                let what = if active { "values that carry a gradient" } else { "an iterator" };
                self.cx.refuse(
                    &loop_.expr,
                    format!("a loop over {what} of this kind is not differentiated yet"),
                    "loop over a range, a slice, an array or a `Vec` whose type is written, or over `iter()`, `zip`, `enumerate` of these",
                );
                return Tree::Error;
            }
        };
        if self.reach != Reach::Live {
            return Tree::Never;
        }
        if iter.parts.len() > 1 && super::exits::breaks_block(&loop_.body) {
            self.cx.refuse(
                &loop_.expr,
                "a jump out of a loop over `chain` is not differentiated yet",
                "write one loop for each part",
            );
            return Tree::Error;
        }
        let mentions = super::scan::Mentions::of_loop(Some(&loop_.pat), None, &loop_.body);
        let assigned = self.assigned_by(&mentions);
        let plan = walk::Plan {
            label: loop_.label.as_ref(),
            hints: super::loops::hints(&loop_.attrs),
            index: walk::index_name(&iter, &loop_.pat),
            span,
        };
        self.run(&iter, &plan, &assigned, &|lower, item| {
            let depth = lower.env.depth();
            lower.bind_pattern(&loop_.pat, item, false);
            let _: Tree = lower.block(&loop_.body, None, super::Rest::light(&|_, _| Tree::unit()));
            drop(lower.env.leave(depth));
        })
    }
}

/// Whether the expression is written as a chain of iterators.
pub(super) fn is_chain(expr: &Expr) -> bool {
    match expr {
        Expr::Paren(inner) => is_chain(&inner.expr),
        Expr::Range(_) => true,
        Expr::Call(call) => source::makes_of_one(call).is_some(),
        Expr::MethodCall(call) => {
            let name = call.method.to_string();
            SOURCES.contains(&name.as_str())
                || (ADAPTORS.contains(&name.as_str()) || UNKNOWN.contains(&name.as_str())) && is_chain(&call.receiver)
        }
        _ => false,
    }
}
