//! Made by `autograd-macros/src/random`; `UPDATE_EXPECT=1 cargo test -p autograd-macros` makes it again.

use super::super::{flat, Case};
pub(crate) const CASES: [Case; 26] = [
    seed_1000100::CASE,
    seed_1000101::CASE,
    seed_1000102::CASE,
    seed_1000103::CASE,
    seed_1000104::CASE,
    seed_1000105::CASE,
    seed_1000106::CASE,
    seed_1000107::CASE,
    seed_1000108::CASE,
    seed_1000109::CASE,
    seed_1000110::CASE,
    seed_1000111::CASE,
    seed_1000112::CASE,
    seed_1000113::CASE,
    seed_1000114::CASE,
    seed_1000115::CASE,
    seed_1000116::CASE,
    seed_1000117::CASE,
    seed_1000118::CASE,
    seed_1000119::CASE,
    seed_1000120::CASE,
    seed_1000121::CASE,
    seed_1000122::CASE,
    seed_1000123::CASE,
    seed_1000124::CASE,
    seed_1000125::CASE,
];
mod seed_1000100 {
    use super::{flat, Case};
    pub(crate) const CASE: Case = Case {
        name: "seed_1000100",
        point: &[0.8, -0.682, -1.028, 0.211, 0.904],
        value,
        backward,
        vjp,
        grad: None,
    };
    #[autograd::differentiable]
    fn g1(z0: f64, z1: f64) -> (f64, f64) {
        let mut x1 = -(z1.min(z1) / 2.0).powi(3 as i32) / 3.0;
        for i2 in 0..3 {
            let mut n3: usize = 0;
            loop {
                if n3 == 2 {
                    break;
                }
                n3 += 1;
                if z1 < 0.28 {
                    if z0 < 0.78 {
                        x1 = 0.5 * x1 + (z1 * z1 + 0.1).ln_1p() / 2.0;
                        break;
                    }
                }
            }
        }
        (-0.47, (z0 + 0.30).sin() + z0 - z1)
    }
    #[autograd::differentiable]
    fn f(mut m0: [[f64; 2]; 2], z1: &f64) -> [f64; 3] {
        m0[0][0] = 0.5 * m0[0][0] + (*z1).sin();
        let mut x1 = 0.18
            * ((*z1).ceil()
                * (m0[0][((*z1).abs() * 3.0) as usize % 2]
                    * m0[0][((*z1).abs() * 3.0) as usize % 2] + 0.1)
                    .ln_1p() + (m0[0][1] - *z1).tanh().exp());
        let (p3, q4): (f64, f64) = g1(
            x1 * 0.42,
            0.33
                * ({
                    let t2 = *z1;
                    t2 * x1
                }),
        );
        let mut w5: f64 = 0.75 * (0.50 * *z1).exp_m1().sin().exp2() / 3.0;
        while w5 < 1.3 {
            w5 += 0.4 + 0.1 * 0.93 * 0.93;
            for i6 in 0..2 {
                let (p7, q8): (f64, f64) = g1(
                    m0[(x1.abs() * 3.0) as usize % 2][1].mul_add(x1, 1.72).tanh(),
                    *z1,
                );
                let (p9, q10): (f64, f64) = g1(0.88, -m0[1][1]);
            }
        }
        [
            x1.tanh().exp2().sin() - m0[1][0] + x1 - p3 - q4 + w5,
            0.50 * (p3 - q4) + m0[1][0] - *z1 + x1 - p3 + w5,
            p3.sin().tan() + p3 - q4 - w5,
        ]
    }
    fn value(x: &[f64]) -> Vec<f64> {
        let p0 = [[x[0], x[1]], [x[2], x[3]]];
        let p1 = x[4];
        let y = f(p0, &p1);
        [flat(&y)].concat()
    }
    fn backward(x: &[f64], w: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let p0 = [[x[0], x[1]], [x[2], x[3]]];
        let p1 = x[4];
        let mut d1 = 0.0;
        let (y, g0) = f_backward(p0, &p1, &mut d1, [w[0], w[1], w[2]]);
        ([flat(&y)].concat(), [flat(&g0), flat(&d1)].concat())
    }
    fn vjp(x: &[f64], w: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let p0 = [[x[0], x[1]], [x[2], x[3]]];
        let p1 = x[4];
        let mut d1 = 0.0;
        let (y, pullback) = f_vjp(p0, &p1);
        let outputs = [flat(&y)].concat();
        let g0 = pullback(&p1, &mut d1, [w[0], w[1], w[2]]);
        (outputs, [flat(&g0), flat(&d1)].concat())
    }
}

mod seed_1000101 {
    use super::{flat, Case};
    pub(crate) const CASE: Case = Case {
        name: "seed_1000101",
        point: &[-0.99, -1.222, -1.574, -0.36],
        value,
        backward,
        vjp,
        grad: Some(grad),
    };
    #[autograd::differentiable]
    fn f(mut m0: [[f64; 2]; 2]) -> f64 {
        let mut x1 = (m0[1][1] + m0[1][1] + m0[1][1]).tanh() % 1.7;
        m0[0][0] *= m0[1][0].sin();
        let mut n3: usize = 0;
        'l2: while n3 < 1 {
            n3 += 1;
            let a4: [f64; 3] = [0.0; 3];
        }
        let mut x5 = -(x1 / (1.8 + m0[n3][n3].sin())) / 2.0;
        for i6 in (0..4).rev() {
            'l7: for i8 in (0..4).rev() {
                let mut k9: usize = n3.min(1);
            }
            if (x1 * x5).sin() > x5 {
                return match (i6 * 2 + 1) % 5 {
                    0 => x1.cos(),
                    _ => f64::sin(m0[n3][n3].atan2(m0[n3][n3])),
                };
            }
            let x10 = (x1.hypot(x1 * x1 + 0.6).sin()
                + (0.15 * (i6 as f64 + m0[n3][(i6 * 2 + 3) % 2])).acos())
                .sin();
            let mut w11: f64 = (x1 - x5).tanh().sinh() / 3.0;
            while w11 < 1.3 {
                w11 += 0.4 + 0.1 * w11 * w11;
                if matches!(i6.min(5), 0 | 2) {
                    m0[n3][n3] = n3 as f64 % 1.7;
                } else {
                    let x13 = ({
                        let t12 = -(0.71 * w11);
                        t12 * t12
                    })
                        .sin();
                    if i6.min(5) % 2 >= 1 {
                        return f64::recip(m0[n3][1] * m0[n3][1] + 0.7).sinh();
                    }
                }
            }
        }
        (x1 * x1).sin() - m0[1][1] + x1 - x5
    }
    fn value(x: &[f64]) -> Vec<f64> {
        let p0 = [[x[0], x[1]], [x[2], x[3]]];
        let y = f(p0);
        [flat(&y)].concat()
    }
    fn backward(x: &[f64], w: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let p0 = [[x[0], x[1]], [x[2], x[3]]];
        let (y, g0) = f_backward(p0, w[0]);
        ([flat(&y)].concat(), [flat(&g0)].concat())
    }
    fn vjp(x: &[f64], w: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let p0 = [[x[0], x[1]], [x[2], x[3]]];
        let (y, pullback) = f_vjp(p0);
        let outputs = [flat(&y)].concat();
        let g0 = pullback(w[0]);
        (outputs, [flat(&g0)].concat())
    }
    fn grad(x: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let p0 = [[x[0], x[1]], [x[2], x[3]]];
        let g0 = f_grad(p0);
        let alone = [flat(&g0)].concat();
        let (y, g0) = f_value_and_grad(p0);
        assert_eq!(alone, [flat(& g0)].concat());
        (flat(&y), [flat(&g0)].concat())
    }
}

mod seed_1000102 {
    use super::{flat, Case};
    pub(crate) const CASE: Case = Case {
        name: "seed_1000102",
        point: &[-0.806, 1.56, -0.591, 0.699],
        value,
        backward,
        vjp,
        grad: Some(grad),
    };
    #[autograd::differentiable]
    fn f(mut c0: [f64; 3], n1: usize, z2: f64) -> f64 {
        'l1: for i2 in 0..2 {
            if z2 > 0.38 || 0.65 > -0.98 {
                break 'l1;
            }
            for i3 in (0..4).rev() {
                let mut y4: f64 = if (i3 as f64) > c0[i2] {
                    if c0[i2] < -0.78 {
                        let x5 = (i2 as f64).round().asinh().sin();
                        break;
                    }
                    (z2 * z2 + 0.5).ln()
                } else {
                    f64::recip(0.24 * 0.24 + 0.7)
                };
            }
        }
        (0.74 + z2).tanh() + z2
    }
    fn value(x: &[f64]) -> Vec<f64> {
        let p0 = [x[0], x[1], x[2]];
        let p1 = 0_usize;
        let p2 = x[3];
        let y = f(p0, p1, p2);
        [flat(&y)].concat()
    }
    fn backward(x: &[f64], w: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let p0 = [x[0], x[1], x[2]];
        let p1 = 0_usize;
        let p2 = x[3];
        let (y, (g0, g2)) = f_backward(p0, p1, p2, w[0]);
        ([flat(&y)].concat(), [flat(&g0), flat(&g2)].concat())
    }
    fn vjp(x: &[f64], w: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let p0 = [x[0], x[1], x[2]];
        let p1 = 0_usize;
        let p2 = x[3];
        let (y, pullback) = f_vjp(p0, p1, p2);
        let outputs = [flat(&y)].concat();
        let (g0, g2) = pullback(w[0]);
        (outputs, [flat(&g0), flat(&g2)].concat())
    }
    fn grad(x: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let p0 = [x[0], x[1], x[2]];
        let p1 = 0_usize;
        let p2 = x[3];
        let (g0, g2) = f_grad(p0, p1, p2);
        let alone = [flat(&g0), flat(&g2)].concat();
        let (y, (g0, g2)) = f_value_and_grad(p0, p1, p2);
        assert_eq!(alone, [flat(& g0), flat(& g2)].concat());
        (flat(&y), [flat(&g0), flat(&g2)].concat())
    }
}

mod seed_1000103 {
    use super::{flat, Case};
    pub(crate) const CASE: Case = Case {
        name: "seed_1000103",
        point: &[-1.185],
        value,
        backward,
        vjp,
        grad: Some(grad),
    };
    #[autograd::differentiable(recursive)]
    fn g1(x: f64, a: &[f64], n: usize) -> f64 {
        if n == 0 {
            return (a[4 % a.len()] / 2.2).sin().sinh();
        }
        let x1 = (x - x + a[0]).tanh() * (-1.65 + (x * x + 0.5).log10()) / 2.0;
        let deeper: f64 = g1(0.75 * (n as f64).floor(), a, n - 1);
        0.5 * deeper + (x - deeper).sin()
    }
    #[autograd::differentiable]
    fn g2(mut c0: [f64; 2], d1: &[f64], d2: &[f64]) -> [f64; 3] {
        let mut x1: f64 = (g1(-d2[5 % d2.len()], d2, 0) * g1(-d2[5 % d2.len()], d2, 0)
            + 0.4)
            .powf(c0[0] / 3.0)
            .tanh();
        x1 = (c0[1] / (x1 * x1 + 0.8) + (d2[2 % d2.len()] - x1 * d1[1 % d1.len()]))
            .tanh();
        for i2 in (1..6).step_by(2).rev() {
            'l3: for i4 in 1..d2.len() {
                let mut y5: f64 = if i2 % 2 == 2 {
                    x1 = (0.50 * (c0[(i4 * 5 + 2) % 2] - d1[d1.len() - 2])).signum()
                        * (d1[(i2 + 2) % d1.len()] / (1.8 + d1[0].sin())
                            * f64::sin(0.50)) / 2.0;
                    x1 * g1((i4 as f64).tanh(), d2, i4 % 4) / 3.0
                } else {
                    x1
                        /= c0[((i2 as f64).abs() * 3.0) as usize % 2]
                            * c0[((i2 as f64).abs() * 3.0) as usize % 2] + 1.0;
                    (i4 as f64 * d2[(i4 + 2) % d2.len()]).sin() / 1.2
                };
            }
        }
        [
            c0[(f64::abs(c0[1]) * 3.0) as usize % 2].round().tanh() + c0[1] - d2[0] + x1,
            0.50 * (d2[0] + c0[0]) + d2[7 % d2.len()] - x1,
            -c0[1] - x1,
        ]
    }
    #[autograd::differentiable]
    fn f(mut z0: f64, n1: usize) -> f64 {
        {
            let mut a1: Vec<f64> = vec![
                0.30 * f64::powf(0.40 * 0.40 + 0.4, z0 / 3.0); ((n1 * 2 + 2) % 3) + 2
            ];
        }
        z0 = (1.97 - -(n1 as f64) * (if 0.75 * z0.round() > z0 { z0 } else { z0 }))
            / 4.0;
        let mut n2: usize = 0;
        while n2 < 2 && (n1 % 6) % 3 == 2 {
            n2 += 1;
            if !(z0 > 0.54) {
                for i3 in (1..6).step_by(2).rev() {
                    for i4 in (0..4).rev() {
                        let flag5 = (i3 as f64) > 0.49 || (i3 as f64) < 0.08;
                        z0 *= (n2 as f64).sin();
                        let flag6 = z0 <= z0;
                        if z0 > z0 {
                            let k7: usize = n1 % 3;
                            break;
                        }
                    }
                }
            } else {
                z0 /= z0 * z0 + 1.0;
            }
        }
        1.93
    }
    fn value(x: &[f64]) -> Vec<f64> {
        let p0 = x[0];
        let p1 = 2_usize;
        let y = f(p0, p1);
        [flat(&y)].concat()
    }
    fn backward(x: &[f64], w: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let p0 = x[0];
        let p1 = 2_usize;
        let (y, g0) = f_backward(p0, p1, w[0]);
        ([flat(&y)].concat(), [flat(&g0)].concat())
    }
    fn vjp(x: &[f64], w: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let p0 = x[0];
        let p1 = 2_usize;
        let (y, pullback) = f_vjp(p0, p1);
        let outputs = [flat(&y)].concat();
        let g0 = pullback(w[0]);
        (outputs, [flat(&g0)].concat())
    }
    fn grad(x: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let p0 = x[0];
        let p1 = 2_usize;
        let g0 = f_grad(p0, p1);
        let alone = [flat(&g0)].concat();
        let (y, g0) = f_value_and_grad(p0, p1);
        assert_eq!(alone, [flat(& g0)].concat());
        (flat(&y), [flat(&g0)].concat())
    }
}

