//! Limited-memory BFGS.

use super::algorithm::{Objective, expect_len, lr_and_momentum};
use super::{Algorithm, OptimError, Scalar, Settings, State};
pub use history::{History, Pair};
use vector::{axpy, dot, max_abs, sum_abs};

mod history;
mod line_search;
mod vector;

/// The limited-memory quasi-Newton method of Broyden, Fletcher, Goldfarb and Shanno: `torch.optim.LBFGS`.
///
/// It evaluates the objective itself, several times per step, and so needs `step_with`. Scalars of the search are `f64`.
///
/// Source: Nocedal and Wright, "Numerical Optimization" (2006), algorithms 7.4 and 7.5; the stopping rules are
/// PyTorch's, which follow Schmidt's minFunc.
#[doc(alias = "LBFGS")]
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(default, deny_unknown_fields))]
pub struct Lbfgs {
    /// The step length, or the first one that the line search tries.
    pub lr: f64,
    /// The largest number of iterations per step.
    pub max_iter: usize,
    /// The number of evaluations after which a step ends; `None` for `max_iter · 5 / 4`.
    pub max_eval: Option<usize>,
    /// A step ends when no entry of the gradient is larger.
    pub tolerance_grad: f64,
    /// A step ends when neither the parameters nor the objective change more.
    pub tolerance_change: f64,
    /// How many pairs of steps and gradient changes are remembered.
    pub history_size: usize,
    /// The line search; `None` takes the step length as it is.
    pub line_search_fn: Option<LineSearch>,
    /// Ascends instead of descending.
    pub maximize: bool,
}

/// How [`Lbfgs`] finds its step length.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
pub enum LineSearch {
    /// Until the strong Wolfe conditions hold.
    StrongWolfe,
}

impl Default for Lbfgs {
    fn default() -> Self {
        Self {
            lr: 1.0,
            max_iter: 20,
            max_eval: None,
            tolerance_grad: 1e-7,
            tolerance_change: 1e-9,
            history_size: 100,
            line_search_fn: None,
            maximize: false,
        }
    }
}

/// The state of [`Lbfgs`], for all parameters together.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct LbfgsState<T> {
    /// Evaluations so far.
    pub func_evals: usize,
    /// Iterations so far.
    pub n_iter: usize,
    /// What the last iteration leaves to the next; `None` before the first.
    pub last: Option<LastIteration<T>>,
}

/// What one iteration of [`Lbfgs`] leaves to the next.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct LastIteration<T> {
    /// The direction.
    pub d: Vec<T>,
    /// The step length.
    pub t: f64,
    /// The curvature seen so far.
    pub history: History<T>,
    /// The gradient where the direction was taken.
    pub prev_flat_grad: Vec<T>,
    /// The objective there.
    pub prev_loss: f64,
}

impl Settings for Lbfgs {
    const NAME: &'static str = "LBFGS";

    /// Like PyTorch, any finite or infinite learning rate is accepted; NaN is not.
    fn validate(&self) -> Result<(), OptimError> {
        super::error::require(!self.lr.is_nan(), || format!("Invalid learning rate: {}", super::error::py(self.lr)))
    }

    lr_and_momentum!();
}

impl<T: Scalar> Algorithm<T> for Lbfgs {
    type State = LbfgsState<T>;

    const EVALUATES: bool = true;

    fn init(&self, _shape: &[usize]) -> LbfgsState<T> {
        LbfgsState { func_evals: 0, n_iter: 0, last: None }
    }

    fn update(&self, _: &mut LbfgsState<T>, _: &mut [T], _: &[T], _: &[usize]) {
        unreachable!("an algorithm that evaluates the objective steps through `search`")
    }

    fn search(&self, state: &mut LbfgsState<T>, objective: &mut dyn Objective<T>) -> T {
        let mut walk = Walk::begin(self, state, objective);
        let first_loss = walk.first_loss;
        if max_abs(&walk.gradient) <= self.tolerance_grad {
            return first_loss;
        }
        let max_eval = self.max_eval.unwrap_or(self.max_iter * 5 / 4);
        for iteration in 1..=self.max_iter {
            let Some(optimal) = walk.iterate(iteration) else { break };
            // What ends a step, in PyTorch's order: exhausted, optimal, or no longer moving.
            let exhausted = iteration == self.max_iter || walk.evaluations >= max_eval;
            if exhausted || optimal || walk.stalled() {
                break;
            }
        }
        first_loss
    }
}

/// One step: a sequence of iterations from one point.
struct Walk<'a, T> {
    settings: &'a Lbfgs,
    state: &'a mut LbfgsState<T>,
    objective: &'a mut dyn Objective<T>,
    /// The parameters.
    x: Vec<T>,
    /// The objective at `x` as it is minimised: negated to maximise.
    loss: f64,
    /// Its gradient.
    gradient: Vec<T>,
    first_loss: T,
    evaluations: usize,
}

