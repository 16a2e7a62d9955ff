//! Names that generated code might use itself, or that mean something else elsewhere.

use autograd::differentiable;

#[differentiable]
fn words_of_the_macro(seed: f64, workspace: f64, value: f64, pullback: f64, output: f64, gradient: f64) -> f64 {
    let d_seed = seed * workspace;
    let d_value = d_seed + value * pullback;
    let saved = d_value.sin() * output;
    let by_value = saved * gradient;
    by_value * seed
}
zoo! { words_of_the_macro(value, value, value, value, value, value) -> scalar; at (1.5, 0.5, 2.0, -1.0, 0.75, 1.25) }

#[differentiable]
fn more_words(stack: f64, t: f64, x: f64, n: usize) -> f64 {
    let mut count = stack;
    let mut x_1 = x * t;
    let d_x = x_1 + 1.0;
    let d_x_1 = d_x * d_x;
    for _k in 0..n {
        let old_count = count;
        let cond = count > 2.0;
        x_1 = if cond { x_1 * count } else { x_1 + d_x_1 };
        count += old_count * x_1.sin();
    }
    count + x_1
}
zoo! { more_words(value, value, value, fixed) -> scalar; at (1.5, 0.5, 2.0, 3) }

#[differentiable]
fn words_of_memory(output: &mut [f64], seed: &[f64], d_seed: &[f64], value: usize) -> f64 {
    let mut snapshot = [0.0; 2];
    let mut len_d_seed = 0.0;
    for k in 0..value {
        snapshot[k % 2] += seed[k] * d_seed[k];
        output[k] *= snapshot[k % 2];
        len_d_seed += output[k];
    }
    let final_output = len_d_seed;
    final_output * snapshot[0]
}
zoo! { words_of_memory(exclusive, shared, shared, fixed) -> scalar; at (vec![1.0, 2.0, 3.0], vec![0.5, 1.5, -1.0], vec![2.0, 0.25, 1.0], 3) }

#[differentiable]
fn kept_and_zero(#[no_grad] kept_a: &[f64], a: f64, zero_d_a: f64, slot_a: f64, slots: usize, Mode_a: f64) -> f64 {
    kept_a[slots] * a + zero_d_a * slot_a * Mode_a
}
zoo! { kept_and_zero(fixed_ref, value, value, value, fixed, value) -> scalar; at (vec![3.0], 1.0, 2.0, 3.0, 0, 4.0) }

#[differentiable]
fn items_of_std(vec: f64, drop: f64, Some_: f64, min: f64, max: f64, f64_: f64) -> f64 {
    vec.min(drop).max(min) * max + Some_ * f64_
}
zoo! { items_of_std(value, value, value, value, value, value) -> scalar; at (1.0, 2.0, 3.0, 0.5, 0.25, 4.0) }

#[differentiable]
fn core(core: f64, std: f64, autograd: f64, alloc: f64) -> f64 {
    let Vec = core * std;
    let Clone = autograd.max(alloc);
    Vec * Clone
}
zoo! { core(value, value, value, value) -> scalar; at (1.0, 2.0, 3.0, 0.5) }

#[differentiable]
fn raw_names(r#type: f64, r#fn: &[f64], r#loop: &mut [f64], r#in: usize) -> f64 {
    let mut r#match = r#type;
    for r#for in 0..r#in {
        r#match *= r#fn[r#for];
        r#loop[r#for] += r#match;
    }
    r#match * r#loop[0]
}
zoo! { raw_names(value, shared, exclusive, fixed) -> scalar; at (1.5, vec![2.0, 3.0], vec![0.5, 0.25], 2) }

mod raw_function {
    use super::*;

    #[differentiable]
    fn r#match(x: f64) -> f64 {
        x * x
    }

    #[test]
    fn has_companions() {
        assert_eq!(match_grad(1.5), 3.0);
        assert_eq!(match_value_and_grad(1.5), (2.25, 3.0));
        assert_eq!(match_backward(1.5, 2.0), (2.25, 6.0));
        assert_eq!(match_vjp(1.5).1(2.0), 6.0);
        assert_eq!(calls_raw_grad(1.5), 4.0 * 1.5 * 1.5 * 1.5);
    }

    #[differentiable]
    fn calls_raw(x: f64) -> f64 {
        r#match(r#match(x))
    }
}

#[differentiable]
fn companions_as_variables(f_grad: f64, f_call: f64) -> f64 {
    let f_backward = f_grad * f_call;
    let companions_as_variables = f_backward * f_grad;
    companions_as_variables
}
zoo! { companions_as_variables(value, value) -> scalar; at (1.5, 2.0) }

