use autograd_runtime::{rev_stepped_back, stepped_back};
use proptest::prelude::*;

use crate::panics::message_of;

/// Compares with std's forward iteration, reversed.
macro_rules! agrees_with_std {
    ($($int:ident)*) => {$(
        proptest! {
            #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

            #[test]
            fn $int(start in any::<$int>(), end in any::<$int>(), step in 1_usize.., near in 0..40_u8) {
                // Long ranges need long steps, or the forward iteration takes forever; the longest have no such step.
                let span = if start < end { (end as u128).wrapping_sub(start as u128) } else { 0 };
                if let Ok(shortest) = usize::try_from(span / 1000 + 1) {
                    check(start, end, step.max(shortest));
                    check(start, end, step % 7 * shortest.min(usize::MAX / 8) + shortest.min(usize::MAX / 8));
                }
                let close = start.saturating_add(near as $int);
                check(start, close, step % 7 + 1);
                check(start, close, step);
                check($int::MAX - near as $int, $int::MAX, step % 7 + 1);
                check($int::MIN, $int::MIN + near as $int, step % 7 + 1);

                fn check(a: $int, b: $int, k: usize) {
                    let expected: Vec<$int> = (a..b).step_by(k).collect();
                    assert!(stepped_back(a, b, false, k).eq(expected.into_iter().rev()), "({a}..{b}).step_by({k})");
                    let expected: Vec<$int> = (a..=b).step_by(k).collect();
                    assert!(stepped_back(a, b, true, k).eq(expected.into_iter().rev()), "({a}..={b}).step_by({k})");
                    let expected: Vec<$int> = (a..b).rev().step_by(k).collect();
                    assert!(rev_stepped_back(a, b, false, k).eq(expected.into_iter().rev()), "({a}..{b}).rev().step_by({k})");
                    let expected: Vec<$int> = (a..=b).rev().step_by(k).collect();
                    assert!(rev_stepped_back(a, b, true, k).eq(expected.into_iter().rev()), "({a}..={b}).rev().step_by({k})");
                }
            }
        }
    )*};
}

agrees_with_std! { i8 i16 i32 i64 i128 isize u8 u16 u32 u64 u128 usize }

#[test]
fn the_whole_range_of_a_type() {
    assert!(stepped_back(u8::MIN, u8::MAX, true, 1).eq((u8::MIN..=u8::MAX).rev()));
    assert!(rev_stepped_back(i8::MIN, i8::MAX, true, 1).eq(i8::MIN..=i8::MAX));
    assert!(stepped_back(i8::MIN, i8::MAX, true, 255).eq([127, -128]));
    assert!(stepped_back(i8::MIN, i8::MAX, true, 256).eq([-128]));
    assert!(rev_stepped_back(i8::MIN, i8::MAX, true, 256).eq([127]));
    assert!(stepped_back(0_u64, u64::MAX, true, usize::MAX).eq([u64::MAX, 0]));
    assert!(stepped_back(0_u64, u64::MAX, false, usize::MAX).eq([0]));
}

#[test]
fn a_step_of_zero_is_refused_as_std_does() {
    let zero = std::hint::black_box(0);
    let last = |mut iterator: Box<dyn Iterator<Item = i32>>| assert_eq!(iterator.next(), None);
    let message = message_of(|| last(Box::new((0..0).step_by(zero))));
    assert_eq!(message, message_of(|| last(Box::new(stepped_back(0, 0, false, zero)))));
    assert_eq!(message, message_of(|| last(Box::new(rev_stepped_back(0, 0, false, zero)))));
}
