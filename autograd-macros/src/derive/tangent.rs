//! The tangent's definition, and its vector space.

use proc_macro2::TokenStream;

use super::bounds::{Bound, Header};
use super::container::{unraw, Container, Data, Kind, Space, Variant};
use super::parts::Other;

impl Container {
    pub(super) fn definition(&self) -> TokenStream {
        let (vis, name) = (&self.vis, self.tangent_ident());
        let mut generics = self.tangent_generics();
        let predicates = self.predicates(&Bound::Differentiable);
        if !predicates.is_empty() {
            generics.make_where_clause().predicates.extend(predicates);
        }
        let (bounds, derives) = (&generics.where_clause, self.derives());
        let body = match &self.data {
            Data::Struct(fields) => {
                let body = self.fields(fields, true);
                match fields.kind {
                    Kind::Named => quote!(#bounds #body),
                    Kind::Tuple | Kind::Unit => quote!(#body #bounds;),
                }
            }
            Data::Enum(variants) => {
                let variants = variants.iter().map(|variant| {
                    let (ident, body) = (&variant.ident, self.fields(variant, false));
                    let doc = format!("The gradient of [`{}::{}`].", unraw(&self.ident), variant.text());
                    quote!(#[doc = #doc] #ident #body)
                });
                quote!(#bounds { #(#variants,)* })
            }
        };
        let (keyword, parts) = match &self.data {
            Data::Struct(_) => (quote!(struct), "fields"),
            Data::Enum(_) => (quote!(enum), "variants"),
        };
        let doc =
            format!("The gradient of [`{}`]: the same {parts}, without what carries no gradient.", unraw(&self.ident));
        quote! {
            #[doc = #doc]
            #[allow(
                warnings,
                clippy::all,
                clippy::pedantic,
                clippy::nursery,
                clippy::restriction,
                reason = "generated code"
            )]
            #derives
            #vis #keyword #name #generics #body
        }
    }

    fn fields(&self, variant: &Variant, with_vis: bool) -> TokenStream {
        let vis = |field: &super::container::Field| match (with_vis, &field.vis) {
            (true, vis) => quote!(#vis),
            (false, _) => TokenStream::new(),
        };
        match variant.kind {
            Kind::Named => {
                let fields = variant.active().map(|field| {
                    let (vis, member, ty) = (vis(field), &field.member, self.field_tangent(field));
                    let doc = format!("The gradient with respect to `{}`.", field.text());
                    quote!(#[doc = #doc] #vis #member: #ty)
                });
                quote!({ #(#fields,)* })
            }
            Kind::Tuple => {
                let private = &self.private;
                let fields = variant.slots().iter().map(|field| {
                    let vis = vis(field);
                    if field.active {
                        let ty = self.field_tangent(field);
                        let doc = format!("The gradient with respect to field {}.", field.text());
                        quote!(#[doc = #doc] #vis #ty)
                    } else {
                        let doc = format!("Field {} carries no gradient.", field.text());
                        quote!(#[doc = #doc] #vis #private::NoGrad)
                    }
                });
                quote!((#(#fields),*))
            }
            Kind::Unit => TokenStream::new(),
        }
    }

    /// `Tangent`, and with it `Differentiable` and `Step` of the tangent itself: it is a vector.
    pub(super) fn tangent(&self) -> TokenStream {
        let private = &self.private;
        let Header { generics, ty, bounds } = self.header(Space::Tangent, &Bound::Differentiable);
        let unary = |method: TokenStream, argument: TokenStream| {
            self.each(Space::Tangent, &quote!(&mut), &|_, parts| {
                let lefts = parts.iter().map(|part| &part.left);
                quote!(#(#private::Tangent::#method(#lefts #argument);)*)
            })
        };
        let (scale, reset) = (unary(quote!(scale), quote!(, k)), unary(quote!(reset), TokenStream::new()));
        let accumulate = self.addition(&quote!(accumulate), &TokenStream::new());
        let add = self.addition(&quote!(add_assign_ref), &quote!(&));
        let other = Other { space: Space::Tangent, name: quote!(other), borrow: quote!(&) };
        let dot = self.both(
            Space::Tangent,
            &quote!(&),
            &other,
            &|_, parts| {
                if parts.is_empty() {
                    return quote!(0.0);
                }
                let (lefts, rights) = (parts.iter().map(|part| &part.left), parts.iter().map(|part| &part.right));
                quote!(#(#private::Tangent::dot(#lefts, #rights))+*)
            },
            &if self.has_only_one() { TokenStream::new() } else { quote!(_ => 0.0,) },
        );
        let same = self.both(
            Space::Tangent,
            &quote!(&),
            &other,
            &|_, parts| {
                let (lefts, rights) = (parts.iter().map(|part| &part.left), parts.iter().map(|part| &part.right));
                quote!(#(#private::Tangent::assert_same_shape(#lefts, #rights);)*)
            },
            &self.mismatches(),
        );
        let check = |other: TokenStream| quote!(#private::Tangent::assert_same_shape(self, #other););
        let (check_value, check_reference) = (check(quote!(&other)), check(quote!(other)));
        let check_dot = self.is_enum().then(|| check(quote!(other)));
        quote! {
            #[automatically_derived]
            impl #generics #private::Tangent for #ty #bounds {
                #[inline]
                #[track_caller]
                fn accumulate(&mut self, other: Self) {
                    #check_value
                    #accumulate
                }

                #[inline]
                #[track_caller]
                fn add_assign_ref(&mut self, other: &Self) {
                    #check_reference
                    #add
                }

                #[inline]
                fn scale(&mut self, k: f64) {
                    #scale
                }

                #[inline]
                #[track_caller]
                fn dot(&self, other: &Self) -> f64 {
                    #check_dot
                    #dot
                }

                #[inline]
                fn reset(&mut self) {
                    #reset
                }

                #[inline]
                #[track_caller]
                fn assert_same_shape(&self, other: &Self) {
                    #same
                }
            }

            #[automatically_derived]
            impl #generics #private::Differentiable for #ty #bounds {
                type Tangent = Self;

                #[inline]
                fn zero_tangent(&self) -> Self {
                    #private::zero_like(self)
                }
            }

            #[automatically_derived]
            impl #generics #private::Step for #ty #bounds {
                #[inline]
                #[track_caller]
                fn step(&mut self, tangent: &Self, scale: f64) {
                    #private::step_tangent(self, tangent, scale);
                }

                #[inline]
                #[track_caller]
                fn assert_fits(&self, tangent: &Self) {
                    #private::Tangent::assert_same_shape(self, tangent);
                }
            }
        }
    }

    /// `self += other`, part by part. The zero of every shape takes the shape of what is added to it.
    fn addition(&self, method: &TokenStream, borrow: &TokenStream) -> TokenStream {
        let private = &self.private;
        let other = Other { space: Space::Tangent, name: quote!(other), borrow: borrow.clone() };
        let taken = if borrow.is_empty() { quote!(other) } else { quote!(::core::clone::Clone::clone(other)) };
        let zeros = self.zeros(Space::Tangent).map(|zeros| {
            let take = (self.payloads() > 0).then(|| quote!((this @ (#zeros), other) => *this = #taken,));
            quote!((_, #zeros) => {} #take)
        });
        let rest = (self.payloads() > 1).then(|| quote!(_ => {}));
        self.both(
            Space::Tangent,
            &quote!(&mut),
            &other,
            &|_, parts| {
                let (lefts, rights) = (parts.iter().map(|part| &part.left), parts.iter().map(|part| &part.right));
                quote!(#(#private::Tangent::#method(#lefts, #rights);)*)
            },
            &quote!(#zeros #rest),
        )
    }

    /// Tangents of two variants that both hold something do not fit together.
    fn mismatches(&self) -> TokenStream {
        let private = &self.private;
        let zeros = self.zeros(Space::Tangent).map(|zeros| {
            let left = (self.payloads() > 0).then(|| quote!((#zeros, _) => {}));
            quote!((_, #zeros) => {} #left)
        });
        let rest = (self.payloads() > 1).then(|| {
            let name = unraw(&self.ident);
            let left = self.variant_name(Space::Tangent, &quote!(this));
            let right = self.variant_name(Space::Tangent, &quote!(other));
            quote!((this, other) => #private::variant_mismatch(#name, #left, #right),)
        });
        quote!(#zeros #rest)
    }

    /// Whether a pair of values is always of one and the same variant that holds something.
    fn has_only_one(&self) -> bool {
        self.variants().len() == 1 && self.payloads() == 1
    }
}