#[differentiable]
fn shadows_of_each_other(x: f64, d_x: f64, d_d_x: f64) -> f64 {
    x * d_x * d_d_x
}
zoo! { shadows_of_each_other(value, value, value) -> scalar; at (1.5, 2.0, 3.0) }

#[differentiable]
fn shadows_of_slices(a: &[f64], d_a: &[f64]) -> f64 {
    a[0] * d_a[0]
}

#[test]
fn a_shadow_may_be_called_like_a_parameter() {
    let (mut first, mut second) = ([0.5], [0.25]);
    assert_eq!(shadows_of_slices_backward(&[3.0], &mut first, &[2.0], &mut second, 1.0), 6.0);
    assert_eq!((first, second), ([2.5], [3.25]));
    assert_eq!(shadows_of_slices_grad(&[3.0], &[2.0]), (vec![2.0], vec![3.0]));
    let (value, pullback) = shadows_of_slices_vjp(&[3.0], &[2.0]);
    pullback(&[3.0], &mut first, &[2.0], &mut second, 2.0);
    assert_eq!((value, first, second), (6.0, [6.5], [9.25]));
}

#[differentiable]
fn underscores(_x: f64, __: f64, x_: f64, _0: usize) -> f64 {
    let _y = _x * __;
    let __y__ = _y * x_;
    __y__ * _0 as f64
}
zoo! { underscores(value, value, value, fixed) -> scalar; at (1.5, 2.0, 3.0, 2) }

#[differentiable]
fn numbered(x: f64, x_1: f64, x_2: f64) -> f64 {
    let x = x * x_1;
    let x = x * x_2;
    let x_1 = x + x_1;
    let x_2 = x_1 * x_2;
    x_2 * x
}
zoo! { numbered(value, value, value) -> scalar; at (1.5, 2.0, 3.0) }

#[differentiable]
fn Ünïcödé(α: f64, β: &[f64]) -> f64 {
    let γ = α * β[0];
    γ.sin() * α
}
zoo! { Ünïcödé(value, shared) -> scalar; at (1.5, vec![0.5]) }

#[differentiable]
fn generic_names<Mode: autograd::Real, Tangent: autograd::Real, const Workspace: usize>(
    x: Mode,
    y: [Tangent; Workspace],
) -> (Mode, Tangent) {
    (x * x, y[0] * y[Workspace - 1])
}
zoo! { generic_names(value, value) -> other; at (1.5_f64, [2.0_f64, 3.0]) }

#[differentiable]
fn type_parameter_called_like_a_mode<Mode_x: autograd::Real>(x: Mode_x) -> Mode_x {
    x * x
}
zoo! { type_parameter_called_like_a_mode(value) -> scalar; at (1.5_f64,) }

mod shadowed_std {
    #![allow(dead_code, reason = "only there to clash")]
    use autograd::differentiable;

    struct Vec;
    struct Option;
    struct Box;
    trait Clone {}
    trait FnOnce {}
    trait Real {}
    trait Mode {}
    mod core {}
    mod std {}
    fn drop() {}
    fn check_shadow() {}
    const PI: f64 = 0.5;

    macro_rules! vec {
        () => {};
    }
    macro_rules! assert {
        () => {};
    }
    macro_rules! unreachable {
        () => {};
    }

    #[differentiable]
    pub(super) fn clashing(x: f64, a: &[f64], n: usize) -> f64 {
        let mut y = x * PI;
        for i in 0..n {
            if y > 1.0 {
                y = y.sin() * a[i];
            } else {
                y += a[i];
            }
        }
        y
    }
}
use shadowed_std::{clashing, clashing_backward, clashing_grad, clashing_value_and_grad, clashing_vjp};
zoo! { clashing(value, shared, fixed) -> scalar; at (1.5, vec![0.5, 2.0, 1.0], 3) }

/// Capital letters are variables too: mathematics is full of them.
#[differentiable]
fn capitals(A: &[[f64; 2]; 2], X: &mut [f64], K: f64, N: usize) -> f64 {
    let B = A[0][1] * K;
    let (C, mut D) = (B * X[0], A[1][0]);
    let S: f64;
    assert!(N < 10 && K.is_finite(), "{N} and {K:?} {{N}}");
    for I in 0..N {
        D += A[I % 2][0] * C;
        X[I] *= D;
    }
    S = X[0] * X[N - 1];
    match N {
        usize::MAX => 0.0,
        M if M > 5 => S,
        _ => S * B + D,
    }
}
zoo! { capitals(shared, exclusive, value, fixed) -> scalar; at ([[1.0, 2.0], [0.5, 1.5]], vec![0.25, 0.75], 1.25, 2) }
