//! `Components` of both types: their floats, for gradient checks.

use proc_macro2::TokenStream;

use super::bounds::{Bound, Header};
use super::container::{Container, Space};

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
        }
    }
}
