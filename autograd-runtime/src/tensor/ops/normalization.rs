//! Normalization to mean zero and variance one over some dimensions, with scale and shift.
//!
//! All of them are one operation on different groupings: the input is seen under a shape in which the elements that
//! share statistics fill some dimensions, standardized there, and scaled and shifted under its own shape.

use super::super::element::Element;
use super::super::error::{Result, TensorError};
use super::super::graph::node::{Call, Cotangents};
use super::super::graph::record::{Backward, many, record, recording};
use super::super::graph::saved::Saved;
use super::super::handle::Tensor;
use super::super::mode::no_grad;
use super::super::shape::{Sizes, list};

/// Arguments of [`Tensor::batch_norm`]. The default has neither running statistics nor scale and shift, and normalizes
/// with the batch's own statistics.
#[derive(Clone, Debug)]
pub struct BatchNorm<T: Element> {
    /// The running mean per channel: updated while training, used instead of the batch's otherwise.
    pub running_mean: Option<Tensor<T>>,
    /// The running (unbiased) variance per channel, likewise.
    pub running_var: Option<Tensor<T>>,
    /// The scale per channel.
    pub weight: Option<Tensor<T>>,
    /// The shift per channel.
    pub bias: Option<Tensor<T>>,
    /// Whether to use and record the statistics of the batch.
    pub training: bool,
    /// The weight of the batch in the running statistics.
    pub momentum: T,
    /// What is added to the variance.
    pub eps: T,
}

impl<T: Element> Default for BatchNorm<T> {
    fn default() -> Self {
        Self {
            running_mean: None,
            running_var: None,
            weight: None,
            bias: None,
            training: true,
            momentum: T::of(0.1),
            eps: T::of(1e-5),
        }
    }
}

