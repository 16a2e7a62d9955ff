//! Losses of pairs and triplets of vectors, and the distances they rest on.

use super::super::super::element::Element;
use super::super::super::error::Result;
use super::super::super::handle::Tensor;
use super::super::super::kernel;
use super::reduction::Reduction;

/// Arguments of [`Tensor::triplet_margin_loss`].
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct TripletMargin<T> {
    /// By how much the negative should be farther away than the positive.
    pub margin: T,
    /// The power of the distance.
    pub p: T,
    /// What is added to the differences.
    pub eps: T,
    /// Whether the distance of positive and negative may stand for that of anchor and negative.
    pub swap: bool,
    /// What is returned.
    pub reduction: Reduction,
}

impl<T: Element> Default for TripletMargin<T> {
    fn default() -> Self {
        Self { margin: T::one(), p: T::of(2.0), eps: T::of(1e-6), swap: false, reduction: Reduction::Mean }
    }
}

impl<T: Element> Tensor<T> {
    fallible! {
        /// `self` divided by its `p`-norms along a dimension, or by `eps` where they are smaller.
        pub fn normalize | try_normalize(&self, p: T, dim: isize, eps: T) -> Tensor<T> {
            self.try_div(self.try_norm_dim(p, dim, true)?.clamp_min(eps))
        }

        /// The cosines of the angles between the vectors along a dimension; lengths below `eps` count as `eps`.
        pub fn cosine_similarity | try_cosine_similarity(&self, other: &Tensor<T>, dim: isize, eps: T) -> Tensor<T> {
            let (a, b) = (stretched(self, other)?, stretched(other, self)?);
            let product = a.try_normalize(T::of(2.0), dim, eps)? * b.try_normalize(T::of(2.0), dim, eps)?;
            product.try_sum_dim(dim, false)
        }

        /// The `p`-norms of `self - other + eps` along the last dimension, which stays with size one if `keepdim`.
        pub fn pairwise_distance | try_pairwise_distance(
            &self, other: &Tensor<T>, p: T, eps: T, keepdim: bool,
        ) -> Tensor<T> {
            (self.try_sub(other)? + eps).try_norm_dim(p, -1, keepdim)
        }

        /// `max(margin + |anchor - positive| - |anchor - negative|, 0)`, where `self` holds the anchors.
        pub fn triplet_margin_loss | try_triplet_margin_loss(
            &self, positive: &Tensor<T>, negative: &Tensor<T>, options: TripletMargin<T>,
        ) -> Tensor<T> {
            options.reduction.check()?;
            let distance = |a: &Self, b: &Self| a.try_pairwise_distance(b, options.p, options.eps, false);
            let near = distance(self, positive)?;
            let mut far = distance(self, negative)?;
            if options.swap {
                far = far.try_minimum(distance(positive, negative)?)?;
            }
            Ok(options.reduction.apply((near.try_sub(far)? + options.margin).clamp_min(T::zero())))
        }

        /// `self` where the target is 1 and `max(margin - self, 0)` where it is -1; both where it is neither.
        pub fn hinge_embedding_loss | try_hinge_embedding_loss(
            &self, target: &Tensor<T>, margin: T, reduction: Reduction,
        ) -> Tensor<T> {
            reduction.check()?;
            let apart = self.rsub(margin).clamp_min(T::zero());
            let (x, apart) = (stretched(self, target)?, stretched(&apart, target)?);
            let apart = apart.gate(&kernel::map(target, |t| t != T::one()));
            Ok(reduction.apply(apart + x.gate(&kernel::map(target, |t| t != -T::one()))))
        }

        /// `max(-target·(self - other) + margin, 0)`: the target says with 1 or -1 which of the two should be larger.
        pub fn margin_ranking_loss | try_margin_ranking_loss(
            &self, other: &Tensor<T>, target: &Tensor<T>, margin: T, reduction: Reduction,
        ) -> Tensor<T> {
            reduction.check()?;
            let behind = (-target).try_mul(self.try_sub(other)?)? + margin;
            Ok(reduction.apply(behind.clamp_min(T::zero())))
        }

        /// `1 - cos` where the target is 1 and `max(cos - margin, 0)` where it is -1, with the cosine of the angle
        /// between the vectors along the last dimension.
        pub fn cosine_embedding_loss | try_cosine_embedding_loss(
            &self, other: &Tensor<T>, target: &Tensor<T>, margin: T, reduction: Reduction,
        ) -> Tensor<T> {
            reduction.check()?;
            let cos = self.try_cosine_similarity(other, -1, T::of(1e-8))?;
            let (near, far) = (cos.rsub(T::one()), (cos - margin).clamp_min(T::zero()));
            let (near, far) = (stretched(&near, target)?, stretched(&far, target)?);
            let near = near.gate(&kernel::map(target, |t| t == T::one()));
            Ok(reduction.apply(near + far.gate(&kernel::map(target, |t| t == -T::one()))))
        }

        /// `ln(1 + e^(-target·self))`
        pub fn soft_margin_loss | try_soft_margin_loss(&self, target: &Tensor<T>, reduction: Reduction) -> Tensor<T> {
            reduction.check()?;
            Ok(reduction.apply(-target.try_mul(self)?.logsigmoid()))
        }
    }
}

/// `x` under the shape it has together with `other`.
#[track_caller]
fn stretched<T: Element>(x: &Tensor<T>, other: &Tensor<T>) -> Result<Tensor<T>> {
    x.expand_to(&super::super::super::shape::broadcast(x.shape(), other.shape())?)
}
