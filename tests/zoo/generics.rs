use autograd::{Real, differentiable};

mod both {
    use super::*;

    #[differentiable]
    pub(super) fn generic<T: Real>(x: T, y: T) -> T {
        let two = T::from_f64(2.0);
        (x * two + y.sin()) / (T::one() + x * x) - T::zero()
    }
}

#[differentiable]
fn at_f64(x: f64, y: f64) -> f64 {
    both::generic(x, y)
}
zoo! { at_f64(value, value) -> scalar; at (0.75, 1.25) }

#[differentiable]
fn at_f32(x: f32) -> f32 {
    both::generic::<f32>(x, x)
}
zoo! { at_f32(value) -> scalar; at (0.75,) }

#[differentiable]
fn generic<T: Real>(x: T, a: &[T], out: &mut [T]) -> T {
    let mut sum = T::zero();
    for i in 0..a.len() {
        sum += a[i] * x.powi(i as i32);
        out[i] = sum.exp();
    }
    sum
}
zoo! { generic(value, shared, exclusive) -> scalar; at (0.75, vec![1.0_f64, 2.0], vec![0.5, 0.25]) }

#[differentiable]
fn where_clause<T>(x: T, n: usize) -> T
where
    T: autograd::Real,
{
    let mut y = x;
    for _ in 0..n {
        y = T::from_f64(0.5) * (y + x / y);
    }
    y
}
zoo! { where_clause(value, fixed) -> scalar; at (2.0_f64, 6), (0.5_f64, 0) }

#[differentiable]
fn const_length<const N: usize>(a: [f64; N], b: &[f64; N]) -> f64 {
    let mut sum = 0.0;
    for i in 0..N {
        sum += a[i] * b[i] * (N as f64);
    }
    sum
}
zoo! { const_length(value, shared) -> scalar; at ([1.0, 2.0, 3.0], [0.5, 1.5, 2.5]) }

#[differentiable]
fn const_and_type<T: Real, const N: usize, const M: usize>(m: &[[T; N]; M], v: [T; N]) -> T {
    let mut out = [T::zero(); M];
    for i in 0..M {
        for j in 0..N {
            out[i] += m[i][j] * v[j];
        }
    }
    let mut sum = T::zero();
    for i in 0..M {
        sum += out[i] * out[i];
    }
    sum
}
zoo! { const_and_type(shared, value) -> scalar; at ([[1.0_f64, 2.0], [3.0, 4.0], [5.0, 6.0]], [0.5, 1.5]) }

#[differentiable]
fn lifetimes<'a, 'b: 'a>(a: &'a [f64], b: &'b [f64], out: &'a mut [f64]) -> f64 {
    out[0] = a[0] * b[0];
    out[0] * a[1]
}
zoo! { lifetimes(shared, shared, exclusive) -> scalar; at (vec![1.5, 2.5], vec![3.5], vec![0.0]) }

#[differentiable]
fn turbofish(x: f64) -> f64 {
    const_length::<2>([x, x * x], &[1.0, x]) + generic::<f64>(x, &[x], &mut [0.0])
}
zoo! { turbofish(value) -> scalar; at (0.75,); is |x: f64| 2.0 + 6.0 * x * x + 1.0 }

#[differentiable]
fn generic_selector<S: Copy + Into<usize>>(x: f64, #[no_grad] choice: S) -> f64 {
    if choice.into() > 1 { x * x } else { x }
}
zoo! { generic_selector(value, fixed) -> scalar; at (0.75, 3_u8), (0.75, 0_u8) }

#[differentiable]
fn all_methods<T: Real>(x: T) -> T {
    x.sin()
        + x.cos()
        + x.exp()
        + x.ln()
        + x.sqrt()
        + x.tanh()
        + x.abs()
        + x.powi(3)
        + x.powf(T::from_f64(1.5))
        + x.atan2(x + T::one())
        + x.hypot(x * x)
        + x.max(T::from_f64(0.1))
        + x.min(T::from_f64(9.0))
        + x.recip()
        + x.mul_add(x, x)
        + x.ln_1p()
        + x.exp_m1()
}
zoo! { all_methods(value) -> scalar; at (0.75_f64,), (1.5_f64,) }

#[differentiable]
fn generic_recursion<T: Real>(x: T, n: usize) -> T {
    if n == 0 { x } else { generic_recursion(x * x, n - 1) + x }
}
zoo! { generic_recursion(value, fixed) -> scalar; at (0.75_f64, 0), (0.75_f64, 3) }

#[differentiable]
fn block_const<const N: usize>(x: f64) -> f64 {
    let mut a = [[0.0; N]; 2];
    for i in 0..N {
        a[1][i] = x * i as f64;
    }
    a[1][N - 1] * x
}

#[differentiable]
fn calls_block_const(x: f64) -> f64 {
    block_const::<4>(x) * block_const::<{ 1 + 1 }>(x)
}
zoo! { calls_block_const(value) -> scalar; at (0.75,); is |x: f64| 12.0 * x * x * x }
