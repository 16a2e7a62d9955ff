//! Made by `autograd-macros/src/random`; `UPDATE_EXPECT=1 cargo test -p autograd-macros` makes it again.

use super::super::{flat, Case};
pub(crate) const CASES: [Case; 26] = [
    seed_1000300::CASE,
    seed_1000301::CASE,
    seed_1000302::CASE,
    seed_1000303::CASE,
    seed_1000304::CASE,
    seed_1000305::CASE,
    seed_1000306::CASE,
    seed_1000307::CASE,
    seed_1000308::CASE,
    seed_1000309::CASE,
    seed_1000310::CASE,
    seed_1000311::CASE,
    seed_1000312::CASE,
    seed_1000313::CASE,
    seed_1000314::CASE,
    seed_1000315::CASE,
    seed_1000316::CASE,
    seed_1000317::CASE,
    seed_1000318::CASE,
    seed_1000319::CASE,
    seed_1000320::CASE,
    seed_1000321::CASE,
    seed_1000322::CASE,
    seed_1000323::CASE,
    seed_1000324::CASE,
    seed_1000325::CASE,
];
mod seed_1000300 {
    use super::{flat, Case};
    pub(crate) const CASE: Case = Case {
        name: "seed_1000300",
        point: &[-0.907, 0.397],
        value,
        backward,
        vjp,
        grad: None,
    };
    #[autograd::differentiable]
    fn g1(n0: usize, c1: &mut [f64; 3], c2: &[f64; 3]) -> [f64; 3] {
        let mut a1: [f64; 4] = [0.0; 4];
        let x2 = c2[n0.min(2)];
        let mut a3: [[f64; 3]; 2] = [[0.0; 3]; 2];
        let mut a4: [f64; 3] = [
            if a1[n0].tanh() > 1.63 { x2 } else { 1.45 },
            c2[(c2[1].abs() * 3.0) as usize % 3] % 1.7,
            0.70 * (c1[2] / (1.8 + f64::sin(1.28))),
        ];
        let x5 = (a3[1][1] - c2[n0 % 3]).tanh();
        a4
    }
    #[autograd::differentiable]
    fn g2(z0: f64, z1: f64, z2: f64) -> f64 {
        let a2: [f64; 2] = [z2.rem_euclid(1.3), 0.30 * (z0 * z0 + 0.4).powf(z0.sin())];
        if a2[1].min(0.49) > z1 {
            let mut z0 = (a2[0] - (1.07 - z2) + -(-a2[1])).sin();
            let a3: Vec<f64> = a2.to_vec();
            z0 /= 1.68 * 1.68 + 1.0;
        } else {
            let x4 = (0.95 * (z1.sin().sinh() / (1.8 + z1.sin()))).atan2(z1 * z1 + 0.5);
        }
        z2 - z0 + z1 + a2[1]
    }
    #[autograd::differentiable]
    fn f(z0: &mut f64, z1: f64) -> f64 {
        if z1 > *z0 {
            let mut w1: f64 = (-(*z0 - *z0)).tanh();
            while w1 < 1.3 {
                w1 += 0.4 + 0.1 * (*z0) * (*z0);
                for i2 in 0..1 {
                    let mut x3 = (w1 - i2 as f64).tanh().sinh().tanh();
                }
                let w1 = ((w1 * w1 + 1.2).log(2.5) / (z1 * z1 + 0.8)).sin();
                if z1 < 0.93 || z1 < 0.08 {
                    let mut n5: usize = 0;
                    let v7: f64 = 'l4: loop {
                        if n5 == 4 {
                            break w1.sin().exp_m1().sin();
                        }
                        n5 += 1;
                        let mut x6: f64 = 0.19;
                    };
                    continue;
                }
            }
        }
        *z0 * z1 / 3.0 - *z0 - z1
    }
    fn value(x: &[f64]) -> Vec<f64> {
        let mut p0 = x[0];
        let p1 = x[1];
        let y = f(&mut p0, p1);
        [flat(&y), flat(&p0)].concat()
    }
    fn backward(x: &[f64], w: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let mut p0 = x[0];
        let p1 = x[1];
        let mut d0 = w[1];
        let (y, g1) = f_backward(&mut p0, &mut d0, p1, w[0]);
        ([flat(&y), flat(&p0)].concat(), [flat(&d0), flat(&g1)].concat())
    }
    fn vjp(x: &[f64], w: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let mut p0 = x[0];
        let p1 = x[1];
        let mut d0 = w[1];
        let (y, pullback) = f_vjp(&mut p0, p1);
        let outputs = [flat(&y), flat(&p0)].concat();
        let g1 = pullback(&mut p0, &mut d0, w[0]);
        assert_eq!(flat(& p0), x[0..1]);
        (outputs, [flat(&d0), flat(&g1)].concat())
    }
}

mod seed_1000301 {
    use super::{flat, Case};
    pub(crate) const CASE: Case = Case {
        name: "seed_1000301",
        point: &[0.295, 0.536, 0.434],
        value,
        backward,
        vjp,
        grad: Some(grad),
    };
    #[autograd::differentiable]
    fn g1(c0: &[f64; 2], c1: &[f64; 3], z2: f64, d3: &mut [f64]) -> f64 {
        let x1 = (0.50 * (c1[2] + z2)).abs().mul_add(c0[0], c1[2]) / 4.0;
        let mut k2: usize = 0;
        let x3 = (((c1[0] - z2).tanh() / (z2 * z2 + 0.8))
            * ((c1[0] - z2).tanh() / (z2 * z2 + 0.8)) + 0.4)
            .powf(d3[(k2 + 6) % d3.len()].tanh()) / 4.0;
        if z2.copysign(d3[d3.len() - 2]) >= x1 {
            'l4: for i5 in (0..d3.len()).rev() {
                let mut x6 = x3;
            }
        } else if (c1[(x3.abs() * 3.0) as usize % 3] * c1[(x3.abs() * 3.0) as usize % 3]
            + 0.5)
            .ln() > x1
        {
            let mut x7 = x1;
        } else {
            let x8 = f64::atan(f64::hypot(0.74 * 1.53, c0[k2] * c0[k2] + 0.6));
        }
        -x3 - c0[1] + c1[k2] + x1
    }
    #[autograd::differentiable]
    fn f(mut v0: Vec<f64>) -> f64 {
        let mut x1 = -v0[v0.len() - 1];
        for i2 in (0..5).step_by(3) {
            v0[0] /= x1 * x1 + 1.0;
        }
        let mut t3: (f64, f64) = (-x1.atan(), (x1 * x1 + 0.6).log2() / 2.0);
        let mut x4 = (0.33 * (x1 * t3.0)).fract().mul_add(1.91, x1).tanh();
        x1 = 0.50
            * (0.66 * (x4 + x1 + t3.0) * ((v0[7 % v0.len()] - x4) * (t3.0 + x1)).tanh());
        x4 + v0[1 % v0.len()] + t3.0 * t3.1 - x4
    }
    fn value(x: &[f64]) -> Vec<f64> {
        let p0 = x[0..3].to_vec();
        let y = f(p0.clone());
        [flat(&y)].concat()
    }
    fn backward(x: &[f64], w: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let p0 = x[0..3].to_vec();
        let (y, g0) = f_backward(p0.clone(), w[0]);
        ([flat(&y)].concat(), [flat(&g0)].concat())
    }
    fn vjp(x: &[f64], w: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let p0 = x[0..3].to_vec();
        let (y, pullback) = f_vjp(p0.clone());
        let outputs = [flat(&y)].concat();
        let g0 = pullback(w[0]);
        (outputs, [flat(&g0)].concat())
    }
    fn grad(x: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let p0 = x[0..3].to_vec();
        let g0 = f_grad(p0.clone());
        let alone = [flat(&g0)].concat();
        let (y, g0) = f_value_and_grad(p0.clone());
        assert_eq!(alone, [flat(& g0)].concat());
        (flat(&y), [flat(&g0)].concat())
    }
}

mod seed_1000302 {
    use super::{flat, Case};
    pub(crate) const CASE: Case = Case {
        name: "seed_1000302",
        point: &[0.748, -1.093, 0.259, 0.201],
        value,
        backward,
        vjp,
        grad: Some(grad),
    };
    #[autograd::differentiable]
    fn f(z0: &f64, mut c1: [f64; 3]) -> f64 {
        let x1 = *z0;
        'l2: for i3 in 0..3 {
            c1[i3] /= 1.68 * 1.68 + 1.0;
        }
        if 3 % 3 == 1 {
            if !(0.82 < -0.40) {
                for i4 in 0..=2 {
                    let mut w5: f64 = (x1
                        * (match 0 {
                            k if k > 2 => x1,
                            _ => x1,
                        }))
                        .tanh();
                    while w5 < 1.3 {
                        w5 += 0.4 + 0.1 * (*z0) * (*z0);
                        let mut x6 = w5;
                    }
                    if f64::mul_add(1.89, *z0, c1[2]) / 3.0 <= i4 as f64 {
                        let (s7, c8) = (*z0).sin_cos();
                        if x1.sin().powi(i4.min(3) as i32).sin() > i4 as f64 {
                            continue;
                        }
                    } else {
                        let x10 = f64::tanh(
                            f64::ln_1p(0.97 * 0.97 + 0.1)
                                - ({
                                    let t9 = *z0;
                                    t9 * w5
                                })
                                    .sin()
                                    * (match i4 % 5 {
                                        k if k > 2 => *z0,
                                        _ => w5,
                                    }),
                        );
                        let x11 = (x1 / ((*z0) * (*z0) + 0.8) + (x10 * x10 + 0.1).ln_1p()
                            + ((0.50 * x10).sinh() + (*z0 + *z0)))
                            .tanh();
                        let k12: usize = i4;
                    }
                }
            }
            return (c1[1] / (1.8 + (*z0).sin()) + x1 * *z0).sin();
        }
        (0.30 * x1).acos() - *z0 + c1[2] - x1
    }
    fn value(x: &[f64]) -> Vec<f64> {
        let p0 = x[0];
        let p1 = [x[1], x[2], x[3]];
        let y = f(&p0, p1);
        [flat(&y)].concat()
    }
    fn backward(x: &[f64], w: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let p0 = x[0];
        let p1 = [x[1], x[2], x[3]];
        let mut d0 = 0.0;
        let (y, g1) = f_backward(&p0, &mut d0, p1, w[0]);
        ([flat(&y)].concat(), [flat(&d0), flat(&g1)].concat())
    }
    fn vjp(x: &[f64], w: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let p0 = x[0];
        let p1 = [x[1], x[2], x[3]];
        let mut d0 = 0.0;
        let (y, pullback) = f_vjp(&p0, p1);
        let outputs = [flat(&y)].concat();
        let g1 = pullback(&p0, &mut d0, w[0]);
        (outputs, [flat(&d0), flat(&g1)].concat())
    }
    fn grad(x: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let p0 = x[0];
        let p1 = [x[1], x[2], x[3]];
        let (d0, g1) = f_grad(&p0, p1);
        let alone = [flat(&d0), flat(&g1)].concat();
        let (y, (d0, g1)) = f_value_and_grad(&p0, p1);
        assert_eq!(alone, [flat(& d0), flat(& g1)].concat());
        (flat(&y), [flat(&d0), flat(&g1)].concat())
    }
}

