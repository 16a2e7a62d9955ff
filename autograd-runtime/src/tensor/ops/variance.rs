//! Variance and standard deviation.

use super::super::element::Element;
use super::super::error::{OrPanic, Result};
use super::super::graph::node::{Call, Cotangents};
use super::super::graph::record::{Backward, one, record};
use super::super::graph::saved::Saved;
use super::super::handle::Tensor;
use super::super::kernel;
use super::super::mode::no_grad;
use super::super::shape::{Dims, Reduction, Sizes};

impl<T: Element> Tensor<T> {
    /// The variance of all elements: the squared distances from the mean, summed and divided by `n - correction`. The
    /// sample variance has correction 1; NaN where nothing is left to divide by.
    #[track_caller]
    pub fn var(&self, correction: usize) -> Self {
        self.try_var_dim(&[][..], correction, false).or_panic()
    }

    /// The standard deviation of all elements: the square root of [`var`](Self::var).
    #[track_caller]
    pub fn std(&self, correction: usize) -> Self {
        self.try_std_dim(&[][..], correction, false).or_panic()
    }

    fallible! {
        /// The variances over the named dimensions, which stay with size one if `keepdim`. None named means all.
        pub fn var_dim | try_var_dim(&self, dims: impl Dims, correction: usize, keepdim: bool) -> Tensor<T> {
            let (y, spread) = variance(self, dims.dims(), correction, keepdim)?;
            Ok(record(y, &[self], |_| Var(spread)))
        }

        /// The standard deviations over the named dimensions, which stay with size one if `keepdim`. None named means
        /// all. Where all elements are equal the gradient is zero.
        pub fn std_dim | try_std_dim(&self, dims: impl Dims, correction: usize, keepdim: bool) -> Tensor<T> {
            let (variance, spread) = variance(self, dims.dims(), correction, keepdim)?;
            let y = kernel::map_owned(variance, |v| v.sqrt());
            Ok(record(y, &[self], |y| Std { spread, y: Saved::output(y) }))
        }

        /// The variances and the means over the named dimensions.
        pub fn var_mean | try_var_mean(&self, dims: impl Dims, correction: usize, keepdim: bool) -> (Tensor<T>, Tensor<T>) {
            let dims = dims.dims();
            Ok((self.try_var_dim(dims, correction, keepdim)?, self.try_mean_dim(dims, keepdim)?))
        }

        /// The standard deviations and the means over the named dimensions.
        pub fn std_mean | try_std_mean(&self, dims: impl Dims, correction: usize, keepdim: bool) -> (Tensor<T>, Tensor<T>) {
            let dims = dims.dims();
            Ok((self.try_std_dim(dims, correction, keepdim)?, self.try_mean_dim(dims, keepdim)?))
        }
    }
}

/// y = Σ (x - mean)² / max(n - correction, 0), in two passes
fn variance<T: Element>(
    x: &Tensor<T>,
    dims: &[isize],
    correction: usize,
    keepdim: bool,
) -> Result<(Tensor<T>, Spread<T>)> {
    let reduction = Reduction::new(x.shape(), dims, keepdim)?;
    let divisor = T::of(reduction.count.saturating_sub(correction) as f64);
    let values = no_grad(|| {
        let centred = x - centre(x, &reduction)?;
        let squares = kernel::map_owned(centred, |d| d * d);
        Ok(kernel::sums(&squares, &reduction.mask))
    })?;
    let y = Tensor::owning(values.into_iter().map(|sum| sum / divisor).collect(), &reduction.shape);
    Ok((y, Spread { x: Saved::input(x), kept: reduction.kept, divisor }))
}

/// The means, with the reduced dimensions kept.
fn centre<T: Element>(x: &Tensor<T>, reduction: &Reduction) -> Result<Tensor<T>> {
    let n = T::of(reduction.count as f64);
    let sums = kernel::sums(x, &reduction.mask).into_iter().map(|sum| sum / n).collect();
    Ok(Tensor::owning(sums, &reduction.kept))
}

/// What both formulas need of the elements and of the reduction.
struct Spread<T: Element> {
    x: Saved<T>,
    kept: Sizes,
    divisor: T,
}

impl<T: Element> Spread<T> {
    /// d_x = d_y · 2 (x - mean) / (n - correction)
    fn backward(&self, d_y: Tensor<T>, call: &Call<'_>) -> Result<Cotangents> {
        let x = self.x.get(call)?;
        let dims: Vec<isize> = (0..x.dim()).filter(|&d| self.kept[d] != x.shape()[d]).map(|d| d as isize).collect();
        let mean = if dims.is_empty() { x.clone() } else { x.try_mean_dim(dims, true)? };
        let d_y = d_y.try_reshape_to(&self.kept)? * (T::of(2.0) / self.divisor);
        one((&x - mean) * d_y)
    }
}

struct Var<T: Element>(Spread<T>);

impl<T: Element> Backward<T> for Var<T> {
    const NAME: &'static str = "VarBackward0";

    /// d_x = d_y · 2 (x - mean) / (n - correction)
    fn backward(&self, d_y: Tensor<T>, call: &Call<'_>) -> Result<Cotangents> {
        self.0.backward(d_y, call)
    }

    fn saved_shapes(&self) -> Vec<Vec<usize>> {
        vec![self.0.x.shape()]
    }
}

struct Std<T: Element> {
    spread: Spread<T>,
    y: Saved<T>,
}

impl<T: Element> Backward<T> for Std<T> {
    const NAME: &'static str = "StdBackward0";

    /// The variance has the cotangent d_y / 2y, zero where y = 0.
    fn backward(&self, d_y: Tensor<T>, call: &Call<'_>) -> Result<Cotangents> {
        let y = self.y.get(call)?;
        let d_variance = (d_y / (&y * T::of(2.0))).gate(&y.detach().ne(T::zero()));
        self.spread.backward(d_variance, call)
    }

    fn saved_shapes(&self) -> Vec<Vec<usize>> {
        vec![self.spread.x.shape(), self.y.shape()]
    }
}
