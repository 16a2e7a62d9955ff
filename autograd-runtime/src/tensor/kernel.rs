//! Loops over elements: map, zip with broadcasting, write in place, reduce. They know layouts and nothing of graphs.
//! Large row-major operands are worked on by all cores.

use super::element::{Dtype, Element};
use super::error::Result;
use super::handle::Tensor;
use super::parallel;
use super::shape::{Layout, Sizes, broadcast};
use super::storage::Storage;

/// Visits the start of every innermost row of `shape`, as offsets into `N` operands.
pub(crate) fn rows<const N: usize>(
    shape: &[usize],
    strides: [&[usize]; N],
    mut offsets: [usize; N],
    mut visit: impl FnMut([usize; N]),
) {
    if shape.contains(&0) {
        return;
    }
    let outer = shape.len().saturating_sub(1);
    let mut index = Sizes::from_elem(0, outer);
    loop {
        visit(offsets);
        let mut d = outer;
        loop {
            if d == 0 {
                return;
            }
            d -= 1;
            index[d] += 1;
            for n in 0..N {
                offsets[n] += strides[n][d];
            }
            if index[d] < shape[d] {
                break;
            }
            for n in 0..N {
                offsets[n] -= strides[n][d] * shape[d];
            }
            index[d] = 0;
        }
    }
}

/// The size and the strides of the innermost dimension.
#[inline]
fn inner<const N: usize>(shape: &[usize], strides: [&[usize]; N]) -> (usize, [usize; N]) {
    (shape.last().copied().unwrap_or(1), strides.map(|s| s.last().copied().unwrap_or(0)))
}

/// The elements in row-major order, from a storage.
pub(crate) fn gather<T: Dtype, U: Copy + Default + Send>(
    layout: &Layout,
    values: &[T],
    f: impl Fn(T) -> U + Sync,
) -> Vec<U> {
    let numel = layout.numel();
    if numel == 0 {
        // A view without elements may start anywhere.
        return Vec::new();
    }
    if layout.is_contiguous() {
        let values = &values[layout.offset..][..numel];
        if numel < parallel::THRESHOLD {
            return values.iter().map(|&x| f(x)).collect();
        }
        let mut out = vec![U::default(); numel];
        parallel::fill(&mut out, numel, |start, out| {
            out.iter_mut().zip(&values[start..]).for_each(|(y, &x)| *y = f(x));
        });
        return out;
    }
    let mut out = Vec::with_capacity(numel);
    let (n, [stride]) = inner(&layout.shape, [&layout.strides]);
    rows(&layout.shape, [&layout.strides], [layout.offset], |[at]| {
        out.extend((0..n).map(|i| f(values[at + i * stride])));
    });
    out
}

/// `y[i] = f(x[i])`, in row-major order.
#[inline]
pub(crate) fn map<T: Dtype, U: Dtype>(x: &Tensor<T>, f: impl Fn(T) -> U + Sync) -> Tensor<U> {
    let layout = &x.0.layout;
    if layout.shape.is_empty() {
        return Tensor::lone(f(x.read(|values| values[layout.offset])));
    }
    Tensor::from_parts(Layout::contiguous(&layout.shape), Storage::buffer(x.read(|values| gather(layout, values, f))))
}

/// [`map`] onto the same elements where nobody else can see them.
#[inline]
pub(crate) fn map_owned<T: Dtype>(mut x: Tensor<T>, f: impl Fn(T) -> T + Sync) -> Tensor<T> {
    match x.unique_values() {
        Some(values) => {
            let numel = values.len();
            parallel::fill(values, numel, |_, values| values.iter_mut().for_each(|v| *v = f(*v)));
            x
        }
        None => map(&x, f),
    }
}

/// `y[i] = f(a[i], b[i])`, with broadcasting.
#[inline]
pub(crate) fn zip<A: Dtype, B: Dtype, C: Dtype>(
    a: &Tensor<A>,
    b: &Tensor<B>,
    f: impl Fn(A, B) -> C + Sync,
) -> Result<Tensor<C>> {
    let (la, lb) = (&a.0.layout, &b.0.layout);
    if la.shape.is_empty() && lb.shape.is_empty() {
        let (x, y) = (a.read(|values| values[la.offset]), b.read(|values| values[lb.offset]));
        return Ok(Tensor::lone(f(x, y)));
    }
    let shape = broadcast(&la.shape, &lb.shape)?;
    let values = a.read(|a| b.read(|b| zip_values(&shape, (la, a), (lb, b), f)));
    Ok(Tensor::from_parts(Layout::contiguous(&shape), Storage::buffer(values)))
}

