//! The operators of the tangent's vector space.

use proc_macro2::TokenStream;

use super::bounds::{Bound, Header};
use super::container::{Container, Space};

impl Container {
    pub(super) fn operators(&self) -> TokenStream {
        let private = &self.private;
        let Header { generics, ty, bounds } = self.header(Space::Tangent, &Bound::Differentiable);
        let accumulate = quote!(#private::Tangent::accumulate);
        let scale = quote!(#private::Tangent::scale);
        let subtract = quote!(#private::Step::step);
        let binary = [
            (quote!(Add), quote!(add), quote!(other: Self), quote!(#accumulate(&mut self, other);)),
            (
                quote!(Sub),
                quote!(sub),
                quote!(mut other: Self),
                quote!(#scale(&mut other, -1.0); #accumulate(&mut self, other);),
            ),
            (quote!(Mul), quote!(mul), quote!(k: f64), quote!(#scale(&mut self, k);)),
        ];
        let binary = binary.iter().zip([quote!(Self), quote!(Self), quote!(f64)]);
        let binary = binary.map(|((operator, method, parameter, body), right)| {
            quote! {
                #[automatically_derived]
                impl #generics ::core::ops::#operator<#right> for #ty #bounds {
                    type Output = Self;

                    #[inline]
                    #[track_caller]
                    fn #method(mut self, #parameter) -> Self {
                        #body
                        self
                    }
                }
            }
        });
        let add = quote!(#private::Tangent::add_assign_ref);
        let assign = [
            (quote!(AddAssign), quote!(add_assign), quote!(other: Self), quote!(#accumulate(self, other);)),
            (quote!(AddAssign), quote!(add_assign), quote!(other: &Self), quote!(#add(self, other);)),
            (
                quote!(SubAssign),
                quote!(sub_assign),
                quote!(mut other: Self),
                quote!(#scale(&mut other, -1.0); #accumulate(self, other);),
            ),
            (quote!(SubAssign), quote!(sub_assign), quote!(other: &Self), quote!(#subtract(self, other, -1.0);)),
            (quote!(MulAssign), quote!(mul_assign), quote!(k: f64), quote!(#scale(self, k);)),
        ];
        let rights = [quote!(Self), quote!(&Self), quote!(Self), quote!(&Self), quote!(f64)];
        let assign = assign.iter().zip(rights).map(|((operator, method, parameter, body), right)| {
            quote! {
                #[automatically_derived]
                impl #generics ::core::ops::#operator<#right> for #ty #bounds {
                    #[inline]
                    #[track_caller]
                    fn #method(&mut self, #parameter) {
                        #body
                    }
                }
            }
        });
        quote! {
            #(#binary)*
            #(#assign)*

            #[automatically_derived]
            impl #generics ::core::ops::Neg for #ty #bounds {
                type Output = Self;

                #[inline]
                fn neg(mut self) -> Self {
                    #scale(&mut self, -1.0);
                    self
                }
            }
        }
    }
}
