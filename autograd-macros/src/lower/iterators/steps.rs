//! Which indices a loop runs over, and arithmetic on them.

use proc_macro2::{Span, TokenStream};
use quote::{quote, quote_spanned};

use super::super::tree::Tree;
use super::super::Lower;
use crate::ir::{Const, Opaque, Operand, Path, Type};

/// `start..end`, as a range of the IR says it.
#[derive(Clone, Debug)]
pub(super) struct Steps {
    pub(super) start: Operand,
    /// Without one the steps go on for ever.
    pub(super) end: Option<Operand>,
    pub(super) inclusive: bool,
    pub(super) step: Option<Operand>,
    pub(super) reversed: bool,
}

impl Steps {
    /// `0..end`
    pub(in crate::lower) fn to(end: Operand) -> Self {
        Steps { start: Operand::int(0), end: Some(end), inclusive: false, step: None, reversed: false }
    }

    /// An index is its own position.
    pub(in crate::lower) fn is_simple(&self) -> bool {
        is_zero(&self.start) && self.is_plain() && !self.inclusive
    }

    /// One after the other, upwards.
    pub(in crate::lower) fn is_plain(&self) -> bool {
        self.step.is_none() && !self.reversed
    }
}

fn is_zero(operand: &Operand) -> bool {
    matches!(operand, Operand::Const(Const::Int { value: 0, .. }))
}

impl Lower<'_> {
    /// Integer arithmetic in tokens, cheap to repeat.
    pub(in crate::lower) fn integer(
        &mut self,
        operands: &[&Operand],
        name: &str,
        span: Span,
        build: impl Fn(&[TokenStream]) -> TokenStream,
    ) -> Operand {
        let mut uses = Vec::new();
        let mut codes = Vec::new();
        for operand in operands {
            let code = self.opaque_tree(&Tree::Leaf((*operand).clone()));
            uses.extend(code.uses);
            codes.push(code.code);
        }
        uses.dedup();
        let code = Opaque { code: build(&codes), uses, places: Vec::new(), cheap: true };
        let tree = self.opaque_value(code, Type::Int, None, name, span);
        self.operand(tree, span)
    }

    /// `path.len()`
    pub(in crate::lower) fn length(&mut self, path: &Path, span: Span) -> Operand {
        let mut code = self.opaque_receiver(&Tree::Ref { path: path.clone(), mutable: false });
        let receiver = &code.code;
        code.code = quote!(#receiver.len());
        let tree = self.opaque_value(code, Type::Int, None, "len", span);
        self.operand(tree, span)
    }

    /// The number of elements of memory whose type only rustc knows, which refuses what has no positions.
    pub(in crate::lower) fn checked_length(&mut self, path: &Path, span: Span) -> Operand {
        let mut code = self.opaque_receiver(&Tree::Ref { path: path.clone(), mutable: false });
        let (receiver, private) = (&code.code, &self.signature.private);
        code.code = quote_spanned!(span=> #private::count(&#receiver));
        let tree = self.opaque_value(code, Type::Int, None, "len", span);
        self.operand(tree, span)
    }

    pub(in crate::lower) fn plus(&mut self, a: &Operand, b: &Operand, span: Span) -> Operand {
        match (a, b) {
            (a, b) if is_zero(a) => b.clone(),
            (a, b) if is_zero(b) => a.clone(),
            (Operand::Const(Const::Int { value: a, .. }), Operand::Const(Const::Int { value: b, .. })) => {
                Operand::int(a + b)
            }
            (a, b) => self.integer(&[a, b], "index", span, |codes| {
                let (a, b) = (&codes[0], &codes[1]);
                quote!(#a + #b)
            }),
        }
    }

    pub(in crate::lower) fn times(&mut self, a: &Operand, b: &Operand, span: Span) -> Operand {
        match (a, b) {
            (Operand::Const(Const::Int { value: a, .. }), Operand::Const(Const::Int { value: b, .. })) => {
                Operand::int(a * b)
            }
            (a, b) => self.integer(&[a, b], "index", span, |codes| {
                let (a, b) = (&codes[0], &codes[1]);
                quote!(#a * #b)
            }),
        }
    }

    pub(in crate::lower) fn lesser(&mut self, a: &Operand, b: &Operand, span: Span) -> Operand {
        if super::super::merge::same(a, b) {
            return a.clone();
        }
        self.integer(&[a, b], "end", span, |codes| {
            let (a, b) = (&codes[0], &codes[1]);
            quote!(::core::cmp::Ord::min(#a, #b))
        })
    }

    /// How many indices there are; `None` where they never end.
    pub(super) fn count(&mut self, steps: &Steps, span: Span) -> Option<Operand> {
        let end = steps.end.clone()?;
        if steps.is_simple() {
            return Some(end);
        }
        let dots = if steps.inclusive { quote!(..=) } else { quote!(..) };
        let count = if is_zero(&steps.start) && !steps.inclusive {
            end
        } else {
            self.integer(&[&steps.start, &end], "count", span, |codes| {
                let (a, b) = (&codes[0], &codes[1]);
                quote!(::core::iter::Iterator::count(#a #dots #b))
            })
        };
        Some(match &steps.step {
            Some(step) => self.integer(&[&count, step], "count", span, |codes| {
                let (a, b) = (&codes[0], &codes[1]);
                quote!(usize::div_ceil(#a, #b))
            }),
            None => count,
        })
    }

    /// The index at a position.
    pub(super) fn index_at(&mut self, steps: &Steps, position: &Operand, span: Span) -> Operand {
        if steps.is_simple() {
            return position.clone();
        }
        let position = if steps.reversed {
            match self.count(steps, span) {
                Some(count) => self.integer(&[&count, position], "index", span, |codes| {
                    let (count, position) = (&codes[0], &codes[1]);
                    quote!(#count - 1 - #position)
                }),
                None => position.clone(),
            }
        } else {
            position.clone()
        };
        let offset = match &steps.step {
            Some(step) => self.times(&position, step, span),
            None => position,
        };
        self.plus(&steps.start, &offset, span)
    }

    /// The position of an index.
    pub(super) fn position_of(&mut self, steps: &Steps, index: &Operand, span: Span) -> Operand {
        if steps.is_simple() {
            return index.clone();
        }
        let offset = if is_zero(&steps.start) {
            index.clone()
        } else {
            self.integer(&[index, &steps.start], "position", span, |codes| {
                let (index, start) = (&codes[0], &codes[1]);
                quote!(#index - #start)
            })
        };
        let position = match &steps.step {
            Some(step) => self.integer(&[&offset, step], "position", span, |codes| {
                let (offset, step) = (&codes[0], &codes[1]);
                quote!(#offset / #step)
            }),
            None => offset,
        };
        match (steps.reversed, self.count(steps, span)) {
            (true, Some(count)) => self.integer(&[&count, &position], "position", span, |codes| {
                let (count, position) = (&codes[0], &codes[1]);
                quote!(#count - 1 - #position)
            }),
            _ => position,
        }
    }
}
