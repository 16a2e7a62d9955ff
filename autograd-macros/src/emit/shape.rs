//! Trees of leaves: parameters taken apart, outputs and gradients put together.

use proc_macro2::TokenStream;
use quote::ToTokens;

use crate::ir::{Function, PlaceKind, Shape, Value};
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
        Shape::Value(_) | Shape::Tuple(_) => None,
    };
    let ident = match shape {
        Shape::Value(value) => function.value_data(*value).ident.clone(),
        Shape::Place(place) => function.place_data(*place).ident.clone(),
        Shape::Tuple(_) => {
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
    }
}

pub(super) fn seed_pattern<'s>(
    function: &Function,
    shape: &Shape,
    seeds: &mut impl Iterator<Item = &'s Value>,
) -> TokenStream {
    match shape {
        Shape::Value(_) | Shape::Place(_) => match seeds.next() {
            Some(seed) => function.value_data(*seed).ident.to_token_stream(),
            None => quote!(_),
        },
        Shape::Tuple(items) => {
            let items = items.iter().map(|item| seed_pattern(function, item, seeds));
            quote!((#(#items,)*))
        }
    }
}

pub(super) fn build<'t>(shape: &Shape, leaves: &mut impl Iterator<Item = &'t TokenStream>) -> TokenStream {
    match shape {
        Shape::Value(_) | Shape::Place(_) => leaves.next().cloned().unwrap_or_default(),
        Shape::Tuple(items) => {
            let items = items.iter().map(|item| build(item, leaves));
            quote!((#(#items,)*))
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
    }
}
