//! Running sums, products and extremes along a dimension, and the linear recurrence that their gradients are made of.

use super::super::element::{Dtype, Element};
use super::super::error::{Result, TensorError};
use super::super::graph::node::{Call, Cotangents};
use super::super::graph::record::{Backward, one, record, two};
use super::super::graph::saved::Saved;
use super::super::handle::Tensor;
use super::super::kernel;
use super::super::shape::{Lanes, dimension, list};
use super::extreme::is_nan;
use super::pick::{Positions, pick};

impl<T: Element> Tensor<T> {
    fallible! {
        /// `yₖ = Σ_{i≤k} xᵢ` along a dimension.
        pub fn cumsum | try_cumsum(&self, dim: isize) -> Tensor<T> {
            Ok(running_sum(self, dimension(dim, self.dim())?, false))
        }

        /// `yₖ = Π_{i≤k} xᵢ` along a dimension.
        pub fn cumprod | try_cumprod(&self, dim: isize) -> Tensor<T> {
            let d = dimension(dim, self.dim())?;
            let y = scanned(self, d, false, |product, x| product * x);
            Ok(record(y, &[self], |_| CumProd { x: Saved::input(self), d }))
        }
    }
}

impl<T: Dtype> Tensor<T> {
    fallible! {
        /// The running maximum along a dimension and its place, the last of several; a NaN stays.
        pub fn cummax | try_cummax(&self, dim: isize) -> (Tensor<T>, Tensor<i64>) {
            running_extreme(self, dim, |x, best| x >= best, "CummaxBackward0")
        }

        /// The running minimum along a dimension and its place, the last of several; a NaN stays.
        pub fn cummin | try_cummin(&self, dim: isize) -> (Tensor<T>, Tensor<i64>) {
            running_extreme(self, dim, |x, best| x <= best, "CumminBackward0")
        }
    }
}

/// `y` along dimension `d`, each element folded onto the result of the one before it, or after it if `backwards`.
fn scanned<T: Element>(x: &Tensor<T>, d: usize, backwards: bool, f: impl Fn(T, T) -> T) -> Tensor<T> {
    let Lanes { size, inner, .. } = Lanes::new(x.shape(), d);
    let mut values = x.to_vec();
    for slab in values.chunks_exact_mut((size * inner).max(1)) {
        for k in 1..size {
            let (at, from) = if backwards { (size - 1 - k, size - k) } else { (k, k - 1) };
            for i in 0..inner {
                slab[at * inner + i] = f(slab[from * inner + i], slab[at * inner + i]);
            }
        }
    }
    Tensor::owning(values, x.shape())
}

#[track_caller]
fn running_sum<T: Element>(x: &Tensor<T>, d: usize, backwards: bool) -> Tensor<T> {
    record(scanned(x, d, backwards, |sum, x| sum + x), &[x], |_| CumSum { d, backwards })
}

struct CumSum {
    d: usize,
    backwards: bool,
}

impl<T: Element> Backward<T> for CumSum {
    const NAME: &'static str = "CumsumBackward0";
    const SAVES: bool = false;

    /// d_xₖ = Σ_{i≥k} d_yᵢ: the running sum from the other end
    fn backward(&self, d_y: Tensor<T>, _: &Call<'_>) -> Result<Cotangents> {
        one(running_sum(&d_y, self.d, !self.backwards))
    }
}

struct CumProd<T: Element> {
    x: Saved<T>,
    d: usize,
}

impl<T: Element> Backward<T> for CumProd<T> {
    const NAME: &'static str = "CumprodBackward0";

    /// d_xₖ = (Π_{j<k} xⱼ) rₖ with rₖ = d_yₖ + xₖ₊₁ rₖ₊₁. Nothing is divided, so zeros need no special case.
    fn backward(&self, d_y: Tensor<T>, call: &Call<'_>) -> Result<Cotangents> {
        let x = self.x.get(call)?;
        if x.dim() == 0 {
            return one(d_y);
        }
        let d = self.d as isize;
        let r = recurrence_from_the_end(&shifted_up(&x, d, T::zero())?, &d_y, d)?;
        one(products_before(&x, d)? * r)
    }

    fn saved_shapes(&self) -> Vec<Vec<usize>> {
        vec![self.x.shape()]
    }
}

/// `pₖ = Π_{j<k} xⱼ` along a dimension.
#[track_caller]
pub(crate) fn products_before<T: Element>(x: &Tensor<T>, dim: isize) -> Result<Tensor<T>> {
    shifted_down(&x.try_cumprod(dim)?, dim, T::one())
}

