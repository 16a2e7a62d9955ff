//! Elementwise functions of two tensors, with broadcasting.

use super::super::element::{Dtype, Element};
use super::super::error::Result;
use super::super::graph::node::{Call, Cotangents};
use super::super::graph::record::{Backward, record, recording, two};
use super::super::graph::saved::Saved;
use super::super::handle::Tensor;
use super::super::kernel;

/// What can stand beside a tensor: another tensor, or a number.
pub trait Operand<T: Dtype> {
    /// The operand as a tensor.
    fn operand(self) -> Tensor<T>;
}

impl<T: Dtype> Operand<T> for &Tensor<T> {
    #[inline]
    fn operand(self) -> Tensor<T> {
        self.clone()
    }
}

impl<T: Dtype> Operand<T> for Tensor<T> {
    #[inline]
    fn operand(self) -> Tensor<T> {
        self
    }
}

impl<T: Dtype> Operand<T> for T {
    #[inline]
    fn operand(self) -> Tensor<T> {
        Tensor::lone(self)
    }
}

/// Undoes broadcasting: the shape an operand had, if it was stretched.
pub(crate) struct Fit(Option<Box<[usize]>>);

impl Fit {
    #[inline]
    pub(crate) fn new<T: Dtype, U: Dtype>(operand: &Tensor<T>, y: &Tensor<U>) -> Self {
        let (from, to) = (operand.shape(), y.shape());
        // Scalars are told apart by their rank alone.
        Self((from.len() != to.len() || (!from.is_empty() && from != to)).then(|| from.into()))
    }

    /// Sums a cotangent over what was stretched.
    #[inline]
    pub(crate) fn apply<T: Element>(&self, d: Tensor<T>) -> Tensor<T> {
        match &self.0 {
            None => d,
            Some(shape) => d.sum_to(shape),
        }
    }
}

impl<T: Element> Tensor<T> {
    fallible! {
        /// `self + other`, broadcasting.
        pub fn add | try_add(&self, other: impl Operand<T>) -> Tensor<T> {
            add(self, &other.operand())
        }

        /// `self - other`, broadcasting.
        pub fn sub | try_sub(&self, other: impl Operand<T>) -> Tensor<T> {
            sub(self, &other.operand())
        }

        /// `self · other` element by element, broadcasting.
        pub fn mul | try_mul(&self, other: impl Operand<T>) -> Tensor<T> {
            mul(self, &other.operand())
        }

        /// `self / other` element by element, broadcasting.
        pub fn div | try_div(&self, other: impl Operand<T>) -> Tensor<T> {
            div(self, &other.operand())
        }

        /// The larger of each pair; a tie splits the gradient evenly, and a NaN wins.
        pub fn maximum | try_maximum(&self, other: impl Operand<T>) -> Tensor<T> {
            let other = &other.operand();
            let y = kernel::zip(self, other, |a, b| if a > b || a.is_nan() { a } else { b })?;
            Ok(record(y, &[self, other], |y| Extreme::new(self, other, y, "MaximumBackward0")))
        }

        /// The smaller of each pair; a tie splits the gradient evenly, and a NaN wins.
        pub fn minimum | try_minimum(&self, other: impl Operand<T>) -> Tensor<T> {
            let other = &other.operand();
            let y = kernel::zip(self, other, |a, b| if a < b || a.is_nan() { a } else { b })?;
            Ok(record(y, &[self, other], |y| Extreme::new(self, other, y, "MinimumBackward0")))
        }
    }
}

#[track_caller]
#[inline]
pub(crate) fn add<T: Element>(a: &Tensor<T>, b: &Tensor<T>) -> Result<Tensor<T>> {
    let y = kernel::zip(a, b, |a, b| a + b)?;
    Ok(record(y, &[a, b], |y| Add { a: Fit::new(a, y), b: Fit::new(b, y) }))
}

struct Add {
    a: Fit,
    b: Fit,
}

impl<T: Element> Backward<T> for Add {
    const NAME: &'static str = "AddBackward0";
    const SAVES: bool = false;

    /// d_a = d_y, d_b = d_y
    fn backward(&self, d_y: Tensor<T>, call: &Call<'_>) -> Result<Cotangents> {
        let d_a = call.needs(0).then(|| self.a.apply(d_y.clone()));
        two(d_a, call.needs(1).then(|| self.b.apply(d_y)))
    }
}

#[track_caller]
#[inline]
pub(crate) fn sub<T: Element>(a: &Tensor<T>, b: &Tensor<T>) -> Result<Tensor<T>> {
    let y = kernel::zip(a, b, |a, b| a - b)?;
    Ok(record(y, &[a, b], |y| Sub { a: Fit::new(a, y), b: Fit::new(b, y) }))
}

struct Sub {
    a: Fit,
    b: Fit,
}

impl<T: Element> Backward<T> for Sub {
    const NAME: &'static str = "SubBackward0";
    const SAVES: bool = false;

    /// d_a = d_y, d_b = -d_y
    fn backward(&self, d_y: Tensor<T>, call: &Call<'_>) -> Result<Cotangents> {
        let d_a = call.needs(0).then(|| self.a.apply(d_y.clone()));
        two(d_a, call.needs(1).then(|| -self.b.apply(d_y)))
    }
}

#[track_caller]
#[inline]
pub(crate) fn mul<T: Element>(a: &Tensor<T>, b: &Tensor<T>) -> Result<Tensor<T>> {
    let y = kernel::zip(a, b, |a, b| a * b)?;
    Ok(record(y, &[a, b], |y| Mul {
        fit_a: Fit::new(a, y),
        fit_b: Fit::new(b, y),
        a: b.requires_grad().then(|| Saved::input(a)),
        b: a.requires_grad().then(|| Saved::input(b)),
    }))
}

