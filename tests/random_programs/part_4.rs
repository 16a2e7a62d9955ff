//! Made by `autograd-macros/src/random`; `UPDATE_EXPECT=1 cargo test -p autograd-macros` makes it again.

use super::super::{flat, Case};
pub(crate) const CASES: [Case; 26] = [
    seed_1000400::CASE,
    seed_1000401::CASE,
    seed_1000402::CASE,
    seed_1000403::CASE,
    seed_1000404::CASE,
    seed_1000405::CASE,
    seed_1000406::CASE,
    seed_1000407::CASE,
    seed_1000408::CASE,
    seed_1000409::CASE,
    seed_1000410::CASE,
    seed_1000411::CASE,
    seed_1000412::CASE,
    seed_1000413::CASE,
    seed_1000414::CASE,
    seed_1000415::CASE,
    seed_1000416::CASE,
    seed_1000417::CASE,
    seed_1000418::CASE,
    seed_1000419::CASE,
    seed_1000420::CASE,
    seed_1000421::CASE,
    seed_1000422::CASE,
    seed_1000423::CASE,
    seed_1000424::CASE,
    seed_1000425::CASE,
];
mod seed_1000400 {
    use super::{flat, Case};
    pub(crate) const CASE: Case = Case {
        name: "seed_1000400",
        point: &[-1.526, -0.408, 1.458, -1.169],
        value,
        backward,
        vjp,
        grad: Some(grad),
    };
    #[autograd::differentiable(recursive)]
    fn g1(x: f64, n: usize) -> f64 {
        if n == 0 {
            return (x * x / 3.0).signum();
        }
        if (match 3 {
            0 | 3 => x,
            _ => x,
        }) >= 1.89
        {
            let x = (0.30 * x).atanh();
        }
        let deeper: f64 = g1((0.50 * (x * x + 1.3).acosh()).exp_m1().sin(), n - 1);
        0.5 * deeper + 0.70 * (deeper / (1.8 + deeper.sin())) / 2.0
    }
    #[autograd::differentiable]
    fn f(m0: [[f64; 2]; 2]) -> f64 {
        if 0.70 * (m0[0][0] / 2.8) > m0[1][1] {
            let x1 = 0.32
                * ((m0[1][0].clamp(-1.25, 1.5) - 1.59)
                    * -(-m0[(m0[1][1].abs() * 3.0) as usize % 2][1]));
        } else {
            'l2: for i3 in (0..=4).rev().step_by(2) {
                let x4 = g1(
                    (i3 as f64 - m0[(f64::abs(0.89) * 3.0) as usize % 2][1]).tanh(),
                    i3 % 4,
                );
                if 0.50 * (x4 + x4) <= x4 {
                    let x5 = (0.75 * i3 as f64 / ((i3 as f64) * (i3 as f64) + 0.8)
                        - (x4.powi(3) + (x4 + x4)))
                        .tanh();
                    if !(x4 < 0.09) {
                        let t6: (f64, f64) = (
                            (g1(x4, i3 % 4) * m0[1][0].rem_euclid(1.3)).sin(),
                            0.16 * (x4.mul_add(i3 as f64, x4) / 2.0 * -x5),
                        );
                        let mut k7: usize = i3 % 5;
                    } else if i3 % 2 < 0 {
                        let mut x8: f64 = g1(
                                m0[i3 % 2][(x4.abs() * 3.0) as usize % 2].sin().sinh(),
                                i3.min(3),
                            )
                            .atan2(x4 * x4 + 0.5);
                    } else {
                        let x9 = (x5 / 2.2 / 2.0 / 2.0).powi(((i3 * 4 + 3) % 4) as i32)
                            / 3.0;
                    }
                } else if (i3 + 1) % 3 != 1 {
                    let x10 = (i3 as f64 + 0.75 * i3 as f64 % 1.7).tanh()
                        / (m0[i3 % 2][0] * m0[i3 % 2][0] + 0.8);
                } else {
                    let mut x11 = m0[(i3 * 5 + 3) % 2][1];
                }
            }
        }
        (m0[0][0] + m0[(m0[0][1].abs() * 3.0) as usize % 2][0]) / 2.0
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

mod seed_1000401 {
    use super::{flat, Case};
    pub(crate) const CASE: Case = Case {
        name: "seed_1000401",
        point: &[-0.439, 0.942, 0.649, -0.728],
        value,
        backward,
        vjp,
        grad: None,
    };
    #[autograd::differentiable(recursive)]
    fn g1(x: f64, n: usize) -> f64 {
        if n == 0 {
            return f64::cbrt(0.38 * 0.38 + 0.5);
        }
        let mut x1 = -(-(-x));
        let deeper: f64 = g1((x1 / (1.8 + f64::sin(n as f64))).sin() / 1.0, n - 1);
        0.5 * deeper + ((0.66 * deeper).powi(n.min(3) as i32) / 3.0).sin()
    }
    #[autograd::differentiable]
    fn g2(d0: &[f64]) -> f64 {
        let mut a1: [[f64; 2]; 3] = [
            [(d0[6 % d0.len()] * d0[1]).sin(), (d0[1 % d0.len()] + d0[1]) / 2.0],
            [d0[6 % d0.len()], f64::sin(1.80)],
            [
                (d0[7 % d0.len()] - d0[d0.len() - 1]).sin(),
                (d0[3 % d0.len()] * d0[6 % d0.len()]).tanh(),
            ],
        ];
        let mut y2: f64 = if (d0[1] / (1.8 + d0[2 % d0.len()].sin())).sin() >= d0[1] {
            0.25 * (a1[0][0] - a1[0][0] + (a1[1][0] + d0[1]))
        } else {
            a1[2][0]
        };
        if d0[1] < -0.35 {
            if 1.22 < 0.54 || y2 < -0.77 {
                for i3 in 0..d0.len() {
                    y2 += g1(-y2, i3 % 4) / 5.0;
                }
            } else if y2 >= a1[2][0] {
                y2 *= ((0.16 * (y2 * y2)).exp_m1() / 2.0).sin();
            }
        } else if d0[0] < -0.86 || d0[6 % d0.len()] > 0.90 {
            y2 /= d0[1] * d0[1] + 1.0;
        } else {
            y2 = ((y2 + a1[2][1]).tanh().signum() - f64::acosh(y2 * y2 + 1.3)).tanh();
        }
        0.50 * (a1[2][0] + d0[0]) + y2
    }
    #[autograd::differentiable]
    fn f(c0: &[f64; 2], c1: &mut [f64; 2]) -> f64 {
        if c0[0] <= c1[0] {
            let y1: f64 = if 1 % 3 == 1 {
                c1[0]
            } else {
                0.33
                    * (f64::cbrt(c0[0] * c0[0] + 0.5)
                        + (c1[0] - c0[(f64::abs(0.32) * 3.0) as usize % 2]))
            };
            return (c1[1] * 0.62 + (c1[0] - c1[1])) / 3.0;
        }
        c1[1] = (1.67 / (c1[0] * c1[0] + 0.8) / (c1[0] * c1[0] + 0.8)
            * (c0[0] * c0[0] + 0.4).sqrt())
            .tanh();
        for i2 in 0..3 {
            let x3 = (-c0[0].powi(3)).tanh();
        }
        'l4: for i5 in 0..=2 {
            let y6: f64 = if !(c0[(i5 * 5 + 2) % 2] > -0.77) {
                if c1[0] % 1.7 < c0[i5 % 2] {
                    c1[i5 % 2] = 0.5 * c1[i5 % 2] + c0[1].sin();
                    for i7 in 0..i5 {
                        let a8: Vec<f64> = c1.to_vec();
                        if 0.65 * (c1[0] - 1.57) < c1[i5 % 2] {
                            return i7 as f64;
                        }
                    }
                }
                c1[i5 % 2].floor().sin()
            } else {
                let mut x9 = ((c1[1] - c0[(c0[i5 % 2].abs() * 3.0) as usize % 2])
                    .tanh()
                    .atan2(c0[1]) - ((0.50 * c0[1]).cosh() + (c0[i5 % 2] - c0[1])))
                    .tanh();
                f64::sqrt(1.25 * 1.25 + 0.4) / 2.0
            };
        }
        (c0[0] - 0.20).sin()
    }
    fn value(x: &[f64]) -> Vec<f64> {
        let p0 = [x[0], x[1]];
        let mut p1 = [x[2], x[3]];
        let y = f(&p0, &mut p1);
        [flat(&y), flat(&p1)].concat()
    }
    fn backward(x: &[f64], w: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let p0 = [x[0], x[1]];
        let mut p1 = [x[2], x[3]];
        let mut d0 = [0.0; 2];
        let mut d1 = [w[1], w[2]];
        let y = f_backward(&p0, &mut d0, &mut p1, &mut d1, w[0]);
        ([flat(&y), flat(&p1)].concat(), [flat(&d0), flat(&d1)].concat())
    }
    fn vjp(x: &[f64], w: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let p0 = [x[0], x[1]];
        let mut p1 = [x[2], x[3]];
        let mut d0 = [0.0; 2];
        let mut d1 = [w[1], w[2]];
        let (y, pullback) = f_vjp(&p0, &mut p1);
        let outputs = [flat(&y), flat(&p1)].concat();
        let () = pullback(&p0, &mut d0, &mut p1, &mut d1, w[0]);
        assert_eq!(flat(& p1), x[2..4]);
        (outputs, [flat(&d0), flat(&d1)].concat())
    }
}

mod seed_1000402 {
    use super::{flat, Case};
    pub(crate) const CASE: Case = Case {
        name: "seed_1000402",
        point: &[-0.65],
        value,
        backward,
        vjp,
        grad: None,
    };
    #[autograd::differentiable]
    fn g1(z0: f64, mut z1: f64) -> f64 {
        for i1 in (0..=4).rev().step_by(2) {
            let a4: [f64; 2] = [z0.round_ties_even().sin(), 0.42 * (z0 + i1 as f64)];
            for i5 in (1..6).step_by(2).rev() {
                'l6: for i7 in 0..=2 {
                    if (z1 / ((i7 as f64) * (i7 as f64) + 0.8)).sin() < 0.37 {
                        z1
                            *= 0.22
                                * (({
                                    let t8 = 0.75 * i1 as f64;
                                    t8 * t8
                                })
                                    - a4[(z1.abs() * 3.0) as usize % 2]
                                        / ((i5 as f64) * (i5 as f64) + 0.8)) / 3.0;
                    }
                }
            }
        }
        0.75 * z0.round() - z0 - z1
    }
    #[autograd::differentiable(recursive)]
    fn g2(x: f64, n: usize) -> f64 {
        if n == 0 {
            return x.rem_euclid(1.3).powi(3);
        }
        let mut a1: [[f64; 2]; 2] = [
            [
                x.round().tanh(),
                match n {
                    k if k > 2 => x,
                    _ => n as f64,
                },
            ],
            [(x - n as f64).sin(), x],
        ];
        let deeper: f64 = g2(
            a1[(n * 5 + 1) % 2][n % 2].round().tanh().copysign(x),
            n - 1,
        );
        0.5 * deeper + x / (deeper * deeper + 0.8) / 2.0 / 2.0
    }
    #[autograd::differentiable]
    fn f(n0: usize, z: f64) -> [f64; 2] {
        let mut a2: [f64; 4] = [
            0.70 * (n0 as f64 / (0.45 * 0.45 + 0.8)),
            ((n0 as f64) * (n0 as f64) + 1.3).acosh(),
            0.33 * (z * n0 as f64),
            1.55,
        ];
        let r3: f64 = g1(f64::tanh(z * z), f64::mul_add(a2[n0], a2[n0 % 4], z).tanh());
        let x4 = 0.17
            * ((match n0 {
                1..=2 => a2[1],
                _ => z,
            }) - f64::hypot(1.46, r3 * r3 + 0.6) + (0.30 * z).asin() / (1.8 + r3.sin()));
        a2[n0] = f64::powf(0.20 * 0.20 + 0.4, x4 / 3.0).sin();
        let mut n5: usize = 0;
        while n5 < 3 && r3 < x4 {
            n5 += 1;
            let y6: f64 = if x4 > 1.78 {
                a2[n0] = 0.5 * a2[n0] + r3 / 2.0;
                0.72 * -(a2[n5] + 1.13)
            } else {
                f64::log2(1.90 * 1.90 + 0.6).sin()
            };
            if 0.23 < 1.90 {
                break;
            }
            let mut x7 = 0.37 * (z % 1.7 * n0 as f64 - -(-z));
        }
        let mut x8 = (x4 * x4 + 1.3).acosh().sin();
        let r9: f64 = g1(r3.atan2(z * z + 0.5), z);
        let mut n10: usize = 0;
        loop {
            if n10 == 1 {
                break;
            }
            n10 += 1;
            let (s11, c12) = (-x8.trunc()).sin_cos();
        }
        [n10 as f64 - z + r3 + x4, -x4 + z + a2[n5] + r3 + x4 - x8]
    }
    fn value(x: &[f64]) -> Vec<f64> {
        let p0 = 1_usize;
        let p1 = x[0];
        let y = f(p0, p1);
        [flat(&y)].concat()
    }
    fn backward(x: &[f64], w: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let p0 = 1_usize;
        let p1 = x[0];
        let (y, g1) = f_backward(p0, p1, [w[0], w[1]]);
        ([flat(&y)].concat(), [flat(&g1)].concat())
    }
    fn vjp(x: &[f64], w: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let p0 = 1_usize;
        let p1 = x[0];
        let (y, pullback) = f_vjp(p0, p1);
        let outputs = [flat(&y)].concat();
        let g1 = pullback([w[0], w[1]]);
        (outputs, [flat(&g1)].concat())
    }
}

