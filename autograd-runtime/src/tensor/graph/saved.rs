//! Values kept for the backward pass. The version at the time of saving tells whether they are still what they were.

use super::super::element::Dtype;
use super::super::error::{Result, TensorError};
use super::super::handle::Tensor;
use super::super::shape::list;
use super::node::{Call, Edge};

/// A tensor that a node keeps for its backward formula.
pub(crate) struct Saved<T: Dtype> {
    tensor: Tensor<T>,
    version: u32,
    /// Which output of the node this is. It is kept without history, because the node must not own itself.
    output: Option<u32>,
    /// Whether the tensor counts this handle.
    counted: bool,
}

impl<T: Dtype> Drop for Saved<T> {
    #[inline]
    fn drop(&mut self) {
        if self.counted {
            self.tensor.release();
        }
    }
}

impl<T: Dtype> Saved<T> {
    /// Keeps an input (or any tensor the formula needs).
    #[inline]
    pub(crate) fn input(x: &Tensor<T>) -> Self {
        let (tensor, counted) = x.keep();
        Self { version: tensor.version(), tensor, output: None, counted }
    }

    /// Keeps the node's own result, before it has its history.
    #[inline]
    pub(crate) fn output(y: &Tensor<T>) -> Self {
        Self::nth_output(y, 0)
    }

    /// Keeps one of several results of the node.
    pub(crate) fn nth_output(y: &Tensor<T>, output: u32) -> Self {
        Self { version: y.version(), tensor: y.detach(), output: Some(output), counted: false }
    }

    /// The value, if nothing has been written to it since.
    #[inline]
    pub(crate) fn get(&self, call: &Call<'_>) -> Result<Tensor<T>> {
        if self.tensor.version() != self.version {
            return Err(self.modified(call));
        }
        let Some(output) = self.output else { return Ok(self.tensor.clone()) };
        if call.release {
            // Nothing will be recorded on top of a node that is about to be freed.
            return Ok(self.tensor.clone());
        }
        let mut y = self.tensor.detach();
        y.attach(Edge { node: call.node.clone(), output });
        Ok(y)
    }

    pub(crate) fn shape(&self) -> Vec<usize> {
        self.tensor.shape().to_vec()
    }

    #[cold]
    fn modified(&self, call: &Call<'_>) -> TensorError {
        let maker = match self.output {
            Some(output) => Some((call.node.name().to_owned(), output)),
            None => self.tensor.history().map(|edge| (edge.node.name().to_owned(), edge.output)),
        };
        let maker = maker.map_or(String::new(), |(name, output)| {
            let name = name.split("Backward").next().unwrap_or_default();
            format!(", which is output {output} of {name},")
        });
        TensorError::graph(format!(
            "one of the variables needed for gradient computation has been modified by an inplace operation: \
             [{} {}]{maker} is at version {}; expected version {} instead. Hint: enable anomaly detection to find the \
             operation that failed to compute its gradient, with `detect_anomaly`.",
            T::TENSOR_NAME,
            list(self.tensor.shape()),
            self.tensor.version(),
            self.version,
        ))
    }
}
