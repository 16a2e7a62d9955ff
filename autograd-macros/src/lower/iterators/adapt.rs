//! Adaptors: each makes one chain of another.

use proc_macro2::{Ident, Span};
use quote::quote;

use super::super::tree::Tree;
use super::super::{refusals, Lower};
use super::steps::Steps;
use super::{Chain, Item, Iter};
use crate::ir::{Float, Operand, Type};

impl Lower<'_> {
    /// `iter.name(args)`; `None` after a refusal.
    pub(in crate::lower) fn adapt(&mut self, name: &str, call: &syn::ExprMethodCall, iter: Iter) -> Option<Iter> {
        let span = call.method.span();
        let wrap: fn(super::Callable, Box<Item>) -> Item = match name {
            "copied" | "cloned" => return Some(iter.wrapped(|item| Item::Copied(Box::new(item)))),
            "by_ref" => {
                self.cx.refuse(
                    &call.method,
                    "`by_ref` over values that carry a gradient is not differentiated yet",
                    "run the iterator once",
                );
                return None;
            }
            "map" => Item::Map,
            "inspect" => Item::Inspect,
            "filter" => Item::Filter,
            "take_while" => Item::TakeWhile,
            "flat_map" => Item::FlatMap,
            "filter_map" => Item::FilterMap,
            "map_while" => Item::MapWhile,
            // An iterator that has ended is not asked again.
            "fuse" => return Some(iter),
            "flatten" => return Some(iter.wrapped(|item| Item::Flatten(Box::new(item)))),
            "skip_while" => {
                let callable = self.callable(call.args.first()?)?;
                let skipping = self.env.invisible(&Ident::new("skipping", Span::mixed_site()), Tree::bool(true), false);
                return Some(iter.wrapped(|item| Item::SkipWhile(skipping, callable.clone(), Box::new(item))));
            }
            "scan" => return self.scan(call, iter, span),
            "chain" => {
                let other = self.other(call)?;
                return Some(Iter { parts: [iter.parts, other.parts].concat() });
            }
            _ => return self.adapt_steps(name, call, iter, span),
        };
        let callable = self.callable(call.args.first()?)?;
        if matches!(name, "take_while" | "map_while") && iter.parts.len() > 1 {
            return self.refuse_adaptor(call, "`chain`");
        }
        if matches!(name, "take_while" | "map_while") && iter.parts.iter().any(|chain| chain.item.is_nested()) {
            return self.refuse_adaptor(call, "`flat_map`");
        }
        Some(iter.wrapped(|item| wrap(callable.clone(), Box::new(item))))
    }

    /// `scan(init, |state, x| …)`
    fn scan(&mut self, call: &syn::ExprMethodCall, iter: Iter, span: Span) -> Option<Iter> {
        if iter.parts.len() > 1 || iter.parts.iter().any(|chain| chain.item.is_nested()) {
            return self.refuse_adaptor(call, "`chain` or `flat_map`");
        }
        let init = self.expr(call.args.first()?, None);
        if matches!(init, Tree::Error | Tree::Never) {
            return None;
        }
        let callable = self.callable(call.args.get(1)?)?;
        let ty = match self.tree_type(&init) {
            // A literal is of the type of what the closure adds to it.
            Type::Float(Float::Literal) => match self.frame.output.float() {
                Some(float) => Type::Float(float.clone()),
                None => Type::Float(Float::Literal),
            },
            ty => ty,
        };
        let init = self.coerce(init, &ty);
        let init = self.init_of(init, span);
        let ident = self.names.temporary("state", span);
        let path = self.declare_place(ident, ty, init, span);
        self.function.places[path.root.0 as usize].mutable = true;
        Some(iter.wrapped(|item| Item::Scan(path.clone(), callable.clone(), Box::new(item))))
    }

    fn other(&mut self, call: &syn::ExprMethodCall) -> Option<Iter> {
        let arg = call.args.first()?;
        match self.iterable(arg) {
            Some(iter) => iter,
            None => {
                self.cx.refuse(
                    arg,
                    "an iterator of this kind is not differentiated yet",
                    "use a range, a slice, an array or a `Vec` whose type is written, or `iter()` of one",
                );
                None
            }
        }
    }

    fn refuse_adaptor(&mut self, call: &syn::ExprMethodCall, after: &str) -> Option<Iter> {
        self.cx.refuse(
            &call.method,
            format!("`{}` after {after} is not differentiated yet", call.method),
            "write a loop with a counter",
        );
        None
    }

    /// Adaptors that change which indices run.
    fn adapt_steps(&mut self, name: &str, call: &syn::ExprMethodCall, iter: Iter, span: Span) -> Option<Iter> {
        let Ok([mut chain]) = <[Chain; 1]>::try_from(iter.parts) else {
            return self.refuse_adaptor(call, "`chain`");
        };
        if chain.item.is_sparse() && name != "rev" || name == "rev" && chain.item.is_stopping() {
            return self.refuse_adaptor(call, "`filter`, `take_while` or `flat_map`");
        }
        let leaves_out = matches!(name, "skip" | "step_by" | "zip" | "take");
        if leaves_out && chain.item.has_effects() {
            return self.refuse_adaptor(call, "a closure that changes variables");
        }
        match name {
            "cycle" => {
                if chain.item.has_effects() {
                    return self.refuse_adaptor(call, "a closure that changes variables");
                }
                let Some(count) = self.count(&chain.steps, span) else {
                    return self.refuse_adaptor(call, "a range without an end");
                };
                // Nothing, over and over again, is nothing.
                let end = self.integer(&[&count], "end", span, |codes| {
                    let count = &codes[0];
                    quote!(if #count == 0 { 0 } else { usize::MAX })
                });
                chain = Chain { steps: Steps::to(end), item: Item::Cycle(chain.steps, count, Box::new(chain.item)) };
            }
            "zip" => {
                let Ok([mut other]) = <[Chain; 1]>::try_from(self.other(call)?.parts) else {
                    return self.refuse_adaptor(call, "`chain`");
                };
                if other.item.is_sparse() || other.item.has_effects() {
                    return self.refuse_adaptor(call, "`filter`, `take_while` or `flat_map`");
                }
                chain = self.by_position(chain, span);
                other = self.by_position(other, span);
                let end = match (&chain.steps.end, &other.steps.end) {
                    (Some(a), Some(b)) => Some(self.lesser(a, b, span)),
                    (a, b) => a.clone().or(b.clone()),
                };
                chain.steps.end = end;
                chain.item = Item::Zip(Box::new(chain.item), Box::new(other.item));
            }
            "enumerate" => chain.item = Item::Enumerate(chain.steps.clone(), Box::new(chain.item)),
            "rev" => {
                if chain.steps.end.is_none() {
                    return self.refuse_adaptor(call, "a range without an end");
                }
                chain.steps.reversed = !chain.steps.reversed;
            }
            "skip" | "take" | "step_by" => {
                let amount = call.args.first()?;
                let tree = self.expr_named(amount, None, "amount");
                let amount = self.scalar(tree, refusals::span_of(amount))?;
                if !chain.steps.is_plain() || chain.steps.inclusive {
                    chain = self.by_position(chain, span);
                }
                self.limit_steps(name, &mut chain.steps, amount, span);
            }
            _ => return self.refuse_adaptor(call, "this"),
        }
        Some(Iter { parts: vec![chain] })
    }

    /// Steps are plain here.
    fn limit_steps(&mut self, name: &str, steps: &mut Steps, amount: Operand, span: Span) {
        match name {
            "skip" => steps.start = self.plus(&steps.start, &amount, span),
            "take" => {
                let last = self.plus(&steps.start, &amount, span);
                steps.end = Some(match &steps.end {
                    Some(end) => self.lesser(end, &last, span),
                    None => last,
                });
            }
            _ => steps.step = Some(amount),
        }
    }

    /// The same items with positions as indices.
    fn by_position(&mut self, chain: Chain, span: Span) -> Chain {
        if chain.steps.is_simple() {
            return chain;
        }
        let end = self.count(&chain.steps, span);
        let steps = Steps { end, ..Steps::to(Operand::int(0)) };
        Chain { steps, item: Item::At(chain.steps, Box::new(chain.item)) }
    }
}

