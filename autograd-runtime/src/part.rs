//! Parts of a value that have no tangent, and how generated code meets them without knowing.
//!
//! `#[derive(Differentiable)]` leaves fields out of the tangent that are marked `#[no_grad]` or hold no floats. A function
//! that uses such a field sees tokens, not the struct: it writes the same code for every field, and where the field was left
//! out it meets [`NoGrad`], which takes every adjoint and keeps none.

use alloc::vec::Vec;

use crate::{Differentiable, NoGrad, Real, Tangent, adjoint::take_tangent};

/// The adjoint of a part of a value, which may be absent. `V` is the part's tangent.
pub trait PartShadow<V> {
    /// `self += contribution`.
    fn add(&mut self, contribution: V);

    /// A copy of the adjoint; zero where it is absent.
    fn read<P: Differentiable<Tangent = V> + ?Sized>(&mut self, primal: &P) -> V;

    /// The adjoint, leaving zero behind.
    fn take<P: Differentiable<Tangent = V> + ?Sized>(&mut self, primal: &P) -> V;
}

impl<V: Tangent> PartShadow<V> for V {
    #[inline(always)]
    fn add(&mut self, contribution: V) {
        self.accumulate(contribution);
    }

    #[inline(always)]
    fn read<P: Differentiable<Tangent = V> + ?Sized>(&mut self, _primal: &P) -> V {
        self.clone()
    }

    #[inline(always)]
    fn take<P: Differentiable<Tangent = V> + ?Sized>(&mut self, _primal: &P) -> V {
        take_tangent(self)
    }
}

impl<V> PartShadow<V> for NoGrad {
    #[inline(always)]
    fn add(&mut self, _contribution: V) {}

    #[inline(always)]
    fn read<P: Differentiable<Tangent = V> + ?Sized>(&mut self, primal: &P) -> V {
        primal.zero_tangent()
    }

    #[inline(always)]
    fn take<P: Differentiable<Tangent = V> + ?Sized>(&mut self, primal: &P) -> V {
        primal.zero_tangent()
    }
}

/// The adjoint of a vector whose length changes, which may be absent. `V` is an element's tangent.
pub trait ListShadow<V> {
    /// Adds an element at the end.
    fn append(&mut self, d: V);

    /// Takes the last element off: the adjoint of `primal`.
    fn remove<P: Differentiable<Tangent = V> + ?Sized>(&mut self, primal: &P) -> V;
}

/// Takes the last element off a vector's adjoint, which may be absent.
pub trait ShrinkingShadow {
    /// Takes the last element off.
    fn shrink(&mut self);
}

impl<V> ListShadow<V> for Vec<V> {
    #[inline(always)]
    fn append(&mut self, d: V) {
        self.push(d);
    }

    #[inline(always)]
    fn remove<P: Differentiable<Tangent = V> + ?Sized>(&mut self, primal: &P) -> V {
        self.pop().unwrap_or_else(|| primal.zero_tangent())
    }
}

impl<V> ShrinkingShadow for Vec<V> {
    #[inline(always)]
    fn shrink(&mut self) {
        self.pop();
    }
}

impl<V> ListShadow<V> for NoGrad {
    #[inline(always)]
    fn append(&mut self, _d: V) {}

    #[inline(always)]
    fn remove<P: Differentiable<Tangent = V> + ?Sized>(&mut self, primal: &P) -> V {
        primal.zero_tangent()
    }
}

impl ShrinkingShadow for NoGrad {
    #[inline(always)]
    fn shrink(&mut self) {}
}

/// A float, where the macro could not see the type of an expression whose method it took for a float's.
#[inline(always)]
pub fn float<T: Real>(x: T) -> T {
    x
}

/// The adjoint of `x` in `x as T`, where the type of `x` is not known: none for an integer.
pub trait CastAdjoint: Differentiable {
    /// The gain of `x` from the adjoint of the result.
    fn cast_adjoint(&self, d_y: f64) -> Self::Tangent;
}

impl CastAdjoint for f64 {
    #[inline(always)]
    fn cast_adjoint(&self, d_y: f64) -> f64 {
        d_y
    }
}

impl CastAdjoint for f32 {
    #[inline(always)]
    fn cast_adjoint(&self, d_y: f64) -> f32 {
        d_y as f32
    }
}

macro_rules! integers {
    ($($integer:ty)*) => {
        $(impl CastAdjoint for $integer {
            #[inline(always)]
            fn cast_adjoint(&self, _d_y: f64) {}
        })*
    };
}

integers!(u8 u16 u32 u64 u128 usize i8 i16 i32 i64 i128 isize bool char);

/// The adjoint of `x` in `x as T`.
#[inline(always)]
pub fn cast_adjoint<P: CastAdjoint, D: Into<f64>>(x: P, d_y: D) -> P::Tangent {
    x.cast_adjoint(d_y.into())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_absent_part_absorbs() {
        let absent = &mut NoGrad;
        absent[3].add(1.5_f64);
        PartShadow::<Vec<f64>>::add(absent, vec![1.0]);
        assert_eq!(PartShadow::<f64>::take(absent, &2.0), 0.0);
    }

    #[test]
    fn a_present_part_accumulates() {
        let mut d = [1.0, 2.0];
        d[1].add(0.5);
        assert_eq!(PartShadow::take(&mut d[1], &7.0), 2.5);
        assert_eq!(d, [1.0, 0.0]);
    }

    #[test]
    fn absent_vectors_stay_absent() {
        let mut d = vec![1.5];
        ListShadow::append(&mut d, 2.5);
        assert_eq!(ListShadow::remove(&mut d, &7.0), 2.5);
        d.shrink();
        assert!(d.is_empty());
        let absent = &mut NoGrad;
        absent.append(2.5);
        absent.shrink();
        assert_eq!(ListShadow::remove(absent, &vec![7.0]), [0.0]);
    }

    #[test]
    fn casts_of_integers_carry_nothing() {
        let () = cast_adjoint(3_usize, 1.0_f64);
        assert_eq!(cast_adjoint(3.0_f32, 0.5_f64), 0.5_f32);
    }
}
