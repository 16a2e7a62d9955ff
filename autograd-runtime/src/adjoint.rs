//! What generated code does to adjoints whose type the macro cannot see, and the checks of shadows.

use alloc::{borrow::ToOwned, vec::Vec};
use core::cmp::Ordering;

use crate::{Differentiable, Tangent};

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

/// The indices of the elements in the order that `sort_by` or `sort_unstable_by` brings them into.
#[inline]
pub fn order_by<T>(slice: &[T], stable: bool, mut compare: impl FnMut(&T, &T) -> Ordering) -> Vec<usize> {
    let mut order: Vec<usize> = (0..slice.len()).collect();
    if stable {
        order.sort_by(|a, b| compare(&slice[*a], &slice[*b]));
    } else {
        order.sort_unstable_by(|a, b| compare(&slice[*a], &slice[*b]));
    }
    order
}

/// The indices of the elements in the order that `sort_by_key` brings them into.
#[inline]
pub fn order_by_key<T, K: Ord>(slice: &[T], mut key: impl FnMut(&T) -> K) -> Vec<usize> {
    let mut order: Vec<usize> = (0..slice.len()).collect();
    order.sort_by_key(|index| key(&slice[*index]));
    order
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

/// The shadow of a vector whose length the function changes: it has the final length, or it is empty and stands for zeros.
///
/// # Panics
///
/// If it has another length, naming the parameter and both.
#[inline]
#[track_caller]
pub fn fit_shadow<T: Differentiable>(name: &str, primal: &[T], shadow: &mut Vec<T::Tangent>) {
    if shadow.is_empty() {
        shadow.extend(primal.iter().map(T::zero_tangent));
    }
    check_shadow(name, primal.len(), shadow.len());
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
    fn orders_are_those_of_sorting() {
        let a = [3.0, 1.0, 2.0, 1.0];
        assert_eq!(order_by(&a, true, f64::total_cmp), [1, 3, 2, 0]);
        assert_eq!(order_by(&a, true, |a, b| b.total_cmp(a)), [0, 2, 1, 3]);
        assert_eq!(order_by_key(&a, |x| *x as i32), [1, 3, 2, 0]);
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
