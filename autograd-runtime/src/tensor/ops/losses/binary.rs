//! Probabilities of one event.

use super::super::super::element::Element;
use super::super::super::error::{Result, TensorError};
use super::super::super::graph::node::{Call, Cotangents};
use super::super::super::graph::record::{Backward, record, two};
use super::super::super::graph::saved::Saved;
use super::super::super::handle::Tensor;
use super::super::super::mode::no_grad;
use super::super::super::shape::{broadcast, list};
use super::reduction::Reduction;

impl<T: Element> Tensor<T> {
    fallible! {
        /// `-t·ln x - (1 - t)·ln(1 - x)` for probabilities `x` and targets `t` of the same shape, with the logarithms
        /// cut at -100, times a constant weight that broadcasts.
        pub fn binary_cross_entropy | try_binary_cross_entropy(
            &self, target: &Tensor<T>, weight: Option<&Tensor<T>>, reduction: Reduction,
        ) -> Tensor<T> {
            check(self, target, weight, reduction)?;
            if self.to_vec().iter().any(|&x| !(x >= T::zero() && x <= T::one())) {
                return Err(TensorError::value("all elements of input should be between 0 and 1"));
            }
            let weight = weight.map(Tensor::detach);
            let y = no_grad(|| {
                let (log_x, log_rest) = (self.log().clamp_min(T::of(-100.0)), (-self).log1p().clamp_min(T::of(-100.0)));
                let losses = (target - T::one()) * log_rest - target * log_x;
                reduction.apply(weighted(losses, weight.as_ref()))
            });
            Ok(record(y, &[self, target], |_| CrossEntropy {
                x: Saved::input(self),
                target: Saved::input(target),
                weight: weight.as_ref().map(Saved::input),
                reduction,
            }))
        }

        /// [`binary_cross_entropy`](Self::binary_cross_entropy) of the logistic function of `x`, without overflow.
        /// `pos_weight`, constant and broadcast, multiplies the losses of positive targets.
        pub fn binary_cross_entropy_with_logits | try_binary_cross_entropy_with_logits(
            &self, target: &Tensor<T>, weight: Option<&Tensor<T>>, pos_weight: Option<&Tensor<T>>, reduction: Reduction,
        ) -> Tensor<T> {
            check(self, target, weight, reduction)?;
            if let Some(positive) = pos_weight {
                check_stretches(positive, self)?;
            }
            let (weight, positive) = (weight.map(Tensor::detach), pos_weight.map(Tensor::detach));
            let y = no_grad(|| {
                // (1 - t)·x - (1 + (p - 1)·t)·ln σ(x)
                let scaled = self.logsigmoid() * log_weight(target, positive.as_ref());
                let losses = target.rsub(T::one()) * self - scaled;
                reduction.apply(weighted(losses, weight.as_ref()))
            });
            Ok(record(y, &[self, target], |_| WithLogits {
                x: Saved::input(self),
                target: Saved::input(target),
                weight: weight.as_ref().map(Saved::input),
                positive: positive.as_ref().map(Saved::input),
                reduction,
            }))
        }
    }
}

fn check<T: Element>(
    x: &Tensor<T>,
    target: &Tensor<T>,
    weight: Option<&Tensor<T>>,
    reduction: Reduction,
) -> Result<()> {
    reduction.check()?;
    if x.shape() != target.shape() {
        return Err(TensorError::shape(format!(
            "Target size (torch.Size({})) must be the same as input size (torch.Size({}))",
            list(target.shape()),
            list(x.shape())
        )));
    }
    weight.map_or(Ok(()), |weight| check_stretches(weight, x))
}

/// Refuses a weight that would stretch the losses.
fn check_stretches<T: Element>(weight: &Tensor<T>, x: &Tensor<T>) -> Result<()> {
    let together = broadcast(x.shape(), weight.shape())?;
    if *together == *x.shape() {
        return Ok(());
    }
    Err(TensorError::shape(format!(
        "output with shape {} doesn't match the broadcast shape {}",
        list(x.shape()),
        list(&together)
    )))
}

fn weighted<T: Element>(losses: Tensor<T>, weight: Option<&Tensor<T>>) -> Tensor<T> {
    match weight {
        Some(weight) => losses * weight,
        None => losses,
    }
}

/// 1 + (p - 1)·t
fn log_weight<T: Element>(target: &Tensor<T>, positive: Option<&Tensor<T>>) -> Tensor<T> {
    match positive {
        Some(positive) => target * (positive - T::one()) + T::one(),
        None => target.ones_like(),
    }
}

struct CrossEntropy<T: Element> {
    x: Saved<T>,
    target: Saved<T>,
    weight: Option<Saved<T>>,
    reduction: Reduction,
}

