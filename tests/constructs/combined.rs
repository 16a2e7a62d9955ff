//! Constructs combined: what nobody listed.

use autograd::prelude::*;

#[derive(Clone, Copy, Debug, PartialEq, autograd::Differentiable)]
struct Vec3 {
    x: f64,
    y: f64,
    z: f64,
}

#[differentiable]
impl std::ops::Add for Vec3 {
    type Output = Vec3;
    fn add(self, other: Vec3) -> Vec3 {
        Vec3 { x: self.x + other.x, y: self.y + other.y, z: self.z + other.z }
    }
}

#[differentiable]
impl std::ops::Sub for Vec3 {
    type Output = Vec3;
    fn sub(self, other: Vec3) -> Vec3 {
        Vec3 { x: self.x - other.x, y: self.y - other.y, z: self.z - other.z }
    }
}

#[differentiable]
impl std::ops::Mul<Vec3> for f64 {
    type Output = Vec3;
    fn mul(self, v: Vec3) -> Vec3 {
        Vec3 { x: self * v.x, y: self * v.y, z: self * v.z }
    }
}

#[differentiable]
impl std::ops::Neg for Vec3 {
    type Output = Vec3;
    fn neg(self) -> Vec3 {
        Vec3 { x: -self.x, y: -self.y, z: -self.z }
    }
}

#[differentiable]
impl Vec3 {
    const ORIGIN: Vec3 = Vec3 { x: 0.0, y: 0.0, z: 0.0 };

    fn new(x: f64, y: f64, z: f64) -> Self {
        Self { x, y, z }
    }

    fn dot(self, other: Self) -> f64 {
        self.x * other.x + self.y * other.y + self.z * other.z
    }

    fn norm(&self) -> f64 {
        self.dot(*self).sqrt()
    }

    fn normalize(&mut self) {
        let n = self.norm();
        self.x /= n;
        self.y /= n;
        self.z /= n;
    }

    fn normalized(mut self) -> Self {
        self.normalize();
        self
    }

    fn cross(&self, o: &Vec3) -> Vec3 {
        Vec3::new(self.y * o.z - self.z * o.y, self.z * o.x - self.x * o.z, self.x * o.y - self.y * o.x)
    }
}

#[differentiable]
fn spring(points: &[Vec3], k: f64) -> f64 {
    let mut energy = 0.0;
    for pair in points.windows(2) {
        let d = pair[1] - pair[0];
        energy += 0.5 * k * (d.norm() - 1.0).powi(2);
    }
    energy
}

#[test]
fn methods_and_operators_of_a_struct() {
    let points = [Vec3::new(0.0, 0.0, 0.0), Vec3::new(3.0, 4.0, 0.0)];
    let (value, (d_points, d_k)) = spring_value_and_grad(&points, 2.0);
    assert_eq!((value, d_k), (16.0, 8.0));
    let far = Vec3Tangent { x: 8.0 * 0.6, y: 8.0 * 0.8, z: 0.0 };
    assert!((d_points[1].clone() - far).norm() < 1e-14, "{d_points:?}");
    assert_eq!(d_points[0], -d_points[1].clone());
}

#[differentiable]
fn frames(a: [f64; 3], b: [f64; 3], t: f64) -> f64 {
    let a = Vec3 { x: a[0], y: a[1], z: a[2] };
    let [x, y, z] = b;
    let b = Vec3::new(x, y, z);
    let mut n = a.cross(&b);
    n.normalize();
    let m = (t * a + b - n).normalized();
    let Vec3 { x, y: up, .. } = -m;
    (m + Vec3::ORIGIN).dot(n) + x * up
}
zoo! { frames(value, value, value) -> scalar; at ([0.5, 1.0, -0.25], [1.5, 0.25, 0.75], 0.5) }

