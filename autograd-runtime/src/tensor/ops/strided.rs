//! Views that walk a tensor with other strides: windows, diagonals, moved dimensions.

use super::super::element::Dtype;
use super::super::error::TensorError;
use super::super::handle::Tensor;
use super::super::shape::{Dims, Layout, dimension, list};

impl<T: Dtype> Tensor<T> {
    fallible! {
        /// All windows of this size along a dimension, `step` apart, as a view: the dimension counts the windows, and a
        /// new last dimension runs through each. Windows may overlap.
        pub fn unfold | try_unfold(&self, dim: isize, size: usize, step: usize) -> Tensor<T> {
            let d = dimension(dim, self.dim())?;
            let n = self.shape().get(d).copied().unwrap_or(1);
            if size > n {
                return Err(TensorError::shape(format!("maximum size for tensor at dimension {d} is {n} but size is {size}")));
            }
            if step == 0 {
                return Err(TensorError::value("step is 0 but must be > 0"));
            }
            let windows = |mut layout: Layout| {
                let stride = layout.strides.get(d).copied().unwrap_or(1);
                if let (Some(count), Some(distance)) = (layout.shape.get_mut(d), layout.strides.get_mut(d)) {
                    *count = (n - size) / step + 1;
                    // A lone window has no neighbour, however far away the next one would be.
                    *distance *= if *count > 1 { step } else { 1 };
                }
                layout.shape.push(size);
                layout.strides.push(stride);
                layout
            };
            let part = windows(Layout::contiguous(self.shape()));
            Ok(self.part(windows(self.0.layout.clone()), part, "UnfoldBackward0"))
        }

        /// The elements whose indices along two dimensions differ by `offset`, as a view with these dimensions removed
        /// and the diagonal as the last. A positive offset lies above the main diagonal.
        pub fn diagonal | try_diagonal(&self, offset: isize, dim1: isize, dim2: isize) -> Tensor<T> {
            let (a, b) = (dimension(dim1, self.dim())?, dimension(dim2, self.dim())?);
            if a == b {
                return Err(TensorError::value(format!(
                    "diagonal dimensions cannot be identical {dim1}, {dim2} (shape {})", list(self.shape())
                )));
            }
            let pick = |layout: Layout| diagonal_of(layout, offset, a, b);
            let part = pick(Layout::contiguous(self.shape()));
            Ok(self.part(pick(self.0.layout.clone()), part, "DiagonalBackward0"))
        }

        /// Moves dimensions to other places; the rest keep their order.
        pub fn movedim | try_movedim(&self, source: impl Dims, destination: impl Dims) -> Tensor<T> {
            let (source, destination) = (source.dims(), destination.dims());
            if source.len() != destination.len() {
                return Err(TensorError::value(format!(
                    "movedim: Invalid source or destination dims: source ({} dims) should contain the same number of \
                     dims as destination ({} dims)", list(source), list(destination)
                )));
            }
            let rank = self.dim();
            let mut order = vec![None; rank];
            let mut moved = vec![false; rank];
            for (&from, &to) in source.iter().zip(destination) {
                let (from, to) = (dimension(from, rank)?, dimension(to, rank)?);
                if rank == 0 {
                    continue;
                }
                if moved[from] || order[to].is_some() {
                    return Err(TensorError::value(format!(
                        "movedim: repeated dim in `source` or `destination` ({} to {})", list(source), list(destination)
                    )));
                }
                moved[from] = true;
                order[to] = Some(from as isize);
            }
            let mut rest = (0..rank).filter(|&d| !moved[d]).map(|d| d as isize);
            let order: Vec<isize> = order.into_iter().filter_map(|d| d.or_else(|| rest.next())).collect();
            self.try_permute(&order)
        }

        /// Exchanges two dimensions: another name of `transpose`.
        pub fn swapaxes | try_swapaxes(&self, axis0: isize, axis1: isize) -> Tensor<T> {
            self.try_transpose(axis0, axis1)
        }

        /// Exchanges two dimensions: another name of `transpose`.
        pub fn swapdims | try_swapdims(&self, dim0: isize, dim1: isize) -> Tensor<T> {
            self.try_transpose(dim0, dim1)
        }
    }
}

/// The layout of a diagonal, with dimensions `a` and `b` gone and the diagonal last.
pub(crate) fn diagonal_of(mut layout: Layout, offset: isize, a: usize, b: usize) -> Layout {
    let down = offset.min(0).unsigned_abs();
    let right = offset.max(0).unsigned_abs();
    let length = layout.shape[a].saturating_sub(down).min(layout.shape[b].saturating_sub(right));
    if length > 0 {
        layout.offset += down * layout.strides[a] + right * layout.strides[b];
    }
    let stride = layout.strides[a] + layout.strides[b];
    for d in [a.max(b), a.min(b)] {
        layout.shape.remove(d);
        layout.strides.remove(d);
    }
    layout.shape.push(length);
    layout.strides.push(stride);
    layout
}