mod seed_1000104 {
    use super::{flat, Case};
    pub(crate) const CASE: Case = Case {
        name: "seed_1000104",
        point: &[-1.592, -1.314, 0.535],
        value,
        backward,
        vjp,
        grad: None,
    };
    #[autograd::differentiable(recursive)]
    fn g1(x: f64, n: usize) -> f64 {
        if n == 0 {
            return (0.09 * f64::powf(1.06 * 1.06 + 0.4, x.sin())).asin();
        }
        let mut x1 = (((n as f64) * (n as f64) + 1.3).acosh() + -x * -x).tanh();
        match 2 {
            k if k % 2 == 1 => {
                let (s3, c4) = (0.20 * (x1 * (x1 + 1.97))).sin_cos();
            }
            _ => {
                x1 *= (-(x / (x1 * x1 + 0.8))).sin();
            }
        }
        let deeper: f64 = g1(1.12, n - 1);
        0.5 * deeper + ((x * x + 0.4).powf(x1.sin()) / 4.0).sin()
    }
    #[autograd::differentiable]
    fn f(d0: &mut [f64], n1: usize, z2: &mut f64, n3: usize) -> f64 {
        let r1: f64 = g1((n1 as f64 - *z2).tanh(), n1);
        for i2 in (1..6).step_by(2).rev() {
            let r3: f64 = g1(r1, n1 % 4);
            if *z2 >= d0[0] {
                let x4 = (n3 as f64).round_ties_even().tanh();
                return 0.40 * (d0[5 % d0.len()] + (r1 + 1.39));
            }
            if !(r3 < 0.05) {
                return 1.47 / 2.7 * (r3 / ((i2 as f64) * (i2 as f64) + 0.8)) / 4.0;
            }
            d0[0] /= 0.57 * 0.57 + 1.0;
        }
        *z2 *= ((0.82 + 0.46 + -(n3 as f64)) / 2.0).tanh();
        let x5 = (g1(f64::atanh(0.79 * 1.13), n1 % 4)
            - d0[1].atan2(d0[n3.min(7) % d0.len()]).tanh().min(*z2))
            .sin();
        let r6: f64 = g1(f64::rem_euclid(x5, 1.3), n3.min(3));
        let m7: f64 = match 1 {
            2..=3 => (r6 / (1.8 + r1.sin()) / 2.0).rem_euclid(1.3),
            _ => {
                if *z2 > -0.31 {
                    f64::asin(0.30 * r6)
                } else {
                    ((n3 as f64) * (n3 as f64) + 0.5).log10()
                }
            }
        };
        *z2 -= g1(f64::tanh(d0[d0.len() - 2].floor()), (n3 * 2 + 1) % 4);
        *z2 = (-(1.98 / 2.8) / (d0[(n1 + 4) % d0.len()] * d0[(n1 + 4) % d0.len()] + 0.8))
            .tanh();
        let x8 = f64::ln(1.01 * 1.01 + 0.5);
        let x9 = (-(n1 as f64 + r6 + f64::sin(d0[(n1 % 8) % d0.len()]))).tanh();
        let mut n10: usize = 0;
        while n10 < 3 {
            n10 += 1;
            *z2 += (-1.00 - n3 as f64 * n10 as f64) / 4.0 / 5.0;
        }
        0.50 * (r1 + m7) - d0[1] + x5 + r6 - m7 - x8
    }
    fn value(x: &[f64]) -> Vec<f64> {
        let mut p0 = x[0..2].to_vec();
        let p1 = 2_usize;
        let mut p2 = x[2];
        let p3 = 2_usize;
        let y = f(&mut p0, p1, &mut p2, p3);
        [flat(&y), flat(&p0), flat(&p2)].concat()
    }
    fn backward(x: &[f64], w: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let mut p0 = x[0..2].to_vec();
        let p1 = 2_usize;
        let mut p2 = x[2];
        let p3 = 2_usize;
        let mut d0 = w[1..3].to_vec();
        let mut d2 = w[3];
        let y = f_backward(&mut p0, &mut d0, p1, &mut p2, &mut d2, p3, w[0]);
        ([flat(&y), flat(&p0), flat(&p2)].concat(), [flat(&d0), flat(&d2)].concat())
    }
    fn vjp(x: &[f64], w: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let mut p0 = x[0..2].to_vec();
        let p1 = 2_usize;
        let mut p2 = x[2];
        let p3 = 2_usize;
        let mut d0 = w[1..3].to_vec();
        let mut d2 = w[3];
        let (y, pullback) = f_vjp(&mut p0, p1, &mut p2, p3);
        let outputs = [flat(&y), flat(&p0), flat(&p2)].concat();
        let () = pullback(&mut p0, &mut d0, &mut p2, &mut d2, w[0]);
        assert_eq!(flat(& p0), x[0..2]);
        assert_eq!(flat(& p2), x[2..3]);
        (outputs, [flat(&d0), flat(&d2)].concat())
    }
}

mod seed_1000105 {
    use super::{flat, Case};
    pub(crate) const CASE: Case = Case {
        name: "seed_1000105",
        point: &[1.038, 0.904, 1.353, 0.569],
        value,
        backward,
        vjp,
        grad: None,
    };
    #[autograd::differentiable]
    fn g1(mut z0: f64, mut c1: [f64; 3]) -> f64 {
        match 0 {
            2..=3 => {
                for i2 in 2..=3 {
                    for i3 in 0..=2 {
                        z0 /= c1[i3] * c1[i3] + 1.0;
                    }
                    let mut w5: f64 = 0.33 * c1[2];
                    'l4: while w5 < 1.3 {
                        w5 += 0.4 + 0.1 * c1[2] * c1[2];
                        z0 = c1[i2 % 3];
                    }
                }
            }
            _ => {
                z0 -= 0.41 * (z0 / (c1[2] * c1[2] + 0.8) + c1[2]);
            }
        }
        z0 - z0
    }
    #[autograd::differentiable]
    fn f(d0: &mut [f64]) -> (f64, f64) {
        let mut a1: [f64; 2] = [
            0.37 * (0.66 * d0[1]).powi(0 as i32),
            0.50 * (d0[7 % d0.len()] - d0[7 % d0.len()]),
        ];
        let mut x2: f64 = (g1(
            d0[1 % d0.len()].trunc(),
            [-a1[1], (0.30 * a1[(f64::abs(a1[1]) * 3.0) as usize % 2]).acos(), -a1[1]],
        ) - (0.67 * (1.43 + a1[(f64::abs(1.07) * 3.0) as usize % 2])).powi(3)) / 10.0;
        d0[2 % d0.len()] = (x2 * x2 + 0.5).cbrt();
        a1[0] = (x2 * x2 + 0.5).log10();
        x2
            -= g1(
                d0[1] % 1.7,
                [
                    d0[0],
                    (x2 * x2 + 0.7).recip(),
                    (d0[0 % d0.len()] * d0[0 % d0.len()] + 0.6).log2().tanh(),
                ],
            );
        for i3 in (1..6).step_by(2).rev() {
            let mut x4 = 0.17
                * ((a1[(x2.abs() * 3.0) as usize % 2] * a1[(x2.abs() * 3.0) as usize % 2]
                    + 1.3)
                    .acosh() * ((d0[0] * d0[0] + 0.4).sqrt() + 1.83));
            let x5 = 0.50
                * f64::mul_add(
                    (d0[d0.len() - 1].tanh().exp()
                        + g1(
                            0.60 * i3 as f64,
                            [a1[i3 % 2], 0.66 * x2.sin().exp(), (0.50 * x4).exp().sin()],
                        ))
                        .tanh(),
                    a1[(x4.abs() * 3.0) as usize % 2],
                    x4,
                );
            if x4 < d0[(i3 + 2) % d0.len()] {
                if (x5 - x2).sin() <= a1[1] {
                    if (if x2 > 0.89 && x5 < 0.07 { 1.48 } else { x5 }) > x4 {
                        continue;
                    }
                    break;
                }
                for i6 in (0..d0.len()).rev() {
                    for i7 in (0..=4).rev().step_by(2) {
                        x2
                            -= (if 1.01 > 1.36 { x4 } else { d0[i6] }) * a1[1] / 3.0
                                / 5.0;
                    }
                }
            } else {
                x2 *= 0.33 * (0.70 * (d0[1].abs() / (1.8 + x4.sin())));
            }
        }
        ((0.30 * a1[0]).acos() + a1[0], (x2 * x2 + 0.5).ln() - d0[6 % d0.len()])
    }
    fn value(x: &[f64]) -> Vec<f64> {
        let mut p0 = x[0..4].to_vec();
        let y = f(&mut p0);
        [flat(&y), flat(&p0)].concat()
    }
    fn backward(x: &[f64], w: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let mut p0 = x[0..4].to_vec();
        let mut d0 = w[2..6].to_vec();
        let y = f_backward(&mut p0, &mut d0, (w[0], w[1]));
        ([flat(&y), flat(&p0)].concat(), [flat(&d0)].concat())
    }
    fn vjp(x: &[f64], w: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let mut p0 = x[0..4].to_vec();
        let mut d0 = w[2..6].to_vec();
        let (y, pullback) = f_vjp(&mut p0);
        let outputs = [flat(&y), flat(&p0)].concat();
        let () = pullback(&mut p0, &mut d0, (w[0], w[1]));
        assert_eq!(flat(& p0), x[0..4]);
        (outputs, [flat(&d0)].concat())
    }
}

mod seed_1000106 {
    use super::{flat, Case};
    pub(crate) const CASE: Case = Case {
        name: "seed_1000106",
        point: &[-0.435],
        value,
        backward,
        vjp,
        grad: Some(grad),
    };
    #[autograd::differentiable]
    fn f(n0: usize, z: f64) -> f64 {
        let x1 = z;
        if z > 0.51 {
            let x2 = (z * z + 0.4).sqrt().sin().clamp(-1.25, 1.5)
                * (0.18 * (z.powi(3) - (z + x1))) / 3.0;
            let mut a4: [f64; 2] = [n0 as f64, n0 as f64];
            let mut w6: f64 = 0.70 * ((a4[1] + 1.45).sin() / 2.3);
            'l5: while w6 < 1.3 {
                w6 += 0.4 + 0.1 * x2 * x2;
                if x1.fract() > z {
                    break 'l5;
                }
                let mut w8: f64 = (w6 / (z * z + 0.8) / 2.0 % 1.7).tanh();
                'l7: while w8 < 1.3 {
                    w8 += 0.4 + 0.1 * w6 * w6;
                    if matches!(((n0 * 5 + 1) % 6), 1..= 3) {
                        let mut x9 = z;
                    }
                }
            }
        } else {
            let mut x10 = (0.33 * (n0 as f64).min(1.75).powi(2)
                / ((n0 as f64) * (n0 as f64) + 0.8))
                .sin();
        }
        ({
            let t11 = x1;
            t11 * t11
        }) / 3.0 - z
    }
    fn value(x: &[f64]) -> Vec<f64> {
        let p0 = 3_usize;
        let p1 = x[0];
        let y = f(p0, p1);
        [flat(&y)].concat()
    }
    fn backward(x: &[f64], w: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let p0 = 3_usize;
        let p1 = x[0];
        let (y, g1) = f_backward(p0, p1, w[0]);
        ([flat(&y)].concat(), [flat(&g1)].concat())
    }
    fn vjp(x: &[f64], w: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let p0 = 3_usize;
        let p1 = x[0];
        let (y, pullback) = f_vjp(p0, p1);
        let outputs = [flat(&y)].concat();
        let g1 = pullback(w[0]);
        (outputs, [flat(&g1)].concat())
    }
    fn grad(x: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let p0 = 3_usize;
        let p1 = x[0];
        let g1 = f_grad(p0, p1);
        let alone = [flat(&g1)].concat();
        let (y, g1) = f_value_and_grad(p0, p1);
        assert_eq!(alone, [flat(& g1)].concat());
        (flat(&y), [flat(&g1)].concat())
    }
}

