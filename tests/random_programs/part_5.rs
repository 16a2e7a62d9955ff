//! Made by `autograd-macros/src/random`; `UPDATE_EXPECT=1 cargo test -p autograd-macros` makes it again.

use super::super::{flat, Case};
pub(crate) const CASES: [Case; 26] = [
    seed_1000500::CASE,
    seed_1000501::CASE,
    seed_1000502::CASE,
    seed_1000503::CASE,
    seed_1000504::CASE,
    seed_1000505::CASE,
    seed_1000506::CASE,
    seed_1000507::CASE,
    seed_1000508::CASE,
    seed_1000509::CASE,
    seed_1000510::CASE,
    seed_1000511::CASE,
    seed_1000512::CASE,
    seed_1000513::CASE,
    seed_1000514::CASE,
    seed_1000515::CASE,
    seed_1000516::CASE,
    seed_1000517::CASE,
    seed_1000518::CASE,
    seed_1000519::CASE,
    seed_1000520::CASE,
    seed_1000521::CASE,
    seed_1000522::CASE,
    seed_1000523::CASE,
    seed_1000524::CASE,
    seed_1000525::CASE,
];
mod seed_1000500 {
    use super::{flat, Case};
    pub(crate) const CASE: Case = Case {
        name: "seed_1000500",
        point: &[0.685, 0.799, 1.271],
        value,
        backward,
        vjp,
        grad: Some(grad),
    };
    #[autograd::differentiable]
    fn g1(d0: &[f64], d1: &[f64], d2: &mut [f64], z3: f64) -> f64 {
        d2[0 % d2.len()] -= (z3 * z3 + 0.6).log2().sin().cosh();
        let mut z3 = (d2[5 % d2.len()].clamp(-1.25, 1.5) - z3).tanh().exp().tanh();
        z3 = 0.75 * f64::sqrt(d1[1] * d1[1] + 0.4);
        let (s1, c2) = ((d2[d2.len() - 1] - d0[7 % d0.len()]) / 2.0)
            .min(d0[0])
            .sin_cos();
        if 1 % 3 >= 2 {
            z3 -= (c2 * c2 + 0.5).cbrt();
        } else if (d0[1] * d0[1] + 1.2).log(2.5) <= d0[3 % d0.len()] {
            z3 = s1;
        } else {
            z3 = 0.45 * ((z3 * z3 + 1.2).log(2.5) * ((0.30 * d0[1]).asin() + s1.cos()));
        }
        0.50 * (d2[1] - d1[4 % d1.len()]) + d0[0] + z3 + c2
    }
    #[autograd::differentiable]
    fn f(n0: usize, mut z1: f64, (u2, v2): (f64, f64)) -> f64 {
        let mut x1 = (z1 / 2.0).exp_m1().sin() / (1.8 + v2.sin());
        if 1.94 <= z1 {
            let x2 = (f64::hypot(v2, v2 * v2 + 0.6) + z1 / (v2 * v2 + 0.8))
                .tanh()
                .atan2(0.24 * 0.24 + 0.5);
        } else {
            let mut a3: Vec<f64> = vec![u2 / 2.0 / 2.0, (z1 - z1) / 2.0];
            let flag4 = !(x1 < -0.52);
            for i5 in (0..=4).rev().step_by(2) {
                if flag4 {
                    if u2 > -0.92 && a3[a3.len() - 1] > 0.12 {
                        z1 = u2;
                    }
                }
                a3[1] = (0.96 * (x1.mul_add(z1, x1).tanh() * 0.93)).atanh();
                for i6 in (0..=4).rev().step_by(2) {
                    let a7: [f64; 3] = [0.0; 3];
                }
            }
        }
        x1.signum() + u2 + v2
    }
    fn value(x: &[f64]) -> Vec<f64> {
        let p0 = 3_usize;
        let p1 = x[0];
        let p2 = (x[1], x[2]);
        let y = f(p0, p1, p2);
        [flat(&y)].concat()
    }
    fn backward(x: &[f64], w: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let p0 = 3_usize;
        let p1 = x[0];
        let p2 = (x[1], x[2]);
        let (y, (g1, g2)) = f_backward(p0, p1, p2, w[0]);
        ([flat(&y)].concat(), [flat(&g1), flat(&g2)].concat())
    }
    fn vjp(x: &[f64], w: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let p0 = 3_usize;
        let p1 = x[0];
        let p2 = (x[1], x[2]);
        let (y, pullback) = f_vjp(p0, p1, p2);
        let outputs = [flat(&y)].concat();
        let (g1, g2) = pullback(w[0]);
        (outputs, [flat(&g1), flat(&g2)].concat())
    }
    fn grad(x: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let p0 = 3_usize;
        let p1 = x[0];
        let p2 = (x[1], x[2]);
        let (g1, g2) = f_grad(p0, p1, p2);
        let alone = [flat(&g1), flat(&g2)].concat();
        let (y, (g1, g2)) = f_value_and_grad(p0, p1, p2);
        assert_eq!(alone, [flat(& g1), flat(& g2)].concat());
        (flat(&y), [flat(&g1), flat(&g2)].concat())
    }
}

mod seed_1000501 {
    use super::{flat, Case};
    pub(crate) const CASE: Case = Case {
        name: "seed_1000501",
        point: &[-1.591, 0.721, 0.959],
        value,
        backward,
        vjp,
        grad: Some(grad),
    };
    #[autograd::differentiable]
    fn f(z0: f64, z1: f64, mut z2: f64) -> f64 {
        let mut a1: [[f64; 2]; 2] = [
            [z2.round().sin(), (0.50 * z2).cosh()],
            [(z2 / 3.0).tan(), 0.33 * (z0 * z1)],
        ];
        a1[1][(z1.abs() * 3.0) as usize % 2] = (-z2 - a1[0][1]).tanh()
            / (1.8 + f64::sin(0.71));
        match 0 {
            0 => {
                z2 = a1[1][0].sin() - -z1.rem_euclid(1.3);
                if 0.11 > -0.91 {
                    z2 = ((0.50 * (z1 + z1)).hypot(0.61 * 0.61 + 0.6).tanh()
                        * (z1 * z1 + 0.4).powf(z2 / 3.0).sin().atan2(z2))
                        .tanh();
                }
            }
            2..=3 => {
                let mut x3 = (0.25 * (z2 - z1)).exp().sin();
            }
            _ => {
                z2 += (0.50 * z0).exp_m1().sin() / 1.8;
            }
        }
        z2 + z0 + z1 - z2
    }
    fn value(x: &[f64]) -> Vec<f64> {
        let p0 = x[0];
        let p1 = x[1];
        let p2 = x[2];
        let y = f(p0, p1, p2);
        [flat(&y)].concat()
    }
    fn backward(x: &[f64], w: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let p0 = x[0];
        let p1 = x[1];
        let p2 = x[2];
        let (y, (g0, g1, g2)) = f_backward(p0, p1, p2, w[0]);
        ([flat(&y)].concat(), [flat(&g0), flat(&g1), flat(&g2)].concat())
    }
    fn vjp(x: &[f64], w: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let p0 = x[0];
        let p1 = x[1];
        let p2 = x[2];
        let (y, pullback) = f_vjp(p0, p1, p2);
        let outputs = [flat(&y)].concat();
        let (g0, g1, g2) = pullback(w[0]);
        (outputs, [flat(&g0), flat(&g1), flat(&g2)].concat())
    }
    fn grad(x: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let p0 = x[0];
        let p1 = x[1];
        let p2 = x[2];
        let (g0, g1, g2) = f_grad(p0, p1, p2);
        let alone = [flat(&g0), flat(&g1), flat(&g2)].concat();
        let (y, (g0, g1, g2)) = f_value_and_grad(p0, p1, p2);
        assert_eq!(alone, [flat(& g0), flat(& g1), flat(& g2)].concat());
        (flat(&y), [flat(&g0), flat(&g1), flat(&g2)].concat())
    }
}

mod seed_1000502 {
    use super::{flat, Case};
    pub(crate) const CASE: Case = Case {
        name: "seed_1000502",
        point: &[-0.739],
        value,
        backward,
        vjp,
        grad: Some(grad),
    };
    #[autograd::differentiable]
    fn f(z0: f64) -> f64 {
        let mut a1: [f64; 4] = [
            z0.abs(),
            0.70 * (z0 / (z0 * z0 + 0.8)),
            1.01,
            (z0 / (1.8 + z0.sin())).tanh(),
        ];
        let y2: f64 = if matches!(2, ..2) {
            let mut x3 = 0.70 * ((-z0).copysign(0.14) / (a1[1] * a1[1] + 0.8));
            a1[0]
        } else {
            a1[1]
        };
        let x4 = (a1[2] * a1[2] + 0.5).log10();
        a1[3] = (0.60 * -y2.clamp(-1.25, 1.5)).acos();
        let x5 = z0.cos();
        {
            let row6 = &a1[1..];
            let mut a7: [f64; 3] = [0.0; 3];
            let mut a8: Vec<f64> = vec![
                0.50 * (z0 - a1[(z0.abs() * 3.0) as usize % 4]), a7[1]
            ];
        }
        a1[(a1[2].abs() * 3.0) as usize % 4]
            -= x5.copysign(x4).tanh().powi(0 as i32) / 3.0;
        let x9 = -(f64::cbrt(0.89 * 0.89 + 0.5) % 1.7);
        'l10: for i11 in 0..=2 {
            let mut x12 = 0.75 * (-(x9 * x9 + 1.3).acosh()).asinh();
        }
        0.47 - a1[0] + x4 - x5 - x9
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

mod seed_1000503 {
    use super::{flat, Case};
    pub(crate) const CASE: Case = Case {
        name: "seed_1000503",
        point: &[1.061, 0.675, 1.059],
        value,
        backward,
        vjp,
        grad: None,
    };
    #[autograd::differentiable]
    fn g1(d0: &[f64], mut v1: Vec<f64>, d2: &[f64], v3: &Vec<f64>) -> f64 {
        v1[0] = d0[1];
        for i1 in 0..d2.len() {
            if 3 % 2 >= 0 {
                break;
            }
        }
        'l2: for i3 in 1..v3.len() {
            let mut a4: Vec<f64> = d0.to_vec();
        }
        f64::tanh(d2[7 % d2.len()] * d2[4 % d2.len()]) + d0[0 % d0.len()]
            + d2[3 % d2.len()]
    }
    #[autograd::differentiable]
    fn f(z0: &mut f64, mut c1: [f64; 2], n2: usize) -> f64 {
        c1[1] = ((*z0) * (*z0) + 1.2).log(2.5);
        if ((*z0) * (*z0) + 0.7).recip() <= c1[0] {
            for i1 in 0..1 {
                let k2: usize = 0;
                if (c1[k2] + *z0).sin() > 1.39 {
                    let mut n3: usize = 0;
                    while n3 < 1 && (*z0).trunc() >= n2 as f64 {
                        n3 += 1;
                        let r4: f64 = g1(
                            &c1,
                            c1.to_vec(),
                            &c1,
                            &vec![
                                (n3 as f64).trunc(), 0.70 * (* z0 / (c1[n3] * c1[n3] +
                                0.8)), ((n2 as f64) * (n2 as f64) + 0.7).recip()
                            ],
                        );
                        let mut a5: [f64; 2] = c1;
                    }
                    if (0.21 * n2 as f64) >= c1[k2] {
                        *z0 /= (*z0) * (*z0) + 1.0;
                    } else {
                        *z0 += 0.60 * f64::tanh(n3 as f64 * i1 as f64 * (*z0).ceil());
                        c1[n3.min(1)] /= (n2 as f64) * (n2 as f64) + 1.0;
                    }
                }
            }
            if c1[1] >= c1[0] {
                let mut x6: f64 = 0.23
                    * (g1(
                        &c1,
                        vec![c1[0], 0.33 * (* z0 * * z0), c1[0]],
                        &c1,
                        &vec![
                            0.70 * (c1[(c1[n2 % 2].abs() * 3.0) as usize % 2] / 1.1),
                            (c1[1] - 1.72).tanh(), (n2 as f64 / 4.0).asin()
                        ],
                    ) * (c1[1] / (c1[(n2 * 4 + 3) % 2] * c1[(n2 * 4 + 3) % 2] + 0.8)));
                if f64::sin(1.67).exp_m1().sin() < 0.71 {
                    x6 = (0.75 * (-(*z0)).sin().powi(((n2 * 4 + 1) % 4) as i32)
                        * -(x6 + x6))
                        .tanh();
                } else {
                    *z0 -= (x6 * x6 + 0.5).cbrt();
                }
            } else {
                *z0 = 0.5 * *z0 + f64::ln_1p(1.41 * 1.41 + 0.1) / 2.0;
            }
        } else {
            *z0
                -= (g1(
                    &c1,
                    vec![
                        (c1[((n2 as f64).abs() * 3.0) as usize % 2] + n2 as f64).sin(),
                        0.50 * (* z0 - c1[1]), ({ let t7 = * z0; t7 * t7 }).tanh()
                    ],
                    &c1,
                    &vec![
                        (* z0).signum(), f64::max(0.71, n2 as f64), (n2 as f64 / 4.0)
                        .atanh()
                    ],
                ) - c1[n2 % 2]) / 2.0;
        }
        -c1[1] + c1[0]
    }
    fn value(x: &[f64]) -> Vec<f64> {
        let mut p0 = x[0];
        let p1 = [x[1], x[2]];
        let p2 = 3_usize;
        let y = f(&mut p0, p1, p2);
        [flat(&y), flat(&p0)].concat()
    }
    fn backward(x: &[f64], w: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let mut p0 = x[0];
        let p1 = [x[1], x[2]];
        let p2 = 3_usize;
        let mut d0 = w[1];
        let (y, g1) = f_backward(&mut p0, &mut d0, p1, p2, w[0]);
        ([flat(&y), flat(&p0)].concat(), [flat(&d0), flat(&g1)].concat())
    }
    fn vjp(x: &[f64], w: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let mut p0 = x[0];
        let p1 = [x[1], x[2]];
        let p2 = 3_usize;
        let mut d0 = w[1];
        let (y, pullback) = f_vjp(&mut p0, p1, p2);
        let outputs = [flat(&y), flat(&p0)].concat();
        let g1 = pullback(&mut p0, &mut d0, w[0]);
        assert_eq!(flat(& p0), x[0..1]);
        (outputs, [flat(&d0), flat(&g1)].concat())
    }
}

