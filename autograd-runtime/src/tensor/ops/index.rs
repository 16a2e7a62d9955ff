//! Parts of a tensor: select, slice, narrow and their combination.

use super::super::element::{Dtype, Element};
use super::super::error::{Result, TensorError};
use super::super::graph::node::{Call, Cotangents};
use super::super::graph::record::{Backward, one, record};
use super::super::handle::Tensor;
use super::super::kernel;
use super::super::shape::{Layout, Sizes, dimension, list, row_major};
use super::index_with;
use super::view::Part;
use std::ops::{Range, RangeFrom, RangeFull, RangeTo};

/// What one position of [`Tensor::index`] selects.
#[derive(Clone, Debug)]
pub enum Index {
    /// One place of a dimension, which disappears. Counted from either end.
    Select(isize),
    /// Every `step`-th place from `start` up to, but not including, `end`; bounds beyond the size are cut to it.
    Slice {
        /// The first place, counted from either end.
        start: Option<isize>,
        /// The place after the last, counted from either end.
        end: Option<isize>,
        /// The distance, at least one.
        step: usize,
    },
    /// A new dimension of size one.
    NewAxis,
    /// As many full dimensions as the other positions leave over.
    Ellipsis,
    /// The places with these numbers, counted from either end. Several index tensors are broadcast together; their
    /// shape stands where the first of them does, or in front where other dimensions lie between them.
    Tensor(Tensor<i64>),
    /// The places where the mask holds, for as many dimensions as it has.
    Mask(Tensor<bool>),
}

impl From<&Tensor<i64>> for Index {
    fn from(places: &Tensor<i64>) -> Self {
        Self::Tensor(places.clone())
    }
}

impl From<&Tensor<bool>> for Index {
    fn from(mask: &Tensor<bool>) -> Self {
        Self::Mask(mask.clone())
    }
}

impl From<isize> for Index {
    fn from(i: isize) -> Self {
        Self::Select(i)
    }
}

impl From<Range<isize>> for Index {
    fn from(range: Range<isize>) -> Self {
        Self::Slice { start: Some(range.start), end: Some(range.end), step: 1 }
    }
}

impl From<RangeFrom<isize>> for Index {
    fn from(range: RangeFrom<isize>) -> Self {
        Self::Slice { start: Some(range.start), end: None, step: 1 }
    }
}

impl From<RangeTo<isize>> for Index {
    fn from(range: RangeTo<isize>) -> Self {
        Self::Slice { start: None, end: Some(range.end), step: 1 }
    }
}

impl From<RangeFull> for Index {
    fn from(_: RangeFull) -> Self {
        Self::Slice { start: None, end: None, step: 1 }
    }
}

impl<T: Dtype> Tensor<T> {
    fallible! {
        /// The part at one place of a dimension, which disappears. Counted from either end.
        pub fn select | try_select(&self, dim: isize, index: isize) -> Tensor<T> {
            if self.dim() == 0 {
                return Err(TensorError::index("select() cannot be applied to a 0-dim tensor."));
            }
            let d = dimension(dim, self.dim())?;
            let at = place(index, d, self.shape()[d])?;
            let pick = |mut layout: Layout| {
                layout.offset += at * layout.strides[d];
                layout.shape.remove(d);
                layout.strides.remove(d);
                layout
            };
            Ok(self.part(pick(self.0.layout.clone()), pick(Layout::contiguous(self.shape())), "SelectBackward0"))
        }

        /// `length` places of a dimension from `start`, which may be counted from the end.
        pub fn narrow | try_narrow(&self, dim: isize, start: isize, length: usize) -> Tensor<T> {
            if self.dim() == 0 {
                return Err(TensorError::index("narrow() cannot be applied to a 0-dim tensor."));
            }
            let d = dimension(dim, self.dim())?;
            let size = self.shape()[d];
            let first = if start < 0 { start + size as isize } else { start };
            if first < 0 || first as usize > size {
                return Err(TensorError::index(format!(
                    "start out of range (expected to be in range of [-{size}, {size}], but got {start})"
                )));
            }
            if (first as usize).checked_add(length).is_none_or(|end| end > size) {
                return Err(TensorError::index(format!(
                    "start ({first}) + length ({length}) exceeds dimension size ({size})."
                )));
            }
            Ok(self.stepped(d, first as usize, length, 1))
        }

        /// Every `step`-th place of a dimension from `start` up to, but not including, `end`. Bounds count from
        /// either end and are cut to the size, as in Python.
        pub fn slice | try_slice(&self, dim: isize, start: Option<isize>, end: Option<isize>, step: usize) -> Tensor<T> {
            if self.dim() == 0 {
                return Err(TensorError::index("slice() cannot be applied to a 0-dim tensor."));
            }
            let d = dimension(dim, self.dim())?;
            if step == 0 {
                return Err(TensorError::value("slice step must be positive"));
            }
            let size = self.shape()[d] as isize;
            let cut = |bound: isize| (if bound < 0 { bound.saturating_add(size) } else { bound }).clamp(0, size) as usize;
            let (start, end) = (start.map_or(0, cut), end.map_or(size as usize, cut));
            Ok(self.stepped(d, start, end.saturating_sub(start).div_ceil(step), step))
        }

        /// The part that a list of positions names, from the first dimension on; dimensions not named stay whole.
        ///
        /// ```
        /// use autograd_runtime::tensor::{Index, Tensor};
        ///
        /// let x = Tensor::from_vec((0..12).map(f64::from).collect(), [3, 4]);
        /// assert_eq!(x.index(&[(1..).into(), Index::Select(-1)]).to_vec(), [7.0, 11.0]);
        /// ```
        ///
        /// Positions, slices and new axes give a view; an index tensor or a mask gives a copy.
        pub fn index | try_index(&self, positions: &[Index]) -> Tensor<T> {
            if index_with::is_advanced(positions) {
                return index_with::chosen(self, positions);
            }
            let left = unnamed(self.shape(), positions)?;
            let mut part = self.clone();
            let mut dim = 0;
            for position in positions {
                part = match position {
                    Index::Select(i) => part.try_select(dim, *i)?,
                    Index::Slice { start: None, end: None, step: 1 } => { dim += 1; part }
                    Index::Slice { start, end, step } => {
                        dim += 1;
                        part.try_slice(dim - 1, *start, *end, *step)?
                    }
                    Index::NewAxis => {
                        dim += 1;
                        part.try_unsqueeze(dim - 1)?
                    }
                    Index::Ellipsis => { dim += left as isize; part }
                    Index::Tensor(_) | Index::Mask(_) => unreachable!("`index_with` takes these"),
                };
            }
            Ok(part)
        }
    }