impl<T: Element> Tensor<T> {
    fallible! {
        /// Normalizes each channel (dimension 1) of `[batch, channels, …]` over the batch and all further dimensions.
        pub fn batch_norm | try_batch_norm(&self, options: &BatchNorm<T>) -> Tensor<T> {
            let channels = channels_of(self, "batch_norm")?;
            let per_channel = |what, t: &Option<Tensor<T>>| match t {
                Some(t) if t.shape() != [channels] => Err(TensorError::shape(format!(
                    "{what} should contain {channels} elements not {} (its shape is {})", t.numel(), list(t.shape())
                ))),
                _ => Ok(()),
            };
            per_channel("running_mean", &options.running_mean)?;
            per_channel("running_var", &options.running_var)?;
            per_channel("weight", &options.weight)?;
            per_channel("bias", &options.bias)?;
            let count = self.numel() / channels.max(1);
            let mut across = Sizes::from_elem(1, self.dim());
            across[1] = channels;
            let grouping = Grouping {
                name: "NativeBatchNormBackward0",
                seen: self.shape().into(),
                dims: (0..self.dim() as isize).filter(|&d| d != 1).collect(),
                centred: true,
                eps: options.eps,
            };
            if !options.training {
                let (Some(mean), Some(var)) = (&options.running_mean, &options.running_var) else {
                    return Err(TensorError::value(
                        "Expected running_mean and running_var to be defined when training is false",
                    ));
                };
                let fixed = no_grad(|| {
                    let mean = mean.copied().try_reshape_to(&across)?;
                    Ok((Some(mean), (var.copied().try_reshape_to(&across)? + options.eps).rsqrt()))
                })?;
                return normalize(self, grouping, Some(fixed), &options.weight, &options.bias, &across);
            }
            if count == 1 {
                return Err(TensorError::value(format!(
                    "Expected more than 1 value per channel when training, got input size torch.Size({})",
                    list(self.shape())
                )));
            }
            let y = normalize(self, grouping, None, &options.weight, &options.bias, &across)?;
            if count > 0 {
                no_grad(|| update_running(&self.detach(), options, count))?;
            }
            Ok(y)
        }

        /// Normalizes over the last dimensions, which must have the sizes `normalized_shape`, also those of scale and
        /// shift.
        pub fn layer_norm | try_layer_norm(
            &self, normalized_shape: &[usize], weight: Option<&Tensor<T>>, bias: Option<&Tensor<T>>, eps: T,
        ) -> Tensor<T> {
            let grouping = trailing(self, normalized_shape, "NativeLayerNormBackward0", true, eps)?;
            check_affine(normalized_shape, weight, bias)?;
            normalize(self, grouping, None, &weight.cloned(), &bias.cloned(), normalized_shape)
        }

        /// Divides by the root of the mean square over the last dimensions, which must have the sizes
        /// `normalized_shape`, also those of the scale.
        pub fn rms_norm | try_rms_norm(&self, normalized_shape: &[usize], weight: Option<&Tensor<T>>, eps: T) -> Tensor<T> {
            let grouping = trailing(self, normalized_shape, "FusedRmsNormBackward0", false, eps)?;
            check_affine(normalized_shape, weight, None)?;
            normalize(self, grouping, None, &weight.cloned(), &None, normalized_shape)
        }

        /// Normalizes the channels (dimension 1) of each example in groups of neighbours, over all further dimensions
        /// too; scale and shift are per channel.
        pub fn group_norm | try_group_norm(
            &self, num_groups: usize, weight: Option<&Tensor<T>>, bias: Option<&Tensor<T>>, eps: T,
        ) -> Tensor<T> {
            let channels = channels_of(self, "group_norm")?;
            if num_groups == 0 || !channels.is_multiple_of(num_groups) {
                return Err(TensorError::shape(format!(
                    "Expected number of channels in input to be divisible by num_groups, but got input of shape {} and \
                     num_groups={num_groups}", list(self.shape())
                )));
            }
            grouped(self, "NativeGroupNormBackward0", num_groups, weight, bias, eps)
        }

        /// Normalizes each channel (dimension 1) of each example over all further dimensions; scale and shift are per
        /// channel.
        pub fn instance_norm | try_instance_norm(
            &self, weight: Option<&Tensor<T>>, bias: Option<&Tensor<T>>, eps: T,
        ) -> Tensor<T> {
            let channels = channels_of(self, "instance_norm")?;
            let spatial: usize = self.shape()[2..].iter().product();
            if spatial == 1 {
                return Err(TensorError::value(format!(
                    "Expected more than 1 spatial element when training, got input size torch.Size({})",
                    list(self.shape())
                )));
            }
            grouped(self, "NativeBatchNormBackward0", channels, weight, bias, eps)
        }
    }
}

fn channels_of<T: Element>(x: &Tensor<T>, operation: &str) -> Result<usize> {
    x.shape().get(1).copied().ok_or_else(|| {
        TensorError::shape(format!(
            "{operation}: expected at least 2D input (got {}D input of shape {})",
            x.dim(),
            list(x.shape())
        ))
    })
}

fn check_affine<T: Element>(shape: &[usize], weight: Option<&Tensor<T>>, bias: Option<&Tensor<T>>) -> Result<()> {
    for (what, t) in [("weight", weight), ("bias", bias)] {
        if let Some(t) = t.filter(|t| t.shape() != shape) {
            return Err(TensorError::shape(format!(
                "Expected {what} to be of same shape as normalized_shape, but got {what} of shape {} and \
                 normalized_shape = {}",
                list(t.shape()),
                list(shape)
            )));
        }
    }
    Ok(())
}

/// Statistics over the last dimensions.
fn trailing<T: Element>(
    x: &Tensor<T>,
    sizes: &[usize],
    name: &'static str,
    centred: bool,
    eps: T,
) -> Result<Grouping<T>> {
    if sizes.is_empty() || !x.shape().ends_with(sizes) {
        return Err(TensorError::shape(format!(
            "Given normalized_shape={}, expected input with shape [*, {}, but got input of size{}",
            list(sizes),
            &list(sizes)[1..],
            list(x.shape())
        )));
    }
    let dims = (0..sizes.len()).map(|d| -1 - d as isize).collect();
    Ok(Grouping { name, seen: x.shape().into(), dims, centred, eps })
}

