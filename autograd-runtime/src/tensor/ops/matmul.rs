//! Matrix products. The kernel is `gemm`, which takes any strides: transposed and broadcast operands are not copied.

use super::super::element::Element;
use super::super::error::{Result, TensorError};
use super::super::graph::node::{Call, Cotangents};
use super::super::graph::record::{Backward, record, two};
use super::super::graph::saved::Saved;
use super::super::handle::Tensor;
use super::super::kernel;
use super::super::parallel;
use super::super::shape::{Layout, Sizes, broadcast, list};

impl<T: Element> Tensor<T> {
    fallible! {
        /// The matrix product, with PyTorch's rules: `[n]·[n]` is the dot product, `[m, k]·[k]` and `[k]·[k, n]` are
        /// products with a vector, `[…, m, k]·[…, k, n]` multiplies matrices and broadcasts what stands before.
        pub fn matmul | try_matmul(&self, other: &Tensor<T>) -> Tensor<T> {
            match (self.dim(), other.dim()) {
                (0, _) | (_, 0) => Err(TensorError::shape(format!(
                    "both arguments to matmul need to be at least 1D, but they are {}D and {}D", self.dim(), other.dim()
                ))),
                (1, 1) => self.try_dot(other),
                (2, 1) => self.try_mv(other),
                (1, _) => {
                    let row = product(&self.try_unsqueeze(0)?, other)?;
                    row.try_squeeze_dim(-2)
                }
                (_, 1) => product(self, &other.try_unsqueeze(1)?)?.try_squeeze_dim(-1),
                (_, 2) if self.dim() > 2 => {
                    // One large product instead of many small ones.
                    let k = self.shape()[self.dim() - 1];
                    let rows = self.shape()[..self.dim() - 1].iter().product();
                    let y = product(&self.try_reshape_to(&[rows, k])?, other)?;
                    let mut shape = Sizes::from_slice(&self.shape()[..self.dim() - 1]);
                    shape.push(other.shape()[1]);
                    y.try_reshape_to(&shape)
                }
                _ => product(self, other),
            }
        }

        /// The product of two matrices `[m, k]·[k, n]`.
        pub fn mm | try_mm(&self, other: &Tensor<T>) -> Tensor<T> {
            if self.dim() != 2 || other.dim() != 2 {
                return Err(TensorError::shape(format!(
                    "mm: both arguments must be matrices, got shapes {} and {}", list(self.shape()), list(other.shape())
                )));
            }
            product(self, other)
        }

        /// The products of two equally long batches of matrices `[b, m, k]·[b, k, n]`.
        pub fn bmm | try_bmm(&self, other: &Tensor<T>) -> Tensor<T> {
            let (&[b, _, k], &[b2, k2, _]) = (self.shape(), other.shape()) else {
                return Err(TensorError::shape(format!(
                    "batch1 must be a 3D tensor, and so must batch2: got shapes {} and {}",
                    list(self.shape()), list(other.shape())
                )));
            };
            if b != b2 || k != k2 {
                return Err(TensorError::shape(format!(
                    "Expected size for first two dimensions of batch2 tensor to be: [{b}, {k}] but got: [{b2}, {k2}]."
                )));
            }
            product(self, other)
        }

        /// The product of a matrix and a vector `[m, k]·[k]`.
        pub fn mv | try_mv(&self, vector: &Tensor<T>) -> Tensor<T> {
            let (&[m, k], &[n]) = (self.shape(), vector.shape()) else {
                return Err(TensorError::shape(format!(
                    "vector + matrix @ vector expected, got {} and {}", list(self.shape()), list(vector.shape())
                )));
            };
            if k != n {
                return Err(TensorError::shape(format!("size mismatch, got input ({m}), mat ({m}x{k}), vec ({n})")));
            }
            let columns = crate::tensor::no_grad(|| vector.try_unsqueeze(1))?;
            let y = multiply(&self.detach(), &columns.detach(), &[])?;
            let y = Tensor::owning(y, &[m]);
            Ok(record(y, &[self, vector], |_| Mv { a: Saved::input(self), x: Saved::input(vector) }))
        }

        /// The dot product of two vectors.
        pub fn dot | try_dot(&self, other: &Tensor<T>) -> Tensor<T> {
            if self.dim() != 1 || other.dim() != 1 {
                return Err(TensorError::shape(format!(
                    "1D tensors expected, but got {}D and {}D tensors", self.dim(), other.dim()
                )));
            }
            let (n, m) = (self.numel(), other.numel());
            if n != m {
                return Err(TensorError::shape(format!(
                    "inconsistent tensor size, expected tensor [{n}] and src [{m}] to have the same number of elements, \
                     but got {n} and {m} elements respectively"
                )));
            }
            let products = kernel::zip(self, other, |a, b| a * b)?;
            let y = Tensor::lone(kernel::sum(&products));
            Ok(record(y, &[self, other], |_| Dot { a: Saved::input(self), b: Saved::input(other) }))
        }
    }
}

