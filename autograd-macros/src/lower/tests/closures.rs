//! Local closures: lowered in place at each call.

use expect_test::expect;

use super::{check, check_refused};

#[test]
fn capture_by_reference() {
    check(
        r#"fn f(x: f64) -> f64 { let f = |y: f64| y * x; f(2.0) + f(x) }"#,
        expect![[r#"
            fn(x: f64) -> (sum: f64) {
                let #[no_grad] y: f64 = 2.0
                let product: f64 = y * x
                let product_1: f64 = x * x
                let sum: f64 = product + product_1
                yield sum
            }
        "#]],
    );
}

#[test]
fn capture_by_mutable_reference() {
    check(
        r#"fn f(x: &[f64]) -> f64 { let mut total = 0.0; let mut add = |v: f64| total += v * v; for i in 0..x.len() { add(x[i]); } add(1.0); total }"#,
        expect![[r#"
            fn(x: &[f64]) -> (total_4: f64) {
                let #[no_grad] total: f64 = 0.0
                let len: int = `x.len()`
                loop i in 0..len carrying (total_1: f64 = total) {
                    let x_i: f64 = x[i]
                    let product: f64 = x_i * x_i
                    let total_2: f64 = total_1 + product
                    yield total_2
                } -> total_3: f64
                let #[no_grad] v: f64 = 1.0
                let #[no_grad] value: f64 = `v * v`
                let total_4: f64 = total_3 + value
                yield total_4
            }
        "#]],
    );
}

#[test]
fn move_closures_keep_what_they_captured() {
    check(
        r#"fn f(x: f64) -> f64 { let mut a = 2.0 * x; let f = move |y: f64| { a += y; a }; let g = f; a = x; let mut g = g; g(1.0) * g(x) * a }"#,
        expect![[r#"
            fn(x: f64) -> (product_1: f64) {
                let a: f64 = 2.0 * x
                let #[no_grad] y: f64 = 1.0
                let a_1: f64 = a + y
                let a_2: f64 = a_1 + x
                let product: f64 = a_1 * a_2
                let product_1: f64 = product * x
                yield product_1
            }
        "#]],
    );
}

#[test]
fn early_return_ends_the_closure_alone() {
    check(
        r#"fn f(x: f64) -> f64 { let f = |y: f64| { if y < 0.0 { return -y; } y * y }; let r = f(x); r + f(r) }"#,
        expect![[r#"
            fn(x: f64) -> (sum: f64) {
                let cond: bool = `x < 0.0`
                if cond {
                    let neg: f64 = -x
                    yield neg
                } else {
                    let r: f64 = x * x
                    yield r
                } -> result: f64
                let cond_1: bool = `result < 0.0`
                if cond_1 {
                    let neg_1: f64 = -result
                    yield neg_1
                } else {
                    let product: f64 = result * result
                    yield product
                } -> result_1: f64
                let sum: f64 = result + result_1
                yield sum
            }
        "#]],
    );
}

#[test]
fn shadowed_names_keep_their_meaning() {
    check(
        r#"fn f(x: f64) -> f64 { let k = 2.0 * x; let f = |y: f64| y * k; let k = 5.0; let y = k * x; f(y) + k }"#,
        expect![[r#"
            fn(x: f64) -> (sum: f64) {
                let k: f64 = 2.0 * x
                let #[no_grad] k_1: f64 = 5.0
                let y: f64 = k_1 * x
                let product: f64 = y * k
                let sum: f64 = product + k_1
                yield sum
            }
        "#]],
    );
}

#[test]
fn closures_that_call_closures() {
    check(
        r#"fn f(x: f64) -> f64 { let sq = |a: f64| a * a; let quad = |a| sq(sq(a)) * x; quad(x) }"#,
        expect![[r#"
            fn(x: f64) -> (product_2: f64) {
                let product: f64 = x * x
                let product_1: f64 = product * product
                let product_2: f64 = product_1 * x
                yield product_2
            }
        "#]],
    );
}

#[test]
fn inactive_closure_in_opaque_code_and_with_an_active_argument() {
    check(
        r#"fn f(x: f64, n: usize) -> f64 { let twice = |k: usize| 2 * k; let sq = |a: f64| a * a; sq(x) * twice(n) as f64 }"#,
        expect![[r#"
            fn(x: f64, n: int) -> (product_1: f64) {
                let twice: inactive = costly `| k: usize | 2 * k`
                let product: f64 = x * x
                let #[no_grad] value: f64 = costly `twice(n) as f64`
                let product_1: f64 = product * value
                yield product_1
            }
        "#]],
    );
}

#[test]
fn tuples_and_references_as_arguments() {
    check(
        r#"fn f(x: &[f64], w: (f64, f64)) -> f64 { let dot = |(a, b): (f64, f64), v: &[f64]| a * v[0] + b * v[1]; dot(w, &x[1..3]) }"#,
        expect![[r#"
            fn(x: &[f64], (w_0: f64, w_1: f64)) -> (sum: f64) {
                let x_i: f64 = x[1..3][0]
                let product: f64 = w_0 * x_i
                let x_i_1: f64 = x[1..3][1]
                let product_1: f64 = w_1 * x_i_1
                let sum: f64 = product + product_1
                yield sum
            }
        "#]],
    );
}

#[test]
fn views_returned_from_closures() {
    check(
        r#"fn f(x: &[f64], d: usize) -> f64 { let row = |i: usize| &x[i * d..(i + 1) * d]; row(0)[1] * row(1)[0] }"#,
        expect![[r#"
            fn(x: &[f64], d: int) -> (product: f64) {
                let i: int = 0
                let start: int = `i * d`
                let end: int = `(i + 1) * d`
                let x_i: f64 = x[start..end][1]
                let i_1: int = 1
                let start_1: int = `i_1 * d`
                let end_1: int = `(i_1 + 1) * d`
                let x_i_1: f64 = x[start_1..end_1][0]
                let product: f64 = x_i * x_i_1
                yield product
            }
        "#]],
    );
}

#[test]
fn a_closure_that_escapes() {
    check_refused(
        r#"fn f(x: f64) -> f64 { let k = |a: f64| a * x; let fs = [k]; helper(k, x) }"#,
        expect![[r#"
            a closure or an iterator that is kept as a value cannot be differentiated through
            = help: call the closure here, or run the iterator to its end (`sum`, `fold`, `for`) here
            a closure or an iterator as an argument of a call is not differentiated
            = help: put both functions into one `#[differentiable] mod`, where such helpers are inlined, or write the call out"#]],
    );
}

#[test]
fn a_closure_that_a_branch_chooses() {
    check_refused(
        r#"fn f(x: f64, c: bool) -> f64 { let a = |v: f64| v * x; let b = |v: f64| v + x; let g = if c { a } else { b }; g(x) }"#,
        expect![[r#"
            a closure or an iterator that a branch chooses is not differentiated
            = help: call it in both arms"#]],
    );
}
