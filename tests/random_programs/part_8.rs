//! Made by `autograd-macros/src/random`; `UPDATE_EXPECT=1 cargo test -p autograd-macros` makes it again.

use super::super::{flat, Case};
pub(crate) const CASES: [Case; 26] = [
    seed_1000800::CASE,
    seed_1000801::CASE,
    seed_1000802::CASE,
    seed_1000803::CASE,
    seed_1000804::CASE,
    seed_1000805::CASE,
    seed_1000806::CASE,
    seed_1000807::CASE,
    seed_1000808::CASE,
    seed_1000809::CASE,
    seed_1000810::CASE,
    seed_1000811::CASE,
    seed_1000812::CASE,
    seed_1000813::CASE,
    seed_1000814::CASE,
    seed_1000815::CASE,
    seed_1000816::CASE,
    seed_1000817::CASE,
    seed_1000818::CASE,
    seed_1000819::CASE,
    seed_1000820::CASE,
    seed_1000821::CASE,
    seed_1000822::CASE,
    seed_1000823::CASE,
    seed_1000824::CASE,
    seed_1000825::CASE,
];
mod seed_1000800 {
    use super::{flat, Case};
    pub(crate) const CASE: Case = Case {
        name: "seed_1000800",
        point: &[-1.153, 0.293, -1.01, 0.732, 0.723],
        value,
        backward,
        vjp,
        grad: None,
    };
    #[autograd::differentiable]
    fn g1(z0: f64, c1: [f64; 3], (u2, v2): (f64, f64), d3: &[f64]) -> f64 {
        let m1: f64 = match (2, 2) {
            (1, 1) | (2, 0) => v2,
            (_, k) if k > 0 => (d3[6 % d3.len()] / 2.4 + d3[1] * d3[1]) / 5.0,
            _ => {
                if u2 < -0.07 && u2 > -0.86 {
                    match 2 {
                        1 | 3 => {
                            let mut a3: Vec<f64> = vec![(u2 - u2).sin(); 2 + 2];
                        }
                        k if k % 2 == 1 => {
                            let mut x4: f64 = (z0 * z0 + 0.6).log2() / 2.0;
                        }
                        _ => {
                            let x5 = d3[1];
                        }
                    }
                } else if d3[6 % d3.len()] < -0.19 && v2 > -0.06 {
                    let x6 = ((v2.sin().powi(2 as i32).tanh()
                        * v2.sin().powi(2 as i32).tanh() + 0.4)
                        .powf(0.33 * v2) - (c1[1] / 2.0).exp2() * d3[1])
                        .tanh();
                } else {
                    let x7 = (1.04 - d3[d3.len() - 1]).sin().min(z0).sin().sinh();
                }
                (0.30 * v2.trunc()).asin()
            }
        };
        (c1[1] + d3[d3.len() - 2]).sin() - u2 + v2
    }
    #[autograd::differentiable]
    fn f(z0: f64, z1: f64, n2: usize, c3: &mut [f64; 3]) -> f64 {
        let x1 = (z1 * z1 + 0.5).cbrt();
        let r3: f64 = g1(
            c3[n2 % 3],
            [c3[2].tanh(), (z1 + c3[n2 % 3]).sin(), z0.powi(2) / 3.0],
            (
                ({
                    let t2 = z0;
                    t2 * z0
                })
                    .tanh(),
                (z1 / (1.8 + z1.sin())).tanh(),
            ),
            c3,
        );
        for i4 in ((n2 * 5 + 2) % 3)..=3 {
            c3[n2 % 3] = (g1(
                2.00,
                [(i4 as f64 + z1).tanh(), (r3 - n2 as f64) / 2.0, 0.29],
                (
                    if 1.06 < 0.14 && z1 < 0.31 { x1 } else { x1 },
                    (r3 - i4 as f64).tanh(),
                ),
                &c3[1..],
            ) - i4 as f64)
                .sin() / (1.8 + (i4 as f64).sin());
            let x5 = g1(
                (n2 as f64 - r3).sin(),
                [c3[(i4 * 3 + 1) % 3], x1, (z1 * z1 + 0.4).powf(0.33 * r3) / 4.0],
                (
                    (c3[(f64::abs(x1) * 3.0) as usize % 3] + 0.14).tanh(),
                    r3.tanh().sinh(),
                ),
                &c3[1..],
            );
            for i6 in (0..4).rev() {
                if 3 % 3 != 0 {
                    break;
                }
                if f64::floor(x5).sin() < 0.72 {
                    return (-(i4 as f64) + (c3[1] - x5)) / 3.0;
                }
                let m7: f64 = match i4 + 1 {
                    4.. => {
                        let mut x8 = (x1.powi(2).tanh().fract() - -(i4 as f64 / 2.8))
                            .tanh();
                        (x1 / (1.8 + x8.sin()) - z0 * r3).tanh()
                    }
                    _ => 0.71 * (f64::atan2(x1, r3) + r3.signum()),
                };
            }
        }
        c3[2] / 1.6 / 2.0 - z0 - z1 - c3[0]
    }
    fn value(x: &[f64]) -> Vec<f64> {
        let p0 = x[0];
        let p1 = x[1];
        let p2 = 2_usize;
        let mut p3 = [x[2], x[3], x[4]];
        let y = f(p0, p1, p2, &mut p3);
        [flat(&y), flat(&p3)].concat()
    }
    fn backward(x: &[f64], w: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let p0 = x[0];
        let p1 = x[1];
        let p2 = 2_usize;
        let mut p3 = [x[2], x[3], x[4]];
        let mut d3 = [w[1], w[2], w[3]];
        let (y, (g0, g1)) = f_backward(p0, p1, p2, &mut p3, &mut d3, w[0]);
        ([flat(&y), flat(&p3)].concat(), [flat(&g0), flat(&g1), flat(&d3)].concat())
    }
    fn vjp(x: &[f64], w: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let p0 = x[0];
        let p1 = x[1];
        let p2 = 2_usize;
        let mut p3 = [x[2], x[3], x[4]];
        let mut d3 = [w[1], w[2], w[3]];
        let (y, pullback) = f_vjp(p0, p1, p2, &mut p3);
        let outputs = [flat(&y), flat(&p3)].concat();
        let (g0, g1) = pullback(&mut p3, &mut d3, w[0]);
        assert_eq!(flat(& p3), x[2..5]);
        (outputs, [flat(&g0), flat(&g1), flat(&d3)].concat())
    }
}

