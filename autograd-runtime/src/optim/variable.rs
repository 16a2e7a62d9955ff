//! A plain Rust value with room for its gradient.

use std::fmt;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use super::parameter::check_gradient;
use super::value::{assign, flatten, with_flat, with_flat_mut};
use super::{Gradient, IntoParameter, OptimError, Parameter, Value};

/// A shared handle to a plain Rust value and its gradient: what an [`Optimizer`](super::Optimizer) updates when the
/// gradient comes from a `#[differentiable]` function.
///
/// Cloning the handle shares the value. The gradient is any [`Value`] of the same shape.
///
/// ```
/// use autograd_runtime::optim::{Optimizer, Sgd, Variable};
///
/// let w = Variable::new([1.0, -2.0]);
/// let mut optimizer = Optimizer::new(Sgd { lr: 0.25, ..Sgd::default() }, [&w])?;
/// for _ in 0..100 {
///     optimizer.zero_grad();
///     let [x, y] = w.get();
///     w.add_grad(&[2.0 * x, 2.0 * (y - 3.0)])?; // the gradient of x² + (y - 3)²
///     optimizer.step()?;
/// }
/// assert_eq!(w.get().map(|x: f64| x.round()), [0.0, 3.0]);
/// # Ok::<(), autograd_runtime::optim::OptimError>(())
/// ```
pub struct Variable<V: Value>(Arc<Inner<V>>);

struct Inner<V: Value> {
    name: Option<String>,
    content: Mutex<Content<V>>,
}

struct Content<V: Value> {
    value: V,
    gradient: Stored<V::Scalar>,
}

enum Stored<T> {
    Missing,
    Dense(Vec<T>),
    Sparse { rows: Vec<usize>, values: Vec<T> },
}

impl<T> Stored<T> {
    fn view(&self) -> Gradient<'_, T> {
        match self {
            Self::Missing => Gradient::Missing,
            Self::Dense(entries) => Gradient::Dense(entries),
            Self::Sparse { rows, values } => Gradient::Sparse { rows, values },
        }
    }
}

impl<V: Value> Variable<V> {
    /// A variable without a name and without a gradient.
    pub fn new(value: V) -> Self {
        Self::build(None, value)
    }

    /// A variable that errors and saved states call `name`.
    pub fn named(name: impl Into<String>, value: V) -> Self {
        Self::build(Some(name.into()), value)
    }

    fn build(name: Option<String>, value: V) -> Self {
        Self(Arc::new(Inner { name, content: Mutex::new(Content { value, gradient: Stored::Missing }) }))
    }

    /// A copy of the value.
    pub fn get(&self) -> V
    where
        V: Clone,
    {
        self.content().value.clone()
    }

    /// Calls `read` with the value, without copying it. `read` must not use this variable otherwise.
    pub fn with<R>(&self, read: impl FnOnce(&V) -> R) -> R {
        read(&self.content().value)
    }

    /// Replaces the value; the gradient is forgotten, because it belonged to the old one.
    pub fn set(&self, value: V) {
        *self.content() = Content { value, gradient: Stored::Missing };
    }

    /// Replaces the gradient.
    ///
    /// # Errors
    /// When the shapes differ; the old gradient stays.
    pub fn set_grad<G: Value<Scalar = V::Scalar> + ?Sized>(&self, gradient: &G) -> Result<(), OptimError> {
        let mut content = self.content();
        self.check_shape(&content.value, gradient)?;
        content.gradient = Stored::Dense(flatten(gradient));
        Ok(())
    }

    /// Adds to the gradient, as `backward()` does.
    ///
    /// # Errors
    /// When the shapes differ, or a sparse gradient is already there; the old gradient stays.
    pub fn add_grad<G: Value<Scalar = V::Scalar> + ?Sized>(&self, gradient: &G) -> Result<(), OptimError> {
        let mut content = self.content();
        self.check_shape(&content.value, gradient)?;
        match &mut content.gradient {
            stored @ Stored::Missing => *stored = Stored::Dense(flatten(gradient)),
            Stored::Dense(sum) => with_flat(gradient, |entries| {
                for (total, &d) in sum.iter_mut().zip(entries) {
                    *total += d;
                }
            }),
            Stored::Sparse { .. } => {
                return Err(OptimError::SparseGradient {
                    parameter: self.display_name(),
                    reason: "cannot be added to a dense one; call `zero_grad` first".into(),
                });
            }
        }
        Ok(())
    }

