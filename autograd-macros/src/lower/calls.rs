//! Calls by a path: float methods in function form, `detach`, differentiable functions.

use proc_macro2::{Ident, Span, TokenStream};
use quote::{quote, ToTokens};
use syn::{Expr, ExprPath};

use super::tree::Tree;
use super::{facts, methods, refusals, scan, Lower, Reach};
use crate::ir::{Arg, Call, Callee, Expr as IrExpr, Opaque, Path, StmtKind, Type};

impl Lower<'_> {
    pub(super) fn call(&mut self, call: &syn::ExprCall, hint: Option<&Ident>) -> Tree {
        let span = refusals::span_of(call);
        if self.outlaws && refusals::holds_outlaw(&call.func) {
            return Tree::Error;
        }
        let Expr::Path(path) = &*call.func else {
            if let Expr::Paren(_) | Expr::Closure(_) = &*call.func {
                // `(|x| x * x)(y)`
                let Some(callable) = self.callable(&call.func) else { return Tree::Error };
                let args = call.args.iter().map(|arg| self.expr_named(arg, None, "arg")).collect();
                return self.invoke(&callable, args, hint, span);
            }
            if !matches!(self.place(&call.func), Tree::Error) {
                self.cx.refuse(
                    &call.func,
                    "a call of something other than a named function is not differentiated yet",
                    "call a function by its name, or a closure that a `let` of this function binds",
                );
            }
            return Tree::Error;
        };
        if let Some(name) = scan::local_name(path) {
            if let Some(id) = self.env.lookup(&name.to_string()) {
                let tree = self.env.tree(id).clone();
                return self.call_local(name, tree, call, hint, span);
            }
        }
        if facts::is_detach(&path.path) {
            let Some(arg) = call.args.first() else { return Tree::Error };
            let tree = self.expr(arg, None);
            return self.detached(tree, hint, span);
        }
        if let Some((float, name)) = self.float_owner(path) {
            return self.float_call(&Type::Float(float), name, call, hint, span);
        }
        if is_from_fn(&path.path) {
            return self.array_from_fn(call, hint, span);
        }
        if let Some(made) = self.matrix_from_fn(path, call, hint) {
            return made;
        }
        if let Some(kind) = super::moves::of_mem(path) {
            return self.mem_call(kind, call, span);
        }
        if let Some(tree) = self.wrap(path, call) {
            return tree;
        }
        if let Some(tree) = self.empty_vector(call, hint) {
            return tree;
        }
        if let Some(tree) = self.vector_from(call, hint) {
            return tree;
        }
        if let Some(value) = self.inline_function(path, call, hint, span) {
            return value;
        }
        if let Some(made) = self.tuple_struct(path, call, hint, span) {
            return made;
        }
        if is_constructor(path) {
            self.cx.refuse(
                path,
                format!(
                    "`{}` around a value that carries a gradient is not differentiated yet",
                    crate::signature::readable(path)
                ),
                "use a tuple, an array or separate variables",
            );
            return Tree::Error;
        }
        let mut args = Vec::new();
        for arg in &call.args {
            match self.arg(arg) {
                Some(arg) => args.push(arg),
                None => return Tree::Error,
            }
        }
        share_repeated(&mut args, &call.args);
        let callee = self.callee(path);
        let ty = if callee.recursive { self.signature.output.kind.clone() } else { Type::Unknown(None) };
        let name = path.path.segments.last().map(|last| format!("{}_out", last.ident)).unwrap_or_default();
        let result = self.fresh(hint, &name, span, ty);
        if !self.makes_matrix(&Expr::Call(call.clone()), None) {
            self.returned.insert(result);
        }
        self.region.push(span, StmtKind::Call(Call { callee, args, result, error: None, pullback: None }));
        Tree::Leaf(result.into())
    }

    /// A call of a local variable: a closure.
    fn call_local(&mut self, name: &Ident, tree: Tree, call: &syn::ExprCall, hint: Option<&Ident>, span: Span) -> Tree {
        match super::closures::through_borrows(tree) {
            Tree::Closure(callable) => {
                let mut args = Vec::new();
                for arg in &call.args {
                    args.push(self.expr_named(arg, None, "arg"));
                    if self.reach != Reach::Live {
                        return Tree::Never;
                    }
                }
                self.invoke(&callable, args, hint, span)
            }
            Tree::Error => Tree::Error,
            _ => {
                self.cx.refuse(
                    name,
                    format!("`{name}` is not known to be a closure of this function, and is given a value that carries a gradient"),
                    "bind the closure with a `let` in this function, or write a function with `#[differentiable]`",
                );
                Tree::Error
            }
        }
    }

    fn callee(&self, path: &ExprPath) -> Callee {
        let called = path.path.to_token_stream().to_string();
        let rule = self.signature.rules.iter().find(|(of, _)| of.to_token_stream().to_string() == called);
        if let (Some((_, rule)), None) = (rule, &path.qself) {
            return self.plain_callee(&ExprPath { attrs: Vec::new(), qself: None, path: rule.clone() });
        }
        self.plain_callee(path)
    }

    fn plain_callee(&self, path: &ExprPath) -> Callee {
        let (mut prefix, mut name, mut generics) = (TokenStream::new(), None, TokenStream::new());
        if let Some(qself) = &path.qself {
            let ty = &qself.ty;
            let count = qself.position;
            let within: Vec<_> = path.path.segments.iter().take(count).collect();
            prefix = if within.is_empty() { quote!(<#ty>::) } else { quote!(<#ty as #(#within)::*>::) };
        } else {
            path.path.leading_colon.to_tokens(&mut prefix);
        }
        let skipped = path.qself.as_ref().map_or(0, |qself| qself.position);
        let count = path.path.segments.len();
        for (index, segment) in path.path.segments.iter().enumerate().skip(skipped) {
            if index + 1 == count {
                name = Some(segment.ident.clone());
                if let syn::PathArguments::AngleBracketed(arguments) = &segment.arguments {
                    let args = &arguments.args;
                    generics = quote!(::<#args>);
                }
            } else {
                prefix.extend(quote!(#segment::));
            }
        }
        let name = name.unwrap_or_else(|| Ident::new("unnamed", Span::call_site()));
        let recursive = name == self.signature.ident && (prefix.is_empty() || prefix.to_string() == "self ::");
        Callee { prefix, name, generics, recursive, method: false }
    }

    /// One argument as it is passed; `None` after an error.
    pub(super) fn arg(&mut self, expr: &Expr) -> Option<Arg> {
        let span = refusals::span_of(expr);
        if let Expr::Paren(inner) = expr {
            return self.arg(&inner.expr);
        }
        if let Some(made) = self.made_inactive(expr) {
            // The pullback keeps what is made for the call, not a reference to it.
            let code = Opaque { cheap: false, ..self.opaque(made) };
            let tree = self.opaque_value(code, self.type_of(made), None, "arg", span);
            return Some(Arg::RefValue(self.operand(tree, span)));
        }
        let tree = self.expr_named(expr, None, "arg");
        match tree {
            Tree::Error | Tree::Never | Tree::Unset => None,
            tree @ (Tree::Wrapped(_) | Tree::Choice(_)) => Some(Arg::Value(self.operand(tree, span))),
            Tree::Closure(_) | Tree::Iter(_) => {
                self.cx.refuse(
                    expr,
                    "a closure or an iterator as an argument of a call is not differentiated",
                    "put both functions into one `#[differentiable] mod`, where such helpers are inlined, or write the call out",
                );
                None
            }
            Tree::Ref { path, mutable } => {
                let root = &mut self.function.places[path.root.0 as usize];
                root.mutable |= mutable;
                Some(Arg::Ref { path, mutable })
            }
            Tree::Borrow(inner) => {
                let operand = self.operand(*inner, span);
                Some(Arg::RefValue(operand))
            }
            Tree::Leaf(operand) => {
                let is_reference = matches!(self.function.operand_type(&operand), Type::Ref(_));
                if is_reference && !self.tree_active(&Tree::Leaf(operand.clone())) {
                    return Some(Arg::Opaque(self.opaque_tree(&Tree::Leaf(operand))));
                }
                Some(Arg::Value(operand))
            }
            Tree::Memory(path) if !self.path_active(&path) => {
                let code = self.opaque(expr);
                let ty = self.path_type(&path);
                let tree = self.opaque_value(Opaque { cheap: false, ..code }, ty, None, "arg", span);
                Some(Arg::Value(self.operand(tree, span)))
            }
            Tree::Memory(path) => Some(Arg::Value(self.whole(path, span))),
            tree @ Tree::Tuple(_) => Some(Arg::Value(self.operand(tree, span))),
        }
    }

    /// `[a, b]` of `&[a, b]`, where it carries no gradient.
    fn made_inactive<'e>(&self, expr: &'e Expr) -> Option<&'e Expr> {
        let Expr::Reference(reference) = expr else { return None };
        let made = &*reference.expr;
        let is_made =
            matches!(made, Expr::Array(_) | Expr::Repeat(_) | Expr::Tuple(_) | Expr::Struct(_) | Expr::Macro(_));
        (is_made && reference.mutability.is_none() && self.quiet(made) && self.verbatim(made)).then_some(made)
    }

    /// `f64::sin(x)`, `f64::from(x)`.
    fn float_call(
        &mut self,
        ty: &Type,
        name: &'static str,
        call: &syn::ExprCall,
        hint: Option<&Ident>,
        span: Span,
    ) -> Tree {
        let mut operands = Vec::new();
        for arg in &call.args {
            let tree = self.expr(arg, None);
            match self.scalar(tree, refusals::span_of(arg)) {
                Some(operand) => operands.push(operand),
                None => return Tree::Error,
            }
        }
        match (methods::float_function(name), name, &operands[..]) {
            (Some((name, arity)), _, operands) if operands.len() == arity + 1 => {
                let first = self.coerce_operand(operands[0].clone(), ty);
                let rest = operands[1..].iter().cloned();
                self.float_method(name, [first].into_iter().chain(rest).collect(), hint, span)
            }
            (_, "sin_cos", [x]) => {
                let x = self.coerce_operand(x.clone(), ty);
                self.sin_cos(x, span)
            }
            (_, "from", [x]) => {
                let (Expr::Path(path), from) = (&*call.func, self.function.operand_type(x)) else { return Tree::Error };
                if let (Type::Float(from), Type::Float(to)) = (&from, ty) {
                    if from == to {
                        return Tree::Leaf(x.clone());
                    }
                }
                let owner = path.path.segments.first().map(|owner| quote!(#owner)).unwrap_or_default();
                self.bind_value(span, hint, "cast", ty.clone(), IrExpr::Cast(x.clone(), ty.clone(), owner))
            }
            _ => {
                self.cx.refuse(
                    &call.func,
                    format!(
                        "`{}` of a value that carries a gradient has no derivative",
                        crate::signature::readable(&call.func)
                    ),
                    "stop the gradient with `detach(…)` or mark the statement `#[no_grad]`",
                );
                Tree::Error
            }
        }
    }
}

/// A `&mut` variable that is passed twice (`dot(a, a)`) coerces to `&`: two `&mut` to the same memory cannot be.
fn share_repeated(args: &mut [Arg], written: &syn::punctuated::Punctuated<Expr, syn::Token![,]>) {
    let paths: Vec<Option<Path>> = args
        .iter()
        .map(|arg| match arg {
            Arg::Ref { path, .. } => Some(path.clone()),
            Arg::Value(_) | Arg::RefValue(_) | Arg::Opaque(_) => None,
        })
        .collect();
    for (index, (arg, written)) in args.iter_mut().zip(written).enumerate() {
        let Arg::Ref { path, mutable } = arg else { continue };
        let others =
            paths.iter().enumerate().filter(|(other, _)| *other != index).filter_map(|(_, path)| path.as_ref());
        let implicit = matches!(unwrapped(written), Expr::Path(_));
        if implicit && others.into_iter().any(|other| path.contains(other) || other.contains(path)) {
            *mutable = false;
        }
    }
}

fn unwrapped(expr: &Expr) -> &Expr {
    match expr {
        Expr::Paren(inner) => unwrapped(&inner.expr),
        Expr::Group(inner) => unwrapped(&inner.expr),
        other => other,
    }
}

/// `std::array::from_fn`
fn is_from_fn(path: &syn::Path) -> bool {
    let mut segments = path.segments.iter().rev();
    segments.next().is_some_and(|last| last.ident == "from_fn")
        && segments.next().is_none_or(|owner| owner.ident == "array")
}

/// `Some`, `Ok`, `Box::new`, a tuple struct.
fn is_constructor(path: &ExprPath) -> bool {
    let mut segments = path.path.segments.iter().rev();
    let Some(last) = segments.next() else { return false };
    if scan::is_constant(&last.ident) {
        return true;
    }
    let owner = segments.next().map(|owner| owner.ident.to_string()).unwrap_or_default();
    matches!(owner.as_str(), "Box" | "Rc" | "Arc" | "Vec" | "Option" | "Result")
}
