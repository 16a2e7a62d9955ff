//! Inactive code: effects, `detach`, `#[no_grad]`.

use expect_test::expect;

use super::check;

#[test]
fn format_strings() {
    check(
        r#"fn f(x: f64) -> f64 { assert!(x > 0.0, "x is {x}"); let x = x * 2.0; println!("{x:?} {}", x); x }"#,
        expect![[r#"
            fn(x: f64) -> (x_1: f64) {
                effect costly `assert!(x > 0.0, "x is {x}", x = x);`
                let x_1: f64 = x * 2.0
                effect costly `println!("{x_1:?} {}", x_1, x_1 = x_1);`
                yield x_1
            }
        "#]],
    );
}

#[test]
fn no_grad_and_detach() {
    check(
        r#"fn f(x: f64) -> f64 { #[no_grad] let s = x.to_bits() as f64; let d = detach(x * 2.0); x * s * d }"#,
        expect![[r#"
            fn(x: f64) -> (product_2: f64) {
                let #[no_grad] s: f64 = costly `x.to_bits() as f64`
                let product: f64 = x * 2.0
                let #[no_grad] d: f64 = detach(product)
                let product_1: f64 = x * s
                let product_2: f64 = product_1 * d
                yield product_2
            }
        "#]],
    );
}

#[test]
fn assertions() {
    check(
        r#"fn f(w: &[f64], b: f64, xs: &[f64], ys: &[f64]) -> f64 { let n = xs.len(); assert_eq!(n, ys.len(), "lengths {n}"); let mut l = 0.0; for i in 0..n { let p = w[0] * xs[i] + b; let e = p - ys[i]; l += e * e; } l / n as f64 }"#,
        expect![[r#"
            fn(w: &[f64], b: f64, xs: &[f64], ys: &[f64]) -> (quotient: f64) {
                let n: int = `xs.len()`
                effect costly `assert_eq!(n, ys.len(), "lengths {n}", n = n);`
                let #[no_grad] l: f64 = 0.0
                loop i in 0..n carrying (l_1: f64 = l) {
                    let w_i: f64 = w[0]
                    let xs_i: f64 = xs[i]
                    let product: f64 = w_i * xs_i
                    let p: f64 = product + b
                    let ys_i: f64 = ys[i]
                    let e: f64 = p - ys_i
                    let product_1: f64 = e * e
                    let l_2: f64 = l_1 + product_1
                    yield l_2
                } -> l_3: f64
                let #[no_grad] value: f64 = `n as f64`
                let quotient: f64 = l_3 / value
                yield quotient
            }
        "#]],
    );
}

#[test]
fn debug_assertions() {
    check(
        r#"fn f(a: [f64; 3], b: &[f64; 3]) -> f64 { let mut s = 0.0; for i in 0..3 { s += a[i] * b[i]; } debug_assert!(s.is_finite()); s.ln_1p() }"#,
        expect![[r#"
            fn(a: [f64; 3], b: &[f64; 3]) -> (ln_1p: f64) {
                let #[no_grad] s: f64 = 0.0
                loop i in 0..3 carrying (s_1: f64 = s) {
                    let a_i: f64 = a[i]
                    let b_i: f64 = b[i]
                    let product: f64 = a_i * b_i
                    let s_2: f64 = s_1 + product
                    yield s_2
                } -> s_3: f64
                effect costly `debug_assert!(s_3.is_finite());`
                let ln_1p: f64 = s_3.ln_1p()
                yield ln_1p
            }
        "#]],
    );
}

#[test]
fn no_grad_statements() {
    check(
        r#"fn f(x: f64) -> f64 { #[no_grad] let n = (x * 10.0).floor() as usize; #[no_grad] let w: Vec<f64> = (0..n).map(|i| i as f64 * x).collect(); let mut s = 0.0; for i in 0..n { s += w[i] * x; } s }"#,
        expect![[r#"
            fn(x: f64) -> (s_3: f64) {
                let n: int = costly `(x * 10.0).floor() as usize`
                #[no_grad] place w: Vec<f64> = costly `(0..n).map(| i | i as f64 * x).collect()`
                let #[no_grad] s: f64 = 0.0
                loop i in 0..n carrying (s_1: f64 = s) {
                    let #[no_grad] value: f64 = `w[i]`
                    let product: f64 = value * x
                    let s_2: f64 = s_1 + product
                    yield s_2
                } -> s_3: f64
                yield s_3
            }
        "#]],
    );
}

#[test]
fn closure_that_counts() {
    check(
        r#"fn f(x: f64) -> f64 { let mut best = 0; let mut add = || best += 1; add(); x * best as f64 }"#,
        expect![[r#"
            fn(x: f64) -> (product: f64) {
                let best: int = `0`
                let best_1: int = `best + 1`
                let #[no_grad] value: f64 = `best_1 as f64`
                let product: f64 = x * value
                yield product
            }
        "#]],
    );
}

#[test]
fn inactive_iterator() {
    check(
        r#"fn f(x: f64, n: usize) -> f64 { let w: Vec<f64> = (0..n).map(|i| i as f64).collect(); w[0] * x }"#,
        expect![[r#"
            fn(x: f64, n: int) -> (product: f64) {
                #[no_grad] place w: Vec<f64> = costly `(0..n).map(| i | i as f64).collect()`
                let #[no_grad] value: f64 = `w[0]`
                let product: f64 = value * x
                yield product
            }
        "#]],
    );
}
