//! Functions with loops.

/// ∂/∂x[i] = 2 x[i].
pub fn sum_of_squares_backward(x: &[f64], d_x: &mut [f64], seed: f64) -> f64 {
    assert_eq!(x.len(), d_x.len());
    let scale = 2.0 * seed;
    let mut sum = 0.0;
    for (x, d_x) in x.iter().zip(d_x) {
        sum += x * x;
        *d_x += scale * x;
    }
    sum
}

/// ∂p/∂c[i] = xⁱ; the derivative p'(x) comes with p(x) in the same scheme.
pub fn horner_backward(c: &[f64], d_c: &mut [f64], x: f64, seed: f64) -> (f64, f64) {
    assert_eq!(c.len(), d_c.len());
    let (mut y, mut slope) = (0.0, 0.0);
    for c in c.iter().rev() {
        slope = slope * x + y;
        y = y * x + c;
    }
    let mut power = seed;
    for d_c in d_c {
        *d_c += power;
        power *= x;
    }
    (y, seed * slope)
}

/// x' = x - p/s with the polynomial p and its slope s: ∂x'/∂p = -1/s, ∂x'/∂s = p/s², dp/dx = s, ds/dx = 2 c + 6 d x, so
/// that ∂x'/∂x = p/s² (2 c + 6 d x).
pub fn newton_backward(
    a: f64,
    b: f64,
    c: f64,
    d: f64,
    start: f64,
    steps: usize,
    seed: f64,
) -> (f64, (f64, f64, f64, f64, f64)) {
    let mut saved = Vec::with_capacity(steps);
    let mut x = start;
    for _ in 0..steps {
        let value = a + x * (b + x * (c + x * d));
        let slope = b + x * (2.0 * c + x * (3.0 * d));
        let step = value / slope;
        saved.push((x, slope, step));
        x -= step;
    }
    let (mut d_a, mut d_b, mut d_c, mut d_d) = (0.0, 0.0, 0.0, 0.0);
    let mut d_x = seed;
    for &(x, slope, step) in saved.iter().rev() {
        let d_value = -d_x / slope;
        let d_slope = -d_value * step;
        d_a += d_value;
        d_b += x * d_value + d_slope;
        d_c += x * (x * d_value + 2.0 * d_slope);
        d_d += x * x * (x * d_value + 3.0 * d_slope);
        d_x = d_slope * (2.0 * c + 6.0 * d * x);
    }
    (x, (d_a, d_b, d_c, d_d, d_x))
}

/// The adjoint of each stage, from the last to the first; the states of the stages are saved.
#[allow(clippy::too_many_arguments, reason = "the signature of the generated function")]
pub fn rk4_backward(
    x0: f64,
    y0: f64,
    alpha: f64,
    beta: f64,
    gamma: f64,
    delta: f64,
    h: f64,
    steps: usize,
    seed: f64,
) -> (f64, (f64, f64, f64, f64, f64, f64)) {
    let (half, sixth) = (0.5 * h, h / 6.0);
    let field = |x: f64, y: f64| (x * (alpha - beta * y), y * (delta * x - gamma));
    let mut saved = Vec::with_capacity(steps);
    let (mut x, mut y) = (x0, y0);
    for _ in 0..steps {
        let (kx1, ky1) = field(x, y);
        let (x2, y2) = (x + half * kx1, y + half * ky1);
        let (kx2, ky2) = field(x2, y2);
        let (x3, y3) = (x + half * kx2, y + half * ky2);
        let (kx3, ky3) = field(x3, y3);
        let (x4, y4) = (x + h * kx3, y + h * ky3);
        let (kx4, ky4) = field(x4, y4);
        saved.push([x, y, x2, y2, x3, y3, x4, y4]);
        x += sixth * (kx1 + 2.0 * kx2 + 2.0 * kx3 + kx4);
        y += sixth * (ky1 + 2.0 * ky2 + 2.0 * ky3 + ky4);
    }
    let (u, v) = (x - 1.0, y - 1.0);
    let (mut d_x, mut d_y) = (2.0 * seed * u, 2.0 * seed * v);
    let (mut d_alpha, mut d_beta, mut d_gamma, mut d_delta) = (0.0, 0.0, 0.0, 0.0);
    // The adjoint of a stage's state from that of its slopes; the parameters gain on the way.
    let mut stage = |x: f64, y: f64, d_kx: f64, d_ky: f64| {
        let (p, q) = (d_kx * x, d_ky * y);
        d_alpha += p;
        d_beta -= p * y;
        d_delta += q * x;
        d_gamma -= q;
        (d_kx * (alpha - beta * y) + q * delta, d_ky * (delta * x - gamma) - p * beta)
    };
    for &[x1, y1, x2, y2, x3, y3, x4, y4] in saved.iter().rev() {
        let (d_kx, d_ky) = (sixth * d_x, sixth * d_y);
        let (d_x4, d_y4) = stage(x4, y4, d_kx, d_ky);
        let (d_x3, d_y3) = stage(x3, y3, 2.0 * d_kx + h * d_x4, 2.0 * d_ky + h * d_y4);
        let (d_x2, d_y2) = stage(x2, y2, 2.0 * d_kx + half * d_x3, 2.0 * d_ky + half * d_y3);
        let (d_x1, d_y1) = stage(x1, y1, d_kx + half * d_x2, d_ky + half * d_y2);
        d_x += d_x4 + d_x3 + d_x2 + d_x1;
        d_y += d_y4 + d_y3 + d_y2 + d_y1;
    }
    (u * u + v * v, (d_x, d_y, d_alpha, d_beta, d_gamma, d_delta))
}

/// With the residual r of a row: ∂/∂row = 2 r x, ∂/∂x = 2 r row, ∂/∂y = -2 r.
pub fn matrix_vector_backward(
    w: &[f64],
    d_w: &mut [f64],
    x: &[f64],
    d_x: &mut [f64],
    y: &[f64],
    d_y: &mut [f64],
    seed: f64,
) -> f64 {
    assert_eq!(w.len(), d_w.len());
    assert_eq!(x.len(), d_x.len());
    assert_eq!(y.len(), d_y.len());
    let n = x.len();
    let mut loss = 0.0;
    for i in 0..y.len() {
        let row = &w[i * n..][..n];
        let d_row = &mut d_w[i * n..][..n];
        let r = row.iter().zip(x).fold(-y[i], |sum, (w, x)| sum + w * x);
        loss += r * r;
        let d_r = 2.0 * seed * r;
        for j in 0..n {
            d_row[j] += d_r * x[j];
            d_x[j] += d_r * row[j];
        }
        d_y[i] -= d_r;
    }
    loss
}