mod seed_1000504 {
    use super::{flat, Case};
    pub(crate) const CASE: Case = Case {
        name: "seed_1000504",
        point: &[-0.856, 0.253],
        value,
        backward,
        vjp,
        grad: None,
    };
    #[autograd::differentiable]
    fn g1(d0: &mut [f64]) {
        let x1 = d0[1].min(d0[1 % d0.len()]);
        let mut w2: f64 = (d0[d0.len() - 1] * (if 1 % 3 == 1 { x1 } else { x1 })).tanh();
        while w2 < 1.3 {
            w2 += 0.4 + 0.1 * 0.19 * 0.19;
            let x3 = 0.37 * (0.66 * (0.33 * (x1 * d0[1])).trunc()).powi(2 as i32);
        }
        let mut x4 = d0[0 % d0.len()];
        for i5 in 0..d0.len() {
            x4 = 0.5 * x4 + f64::sin(w2 - 0.34);
        }
    }
    #[autograd::differentiable]
    fn f(d0: &mut [f64]) -> f64 {
        d0[1] /= d0[2 % d0.len()] * d0[2 % d0.len()] + 1.0;
        for i1 in 0..1 {
            d0[(i1 % 8) % d0.len()] = (((i1 as f64) * (i1 as f64) + 0.6)
                .log2()
                .tanh()
                .atan2(d0[(i1 + 7) % d0.len()]) / 3.0)
                .sinh();
            for i2 in (0..d0.len()).rev() {
                let mut n4: usize = 0;
                'l3: loop {
                    if n4 == 1 {
                        break;
                    }
                    n4 += 1;
                    if 1.24 - 0.17 <= i1 as f64 {
                        d0[i2] = 0.5 * d0[i2] + n4 as f64;
                    }
                    if (i2 as f64) < 0.35 {
                        g1(d0);
                    } else if f64::atanh(0.52 * 1.70) >= i1 as f64 {
                        let k5: usize = i2 % 3;
                        let mut x6 = ((if (i2 as f64 / 2.0).fract() > k5 as f64 {
                            -(n4 as f64)
                        } else {
                            0.11 * d0[i2].powi(3)
                        }) / (d0[i2] * d0[i2] + 0.8))
                            .tanh();
                    }
                    let (s7, c8) = d0[i2].sin_cos();
                }
                let k9: usize = 3;
            }
            let mut k10: usize = i1 % 5;
        }
        d0[4 % d0.len()].rem_euclid(1.3) + d0[2 % d0.len()]
    }
    fn value(x: &[f64]) -> Vec<f64> {
        let mut p0 = x[0..2].to_vec();
        let y = f(&mut p0);
        [flat(&y), flat(&p0)].concat()
    }
    fn backward(x: &[f64], w: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let mut p0 = x[0..2].to_vec();
        let mut d0 = w[1..3].to_vec();
        let y = f_backward(&mut p0, &mut d0, w[0]);
        ([flat(&y), flat(&p0)].concat(), [flat(&d0)].concat())
    }
    fn vjp(x: &[f64], w: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let mut p0 = x[0..2].to_vec();
        let mut d0 = w[1..3].to_vec();
        let (y, pullback) = f_vjp(&mut p0);
        let outputs = [flat(&y), flat(&p0)].concat();
        let () = pullback(&mut p0, &mut d0, w[0]);
        assert_eq!(flat(& p0), x[0..2]);
        (outputs, [flat(&d0)].concat())
    }
}

mod seed_1000505 {
    use super::{flat, Case};
    pub(crate) const CASE: Case = Case {
        name: "seed_1000505",
        point: &[0.704, 0.602],
        value,
        backward,
        vjp,
        grad: Some(grad),
    };
    #[autograd::differentiable]
    fn f(mut z0: f64, z1: &f64, n2: usize, n3: usize) -> f64 {
        let (s1, c2) = (*z1).sin_cos();
        let mut w3: f64 = (*z1).tanh();
        while w3 < 1.3 {
            w3 += 0.4 + 0.1 * c2 * c2;
            let mut a5: [f64; 3] = [
                (0.50 * z0).sinh(),
                f64::sin(w3.floor()),
                ({
                    let t6 = *z1;
                    t6 * s1
                })
                    .tanh(),
            ];
            let x7 = (s1 * s1 + 0.5).cbrt();
            if (a5[1] / (c2 * c2 + 0.8)).tanh() <= c2 {
                break;
            }
        }
        let mut a9: [[f64; 2]; 2] = [[0.0; 2]; 2];
        let x10 = (0.84 * (0.54 - s1)).powi(2).sin() / (1.8 + c2.sin());
        z0 = if x10 < -0.81 && x10 > -0.06 {
            (f64::log(a9[0][1] * a9[0][1] + 1.2, 2.5) - w3.ceil()) / 3.0
        } else {
            (z0 - 1.99
                - (match n2.min(4) {
                    0 | 3 => w3,
                    _ => a9[1][0],
                }))
                .tanh()
        };
        let x11 = f64::fract(0.34);
        let (mut p12, q13): (f64, f64) = (
            f64::cos(x11.floor()),
            (a9[1][0] * z0).sin().mul_add(s1, a9[n3 % 2][1]) / 2.0,
        );
        {
            let row14 = &mut a9[1];
            row14[(w3.abs() * 3.0) as usize % 2] = ((0.56 * (*z1).atan()).acos()
                + f64::rem_euclid(1.59, 1.3))
                .tanh();
            if !(x11 > -0.51) {
                return (x10 / 2.1 + (0.41 + p12)).tanh();
            }
        }
        for i15 in (0..4).rev() {
            p12 += 0.20 * f64::cbrt(1.07 * 1.07 + 0.5);
        }
        q13.clamp(-1.25, 1.5) - z0 - *z1 + s1 - c2 - w3 - a9[1][0] - x11 - p12
    }
    fn value(x: &[f64]) -> Vec<f64> {
        let p0 = x[0];
        let p1 = x[1];
        let p2 = 3_usize;
        let p3 = 1_usize;
        let y = f(p0, &p1, p2, p3);
        [flat(&y)].concat()
    }
    fn backward(x: &[f64], w: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let p0 = x[0];
        let p1 = x[1];
        let p2 = 3_usize;
        let p3 = 1_usize;
        let mut d1 = 0.0;
        let (y, g0) = f_backward(p0, &p1, &mut d1, p2, p3, w[0]);
        ([flat(&y)].concat(), [flat(&g0), flat(&d1)].concat())
    }
    fn vjp(x: &[f64], w: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let p0 = x[0];
        let p1 = x[1];
        let p2 = 3_usize;
        let p3 = 1_usize;
        let mut d1 = 0.0;
        let (y, pullback) = f_vjp(p0, &p1, p2, p3);
        let outputs = [flat(&y)].concat();
        let g0 = pullback(&p1, &mut d1, w[0]);
        (outputs, [flat(&g0), flat(&d1)].concat())
    }
    fn grad(x: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let p0 = x[0];
        let p1 = x[1];
        let p2 = 3_usize;
        let p3 = 1_usize;
        let (g0, d1) = f_grad(p0, &p1, p2, p3);
        let alone = [flat(&g0), flat(&d1)].concat();
        let (y, (g0, d1)) = f_value_and_grad(p0, &p1, p2, p3);
        assert_eq!(alone, [flat(& g0), flat(& d1)].concat());
        (flat(&y), [flat(&g0), flat(&d1)].concat())
    }
}

