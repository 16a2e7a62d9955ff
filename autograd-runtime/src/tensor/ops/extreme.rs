//! The largest and the smallest: their values, shared evenly by ties, and their places, of which the first counts.

use super::super::element::{Dtype, Element};
use super::super::error::{Result, TensorError};
use super::super::graph::node::{Call, Cotangents};
use super::super::graph::record::{Backward, one, record};
use super::super::graph::saved::Saved;
use super::super::handle::Tensor;
use super::super::kernel;
use super::super::shape::{Dims, Lanes, Reduction, Sizes, dimension};
use super::pick::{Positions, pick};

impl<T: Element> Tensor<T> {
    fallible! {
        /// The largest element, as a scalar; a NaN wins. Ties share the gradient evenly.
        pub fn max | try_max(&self) -> Tensor<T> {
            evenly(self, &[], false, Kind::MAX)
        }

        /// The smallest element, as a scalar; a NaN wins. Ties share the gradient evenly.
        pub fn min | try_min(&self) -> Tensor<T> {
            evenly(self, &[], false, Kind::MIN)
        }

        /// The largest elements over the named dimensions, which stay with size one if `keepdim`. None named means
        /// all. Ties share the gradient evenly; with a NaN it is NaN.
        pub fn amax | try_amax(&self, dims: impl Dims, keepdim: bool) -> Tensor<T> {
            evenly(self, dims.dims(), keepdim, Kind::AMAX)
        }

        /// The smallest elements over the named dimensions, which stay with size one if `keepdim`. None named means
        /// all. Ties share the gradient evenly; with a NaN it is NaN.
        pub fn amin | try_amin(&self, dims: impl Dims, keepdim: bool) -> Tensor<T> {
            evenly(self, dims.dims(), keepdim, Kind::AMIN)
        }

        /// The smallest and the largest elements over the named dimensions.
        pub fn aminmax | try_aminmax(&self, dims: impl Dims, keepdim: bool) -> (Tensor<T>, Tensor<T>) {
            let dims = dims.dims();
            Ok((self.try_amin(dims, keepdim)?, self.try_amax(dims, keepdim)?))
        }
    }
}

impl<T: Dtype> Tensor<T> {
    fallible! {
        /// The largest element of each lane along a dimension and its place, the first of several; a NaN wins. The
        /// gradient goes to that place.
        pub fn max_dim | try_max_dim(&self, dim: isize, keepdim: bool) -> (Tensor<T>, Tensor<i64>) {
            first(self, dim, keepdim, Kind::MAX)
        }

        /// The smallest element of each lane along a dimension and its place, the first of several; a NaN wins. The
        /// gradient goes to that place.
        pub fn min_dim | try_min_dim(&self, dim: isize, keepdim: bool) -> (Tensor<T>, Tensor<i64>) {
            first(self, dim, keepdim, Kind::MIN)
        }

        /// The place of the largest element in row-major order, the first of several; a NaN wins.
        pub fn argmax | try_argmax(&self) -> Tensor<i64> {
            first_of_all(self, Kind { larger: true, name: "argmax", node: "" })
        }

        /// The place of the smallest element in row-major order, the first of several; a NaN wins.
        pub fn argmin | try_argmin(&self) -> Tensor<i64> {
            first_of_all(self, Kind { larger: false, name: "argmin", node: "" })
        }

        /// The place of the largest element of each lane along a dimension, the first of several; a NaN wins.
        pub fn argmax_dim | try_argmax_dim(&self, dim: isize, keepdim: bool) -> Tensor<i64> {
            Ok(places(self, dim, keepdim, Kind { larger: true, name: "argmax", node: "" })?.1)
        }

        /// The place of the smallest element of each lane along a dimension, the first of several; a NaN wins.
        pub fn argmin_dim | try_argmin_dim(&self, dim: isize, keepdim: bool) -> Tensor<i64> {
            Ok(places(self, dim, keepdim, Kind { larger: false, name: "argmin", node: "" })?.1)
        }
    }
}

/// Which extreme, and what its operation and its node are called.
#[derive(Clone, Copy)]
struct Kind {
    larger: bool,
    name: &'static str,
    node: &'static str,
}

impl Kind {
    const MAX: Self = Self { larger: true, name: "max", node: "MaxBackward" };
    const MIN: Self = Self { larger: false, name: "min", node: "MinBackward" };
    const AMAX: Self = Self { larger: true, name: "amax", node: "AmaxBackward0" };
    const AMIN: Self = Self { larger: false, name: "amin", node: "AminBackward0" };

    /// Whether `candidate` takes the place of `best`: where it is strictly better, or the first NaN.
    #[inline]
    fn beats<T: Dtype>(self, candidate: T, best: T) -> bool {
        let better = if self.larger { candidate > best } else { candidate < best };
        better || (is_nan(candidate) && !is_nan(best))
    }
}

