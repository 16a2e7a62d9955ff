//! Operators on values whose type the macro cannot see: one rule trait per operator, one impl per pair of types.
//!
//! `#[differentiable] impl Mul<B> for A` writes such an impl for a user's operator. The impls here are those of std's
//! numbers, by value and by reference.

use crate::Differentiable;

type TangentOf<T> = <T as Differentiable>::Tangent;

/// The derivatives of `y = a + b`.
#[diagnostic::on_unimplemented(
    message = "the derivative of `{Self} + {B}` is not known",
    label = "this operator has no rule",
    note = "put `#[differentiable]` on the `impl Add<{B}> for {Self}`, or mark the statement `#[no_grad]`",
    note = "an operator of a foreign type goes into a function that is given a rule with `#[derivative(of = …)]`"
)]
pub trait AddRule<B: Differentiable>: Differentiable {
    /// The type of `y`.
    type Output: Differentiable;

    /// The adjoint of `a` from that of `y`.
    fn d_a(a: &Self, b: &B, d_y: &TangentOf<Self::Output>) -> Self::Tangent;

    /// The adjoint of `b` from that of `y`.
    fn d_b(a: &Self, b: &B, d_y: &TangentOf<Self::Output>) -> B::Tangent;
}

/// The derivatives of `y = a - b`.
#[diagnostic::on_unimplemented(
    message = "the derivative of `{Self} - {B}` is not known",
    label = "this operator has no rule",
    note = "put `#[differentiable]` on the `impl Sub<{B}> for {Self}`, or mark the statement `#[no_grad]`",
    note = "an operator of a foreign type goes into a function that is given a rule with `#[derivative(of = …)]`"
)]
pub trait SubRule<B: Differentiable>: Differentiable {
    /// The type of `y`.
    type Output: Differentiable;

    /// The adjoint of `a` from that of `y`.
    fn d_a(a: &Self, b: &B, d_y: &TangentOf<Self::Output>) -> Self::Tangent;

    /// The adjoint of `b` from that of `y`.
    fn d_b(a: &Self, b: &B, d_y: &TangentOf<Self::Output>) -> B::Tangent;
}

/// The derivatives of `y = a * b`.
#[diagnostic::on_unimplemented(
    message = "the derivative of `{Self} * {B}` is not known",
    label = "this operator has no rule",
    note = "put `#[differentiable]` on the `impl Mul<{B}> for {Self}`, or mark the statement `#[no_grad]`",
    note = "an operator of a foreign type goes into a function that is given a rule with `#[derivative(of = …)]`"
)]
pub trait MulRule<B: Differentiable>: Differentiable {
    /// The type of `y`.
    type Output: Differentiable;

    /// The adjoint of `a` from that of `y`.
    fn d_a(a: &Self, b: &B, d_y: &TangentOf<Self::Output>) -> Self::Tangent;

    /// The adjoint of `b` from that of `y`.
    fn d_b(a: &Self, b: &B, d_y: &TangentOf<Self::Output>) -> B::Tangent;
}

/// The derivatives of `y = a / b`.
#[diagnostic::on_unimplemented(
    message = "the derivative of `{Self} / {B}` is not known",
    label = "this operator has no rule",
    note = "put `#[differentiable]` on the `impl Div<{B}> for {Self}`, or mark the statement `#[no_grad]`",
    note = "an operator of a foreign type goes into a function that is given a rule with `#[derivative(of = …)]`"
)]
pub trait DivRule<B: Differentiable>: Differentiable {
    /// The type of `y`.
    type Output: Differentiable;

    /// The adjoint of `a` from that of `y`.
    fn d_a(a: &Self, b: &B, d_y: &TangentOf<Self::Output>) -> Self::Tangent;

    /// The adjoint of `b` from that of `y`.
    fn d_b(a: &Self, b: &B, d_y: &TangentOf<Self::Output>) -> B::Tangent;
}

/// The derivatives of `y = a % b`.
#[diagnostic::on_unimplemented(
    message = "the derivative of `{Self} % {B}` is not known",
    label = "this operator has no rule",
    note = "put `#[differentiable]` on the `impl Rem<{B}> for {Self}`, or mark the statement `#[no_grad]`",
    note = "an operator of a foreign type goes into a function that is given a rule with `#[derivative(of = …)]`"
)]
pub trait RemRule<B: Differentiable>: Differentiable {
    /// The type of `y`.
    type Output: Differentiable;

    /// The adjoint of `a` from that of `y`.
    fn d_a(a: &Self, b: &B, d_y: &TangentOf<Self::Output>) -> Self::Tangent;

    /// The adjoint of `b` from that of `y`.
    fn d_b(a: &Self, b: &B, d_y: &TangentOf<Self::Output>) -> B::Tangent;
}

