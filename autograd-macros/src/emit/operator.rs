//! Operators on user types: an impl of the runtime's rule trait, by which code that cannot see the type finds the derivative.

use proc_macro2::{Ident, Span, TokenStream};
use quote::format_ident;

use crate::reverse::Differentiated;

use super::companions::{quiet, Companions};

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
        let joint = self.backward_body(joint);
        let both = self.inlined_with(&joint, &quote!(::core::clone::Clone::clone(d_y)));
        let names: Vec<&Ident> = self.signature.params.iter().map(|param| &param.ident).collect();
        let bind = match names.as_slice() {
            [x] => quote!(let #x = ::core::clone::Clone::clone(x);),
            names => {
                let (a, b) = (names.first(), names.get(1));
                quote!(let (#a, #b) = (::core::clone::Clone::clone(a), ::core::clone::Clone::clone(b));)
            }
        };
        self.rule(operator, |position| {
            let entry = self.entry_of(position);
            quote!(#bind let (_, gradients) = { #both }; #entry)
        })
    }

    /// The impl for an operator that was refused: uses of it add no errors of their own.
    pub(crate) fn operator_stub(&self, operator: &Operator<'_>) -> TokenStream {
        self.rule(operator, |_| quote!(::core::unreachable!()))
    }

    /// The rule's impl with a body for the adjoint of each operand.
    fn rule(&self, operator: &Operator<'_>, body: impl Fn(usize) -> TokenStream) -> TokenStream {
        let private = &self.private;
        let (impl_generics, _, where_clause) = operator.generics.split_for_impl();
        let (left, rule, output) = (operator.left, &operator.rule, self.output_type());
        let tangent = |ty: &TokenStream| quote!(<#ty as #private::Differentiable>::Tangent);
        let (d_left, d_output) = (tangent(&quote!(#left)), tangent(&output));
        let quiet = quiet();
        let first = body(0);
        let Some(right) = &operator.right else {
            return quote! {
                impl #impl_generics #private::#rule for #left #where_clause {
                    type Output = #output;

                    #[inline]
                    #quiet
                    fn d_x(x: &Self, d_y: &#d_output) -> #d_left { #first }
                }
            };
        };
        let (second, d_right) = (body(1), tangent(&quote!(#right)));
        quote! {
            impl #impl_generics #private::#rule<#right> for #left #where_clause {
                type Output = #output;

                #[inline]
                #quiet
                fn d_a(a: &Self, b: &#right, d_y: &#d_output) -> #d_left { #first }

                #[inline]
                #quiet
                fn d_b(a: &Self, b: &#right, d_y: &#d_output) -> #d_right { #second }
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
        if active.len() == 1 {
            quote!(gradients)
        } else {
            quote!(gradients.#index)
        }
    }
}
