//! `Components` of both types: their floats, for gradient checks and, through `Derived`, for optimizers.

use proc_macro2::{Ident, Span, TokenStream};

use super::bounds::{Bound, Header};
use super::container::{Container, Space};
use super::types;

impl Container {
    pub(super) fn primal_components(&self) -> TokenStream {
        self.components(Space::Primal)
    }

    pub(super) fn tangent_components(&self) -> TokenStream {
        self.components(Space::Tangent)
    }

    fn components(&self, space: Space) -> TokenStream {
        let private = &self.private;
        let components = quote!(#private::gradcheck::Components);
        let bound = match space {
            Space::Primal => Bound::Components,
            Space::Tangent => Bound::Tangent(&components),
        };
        let float = self.float();
        let Header { generics, ty, bounds } = self.header(space, &bound);
        let visits = self.each(space, &quote!(&mut), &|_, parts| {
            let visits = parts.iter().map(|part| {
                let (name, x) = (part.field.text(), &part.left);
                quote!(path.field(#name, |path| #components::visit(#x, path, visitor));)
            });
            visits.collect()
        });
        let is_empty = self.payloads() == 0;
        let (path, visitor) =
            if is_empty { (quote!(_path), quote!(_visitor)) } else { (quote!(path), quote!(visitor)) };
        quote! {
            #[automatically_derived]
            impl #generics #components for #ty #bounds {
                fn visit(
                    &mut self,
                    #path: &mut #private::gradcheck::Path,
                    #visitor: &mut dyn ::core::ops::FnMut(
                        &#private::gradcheck::Path,
                        #private::gradcheck::Component<'_>,
                    ),
                ) {
                    #visits
                }
            }

            #[automatically_derived]
            impl #generics #private::Derived for #ty #bounds {
                type Float = #float;
            }
        }
    }

    /// The float type that an optimizer of this type computes in, judged by the tokens: single precision where nothing else
    /// is mentioned, a parameter's where no float is. It matters for types that mix both alone.
    fn float(&self) -> TokenStream {
        let fields: TokenStream = self.active_fields().map(|field| self.field_tangent(field)).collect();
        let mentions = |name| types::mentions(&fields, &[Ident::new(name, Span::call_site())]);
        let parameter =
            self.generics.type_params().find(|param| types::mentions(&fields, std::slice::from_ref(&param.ident)));
        match (mentions("f32"), mentions("f64"), parameter) {
            (true, false, _) => quote!(::core::primitive::f32),
            (false, false, Some(syn::TypeParam { ident, .. })) => quote!(#ident),
            (_, true, _) | (false, false, None) => quote!(::core::primitive::f64),
        }
    }
}
