//! Filling and taking what a mask names.

use super::super::element::Element;
use super::super::error::{Result, TensorError};
use super::super::graph::node::{Call, Cotangents};
use super::super::graph::record::{Backward, one, record, two};
use super::super::graph::saved::Saved;
use super::super::handle::Tensor;
use super::super::kernel;
use super::super::shape::{broadcast, list};
use super::binary::{Fit, Operand};

impl<T: Element> Tensor<T> {
    fallible! {
        /// `value`, a number or a tensor without dimensions, where the mask holds, and `self` elsewhere; `self` and the
        /// mask broadcast.
        pub fn masked_fill | try_masked_fill(&self, mask: &Tensor<bool>, value: impl Operand<T>) -> Tensor<T> {
            let value = &value.operand();
            if value.dim() != 0 {
                return Err(TensorError::shape(format!(
                    "masked_fill only supports a 0-dimensional value tensor, but got tensor with {} dimension(s). (its \
                     shape is {})", value.dim(), list(value.shape())
                )));
            }
            let filling = value.item();
            let y = kernel::zip(self, mask, |x, covered| if covered { filling } else { x })?;
            Ok(record(y, &[self, value], |y| MaskedFill {
                fit: Fit::new(self, y),
                mask: Saved::input(mask),
                named: if value.requires_grad() { "MaskedFillBackward1" } else { "MaskedFillBackward0" },
            }))
        }

        /// The elements where the mask holds, in row-major order, as a vector; `self` and the mask broadcast.
        pub fn masked_select | try_masked_select(&self, mask: &Tensor<bool>) -> Tensor<T> {
            let shape = broadcast(self.shape(), mask.shape())?;
            let x = self.expand_to(&shape)?;
            Ok(take(&x, &mask.expand_to(&shape)?))
        }

        /// `self` with the elements where the mask holds replaced by those of `source`, in row-major order; the mask
        /// broadcasts.
        pub fn masked_scatter | try_masked_scatter(&self, mask: &Tensor<bool>, source: &Tensor<T>) -> Tensor<T> {
            let shape = broadcast(self.shape(), mask.shape())?;
            let mask = mask.expand_to(&shape)?;
            let places = mask.count_nonzero();
            if source.numel() < places {
                return Err(TensorError::shape(format!(
                    "masked_scatter: expected `source` to have at least as many elements as the mask has ones, but it \
                     has {} and the mask {places}", source.numel()
                )));
            }
            let source = source.try_reshape(-1)?.try_narrow(0, 0, places)?;
            Ok(self.expand_to(&shape)?.gate(&mask.logical_not()) + put(&source, &mask))
        }
    }
}

struct MaskedFill {
    fit: Fit,
    mask: Saved<bool>,
    named: &'static str,
}

impl<T: Element> Backward<T> for MaskedFill {
    const NAME: &'static str = "MaskedFillBackward0";

    fn name(&self) -> &'static str {
        self.named
    }

    /// d_x = d_y where the mask does not hold, d_value = Σ d_y where it does
    fn backward(&self, d_y: Tensor<T>, call: &Call<'_>) -> Result<Cotangents> {
        let mask = &self.mask.get(call)?;
        let d_x = call.needs(0).then(|| self.fit.apply(d_y.gate(&mask.logical_not())));
        two(d_x, call.needs(1).then(|| d_y.gate(mask).sum()))
    }

    fn saved_shapes(&self) -> Vec<Vec<usize>> {
        vec![self.mask.shape()]
    }
}

/// The elements where the mask, of the same shape, holds.
#[track_caller]
fn take<T: Element>(x: &Tensor<T>, mask: &Tensor<bool>) -> Tensor<T> {
    let chosen: Vec<T> =
        kernel::to_vec(x).into_iter().zip(mask.to_vec()).filter(|&(_, holds)| holds).map(|(x, _)| x).collect();
    let n = chosen.len();
    record(Tensor::owning(chosen, &[n]), &[x], |_| MaskedSelect { mask: Saved::input(mask) })
}

struct MaskedSelect {
    mask: Saved<bool>,
}

impl<T: Element> Backward<T> for MaskedSelect {
    const NAME: &'static str = "MaskedSelectBackward0";

    /// d_x = the elements of d_y where the mask holds, zero elsewhere
    fn backward(&self, d_y: Tensor<T>, call: &Call<'_>) -> Result<Cotangents> {
        one(put(&d_y, &self.mask.get(call)?))
    }

    fn saved_shapes(&self) -> Vec<Vec<usize>> {
        vec![self.mask.shape()]
    }
}

/// The transpose of [`take`]: a vector's elements where the mask holds, zero elsewhere.
#[track_caller]
fn put<T: Element>(x: &Tensor<T>, mask: &Tensor<bool>) -> Tensor<T> {
    let mut values = x.to_vec().into_iter();
    let place = |holds| if holds { values.next().unwrap_or_default() } else { T::default() };
    let y = Tensor::owning(mask.to_vec().into_iter().map(place).collect(), mask.shape());
    record(y, &[x], |_| MaskedPut { mask: Saved::input(mask) })
}

struct MaskedPut {
    mask: Saved<bool>,
}

impl<T: Element> Backward<T> for MaskedPut {
    const NAME: &'static str = "MaskedScatterBackward0";

    /// d_x = the elements of d_y where the mask holds
    fn backward(&self, d_y: Tensor<T>, call: &Call<'_>) -> Result<Cotangents> {
        one(take(&d_y, &self.mask.get(call)?))
    }

    fn saved_shapes(&self) -> Vec<Vec<usize>> {
        vec![self.mask.shape()]
    }
}
