//! The elements of a dimension in another order: reversed, or moved around the end.

use super::super::element::{Dtype, Element};
use super::super::error::{Result, TensorError};
use super::super::graph::node::{Call, Cotangents};
use super::super::graph::record::{Backward, one};
use super::super::handle::Tensor;
use super::super::kernel;
use super::super::shape::{Dims, Lanes, dimension, dimension_mask, list};
use super::pick::record_floats;

impl<T: Dtype> Tensor<T> {
    fallible! {
        /// The named dimensions reversed; none named leaves all as they are.
        pub fn flip | try_flip(&self, dims: impl Dims) -> Tensor<T> {
            let dims = dims.dims();
            let reversed = if dims.is_empty() { Default::default() } else { dimension_mask(dims, self.dim())? };
            let dims: Vec<usize> = reversed.iter().enumerate().filter(|&(_, &r)| r).map(|(d, _)| d).collect();
            Ok(flipped(self, dims))
        }

        /// The columns of a matrix reversed: dimension 1.
        pub fn fliplr | try_fliplr(&self) -> Tensor<T> {
            self.try_flip(1)
        }

        /// The rows of a matrix reversed: dimension 0.
        pub fn flipud | try_flipud(&self) -> Tensor<T> {
            self.try_flip(0)
        }

        /// The elements moved by `shifts` places along the named dimensions, those that leave at one end entering at
        /// the other. Without dimensions there is one shift, of all elements in row-major order.
        pub fn roll | try_roll(&self, shifts: impl Dims, dims: impl Dims) -> Tensor<T> {
            let (shifts, dims) = (shifts.dims(), dims.dims());
            if dims.is_empty() && shifts.len() == 1 {
                let row = self.try_reshape_to(&[self.numel()])?;
                return rolled(&row, vec![(0, shifts[0])]).try_reshape_to(self.shape());
            }
            if shifts.is_empty() || shifts.len() != dims.len() {
                return Err(TensorError::value(format!(
                    "shifts and dimensions must align. shifts: {}, dims:{}", shifts.len(), dims.len()
                )));
            }
            if self.dim() == 0 {
                return Err(TensorError::index(format!("Dimension specified as {} but tensor has no dimensions", list(dims))));
            }
            let moves = shifts.iter().zip(dims).map(|(&s, &d)| Ok((dimension(d, self.dim())?, s))).collect::<Result<_>>()?;
            Ok(rolled(self, moves))
        }

        /// A quarter turn, `turns` times, in the plane of two dimensions, from the first towards the second.
        pub fn rot90 | try_rot90(&self, turns: isize, dims: [isize; 2]) -> Tensor<T> {
            let [a, b] = dims;
            if self.dim() < 2 || dimension(a, self.dim())? == dimension(b, self.dim())? {
                return Err(TensorError::value(format!(
                    "expected rotation dims to be different, but got dim0 = {a} and dim1 = {b} (shape {})", list(self.shape())
                )));
            }
            match turns.rem_euclid(4) {
                0 => self.try_flip(&[] as &[isize]),
                1 => self.try_flip(b)?.try_transpose(a, b),
                2 => self.try_flip([a, b]),
                _ => self.try_flip(a)?.try_transpose(a, b),
            }
        }
    }
}

#[track_caller]
fn flipped<T: Dtype>(x: &Tensor<T>, dims: Vec<usize>) -> Tensor<T> {
    let mut values = x.to_vec();
    for &d in &dims {
        let Lanes { size, inner, .. } = Lanes::new(x.shape(), d);
        for slab in values.chunks_exact_mut((size * inner).max(1)) {
            for k in 0..size / 2 {
                let (low, high) = slab.split_at_mut((size - 1 - k) * inner);
                low[k * inner..][..inner].swap_with_slice(&mut high[..inner]);
            }
        }
    }
    record_floats(Tensor::owning(values, x.shape()), &[x], || Flip { dims })
}

/// It is its own transpose.
struct Flip {
    dims: Vec<usize>,
}

impl<T: Element> Backward<T> for Flip {
    const NAME: &'static str = "FlipBackward0";
    const SAVES: bool = false;

    /// d_x = d_y, reversed
    fn backward(&self, d_y: Tensor<T>, _: &Call<'_>) -> Result<Cotangents> {
        one(flipped(&d_y, self.dims.clone()))
    }
}

#[track_caller]
fn rolled<T: Dtype>(x: &Tensor<T>, moves: Vec<(usize, isize)>) -> Tensor<T> {
    let mut values = kernel::to_vec(x);
    for &(d, shift) in &moves {
        let Lanes { size, inner, .. } = Lanes::new(x.shape(), d);
        if size == 0 || inner == 0 {
            continue;
        }
        let places = shift.rem_euclid(size as isize) as usize;
        values.chunks_exact_mut(size * inner).for_each(|slab| slab.rotate_right(places * inner));
    }
    record_floats(Tensor::owning(values, x.shape()), &[x], || Roll { moves })
}

struct Roll {
    moves: Vec<(usize, isize)>,
}

impl<T: Element> Backward<T> for Roll {
    const NAME: &'static str = "RollBackward0";
    const SAVES: bool = false;

    /// d_x = d_y, moved back
    fn backward(&self, d_y: Tensor<T>, _: &Call<'_>) -> Result<Cotangents> {
        // The remainder first: the lowest shift has no opposite.
        let back = |&(d, shift): &(usize, isize)| {
            let size = d_y.shape()[d].max(1) as isize;
            (d, -(shift.rem_euclid(size)))
        };
        one(rolled(&d_y, self.moves.iter().map(back).collect()))
    }
}
