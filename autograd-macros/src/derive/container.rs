//! A user's type as the derive sees it.

use proc_macro2::{Ident, Span, TokenStream};
use quote::{format_ident, ToTokens};

/// The type that the derive is on.
pub(super) struct Container {
    pub(super) ident: Ident,
    pub(super) vis: syn::Visibility,
    pub(super) generics: syn::Generics,
    /// The path of the runtime's hidden module.
    pub(super) private: TokenStream,
    /// `#[autograd(recursive)]`: the type contains itself by way of another type and a `Vec`.
    pub(super) recursive: bool,
    pub(super) data: Data,
}

pub(super) enum Data {
    Struct(Variant),
    Enum(Vec<Variant>),
}

/// A struct's fields, or those of one variant of an enum.
pub(super) struct Variant {
    /// The name of the variant; that of the type for a struct.
    pub(super) ident: Ident,
    pub(super) kind: Kind,
    pub(super) fields: Vec<Field>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Named,
    Tuple,
    Unit,
}

pub(super) struct Field {
    /// Its name or number, in the primal and in the tangent.
    pub(super) member: syn::Member,
    pub(super) vis: syn::Visibility,
    /// Its type, with `Self` written out.
    pub(super) ty: syn::Type,
    /// Whether the tangent has this field.
    pub(super) active: bool,
}

/// Which of the two types code is about.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Space {
    Primal,
    Tangent,
}

impl Container {
    /// `STangent` of `S`.
    pub(super) fn tangent_ident(&self) -> Ident {
        format_ident!("{}Tangent", self.ident)
    }

    pub(super) fn name(&self, space: Space) -> Ident {
        match space {
            Space::Primal => self.ident.clone(),
            Space::Tangent => self.tangent_ident(),
        }
    }

    pub(super) fn variants(&self) -> &[Variant] {
        match &self.data {
            Data::Struct(fields) => std::slice::from_ref(fields),
            Data::Enum(variants) => variants,
        }
    }

    pub(super) fn active_fields(&self) -> impl Iterator<Item = &Field> {
        self.variants().iter().flat_map(Variant::active)
    }

    /// How a variant is named in patterns and expressions.
    pub(super) fn path(&self, space: Space, variant: &Variant) -> TokenStream {
        let name = self.name(space);
        match &self.data {
            Data::Struct(_) => name.to_token_stream(),
            Data::Enum(_) => {
                let variant = &variant.ident;
                quote!(#name::#variant)
            }
        }
    }

    /// The variant of the tangent, with one value for each active field.
    pub(super) fn construct(&self, variant: &Variant, values: &[TokenStream]) -> TokenStream {
        let path = self.path(Space::Tangent, variant);
        match variant.kind {
            Kind::Named => {
                let members = variant.active().map(|field| &field.member);
                quote!(#path { #(#members: #values),* })
            }
            Kind::Tuple => {
                let private = &self.private;
                let mut values = values.iter();
                let slots = variant.slots().iter().map(|field| match field.active {
                    true => values.next().cloned().unwrap_or_default(),
                    false => quote!(#private::NoGrad),
                });
                quote!(#path(#(#slots),*))
            }
            Kind::Unit => path,
        }
    }
}

impl Variant {
    pub(super) fn active(&self) -> impl Iterator<Item = &Field> {
        self.fields.iter().filter(|field| field.active)
    }

    /// Whether the tangent of this variant holds something. One that does not is a zero of every shape, like `None`.
    pub(super) fn has_payload(&self) -> bool {
        self.active().next().is_some()
    }

    /// The positions that the tangent of a tuple has: all up to the last active one.
    pub(super) fn slots(&self) -> &[Field] {
        let len = self.fields.iter().rposition(|field| field.active).map_or(0, |last| last + 1);
        &self.fields[..len]
    }

    /// The name of the variant, as a string literal's contents.
    pub(super) fn text(&self) -> String {
        unraw(&self.ident)
    }
}

impl Field {
    /// The name or number, without `r#`.
    pub(super) fn text(&self) -> String {
        match &self.member {
            syn::Member::Named(ident) => unraw(ident),
            syn::Member::Unnamed(index) => index.index.to_string(),
        }
    }

    /// A local variable for this field, of its own hygiene.
    pub(super) fn local(&self, prefix: &str) -> Ident {
        format_ident!("{}_{}", prefix, self.text(), span = Span::mixed_site())
    }
}

pub(super) fn unraw(ident: &Ident) -> String {
    let text = ident.to_string();
    text.strip_prefix("r#").unwrap_or(&text).to_owned()
}