impl Iter {
    pub(super) fn wrapped(self, wrap: impl Fn(Item) -> Item) -> Self {
        let parts = self.parts.into_iter();
        Iter { parts: parts.map(|chain| Chain { steps: chain.steps, item: wrap(chain.item) }).collect() }
    }
}

impl Item {
    /// Its end depends on what came before.
    fn is_stopping(&self) -> bool {
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
            | Item::FilterMap(_, inner)
            | Item::Filter(_, inner) => inner.is_stopping(),
            Item::Zip(a, b) => a.is_stopping() || b.is_stopping(),
            Item::TakeWhile(..)
            | Item::FlatMap(..)
            | Item::MapWhile(..)
            | Item::SkipWhile(..)
            | Item::Scan(..)
            | Item::Flatten(..) => true,
        }
    }
}

/// The end of a chunk that may be the last one.
pub(in crate::lower) fn chunk_end(
    lower: &mut Lower<'_>,
    start: &Operand,
    size: &Operand,
    len: Option<&Operand>,
    span: Span,
) -> Operand {
    match len {
        None => lower.integer(&[start, size], "end", span, |codes| {
            let (start, size) = (&codes[0], &codes[1]);
            quote!(#start + #size)
        }),
        Some(len) => lower.integer(&[start, size, len], "end", span, |codes| {
            let (start, size, len) = (&codes[0], &codes[1], &codes[2]);
            quote!(::core::cmp::Ord::min(#start + #size, #len))
        }),
    }
}
