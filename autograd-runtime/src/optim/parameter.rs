//! How an optimizer sees what it optimizes.

use super::{Gradient, OptimError, Scalar};

/// A shared handle to something an optimizer updates: a [`Variable`](super::Variable) holding a plain Rust value, or a
/// tensor leaf.
///
/// The optimizer keeps a clone of the handle and the program keeps another, so every method takes `&self`; an
/// implementation brings its own interior mutability. Values and gradients are presented as slices in the order of
/// [`shape`](Parameter::shape), last axis contiguous; storage with other strides is gathered before the call and
/// scattered after it.
///
/// # What an implementation promises
///
/// - `read` and `update` call `visit` exactly once, with as many values as the product of `shape`, and with a dense
///   gradient of the same length or a sparse one whose rows are below `shape[0]`.
/// - `update` records nothing on a graph (it runs as under `no_grad`) and marks the values as changed where versions are
///   kept.
/// - The callbacks never touch another parameter, so a lock held around them cannot deadlock.
pub trait Parameter<T: Scalar>: Send {
    /// A number shared by all handles to the same storage and by no other parameter alive.
    fn id(&self) -> usize;

    /// The name under which errors and saved states speak of it, if it has one.
    fn name(&self) -> Option<String> {
        None
    }

    /// The sizes along each axis; `[]` for a scalar.
    fn shape(&self) -> Vec<usize>;

    /// Whether it may be optimized at all: `false` for a tensor that is the result of an operation.
    fn is_leaf(&self) -> bool {
        true
    }

    /// Whether several entries share one place in memory, so that none can be updated by itself.
    fn overlaps(&self) -> bool {
        false
    }

    /// Shows values and gradient without changing them.
    fn read(&self, visit: &mut dyn FnMut(&[T], Gradient<'_, T>));

    /// Shows values and gradient for an in-place update of the values.
    fn update(&self, visit: &mut dyn FnMut(&mut [T], Gradient<'_, T>));

    /// Shows the stored entries of the gradient, dense or sparse, for clipping. Not called back when there is none.
    fn update_gradient(&self, visit: &mut dyn FnMut(&mut [T]));

    /// Forgets the gradient, so that the parameter is skipped until it has a new one (`set_to_none=True`).
    fn zero_grad(&self);
}

/// Anything that can be handed to an optimizer as a parameter: handles and references to handles.
pub trait IntoParameter {
    /// The parameter's float type.
    type Scalar: Scalar;

    /// The handle that the optimizer keeps.
    fn into_parameter(self) -> Box<dyn Parameter<Self::Scalar>>;
}

impl<T: Scalar> IntoParameter for Box<dyn Parameter<T>> {
    type Scalar = T;

    fn into_parameter(self) -> Box<dyn Parameter<T>> {
        self
    }
}

/// The parameter's own name, or its place: `group 0, parameter 2`.
pub(super) fn display_name<T: Scalar>(parameter: &dyn Parameter<T>, group: usize, index: usize) -> String {
    parameter.name().unwrap_or_else(|| format!("group {group}, parameter {index}"))
}

/// Refuses a gradient that does not fit its parameter, before any parameter of the step is touched.
pub(super) fn check_gradient<T>(gradient: &Gradient<'_, T>, shape: &[usize], name: &str) -> Result<(), OptimError> {
    let numel: usize = shape.iter().product();
    match gradient {
        Gradient::Missing => Ok(()),
        Gradient::Dense(entries) if entries.len() == numel => Ok(()),
        Gradient::Dense(entries) => Err(OptimError::GradientShape {
            parameter: name.into(),
            expected: shape.to_vec(),
            found: vec![entries.len()],
        }),
        Gradient::Sparse { rows, values } => {
            let refuse = |reason: String| Err(OptimError::SparseGradient { parameter: name.into(), reason });
            let Some(&height) = shape.first() else {
                return refuse("belongs to a scalar, which has no rows".into());
            };
            let width = super::gradient::row_width(shape);
            if let Some(row) = rows.iter().find(|&&row| row >= height) {
                return refuse(format!("names row {row} of {height}"));
            }
            if values.len() != rows.len() * width {
                return refuse(format!(
                    "has {} values for {} rows of {width} (parameter shape {shape:?})",
                    values.len(),
                    rows.len()
                ));
            }
            Ok(())
        }
    }
}
