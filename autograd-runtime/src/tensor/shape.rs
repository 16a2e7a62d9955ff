//! Sizes, strides and the rules that relate them.

use super::error::{Result, TensorError};
use smallvec::SmallVec;
use std::fmt::Write;

/// Sizes or strides; up to four without an allocation.
pub(crate) type Sizes = SmallVec<[usize; 4]>;

/// Where each element of a tensor lies in its storage: element `i` at `offset + Σ i[d]·strides[d]`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Layout {
    pub(crate) shape: Sizes,
    pub(crate) strides: Sizes,
    pub(crate) offset: usize,
}

impl Layout {
    /// Row-major, from the start of the storage.
    pub(crate) fn contiguous(shape: &[usize]) -> Self {
        Self { shape: Sizes::from_slice(shape), strides: row_major(shape), offset: 0 }
    }

    #[inline]
    pub(crate) fn scalar() -> Self {
        Self { shape: Sizes::new(), strides: Sizes::new(), offset: 0 }
    }

    #[inline]
    pub(crate) fn numel(&self) -> usize {
        self.shape.iter().product()
    }

    /// Whether the elements lie in row-major order without gaps.
    pub(crate) fn is_contiguous(&self) -> bool {
        let mut expected = 1;
        for (&size, &stride) in self.shape.iter().zip(&self.strides).rev() {
            if size != 1 && stride != expected {
                return self.numel() == 0;
            }
            expected *= size;
        }
        true
    }

    /// Whether two elements share a place in the storage, as after `expand`.
    pub(crate) fn overlaps(&self) -> bool {
        let mut dims: SmallVec<[(usize, usize); 4]> =
            self.strides.iter().copied().zip(self.shape.iter().copied()).filter(|&(_, size)| size > 1).collect();
        dims.sort_unstable();
        let mut reach = 0;
        for (stride, size) in dims {
            if stride <= reach {
                return true;
            }
            reach += stride * (size - 1);
        }
        false
    }

    /// The strides with which this layout is read when it is broadcast to `shape`.
    pub(crate) fn broadcast_strides(&self, shape: &[usize]) -> Sizes {
        let lead = shape.len() - self.shape.len();
        (0..shape.len())
            .map(|d| if d < lead || (self.shape[d - lead] == 1 && shape[d] != 1) { 0 } else { self.strides[d - lead] })
            .collect()
    }
}

/// The strides of a row-major array.
pub(crate) fn row_major(shape: &[usize]) -> Sizes {
    let mut strides = Sizes::from_elem(1, shape.len());
    for d in (1..shape.len()).rev() {
        strides[d - 1] = strides[d] * shape[d].max(1);
    }
    strides
}

/// The shape two operands have together, by the broadcasting rules: sizes are compared from the last dimension
/// backwards, and a size of one stretches.
pub(crate) fn broadcast(a: &[usize], b: &[usize]) -> Result<Sizes> {
    if a == b {
        return Ok(Sizes::from_slice(a));
    }
    let rank = a.len().max(b.len());
    let at = |s: &[usize], d: usize| if d + s.len() < rank { 1 } else { s[d + s.len() - rank] };
    let mut shape = Sizes::from_elem(1, rank);
    for d in (0..rank).rev() {
        shape[d] = match (at(a, d), at(b, d)) {
            (x, y) if x == y => x,
            (1, y) => y,
            (x, 1) => x,
            (x, y) => {
                return Err(TensorError::shape(format!(
                    "The size of tensor a ({x}) must match the size of tensor b ({y}) at non-singleton dimension {d} \
                     (shapes {} and {})",
                    list(a),
                    list(b)
                )));
            }
        };
    }
    Ok(shape)
}

/// A dimension counted from either end, as one counted from the front. A scalar has one dimension here, as in PyTorch.
pub(crate) fn dimension(dim: isize, rank: usize) -> Result<usize> {
    let bound = rank.max(1) as isize;
    if dim < -bound || dim >= bound {
        return Err(TensorError::index(format!(
            "Dimension out of range (expected to be in range of [{}, {}], but got {dim})",
            -bound,
            bound - 1
        )));
    }
    Ok(if dim < 0 { dim + bound } else { dim } as usize)
}

