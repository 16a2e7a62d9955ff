//! What a model consists of: parameters, buffers and modules, by name.

use std::collections::HashSet;
use std::sync::Arc;

use super::{Counter, TrainingMode};
use crate::tensor::{Element, Tensor};

/// One of the things a model consists of, under its full name.
#[derive(Clone, Copy)]
pub enum Part<'a, T: Element> {
    /// What an optimizer updates.
    Parameter(&'a Tensor<T>),
    /// What is saved with the parameters and updated by the model itself, as running statistics are.
    Buffer(&'a Tensor<T>),
    /// A saved whole number.
    Counter(&'a Counter),
    /// The switch between training and evaluation. It is not saved.
    Mode(&'a TrainingMode),
}

/// Is shown the parts of a module, in order, and knows where in the model the module is.
pub struct Visitor<'v, 'a, T: Element> {
    path: String,
    found: &'v mut dyn FnMut(&str, Part<'a, T>),
}

impl<'v, 'a, T: Element> Visitor<'v, 'a, T> {
    /// Calls `found` with the full name and the part, for every part.
    pub fn new(found: &'v mut dyn FnMut(&str, Part<'a, T>)) -> Self {
        Self { path: String::new(), found }
    }

    /// Shows a parameter, or nothing for `None`: `&self.weight` and `&self.bias` of an `Option` will do.
    pub fn parameter(&mut self, name: &str, tensor: impl Into<Option<&'a Tensor<T>>>) -> &mut Self {
        match tensor.into() {
            Some(tensor) => self.part(name, Part::Parameter(tensor)),
            None => self,
        }
    }

    /// Shows a buffer.
    pub fn buffer(&mut self, name: &str, tensor: &'a Tensor<T>) -> &mut Self {
        self.part(name, Part::Buffer(tensor))
    }

    /// Shows a counter.
    pub fn counter(&mut self, name: &str, counter: &'a Counter) -> &mut Self {
        self.part(name, Part::Counter(counter))
    }

    /// Shows the switch between training and evaluation.
    pub fn mode(&mut self, mode: &'a TrainingMode) -> &mut Self {
        self.part("training", Part::Mode(mode))
    }

    /// Shows the parts of a module; their names get `name` and a dot in front.
    pub fn module(&mut self, name: &str, module: &'a (impl Module<T> + ?Sized)) -> &mut Self {
        let before = self.path.len();
        self.path.push_str(name);
        self.path.push('.');
        module.visit(self);
        self.path.truncate(before);
        self
    }

    fn part(&mut self, name: &str, part: Part<'a, T>) -> &mut Self {
        let before = self.path.len();
        self.path.push_str(name);
        (self.found)(&self.path, part);
        self.path.truncate(before);
        self
    }
}

/// A model or a part of one: something with parameters and buffers that have names.
///
/// Implementing it takes one line per field. The names are PyTorch's if the fields are called and ordered as they are
/// there.
///
/// ```
/// use autograd_runtime::nn::{Layer, LayerNorm, Linear, Module, Visitor};
/// use autograd_runtime::tensor::{Element, Tensor, TensorError};
///
/// struct Residual<T: Element> {
///     norm: LayerNorm<T>,
///     linear: Linear<T>,
///     scale: Tensor<T>,
/// }
///
/// impl<T: Element> Module<T> for Residual<T> {
///     fn visit<'a>(&'a self, visitor: &mut Visitor<'_, 'a, T>) {
///         visitor.parameter("scale", &self.scale).module("norm", &self.norm).module("linear", &self.linear);
///     }
/// }
///
/// impl<T: Element> Layer<T> for Residual<T> {
///     fn try_forward(&self, x: &Tensor<T>) -> Result<Tensor<T>, TensorError> {
///         x.try_add(self.linear.try_forward(&self.norm.try_forward(x)?)? * &self.scale)
///     }
/// }
///
/// let scale = Tensor::<f64>::full([4], 0.1).requires_grad_(true);
/// let block = Residual { norm: LayerNorm::new([4]), linear: Linear::new(4, 4), scale };
/// let names: Vec<String> = block.named_parameters().into_iter().map(|(name, _)| name).collect();
/// assert_eq!(names, ["scale", "norm.weight", "norm.bias", "linear.weight", "linear.bias"]);
/// ```
pub trait Module<T: Element>: Send + Sync {
    /// Shows every parameter, buffer, counter and module of this one.
    fn visit<'a>(&'a self, visitor: &mut Visitor<'_, 'a, T>);

    /// The parameters with their names. A tensor that is used twice is named once.
    fn named_parameters(&self) -> Vec<(String, Tensor<T>)> {
        let (mut list, mut seen) = (Vec::new(), HashSet::new());
        self.visit(&mut Visitor::new(&mut |name, part| match part {
            Part::Parameter(tensor) if seen.insert(tensor.variable()) => list.push((name.to_owned(), tensor.clone())),
            Part::Parameter(_) | Part::Buffer(_) | Part::Counter(_) | Part::Mode(_) => {}
        }));
        list
    }

    /// The parameters, which an optimizer takes as they are.
    fn parameters(&self) -> Vec<Tensor<T>> {
        self.named_parameters().into_iter().map(|(_, tensor)| tensor).collect()
    }

    /// The buffers with their names.
    fn named_buffers(&self) -> Vec<(String, Tensor<T>)> {
        let (mut list, mut seen) = (Vec::new(), HashSet::new());
        self.visit(&mut Visitor::new(&mut |name, part| match part {
            Part::Buffer(tensor) if seen.insert(tensor.variable()) => list.push((name.to_owned(), tensor.clone())),
            Part::Parameter(_) | Part::Buffer(_) | Part::Counter(_) | Part::Mode(_) => {}
        }));
        list
    }

    /// Switches to training: dropout drops, normalization uses and records the statistics of the batch.
    fn train(&self) {
        set_mode(self, true);
    }

    /// Switches to evaluation.
    fn eval(&self) {
        set_mode(self, false);
    }

    /// Stops asking for gradients of the parameters. Optimizers skip them from then on.
    ///
    /// # Panics
    /// When a parameter is the result of a recorded operation.
    #[track_caller]
    fn freeze(&self) {
        self.parameters().into_iter().for_each(|tensor| drop(tensor.requires_grad_(false)));
    }

    /// Asks for gradients of the parameters again.
    fn unfreeze(&self) {
        self.parameters().into_iter().for_each(|tensor| drop(tensor.requires_grad_(true)));
    }

    /// Forgets the gradients of the parameters.
    fn zero_grad(&self) {
        self.parameters().iter().for_each(Tensor::zero_grad);
    }
}