mod seed_1000801 {
    use super::{flat, Case};
    pub(crate) const CASE: Case = Case {
        name: "seed_1000801",
        point: &[0.696],
        value,
        backward,
        vjp,
        grad: Some(grad),
    };
    #[autograd::differentiable]
    fn g1(c0: &[f64; 2], z1: f64, c2: [f64; 3]) -> f64 {
        match 0 {
            1 | 3 => {
                let x2 = 0.50
                    * (0.66 * (c0[1] * (c2[2] * c2[2] + 1.2).log(2.5))
                        * (c0[0] * c0[0] + 0.4).sqrt().tanh());
            }
            2..=3 => {
                if 3 % 3 >= 2 {
                    let x4 = {
                        let t3 = match 2 {
                            k if k > 2 => -c2[0],
                            _ => z1.min(1.09),
                        };
                        t3 * (z1 * z1 + 0.5).log10().fract()
                    };
                    return (0.50 * c2[2]).exp_m1().tanh();
                }
            }
            _ => {
                for i5 in (0..5).step_by(3) {
                    let x6 = (0.05 * c2[0].powi(3)).cosh().floor() / 2.0;
                }
            }
        }
        (c2[2] + z1) / 2.0 - c0[0]
    }
    #[autograd::differentiable]
    fn f(n0: usize, z: f64) -> f64 {
        if let 0 | 2 = n0 {
            let mut a1: Vec<f64> = vec![(z * z + 0.1).ln_1p(), f64::min(z, z)];
            let x2 = (a1[0] / 2.0).exp2().tanh();
        } else {
            let x3 = g1(
                &[f64::clamp(0.14, -1.25, 1.5), (n0 as f64 * 1.69).sin()],
                0.36 * z,
                [z, f64::cos(1.87), (z * z + 0.5).log10()],
            );
            let x4 = 0.60
                * (g1(
                    &[(z / 2.2).sin(), if (z * z + 0.5).ln() > z { x3 } else { x3 }],
                    -x3,
                    [0.70 * (x3 / (1.8 + (n0 as f64).sin())), -x3, f64::sin(1.08)],
                ) * 1.67);
            let x5 = (n0 as f64 - x3 + (n0 as f64).asinh()).sin()
                * (0.20 * (n0 as f64 + n0 as f64)).tan();
        }
        let flag6 = matches!(2, ..2);
        let flag7 = 2 % 3 != 0;
        let mut x8 = (0.08 * ((z + z) * z.tanh().exp2())).exp2().sin();
        if (z * z + 0.5).ln() > x8 {
            x8 = 0.5 * x8 + (0.89 * (0.36 - x8)).tanh();
        }
        z.asinh().sin() - z
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

mod seed_1000802 {
    use super::{flat, Case};
    pub(crate) const CASE: Case = Case {
        name: "seed_1000802",
        point: &[1.128],
        value,
        backward,
        vjp,
        grad: None,
    };
    #[autograd::differentiable]
    fn f(z0: f64) -> (f64, f64) {
        let mut x1 = f64::recip(0.23 * 0.23 + 0.7).fract();
        let mut n3: usize = 0;
        'l2: while n3 < 3 {
            n3 += 1;
            let x4 = match n3 + 1 {
                1..=2 => 0.25 * f64::hypot(-0.98, z0 * z0 + 0.6),
                _ => (0.50 * (n3 as f64).trunc()).cosh(),
            };
            for i5 in (n3 % 3)..=3 {
                for i6 in 0..2 {
                    x1 *= (x4 * x4 + 0.5).log10() / 2.0;
                }
            }
        }
        ((0.66 * n3 as f64).exp2().sin() + z0 - x1, x1.sin() + x1)
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

mod seed_1000803 {
    use super::{flat, Case};
    pub(crate) const CASE: Case = Case {
        name: "seed_1000803",
        point: &[0.673, 0.407, 1.171, 0.218, 1.355, -1.239],
        value,
        backward,
        vjp,
        grad: None,
    };
    #[autograd::differentiable]
    fn g1(v0: Vec<f64>, m1: [[f64; 2]; 2], mut v2: Vec<f64>) -> f64 {
        let mut x1 = m1[0][0]
            .trunc()
            .sin()
            .cosh()
            .mul_add(v2[0], m1[(v0[0 % v0.len()].abs() * 3.0) as usize % 2][0])
            .sin();
        let m2: f64 = match 4 {
            2..=3 => {
                v2[1] /= v2[1 % v2.len()] * v2[1 % v2.len()] + 1.0;
                x1 /= v0[0] * v0[0] + 1.0;
                -(0.50 * m1[0][1]).sinh()
            }
            _ => (v0[3 % v0.len()] / 2.1).tanh(),
        };
        let mut a3: Vec<f64> = v2.to_vec();
        v0[1 % v0.len()] + v0[7 % v0.len()] + m1[1][0] - v2[4 % v2.len()] + x1 - m2
            - a3[0 % a3.len()]
    }
    #[autograd::differentiable]
    fn g2(n0: usize, n1: usize, z2: f64, v3: &Vec<f64>) -> f64 {
        let z2 = n0 as f64;
        let mut n1: usize = 0;
        while n1 < 1 && !(v3[v3.len() - 1] < 0.88) {
            n1 += 1;
            let x2 = ((z2 * z2 + 1.2).log(2.5) / 2.0).exp() / 2.0;
            let mut x3 = (x2 / 4.0).asin().ceil().sin() / 1.2;
            'l4: for i5 in 1..v3.len() {
                x3 = (0.30 * -z2).atanh() / 2.4;
            }
        }
        1.46 + v3[n0.min(7) % v3.len()] - z2
    }
    #[autograd::differentiable]
    fn f(mut z0: f64, v1: &Vec<f64>) -> [f64; 2] {
        let x1 = 0.93
            * (z0 / (1.8 + v1[v1.len() - 1].sin()) - -z0).sin().atan2(v1[6 % v1.len()]);
        let (mut p2, q3): (f64, f64) = (
            match 2 {
                0 => 1.82,
                _ => 0.50 * (x1 + v1[1]),
            },
            0.70 * (x1 / 1.3) / (z0 * z0 + 0.8) / 2.0,
        );
        let x4 = (1.73 + x1).tanh().sinh().tanh();
        let mut a5: [f64; 2] = [
            v1[v1.len() - 2] / (1.8 + q3.sin()) / 2.0,
            (v1[v1.len() - 2] * v1[v1.len() - 2] + 0.5).ln(),
        ];
        let mut n6: usize = 0;
        while n6 < 1 && matches!(2, 1..= 3) {
            n6 += 1;
            let k7: usize = n6 % 5;
        }
        for i8 in (0..=4).rev().step_by(2) {
            match n6 {
                2..=3 => {
                    z0 += 0.20 * (0.54 * ((0.50 * a5[n6]).exp() - n6 as f64));
                    for i10 in (0..v1.len()).rev() {
                        p2 *= (f64::ln_1p(1.03 * 1.03 + 0.1) % 1.7).tanh();
                    }
                }
                _ => {
                    z0 = (-(x4 / (1.8 + a5[n6].sin()))
                        + (g2(
                            n6.min(3),
                            i8 % 4,
                            n6 as f64,
                            &vec![x1.ceil().sin(), q3, n6 as f64],
                        ) - p2.mul_add(v1[0], n6 as f64)))
                        .sin();
                }
            }
        }
        a5
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
        let (y, g0) = f_backward(p0, &p1, &mut d1, [w[0], w[1]]);
        ([flat(&y)].concat(), [flat(&g0), flat(&d1)].concat())
    }
    fn vjp(x: &[f64], w: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let p0 = x[0];
        let p1 = x[1..6].to_vec();
        let mut d1 = vec![0.0; 5];
        let (y, pullback) = f_vjp(p0, &p1);
        let outputs = [flat(&y)].concat();
        let g0 = pullback(&p1, &mut d1, [w[0], w[1]]);
        (outputs, [flat(&g0), flat(&d1)].concat())
    }
}

mod seed_1000804 {
    use super::{flat, Case};
    pub(crate) const CASE: Case = Case {
        name: "seed_1000804",
        point: &[-0.936, -0.61, -1.586, 1.508],
        value,
        backward,
        vjp,
        grad: None,
    };
    #[autograd::differentiable]
    fn f(z0: &mut f64, z1: &mut f64, c2: [f64; 2]) -> f64 {
        match 2 {
            k if k % 2 == 1 => {
                *z0 -= 0.75 * ((c2[0] + *z0) / 3.0).exp2();
            }
            _ => {
                let y2: f64 = if c2[0] < 0.17 {
                    c2[1]
                } else {
                    if c2[0].trunc() <= c2[1] {
                        return (*z0).cos() / ((*z0) * (*z0) + 0.8);
                    }
                    (0.93 * c2[((*z0).abs() * 3.0) as usize % 2].atan2(*z1)).fract()
                };
                let mut k3: usize = 4;
            }
        }
        let a4: [f64; 2] = [(*z0 - c2[1]) / 2.0, (c2[0] + *z0).sin()];
        let mut t5: (f64, f64) = (
            a4[0],
            (match 4 {
                k if k > 2 => *z0,
                _ => *z0,
            }) % 1.7,
        );
        if 0.75 * (*z0).asinh() <= *z1 {
            *z0 *= 0.33 * (0.50 * (*z1 + (c2[1] * c2[1] + 0.1).ln_1p()));
            let mut a6: Vec<f64> = vec![0.50 * (* z0 - a4[1]), * z0];
            if !(c2[1] < -0.11) {
                assert!(* z0 < 1.0e6);
            }
        } else {
            let flag7 = c2[1] < 0.81 || c2[1] < -0.57;
            let m8: f64 = match 4 {
                4.. => {
                    let t9: (f64, f64) = (
                        t5.0,
                        (*z0 / (1.8 + f64::sin(1.56))).sin().rem_euclid(1.3),
                    );
                    t9.1
                }
                _ => {
                    t5.0 = (t5.0 * t5.0 + 0.5).log10();
                    (f64::floor(*z1) - (0.39 + c2[((*z1).abs() * 3.0) as usize % 2]))
                        .tanh()
                }
            };
        }
        1.15 * t5.0 / 2.0 - a4[((*z0).abs() * 3.0) as usize % 2]
    }
    fn value(x: &[f64]) -> Vec<f64> {
        let mut p0 = x[0];
        let mut p1 = x[1];
        let p2 = [x[2], x[3]];
        let y = f(&mut p0, &mut p1, p2);
        [flat(&y), flat(&p0), flat(&p1)].concat()
    }
    fn backward(x: &[f64], w: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let mut p0 = x[0];
        let mut p1 = x[1];
        let p2 = [x[2], x[3]];
        let mut d0 = w[1];
        let mut d1 = w[2];
        let (y, g2) = f_backward(&mut p0, &mut d0, &mut p1, &mut d1, p2, w[0]);
        (
            [flat(&y), flat(&p0), flat(&p1)].concat(),
            [flat(&d0), flat(&d1), flat(&g2)].concat(),
        )
    }
    fn vjp(x: &[f64], w: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let mut p0 = x[0];
        let mut p1 = x[1];
        let p2 = [x[2], x[3]];
        let mut d0 = w[1];
        let mut d1 = w[2];
        let (y, pullback) = f_vjp(&mut p0, &mut p1, p2);
        let outputs = [flat(&y), flat(&p0), flat(&p1)].concat();
        let g2 = pullback(&mut p0, &mut d0, &mut p1, &mut d1, w[0]);
        assert_eq!(flat(& p0), x[0..1]);
        assert_eq!(flat(& p1), x[1..2]);
        (outputs, [flat(&d0), flat(&d1), flat(&g2)].concat())
    }
}

mod seed_1000805 {
    use super::{flat, Case};
    pub(crate) const CASE: Case = Case {
        name: "seed_1000805",
        point: &[1.151, 1.36, 0.946, 0.354, 0.394, 0.946, 1.126, 1.111, 1.078],
        value,
        backward,
        vjp,
        grad: None,
    };
    #[autograd::differentiable]
    fn f(d0: &[f64], n1: usize, mut v2: Vec<f64>, z3: f64) -> (f64, f64) {
        for i1 in 1..v2.len() {
            let x2 = (((n1 as f64) * (n1 as f64) + 0.6).log2() * (v2[i1] / 2.6)).sin();
        }
        {
            let row3 = &d0[..2];
            v2[1] = (row3[1] * row3[1] + 0.5).log10();
            assert!(0.37 < 1.0e6);
        }
        let y4: f64 = if matches!(n1.min(5), 1..= 3) {
            let mut n6: usize = 0;
            let v9: f64 = 'l5: loop {
                if n6 == 1 {
                    break d0[((n1 * 5 + 1) % 8) % d0.len()].rem_euclid(1.3);
                }
                n6 += 1;
                let mut a7: [f64; 4] = [0.0; 4];
                assert!(z3 < 1.0e6);
                let y8: f64 = if (if (0.13 + z3).tanh() >= d0[0] {
                    a7[n1]
                } else {
                    v2[0]
                }) >= v2[0]
                {
                    (d0[d0.len() - 2] + v2[(n1 % 8) % v2.len()] - (0.10 - d0[0])).sin()
                } else {
                    f64::cosh(0.50 * -d0[((n6 * 3 + 2) % 8) % d0.len()])
                };
            };
            let mut x10 = (z3 + v2[(n6 % 8) % v2.len()] + z3 * v9).sin().tan();
            0.75 * v9.signum().exp2()
        } else {
            if v2[(n1 % 8) % v2.len()] < 0.36 || z3 < -0.70 {
                v2[1] = 0.13
                    * ((d0[1] - z3 / (1.50 * 1.50 + 0.8)) / 2.0 * -(d0[1] - d0[0]));
            } else {
                let mut x11 = (-(0.66 * z3).powi(n1 as i32)).sin();
            }
            -(-z3)
        };
        (
            y4 + d0[d0.len() - 2] - z3 - y4,
            d0[n1 % d0.len()].copysign(0.66) - v2[1] + z3 + y4,
        )
    }
    fn value(x: &[f64]) -> Vec<f64> {
        let p0 = x[0..4].to_vec();
        let p1 = 2_usize;
        let p2 = x[4..8].to_vec();
        let p3 = x[8];
        let y = f(&p0, p1, p2.clone(), p3);
        [flat(&y)].concat()
    }
    fn backward(x: &[f64], w: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let p0 = x[0..4].to_vec();
        let p1 = 2_usize;
        let p2 = x[4..8].to_vec();
        let p3 = x[8];
        let mut d0 = vec![0.0; 4];
        let (y, (g2, g3)) = f_backward(&p0, &mut d0, p1, p2.clone(), p3, (w[0], w[1]));
        ([flat(&y)].concat(), [flat(&d0), flat(&g2), flat(&g3)].concat())
    }
    fn vjp(x: &[f64], w: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let p0 = x[0..4].to_vec();
        let p1 = 2_usize;
        let p2 = x[4..8].to_vec();
        let p3 = x[8];
        let mut d0 = vec![0.0; 4];
        let (y, pullback) = f_vjp(&p0, p1, p2.clone(), p3);
        let outputs = [flat(&y)].concat();
        let (g2, g3) = pullback(&p0, &mut d0, (w[0], w[1]));
        (outputs, [flat(&d0), flat(&g2), flat(&g3)].concat())
    }
}

mod seed_1000806 {
    use super::{flat, Case};
    pub(crate) const CASE: Case = Case {
        name: "seed_1000806",
        point: &[1.163, -0.286, -1.594, -0.407],
        value,
        backward,
        vjp,
        grad: None,
    };
    #[autograd::differentiable]
    fn g1(mut z0: f64, z1: f64) -> [f64; 3] {
        for i1 in 0..=2 {
            let mut t2: (f64, f64) = (
                (i1 as f64).min(z0).asinh() / 2.0,
                (-z1 * (z1 + z1)).sin(),
            );
        }
        let mut n4: usize = 0;
        'l3: loop {
            if n4 == 2 {
                break;
            }
            n4 += 1;
            z0 = (z1.clamp(-1.25, 1.5) - (z0 - n4 as f64)
                + ((z0 * z0 + 0.1).ln_1p() - (0.82 + z1)))
                .tanh();
        }
        for i5 in (0..=4).rev().step_by(2) {
            z0 = (0.30 * z1).atanh().fract().atan();
        }
        [
            (z0 - n4 as f64) / 2.0 + z0 + z1,
            z0 * 0.66 - z1,
            (n4 as f64).tanh().tan() - z0 + z1,
        ]
    }
    #[autograd::differentiable]
    fn g2(mut z0: f64, c1: [f64; 3], d2: &mut [f64]) {
        let (s1, c2) = ((0.66 * z0).powi(3 as i32).sin()
            * (0.66 * z0).powi(3 as i32).sin() + 0.4)
            .powf(0.33 * d2[6 % d2.len()])
            .sin()
            .sin_cos();
        z0 *= (0.66 * (-c2 - (c1[2] * c1[2] + 0.5).log10())).tanh();
        z0 = c1[2];
        let mut z0 = match 3 {
            1..=2 => (c2 / 1.8 - (c1[2] - c1[0])).sin(),
            _ => 0.39 * (d2[d2.len() - 2] - s1 - d2[d2.len() - 2].atan()),
        };
        'l3: for i4 in (0..5).step_by(2) {
            z0 = (c2 * c2 + 0.5).cbrt().tanh().sinh().mul_add(c2, 1.85) / 4.0;
        }
    }
    #[autograd::differentiable]
    fn f(c0: &mut [f64; 3], z1: f64) {
        let x1 = ((c0[1] + z1 - z1.sin().cosh()) / 3.0).round().sin();
        let mut a2: [f64; 2] = [(z1 * c0[2]).tanh(), x1];
        let mut n3: usize = 0;
        let v5: f64 = loop {
            if n3 == 4 {
                break (x1 * z1).sin();
            }
            n3 += 1;
            let x4 = (0.60 * (0.30 * a2[n3 % 2]).atanh()).atanh()
                * (if c0[n3 % 3] < 0.22 || c0[n3 % 3] < -0.70 {
                    c0[n3 % 3]
                } else {
                    c0[(c0[1].abs() * 3.0) as usize % 3]
                })
                    .powi(2)
                    .tanh();
        };
        for i6 in 0..=2 {
            let mut b7: [f64; 3] = g1(0.60 * (v5 - i6 as f64), (1.33 + z1).tanh());
            for i8 in 0..=2 {
                let mut w9: f64 = (x1 * x1 + 0.1).ln_1p().sin();
                while w9 < 1.3 {
                    w9 += 0.4 + 0.1 * w9 * w9;
                    let mut x10 = 0.70 * (c0[i8] / 2.0);
                    a2[n3.min(1)] /= 0.67 * 0.67 + 1.0;
                }
            }
        }
    }
    fn value(x: &[f64]) -> Vec<f64> {
        let mut p0 = [x[0], x[1], x[2]];
        let p1 = x[3];
        f(&mut p0, p1);
        [flat(&p0)].concat()
    }
    fn backward(x: &[f64], w: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let mut p0 = [x[0], x[1], x[2]];
        let p1 = x[3];
        let mut d0 = [w[0], w[1], w[2]];
        let g1 = f_backward(&mut p0, &mut d0, p1);
        ([flat(&p0)].concat(), [flat(&d0), flat(&g1)].concat())
    }
    fn vjp(x: &[f64], w: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let mut p0 = [x[0], x[1], x[2]];
        let p1 = x[3];
        let mut d0 = [w[0], w[1], w[2]];
        let pullback = f_vjp(&mut p0, p1);
        let outputs = [flat(&p0)].concat();
        let g1 = pullback(&mut p0, &mut d0);
        assert_eq!(flat(& p0), x[0..3]);
        (outputs, [flat(&d0), flat(&g1)].concat())
    }
}