    /// Adds gradients of some rows (slices along the first axis); rows may repeat and are summed when they are used.
    ///
    /// # Errors
    /// When a row does not exist, `values` does not fill the rows, or a dense gradient is already there.
    pub fn add_sparse_grad(&self, rows: &[usize], values: &[V::Scalar]) -> Result<(), OptimError> {
        let mut content = self.content();
        check_gradient(&Gradient::Sparse { rows, values }, &content.value.shape(), &self.display_name())?;
        match &mut content.gradient {
            stored @ Stored::Missing => *stored = Stored::Sparse { rows: rows.to_vec(), values: values.to_vec() },
            Stored::Sparse { rows: all_rows, values: all_values } => {
                all_rows.extend_from_slice(rows);
                all_values.extend_from_slice(values);
            }
            Stored::Dense(_) => {
                return Err(OptimError::SparseGradient {
                    parameter: self.display_name(),
                    reason: "cannot be added to a dense one; call `zero_grad` first".into(),
                });
            }
        }
        Ok(())
    }

    /// The gradient as a value of the parameter's own type, or `None` when there is none.
    pub fn grad(&self) -> Option<V>
    where
        V: Clone,
    {
        let content = self.content();
        let mut gradient = content.value.clone();
        match &content.gradient {
            Stored::Missing => return None,
            Stored::Dense(entries) => assign(&mut gradient, entries),
            Stored::Sparse { rows, values } => {
                let shape = content.value.shape();
                let sum = super::SparseRows::coalesce(rows, values, super::gradient::row_width(&shape));
                assign(&mut gradient, &sum.to_dense(shape.iter().product()));
            }
        }
        Some(gradient)
    }

    /// Forgets the gradient.
    pub fn zero_grad(&self) {
        self.content().gradient = Stored::Missing;
    }

    fn check_shape<G: Value + ?Sized>(&self, value: &V, gradient: &G) -> Result<(), OptimError> {
        let (expected, found) = (value.shape(), gradient.shape());
        if expected == found {
            Ok(())
        } else {
            Err(OptimError::GradientShape { parameter: self.display_name(), expected, found })
        }
    }

    fn display_name(&self) -> String {
        self.0.name.clone().unwrap_or_else(|| "variable".into())
    }

    /// A panic in a callback leaves at worst a half-updated value, which is no reason to refuse the next use.
    fn content(&self) -> MutexGuard<'_, Content<V>> {
        self.0.content.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl<V: Value> Clone for Variable<V> {
    fn clone(&self) -> Self {
        Self(Arc::clone(&self.0))
    }
}

impl<V: Value + fmt::Debug> fmt::Debug for Variable<V> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let content = self.content();
        f.debug_struct("Variable")
            .field("name", &self.0.name)
            .field("value", &content.value)
            .field("grad", &content.gradient.view())
            .finish()
    }
}

impl<V: Value + Send> Parameter<V::Scalar> for Variable<V> {
    fn id(&self) -> usize {
        Arc::as_ptr(&self.0).addr()
    }

    fn name(&self) -> Option<String> {
        self.0.name.clone()
    }

    fn shape(&self) -> Vec<usize> {
        self.content().value.shape()
    }

    fn read(&self, visit: &mut dyn FnMut(&[V::Scalar], Gradient<'_, V::Scalar>)) {
        let content = self.content();
        with_flat(&content.value, |values| visit(values, content.gradient.view()));
    }

    fn update(&self, visit: &mut dyn FnMut(&mut [V::Scalar], Gradient<'_, V::Scalar>)) {
        let mut content = self.content();
        let Content { value, gradient } = &mut *content;
        with_flat_mut(value, |values| visit(values, gradient.view()));
    }

    fn update_gradient(&self, visit: &mut dyn FnMut(&mut [V::Scalar])) {
        match &mut self.content().gradient {
            Stored::Missing => {}
            Stored::Dense(entries) | Stored::Sparse { values: entries, .. } => visit(entries),
        }
    }

    fn zero_grad(&self) {
        Variable::zero_grad(self);
    }
}

impl<V: Value + Send + 'static> IntoParameter for Variable<V> {
    type Scalar = V::Scalar;

    fn into_parameter(self) -> Box<dyn Parameter<V::Scalar>> {
        Box::new(self)
    }
}

impl<V: Value + Send + 'static> IntoParameter for &Variable<V> {
    type Scalar = V::Scalar;

    fn into_parameter(self) -> Box<dyn Parameter<V::Scalar>> {
        Box::new(self.clone())
    }
}
