/// The square root, which `core` lacks, to within a rounding error. Newton's iteration for `y² = x`: after one step it is
/// above the root, and from there it falls until rounding stops it.
pub(super) fn sqrt(x: f64) -> f64 {
    if x.is_nan() || x <= 0.0 || x == f64::INFINITY {
        return if x < 0.0 { f64::NAN } else { x };
    }
    if x < f64::MIN_POSITIVE {
        // Subnormal: scale by 2¹⁰⁴ into the normal range, and the root back by 2⁻⁵².
        let power = |exponent: u64| f64::from_bits(exponent << 52);
        return sqrt(x * power(1023 + 104)) * power(1023 - 52);
    }
    // Halving the bits halves the exponent, bias included, so add half a bias.
    let guess = f64::from_bits((x.to_bits() >> 1) + (1023_u64 << 51));
    let mut y = 0.5 * (guess + x / guess);
    loop {
        let next = 0.5 * (y + x / y);
        if next >= y {
            return y;
        }
        y = next;
    }
}

#[cfg(all(test, feature = "std"))]
mod tests {
    use super::sqrt;

    #[test]
    fn agrees_with_std() {
        let mut x = 5e-324;
        while x < f64::MAX / 1.7 {
            let (root, expected) = (sqrt(x), x.sqrt());
            assert!((root - expected).abs() <= f64::EPSILON * expected, "sqrt({x:e}) is {expected:e}, not {root:e}");
            x *= 1.37;
            x = x.next_up();
        }
        for x in [0.0, -0.0, 1.0, 4.0, 1e300, f64::MAX, f64::MIN_POSITIVE, f64::INFINITY] {
            let (root, expected) = (sqrt(x), x.sqrt());
            assert!(
                root == expected || (root - expected).abs() <= f64::EPSILON * expected,
                "sqrt({x:e}) is not {root:e}"
            );
        }
        assert!(sqrt(-1.0).is_nan() && sqrt(f64::NAN).is_nan() && sqrt(-f64::INFINITY).is_nan());
    }
}
