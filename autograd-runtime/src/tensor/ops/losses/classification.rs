//! Scores of classes. Classes lie along dimension 1, or 0 where there is only one dimension.

use super::super::super::element::Element;
use super::super::super::error::{Result, TensorError};
use super::super::super::graph::node::{Call, Cotangents};
use super::super::super::graph::record::{Backward, one, record};
use super::super::super::handle::Tensor;
use super::super::super::shape::{Sizes, list};
use super::reduction::Reduction;
use std::sync::Arc;

/// Arguments of [`Tensor::cross_entropy_with`] and [`Tensor::nll_loss_with`].
#[derive(Clone, Debug)]
pub struct CrossEntropy<T: Element> {
    /// A constant weight per class.
    pub weight: Option<Tensor<T>>,
    /// Targets with this class count for nothing.
    pub ignore_index: i64,
    /// The part of each target that is spread evenly over all classes ([`Tensor::nll_loss_with`] has no use for it).
    pub label_smoothing: T,
    /// What is returned.
    pub reduction: Reduction,
}

impl<T: Element> Default for CrossEntropy<T> {
    fn default() -> Self {
        Self { weight: None, ignore_index: -100, label_smoothing: T::zero(), reduction: Reduction::Mean }
    }
}

/// What the scores are compared with: the class of each example, or probabilities of all classes.
pub trait ClassTarget<T: Element> {
    /// The loss of these scores.
    ///
    /// # Errors
    ///
    /// When shapes or classes do not fit.
    #[doc(hidden)]
    #[track_caller]
    fn cross_entropy(self, scores: &Tensor<T>, options: &CrossEntropy<T>) -> Result<Tensor<T>>;
}

impl<T: Element> Tensor<T> {
    fallible! {
        /// The mean of `-ln softmax(self)` at the targets: classes (`Tensor<i64>`, the input's shape without the
        /// dimension of the classes) or probabilities (the input's shape).
        pub fn cross_entropy | try_cross_entropy(&self, target: impl ClassTarget<T>) -> Tensor<T> {
            target.cross_entropy(self, &CrossEntropy::default())
        }

        /// [`cross_entropy`](Self::cross_entropy) with weights, ignored targets, label smoothing and reduction.
        pub fn cross_entropy_with | try_cross_entropy_with(
            &self, target: impl ClassTarget<T>, options: &CrossEntropy<T>,
        ) -> Tensor<T> {
            target.cross_entropy(self, options)
        }

        /// The mean of `-self` at the target classes, where `self` holds logarithms of probabilities.
        pub fn nll_loss | try_nll_loss(&self, target: &Tensor<i64>) -> Tensor<T> {
            self.try_nll_loss_with(target, &CrossEntropy::default())
        }

        /// [`nll_loss`](Self::nll_loss) with weights, ignored targets and reduction.
        pub fn nll_loss_with | try_nll_loss_with(&self, target: &Tensor<i64>, options: &CrossEntropy<T>) -> Tensor<T> {
            let picks = Picks::new(self, target, options)?;
            Ok(picks.loss(self, options.reduction))
        }
    }
}

impl<T: Element> ClassTarget<T> for &Tensor<i64> {
    /// (1 - ε)·nll + ε/C · Σ over classes of -weight·ln p
    #[track_caller]
    fn cross_entropy(self, scores: &Tensor<T>, options: &CrossEntropy<T>) -> Result<Tensor<T>> {
        let epsilon = smoothing(options)?;
        let picks = Picks::new(scores, self, options)?;
        let dim = class_dim(scores);
        let logs = scores.try_log_softmax(dim)?;
        let nll = picks.loss(&logs, options.reduction);
        if epsilon == T::zero() {
            return Ok(nll);
        }
        let classes = picks.classes;
        let smooth = weigh(-&logs, options, dim, classes)?.try_sum_dim(dim, false)?;
        let counted = smooth.gate(&super::super::super::kernel::map(self, |class| class != options.ignore_index));
        let smooth = match options.reduction {
            Reduction::None => counted,
            Reduction::Mean => counted.sum() / picks.total,
            Reduction::Sum | Reduction::BatchMean => counted.sum(),
        };
        Ok(nll * (T::one() - epsilon) + smooth * (epsilon / T::of(classes as f64)))
    }
}