mod seed_1000403 {
    use super::{flat, Case};
    pub(crate) const CASE: Case = Case {
        name: "seed_1000403",
        point: &[1.384],
        value,
        backward,
        vjp,
        grad: Some(grad),
    };
    #[autograd::differentiable]
    fn f(n0: usize, mut z1: f64) -> f64 {
        if ((n0 * 2 + 2) % 6) % 3 >= 1 {
            for i1 in (0..=4).rev().step_by(2) {
                let mut x2 = (n0 as f64).tanh().sinh().cos()
                    / ((i1 as f64) * (i1 as f64) + 0.8);
                let mut n4: usize = 0;
                'l3: loop {
                    if n4 == 4 {
                        break;
                    }
                    n4 += 1;
                    let mut a5: [f64; 3] = [0.0; 3];
                }
            }
        } else {
            z1 = (0.22 * z1.round_ties_even()).acos().sin().tan();
        }
        1.34 + 0.61 + z1
    }
    fn value(x: &[f64]) -> Vec<f64> {
        let p0 = 1_usize;
        let p1 = x[0];
        let y = f(p0, p1);
        [flat(&y)].concat()
    }
    fn backward(x: &[f64], w: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let p0 = 1_usize;
        let p1 = x[0];
        let (y, g1) = f_backward(p0, p1, w[0]);
        ([flat(&y)].concat(), [flat(&g1)].concat())
    }
    fn vjp(x: &[f64], w: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let p0 = 1_usize;
        let p1 = x[0];
        let (y, pullback) = f_vjp(p0, p1);
        let outputs = [flat(&y)].concat();
        let g1 = pullback(w[0]);
        (outputs, [flat(&g1)].concat())
    }
    fn grad(x: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let p0 = 1_usize;
        let p1 = x[0];
        let g1 = f_grad(p0, p1);
        let alone = [flat(&g1)].concat();
        let (y, g1) = f_value_and_grad(p0, p1);
        assert_eq!(alone, [flat(& g1)].concat());
        (flat(&y), [flat(&g1)].concat())
    }
}

mod seed_1000404 {
    use super::{flat, Case};
    pub(crate) const CASE: Case = Case {
        name: "seed_1000404",
        point: &[1.242, -0.51, -1.228],
        value,
        backward,
        vjp,
        grad: Some(grad),
    };
    #[autograd::differentiable]
    fn g1(mut z0: f64) -> [f64; 2] {
        let k1: usize = 0;
        let mut x2 = (z0 * z0 + 0.5).log10();
        if x2 > x2 {
            let mut a3: Vec<f64> = vec![
                z0, 0.70 * (z0 / (0.48 * 0.48 + 0.8)), if ! ((k1 as f64) < 0.82) { 1.48 }
                else { x2 }, z0
            ];
            let mut n5: usize = 0;
            'l4: while n5 < 2 {
                n5 += 1;
                x2 = (-(x2 * a3[1]) + (0.30 * z0).acos()) / 4.0;
            }
        } else if (k1 as f64 + k1 as f64) < k1 as f64 {
            x2 = (-z0.sin().tan() * (x2.tanh() / 1.2)).sin();
        }
        [x2 + z0 - x2, x2 - z0 - x2]
    }
    #[autograd::differentiable(recursive)]
    fn g2(x: f64, n: usize) -> f64 {
        if n == 0 {
            return ((x / 4.0).asin() + ((n as f64) * (n as f64) + 0.5).ln()).tanh();
        }
        let x1 = ((n as f64 + x / (1.8 + x.sin())) / 3.0).copysign(x);
        let deeper: f64 = g2(x1, n - 1);
        0.5 * deeper + (x1 * x1 + 0.5).log10()
    }
    #[autograd::differentiable]
    fn f(mut c0: [f64; 3]) -> f64 {
        let flag1 = (if 5 % 2 >= 0 { c0[0] } else { c0[0] })
            > c0[(c0[(c0[1].abs() * 3.0) as usize % 3].abs() * 3.0) as usize % 3];
        let x2 = (0.33 * (c0[1] * c0[0])).powi(3).sin() * (c0[1] * c0[1] + 0.1).ln_1p();
        'l3: for i4 in 0..0 {
            c0[i4] = 0.30
                * ((c0[i4] * c0[i4] + 0.5).cbrt().sin().exp()
                    * (g2(i4 as f64, (i4 * 2 + 1) % 4) / 2.0).sinh());
            let mut w6: f64 = (c0[0] * x2 + x2 / (c0[i4] * c0[i4] + 0.8)).sin();
            'l5: while w6 < 1.3 {
                w6 += 0.4 + 0.1 * c0[i4] * c0[i4];
                let mut x7 = (w6.copysign(c0[i4])
                    + (if matches!(0, 0 | 2) { w6 } else { w6 }))
                    .tanh()
                    .clamp(-1.25, 1.5);
                let r8: f64 = g2(x2, i4 + 1);
                let mut x9 = (-f64::clamp(1.72, -1.25, 1.5)
                    - (c0[i4] * w6 + r8.sin().exp_m1()))
                    .sin();
            }
            let mut w10: f64 = 0.33 * g2(0.50 * (w6 + c0[i4]), i4.min(3));
            while w10 < 1.3 {
                w10 += 0.4 + 0.1 * w10 * w10;
                let mut x11: f64 = (c0[2] * c0[2] + 0.6).log2().sin();
            }
        }
        x2
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

mod seed_1000405 {
    use super::{flat, Case};
    pub(crate) const CASE: Case = Case {
        name: "seed_1000405",
        point: &[0.202, 1.382, 0.452, 1.428, 0.22, 0.542],
        value,
        backward,
        vjp,
        grad: Some(grad),
    };
    #[autograd::differentiable(recursive)]
    fn g1(x: f64, n: usize) -> f64 {
        if n == 0 {
            return if x.cos() < x {
                (x - x).tanh()
            } else {
                0.70 * (x / (1.73 * 1.73 + 0.8))
            };
        }
        let mut x1 = (x / (1.8 + x.sin()) / 2.0 / (x * x + 0.8)).atan();
        x1 /= (n as f64) * (n as f64) + 1.0;
        let deeper: f64 = g1(((x * x + 0.5).cbrt() - x1 / 1.8).tanh(), n - 1);
        0.5 * deeper + deeper.fract()
    }
    #[autograd::differentiable]
    fn g2(t0: (f64, f64)) -> f64 {
        let flag1 = matches!(3, 1..= 3);
        let x3 = (({
            let t2: f64 = 0.15;
            t2 * t2
        })
            .max(t0.1) + t0.0) / 2.0;
        let mut a5: Vec<f64> = vec![
            t0.1.copysign(x3), t0.1.ceil() / 2.0, (x3 - 1.78) / 2.0
        ];
        if 5 % 2 == 1 {
            if 0.35 > 0.50 && x3 < 0.65 {
                let x7 = ((({
                    let t6 = t0.1;
                    t6 * 1.80
                }) / 4.0)
                    .exp_m1()
                    - (t0.1.sin().cosh() - a5[a5.len() - 1] / (1.8 + f64::sin(0.33))))
                    .sin();
            } else {
                let x3 = (-a5[0].hypot(a5[0] * a5[0] + 0.6) + (0.37 - x3) / 2.0 / 2.8)
                    / 5.0;
            }
        } else {
            let x8 = f64::sin(
                ((0.70 * (-t0.1 / (a5[0 % a5.len()] * a5[0 % a5.len()] + 0.8)))
                    * (0.70 * (-t0.1 / (a5[0 % a5.len()] * a5[0 % a5.len()] + 0.8)))
                    + 0.4)
                    .powf(f64::sin(1.50)),
            );
        }
        (a5[4 % a5.len()] * a5[4 % a5.len()] + 0.5).ln() + t0.0 * t0.1 + a5[a5.len() - 2]
    }
    #[autograd::differentiable]
    fn f((u0, v0): (f64, f64), d1: &[f64]) -> f64 {
        let k1: usize = 0;
        let mut x2 = 0.73
            * (k1 as f64 / 2.0 / (v0 * v0 + 0.8) * u0.trunc() / 3.0
                / (1.09 * 1.09 + 0.8));
        let mut x2: f64 = if x2.mul_add(0.13, 0.46).tanh() < x2 {
            g2(((x2 * d1[1]).tanh(), (v0 * v0 + 0.6).log2().tanh()))
        } else {
            (d1[3 % d1.len()].tanh().tan() - x2).tanh()
        };
        if d1[1].atan2(u0 * u0 + 0.5) < v0 {
            let (mut p3, q4): (f64, f64) = (
                (u0 * k1 as f64).tanh() * (x2 * x2 + 0.5).log10(),
                -1.47 / (u0 * u0 + 0.8),
            );
            let a5: Vec<f64> = vec![(1.75 - k1 as f64).tanh(); k1.min(2) + 2];
        } else {
            let mut y6: f64 = if -d1[(k1 + 3) % d1.len()] > v0 {
                if (x2 + v0).sin() < x2 {
                    'l7: for i8 in (0..d1.len()).rev() {
                        if !(u0 < -0.18) {
                            continue 'l7;
                        }
                        let a9: [[f64; 3]; 3] = [
                            [
                                f64::tanh(k1 as f64).sinh(),
                                (0.99 + v0).sin(),
                                (x2 + 0.46).sin(),
                            ],
                            [
                                x2.tanh().exp() / 2.0,
                                (0.75 + d1[i8]) / 2.0,
                                0.67 * d1[i8],
                            ],
                            [
                                -u0,
                                f64::cos(d1[d1.len() - 1 - i8]),
                                (v0 * v0 + 1.2).log(2.5),
                            ],
                        ];
                        x2 = v0;
                    }
                    return 0.50 * f64::sin(v0 / 2.6).mul_add(d1[0], k1 as f64);
                }
                if k1.min(5) % 3 >= 0 { (0.30 * d1[2 % d1.len()]).atanh() } else { 0.58 }
            } else {
                for i10 in 1..d1.len() {
                    let mut n11: usize = 0;
                    loop {
                        if n11 == 1 {
                            break;
                        }
                        n11 += 1;
                        x2 *= f64::tanh(u0);
                    }
                }
                -u0.rem_euclid(1.3)
            };
        }
        u0 + u0 + d1[0]
    }
    fn value(x: &[f64]) -> Vec<f64> {
        let p0 = (x[0], x[1]);
        let p1 = x[2..6].to_vec();
        let y = f(p0, &p1);
        [flat(&y)].concat()
    }
    fn backward(x: &[f64], w: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let p0 = (x[0], x[1]);
        let p1 = x[2..6].to_vec();
        let mut d1 = vec![0.0; 4];
        let (y, g0) = f_backward(p0, &p1, &mut d1, w[0]);
        ([flat(&y)].concat(), [flat(&g0), flat(&d1)].concat())
    }
    fn vjp(x: &[f64], w: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let p0 = (x[0], x[1]);
        let p1 = x[2..6].to_vec();
        let mut d1 = vec![0.0; 4];
        let (y, pullback) = f_vjp(p0, &p1);
        let outputs = [flat(&y)].concat();
        let g0 = pullback(&p1, &mut d1, w[0]);
        (outputs, [flat(&g0), flat(&d1)].concat())
    }
    fn grad(x: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let p0 = (x[0], x[1]);
        let p1 = x[2..6].to_vec();
        let (g0, d1) = f_grad(p0, &p1);
        let alone = [flat(&g0), flat(&d1)].concat();
        let (y, (g0, d1)) = f_value_and_grad(p0, &p1);
        assert_eq!(alone, [flat(& g0), flat(& d1)].concat());
        (flat(&y), [flat(&g0), flat(&d1)].concat())
    }
}