mod seed_1000107 {
    use super::{flat, Case};
    pub(crate) const CASE: Case = Case {
        name: "seed_1000107",
        point: &[0.997, -0.232, 1.522, -1.405, -0.241],
        value,
        backward,
        vjp,
        grad: Some(grad),
    };
    #[autograd::differentiable]
    fn g1(mut z0: f64, n1: usize, z2: f64, z3: f64) -> f64 {
        let y1: f64 = if z3.tanh() >= z2 {
            (z2 + (z0 + z2)).sin()
        } else {
            for i2 in (1..6).step_by(2).rev() {
                let mut n4: usize = 0;
                'l3: loop {
                    if n4 == 3 {
                        break;
                    }
                    n4 += 1;
                    let y5: f64 = if z0 > n1 as f64 {
                        (z3 % 1.7).exp2().tanh()
                    } else {
                        z0 += 0.60 * (z3 * z3 + 0.6).log2().asinh().tanh();
                        ((0.18 * i2 as f64).acos() / (z3 * z3 + 0.8)).tanh()
                    };
                }
            }
            -f64::log(1.26 * 1.26 + 1.2, 2.5)
        };
        f64::hypot(0.51, 0.98 * 0.98 + 0.6).tanh() + z0 + z2
    }
    #[autograd::differentiable]
    fn g2(c0: [f64; 2], d1: &[f64]) -> f64 {
        for i1 in (0..d1.len()).rev() {
            if c0[i1 % 2] > -0.31 && d1[i1] < -0.41 {
                let (mut p2, q3): (f64, f64) = (
                    (c0[(i1 * 2 + 1) % 2] + c0[1]).tanh(),
                    if c0[0] >= i1 as f64 {
                        (d1[(i1 % 8) % d1.len()] * d1[(i1 % 8) % d1.len()] + 1.2)
                            .log(2.5)
                    } else {
                        (-(i1 as f64)).tanh()
                    },
                );
            } else if c0[(i1 * 5 + 1) % 2].hypot(1.07 * 1.07 + 0.6).sin() >= 1.85 {
                let mut x4 = 0.18
                    * ((0.30 * d1[1]).acos() - (d1[i1] * d1[i1] + 0.4).powf(0.33 * c0[0])
                        - (d1[i1] - c0[(d1[i1].abs() * 3.0) as usize % 2])
                            .tanh()
                            .atan2(d1[i1]));
                if 0.25 * c0[1].hypot((i1 as f64) * (i1 as f64) + 0.6) <= c0[0] {
                    return (d1[i1] - x4 - (d1[i1] / 2.0).cosh()) / 3.0;
                }
            }
        }
        0.25 * d1[1].hypot(c0[0] * c0[0] + 0.6) + c0[(c0[0].abs() * 3.0) as usize % 2]
            + d1[2 % d1.len()]
    }
    #[autograd::differentiable]
    fn f(v0: Vec<f64>, z1: f64) -> f64 {
        let mut w1: f64 = (v0[0] / (z1 * z1 + 0.8)
            + ({
                let t2 = z1;
                t2 * 0.16
            }))
            .tanh();
        while w1 < 1.3 {
            w1 += 0.4 + 0.1 * w1 * w1;
            let x3 = ((-w1).mul_add(w1, v0[1])
                - (v0[4 % v0.len()] - z1).tanh() / (1.8 + z1.sin()))
                .sin();
        }
        let flag4 = !(v0[4 % v0.len()] < -0.50);
        let mut n6: usize = 0;
        'l5: while n6 < 2 {
            n6 += 1;
            'l7: for i8 in 1..v0.len() {
                let mut y9: f64 = if v0[i8].tanh().cosh() <= i8 as f64 {
                    0.45 * (z1 - i8 as f64 / 2.0 / 1.8)
                } else {
                    if 4 % 3 == 1 {
                        let k10: usize = 0;
                        break 'l7;
                    }
                    let flag11 = !(v0[i8] < 0.72);
                    z1
                };
                if (1.17 + v0[v0.len() - 1 - i8]) / 2.0 > v0[1] {
                    break 'l7;
                }
            }
            let x12 = f64::recip(w1 * w1 + 0.7);
        }
        let x13 = (0.15 * (v0[1] + v0[((n6 * 3 + 1) % 8) % v0.len()])).acos()
            * (0.50 * (w1 / 1.2).sin().hypot(1.17 * 1.17 + 0.6)) / 6.0;
        for i14 in (0..=4).rev().step_by(2) {
            if (v0[i14 % v0.len()] / 1.1).tanh() > z1 {
                let x15 = 0.53
                    * (f64::atan2(x13, 0.21 * 0.21 + 0.5) * (z1 * x13).sin()
                        + (v0[i14.min(7) % v0.len()] * v0[i14.min(7) % v0.len()] + 0.6)
                            .log2());
                let r16: f64 = g1(
                    f64::tan(w1 / 3.0),
                    i14 % 4,
                    0.33 * (x13 * x13),
                    (x13 * x13 + 0.7).recip(),
                );
            } else {
                let mut x17 = (w1 * w1 + 1.3).acosh().clamp(-1.25, 1.5);
            }
        }
        f64::exp_m1(0.50 * w1).tanh() + v0[n6.min(7) % v0.len()] - z1
    }
    fn value(x: &[f64]) -> Vec<f64> {
        let p0 = x[0..4].to_vec();
        let p1 = x[4];
        let y = f(p0.clone(), p1);
        [flat(&y)].concat()
    }
    fn backward(x: &[f64], w: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let p0 = x[0..4].to_vec();
        let p1 = x[4];
        let (y, (g0, g1)) = f_backward(p0.clone(), p1, w[0]);
        ([flat(&y)].concat(), [flat(&g0), flat(&g1)].concat())
    }
    fn vjp(x: &[f64], w: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let p0 = x[0..4].to_vec();
        let p1 = x[4];
        let (y, pullback) = f_vjp(p0.clone(), p1);
        let outputs = [flat(&y)].concat();
        let (g0, g1) = pullback(w[0]);
        (outputs, [flat(&g0), flat(&g1)].concat())
    }
    fn grad(x: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let p0 = x[0..4].to_vec();
        let p1 = x[4];
        let (g0, g1) = f_grad(p0.clone(), p1);
        let alone = [flat(&g0), flat(&g1)].concat();
        let (y, (g0, g1)) = f_value_and_grad(p0.clone(), p1);
        assert_eq!(alone, [flat(& g0), flat(& g1)].concat());
        (flat(&y), [flat(&g0), flat(&g1)].concat())
    }
}

mod seed_1000108 {
    use super::{flat, Case};
    pub(crate) const CASE: Case = Case {
        name: "seed_1000108",
        point: &[-0.38, 0.476, -1.438, -0.469, 0.312],
        value,
        backward,
        vjp,
        grad: None,
    };
    #[autograd::differentiable]
    fn g1(t0: (f64, f64), mut z1: f64, z2: f64) -> f64 {
        'l1: for i2 in 0..1 {
            let mut a3: Vec<f64> = vec![
                0.33 * z2.powi(2), i2 as f64, z1, 0.33 * z2.powi(2)
            ];
            if matches!(i2, 0 | 2) {
                let y4: f64 = if !(t0.0 < 0.46) {
                    z1 /= t0.0 * t0.0 + 1.0;
                    ((i2 as f64 - t0.0) * (i2 as f64 - t0.0) + 0.4)
                        .powf(a3[(i2 + 7) % a3.len()].tanh())
                        .tanh()
                } else {
                    z2.sin().exp2().tanh()
                };
                continue;
            }
        }
        (z2 / 4.0).acos() + t0.0 * t0.1 + z1 - z2
    }
    #[autograd::differentiable]
    fn f(n0: usize, mut z1: f64, mut z2: f64, c3: &mut [f64; 3]) {
        let mut k1: usize = 1;
        z2 /= c3[k1] * c3[k1] + 1.0;
        let a2: Vec<f64> = vec![f64::cos(0.27), f64::cbrt(0.78 * 0.78 + 0.5)];
        for i3 in 0..a2.len() {
            if 0.75 * a2[i3].round_ties_even() < k1 as f64 {
                z1
                    *= 0.33
                        * (0.94 * ((0.30 * z2).acos() + 0.27 / (1.8 + f64::sin(0.89))));
            } else {
                'l4: for i5 in (0..a2.len()).rev() {
                    let r6: f64 = g1(
                        (1.16 / (1.8 + c3[k1].sin()), 0.33 * (z2 * z2)),
                        0.42 * (i5 as f64 + k1 as f64),
                        a2[(k1 + 5) % a2.len()].trunc(),
                    );
                }
                let r7: f64 = g1(
                    ((c3[k1] - z2).tanh(), 0.33 * (c3[k1] * c3[k1])),
                    (a2[(i3 + 1) % a2.len()] - c3[k1]) / 2.0,
                    a2[i3] * z2 / 3.0,
                );
            }
            if c3[k1] < 0.51 && (n0 as f64) < 0.84 {
                z1 += 0.25 * ((0.30 * n0 as f64).asin() * (n0 as f64 + c3[k1]) / 3.0);
            }
        }
    }
    fn value(x: &[f64]) -> Vec<f64> {
        let p0 = 0_usize;
        let p1 = x[0];
        let p2 = x[1];
        let mut p3 = [x[2], x[3], x[4]];
        f(p0, p1, p2, &mut p3);
        [flat(&p3)].concat()
    }
    fn backward(x: &[f64], w: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let p0 = 0_usize;
        let p1 = x[0];
        let p2 = x[1];
        let mut p3 = [x[2], x[3], x[4]];
        let mut d3 = [w[0], w[1], w[2]];
        let (g1, g2) = f_backward(p0, p1, p2, &mut p3, &mut d3);
        ([flat(&p3)].concat(), [flat(&g1), flat(&g2), flat(&d3)].concat())
    }
    fn vjp(x: &[f64], w: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let p0 = 0_usize;
        let p1 = x[0];
        let p2 = x[1];
        let mut p3 = [x[2], x[3], x[4]];
        let mut d3 = [w[0], w[1], w[2]];
        let pullback = f_vjp(p0, p1, p2, &mut p3);
        let outputs = [flat(&p3)].concat();
        let (g1, g2) = pullback(&mut p3, &mut d3);
        assert_eq!(flat(& p3), x[2..5]);
        (outputs, [flat(&g1), flat(&g2), flat(&d3)].concat())
    }
}

