//! `function!(f(&a, b, #[no_grad] &x))`: a call of a differentiable function with tensors, as one node of their graph.
//!
//! The expansion speaks the protocol of `emit::call` (one mode and one or two slots for every argument) and leaves
//! everything about tensors to the runtime's `tensor::fused`. Whether an argument is a tensor is not visible here: all
//! arguments are treated alike, and their types do the rest.
//!
//! ```text
//! match (&a, &b) {
//!     (given_0, given_1) => {
//!         let argument_0 = (&Given("a", given_0)).lodge(); …
//!         if nothing is recorded { return f(argument_0.lend()?, argument_1.value()?) as tensors }
//!         let (value, pullback) = f_call(argument_0.lend()?, …, argument_0.mode(), …, workspace);
//!         let kept_0 = argument_0.keep(); …
//!         record(value, pullback, move |…| pullback(argument_0.lend()?, gradient_0.lend()?, gradient_1.lend()?, …))
//!     }
//! }
//! ```

use proc_macro2::{Ident, Span, TokenStream};
use quote::{format_ident, quote, quote_spanned, ToTokens};
use syn::parse::{Parse, ParseStream};
use syn::punctuated::Punctuated;
use syn::spanned::Spanned;
use syn::Token;

/// Expands `try_function!`, which returns a `Result`.
pub(crate) fn expand_fallible(tokens: TokenStream) -> TokenStream {
    match syn::parse2::<Fused>(tokens) {
        Ok(fused) => fused.expand(),
        Err(error) => error.to_compile_error(),
    }
}