mod seed_1000406 {
    use super::{flat, Case};
    pub(crate) const CASE: Case = Case {
        name: "seed_1000406",
        point: &[1.458, 1.24, 0.318, -0.374, 0.752, -1.189, 0.953, 0.54],
        value,
        backward,
        vjp,
        grad: Some(grad),
    };
    #[autograd::differentiable]
    fn g1(d0: &[f64], z1: &mut f64) {
        if matches!(2, ..2) {
            {
                let row1 = &d0[..2];
                let mut a2: [f64; 4] = [0.0; 4];
                a2[0] -= -1.67;
            }
            let mut x3 = (0.33
                * (d0[0 % d0.len()].rem_euclid(1.3) + (d0[5 % d0.len()] + 1.74)))
                .exp2()
                .sin();
            {
                let row4 = &d0[..2];
                let mut a5: Vec<f64> = vec![
                    (x3 * x3 + 0.4).powf(x3.sin()).sin(), 0.33 * (x3 * row4[(x3.abs() *
                    3.0) as usize % 2])
                ];
                x3 += (a5[a5.len() - 2] * a5[a5.len() - 2] + 0.4).sqrt() / 2.0;
            }
        } else {
            *z1 /= (*z1) * (*z1) + 1.0;
        }
    }
    #[autograd::differentiable]
    fn f(mut z0: f64, d1: &[f64], c2: &[f64; 3], mut z3: f64) -> f64 {
        g1(c2, &mut z3);
        for i1 in 0..3 {
            if let 1..=2 = i1 + 1 {
                let mut x2 = (z0 * f64::log10(0.53 * 0.53 + 0.5)
                    - (c2[i1] % 1.7).copysign(d1[i1 % d1.len()]))
                    .tanh();
            } else {
                if (if z3 < d1[0] { c2[i1] } else { c2[0] }) <= i1 as f64 {
                    if (1.99 + c2[i1]).sin() < z3 {
                        let mut x3 = f64::tanh(
                            0.50
                                * (c2[i1] * d1[(i1 + 5) % d1.len()]
                                    + (if !(c2[i1] > 0.05) { z0 } else { c2[i1] }))
                                * z0.max(d1[(i1 + 5) % d1.len()]),
                        );
                    } else {
                        z3 = ((if z0 < -0.69 || c2[i1] < -0.20 { c2[i1] } else { z3 })
                            / 2.9 / 2.0)
                            .round_ties_even() / 2.0;
                    }
                    for i4 in 0..4 {
                        z3
                            -= 0.42
                                * ((z3 / (1.68 * 1.68 + 0.8)).tanh()
                                    / (d1[5 % d1.len()] * d1[5 % d1.len()] + 0.8));
                    }
                }
            }
        }
        z0.clamp(-1.25, 1.5) + z0 + d1[0] - c2[2] + z3
    }
    fn value(x: &[f64]) -> Vec<f64> {
        let p0 = x[0];
        let p1 = x[1..4].to_vec();
        let p2 = [x[4], x[5], x[6]];
        let p3 = x[7];
        let y = f(p0, &p1, &p2, p3);
        [flat(&y)].concat()
    }
    fn backward(x: &[f64], w: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let p0 = x[0];
        let p1 = x[1..4].to_vec();
        let p2 = [x[4], x[5], x[6]];
        let p3 = x[7];
        let mut d1 = vec![0.0; 3];
        let mut d2 = [0.0; 3];
        let (y, (g0, g3)) = f_backward(p0, &p1, &mut d1, &p2, &mut d2, p3, w[0]);
        ([flat(&y)].concat(), [flat(&g0), flat(&d1), flat(&d2), flat(&g3)].concat())
    }
    fn vjp(x: &[f64], w: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let p0 = x[0];
        let p1 = x[1..4].to_vec();
        let p2 = [x[4], x[5], x[6]];
        let p3 = x[7];
        let mut d1 = vec![0.0; 3];
        let mut d2 = [0.0; 3];
        let (y, pullback) = f_vjp(p0, &p1, &p2, p3);
        let outputs = [flat(&y)].concat();
        let (g0, g3) = pullback(&p1, &mut d1, &p2, &mut d2, w[0]);
        (outputs, [flat(&g0), flat(&d1), flat(&d2), flat(&g3)].concat())
    }
    fn grad(x: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let p0 = x[0];
        let p1 = x[1..4].to_vec();
        let p2 = [x[4], x[5], x[6]];
        let p3 = x[7];
        let (g0, d1, d2, g3) = f_grad(p0, &p1, &p2, p3);
        let alone = [flat(&g0), flat(&d1), flat(&d2), flat(&g3)].concat();
        let (y, (g0, d1, d2, g3)) = f_value_and_grad(p0, &p1, &p2, p3);
        assert_eq!(alone, [flat(& g0), flat(& d1), flat(& d2), flat(& g3)].concat());
        (flat(&y), [flat(&g0), flat(&d1), flat(&d2), flat(&g3)].concat())
    }
}

mod seed_1000407 {
    use super::{flat, Case};
    pub(crate) const CASE: Case = Case {
        name: "seed_1000407",
        point: &[1.431, -0.362, -0.599, -0.506, 1.318, -1.297],
        value,
        backward,
        vjp,
        grad: Some(grad),
    };
    #[autograd::differentiable]
    fn g1(n0: usize, z: f64) -> [f64; 3] {
        let x1 = (z * z + 1.3).acosh();
        assert!(x1 < 1.0e6);
        let x2 = (z * z + 0.5).ln().atan();
        let mut x3 = 0.85 * f64::exp_m1(0.49) / (1.8 + x2.sin()) / 2.0;
        x3 *= ((0.30 * x3).acos() + z).sin();
        [
            (x3 / (1.8 + x1.sin())).tanh() + z - x3,
            x2.floor().sin() + z + x1 + x2,
            ({
                let t4 = z;
                t4 * x2
            })
                .tanh() + z - x2 + x3,
        ]
    }
    #[autograd::differentiable]
    fn f(m0: [[f64; 3]; 2]) -> f64 {
        let (mut p1, q2): (f64, f64) = (
            -(-m0[1][0]),
            m0[1][0].floor().sin() / (m0[0][1] * m0[0][1] + 0.8),
        );
        let mut n3: usize = 0;
        while n3 < 4 && 3 % 3 >= 2 {
            n3 += 1;
            match n3 % 5 {
                k if k % 2 == 1 => {
                    let mut a6: Vec<f64> = vec![
                        (p1 / 2.0).powi(((n3 * 2 + 1) % 4) as i32) / 3.0, (p1 + 0.94)
                        .tanh(), q2.clamp(- 1.25, 1.5)
                    ];
                }
                _ => {
                    p1 *= q2.sin();
                    if m0[0][1] > 0.43 {
                        continue;
                    }
                }
            }
        }
        (n3 as f64).tanh().tan() - p1
    }
    fn value(x: &[f64]) -> Vec<f64> {
        let p0 = [[x[0], x[1], x[2]], [x[3], x[4], x[5]]];
        let y = f(p0);
        [flat(&y)].concat()
    }
    fn backward(x: &[f64], w: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let p0 = [[x[0], x[1], x[2]], [x[3], x[4], x[5]]];
        let (y, g0) = f_backward(p0, w[0]);
        ([flat(&y)].concat(), [flat(&g0)].concat())
    }
    fn vjp(x: &[f64], w: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let p0 = [[x[0], x[1], x[2]], [x[3], x[4], x[5]]];
        let (y, pullback) = f_vjp(p0);
        let outputs = [flat(&y)].concat();
        let g0 = pullback(w[0]);
        (outputs, [flat(&g0)].concat())
    }
    fn grad(x: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let p0 = [[x[0], x[1], x[2]], [x[3], x[4], x[5]]];
        let g0 = f_grad(p0);
        let alone = [flat(&g0)].concat();
        let (y, g0) = f_value_and_grad(p0);
        assert_eq!(alone, [flat(& g0)].concat());
        (flat(&y), [flat(&g0)].concat())
    }
}

mod seed_1000408 {
    use super::{flat, Case};
    pub(crate) const CASE: Case = Case {
        name: "seed_1000408",
        point: &[-1.263, -0.911, -0.618],
        value,
        backward,
        vjp,
        grad: Some(grad),
    };
    #[autograd::differentiable]
    fn f(n0: usize, mut v1: Vec<f64>) -> f64 {
        let x1 = ((match n0.min(4) {
            0 => (v1[0] + n0 as f64) / 2.0,
            _ => 0.66 * (v1[1] / 2.0).exp(),
        }) + v1[0 % v1.len()])
            .tanh();
        if (0.58 - v1[0]).tanh() < x1 {
            return v1[v1.len() - 1].clamp(-1.25, 1.5).powi(3) / 2.0;
        }
        let mut x2: f64 = ((n0 as f64) * (n0 as f64) + 0.6).log2().sin().tan();
        for i3 in (1..6).step_by(2).rev() {
            if (n0 + 2) % 2 >= 2 {
                return f64::tanh(v1[1] / 1.3);
            }
            if x2 < 0.79 || x1 > 0.62 {
                for i4 in 0..3 {
                    let mut n5: usize = 0;
                    loop {
                        if n5 == 2 {
                            break;
                        }
                        n5 += 1;
                        let k6: usize = (i3 * 4 + 1) % 4;
                        let mut x1 = (x2 - (x2 * x2 + 0.5).ln().copysign(v1[1])) / 2.0;
                    }
                }
            } else if (x2 * x2 + 0.5).cbrt() > v1[((i3 * 5 + 3) % 8) % v1.len()] {
                x2 -= 0.20 * x2;
            }
        }
        x1 - v1[((n0 * 4 + 3) % 8) % v1.len()] + x1
    }
    fn value(x: &[f64]) -> Vec<f64> {
        let p0 = 0_usize;
        let p1 = x[0..3].to_vec();
        let y = f(p0, p1.clone());
        [flat(&y)].concat()
    }
    fn backward(x: &[f64], w: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let p0 = 0_usize;
        let p1 = x[0..3].to_vec();
        let (y, g1) = f_backward(p0, p1.clone(), w[0]);
        ([flat(&y)].concat(), [flat(&g1)].concat())
    }
    fn vjp(x: &[f64], w: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let p0 = 0_usize;
        let p1 = x[0..3].to_vec();
        let (y, pullback) = f_vjp(p0, p1.clone());
        let outputs = [flat(&y)].concat();
        let g1 = pullback(w[0]);
        (outputs, [flat(&g1)].concat())
    }
    fn grad(x: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let p0 = 0_usize;
        let p1 = x[0..3].to_vec();
        let g1 = f_grad(p0, p1.clone());
        let alone = [flat(&g1)].concat();
        let (y, g1) = f_value_and_grad(p0, p1.clone());
        assert_eq!(alone, [flat(& g1)].concat());
        (flat(&y), [flat(&g1)].concat())
    }
}

