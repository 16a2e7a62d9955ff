//! Loops: variables that the body assigns become carried parameters.

use std::collections::BTreeSet;

use proc_macro2::{Ident, Span};
use quote::quote;
use syn::spanned::Spanned;
use syn::{Expr, Pat};

use super::env::VarId;
use super::jumps::Target;
use super::scan::Mentions;
use super::tree::{Fault, Tree, Wrapped};
use super::{Lower, Reach, Rest};
use crate::ir::{
    Carried, Const, Expr as IrExpr, Hints, Loop, LoopKind, Opaque, Operand, Range, Region, StmtKind, Type, Unary,
    Value, Wrapper,
};

/// Variables with what they stood for before the loop, and their parameters with initial operands, in order.
type Entry = (Vec<(VarId, Tree)>, Vec<(Value, Operand)>);

/// What a loop runs over, before its body is lowered.
pub(super) enum Head<'e> {
    Range(Range),
    While(&'e Expr),
    Forever,
}

impl Lower<'_> {
    pub(super) fn for_loop(&mut self, loop_: &syn::ExprForLoop) -> Tree {
        if !is_range(&loop_.expr) {
            return self.for_each_item(loop_);
        }
        let name = match &*loop_.pat {
            Pat::Ident(pat) => Some(&pat.ident),
            _ => None,
        };
        let Some(range) = self.range(&loop_.expr, name) else {
            return Tree::Error;
        };
        let index = range.index;
        let assigned = self.assigned_by(&Mentions::of_loop(Some(&loop_.pat), None, &loop_.body));
        self.loop_of(
            loop_.label.as_ref(),
            Head::Range(range),
            assigned,
            hints(&loop_.attrs),
            loop_.for_token.span,
            &|lower| {
                lower.bind_pattern(&loop_.pat, Tree::Leaf(index.into()), false);
                let _: Tree = lower.block(&loop_.body, None, Rest::light(&|_, _| Tree::unit()));
            },
        )
    }

    pub(super) fn while_loop(&mut self, loop_: &syn::ExprWhile) -> Tree {
        let span = loop_.while_token.span;
        let (cond, body, label) = (&loop_.cond, &loop_.body, &loop_.label);
        if contains_let(cond) || !(self.verbatim(cond) && self.quiet(cond)) {
            // A condition that binds names or has effects is checked inside the loop.
            let rewritten: syn::ExprLoop = syn::parse_quote_spanned! {span=>
                #label loop { if #cond #body else { break; } }
            };
            return self.block_loop(loop_.label.as_ref(), Head::Forever, &rewritten.body, hints(&loop_.attrs), span);
        }
        self.block_loop(loop_.label.as_ref(), Head::While(cond), body, hints(&loop_.attrs), span)
    }

    pub(super) fn forever(&mut self, loop_: &syn::ExprLoop) -> Tree {
        self.block_loop(loop_.label.as_ref(), Head::Forever, &loop_.body, hints(&loop_.attrs), loop_.loop_token.span)
    }

    /// `while` and `loop`.
    fn block_loop(
        &mut self,
        label: Option<&syn::Label>,
        head: Head<'_>,
        body: &syn::Block,
        hints: Hints,
        span: Span,
    ) -> Tree {
        let cond = match &head {
            Head::While(cond) => Some(*cond),
            Head::Range(_) | Head::Forever => None,
        };
        let assigned = self.assigned_by(&Mentions::of_loop(None, cond, body));
        self.loop_of(label, head, assigned, hints, span, &|lower| {
            let _: Tree = lower.block(body, None, Rest::light(&|_, _| Tree::unit()));
        })
    }

    /// A loop whose body is lowered by `inside`. Among `assigned` are all variables from outside that the body assigns.
    pub(super) fn loop_of(
        &mut self,
        label: Option<&syn::Label>,
        head: Head<'_>,
        assigned: BTreeSet<VarId>,
        hints: Hints,
        span: Span,
        inside: &dyn Fn(&mut Self),
    ) -> Tree {
        let assigned = self.promoted(assigned);
        self.fill_late_payloads(&assigned, label, &head, span, inside);
        // Initial values, then parameters in their place.
        let before: Vec<(VarId, Tree)> = assigned.iter().map(|id| (*id, self.env.tree(*id).clone())).collect();
        let mark = self.env.mark();
        let mut carried: Vec<(Value, Operand)> = Vec::new();
        for (id, init) in &before {
            let name = self.env.var(*id).name.clone();
            let no_grad = self.env.var(*id).no_grad;
            let tree = self.parameters_of(init, &name, no_grad, &mut carried);
            self.env.set(*id, tree);
        }
        let target = self.target(label, true);
        let outer = std::mem::take(&mut self.region);
        let places = self.function.places.len() as u32;
        let depth = self.env.depth();
        let cond_region = match &head {
            Head::While(cond) => {
                let operand = self.condition(cond);
                let mut region = std::mem::take(&mut self.region);
                region.yields.push(operand);
                Some(region)
            }
            Head::Range(_) | Head::Forever => None,
        };
        self.targets.push(target);
        inside(self);
        let Some(target) = self.targets.pop() else { return Tree::Error };
        drop(self.env.leave(depth));
        self.finish_loop(target, head, cond_region, outer, mark, (before, carried), places, hints, span)
    }

    #[allow(clippy::too_many_arguments, reason = "the second half of `loop_of`, which is called once")]
    fn finish_loop(
        &mut self,
        target: Target,
        head: Head<'_>,
        cond: Option<Region>,
        outer: Region,
        mark: super::env::Mark,
        (before, carried): Entry,
        places: u32,
        hints: Hints,
        span: Span,
    ) -> Tree {
        self.targets.push(target);
        let flags = self.targets.last().map(|target| self.leaving(target)).unwrap_or_default();
        let Some(target) = self.targets.pop() else { return Tree::Error };
        let exits = !flags.is_empty();
        let broke = flags.contains(&target.broke);
        let left = self.any(&flags, span);
        let again = self.negated(left, span);
        let mut yields = Vec::new();
        let mut loop_carried = Vec::new();
        let mut results: Vec<(VarId, Tree)> = Vec::new();
        let mut slots = carried.into_iter();
        for (id, init) in &before {
            let name = self.env.var(*id).name.clone();
            let last = self.env.tree(*id).clone();
            let last = self.settle(last, span);
            let tree = self.carry(init, &last, &name, &mut slots, &mut loop_carried, &mut yields, span);
            results.push((*id, tree));
        }
        // Variables that are set on the way out, and were not before: jumps, what they take along, late initialisations.
        let mut changes = self.env.changes(mark);
        if broke {
            changes.insert(target.value, self.env.tree(target.value).clone());
        }
        let mut outside = outer;
        for (id, last) in changes {
            if before.iter().any(|(known, _)| *known == id) {
                continue;
            }
            let name = self.env.var(id).name.clone();
            let last = match last {
                Tree::Ref { path, mutable } if path.root.0 < places => Tree::Ref { path, mutable },
                last @ Tree::Choice(_) => last,
                last => self.settle(last, span),
            };
            let tree = self.carry_out(&last, &name, &mut outside, &mut loop_carried, &mut yields, span);
            results.push((id, tree));
        }
        if exits {
            yields.push(again);
        }
        drop(self.env.roll_back(mark));
        let mut body = std::mem::replace(&mut self.region, outside);
        body.yields = yields;
        let (kind, endless) = match (head, cond) {
            (Head::Range(range), _) => (LoopKind::Range(range), false),
            (_, Some(cond)) => (LoopKind::While { cond }, false),
            (_, None) => {
                let cond = Region { stmts: Vec::new(), yields: vec![Operand::bool(true)] };
                (LoopKind::While { cond }, true)
            }
        };
        self.region.push(span, StmtKind::Loop(Loop { kind, carried: loop_carried, body, exits, hints }));
        self.reach = Reach::Live;
        let mut value = Tree::unit();
        for (id, tree) in results {
            let tree = self.rehouse(tree, id, span);
            if id == target.value {
                value = tree.clone();
            }
            self.env.set(id, tree);
        }
        // Past an endless loop without `break`, control has left by a jump or runs for ever.
        if endless && !broke {
            self.reach = if exits { Reach::Left } else { Reach::Aborted };
            return Tree::Never;
        }
        match value {
            Tree::Unset => Tree::unit(),
            value => value,
        }
    }

    /// The variables among the assigned ones that are values of SSA.
    fn promoted(&self, ids: BTreeSet<VarId>) -> Vec<VarId> {
        let promoted = |id: &VarId| matches!(self.env.tree(*id), Tree::Leaf(_) | Tree::Tuple(_) | Tree::Wrapped(_));
        ids.into_iter().filter(promoted).collect()
    }

    fn parameters_of(&mut self, init: &Tree, name: &Ident, no_grad: bool, carried: &mut Vec<(Value, Operand)>) -> Tree {
        match init {
            Tree::Leaf(operand) => {
                let ty = self.function.operand_type(operand);
                let value = self.fresh(Some(name), "carried", name.span(), ty);
                if no_grad {
                    self.function.values[value.0 as usize].differentiable = false;
                }
                carried.push((value, operand.clone()));
                Tree::Leaf(value.into())
            }
            Tree::Tuple(items) => {
                Tree::Tuple(items.iter().map(|item| self.parameters_of(item, name, no_grad, carried)).collect())
            }
            Tree::Wrapped(wrapped) => {
                let mut leaf = |lower: &mut Self, operand: &Operand| {
                    let tree = lower.parameters_of(&Tree::Leaf(operand.clone()), name, no_grad, carried);
                    lower.operand(tree, name.span())
                };
                let present = leaf(self, &wrapped.present);
                let fault = match &wrapped.fault {
                    Fault::Value(operand) => Fault::Value(leaf(self, operand)),
                    fault => fault.clone(),
                };
                let payload = self.parameters_of(&wrapped.payload, name, no_grad, carried);
                Wrapped { wrapper: wrapped.wrapper, present, payload, fault }.into_tree()
            }
            other => other.clone(),
        }
    }

    /// Results for a variable that had parameters.
    #[allow(clippy::too_many_arguments, reason = "a recursion over trees that fills three lists")]
    fn carry(
        &mut self,
        init: &Tree,
        last: &Tree,
        name: &Ident,
        slots: &mut dyn Iterator<Item = (Value, Operand)>,
        carried: &mut Vec<Carried>,
        yields: &mut Vec<Operand>,
        span: Span,
    ) -> Tree {
        match (init, last) {
            (Tree::Leaf(_), last) => {
                let Some((param, init)) = slots.next() else { return Tree::Error };
                let next = self.operand(last.clone(), span);
                let ty = self.unify(&param.into(), &next);
                self.refine(param, &ty);
                let init = self.coerce_operand(init, &ty);
                let next = self.coerce_operand(next, &ty);
                let result = self.fresh(Some(name), "carried", span, ty);
                let differentiable = self.function.value_data(param).differentiable;
                self.function.values[result.0 as usize].differentiable = differentiable;
                carried.push(Carried { param, init, result });
                yields.push(next);
                Tree::Leaf(result.into())
            }
            (Tree::Tuple(inits), Tree::Tuple(lasts)) if inits.len() == lasts.len() => {
                let pairs = inits.iter().zip(lasts);
                let items = pairs.map(|(init, last)| self.carry(init, last, name, slots, carried, yields, span));
                Tree::Tuple(items.collect())
            }
            (Tree::Tuple(inits), _) => {
                let operand = self.operand(last.clone(), span);
                let items = (0..inits.len()).map(|index| self.project(&operand, index as u32, span)).collect();
                self.carry(init, &Tree::Tuple(items), name, slots, carried, yields, span)
            }
            (Tree::Wrapped(init), last) => {
                let Some(last) = self.apart_at_end(init.wrapper, last, span) else { return Tree::Error };
                let mut carry = |lower: &mut Self, init: &Tree, last: &Tree| {
                    lower.carry(init, last, name, slots, carried, yields, span)
                };
                let present = carry(self, &Tree::Leaf(init.present.clone()), &Tree::Leaf(last.present));
                let present = self.operand(present, span);
                let fault = match &init.fault {
                    Fault::Value(operand) => {
                        let next = self.fault_operand(&last.fault, span);
                        let fault = carry(self, &Tree::Leaf(operand.clone()), &Tree::Leaf(next));
                        Fault::Value(self.operand(fault, span))
                    }
                    fault => fault.clone(),
                };
                // What is not there at the end is not looked at: the last one stays.
                let payload = match last.payload {
                    Tree::Never | Tree::Unset => init.payload.clone(),
                    payload => payload,
                };
                let payload = carry(self, &init.payload, &payload);
                Wrapped { wrapper: init.wrapper, present, payload, fault }.into_tree()
            }
            (other, _) => other.clone(),
        }
    }

    /// An `Option` or a `Result` at the end of an iteration, in parts and without memory.
    fn apart_at_end(&mut self, wrapper: Wrapper, last: &Tree, span: Span) -> Option<Wrapped> {
        let wrapped = self.taken_apart(last.clone(), Some(wrapper), span)?;
        match self.settle_wrapped(wrapped, span) {
            Tree::Wrapped(wrapped) => Some(*wrapped),
            _ => None,
        }
    }

    /// Results for a variable that only the way out sets: it starts from a default that nobody reads.
    fn carry_out(
        &mut self,
        last: &Tree,
        name: &Ident,
        outside: &mut Region,
        carried: &mut Vec<Carried>,
        yields: &mut Vec<Operand>,
        span: Span,
    ) -> Tree {
        match last {
            Tree::Leaf(Operand::Const(constant)) if !matches!(constant, Const::Bool(_)) => {
                Tree::Leaf(Operand::Const(constant.clone()))
            }
            Tree::Leaf(next) => {
                let ty = self.defaultable(next);
                let init = self.default_operand(outside, &ty, false, span);
                let active = match next {
                    Operand::Value(value) => self.function.value_data(*value).differentiable,
                    Operand::Const(_) => false,
                };
                let param = self.fresh(Some(name), "carried", span, ty.clone());
                let result = self.fresh(Some(name), "carried", span, ty);
                for value in [param, result] {
                    self.function.values[value.0 as usize].differentiable = active;
                }
                carried.push(Carried { param, init, result });
                yields.push(next.clone());
                Tree::Leaf(result.into())
            }
            Tree::Tuple(items) => {
                let items = items.iter().map(|item| self.carry_out(item, name, outside, carried, yields, span));
                Tree::Tuple(items.collect())
            }
            Tree::Wrapped(wrapped) => {
                let mut leaf = |lower: &mut Self, operand: &Operand| {
                    let tree = Tree::Leaf(operand.clone());
                    let tree = lower.carry_out(&tree, name, outside, carried, yields, span);
                    lower.operand(tree, span)
                };
                let present = leaf(self, &wrapped.present);
                let fault = match &wrapped.fault {
                    Fault::Value(operand) => Fault::Value(leaf(self, operand)),
                    fault => fault.clone(),
                };
                let payload = self.carry_out(&wrapped.payload, name, outside, carried, yields, span);
                Wrapped { wrapper: wrapped.wrapper, present, payload, fault }.into_tree()
            }
            Tree::Ref { .. } | Tree::Memory(_) | Tree::Borrow(_) | Tree::Choice(_) => {
                self.cx.refuse_at(
                    span,
                    "a reference that leaves a loop is not differentiated yet",
                    "leave the loop with an index, and borrow after it",
                );
                Tree::Error
            }
            Tree::Closure(_) | Tree::Iter(_) => {
                self.refuse_escape(span);
                Tree::Error
            }
            Tree::Unset | Tree::Never => Tree::Unset,
            Tree::Error => Tree::Error,
        }
    }

    fn negated(&mut self, operand: Operand, span: Span) -> Operand {
        match operand {
            Operand::Const(Const::Bool(value)) => Operand::bool(!value),
            Operand::Value(value) if self.negations.contains_key(&value) => self.negations[&value].clone(),
            operand => {
                let tree = self.bind_value(span, None, "again", Type::Bool, IrExpr::Unary(Unary::Not, operand));
                self.operand(tree, span)
            }
        }
    }

    /// `a..b`, `a..=b`, with `.rev()` and `.step_by(k)` in either order.
    fn range(&mut self, expr: &Expr, name: Option<&Ident>) -> Option<Range> {
        match expr {
            Expr::Paren(inner) => self.range(&inner.expr, name),
            Expr::Group(inner) => self.range(&inner.expr, name),
            Expr::Range(range) => {
                let (Some(start), Some(end)) = (&range.start, &range.end) else {
                    self.cx.refuse(
                        range,
                        "a loop over a range without an end is not differentiated",
                        "write `loop` with a counter",
                    );
                    return None;
                };
                let start = self.bound(start, "start");
                let end = self.bound(end, "end");
                let index = self.fresh(name, "index", range.limits.span(), Type::Int);
                let inclusive = matches!(range.limits, syn::RangeLimits::Closed(_));
                Some(Range { index, start, end, inclusive, step: None, reversed: false })
            }
            Expr::MethodCall(call) if call.method == "rev" && call.args.is_empty() => {
                let mut range = self.range(&call.receiver, name)?;
                range.reversed = !range.reversed;
                Some(range)
            }
            Expr::MethodCall(call) if call.method == "step_by" && call.args.len() == 1 => {
                let mut range = self.range(&call.receiver, name)?;
                if range.step.is_some() {
                    self.cx.refuse(
                        &call.method,
                        "`step_by` after `step_by` is not differentiated yet",
                        "multiply the two steps",
                    );
                    return None;
                }
                let step = self.bound(&call.args[0], "step");
                if range.reversed {
                    // `(a..b).rev().step_by(k)` runs down from the last element. Upwards it starts where that ends.
                    range.start = self.last_of_reversed(&range, &step, call.method.span());
                }
                range.step = Some(step);
                Some(range)
            }
            // A method of ranges with a wrong number of arguments: rustc says so.
            _ => {
                self.cx.leave_to_rustc();
                None
            }
        }
    }

    fn bound(&mut self, expr: &Expr, name: &str) -> Operand {
        let tree = self.expr_named(expr, None, name);
        self.operand(tree.deref(), super::refusals::span_of(expr))
    }

    fn last_of_reversed(&mut self, range: &Range, step: &Operand, span: Span) -> Operand {
        let opaque = |lower: &Self, operand: &Operand| lower.opaque_tree(&Tree::Leaf(operand.clone()));
        let (start, end, by) = (opaque(self, &range.start), opaque(self, &range.end), opaque(self, step));
        let (a, b, k) = (&start.code, &end.code, &by.code);
        let dots = if range.inclusive { quote!(..=) } else { quote!(..) };
        let steps = quote!(::core::iter::Iterator::step_by(::core::iter::Iterator::rev(#a #dots #b), #k));
        let code = quote!(::core::iter::Iterator::last(#steps).unwrap_or(#a));
        let uses = [start.uses, end.uses, by.uses].concat();
        let code = Opaque { code, uses, places: Vec::new(), cheap: false };
        let tree = self.opaque_value(code, Type::Int, None, "start", span);
        self.operand(tree, span)
    }
}

fn contains_let(cond: &Expr) -> bool {
    match cond {
        Expr::Let(_) => true,
        Expr::Binary(binary) => contains_let(&binary.left) || contains_let(&binary.right),
        Expr::Paren(inner) => contains_let(&inner.expr),
        _ => false,
    }
}

/// Whether the loop runs over integers, with nothing but a direction and a step.
fn is_range(expr: &Expr) -> bool {
    match expr {
        Expr::Paren(inner) => is_range(&inner.expr),
        Expr::Group(inner) => is_range(&inner.expr),
        Expr::Range(_) => true,
        Expr::MethodCall(call) => (call.method == "rev" || call.method == "step_by") && is_range(&call.receiver),
        _ => false,
    }
}

/// `#[unroll]` and `#[checkpoint]`.
pub(super) fn hints(attrs: &[syn::Attribute]) -> Hints {
    Hints {
        unroll: attrs.iter().any(|attr| attr.path().is_ident("unroll")),
        checkpoint: attrs.iter().any(|attr| attr.path().is_ident("checkpoint")),
    }
}
