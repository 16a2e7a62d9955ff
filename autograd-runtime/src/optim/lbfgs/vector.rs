//! The few vector operations that L-BFGS is made of; reductions come back in `f64`.
//!
//! The search amplifies a difference in the last bit by many orders of magnitude, so these follow the order of operations
//! of PyTorch's kernels where that is known: with them, whole trajectories of small problems agree bit for bit.

use crate::optim::Scalar;

/// Independent partial sums in the body of a dot product.
const LANES: usize = 8;

/// `Σ aᵢ bᵢ`, summed in lanes that end in an even and an odd one.
pub(super) fn dot<T: Scalar>(a: &[T], b: &[T]) -> f64 {
    let mut lanes = [T::ZERO; LANES];
    let (blocks_a, rest_a) = a.as_chunks::<LANES>();
    let (blocks_b, rest_b) = b.as_chunks::<LANES>();
    for (a, b) in blocks_a.iter().zip(blocks_b) {
        for ((lane, &a), &b) in lanes.iter_mut().zip(a).zip(b) {
            *lane += a * b;
        }
    }
    let mut pair = [T::ZERO; 2];
    for (k, &lane) in lanes.iter().enumerate() {
        pair[k % 2] += lane;
    }
    for (k, (&a, &b)) in rest_a.iter().zip(rest_b).enumerate() {
        pair[k % 2] += a * b;
    }
    (pair[0] + pair[1]).to_f64()
}

/// `y ← y + a x`, each entry rounded once.
#[allow(unsafe_code, reason = "the processor is asked before its instructions are used")]
pub(super) fn axpy<T: Scalar>(a: f64, x: &[T], y: &mut [T]) {
    let a = T::from_f64(a);
    #[cfg(target_arch = "x86_64")]
    if std::arch::is_x86_feature_detected!("avx2") && std::arch::is_x86_feature_detected!("fma") {
        // SAFETY: the processor has both features that the function is compiled for.
        return unsafe { fused_axpy_avx2(a, x, y) };
    }
    fused_axpy(a, x, y);
}

/// The loop of [`axpy`]. Where the processor has no fused instruction the library's exact one is called, so that the
/// result is the same everywhere.
#[inline(always)]
fn fused_axpy<T: Scalar>(a: T, x: &[T], y: &mut [T]) {
    for (y, &x) in y.iter_mut().zip(x) {
        *y = x.mul_add(a, *y);
    }
}

/// The same loop compiled for processors with fused instructions, which not every x86-64 has.
#[cfg(target_arch = "x86_64")]
#[target_feature(enable = "avx2,fma")]
fn fused_axpy_avx2<T: Scalar>(a: T, x: &[T], y: &mut [T]) {
    fused_axpy(a, x, y);
}

/// `max |xᵢ|`; NaN if any entry is, so that no tolerance is met.
pub(super) fn max_abs<T: Scalar>(x: &[T]) -> f64 {
    x.iter().fold(T::ZERO, |max, x| max.maximum(x.abs())).to_f64()
}

/// `Σ |xᵢ|`
pub(super) fn sum_abs<T: Scalar>(x: &[T]) -> f64 {
    x.iter().fold(T::ZERO, |sum, x| sum + x.abs()).to_f64()
}
