//! Elementwise functions of three tensors: mixtures and fused products.

use super::super::element::Element;
use super::super::error::Result;
use super::super::graph::node::{Call, Cotangents};
use super::super::graph::record::{Backward, many, record, two};
use super::super::graph::saved::Saved;
use super::super::handle::Tensor;
use super::super::kernel;
use super::binary::Fit;

impl<T: Element> Tensor<T> {
    fallible! {
        /// `self + weight · (end - self)`
        pub fn lerp | try_lerp(&self, end: &Tensor<T>, weight: T) -> Tensor<T> {
            let y = kernel::zip(self, end, |a, b| mix(a, b, weight))?;
            Ok(record(y, &[self, end], |y| Lerp { fit_a: Fit::new(self, y), fit_b: Fit::new(end, y), weight }))
        }

        /// `self + weight · (end - self)` with a weight for each element; all three broadcast.
        pub fn lerp_tensor | try_lerp_tensor(&self, end: &Tensor<T>, weight: &Tensor<T>) -> Tensor<T> {
            let step = kernel::zip(end, self, |b, a| b - a)?;
            let (from, to) = (kernel::zip(self, &step, |a, _| a)?, kernel::zip(end, &step, |b, _| b)?);
            // Both ends are exact: a + w·(b - a) below one half, b - (1 - w)·(b - a) above.
            let low = kernel::zip(&from, &kernel::zip(&step, weight, |s, w| s * w)?, |a, s| a + s)?;
            let high = kernel::zip(&to, &kernel::zip(&step, weight, |s, w| s * (T::one() - w))?, |b, s| b - s)?;
            let chosen = kernel::zip(weight, &low, |w, _| w < T::of(0.5))?;
            let y = crate::tensor::no_grad(|| low.try_where_(&chosen, &high))?;
            Ok(record(y, &[self, end, weight], |y| LerpTensor {
                fits: [Fit::new(self, y), Fit::new(end, y), Fit::new(weight, y)],
                a: Saved::input(self),
                b: Saved::input(end),
                weight: Saved::input(weight),
            }))
        }

        /// `self + value · tensor1 · tensor2`, broadcasting.
        pub fn addcmul | try_addcmul(&self, tensor1: &Tensor<T>, tensor2: &Tensor<T>, value: T) -> Tensor<T> {
            let product = kernel::zip(tensor1, tensor2, |a, b| value * a * b)?;
            let y = kernel::zip(self, &product, |x, p| x + p)?;
            Ok(record(y, &[self, tensor1, tensor2], |y| Addcmul {
                fits: [Fit::new(self, y), Fit::new(tensor1, y), Fit::new(tensor2, y)],
                a: Saved::input(tensor1),
                b: Saved::input(tensor2),
                value,
            }))
        }

        /// `self + value · tensor1 / tensor2`, broadcasting.
        pub fn addcdiv | try_addcdiv(&self, tensor1: &Tensor<T>, tensor2: &Tensor<T>, value: T) -> Tensor<T> {
            let quotient = kernel::zip(tensor1, tensor2, |a, b| value * a / b)?;
            let y = kernel::zip(self, &quotient, |x, q| x + q)?;
            Ok(record(y, &[self, tensor1, tensor2], |y| Addcdiv {
                fits: [Fit::new(self, y), Fit::new(tensor1, y), Fit::new(tensor2, y)],
                a: Saved::input(tensor1),
                b: Saved::input(tensor2),
                value,
            }))
        }
    }
}

fn mix<T: Element>(a: T, b: T, weight: T) -> T {
    if weight < T::of(0.5) { a + weight * (b - a) } else { b - (b - a) * (T::one() - weight) }
}

struct Lerp<T> {
    fit_a: Fit,
    fit_b: Fit,
    weight: T,
}

impl<T: Element> Backward<T> for Lerp<T> {
    const NAME: &'static str = "LerpBackward0";
    const SAVES: bool = false;

    /// d_a = (1 - w)·d_y, d_b = w·d_y
    fn backward(&self, d_y: Tensor<T>, call: &Call<'_>) -> Result<Cotangents> {
        let d_a = call.needs(0).then(|| self.fit_a.apply(&d_y * (T::one() - self.weight)));
        two(d_a, call.needs(1).then(|| self.fit_b.apply(d_y * self.weight)))
    }
}

struct LerpTensor<T: Element> {
    fits: [Fit; 3],
    a: Saved<T>,
    b: Saved<T>,
    weight: Saved<T>,
}

impl<T: Element> Backward<T> for LerpTensor<T> {
    const NAME: &'static str = "LerpBackward1";

    /// d_a = (1 - w)·d_y, d_b = w·d_y, d_w = (b - a)·d_y
    fn backward(&self, d_y: Tensor<T>, call: &Call<'_>) -> Result<Cotangents> {
        let (a, b, weight) = (self.a.get(call)?, self.b.get(call)?, self.weight.get(call)?);
        let d_a = call.needs(0).then(|| self.fits[0].apply(&d_y * weight.rsub(T::one())));
        let d_b = call.needs(1).then(|| self.fits[1].apply(&d_y * &weight));
        many([d_a, d_b, call.needs(2).then(|| self.fits[2].apply(d_y * (b - a)))])
    }

    fn saved_shapes(&self) -> Vec<Vec<usize>> {
        vec![self.a.shape(), self.b.shape(), self.weight.shape()]
    }
}

struct Addcmul<T: Element> {
    fits: [Fit; 3],
    a: Saved<T>,
    b: Saved<T>,
    value: T,
}

impl<T: Element> Backward<T> for Addcmul<T> {
    const NAME: &'static str = "AddcmulBackward0";

    /// d_x = d_y, d_a = value·b·d_y, d_b = value·a·d_y
    fn backward(&self, d_y: Tensor<T>, call: &Call<'_>) -> Result<Cotangents> {
        let (a, b) = (self.a.get(call)?, self.b.get(call)?);
        let d_x = call.needs(0).then(|| self.fits[0].apply(d_y.clone()));
        let d_a = call.needs(1).then(|| self.fits[1].apply(&d_y * (b * self.value)));
        many([d_x, d_a, call.needs(2).then(|| self.fits[2].apply(d_y * (a * self.value)))])
    }

    fn saved_shapes(&self) -> Vec<Vec<usize>> {
        vec![self.a.shape(), self.b.shape()]
    }
}

struct Addcdiv<T: Element> {
    fits: [Fit; 3],
    a: Saved<T>,
    b: Saved<T>,
    value: T,
}

impl<T: Element> Backward<T> for Addcdiv<T> {
    const NAME: &'static str = "AddcdivBackward0";

    /// d_x = d_y, d_a = value·d_y / b, d_b = -value·a·d_y / b²
    fn backward(&self, d_y: Tensor<T>, call: &Call<'_>) -> Result<Cotangents> {
        let (a, b) = (self.a.get(call)?, &self.b.get(call)?);
        let d_x = call.needs(0).then(|| self.fits[0].apply(d_y.clone()));
        let d_a = call.needs(1).then(|| self.fits[1].apply(&d_y * self.value / b));
        many([d_x, d_a, call.needs(2).then(|| self.fits[2].apply(d_y * (a * -self.value / b / b)))])
    }

    fn saved_shapes(&self) -> Vec<Vec<usize>> {
        vec![self.a.shape(), self.b.shape()]
    }
}
