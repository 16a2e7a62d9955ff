//! Adafactor: second moments of matrices kept as one row and one column.

use super::algorithm::{expect_len, lr_and_momentum};
use super::error::{py, require};
use super::{Algorithm, OptimError, Scalar, Settings, State};

/// Adaptive steps with memory proportional to rows plus columns: `torch.optim.Adafactor`.
///
/// Parameters of two and more axes are treated as stacks of matrices over the last two.
///
/// Source: Shazeer and Stern, "Adafactor: Adaptive Learning Rates with Sublinear Memory Cost" (2018), with PyTorch's use
/// of `lr` as the largest relative step and of ε₁ at the end.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(default, deny_unknown_fields))]
pub struct Adafactor {
    /// The largest relative step size, and the factor of the weight decay.
    pub lr: f64,
    /// The new gradient weighs `step^beta2_decay`.
    pub beta2_decay: f64,
    /// ε₁, the smallest root mean square of a gradient (`None`: the float type's epsilon), and ε₂, of a parameter.
    pub eps: (Option<f64>, f64),
    /// The root mean square at which an update is clipped.
    pub d: f64,
    /// The parameter shrinks by `lr · weight_decay` per step.
    pub weight_decay: f64,
    /// Ascends instead of descending.
    pub maximize: bool,
}

impl Default for Adafactor {
    fn default() -> Self {
        Self { lr: 1e-2, beta2_decay: -0.8, eps: (None, 1e-3), d: 1.0, weight_decay: 0.0, maximize: false }
    }
}

/// The state of [`Adafactor`].
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct AdafactorState<T> {
    /// Steps taken.
    pub step: u64,
    /// The running mean square of the gradient.
    pub moment: SecondMoment<T>,
}

/// The running mean square of a gradient.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub enum SecondMoment<T> {
    /// Of each entry of a scalar or vector.
    Full {
        /// As long as the parameter.
        variance: Vec<T>,
    },
    /// Of the rows and columns of each matrix.
    Factored {
        /// The mean over each row: all axes but the last.
        row_var: Vec<T>,
        /// The mean over each column: all axes but the last but one.
        col_var: Vec<T>,
    },
}

impl Settings for Adafactor {
    const NAME: &'static str = "Adafactor";

    fn validate(&self) -> Result<(), OptimError> {
        let (eps1, eps2) = self.eps;
        require(0.0 <= self.lr, || format!("Learning rate should be >= 0 but is: {}", py(self.lr)))?;
        require(0.0 >= self.beta2_decay, || format!("beta2_decay should be <= 0 but is: {}", py(self.beta2_decay)))?;
        if let Some(eps1) = eps1 {
            require(0.0 <= eps1, || format!("epsilon1 should be >= 0 but is: {}", py(eps1)))?;
        }
        require(0.0 <= eps2, || format!("epsilon2 should be >= 0 but is: {}", py(eps2)))?;
        require(1.0 <= self.d, || format!("Clipping threshold d should be >= 1 but is: {}", py(self.d)))?;
        require(0.0 <= self.weight_decay, || format!("weight_decay should be >= 0 but is: {}", py(self.weight_decay)))
    }

    lr_and_momentum!();
}

/// A parameter's shape as a stack of matrices; `None` for scalars and vectors.
#[derive(Clone, Copy)]
struct Matrices {
    count: usize,
    rows: usize,
    columns: usize,
}

impl Matrices {
    fn of(shape: &[usize]) -> Option<Self> {
        match shape {
            [] | [_] => None,
            [stack @ .., rows, columns] => Some(Self { count: stack.iter().product(), rows: *rows, columns: *columns }),
        }
    }
}

impl<T: Scalar> Algorithm<T> for Adafactor {
    type State = AdafactorState<T>;

    fn init(&self, shape: &[usize]) -> AdafactorState<T> {
        let moment = match Matrices::of(shape) {
            None => SecondMoment::Full { variance: vec![T::ZERO; shape.iter().product()] },
            Some(Matrices { count, rows, columns }) => {
                SecondMoment::Factored { row_var: vec![T::ZERO; count * rows], col_var: vec![T::ZERO; count * columns] }
            }
        };
        AdafactorState { step: 0, moment }
    }