impl<T: Element> ClassTarget<T> for &Tensor<T> {
    /// -Σ weight·target·ln p, with the target smoothed first
    #[track_caller]
    fn cross_entropy(self, scores: &Tensor<T>, options: &CrossEntropy<T>) -> Result<Tensor<T>> {
        let epsilon = smoothing(options)?;
        options.reduction.check()?;
        if self.shape() != scores.shape() || scores.dim() == 0 {
            return Err(TensorError::shape(format!(
                "Expected floating point type for target with class probabilities to have the input's shape {}, got {}",
                list(scores.shape()),
                list(self.shape())
            )));
        }
        let dim = class_dim(scores);
        let classes = scores.shape()[dim as usize];
        let target = match epsilon == T::zero() {
            true => self.clone(),
            false => self * (T::one() - epsilon) + epsilon / T::of(classes as f64),
        };
        let losses = weigh(scores.try_log_softmax(dim)? * target, options, dim, classes)?;
        Ok(match options.reduction {
            Reduction::None => -losses.try_sum_dim(dim, false)?,
            Reduction::Mean => -losses.sum() / T::of((scores.numel() / classes.max(1)) as f64),
            Reduction::Sum | Reduction::BatchMean => -losses.sum(),
        })
    }
}

fn smoothing<T: Element>(options: &CrossEntropy<T>) -> Result<T> {
    let epsilon = options.label_smoothing;
    if epsilon >= T::zero() && epsilon <= T::one() {
        return Ok(epsilon);
    }
    Err(TensorError::value(format!("label_smoothing must be between 0.0 and 1.0. Got: {epsilon:?}")))
}

fn class_dim<T: Element>(x: &Tensor<T>) -> isize {
    if x.dim() == 1 { 0 } else { 1 }
}

/// Multiplies by the class weights along `dim`.
fn weigh<T: Element>(x: Tensor<T>, options: &CrossEntropy<T>, dim: isize, classes: usize) -> Result<Tensor<T>> {
    let Some(weight) = &options.weight else { return Ok(x) };
    check_weight(weight, classes)?;
    let mut shape = Sizes::from_elem(1, x.dim());
    shape[dim as usize] = classes;
    Ok(x * weight.detach().try_reshape_to(&shape)?)
}

fn check_weight<T: Element>(weight: &Tensor<T>, classes: usize) -> Result<()> {
    if weight.shape() == [classes] {
        return Ok(());
    }
    Err(TensorError::shape(format!(
        "weight tensor should be defined either for all {classes} classes or no classes but got weight tensor of shape: \
         {}",
        list(weight.shape())
    )))
}

/// For each example, where its class lies in the scores and what it weighs; `None` for one that is ignored.
struct Picks<T> {
    classes: usize,
    places: Arc<[Option<(usize, T)>]>,
    examples: Sizes,
    scores: Sizes,
    /// The sum of the weights.
    total: T,
}

impl<T: Element> Clone for Picks<T> {
    fn clone(&self) -> Self {
        Self {
            classes: self.classes,
            places: Arc::clone(&self.places),
            examples: self.examples.clone(),
            scores: self.scores.clone(),
            total: self.total,
        }
    }
}

impl<T: Element> Picks<T> {
    fn new(scores: &Tensor<T>, target: &Tensor<i64>, options: &CrossEntropy<T>) -> Result<Self> {
        options.reduction.check()?;
        if scores.dim() == 0 {
            return Err(TensorError::shape("input tensor should be 1D or more: it has a dimension of classes"));
        }
        let dim = class_dim(scores) as usize;
        let classes = scores.shape()[dim];
        let mut examples = Sizes::from_slice(scores.shape());
        examples.remove(dim);
        if let (&[batch], &[targets]) = (&*examples, target.shape())
            && batch != targets
        {
            return Err(TensorError::shape(format!(
                "Expected input batch_size ({batch}) to match target batch_size ({targets}). (the input has shape {})",
                list(scores.shape())
            )));
        }
        if *target.shape() != *examples {
            return Err(TensorError::shape(format!(
                "Expected target size {}, got {} (the input has shape {})",
                list(&examples),
                list(target.shape()),
                list(scores.shape())
            )));
        }
        let weights = match &options.weight {
            Some(weight) => {
                check_weight(weight, classes)?;
                weight.to_vec()
            }
            None => vec![T::one(); classes],
        };
        // Example (n, d) of class c lies at n·C·D + c·D + d.
        let inner: usize = scores.shape()[dim + 1..].iter().product();
        let mut total = T::zero();
        let mut places = Vec::with_capacity(target.numel());
        for (i, class) in target.to_vec().into_iter().enumerate() {
            if class == options.ignore_index {
                places.push(None);
                continue;
            }
            let c = usize::try_from(class).ok().filter(|&c| c < classes).ok_or_else(|| {
                TensorError::index(format!("Target {class} is out of bounds. (there are {classes} classes)"))
            })?;
            total += weights[c];
            places.push(Some(((i / inner * classes + c) * inner + i % inner, weights[c])));
        }
        let scores = scores.shape().into();
        Ok(Self { classes, places: places.into(), examples, scores, total })
    }

