use alloc::{boxed::Box, string::String, vec::Vec};
use core::marker::PhantomData;

use crate::{Differentiable, Tangent};

/// A value that can be moved along a tangent: what one step of gradient descent does to a parameter.
///
/// ```
/// use autograd_runtime::Step;
///
/// let mut w = (1.0, vec![2.0, 3.0], 7_usize);
/// w.step(&(10.0, vec![0.0, 20.0], ()), -0.1);
/// assert_eq!(w, (0.0, vec![2.0, 1.0], 7));
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be moved along a tangent",
    label = "`Step` is not implemented for `{Self}`",
    note = "put `#[derive(Differentiable)]` on the type; a shared reference cannot be moved, pass the value or `&mut`"
)]
pub trait Step: Differentiable {
    /// `self += scale * tangent`.
    ///
    /// # Panics
    ///
    /// If the tangent has another shape than the value, before anything is written.
    fn step(&mut self, tangent: &Self::Tangent, scale: f64);

    /// Panics unless `tangent` has the lengths of `self`, all the way down. A type of fixed shape keeps the default,
    /// which accepts everything.
    #[inline(always)]
    fn assert_fits(&self, tangent: &Self::Tangent) {
        let _ = tangent;
    }
}

/// The panic of an enum's value and the tangent of another variant.
#[cold]
#[track_caller]
pub fn variant_misfit(value: &str, tangent: &str) -> ! {
    panic!("the value `{value}` cannot be moved along a tangent that is `{tangent}`")
}

/// [`Step`] as a generated bound on a field that may not have it. A bound by `Step` itself would hide from rustc which
/// tangent the field's type has; here it is a parameter.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be moved along a tangent",
    label = "`Step` is not implemented for `{Self}`",
    note = "a shared reference cannot be moved: hold the value or `&mut`"
)]
pub trait StepAlong<D> {
    /// `self += scale * tangent`.
    fn step_along(&mut self, tangent: &D, scale: f64);

    /// Panics unless `tangent` has the lengths of `self`.
    fn assert_fits_along(&self, tangent: &D);
}

impl<T: Step> StepAlong<T::Tangent> for T {
    #[inline(always)]
    #[track_caller]
    fn step_along(&mut self, tangent: &T::Tangent, scale: f64) {
        self.step(tangent, scale);
    }

    #[inline(always)]
    #[track_caller]
    fn assert_fits_along(&self, tangent: &T::Tangent) {
        self.assert_fits(tangent);
    }
}

/// `x += scale * tangent` for a tangent that is moved itself, as a value.
#[inline]
#[track_caller]
pub fn step_tangent<T: Tangent>(x: &mut T, tangent: &T, scale: f64) {
    let mut scaled = tangent.clone();
    scaled.scale(scale);
    x.accumulate(scaled);
}

/// The zero of the space that a tangent is in.
#[inline]
pub fn zero_like<T: Tangent>(tangent: &T) -> T {
    let mut zero = tangent.clone();
    zero.reset();
    zero
}

macro_rules! floats {
    ($($float:ty)*) => {$(
        impl Step for $float {
            #[inline(always)]
            fn step(&mut self, tangent: &$float, scale: f64) {
                *self += scale as $float * *tangent;
            }
        }
    )*};
}

floats! { f32 f64 }

/// What holds no float stays where it is.
macro_rules! inactive {
    ($($ty:ty)*) => {$(
        impl Step for $ty {
            #[inline(always)]
            fn step(&mut self, _tangent: &(), _scale: f64) {}
        }
    )*};
}

inactive! { () bool char str String Box<str> i8 i16 i32 i64 i128 isize u8 u16 u32 u64 u128 usize }

impl<T: ?Sized> Step for PhantomData<T> {
    #[inline(always)]
    fn step(&mut self, _tangent: &(), _scale: f64) {}
}

impl<T: Step, const N: usize> Step for [T; N] {
    #[inline]
    fn step(&mut self, tangent: &Self::Tangent, scale: f64) {
        self.assert_fits(tangent);
        for (x, t) in self.iter_mut().zip(tangent) {
            x.step(t, scale);
        }
    }

    #[inline]
    fn assert_fits(&self, tangent: &Self::Tangent) {
        for (x, t) in self.iter().zip(tangent) {
            x.assert_fits(t);
        }
    }
}

impl<T: Step> Step for [T] {
    #[inline]
    #[track_caller]
    fn step(&mut self, tangent: &Self::Tangent, scale: f64) {
        self.assert_fits(tangent);
        for (x, t) in self.iter_mut().zip(tangent) {
            x.step(t, scale);
        }
    }

    #[inline]
    #[track_caller]
    fn assert_fits(&self, tangent: &Self::Tangent) {
        assert!(
            self.len() == tangent.len(),
            "a value of length {} cannot be moved along a tangent of length {}",
            self.len(),
            tangent.len()
        );
        for (x, t) in self.iter().zip(tangent) {
            x.assert_fits(t);
        }
    }
}

impl<T: Step> Step for Option<T> {
    #[inline]
    #[track_caller]
    fn step(&mut self, tangent: &Self::Tangent, scale: f64) {
        self.assert_fits(tangent);
        if let (Some(x), Some(t)) = (self, tangent) {
            x.step(t, scale);
        }
    }

    #[inline]
    #[track_caller]
    fn assert_fits(&self, tangent: &Self::Tangent) {
        match (self, tangent) {
            (Some(x), Some(t)) => x.assert_fits(t),
            (None, Some(_)) => panic!("the value `None` cannot be moved along a tangent that is `Some`"),
            (_, None) => {}
        }
    }
}

/// Types that hold another value and move it.
macro_rules! through {
    ($([$($generics:tt)*] $ty:ty)*) => {$(
        impl<$($generics)*> Step for $ty {
            #[inline]
            #[track_caller]
            fn step(&mut self, tangent: &Self::Tangent, scale: f64) {
                (**self).step(tangent, scale);
            }

            #[inline]
            #[track_caller]
            fn assert_fits(&self, tangent: &Self::Tangent) {
                (**self).assert_fits(tangent);
            }
        }
    )*};
}

through! { [T: Step] Vec<T> [T: Step] Box<[T]> [T: Step] Box<T> [T: Step + ?Sized] &mut T }

macro_rules! tuples {
    ($(($($T:ident $i:tt),+))*) => {$(
        impl<$($T: Step),+> Step for ($($T,)+) {
            #[inline]
            fn step(&mut self, tangent: &Self::Tangent, scale: f64) {
                self.assert_fits(tangent);
                $(self.$i.step(&tangent.$i, scale);)+
            }

            #[inline]
            fn assert_fits(&self, tangent: &Self::Tangent) {
                $(self.$i.assert_fits(&tangent.$i);)+
            }
        }
    )*};
}

crate::tuples::for_each_tuple! { tuples }
