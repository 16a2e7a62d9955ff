//! Elementwise functions of one tensor.

use super::super::element::Element;
use super::super::handle::Tensor;

/// One entry per function: documentation, value of an element, name of the node, what is kept, cotangent.
macro_rules! unary {
    ($(
        $(#[$meta:meta])*
        $name:ident($x:ident) = $value:expr, $node:literal, keeps $kept:ident, |$d:ident, $v:ident| $formula:expr;
    )*) => {
        impl<T: Element> Tensor<T> {$(
            $(#[$meta])*
            #[track_caller]
            pub fn $name(&self) -> Self {
                use $crate::tensor::element::Element;
                use $crate::tensor::error::Result;
                use $crate::tensor::graph::node::{Call, Cotangents};
                use $crate::tensor::graph::record::{Backward, one, record};

                struct Formula<T: Element>(unary!(@type $kept));

                impl<T: Element> Backward<T> for Formula<T> {
                    const NAME: &'static str = $node;
                    const SAVES: bool = unary!(@saves $kept);

                    fn backward(&self, $d: Tensor<T>, call: &Call<'_>) -> Result<Cotangents> {
                        unary!(@get $kept, self, call, $v);
                        one($formula)
                    }

                    fn saved_shapes(&self) -> Vec<Vec<usize>> {
                        unary!(@shapes $kept, self)
                    }
                }

                let y = $crate::tensor::kernel::map(self, |$x: T| $value);
                record(y, &[self], |y| Formula(unary!(@keep $kept, self, y)))
            }
        )*}
    };
    (@type nothing) => { std::marker::PhantomData<T> };
    (@type $kept:ident) => { $crate::tensor::graph::saved::Saved<T> };
    (@saves nothing) => { false };
    (@saves $kept:ident) => { true };
    (@get nothing, $self:ident, $call:ident, $v:ident) => { let _ = $call; };
    (@get $kept:ident, $self:ident, $call:ident, $v:ident) => { let $v = &$self.0.get($call)?; };
    (@shapes nothing, $self:ident) => { Vec::new() };
    (@shapes $kept:ident, $self:ident) => { vec![$self.0.shape()] };
    (@keep nothing, $x:ident, $y:ident) => {{ let _ = $y; std::marker::PhantomData }};
    (@keep input, $x:ident, $y:ident) => {{ let _ = $y; $crate::tensor::graph::saved::Saved::input($x) }};
    (@keep result, $x:ident, $y:ident) => { $crate::tensor::graph::saved::Saved::output($y) };
}
// Families in other files add tables of their own.
pub(crate) use unary;

unary! {
    /// `-x`
    neg(x) = -x, "NegBackward0", keeps nothing, |d_y, _y| -d_y;
    /// `eˣ`
    exp(x) = x.exp(), "ExpBackward0", keeps result, |d_y, y| d_y * y;
    /// `2ˣ`
    exp2(x) = x.exp2(), "Exp2Backward0", keeps result, |d_y, y| d_y * y * T::LN_2();
    /// `eˣ - 1`, exact near zero.
    expm1(x) = x.exp_m1(), "Expm1Backward0", keeps result, |d_y, y| d_y * (y + T::one());
    /// The natural logarithm.
    log(x) = x.ln(), "LogBackward0", keeps input, |d_y, x| d_y / x;
    /// The logarithm to base 2.
    log2(x) = x.log2(), "Log2Backward0", keeps input, |d_y, x| d_y / (x * T::LN_2());
    /// The logarithm to base 10.
    log10(x) = x.log10(), "Log10Backward0", keeps input, |d_y, x| d_y / (x * T::LN_10());
    /// `ln(1 + x)`, exact near zero.
    log1p(x) = x.ln_1p(), "Log1PBackward0", keeps input, |d_y, x| d_y / (x + T::one());
    /// `√x`; the derivative at zero is infinite.
    sqrt(x) = x.sqrt(), "SqrtBackward0", keeps result, |d_y, y| d_y / (y * T::of(2.0));
    /// `1/√x`
    rsqrt(x) = x.sqrt().recip(), "RsqrtBackward0", keeps result, |d_y, y| d_y * (y * y * y) * T::of(-0.5);
    /// `1/x`
    reciprocal(x) = x.recip(), "ReciprocalBackward0", keeps result, |d_y, y| -d_y * (y * y);
    /// The sine.
    sin(x) = x.sin(), "SinBackward0", keeps input, |d_y, x| d_y * x.cos();
    /// The cosine.
    cos(x) = x.cos(), "CosBackward0", keeps input, |d_y, x| -d_y * x.sin();
    /// The tangent.
    tan(x) = x.tan(), "TanBackward0", keeps result, |d_y, y| d_y * (y * y + T::one());
    /// The arc sine.
    asin(x) = x.asin(), "AsinBackward0", keeps input, |d_y, x| d_y * (x * x).complement(T::one()).rsqrt();
    /// The arc cosine.
    acos(x) = x.acos(), "AcosBackward0", keeps input, |d_y, x| -d_y * (x * x).complement(T::one()).rsqrt();
    /// The arc tangent.
    atan(x) = x.atan(), "AtanBackward0", keeps input, |d_y, x| d_y / (x * x + T::one());
    /// The hyperbolic sine.
    sinh(x) = x.sinh(), "SinhBackward0", keeps input, |d_y, x| d_y * x.cosh();
    /// The hyperbolic cosine.
    cosh(x) = x.cosh(), "CoshBackward0", keeps input, |d_y, x| d_y * x.sinh();
    /// The hyperbolic tangent.
    tanh(x) = x.tanh(), "TanhBackward0", keeps result, |d_y, y| d_y * (y * y).complement(T::one());
    /// The inverse hyperbolic sine.
    asinh(x) = x.asinh(), "AsinhBackward0", keeps input, |d_y, x| d_y * (x * x + T::one()).rsqrt();
    /// The inverse hyperbolic cosine.
    acosh(x) = x.acosh(), "AcoshBackward0", keeps input, |d_y, x| d_y * (x * x - T::one()).rsqrt();
    /// The inverse hyperbolic tangent.
    atanh(x) = x.atanh(), "AtanhBackward0", keeps input, |d_y, x| d_y / (x * x).complement(T::one());
    /// `1 / (1 + e⁻ˣ)`
    sigmoid(x) = sigmoid(x), "SigmoidBackward0", keeps result, |d_y, y| d_y * (y.rsub(T::one()) * y);
    /// `max(x, 0)`, with derivative 0 at 0; a NaN stays.
    relu(x) = if x <= T::zero() { T::zero() } else { x }, "ReluBackward0", keeps result,
        |d_y, y| d_y.gate(&y.detach().gt(T::zero()));
    /// The absolute value, with derivative 0 at 0.
    abs(x) = x.abs(), "AbsBackward0", keeps input, |d_y, x| d_y * x.sign();
    /// -1, 0 or 1; the derivative is 0.
    sign(x) = sign(x), "SignBackward0", keeps nothing, |d_y, _y| Tensor::<T>::zeros(d_y.shape());
    /// The largest whole number not above; the derivative is 0.
    floor(x) = x.floor(), "FloorBackward0", keeps nothing, |d_y, _y| Tensor::<T>::zeros(d_y.shape());
    /// The smallest whole number not below; the derivative is 0.
    ceil(x) = x.ceil(), "CeilBackward0", keeps nothing, |d_y, _y| Tensor::<T>::zeros(d_y.shape());
    /// The nearest whole number, the even one of two; the derivative is 0.
    round(x) = round(x), "RoundBackward0", keeps nothing, |d_y, _y| Tensor::<T>::zeros(d_y.shape());
    /// The whole part; the derivative is 0.
    trunc(x) = x.trunc(), "TruncBackward0", keeps nothing, |d_y, _y| Tensor::<T>::zeros(d_y.shape());
    /// The fractional part; the derivative is 1.
    frac(x) = x.fract(), "FracBackward0", keeps nothing, |d_y, _y| d_y;
}

/// The logistic function without overflow.
pub(crate) fn sigmoid<T: Element>(x: T) -> T {
    if x >= T::zero() {
        (T::one() + (-x).exp()).recip()
    } else {
        let e = x.exp();
        e / (T::one() + e)
    }
}

/// Zero has no sign here, unlike in `signum`.
pub(crate) fn sign<T: Element>(x: T) -> T {
    if x == T::zero() { T::zero() } else { x.signum() }
}

/// To the nearest, ties to the even one.
fn round<T: Element>(x: T) -> T {
    let nearest = x.round();
    if (x - x.trunc()).abs() == T::of(0.5) { (x / T::of(2.0)).round() * T::of(2.0) } else { nearest }
}
