//! Cutting to bounds, which are numbers or tensors.

use super::super::element::Element;
use super::super::error::Result;
use super::super::graph::node::{Call, Cotangents};
use super::super::graph::record::{Backward, many, record};
use super::super::graph::saved::Saved;
use super::super::handle::Tensor;
use super::super::kernel;
use super::binary::{Fit, Operand};
use super::pointwise::{Pointwise, pointwise, whereabouts};

impl<T: Element> Tensor<T> {
    /// The elements cut to `[min, max]`, with derivative 0 at the bounds; where `min` is above `max`, the result is
    /// `max`.
    #[track_caller]
    pub fn clamp(&self, min: T, max: T) -> Self {
        pointwise(self, Clamp { min: Some(min), max: Some(max) })
    }

    /// The elements, or `min` where they are below, with derivative 0 at the bound.
    #[track_caller]
    pub fn clamp_min(&self, min: T) -> Self {
        pointwise(self, Clamp { min: Some(min), max: None })
    }

    /// The elements, or `max` where they are above, with derivative 0 at the bound.
    #[track_caller]
    pub fn clamp_max(&self, max: T) -> Self {
        pointwise(self, Clamp { min: None, max: Some(max) })
    }

    fallible! {
        /// The elements cut to bounds that are tensors and broadcast; at a bound, element and bound share the gradient
        /// evenly. For one bound alone there are [`maximum`](Self::maximum) and [`minimum`](Self::minimum).
        pub fn clamp_tensor | try_clamp_tensor(&self, min: impl Operand<T>, max: impl Operand<T>) -> Tensor<T> {
            let (min, max) = (&min.operand(), &max.operand());
            let raised = kernel::zip(self, min, |x, low| if x > low || x.is_nan() { x } else { low })?;
            let y = kernel::zip(&raised, max, |x, high| if x < high || x.is_nan() { x } else { high })?;
            let from_min = kernel::zip(self, min, |x, low| part(x < low, x == low))?;
            let from_max = kernel::zip(&raised, max, |x, high| part(x > high, x == high))?;
            Ok(record(y, &[self, min, max], |y| ClampTensor {
                fits: [Fit::new(self, y), Fit::new(min, y), Fit::new(max, y)],
                from_min: Saved::input(&from_min),
                from_max: Saved::input(&from_max),
            }))
        }
    }
}

/// The part of the gradient that a bound takes.
fn part<T: Element>(cut: bool, tie: bool) -> T {
    T::of(if cut {
        1.0
    } else if tie {
        0.5
    } else {
        0.0
    })
}

#[derive(Clone, Copy)]
struct Clamp<T> {
    min: Option<T>,
    max: Option<T>,
}

impl<T: Element> Pointwise<T> for Clamp<T> {
    const NAME: &'static str = "ClampBackward1";

    fn value(self, x: T) -> T {
        let raised = self.min.map_or(x, |min| if x < min { min } else { x });
        self.max.map_or(raised, |max| if raised > max { max } else { raised })
    }

    /// y' = 1 between the bounds
    fn cotangent(self, d_y: Tensor<T>, x: &Tensor<T>) -> Tensor<T> {
        d_y.gate(&whereabouts(x, |x| self.min.is_none_or(|min| x > min) && self.max.is_none_or(|max| x < max)))
    }
}

struct ClampTensor<T: Element> {
    fits: [Fit; 3],
    from_min: Saved<T>,
    from_max: Saved<T>,
}

impl<T: Element> Backward<T> for ClampTensor<T> {
    const NAME: &'static str = "ClampBackward0";

    /// d_max = d_y where the upper bound cut; of the rest, d_min where the lower one did, and d_x what is left
    fn backward(&self, d_y: Tensor<T>, call: &Call<'_>) -> Result<Cotangents> {
        let (from_min, from_max) = (&self.from_min.get(call)?, &self.from_max.get(call)?);
        let d_max = call.needs(2).then(|| self.fits[2].apply(&d_y * from_max));
        let d_raised = d_y * from_max.rsub(T::one());
        let d_min = call.needs(1).then(|| self.fits[1].apply(&d_raised * from_min));
        let d_x = call.needs(0).then(|| self.fits[0].apply(d_raised * from_min.rsub(T::one())));
        many([d_x, d_min, d_max])
    }

    fn saved_shapes(&self) -> Vec<Vec<usize>> {
        vec![self.from_min.shape(), self.from_max.shape()]
    }
}