mod seed_1000109 {
    use super::{flat, Case};
    pub(crate) const CASE: Case = Case {
        name: "seed_1000109",
        point: &[
            0.614,
            -1.444,
            1.267,
            -1.521,
            0.562,
            -1.399,
            -0.446,
            -0.671,
            1.0,
            0.32,
            -1.487,
            -0.715,
            0.285,
            0.271,
            -0.663,
        ],
        value,
        backward,
        vjp,
        grad: None,
    };
    #[autograd::differentiable]
    fn f(d0: &[f64], m1: [[f64; 3]; 2], mut z2: f64, v3: &Vec<f64>) -> (f64, f64) {
        for i1 in (0..5).step_by(3) {
            let a2: [f64; 4] = [
                ({
                    let t3 = z2;
                    t3 * z2
                }) / 3.0,
                m1[i1 % 2][2],
                (m1[i1 % 2][1] * z2).sin(),
                v3[0].rem_euclid(1.3),
            ];
            for i4 in 0..2 {
                z2 += 0.20 * (z2 * z2 + 1.3).acosh();
                let a5: [f64; 3] = [i4 as f64, -0.77, (m1[i4][i4] - 1.85) / 2.0];
                let mut n6: usize = 0;
                loop {
                    if n6 == 2 {
                        break;
                    }
                    n6 += 1;
                    let mut x7 = (m1[i4][2] / ((i1 as f64) * (i1 as f64) + 0.8)
                        + (m1[i4][i4] - d0[d0.len() - 2] - -(i4 as f64)))
                        .tanh();
                    if (i4 as f64) <= i1 as f64 {
                        let a8: [f64; 2] = [(a5[i4] / 4.0).acos(); 2];
                        z2 = 0.5 * z2 + 0.50 * (d0[0] * d0[0] + 1.3).acosh();
                        let mut k9: usize = i1.min(1);
                    }
                    if let 0 | 2 = i4 % 4 {
                        let mut x10: f64 = (a2[n6] * a2[n6] + 0.6).log2() / 2.0;
                        z2 = 0.5 * z2 + ((n6 as f64) * (n6 as f64) + 0.5).log10();
                    } else {
                        x7 /= 0.14 * 0.14 + 1.0;
                    }
                }
            }
        }
        (
            f64::mul_add(1.33, d0[1], m1[0][0]).tanh() + d0[2 % d0.len()]
                + v3[v3.len() - 1],
            m1[1][1] - d0[d0.len() - 1] - v3[v3.len() - 1],
        )
    }
    fn value(x: &[f64]) -> Vec<f64> {
        let p0 = x[0..4].to_vec();
        let p1 = [[x[4], x[5], x[6]], [x[7], x[8], x[9]]];
        let p2 = x[10];
        let p3 = x[11..15].to_vec();
        let y = f(&p0, p1, p2, &p3);
        [flat(&y)].concat()
    }
    fn backward(x: &[f64], w: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let p0 = x[0..4].to_vec();
        let p1 = [[x[4], x[5], x[6]], [x[7], x[8], x[9]]];
        let p2 = x[10];
        let p3 = x[11..15].to_vec();
        let mut d0 = vec![0.0; 4];
        let mut d3 = vec![0.0; 4];
        let (y, (g1, g2)) = f_backward(&p0, &mut d0, p1, p2, &p3, &mut d3, (w[0], w[1]));
        ([flat(&y)].concat(), [flat(&d0), flat(&g1), flat(&g2), flat(&d3)].concat())
    }
    fn vjp(x: &[f64], w: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let p0 = x[0..4].to_vec();
        let p1 = [[x[4], x[5], x[6]], [x[7], x[8], x[9]]];
        let p2 = x[10];
        let p3 = x[11..15].to_vec();
        let mut d0 = vec![0.0; 4];
        let mut d3 = vec![0.0; 4];
        let (y, pullback) = f_vjp(&p0, p1, p2, &p3);
        let outputs = [flat(&y)].concat();
        let (g1, g2) = pullback(&p0, &mut d0, &p3, &mut d3, (w[0], w[1]));
        (outputs, [flat(&d0), flat(&g1), flat(&g2), flat(&d3)].concat())
    }
}

mod seed_1000110 {
    use super::{flat, Case};
    pub(crate) const CASE: Case = Case {
        name: "seed_1000110",
        point: &[1.041, 0.723, 0.656, -1.332, 1.177, 1.49],
        value,
        backward,
        vjp,
        grad: Some(grad),
    };
    #[autograd::differentiable]
    fn f(c0: [f64; 2], d1: &[f64], n2: usize, d3: &[f64]) -> f64 {
        let mut x1 = f64::tanh(d3[0].hypot(d1[0] * d1[0] + 0.6))
            .round_ties_even()
            .atan();
        for i2 in 1..d1.len() {
            let mut n3: usize = 0;
            while n3 < 3 {
                n3 += 1;
                let mut w5: f64 = (d3[1] + n2 as f64).tanh().trunc().tanh();
                'l4: while w5 < 1.3 {
                    w5 += 0.4 + 0.1 * d1[i2] * d1[i2];
                    match i2.min(4) {
                        k if k % 2 == 1 => {
                            let mut a7: [f64; 3] = [0.0; 3];
                        }
                        _ => {
                            let mut a8: [f64; 2] = [
                                1.09 / (1.8 + d1[(i2 + 1) % d1.len()].sin()),
                                d3[i2 % d3.len()],
                            ];
                        }
                    }
                    let mut a9: [[f64; 2]; 2] = [
                        [n2 as f64, d1[i2]],
                        [(c0[0] * c0[0] + 0.5).log10(), x1.sin()],
                    ];
                }
            }
        }
        x1 - c0[0]
    }
    fn value(x: &[f64]) -> Vec<f64> {
        let p0 = [x[0], x[1]];
        let p1 = x[2..4].to_vec();
        let p2 = 2_usize;
        let p3 = x[4..6].to_vec();
        let y = f(p0, &p1, p2, &p3);
        [flat(&y)].concat()
    }
    fn backward(x: &[f64], w: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let p0 = [x[0], x[1]];
        let p1 = x[2..4].to_vec();
        let p2 = 2_usize;
        let p3 = x[4..6].to_vec();
        let mut d1 = vec![0.0; 2];
        let mut d3 = vec![0.0; 2];
        let (y, g0) = f_backward(p0, &p1, &mut d1, p2, &p3, &mut d3, w[0]);
        ([flat(&y)].concat(), [flat(&g0), flat(&d1), flat(&d3)].concat())
    }
    fn vjp(x: &[f64], w: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let p0 = [x[0], x[1]];
        let p1 = x[2..4].to_vec();
        let p2 = 2_usize;
        let p3 = x[4..6].to_vec();
        let mut d1 = vec![0.0; 2];
        let mut d3 = vec![0.0; 2];
        let (y, pullback) = f_vjp(p0, &p1, p2, &p3);
        let outputs = [flat(&y)].concat();
        let g0 = pullback(&p1, &mut d1, &p3, &mut d3, w[0]);
        (outputs, [flat(&g0), flat(&d1), flat(&d3)].concat())
    }
    fn grad(x: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let p0 = [x[0], x[1]];
        let p1 = x[2..4].to_vec();
        let p2 = 2_usize;
        let p3 = x[4..6].to_vec();
        let (g0, d1, d3) = f_grad(p0, &p1, p2, &p3);
        let alone = [flat(&g0), flat(&d1), flat(&d3)].concat();
        let (y, (g0, d1, d3)) = f_value_and_grad(p0, &p1, p2, &p3);
        assert_eq!(alone, [flat(& g0), flat(& d1), flat(& d3)].concat());
        (flat(&y), [flat(&g0), flat(&d1), flat(&d3)].concat())
    }
}

mod seed_1000111 {
    use super::{flat, Case};
    pub(crate) const CASE: Case = Case {
        name: "seed_1000111",
        point: &[1.295, -1.516, 0.924, 0.63, -1.117, 0.238, 1.55, -1.203, 0.461],
        value,
        backward,
        vjp,
        grad: Some(grad),
    };
    #[autograd::differentiable]
    fn f(z0: f64, d1: &[f64], d2: &[f64], (u3, v3): (f64, f64)) -> f64 {
        let mut x1 = (v3 * v3 + 0.5).log10();
        'l2: for i3 in (0..d2.len()).rev() {
            let mut n4: usize = 0;
            loop {
                if n4 == 1 {
                    break;
                }
                n4 += 1;
                x1 = 0.5 * x1 + (i3 as f64).tanh();
            }
            let (mut p5, q6): (f64, f64) = (
                (v3 * v3 + 1.2).log(2.5).atan(),
                (-1.64 - -u3).sin(),
            );
        }
        let mut n7: usize = 0;
        loop {
            if n7 == 1 {
                break;
            }
            n7 += 1;
            let mut a8: [f64; 2] = [
                ({
                    let t9: f64 = 1.45;
                    t9 * z0
                })
                    .tanh(),
                -u3,
            ];
            let mut x10 = (-a8[n7] * (n7 as f64 * n7 as f64)
                - 0.75 * a8[n7].ceil() / 1.1)
                .tanh();
            for i11 in 0..2 {
                let mut n12: usize = 0;
                let v14: f64 = loop {
                    if n12 == 1 {
                        break 0.48 - 1.35;
                    }
                    n12 += 1;
                    let x13 = (f64::asin(0.56 * 1.61) + d2[6 % d2.len()]).sin();
                };
            }
        }
        u3.atan() - d1[(n7 + 6) % d1.len()] + d2[1 % d2.len()] + u3 + v3 - x1
    }
    fn value(x: &[f64]) -> Vec<f64> {
        let p0 = x[0];
        let p1 = x[1..3].to_vec();
        let p2 = x[3..7].to_vec();
        let p3 = (x[7], x[8]);
        let y = f(p0, &p1, &p2, p3);
        [flat(&y)].concat()
    }
    fn backward(x: &[f64], w: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let p0 = x[0];
        let p1 = x[1..3].to_vec();
        let p2 = x[3..7].to_vec();
        let p3 = (x[7], x[8]);
        let mut d1 = vec![0.0; 2];
        let mut d2 = vec![0.0; 4];
        let (y, (g0, g3)) = f_backward(p0, &p1, &mut d1, &p2, &mut d2, p3, w[0]);
        ([flat(&y)].concat(), [flat(&g0), flat(&d1), flat(&d2), flat(&g3)].concat())
    }
    fn vjp(x: &[f64], w: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let p0 = x[0];
        let p1 = x[1..3].to_vec();
        let p2 = x[3..7].to_vec();
        let p3 = (x[7], x[8]);
        let mut d1 = vec![0.0; 2];
        let mut d2 = vec![0.0; 4];
        let (y, pullback) = f_vjp(p0, &p1, &p2, p3);
        let outputs = [flat(&y)].concat();
        let (g0, g3) = pullback(&p1, &mut d1, &p2, &mut d2, w[0]);
        (outputs, [flat(&g0), flat(&d1), flat(&d2), flat(&g3)].concat())
    }
    fn grad(x: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let p0 = x[0];
        let p1 = x[1..3].to_vec();
        let p2 = x[3..7].to_vec();
        let p3 = (x[7], x[8]);
        let (g0, d1, d2, g3) = f_grad(p0, &p1, &p2, p3);
        let alone = [flat(&g0), flat(&d1), flat(&d2), flat(&g3)].concat();
        let (y, (g0, d1, d2, g3)) = f_value_and_grad(p0, &p1, &p2, p3);
        assert_eq!(alone, [flat(& g0), flat(& d1), flat(& d2), flat(& g3)].concat());
        (flat(&y), [flat(&g0), flat(&d1), flat(&d2), flat(&g3)].concat())
    }
}

mod seed_1000112 {
    use super::{flat, Case};
    pub(crate) const CASE: Case = Case {
        name: "seed_1000112",
        point: &[-1.291],
        value,
        backward,
        vjp,
        grad: Some(grad),
    };
    #[autograd::differentiable]
    fn g1(c0: &[f64; 2], n1: usize, mut z2: f64) -> f64 {
        let mut a1: Vec<f64> = c0.to_vec();
        z2 += f64::tan(a1[((n1 * 5 + 3) % 8) % a1.len()].tanh());
        if 0.93 * (n1 as f64).atan2(z2) > c0[1] {
            for i2 in (0..5).step_by(2) {
                let (mut p3, q4): (f64, f64) = (
                    f64::sin(
                        c0[0].mul_add(1.16, c0[i2 % 2])
                            - (if 0.23 > 0.56 || a1[i2 % a1.len()] > -0.87 {
                                z2
                            } else {
                                z2
                            }),
                    ),
                    ((0.66 * c0[i2 % 2]).powi((i2 % 4) as i32)
                        - c0[1] / (1.8 + (n1 as f64).sin()))
                        .tanh(),
                );
            }
        }
        c0[(f64::abs(1.91) * 3.0) as usize % 2].powi(2).tanh()
            - c0[(z2.abs() * 3.0) as usize % 2]
    }
    #[autograd::differentiable]
    fn f(n0: usize, z: f64) -> f64 {
        let mut a1: [[f64; 3]; 2] = [
            [
                (z + 1.68).sin(),
                ({
                    let t2 = z;
                    t2 * n0 as f64
                })
                    .tanh(),
                z.tanh().exp().sin(),
            ],
            [
                ((n0 as f64) * (n0 as f64) + 0.1).ln_1p(),
                (1.31 * n0 as f64).sin(),
                f64::sin(n0 as f64).exp().sin(),
            ],
        ];
        let x3 = (0.50
            * (a1[1][(a1[(z.abs() * 3.0) as usize % 2][1].abs() * 3.0) as usize % 3]
                * a1[1][(a1[(z.abs() * 3.0) as usize % 2][1].abs() * 3.0) as usize % 3]
                + 1.2)
                .log(2.5)
                .trunc())
            .exp() / 2.0;
        let mut a4: [[f64; 3]; 2] = [
            [0.81 * x3, (z / (x3 * x3 + 0.8)).sin(), x3],
            [
                (z * z + 0.4).powf(0.33 * x3).tanh(),
                0.70 * (a1[0][n0 % 3] / (0.50 * 0.50 + 0.8)),
                (z / 4.0).asin(),
            ],
        ];
        let mut w5: f64 = 0.33
            * (0.70
                * (({
                    let t6 = z;
                    t6 * z
                }) / 3.0 / (1.8 + x3.sin())));
        while w5 < 1.3 {
            w5 += 0.4 + 0.1 * x3 * x3;
            let x7 = f64::tan(z.powi(3).tanh()).ceil().tanh();
        }
        (if a1[n0 % 2][n0.min(2)] < -0.04 { a1[n0 % 2][n0 % 3] } else { a4[0][1] }) - z
            - w5
    }
    fn value(x: &[f64]) -> Vec<f64> {
        let p0 = 2_usize;
        let p1 = x[0];
        let y = f(p0, p1);
        [flat(&y)].concat()
    }
    fn backward(x: &[f64], w: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let p0 = 2_usize;
        let p1 = x[0];
        let (y, g1) = f_backward(p0, p1, w[0]);
        ([flat(&y)].concat(), [flat(&g1)].concat())
    }
    fn vjp(x: &[f64], w: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let p0 = 2_usize;
        let p1 = x[0];
        let (y, pullback) = f_vjp(p0, p1);
        let outputs = [flat(&y)].concat();
        let g1 = pullback(w[0]);
        (outputs, [flat(&g1)].concat())
    }
    fn grad(x: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let p0 = 2_usize;
        let p1 = x[0];
        let g1 = f_grad(p0, p1);
        let alone = [flat(&g1)].concat();
        let (y, g1) = f_value_and_grad(p0, p1);
        assert_eq!(alone, [flat(& g1)].concat());
        (flat(&y), [flat(&g1)].concat())
    }
}

