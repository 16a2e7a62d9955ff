//! What a tensor can stand for in a compiled function.
//!
//! | the function takes | the tensor's shape |
//! |---|---|
//! | `T`, `&T` | one element |
//! | `[[T; N]; M]` and the like, by value or reference | `[M, N]` |
//! | `&[T]`, `Vec<T>` | any: the elements in row-major order |
//! | `&[[T; N]]` and the like | `[…, N]` |
//! | nalgebra's matrices | `[rows, columns]`; vectors also `[rows]` |

use super::super::element::Dtype;
use super::super::error::Result;
use super::super::shape::Sizes;
use super::{Argument, Gradient};
use std::any::{Any, type_name};

/// Numbers side by side: a float, an array of floats, an array of arrays.
pub trait Packed: Copy + Send + Sync + 'static {
    /// What the numbers are.
    type Element: Dtype;

    /// The shape of a tensor with the same numbers.
    fn shape() -> Sizes;

    /// Numbers as values of this type; what is left over at the end is dropped.
    fn of(elements: &[Self::Element]) -> &[Self];

    /// The same for writing.
    fn of_mut(elements: &mut [Self::Element]) -> &mut [Self];

    /// The numbers of some values.
    fn elements(values: &[Self]) -> &[Self::Element];
}

#[diagnostic::do_not_recommend]
impl<T: Dtype> Packed for T {
    type Element = T;

    fn shape() -> Sizes {
        Sizes::new()
    }

    fn of(elements: &[T]) -> &[T] {
        elements
    }

    fn of_mut(elements: &mut [T]) -> &mut [T] {
        elements
    }

    fn elements(values: &[T]) -> &[T] {
        values
    }
}

impl<V: Packed, const N: usize> Packed for [V; N] {
    type Element = V::Element;

    fn shape() -> Sizes {
        let mut shape = V::shape();
        shape.insert(0, N);
        shape
    }

    fn of(elements: &[V::Element]) -> &[Self] {
        V::of(elements).as_chunks().0
    }

    fn of_mut(elements: &mut [V::Element]) -> &mut [Self] {
        V::of_mut(elements).as_chunks_mut().0
    }

    fn elements(values: &[Self]) -> &[V::Element] {
        V::elements(values.as_flattened())
    }
}

/// What a tensor can stand for where it is borrowed, and what the shadow of an argument can be.
#[diagnostic::on_unimplemented(
    message = "a tensor cannot stand for `{Self}`",
    label = "no tensor can stand for this argument",
    note = "tensors stand for floats, arrays, slices, vectors and nalgebra's matrices",
    note = "where the function takes a reference, put `&` in front of the tensor"
)]
pub trait Place {
    /// What it consists of.
    type Element: Dtype;

    /// The value of an argument.
    ///
    /// # Errors
    /// When the shape does not fit.
    fn lent<'a>(argument: &'a Argument<'_, Self::Element>) -> Result<&'a Self>;

    /// The shadow of an argument.
    ///
    /// # Errors
    /// When the shape does not fit.
    fn shadow(gradient: &mut Gradient<Self::Element>) -> Result<&mut Self>;
}

/// What a tensor can stand for where it is passed by value.
#[diagnostic::on_unimplemented(
    message = "a tensor cannot stand for `{Self}`",
    label = "no tensor can stand for this argument",
    note = "tensors stand for floats, arrays, slices, vectors and nalgebra's matrices",
    note = "where the function takes a reference, put `&` in front of the tensor"
)]
pub trait Owned: Place + Sized {
    /// The value of an argument.
    ///
    /// # Errors
    /// When the shape does not fit.
    fn taken(argument: &Argument<'_, Self::Element>) -> Result<Self>;
}

#[diagnostic::do_not_recommend]
impl<V: Packed> Place for V {
    type Element = V::Element;

    fn lent<'a>(argument: &'a Argument<'_, V::Element>) -> Result<&'a Self> {
        let shape = V::shape();
        let fits = if shape.is_empty() { argument.elements().len() == 1 } else { *argument.shape() == *shape };
        match V::of(argument.elements()) {
            [value] if fits => Ok(value),
            _ => Err(argument.misfit(format_args!("an argument of type `{}`", type_name::<V>()))),
        }
    }

    fn shadow(gradient: &mut Gradient<V::Element>) -> Result<&mut Self> {
        let shadow = V::of_mut(&mut gradient.elements).first_mut();
        Ok(shadow.unwrap_or_else(|| unreachable!("the forward part has refused a tensor without elements")))
    }
}

#[diagnostic::do_not_recommend]
impl<V: Packed> Owned for V {
    fn taken(argument: &Argument<'_, V::Element>) -> Result<Self> {
        V::lent(argument).copied()
    }
}

impl<V: Packed> Place for [V] {
    type Element = V::Element;

    fn lent<'a>(argument: &'a Argument<'_, V::Element>) -> Result<&'a Self> {
        if !argument.shape().ends_with(&V::shape()) {
            return Err(argument.misfit(format_args!("a slice of `{}`", type_name::<V>())));
        }
        Ok(V::of(argument.elements()))
    }

    fn shadow(gradient: &mut Gradient<V::Element>) -> Result<&mut Self> {
        Ok(V::of_mut(&mut gradient.elements))
    }
}

impl<V: Packed> Place for Vec<V> {
    type Element = V::Element;

    fn lent<'a>(argument: &'a Argument<'_, V::Element>) -> Result<&'a Self> {
        argument.built(|| Self::taken(argument))
    }

    fn shadow(gradient: &mut Gradient<V::Element>) -> Result<&mut Self> {
        let zero = V::of(&gradient.elements).to_vec();
        Ok(gradient.built(zero, |value: &dyn Any| match value.downcast_ref::<Self>() {
            Some(values) => V::elements(values).to_vec(),
            None => unreachable!("the shadow is a vector"),
        }))
    }
}

impl<V: Packed> Owned for Vec<V> {
    fn taken(argument: &Argument<'_, V::Element>) -> Result<Self> {
        Ok(<[V]>::lent(argument)?.to_vec())
    }
}