mod seed_1000409 {
    use super::{flat, Case};
    pub(crate) const CASE: Case = Case {
        name: "seed_1000409",
        point: &[
            -0.707,
            1.057,
            -0.523,
            -0.573,
            -0.426,
            0.253,
            -0.525,
            0.868,
            0.255,
            1.391,
            -1.291,
        ],
        value,
        backward,
        vjp,
        grad: None,
    };
    #[autograd::differentiable]
    fn f(d0: &[f64], mut c1: [f64; 2], d2: &mut [f64]) -> (f64, f64) {
        let mut x1 = d0[1 % d0.len()];
        let mut n2: usize = 0;
        loop {
            if n2 == 2 {
                break;
            }
            n2 += 1;
            let k3: usize = 1;
        }
        let y4: f64 = if matches!((n2 % 6), 0 | 2) {
            let mut n5: usize = 0;
            loop {
                if n5 == 2 {
                    break;
                }
                n5 += 1;
                x1 -= 0.20 * d2[(n5 + 5) % d2.len()];
            }
            -f64::asin(0.30 * d0[(n5 + 5) % d0.len()])
        } else {
            x1 /= x1 * x1 + 1.0;
            0.75 * (d0[((n2 * 4 + 1) % 8) % d0.len()] * n2 as f64).sin().ceil()
        };
        (
            0.11 * x1.powi(3) + d0[1] - d2[1] - y4,
            c1[1].clamp(-1.25, 1.5) + d0[((n2 * 4 + 1) % 8) % d0.len()] - c1[n2 % 2] + x1,
        )
    }
    fn value(x: &[f64]) -> Vec<f64> {
        let p0 = x[0..4].to_vec();
        let p1 = [x[4], x[5]];
        let mut p2 = x[6..11].to_vec();
        let y = f(&p0, p1, &mut p2);
        [flat(&y), flat(&p2)].concat()
    }
    fn backward(x: &[f64], w: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let p0 = x[0..4].to_vec();
        let p1 = [x[4], x[5]];
        let mut p2 = x[6..11].to_vec();
        let mut d0 = vec![0.0; 4];
        let mut d2 = w[2..7].to_vec();
        let (y, g1) = f_backward(&p0, &mut d0, p1, &mut p2, &mut d2, (w[0], w[1]));
        ([flat(&y), flat(&p2)].concat(), [flat(&d0), flat(&g1), flat(&d2)].concat())
    }
    fn vjp(x: &[f64], w: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let p0 = x[0..4].to_vec();
        let p1 = [x[4], x[5]];
        let mut p2 = x[6..11].to_vec();
        let mut d0 = vec![0.0; 4];
        let mut d2 = w[2..7].to_vec();
        let (y, pullback) = f_vjp(&p0, p1, &mut p2);
        let outputs = [flat(&y), flat(&p2)].concat();
        let g1 = pullback(&p0, &mut d0, &mut p2, &mut d2, (w[0], w[1]));
        assert_eq!(flat(& p2), x[6..11]);
        (outputs, [flat(&d0), flat(&g1), flat(&d2)].concat())
    }
}

mod seed_1000410 {
    use super::{flat, Case};
    pub(crate) const CASE: Case = Case {
        name: "seed_1000410",
        point: &[
            1.137,
            0.934,
            0.814,
            0.638,
            1.281,
            -0.829,
            1.206,
            -1.273,
            -0.589,
            0.835,
            0.783,
        ],
        value,
        backward,
        vjp,
        grad: None,
    };
    #[autograd::differentiable]
    fn g1(c0: &[f64; 2], d1: &mut [f64]) -> f64 {
        let mut x1 = (match 3 {
            k if k > 2 => f64::atan(1.17),
            _ => d1[7 % d1.len()] * 0.42,
        })
            * (((d1[2 % d1.len()] * d1[2 % d1.len()] + 0.5).cbrt() - (d1[0] + d1[0]))
                / 2.0) / 3.0;
        x1 /= x1 * x1 + 1.0;
        if 0.50 * (d1[0] - d1[1]) > x1 {
            let mut n2: usize = 0;
            while n2 < 3 && c0[0] / (1.8 + f64::sin(1.27)) / 2.0 <= d1[7 % d1.len()] {
                n2 += 1;
                let mut x3 = f64::sqrt(x1 * x1 + 0.4) / 2.0;
            }
        } else {
            x1 = (x1 + (c0[0].sin() - (c0[0] * c0[0] + 0.4).powf(x1 / 3.0))) / 5.0;
        }
        1.20 + d1[1] + x1
    }
    #[autograd::differentiable]
    fn g2(n0: usize, d1: &mut [f64]) -> f64 {
        let r1: f64 = g1(&[(n0 as f64 * n0 as f64).sin(), -(n0 as f64)], d1);
        for i2 in 0..d1.len() {
            let mut n4: usize = 0;
            'l3: while n4 < 1 {
                n4 += 1;
                if 0.61 < -0.51 || r1 > -0.41 {
                    let mut x5 = ((n0 as f64).rem_euclid(1.3).atan2(d1[n4 % d1.len()])
                        + (d1[(i2 + 1) % d1.len()] + r1).sin().clamp(-1.25, 1.5)) / 2.0;
                }
            }
        }
        -(n0 as f64) - d1[6 % d1.len()]
    }
    #[autograd::differentiable]
    fn f(c0: &mut [f64; 2], mut z1: f64, c2: [f64; 2], m3: [[f64; 3]; 2]) -> f64 {
        let mut w1: f64 = (c0[(z1.abs() * 3.0) as usize % 2]
            * c0[(z1.abs() * 3.0) as usize % 2] + 1.2)
            .log(2.5) / 3.0;
        while w1 < 1.3 {
            w1 += 0.4 + 0.1 * 1.71 * 1.71;
            let mut x2 = (-(-(z1 * m3[(m3[1][2].abs() * 3.0) as usize % 2][0]))).sin();
            let (mut p3, q4): (f64, f64) = (z1.clamp(-1.25, 1.5), c2[0].signum());
            for i5 in (1..6).step_by(2).rev() {
                x2 = 0.82 * -(0.46 / (z1 * z1 + 0.8) + c2[0]);
                {
                    let row6 = &c0[..2];
                    let mut a7: Vec<f64> = vec![
                        0.30 * (p3 * p3 + 0.4).powf(x2.sin()), (c2[1] - q4) / 2.0
                    ];
                    z1 -= 0.35 * -(x2 % 1.7);
                }
            }
        }
        (z1 + w1) / 2.0 - c0[1] - z1 - c2[1] + w1
    }
    fn value(x: &[f64]) -> Vec<f64> {
        let mut p0 = [x[0], x[1]];
        let p1 = x[2];
        let p2 = [x[3], x[4]];
        let p3 = [[x[5], x[6], x[7]], [x[8], x[9], x[10]]];
        let y = f(&mut p0, p1, p2, p3);
        [flat(&y), flat(&p0)].concat()
    }
    fn backward(x: &[f64], w: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let mut p0 = [x[0], x[1]];
        let p1 = x[2];
        let p2 = [x[3], x[4]];
        let p3 = [[x[5], x[6], x[7]], [x[8], x[9], x[10]]];
        let mut d0 = [w[1], w[2]];
        let (y, (g1, g2, g3)) = f_backward(&mut p0, &mut d0, p1, p2, p3, w[0]);
        (
            [flat(&y), flat(&p0)].concat(),
            [flat(&d0), flat(&g1), flat(&g2), flat(&g3)].concat(),
        )
    }
    fn vjp(x: &[f64], w: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let mut p0 = [x[0], x[1]];
        let p1 = x[2];
        let p2 = [x[3], x[4]];
        let p3 = [[x[5], x[6], x[7]], [x[8], x[9], x[10]]];
        let mut d0 = [w[1], w[2]];
        let (y, pullback) = f_vjp(&mut p0, p1, p2, p3);
        let outputs = [flat(&y), flat(&p0)].concat();
        let (g1, g2, g3) = pullback(&mut p0, &mut d0, w[0]);
        assert_eq!(flat(& p0), x[0..2]);
        (outputs, [flat(&d0), flat(&g1), flat(&g2), flat(&g3)].concat())
    }
}

mod seed_1000411 {
    use super::{flat, Case};
    pub(crate) const CASE: Case = Case {
        name: "seed_1000411",
        point: &[-0.6, -1.337, 0.344, 1.191, 0.812, -1.138, 0.273],
        value,
        backward,
        vjp,
        grad: None,
    };
    #[autograd::differentiable]
    fn f(d0: &mut [f64], z1: f64, d2: &[f64], n3: usize) -> f64 {
        for i1 in 1..d2.len() {
            {
                let row2 = &d2[..2];
                d0[1] = d2[(i1 + 1) % d2.len()];
                if 4 % 2 >= 0 {
                    break;
                }
            }
            let x3 = (if (i1 % 6) % 2 != 0 { z1 } else { z1 })
                .cos()
                .atan2(z1 * z1 + 0.5);
            let x4 = 0.70 * (z1 / (x3 * x3 + 0.8)) / ((i1 as f64) * (i1 as f64) + 0.8)
                / 2.0;
        }
        let mut k5: usize = 4;
        'l6: for i7 in (1..6).step_by(2).rev() {
            let x8 = (n3 as f64).mul_add(z1, i7 as f64).sin();
            for i9 in 0..4 {
                if !(1.30 < 0.99) {
                    return (x8.clamp(-1.25, 1.5) * d0[1].tanh().sinh()).tanh();
                }
            }
            let mut z1 = (k5 as f64
                + ((if f64::min(z1, z1) >= d0[n3.min(7) % d0.len()] {
                    n3 as f64
                } else {
                    0.75 * k5 as f64
                }) - (0.40 * d2[0]).tan())) / 4.0;
            let mut x11 = {
                let t10 = (f64::rem_euclid(0.13, 1.3) - (x8 - n3 as f64)).tanh();
                t10 * (z1 - d2[4 % d2.len()]).cos()
            };
        }
        let mut x12 = ((k5 as f64 * d2[0]).sin().powi(((k5 * 5 + 3) % 4) as i32)
            - (k5 as f64).sin())
            .sin();
        let mut n13: usize = 0;
        let v16: f64 = loop {
            if n13 == 3 {
                break -(n3 as f64);
            }
            n13 += 1;
            let x15 = ({
                let t14 = (0.50 * d0[0]).cosh();
                t14 * z1
            }) / 3.0 / (d2[0] * d2[0] + 0.8) / 2.0;
            d0[d0.len() - 2] /= x15 * x15 + 1.0;
        };
        (d0[1] + k5 as f64) / 3.0 - z1 - d2[0] + x12
    }
    fn value(x: &[f64]) -> Vec<f64> {
        let mut p0 = x[0..4].to_vec();
        let p1 = x[4];
        let p2 = x[5..7].to_vec();
        let p3 = 2_usize;
        let y = f(&mut p0, p1, &p2, p3);
        [flat(&y), flat(&p0)].concat()
    }
    fn backward(x: &[f64], w: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let mut p0 = x[0..4].to_vec();
        let p1 = x[4];
        let p2 = x[5..7].to_vec();
        let p3 = 2_usize;
        let mut d0 = w[1..5].to_vec();
        let mut d2 = vec![0.0; 2];
        let (y, g1) = f_backward(&mut p0, &mut d0, p1, &p2, &mut d2, p3, w[0]);
        ([flat(&y), flat(&p0)].concat(), [flat(&d0), flat(&g1), flat(&d2)].concat())
    }
    fn vjp(x: &[f64], w: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let mut p0 = x[0..4].to_vec();
        let p1 = x[4];
        let p2 = x[5..7].to_vec();
        let p3 = 2_usize;
        let mut d0 = w[1..5].to_vec();
        let mut d2 = vec![0.0; 2];
        let (y, pullback) = f_vjp(&mut p0, p1, &p2, p3);
        let outputs = [flat(&y), flat(&p0)].concat();
        let g1 = pullback(&mut p0, &mut d0, &p2, &mut d2, w[0]);
        assert_eq!(flat(& p0), x[0..4]);
        (outputs, [flat(&d0), flat(&g1), flat(&d2)].concat())
    }
}

