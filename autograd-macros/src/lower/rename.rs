//! Names of local variables in the user's tokens become those of the IR, or the paths that they stand for.

use std::collections::HashSet;

use proc_macro2::{Ident, Span, TokenStream, TokenTree};
use quote::{quote, quote_spanned, ToTokens};
use syn::spanned::Spanned;
use syn::visit_mut::{self, VisitMut};
use syn::{Expr, Macro, Pat};

use super::tree::{ConstTokens, Fault, Tree, Wrapped};
use super::{macros, methods, operators, scan, Lower};
use crate::ir::{Member, Opaque, Operand, Path, Payload, Place, PlaceKind, Step, Value, Wrapper};

/// A walk that replaces the names of local variables by what they stand for.
pub(super) struct Rename<'a, 'c> {
    lower: &'a Lower<'c>,
    pub(super) scopes: Vec<HashSet<String>>,
    uses: Vec<Value>,
    places: Vec<Place>,
    pub(super) cheap: bool,
}

impl<'a, 'c> Rename<'a, 'c> {
    pub(super) fn new(lower: &'a Lower<'c>) -> Self {
        Rename { lower, scopes: Vec::new(), uses: Vec::new(), places: Vec::new(), cheap: true }
    }

    pub(super) fn finish(self, code: TokenStream) -> Opaque {
        Opaque { code, uses: self.uses, places: self.places, cheap: self.cheap }
    }

    fn scoped(&mut self, names: Vec<Ident>, inside: impl FnOnce(&mut Self)) {
        self.scopes.push(names.iter().map(ToString::to_string).collect());
        inside(self);
        self.scopes.pop();
    }

    fn bind(&mut self, pat: &Pat) {
        let names = scan::bindings(pat);
        if let Some(scope) = self.scopes.last_mut() {
            scope.extend(names.iter().map(ToString::to_string));
        }
    }

    /// What a free name stands for.
    fn meaning(&self, name: &Ident) -> Option<Tree> {
        let text = name.to_string();
        if self.scopes.iter().any(|scope| scope.contains(&text)) {
            return None;
        }
        let tree = self.lower.env.tree(self.lower.env.lookup(&text)?);
        match tree {
            Tree::Unset | Tree::Never | Tree::Error => None,
            tree => Some(tree.clone()),
        }
    }

    /// What an expression stands for that only names, projects or dereferences.
    fn place_like(&self, expr: &Expr) -> Option<Tree> {
        match expr {
            Expr::Path(path) => self.meaning(scan::local_name(path)?),
            Expr::Paren(inner) => self.place_like(&inner.expr),
            Expr::Group(inner) => self.place_like(&inner.expr),
            Expr::Field(field) => match (self.place_like(&field.base)?.deref(), &field.member) {
                (Tree::Tuple(items), syn::Member::Unnamed(index)) => items.get(index.index as usize).cloned(),
                _ => None,
            },
            Expr::Unary(unary) if matches!(unary.op, syn::UnOp::Deref(_)) => match self.place_like(&unary.expr)? {
                Tree::Ref { path, .. } => Some(Tree::Memory(path)),
                Tree::Borrow(inner) => Some(*inner),
                _ => None,
            },
            _ => None,
        }
    }

    fn operand(&mut self, operand: &Operand, span: Span) -> TokenStream {
        match operand {
            Operand::Value(value) => {
                if !self.uses.contains(value) {
                    self.uses.push(*value);
                }
                let mut ident = self.lower.function.value_data(*value).ident.clone();
                ident.set_span(ident.span().located_at(span));
                ident.into_token_stream()
            }
            constant => constant.tokens(),
        }
    }