#[differentiable]
fn frames_again(a: [f64; 3], k: f64) -> f64 {
    let mut v = Vec3::new(a[0], a[1], a[2]);
    for i in 0..3 {
        v = v + k * Vec3 { x: v.y, y: v.z, z: i as f64 };
        if v.norm() > 2.0 {
            v.normalize();
        }
    }
    let all = [v, v.normalized(), Vec3::ORIGIN - v];
    all.iter().map(|u| u.dot(v)).sum::<f64>() + all[1].x
}
zoo! { frames_again(value, value) -> scalar; at ([0.5, 1.0, -0.25], 0.75), ([3.0, 1.0, -0.25], 0.25) }

#[differentiable]
fn shadowed_everything(x: f64, y: &[f64]) -> f64 {
    let x = x * x;
    let y = y.iter().map(|x| x * 2.0).collect::<Vec<_>>();
    let x = x + y.len() as f64 * y[0];
    let x = {
        let y = x;
        let x = y.sin();
        x * y
    };
    let y = |y: &[f64]| y.iter().map(|y| y * x).sum::<f64>() + y.len() as f64;
    let z = [x, 1.0, x];
    let x = y(&z);
    x * z[0]
}
zoo! { shadowed_everything(value, shared) -> scalar; at (1.5, vec![0.5, 2.0]) }

#[differentiable]
fn split_and_merge(v: &mut [f64], k: f64) -> f64 {
    if v.len() < 2 {
        return v.iter().sum();
    }
    let mid = v.len() / 2;
    let (left, right) = v.split_at_mut(mid);
    for (l, r) in left.iter_mut().zip(right.iter_mut()) {
        (*l, *r) = (*l * k + *r, *l - *r * k);
    }
    split_and_merge(left, k * 0.5) * split_and_merge(right, k)
}
zoo! { split_and_merge(exclusive, value) -> scalar; at (vec![0.5, 2.0, -1.0, 1.5], 0.75), (vec![0.5], 0.75), (vec![], 1.0) }

#[differentiable]
fn state_machine(inputs: &[f64], gain: f64) -> f64 {
    #[derive(Clone, Copy, PartialEq)]
    enum Mode {
        Rising(u32),
        Falling,
    }
    let mut mode = Mode::Rising(0);
    let mut y = 0.0;
    for &u in inputs {
        mode = match mode {
            Mode::Rising(n) if n >= 2 || u < 0.0 => Mode::Falling,
            Mode::Rising(n) => Mode::Rising(n + 1),
            Mode::Falling if u > 1.0 => Mode::Rising(0),
            Mode::Falling => Mode::Falling,
        };
        match mode {
            Mode::Rising(n) => y += gain * u * f64::from(n),
            Mode::Falling => y *= u.cos(),
        }
    }
    y
}
zoo! { state_machine(shared, value) -> scalar; at (vec![0.5, 2.0, 1.0, 0.25, 3.0, -0.5], 0.75), (vec![], 1.0) }

#[differentiable]
fn arrays_of_structs(bodies: &mut [([f64; 2], f64)], h: f64) -> f64 {
    let n = bodies.len();
    for i in 0..n {
        let mut pull = [0.0; 2];
        for j in 0..n {
            if i != j {
                let (at, mass) = bodies[j];
                for (p, (a, b)) in pull.iter_mut().zip(at.iter().zip(bodies[i].0.iter())) {
                    *p += mass * (a - b);
                }
            }
        }
        bodies[i].0[0] += h * pull[0];
        bodies[i].0[1] += h * pull[1];
    }
    bodies.iter().map(|(at, m)| m * (at[0] * at[0] + at[1] * at[1])).sum()
}
zoo! { arrays_of_structs(exclusive, value) -> scalar; at (vec![([0.5, 1.0], 2.0), ([-1.0, 0.25], 1.5), ([0.0, 2.0], 1.0)], 0.125) }