/// `[…, m, k]·[…, k, n]` with broadcast batches, as one node.
#[track_caller]
fn product<T: Element>(a: &Tensor<T>, b: &Tensor<T>) -> Result<Tensor<T>> {
    let (sa, sb) = (a.shape(), b.shape());
    let (m, k) = (sa[sa.len() - 2], sa[sa.len() - 1]);
    let (k2, n) = (sb[sb.len() - 2], sb[sb.len() - 1]);
    if k != k2 {
        return Err(TensorError::shape(if sa.len() == 2 && sb.len() == 2 {
            format!("mm: mat1 and mat2 shapes cannot be multiplied ({m}x{k} and {k2}x{n})")
        } else {
            format!("mat1 and mat2 shapes cannot be multiplied (shapes {} and {})", list(sa), list(sb))
        }));
    }
    let batch = broadcast(&sa[..sa.len() - 2], &sb[..sb.len() - 2])?;
    let values = multiply(a, b, &batch)?;
    let mut shape = batch;
    shape.extend([m, n]);
    Ok(record(Tensor::owning(values, &shape), &[a, b], |y| Mm {
        name: if y.dim() == 2 { "MmBackward0" } else { "BmmBackward0" },
        a_shape: Sizes::from_slice(a.shape()),
        b_shape: Sizes::from_slice(b.shape()),
        a: b.requires_grad().then(|| Saved::input(a)),
        b: a.requires_grad().then(|| Saved::input(b)),
    }))
}

/// Each operand is kept only if the other one needs it.
struct Mm<T: Element> {
    name: &'static str,
    a_shape: Sizes,
    b_shape: Sizes,
    a: Option<Saved<T>>,
    b: Option<Saved<T>>,
}

impl<T: Element> Backward<T> for Mm<T> {
    const NAME: &'static str = "MmBackward0";

    fn name(&self) -> &'static str {
        self.name
    }

    /// d_a = d_y · bᵀ, d_b = aᵀ · d_y
    fn backward(&self, d_y: Tensor<T>, call: &Call<'_>) -> Result<Cotangents> {
        let d_a = match &self.b {
            Some(b) if call.needs(0) => {
                Some(product(&d_y, &b.get(call)?.try_transpose(-2, -1)?)?.sum_to(&self.a_shape))
            }
            _ => None,
        };
        let d_b = match &self.a {
            Some(a) if call.needs(1) => {
                Some(product(&a.get(call)?.try_transpose(-2, -1)?, &d_y)?.sum_to(&self.b_shape))
            }
            _ => None,
        };
        two(d_a, d_b)
    }

    fn saved_shapes(&self) -> Vec<Vec<usize>> {
        self.a.iter().chain(&self.b).map(Saved::shape).collect()
    }
}

struct Mv<T: Element> {
    a: Saved<T>,
    x: Saved<T>,
}

impl<T: Element> Backward<T> for Mv<T> {
    const NAME: &'static str = "MvBackward0";

    /// d_a = d_y ⊗ x, d_x = aᵀ · d_y
    fn backward(&self, d_y: Tensor<T>, call: &Call<'_>) -> Result<Cotangents> {
        let (a, x) = (self.a.get(call)?, self.x.get(call)?);
        let d_a = match call.needs(0) {
            true => Some(d_y.try_unsqueeze(1)? * x.try_unsqueeze(0)?),
            false => None,
        };
        let d_x = match call.needs(1) {
            true => Some(a.try_t()?.try_mv(&d_y)?),
            false => None,
        };
        two(d_a, d_x)
    }

    fn saved_shapes(&self) -> Vec<Vec<usize>> {
        vec![self.a.shape(), self.x.shape()]
    }
}

struct Dot<T: Element> {
    a: Saved<T>,
    b: Saved<T>,
}

impl<T: Element> Backward<T> for Dot<T> {
    const NAME: &'static str = "DotBackward0";

    /// d_a = d_y · b, d_b = d_y · a
    fn backward(&self, d_y: Tensor<T>, call: &Call<'_>) -> Result<Cotangents> {
        let (a, b) = (self.a.get(call)?, self.b.get(call)?);
        two(call.needs(0).then(|| &d_y * b), call.needs(1).then(|| &d_y * a))
    }

