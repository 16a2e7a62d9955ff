//! `f_jacobian`: the forward part once, then the pullback once for each component of the result.

use proc_macro2::TokenStream;

use crate::signature::Convention;

use super::companions::Companions;
use super::located::bracketed;

impl Companions<'_> {
    /// `split` holds the statements of `f_call`, for a companion that cannot name `f_vjp`.
    pub(super) fn jacobian(&self, split: Option<&TokenStream>) -> TokenStream {
        let private = &self.private;
        let vjp = if self.calls_siblings() {
            let (vjp, generic_args) = (self.sibling("vjp"), self.generic_args(0));
            let names = self.signature.params.iter().map(|param| &param.ident);
            quote!(#vjp #generic_args(#(#names),*))
        } else {
            let body = self.vjp_body(split);
            quote!({ #body })
        };
        let shadows = self.zero_shadows(|shadow| quote!(#shadow));
        let args = self.active().filter(|param| param.convention != Convention::Value).map(|param| {
            let (ident, shadow) = (&param.ident, self.shadow_name(param));
            quote!(#ident, &mut #shadow,)
        });
        let (_, entries) = self.gradient_entries(|shadow| quote!(#shadow));
        let bind = if self.by_value().next().is_some() { quote!(by_value) } else { quote!(()) };
        let (head, receiver) = (self.jacobian_head(), self.receiver());
        quote! {
            #head {
                #receiver
                let (value, pullback) = #vjp;
                let rows = #private::Outputs::rows(&value, |seed| {
                    #shadows
                    let #bind = pullback(#(#args)* seed);
                    #entries
                });
                (value, rows)
            }
        }
    }

    /// Attributes and signature of `f_jacobian`.
    pub(super) fn jacobian_head(&self) -> TokenStream {
        let private = &self.private;
        let (impl_generics, _, where_clause) = self.generics.split_for_impl();
        let (vis, name, params) = (self.vis, self.name("jacobian"), self.params());
        let (output, gradient) = (self.output_type(), self.gradient_type(self.active()));
        let of = self.signature.ident.to_string();
        let attributes = self
            .head(&format!("Value and Jacobian of [`{of}`]: one gradient for each component of the result, in order."));
        let returns = bracketed(quote!((#output, <#output as #private::Outputs>::Rows<#gradient>)), self.anchor());
        quote! {
            #attributes
            #vis fn #name #impl_generics(#(#params),*) -> #returns #where_clause
        }
    }

    /// The companion of a function that was refused.
    pub(super) fn jacobian_stub(&self) -> TokenStream {
        if !self.with_jacobian {
            return TokenStream::new();
        }
        let head = self.jacobian_head();
        quote!(#head { ::core::unreachable!() })
    }
}