#[differentiable]
fn slice_patterns(xs: &[f64]) -> f64 {
    match xs {
        [] => 0.0,
        [x] => x * x,
        [first, .., last] if first > last => first * last,
        [a, b, rest @ ..] => a / b + rest.iter().sum::<f64>(),
    }
}
zoo! { slice_patterns(shared) -> scalar; at (vec![],), (vec![1.5],), (vec![2.5, 1.0, 0.5],), (vec![0.5, 1.0, 2.5],) }

#[differentiable]
fn compound_everything(a: &mut [f64; 4], i: usize) -> f64 {
    a[i] += a[0] * a[1];
    a[i + 1] -= a[i] / 2.0;
    a[0] *= a[i + 1];
    a[1] /= 1.0 + a[0] * a[0];
    a[2] %= 10.0;
    let [p, q, ..] = *a;
    p * q + a.iter().rev().take(2).sum::<f64>()
}
zoo! { compound_everything(exclusive, fixed) -> scalar; at ([0.5, 1.5, 2.0, -1.0], 0), ([0.5, 1.5, 2.0, -1.0], 2) }

#[differentiable]
fn labelled_search(m: &[[f64; 3]], limit: f64) -> f64 {
    let mut seen = 1.0;
    let found = 'search: {
        'rows: for (i, row) in m.iter().enumerate() {
            for (j, &v) in row.iter().enumerate() {
                if i == j {
                    continue;
                }
                seen *= v;
                if seen > limit {
                    break 'search v * seen;
                }
                if v < 0.0 {
                    continue 'rows;
                }
            }
        }
        limit * seen
    };
    found + seen
}
zoo! { labelled_search(shared, value) -> scalar;
at (vec![[0.5, 1.5, 2.0], [3.0, 0.5, 4.0]], 5.5), (vec![[0.5, 1.5, -2.0], [3.0, 0.5, 1.0]], 50.0) }

#[differentiable]
fn ping_pong(u: &[f64], steps: usize, k: f64) -> Vec<f64> {
    let mut now = u.to_vec();
    let mut next = vec![0.0; u.len()];
    for step in 0..steps {
        let (from, into) = if step % 2 == 0 { (&now, &mut next) } else { (&next, &mut now) };
        for i in 0..from.len() {
            into[i] = from[i] + k * (from[(i + 1) % from.len()] - from[i]);
        }
    }
    if steps % 2 == 0 { now } else { next }
}
zoo! { ping_pong(shared, fixed, value) -> other; at (vec![0.5, 1.5, 2.0], 3, 0.25), (vec![0.5, 1.5, 2.0], 0, 0.25) }

#[differentiable]
fn early_exit_with_workspace(a: &[f64], work: &mut [f64]) -> Option<f64> {
    let (head, tail) = work.split_at_mut(a.len());
    head.copy_from_slice(a);
    for (t, h) in tail.iter_mut().zip(head.iter()) {
        if *h == 0.0 {
            return None;
        }
        *t = h.recip() * *t;
    }
    let [x, y] = tail.first_chunk::<2>().copied()?;
    Some(x * y + head[0])
}
zoo! { early_exit_with_workspace(shared, exclusive) -> wrapped;
at (vec![0.5, 1.5], vec![1.0, 2.0, 3.0, 4.0]), (vec![0.5], vec![1.0, 2.0]) }

#[differentiable]
fn bound_by_ref(x: f64, pair: (f64, f64)) -> f64 {
    let ref y = x;
    let (ref a, ref b) = pair;
    *y * 2.0 + a * b * y
}
zoo! { bound_by_ref(value, value) -> scalar; at (0.75, (1.5, -2.0)) }

#[differentiable]
fn a_reference_that_a_branch_makes(x: f64, z: &mut f64, n: usize) -> f64 {
    let mut y = x;
    let r = if n > 0 { &mut y } else { &mut *z };
    *r *= 2.0 * x;
    y
}
zoo! { a_reference_that_a_branch_makes(value, exclusive, fixed) -> scalar; at (0.75, 1.5, 0), (0.75, 1.5, 1) }