    /// The losses `-weight·score`, reduced.
    #[track_caller]
    fn loss(&self, scores: &Tensor<T>, reduction: Reduction) -> Tensor<T> {
        let losses = self.values(scores);
        let sum = || losses.iter().copied().sum::<T>();
        let y = match reduction {
            Reduction::None => Tensor::owning(losses, &self.examples),
            Reduction::Mean => Tensor::lone(sum() / self.total),
            Reduction::Sum | Reduction::BatchMean => Tensor::lone(sum()),
        };
        record(y, &[scores], |_| NllLoss { picks: self.clone(), reduction })
    }

    fn values(&self, scores: &Tensor<T>) -> Vec<T> {
        let values = scores.to_vec();
        self.places.iter().map(|place| place.map_or(T::zero(), |(at, weight)| -weight * values[at])).collect()
    }

    /// -weight·score for each example
    #[track_caller]
    fn pick(&self, scores: &Tensor<T>) -> Tensor<T> {
        record(Tensor::owning(self.values(scores), &self.examples), &[scores], |_| Pick { picks: self.clone() })
    }

    /// The transpose of [`pick`](Self::pick): -weight·d at the place of each example's class, zero elsewhere.
    #[track_caller]
    fn put(&self, d: &Tensor<T>) -> Tensor<T> {
        let mut values = vec![T::zero(); self.scores.iter().product()];
        for (place, d) in self.places.iter().zip(d.to_vec()) {
            if let Some((at, weight)) = *place {
                values[at] = -weight * d;
            }
        }
        record(Tensor::owning(values, &self.scores), &[d], |_| Put { picks: self.clone() })
    }
}

struct NllLoss<T> {
    picks: Picks<T>,
    reduction: Reduction,
}

impl<T: Element> Backward<T> for NllLoss<T> {
    const NAME: &'static str = "NllLossBackward0";
    const SAVES: bool = false;

    fn name(&self) -> &'static str {
        if self.picks.scores.len() > 2 { "NllLoss2DBackward0" } else { Self::NAME }
    }

    /// d_scores = -weight·d_y at the classes, divided by the sum of the weights for the mean
    fn backward(&self, d_y: Tensor<T>, _: &Call<'_>) -> Result<Cotangents> {
        let d = match self.reduction {
            Reduction::Mean => d_y / self.picks.total,
            Reduction::None | Reduction::Sum | Reduction::BatchMean => d_y,
        };
        one(self.picks.put(&d.expand_to(&self.picks.examples)?))
    }
}

struct Pick<T> {
    picks: Picks<T>,
}

impl<T: Element> Backward<T> for Pick<T> {
    const NAME: &'static str = "NllLossBackwardBackward0";
    const SAVES: bool = false;

    /// d_scores = -weight·d_y at the classes
    fn backward(&self, d_y: Tensor<T>, _: &Call<'_>) -> Result<Cotangents> {
        one(self.picks.put(&d_y))
    }
}

struct Put<T> {
    picks: Picks<T>,
}

impl<T: Element> Backward<T> for Put<T> {
    const NAME: &'static str = "NllLossBackwardBackward0";
    const SAVES: bool = false;

    /// d_d = -weight·d_y, read at the classes
    fn backward(&self, d_y: Tensor<T>, _: &Call<'_>) -> Result<Cotangents> {
        one(self.picks.pick(&d_y))
    }
}