mod seed_1000412 {
    use super::{flat, Case};
    pub(crate) const CASE: Case = Case {
        name: "seed_1000412",
        point: &[0.733],
        value,
        backward,
        vjp,
        grad: Some(grad),
    };
    #[autograd::differentiable]
    fn f(mut z0: f64) -> f64 {
        let mut a1: [[f64; 3]; 3] = [[0.0; 3]; 3];
        let x3 = ({
            let t2 = z0;
            t2 * ((a1[0][1] * a1[0][1] + 0.7).recip() / 2.4)
        }) / 3.0;
        let mut n5: usize = 0;
        'l4: while n5 < 4 {
            n5 += 1;
            for i6 in (0..5).step_by(3) {
                if z0 < -0.88 && z0 < -0.83 {
                    continue 'l4;
                }
                match (n5 % 3, n5 % 3) {
                    (_, k) if k > 0 => {
                        z0 *= (a1[i6.min(2)][2] * (x3 / (1.8 + z0.sin()))).tanh();
                    }
                    _ => {
                        z0 /= x3 * x3 + 1.0;
                    }
                }
            }
        }
        1.91 / (1.8 + x3.sin()) - z0 + a1[2][2] + x3
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

mod seed_1000413 {
    use super::{flat, Case};
    pub(crate) const CASE: Case = Case {
        name: "seed_1000413",
        point: &[-1.135, 0.933, 0.936, 1.115],
        value,
        backward,
        vjp,
        grad: None,
    };
    #[autograd::differentiable]
    fn f(mut z0: f64, z1: &mut f64, c2: [f64; 2]) -> (f64, f64) {
        let mut a1: Vec<f64> = vec![0.33 * (z0 * c2[1]); 2 + 2];
        match 2 {
            k if k % 2 == 1 => {
                let mut n3: usize = 0;
                while n3 < 4 && 0 % 2 != 1 {
                    n3 += 1;
                    for i4 in (0..=4).rev().step_by(2) {
                        let y5: f64 = if (z0 * z0 + 1.3).acosh()
                            > a1[(n3 % 8) % a1.len()]
                        {
                            1.91
                        } else {
                            (-(a1[(i4 % 8) % a1.len()] + c2[1])).sin()
                        };
                    }
                    let x6 = ((c2[1] + z0 + -a1[1]) / 3.0).hypot(z0 * z0 + 0.6) / 4.0;
                    if 1.71 * 0.54 >= c2[1] {
                        let (s7, c8) = ((*z1 - x6 - 1.92) / 3.0).sin_cos();
                        break;
                    }
                }
            }
            _ => {
                match 4 {
                    1 | 3 => {
                        z0 = (0.30 * *z1).asin().sinh();
                    }
                    k if k % 2 == 1 => {
                        z0 = (*z1 - -z0.tanh().exp_m1()) / 3.0;
                    }
                    _ => {
                        *z1 = (*z1 * *z1).sin().powi(3) / (1.8 + c2[0].sin());
                    }
                }
            }
        }
        (a1[0].round() / 2.0 - c2[0], (*z1).copysign(a1[0]) - *z1 + c2[0])
    }
    fn value(x: &[f64]) -> Vec<f64> {
        let p0 = x[0];
        let mut p1 = x[1];
        let p2 = [x[2], x[3]];
        let y = f(p0, &mut p1, p2);
        [flat(&y), flat(&p1)].concat()
    }
    fn backward(x: &[f64], w: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let p0 = x[0];
        let mut p1 = x[1];
        let p2 = [x[2], x[3]];
        let mut d1 = w[2];
        let (y, (g0, g2)) = f_backward(p0, &mut p1, &mut d1, p2, (w[0], w[1]));
        ([flat(&y), flat(&p1)].concat(), [flat(&g0), flat(&d1), flat(&g2)].concat())
    }
    fn vjp(x: &[f64], w: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let p0 = x[0];
        let mut p1 = x[1];
        let p2 = [x[2], x[3]];
        let mut d1 = w[2];
        let (y, pullback) = f_vjp(p0, &mut p1, p2);
        let outputs = [flat(&y), flat(&p1)].concat();
        let (g0, g2) = pullback(&mut p1, &mut d1, (w[0], w[1]));
        assert_eq!(flat(& p1), x[1..2]);
        (outputs, [flat(&g0), flat(&d1), flat(&g2)].concat())
    }
}

mod seed_1000414 {
    use super::{flat, Case};
    pub(crate) const CASE: Case = Case {
        name: "seed_1000414",
        point: &[0.443, -1.272, 0.221, 1.22, -0.596, -1.511],
        value,
        backward,
        vjp,
        grad: None,
    };
    #[autograd::differentiable]
    fn f(n0: usize, d1: &mut [f64], d2: &[f64], z3: &f64) {
        let t1: (f64, f64) = (-(0.30 * *z3).atanh(), (*z3 - *z3 + d1[1]).tanh());
        d1[7 % d1.len()] /= d1[n0 % d1.len()] * d1[n0 % d1.len()] + 1.0;
        let m2: f64 = match n0 + 1 {
            1 | 3 => {
                for i3 in 1..d2.len() {
                    if d2[i3] < -0.79 || (n0 as f64) > 0.49 {
                        break;
                    }
                }
                let x4 = *z3 % 1.7;
                -t1.0
            }
            k if k % 2 == 1 => -f64::copysign(0.39, t1.1),
            _ => (-(d2[1] * *z3)).tanh(),
        };
        let m5: f64 = match n0 % 5 {
            1 | 3 => {
                for i6 in 0..d2.len() {
                    'l7: for i8 in (0..d1.len()).rev() {
                        let mut x9 = (m2 * m2 + 0.1).ln_1p();
                        let y10: f64 = if (x9 + x9).tanh() > i6 as f64 {
                            (i6 as f64 * *z3).sin().clamp(-1.25, 1.5)
                        } else {
                            let mut x11: f64 = 1.31;
                            m2
                        };
                    }
                }
                0.66 * (((n0 as f64) * (n0 as f64) + 0.7).recip() * m2)
            }
            _ => {
                let x12 = (m2 / 3.0).sin();
                x12.rem_euclid(1.3).sinh()
            }
        };
    }
    fn value(x: &[f64]) -> Vec<f64> {
        let p0 = 1_usize;
        let mut p1 = x[0..3].to_vec();
        let p2 = x[3..5].to_vec();
        let p3 = x[5];
        f(p0, &mut p1, &p2, &p3);
        [flat(&p1)].concat()
    }
    fn backward(x: &[f64], w: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let p0 = 1_usize;
        let mut p1 = x[0..3].to_vec();
        let p2 = x[3..5].to_vec();
        let p3 = x[5];
        let mut d1 = w[0..3].to_vec();
        let mut d2 = vec![0.0; 2];
        let mut d3 = 0.0;
        let () = f_backward(p0, &mut p1, &mut d1, &p2, &mut d2, &p3, &mut d3);
        ([flat(&p1)].concat(), [flat(&d1), flat(&d2), flat(&d3)].concat())
    }
    fn vjp(x: &[f64], w: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let p0 = 1_usize;
        let mut p1 = x[0..3].to_vec();
        let p2 = x[3..5].to_vec();
        let p3 = x[5];
        let mut d1 = w[0..3].to_vec();
        let mut d2 = vec![0.0; 2];
        let mut d3 = 0.0;
        let pullback = f_vjp(p0, &mut p1, &p2, &p3);
        let outputs = [flat(&p1)].concat();
        let () = pullback(&mut p1, &mut d1, &p2, &mut d2, &p3, &mut d3);
        assert_eq!(flat(& p1), x[0..3]);
        (outputs, [flat(&d1), flat(&d2), flat(&d3)].concat())
    }
}

mod seed_1000415 {
    use super::{flat, Case};
    pub(crate) const CASE: Case = Case {
        name: "seed_1000415",
        point: &[1.472, 1.334, 0.867, 0.239, 0.344],
        value,
        backward,
        vjp,
        grad: None,
    };
    #[autograd::differentiable]
    fn f(c0: [f64; 3], d1: &[f64]) -> [f64; 2] {
        let y1: f64 = if 0.73 * (1.09 + c0[1]) < c0[1] {
            f64::sin(c0[2] / (c0[0] * c0[0] + 0.8) + f64::atan2(0.56, c0[0]))
        } else {
            let mut k2: usize = 2;
            d1[0].rem_euclid(1.3) * (c0[k2] - d1[1]) / 3.0
        };
        let a3: [[f64; 2]; 3] = [[0.0; 2]; 3];
        'l4: for i5 in (0..d1.len()).rev() {
            let flag6 = ((i5 * 2 + 3) % 6) % 2 != 2;
            let mut a7: [f64; 3] = [
                0.70 * (0.60 * i5 as f64 / (y1 * y1 + 0.8)),
                0.50 * (a3[0][i5 % 2] + y1),
                (i5 as f64).tanh(),
            ];
        }
        let a8: Vec<f64> = vec![
            (y1 - y1).tanh(), if f64::powi(y1.tanh(), 2 as i32).sin() >= d1[1 % d1.len()]
            { y1 } else { a3[2] [0] }
        ];
        match 1 {
            0 => {
                let mut x11 = {
                    let t10 = 0.22
                        * (a3[(d1[5 % d1.len()].abs() * 3.0) as usize % 3][0]
                            * a8[2 % a8.len()] - y1 / 2.9);
                    t10 * (a3[2][0] - a3[1][1] + -y1).tanh()
                };
            }
            _ => {
                let x12 = (d1[6 % d1.len()] + c0[2].round_ties_even()).tanh();
            }
        }
        [
            (a8[0] * c0[1]).sin() + c0[1] + y1 + a8[0 % a8.len()],
            c0[2].cos() - y1 - a3[2][1],
        ]
    }
    fn value(x: &[f64]) -> Vec<f64> {
        let p0 = [x[0], x[1], x[2]];
        let p1 = x[3..5].to_vec();
        let y = f(p0, &p1);
        [flat(&y)].concat()
    }
    fn backward(x: &[f64], w: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let p0 = [x[0], x[1], x[2]];
        let p1 = x[3..5].to_vec();
        let mut d1 = vec![0.0; 2];
        let (y, g0) = f_backward(p0, &p1, &mut d1, [w[0], w[1]]);
        ([flat(&y)].concat(), [flat(&g0), flat(&d1)].concat())
    }
    fn vjp(x: &[f64], w: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let p0 = [x[0], x[1], x[2]];
        let p1 = x[3..5].to_vec();
        let mut d1 = vec![0.0; 2];
        let (y, pullback) = f_vjp(p0, &p1);
        let outputs = [flat(&y)].concat();
        let g0 = pullback(&p1, &mut d1, [w[0], w[1]]);
        (outputs, [flat(&g0), flat(&d1)].concat())
    }
}

