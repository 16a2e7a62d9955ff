//! Functions in strange surroundings.

use autograd::{Real, differentiable};

/// Documented, with `code` and "quotes", and a #[fake] attribute.
///
/// ```
/// let unused = 1;
/// ```
#[differentiable]
#[inline(always)]
#[must_use = "it is only a number"]
#[track_caller]
#[allow(unused_variables, clippy::all, reason = "a test")]
pub(crate) fn attributes(x: f64, #[allow(unused, reason = "a test")] y: f64) -> f64 {
    #![allow(unused_mut, reason = "a test")]
    #[allow(unused_assignments, reason = "a test")]
    let mut z = x * x;
    #[rustfmt::skip]
    let w = {  z  };
    w
}
zoo! { attributes(value, value) -> scalar; at (1.5, 2.0) }

#[inline]
#[differentiable]
#[cold]
#[deprecated(note = "use the other one")]
fn deprecated(x: f64) -> f64 {
    x * x
}

#[test]
#[allow(deprecated, reason = "it is tested")]
fn a_deprecated_function_is_differentiated() {
    assert_eq!(deprecated_grad(1.5), 3.0);
}

#[cfg(not(any()))]
#[differentiable]
fn configured(x: f64) -> f64 {
    x * x
}
#[cfg(any())]
#[differentiable]
fn configured(x: f64) -> f64 {
    x.this_is_not_compiled()
}
zoo! { configured(value) -> scalar; at (1.5,) }

#[cfg_attr(all(), differentiable)]
fn configured_attribute(x: f64) -> f64 {
    x * x
}
zoo! { configured_attribute(value) -> scalar; at (1.5,) }

#[differentiable]
fn configured_expressions(x: f64) -> f64 {
    let mut y = x;
    if cfg!(any()) {
        y = 0.0;
    }
    if cfg!(not(any())) {
        y *= x;
    }
    y
}
zoo! { configured_expressions(value) -> scalar; at (1.5,); is |x: f64| 2.0 * x }

mod outer {
    use super::*;

    pub(super) const FACTOR: f64 = 3.0;
    pub(in crate::items) fn steps() -> usize {
        3
    }

    pub(crate) mod inner {
        use super::*;

        #[differentiable]
        pub(in super::super) fn scaled(x: f64) -> f64 {
            let mut y = x * FACTOR;
            for _ in 0..steps() {
                y *= x;
            }
            y
        }
    }

    #[differentiable]
    pub(super) fn calls_inner(x: f64) -> f64 {
        inner::scaled(x) + self::inner::scaled(x) + super::outer::inner::scaled(x)
    }
}

use outer::calls_inner;
use outer::inner::{scaled as renamed, scaled_call as renamed_call};

#[differentiable]
fn visibilities(x: f64) -> f64 {
    outer::calls_inner(x) + outer::inner::scaled(x) + renamed(x)
}
zoo! { visibilities(value) -> scalar; at (0.75,); is |x: f64| 5.0 * 12.0 * x.powi(3) }

#[test]
fn private_companions_are_as_visible_as_the_function() {
    assert_eq!(calls_inner(1.0), 9.0);
    assert_eq!(outer::calls_inner_grad(1.0), 36.0);
    assert_eq!(outer::inner::scaled_grad(1.0), 12.0);
}

macro_rules! power {
    ($name:ident, $ty:ty, $n:literal) => {
        #[differentiable]
        fn $name(x: $ty, a: &[$ty]) -> $ty {
            let mut y = x;
            for i in 1..$n {
                y = y * x + a[i - 1];
            }
            y
        }
    };
}
power!(cube, f64, 3);
power!(square, f32, 2);
zoo! { cube(value, shared) -> scalar; at (1.5, vec![0.5, 0.25]) }
zoo! { square(value, shared) -> scalar; at (1.5, vec![0.5]) }

macro_rules! from_parts {
    ($vis:vis $name:ident($($arg:ident: $ty:ty),*) -> $ret:ty $body:block) => {
        #[differentiable]
        $vis fn $name($($arg: $ty),*) -> $ret $body
    };
}
from_parts! { pub(crate) parts(x: f64, a: &[f64], out: &mut [f64], n: usize, p: (f64, f64)) -> (f64, f64) {
    for i in 0..n {
        out[i] = a[i] * x * p.0;
    }
    (out[0] * x, p.1)
} }
zoo! { parts(value, shared, exclusive, fixed, value) -> other; at (1.5, vec![2.0, 3.0], vec![0.0, 0.0], 2, (0.5, 0.25)) }

