//! Bodies of methods: one piece of code for each active field, whether the fields are those of a struct or of the variants
//! of an enum.

use proc_macro2::TokenStream;

use super::container::{Container, Data, Field, Space, Variant};

/// One active field in the code of a body.
pub(super) struct Part<'a> {
    pub(super) field: &'a Field,
    /// The field of `self`: an expression of reference type.
    pub(super) left: TokenStream,
    /// The field of the other operand; empty if there is none.
    pub(super) right: TokenStream,
}

/// The second operand of a method.
pub(super) struct Other {
    pub(super) space: Space,
    /// The name of the parameter.
    pub(super) name: TokenStream,
    /// `&` where the parameter is a reference, nothing where it is a value.
    pub(super) borrow: TokenStream,
}

/// The code for one variant; `Err` where its tangent holds nothing.
type Body<'b> = &'b dyn Fn(&Variant, &[Part<'_>]) -> TokenStream;

impl Container {
    /// Code over the fields of `self`, which is borrowed by `borrow`.
    pub(super) fn each(&self, space: Space, borrow: &TokenStream, body: Body<'_>) -> TokenStream {
        match &self.data {
            Data::Struct(fields) => {
                let parts = fields.active().map(|field| {
                    let member = &field.member;
                    Part { field, left: quote!(#borrow self.#member), right: TokenStream::new() }
                });
                body(fields, &parts.collect::<Vec<_>>())
            }
            Data::Enum(variants) if variants.is_empty() => quote!(match *self {}),
            Data::Enum(variants) => {
                let arms = variants.iter().map(|variant| {
                    let pattern = self.pattern(space, variant, prefix(space));
                    let parts = variant.active().map(|field| {
                        let local = field.local(prefix(space));
                        Part { field, left: quote!(#local), right: TokenStream::new() }
                    });
                    let code = body(variant, &parts.collect::<Vec<_>>());
                    quote!(#pattern => { #code })
                });
                quote!(match self { #(#arms)* })
            }
        }
    }

    /// Code over the fields of `self` and another operand of the same variant. For an enum, `others` are the arms for
    /// operands of two variants; without payload on both sides there is nothing to do, and no arm.
    pub(super) fn both(
        &self,
        space: Space,
        borrow: &TokenStream,
        other: &Other,
        body: Body<'_>,
        others: &TokenStream,
    ) -> TokenStream {
        let name = &other.name;
        match &self.data {
            Data::Struct(fields) => {
                let reference = &other.borrow;
                let parts = fields.active().map(|field| {
                    let member = &field.member;
                    Part { field, left: quote!(#borrow self.#member), right: quote!(#reference #name.#member) }
                });
                body(fields, &parts.collect::<Vec<_>>())
            }
            Data::Enum(variants) if variants.is_empty() => quote!(match *self {}),
            Data::Enum(variants) => {
                let arms = variants.iter().filter(|variant| variant.has_payload()).map(|variant| {
                    let right = if space == other.space { "other" } else { prefix(other.space) };
                    let parts = variant.active().map(|field| {
                        let (left, right) = (field.local(prefix(space)), field.local(right));
                        Part { field, left: quote!(#left), right: quote!(#right) }
                    });
                    let (left, right) =
                        (self.pattern(space, variant, prefix(space)), self.pattern(other.space, variant, right));
                    let parts = parts.collect::<Vec<_>>();
                    let code = body(variant, &parts);
                    quote!((#left, #right) => { #code })
                });
                quote!(match (self, #name) { #(#arms)* #others })
            }
        }
    }

    /// The pattern of a variant that binds its active fields.
    pub(super) fn pattern(&self, space: Space, variant: &Variant, prefix: &str) -> TokenStream {
        let path = self.path(space, variant);
        let members = variant.active().map(|field| &field.member);
        let locals = variant.active().map(|field| field.local(prefix));
        quote!(#path { #(#members: #locals,)* .. })
    }

    /// The pattern of all variants whose tangents are zeros of every shape; `None` if there are none.
    pub(super) fn zeros(&self, space: Space) -> Option<TokenStream> {
        let zeros = self.variants().iter().filter(|variant| !variant.has_payload());
        let paths: Vec<_> = zeros.map(|variant| self.path(space, variant)).collect();
        (!paths.is_empty()).then(|| quote!(#(#paths { .. })|*))
    }

    /// How many variants carry something.
    pub(super) fn payloads(&self) -> usize {
        self.variants().iter().filter(|variant| variant.has_payload()).count()
    }

    pub(super) fn is_enum(&self) -> bool {
        matches!(self.data, Data::Enum(_))
    }

    /// An expression for the name of the variant that `value` is.
    pub(super) fn variant_name(&self, space: Space, value: &TokenStream) -> TokenStream {
        let arms = self.variants().iter().map(|variant| {
            let (path, text) = (self.path(space, variant), variant.text());
            quote!(#path { .. } => #text)
        });
        quote!(match #value { #(#arms),* })
    }
}

/// What the locals of a type's fields begin with.
fn prefix(space: Space) -> &'static str {
    match space {
        Space::Primal => "x",
        Space::Tangent => "d",
    }
}
