use expect_test::{expect, Expect};

use crate::ir::{print, sample};
use crate::reverse::Differentiated;

#[track_caller]
fn check(sample: &Differentiated, expected: Expect) {
    expected.assert_eq(&format!("{}{}", print::function(&sample.function), print::differentiated(sample)));
}

#[test]
fn a_loop_with_a_stack() {
    check(
        &sample::product(),
        expect![[r#"
        fn(a: &[f64], x: f64) -> (s_2: f64) {
            stack saved
            let n: int = `a.len()`
            loop i in 0..n carrying (s: f64 = x) {
                let t: f64 = a[i]
                let s_1: f64 = s * t
                yield s_1
            } -> s_2: f64
            yield s_2
        }
        forward {
            let n: int = `a.len()`
            loop i in 0..n carrying (s: f64 = x) {
                push saved (s)
                let t: f64 = a[i]
                let s_1: f64 = s * t
                yield s_1
            } -> s_2: f64
            yield s_2
        }
        backward {
            loop i in 0..n reversed carrying (d_s: f64 = d_s_2) {
                pop saved -> (s: f64)
                let t: f64 = a[i]
                let d_t: f64 = d_s * s
                d_a[i] += d_t
                let d_s_1: f64 = d_s * t
                yield d_s_1
            } -> d_x: f64
            yield d_x
        }
    "#]],
    );
}

#[test]
fn a_branch_that_writes_memory() {
    check(
        &sample::store(),
        expect![[r#"
        fn(out: &mut [f64], x: f64) -> () {
            let positive: bool = x > 0.0
            if positive {
                let old: f64 = out[0]
                let square: f64 = old * old
                store out[0] = square
            } else {
                store out[1] = x
            }
        }
        forward {
            let positive: bool = x > 0.0
            if positive {
                let old: f64 = out[0]
                let square: f64 = old * old
                store out[0] = square
                let kept: inactive = pack left (old)
                yield kept
            } else {
                store out[1] = x
                let kept_1: inactive = pack right ()
                yield kept_1
            } -> kept_2: inactive
        }
        backward {
            resume kept_2 {
                left (old: f64) => {
                    let d_square: f64 = take d_out[0]
                    let two: f64 = old + old
                    let d_old: f64 = d_square * two
                    let d_old_1: f64 = d_old
                    d_out[0] += d_old_1
                    let zero: f64 = 0.0
                    yield zero
                }
                right () => {
                    let d_x: f64 = take d_out[1]
                    yield d_x
                }
            } -> d_x_1: f64
            yield d_x_1
        }
    "#]],
    );
}

#[test]
fn calls() {
    check(
        &sample::caller(),
        expect![[r#"
        fn(a: &[f64], x: f64) -> (y: f64) {
            place b: [f64; 2] = [x, x]
            let p: _ = call product(&a, x)
            let q: _ = call product(&b, x)
            let y: f64 = p * q
            yield y
        }
        forward {
            place b: [f64; 2] = [x, x]
            let (p: _, pull_p) = forward product(&a, x)
            let (q: _, pull_q) = forward product(&b, x)
            let y: f64 = p * q
            yield y
        }
        backward {
            let d_p: f64 = d_y * q
            let d_q: f64 = d_y * p
            shadow d_b: [f64; 2] = zero of b
            shadow d_q_x: f64 = 0.0
            pull pull_q(&b into d_b, x into d_q_x; seed d_q)
            shadow d_p_x: f64 = 0.0
            pull pull_p(&a into d_a, x into d_p_x; seed d_p)
            let d_0: f64 = take d_b[0]
            let d_1: f64 = take d_b[1]
            let d_2: f64 = take d_q_x
            let d_3: f64 = take d_p_x
            let d_01: f64 = d_0 + d_1
            let d_012: f64 = d_01 + d_2
            let d_x: f64 = d_012 + d_3
            yield d_x
        }
    "#]],
    );
}
