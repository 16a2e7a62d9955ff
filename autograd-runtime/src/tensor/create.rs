//! Making tensors from numbers.

use super::element::{Dtype, Element};
use super::error::{OrPanic, Result, TensorError};
use super::handle::Tensor;
use super::shape::{Layout, list};
use super::storage::Storage;

impl<T: Dtype> Tensor<T> {
    /// A tensor without dimensions.
    #[inline]
    pub fn scalar(value: T) -> Self {
        Self::lone(value)
    }

    #[inline]
    pub(crate) fn lone(value: T) -> Self {
        Self::from_parts(Layout::scalar(), Storage::scalar(value))
    }

    /// A tensor of one dimension.
    pub fn from_slice(values: &[T]) -> Self {
        Self::owning(values.to_vec(), &[values.len()])
    }

    /// The values in row-major order, with their shape.
    ///
    /// ```
    /// use autograd_runtime::tensor::Tensor;
    ///
    /// let a = Tensor::from_vec(vec![1.0, 2.0, 3.0, 4.0, 5.0, 6.0], [2, 3]);
    /// assert_eq!(a.shape(), [2, 3]);
    /// ```
    ///
    /// # Panics
    ///
    /// Where [`try_from_vec`](Self::try_from_vec) returns an error.
    #[track_caller]
    pub fn from_vec(values: Vec<T>, shape: impl AsRef<[usize]>) -> Self {
        Self::try_from_vec(values, shape).or_panic()
    }

    /// [`from_vec`](Self::from_vec), returning what is wrong as an error.
    ///
    /// # Errors
    ///
    /// When the number of values is not the product of the sizes.
    pub fn try_from_vec(values: Vec<T>, shape: impl AsRef<[usize]>) -> Result<Self> {
        let shape = shape.as_ref();
        if checked_numel(shape)? != values.len() {
            return Err(TensorError::shape(format!(
                "shape '{}' is invalid for input of size {}",
                list(shape),
                values.len()
            )));
        }
        Ok(Self::owning(values, shape))
    }

    /// A fresh tensor; the caller has checked the length.
    pub(crate) fn owning(values: Vec<T>, shape: &[usize]) -> Self {
        debug_assert_eq!(values.len(), shape.iter().product::<usize>());
        if shape.is_empty() {
            return Self::lone(values[0]);
        }
        Self::from_parts(Layout::contiguous(shape), Storage::buffer(values))
    }

    /// All elements equal to `value`.
    ///
    /// # Panics
    ///
    /// When the number of elements overflows.
    #[track_caller]
    pub fn full(shape: impl AsRef<[usize]>, value: T) -> Self {
        let shape = shape.as_ref();
        let numel = checked_numel(shape).or_panic();
        if shape.is_empty() {
            return Self::lone(value);
        }
        Self::owning(vec![value; numel], shape)
    }

    /// All elements zero (or `false`).
    #[track_caller]
    pub fn zeros(shape: impl AsRef<[usize]>) -> Self {
        Self::full(shape, T::default())
    }

    /// All elements one (or `true`).
    #[track_caller]
    pub fn ones(shape: impl AsRef<[usize]>) -> Self {
        Self::full(shape, T::unit())
    }

    /// Zeros in the shape of this tensor.
    pub fn zeros_like(&self) -> Self {
        Self::zeros(self.shape())
    }

    /// Ones in the shape of this tensor.
    pub fn ones_like(&self) -> Self {
        Self::ones(self.shape())
    }

    /// `value` in the shape of this tensor.
    pub fn full_like(&self, value: T) -> Self {
        Self::full(self.shape(), value)
    }

    /// The identity matrix with `n` rows.
    pub fn eye(n: usize) -> Self {
        let mut values = vec![T::default(); n * n];
        values.iter_mut().step_by(n + 1).for_each(|v| *v = T::unit());
        Self::owning(values, &[n, n])
    }
}

impl<T: Element> Tensor<T> {
    /// `start`, `start + step`, … up to but not including `end`.
    ///
    /// # Panics
    ///
    /// Where [`try_arange`](Self::try_arange) returns an error.
    #[track_caller]
    pub fn arange(start: T, end: T, step: T) -> Self {
        Self::try_arange(start, end, step).or_panic()
    }

    /// [`arange`](Self::arange), returning what is wrong as an error.
    ///
    /// # Errors
    ///
    /// When the step is zero, a bound is not finite, or the step leads away from `end`.
    pub fn try_arange(start: T, end: T, step: T) -> Result<Self> {
        if step == T::zero() || step.is_nan() {
            return Err(TensorError::value(format!("step must be nonzero (got {step:?})")));
        }
        if !start.is_finite() || !end.is_finite() {
            return Err(TensorError::value(format!("unsupported range: {start:?} -> {end:?}")));
        }
        let steps = (end - start) / step;
        if steps < T::zero() {
            return Err(TensorError::value(format!(
                "upper bound and lower bound inconsistent with step sign: {start:?} -> {end:?} by {step:?}"
            )));
        }
        let n = steps.ceil().to_usize().ok_or_else(|| TensorError::value("range has too many elements"))?;
        Ok(Self::owning((0..n).map(|i| start + T::of(i as f64) * step).collect(), &[n]))
    }

    /// `steps` values from `start` to `end`, both included.
    pub fn linspace(start: T, end: T, steps: usize) -> Self {
        let step = if steps > 1 { (end - start) / T::of((steps - 1) as f64) } else { T::zero() };
        // From both ends towards the middle, so that the last value is exactly `end`.
        let at = |i: usize| {
            if i < steps.div_ceil(2) {
                start + step * T::of(i as f64)
            } else {
                end - step * T::of((steps - 1 - i) as f64)
            }
        };
        Self::owning((0..steps).map(at).collect(), &[steps])
    }
}

impl<T: Dtype> From<T> for Tensor<T> {
    fn from(value: T) -> Self {
        Self::lone(value)
    }
}

impl<T: Dtype, const N: usize> From<[T; N]> for Tensor<T> {
    fn from(values: [T; N]) -> Self {
        Self::from_slice(&values)
    }
}

impl<T: Dtype, const N: usize, const M: usize> From<[[T; M]; N]> for Tensor<T> {
    fn from(values: [[T; M]; N]) -> Self {
        Self::owning(values.as_flattened().to_vec(), &[N, M])
    }
}

impl<T: Dtype, const N: usize, const M: usize, const K: usize> From<[[[T; K]; M]; N]> for Tensor<T> {
    fn from(values: [[[T; K]; M]; N]) -> Self {
        Self::owning(values.as_flattened().as_flattened().to_vec(), &[N, M, K])
    }
}

impl<T: Dtype> From<&[T]> for Tensor<T> {
    fn from(values: &[T]) -> Self {
        Self::from_slice(values)
    }
}

impl<T: Dtype> From<Vec<T>> for Tensor<T> {
    fn from(values: Vec<T>) -> Self {
        let n = values.len();
        Self::owning(values, &[n])
    }
}

/// The number of elements of a shape that may be anything.
pub(crate) fn checked_numel(shape: &[usize]) -> Result<usize> {
    shape
        .iter()
        .try_fold(1_usize, |n, &size| n.checked_mul(size))
        .ok_or_else(|| TensorError::value(format!("Storage size calculation overflowed with sizes={}", list(shape))))
}
