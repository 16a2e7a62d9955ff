//! The traits of std that every tangent has: `Clone`, `Debug` and `PartialEq`, and `Copy` and `Default` where all of its
//! fields do.
//!
//! A tangent of floats and their containers derives the first three. Where it holds tangents of other types, std's derives
//! would not ask for what is needed of those.

use proc_macro2::{Ident, Span, TokenStream};

use super::bounds::{Bound, Header};
use super::container::{Container, Data, Kind, Space};
use super::parts::Other;
use super::types;

impl Container {
    /// The derives of the definition.
    pub(super) fn derives(&self) -> TokenStream {
        if self.asks() {
            TokenStream::new()
        } else {
            quote!(#[derive(
                ::core::clone::Clone,
                ::core::fmt::Debug,
                ::core::cmp::PartialEq,
            )])
        }
    }

    /// The impls beside the definition.
    pub(super) fn standard(&self) -> TokenStream {
        let copy = self.copy();
        let default = self.default();
        if !self.asks() {
            return quote!(#copy #default);
        }
        let (clone, debug, eq) = (self.clone_impl(), self.debug(), self.partial_eq());
        quote!(#clone #copy #debug #eq #default)
    }

    /// Whether impls ask something of the fields' types.
    fn asks(&self) -> bool {
        !self.leaves().is_empty()
    }

    fn clone_impl(&self) -> TokenStream {
        let Header { generics, ty, bounds } = self.header(Space::Tangent, &Bound::Differentiable);
        let body = self.each(Space::Tangent, &quote!(&), &|variant, parts| {
            let values = parts.iter().map(|part| {
                let d = &part.left;
                quote!(::core::clone::Clone::clone(#d))
            });
            self.construct(variant, &values.collect::<Vec<_>>())
        });
        quote! {
            #[automatically_derived]
            impl #generics ::core::clone::Clone for #ty #bounds {
                #[inline]
                fn clone(&self) -> Self {
                    #body
                }
            }
        }
    }

    fn copy(&self) -> TokenStream {
        let owners = ["Vec", "Box"].map(|name| Ident::new(name, Span::call_site()));
        if self.active_fields().any(|field| types::mentions(&self.field_tangent(field), &owners)) {
            return TokenStream::new();
        }
        let Header { generics, ty, bounds } =
            self.header(Space::Tangent, &Bound::IfFields(&quote!(::core::marker::Copy)));
        quote! {
            #[automatically_derived]
            impl #generics ::core::marker::Copy for #ty #bounds {}
        }
    }

    fn debug(&self) -> TokenStream {
        let Header { generics, ty, bounds } = self.header(Space::Tangent, &Bound::Tangent(&quote!(::core::fmt::Debug)));
        let body = self.each(Space::Tangent, &quote!(&), &|variant, parts| {
            let name = match &self.data {
                Data::Struct(_) => format!("{}Tangent", super::container::unraw(&self.ident)),
                Data::Enum(_) => variant.text(),
            };
            let values: Vec<_> = parts.iter().map(|part| &part.left).collect();
            match variant.kind {
                Kind::Named => {
                    let names = parts.iter().map(|part| part.field.text());
                    quote!(f.debug_struct(#name) #(.field(#names, #values))*.finish())
                }
                Kind::Tuple => {
                    let private = &self.private;
                    let mut values = values.iter();
                    let slots = variant.slots().iter().map(|field| match field.active {
                        true => values.next().map_or_else(TokenStream::new, |value| quote!(#value)),
                        false => quote!(&#private::NoGrad),
                    });
                    quote!(f.debug_tuple(#name) #(.field(#slots))*.finish())
                }
                Kind::Unit => quote!(f.write_str(#name)),
            }
        });
        quote! {
            #[automatically_derived]
            impl #generics ::core::fmt::Debug for #ty #bounds {
                fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                    #body
                }
            }
        }
    }

    fn partial_eq(&self) -> TokenStream {
        let Header { generics, ty, bounds } =
            self.header(Space::Tangent, &Bound::Tangent(&quote!(::core::cmp::PartialEq)));
        let zeros = self.variants().iter().filter(|variant| !variant.has_payload()).map(|variant| {
            let path = self.path(Space::Tangent, variant);
            quote!((#path { .. }, #path { .. }) => true,)
        });
        let rest = (self.variants().len() > 1).then(|| quote!(_ => false,));
        let body = self.both(
            Space::Tangent,
            &quote!(&),
            &Other { space: Space::Tangent, name: quote!(other), borrow: quote!(&) },
            &|_, parts| {
                let (lefts, rights) = (parts.iter().map(|part| &part.left), parts.iter().map(|part| &part.right));
                if parts.is_empty() {
                    return quote!(true);
                }
                quote!(#(::core::cmp::PartialEq::eq(#lefts, #rights))&&*)
            },
            &quote!(#(#zeros)* #rest),
        );
        quote! {
            #[automatically_derived]
            impl #generics ::core::cmp::PartialEq for #ty #bounds {
                #[inline]
                fn eq(&self, other: &Self) -> bool {
                    #body
                }
            }
        }
    }

    /// A struct's default is zero where its fields' are. An enum has no zero that suits all of its variants.
    fn default(&self) -> TokenStream {
        let Data::Struct(fields) = &self.data else { return TokenStream::new() };
        let Header { generics, ty, bounds } =
            self.header(Space::Tangent, &Bound::IfFields(&quote!(::core::default::Default)));
        let values: Vec<_> = fields.active().map(|_| quote!(::core::default::Default::default())).collect();
        let zero = self.construct(fields, &values);
        quote! {
            #[automatically_derived]
            impl #generics ::core::default::Default for #ty #bounds {
                #[inline]
                fn default() -> Self {
                    #zero
                }
            }
        }
    }
}
