//! Functions with branches.

/// Inside: r. Outside: delta sign(r) and |r| - delta.
pub fn huber_backward(r: f64, delta: f64, seed: f64) -> (f64, (f64, f64)) {
    let a = r.abs();
    if a <= delta {
        (0.5 * r * r, (seed * r, 0.0))
    } else {
        let slope = seed * delta;
        (delta * (a - 0.5 * delta), (if r < 0.0 { -slope } else { slope }, seed * (a - delta)))
    }
}

/// alpha (eˣ - 1) = alpha m: alpha (m + 1) and m.
pub fn elu_backward(x: f64, alpha: f64, seed: f64) -> (f64, (f64, f64)) {
    if x > 0.0 {
        (x, (seed, 0.0))
    } else {
        let m = x.exp_m1();
        (alpha * m, (seed * alpha * (m + 1.0), seed * m))
    }
}

/// y' = y (1 - y) on both sides.
pub fn sigmoid_backward(x: f64, seed: f64) -> (f64, f64) {
    let y = if x >= 0.0 {
        1.0 / (1.0 + (-x).exp())
    } else {
        let e = x.exp();
        e / (1.0 + e)
    };
    (y, seed * y * (1.0 - y))
}

/// With q = r/h: dq/dr = 1/h, dq/dh = -q/h; the pieces' derivatives are -3 q + 9/4 q² and -3/4 (2 - q)².
pub fn spline_kernel_backward(r: f64, h: f64, seed: f64) -> (f64, (f64, f64)) {
    let q = r / h;
    let (value, slope) = if q < 1.0 {
        (1.0 - 1.5 * q * q + 0.75 * q * q * q, (2.25 * q - 3.0) * q)
    } else if q < 2.0 {
        let u = 2.0 - q;
        (0.25 * u * u * u, -0.75 * u * u)
    } else {
        return (0.0, (0.0, 0.0));
    };
    let d_r = seed * slope / h;
    (value, (d_r, -d_r * q))
}

/// Inside: g r/R. Outside: g q² with q = R/r, dq/dr = -q/r, dq/dR = 1/r.
pub fn gravity_backward(r: f64, radius: f64, surface: f64, seed: f64) -> (f64, (f64, f64, f64)) {
    if r < radius {
        let y = surface * r / radius;
        let d_s = seed / radius;
        (y, (d_s * surface, -d_s * y, d_s * r))
    } else {
        let q = radius / r;
        let sq = surface * q;
        let d_radius = 2.0 * seed * sq / r;
        (sq * q, (-d_radius * q, d_radius, seed * q * q))
    }
}

/// With the sign s of the pressure drop: flow and its slope, 10 or 1/(2 flow).
pub fn valve_backward(up: f64, down: f64, opening: f64, seed: f64) -> (f64, (f64, f64, f64)) {
    let signed = up - down;
    let (drop, sign) = if signed < 0.0 { (-signed, -1.0) } else { (signed, 1.0) };
    // The two signs of d(flow)/d(signed drop) cancel.
    let (flow, d_drop) = if drop < 0.01 {
        (10.0 * drop, 10.0 * seed * opening)
    } else {
        let flow = drop.sqrt();
        (flow, 0.5 * seed * opening / flow)
    };
    let toward = sign * flow;
    (toward * opening, (d_drop, -d_drop, seed * toward))
}

/// The energies' derivatives with respect to x and k.
pub fn spring_backward(kind: u32, x: f64, k: f64, seed: f64) -> (f64, (f64, f64)) {
    match kind {
        0 => {
            let h = 0.5 * x * x;
            (k * h, (seed * k * x, seed * h))
        }
        1 => {
            let square = x * x;
            let h = 0.25 * square * square;
            (k * h, (seed * k * square * x, seed * h))
        }
        _ => {
            let h = x.cosh() - 1.0;
            (k * h, (seed * k * x.sinh(), seed * h))
        }
    }
}

/// m² with m = 1 - label score, where positive.
pub fn squared_hinge_backward(score: f64, label: f64, seed: f64) -> (f64, (f64, f64)) {
    let margin = 1.0 - label * score;
    if margin > 0.0 {
        let d = -2.0 * seed * margin;
        (margin * margin, (d * label, d * score))
    } else {
        (0.0, (0.0, 0.0))
    }
}
