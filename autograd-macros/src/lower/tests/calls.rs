//! Calls of other differentiable functions.

use expect_test::expect;

use super::check;

#[test]
fn call_and_index() {
    check(
        r#"fn f(x: f64, y: &[f64]) -> f64 { let z: f64 = helper(x, y); let w = m::other::<f64>(&z, 3); w[0] + z }"#,
        expect![[r#"
            fn(x: f64, y: &[f64]) -> (sum: f64) {
                let z: f64 = call helper(x, &y)
                let w: _ = call m::other::< f64 >(&z, 3)
                place w_1: _ = w
                let w_1_i: _ = w_1[0]
                let sum: f64 = w_1_i + z
                yield sum
            }
        "#]],
    );
}

#[test]
fn recursion() {
    check(
        r#"fn f(x: f64, n: u32) -> f64 { if n == 0 { 1.0 } else { x * r(x, n - 1) } }"#,
        expect![[r#"
            fn(x: f64, n: int) -> (value: f64) {
                let cond: bool = `n == 0`
                if cond {
                    yield 1.0
                } else {
                    let arg: int = `n - 1`
                    let r_out: _ = call r(x, arg)
                    let product: float = x * r_out
                    yield product
                } -> value: f64
                yield value
            }
        "#]],
    );
}

#[test]
fn borrowed_scalar() {
    check(
        r#"fn f(x: f64) -> f64 { let mut s = 0.0; add(&mut s, x); s += 1.0; s * s }"#,
        expect![[r#"
            fn(x: f64) -> (product: f64) {
                place mut s: float = 0.0
                let add_out: _ = call add(&mut s, x)
                s += 1.0
                let s_1: float = s
                let s_2: float = s
                let product: f64 = s_1 * s_2
                yield product
            }
        "#]],
    );
}

#[test]
fn views_as_arguments() {
    check(
        r#"fn f(x: &[f64], out: &mut [f64]) { helper(&x[1..], &mut out[..2], 3, x[0], out.len()); let y = other(x, out); out[0] = y; }"#,
        expect![[r#"
            fn(x: &[f64], out: &mut [f64]) -> () {
                let x_i: f64 = x[0]
                let len: int = `out.len()`
                let helper_out: _ = call helper(&x[1..], &mut out[..2], 3, x_i, len)
                let y: f64 = call other(&x, &mut out)
                store out[0] = y
            }
        "#]],
    );
}

#[test]
fn tuple_results() {
    check(
        r#"fn f(x: f64) -> f64 { let (a, b) = pair(x); let t = pair(a); t.0 * b + t.1 }"#,
        expect![[r#"
            fn(x: f64) -> (sum: f64) {
                let pair_out: _ = call pair(x)
                let a: _ = pair_out.0
                let b: _ = pair_out.1
                let t: _ = call pair(a)
                place t_1: _ = t
                let t_1_i: _ = t_1.0
                let product: _ = t_1_i * b
                let t_1_i_1: _ = t_1.1
                let sum: f64 = product + t_1_i_1
                yield sum
            }
        "#]],
    );
}

#[test]
fn references_passed_on() {
    check(
        r#"fn f(x: &mut [f64], y: &mut f64) { *y += x[0]; *y *= 2.0; let t = &mut *x; t[1] = *y; helper(t, y); helper2(&mut x[..1], &*y); }"#,
        expect![[r#"
            fn(x: &mut [f64], y: &mut f64) -> () {
                let x_i: f64 = x[0]
                y += x_i
                let y_1: f64 = y
                let product: f64 = y_1 * 2.0
                store y = product
                let y_2: f64 = y
                store x[1] = y_2
                let helper_out: _ = call helper(&mut x, &mut y)
                let helper2_out: _ = call helper2(&mut x[..1], &y)
            }
        "#]],
    );
}

#[test]
fn reference_to_a_value() {
    check(
        r#"fn f(x: f64) -> f64 { let r = &x; let q = r * 2.0; let s = *r + q; helper(r) * s }"#,
        expect![[r#"
            fn(x: f64) -> (product: f64) {
                let q: f64 = x * 2.0
                let s: f64 = x + q
                let helper_out: _ = call helper(&x)
                let product: f64 = helper_out * s
                yield product
            }
        "#]],
    );
}

#[test]
fn break_with_a_call() {
    check(
        r#"fn f(x: f64) -> f64 { let mut it = 0; let y = loop { it += 1; if it > 3 { break helper(x); } }; y * x }"#,
        expect![[r#"
            fn(x: f64) -> (product: f64) {
                let it: int = `0`
                loop while true carrying (it_1: int = it, found_1: float = 0.0) exits {
                    let it_2: int = `it_1 + 1`
                    let cond: bool = `it_2 > 3`
                    if cond {
                        let helper_out: float = call helper(x)
                        yield helper_out
                    } else {
                        yield 0.0
                    } -> found: float
                    let again: bool = !cond
                    yield it_2, found, again
                } -> it_3: int, found_2: f64
                let product: f64 = found_2 * x
                yield product
            }
        "#]],
    );
}

#[test]
fn mutable_reference_shared_twice() {
    check(
        r#"fn f(a: &mut [f64], x: f64) -> f64 { let y = dot(a, a); scale(a, x); y + dot(&a[1..], a) }"#,
        expect![[r#"
            fn(a: &mut [f64], x: f64) -> (sum: f64) {
                let y: _ = call dot(&a, &a)
                let scale_out: _ = call scale(&mut a, x)
                let dot_out: _ = call dot(&a[1..], &a)
                let sum: f64 = y + dot_out
                yield sum
            }
        "#]],
    );
}

#[test]
fn mutable_temporary() {
    check(
        r#"fn f(x: f64) -> f64 { let r = &mut 1.0; *r += x; fill(&mut [0.0; 2], x) + *r }"#,
        expect![[r#"
            fn(x: f64) -> (sum: f64) {
                place mut memory: f64 = 1.0
                memory += x
                place mut memory_1: [float; 2] = [0.0; `2`]
                let fill_out: _ = call fill(&mut memory_1, x)
                let memory_2: f64 = memory
                let sum: f64 = fill_out + memory_2
                yield sum
            }
        "#]],
    );
}
