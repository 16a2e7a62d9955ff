//! Paths: places read, borrowed, and their shadows in either style.

use proc_macro2::{Ident, Literal, TokenStream, TokenTree};
use quote::ToTokens;

use crate::ir::{Member, Operand, Path, Place, PlaceKind, Step, Type};

use super::expr::{Code, Level};
use super::located::located;
use super::Emitter;

impl Emitter<'_> {
    /// The path as a place expression that is read: `a[i].x`, `*x`.
    pub(super) fn place_expr(&mut self, path: &Path) -> Code {
        self.place_with(path, false)
    }

    /// The path as a place expression that is written to or borrowed by `&mut`.
    pub(super) fn place_expr_mut(&mut self, path: &Path) -> Code {
        self.place_with(path, true)
    }

    fn place_with(&mut self, path: &Path, mutable: bool) -> Code {
        let ident = self.root(path.root);
        let root = if self.is_reference(path.root) {
            Code::new(Level::Prefix, quote!(*#ident))
        } else {
            Code::new(Level::Tight, ident.into_token_stream())
        };
        let is_shadow = self.is_shadow(path.root);
        self.projected(root, &path.steps, mutable, is_shadow)
    }

    pub(super) fn is_shadow(&self, place: Place) -> bool {
        matches!(self.function.place_data(place).kind, PlaceKind::Shadow(_))
    }

    /// A place expression with further steps.
    pub(super) fn projected(&mut self, base: Code, steps: &[Step], mutable: bool, is_shadow: bool) -> Code {
        steps.iter().fold(base, |base, step| self.step(base, step, mutable, is_shadow))
    }

    fn step(&mut self, base: Code, step: &Step, mutable: bool, is_shadow: bool) -> Code {
        let private = self.private.clone();
        let borrow = if mutable || is_shadow { quote!(&mut) } else { quote!(&) };
        let tokens = match step {
            Step::Index(index) => {
                let (base, index) = (auto_deref(base), self.operand_tokens(index));
                quote!(#base[#index])
            }
            Step::Range { start, end, inclusive } => {
                let base = auto_deref(base);
                let start = start.as_ref().map(|start| self.bound(start));
                let end = end.as_ref().map(|end| self.bound(end));
                if *inclusive {
                    quote!(#base[#start..=#end])
                } else {
                    quote!(#base[#start..#end])
                }
            }
            Step::Chunk { start, len } => {
                let (base, len) = (auto_deref(base), const_argument(&len.0));
                let start = start.as_ref().map(|start| self.bound(start));
                let first = if mutable || is_shadow { quote!(first_chunk_mut) } else { quote!(first_chunk) };
                quote!((*#base[#start..].#first::<#len>().unwrap()))
            }
            Step::Element(index) => {
                let (base, index) = (auto_deref(base), Literal::u32_unsuffixed(*index));
                quote!(#base.#index)
            }
            Step::Field(name) => {
                let base = auto_deref(base);
                quote!(#base.#name)
            }
            Step::Payload(payload) if is_shadow => {
                let (base, key) = (base.at(Level::Prefix), Literal::u64_unsuffixed(payload.key()));
                quote!((*#private::PayloadShadow::<#key>::payload(&mut #base)))
            }
            Step::Payload(payload) if payload.path.0.is_empty() => {
                let base = base.at(Level::Prefix);
                let get = if mutable { quote!(payload_mut) } else { quote!(payload) };
                quote!((*#private::#get(#borrow #base)))
            }
            Step::Payload(payload) => {
                let (base, variant) = (base.at(Level::Prefix), &payload.path.0);
                let member = match &payload.member {
                    Member::Named(name) => name.to_token_stream(),
                    Member::Unnamed(index) => Literal::u32_unsuffixed(*index).into_token_stream(),
                };
                quote!((*match #borrow #base { #variant { #member: part, .. } => part, _ => ::core::unreachable!() }))
            }
        };
        Code::new(Level::Tight, tokens)
    }

    pub(super) fn may_be_absent(&self, path: &Path) -> bool {
        self.function.may_be_absent(path)
    }

    /// `&path` or `&mut path`.
    pub(super) fn place_ref(&mut self, path: &Path, mutable: bool) -> TokenStream {
        let place = self.place_with(path, mutable).at(Level::Prefix);
        // The borrow stands where the place does, for rustc's messages.
        let borrow = if mutable { quote!(&mut) } else { quote!(&) };
        let first = place.clone().into_iter().next().map_or(self.span, |token| token.span());
        let borrow = located(borrow, first);
        quote!(#borrow #place)
    }

    pub(super) fn bound(&mut self, bound: &Operand) -> TokenStream {
        self.operand(bound).at(Level::Or)
    }

    pub(super) fn root(&self, place: Place) -> Ident {
        self.function.place_data(place).ident.clone()
    }

    /// Whether the variable is a reference to the place.
    pub(super) fn is_reference(&self, place: Place) -> bool {
        let data = self.function.place_data(place);
        match data.kind {
            PlaceKind::Shared | PlaceKind::Exclusive => true,
            PlaceKind::Owned | PlaceKind::Local => false,
            PlaceKind::Shadow(primal) => match self.function.place_data(primal).kind {
                PlaceKind::Shared | PlaceKind::Exclusive => true,
                // In the split form the slot of an owned parameter is a reference.
                PlaceKind::Owned => self.modes.contains_key(&place) || self.plain.contains(&place),
                PlaceKind::Local | PlaceKind::Shadow(_) => false,
            },
        }
    }

    /// The mode parameter of a shadow that is held generically.
    pub(super) fn mode(&self, place: Place) -> Option<Ident> {
        self.modes.get(&place).cloned()
    }

    /// The shadow as an argument of a pullback.
    pub(super) fn shadow_arg(&mut self, path: &Path) -> TokenStream {
        let Some(mode) = self.mode(path.root) else { return self.place_ref(path, true) };
        let private = self.private.clone();
        let ident = self.root(path.root);
        let whole = quote!(<#mode as #private::Mode>::reborrow(&mut #ident));
        if path.steps.is_empty() {
            return match self.path_type(path) {
                // The callee may take a slice: a reference becomes one by itself, a shadow of either mode only in a closure.
                Type::Array(..) => quote!(<#mode as #private::Mode>::map(#whole, |#ident| &mut *#ident)),
                _ => whole,
            };
        }
        let part = self.place_ref(path, true);
        quote!(<#mode as #private::Mode>::map(#whole, |#ident| #part))
    }

    /// The type of what a path names.
    pub(super) fn path_type(&self, path: &Path) -> Type {
        self.function.path_type(path)
    }
}

/// A place expression before `[`, `.` and the like: these dereference by themselves.
pub(super) fn auto_deref(base: Code) -> TokenStream {
    let mut tokens = base.tokens.clone().into_iter();
    match (base.level, tokens.next(), tokens.next(), tokens.next()) {
        (Level::Prefix, Some(TokenTree::Punct(star)), Some(TokenTree::Ident(ident)), None) if star.as_char() == '*' => {
            ident.into_token_stream()
        }
        _ => base.at(Level::Tight),
    }
}

/// The argument of a const parameter: in braces unless it is a literal or a name.
fn const_argument(tokens: &TokenStream) -> TokenStream {
    if tokens.clone().into_iter().count() == 1 {
        tokens.clone()
    } else {
        quote!({ #tokens })
    }
}