macro_rules! with_expression {
    ($name:ident, $x:ident, $e:expr, $cond:expr, $pat:pat, $lit:literal, $stmt:stmt) => {
        #[differentiable]
        fn $name($x: f64, n: usize) -> f64 {
            $stmt;
            let y = $e * 2.0;
            if $cond {
                y
            } else {
                match n {
                    $pat => y * $x,
                    _ => y + $lit,
                }
            }
        }
    };
}
with_expression!(spliced, x, x + 1.0, x > 2.0, 1 | 2, 3.0, let x = x * x);
zoo! { spliced(value, fixed) -> scalar; at (0.75, 1), (0.75, 7), (2.5, 1) }

macro_rules! grouped {
    ($name:ident, $sum:expr, $negative:expr, $index:expr, $check:expr) => {
        #[differentiable]
        fn $name(x: f64, a: &[f64], n: usize) -> f64 {
            assert!($check && n < 9, "{}", $index * 2);
            let whole = $index * 2 - n;
            $sum * 2.0 - $negative.abs() * a[$index * 2 % 3] + (whole + $index * 3) as f64 * $sum.powi(2)
        }
    };
}
grouped!(precedence, 1.0 + 2.0, -1.5, 1 + 1, true || false);
zoo! { precedence(value, shared, fixed) -> scalar; kink at (0.75, vec![1.0, 2.0, 3.0], 3) }

macro_rules! grouped_active {
    ($name:ident, $x:ident, $sum:expr, $negative:expr, $n:ident, $index:expr) => {
        #[differentiable]
        fn $name($x: f64, a: &[f64], $n: usize) -> f64 {
            $sum * 2.0 - $negative.exp() * a[$index * 2 % 3] + ($index * 3) as f64 * $sum.powi(2)
        }
    };
}
grouped_active!(active_precedence, x, x + 1.0, -x, n, n + 1);
zoo! { active_precedence(value, shared, fixed) -> scalar; at (0.75, vec![1.0, 2.0, 3.0], 3);
is |x: f64, a: Vec<f64>, _n: usize| (2.0 + (-x).exp() * a[2] + 24.0 * (x + 1.0), vec![0.0, 0.0, -(-x).exp()]) }

#[test]
fn the_function_itself_keeps_its_grouping() {
    assert_eq!(precedence(0.75, &[1.0, 2.0, 3.0], 3), 3.0 * 2.0 - 1.5 * 2.0 + (1.0 + 6.0) * 9.0);
    assert_eq!(spliced(0.75, 1), (0.5625 + 1.0) * 2.0 * 0.5625);
}

/// Hygiene: the macro's `y` and the user's `y` are two variables.
macro_rules! hygienic {
    ($name:ident, $y:ident, $body:expr) => {
        #[differentiable]
        fn $name($y: f64) -> f64 {
            let y = $y * 3.0;
            let z = $body;
            y * z
        }
    };
}
hygienic!(hygiene, y, y * y);
zoo! { hygiene(value) -> scalar; at (1.5,); is |y: f64| 9.0 * y * y }

#[differentiable]
fn borrowed<'data, 'out>(a: &'data [f64], out: &'out mut [f64; 2], k: &'data f64) -> f64
where
    'data: 'out,
{
    out[0] = a[0] * k;
    out[1] += out[0];
    out[1]
}
zoo! { borrowed(shared, exclusive, shared) -> scalar; at (vec![1.5], [0.5, 0.25], 2.0) }

#[differentiable]
fn generic_everything<'a, T, const N: usize, const M: usize>(
    a: &'a [[T; N]; M],
    x: T,
    #[no_grad] label: &'a str,
) -> [T; N]
where
    T: Real + PartialOrd + core::fmt::Debug,
    [T; N]: Sized,
{
    let mut sums = [T::zero(); N];
    for i in 0..M {
        for j in 0..N {
            if a[i][j] > x || label.is_empty() {
                sums[j] += a[i][j] * x;
            }
        }
    }
    sums
}
zoo! { generic_everything(shared, value, fixed) -> other; at ([[1.0_f64, 2.0, 3.0], [0.5, 4.0, 1.5]], 1.25, "x"), ([[1.0_f64, 2.0, 3.0], [0.5, 4.0, 1.5]], 1.25, "") }

