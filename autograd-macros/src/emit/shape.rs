//! Trees of leaves: parameters taken apart, outputs and gradients put together.

use proc_macro2::{Ident, Span, TokenStream};
use quote::{format_ident, ToTokens};

use crate::ir::{Float, Function, PlaceKind, Shape, Type, Value};
use crate::reverse::Differentiated;
use crate::signature::Parameter;

/// `x` or `(x, y)`.
pub(super) fn bare_or_tuple(items: &[TokenStream]) -> TokenStream {
    match items {
        [single] => single.clone(),
        _ => quote!((#(#items),*)),
    }
}

/// Binds the IR's names of a parameter's leaves, where they differ from the parameter's own name. Owned memory that is
/// written to under another name (`let mut w = v`) becomes mutable here.
pub(super) fn rebind(function: &Function, shape: &Shape, param: &Parameter) -> TokenStream {
    let from = param.ident.to_token_stream();
    let mutable = match shape {
        Shape::Place(place) => {
            let data = function.place_data(*place);
            (data.kind == PlaceKind::Owned && data.mutable && !param.mutable).then(|| quote!(mut))
        }
        Shape::Value(_) | Shape::Tuple(_) | Shape::Wrapped { .. } => None,
    };
    let ident = match shape {
        Shape::Value(value) => function.value_data(*value).ident.clone(),
        Shape::Place(place) => function.place_data(*place).ident.clone(),
        Shape::Tuple(_) | Shape::Wrapped { .. } => {
            let pattern = leaf_pattern(function, shape);
            return quote!(let #pattern = #from;);
        }
    };
    if ident == param.ident && mutable.is_none() {
        TokenStream::new()
    } else {
        quote!(let #mutable #ident = #from;)
    }
}

pub(super) fn leaf_pattern(function: &Function, shape: &Shape) -> TokenStream {
    match shape {
        Shape::Value(value) => function.value_data(*value).ident.to_token_stream(),
        Shape::Place(place) => {
            let data = function.place_data(*place);
            let ident = &data.ident;
            if data.mutable {
                quote!(mut #ident)
            } else {
                quote!(#ident)
            }
        }
        Shape::Tuple(items) => {
            let items = items.iter().map(|item| leaf_pattern(function, item));
            quote!((#(#items,)*))
        }
        Shape::Wrapped { .. } => unreachable!("lower: a parameter is not taken apart like an output"),
    }
}

/// Binds the seeds of the leaves of `from`, which has the tangent's shape.
pub(super) fn bind_seeds(
    private: &TokenStream,
    function: &Function,
    shape: &Shape,
    from: TokenStream,
    seeds: &[Value],
) -> TokenStream {
    let names = SeedNames { private, function };
    let (pattern, value) = names.seed(shape, from, &mut seeds.iter());
    if pattern.to_string() == value.to_string() {
        TokenStream::new()
    } else {
        quote!(let #pattern = #value;)
    }
}

struct SeedNames<'a> {
    private: &'a TokenStream,
    function: &'a Function,
}

impl SeedNames<'_> {
    /// A pattern for the seeds of a shape, and what it is bound to.
    fn seed(
        &self,
        shape: &Shape,
        from: TokenStream,
        seeds: &mut std::slice::Iter<'_, Value>,
    ) -> (TokenStream, TokenStream) {
        match shape {
            Shape::Value(_) | Shape::Place(_) => match seeds.next() {
                Some(seed) => (self.function.value_data(*seed).ident.to_token_stream(), from),
                None => (quote!(_), from),
            },
            Shape::Tuple(items) => {
                let names: Vec<Ident> = (0..items.len()).map(part).collect();
                let parts: Vec<(TokenStream, TokenStream)> = items
                    .iter()
                    .zip(&names)
                    .map(|(item, name)| self.seed(item, name.to_token_stream(), seeds))
                    .collect();
                let (patterns, values): (Vec<_>, Vec<_>) = parts.into_iter().unzip();
                // Only a part that is wrapped has to be looked into.
                let plain = values.iter().zip(&names).all(|(value, name)| *name == value.to_string());
                let value = if plain { from } else { quote!({ let (#(#names,)*) = #from; (#(#values,)*) }) };
                (quote!((#(#patterns,)*)), value)
            }
            Shape::Wrapped { present, payload, error } => {
                seeds.by_ref().take(present.leaves().len()).for_each(|_| {});
                let zero = self.zero(payload, &mut seeds.clone());
                let name = part(0);
                let (pattern, value) = self.seed(payload, name.to_token_stream(), seeds);
                seeds.by_ref().take(error.iter().flat_map(|error| error.leaves()).count()).for_each(|_| {});
                let value = quote!(match #from {
                    ::core::option::Option::Some(#name) => #value,
                    ::core::option::Option::None => #zero,
                });
                (pattern, value)
            }
        }
    }

    /// The seed of what is not there.
    fn zero(&self, shape: &Shape, seeds: &mut std::slice::Iter<'_, Value>) -> TokenStream {
        match shape {
            Shape::Value(_) | Shape::Place(_) => {
                seeds.next().map_or(quote!(()), |seed| self.zero_of(&self.function.value_data(*seed).ty))
            }
            Shape::Tuple(items) => {
                let items = items.iter().map(|item| self.zero(item, seeds));
                quote!((#(#items,)*))
            }
            Shape::Wrapped { .. } => quote!(::core::option::Option::None),
        }
    }

    fn zero_of(&self, ty: &Type) -> TokenStream {
        let private = self.private;
        match ty {
            Type::Float(Float::F32) => quote!(0.0_f32),
            Type::Float(Float::F64) => quote!(0.0_f64),
            Type::Float(Float::Literal) => quote!(0.0),
            Type::Float(Float::Param(param)) => quote!(<#param as #private::Real>::zero()),
            Type::Array(item, len) => {
                let item = self.zero_of(item);
                quote!([#item; #len])
            }
            Type::Tuple(items) => {
                let items = items.iter().map(|item| self.zero_of(item));
                quote!((#(#items,)*))
            }
            Type::Wrapped(..) => quote!(::core::option::Option::None),
            Type::Int | Type::Bool | Type::Unit | Type::Inactive => quote!(()),
            Type::Slice(_) | Type::Vec(_) | Type::Ref(_) | Type::Unknown(_) => {
                unreachable!("lower/wrapped.rs: a payload without a zero of its own is returned as a whole")
            }
        }
    }
}

/// A local of the macro's.
fn part(index: usize) -> Ident {
    format_ident!("part_{index}", span = Span::mixed_site())
}

/// The return value from the leaves of the output.
pub(super) fn build<'t>(shape: &Shape, leaves: &mut impl Iterator<Item = &'t TokenStream>) -> TokenStream {
    match shape {
        Shape::Value(_) | Shape::Place(_) => leaves.next().cloned().unwrap_or_default(),
        Shape::Tuple(items) => {
            let items = items.iter().map(|item| build(item, leaves));
            quote!((#(#items,)*))
        }
        Shape::Wrapped { present, payload, error } => {
            let (present, payload) = (build(present, leaves), build(payload, leaves));
            match error.as_ref().map(|error| build(error, leaves)) {
                None => quote! {
                    if #present { ::core::option::Option::Some(#payload) } else { ::core::option::Option::None }
                },
                Some(error) => quote! {
                    match #error {
                        ::core::option::Option::None => ::core::result::Result::Ok(#payload),
                        ::core::option::Option::Some(error) => ::core::result::Result::Err(error),
                    }
                },
            }
        }
    }
}

pub(super) fn gradient_of_shape(
    differentiated: &Differentiated,
    shape: &Shape,
    adjoints: &[TokenStream],
) -> TokenStream {
    match shape {
        Shape::Value(value) => match differentiated.by_value.iter().position(|other| other == value) {
            Some(position) => adjoints[position].clone(),
            None => quote!(()),
        },
        Shape::Place(place) => match differentiated.shadows.iter().find(|(primal, _)| primal == place) {
            Some((_, shadow)) => differentiated.function.place_data(*shadow).ident.to_token_stream(),
            None => quote!(()),
        },
        Shape::Tuple(items) => {
            let items = items.iter().map(|item| gradient_of_shape(differentiated, item, adjoints));
            quote!((#(#items,)*))
        }
        Shape::Wrapped { .. } => unreachable!("lower: a parameter is not taken apart like an output"),
    }
}
