//! Functions of one annotated module: calls of helpers are lowered in place.

use expect_test::{expect, Expect};

use super::lowered_among;
use crate::helpers::{takes_closure, use_of, Helpers, Use};
use crate::ir::{print, verify};

/// The last function of the module, with all others as its helpers.
fn of_module(source: &str) -> Result<crate::ir::Function, Vec<String>> {
    let file: syn::File = syn::parse_str(source).expect("the test's source parses");
    let functions: Vec<syn::ItemFn> = file
        .items
        .into_iter()
        .filter_map(|item| match item {
            syn::Item::Fn(function) => Some(function),
            _ => None,
        })
        .collect();
    let uses = functions.iter().map(|function| {
        let out = function.attrs.iter().any(|attr| attr.path().is_ident("no_grad"));
        let takes_closure = function.sig.inputs.iter().any(|input| match input {
            syn::FnArg::Typed(typed) => takes_closure(&function.sig.generics, &typed.ty),
            syn::FnArg::Receiver(_) => false,
        });
        let use_ = if out { Use::Out } else { use_of(function, !takes_closure) };
        (function, use_)
    });
    let helpers = Helpers { functions: Helpers::collect(uses), ..Helpers::default() };
    lowered_among(functions.last().expect("a function"), &helpers)
}

#[track_caller]
fn check(source: &str, expected: Expect) {
    let function = of_module(source).unwrap_or_else(|messages| panic!("refused: {messages:?}"));
    verify::function(&function);
    expected.assert_eq(&print::function(&function));
}

#[track_caller]
fn check_refused(source: &str, expected: Expect) {
    match of_module(source) {
        Ok(function) => panic!("accepted:\n{}", print::function(&function)),
        Err(messages) => expected.assert_eq(&messages.join("\n")),
    }
}