mod seed_1000113 {
    use super::{flat, Case};
    pub(crate) const CASE: Case = Case {
        name: "seed_1000113",
        point: &[-1.206, -0.572, -0.871, 0.955, -1.323, 0.485],
        value,
        backward,
        vjp,
        grad: None,
    };
    #[autograd::differentiable]
    fn f(n0: usize, d1: &[f64], d2: &[f64]) -> [f64; 2] {
        let mut x1 = (d2[0] * d2[0] + 0.4).sqrt().tanh()
            / ((n0 as f64) * (n0 as f64) + 0.8);
        x1 = ({
            let t2 = (1.34 + d1[(n0 + 4) % d1.len()]) / 2.0;
            t2 * d1[n0 % d1.len()]
        })
            .sin() / (d2[1] * d2[1] + 0.8);
        for i3 in 0..1 {
            let mut a4: Vec<f64> = d2.to_vec();
            {
                let row5 = &mut a4[..2];
                row5[1] = if (x1 - d2[1]) / 2.0 < x1 {
                    (row5[0] / (d1[1] * d1[1] + 0.8) / 2.0 / (1.8 + d2[1].sin())).sin()
                } else {
                    (x1 / (1.8 + row5[0].sin())).tanh() / 1.6
                };
                x1 += if (x1 / 1.7).tanh() >= d2[1] { 1.00 } else { -row5[i3] };
            }
            x1 = ((n0 as f64 % 1.7).sin().exp()
                * ((match n0.min(4) {
                    0 | 3 => 1.52,
                    _ => a4[1],
                }) + ((n0 as f64) * (n0 as f64) + 1.3).acosh()))
                .sin();
            let mut x6 = ((-(i3 as f64)).acos() / (d2[1] * d2[1] + 0.8)).sin();
        }
        for i7 in 0..1 {
            if let 0 = (n0 * 2 + 3) % 4 {
                {
                    let row8 = &d1[..2];
                    let mut a9: [f64; 3] = [0.0; 3];
                    let mut x10 = ((a9[i7] / 2.0).sinh().round_ties_even()
                        + (d2[1] * d2[1] + 0.5).cbrt().abs())
                        .tanh();
                }
            } else {
                let k11: usize = (i7 * 4 + 2) % 2;
            }
            let mut a12: Vec<f64> = d1.to_vec();
        }
        [
            (d1[0 % d1.len()] / 4.0).asin() + d1[((n0 * 4 + 1) % 8) % d1.len()] + x1,
            d2[n0 % d2.len()].clamp(-1.25, 1.5) + d1[2 % d1.len()] + d2[0],
        ]
    }
    fn value(x: &[f64]) -> Vec<f64> {
        let p0 = 1_usize;
        let p1 = x[0..4].to_vec();
        let p2 = x[4..6].to_vec();
        let y = f(p0, &p1, &p2);
        [flat(&y)].concat()
    }
    fn backward(x: &[f64], w: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let p0 = 1_usize;
        let p1 = x[0..4].to_vec();
        let p2 = x[4..6].to_vec();
        let mut d1 = vec![0.0; 4];
        let mut d2 = vec![0.0; 2];
        let y = f_backward(p0, &p1, &mut d1, &p2, &mut d2, [w[0], w[1]]);
        ([flat(&y)].concat(), [flat(&d1), flat(&d2)].concat())
    }
    fn vjp(x: &[f64], w: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let p0 = 1_usize;
        let p1 = x[0..4].to_vec();
        let p2 = x[4..6].to_vec();
        let mut d1 = vec![0.0; 4];
        let mut d2 = vec![0.0; 2];
        let (y, pullback) = f_vjp(p0, &p1, &p2);
        let outputs = [flat(&y)].concat();
        let () = pullback(&p1, &mut d1, &p2, &mut d2, [w[0], w[1]]);
        (outputs, [flat(&d1), flat(&d2)].concat())
    }
}

mod seed_1000114 {
    use super::{flat, Case};
    pub(crate) const CASE: Case = Case {
        name: "seed_1000114",
        point: &[1.054],
        value,
        backward,
        vjp,
        grad: Some(grad),
    };
    #[autograd::differentiable]
    fn f(mut z0: f64) -> f64 {
        if z0 > 0.07 && z0 < 0.36 {
            let mut a1: [f64; 2] = [z0.min(0.87); 2];
        }
        let mut n2: usize = 0;
        while n2 < 4 {
            n2 += 1;
            let flag3 = (0.50 * z0).cosh() < z0;
        }
        let mut k4: usize = 1;
        let mut x5 = 0.66 * (0.50 * (k4 as f64).min(k4 as f64).max(z0)).exp();
        k4 = n2 % 3;
        let x6 = 0.70 * (x5 / (1.8 + x5.sin()));
        x5 = (x5 * x5 + 1.2).log(2.5);
        let mut a7: [f64; 3] = [0.0; 3];
        a7[k4] /= 0.34 * 0.34 + 1.0;
        a7[(f64::abs(1.53) * 3.0) as usize % 3] = 0.5
            * a7[(f64::abs(1.53) * 3.0) as usize % 3] + 0.75 * n2 as f64 / 2.0;
        k4 = n2 % 3;
        -(k4 as f64) - z0 - x5 - x6 - a7[k4]
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

mod seed_1000115 {
    use super::{flat, Case};
    pub(crate) const CASE: Case = Case {
        name: "seed_1000115",
        point: &[
            0.443,
            -0.866,
            1.454,
            -1.052,
            0.346,
            1.457,
            -0.861,
            -1.179,
            0.27,
            1.177,
        ],
        value,
        backward,
        vjp,
        grad: None,
    };
    #[autograd::differentiable]
    fn g1(z0: f64, z1: f64) -> f64 {
        let x1 = (z0 * ((z0 * z0 - (z0 + z0)) / 3.0)).sin();
        let mut n3: usize = 0;
        'l2: while n3 < 1 && 3 % 2 == 0 {
            n3 += 1;
            let x4 = n3 as f64 * ((z0 * z0).tanh() * f64::sin(1.89).sinh());
            let a5: [[f64; 2]; 2] = [
                [0.75 * (z1 * z1 + 0.4).sqrt(), x4],
                [z1, 0.75 * (n3 as f64 + z0)],
            ];
        }
        for i6 in (0..5).step_by(3) {
            let mut x7 = (0.05 * (x1 * n3 as f64 * (x1 + x1))).asin();
        }
        (x1 * x1 + 0.7).recip() - z0 + z1
    }
    #[autograd::differentiable]
    fn g2(c0: &[f64; 2], z1: f64, z2: f64, z3: f64) -> f64 {
        let a1: [[f64; 3]; 3] = [
            [(z1 * z1 + 1.3).acosh(), (c0[0] * c0[0] + 0.5).cbrt(), z1],
            [(1.93 - c0[0]).sin(), 0.87 / (1.8 + z1.sin()), -z1],
            [
                (0.88 + z2).sin(),
                match 4 {
                    k if k > 2 => z1,
                    _ => c0[1],
                },
                (c0[0] * z1).tanh(),
            ],
        ];
        match 1 {
            0 => {
                let x3 = (f64::powi(
                    match 2 {
                        1..=2 => z3,
                        _ => a1[0][0],
                    },
                    2,
                ) / 3.0 / 1.7)
                    .sin();
            }
            _ => {
                let r4: f64 = g1(
                    z1.mul_add(z3, z1) / 4.0,
                    (a1[2][0] * a1[2][0] + 0.5).log10(),
                );
            }
        }
        let r5: f64 = g1(
            match 3 {
                k if k > 2 => c0[1],
                _ => z3,
            },
            z3,
        );
        (z3 / 1.5).sin() - c0[1] + z1 + z2 + z3 - a1[2][1]
    }
    #[autograd::differentiable]
    fn f(d0: &[f64], d1: &[f64], z2: &mut f64) -> [f64; 3] {
        for i1 in (1..6).step_by(2).rev() {
            *z2 = g2(
                &[(d0[1] * d0[1] + 0.7).recip(), d1[i1 % d1.len()].clamp(-1.25, 1.5)],
                *z2,
                (d0[1] + d0[1]).tanh(),
                -(*z2),
            );
            for i2 in 0..3 {
                for i3 in 0..4 {
                    let r4: f64 = g1(
                        f64::tanh(d1[(i2 % 8) % d1.len()] + d1[d1.len() - 2]),
                        (i2 as f64 * i3 as f64).sin(),
                    );
                    let x5 = 0.75 * r4.round();
                    *z2
                        += 0.60
                            * (i1 as f64 + 0.57
                                - ({
                                    let t6 = x5;
                                    t6 * d0[4 % d0.len()]
                                }))
                                .tanh();
                }
            }
        }
        'l7: for i8 in (0..5).step_by(3) {
            for i9 in 0..d1.len() {
                let mut a10: [f64; 3] = [0.0; 3];
                let mut y11: f64 = if 4 % 3 != 0 {
                    i9 as f64 / 2.0
                } else {
                    (0.21 * (a10[i8 % 3] / (1.8 + f64::sin(*z2)))).acos()
                };
            }
        }
        [
            0.50 * (d0[0] - d1[1 % d1.len()]) + *z2,
            (*z2 + d0[1]).sin() - d0[4 % d0.len()],
            d0[1].hypot(d0[d0.len() - 1] * d0[d0.len() - 1] + 0.6).tanh() + d0[1]
                + d1[d1.len() - 1],
        ]
    }
    fn value(x: &[f64]) -> Vec<f64> {
        let p0 = x[0..4].to_vec();
        let p1 = x[4..9].to_vec();
        let mut p2 = x[9];
        let y = f(&p0, &p1, &mut p2);
        [flat(&y), flat(&p2)].concat()
    }
    fn backward(x: &[f64], w: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let p0 = x[0..4].to_vec();
        let p1 = x[4..9].to_vec();
        let mut p2 = x[9];
        let mut d0 = vec![0.0; 4];
        let mut d1 = vec![0.0; 5];
        let mut d2 = w[3];
        let y = f_backward(
            &p0,
            &mut d0,
            &p1,
            &mut d1,
            &mut p2,
            &mut d2,
            [w[0], w[1], w[2]],
        );
        ([flat(&y), flat(&p2)].concat(), [flat(&d0), flat(&d1), flat(&d2)].concat())
    }
    fn vjp(x: &[f64], w: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let p0 = x[0..4].to_vec();
        let p1 = x[4..9].to_vec();
        let mut p2 = x[9];
        let mut d0 = vec![0.0; 4];
        let mut d1 = vec![0.0; 5];
        let mut d2 = w[3];
        let (y, pullback) = f_vjp(&p0, &p1, &mut p2);
        let outputs = [flat(&y), flat(&p2)].concat();
        let () = pullback(
            &p0,
            &mut d0,
            &p1,
            &mut d1,
            &mut p2,
            &mut d2,
            [w[0], w[1], w[2]],
        );
        assert_eq!(flat(& p2), x[9..10]);
        (outputs, [flat(&d0), flat(&d1), flat(&d2)].concat())
    }
}

