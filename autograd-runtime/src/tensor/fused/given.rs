//! What the user gave for an argument: a tensor that carries a gradient, one that carries none, or anything else.
//!
//! The macro does not see which. It calls `lodge` on `&Given(…)`: method lookup finds [`TensorGiven`] first where the value
//! is a tensor, and [`PlainGiven`], one reference further, for all else. From there on the three kinds ([`Active`],
//! [`Fixed`], [`Plain`]) have methods of the same names, so the macro writes the same code for each.

use super::super::element::{AnyTensor, Dtype, Element};
use super::super::error::Result;
use super::super::graph::node::Edge;
use super::super::graph::saved::Saved;
use super::super::handle::Tensor;
use super::super::mode::is_grad_enabled;
use super::{Argument, Gradient, Owned, Pass, Place};
use crate::{Off, On};
use std::borrow::Borrow;

/// The name of an argument and its value.
pub struct Given<'x, X: ?Sized>(pub &'static str, pub &'x X);

/// A tensor.
pub trait TensorGiven {
    /// [`Active`] or [`Fixed`].
    type Lodged;

    /// The tensor as an argument.
    fn lodge(&self) -> Self::Lodged;
}

/// Anything but a tensor.
pub trait PlainGiven {
    /// [`Plain`].
    type Lodged;

    /// The value as an argument.
    fn lodge(&self) -> Self::Lodged;
}

impl<'x, T: Element> TensorGiven for Given<'x, Tensor<T>> {
    type Lodged = Active<'x, T>;

    fn lodge(&self) -> Active<'x, T> {
        Active(Argument::new(self.0, self.1))
    }
}

impl<'x, T: Element> TensorGiven for Given<'x, &Tensor<T>> {
    type Lodged = Active<'x, T>;

    fn lodge(&self) -> Active<'x, T> {
        Active(Argument::new(self.0, self.1))
    }
}

impl<'x> TensorGiven for Given<'x, Tensor<i64>> {
    type Lodged = Fixed<'x, i64>;

    fn lodge(&self) -> Fixed<'x, i64> {
        Fixed(Argument::new(self.0, self.1))
    }
}

impl<'x> TensorGiven for Given<'x, Tensor<bool>> {
    type Lodged = Fixed<'x, bool>;

    fn lodge(&self) -> Fixed<'x, bool> {
        Fixed(Argument::new(self.0, self.1))
    }
}

impl<'x, V: ToOwned + ?Sized> PlainGiven for &Given<'x, V> {
    type Lodged = Plain<'x, V>;

    fn lodge(&self) -> Plain<'x, V> {
        Plain(self.1)
    }
}

/// Where the cotangent of an argument goes, if anywhere.
pub struct Source(pub(super) Option<Edge>);

/// A tensor with a gradient.
pub struct Active<'t, T: Dtype>(Argument<'t, T>);

/// A tensor without a gradient.
pub struct Fixed<'t, T: Dtype>(Argument<'t, T>);

/// A value that is no tensor.
pub struct Plain<'x, V: ?Sized>(&'x V);

/// What a function borrows or takes of a tensor.
macro_rules! lending {
    ($($kind:ident)*) => {$(
        impl<T: Dtype> $kind<'_, T> {
            /// What the function borrows.
            ///
            /// # Errors
            /// When the shape does not fit.
            pub fn lend<P: Place<Element = T> + ?Sized>(&self) -> Result<&P> {
                self.0.lend()
            }

            /// What the function takes by value.
            ///
            /// # Errors
            /// When the shape does not fit.
            pub fn value<P: Owned<Element = T>>(&self) -> Result<P> {
                self.0.value()
            }
        }
    )*};
}

lending! { Active Fixed }

impl<V: ?Sized> Plain<'_, V> {
    /// What the function borrows.
    ///
    /// # Errors
    /// None; a tensor in this place has some.
    pub fn lend(&self) -> Result<&V> {
        Ok(self.0)
    }

    /// What the function takes by value.
    ///
    /// # Errors
    /// None; a tensor in this place has some.
    pub fn value(&self) -> Result<V>
    where
        V: Clone,
    {
        Ok(self.0.clone())
    }
}

impl<'t, T: Element> Active<'t, T> {
    /// The same without a gradient, for `#[no_grad]`.
    pub fn fixed(self) -> Fixed<'t, T> {
        Fixed(self.0)
    }

    /// Whether the gradient is wanted.
    pub fn mode(&self) -> On {
        On
    }

    /// Whether operations on the tensor are recorded.
    pub fn is_recorded(&self) -> bool {
        is_grad_enabled() && self.0.tensor.requires_grad()
    }

    /// Where the cotangent goes.
    pub fn source(&self) -> Source {
        Source(self.0.tensor.edge())
    }

    /// What the node keeps of an argument that the pullback reads again.
    pub fn keep(&self) -> KeptActive<T> {
        KeptActive { name: self.0.name, saved: Saved::input(self.0.tensor) }
    }

    /// What the node keeps of an argument that it does not.
    pub fn outline(&self) -> Outline<T> {
        Outline { shape: self.0.shape().to_vec(), element: std::marker::PhantomData }
    }
}