mod seed_1000807 {
    use super::{flat, Case};
    pub(crate) const CASE: Case = Case {
        name: "seed_1000807",
        point: &[
            -1.007,
            0.684,
            1.276,
            -0.494,
            1.529,
            -1.106,
            0.374,
            -1.568,
            1.021,
            0.404,
            1.553,
            0.867,
        ],
        value,
        backward,
        vjp,
        grad: None,
    };
    #[autograd::differentiable]
    fn g1(n0: usize, z1: f64) -> f64 {
        let t1: (f64, f64) = (
            (n0 as f64 - (n0 as f64).abs()).sin(),
            -(z1 * z1 + 0.5).cbrt(),
        );
        let (mut p2, q3): (f64, f64) = (z1, t1.1);
        p2 = 0.20
            * (f64::powi(0.78, 3) - q3 / (p2 * p2 + 0.8) - (1.18 * z1 + (p2 + t1.0)));
        let flag4 = matches!(0, 1..= 3);
        let (mut p5, q6): (f64, f64) = ((-q3).ceil() / 2.0, f64::trunc(t1.0).tanh());
        t1.0 - t1.0 * t1.1 - p2 + p5 + q6
    }
    #[autograd::differentiable]
    fn g2(z0: f64) -> f64 {
        let mut x1: f64 = (g1(1, z0) + f64::max(0.17, z0)).sin().powi(2 as i32).sin();
        x1 -= (x1.copysign(x1) + x1.signum()).tanh();
        let r2: f64 = g1(2, (x1 + 1.97) / 2.0);
        let mut x3 = 0.75 * ((z0 * z0).tanh().min(x1) / 2.0).exp2();
        for i4 in (1..6).step_by(2).rev() {
            x1 = -(r2 * z0.fract());
        }
        (x1 / (x3 * x3 + 0.8)).sin() + x1
    }
    #[autograd::differentiable]
    fn f(d0: &mut [f64], v1: &Vec<f64>, d2: &mut [f64], v3: &Vec<f64>) -> f64 {
        if (d0[0 % d0.len()] * d0[0 % d0.len()] + 0.5).ln() <= d0[1] {
            let mut n2: usize = 0;
            'l1: loop {
                if n2 == 2 {
                    break;
                }
                n2 += 1;
                let r3: f64 = g1(
                    n2 + 1,
                    f64::tanh(d0[(n2 % 8) % d0.len()] * d0[(n2 + 5) % d0.len()]),
                );
                let r3 = (r3.max(d2[(n2 + 5) % d2.len()]) * (v1[1] + 1.54)).atan();
            }
        } else {
            let x4 = ((d2[5 % d2.len()] + 1.19).tanh().powi(1 as i32)
                - d2[7 % d2.len()].rem_euclid(1.3).asinh()) / 4.0;
        }
        let mut x5: f64 = -g1(2, (d2[7 % d2.len()] + d0[1]).tanh());
        for i6 in (1..6).step_by(2).rev() {
            if (x5 * d2[(i6 % 8) % d2.len()]).sin() <= 1.77 {
                x5 = -d2[1];
            } else {
                x5 = -v1[6 % v1.len()];
            }
        }
        0.50 * (d0[1] - v3[v3.len() - 1]) + v1[4 % v1.len()] + d2[6 % d2.len()] + x5
    }
    fn value(x: &[f64]) -> Vec<f64> {
        let mut p0 = x[0..2].to_vec();
        let p1 = x[2..7].to_vec();
        let mut p2 = x[7..10].to_vec();
        let p3 = x[10..12].to_vec();
        let y = f(&mut p0, &p1, &mut p2, &p3);
        [flat(&y), flat(&p0), flat(&p2)].concat()
    }
    fn backward(x: &[f64], w: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let mut p0 = x[0..2].to_vec();
        let p1 = x[2..7].to_vec();
        let mut p2 = x[7..10].to_vec();
        let p3 = x[10..12].to_vec();
        let mut d0 = w[1..3].to_vec();
        let mut d1 = vec![0.0; 5];
        let mut d2 = w[3..6].to_vec();
        let mut d3 = vec![0.0; 2];
        let y = f_backward(
            &mut p0,
            &mut d0,
            &p1,
            &mut d1,
            &mut p2,
            &mut d2,
            &p3,
            &mut d3,
            w[0],
        );
        (
            [flat(&y), flat(&p0), flat(&p2)].concat(),
            [flat(&d0), flat(&d1), flat(&d2), flat(&d3)].concat(),
        )
    }
    fn vjp(x: &[f64], w: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let mut p0 = x[0..2].to_vec();
        let p1 = x[2..7].to_vec();
        let mut p2 = x[7..10].to_vec();
        let p3 = x[10..12].to_vec();
        let mut d0 = w[1..3].to_vec();
        let mut d1 = vec![0.0; 5];
        let mut d2 = w[3..6].to_vec();
        let mut d3 = vec![0.0; 2];
        let (y, pullback) = f_vjp(&mut p0, &p1, &mut p2, &p3);
        let outputs = [flat(&y), flat(&p0), flat(&p2)].concat();
        let () = pullback(
            &mut p0,
            &mut d0,
            &p1,
            &mut d1,
            &mut p2,
            &mut d2,
            &p3,
            &mut d3,
            w[0],
        );
        assert_eq!(flat(& p0), x[0..2]);
        assert_eq!(flat(& p2), x[7..10]);
        (outputs, [flat(&d0), flat(&d1), flat(&d2), flat(&d3)].concat())
    }
}

mod seed_1000808 {
    use super::{flat, Case};
    pub(crate) const CASE: Case = Case {
        name: "seed_1000808",
        point: &[-1.521, 0.397, 1.534, -1.597, 1.15, 1.139, -0.651, 0.222],
        value,
        backward,
        vjp,
        grad: None,
    };
    #[autograd::differentiable]
    fn g1(z0: f64, n1: usize) -> f64 {
        for i1 in (1..6).step_by(2).rev() {
            let mut z0 = ((0.30 * z0).atanh() / 1.8 - ((n1 as f64 - z0) / 2.0).max(z0))
                .sin();
        }
        let x2 = ((((n1 as f64) * (n1 as f64) + 0.4).sqrt() / 4.0).tan()
            / ((n1 as f64) * (n1 as f64) + 0.8))
            .sin();
        for i3 in 0..2 {
            let m4: f64 = match (0, 0) {
                (1, 1) | (2, 0) => (0.30 * (x2 * x2 + 1.3).acosh()).asin(),
                (_, k) if k > 0 => {
                    let mut x5 = i3 as f64;
                    f64::tanh(f64::exp2(1.10) - -z0)
                }
                _ => {
                    let mut x6 = x2;
                    (x6.sin().cosh() + (n1 as f64).tanh()) / 2.0
                }
            };
        }
        x2.sin() + x2
    }
    #[autograd::differentiable]
    fn g2(d0: &[f64], d1: &mut [f64], mut z2: f64) -> [f64; 3] {
        z2 = ((d1[4 % d1.len()] * d1[4 % d1.len()] + 0.1).ln_1p()
            * g1(0.71 * (d1[d1.len() - 2] * 1.41), 0))
            .sin();
        d1[0] = 0.5 * d1[0] + (d0[d0.len() - 1] + d0[5 % d0.len()]).tanh();
        let m1: f64 = match 2 {
            2..=3 => {
                'l2: for i3 in 0..3 {
                    z2 += 0.30 * ((i3 as f64).exp2() / 2.0);
                }
                (0.17 * z2).trunc()
            }
            _ => {
                z2
                    *= f64::max(
                        if d1[2 % d1.len()] % 1.7 > d0[6 % d0.len()] {
                            z2
                        } else {
                            d0[7 % d0.len()]
                        },
                        0.11,
                    ) / 3.0;
                (z2 / 2.0).exp() / 2.0
            }
        };
        [
            d1[1] - d1[1] + m1,
            d1[0].trunc() + d1[7 % d1.len()] - z2,
            f64::powi(1.00, 3 as i32) / 3.0 - m1,
        ]
    }
    #[autograd::differentiable]
    fn f(d0: &mut [f64], c1: [f64; 3], d2: &mut [f64]) -> f64 {
        let mut x1 = 0.66
            * (-d0[7 % d0.len()] * (d0[2 % d0.len()] * d0[2 % d0.len()] + 0.7).recip())
            / (1.8 + c1[2].sin()) / 2.0;
        let r2: f64 = g1(c1[2] * c1[0] / 3.0, 2);
        for i3 in 0..4 {
            let r2 = ((x1 + c1[1]).sin().powi(2) + x1) / 2.0;
        }
        let mut x4 = 0.46
            * -(x1.tanh().exp_m1()
                - (d0[1 % d0.len()] * d0[1 % d0.len()] + 1.3).acosh());
        let mut x5 = d0[4 % d0.len()];
        let (mut p6, q7): (f64, f64) = (d0[0], (x4 + x4 / (x4 * x4 + 0.8)).tanh());
        if !(c1[(q7.abs() * 3.0) as usize % 3] < -0.44) {
            x5 -= p6;
            for i8 in (1..6).step_by(2).rev() {
                let mut n10: usize = 0;
                'l9: while n10 < 3 {
                    n10 += 1;
                    'l11: for i12 in (1..6).step_by(2).rev() {
                        let x13 = -(p6.cos() / 1.3);
                        d0[0] = r2;
                        d0[d0.len() - 2] *= 0.66 * (x4 * x4 + 0.7).recip();
                    }
                }
                p6 /= d2[1] * d2[1] + 1.0;
            }
        }
        q7 + d0[3 % d0.len()] - c1[0] - d2[0 % d2.len()] + r2 - x5 - p6
    }
    fn value(x: &[f64]) -> Vec<f64> {
        let mut p0 = x[0..2].to_vec();
        let p1 = [x[2], x[3], x[4]];
        let mut p2 = x[5..8].to_vec();
        let y = f(&mut p0, p1, &mut p2);
        [flat(&y), flat(&p0), flat(&p2)].concat()
    }
    fn backward(x: &[f64], w: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let mut p0 = x[0..2].to_vec();
        let p1 = [x[2], x[3], x[4]];
        let mut p2 = x[5..8].to_vec();
        let mut d0 = w[1..3].to_vec();
        let mut d2 = w[3..6].to_vec();
        let (y, g1) = f_backward(&mut p0, &mut d0, p1, &mut p2, &mut d2, w[0]);
        (
            [flat(&y), flat(&p0), flat(&p2)].concat(),
            [flat(&d0), flat(&g1), flat(&d2)].concat(),
        )
    }
    fn vjp(x: &[f64], w: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let mut p0 = x[0..2].to_vec();
        let p1 = [x[2], x[3], x[4]];
        let mut p2 = x[5..8].to_vec();
        let mut d0 = w[1..3].to_vec();
        let mut d2 = w[3..6].to_vec();
        let (y, pullback) = f_vjp(&mut p0, p1, &mut p2);
        let outputs = [flat(&y), flat(&p0), flat(&p2)].concat();
        let g1 = pullback(&mut p0, &mut d0, &mut p2, &mut d2, w[0]);
        assert_eq!(flat(& p0), x[0..2]);
        assert_eq!(flat(& p2), x[5..8]);
        (outputs, [flat(&d0), flat(&g1), flat(&d2)].concat())
    }
}

mod seed_1000809 {
    use super::{flat, Case};
    pub(crate) const CASE: Case = Case {
        name: "seed_1000809",
        point: &[0.83, 1.071, -1.266, 0.3],
        value,
        backward,
        vjp,
        grad: None,
    };
    #[autograd::differentiable]
    fn f(z0: f64, c1: &mut [f64; 3]) -> f64 {
        let mut x1 = (c1[1] * c1[1] + 0.5).log10().cos();
        x1 -= x1.atan().fract();
        let flag2 = z0 < 0.84 || z0 < -0.12;
        let mut n3: usize = 0;
        let v4: f64 = loop {
            if n3 == 2 {
                break (n3 as f64).atan();
            }
            n3 += 1;
            assert!(1.23 < 1.0e6);
            x1 = ((n3 as f64) * (n3 as f64) + 1.3).acosh();
        };
        x1 = 0.5 * x1 + z0 / 2.0;
        let x5 = n3 as f64;
        {
            let row6 = &mut c1[..2];
            row6[1] = (x1.copysign(row6[(x1.abs() * 3.0) as usize % 2]) * x5.asinh()
                + (x5 * x5 + 1.3).acosh()) / 5.0;
            row6[(x5.abs() * 3.0) as usize % 2]
                -= -(match n3 + 2 {
                    0 => n3 as f64,
                    _ => x5,
                });
        }
        (x5 / (1.86 * 1.86 + 0.8)).sin() + c1[n3] + x1
    }
    fn value(x: &[f64]) -> Vec<f64> {
        let p0 = x[0];
        let mut p1 = [x[1], x[2], x[3]];
        let y = f(p0, &mut p1);
        [flat(&y), flat(&p1)].concat()
    }
    fn backward(x: &[f64], w: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let p0 = x[0];
        let mut p1 = [x[1], x[2], x[3]];
        let mut d1 = [w[1], w[2], w[3]];
        let (y, g0) = f_backward(p0, &mut p1, &mut d1, w[0]);
        ([flat(&y), flat(&p1)].concat(), [flat(&g0), flat(&d1)].concat())
    }
    fn vjp(x: &[f64], w: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let p0 = x[0];
        let mut p1 = [x[1], x[2], x[3]];
        let mut d1 = [w[1], w[2], w[3]];
        let (y, pullback) = f_vjp(p0, &mut p1);
        let outputs = [flat(&y), flat(&p1)].concat();
        let g0 = pullback(&mut p1, &mut d1, w[0]);
        assert_eq!(flat(& p1), x[1..4]);
        (outputs, [flat(&g0), flat(&d1)].concat())
    }
}

