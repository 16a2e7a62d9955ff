//! `f_backward`: forward and backward part in one scope.

use proc_macro2::TokenStream;
use quote::ToTokens;

use crate::ir::{Function, Operand, Place, PlaceKind, Shape, StmtKind, Type};
use crate::reverse::Differentiated;
use crate::signature::{Convention, Parameter};

use super::companions::Companions;
use super::located::bracketed;
use super::shape::{bare_or_tuple, bind_seeds, build, gradient_of_shape, rebind};
use super::{tangent, Emitter};

impl Companions<'_> {
    /// `f_backward`: forward and backward part in one scope.
    pub(super) fn backward(&self, body: &TokenStream) -> TokenStream {
        let head = self.backward_head();
        let receiver = self.receiver();
        quote!(#head { #receiver #body })
    }

    /// The statements of `f_backward`, over its parameters.
    pub(super) fn backward_body(&self, joint: &Differentiated) -> TokenStream {
        let mut emitter = Emitter::new(joint, self.private.clone());
        let body = emitter.function_body(joint);
        let checks: TokenStream = self
            .active()
            .filter(|param| param.convention != Convention::Value && !self.is_elastic(param))
            .map(|param| self.length_check(param, &self.shadow_name(param).to_token_stream()))
            .collect();
        let late_checks: TokenStream =
            self.active().filter(|param| self.is_elastic(param)).map(|param| self.fit(param)).collect();
        let (workspace, entry, stacks) = (self.workspace(joint), self.entry(joint), self.stacks(joint));
        let output = self.output(joint, &body.outputs);
        let gradients: Vec<TokenStream> =
            self.by_value().map(|param| self.gradient_of(joint, param, &body.adjoints)).collect();
        let result = match (self.has_output(), gradients.is_empty()) {
            (true, true) => quote!(output),
            (true, false) => {
                let gradients = bare_or_tuple(&gradients);
                quote!((output, #gradients))
            }
            (false, true) => quote!(()),
            (false, false) => bare_or_tuple(&gradients),
        };
        let (items, imports, give) = (&self.items, self.imports(joint), self.give_back(joint));
        let (forward, backward) = (body.forward, body.backward);
        let collections = self.collections();
        quote! {
            #imports
            #(#items)*
            #collections
            #checks
            #workspace
            #entry
            #stacks
            #forward
            #late_checks
            let output = #output;
            #backward
            #give
            #result
        }
    }

    /// The items of arguments that are iterators.
    pub(super) fn collections(&self) -> TokenStream {
        self.signature.params.iter().map(|param| param.collection(&self.private)).collect()
    }

    /// Attributes and signature of `f_backward`.
    pub(super) fn backward_head(&self) -> TokenStream {
        let (impl_generics, _, where_clause) = self.generics.split_for_impl();
        let mut params = Vec::new();
        for param in &self.signature.params {
            params.push(param.declaration());
            if param.active && param.convention != Convention::Value {
                let (shadow, ty) = (self.shadow_name(param), tangent::exclusive(&self.private, param));
                params.push(quote!(#shadow: #ty));
            }
        }
        if self.has_output() {
            let ty = self.seed_type();
            params.push(quote!(seed: #ty));
        }
        let gradient = self.by_value().next().map(|_| self.gradient_type(self.by_value()));
        let returns = match (self.has_output(), gradient) {
            (true, None) => self.output_type(),
            (true, Some(gradient)) => {
                let output = self.output_type();
                bracketed(quote!((#output, #gradient)), self.anchor())
            }
            (false, None) => quote!(()),
            (false, Some(gradient)) => gradient,
        };
        let name = self.signature.ident.to_string();
        let attributes = self.head(&format!(
            "Value of [`{name}`] and gradients of its by-value parameters; those of references are added to their shadows `d_…`."
        ));
        let (vis, backward) = (self.vis, self.name("backward"));
        quote! {
            #attributes
            #[inline]
            #vis fn #backward #impl_generics(#(#params),*) -> #returns #where_clause
        }
    }

    /// `assert!` on the length of a shadow, before anything is written.
    pub(super) fn length_check(&self, param: &Parameter, shadow: &TokenStream) -> TokenStream {
        let private = &self.private;
        let ident = &param.ident;
        let name = ident.to_string();
        match &param.kind {
            Type::Slice(_) | Type::Vec(_) => quote!(#private::check_shadow(#name, #ident.len(), #shadow.len());),
            _ => TokenStream::new(),
        }
    }

    /// Whether the function changes the length of a `&mut Vec`: its shadow has the final length.
    pub(super) fn is_elastic(&self, param: &Parameter) -> bool {
        self.elastic.contains(&param.ident)
    }

    /// Checks the shadow of a vector that has its final length by now; an empty shadow stands for zeros.
    pub(super) fn fit(&self, param: &Parameter) -> TokenStream {
        let (private, ident, shadow) = (&self.private, &param.ident, self.shadow_name(param));
        let name = ident.to_string();
        quote!(#private::fit_shadow(#name, #ident, #shadow);)
    }

    pub(super) fn workspace(&self, differentiated: &Differentiated) -> TokenStream {
        let private = &self.private;
        if has_workspace(differentiated) {
            quote!(let workspace = &mut #private::Workspace::new();)
        } else {
            TokenStream::new()
        }
    }

    /// Stacks come from a workspace where there is one, else from the allocator.
    pub(super) fn stacks(&self, differentiated: &Differentiated) -> TokenStream {
        let private = &self.private;
        let pooled = has_workspace(differentiated);
        differentiated
            .stacks
            .iter()
            .map(|stack| {
                let ident = &differentiated.function.stack_data(*stack).ident;
                let empty = if pooled { quote!(workspace.take(0)) } else { quote!(#private::Vec::new()) };
                quote!(let mut #ident = #empty;)
            })
            .collect()
    }

    pub(super) fn give_back(&self, differentiated: &Differentiated) -> TokenStream {
        if !has_workspace(differentiated) {
            return TokenStream::new();
        }
        differentiated
            .stacks
            .iter()
            .map(|stack| {
                let ident = &differentiated.function.stack_data(*stack).ident;
                quote!(workspace.give(#ident);)
            })
            .collect()
    }

    /// Takes pattern parameters and seeds apart, and makes the shadows of owned places.
    pub(super) fn entry(&self, differentiated: &Differentiated) -> TokenStream {
        let function = &differentiated.function;
        let mut tokens = TokenStream::new();
        for (param, parameter) in function.params.iter().zip(&self.signature.params) {
            tokens.extend(rebind(function, &param.shape, parameter));
        }
        for (place, shadow) in &differentiated.shadows {
            let (data, shadow_data) = (function.place_data(*place), function.place_data(*shadow));
            if data.kind == PlaceKind::Owned {
                let (ident, d_ident) = (&data.ident, &shadow_data.ident);
                let zero = tangent::zero(&self.private, &data.ty, quote!(&), ident);
                let annotation = tangent::annotation(&self.private, &data.ty);
                tokens.extend(quote!(let mut #d_ident #annotation = #zero;));
            } else {
                tokens.extend(self.rename_shadow(function, *place, *shadow));
            }
        }
        if self.has_output() {
            tokens.extend(self.bind_seed(differentiated));
        }
        tokens
    }

    /// The IR's name of a reference parameter's shadow, if it differs from the companion's parameter.
    pub(super) fn rename_shadow(&self, function: &Function, place: Place, shadow: Place) -> TokenStream {
        let owner = function.params.iter().zip(&self.signature.params).find(|(param, _)| {
            param.shape.leaves().iter().any(|leaf| matches!(leaf, Shape::Place(leaf) if *leaf == place))
        });
        let Some((_, parameter)) = owner else { return TokenStream::new() };
        let (from, to) = (self.shadow_name(parameter), &function.place_data(shadow).ident);
        if from == *to {
            TokenStream::new()
        } else {
            quote!(let mut #to = #from;)
        }
    }

    /// `let (seed_0, seed_1) = seed;`
    pub(super) fn bind_seed(&self, differentiated: &Differentiated) -> TokenStream {
        let function = &differentiated.function;
        bind_seeds(&self.private, function, &function.output, quote!(seed), &differentiated.seeds)
    }

    /// The return value from the output leaves.
    pub(super) fn output(&self, differentiated: &Differentiated, leaves: &[TokenStream]) -> TokenStream {
        if self.signature.output.ty.is_none() {
            return quote!(());
        }
        let mut leaves = leaves.iter();
        build(&differentiated.function.output, &mut leaves)
    }

    /// The gradient of a by-value parameter from the adjoints of its leaves.
    pub(super) fn gradient_of(
        &self,
        differentiated: &Differentiated,
        param: &Parameter,
        adjoints: &[TokenStream],
    ) -> TokenStream {
        let position = self.signature.params.iter().position(|other| other.ident == param.ident).unwrap_or(0);
        gradient_of_shape(differentiated, &differentiated.function.params[position].shape, adjoints)
    }
}

/// Statements of a function, and the operands at its two ends.
pub(super) struct Body {
    pub(super) forward: TokenStream,
    pub(super) backward: TokenStream,
    pub(super) outputs: Vec<TokenStream>,
    pub(super) adjoints: Vec<TokenStream>,
}

impl Emitter<'_> {
    pub(super) fn function_body(&mut self, differentiated: &Differentiated) -> Body {
        let forward = self.stmts(&differentiated.forward);
        let outputs: Vec<TokenStream> =
            differentiated.forward.yields.iter().map(|leaf| self.output_operand(leaf)).collect();
        let rest = self.finish();
        let forward = quote!(#forward #rest);
        let backward = self.stmts(&differentiated.backward);
        let adjoints: Vec<TokenStream> =
            differentiated.backward.yields.iter().map(|leaf| self.output_operand(leaf)).collect();
        let rest = self.finish();
        Body { forward, backward: quote!(#backward #rest), outputs, adjoints }
    }

    pub(super) fn output_operand(&mut self, operand: &Operand) -> TokenStream {
        match operand {
            Operand::Const(_) => self.typed(operand).tokens,
            Operand::Value(_) => self.owned(operand),
        }
    }
}

/// Whether a workspace is at hand: `f_call` gets one, and `f_backward` makes one for the functions that it calls.
fn has_workspace(differentiated: &Differentiated) -> bool {
    let mut calls = false;
    differentiated.forward.walk(&mut |stmt| {
        calls |= matches!(&stmt.kind, StmtKind::Call(call) if call.pullback.is_some());
    });
    calls || !differentiated.joint
}
