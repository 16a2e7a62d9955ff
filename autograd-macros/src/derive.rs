//! `#[derive(Differentiable)]`: the tangent of a user's type, and the traits of both.
//!
//! Data flows one way: [`read`] turns the item into a [`Container`] and reports what it refuses, [`bounds`] says which
//! `where` clauses an impl needs, and the other rooms write one item each.
//!
//! Fields whose type holds no float, judged by its tokens exactly as for parameters of functions, and fields marked
//! `#[no_grad]` are left out of the tangent. Everything that stays keeps its name or number, so that generated code can
//! apply the path of a primal to its tangent. Where that leaves a gap in a tuple struct, the gap is a `NoGrad`.

/// `quote!` whose own local names are the macro's: they clash with nothing of the user's.
macro_rules! quote {
    ($($tokens:tt)*) => { ::quote::quote_spanned!(::proc_macro2::Span::mixed_site()=> $($tokens)*) };
}

mod bounds;
mod components;
mod container;
mod left_out;
mod operators;
mod parts;
mod payloads;
mod primal;
mod read;
mod standard;
mod tangent;
#[cfg(test)]
mod tests;
mod types;

use proc_macro2::TokenStream;

use crate::diagnostics::Diagnostics;
use container::Container;

/// Expands the derive on an item. Fields that are refused are left out, so that there is no second wave of errors.
pub(crate) fn expand(item: TokenStream) -> TokenStream {
    let cx = Diagnostics::new();
    let container = read::container(&cx, item);
    let generated = container.as_ref().map(Container::emit);
    let errors = cx.finish();
    quote!(#errors #generated)
}

impl Container {
    fn emit(&self) -> TokenStream {
        let parts = [
            self.definition(),
            self.assertion(),
            self.differentiable(),
            self.step(),
            self.primal_components(),
            self.tangent(),
            self.tangent_components(),
            self.standard(),
            self.operators(),
            self.left_out(),
            self.payload_shadows(),
        ];
        parts.into_iter().collect()
    }
}
