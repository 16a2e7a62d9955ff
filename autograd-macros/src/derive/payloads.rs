//! What the variants of an enum hold, for generated code that sees their names and not the tangent's type.

use proc_macro2::TokenStream;
use quote::ToTokens;

use super::bounds::{Bound, Header};
use super::container::{unraw, Container, Data, Field, Space, Variant};
use crate::ir::payload;

impl Container {
    /// One impl of `PayloadShadow` for each field of each variant.
    pub(super) fn payload_shadows(&self) -> TokenStream {
        let Data::Enum(variants) = &self.data else { return TokenStream::new() };
        let fields = variants.iter().flat_map(|variant| variant.fields.iter().map(move |field| (variant, field)));
        fields.map(|(variant, field)| self.payload_shadow(variant, field)).collect()
    }

    fn payload_shadow(&self, variant: &Variant, field: &Field) -> TokenStream {
        let private = &self.private;
        let Header { generics, ty, bounds } = self.header(Space::Tangent, &Bound::Differentiable);
        let key = payload::key(&unraw(&variant.ident), &field.text());
        let (part, found) = if field.active {
            let (path, member) = (self.path(Space::Tangent, variant), &field.member);
            let others = (self.variants().len() > 1).then(|| {
                let (wanted, found) = (variant.text(), self.variant_name(Space::Tangent, &quote!(other)));
                quote!(other => #private::payload_misfit(#wanted, #found),)
            });
            (
                self.field_tangent(field).to_token_stream(),
                quote!(match self { #path { #member: part, .. } => part, #others }),
            )
        } else {
            (quote!(#private::NoGrad), quote!(#private::left_out()))
        };
        quote! {
            #[automatically_derived]
            #[doc(hidden)]
            impl #generics #private::PayloadShadow<#key> for #ty #bounds {
                type Part = #part;

                #[inline(always)]
                #[track_caller]
                fn payload(&mut self) -> &mut #part {
                    #found
                }
            }
        }
    }
}
