use autograd_runtime::{Real, Tangent};

/// What people write in generic numerical code. That it compiles is half of the test: no method may be ambiguous, and
/// inference must go where it goes for `f64`.
fn everything<T: Real>(x: T, y: T, xs: &[T]) -> Vec<T> {
    let two = T::from_f64(2.0);
    let mut acc = T::default();
    for v in xs {
        acc += v;
        acc -= *v * two;
        acc *= T::one();
        acc /= &two;
        acc %= T::from_f64(1e3);
    }
    let mut out = vec![
        x + y * two - x / y % two,
        -x + *xs.first().unwrap(),
        x * xs[0] + acc,
        xs.iter().copied().sum(),
        xs.iter().sum::<T>(),
        xs.iter().map(|&v| v * v).sum::<T>(),
        xs.iter().product(),
        xs.iter().copied().fold(T::NEG_INFINITY, T::max),
        xs.iter().copied().fold(T::INFINITY, |a, b| a.min(b)),
        x.clamp(T::zero(), T::one()),
        x.max(y).abs().sqrt(),
        if x > y { x } else { y },
        x.mul_add(y, two),
        x.powi(3) + x.abs().powf(y) + x.hypot(y) + x.atan2(y),
        x.sin_cos().0.exp().ln_1p().tanh(),
        x.signum().copysign(-y).recip(),
        x.round_ties_even() + x.rem_euclid(y) + x.div_euclid(y),
        T::EPSILON + T::MIN_POSITIVE,
        T::sqrt(y) + Real::cbrt(y),
    ];
    if x == y || x.is_nan() || x.total_cmp(&y).is_eq() {
        out.push(T::NAN);
    }
    out.sort_by(|a, b| a.partial_cmp(b).unwrap());
    out
}

#[test]
fn generic_code_computes_what_concrete_code_does() {
    fn concrete(x: f64, y: f64, xs: &[f64]) -> Vec<f64> {
        let mut acc = 0.0;
        for v in xs {
            acc = (acc + v - v * 2.0) / 2.0 % 1e3;
        }
        let mut out = vec![
            x + y * 2.0 - x / y % 2.0,
            -x + xs[0],
            x * xs[0] + acc,
            xs.iter().sum(),
            xs.iter().sum(),
            xs.iter().map(|v| v * v).sum(),
            xs.iter().product(),
            xs.iter().copied().fold(f64::NEG_INFINITY, f64::max),
            xs.iter().copied().fold(f64::INFINITY, f64::min),
            x.clamp(0.0, 1.0),
            x.max(y).abs().sqrt(),
            if x > y { x } else { y },
            x.mul_add(y, 2.0),
            x.powi(3) + x.abs().powf(y) + x.hypot(y) + x.atan2(y),
            x.sin_cos().0.exp().ln_1p().tanh(),
            x.signum().copysign(-y).recip(),
            x.round_ties_even() + x.rem_euclid(y) + x.div_euclid(y),
            f64::EPSILON + f64::MIN_POSITIVE,
            y.sqrt() + y.cbrt(),
        ];
        out.sort_by(f64::total_cmp);
        out
    }
    let xs = [0.5, -1.25, 3.0];
    assert_eq!(everything(-1.75, 0.6, &xs), concrete(-1.75, 0.6, &xs));
    let single = everything(-1.75_f32, 0.6, &xs.map(|x| x as f32));
    for (a, b) in single.iter().zip(concrete(-1.75, 0.6, &xs)) {
        assert!((f64::from(*a) - b).abs() < 1e-5 * b.abs().max(1.0), "{a} and {b}");
    }
}

#[test]
fn conversions_round_once() {
    assert_eq!((f32::from_f64(0.1), f64::from_f64(0.1)), (0.1_f32, 0.1));
    assert_eq!((0.1_f32.to_f64(), Real::to_f64(0.1)), (f64::from(0.1_f32), 0.1));
}

#[test]
fn floats_are_their_own_tangents() {
    fn descend<T: Real>(mut x: T, d: T) -> T {
        let mut sum = d.zero_tangent();
        sum.accumulate(d);
        x.step(&sum, -0.5);
        x
    }
    assert_eq!((descend(1.0_f32, 4.0), descend(1.0, 4.0)), (-1.0, -1.0));
    assert_eq!(Tangent::norm(&-2.0), 2.0);
}
