//! `f_call`: the forward part now, the backward part as a closure, by the protocol of [`super::call`].

use std::collections::HashSet;

use proc_macro2::{Ident, Span, TokenStream};
use quote::format_ident;

use crate::ir::{Function, Path, Place, PlaceKind, Rearrange, Shape, StmtKind, Type};
use crate::reverse::Differentiated;
use crate::signature::{Convention, Parameter};

use super::companions::Companions;
use super::located::{bracketed, located, name_of, parenthesized};
use super::shape::{gradient_of_shape, rebind};
use super::{tangent, Emitter};

impl Companions<'_> {
    pub(super) fn call(&self, body: &TokenStream) -> TokenStream {
        let head = self.call_head(&self.name("call"));
        let receiver = self.receiver();
        quote!(#head { #receiver #body })
    }

    /// A recursive function's pullback would contain itself: rustc could not give its type a size. So it is boxed where it
    /// leaves the function: `f_call` boxes what `f_call_unboxed` returns.
    pub(super) fn boxed_call(&self, split: &Differentiated) -> TokenStream {
        let private = &self.private;
        let unboxed = self.name("call_unboxed");
        let unboxed_path = self.sibling("call_unboxed");
        let (head, unboxed_head) = (self.call_head(&self.name("call")), self.call_head(&unboxed));
        let body = self.call_body(split);
        let names: Vec<&Ident> = self.signature.params.iter().map(|param| &param.ident).collect();
        let modes = self.signature.params.iter().map(|param| self.mode_name(param));
        let generic_args = self.generic_args(self.signature.params.len());
        let (types, params) = self.slots();
        let slots: Vec<TokenStream> = self
            .signature
            .params
            .iter()
            .map(|param| {
                let (ident, shadow) = (&param.ident, self.slot_name(param));
                if param.convention == Convention::Value {
                    quote!(#shadow)
                } else {
                    quote!(#ident, #shadow)
                }
            })
            .collect();
        let (seed, receiver) = (self.seed_type(), self.receiver());
        quote! {
            #head {
                #receiver
                let (value, pullback) =
                    #unboxed_path #generic_args(#(#names,)* #(<#modes as ::core::default::Default>::default(),)* workspace);
                let pullback: #private::Rc<dyn ::core::ops::Fn(#(#types,)* #seed, &mut #private::Workspace)> =
                    #private::Rc::new(move |#(#params,)* seed: #seed, workspace: &mut #private::Workspace| {
                        ::core::clone::Clone::clone(&pullback)(#(#slots,)* seed, workspace)
                    });
                (value, move |#(#params,)* seed: #seed, workspace: &mut #private::Workspace| {
                    pullback(#(#slots,)* seed, workspace)
                })
            }

            #unboxed_head { #receiver #body }
        }
    }

    /// Attributes and signature of `f_call`.
    pub(super) fn call_head(&self, name: &Ident) -> TokenStream {
        let private = &self.private;
        let mut generics = self.generics.clone();
        for param in &self.signature.params {
            let mode = self.mode_name(param);
            let target = self.target_of(param).filter(|_| !param.active);
            let target = target.map(|of| quote!(+ #private::TargetOf<#of>));
            generics.params.push(syn::parse_quote!(#mode: #private::Mode #target));
        }
        let (impl_generics, _, where_clause) = generics.split_for_impl();
        let mut params = self.params();
        params.extend(self.signature.params.iter().map(|param| {
            let mode = self.mode_name(param);
            quote!(_: #mode)
        }));
        params.push(quote!(workspace: &mut #private::Workspace));
        let (slot_types, _) = self.slots();
        let (seed, output) = (self.seed_type(), self.output_type());
        let (vis, attributes) = (self.vis, self.head("How generated code calls the function."));
        let span = self.own_anchor();
        let pullback = located(quote!(impl ::core::ops::FnOnce), span);
        let slots = parenthesized(quote!(#(#slot_types,)* #seed, &mut #private::Workspace), span);
        let clone = located(quote!(::core::clone::Clone), span);
        let returns = bracketed(quote!((#output, #pullback #slots + #clone)), span);
        quote! {
            #attributes
            #[doc(hidden)]
            #[inline]
            #vis fn #name #impl_generics(#(#params),*) -> #returns #where_clause
        }
    }

    /// The statements of `f_call`: forward part, then value and closure.
    pub(super) fn call_body(&self, split: &Differentiated) -> TokenStream {
        let private = &self.private;
        let function = &split.function;
        let mut emitter = Emitter::new(split, private.clone());
        let plain = plain_shadows(split);
        for (place, shadow) in &split.shadows {
            match self.mode_of(function, *place) {
                Some(_) if plain.contains(shadow) => drop(emitter.plain.insert(*shadow)),
                Some(mode) => drop(emitter.modes.insert(*shadow, mode)),
                None => {}
            }
        }
        let body = emitter.function_body(split);
        let entry: TokenStream = function
            .params
            .iter()
            .zip(&self.signature.params)
            .map(|(param, parameter)| rebind(function, &param.shape, parameter))
            .collect();
        let (_, slot_params) = self.slots();
        let (checks, unpack) = (self.call_checks(), self.unpack_shadows(split, &plain));
        let seed = if self.has_output() { self.bind_seed(split) } else { TokenStream::new() };
        let (output, seed_type) = (self.output(split, &body.outputs), self.seed_type());
        let (stacks, give) = (self.stacks(split), self.give_back(split));
        let hand_over = self.hand_over(split, &body.adjoints);
        let (forward, backward, items) = (body.forward, body.backward, &self.items);
        let (imports, collections) = (self.imports(split), self.collections());
        quote! {
            #imports
            #(#items)*
            #collections
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

    pub(super) fn mode_of(&self, function: &Function, place: Place) -> Option<Ident> {
        let owner = function
            .params
            .iter()
            .zip(&self.signature.params)
            .find(|(param, _)| matches!(param.shape, Shape::Place(leaf) if leaf == place));
        owner.map(|(_, parameter)| self.mode_name(parameter))
    }

    /// The name of a slot: a shadow's own name, except that the adjoint of a by-value parameter is a value of that name.
    pub(super) fn slot_name(&self, param: &Parameter) -> Ident {
        match param.convention {
            Convention::Value => format_ident!("slot_{}", param.ident, span = Span::mixed_site()),
            Convention::Shared | Convention::Exclusive => self.shadow_name(param),
        }
    }

    /// Types and parameters of the pullback's slots.
    pub(super) fn slots(&self) -> (Vec<TokenStream>, Vec<TokenStream>) {
        let private = &self.private;
        let (mut types, mut params) = (Vec::new(), Vec::new());
        for param in &self.signature.params {
            let (ident, shadow, mode) = (&param.ident, self.slot_name(param), self.mode_name(param));
            let target = match (param.active, self.target_of(param)) {
                (false, Some(of)) => quote!(<#mode as #private::TargetOf<#of>>::Target),
                (false, None) if !param.no_grad => quote!(()),
                (true, _) | (false, None) => tangent::shadow(private, param),
            };
            if param.has_place() {
                let ty = param.elided_type();
                match param.convention {
                    // The pullback owns a receiver that was passed by value; a caller cannot know that.
                    Convention::Value => {
                        types.push(quote!(&#ty));
                        params.push(quote!(_: &#ty));
                    }
                    Convention::Shared | Convention::Exclusive => {
                        types.push(quote!(#ty));
                        params.push(quote!(#ident: #ty));
                    }
                }
            }
            let span = name_of(&param.referent);
            let mut here = mode.clone();
            here.set_span(mode.span().located_at(span));
            let (open, of, close) =
                (located(quote!(<), span), located(quote!(as #private::Mode>::Shadow), span), located(quote!(>), span));
            let slot = quote!(#open #here #of<'_, #target #close);
            types.push(slot.clone());
            params.push(quote!(mut #shadow: #slot));
        }
        (types, params)
    }

    /// A parameter without a gradient whose type may have no tangent: what its shadow points to is asked for only where a
    /// caller has one.
    fn target_of(&self, param: &Parameter) -> Option<TokenStream> {
        if !(param.no_grad && param.kind.is_opaque()) {
            return None;
        }
        let referent = &param.referent;
        Some(match (&param.kind, param.convention, type_argument(referent)) {
            (Type::Vec(_), Convention::Shared, Some(item)) => quote!([#item]),
            _ => quote!(#referent),
        })
    }

    pub(super) fn call_checks(&self) -> TokenStream {
        let private = &self.private;
        self.active()
            .filter(|param| param.convention != Convention::Value)
            .filter(|param| matches!(param.kind, Type::Slice(_) | Type::Vec(_)))
            .map(|param| {
                let (ident, shadow, mode) = (&param.ident, self.slot_name(param), self.mode_name(param));
                let name = ident.to_string();
                if self.is_elastic(param) {
                    return quote!(<#mode as #private::Mode>::with(&mut #shadow, |#shadow| #private::fit_shadow(#name, #ident, #shadow));)
                }
                quote!(<#mode as #private::Mode>::with(&mut #shadow, |#shadow| #private::check_shadow(#name, #ident.len(), #shadow.len()));)
            })
            .collect()
    }

    /// Names the shadows as the IR does. A by-value tuple with memory in it gets local shadows, which are handed over at the
    /// end.
    pub(super) fn unpack_shadows(&self, split: &Differentiated, plain: &HashSet<Place>) -> TokenStream {
        let function = &split.function;
        let private = &self.private;
        split
            .shadows
            .iter()
            .map(|(place, shadow)| {
                let (ident, d_ident) = (&function.place_data(*place).ident, &function.place_data(*shadow).ident);
                match self.mode_of(function, *place) {
                    Some(mode) if plain.contains(shadow) => self.plain_shadow(function, *place, *shadow, &mode),
                    Some(_) if function.place_data(*place).kind == PlaceKind::Owned => {
                        let slot = self.owner_slot(function, *place);
                        quote!(let mut #d_ident = #slot;)
                    }
                    Some(_) => self.rename_shadow(function, *place, *shadow),
                    None => {
                        let ty = &function.place_data(*place).ty;
                        let (zero, annotation) =
                            (tangent::zero(private, ty, quote!(&), ident), tangent::annotation(private, ty));
                        quote!(let mut #d_ident #annotation = #zero;)
                    }
                }
            })
            .collect()
    }

    /// A shadow as `&mut`: the caller's, or one of zeros that nobody sees.
    fn plain_shadow(&self, function: &Function, place: Place, shadow: Place, mode: &Ident) -> TokenStream {
        let private = &self.private;
        let (data, d_ident) = (function.place_data(place), &function.place_data(shadow).ident);
        let (ident, slot) = (&data.ident, self.owner_slot(function, place));
        let scratch = format_ident!("scratch_{}", d_ident, span = Span::mixed_site());
        let zero = tangent::zero(private, &data.ty, quote!(&*), ident);
        let zero =
            if data.kind == PlaceKind::Owned { tangent::zero(private, &data.ty, quote!(&), ident) } else { zero };
        let made = match (&data.ty, data.kind) {
            (Type::Slice(_), _) | (Type::Vec(_), PlaceKind::Shared) => quote!(&mut #scratch.insert(#zero)[..]),
            _ => quote!(#scratch.insert(#zero)),
        };
        quote! {
            let mut #scratch = ::core::option::Option::None;
            let #d_ident = <#mode as #private::Mode>::or_else(&mut #slot, || #made);
        }
    }

    fn owner_slot(&self, function: &Function, place: Place) -> Option<Ident> {
        let owner = function
            .params
            .iter()
            .zip(&self.signature.params)
            .find(|(param, _)| matches!(param.shape, Shape::Place(leaf) if leaf == place));
        owner.map(|(_, parameter)| self.slot_name(parameter))
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
                let (shadow, mode) = (self.slot_name(param), self.mode_name(param));
                let update = if param.kind.is_float() {
                    quote!(*#shadow += #gradient)
                } else {
                    quote!(#private::Tangent::accumulate(#shadow, #gradient))
                };
                Some(quote!(<#mode as #private::Mode>::with(&mut #shadow, |#shadow| #update);))
            })
            .collect()
    }
}

/// The shadows that cannot be held in a mode of the caller's: those of which parts are handed to pullbacks as what these
/// take them for (a `Vec` as a slice), and those whose contents change places with another one's.
fn plain_shadows(split: &Differentiated) -> HashSet<Place> {
    let function = &split.function;
    let mut found = HashSet::new();
    split.backward.walk(&mut |stmt| match &stmt.kind {
        StmtKind::Pull(pull) => {
            let coerced = |path: &&Path| match function.path_type(path) {
                Type::Vec(_) | Type::Array(..) => true,
                Type::Unknown(_) => !path.steps.is_empty(),
                _ => false,
            };
            found.extend(
                pull.slots.iter().filter_map(|slot| slot.shadow.as_ref()).filter(coerced).map(|path| path.root),
            );
        }
        StmtKind::Rearrange(Rearrange::Swap(a, b)) if a.root != b.root => found.extend([a.root, b.root]),
        _ => {}
    });
    found
}

/// `S` of `Vec<S>`.
fn type_argument(ty: &syn::Type) -> Option<&syn::Type> {
    let syn::Type::Path(path) = ty else { return None };
    match &path.path.segments.last()?.arguments {
        syn::PathArguments::AngleBracketed(arguments) => arguments.args.iter().find_map(|argument| match argument {
            syn::GenericArgument::Type(ty) => Some(ty),
            _ => None,
        }),
        syn::PathArguments::None | syn::PathArguments::Parenthesized(_) => None,
    }
}
