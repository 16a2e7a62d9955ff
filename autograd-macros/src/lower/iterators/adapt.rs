//! Adaptors: each makes one chain of another.

use proc_macro2::Span;
use quote::quote;

use super::super::{refusals, Lower};
use super::steps::Steps;
use super::{Chain, Item, Iter};
use crate::ir::Operand;

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
            "chain" => {
                let other = self.other(call)?;
                return Some(Iter { parts: [iter.parts, other.parts].concat() });
            }
            _ => return self.adapt_steps(name, call, iter, span),
        };
        let callable = self.callable(call.args.first()?)?;
        if name == "take_while" && iter.parts.len() > 1 {
            return self.refuse_adaptor(call, "chain");
        }
        Some(iter.wrapped(|item| wrap(callable.clone(), Box::new(item))))
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
            Item::Index | Item::Element { .. } | Item::Window { .. } | Item::Chunk { .. } | Item::Part { .. } => false,
            Item::At(_, inner)
            | Item::Enumerate(_, inner)
            | Item::Copied(inner)
            | Item::Map(_, inner)
            | Item::Inspect(_, inner)
            | Item::Filter(_, inner) => inner.is_stopping(),
            Item::Zip(a, b) => a.is_stopping() || b.is_stopping(),
            Item::TakeWhile(..) | Item::FlatMap(..) => true,
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