mod seed_1000506 {
    use super::{flat, Case};
    pub(crate) const CASE: Case = Case {
        name: "seed_1000506",
        point: &[-0.55, -0.816, 0.95, -0.364, -0.248, 1.419, 1.399, 0.685, -0.673],
        value,
        backward,
        vjp,
        grad: None,
    };
    #[autograd::differentiable]
    fn g1(c0: [f64; 3]) -> [f64; 3] {
        let mut w1: f64 = 0.33
            * (-({
                let t2 = c0[(c0[2].abs() * 3.0) as usize % 3];
                t2 * c0[2]
            }) / 3.0);
        while w1 < 1.3 {
            w1 += 0.4 + 0.1 * c0[0] * c0[0];
            let mut a3: Vec<f64> = vec![c0[1].abs(), c0[1], w1];
        }
        for i4 in 2..=3 {
            for i5 in 0..i4 {
                let mut w6: f64 = (i4 as f64).sin();
                while w6 < 1.3 {
                    w6 += 0.4 + 0.1 * w6 * w6;
                    let x7 = (0.28 * (c0[i5] * w6 - 1.62)
                        / ((i4 as f64) * (i4 as f64) + 0.8))
                        .sin();
                }
            }
        }
        [
            w1.copysign(c0[(c0[2].abs() * 3.0) as usize % 3]) + c0[1] - w1,
            0.50 * (w1 + c0[2]) + w1,
            (w1 * 1.37).tanh() - w1,
        ]
    }
    #[autograd::differentiable]
    fn g2(c0: &mut [f64; 2], mut z1: f64, z2: f64) -> f64 {
        z1 *= ((z1 * z1 + 0.5).log10() * (c0[1] / (c0[0] * c0[0] + 0.8)) / 3.0).tanh();
        let mut n2: usize = 0;
        'l1: loop {
            if n2 == 2 {
                break;
            }
            n2 += 1;
            let mut a3: Vec<f64> = c0.to_vec();
            let mut t4: (f64, f64) = (z1.cos(), (z2 * c0[0] - (z2 + 1.62)).sin());
            let y5: f64 = if !(1.44 < -0.14) {
                t4.0 = 0.5 * t4.0 + (z1 - z1) / 2.0 / 2.0;
                0.50 * (a3[0] + a3[(n2 % 8) % a3.len()])
            } else {
                a3[6 % a3.len()]
            };
        }
        (z1 + z1) / 2.0 + c0[0] + z2
    }
    #[autograd::differentiable]
    fn f(c0: [f64; 3], z1: &f64, d2: &mut [f64], n3: usize) -> f64 {
        if -(*z1) < *z1 {
            'l1: for i2 in (0..=4).rev().step_by(2) {
                let a3: Vec<f64> = vec![
                    (n3 as f64).ceil().tanh(); ((i2 * 3 + 2) % 3) + 2
                ];
                let x4 = c0[0].floor() / 2.0;
                d2[(n3 % 8) % d2.len()] = *z1;
                let x5 = c0[0];
            }
        }
        d2[(n3 % 8) % d2.len()] *= (*z1 * *z1).sin() / (1.8 + (*z1).sin()) / 2.0;
        let mut a6: [f64; 4] = [0.0; 4];
        let mut w8: f64 = (-(c0[0] * a6[n3])).tanh();
        'l7: while w8 < 1.3 {
            w8 += 0.4 + 0.1 * (*z1) * (*z1);
            if 0.33 * (d2[n3.min(7) % d2.len()] * *z1) < a6[n3] {
                break;
            }
            if (n3 % 6) % 3 == 2 {
                return (0.66 * ((*z1 + w8) / 2.0))
                    .powi(((n3 * 4 + 1) % 4) as i32)
                    .tanh();
            }
            let mut n10: usize = 0;
            let v14: f64 = 'l9: loop {
                if n10 == 3 {
                    break (d2[1] / 2.0).sinh();
                }
                n10 += 1;
                let y11: f64 = if *z1 > 0.89 || (n10 as f64) > -0.03 {
                    (0.33 * (d2[d2.len() - 1] * *z1)).round().tanh()
                } else {
                    match (n3 * 2 + 3) % 5 {
                        k if k % 2 == 1 => {
                            if (n3 + 2) % 3 != 0 {
                                break if (n10 % 6) % 2 != 0 { d2[0] } else { *z1 };
                            }
                        }
                        _ => {
                            let mut x13: f64 = 0.55;
                        }
                    }
                    (c0[1] * c0[1] + 0.6).log2().sin() / (w8 * w8 + 0.8)
                };
            };
        }
        0.50 * (a6[n3] - c0[1]) + c0[2] + *z1 - a6[n3] - w8
    }
    fn value(x: &[f64]) -> Vec<f64> {
        let p0 = [x[0], x[1], x[2]];
        let p1 = x[3];
        let mut p2 = x[4..9].to_vec();
        let p3 = 2_usize;
        let y = f(p0, &p1, &mut p2, p3);
        [flat(&y), flat(&p2)].concat()
    }
    fn backward(x: &[f64], w: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let p0 = [x[0], x[1], x[2]];
        let p1 = x[3];
        let mut p2 = x[4..9].to_vec();
        let p3 = 2_usize;
        let mut d1 = 0.0;
        let mut d2 = w[1..6].to_vec();
        let (y, g0) = f_backward(p0, &p1, &mut d1, &mut p2, &mut d2, p3, w[0]);
        ([flat(&y), flat(&p2)].concat(), [flat(&g0), flat(&d1), flat(&d2)].concat())
    }
    fn vjp(x: &[f64], w: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let p0 = [x[0], x[1], x[2]];
        let p1 = x[3];
        let mut p2 = x[4..9].to_vec();
        let p3 = 2_usize;
        let mut d1 = 0.0;
        let mut d2 = w[1..6].to_vec();
        let (y, pullback) = f_vjp(p0, &p1, &mut p2, p3);
        let outputs = [flat(&y), flat(&p2)].concat();
        let g0 = pullback(&p1, &mut d1, &mut p2, &mut d2, w[0]);
        assert_eq!(flat(& p2), x[4..9]);
        (outputs, [flat(&g0), flat(&d1), flat(&d2)].concat())
    }
}

mod seed_1000507 {
    use super::{flat, Case};
    pub(crate) const CASE: Case = Case {
        name: "seed_1000507",
        point: &[0.755],
        value,
        backward,
        vjp,
        grad: Some(grad),
    };
    #[autograd::differentiable]
    fn f(z0: f64) -> f64 {
        'l1: for i2 in 0..=3 {
            let mut y3: f64 = if (z0 / 1.9).sin() <= z0 {
                let mut n4: usize = 0;
                loop {
                    if n4 == 3 {
                        break;
                    }
                    n4 += 1;
                    let mut x5 = -(i2 as f64);
                    let mut n6: usize = 0;
                    while n6 < 2 && z0.tanh() < z0 {
                        n6 += 1;
                        x5 = 0.66 * (-z0 / 2.0).exp();
                    }
                }
                z0.atan2((n4 as f64) * (n4 as f64) + 0.5) / 2.5
            } else {
                {
                    let mut y7: f64 = if z0.sin().exp_m1().tanh() >= i2 as f64 {
                        let x8 = (z0 * z0 + 0.7).recip();
                        -x8
                    } else {
                        let mut x9 = f64::sqrt(0.83 * 0.83 + 0.4)
                            .sin()
                            .hypot(z0 * z0 + 0.6)
                            .sin();
                        (0.50 * (z0 + i2 as f64)).copysign(x9)
                    };
                }
                ((z0 * z0 + 1.2).log(2.5) / 1.1).tanh()
            };
        }
        0.32 / (z0 * z0 + 0.8) - z0
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

mod seed_1000508 {
    use super::{flat, Case};
    pub(crate) const CASE: Case = Case {
        name: "seed_1000508",
        point: &[-0.757, 0.717],
        value,
        backward,
        vjp,
        grad: None,
    };
    #[autograd::differentiable]
    fn f(d0: &mut [f64]) -> f64 {
        let x1 = 0.25
            * ((d0[d0.len() - 1] + f64::cosh(f64::tanh(d0[0])))
                * (d0[0] / (d0[d0.len() - 2] * d0[d0.len() - 2] + 0.8)).sin().sinh());
        for i2 in (1..6).step_by(2).rev() {
            'l3: for i4 in 1..d0.len() {
                d0[i4] += 0.60 * f64::sin((x1 / 2.0).exp());
                let mut a5: [f64; 3] = [
                    -d0[i4],
                    d0[i4],
                    (d0[i4.min(7) % d0.len()] - d0[d0.len() - 1 - i4]).sin(),
                ];
                a5[(x1.abs() * 3.0) as usize % 3]
                    += 0.60 * (a5[1] * a5[1] + 1.2).log(2.5).sin();
                let x7 = ({
                    let t6 = a5[0].floor().tanh();
                    t6 * d0[i4].sin()
                })
                    * (d0[(i4 + 1) % d0.len()] * d0[(i4 + 1) % d0.len()] + 0.5)
                        .cbrt()
                        .tanh();
            }
            let mut n8: usize = 0;
            while n8 < 3 && x1 <= d0[i2.min(7) % d0.len()] {
                n8 += 1;
                let x9 = x1;
            }
        }
        -x1 + d0[d0.len() - 1]
    }
    fn value(x: &[f64]) -> Vec<f64> {
        let mut p0 = x[0..2].to_vec();
        let y = f(&mut p0);
        [flat(&y), flat(&p0)].concat()
    }
    fn backward(x: &[f64], w: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let mut p0 = x[0..2].to_vec();
        let mut d0 = w[1..3].to_vec();
        let y = f_backward(&mut p0, &mut d0, w[0]);
        ([flat(&y), flat(&p0)].concat(), [flat(&d0)].concat())
    }
    fn vjp(x: &[f64], w: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let mut p0 = x[0..2].to_vec();
        let mut d0 = w[1..3].to_vec();
        let (y, pullback) = f_vjp(&mut p0);
        let outputs = [flat(&y), flat(&p0)].concat();
        let () = pullback(&mut p0, &mut d0, w[0]);
        assert_eq!(flat(& p0), x[0..2]);
        (outputs, [flat(&d0)].concat())
    }
}

mod seed_1000509 {
    use super::{flat, Case};
    pub(crate) const CASE: Case = Case {
        name: "seed_1000509",
        point: &[0.853, -0.214, -0.68, -0.235, -0.676],
        value,
        backward,
        vjp,
        grad: None,
    };
    #[autograd::differentiable]
    fn g1(t0: (f64, f64)) -> f64 {
        let x1 = (0.30 * t0.0).acos();
        let mut x2 = (x1 * x1 + 1.2).log(2.5);
        let y3: f64 = if t0.0 < 0.24 && t0.0 < -0.26 {
            let a4: Vec<f64> = vec![t0.0.atan2(x1 * x1 + 0.5); 0 + 2];
            a4[a4.len() - 1]
        } else {
            let m5: f64 = match 0 {
                4.. => {
                    x2 += (x2 * x2 + 0.5).ln();
                    0.75 * (t0.0.signum() - x1)
                }
                _ => (x2 * x2 + 1.2).log(2.5),
            };
            x2.copysign(x2)
        };
        (x1 * x1 + 0.5).log10() - t0.0 * t0.1
    }
    #[autograd::differentiable]
    fn f(z0: f64, c1: &[f64; 3], z2: f64) -> [f64; 3] {
        {
            let row1 = &c1[0..][..2];
            let a2: [f64; 2] = [(0.30 * c1[2]).atanh(), (0.30 * z2).acos()];
            let y3: f64 = if (z0 - z2) / 2.0 < 0.97 {
                (z2 + z0).cos()
            } else {
                0.85 * (0.05 * a2[1].powi(3)).exp_m1()
            };
        }
        let mut x4 = (z2 * z2 + 0.5).log10();
        let mut a5: Vec<f64> = c1.to_vec();
        for i6 in (0..a5.len()).rev() {
            a5[1] -= f64::log(0.70 * 0.70 + 1.2, 2.5) / 5.0;
            x4 = ((0.06 * (i6 as f64 * z0)).acos() / (1.8 + z2.sin())).tanh();
        }
        let k7: usize = 3;
        for i8 in (0..a5.len()).rev() {
            x4 += 0.20 * -c1[(c1[1].abs() * 3.0) as usize % 3];
        }
        [
            0.81 + z0 - c1[1] - z2 + x4 + a5[1],
            a5[1].hypot(z2 * z2 + 0.6).tanh() - z2 + x4,
            (z0 - k7 as f64).sin() + z0 + c1[(k7 * 3 + 2) % 3] + z2,
        ]
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
        let (y, (g0, g2)) = f_backward(p0, &p1, &mut d1, p2, [w[0], w[1], w[2]]);
        ([flat(&y)].concat(), [flat(&g0), flat(&d1), flat(&g2)].concat())
    }
    fn vjp(x: &[f64], w: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let p0 = x[0];
        let p1 = [x[1], x[2], x[3]];
        let p2 = x[4];
        let mut d1 = [0.0; 3];
        let (y, pullback) = f_vjp(p0, &p1, p2);
        let outputs = [flat(&y)].concat();
        let (g0, g2) = pullback(&p1, &mut d1, [w[0], w[1], w[2]]);
        (outputs, [flat(&g0), flat(&d1), flat(&g2)].concat())
    }
}

