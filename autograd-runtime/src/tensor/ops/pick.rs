//! Elements chosen by their positions: a linear map and its transpose. Indexing, sorting and padding stand on them.

use super::super::element::{Dtype, Element};
use super::super::error::Result;
use super::super::graph::node::{Call, Cotangents};
use super::super::graph::record::{Backward, one, record};
use super::super::handle::Tensor;
use super::super::kernel;
use super::super::mode::is_grad_enabled;
use std::any::Any;
use std::sync::Arc;

/// Positions in a row-major tensor, of blocks that lie together.
pub(crate) struct Positions {
    /// Where each block starts.
    pub(crate) starts: Vec<usize>,
    /// How many elements a block has.
    pub(crate) block: usize,
}

impl Positions {
    pub(crate) fn new(starts: Vec<usize>, block: usize) -> Arc<Self> {
        Arc::new(Self { starts, block })
    }

    /// The positions of single elements.
    pub(crate) fn single(starts: Vec<usize>) -> Arc<Self> {
        Self::new(starts, 1)
    }

    /// The chosen elements, one block after the other.
    pub(crate) fn read<T: Copy>(&self, values: &[T]) -> Vec<T> {
        if self.block == 1 {
            return self.starts.iter().map(|&at| values[at]).collect();
        }
        let mut out = Vec::with_capacity(self.starts.len() * self.block);
        if self.block > 0 {
            self.starts.iter().for_each(|&at| out.extend_from_slice(&values[at..][..self.block]));
        }
        out
    }

    /// `f(target, value)` for each chosen element of `targets` and its value, one block after the other.
    pub(crate) fn write<T: Copy>(&self, targets: &mut [T], values: &[T], f: impl Fn(&mut T, T)) {
        if self.block == 1 {
            self.starts.iter().zip(values).for_each(|(&at, &v)| f(&mut targets[at], v));
        } else if self.block > 0 {
            for (&at, block) in self.starts.iter().zip(values.chunks_exact(self.block)) {
                targets[at..][..self.block].iter_mut().zip(block).for_each(|(target, &v)| f(target, v));
            }
        }
    }
}

/// `y[k] = x[at[k]]`, in this shape.
#[track_caller]
pub(crate) fn pick<T: Dtype>(x: &Tensor<T>, at: &Arc<Positions>, shape: &[usize], name: &'static str) -> Tensor<T> {
    let y = Tensor::owning(kernel::row_major(x, |values| at.read(values)), shape);
    record_floats(y, &[x], || Pick { at: Arc::clone(at), from: x.shape().into(), name })
}

struct Pick {
    at: Arc<Positions>,
    from: Box<[usize]>,
    name: &'static str,
}

impl<T: Element> Backward<T> for Pick {
    const NAME: &'static str = "IndexBackward0";

    fn name(&self) -> &'static str {
        self.name
    }

    /// d_x[at[k]] += d_y[k]
    fn backward(&self, d_y: Tensor<T>, _: &Call<'_>) -> Result<Cotangents> {
        one(place(&d_y, &self.at, &self.from))
    }

    fn saved_shapes(&self) -> Vec<Vec<usize>> {
        vec![vec![self.at.starts.len()]]
    }
}

/// The transpose of [`pick`]: zeros of this shape, with `y[at[k]] += x[k]`.
#[track_caller]
pub(crate) fn place<T: Element>(x: &Tensor<T>, at: &Arc<Positions>, shape: &[usize]) -> Tensor<T> {
    let mut values = vec![T::zero(); shape.iter().product()];
    kernel::row_major(x, |source| at.write(&mut values, source, |sum, v| *sum += v));
    record(Tensor::owning(values, shape), &[x], |_| Place { at: Arc::clone(at), from: x.shape().into() })
}

struct Place {
    at: Arc<Positions>,
    from: Box<[usize]>,
}

impl<T: Element> Backward<T> for Place {
    const NAME: &'static str = "IndexPutBackward0";

    /// d_x[k] = d_y[at[k]]
    fn backward(&self, d_y: Tensor<T>, _: &Call<'_>) -> Result<Cotangents> {
        one(pick(&d_y, &self.at, &self.from, "IndexBackward0"))
    }

    fn saved_shapes(&self) -> Vec<Vec<usize>> {
        vec![vec![self.at.starts.len()]]
    }
}

/// [`record`] for elements of any type: only floats have a history.
#[track_caller]
pub(crate) fn record_floats<T: Dtype, B: Backward<f32> + Backward<f64>>(
    y: Tensor<T>,
    inputs: &[&Tensor<T>],
    formula: impl FnOnce() -> B,
) -> Tensor<T> {
    if !T::FLOATING || !is_grad_enabled() || !inputs.iter().any(|x| x.requires_grad()) {
        return y;
    }
    // The value stays the only handle on its way through `Any`, so that the history lands in the tensor itself.
    let mut slot = Some(y);
    let mut formula = Some(formula);
    record_as::<T, f64, B>(&mut slot, inputs, &mut formula);
    record_as::<T, f32, B>(&mut slot, inputs, &mut formula);
    slot.take().unwrap_or_else(|| unreachable!("recording gives the tensor back"))
}

/// Records the tensor in the slot, where its elements are of type `F`.
#[track_caller]
fn record_as<T: Dtype, F: Element, B: Backward<F>>(
    slot: &mut Option<Tensor<T>>,
    inputs: &[&Tensor<T>],
    formula: &mut Option<impl FnOnce() -> B>,
) {
    let slot: &mut dyn Any = slot;
    let Some(slot) = slot.downcast_mut::<Option<Tensor<F>>>() else { return };
    let inputs: Vec<&Tensor<F>> = inputs.iter().filter_map(|x| (*x as &dyn Any).downcast_ref()).collect();
    if let (Some(y), Some(formula)) = (slot.take(), formula.take()) {
        *slot = Some(record(y, &inputs, |_| formula()));
    }
}
