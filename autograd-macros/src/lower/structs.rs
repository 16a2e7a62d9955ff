//! Values of user types: literals, tuple structs, methods.

use proc_macro2::{Ident, Span};
use quote::ToTokens;
use syn::{Expr, Member};

use super::tree::Tree;
use super::{refusals, scan, Lower};
use crate::ir::{self, Arg, Call, Callee, Init, Payload, PlaceKind, Step, StmtKind, Type};

impl Lower<'_> {
    /// `Name { x: a, y: b }`
    pub(super) fn structure(&mut self, literal: &syn::ExprStruct, hint: Option<&Ident>, span: Span) -> Tree {
        if let Some(rest) = &literal.rest {
            return self.updated(literal, rest, hint, span);
        }
        let variant = super::variants::is_variant_path(&literal.path);
        let path = literal.path.to_token_stream();
        let mut fields = Vec::new();
        for field in &literal.fields {
            let step = match (&field.member, variant) {
                (Member::Named(name), false) => Step::Field(name.clone()),
                (Member::Unnamed(index), false) => Step::Element(index.index),
                (Member::Named(name), true) => {
                    Step::Payload(Payload::new(path.clone(), ir::Member::Named(name.clone())))
                }
                (Member::Unnamed(index), true) => {
                    Step::Payload(Payload::new(path.clone(), ir::Member::Unnamed(index.index)))
                }
            };
            let tree = self.expr(&field.expr, None);
            if matches!(tree, Tree::Error | Tree::Never) {
                return tree;
            }
            fields.push((step, self.init_of(tree, refusals::span_of(&field.expr))));
        }
        self.made(literal.path.to_token_stream(), fields, hint, span)
    }

    /// `Name { x: a, ..rest }`: a copy of the rest, and the fields stored into it.
    fn updated(&mut self, literal: &syn::ExprStruct, rest: &Expr, hint: Option<&Ident>, span: Span) -> Tree {
        let mut stored = Vec::new();
        for field in &literal.fields {
            let step = match &field.member {
                Member::Named(name) => Step::Field(name.clone()),
                Member::Unnamed(index) => Step::Element(index.index),
            };
            let tree = self.expr(&field.expr, None);
            if matches!(tree, Tree::Error | Tree::Never) {
                return tree;
            }
            let tree = self.settle(tree, refusals::span_of(&field.expr));
            stored.push((step, tree));
        }
        let tree = self.expr(rest, None);
        if matches!(tree, Tree::Error | Tree::Never) {
            return tree;
        }
        let init = self.init_of(tree, refusals::span_of(rest));
        let ident = match hint {
            Some(hint) => self.names.user(hint),
            None => self.names.temporary("made", span),
        };
        let ty = Type::Unknown(Some(literal.path.to_token_stream()));
        let path = self.declare_place(ident, ty, init, span);
        self.function.places[path.root.0 as usize].mutable = true;
        for (step, tree) in stored {
            self.store_whole(&path.join(&[step]), tree, span);
        }
        Tree::Memory(path)
    }

    /// `Name(a, b)` of a tuple struct, if the path looks like one.
    pub(super) fn tuple_struct(
        &mut self,
        path: &syn::ExprPath,
        call: &syn::ExprCall,
        hint: Option<&Ident>,
        span: Span,
    ) -> Option<Tree> {
        let last = path.path.segments.last()?;
        let of_std = ["Some", "Ok", "Err", "None"].iter().any(|name| last.ident == name);
        if !scan::is_constant(&last.ident) || of_std {
            return None;
        }
        let variant = super::variants::is_variant_path(&path.path);
        let tokens = path.to_token_stream();
        let mut fields = Vec::new();
        for (index, arg) in call.args.iter().enumerate() {
            let tree = self.expr(arg, None);
            if matches!(tree, Tree::Error | Tree::Never) {
                return Some(tree);
            }
            let step = if variant {
                Step::Payload(Payload::new(tokens.clone(), ir::Member::Unnamed(index as u32)))
            } else {
                Step::Element(index as u32)
            };
            fields.push((step, self.init_of(tree, refusals::span_of(arg))));
        }
        Some(self.made(path.to_token_stream(), fields, hint, span))
    }

    fn made(
        &mut self,
        name: proc_macro2::TokenStream,
        fields: Vec<(Step, Init)>,
        hint: Option<&Ident>,
        span: Span,
    ) -> Tree {
        let ident = match hint {
            Some(hint) => self.names.user(hint),
            None => self.names.temporary("made", span),
        };
        // Of a variant, the type is that of the enum, which a path through an alias does not tell.
        let variant = fields.iter().any(|(step, _)| matches!(step, Step::Payload(_)));
        let ty = Type::Unknown(Some(name.clone()).filter(|_| !variant));
        Tree::Memory(self.declare_place(ident, ty, Init::Struct { name, fields }, span))
    }

    /// A method of a user type: a call whose receiver is a place.
    pub(super) fn user_method(
        &mut self,
        call: &syn::ExprMethodCall,
        receiver: Tree,
        hint: Option<&Ident>,
        span: Span,
    ) -> Tree {
        let Some(path) = self.addressed(receiver, span) else { return Tree::Error };
        // Whether the method takes `self`, `&self` or `&mut self` is not known here: where the place can be written to,
        // the method may write to it.
        let root = self.function.place_data(path.root);
        let may_write = !super::methods::only_reads(&call.method.to_string());
        let mutable = may_write && (root.mutable || root.kind == PlaceKind::Exclusive);
        let mut args = vec![Arg::Ref { path, mutable }];
        for arg in &call.args {
            match self.arg(arg) {
                Some(arg) => args.push(arg),
                None => return Tree::Error,
            }
        }
        let generics = call.turbofish.as_ref().map(ToTokens::to_token_stream).unwrap_or_default();
        let callee = Callee {
            prefix: proc_macro2::TokenStream::new(),
            name: call.method.clone(),
            generics,
            recursive: false,
            method: true,
        };
        let result = self.fresh(hint, &format!("{}_out", call.method), span, Type::Unknown(None));
        if !super::iterators::matrix::returns_matrix(&call.method.to_string()) {
            self.returned.insert(result);
        }
        self.region.push(span, StmtKind::Call(Call { callee, args, result, error: None, pullback: None }));
        Tree::Leaf(result.into())
    }
}
