//! What generated code does to adjoints whose type the macro cannot see, and the checks of shadows.

use alloc::{borrow::ToOwned, vec::Vec};

use crate::Tangent;

/// `a + b`.
#[inline(always)]
pub fn add_tangents<T: Tangent>(mut a: T, b: T) -> T {
    a.accumulate(b);
    a
}

/// The sum of all items: the adjoint of the `x` in `[x; n]`.
///
/// # Panics
///
/// If there are none, because then the tangent's shape is not known.
#[inline]
pub fn sum_tangents<T: Tangent, I: IntoIterator<Item = T>>(items: I) -> T {
    let sum = items.into_iter().reduce(add_tangents);
    sum.unwrap_or_else(|| panic!("an empty repetition has no adjoint"))
}

/// The tangent, leaving zero behind: the adjoint of memory that is about to be un-written.
#[inline]
pub fn take_tangent<T: Tangent>(d: &mut T) -> T {
    let taken = d.clone();
    d.reset();
    taken
}

/// The same for a slice.
#[inline]
pub fn take_slice<T: Tangent>(d: &mut [T]) -> Vec<T> {
    let taken = d.to_vec();
    d.iter_mut().for_each(T::reset);
    taken
}

/// Memory to which contents can be given back.
pub trait PutBack: ToOwned {
    /// Writes `contents`, which were copied from here.
    fn put_back(&mut self, contents: Self::Owned);
}

impl<T: Clone> PutBack for T {
    #[inline(always)]
    fn put_back(&mut self, contents: T) {
        *self = contents;
    }
}

impl<T: Clone> PutBack for [T] {
    #[inline]
    fn put_back(&mut self, contents: Vec<T>) {
        self.clone_from_slice(&contents);
    }
}

/// Gives a `&mut` parameter back what a function left in it.
#[inline(always)]
pub fn put_back<T: PutBack + ?Sized>(place: &mut T, contents: T::Owned) {
    place.put_back(contents);
}

/// Refuses a shadow whose length is not its primal's, before anything is written.
///
/// # Panics
///
/// If the lengths differ, naming the parameter and both.
#[inline(always)]
#[track_caller]
pub fn check_shadow(name: &str, primal: usize, shadow: usize) {
    if primal != shadow {
        shadow_mismatch(name, primal, shadow);
    }
}

/// Refuses a reference that is not the one of the forward part, judged by its length.
///
/// # Panics
///
/// If the lengths differ, naming the parameter and both.
#[inline(always)]
#[track_caller]
pub fn check_primal(name: &str, before: usize, now: usize) {
    if before != now {
        primal_mismatch(name, before, now);
    }
}

#[cold]
#[inline(never)]
#[track_caller]
fn shadow_mismatch(name: &str, primal: usize, shadow: usize) -> ! {
    panic!("the shadow of `{name}` has length {shadow}, but `{name}` has length {primal}");
}

#[cold]
#[inline(never)]
#[track_caller]
fn primal_mismatch(name: &str, before: usize, now: usize) -> ! {
    panic!("the pullback was made for `{name}` of length {before}, but got one of length {now}");
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn repetitions_sum_their_adjoints() {
        assert_eq!(sum_tangents([1.0, 2.0, 4.0]), 7.0);
        assert_eq!(sum_tangents(vec![[1.0, 2.0], [3.0, 4.0]]), [4.0, 6.0]);
    }

    #[test]
    fn taking_leaves_zero() {
        let mut d = [1.5, 2.5];
        assert_eq!(take_tangent(&mut d), [1.5, 2.5]);
        assert_eq!(d, [0.0, 0.0]);
        let mut d = vec![1.5, 2.5];
        assert_eq!(take_slice(&mut d[1..]), [2.5]);
        assert_eq!(d, [1.5, 0.0]);
    }
}
