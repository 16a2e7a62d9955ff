//! Sums and means, over all dimensions or some.

use super::super::element::Element;
use super::super::error::{OrPanic, Result};
use super::super::graph::node::{Call, Cotangents};
use super::super::graph::record::{Backward, one, record};
use super::super::handle::Tensor;
use super::super::kernel;
use super::super::shape::{Dims, Sizes, dimension_mask};

impl<T: Element> Tensor<T> {
    /// The sum of all elements, as a scalar; zero for none.
    #[track_caller]
    pub fn sum(&self) -> Self {
        let y = Tensor::lone(kernel::sum(self));
        record(y, &[self], |_| Spread { name: "SumBackward0", x: self.shape().into(), kept: None, divisor: None })
    }

    /// The mean of all elements, as a scalar; NaN for none.
    #[track_caller]
    pub fn mean(&self) -> Self {
        let n = T::of(self.numel() as f64);
        let y = crate::tensor::no_grad(|| self.sum() / n);
        record(y, &[self], |_| Spread { name: "MeanBackward0", x: self.shape().into(), kept: None, divisor: Some(n) })
    }

    fallible! {
        /// The sums over the named dimensions, which stay with size one if `keepdim`. None named means all.
        pub fn sum_dim | try_sum_dim(&self, dims: impl Dims, keepdim: bool) -> Tensor<T> {
            let (y, kept) = sum_values(self, dims.dims(), keepdim)?;
            Ok(record(y, &[self], |_| Spread {
                name: "SumBackward1",
                x: self.shape().into(),
                kept: Some(kept),
                divisor: None,
            }))
        }

        /// The means over the named dimensions, which stay with size one if `keepdim`. None named means all.
        pub fn mean_dim | try_mean_dim(&self, dims: impl Dims, keepdim: bool) -> Tensor<T> {
            let (y, kept) = sum_values(self, dims.dims(), keepdim)?;
            let count = self.numel().checked_div(y.numel());
            let n = T::of(count.unwrap_or_else(|| reduced_count(self.shape(), &kept)) as f64);
            Ok(record(y / n, &[self], |_| Spread {
                name: "MeanBackward1",
                x: self.shape().into(),
                kept: Some(kept),
                divisor: Some(n),
            }))
        }
    }

    /// The transpose of broadcasting: sums over what was stretched from `shape`.
    #[track_caller]
    pub fn sum_to(&self, shape: &[usize]) -> Self {
        if self.shape() == shape {
            return self.clone();
        }
        let lead = self.dim() - shape.len();
        let dims: Vec<isize> = (0..self.dim())
            .filter(|&d| d < lead || (shape[d - lead] == 1 && self.shape()[d] != 1))
            .map(|d| d as isize)
            .collect();
        let summed = if dims.is_empty() { self.clone() } else { self.sum_dim(dims, true) };
        summed.try_reshape_to(shape).or_panic()
    }
}

/// The sums and the shape they have with the reduced dimensions kept.
fn sum_values<T: Element>(x: &Tensor<T>, dims: &[isize], keepdim: bool) -> Result<(Tensor<T>, Sizes)> {
    let mask = dimension_mask(dims, x.dim())?;
    let kept: Sizes = x.shape().iter().zip(&mask).map(|(&size, &reduced)| if reduced { 1 } else { size }).collect();
    let values = kernel::sums(x, &mask);
    let shape: Sizes = if keepdim {
        kept.clone()
    } else {
        kept.iter().zip(&mask).filter(|&(_, &reduced)| !reduced).map(|(&size, _)| size).collect()
    };
    Ok((Tensor::owning(values, &shape), kept))
}

fn reduced_count(shape: &[usize], kept: &[usize]) -> usize {
    shape.iter().zip(kept).filter(|(size, kept)| size != kept).map(|(&size, _)| size).product()
}

/// The transpose of a sum: every summand gets the cotangent of the sum.
struct Spread<T> {
    name: &'static str,
    x: Sizes,
    /// The shape of the result with the reduced dimensions kept; `None` when all are reduced.
    kept: Option<Sizes>,
    divisor: Option<T>,
}

impl<T: Element> Backward<T> for Spread<T> {
    const NAME: &'static str = "SumBackward0";
    const SAVES: bool = false;

    fn name(&self) -> &'static str {
        self.name
    }

    /// d_x = d_y (divided by the count, for a mean), stretched to the shape of x
    fn backward(&self, mut d_y: Tensor<T>, _: &Call<'_>) -> Result<Cotangents> {
        if let Some(n) = self.divisor {
            d_y = d_y / n;
        }
        if let Some(kept) = &self.kept {
            d_y = d_y.try_reshape_to(kept)?;
        }
        one(d_y.expand_to(&self.x)?)
    }
}
