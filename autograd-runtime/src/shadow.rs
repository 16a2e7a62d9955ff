use crate::{Tangent, tangent::length_mismatch};

/// What generated code does to an adjoint that it holds by `&mut`: a tangent, or a slice of tangents.
///
/// [`Tangent`] is for owned gradients; the shadow of a slice parameter is a slice, which has no owner to clone.
pub trait Shadow {
    /// `self += other`. Panics, before anything is written, if the lengths differ.
    fn accumulate_from(&mut self, other: &Self);

    /// Sets every float to zero.
    fn reset(&mut self);
}

impl<T: Tangent> Shadow for T {
    #[inline(always)]
    fn accumulate_from(&mut self, other: &Self) {
        self.add_assign_ref(other);
    }

    #[inline(always)]
    fn reset(&mut self) {
        Tangent::reset(self);
    }
}

impl<T: Tangent> Shadow for [T] {
    #[inline]
    #[track_caller]
    fn accumulate_from(&mut self, other: &Self) {
        accumulate_slice(self, other);
    }

    #[inline]
    fn reset(&mut self) {
        for d in self {
            d.reset();
        }
    }
}

/// `d += c`, element by element.
///
/// # Panics
///
/// If the lengths differ, at any depth, before anything is written. The message names both.
#[inline]
#[track_caller]
pub fn accumulate_slice<T: Tangent>(d: &mut [T], c: &[T]) {
    if d.len() != c.len() {
        length_mismatch(d.len(), c.len());
    }
    for (d, c) in d.iter().zip(c) {
        d.assert_same_shape(c);
    }
    for (d, c) in d.iter_mut().zip(c) {
        d.add_assign_ref(c);
    }
}
