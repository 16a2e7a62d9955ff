//! Whether operations are recorded: a switch per thread, moved by guards that put it back even when a panic passes.

use std::cell::Cell;
use std::marker::PhantomData;

thread_local! {
    static ENABLED: Cell<bool> = const { Cell::new(true) };
}

/// Whether operations on tensors that require a gradient are recorded on this thread.
#[inline]
pub fn is_grad_enabled() -> bool {
    ENABLED.get()
}

/// Runs `f` without recording. Nests with [`enable_grad`]; the mode is restored when `f` panics.
///
/// ```
/// use autograd_runtime::tensor::{Tensor, no_grad};
///
/// let x = Tensor::from_slice(&[1.0, 2.0]).requires_grad_(true);
/// let y = no_grad(|| &x * 2.0);
/// assert!(!y.requires_grad());
/// ```
pub fn no_grad<R>(f: impl FnOnce() -> R) -> R {
    let _guard = set_grad_enabled(false);
    f()
}

/// Runs `f` with recording on, also inside [`no_grad`].
pub fn enable_grad<R>(f: impl FnOnce() -> R) -> R {
    let _guard = set_grad_enabled(true);
    f()
}

/// Turns recording on or off until the guard is dropped.
#[must_use = "the mode goes back as soon as the guard is dropped"]
pub fn set_grad_enabled(enabled: bool) -> GradModeGuard {
    GradModeGuard { before: ENABLED.replace(enabled), thread: PhantomData }
}

/// Puts the mode back when dropped. It stays on its thread.
pub struct GradModeGuard {
    before: bool,
    thread: PhantomData<*const ()>,
}

impl Drop for GradModeGuard {
    fn drop(&mut self) {
        ENABLED.set(self.before);
    }
}
