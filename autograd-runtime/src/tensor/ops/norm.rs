//! Vector norms `(Σ |x|ᵖ)^{1/p}` for every order `p`.

use super::super::element::Element;
use super::super::error::{OrPanic, Result, TensorError};
use super::super::graph::node::{Call, Cotangents};
use super::super::graph::record::{Backward, many, one, record};
use super::super::graph::saved::Saved;
use super::super::handle::Tensor;
use super::super::kernel;
use super::super::shape::{Dims, Reduction, Sizes, list};

impl<T: Element> Tensor<T> {
    /// The Euclidean length of all elements, the Frobenius norm of a matrix. The gradient at zero is zero.
    #[track_caller]
    pub fn norm(&self) -> Self {
        self.try_norm_dim(T::of(2.0), &[][..], false).or_panic()
    }

    fallible! {
        /// The norms of order `p` over the named dimensions, which stay with size one if `keepdim`. None named means
        /// all. Order 0 counts the nonzero elements, an infinite order takes the largest or smallest magnitude.
        pub fn norm_dim | try_norm_dim(&self, p: T, dims: impl Dims, keepdim: bool) -> Tensor<T> {
            if p.is_nan() {
                return Err(TensorError::value("linalg.vector_norm: the order of a norm must not be NaN"));
            }
            let reduction = Reduction::new(self.shape(), dims.dims(), keepdim)?;
            let empty = self.numel() == 0 && self.shape().iter().zip(&reduction.mask).any(|(&n, &r)| r && n == 0);
            if empty && (p < T::zero() || p.is_infinite()) {
                return Err(TensorError::value(format!(
                    "linalg.vector_norm cannot compute the {p:?} norm on an empty tensor because the operation does \
                     not have an identity (the shape is {})",
                    list(self.shape())
                )));
            }
            let y = Tensor::owning(values(self, p, &reduction), &reduction.shape);
            let kept = reduction.kept;
            Ok(record(y, &[self], |y| Norm { p, x: Saved::input(self), y: Saved::output(y), kept }))
        }
    }
}

fn values<T: Element>(x: &Tensor<T>, p: T, reduction: &Reduction) -> Vec<T> {
    let mask = &reduction.mask;
    let (zero, one, two) = (T::zero(), T::one(), T::of(2.0));
    let sums = |f: &(dyn Fn(T) -> T + Sync)| kernel::sums(&kernel::map(x, f), mask);
    if p.is_infinite() {
        let (start, larger) = if p > zero { (zero, true) } else { (T::infinity(), false) };
        return kernel::reduce(x, mask, start, |best: T, v: T| {
            let v = v.abs();
            let better = if larger { v > best } else { v < best };
            if better || v.is_nan() { v } else { best }
        });
    }
    if p == zero {
        return sums(&|v| if v == zero { zero } else { one });
    }
    if p == one {
        return sums(&|v| v.abs());
    }
    if p == two {
        return sums(&|v| v * v).into_iter().map(T::sqrt).collect();
    }
    sums(&move |v| v.abs().powf(p)).into_iter().map(|sum| sum.powf(p.recip())).collect()
}

struct Norm<T: Element> {
    p: T,
    x: Saved<T>,
    y: Saved<T>,
    kept: Sizes,
}

impl<T: Element> Backward<T> for Norm<T> {
    const NAME: &'static str = "LinalgVectorNormBackward0";

    /// d_x = d_y · sign(x) (|x| / y)^{p-1}, and zero where y = 0. An infinite order gives it to the elements of that
    /// magnitude, evenly.
    fn backward(&self, d_y: Tensor<T>, call: &Call<'_>) -> Result<Cotangents> {
        let (p, one_, two) = (self.p, T::one(), T::of(2.0));
        if p == T::zero() {
            return many([None::<Tensor<T>>]);
        }
        let x = self.x.get(call)?;
        let d_y = d_y.try_reshape_to(&self.kept)?;
        if p == one_ {
            return one(x.detach().sign() * d_y);
        }
        let y = self.y.get(call)?.try_reshape_to(&self.kept)?;
        if p.is_infinite() {
            let (x, y) = (x.detach(), y.detach());
            let tied = kernel::zip(&x, &y, |x, y| if x.abs() == y { T::one() } else { T::zero() })?;
            let ties = tied.sum_to(&self.kept);
            return one(tied * x.sign() * (d_y / ties));
        }
        let some = y.detach().ne(T::zero());
        if p == two {
            return one(x * (d_y / y).gate(&some));
        }
        let slope = if p < two {
            // |x|^{p-1} has a pole, or a kink, at zero, where the sign says zero.
            (x.abs().powf(p - one_) * x.detach().sign()).gate(&x.detach().ne(T::zero()))
        } else {
            &x * x.abs().powf(p - two)
        };
        one(slope * (d_y / y.powf(p - one_)).gate(&some))
    }

    fn saved_shapes(&self) -> Vec<Vec<usize>> {
        vec![self.x.shape(), self.y.shape()]
    }
}
