//! The kinds of parameters that a run can be repeated with.

use autograd_runtime::optim::{IntoParameter, Parameter, Variable};
use autograd_runtime::tensor::Tensor;

use crate::problem::{Problem, ProblemGradient};

/// A kind of parameter: how it is made, read, and given its gradient.
pub(crate) trait Kind {
    /// Whether it can hold this many entries.
    fn fits(len: usize) -> bool;
    /// The parameter at the start, in the shape that the problem needs.
    fn new(x0: &[f64], problem: &Problem) -> Self;
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
            fn new(x0: &[f64], _: &Problem) -> Self {
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

/// Tensor leaves: the problem is recorded and the gradient is what `backward` leaves.
impl Kind for Tensor<f64> {
    fn fits(_: usize) -> bool {
        true
    }
    fn new(x0: &[f64], problem: &Problem) -> Self {
        Tensor::from_vec(x0.to_vec(), problem.shape(x0.len())).requires_grad_(true)
    }
    fn parameter(&self) -> Box<dyn Parameter<f64>> {
        self.into_parameter()
    }
    fn values(&self) -> Vec<f64> {
        self.to_vec()
    }
    fn backward(&self, problem: &Problem, step: usize) -> f64 {
        let loss = problem.record(self, step);
        loss.backward();
        loss.item()
    }
}

/// A tensor leaf whose elements lie apart, in every third place of a storage from the second on.
pub(crate) struct Strided {
    storage: Tensor<f64>,
    leaf: Tensor<f64>,
}

impl Strided {
    /// What lies between the elements.
    const GAP: f64 = 7.0;

    /// Whether what lies between the elements is as it was.
    pub(crate) fn gaps_are_kept(&self) -> bool {
        self.storage.to_vec().iter().enumerate().all(|(i, &x)| i % 3 == 1 || x == Self::GAP)
    }
}

impl Kind for Strided {
    fn fits(_: usize) -> bool {
        true
    }
    fn new(x0: &[f64], problem: &Problem) -> Self {
        let storage = Tensor::from_vec(x0.iter().flat_map(|&x| [Self::GAP, x, Self::GAP]).collect(), [x0.len(), 3]);
        let column = storage.narrow(1, 1, 1).detach();
        let leaf = match problem.shape(x0.len()).as_slice() {
            [_] => column.squeeze_dim(1),
            _ => column,
        };
        let leaf = leaf.detach().requires_grad_(true);
        assert!(!leaf.is_contiguous() || x0.len() < 2);
        Self { storage, leaf }
    }
    fn parameter(&self) -> Box<dyn Parameter<f64>> {
        self.leaf.parameter()
    }
    fn values(&self) -> Vec<f64> {
        assert!(self.gaps_are_kept());
        self.leaf.values()
    }
    fn backward(&self, problem: &Problem, step: usize) -> f64 {
        Kind::backward(&self.leaf, problem, step)
    }
}
