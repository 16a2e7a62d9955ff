//! What a type holds, judged by its tokens.

use proc_macro2::Ident;
use quote::ToTokens;

use crate::diagnostics::Diagnostics;
use crate::ir::{Float, Type, Wrapper};

const CLOSURES: &[&str] = &["Fn", "FnMut", "FnOnce"];
const CLOSURE: &str = "a function that takes a closure cannot be differentiated by itself";
const INLINED: &str =
    "put it into one `#[differentiable] mod` with the functions that call it: there it is inlined where it is called";

/// The generic parameters of a function that matter to types.
#[derive(Clone, Debug, Default)]
pub(crate) struct Generics {
    /// Type parameters bounded by `Real`.
    pub(crate) floats: Vec<Ident>,
    /// Other type parameters.
    pub(crate) others: Vec<Ident>,
    /// Const parameters.
    pub(crate) consts: Vec<Ident>,
    /// Of these, the ones whose bounds are all std's: nothing tells that they could carry a gradient.
    pub(crate) bare: Vec<Ident>,
    /// Type parameters that were refused: nothing more is said of them.
    pub(super) refused: Vec<Ident>,
    /// The bounds name operators, so that floats may be combined with more than floats.
    pub(crate) operators: bool,
    /// Type parameters that are iterators, with the type of their items.
    pub(crate) iterators: Vec<(Ident, syn::Type)>,
}

impl Generics {
    pub(crate) fn read(cx: &Diagnostics, generics: &syn::Generics) -> Self {
        let mut found = Generics::default();
        for param in &generics.params {
            match param {
                syn::GenericParam::Type(ty) => {
                    let predicates = generics.where_clause.iter().flat_map(|clause| &clause.predicates);
                    let in_where = predicates.filter_map(|predicate| match predicate {
                        syn::WherePredicate::Type(bounded)
                            if ty.ident == bounded.bounded_ty.to_token_stream().to_string() =>
                        {
                            Some(&bounded.bounds)
                        }
                        _ => None,
                    });
                    let bounds: Vec<&syn::TypeParamBound> = ty.bounds.iter().chain(in_where.flatten()).collect();
                    found.operators |= bounds
                        .iter()
                        .any(|bound| is_trait(bound, &["Add", "Sub", "Mul", "Div", "Rem", "PartialOrd", "PartialEq"]));
                    if bounds.iter().any(|bound| is_trait(bound, CLOSURES)) {
                        found.refused.push(ty.ident.clone());
                        cx.refuse(&ty.ident, CLOSURE, INLINED);
                    }
                    if let Some(item) = bounds.iter().find_map(|bound| item_of(bound)) {
                        found.iterators.push((ty.ident.clone(), item.clone()));
                    }
                    if bounds.iter().any(|bound| is_trait(bound, &["Real"])) {
                        found.floats.push(ty.ident.clone());
                    } else {
                        found.others.push(ty.ident.clone());
                        if bounds.iter().all(|bound| is_std(bound)) {
                            found.bare.push(ty.ident.clone());
                        }
                    }
                }
                syn::GenericParam::Const(constant) => found.consts.push(constant.ident.clone()),
                syn::GenericParam::Lifetime(_) => {}
            }
        }
        found
    }

    /// Adds the floats and constants of the `impl` around a method. Its other parameters are types like any other.
    pub(super) fn add_outer(&mut self, outer: &syn::Generics) {
        let silent = Diagnostics::new();
        let outer = Generics::read(&silent, outer);
        drop(silent.finish());
        self.floats.extend(outer.floats);
        self.consts.extend(outer.consts);
        self.operators |= outer.operators;
    }

    /// The type of the items, where a parameter's type is an iterator.
    pub(super) fn iterator<'a>(&'a self, ty: &'a syn::Type) -> Option<&'a syn::Type> {
        match ty {
            syn::Type::ImplTrait(opaque) => opaque.bounds.iter().find_map(item_of),
            syn::Type::Path(path) if path.qself.is_none() => {
                let name = path.path.get_ident()?;
                self.iterators.iter().find(|(known, _)| known == name).map(|(_, item)| item)
            }
            _ => None,
        }
    }
}

/// `f64` of the bound `Iterator<Item = f64>`.
fn item_of(bound: &syn::TypeParamBound) -> Option<&syn::Type> {
    const ITERATORS: &[&str] = &["Iterator", "IntoIterator", "DoubleEndedIterator", "ExactSizeIterator"];
    let syn::TypeParamBound::Trait(bound) = bound else { return None };
    let segment = bound.path.segments.last()?;
    let syn::PathArguments::AngleBracketed(arguments) = &segment.arguments else { return None };
    if !ITERATORS.iter().any(|name| segment.ident == name) {
        return None;
    }
    arguments.args.iter().find_map(|argument| match argument {
        syn::GenericArgument::AssocType(item) if item.ident == "Item" => Some(&item.ty),
        _ => None,
    })
}

