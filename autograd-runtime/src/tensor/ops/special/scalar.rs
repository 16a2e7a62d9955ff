//! Special functions of one number that `libm` does not have.

use std::f64::consts::{FRAC_2_SQRT_PI, PI};

/// The inverse error function: Giles' single-precision polynomials ("Approximating the erfinv function", GPU Computing
/// Gems 2, 2012) as a start, then Halley's steps.
pub(super) fn erfinv(x: f64) -> f64 {
    if x.is_nan() || x.abs() > 1.0 {
        return f64::NAN;
    }
    if x.abs() == 1.0 {
        return x * f64::INFINITY;
    }
    let w = -((1.0 - x) * (1.0 + x)).ln();
    let mut y = x * if w < 5.0 { polynomial(&CENTRE, w - 2.5) } else { polynomial(&TAIL, w.sqrt() - 3.0) };
    for _ in 0..3 {
        // u = (erf(y) - x) / erf'(y); the step is u / (1 + u·y) since erf'' = -2y·erf'. Beyond 1/2 the complement keeps
        // the digits: 1 - |x| is exact there.
        let error =
            if x.abs() <= 0.5 { libm::erf(y) - x } else { ((1.0 - x.abs()) - libm::erfc(y.abs())) * x.signum() };
        let u = error / (FRAC_2_SQRT_PI * (-y * y).exp());
        y -= u / (1.0 + u * y);
    }
    y
}

/// Coefficients from the highest power down.
const CENTRE: [f64; 9] = [
    2.810_226_36e-08,
    3.432_739_39e-07,
    -3.523_387_7e-06,
    -4.391_506_54e-06,
    0.000_218_580_87,
    -0.001_253_725_03,
    -0.004_177_681_64,
    0.246_640_727,
    1.501_409_41,
];
const TAIL: [f64; 9] = [
    -0.000_200_214_257,
    0.000_100_950_558,
    0.001_349_343_22,
    -0.003_673_428_44,
    0.005_739_507_73,
    -0.007_622_461_3,
    0.009_438_870_47,
    1.001_674_06,
    2.832_976_82,
];

fn polynomial(coefficients: &[f64], x: f64) -> f64 {
    coefficients.iter().fold(0.0, |sum, c| sum * x + c)
}

/// Bernoulli's numbers B₂, B₄, …
const BERNOULLI: [f64; 12] = [
    1.0 / 6.0,
    -1.0 / 30.0,
    1.0 / 42.0,
    -1.0 / 30.0,
    5.0 / 66.0,
    -691.0 / 2730.0,
    7.0 / 6.0,
    -3617.0 / 510.0,
    43867.0 / 798.0,
    -174_611.0 / 330.0,
    854_513.0 / 138.0,
    -236_364_091.0 / 2730.0,
];

/// The polygamma function ψₙ; ψ₀ is digamma.
///
/// For positive `x` by recurrence and asymptotic series (Abramowitz and Stegun 6.3.18 and 6.4.11), for negative `x` by
/// the reflection formula 6.4.7.
pub(super) fn polygamma(n: u32, x: f64) -> f64 {
    if n == 1 && x.is_finite() {
        return trigamma(x);
    }
    if x > 0.0 {
        return if n == 0 { digamma(x) } else { -(-1.0_f64).powi(n as i32) * factorial(n) * zeta(n + 1, x) };
    }
    if x.is_nan() || x == f64::NEG_INFINITY {
        return f64::NAN;
    }
    if x == x.floor() {
        // The pole: its sign is known at zero, and everywhere for even powers.
        return match (n, n % 2 == 1) {
            (_, true) => f64::INFINITY,
            (0, _) if x == 0.0 => f64::INFINITY.copysign(-x),
            _ => f64::NAN,
        };
    }
    // ψₙ(x) = (-1)ⁿ·ψₙ(1 - x) - πⁿ⁺¹·Pₙ(cot πx), where Pₙ is the n-th derivative of cot as a polynomial in cot:
    // P₀(c) = c, Pₙ₊₁ = -(1 + c²)·Pₙ'.
    let cot = (PI * (x - x.round())).tan().recip();
    let mut p = vec![0.0, 1.0];
    for _ in 0..n {
        let slope: Vec<f64> = p.iter().enumerate().skip(1).map(|(k, c)| k as f64 * c).collect();
        p = vec![0.0; slope.len() + 2];
        for (k, c) in slope.iter().enumerate() {
            p[k] -= c;
            p[k + 2] -= c;
        }
    }
    let reflected = p.iter().rev().fold(0.0, |sum, c| sum * cot + c) * PI.powi(n as i32 + 1);
    (-1.0_f64).powi(n as i32) * polygamma(n, 1.0 - x) - reflected
}

