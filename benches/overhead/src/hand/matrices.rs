//! Gradients of `matrices`.

use nalgebra::{Matrix3, UnitQuaternion, Vector3};

/// `d_a = x xᵀ`, `d_x = a x + aᵀ x`.
pub fn quadratic_backward(a: Matrix3<f64>, x: Vector3<f64>, seed: f64) -> (f64, (Matrix3<f64>, Vector3<f64>)) {
    let y = a * x;
    let scaled = x * seed;
    (x.dot(&y), (scaled * x.transpose(), y * seed + a.tr_mul(&scaled)))
}

/// The same of `x - mean`.
pub fn mahalanobis_backward(
    x: Vector3<f64>,
    mean: Vector3<f64>,
    precision: Matrix3<f64>,
    seed: f64,
) -> (f64, (Vector3<f64>, Vector3<f64>, Matrix3<f64>)) {
    let d = x - mean;
    let y = precision * d;
    let scaled = d * seed;
    let d_d = y * seed + precision.tr_mul(&scaled);
    (d.dot(&y), (d_d, -d_d, scaled * d.transpose()))
}

/// With `d = Rᵀ d_c`: `d_p = d`, and `p × d` for the rotation in its body frame.
pub fn reprojection_backward(
    q: UnitQuaternion<f64>,
    t: Vector3<f64>,
    p: Vector3<f64>,
    u: f64,
    v: f64,
    seed: f64,
) -> (f64, (Vector3<f64>, Vector3<f64>, Vector3<f64>, f64, f64)) {
    let c = q * p + t;
    let (x, y) = (800.0 * c.x / c.z, 800.0 * c.y / c.z);
    let (a, b) = (x - u, y - v);
    let (d_a, d_b) = (2.0 * a * seed, 2.0 * b * seed);
    let d_c = Vector3::new(800.0 * d_a / c.z, 800.0 * d_b / c.z, -(d_a * x + d_b * y) / c.z);
    let d_p = q.inverse_transform_vector(&d_c);
    (a * a + b * b, (p.cross(&d_p), d_c, d_p, -d_a, -d_b))
}

/// The same for `q p - target`.
pub fn rotation_loss_backward(
    q: UnitQuaternion<f64>,
    p: Vector3<f64>,
    target: Vector3<f64>,
    seed: f64,
) -> (f64, (Vector3<f64>, Vector3<f64>, Vector3<f64>)) {
    let r = q * p - target;
    let d_r = r * (2.0 * seed);
    let d_p = q.inverse_transform_vector(&d_r);
    (r.norm_squared(), (p.cross(&d_p), d_p, -d_r))
}

/// `d_b = a⁻ᵀ c`, `d_a = -d_b yᵀ`, `d_c = y`.
pub fn solve_backward(
    a: Matrix3<f64>,
    b: Vector3<f64>,
    c: Vector3<f64>,
    seed: f64,
) -> (f64, (Matrix3<f64>, Vector3<f64>, Vector3<f64>)) {
    let lu = a.lu();
    let y = lu.solve(&b).unwrap();
    // aᵀ = Uᵀ Lᵀ P.
    let mut d_b = c * seed;
    lu.lu_internal().tr_solve_upper_triangular_mut(&mut d_b);
    lu.l().tr_solve_lower_triangular_mut(&mut d_b);
    lu.p().inv_permute_rows(&mut d_b);
    (y.dot(&c), (-d_b * y.transpose(), d_b, y * seed))
}

/// The direction times `k stretch`.
pub fn tether_backward(
    p: Vector3<f64>,
    q: Vector3<f64>,
    k: f64,
    rest: f64,
    seed: f64,
) -> (f64, (Vector3<f64>, Vector3<f64>, f64, f64)) {
    let d = p - q;
    let length = d.norm();
    let stretch = length - rest;
    let force = k * stretch * seed;
    let d_p = d * (force / length);
    (0.5 * k * stretch * stretch, (d_p, -d_p, 0.5 * stretch * stretch * seed, -force))
}

/// With the normal `n` of `u × v`: `d_u = v × n / 2`, `d_v = n × u / 2`.
pub fn triangle_backward(
    a: Vector3<f64>,
    b: Vector3<f64>,
    c: Vector3<f64>,
    seed: f64,
) -> (f64, (Vector3<f64>, Vector3<f64>, Vector3<f64>)) {
    let (u, v) = (b - a, c - a);
    let n = u.cross(&v);
    let length = n.norm();
    let half = n * (0.5 * seed / length);
    let (d_u, d_v) = (v.cross(&half), half.cross(&u));
    (0.5 * length, (-d_u - d_v, d_u, d_v))
}

/// `y = S⁻¹ x`: `d_x = 2 y`, `d_S = S⁻¹ - y yᵀ`, of which the upper triangle goes to the lower one, which alone is read.
pub fn gaussian_backward(
    x: Vector3<f64>,
    covariance: Matrix3<f64>,
    seed: f64,
) -> (f64, (Vector3<f64>, Matrix3<f64>)) {
    let factors = covariance.cholesky().unwrap();
    let y = factors.solve(&x);
    let both = (factors.inverse() - y * y.transpose()) * seed;
    let mut lower = both.lower_triangle() * 2.0;
    lower.set_diagonal(&both.diagonal());
    (x.dot(&y) + factors.ln_determinant(), (y * (2.0 * seed), lower))
}