impl<'a, T: Scalar> Walk<'a, T> {
    fn begin(settings: &'a Lbfgs, state: &'a mut LbfgsState<T>, objective: &'a mut dyn Objective<T>) -> Self {
        let mut x = vec![T::ZERO; objective.numel()];
        objective.read(&mut x);
        let mut gradient = x.clone();
        let first_loss = objective.evaluate(&mut gradient);
        let loss = minimized(settings, first_loss, &mut gradient);
        state.func_evals += 1;
        Self { settings, state, objective, x, loss, gradient, first_loss, evaluations: 1 }
    }

    /// One direction and one step along it. `None` when the direction does not descend; else whether the new gradient is
    /// small enough.
    fn iterate(&mut self, iteration: usize) -> Option<bool> {
        let settings = self.settings;
        self.state.n_iter += 1;
        let first = self.state.n_iter == 1;
        let (d, history) = self.direction();

        let t = if first { (1.0 / sum_abs(&self.gradient)).min(1.0) * settings.lr } else { settings.lr };
        let slope = dot(&self.gradient, &d);
        let last = LastIteration { d, t, history, prev_flat_grad: self.gradient.clone(), prev_loss: self.loss };
        let last = self.state.last.insert(last);
        if slope > -settings.tolerance_change {
            return None;
        }

        let mut optimal = false;
        let evaluations = match settings.line_search_fn {
            Some(LineSearch::StrongWolfe) => {
                let (x, objective) = (&self.x, &mut *self.objective);
                let start = line_search::Start { t: last.t, loss: self.loss, gradient: &self.gradient, slope };
                let mut along = |t: f64| {
                    let mut trial = x.clone();
                    axpy(t, &last.d, &mut trial);
                    objective.write(&trial);
                    let mut gradient = trial;
                    let loss = objective.evaluate(&mut gradient);
                    (minimized(settings, loss, &mut gradient), gradient)
                };
                let found = line_search::strong_wolfe(&mut along, start, &last.d);
                (last.t, self.loss, self.gradient) = (found.t, found.loss, found.gradient);
                axpy(last.t, &last.d, &mut self.x);
                self.objective.write(&self.x);
                optimal = max_abs(&self.gradient) <= settings.tolerance_grad;
                found.evaluations
            }
            None => {
                axpy(last.t, &last.d, &mut self.x);
                self.objective.write(&self.x);
                // After the last iteration nobody asks for the value: in a stochastic setting the next step
                // evaluates another objective anyway.
                if iteration == settings.max_iter {
                    0
                } else {
                    let loss = self.objective.evaluate(&mut self.gradient);
                    self.loss = minimized(settings, loss, &mut self.gradient);
                    optimal = max_abs(&self.gradient) <= settings.tolerance_grad;
                    1
                }
            }
        };
        self.evaluations += evaluations;
        self.state.func_evals += evaluations;
        Some(optimal)
    }

    /// The quasi-Newton direction; steepest descent at first.
    fn direction(&mut self) -> (Vec<T>, History<T>) {
        let Some(LastIteration { d, t, mut history, prev_flat_grad, .. }) = self.state.last.take() else {
            return (self.gradient.iter().map(|&g| -g).collect(), History::new());
        };
        let y: Vec<T> = self.gradient.iter().zip(&prev_flat_grad).map(|(&g, &before)| g - before).collect();
        let t = T::from_f64(t);
        let s: Vec<T> = d.iter().map(|&d| d * t).collect();
        history.push(y, s, self.settings.history_size);
        (history.direction(&self.gradient), history)
    }

    /// Whether the last iteration changed neither the parameters nor the objective.
    fn stalled(&self) -> bool {
        let tolerance = self.settings.tolerance_change;
        self.state.last.as_ref().is_some_and(|last| {
            let t = T::from_f64(last.t);
            let moved = last.d.iter().fold(0.0, |max: f64, &d| max.max((d * t).abs().to_f64()));
            moved <= tolerance || (self.loss - last.prev_loss).abs() < tolerance
        })
    }
}

/// The loss to be minimised, with its gradient: both negated to maximise.
fn minimized<T: Scalar>(settings: &Lbfgs, loss: T, gradient: &mut [T]) -> f64 {
    if !settings.maximize {
        return loss.to_f64();
    }
    gradient.iter_mut().for_each(|g| *g = -*g);
    -loss.to_f64()
}

impl<T: Scalar> State<T> for LbfgsState<T> {
    fn scalars(&self) -> Vec<(&'static str, f64)> {
        let mut scalars = vec![("func_evals", self.func_evals as f64), ("n_iter", self.n_iter as f64)];
        if let Some(last) = &self.last {
            scalars.extend([("t", last.t), ("H_diag", last.history.scale), ("prev_loss", last.prev_loss)]);
        }
        scalars
    }

    fn buffers(&self) -> Vec<(&'static str, &[T])> {
        let last = self.last.iter();
        last.flat_map(|last| [("d", last.d.as_slice()), ("prev_flat_grad", &last.prev_flat_grad)]).collect()
    }

    fn check(&self, shape: &[usize]) -> Result<(), String> {
        let numel: usize = shape.iter().product();
        for (name, buffer) in self.buffers() {
            expect_len(name, buffer.len(), numel)?;
        }
        self.last.as_ref().map_or(Ok(()), |last| last.history.check(numel))
    }
}
