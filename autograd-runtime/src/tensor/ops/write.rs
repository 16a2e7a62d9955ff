//! A copy of a tensor with other values at chosen positions: set, added or zeroed.

use super::super::element::{Dtype, Element};
use super::super::error::Result;
use super::super::graph::node::{Call, Cotangents};
use super::super::graph::record::{Backward, one, record, two};
use super::super::graph::saved::Saved;
use super::super::handle::Tensor;
use super::super::kernel;
use super::pick::{Positions, pick, record_floats};
use std::sync::Arc;

/// A copy of `x` with `y[at[k]] = source[k]`. Where a position occurs twice the last value stays, and it alone has a
/// gradient.
#[track_caller]
pub(crate) fn overwrite<T: Dtype>(
    x: &Tensor<T>,
    at: &Arc<Positions>,
    source: &Tensor<T>,
    name: &'static str,
) -> Tensor<T> {
    let mut values = x.to_vec();
    kernel::row_major(source, |source| at.write(&mut values, source, |target, v| *target = v));
    record_floats(Tensor::owning(values, x.shape()), &[x, source], || Overwrite {
        stays: stays(at, x.numel(), source.shape()).map(|mask| Saved::input(&mask)),
        at: Arc::clone(at),
        source: source.shape().into(),
        name,
    })
}

/// Which of the values stay, where not all do.
fn stays(at: &Positions, numel: usize, shape: &[usize]) -> Option<Tensor<bool>> {
    let mut last = vec![usize::MAX; numel];
    let each = || at.starts.iter().flat_map(|&start| start..start + at.block).enumerate();
    each().for_each(|(k, at)| last[at] = k);
    let mask: Vec<bool> = each().map(|(k, at)| last[at] == k).collect();
    mask.contains(&false).then(|| Tensor::owning(mask, shape))
}

struct Overwrite {
    at: Arc<Positions>,
    stays: Option<Saved<bool>>,
    source: Box<[usize]>,
    name: &'static str,
}

impl<T: Element> Backward<T> for Overwrite {
    const NAME: &'static str = "IndexPutBackward0";

    fn name(&self) -> &'static str {
        self.name
    }

    /// d_x = d_y with zeros at the positions, d_source[k] = d_y[at[k]] where that value stayed
    fn backward(&self, d_y: Tensor<T>, call: &Call<'_>) -> Result<Cotangents> {
        let d_source = match (call.needs(1), &self.stays) {
            (false, _) => None,
            (true, None) => Some(pick(&d_y, &self.at, &self.source, "IndexBackward0")),
            (true, Some(mask)) => Some(pick(&d_y, &self.at, &self.source, "IndexBackward0").gate(&mask.get(call)?)),
        };
        two(call.needs(0).then(|| blank(&d_y, &self.at)), d_source)
    }

    fn saved_shapes(&self) -> Vec<Vec<usize>> {
        vec![vec![self.at.starts.len()]]
    }
}

/// A copy of `x` with `y[at[k]] += alpha · source[k]`; positions may occur more than once.
#[track_caller]
pub(crate) fn accumulate<T: Element>(
    x: &Tensor<T>,
    at: &Arc<Positions>,
    source: &Tensor<T>,
    alpha: T,
    name: &'static str,
) -> Tensor<T> {
    let mut values = x.to_vec();
    kernel::row_major(source, |source| at.write(&mut values, source, |sum, v| *sum += alpha * v));
    record(Tensor::owning(values, x.shape()), &[x, source], |_| Accumulate {
        at: Arc::clone(at),
        source: source.shape().into(),
        alpha,
        name,
    })
}

struct Accumulate<T> {
    at: Arc<Positions>,
    source: Box<[usize]>,
    alpha: T,
    name: &'static str,
}

impl<T: Element> Backward<T> for Accumulate<T> {
    const NAME: &'static str = "IndexAddBackward0";

    fn name(&self) -> &'static str {
        self.name
    }

    /// d_x = d_y, d_source[k] = alpha · d_y[at[k]]
    fn backward(&self, d_y: Tensor<T>, call: &Call<'_>) -> Result<Cotangents> {
        let d_source = call.needs(1).then(|| {
            let d = pick(&d_y, &self.at, &self.source, "IndexBackward0");
            if self.alpha == T::one() { d } else { d * self.alpha }
        });
        two(call.needs(0).then_some(d_y), d_source)
    }

    fn saved_shapes(&self) -> Vec<Vec<usize>> {
        vec![vec![self.at.starts.len()]]
    }
}

/// A copy of `x` with `y[at[k]] = value`.
#[track_caller]
pub(crate) fn fill<T: Dtype>(x: &Tensor<T>, at: &Arc<Positions>, value: T, name: &'static str) -> Tensor<T> {
    let mut values = x.to_vec();
    for &start in &at.starts {
        values[start..start + at.block].fill(value);
    }
    record_floats(Tensor::owning(values, x.shape()), &[x], || Fill { at: Arc::clone(at), name })
}

/// `x` with zeros at the positions: linear, and its own transpose.
#[track_caller]
fn blank<T: Element>(x: &Tensor<T>, at: &Arc<Positions>) -> Tensor<T> {
    fill(x, at, T::zero(), "IndexFillBackward0")
}

struct Fill {
    at: Arc<Positions>,
    name: &'static str,
}

impl<T: Element> Backward<T> for Fill {
    const NAME: &'static str = "IndexFillBackward0";

    fn name(&self) -> &'static str {
        self.name
    }

    /// d_x = d_y with zeros at the positions
    fn backward(&self, d_y: Tensor<T>, _: &Call<'_>) -> Result<Cotangents> {
        one(blank(&d_y, &self.at))
    }

    fn saved_shapes(&self) -> Vec<Vec<usize>> {
        vec![vec![self.at.starts.len()]]
    }
}