mod seed_1000510 {
    use super::{flat, Case};
    pub(crate) const CASE: Case = Case {
        name: "seed_1000510",
        point: &[-0.36, 1.5, -0.731, 0.532, -1.402],
        value,
        backward,
        vjp,
        grad: Some(grad),
    };
    #[autograd::differentiable]
    fn g1(n0: usize, z1: &mut f64) -> f64 {
        let mut x1 = n0 as f64;
        let k2: usize = n0.min(2);
        if (k2 as f64) > -0.66 || (n0 as f64) < 0.46 {
            let mut a3: Vec<f64> = vec![
                - (* z1), k2 as f64 / ((k2 as f64) * (k2 as f64) + 0.8), (x1 * * z1)
                .tanh(), (k2 as f64).tanh()
            ];
            let k4: usize = k2;
        } else {
            x1 -= x1.atan2((n0 as f64) * (n0 as f64) + 0.5);
        }
        -x1 - *z1
    }
    #[autograd::differentiable]
    fn f(z0: f64, z1: f64, z2: f64, c3: [f64; 2]) -> f64 {
        let x1 = ((z2 - c3[1]).atan() - z1) / 2.0;
        let mut a2: [f64; 4] = [
            c3[(x1.abs() * 3.0) as usize % 2] * 0.46,
            z0,
            (z2 + z0) / 2.0,
            0.70 * (z2 / 1.1),
        ];
        let k3: usize = 0;
        if !(a2[k3] > 0.34) {
            let mut x4 = 0.85 * (0.42 * z0.tanh().exp_m1()).exp_m1();
            match k3 + 3 {
                k if k % 2 == 1 => {
                    if (z1 * z1 + 0.5).ln() <= z2 {
                        if z0 > -0.53 {
                            assert!(1.96 < 1.0e6);
                            let mut x6 = f64::ceil(0.50 * (z2 + z0)) / 2.0
                                / (1.8 + a2[k3 % 4].sin());
                        } else {
                            a2[k3] = -((z2 - z1).sin() / (1.8 + c3[k3].sin()));
                        }
                    }
                    {
                        let row7 = &c3[..2];
                        a2[k3]
                            += (z2.atan2(c3[k3] * c3[k3] + 0.5) + (x1 * x1 + 0.5).ln())
                                .sin();
                        'l8: for i9 in (0..=4).rev().step_by(2) {
                            let a10: [f64; 4] = [(i9 as f64).cos(); 4];
                        }
                    }
                }
                _ => {
                    x4 = f64::cos(
                        if a2[k3] <= 0.28 {
                            0.50 * (a2[k3] - c3[k3])
                        } else {
                            (z2 + x4).sin()
                        },
                    );
                }
            }
        } else if (k3 % 6) % 3 != 2 {
            let mut x11 = (z0 / 2.9).tanh();
        } else {
            let mut x12 = (z1 / 2.4).sin().exp2().tanh();
        }
        f64::max(1.45, c3[1]) + z2 + c3[k3.min(1)] - x1
    }
    fn value(x: &[f64]) -> Vec<f64> {
        let p0 = x[0];
        let p1 = x[1];
        let p2 = x[2];
        let p3 = [x[3], x[4]];
        let y = f(p0, p1, p2, p3);
        [flat(&y)].concat()
    }
    fn backward(x: &[f64], w: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let p0 = x[0];
        let p1 = x[1];
        let p2 = x[2];
        let p3 = [x[3], x[4]];
        let (y, (g0, g1, g2, g3)) = f_backward(p0, p1, p2, p3, w[0]);
        ([flat(&y)].concat(), [flat(&g0), flat(&g1), flat(&g2), flat(&g3)].concat())
    }
    fn vjp(x: &[f64], w: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let p0 = x[0];
        let p1 = x[1];
        let p2 = x[2];
        let p3 = [x[3], x[4]];
        let (y, pullback) = f_vjp(p0, p1, p2, p3);
        let outputs = [flat(&y)].concat();
        let (g0, g1, g2, g3) = pullback(w[0]);
        (outputs, [flat(&g0), flat(&g1), flat(&g2), flat(&g3)].concat())
    }
    fn grad(x: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let p0 = x[0];
        let p1 = x[1];
        let p2 = x[2];
        let p3 = [x[3], x[4]];
        let (g0, g1, g2, g3) = f_grad(p0, p1, p2, p3);
        let alone = [flat(&g0), flat(&g1), flat(&g2), flat(&g3)].concat();
        let (y, (g0, g1, g2, g3)) = f_value_and_grad(p0, p1, p2, p3);
        assert_eq!(alone, [flat(& g0), flat(& g1), flat(& g2), flat(& g3)].concat());
        (flat(&y), [flat(&g0), flat(&g1), flat(&g2), flat(&g3)].concat())
    }
}

mod seed_1000511 {
    use super::{flat, Case};
    pub(crate) const CASE: Case = Case {
        name: "seed_1000511",
        point: &[0.371, 1.572, -1.351, 0.656, 0.252],
        value,
        backward,
        vjp,
        grad: None,
    };
    #[autograd::differentiable]
    fn f(c0: &mut [f64; 2], d1: &[f64]) -> f64 {
        let mut n1: usize = 0;
        while n1 < 2 {
            n1 += 1;
            let mut n2: usize = 0;
            while n2 < 1 {
                n2 += 1;
                let mut x3 = -(0.50 * (d1[1] - c0[n2])).min(n1 as f64);
                let flag4 = c0[n2] < -0.77 && 1.90 > 0.11;
            }
            let mut x5 = ((c0[n2] * c0[n2] + 0.1).ln_1p()
                - d1[((n2 * 3 + 1) % 8) % d1.len()]) / 2.0;
        }
        let mut x6 = (-d1[1] % 1.7 * d1[((n1 * 4 + 3) % 8) % d1.len()]).sin();
        c0[0] = (x6 * n1 as f64).sin();
        let mut t7: (f64, f64) = (
            0.30 * (n1 as f64 + n1 as f64 - (x6 - x6)),
            (match n1 {
                0 => d1[0],
                _ => d1[n1.min(7) % d1.len()],
            })
                .tanh(),
        );
        d1[0] + c0[1] - x6 - t7.0 * t7.1
    }
    fn value(x: &[f64]) -> Vec<f64> {
        let mut p0 = [x[0], x[1]];
        let p1 = x[2..5].to_vec();
        let y = f(&mut p0, &p1);
        [flat(&y), flat(&p0)].concat()
    }
    fn backward(x: &[f64], w: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let mut p0 = [x[0], x[1]];
        let p1 = x[2..5].to_vec();
        let mut d0 = [w[1], w[2]];
        let mut d1 = vec![0.0; 3];
        let y = f_backward(&mut p0, &mut d0, &p1, &mut d1, w[0]);
        ([flat(&y), flat(&p0)].concat(), [flat(&d0), flat(&d1)].concat())
    }
    fn vjp(x: &[f64], w: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let mut p0 = [x[0], x[1]];
        let p1 = x[2..5].to_vec();
        let mut d0 = [w[1], w[2]];
        let mut d1 = vec![0.0; 3];
        let (y, pullback) = f_vjp(&mut p0, &p1);
        let outputs = [flat(&y), flat(&p0)].concat();
        let () = pullback(&mut p0, &mut d0, &p1, &mut d1, w[0]);
        assert_eq!(flat(& p0), x[0..2]);
        (outputs, [flat(&d0), flat(&d1)].concat())
    }
}

mod seed_1000512 {
    use super::{flat, Case};
    pub(crate) const CASE: Case = Case {
        name: "seed_1000512",
        point: &[1.286, 1.331, -1.001, 1.017, 0.451, -0.517],
        value,
        backward,
        vjp,
        grad: None,
    };
    #[autograd::differentiable]
    fn f(mut v0: Vec<f64>, d1: &[f64], z2: &mut f64) {
        let m1: f64 = match 4 {
            k if k % 2 == 1 => {
                let mut w2: f64 = (v0[v0.len() - 2] / 3.0 - f64::ln(0.49 * 0.49 + 0.5))
                    .tanh();
                while w2 < 1.3 {
                    w2 += 0.4 + 0.1 * d1[d1.len() - 1] * d1[d1.len() - 1];
                    v0[1] -= 0.25 * ((*z2).tanh().exp2() * f64::cosh(0.32) / 4.0);
                    let x3 = (d1[1] / 2.0).sinh().cos();
                    v0[1] = ({
                        let t4 = 0.66 * (0.53 / (1.8 + f64::sin(1.45))).exp();
                        t4 * *z2
                    })
                        .sin();
                }
                for i5 in 0..d1.len() {
                    let (mut p6, q7): (f64, f64) = (
                        (d1[i5] * d1[i5] + 0.5).cbrt(),
                        0.70 * ((w2 - *z2) / 2.0 / (1.8 + d1[i5].sin())),
                    );
                }
                f64::round(-v0[0]) / 2.0
            }
            _ => {
                *z2 = f64::fract(0.55) / (1.8 + v0[v0.len() - 1].sin())
                    / (1.8 + d1[4 % d1.len()].sin());
                (*z2).hypot(v0[0 % v0.len()] * v0[0 % v0.len()] + 0.6).tanh().fract()
            }
        };
    }
    fn value(x: &[f64]) -> Vec<f64> {
        let p0 = x[0..2].to_vec();
        let p1 = x[2..5].to_vec();
        let mut p2 = x[5];
        f(p0.clone(), &p1, &mut p2);
        [flat(&p2)].concat()
    }
    fn backward(x: &[f64], w: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let p0 = x[0..2].to_vec();
        let p1 = x[2..5].to_vec();
        let mut p2 = x[5];
        let mut d1 = vec![0.0; 3];
        let mut d2 = w[0];
        let g0 = f_backward(p0.clone(), &p1, &mut d1, &mut p2, &mut d2);
        ([flat(&p2)].concat(), [flat(&g0), flat(&d1), flat(&d2)].concat())
    }
    fn vjp(x: &[f64], w: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let p0 = x[0..2].to_vec();
        let p1 = x[2..5].to_vec();
        let mut p2 = x[5];
        let mut d1 = vec![0.0; 3];
        let mut d2 = w[0];
        let pullback = f_vjp(p0.clone(), &p1, &mut p2);
        let outputs = [flat(&p2)].concat();
        let g0 = pullback(&p1, &mut d1, &mut p2, &mut d2);
        assert_eq!(flat(& p2), x[5..6]);
        (outputs, [flat(&g0), flat(&d1), flat(&d2)].concat())
    }
}

mod seed_1000513 {
    use super::{flat, Case};
    pub(crate) const CASE: Case = Case {
        name: "seed_1000513",
        point: &[0.442, 0.787, -0.999, 0.473],
        value,
        backward,
        vjp,
        grad: None,
    };
    #[autograd::differentiable]
    fn g1(c0: &mut [f64; 2]) {
        for i1 in (1..6).step_by(2).rev() {
            for i2 in 0..=2 {
                let mut w3: f64 = (0.60 * (i1 as f64 * i2 as f64) * i2 as f64 / 4.0)
                    .tanh();
                while w3 < 1.3 {
                    w3 += 0.4 + 0.1 * (i2 as f64) * (i2 as f64);
                    c0[0] -= 0.40 * f64::log10(0.18 * 0.18 + 0.5);
                    c0[0] *= (c0[i2 % 2] / 1.9).asinh().tanh();
                }
            }
        }
    }
    #[autograd::differentiable]
    fn f(mut z0: f64, d1: &mut [f64]) -> f64 {
        let mut a1: [[f64; 3]; 2] = [
            [
                d1[5 % d1.len()].floor().sin(),
                d1[3 % d1.len()].atan2(d1[2 % d1.len()] * d1[2 % d1.len()] + 0.5),
                f64::tanh(d1[5 % d1.len()] + d1[5 % d1.len()]),
            ],
            [
                z0,
                f64::cosh(d1[d1.len() - 2].sin()),
                0.33
                    * ({
                        let t2 = d1[7 % d1.len()];
                        t2 * z0
                    }),
            ],
        ];
        match 3 {
            0 => {
                z0 = 0.33;
            }
            k if k % 2 == 1 => {
                z0 = 0.5 * z0 + (z0 / 2.0).exp_m1().sin();
                a1[0] = [
                    0.93 * a1[0][2].atan2(d1[5 % d1.len()]),
                    f64::acosh(0.63 * 0.63 + 1.3),
                    0.80 * (0.72 + z0),
                ];
            }
            _ => {
                let (s4, c5) = d1[1].sin_cos();
                let x6 = ((if c5 < 0.43 && z0 > -0.90 {
                    -c5
                } else {
                    f64::tanh(a1[0][0] / (1.8 + s4.sin()))
                }) - f64::sin(c5 + a1[1][1]))
                    .tanh();
            }
        }
        a1[0] = [d1[2 % d1.len()], z0, f64::atan(1.20)];
        let mut a7: [f64; 3] = [-1.81, f64::rem_euclid(1.25, 1.3), -d1[2 % d1.len()]];
        for i8 in (0..5).step_by(3) {
            z0 /= 0.65 * 0.65 + 1.0;
        }
        a7[1] + d1[2 % d1.len()]
    }
    fn value(x: &[f64]) -> Vec<f64> {
        let p0 = x[0];
        let mut p1 = x[1..4].to_vec();
        let y = f(p0, &mut p1);
        [flat(&y), flat(&p1)].concat()
    }
    fn backward(x: &[f64], w: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let p0 = x[0];
        let mut p1 = x[1..4].to_vec();
        let mut d1 = w[1..4].to_vec();
        let (y, g0) = f_backward(p0, &mut p1, &mut d1, w[0]);
        ([flat(&y), flat(&p1)].concat(), [flat(&g0), flat(&d1)].concat())
    }
    fn vjp(x: &[f64], w: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let p0 = x[0];
        let mut p1 = x[1..4].to_vec();
        let mut d1 = w[1..4].to_vec();
        let (y, pullback) = f_vjp(p0, &mut p1);
        let outputs = [flat(&y), flat(&p1)].concat();
        let g0 = pullback(&mut p1, &mut d1, w[0]);
        assert_eq!(flat(& p1), x[1..4]);
        (outputs, [flat(&g0), flat(&d1)].concat())
    }
}