/// `yₖ = xₖ₋₁` along a dimension, with `first` where there is none.
#[track_caller]
fn shifted_down<T: Element>(x: &Tensor<T>, dim: isize, first: T) -> Result<Tensor<T>> {
    let n = x.size(dim);
    if n == 0 {
        return Ok(x.clone());
    }
    Tensor::try_cat(&[&edge(x, dim, first)?, &x.try_narrow(dim, 0, n - 1)?], dim)
}

/// `yₖ = xₖ₊₁` along a dimension, with `last` where there is none.
#[track_caller]
pub(crate) fn shifted_up<T: Element>(x: &Tensor<T>, dim: isize, last: T) -> Result<Tensor<T>> {
    let n = x.size(dim);
    if n == 0 {
        return Ok(x.clone());
    }
    Tensor::try_cat(&[&x.try_narrow(dim, 1, n - 1)?, &edge(x, dim, last)?], dim)
}

/// One layer of a value, in the shape of a tensor but for one dimension.
fn edge<T: Element>(x: &Tensor<T>, dim: isize, value: T) -> Result<Tensor<T>> {
    let mut shape = x.shape().to_vec();
    shape[dimension(dim, x.dim())?] = 1;
    Ok(Tensor::full(shape, value))
}

/// `hₖ = aₖ hₖ₋₁ + bₖ` along a dimension, from `h₋₁ = 0`. Its gradient is such a recurrence again.
#[track_caller]
fn recurrence<T: Element>(a: &Tensor<T>, b: &Tensor<T>, dim: isize) -> Result<Tensor<T>> {
    if a.shape() != b.shape() {
        return Err(TensorError::shape(format!("a recurrence of {} and {}", list(a.shape()), list(b.shape()))));
    }
    let d = dimension(dim, a.dim())?;
    let Lanes { size, inner, .. } = Lanes::new(a.shape(), d);
    let mut values = b.to_vec();
    kernel::row_major(a, |a| {
        let length = (size * inner).max(1);
        for (h, a) in values.chunks_exact_mut(length).zip(a.chunks_exact(length)) {
            for at in inner..size * inner {
                h[at] += a[at] * h[at - inner];
            }
        }
    });
    let h = Tensor::owning(values, b.shape());
    Ok(record(h, &[a, b], |h| Recurrence { a: Saved::input(a), h: Saved::output(h), dim }))
}

/// `hₖ = bₖ + aₖ hₖ₊₁` along a dimension, from zero behind the end.
#[track_caller]
pub(crate) fn recurrence_from_the_end<T: Element>(a: &Tensor<T>, b: &Tensor<T>, dim: isize) -> Result<Tensor<T>> {
    recurrence(&a.try_flip([dim])?, &b.try_flip([dim])?, dim)?.try_flip([dim])
}

struct Recurrence<T: Element> {
    a: Saved<T>,
    h: Saved<T>,
    dim: isize,
}

impl<T: Element> Backward<T> for Recurrence<T> {
    const NAME: &'static str = "RecurrenceBackward";

    /// d_bₖ = d_hₖ + aₖ₊₁ d_bₖ₊₁, d_aₖ = d_bₖ hₖ₋₁
    fn backward(&self, d_h: Tensor<T>, call: &Call<'_>) -> Result<Cotangents> {
        let (a, h) = (self.a.get(call)?, self.h.get(call)?);
        let d_b = recurrence_from_the_end(&shifted_up(&a, self.dim, T::zero())?, &d_h, self.dim)?;
        let d_a = match call.needs(0) {
            true => Some(&d_b * shifted_down(&h, self.dim, T::zero())?),
            false => None,
        };
        two(d_a, call.needs(1).then_some(d_b))
    }

    fn saved_shapes(&self) -> Vec<Vec<usize>> {
        vec![self.a.shape(), self.h.shape()]
    }
}

#[track_caller]
fn running_extreme<T: Dtype>(
    x: &Tensor<T>,
    dim: isize,
    beats: impl Fn(T, T) -> bool,
    node: &'static str,
) -> Result<(Tensor<T>, Tensor<i64>)> {
    let Lanes { outer, size, inner } = Lanes::new(x.shape(), dimension(dim, x.dim())?);
    let mut indices = vec![0_i64; x.numel()];
    let mut starts: Vec<usize> = (0..x.numel()).collect();
    kernel::row_major(x, |values| {
        for o in 0..outer {
            for at in o * size * inner + inner..(o + 1) * size * inner {
                let best = starts[at - inner];
                if is_nan(values[at]) || (beats(values[at], values[best]) && !is_nan(values[best])) {
                    indices[at] = ((at / inner) % size) as i64;
                } else {
                    (starts[at], indices[at]) = (best, indices[at - inner]);
                }
            }
        }
    });
    let y = pick(x, &Positions::single(starts), x.shape(), node);
    Ok((y, Tensor::owning(indices, x.shape())))
}