mod seed_1000303 {
    use super::{flat, Case};
    pub(crate) const CASE: Case = Case {
        name: "seed_1000303",
        point: &[1.09, 1.33, 0.601],
        value,
        backward,
        vjp,
        grad: Some(grad),
    };
    #[autograd::differentiable]
    fn g1(d0: &mut [f64]) {
        let mut x1 = d0[0].sin().exp().sin();
        let mut a2: Vec<f64> = vec![
            f64::round_ties_even(1.33) / 2.0, d0[1 % d0.len()].sin(),
            f64::rem_euclid(0.62, 1.3)
        ];
        x1 = 0.26
            * (1.25
                + ({
                    let t3 = x1;
                    t3 * d0[0]
                }) - (d0[0] % 1.7).sin());
        for i4 in (0..d0.len()).rev() {
            let x5 = (i4 as f64).sin();
        }
    }
    #[autograd::differentiable]
    fn f(c0: &[f64; 3]) -> f64 {
        let mut y1: f64 = if !(c0[2] > 0.79) {
            if c0[2] > 0.22 || c0[2] < -0.53 {
                let mut a2: [f64; 4] = [-c0[0], 0.33 * (c0[2] * c0[2]), -c0[0], c0[0]];
                for i3 in 0..=2 {
                    let mut x4 = (a2[i3].floor() + -a2[i3]).tanh()
                        * f64::asinh(a2[i3].clamp(-1.25, 1.5)) / 2.0;
                    g1(&mut a2);
                }
                'l5: for i6 in (0..=4).rev().step_by(2) {
                    let x7 = c0[2].sin().powi(i6.min(3) as i32).tanh();
                    let mut n9: usize = 0;
                    'l8: while n9 < 2 && c0[i6 % 3] < -0.20 && a2[i6 % 4] < -0.30 {
                        n9 += 1;
                        let x10 = (a2[1] / (1.8 + x7.sin())).sin();
                        a2[n9] = 0.92 % 1.7;
                        a2[n9] *= f64::tanh(0.55 - -a2[n9]);
                    }
                }
            } else {
                let x11 = 0.51
                    * ((c0[1] - c0[0]) / 2.0 / (c0[0] * c0[0] + 0.8)
                        - (c0[1] * c0[1] + 0.7).recip());
                let mut a12: [[f64; 3]; 3] = [[0.0; 3]; 3];
            }
            for i13 in 0..1 {
                let x14 = ((match i13 % 5 {
                    0 => c0[i13],
                    _ => c0[i13],
                }) - c0[i13] + c0[i13].atan2(c0[i13])) / 4.0;
            }
            (c0[1] * c0[1] + 1.2).log(2.5)
        } else {
            let x15 = -c0[0];
            c0[2].tanh().sinh()
        };
        y1.max(c0[2]) - y1
    }
    fn value(x: &[f64]) -> Vec<f64> {
        let p0 = [x[0], x[1], x[2]];
        let y = f(&p0);
        [flat(&y)].concat()
    }
    fn backward(x: &[f64], w: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let p0 = [x[0], x[1], x[2]];
        let mut d0 = [0.0; 3];
        let y = f_backward(&p0, &mut d0, w[0]);
        ([flat(&y)].concat(), [flat(&d0)].concat())
    }
    fn vjp(x: &[f64], w: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let p0 = [x[0], x[1], x[2]];
        let mut d0 = [0.0; 3];
        let (y, pullback) = f_vjp(&p0);
        let outputs = [flat(&y)].concat();
        let () = pullback(&p0, &mut d0, w[0]);
        (outputs, [flat(&d0)].concat())
    }
    fn grad(x: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let p0 = [x[0], x[1], x[2]];
        let d0 = f_grad(&p0);
        let alone = [flat(&d0)].concat();
        let (y, d0) = f_value_and_grad(&p0);
        assert_eq!(alone, [flat(& d0)].concat());
        (flat(&y), [flat(&d0)].concat())
    }
}

mod seed_1000304 {
    use super::{flat, Case};
    pub(crate) const CASE: Case = Case {
        name: "seed_1000304",
        point: &[0.885, 0.921, -1.178, 0.969, -1.48, 1.102],
        value,
        backward,
        vjp,
        grad: Some(grad),
    };
    #[autograd::differentiable(recursive)]
    fn g1(x: f64, a: &[f64], n: usize) -> f64 {
        if n == 0 {
            return match n {
                1..=2 => a[n.min(7) % a.len()] % 1.7,
                _ => (x * x + 0.5).cbrt(),
            };
        }
        if (n as f64) <= a[1] {
            let x1 = ((a[(n + 4) % a.len()] * x).sin() * a[1]).min(x);
            let mut x2 = 0.62 * (x1.atan() * x);
        }
        let deeper: f64 = g1(
            0.52 * (a[(n % 8) % a.len()].rem_euclid(1.3) - (1.46 - n as f64)),
            a,
            n - 1,
        );
        0.5 * deeper + (a[(n + 4) % a.len()] * deeper).tanh()
    }
    #[autograd::differentiable]
    fn f(c0: &[f64; 2], v1: Vec<f64>) -> f64 {
        if !(c0[1] > -0.92) {
            let mut a1: [[f64; 2]; 3] = [[0.0; 2]; 3];
            let mut x2 = (-(a1[2][0] * a1[2][0] + 0.4)
                .powf(a1[2][(c0[0].abs() * 3.0) as usize % 2].sin()))
                .tanh();
            for i3 in (0..v1.len()).rev() {
                let mut a4: [f64; 2] = [(v1[i3] - c0[i3 % 2]).sin(), v1[i3].sin()];
                let mut n6: usize = 0;
                let v11: f64 = 'l5: loop {
                    if n6 == 3 {
                        break g1(
                            c0[(v1[1 % v1.len()].abs() * 3.0) as usize % 2],
                            &a4,
                            i3 % 4,
                        );
                    }
                    n6 += 1;
                    let k7: usize = n6.min(2);
                    for i8 in (1..6).step_by(2).rev() {
                        let r9: f64 = g1((k7 as f64 - i3 as f64).tanh(), &v1, i3 % 4);
                        let x10 = (f64::abs(1.72) / (1.8 + r9.sin()) + a4[1]) / 3.0;
                    }
                };
                let (mut p12, q13): (f64, f64) = (
                    (a1[2][i3.min(1)] * v1[0]).cos(),
                    (-a4[(a4[1].abs() * 3.0) as usize % 2]).cos(),
                );
            }
        }
        for i14 in 0..1 {
            let r15: f64 = g1(c0[i14] * i14 as f64, c0, i14 + 3);
        }
        let x16 = c0[0];
        let mut n17: usize = 0;
        let v19: f64 = loop {
            if n17 == 2 {
                break n17 as f64 + 0.87;
            }
            n17 += 1;
            let x18 = f64::sin(
                0.60
                    * ((x16
                        / (v1[(n17 % 8) % v1.len()] * v1[(n17 % 8) % v1.len()] + 0.8))
                        .tanh()
                        * (x16
                            / (v1[(n17 % 8) % v1.len()] * v1[(n17 % 8) % v1.len()]
                                + 0.8))
                            .tanh() + 0.4)
                        .powf(0.33 * c0[0]) * (n17 as f64).tanh(),
            );
        };
        g1(0.11, c0, (n17 * 4 + 1) % 4) + v1[n17 % v1.len()] - x16 - v19
    }
    fn value(x: &[f64]) -> Vec<f64> {
        let p0 = [x[0], x[1]];
        let p1 = x[2..6].to_vec();
        let y = f(&p0, p1.clone());
        [flat(&y)].concat()
    }
    fn backward(x: &[f64], w: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let p0 = [x[0], x[1]];
        let p1 = x[2..6].to_vec();
        let mut d0 = [0.0; 2];
        let (y, g1) = f_backward(&p0, &mut d0, p1.clone(), w[0]);
        ([flat(&y)].concat(), [flat(&d0), flat(&g1)].concat())
    }
    fn vjp(x: &[f64], w: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let p0 = [x[0], x[1]];
        let p1 = x[2..6].to_vec();
        let mut d0 = [0.0; 2];
        let (y, pullback) = f_vjp(&p0, p1.clone());
        let outputs = [flat(&y)].concat();
        let g1 = pullback(&p0, &mut d0, w[0]);
        (outputs, [flat(&d0), flat(&g1)].concat())
    }
    fn grad(x: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let p0 = [x[0], x[1]];
        let p1 = x[2..6].to_vec();
        let (d0, g1) = f_grad(&p0, p1.clone());
        let alone = [flat(&d0), flat(&g1)].concat();
        let (y, (d0, g1)) = f_value_and_grad(&p0, p1.clone());
        assert_eq!(alone, [flat(& d0), flat(& g1)].concat());
        (flat(&y), [flat(&d0), flat(&g1)].concat())
    }
}

mod seed_1000305 {
    use super::{flat, Case};
    pub(crate) const CASE: Case = Case {
        name: "seed_1000305",
        point: &[-1.343, -0.311, -0.506],
        value,
        backward,
        vjp,
        grad: Some(grad),
    };
    #[autograd::differentiable(recursive)]
    fn g1(x: f64, a: &[f64], n: usize) -> f64 {
        if n == 0 {
            return if x > 0.02 && a[(n + 4) % a.len()] > 0.17 {
                match n.min(4) {
                    0 | 3 => n as f64,
                    _ => a[1],
                }
            } else {
                x
            };
        }
        let flag1 = f64::asin(0.30 * a[1]) >= x;
        for i2 in 0..2 {
            for i3 in (0..a.len()).rev() {
                let x4 = (0.50 * (a[i3].powi(3) / 9.0).ceil()).exp2().sin();
            }
        }
        let deeper: f64 = g1((0.33 * (x * a[1])).signum(), a, n - 1);
        0.5 * deeper + 0.36 * x
    }
    #[autograd::differentiable]
    fn f(c0: [f64; 2], mut z1: f64) -> f64 {
        let a1: Vec<f64> = vec![z1; 0 + 2];
        let mut a2: Vec<f64> = a1.to_vec();
        z1 = ((z1 * z1 + 0.5).log10() * (z1 * z1).sin()
            - (z1 * z1 + 0.4).powf(z1.tanh()).tanh().exp())
            .tanh();
        let mut y3: f64 = if matches!(2, ..2) {
            z1 = 0.5 * z1 + a2[0].mul_add(1.33, a1[0]).sin();
            let mut x4 = (a2[0 % a2.len()] * a2[7 % a2.len()]
                + c0[(z1.abs() * 3.0) as usize % 2].round_ties_even())
                .cos();
            a1[a1.len() - 1].atan2(x4).sin()
        } else {
            let y5: f64 = if z1 / 3.0 / 2.0 >= c0[0] {
                (c0[1] * c0[1] + 0.5).cbrt()
            } else {
                (c0[0] * c0[0] + 0.5).ln()
            };
            g1(y5.sin().cosh(), &a2, 2)
        };
        let mut y6: f64 = if (match 3 {
            1..=2 => y3,
            _ => z1,
        }) >= a2[0]
        {
            y3 = 0.5 * y3 + a2[a2.len() - 2].cos();
            match 4 {
                0 | 3 => (a2[a2.len() - 1] * z1).tanh(),
                _ => z1,
            }
        } else {
            let m7: f64 = match 3 {
                4.. => {
                    y3 += (y3 * z1).sin() * a2[2 % a2.len()];
                    g1(-c0[1], &a1, 1)
                }
                _ => {
                    z1 -= 0.68 * (a1[1 % a1.len()].tanh() - (0.41 - c0[0]));
                    (0.75 * (a1[a1.len() - 2] * a1[a1.len() - 2] + 0.6).log2())
                        .mul_add(1.57, a2[2 % a2.len()])
                        .sin()
                }
            };
            (y3 + (0.30 * c0[1]).atanh()).sin()
        };
        f64::tanh(c0[0] + a2[0]) + a1[6 % a1.len()] - y3
    }
    fn value(x: &[f64]) -> Vec<f64> {
        let p0 = [x[0], x[1]];
        let p1 = x[2];
        let y = f(p0, p1);
        [flat(&y)].concat()
    }
    fn backward(x: &[f64], w: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let p0 = [x[0], x[1]];
        let p1 = x[2];
        let (y, (g0, g1)) = f_backward(p0, p1, w[0]);
        ([flat(&y)].concat(), [flat(&g0), flat(&g1)].concat())
    }
    fn vjp(x: &[f64], w: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let p0 = [x[0], x[1]];
        let p1 = x[2];
        let (y, pullback) = f_vjp(p0, p1);
        let outputs = [flat(&y)].concat();
        let (g0, g1) = pullback(w[0]);
        (outputs, [flat(&g0), flat(&g1)].concat())
    }
    fn grad(x: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let p0 = [x[0], x[1]];
        let p1 = x[2];
        let (g0, g1) = f_grad(p0, p1);
        let alone = [flat(&g0), flat(&g1)].concat();
        let (y, (g0, g1)) = f_value_and_grad(p0, p1);
        assert_eq!(alone, [flat(& g0), flat(& g1)].concat());
        (flat(&y), [flat(&g0), flat(&g1)].concat())
    }
}