mod seed_1000514 {
    use super::{flat, Case};
    pub(crate) const CASE: Case = Case {
        name: "seed_1000514",
        point: &[-0.569],
        value,
        backward,
        vjp,
        grad: None,
    };
    #[autograd::differentiable]
    fn f(mut z0: f64) -> (f64, f64) {
        if z0 > 0.10 && 0.97 < -1.00 {
            {
                z0
                    += ((match 3 {
                        k if k > 2 => z0,
                        _ => z0,
                    }) + (z0 + z0)) / 3.0;
                let mut x1 = z0;
                let a2: [f64; 2] = [z0, 0.50 * (x1 - x1)];
            }
            if matches!(1, 0 | 2) {
                let k3: usize = 3;
            } else {
                z0 -= (z0 * z0).tanh().signum();
            }
        } else if f64::tanh(z0 * z0) > z0 {
            z0 = 0.5 * z0 + 0.50 * (0.50 * (z0 + z0));
        } else {
            z0 -= (-z0).floor().tanh();
        }
        ((z0 * z0 + 0.4).powf(0.94) / 4.0 + z0, (0.42 - z0).sin())
    }
    fn value(x: &[f64]) -> Vec<f64> {
        let p0 = x[0];
        let y = f(p0);
        [flat(&y)].concat()
    }
    fn backward(x: &[f64], w: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let p0 = x[0];
        let (y, g0) = f_backward(p0, (w[0], w[1]));
        ([flat(&y)].concat(), [flat(&g0)].concat())
    }
    fn vjp(x: &[f64], w: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let p0 = x[0];
        let (y, pullback) = f_vjp(p0);
        let outputs = [flat(&y)].concat();
        let g0 = pullback((w[0], w[1]));
        (outputs, [flat(&g0)].concat())
    }
}

mod seed_1000515 {
    use super::{flat, Case};
    pub(crate) const CASE: Case = Case {
        name: "seed_1000515",
        point: &[1.339, 1.057, -1.087, 0.306],
        value,
        backward,
        vjp,
        grad: None,
    };
    #[autograd::differentiable]
    fn g1(n0: usize, z: f64) -> f64 {
        for i1 in (0..=4).rev().step_by(2) {
            let mut n2: usize = 0;
            while n2 < 2 {
                n2 += 1;
                let x3 = (-(z * z) - -z.copysign(n2 as f64)).tanh();
                let x4 = (f64::sqrt(0.94 * 0.94 + 0.4).tanh() / 2.4)
                    .powi((n2 % 4) as i32)
                    .tanh();
            }
            let mut x5 = (z.tanh().sinh() * (1.74 / 2.7)
                + (z.atan2(z * z + 0.5) + n2 as f64 / (z * z + 0.8)))
                .tanh();
        }
        (z - z) / 2.0 + z
    }
    #[autograd::differentiable]
    fn g2(d0: &mut [f64], d1: &[f64], mut m2: [[f64; 3]; 2]) -> [f64; 3] {
        let k1: usize = 1;
        let m2: f64 = match k1 % 5 {
            1 | 3 => {
                ((m2[k1 % 2][1] - m2[k1 % 2][(k1 * 4 + 2) % 3]) * (k1 as f64 / 2.5))
                    .sin()
            }
            _ => {
                let a3: [f64; 3] = [d1[1].abs(); 3];
                match (k1 % 3, k1 % 3) {
                    (1, 1) | (2, 0) => {
                        for i5 in 1..d1.len() {
                            let x6 = (-f64::atan2(
                                    0.60 * i5 as f64,
                                    (i5 as f64) * (i5 as f64) + 0.5,
                                )
                                .powi(k1.min(3) as i32))
                                .tanh();
                        }
                    }
                    _ => {
                        let x7 = 0.45
                            * ((0.27 * (a3[(k1 * 4 + 3) % 3] / (1.8 + a3[k1 % 3].sin())))
                                .tan() + f64::sin(a3[k1 % 3] * a3[1]).round());
                    }
                }
                (k1 as f64).sin() - 1.46
            }
        };
        [
            0.70 * (d1[1] / 2.5) + d0[k1.min(7) % d0.len()] - d1[d1.len() - 1] + m2,
            0.75 * d0[(k1 % 8) % d0.len()].tanh().exp2() - d0[(k1 % 8) % d0.len()]
                + d1[0] + m2,
            m2.min(d1[d1.len() - 1]) - d1[(k1 % 8) % d1.len()],
        ]
    }
    #[autograd::differentiable]
    fn f(c0: &mut [f64; 3], n1: usize, z2: f64) -> f64 {
        let mut x1 = (0.30 * z2.powi(2).asinh()).tan();
        c0[n1 % 3] += (x1 * x1 + 0.5).log10();
        let (s2, c3) = ((z2 + c0[(f64::abs(1.15) * 3.0) as usize % 3] + (z2 - z2)) / 4.0)
            .sin_cos();
        let mut b4: [f64; 3] = g2(
            c0,
            &[s2, (s2 - x1).sin()],
            [
                [c3, c3.hypot(c3 * c3 + 0.6).tanh(), (x1 * z2).sin()],
                [-s2, x1.asinh().sin(), s2],
            ],
        );
        s2.mul_add(c0[1], b4[(n1 * 5 + 1) % 3]) / 4.0 + c0[1] - z2 + x1 - s2 + c3
    }
    fn value(x: &[f64]) -> Vec<f64> {
        let mut p0 = [x[0], x[1], x[2]];
        let p1 = 0_usize;
        let p2 = x[3];
        let y = f(&mut p0, p1, p2);
        [flat(&y), flat(&p0)].concat()
    }
    fn backward(x: &[f64], w: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let mut p0 = [x[0], x[1], x[2]];
        let p1 = 0_usize;
        let p2 = x[3];
        let mut d0 = [w[1], w[2], w[3]];
        let (y, g2) = f_backward(&mut p0, &mut d0, p1, p2, w[0]);
        ([flat(&y), flat(&p0)].concat(), [flat(&d0), flat(&g2)].concat())
    }
    fn vjp(x: &[f64], w: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let mut p0 = [x[0], x[1], x[2]];
        let p1 = 0_usize;
        let p2 = x[3];
        let mut d0 = [w[1], w[2], w[3]];
        let (y, pullback) = f_vjp(&mut p0, p1, p2);
        let outputs = [flat(&y), flat(&p0)].concat();
        let g2 = pullback(&mut p0, &mut d0, w[0]);
        assert_eq!(flat(& p0), x[0..3]);
        (outputs, [flat(&d0), flat(&g2)].concat())
    }
}

mod seed_1000516 {
    use super::{flat, Case};
    pub(crate) const CASE: Case = Case {
        name: "seed_1000516",
        point: &[0.99, -0.439, 0.56, 1.507, 0.255, 1.032, -0.63, 1.335],
        value,
        backward,
        vjp,
        grad: None,
    };
    #[autograd::differentiable]
    fn f(mut z0: f64, c1: &mut [f64; 3], c2: &[f64; 3], z3: f64) -> [f64; 3] {
        let x1 = -(-1.28) / (c2[2] * c2[2] + 0.8);
        z0 /= x1 * x1 + 1.0;
        if 1.53 > -0.45 && x1 < -0.24 {
            let mut a2: [f64; 4] = [f64::atanh(0.30 * c2[0]); 4];
            c1[1] = 0.5 * c1[1] + f64::sin(-z0);
            match (0, 1) {
                (1, 1) | (2, 0) => {
                    z0 = (c2[1]
                        - a2[(c2[(z3.abs() * 3.0) as usize % 3].abs() * 3.0) as usize
                            % 4] - (c2[1] - z0))
                        .sin()
                        * (c1[(f64::abs(1.74) * 3.0) as usize % 3].tanh()
                            + (c1[1] * c1[1] + 1.3).acosh()) / 2.0;
                }
                (_, k) if k > 0 => {
                    z0 -= c1[0];
                }
                _ => {
                    z0 = (c1[0].min(z0) * z3.tanh() / 1.8).tanh();
                }
            }
        }
        [
            x1 + c1[(x1.abs() * 3.0) as usize % 3] + z3 + x1,
            (z0 * c2[0]).tanh() - c2[2] - z3,
            (x1 + c1[0]) / 2.0 + z0 + c2[(c2[2].abs() * 3.0) as usize % 3] - x1,
        ]
    }
    fn value(x: &[f64]) -> Vec<f64> {
        let p0 = x[0];
        let mut p1 = [x[1], x[2], x[3]];
        let p2 = [x[4], x[5], x[6]];
        let p3 = x[7];
        let y = f(p0, &mut p1, &p2, p3);
        [flat(&y), flat(&p1)].concat()
    }
    fn backward(x: &[f64], w: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let p0 = x[0];
        let mut p1 = [x[1], x[2], x[3]];
        let p2 = [x[4], x[5], x[6]];
        let p3 = x[7];
        let mut d1 = [w[3], w[4], w[5]];
        let mut d2 = [0.0; 3];
        let (y, (g0, g3)) = f_backward(
            p0,
            &mut p1,
            &mut d1,
            &p2,
            &mut d2,
            p3,
            [w[0], w[1], w[2]],
        );
        (
            [flat(&y), flat(&p1)].concat(),
            [flat(&g0), flat(&d1), flat(&d2), flat(&g3)].concat(),
        )
    }
    fn vjp(x: &[f64], w: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let p0 = x[0];
        let mut p1 = [x[1], x[2], x[3]];
        let p2 = [x[4], x[5], x[6]];
        let p3 = x[7];
        let mut d1 = [w[3], w[4], w[5]];
        let mut d2 = [0.0; 3];
        let (y, pullback) = f_vjp(p0, &mut p1, &p2, p3);
        let outputs = [flat(&y), flat(&p1)].concat();
        let (g0, g3) = pullback(&mut p1, &mut d1, &p2, &mut d2, [w[0], w[1], w[2]]);
        assert_eq!(flat(& p1), x[1..4]);
        (outputs, [flat(&g0), flat(&d1), flat(&d2), flat(&g3)].concat())
    }
}

