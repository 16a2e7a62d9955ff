//! Scalars, constants, casts, generic floats.

use expect_test::expect;

use super::check;

#[test]
fn operators_and_methods() {
    check(
        r#"fn f(x: f64, y: f64) -> f64 { let z = x * y + 2.0; z.sin() / (1.0 - x) }"#,
        expect![[r#"
            fn(x: f64, y: f64) -> (quotient: f64) {
                let product: f64 = x * y
                let z: f64 = product + 2.0
                let sin: f64 = z.sin()
                let difference: f64 = 1.0 - x
                let quotient: f64 = sin / difference
                yield quotient
            }
        "#]],
    );
}

#[test]
fn tuples_and_sin_cos() {
    check(
        r#"fn f(x: f64) -> (f64, f64) { let (s, c) = x.sin_cos(); let t = (s, c * 2.0); (t.1, t.0) }"#,
        expect![[r#"
            fn(x: f64) -> (product: f64, sin: f64) {
                let sin: f64 = x.sin()
                let cos: f64 = x.cos()
                let product: f64 = cos * 2.0
                yield product, sin
            }
        "#]],
    );
}

#[test]
fn generic_literals() {
    check(
        r#"fn f<T: Real>(x: T) -> T { let two = T::from_f64(2.0); x * two + T::one() - T::sin(x) }"#,
        expect![[r#"
            fn(x: T) -> (difference: T) {
                let #[no_grad] two: T = T(2.0)
                let product: T = x * two
                let sum: T = product + T(1.0)
                let sin: T = x.sin()
                let difference: T = sum - sin
                yield difference
            }
        "#]],
    );
}

#[test]
fn casts_and_constants() {
    check(
        r#"fn f(x: f64) -> f64 { let y: f32 = x as f32; let z = f64::from(y); z + f64::consts::PI * x + std::f64::consts::E + G * x }"#,
        expect![[r#"
            fn(x: f64) -> (sum_2: f64) {
                let y: f32 = x as f32
                let z: f64 = y as f64
                let #[no_grad] pi: f64 = `f64::consts::PI`
                let product: f64 = pi * x
                let sum: f64 = z + product
                let #[no_grad] e: f64 = `std::f64::consts::E`
                let sum_1: f64 = sum + e
                let #[no_grad] g: f64 = `G`
                let product_1: f64 = g * x
                let sum_2: f64 = sum_1 + product_1
                yield sum_2
            }
        "#]],
    );
}

#[test]
fn methods_with_arguments() {
    check(
        r#"fn f(x: f64, y: f64) -> f64 { x.max(y).min(1.0).clamp(0.0, 1.0).mul_add(2.0, y) % 3.0 + f64::hypot(x, y) + x.powf(y) + (x > y) as u8 as f64 }"#,
        expect![[r#"
            fn(x: f64, y: f64) -> (sum_2: f64) {
                let max: f64 = x.max(y)
                let min: f64 = max.min(1.0)
                let clamp: f64 = min.clamp(0.0, 1.0)
                let mul_add: f64 = clamp.mul_add(2.0, y)
                let remainder: f64 = mul_add % 3.0
                let hypot: f64 = x.hypot(y)
                let sum: f64 = remainder + hypot
                let powf: f64 = x.powf(y)
                let sum_1: f64 = sum + powf
                let value: int = `(x > y) as u8`
                let #[no_grad] value_1: f64 = `(value as f64)`
                let sum_2: f64 = sum_1 + value_1
                yield sum_2
            }
        "#]],
    );
}

#[test]
fn tuple_and_array_parameters() {
    check(
        r#"fn f(p: (f64, f64), [a, b]: [f64; 2]) -> f64 { p.0 * p.1 + a * b }"#,
        expect![[r#"
            fn((p_0: f64, p_1: f64), argument_2: [f64; 2]) -> (sum: f64) {
                let a: f64 = argument_2[0]
                let b: f64 = argument_2[1]
                let product: f64 = p_0 * p_1
                let product_1: f64 = a * b
                let sum: f64 = product + product_1
                yield sum
            }
        "#]],
    );
}

#[test]
fn shadowing_and_blocks() {
    check(
        r#"fn f(x: f64) -> f64 { { let x = 3; let _y = x + 1; } let mut acc = x; { let acc2 = acc * 2.0; acc = acc2; } acc }"#,
        expect![[r#"
            fn(x: f64) -> (acc2: f64) {
                effect costly `{ let x = 3; let _y = x + 1; };`
                let acc2: f64 = x * 2.0
                yield acc2
            }
        "#]],
    );
}

#[test]
fn negation_and_literals() {
    check(
        r#"fn f(x: f64, b: bool) -> f64 { let (mut u, v) = if b { (x, 1.0) } else { (1.0, x) }; u += v; let w = -(u - 1.0); let q = -2.0; w * q.abs() + (-x).powi(-2) }"#,
        expect![[r#"
            fn(x: f64, b: bool) -> (sum: f64) {
                if b {
                    yield x, 1.0
                } else {
                    yield 1.0, x
                } -> value: f64, value_1: f64
                let u: f64 = value + value_1
                let difference: f64 = u - 1.0
                let w: f64 = -difference
                let #[no_grad] q: float = -2.0
                let #[no_grad] value_2: f64 = `q.abs()`
                let product: f64 = w * value_2
                let neg: f64 = -x
                let powi: f64 = neg.powi(-2)
                let sum: f64 = product + powi
                yield sum
            }
        "#]],
    );
}

#[test]
fn literals_of_f32() {
    check(
        r#"fn f(x: f32) -> f32 { let h = 0.1; let mut t = 0.0; let steps = (1.0 / h) as usize; for _ in 0..steps { t += h * x; } t }"#,
        expect![[r#"
            fn(x: f32) -> (t_3: f32) {
                let #[no_grad] h: f32 = 0.1
                let #[no_grad] t: f32 = 0.0
                let steps: int = `(1.0 / h) as usize`
                loop index in 0..steps carrying (t_1: f32 = t) {
                    let product: f32 = h * x
                    let t_2: f32 = t_1 + product
                    yield t_2
                } -> t_3: f32
                yield t_3
            }
        "#]],
    );
}

#[test]
fn integers_stay_opaque() {
    check(
        r#"fn f(x: f64) -> f64 { let a = f64::from_bits(3); let b = x * a; let mut r = 1; r <<= 2; let m = r.max(3); b * f64::from(m) + i32::MAX as f64 * (-2.0) }"#,
        expect![[r#"
            fn(x: f64) -> (sum: f64) {
                let #[no_grad] a: f64 = costly `f64::from_bits(3)`
                let b: f64 = x * a
                let r: int = `1`
                let r_1: int = `r << 2`
                let m: int = `r_1.max(3)`
                let #[no_grad] value: f64 = costly `f64::from(m)`
                let product: f64 = b * value
                let #[no_grad] value_1: f64 = `i32::MAX as f64 * (-2.0)`
                let sum: f64 = product + value_1
                yield sum
            }
        "#]],
    );
}

#[test]
fn items_inside_the_body() {
    check(
        r#"fn f(x: f64) -> f64 { const K: f64 = 2.0; fn inner(n: usize) -> usize { n + 1 } let k = inner(2); x * K * k as f64 }"#,
        expect![[r#"
            fn(x: f64) -> (product_1: f64) {
                let k: inactive = costly `inner(2)`
                let #[no_grad] k_1: f64 = `K`
                let product: f64 = x * k_1
                let #[no_grad] value: f64 = `k as f64`
                let product_1: f64 = product * value
                yield product_1
            }
        "#]],
    );
}

#[test]
fn annotations_of_inactive_variables() {
    check(
        r#"fn f(x: f64, n: usize) -> f64 { let v: u8 = 255; let mut i: i64 = 0; let s: String = format!("{n}"); let mut names: Vec<String> = Vec::new(); names.push(s); while i < n as i64 { i += v as i64; } x * i as f64 * names.len() as f64 }"#,
        expect![[r#"
            fn(x: f64, n: int) -> (product_1: f64) {
                let v: int = `255`
                let i: int = `0`
                let s: inactive = costly `format!("{n}", n = n)`
                place mut names: Vec<inactive> = costly `Vec::new()`
                effect costly `names.push(s);` writes names
                loop carrying (i_1: int = i) while {
                    let cond: bool = `i_1 < n as i64`
                    yield cond
                } do {
                    let value: int = `v as i64`
                    let i_2: int = `i_1 + value`
                    yield i_2
                } -> i_3: int
                let #[no_grad] value_1: f64 = `i_3 as f64`
                let product: f64 = x * value_1
                let #[no_grad] value_2: f64 = `names.len() as f64`
                let product_1: f64 = product * value_2
                yield product_1
            }
        "#]],
    );
}
