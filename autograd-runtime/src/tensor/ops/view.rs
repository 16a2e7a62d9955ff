//! Other layouts of the same elements: no element moves, and writes through either are seen by both.

use super::super::element::{Dtype, Element};
use super::super::error::{Result, TensorError};
use super::super::graph::node::{Call, Cotangents};
use super::super::graph::record::{Backward, one, record};
use super::super::handle::Tensor;
use super::super::shape::{Dims, Layout, Sizes, dimension, list};

/// How a view came about: what its transpose has to undo.
pub enum View {
    /// Two dimensions exchanged.
    Transpose(usize, usize, &'static str),
    /// Dimensions reordered: dimension `d` of the view is `order[d]` of the source.
    Permute(Vec<usize>),
    /// The same elements under other sizes; the source had these.
    Reshape(Box<[usize]>, &'static str),
    /// Stretched along dimensions of size one; the source had these sizes.
    Expand(Box<[usize]>),
    /// A part: of a row-major tensor with these sizes, the elements under this layout.
    Part(Box<[usize]>, Part, &'static str),
}

/// A layout inside a row-major tensor.
#[derive(Clone)]
pub struct Part(pub(crate) Layout);

/// Gives a fresh view its history.
#[track_caller]
pub(crate) fn record_view<T: Element>(y: Tensor<T>, x: &Tensor<T>, view: View) -> Tensor<T> {
    record(y, &[x], |_| view)
}

impl<T: Element> Backward<T> for View {
    const NAME: &'static str = "ViewBackward0";
    const SAVES: bool = false;

    fn name(&self) -> &'static str {
        match self {
            Self::Transpose(_, _, name) | Self::Reshape(_, name) | Self::Part(_, _, name) => name,
            Self::Permute(_) => "PermuteBackward0",
            Self::Expand(_) => "ExpandBackward0",
        }
    }

    /// The transpose of a view puts each cotangent back where its element came from.
    fn backward(&self, d_y: Tensor<T>, _: &Call<'_>) -> Result<Cotangents> {
        one(match self {
            Self::Transpose(a, b, _) => d_y.try_transpose(*a as isize, *b as isize)?,
            Self::Permute(order) => {
                let mut back = vec![0; order.len()];
                for (d, &from) in order.iter().enumerate() {
                    back[from] = d as isize;
                }
                d_y.try_permute(&back)?
            }
            Self::Reshape(shape, _) => d_y.try_reshape_to(shape)?,
            Self::Expand(shape) => d_y.sum_to(shape),
            Self::Part(shape, part, _) => super::index::embed(&d_y, shape, part),
        })
    }
}

impl<T: Dtype> Tensor<T> {
    #[track_caller]
    fn viewed(&self, layout: Layout, view: View) -> Self {
        T::record_view(self.view_of(layout), self, view)
    }

    fallible! {
        /// Exchanges two dimensions, counted from either end.
        pub fn transpose | try_transpose(&self, dim0: isize, dim1: isize) -> Tensor<T> {
            transposed(self, dim0, dim1, "TransposeBackward0")
        }

        /// The transpose of a matrix; a vector or scalar stays as it is.
        pub fn t | try_t(&self) -> Tensor<T> {
            match self.dim() {
                0 | 1 => Ok(self.viewed(self.0.layout.clone(), View::Reshape(self.shape().into(), "TBackward0"))),
                2 => transposed(self, 0, 1, "TBackward0"),
                n => Err(TensorError::shape(format!(
                    "t() expects a tensor with <= 2 dimensions, but self is {n}D (its shape is {})",
                    list(self.shape())
                ))),
            }
        }

        /// Reorders all dimensions: dimension `d` of the result is dimension `dims[d]` of this tensor.
        pub fn permute | try_permute(&self, dims: &[isize]) -> Tensor<T> {
            let rank = self.dim();
            if dims.len() != rank {
                return Err(TensorError::shape(format!(
                    "permute(sparse_coo): number of dimensions in the tensor input does not match the length of the \
                     desired ordering of dimensions i.e. input.dim() = {rank} is not equal to len(dims) = {}",
                    dims.len()
                )));
            }
            let order = dims.iter().map(|&d| dimension(d, rank)).collect::<Result<Vec<_>>>()?;
            if (0..rank).any(|d| !order.contains(&d)) {
                return Err(TensorError::value(format!("permute(): duplicate dims are not allowed. (dims are {})", list(dims))));
            }
            let from = &self.0.layout;
            let layout = Layout {
                shape: order.iter().map(|&d| from.shape[d]).collect(),
                strides: order.iter().map(|&d| from.strides[d]).collect(),
                offset: from.offset,
            };
            Ok(self.viewed(layout, View::Permute(order)))
        }

        /// Stretches dimensions of size one, and adds dimensions in front; `-1` keeps a size.
        pub fn expand | try_expand(&self, sizes: impl Dims) -> Tensor<T> {
            let sizes = sizes.dims();
            let rank = self.dim();
            if sizes.len() < rank {
                return Err(TensorError::shape(format!(
                    "expand: the number of sizes provided ({}) must be greater or equal to the number of dimensions \
                     in the tensor ({rank})",
                    sizes.len()
                )));
            }
            let lead = sizes.len() - rank;
            let shape = sizes.iter().enumerate().map(|(d, &size)| match size {
                -1 if d >= lead => Ok(self.shape()[d - lead]),
                0.. => Ok(size as usize),
                _ => Err(TensorError::shape(format!(
                    "The expanded size of the tensor ({size}) isn't allowed in a leading, non-existing dimension {d}"
                ))),
            }).collect::<Result<Sizes>>()?;
            self.expand_to(&shape)
        }

        /// The same elements in row-major order under other sizes, one of which may be `-1`: a view where the strides
        /// allow it, otherwise a copy.
        pub fn reshape | try_reshape(&self, sizes: impl Dims) -> Tensor<T> {
            let shape = inferred(sizes.dims(), self.numel())?;
            self.try_reshape_to(&shape)
        }

        /// [`reshape`](Self::reshape) that never copies.
        pub fn view | try_view(&self, sizes: impl Dims) -> Tensor<T> {
            let shape = inferred(sizes.dims(), self.numel())?;
            match restrided(&self.0.layout, &shape) {
                Some(layout) => Ok(self.viewed(layout, View::Reshape(self.shape().into(), "ViewBackward0"))),
                None => Err(TensorError::shape(format!(
                    "view size is not compatible with input tensor's size and stride (at least one dimension spans \
                     across two contiguous subspaces). Use .reshape(...) instead. (sizes {}, strides {}, view {})",
                    list(self.shape()), list(self.strides()), list(&shape)
                ))),
            }
        }

        /// Joins the dimensions `start` to `end`, both included.
        pub fn flatten | try_flatten(&self, start: isize, end: isize) -> Tensor<T> {
            if self.dim() == 0 {
                return self.try_reshape_to(&[1]);
            }
            let (start, end) = (dimension(start, self.dim())?, dimension(end, self.dim())?);
            if start > end {
                return Err(TensorError::value(format!("flatten() has invalid args: start_dim ({start}) cannot come after end_dim ({end})")));
            }
            let s = self.shape();
            let mut shape = Sizes::from_slice(&s[..start]);
            shape.push(s[start..=end].iter().product());
            shape.extend_from_slice(&s[end + 1..]);
            self.try_reshape_to(&shape)
        }

        /// Removes all dimensions of size one.
        pub fn squeeze | try_squeeze(&self) -> Tensor<T> {
            Ok(squeezed(self, |_| true, "SqueezeBackward0"))
        }

        /// Removes one dimension if its size is one.
        pub fn squeeze_dim | try_squeeze_dim(&self, dim: isize) -> Tensor<T> {
            let dim = dimension(dim, self.dim())?;
            Ok(squeezed(self, |d| d == dim, "SqueezeBackward1"))
        }

        /// Inserts a dimension of size one before dimension `dim` of the result.
        pub fn unsqueeze | try_unsqueeze(&self, dim: isize) -> Tensor<T> {
            let dim = dimension(dim, self.dim() + 1)?;
            let mut layout = self.0.layout.clone();
            layout.strides.insert(dim, layout.shape.get(dim).map_or(1, |size| size * layout.strides[dim]));
            layout.shape.insert(dim, 1);
            Ok(self.viewed(layout, View::Reshape(self.shape().into(), "UnsqueezeBackward0")))
        }
    }

    /// [`expand`](Self::expand) to exactly these sizes.
    #[track_caller]
    pub(crate) fn expand_to(&self, shape: &[usize]) -> Result<Self> {
        let lead = shape.len().saturating_sub(self.dim());
        let fits = shape.len() >= self.dim()
            && self.shape().iter().zip(&shape[lead..]).all(|(&from, &to)| from == to || from == 1);
        if !fits {
            let wrong =
                (lead..shape.len()).find(|&d| self.shape()[d - lead] != shape[d] && self.shape()[d - lead] != 1);
            let d = wrong.unwrap_or(0);
            return Err(TensorError::shape(format!(
                "The expanded size of the tensor ({}) must match the existing size ({}) at non-singleton dimension {d}.  \
                 Target sizes: {}.  Tensor sizes: {}",
                shape.get(d).copied().unwrap_or(0),
                self.shape().get(d.saturating_sub(lead)).copied().unwrap_or(0),
                list(shape),
                list(self.shape())
            )));
        }
        if self.shape() == shape {
            return Ok(self.clone());
        }
        let strides = self.0.layout.broadcast_strides(shape);
        let layout = Layout { shape: Sizes::from_slice(shape), strides, offset: self.0.layout.offset };
        Ok(self.viewed(layout, View::Expand(self.shape().into())))
    }

    /// [`reshape`](Self::reshape) to exactly these sizes.
    #[track_caller]
    pub(crate) fn try_reshape_to(&self, shape: &[usize]) -> Result<Self> {
        if self.shape() == shape {
            return Ok(self.clone());
        }
        if shape.iter().product::<usize>() != self.numel() {
            return Err(TensorError::shape(format!(
                "shape '{}' is invalid for input of size {}",
                list(shape),
                self.numel()
            )));
        }
        let view = View::Reshape(self.shape().into(), "ViewBackward0");
        match restrided(&self.0.layout, shape) {
            Some(layout) => Ok(self.viewed(layout, view)),
            None => {
                let copy = Self::owning(self.to_vec(), shape);
                Ok(T::record_view(copy, self, View::Reshape(self.shape().into(), "UnsafeViewBackward0")))
            }
        }
    }

    /// The elements under a layout inside this tensor, which is row-major or of the layout's making.
    #[track_caller]
    pub(crate) fn part(&self, layout: Layout, part: Layout, name: &'static str) -> Self {
        self.viewed(layout, View::Part(self.shape().into(), Part(part), name))
    }
}

#[track_caller]
fn transposed<T: Dtype>(x: &Tensor<T>, dim0: isize, dim1: isize, name: &'static str) -> Result<Tensor<T>> {
    let (a, b) = (dimension(dim0, x.dim())?, dimension(dim1, x.dim())?);
    let mut layout = x.0.layout.clone();
    if x.dim() > 0 {
        layout.shape.swap(a, b);
        layout.strides.swap(a, b);
    }
    Ok(x.viewed(layout, View::Transpose(a, b, name)))
}

#[track_caller]
fn squeezed<T: Dtype>(x: &Tensor<T>, chosen: impl Fn(usize) -> bool, name: &'static str) -> Tensor<T> {
    let from = &x.0.layout;
    let kept: Vec<usize> = (0..x.dim()).filter(|&d| !(from.shape[d] == 1 && chosen(d))).collect();
    let layout = Layout {
        shape: kept.iter().map(|&d| from.shape[d]).collect(),
        strides: kept.iter().map(|&d| from.strides[d]).collect(),
        offset: from.offset,
    };
    x.viewed(layout, View::Reshape(x.shape().into(), name))
}

/// Sizes of which one may be `-1`, for this many elements.
fn inferred(sizes: &[isize], numel: usize) -> Result<Sizes> {
    let invalid = || TensorError::shape(format!("shape '{}' is invalid for input of size {numel}", list(sizes)));
    if sizes.iter().filter(|&&size| size == -1).count() > 1 {
        return Err(TensorError::value(format!("only one dimension can be inferred (sizes are {})", list(sizes))));
    }
    let mut known = 1_usize;
    for &size in sizes {
        known = match size {
            -1 => known,
            0.. => known.checked_mul(size as usize).ok_or_else(invalid)?,
            _ => return Err(TensorError::value(format!("invalid shape dimension {size} (sizes are {})", list(sizes)))),
        };
    }
    if sizes.contains(&-1) {
        if known == 0 {
            return Err(TensorError::value(format!(
                "cannot reshape tensor of {numel} elements into shape {} because the unspecified dimension size -1 can \
                 be any value and is ambiguous",
                list(sizes)
            )));
        }
        if !numel.is_multiple_of(known) {
            return Err(invalid());
        }
    } else if known != numel {
        return Err(invalid());
    }
    Ok(sizes.iter().map(|&size| if size == -1 { numel / known } else { size as usize }).collect())
}

/// The layout of the same elements under another shape, where strides can express it: each run of dimensions that
/// lie without gaps is split anew.
fn restrided(from: &Layout, shape: &[usize]) -> Option<Layout> {
    if from.is_contiguous() {
        return Some(Layout { offset: from.offset, ..Layout::contiguous(shape) });
    }
    let mut strides = Sizes::from_elem(1, shape.len());
    let old: Vec<(usize, usize)> =
        from.shape.iter().copied().zip(from.strides.iter().copied()).filter(|&(size, _)| size != 1).collect();
    let mut to = shape.len();
    let mut end = old.len();
    while end > 0 {
        // A run of old dimensions that lie without gaps.
        let base = old[end - 1].1;
        let (mut start, mut run) = (end - 1, old[end - 1].0);
        while start > 0 && old[start - 1].1 == run * base {
            start -= 1;
            run *= old[start].0;
        }
        let mut stride = base;
        while to > 0 && (run > 1 || shape[to - 1] == 1) {
            to -= 1;
            if run % shape[to] != 0 {
                return None;
            }
            strides[to] = stride;
            stride *= shape[to];
            run /= shape[to];
        }
        if run != 1 {
            return None;
        }
        end = start;
    }
    shape[..to].iter().all(|&size| size == 1).then(|| Layout {
        shape: Sizes::from_slice(shape),
        strides,
        offset: from.offset,
    })
}