mod seed_1000116 {
    use super::{flat, Case};
    pub(crate) const CASE: Case = Case {
        name: "seed_1000116",
        point: &[
            0.544,
            0.788,
            -0.807,
            -0.573,
            -0.879,
            0.747,
            0.571,
            -1.551,
            -1.153,
            0.559,
            0.78,
            1.381,
            1.345,
            -0.734,
        ],
        value,
        backward,
        vjp,
        grad: None,
    };
    #[autograd::differentiable]
    fn f(d0: &mut [f64], d1: &[f64], d2: &mut [f64], d3: &[f64]) {
        let mut x1: f64 = if matches!(0, ..2) {
            0.75 * (d3[0] * d3[0] + 0.6).log2()
        } else {
            (0.50 * (d1[3 % d1.len()] - d2[d2.len() - 2])).round_ties_even() / 2.0
        };
        x1 *= f64::tanh((-d3[2 % d3.len()] + x1.powi(3)) / 10.0);
        if matches!(1, 0 | 2) {
            return;
        }
        let mut y2: f64 = if (0.50 * d2[0 % d2.len()]).sinh() >= d3[1 % d3.len()] {
            d0[0] *= (x1 % 1.7).exp2() / 2.0 / 2.0;
            (0.16 * x1.powi(2)).sinh()
        } else {
            x1 *= x1.tanh();
            if !(d3[4 % d3.len()] < -0.51) {
                let mut y3: f64 = if d2[6 % d2.len()].powi(3) / 9.0 < d2[0 % d2.len()] {
                    f64::sin(
                        (match 0 {
                            0 | 3 => d0[5 % d0.len()],
                            _ => x1,
                        }) / (1.8 + d3[1].sin()),
                    )
                } else {
                    'l4: for i5 in (0..=4).rev().step_by(2) {
                        let x6: f64 = 0.94;
                        if i5 % 3 == 2 {
                            continue 'l4;
                        }
                    }
                    x1 = (if -d2[1] > d2[0 % d2.len()] {
                        f64::sin(d0[1 % d0.len()].round_ties_even())
                    } else {
                        (d1[1] + 0.82).tanh()
                    }) / 1.6;
                    (-d2[0]).floor() / 2.0
                };
                if matches!(3, 0 | 2) {
                    x1
                        *= (0.50
                            * d2[1 % d2.len()]
                                .hypot(d0[4 % d0.len()] * d0[4 % d0.len()] + 0.6)
                            * (d1[d1.len() - 2] / (1.50 * 1.50 + 0.8)))
                            .tanh();
                } else if 5 % 2 != 0 {
                    y3 = (0.70 * (x1 / (1.8 + f64::sin(1.06)))).round_ties_even().sin();
                }
            }
            d3[6 % d3.len()]
        };
    }
    fn value(x: &[f64]) -> Vec<f64> {
        let mut p0 = x[0..3].to_vec();
        let p1 = x[3..8].to_vec();
        let mut p2 = x[8..10].to_vec();
        let p3 = x[10..14].to_vec();
        f(&mut p0, &p1, &mut p2, &p3);
        [flat(&p0), flat(&p2)].concat()
    }
    fn backward(x: &[f64], w: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let mut p0 = x[0..3].to_vec();
        let p1 = x[3..8].to_vec();
        let mut p2 = x[8..10].to_vec();
        let p3 = x[10..14].to_vec();
        let mut d0 = w[0..3].to_vec();
        let mut d1 = vec![0.0; 5];
        let mut d2 = w[3..5].to_vec();
        let mut d3 = vec![0.0; 4];
        let () = f_backward(
            &mut p0,
            &mut d0,
            &p1,
            &mut d1,
            &mut p2,
            &mut d2,
            &p3,
            &mut d3,
        );
        (
            [flat(&p0), flat(&p2)].concat(),
            [flat(&d0), flat(&d1), flat(&d2), flat(&d3)].concat(),
        )
    }
    fn vjp(x: &[f64], w: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let mut p0 = x[0..3].to_vec();
        let p1 = x[3..8].to_vec();
        let mut p2 = x[8..10].to_vec();
        let p3 = x[10..14].to_vec();
        let mut d0 = w[0..3].to_vec();
        let mut d1 = vec![0.0; 5];
        let mut d2 = w[3..5].to_vec();
        let mut d3 = vec![0.0; 4];
        let pullback = f_vjp(&mut p0, &p1, &mut p2, &p3);
        let outputs = [flat(&p0), flat(&p2)].concat();
        let () = pullback(
            &mut p0,
            &mut d0,
            &p1,
            &mut d1,
            &mut p2,
            &mut d2,
            &p3,
            &mut d3,
        );
        assert_eq!(flat(& p0), x[0..3]);
        assert_eq!(flat(& p2), x[8..10]);
        (outputs, [flat(&d0), flat(&d1), flat(&d2), flat(&d3)].concat())
    }
}

mod seed_1000117 {
    use super::{flat, Case};
    pub(crate) const CASE: Case = Case {
        name: "seed_1000117",
        point: &[1.115],
        value,
        backward,
        vjp,
        grad: Some(grad),
    };
    #[autograd::differentiable]
    fn g1(d0: &mut [f64], z1: &mut f64) {
        *z1
            *= {
                let t1 = (*z1 / 2.6).tanh();
                t1 * (*z1).floor().sin()
            };
        for i2 in 0..1 {
            'l3: for i4 in 1..d0.len() {
                if -(i2 as f64) > *z1 {
                    break;
                }
            }
            let mut t6: (f64, f64) = (
                0.26
                    * ((*z1).sin().sinh()
                        + ({
                            let t5 = *z1;
                            t5 * d0[0]
                        })),
                *z1,
            );
        }
    }
    #[autograd::differentiable]
    fn g2(d0: &mut [f64]) -> f64 {
        if 1.35 < -0.48 && d0[5 % d0.len()] > -0.15 {
            return (d0[1 % d0.len()] * d0[1 % d0.len()] + 1.3).acosh();
        }
        if let 0 = 3 {
            let (mut p1, q2): (f64, f64) = (
                ((d0[0] + d0[0]) / 2.0).max(d0[3 % d0.len()]),
                -d0[2 % d0.len()] * 1.59 / 2.0,
            );
            d0[2 % d0.len()] /= q2 * q2 + 1.0;
            {
                let row3 = &d0[..2];
                let mut a4: [f64; 4] = [
                    (q2 - 1.12).sin(),
                    d0[0] % 1.7,
                    0.50 * (d0[6 % d0.len()] + row3[0]),
                    -d0[0],
                ];
                p1 -= (row3[1] / 1.8 * (q2 + d0[2 % d0.len()])).tanh();
            }
        } else {
            let mut x5 = (d0[5 % d0.len()] / (1.8 + f64::sin(1.08)) + 1.22 / 2.5)
                .sin()
                .exp2()
                .tanh();
        }
        0.75 * f64::round_ties_even(d0[d0.len() - 2])
    }
    #[autograd::differentiable]
    fn f(mut z0: f64) -> f64 {
        if z0 < -0.81 || z0 > 0.14 {
            let mut x1 = (z0.rem_euclid(1.3) * z0.round()).sin().round().tanh();
            if x1.sin().powi(2 as i32).sin() > x1 {
                return z0;
            }
        } else {
            let t2: (f64, f64) = (
                0.75 * ((z0 * z0).tanh() * (z0 * z0 + 0.4).sqrt()),
                (z0 * z0 + 0.5).cbrt(),
            );
        }
        let mut a3: [[f64; 2]; 3] = [
            [z0.trunc(), -z0],
            [-z0, (0.30 * z0).acos()],
            [
                z0.tanh(),
                0.63
                    * ({
                        let t4: f64 = 1.57;
                        t4 * z0
                    }),
            ],
        ];
        match 4 {
            0 => {
                z0
                    += {
                        let t6 = z0;
                        t6 * (z0 / 1.1).sin()
                    };
            }
            4.. => {
                z0 *= (a3[1][0].fract() + z0.rem_euclid(1.3)) / 3.0;
            }
            _ => {
                z0 = (z0 / 1.6 + (a3[0][0] / (z0 * z0 + 0.8) + (a3[1][0] / 3.0).tan()))
                    .tanh();
            }
        }
        z0 - a3[2][0]
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

mod seed_1000118 {
    use super::{flat, Case};
    pub(crate) const CASE: Case = Case {
        name: "seed_1000118",
        point: &[-1.589, 1.339, -0.527, -0.337],
        value,
        backward,
        vjp,
        grad: None,
    };
    #[autograd::differentiable]
    fn g1(d0: &[f64], z1: f64) -> f64 {
        if let 0 | 2 = 3 {
            let mut x1 = -(match 4 {
                0 | 3 => (d0[4 % d0.len()] / (1.8 + d0[0].sin())).sin(),
                _ => 0.50 * (z1 - z1),
            });
            let y2: f64 = if x1 < -0.61 && d0[5 % d0.len()] < -0.77 {
                (z1 * x1 + (0.50 * z1).exp_m1()) / 5.0
            } else {
                if 0.32 <= x1 {
                    for i3 in (0..d0.len()).rev() {
                        x1 = ((z1 - z1).sin() / (1.8 + d0[(i3 + 1) % d0.len()].sin()))
                            .min(z1);
                    }
                }
                (x1 * x1 + 0.5).cbrt()
            };
        }
        (d0[1] + z1) / 2.0 - d0[0]
    }
    #[autograd::differentiable]
    fn f(v0: &Vec<f64>, n1: usize) -> [f64; 3] {
        if v0[((n1 * 2 + 1) % 8) % v0.len()] < -0.45 || v0[v0.len() - 2] < -0.95 {
            {
                let row1 = &v0[..2];
                let mut a2: Vec<f64> = vec![(n1 as f64 / 2.0).sinh(); (n1 % 3) + 2];
                let a3: Vec<f64> = v0.to_vec();
                let r4: f64 = g1(&a2, (row1[1] + v0[(n1 % 8) % v0.len()]) / 2.0);
            }
            let mut a5: [[f64; 2]; 2] = [
                [f64::cosh(0.25), (n1 as f64).rem_euclid(1.3)],
                [(1.97 * n1 as f64).tanh(), (v0[1] + v0[(n1 + 4) % v0.len()]) / 2.0],
            ];
            'l6: for i7 in 0..v0.len() {
                if v0[i7] > 0.42 || 1.18 > 0.87 {
                    'l8: for i9 in (0..v0.len()).rev() {
                        assert!(a5[(n1 * 2 + 1) % 2] [0] < 1.0e6);
                        let mut k10: usize = n1 + 1;
                    }
                    return [
                        0.70 * -(v0[i7] / (v0[i7] * v0[i7] + 0.8)),
                        (n1 as f64).clamp(-1.25, 1.5) * (i7 as f64 + a5[1][1]).sin(),
                        g1(v0, a5[1][1]).fract(),
                    ];
                }
                let mut w11: f64 = ((a5[0][0]
                    * a5[(f64::abs(1.08) * 3.0) as usize % 2][i7.min(1)] + 1.67 * 1.83)
                    / 5.0)
                    .sin();
                while w11 < 1.3 {
                    w11 += 0.4 + 0.1 * w11 * w11;
                    let mut x12 = v0[i7] % 1.7;
                }
            }
        } else {
            let x14 = 0.46
                * (f64::tanh({
                    let t13 = v0[n1.min(7) % v0.len()];
                    t13 * 1.83
                }) / (1.28 * 1.28 + 0.8) * v0[v0.len() - 1].sin().exp());
        }
        [v0[(n1 + 4) % v0.len()], -(n1 as f64) + v0[1], n1 as f64]
    }
    fn value(x: &[f64]) -> Vec<f64> {
        let p0 = x[0..4].to_vec();
        let p1 = 3_usize;
        let y = f(&p0, p1);
        [flat(&y)].concat()
    }
    fn backward(x: &[f64], w: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let p0 = x[0..4].to_vec();
        let p1 = 3_usize;
        let mut d0 = vec![0.0; 4];
        let y = f_backward(&p0, &mut d0, p1, [w[0], w[1], w[2]]);
        ([flat(&y)].concat(), [flat(&d0)].concat())
    }
    fn vjp(x: &[f64], w: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let p0 = x[0..4].to_vec();
        let p1 = 3_usize;
        let mut d0 = vec![0.0; 4];
        let (y, pullback) = f_vjp(&p0, p1);
        let outputs = [flat(&y)].concat();
        let () = pullback(&p0, &mut d0, [w[0], w[1], w[2]]);
        (outputs, [flat(&d0)].concat())
    }
}