mod seed_1000810 {
    use super::{flat, Case};
    pub(crate) const CASE: Case = Case {
        name: "seed_1000810",
        point: &[0.723, -1.006, -0.348, 0.344, -0.508],
        value,
        backward,
        vjp,
        grad: None,
    };
    #[autograd::differentiable]
    fn g1(c0: &mut [f64; 2], z1: &mut f64, n2: usize, d3: &[f64]) -> (f64, f64) {
        let mut n2: usize = 0;
        let v5: f64 = 'l1: loop {
            if n2 == 4 {
                break c0[n2.min(1)];
            }
            n2 += 1;
            let k3: usize = 2;
            let mut n4: usize = 0;
            while n4 < 1 {
                n4 += 1;
                *z1 /= d3[n4.min(7) % d3.len()] * d3[n4.min(7) % d3.len()] + 1.0;
                if matches!((n4 % 6), 1..= 3) {
                    *z1 = d3[((n4 * 4 + 1) % 8) % d3.len()];
                } else {
                    *z1 /= c0[n4] * c0[n4] + 1.0;
                }
            }
        };
        ((v5 + *z1) / 2.0 + c0[n2 % 2] + *z1 + v5, -(*z1))
    }
    #[autograd::differentiable]
    fn f(z0: &mut f64, n1: usize, d2: &mut [f64], c3: &[f64; 2]) -> f64 {
        let mut a1: [f64; 2] = [(*z0).copysign(c3[0]), d2[d2.len() - 2]];
        let k2: usize = n1 % 4;
        if n1 % 3 == 1 {
            return f64::log(1.05 * 1.05 + 1.2, 2.5);
        }
        for i3 in 0..3 {
            *z0 /= d2[3 % d2.len()] * d2[3 % d2.len()] + 1.0;
        }
        let (p4, q5): (f64, f64) = g1(&mut a1, z0, (k2 * 4 + 1) % 4, c3);
        *z0 = 0.30
            * ((0.34 * (n1 as f64).tanh().tan()) * (0.34 * (n1 as f64).tanh().tan())
                + 0.4)
                .powf(0.33 * n1 as f64);
        assert!(p4 < 1.0e6);
        let k6: usize = k2.min(3);
        let (mut p7, q8): (f64, f64) = (
            (a1[0] - p4 - d2[4 % d2.len()] * 0.78) / 3.0,
            (q5 * q5 + 1.2).log(2.5),
        );
        for i9 in (1..6).step_by(2).rev() {
            a1[(k2 * 5 + 3) % 2] = 0.73 * (a1[0].cos() * ((0.50 * q8).exp_m1() - 0.58));
            if (k2 + 2) % 2 != 2 {
                break;
            }
        }
        1.85 - *z0 + d2[0] + a1[0] + p7 - q8
    }
    fn value(x: &[f64]) -> Vec<f64> {
        let mut p0 = x[0];
        let p1 = 1_usize;
        let mut p2 = x[1..3].to_vec();
        let p3 = [x[3], x[4]];
        let y = f(&mut p0, p1, &mut p2, &p3);
        [flat(&y), flat(&p0), flat(&p2)].concat()
    }
    fn backward(x: &[f64], w: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let mut p0 = x[0];
        let p1 = 1_usize;
        let mut p2 = x[1..3].to_vec();
        let p3 = [x[3], x[4]];
        let mut d0 = w[1];
        let mut d2 = w[2..4].to_vec();
        let mut d3 = [0.0; 2];
        let y = f_backward(&mut p0, &mut d0, p1, &mut p2, &mut d2, &p3, &mut d3, w[0]);
        (
            [flat(&y), flat(&p0), flat(&p2)].concat(),
            [flat(&d0), flat(&d2), flat(&d3)].concat(),
        )
    }
    fn vjp(x: &[f64], w: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let mut p0 = x[0];
        let p1 = 1_usize;
        let mut p2 = x[1..3].to_vec();
        let p3 = [x[3], x[4]];
        let mut d0 = w[1];
        let mut d2 = w[2..4].to_vec();
        let mut d3 = [0.0; 2];
        let (y, pullback) = f_vjp(&mut p0, p1, &mut p2, &p3);
        let outputs = [flat(&y), flat(&p0), flat(&p2)].concat();
        let () = pullback(&mut p0, &mut d0, &mut p2, &mut d2, &p3, &mut d3, w[0]);
        assert_eq!(flat(& p0), x[0..1]);
        assert_eq!(flat(& p2), x[1..3]);
        (outputs, [flat(&d0), flat(&d2), flat(&d3)].concat())
    }
}

mod seed_1000811 {
    use super::{flat, Case};
    pub(crate) const CASE: Case = Case {
        name: "seed_1000811",
        point: &[
            0.774,
            1.088,
            1.03,
            0.518,
            1.002,
            0.527,
            0.914,
            0.803,
            0.358,
            0.284,
            -0.619,
        ],
        value,
        backward,
        vjp,
        grad: None,
    };
    #[autograd::differentiable]
    fn g1(mut z0: f64) -> f64 {
        let mut y1: f64 = if z0 > -0.46 || z0 > -0.64 {
            let mut n2: usize = 0;
            let v5: f64 = loop {
                if n2 == 4 {
                    break (z0 + n2 as f64).tanh();
                }
                n2 += 1;
                if 0.78 < z0 {
                    let x3 = ((0.56 - z0 / ((n2 as f64) * (n2 as f64) + 0.8)) / 2.0
                        / (1.8 + z0.sin()))
                        .tanh();
                } else {
                    for i4 in 0..=2 {
                        z0 = ((i4 as f64) * (i4 as f64) + 0.7).recip();
                    }
                }
            };
            z0
        } else {
            f64::exp_m1(0.60).sin()
        };
        z0 / 2.6 / 2.0 + z0 - y1
    }
    #[autograd::differentiable]
    fn f(m0: [[f64; 2]; 2], c1: &[f64; 3], z2: f64, mut c3: [f64; 3]) -> [f64; 3] {
        let x1 = (c3[0] * c3[0] + 0.5).ln();
        let mut x2: f64 = 1.35;
        let mut n3: usize = 0;
        loop {
            if n3 == 4 {
                break;
            }
            n3 += 1;
            x2
                -= ((x1 * m0[1][n3 % 2]).sin()
                    * (({
                        let t4 = c1[n3.min(2)];
                        t4 * m0[1][0]
                    }) / 2.0))
                    .tanh() / 2.0;
        }
        x2 -= c1[2].atan2((n3 as f64) * (n3 as f64) + 0.5) / (1.8 + x1.sin());
        if 0.25 * (m0[0][0] * n3 as f64) < x2 {
            let x5 = f64::cos(
                if (x2 - 1.80).sin() < m0[0][(m0[1][n3 % 2].abs() * 3.0) as usize % 2] {
                    0.62 * (m0[n3 % 2][1] + 1.78)
                } else {
                    0.50 * (m0[(m0[n3 % 2][1].abs() * 3.0) as usize % 2][0] + c1[2])
                },
            );
            let y6: f64 = if (c3[0] * c1[n3 % 3]).sin() <= x2 {
                (x2 + x2).atan()
            } else {
                let mut x7 = m0[1][0];
                c3[1] = 0.5 * c3[1] + x7.sin();
                c3[2]
            };
            let x8 = (c1[n3 % 3] * c1[n3 % 3] + 0.5).cbrt().sin();
        } else if !(x2 < 0.22) {
            for i9 in (0..4).rev() {
                c3[((n3 as f64).abs() * 3.0) as usize % 3] = (c3[0] - i9 as f64)
                    .atan()
                    .rem_euclid(1.3);
            }
        } else {
            x2
                *= (n3 as f64 / 2.0 % 1.7
                    * c1[((n3 as f64).abs() * 3.0) as usize % 3].round_ties_even())
                    .tanh();
        }
        c3
    }
    fn value(x: &[f64]) -> Vec<f64> {
        let p0 = [[x[0], x[1]], [x[2], x[3]]];
        let p1 = [x[4], x[5], x[6]];
        let p2 = x[7];
        let p3 = [x[8], x[9], x[10]];
        let y = f(p0, &p1, p2, p3);
        [flat(&y)].concat()
    }
    fn backward(x: &[f64], w: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let p0 = [[x[0], x[1]], [x[2], x[3]]];
        let p1 = [x[4], x[5], x[6]];
        let p2 = x[7];
        let p3 = [x[8], x[9], x[10]];
        let mut d1 = [0.0; 3];
        let (y, (g0, g2, g3)) = f_backward(p0, &p1, &mut d1, p2, p3, [w[0], w[1], w[2]]);
        ([flat(&y)].concat(), [flat(&g0), flat(&d1), flat(&g2), flat(&g3)].concat())
    }
    fn vjp(x: &[f64], w: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let p0 = [[x[0], x[1]], [x[2], x[3]]];
        let p1 = [x[4], x[5], x[6]];
        let p2 = x[7];
        let p3 = [x[8], x[9], x[10]];
        let mut d1 = [0.0; 3];
        let (y, pullback) = f_vjp(p0, &p1, p2, p3);
        let outputs = [flat(&y)].concat();
        let (g0, g2, g3) = pullback(&p1, &mut d1, [w[0], w[1], w[2]]);
        (outputs, [flat(&g0), flat(&d1), flat(&g2), flat(&g3)].concat())
    }
}

