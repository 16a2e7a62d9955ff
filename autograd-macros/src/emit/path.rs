//! Paths: places read, borrowed, and their shadows in either style.

use proc_macro2::{Ident, Literal, TokenStream};
use quote::ToTokens;

use crate::ir::{Operand, Path, Place, PlaceKind, Step, Type};

use super::expr::{Code, Level};
use super::located::located;
use super::Emitter;

impl Emitter<'_> {
    /// The path as a place expression: `a[i].x`, `*x`.
    pub(super) fn place_expr(&mut self, path: &Path) -> Code {
        if path.steps.is_empty() {
            let ident = self.root(path.root);
            if self.is_reference(path.root) {
                return Code::new(Level::Prefix, quote!(*#ident));
            }
            return Code::new(Level::Tight, ident.into_token_stream());
        }
        let steps = self.steps(path);
        let ident = self.root(path.root);
        Code::new(Level::Tight, quote!(#ident #steps))
    }

    /// Whether the path names a part of a tangent whose struct the macro cannot see: the part may have been left out, and
    /// then stands for nothing (`PartShadow`).
    pub(super) fn may_be_absent(&self, path: &Path) -> bool {
        let is_shadow = matches!(self.function.place_data(path.root).kind, PlaceKind::Shadow(_));
        let whole = Path::whole(path.root);
        is_shadow
            && (0..path.steps.len()).any(|index| match path.steps[index] {
                Step::Field(_) => true,
                Step::Element(_) => !matches!(self.path_type(&whole.join(&path.steps[..index])), Type::Tuple(_)),
                Step::Index(_) | Step::Range { .. } => false,
            })
    }

    /// `&path` or `&mut path`.
    pub(super) fn place_ref(&mut self, path: &Path, mutable: bool) -> TokenStream {
        let place = self.place_expr(path).at(Level::Prefix);
        // The borrow stands where the place does, for rustc's messages.
        let borrow = if mutable { quote!(&mut) } else { quote!(&) };
        let first = place.clone().into_iter().next().map_or(self.span, |token| token.span());
        let borrow = located(borrow, first);
        quote!(#borrow #place)
    }

    /// `[i][j].0`
    pub(super) fn steps(&mut self, path: &Path) -> TokenStream {
        path.steps
            .iter()
            .map(|step| match step {
                Step::Index(index) => {
                    let index = self.operand_tokens(index);
                    quote!([#index])
                }
                Step::Range { start, end, inclusive } => {
                    let start = start.as_ref().map(|start| self.bound(start));
                    let end = end.as_ref().map(|end| self.bound(end));
                    if *inclusive {
                        quote!([#start..=#end])
                    } else {
                        quote!([#start..#end])
                    }
                }
                Step::Element(index) => {
                    let index = Literal::u32_unsuffixed(*index);
                    quote!(.#index)
                }
                Step::Field(name) => quote!(.#name),
            })
            .collect()
    }

    fn bound(&mut self, bound: &Operand) -> TokenStream {
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
                PlaceKind::Owned => self.modes.contains_key(&place),
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
        let steps = self.steps(path);
        quote!(<#mode as #private::Mode>::map(#whole, |#ident| &mut #ident #steps))
    }

    /// The type of a place. The shadow of a `&Vec<T>` is a slice.
    fn root_type(&self, place: Place) -> Type {
        let data = self.function.place_data(place);
        let PlaceKind::Shadow(primal) = data.kind else { return data.ty.clone() };
        match (&data.ty, self.function.place_data(primal).kind) {
            (Type::Vec(item), PlaceKind::Shared) => Type::Slice(item.clone()),
            (ty, _) => ty.clone(),
        }
    }

    /// The type of what a path names.
    pub(super) fn path_type(&self, path: &Path) -> Type {
        let root = self.root_type(path.root);
        path.steps.iter().fold(root, |ty, step| match step {
            Step::Index(_) => ty.element(),
            Step::Range { .. } => Type::Slice(Box::new(ty.element())),
            Step::Element(index) => match ty {
                Type::Tuple(items) => items.get(*index as usize).cloned().unwrap_or(Type::Unknown(None)),
                _ => Type::Unknown(None),
            },
            Step::Field(_) => Type::Unknown(None),
        })
    }
}
