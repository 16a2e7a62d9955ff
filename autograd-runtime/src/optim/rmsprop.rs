//! RMSprop.

use super::algorithm::lr_and_momentum;
use super::options::{Slope, check_eps, check_lr, check_not_negative};
use super::{Algorithm, OptimError, Scalar, Settings, State};

/// Steps divided by the root of a running mean square, centered or with momentum on request: `torch.optim.RMSprop`.
///
/// Source: Hinton, lecture 6e of "Neural Networks for Machine Learning" (2012); centered by Graves, "Generating
/// Sequences With Recurrent Neural Networks" (2013).
#[doc(alias = "RMSprop")]
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(default, deny_unknown_fields))]
pub struct RmsProp {
    /// The learning rate.
    pub lr: f64,
    /// The decay rate of the running means.
    pub alpha: f64,
    /// Added to the denominator.
    pub eps: f64,
    /// The factor of an L2 penalty.
    pub weight_decay: f64,
    /// How much of the last step is kept; 0 keeps no buffer.
    pub momentum: f64,
    /// Divides by the standard deviation instead of the root mean square.
    pub centered: bool,
    /// Ascends instead of descending.
    pub maximize: bool,
}

impl Default for RmsProp {
    fn default() -> Self {
        Self { lr: 1e-2, alpha: 0.99, eps: 1e-8, weight_decay: 0.0, momentum: 0.0, centered: false, maximize: false }
    }
}

/// The state of [`RmsProp`].
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct RmsPropState<T> {
    /// Steps taken.
    pub step: u64,
    /// The running mean of squared gradients.
    pub square_avg: Vec<T>,
    /// The decaying sum of scaled gradients, with momentum.
    pub momentum_buffer: Option<Vec<T>>,
    /// The running mean of the gradient, when centered.
    pub grad_avg: Option<Vec<T>>,
}

impl Settings for RmsProp {
    const NAME: &'static str = "RMSprop";

    fn validate(&self) -> Result<(), OptimError> {
        check_lr(self.lr)?;
        check_eps(self.eps)?;
        check_not_negative("momentum", self.momentum)?;
        check_not_negative("weight_decay", self.weight_decay)?;
        check_not_negative("alpha", self.alpha)
    }

    lr_and_momentum!(momentum);
}

impl<T: Scalar> Algorithm<T> for RmsProp {
    type State = RmsPropState<T>;

    fn init(&self, shape: &[usize]) -> RmsPropState<T> {
        let square_avg = vec![T::ZERO; shape.iter().product()];
        RmsPropState { step: 0, square_avg, momentum_buffer: None, grad_avg: None }
    }

    /// ```text
    /// v ← α v + (1 - α) g²
    /// c ← α c + (1 - α) g                     centered
    /// r = g / (√(v - c²) + ε)                 c = 0 where not centered
    /// b ← momentum b + r,   x ← x - lr b      with momentum
    /// x ← x - lr r                            otherwise
    /// ```
    fn update(&self, state: &mut RmsPropState<T>, values: &mut [T], gradient: &[T], _shape: &[usize]) {
        state.step += 1;
        let slope = Slope::new(self.maximize, self.weight_decay);
        let (keep, fresh) = (T::from_f64(self.alpha), T::from_f64(1.0 - self.alpha));
        let (lr, eps, momentum) = (T::from_f64(self.lr), T::from_f64(self.eps), T::from_f64(self.momentum));
        // Buffers that an option asks for start from zero whenever it is switched on.
        let zeros = || vec![T::ZERO; gradient.len()];

        let mix = |x: T, d_x: T, v: &mut T| {
            let g = slope.at(d_x, x);
            *v = *v * keep + fresh * g * g;
            g
        };
        let center = |v: T, g: T, c: &mut T| {
            *c = c.lerp(g, fresh);
            v - *c * *c
        };
        let roll = |x: &mut T, g: T, variance: T, b: &mut T| {
            *b = *b * momentum + g / (variance.sqrt() + eps);
            *x -= lr * *b;
        };
        let step = |x: &mut T, g: T, variance: T| *x -= lr * g / (variance.sqrt() + eps);
        let entries = values.iter_mut().zip(gradient).zip(&mut state.square_avg);
        match (self.centered, self.momentum > 0.0) {
            (false, false) => {
                for ((x, &d_x), v) in entries {
                    let g = mix(*x, d_x, v);
                    step(x, g, *v);
                }
            }
            (false, true) => {
                for (((x, &d_x), v), b) in entries.zip(state.momentum_buffer.get_or_insert_with(zeros)) {
                    let g = mix(*x, d_x, v);
                    roll(x, g, *v, b);
                }
            }
            (true, false) => {
                for (((x, &d_x), v), c) in entries.zip(state.grad_avg.get_or_insert_with(zeros)) {
                    let g = mix(*x, d_x, v);
                    step(x, g, center(*v, g, c));
                }
            }
            (true, true) => {
                let buffers = state.grad_avg.get_or_insert_with(zeros).iter_mut();
                let buffers = buffers.zip(state.momentum_buffer.get_or_insert_with(zeros));
                for (((x, &d_x), v), (c, b)) in entries.zip(buffers) {
                    let g = mix(*x, d_x, v);
                    roll(x, g, center(*v, g, c), b);
                }
            }
        }
    }
}

impl<T: Scalar> State<T> for RmsPropState<T> {
    fn scalars(&self) -> Vec<(&'static str, f64)> {
        vec![("step", self.step as f64)]
    }
    fn buffers(&self) -> Vec<(&'static str, &[T])> {
        let mut buffers = vec![("square_avg", self.square_avg.as_slice())];
        buffers.extend(self.momentum_buffer.iter().map(|buffer| ("momentum_buffer", buffer.as_slice())));
        buffers.extend(self.grad_avg.iter().map(|buffer| ("grad_avg", buffer.as_slice())));
        buffers
    }
}
