//! Functions with a token left out, written twice, exchanged or taken from somewhere else.

use proc_macro2::{Group, TokenStream, TokenTree};

use crate::random::Rng;

/// One to three mutations somewhere in the tokens.
pub(super) fn mutated(tokens: TokenStream, rng: &mut Rng) -> TokenStream {
    let count = rng.between(1, 3);
    (0..count).fold(tokens, |tokens, _| {
        let positions = count_tokens(&tokens);
        if positions == 0 {
            return tokens;
        }
        let all = flat(&tokens);
        let other = all[rng.below(all.len())].clone();
        let mut at = rng.below(positions);
        let kind = match rng.below(4) {
            0 => Mutation::Delete,
            1 => Mutation::Duplicate,
            2 => Mutation::Swap,
            _ => Mutation::Replace(other),
        };
        apply(tokens, &mut at, &kind)
    })
}

enum Mutation {
    Delete,
    Duplicate,
    /// With the token after it.
    Swap,
    Replace(TokenTree),
}

fn count_tokens(tokens: &TokenStream) -> usize {
    flat(tokens).len()
}

/// Every token, groups before what is in them.
fn flat(tokens: &TokenStream) -> Vec<TokenTree> {
    let mut found = Vec::new();
    for token in tokens.clone() {
        let inner = match &token {
            TokenTree::Group(group) => flat(&group.stream()),
            TokenTree::Ident(_) | TokenTree::Punct(_) | TokenTree::Literal(_) => Vec::new(),
        };
        found.push(token);
        found.extend(inner);
    }
    found
}

/// Mutates the token at a position, counted as [`flat`] lists them.
fn apply(tokens: TokenStream, at: &mut usize, mutation: &Mutation) -> TokenStream {
    let mut out: Vec<TokenTree> = Vec::new();
    let mut held = None;
    for token in tokens {
        let here = *at == 0;
        *at = at.wrapping_sub(1);
        let mut kept = vec![token.clone()];
        if here {
            match mutation {
                Mutation::Delete => kept.clear(),
                Mutation::Duplicate => kept.push(token),
                Mutation::Swap => {
                    held = kept.pop();
                    continue;
                }
                Mutation::Replace(other) => kept = vec![other.clone()],
            }
        } else if let TokenTree::Group(group) = &token {
            let mut inner = Group::new(group.delimiter(), apply(group.stream(), at, mutation));
            inner.set_span(group.span());
            kept = vec![inner.into()];
        }
        out.extend(kept);
        out.extend(held.take());
    }
    out.extend(held);
    out.into_iter().collect()
}