/// The dimensions a reduction runs over, as a mask; none named means all of them.
pub(crate) fn dimension_mask(dims: &[isize], rank: usize) -> Result<SmallVec<[bool; 4]>> {
    let mut mask = SmallVec::from_elem(dims.is_empty(), rank);
    for &dim in dims {
        let d = dimension(dim, rank)?;
        if rank == 0 {
            continue;
        }
        if mask[d] {
            return Err(TensorError::value(format!("dim {d} appears multiple times in the list of dims")));
        }
        mask[d] = true;
    }
    Ok(mask)
}

/// What a reduction does to a shape.
pub(crate) struct Reduction {
    /// Which dimensions are reduced.
    pub(crate) mask: SmallVec<[bool; 4]>,
    /// The shape of the result with the reduced dimensions kept at size one.
    pub(crate) kept: Sizes,
    /// The shape of the result.
    pub(crate) shape: Sizes,
    /// How many elements are folded into each one of the result.
    pub(crate) count: usize,
}

impl Reduction {
    /// Over the named dimensions of `shape`; none named means all.
    pub(crate) fn new(shape: &[usize], dims: &[isize], keepdim: bool) -> Result<Self> {
        let mask = dimension_mask(dims, shape.len())?;
        let pairs = || shape.iter().copied().zip(mask.iter().copied());
        let kept: Sizes = pairs().map(|(size, reduced)| if reduced { 1 } else { size }).collect();
        let left = || pairs().filter(|&(_, reduced)| !reduced).map(|(size, _)| size).collect();
        let count = pairs().filter(|&(_, reduced)| reduced).map(|(size, _)| size).product();
        Ok(Self { shape: if keepdim { kept.clone() } else { left() }, kept, count, mask })
    }

    /// An error unless something is left to choose from in every reduced dimension.
    pub(crate) fn refuse_empty(&self, name: &str, shape: &[usize], dims: &[isize]) -> Result<()> {
        if shape.iter().product::<usize>() != 0 {
            return Ok(());
        }
        if dims.is_empty() {
            return Err(TensorError::value(format!(
                "{name}(): Expected reduction dim to be specified for input.numel() == 0. Specify the reduction dim \
                 with the 'dim' argument. (the shape is {})",
                list(shape)
            )));
        }
        match (0..shape.len()).find(|&d| self.mask[d] && shape[d] == 0) {
            None => Ok(()),
            Some(d) => Err(TensorError::index(format!(
                "{name}(): Expected reduction dim {d} to have non-zero size. (the shape is {})",
                list(shape)
            ))),
        }
    }
}

/// A tensor seen along one dimension: `outer × size × inner`, row-major. A scalar is one lane of one element.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Lanes {
    pub(crate) outer: usize,
    pub(crate) size: usize,
    pub(crate) inner: usize,
}

impl Lanes {
    /// Along dimension `d`, counted from the front.
    pub(crate) fn new(shape: &[usize], d: usize) -> Self {
        if shape.is_empty() {
            return Self { outer: 1, size: 1, inner: 1 };
        }
        Self { outer: shape[..d].iter().product(), size: shape[d], inner: shape[d + 1..].iter().product() }
    }

    /// The first position of every lane; its elements are `inner` apart.
    pub(crate) fn starts(self) -> impl Iterator<Item = usize> {
        (0..self.outer).flat_map(move |o| (0..self.inner).map(move |i| o * self.size * self.inner + i))
    }
}

/// Sizes as PyTorch lists them: `[2, 3]`.
pub(crate) fn list<N: std::fmt::Display>(sizes: &[N]) -> String {
    let mut text = String::from("[");
    for (i, size) in sizes.iter().enumerate() {
        let _ = write!(text, "{}{size}", if i == 0 { "" } else { ", " });
    }
    text + "]"
}

/// One dimension or several, counted from either end: `0`, `-1`, `[0, 2]`, `&dims[..]`.
pub trait Dims {
    /// The dimensions as a slice.
    fn dims(&self) -> &[isize];
}

impl Dims for isize {
    fn dims(&self) -> &[isize] {
        std::slice::from_ref(self)
    }
}

impl<const N: usize> Dims for [isize; N] {
    fn dims(&self) -> &[isize] {
        self
    }
}

impl Dims for &[isize] {
    fn dims(&self) -> &[isize] {
        self
    }
}

impl<const N: usize> Dims for &[isize; N] {
    fn dims(&self) -> &[isize] {
        *self
    }
}

impl Dims for Vec<isize> {
    fn dims(&self) -> &[isize] {
        self
    }
}
