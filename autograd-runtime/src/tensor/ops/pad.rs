//! More elements at the ends of dimensions, or fewer.

use super::super::create::checked_numel;
use super::super::element::{Dtype, Element};
use super::super::error::{Result, TensorError};
use super::super::graph::node::{Call, Cotangents};
use super::super::graph::record::{Backward, one};
use super::super::handle::Tensor;
use super::super::kernel;
use super::super::shape::{Lanes, Layout, Sizes, list};
use super::index::part_of;
use super::pick::{Positions, pick, record_floats};
use super::view::Part;

/// What the new elements are.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Pad<T> {
    /// This value.
    Constant(T),
    /// The elements mirrored at the outermost one, which is not repeated.
    Reflect,
    /// The outermost element.
    Replicate,
    /// The elements from the other end.
    Circular,
}

impl<T: Dtype> Tensor<T> {
    fallible! {
        /// Adds elements at the ends of the last dimensions: `[left, right]` of the last one, then of the one before it,
        /// and so on. A negative number takes elements away.
        ///
        /// ```
        /// use autograd_runtime::tensor::{Pad, Tensor};
        ///
        /// let x = Tensor::from([1.0, 2.0, 3.0]);
        /// assert_eq!(x.pad(&[2, 1], Pad::Reflect).to_vec(), [3.0, 2.0, 1.0, 2.0, 3.0, 2.0]);
        /// assert_eq!(x.pad(&[-1, 2], Pad::Constant(0.0)).to_vec(), [2.0, 3.0, 0.0, 0.0]);
        /// ```
        pub fn pad | try_pad(&self, amounts: &[isize], mode: Pad<T>) -> Tensor<T> {
            let ends = ends(self.shape(), amounts)?;
            match mode {
                Pad::Constant(value) => constant(self, &ends, value),
                Pad::Reflect | Pad::Replicate | Pad::Circular => {
                    let mut y = self.clone();
                    for (d, end) in ends.iter().enumerate().filter(|(_, end)| end.before != 0 || end.after != 0) {
                        y = along(&y, d, end, mode)?;
                    }
                    Ok(y)
                }
            }
        }
    }
}

/// What is added at the two ends of a dimension, and the size it gets.
struct Ends {
    before: isize,
    after: isize,
    size: usize,
}

fn ends(shape: &[usize], amounts: &[isize]) -> Result<Vec<Ends>> {
    if !amounts.len().is_multiple_of(2) {
        return Err(TensorError::value(format!(
            "Padding length must be divisible by 2 (padding is {})",
            list(amounts)
        )));
    }
    if amounts.len() > 2 * shape.len() {
        return Err(TensorError::value(format!(
            "Padding length should be less than or equal to two times the input dimension but got padding length {} \
             and input of dimension {}",
            amounts.len(),
            shape.len()
        )));
    }
    let each = shape.iter().enumerate().map(|(d, &n)| {
        let k = 2 * (shape.len() - 1 - d);
        let (before, after) = (amounts.get(k).copied().unwrap_or(0), amounts.get(k + 1).copied().unwrap_or(0));
        let size = (n as isize).checked_add(before).and_then(|n| n.checked_add(after)).filter(|&n| n >= 0);
        // What is taken away at one end must be there, whatever is added at the other.
        match size.filter(|_| n as isize + before.min(0) + after.min(0) >= 0) {
            Some(size) => Ok(Ends { before, after, size: size as usize }),
            None => Err(TensorError::shape(format!(
                "The input size {n}, plus negative padding {before} and {after}, resulted in a negative output size, \
                 which is invalid. Check dimension {d} of your input."
            ))),
        }
    });
    let each = each.collect::<Result<Vec<_>>>()?;
    checked_numel(&each.iter().map(|end| end.size).collect::<Vec<_>>())?;
    Ok(each)
}

#[track_caller]
fn constant<T: Dtype>(x: &Tensor<T>, ends: &[Ends], value: T) -> Result<Tensor<T>> {
    let mut inside = x.clone();
    for (d, end) in ends.iter().enumerate().filter(|(_, end)| end.before < 0 || end.after < 0) {
        let n = x.shape()[d] as isize + end.before.min(0) + end.after.min(0);
        inside = inside.try_narrow(d as isize, (-end.before).max(0), n as usize)?;
    }
    let shape: Sizes = ends.iter().map(|end| end.size).collect();
    let mut layout = Layout::contiguous(&shape);
    if inside.numel() > 0 {
        layout.offset = ends.iter().zip(&layout.strides).map(|(end, stride)| end.before.max(0) as usize * stride).sum();
    }
    layout.shape = Sizes::from_slice(inside.shape());
    let mut values = vec![value; shape.iter().product()];
    let from = &inside.0.layout;
    kernel::assign(&layout, &mut values, from, &inside.values());
    let y = Tensor::owning(values, &shape);
    Ok(record_floats(y, &[&inside], || ConstantPad { shape, part: Part(layout) }))
}

struct ConstantPad {
    shape: Sizes,
    part: Part,
}

impl<T: Element> Backward<T> for ConstantPad {
    const NAME: &'static str = "ConstantPadNdBackward0";
    const SAVES: bool = false;

    /// d_x = the part of d_y where x lies
    fn backward(&self, d_y: Tensor<T>, _: &Call<'_>) -> Result<Cotangents> {
        one(part_of(&d_y, &self.shape, &self.part))
    }
}

/// One dimension padded with elements of its own.
#[track_caller]
fn along<T: Dtype>(x: &Tensor<T>, d: usize, end: &Ends, mode: Pad<T>) -> Result<Tensor<T>> {
    let Lanes { outer, size, inner } = Lanes::new(x.shape(), d);
    let n = size as isize;
    let most = end.before.max(end.after);
    let refused = match mode {
        Pad::Reflect => (most >= n).then(|| {
            format!(
                "Padding size should be less than the corresponding input dimension, but got: padding ({}, {})",
                end.before, end.after
            )
        }),
        Pad::Circular => (most > n).then(|| {
            format!("Padding value causes wrapping around more than once: padding ({}, {})", end.before, end.after)
        }),
        Pad::Replicate => (n == 0 && end.size > 0).then(|| "Expected a dimension of non-zero size to replicate".into()),
        Pad::Constant(_) => None,
    };
    if let Some(text) = refused {
        return Err(TensorError::value(format!("{text} at dimension {d} of input {}", list(x.shape()))));
    }
    let source = |k: isize| match mode {
        Pad::Reflect => {
            let k = k.abs();
            if k >= n { 2 * (n - 1) - k } else { k }
        }
        Pad::Circular => k.rem_euclid(n),
        Pad::Replicate | Pad::Constant(_) => k.clamp(0, n - 1),
    };
    let layers: Vec<usize> = (0..end.size).map(|k| source(k as isize - end.before) as usize).collect();
    let starts = (0..outer).flat_map(|o| layers.iter().map(move |k| (o * size + k) * inner)).collect();
    let mut shape = Sizes::from_slice(x.shape());
    shape[d] = end.size;
    let node = match mode {
        Pad::Reflect => "ReflectionPadBackward0",
        Pad::Replicate => "ReplicationPadBackward0",
        Pad::Circular | Pad::Constant(_) => "CircularPadBackward0",
    };
    Ok(pick(x, &Positions::new(starts, inner), &shape, node))
}
