//! Map, zip with broadcasting, write in place.

use super::super::element::Dtype;
use super::super::error::Result;
use super::super::handle::Tensor;
use super::super::parallel;
use super::super::shape::{Layout, broadcast};
use super::super::storage::Storage;
use super::{Walk, extend_row, row, row_major};
use std::mem::MaybeUninit;

/// The loop of [`map`]: writes every element of its target, which is as long as its source.
type MapRow<'f, T, U> = dyn Fn(&[T], &mut [MaybeUninit<U>]) + Sync + 'f;
/// The loop of [`zip`]: writes every element of its target; a source is as long or holds one element for all.
type ZipRow<'f, A, B, C> = dyn Fn(&[A], &[B], &mut [MaybeUninit<C>]) + Sync + 'f;
/// The loop of [`update`]; the source is as long as the target or holds one element for all.
type UpdateRow<'f, A, B> = dyn Fn(&mut [A], &[B]) + Sync + 'f;

/// `y[i] = f(x[i])`, in row-major order.
#[inline]
pub(crate) fn map<T: Dtype, U: Dtype>(x: &Tensor<T>, f: impl Fn(T) -> U + Sync) -> Tensor<U> {
    if x.0.layout.shape.is_empty() {
        return Tensor::lone(f(x.first()));
    }
    mapped(x, &|from, to| {
        for (y, &x) in to.iter_mut().zip(from) {
            y.write(f(x));
        }
    })
}

fn mapped<T: Dtype, U: Dtype>(x: &Tensor<T>, f: &MapRow<'_, T, U>) -> Tensor<U> {
    let values = row_major(x, |values| {
        // SAFETY: a `MapRow` writes every element of its target.
        #[allow(unsafe_code, reason = "the buffer would be written twice otherwise")]
        unsafe {
            filled(values.len(), &|start, part| f(&values[start..][..part.len()], part))
        }
    });
    Tensor::from_parts(Layout::contiguous(x.shape()), Storage::buffer(values))
}

/// A vector of `n` elements, parts of which `write(start, part)` fills, on several cores where there are many.
///
/// # Safety
///
/// `write` initializes every element of the part it is given.
#[allow(unsafe_code, reason = "the buffer would be written twice otherwise")]
unsafe fn filled<U: Copy + Send>(n: usize, write: &(dyn Fn(usize, &mut [MaybeUninit<U>]) + Sync)) -> Vec<U> {
    let mut out = Vec::with_capacity(n);
    parallel::fill(&mut out.spare_capacity_mut()[..n], 1, n, write);
    // SAFETY: `fill` covers the `n` elements with parts, and the caller promises that each is written.
    unsafe { out.set_len(n) };
    out
}