fn zip_values<A: Dtype, B: Dtype, C: Dtype>(
    shape: &[usize],
    (la, a): (&Layout, &[A]),
    (lb, b): (&Layout, &[B]),
    f: impl Fn(A, B) -> C + Sync,
) -> Vec<C> {
    let numel = shape.iter().product();
    if *la.shape == *lb.shape && la.is_contiguous() && lb.is_contiguous() && numel > 0 {
        let (a, b) = (&a[la.offset..][..numel], &b[lb.offset..][..numel]);
        if numel < parallel::THRESHOLD {
            return a.iter().zip(b).map(|(&x, &y)| f(x, y)).collect();
        }
        let mut out = vec![C::default(); numel];
        parallel::fill(&mut out, numel, |start, out| {
            let pairs = a[start..].iter().zip(&b[start..]);
            out.iter_mut().zip(pairs).for_each(|(z, (&x, &y))| *z = f(x, y));
        });
        return out;
    }
    let (sa, sb) = (la.broadcast_strides(shape), lb.broadcast_strides(shape));
    let mut out = Vec::with_capacity(numel);
    let (n, [ia, ib]) = inner(shape, [&sa, &sb]);
    rows(shape, [&sa, &sb], [la.offset, lb.offset], |[oa, ob]| match (ia, ib) {
        (1, 1) => out.extend(a[oa..][..n].iter().zip(&b[ob..][..n]).map(|(&x, &y)| f(x, y))),
        (1, 0) => {
            let y = b[ob];
            out.extend(a[oa..][..n].iter().map(|&x| f(x, y)));
        }
        (0, 1) => {
            let x = a[oa];
            out.extend(b[ob..][..n].iter().map(|&y| f(x, y)));
        }
        _ => out.extend((0..n).map(|i| f(a[oa + i * ia], b[ob + i * ib]))),
    });
    out
}

/// [`zip`] onto the elements of `a`, where nobody else can see them and the result has its shape.
#[inline]
pub(crate) fn zip_owned<T: Dtype>(mut a: Tensor<T>, b: &Tensor<T>, f: impl Fn(T, T) -> T + Sync) -> Result<Tensor<T>> {
    if a.0.layout.shape.is_empty() && b.0.layout.shape.is_empty() {
        let y = b.read(|values| values[b.0.layout.offset]);
        return Ok(map_owned(a, |x| f(x, y)));
    }
    let shape = a.0.layout.shape.clone();
    let fits = shape == b.0.layout.shape || broadcast(&shape, b.shape())? == shape;
    match a.unique_values() {
        Some(values) if fits => {
            let lb = &b.0.layout;
            b.read(|b| update(&Layout::contiguous(&shape), values, lb, b, f));
            Ok(a)
        }
        _ => zip(&a, b, f),
    }
}

/// `a[i] = f(a[i], b[i])`, with `b` broadcast to the shape of `a`.
#[inline]
pub(crate) fn update<A: Dtype, B: Dtype>(la: &Layout, a: &mut [A], lb: &Layout, b: &[B], f: impl Fn(A, B) -> A + Sync) {
    if la.shape == lb.shape && la.is_contiguous() && lb.is_contiguous() {
        let numel = la.numel();
        if numel > 0 {
            let b = &b[lb.offset..][..numel];
            parallel::fill(&mut a[la.offset..][..numel], numel, |start, a| {
                a.iter_mut().zip(&b[start..]).for_each(|(x, &y)| *x = f(*x, y));
            });
        }
        return;
    }
    let sb = lb.broadcast_strides(&la.shape);
    let (n, [ia, ib]) = inner(&la.shape, [&la.strides, &sb]);
    rows(&la.shape, [&la.strides, &sb], [la.offset, lb.offset], |[oa, ob]| {
        for i in 0..n {
            let x = &mut a[oa + i * ia];
            *x = f(*x, b[ob + i * ib]);
        }
    });
}