/// The methods of arguments without a gradient, whatever they are.
macro_rules! without_gradient {
    ($({$($generics:tt)*} $kind:ty;)*) => {$(
        impl<$($generics)*> $kind {
            /// The same, which has no gradient.
            #[must_use]
            pub fn fixed(self) -> Self {
                self
            }

            /// Whether the gradient is wanted.
            pub fn mode(&self) -> Off {
                Off
            }

            /// Whether operations on the argument are recorded.
            pub fn is_recorded(&self) -> bool {
                false
            }

            /// Nowhere.
            pub fn source(&self) -> Source {
                Source(None)
            }

            /// Nothing: what is passed by value is not read again.
            pub fn outline(&self) -> Nothing {
                Nothing
            }
        }
    )*};
}

without_gradient! {
    {'t, T: Dtype} Fixed<'t, T>;
    {'x, V: ?Sized} Plain<'x, V>;
}

impl<T: Dtype> Fixed<'_, T> {
    /// What the node keeps of an argument that the pullback reads again.
    pub fn keep(&self) -> KeptFixed<T> {
        KeptFixed { name: self.0.name, saved: Saved::input(self.0.tensor) }
    }
}

impl<V: ToOwned + ?Sized> Plain<'_, V> {
    /// What the node keeps of an argument that the pullback reads again.
    pub fn keep(&self) -> KeptPlain<V> {
        KeptPlain(self.0.to_owned())
    }
}

/// A kept tensor with a gradient.
pub struct KeptActive<T: Dtype> {
    name: &'static str,
    saved: Saved<T>,
}

/// A kept tensor without a gradient.
pub struct KeptFixed<T: Dtype> {
    name: &'static str,
    saved: Saved<T>,
}

/// A kept value that is no tensor.
pub struct KeptPlain<V: ToOwned + ?Sized>(V::Owned);

/// The shape of an argument with a gradient.
pub struct Outline<T> {
    shape: Vec<usize>,
    element: std::marker::PhantomData<fn() -> T>,
}

/// No gradient, and nothing kept.
pub struct Nothing;

/// Kept tensors become arguments again.
macro_rules! keeping {
    ($($kept:ident $kind:ident)*) => {$(
        impl<T: Dtype> $kept<T> {
            /// The tensor, to be made an argument.
            ///
            /// # Errors
            /// When it has been written to since.
            pub fn get(&self, pass: &Pass<'_>) -> Result<Tensor<T>> {
                self.saved.get(pass.call)
            }

            /// The tensor as the argument it was.
            pub fn argument<'t>(&self, tensor: &'t Tensor<T>) -> $kind<'t, T> {
                $kind(Argument::new(self.name, tensor))
            }
        }
    )*};
}

keeping! {
    KeptActive Active
    KeptFixed Fixed
}

impl<V: ToOwned + ?Sized> KeptPlain<V> {
    /// Nothing, where a kept tensor returns itself.
    ///
    /// # Errors
    /// None; a kept tensor may have been written to since.
    pub fn get(&self, _: &Pass<'_>) -> Result<()> {
        Ok(())
    }

    /// The value as the argument it was.
    pub fn argument<'k>(&'k self, (): &'k ()) -> Plain<'k, V> {
        Plain(self.0.borrow())
    }

    /// No gradient.
    pub fn gradient(&self) -> Nothing {
        Nothing
    }
}

impl<T: Dtype> KeptFixed<T> {
    /// No gradient.
    pub fn gradient(&self) -> Nothing {
        Nothing
    }
}

impl<T: Element> KeptActive<T> {
    /// A zero of the tensor's shape.
    pub fn gradient(&self) -> Gradient<T> {
        Gradient::zero(&self.saved.shape())
    }
}

impl<T: Element> Outline<T> {
    /// A zero of the tensor's shape.
    pub fn gradient(&self) -> Gradient<T> {
        Gradient::zero(&self.shape)
    }
}

impl Nothing {
    /// No gradient.
    pub fn gradient(&self) -> Self {
        Self
    }

    /// No shadow.
    ///
    /// # Errors
    /// None; a gradient in this place has some.
    pub fn lend(&mut self) -> Result<()> {
        Ok(())
    }

    /// No cotangent.
    pub fn finish(self) -> Option<AnyTensor> {
        None
    }
}
