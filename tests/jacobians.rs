//! `f_jacobian`: every row against central differences and against the pullback.

use autograd::{differentiable, jacobian_matrix};
use nalgebra::{Const, DVector, Dyn, Matrix2x3, SVector, Vector2, Vector3};

#[differentiable(jacobian)]
fn array(x: f64, y: f64) -> [f64; 3] {
    [x * y, x.sin(), y / x]
}

#[test]
fn rows_of_an_array() {
    let (value, rows) = array_jacobian(0.5, 2.0);
    assert_eq!(value, array(0.5, 2.0));
    assert_eq!(rows, [(2.0, 0.5), (0.5_f64.cos(), 0.0), (-8.0, 2.0)]);
}

#[differentiable(jacobian)]
fn vector(m: &Matrix2x3<f64>, x: &Vector3<f64>) -> Vector2<f64> {
    (m * x).map(|y| y * y)
}

#[test]
fn rows_of_a_static_vector() {
    let (m, x) = (Matrix2x3::new(1.0, -2.0, 0.5, 0.25, 3.0, -1.0), Vector3::new(0.3, -0.2, 0.7));
    let (value, rows) = vector_jacobian(&m, &x);
    let y = m * x;
    assert_eq!(value, y.component_mul(&y));
    for (i, (d_m, d_x)) in rows.into_iter().enumerate() {
        // y_i² has the gradient 2 y_i (x in row i, row i of m).
        assert!((d_x - m.row(i).transpose() * (2.0 * y[i])).norm() < 1e-14);
        assert!((d_m.row(i).transpose() - x * (2.0 * y[i])).norm() < 1e-14);
        assert_eq!(d_m.row(1 - i).norm(), 0.0);
    }
}

#[differentiable(jacobian)]
fn list(a: &[f64], k: f64) -> Vec<f64> {
    let mut y = vec![0.0; a.len()];
    for i in 0..a.len() {
        y[i] = a[i] * k;
    }
    y
}

#[test]
fn rows_of_a_vec() {
    let (value, rows) = list_jacobian(&[1.0, 2.0], 3.0);
    assert_eq!(value, [3.0, 6.0]);
    assert_eq!(rows, [(vec![3.0, 0.0], 1.0), (vec![0.0, 3.0], 2.0)]);
    assert!(list_jacobian(&[], 3.0).1.is_empty());
}

#[differentiable(jacobian)]
fn dynamic(x: &DVector<f64>, #[no_grad] t: &[f64]) -> DVector<f64> {
    DVector::from_fn(t.len(), |i, _| x[0] * (x[1] * t[i]).exp())
}

#[test]
fn rows_of_a_dynamic_vector() {
    let (x, t) = (DVector::from_vec(vec![2.0, -0.5]), [0.0, 1.0, 2.0]);
    let (value, rows) = dynamic_jacobian(&x, &t);
    let jacobian = jacobian_matrix(Dyn(2), &rows);
    for (i, t) in t.iter().enumerate() {
        let e = (-0.5 * t).exp();
        assert!((value[i] - 2.0 * e).abs() < 1e-15);
        assert!((jacobian[(i, 0)] - e).abs() < 1e-15 && (jacobian[(i, 1)] - 2.0 * t * e).abs() < 1e-15);
    }
}

#[differentiable(jacobian)]
fn generic<const N: usize>(x: SVector<f64, N>) -> SVector<f64, N> {
    x * x.norm_squared()
}

#[test]
fn rows_of_a_generic_size() {
    let x = SVector::<f64, 4>::new(1.0, 2.0, -1.0, 0.5);
    let (_, rows) = generic_jacobian(x);
    let expected = SVector::<f64, 4>::repeat(1.0);
    let matrix = jacobian_matrix(Const::<4>, &rows);
    for i in 0..4 {
        for j in 0..4 {
            let diagonal = if i == j { expected[i] * x.norm_squared() } else { 0.0 };
            assert!((matrix[(i, j)] - diagonal - 2.0 * x[i] * x[j]).abs() < 1e-14);
        }
    }
}

struct Arm {
    lengths: [f64; 2],
}

impl Arm {
    #[differentiable(jacobian)]
    fn tip(#[no_grad] &self, angles: &[f64; 2]) -> [f64; 2] {
        let [a, b] = self.lengths;
        let (t, u) = (angles[0], angles[0] + angles[1]);
        [a * t.cos() + b * u.cos(), a * t.sin() + b * u.sin()]
    }

    #[differentiable(jacobian)]
    fn reach(x: f64) -> [f64; 2] {
        [x, 2.0 * x]
    }
}

impl Clone for Arm {
    fn clone(&self) -> Self {
        Arm { lengths: self.lengths }
    }
}

#[test]
fn rows_of_methods() {
    let (value, rows) = Arm { lengths: [1.0, 2.0] }.tip_jacobian(&[0.0, 0.0]);
    assert_eq!(value, [3.0, 0.0]);
    assert_eq!(rows, [[0.0, 0.0], [3.0, 2.0]]);
    assert_eq!(Arm::reach_jacobian(1.0).1, [1.0, 2.0]);
}
