//! `f_grad` and `f_value_and_grad`: zero shadows, then `f_backward`.

use proc_macro2::{Ident, TokenStream};
use quote::{quote, ToTokens};

use crate::ir::{Float, Type};
use crate::signature::{Convention, Parameter};

use super::companions::Companions;
use super::shape::bare_or_tuple;

impl Companions<'_> {
    /// `f_grad` and `f_value_and_grad`.
    pub(super) fn grads(&self) -> TokenStream {
        let private = &self.private;
        let (vis, output) = (self.vis, self.output_type());
        let params = self.params_immutable();
        let (impl_generics, _, where_clause) = self.generics.split_for_impl();
        let gradient = self.gradient_type(self.active());
        let shadows: TokenStream = self
            .active()
            .filter(|param| param.convention != Convention::Value)
            .map(|param| {
                let (ident, shadow) = (&param.ident, self.shadow_name(param));
                let zero = self.zero_shadow(param);
                quote!(let mut #shadow = #zero; let _ = &#ident;)
            })
            .collect();
        let args = self.backward_args();
        let backward = self.name("backward");
        let generic_args = self.generic_args(0);
        let seed = self.unit_seed();
        let entries: Vec<TokenStream> = self
            .active()
            .map(|param| match param.convention {
                Convention::Value => {
                    let index = self.by_value().position(|other| other.ident == param.ident).unwrap_or(0);
                    if self.by_value().count() == 1 {
                        quote!(by_value)
                    } else {
                        let index = syn::Index::from(index);
                        quote!(by_value.#index)
                    }
                }
                Convention::Shared | Convention::Exclusive => self.shadow_name(param).into_token_stream(),
            })
            .collect();
        let entries = bare_or_tuple(&entries);
        let bind = if self.by_value().next().is_some() { quote!((value, by_value)) } else { quote!(value) };
        let name = self.signature.ident.to_string();
        let value_and_grad = self.name("value_and_grad");
        let grad = self.name("grad");
        let Some(seed) = seed else { return TokenStream::new() };
        let head = self.head(&format!("Value and gradient of [`{name}`]: one entry for each active parameter, in order."));
        let head_grad = self.head(&format!("Gradient of [`{name}`]: one entry for each active parameter, in order."));
        let names: Vec<&Ident> = self.signature.params.iter().map(|param| &param.ident).collect();
        let _ = private;
        quote! {
            #head_grad
            #[inline]
            #vis fn #grad #impl_generics(#(#params),*) -> #gradient #where_clause {
                #value_and_grad #generic_args(#(#names),*).1
            }

            #head
            #[inline]
            #vis fn #value_and_grad #impl_generics(#(#params),*) -> (#output, #gradient) #where_clause {
                #shadows
                let #bind = #backward #generic_args(#args #seed);
                (value, #entries)
            }
        }
    }

    pub(super) fn params_immutable(&self) -> Vec<TokenStream> {
        self.signature
            .params
            .iter()
            .map(|param| {
                let (ident, ty) = (&param.ident, &param.ty);
                quote!(#ident: #ty)
            })
            .collect()
    }

    /// A zeroed owned shadow of a reference parameter.
    pub(super) fn zero_shadow(&self, param: &Parameter) -> TokenStream {
        let private = &self.private;
        let ident = &param.ident;
        let zero = |ty: &Type| match ty.float() {
            Some(Float::F32) => Some(quote!(0.0_f32)),
            Some(Float::F64 | Float::Literal) => Some(quote!(0.0_f64)),
            Some(Float::Param(name)) => Some(quote!(<#name as #private::Real>::zero())),
            None => None,
        };
        match &param.kind {
            Type::Float(_) => zero(&param.kind).expect("a float has a zero"),
            Type::Slice(item) | Type::Vec(item) if item.is_float() => {
                let zero = zero(item).expect("a float has a zero");
                quote!(#private::vec![#zero; #ident.len()])
            }
            _ => quote!(#private::Differentiable::zero_tangent(&*#ident)),
        }
    }

    /// `x, a, &mut d_a, n, out, &mut d_out,`
    pub(super) fn backward_args(&self) -> TokenStream {
        self.signature
            .params
            .iter()
            .map(|param| {
                let (ident, shadow) = (&param.ident, self.shadow_name(param));
                if param.active && param.convention != Convention::Value {
                    quote!(#ident, &mut #shadow,)
                } else {
                    quote!(#ident,)
                }
            })
            .collect()
    }

    /// The seed of a scalar return; `None` where the return is no scalar.
    pub(super) fn unit_seed(&self) -> Option<TokenStream> {
        let private = &self.private;
        match self.signature.output.kind.float()? {
            Float::F32 => Some(quote!(1.0_f32)),
            Float::F64 | Float::Literal => Some(quote!(1.0_f64)),
            Float::Param(name) => Some(quote!(<#name as #private::Real>::one())),
        }
    }

    /// `::<T, N>` for the generics of the function, followed by `extra` inferred arguments.
    pub(super) fn generic_args(&self, extra: usize) -> TokenStream {
        let mut args: Vec<TokenStream> = self
            .generics
            .params
            .iter()
            .filter_map(|param| match param {
                syn::GenericParam::Type(ty) => Some(ty.ident.to_token_stream()),
                syn::GenericParam::Const(constant) => Some(constant.ident.to_token_stream()),
                syn::GenericParam::Lifetime(_) => None,
            })
            .collect();
        if args.is_empty() {
            return TokenStream::new();
        }
        args.extend((0..extra).map(|_| quote!(_)));
        quote!(::<#(#args),*>)
    }
}
