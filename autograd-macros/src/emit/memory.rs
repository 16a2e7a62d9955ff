//! Writes to memory and to shadows, and what memory starts with.

use proc_macro2::TokenStream;

use crate::ir::{AggregateKind, Const, Init, Member, Operand, Path, Payload, Place, PlaceKind, Step, Type, Value};

use super::expr::{Code, Level};
use super::Emitter;

impl Emitter<'_> {
    pub(super) fn store(&mut self, path: &Path, value: &Operand) -> TokenStream {
        let ty = self.path_type(path);
        let value_tokens = match ty {
            Type::Float(_) => self.typed(value).tokens,
            _ => self.owned(value),
        };
        let target = self.place_expr_mut(path);
        let flushed = self.finish();
        match ty {
            Type::Slice(_) => {
                let target = target.at(Level::Tight);
                quote!(#flushed #target.clone_from_slice(&#value_tokens);)
            }
            _ => {
                let target = target.tokens;
                quote!(#flushed #target = #value_tokens;)
            }
        }
    }

    pub(super) fn accumulate(&mut self, path: &Path, value: &Operand) -> TokenStream {
        let private = self.private.clone();
        let ty = self.path_type(path);
        let is_shadow = matches!(self.function.place_data(path.root).kind, PlaceKind::Shadow(_));
        let value = self.operand(value);
        let target = self.place_expr_mut(path);
        let flushed = self.finish();
        let absent = self.may_be_absent(path);
        let update = match ty {
            _ if absent => {
                let (target, value) = (target.at(Level::Prefix), value.tokens);
                quote!(#private::PartShadow::add(&mut #target, #value))
            }
            Type::Slice(_) => {
                let (target, value) = (target.at(Level::Prefix), value.at(Level::Tight));
                quote!(#private::accumulate_slice(&mut #target, &#value))
            }
            ty if ty.is_float() || !is_shadow => add_assign(&target.tokens, value),
            _ => {
                let (target, value) = (target.at(Level::Prefix), value.tokens);
                quote!(#private::Tangent::accumulate(&mut #target, #value))
            }
        };
        let update = self.with_shadow(path, update);
        quote!(#flushed #update;)
    }

    /// `let value = mem::replace(&mut path, 0.0);`
    pub(super) fn take(&mut self, value: Value, path: &Path) -> TokenStream {
        let private = self.private.clone();
        let ident = self.ident(value);
        let ty = self.path_type(path);
        let used = self.use_count(value) > 0;
        let target = self.place_expr_mut(path);
        let flushed = self.finish();
        let zero = match &ty {
            Type::Float(float) => {
                Some(self.typed(&Operand::Const(Const::Float { value: 0.0, ty: float.clone() })).tokens)
            }
            _ => None,
        };
        let target_ref = target.clone().at(Level::Prefix);
        let taken = match (&zero, &ty) {
            _ if self.may_be_absent(path) => {
                let primal = self.primal_ref(path);
                quote!(#private::PartShadow::take(&mut #target_ref, #primal))
            }
            (Some(zero), _) => quote!(::core::mem::replace(&mut #target_ref, #zero)),
            (None, Type::Slice(_)) => quote!(#private::take_slice(&mut #target_ref)),
            (None, _) => quote!(#private::take_tangent(&mut #target_ref)),
        };
        if let Some(mode) = self.mode(path.root) {
            let root = self.root(path.root);
            let off = self.zero_of_primal(path);
            return quote!(#flushed let #ident = <#mode as #private::Mode>::read(&mut #root, || #off, |#root| #taken););
        }
        match zero {
            Some(zero) if !used && !self.may_be_absent(path) => {
                let target = target.tokens;
                quote!(#flushed #target = #zero;)
            }
            _ => quote!(#flushed let #ident = #taken;),
        }
    }

    pub(super) fn primal_of(&self, shadow: Place) -> Place {
        match self.function.place_data(shadow).kind {
            PlaceKind::Shadow(primal) => primal,
            PlaceKind::Owned | PlaceKind::Shared | PlaceKind::Exclusive | PlaceKind::Local => shadow,
        }
    }

    /// `&path` of the memory whose shadow the path names.
    pub(super) fn primal_ref(&mut self, path: &Path) -> TokenStream {
        let primal = path.at(self.primal_of(path.root));
        self.place_ref(&primal, false)
    }

    /// Runs `update` on the shadow where it is there.
    pub(super) fn with_shadow(&self, path: &Path, update: TokenStream) -> TokenStream {
        let private = &self.private;
        match self.mode(path.root) {
            Some(mode) => {
                let root = self.root(path.root);
                quote!(<#mode as #private::Mode>::with(&mut #root, |#root| #update))
            }
            None => update,
        }
    }

    pub(super) fn init(&mut self, init: &Init) -> TokenStream {
        let private = self.private.clone();
        match init {
            Init::Value(operand) => match operand {
                Operand::Const(_) => self.typed(operand).tokens,
                Operand::Value(_) => self.owned(operand),
            },
            Init::Repeat { kind, value, len } => {
                let value = self.init(value);
                let len = &len.code;
                match kind {
                    AggregateKind::Vec => quote!(#private::vec![#value; #len]),
                    AggregateKind::Array | AggregateKind::Tuple => quote!([#value; #len]),
                }
            }
            Init::List { kind, items } => {
                let items: Vec<TokenStream> = items.iter().map(|item| self.init(item)).collect();
                self.aggregate(*kind, &items)
            }
            Init::Struct { name, fields } => {
                let named = fields.iter().any(|(step, _)| {
                    let payload = |payload: &Payload| matches!(payload.member, Member::Named(_));
                    matches!(step, Step::Field(_)) || matches!(step, Step::Payload(inner) if payload(inner))
                });
                let values: Vec<TokenStream> = fields.iter().map(|(_, field)| self.init(field)).collect();
                if values.is_empty() {
                    return quote!(#name {});
                }
                if !named {
                    return quote!(#name(#(#values),*));
                }
                let members = fields.iter().filter_map(|(step, _)| match step {
                    Step::Field(field) => Some(field),
                    Step::Payload(Payload { member: Member::Named(field), .. }) => Some(field),
                    Step::Element(_) | Step::Index(_) | Step::Range { .. } | Step::Chunk { .. } | Step::Payload(_) => {
                        None
                    }
                });
                quote!(#name { #(#members: #values),* })
            }
            Init::CopyOf { path, to_vec } => {
                let path = self.place_expr(path);
                if *to_vec {
                    let path = path.at(Level::Tight);
                    quote!(#path.to_vec())
                } else {
                    self.cloned(path).tokens
                }
            }
            Init::Opaque(code) => code.code.clone(),
            Init::ZeroOf(path) => self.zero_shadow(path),
        }
    }

    /// The zero tangent of a place, written as a person would where the type is known.
    fn zero_shadow(&mut self, path: &Path) -> TokenStream {
        let ty = self.path_type(path);
        let private = self.private.clone();
        match &ty {
            Type::Float(float) => self.typed(&Operand::float(0.0, float.clone())).tokens,
            Type::Array(item, len) if item.is_float() => {
                let zero = self.typed(&Operand::float(0.0, item.float().expect("is a float").clone())).tokens;
                if len.is_empty() {
                    self.zero_of_path(path)
                } else {
                    quote!([#zero; #len])
                }
            }
            Type::Vec(item) | Type::Slice(item) if item.is_float() => {
                let zero = self.typed(&Operand::float(0.0, item.float().expect("is a float").clone())).tokens;
                let place = self.place_expr(path).at(Level::Tight);
                quote!(#private::vec![#zero; #place.len()])
            }
            _ => self.zero_of_path(path),
        }
    }
}

fn add_assign(target: &TokenStream, value: Code) -> TokenStream {
    if value.level == Level::Prefix {
        let mut tokens = value.tokens.clone().into_iter();
        if let Some(proc_macro2::TokenTree::Punct(punct)) = tokens.next() {
            if punct.as_char() == '-' {
                let rest: TokenStream = tokens.collect();
                return quote!(#target -= #rest);
            }
        }
    }
    let value = value.tokens;
    quote!(#target += #value)
}