mod seed_1000306 {
    use super::{flat, Case};
    pub(crate) const CASE: Case = Case {
        name: "seed_1000306",
        point: &[-1.332, 0.736],
        value,
        backward,
        vjp,
        grad: Some(grad),
    };
    #[autograd::differentiable]
    fn g1(d0: &mut [f64], z1: f64) {
        let (s1, c2) = (0.20 * (z1 * d0[6 % d0.len()] - (d0[1] + d0[4 % d0.len()])))
            .sin_cos();
        if (z1 * s1).sin() <= d0[1 % d0.len()] {
            let k3: usize = 2;
            for i4 in (0..5).step_by(3) {
                if 0.50 * (z1 + c2) >= d0[(k3 + 3) % d0.len()] {
                    let mut x5 = (f64::atan(1.69) - k3 as f64 * c2).tanh().sinh();
                } else if ((i4 * 3 + 1) % 6) % 3 != 1 {
                    let x6 = s1.sin();
                }
            }
        }
    }
    #[autograd::differentiable(recursive)]
    fn g2(x: f64, n: usize) -> f64 {
        if n == 0 {
            return (n as f64).round().atan();
        }
        let mut a1: [f64; 3] = [0.0; 3];
        let deeper: f64 = g2(
            ({
                let t2 = a1[0];
                t2 * t2
            })
                .sin() * (if !(a1[0] < 0.35) { x } else { a1[n % 3] }),
            n - 1,
        );
        0.5 * deeper + a1[n % 3].mul_add(0.14, a1[2]).tanh()
    }
    #[autograd::differentiable]
    fn f(z0: f64, z1: f64) -> f64 {
        let mut n1: usize = 0;
        let v5: f64 = loop {
            if n1 == 3 {
                break z0.atan2(z1 * z1 + 0.5);
            }
            n1 += 1;
            let (mut p2, q3): (f64, f64) = ((z1 * f64::cosh(0.80)).sin(), 0.31);
            let mut x4 = if ((n1 as f64) * (n1 as f64) + 0.1).ln_1p() < 1.19 {
                (p2 * p2).tanh().abs()
            } else {
                (z1 * z1 + 0.5).ln().min(p2)
            };
        };
        let mut w7: f64 = (1.34 * v5).sin().powi(3);
        'l6: while w7 < 1.3 {
            w7 += 0.4 + 0.1 * 1.86 * 1.86;
            let flag8 = n1 % 2 < 0;
        }
        0.33 * v5.powi(2) + z0 + v5 - w7
    }
    fn value(x: &[f64]) -> Vec<f64> {
        let p0 = x[0];
        let p1 = x[1];
        let y = f(p0, p1);
        [flat(&y)].concat()
    }
    fn backward(x: &[f64], w: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let p0 = x[0];
        let p1 = x[1];
        let (y, (g0, g1)) = f_backward(p0, p1, w[0]);
        ([flat(&y)].concat(), [flat(&g0), flat(&g1)].concat())
    }
    fn vjp(x: &[f64], w: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let p0 = x[0];
        let p1 = x[1];
        let (y, pullback) = f_vjp(p0, p1);
        let outputs = [flat(&y)].concat();
        let (g0, g1) = pullback(w[0]);
        (outputs, [flat(&g0), flat(&g1)].concat())
    }
    fn grad(x: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let p0 = x[0];
        let p1 = x[1];
        let (g0, g1) = f_grad(p0, p1);
        let alone = [flat(&g0), flat(&g1)].concat();
        let (y, (g0, g1)) = f_value_and_grad(p0, p1);
        assert_eq!(alone, [flat(& g0), flat(& g1)].concat());
        (flat(&y), [flat(&g0), flat(&g1)].concat())
    }
}

mod seed_1000307 {
    use super::{flat, Case};
    pub(crate) const CASE: Case = Case {
        name: "seed_1000307",
        point: &[-0.29, 0.722, 1.487, 1.571, 0.314],
        value,
        backward,
        vjp,
        grad: None,
    };
    #[autograd::differentiable]
    fn f(z0: f64, d1: &[f64]) -> [f64; 3] {
        let y1: f64 = if (z0 * z0).sin() > z0 {
            if !(d1[1] < 0.61) {
                return [
                    d1[0 % d1.len()],
                    (z0 * z0 + 0.5).cbrt(),
                    (z0 * z0 + 0.4).powf(0.33 * d1[0 % d1.len()]) / 4.0,
                ];
            }
            for i2 in (1..6).step_by(2).rev() {
                let mut x3 = (z0
                    / (d1[(i2 + 2) % d1.len()] * d1[(i2 + 2) % d1.len()] + 0.8))
                    .tanh();
            }
            z0.ceil().sin() / (d1[0] * d1[0] + 0.8)
        } else {
            d1[2 % d1.len()]
        };
        if d1[1].tanh() < d1[0] {
            let x4 = 0.26 * (y1 / 1.1 + -y1 - (y1.sin() - (z0 * z0 + 1.2).log(2.5)));
            if z0 > 0.80 {
                return [
                    match 2 {
                        1..=2 => z0.copysign(x4),
                        _ => (x4 + z0).tanh(),
                    },
                    y1,
                    1.37,
                ];
            }
        } else if (z0 * z0 + 0.5).ln() > y1 {
            assert!(z0 < 1.0e6);
        }
        for i5 in 1..d1.len() {
            let m6: f64 = match (i5 % 3, i5.min(2)) {
                (_, k) if k > 0 => {
                    let mut x8 = ({
                        let t7 = d1[i5];
                        t7 * z0
                    })
                        .sin() % 1.7 / 2.7;
                    let mut a9: Vec<f64> = vec![- 1.71; i5.min(2) + 2];
                    (x8.atan2(x8) / 2.0).copysign(0.28)
                }
                _ => z0,
            };
        }
        [
            (d1[1 % d1.len()] / 2.8).sin() - d1[5 % d1.len()],
            z0 + z0 - d1[3 % d1.len()] - y1,
            y1.ceil() / 2.0 + d1[1],
        ]
    }
    fn value(x: &[f64]) -> Vec<f64> {
        let p0 = x[0];
        let p1 = x[1..5].to_vec();
        let y = f(p0, &p1);
        [flat(&y)].concat()
    }
    fn backward(x: &[f64], w: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let p0 = x[0];
        let p1 = x[1..5].to_vec();
        let mut d1 = vec![0.0; 4];
        let (y, g0) = f_backward(p0, &p1, &mut d1, [w[0], w[1], w[2]]);
        ([flat(&y)].concat(), [flat(&g0), flat(&d1)].concat())
    }
    fn vjp(x: &[f64], w: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let p0 = x[0];
        let p1 = x[1..5].to_vec();
        let mut d1 = vec![0.0; 4];
        let (y, pullback) = f_vjp(p0, &p1);
        let outputs = [flat(&y)].concat();
        let g0 = pullback(&p1, &mut d1, [w[0], w[1], w[2]]);
        (outputs, [flat(&g0), flat(&d1)].concat())
    }
}

mod seed_1000308 {
    use super::{flat, Case};
    pub(crate) const CASE: Case = Case {
        name: "seed_1000308",
        point: &[0.27, 0.602, 1.145],
        value,
        backward,
        vjp,
        grad: Some(grad),
    };
    #[autograd::differentiable]
    fn f(mut z0: f64, z1: f64, z2: &f64) -> f64 {
        let mut a2: [f64; 4] = [0.0; 4];
        if a2[1] < -0.96 && z0 > -0.40 {
            let mut x3 = 0.69
                * ((f64::atanh(0.43) + (1.57 - z1)) / 2.0
                    * ((*z2).tanh() / (1.8 + f64::sin(0.71))));
            match (1, 2) {
                (_, k) if k > 0 => {
                    let (s5, c6) = (x3 / (1.56 * 1.56 + 0.8)).tanh().sin_cos();
                    let x3 = (((z0 * z0 + 0.4).sqrt() / 2.0 / (1.8 + z1.sin()))
                        * ((z0 * z0 + 0.4).sqrt() / 2.0 / (1.8 + z1.sin())) + 0.4)
                        .powf(*z2 / 3.0) / 4.0;
                }
                _ => {
                    a2[1] -= (0.30 * x3).atanh();
                }
            }
        } else {
            let m7: f64 = match (2, 2) {
                (0, _) => 0.29 * (*z2 - z1 + z0 / (1.8 + (*z2).sin())),
                _ => {
                    if 0 % 3 >= 0 {
                        a2[3] = 0.5 * a2[3] + (-z1).sin();
                    }
                    z1
                }
            };
        }
        *z2 - z0 - z1
    }
    fn value(x: &[f64]) -> Vec<f64> {
        let p0 = x[0];
        let p1 = x[1];
        let p2 = x[2];
        let y = f(p0, p1, &p2);
        [flat(&y)].concat()
    }
    fn backward(x: &[f64], w: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let p0 = x[0];
        let p1 = x[1];
        let p2 = x[2];
        let mut d2 = 0.0;
        let (y, (g0, g1)) = f_backward(p0, p1, &p2, &mut d2, w[0]);
        ([flat(&y)].concat(), [flat(&g0), flat(&g1), flat(&d2)].concat())
    }
    fn vjp(x: &[f64], w: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let p0 = x[0];
        let p1 = x[1];
        let p2 = x[2];
        let mut d2 = 0.0;
        let (y, pullback) = f_vjp(p0, p1, &p2);
        let outputs = [flat(&y)].concat();
        let (g0, g1) = pullback(&p2, &mut d2, w[0]);
        (outputs, [flat(&g0), flat(&g1), flat(&d2)].concat())
    }
    fn grad(x: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let p0 = x[0];
        let p1 = x[1];
        let p2 = x[2];
        let (g0, g1, d2) = f_grad(p0, p1, &p2);
        let alone = [flat(&g0), flat(&g1), flat(&d2)].concat();
        let (y, (g0, g1, d2)) = f_value_and_grad(p0, p1, &p2);
        assert_eq!(alone, [flat(& g0), flat(& g1), flat(& d2)].concat());
        (flat(&y), [flat(&g0), flat(&g1), flat(&d2)].concat())
    }
}

