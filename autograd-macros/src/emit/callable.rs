//! `f_call`: the forward part now, the backward part as a closure, by the protocol of [`super::call`].

use proc_macro2::{Ident, TokenStream};
use quote::{quote, ToTokens};

use crate::ir::{Function, Place, Shape, Type};
use crate::reverse::Differentiated;
use crate::signature::Convention;

use super::companions::Companions;
use super::shape::{gradient_of_shape, rebind};
use super::{tangent, Emitter};

impl Companions<'_> {
    /// `f_call`: forward part now, the backward part as a closure, by the protocol of [`super::call`].
    pub(super) fn call(&self, split: &Differentiated) -> TokenStream {
        let private = &self.private;
        let mut emitter = Emitter::new(split, private.clone());
        let function = &split.function;
        for (place, shadow) in &split.shadows {
            if let Some(mode) = self.mode_of(function, *place) {
                emitter.modes.insert(*shadow, mode);
            }
        }
        let body = emitter.function_body(split);
        let mut generics = self.generics.clone();
        for param in &self.signature.params {
            let mode = Self::mode_name(param);
            generics.params.push(syn::parse_quote!(#mode: #private::Mode));
        }
        let (impl_generics, _, where_clause) = generics.split_for_impl();
        let mut params = self.params();
        params.extend(self.signature.params.iter().map(|param| {
            let mode = Self::mode_name(param);
            quote!(_: #mode)
        }));
        params.push(quote!(workspace: &mut #private::Workspace));
        let (slot_types, slot_params) = self.slots();
        let seed_type = self.seed_type();
        let entry: TokenStream = function
            .params
            .iter()
            .zip(&self.signature.params)
            .map(|(param, parameter)| rebind(function, &param.shape, &parameter.ident.to_token_stream()))
            .collect();
        let unpack = self.unpack_shadows(split);
        let seed = self.bind_seed(split);
        let output = self.output(split, &body.outputs);
        let (stacks, give) = (self.stacks(split), self.give_back(split));
        let hand_over = self.hand_over(split, &body.adjoints);
        let checks = self.call_checks();
        let (forward, backward) = (body.forward, body.backward);
        let (vis, call, items, output_type) = (self.vis, self.name("call"), &self.items, self.output_type());
        let head = self.head("How generated code calls the function.");
        quote! {
            #head
            #[doc(hidden)]
            #[inline]
            #vis fn #call #impl_generics(#(#params),*) -> (
                #output_type,
                impl ::core::ops::FnOnce(#(#slot_types,)* #seed_type, &mut #private::Workspace) + ::core::clone::Clone,
            ) #where_clause {
                #(#items)*
                #entry
                #stacks
                #forward
                (#output, move |#(#slot_params,)* seed: #seed_type, workspace: &mut #private::Workspace| {
                    #checks
                    #unpack
                    #seed
                    #backward
                    #give
                    #hand_over
                })
            }
        }
    }

    pub(super) fn mode_of(&self, function: &Function, place: Place) -> Option<Ident> {
        let owner = function.params.iter().zip(&self.signature.params).find(|(param, _)| {
            matches!(param.shape, Shape::Place(leaf) if leaf == place)
        });
        owner.map(|(_, parameter)| Self::mode_name(parameter))
    }

    /// Types and parameters of the pullback's slots.
    pub(super) fn slots(&self) -> (Vec<TokenStream>, Vec<TokenStream>) {
        let private = &self.private;
        let (mut types, mut params) = (Vec::new(), Vec::new());
        for param in &self.signature.params {
            let (ident, shadow, mode) = (&param.ident, self.shadow_name(param), Self::mode_name(param));
            let target = if param.active || param.no_grad { tangent::shadow(private, param) } else { quote!(()) };
            if param.convention != Convention::Value {
                let ty = &param.ty;
                types.push(quote!(#ty));
                params.push(quote!(#ident: #ty));
            }
            types.push(quote!(#mode::Shadow<'_, #target>));
            params.push(quote!(mut #shadow: #mode::Shadow<'_, #target>));
        }
        (types, params)
    }

    pub(super) fn call_checks(&self) -> TokenStream {
        let private = &self.private;
        self.active()
            .filter(|param| param.convention != Convention::Value)
            .filter(|param| matches!(param.kind, Type::Slice(_) | Type::Vec(_)))
            .map(|param| {
                let (ident, shadow, mode) = (&param.ident, self.shadow_name(param), Self::mode_name(param));
                let name = ident.to_string();
                quote!(#mode::with(&mut #shadow, |#shadow| #private::check_shadow(#name, #ident.len(), #shadow.len()));)
            })
            .collect()
    }

    /// Names the shadows as the IR does. A by-value tuple with memory in it gets local shadows, which are handed over at the
    /// end.
    pub(super) fn unpack_shadows(&self, split: &Differentiated) -> TokenStream {
        let function = &split.function;
        let private = &self.private;
        split
            .shadows
            .iter()
            .map(|(place, shadow)| {
                let (ident, d_ident) = (&function.place_data(*place).ident, &function.place_data(*shadow).ident);
                match self.mode_of(function, *place) {
                    Some(_) => self.rename_shadow(function, *place, *shadow),
                    None => quote!(let mut #d_ident = #private::Differentiable::zero_tangent(&#ident);),
                }
            })
            .collect()
    }

    /// Adds the adjoints of by-value parameters to their slots.
    pub(super) fn hand_over(&self, split: &Differentiated, adjoints: &[TokenStream]) -> TokenStream {
        let private = &self.private;
        self.by_value()
            .filter_map(|param| {
                let position = self.signature.params.iter().position(|other| other.ident == param.ident)?;
                let shape = &split.function.params[position].shape;
                if matches!(shape, Shape::Place(_)) {
                    return None;
                }
                let gradient = gradient_of_shape(split, shape, adjoints);
                let (shadow, mode) = (self.shadow_name(param), Self::mode_name(param));
                let update = if param.kind.is_float() {
                    quote!(*#shadow += #gradient)
                } else {
                    quote!(#private::Tangent::accumulate(#shadow, #gradient))
                };
                Some(quote!(#mode::with(&mut #shadow, |#shadow| #update);))
            })
            .collect()
    }
}
