// Generated code needs neither the prelude nor names in scope.
#![no_implicit_prelude]

#[::autograd::differentiable]
fn f(x: f64, a: &[f64], out: &mut [f64], v: ::std::vec::Vec<f64>, n: usize) -> f64 {
    let mut y = x;
    use ::core::iter::Iterator as _;
    for i in (0..n).rev() {
        if a[i] > y {
            y = y.sin() * a[i];
        } else {
            y += out[i] * v[i];
            out[i] = y;
        }
    }
    while y < 10.0 {
        y = g(y, a);
    }
    y
}

#[::autograd::differentiable]
fn g(x: f64, a: &[f64]) -> f64 {
    ::std::assert!(x.is_finite());
    x * 1.5 + a[0]
}

mod inner {
    mod core {}
    mod std {}

    #[::autograd::differentiable]
    pub(super) fn generic<T: ::autograd::Real, const N: usize>(a: [T; N]) -> [T; N] {
        let mut b = a;
        for i in 0..N {
            b[i] *= a[0];
        }
        b
    }
}

fn main() {
    use ::std::ops::Fn;
    let mut out = [0.5, 0.25];
    let value = f(0.5, &[1.0, 2.0], &mut [0.5, 0.25], ::std::vec![1.0, 1.0], 2);
    let (same, gradient) = f_value_and_grad(0.5, &[1.0, 2.0], &mut out, ::std::vec![1.0, 1.0], 2);
    ::std::assert!(value == same && gradient.0.is_finite());
    let (_, pullback) = inner::generic_vjp([1.0_f64, 2.0]);
    ::std::assert!(pullback.call_it([1.0, 1.0]) == [4.0, 1.0]);

    trait CallIt {
        fn call_it(&self, seed: [f64; 2]) -> [f64; 2];
    }
    impl<F: Fn([f64; 2]) -> [f64; 2]> CallIt for F {
        fn call_it(&self, seed: [f64; 2]) -> [f64; 2] {
            self(seed)
        }
    }
}
