//! Places for the fields that a struct's tangent does not have.
//!
//! Generated code sees a path such as `s.count` and cannot see whether the field is active. It applies the same path to
//! the tangent: by `Deref`, a field that was left out is found there too, as a `NoGrad`, which takes any adjoint and
//! keeps none.

use proc_macro2::TokenStream;

use super::bounds::{Bound, Header};
use super::container::{Container, Data, Kind, Space};

impl Container {
    pub(super) fn left_out(&self) -> TokenStream {
        let Data::Struct(fields) = &self.data else { return TokenStream::new() };
        let private = &self.private;
        // In a tuple a gap is a field of the tangent, so only what follows the last active field is missing.
        let is_missing = match fields.kind {
            Kind::Named => fields.fields.iter().any(|field| !field.active),
            Kind::Tuple => fields.slots().len() < fields.fields.len(),
            Kind::Unit => false,
        };
        if !is_missing {
            return TokenStream::new();
        }
        let vis = &self.vis;
        let body = match fields.kind {
            Kind::Named => {
                let missing = fields.fields.iter().filter(|field| !field.active).map(|field| {
                    let (vis, member) = (&field.vis, &field.member);
                    quote!(#vis #member: #private::NoGrad)
                });
                quote!({ #(#missing,)* })
            }
            Kind::Tuple | Kind::Unit => {
                let missing = fields.fields.iter().map(|field| {
                    let vis = &field.vis;
                    quote!(#vis #private::NoGrad)
                });
                quote!((#(#missing),*);)
            }
        };
        let Header { generics, ty, bounds } = self.header(Space::Tangent, &Bound::Differentiable);
        quote! {
            const _: () = {
                #[doc(hidden)]
                #[derive(::core::default::Default)]
                #[allow(warnings, reason = "generated code")]
                #vis struct __LeftOut #body

                #[automatically_derived]
                #[doc(hidden)]
                impl #generics ::core::ops::Deref for #ty #bounds {
                    type Target = __LeftOut;

                    #[inline(always)]
                    fn deref(&self) -> &__LeftOut {
                        #private::left_out()
                    }
                }

                #[automatically_derived]
                #[doc(hidden)]
                impl #generics ::core::ops::DerefMut for #ty #bounds {
                    #[inline(always)]
                    fn deref_mut(&mut self) -> &mut __LeftOut {
                        #private::left_out()
                    }
                }
            };
        }
    }
}
