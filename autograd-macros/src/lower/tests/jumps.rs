//! `return`, `break`, `continue` are structured away.

use expect_test::expect;

use super::check;

#[test]
fn early_return() {
    check(
        r#"fn f(x: f64) -> f64 { if x < 0.0 { return 1.0; } let mut s = x; for i in 0..5 { s += x * i as f64; } s }"#,
        expect![[r#"
            fn(x: f64) -> (result: f64) {
                let cond: bool = `x < 0.0`
                if cond {
                    yield 1.0
                } else {
                    loop i in 0..5 carrying (s: f64 = x) {
                        let #[no_grad] value: f64 = `i as f64`
                        let product: f64 = x * value
                        let s_1: f64 = s + product
                        yield s_1
                    } -> s_2: f64
                    yield s_2
                } -> result: f64
                yield result
            }
        "#]],
    );
}

#[test]
fn return_in_a_match_arm() {
    check(
        r#"fn f(x: f64, k: usize) -> f64 { match k { 0 => x, 1 | 2 => x * x, n @ 3..=5 => x.powi(n as i32), _ if k > 10 => { let t = x + 1.0; t * t } _ => return x / 2.0 } }"#,
        expect![[r#"
            fn(x: f64, k: int) -> (result_3: f64) {
                let cond: bool = `::core::matches!(k, 0)`
                if cond {
                    yield x
                } else {
                    let cond_1: bool = `::core::matches!(k, 1 | 2)`
                    if cond_1 {
                        let product: f64 = x * x
                        yield product
                    } else {
                        let cond_2: bool = `::core::matches!(k, 3..= 5)`
                        if cond_2 {
                            let value: int = `k as i32`
                            let powi: f64 = x.powi(value)
                            yield powi
                        } else {
                            let cond_3: bool = `k > 10`
                            if cond_3 {
                                let t: f64 = x + 1.0
                                let product_1: f64 = t * t
                                yield product_1
                            } else {
                                let quotient: f64 = x / 2.0
                                yield quotient
                            } -> result: f64
                            yield result
                        } -> result_1: f64
                        yield result_1
                    } -> result_2: f64
                    yield result_2
                } -> result_3: f64
                yield result_3
            }
        "#]],
    );
}

#[test]
fn newton_with_two_breaks() {
    check(
        r#"fn f(x: f64) -> f64 { let mut y = x; let mut i = 0; loop { y = y - (y * y - x) / (2.0 * y); i += 1; if i > 20 { break; } if (y * y - x).abs() < 1e-12 { break; } } y }"#,
        expect![[r#"
            fn(x: f64) -> (y_2: f64) {
                let i: int = `0`
                loop while true carrying (y: f64 = x, i_1: int = i) exits {
                    let product: f64 = y * y
                    let difference: f64 = product - x
                    let product_1: f64 = 2.0 * y
                    let quotient: f64 = difference / product_1
                    let y_1: f64 = y - quotient
                    let i_2: int = `i_1 + 1`
                    let cond: bool = `i_2 > 20`
                    if cond {
                        yield true
                    } else {
                        let cond_1: bool = `(y_1 * y_1 - x).abs() < 1e-12`
                        yield cond_1
                    } -> broke: bool
                    let again: bool = !broke
                    yield y_1, i_2, again
                } -> y_2: f64, i_3: int
                yield y_2
            }
        "#]],
    );
}

#[test]
fn break_with_value_and_return() {
    check(
        r#"fn f(x: f64) -> f64 { let y = loop { if x > 1.0 { break x * 2.0; } if x < -1.0 { return 3.0; } break x; }; y * 2.0 }"#,
        expect![[r#"
            fn(x: f64) -> (result: f64) {
                loop while true carrying (returned_1: bool = false, found_1: f64 = 0.0) exits {
                    let cond: bool = `x > 1.0`
                    if cond {
                        let product: f64 = x * 2.0
                        yield false, true, product
                    } else {
                        let cond_1: bool = `x < -1.0`
                        let not: bool = !cond_1
                        yield cond_1, not, x
                    } -> returned: bool, broke: bool, found: f64
                    let left: bool = returned || broke
                    let again: bool = !left
                    yield returned, found, again
                } -> returned_2: bool, found_2: f64
                if returned_2 {
                    yield 3.0
                } else {
                    let product_1: f64 = found_2 * 2.0
                    yield product_1
                } -> result: f64
                yield result
            }
        "#]],
    );
}

#[test]
fn return_from_a_loop() {
    check(
        r#"fn f(x: &[f64]) -> f64 { for i in 0..x.len() { if x[i] > 1.0 { return x[i]; } } 0.0 }"#,
        expect![[r#"
            fn(x: &[f64]) -> (result_3: f64) {
                let len: int = `x.len()`
                loop i in 0..len carrying (returned: bool = false, result_1: f64 = 0.0) exits {
                    let cond: bool = `x[i] > 1.0`
                    if cond {
                        let x_i: f64 = x[i]
                        yield x_i
                    } else {
                        yield 0.0
                    } -> result: f64
                    let again: bool = !cond
                    yield cond, result, again
                } -> returned_1: bool, result_2: f64
                if returned_1 {
                    yield result_2
                } else {
                    yield 0.0
                } -> result_3: f64
                yield result_3
            }
        "#]],
    );
}

#[test]
fn labels_and_return_in_nested_loops() {
    check(
        r#"fn f(x: f64, n: usize) -> f64 { let mut s = 0.0; 'outer: for i in 0..n { for j in 0..n { if i * j > 10 { break 'outer; } if j == 3 { continue 'outer; } if x > 1.0 { return s; } s += x; } s *= 2.0; } s }"#,
        expect![[r#"
            fn(x: f64, n: int) -> (result_4: f64) {
                let #[no_grad] s: f64 = 0.0
                loop i in 0..n carrying (s_1: f64 = s, returned_5: bool = false, result_2: f64 = 0.0) exits {
                    loop j in 0..n carrying (s_2: f64 = s_1, returned_2: bool = false, result: f64 = 0.0, broke: bool = false, skipped_1: bool = false) exits {
                        let cond: bool = `i * j > 10`
                        if cond {
                            yield false, s_2, false
                        } else {
                            let cond_1: bool = `j == 3`
                            if cond_1 {
                                yield false, s_2
                            } else {
                                let cond_2: bool = `x > 1.0`
                                if cond_2 {
                                    yield s_2
                                } else {
                                    let s_3: f64 = s_2 + x
                                    yield s_3
                                } -> s_4: f64
                                yield cond_2, s_4
                            } -> returned: bool, s_5: f64
                            yield returned, s_5, cond_1
                        } -> returned_1: bool, s_6: f64, skipped: bool
                        let left: bool = returned_1 || cond
                        let left_1: bool = left || skipped
                        let again: bool = !left_1
                        yield s_6, returned_1, s_2, cond, skipped, again
                    } -> s_7: f64, returned_3: bool, result_1: f64, broke_1: bool, skipped_2: bool
                    let left_2: bool = returned_3 || broke_1
                    let left_3: bool = left_2 || skipped_2
                    if left_3 {
                        yield returned_3, s_7, broke_1, skipped_2
                    } else {
                        let s_8: f64 = s_7 * 2.0
                        yield false, s_8, false, false
                    } -> returned_4: bool, s_9: f64, broke_2: bool, skipped_3: bool
                    let left_4: bool = returned_4 || broke_2
                    let again_1: bool = !left_4
                    yield s_9, returned_4, result_1, again_1
                } -> s_10: f64, returned_6: bool, result_3: f64
                if returned_6 {
                    yield result_3
                } else {
                    yield s_10
                } -> result_4: f64
                yield result_4
            }
        "#]],
    );
}

#[test]
fn labelled_block() {
    check(
        r#"fn f(x: f64) -> f64 { let y = { let t = x * x; t + 1.0 }; let z = 'b: { if y > 2.0 { break 'b y; } y * 3.0 }; z }"#,
        expect![[r#"
            fn(x: f64) -> (found: f64) {
                let t: f64 = x * x
                let y: f64 = t + 1.0
                let cond: bool = `y > 2.0`
                if cond {
                    yield y
                } else {
                    let z: f64 = y * 3.0
                    yield z
                } -> found: f64
                yield found
            }
        "#]],
    );
}

#[test]
fn let_with_a_returning_arm() {
    check(
        r#"fn f(x: f64, flag: bool) -> f64 { let y = if flag { x * 2.0 } else { return 0.0 }; let z = match flag { true => y, false => return 1.0 }; z + y }"#,
        expect![[r#"
            fn(x: f64, flag: bool) -> (result_1: f64) {
                if flag {
                    let y: f64 = x * 2.0
                    let cond: bool = `::core::matches!(flag, true)`
                    if cond {
                        let sum: f64 = y + y
                        yield sum
                    } else {
                        yield 1.0
                    } -> result: f64
                    yield result
                } else {
                    yield 0.0
                } -> result_1: f64
                yield result_1
            }
        "#]],
    );
}

#[test]
fn return_deep_inside() {
    check(
        r#"fn f(x: f64, n: usize) -> f64 { let mut y = x; if n > 3 { if n > 5 { return y; } y += 1.0; } y * 2.0 }"#,
        expect![[r#"
            fn(x: f64, n: int) -> (result: f64) {
                let cond: bool = `n > 3`
                if cond {
                    let cond_1: bool = `n > 5`
                    if cond_1 {
                        yield x
                    } else {
                        let y: f64 = x + 1.0
                        yield y
                    } -> y_1: f64
                    yield cond_1, y_1
                } else {
                    yield false, x
                } -> returned: bool, y_2: f64
                if returned {
                    yield x
                } else {
                    let product: f64 = y_2 * 2.0
                    yield product
                } -> result: f64
                yield result
            }
        "#]],
    );
}

#[test]
fn continue_of_an_outer_loop() {
    check(
        r#"fn f(x: f64) -> f64 { let mut s = x; let mut k = 0; 'o: loop { loop { k += 1; if k > 5 { break 'o; } if s > 10.0 { continue 'o; } s *= 2.0; } } s }"#,
        expect![[r#"
            fn(x: f64) -> (s_6: f64) {
                let k: int = `0`
                loop while true carrying (s: f64 = x, k_1: int = k) exits {
                    loop while true carrying (s_1: f64 = s, k_2: int = k_1, broke: bool = false, skipped_1: bool = false) exits {
                        let k_3: int = `k_2 + 1`
                        let cond: bool = `k_3 > 5`
                        if cond {
                            yield s_1, false
                        } else {
                            let cond_1: bool = `s_1 > 10.0`
                            if cond_1 {
                                yield s_1
                            } else {
                                let s_2: f64 = s_1 * 2.0
                                yield s_2
                            } -> s_3: f64
                            yield s_3, cond_1
                        } -> s_4: f64, skipped: bool
                        let left: bool = cond || skipped
                        let again: bool = !left
                        yield s_4, k_3, cond, skipped, again
                    } -> s_5: f64, k_4: int, broke_1: bool, skipped_2: bool
                    let again_1: bool = !broke_1
                    yield s_5, k_4, again_1
                } -> s_6: f64, k_5: int
                yield s_6
            }
        "#]],
    );
}

#[test]
fn break_with_an_option() {
    check(
        r#"fn f(a: &[f64], n: usize) -> f64 { let mut i = 0; let found = loop { if i == n { break None; } if a[i] > 0.0 { break Some(i); } i += 1; }; match found { Some(k) => a[k] * 2.0, None => 0.0 } }"#,
        expect![[r#"
            fn(a: &[f64], n: int) -> (value_1: f64) {
                let i: int = `0`
                let unset_1: inactive = costly `::core::default::Default::default()`
                loop while true carrying (i_1: int = i, found_2: inactive = unset_1) exits {
                    let cond: bool = `i_1 == n`
                    if cond {
                        let none: inactive = `::core::option::Option::None`
                        yield i_1, true, none
                    } else {
                        let cond_1: bool = `a[i_1] > 0.0`
                        if cond_1 {
                            let value: inactive = costly `Some(i_1)`
                            yield i_1, value
                        } else {
                            let i_2: int = `i_1 + 1`
                            let unset: inactive = costly `::core::default::Default::default()`
                            yield i_2, unset
                        } -> i_3: int, found: inactive
                        yield i_3, cond_1, found
                    } -> i_4: int, broke: bool, found_1: inactive
                    let again: bool = !broke
                    yield i_4, found_1, again
                } -> i_5: int, found_3: inactive
                let cond_2: bool = `::core::matches!(found_3, Some(_))`
                if cond_2 {
                    let k: inactive = `match found_3 { Some(k) => k, _ => ::core::unreachable!() }`
                    let a_i: f64 = a[k]
                    let product: f64 = a_i * 2.0
                    yield product
                } else {
                    yield 0.0
                } -> value_1: f64
                yield value_1
            }
        "#]],
    );
}

#[test]
fn return_from_while_and_from_else_if() {
    check(
        r#"fn f(x: f64, n: usize) -> f64 { let mut y = x; let mut k = n; while k > 0 { if k % 2 == 1 { y *= x; } k /= 2; if y > 1e6 { return y; } } let z = if y < 1.0 { y } else if y < 2.0 { return x; } else { let w = y - 1.0; w * w }; z + 1.0 }"#,
        expect![[r#"
            fn(x: f64, n: int) -> (result_5: f64) {
                loop carrying (y: f64 = x, k: int = n, returned: bool = false, result: f64 = 0.0) exits while {
                    let cond: bool = `k > 0`
                    yield cond
                } do {
                    let cond_1: bool = `k % 2 == 1`
                    if cond_1 {
                        let y_1: f64 = y * x
                        yield y_1
                    } else {
                        yield y
                    } -> y_2: f64
                    let k_1: int = `k / 2`
                    let cond_2: bool = `y_2 > 1e6`
                    let again: bool = !cond_2
                    yield y_2, k_1, cond_2, y_2, again
                } -> y_3: f64, k_2: int, returned_1: bool, result_1: f64
                if returned_1 {
                    yield result_1
                } else {
                    let cond_3: bool = `y_3 < 1.0`
                    if cond_3 {
                        yield false, result_1, y_3
                    } else {
                        let cond_4: bool = `y_3 < 2.0`
                        if cond_4 {
                            yield x, 0.0
                        } else {
                            let w: f64 = y_3 - 1.0
                            let z: f64 = w * w
                            yield result_1, z
                        } -> result_2: f64, value: f64
                        yield cond_4, result_2, value
                    } -> returned_2: bool, result_3: f64, z_1: f64
                    if returned_2 {
                        yield result_3
                    } else {
                        let sum: f64 = z_1 + 1.0
                        yield sum
                    } -> result_4: f64
                    yield result_4
                } -> result_5: f64
                yield result_5
            }
        "#]],
    );
}

#[test]
fn break_over_typed_integers() {
    check(
        r#"fn f(x: f64) -> f64 { let mut s = x; let mut count = 0; for i in 0..10u8 { let before = s; s = s.sin(); count += i; if (s - before).abs() < 1e-3 { break } } s * f64::from(count) }"#,
        expect![[r#"
            fn(x: f64) -> (product: f64) {
                let count: int = `0`
                loop i in 0..10_u8 carrying (s: f64 = x, count_1: int = count) exits {
                    let s_1: f64 = s.sin()
                    let count_2: int = `count_1 + i`
                    let cond: bool = `(s_1 - s).abs() < 1e-3`
                    let again: bool = !cond
                    yield s_1, count_2, again
                } -> s_2: f64, count_3: int
                let #[no_grad] value: f64 = costly `f64::from(count_3)`
                let product: f64 = s_2 * value
                yield product
            }
        "#]],
    );
}

#[test]
fn continue_and_break() {
    check(
        r#"fn f(x: f64) -> f64 { let mut t = 0.0; let mut i = 0; loop { i += 1; if i == 2 { continue; } if i > 7 { break; } t += x * i as f64; } t }"#,
        expect![[r#"
            fn(x: f64) -> (t_5: f64) {
                let #[no_grad] t: f64 = 0.0
                let i: int = `0`
                loop while true carrying (t_1: f64 = t, i_1: int = i) exits {
                    let i_2: int = `i_1 + 1`
                    let cond: bool = `i_2 == 2`
                    if cond {
                        yield t_1, false
                    } else {
                        let cond_1: bool = `i_2 > 7`
                        if cond_1 {
                            yield t_1
                        } else {
                            let #[no_grad] value: f64 = `i_2 as f64`
                            let product: f64 = x * value
                            let t_2: f64 = t_1 + product
                            yield t_2
                        } -> t_3: f64
                        yield t_3, cond_1
                    } -> t_4: f64, broke: bool
                    let again: bool = !broke
                    yield t_4, i_2, again
                } -> t_5: f64, i_3: int
                yield t_5
            }
        "#]],
    );
}