    /// `root[i]` and `root[a..b]`, without a `&`.
    fn path(&mut self, path: &Path, span: Span) -> TokenStream {
        if !self.places.contains(&path.root) {
            self.places.push(path.root);
        }
        let root = &self.lower.function.place_data(path.root).ident;
        let mut code = quote!(#root);
        for step in &path.steps {
            code = match step {
                Step::Index(index) => {
                    let index = self.operand(index, span);
                    quote!(#code[#index])
                }
                Step::Range { start, end, inclusive } => {
                    let start = start.as_ref().map(|start| self.operand(start, span));
                    let end = end.as_ref().map(|end| self.operand(end, span));
                    let dots = if *inclusive { quote!(..=) } else { quote!(..) };
                    quote!(#code[#start #dots #end])
                }
                Step::Element(index) => {
                    let index = syn::Index::from(*index as usize);
                    quote!(#code.#index)
                }
                Step::Field(name) => quote!(#code.#name),
                Step::Chunk { start, len } => {
                    let (start, len) = (start.as_ref().map(|start| self.operand(start, span)), &len.0);
                    quote!((*#code[#start..].first_chunk::<{ #len }>().unwrap()))
                }
                Step::Payload(payload) => self.payload(&code, payload),
            };
        }
        code
    }

    /// What a variant holds, as a place.
    fn payload(&self, whole: &TokenStream, payload: &Payload) -> TokenStream {
        let variant = &payload.path.0;
        if variant.is_empty() {
            let private = &self.lower.signature.private;
            return quote!((*#private::payload(&#whole)));
        }
        let member = match &payload.member {
            Member::Named(name) => name.to_token_stream(),
            Member::Unnamed(index) => syn::Index::from(*index as usize).to_token_stream(),
        };
        quote!((*match &#whole { #variant { #member: part, .. } => part, _ => ::core::unreachable!() }))
    }

    /// An `Option` or a `Result` put together.
    fn wrapped(&mut self, wrapped: &Wrapped, span: Span) -> TokenStream {
        let payload = match &wrapped.payload {
            Tree::Never | Tree::Unset => None,
            payload => Some(self.tokens(payload, None, span)),
        };
        let present = self.operand(&wrapped.present, span);
        match (wrapped.wrapper, payload, self.fault(&wrapped.fault, span)) {
            (Wrapper::Option, Some(payload), _) => {
                quote!((if #present { ::core::option::Option::Some(#payload) } else { ::core::option::Option::None }))
            }
            (Wrapper::Option, None, _) => quote!(::core::option::Option::None),
            (Wrapper::Result, Some(payload), Some(fault)) => quote!((match #fault {
                ::core::option::Option::None => ::core::result::Result::Ok(#payload),
                ::core::option::Option::Some(error) => ::core::result::Result::Err(error),
            })),
            (Wrapper::Result, Some(payload), None) => quote!(::core::result::Result::Ok(#payload)),
            (Wrapper::Result, None, fault) => quote!(::core::result::Result::Err(#fault.unwrap())),
        }
    }

    /// An `Option` of the error.
    pub(super) fn fault(&mut self, fault: &Fault, span: Span) -> Option<TokenStream> {
        match fault {
            Fault::None => None,
            Fault::Value(operand) => Some(self.operand(operand, span)),
            Fault::Of(path) => {
                self.cheap = false;
                let whole = self.receiver_tokens(&Tree::Memory(path.clone()), span);
                Some(quote!(#whole.as_ref().err().cloned()))
            }
        }
    }

    fn is_reference(&self, path: &Path) -> bool {
        path.steps.is_empty()
            && matches!(self.lower.function.place_data(path.root).kind, PlaceKind::Shared | PlaceKind::Exclusive)
    }

    pub(super) fn tokens(&mut self, tree: &Tree, name: Option<&Ident>, span: Span) -> TokenStream {
        match tree {
            Tree::Leaf(operand) => self.operand(operand, span),
            Tree::Tuple(items) => {
                let items: Vec<TokenStream> = items.iter().map(|item| self.tokens(item, None, span)).collect();
                match &items[..] {
                    [single] => quote!((#single,)),
                    _ => quote!((#(#items),*)),
                }
            }
            Tree::Memory(path) => {
                let code = self.path(path, span);
                if self.is_reference(path) {
                    quote!((*#code))
                } else {
                    code
                }
            }
            Tree::Ref { path, mutable } => {
                let code = self.path(path, span);
                match (self.is_reference(path), mutable) {
                    (true, _) => code,
                    (false, true) => quote!((&mut #code)),
                    (false, false) => quote!((&#code)),
                }
            }
            Tree::Borrow(inner) => {
                let code = self.tokens(inner, name, span);
                quote!((&#code))
            }
            Tree::Closure(callable) => match callable.code() {
                Some(value) => self.operand(&value.into(), span),
                None => self.hidden(name, span),
            },
            Tree::Iter(_) => self.hidden(name, span),
            Tree::Wrapped(wrapped) => self.wrapped(wrapped, span),
            Tree::Choice(choice) => {
                let cond = self.operand(&choice.cond, span);
                let [a, b] = choice.arms.each_ref().map(|arm| self.tokens(arm, None, span));
                quote!((if #cond { #a } else { #b }))
            }
            Tree::Unset | Tree::Never | Tree::Error => name.map_or(quote!(()), ToTokens::to_token_stream),
        }
    }

    /// A closure over values that carry a gradient exists nowhere in the generated code.
    fn hidden(&self, name: Option<&Ident>, span: Span) -> TokenStream {
        self.lower.cx.refuse_at(
            span,
            "a closure or an iterator over values that carry a gradient is used where no gradient is followed",
            "bind the value that it yields with a `let` first",
        );
        name.map_or(quote!(()), ToTokens::to_token_stream)
    }

    /// Where rustc borrows and dereferences by itself: before `.`, `[` and in a `match`.
    pub(super) fn receiver_tokens(&mut self, tree: &Tree, span: Span) -> TokenStream {
        match tree {
            Tree::Memory(path) | Tree::Ref { path, .. } if !self.is_reference(path) => self.path(path, span),
            Tree::Memory(path) if !self.lower.path_type(path).is_float() => self.path(path, span),
            Tree::Borrow(inner) => self.receiver_tokens(inner, span),
            other => self.tokens(other, None, span),
        }
    }

    fn receiver(&mut self, expr: &mut Expr) {
        match self.place_like(expr) {
            Some(tree) => {
                let span = expr.span();
                let code = self.receiver_tokens(&tree, span);
                *expr = Expr::Verbatim(quote_spanned!(span=> #code));
            }
            None => self.visit_expr_mut(expr),
        }
    }

    fn loose_tokens(&mut self, tokens: TokenStream) -> TokenStream {
        let mut after_dot = false;
        let mut out = TokenStream::new();
        for token in tokens {
            let dot = matches!(&token, TokenTree::Punct(punct) if punct.as_char() == '.');
            match token {
                TokenTree::Ident(ident) if !after_dot => match self.meaning(&ident) {
                    Some(tree) => out.extend(self.tokens(&tree, Some(&ident), ident.span())),
                    None => out.extend([TokenTree::Ident(ident)]),
                },
                TokenTree::Group(group) => {
                    let mut inner = proc_macro2::Group::new(group.delimiter(), self.loose_tokens(group.stream()));
                    inner.set_span(group.span());
                    out.extend([TokenTree::Group(inner)]);
                }
                other => out.extend([other]),
            }
            after_dot = dot;
        }
        out
    }
}

impl VisitMut for Rename<'_, '_> {
    fn visit_expr_mut(&mut self, expr: &mut Expr) {
        if let Some(tree) = self.place_like(expr) {
            let span = expr.span();
            let name = match expr {
                Expr::Path(path) => scan::local_name(path).cloned(),
                _ => None,
            };
            *expr = Expr::Verbatim(self.tokens(&tree, name.as_ref(), span));
            return;
        }
        match expr {
            Expr::MethodCall(call) => {
                let name = call.method.to_string();
                self.cheap &= methods::is_cheap(&name);
                self.receiver(&mut call.receiver);
                call.args.iter_mut().for_each(|arg| self.visit_expr_mut(arg));
            }
            Expr::Index(index) => {
                self.receiver(&mut index.expr);
                self.visit_expr_mut(&mut index.index);
            }
            Expr::Field(field) => self.receiver(&mut field.base),
            Expr::Reference(reference) if reference.mutability.is_none() => match self.place_like(&reference.expr) {
                Some(Tree::Memory(path)) => {
                    let view = Tree::Ref { path, mutable: false };
                    *expr = Expr::Verbatim(self.tokens(&view, None, reference.expr.span()));
                }
                _ => self.visit_expr_mut(&mut reference.expr),
            },
            Expr::If(branch) => {
                self.cheap = false;
                self.scopes.push(HashSet::new());
                self.visit_expr_mut(&mut branch.cond);
                self.visit_block_mut(&mut branch.then_branch);
                self.scopes.pop();
                if let Some((_, otherwise)) = &mut branch.else_branch {
                    self.visit_expr_mut(otherwise);
                }
            }
            Expr::While(loop_) => {
                self.cheap = false;
                self.scopes.push(HashSet::new());
                self.visit_expr_mut(&mut loop_.cond);
                self.visit_block_mut(&mut loop_.body);
                self.scopes.pop();
            }
            Expr::ForLoop(loop_) => {
                self.cheap = false;
                self.visit_expr_mut(&mut loop_.expr);
                let names = scan::bindings(&loop_.pat);
                self.scoped(names, |rename| rename.visit_block_mut(&mut loop_.body));
            }
            Expr::Closure(closure) => {
                self.cheap = false;
                let names = closure.inputs.iter().flat_map(scan::bindings).collect();
                self.scoped(names, |rename| rename.visit_expr_mut(&mut closure.body));
            }
            Expr::Let(condition) => {
                self.visit_expr_mut(&mut condition.expr);
                self.bind(&condition.pat);
            }
            Expr::Lit(_)
            | Expr::Path(_)
            | Expr::Unary(_)
            | Expr::Cast(_)
            | Expr::Paren(_)
            | Expr::Group(_)
            | Expr::Reference(_)
            | Expr::Range(_)
            | Expr::Tuple(_)
            | Expr::Binary(_) => {
                if let Expr::Binary(binary) = expr {
                    self.cheap &= operators::compound(&binary.op).is_none();
                }
                visit_mut::visit_expr_mut(self, expr);
            }
            other => {
                self.cheap = false;
                visit_mut::visit_expr_mut(self, other);
            }
        }
    }

    fn visit_block_mut(&mut self, block: &mut syn::Block) {
        self.scoped(Vec::new(), |rename| visit_mut::visit_block_mut(rename, block));
    }

    fn visit_local_mut(&mut self, local: &mut syn::Local) {
        if let Some(init) = &mut local.init {
            self.visit_expr_mut(&mut init.expr);
            if let Some((_, diverge)) = &mut init.diverge {
                self.visit_expr_mut(diverge);
            }
        }
        self.bind(&local.pat);
    }

    fn visit_arm_mut(&mut self, arm: &mut syn::Arm) {
        let names = scan::bindings(&arm.pat);
        self.scoped(names, |rename| {
            if let Some((_, guard)) = &mut arm.guard {
                rename.visit_expr_mut(guard);
            }
            rename.visit_expr_mut(&mut arm.body);
        });
    }

    fn visit_field_value_mut(&mut self, field: &mut syn::FieldValue) {
        if field.colon_token.is_none() {
            field.colon_token = Some(syn::Token![:](field.member.span()));
        }
        visit_mut::visit_field_value_mut(self, field);
    }

    fn visit_item_mut(&mut self, _: &mut syn::Item) {}

    fn visit_macro_mut(&mut self, macro_: &mut Macro) {
        self.cheap &= macros::name(macro_) == "matches";
        let Some(known) = macros::Known::parse(macro_) else {
            macro_.tokens = self.loose_tokens(macro_.tokens.clone());
            return;
        };
        let mut exprs: Vec<TokenStream> = Vec::new();
        for expr in known.exprs() {
            let mut expr = expr.clone();
            self.visit_expr_mut(&mut expr);
            exprs.push(expr.into_token_stream());
        }
        if let Some((pat, Some(guard))) = known.pattern() {
            let mut guard = guard.clone();
            self.scoped(scan::bindings(pat), |rename| rename.visit_expr_mut(&mut guard));
            exprs.push(guard.into_token_stream());
        }
        let mut captured = Vec::new();
        for name in known.captures() {
            if let Some(tree) = self.meaning(&name) {
                let value = self.tokens(&tree, Some(&name), name.span());
                captured.push((name, value));
            }
        }
        let rebuilt = macros::rebuild(macro_, &known, exprs, &captured);
        if let Ok(rebuilt) = syn::parse2(rebuilt) {
            *macro_ = rebuilt;
        }
    }
}
