//! Order along a dimension: sorting, the largest few, the k-th, the middle and the most frequent. All choose elements,
//! and the gradient goes where they came from. Equal elements stay in their order; a NaN is larger than any number.

use super::super::element::{Dtype, Element};
use super::super::error::{Result, TensorError};
use super::super::graph::record::record;
use super::super::handle::Tensor;
use super::super::kernel;
use super::super::shape::{Lanes, Reduction, Sizes, dimension, list};
use super::extreme::{Evenly, is_nan};
use super::pick::{Positions, pick};
use std::cmp::Ordering;

impl<T: Dtype> Tensor<T> {
    fallible! {
        /// The elements of each lane along a dimension in order, and the places they had.
        pub fn sort | try_sort(&self, dim: isize, descending: bool) -> (Tensor<T>, Tensor<i64>) {
            let d = dimension(dim, self.dim())?;
            let chosen = Chosen::new(self, d, Lanes::new(self.shape(), d).size, |lane, order| {
                if descending { order.sort_by(|&i, &j| compare(lane(j), lane(i))) }
                else { order.sort_by(|&i, &j| compare(lane(i), lane(j))) }
            });
            Ok(chosen.take(self, self.shape(), "SortBackward0"))
        }

        /// The places that [`sort`](Self::sort) takes the elements from.
        pub fn argsort | try_argsort(&self, dim: isize, descending: bool) -> Tensor<i64> {
            Ok(self.detach().try_sort(dim, descending)?.1)
        }

        /// The `k` largest (or smallest) elements of each lane along a dimension, best first, and their places.
        pub fn topk | try_topk(&self, k: usize, dim: isize, largest: bool) -> (Tensor<T>, Tensor<i64>) {
            let d = dimension(dim, self.dim())?;
            let size = Lanes::new(self.shape(), d).size;
            if k > size {
                return Err(TensorError::index(format!(
                    "selected index k out of range (k is {k}, the size of dimension {d} is {size})"
                )));
            }
            let chosen = Chosen::new(self, d, k, |lane, order| {
                let better = |&i: &usize, &j: &usize| {
                    let by_value = if largest { compare(lane(j), lane(i)) } else { compare(lane(i), lane(j)) };
                    by_value.then(i.cmp(&j))
                };
                if k > 0 && k < order.len() {
                    order.select_nth_unstable_by(k - 1, better);
                }
                order[..k].sort_unstable_by(better);
            });
            let mut shape = Sizes::from_slice(self.shape());
            if let Some(size) = shape.get_mut(d) {
                *size = k;
            }
            // A scalar has one element to give, or none at all.
            if self.dim() == 0 && k == 0 {
                shape.push(0);
            }
            Ok(chosen.take(self, &shape, "TopkBackward0"))
        }

        /// The `k`-th smallest element of each lane along a dimension, counted from one, and its place. The dimension
        /// stays with size one if `keepdim`.
        pub fn kthvalue | try_kthvalue(&self, k: usize, dim: isize, keepdim: bool) -> (Tensor<T>, Tensor<i64>) {
            let d = dimension(dim, self.dim())?;
            let size = Lanes::new(self.shape(), d).size;
            if k == 0 || k > size {
                return Err(TensorError::index(format!(
                    "kthvalue(): selected number k out of range for dimension {d} (k is {k}, its size is {size})"
                )));
            }
            kth(self, dim, keepdim, "kthvalue", |_, _| k - 1)
        }

        /// The middle element of each lane along a dimension, the lower of two, and its place; NaN where there is
        /// one. The dimension stays with size one if `keepdim`.
        pub fn median_dim | try_median_dim(&self, dim: isize, keepdim: bool) -> (Tensor<T>, Tensor<i64>) {
            kth(self, dim, keepdim, "median", |lane, order| {
                let nan = (0..order.len()).find(|&i| is_nan(lane(i)));
                nan.and_then(|nan| order.iter().position(|&i| i == nan)).unwrap_or((order.len() - 1) / 2)
            })
        }

        /// The most frequent element of each lane along a dimension, the smallest of several, and its last place. The
        /// dimension stays with size one if `keepdim`.
        pub fn mode_dim | try_mode_dim(&self, dim: isize, keepdim: bool) -> (Tensor<T>, Tensor<i64>) {
            kth(self, dim, keepdim, "mode", |lane, order| {
                let (mut best, mut longest, mut start) = (0, 0, 0);
                for end in 1..=order.len() {
                    if end < order.len() && compare(lane(order[start]), lane(order[end])) == Ordering::Equal {
                        continue;
                    }
                    if end - start > longest {
                        (best, longest) = (end - 1, end - start);
                    }
                    start = end;
                }
                best
            })
        }
    }
}

