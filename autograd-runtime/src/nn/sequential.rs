//! Layers one after the other.

use super::{Layer, Module, Visitor};
use crate::tensor::{Element, Tensor, TensorError};

/// Layers one after the other: `torch.nn.Sequential`. They are called `0`, `1`, … where they are not given names.
///
/// ```
/// use autograd_runtime::nn::{Layer, Linear, Module, Sequential, Tanh};
///
/// let model = Sequential::<f64>::new().then(Linear::new(4, 3)).then(Tanh).named("head", Linear::without_bias(3, 1));
/// let names: Vec<String> = model.named_parameters().into_iter().map(|(name, _)| name).collect();
/// assert_eq!(names, ["0.weight", "0.bias", "head.weight"]);
/// ```
pub struct Sequential<T: Element> {
    layers: Vec<(String, Box<dyn Layer<T>>)>,
}

impl<T: Element> Sequential<T> {
    /// No layers: the output is the input.
    pub fn new() -> Self {
        Self { layers: Vec::new() }
    }

    /// Adds a layer, called by its number.
    #[must_use]
    pub fn then(self, layer: impl Layer<T> + 'static) -> Self {
        let number = self.layers.len().to_string();
        self.named(number, layer)
    }

    /// Adds a layer with a name.
    #[must_use]
    pub fn named(mut self, name: impl Into<String>, layer: impl Layer<T> + 'static) -> Self {
        self.layers.push((name.into(), Box::new(layer)));
        self
    }

    /// The number of layers.
    pub fn len(&self) -> usize {
        self.layers.len()
    }

    /// Whether there are no layers.
    pub fn is_empty(&self) -> bool {
        self.layers.is_empty()
    }
}

impl<T: Element> Default for Sequential<T> {
    fn default() -> Self {
        Self::new()
    }
}

impl<T: Element> Module<T> for Sequential<T> {
    fn visit<'a>(&'a self, visitor: &mut Visitor<'_, 'a, T>) {
        for (name, layer) in &self.layers {
            visitor.module(name, layer);
        }
    }
}

impl<T: Element> Layer<T> for Sequential<T> {
    fn try_forward(&self, x: &Tensor<T>) -> Result<Tensor<T>, TensorError> {
        self.layers.iter().try_fold(x.clone(), |x, (_, layer)| layer.try_forward(&x))
    }
}