mod seed_1000309 {
    use super::{flat, Case};
    pub(crate) const CASE: Case = Case {
        name: "seed_1000309",
        point: &[-0.489, 1.356, -1.221],
        value,
        backward,
        vjp,
        grad: Some(grad),
    };
    #[autograd::differentiable]
    fn f(z0: f64, t1: (f64, f64)) -> f64 {
        let x1 = (z0 - t1.0 * z0.tanh().tan()) / 4.0;
        let mut a2: [f64; 2] = [(x1 + x1).tanh(), t1.0.copysign(z0)];
        let x3 = t1.0;
        a2[0] *= ((x1 * z0).sin() * f64::copysign(z0, t1.1)).tanh();
        {
            let row4 = &mut a2[..2];
            row4[0] = 0.5 * row4[0] + 0.50 * (0.96 * (x1 - 0.12));
            for i5 in 0..3 {
                if -x3 >= row4[(t1.0.abs() * 3.0) as usize % 2] {
                    for i6 in (0..=4).rev().step_by(2) {
                        let x7 = (x1.asinh() * (i6 as f64).cos()
                            * ((row4[i6 % 2] + x3) * x1 / 3.0))
                            .tanh();
                    }
                }
            }
        }
        (match 3 {
            1..=2 => z0,
            _ => t1.0,
        }) + z0 - t1.0 * t1.1 + x1 - a2[1] + x3
    }
    fn value(x: &[f64]) -> Vec<f64> {
        let p0 = x[0];
        let p1 = (x[1], x[2]);
        let y = f(p0, p1);
        [flat(&y)].concat()
    }
    fn backward(x: &[f64], w: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let p0 = x[0];
        let p1 = (x[1], x[2]);
        let (y, (g0, g1)) = f_backward(p0, p1, w[0]);
        ([flat(&y)].concat(), [flat(&g0), flat(&g1)].concat())
    }
    fn vjp(x: &[f64], w: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let p0 = x[0];
        let p1 = (x[1], x[2]);
        let (y, pullback) = f_vjp(p0, p1);
        let outputs = [flat(&y)].concat();
        let (g0, g1) = pullback(w[0]);
        (outputs, [flat(&g0), flat(&g1)].concat())
    }
    fn grad(x: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let p0 = x[0];
        let p1 = (x[1], x[2]);
        let (g0, g1) = f_grad(p0, p1);
        let alone = [flat(&g0), flat(&g1)].concat();
        let (y, (g0, g1)) = f_value_and_grad(p0, p1);
        assert_eq!(alone, [flat(& g0), flat(& g1)].concat());
        (flat(&y), [flat(&g0), flat(&g1)].concat())
    }
}

mod seed_1000310 {
    use super::{flat, Case};
    pub(crate) const CASE: Case = Case {
        name: "seed_1000310",
        point: &[-0.545, 1.441, 0.855, 1.559, 1.107, 1.558, 1.264, 1.495],
        value,
        backward,
        vjp,
        grad: Some(grad),
    };
    #[autograd::differentiable]
    fn f(mut m0: [[f64; 3]; 2], d1: &[f64]) -> f64 {
        let mut a1: [f64; 4] = [
            m0[0][0],
            (d1[5 % d1.len()] - m0[0][2]).tanh(),
            m0[1][1].max(d1[1]),
            f64::ln(0.32 * 0.32 + 0.5),
        ];
        if m0[0][0] / 1.6 / 2.0 >= a1[3] {
            a1[(d1[0].abs() * 3.0) as usize % 4] = (m0[0][1] + (a1[0] / 4.0).atanh())
                .tanh();
            let mut x2 = (m0[1][(m0[0][0].abs() * 3.0) as usize % 3] - m0[0][0].powi(3))
                .atan();
        }
        let k3: usize = 0;
        match k3 + 2 {
            1 | 3 => {
                if 0.68 <= d1[(k3 + 5) % d1.len()] {
                    let y5: f64 = if (0.30 * m0[k3.min(1)][(k3 * 3 + 2) % 3]).asin()
                        >= d1[6 % d1.len()]
                    {
                        (-d1[(k3 % 8) % d1.len()]).atan2((k3 as f64) * (k3 as f64) + 0.5)
                    } else {
                        (m0[1][k3] * m0[1][k3] + 1.3).acosh()
                    };
                    if a1[1].atan2(y5 * y5 + 0.5) <= k3 as f64 {
                        return (d1[0] + 0.38).tanh() / 1.7;
                    }
                } else if d1[0] <= d1[1] {
                    let m6: f64 = match k3.min(4) {
                        2..=3 => {
                            if matches!(k3.min(5), 0 | 2) {
                                return 0.12;
                            }
                            m0[(d1[0].abs() * 3.0) as usize % 2][2]
                        }
                        _ => {
                            let mut w8: f64 = (d1[k3 % d1.len()] * a1[k3]
                                - (a1[k3] * a1[k3] + 0.5).ln())
                                .sin();
                            'l7: while w8 < 1.3 {
                                w8 += 0.4 + 0.1 * m0[1][k3] * m0[1][k3];
                                let flag9 = !(m0[k3 % 2][k3] < -0.29);
                            }
                            1.70 / 1.6
                        }
                    };
                }
                let mut n11: usize = 0;
                let v13: f64 = 'l10: loop {
                    if n11 == 2 {
                        break -a1[k3];
                    }
                    n11 += 1;
                    let mut x12 = ((match n11.min(4) {
                        k if k > 2 => a1[n11],
                        _ => n11 as f64,
                    })
                        * (m0[(d1[k3.min(7) % d1.len()].abs() * 3.0) as usize % 2][n11]
                            / (1.8 + d1[1].sin()))
                            .tanh()
                            .round())
                        .tanh();
                };
            }
            2..=3 => {
                let mut x14 = f64::rem_euclid(
                    0.13 * d1[6 % d1.len()] * d1[(k3 % 8) % d1.len()],
                    1.3,
                );
            }
            _ => {
                let x16 = 0.23
                    * ((m0[(k3 * 3 + 2) % 2][k3] * m0[(k3 * 3 + 2) % 2][k3] + 0.5).ln()
                        * (k3 as f64 + 1.35)
                        + (({
                            let t15 = d1[0];
                            t15 * m0[k3 % 2][k3]
                        }) / 3.0)
                            .min(d1[(k3 % 8) % d1.len()]));
            }
        }
        m0[(k3 * 2 + 1) % 2][k3].max(d1[k3 % d1.len()]) - m0[0][2] - d1[d1.len() - 2]
            - a1[k3]
    }
    fn value(x: &[f64]) -> Vec<f64> {
        let p0 = [[x[0], x[1], x[2]], [x[3], x[4], x[5]]];
        let p1 = x[6..8].to_vec();
        let y = f(p0, &p1);
        [flat(&y)].concat()
    }
    fn backward(x: &[f64], w: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let p0 = [[x[0], x[1], x[2]], [x[3], x[4], x[5]]];
        let p1 = x[6..8].to_vec();
        let mut d1 = vec![0.0; 2];
        let (y, g0) = f_backward(p0, &p1, &mut d1, w[0]);
        ([flat(&y)].concat(), [flat(&g0), flat(&d1)].concat())
    }
    fn vjp(x: &[f64], w: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let p0 = [[x[0], x[1], x[2]], [x[3], x[4], x[5]]];
        let p1 = x[6..8].to_vec();
        let mut d1 = vec![0.0; 2];
        let (y, pullback) = f_vjp(p0, &p1);
        let outputs = [flat(&y)].concat();
        let g0 = pullback(&p1, &mut d1, w[0]);
        (outputs, [flat(&g0), flat(&d1)].concat())
    }
    fn grad(x: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let p0 = [[x[0], x[1], x[2]], [x[3], x[4], x[5]]];
        let p1 = x[6..8].to_vec();
        let (g0, d1) = f_grad(p0, &p1);
        let alone = [flat(&g0), flat(&d1)].concat();
        let (y, (g0, d1)) = f_value_and_grad(p0, &p1);
        assert_eq!(alone, [flat(& g0), flat(& d1)].concat());
        (flat(&y), [flat(&g0), flat(&d1)].concat())
    }
}

mod seed_1000311 {
    use super::{flat, Case};
    pub(crate) const CASE: Case = Case {
        name: "seed_1000311",
        point: &[0.556, 1.333],
        value,
        backward,
        vjp,
        grad: None,
    };
    #[autograd::differentiable]
    fn g1(mut z0: f64) -> f64 {
        if (z0 * z0 + 0.6).log2() / 2.0 > z0 {
            let mut a1: Vec<f64> = vec![(z0 * z0 + 1.2).log(2.5); 0 + 2];
            a1[1] -= (0.15 * (a1[a1.len() - 2] + z0)).acos();
        } else {
            z0 = (z0 * (z0 * z0 + 0.5).cbrt()).tanh()
                * ((z0 * z0 + 0.4).powf(0.33 * z0).sin() * z0.cos());
            if 5 % 3 == 1 {
                z0 *= f64::copysign(z0, z0).signum();
            }
        }
        1.56 * z0 / 2.0
    }
    #[autograd::differentiable]
    fn g2(mut z0: f64, mut c1: [f64; 2]) -> [f64; 3] {
        let x1 = ((z0 + z0)
            * (match 0 {
                k if k > 2 => c1[0],
                _ => c1[1],
            }) + c1[1])
            .tanh();
        let r2: f64 = g1((z0 - z0).tanh());
        let r3: f64 = g1((z0 + r2).sin());
        let x4 = (x1 / 2.0).cosh();
        let r5: f64 = g1(f64::clamp(0.94, -1.25, 1.5));
        [
            (0.30 * x1).atanh() + z0 - c1[0] + r3,
            -r2 + z0 - c1[(r5.abs() * 3.0) as usize % 2] - x1 + r2 - r3 - r5,
            0.50 * (x1 - r5) + z0 - c1[0] - r2 - r3,
        ]
    }
    #[autograd::differentiable]
    fn f(c0: &mut [f64; 2]) {
        if 0 % 3 != 2 {
            let mut y1: f64 = if c0[0] > 0.87 && c0[1] < 0.54 {
                let y2: f64 = if matches!(3, ..2) {
                    match 3 {
                        4.. => {
                            c0[0] = -(-(-c0[(c0[0].abs() * 3.0) as usize % 2]));
                        }
                        _ => {
                            let x4 = (c0[1].hypot(c0[1] * c0[1] + 0.6).sin()
                                * c0[0].cos())
                                .sinh();
                        }
                    }
                    c0[0]
                } else {
                    let x5 = 0.93
                        * (match 0 {
                            k if k > 2 => c0[1] * c0[0] / 3.0,
                            _ => g1(c0[0]),
                        })
                            .atan2(c0[1]);
                    (x5 * x5 + 1.3).acosh()
                };
                (c0[0].trunc() + y2) / 2.0
            } else {
                let mut x7 = (c0[0].powi(2).sin() / (c0[0] * c0[0] + 0.8)
                    + ({
                        let t6 = if 0.72 > -0.87 || c0[0] < -0.62 {
                            c0[1]
                        } else {
                            c0[1]
                        };
                        t6 * (c0[1] * c0[1] + 0.7).recip()
                    }))
                    .sin();
                f64::recip(1.56 * 1.56 + 0.7)
            };
            return;
        }
    }
    fn value(x: &[f64]) -> Vec<f64> {
        let mut p0 = [x[0], x[1]];
        f(&mut p0);
        [flat(&p0)].concat()
    }
    fn backward(x: &[f64], w: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let mut p0 = [x[0], x[1]];
        let mut d0 = [w[0], w[1]];
        let () = f_backward(&mut p0, &mut d0);
        ([flat(&p0)].concat(), [flat(&d0)].concat())
    }
    fn vjp(x: &[f64], w: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let mut p0 = [x[0], x[1]];
        let mut d0 = [w[0], w[1]];
        let pullback = f_vjp(&mut p0);
        let outputs = [flat(&p0)].concat();
        let () = pullback(&mut p0, &mut d0);
        assert_eq!(flat(& p0), x[0..2]);
        (outputs, [flat(&d0)].concat())
    }
}

