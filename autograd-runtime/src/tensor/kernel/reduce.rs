//! Folds and sums over some dimensions. Each result sees its elements in row-major order.

use super::super::element::{Dtype, Element};
use super::super::handle::Tensor;
use super::super::parallel;
use super::super::shape::Sizes;
use super::{Walk, extend_row, row};

/// The loop of [`reduce`]: folds a row into one slot, or each of its elements into a slot of its own.
type FoldRow<'f, T, U> = dyn Fn(&mut [U], &[T]) + 'f;

/// `out[kept] = Σ x[kept, reduced]` as a row-major vector of the kept dimensions, where `f` folds an element in.
pub(crate) fn reduce<T: Dtype, U: Dtype>(x: &Tensor<T>, reduced: &[bool], start: U, f: impl Fn(U, T) -> U) -> Vec<U> {
    folded(x, reduced, start, &|slots, row| match slots {
        [slot] => *slot = row.iter().fold(*slot, |folded, &x| f(folded, x)),
        slots => slots.iter_mut().zip(row).for_each(|(slot, &x)| *slot = f(*slot, x)),
    })
}

fn folded<T: Dtype, U: Dtype>(x: &Tensor<T>, reduced: &[bool], start: U, f: &FoldRow<'_, T, U>) -> Vec<U> {
    let (kept, strides) = reduced_strides(x.shape(), reduced);
    let mut out = vec![start; kept];
    let walk = Walk::new(x.shape(), [&x.0.layout.strides, &strides], [x.0.layout.offset, 0]);
    let (n, [ix, io]) = (walk.size, walk.steps);
    let values = x.values();
    let mut scratch = Vec::new();
    walk.each(&mut |[at, to]| {
        let slots = &mut out[to..][..if io == 0 { 1 } else { n }];
        if ix != 0 || n == 1 {
            return f(slots, row(&values, at, n, ix.max(1), &mut scratch));
        }
        // The same element many times.
        scratch.clear();
        extend_row(&mut scratch, &values, at, n, 0);
        f(slots, &scratch);
    });
    out
}

/// The number of kept elements, and the strides that lead from the input's index to them (zero where reduced).
fn reduced_strides(shape: &[usize], reduced: &[bool]) -> (usize, Sizes) {
    let mut strides = Sizes::from_elem(0, shape.len());
    let mut kept = 1;
    for d in (0..shape.len()).rev() {
        if !reduced[d] {
            strides[d] = kept;
            kept *= shape[d];
        }
    }
    (kept, strides)
}

/// The sum of all elements.
pub(crate) fn sum<T: Element>(x: &Tensor<T>) -> T {
    let reduced = smallvec::SmallVec::<[bool; 8]>::from_elem(true, x.dim());
    sums(x, &reduced)[0]
}

/// The sums over the reduced dimensions. Eight partial sums per row let the compiler use vectors and keep the
/// rounding error small. The order of summation depends on the layout alone, never on the number of cores.
pub(crate) fn sums<T: Element>(x: &Tensor<T>, reduced: &[bool]) -> Vec<T> {
    let layout = &x.0.layout;
    let (kept, strides) = reduced_strides(&layout.shape, reduced);
    let mut out = vec![T::zero(); kept];
    let walk = Walk::new(&layout.shape, [&layout.strides, &strides], [layout.offset, 0]);
    let (n, [ix, io], rows) = (walk.size, walk.steps, walk.rows());
    let (values, numel) = (x.values(), layout.numel());
    let values = &*values;
    if rows == 1 && (ix, io) == (1, 0) {
        // Everything is one run.
        out[0] = sum_run(&values[layout.offset..][..n]);
    } else if rows == kept && (ix, io) == (1, 0) {
        // Each sum is one run, and each core takes some of them.
        parallel::fill(&mut out, 1, numel, &|start, out| {
            let mut slots = out.iter_mut();
            walk.some(start, slots.len(), &mut |[at, _]| {
                if let Some(slot) = slots.next() {
                    *slot = sum_slice(&values[at..][..n]);
                }
            });
        });
    } else if n == kept && (ix, io) == (1, 1) {
        // All rows are added up, and each core takes some of the columns.
        parallel::fill(&mut out, 1, numel, &|start, out| {
            walk.each(&mut |[at, _]| {
                out.iter_mut().zip(&values[at + start..]).for_each(|(sum, &v)| *sum += v);
            });
        });
    } else {
        let mut scratch = Vec::new();
        walk.each(&mut |[at, to]| match (ix, io) {
            // The same element many times.
            (0, 0) => out[to] += values[at] * T::of(n as f64),
            (0, _) => out[to..][..n].iter_mut().for_each(|sum| *sum += values[at]),
            (_, 0) => out[to] += sum_slice(row(values, at, n, ix, &mut scratch)),
            _ => out[to..][..n].iter_mut().zip(row(values, at, n, ix, &mut scratch)).for_each(|(sum, &v)| *sum += v),
        });
    }
    out
}

/// [`sum_slice`] with the first halves of its halving on cores of their own.
fn sum_run<T: Element>(values: &[T]) -> T {
    if values.len() < parallel::THRESHOLD {
        return sum_slice(values);
    }
    let (a, b) = halves(values);
    let (a, b) = parallel::join(values.len(), || sum_slice(a), || sum_slice(b));
    a + b
}

/// Two halves of whole vectors.
fn halves<T>(values: &[T]) -> (&[T], &[T]) {
    values.split_at(values.len() / 2 / 8 * 8)
}

fn sum_slice<T: Element>(values: &[T]) -> T {
    if values.len() > 4096 {
        // Pairwise above the block size: the error grows with the logarithm of the length.
        let (a, b) = halves(values);
        return sum_slice(a) + sum_slice(b);
    }
    let mut lanes = [T::zero(); 8];
    let chunks = values.chunks_exact(8);
    let tail = chunks.remainder().iter().fold(T::zero(), |acc, &v| acc + v);
    for chunk in chunks {
        for (lane, &v) in lanes.iter_mut().zip(chunk) {
            *lane += v;
        }
    }
    ((lanes[0] + lanes[4]) + (lanes[1] + lanes[5])) + ((lanes[2] + lanes[6]) + (lanes[3] + lanes[7])) + tail
}