/// The type of the IR for a user's type.
pub(crate) fn classify(cx: &Diagnostics, generics: &Generics, ty: &syn::Type) -> Type {
    match ty {
        syn::Type::Paren(inner) => classify(cx, generics, &inner.elem),
        syn::Type::Group(inner) => classify(cx, generics, &inner.elem),
        syn::Type::Array(array) => {
            Type::Array(Box::new(classify(cx, generics, &array.elem)), array.len.to_token_stream())
        }
        syn::Type::Slice(slice) => Type::Slice(Box::new(classify(cx, generics, &slice.elem))),
        syn::Type::Reference(reference) => Type::Ref(Box::new(classify(cx, generics, &reference.elem))),
        syn::Type::Tuple(tuple) if tuple.elems.is_empty() => Type::Unit,
        syn::Type::Tuple(tuple) => Type::Tuple(tuple.elems.iter().map(|elem| classify(cx, generics, elem)).collect()),
        syn::Type::Path(path) => classify_path(cx, generics, ty, path),
        syn::Type::Ptr(pointer) => {
            cx.refuse(pointer, "a raw pointer cannot be differentiated through", "pass a reference or a slice");
            Type::Inactive
        }
        syn::Type::TraitObject(object) => {
            cx.refuse(
                object,
                "a trait object hides what has to be differentiated",
                "use a generic parameter or an enum",
            );
            Type::Inactive
        }
        syn::Type::ImplTrait(opaque) => {
            if opaque.bounds.iter().any(|bound| is_trait(bound, CLOSURES)) {
                cx.refuse(opaque, CLOSURE, INLINED);
            } else {
                cx.refuse(
                    opaque,
                    "an `impl Trait` type is not differentiated through yet",
                    "write the type itself: a float, an array, a slice, a `Vec` or a type that derives `Differentiable`",
                );
            }
            Type::Inactive
        }
        syn::Type::Never(never) => {
            cx.refuse(never, "a function that never returns has no gradient", "return a float");
            Type::Inactive
        }
        syn::Type::BareFn(function) => {
            cx.refuse(
                function,
                "a function pointer hides what has to be differentiated",
                "call the function by its name",
            );
            Type::Inactive
        }
        other => {
            cx.refuse(
                other,
                "a type of this form cannot be differentiated through",
                "use a float, an array, a slice or a `Vec`",
            );
            Type::Inactive
        }
    }
}

fn classify_path(cx: &Diagnostics, generics: &Generics, ty: &syn::Type, path: &syn::TypePath) -> Type {
    let Some(segment) = path.path.segments.last() else { return Type::Unknown(Some(ty.to_token_stream())) };
    let name = segment.ident.to_string();
    if path.qself.is_none() && path.path.segments.len() == 1 {
        if generics.floats.contains(&segment.ident) {
            return Type::Float(Float::Param(segment.ident.clone()));
        }
        if generics.refused.contains(&segment.ident) {
            return Type::Inactive;
        }
        if generics.others.contains(&segment.ident) {
            return Type::Unknown(Some(ty.to_token_stream()));
        }
    }
    let arguments = type_arguments(segment);
    match name.as_str() {
        "f64" => Type::Float(Float::F64),
        "f32" => Type::Float(Float::F32),
        "usize" | "u8" | "u16" | "u32" | "u64" | "u128" | "isize" | "i8" | "i16" | "i32" | "i64" | "i128" => Type::Int,
        "bool" => Type::Bool,
        "char" | "String" | "str" => Type::Inactive,
        "Vec" if arguments.len() == 1 => Type::Vec(Box::new(classify(cx, generics, arguments[0]))),
        "Cell" | "RefCell" | "UnsafeCell" | "OnceCell" | "Mutex" | "RwLock" => {
            cx.refuse(
                &segment.ident,
                format!("`{name}` is interior mutability, which hides writes from the differentiation"),
                "pass a `&mut` reference",
            );
            Type::Inactive
        }
        // Containers of std: inactive when everything in them is.
        "Option" | "Result" if !arguments.is_empty() => {
            let held = classify(cx, generics, arguments[0]);
            let wrapper = if name == "Option" { Wrapper::Option } else { Wrapper::Result };
            if held.is_differentiable() {
                Type::Wrapped(wrapper, Box::new(held))
            } else {
                Type::Inactive
            }
        }
        "Box" | "Rc" | "Arc" | "HashMap" | "BTreeMap" | "HashSet" | "BTreeSet" | "VecDeque" | "Range" => {
            let held = arguments.iter().map(|argument| classify(cx, generics, argument)).collect::<Vec<_>>();
            if !held.is_empty() && held.iter().all(|held| !held.is_differentiable()) {
                Type::Inactive
            } else {
                Type::Unknown(Some(ty.to_token_stream()))
            }
        }
        _ => Type::Unknown(Some(ty.to_token_stream())),
    }
}

fn type_arguments(segment: &syn::PathSegment) -> Vec<&syn::Type> {
    match &segment.arguments {
        syn::PathArguments::AngleBracketed(arguments) => arguments
            .args
            .iter()
            .filter_map(|argument| match argument {
                syn::GenericArgument::Type(ty) => Some(ty),
                _ => None,
            })
            .collect(),
        syn::PathArguments::None | syn::PathArguments::Parenthesized(_) => Vec::new(),
    }
}

fn is_trait(bound: &syn::TypeParamBound, names: &[&str]) -> bool {
    match bound {
        syn::TypeParamBound::Trait(bound) => {
            bound.path.segments.last().is_some_and(|segment| names.iter().any(|name| segment.ident == name))
        }
        _ => false,
    }
}

/// Whether the bound is a lifetime or a trait of std, judged by its name.
fn is_std(bound: &syn::TypeParamBound) -> bool {
    const TRAITS: &[&str] = &[
        "Copy",
        "Clone",
        "Sized",
        "Send",
        "Sync",
        "Unpin",
        "Debug",
        "Display",
        "Default",
        "PartialEq",
        "Eq",
        "PartialOrd",
        "Ord",
        "Hash",
        "Add",
        "Sub",
        "Mul",
        "Div",
        "Rem",
        "Neg",
        "AddAssign",
        "SubAssign",
        "MulAssign",
        "DivAssign",
        "RemAssign",
        "From",
        "Into",
        "AsRef",
        "AsMut",
        "Borrow",
        "Sum",
        "Product",
        "ToOwned",
        "ToString",
    ];
    matches!(bound, syn::TypeParamBound::Lifetime(_)) || is_trait(bound, TRAITS)
}