#[differentiable]
fn default_const<const N: usize>(x: f64) -> f64 {
    x * N as f64 * { N - 1 } as f64
}

#[test]
fn a_const_without_an_argument_is_given_by_turbofish() {
    assert_eq!(default_const_grad::<3>(2.0), 6.0);
    assert_eq!(default_const_value_and_grad::<2>(2.0), (4.0, 2.0));
    assert_eq!(default_const_backward::<2>(2.0, 0.5), (4.0, 1.0));
    assert_eq!(default_const_vjp::<2>(2.0).1(0.5), 1.0);
}

#[differentiable]
extern "Rust" fn rust_abi(x: f64) -> f64 {
    x * x
}
zoo! { rust_abi(value) -> scalar; at (1.5,) }

type Scalar = f64;
type Row = [f64; 2];

#[differentiable]
fn aliases(#[no_grad] k: Scalar, x: f64, #[no_grad] r: Row) -> f64 {
    x * k * r[0]
}
zoo! { aliases(fixed, value, fixed) -> scalar; at (1.5, 2.0, [3.0, 4.0]) }

#[differentiable]
#[rustfmt::skip]
fn parenthesised(x: (f64), a: &([f64]), b: &(f64)) -> (f64) {
    ((x)) * (a[(0)]) * (*b)
}
zoo! { parenthesised(value, shared, shared) -> scalar; at (1.5, vec![2.0], 3.0) }

#[differentiable]
fn qualified_types(
    x: core::primitive::f64,
    a: &std::vec::Vec<::core::primitive::f64>,
    n: ::std::primitive::usize,
) -> std::primitive::f64 {
    x * a[n]
}
zoo! { qualified_types(value, shared, fixed) -> scalar; at (1.5, vec![2.0], 0) }

fn inside_another_function() -> f64 {
    #[differentiable]
    fn local(x: f64, a: &[f64]) -> f64 {
        x * x * a[0]
    }
    local_grad(1.5, &[2.0]).0
}

#[test]
fn a_function_may_be_local() {
    assert_eq!(inside_another_function(), 6.0);
}

#[differentiable]
#[rustfmt::skip]
fn trailing_commas(x: f64, y: f64,) -> (f64, f64,) {
    let (a, b,) = (x, y,);
    let c = [a, b,];
    (c[0].max(c[1],), b,)
}
zoo! { trailing_commas(value, value) -> other; at (1.5, 2.0) }

#[differentiable]
fn statement_macros(x: f64, n: usize) -> f64 {
    assert!(n < 100, "n = {n}");
    assert!(x.is_finite());
    assert_ne!(n, 77);
    debug_assert!(x > -1e9, "x is {x:.3}, n is {}", n + 1);
    debug_assert_eq!(n, n);
    let text = format!("{x} {n:?}");
    let mut y = x * text.len() as f64 * 0.0 + x;
    if n > 50 {
        eprintln!("{x}");
        unreachable!("n is {n}, x is {x}");
    }
    if n > 40 {
        todo!();
    }
    y *= x;
    y
}
zoo! { statement_macros(value, fixed) -> scalar; at (1.5, 3); is |x: f64, _n: usize| 2.0 * x }

#[differentiable]
fn inner_items(x: f64) -> f64 {
    use std::f64::consts::PI as HALF_TURN;
    const LOCAL: f64 = 2.0;
    #[derive(Clone, Copy)]
    enum Kind {
        Double,
        #[allow(dead_code, reason = "a test")]
        Other(u8),
    }
    impl Kind {
        fn factor(self) -> f64 {
            match self {
                Kind::Double => LOCAL,
                Kind::Other(n) => f64::from(n),
            }
        }
    }
    let kind = Kind::Double;
    x * kind.factor() * HALF_TURN
}
zoo! { inner_items(value) -> scalar; at (1.5,); is |_x: f64| 2.0 * std::f64::consts::PI }
