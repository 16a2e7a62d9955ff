//! Checks gradients against central differences.
//!
//! Several arguments are passed as a tuple. The gradient is any closure that returns one float for every float of the
//! arguments, in their order, so every companion fits:
//!
//! ```
//! use autograd_runtime::gradcheck::{Gradcheck, gradcheck};
//!
//! // These four stand for what `#[differentiable]` writes.
//! fn f(x: f64, a: &[f64]) -> f64 {
//!     x * a.iter().map(|a| a * a).sum::<f64>()
//! }
//! fn f_grad(x: f64, a: &[f64]) -> (f64, Vec<f64>) {
//!     (f(1.0, a), a.iter().map(|a| 2.0 * x * a).collect())
//! }
//! fn f_value_and_grad(x: f64, a: &[f64]) -> (f64, (f64, Vec<f64>)) {
//!     (f(x, a), f_grad(x, a))
//! }
//! fn f_backward(x: f64, a: &[f64], d_a: &mut [f64], seed: f64) -> (f64, f64) {
//!     let (d_x, d) = f_grad(x, a);
//!     (0..a.len()).for_each(|i| d_a[i] += seed * d[i]);
//!     (f(x, a), seed * d_x)
//! }
//!
//! let point = (1.5, vec![1.0, -2.0, 0.5]);
//! gradcheck(|(x, a)| f(*x, a), |(x, a)| f_grad(*x, a), &point);
//!
//! let check = Gradcheck::new().step(1e-4).relative(1e-5);
//! check.value_and_gradient(|(x, a)| f(*x, a), |(x, a)| f_value_and_grad(*x, a), &point).unwrap();
//!
//! let backward = |(x, a): &(f64, Vec<f64>), seed| {
//!     let mut d_a = vec![0.0; a.len()];
//!     let (_, d_x) = f_backward(*x, a, &mut d_a, seed);
//!     (d_x, d_a)
//! };
//! let report = check.pullback(|(x, a)| f(*x, a), backward, &point).unwrap();
//! assert_eq!(report.compared, 4);
//! ```

mod components;
mod difference;
mod report;

#[doc(hidden)]
pub use components::Derived;
pub use components::{Component, Components, Path};
pub use report::{Comparison, GradcheckError, Report};

use crate::{Differentiable, Real};
use alloc::{format, vec, vec::Vec};
use difference::{compare, floats_of, set_float};

/// Panics unless `gradient` agrees with central differences of `f` at `x`, with the default step and tolerances. The
/// message shows the worst component.
///
/// ```
/// # use autograd_runtime::gradcheck;
/// gradcheck(|x| f64::sin(*x), |x| f64::cos(*x), &0.3);
/// ```
#[track_caller]
pub fn gradcheck<X, Y, G>(f: impl FnMut(&X) -> Y, gradient: impl FnMut(&X) -> G, x: &X)
where
    X: Components + Clone,
    Y: Components + Real,
    G: Components,
{
    if let Err(error) = Gradcheck::new().gradient(f, gradient, x) {
        panic!("{error}");
    }
}

/// A gradient check with chosen step and tolerances.
///
/// An argument `x` is moved by `h = step · max(1, |x|)` to either side, and the derivative of `y` is compared with
/// `(y(x + h) - y(x - h)) / 2h`. Both are allowed to differ by `relative · max(|analytic|, |numeric|)` and, since rounding
/// errors are in proportion to `y / x`, by `absolute · max(1, |y|) / max(1, |x|)`. What is not set has a default that suits the precision: for `f64` the step is 6e-6, the tolerances are
/// 1e-8 and 1e-6; where an argument or result is `f32`, 1e-2, 1e-3 and 5e-3.
#[derive(Clone, Copy, Debug, Default)]
pub struct Gradcheck {
    step: Option<f64>,
    absolute: Option<f64>,
    relative: Option<f64>,
}

impl Gradcheck {
    /// A check with the default step and tolerances.
    pub const fn new() -> Self {
        Self { step: None, absolute: None, relative: None }
    }

    /// Moves every argument `x` by `step · max(1, |x|)`.
    pub const fn step(self, step: f64) -> Self {
        Self { step: Some(step), ..self }
    }

    /// Allows a difference of `absolute · max(1, |y|) / max(1, |x|)`.
    pub const fn absolute(self, absolute: f64) -> Self {
        Self { absolute: Some(absolute), ..self }
    }

    /// Allows a difference of `relative` times the derivative.
    pub const fn relative(self, relative: f64) -> Self {
        Self { relative: Some(relative), ..self }
    }

    /// Checks the gradient of a scalar function at `x`.
    ///
    /// # Errors
    ///
    /// [`GradcheckError::Disagreement`] if a component is wrong, [`GradcheckError::Invalid`] if the check makes no sense:
    /// nothing to check, another number of components in the gradient than in `x`, a value that is not finite, a function
    /// that returns something else when asked again, a step or tolerance out of range.
    pub fn gradient<X, Y, G>(
        &self,
        f: impl FnMut(&X) -> Y,
        mut gradient: impl FnMut(&X) -> G,
        x: &X,
    ) -> Result<Report, GradcheckError>
    where
        X: Components + Clone,
        Y: Components + Real,
        G: Components,
    {
        compare(self, f, x, vec![floats_of(&mut gradient(x))])
    }

    /// Checks a companion that returns value and gradient: the value has to be the one of `f`, exactly up to a few
    /// roundings.
    ///
    /// # Errors
    ///
    /// As for [`gradient`](Self::gradient), and [`GradcheckError::Invalid`] if the values differ.
    pub fn value_and_gradient<X, Y, G>(
        &self,
        mut f: impl FnMut(&X) -> Y,
        mut value_and_gradient: impl FnMut(&X) -> (Y, G),
        x: &X,
    ) -> Result<Report, GradcheckError>
    where
        X: Components + Clone,
        Y: Components + Real,
        G: Components,
    {
        let (value, mut gradient) = value_and_gradient(x);
        let expected = f(x);
        let (a, b) = (value.to_f64(), expected.to_f64());
        // Reassociation by simplification may cost a few roundings, not more.
        let close = (a - b).abs() <= 64.0 * Y::EPSILON.to_f64() * a.abs().max(b.abs());
        if !(a == b || close || a.is_nan() && b.is_nan()) {
            return Err(GradcheckError::Invalid(format!("the function returns {expected:?}, its companion {value:?}")));
        }
        compare(self, f, x, vec![floats_of(&mut gradient)])
    }

    /// Checks a function with any result against its pullback: for every float of the result, the pullback of the seed
    /// that is 1 there and 0 elsewhere.
    ///
    /// # Errors
    ///
    /// As for [`gradient`](Self::gradient).
    pub fn pullback<X, Y, G>(
        &self,
        mut f: impl FnMut(&X) -> Y,
        mut pullback: impl FnMut(&X, Y::Tangent) -> G,
        x: &X,
    ) -> Result<Report, GradcheckError>
    where
        X: Components + Clone,
        Y: Components + Differentiable<Tangent: Components>,
        G: Components,
    {
        let zero = f(x).zero_tangent();
        let results = floats_of(&mut zero.clone()).len();
        let rows: Vec<Vec<f64>> = (0..results)
            .map(|j| {
                let mut seed = zero.clone();
                set_float(&mut seed, j, 1.0);
                floats_of(&mut pullback(x, seed))
            })
            .collect();
        compare(self, f, x, rows)
    }
}
