//! Calls of functions of the same annotated module or `impl` block: the callee's body is lowered in place.
//!
//! It sees nothing of the caller's names. References are passed as paths, so that views and workspaces see through.

use proc_macro2::{Ident, Span};
use syn::{Expr, ExprPath, FnArg, Pat};

use super::closures::through_borrows;
use super::scan::Mentions;
use super::tree::Tree;
use super::{refusals, Lower, Reach};
use crate::helpers::{self, Helper, Use};
use crate::ir::{Init, Type};
use crate::signature::classify::classify;

/// Bodies inside bodies, and values of one function, beyond which a call stays a call.
const MAX_DEPTH: usize = 16;
const MAX_VALUES: usize = 4000;

impl Lower<'_> {
    /// `name(args)`, `self::name(args)`, `Self::name(args)` of a helper; `None` if the call stays a call.
    pub(super) fn inline_function(
        &mut self,
        path: &ExprPath,
        call: &syn::ExprCall,
        hint: Option<&Ident>,
        span: Span,
    ) -> Option<Tree> {
        if path.qself.is_some() || path.path.leading_colon.is_some() {
            return None;
        }
        let helpers = self.helpers;
        let segments: Vec<String> = path.path.segments.iter().map(|segment| segment.ident.to_string()).collect();
        let helper = match &segments.iter().map(String::as_str).collect::<Vec<_>>()[..] {
            [name] | ["self", name] => helpers.functions.get(*name)?,
            ["Self", name] => helpers.methods.get(*name)?,
            _ => return None,
        };
        let args: Vec<&Expr> = call.args.iter().collect();
        self.inline(helper, path, None, &args, hint, span)
    }

    /// `self.name(args)`
    pub(super) fn inline_method(&mut self, call: &syn::ExprMethodCall, hint: Option<&Ident>) -> Option<Tree> {
        if !is_self(&call.receiver) || call.turbofish.is_some() {
            return None;
        }
        let helpers = self.helpers;
        let helper = helpers.methods.get(&call.method.to_string())?;
        helper.function.sig.receiver()?;
        let args: Vec<&Expr> = call.args.iter().collect();
        self.inline(helper, &call.method, Some(&call.receiver), &args, hint, call.method.span())
    }

    fn inline(
        &mut self,
        helper: &Helper,
        tokens: &dyn quote::ToTokens,
        receiver: Option<&Expr>,
        args: &[&Expr],
        hint: Option<&Ident>,
        span: Span,
    ) -> Option<Tree> {
        let function = &helper.function;
        let name = &function.sig.ident;
        let companions = match helper.use_ {
            Use::Call => return None,
            Use::Out => {
                self.cx.refuse(
                    tokens,
                    format!("`{name}` is marked `#[no_grad]`, and is given a value that carries a gradient"),
                    "remove the mark, or give it `detach(…)`",
                );
                return Some(Tree::Error);
            }
            Use::Inline { companions } => companions,
        };
        let key = name.to_string();
        let recursive = *name == self.signature.ident || self.inlining.contains(&key);
        let spent = self.inlining.len() >= MAX_DEPTH || self.function.values.len() >= MAX_VALUES;
        if recursive || spent {
            if companions {
                return None;
            }
            self.cx.refuse(
                tokens,
                format!("`{name}` takes a closure and cannot be inlined here"),
                "a function that takes closures must not be recursive, and the function that calls it must not grow too large",
            );
            return Some(Tree::Error);
        }
        Some(self.inline_body(function, companions, receiver, args, hint, span))
    }

    fn inline_body(
        &mut self,
        function: &syn::ItemFn,
        companions: bool,
        receiver: Option<&Expr>,
        args: &[&Expr],
        hint: Option<&Ident>,
        span: Span,
    ) -> Tree {
        let sig = &function.sig;
        if sig.inputs.len() != args.len() + usize::from(receiver.is_some()) {
            self.cx.doubt_at(
                span,
                format!("`{}` takes {} arguments", sig.ident, sig.inputs.len()),
                "give it as many as it takes",
            );
            return Tree::Error;
        }
        let exprs = receiver.into_iter().chain(args.iter().copied());
        let mut bound: Vec<(&FnArg, Tree)> = Vec::new();
        for (input, arg) in sig.inputs.iter().zip(exprs) {
            let tree = match input {
                FnArg::Typed(typed) if helpers::takes_closure(&sig.generics, &typed.ty) => match self.callable(arg) {
                    Some(callable) => Tree::Closure(callable),
                    None => Tree::Error,
                },
                FnArg::Typed(_) => self.expr_named(arg, None, "arg"),
                FnArg::Receiver(_) => self.place(arg),
            };
            match tree {
                Tree::Error => return Tree::Error,
                Tree::Never => return Tree::Never,
                tree => bound.push((input, tree)),
            }
            if self.reach != Reach::Live {
                return Tree::Never;
            }
        }
        // The body's own errors are reported where it is differentiated by itself.
        let errors = self.cx.count();
        refusals::refuse_outlaws(self.cx, &function.block);
        let mentions = Mentions::of_body(&function.block);
        let borrowed = std::mem::replace(&mut self.borrowed, mentions.borrowed);
        let indexed = std::mem::replace(&mut self.indexed, mentions.indexed);
        let expected = self.expected.take();
        self.inlining.push(sig.ident.to_string());
        let output = match &sig.output {
            syn::ReturnType::Default => Type::Unit,
            syn::ReturnType::Type(_, ty) => classify(self.cx, &self.signature.generics, ty),
        };
        let value = self.in_place(Vec::new(), output, &function.block.stmts, hint, span, &|lower| {
            for (input, tree) in &bound {
                lower.bind_parameter(input, tree.clone());
            }
        });
        self.inlining.pop();
        self.expected = expected;
        self.borrowed = borrowed;
        self.indexed = indexed;
        if companions {
            self.cx.forget_since(errors);
        }
        value
    }

    fn bind_parameter(&mut self, input: &FnArg, tree: Tree) {
        let (pat, ty, attrs) = match input {
            FnArg::Receiver(receiver) => {
                let name = Ident::new("self", receiver.self_token.span);
                let tree = match (receiver.reference.is_some(), through_borrows(tree)) {
                    (true, Tree::Memory(path)) => Tree::Ref { path, mutable: receiver.mutability.is_some() },
                    (false, Tree::Ref { path, .. }) => Tree::Memory(path),
                    (_, tree) => tree,
                };
                let mutable = receiver.reference.is_none() && receiver.mutability.is_some();
                let tree = if mutable { self.own(&name, tree) } else { tree };
                self.env.declare(&name, tree, false);
                return;
            }
            FnArg::Typed(typed) => (&*typed.pat, &*typed.ty, &typed.attrs),
        };
        let no_grad = attrs.iter().any(|attr| attr.path().is_ident("no_grad"));
        let span = refusals::span_of(pat);
        if let (Pat::Ident(binding), Tree::Closure(_)) = (pat, &tree) {
            self.env.declare(&binding.ident, tree, false);
            return;
        }
        let tree = if no_grad { self.detached(tree, None, span) } else { tree };
        match pat {
            Pat::Ident(binding) if binding.by_ref.is_none() => {
                let mutable = binding.mutability.is_some();
                let tree = if mutable { self.own(&binding.ident, tree) } else { tree };
                self.declare_local(&binding.ident, mutable, tree, Some(ty), no_grad);
            }
            pat => {
                let ty = self.annotation(ty);
                let tree = self.coerce(tree, &ty);
                self.bind_pattern(pat, tree, no_grad);
            }
        }
    }

    /// What a `mut` parameter changes is its own copy.
    fn own(&mut self, name: &Ident, tree: Tree) -> Tree {
        let Tree::Memory(path) = tree else { return tree };
        if matches!(self.path_type(&path), Type::Vec(_)) {
            return Tree::Memory(path);
        }
        let (ty, active) = (self.path_type(&path), self.path_active(&path));
        let ident = self.names.user(name);
        let copy = self.declare_place(ident, ty, Init::CopyOf { path, to_vec: false }, name.span());
        let place = &mut self.function.places[copy.root.0 as usize];
        place.differentiable = active;
        place.mutable = true;
        Tree::Memory(copy)
    }
}

fn is_self(expr: &Expr) -> bool {
    match expr {
        Expr::Path(path) => path.path.is_ident("self"),
        Expr::Paren(inner) => is_self(&inner.expr),
        _ => false,
    }
}