mod seed_1000119 {
    use super::{flat, Case};
    pub(crate) const CASE: Case = Case {
        name: "seed_1000119",
        point: &[1.548, 0.311, -0.99, 0.57, 1.418, 0.657, -1.251, 1.338],
        value,
        backward,
        vjp,
        grad: Some(grad),
    };
    #[autograd::differentiable]
    fn f(mut m0: [[f64; 3]; 2], mut z1: f64, z2: f64) -> f64 {
        assert!(z2 < 1.0e6);
        let y1: f64 = if (m0[0][0] + m0[1][2]).sin() > m0[0][1] {
            (m0[1][2] * m0[1][2] + 0.7).recip()
        } else {
            let y2: f64 = if matches!(1, ..2) {
                let mut a3: [f64; 2] = [
                    0.50 * (z1 + m0[1][1]),
                    f64::round_ties_even(1.64).tanh(),
                ];
                let mut n4: usize = 0;
                let v5: f64 = loop {
                    if n4 == 4 {
                        break 0.75 * (a3[0] * a3[0] + 0.6).log2();
                    }
                    n4 += 1;
                    z1 = a3[0];
                };
                (m0[n4 % 2][1] + z1).tanh().exp_m1() / 2.0
            } else {
                z1 -= (m0[0][1].sin().tan() / 2.0).tanh();
                (m0[1][0] + (z2 * z2 + 0.4).sqrt()) / 3.0
            };
            z1
        };
        -y1 - m0[1][2] - z1 - z2 - y1
    }
    fn value(x: &[f64]) -> Vec<f64> {
        let p0 = [[x[0], x[1], x[2]], [x[3], x[4], x[5]]];
        let p1 = x[6];
        let p2 = x[7];
        let y = f(p0, p1, p2);
        [flat(&y)].concat()
    }
    fn backward(x: &[f64], w: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let p0 = [[x[0], x[1], x[2]], [x[3], x[4], x[5]]];
        let p1 = x[6];
        let p2 = x[7];
        let (y, (g0, g1, g2)) = f_backward(p0, p1, p2, w[0]);
        ([flat(&y)].concat(), [flat(&g0), flat(&g1), flat(&g2)].concat())
    }
    fn vjp(x: &[f64], w: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let p0 = [[x[0], x[1], x[2]], [x[3], x[4], x[5]]];
        let p1 = x[6];
        let p2 = x[7];
        let (y, pullback) = f_vjp(p0, p1, p2);
        let outputs = [flat(&y)].concat();
        let (g0, g1, g2) = pullback(w[0]);
        (outputs, [flat(&g0), flat(&g1), flat(&g2)].concat())
    }
    fn grad(x: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let p0 = [[x[0], x[1], x[2]], [x[3], x[4], x[5]]];
        let p1 = x[6];
        let p2 = x[7];
        let (g0, g1, g2) = f_grad(p0, p1, p2);
        let alone = [flat(&g0), flat(&g1), flat(&g2)].concat();
        let (y, (g0, g1, g2)) = f_value_and_grad(p0, p1, p2);
        assert_eq!(alone, [flat(& g0), flat(& g1), flat(& g2)].concat());
        (flat(&y), [flat(&g0), flat(&g1), flat(&g2)].concat())
    }
}

mod seed_1000120 {
    use super::{flat, Case};
    pub(crate) const CASE: Case = Case {
        name: "seed_1000120",
        point: &[-1.142, 0.652, 0.758, 0.31, 1.128, 1.554],
        value,
        backward,
        vjp,
        grad: Some(grad),
    };
    #[autograd::differentiable]
    fn g1(t0: (f64, f64)) -> f64 {
        let x1 = (t0.1.atan().floor() - t0.0).tanh();
        let a2: [f64; 2] = [
            if t0.0 < 0.66 || t0.0 < 0.84 { t0.1 } else { t0.1 },
            (x1 - t0.0).tanh(),
        ];
        let mut a3: [f64; 4] = [-a2[1]; 4];
        let x4 = a2[0].copysign(a3[0]);
        let a5: Vec<f64> = a2.to_vec();
        f64::tanh(a2[0] + x4) - a2[1] + a3[1] + x4 - a5[a5.len() - 1]
    }
    #[autograd::differentiable]
    fn f(d0: &[f64], t1: (f64, f64)) -> f64 {
        let mut a1: Vec<f64> = vec![
            0.33 * (t1.1 * t1.1), (d0[0] + d0[1]).sin(), (0.30 * d0[5 % d0.len()])
            .atanh()
        ];
        let mut x2 = (t1.0 / 2.4).tanh();
        let r3: f64 = g1(t1);
        a1[0] *= t1.1.tanh();
        a1[1] -= x2;
        'l4: for i5 in (0..5).step_by(3) {
            x2 = d0[d0.len() - 2].atan2(r3).sin() * d0[d0.len() - 1].asinh().tanh();
            let mut n6: usize = 0;
            loop {
                if n6 == 1 {
                    break;
                }
                n6 += 1;
                let a7: [[f64; 2]; 3] = [
                    [t1.1.cos(), 0.66 * d0[1].sin().exp()],
                    [g1((0.50 * (d0[1] + x2), r3.sin())), r3.copysign(i5 as f64)],
                    [1.50 * i5 as f64 / 3.0, (x2 - a1[(i5 + 3) % a1.len()]) / 2.0],
                ];
                x2 = match i5 {
                    0 | 3 => r3.atan2(x2 * x2 + 0.5) * t1.1.tanh(),
                    _ => 0.27 * (1.75 / (1.80 * 1.80 + 0.8) * (x2 / (1.8 + t1.0.sin()))),
                };
                a1[1] = (i5 as f64).sin();
            }
            let mut x8 = (0.50
                * (f64::max(1.65, 1.66) + d0[((i5 * 5 + 3) % 8) % d0.len()] * n6 as f64)
                / (x2 * x2 + 0.8))
                .sin();
        }
        let flag9 = d0[0] > -0.69 || x2 > -0.72;
        let mut w10: f64 = 0.33 * x2;
        while w10 < 1.3 {
            w10 += 0.4 + 0.1 * w10 * w10;
            a1[0] *= (-(w10 / 1.9)).sin();
            let mut a12: [[f64; 3]; 3] = [
                [d0[0], g1(t1), 0.70 * (x2 / (1.8 + a1[4 % a1.len()].sin()))],
                [w10, (a1[7 % a1.len()] * w10).tanh(), r3.sin().cosh()],
                [
                    (t1.1 / (d0[0] * d0[0] + 0.8)).sin(),
                    d0[7 % d0.len()] / (1.8 + t1.1.sin()) / 2.0,
                    (d0[1 % d0.len()] * d0[1 % d0.len()] + 0.5).cbrt(),
                ],
            ];
        }
        f64::sin(w10 + t1.0) + d0[0] + t1.0 * t1.1 + a1[a1.len() - 1] + x2
    }
    fn value(x: &[f64]) -> Vec<f64> {
        let p0 = x[0..4].to_vec();
        let p1 = (x[4], x[5]);
        let y = f(&p0, p1);
        [flat(&y)].concat()
    }
    fn backward(x: &[f64], w: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let p0 = x[0..4].to_vec();
        let p1 = (x[4], x[5]);
        let mut d0 = vec![0.0; 4];
        let (y, g1) = f_backward(&p0, &mut d0, p1, w[0]);
        ([flat(&y)].concat(), [flat(&d0), flat(&g1)].concat())
    }
    fn vjp(x: &[f64], w: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let p0 = x[0..4].to_vec();
        let p1 = (x[4], x[5]);
        let mut d0 = vec![0.0; 4];
        let (y, pullback) = f_vjp(&p0, p1);
        let outputs = [flat(&y)].concat();
        let g1 = pullback(&p0, &mut d0, w[0]);
        (outputs, [flat(&d0), flat(&g1)].concat())
    }
    fn grad(x: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let p0 = x[0..4].to_vec();
        let p1 = (x[4], x[5]);
        let (d0, g1) = f_grad(&p0, p1);
        let alone = [flat(&d0), flat(&g1)].concat();
        let (y, (d0, g1)) = f_value_and_grad(&p0, p1);
        assert_eq!(alone, [flat(& d0), flat(& g1)].concat());
        (flat(&y), [flat(&d0), flat(&g1)].concat())
    }
}

mod seed_1000121 {
    use super::{flat, Case};
    pub(crate) const CASE: Case = Case {
        name: "seed_1000121",
        point: &[-0.93],
        value,
        backward,
        vjp,
        grad: Some(grad),
    };
    #[autograd::differentiable]
    fn g1(z0: &f64) -> f64 {
        let mut w1: f64 = (((*z0) * (*z0) + 0.4).powf((*z0).sin()) + (*z0).tanh().exp())
            .sin();
        while w1 < 1.3 {
            w1 += 0.4 + 0.1 * 0.45 * 0.45;
            let a2: [f64; 4] = [
                w1,
                0.60 * (1.96 + w1),
                (w1 / 2.1).tanh(),
                0.75 * f64::exp2(0.44),
            ];
            let mut x3 = (*z0).atan2((*z0) * (*z0) + 0.5);
        }
        let mut a4: [[f64; 3]; 2] = [[0.0; 3]; 2];
        match 0 {
            1 | 3 => {
                let x6 = (0.50 * (*z0 + w1) / (w1 * w1 + 0.8) - (*z0 + *z0 - (*z0 - w1)))
                    .sin();
            }
            _ => {
                let mut x8 = ({
                    let t7 = (*z0).rem_euclid(1.3) / (1.8 + w1.sin());
                    t7 * a4[1][1]
                })
                    .sin();
            }
        }
        *z0 * w1 / 3.0 - *z0 + w1
    }
    #[autograd::differentiable]
    fn g2(mut z0: f64, z1: f64, d2: &mut [f64], n3: usize) {
        let r1: f64 = g1(&z1);
        let z1 = z0.mul_add(r1, z0).sin() * ((n3 as f64 + 0.12 - -z1) / 2.0) / 2.0;
        let r2: f64 = g1(&z1);
        d2[(n3 + 4) % d2.len()] /= z0 * z0 + 1.0;
        match n3.min(4) {
            k if k % 2 == 1 => {
                z0 *= f64::sin(z0.fract() / (z1 * z1 + 0.8));
            }
            _ => {
                z0 = (g1(&r1) / (1.8 + f64::sin(1.07)) / 2.0).abs();
            }
        }
    }
    #[autograd::differentiable]
    fn f(z0: &f64) -> f64 {
        let mut a3: [f64; 2] = [(*z0 / ((*z0) * (*z0) + 0.8)).sin(), 0.33 * (*z0 * *z0)];
        let mut a4: Vec<f64> = a3.to_vec();
        let mut x5: f64 = (0.75 * f64::log2(1.34 * 1.34 + 0.6))
            .atan2(a4[3 % a4.len()])
            .tanh();
        let r6: f64 = g1(&x5);
        {
            let row7 = &mut a4[..2];
            row7[0] /= (*z0) * (*z0) + 1.0;
            x5 = ((a3[0] * a3[0] + 0.5).cbrt() * (x5 + a3[0])).sin();
        }
        x5.trunc() - *z0 - a3[1] - a4[0 % a4.len()] + x5 + r6
    }
    fn value(x: &[f64]) -> Vec<f64> {
        let p0 = x[0];
        let y = f(&p0);
        [flat(&y)].concat()
    }
    fn backward(x: &[f64], w: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let p0 = x[0];
        let mut d0 = 0.0;
        let y = f_backward(&p0, &mut d0, w[0]);
        ([flat(&y)].concat(), [flat(&d0)].concat())
    }
    fn vjp(x: &[f64], w: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let p0 = x[0];
        let mut d0 = 0.0;
        let (y, pullback) = f_vjp(&p0);
        let outputs = [flat(&y)].concat();
        let () = pullback(&p0, &mut d0, w[0]);
        (outputs, [flat(&d0)].concat())
    }
    fn grad(x: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let p0 = x[0];
        let d0 = f_grad(&p0);
        let alone = [flat(&d0)].concat();
        let (y, d0) = f_value_and_grad(&p0);
        assert_eq!(alone, [flat(& d0)].concat());
        (flat(&y), [flat(&d0)].concat())
    }
}

mod seed_1000122 {
    use super::{flat, Case};
    pub(crate) const CASE: Case = Case {
        name: "seed_1000122",
        point: &[
            -1.363,
            -0.254,
            0.241,
            0.683,
            0.765,
            -1.32,
            1.181,
            0.894,
            -0.482,
            -1.436,
            0.66,
        ],
        value,
        backward,
        vjp,
        grad: Some(grad),
    };
    #[autograd::differentiable]
    fn f(c0: &[f64; 3], c1: [f64; 2], mut m2: [[f64; 3]; 2]) -> f64 {
        let mut x1 = ((m2[0][(c1[1].abs() * 3.0) as usize % 3]
            * m2[0][(c1[1].abs() * 3.0) as usize % 3] + 0.1)
            .ln_1p() + (c0[0] + c0[0]))
            .sin() * f64::clamp(-1.29, -1.25, 1.5);
        x1 *= (-(m2[1][0] / (1.8 + c1[0].sin()))).tanh();
        'l2: for i3 in 0..=2 {
            let mut x4 = f64::copysign(f64::tanh(m2[1][i3] - x1), c0[i3])
                .hypot(c0[0] * c0[0] + 0.6)
                .tanh();
        }
        let x5 = (m2[0][0] * m2[0][0] + 0.1).ln_1p();
        m2[0] = [1.00 / 1.5, x1.atan(), c1[1]];
        for i6 in 0..=3 {
            if x5 < 0.17 && 0.17 > 0.01 {
                x1 += 0.60 * (x1.mul_add(c1[1], x5) / 4.0).round_ties_even().tanh();
            } else if c0[i6 % 3].sin() >= m2[1][1] {
                x1 = f64::round_ties_even(0.60).sin().sinh().floor().sin();
            }
        }
        (c0[2] * c0[2] + 0.6).log2().sin() + c1[1] - m2[1][2]
    }
    fn value(x: &[f64]) -> Vec<f64> {
        let p0 = [x[0], x[1], x[2]];
        let p1 = [x[3], x[4]];
        let p2 = [[x[5], x[6], x[7]], [x[8], x[9], x[10]]];
        let y = f(&p0, p1, p2);
        [flat(&y)].concat()
    }
    fn backward(x: &[f64], w: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let p0 = [x[0], x[1], x[2]];
        let p1 = [x[3], x[4]];
        let p2 = [[x[5], x[6], x[7]], [x[8], x[9], x[10]]];
        let mut d0 = [0.0; 3];
        let (y, (g1, g2)) = f_backward(&p0, &mut d0, p1, p2, w[0]);
        ([flat(&y)].concat(), [flat(&d0), flat(&g1), flat(&g2)].concat())
    }
    fn vjp(x: &[f64], w: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let p0 = [x[0], x[1], x[2]];
        let p1 = [x[3], x[4]];
        let p2 = [[x[5], x[6], x[7]], [x[8], x[9], x[10]]];
        let mut d0 = [0.0; 3];
        let (y, pullback) = f_vjp(&p0, p1, p2);
        let outputs = [flat(&y)].concat();
        let (g1, g2) = pullback(&p0, &mut d0, w[0]);
        (outputs, [flat(&d0), flat(&g1), flat(&g2)].concat())
    }
    fn grad(x: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let p0 = [x[0], x[1], x[2]];
        let p1 = [x[3], x[4]];
        let p2 = [[x[5], x[6], x[7]], [x[8], x[9], x[10]]];
        let (d0, g1, g2) = f_grad(&p0, p1, p2);
        let alone = [flat(&d0), flat(&g1), flat(&g2)].concat();
        let (y, (d0, g1, g2)) = f_value_and_grad(&p0, p1, p2);
        assert_eq!(alone, [flat(& d0), flat(& g1), flat(& g2)].concat());
        (flat(&y), [flat(&d0), flat(&g1), flat(&g2)].concat())
    }
}

