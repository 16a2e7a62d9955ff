//! Distances of predictions from numbers.

use super::super::super::element::Element;
use super::super::super::error::{Result, TensorError};
use super::super::super::graph::node::{Call, Cotangents};
use super::super::super::graph::record::{Backward, record, two};
use super::super::super::graph::saved::Saved;
use super::super::super::handle::Tensor;
use super::super::super::kernel;
use super::super::super::mode::no_grad;
use super::super::super::shape::Sizes;
use super::super::binary::Fit;
use super::reduction::Reduction;

impl<T: Element> Tensor<T> {
    fallible! {
        /// The squared differences; input and target broadcast.
        pub fn mse_loss | try_mse_loss(&self, target: &Tensor<T>, reduction: Reduction) -> Tensor<T> {
            difference_loss(self, target, Squared, reduction)
        }

        /// The absolute differences; input and target broadcast.
        pub fn l1_loss | try_l1_loss(&self, target: &Tensor<T>, reduction: Reduction) -> Tensor<T> {
            reduction.check()?;
            Ok(reduction.apply(self.try_sub(target)?.abs()))
        }

        /// Half the squared differences `e²/2` up to `delta`, and `delta·(|e| - delta/2)` beyond; input and target
        /// broadcast.
        pub fn huber_loss | try_huber_loss(&self, target: &Tensor<T>, delta: T, reduction: Reduction) -> Tensor<T> {
            if delta <= T::zero() || delta.is_nan() {
                return Err(TensorError::value(format!(
                    "huber_loss does not support non-positive values for delta. (delta is {delta:?})"
                )));
            }
            difference_loss(self, target, Huber { delta }, reduction)
        }

        /// [`huber_loss`](Self::huber_loss) with `delta = beta`, divided by `beta`; for `beta = 0` the absolute
        /// differences.
        pub fn smooth_l1_loss | try_smooth_l1_loss(
            &self, target: &Tensor<T>, beta: T, reduction: Reduction,
        ) -> Tensor<T> {
            if beta < T::zero() || beta.is_nan() {
                return Err(TensorError::value(format!(
                    "smooth_l1_loss does not support negative values for beta. (beta is {beta:?})"
                )));
            }
            if beta == T::zero() {
                return self.try_l1_loss(target, reduction);
            }
            difference_loss(self, target, SmoothL1 { beta }, reduction)
        }
    }
}

/// A loss that depends on the difference of prediction and target.
trait DifferenceLoss<T: Element>: Copy + Send + Sync + 'static {
    /// PyTorch's name of the node.
    const NAME: &'static str;

    /// The loss of a difference.
    fn value(self, e: T) -> T;

    /// Its derivative, in tensor operations.
    fn slope(self, e: Tensor<T>) -> Tensor<T>;
}

#[derive(Clone, Copy)]
struct Squared;

impl<T: Element> DifferenceLoss<T> for Squared {
    const NAME: &'static str = "MseLossBackward0";

    fn value(self, e: T) -> T {
        e * e
    }

    /// 2·e
    fn slope(self, e: Tensor<T>) -> Tensor<T> {
        e * T::of(2.0)
    }
}

#[derive(Clone, Copy)]
struct Huber<T> {
    delta: T,
}

impl<T: Element> DifferenceLoss<T> for Huber<T> {
    const NAME: &'static str = "HuberLossBackward0";

    fn value(self, e: T) -> T {
        let (half, size) = (T::of(0.5), e.abs());
        if size <= self.delta { half * e * e } else { self.delta * (size - half * self.delta) }
    }

    /// e, cut to ±delta
    fn slope(self, e: Tensor<T>) -> Tensor<T> {
        e.clamp(-self.delta, self.delta)
    }
}

#[derive(Clone, Copy)]
struct SmoothL1<T> {
    beta: T,
}

impl<T: Element> DifferenceLoss<T> for SmoothL1<T> {
    const NAME: &'static str = "SmoothL1LossBackward0";

    fn value(self, e: T) -> T {
        let (half, size) = (T::of(0.5), e.abs());
        if size < self.beta { half * e * e / self.beta } else { size - half * self.beta }
    }

    /// e / beta, cut to ±1
    fn slope(self, e: Tensor<T>) -> Tensor<T> {
        (e / self.beta).clamp(-T::one(), T::one())
    }
}

#[track_caller]
fn difference_loss<T: Element, L: DifferenceLoss<T>>(
    x: &Tensor<T>,
    target: &Tensor<T>,
    loss: L,
    reduction: Reduction,
) -> Result<Tensor<T>> {
    reduction.check()?;
    let losses = kernel::zip(x, target, |x, t| loss.value(x - t))?;
    let formula = Formula {
        shape: losses.shape().into(),
        fit_x: Fit::new(x, &losses),
        fit_target: Fit::new(target, &losses),
        x: Saved::input(x),
        target: Saved::input(target),
        loss,
        reduction,
    };
    Ok(record(no_grad(|| reduction.apply(losses)), &[x, target], |_| formula))
}

struct Formula<T: Element, L> {
    shape: Sizes,
    fit_x: Fit,
    fit_target: Fit,
    x: Saved<T>,
    target: Saved<T>,
    loss: L,
    reduction: Reduction,
}

impl<T: Element, L: DifferenceLoss<T>> Backward<T> for Formula<T, L> {
    const NAME: &'static str = L::NAME;

    /// d_x = d_y · loss'(x - target), d_target = -d_x
    fn backward(&self, d_y: Tensor<T>, call: &Call<'_>) -> Result<Cotangents> {
        let e = self.x.get(call)? - self.target.get(call)?;
        let d_e = self.loss.slope(e) * self.reduction.spread(d_y, &self.shape);
        let d_target = call.needs(1).then(|| -self.fit_target.apply(d_e.clone()));
        two(call.needs(0).then(|| self.fit_x.apply(d_e)), d_target)
    }

    fn saved_shapes(&self) -> Vec<Vec<usize>> {
        vec![self.x.shape(), self.target.shape()]
    }
}