/// Expands `function!`, which panics with the error's text.
pub(crate) fn expand(tokens: TokenStream) -> TokenStream {
    match syn::parse2::<Fused>(tokens) {
        Ok(fused) => {
            let result = fused.expand();
            quote!(::autograd::__private::fused::or_panic(#result))
        }
        Err(error) => error.to_compile_error(),
    }
}

/// `path::f::<T>(arguments…)`
struct Fused {
    callee: syn::ExprPath,
    arguments: Vec<Argument>,
}

/// One argument of the call.
struct Argument {
    /// The expression without `#[no_grad]` and `&`.
    expr: syn::Expr,
    by_reference: bool,
    no_grad: bool,
    index: usize,
}

const FORM: &str = "write the call with tensors as arguments: `function!(loss(&weights, bias, &data))`";

impl Parse for Fused {
    fn parse(input: ParseStream) -> syn::Result<Self> {
        let callee: syn::ExprPath =
            input.parse().map_err(|_| refused(input.span(), "this is not the path of a function", FORM))?;
        if !input.peek(syn::token::Paren) {
            return Err(refused(input.span(), "a call needs its arguments in parentheses", FORM));
        }
        let content;
        syn::parenthesized!(content in input);
        let arguments = Punctuated::<Argument, Token![,]>::parse_terminated(&content)?;
        let mut arguments: Vec<Argument> = arguments.into_iter().collect();
        if arguments.is_empty() {
            return Err(refused(callee.span(), "a call without arguments has no gradient", FORM));
        }
        if !input.is_empty() {
            return Err(refused(input.span(), "nothing may follow the call", "use its result outside of the macro"));
        }
        for (index, argument) in arguments.iter_mut().enumerate() {
            argument.index = index;
        }
        Ok(Self { callee, arguments })
    }
}

impl Parse for Argument {
    fn parse(input: ParseStream) -> syn::Result<Self> {
        let attributes = input.call(syn::Attribute::parse_outer)?;
        for attribute in &attributes {
            if !attribute.path().is_ident("no_grad") || attribute.meta.require_path_only().is_err() {
                let help = "`#[no_grad]` says that an argument carries no gradient; there is no other attribute";
                return Err(refused(attribute.span(), "this attribute has no meaning here", help));
            }
        }
        let no_grad = !attributes.is_empty();
        let expr: syn::Expr = input.parse()?;
        match expr {
            syn::Expr::Reference(reference) if reference.mutability.is_some() => Err(refused(
                reference.span(),
                "a tensor cannot be lent for writing",
                "write the function so that it returns the new values",
            )),
            syn::Expr::Reference(reference) => {
                Ok(Self { expr: *reference.expr, by_reference: true, no_grad, index: 0 })
            }
            expr => Ok(Self { expr, by_reference: false, no_grad, index: 0 }),
        }
    }
}

impl Fused {
    fn expand(&self) -> TokenStream {
        let each = |f: fn(&Argument) -> TokenStream| -> Vec<TokenStream> { self.arguments.iter().map(f).collect() };
        let exprs = each(|argument| argument.expr.to_token_stream());
        let given = each(|argument| argument.local("given").into_token_stream());
        let arguments = each(|argument| argument.local("argument").into_token_stream());
        let kept = each(|argument| argument.local("kept").into_token_stream());
        let gradients = each(|argument| argument.local("gradient").into_token_stream());
        let (lodge, passed) = (each(Argument::lodge), each(Argument::passed));
        let (keep, reopen, slots) = (each(Argument::keep), each(Argument::reopen), each(Argument::slots));

        let (callee, call, name) = (&self.callee, self.companion(), name_of(&self.callee));
        let node = format!("{}Backward", camel_case(&name));
        // Locals are the macro's own; everything else is found as at the place of the call.
        quote_spanned! { Span::mixed_site() =>
            match (#(&#exprs,)*) {
                (#(#given,)*) => (|| -> ::core::result::Result<_, ::autograd::__private::fused::TensorError> {
                    #[allow(unused_imports)]
                    use ::autograd::__private::fused::{PlainGiven as _, TensorGiven as _};
                    #(let #arguments = #lodge;)*
                    if !(#(#arguments.is_recorded())||*) {
                        let value = #callee(#(#passed),*);
                        return ::core::result::Result::Ok(::autograd::__private::fused::unrecorded(value));
                    }
                    let (value, pullback) = ::autograd::__private::fused::forward(|workspace| {
                        ::core::result::Result::Ok(#call(#(#passed,)* #(#arguments.mode(),)* workspace))
                    })?;
                    let sources = [#(#arguments.source()),*];
                    #(let #kept = #keep;)*
                    ::core::result::Result::Ok(::autograd::__private::fused::record(
                        [#name, #node],
                        value,
                        sources,
                        pullback,
                        move |pullback, pass, seed, workspace| {
                            #(#reopen)*
                            #(let mut #gradients = #kept.gradient();)*
                            pullback(#(#slots,)* seed, workspace);
                            ::core::result::Result::Ok(::autograd::__private::vec![#(#gradients.finish()),*])
                        },
                    ))
                })(),
            }
        }
    }

    /// The path of `f_call`; `::<T>` becomes `::<T, _, _>`, because the modes are type parameters too.
    fn companion(&self) -> syn::ExprPath {
        let mut callee = self.callee.clone();
        if let Some(last) = callee.path.segments.last_mut() {
            last.ident = format_ident!("{}_call", last.ident, span = last.ident.span());
            if let syn::PathArguments::AngleBracketed(generics) = &mut last.arguments {
                let inferred: syn::GenericArgument = syn::parse_quote!(_);
                generics.args.extend(self.arguments.iter().map(|_| inferred.clone()));
            }
        }
        callee
    }
}

impl Argument {
    /// A name of the macro's own, on the user's tokens, so that rustc's errors point there.
    fn local(&self, noun: &str) -> Ident {
        let span = Span::mixed_site().located_at(self.expr.span());
        Ident::new(&format!("{noun}_{}", self.index), span)
    }

    /// What was given, as an argument.
    fn lodge(&self) -> TokenStream {
        let (given, text) = (self.local("given"), self.expr.to_token_stream().to_string());
        let fixed = self.no_grad.then(|| quote!(.fixed()));
        quote!((&::autograd::__private::fused::Given(#text, #given)).lodge()#fixed)
    }

    /// What the function is given.
    fn passed(&self) -> TokenStream {
        let argument = self.local("argument");
        if self.by_reference {
            quote!(#argument.lend()?)
        } else {
            quote!(#argument.value()?)
        }
    }

    /// What the node keeps: the pullback reads every reference again, and nothing that is passed by value.
    fn keep(&self) -> TokenStream {
        let argument = self.local("argument");
        if self.by_reference {
            quote!(#argument.keep())
        } else {
            quote!(#argument.outline())
        }
    }

    /// The argument again, where the pullback reads it.
    fn reopen(&self) -> TokenStream {
        let (argument, given, kept) = (self.local("argument"), self.local("given"), self.local("kept"));
        if !self.by_reference {
            return TokenStream::new();
        }
        quote_spanned! { Span::mixed_site() =>
            let #given = #kept.get(pass)?;
            let #argument = #kept.argument(&#given);
        }
    }

    /// What the pullback is given.
    fn slots(&self) -> TokenStream {
        let (passed, gradient) = (self.passed(), self.local("gradient"));
        if self.by_reference {
            quote!(#passed, #gradient.lend()?)
        } else {
            quote!(#gradient.lend()?)
        }
    }
}

fn name_of(callee: &syn::ExprPath) -> String {
    callee.path.segments.last().map_or_else(String::new, |last| last.ident.to_string())
}

/// `mean_error` becomes `MeanError`.
fn camel_case(name: &str) -> String {
    let capital = |word: &str| {
        let mut letters = word.chars();
        letters.next().into_iter().flat_map(char::to_uppercase).chain(letters).collect::<String>()
    };
    name.trim_start_matches("r#").split('_').map(capital).collect()
}

fn refused(span: Span, message: impl AsRef<str>, help: impl AsRef<str>) -> syn::Error {
    syn::Error::new(span, format!("{}\n= help: {}", message.as_ref(), help.as_ref()))
}