impl<T: Element> Tensor<T> {
    /// The middle of all elements, the lower of two, as a scalar; NaN for none and where one is NaN. Ties share the
    /// gradient evenly.
    #[track_caller]
    pub fn median(&self) -> Self {
        let mut values = self.to_vec();
        let middle = match values.iter().find(|v| v.is_nan()) {
            Some(&nan) => nan,
            None if values.is_empty() => T::nan(),
            None => {
                let at = (values.len() - 1) / 2;
                *values.select_nth_unstable_by(at, |&a, &b| compare(a, b)).1
            }
        };
        record(Tensor::lone(middle), &[self], |y| {
            Evenly::new(self, y, Sizes::from_elem(1, self.dim()), "MedianBackward0")
        })
    }
}

/// By value; a NaN is larger than any number and equal to itself.
fn compare<T: Dtype>(a: T, b: T) -> Ordering {
    a.partial_cmp(&b).unwrap_or_else(|| is_nan(a).cmp(&is_nan(b)))
}

/// For every lane, the places of the elements chosen from it.
struct Chosen {
    positions: Vec<usize>,
    places: Vec<i64>,
}

impl Chosen {
    /// The first `count` places of each lane after `arrange` has put them in order.
    fn new<T: Dtype>(
        x: &Tensor<T>,
        d: usize,
        count: usize,
        arrange: impl Fn(&dyn Fn(usize) -> T, &mut [usize]),
    ) -> Self {
        let Lanes { outer, size, inner } = Lanes::new(x.shape(), d);
        let (mut positions, mut places) = (vec![0; outer * count * inner], vec![0; outer * count * inner]);
        let mut order: Vec<usize> = Vec::with_capacity(size);
        kernel::row_major(x, |values| {
            for (lane, start) in Lanes::new(x.shape(), d).starts().enumerate() {
                order.clear();
                order.extend(0..size);
                arrange(&|i| values[start + i * inner], &mut order);
                let target = (lane / inner) * count * inner + lane % inner;
                for (k, &i) in order[..count].iter().enumerate() {
                    positions[target + k * inner] = start + i * inner;
                    places[target + k * inner] = i as i64;
                }
            }
        });
        Self { positions, places }
    }

    #[track_caller]
    fn take<T: Dtype>(self, x: &Tensor<T>, shape: &[usize], node: &'static str) -> (Tensor<T>, Tensor<i64>) {
        (pick(x, &Positions::single(self.positions), shape, node), Tensor::owning(self.places, shape))
    }
}

/// One element of each lane: `at` says which of the sorted ones.
#[track_caller]
fn kth<T: Dtype>(
    x: &Tensor<T>,
    dim: isize,
    keepdim: bool,
    name: &'static str,
    at: impl Fn(&dyn Fn(usize) -> T, &[usize]) -> usize,
) -> Result<(Tensor<T>, Tensor<i64>)> {
    let d = dimension(dim, x.dim())?;
    let reduction = Reduction::new(x.shape(), &[dim], keepdim)?;
    if Lanes::new(x.shape(), d).size == 0 {
        return Err(TensorError::index(format!(
            "{name}(): Expected reduction dim {d} to have non-zero size. (the shape is {})",
            list(x.shape())
        )));
    }
    let chosen = Chosen::new(x, d, 1, |lane, order| {
        order.sort_by(|&i, &j| compare(lane(i), lane(j)));
        let at = at(lane, order);
        order.swap(0, at);
    });
    let node = match name {
        "kthvalue" => "KthvalueBackward0",
        "mode" => "ModeBackward0",
        _ => "MedianBackward1",
    };
    Ok(chosen.take(x, &reduction.shape, node))
}