    fn saved_shapes(&self) -> Vec<Vec<usize>> {
        vec![self.a.shape(), self.b.shape()]
    }
}

/// The products of all pairs of matrices of two broadcast batches, row-major. The inner sizes agree.
fn multiply<T: Element>(a: &Tensor<T>, b: &Tensor<T>, batch: &[usize]) -> Result<Vec<T>> {
    let (la, lb) = (&a.0.layout, &b.0.layout);
    let (m, k, n) = (a.shape()[a.dim() - 2], a.shape()[a.dim() - 1], b.shape()[b.dim() - 1]);
    let count: usize = batch.iter().product();
    let mut out = vec![T::zero(); super::super::create::checked_numel(&[count, m, n])?];
    let (ba, bb) = (batch_layout(la), batch_layout(lb));
    let (sa, sb) = (ba.broadcast_strides(batch), bb.broadcast_strides(batch));
    let (va, vb) = (a.values(), b.values());
    let mut targets = out.chunks_exact_mut((m * n).max(1));
    let walk = kernel::Walk::new(batch, [&sa, &sb], [la.offset, lb.offset]);
    walk.each(&mut |[oa, ob]| {
        for i in 0..walk.size {
            let Some(target) = targets.next() else { return };
            // A batch of empty matrices may begin behind its storage.
            let a = Matrix::new(&va[(oa + i * walk.steps[0]).min(va.len())..], la, m, k);
            let b = Matrix::new(&vb[(ob + i * walk.steps[1]).min(vb.len())..], lb, k, n);
            gemm(target, &a, &b);
        }
    });
    drop(targets);
    Ok(out)
}

/// All dimensions but the last two.
fn batch_layout(layout: &Layout) -> Layout {
    let rank = layout.shape.len() - 2;
    Layout {
        shape: Sizes::from_slice(&layout.shape[..rank]),
        strides: Sizes::from_slice(&layout.strides[..rank]),
        offset: 0,
    }
}

/// A matrix inside a storage. Every element lies within `values`.
pub(crate) struct Matrix<'a, T> {
    values: &'a [T],
    rows: usize,
    columns: usize,
    row_stride: usize,
    column_stride: usize,
}

impl<'a, T> Matrix<'a, T> {
    fn new(values: &'a [T], layout: &Layout, rows: usize, columns: usize) -> Self {
        let rank = layout.strides.len();
        Self::strided(values, [rows, columns], [layout.strides[rank - 2], layout.strides[rank - 1]])
    }

    /// `rows` by `columns` elements with these distances from row to row and from column to column.
    pub(crate) fn strided(
        values: &'a [T],
        [rows, columns]: [usize; 2],
        [row_stride, column_stride]: [usize; 2],
    ) -> Self {
        if rows > 0 && columns > 0 {
            assert!(
                (rows - 1) * row_stride + (columns - 1) * column_stride < values.len(),
                "a view exceeds its storage"
            );
        }
        Self { values, rows, columns, row_stride, column_stride }
    }
}

/// `y = a · b`, row-major.
fn gemm<T: Element>(y: &mut [T], a: &Matrix<'_, T>, b: &Matrix<'_, T>) {
    gemm_add(y, a, b, false);
}

/// `y = a · b` or `y += a · b`, row-major.
#[allow(unsafe_code, reason = "the kernel takes raw pointers")]
pub(crate) fn gemm_add<T: Element>(y: &mut [T], a: &Matrix<'_, T>, b: &Matrix<'_, T>, add: bool) {
    let (m, k, n) = (a.rows, a.columns, b.columns);
    assert_eq!((y.len(), b.rows), (m * n, k));
    if m * n == 0 || k == 0 {
        return;
    }
    // SAFETY: `Matrix::new` has checked that every element of `a` and `b` lies in their slices, `y` holds m·n elements
    // and does not overlap them, since it is borrowed mutably.
    unsafe {
        gemm::gemm(
            m,
            n,
            k,
            y.as_mut_ptr(),
            1,
            n as isize,
            add,
            a.values.as_ptr(),
            a.column_stride as isize,
            a.row_stride as isize,
            b.values.as_ptr(),
            b.column_stride as isize,
            b.row_stride as isize,
            if add { T::one() } else { T::zero() },
            T::one(),
            false,
            false,
            false,
            parallelism(m * n * k),
        );
    }
}

/// All cores above a size where starting them pays.
fn parallelism(work: usize) -> gemm::Parallelism {
    let cores = if work < 128 * 128 * 128 { 1 } else { parallel::cores() };
    if cores > 1 { gemm::Parallelism::Rayon(cores) } else { gemm::Parallelism::None }
}