/// ψ₁ as PyTorch computes it (`aten/src/ATen/native/Math.h`): by reflection below 1/2, then up by six steps, and there
/// 1/x + 1/(2x²) + B₂/x³ + B₄/x⁵ + B₆/x⁷. Ending the series there costs up to 1e-9 of the value; it is what gradients
/// recorded from PyTorch contain.
fn trigamma(mut x: f64) -> f64 {
    let (mut sign, mut sum) = (1.0, 0.0);
    if x < 0.5 {
        if x == x.floor() {
            return f64::INFINITY;
        }
        // Reducing by the nearest whole number, of which the square of the sine is independent, is exact.
        let sine = (PI * (x - x.round())).sin();
        sign = -1.0;
        sum = -(PI / sine).powi(2);
        x = 1.0 - x;
    }
    for _ in 0..6 {
        sum += (x * x).recip();
        x += 1.0;
    }
    let square = (x * x).recip();
    let series = 1.0 / 6.0 - square * (1.0 / 30.0 - square * (1.0 / 42.0));
    sign * (sum + (1.0 + 0.5 / x + square * series) / x)
}

fn factorial(n: u32) -> f64 {
    (1..=n).map(f64::from).product()
}

/// ψ₀(x) = ln x - 1/(2x) - Σ B₂ₖ / (2k·x²ᵏ), after ψ₀(x) = ψ₀(x + 1) - 1/x has brought x above ten.
fn digamma(mut x: f64) -> f64 {
    if x == f64::INFINITY {
        return x;
    }
    let mut sum = 0.0;
    while x < 10.0 {
        sum -= x.recip();
        x += 1.0;
    }
    let square = (x * x).recip();
    let mut power = 1.0;
    let mut series = 0.0;
    for (k, b) in BERNOULLI.iter().enumerate().take(9) {
        power *= square;
        series += b / (2 * (k + 1)) as f64 * power;
    }
    sum + (x.ln() - 0.5 / x - series)
}

/// Hurwitz' zeta function Σ (x + k)⁻ˢ for `x > 0`, by Euler and Maclaurin's formula from a place where it converges.
fn zeta(s: u32, mut x: f64) -> f64 {
    if x == f64::INFINITY {
        return 0.0;
    }
    let n = f64::from(s);
    let mut sum = 0.0;
    while x < 10.0 + n / 2.0 {
        sum += x.powi(-(s as i32));
        x += 1.0;
    }
    let power = x.powi(-(s as i32));
    sum += power * x / (n - 1.0) + 0.5 * power;
    // Terms B₂ⱼ/(2j)! · s(s+1)…(s+2j-2) · x⁻ˢ⁻²ʲ⁺¹
    let mut term = power / x * n / 2.0;
    for (j, b) in BERNOULLI.iter().enumerate() {
        sum += b * term;
        let k = 2.0 * (j as f64 + 1.0);
        term *= (n + k - 1.0) * (n + k) / ((k + 1.0) * (k + 2.0) * x * x);
    }
    sum
}

/// The derivative of `sin(πx)/(πx)` of this order.
///
/// With u = πx and hₙ the n-th derivative of sin(u)/u: n·hₙ₋₁ + u·hₙ = sin⁽ⁿ⁾(u), upwards where that is stable, and
/// by the series elsewhere.
pub(super) fn sinc(order: u32, x: f64) -> f64 {
    let u = PI * x;
    let scale = PI.powi(order as i32);
    if u.abs() <= if order == 0 { 0.0 } else { 1.0 + f64::from(order) } {
        return scale * sinc_series(order, u);
    }
    let (sin, cos) = u.sin_cos();
    let mut h = sin / u;
    for n in 1..=order {
        let derivative = match n % 4 {
            0 => sin,
            1 => cos,
            2 => -sin,
            _ => -cos,
        };
        h = (derivative - f64::from(n) * h) / u;
    }
    scale * h
}

/// hₙ(u) = Σ (-1)ᵏ u²ᵏ⁻ⁿ / ((2k + 1)·(2k - n)!) over 2k ≥ n
fn sinc_series(order: u32, u: f64) -> f64 {
    let (mut k, mut sum) = (order.div_ceil(2), 0.0);
    let mut power = if order.is_multiple_of(2) { 1.0 } else { u };
    loop {
        let term = power / f64::from(2 * k + 1) * if k % 2 == 0 { 1.0 } else { -1.0 };
        sum += term;
        if term.abs() <= f64::EPSILON * 1e-3 * sum.abs() || term == 0.0 {
            return sum;
        }
        k += 1;
        let m = f64::from(2 * k - order);
        power *= u * u / (m * (m - 1.0));
    }
}