/// Each operand is kept only if the other one needs it.
struct Mul<T: Element> {
    fit_a: Fit,
    fit_b: Fit,
    a: Option<Saved<T>>,
    b: Option<Saved<T>>,
}

impl<T: Element> Backward<T> for Mul<T> {
    const NAME: &'static str = "MulBackward0";

    /// d_a = d_y · b, d_b = d_y · a
    fn backward(&self, d_y: Tensor<T>, call: &Call<'_>) -> Result<Cotangents> {
        let a = self.a.as_ref().filter(|_| call.needs(1)).map(|a| a.get(call)).transpose()?;
        let b = self.b.as_ref().filter(|_| call.needs(0)).map(|b| b.get(call)).transpose()?;
        match (a, b) {
            (Some(a), Some(b)) => two(Some(self.fit_a.apply(&d_y * b)), Some(self.fit_b.apply(d_y * a))),
            (None, Some(b)) => two(Some(self.fit_a.apply(d_y * b)), None),
            (Some(a), None) => two(None, Some(self.fit_b.apply(d_y * a))),
            (None, None) => two::<T>(None, None),
        }
    }

    fn saved_shapes(&self) -> Vec<Vec<usize>> {
        self.a.iter().chain(&self.b).map(Saved::shape).collect()
    }
}

#[track_caller]
#[inline]
pub(crate) fn div<T: Element>(a: &Tensor<T>, b: &Tensor<T>) -> Result<Tensor<T>> {
    let y = kernel::zip(a, b, |a, b| a / b)?;
    Ok(record(y, &[a, b], |y| Div {
        fit_a: Fit::new(a, y),
        fit_b: Fit::new(b, y),
        a: b.requires_grad().then(|| Saved::input(a)),
        b: Saved::input(b),
    }))
}

struct Div<T: Element> {
    fit_a: Fit,
    fit_b: Fit,
    a: Option<Saved<T>>,
    b: Saved<T>,
}

impl<T: Element> Backward<T> for Div<T> {
    const NAME: &'static str = "DivBackward0";

    /// d_a = d_y / b, d_b = -d_y · (a / b) / b
    fn backward(&self, d_y: Tensor<T>, call: &Call<'_>) -> Result<Cotangents> {
        let b = &self.b.get(call)?;
        let d_b = match &self.a {
            Some(a) if call.needs(1) => Some(self.fit_b.apply(-(&d_y * (a.get(call)? / b / b)))),
            _ => None,
        };
        two(call.needs(0).then(|| self.fit_a.apply(d_y / b)), d_b)
    }

    fn saved_shapes(&self) -> Vec<Vec<usize>> {
        self.a.iter().chain([&self.b]).map(Saved::shape).collect()
    }
}

/// The larger or the smaller of each pair.
struct Extreme<T: Element> {
    name: &'static str,
    fit_a: Fit,
    fit_b: Fit,
    a: Saved<T>,
    b: Saved<T>,
}

impl<T: Element> Extreme<T> {
    fn new(a: &Tensor<T>, b: &Tensor<T>, y: &Tensor<T>, name: &'static str) -> Self {
        let (fit_a, fit_b) = (Fit::new(a, y), Fit::new(b, y));
        Self { name, fit_a, fit_b, a: Saved::input(a), b: Saved::input(b) }
    }
}

impl<T: Element> Backward<T> for Extreme<T> {
    const NAME: &'static str = "MaximumBackward0";

    fn name(&self) -> &'static str {
        self.name
    }

    /// d_a = d_y where a was taken, d_y/2 at a tie; a NaN on either side passes to both, as in PyTorch.
    fn backward(&self, d_y: Tensor<T>, call: &Call<'_>) -> Result<Cotangents> {
        let (a, b) = (self.a.get(call)?, self.b.get(call)?);
        let larger = self.name == "MaximumBackward0";
        let share = |mine: T, other: T| {
            let lost = if larger { mine < other } else { mine > other };
            T::of(if mine == other {
                0.5
            } else if lost {
                0.0
            } else {
                1.0
            })
        };
        let d_a = match call.needs(0) {
            true => Some(self.fit_a.apply(&d_y * kernel::zip(&a, &b, share)?)),
            false => None,
        };
        let d_b = match call.needs(1) {
            true => Some(self.fit_b.apply(d_y * kernel::zip(&b, &a, share)?)),
            false => None,
        };
        two(d_a, d_b)
    }

    fn saved_shapes(&self) -> Vec<Vec<usize>> {
        vec![self.a.shape(), self.b.shape()]
    }
}

/// Arithmetic on the elements of an operand given by value, where nobody else holds them and nothing is recorded.
macro_rules! owned {
    ($($name:ident, $reversed:ident: $record:ident, $op:tt;)*) => {$(
        /// `a op b`, onto the elements of `a`.
        #[track_caller]
        pub(crate) fn $name<T: Element>(a: Tensor<T>, b: &Tensor<T>) -> Result<Tensor<T>> {
            if recording(&[&a, b]) { $record(&a, b) } else { kernel::zip_owned(a, b, |a, b| a $op b) }
        }

        /// `a op b`, onto the elements of `b`.
        #[track_caller]
        pub(crate) fn $reversed<T: Element>(a: &Tensor<T>, b: Tensor<T>) -> Result<Tensor<T>> {
            if recording(&[a, &b]) { $record(a, &b) } else { kernel::zip_owned(b, a, |b, a| a $op b) }
        }
    )*};
}

owned! {
    add_owned, add_to_owned: add, +;
    sub_owned, sub_from_owned: sub, -;
    mul_owned, mul_to_owned: mul, *;
    div_owned, div_from_owned: div, /;
}
