//! The kinds of parameters that a run can be repeated with.

use autograd_runtime::optim::{IntoParameter, Parameter, Variable};

use crate::problem::{Problem, ProblemGradient};

/// A kind of parameter: how it is made, read, and given its gradient. Tensors are one more implementation.
pub(crate) trait Kind {
    /// Whether it can hold this many entries.
    fn fits(len: usize) -> bool;
    /// The parameter at the start.
    fn new(x0: &[f64]) -> Self;
    /// What the optimizer gets.
    fn parameter(&self) -> Box<dyn Parameter<f64>>;
    /// The values as they are.
    fn values(&self) -> Vec<f64>;
    /// Evaluates the problem at the values, leaves the gradient in the parameter and returns the loss.
    fn backward(&self, problem: &Problem, step: usize) -> f64;
}

/// Implements [`Kind`] for a variable by the two conversions between its value and a list.
macro_rules! variable_kind {
    ($value:ty, $fits:expr, $from_list:expr, $to_list:expr) => {
        impl Kind for Variable<$value> {
            fn fits(len: usize) -> bool {
                let fits: fn(usize) -> bool = $fits;
                fits(len)
            }
            fn new(x0: &[f64]) -> Self {
                let from_list: fn(&[f64]) -> $value = $from_list;
                Variable::named("x", from_list(x0))
            }
            fn parameter(&self) -> Box<dyn Parameter<f64>> {
                self.into_parameter()
            }
            fn values(&self) -> Vec<f64> {
                let to_list: fn(&$value) -> Vec<f64> = $to_list;
                self.with(to_list)
            }
            fn backward(&self, problem: &Problem, step: usize) -> f64 {
                let (loss, gradient) = problem.evaluate(&self.values(), step);
                let from_list: fn(&[f64]) -> $value = $from_list;
                match gradient {
                    ProblemGradient::Dense(gradient) => self.add_grad(&from_list(&gradient)),
                    ProblemGradient::Sparse { rows, values } => self.add_sparse_grad(&rows, &values),
                }
                .unwrap_or_else(|error| panic!("{error}"));
                loss
            }
        }
    };
}

/// A fixed-size list of three, which every problem in the repository's file has.
fn three(x: &[f64]) -> [f64; 3] {
    x.try_into().unwrap_or_else(|_| panic!("a fixed-size kind needs 3 entries, not {}", x.len()))
}

variable_kind!(Vec<f64>, |_| true, |x| x.to_vec(), |x| x.clone());
variable_kind!([f64; 3], |len| len == 3, three, |x| x.to_vec());
variable_kind!(
    (f64, [f64; 2]),
    |len| len == 3,
    |x| {
        let [a, b, c] = three(x);
        (a, [b, c])
    },
    |&(a, [b, c])| vec![a, b, c]
);
#[cfg(feature = "nalgebra")]
variable_kind!(nalgebra::Vector3<f64>, |len| len == 3, |x| three(x).into(), |x| x.as_slice().to_vec());
#[cfg(feature = "nalgebra")]
variable_kind!(nalgebra::DVector<f64>, |_| true, |x| nalgebra::DVector::from_column_slice(x), |x| x
    .as_slice()
    .to_vec());
