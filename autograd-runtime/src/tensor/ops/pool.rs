//! Pooling: the maximum or the mean of windows, in one, two or three spatial dimensions.

mod average;
mod maximum;
mod windows;

use super::super::element::Element;
use super::super::error::{Result, TensorError};
use super::super::handle::Tensor;
use super::super::shape::{Sizes, list};
use windows::Windows;

/// The windows of a pooling.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pool<const N: usize> {
    /// The size of a window.
    pub kernel: [usize; N],
    /// The distance between windows.
    pub stride: [usize; N],
    /// The places added on both sides: below every number for a maximum, zero for a mean.
    pub padding: [usize; N],
    /// The distance between the places of a window; one for means.
    pub dilation: [usize; N],
    /// Whether a last window may reach beyond the input.
    pub ceil_mode: bool,
    /// Whether a mean counts the padding.
    pub count_include_pad: bool,
}

impl<const N: usize> Pool<N> {
    /// Windows of this size, side by side.
    pub fn new(kernel: [usize; N]) -> Self {
        Self { kernel, stride: kernel, padding: [0; N], dilation: [1; N], ceil_mode: false, count_include_pad: true }
    }
}

impl<T: Element> Tensor<T> {
    fallible! {
        /// The largest element of each window of `[…, channels, length]`; of equal ones the first gets the gradient.
        pub fn max_pool1d | try_max_pool1d(&self, pool: Pool<1>) -> Tensor<T> {
            Ok(maximum::pool(self, &strided(self, &pool)?)?.0)
        }

        /// The largest element of each window of `[…, channels, height, width]`; of equal ones the first gets the
        /// gradient.
        ///
        /// ```
        /// use autograd_runtime::tensor::{Pool, Tensor};
        ///
        /// let x = Tensor::arange(0.0, 16.0, 1.0).reshape([1, 1, 4, 4]);
        /// assert_eq!(x.max_pool2d(Pool::new([2, 2])).to_vec(), [5.0, 7.0, 13.0, 15.0]);
        /// ```
        pub fn max_pool2d | try_max_pool2d(&self, pool: Pool<2>) -> Tensor<T> {
            Ok(maximum::pool(self, &strided(self, &pool)?)?.0)
        }

        /// The largest element of each window of `[…, channels, depth, height, width]`.
        pub fn max_pool3d | try_max_pool3d(&self, pool: Pool<3>) -> Tensor<T> {
            Ok(maximum::pool(self, &strided(self, &pool)?)?.0)
        }

        /// [`max_pool2d`](Self::max_pool2d), and the place of each maximum in its channel, counted in row-major order.
        pub fn max_pool2d_with_indices | try_max_pool2d_with_indices(&self, pool: Pool<2>) -> (Tensor<T>, Tensor<i64>) {
            maximum::pool(self, &strided(self, &pool)?)
        }

        /// The mean of each window of `[…, channels, length]`.
        pub fn avg_pool1d | try_avg_pool1d(&self, pool: Pool<1>) -> Tensor<T> {
            average::pool(self, strided(self, &undilated(pool)?)?, pool.count_include_pad, "AvgPool1DBackward0")
        }

        /// The mean of each window of `[…, channels, height, width]`.
        pub fn avg_pool2d | try_avg_pool2d(&self, pool: Pool<2>) -> Tensor<T> {
            average::pool(self, strided(self, &undilated(pool)?)?, pool.count_include_pad, "AvgPool2DBackward0")
        }

        /// The mean of each window of `[…, channels, depth, height, width]`.
        pub fn avg_pool3d | try_avg_pool3d(&self, pool: Pool<3>) -> Tensor<T> {
            average::pool(self, strided(self, &undilated(pool)?)?, pool.count_include_pad, "AvgPool3DBackward0")
        }

        /// Means over as many windows as asked for, which together cover the input.
        pub fn adaptive_avg_pool1d | try_adaptive_avg_pool1d(&self, output: [usize; 1]) -> Tensor<T> {
            average::pool(self, adaptive(self, output)?, false, "AdaptiveAvgPool1DBackward0")
        }

        /// Means over as many windows as asked for, which together cover the input.
        pub fn adaptive_avg_pool2d | try_adaptive_avg_pool2d(&self, output: [usize; 2]) -> Tensor<T> {
            average::pool(self, adaptive(self, output)?, false, "AdaptiveAvgPool2DBackward0")
        }

        /// Maxima over as many windows as asked for, which together cover the input.
        pub fn adaptive_max_pool1d | try_adaptive_max_pool1d(&self, output: [usize; 1]) -> Tensor<T> {
            Ok(maximum::pool(self, &adaptive(self, output)?)?.0)
        }

        /// Maxima over as many windows as asked for, which together cover the input.
        pub fn adaptive_max_pool2d | try_adaptive_max_pool2d(&self, output: [usize; 2]) -> Tensor<T> {
            Ok(maximum::pool(self, &adaptive(self, output)?)?.0)
        }
    }
}

fn strided<T: Element, const N: usize>(x: &Tensor<T>, pool: &Pool<N>) -> Result<Windows> {
    Windows::strided(spatial::<T, N>(x)?, pool)
}

fn adaptive<T: Element, const N: usize>(x: &Tensor<T>, output: [usize; N]) -> Result<Windows> {
    let input = spatial::<T, N>(x)?;
    if output.contains(&0) {
        return Err(TensorError::value(format!(
            "adaptive pooling: elements of output_size must be greater than or equal to 1, but received {output:?}"
        )));
    }
    Ok(Windows::adaptive(input, &output))
}

fn undilated<const N: usize>(pool: Pool<N>) -> Result<Pool<N>> {
    if pool.dilation == [1; N] {
        return Ok(pool);
    }
    Err(TensorError::value(format!("average pooling has no dilation, but got {:?}", pool.dilation)))
}

/// The sizes of the pooled dimensions, which are the last ones.
fn spatial<T: Element, const N: usize>(x: &Tensor<T>) -> Result<&[usize]> {
    let rank = x.dim();
    let sizes = &x.shape()[rank.saturating_sub(N)..];
    if rank <= N || rank > N + 2 || sizes.contains(&0) {
        return Err(TensorError::shape(format!(
            "Expected {}D or {}D tensor with non-zero sizes for pooling over {N} dimensions, but got input of size {}",
            N + 1,
            N + 2,
            list(x.shape())
        )));
    }
    Ok(sizes)
}

/// The sizes before the pooled dimensions, followed by the given ones.
fn with_spatial(shape: &[usize], spatial: &[usize]) -> Sizes {
    shape[..shape.len() - spatial.len()].iter().chain(spatial).copied().collect()
}