/// The derivative of `y = -x`.
#[diagnostic::on_unimplemented(
    message = "the derivative of `-{Self}` is not known",
    label = "this operator has no rule",
    note = "put `#[differentiable]` on the `impl Neg for {Self}`, or mark the statement `#[no_grad]`",
    note = "an operator of a foreign type goes into a function that is given a rule with `#[derivative(of = …)]`"
)]
pub trait NegRule: Differentiable {
    /// The type of `y`.
    type Output: Differentiable;

    /// The adjoint of `x` from that of `y`.
    fn d_x(x: &Self, d_y: &TangentOf<Self::Output>) -> Self::Tangent;
}

/// The rules of one operator on one type, for every way of passing `a` and `b`. The formulas see values.
macro_rules! binary {
    ($Rule:ident for $num:ty: $d:ty: $($rules:tt)+) => {
        binary! { @ $Rule: $num [*]; $num [*]; $num: $d: $($rules)+ }
        binary! { @ $Rule: &$num [**]; $num [*]; $num: $d: $($rules)+ }
        binary! { @ $Rule: $num [*]; &$num [**]; $num: $d: $($rules)+ }
        binary! { @ $Rule: &$num [**]; &$num [**]; $num: $d: $($rules)+ }
    };
    (@ $Rule:ident: $A:ty [$($deref_a:tt)+]; $B:ty [$($deref_b:tt)+]; $Y:ty: $d:ty:
     d_a = |$a1:pat_param, $b1:pat_param, $d_y1:pat_param| $d_a:expr;
     d_b = |$a2:pat_param, $b2:pat_param, $d_y2:pat_param| $d_b:expr) => {
        // Not among the types that rustc lists where a rule is missing: that list helps nobody.
        #[diagnostic::do_not_recommend]
        impl $Rule<$B> for $A {
            type Output = $Y;

            #[inline(always)]
            fn d_a(a: &$A, b: &$B, d_y: &$d) -> $d {
                let ($a1, $b1, $d_y1): ($Y, $Y, $d) = ($($deref_a)+ a, $($deref_b)+ b, *d_y);
                $d_a
            }

            #[inline(always)]
            fn d_b(a: &$A, b: &$B, d_y: &$d) -> $d {
                let ($a2, $b2, $d_y2): ($Y, $Y, $d) = ($($deref_a)+ a, $($deref_b)+ b, *d_y);
                $d_b
            }
        }
    };
}

macro_rules! negate {
    ($num:ty: $d:ty: |$d_y:ident| $d_x:expr) => {
        negate! { @ $num, $num: $d: |$d_y| $d_x }
        negate! { @ &$num, $num: $d: |$d_y| $d_x }
    };
    (@ $X:ty, $Y:ty: $d:ty: |$d_y:ident| $d_x:expr) => {
        #[diagnostic::do_not_recommend]
        impl NegRule for $X {
            type Output = $Y;

            #[inline(always)]
            fn d_x(_x: &$X, $d_y: &$d) -> $d {
                $d_x
            }
        }
    };
}

macro_rules! floats {
    ($($float:ty)*) => {$(
        binary! { AddRule for $float: $float: d_a = |_, _, d_y| d_y; d_b = |_, _, d_y| d_y }
        binary! { SubRule for $float: $float: d_a = |_, _, d_y| d_y; d_b = |_, _, d_y| -d_y }
        binary! { MulRule for $float: $float: d_a = |_, b, d_y| d_y * b; d_b = |a, _, d_y| d_y * a }
        // d(a / b) / db = -a / b² = -(a / b) / b
        binary! { DivRule for $float: $float: d_a = |_, b, d_y| d_y / b; d_b = |a, b, d_y| -d_y * (a / b) / b }
        // a % b = a - b trunc(a / b), and trunc is constant between its jumps. `core` has no `trunc`.
        #[cfg(feature = "std")]
        binary! { RemRule for $float: $float: d_a = |_, _, d_y| d_y; d_b = |a, b, d_y| -d_y * (a / b).trunc() }
        negate! { $float: $float: |d_y| -d_y }
    )*};
}

floats! { f32 f64 }

/// Integers carry no gradient: their rules exist so that code whose types the macro cannot see still compiles.
macro_rules! integers {
    ($($int:ty)*) => {$(
        binary! { AddRule for $int: (): d_a = |_, _, ()| (); d_b = |_, _, ()| () }
        binary! { SubRule for $int: (): d_a = |_, _, ()| (); d_b = |_, _, ()| () }
        binary! { MulRule for $int: (): d_a = |_, _, ()| (); d_b = |_, _, ()| () }
        binary! { DivRule for $int: (): d_a = |_, _, ()| (); d_b = |_, _, ()| () }
        binary! { RemRule for $int: (): d_a = |_, _, ()| (); d_b = |_, _, ()| () }
    )*};
}

integers! { i8 i16 i32 i64 i128 isize u8 u16 u32 u64 u128 usize }

macro_rules! signed {
    ($($int:ty)*) => {$(negate! { $int: (): |_d_y| () })*};
}

signed! { i8 i16 i32 i64 i128 isize }