mod seed_1000416 {
    use super::{flat, Case};
    pub(crate) const CASE: Case = Case {
        name: "seed_1000416",
        point: &[0.229, 0.604, 1.394, 0.928, 1.095],
        value,
        backward,
        vjp,
        grad: None,
    };
    #[autograd::differentiable]
    fn f(d0: &mut [f64], z1: f64) -> f64 {
        let x1 = (z1 - z1) / 2.0;
        let mut a2: Vec<f64> = d0.to_vec();
        let mut x4 = ({
            let t3 = d0[2 % d0.len()] % 1.7;
            t3 * 1.05
        })
            * (match 3 {
                k if k > 2 => d0[2 % d0.len()].sin().tan(),
                _ => 0.75 * d0[0 % d0.len()].round(),
            }) / 2.0;
        let mut n6: usize = 0;
        'l5: while n6 < 3 {
            n6 += 1;
            x4 -= 0.42 * ((1.03 - n6 as f64).tanh() / 2.5);
        }
        d0[(n6 % 8) % d0.len()] + a2[n6.min(7) % a2.len()] - x4
    }
    fn value(x: &[f64]) -> Vec<f64> {
        let mut p0 = x[0..4].to_vec();
        let p1 = x[4];
        let y = f(&mut p0, p1);
        [flat(&y), flat(&p0)].concat()
    }
    fn backward(x: &[f64], w: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let mut p0 = x[0..4].to_vec();
        let p1 = x[4];
        let mut d0 = w[1..5].to_vec();
        let (y, g1) = f_backward(&mut p0, &mut d0, p1, w[0]);
        ([flat(&y), flat(&p0)].concat(), [flat(&d0), flat(&g1)].concat())
    }
    fn vjp(x: &[f64], w: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let mut p0 = x[0..4].to_vec();
        let p1 = x[4];
        let mut d0 = w[1..5].to_vec();
        let (y, pullback) = f_vjp(&mut p0, p1);
        let outputs = [flat(&y), flat(&p0)].concat();
        let g1 = pullback(&mut p0, &mut d0, w[0]);
        assert_eq!(flat(& p0), x[0..4]);
        (outputs, [flat(&d0), flat(&g1)].concat())
    }
}

mod seed_1000417 {
    use super::{flat, Case};
    pub(crate) const CASE: Case = Case {
        name: "seed_1000417",
        point: &[-1.551, 0.519, 1.034, -0.355],
        value,
        backward,
        vjp,
        grad: None,
    };
    #[autograd::differentiable]
    fn g1(mut z0: f64, n1: usize, n2: usize, z3: &f64) -> f64 {
        let mut k1: usize = 2;
        let mut a2: Vec<f64> = vec![((k1 as f64) * (k1 as f64) + 0.7).recip(); 2 + 2];
        z0 = 0.5 * z0 + f64::trunc(0.46).tanh();
        let a3: [f64; 3] = [((*z3) * (*z3) + 0.7).recip(); 3];
        if 0.50 * (z0 + a2[n2.min(7) % a2.len()]) > 1.53 {
            z0 /= 0.94 * 0.94 + 1.0;
        }
        *z3 - z0 + a2[2 % a2.len()] - a3[n2.min(2)]
    }
    #[autograd::differentiable]
    fn f(c0: &[f64; 2], z1: f64, mut z2: f64) -> (f64, f64) {
        for i1 in (0..5).step_by(3) {
            let r2: f64 = g1(0.25 * (z1 * i1 as f64), i1 % 4, 1, &z1);
            let r3: f64 = g1((0.30 * r2).acos(), i1 % 4, (i1 * 4 + 2) % 4, &r2);
            let (mut p4, q5): (f64, f64) = (r2.atan(), c0[0]);
        }
        let flag6 = (c0[0] + z2).tanh() < z1;
        for i7 in 0..2 {
            if flag6 {
                let mut n9: usize = 0;
                let v10: f64 = 'l8: loop {
                    if n9 == 3 {
                        break (n9 as f64 * z2).sin();
                    }
                    n9 += 1;
                    if z1 >= i7 as f64 {
                        z2 += 0.60 * (-(i7 as f64 + i7 as f64)).tanh();
                        return (
                            ((n9 as f64).abs() - (z1 + c0[n9 % 2])) / 3.0,
                            (z1 / 2.0).exp() / 2.0,
                        );
                    }
                };
            } else {
                z2 *= (c0[i7.min(1)] * c0[i7.min(1)] + 1.2).log(2.5) / 3.0;
            }
        }
        (0.50 * (c0[0] - z1) + c0[0] - z1, (z1 - z1).tanh() + c0[0] - z1)
    }
    fn value(x: &[f64]) -> Vec<f64> {
        let p0 = [x[0], x[1]];
        let p1 = x[2];
        let p2 = x[3];
        let y = f(&p0, p1, p2);
        [flat(&y)].concat()
    }
    fn backward(x: &[f64], w: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let p0 = [x[0], x[1]];
        let p1 = x[2];
        let p2 = x[3];
        let mut d0 = [0.0; 2];
        let (y, (g1, g2)) = f_backward(&p0, &mut d0, p1, p2, (w[0], w[1]));
        ([flat(&y)].concat(), [flat(&d0), flat(&g1), flat(&g2)].concat())
    }
    fn vjp(x: &[f64], w: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let p0 = [x[0], x[1]];
        let p1 = x[2];
        let p2 = x[3];
        let mut d0 = [0.0; 2];
        let (y, pullback) = f_vjp(&p0, p1, p2);
        let outputs = [flat(&y)].concat();
        let (g1, g2) = pullback(&p0, &mut d0, (w[0], w[1]));
        (outputs, [flat(&d0), flat(&g1), flat(&g2)].concat())
    }
}

mod seed_1000418 {
    use super::{flat, Case};
    pub(crate) const CASE: Case = Case {
        name: "seed_1000418",
        point: &[-1.171, 0.587],
        value,
        backward,
        vjp,
        grad: None,
    };
    #[autograd::differentiable]
    fn f(z0: f64, z1: &mut f64) {
        *z1 = ((if *z1 < z0 { z0 } else { z0 }) / (1.8 + (*z1).sin())
            - (*z1 / ((*z1) * (*z1) + 0.8) / 2.0).trunc())
            .tanh();
        for i1 in 0..2 {
            for i2 in (0..5).step_by(3) {
                for i3 in 0..1 {
                    *z1 = (z0 - z0).tanh().exp2() / 2.0;
                }
                let a5: [f64; 4] = [
                    f64::powi(0.78, 2),
                    0.37 * z0.tanh().powi(((i2 * 2 + 3) % 4) as i32),
                    -z0,
                    0.50 * (z0 + *z1),
                ];
                if matches!(i2, ..2) {
                    *z1 -= 0.20 * (z0 * z0 + 1.3).acosh();
                } else if z0 <= z0 {
                    *z1 = 0.5 * *z1 + (*z1 / ((*z1) * (*z1) + 0.8)).tanh();
                } else {
                    *z1 = a5[i1.min(3)].clamp(-1.25, 1.5);
                }
            }
        }
    }
    fn value(x: &[f64]) -> Vec<f64> {
        let p0 = x[0];
        let mut p1 = x[1];
        f(p0, &mut p1);
        [flat(&p1)].concat()
    }
    fn backward(x: &[f64], w: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let p0 = x[0];
        let mut p1 = x[1];
        let mut d1 = w[0];
        let g0 = f_backward(p0, &mut p1, &mut d1);
        ([flat(&p1)].concat(), [flat(&g0), flat(&d1)].concat())
    }
    fn vjp(x: &[f64], w: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let p0 = x[0];
        let mut p1 = x[1];
        let mut d1 = w[0];
        let pullback = f_vjp(p0, &mut p1);
        let outputs = [flat(&p1)].concat();
        let g0 = pullback(&mut p1, &mut d1);
        assert_eq!(flat(& p1), x[1..2]);
        (outputs, [flat(&g0), flat(&d1)].concat())
    }
}

mod seed_1000419 {
    use super::{flat, Case};
    pub(crate) const CASE: Case = Case {
        name: "seed_1000419",
        point: &[0.8, 1.06, -1.495, -1.322, 1.373, -0.409],
        value,
        backward,
        vjp,
        grad: None,
    };
    #[autograd::differentiable]
    fn g1(d0: &mut [f64], mut z1: f64, c2: [f64; 3], d3: &mut [f64]) {
        let k1: usize = 0;
        let mut x2 = z1;
        'l3: for i4 in (0..d0.len()).rev() {
            let mut a5: [f64; 4] = [
                0.33 * (z1 * d3[k1 % d3.len()]),
                i4 as f64 / 2.0,
                z1,
                d3[((k1 * 2 + 3) % 8) % d3.len()].signum(),
            ];
        }
        let mut x6 = (0.37 * ((k1 as f64 - z1) / 3.0).round()).exp().tanh();
    }
    #[autograd::differentiable(recursive)]
    fn g2(x: f64, n: usize) -> f64 {
        if n == 0 {
            return x;
        }
        for i1 in (1..6).step_by(2).rev() {
            let mut x2 = (0.30 + (x * x + 1.2).log(2.5)).tanh();
            let a3: [f64; 4] = [0.0; 4];
        }
        let deeper: f64 = g2((x / 3.0).tan(), n - 1);
        0.5 * deeper + f64::sin(0.39 % 1.7)
    }
    #[autograd::differentiable]
    fn f(n0: usize, z1: &f64, d2: &[f64]) -> (f64, f64) {
        let mut k1: usize = n0.min(2);
        let mut x2 = (((k1 as f64 + n0 as f64) / 2.0) * ((k1 as f64 + n0 as f64) / 2.0)
            + 0.4)
            .powf((*z1).tanh())
            .sin() / (1.8 + (n0 as f64).sin());
        let mut w3: f64 = ((x2 * x2 + 0.6).log2()
            * (match n0.min(4) {
                k if k > 2 => d2[0],
                _ => 0.76,
            }))
            .tanh();
        while w3 < 1.3 {
            w3 += 0.4 + 0.1 * (*z1) * (*z1);
            for i4 in (0..d2.len()).rev() {
                x2 = 0.5 * x2
                    + 0.50
                        * (match 2 {
                            0 | 3 => *z1,
                            _ => x2,
                        });
                let mut a5: Vec<f64> = vec![(1.38 - * z1) / 2.0, w3.asinh() / 2.0];
            }
            let r6: f64 = g2(w3.atan2((*z1) * (*z1) + 0.5), 2);
        }
        let mut n7: usize = 0;
        loop {
            if n7 == 3 {
                break;
            }
            n7 += 1;
            let y8: f64 = if f64::tan(0.43) >= x2 {
                if (*z1 - n0 as f64) / 2.0 <= w3 {
                    if w3.powi(2) / 3.0 < x2 {
                        break;
                    }
                    continue;
                }
                (w3 * w3).tanh() / ((n0 as f64) * (n0 as f64) + 0.8)
            } else {
                -(k1 as f64) / 2.2
            };
        }
        let mut y9: f64 = if d2[(n7 % 8) % d2.len()] > w3 {
            for i10 in 0..3 {
                let x11 = (0.30 * (w3 * w3 + 0.4).sqrt()).tan();
                {
                    let row12 = &d2[..2];
                    let mut a13: Vec<f64> = vec![row12[n0.min(1)]; n7.min(2) + 2];
                    x2 = (w3 - n7 as f64 / ((k1 as f64) * (k1 as f64) + 0.8))
                        .sin()
                        .ceil() / 2.0;
                }
            }
            (f64::sin(n0 as f64) - *z1 * 1.87).tanh()
        } else {
            x2 -= (-d2[n0 % d2.len()]).round_ties_even().tanh();
            0.50 * ((w3 * w3 + 0.1).ln_1p() - *z1)
        };
        (
            (x2 / 4.0).acos() - d2[d2.len() - 2] - y9,
            *z1 - *z1 - d2[(n7 % 8) % d2.len()] - x2 - w3,
        )
    }
    fn value(x: &[f64]) -> Vec<f64> {
        let p0 = 0_usize;
        let p1 = x[0];
        let p2 = x[1..6].to_vec();
        let y = f(p0, &p1, &p2);
        [flat(&y)].concat()
    }
    fn backward(x: &[f64], w: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let p0 = 0_usize;
        let p1 = x[0];
        let p2 = x[1..6].to_vec();
        let mut d1 = 0.0;
        let mut d2 = vec![0.0; 5];
        let y = f_backward(p0, &p1, &mut d1, &p2, &mut d2, (w[0], w[1]));
        ([flat(&y)].concat(), [flat(&d1), flat(&d2)].concat())
    }
    fn vjp(x: &[f64], w: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let p0 = 0_usize;
        let p1 = x[0];
        let p2 = x[1..6].to_vec();
        let mut d1 = 0.0;
        let mut d2 = vec![0.0; 5];
        let (y, pullback) = f_vjp(p0, &p1, &p2);
        let outputs = [flat(&y)].concat();
        let () = pullback(&p1, &mut d1, &p2, &mut d2, (w[0], w[1]));
        (outputs, [flat(&d1), flat(&d2)].concat())
    }
}