impl<T: Element> Backward<T> for CrossEntropy<T> {
    const NAME: &'static str = "BinaryCrossEntropyBackward0";

    /// d_x = d_y · (x - t) / (x·(1 - x)), d_t = d_y · (ln(1 - x) - ln x)
    fn backward(&self, d_y: Tensor<T>, call: &Call<'_>) -> Result<Cotangents> {
        let (x, target) = (&self.x.get(call)?, &self.target.get(call)?);
        let weight = self.weight.as_ref().map(|weight| weight.get(call)).transpose()?;
        let d = weighted(self.reduction.spread(d_y, x.shape()), weight.as_ref());
        let d_x = call.needs(0).then(|| &d * slope(x, target));
        let d_target = call.needs(1).then(|| {
            let low = T::of(-100.0);
            d * ((-x).log1p().clamp_min(low) - x.log().clamp_min(low))
        });
        two(d_x, d_target)
    }

    fn saved_shapes(&self) -> Vec<Vec<usize>> {
        [&self.x, &self.target].into_iter().chain(&self.weight).map(Saved::shape).collect()
    }
}

/// (x - t) / (x·(1 - x)), with the denominator at least PyTorch's bound, which is the `f32` next to 1e-12.
#[track_caller]
fn slope<T: Element>(x: &Tensor<T>, target: &Tensor<T>) -> Tensor<T> {
    let bound = T::of(f64::from(1e-12_f32));
    let y = no_grad(|| (x - target) / (x.rsub(T::one()) * x).clamp_min(bound));
    record(y, &[x, target], |_| Slope { x: Saved::input(x), target: Saved::input(target) })
}

struct Slope<T: Element> {
    x: Saved<T>,
    target: Saved<T>,
}

impl<T: Element> Backward<T> for Slope<T> {
    const NAME: &'static str = "BinaryCrossEntropyBackwardBackward0";

    /// d_x = d_y · (x² - 2·x·t + t) / ((x + ε)²·(1 - x + ε)²) and d_t = -d_y / (x·(1 - x)); the ε = 1e-12 is PyTorch's
    fn backward(&self, d_y: Tensor<T>, call: &Call<'_>) -> Result<Cotangents> {
        let (x, target) = (&self.x.get(call)?, &self.target.get(call)?);
        let (epsilon, rest) = (T::of(1e-12), x.rsub(T::one()));
        let d_x = call.needs(0).then(|| {
            let bounded = (x + epsilon) * (&rest + epsilon);
            &d_y * (x * x - x * target * T::of(2.0) + target) / (&bounded * &bounded)
        });
        let d_target = call.needs(1).then(|| -d_y / (&rest * x).clamp_min(epsilon));
        two(d_x, d_target)
    }

    fn saved_shapes(&self) -> Vec<Vec<usize>> {
        vec![self.x.shape(), self.target.shape()]
    }
}

struct WithLogits<T: Element> {
    x: Saved<T>,
    target: Saved<T>,
    weight: Option<Saved<T>>,
    positive: Option<Saved<T>>,
    reduction: Reduction,
}

impl<T: Element> Backward<T> for WithLogits<T> {
    const NAME: &'static str = "BinaryCrossEntropyWithLogitsBackward0";

    /// With w = 1 + (p - 1)·t = 1 - t + p·t: d_x = d_y · ((1 - t) - w·(1 - σ(x))) = d_y · (w·σ(x) - p·t), and
    /// d_t = d_y · (-x - (p - 1)·ln σ(x))
    fn backward(&self, d_y: Tensor<T>, call: &Call<'_>) -> Result<Cotangents> {
        let (x, target) = (&self.x.get(call)?, &self.target.get(call)?);
        let weight = self.weight.as_ref().map(|weight| weight.get(call)).transpose()?;
        let positive = self.positive.as_ref().map(|positive| positive.get(call)).transpose()?;
        let d = weighted(self.reduction.spread(d_y, x.shape()), weight.as_ref());
        let d_x = call.needs(0).then(|| match &positive {
            Some(positive) => &d * (x.sigmoid() * log_weight(target, Some(positive)) - target * positive),
            None => &d * (x.sigmoid() - target),
        });
        let d_target = call.needs(1).then(|| match &positive {
            Some(positive) => -d * (x + (positive - T::one()) * x.logsigmoid()),
            None => -d * x,
        });
        two(d_x, d_target)
    }

    fn saved_shapes(&self) -> Vec<Vec<usize>> {
        let optional = self.weight.iter().chain(&self.positive);
        [&self.x, &self.target].into_iter().chain(optional).map(Saved::shape).collect()
    }
}
