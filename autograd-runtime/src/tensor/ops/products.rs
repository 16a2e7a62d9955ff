//! Products of vectors and matrices made of the elementary ones.

use super::super::element::Element;
use super::super::error::{OrPanic, Result, TensorError};
use super::super::graph::node::{Call, Cotangents};
use super::super::graph::record::{Backward, many, record, two};
use super::super::graph::saved::Saved;
use super::super::handle::Tensor;
use super::super::mode::no_grad;
use super::super::shape::{Dims, Sizes, broadcast, dimension, list};
use super::binary::Fit;

impl<T: Element> Tensor<T> {
    fallible! {
        /// The outer product of two vectors: `y[i, j] = self[i] · other[j]`.
        pub fn outer | try_outer(&self, other: &Tensor<T>) -> Tensor<T> {
            if self.dim() != 1 || other.dim() != 1 {
                return Err(TensorError::shape(format!(
                    "outer: Expected 1-D arguments, but got shapes {} and {}", list(self.shape()), list(other.shape())
                )));
            }
            self.try_unsqueeze(1)?.try_mul(other)
        }

        /// `beta · self + alpha · a·b` for matrices `a` `[m, k]` and `b` `[k, n]`; this tensor broadcasts to `[m, n]`.
        pub fn addmm | try_addmm(&self, a: &Tensor<T>, b: &Tensor<T>, beta: T, alpha: T) -> Tensor<T> {
            let y = no_grad(|| {
                let mut y = a.detach().try_mm(&b.detach())?;
                if alpha != T::one() {
                    y = y * alpha;
                }
                self.expand_to(y.shape())?;
                // With beta = 0 a NaN in this tensor does not count.
                Ok(if beta == T::zero() { y } else if beta == T::one() { y + self.detach() } else { y + self.detach() * beta })
            })?;
            Ok(record(y, &[self, a, b], |y| AddMm {
                fit: Fit::new(self, y),
                a: Saved::input(a),
                b: Saved::input(b),
                beta,
                alpha,
            }))
        }

        /// `beta · self + alpha · matrix·vector`; this tensor broadcasts.
        pub fn addmv | try_addmv(&self, matrix: &Tensor<T>, vector: &Tensor<T>, beta: T, alpha: T) -> Tensor<T> {
            scaled_sum(self, beta, matrix.try_mv(vector)?, alpha)
        }

        /// `beta · self + alpha · x·yᵀ` for vectors `x` and `y`; this tensor broadcasts.
        pub fn addr | try_addr(&self, x: &Tensor<T>, y: &Tensor<T>, beta: T, alpha: T) -> Tensor<T> {
            scaled_sum(self, beta, x.try_outer(y)?, alpha)
        }

        /// `beta · self + alpha · a·b` for batches of matrices `[n, m, k]` and `[n, k, p]`; this tensor broadcasts.
        pub fn baddbmm | try_baddbmm(&self, a: &Tensor<T>, b: &Tensor<T>, beta: T, alpha: T) -> Tensor<T> {
            scaled_sum(self, beta, a.try_bmm(b)?, alpha)
        }

        /// `beta · self + alpha · Σᵢ aᵢ·bᵢ` over batches of matrices `[n, m, k]` and `[n, k, p]`; this tensor broadcasts
        /// to `[m, p]`.
        pub fn addbmm | try_addbmm(&self, a: &Tensor<T>, b: &Tensor<T>, beta: T, alpha: T) -> Tensor<T> {
            let (&[n, m, k], &[n2, k2, p]) = (a.shape(), b.shape()) else {
                return Err(TensorError::shape(format!(
                    "batch1 must be a 3D tensor, and so must batch2: got shapes {} and {}", list(a.shape()), list(b.shape())
                )));
            };
            if n != n2 || k != k2 {
                return Err(TensorError::shape(format!(
                    "Expected size for first two dimensions of batch2 tensor to be: [{n}, {k}] but got: [{n2}, {k2}]."
                )));
            }
            // The sum over the batch is part of one long inner sum.
            let a = a.try_permute(&[1, 0, 2])?.try_reshape_to(&[m, n * k])?;
            self.try_addmm(&a, &b.try_reshape_to(&[n * k, p])?, beta, alpha)
        }

        /// `x·weightᵀ + bias` along the last dimension: `[…, in]` with a weight `[out, in]` and a bias `[out]` becomes
        /// `[…, out]`.
        pub fn linear | try_linear(&self, weight: &Tensor<T>, bias: Option<&Tensor<T>>) -> Tensor<T> {
            let features = self.shape().last().copied();
            if !matches!((weight.shape(), features), (&[_, n], Some(m)) if n == m) {
                return Err(TensorError::shape(format!(
                    "linear(): mat1 and mat2 shapes cannot be multiplied (input {} and weight {}, which must be [out, in])",
                    list(self.shape()), list(weight.shape())
                )));
            }
            let transposed = weight.try_t()?;
            let Some(bias) = bias else { return self.try_matmul(&transposed) };
            match self.dim() {
                2 => bias.try_addmm(self, &transposed, T::one(), T::one()),
                _ => {
                    let mut shape = Sizes::from_slice(&self.shape()[..self.dim() - 1]);
                    let rows = shape.iter().product();
                    let x = self.try_reshape_to(&[rows, weight.shape()[1]])?;
                    shape.push(weight.shape()[0]);
                    bias.try_addmm(&x, &transposed, T::one(), T::one())?.try_reshape_to(&shape)
                }
            }
        }

        /// The Kronecker product: every element of this tensor times the whole of the other, dimension by dimension.
        pub fn kron | try_kron(&self, other: &Tensor<T>) -> Tensor<T> {
            let rank = self.dim().max(other.dim());
            let size = |x: &Self, d: usize| if d + x.dim() < rank { 1 } else { x.shape()[d + x.dim() - rank] };
            let (mut a, mut b, mut shape) = (Sizes::new(), Sizes::new(), Sizes::new());
            for d in 0..rank {
                a.extend([size(self, d), 1]);
                b.extend([1, size(other, d)]);
                shape.push(size(self, d) * size(other, d));
            }
            self.try_reshape_to(&a)?.try_mul(other.try_reshape_to(&b)?)?.try_reshape_to(&shape)
        }

        /// The cross products of the vectors along a dimension of size 3, broadcasting the others.
        pub fn cross | try_cross(&self, other: &Tensor<T>, dim: isize) -> Tensor<T> {
            let shape = broadcast(self.shape(), other.shape())?;
            let d = dimension(dim, shape.len())?;
            if self.dim() != other.dim() || self.dim() == 0 || self.shape()[d] != 3 || other.shape()[d] != 3 {
                return Err(TensorError::shape(format!(
                    "linalg.cross: inputs dimension {d} must have length 3. Got shapes {} and {}",
                    list(self.shape()), list(other.shape())
                )));
            }
            let y = no_grad(|| crossed(&self.detach(), &other.detach(), d as isize))?;
            Ok(record(y, &[self, other], |y| Cross {
                a: Saved::input(self),
                b: Saved::input(other),
                fit_a: Fit::new(self, y),
                fit_b: Fit::new(other, y),
                d: d as isize,
            }))
        }

        /// The power of a square matrix, or of each of a batch, by repeated squaring.
        pub fn matrix_power | try_matrix_power(&self, n: usize) -> Tensor<T> {
            let &[.., rows, columns] = self.shape() else {
                return Err(TensorError::shape(format!(
                    "linalg.matrix_power: The input tensor A must have at least 2 dimensions. (its shape is {})",
                    list(self.shape())
                )));
            };
            if rows != columns {
                return Err(TensorError::shape(format!(
                    "linalg.matrix_power: A must be batches of square matrices, but they are {rows} by {columns} matrices"
                )));
            }
            let (mut square, mut power, mut n) = (self.clone(), None::<Tensor<T>>, n);
            while n > 0 {
                if n % 2 == 1 {
                    power = Some(match power { None => square.clone(), Some(power) => power.try_matmul(&square)? });
                }
                n /= 2;
                if n > 0 {
                    square = square.try_matmul(&square)?;
                }
            }
            // The zeroth power does not depend on the matrix, but keeps its place in the graph.
            power.map_or_else(|| self.try_mul(T::zero())?.try_mul(T::zero())?.try_add(Tensor::eye(rows)), Ok)
        }

        /// The sum of products over pairs of dimensions, `dims` of this tensor with `other_dims` of the other. The
        /// result has the dimensions left over, first this tensor's.
        pub fn tensordot | try_tensordot(&self, other: &Tensor<T>, dims: impl Dims, other_dims: impl Dims) -> Tensor<T> {
            let (a, b) = (sorted_out(self, dims.dims())?, sorted_out(other, other_dims.dims())?);
            let sizes = |x: &Self, order: &[isize]| order.iter().map(|&d| x.shape()[d as usize]).collect::<Sizes>();
            let (inner, other_inner) = (sizes(self, &a.summed), sizes(other, &b.summed));
            if inner != other_inner {
                return Err(TensorError::shape(format!(
                    "contracted dimensions need to match, but first has sizes {} in dims {} and second has sizes {} in \
                     dims {}", list(&inner), list(&a.summed), list(&other_inner), list(&b.summed)
                )));
            }
            let (rows, columns) = (sizes(self, &a.left), sizes(other, &b.left));
            let (m, k, n) = (rows.iter().product(), inner.iter().product(), columns.iter().product());
            let x = self.try_permute(&[&a.left[..], &a.summed].concat())?.try_reshape_to(&[m, k])?;
            let y = other.try_permute(&[&b.summed[..], &b.left].concat())?.try_reshape_to(&[k, n])?;
            x.try_mm(&y)?.try_reshape_to(&[&rows[..], &columns].concat())
        }
    }
}

