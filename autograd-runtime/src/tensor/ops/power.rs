//! Powers: of a tensor to a number, of a number to a tensor, of a tensor to a tensor.

use super::super::element::Element;
use super::super::error::Result;
use super::super::graph::node::{Call, Cotangents};
use super::super::graph::record::{Backward, one, record, two};
use super::super::graph::saved::Saved;
use super::super::handle::Tensor;
use super::super::kernel;
use super::super::mode::is_grad_enabled;
use super::binary::Fit;

impl<T: Element> Tensor<T> {
    /// `self` to the power of a number.
    #[track_caller]
    pub fn powf(&self, exponent: T) -> Self {
        let y = if exponent == T::one() {
            kernel::map(self, |x| x)
        } else if exponent == T::of(2.0) {
            kernel::map(self, |x| x * x)
        } else {
            kernel::map(self, |x| x.powf(exponent))
        };
        record(y, &[self], |_| PowScalar { x: Saved::input(self), exponent })
    }

    /// `x²`
    #[track_caller]
    pub fn square(&self) -> Self {
        self.powf(T::of(2.0))
    }

    /// `self` to a whole power.
    #[track_caller]
    pub fn powi(&self, exponent: i32) -> Self {
        self.powf(T::of(f64::from(exponent)))
    }

    /// A number to the power of each element.
    #[track_caller]
    pub fn scalar_pow(base: T, exponent: &Self) -> Self {
        let y = kernel::map(exponent, |x| base.powf(x));
        record(y, &[exponent], |y| ScalarPow { base, x: Saved::input(exponent), y: Saved::output(y) })
    }

    fallible! {
        /// `self` to the power of `exponent`, element by element, broadcasting.
        pub fn pow | try_pow(&self, exponent: &Tensor<T>) -> Tensor<T> {
            let y = kernel::zip(self, exponent, |a, b| a.powf(b))?;
            Ok(record(y, &[self, exponent], |y| Pow {
                fit_a: Fit::new(self, y),
                fit_b: Fit::new(exponent, y),
                a: Saved::input(self),
                b: Saved::input(exponent),
                y: Saved::output(y),
            }))
        }
    }
}

struct PowScalar<T: Element> {
    x: Saved<T>,
    exponent: T,
}

impl<T: Element> Backward<T> for PowScalar<T> {
    const NAME: &'static str = "PowBackward0";

    /// d_x = d_y · e · xᵉ⁻¹, and zero for e = 0 whatever x is
    fn backward(&self, d_y: Tensor<T>, call: &Call<'_>) -> Result<Cotangents> {
        let x = self.x.get(call)?;
        if self.exponent == T::zero() {
            return one(Tensor::<T>::zeros(d_y.shape()));
        }
        // Where the pass is recorded, derivatives of every order keep a graph; otherwise a square takes one product.
        if self.exponent == T::of(2.0) && !is_grad_enabled() {
            return one(d_y * (x * self.exponent));
        }
        one(d_y * (x.powf(self.exponent - T::one()) * self.exponent))
    }

    fn saved_shapes(&self) -> Vec<Vec<usize>> {
        vec![self.x.shape()]
    }
}

struct ScalarPow<T: Element> {
    base: T,
    x: Saved<T>,
    y: Saved<T>,
}

impl<T: Element> Backward<T> for ScalarPow<T> {
    const NAME: &'static str = "PowBackward2";

    /// d_x = d_y · y · ln c, and zero for c = 0 where x is not negative
    fn backward(&self, d_y: Tensor<T>, call: &Call<'_>) -> Result<Cotangents> {
        let d_x = d_y * (self.y.get(call)? * self.base.ln());
        if self.base != T::zero() {
            return one(d_x);
        }
        one(d_x.gate(&self.x.get(call)?.detach().lt(T::zero())))
    }

    fn saved_shapes(&self) -> Vec<Vec<usize>> {
        vec![self.y.shape()]
    }
}

struct Pow<T: Element> {
    fit_a: Fit,
    fit_b: Fit,
    a: Saved<T>,
    b: Saved<T>,
    y: Saved<T>,
}

impl<T: Element> Backward<T> for Pow<T> {
    const NAME: &'static str = "PowBackward1";

    /// d_a = d_y · b · aᵇ⁻¹ (zero where b = 0), d_b = d_y · y · ln a (zero where a = 0 ≤ b)
    fn backward(&self, d_y: Tensor<T>, call: &Call<'_>) -> Result<Cotangents> {
        let (a, b) = (&self.a.get(call)?, &self.b.get(call)?);
        let d_a = match call.needs(0) {
            true => {
                let slope = b * a.try_pow(&(b - T::one()))?;
                Some(self.fit_a.apply((&d_y * slope).gate(&b.detach().ne(T::zero()))))
            }
            false => None,
        };
        let d_b = match call.needs(1) {
            true => {
                let flat = kernel::zip(a, b, |a, b| !(a == T::zero() && b >= T::zero()))?;
                Some(self.fit_b.apply((d_y * (self.y.get(call)? * a.log())).gate(&flat)))
            }
            false => None,
        };
        two(d_a, d_b)
    }

    fn saved_shapes(&self) -> Vec<Vec<usize>> {
        vec![self.a.shape(), self.b.shape(), self.y.shape()]
    }
}