/// Statistics over groups of neighbouring channels of each example.
#[track_caller]
fn grouped<T: Element>(
    x: &Tensor<T>,
    name: &'static str,
    groups: usize,
    weight: Option<&Tensor<T>>,
    bias: Option<&Tensor<T>>,
    eps: T,
) -> Result<Tensor<T>> {
    let (batch, channels) = (x.shape()[0], x.shape()[1]);
    for (what, t) in [("weight", weight), ("bias", bias)] {
        if let Some(t) = t.filter(|t| t.shape() != [channels]) {
            return Err(TensorError::shape(format!(
                "Expected {what} to be a vector of size equal to the number of channels in input, but got {what} of \
                 shape {} and input of shape {}",
                list(t.shape()),
                list(x.shape())
            )));
        }
    }
    let size = x.shape()[1..].iter().product::<usize>().checked_div(groups).unwrap_or(0);
    let mut across = Sizes::from_elem(1, x.dim());
    across[1] = channels;
    let grouping =
        Grouping { name, seen: Sizes::from_slice(&[batch, groups, size]), dims: vec![2], centred: true, eps };
    normalize(x, grouping, None, &weight.cloned(), &bias.cloned(), &across)
}

/// Which elements share statistics.
struct Grouping<T> {
    name: &'static str,
    /// The shape under which the input is seen.
    seen: Sizes,
    /// The dimensions of that shape over which the statistics run.
    dims: Vec<isize>,
    /// Whether the mean is subtracted.
    centred: bool,
    eps: T,
}

/// The mean, where it is subtracted, and the reciprocal of the deviation.
type Statistics<T> = (Option<Tensor<T>>, Tensor<T>);

impl<T: Element> Grouping<T> {
    /// r = 1 / √(mean((x - μ)²) + ε), recorded where `x` is.
    fn statistics(&self, x: &Tensor<T>) -> Result<Statistics<T>> {
        let mean = if self.centred { Some(x.try_mean_dim(&self.dims[..], true)?) } else { None };
        let centred = self.centre(x, mean.as_ref());
        let variance = (&centred * &centred).try_mean_dim(&self.dims[..], true)?;
        Ok((mean, (variance + self.eps).rsqrt()))
    }

    fn centre(&self, x: &Tensor<T>, mean: Option<&Tensor<T>>) -> Tensor<T> {
        mean.map_or_else(|| x.clone(), |mean| x - mean)
    }
}

/// Standardizes, scales and shifts. With `fixed` statistics these are constants.
#[track_caller]
fn normalize<T: Element>(
    x: &Tensor<T>,
    grouping: Grouping<T>,
    fixed: Option<Statistics<T>>,
    weight: &Option<Tensor<T>>,
    bias: &Option<Tensor<T>>,
    across: &[usize],
) -> Result<Tensor<T>> {
    let is_fixed = fixed.is_some();
    let (y, statistics) = no_grad(|| {
        let seen = x.detach().try_reshape_to(&grouping.seen)?;
        let (mean, scale) = match fixed {
            Some(statistics) => statistics,
            None => grouping.statistics(&seen)?,
        };
        let mut y = (grouping.centre(&seen, mean.as_ref()) * &scale).try_reshape_to(x.shape())?;
        if let Some(weight) = weight {
            y = y * weight.try_reshape_to(across)?;
        }
        if let Some(bias) = bias {
            y = y + bias.try_reshape_to(across)?;
        }
        Ok((y, (mean, scale)))
    })?;
    // A view follows its base; what gets a history of its own must be no view.
    let y = if y.0.view().is_some() { y.copied() } else { y };
    let absent = Tensor::zeros([0]);
    let inputs = [x, weight.as_ref().unwrap_or(&absent), bias.as_ref().unwrap_or(&absent)];
    Ok(record(y, &inputs, |_| Normalize {
        x: Saved::input(x),
        weight: weight.as_ref().map(Saved::input),
        mean: statistics.0.as_ref().map(Saved::input),
        scale: Saved::input(&statistics.1),
        grouping,
        is_fixed,
        across: across.into(),
        affine: weight.as_ref().or(bias.as_ref()).map(|t| t.shape().into()),
    }))
}