/// beta · c + alpha · y
#[track_caller]
fn scaled_sum<T: Element>(c: &Tensor<T>, beta: T, y: Tensor<T>, alpha: T) -> Result<Tensor<T>> {
    c.expand_to(y.shape())?;
    let y = if alpha == T::one() { y } else { y * alpha };
    match beta {
        beta if beta == T::one() => y.try_add(c),
        beta => y.try_add(c * beta),
    }
}

/// The dimensions that are summed over, as named, and the others in order.
struct Sorted {
    summed: Vec<isize>,
    left: Vec<isize>,
}

fn sorted_out<T: Element>(x: &Tensor<T>, dims: &[isize]) -> Result<Sorted> {
    let summed = dims.iter().map(|&d| dimension(d, x.dim()).map(|d| d as isize)).collect::<Result<Vec<_>>>()?;
    let twice = summed.iter().enumerate().any(|(i, d)| summed[..i].contains(d));
    if twice || summed.len() > x.dim() {
        return Err(TensorError::value(format!(
            "tensordot: repeated dim in {} (shape {})",
            list(dims),
            list(x.shape())
        )));
    }
    let left = (0..x.dim() as isize).filter(|d| !summed.contains(d)).collect();
    Ok(Sorted { summed, left })
}

struct AddMm<T: Element> {
    fit: Fit,
    a: Saved<T>,
    b: Saved<T>,
    beta: T,
    alpha: T,
}

