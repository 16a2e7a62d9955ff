/// An integer whose stepped ranges can be run backwards.
///
/// std's `StepBy` runs backwards only where the range knows its length, which excludes `u64`, `i64` and most inclusive
/// ranges; a backward sweep needs it for all of them.
pub trait SteppedRange: Copy {
    /// The elements of `(start..end).step_by(step)`, last to first.
    fn stepped_back(start: Self, end: Self, inclusive: bool, step: usize) -> SteppedBack<Self>;

    /// The elements of `(start..end).rev().step_by(step)`, last to first.
    fn rev_stepped_back(start: Self, end: Self, inclusive: bool, step: usize) -> SteppedForth<Self>;

    /// `self + step`, wrapping.
    #[doc(hidden)]
    fn forth(self, step: Self) -> Self;

    /// `self - step`, wrapping.
    #[doc(hidden)]
    fn back(self, step: Self) -> Self;

    #[doc(hidden)]
    fn same(self, other: Self) -> bool;
}

/// The elements of `(start..end).step_by(step)`, or of `(start..=end).step_by(step)` if `inclusive`, last to first.
///
/// ```
/// use autograd_runtime::stepped_back;
/// assert!(stepped_back(1_u64, 10, false, 4).eq([9, 5, 1]));
/// ```
///
/// # Panics
///
/// If `step` is zero, as `step_by` does.
#[inline]
pub fn stepped_back<I: SteppedRange>(start: I, end: I, inclusive: bool, step: usize) -> SteppedBack<I> {
    I::stepped_back(start, end, inclusive, step)
}

/// The elements of `(start..end).rev().step_by(step)`, or of `(start..=end).rev().step_by(step)` if `inclusive`, last to
/// first.
///
/// ```
/// use autograd_runtime::rev_stepped_back;
/// assert!(rev_stepped_back(1_u64, 10, false, 4).eq([1, 5, 9]));
/// assert!(rev_stepped_back(0_u64, 10, false, 4).eq([1, 5, 9]));
/// ```
///
/// # Panics
///
/// If `step` is zero, as `step_by` does.
#[inline]
pub fn rev_stepped_back<I: SteppedRange>(start: I, end: I, inclusive: bool, step: usize) -> SteppedForth<I> {
    I::rev_stepped_back(start, end, inclusive, step)
}

/// Walks down from `next` to `last` by `step`; `last` is met exactly.
#[derive(Clone, Debug)]
pub struct SteppedBack<I> {
    next: I,
    last: I,
    step: I,
    done: bool,
}

/// Walks up from `next` to `last` by `step`; `last` is met exactly.
#[derive(Clone, Debug)]
pub struct SteppedForth<I> {
    next: I,
    last: I,
    step: I,
    done: bool,
}

impl<I: SteppedRange> Iterator for SteppedBack<I> {
    type Item = I;

    #[inline]
    fn next(&mut self) -> Option<I> {
        if self.done {
            return None;
        }
        let current = self.next;
        // Stepping beyond the last element could overflow, so stop on it instead.
        self.done = current.same(self.last);
        self.next = current.back(self.step);
        Some(current)
    }
}

impl<I: SteppedRange> Iterator for SteppedForth<I> {
    type Item = I;

    #[inline]
    fn next(&mut self) -> Option<I> {
        if self.done {
            return None;
        }
        let current = self.next;
        self.done = current.same(self.last);
        self.next = current.forth(self.step);
        Some(current)
    }
}

/// How far the elements of a non-empty range reach, counted in its unsigned type `U`: `steps · step ≤ span`, where `span`
/// is the distance of its outermost integers. A step that `U` cannot hold is longer than any span, so it reaches 0.
///
/// Steps are stored in the signed type by wrapping: additions modulo 2ⁿ do not care.
macro_rules! integers {
    ($($int:ty, $unsigned:ty;)*) => {$(
        impl SteppedRange for $int {
            #[inline]
            fn stepped_back(start: $int, end: $int, inclusive: bool, step: usize) -> SteppedBack<$int> {
                assert!(step != 0, "assertion failed: step != 0");
                let done = if inclusive { start > end } else { start >= end };
                let top = if inclusive || done { end } else { end - 1 };
                let step = <$unsigned>::try_from(step).unwrap_or(0);
                let span = top.wrapping_sub(start) as $unsigned;
                let reach = if step == 0 { 0 } else { span / step * step };
                SteppedBack { next: start.wrapping_add(reach as $int), last: start, step: step as $int, done }
            }

            #[inline]
            fn rev_stepped_back(start: $int, end: $int, inclusive: bool, step: usize) -> SteppedForth<$int> {
                assert!(step != 0, "assertion failed: step != 0");
                let done = if inclusive { start > end } else { start >= end };
                let top = if inclusive || done { end } else { end - 1 };
                let step = <$unsigned>::try_from(step).unwrap_or(0);
                let span = top.wrapping_sub(start) as $unsigned;
                let reach = if step == 0 { 0 } else { span / step * step };
                SteppedForth { next: top.wrapping_sub(reach as $int), last: top, step: step as $int, done }
            }

            #[inline(always)]
            fn forth(self, step: $int) -> $int {
                self.wrapping_add(step)
            }

            #[inline(always)]
            fn back(self, step: $int) -> $int {
                self.wrapping_sub(step)
            }

            #[inline(always)]
            fn same(self, other: $int) -> bool {
                self == other
            }
        }
    )*};
}

integers! {
    i8, u8;
    i16, u16;
    i32, u32;
    i64, u64;
    i128, u128;
    isize, usize;
    u8, u8;
    u16, u16;
    u32, u32;
    u64, u64;
    u128, u128;
    usize, usize;
}
