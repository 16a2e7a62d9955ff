//! Companions of a function that was refused: of the right signature, with bodies that never run, so that callers do not
//! add errors of their own.

use proc_macro2::TokenStream;

use super::companions::Companions;

impl Companions<'_> {
    /// `doubt` is a statement of one of the bodies.
    pub(crate) fn stubs(&self, doubt: &TokenStream) -> TokenStream {
        let grads = self.grad_heads().into_iter().flatten();
        let (backward, jacobian) = (self.backward_head(), self.jacobian_stub());
        let (vjp, vjp_body) = (self.vjp_head(), self.vjp_stub());
        let call = self.call_head(&self.name("call"));
        let (slot_types, _) = self.slots();
        let (private, seed) = (&self.private, self.seed_type());
        quote! {
            #(#grads { ::core::unreachable!() })*
            #backward { ::core::unreachable!() }
            #vjp { #vjp_body }
            #jacobian
            #call {
                #doubt
                (::core::unreachable!(), |#(_: #slot_types,)* _: #seed, _: &mut #private::Workspace| ::core::unreachable!())
            }
        }
    }
}