/// [`map`] onto the same elements where nobody else can see them.
#[inline]
pub(crate) fn map_owned<T: Dtype>(mut x: Tensor<T>, f: impl Fn(T) -> T + Sync) -> Tensor<T> {
    match x.unique_values() {
        Some([value]) => {
            *value = f(*value);
            x
        }
        Some(values) => {
            let numel = values.len();
            parallel::fill(values, 1, numel, &|_, values| values.iter_mut().for_each(|v| *v = f(*v)));
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
    if a.0.layout.shape.is_empty() && b.0.layout.shape.is_empty() {
        return Ok(Tensor::lone(f(a.first(), b.first())));
    }
    zipped(a, b, &|a, b, out| match (a, b) {
        (&[x], &[y]) => {
            out.fill(MaybeUninit::new(f(x, y)));
        }
        (&[x], b) => write(out, b, |y| f(x, y)),
        (a, &[y]) => write(out, a, |x| f(x, y)),
        (a, b) => {
            assert_eq!((a.len(), b.len()), (out.len(), out.len()));
            for (z, (&x, &y)) in out.iter_mut().zip(a.iter().zip(b)) {
                z.write(f(x, y));
            }
        }
    })
}

/// The loop of [`zip`] where one operand is the same for all.
#[inline]
fn write<T: Copy, U>(out: &mut [MaybeUninit<U>], source: &[T], f: impl Fn(T) -> U) {
    assert_eq!(out.len(), source.len());
    for (y, &x) in out.iter_mut().zip(source) {
        y.write(f(x));
    }
}

fn zipped<A: Dtype, B: Dtype, C: Dtype>(a: &Tensor<A>, b: &Tensor<B>, f: &ZipRow<'_, A, B, C>) -> Result<Tensor<C>> {
    let (la, lb) = (&a.0.layout, &b.0.layout);
    let shape = broadcast(&la.shape, &lb.shape)?;
    let (sa, sb) = (la.broadcast_strides(&shape), lb.broadcast_strides(&shape));
    let walk = Walk::new(&shape, [&sa, &sb], [la.offset, lb.offset]);
    let (n, [ia, ib]) = (walk.size, walk.steps);
    let numel = shape.iter().product();
    let (va, vb) = (a.values(), b.values());
    let (va, vb) = (&*va, &*vb);
    if walk.rows() == 1 && ia <= 1 && ib <= 1 {
        let [oa, ob] = walk.first();
        let part =
            |start: usize, length: usize, step: usize| start * step..start * step + if step == 0 { 1 } else { length };
        // SAFETY: a `ZipRow` writes every element of its target.
        #[allow(unsafe_code, reason = "the buffer would be written twice otherwise")]
        let values = unsafe {
            filled(numel, &|start, out| {
                f(&va[oa..][part(start, out.len(), ia)], &vb[ob..][part(start, out.len(), ib)], out);
            })
        };
        return Ok(Tensor::from_parts(Layout::contiguous(&shape), Storage::buffer(values)));
    }
    let mut values = Vec::with_capacity(numel);
    parallel::fill(&mut values.spare_capacity_mut()[..numel], n, numel, &|start, out| {
        let (mut row_a, mut row_b) = (Vec::new(), Vec::new());
        let mut rows = out.chunks_exact_mut(n.max(1));
        walk.some(start / n.max(1), rows.len(), &mut |[oa, ob]| {
            if let Some(out) = rows.next() {
                f(row(va, oa, n, ia, &mut row_a), row(vb, ob, n, ib, &mut row_b), out);
            }
        });
    });
    // SAFETY: the parts are whole rows that together are all elements, and a `ZipRow` writes every element of a row.
    #[allow(unsafe_code, reason = "the buffer would be written twice otherwise")]
    unsafe {
        values.set_len(numel);
    }
    Ok(Tensor::from_parts(Layout::contiguous(&shape), Storage::buffer(values)))
}

/// [`zip`] onto the elements of `a`, where nobody else can see them and the result has its shape.
#[inline]
pub(crate) fn zip_owned<T: Dtype>(mut a: Tensor<T>, b: &Tensor<T>, f: impl Fn(T, T) -> T + Sync) -> Result<Tensor<T>> {
    if b.0.layout.shape.is_empty()
        && let Some([value]) = a.unique_values()
    {
        *value = f(*value, b.first());
        return Ok(a);
    }
    let shape = a.0.layout.shape.clone();
    let fits = shape == b.0.layout.shape || broadcast(&shape, b.shape())? == shape;
    match a.unique_values() {
        Some(values) if fits => {
            update(&Layout::contiguous(&shape), values, &b.0.layout, &b.values(), f);
            Ok(a)
        }
        _ => zip(&a, b, f),
    }
}

/// `a[i] = f(a[i], b[i])`, with `b` broadcast to the shape of `a`.
#[inline]
pub(crate) fn update<A: Dtype, B: Dtype>(la: &Layout, a: &mut [A], lb: &Layout, b: &[B], f: impl Fn(A, B) -> A + Sync) {
    updated(la, a, lb, b, &|a, b| match b {
        &[y] => a.iter_mut().for_each(|x| *x = f(*x, y)),
        b => a.iter_mut().zip(b).for_each(|(x, &y)| *x = f(*x, y)),
    });
}

fn updated<A: Dtype, B: Dtype>(la: &Layout, a: &mut [A], lb: &Layout, b: &[B], f: &UpdateRow<'_, A, B>) {
    let sb = lb.broadcast_strides(&la.shape);
    let walk = Walk::new(&la.shape, [&la.strides, &sb], [la.offset, lb.offset]);
    let (n, [ia, ib]) = (walk.size, walk.steps);
    if walk.rows() == 1 && ia == 1 && ib <= 1 {
        let [oa, ob] = walk.first();
        parallel::fill(&mut a[oa..][..n], 1, n, &|start, a| {
            let first = ob + start * ib;
            f(a, &b[first..][..if ib == 0 { 1 } else { a.len() }]);
        });
        return;
    }
    let (mut row_a, mut row_b) = (Vec::new(), Vec::new());
    walk.each(&mut |[oa, ob]| {
        let b = row(b, ob, n, ib, &mut row_b);
        if ia == 1 || n == 1 {
            return f(&mut a[oa..][..n], b);
        }
        row_a.clear();
        extend_row(&mut row_a, a, oa, n, ia);
        f(&mut row_a, b);
        a[oa..].iter_mut().step_by(ia).zip(&row_a).for_each(|(x, &y)| *x = y);
    });
}

/// `a[i] = b[i]`, with `b` broadcast to the shape of `a`.
pub(crate) fn assign<T: Dtype>(la: &Layout, a: &mut [T], lb: &Layout, b: &[T]) {
    update(la, a, lb, b, |_, b| b);
}
