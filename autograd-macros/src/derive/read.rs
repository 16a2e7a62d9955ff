//! From the item to a [`Container`]. Everything that is refused is refused here.

use proc_macro2::TokenStream;
use quote::ToTokens;
use syn::spanned::Spanned;
use syn::visit_mut::VisitMut;

use super::container::{Container, Data, Field, Kind, Variant};
use super::types;
use crate::diagnostics::Diagnostics;

/// The item as a container; `None` if there is nothing to generate.
pub(super) fn container(cx: &Diagnostics, item: TokenStream) -> Option<Container> {
    let input = match syn::parse2::<syn::DeriveInput>(item) {
        Ok(input) => input,
        Err(error) => {
            cx.push(error);
            return None;
        }
    };
    let options = Options::read(cx, &input.attrs);
    for attr in input.attrs.iter().filter(|attr| attr.path().is_ident("no_grad")) {
        cx.refuse(
            attr,
            "`#[no_grad]` on a whole type leaves nothing to differentiate",
            "mark its fields, or remove the derive",
        );
    }
    if let Some(repr) = input.attrs.iter().find(|attr| is_packed(attr)) {
        cx.refuse(
            repr,
            "a packed type lends no references to its fields, which gradients are added to through",
            "remove `packed`, or implement `autograd::Differentiable` by hand",
        );
        return None;
    }
    let expand_self = ExpandSelf::new(&input);
    let data = match input.data {
        syn::Data::Struct(data) => Data::Struct(variant(cx, &expand_self, input.ident.clone(), &[], data.fields)),
        syn::Data::Enum(data) => Data::Enum(
            data.variants
                .into_iter()
                .map(|found| variant(cx, &expand_self, found.ident, &found.attrs, found.fields))
                .collect(),
        ),
        syn::Data::Union(data) => {
            cx.refuse(
                data.union_token,
                "a union does not say which of its fields holds the floats",
                "use an enum, whose variants carry the gradient of what they hold",
            );
            return None;
        }
    };
    Some(Container {
        ident: input.ident,
        vis: input.vis,
        generics: input.generics,
        private: options.private(),
        recursive: options.recursive,
        data,
    })
}

/// The options of `#[autograd(…)]`.
#[derive(Default)]
struct Options {
    /// `crate = path`: where the facade lives.
    krate: Option<syn::Path>,
    /// `recursive`: the type contains itself by way of another type and a `Vec`.
    recursive: bool,
}

impl Options {
    fn read(cx: &Diagnostics, attrs: &[syn::Attribute]) -> Self {
        let mut options = Options::default();
        for attr in attrs.iter().filter(|attr| attr.path().is_ident("autograd")) {
            let read = attr.parse_nested_meta(|meta| {
                if meta.path.is_ident("crate") {
                    let path = meta.value()?.call(syn::Path::parse_mod_style)?;
                    if options.krate.replace(path).is_some() {
                        return Err(meta.error("`crate` is given twice\n= help: name one path"));
                    }
                    return Ok(());
                }
                if meta.path.is_ident("recursive") {
                    options.recursive = true;
                    return Ok(());
                }
                let name = meta.path.to_token_stream().to_string();
                let known = "the options are `crate = path` and `recursive`";
                Err(meta.error(format!("unknown option `{name}`\n= help: {known}")))
            });
            if let Err(error) = read {
                cx.push(error);
            }
        }
        options
    }

    fn private(&self) -> TokenStream {
        match &self.krate {
            Some(path) => quote!(#path::__private),
            None => quote!(::autograd::__private),
        }
    }
}

fn is_packed(attr: &syn::Attribute) -> bool {
    let mut packed = false;
    if attr.path().is_ident("repr") {
        // Malformed `repr`s are rustc's to report.
        let _ = attr.parse_nested_meta(|meta| {
            packed |= meta.path.is_ident("packed");
            if meta.input.peek(syn::token::Paren) {
                meta.input.parse::<proc_macro2::Group>()?;
            }
            Ok(())
        });
    }
    packed
}

fn variant(
    cx: &Diagnostics,
    expand_self: &ExpandSelf,
    ident: syn::Ident,
    attrs: &[syn::Attribute],
    fields: syn::Fields,
) -> Variant {
    let kind = match &fields {
        syn::Fields::Named(_) => Kind::Named,
        syn::Fields::Unnamed(_) => Kind::Tuple,
        syn::Fields::Unit => Kind::Unit,
    };
    refuse_misplaced(cx, attrs);
    let marked = is_marked(cx, attrs);
    let members: Vec<syn::Member> = fields.members().collect();
    let fields = members.into_iter().zip(fields).map(|(member, found)| {
        refuse_misplaced(cx, &found.attrs);
        let active = !is_marked(cx, &found.attrs) && !marked && is_active(cx, &found.ty);
        let mut ty = found.ty;
        expand_self.clone().visit_type_mut(&mut ty);
        Field { member, vis: found.vis, ty, active }
    });
    Variant { ident, kind, fields: fields.collect() }
}

fn is_marked(cx: &Diagnostics, attrs: &[syn::Attribute]) -> bool {
    let mut marks = attrs.iter().filter(|attr| attr.path().is_ident("no_grad"));
    let Some(mark) = marks.next() else { return false };
    if !matches!(mark.meta, syn::Meta::Path(_)) {
        cx.refuse(mark, "`#[no_grad]` takes no arguments", "write `#[no_grad]`");
    }
    if let Some(second) = marks.next() {
        cx.refuse(second, "`#[no_grad]` is given twice", "one is enough");
    }
    true
}

fn refuse_misplaced(cx: &Diagnostics, attrs: &[syn::Attribute]) {
    for attr in attrs.iter().filter(|attr| attr.path().is_ident("autograd")) {
        cx.refuse(attr, "`#[autograd(…)]` belongs on the type", "mark a field that carries no gradient `#[no_grad]`");
    }
}

/// Whether a field of this type is in the tangent.
fn is_active(cx: &Diagnostics, ty: &syn::Type) -> bool {
    match types::holds_floats(ty) {
        Some(active) => active,
        None => {
            let span = ty.span();
            cx.refuse_at(
                span,
                "a value of this type hides what has to be differentiated",
                "mark the field `#[no_grad]`",
            );
            false
        }
    }
}

/// Writes out `Self`, which means another type in the tangent.
#[derive(Clone)]
struct ExpandSelf {
    this: syn::Path,
}

impl ExpandSelf {
    fn new(input: &syn::DeriveInput) -> Self {
        let (ident, (_, arguments, _)) = (&input.ident, input.generics.split_for_impl());
        ExpandSelf { this: syn::parse_quote!(#ident #arguments) }
    }
}

impl VisitMut for ExpandSelf {
    fn visit_type_mut(&mut self, ty: &mut syn::Type) {
        match ty {
            syn::Type::Path(path) if path.qself.is_none() && path.path.is_ident("Self") => {
                path.path = self.this.clone();
            }
            _ => syn::visit_mut::visit_type_mut(self, ty),
        }
    }
}