fn set_mode<T: Element, M: Module<T> + ?Sized>(module: &M, training: bool) {
    module.visit(&mut Visitor::new(&mut |_, part| match part {
        Part::Mode(mode) => mode.set(training),
        Part::Parameter(_) | Part::Buffer(_) | Part::Counter(_) => {}
    }));
}

impl<T: Element, M: Module<T> + ?Sized> Module<T> for Box<M> {
    fn visit<'a>(&'a self, visitor: &mut Visitor<'_, 'a, T>) {
        (**self).visit(visitor);
    }
}

/// Two models may share a module.
impl<T: Element, M: Module<T> + ?Sized> Module<T> for Arc<M> {
    fn visit<'a>(&'a self, visitor: &mut Visitor<'_, 'a, T>) {
        (**self).visit(visitor);
    }
}

/// A module that is not there has no parts.
impl<T: Element, M: Module<T>> Module<T> for Option<M> {
    fn visit<'a>(&'a self, visitor: &mut Visitor<'_, 'a, T>) {
        if let Some(module) = self {
            module.visit(visitor);
        }
    }
}

/// The modules of a list are called `0`, `1`, ….
impl<T: Element, M: Module<T>> Module<T> for Vec<M> {
    fn visit<'a>(&'a self, visitor: &mut Visitor<'_, 'a, T>) {
        for (index, module) in self.iter().enumerate() {
            visitor.module(&index.to_string(), module);
        }
    }
}