mod seed_1000812 {
    use super::{flat, Case};
    pub(crate) const CASE: Case = Case {
        name: "seed_1000812",
        point: &[
            1.425,
            1.157,
            1.298,
            0.845,
            -1.005,
            0.276,
            -0.399,
            -0.984,
            -1.519,
            1.49,
            0.646,
            -1.447,
        ],
        value,
        backward,
        vjp,
        grad: None,
    };
    #[autograd::differentiable]
    fn g1(z0: f64) -> f64 {
        for i1 in 0..=3 {
            for i2 in ((i1 * 2 + 3) % 3)..=3 {
                let y3: f64 = if (i1 % 6) % 3 != 2 {
                    let mut z0 = 0.33 * (z0 * i1 as f64);
                    0.33
                        * ((match (i1 * 5 + 1) % 5 {
                            1..=2 => i1 as f64,
                            _ => z0,
                        }) * -z0)
                } else {
                    z0
                };
                if z0 > -0.05 || 1.03 < -0.59 {
                    return (y3 * y3 + 0.5).cbrt();
                }
            }
        }
        z0 - z0
    }
    #[autograd::differentiable]
    fn g2(z0: f64, n1: usize, d2: &[f64]) -> f64 {
        let mut y1: f64 = if g1(n1 as f64) >= d2[((n1 * 5 + 1) % 8) % d2.len()] {
            for i2 in 0..d2.len() {
                let a3: Vec<f64> = d2.to_vec();
                let y4: f64 = if !(a3[((n1 * 4 + 3) % 8) % a3.len()] < 0.71) {
                    0.25 * (a3[0].round_ties_even() * (a3[0] * a3[0] + 0.5).cbrt())
                } else {
                    a3[n1 % a3.len()].powi(3).sin() * (0.66 * d2[i2].powi(2)) / 2.0
                };
            }
            (-d2[((n1 * 3 + 2) % 8) % d2.len()].mul_add(n1 as f64, z0)).tanh()
        } else {
            if (if 1.41 < 0.70 || z0 > 0.04 { n1 as f64 } else { z0 }) < d2[0] {
                let mut x5 = -d2[n1 % d2.len()];
            } else {
                let x6 = -((0.30 * d2[(n1 % 8) % d2.len()]).asin() - (d2[0] - n1 as f64))
                    / 3.0;
            }
            (0.66 * -d2[d2.len() - 1]).exp2().sin()
        };
        0.50 * (y1 - d2[1]) - y1
    }
    #[autograd::differentiable]
    fn f((u0, v0): (f64, f64), d1: &mut [f64], c2: [f64; 2], m3: [[f64; 3]; 2]) -> f64 {
        if 1 % 2 < 0 {
            assert!(c2[1] < 1.0e6);
            let mut w1: f64 = (c2[1].tanh() * (u0 / 4.0).acos()).sin();
            while w1 < 1.3 {
                w1 += 0.4 + 0.1 * v0 * v0;
                for i2 in 1..d1.len() {
                    let mut x3 = 0.60
                        * ((v0 * v0).asinh() - (c2[i2.min(1)] + v0).sin().powi(2));
                    d1[d1.len() - 1 - i2] = 0.5 * d1[d1.len() - 1 - i2]
                        + w1.min(m3[1][i2 % 3]).sin();
                }
            }
        } else {
            let mut v0 = -v0;
        }
        -c2[(c2[(d1[7 % d1.len()].abs() * 3.0) as usize % 2].abs() * 3.0) as usize % 2]
            + u0 - d1[3 % d1.len()]
    }
    fn value(x: &[f64]) -> Vec<f64> {
        let p0 = (x[0], x[1]);
        let mut p1 = x[2..4].to_vec();
        let p2 = [x[4], x[5]];
        let p3 = [[x[6], x[7], x[8]], [x[9], x[10], x[11]]];
        let y = f(p0, &mut p1, p2, p3);
        [flat(&y), flat(&p1)].concat()
    }
    fn backward(x: &[f64], w: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let p0 = (x[0], x[1]);
        let mut p1 = x[2..4].to_vec();
        let p2 = [x[4], x[5]];
        let p3 = [[x[6], x[7], x[8]], [x[9], x[10], x[11]]];
        let mut d1 = w[1..3].to_vec();
        let (y, (g0, g2, g3)) = f_backward(p0, &mut p1, &mut d1, p2, p3, w[0]);
        (
            [flat(&y), flat(&p1)].concat(),
            [flat(&g0), flat(&d1), flat(&g2), flat(&g3)].concat(),
        )
    }
    fn vjp(x: &[f64], w: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let p0 = (x[0], x[1]);
        let mut p1 = x[2..4].to_vec();
        let p2 = [x[4], x[5]];
        let p3 = [[x[6], x[7], x[8]], [x[9], x[10], x[11]]];
        let mut d1 = w[1..3].to_vec();
        let (y, pullback) = f_vjp(p0, &mut p1, p2, p3);
        let outputs = [flat(&y), flat(&p1)].concat();
        let (g0, g2, g3) = pullback(&mut p1, &mut d1, w[0]);
        assert_eq!(flat(& p1), x[2..4]);
        (outputs, [flat(&g0), flat(&d1), flat(&g2), flat(&g3)].concat())
    }
}

mod seed_1000813 {
    use super::{flat, Case};
    pub(crate) const CASE: Case = Case {
        name: "seed_1000813",
        point: &[0.264, 0.956, 0.496, -1.362, -0.748, -0.301, -1.031, 0.644, -0.99],
        value,
        backward,
        vjp,
        grad: Some(grad),
    };
    #[autograd::differentiable]
    fn g1(d0: &mut [f64], mut z1: f64, n2: usize) -> f64 {
        let mut t1: (f64, f64) = (
            ((0.66 * n2 as f64).powi(n2 as i32) + d0[0].round()).sin(),
            if 1.97 < -0.10 || d0[0] > 0.87 {
                (d0[1] - 0.72).sin()
            } else {
                (d0[1] + d0[7 % d0.len()]) / 2.0
            },
        );
        let mut x2 = d0[0];
        for i3 in (1..6).step_by(2).rev() {
            let mut n5: usize = 0;
            'l4: while n5 < 1 && x2 > 0.31 {
                n5 += 1;
                x2 *= (t1.0 * t1.0 + 0.7).recip() / 2.0;
            }
        }
        (z1 * x2).tanh() + z1 + t1.0 * t1.1
    }
    #[autograd::differentiable]
    fn f(z0: f64, d1: &[f64], mut c2: [f64; 3]) -> f64 {
        let r1: f64 = g1(&mut c2, d1[0] / (d1[0] * d1[0] + 0.8) / 2.0, 2);
        let mut r1 = 0.09
            * ((0.33 * (r1 * d1[3 % d1.len()])).powi(3)
                - 0.60 * (d1[4 % d1.len()] - 1.93)
                    / (c2[(c2[0].abs() * 3.0) as usize % 3]
                        * c2[(c2[0].abs() * 3.0) as usize % 3] + 0.8));
        if (d1[6 % d1.len()] / 1.4).tanh()
            >= c2[(f64::abs(c2[(f64::abs(d1[3 % d1.len()]) * 3.0) as usize % 3]) * 3.0)
                as usize % 3]
        {
            let mut n2: usize = 0;
            let v3: f64 = loop {
                if n2 == 2 {
                    break (d1[6 % d1.len()] * d1[6 % d1.len()] + 0.1).ln_1p();
                }
                n2 += 1;
                if r1 > 0.95 {
                    break r1;
                }
            };
        } else if r1 < -0.31 && r1 < 0.00 {
            r1 = (0.30
                * (if c2[1].hypot(r1 * r1 + 0.6).sin()
                    < c2[(z0.abs() * 3.0) as usize % 3]
                {
                    (r1 - c2[2]) / 2.0
                } else {
                    0.30 * f64::powf(1.95 * 1.95 + 0.4, r1 / 3.0)
                }))
                .asin();
        } else {
            r1 += f64::round_ties_even(d1[7 % d1.len()].powi(3).tanh()) / 2.0;
        }
        d1[1] - z0 - c2[2] + r1
    }
    fn value(x: &[f64]) -> Vec<f64> {
        let p0 = x[0];
        let p1 = x[1..6].to_vec();
        let p2 = [x[6], x[7], x[8]];
        let y = f(p0, &p1, p2);
        [flat(&y)].concat()
    }
    fn backward(x: &[f64], w: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let p0 = x[0];
        let p1 = x[1..6].to_vec();
        let p2 = [x[6], x[7], x[8]];
        let mut d1 = vec![0.0; 5];
        let (y, (g0, g2)) = f_backward(p0, &p1, &mut d1, p2, w[0]);
        ([flat(&y)].concat(), [flat(&g0), flat(&d1), flat(&g2)].concat())
    }
    fn vjp(x: &[f64], w: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let p0 = x[0];
        let p1 = x[1..6].to_vec();
        let p2 = [x[6], x[7], x[8]];
        let mut d1 = vec![0.0; 5];
        let (y, pullback) = f_vjp(p0, &p1, p2);
        let outputs = [flat(&y)].concat();
        let (g0, g2) = pullback(&p1, &mut d1, w[0]);
        (outputs, [flat(&g0), flat(&d1), flat(&g2)].concat())
    }
    fn grad(x: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let p0 = x[0];
        let p1 = x[1..6].to_vec();
        let p2 = [x[6], x[7], x[8]];
        let (g0, d1, g2) = f_grad(p0, &p1, p2);
        let alone = [flat(&g0), flat(&d1), flat(&g2)].concat();
        let (y, (g0, d1, g2)) = f_value_and_grad(p0, &p1, p2);
        assert_eq!(alone, [flat(& g0), flat(& d1), flat(& g2)].concat());
        (flat(&y), [flat(&g0), flat(&d1), flat(&g2)].concat())
    }
}

mod seed_1000814 {
    use super::{flat, Case};
    pub(crate) const CASE: Case = Case {
        name: "seed_1000814",
        point: &[-0.559, -1.146, 0.249, -0.669, 1.281],
        value,
        backward,
        vjp,
        grad: Some(grad),
    };
    #[autograd::differentiable]
    fn g1(d0: &[f64], n1: usize, z2: f64) -> f64 {
        if z2 > -0.73 {
            let k1: usize = 1;
        } else {
            for i2 in (0..d0.len()).rev() {
                if f64::sin(d0[i2].tanh().exp()) > z2 {
                    let z2 = (0.40 * (i2 as f64 * d0[0]) * d0[i2]).tanh()
                        / (z2 * z2 + 0.8);
                } else {
                    let mut x3 = d0[((n1 * 3 + 3) % 8) % d0.len()].signum();
                }
            }
        }
        (z2 * z2 + 0.4).powf(0.33 * z2).tanh() + d0[d0.len() - 1] - z2
    }
    #[autograd::differentiable(recursive)]
    fn g2(x: f64, n: usize) -> f64 {
        if n == 0 {
            return (x * x + 0.7).recip() * (x * n as f64).sin();
        }
        let mut a1: [f64; 4] = [0.33 * (n as f64 * x); 4];
        if x > 0.65 || (n as f64) > 0.68 {
            let x2 = a1[n];
        }
        let deeper: f64 = g2(
            (0.70 * (x / (a1[n] * a1[n] + 0.8))).clamp(-1.25, 1.5),
            n - 1,
        );
        0.5 * deeper + (a1[n] + n as f64).sin()
    }
    #[autograd::differentiable]
    fn f((u0, v0): (f64, f64), z1: f64, n2: usize, t3: (f64, f64)) -> f64 {
        let mut k1: usize = 1;
        let x3 = ((({
            let t2: f64 = 0.74;
            t2 * k1 as f64
        }) * v0)
            .sin()
            * (({
                let t2: f64 = 0.74;
                t2 * k1 as f64
            }) * v0)
                .sin() + 0.4)
            .powf(t3.1.tanh())
            .tanh();
        for i4 in (1..6).step_by(2).rev() {
            if let 0 | 2 = (i4 * 2 + 2) % 4 {
                let flag5 = x3 < -0.91 && z1 > -0.44;
                if t3.0 > -0.92 && 0.54 > 0.57 {
                    let mut x6 = (0.90 * -v0.cos()).asin();
                }
                let k7: usize = k1 % 4;
            } else {
                for i8 in 0..(i4 % 4) {
                    let a9: Vec<f64> = vec![0.33 * (v0 * v0), (u0 - k1 as f64).tanh()];
                }
            }
            let mut k10: usize = n2 % 5;
        }
        for i11 in (0..5).step_by(3) {
            if v0 <= v0 {
                k1 = 2;
                let x12 = 0.75 * z1.round_ties_even().asinh();
            } else {
                let x13 = 0.75
                    * (0.70 * ((t3.0 - u0) / 2.0 / (u0 * u0 + 0.8))).round_ties_even();
            }
        }
        (match n2 % 5 {
            1..=2 => 0.64,
            _ => x3,
        }) - v0 - t3.0 * t3.1
    }
    fn value(x: &[f64]) -> Vec<f64> {
        let p0 = (x[0], x[1]);
        let p1 = x[2];
        let p2 = 3_usize;
        let p3 = (x[3], x[4]);
        let y = f(p0, p1, p2, p3);
        [flat(&y)].concat()
    }
    fn backward(x: &[f64], w: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let p0 = (x[0], x[1]);
        let p1 = x[2];
        let p2 = 3_usize;
        let p3 = (x[3], x[4]);
        let (y, (g0, g1, g3)) = f_backward(p0, p1, p2, p3, w[0]);
        ([flat(&y)].concat(), [flat(&g0), flat(&g1), flat(&g3)].concat())
    }
    fn vjp(x: &[f64], w: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let p0 = (x[0], x[1]);
        let p1 = x[2];
        let p2 = 3_usize;
        let p3 = (x[3], x[4]);
        let (y, pullback) = f_vjp(p0, p1, p2, p3);
        let outputs = [flat(&y)].concat();
        let (g0, g1, g3) = pullback(w[0]);
        (outputs, [flat(&g0), flat(&g1), flat(&g3)].concat())
    }
    fn grad(x: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let p0 = (x[0], x[1]);
        let p1 = x[2];
        let p2 = 3_usize;
        let p3 = (x[3], x[4]);
        let (g0, g1, g3) = f_grad(p0, p1, p2, p3);
        let alone = [flat(&g0), flat(&g1), flat(&g3)].concat();
        let (y, (g0, g1, g3)) = f_value_and_grad(p0, p1, p2, p3);
        assert_eq!(alone, [flat(& g0), flat(& g1), flat(& g3)].concat());
        (flat(&y), [flat(&g0), flat(&g1), flat(&g3)].concat())
    }
}

