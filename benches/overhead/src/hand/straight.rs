//! Straight-line functions.

/// y = a² + 100 b² with a = 1 - x, b = y - x².
pub fn rosenbrock_backward(x: f64, y: f64, seed: f64) -> (f64, (f64, f64)) {
    let a = 1.0 - x;
    let b = y - x * x;
    let d_b = 200.0 * b * seed;
    (a * a + 100.0 * b * b, (-2.0 * (a * seed + x * d_b), d_b))
}

/// y = a² + b² with a = x² + y - 11, b = x + y² - 7.
pub fn himmelblau_backward(x: f64, y: f64, seed: f64) -> (f64, (f64, f64)) {
    let a = x * x + y - 11.0;
    let b = x + y * y - 7.0;
    let d_a = 2.0 * a * seed;
    let d_b = 2.0 * b * seed;
    (a * a + b * b, (2.0 * x * d_a + d_b, d_a + 2.0 * y * d_b))
}

/// tanh' = 1 - tanh².
pub fn neuron_backward(w: f64, x: f64, b: f64, seed: f64) -> (f64, (f64, f64, f64)) {
    let y = (w * x + b).tanh();
    let d = seed * (1.0 - y * y);
    (y, (d * x, d * w, d))
}

/// y = exp(-z²/2)/width: ∂y/∂x = -z y/width, ∂y/∂mean = -∂y/∂x, ∂y/∂width = (z² - 1) y/width.
pub fn density_backward(x: f64, mean: f64, width: f64, seed: f64) -> (f64, (f64, f64, f64)) {
    let z = (x - mean) / width;
    let y = (-0.5 * z * z).exp() / width;
    let g = seed * y / width;
    let d_mean = z * g;
    (y, (-d_mean, d_mean, z * d_mean - g))
}

/// y = v s/(k + s): ∂y/∂v = s/(k + s), ∂y/∂k = -y/(k + s), ∂y/∂s = (v - y)/(k + s).
pub fn michaelis_backward(v: f64, k: f64, s: f64, seed: f64) -> (f64, (f64, f64, f64)) {
    let total = k + s;
    let y = v * s / total;
    let g = seed / total;
    (y, (s * g, -y * g, (v - y) * g))
}

/// y = 4 depth (q² - q) with q = (sigma/r)⁶: dq/dr = -6 q/r, dq/dsigma = 6 q/sigma.
pub fn lennard_jones_backward(r: f64, depth: f64, sigma: f64, seed: f64) -> (f64, (f64, f64, f64)) {
    let q = (sigma / r).powi(6);
    let shape = q * q - q;
    // 6 q dy/dq
    let g = 24.0 * seed * depth * (2.0 * q - 1.0) * q;
    (4.0 * depth * shape, (-g / r, 4.0 * seed * shape, g / sigma))
}

/// ∂y/∂p = (1 - y)/(1 - p) - y/p, ∂y/∂y = ln(1 - p) - ln p.
pub fn cross_entropy_backward(p: f64, y: f64, seed: f64) -> (f64, (f64, f64)) {
    let (q, z) = (1.0 - p, 1.0 - y);
    let (ln_p, ln_q) = (p.ln(), q.ln());
    (-(y * ln_p + z * ln_q), (seed * (z / q - y / p), seed * (ln_q - ln_p)))
}

/// y = m (v²/2 + g h) with v = l omega, h = l (1 - cos theta).
pub fn pendulum_backward(theta: f64, omega: f64, m: f64, l: f64, seed: f64) -> (f64, (f64, f64, f64, f64)) {
    let v = l * omega;
    let (sin, cos) = theta.sin_cos();
    let versine = 1.0 - cos;
    let kinetic = 0.5 * v * v;
    let height = 9.81 * l * versine;
    let d_v = seed * m * v;
    let weight = 9.81 * m * seed;
    let d_theta = weight * l * sin;
    let d_l = d_v * omega + weight * versine;
    (m * (kinetic + height), (d_theta, d_v * l, seed * (kinetic + height), d_l))
}

/// ∂y/∂a = (a - b)/y.
pub fn distance_backward(a: [f64; 3], b: [f64; 3], seed: f64) -> (f64, ([f64; 3], [f64; 3])) {
    let (x, y, z) = (a[0] - b[0], a[1] - b[1], a[2] - b[2]);
    let r = (x * x + y * y + z * z).sqrt();
    let g = seed / r;
    let d = [x * g, y * g, z * g];
    (r, (d, [-d[0], -d[1], -d[2]]))
}

/// With the miss m: dm/danomaly = 1 - e cos anomaly, dm/de = -sin anomaly, dm/dmean = -1.
pub fn kepler_backward(anomaly: f64, eccentricity: f64, mean: f64, seed: f64) -> (f64, (f64, f64, f64)) {
    let (sin, cos) = anomaly.sin_cos();
    let miss = anomaly - eccentricity * sin - mean;
    let d = 2.0 * miss * seed;
    (miss * miss, (d * (1.0 - eccentricity * cos), -d * sin, -d))
}

/// y = a e s with e = exp(-decay t), s = sin(frequency t + phase).
pub fn damped_backward(
    t: f64,
    amplitude: f64,
    decay: f64,
    frequency: f64,
    phase: f64,
    seed: f64,
) -> (f64, (f64, f64, f64, f64, f64)) {
    let envelope = (-decay * t).exp();
    let (sin, cos) = (frequency * t + phase).sin_cos();
    let height = amplitude * envelope;
    let y = height * sin;
    let d_y = seed * y;
    let d_phase = seed * height * cos;
    (y, (d_phase * frequency - d_y * decay, seed * envelope * sin, -d_y * t, d_phase * t, d_phase))
}