mod seed_1000517 {
    use super::{flat, Case};
    pub(crate) const CASE: Case = Case {
        name: "seed_1000517",
        point: &[0.218],
        value,
        backward,
        vjp,
        grad: Some(grad),
    };
    #[autograd::differentiable]
    fn g1(d0: &mut [f64], d1: &[f64]) -> f64 {
        let mut y1: f64 = if d1[1] > 0.22 {
            if d0[4 % d0.len()] < 0.74 && d0[6 % d0.len()] < 0.45 {
                let (mut p2, q3): (f64, f64) = ((d1[1] * d1[1] + 1.3).acosh(), d1[1]);
                p2 = d1[3 % d1.len()];
            } else {
                d0[0 % d0.len()] -= -(d0[2 % d0.len()] * d0[2 % d0.len()] + 0.7).recip();
            }
            (d1[0] * d1[0] + 0.6).log2().sin()
        } else {
            0.42
                * (d1[5 % d1.len()].asinh()
                    + (match 0 {
                        k if k > 2 => d1[6 % d1.len()],
                        _ => d0[1],
                    }))
        };
        -d0[1] - d0[1] + y1
    }
    #[autograd::differentiable]
    fn g2(mut z0: f64) -> [f64; 2] {
        let mut x1 = ((z0 * z0 + z0 * z0) / 6.0).round_ties_even().tanh();
        let mut x2 = ((0.30 * x1).acos() - f64::sin(z0 - z0).sinh()) / 2.0;
        let mut k3: usize = 2;
        let mut a4: [f64; 3] = [0.60 * (x2 - k3 as f64), (0.75 * k3 as f64).sinh(), -x1];
        a4[k3.min(2)] += x1.tanh().powi(2 as i32).tanh() / 3.0;
        [x2.sin() - z0 + x1, (x1 / (z0 * z0 + 0.8)).sin() - z0 + x1 + a4[k3]]
    }
    #[autograd::differentiable]
    fn f(z0: &f64) -> f64 {
        let mut n1: usize = 0;
        while n1 < 2 && (*z0 + *z0) / 2.0 >= *z0 {
            n1 += 1;
            if *z0 < -0.79 {
                let x2 = *z0;
                break;
            }
            let a3: [f64; 4] = [
                f64::tanh((*z0).powi(3)),
                (*z0 + *z0) / 2.0,
                0.86 * (*z0 + 0.49),
                if *z0 < -0.80 && *z0 > -0.22 { n1 as f64 } else { *z0 },
            ];
            let mut a4: [f64; 4] = [n1 as f64; 4];
        }
        let m5: f64 = match 0 {
            0 => *z0,
            1 | 3 => (*z0 * 0.14).fract(),
            _ => {
                let mut n6: usize = 0;
                while n6 < 4 && 0.33 * (*z0 * *z0) >= *z0 {
                    n6 += 1;
                    let y7: f64 = if *z0 >= n6 as f64 {
                        0.66
                            * ((*z0).max(*z0)
                                - f64::clamp((n6 as f64).sin(), -1.25, 1.5))
                    } else {
                        (n6 as f64).atan().powi(3).tanh()
                    };
                    let mut b8: [f64; 2] = g2((*z0 + y7) / 2.0);
                }
                let x9 = (0.29 * (*z0 / 1.1 + (*z0 + *z0))).max(n1 as f64);
                (1.94 + x9 + *z0 / 1.4).tanh()
            }
        };
        (*z0).rem_euclid(1.3) - m5
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

mod seed_1000518 {
    use super::{flat, Case};
    pub(crate) const CASE: Case = Case {
        name: "seed_1000518",
        point: &[0.244, -0.982, 0.287, 1.414, 0.565, -0.97, -0.453],
        value,
        backward,
        vjp,
        grad: Some(grad),
    };
    #[autograd::differentiable]
    fn g1(n0: usize, z: f64) -> f64 {
        let mut a1: [[f64; 3]; 3] = [
            [z.sin(), n0 as f64, z.mul_add(z, z) / 4.0],
            [(n0 as f64 + n0 as f64) / 2.0, z.rem_euclid(1.3), -(n0 as f64)],
            [z, (n0 as f64 + z).sin(), (z * z + 0.4).powf((n0 as f64).sin()).sin()],
        ];
        let mut n2: usize = 0;
        loop {
            if n2 == 2 {
                break;
            }
            n2 += 1;
            let mut a3: [f64; 3] = [
                (0.50 * a1[n2][n2]).exp_m1() / 2.0,
                a1[n2][n2].tanh(),
                z.fract(),
            ];
            for i4 in (0..4).rev() {
                let mut x5 = ((z * a3[n2] / 3.0).min(a1[0][n2])
                    + (a1[n2][n2] - n0 as f64) * (z + a3[n2]))
                    .sin();
            }
        }
        f64::copysign(n0 as f64, n0 as f64) - a1[2][1]
    }
    #[autograd::differentiable]
    fn f(z0: f64, mut m1: [[f64; 3]; 2]) -> f64 {
        m1[0][2] /= m1[0][0] * m1[0][0] + 1.0;
        let k1: usize = 0;
        let r2: f64 = g1(3, f64::mul_add(1.67, z0, m1[k1 % 2][k1.min(2)]).tanh());
        let mut x3 = z0;
        x3 = 0.36 * ((0.50 * (m1[0][2] - x3)).round() + (z0 + (k1 as f64 / 5.0).asin()));
        if k1.min(5) % 2 >= 0 {
            if !(x3 < 0.51) {
                for i4 in k1.min(2)..=3 {
                    x3 = ((0.50 * x3).sinh() * r2.clamp(-1.25, 1.5))
                        .tanh()
                        .max(m1[(m1[0][1].abs() * 3.0) as usize % 2][2]);
                }
            } else if 0.30 * (r2 * r2 + 0.4).powf(k1 as f64 / 4.0) > 1.14 {
                x3 -= z0;
            } else {
                x3 = (m1[0][1] * m1[0][1] + 0.5).ln()
                    * (f64::round(0.70) + (0.30 * r2).asin()) / 6.0;
            }
            return r2.floor().tanh() / (1.8 + m1[(k1 * 2 + 2) % 2][1].sin());
        }
        (x3 + x3).tanh() - z0 - r2 - x3
    }
    fn value(x: &[f64]) -> Vec<f64> {
        let p0 = x[0];
        let p1 = [[x[1], x[2], x[3]], [x[4], x[5], x[6]]];
        let y = f(p0, p1);
        [flat(&y)].concat()
    }
    fn backward(x: &[f64], w: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let p0 = x[0];
        let p1 = [[x[1], x[2], x[3]], [x[4], x[5], x[6]]];
        let (y, (g0, g1)) = f_backward(p0, p1, w[0]);
        ([flat(&y)].concat(), [flat(&g0), flat(&g1)].concat())
    }
    fn vjp(x: &[f64], w: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let p0 = x[0];
        let p1 = [[x[1], x[2], x[3]], [x[4], x[5], x[6]]];
        let (y, pullback) = f_vjp(p0, p1);
        let outputs = [flat(&y)].concat();
        let (g0, g1) = pullback(w[0]);
        (outputs, [flat(&g0), flat(&g1)].concat())
    }
    fn grad(x: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let p0 = x[0];
        let p1 = [[x[1], x[2], x[3]], [x[4], x[5], x[6]]];
        let (g0, g1) = f_grad(p0, p1);
        let alone = [flat(&g0), flat(&g1)].concat();
        let (y, (g0, g1)) = f_value_and_grad(p0, p1);
        assert_eq!(alone, [flat(& g0), flat(& g1)].concat());
        (flat(&y), [flat(&g0), flat(&g1)].concat())
    }
}

mod seed_1000519 {
    use super::{flat, Case};
    pub(crate) const CASE: Case = Case {
        name: "seed_1000519",
        point: &[1.429],
        value,
        backward,
        vjp,
        grad: Some(grad),
    };
    #[autograd::differentiable]
    fn g1(z0: f64, d1: &[f64], z2: f64) -> f64 {
        {
            let row1 = &d1[..2];
            let mut a2: [[f64; 3]; 3] = [
                [z0.fract(), row1[1].tanh().powi(2 as i32) / 3.0, z2.rem_euclid(1.3)],
                [z0 * z0 / 3.0, z0 / (1.8 + d1[0].sin()) / 2.0, d1[d1.len() - 1]],
                [
                    row1[0].ceil() / 2.0,
                    row1[0] * d1[1] / 3.0,
                    z0 / (0.32 * 0.32 + 0.8) / 2.0,
                ],
            ];
            for i3 in (0..5).step_by(3) {
                let mut x4 = match i3 % 5 {
                    0 => d1[1],
                    _ => ((z2 / 2.0).exp() + -z2).sin(),
                };
                'l5: for i6 in 0..4 {
                    if (d1[1] * d1[1] + 0.1).ln_1p() <= row1[i6 % 2] {
                        return row1[0];
                    }
                }
            }
        }
        z2.tanh().powi(2 as i32).tanh() - z0
    }
    #[autograd::differentiable]
    fn g2(d0: &mut [f64]) -> f64 {
        let mut w1: f64 = f64::tanh((d0[0] * d0[0] + 0.7).recip() - -d0[3 % d0.len()]);
        while w1 < 1.3 {
            w1 += 0.4 + 0.1 * d0[5 % d0.len()] * d0[5 % d0.len()];
            for i2 in 0..d0.len() {
                if (i2 as f64 / 2.0 / 1.2).tanh() <= i2 as f64 {
                    break;
                }
                let x3 = (d0[i2] * d0[i2] + 0.5).cbrt() * (w1 / (w1 * w1 + 0.8)) / 5.0;
            }
            for i4 in (0..5).step_by(3) {
                let x5: f64 = -1.26;
            }
        }
        (d0[0 % d0.len()] * w1).tanh() + w1
    }
    #[autograd::differentiable]
    fn f(mut z0: f64) -> f64 {
        if !(z0 < -0.33) {
            z0 -= z0;
            let r1: f64 = g1(
                z0,
                &[z0, (z0 - z0).tanh()],
                if z0 / (z0 * z0 + 0.8) / 2.0 < z0 { z0 } else { z0 },
            );
        } else {
            for i2 in (1..6).step_by(2).rev() {
                let mut n3: usize = 0;
                while n3 < 2 && i2 % 3 < 1 {
                    n3 += 1;
                    for i4 in 0..3 {
                        let mut k5: usize = i2 % 4;
                    }
                    let y6: f64 = if z0.asinh().sin() > n3 as f64 {
                        -z0.trunc()
                    } else {
                        let mut x7 = (0.50 * (0.60 * i2 as f64 % 1.7).max(i2 as f64))
                            .cosh();
                        0.70 * (0.30 * (z0 * z0 + 0.4).powf(z0.tanh()) / (x7 * x7 + 0.8))
                    };
                    let flag8 = y6.tanh() <= z0;
                }
            }
        }
        (z0 - z0).tanh()
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

mod seed_1000520 {
    use super::{flat, Case};
    pub(crate) const CASE: Case = Case {
        name: "seed_1000520",
        point: &[-1.135, 1.375],
        value,
        backward,
        vjp,
        grad: None,
    };
    #[autograd::differentiable]
    fn g1(c0: [f64; 3], z1: f64, mut m2: [[f64; 3]; 2], z3: f64) -> f64 {
        let mut x1 = (0.75 * ((m2[(z1.abs() * 3.0) as usize % 2][2] + z3) / 3.0).exp2()
            / 1.6)
            .sin();
        {
            let row2 = &mut m2[1];
            row2[0]
                /= c0[(z3.abs() * 3.0) as usize % 3] * c0[(z3.abs() * 3.0) as usize % 3]
                    + 1.0;
            let mut x3 = row2[0];
        }
        let mut x4 = ((z3 * z3 + 0.1).ln_1p()
            - c0[0].mul_add(z1, m2[0][(m2[0][1].abs() * 3.0) as usize % 3])
            + (z1 + z1 - -0.20))
            .tanh();
        for i5 in 0..=2 {
            x1 *= 0.40 * (z3.atan2(x4) + m2[0][2] / 2.4) / 3.0;
        }
        x1.cos() + c0[2] + z1 + m2[0][2] + x1 + x4
    }
    #[autograd::differentiable]
    fn g2(n0: usize, c1: &mut [f64; 3]) {
        c1[1] /= c1[1] * c1[1] + 1.0;
        let mut x1 = -(c1[n0 % 3] - n0 as f64).cos();
        let mut n2: usize = 0;
        while n2 < 4 {
            n2 += 1;
            let mut n3: usize = 0;
            let v5: f64 = loop {
                if n3 == 1 {
                    break (1.78 + c1[n3]) / 2.0;
                }
                n3 += 1;
                for i4 in 0..n2.min(3) {
                    x1 = 0.75
                        * ((n2 as f64).cos().asinh() * f64::sin(f64::powi(c1[i4], 3)));
                }
            };
        }
    }
    #[autograd::differentiable]
    fn f(d0: &[f64]) -> (f64, f64) {
        if 4 % 3 < 2 {
            if d0[5 % d0.len()].powi(3) / 9.0 < d0[1] {
                return (
                    f64::tanh(
                        g1(
                            [
                                g1(
                                    [
                                        f64::sinh(0.80),
                                        (0.18 - d0[4 % d0.len()]).sin(),
                                        d0[1].atan2(d0[0 % d0.len()]) / 2.0,
                                    ],
                                    d0[0],
                                    [
                                        [
                                            -d0[1],
                                            f64::fract(d0[0]),
                                            0.73 * (d0[4 % d0.len()] + 1.09),
                                        ],
                                        [
                                            0.75 * d0[7 % d0.len()].round(),
                                            0.75 * (d0[1] * d0[1] + 0.4).sqrt(),
                                            (d0[1 % d0.len()] + d0[3 % d0.len()]).sin(),
                                        ],
                                    ],
                                    1.68,
                                ),
                                0.60 * (1.96 - d0[0]),
                                d0[d0.len() - 1],
                            ],
                            d0[0],
                            [
                                [
                                    0.50 * (d0[d0.len() - 1] - d0[d0.len() - 2]),
                                    (d0[2 % d0.len()] * d0[2 % d0.len()] + 0.5).ln(),
                                    f64::ln(d0[3 % d0.len()] * d0[3 % d0.len()] + 0.5),
                                ],
                                [
                                    d0[4 % d0.len()].max(d0[7 % d0.len()]),
                                    0.75 * (d0[1 % d0.len()] * d0[1 % d0.len()] + 0.4).sqrt(),
                                    (d0[5 % d0.len()] - d0[0]).sin(),
                                ],
                            ],
                            d0[d0.len() - 2],
                        ) * f64::log10(0.88 * 0.88 + 0.5),
                    ),
                    d0[0].ceil() / 2.0 / (1.8 + d0[7 % d0.len()].sin()),
                );
            }
            let mut x1 = d0[1];
            'l2: for i3 in 0..d0.len() {
                let mut x5 = (({
                    let t4 = d0[(i3 % 8) % d0.len()];
                    t4 * (i3 as f64).tanh()
                }) + (d0[i3] + x1))
                    .sin() % 1.7;
                for i6 in (1..6).step_by(2).rev() {
                    let mut n7: usize = 0;
                    let v10: f64 = loop {
                        if n7 == 1 {
                            break (d0[d0.len() - 2] / 2.9).tanh();
                        }
                        n7 += 1;
                        let (s8, c9) = ((x1 / 1.4).tanh() / (d0[i3] * d0[i3] + 0.8))
                            .sin_cos();
                        x1 = ((0.12 * (s8 * s8 + 0.4).powf(x1.sin())).tan() / 1.2).sin();
                    };
                    let mut a11: Vec<f64> = vec![
                        - (n7 as f64), (x1 * x1 + 0.1).ln_1p(), match 2 { k if k > 2 =>
                        d0[d0.len() - 1 - i3], _ => x5 }
                    ];
                    for i12 in 1..d0.len() {
                        let (mut p13, q14): (f64, f64) = (
                            v10.rem_euclid(1.3) / 1.5,
                            (v10 + x5 - v10).tanh(),
                        );
                        p13 = 0.5 * p13 + q14.sin();
                        let x15 = p13;
                    }
                }
            }
        } else {
            let mut x16 = (d0[3 % d0.len()] * (d0[1] * d0[1]).tanh()).abs();
        }
        (-d0[1] + d0[4 % d0.len()], d0[6 % d0.len()] / (1.8 + d0[1].sin()) / 2.0)
    }
    fn value(x: &[f64]) -> Vec<f64> {
        let p0 = x[0..2].to_vec();
        let y = f(&p0);
        [flat(&y)].concat()
    }
    fn backward(x: &[f64], w: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let p0 = x[0..2].to_vec();
        let mut d0 = vec![0.0; 2];
        let y = f_backward(&p0, &mut d0, (w[0], w[1]));
        ([flat(&y)].concat(), [flat(&d0)].concat())
    }
    fn vjp(x: &[f64], w: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let p0 = x[0..2].to_vec();
        let mut d0 = vec![0.0; 2];
        let (y, pullback) = f_vjp(&p0);
        let outputs = [flat(&y)].concat();
        let () = pullback(&p0, &mut d0, (w[0], w[1]));
        (outputs, [flat(&d0)].concat())
    }
}

mod seed_1000521 {
    use super::{flat, Case};
    pub(crate) const CASE: Case = Case {
        name: "seed_1000521",
        point: &[0.487, 0.475, 1.021, 1.043],
        value,
        backward,
        vjp,
        grad: None,
    };
    #[autograd::differentiable(recursive)]
    fn g1(x: f64, n: usize) -> f64 {
        if n == 0 {
            return (x.tanh().exp() - (n as f64).rem_euclid(1.3)).sin();
        }
        let x1 = (x * x + 0.6).log2().tanh();
        if (n + 2) % 3 >= 2 {
            let mut a3: Vec<f64> = vec![(x1 + x1).tanh(); n.min(2) + 2];
        } else {
            let mut x4 = 0.28 * (-(x - 0.52) * f64::tanh(n as f64 / 2.7).trunc());
        }
        let deeper: f64 = g1((x1 - x.floor()).sin(), n - 1);
        0.5 * deeper + (x + x1).sin()
    }
    #[autograd::differentiable]
    fn f(z0: f64, n1: usize, z2: f64, d3: &[f64]) -> (f64, f64) {
        for i1 in (0..d3.len()).rev() {
            let x2 = ((0.30 * g1(d3[(i1 + 1) % d3.len()], 2)).atanh()
                - (z0.cos() + z0.floor()))
                .tanh();
            let mut x3 = ((i1 as f64 - z0) / 3.0).atan2(x2 * x2 + 0.5).rem_euclid(1.3);
        }
        if n1.min(5) % 2 == 1 {
            let mut x4: f64 = g1((z2 + 1.07).tanh(), n1.min(3));
            let x5 = (d3[0].floor() + -x4
                - (if z2 < -0.05 { z2 } else { n1 as f64 }).powi(2))
                .sin();
            'l6: for i7 in 0..d3.len() {
                let mut x8 = 0.11
                    * (x4 + d3[1] - f64::atan(1.81)
                        + (x5 + d3[2 % d3.len()] - x5.hypot(z2 * z2 + 0.6)));
                let mut n9: usize = 0;
                while n9 < 4 && (n1 + 2) % 3 != 2 {
                    n9 += 1;
                    if (0.30 * x5).asin() <= 1.55 {
                        let r10: f64 = g1((z2 + z2).tanh(), n1 % 4);
                        x8 = (x4 / 2.0).exp2().tanh();
                    } else if f64::sin(f64::log2(1.36 * 1.36 + 0.6)) > 0.43 {
                        x4 /= 0.77 * 0.77 + 1.0;
                    }
                }
            }
        } else {
            let mut x11 = -z2;
        }
        (-z0 + z0 + z2 - d3[0], (z0 / 1.3).sin() + z2 - d3[0])
    }
    fn value(x: &[f64]) -> Vec<f64> {
        let p0 = x[0];
        let p1 = 1_usize;
        let p2 = x[1];
        let p3 = x[2..4].to_vec();
        let y = f(p0, p1, p2, &p3);
        [flat(&y)].concat()
    }
    fn backward(x: &[f64], w: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let p0 = x[0];
        let p1 = 1_usize;
        let p2 = x[1];
        let p3 = x[2..4].to_vec();
        let mut d3 = vec![0.0; 2];
        let (y, (g0, g2)) = f_backward(p0, p1, p2, &p3, &mut d3, (w[0], w[1]));
        ([flat(&y)].concat(), [flat(&g0), flat(&g2), flat(&d3)].concat())
    }
    fn vjp(x: &[f64], w: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let p0 = x[0];
        let p1 = 1_usize;
        let p2 = x[1];
        let p3 = x[2..4].to_vec();
        let mut d3 = vec![0.0; 2];
        let (y, pullback) = f_vjp(p0, p1, p2, &p3);
        let outputs = [flat(&y)].concat();
        let (g0, g2) = pullback(&p3, &mut d3, (w[0], w[1]));
        (outputs, [flat(&g0), flat(&g2), flat(&d3)].concat())
    }
}

mod seed_1000522 {
    use super::{flat, Case};
    pub(crate) const CASE: Case = Case {
        name: "seed_1000522",
        point: &[-1.026, -0.494, -0.756],
        value,
        backward,
        vjp,
        grad: Some(grad),
    };
    #[autograd::differentiable]
    fn f(mut c0: [f64; 3]) -> f64 {
        let (mut p1, q2): (f64, f64) = (
            c0[0],
            f64::tan(0.87 * 1.37) * c0[0].abs() / 3.0,
        );
        if 3 % 3 >= 0 {
            let (s3, c4) = (q2 * q2.tanh().cosh()).tanh().sin_cos();
            let mut x5 = c0[0];
        } else if q2 > -0.16 {
            match 0 {
                0 => {
                    if -p1 > p1 {
                        let mut w7: f64 = (0.18 * (p1 * (f64::powi(p1, 3) / 5.0)))
                            .tanh();
                        while w7 < 1.3 {
                            w7 += 0.4 + 0.1 * p1 * p1;
                            p1 = ((0.30 * q2).acos() * ((w7 + c0[2]) * w7.powi(3).sin()))
                                .tanh();
                        }
                        if q2 < -0.09 && 1.73 > 0.21 {
                            let a8: [f64; 4] = [
                                c0[2].tanh(),
                                (p1 * p1 + 0.5).cbrt(),
                                1.81 * 0.83,
                                p1.trunc(),
                            ];
                            if a8[3] < a8[1] {
                                p1 = 0.77;
                                return 0.32
                                    * ((0.66 * q2).powi(1 as i32) + (0.30 * w7).asin());
                            }
                        }
                    } else if 1 % 2 >= 2 {
                        p1 += p1;
                    } else {
                        p1 = 0.16 * (c0[1] + (c0[2].hypot(q2 * q2 + 0.6) + -q2));
                    }
                }
                4.. => {
                    p1 = 0.5 * p1 + (0.93 + q2).tanh();
                }
                _ => {
                    p1
                        /= c0[(c0[0].abs() * 3.0) as usize % 3]
                            * c0[(c0[0].abs() * 3.0) as usize % 3] + 1.0;
                }
            }
        } else {
            p1 = (-(p1 / 1.8)).sin();
        }
        c0[1] + q2
    }
    fn value(x: &[f64]) -> Vec<f64> {
        let p0 = [x[0], x[1], x[2]];
        let y = f(p0);
        [flat(&y)].concat()
    }
    fn backward(x: &[f64], w: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let p0 = [x[0], x[1], x[2]];
        let (y, g0) = f_backward(p0, w[0]);
        ([flat(&y)].concat(), [flat(&g0)].concat())
    }
    fn vjp(x: &[f64], w: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let p0 = [x[0], x[1], x[2]];
        let (y, pullback) = f_vjp(p0);
        let outputs = [flat(&y)].concat();
        let g0 = pullback(w[0]);
        (outputs, [flat(&g0)].concat())
    }
    fn grad(x: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let p0 = [x[0], x[1], x[2]];
        let g0 = f_grad(p0);
        let alone = [flat(&g0)].concat();
        let (y, g0) = f_value_and_grad(p0);
        assert_eq!(alone, [flat(& g0)].concat());
        (flat(&y), [flat(&g0)].concat())
    }
}

mod seed_1000523 {
    use super::{flat, Case};
    pub(crate) const CASE: Case = Case {
        name: "seed_1000523",
        point: &[-1.315, -0.951, 1.111, 0.88, -1.407, 0.383, 1.414, 1.213],
        value,
        backward,
        vjp,
        grad: None,
    };
    #[autograd::differentiable]
    fn f(c0: &mut [f64; 2], z1: f64, d2: &mut [f64]) -> [f64; 2] {
        for i1 in (0..d2.len()).rev() {
            let mut x2 = ((c0[1] * c0[1] + 0.5).ln().atan()
                + c0[1].atan() / (1.8 + c0[0].sin()))
                .sin();
            let mut x3 = 0.70
                * (0.10 * ((z1 + d2[(i1 + 2) % d2.len()]) * i1 as f64)
                    / (1.8 + f64::sin(1.36)));
            x2
                += 0.66
                    * (c0[0] / (d2[d2.len() - 1 - i1] * d2[d2.len() - 1 - i1] + 0.8))
                        .tanh()
                        .exp() / 5.0;
            if !(1.93 > 0.59) {
                for i4 in 0..d2.len() {
                    x3 = 0.5 * x3 + (c0[i4 % 2] - d2[i4]).tanh();
                    let x5 = c0[0].ceil().sin();
                }
            } else if (c0[i1 % 2] / 2.0).sinh() <= x3 {
                c0[1] = 0.85 * ((x3 / 2.0).exp2() - d2[0].min(z1)) * 0.23;
            }
        }
        let mut w6: f64 = d2[0].tanh();
        while w6 < 1.3 {
            w6 += 0.4 + 0.1 * w6 * w6;
            if c0[1] > 1.97 {
                break;
            }
        }
        let k7: usize = 2;
        for i8 in (0..d2.len()).rev() {
            {
                let row9 = &d2[..2];
                c0[k7 % 2] = 0.5 * c0[k7 % 2] + f64::sin(0.51 * (0.78 + i8 as f64));
                for i10 in 0..2 {
                    let m11: f64 = match i10.min(4) {
                        0 => {
                            let mut x12 = f64::ln_1p(1.72 * 1.72 + 0.1);
                            k7 as f64
                        }
                        2..=3 => {
                            let mut x13 = ((z1 * row9[i10]).sin()
                                / (d2[d2.len() - 1 - i8] * d2[d2.len() - 1 - i8] + 0.8)
                                - (-(i10 as f64)).exp()) / 2.0;
                            0.16
                                * (w6.hypot((k7 as f64) * (k7 as f64) + 0.6)
                                    - (row9[i10] - z1))
                        }
                        _ => {
                            let mut x14 = (0.10 * w6.hypot(w6 * w6 + 0.6))
                                .tan()
                                .atan2(d2[i8])
                                .tanh();
                            ((if (w6 * w6 + 1.3).acosh() < row9[i10] {
                                c0[1]
                            } else {
                                k7 as f64
                            }) / 1.3)
                                .tanh()
                        }
                    };
                }
            }
        }
        [
            d2[0] / (z1 * z1 + 0.8) / 2.0 + d2[0] - w6,
            (1.97 * d2[1]).tanh() + c0[(k7 * 5 + 3) % 2] - d2[k7.min(7) % d2.len()],
        ]
    }
    fn value(x: &[f64]) -> Vec<f64> {
        let mut p0 = [x[0], x[1]];
        let p1 = x[2];
        let mut p2 = x[3..8].to_vec();
        let y = f(&mut p0, p1, &mut p2);
        [flat(&y), flat(&p0), flat(&p2)].concat()
    }
    fn backward(x: &[f64], w: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let mut p0 = [x[0], x[1]];
        let p1 = x[2];
        let mut p2 = x[3..8].to_vec();
        let mut d0 = [w[2], w[3]];
        let mut d2 = w[4..9].to_vec();
        let (y, g1) = f_backward(&mut p0, &mut d0, p1, &mut p2, &mut d2, [w[0], w[1]]);
        (
            [flat(&y), flat(&p0), flat(&p2)].concat(),
            [flat(&d0), flat(&g1), flat(&d2)].concat(),
        )
    }
    fn vjp(x: &[f64], w: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let mut p0 = [x[0], x[1]];
        let p1 = x[2];
        let mut p2 = x[3..8].to_vec();
        let mut d0 = [w[2], w[3]];
        let mut d2 = w[4..9].to_vec();
        let (y, pullback) = f_vjp(&mut p0, p1, &mut p2);
        let outputs = [flat(&y), flat(&p0), flat(&p2)].concat();
        let g1 = pullback(&mut p0, &mut d0, &mut p2, &mut d2, [w[0], w[1]]);
        assert_eq!(flat(& p0), x[0..2]);
        assert_eq!(flat(& p2), x[3..8]);
        (outputs, [flat(&d0), flat(&g1), flat(&d2)].concat())
    }
}

mod seed_1000524 {
    use super::{flat, Case};
    pub(crate) const CASE: Case = Case {
        name: "seed_1000524",
        point: &[
            1.095,
            0.917,
            0.277,
            1.111,
            -0.883,
            1.286,
            -1.476,
            -1.188,
            1.174,
            -0.633,
            -1.544,
            1.133,
        ],
        value,
        backward,
        vjp,
        grad: None,
    };
    #[autograd::differentiable]
    fn f(z0: f64, d1: &mut [f64], z2: &f64, d3: &[f64]) -> f64 {
        let mut y1: f64 = if 1 % 2 == 2 {
            let x2 = ((z0 - d3[3 % d3.len()]) * (0.30 * *z2).asin()).sin().max(d3[0]);
            z0.tanh().sinh()
        } else {
            let mut x3 = (d1[0 % d1.len()] - *z2 + (z0 - z0)
                + ((*z2) * (*z2) + 1.3).acosh())
                .tanh();
            d1[1] = 0.70 * (d1[5 % d1.len()] / 2.5);
            f64::cos(d1[6 % d1.len()]) * f64::exp(0.65) / 2.0
        };
        let x5 = ({
            let t4 = d3[0 % d3.len()];
            t4 * z0
        })
            .asinh()
            .atan();
        'l6: for i7 in (0..=4).rev().step_by(2) {
            let mut y8: f64 = if 3 % 3 == 0 {
                let mut a9: [f64; 2] = [y1, -z0];
                (x5 * x5 + 0.7).recip()
            } else {
                z0
            };
            let t10: (f64, f64) = (
                (0.82 + y1).sin() / (y8 * y8 + 0.8),
                (x5 / (1.8 + z0.sin())).tanh(),
            );
        }
        d1[2 % d1.len()] += d1[d1.len() - 1];
        let (s11, c12) = f64::fract(1.44).max(x5).sin_cos();
        y1 += *z2;
        let mut n13: usize = 0;
        while n13 < 3 {
            n13 += 1;
            if c12.cos() < *z2 {
                continue;
            }
            y1 = (s11 / (x5 * x5 + 0.8) / 2.0 / (1.8 + z0.sin()) / 4.0).asin();
            let x14 = if 0.70 * (x5 / 2.5) >= c12 {
                d1[n13 % d1.len()]
            } else {
                (*z2 - d1[d1.len() - 2]).sin().exp().sin()
            };
        }
        1.77 * 1.30 - z0 + d1[1] - *z2 + d3[(n13 % 8) % d3.len()] - y1 + x5 + s11
    }
    fn value(x: &[f64]) -> Vec<f64> {
        let p0 = x[0];
        let mut p1 = x[1..6].to_vec();
        let p2 = x[6];
        let p3 = x[7..12].to_vec();
        let y = f(p0, &mut p1, &p2, &p3);
        [flat(&y), flat(&p1)].concat()
    }
    fn backward(x: &[f64], w: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let p0 = x[0];
        let mut p1 = x[1..6].to_vec();
        let p2 = x[6];
        let p3 = x[7..12].to_vec();
        let mut d1 = w[1..6].to_vec();
        let mut d2 = 0.0;
        let mut d3 = vec![0.0; 5];
        let (y, g0) = f_backward(p0, &mut p1, &mut d1, &p2, &mut d2, &p3, &mut d3, w[0]);
        (
            [flat(&y), flat(&p1)].concat(),
            [flat(&g0), flat(&d1), flat(&d2), flat(&d3)].concat(),
        )
    }
    fn vjp(x: &[f64], w: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let p0 = x[0];
        let mut p1 = x[1..6].to_vec();
        let p2 = x[6];
        let p3 = x[7..12].to_vec();
        let mut d1 = w[1..6].to_vec();
        let mut d2 = 0.0;
        let mut d3 = vec![0.0; 5];
        let (y, pullback) = f_vjp(p0, &mut p1, &p2, &p3);
        let outputs = [flat(&y), flat(&p1)].concat();
        let g0 = pullback(&mut p1, &mut d1, &p2, &mut d2, &p3, &mut d3, w[0]);
        assert_eq!(flat(& p1), x[1..6]);
        (outputs, [flat(&g0), flat(&d1), flat(&d2), flat(&d3)].concat())
    }
}

