//! Where rustc reports what it finds wrong with generated code: on the user's tokens that ask for it.

use proc_macro2::{Delimiter, Group, Span, TokenStream, TokenTree};
use quote::ToTokens;

/// The tokens, all of them at `span`, with its hygiene and edition. Only for what needs none of its own: paths from the
/// root, operators.
pub(super) fn located(tokens: TokenStream, span: Span) -> TokenStream {
    let moved = tokens.into_iter().map(|token| match token {
        TokenTree::Group(group) => {
            let mut moved = Group::new(group.delimiter(), located(group.stream(), span));
            moved.set_span(span);
            TokenTree::Group(moved)
        }
        // These name the crate of the place where they were written.
        TokenTree::Ident(ident) if ident == "crate" || ident == "$crate" => TokenTree::Ident(ident),
        mut token => {
            token.set_span(span);
            token
        }
    });
    moved.collect()
}

/// The tokens at `span`, each of them with its own hygiene: for names.
pub(super) fn moved(tokens: TokenStream, span: Span) -> TokenStream {
    let moved = tokens.into_iter().map(|token| match token {
        TokenTree::Group(group) => {
            let mut moved = Group::new(group.delimiter(), moved(group.stream(), span));
            moved.set_span(group.span().located_at(span));
            TokenTree::Group(moved)
        }
        mut token => {
            token.set_span(token.span().located_at(span));
            token
        }
    });
    moved.collect()
}

/// `&tokens`, all of it at `span`. A borrow of the same hygiene as what is borrowed is one place to rustc.
pub(super) fn borrowed(tokens: TokenStream, span: Span) -> TokenStream {
    let tokens = moved(tokens, span);
    let first = tokens.clone().into_iter().next().map_or(span, |token| token.span());
    let mut borrow = located(quote!(&), first);
    borrow.extend(tokens);
    borrow
}

/// `(tokens)`, where the parentheses are at `span`: so is what a call as a whole is reported for.
pub(super) fn parenthesized(tokens: TokenStream, span: Span) -> TokenTree {
    let mut group = Group::new(Delimiter::Parenthesis, tokens);
    group.set_span(span);
    TokenTree::Group(group)
}

/// The tokens with their outermost brackets at `span`: of a type, what it is reported for as a whole.
pub(super) fn bracketed(tokens: TokenStream, span: Span) -> TokenStream {
    let moved = tokens.into_iter().map(|token| match token {
        TokenTree::Group(mut group) => {
            group.set_span(span);
            TokenTree::Group(group)
        }
        other => other,
    });
    moved.collect()
}

/// The place of a type in messages: its name, without a path to it and without arguments.
pub(super) fn name_of(ty: &impl ToTokens) -> Span {
    let idents = ty.to_token_stream().into_iter().map_while(|token| match token {
        TokenTree::Ident(ident) => Some(Some(ident.span())),
        TokenTree::Punct(punct) if punct.as_char() != '<' => Some(None),
        TokenTree::Punct(_) | TokenTree::Group(_) | TokenTree::Literal(_) => None,
    });
    idents
        .flatten()
        .last()
        .or_else(|| ty.to_token_stream().into_iter().next().map(|token| token.span()))
        .unwrap_or_else(Span::call_site)
}