mod seed_1000815 {
    use super::{flat, Case};
    pub(crate) const CASE: Case = Case {
        name: "seed_1000815",
        point: &[
            -0.962,
            1.1,
            -0.211,
            0.317,
            1.062,
            1.425,
            -1.572,
            -1.236,
            0.577,
            0.894,
            1.545,
        ],
        value,
        backward,
        vjp,
        grad: None,
    };
    #[autograd::differentiable]
    fn f(c0: &[f64; 2], d1: &mut [f64], mut v2: Vec<f64>) -> f64 {
        let x1 = 0.33 * ((v2[0 % v2.len()] * v2[0 % v2.len()] + 0.1).ln_1p() * c0[0]);
        let x2 = (c0[1] + x1 + v2[0] - d1[5 % d1.len()]).tanh();
        for i3 in 0..1 {
            let mut x4 = (-v2[(i3 % 8) % v2.len()]
                - d1[i3 % d1.len()] / (1.8 + c0[i3].sin()))
                .tanh()
                .copysign(0.14);
            let x5 = (match i3.min(4) {
                0 => i3 as f64 / 2.9,
                _ => (x2 + x4).sin(),
            }) - (c0[i3] * c0[i3] + 0.7).recip();
            let (mut p6, q7): (f64, f64) = (
                (x4 * x4 + 0.4).powf(x5.sin()).sin().sinh(),
                x5,
            );
            for i8 in 0..4 {
                x4 = (0.50 * d1[(i8 + 4) % d1.len()]).sinh().tanh() / (1.8 + q7.sin());
                let (s9, c10) = (0.66 * (0.30 * x5).asin().exp()).sin_cos();
                'l11: for i12 in 0..v2.len() {
                    x4 = 0.5 * x4 + -x5 / 2.0;
                }
            }
        }
        'l13: for i14 in (1..6).step_by(2).rev() {
            let mut w15: f64 = ({
                let t16 = (v2[3 % v2.len()] * d1[i14 % d1.len()]).sin();
                t16 * c0[1]
            })
                .tanh();
            while w15 < 1.3 {
                w15 += 0.4 + 0.1 * c0[1] * c0[1];
                let mut x17 = f64::tanh(
                    (x2 * w15 + (1.49 - v2[0])) / 5.0 / (w15 * w15 + 0.8),
                );
                {
                    let row18 = &mut d1[..2];
                    row18[1] = 0.5 * row18[1] + row18[1].sin().exp2().sin();
                    x17 += (i14 as f64 * v2[0]).tanh().powi(3) / 2.0;
                }
            }
        }
        (x1 * x1 + 0.5).cbrt() + c0[(v2[0].abs() * 3.0) as usize % 2] + d1[0 % d1.len()]
            + v2[v2.len() - 1] - x1
    }
    fn value(x: &[f64]) -> Vec<f64> {
        let p0 = [x[0], x[1]];
        let mut p1 = x[2..6].to_vec();
        let p2 = x[6..11].to_vec();
        let y = f(&p0, &mut p1, p2.clone());
        [flat(&y), flat(&p1)].concat()
    }
    fn backward(x: &[f64], w: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let p0 = [x[0], x[1]];
        let mut p1 = x[2..6].to_vec();
        let p2 = x[6..11].to_vec();
        let mut d0 = [0.0; 2];
        let mut d1 = w[1..5].to_vec();
        let (y, g2) = f_backward(&p0, &mut d0, &mut p1, &mut d1, p2.clone(), w[0]);
        ([flat(&y), flat(&p1)].concat(), [flat(&d0), flat(&d1), flat(&g2)].concat())
    }
    fn vjp(x: &[f64], w: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let p0 = [x[0], x[1]];
        let mut p1 = x[2..6].to_vec();
        let p2 = x[6..11].to_vec();
        let mut d0 = [0.0; 2];
        let mut d1 = w[1..5].to_vec();
        let (y, pullback) = f_vjp(&p0, &mut p1, p2.clone());
        let outputs = [flat(&y), flat(&p1)].concat();
        let g2 = pullback(&p0, &mut d0, &mut p1, &mut d1, w[0]);
        assert_eq!(flat(& p1), x[2..6]);
        (outputs, [flat(&d0), flat(&d1), flat(&g2)].concat())
    }
}

mod seed_1000816 {
    use super::{flat, Case};
    pub(crate) const CASE: Case = Case {
        name: "seed_1000816",
        point: &[-0.614, 1.454, 0.51, 0.303, 1.23, -0.656, 0.91, 0.971],
        value,
        backward,
        vjp,
        grad: None,
    };
    #[autograd::differentiable]
    fn f(d0: &[f64], v1: &Vec<f64>) -> (f64, f64) {
        let mut y1: f64 = if -v1[6 % v1.len()] <= v1[1] {
            ((match 3 {
                k if k > 2 => d0[1],
                _ => d0[d0.len() - 1],
            }) * f64::sin(v1[0 % v1.len()]).exp())
                .sin()
        } else {
            let mut x2 = match 3 {
                0 => d0[1],
                _ => (0.21 * (d0[7 % d0.len()] / (v1[1] * v1[1] + 0.8))).acos(),
            };
            (0.30 * v1[1 % v1.len()]).acos() * -d0[0 % d0.len()] / 3.0
        };
        let mut a3: [f64; 2] = [0.0; 2];
        for i4 in (0..v1.len()).rev() {
            let mut y1 = (y1 * y1 + 0.5).log10();
        }
        if 0.40 > d0[4 % d0.len()] {
            return (a3[0], d0[1 % d0.len()]);
        }
        let mut n5: usize = 0;
        let v7: f64 = loop {
            if n5 == 4 {
                break (a3[1] * v1[0]).tanh();
            }
            n5 += 1;
            y1 = (0.21 * (0.38 * (1.97 * n5 as f64) / (a3[1] * a3[1] + 0.8))).atanh();
            let a6: [[f64; 2]; 3] = [
                [y1.min(a3[1]), d0[n5 % d0.len()]],
                [
                    (y1 * d0[((n5 * 2 + 3) % 8) % d0.len()]).sin(),
                    y1 / (1.09 * 1.09 + 0.8) / 2.0,
                ],
                [(0.30 * y1).atanh(), v1[1].abs()],
            ];
        };
        a3[1] = 0.5 * a3[1]
            + (-a3[(d0[(n5 + 3) % d0.len()].abs() * 3.0) as usize % 2]).tanh();
        for i8 in 1..d0.len() {
            let (mut p9, q10): (f64, f64) = (
                0.70
                    * (0.70
                        * (a3[(d0[1].abs() * 3.0) as usize % 2]
                            / (d0[i8] * d0[i8] + 0.8)) / (a3[1] * a3[1] + 0.8)),
                d0[i8 % d0.len()],
            );
        }
        (
            (a3[0] * a3[0] + 1.2).log(2.5) - d0[d0.len() - 2] - y1 - a3[n5.min(1)],
            d0[1] + a3[1] - v7,
        )
    }
    fn value(x: &[f64]) -> Vec<f64> {
        let p0 = x[0..5].to_vec();
        let p1 = x[5..8].to_vec();
        let y = f(&p0, &p1);
        [flat(&y)].concat()
    }
    fn backward(x: &[f64], w: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let p0 = x[0..5].to_vec();
        let p1 = x[5..8].to_vec();
        let mut d0 = vec![0.0; 5];
        let mut d1 = vec![0.0; 3];
        let y = f_backward(&p0, &mut d0, &p1, &mut d1, (w[0], w[1]));
        ([flat(&y)].concat(), [flat(&d0), flat(&d1)].concat())
    }
    fn vjp(x: &[f64], w: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let p0 = x[0..5].to_vec();
        let p1 = x[5..8].to_vec();
        let mut d0 = vec![0.0; 5];
        let mut d1 = vec![0.0; 3];
        let (y, pullback) = f_vjp(&p0, &p1);
        let outputs = [flat(&y)].concat();
        let () = pullback(&p0, &mut d0, &p1, &mut d1, (w[0], w[1]));
        (outputs, [flat(&d0), flat(&d1)].concat())
    }
}

mod seed_1000817 {
    use super::{flat, Case};
    pub(crate) const CASE: Case = Case {
        name: "seed_1000817",
        point: &[1.408, 0.323, -0.638, 1.14, -0.429, 0.399, -0.868],
        value,
        backward,
        vjp,
        grad: Some(grad),
    };
    #[autograd::differentiable]
    fn f(v0: &Vec<f64>, c1: [f64; 3]) -> f64 {
        let mut a1: Vec<f64> = vec![0.50 * (v0[3 % v0.len()] + v0[1]); 2 + 2];
        {
            let row2 = &v0[..2];
            a1[1] = (c1[2] * v0[0] - a1[a1.len() - 1].tanh()).tanh()
                * (a1[1] - c1[0]).tanh();
            let mut w3: f64 = (v0[6 % v0.len()] + (c1[1] - a1[0])).tanh();
            while w3 < 1.3 {
                w3 += 0.4 + 0.1 * w3 * w3;
                let mut w5: f64 = (-(w3 + a1[5 % a1.len()]) / 2.0).sin();
                'l4: while w5 < 1.3 {
                    w5 += 0.4 + 0.1 * v0[3 % v0.len()] * v0[3 % v0.len()];
                    a1[1] = a1[0];
                }
                if v0[5 % v0.len()] > -0.10 && row2[1] > -0.96 {
                    let y6: f64 = if w5 <= 0.70 {
                        ((c1[(row2[0].abs() * 3.0) as usize % 3]
                            * c1[(row2[0].abs() * 3.0) as usize % 3] + 0.7)
                            .recip() * w5)
                            .sin()
                    } else {
                        match 4 {
                            1..=2 => 0.70 * (w5 / (w3 * w3 + 0.8)),
                            _ => (w5 + 1.81) / 2.0,
                        }
                    };
                    let mut x7 = 0.75 * (-row2[0]).round();
                    x7 -= 0.23 * (x7 * a1[5 % a1.len()] - (w3 * w3 + 0.6).log2()) / 5.0;
                } else {
                    let flag8 = a1[1 % a1.len()] < -0.98 || w5 < -0.15;
                }
            }
        }
        if (0.30 * c1[(a1[3 % a1.len()].abs() * 3.0) as usize % 3]).atanh()
            > a1[2 % a1.len()]
        {
            let mut x9 = a1[0];
        } else {
            let mut x10 = 0.16
                * (c1[1] + v0[4 % v0.len()].hypot(c1[0] * c1[0] + 0.6)
                    + c1[0].sin() * v0[0]);
        }
        (c1[(v0[7 % v0.len()].abs() * 3.0) as usize % 3] - 1.79) / 2.0 - a1[2 % a1.len()]
    }
    fn value(x: &[f64]) -> Vec<f64> {
        let p0 = x[0..4].to_vec();
        let p1 = [x[4], x[5], x[6]];
        let y = f(&p0, p1);
        [flat(&y)].concat()
    }
    fn backward(x: &[f64], w: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let p0 = x[0..4].to_vec();
        let p1 = [x[4], x[5], x[6]];
        let mut d0 = vec![0.0; 4];
        let (y, g1) = f_backward(&p0, &mut d0, p1, w[0]);
        ([flat(&y)].concat(), [flat(&d0), flat(&g1)].concat())
    }
    fn vjp(x: &[f64], w: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let p0 = x[0..4].to_vec();
        let p1 = [x[4], x[5], x[6]];
        let mut d0 = vec![0.0; 4];
        let (y, pullback) = f_vjp(&p0, p1);
        let outputs = [flat(&y)].concat();
        let g1 = pullback(&p0, &mut d0, w[0]);
        (outputs, [flat(&d0), flat(&g1)].concat())
    }
    fn grad(x: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let p0 = x[0..4].to_vec();
        let p1 = [x[4], x[5], x[6]];
        let (d0, g1) = f_grad(&p0, p1);
        let alone = [flat(&d0), flat(&g1)].concat();
        let (y, (d0, g1)) = f_value_and_grad(&p0, p1);
        assert_eq!(alone, [flat(& d0), flat(& g1)].concat());
        (flat(&y), [flat(&d0), flat(&g1)].concat())
    }
}

mod seed_1000818 {
    use super::{flat, Case};
    pub(crate) const CASE: Case = Case {
        name: "seed_1000818",
        point: &[-0.574],
        value,
        backward,
        vjp,
        grad: None,
    };
    #[autograd::differentiable]
    fn f(z0: f64) -> (f64, f64) {
        let x1 = (0.33 * (z0 - z0)).exp2().sin();
        let mut a2: Vec<f64> = vec![z0; 1 + 2];
        if let 0 | 2 = 3 {
            'l3: for i4 in (0..a2.len()).rev() {
                let mut n6: usize = 0;
                'l5: while n6 < 2 && a2[i4] > z0 {
                    n6 += 1;
                    if z0 > -0.38 && 0.66 < -0.68 {
                        let (s7, c8) = (-(n6 as f64 / 1.9)).sin_cos();
                        let x9 = (x1 * x1 + 0.4).sqrt() / 2.0;
                        if f64::atan(1.84) > c8 {
                            let x10 = x9;
                            break 'l5;
                        }
                    }
                }
            }
        } else {
            let mut z0 = (0.40 * x1.atan().tanh().sinh()).atanh();
        }
        (1.74 + z0 + x1 - a2[0 % a2.len()], 1.77 - x1 - a2[0])
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

