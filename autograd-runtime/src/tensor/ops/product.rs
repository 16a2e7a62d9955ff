//! Products over all elements or one dimension.

use super::super::element::Element;
use super::super::error::Result;
use super::super::graph::node::{Call, Cotangents};
use super::super::graph::record::{Backward, one, record};
use super::super::graph::saved::Saved;
use super::super::handle::Tensor;
use super::super::kernel;
use super::super::shape::{Reduction, dimension};
use super::scan::products_before;

impl<T: Element> Tensor<T> {
    /// The product of all elements, as a scalar; one for none.
    #[track_caller]
    pub fn prod(&self) -> Self {
        let product = kernel::reduce(self, &vec![true; self.dim()], T::one(), |product, x| product * x)[0];
        record(Tensor::lone(product), &[self], |y| Prod { x: Saved::input(self), y: Saved::output(y), along: None })
    }

    fallible! {
        /// The products over one dimension, which stays with size one if `keepdim`.
        pub fn prod_dim | try_prod_dim(&self, dim: isize, keepdim: bool) -> Tensor<T> {
            let d = dimension(dim, self.dim())?;
            let reduction = Reduction::new(self.shape(), &[dim], keepdim)?;
            let values = kernel::reduce(self, &reduction.mask, T::one(), |product, x| product * x);
            Ok(record(Tensor::owning(values, &reduction.shape), &[self], |y| Prod {
                x: Saved::input(self),
                y: Saved::output(y),
                along: (self.dim() > 0).then_some(d),
            }))
        }
    }
}

struct Prod<T: Element> {
    x: Saved<T>,
    y: Saved<T>,
    /// The reduced dimension; `None` for all.
    along: Option<usize>,
}

impl<T: Element> Backward<T> for Prod<T> {
    const NAME: &'static str = "ProdBackward0";

    fn name(&self) -> &'static str {
        if self.along.is_some() { "ProdBackward1" } else { "ProdBackward0" }
    }

    /// d_xᵢ = d_y · Π_{j≠i} xⱼ, which is d_y · y / xᵢ as long as no element is zero
    fn backward(&self, d_y: Tensor<T>, call: &Call<'_>) -> Result<Cotangents> {
        let (x, y) = (self.x.get(call)?, self.y.get(call)?);
        let mut kept = x.shape().to_vec();
        match self.along {
            Some(d) => kept[d] = 1,
            None => kept.fill(1),
        }
        let d_y = d_y.try_reshape_to(&kept)?;
        if !kernel::row_major(&x, |values| values.contains(&T::zero())) {
            return one(d_y * y.try_reshape_to(&kept)? / &x);
        }
        let (lanes, d) = match self.along {
            Some(d) => (x.clone(), d as isize),
            None => (x.try_reshape_to(&[x.numel()])?, 0),
        };
        let before = products_before(&lanes, d)?;
        let after = products_before(&lanes.try_flip([d])?, d)?.try_flip([d])?;
        one(d_y * (before * after).try_reshape_to(x.shape())?)
    }

    fn saved_shapes(&self) -> Vec<Vec<usize>> {
        vec![self.x.shape(), self.y.shape()]
    }
}
