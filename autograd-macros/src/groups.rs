//! Invisible parentheses made visible.
//!
//! A fragment of a `macro_rules!` (`$e:expr`) comes in a group without delimiters. rustc forgets such groups when a procedural
//! macro hands them back, so that `$e * 2.0` with `x + 1.0` for `$e` would read `x + 1.0 * 2.0`, in the user's own
//! function too. Where the grouping matters, real parentheses take its place.

use proc_macro2::{Delimiter, Group, Span, TokenStream, TokenTree};

/// The same tokens with parentheses where invisible ones matter.
pub(crate) fn visible(tokens: TokenStream) -> TokenStream {
    if !holds_invisible(&tokens) {
        return tokens;
    }
    let tokens: Vec<TokenTree> = tokens.into_iter().collect();
    let mut out = TokenStream::new();
    for (index, token) in tokens.iter().enumerate() {
        let TokenTree::Group(group) = token else {
            out.extend([token.clone()]);
            continue;
        };
        let inner = visible(group.stream());
        if group.delimiter() != Delimiter::None {
            out.extend([regrouped(group.delimiter(), inner, group.span())]);
            continue;
        }
        let (before, after) = (index.checked_sub(1).map(|before| &tokens[before]), tokens.get(index + 1));
        match grouping(&inner, before, after) {
            Grouping::Needless => out.extend([regrouped(Delimiter::None, inner, group.span())]),
            Grouping::Parentheses => {
                let span = Span::mixed_site().located_at(group.span());
                out.extend([regrouped(Delimiter::Parenthesis, inner, span)]);
            }
            // `$s:stmt`: `syn` takes a `let` in a group for a condition.
            Grouping::Open => out.extend(inner),
        }
    }
    out
}

enum Grouping {
    Needless,
    Parentheses,
    Open,
}

fn grouping(inner: &TokenStream, before: Option<&TokenTree>, after: Option<&TokenTree>) -> Grouping {
    if matches!(inner.clone().into_iter().next(), Some(TokenTree::Ident(first)) if first == "let") {
        return Grouping::Open;
    }
    let apart = |token: Option<&TokenTree>| token.is_none_or(|token| is_punct(token, ',') || is_punct(token, ';'));
    if apart(before) && apart(after) {
        return Grouping::Needless;
    }
    let needed = match syn::parse2::<syn::Expr>(inner.clone()) {
        Ok(syn::Expr::Unary(_) | syn::Expr::Reference(_)) => after.is_some_and(is_postfix),
        // A pattern: `1 | 2 => …`.
        Ok(syn::Expr::Binary(binary)) if matches!(binary.op, syn::BinOp::BitOr(_)) => {
            !after.is_some_and(|after| is_punct(after, '='))
        }
        Ok(
            syn::Expr::Binary(_)
            | syn::Expr::Cast(_)
            | syn::Expr::Range(_)
            | syn::Expr::Closure(_)
            | syn::Expr::Assign(_)
            | syn::Expr::Return(_)
            | syn::Expr::Break(_),
        ) => true,
        Ok(_) | Err(_) => false,
    };
    if needed {
        Grouping::Parentheses
    } else {
        Grouping::Needless
    }
}

/// `.method()`, `[i]`, `(x)`, `?`
fn is_postfix(token: &TokenTree) -> bool {
    match token {
        TokenTree::Group(group) => matches!(group.delimiter(), Delimiter::Bracket | Delimiter::Parenthesis),
        other => is_punct(other, '.') || is_punct(other, '?'),
    }
}

fn is_punct(token: &TokenTree, c: char) -> bool {
    matches!(token, TokenTree::Punct(punct) if punct.as_char() == c)
}

fn regrouped(delimiter: Delimiter, inner: TokenStream, span: Span) -> TokenTree {
    let mut group = Group::new(delimiter, inner);
    group.set_span(span);
    group.into()
}

fn holds_invisible(tokens: &TokenStream) -> bool {
    tokens.clone().into_iter().any(|token| match token {
        TokenTree::Group(group) => group.delimiter() == Delimiter::None || holds_invisible(&group.stream()),
        TokenTree::Ident(_) | TokenTree::Punct(_) | TokenTree::Literal(_) => false,
    })
}

#[cfg(test)]
mod tests {
    use proc_macro2::{Delimiter, Group, TokenStream, TokenTree};
    use quote::quote;

    fn invisible(tokens: TokenStream) -> TokenTree {
        Group::new(Delimiter::None, tokens).into()
    }

    #[track_caller]
    fn check(tokens: TokenStream, expected: TokenStream) {
        assert_eq!(super::visible(tokens).to_string(), expected.to_string());
    }

    #[test]
    fn operators_keep_their_operands_together() {
        let sum = invisible(quote!(x + 1.0));
        check(quote!(#sum * 2.0), quote!((x + 1.0) * 2.0));
        check(quote!({ f(#sum.abs(), #sum) }), quote!({ f((x + 1.0).abs(), x + 1.0) }));
        let negated = invisible(quote!(-x));
        check(quote!(#negated.abs() + #negated), quote!((-x).abs() + -x));
        let cast = invisible(quote!(n as f64));
        check(quote!(#cast < y), quote!((n as f64) < y));
    }

    #[test]
    fn other_fragments_stay_as_they_are() {
        let (ty, pat, name) = (invisible(quote!(&[f64])), invisible(quote!(1 | 2)), invisible(quote!(x)));
        check(quote!(a: #ty, match n { #pat => #name * 2.0 }), quote!(a: &[f64], match n { 1 | 2 => x * 2.0 }));
        let (statement, sum) = (invisible(quote!(let x = x * x)), invisible(quote!(x + y)));
        check(quote!(#statement; assert!(#sum, "text")), quote!(let x = x * x; assert!(x + y, "text")));
    }
}
