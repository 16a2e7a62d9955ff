//! Signatures that cannot be differentiated.

use proc_macro2::Ident;

use super::classify::Generics;
use super::{Convention, Parameter};
use crate::diagnostics::Diagnostics;

/// Refuses `x: T` where nothing tells that `T` could carry a gradient; says whether there was one. Nothing more is said of
/// these `T`s.
pub(super) fn refuse_bare(cx: &Diagnostics, generics: &mut Generics, params: &[Parameter]) -> bool {
    struct Found<'a>(&'a [Ident], Vec<Ident>);
    impl<'ast> syn::visit::Visit<'ast> for Found<'_> {
        fn visit_type_path(&mut self, path: &'ast syn::TypePath) {
            let name = path.path.get_ident().filter(|name| path.qself.is_none() && self.0.contains(name));
            self.1.extend(name.cloned());
            syn::visit::visit_type_path(self, path);
        }
    }
    let mut found = Found(&generics.bare, Vec::new());
    params.iter().filter(|param| param.active).for_each(|param| {
        syn::visit::Visit::visit_type(&mut found, &param.referent);
    });
    let names = found.1;
    for (position, name) in names.iter().enumerate() {
        if !names[..position].contains(name) {
            cx.refuse(
                name,
                format!("`{name}` is not known to hold floats"),
                format!("write `{name}: autograd::Real` for a float, or mark the parameter `#[no_grad]`"),
            );
        }
    }
    let any = !names.is_empty();
    generics.refused.extend(names);
    any
}

/// An iterator has to be the function's own, and to yield what can be kept.
pub(super) fn refuse_borrowed_iterator(
    cx: &Diagnostics,
    convention: Convention,
    written: &syn::Type,
    item: &syn::Type,
) {
    if convention != Convention::Value {
        cx.refuse(
            written,
            "a borrowed iterator as a parameter is not differentiated",
            "take the iterator by value: `xs: impl Iterator<Item = f64>`",
        );
    } else if let syn::Type::Reference(reference) = item {
        cx.refuse(
            reference,
            "an iterator over references as a parameter is not differentiated",
            "take a slice, or the items by value (`impl Iterator<Item = f64>`) and pass `.copied()`",
        );
    }
}

/// `(&[f64], f64)`, `Option<&f64>` by value: what is behind the reference would have no shadow.
pub(super) fn refuse_inner_reference(cx: &Diagnostics, ty: &syn::Type) {
    match ty {
        syn::Type::Reference(reference) => cx.refuse(
            reference.and_token,
            "a reference inside a parameter that is passed by value has no shadow",
            "make it a parameter of its own, or pass what it refers to by value",
        ),
        syn::Type::Tuple(tuple) => tuple.elems.iter().for_each(|elem| refuse_inner_reference(cx, elem)),
        syn::Type::Array(array) => refuse_inner_reference(cx, &array.elem),
        syn::Type::Paren(inner) => refuse_inner_reference(cx, &inner.elem),
        syn::Type::Group(inner) => refuse_inner_reference(cx, &inner.elem),
        syn::Type::Path(path) => {
            let Some(segment) = path.path.segments.last() else { return };
            let known = ["Option", "Result", "Vec"].iter().any(|name| segment.ident == name);
            if let (true, syn::PathArguments::AngleBracketed(arguments)) = (known, &segment.arguments) {
                if let Some(syn::GenericArgument::Type(held)) = arguments.args.first() {
                    refuse_inner_reference(cx, held);
                }
            }
        }
        _ => {}
    }
}

/// The macro's attributes on a parameter.
pub(super) fn refuse_attributes(cx: &Diagnostics, attrs: &[syn::Attribute]) {
    for attr in attrs {
        match crate::primal::marker(attr) {
            Some("no_grad") if matches!(attr.meta, syn::Meta::Path(_)) => {}
            Some("no_grad") => cx.refuse(attr, "`#[no_grad]` takes no arguments", "write `#[no_grad]`"),
            Some(name) => {
                cx.refuse(attr, format!("`#[{name}]` means nothing here"), "put it on a `for`, `while` or `loop`");
            }
            None => {}
        }
    }
}

pub(super) fn refuse_qualifiers(cx: &Diagnostics, sig: &syn::Signature) {
    if let Some(variadic) = &sig.variadic {
        // It has to be `unsafe` and `extern` too.
        cx.refuse(variadic.dots, "a variadic function cannot be differentiated", "take a slice");
        return;
    }
    if let Some(asyncness) = &sig.asyncness {
        cx.refuse(
            asyncness,
            "an `async` function cannot be differentiated",
            "compute the value in a plain function and call it from the `async` one",
        );
    }
    if let Some(unsafety) = &sig.unsafety {
        cx.refuse(
            unsafety,
            "an `unsafe` function cannot be differentiated",
            "differentiate a safe function, and give the unsafe part a hand-written rule",
        );
    }
    let foreign = |abi: &&syn::Abi| abi.name.as_ref().is_none_or(|name| name.value() != "Rust");
    if let Some(abi) = sig.abi.as_ref().filter(foreign) {
        cx.refuse(
            abi,
            "a function of a foreign ABI cannot be differentiated",
            "differentiate a plain Rust function and call that from this one",
        );
    }
    if let Some(constness) = &sig.constness {
        cx.refuse(
            constness,
            "a `const fn` cannot be differentiated: its companions cannot be `const`",
            "remove `const`, or differentiate a plain function beside it",
        );
    }
}
