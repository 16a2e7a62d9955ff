//! `if`, `match`, `if let`, `let else`.

use expect_test::expect;

use super::check;

#[test]
fn if_else() {
    check(
        r#"fn f(x: f64) -> f64 { if x > 0.0 { x * x } else { -x } }"#,
        expect![[r#"
            fn(x: f64) -> (value: f64) {
                let cond: bool = `x > 0.0`
                if cond {
                    let product: f64 = x * x
                    yield product
                } else {
                    let neg: f64 = -x
                    yield neg
                } -> value: f64
                yield value
            }
        "#]],
    );
}

#[test]
fn match_on_active_tuple() {
    check(
        r#"fn f(x: f64, y: f64) -> f64 { match (x, y) { (a, b) if a > b => a - b, (a, _) if a < 0.0 => -a, _ => x * y } }"#,
        expect![[r#"
            fn(x: f64, y: f64) -> (value_1: f64) {
                let cond: bool = `x > y`
                if cond {
                    let difference: f64 = x - y
                    yield difference
                } else {
                    let cond_1: bool = `x < 0.0`
                    if cond_1 {
                        let neg: f64 = -x
                        yield neg
                    } else {
                        let product: f64 = x * y
                        yield product
                    } -> value: f64
                    yield value
                } -> value_1: f64
                yield value_1
            }
        "#]],
    );
}

#[test]
fn match_on_an_enum() {
    check(
        r#"fn f(x: f64, #[no_grad] kind: Kind) -> f64 { match kind { Kind::A => x, Kind::B(n) => x * n as f64, Kind::C { scale, .. } if scale > 1 => x * scale as f64, _ => panic!("no {kind:?}") } }"#,
        expect![[r#"
            fn(x: f64, #[no_grad] kind: Kind) -> (value_4: f64) {
                let cond: bool = `::core::matches!(kind, Kind::A)`
                if cond {
                    yield x
                } else {
                    let cond_1: bool = `::core::matches!(kind, Kind::B(_))`
                    if cond_1 {
                        let n: inactive = `match kind { Kind::B(n) => n, _ => ::core::unreachable!() }`
                        let #[no_grad] value: f64 = `n as f64`
                        let product: f64 = x * value
                        yield product
                    } else {
                        let cond_2: bool = `::core::matches!(kind, Kind::C { scale, .. } if scale > 1)`
                        if cond_2 {
                            let scale: inactive = `match kind { Kind::C { scale: scale, .. } => scale, _ => ::core::unreachable!() }`
                            let #[no_grad] value_1: f64 = `scale as f64`
                            let product_1: f64 = x * value_1
                            yield product_1
                        } else {
                            effect costly `panic!("no {kind:?}", kind = kind);`
                            yield 0.0
                        } -> value_2: f64
                        yield value_2
                    } -> value_3: f64
                    yield value_3
                } -> value_4: f64
                yield value_4
            }
        "#]],
    );
}

#[test]
fn let_chain() {
    check(
        r#"fn f(x: f64, #[no_grad] o: Option<f64>, p: Option<usize>) -> f64 { if let Some(a) = o && let Some(k) = p && a > k as f64 && x > 0.0 { x * a } else { x } }"#,
        expect![[r#"
            fn(x: f64, #[no_grad] o: Option<f64>, p: inactive) -> (value_3: f64) {
                let cond: bool = `::core::matches!(o, Some(_))`
                if cond {
                    let a: inactive = `match o { Some(a) => a, _ => ::core::unreachable!() }`
                    let cond_1: bool = `::core::matches!(p, Some(_))`
                    yield cond_1
                } else {
                    yield false
                } -> value: bool
                if value {
                    let a_1: inactive = `match o { Some(a) => a, _ => ::core::unreachable!() }`
                    let k: inactive = `match p { Some(k) => k, _ => ::core::unreachable!() }`
                    let cond_2: bool = `a_1 > k as f64`
                    yield cond_2
                } else {
                    yield false
                } -> value_1: bool
                if value_1 {
                    let a_2: inactive = `match o { Some(a) => a, _ => ::core::unreachable!() }`
                    let k_1: inactive = `match p { Some(k) => k, _ => ::core::unreachable!() }`
                    let cond_3: bool = `x > 0.0`
                    yield cond_3
                } else {
                    yield false
                } -> value_2: bool
                if value_2 {
                    let #[no_grad] a_3: f64 = `match o { Some(a) => a, _ => ::core::unreachable!() }`
                    let k_2: inactive = `match p { Some(k) => k, _ => ::core::unreachable!() }`
                    let product: f64 = x * a_3
                    yield product
                } else {
                    yield x
                } -> value_3: f64
                yield value_3
            }
        "#]],
    );
}

#[test]
fn let_else_and_if_let() {
    check(
        r#"fn f(x: f64, mode: Option<usize>) -> f64 { let Some(k) = mode else { return 0.0 }; if let Some(j) = mode { x * j as f64 } else { x * k as f64 } }"#,
        expect![[r#"
            fn(x: f64, mode: inactive) -> (result: f64) {
                let cond: bool = `::core::matches!(mode, Some(_))`
                if cond {
                    let k: inactive = `match mode { Some(k) => k, _ => ::core::unreachable!() }`
                    let cond_1: bool = `::core::matches!(mode, Some(_))`
                    if cond_1 {
                        let j: inactive = `match mode { Some(j) => j, _ => ::core::unreachable!() }`
                        let #[no_grad] value: f64 = `j as f64`
                        let product: f64 = x * value
                        yield product
                    } else {
                        let #[no_grad] value_1: f64 = `k as f64`
                        let product_1: f64 = x * value_1
                        yield product_1
                    } -> value_2: f64
                    yield value_2
                } else {
                    yield 0.0
                } -> result: f64
                yield result
            }
        "#]],
    );
}

#[test]
fn late_initialisation() {
    check(
        r#"fn f(x: f64) -> f64 { let y; if x > 0.0 { y = x; } else { y = -x; } let (mut a, mut b) = (x, y); (a, b) = (b, a); a - b }"#,
        expect![[r#"
            fn(x: f64) -> (difference: f64) {
                let cond: bool = `x > 0.0`
                if cond {
                    yield x
                } else {
                    let y: f64 = -x
                    yield y
                } -> y_1: f64
                let difference: f64 = y_1 - x
                yield difference
            }
        "#]],
    );
}

#[test]
fn reference_chosen_by_a_branch() {
    check(
        r#"fn f(x: f64, a: &[f64]) -> f64 { let r = if x > 0.0 { &a[..2] } else { &a[2..4] }; r[0] * r[1] }"#,
        expect![[r#"
            fn(x: f64, a: &[f64]) -> (product: f64) {
                let cond: bool = `x > 0.0`
                if cond {
                    yield 0, 2
                } else {
                    yield 2, 4
                } -> r: int, r_1: int
                let a_i: f64 = a[r..r_1][0]
                let a_i_1: f64 = a[r..r_1][1]
                let product: f64 = a_i * a_i_1
                yield product
            }
        "#]],
    );
}

#[test]
fn arms_that_panic() {
    check(
        r#"fn f(x: f64) -> f64 { let y = if x > 1.0 { x.ln() } else if x > 0.0 { x - 1.0 } else { panic!("negative: {x}") }; let u = match y { v if v.is_nan() => unreachable!(), _ => y }; u }"#,
        expect![[r#"
            fn(x: f64) -> (y_2: f64) {
                let cond: bool = `x > 1.0`
                if cond {
                    let y: f64 = x.ln()
                    yield y
                } else {
                    let cond_1: bool = `x > 0.0`
                    if cond_1 {
                        let y_1: f64 = x - 1.0
                        yield y_1
                    } else {
                        effect costly `panic!("negative: {x}", x = x);`
                        yield 0.0
                    } -> value: f64
                    yield value
                } -> y_2: f64
                let cond_2: bool = `y_2.is_nan()`
                if cond_2 {
                    effect costly `unreachable!();`
                }
                yield y_2
            }
        "#]],
    );
}

#[test]
fn jump_inside_an_expression() {
    check(
        r#"fn f(x: f64, n: usize) -> f64 { let a = x * 2.0; let g = if n > 2 && a > 1.0 || helper2(a) > 2.0 { a } else { 1.0 }; g + if n == 0 { return x; } else { a } }"#,
        expect![[r#"
            fn(x: f64, n: int) -> (result: f64) {
                let a: f64 = x * 2.0
                let cond: bool = costly `n > 2 && a > 1.0 || helper2(a) > 2.0`
                if cond {
                    yield a
                } else {
                    yield 1.0
                } -> g: f64
                let cond_1: bool = `n == 0`
                if cond_1 {
                    yield x
                } else {
                    let sum: f64 = g + a
                    yield sum
                } -> result: f64
                yield result
            }
        "#]],
    );
}

#[test]
fn conditions_of_many_kinds() {
    check(
        r#"fn f(x: f64) -> f64 { let y; y = x * 2.0; let t = x.signum() as i32; let z = if t > 0 && y > 0.0 { y } else { 0.0 }; std::mem::swap(&mut 1, &mut 2); z }"#,
        expect![[r#"
            fn(x: f64) -> (z: f64) {
                let y: f64 = x * 2.0
                let t: int = `x.signum() as i32`
                let cond: bool = `t > 0 && y > 0.0`
                if cond {
                    yield y
                } else {
                    yield 0.0
                } -> z: f64
                effect costly `std::mem::swap(&mut 1, &mut 2);`
                yield z
            }
        "#]],
    );
}
