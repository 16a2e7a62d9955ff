//! Tensor leaves as parameters.

use super::{Gradient, IntoParameter, Parameter, Scalar};
use crate::tensor::{Element, GradSlice, Tensor};

impl<'a, T> From<GradSlice<'a, T>> for Gradient<'a, T> {
    fn from(grad: GradSlice<'a, T>) -> Self {
        match grad {
            GradSlice::Missing => Self::Missing,
            GradSlice::Dense(entries) => Self::Dense(entries),
            GradSlice::Sparse { rows, values } => Self::Sparse { rows, values },
        }
    }
}

/// A leaf is updated in its own storage, whatever its layout, so views of it and [`detach`](Tensor::detach)ed tensors see
/// the step. Its version counts one write.
///
/// ```
/// use autograd_runtime::optim::{Optimizer, Sgd};
/// use autograd_runtime::tensor::Tensor;
///
/// let w = Tensor::from_slice(&[1.0, -2.0]).requires_grad_(true);
/// let mut optimizer = Optimizer::new(Sgd { lr: 0.25, ..Sgd::default() }, [&w])?;
/// let loss = optimizer.step_with(|| {
///     let loss = (&w * &w).sum();
///     loss.backward();
///     loss.item()
/// })?;
/// assert_eq!((loss, w.to_vec()), (5.0, vec![0.5, -1.0]));
/// # Ok::<(), autograd_runtime::optim::OptimError>(())
/// ```
impl<T: Element + Scalar> Parameter<T> for Tensor<T> {
    fn id(&self) -> usize {
        self.variable()
    }

    fn shape(&self) -> Vec<usize> {
        Tensor::shape(self).to_vec()
    }

    fn is_leaf(&self) -> bool {
        Tensor::is_leaf(self)
    }

    fn overlaps(&self) -> bool {
        Tensor::overlaps(self)
    }

    fn read(&self, visit: &mut dyn FnMut(&[T], Gradient<'_, T>)) {
        self.read_with_grad(|values, grad| visit(values, grad.into()));
    }

    fn update(&self, visit: &mut dyn FnMut(&mut [T], Gradient<'_, T>)) {
        self.update_with_grad(|values, grad| visit(values, grad.into()));
    }

    fn update_gradient(&self, visit: &mut dyn FnMut(&mut [T])) {
        self.update_grad(|entries| visit(entries));
    }

    fn zero_grad(&self) {
        Tensor::zero_grad(self);
    }
}

impl<T: Element + Scalar> IntoParameter for Tensor<T> {
    type Scalar = T;

    fn into_parameter(self) -> Box<dyn Parameter<T>> {
        Box::new(self)
    }
}

impl<T: Element + Scalar> IntoParameter for &Tensor<T> {
    type Scalar = T;

    fn into_parameter(self) -> Box<dyn Parameter<T>> {
        Box::new(self.clone())
    }
}