impl<T: Element> Backward<T> for AddMm<T> {
    const NAME: &'static str = "AddmmBackward0";

    /// d_c = beta · d_y, d_a = alpha · d_y · bᵀ, d_b = alpha · aᵀ · d_y
    fn backward(&self, d_y: Tensor<T>, call: &Call<'_>) -> Result<Cotangents> {
        let scaled = |d: Tensor<T>, by: T| if by == T::one() { d } else { d * by };
        let d_a = match call.needs(1) {
            true => Some(scaled(d_y.try_mm(&self.b.get(call)?.try_t()?)?, self.alpha)),
            false => None,
        };
        let d_b = match call.needs(2) {
            true => Some(scaled(self.a.get(call)?.try_t()?.try_mm(&d_y)?, self.alpha)),
            false => None,
        };
        let d_c = call.needs(0).then(|| scaled(self.fit.apply(d_y), self.beta));
        many([d_c, d_a, d_b])
    }

    fn saved_shapes(&self) -> Vec<Vec<usize>> {
        vec![self.a.shape(), self.b.shape()]
    }
}

/// y = roll(a, -1) · roll(b, -2) - roll(a, -2) · roll(b, -1)
#[track_caller]
fn crossed<T: Element>(a: &Tensor<T>, b: &Tensor<T>, d: isize) -> Result<Tensor<T>> {
    Ok(a.try_roll(-1, d)? * b.try_roll(-2, d)? - a.try_roll(-2, d)? * b.try_roll(-1, d)?)
}