#[test]
fn scalars_by_value() {
    check(
        r#"fn square(x: f64) -> f64 { x * x } fn f(x: f64, y: f64) -> f64 { square(x) + self::square(y + 1.0) }"#,
        expect![[r#"
            fn(x: f64, y: f64) -> (sum_1: f64) {
                let product: f64 = x * x
                let sum: f64 = y + 1.0
                let product_1: f64 = sum * sum
                let sum_1: f64 = product + product_1
                yield sum_1
            }
        "#]],
    );
}

#[test]
fn the_callers_names_are_invisible() {
    check(
        r#"fn scaled(x: f64) -> f64 { x * K } fn f(x: f64) -> f64 { let k = 2.0; let y = 3.0 * x; scaled(y) * k }"#,
        expect![[r#"
            fn(x: f64) -> (product_1: f64) {
                let #[no_grad] k: f64 = 2.0
                let y: f64 = 3.0 * x
                let #[no_grad] k_1: f64 = `K`
                let product: f64 = y * k_1
                let product_1: f64 = product * k
                yield product_1
            }
        "#]],
    );
}

#[test]
fn workspaces_are_seen_through() {
    check(
        r#"fn fill(a: &[f64], out: &mut [f64], w: f64) { for i in 0..a.len() { out[i] = w * a[i]; } } fn f(x: &[f64], work: &mut [f64], w: f64, n: usize) -> f64 { fill(&x[n..], &mut work[..n], w); work[0] }"#,
        expect![[r#"
            fn(x: &[f64], work: &mut [f64], w: f64, n: int) -> (work_i: f64) {
                let len: int = `x[n..].len()`
                loop i in 0..len {
                    let x_i: f64 = x[n..][i]
                    let product: f64 = w * x_i
                    store work[..n][i] = product
                }
                let work_i: f64 = work[0]
                yield work_i
            }
        "#]],
    );
}

#[test]
fn mutable_parameters_are_copies() {
    check(
        r#"fn halved(mut x: f64, mut a: [f64; 2]) -> f64 { x *= 0.5; a[0] += x; a[0] * a[1] } fn f(x: f64, a: [f64; 2]) -> f64 { halved(x, a) + a[0] * x }"#,
        expect![[r#"
            fn(x: f64, a: [f64; 2]) -> (sum: f64) {
                place mut a_1: [f64; 2] = copy of a
                let x_1: f64 = x * 0.5
                a_1[0] += x_1
                let a_1_i: f64 = a_1[0]
                let a_1_i_1: f64 = a_1[1]
                let product: f64 = a_1_i * a_1_i_1
                let a_i: f64 = a[0]
                let product_1: f64 = a_i * x
                let sum: f64 = product + product_1
                yield sum
            }
        "#]],
    );
}

#[test]
fn early_returns_end_the_callee_alone() {
    check(
        r#"fn find(a: &[f64], limit: f64) -> f64 { for x in a { if *x > limit { return *x; } } 0.0 } fn f(a: &[f64], limit: f64) -> f64 { let first = find(a, limit); first * first }"#,
        expect![[r#"
            fn(a: &[f64], limit: f64) -> (product: f64) {
                let len: int = `a.len()`
                loop index in 0..len carrying (returned: bool = false, result_1: f64 = 0.0) exits {
                    let cond: bool = `a[index] > limit`
                    if cond {
                        let a_i: f64 = a[index]
                        yield a_i
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
                let product: f64 = result_3 * result_3
                yield product
            }
        "#]],
    );
}

#[test]
fn closures_as_arguments() {
    check(
        r#"fn simpson(f: impl Fn(f64) -> f64, a: f64, b: f64) -> f64 { (b - a) / 6.0 * (f(a) + 4.0 * f(0.5 * (a + b)) + f(b)) } fn twice<F: Fn(f64) -> f64>(g: &F, x: f64) -> f64 { g(g(x)) } fn f(k: f64, b: f64) -> f64 { simpson(|x| (k * x).sin(), 0.0, b) + twice(&f64::cos, k) }"#,
        expect![[r#"
            fn(k: f64, b: f64) -> (sum_3: f64) {
                let #[no_grad] a: f64 = 0.0
                let difference: f64 = b - a
                let quotient: f64 = difference / 6.0
                let product: f64 = k * a
                let sin: f64 = product.sin()
                let sum: f64 = a + b
                let product_1: f64 = 0.5 * sum
                let product_2: f64 = k * product_1
                let sin_1: f64 = product_2.sin()
                let product_3: f64 = 4.0 * sin_1
                let sum_1: f64 = sin + product_3
                let product_4: f64 = k * b
                let sin_2: f64 = product_4.sin()
                let sum_2: f64 = sum_1 + sin_2
                let product_5: f64 = quotient * sum_2
                let cos: f64 = k.cos()
                let cos_1: f64 = cos.cos()
                let sum_3: f64 = product_5 + cos_1
                yield sum_3
            }
        "#]],
    );
}

#[test]
fn views_returned() {
    check(
        r#"fn row(x: &[f64], i: usize, d: usize) -> &[f64] { &x[i * d..][..d] } fn dot(a: &[f64], b: &[f64]) -> f64 { a.iter().zip(b).map(|(a, b)| a * b).sum() } fn f(x: &[f64], d: usize) -> f64 { dot(row(x, 0, d), row(x, 1, d)) }"#,
        expect![[r#"
            fn(x: &[f64], d: int) -> (sum_2: f64) {
                let i: int = 0
                let start: int = `i * d`
                let i_1: int = 1
                let start_1: int = `i_1 * d`
                let len: int = `x[start..][..d].len()`
                let len_1: int = `x[start_1..][..d].len()`
                let end: int = `::core::cmp::Ord::min(len, len_1)`
                loop index in 0..end carrying (sum: f64 = 0.0) {
                    let x_i: f64 = x[start..][..d][index]
                    let x_i_1: f64 = x[start_1..][..d][index]
                    let product: f64 = x_i * x_i_1
                    let sum_1: f64 = sum + product
                    yield sum_1
                } -> sum_2: f64
                yield sum_2
            }
        "#]],
    );
}

#[test]
fn recursion_stays_a_call() {
    check(
        r#"fn power(x: f64, n: usize) -> f64 { if n == 0 { 1.0 } else { x * power(x, n - 1) } } fn f(x: f64) -> f64 { power(x, 3) }"#,
        expect![[r#"
            fn(x: f64) -> (power_out: f64) {
                let power_out: f64 = call power(x, 3)
                yield power_out
            }
        "#]],
    );
}

#[test]
fn generic_helpers_stay_calls() {
    check(
        r#"fn square<T: Real>(x: T) -> T { x * x } fn f(x: f64) -> f64 { square(x) }"#,
        expect![[r#"
            fn(x: f64) -> (square_out: f64) {
                let square_out: f64 = call square(x)
                yield square_out
            }
        "#]],
    );
}

#[test]
fn helpers_without_a_gradient() {
    check_refused(
        r#"#[no_grad] fn key(x: f64) -> f64 { x.floor() } fn f(x: f64) -> f64 { key(x) * x }"#,
        expect![[r#"
            `key` is marked `#[no_grad]`, and is given a value that carries a gradient
            = help: remove the mark, or give it `detach(…)`"#]],
    );
}
