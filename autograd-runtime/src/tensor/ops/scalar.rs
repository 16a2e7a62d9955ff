//! A tensor and a number. The operators compute the value; what is recorded stands here.

use super::super::element::Element;
use super::super::error::Result;
use super::super::graph::node::{Call, Cotangents};
use super::super::graph::record::{Backward, one, record, recording};
use super::super::graph::saved::Saved;
use super::super::handle::Tensor;
use super::super::kernel;

/// y = x + c
#[track_caller]
#[inline]
pub(crate) fn record_add<T: Element>(y: Tensor<T>, x: &Tensor<T>, _: T) -> Tensor<T> {
    record(y, &[x], |_| Shift { name: "AddBackward0", negated: false })
}

/// y = x - c
#[track_caller]
#[inline]
pub(crate) fn record_sub<T: Element>(y: Tensor<T>, x: &Tensor<T>, _: T) -> Tensor<T> {
    record(y, &[x], |_| Shift { name: "SubBackward0", negated: false })
}

/// y = c - x
#[track_caller]
#[inline]
pub(crate) fn record_rsub<T: Element>(y: Tensor<T>, x: &Tensor<T>, _: T) -> Tensor<T> {
    record(y, &[x], |_| Shift { name: "RsubBackward1", negated: true })
}

struct Shift {
    name: &'static str,
    negated: bool,
}

impl<T: Element> Backward<T> for Shift {
    const NAME: &'static str = "AddBackward0";
    const SAVES: bool = false;

    fn name(&self) -> &'static str {
        self.name
    }

    /// d_x = ±d_y
    fn backward(&self, d_y: Tensor<T>, _: &Call<'_>) -> Result<Cotangents> {
        one(if self.negated { -d_y } else { d_y })
    }
}

/// y = x · c
#[track_caller]
#[inline]
pub(crate) fn record_mul<T: Element>(y: Tensor<T>, x: &Tensor<T>, c: T) -> Tensor<T> {
    record(y, &[x], |_| Scale { c })
}

struct Scale<T> {
    c: T,
}

impl<T: Element> Backward<T> for Scale<T> {
    const NAME: &'static str = "MulBackward0";

    /// d_x = d_y · c
    fn backward(&self, d_y: Tensor<T>, _: &Call<'_>) -> Result<Cotangents> {
        one(d_y * self.c)
    }
}

/// y = x / c
#[track_caller]
#[inline]
pub(crate) fn record_div<T: Element>(y: Tensor<T>, x: &Tensor<T>, c: T) -> Tensor<T> {
    record(y, &[x], |_| Unscale { c })
}

struct Unscale<T> {
    c: T,
}

impl<T: Element> Backward<T> for Unscale<T> {
    const NAME: &'static str = "DivBackward0";

    /// d_x = d_y / c
    fn backward(&self, d_y: Tensor<T>, _: &Call<'_>) -> Result<Cotangents> {
        one(d_y / self.c)
    }
}

/// y = c / x. PyTorch records a reciprocal and a product, hence the name.
#[track_caller]
#[inline]
pub(crate) fn record_rdiv<T: Element>(y: Tensor<T>, x: &Tensor<T>, c: T) -> Tensor<T> {
    record(y, &[x], |_| Quotient { c, x: Saved::input(x) })
}

struct Quotient<T: Element> {
    c: T,
    x: Saved<T>,
}

impl<T: Element> Backward<T> for Quotient<T> {
    const NAME: &'static str = "MulBackward0";

    /// d_x = -d_y · c / x²
    fn backward(&self, d_y: Tensor<T>, call: &Call<'_>) -> Result<Cotangents> {
        let x = &self.x.get(call)?;
        one(d_y * -self.c / x / x)
    }

    fn saved_shapes(&self) -> Vec<Vec<usize>> {
        vec![self.x.shape()]
    }
}

impl<T: Element> Tensor<T> {
    /// `c - self`
    #[track_caller]
    pub fn rsub(&self, c: T) -> Self {
        record_rsub(kernel::map(self, |x| c - x), self, c)
    }

    /// `c / self`
    #[track_caller]
    pub fn rdiv(&self, c: T) -> Self {
        record_rdiv(kernel::map(self, |x| c / x), self, c)
    }

    /// [`rsub`](Self::rsub) onto the same elements where nobody else holds them and nothing is recorded.
    #[track_caller]
    pub(crate) fn complement(self, c: T) -> Self {
        if recording(&[&self]) { self.rsub(c) } else { kernel::map_owned(self, |x| c - x) }
    }
}
