//! Resilient backpropagation.

use super::algorithm::lr_and_momentum;
use super::error::{py, require};
use super::options::check_lr;
use super::{Algorithm, OptimError, Scalar, Settings, State};

/// Step sizes per entry that grow while the gradient keeps its sign and shrink when it flips: `torch.optim.Rprop`.
///
/// Source: Riedmiller and Braun, "A direct adaptive method for faster backpropagation learning" (1993).
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(default, deny_unknown_fields))]
pub struct Rprop {
    /// The first step size.
    pub lr: f64,
    /// The factors on a flip and on agreement.
    pub etas: (f64, f64),
    /// The smallest and the largest step size.
    pub step_sizes: (f64, f64),
    /// Ascends instead of descending.
    pub maximize: bool,
}

impl Default for Rprop {
    fn default() -> Self {
        Self { lr: 1e-2, etas: (0.5, 1.2), step_sizes: (1e-6, 50.0), maximize: false }
    }
}

/// The state of [`Rprop`].
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct RpropState<T> {
    /// Steps taken.
    pub step: u64,
    /// The last gradient, 0 where it had flipped.
    pub prev: Vec<T>,
    /// The step size of each entry.
    pub step_size: Vec<T>,
}

impl Settings for Rprop {
    const NAME: &'static str = "Rprop";

    fn validate(&self) -> Result<(), OptimError> {
        check_lr(self.lr)?;
        let (minus, plus) = self.etas;
        require(0.0 < minus && minus < 1.0 && 1.0 < plus, || format!("Invalid eta values: {}, {}", py(minus), py(plus)))
    }

    lr_and_momentum!();
}

impl<T: Scalar> Algorithm<T> for Rprop {
    type State = RpropState<T>;

    fn init(&self, shape: &[usize]) -> RpropState<T> {
        let numel = shape.iter().product();
        RpropState { step: 0, prev: vec![T::ZERO; numel], step_size: vec![T::from_f64(self.lr); numel] }
    }

    /// ```text
    /// s ← clamp(s · (η⁺ if g p > 0, η⁻ if g p < 0, else 1))
    /// g ← 0 where g p < 0
    /// x ← x - sign(g) s,   p ← g
    /// ```
    fn update(&self, state: &mut RpropState<T>, values: &mut [T], gradient: &[T], _shape: &[usize]) {
        state.step += 1;
        let (minus, plus) = (T::from_f64(self.etas.0), T::from_f64(self.etas.1));
        let (low, high) = (T::from_f64(self.step_sizes.0), T::from_f64(self.step_sizes.1));
        let memory = state.prev.iter_mut().zip(&mut state.step_size);
        for ((x, &d_x), (previous, size)) in values.iter_mut().zip(gradient).zip(memory) {
            let g = if self.maximize { -d_x } else { d_x };
            let agreement = g * *previous;
            let factor = if agreement > T::ZERO {
                plus
            } else if agreement < T::ZERO {
                minus
            } else {
                T::ONE
            };
            *size = (*size * factor).limited(low, high);
            let g = if agreement < T::ZERO { T::ZERO } else { g };
            *x -= g.sign() * *size;
            *previous = g;
        }
    }
}

impl<T: Scalar> State<T> for RpropState<T> {
    fn scalars(&self) -> Vec<(&'static str, f64)> {
        vec![("step", self.step as f64)]
    }
    fn buffers(&self) -> Vec<(&'static str, &[T])> {
        vec![("prev", &self.prev), ("step_size", &self.step_size)]
    }
}
