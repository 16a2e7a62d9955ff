//! Comparisons, which have no gradient, and choices that follow them.

use super::super::element::{Dtype, Element};
use super::super::error::Result;
use super::super::graph::node::{Call, Cotangents};
use super::super::graph::record::{Backward, one, record, two};
use super::super::graph::saved::Saved;
use super::super::handle::Tensor;
use super::super::kernel;
use super::binary::{Fit, Operand};

impl<T: Dtype> Tensor<T> {
    fallible! {
        /// Whether `self < other`, element by element, broadcasting.
        pub fn lt | try_lt(&self, other: impl Operand<T>) -> Tensor<bool> {
            kernel::zip(self, &other.operand(), |a, b| a < b)
        }

        /// Whether `self <= other`, element by element, broadcasting.
        pub fn le | try_le(&self, other: impl Operand<T>) -> Tensor<bool> {
            kernel::zip(self, &other.operand(), |a, b| a <= b)
        }

        /// Whether `self > other`, element by element, broadcasting.
        pub fn gt | try_gt(&self, other: impl Operand<T>) -> Tensor<bool> {
            kernel::zip(self, &other.operand(), |a, b| a > b)
        }

        /// Whether `self >= other`, element by element, broadcasting.
        pub fn ge | try_ge(&self, other: impl Operand<T>) -> Tensor<bool> {
            kernel::zip(self, &other.operand(), |a, b| a >= b)
        }

        /// Whether `self == other`, element by element, broadcasting.
        pub fn eq | try_eq(&self, other: impl Operand<T>) -> Tensor<bool> {
            kernel::zip(self, &other.operand(), |a, b| a == b)
        }

        /// Whether `self != other`, element by element, broadcasting.
        pub fn ne | try_ne(&self, other: impl Operand<T>) -> Tensor<bool> {
            kernel::zip(self, &other.operand(), |a, b| a != b)
        }
    }
}

impl Tensor<bool> {
    /// The opposite of each element.
    pub fn logical_not(&self) -> Self {
        kernel::map(self, |v| !v)
    }
}

impl<T: Element> Tensor<T> {
    /// Whether each element is NaN.
    pub fn isnan(&self) -> Tensor<bool> {
        kernel::map(self, |x| x.is_nan())
    }

    fallible! {
        /// `self` where the condition holds and `other` elsewhere, broadcasting (PyTorch's `where`).
        pub fn where_ | try_where_(&self, condition: &Tensor<bool>, other: impl Operand<T>) -> Tensor<T> {
            let other = &other.operand();
            // The side not taken is chosen away, never multiplied by zero: a NaN there stays out of the value.
            let pairs = super::super::shape::broadcast(self.shape(), other.shape())?;
            let shape = super::super::shape::broadcast(condition.shape(), &pairs)?;
            let mut values = condition.detach().expand_to(&shape)?.to_vec().into_iter();
            let (a, b) = (self.detach().expand_to(&shape)?, other.detach().expand_to(&shape)?);
            let (a, b) = (a.to_vec(), b.to_vec());
            let chosen = a.into_iter().zip(b).map(|(a, b)| if values.next() == Some(true) { a } else { b }).collect();
            let y = Tensor::owning(chosen, &shape);
            Ok(record(y, &[self, other], |y| Where {
                condition: Saved::input(condition),
                a: Fit::new(self, y),
                b: Fit::new(other, y),
            }))
        }
    }

    /// The elements where the mask holds, zero elsewhere; the mask broadcasts. It is linear and its own transpose.
    #[track_caller]
    pub(crate) fn gate(&self, mask: &Tensor<bool>) -> Self {
        use super::super::error::OrPanic;
        let y = kernel::zip(self, mask, |x, open| if open { x } else { T::zero() }).or_panic();
        record(y, &[self], |y| Gate { mask: Saved::input(mask), fit: Fit::new(self, y) })
    }
}

struct Where {
    condition: Saved<bool>,
    a: Fit,
    b: Fit,
}

impl<T: Element> Backward<T> for Where {
    const NAME: &'static str = "WhereBackward0";

    /// d_a = d_y where the condition holds, d_b = d_y elsewhere
    fn backward(&self, d_y: Tensor<T>, call: &Call<'_>) -> Result<Cotangents> {
        let condition = self.condition.get(call)?;
        let d_a = call.needs(0).then(|| self.a.apply(d_y.gate(&condition)));
        two(d_a, call.needs(1).then(|| self.b.apply(d_y.gate(&condition.logical_not()))))
    }

    fn saved_shapes(&self) -> Vec<Vec<usize>> {
        vec![self.condition.shape()]
    }
}

struct Gate {
    mask: Saved<bool>,
    fit: Fit,
}

impl<T: Element> Backward<T> for Gate {
    const NAME: &'static str = "MaskedFillBackward0";

    /// d_x = d_y where the mask holds
    fn backward(&self, d_y: Tensor<T>, call: &Call<'_>) -> Result<Cotangents> {
        one(self.fit.apply(d_y.gate(&self.mask.get(call)?)))
    }

    fn saved_shapes(&self) -> Vec<Vec<usize>> {
        vec![self.mask.shape()]
    }
}
