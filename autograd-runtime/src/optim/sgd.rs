//! Stochastic gradient descent with momentum.

use super::algorithm::{Layout, lr_and_momentum};
use super::error::require;
use super::options::{Slope, check_lr, check_not_negative};
use super::{Algorithm, OptimError, Scalar, Settings, SparseRows, State};

/// Stochastic gradient descent, with momentum, dampening, Nesterov's variant and weight decay: `torch.optim.SGD`.
///
/// Source: Sutskever, Martens, Dahl and Hinton, "On the importance of initialization and momentum in deep learning"
/// (2013), with the learning rate outside the momentum buffer.
#[doc(alias = "SGD")]
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(default, deny_unknown_fields))]
pub struct Sgd {
    /// The learning rate.
    pub lr: f64,
    /// How much of the last step is kept; 0 keeps no buffer.
    pub momentum: f64,
    /// How much of the new gradient is left out of the momentum.
    pub dampening: f64,
    /// The factor of an L2 penalty.
    pub weight_decay: f64,
    /// Looks ahead along the momentum.
    pub nesterov: bool,
    /// Ascends instead of descending.
    pub maximize: bool,
}

impl Default for Sgd {
    fn default() -> Self {
        Self { lr: 1e-3, momentum: 0.0, dampening: 0.0, weight_decay: 0.0, nesterov: false, maximize: false }
    }
}

/// The state of [`Sgd`]: nothing without momentum.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct SgdState<T> {
    /// The running sum of gradients; the first gradient starts it undampened.
    pub momentum_buffer: Option<Vec<T>>,
}

impl Settings for Sgd {
    const NAME: &'static str = "SGD";

    fn validate(&self) -> Result<(), OptimError> {
        check_lr(self.lr)?;
        check_not_negative("momentum", self.momentum)?;
        check_not_negative("weight_decay", self.weight_decay)?;
        require(!self.nesterov || (self.momentum > 0.0 && self.dampening == 0.0), || {
            "Nesterov momentum requires a momentum and zero dampening".into()
        })
    }

    lr_and_momentum!(momentum);
}

impl<T: Scalar> Algorithm<T> for Sgd {
    type State = SgdState<T>;

    fn init(&self, _shape: &[usize]) -> SgdState<T> {
        SgdState { momentum_buffer: None }
    }

    fn accepts(&self, layout: Layout) -> Result<(), String> {
        match layout {
            Layout::Sparse if self.weight_decay != 0.0 => {
                Err("weight_decay option is not compatible with sparse gradients".into())
            }
            Layout::Sparse | Layout::Dense => Ok(()),
        }
    }

    /// ```text
    /// b ← momentum b + (1 - dampening) g      (b = g at first)
    /// x ← x - lr (g + momentum b)             Nesterov
    /// x ← x - lr b                            otherwise
    /// ```
    fn update(&self, state: &mut SgdState<T>, values: &mut [T], gradient: &[T], _shape: &[usize]) {
        let slope = Slope::new(self.maximize, self.weight_decay);
        let (lr, momentum) = (T::from_f64(self.lr), T::from_f64(self.momentum));
        if self.momentum == 0.0 {
            for (x, &d_x) in values.iter_mut().zip(gradient) {
                *x -= lr * slope.at(d_x, *x);
            }
            return;
        }
        let Some(buffer) = &mut state.momentum_buffer else {
            let first: Vec<T> = values.iter().zip(gradient).map(|(&x, &d_x)| slope.at(d_x, x)).collect();
            for (x, &g) in values.iter_mut().zip(&first) {
                *x -= lr * if self.nesterov { g + momentum * g } else { g };
            }
            state.momentum_buffer = Some(first);
            return;
        };
        let fresh = T::from_f64(1.0 - self.dampening);
        for ((x, &d_x), b) in values.iter_mut().zip(gradient).zip(buffer) {
            let g = slope.at(d_x, *x);
            *b = *b * momentum + fresh * g;
            *x -= lr * if self.nesterov { g + momentum * *b } else { *b };
        }
    }

    /// Without momentum only the rows named are touched.
    fn update_sparse(&self, state: &mut SgdState<T>, values: &mut [T], gradient: &SparseRows<T>, shape: &[usize]) {
        if self.momentum != 0.0 {
            return self.update(state, values, &gradient.to_dense(values.len()), shape);
        }
        let (slope, lr) = (Slope::new(self.maximize, 0.0), T::from_f64(self.lr));
        for (index, d_x) in gradient.entries() {
            values[index] -= lr * slope.at(d_x, values[index]);
        }
    }
}

impl<T: Scalar> State<T> for SgdState<T> {
    fn scalars(&self) -> Vec<(&'static str, f64)> {
        Vec::new()
    }
    fn buffers(&self) -> Vec<(&'static str, &[T])> {
        self.momentum_buffer.iter().map(|buffer| ("momentum_buffer", buffer.as_slice())).collect()
    }
}
