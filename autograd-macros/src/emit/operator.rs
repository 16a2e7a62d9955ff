//! Operators on user types: an impl of the runtime's rule trait, by which code that cannot see the type finds the derivative.

use proc_macro2::{Ident, Span, TokenStream};
use quote::format_ident;

use crate::reverse::Differentiated;

use super::companions::Companions;

/// `impl Mul<B> for A`, taken apart.
pub(crate) struct Operator<'a> {
    pub(crate) generics: &'a syn::Generics,
    /// `A`
    pub(crate) left: &'a syn::Type,
    /// `B`; `None` for negation.
    pub(crate) right: Option<syn::Type>,
    /// The rule trait: `MulRule`.
    pub(crate) rule: Ident,
}

/// The rule trait of an operator trait of std.
pub(crate) fn rule_trait(operator: &Ident) -> Option<Ident> {
    let known = ["Add", "Sub", "Mul", "Div", "Rem", "Neg"].iter().any(|name| operator == name);
    known.then(|| format_ident!("{}Rule", operator, span = Span::mixed_site()))
}

impl Companions<'_> {
    /// The rule's impl from the operator's joint form.
    pub(crate) fn operator(&self, operator: &Operator<'_>, joint: &Differentiated) -> TokenStream {
        let private = &self.private;
        let joint = self.backward_body(joint);
        let both = self.inlined_with(&joint, &quote!(::core::clone::Clone::clone(d_y)));
        let (impl_generics, _, where_clause) = operator.generics.split_for_impl();
        let (left, rule, output) = (operator.left, &operator.rule, self.output_type());
        let tangent = |ty: &TokenStream| quote!(<#ty as #private::Differentiable>::Tangent);
        let (d_left, d_output) = (tangent(&quote!(#left)), tangent(&output));
        let entry = |position: usize| self.entry_of(position);
        let names: Vec<&Ident> = self.signature.params.iter().map(|param| &param.ident).collect();
        let first = names.first();
        let Some(right) = &operator.right else {
            let d_x = entry(0);
            return quote! {
                impl #impl_generics #private::#rule for #left #where_clause {
                    type Output = #output;

                    #[inline]
                    #[allow(warnings, clippy::all, reason = "generated code")]
                    fn d_x(x: &Self, d_y: &#d_output) -> #d_left {
                        let #first = ::core::clone::Clone::clone(x);
                        let (_, gradients) = { #both };
                        #d_x
                    }
                }
            };
        };
        let (d_a, d_b, second) = (entry(0), entry(1), names.get(1));
        let d_right = tangent(&quote!(#right));
        quote! {
            impl #impl_generics #private::#rule<#right> for #left #where_clause {
                type Output = #output;

                #[inline]
                #[allow(warnings, clippy::all, reason = "generated code")]
                fn d_a(a: &Self, b: &#right, d_y: &#d_output) -> #d_left {
                    let (#first, #second) = (::core::clone::Clone::clone(a), ::core::clone::Clone::clone(b));
                    let (_, gradients) = { #both };
                    #d_a
                }

                #[inline]
                #[allow(warnings, clippy::all, reason = "generated code")]
                fn d_b(a: &Self, b: &#right, d_y: &#d_output) -> #d_right {
                    let (#first, #second) = (::core::clone::Clone::clone(a), ::core::clone::Clone::clone(b));
                    let (_, gradients) = { #both };
                    #d_b
                }
            }
        }
    }

    /// The gradient of the parameter with this position, out of `gradients`.
    fn entry_of(&self, position: usize) -> TokenStream {
        let params = &self.signature.params;
        if !params[position].active {
            return quote!(());
        }
        let active: Vec<usize> = (0..params.len()).filter(|index| params[*index].active).collect();
        let index = syn::Index::from(active.iter().position(|index| *index == position).unwrap_or(0));
        if active.len() == 1 { quote!(gradients) } else { quote!(gradients.#index) }
    }
}