/// Whether a value is unordered, as only NaN is.
#[inline]
pub(crate) fn is_nan<T: Dtype>(x: T) -> bool {
    x.partial_cmp(&x).is_none()
}

#[track_caller]
fn evenly<T: Element>(x: &Tensor<T>, dims: &[isize], keepdim: bool, kind: Kind) -> Result<Tensor<T>> {
    let reduction = Reduction::new(x.shape(), dims, keepdim)?;
    reduction.refuse_empty(kind.name, x.shape(), dims)?;
    let start = if kind.larger { T::neg_infinity() } else { T::infinity() };
    let values = kernel::reduce(x, &reduction.mask, start, |best, v| if kind.beats(v, best) { v } else { best });
    let name = match kind.node {
        "MaxBackward" => "MaxBackward1",
        "MinBackward" => "MinBackward1",
        node => node,
    };
    let kept = reduction.kept;
    Ok(record(Tensor::owning(values, &reduction.shape), &[x], |y| Evenly::new(x, y, kept, name)))
}

/// An element chosen by its value, which all elements with that value share.
pub(crate) struct Evenly<T: Element> {
    x: Saved<T>,
    y: Saved<T>,
    kept: Sizes,
    name: &'static str,
}

impl<T: Element> Evenly<T> {
    pub(crate) fn new(x: &Tensor<T>, y: &Tensor<T>, kept: Sizes, name: &'static str) -> Self {
        Self { x: Saved::input(x), y: Saved::output(y), kept, name }
    }

    /// Whether a NaN has the gradient of a NaN result, rather than making the whole gradient NaN, as `amax` does.
    fn finds_nan(&self) -> bool {
        !self.name.starts_with('A')
    }
}

impl<T: Element> Backward<T> for Evenly<T> {
    const NAME: &'static str = "AmaxBackward0";

    fn name(&self) -> &'static str {
        self.name
    }

    /// d_x = d_y / (number of ties) where x = y
    fn backward(&self, d_y: Tensor<T>, call: &Call<'_>) -> Result<Cotangents> {
        let (x, y) = (self.x.get(call)?.detach(), self.y.get(call)?.detach().try_reshape_to(&self.kept)?);
        let nan = self.finds_nan();
        let tied =
            kernel::zip(&x, &y, |x, y| if x == y || (nan && x.is_nan() && y.is_nan()) { T::one() } else { T::zero() })?;
        let ties = tied.sum_to(&self.kept);
        one(d_y.try_reshape_to(&self.kept)? * tied / ties)
    }

    fn saved_shapes(&self) -> Vec<Vec<usize>> {
        vec![self.x.shape(), self.y.shape()]
    }
}

#[track_caller]
fn first<T: Dtype>(x: &Tensor<T>, dim: isize, keepdim: bool, kind: Kind) -> Result<(Tensor<T>, Tensor<i64>)> {
    let (starts, places) = places(x, dim, keepdim, kind)?;
    let node = if kind.larger { "MaxBackward0" } else { "MinBackward0" };
    Ok((pick(x, &Positions::single(starts), places.shape(), node), places))
}

/// The positions of the first extreme of each lane, in the tensor and in the lane.
fn places<T: Dtype>(x: &Tensor<T>, dim: isize, keepdim: bool, kind: Kind) -> Result<(Vec<usize>, Tensor<i64>)> {
    let d = dimension(dim, x.dim())?;
    let reduction = Reduction::new(x.shape(), &[dim], keepdim)?;
    reduction.refuse_empty(kind.name, x.shape(), &[dim])?;
    let lanes = Lanes::new(x.shape(), d);
    let (mut starts, mut indices) = (Vec::new(), Vec::new());
    kernel::row_major(x, |values| {
        for start in lanes.starts() {
            let mut best = 0;
            for k in 1..lanes.size {
                if kind.beats(values[start + k * lanes.inner], values[start + best * lanes.inner]) {
                    best = k;
                }
            }
            starts.push(start + best * lanes.inner);
            indices.push(best as i64);
        }
    });
    Ok((starts, Tensor::owning(indices, &reduction.shape)))
}

fn first_of_all<T: Dtype>(x: &Tensor<T>, kind: Kind) -> Result<Tensor<i64>> {
    if x.numel() == 0 {
        return Err(TensorError::index(format!(
            "{}(): Expected reduction dim to be specified for input.numel() == 0. (the shape is {})",
            kind.name,
            super::super::shape::list(x.shape())
        )));
    }
    let best = kernel::row_major(x, |values| {
        (1..values.len()).fold(0, |best, k| if kind.beats(values[k], values[best]) { k } else { best })
    });
    Ok(Tensor::lone(best as i64))
}