struct Cross<T: Element> {
    a: Saved<T>,
    b: Saved<T>,
    fit_a: Fit,
    fit_b: Fit,
    d: isize,
}

impl<T: Element> Backward<T> for Cross<T> {
    const NAME: &'static str = "LinalgCrossBackward0";

    /// d_a = b × d_y, d_b = d_y × a
    fn backward(&self, d_y: Tensor<T>, call: &Call<'_>) -> Result<Cotangents> {
        let d_a = match call.needs(0) {
            true => Some(self.fit_a.apply(self.b.get(call)?.try_cross(&d_y, self.d)?)),
            false => None,
        };
        let d_b = match call.needs(1) {
            true => Some(self.fit_b.apply(d_y.try_cross(&self.a.get(call)?, self.d)?)),
            false => None,
        };
        two(d_a, d_b)
    }

    fn saved_shapes(&self) -> Vec<Vec<usize>> {
        vec![self.a.shape(), self.b.shape()]
    }
}

/// Products of a whole chain of matrices.
impl<T: Element> Tensor<T> {
    /// The product of a chain of matrices, of which the first and the last may be vectors, in the order that takes the
    /// fewest multiplications.
    ///
    /// # Panics
    ///
    /// Where [`try_multi_dot`](Self::try_multi_dot) returns an error.
    #[track_caller]
    pub fn multi_dot(tensors: &[&Self]) -> Self {
        Self::try_multi_dot(tensors).or_panic()
    }

    /// [`multi_dot`](Self::multi_dot), returning what is wrong as an error.
    ///
    /// # Errors
    ///
    /// When there are fewer than two tensors, or the shapes of neighbours do not fit.
    #[track_caller]
    pub fn try_multi_dot(tensors: &[&Self]) -> Result<Self> {
        let n = tensors.len();
        if n < 2 {
            return Err(TensorError::value(format!("multi_dot(): expected at least 2 tensors but got {n}")));
        }
        let inner = |i: usize| tensors[i].dim() == 2 || (tensors[i].dim() == 1 && (i == 0 || i == n - 1));
        if let Some(i) = (0..n).find(|&i| !inner(i)) {
            return Err(TensorError::shape(format!(
                "multi_dot(): tensor {i} must be 2D, or 1D at either end, but has shape {}",
                list(tensors[i].shape())
            )));
        }
        let matrices = (0..n).map(|i| match (tensors[i].dim(), i) {
            (1, 0) => tensors[i].try_unsqueeze(0),
            (1, _) => tensors[i].try_unsqueeze(1),
            _ => Ok(tensors[i].clone()),
        });
        let matrices = matrices.collect::<Result<Vec<_>>>()?;
        let split = cheapest_splits(&matrices);
        let mut y = chained(&matrices, &split, 0, n - 1)?;
        if tensors[0].dim() == 1 {
            y = y.try_squeeze_dim(0)?;
        }
        if tensors[n - 1].dim() == 1 {
            y = y.try_squeeze_dim(-1)?;
        }
        Ok(y)
    }
}

/// Where to split the product of matrices `i..=j` last, for all `i < j` (Cormen et al., Introduction to Algorithms,
/// section 15.2).
fn cheapest_splits<T: Element>(matrices: &[Tensor<T>]) -> Vec<Vec<usize>> {
    let n = matrices.len();
    let (rows, columns) = (|i: usize| matrices[i].shape()[0] as f64, |i: usize| matrices[i].shape()[1] as f64);
    let (mut cost, mut split) = (vec![vec![0.0; n]; n], vec![vec![0; n]; n]);
    for length in 1..n {
        for i in 0..n - length {
            let j = i + length;
            cost[i][j] = f64::INFINITY;
            for k in i..j {
                let total = cost[i][k] + cost[k + 1][j] + rows(i) * columns(k) * columns(j);
                if total < cost[i][j] {
                    (cost[i][j], split[i][j]) = (total, k);
                }
            }
        }
    }
    split
}

#[track_caller]
fn chained<T: Element>(matrices: &[Tensor<T>], split: &[Vec<usize>], i: usize, j: usize) -> Result<Tensor<T>> {
    if i == j {
        return Ok(matrices[i].clone());
    }
    let k = split[i][j];
    chained(matrices, split, i, k)?.try_mm(&chained(matrices, split, k + 1, j)?)
}
