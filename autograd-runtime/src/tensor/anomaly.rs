//! Anomaly mode: a NaN in a gradient is reported with the forward operation it came from.

use super::element::AnyTensor;
use super::error::{ErrorKind, Result, TensorError};
use super::graph::node::NodeRef;
use std::cell::Cell;
use std::marker::PhantomData;

thread_local! {
    static ENABLED: Cell<bool> = const { Cell::new(false) };
}

/// While the guard lives, backward passes of this thread stop at the first NaN and name the operation and the line
/// of the program that called it.
///
/// ```
/// use autograd_runtime::tensor::{Tensor, detect_anomaly};
///
/// let _guard = detect_anomaly(true);
/// let x = Tensor::from_slice(&[-1.0]).requires_grad_(true);
/// let error = x.sqrt().sum().try_backward().unwrap_err();
/// assert!(error.to_string().starts_with("Function 'SqrtBackward0' returned nan values in its 0th output."));
/// ```
#[must_use = "the mode ends as soon as the guard is dropped"]
pub fn detect_anomaly(enabled: bool) -> AnomalyGuard {
    AnomalyGuard { before: ENABLED.replace(enabled), thread: PhantomData }
}

/// Ends the mode when dropped. It stays on its thread.
pub struct AnomalyGuard {
    before: bool,
    thread: PhantomData<*const ()>,
}

impl Drop for AnomalyGuard {
    fn drop(&mut self) {
        ENABLED.set(self.before);
    }
}

pub(crate) fn is_enabled() -> bool {
    ENABLED.get()
}

/// Fails where a cotangent that `node` returned holds a NaN.
pub(crate) fn check(node: &NodeRef, d_inputs: &[Option<AnyTensor>]) -> Result<()> {
    match d_inputs.iter().position(|d| d.as_ref().is_some_and(AnyTensor::has_nan)) {
        None => Ok(()),
        Some(i) => Err(TensorError::new(
            ErrorKind::Numerical,
            format!(
                "Function '{}' returned nan values in its {i}th output. The forward operation was called at {}",
                node.name(),
                node.core().location
            ),
        )),
    }
}