/// `out[kept] = Σ x[kept, reduced]` as a row-major vector of the kept dimensions, where `f` folds an element in.
pub(crate) fn reduce<T: Dtype, U: Dtype>(x: &Tensor<T>, reduced: &[bool], start: U, f: impl Fn(U, T) -> U) -> Vec<U> {
    let (kept, strides) = reduced_strides(x.shape(), reduced);
    let mut out = vec![start; kept];
    let layout = &x.0.layout;
    let (n, [ix, io]) = inner(&layout.shape, [&layout.strides, &strides]);
    x.read(|values| {
        rows(&layout.shape, [&layout.strides, &strides], [layout.offset, 0], |[ox, oo]| {
            if io == 0 {
                out[oo] = (0..n).fold(out[oo], |acc, i| f(acc, values[ox + i * ix]));
            } else {
                for i in 0..n {
                    let slot = &mut out[oo + i * io];
                    *slot = f(*slot, values[ox + i * ix]);
                }
            }
        });
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

/// The sums over the reduced dimensions. Eight partial sums per row let the compiler use vectors and keep the
/// rounding error small. The order of summation depends on the shape alone, never on the number of cores.
pub(crate) fn sums<T: Element>(x: &Tensor<T>, reduced: &[bool]) -> Vec<T> {
    let layout = &x.0.layout;
    let numel = layout.numel();
    let lead = reduced.iter().take_while(|&&r| !r).count();
    if numel > 0 && layout.is_contiguous() && reduced[lead..].iter().all(|&r| r) {
        // Each sum is one run.
        let mut out = vec![T::zero(); layout.shape[..lead].iter().product()];
        let run = numel / out.len();
        x.read(|values| {
            let values = &values[layout.offset..][..numel];
            let sum = |k: usize| sum_slice(&values[k * run..][..run]);
            match &mut out[..] {
                [only] => *only = sum_run(values),
                out => parallel::fill(out, numel, |start, out| {
                    out.iter_mut().enumerate().for_each(|(k, y)| *y = sum(start + k));
                }),
            }
        });
        return out;
    }
    let lead = reduced.iter().take_while(|&&r| r).count();
    if numel >= parallel::THRESHOLD && layout.is_contiguous() && !reduced[lead..].contains(&true) {
        // All rows are added up, each core taking some of the columns.
        let mut out = vec![T::zero(); layout.shape[lead..].iter().product()];
        let columns = out.len();
        x.read(|values| {
            let values = &values[layout.offset..][..numel];
            parallel::fill(&mut out, numel, |start, out| {
                for row in values.chunks_exact(columns) {
                    out.iter_mut().zip(&row[start..]).for_each(|(sum, &v)| *sum += v);
                }
            });
        });
        return out;
    }
    let (kept, strides) = reduced_strides(&layout.shape, reduced);
    let mut out = vec![T::zero(); kept];
    let (n, [ix, io]) = inner(&layout.shape, [&layout.strides, &strides]);
    x.read(|values| {
        rows(&layout.shape, [&layout.strides, &strides], [layout.offset, 0], |[ox, oo]| match (ix, io) {
            (1, 0) => out[oo] += sum_slice(&values[ox..][..n]),
            (1, 1) => out[oo..][..n].iter_mut().zip(&values[ox..][..n]).for_each(|(o, &v)| *o += v),
            (_, 0) => out[oo] += (0..n).fold(T::zero(), |acc, i| acc + values[ox + i * ix]),
            _ => (0..n).for_each(|i| out[oo + i * io] += values[ox + i * ix]),
        });
    });
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

/// The elements in row-major order.
pub(crate) fn to_vec<T: Dtype>(x: &Tensor<T>) -> Vec<T> {
    x.read(|values| gather(&x.0.layout, values, |v| v))
}

/// Reads the elements as one row-major slice, which is a copy only where they do not lie so already.
pub(crate) fn row_major<T: Dtype, R>(x: &Tensor<T>, f: impl FnOnce(&[T]) -> R) -> R {
    let layout = &x.0.layout;
    let numel = layout.numel();
    if numel == 0 {
        return f(&[]);
    }
    if layout.is_contiguous() {
        return x.read(|values| f(&values[layout.offset..][..numel]));
    }
    f(&to_vec(x))
}