    /// `length` places of dimension `d`, `step` apart.
    #[track_caller]
    fn stepped(&self, d: usize, start: usize, length: usize, step: usize) -> Self {
        let cut = |mut layout: Layout| {
            layout.offset += if length == 0 { 0 } else { start * layout.strides[d] };
            layout.shape[d] = length;
            layout.strides[d] *= step;
            layout
        };
        self.part(cut(self.0.layout.clone()), cut(Layout::contiguous(self.shape())), "SliceBackward0")
    }
}

/// How many dimensions the positions leave over, which an ellipsis stands for.
pub(crate) fn unnamed(shape: &[usize], positions: &[Index]) -> Result<usize> {
    let dims = |p: &Index| match p {
        Index::Select(_) | Index::Slice { .. } | Index::Tensor(_) => 1,
        Index::Mask(mask) => mask.dim(),
        Index::NewAxis | Index::Ellipsis => 0,
    };
    let used: usize = positions.iter().map(dims).sum();
    if positions.iter().filter(|p| matches!(p, Index::Ellipsis)).count() > 1 {
        return Err(TensorError::index("an index can only have a single ellipsis ('...')"));
    }
    shape.len().checked_sub(used).ok_or_else(|| {
        TensorError::index(format!(
            "too many indices for tensor of dimension {} (its shape is {}, {used} were given)",
            shape.len(),
            list(shape)
        ))
    })
}

/// A place in a dimension, counted from the front.
pub(crate) fn place(index: isize, dim: usize, size: usize) -> Result<usize> {
    let at = if index < 0 { index + size as isize } else { index };
    if at < 0 || at as usize >= size {
        return Err(TensorError::index(format!("index {index} is out of bounds for dimension {dim} with size {size}")));
    }
    Ok(at as usize)
}

/// The transpose of taking a part: zeros of this shape, with `x` added where the part lies.
#[track_caller]
pub(crate) fn embed<T: Element>(x: &Tensor<T>, shape: &[usize], part: &Part) -> Tensor<T> {
    let mut values = vec![T::zero(); shape.iter().product()];
    kernel::update(&part.0, &mut values, &x.0.layout, &x.values(), |sum, v| sum + v);
    record(Tensor::owning(values, shape), &[x], |_| Embed { shape: shape.into(), part: part.clone() })
}

struct Embed {
    shape: Box<[usize]>,
    part: Part,
}

impl<T: Element> Backward<T> for Embed {
    const NAME: &'static str = "SliceBackward0Backward";
    const SAVES: bool = false;

    /// d_x = the part of d_y
    fn backward(&self, d_y: Tensor<T>, _: &Call<'_>) -> Result<Cotangents> {
        one(part_of(&d_y, &self.shape, &self.part))
    }
}

/// The part of a tensor of this shape.
#[track_caller]
pub(crate) fn part_of<T: Element>(x: &Tensor<T>, shape: &[usize], part: &Part) -> Tensor<T> {
    debug_assert_eq!(x.shape(), shape);
    let x = x.contiguous();
    let mut layout = part.0.clone();
    layout.offset += x.0.layout.offset;
    x.part(layout, part.0.clone(), "AsStridedBackward0")
}

/// The tensor with zeros where the part lies: linear, and its own transpose.
#[track_caller]
pub(crate) fn clear<T: Element>(x: &Tensor<T>, part: &Part) -> Tensor<T> {
    let mut values = x.to_vec();
    let zero = [T::zero()];
    let stretched = Layout { shape: part.0.shape.clone(), strides: Sizes::from_elem(0, part.0.shape.len()), offset: 0 };
    kernel::assign(&part.0, &mut values, &stretched, &zero);
    record(Tensor::owning(values, x.shape()), &[x], |_| Clear { part: part.clone() })
}

struct Clear {
    part: Part,
}

impl<T: Element> Backward<T> for Clear {
    const NAME: &'static str = "CopySlicesBackward";
    const SAVES: bool = false;

    /// d_x = d_y with zeros where the part lies
    fn backward(&self, d_y: Tensor<T>, _: &Call<'_>) -> Result<Cotangents> {
        one(clear(&d_y, &self.part))
    }
}

/// The layout of a view in the coordinates of its base, where the base is row-major.
pub(crate) fn part_in_base(view: &Layout, base: &Layout) -> Option<Part> {
    let plain = base.offset == 0 && base.strides == row_major(&base.shape);
    plain.then(|| Part(view.clone()))
}
