//! Problems for the optimizers of [`argmin`](https://argmin-rs.org), from a function and its generated gradient.

use argmin::core::{CostFunction, Error, Gradient};

/// A function and its gradient, as `argmin` wants them.
///
/// ```
/// use argmin::core::{CostFunction, Gradient};
/// use autograd_runtime::argmin::Objective;
///
/// // A function with `#[differentiable]`, and what is generated for it.
/// fn square(x: &Vec<f64>) -> f64 {
///     x.iter().map(|x| x * x).sum()
/// }
/// fn square_grad(x: &Vec<f64>) -> Vec<f64> {
///     x.iter().map(|x| 2.0 * x).collect()
/// }
///
/// let problem = Objective::new(square, square_grad);
/// assert_eq!(problem.cost(&vec![3.0])?, 9.0);
/// assert_eq!(problem.gradient(&vec![3.0])?, [6.0]);
/// # Ok::<(), argmin::core::Error>(())
/// ```
///
/// Data that the function needs beside its parameters is captured: `Objective::new(|w: &Vec<f64>| loss(w, &data), |w:
/// &Vec<f64>| loss_grad(w, &data))`.
#[derive(Clone, Debug)]
pub struct Objective<P, F, G> {
    cost: F,
    gradient: G,
    params: core::marker::PhantomData<fn(&P)>,
}

impl<P, R, D, F: Fn(&P) -> R, G: Fn(&P) -> D> Objective<P, F, G> {
    /// The problem of minimizing `cost`, whose gradient is `gradient`.
    pub fn new(cost: F, gradient: G) -> Self {
        Objective { cost, gradient, params: core::marker::PhantomData }
    }
}

impl<P, R, F: Fn(&P) -> R, G> CostFunction for Objective<P, F, G> {
    type Param = P;
    type Output = R;

    fn cost(&self, param: &P) -> Result<R, Error> {
        Ok((self.cost)(param))
    }
}

impl<P, D, F, G: Fn(&P) -> D> Gradient for Objective<P, F, G> {
    type Param = P;
    type Gradient = D;

    fn gradient(&self, param: &P) -> Result<D, Error> {
        Ok((self.gradient)(param))
    }
}
