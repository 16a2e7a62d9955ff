//! Methods that write to the elements of slices: `swap`, `fill`, `copy_from_slice`, `reverse`, `sort_by` and the like.

use proc_macro2::Span;
use quote::quote;
use syn::{Expr, ExprMethodCall};

use super::tree::Tree;
use super::{refusals, Lower};
use crate::ir::{Hints, Init, LoopKind, Opaque, Operand, Path, Range, Rearrange, Step, StmtKind, Type};

const WRITERS: &[&str] = &[
    "swap",
    "fill",
    "fill_with",
    "copy_from_slice",
    "clone_from_slice",
    "copy_within",
    "swap_with_slice",
    "reverse",
    "rotate_left",
    "rotate_right",
    "sort_by",
    "sort_unstable_by",
    "sort_by_key",
    "sort_unstable_by_key",
    "sort_by_cached_key",
];

/// Whether a method of this name writes to the elements of its receiver.
pub(super) fn is_writer(name: &str) -> bool {
    WRITERS.contains(&name)
}

impl Lower<'_> {
    /// `receiver.name(args);` where the receiver is a slice and the method writes to it; `None` if it is something else.
    pub(super) fn sequence_method(
        &mut self,
        call: &ExprMethodCall,
        name: &str,
        receiver: &Tree,
        span: Span,
    ) -> Option<Tree> {
        if !is_writer(name) || !self.is_sequence(receiver, name) {
            return None;
        }
        let path = self.addressed(receiver.clone(), span)?;
        if self.doubts_write(&path, span) {
            return Some(Tree::Error);
        }
        self.function.places[path.root.0 as usize].mutable = true;
        let args: Vec<&Expr> = call.args.iter().collect();
        let done = match (name, &args[..]) {
            ("swap", [a, b]) => {
                let (a, b) = (self.position(a, "index")?, self.position(b, "index")?);
                self.rearrange(Rearrange::Elements(path, a, b), span);
                Some(())
            }
            ("reverse", []) => {
                self.rearrange(Rearrange::Reverse(path), span);
                Some(())
            }
            ("rotate_left", [k]) => {
                let k = self.position(k, "amount")?;
                self.rearrange(Rearrange::RotateLeft(path, k), span);
                Some(())
            }
            ("rotate_right", [k]) => {
                let k = self.position(k, "amount")?;
                self.rearrange(Rearrange::RotateRight(path, k), span);
                Some(())
            }
            ("fill", [value]) => self.fill_slice(&path, value, span),
            ("fill_with", [make]) => self.fill_with(&path, make, span),
            ("copy_from_slice" | "clone_from_slice", [source]) => self.copy_slice(&path, source, name, span),
            ("copy_within", [range, to]) => self.copy_within(&path, range, to, span),
            ("swap_with_slice", [other]) => self.swap_slices(&path, other, span),
            ("sort_by" | "sort_unstable_by", [compare]) => {
                let compare = self.opaque(compare);
                let order = self.order(&path, name, &compare, span);
                self.reorder(&path, order, span);
                Some(())
            }
            ("sort_by_key" | "sort_unstable_by_key" | "sort_by_cached_key", [key]) => {
                let key = self.opaque(key);
                let order = self.order(&path, name, &key, span);
                self.reorder(&path, order, span);
                Some(())
            }
            _ => None,
        };
        Some(if done.is_some() { Tree::unit() } else { Tree::Error })
    }

    pub(super) fn rearrange(&mut self, rearrange: Rearrange, span: Span) {
        for path in rearrange.paths() {
            self.function.places[path.root.0 as usize].mutable = true;
        }
        if rearrange.paths().iter().all(|path| !self.function.place_data(path.root).differentiable) {
            return self.inactive_rearrange(&rearrange, span);
        }
        self.region.push(span, StmtKind::Rearrange(rearrange));
    }

    /// Memory without a gradient is rearranged by code in tokens.
    fn inactive_rearrange(&mut self, rearrange: &Rearrange, span: Span) {
        let writes = rearrange.paths().into_iter().map(|path| path.root).collect();
        let paths: Vec<Opaque> = rearrange
            .paths()
            .into_iter()
            .map(|path| self.opaque_receiver(&Tree::Ref { path: path.clone(), mutable: true }))
            .collect();
        let positions: Vec<Opaque> =
            rearrange.positions().into_iter().map(|position| self.opaque_tree(&Tree::Leaf(position.clone()))).collect();
        let (target, at) = (&paths[0].code, positions.iter().map(|position| &position.code));
        let code = match rearrange {
            Rearrange::Swap(..) => {
                let other = &paths[1].code;
                quote!(::core::mem::swap(&mut #target, &mut #other);)
            }
            Rearrange::Elements(..) => quote!(#target.swap(#(#at),*);),
            Rearrange::Reverse(_) => quote!(#target.reverse();),
            Rearrange::RotateLeft(..) => quote!(#target.rotate_left(#(#at),*);),
            Rearrange::RotateRight(..) => quote!(#target.rotate_right(#(#at),*);),
        };
        let parts = || paths.iter().chain(&positions);
        let uses = parts().flat_map(|part| part.uses.clone()).collect();
        let places = parts().flat_map(|part| part.places.clone()).collect();
        let code = Opaque { code, uses, places, cheap: false };
        self.region.push(span, StmtKind::Effect { code, writes });
    }

    /// A loop over the indices of a slice, whose body is made by `inside`.
    pub(super) fn each_index(&mut self, len: &Operand, span: Span, inside: &dyn Fn(&mut Self, Operand)) {
        let index = self.fresh(None, "index", span, Type::Int);
        let outer = std::mem::take(&mut self.region);
        inside(self, index.into());
        let body = std::mem::replace(&mut self.region, outer);
        let range =
            Range { index, start: Operand::int(0), end: len.clone(), inclusive: false, step: None, reversed: false };
        let kind = LoopKind::Range(range);
        let inner = crate::ir::Loop { kind, carried: Vec::new(), body, exits: false, hints: Hints::default() };
        self.region.push(span, StmtKind::Loop(inner));
    }

    fn fill_slice(&mut self, path: &Path, value: &Expr, span: Span) -> Option<()> {
        let tree = self.expr(value, None);
        if matches!(tree, Tree::Error | Tree::Never) {
            return None;
        }
        let tree = self.settle(tree.deref(), refusals::span_of(value));
        let len = self.length(path, span);
        self.each_index(&len, span, &|lower, index| {
            lower.store_whole(&path.join(&[Step::Index(index)]), tree.clone(), span);
        });
        Some(())
    }

    fn fill_with(&mut self, path: &Path, make: &Expr, span: Span) -> Option<()> {
        let callable = self.callable(make)?;
        let len = self.length(path, span);
        let assigned = callable.assigns().iter().copied().collect();
        let index = self.fresh(None, "index", span, Type::Int);
        let range = Range { index, start: Operand::int(0), end: len, inclusive: false, step: None, reversed: false };
        let _: Tree =
            self.loop_of(None, super::loops::Head::Range(range), assigned, Hints::default(), span, &|lower| {
                let value = lower.invoke(&callable, Vec::new(), None, span);
                lower.store_whole(&path.join(&[Step::Index(index.into())]), value, span);
            });
        Some(())
    }

    fn copy_slice(&mut self, path: &Path, source: &Expr, name: &str, span: Span) -> Option<()> {
        let tree = self.expr(source, None);
        let source = self.addressed(tree, refusals::span_of(source))?;
        let (to, from) = (self.length(path, span), self.length(&source, span));
        let text = if name == "copy_from_slice" {
            "copy_from_slice: source slice length ({}) does not match destination slice length ({})"
        } else {
            "destination and source slices have different lengths: {1} and {0}"
        };
        self.assert_same(&to, &from, text, span);
        self.each_index(&to, span, &|lower, index| {
            let element = lower.read(Tree::Memory(source.join(&[Step::Index(index.clone())])), span, None);
            lower.store_whole(&path.join(&[Step::Index(index)]), element, span);
        });
        Some(())
    }

    /// `assert!(a == b)`, which panics as std does.
    fn assert_same(&mut self, a: &Operand, b: &Operand, text: &str, span: Span) {
        let (a, b) = (self.opaque_tree(&Tree::Leaf(a.clone())), self.opaque_tree(&Tree::Leaf(b.clone())));
        let (left, right) = (&a.code, &b.code);
        let code = quote!(::core::assert!(#left == #right, #text, #right, #left););
        let uses = [a.uses, b.uses].concat();
        let code = Opaque { code, uses, places: [a.places, b.places].concat(), cheap: false };
        self.region.push(span, StmtKind::Effect { code, writes: Vec::new() });
    }

    /// `copy_within(range, to)`: by way of a copy.
    fn copy_within(&mut self, path: &Path, range: &Expr, to: &Expr, span: Span) -> Option<()> {
        let index = syn::parse_quote!(#range);
        let step = self.range_step(&index)?;
        let to = self.position(to, "to")?;
        let source = path.join(&[step]);
        let copy = self.copy(Tree::Ref { path: source, mutable: false }, "to_vec", None, span);
        let copy = self.addressed(copy, span)?;
        let len = self.length(&copy, span);
        self.each_index(&len, span, &|lower, index| {
            let element = lower.read(Tree::Memory(copy.join(&[Step::Index(index.clone())])), span, None);
            let at = lower.plus(&to, &index, span);
            lower.store_whole(&path.join(&[Step::Index(at)]), element, span);
        });
        Some(())
    }

    fn swap_slices(&mut self, path: &Path, other: &Expr, span: Span) -> Option<()> {
        let tree = self.expr(other, None);
        let other = self.addressed(tree, refusals::span_of(other))?;
        let (a, b) = (self.length(path, span), self.length(&other, span));
        self.assert_same(&a, &b, "destination and source slices have different lengths: {1} and {0}", span);
        self.each_index(&a, span, &|lower, index| {
            let step = [Step::Index(index)];
            lower.rearrange(Rearrange::Swap(path.join(&step), other.join(&step)), span);
        });
        Some(())
    }

    /// The indices of the elements in the order that sorting brings them into.
    fn order(&mut self, path: &Path, name: &str, by: &Opaque, span: Span) -> Path {
        let receiver = self.opaque_receiver(&Tree::Ref { path: path.clone(), mutable: false });
        let (slice, by_code) = (&receiver.code, &by.code);
        let private = &self.signature.private;
        let stable = !name.contains("unstable");
        let code = if name.contains("key") {
            quote!(#private::order_by_key(&#slice[..], #by_code))
        } else {
            quote!(#private::order_by(&#slice[..], #stable, #by_code))
        };
        let uses = [receiver.uses, by.uses.clone()].concat();
        let places = [receiver.places, by.places.clone()].concat();
        let init = Init::Opaque(Opaque { code, uses, places, cheap: false });
        let ident = self.names.temporary("order", span);
        self.declare_place(ident, Type::Vec(Box::new(Type::Int)), init, span)
    }

    /// Puts the elements into the order: `path[k] = old[order[k]]`.
    fn reorder(&mut self, path: &Path, order: Path, span: Span) {
        let old = self.copy(Tree::Ref { path: path.clone(), mutable: false }, "to_vec", None, span);
        let Some(old) = self.addressed(old, span) else { return };
        let len = self.length(path, span);
        self.each_index(&len, span, &|lower, index| {
            let from = lower.load(order.join(&[Step::Index(index.clone())]), span, None);
            let element = lower.read(Tree::Memory(old.join(&[Step::Index(from)])), span, None);
            lower.store_whole(&path.join(&[Step::Index(index)]), element, span);
        });
    }
}
