//! `ln Σ eˣ`, over dimensions and running, without overflow.

use super::super::element::Element;
use super::super::error::Result;
use super::super::graph::node::{Call, Cotangents};
use super::super::graph::record::{Backward, one, record};
use super::super::graph::saved::Saved;
use super::super::handle::Tensor;
use super::super::kernel;
use super::super::shape::{Dims, Lanes, Reduction, Sizes, dimension};
use super::scan::{recurrence_from_the_end, shifted_up};

impl<T: Element> Tensor<T> {
    fallible! {
        /// `ln Σ eˣ` over the named dimensions, which stay with size one if `keepdim`. None named means all.
        pub fn logsumexp | try_logsumexp(&self, dims: impl Dims, keepdim: bool) -> Tensor<T> {
            let reduction = Reduction::new(self.shape(), dims.dims(), keepdim)?;
            let largest = kernel::reduce(self, &reduction.mask, T::neg_infinity(), |m, x| if x > m || x.is_nan() { x } else { m });
            // An infinite maximum would make every difference NaN; the sum is infinite or zero without it.
            let shift: Vec<T> = largest.into_iter().map(|m| if m.is_infinite() { T::zero() } else { m }).collect();
            let shift = Tensor::owning(shift, &reduction.kept);
            let sums = kernel::sums(&kernel::zip(self, &shift, |x, m| (x - m).exp())?, &reduction.mask);
            let values = sums.into_iter().zip(shift.to_vec()).map(|(sum, m)| sum.ln() + m).collect();
            Ok(record(Tensor::owning(values, &reduction.shape), &[self], |y| LogSumExp {
                x: Saved::input(self),
                y: Saved::output(y),
                kept: reduction.kept,
            }))
        }

        /// `yₖ = ln Σ_{i≤k} e^{xᵢ}` along a dimension.
        pub fn logcumsumexp | try_logcumsumexp(&self, dim: isize) -> Tensor<T> {
            let d = dimension(dim, self.dim())?;
            let y = running(self, d);
            Ok(record(y, &[self], |y| LogCumSumExp { x: Saved::input(self), y: Saved::output(y), d }))
        }
    }
}

struct LogSumExp<T: Element> {
    x: Saved<T>,
    y: Saved<T>,
    kept: Sizes,
}

impl<T: Element> Backward<T> for LogSumExp<T> {
    const NAME: &'static str = "LogsumexpBackward0";

    /// d_x = d_y · e^{x - y}
    fn backward(&self, d_y: Tensor<T>, call: &Call<'_>) -> Result<Cotangents> {
        let (x, y) = (self.x.get(call)?, self.y.get(call)?.try_reshape_to(&self.kept)?);
        one((x - y).exp() * d_y.try_reshape_to(&self.kept)?)
    }

    fn saved_shapes(&self) -> Vec<Vec<usize>> {
        vec![self.x.shape(), self.y.shape()]
    }
}

/// The running sum, kept as its logarithm.
fn running<T: Element>(x: &Tensor<T>, d: usize) -> Tensor<T> {
    let lanes = Lanes::new(x.shape(), d);
    let mut values = x.to_vec();
    if lanes.size > 0 {
        for start in lanes.starts() {
            for k in 1..lanes.size {
                let at = start + k * lanes.inner;
                values[at] = log_add(values[at - lanes.inner], values[at]);
            }
        }
    }
    Tensor::owning(values, x.shape())
}

/// ln(eᵃ + eᵇ) = max + ln(1 + e^{min - max})
fn log_add<T: Element>(a: T, b: T) -> T {
    if a.is_nan() || b.is_nan() {
        return T::nan();
    }
    let (low, high) = if a < b { (a, b) } else { (b, a) };
    if low == high && high.is_infinite() { high } else { high + (low - high).exp().ln_1p() }
}

struct LogCumSumExp<T: Element> {
    x: Saved<T>,
    y: Saved<T>,
    d: usize,
}

impl<T: Element> Backward<T> for LogCumSumExp<T> {
    const NAME: &'static str = "LogcumsumexpBackward0";

    /// d_xₖ = Σ_{i≥k} d_yᵢ e^{xₖ - yᵢ} = e^{xₖ - yₖ} rₖ with rₖ = d_yₖ + e^{yₖ - yₖ₊₁} rₖ₊₁. No exponent is positive, since
    /// y never falls. Where x = -∞ the cotangent is zero.
    fn backward(&self, d_y: Tensor<T>, call: &Call<'_>) -> Result<Cotangents> {
        let (x, y) = (self.x.get(call)?, self.y.get(call)?);
        if x.dim() == 0 {
            return one(d_y * (x - y).exp());
        }
        let d = self.d as isize;
        let next = shifted_up(&y, d, T::zero())?;
        let r = recurrence_from_the_end(&(&y - next).exp(), &d_y, d)?;
        let counts = x.detach().ne(T::neg_infinity());
        one((r * (x - y).exp()).gate(&counts))
    }

    fn saved_shapes(&self) -> Vec<Vec<usize>> {
        vec![self.x.shape(), self.y.shape()]
    }
}
