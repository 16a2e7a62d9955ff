//! Divergences and likelihoods of distributions.

use super::super::super::element::Element;
use super::super::super::error::TensorError;
use super::super::super::handle::Tensor;
use super::super::super::kernel;
use super::super::super::mode::no_grad;
use super::super::super::shape::list;
use super::reduction::Reduction;

impl<T: Element> Tensor<T> {
    fallible! {
        /// `t·(ln t - x)`, the divergence of the target from the distribution whose logarithm is `self`. With
        /// `log_target` the target is a logarithm as well.
        pub fn kl_div | try_kl_div(&self, target: &Tensor<T>, log_target: bool, reduction: Reduction) -> Tensor<T> {
            let losses = match log_target {
                true => target.exp().try_mul(target.try_sub(self)?)?,
                false => target.try_xlogy(target)? - target.try_mul(self)?,
            };
            Ok(reduction.apply(losses))
        }

        /// `(ln var + (x - t)²/var)/2`, the negative logarithm of a normal density with mean `self`; with `full` plus
        /// `ln(2π)/2`. A variance below `eps` counts as `eps`, without an effect on its gradient.
        pub fn gaussian_nll_loss | try_gaussian_nll_loss(
            &self, target: &Tensor<T>, var: &Tensor<T>, full: bool, eps: T, reduction: Reduction,
        ) -> Tensor<T> {
            reduction.check()?;
            if var.to_vec().iter().any(|&v| v < T::zero()) {
                return Err(TensorError::value(format!(
                    "var has negative entry/entries (its shape is {})", list(var.shape())
                )));
            }
            let var = var.copy();
            no_grad(|| var.try_clamp_min_(eps))?;
            let error = self.try_sub(target)?;
            let mut losses = ((&error * &error).try_div(&var)? + var.log()) * T::of(0.5);
            if full {
                losses = losses + T::of(0.5 * (2.0 * std::f64::consts::PI).ln());
            }
            Ok(reduction.apply(losses))
        }

        /// `eˣ - t·x` for the logarithm `self` of a rate, or `x - t·ln(x + eps)` for the rate itself; with `full` plus
        /// Stirling's approximation of `ln t!` for targets above 1.
        pub fn poisson_nll_loss | try_poisson_nll_loss(
            &self, target: &Tensor<T>, log_input: bool, full: bool, eps: T, reduction: Reduction,
        ) -> Tensor<T> {
            reduction.check()?;
            let mut losses = match log_input {
                true => self.exp() - target.try_mul(self)?,
                false => self - target.try_mul((self + eps).log())?,
            };
            if full {
                // t·ln t - t + ln(2πt)/2
                let tau = T::of(2.0 * std::f64::consts::PI);
                let stirling = target.try_xlogy(target)? - target + (target * tau).log() * T::of(0.5);
                let large = kernel::map(target, |t| t > T::one());
                losses = losses + stirling.try_where_(&large, T::zero())?;
            }
            Ok(reduction.apply(losses))
        }
    }
}
