//! Memory whose elements have positions.

use alloc::{boxed::Box, vec::Vec};

/// What a loop of a differentiated function can run over although the macro does not know its type: its elements are
/// read at positions, `0` to `length`, in both sweeps.
#[diagnostic::on_unimplemented(
    message = "a loop over `{Self}` is not differentiated",
    label = "its elements have no positions",
    note = "collect them first: `#[no_grad] let items: Vec<_> = …;`"
)]
pub trait Sequence {
    /// The number of elements.
    fn length(&self) -> usize;
}

/// The number of elements of a sequence.
#[inline(always)]
pub fn count<S: Sequence + ?Sized>(sequence: &S) -> usize {
    sequence.length()
}

impl<T> Sequence for [T] {
    #[inline(always)]
    fn length(&self) -> usize {
        self.len()
    }
}

impl<T, const N: usize> Sequence for [T; N] {
    #[inline(always)]
    fn length(&self) -> usize {
        N
    }
}

impl<T> Sequence for Vec<T> {
    #[inline(always)]
    fn length(&self) -> usize {
        self.len()
    }
}

impl<S: Sequence + ?Sized> Sequence for &S {
    #[inline(always)]
    fn length(&self) -> usize {
        (**self).length()
    }
}

impl<S: Sequence + ?Sized> Sequence for &mut S {
    #[inline(always)]
    fn length(&self) -> usize {
        (**self).length()
    }
}

impl<S: Sequence + ?Sized> Sequence for Box<S> {
    #[inline(always)]
    fn length(&self) -> usize {
        (**self).length()
    }
}

#[cfg(feature = "nalgebra")]
impl<T, R: nalgebra::Dim, C: nalgebra::Dim, S: nalgebra::RawStorage<T, R, C>> Sequence
    for nalgebra::Matrix<T, R, C, S>
{
    #[inline(always)]
    fn length(&self) -> usize {
        self.len()
    }
}
