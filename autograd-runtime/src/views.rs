//! Several views of one slice at once, where some of them are exclusive.

use core::{mem::take, ops::Range};

/// Disjoint views of one slice: `exclusive` ranges, which may not overlap with any other, and `shared` ones, which may
/// overlap with each other.
///
/// Generated code makes with it again what the user made by `split_at_mut` or `chunks_exact_mut`.
///
/// # Panics
///
/// If a range is out of bounds, or overlaps with an exclusive one. The message names the ranges.
#[inline]
#[track_caller]
pub fn views<T, const M: usize, const S: usize>(
    slice: &mut [T],
    exclusive: [Range<usize>; M],
    shared: [Range<usize>; S],
) -> ([&mut [T]; M], [&[T]; S]) {
    let mut order: [usize; M] = core::array::from_fn(|index| index);
    order.sort_unstable_by_key(|index| (exclusive[*index].start, exclusive[*index].end));
    let mut views: [&mut [T]; M] = core::array::from_fn(|_| <&mut [T]>::default());
    let mut gaps: [(usize, &[T]); S] = core::array::from_fn(|_| (0, <&[T]>::default()));
    let (mut rest, mut start) = (slice, 0);
    // Each step takes the gap before an exclusive range, and the range itself.
    for index in order {
        let range = exclusive[index].clone();
        if range.start < start || range.end < range.start || range.end - start > rest.len() {
            misfit(range, start, start + rest.len());
        }
        let (gap, tail) = take(&mut rest).split_at_mut(range.start - start);
        let (view, tail) = tail.split_at_mut(range.end - range.start);
        claim(&shared, &mut gaps, start, gap);
        views[index] = view;
        (rest, start) = (tail, range.end);
    }
    claim(&shared, &mut gaps, start, rest);
    let shared = core::array::from_fn(|index| {
        let ((start, gap), range) = (gaps[index], shared[index].clone());
        match gap.get(range.start.wrapping_sub(start)..range.end.wrapping_sub(start)) {
            Some(view) => view,
            None => misfit(range, start, start + gap.len()),
        }
    });
    (views, shared)
}

/// Notes the gap for the shared ranges that start in it.
fn claim<'a, T>(shared: &[Range<usize>], gaps: &mut [(usize, &'a [T])], start: usize, gap: &'a [T]) {
    for (range, claimed) in shared.iter().zip(gaps) {
        if start <= range.start && range.start <= start + gap.len() {
            // An empty range at the end of one gap belongs to the next one as well.
            *claimed = (start, gap);
        }
    }
}

#[cold]
#[inline(never)]
#[track_caller]
fn misfit(range: Range<usize>, start: usize, end: usize) -> ! {
    panic!(
        "a view of the range {range:?} does not fit between {start} and {end}, beside the other views of the same slice"
    )
}

#[cfg(test)]
mod tests {
    #![allow(clippy::single_range_in_vec_init, reason = "a list of one view")]

    use super::*;
    use std::panic::catch_unwind;

    #[test]
    fn views_are_where_they_should_be() {
        let mut a = [0, 1, 2, 3, 4, 5, 6, 7];
        let ([x, y], [p, q, empty]) = views(&mut a, [4..6, 1..2], [6..8, 7..8, 0..0]);
        (x[0], y[0]) = (40, 10);
        assert_eq!((x, y, p, q, empty), (&mut [40, 5][..], &mut [10][..], &[6, 7][..], &[7][..], &[][..]));
        assert_eq!(a, [0, 10, 2, 3, 40, 5, 6, 7]);
    }

    #[test]
    fn empty_views_fit_anywhere() {
        let mut a = [0, 1];
        let ([x, y, z], []) = views(&mut a, [0..0, 0..2, 2..2], []);
        assert_eq!((x.len(), y.len(), z.len()), (0, 2, 0));
        let ([], [p]) = views(&mut a, [], [0..2]);
        assert_eq!(p, [0, 1]);
        let ([all], [p]) = views(&mut a, [0..2], [2..2]);
        assert_eq!((all.len(), p.len()), (2, 0));
    }

    #[test]
    fn overlaps_are_refused() {
        let text = |ranges: [Range<usize>; 2], shared: Range<usize>| {
            let run = move || views(&mut [0; 4], ranges, [shared]).0.len();
            *catch_unwind(run).expect_err("it has to panic").downcast::<String>().expect("a formatted message")
        };
        let message = |range: &str, between: &str| {
            format!(
                "a view of the range {range} does not fit between {between}, beside the other views of the same slice"
            )
        };
        assert_eq!(text([0..2, 1..3], 0..0), message("1..3", "2 and 4"));
        assert_eq!(text([0..2, 3..5], 0..0), message("3..5", "2 and 4"));
        assert_eq!(text([0..2, 3..4], 1..2), message("1..2", "0 and 0"));
        assert_eq!(text([0..1, 3..4], 1..4), message("1..4", "1 and 3"));
    }
}
