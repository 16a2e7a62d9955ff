//! What tells one optimizer from another.

use super::{OptimError, Scalar, SparseRows};

/// The options of an optimizer: one set per parameter group.
///
/// The implementing struct has PyTorch's option names as public fields and PyTorch's defaults as `Default`.
pub trait Settings: Clone {
    /// PyTorch's name of the optimizer.
    const NAME: &'static str;

    /// Refuses options outside their range, with PyTorch's message.
    ///
    /// # Errors
    /// [`OptimError::InvalidOption`].
    fn validate(&self) -> Result<(), OptimError>;

    /// The learning rate.
    fn lr(&self) -> f64;

    /// Changes the learning rate; schedulers do.
    fn set_lr(&mut self, lr: f64);

    /// The momentum, or the first of `betas`; `None` for an optimizer with neither.
    fn momentum(&self) -> Option<f64> {
        None
    }

    /// Changes the momentum or the first of `betas`, where there is one; cyclic schedulers do.
    fn set_momentum(&mut self, momentum: f64) {
        let _ = momentum;
    }
}

/// One optimization algorithm: from values, gradient and state to new values and state, on flat slices.
///
/// The code here knows nothing of parameters, groups or tensors. State is created at a parameter's first gradient and
/// belongs to that parameter alone.
pub trait Algorithm<T: Scalar>: Settings {
    /// What is remembered for one parameter between steps.
    type State: State<T>;

    /// Whether the algorithm evaluates the objective itself, through [`search`](Algorithm::search).
    const EVALUATES: bool = false;

    /// The state before the first step of a parameter of this shape.
    fn init(&self, shape: &[usize]) -> Self::State;

    /// One step on one parameter; `gradient` is as long as `values`.
    fn update(&self, state: &mut Self::State, values: &mut [T], gradient: &[T], shape: &[usize]);

    /// One step on the rows that a sparse gradient names; called only where [`accepts`](Algorithm::accepts) lets it.
    fn update_sparse(&self, state: &mut Self::State, values: &mut [T], gradient: &SparseRows<T>, shape: &[usize]) {
        self.update(state, values, &gradient.to_dense(values.len()), shape);
    }

    /// Whether a gradient of this layout can be used; the refusal is PyTorch's message. Most algorithms are dense.
    ///
    /// # Errors
    /// The message, when it cannot.
    fn accepts(&self, layout: Layout) -> Result<(), String> {
        match layout {
            Layout::Dense => Ok(()),
            Layout::Sparse => Err(format!("{} does not support sparse gradients", Self::NAME)),
        }
    }

    /// One step on all parameters together by an algorithm that [`EVALUATES`](Algorithm::EVALUATES). Returns the
    /// objective's first value.
    fn search(&self, state: &mut Self::State, objective: &mut dyn Objective<T>) -> T {
        let _ = (state, objective);
        unreachable!("`Optimizer` calls `search` only where `EVALUATES` is true")
    }
}

/// How a gradient is stored.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Layout {
    /// Every entry.
    Dense,
    /// Some rows.
    Sparse,
}

/// All parameters of an optimizer as one vector, with the closure that evaluates the objective there.
pub trait Objective<T> {
    /// The length of the vector.
    fn numel(&self) -> usize;
    /// Copies the parameters out.
    fn read(&self, values: &mut [T]);
    /// Copies the parameters in.
    fn write(&mut self, values: &[T]);
    /// The objective's value at the parameters as they are, and its gradient (0 where a parameter has none).
    fn evaluate(&mut self, gradient: &mut [T]) -> T;
}

/// The state of one parameter, open to inspection under PyTorch's names.
pub trait State<T>: Clone {
    /// Counters and other single numbers.
    fn scalars(&self) -> Vec<(&'static str, f64)>;

    /// Moments and other buffers, flat.
    fn buffers(&self) -> Vec<(&'static str, &[T])>;

    /// Refuses buffers that cannot belong to a parameter of this shape.
    ///
    /// # Errors
    /// The reason.
    fn check(&self, shape: &[usize]) -> Result<(), String> {
        let numel: usize = shape.iter().product();
        for (name, buffer) in self.buffers() {
            expect_len(name, buffer.len(), numel)?;
        }
        Ok(())
    }
}

/// Refuses a buffer of the wrong length by name.
pub(super) fn expect_len(name: &str, found: usize, expected: usize) -> Result<(), String> {
    if found == expected {
        Ok(())
    } else {
        Err(format!("its `{name}` has {found} entries, the parameter needs {expected}"))
    }
}

/// Implements the parts of [`Settings`] that are the same everywhere: `lr`, and where the momentum is.
macro_rules! lr_and_momentum {
    () => {
        fn lr(&self) -> f64 {
            self.lr
        }
        fn set_lr(&mut self, lr: f64) {
            self.lr = lr;
        }
    };
    (momentum) => {
        lr_and_momentum!();
        fn momentum(&self) -> Option<f64> {
            Some(self.momentum)
        }
        fn set_momentum(&mut self, momentum: f64) {
            self.momentum = momentum;
        }
    };
    (betas) => {
        lr_and_momentum!();
        fn momentum(&self) -> Option<f64> {
            Some(self.betas.0)
        }
        fn set_momentum(&mut self, momentum: f64) {
            self.betas.0 = momentum;
        }
    };
}
pub(super) use lr_and_momentum;