mod seed_1000819 {
    use super::{flat, Case};
    pub(crate) const CASE: Case = Case {
        name: "seed_1000819",
        point: &[-1.084, -0.217, 0.608],
        value,
        backward,
        vjp,
        grad: None,
    };
    #[autograd::differentiable]
    fn f(mut z0: f64, c1: &mut [f64; 2], n2: usize) {
        let mut n1: usize = 0;
        loop {
            if n1 == 2 {
                break;
            }
            n1 += 1;
            c1[(n2 * 2 + 1) % 2] += 0.50 * f64::asin(0.60);
            let flag2 = !(z0 < -0.73);
            if let 0 | 2 = n2.min(3) {
                let mut z0 = ((c1[1] + c1[n2 % 2]) * z0.min(z0)).tanh().ceil() / 2.0;
                for i3 in n2.min(2)..=3 {
                    let mut y4: f64 = if c1[i3.min(1)].tanh().exp_m1() / 2.0 <= n1 as f64
                    {
                        c1[(i3 * 4 + 3) % 2] /= c1[n1.min(1)] * c1[n1.min(1)] + 1.0;
                        let mut a5: [[f64; 3]; 3] = [[0.0; 3]; 3];
                        f64::sin(c1[i3 % 2].atan2(z0)).tan()
                    } else {
                        c1[1]
                    };
                }
                if flag2 {
                    c1[n1 % 2] /= c1[0] * c1[0] + 1.0;
                    return;
                }
            } else {
                assert!((n1 as f64) < 1.0e6);
                let mut n6: usize = 0;
                let v9: f64 = loop {
                    if n6 == 2 {
                        break n1 as f64;
                    }
                    n6 += 1;
                    let (mut p7, q8): (f64, f64) = (
                        0.69 * (z0 + (n6 as f64).rem_euclid(1.3)),
                        z0,
                    );
                };
            }
        }
    }
    fn value(x: &[f64]) -> Vec<f64> {
        let p0 = x[0];
        let mut p1 = [x[1], x[2]];
        let p2 = 1_usize;
        f(p0, &mut p1, p2);
        [flat(&p1)].concat()
    }
    fn backward(x: &[f64], w: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let p0 = x[0];
        let mut p1 = [x[1], x[2]];
        let p2 = 1_usize;
        let mut d1 = [w[0], w[1]];
        let g0 = f_backward(p0, &mut p1, &mut d1, p2);
        ([flat(&p1)].concat(), [flat(&g0), flat(&d1)].concat())
    }
    fn vjp(x: &[f64], w: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let p0 = x[0];
        let mut p1 = [x[1], x[2]];
        let p2 = 1_usize;
        let mut d1 = [w[0], w[1]];
        let pullback = f_vjp(p0, &mut p1, p2);
        let outputs = [flat(&p1)].concat();
        let g0 = pullback(&mut p1, &mut d1);
        assert_eq!(flat(& p1), x[1..3]);
        (outputs, [flat(&g0), flat(&d1)].concat())
    }
}

mod seed_1000820 {
    use super::{flat, Case};
    pub(crate) const CASE: Case = Case {
        name: "seed_1000820",
        point: &[0.814, -0.482],
        value,
        backward,
        vjp,
        grad: None,
    };
    #[autograd::differentiable]
    fn f(z0: f64, z1: f64) -> [f64; 3] {
        if 0.50 * (z0 - z1) >= z1 {
            let x1 = 0.45 * (z0.max(z1) - 0.43 / (1.8 + z1.sin()) - -z0);
            for i2 in (0..=4).rev().step_by(2) {
                if matches!((i2 % 6), 0 | 2) {
                    let mut x3 = (z1 + z0).sin();
                    let mut a4: [f64; 3] = [
                        -0.60,
                        {
                            let t5 = (i2 as f64).tanh();
                            t5 * (i2 as f64 / 2.0)
                        },
                        (0.30 * x3).acos(),
                    ];
                } else {
                    if let 1..=2 = i2 % 4 {
                        let mut x6: f64 = ((z1 * z1 + 0.6).log2()
                            + (x1.copysign(x1) / 2.0).sinh())
                            .sin();
                        x6 += -x6.signum() / 2.0;
                    }
                }
            }
        } else if matches!(1, 1..= 3) {
            let mut x7 = 0.30 * (z1.trunc() + z1.sin().exp2() - z1);
        } else {
            let mut x8 = f64::powi(0.85, 0 as i32).cos();
        }
        [z0.clamp(-1.25, 1.5) + z0 - z1, z1.tanh() + z0, 1.05 - z1]
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
        let (y, (g0, g1)) = f_backward(p0, p1, [w[0], w[1], w[2]]);
        ([flat(&y)].concat(), [flat(&g0), flat(&g1)].concat())
    }
    fn vjp(x: &[f64], w: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let p0 = x[0];
        let p1 = x[1];
        let (y, pullback) = f_vjp(p0, p1);
        let outputs = [flat(&y)].concat();
        let (g0, g1) = pullback([w[0], w[1], w[2]]);
        (outputs, [flat(&g0), flat(&g1)].concat())
    }
}

mod seed_1000821 {
    use super::{flat, Case};
    pub(crate) const CASE: Case = Case {
        name: "seed_1000821",
        point: &[-1.314, 0.905],
        value,
        backward,
        vjp,
        grad: Some(grad),
    };
    #[autograd::differentiable]
    fn g1(t0: (f64, f64)) -> f64 {
        let x1 = 0.75 * t0.1.ceil();
        let mut n2: usize = 0;
        while n2 < 1 && 0.33 * (t0.1 * x1) < x1 {
            n2 += 1;
            for i3 in n2.min(2)..=3 {
                if !(t0.1 > 0.09) {
                    return (-(x1 / (1.8 + t0.0.sin()))).sin();
                }
                let x4 = ((match 1 {
                    0 | 3 => t0.0,
                    _ => i3 as f64,
                }) * (t0.0 / (1.28 * 1.28 + 0.8)) / 5.0)
                    .atan2(n2 as f64)
                    .sin();
            }
        }
        ({
            let t5 = t0.1;
            t5 * 1.40
        })
            .tanh() - t0.0 * t0.1
    }
    #[autograd::differentiable]
    fn g2(d0: &mut [f64]) -> f64 {
        let mut a1: [f64; 2] = [0.0; 2];
        let mut x2 = (0.50 * a1[0]).sinh().mul_add(a1[1], a1[1]).tanh() % 1.7;
        x2 = 0.5 * x2
            + (if !(d0[d0.len() - 2] > -0.43) { d0[7 % d0.len()] } else { a1[0] })
                .tanh();
        {
            let row3 = &a1[..2];
            d0[0] -= row3[0];
            let r4: f64 = g1((-a1[0], 0.33 * x2.powi(2)));
        }
        x2 / (x2 * x2 + 0.8) / 2.0 - x2
    }
    #[autograd::differentiable]
    fn f(d0: &[f64]) -> f64 {
        let mut a1: [f64; 3] = [
            1.32 / (d0[3 % d0.len()] * d0[3 % d0.len()] + 0.8),
            d0[3 % d0.len()] / 2.4 / 2.0,
            (0.30 * d0[5 % d0.len()]).acos(),
        ];
        let mut a2: [f64; 2] = [d0[0].ceil().sin(), d0[0].asinh().sin()];
        if a1[(d0[1].abs() * 3.0) as usize % 3] > 0.70 {
            let mut y3: f64 = if a1[0] < 0.68 || a2[0] > -0.80 {
                (a1[(a1[0].abs() * 3.0) as usize % 3] + d0[1 % d0.len()] / 2.1).sin()
            } else {
                (a2[0].atan2(d0[7 % d0.len()])
                    * (a1[(d0[3 % d0.len()].abs() * 3.0) as usize % 3] * a2[1] / 2.0))
                    .sin()
            };
            if 4 % 3 == 2 {
                if d0[1].sin().powi(1 as i32) / 3.0 >= a2[1] {
                    let x4 = (-(a1[(y3.abs() * 3.0) as usize % 3] + y3)).asinh() / 2.0;
                    y3 = (d0[1 % d0.len()] * d0[1 % d0.len()] + 0.6).log2().tanh();
                } else {
                    y3 = 0.5 * y3 + (0.33 * (d0[4 % d0.len()] * a1[0])).sin();
                    {
                        let row5 = &mut a1[0..][..2];
                        row5[0] = ((d0[d0.len() - 2].atan2(row5[1]) + -row5[1]) / 5.0)
                            .sinh();
                        y3 *= 0.66 * -(y3 * y3 + 0.7).recip();
                    }
                }
            }
        } else {
            let x6 = g1(((a2[0] / 4.0).asin(), 0.50 * (a2[0] - a2[1]))).min(a2[1]);
        }
        (0.30 * a2[0]).atanh() - d0[5 % d0.len()] + a1[0]
    }
    fn value(x: &[f64]) -> Vec<f64> {
        let p0 = x[0..2].to_vec();
        let y = f(&p0);
        [flat(&y)].concat()
    }
    fn backward(x: &[f64], w: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let p0 = x[0..2].to_vec();
        let mut d0 = vec![0.0; 2];
        let y = f_backward(&p0, &mut d0, w[0]);
        ([flat(&y)].concat(), [flat(&d0)].concat())
    }
    fn vjp(x: &[f64], w: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let p0 = x[0..2].to_vec();
        let mut d0 = vec![0.0; 2];
        let (y, pullback) = f_vjp(&p0);
        let outputs = [flat(&y)].concat();
        let () = pullback(&p0, &mut d0, w[0]);
        (outputs, [flat(&d0)].concat())
    }
    fn grad(x: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let p0 = x[0..2].to_vec();
        let d0 = f_grad(&p0);
        let alone = [flat(&d0)].concat();
        let (y, d0) = f_value_and_grad(&p0);
        assert_eq!(alone, [flat(& d0)].concat());
        (flat(&y), [flat(&d0)].concat())
    }
}

