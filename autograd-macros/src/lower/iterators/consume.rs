//! Consumers: what a loop over a chain leaves behind.

use std::collections::BTreeSet;

use proc_macro2::{Ident, Span};
use quote::quote;
use syn::BinOp;

use super::super::env::VarId;
use super::super::tree::Tree;
use super::super::{Lower, Reach};
use super::walk::Plan;
use super::{Item, Iter};
use crate::ir::{AggregateKind, Float, Init, Opaque, Operand, Path, PlaceKind, Step, StmtKind, Type};

impl Lower<'_> {
    /// `iter.name(args)`
    pub(in crate::lower) fn consume(
        &mut self,
        name: &str,
        call: &syn::ExprMethodCall,
        iter: Iter,
        expected: Option<Type>,
        hint: Option<&Ident>,
    ) -> Tree {
        let span = call.method.span();
        let wanted = self.turbofish(call).or(expected);
        match name {
            "sum" => self.total(&iter, &BinOp::Add(syn::Token![+](span)), 0.0, wanted, hint, span),
            "product" => self.total(&iter, &BinOp::Mul(syn::Token![*](span)), 1.0, wanted, hint, span),
            "fold" => self.fold(call, &iter, hint, span),
            "for_each" => {
                let Some(callable) = call.args.first().and_then(|arg| self.callable(arg)) else { return Tree::Error };
                let assigned = callable.assigns().iter().copied().collect();
                self.run(&iter, &Plan::at(span), &assigned, &|lower, item| {
                    let _: Tree = lower.invoke(&callable, vec![item], None, span);
                })
            }
            "collect" => self.collect(&iter, wanted, hint, span),
            "any" | "all" => self.search(name, call, &iter, hint, span),
            _ => {
                let count = self.accumulator(Tree::Leaf(Operand::int(0)), hint, "count");
                let one = Operand::Const(crate::ir::Const::Int { value: 1, suffix: Some("usize".to_owned()) });
                self.run(&iter, &Plan::at(span), &BTreeSet::from([count]), &|lower, _| {
                    lower.advance(count, one.clone(), &BinOp::Add(syn::Token![+](span)));
                });
                self.env.tree(count).clone()
            }
        }
    }

    /// `sum::<f64>()`
    fn turbofish(&self, call: &syn::ExprMethodCall) -> Option<Type> {
        match call.turbofish.as_ref()?.args.first()? {
            syn::GenericArgument::Type(ty) => match self.peek_open_type(ty) {
                Type::Unknown(None) => None,
                known => Some(known),
            },
            _ => None,
        }
    }

    /// A variable that the loop carries.
    pub(super) fn accumulator(&mut self, tree: Tree, hint: Option<&Ident>, name: &str) -> VarId {
        let name = hint.cloned().unwrap_or_else(|| Ident::new(name, Span::mixed_site()));
        self.env.invisible(&name, tree, false)
    }

    /// `variable = variable op value`
    pub(super) fn advance(&mut self, variable: VarId, value: Operand, op: &BinOp) {
        let span = syn::spanned::Spanned::span(op);
        let current = self.env.tree(variable).clone();
        let Some(current) = self.scalar(current, span) else { return };
        let current = self.known_float(current, &value);
        let name = self.env.var(variable).name.clone();
        let next = self.arithmetic(op, current, value, Some(&name));
        self.env.set(variable, next);
    }

    fn total(
        &mut self,
        iter: &Iter,
        op: &BinOp,
        start: f64,
        wanted: Option<Type>,
        hint: Option<&Ident>,
        span: Span,
    ) -> Tree {
        let start = match wanted {
            None => Operand::float(start, Float::Literal),
            Some(Type::Float(float)) => Operand::float(start, float),
            Some(Type::Int) => Operand::int(start as i128),
            Some(_) => {
                self.cx.refuse_at(
                    span,
                    "a sum or product of values other than floats is not differentiated yet",
                    "write a loop that adds them up",
                );
                return Tree::Error;
            }
        };
        let name = if matches!(op, BinOp::Add(_)) { "sum" } else { "product" };
        let total = self.accumulator(Tree::Leaf(start), hint, name);
        let done = self.run(iter, &Plan::at(span), &BTreeSet::from([total]), &|lower, item| {
            if let Some(item) = lower.scalar(item, span) {
                lower.advance(total, item, op);
            }
        });
        if matches!(done, Tree::Error | Tree::Never) {
            return done;
        }
        self.env.tree(total).clone()
    }

    /// `fold(init, |acc, x| …)`
    fn fold(&mut self, call: &syn::ExprMethodCall, iter: &Iter, hint: Option<&Ident>, span: Span) -> Tree {
        let (Some(init), Some(step)) = (call.args.first(), call.args.get(1)) else { return Tree::Error };
        let start = self.expr(init, None);
        if matches!(start, Tree::Error | Tree::Never) {
            return start;
        }
        let Some(callable) = self.callable(step) else { return Tree::Error };
        let start = match start {
            // Memory that a step replaces as a whole.
            Tree::Memory(path) => {
                let ty = self.path_type(&path);
                let ident = self.names.temporary("folded", span);
                let active = self.path_active(&path);
                let path = self.declare_place(ident, ty, Init::CopyOf { path, to_vec: false }, span);
                let place = &mut self.function.places[path.root.0 as usize];
                place.mutable = true;
                place.differentiable = active;
                Tree::Memory(path)
            }
            other => other,
        };
        let folded = self.accumulator(start, hint, "folded");
        let mut assigned: BTreeSet<VarId> = callable.assigns().iter().copied().collect();
        assigned.insert(folded);
        let done = self.run(iter, &Plan::at(span), &assigned, &|lower, item| {
            let current = lower.env.tree(folded).clone();
            let name = lower.env.var(folded).name.clone();
            let next = lower.invoke(&callable, vec![current.clone(), item], Some(&name), span);
            if lower.reach != Reach::Live || matches!(next, Tree::Error) {
                return;
            }
            match current {
                Tree::Memory(path) => {
                    let value = lower.operand(next, span);
                    lower.region.push(span, StmtKind::Store { path, value });
                }
                current => {
                    let ty = lower.tree_type(&current);
                    let next = lower.settle(next.deref(), span);
                    let next = lower.coerce(next, &ty);
                    lower.env.set(folded, next);
                }
            }
        });
        if matches!(done, Tree::Error | Tree::Never) {
            return done;
        }
        self.env.tree(folded).clone()
    }

    /// `any`, `all`: the loop ends at the first item that decides.
    fn search(
        &mut self,
        name: &str,
        call: &syn::ExprMethodCall,
        iter: &Iter,
        hint: Option<&Ident>,
        span: Span,
    ) -> Tree {
        let Some(callable) = call.args.first().and_then(|arg| self.callable(arg)) else { return Tree::Error };
        let decides = name == "any";
        let found = self.accumulator(Tree::bool(!decides), hint, name);
        let mut assigned: BTreeSet<VarId> = callable.assigns().iter().copied().collect();
        assigned.insert(found);
        let done = self.run(iter, &Plan::at(span), &assigned, &|lower, item| {
            let answer = lower.invoke(&callable, vec![item], None, span);
            if lower.reach != Reach::Live {
                return;
            }
            let Some(cond) = lower.scalar(answer, span) else { return };
            let Some(stop) = lower.targets.last().map(|target| target.broke) else { return };
            let decide = |lower: &mut Lower<'_>| {
                lower.env.set(found, Tree::bool(decides));
                lower.stop(stop);
                Tree::Never
            };
            let go_on = |_: &mut Lower<'_>| Tree::unit();
            let _: Tree = if decides {
                lower.branch(span, cond, None, &decide, &go_on)
            } else {
                lower.branch(span, cond, None, &go_on, &decide)
            };
        });
        if matches!(done, Tree::Error | Tree::Never) {
            return done;
        }
        self.env.tree(found).clone()
    }

    /// `collect::<Vec<_>>()`: a vector of the final length, filled by the loop.
    fn collect(&mut self, iter: &Iter, wanted: Option<Type>, hint: Option<&Ident>, span: Span) -> Tree {
        let element = match wanted.or_else(|| Some(self.frame.output.clone())) {
            Some(Type::Vec(element)) => Some(*element).filter(|element| !matches!(element, Type::Unknown(None))),
            None | Some(Type::Unknown(None)) => None,
            Some(_) if iter.parts.is_empty() => None,
            Some(Type::Unknown(Some(_)) | Type::Inactive | Type::Array(..)) => {
                self.cx.refuse_at(
                    span,
                    "`collect` of values that carry a gradient into something other than a `Vec` is not differentiated yet",
                    "write `collect::<Vec<_>>()`",
                );
                return Tree::Error;
            }
            Some(_) => None,
        };
        if iter.parts.iter().any(|chain| chain.item.is_nested()) {
            return self.gathered(iter, element, hint, span);
        }
        let mut length = Operand::int(0);
        for chain in &iter.parts {
            let Some(count) = self.count(&chain.steps, span) else {
                self.cx.refuse_at(span, "an iterator without an end is not differentiated", "give the range an end");
                return Tree::Error;
            };
            length = self.plus(&length, &count, span);
        }
        let sparse = iter.parts.len() > 1 || iter.parts.iter().any(|chain| chain.item.is_sparse());
        self.fill(iter, AggregateKind::Vec, element, length, sparse, hint, span)
    }

    /// New memory of a length, each element stored by the loop.
    #[allow(clippy::too_many_arguments, reason = "what a container is made of; called for `Vec` and for arrays")]
    pub(in crate::lower) fn fill(
        &mut self,
        iter: &Iter,
        kind: AggregateKind,
        element: Option<Type>,
        length: Operand,
        sparse: bool,
        hint: Option<&Ident>,
        span: Span,
    ) -> Tree {
        let ident = match hint {
            Some(hint) if !sparse => self.names.user(hint),
            _ => self.names.temporary("collected", span),
        };
        let guess = element.clone().unwrap_or(Type::Float(Float::Literal));
        let place = self.function.place(ident, Type::Vec(Box::new(guess.clone())), PlaceKind::Local);
        self.function.places[place.0 as usize].mutable = true;
        let at = self.region.stmts.len();
        let len = self.opaque_tree(&Tree::Leaf(length));
        let init = Init::Repeat { kind, value: Box::new(Init::Value(Operand::int(0))), len: len.clone() };
        self.region.push(span, StmtKind::Declare { place, init });
        let whole = Path::whole(place);
        let filled = self.accumulator(Tree::Leaf(Operand::int(0)), None, "filled");
        let learned = std::cell::RefCell::new(element);
        let simple = !sparse && iter.parts.iter().all(|chain| chain.steps.is_simple());
        let body = |lower: &mut Lower<'_>, item: Tree, index: Operand| {
            let item = lower.settle(item.deref(), span);
            let ty = lower.tree_type(&item);
            let known = learned.borrow().clone();
            let item = match &known {
                Some(known) => lower.coerce(item, known),
                None => item,
            };
            let operand = lower.operand(item, span);
            if known.is_none() {
                // Of a call's result nothing is known: nearly all of them are floats.
                let ty = match ty {
                    Type::Unknown(None) => lower.defaultable(&operand),
                    ty => ty,
                };
                *learned.borrow_mut() = Some(ty);
            }
            let path = whole.join(&[Step::Index(index)]);
            lower.region.push(span, StmtKind::Store { path, value: operand });
        };
        let usize_one = Operand::Const(crate::ir::Const::Int { value: 1, suffix: Some("usize".to_owned()) });
        let done = if simple {
            self.run_indexed(iter, span, &body)
        } else {
            self.run(iter, &Plan::at(span), &BTreeSet::from([filled]), &|lower, item| {
                let index = lower.env.tree(filled).clone();
                let Some(index) = lower.scalar(index, span) else { return };
                body(lower, item, index);
                lower.advance(filled, usize_one.clone(), &BinOp::Add(syn::Token![+](span)));
            })
        };
        if matches!(done, Tree::Error | Tree::Never) {
            return done;
        }
        let element = learned.into_inner().unwrap_or(guess);
        let Some(zero) = self.zero_init(&element) else {
            self.cx.refuse_at(
                span,
                "`collect` of values of a type that is not known here is not differentiated yet",
                "collect floats, tuples or arrays of floats",
            );
            return Tree::Error;
        };
        let data = &mut self.function.places[place.0 as usize];
        data.ty = match kind {
            AggregateKind::Array => Type::Array(Box::new(element.clone()), len.code.clone()),
            AggregateKind::Vec | AggregateKind::Tuple => Type::Vec(Box::new(element.clone())),
        };
        data.differentiable = element.is_differentiable();
        if let StmtKind::Declare { init, .. } = &mut self.region.stmts[at].kind {
            *init = Init::Repeat { kind, value: Box::new(zero), len };
        }
        if !sparse {
            return Tree::Memory(whole);
        }
        let end = match self.env.tree(filled).clone() {
            Tree::Leaf(operand) => Some(operand),
            _ => None,
        };
        let path = whole.join(&[Step::Range { start: None, end, inclusive: false }]);
        self.copy(Tree::Ref { path, mutable: false }, "to_vec", hint, span)
    }

    /// Adds every item to the end of a vector.
    pub(in crate::lower) fn run_into(&mut self, iter: &Iter, path: &Path, span: Span) {
        let _: Tree = self.run(iter, &Plan::at(span), &BTreeSet::new(), &|lower, item| {
            let item = match item {
                Tree::Ref { path, .. } => Tree::Memory(path),
                Tree::Borrow(inner) => *inner,
                other => other,
            };
            let item = lower.read(item, span, None);
            lower.append(path, item, span);
        });
    }

    /// Runs an iterator whose positions are its indices.
    fn run_indexed(&mut self, iter: &Iter, span: Span, body: &dyn Fn(&mut Lower<'_>, Tree, Operand)) -> Tree {
        let parts = iter.parts.iter();
        let counted = parts.map(|chain| super::Chain {
            steps: chain.steps.clone(),
            item: Item::Enumerate(chain.steps.clone(), Box::new(chain.item.clone())),
        });
        let counted = Iter { parts: counted.collect() };
        self.run(&counted, &Plan::at(span), &BTreeSet::new(), &|lower, pair| {
            if let Tree::Tuple(pair) = pair {
                if let [Tree::Leaf(index), item] = &pair[..] {
                    body(lower, item.clone(), index.clone());
                }
            }
        })
    }

    fn zero_init(&self, ty: &Type) -> Option<Init> {
        Some(match ty {
            Type::Float(float) => Init::Value(Operand::float(0.0, float.clone())),
            Type::Int => Init::Value(Operand::int(0)),
            Type::Bool => Init::Value(Operand::bool(false)),
            Type::Tuple(items) => {
                let items: Option<Vec<Init>> = items.iter().map(|item| self.zero_init(item)).collect();
                Init::List { kind: AggregateKind::Tuple, items: items? }
            }
            Type::Array(item, len) => {
                let len = Opaque { code: len.clone(), uses: Vec::new(), places: Vec::new(), cheap: true };
                Init::Repeat { kind: AggregateKind::Array, value: Box::new(self.zero_init(item)?), len }
            }
            Type::Vec(_) => Init::List { kind: AggregateKind::Vec, items: Vec::new() },
            Type::Unit | Type::Slice(_) | Type::Ref(_) | Type::Wrapped(..) | Type::Unknown(_) | Type::Inactive => {
                return None;
            }
        })
    }

    /// `std::array::from_fn(|i| …)`
    pub(in crate::lower) fn array_from_fn(&mut self, call: &syn::ExprCall, hint: Option<&Ident>, span: Span) -> Tree {
        let expected = self.expected.take();
        let given = match &*call.func {
            syn::Expr::Path(path) => path.path.segments.last().and_then(|segment| from_fn_arguments(self, segment)),
            _ => None,
        };
        let wanted = given.or(match expected {
            Some(Type::Array(element, len)) => Some((*element, len)),
            _ => None,
        });
        let wanted = wanted.or(match self.frame.output.clone() {
            Type::Array(element, len) => Some((*element, len)),
            _ => None,
        });
        let Some((element, len)) = wanted else {
            self.cx.refuse(
                &call.func,
                "the length of this array is not known where the gradient is made",
                "annotate it: `let a: [f64; 3] = std::array::from_fn(…)`",
            );
            return Tree::Error;
        };
        let Some(callable) = call.args.first().and_then(|arg| self.callable(arg)) else { return Tree::Error };
        let code = Opaque { code: len, uses: Vec::new(), places: Vec::new(), cheap: true };
        let length = match syn::parse2::<syn::LitInt>(code.code.clone()).ok().and_then(|len| len.base10_parse().ok()) {
            Some(len) => Operand::int(len),
            None => {
                let tree = self.opaque_value(code, Type::Int, None, "len", span);
                self.operand(tree, span)
            }
        };
        let element = Some(element).filter(|element| !matches!(element, Type::Unknown(None)));
        let iter = Iter::one(super::Steps::to(length.clone()), Item::Map(callable, Box::new(Item::Index)));
        self.fill(&iter, AggregateKind::Array, element, length, false, hint, span)
    }
}

fn from_fn_arguments(lower: &Lower<'_>, segment: &syn::PathSegment) -> Option<(Type, proc_macro2::TokenStream)> {
    let syn::PathArguments::AngleBracketed(arguments) = &segment.arguments else { return None };
    let mut arguments = arguments.args.iter();
    let element = match arguments.next()? {
        syn::GenericArgument::Type(ty) => lower.peek_open_type(ty),
        _ => return None,
    };
    let len = arguments.next()?;
    Some((element, quote!(#len)))
}
