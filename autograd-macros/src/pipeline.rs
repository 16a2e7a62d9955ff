//! The order of the stages; nothing else knows it.

use proc_macro2::{Ident, TokenStream};
use quote::quote;

use crate::diagnostics::Diagnostics;
use crate::emit::companions::{Companions, Home};
use crate::emit::doubt;
use crate::emit::operator::Operator;
use crate::helpers::Helpers;
use crate::ir::{Function, Shape, StmtKind, Type};
use crate::lower::lower;
use crate::options::Options;
use crate::primal;
use crate::reverse::{differentiate, Differentiated, Form};
use crate::signature::{Convention, Signature};
use crate::simplify::{self, Passes};

/// The functions that a function becomes.
pub(crate) struct Expansion {
    /// As the user wrote it, without the attributes of the macro.
    pub(crate) original: syn::ItemFn,
    /// Errors, then companions or their stubs. They belong beside the function.
    pub(crate) companions: TokenStream,
}

/// Where a function stands.
#[derive(Clone, Copy)]
pub(crate) struct Site<'a> {
    pub(crate) home: Home,
    /// The parameters of the `impl` around it, where that was seen.
    pub(crate) generics: Option<&'a syn::Generics>,
}

impl Site<'_> {
    pub(crate) fn of(home: Home) -> Self {
        Site { home, generics: None }
    }
}

/// Differentiates one function. Calls of `helpers` are inlined where that is possible.
pub(crate) fn function(options: &Options, site: Site<'_>, helpers: &Helpers, function: &syn::ItemFn) -> Expansion {
    let cx = Diagnostics::new();
    let expansion = expand(&cx, options, site, helpers, function);
    let errors = cx.finish();
    let companions = expansion.companions;
    Expansion { companions: quote!(#errors #companions), ..expansion }
}

/// Differentiates an operator of a user type: its rule's impl, and the errors.
pub(crate) fn operator(options: &Options, operator: &Operator<'_>, function: &syn::ItemFn) -> TokenStream {
    let cx = Diagnostics::new();
    let signature = Signature::read(&cx, options, Some(operator.generics), &function.sig);
    let no_generics = syn::Generics::default();
    let companions = Companions {
        private: options.private(),
        vis: &syn::Visibility::Inherited,
        generics: &no_generics,
        signature: &signature,
        items: primal::items(&function.block),
        attrs: Vec::new(),
        recursive: false,
        with_jacobian: false,
        home: Home::Unknown,
        elastic: Vec::new(),
    };
    let primal = cx.is_empty().then(|| lower(&cx, &signature, &function.block, &Helpers::default()));
    let rule = match primal.filter(|_| cx.is_clear()) {
        Some(mut primal) => {
            simplify::primal(&mut primal, Passes::ALL);
            let mut joint = differentiate(&primal, Form { joint: true, fuse: true });
            simplify::differentiated(&mut joint, Passes::ALL);
            companions.operator(operator, &joint)
        }
        None => companions.operator_stub(operator),
    };
    let errors = cx.finish();
    quote!(#errors #rule)
}

/// Whether a function of an annotated module or `impl` has something to differentiate: there others are left alone.
pub(crate) fn is_differentiable(options: &Options, outer: Option<&syn::Generics>, function: &syn::ItemFn) -> bool {
    let cx = Diagnostics::new();
    let _ = Signature::read(&cx, options, outer, &function.sig);
    let accepted = cx.is_empty();
    drop(cx.finish());
    accepted
}

fn expand(cx: &Diagnostics, options: &Options, site: Site<'_>, helpers: &Helpers, function: &syn::ItemFn) -> Expansion {
    let original = primal::cleaned(function);
    let signature = Signature::read(cx, options, site.generics, &function.sig);
    options.check_jacobian(cx, &signature);
    if signature.repeats_a_name() {
        return Expansion { original, companions: TokenStream::new() };
    }
    let mut companions = Companions {
        private: options.private(),
        vis: &function.vis,
        generics: &function.sig.generics,
        signature: &signature,
        items: primal::items(&function.block),
        attrs: primal::shared_attributes(&function.attrs),
        recursive: options.recursive,
        with_jacobian: options.jacobian,
        home: site.home,
        elastic: Vec::new(),
    };
    let generated =
        if cx.is_empty() { generate(cx, &signature, &function.block, helpers, &mut companions) } else { None };
    let companions = generated.unwrap_or_else(|| {
        let left = if cx.is_left_to_rustc() { doubt::left(&signature.ident) } else { TokenStream::new() };
        let doubt = doubt::constant(function, cx.take_doubts()).unwrap_or_else(|errors| {
            errors.into_iter().for_each(|error| cx.push(error));
            TokenStream::new()
        });
        // Types that can be written in one place only: no companion can have them.
        if primal::has_opaque_types(&function.sig) {
            return TokenStream::new();
        }
        companions.stubs(&quote!(#doubt #left))
    });
    Expansion { original, companions }
}

/// The companions, unless an error was found.
fn generate(
    cx: &Diagnostics,
    signature: &Signature,
    block: &syn::Block,
    helpers: &Helpers,
    companions: &mut Companions<'_>,
) -> Option<TokenStream> {
    let mut primal = lower(cx, signature, block, helpers);
    if !cx.is_clear() {
        return None;
    }
    simplify::primal(&mut primal, Passes::ALL);
    companions.recursive |= calls_itself(&primal);
    let mut joint = differentiate(&primal, Form { joint: true, fuse: true });
    let mut split = differentiate(&primal, Form { joint: false, fuse: true });
    simplify::differentiated(&mut joint, Passes::ALL);
    simplify::differentiated(&mut split, Passes::ALL);
    companions.elastic = elastic(&joint, signature);
    Some(companions.emit(&joint, &split))
}

/// The `&mut Vec` parameters whose length the function changes.
fn elastic(differentiated: &Differentiated, signature: &Signature) -> Vec<Ident> {
    let function = &differentiated.function;
    let params = function.params.iter().zip(&signature.params);
    let elastic = params.filter(|(param, parameter)| {
        let vector = parameter.convention == Convention::Exclusive && matches!(parameter.kind, Type::Vec(_));
        vector && matches!(param.shape, Shape::Place(place) if differentiated.reshaped.contains(&place))
    });
    elastic.map(|(_, parameter)| parameter.ident.clone()).collect()
}

fn calls_itself(primal: &Function) -> bool {
    let mut found = false;
    primal.body.walk(&mut |stmt| found |= matches!(&stmt.kind, StmtKind::Call(call) if call.callee.recursive));
    found
}

#[cfg(test)]
mod tests;
