//! Every component of a gradient against central differences.

/// Compares `gradient`, one list per parameter, with central differences of `value` at `point`.
#[track_caller]
pub(crate) fn agrees(name: &str, point: &[&[f64]], gradient: &[&[f64]], value: impl Fn(&[Vec<f64>]) -> f64) {
    assert_eq!(point.len(), gradient.len(), "{name}: lists");
    let mut at: Vec<Vec<f64>> = point.iter().map(|list| list.to_vec()).collect();
    let scale = gradient.iter().flat_map(|list| list.iter()).fold(0.0_f64, |most, d| most.max(d.abs()));
    assert!(scale > 0.0 && scale.is_finite(), "{name}: the gradient is nowhere more than {scale}");
    for list in 0..point.len() {
        assert_eq!(point[list].len(), gradient[list].len(), "{name}: the length of list {list}");
        for index in 0..point[list].len() {
            let x = point[list][index];
            let expected = difference(x, |x| {
                at[list][index] = x;
                value(&at)
            });
            at[list][index] = x;
            let found = gradient[list][index];
            let tolerance = 1e-6 * expected.abs().max(1e-3 * scale).max(found.abs());
            assert!((found - expected).abs() <= tolerance, "{name}: d[{list}][{index}] is {found}, not {expected}");
        }
    }
}

/// Central differences extrapolated once (Richardson): `(8 (f(x + h) - f(x - h)) - (f(x + 2 h) - f(x - 2 h))) / 12 h`.
fn difference(x: f64, mut f: impl FnMut(f64) -> f64) -> f64 {
    let h = 1e-3 * x.abs().max(0.1);
    (8.0 * (f(x + h) - f(x - h)) - (f(x + 2.0 * h) - f(x - 2.0 * h))) / (12.0 * h)
}

/// Two gradients of the same function, list by list.
#[track_caller]
pub(crate) fn equal(name: &str, found: &[&[f64]], expected: &[&[f64]]) {
    for (list, (found, expected)) in found.iter().zip(expected).enumerate() {
        assert_eq!(found.len(), expected.len(), "{name}: the length of list {list}");
        for (index, (a, b)) in found.iter().zip(*expected).enumerate() {
            assert!((a - b).abs() <= 1e-10 * (1.0 + a.abs().max(b.abs())), "{name}: d[{list}][{index}]: {a} and {b}");
        }
    }
}