mod seed_1000312 {
    use super::{flat, Case};
    pub(crate) const CASE: Case = Case {
        name: "seed_1000312",
        point: &[-0.294, 1.231, 1.495],
        value,
        backward,
        vjp,
        grad: None,
    };
    #[autograd::differentiable]
    fn g1(m0: [[f64; 3]; 2], d1: &mut [f64], n2: usize) -> f64 {
        if 5 % 3 == 1 {
            let mut x1 = ((m0[n2.min(1)][0].tanh() * m0[n2.min(1)][0].tanh() + 0.4)
                .powf(0.33 * d1[(n2 + 4) % d1.len()])
                - (n2 as f64).atan2(n2 as f64).tanh().exp()) / 5.0;
            x1
                *= f64::tanh(
                    0.20
                        * (f64::ln(0.13 * 0.13 + 0.5) - (n2 as f64).hypot(x1 * x1 + 0.6)),
                );
            if !(d1[0] > -0.56) {
                if m0[0][2] > 0.62 {
                    x1 = m0[(n2 * 4 + 1) % 2][2].hypot(m0[1][2] * m0[1][2] + 0.6).sin();
                }
            } else {
                x1 = 0.5 * x1
                    + (m0[(x1.abs() * 3.0) as usize % 2][n2 % 3] / (1.42 * 1.42 + 0.8))
                        .tanh();
            }
        } else {
            let mut x2 = (0.37 * -d1[n2 % d1.len()].floor()).sinh();
        }
        m0[(n2 * 2 + 2) % 2][n2.min(2)].clamp(-1.25, 1.5) + d1[(n2 + 4) % d1.len()]
    }
    #[autograd::differentiable]
    fn f(z0: &mut f64, d1: &[f64]) -> f64 {
        let (s1, c2) = ((*z0).tanh().exp() / 2.0).abs().sin_cos();
        let mut k3: usize = 0;
        let mut x4 = -c2;
        let mut n5: usize = 0;
        while n5 < 2 {
            n5 += 1;
            for i6 in (0..5).step_by(3) {
                let mut n7: usize = 0;
                let v10: f64 = loop {
                    if n7 == 1 {
                        break -x4;
                    }
                    n7 += 1;
                    let mut a8: [f64; 4] = [
                        *z0,
                        0.33 * (*z0 * x4),
                        (0.50 * c2).cosh(),
                        (s1 + x4) / 2.0,
                    ];
                    if *z0 > -0.48 {
                        if a8[n5].max(a8[k3 + 2]) >= d1[1] {
                            return a8[n7];
                        }
                    } else {
                        x4 = (c2 * ((i6 as f64 - x4) / 2.0)).asinh().sin();
                        *z0 /= (i6 as f64) * (i6 as f64) + 1.0;
                        let x9 = ((0.75 * i6 as f64).round_ties_even()
                            * (0.75 * f64::powi(1.37, (i6 % 4) as i32)) / 8.0)
                            .atan2(0.46 * 0.46 + 0.5);
                    }
                };
                let mut x11 = f64::log10(1.44 * 1.44 + 0.5).exp_m1() / 2.0;
            }
        }
        let mut a12: [f64; 3] = [0.0; 3];
        let mut n13: usize = 0;
        while n13 < 2 && f64::asin(0.75 * 1.19) > x4 {
            n13 += 1;
            let x15 = {
                let t14 = if 0.33 * (d1[0] * x4) >= *z0 {
                    (c2 * c2 + 0.1).ln_1p()
                } else {
                    (n5 as f64 * *z0).tanh()
                };
                t14 * (d1[1] / (1.8 + x4.sin()) - -d1[n13 % d1.len()]).tanh()
            };
        }
        a12[n13] - d1[1] - s1 - c2 - x4
    }
    fn value(x: &[f64]) -> Vec<f64> {
        let mut p0 = x[0];
        let p1 = x[1..3].to_vec();
        let y = f(&mut p0, &p1);
        [flat(&y), flat(&p0)].concat()
    }
    fn backward(x: &[f64], w: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let mut p0 = x[0];
        let p1 = x[1..3].to_vec();
        let mut d0 = w[1];
        let mut d1 = vec![0.0; 2];
        let y = f_backward(&mut p0, &mut d0, &p1, &mut d1, w[0]);
        ([flat(&y), flat(&p0)].concat(), [flat(&d0), flat(&d1)].concat())
    }
    fn vjp(x: &[f64], w: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let mut p0 = x[0];
        let p1 = x[1..3].to_vec();
        let mut d0 = w[1];
        let mut d1 = vec![0.0; 2];
        let (y, pullback) = f_vjp(&mut p0, &p1);
        let outputs = [flat(&y), flat(&p0)].concat();
        let () = pullback(&mut p0, &mut d0, &p1, &mut d1, w[0]);
        assert_eq!(flat(& p0), x[0..1]);
        (outputs, [flat(&d0), flat(&d1)].concat())
    }
}

mod seed_1000313 {
    use super::{flat, Case};
    pub(crate) const CASE: Case = Case {
        name: "seed_1000313",
        point: &[0.505, 0.812],
        value,
        backward,
        vjp,
        grad: None,
    };
    #[autograd::differentiable]
    fn f(z0: &mut f64, mut z1: f64) -> f64 {
        let mut a1: Vec<f64> = vec![z1.powi(3) / 9.0; 2 + 2];
        if 1.56 < 0.67 && z1 < 0.65 {
            return (a1[a1.len() - 1] * a1[a1.len() - 1] + 0.5).ln().round().tanh();
        }
        if a1[1] > -0.35 || z1 < -0.81 {
            return ((*z0) * (*z0) + 0.5).ln().min(1.32);
        }
        for i2 in (0..=4).rev().step_by(2) {
            let mut z1 = z1;
        }
        let mut k3: usize = 3;
        let mut n4: usize = 0;
        let v6: f64 = loop {
            if n4 == 1 {
                break n4 as f64;
            }
            n4 += 1;
            *z0 -= ((z1 * z1 + 0.5).ln() + *z0 / (1.8 + f64::sin(1.72))).tanh();
            let mut y5: f64 = if z1 < -0.08 {
                z1 = *z0;
                f64::log2(0.28 * 0.28 + 0.6).sin()
            } else {
                ((k3 as f64).tanh().exp() - (z1 / 3.0).tan()).tanh()
            };
        };
        let x7 = 0.50
            * ((if 0.50 * (a1[((n4 * 4 + 2) % 8) % a1.len()] - z1)
                > a1[(n4 % 8) % a1.len()]
            {
                v6
            } else {
                (n4 as f64).rem_euclid(1.3)
            }) - a1[1]);
        z1 = 0.56 * (n4 as f64 + x7 / 2.9);
        a1[1] *= 0.33 * ((*z0).hypot((n4 as f64) * (n4 as f64) + 0.6) / 4.0);
        v6.abs() + *z0 - z1 + x7
    }
    fn value(x: &[f64]) -> Vec<f64> {
        let mut p0 = x[0];
        let p1 = x[1];
        let y = f(&mut p0, p1);
        [flat(&y), flat(&p0)].concat()
    }
    fn backward(x: &[f64], w: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let mut p0 = x[0];
        let p1 = x[1];
        let mut d0 = w[1];
        let (y, g1) = f_backward(&mut p0, &mut d0, p1, w[0]);
        ([flat(&y), flat(&p0)].concat(), [flat(&d0), flat(&g1)].concat())
    }
    fn vjp(x: &[f64], w: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let mut p0 = x[0];
        let p1 = x[1];
        let mut d0 = w[1];
        let (y, pullback) = f_vjp(&mut p0, p1);
        let outputs = [flat(&y), flat(&p0)].concat();
        let g1 = pullback(&mut p0, &mut d0, w[0]);
        assert_eq!(flat(& p0), x[0..1]);
        (outputs, [flat(&d0), flat(&g1)].concat())
    }
}

mod seed_1000314 {
    use super::{flat, Case};
    pub(crate) const CASE: Case = Case {
        name: "seed_1000314",
        point: &[1.229, 1.423, 1.501, 1.045, -0.982, -0.709, 0.87],
        value,
        backward,
        vjp,
        grad: None,
    };
    #[autograd::differentiable]
    fn f(d0: &[f64], d1: &mut [f64]) -> f64 {
        d1[4 % d1.len()] = 0.5 * d1[4 % d1.len()] + d0[1] / 2.0;
        if d0[1] > d1[2 % d1.len()] {
            d1[d1.len() - 2] -= 0.30;
            d1[6 % d1.len()] = d0[0];
            let mut y1: f64 = if d1[1] > 0.24 || d1[0] < 0.25 {
                if let 0 | 2 = 2 {
                    let mut a2: [f64; 2] = [
                        0.70 * (d1[1] / 2.9),
                        (d0[d0.len() - 2] - d0[0]) / 2.0,
                    ];
                    let mut x3 = ((d0[d0.len() - 1] - 0.22) / 2.0
                        / (1.8 + d1[6 % d1.len()].sin()) / 2.0)
                        .tan();
                    let mut a4: [f64; 4] = [(d0[5 % d0.len()] - d0[0]) / 2.0; 4];
                } else {
                    'l5: for i6 in 1..d1.len() {
                        if i6 % 2 != 2 {
                            return ((match (i6 * 5 + 1) % 5 {
                                0 => d1[i6 % d1.len()],
                                _ => 1.25,
                            }) - f64::cosh(1.16))
                                .tanh();
                        }
                    }
                    for i7 in (1..6).step_by(2).rev() {
                        assert!(d1[i7.min(7) % d1.len()] < 1.0e6);
                    }
                    d1[1] /= d1[1 % d1.len()] * d1[1 % d1.len()] + 1.0;
                }
                (d0[0 % d0.len()].atan() / 2.0).atanh()
            } else {
                let mut x8: f64 = 0.89;
                (d1[4 % d1.len()] + x8).sin()
            };
        }
        0.50 * (d0[1 % d0.len()] - d1[1]) + d0[0 % d0.len()] - d1[1]
    }
    fn value(x: &[f64]) -> Vec<f64> {
        let p0 = x[0..4].to_vec();
        let mut p1 = x[4..7].to_vec();
        let y = f(&p0, &mut p1);
        [flat(&y), flat(&p1)].concat()
    }
    fn backward(x: &[f64], w: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let p0 = x[0..4].to_vec();
        let mut p1 = x[4..7].to_vec();
        let mut d0 = vec![0.0; 4];
        let mut d1 = w[1..4].to_vec();
        let y = f_backward(&p0, &mut d0, &mut p1, &mut d1, w[0]);
        ([flat(&y), flat(&p1)].concat(), [flat(&d0), flat(&d1)].concat())
    }
    fn vjp(x: &[f64], w: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let p0 = x[0..4].to_vec();
        let mut p1 = x[4..7].to_vec();
        let mut d0 = vec![0.0; 4];
        let mut d1 = w[1..4].to_vec();
        let (y, pullback) = f_vjp(&p0, &mut p1);
        let outputs = [flat(&y), flat(&p1)].concat();
        let () = pullback(&p0, &mut d0, &mut p1, &mut d1, w[0]);
        assert_eq!(flat(& p1), x[4..7]);
        (outputs, [flat(&d0), flat(&d1)].concat())
    }
}

mod seed_1000315 {
    use super::{flat, Case};
    pub(crate) const CASE: Case = Case {
        name: "seed_1000315",
        point: &[0.297, 1.098, -1.164],
        value,
        backward,
        vjp,
        grad: None,
    };
    #[autograd::differentiable]
    fn f(c0: &mut [f64; 2], z1: &mut f64) -> [f64; 2] {
        let mut w1: f64 = c0[0].copysign(*z1).clamp(-1.25, 1.5).sin();
        while w1 < 1.3 {
            w1 += 0.4 + 0.1 * w1 * w1;
            if let 0 | 2 = 3 {
                let x2 = (c0[0] - 0.65 / (1.8 + w1.sin())).sin();
                c0[1] /= x2 * x2 + 1.0;
                c0[1] -= 0.20 * (-(w1 + x2) / 2.0);
            } else {
                if matches!(0, 1..= 3) {
                    *z1 = 0.5 * *z1 + (c0[(c0[1].abs() * 3.0) as usize % 2] + w1).sin();
                    break;
                }
            }
        }
        [
            f64::ln_1p(0.34 * 0.34 + 0.1) - c0[1] - *z1 + w1,
            (c0[(c0[1].abs() * 3.0) as usize % 2] * c0[(c0[1].abs() * 3.0) as usize % 2]
                + 0.7)
                .recip() - c0[(w1.abs() * 3.0) as usize % 2] + *z1,
        ]
    }
    fn value(x: &[f64]) -> Vec<f64> {
        let mut p0 = [x[0], x[1]];
        let mut p1 = x[2];
        let y = f(&mut p0, &mut p1);
        [flat(&y), flat(&p0), flat(&p1)].concat()
    }
    fn backward(x: &[f64], w: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let mut p0 = [x[0], x[1]];
        let mut p1 = x[2];
        let mut d0 = [w[2], w[3]];
        let mut d1 = w[4];
        let y = f_backward(&mut p0, &mut d0, &mut p1, &mut d1, [w[0], w[1]]);
        ([flat(&y), flat(&p0), flat(&p1)].concat(), [flat(&d0), flat(&d1)].concat())
    }
    fn vjp(x: &[f64], w: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let mut p0 = [x[0], x[1]];
        let mut p1 = x[2];
        let mut d0 = [w[2], w[3]];
        let mut d1 = w[4];
        let (y, pullback) = f_vjp(&mut p0, &mut p1);
        let outputs = [flat(&y), flat(&p0), flat(&p1)].concat();
        let () = pullback(&mut p0, &mut d0, &mut p1, &mut d1, [w[0], w[1]]);
        assert_eq!(flat(& p0), x[0..2]);
        assert_eq!(flat(& p1), x[2..3]);
        (outputs, [flat(&d0), flat(&d1)].concat())
    }
}

