//! The companions of a function with a hand-written rule: they call the rule.

use proc_macro2::{Ident, Span, TokenStream};
use quote::{format_ident, ToTokens};

use crate::signature::{Convention, Parameter};

use super::companions::{Companions, Home};
use super::tangent;

/// A rule and the companions that stand on it.
pub(crate) struct Rule<'a, 'c> {
    pub(crate) companions: &'a Companions<'c>,
    /// The user's function.
    pub(crate) function: &'a Ident,
    /// Its pullback is `Clone`; else it is shared by counting.
    pub(crate) clones: bool,
}

impl Rule<'_, '_> {
    pub(crate) fn emit(&self) -> TokenStream {
        let companions = self.companions;
        let (joint, split) = (self.joint(), self.split());
        let (grads, backward, call) = (companions.grads(&joint), companions.backward(&joint), companions.call(&split));
        // The rule may be the function's `f_vjp` itself.
        let own = *self.function == companions.name("vjp");
        let vjp = if own { TokenStream::new() } else { companions.vjp(Some(&split)) };
        let receiver = companions.receiver();
        let named = companions.call_head(&format_ident!("{}_call", self.function));
        quote! {
            #grads
            #backward
            #vjp
            #call
            #named { #receiver #split }
        }
    }

    /// The rule, as the companions name it.
    fn path(&self) -> TokenStream {
        let function = self.function;
        match self.companions.home {
            Home::Impl => quote!(Self::#function),
            Home::Free | Home::Unknown => function.to_token_stream(),
        }
    }

    /// The statements of `f_backward`.
    fn joint(&self) -> TokenStream {
        let companions = self.companions;
        let names = companions.signature.params.iter().map(|param| &param.ident);
        let checks: TokenStream = companions
            .references()
            .map(|param| companions.length_check(param, &companions.shadow_name(param).to_token_stream()))
            .collect();
        let reborrowed = companions.references().map(|param| {
            let (ident, shadow) = (&param.ident, companions.shadow_name(param));
            match param.convention {
                Convention::Exclusive => quote!(&mut *#ident, #shadow,),
                Convention::Shared | Convention::Value => quote!(#ident, #shadow,),
            }
        });
        let (seed, function) = (companions.has_output().then(|| quote!(seed)), self.path());
        let bound = if companions.has_output() { quote!((output, pullback)) } else { quote!(pullback) };
        // After `f_backward` the `&mut` parameters hold what the function leaves in them.
        let (kept, put_back) = self.finals();
        let result = match (companions.has_output(), companions.by_value().next().is_some()) {
            (true, true) => quote!((output, gradients)),
            (true, false) => quote!(output),
            (false, true) => quote!(gradients),
            (false, false) => quote!(()),
        };
        quote! {
            #checks
            let #bound = #function(#(#names),*);
            #kept
            let gradients = pullback(#(#reborrowed)* #seed);
            #put_back
            #result
        }
    }

    /// Copies of the final contents of `&mut` parameters, and putting them back.
    fn finals(&self) -> (TokenStream, TokenStream) {
        let private = &self.companions.private;
        let exclusive = |param: &&Parameter| param.convention == Convention::Exclusive;
        let (mut kept, mut put_back) = (TokenStream::new(), TokenStream::new());
        for param in self.companions.signature.params.iter().filter(exclusive) {
            let ident = &param.ident;
            let last = format_ident!("final_{}", ident, span = Span::mixed_site());
            kept.extend(quote!(let #last = #private::ToOwned::to_owned(&*#ident);));
            put_back.extend(quote!(#private::put_back(#ident, #last);));
        }
        (kept, put_back)
    }

    /// The statements of `f_call`.
    fn split(&self) -> TokenStream {
        let companions = self.companions;
        let private = &companions.private;
        let (names, function) = (companions.signature.params.iter().map(|param| &param.ident), self.path());
        let bound = if companions.has_output() { quote!((output, pullback)) } else { quote!(pullback) };
        let output = if companions.has_output() { quote!(output) } else { quote!(()) };
        let shared = (!self.clones).then(|| quote!(let pullback = #private::Rc::new(pullback);));
        let (_, slots) = companions.slots();
        let seed_type = companions.seed_type();
        let (mut scratches, mut references) = (TokenStream::new(), TokenStream::new());
        for param in companions.references() {
            let (ident, slot, mode) = (&param.ident, companions.slot_name(param), companions.mode_name(param));
            let scratch = format_ident!("scratch_{}", ident, span = Span::mixed_site());
            let lent = format_ident!("lent_{}", ident, span = Span::mixed_site());
            let target = tangent::shadow(private, param);
            let zero = companions.zero_shadow(param);
            scratches.extend(quote! {
                let mut #scratch = #zero;
                let #lent: &mut #target = <#mode as #private::Mode>::or(&mut #slot, &mut #scratch);
            });
            references.extend(quote!(#ident, #lent,));
        }
        let seed = companions.has_output().then(|| quote!(seed));
        let call = if self.clones { quote!(pullback) } else { quote!((*pullback)) };
        let gradients: Vec<TokenStream> = (0..companions.by_value().count())
            .map(|index| {
                let index = syn::Index::from(index);
                if companions.by_value().count() == 1 {
                    quote!(gradients)
                } else {
                    quote!(gradients.#index)
                }
            })
            .collect();
        let handed = companions.by_value().zip(gradients).map(|(param, gradient)| {
            let (slot, mode) = (companions.slot_name(param), companions.mode_name(param));
            quote!(<#mode as #private::Mode>::with(&mut #slot, |slot| #private::Tangent::accumulate(slot, #gradient));)
        });
        quote! {
            let #bound = #function(#(#names),*);
            #shared
            (#output, move |#(#slots,)* seed: #seed_type, workspace: &mut #private::Workspace| {
                #scratches
                let gradients = #call(#references #seed);
                #(#handed)*
            })
        }
    }
}