mod seed_1000420 {
    use super::{flat, Case};
    pub(crate) const CASE: Case = Case {
        name: "seed_1000420",
        point: &[
            0.557,
            1.133,
            -0.689,
            -1.155,
            1.438,
            0.525,
            -0.411,
            -0.53,
            1.268,
            1.483,
            0.737,
        ],
        value,
        backward,
        vjp,
        grad: None,
    };
    #[autograd::differentiable]
    fn g1(n0: usize, z1: f64, c2: &[f64; 2], z3: f64) -> [f64; 3] {
        let mut n1: usize = 0;
        loop {
            if n1 == 1 {
                break;
            }
            n1 += 1;
            let mut x2 = (1.65 * 0.38 / (1.8 + c2[n1].sin())).atan();
            x2 /= 1.10 * 1.10 + 1.0;
            if !(z1 > 0.58) {
                if x2 >= x2 {
                    return [
                        (0.66 * (c2[n1] * x2) * (n1 as f64 + x2)).tanh(),
                        f64::sin(c2[n1].atan2(z3)) / 2.9,
                        0.41 * (z3 / 1.6 - z3),
                    ];
                }
            }
        }
        [
            (0.97 + z3) / 2.0 + z1 + z3,
            0.75 * c2[0].round() + z1 + z3,
            n1 as f64 / (c2[n1] * c2[n1] + 0.8) - c2[n1] - z3,
        ]
    }
    #[autograd::differentiable(recursive)]
    fn g2(x: f64, n: usize) -> f64 {
        if n == 0 {
            return if 0.33 * (x * x) > n as f64 { x } else { (x - x) / 2.0 };
        }
        let mut y1: f64 = if matches!(((n * 2 + 1) % 6), 1..= 3) {
            f64::round(x).tanh().exp_m1() / 2.0
        } else {
            for i2 in (0..5).step_by(3) {
                let (mut p3, q4): (f64, f64) = ((x * x + 1.3).acosh(), x);
            }
            0.75 * f64::sqrt(0.86 * 0.86 + 0.4)
        };
        let deeper: f64 = g2((0.63 - x - (x + y1)) / 4.0, n - 1);
        0.5 * deeper + 0.57 * y1.sin().tan()
    }
    #[autograd::differentiable]
    fn f(n0: usize, d1: &mut [f64], z2: f64, m3: [[f64; 3]; 2]) {
        let mut x2: f64 = 0.25
            * (n0 as f64
                - ({
                    let t1 = g2(d1[(n0 % 8) % d1.len()], (n0 * 2 + 3) % 4);
                    t1
                        * (match (n0 * 2 + 3) % 5 {
                            0 => m3[0][0],
                            _ => d1[1],
                        })
                }));
        x2 = ((0.50 * (x2 - d1[0])).sin().powi(n0 as i32)
            - (if (n0 as f64 * z2).tanh() < d1[0] {
                -x2
            } else {
                (m3[1][2] * z2).tanh()
            }))
            .tanh();
        {
            let row3 = &m3[1];
            d1[n0.min(7) % d1.len()] = (((n0 as f64) * (n0 as f64) + 1.3).acosh()
                * row3[0].tanh())
                .signum();
            let mut x4 = (-z2 / (1.8 + (n0 as f64).sin())
                - ((n0 as f64 - n0 as f64) / 2.0).rem_euclid(1.3))
                .sin();
            let mut n5: usize = 0;
            while n5 < 2 {
                n5 += 1;
                'l6: for i7 in (0..d1.len()).rev() {
                    let mut x8 = (x4 * x4 + 0.5)
                        .ln()
                        .tanh()
                        .sinh()
                        .round_ties_even()
                        .sin();
                    d1[d1.len() - 1 - i7]
                        *= (0.33
                            * ({
                                let t9 = m3[1][n5].copysign(d1[i7]);
                                t9
                                    * (m3[(x4.abs() * 3.0) as usize % 2][2]
                                        * m3[(x4.abs() * 3.0) as usize % 2][2] + 0.5)
                                        .cbrt()
                            }))
                            .sin();
                }
            }
        }
    }
    fn value(x: &[f64]) -> Vec<f64> {
        let p0 = 0_usize;
        let mut p1 = x[0..4].to_vec();
        let p2 = x[4];
        let p3 = [[x[5], x[6], x[7]], [x[8], x[9], x[10]]];
        f(p0, &mut p1, p2, p3);
        [flat(&p1)].concat()
    }
    fn backward(x: &[f64], w: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let p0 = 0_usize;
        let mut p1 = x[0..4].to_vec();
        let p2 = x[4];
        let p3 = [[x[5], x[6], x[7]], [x[8], x[9], x[10]]];
        let mut d1 = w[0..4].to_vec();
        let (g2, g3) = f_backward(p0, &mut p1, &mut d1, p2, p3);
        ([flat(&p1)].concat(), [flat(&d1), flat(&g2), flat(&g3)].concat())
    }
    fn vjp(x: &[f64], w: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let p0 = 0_usize;
        let mut p1 = x[0..4].to_vec();
        let p2 = x[4];
        let p3 = [[x[5], x[6], x[7]], [x[8], x[9], x[10]]];
        let mut d1 = w[0..4].to_vec();
        let pullback = f_vjp(p0, &mut p1, p2, p3);
        let outputs = [flat(&p1)].concat();
        let (g2, g3) = pullback(&mut p1, &mut d1);
        assert_eq!(flat(& p1), x[0..4]);
        (outputs, [flat(&d1), flat(&g2), flat(&g3)].concat())
    }
}

mod seed_1000421 {
    use super::{flat, Case};
    pub(crate) const CASE: Case = Case {
        name: "seed_1000421",
        point: &[1.203, 1.523, 0.452, -0.609],
        value,
        backward,
        vjp,
        grad: Some(grad),
    };
    #[autograd::differentiable]
    fn g1(d0: &mut [f64], d1: &mut [f64]) -> f64 {
        let x1 = 0.66 * (0.50 * d1[0]).exp();
        let x2 = (x1
            + ((x1 * x1 + 0.6).log2().tanh() * (x1 * x1 + 0.6).log2().tanh() + 0.4)
                .powf(d1[3 % d1.len()].sin()))
            .sin();
        let mut w3: f64 = (x1.asinh() - d1[1] / 2.0).sin();
        while w3 < 1.3 {
            w3 += 0.4 + 0.1 * x1 * x1;
            let mut a5: Vec<f64> = vec![w3 / (1.8 + x1.sin()) / 2.0; 1 + 2];
            let k6: usize = 0;
        }
        (x1 * d0[0 % d0.len()]).tanh() + x2 + w3
    }
    #[autograd::differentiable]
    fn g2(z0: f64, z1: &mut f64) -> f64 {
        let mut a1: [f64; 3] = [0.0; 3];
        *z1 /= z0 * z0 + 1.0;
        if a1[((*z1).abs() * 3.0) as usize % 3] < -0.68 && z0 < 0.34 {
            a1[2]
                -= 0.50
                    * (z0
                        - (match 0 {
                            0 | 3 => *z1,
                            _ => z0,
                        }));
        } else if a1[2] > -0.86 && 1.59 > 1.00 {
            {
                let row2 = &mut a1[0..][..2];
                row2[1] -= (row2[0] - row2[1]).tanh().cosh();
                *z1 += row2[0].sin().exp().tanh();
            }
        }
        (a1[2] - a1[2]).tanh() + *z1
    }
    #[autograd::differentiable]
    fn f(mut z0: f64, mut z1: f64, c2: &[f64; 2]) -> f64 {
        if (z1 + z0).sin() <= z1 {
            z1 = z0;
            return (z1 / 2.3).asinh().tanh();
        }
        let k1: usize = 2;
        let mut a2: [[f64; 2]; 2] = [[0.0; 2]; 2];
        for i3 in (1..6).step_by(2).rev() {
            let mut a4: Vec<f64> = vec![z0; 0 + 2];
        }
        let mut x5 = ((z1 * z1 + 0.5).log10() - c2[1].signum()).mul_add(z0, z0).sin();
        (x5 - z0).tanh() - z0 - z1 + a2[0][0] - x5
    }
    fn value(x: &[f64]) -> Vec<f64> {
        let p0 = x[0];
        let p1 = x[1];
        let p2 = [x[2], x[3]];
        let y = f(p0, p1, &p2);
        [flat(&y)].concat()
    }
    fn backward(x: &[f64], w: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let p0 = x[0];
        let p1 = x[1];
        let p2 = [x[2], x[3]];
        let mut d2 = [0.0; 2];
        let (y, (g0, g1)) = f_backward(p0, p1, &p2, &mut d2, w[0]);
        ([flat(&y)].concat(), [flat(&g0), flat(&g1), flat(&d2)].concat())
    }
    fn vjp(x: &[f64], w: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let p0 = x[0];
        let p1 = x[1];
        let p2 = [x[2], x[3]];
        let mut d2 = [0.0; 2];
        let (y, pullback) = f_vjp(p0, p1, &p2);
        let outputs = [flat(&y)].concat();
        let (g0, g1) = pullback(&p2, &mut d2, w[0]);
        (outputs, [flat(&g0), flat(&g1), flat(&d2)].concat())
    }
    fn grad(x: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let p0 = x[0];
        let p1 = x[1];
        let p2 = [x[2], x[3]];
        let (g0, g1, d2) = f_grad(p0, p1, &p2);
        let alone = [flat(&g0), flat(&g1), flat(&d2)].concat();
        let (y, (g0, g1, d2)) = f_value_and_grad(p0, p1, &p2);
        assert_eq!(alone, [flat(& g0), flat(& g1), flat(& d2)].concat());
        (flat(&y), [flat(&g0), flat(&g1), flat(&d2)].concat())
    }
}