mod seed_1000316 {
    use super::{flat, Case};
    pub(crate) const CASE: Case = Case {
        name: "seed_1000316",
        point: &[
            0.926,
            1.097,
            1.567,
            -0.665,
            1.354,
            0.649,
            -1.009,
            -1.181,
            -0.631,
            0.353,
            1.58,
            -0.248,
            0.485,
            -1.431,
        ],
        value,
        backward,
        vjp,
        grad: Some(grad),
    };
    #[autograd::differentiable]
    fn g1(z0: f64, n1: usize, z2: f64, z3: f64) -> f64 {
        for i1 in 0..=2 {
            if let 0 = n1 {
                let a2: [f64; 3] = [
                    i1 as f64 / ((n1 as f64) * (n1 as f64) + 0.8),
                    0.60 * (i1 as f64 + z0),
                    z0.tanh(),
                ];
            }
            let x3 = ((z2 * z0 - z2.atan2(z0)) / 3.0 * (-z0 * (z3 - z3) / 3.0)).tanh();
            let mut w5: f64 = 0.70 * (n1 as f64 * z0 / 3.0 / 2.7) / 3.0;
            'l4: while w5 < 1.3 {
                w5 += 0.4 + 0.1 * z3 * z3;
                let mut x6 = 0.25
                    * (0.14 % 1.7 - z3 - (z3 / (1.8 + x3.sin()) - (w5 * w5 + 0.5).ln()));
            }
        }
        z0.clamp(-1.25, 1.5) + z0
    }
    #[autograd::differentiable]
    fn f(c0: [f64; 3], m1: [[f64; 3]; 2], v2: &Vec<f64>, z3: f64) -> f64 {
        let mut x1 = (c0[0] + (z3 / 2.0).powi(2 as i32).cos()).tanh();
        let r3: f64 = g1(
            0.33
                * ({
                    let t2 = z3;
                    t2 * z3
                }),
            3,
            c0[0].copysign(1.76),
            (m1[1][0] / 2.0).sin(),
        );
        {
            let row4 = &c0[1..];
            let mut a5: [f64; 2] = [0.66 * r3.sin().exp(), (z3 * z3 + 0.7).recip()];
            a5[1] *= 0.70 * ((c0[1] + v2[1]).sin() / 2.2);
        }
        let k6: usize = 1;
        let y7: f64 = if (k6 % 6) % 3 >= 0 {
            let r8: f64 = g1(
                x1.max(z3),
                k6 % 4,
                if 2.00 > r3 { r3 } else { 0.41 },
                (v2[1] * v2[1] + 1.2).log(2.5),
            );
            x1
        } else {
            ((if 2 % 2 < 0 { k6 as f64 } else { 0.84 }) - -x1) / 2.0
        };
        for i9 in 0..4 {
            x1 = 0.5 * x1 + f64::sin((z3 * z3 + 1.2).log(2.5));
        }
        f64::tanh(0.55) - m1[1][0] + v2[((k6 * 5 + 2) % 8) % v2.len()] - z3 - x1
    }
    fn value(x: &[f64]) -> Vec<f64> {
        let p0 = [x[0], x[1], x[2]];
        let p1 = [[x[3], x[4], x[5]], [x[6], x[7], x[8]]];
        let p2 = x[9..13].to_vec();
        let p3 = x[13];
        let y = f(p0, p1, &p2, p3);
        [flat(&y)].concat()
    }
    fn backward(x: &[f64], w: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let p0 = [x[0], x[1], x[2]];
        let p1 = [[x[3], x[4], x[5]], [x[6], x[7], x[8]]];
        let p2 = x[9..13].to_vec();
        let p3 = x[13];
        let mut d2 = vec![0.0; 4];
        let (y, (g0, g1, g3)) = f_backward(p0, p1, &p2, &mut d2, p3, w[0]);
        ([flat(&y)].concat(), [flat(&g0), flat(&g1), flat(&d2), flat(&g3)].concat())
    }
    fn vjp(x: &[f64], w: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let p0 = [x[0], x[1], x[2]];
        let p1 = [[x[3], x[4], x[5]], [x[6], x[7], x[8]]];
        let p2 = x[9..13].to_vec();
        let p3 = x[13];
        let mut d2 = vec![0.0; 4];
        let (y, pullback) = f_vjp(p0, p1, &p2, p3);
        let outputs = [flat(&y)].concat();
        let (g0, g1, g3) = pullback(&p2, &mut d2, w[0]);
        (outputs, [flat(&g0), flat(&g1), flat(&d2), flat(&g3)].concat())
    }
    fn grad(x: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let p0 = [x[0], x[1], x[2]];
        let p1 = [[x[3], x[4], x[5]], [x[6], x[7], x[8]]];
        let p2 = x[9..13].to_vec();
        let p3 = x[13];
        let (g0, g1, d2, g3) = f_grad(p0, p1, &p2, p3);
        let alone = [flat(&g0), flat(&g1), flat(&d2), flat(&g3)].concat();
        let (y, (g0, g1, d2, g3)) = f_value_and_grad(p0, p1, &p2, p3);
        assert_eq!(alone, [flat(& g0), flat(& g1), flat(& d2), flat(& g3)].concat());
        (flat(&y), [flat(&g0), flat(&g1), flat(&d2), flat(&g3)].concat())
    }
}

mod seed_1000317 {
    use super::{flat, Case};
    pub(crate) const CASE: Case = Case {
        name: "seed_1000317",
        point: &[-0.273, 0.509],
        value,
        backward,
        vjp,
        grad: Some(grad),
    };
    #[autograd::differentiable]
    fn f(z0: f64, z1: f64) -> f64 {
        if z1 < -0.07 || z1 > 0.01 {
            'l1: for i2 in 0..=2 {
                if 0.57 > -0.88 {
                    return i2 as f64 / (1.8 + z1.sin()) * z1.max(i2 as f64) / 3.0;
                }
                if z0 <= z1 {
                    let x3 = ((0.33 * (z1 + 1.52)).sinh() - z1 * i2 as f64).sin();
                } else if z1 > 0.36 || z1 > 0.75 {
                    let x4 = 0.34
                        * ((0.45 * i2 as f64).atanh() + z1 / (1.8 + z1.sin())
                            + -z1 * (z1 * z1).tanh());
                } else {
                    let mut x5 = (z1 * z1 + 0.5).ln();
                }
            }
        } else {
            let mut x6 = z1 * (z1.trunc() / (1.8 + z0.sin())) / 5.0;
        }
        z0.tanh() - z0 - z1
    }
    fn value(x: &[f64]) -> Vec<f64> {
        let p0 = x[0];
        let p1 = x[1];
        let y = f(p0, p1);
        [flat(&y)].concat()
    }
    fn backward(x: &[f64], w: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let p0 = x[0];
        let p1 = x[1];
        let (y, (g0, g1)) = f_backward(p0, p1, w[0]);
        ([flat(&y)].concat(), [flat(&g0), flat(&g1)].concat())
    }
    fn vjp(x: &[f64], w: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let p0 = x[0];
        let p1 = x[1];
        let (y, pullback) = f_vjp(p0, p1);
        let outputs = [flat(&y)].concat();
        let (g0, g1) = pullback(w[0]);
        (outputs, [flat(&g0), flat(&g1)].concat())
    }
    fn grad(x: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let p0 = x[0];
        let p1 = x[1];
        let (g0, g1) = f_grad(p0, p1);
        let alone = [flat(&g0), flat(&g1)].concat();
        let (y, (g0, g1)) = f_value_and_grad(p0, p1);
        assert_eq!(alone, [flat(& g0), flat(& g1)].concat());
        (flat(&y), [flat(&g0), flat(&g1)].concat())
    }
}

mod seed_1000318 {
    use super::{flat, Case};
    pub(crate) const CASE: Case = Case {
        name: "seed_1000318",
        point: &[0.389],
        value,
        backward,
        vjp,
        grad: Some(grad),
    };
    #[autograd::differentiable]
    fn f(mut z0: f64) -> f64 {
        for i1 in 0..2 {
            let mut a2: [f64; 3] = [0.0; 3];
            let k3: usize = i1.min(3);
        }
        if z0.tanh().sinh() >= z0 {
            let a4: [f64; 2] = [0.0; 2];
        } else if z0 > -0.22 || z0 > 0.91 {
            let mut a5: [f64; 3] = [f64::sin(1.73).cosh(); 3];
            let mut n6: usize = 0;
            loop {
                if n6 == 2 {
                    break;
                }
                n6 += 1;
                let x7 = (0.33 * (z0 * z0) / (a5[n6] * a5[n6] + 0.8)
                    - (a5[n6] + a5[n6] / 2.9))
                    .tanh();
                a5[n6] -= 0.20 * -x7;
                match n6.min(4) {
                    1 | 3 => {
                        let mut y9: f64 = if (a5[n6] / (1.8 + x7.sin())).tanh() < a5[2] {
                            a5[n6] = 0.5 * a5[n6] + (a5[0] * 1.36).sin();
                            z0 += 0.44 * (-0.70 + (x7 - a5[n6])) / 5.0;
                            f64::fract(1.05).powi(3)
                        } else {
                            z0 = -(if n6 % 2 != 1 {
                                0.70 * (a5[n6] / (1.8 + f64::sin(x7)))
                            } else {
                                n6 as f64
                            });
                            x7
                        };
                    }
                    k if k % 2 == 1 => {
                        z0 *= 0.58 * (x7.atan2(a5[n6] * a5[n6] + 0.5) % 1.7);
                    }
                    _ => {
                        z0 = (z0.round().sin().copysign(x7)
                            + -((n6 as f64) * (n6 as f64) + 0.6).log2()) / 2.0;
                    }
                }
            }
        } else {
            z0 -= 0.75 * z0.floor();
        }
        -z0 + z0
    }
    fn value(x: &[f64]) -> Vec<f64> {
        let p0 = x[0];
        let y = f(p0);
        [flat(&y)].concat()
    }
    fn backward(x: &[f64], w: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let p0 = x[0];
        let (y, g0) = f_backward(p0, w[0]);
        ([flat(&y)].concat(), [flat(&g0)].concat())
    }
    fn vjp(x: &[f64], w: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let p0 = x[0];
        let (y, pullback) = f_vjp(p0);
        let outputs = [flat(&y)].concat();
        let g0 = pullback(w[0]);
        (outputs, [flat(&g0)].concat())
    }
    fn grad(x: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let p0 = x[0];
        let g0 = f_grad(p0);
        let alone = [flat(&g0)].concat();
        let (y, g0) = f_value_and_grad(p0);
        assert_eq!(alone, [flat(& g0)].concat());
        (flat(&y), [flat(&g0)].concat())
    }
}