mod seed_1000123 {
    use super::{flat, Case};
    pub(crate) const CASE: Case = Case {
        name: "seed_1000123",
        point: &[0.703, 0.247, 0.569, 0.673, -0.314],
        value,
        backward,
        vjp,
        grad: Some(grad),
    };
    #[autograd::differentiable]
    fn g1(mut z0: f64, d1: &[f64]) -> f64 {
        let y1: f64 = if z0 > 0.24 {
            d1[d1.len() - 2]
        } else {
            z0 /= d1[5 % d1.len()] * d1[5 % d1.len()] + 1.0;
            0.10 * ((z0 * z0 + 0.5).ln() - z0.powi(3))
        };
        z0 /= z0 * z0 + 1.0;
        z0 = 0.5 * z0 + d1[0].sin();
        for i2 in 1..d1.len() {
            z0 = ((d1[i2] * d1[i2] + 0.4).powf(0.33 * d1[(i2 + 1) % d1.len()]) - -d1[0])
                .sin();
        }
        z0 - z0 - d1[0 % d1.len()] + y1
    }
    #[autograd::differentiable]
    fn f(z0: f64, c1: &[f64; 3], mut z2: f64) -> f64 {
        let m1: f64 = match 1 {
            4.. => {
                if g1(z2, c1) >= z0 {
                    return z0.signum() * (c1[0] + z0) / 2.0;
                }
                0.66 * (0.48 * (c1[0] - 0.12)).exp()
            }
            k if k % 2 == 1 => {
                for i2 in (0..4).rev() {
                    let r3: f64 = g1(g1(z0, &c1[1..]), &c1[1..]);
                    {
                        let row4 = &c1[i2.min(1)..][..2];
                        let mut a5: [f64; 4] = [0.0; 4];
                        a5[1] = 0.5 * a5[1] + (r3 * r3 + 0.1).ln_1p().sin();
                        if ((i2 * 2 + 3) % 6) % 3 != 0 {
                            break;
                        }
                    }
                    let mut x6 = (r3 / 1.1).tanh() / (1.8 + z2.sin());
                }
                let x7 = (0.50 * (z2 % 1.7 - (1.25 - z2))).min(c1[0]);
                g1(x7, &c1[1..]).round_ties_even() / 2.0
            }
            _ => c1[0],
        };
        let mut a8: Vec<f64> = c1.to_vec();
        let m9: f64 = match (1, 2) {
            (0, _) => {
                let t10 = (a8[0] + a8[1]).tanh();
                t10 * (0.33 * (z2 * z2))
            }
            (_, k) if k > 0 => {
                let mut n11: usize = 0;
                let v17: f64 = loop {
                    if n11 == 3 {
                        break (0.30 - a8[(n11 + 4) % a8.len()]) / 2.0;
                    }
                    n11 += 1;
                    let x12 = ((z0 * z0 + 0.1).ln_1p() / 2.0).exp2().sin();
                    let mut n13: usize = 0;
                    let v16: f64 = loop {
                        if n13 == 4 {
                            break (c1[n13 % 3] * c1[n13 % 3] + 0.5).ln();
                        }
                        n13 += 1;
                        a8[1] = 0.5 * a8[1] + f64::tanh(-z2);
                        'l14: for i15 in (0..=4).rev().step_by(2) {
                            z2 += 0.20 * x12;
                        }
                    };
                };
                (v17 * a8[(n11 + 4) % a8.len()] / 6.0).exp() / 2.0
            }
            _ => (-z0.hypot(z2 * z2 + 0.6)).sin(),
        };
        f64::sin(z0 + z2) + c1[2] - z2 - a8[2 % a8.len()]
    }
    fn value(x: &[f64]) -> Vec<f64> {
        let p0 = x[0];
        let p1 = [x[1], x[2], x[3]];
        let p2 = x[4];
        let y = f(p0, &p1, p2);
        [flat(&y)].concat()
    }
    fn backward(x: &[f64], w: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let p0 = x[0];
        let p1 = [x[1], x[2], x[3]];
        let p2 = x[4];
        let mut d1 = [0.0; 3];
        let (y, (g0, g2)) = f_backward(p0, &p1, &mut d1, p2, w[0]);
        ([flat(&y)].concat(), [flat(&g0), flat(&d1), flat(&g2)].concat())
    }
    fn vjp(x: &[f64], w: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let p0 = x[0];
        let p1 = [x[1], x[2], x[3]];
        let p2 = x[4];
        let mut d1 = [0.0; 3];
        let (y, pullback) = f_vjp(p0, &p1, p2);
        let outputs = [flat(&y)].concat();
        let (g0, g2) = pullback(&p1, &mut d1, w[0]);
        (outputs, [flat(&g0), flat(&d1), flat(&g2)].concat())
    }
    fn grad(x: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let p0 = x[0];
        let p1 = [x[1], x[2], x[3]];
        let p2 = x[4];
        let (g0, d1, g2) = f_grad(p0, &p1, p2);
        let alone = [flat(&g0), flat(&d1), flat(&g2)].concat();
        let (y, (g0, d1, g2)) = f_value_and_grad(p0, &p1, p2);
        assert_eq!(alone, [flat(& g0), flat(& d1), flat(& g2)].concat());
        (flat(&y), [flat(&g0), flat(&d1), flat(&g2)].concat())
    }
}

mod seed_1000124 {
    use super::{flat, Case};
    pub(crate) const CASE: Case = Case {
        name: "seed_1000124",
        point: &[-1.495, 0.475, 0.803, -0.994, -1.181, 1.254],
        value,
        backward,
        vjp,
        grad: None,
    };
    #[autograd::differentiable]
    fn f(z0: f64, z1: f64, d2: &mut [f64], mut z3: f64) {
        let (mut p1, q2): (f64, f64) = (
            ((z1 - z3) * (z1 - z0)).tanh(),
            d2[d2.len() - 2].sin().exp().sin().exp_m1() / 2.0,
        );
        let x3 = 0.50 * (z3 + z1);
        if (x3 * x3 + 0.5).ln() > z1 {
            return;
        }
        let x4 = ((0.09 * (d2[0 % d2.len()] * d2[0 % d2.len()] + 0.4).powf(q2.sin()))
            .atanh() + (0.50 * (q2 + p1)).atan2(p1 * p1 + 0.5))
            .sin();
        let (s5, c6) = q2.sin_cos();
        assert!(c6 < 1.0e6);
        if c6 > -0.45 && d2[0] > -0.26 {
            p1 /= 1.86 * 1.86 + 1.0;
        } else {
            match (0, 2) {
                (0, _) => {
                    for i8 in 1..d2.len() {
                        d2[i8 % d2.len()] = (-(f64::ceil(z1)
                            * f64::powf(1.88 * 1.88 + 0.4, 0.15).sin()))
                            .tanh();
                        d2[i8] -= 0.25 * z0.tanh().cosh();
                        match (i8 % 3, i8 % 3) {
                            (_, k) if k > 0 => {
                                p1 *= q2.sin();
                                let mut t10: (f64, f64) = (
                                    f64::recip(p1 * p1 + 0.7) - z0.cos(),
                                    0.75 * (z0 * z0 + 0.4).sqrt(),
                                );
                            }
                            _ => {
                                assert!(1.91 < 1.0e6);
                            }
                        }
                    }
                }
                _ => {
                    z3 += c6;
                }
            }
        }
    }
    fn value(x: &[f64]) -> Vec<f64> {
        let p0 = x[0];
        let p1 = x[1];
        let mut p2 = x[2..5].to_vec();
        let p3 = x[5];
        f(p0, p1, &mut p2, p3);
        [flat(&p2)].concat()
    }
    fn backward(x: &[f64], w: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let p0 = x[0];
        let p1 = x[1];
        let mut p2 = x[2..5].to_vec();
        let p3 = x[5];
        let mut d2 = w[0..3].to_vec();
        let (g0, g1, g3) = f_backward(p0, p1, &mut p2, &mut d2, p3);
        ([flat(&p2)].concat(), [flat(&g0), flat(&g1), flat(&d2), flat(&g3)].concat())
    }
    fn vjp(x: &[f64], w: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let p0 = x[0];
        let p1 = x[1];
        let mut p2 = x[2..5].to_vec();
        let p3 = x[5];
        let mut d2 = w[0..3].to_vec();
        let pullback = f_vjp(p0, p1, &mut p2, p3);
        let outputs = [flat(&p2)].concat();
        let (g0, g1, g3) = pullback(&mut p2, &mut d2);
        assert_eq!(flat(& p2), x[2..5]);
        (outputs, [flat(&g0), flat(&g1), flat(&d2), flat(&g3)].concat())
    }
}

mod seed_1000125 {
    use super::{flat, Case};
    pub(crate) const CASE: Case = Case {
        name: "seed_1000125",
        point: &[0.258, 0.479, -0.393, -0.77, 0.939, 0.394],
        value,
        backward,
        vjp,
        grad: None,
    };
    #[autograd::differentiable]
    fn f(c0: &mut [f64; 3], mut z1: f64, d2: &mut [f64]) -> (f64, f64) {
        let mut w1: f64 = (0.25 * (z1.asinh() * c0[0].trunc())).sin();
        while w1 < 1.3 {
            w1 += 0.4 + 0.1 * z1 * z1;
            {
                let row2 = &c0[..2];
                d2[3 % d2.len()] *= z1 / 3.0;
                if let 0 = 1 {
                    let mut x3: f64 = 0.75 * (w1 * w1 + 0.6).log2();
                } else {
                    z1 -= 0.60 * (-(d2[6 % d2.len()] * row2[0])).tanh();
                }
            }
        }
        (d2[5 % d2.len()].round().tanh() + z1 + w1, z1 - w1)
    }
    fn value(x: &[f64]) -> Vec<f64> {
        let mut p0 = [x[0], x[1], x[2]];
        let p1 = x[3];
        let mut p2 = x[4..6].to_vec();
        let y = f(&mut p0, p1, &mut p2);
        [flat(&y), flat(&p0), flat(&p2)].concat()
    }
    fn backward(x: &[f64], w: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let mut p0 = [x[0], x[1], x[2]];
        let p1 = x[3];
        let mut p2 = x[4..6].to_vec();
        let mut d0 = [w[2], w[3], w[4]];
        let mut d2 = w[5..7].to_vec();
        let (y, g1) = f_backward(&mut p0, &mut d0, p1, &mut p2, &mut d2, (w[0], w[1]));
        (
            [flat(&y), flat(&p0), flat(&p2)].concat(),
            [flat(&d0), flat(&g1), flat(&d2)].concat(),
        )
    }
    fn vjp(x: &[f64], w: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let mut p0 = [x[0], x[1], x[2]];
        let p1 = x[3];
        let mut p2 = x[4..6].to_vec();
        let mut d0 = [w[2], w[3], w[4]];
        let mut d2 = w[5..7].to_vec();
        let (y, pullback) = f_vjp(&mut p0, p1, &mut p2);
        let outputs = [flat(&y), flat(&p0), flat(&p2)].concat();
        let g1 = pullback(&mut p0, &mut d0, &mut p2, &mut d2, (w[0], w[1]));
        assert_eq!(flat(& p0), x[0..3]);
        assert_eq!(flat(& p2), x[4..6]);
        (outputs, [flat(&d0), flat(&g1), flat(&d2)].concat())
    }
}