mod seed_1000822 {
    use super::{flat, Case};
    pub(crate) const CASE: Case = Case {
        name: "seed_1000822",
        point: &[1.091, 1.072, -0.907],
        value,
        backward,
        vjp,
        grad: Some(grad),
    };
    #[autograd::differentiable]
    fn g1(d0: &mut [f64], n1: usize, mut v2: Vec<f64>) -> [f64; 3] {
        let x1 = v2[7 % v2.len()];
        let a2: Vec<f64> = v2.to_vec();
        match n1 + 1 {
            1 | 3 => {
                let x4 = (v2[((n1 * 4 + 1) % 8) % v2.len()].tanh().sinh()
                    + (a2[1] + d0[1]) - d0[n1.min(7) % d0.len()])
                    .tanh();
            }
            _ => {
                let mut x5 = ((d0[(n1 % 8) % d0.len()] * d0[(n1 % 8) % d0.len()] + 1.3)
                    .acosh() + (-a2[2 % a2.len()]).ceil())
                    .tanh();
            }
        }
        [
            (a2[0] - v2[0]).sin() + d0[1] - v2[((n1 * 3 + 1) % 8) % v2.len()] + x1
                - a2[(n1 % 8) % a2.len()],
            a2[0].powi(3).sin(),
            (n1 as f64 * x1).tanh() - d0[n1 % d0.len()] + v2[(n1 + 4) % v2.len()] + x1,
        ]
    }
    #[autograd::differentiable]
    fn g2(
        mut m0: [[f64; 2]; 2],
        (u1, v1): (f64, f64),
        mut m2: [[f64; 2]; 2],
        d3: &[f64],
    ) -> f64 {
        m0[0][1] /= d3[3 % d3.len()] * d3[3 % d3.len()] + 1.0;
        {
            let row1 = &m0[(u1.abs() * 3.0) as usize % 2];
            m2[0][0] = 0.5 * m2[0][0] + f64::sqrt(0.28 * 0.28 + 0.4).tanh();
            let (s2, c3) = ((d3[0] + d3[1]) * (m2[1][0] + m0[0][1])).sin().sin_cos();
        }
        m2[1] = [-0.35, (0.30 * m0[1][0]).acos()];
        for i4 in 0..d3.len() {
            let mut x5 = -m0[1][(u1.abs() * 3.0) as usize % 2];
        }
        f64::log10(v1 * v1 + 0.5) - u1 + m2[1][0] + d3[6 % d3.len()]
    }
    #[autograd::differentiable]
    fn f(c0: [f64; 2], mut z1: f64) -> f64 {
        let r1: f64 = g2(
            [[(z1 * c0[0]).tanh(), c0[0].signum()], [c0[1].round_ties_even() / 2.0, z1]],
            (f64::sinh(z1.sin()), f64::tanh(z1 + c0[1])),
            [
                [(z1 * z1).tanh(), 0.33 * (z1 * c0[1])],
                [(z1 - c0[0]).tanh(), z1.tanh().tan()],
            ],
            &c0,
        );
        let mut x2 = z1;
        z1 += -c0[1];
        let mut a3: Vec<f64> = c0.to_vec();
        if matches!(0, 0 | 2) {
            let mut n4: usize = 0;
            while n4 < 3 {
                n4 += 1;
                {
                    let row5 = &mut a3[..2];
                    row5[0] = 0.66 * (0.50 * (row5[1] * row5[1] + 0.1).ln_1p()).exp();
                    for i6 in 0..=2 {
                        z1 = 0.5 * z1 + i6 as f64 / (1.8 + row5[0].sin()) / 2.0;
                        row5[i6 % 2] = (x2 + r1).tanh().cosh();
                        if z1 > -0.51 {
                            break;
                        }
                        row5[0] = 0.5 * row5[0] + (row5[(n4 * 5 + 1) % 2] % 1.7).sin();
                    }
                }
            }
        } else {
            z1 += ((a3[4 % a3.len()] * z1).tanh() * (z1 / (1.8 + f64::sin(2.00)))).sin();
        }
        (a3[6 % a3.len()] * a3[6 % a3.len()] + 0.5).cbrt() - z1 - r1 - a3[1 % a3.len()]
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

mod seed_1000823 {
    use super::{flat, Case};
    pub(crate) const CASE: Case = Case {
        name: "seed_1000823",
        point: &[1.586, -1.372, -1.451, -0.785, -1.332, 0.648, -1.561, 0.645, 0.339],
        value,
        backward,
        vjp,
        grad: None,
    };
    #[autograd::differentiable]
    fn f(n0: usize, mut z1: f64, d2: &mut [f64], c3: [f64; 3]) -> [f64; 3] {
        let mut w1: f64 = (match n0 % 5 {
            0 | 3 => n0 as f64,
            _ => z1,
        })
            .tanh()
            .exp()
            .sin();
        while w1 < 1.3 {
            w1 += 0.4 + 0.1 * 1.34 * 1.34;
            let mut y2: f64 = if w1 * 0.35 <= c3[2] {
                (0.70 * (c3[1] / (1.8 + (n0 as f64).sin()))).clamp(-1.25, 1.5)
            } else {
                if d2[7 % d2.len()] < d2[n0.min(7) % d2.len()] {
                    if (z1 / (w1 * w1 + 0.8)).sin() >= n0 as f64 {
                        d2[2 % d2.len()] = w1;
                        break;
                    }
                }
                (-c3[2]).cos()
            };
        }
        'l3: for i4 in 0..3 {
            if (i4 as f64) < 0.30 && c3[i4] > 0.80 {
                return c3;
            }
            let x5 = f64::sqrt(0.12 * 0.12 + 0.4).sin();
            let mut a6: [f64; 2] = [
                (0.30 * d2[((n0 * 5 + 3) % 8) % d2.len()]).acos(),
                (w1 + w1) / 2.0,
            ];
            let mut a7: Vec<f64> = vec![
                (n0 as f64).copysign(x5); ((n0 * 4 + 2) % 3) + 2
            ];
        }
        c3
    }
    fn value(x: &[f64]) -> Vec<f64> {
        let p0 = 2_usize;
        let p1 = x[0];
        let mut p2 = x[1..6].to_vec();
        let p3 = [x[6], x[7], x[8]];
        let y = f(p0, p1, &mut p2, p3);
        [flat(&y), flat(&p2)].concat()
    }
    fn backward(x: &[f64], w: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let p0 = 2_usize;
        let p1 = x[0];
        let mut p2 = x[1..6].to_vec();
        let p3 = [x[6], x[7], x[8]];
        let mut d2 = w[3..8].to_vec();
        let (y, (g1, g3)) = f_backward(p0, p1, &mut p2, &mut d2, p3, [w[0], w[1], w[2]]);
        ([flat(&y), flat(&p2)].concat(), [flat(&g1), flat(&d2), flat(&g3)].concat())
    }
    fn vjp(x: &[f64], w: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let p0 = 2_usize;
        let p1 = x[0];
        let mut p2 = x[1..6].to_vec();
        let p3 = [x[6], x[7], x[8]];
        let mut d2 = w[3..8].to_vec();
        let (y, pullback) = f_vjp(p0, p1, &mut p2, p3);
        let outputs = [flat(&y), flat(&p2)].concat();
        let (g1, g3) = pullback(&mut p2, &mut d2, [w[0], w[1], w[2]]);
        assert_eq!(flat(& p2), x[1..6]);
        (outputs, [flat(&g1), flat(&d2), flat(&g3)].concat())
    }
}

mod seed_1000824 {
    use super::{flat, Case};
    pub(crate) const CASE: Case = Case {
        name: "seed_1000824",
        point: &[
            -0.602,
            -1.488,
            0.632,
            0.558,
            -0.951,
            0.262,
            1.023,
            -1.301,
            -0.288,
            0.523,
        ],
        value,
        backward,
        vjp,
        grad: Some(grad),
    };
    #[autograd::differentiable]
    fn g1(z0: f64) -> f64 {
        let k1: usize = 0;
        if !(0.97 > 0.07) {
            let x2 = 0.50
                * ((if z0.asinh().sin() <= z0 {
                    z0 * k1 as f64
                } else {
                    (z0 - z0) / 2.0
                }) + (z0 * z0 + 0.5).cbrt());
            let mut a3: [f64; 3] = [0.0; 3];
            a3[k1] = (match k1 + 3 {
                0 => a3[2] * z0 / 3.0,
                _ => (0.90 * k1 as f64).acos(),
            })
                .signum();
        }
        0.75 * f64::round(z0) - z0
    }
    #[autograd::differentiable(recursive)]
    fn g2(x: f64, n: usize) -> f64 {
        if n == 0 {
            return (0.30 * x).asin().powi((n % 4) as i32).sin();
        }
        'l1: for i2 in 0..1 {
            let mut a3: [f64; 3] = [0.0; 3];
            let k4: usize = i2;
        }
        let deeper: f64 = g2(-x.tanh(), n - 1);
        0.5 * deeper + 0.50 * deeper.trunc()
    }
    #[autograd::differentiable]
    fn f(mut c0: [f64; 3], c1: [f64; 2], v2: &Vec<f64>, n3: usize) -> f64 {
        if v2[n3 % v2.len()].max(0.97) >= 1.39 {
            let t1: (f64, f64) = (
                v2[(n3 % 8) % v2.len()],
                f64::sin(f64::round_ties_even((c1[n3 % 2] * v2[0]).tanh())),
            );
            c0[1] = (c1[0].min(t1.1)
                - c1[((n3 as f64).abs() * 3.0) as usize % 2]
                    * (v2[(n3 % 8) % v2.len()] / 1.1)) / 6.0;
        }
        let mut n2: usize = 0;
        let v8: f64 = loop {
            if n2 == 3 {
                break (c0[0] + n2 as f64) / 2.0;
            }
            n2 += 1;
            c0[n2.min(2)] -= 0.60 * (v2[4 % v2.len()] - v2[1] + f64::exp2(1.26)).sin();
            if -v2[2 % v2.len()] < c1[0] {
                {
                    let row3 = &mut c0[..2];
                    row3[(n3 * 3 + 3) % 2]
                        *= (if 1.06 > -0.20 && v2[(n3 + 4) % v2.len()] > 0.34 {
                            ((n2 as f64) * (n2 as f64) + 0.1).ln_1p()
                        } else {
                            c1[0].powi(3).tanh()
                        }) / 3.0;
                    if let 1..=2 = (n2 * 3 + 2) % 4 {
                        let x4 = (0.33 * (v2[1] * row3[0])).max(n3 as f64).ceil() / 2.0;
                        row3[n3 % 2]
                            -= (row3[(n2 * 4 + 1) % 2] + n2 as f64).tanh() / 2.0;
                    }
                    let (s5, c6) = (v2[1] * c1[0]).tanh().sinh().sin_cos();
                }
                let flag7 = g1(c1[1]) >= c0[n3 % 3];
            } else {
                c0[0] /= c1[1] * c1[1] + 1.0;
            }
        };
        if n2 % 3 == 1 {
            let mut x9: f64 = (g2(0.73, n2)
                * (c0[((n2 as f64).abs() * 3.0) as usize % 3] % 1.7))
                .atan();
        } else {
            let mut x10: f64 = f64::acos(
                g1(0.70 * (c1[1] / (c0[2] * c0[2] + 0.8))) / 4.0,
            );
        }
        (v8 - v2[v2.len() - 1]).sin() + v8
    }
    fn value(x: &[f64]) -> Vec<f64> {
        let p0 = [x[0], x[1], x[2]];
        let p1 = [x[3], x[4]];
        let p2 = x[5..10].to_vec();
        let p3 = 3_usize;
        let y = f(p0, p1, &p2, p3);
        [flat(&y)].concat()
    }
    fn backward(x: &[f64], w: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let p0 = [x[0], x[1], x[2]];
        let p1 = [x[3], x[4]];
        let p2 = x[5..10].to_vec();
        let p3 = 3_usize;
        let mut d2 = vec![0.0; 5];
        let (y, (g0, g1)) = f_backward(p0, p1, &p2, &mut d2, p3, w[0]);
        ([flat(&y)].concat(), [flat(&g0), flat(&g1), flat(&d2)].concat())
    }
    fn vjp(x: &[f64], w: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let p0 = [x[0], x[1], x[2]];
        let p1 = [x[3], x[4]];
        let p2 = x[5..10].to_vec();
        let p3 = 3_usize;
        let mut d2 = vec![0.0; 5];
        let (y, pullback) = f_vjp(p0, p1, &p2, p3);
        let outputs = [flat(&y)].concat();
        let (g0, g1) = pullback(&p2, &mut d2, w[0]);
        (outputs, [flat(&g0), flat(&g1), flat(&d2)].concat())
    }
    fn grad(x: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let p0 = [x[0], x[1], x[2]];
        let p1 = [x[3], x[4]];
        let p2 = x[5..10].to_vec();
        let p3 = 3_usize;
        let (g0, g1, d2) = f_grad(p0, p1, &p2, p3);
        let alone = [flat(&g0), flat(&g1), flat(&d2)].concat();
        let (y, (g0, g1, d2)) = f_value_and_grad(p0, p1, &p2, p3);
        assert_eq!(alone, [flat(& g0), flat(& g1), flat(& d2)].concat());
        (flat(&y), [flat(&g0), flat(&g1), flat(&d2)].concat())
    }
}

mod seed_1000825 {
    use super::{flat, Case};
    pub(crate) const CASE: Case = Case {
        name: "seed_1000825",
        point: &[-0.621, -1.287, -1.123, 1.261],
        value,
        backward,
        vjp,
        grad: None,
    };
    #[autograd::differentiable]
    fn f(z0: f64, c1: &mut [f64; 3]) -> f64 {
        c1[1] /= z0 * z0 + 1.0;
        c1[0] -= 0.64 * -(c1[(f64::abs(0.43) * 3.0) as usize % 3] - 1.66);
        let mut t1: (f64, f64) = (
            f64::tan(0.27 * (z0 / (c1[2] * c1[2] + 0.8))),
            (z0 * z0 + 0.6).log2().tanh(),
        );
        for i2 in (1..6).step_by(2).rev() {
            t1.0 = 0.94;
            if c1[1] < 0.95 && (i2 as f64) > -0.01 {
                let mut x3 = (f64::trunc((i2 as f64 + z0).sin())
                    + f64::trunc((z0 / 1.0).tanh()))
                    .sin();
                break;
            }
            let mut x4 = (1.11 * t1.1 * (c1[i2 % 3] + c1[0])).cos();
            if c1[0] > t1.0 {
                c1[(i2 * 4 + 3) % 3] *= (0.21 * (z0 / 1.4)).acos() / 3.0;
                continue;
            }
        }
        t1.0 = f64::ln(1.03 * 1.03 + 0.5);
        match (0, 0) {
            (0, _) => {
                t1.0 = (-(t1.0 - z0)).tanh().clamp(-1.25, 1.5);
            }
            (_, k) if k > 0 => {
                t1.1 -= -(0.50 * t1.0).sinh();
            }
            _ => {
                t1.1 -= 0.75 * (c1[0] * c1[0] + 0.6).log2();
            }
        }
        1.28 / (z0 * z0 + 0.8) - z0 - t1.0 * t1.1
    }
    fn value(x: &[f64]) -> Vec<f64> {
        let p0 = x[0];
        let mut p1 = [x[1], x[2], x[3]];
        let y = f(p0, &mut p1);
        [flat(&y), flat(&p1)].concat()
    }
    fn backward(x: &[f64], w: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let p0 = x[0];
        let mut p1 = [x[1], x[2], x[3]];
        let mut d1 = [w[1], w[2], w[3]];
        let (y, g0) = f_backward(p0, &mut p1, &mut d1, w[0]);
        ([flat(&y), flat(&p1)].concat(), [flat(&g0), flat(&d1)].concat())
    }
    fn vjp(x: &[f64], w: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let p0 = x[0];
        let mut p1 = [x[1], x[2], x[3]];
        let mut d1 = [w[1], w[2], w[3]];
        let (y, pullback) = f_vjp(p0, &mut p1);
        let outputs = [flat(&y), flat(&p1)].concat();
        let g0 = pullback(&mut p1, &mut d1, w[0]);
        assert_eq!(flat(& p1), x[1..4]);
        (outputs, [flat(&g0), flat(&d1)].concat())
    }
}