mod seed_1000319 {
    use super::{flat, Case};
    pub(crate) const CASE: Case = Case {
        name: "seed_1000319",
        point: &[0.74, -1.046, -0.378],
        value,
        backward,
        vjp,
        grad: None,
    };
    #[autograd::differentiable]
    fn g1(mut c0: [f64; 2], z1: &f64) -> f64 {
        if c0[1] > -0.11 || c0[1] > 0.21 {
            let x1 = (1.35 * *z1).sin() - (0.30 * c0[0].min(c0[0])).atanh();
            let x1 = (0.66 * f64::tanh(x1).exp()).min(c0[0]).atan2(x1 * x1 + 0.5);
        }
        for i2 in (0..=4).rev().step_by(2) {
            let mut x3 = f64::sqrt(0.11 * 0.11 + 0.4).tanh();
        }
        *z1 - c0[1] - *z1
    }
    #[autograd::differentiable]
    fn f(d0: &mut [f64], mut z1: f64) -> f64 {
        let mut n1: usize = 0;
        loop {
            if n1 == 3 {
                break;
            }
            n1 += 1;
            let x2 = (f64::max((n1 as f64).atan(), d0[((n1 * 3 + 1) % 8) % d0.len()])
                * f64::max((n1 as f64).atan(), d0[((n1 * 3 + 1) % 8) % d0.len()]) + 0.4)
                .powf(d0[n1.min(7) % d0.len()] / 3.0)
                .sin();
            z1
                += (match n1 % 5 {
                    0 | 3 => d0[0].atan(),
                    _ => f64::rem_euclid(z1, 1.3),
                }) / 3.0;
            let mut k3: usize = n1 % 3;
        }
        for i4 in (0..5).step_by(3) {
            z1 = 0.5 * z1
                + g1([-(n1 as f64), (z1 / (1.8 + d0[1].sin())).tanh()], &z1) / 2.0;
        }
        (z1 + d0[1 % d0.len()]) / 2.0 + z1
    }
    fn value(x: &[f64]) -> Vec<f64> {
        let mut p0 = x[0..2].to_vec();
        let p1 = x[2];
        let y = f(&mut p0, p1);
        [flat(&y), flat(&p0)].concat()
    }
    fn backward(x: &[f64], w: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let mut p0 = x[0..2].to_vec();
        let p1 = x[2];
        let mut d0 = w[1..3].to_vec();
        let (y, g1) = f_backward(&mut p0, &mut d0, p1, w[0]);
        ([flat(&y), flat(&p0)].concat(), [flat(&d0), flat(&g1)].concat())
    }
    fn vjp(x: &[f64], w: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let mut p0 = x[0..2].to_vec();
        let p1 = x[2];
        let mut d0 = w[1..3].to_vec();
        let (y, pullback) = f_vjp(&mut p0, p1);
        let outputs = [flat(&y), flat(&p0)].concat();
        let g1 = pullback(&mut p0, &mut d0, w[0]);
        assert_eq!(flat(& p0), x[0..2]);
        (outputs, [flat(&d0), flat(&g1)].concat())
    }
}

mod seed_1000320 {
    use super::{flat, Case};
    pub(crate) const CASE: Case = Case {
        name: "seed_1000320",
        point: &[1.269, 0.549, 0.997, 0.284, -0.79, 1.454],
        value,
        backward,
        vjp,
        grad: None,
    };
    #[autograd::differentiable]
    fn f(z0: f64, d1: &[f64]) -> [f64; 3] {
        if d1[5 % d1.len()] < 0.01 || 0.43 < 0.14 {
            return [
                f64::cos(d1[0] + z0),
                (z0.copysign(z0) - z0 / 2.7) / 3.0,
                ((match 0 {
                    0 | 3 => d1[1 % d1.len()],
                    _ => d1[2 % d1.len()],
                }) - d1[1] / 2.8)
                    .tanh(),
            ];
        }
        let x1 = f64::log(1.99 * 1.99 + 1.2, 2.5);
        for i2 in (1..6).step_by(2).rev() {
            let mut x3 = (x1 * 0.68 / (x1 * x1 + 0.8)).rem_euclid(1.3);
        }
        let (s4, c5) = ((d1[5 % d1.len()] * d1[5 % d1.len()] + 1.3).acosh()
            / (x1 * x1 + 0.8))
            .tanh()
            .sin_cos();
        let mut x6 = (d1[0] * d1[0] + 0.5).ln();
        let mut x7 = (0.09
            * (f64::max(z0, 0.15) * f64::max(z0, 0.15) + 0.4).powf(f64::sin(s4)))
            .atanh();
        let mut n8: usize = 0;
        while n8 < 1 && x7 > -0.11 {
            n8 += 1;
            x7 += (0.15 * (x1 + s4)).asin();
        }
        let mut a9: Vec<f64> = vec![z0, - z0, z0.max(c5), x7.min(1.87)];
        let mut n10: usize = 0;
        loop {
            if n10 == 3 {
                break;
            }
            n10 += 1;
            let mut w12: f64 = 0.33
                * ({
                    let t13 = 0.25
                        * f64::mul_add(
                            z0,
                            n10 as f64,
                            a9[((n8 * 2 + 2) % 8) % a9.len()],
                        );
                    t13 * z0.floor().sin()
                });
            'l11: while w12 < 1.3 {
                w12 += 0.4 + 0.1 * (n10 as f64) * (n10 as f64);
                let flag14 = n8.min(5) % 3 != 2;
            }
        }
        [
            x6.fract() - z0 + x1 + s4 - x6,
            (x7 * x7 + 0.5).cbrt() + z0 - d1[7 % d1.len()] - x1 - s4 + x6
                + a9[(n8 % 8) % a9.len()],
            x1.copysign(x1) + z0 + d1[0] - x1 + s4 + c5 - x6 + x7 - a9[1],
        ]
    }
    fn value(x: &[f64]) -> Vec<f64> {
        let p0 = x[0];
        let p1 = x[1..6].to_vec();
        let y = f(p0, &p1);
        [flat(&y)].concat()
    }
    fn backward(x: &[f64], w: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let p0 = x[0];
        let p1 = x[1..6].to_vec();
        let mut d1 = vec![0.0; 5];
        let (y, g0) = f_backward(p0, &p1, &mut d1, [w[0], w[1], w[2]]);
        ([flat(&y)].concat(), [flat(&g0), flat(&d1)].concat())
    }
    fn vjp(x: &[f64], w: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let p0 = x[0];
        let p1 = x[1..6].to_vec();
        let mut d1 = vec![0.0; 5];
        let (y, pullback) = f_vjp(p0, &p1);
        let outputs = [flat(&y)].concat();
        let g0 = pullback(&p1, &mut d1, [w[0], w[1], w[2]]);
        (outputs, [flat(&g0), flat(&d1)].concat())
    }
}

mod seed_1000321 {
    use super::{flat, Case};
    pub(crate) const CASE: Case = Case {
        name: "seed_1000321",
        point: &[-0.334, -0.28, 1.073, -1.318, 1.209, 1.373, 0.418],
        value,
        backward,
        vjp,
        grad: None,
    };
    #[autograd::differentiable]
    fn f(mut c0: [f64; 2], n1: usize, (u2, v2): (f64, f64), d3: &[f64]) -> [f64; 3] {
        let m1: f64 = match (n1 * 2 + 3) % 5 {
            0 => {
                c0[n1 % 2] -= d3[6 % d3.len()].copysign(v2) % 1.7;
                if v2.min(n1 as f64) > n1 as f64 {
                    for i2 in (1..6).step_by(2).rev() {
                        if (i2 % 6) % 2 != 2 {
                            let x3 = -(0.33 * (d3[i2.min(7) % d3.len()] * v2))
                                .max(c0[1]);
                            if d3[(i2 % 8) % d3.len()].min(d3[d3.len() - 1])
                                < d3[n1 % d3.len()]
                            {
                                continue;
                            }
                            c0[1] = x3;
                        } else {
                            c0[1] = f64::recip(1.50 * 1.50 + 0.7);
                            let mut a4: Vec<f64> = c0.to_vec();
                        }
                    }
                } else if (n1 as f64 - u2) / 2.0 > u2 {
                    let x5 = (d3[1] - c0[1] + d3[((n1 * 5 + 2) % 8) % d3.len()] / 1.3)
                        .sin()
                        .round() / 2.0;
                } else {
                    let mut x6 = 0.69 * ((c0[0] * c0[0] + 0.1).ln_1p() + 1.34);
                }
                -(n1 as f64).tanh().tan()
            }
            2..=3 => (f64::powi(v2 / 2.0, 1 as i32) + f64::floor(n1 as f64)).sin(),
            _ => {
                let mut x7 = f64::powi(f64::sin(f64::round(1.94)), 2 as i32).tanh();
                0.85 * (x7.sin().exp_m1() * (c0[0] * d3[(n1 % 8) % d3.len()]).sin())
            }
        };
        [
            d3[1] / 1.7 / 2.0 - c0[1] + v2,
            f64::round_ties_even(1.21) / 2.0 + v2 - d3[n1.min(7) % d3.len()],
            (u2 * u2 + 0.5).cbrt() + u2 + d3[d3.len() - 1],
        ]
    }
    fn value(x: &[f64]) -> Vec<f64> {
        let p0 = [x[0], x[1]];
        let p1 = 2_usize;
        let p2 = (x[2], x[3]);
        let p3 = x[4..7].to_vec();
        let y = f(p0, p1, p2, &p3);
        [flat(&y)].concat()
    }
    fn backward(x: &[f64], w: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let p0 = [x[0], x[1]];
        let p1 = 2_usize;
        let p2 = (x[2], x[3]);
        let p3 = x[4..7].to_vec();
        let mut d3 = vec![0.0; 3];
        let (y, (g0, g2)) = f_backward(p0, p1, p2, &p3, &mut d3, [w[0], w[1], w[2]]);
        ([flat(&y)].concat(), [flat(&g0), flat(&g2), flat(&d3)].concat())
    }
    fn vjp(x: &[f64], w: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let p0 = [x[0], x[1]];
        let p1 = 2_usize;
        let p2 = (x[2], x[3]);
        let p3 = x[4..7].to_vec();
        let mut d3 = vec![0.0; 3];
        let (y, pullback) = f_vjp(p0, p1, p2, &p3);
        let outputs = [flat(&y)].concat();
        let (g0, g2) = pullback(&p3, &mut d3, [w[0], w[1], w[2]]);
        (outputs, [flat(&g0), flat(&g2), flat(&d3)].concat())
    }
}

mod seed_1000322 {
    use super::{flat, Case};
    pub(crate) const CASE: Case = Case {
        name: "seed_1000322",
        point: &[-0.39, -0.897],
        value,
        backward,
        vjp,
        grad: Some(grad),
    };
    #[autograd::differentiable]
    fn f((u0, v0): (f64, f64)) -> f64 {
        for i1 in 0..=2 {
            let x2 = (((0.75 * i1 as f64).sinh() + f64::acos(0.72 * 1.24)) / 6.0).acos();
            let mut a3: [f64; 3] = [match i1 + 2 {
                1..=2 => x2,
                _ => v0,
            }; 3];
            if (i1 as f64) < 0.99 && x2 > -0.87 {
                let k4: usize = i1.min(2);
                let m5: f64 = match k4 % 5 {
                    0 => {
                        let flag6 = 0.50 * (u0 - v0) <= v0;
                        let mut k7: usize = k4 % 2;
                        (u0 + a3[2] / (1.8 + a3[k7].sin())) / 3.0
                    }
                    k if k % 2 == 1 => {
                        let v0 = v0.fract() / (a3[i1] * a3[i1] + 0.8);
                        f64::sin(f64::round_ties_even(1.73)).clamp(-1.25, 1.5)
                    }
                    _ => {
                        let u0 = 0.11
                            * (((k4 as f64) * (k4 as f64) + 0.4).sqrt()
                                * (i1 as f64 * v0) - (x2 / 1.2).sin() / 2.7);
                        k4 as f64 * x2 / 2.0
                    }
                };
            }
        }
        (0.30 * v0).acos() - u0 + v0
    }
    fn value(x: &[f64]) -> Vec<f64> {
        let p0 = (x[0], x[1]);
        let y = f(p0);
        [flat(&y)].concat()
    }
    fn backward(x: &[f64], w: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let p0 = (x[0], x[1]);
        let (y, g0) = f_backward(p0, w[0]);
        ([flat(&y)].concat(), [flat(&g0)].concat())
    }
    fn vjp(x: &[f64], w: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let p0 = (x[0], x[1]);
        let (y, pullback) = f_vjp(p0);
        let outputs = [flat(&y)].concat();
        let g0 = pullback(w[0]);
        (outputs, [flat(&g0)].concat())
    }
    fn grad(x: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let p0 = (x[0], x[1]);
        let g0 = f_grad(p0);
        let alone = [flat(&g0)].concat();
        let (y, g0) = f_value_and_grad(p0);
        assert_eq!(alone, [flat(& g0)].concat());
        (flat(&y), [flat(&g0)].concat())
    }
}

