//! Trying: a loop's body is lowered once only to see what its variables become, and everything is taken back.
//!
//! `let mut best = None;` or `let mut list = Vec::new();` before a loop does not say what it will hold. A carried variable has to have a type before the body
//! is lowered, so the body is looked at first.

use quote::quote;

use super::env::VarId;
use super::loops::Head;
use super::tree::{Fault, Tree, Wrapped};
use super::Lower;
use crate::ir::{Expr as IrExpr, Float, Opaque, Operand, Type, Wrapper};
use proc_macro2::Span;

/// What a variable turned out to be.
enum Seen {
    /// In parts: the type of what it holds, and whether it may be an error.
    Apart {
        payload: Type,
        fault: bool,
    },
    /// Kept whole, because what it holds cannot stand where nobody looks at it.
    Whole {
        ty: Type,
        active: bool,
    },
    Other,
}

impl Lower<'_> {
    /// Gives every `None` among the variables that a loop carries a payload for the iterations that do not look at it.
    pub(super) fn fill_late_payloads(
        &mut self,
        assigned: &[VarId],
        label: Option<&syn::Label>,
        head: &Head<'_>,
        span: Span,
        inside: &dyn Fn(&mut Self),
    ) {
        let late: Vec<VarId> = assigned.iter().copied().filter(|id| is_late(self.env.tree(*id))).collect();
        // A vector that nothing was pushed to yet learns here what it holds.
        if late.is_empty() && (self.undecided.is_empty() || self.trying) {
            return;
        }
        let seen = self.try_loop(&late, label, head, span, inside);
        for (id, seen) in late.into_iter().zip(seen) {
            let Tree::Wrapped(init) = self.env.tree(id).clone() else { continue };
            let tree = match seen {
                Seen::Apart { payload, fault } => {
                    let payload = self.placeholder(&payload, span);
                    let fault = if fault || !matches!(init.fault, Fault::None) {
                        Fault::Value(self.fault_operand(&init.fault, span))
                    } else {
                        Fault::None
                    };
                    Wrapped { payload, fault, ..*init }.into_tree()
                }
                Seen::Whole { ty, active } => {
                    let tree = self.costly(quote!(::core::option::Option::None), ty.clone(), span);
                    if let Tree::Leaf(Operand::Value(value)) = &tree {
                        let data = &mut self.function.values[value.0 as usize];
                        (data.ty, data.differentiable) = (ty, active);
                    }
                    tree
                }
                Seen::Other => continue,
            };
            self.env.set(id, tree);
        }
    }

    fn try_loop(
        &mut self,
        ids: &[VarId],
        label: Option<&syn::Label>,
        head: &Head<'_>,
        span: Span,
        inside: &dyn Fn(&mut Self),
    ) -> Vec<Seen> {
        let (names, negations) = (self.names.clone(), self.negations.clone());
        let (values, places) = (self.function.values.len(), self.function.places.len());
        let (closures, choices, reach) = (self.closure_values.len(), self.choices, self.reach);
        let trying = std::mem::replace(&mut self.trying, true);
        let errors = self.cx.mark();
        let mark = self.env.mark();
        let region = std::mem::take(&mut self.region);
        let depth = self.env.depth();
        let target = self.target(label, true);
        self.targets.push(target);
        if let Head::While(cond) = head {
            let _: Operand = self.condition(cond);
        }
        inside(self);
        let mut seen = Vec::new();
        for id in ids {
            let tree = self.env.tree(*id).clone();
            let tree = self.settle(tree, span);
            seen.push(self.seen(&tree));
        }
        self.targets.pop();
        drop(self.env.leave(depth));
        drop(self.env.roll_back(mark));
        self.env.forget_places(places as u32);
        self.undecided.retain(|place| (place.0 as usize) < places);
        self.presumed.forget(places as u32);
        self.returned.retain(|value| (value.0 as usize) < values);
        self.function.values.truncate(values);
        self.function.places.truncate(places);
        self.closure_values.truncate(closures);
        (self.region, self.reach, self.choices) = (region, reach, choices);
        (self.names, self.negations) = (names, negations);
        self.cx.rewind(errors);
        self.trying = trying;
        seen
    }

    fn seen(&self, tree: &Tree) -> Seen {
        match tree {
            Tree::Wrapped(wrapped) if !is_late(tree) => {
                Seen::Apart { payload: self.tree_type(&wrapped.payload), fault: !matches!(wrapped.fault, Fault::None) }
            }
            Tree::Leaf(operand) => {
                Seen::Whole { ty: self.function.operand_type(operand), active: self.tree_active(tree) }
            }
            _ => Seen::Other,
        }
    }

    /// Something of the type, for where nobody looks at it.
    pub(super) fn placeholder(&mut self, ty: &Type, span: Span) -> Tree {
        match ty {
            Type::Float(float) => Tree::Leaf(Operand::float(0.0, float.clone())),
            // The results of calls are taken for floats.
            Type::Unknown(None) => Tree::Leaf(Operand::float(0.0, Float::Literal)),
            Type::Int => self.bind_value(span, None, "unset", Type::Int, IrExpr::Copy(Operand::int(0))),
            Type::Bool => Tree::bool(false),
            Type::Unit => Tree::unit(),
            Type::Tuple(items) => Tree::Tuple(items.iter().map(|item| self.placeholder(item, span)).collect()),
            Type::Wrapped(Wrapper::Option, item) => {
                let payload = self.placeholder(item, span);
                Wrapped { payload, ..Wrapped::absent() }.into_tree()
            }
            ty => {
                let mut region = std::mem::take(&mut self.region);
                let operand = self.default_operand(&mut region, ty, false, span);
                self.region = region;
                Tree::Leaf(operand)
            }
        }
    }

    fn costly(&mut self, code: proc_macro2::TokenStream, ty: Type, span: Span) -> Tree {
        let code = Opaque { code, uses: Vec::new(), places: Vec::new(), cheap: false };
        self.opaque_value(code, ty, None, "none", span)
    }
}

/// Whether the tree is an `Option` of which nothing has said yet what it holds.
fn is_late(tree: &Tree) -> bool {
    match tree {
        Tree::Wrapped(wrapped) => matches!(wrapped.payload, Tree::Never | Tree::Unset) || is_late(&wrapped.payload),
        Tree::Tuple(items) => items.iter().any(is_late),
        _ => false,
    }
}