    /// ```text
    /// α = max(ε₂, rms(x)) · min(lr, 1/√t)
    /// x ← (1 - lr weight_decay) x
    /// u = g / √max(v, ε₁²)                       v: the mean square, weighing the new one t^beta2_decay
    /// x ← x - α / max(1, rms(u) / d) · u
    /// ```
    fn update(&self, state: &mut AdafactorState<T>, values: &mut [T], gradient: &[T], shape: &[usize]) {
        if values.is_empty() {
            return;
        }
        state.step += 1;
        let fresh = T::from_f64((state.step as f64).powf(self.beta2_decay));
        let relative = self.lr.min(1.0 / (state.step as f64).sqrt());
        let alpha = rms(values).max(self.eps.1) * relative;
        let eps1 = self.eps.0.map_or(T::EPSILON, T::from_f64);
        if self.weight_decay != 0.0 {
            let shrink = T::from_f64(1.0 - self.lr * self.weight_decay);
            values.iter_mut().for_each(|x| *x *= shrink);
        }

        let mut update = estimate(&mut state.moment, gradient, shape, fresh, eps1);
        let floor = eps1 * eps1;
        for (u, &d_x) in update.iter_mut().zip(gradient) {
            let g = if self.maximize { -d_x } else { d_x };
            let variance = if *u < floor { floor } else { *u };
            *u = T::ONE / variance.sqrt() * g;
        }
        let step_size = T::from_f64(alpha / (rms(&update) / self.d).max(1.0));
        for (x, &u) in values.iter_mut().zip(&update) {
            *x -= step_size * u;
        }
    }
}

/// Takes the gradient into the running mean square and returns its estimate for every entry.
///
/// ```text
/// vector:  v ← v + w (g² - v)
/// matrix:  r ← r + w (mean over columns of g² - r),   c ← c + w (mean over rows of g² - c)
///          v = r c / max(mean(r), ε₁)
/// ```
fn estimate<T: Scalar>(moment: &mut SecondMoment<T>, gradient: &[T], shape: &[usize], fresh: T, eps1: T) -> Vec<T> {
    match (moment, Matrices::of(shape)) {
        (SecondMoment::Full { variance }, None) => {
            for (v, &g) in variance.iter_mut().zip(gradient) {
                *v = v.lerp(g * g, fresh);
            }
            variance.clone()
        }
        (SecondMoment::Factored { row_var, col_var }, Some(Matrices { rows, columns, .. })) => {
            let mut estimate = Vec::with_capacity(gradient.len());
            let factors = row_var.chunks_exact_mut(rows).zip(col_var.chunks_exact_mut(columns));
            for (matrix, (r, c)) in gradient.chunks_exact(rows * columns).zip(factors) {
                factor(matrix, r, c, fresh);
                let mean = r.iter().fold(T::ZERO, |sum, &x| sum + x) / T::from_f64(rows as f64);
                let mean = if mean < eps1 { eps1 } else { mean };
                estimate.extend(r.iter().flat_map(|&r| c.iter().map(move |&c| r * c / mean)));
            }
            estimate
        }
        (SecondMoment::Full { .. }, Some(_)) | (SecondMoment::Factored { .. }, None) => {
            unreachable!("a state is created for the parameter's shape, and loading or stepping checks it")
        }
    }
}

/// Takes one matrix into its row and column means.
fn factor<T: Scalar>(matrix: &[T], row_var: &mut [T], col_var: &mut [T], fresh: T) {
    let (rows, columns) = (row_var.len(), col_var.len());
    let mut column_sums = vec![T::ZERO; columns];
    for (row, r) in matrix.chunks_exact(columns).zip(row_var) {
        let mut sum = T::ZERO;
        for (&g, column) in row.iter().zip(&mut column_sums) {
            sum += g * g;
            *column += g * g;
        }
        *r = r.lerp(sum / T::from_f64(columns as f64), fresh);
    }
    for (c, sum) in col_var.iter_mut().zip(column_sums) {
        *c = c.lerp(sum / T::from_f64(rows as f64), fresh);
    }
}

/// The root mean square.
fn rms<T: Scalar>(values: &[T]) -> f64 {
    let norm = values.iter().fold(T::ZERO, |sum, &x| sum + x * x).sqrt();
    norm.to_f64() / (values.len() as f64).sqrt()
}

impl<T: Scalar> State<T> for AdafactorState<T> {
    fn scalars(&self) -> Vec<(&'static str, f64)> {
        vec![("step", self.step as f64)]
    }

    fn buffers(&self) -> Vec<(&'static str, &[T])> {
        match &self.moment {
            SecondMoment::Full { variance } => vec![("variance", variance)],
            SecondMoment::Factored { row_var, col_var } => vec![("row_var", row_var), ("col_var", col_var)],
        }
    }

    fn check(&self, shape: &[usize]) -> Result<(), String> {
        match (&self.moment, Matrices::of(shape)) {
            (SecondMoment::Full { variance }, None) => expect_len("variance", variance.len(), shape.iter().product()),
            (SecondMoment::Factored { row_var, col_var }, Some(Matrices { count, rows, columns })) => {
                expect_len("row_var", row_var.len(), count * rows)?;
                expect_len("col_var", col_var.len(), count * columns)
            }
            (SecondMoment::Full { .. }, Some(_)) => Err(format!(
                "it keeps a `variance` of vectors, the parameter of shape {shape:?} needs `row_var` and `col_var`"
            )),
            (SecondMoment::Factored { .. }, None) => Err(format!(
                "it keeps `row_var` and `col_var` of matrices, the parameter of shape {shape:?} needs a `variance`"
            )),
        }
    }
}