struct Normalize<T: Element> {
    x: Saved<T>,
    weight: Option<Saved<T>>,
    mean: Option<Saved<T>>,
    scale: Saved<T>,
    grouping: Grouping<T>,
    is_fixed: bool,
    across: Sizes,
    affine: Option<Sizes>,
}

impl<T: Element> Backward<T> for Normalize<T> {
    const NAME: &'static str = "NativeBatchNormBackward0";

    fn name(&self) -> &'static str {
        self.grouping.name
    }

    /// With x̂ = (x - μ)·r and d_x̂ = d_y·weight:
    /// d_x = r·(d_x̂ - mean(d_x̂) - x̂·mean(d_x̂·x̂)), without the means where the statistics are constants and without
    /// the first where no mean is subtracted; d_weight = Σ d_y·x̂, d_bias = Σ d_y
    fn backward(&self, d_y: Tensor<T>, call: &Call<'_>) -> Result<Cotangents> {
        let g = &self.grouping;
        let x = self.x.get(call)?;
        let seen = x.try_reshape_to(&g.seen)?;
        // Second derivatives need the statistics as functions of x; otherwise those of the forward pass do.
        let (mean, scale) = if recording(&[&x]) && !self.is_fixed {
            g.statistics(&seen)?
        } else {
            (self.mean.as_ref().map(|mean| mean.get(call)).transpose()?, self.scale.get(call)?)
        };
        let standard = g.centre(&seen, mean.as_ref()) * &scale;
        let d_bias = match (call.needs(2), &self.affine) {
            (true, Some(shape)) => Some(d_y.sum_to(&self.across).try_reshape_to(shape)?),
            _ => None,
        };
        let d_weight = match (call.needs(1), &self.affine) {
            (true, Some(shape)) => {
                let product = &d_y * standard.try_reshape_to(x.shape())?;
                Some(product.sum_to(&self.across).try_reshape_to(shape)?)
            }
            _ => None,
        };
        if !call.needs(0) {
            return many([None, d_weight, d_bias]);
        }
        let d_standard = match &self.weight {
            Some(weight) => d_y * weight.get(call)?.try_reshape_to(&self.across)?,
            None => d_y,
        };
        let d_standard = d_standard.try_reshape_to(&g.seen)?;
        let mut d_seen = d_standard.clone();
        if !self.is_fixed {
            if g.centred {
                d_seen = d_seen - d_standard.try_mean_dim(&g.dims[..], true)?;
            }
            d_seen = d_seen - &standard * (d_standard * &standard).try_mean_dim(&g.dims[..], true)?;
        }
        many([Some((d_seen * scale).try_reshape_to(x.shape())?), d_weight, d_bias])
    }

    fn saved_shapes(&self) -> Vec<Vec<usize>> {
        let optional = self.weight.iter().chain(&self.mean);
        [&self.x, &self.scale].into_iter().chain(optional).map(Saved::shape).collect()
    }
}

/// running = (1 - momentum)·running + momentum·statistic, with the unbiased variance
fn update_running<T: Element>(x: &Tensor<T>, options: &BatchNorm<T>, count: usize) -> Result<()> {
    let dims: Vec<isize> = (0..x.dim() as isize).filter(|&d| d != 1).collect();
    let keep = T::one() - options.momentum;
    let mean = x.try_mean_dim(&dims[..], true)?;
    if let Some(running) = &options.running_mean {
        running.try_mul_(keep)?.try_add_(mean.try_reshape_to(running.shape())? * options.momentum)?;
    }
    if let Some(running) = &options.running_var {
        let centred = x - mean;
        let unbiased = T::of(count as f64 / (count as f64 - 1.0));
        let variance = (&centred * &centred).try_mean_dim(&dims[..], true)? * unbiased;
        running.try_mul_(keep)?.try_add_(variance.try_reshape_to(running.shape())? * options.momentum)?;
    }
    Ok(())
}