mod seed_1000422 {
    use super::{flat, Case};
    pub(crate) const CASE: Case = Case {
        name: "seed_1000422",
        point: &[1.337, 0.442, 0.3, 0.428, 0.653, 0.734, 1.003, 0.367],
        value,
        backward,
        vjp,
        grad: Some(grad),
    };
    #[autograd::differentiable(recursive)]
    fn g1(x: f64, a: &[f64], n: usize) -> f64 {
        if n == 0 {
            return x.atan2(n as f64).sin().hypot((n as f64) * (n as f64) + 0.6).tanh();
        }
        let x1 = a[1].fract().exp().tanh() / (1.8 + (n as f64).sin());
        let (mut p2, q3): (f64, f64) = (
            (f64::tanh(x1).powi(n as i32) + (a[0 % a.len()] / 4.0).acos()) / 4.0,
            x1 / 1.9 * f64::trunc(1.54) / 5.0,
        );
        let deeper: f64 = g1((-x1 / (x * x + 0.8)).tanh(), a, n - 1);
        0.5 * deeper + f64::clamp(1.31, -1.25, 1.5)
    }
    #[autograd::differentiable]
    fn f(v0: &Vec<f64>, z1: f64, d2: &[f64]) -> f64 {
        let x1 = (-(z1 * z1 + 0.4).sqrt()
            * d2[d2.len() - 2]
                .copysign(0.49)
                .atan2(v0[2 % v0.len()] * v0[2 % v0.len()] + 0.5))
            .sin();
        let mut n2: usize = 0;
        while n2 < 2 {
            n2 += 1;
            let mut x3 = -(d2[(n2 + 5) % d2.len()].sin() / 2.9);
        }
        let x1 = x1;
        let y4: f64 = if v0[v0.len() - 1] > x1 {
            let x5 = ((n2 as f64 / 2.6).asinh() - f64::sin(z1 - d2[1]).abs()) / 3.0;
            (x5.powi(2) - x1.atan2(x5 * x5 + 0.5)).sin()
        } else {
            let mut x6: f64 = (g1(v0[(n2 % 8) % v0.len()], v0, (n2 * 2 + 3) % 4)
                - (n2 as f64).clamp(-1.25, 1.5))
                .cos();
            (-(n2 as f64) * v0[0]).sin()
        };
        (z1 * x1).tanh() + d2[0]
    }
    fn value(x: &[f64]) -> Vec<f64> {
        let p0 = x[0..2].to_vec();
        let p1 = x[2];
        let p2 = x[3..8].to_vec();
        let y = f(&p0, p1, &p2);
        [flat(&y)].concat()
    }
    fn backward(x: &[f64], w: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let p0 = x[0..2].to_vec();
        let p1 = x[2];
        let p2 = x[3..8].to_vec();
        let mut d0 = vec![0.0; 2];
        let mut d2 = vec![0.0; 5];
        let (y, g1) = f_backward(&p0, &mut d0, p1, &p2, &mut d2, w[0]);
        ([flat(&y)].concat(), [flat(&d0), flat(&g1), flat(&d2)].concat())
    }
    fn vjp(x: &[f64], w: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let p0 = x[0..2].to_vec();
        let p1 = x[2];
        let p2 = x[3..8].to_vec();
        let mut d0 = vec![0.0; 2];
        let mut d2 = vec![0.0; 5];
        let (y, pullback) = f_vjp(&p0, p1, &p2);
        let outputs = [flat(&y)].concat();
        let g1 = pullback(&p0, &mut d0, &p2, &mut d2, w[0]);
        (outputs, [flat(&d0), flat(&g1), flat(&d2)].concat())
    }
    fn grad(x: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let p0 = x[0..2].to_vec();
        let p1 = x[2];
        let p2 = x[3..8].to_vec();
        let (d0, g1, d2) = f_grad(&p0, p1, &p2);
        let alone = [flat(&d0), flat(&g1), flat(&d2)].concat();
        let (y, (d0, g1, d2)) = f_value_and_grad(&p0, p1, &p2);
        assert_eq!(alone, [flat(& d0), flat(& g1), flat(& d2)].concat());
        (flat(&y), [flat(&d0), flat(&g1), flat(&d2)].concat())
    }
}

mod seed_1000423 {
    use super::{flat, Case};
    pub(crate) const CASE: Case = Case {
        name: "seed_1000423",
        point: &[0.273, 0.381, 0.786, 0.373, 0.899, -1.197, -0.687],
        value,
        backward,
        vjp,
        grad: None,
    };
    #[autograd::differentiable]
    fn f(d0: &mut [f64], d1: &mut [f64]) -> f64 {
        let x1 = (f64::ln(d0[5 % d0.len()] * d0[5 % d0.len()] + 0.5).tanh()
            * f64::ln(d0[5 % d0.len()] * d0[5 % d0.len()] + 0.5).tanh() + 0.4)
            .powf(0.33 * d1[1])
            .tanh();
        let x2 = d0[1];
        if matches!(4, ..2) {
            let x3 = (x1 - (d1[0].tanh().exp2() - f64::ceil(1.80))) / 4.0;
            let mut n4: usize = 0;
            while n4 < 2 {
                n4 += 1;
                let x5 = f64::tanh(if x2 > 0.04 || 1.93 > 0.36 { 0.35 } else { 1.01 })
                    * x3;
            }
        } else {
            let x6: f64 = 1.83;
        }
        (d1[0] * d1[0] + 0.7).recip() - d1[7 % d1.len()] + x2
    }
    fn value(x: &[f64]) -> Vec<f64> {
        let mut p0 = x[0..2].to_vec();
        let mut p1 = x[2..7].to_vec();
        let y = f(&mut p0, &mut p1);
        [flat(&y), flat(&p0), flat(&p1)].concat()
    }
    fn backward(x: &[f64], w: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let mut p0 = x[0..2].to_vec();
        let mut p1 = x[2..7].to_vec();
        let mut d0 = w[1..3].to_vec();
        let mut d1 = w[3..8].to_vec();
        let y = f_backward(&mut p0, &mut d0, &mut p1, &mut d1, w[0]);
        ([flat(&y), flat(&p0), flat(&p1)].concat(), [flat(&d0), flat(&d1)].concat())
    }
    fn vjp(x: &[f64], w: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let mut p0 = x[0..2].to_vec();
        let mut p1 = x[2..7].to_vec();
        let mut d0 = w[1..3].to_vec();
        let mut d1 = w[3..8].to_vec();
        let (y, pullback) = f_vjp(&mut p0, &mut p1);
        let outputs = [flat(&y), flat(&p0), flat(&p1)].concat();
        let () = pullback(&mut p0, &mut d0, &mut p1, &mut d1, w[0]);
        assert_eq!(flat(& p0), x[0..2]);
        assert_eq!(flat(& p1), x[2..7]);
        (outputs, [flat(&d0), flat(&d1)].concat())
    }
}

mod seed_1000424 {
    use super::{flat, Case};
    pub(crate) const CASE: Case = Case {
        name: "seed_1000424",
        point: &[1.497, 0.95, -0.691, -0.315],
        value,
        backward,
        vjp,
        grad: None,
    };
    #[autograd::differentiable]
    fn f(d0: &mut [f64], z1: &f64, z2: f64) -> [f64; 3] {
        let mut x1 = -(d0[5 % d0.len()].hypot(z2 * z2 + 0.6) / 8.0).sinh();
        {
            let row2 = &mut d0[..2];
            row2[1] = 1.77;
            row2[1] *= (row2[(z2.abs() * 3.0) as usize % 2].powi(2) / 6.0).sinh().tanh();
            for i3 in 0..2 {
                x1 /= z2 * z2 + 1.0;
            }
        }
        [
            (x1 * x1 + 0.4).powf(0.33 * z2).sin() + d0[6 % d0.len()] + *z1,
            (z2 - x1) / 2.0 - d0[0] + z2,
            (*z1 / (1.23 * 1.23 + 0.8)).tanh() + *z1,
        ]
    }
    fn value(x: &[f64]) -> Vec<f64> {
        let mut p0 = x[0..2].to_vec();
        let p1 = x[2];
        let p2 = x[3];
        let y = f(&mut p0, &p1, p2);
        [flat(&y), flat(&p0)].concat()
    }
    fn backward(x: &[f64], w: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let mut p0 = x[0..2].to_vec();
        let p1 = x[2];
        let p2 = x[3];
        let mut d0 = w[3..5].to_vec();
        let mut d1 = 0.0;
        let (y, g2) = f_backward(&mut p0, &mut d0, &p1, &mut d1, p2, [w[0], w[1], w[2]]);
        ([flat(&y), flat(&p0)].concat(), [flat(&d0), flat(&d1), flat(&g2)].concat())
    }
    fn vjp(x: &[f64], w: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let mut p0 = x[0..2].to_vec();
        let p1 = x[2];
        let p2 = x[3];
        let mut d0 = w[3..5].to_vec();
        let mut d1 = 0.0;
        let (y, pullback) = f_vjp(&mut p0, &p1, p2);
        let outputs = [flat(&y), flat(&p0)].concat();
        let g2 = pullback(&mut p0, &mut d0, &p1, &mut d1, [w[0], w[1], w[2]]);
        assert_eq!(flat(& p0), x[0..2]);
        (outputs, [flat(&d0), flat(&d1), flat(&g2)].concat())
    }
}

mod seed_1000425 {
    use super::{flat, Case};
    pub(crate) const CASE: Case = Case {
        name: "seed_1000425",
        point: &[-0.259],
        value,
        backward,
        vjp,
        grad: Some(grad),
    };
    #[autograd::differentiable]
    fn f(z0: f64) -> f64 {
        match 3 {
            0 => {
                match 3 {
                    4.. => {
                        let y3: f64 = if (z0 * z0 + 0.5).ln() >= z0 {
                            if z0.cos() < z0 { z0 } else { z0.sin() }
                        } else {
                            let x4 = z0;
                            if z0.cos() < z0 {
                                let x5 = f64::sin(-z0 + -x4 + (z0 * z0 + 0.5).log10());
                                let mut x7 = (({
                                    let t6 = x4;
                                    t6 * 0.64
                                }) / 3.0)
                                    .atanh() - (0.40 * x4.tanh().sinh()).asin();
                            }
                            (x4.sin().powi(1 as i32) + x4.atan()).tanh()
                        };
                    }
                    _ => {
                        if 5 % 3 >= 1 {
                            let x8 = (z0 * z0 + 0.4).sqrt().sin();
                        } else {
                            let mut x9 = (if 0.96 * (z0 * 1.03) < z0 {
                                (z0 + z0).sin()
                            } else {
                                (z0 / 2.0).exp_m1() / 2.0
                            }) / 1.6;
                        }
                    }
                }
            }
            k if k % 2 == 1 => {
                let x10: f64 = 1.11;
            }
            _ => {
                let x11 = (-(z0 - z0 - (z0 - z0))).tanh();
            }
        }
        0.75 * z0.ceil()
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
