//! Method calls on values and memory that carry a gradient.

use proc_macro2::{Ident, Span};
use quote::ToTokens;
use syn::Expr;

use super::facts::through;
use super::tree::Tree;
use super::{methods, refusals, Lower};
use crate::ir::{Expr as IrExpr, Float, Operand, Type};

impl Lower<'_> {
    /// A float method in any of its forms: `x.sin()`, `f64::sin(x)`.
    pub(super) fn float_method(
        &mut self,
        name: &'static str,
        args: Vec<Operand>,
        hint: Option<&Ident>,
        span: Span,
    ) -> Tree {
        let mut ty = Type::Float(Float::Literal);
        for (index, arg) in args.iter().enumerate() {
            let exponent = name == "powi" && index == 1;
            let found = self.function.operand_type(arg);
            if self.doubts_type(&found, if exponent { &Type::Int } else { &ty }, span) {
                return Tree::Error;
            }
            if exponent {
                continue;
            }
            ty = match (ty, self.function.operand_type(arg)) {
                (Type::Float(Float::Literal), Type::Float(float)) => Type::Float(float),
                (ty, _) => ty,
            };
        }
        let args: Vec<Operand> = args
            .into_iter()
            .enumerate()
            .map(|(index, arg)| if name == "powi" && index == 1 { arg } else { self.coerce_operand(arg, &ty) })
            .collect();
        self.bind_value(span, hint, name, ty, IrExpr::Function(name, args))
    }

    /// The sine and the cosine as two values.
    pub(super) fn sin_cos(&mut self, x: Operand, span: Span) -> Tree {
        let sin = self.float_method("sin", vec![x.clone()], None, span);
        let cos = self.float_method("cos", vec![x], None, span);
        Tree::Tuple(vec![sin, cos])
    }

    pub(super) fn method(&mut self, call: &syn::ExprMethodCall, hint: Option<&Ident>) -> Tree {
        let name = call.method.to_string();
        let span = call.method.span();
        if let Some(tree) = self.inline_method(call, hint) {
            return tree;
        }
        if let Some(tree) = self.matrix_method(call, hint) {
            return tree;
        }
        if let Some(tree) = self.iterator_method(call, hint) {
            return tree;
        }
        if let Some(tree) = self.removal(call, hint, span) {
            return tree;
        }
        if let Some(tree) = self.made_on_condition(call, span) {
            return tree;
        }
        let receiver = self.place(&call.receiver);
        if matches!(receiver, Tree::Error | Tree::Never) {
            return receiver;
        }
        let expected = self.expected.take();
        if let Some(tree) = self.wrapper_method(call, &receiver, hint, span) {
            return tree;
        }
        self.expected = expected;
        let made = self.view_method(call, &name, &receiver, span);
        self.expected = None;
        if let Some(tree) = made {
            return tree;
        }
        if let Some(tree) = self.sequence_method(call, &name, &receiver, span) {
            return tree;
        }
        if let Some(tree) = self.vector_method(call, &name, &receiver, hint, span) {
            return tree;
        }
        let ty = through(self.tree_type(&receiver));
        match (name.as_str(), &ty) {
            ("clone" | "to_vec" | "to_owned", Type::Array(..) | Type::Slice(_) | Type::Vec(_)) => {
                return self.copy(receiver, &name, hint, span);
            }
            ("clone" | "to_owned", _) => return self.read(receiver.deref(), span, hint),
            // Of a float or of a matrix: a field that was left out of the tangent is read first.
            ("abs", Type::Unknown(_)) if call.args.is_empty() && self.tree_active(&receiver) => {
                let read = self.read(receiver.deref(), span, None);
                return self.user_method(call, read, hint, span);
            }
            ("sin_cos", Type::Float(_) | Type::Unknown(_)) => {
                let read = self.read(receiver.deref(), span, None);
                return match self.scalar(read, span) {
                    Some(x) => self.sin_cos(x, span),
                    None => Tree::Error,
                };
            }
            _ => {}
        }
        if let (Some((function, arity)), Type::Float(_) | Type::Unknown(_) | Type::Inactive) =
            (methods::float_function(&name), &ty)
        {
            if arity == call.args.len() {
                let receiver = self.read(receiver.deref(), span, None);
                let mut operands = Vec::new();
                operands.extend(self.scalar(receiver, span));
                for arg in &call.args {
                    let tree = self.expr(arg, None);
                    operands.extend(self.scalar(tree, refusals::span_of(arg)));
                }
                if operands.len() != arity + 1 {
                    return Tree::Error;
                }
                return self.float_method(function, operands, hint, span);
            }
        }
        // A constant matrix has its methods too: `c.dot(&x)`.
        let of_user = match (&ty, &receiver) {
            (Type::Unknown(_), _) | (Type::Inactive, Tree::Leaf(_)) => true,
            _ => self.presumed.doubts(&receiver),
        };
        let gets_gradient = self.tree_active(&receiver) || call.args.iter().any(|arg| !self.quiet(arg));
        if of_user && (gets_gradient || methods::only_reads(&name)) {
            return self.user_method(call, receiver, hint, span);
        }
        self.refuse_method(call, &name, &ty)
    }

    fn refuse_method(&mut self, call: &syn::ExprMethodCall, name: &str, ty: &Type) -> Tree {
        let receiver = crate::signature::readable(&call.receiver);
        let iterator = ["iter", "iter_mut", "into_iter", "chunks", "chunks_exact", "windows", "chunks_mut"];
        let argument_only = self.quiet(&call.receiver);
        let chain =
            ["map", "filter", "fold", "for_each", "flat_map", "filter_map", "scan", "zip", "inspect", "take_while"];
        match ty {
            _ if argument_only && chain.contains(&name) => self.cx.refuse(
                &call.method,
                format!("`{name}` over values that carry a gradient is not differentiated yet"),
                "write an index loop that adds to a variable or writes to elements",
            ),
            _ if argument_only => self.cx.refuse(
                &call.method,
                format!("`{name}` of something that carries no gradient is given a value that does"),
                "give the container a float type from the start (`vec![0.0; n]`) and write to its elements, or pass `detach(…)`",
            ),
            Type::Array(..) | Type::Slice(_) | Type::Vec(_) if iterator.contains(&name) => self.cx.refuse(
                &call.method,
                format!("`{name}` over values that carry a gradient is not differentiated yet"),
                format!("write an index loop: `for i in 0..{receiver}.len()`"),
            ),
            Type::Array(..) | Type::Slice(_) | Type::Vec(_) => self.cx.refuse(
                &call.method,
                format!("`{name}` of memory that carries a gradient is not differentiated yet"),
                "read and write its elements by index",
            ),
            Type::Float(_) if !methods::is_std(name) => self.doubt_method(call),
            Type::Float(_) => {
                let args = crate::signature::readable(&call.args);
                let whole: &dyn ToTokens = match &*call.receiver {
                    Expr::Path(_) => call,
                    _ => &call.method,
                };
                self.cx.refuse(
                    whole,
                    format!("`{name}` of a value that carries a gradient has no derivative"),
                    format!("stop the gradient with `detach({receiver}).{name}({args})` or mark the statement `#[no_grad]`"),
                );
            }
            _ => self.cx.refuse(
                &call.method,
                format!("the method `{name}` of a value that carries a gradient is not differentiated yet"),
                "write a free function with `#[differentiable]` and call that",
            ),
        }
        Tree::Error
    }
}