mod seed_1000323 {
    use super::{flat, Case};
    pub(crate) const CASE: Case = Case {
        name: "seed_1000323",
        point: &[
            0.531,
            -1.401,
            -0.699,
            -1.163,
            0.245,
            0.77,
            0.847,
            1.455,
            0.973,
            -0.534,
            0.316,
            -0.271,
        ],
        value,
        backward,
        vjp,
        grad: Some(grad),
    };
    #[autograd::differentiable]
    fn f(v0: Vec<f64>, z1: f64, c2: &[f64; 3], d3: &[f64]) -> f64 {
        let x1 = z1;
        let k2: usize = 0;
        let z1 = (-((match k2.min(4) {
            0 => x1,
            _ => z1,
        }) + z1))
            .tanh();
        let mut n3: usize = 0;
        loop {
            if n3 == 3 {
                break;
            }
            n3 += 1;
            for i4 in 1..v0.len() {
                let mut a5: [f64; 4] = [{
                    let t6 = (i4 as f64).tanh();
                    t6 * k2 as f64
                }; 4];
                let mut a7: [f64; 4] = a5;
                if let 0 = k2.min(3) {
                    'l8: for i9 in 1..d3.len() {
                        let (s10, c11) = ((0.51) * 1.0_f64).sin_cos();
                        let mut x12 = a5[n3].hypot(v0[i4] * v0[i4] + 0.6).tanh();
                        if (i4 % 6) % 2 == 2 {
                            break;
                        }
                    }
                }
            }
        }
        (0.66 * x1).exp2() / 2.0 + d3[0]
    }
    fn value(x: &[f64]) -> Vec<f64> {
        let p0 = x[0..5].to_vec();
        let p1 = x[5];
        let p2 = [x[6], x[7], x[8]];
        let p3 = x[9..12].to_vec();
        let y = f(p0.clone(), p1, &p2, &p3);
        [flat(&y)].concat()
    }
    fn backward(x: &[f64], w: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let p0 = x[0..5].to_vec();
        let p1 = x[5];
        let p2 = [x[6], x[7], x[8]];
        let p3 = x[9..12].to_vec();
        let mut d2 = [0.0; 3];
        let mut d3 = vec![0.0; 3];
        let (y, (g0, g1)) = f_backward(p0.clone(), p1, &p2, &mut d2, &p3, &mut d3, w[0]);
        ([flat(&y)].concat(), [flat(&g0), flat(&g1), flat(&d2), flat(&d3)].concat())
    }
    fn vjp(x: &[f64], w: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let p0 = x[0..5].to_vec();
        let p1 = x[5];
        let p2 = [x[6], x[7], x[8]];
        let p3 = x[9..12].to_vec();
        let mut d2 = [0.0; 3];
        let mut d3 = vec![0.0; 3];
        let (y, pullback) = f_vjp(p0.clone(), p1, &p2, &p3);
        let outputs = [flat(&y)].concat();
        let (g0, g1) = pullback(&p2, &mut d2, &p3, &mut d3, w[0]);
        (outputs, [flat(&g0), flat(&g1), flat(&d2), flat(&d3)].concat())
    }
    fn grad(x: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let p0 = x[0..5].to_vec();
        let p1 = x[5];
        let p2 = [x[6], x[7], x[8]];
        let p3 = x[9..12].to_vec();
        let (g0, g1, d2, d3) = f_grad(p0.clone(), p1, &p2, &p3);
        let alone = [flat(&g0), flat(&g1), flat(&d2), flat(&d3)].concat();
        let (y, (g0, g1, d2, d3)) = f_value_and_grad(p0.clone(), p1, &p2, &p3);
        assert_eq!(alone, [flat(& g0), flat(& g1), flat(& d2), flat(& d3)].concat());
        (flat(&y), [flat(&g0), flat(&g1), flat(&d2), flat(&d3)].concat())
    }
}

mod seed_1000324 {
    use super::{flat, Case};
    pub(crate) const CASE: Case = Case {
        name: "seed_1000324",
        point: &[0.634, -1.551, 1.221, 0.359, -0.617, 0.297, 0.634, 1.013, 0.779],
        value,
        backward,
        vjp,
        grad: None,
    };
    #[autograd::differentiable]
    fn f(mut z0: f64, z1: f64, c2: &mut [f64; 3], m3: [[f64; 2]; 2]) -> f64 {
        z0 -= (m3[0][1] - z0 + 2.00).tanh();
        if z1 < -0.67 && z1 < 0.35 {
            c2[0] = (z0 * z0 + 0.5).ln();
        } else {
            if m3[0][1] < z0 {
                z0
                    += ((m3[0][0] * m3[1][(c2[1].abs() * 3.0) as usize % 2]).tanh()
                        * (m3[(c2[(z0.abs() * 3.0) as usize % 3].abs() * 3.0) as usize
                            % 2][1] / 1.7))
                        .sin();
                c2[1] = 1.08 / (1.8 + c2[1].sin());
            } else {
                'l1: for i2 in (0..5).step_by(3) {
                    c2[i2 % 3] = ((if z0 < -0.51 || c2[2] > -0.52 {
                        z0
                    } else {
                        m3[i2.min(1)][(i2 * 3 + 2) % 2]
                    }) - (c2[1] * c2[1] + 0.4).powf(z1.tanh()))
                        .sin()
                        .min(z0);
                    z0 += 0.20 * z0;
                }
            }
        }
        (m3[0][1] / 2.0).cosh() + z0 + c2[1] + m3[0][0]
    }
    fn value(x: &[f64]) -> Vec<f64> {
        let p0 = x[0];
        let p1 = x[1];
        let mut p2 = [x[2], x[3], x[4]];
        let p3 = [[x[5], x[6]], [x[7], x[8]]];
        let y = f(p0, p1, &mut p2, p3);
        [flat(&y), flat(&p2)].concat()
    }
    fn backward(x: &[f64], w: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let p0 = x[0];
        let p1 = x[1];
        let mut p2 = [x[2], x[3], x[4]];
        let p3 = [[x[5], x[6]], [x[7], x[8]]];
        let mut d2 = [w[1], w[2], w[3]];
        let (y, (g0, g1, g3)) = f_backward(p0, p1, &mut p2, &mut d2, p3, w[0]);
        (
            [flat(&y), flat(&p2)].concat(),
            [flat(&g0), flat(&g1), flat(&d2), flat(&g3)].concat(),
        )
    }
    fn vjp(x: &[f64], w: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let p0 = x[0];
        let p1 = x[1];
        let mut p2 = [x[2], x[3], x[4]];
        let p3 = [[x[5], x[6]], [x[7], x[8]]];
        let mut d2 = [w[1], w[2], w[3]];
        let (y, pullback) = f_vjp(p0, p1, &mut p2, p3);
        let outputs = [flat(&y), flat(&p2)].concat();
        let (g0, g1, g3) = pullback(&mut p2, &mut d2, w[0]);
        assert_eq!(flat(& p2), x[2..5]);
        (outputs, [flat(&g0), flat(&g1), flat(&d2), flat(&g3)].concat())
    }
}

mod seed_1000325 {
    use super::{flat, Case};
    pub(crate) const CASE: Case = Case {
        name: "seed_1000325",
        point: &[0.305, 0.996, -1.464, 0.462],
        value,
        backward,
        vjp,
        grad: Some(grad),
    };
    #[autograd::differentiable]
    fn g1(z0: f64) -> f64 {
        let (mut p1, q2): (f64, f64) = (z0, z0.trunc() / (1.8 + z0.sin()) / 2.0);
        let mut a3: Vec<f64> = vec![(p1 * p1 + 0.5).log10(), - p1];
        let (mut p4, q5): (f64, f64) = (
            (p1 * p1 + 1.3).acosh(),
            (a3[7 % a3.len()] * 1.57).sin().round().tanh(),
        );
        a3[0] = ((p1 * p1 + 1.3).acosh() % 1.7).atan();
        let x6 = (f64::round_ties_even(a3[1]) + a3[a3.len() - 2]).asinh().tanh();
        (q2 - p1).sin() - p1 + q2 + a3[5 % a3.len()] - p4 + x6
    }
    #[autograd::differentiable]
    fn f(d0: &[f64]) -> f64 {
        let r1: f64 = g1((d0[0] + d0[0 % d0.len()]) / 2.0);
        let mut a2: [f64; 4] = [
            0.33 * (r1 * r1),
            -d0[1 % d0.len()],
            (r1 * r1).tanh(),
            (0.30 * d0[2 % d0.len()]).atanh(),
        ];
        a2[1] = 0.5 * a2[1] + (r1 + r1).sin();
        let mut n3: usize = 0;
        while n3 < 4 && f64::round_ties_even(d0[1 % d0.len()]).tanh() < r1 {
            n3 += 1;
            let mut n4: usize = 0;
            loop {
                if n4 == 4 {
                    break;
                }
                n4 += 1;
                a2[n4.min(3)] = (0.75 * n3 as f64 / (a2[2] * a2[2] + 0.8)
                    - r1.copysign(r1) - -a2[n3 % 4])
                    .tanh();
                let r1 = f64::exp(d0[1].tanh()).tanh();
            }
        }
        let x5 = f64::fract(
            f64::rem_euclid((d0[n3.min(7) % d0.len()] - d0[0]).sin(), 1.3),
        );
        let flag6 = (if a2[0] <= x5 { a2[3] } else { x5 }) > r1;
        let a7: Vec<f64> = d0.to_vec();
        for i8 in (0..=4).rev().step_by(2) {
            let mut x9 = ((match i8 % 5 {
                0 => (a7[0] * a7[0] + 0.1).ln_1p(),
                _ => f64::sin(1.59),
            }) / ((i8 as f64) * (i8 as f64) + 0.8))
                .tanh();
        }
        g1(a7[n3 % a7.len()]) + d0[(n3 % 8) % d0.len()] + r1 + a2[3] - a7[a7.len() - 2]
    }
    fn value(x: &[f64]) -> Vec<f64> {
        let p0 = x[0..4].to_vec();
        let y = f(&p0);
        [flat(&y)].concat()
    }
    fn backward(x: &[f64], w: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let p0 = x[0..4].to_vec();
        let mut d0 = vec![0.0; 4];
        let y = f_backward(&p0, &mut d0, w[0]);
        ([flat(&y)].concat(), [flat(&d0)].concat())
    }
    fn vjp(x: &[f64], w: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let p0 = x[0..4].to_vec();
        let mut d0 = vec![0.0; 4];
        let (y, pullback) = f_vjp(&p0);
        let outputs = [flat(&y)].concat();
        let () = pullback(&p0, &mut d0, w[0]);
        (outputs, [flat(&d0)].concat())
    }
    fn grad(x: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let p0 = x[0..4].to_vec();
        let d0 = f_grad(&p0);
        let alone = [flat(&d0)].concat();
        let (y, d0) = f_value_and_grad(&p0);
        assert_eq!(alone, [flat(& d0)].concat());
        (flat(&y), [flat(&d0)].concat())
    }
}
