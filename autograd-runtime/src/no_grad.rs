use core::ops::{AddAssign, Index, IndexMut, SubAssign};

use alloc::boxed::Box;

use crate::Tangent;

/// What a derived tangent has in the place of a field that carries no gradient: it takes every adjoint and keeps none.
///
/// A tangent has no field for what is left out of it, with one exception: in a tuple struct an active field keeps its
/// number, so an inactive field before it leaves this marker.
///
/// ```
/// use autograd_runtime::NoGrad;
///
/// let mut d = NoGrad;
/// d += 1.0; // generated code may add to it
/// assert_eq!(d, NoGrad);
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct NoGrad;

impl<D> AddAssign<D> for NoGrad {
    #[inline(always)]
    fn add_assign(&mut self, _d: D) {}
}

impl<D> SubAssign<D> for NoGrad {
    #[inline(always)]
    fn sub_assign(&mut self, _d: D) {}
}

/// The element of what carries no gradient carries none.
impl<I> Index<I> for NoGrad {
    type Output = NoGrad;

    #[inline(always)]
    fn index(&self, _index: I) -> &NoGrad {
        self
    }
}

impl<I> IndexMut<I> for NoGrad {
    #[inline(always)]
    fn index_mut(&mut self, _index: I) -> &mut NoGrad {
        self
    }
}

/// What moves the elements of a slice moves nothing here.
#[doc(hidden)]
impl NoGrad {
    #[inline(always)]
    pub fn swap(&mut self, _a: usize, _b: usize) {}

    #[inline(always)]
    pub fn reverse(&mut self) {}

    #[inline(always)]
    pub fn rotate_left(&mut self, _k: usize) {}

    #[inline(always)]
    pub fn rotate_right(&mut self, _k: usize) {}
}

/// What generated code does with the adjoint of a field when it cannot see whether the field is active: a tangent adds
/// it, [`NoGrad`] drops it.
pub trait Receive<D> {
    /// `self += d`, or nothing.
    fn receive(&mut self, d: D);
}

impl<T: Tangent> Receive<T> for T {
    #[inline(always)]
    fn receive(&mut self, d: T) {
        self.accumulate(d);
    }
}

/// A value that was built from an inactive field gets nothing back.
impl<T: Tangent> Receive<NoGrad> for T {
    #[inline(always)]
    fn receive(&mut self, _d: NoGrad) {}
}

impl<D> Receive<D> for NoGrad {
    #[inline(always)]
    fn receive(&mut self, _d: D) {}
}

/// The markers of all left-out fields of one tangent. They take no space, so none is allocated or leaked.
#[inline(always)]
pub fn left_out<T: Default + 'static>() -> &'static mut T {
    const { assert!(size_of::<T>() == 0, "what is left out of a tangent takes no space") };
    Box::leak(Box::default())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn active_parts_receive_and_inactive_parts_drop() {
        let (mut active, mut inactive) = (vec![1.0, 2.0], NoGrad);
        active.receive(vec![10.0, 20.0]);
        active.receive(NoGrad);
        inactive.receive(vec![1.0; 7]);
        inactive.receive(NoGrad);
        inactive[3][0] += 2.5;
        inactive -= "anything";
        assert_eq!((active, inactive), (vec![11.0, 22.0], NoGrad));
    }

    #[test]
    fn left_out_fields_are_places() {
        #[derive(Default)]
        struct Fields {
            count: NoGrad,
        }
        let fields = left_out::<Fields>();
        fields.count += 3.0;
        assert_eq!(fields.count, NoGrad);
    }
}
