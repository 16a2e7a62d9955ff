//! Loops and what they carry.

use expect_test::expect;

use super::check;

#[test]
fn while_loop() {
    check(
        r#"fn f(a: f64) -> f64 { let mut b = 2.0 * a; while b.abs() < 1000.0 { b *= 2.0; } if b > 0.0 { b } else { 100.0 * b } }"#,
        expect![[r#"
            fn(a: f64) -> (value: f64) {
                let b: f64 = 2.0 * a
                loop carrying (b_1: f64 = b) while {
                    let cond: bool = `b_1.abs() < 1000.0`
                    yield cond
                } do {
                    let b_2: f64 = b_1 * 2.0
                    yield b_2
                } -> b_3: f64
                let cond_1: bool = `b_3 > 0.0`
                if cond_1 {
                    yield b_3
                } else {
                    let product: f64 = 100.0 * b_3
                    yield product
                } -> value: f64
                yield value
            }
        "#]],
    );
}

#[test]
fn for_loop_over_data() {
    check(
        r#"fn f(x: &[f64], w: f64) -> f64 { let n = x.len(); let mut total = 0.0; for i in 0..n { let r = w * x[i]; total += r * r; } total / n as f64 }"#,
        expect![[r#"
            fn(x: &[f64], w: f64) -> (quotient: f64) {
                let n: int = `x.len()`
                let #[no_grad] total: f64 = 0.0
                loop i in 0..n carrying (total_1: f64 = total) {
                    let x_i: f64 = x[i]
                    let r: f64 = w * x_i
                    let product: f64 = r * r
                    let total_2: f64 = total_1 + product
                    yield total_2
                } -> total_3: f64
                let #[no_grad] value: f64 = `n as f64`
                let quotient: f64 = total_3 / value
                yield quotient
            }
        "#]],
    );
}

#[test]
fn ranges_in_all_forms() {
    check(
        r#"fn f(x: f64, n: usize) -> f64 { let mut a = x; let mut b = 1.0; for i in (0..n).step_by(2).rev() { if i % 2 == 0 { continue; } let t = a + b; a = b; b = t; } for i in (1..=n).rev().step_by(3) { a += b * i as f64; } a * b }"#,
        expect![[r#"
            fn(x: f64, n: int) -> (product_1: f64) {
                let #[no_grad] b: f64 = 1.0
                loop i in 0..n step 2 reversed carrying (a: f64 = x, b_1: f64 = b) {
                    let cond: bool = `i % 2 == 0`
                    if cond {
                        yield a, b_1
                    } else {
                        let t: f64 = a + b_1
                        yield b_1, t
                    } -> a_1: f64, b_2: f64
                    yield a_1, b_2
                } -> a_2: f64, b_3: f64
                let start: int = costly `::core::iter::Iterator::last(::core::iter::Iterator::step_by(::core::iter::Iterator::rev(1..= n), 3)).unwrap_or(1)`
                loop i_1 in start..=n step 3 reversed carrying (a_3: f64 = a_2) {
                    let #[no_grad] value: f64 = `i_1 as f64`
                    let product: f64 = b_3 * value
                    let a_4: f64 = a_3 + product
                    yield a_4
                } -> a_5: f64
                let product_1: f64 = a_5 * b_3
                yield product_1
            }
        "#]],
    );
}

#[test]
fn bisection() {
    check(
        r#"fn f(x: f64, n: usize) -> f64 { let (mut lo, mut hi) = (0.0, x); while hi - lo > 1e-9 { let mid = 0.5 * (lo + hi); if mid * mid > x { hi = mid; } else { lo = mid; } } lo }"#,
        expect![[r#"
            fn(x: f64, n: int) -> (lo_3: f64) {
                let #[no_grad] lo: f64 = 0.0
                loop carrying (lo_1: f64 = lo, hi: f64 = x) while {
                    let cond: bool = `hi - lo_1 > 1e-9`
                    yield cond
                } do {
                    let sum: f64 = lo_1 + hi
                    let mid: f64 = 0.5 * sum
                    let cond_1: bool = `mid * mid > x`
                    if cond_1 {
                        yield lo_1, mid
                    } else {
                        yield mid, hi
                    } -> lo_2: f64, hi_1: f64
                    yield lo_2, hi_1
                } -> lo_3: f64, hi_2: f64
                yield lo_3
            }
        "#]],
    );
}

#[test]
fn cholesky() {
    check(
        r#"fn f(a: &mut [f64], n: usize) { for i in 0..n { for j in 0..=i { let mut s = a[i * n + j]; for k in 0..j { s -= a[i * n + k] * a[j * n + k]; } a[i * n + j] = if i == j { s.sqrt() } else { s / a[j * n + j] }; } } }"#,
        expect![[r#"
            fn(a: &mut [f64], n: int) -> () {
                loop i in 0..n {
                    loop j in 0..=i {
                        let index: int = `i * n + j`
                        let s: f64 = a[index]
                        loop k in 0..j carrying (s_1: f64 = s) {
                            let index_1: int = `i * n + k`
                            let a_i: f64 = a[index_1]
                            let index_2: int = `j * n + k`
                            let a_i_1: f64 = a[index_2]
                            let product: f64 = a_i * a_i_1
                            let s_2: f64 = s_1 - product
                            yield s_2
                        } -> s_3: f64
                        let cond: bool = `i == j`
                        if cond {
                            let sqrt: f64 = s_3.sqrt()
                            yield sqrt
                        } else {
                            let index_3: int = `j * n + j`
                            let a_i_2: f64 = a[index_3]
                            let quotient: f64 = s_3 / a_i_2
                            yield quotient
                        } -> value: f64
                        let index_4: int = `i * n + j`
                        store a[index_4] = value
                    }
                }
            }
        "#]],
    );
}

#[test]
fn largest_element_and_its_index() {
    check(
        r#"fn f(x: &[f64]) -> f64 { let mut m = x[0]; let mut arg = 0; for i in 1..x.len() { if x[i] > m { m = x[i]; arg = i; } } m * arg as f64 }"#,
        expect![[r#"
            fn(x: &[f64]) -> (product: f64) {
                let m: f64 = x[0]
                let arg: int = `0`
                let len: int = `x.len()`
                loop i in 1..len carrying (m_1: f64 = m, arg_1: int = arg) {
                    let cond: bool = `x[i] > m_1`
                    if cond {
                        let m_2: f64 = x[i]
                        yield m_2, i
                    } else {
                        yield m_1, arg_1
                    } -> m_3: f64, arg_2: int
                    yield m_3, arg_2
                } -> m_4: f64, arg_3: int
                let #[no_grad] value: f64 = `arg_3 as f64`
                let product: f64 = m_4 * value
                yield product
            }
        "#]],
    );
}

#[test]
fn carried_tuple() {
    check(
        r#"fn f(x: f64, n: i32) -> f64 { let mut t = (x, 0); while t.1 < n { t.0 *= x; t.1 += 1; } t.0 }"#,
        expect![[r#"
            fn(x: f64, n: int) -> (t_3: f64) {
                let t_1: int = 0
                loop carrying (t: f64 = x, t_2: int = t_1) while {
                    let cond: bool = `t_2 < n`
                    yield cond
                } do {
                    let product: f64 = t * x
                    let value: int = `t_2 + 1`
                    yield product, value
                } -> t_3: f64, t_4: int
                yield t_3
            }
        "#]],
    );
}

#[test]
fn while_let() {
    check(
        r#"fn f(x: f64, n: usize) -> f64 { let mut counts = vec![0; n]; let mut v = Vec::new(); for i in 0..n { counts[i % 3] += 1; v.push(i); } let mut s = 0.0; while let Some(k) = v.pop() { s += x * counts[k] as f64; } s }"#,
        expect![[r#"
            fn(x: f64, n: int) -> (s_4: f64) {
                place mut counts: Vec<int> = costly `vec![0; n]`
                place mut v: Vec<int> = vec![]
                loop i in 0..n {
                    effect costly `counts[i % 3] += 1;` writes counts
                    effect costly `v.push(i);` writes v
                }
                let #[no_grad] s: f64 = 0.0
                loop while true carrying (s_1: f64 = s) exits {
                    let matched: inactive = costly `v.pop()`
                    let cond: bool = `::core::matches!(matched, Some(_))`
                    if cond {
                        let k: inactive = `match matched { Some(k) => k, _ => ::core::unreachable!() }`
                        let #[no_grad] value: f64 = `counts[k] as f64`
                        let product: f64 = x * value
                        let s_2: f64 = s_1 + product
                        yield s_2
                    } else {
                        yield s_1
                    } -> s_3: f64
                    let not: bool = !cond
                    yield s_3, cond
                } -> s_4: f64
                yield s_4
            }
        "#]],
    );
}

#[test]
fn inactive_loop_stays_opaque() {
    check(
        r#"fn f(x: f64, n: usize) -> f64 { let best = { let mut best = 0; for i in 0..n { if i * i < n { best = i; } } best }; x * best as f64 }"#,
        expect![[r#"
            fn(x: f64, n: int) -> (product: f64) {
                let best: int = costly `{ let mut best = 0; for i in 0..n { if i * i < n { best = i; } } best }`
                let #[no_grad] value: f64 = `best as f64`
                let product: f64 = x * value
                yield product
            }
        "#]],
    );
}

#[test]
fn inactive_closure() {
    check(
        r#"fn f(x: f64) -> f64 { let mut p = x; let f = |k: usize| k + 1; let n = f(3); for _ in 0..n { p = if p > 10.0 { p.ln() } else { p.exp() }; } p }"#,
        expect![[r#"
            fn(x: f64) -> (p_4: f64) {
                let f: inactive = costly `| k: usize | k + 1`
                let n: inactive = costly `f(3)`
                loop index in 0..n carrying (p: f64 = x) {
                    let cond: bool = `p > 10.0`
                    if cond {
                        let p_1: f64 = p.ln()
                        yield p_1
                    } else {
                        let p_2: f64 = p.exp()
                        yield p_2
                    } -> p_3: f64
                    yield p_3
                } -> p_4: f64
                yield p_4
            }
        "#]],
    );
}