mod seed_1000525 {
    use super::{flat, Case};
    pub(crate) const CASE: Case = Case {
        name: "seed_1000525",
        point: &[1.549, -0.315, 1.342, 1.076, -0.377],
        value,
        backward,
        vjp,
        grad: None,
    };
    #[autograd::differentiable]
    fn g1(mut z0: f64) -> f64 {
        let (mut p1, q2): (f64, f64) = (-z0.powi(2) / 3.0, (z0.tanh() - z0) / 2.0);
        let mut a3: Vec<f64> = vec![(q2 + z0).sin(); 1 + 2];
        p1 += (a3[1] % 1.7 / 2.0).exp().sin();
        match 4 {
            k if k % 2 == 1 => {
                if let 0 = 2 {
                    p1 = a3[5 % a3.len()];
                } else if q2 >= 1.08 {
                    z0 /= q2 * q2 + 1.0;
                } else {
                    p1 -= ((z0 - p1) * (a3[6 % a3.len()] - z0)).sin();
                }
            }
            _ => {
                z0 = q2;
            }
        }
        f64::atan2(0.93, q2 * q2 + 0.5) - p1
    }
    #[autograd::differentiable(recursive)]
    fn g2(x: f64, a: &[f64], n: usize) -> f64 {
        if n == 0 {
            return ((a[a.len() - 2] * a[a.len() - 2] + 0.6).log2() / 2.0)
                .powi(n.min(3) as i32) / 3.0;
        }
        let mut x1 = a[n.min(7) % a.len()];
        let deeper: f64 = g2(((n as f64) * (n as f64) + 0.4).sqrt() / 2.0, a, n - 1);
        0.5 * deeper + x.tanh().cosh().tanh()
    }
    #[autograd::differentiable]
    fn f(z0: f64, mut m1: [[f64; 2]; 2]) -> [f64; 2] {
        if (m1[0][0] + z0) / 2.0 <= z0 {
            let r1: f64 = g1((z0 - z0).sin());
            for i2 in 0..=2 {
                if (i2 % 6) % 2 < 0 {
                    let mut x4 = (z0 * z0 + 1.3).acosh();
                    return [
                        ((i2 as f64).max(m1[1][1]) * (0.70 + m1[0][0])).sin(),
                        (({
                            let t3 = r1;
                            t3 * m1[i2 % 2][(z0.abs() * 3.0) as usize % 2]
                        }) - f64::cbrt(z0 * z0 + 0.5))
                            .tanh(),
                    ];
                }
                m1[1][i2 % 2] = g2(1.41 * i2 as f64, &[f64::sinh(0.83), 1.24], i2 % 4);
            }
        } else if 1 % 2 != 1 {
            let z0 = 0.25
                * (-(m1[0][1] * m1[1][1]) - g1(z0 / (1.8 + m1[0][1].sin()) / 2.0));
        } else {
            let x5 = 0.21 * ((0.16 * (m1[1][0] * z0)).exp_m1() * (z0 * z0 + 0.6).log2());
        }
        [
            (m1[1][1] + m1[1][(m1[0][0].abs() * 3.0) as usize % 2]).sin() + z0
                - m1[0][1],
            (z0 * z0).tanh(),
        ]
    }
    fn value(x: &[f64]) -> Vec<f64> {
        let p0 = x[0];
        let p1 = [[x[1], x[2]], [x[3], x[4]]];
        let y = f(p0, p1);
        [flat(&y)].concat()
    }
    fn backward(x: &[f64], w: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let p0 = x[0];
        let p1 = [[x[1], x[2]], [x[3], x[4]]];
        let (y, (g0, g1)) = f_backward(p0, p1, [w[0], w[1]]);
        ([flat(&y)].concat(), [flat(&g0), flat(&g1)].concat())
    }
    fn vjp(x: &[f64], w: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let p0 = x[0];
        let p1 = [[x[1], x[2]], [x[3], x[4]]];
        let (y, pullback) = f_vjp(p0, p1);
        let outputs = [flat(&y)].concat();
        let (g0, g1) = pullback([w[0], w[1]]);
        (outputs, [flat(&g0), flat(&g1)].concat())
    }
}
