//! Names for parameters that have none of their own.

use super::{Gradient, IntoParameter, Parameter, Scalar};

/// A parameter under another name than its own.
struct Named<T: Scalar> {
    name: String,
    parameter: Box<dyn Parameter<T>>,
}

impl<T: Scalar> Parameter<T> for Named<T> {
    fn id(&self) -> usize {
        self.parameter.id()
    }

    fn name(&self) -> Option<String> {
        Some(self.name.clone())
    }

    fn shape(&self) -> Vec<usize> {
        self.parameter.shape()
    }

    fn is_leaf(&self) -> bool {
        self.parameter.is_leaf()
    }

    fn overlaps(&self) -> bool {
        self.parameter.overlaps()
    }

    fn read(&self, visit: &mut dyn FnMut(&[T], Gradient<'_, T>)) {
        self.parameter.read(visit);
    }

    fn update(&self, visit: &mut dyn FnMut(&mut [T], Gradient<'_, T>)) {
        self.parameter.update(visit);
    }

    fn update_gradient(&self, visit: &mut dyn FnMut(&mut [T])) {
        self.parameter.update_gradient(visit);
    }

    fn zero_grad(&self) {
        self.parameter.zero_grad();
    }
}

/// A parameter with the name that errors and saved states shall call it by, as `named_parameters()` lists them.
///
/// ```
/// use autograd_runtime::optim::{Adam, Optimizer, Variable};
///
/// let adam = Optimizer::new(Adam::default(), [("scale", Variable::new(1.0)), ("offset", Variable::new(0.0))])?;
/// assert_eq!(adam.state().groups[0].parameters[1].name, "offset");
/// # Ok::<(), autograd_runtime::optim::OptimError>(())
/// ```
impl<N: Into<String>, P: IntoParameter> IntoParameter for (N, P)
where
    P::Scalar: Scalar,
{
    type Scalar = P::Scalar;

    fn into_parameter(self) -> Box<dyn Parameter<P::Scalar>> {
        Box::new(Named { name: self.0.into(), parameter: self.1.into_parameter() })
    }
}
