//! `Differentiable` and `Step` of the user's type.

use proc_macro2::TokenStream;

use super::bounds::{Bound, Header};
use super::container::{Container, Space};
use super::parts::Other;

impl Container {
    pub(super) fn differentiable(&self) -> TokenStream {
        let private = &self.private;
        let Header { generics, ty, bounds } = self.header(Space::Primal, &Bound::Differentiable);
        let tangent = self.tangent_type();
        let zero = self.each(Space::Primal, &quote!(&), &|variant, parts| {
            let values = parts.iter().map(|part| {
                let x = &part.left;
                quote!(#private::Differentiable::zero_tangent(#x))
            });
            self.construct(variant, &values.collect::<Vec<_>>())
        });
        quote! {
            #[automatically_derived]
            impl #generics #private::Differentiable for #ty #bounds {
                type Tangent = #tangent;

                #[inline]
                fn zero_tangent(&self) -> Self::Tangent {
                    #zero
                }
            }
        }
    }

    pub(super) fn step(&self) -> TokenStream {
        let private = &self.private;
        let Header { generics, ty, bounds } = self.header(Space::Primal, &Bound::Step);
        let other = Other { space: Space::Tangent, name: quote!(tangent), borrow: quote!(&) };
        let steps = self.both(
            Space::Primal,
            &quote!(&mut),
            &other,
            &|_, parts| {
                let steps = parts.iter().map(|part| {
                    let (x, d_x) = (&part.left, &part.right);
                    match self.is_doubtful(part.field) {
                        true => quote!(#private::StepAlong::step_along(#x, #d_x, scale);),
                        false => quote!(#private::Step::step(#x, #d_x, scale);),
                    }
                });
                steps.collect()
            },
            // `assert_fits` has refused the rest.
            &if self.variants().len() == self.payloads().min(1) { TokenStream::new() } else { quote!(_ => {}) },
        );
        let fits = self.both(
            Space::Primal,
            &quote!(&),
            &other,
            &|_, parts| {
                let checks = parts.iter().map(|part| {
                    let (x, d_x) = (&part.left, &part.right);
                    match self.is_doubtful(part.field) {
                        true => quote!(#private::StepAlong::assert_fits_along(#x, #d_x);),
                        false => quote!(#private::Step::assert_fits(#x, #d_x);),
                    }
                });
                checks.collect()
            },
            &self.misfits(),
        );
        quote! {
            #[automatically_derived]
            impl #generics #private::Step for #ty #bounds {
                #[inline]
                #[track_caller]
                fn step(&mut self, tangent: &Self::Tangent, scale: f64) {
                    #private::Step::assert_fits(self, tangent);
                    #steps
                }

                #[inline]
                #[track_caller]
                fn assert_fits(&self, tangent: &Self::Tangent) {
                    #fits
                }
            }
        }
    }

    /// A tangent without payload moves nothing, like `None`; any other must be of the value's variant.
    fn misfits(&self) -> TokenStream {
        let private = &self.private;
        let zeros = self.zeros(Space::Tangent).map(|zeros| quote!((_, #zeros) => {}));
        let rest = (self.payloads() > 0 && self.variants().len() > 1).then(|| {
            let value = self.variant_name(Space::Primal, &quote!(value));
            let other = self.variant_name(Space::Tangent, &quote!(tangent));
            quote!((value, tangent) => #private::variant_misfit(#value, #other),)
        });
        quote!(#zeros #rest)
    }
}
