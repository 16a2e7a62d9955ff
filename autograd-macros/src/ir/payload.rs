//! What a variant of an enum holds, as a step of a path.

use proc_macro2::{Ident, TokenStream, TokenTree};

use super::Tokens;

/// A field of a variant. The primal is matched; its shadow, whose type the macro cannot name, is asked for the field by
/// [`Payload::key`].
#[derive(Clone, PartialEq, Debug)]
pub(crate) struct Payload {
    /// The path of the variant as patterns name it: `Shape::Circle`, `Some`. Empty for what an `Option` or a `Result` holds
    /// where nothing tells which of the two it is.
    pub(crate) path: Tokens,
    pub(crate) member: Member,
}

/// A field by its name or number.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) enum Member {
    Named(Ident),
    Unnamed(u32),
}

impl Payload {
    pub(crate) fn new(path: TokenStream, member: Member) -> Self {
        Payload { path: Tokens(path), member }
    }

    /// What an `Option` or a `Result` holds, whichever it is.
    pub(crate) fn wrapped() -> Self {
        Payload::new(TokenStream::new(), Member::Unnamed(0))
    }

    /// The name of the variant: the last one of the path.
    pub(crate) fn variant(&self) -> Option<Ident> {
        let names = self.path.0.clone().into_iter().filter_map(|token| match token {
            TokenTree::Ident(ident) => Some(ident),
            TokenTree::Group(_) | TokenTree::Punct(_) | TokenTree::Literal(_) => None,
        });
        names.last()
    }

    /// Whether the payload is that of `Some` or `Ok`.
    pub(crate) fn is_wrapped(&self) -> bool {
        self.variant().is_none_or(|variant| variant == "Some" || variant == "Ok")
    }

    /// The error of a `Result`, which carries no gradient.
    pub(crate) fn is_error(&self) -> bool {
        self.variant().is_some_and(|variant| variant == "Err")
    }

    /// The number by which a tangent knows the field.
    pub(crate) fn key(&self) -> u64 {
        match self.variant() {
            Some(variant) if !self.is_wrapped() => key(&variant.to_string(), &self.member.text()),
            Some(_) | None => key("Some", "0"),
        }
    }
}

impl Member {
    /// The name, without `r#`, or the number.
    pub(crate) fn text(&self) -> String {
        match self {
            Member::Named(name) => name.to_string().replace("r#", ""),
            Member::Unnamed(index) => index.to_string(),
        }
    }
}

/// A number for a field of a variant: the 64-bit FNV-1a hash of `Variant.field`. (G. Fowler, L. C. Noll, K.-P. Vo, D. Eastlake,
/// "The FNV Non-Cryptographic Hash Algorithm", section 5.)
pub(crate) fn key(variant: &str, member: &str) -> u64 {
    let variant = variant.strip_prefix("r#").unwrap_or(variant);
    let text = format!("{variant}.{member}");
    text.bytes().fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}
