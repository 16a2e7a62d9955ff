use alloc::{boxed::Box, string::String, vec::Vec};
use core::marker::PhantomData;

use crate::Tangent;

/// A type through which gradients can flow, and the type of those gradients.
///
/// The tangent of a float is a float, that of a container the same container of tangents (slices become `Vec`), and
/// that of something that holds no float, such as an integer or a `String`, is `()`. `#[derive(Differentiable)]` gives a
/// struct `S` a tangent `STangent` with the same fields.
///
/// ```
/// use autograd_runtime::Differentiable;
///
/// let x = (1.5, vec![[2.0_f32; 2]; 3], 7_usize);
/// assert_eq!(x.zero_tangent(), (0.0, vec![[0.0_f32; 2]; 3], ()));
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` has no tangent: `autograd` does not know its gradient's type",
    label = "no gradient can flow through `{Self}`",
    note = "put `#[derive(Differentiable)]` on the type, or mark the parameter, field or `let` `#[no_grad]`"
)]
pub trait Differentiable {
    /// The type of a gradient with respect to a value of this type.
    type Tangent: Tangent;

    /// The zero of the tangent space at this value: the tangent of the same shape (lengths, `Some` or `None`) with every
    /// float zero.
    fn zero_tangent(&self) -> Self::Tangent;
}

macro_rules! floats {
    ($($float:ty)*) => {$(
        // Not among the types that rustc lists where the trait is missing: that list helps nobody.
        #[diagnostic::do_not_recommend]
        impl Differentiable for $float {
            type Tangent = $float;

            #[inline(always)]
            fn zero_tangent(&self) -> $float {
                0.0
            }
        }
    )*};
}

floats! { f32 f64 }

/// Types that hold no float: nothing to differentiate, and their tangent takes no space.
macro_rules! inactive {
    ($($ty:ty)*) => {$(
        #[diagnostic::do_not_recommend]
        impl Differentiable for $ty {
            type Tangent = ();

            #[inline(always)]
            fn zero_tangent(&self) {}
        }
    )*};
}

inactive! { () bool char str String Box<str> i8 i16 i32 i64 i128 isize u8 u16 u32 u64 u128 usize }

impl<T: ?Sized> Differentiable for PhantomData<T> {
    type Tangent = ();

    #[inline(always)]
    fn zero_tangent(&self) {}
}

impl<T: Differentiable, const N: usize> Differentiable for [T; N] {
    type Tangent = [T::Tangent; N];

    #[inline]
    fn zero_tangent(&self) -> Self::Tangent {
        core::array::from_fn(|i| self[i].zero_tangent())
    }
}

impl<T: Differentiable> Differentiable for [T] {
    type Tangent = Vec<T::Tangent>;

    #[inline]
    fn zero_tangent(&self) -> Self::Tangent {
        self.iter().map(T::zero_tangent).collect()
    }
}

impl<T: Differentiable> Differentiable for Vec<T> {
    type Tangent = Vec<T::Tangent>;

    #[inline]
    fn zero_tangent(&self) -> Self::Tangent {
        self.as_slice().zero_tangent()
    }
}

impl<T: Differentiable> Differentiable for Box<[T]> {
    type Tangent = Vec<T::Tangent>;

    #[inline]
    fn zero_tangent(&self) -> Self::Tangent {
        (**self).zero_tangent()
    }
}

/// The box stays in the tangent, so that a recursive type (`struct Node { next: Option<Box<Node>> }`) has a tangent of
/// finite size.
impl<T: Differentiable> Differentiable for Box<T> {
    type Tangent = Box<T::Tangent>;

    #[inline]
    fn zero_tangent(&self) -> Self::Tangent {
        Box::new((**self).zero_tangent())
    }
}

impl<T: Differentiable> Differentiable for Option<T> {
    type Tangent = Option<T::Tangent>;

    #[inline]
    fn zero_tangent(&self) -> Self::Tangent {
        self.as_ref().map(T::zero_tangent)
    }
}

/// An error carries no gradient: the tangent is that of what `Ok` holds, or nothing.
impl<T: Differentiable, E> Differentiable for Result<T, E> {
    type Tangent = Option<T::Tangent>;

    #[inline]
    fn zero_tangent(&self) -> Self::Tangent {
        self.as_ref().ok().map(T::zero_tangent)
    }
}

impl<T: Differentiable + ?Sized> Differentiable for &T {
    type Tangent = T::Tangent;

    #[inline(always)]
    fn zero_tangent(&self) -> Self::Tangent {
        (**self).zero_tangent()
    }
}

impl<T: Differentiable + ?Sized> Differentiable for &mut T {
    type Tangent = T::Tangent;

    #[inline(always)]
    fn zero_tangent(&self) -> Self::Tangent {
        (**self).zero_tangent()
    }
}

macro_rules! tuples {
    ($(($($T:ident $i:tt),+))*) => {$(
        impl<$($T: Differentiable),+> Differentiable for ($($T,)+) {
            type Tangent = ($($T::Tangent,)+);

            #[inline]
            fn zero_tangent(&self) -> Self::Tangent {
                ($(self.$i.zero_tangent(),)+)
            }
        }
    )*};
}

crate::tuples::for_each_tuple! { tuples }
