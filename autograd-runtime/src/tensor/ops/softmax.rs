//! Softmax and its logarithm, along one dimension.

use super::super::element::Element;
use super::super::error::Result;
use super::super::graph::node::{Call, Cotangents};
use super::super::graph::record::{Backward, one, record};
use super::super::graph::saved::Saved;
use super::super::handle::Tensor;
use super::super::shape::dimension;

impl<T: Element> Tensor<T> {
    fallible! {
        /// `eˣ / Σ eˣ` along a dimension, without overflow.
        pub fn softmax | try_softmax(&self, dim: isize) -> Tensor<T> {
            let dim = dimension(dim, self.dim())?;
            let y = along(self, dim, |row| {
                let mut sum = T::zero();
                let largest = row.largest();
                row.each(|x| {
                    let e = (x - largest).exp();
                    sum += e;
                    e
                });
                row.each(|e| e / sum);
            });
            Ok(record(y, &[self], |y| Softmax { y: Saved::output(y), dim: dim as isize }))
        }

        /// `x - ln Σ eˣ` along a dimension, without overflow.
        pub fn log_softmax | try_log_softmax(&self, dim: isize) -> Tensor<T> {
            let dim = dimension(dim, self.dim())?;
            let y = along(self, dim, |row| {
                let mut sum = T::zero();
                let largest = row.largest();
                row.each(|x| {
                    sum += (x - largest).exp();
                    x
                });
                let log = sum.ln();
                row.each(|x| x - largest - log);
            });
            Ok(record(y, &[self], |y| LogSoftmax { y: Saved::output(y), dim: dim as isize }))
        }

        /// The [`softmax`](Self::softmax) of the negative.
        pub fn softmin | try_softmin(&self, dim: isize) -> Tensor<T> {
            (-self).try_softmax(dim)
        }
    }
}

/// The places along one dimension, in a row-major buffer.
struct Row<'a, T> {
    values: &'a mut [T],
    stride: usize,
}

impl<T: Element> Row<'_, T> {
    /// The largest element; a NaN may be passed over, since it reaches the result by itself.
    fn largest(&self) -> T {
        self.values.iter().step_by(self.stride).fold(T::neg_infinity(), |a, &b| a.max(b))
    }

    fn each(&mut self, mut f: impl FnMut(T) -> T) {
        if self.stride == 1 {
            self.values.iter_mut().for_each(|v| *v = f(*v));
        } else {
            self.values.iter_mut().step_by(self.stride).for_each(|v| *v = f(*v));
        }
    }
}

/// A row-major copy of `x` in which `f` has rewritten every row along `dim`.
fn along<T: Element>(x: &Tensor<T>, dim: usize, f: impl Fn(&mut Row<'_, T>)) -> Tensor<T> {
    let mut values = x.to_vec();
    let size = x.shape().get(dim).copied().unwrap_or(1);
    let stride: usize = x.shape().iter().skip(dim + 1).product();
    if !values.is_empty() {
        for block in values.chunks_exact_mut(size * stride) {
            for start in 0..stride {
                f(&mut Row { values: &mut block[start..], stride });
            }
        }
    }
    Tensor::owning(values, x.shape())
}

struct Softmax<T: Element> {
    y: Saved<T>,
    dim: isize,
}

impl<T: Element> Backward<T> for Softmax<T> {
    const NAME: &'static str = "SoftmaxBackward0";

    /// d_x = y·(d_y - Σ d_y·y)
    fn backward(&self, d_y: Tensor<T>, call: &Call<'_>) -> Result<Cotangents> {
        let y = &self.y.get(call)?;
        let weighted = d_y * y;
        let sum = weighted.try_sum_dim(self.dim, true)?;
        one(weighted - y * sum)
    }

    fn saved_shapes(&self) -> Vec<Vec<usize>> {
        vec![self.y.shape()]
    }
}

struct LogSoftmax<T: Element> {
    y: Saved<T>,
    dim: isize,
}

impl<T: Element> Backward<T> for LogSoftmax<T> {
    const NAME: &'static str = "LogSoftmaxBackward0";

    /// d_x = d_y - eʸ·Σ d_y
    fn backward(&self, d_y: Tensor<T>, call: &Call<'_>) -> Result<Cotangents> {
        let sum = d_y.try_sum_dim(self.dim, true)?;
        one(d_y - self.y.get(call)?.exp() * sum)
    }

    fn saved_shapes(&self) -> Vec<Vec<usize>> {
        vec![self.y.shape()]
    }
}
