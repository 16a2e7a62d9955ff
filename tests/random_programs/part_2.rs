//! Made by `autograd-macros/src/random`; `UPDATE_EXPECT=1 cargo test -p autograd-macros` makes it again.

use super::super::{flat, Case};
pub(crate) const CASES: [Case; 26] = [
    seed_1000200::CASE,
    seed_1000201::CASE,
    seed_1000202::CASE,
    seed_1000203::CASE,
    seed_1000204::CASE,
    seed_1000205::CASE,
    seed_1000206::CASE,
    seed_1000207::CASE,
    seed_1000208::CASE,
    seed_1000209::CASE,
    seed_1000210::CASE,
    seed_1000211::CASE,
    seed_1000212::CASE,
    seed_1000213::CASE,
    seed_1000214::CASE,
    seed_1000215::CASE,
    seed_1000216::CASE,
    seed_1000217::CASE,
    seed_1000218::CASE,
    seed_1000219::CASE,
    seed_1000220::CASE,
    seed_1000221::CASE,
    seed_1000222::CASE,
    seed_1000223::CASE,
    seed_1000224::CASE,
    seed_1000225::CASE,
];
mod seed_1000200 {
    use super::{flat, Case};
    pub(crate) const CASE: Case = Case {
        name: "seed_1000200",
        point: &[0.591, 1.139, -0.579, 1.446, -0.673],
        value,
        backward,
        vjp,
        grad: Some(grad),
    };
    #[autograd::differentiable]
    fn f(c0: [f64; 2], d1: &[f64]) -> f64 {
        if d1[7 % d1.len()] > 0.55 {
            'l1: for i2 in 0..3 {
                let mut a3: [f64; 3] = [
                    c0[0],
                    0.53 * (1.87 * d1[i2 % d1.len()]),
                    (d1[i2 % d1.len()] / (d1[1] * d1[1] + 0.8)).tanh(),
                ];
                if (c0[1] + i2 as f64) / 2.0 < 1.55 {
                    if i2 % 2 != 1 {
                        break 'l1;
                    }
                } else if (i2 as f64) < -0.61 || (i2 as f64) < -0.34 {
                    let mut n5: usize = 0;
                    'l4: while n5 < 2 && i2 % 2 < 1 {
                        n5 += 1;
                        let k6: usize = i2.min(1);
                        a3[i2] *= k6 as f64;
                        let mut x7 = (0.30 * -a3[2]).acos();
                    }
                    let flag8 = !(1.85 > 0.08);
                } else {
                    let mut x9 = ((a3[i2] + c0[0]) / 7.0).atanh()
                        * f64::recip(a3[i2] * a3[i2] + 0.7);
                    let mut x9 = d1[d1.len() - 1].asinh().tanh();
                }
            }
            if 5 % 2 == 1 {
                let mut n10: usize = 0;
                loop {
                    if n10 == 3 {
                        break;
                    }
                    n10 += 1;
                    let x11: f64 = 0.54;
                }
            } else {
                let mut x12 = (0.30
                    * ((0.50 * (d1[5 % d1.len()] + d1[0]))
                        * (0.50 * (d1[5 % d1.len()] + d1[0])) + 0.4)
                        .powf(0.33 * d1[1]) / (1.8 + f64::sin(1.46)))
                    .sin();
            }
        } else {
            let x13 = -d1[d1.len() - 1];
        }
        d1[6 % d1.len()] - d1[1]
    }
    fn value(x: &[f64]) -> Vec<f64> {
        let p0 = [x[0], x[1]];
        let p1 = x[2..5].to_vec();
        let y = f(p0, &p1);
        [flat(&y)].concat()
    }
    fn backward(x: &[f64], w: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let p0 = [x[0], x[1]];
        let p1 = x[2..5].to_vec();
        let mut d1 = vec![0.0; 3];
        let (y, g0) = f_backward(p0, &p1, &mut d1, w[0]);
        ([flat(&y)].concat(), [flat(&g0), flat(&d1)].concat())
    }
    fn vjp(x: &[f64], w: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let p0 = [x[0], x[1]];
        let p1 = x[2..5].to_vec();
        let mut d1 = vec![0.0; 3];
        let (y, pullback) = f_vjp(p0, &p1);
        let outputs = [flat(&y)].concat();
        let g0 = pullback(&p1, &mut d1, w[0]);
        (outputs, [flat(&g0), flat(&d1)].concat())
    }
    fn grad(x: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let p0 = [x[0], x[1]];
        let p1 = x[2..5].to_vec();
        let (g0, d1) = f_grad(p0, &p1);
        let alone = [flat(&g0), flat(&d1)].concat();
        let (y, (g0, d1)) = f_value_and_grad(p0, &p1);
        assert_eq!(alone, [flat(& g0), flat(& d1)].concat());
        (flat(&y), [flat(&g0), flat(&d1)].concat())
    }
}

mod seed_1000201 {
    use super::{flat, Case};
    pub(crate) const CASE: Case = Case {
        name: "seed_1000201",
        point: &[-0.302, 0.968],
        value,
        backward,
        vjp,
        grad: Some(grad),
    };
    #[autograd::differentiable]
    fn f(c0: &[f64; 2]) -> f64 {
        let mut a1: [f64; 4] = [
            c0[1].fract(),
            (c0[0] * c0[0] + 0.6).log2().sin(),
            -c0[(f64::abs(1.40) * 3.0) as usize % 2],
            (c0[0] - c0[1]).tanh(),
        ];
        let x2 = (a1[2].powi(3) - (0.26 * (a1[0] + 0.44)).asin()) / 10.0;
        a1[0] = f64::sqrt(1.60 * 1.60 + 0.4).tanh();
        for i3 in (1..6).step_by(2).rev() {
            let x4 = (0.46 * (x2.atan() * x2.asinh()) / 1.6).tanh();
            let mut w5: f64 = (0.75
                * (a1[(i3 * 3 + 1) % 4] * a1[(i3 * 3 + 1) % 4] + 0.6).log2())
                .tanh();
            while w5 < 1.3 {
                w5 += 0.4 + 0.1 * x2 * x2;
                a1[0] -= 0.35 * ((c0[1] * c0[1] + 1.2).log(2.5) % 1.7);
                if w5 * x4 / 3.0 > i3 as f64 {
                    break;
                }
            }
            let x6 = ((-a1[i3 % 4] + a1[i3.min(3)]) / 2.0).min(c0[1]);
            let x7 = ((0.14 - c0[1]) * ((x6 - i3 as f64) / 2.0)
                - ((0.60 * i3 as f64).copysign(c0[0]) + (a1[1] / 3.0).tan()))
                .sin();
        }
        'l8: for i9 in (0..5).step_by(3) {
            let (s10, c11) = (-(x2 + x2) / 2.0).sin_cos();
        }
        a1[(x2.abs() * 3.0) as usize % 4].fract() - c0[1] - a1[2]
    }
    fn value(x: &[f64]) -> Vec<f64> {
        let p0 = [x[0], x[1]];
        let y = f(&p0);
        [flat(&y)].concat()
    }
    fn backward(x: &[f64], w: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let p0 = [x[0], x[1]];
        let mut d0 = [0.0; 2];
        let y = f_backward(&p0, &mut d0, w[0]);
        ([flat(&y)].concat(), [flat(&d0)].concat())
    }
    fn vjp(x: &[f64], w: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let p0 = [x[0], x[1]];
        let mut d0 = [0.0; 2];
        let (y, pullback) = f_vjp(&p0);
        let outputs = [flat(&y)].concat();
        let () = pullback(&p0, &mut d0, w[0]);
        (outputs, [flat(&d0)].concat())
    }
    fn grad(x: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let p0 = [x[0], x[1]];
        let d0 = f_grad(&p0);
        let alone = [flat(&d0)].concat();
        let (y, d0) = f_value_and_grad(&p0);
        assert_eq!(alone, [flat(& d0)].concat());
        (flat(&y), [flat(&d0)].concat())
    }
}

mod seed_1000202 {
    use super::{flat, Case};
    pub(crate) const CASE: Case = Case {
        name: "seed_1000202",
        point: &[1.563, 0.273],
        value,
        backward,
        vjp,
        grad: Some(grad),
    };
    #[autograd::differentiable]
    fn f(mut v0: Vec<f64>) -> f64 {
        let k1: usize = 1;
        if v0[1].round_ties_even().sin() <= v0[0] {
            let y3: f64 = if v0[0] > v0[k1.min(7) % v0.len()] {
                (k1 as f64 + v0[(k1 % 8) % v0.len()]) * k1 as f64 / 2.0
            } else {
                let mut x4 = (v0[1] / 2.0).exp2().tanh().powi(2);
                ((k1 as f64) * (k1 as f64) + 0.1).ln_1p().tanh()
            };
            return 0.33
                * -({
                    let t2 = v0[1];
                    t2 * t2
                });
        }
        let mut n6: usize = 0;
        'l5: loop {
            if n6 == 3 {
                break;
            }
            n6 += 1;
            v0[1] = 0.17
                * (((-v0[1]) * (-v0[1]) + 0.4)
                    .powf(0.33 * v0[((n6 * 2 + 2) % 8) % v0.len()])
                    - (v0[0] / 1.8 - v0[(k1 + 6) % v0.len()]));
            let x7 = ((k1 as f64 - n6 as f64
                - f64::hypot(1.54, (k1 as f64) * (k1 as f64) + 0.6)) / 11.0)
                .cosh();
            let flag8 = ((k1 * 4 + 3) % 6) % 3 == 0;
        }
        {
            let row9 = &mut v0[..2];
            row9[k1] = (row9[1] * row9[1] + 0.4).sqrt().sin();
            let m10: f64 = match (n6 * 5 + 1) % 5 {
                2..=3 => (0.40 * row9[k1].min(1.43)).tan(),
                k if k % 2 == 1 => {
                    0.70 * (0.70 * (n6 as f64 / (row9[k1] * row9[k1] + 0.8)) / 2.2)
                }
                _ => 0.75 * row9[k1].asinh().tanh().exp2(),
            };
            let x11 = f64::sin((m10 * m10 + 0.5).ln()).cos();
        }
        ((n6 as f64) * (n6 as f64) + 0.4).powf(0.33 * n6 as f64) / 4.0
    }
    fn value(x: &[f64]) -> Vec<f64> {
        let p0 = x[0..2].to_vec();
        let y = f(p0.clone());
        [flat(&y)].concat()
    }
    fn backward(x: &[f64], w: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let p0 = x[0..2].to_vec();
        let (y, g0) = f_backward(p0.clone(), w[0]);
        ([flat(&y)].concat(), [flat(&g0)].concat())
    }
    fn vjp(x: &[f64], w: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let p0 = x[0..2].to_vec();
        let (y, pullback) = f_vjp(p0.clone());
        let outputs = [flat(&y)].concat();
        let g0 = pullback(w[0]);
        (outputs, [flat(&g0)].concat())
    }
    fn grad(x: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let p0 = x[0..2].to_vec();
        let g0 = f_grad(p0.clone());
        let alone = [flat(&g0)].concat();
        let (y, g0) = f_value_and_grad(p0.clone());
        assert_eq!(alone, [flat(& g0)].concat());
        (flat(&y), [flat(&g0)].concat())
    }
}

mod seed_1000203 {
    use super::{flat, Case};
    pub(crate) const CASE: Case = Case {
        name: "seed_1000203",
        point: &[-0.55, 0.449],
        value,
        backward,
        vjp,
        grad: None,
    };
    #[autograd::differentiable]
    fn g1(d0: &[f64], c1: &mut [f64; 2], mut z2: f64) -> f64 {
        z2 = 0.5 * z2 + (d0[1].ceil() / 2.0).tanh();
        if d0[1] > 0.59 || d0[4 % d0.len()] < -0.56 {
            c1[0] /= c1[0] * c1[0] + 1.0;
        } else {
            z2 /= 0.64 * 0.64 + 1.0;
        }
        c1[0] = ((d0[1 % d0.len()] * d0[1 % d0.len()] + 0.6).log2() - d0[5 % d0.len()])
            .sin();
        c1[1] + d0[6 % d0.len()] - c1[1]
    }
    #[autograd::differentiable]
    fn f(z0: &mut f64, mut z1: f64) {
        let (mut p1, q2): (f64, f64) = (f64::mul_add((z1 - z1) / 2.0, z1, z1) / 4.0, z1);
        'l3: for i4 in 0..=2 {
            for i5 in 0..1 {
                for i6 in 0..=2 {
                    z1 -= 0.20 * ((i5 as f64) * (i5 as f64) + 0.1).ln_1p();
                }
            }
        }
    }
    fn value(x: &[f64]) -> Vec<f64> {
        let mut p0 = x[0];
        let p1 = x[1];
        f(&mut p0, p1);
        [flat(&p0)].concat()
    }
    fn backward(x: &[f64], w: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let mut p0 = x[0];
        let p1 = x[1];
        let mut d0 = w[0];
        let g1 = f_backward(&mut p0, &mut d0, p1);
        ([flat(&p0)].concat(), [flat(&d0), flat(&g1)].concat())
    }
    fn vjp(x: &[f64], w: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let mut p0 = x[0];
        let p1 = x[1];
        let mut d0 = w[0];
        let pullback = f_vjp(&mut p0, p1);
        let outputs = [flat(&p0)].concat();
        let g1 = pullback(&mut p0, &mut d0);
        assert_eq!(flat(& p0), x[0..1]);
        (outputs, [flat(&d0), flat(&g1)].concat())
    }
}

mod seed_1000204 {
    use super::{flat, Case};
    pub(crate) const CASE: Case = Case {
        name: "seed_1000204",
        point: &[
            -1.413,
            1.043,
            -1.312,
            0.663,
            1.188,
            -0.486,
            0.676,
            0.876,
            1.246,
            1.401,
        ],
        value,
        backward,
        vjp,
        grad: Some(grad),
    };
    #[autograd::differentiable]
    fn f(d0: &[f64], z1: f64, (u2, v2): (f64, f64), d3: &[f64]) -> f64 {
        let a1: [f64; 2] = [0.33 * (d3[d3.len() - 2] * d3[1]), 1.38];
        let mut a2: [f64; 2] = [(d3[5 % d3.len()] + z1).tanh(), v2 / 1.8 / 2.0];
        let mut a3: Vec<f64> = vec![(z1 - z1).sin(), u2.round_ties_even() / 2.0];
        if 0.88 - 0.33 < 0.28 {
            a3[1] += ((d0[6 % d0.len()] + u2) / 2.0).round_ties_even() / 2.0;
            let mut x4 = f64::tanh(a3[7 % a3.len()] + 1.48) / (1.8 + a2[0].sin());
        } else {
            let mut x5 = d3[0]
                .min(d3[3 % d3.len()])
                .sin()
                .mul_add(d0[4 % d0.len()], v2)
                .tanh();
            'l6: for i7 in (0..5).step_by(2) {
                x5 -= (a2[1] * a2[1] + 0.4).sqrt().sin() / 2.0;
            }
        }
        d0[2 % d0.len()] - d0[0] - u2 - v2 + d3[0 % d3.len()] + a1[1]
            - a2[(f64::abs(a3[3 % a3.len()]) * 3.0) as usize % 2] - a3[0]
    }
    fn value(x: &[f64]) -> Vec<f64> {
        let p0 = x[0..3].to_vec();
        let p1 = x[3];
        let p2 = (x[4], x[5]);
        let p3 = x[6..10].to_vec();
        let y = f(&p0, p1, p2, &p3);
        [flat(&y)].concat()
    }
    fn backward(x: &[f64], w: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let p0 = x[0..3].to_vec();
        let p1 = x[3];
        let p2 = (x[4], x[5]);
        let p3 = x[6..10].to_vec();
        let mut d0 = vec![0.0; 3];
        let mut d3 = vec![0.0; 4];
        let (y, (g1, g2)) = f_backward(&p0, &mut d0, p1, p2, &p3, &mut d3, w[0]);
        ([flat(&y)].concat(), [flat(&d0), flat(&g1), flat(&g2), flat(&d3)].concat())
    }
    fn vjp(x: &[f64], w: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let p0 = x[0..3].to_vec();
        let p1 = x[3];
        let p2 = (x[4], x[5]);
        let p3 = x[6..10].to_vec();
        let mut d0 = vec![0.0; 3];
        let mut d3 = vec![0.0; 4];
        let (y, pullback) = f_vjp(&p0, p1, p2, &p3);
        let outputs = [flat(&y)].concat();
        let (g1, g2) = pullback(&p0, &mut d0, &p3, &mut d3, w[0]);
        (outputs, [flat(&d0), flat(&g1), flat(&g2), flat(&d3)].concat())
    }
    fn grad(x: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let p0 = x[0..3].to_vec();
        let p1 = x[3];
        let p2 = (x[4], x[5]);
        let p3 = x[6..10].to_vec();
        let (d0, g1, g2, d3) = f_grad(&p0, p1, p2, &p3);
        let alone = [flat(&d0), flat(&g1), flat(&g2), flat(&d3)].concat();
        let (y, (d0, g1, g2, d3)) = f_value_and_grad(&p0, p1, p2, &p3);
        assert_eq!(alone, [flat(& d0), flat(& g1), flat(& g2), flat(& d3)].concat());
        (flat(&y), [flat(&d0), flat(&g1), flat(&g2), flat(&d3)].concat())
    }
}

mod seed_1000205 {
    use super::{flat, Case};
    pub(crate) const CASE: Case = Case {
        name: "seed_1000205",
        point: &[-0.465, 1.095, -0.961, 1.011, -1.448, 0.36, -1.307],
        value,
        backward,
        vjp,
        grad: None,
    };
    #[autograd::differentiable]
    fn f(d0: &mut [f64], d1: &[f64], z2: f64) -> f64 {
        for i1 in (0..5).step_by(2) {
            let mut a2: [f64; 3] = [0.11 * d0[i1.min(7) % d0.len()].powi(3); 3];
            for i3 in 0..d1.len() {
                if (i1 % 6) % 2 >= 1 {
                    let mut n5: usize = 0;
                    let v6: f64 = 'l4: loop {
                        if n5 == 2 {
                            break z2.cos();
                        }
                        n5 += 1;
                        a2[n5] *= (-d0[(i1 % 8) % d0.len()] + (d1[i3] - a2[n5])).sin();
                    };
                    let mut x7 = ((d1[i3] - n5 as f64).tanh() / (1.8 + f64::sin(1.38)))
                        .powi(3);
                } else if (i1 as f64) < -0.07 && d1[(i1 + 3) % d1.len()] > 0.10 {
                    let x8 = -d1[i3];
                    let x10 = ((0.13 * i3 as f64).max(0.43)
                        * ({
                            let t9 = (i1 as f64).sin();
                            t9 * (0.70 * (a2[i3 % 3] / (t9 * t9 + 0.8)))
                        }))
                        .tanh();
                } else {
                    let x13 = 0.70
                        * ({
                            let t11 = ((i1 as f64) * (i1 as f64) + 0.6).log2().sin()
                                / 2.9;
                            t11
                                * ({
                                    let t12 = d0[(i3 % 8) % d0.len()].powi(3).sin();
                                    t12 * z2
                                })
                        });
                }
            }
        }
        d0[0].fract() - d0[5 % d0.len()] - z2
    }
    fn value(x: &[f64]) -> Vec<f64> {
        let mut p0 = x[0..4].to_vec();
        let p1 = x[4..6].to_vec();
        let p2 = x[6];
        let y = f(&mut p0, &p1, p2);
        [flat(&y), flat(&p0)].concat()
    }
    fn backward(x: &[f64], w: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let mut p0 = x[0..4].to_vec();
        let p1 = x[4..6].to_vec();
        let p2 = x[6];
        let mut d0 = w[1..5].to_vec();
        let mut d1 = vec![0.0; 2];
        let (y, g2) = f_backward(&mut p0, &mut d0, &p1, &mut d1, p2, w[0]);
        ([flat(&y), flat(&p0)].concat(), [flat(&d0), flat(&d1), flat(&g2)].concat())
    }
    fn vjp(x: &[f64], w: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let mut p0 = x[0..4].to_vec();
        let p1 = x[4..6].to_vec();
        let p2 = x[6];
        let mut d0 = w[1..5].to_vec();
        let mut d1 = vec![0.0; 2];
        let (y, pullback) = f_vjp(&mut p0, &p1, p2);
        let outputs = [flat(&y), flat(&p0)].concat();
        let g2 = pullback(&mut p0, &mut d0, &p1, &mut d1, w[0]);
        assert_eq!(flat(& p0), x[0..4]);
        (outputs, [flat(&d0), flat(&d1), flat(&g2)].concat())
    }
}

mod seed_1000206 {
    use super::{flat, Case};
    pub(crate) const CASE: Case = Case {
        name: "seed_1000206",
        point: &[
            -1.217,
            0.239,
            -1.029,
            0.226,
            0.331,
            1.478,
            -1.147,
            0.803,
            -0.953,
            -1.017,
            -1.287,
            -0.488,
            0.862,
        ],
        value,
        backward,
        vjp,
        grad: None,
    };
    #[autograd::differentiable]
    fn f(d0: &[f64], d1: &mut [f64], d2: &[f64], mut c3: [f64; 2]) -> (f64, f64) {
        let mut n1: usize = 0;
        loop {
            if n1 == 3 {
                break;
            }
            n1 += 1;
            let mut n2: usize = 0;
            while n2 < 1 {
                n2 += 1;
                d1[((n2 * 2 + 3) % 8) % d1.len()]
                    /= d0[n2 % d0.len()] * d0[n2 % d0.len()] + 1.0;
            }
            let mut x3 = (-d1[0]).round().atan();
        }
        let mut x4 = d2[n1.min(7) % d2.len()];
        if x4 > -0.29 || d2[(n1 + 4) % d2.len()] < -0.71 {
            {
                let row5 = &d0[..2];
                d1[d1.len() - 2] -= f64::fract(0.27);
                let mut a6: [f64; 4] = [match n1 + 1 {
                    1..=2 => d2[(n1 % 8) % d2.len()],
                    _ => d1[(n1 % 8) % d1.len()],
                }; 4];
            }
        }
        (
            (match n1.min(4) {
                0 => 0.57,
                _ => x4,
            }) - d0[0] - d2[(n1 + 4) % d2.len()],
            (x4 * x4 + 0.5).cbrt() + d2[n1.min(7) % d2.len()] + x4,
        )
    }
    fn value(x: &[f64]) -> Vec<f64> {
        let p0 = x[0..4].to_vec();
        let mut p1 = x[4..9].to_vec();
        let p2 = x[9..11].to_vec();
        let p3 = [x[11], x[12]];
        let y = f(&p0, &mut p1, &p2, p3);
        [flat(&y), flat(&p1)].concat()
    }
    fn backward(x: &[f64], w: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let p0 = x[0..4].to_vec();
        let mut p1 = x[4..9].to_vec();
        let p2 = x[9..11].to_vec();
        let p3 = [x[11], x[12]];
        let mut d0 = vec![0.0; 4];
        let mut d1 = w[2..7].to_vec();
        let mut d2 = vec![0.0; 2];
        let (y, g3) = f_backward(
            &p0,
            &mut d0,
            &mut p1,
            &mut d1,
            &p2,
            &mut d2,
            p3,
            (w[0], w[1]),
        );
        (
            [flat(&y), flat(&p1)].concat(),
            [flat(&d0), flat(&d1), flat(&d2), flat(&g3)].concat(),
        )
    }
    fn vjp(x: &[f64], w: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let p0 = x[0..4].to_vec();
        let mut p1 = x[4..9].to_vec();
        let p2 = x[9..11].to_vec();
        let p3 = [x[11], x[12]];
        let mut d0 = vec![0.0; 4];
        let mut d1 = w[2..7].to_vec();
        let mut d2 = vec![0.0; 2];
        let (y, pullback) = f_vjp(&p0, &mut p1, &p2, p3);
        let outputs = [flat(&y), flat(&p1)].concat();
        let g3 = pullback(&p0, &mut d0, &mut p1, &mut d1, &p2, &mut d2, (w[0], w[1]));
        assert_eq!(flat(& p1), x[4..9]);
        (outputs, [flat(&d0), flat(&d1), flat(&d2), flat(&g3)].concat())
    }
}

mod seed_1000207 {
    use super::{flat, Case};
    pub(crate) const CASE: Case = Case {
        name: "seed_1000207",
        point: &[-0.795, -0.33, 0.543, 1.32, 0.226, 1.011, 0.435, 0.407],
        value,
        backward,
        vjp,
        grad: Some(grad),
    };
    #[autograd::differentiable]
    fn g1(z0: f64, d1: &[f64], z2: f64) -> f64 {
        for i1 in (1..6).step_by(2).rev() {
            for i2 in (0..d1.len()).rev() {
                let x3 = f64::cosh((0.50 * d1[i2]).sinh() / (z2 * z2 + 0.8) / 3.0);
                let a4: [f64; 2] = [0.0; 2];
                let k5: usize = i2 % 5;
            }
        }
        z0 + z0
    }
    #[autograd::differentiable]
    fn f(mut c0: [f64; 3], v1: &Vec<f64>) -> f64 {
        let (mut p1, q2): (f64, f64) = (
            g1(v1[3 % v1.len()], &c0[1..], 0.71).atan2(c0[2] * c0[2] + 0.5),
            0.75 * (c0[(c0[1].abs() * 3.0) as usize % 3] - v1[6 % v1.len()]).sin().ceil(),
        );
        let y3: f64 = if c0[(p1.abs() * 3.0) as usize % 3] > 0.21 {
            let x4 = -p1;
            match 1 {
                2..=3 => {
                    p1
                        += (c0[2] * p1
                            + (v1[1 % v1.len()] * v1[1 % v1.len()] + 0.1).ln_1p())
                            .sin();
                    for i6 in 0..v1.len() {
                        let r7: f64 = g1((v1[i6] * v1[i6] + 1.2).log(2.5), &c0[1..], x4);
                        let r8: f64 = g1(
                            (c0[(i6 * 2 + 3) % 3] / 2.0).cosh(),
                            v1,
                            match i6.min(4) {
                                1..=2 => v1[v1.len() - 1 - i6],
                                _ => v1[0],
                            },
                        );
                    }
                }
                _ => {
                    c0[1] = ((x4 + v1[5 % v1.len()]
                        + (v1[2 % v1.len()] * v1[2 % v1.len()] + 1.3).acosh()) / 10.0)
                        .acos();
                }
            }
            0.31 * ((q2 * q2 + 0.6).log2() * v1[1].sin().cosh())
        } else {
            let mut n9: usize = 0;
            let v10: f64 = loop {
                if n9 == 1 {
                    break n9 as f64 / 1.9;
                }
                n9 += 1;
                c0[n9] *= 0.95 * (1.54 / 1.4 / 1.4) / 3.0;
            };
            (c0[n9] / (1.8 + v1[n9.min(7) % v1.len()].sin()) - v1[2 % v1.len()]) / 3.0
        };
        0.33 * (y3 * p1) + c0[0] + v1[7 % v1.len()] + p1 + y3
    }
    fn value(x: &[f64]) -> Vec<f64> {
        let p0 = [x[0], x[1], x[2]];
        let p1 = x[3..8].to_vec();
        let y = f(p0, &p1);
        [flat(&y)].concat()
    }
    fn backward(x: &[f64], w: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let p0 = [x[0], x[1], x[2]];
        let p1 = x[3..8].to_vec();
        let mut d1 = vec![0.0; 5];
        let (y, g0) = f_backward(p0, &p1, &mut d1, w[0]);
        ([flat(&y)].concat(), [flat(&g0), flat(&d1)].concat())
    }
    fn vjp(x: &[f64], w: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let p0 = [x[0], x[1], x[2]];
        let p1 = x[3..8].to_vec();
        let mut d1 = vec![0.0; 5];
        let (y, pullback) = f_vjp(p0, &p1);
        let outputs = [flat(&y)].concat();
        let g0 = pullback(&p1, &mut d1, w[0]);
        (outputs, [flat(&g0), flat(&d1)].concat())
    }
    fn grad(x: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let p0 = [x[0], x[1], x[2]];
        let p1 = x[3..8].to_vec();
        let (g0, d1) = f_grad(p0, &p1);
        let alone = [flat(&g0), flat(&d1)].concat();
        let (y, (g0, d1)) = f_value_and_grad(p0, &p1);
        assert_eq!(alone, [flat(& g0), flat(& d1)].concat());
        (flat(&y), [flat(&g0), flat(&d1)].concat())
    }
}

mod seed_1000208 {
    use super::{flat, Case};
    pub(crate) const CASE: Case = Case {
        name: "seed_1000208",
        point: &[0.543, -1.37, 0.261, 0.701],
        value,
        backward,
        vjp,
        grad: None,
    };
    #[autograd::differentiable]
    fn g1(d0: &[f64], mut c1: [f64; 2]) -> f64 {
        if c1[0] / (d0[1 % d0.len()] * d0[1 % d0.len()] + 0.8) / 2.0 <= d0[2 % d0.len()]
        {
            'l1: for i2 in 0..3 {
                for i3 in 1..d0.len() {
                    let mut x4 = 0.70 * (0.93 * c1[1].tanh().atan2(i3 as f64) / 2.5);
                    let y5: f64 = if d0[i3] <= c1[1] {
                        x4 += 0.60 * (0.66 + f64::ln(0.42 * 0.42 + 0.5)).tanh();
                        (0.37 * (x4 - i3 as f64) / 1.5).tanh()
                    } else {
                        x4.tanh().sinh() * c1[0] / 3.0
                    };
                }
            }
        } else if f64::cosh(0.46) < c1[1] {
            let mut x6 = (0.28 * (0.90 * (0.32 + c1[0]) / 1.7)).tan();
        } else {
            let x7 = (d0[0]
                - (c1[0] / (1.8 + c1[(c1[0].abs() * 3.0) as usize % 2].sin())
                    - c1[1].tanh().sinh()))
                .tanh();
        }
        d0[0 % d0.len()].atan() - c1[0]
    }
    #[autograd::differentiable]
    fn f(z0: f64, c1: [f64; 3], n2: usize) -> (f64, f64) {
        let mut a1: [f64; 3] = [(c1[0] + z0).tanh(), (z0 - c1[1]).tanh(), c1[2]];
        let mut x2 = (-(c1[(f64::abs(1.48) * 3.0) as usize % 3]
            * (a1[(a1[n2.min(2)].abs() * 3.0) as usize % 3] + z0)))
            .sin();
        x2 += z0;
        for i3 in (0..=4).rev().step_by(2) {
            if 0 % 3 >= 1 {
                x2 /= a1[2] * a1[2] + 1.0;
                let x4 = ((a1[i3 % 3] * c1[1]
                    + (f64::sin(i3 as f64) * f64::sin(i3 as f64) + 0.4)
                        .powf(a1[i3 % 3].tanh())) / 4.0 * c1[2])
                    .tanh();
                if 0.24 / 2.2 >= a1[0] {
                    let r5: f64 = g1(&c1[1..], [(c1[n2 % 3] - x2).tanh(), -(n2 as f64)]);
                    a1[1] = -r5;
                } else {
                    let mut a6: Vec<f64> = c1.to_vec();
                }
            }
        }
        (
            z0 - z0 - c1[(x2.abs() * 3.0) as usize % 3] + x2,
            (n2 as f64 - c1[2]) / 2.0 - z0 - c1[n2 % 3] - a1[0] - x2,
        )
    }
    fn value(x: &[f64]) -> Vec<f64> {
        let p0 = x[0];
        let p1 = [x[1], x[2], x[3]];
        let p2 = 2_usize;
        let y = f(p0, p1, p2);
        [flat(&y)].concat()
    }
    fn backward(x: &[f64], w: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let p0 = x[0];
        let p1 = [x[1], x[2], x[3]];
        let p2 = 2_usize;
        let (y, (g0, g1)) = f_backward(p0, p1, p2, (w[0], w[1]));
        ([flat(&y)].concat(), [flat(&g0), flat(&g1)].concat())
    }
    fn vjp(x: &[f64], w: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let p0 = x[0];
        let p1 = [x[1], x[2], x[3]];
        let p2 = 2_usize;
        let (y, pullback) = f_vjp(p0, p1, p2);
        let outputs = [flat(&y)].concat();
        let (g0, g1) = pullback((w[0], w[1]));
        (outputs, [flat(&g0), flat(&g1)].concat())
    }
}

mod seed_1000209 {
    use super::{flat, Case};
    pub(crate) const CASE: Case = Case {
        name: "seed_1000209",
        point: &[-0.7, 1.254, -0.479, 1.385, 0.221, 0.82, -1.139, 0.256, 0.342],
        value,
        backward,
        vjp,
        grad: Some(grad),
    };
    #[autograd::differentiable]
    fn g1(d0: &mut [f64], d1: &[f64], d2: &mut [f64], c3: &[f64; 3]) -> f64 {
        let mut n1: usize = 0;
        loop {
            if n1 == 1 {
                break;
            }
            n1 += 1;
            let k2: usize = (n1 * 4 + 3) % 3;
        }
        let mut x3 = 0.75
            * (f64::powi(0.11, n1.min(3) as i32) / 3.0)
                .copysign(d2[d2.len() - 1])
                .tanh()
                .exp2();
        for i4 in 0..d2.len() {
            x3 = -(n1 as f64) % 1.7;
        }
        (d1[n1.min(7) % d1.len()] * d1[n1.min(7) % d1.len()] + 1.3).acosh()
            - d2[n1 % d2.len()] + x3
    }
    #[autograd::differentiable(recursive)]
    fn g2(x: f64, a: &[f64], n: usize) -> f64 {
        if n == 0 {
            return (x * x + 0.7).recip() / (x * x + 0.8);
        }
        if n % 3 == 0 {
            match (n % 3, n % 3) {
                (_, k) if k > 0 => {
                    if (0.40 * x).tan() < a[((n * 4 + 1) % 8) % a.len()] {
                        let x2 = f64::asinh(
                            f64::atan2(1.07, (n as f64) * (n as f64) + 0.5)
                                .atan2(a[3 % a.len()]),
                        ) / 2.0;
                    } else {
                        let x3 = (a[(n + 4) % a.len()] + x
                            + 1.44 / ((n as f64) * (n as f64) + 0.8))
                            .tanh() * a[0];
                    }
                }
                _ => {
                    let x4 = (a[0].clamp(-1.25, 1.5) * (a[n % a.len()] + a[a.len() - 1]))
                        .cos();
                }
            }
        }
        let deeper: f64 = g2((x * x + 0.6).log2() / 2.0, a, n - 1);
        0.5 * deeper + (a[0] - a[0]).sin()
    }
    #[autograd::differentiable]
    fn f(mut z0: f64, d1: &[f64], (u2, v2): (f64, f64), c3: [f64; 2]) -> f64 {
        let x1 = f64::sqrt(0.48 * 0.48 + 0.4).sin().ceil() / 2.0;
        if let 0 | 2 = 2 {
            let (s2, c3) = (0.50 * u2).sinh().sin_cos();
            if (v2 * v2 + 1.3).acosh() > d1[d1.len() - 2] {
                z0 = (match 3 {
                    0 | 3 => (v2 / 2.0).exp2().tanh(),
                    _ => 0.74 / (d1[3 % d1.len()] * d1[3 % d1.len()] + 0.8),
                }) / (1.8 + f64::sin(0.90));
            } else {
                {
                    let row4 = &d1[..2];
                    let a5: [f64; 3] = [
                        ({
                            let t6 = z0;
                            t6 * v2
                        }) / 3.0,
                        c3 * v2 / 3.0,
                        (x1 * x1 + 0.4).sqrt().tanh(),
                    ];
                    if ({
                        let t7 = u2;
                        t7 * s2
                    }) / 3.0 > 1.56
                    {
                        let mut a8: [f64; 3] = a5;
                        z0
                            -= ((row4[0] * row4[0] + 0.4).powf(x1 / 3.0) / 4.0).ceil()
                                / 2.0;
                    } else {
                        z0 = ((s2 * s2 + 0.4).sqrt() + 1.86 * z0).sin()
                            / (1.8 + x1.sin());
                    }
                }
            }
        }
        c3[0].fract() - z0 - u2 + v2 + x1
    }
    fn value(x: &[f64]) -> Vec<f64> {
        let p0 = x[0];
        let p1 = x[1..5].to_vec();
        let p2 = (x[5], x[6]);
        let p3 = [x[7], x[8]];
        let y = f(p0, &p1, p2, p3);
        [flat(&y)].concat()
    }
    fn backward(x: &[f64], w: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let p0 = x[0];
        let p1 = x[1..5].to_vec();
        let p2 = (x[5], x[6]);
        let p3 = [x[7], x[8]];
        let mut d1 = vec![0.0; 4];
        let (y, (g0, g2, g3)) = f_backward(p0, &p1, &mut d1, p2, p3, w[0]);
        ([flat(&y)].concat(), [flat(&g0), flat(&d1), flat(&g2), flat(&g3)].concat())
    }
    fn vjp(x: &[f64], w: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let p0 = x[0];
        let p1 = x[1..5].to_vec();
        let p2 = (x[5], x[6]);
        let p3 = [x[7], x[8]];
        let mut d1 = vec![0.0; 4];
        let (y, pullback) = f_vjp(p0, &p1, p2, p3);
        let outputs = [flat(&y)].concat();
        let (g0, g2, g3) = pullback(&p1, &mut d1, w[0]);
        (outputs, [flat(&g0), flat(&d1), flat(&g2), flat(&g3)].concat())
    }
    fn grad(x: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let p0 = x[0];
        let p1 = x[1..5].to_vec();
        let p2 = (x[5], x[6]);
        let p3 = [x[7], x[8]];
        let (g0, d1, g2, g3) = f_grad(p0, &p1, p2, p3);
        let alone = [flat(&g0), flat(&d1), flat(&g2), flat(&g3)].concat();
        let (y, (g0, d1, g2, g3)) = f_value_and_grad(p0, &p1, p2, p3);
        assert_eq!(alone, [flat(& g0), flat(& d1), flat(& g2), flat(& g3)].concat());
        (flat(&y), [flat(&g0), flat(&d1), flat(&g2), flat(&g3)].concat())
    }
}

mod seed_1000210 {
    use super::{flat, Case};
    pub(crate) const CASE: Case = Case {
        name: "seed_1000210",
        point: &[-0.332, -0.644, 0.571, 1.412, -0.426, 0.869, -0.929, 1.46, 1.162],
        value,
        backward,
        vjp,
        grad: None,
    };
    #[autograd::differentiable]
    fn g1(n0: usize, d1: &mut [f64]) {
        d1[d1.len() - 2] = 1.02;
        let (mut p1, q2): (f64, f64) = (
            (-d1[((n0 * 3 + 2) % 8) % d1.len()] * f64::cosh(0.31)).tanh(),
            d1[((n0 * 3 + 3) % 8) % d1.len()].round().tanh()
                / ((n0 as f64) * (n0 as f64) + 0.8),
        );
        d1[0] /= q2 * q2 + 1.0;
        if p1.atan() >= q2 {
            'l3: for i4 in (0..5).step_by(2) {
                p1 = (f64::min((n0 as f64 + q2).tanh(), d1[d1.len() - 1])
                    - p1 * -d1[i4.min(7) % d1.len()]) / 4.0;
            }
        } else {
            p1 /= (n0 as f64) * (n0 as f64) + 1.0;
        }
    }
    #[autograd::differentiable]
    fn f(d0: &mut [f64], (u1, v1): (f64, f64), d2: &mut [f64], d3: &mut [f64]) -> f64 {
        let mut x1 = ((0.35 * v1 + (d2[2 % d2.len()] + u1)) / 3.0).abs();
        let mut x2 = (if !(x1 < -0.70) { -u1 } else { (0.50 * d2[0 % d2.len()]).sinh() })
            % 1.7;
        for i3 in 0..3 {
            for i4 in 0..3 {
                x2 = 0.5 * x2 + ((d3[0] + x1) / 2.0).sin();
            }
        }
        (v1 / 1.3).sin() + d0[7 % d0.len()] - u1 + v1 - d2[2 % d2.len()] - x1 - x2
    }
    fn value(x: &[f64]) -> Vec<f64> {
        let mut p0 = x[0..3].to_vec();
        let p1 = (x[3], x[4]);
        let mut p2 = x[5..7].to_vec();
        let mut p3 = x[7..9].to_vec();
        let y = f(&mut p0, p1, &mut p2, &mut p3);
        [flat(&y), flat(&p0), flat(&p2), flat(&p3)].concat()
    }
    fn backward(x: &[f64], w: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let mut p0 = x[0..3].to_vec();
        let p1 = (x[3], x[4]);
        let mut p2 = x[5..7].to_vec();
        let mut p3 = x[7..9].to_vec();
        let mut d0 = w[1..4].to_vec();
        let mut d2 = w[4..6].to_vec();
        let mut d3 = w[6..8].to_vec();
        let (y, g1) = f_backward(
            &mut p0,
            &mut d0,
            p1,
            &mut p2,
            &mut d2,
            &mut p3,
            &mut d3,
            w[0],
        );
        (
            [flat(&y), flat(&p0), flat(&p2), flat(&p3)].concat(),
            [flat(&d0), flat(&g1), flat(&d2), flat(&d3)].concat(),
        )
    }
    fn vjp(x: &[f64], w: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let mut p0 = x[0..3].to_vec();
        let p1 = (x[3], x[4]);
        let mut p2 = x[5..7].to_vec();
        let mut p3 = x[7..9].to_vec();
        let mut d0 = w[1..4].to_vec();
        let mut d2 = w[4..6].to_vec();
        let mut d3 = w[6..8].to_vec();
        let (y, pullback) = f_vjp(&mut p0, p1, &mut p2, &mut p3);
        let outputs = [flat(&y), flat(&p0), flat(&p2), flat(&p3)].concat();
        let g1 = pullback(&mut p0, &mut d0, &mut p2, &mut d2, &mut p3, &mut d3, w[0]);
        assert_eq!(flat(& p0), x[0..3]);
        assert_eq!(flat(& p2), x[5..7]);
        assert_eq!(flat(& p3), x[7..9]);
        (outputs, [flat(&d0), flat(&g1), flat(&d2), flat(&d3)].concat())
    }
}

mod seed_1000211 {
    use super::{flat, Case};
    pub(crate) const CASE: Case = Case {
        name: "seed_1000211",
        point: &[1.187, 0.325, 0.845, 1.217],
        value,
        backward,
        vjp,
        grad: None,
    };
    #[autograd::differentiable]
    fn g1(mut v0: Vec<f64>) -> f64 {
        let mut x1 = -(v0[0 % v0.len()] / (1.8 + v0[0].sin())) / 2.0;
        if x1 > 0.98 || x1 < 0.49 {
            let x2 = (0.33 * (x1 + v0[0 % v0.len()] - v0[0].abs())).atan2(x1 * x1 + 0.5);
        } else {
            for i3 in (0..5).step_by(3) {
                let mut n4: usize = 0;
                let v5: f64 = loop {
                    if n4 == 3 {
                        break 0.70 * (n4 as f64 / (1.8 + x1.sin()));
                    }
                    n4 += 1;
                    x1
                        *= ((i3 as f64 - v0[n4 % v0.len()]).sin()
                            * (i3 as f64 - v0[n4 % v0.len()]).sin() + 0.4)
                            .powf((i3 as f64).tanh())
                            .sin();
                };
            }
        }
        (0.48 + v0[0]).sin() + v0[v0.len() - 1]
    }
    #[autograd::differentiable(recursive)]
    fn g2(x: f64, n: usize) -> f64 {
        if n == 0 {
            return (-(x * x)).tanh();
        }
        let mut a1: Vec<f64> = vec![x / (1.8 + (n as f64).sin()) / 2.0; (n % 3) + 2];
        let m2: f64 = match n % 5 {
            k if k % 2 == 1 => {
                'l3: for i4 in 0..2 {
                    let x5 = (x + -(i4 as f64)) / 2.0;
                }
                a1[((n * 4 + 3) % 8) % a1.len()]
            }
            _ => 0.37 * f64::powi(0.66 * -a1[4 % a1.len()], 0 as i32),
        };
        let deeper: f64 = g2(
            (((0.81 + m2) / 2.0) * ((0.81 + m2) / 2.0) + 0.4).powf(m2.sin()).tanh(),
            n - 1,
        );
        0.5 * deeper + (a1[((n * 5 + 1) % 8) % a1.len()] - x) / 2.0 / 2.0
    }
    #[autograd::differentiable]
    fn f(z0: f64, n1: usize, c2: &mut [f64; 3]) {
        let mut w2: f64 = f64::mul_add(c2[0].powi(3).sin(), n1 as f64, c2[1]).sin();
        'l1: while w2 < 1.3 {
            w2 += 0.4 + 0.1 * w2 * w2;
            let x3 = (c2[1] - n1 as f64).sin().rem_euclid(1.3).clamp(-1.25, 1.5);
            let a4: Vec<f64> = vec![
                (w2 / (1.8 + x3.sin())).sin(), (c2[n1 % 3] * c2[n1 % 3] + 0.4).powf(c2[n1
                % 3].sin()).tanh(), f64::sin(x3 * x3), f64::powi(0.72, 2)
            ];
        }
        let mut x5: f64 = match n1.min(4) {
            0 | 3 => (z0 * z0 + 1.3).acosh(),
            _ => 0.71,
        };
    }
    fn value(x: &[f64]) -> Vec<f64> {
        let p0 = x[0];
        let p1 = 2_usize;
        let mut p2 = [x[1], x[2], x[3]];
        f(p0, p1, &mut p2);
        [flat(&p2)].concat()
    }
    fn backward(x: &[f64], w: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let p0 = x[0];
        let p1 = 2_usize;
        let mut p2 = [x[1], x[2], x[3]];
        let mut d2 = [w[0], w[1], w[2]];
        let g0 = f_backward(p0, p1, &mut p2, &mut d2);
        ([flat(&p2)].concat(), [flat(&g0), flat(&d2)].concat())
    }
    fn vjp(x: &[f64], w: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let p0 = x[0];
        let p1 = 2_usize;
        let mut p2 = [x[1], x[2], x[3]];
        let mut d2 = [w[0], w[1], w[2]];
        let pullback = f_vjp(p0, p1, &mut p2);
        let outputs = [flat(&p2)].concat();
        let g0 = pullback(&mut p2, &mut d2);
        assert_eq!(flat(& p2), x[1..4]);
        (outputs, [flat(&g0), flat(&d2)].concat())
    }
}

mod seed_1000212 {
    use super::{flat, Case};
    pub(crate) const CASE: Case = Case {
        name: "seed_1000212",
        point: &[0.844, -1.334, 0.436, -1.032, 0.307, 0.683],
        value,
        backward,
        vjp,
        grad: Some(grad),
    };
    #[autograd::differentiable]
    fn f(n0: usize, m1: [[f64; 3]; 2]) -> f64 {
        let mut x1 = (0.10 * (n0 as f64 * n0 as f64)).acos().sin();
        let flag2 = (match n0 + 1 {
            k if k > 2 => n0 as f64,
            _ => m1[0][2],
        }) < x1;
        let (mut p3, q4): (f64, f64) = (
            (1.66 + m1[0][2] - x1 * 0.42).sin(),
            0.70 * (x1 / (m1[n0 % 2][1] * m1[n0 % 2][1] + 0.8)),
        );
        let x5 = p3;
        let flag6 = m1[0][0] < -0.77 && 0.37 < 0.58;
        {
            let row7 = &m1[n0.min(1)];
            let mut a8: Vec<f64> = vec![
                (0.66 * row7[1]).exp2().tanh(), (n0 as f64).floor() / 2.0, (x1 + x1)
                .sin()
            ];
            p3 = 0.5 * p3 + (0.66 * a8[1].tanh().exp()).sin();
        }
        f64::sin(x5) + p3 + q4 + x5
    }
    fn value(x: &[f64]) -> Vec<f64> {
        let p0 = 0_usize;
        let p1 = [[x[0], x[1], x[2]], [x[3], x[4], x[5]]];
        let y = f(p0, p1);
        [flat(&y)].concat()
    }
    fn backward(x: &[f64], w: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let p0 = 0_usize;
        let p1 = [[x[0], x[1], x[2]], [x[3], x[4], x[5]]];
        let (y, g1) = f_backward(p0, p1, w[0]);
        ([flat(&y)].concat(), [flat(&g1)].concat())
    }
    fn vjp(x: &[f64], w: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let p0 = 0_usize;
        let p1 = [[x[0], x[1], x[2]], [x[3], x[4], x[5]]];
        let (y, pullback) = f_vjp(p0, p1);
        let outputs = [flat(&y)].concat();
        let g1 = pullback(w[0]);
        (outputs, [flat(&g1)].concat())
    }
    fn grad(x: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let p0 = 0_usize;
        let p1 = [[x[0], x[1], x[2]], [x[3], x[4], x[5]]];
        let g1 = f_grad(p0, p1);
        let alone = [flat(&g1)].concat();
        let (y, g1) = f_value_and_grad(p0, p1);
        assert_eq!(alone, [flat(& g1)].concat());
        (flat(&y), [flat(&g1)].concat())
    }
}

mod seed_1000213 {
    use super::{flat, Case};
    pub(crate) const CASE: Case = Case {
        name: "seed_1000213",
        point: &[
            1.4,
            -0.794,
            -1.442,
            -0.724,
            -0.712,
            -1.185,
            0.92,
            0.211,
            0.759,
            1.34,
            1.55,
        ],
        value,
        backward,
        vjp,
        grad: None,
    };
    #[autograd::differentiable]
    fn f(z0: f64, v1: Vec<f64>, mut z2: f64, d3: &mut [f64]) -> f64 {
        let y1: f64 = if z0.cos() <= d3[d3.len() - 1] {
            (z2 * z2 + 0.5).ln()
        } else {
            z2 *= f64::tanh(1.10);
            (z0 / (1.8 + d3[5 % d3.len()].sin()) / 2.0).floor() / 2.0
        };
        d3[2 % d3.len()] -= (0.33 * (z2 * z0)).copysign(v1[3 % v1.len()]);
        let mut n2: usize = 0;
        loop {
            if n2 == 2 {
                break;
            }
            n2 += 1;
            'l3: for i4 in (0..d3.len()).rev() {
                let z0 = 0.24
                    * (-(v1[((i4 * 5 + 2) % 8) % v1.len()] / (0.82 * 0.82 + 0.8))
                        + d3[i4].clamp(-1.25, 1.5).powi(i4.min(3) as i32));
            }
            match ((n2 * 5 + 1) % 3, (n2 * 4 + 2) % 3) {
                (1, 1) | (2, 0) => {
                    z2 /= z2 * z2 + 1.0;
                }
                _ => {
                    z2 = 0.5 * z2 + ((z0 + n2 as f64) / 2.0).sin();
                }
            }
        }
        (0.50 * y1).exp_m1().tanh() - z2 + y1
    }
    fn value(x: &[f64]) -> Vec<f64> {
        let p0 = x[0];
        let p1 = x[1..5].to_vec();
        let p2 = x[5];
        let mut p3 = x[6..11].to_vec();
        let y = f(p0, p1.clone(), p2, &mut p3);
        [flat(&y), flat(&p3)].concat()
    }
    fn backward(x: &[f64], w: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let p0 = x[0];
        let p1 = x[1..5].to_vec();
        let p2 = x[5];
        let mut p3 = x[6..11].to_vec();
        let mut d3 = w[1..6].to_vec();
        let (y, (g0, g1, g2)) = f_backward(p0, p1.clone(), p2, &mut p3, &mut d3, w[0]);
        (
            [flat(&y), flat(&p3)].concat(),
            [flat(&g0), flat(&g1), flat(&g2), flat(&d3)].concat(),
        )
    }
    fn vjp(x: &[f64], w: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let p0 = x[0];
        let p1 = x[1..5].to_vec();
        let p2 = x[5];
        let mut p3 = x[6..11].to_vec();
        let mut d3 = w[1..6].to_vec();
        let (y, pullback) = f_vjp(p0, p1.clone(), p2, &mut p3);
        let outputs = [flat(&y), flat(&p3)].concat();
        let (g0, g1, g2) = pullback(&mut p3, &mut d3, w[0]);
        assert_eq!(flat(& p3), x[6..11]);
        (outputs, [flat(&g0), flat(&g1), flat(&g2), flat(&d3)].concat())
    }
}

mod seed_1000214 {
    use super::{flat, Case};
    pub(crate) const CASE: Case = Case {
        name: "seed_1000214",
        point: &[1.316, 1.542, 1.164, 1.507, 0.36, -1.008, 1.501],
        value,
        backward,
        vjp,
        grad: Some(grad),
    };
    #[autograd::differentiable]
    fn g1(d0: &[f64], n1: usize) -> f64 {
        for i1 in (0..d0.len()).rev() {
            let mut x2 = 0.75 * -((n1 as f64) * (n1 as f64) + 0.4).sqrt();
            let x3 = x2;
            x2 = 0.11 * (x3 * (d0[i1] * x3).sin()).powi(3);
        }
        let mut x4 = d0[1].hypot(d0[0] * d0[0] + 0.6) / 4.0;
        x4.copysign(d0[(n1 + 4) % d0.len()]) - x4
    }
    #[autograd::differentiable]
    fn f(mut z0: f64, mut m1: [[f64; 3]; 2]) -> f64 {
        let y1: f64 = if (z0 + m1[1][0]).sin() <= z0 {
            m1[(z0.abs() * 3.0) as usize % 2][1] /= m1[0][2] * m1[0][2] + 1.0;
            z0.sin().clamp(-1.25, 1.5)
        } else {
            m1[1][1] = 0.5 * m1[1][1] + 0.50 * z0.abs();
            (z0 + z0).tanh() / (1.8 + m1[1][1].sin())
        };
        let mut x2 = (y1 + y1.min(m1[1][1])).asinh() / 2.0;
        z0 = -z0;
        m1[0][0] = g1(
            &[
                g1(
                    &[
                        if 3 % 3 < 2 {
                            x2
                        } else {
                            m1[0][(m1[0][2].abs() * 3.0) as usize % 3]
                        },
                        (z0 * z0 + 0.7).recip(),
                    ],
                    3,
                ),
                -x2,
            ],
            1,
        );
        let x3: f64 = 0.41;
        let mut x4 = (z0 * z0 + 0.5).ln();
        let mut a5: [[f64; 3]; 3] = [[0.0; 3]; 3];
        let mut y6: f64 = if x4 < -0.12 && x4 < -0.33 {
            z0 = x2;
            0.93 * x3.rem_euclid(1.3).atan2(x4)
        } else {
            z0 /= z0 * z0 + 1.0;
            0.96 * (1.02 / (x4 * x4 + 0.8)).powi(3)
        };
        (z0 + m1[0][0]).tanh() + z0 - y1 + x3 + a5[1][0]
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

mod seed_1000215 {
    use super::{flat, Case};
    pub(crate) const CASE: Case = Case {
        name: "seed_1000215",
        point: &[
            -0.74,
            -0.564,
            -0.579,
            -1.372,
            -0.337,
            -1.135,
            0.631,
            0.452,
            1.156,
            0.632,
        ],
        value,
        backward,
        vjp,
        grad: None,
    };
    #[autograd::differentiable]
    fn f(mut z0: f64, mut z1: f64, d2: &[f64], d3: &mut [f64]) -> f64 {
        z1 += (f64::atan2(0.37, z1 * z1 + 0.5) - (d2[4 % d2.len()] - z1)) / 3.0;
        let x1 = z1;
        let a2: [[f64; 3]; 3] = [[0.0; 3]; 3];
        let x3 = z1;
        let x5 = ({
            let t4 = if z0 > -0.81 {
                (z0 * z1).tanh()
            } else {
                d3[0].copysign(d2[4 % d2.len()])
            };
            t4 * ((a2[2][1] - (0.30 * d3[3 % d3.len()]).acos()) / 2.0)
        })
            .tanh();
        let k6: usize = 0;
        if x3 < 0.31 || a2[1][1] < 0.13 {
            let k7: usize = k6 % 4;
            let k8: usize = k6.min(4);
            z0 = (a2[k7 % 3][2]
                - (d2[(k6 % 8) % d2.len()] * k8 as f64 + z0 / (1.8 + f64::sin(0.53))))
                / 7.0;
        } else if (0.57 + x5) / 2.0 < d3[(k6 + 3) % d3.len()] {
            for i9 in (0..5).step_by(2) {
                if (i9 as f64) > -0.18 {
                    for i10 in 0..1 {
                        if a2[i10][i10].mul_add(z0, d3[(i10 + 7) % d3.len()]).sin()
                            > 0.82
                        {
                            z1 *= (a2[i10][i10] * a2[i10][i10] + 0.5).log10().sin();
                            break;
                        }
                    }
                    continue;
                }
            }
        } else {
            z1 = 0.5 * z1 + (k6 as f64).sin() / (a2[1][k6 % 3] * a2[1][k6 % 3] + 0.8);
        }
        f64::tanh(1.38 - z1) + z0 + d2[1 % d2.len()] - d3[k6 % d3.len()] - a2[2][1] - x5
    }
    fn value(x: &[f64]) -> Vec<f64> {
        let p0 = x[0];
        let p1 = x[1];
        let p2 = x[2..6].to_vec();
        let mut p3 = x[6..10].to_vec();
        let y = f(p0, p1, &p2, &mut p3);
        [flat(&y), flat(&p3)].concat()
    }
    fn backward(x: &[f64], w: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let p0 = x[0];
        let p1 = x[1];
        let p2 = x[2..6].to_vec();
        let mut p3 = x[6..10].to_vec();
        let mut d2 = vec![0.0; 4];
        let mut d3 = w[1..5].to_vec();
        let (y, (g0, g1)) = f_backward(p0, p1, &p2, &mut d2, &mut p3, &mut d3, w[0]);
        (
            [flat(&y), flat(&p3)].concat(),
            [flat(&g0), flat(&g1), flat(&d2), flat(&d3)].concat(),
        )
    }
    fn vjp(x: &[f64], w: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let p0 = x[0];
        let p1 = x[1];
        let p2 = x[2..6].to_vec();
        let mut p3 = x[6..10].to_vec();
        let mut d2 = vec![0.0; 4];
        let mut d3 = w[1..5].to_vec();
        let (y, pullback) = f_vjp(p0, p1, &p2, &mut p3);
        let outputs = [flat(&y), flat(&p3)].concat();
        let (g0, g1) = pullback(&p2, &mut d2, &mut p3, &mut d3, w[0]);
        assert_eq!(flat(& p3), x[6..10]);
        (outputs, [flat(&g0), flat(&g1), flat(&d2), flat(&d3)].concat())
    }
}

mod seed_1000216 {
    use super::{flat, Case};
    pub(crate) const CASE: Case = Case {
        name: "seed_1000216",
        point: &[0.606, 1.065, 1.13, -0.795, 1.554, -1.189],
        value,
        backward,
        vjp,
        grad: None,
    };
    #[autograd::differentiable]
    fn f(d0: &mut [f64], d1: &[f64]) -> f64 {
        let m1: f64 = match 3 {
            0 => {
                d0[1] = 0.5 * d0[1] + (d0[6 % d0.len()] - d1[3 % d1.len()]).tanh();
                (d0[7 % d0.len()] / (1.8 + f64::sin(d1[1])) / 2.0).powi(3).tanh()
            }
            _ => {
                let mut n3: usize = 0;
                'l2: while n3 < 1 && 1.01 / 1.3 >= d1[d1.len() - 1] {
                    n3 += 1;
                    d0[1] = (d0[(n3 + 6) % d0.len()].powi(2)
                        + (d0[(n3 + 6) % d0.len()] * d0[(n3 + 6) % d0.len()] + 0.5)
                            .cbrt())
                        .sin() / (1.82 * 1.82 + 0.8);
                    let mut x4 = 0.75 * -(-d0[n3.min(7) % d0.len()].asinh());
                    x4 = 0.75 * -(n3 as f64).asinh() / (1.8 + d0[0].sin()) / 2.0;
                }
                for i5 in (1..6).step_by(2).rev() {
                    {
                        let row6 = &d0[..2];
                        let a7: [f64; 3] = [(d0[(n3 + 6) % d0.len()]
                            * d0[(n3 + 6) % d0.len()] + 0.4)
                            .powf(d1[0] / 3.0)
                            .tanh(); 3];
                        {
                            let row8 = &a7[0..][..2];
                            let mut a9: [f64; 2] = [
                                (d1[d1.len() - 2] + 0.87).tanh(),
                                (row8[n3] * row8[n3] + 0.5).cbrt(),
                            ];
                            let mut a10: [f64; 3] = a7;
                        }
                        let mut x11: f64 = 1.19;
                    }
                }
                -(-(n3 as f64))
            }
        };
        0.77 * 0.60 - d0[1] - d1[7 % d1.len()] - m1
    }
    fn value(x: &[f64]) -> Vec<f64> {
        let mut p0 = x[0..2].to_vec();
        let p1 = x[2..6].to_vec();
        let y = f(&mut p0, &p1);
        [flat(&y), flat(&p0)].concat()
    }
    fn backward(x: &[f64], w: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let mut p0 = x[0..2].to_vec();
        let p1 = x[2..6].to_vec();
        let mut d0 = w[1..3].to_vec();
        let mut d1 = vec![0.0; 4];
        let y = f_backward(&mut p0, &mut d0, &p1, &mut d1, w[0]);
        ([flat(&y), flat(&p0)].concat(), [flat(&d0), flat(&d1)].concat())
    }
    fn vjp(x: &[f64], w: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let mut p0 = x[0..2].to_vec();
        let p1 = x[2..6].to_vec();
        let mut d0 = w[1..3].to_vec();
        let mut d1 = vec![0.0; 4];
        let (y, pullback) = f_vjp(&mut p0, &p1);
        let outputs = [flat(&y), flat(&p0)].concat();
        let () = pullback(&mut p0, &mut d0, &p1, &mut d1, w[0]);
        assert_eq!(flat(& p0), x[0..2]);
        (outputs, [flat(&d0), flat(&d1)].concat())
    }
}

mod seed_1000217 {
    use super::{flat, Case};
    pub(crate) const CASE: Case = Case {
        name: "seed_1000217",
        point: &[-1.275, 0.353, 0.548, 1.1, 1.598, 0.971, 1.248, -0.865, 1.18, -0.751],
        value,
        backward,
        vjp,
        grad: None,
    };
    #[autograd::differentiable]
    fn g1(n0: usize, d1: &mut [f64], d2: &mut [f64]) {
        'l1: for i2 in (1..6).step_by(2).rev() {
            let flag3 = 0.10 * d1[(n0 % 8) % d1.len()] > 0.83;
            let mut n4: usize = 0;
            loop {
                if n4 == 3 {
                    break;
                }
                n4 += 1;
                let flag5 = d1[d1.len() - 2] > i2 as f64;
            }
        }
        let x6 = 0.15
            * ((0.30 * f64::powf(0.85 * 0.85 + 0.4, 0.33 * d1[n0 % d1.len()])).powi(2)
                - (d2[0] - n0 as f64 - d2[0].round()));
    }
    #[autograd::differentiable]
    fn g2(c0: &[f64; 2], z1: f64) -> f64 {
        let k1: usize = 0;
        let mut y2: f64 = if 0.70 * (1.24 - c0[k1]) >= k1 as f64 {
            c0[k1]
        } else {
            (z1 / (1.65 * 1.65 + 0.8)).sin().abs()
        };
        for i3 in (1..6).step_by(2).rev() {
            let y4: f64 = if 0.37 * (z1 - i3 as f64) < y2 {
                (0.10
                    * ({
                        let t5 = c0[k1];
                        t5 * c0[k1]
                    }))
                    .atanh()
            } else {
                let x6 = ((z1 * z1 + 0.7).recip() + -c0[k1] + z1 % 1.7) / 3.0;
                x6.powi(3).sin().powi(3)
            };
        }
        (z1 * y2).tanh() + c0[k1]
    }
    #[autograd::differentiable]
    fn f(d0: &mut [f64], v1: Vec<f64>, z2: f64, d3: &[f64]) -> f64 {
        let x1 = (v1[7 % v1.len()] + d0[7 % d0.len()]).tanh().floor().sin() % 1.7;
        d0[1] = ({
            let t2 = 0.08 * ((d0[2 % d0.len()] + z2) * (z2 - x1));
            t2 * (d3[d3.len() - 1] * d3[d3.len() - 1] + 0.5).log10()
        }) / 2.0;
        {
            let row3 = &v1[..2];
            d0[6 % d0.len()] = ((x1 / 4.0).acos() * (d0[4 % d0.len()] * 1.87)).atan();
            d0[3 % d0.len()] = (z2 * z2 + 0.5).ln();
            let mut k4: usize = 0;
        }
        let mut y5: f64 = if (d0[2 % d0.len()] * d0[2 % d0.len()] + 0.5).ln() > x1 {
            let mut x6: f64 = (d0[1].atan2(1.69)
                - (d3[d3.len() - 2] * d3[d3.len() - 2] + 0.6).log2())
                .tanh();
            (x6 / 1.3).tanh()
        } else {
            let mut x7: f64 = g2(
                &[
                    g2(&[(d0[1] * d0[1] + 0.4).sqrt().tanh(), x1], d3[1 % d3.len()]),
                    d3[d3.len() - 1].fract(),
                ],
                f64::sqrt(0.39 * 0.39 + 0.4).sin(),
            );
            (x7 * x7 + 0.6).log2().sin()
        };
        d3[d3.len() - 1] * 0.19 - v1[0 % v1.len()] - d3[d3.len() - 2] - x1
    }
    fn value(x: &[f64]) -> Vec<f64> {
        let mut p0 = x[0..2].to_vec();
        let p1 = x[2..6].to_vec();
        let p2 = x[6];
        let p3 = x[7..10].to_vec();
        let y = f(&mut p0, p1.clone(), p2, &p3);
        [flat(&y), flat(&p0)].concat()
    }
    fn backward(x: &[f64], w: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let mut p0 = x[0..2].to_vec();
        let p1 = x[2..6].to_vec();
        let p2 = x[6];
        let p3 = x[7..10].to_vec();
        let mut d0 = w[1..3].to_vec();
        let mut d3 = vec![0.0; 3];
        let (y, (g1, g2)) = f_backward(
            &mut p0,
            &mut d0,
            p1.clone(),
            p2,
            &p3,
            &mut d3,
            w[0],
        );
        (
            [flat(&y), flat(&p0)].concat(),
            [flat(&d0), flat(&g1), flat(&g2), flat(&d3)].concat(),
        )
    }
    fn vjp(x: &[f64], w: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let mut p0 = x[0..2].to_vec();
        let p1 = x[2..6].to_vec();
        let p2 = x[6];
        let p3 = x[7..10].to_vec();
        let mut d0 = w[1..3].to_vec();
        let mut d3 = vec![0.0; 3];
        let (y, pullback) = f_vjp(&mut p0, p1.clone(), p2, &p3);
        let outputs = [flat(&y), flat(&p0)].concat();
        let (g1, g2) = pullback(&mut p0, &mut d0, &p3, &mut d3, w[0]);
        assert_eq!(flat(& p0), x[0..2]);
        (outputs, [flat(&d0), flat(&g1), flat(&g2), flat(&d3)].concat())
    }
}

mod seed_1000218 {
    use super::{flat, Case};
    pub(crate) const CASE: Case = Case {
        name: "seed_1000218",
        point: &[
            -0.978,
            0.558,
            -1.548,
            -1.042,
            0.248,
            0.727,
            0.431,
            -1.402,
            1.409,
            1.236,
        ],
        value,
        backward,
        vjp,
        grad: None,
    };
    #[autograd::differentiable]
    fn f(d0: &[f64], z1: f64, c2: &[f64; 3], z3: f64) -> (f64, f64) {
        let k1: usize = 0;
        let t2: (f64, f64) = (
            (z3 + z1 + (z3 - c2[k1])) / 4.0,
            (d0[((k1 * 2 + 2) % 8) % d0.len()] * z3).sin().mul_add(z1, c2[k1]).tanh(),
        );
        let z3 = f64::tanh(c2[k1].mul_add(t2.1, z3) - (z1 + z3)).signum();
        for i3 in (0..=4).rev().step_by(2) {
            let a5: Vec<f64> = vec![- z1; 1 + 2];
            assert!(z1 < 1.0e6);
            match 1 {
                1 | 3 => {
                    let mut x7 = f64::powi(0.22, 2).trunc();
                }
                _ => {
                    for i8 in 0..4 {
                        let x9: f64 = 1.90;
                    }
                }
            }
        }
        (
            f64::exp(0.10).tanh() - d0[k1.min(7) % d0.len()] + z1 + z3,
            z3.powi(3).tanh() + d0[d0.len() - 2] + c2[k1] + t2.0 * t2.1 - z3,
        )
    }
    fn value(x: &[f64]) -> Vec<f64> {
        let p0 = x[0..5].to_vec();
        let p1 = x[5];
        let p2 = [x[6], x[7], x[8]];
        let p3 = x[9];
        let y = f(&p0, p1, &p2, p3);
        [flat(&y)].concat()
    }
    fn backward(x: &[f64], w: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let p0 = x[0..5].to_vec();
        let p1 = x[5];
        let p2 = [x[6], x[7], x[8]];
        let p3 = x[9];
        let mut d0 = vec![0.0; 5];
        let mut d2 = [0.0; 3];
        let (y, (g1, g3)) = f_backward(&p0, &mut d0, p1, &p2, &mut d2, p3, (w[0], w[1]));
        ([flat(&y)].concat(), [flat(&d0), flat(&g1), flat(&d2), flat(&g3)].concat())
    }
    fn vjp(x: &[f64], w: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let p0 = x[0..5].to_vec();
        let p1 = x[5];
        let p2 = [x[6], x[7], x[8]];
        let p3 = x[9];
        let mut d0 = vec![0.0; 5];
        let mut d2 = [0.0; 3];
        let (y, pullback) = f_vjp(&p0, p1, &p2, p3);
        let outputs = [flat(&y)].concat();
        let (g1, g3) = pullback(&p0, &mut d0, &p2, &mut d2, (w[0], w[1]));
        (outputs, [flat(&d0), flat(&g1), flat(&d2), flat(&g3)].concat())
    }
}

mod seed_1000219 {
    use super::{flat, Case};
    pub(crate) const CASE: Case = Case {
        name: "seed_1000219",
        point: &[0.407, 1.166, 0.434, -1.368, 0.57, 0.692, -1.526, -0.817],
        value,
        backward,
        vjp,
        grad: None,
    };
    #[autograd::differentiable]
    fn g1(z0: f64, n1: usize, n2: usize, mut z3: f64) -> f64 {
        let k1: usize = 1;
        let flag2 = z3 < 0.88;
        let a3: [f64; 2] = [
            0.59 * f64::mul_add(0.69, 1.09, k1 as f64),
            n2 as f64 / (1.8 + z3.sin()) / 2.0,
        ];
        if 0.48 < -0.64 || (n1 as f64) < -0.80 {
            z3 *= 0.61;
        } else {
            z3 *= (-f64::exp2(0.42)).tanh();
        }
        a3[k1 % 2].min(n1 as f64) - z0 + z3 - a3[1]
    }
    #[autograd::differentiable]
    fn g2(c0: &mut [f64; 2]) {
        let r1: f64 = g1(
            0.33
                * (c0[0]
                    * c0[(c0[(c0[0].abs() * 3.0) as usize % 2].abs() * 3.0) as usize
                        % 2]),
            0,
            0,
            (c0[0] / 1.5).sin(),
        );
        if 3 % 3 != 1 {
            let mut k2: usize = 0;
            let r3: f64 = g1(
                k2 as f64 - k2 as f64,
                (k2 * 5 + 3) % 4,
                k2,
                ((k2 as f64) * (k2 as f64) + 0.4).sqrt().sin(),
            );
            let mut x4 = ((k2 as f64 + r1).tanh().copysign(r3) / 2.0).asin();
        }
    }
    #[autograd::differentiable]
    fn f(d0: &[f64], c1: [f64; 2], z2: &mut f64) -> f64 {
        if (d0[1] + c1[1]) / 2.0 < 0.70 {
            let a1: Vec<f64> = d0.to_vec();
            return (-d0[d0.len() - 1].mul_add(c1[0], c1[1])).tanh();
        }
        'l2: for i3 in (0..5).step_by(3) {
            for i4 in (0..=4).rev().step_by(2) {
                let mut a5: [[f64; 2]; 2] = [
                    [
                        c1[(c1[i4.min(1)].abs() * 3.0) as usize % 2].fract(),
                        (0.75 * i3 as f64).powi(2).tanh(),
                    ],
                    [
                        d0[(i3 + 3) % d0.len()],
                        (*z2 + d0[((i3 * 2 + 3) % 8) % d0.len()]).sin(),
                    ],
                ];
            }
            let mut a6: Vec<f64> = vec![d0[i3 % d0.len()] * * z2 / 3.0, d0[0]];
            if g1(*z2, 0, i3 % 4, d0[1]) > 0.66 {
                *z2
                    += 0.30
                        * ((d0[(i3 + 3) % d0.len()]
                            + c1[(c1[i3 % 2].abs() * 3.0) as usize % 2])
                            .tanh()
                            .round() / 2.0);
            }
        }
        0.61 * (c1[0] + 1.85) - d0[5 % d0.len()] - c1[1]
    }
    fn value(x: &[f64]) -> Vec<f64> {
        let p0 = x[0..5].to_vec();
        let p1 = [x[5], x[6]];
        let mut p2 = x[7];
        let y = f(&p0, p1, &mut p2);
        [flat(&y), flat(&p2)].concat()
    }
    fn backward(x: &[f64], w: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let p0 = x[0..5].to_vec();
        let p1 = [x[5], x[6]];
        let mut p2 = x[7];
        let mut d0 = vec![0.0; 5];
        let mut d2 = w[1];
        let (y, g1) = f_backward(&p0, &mut d0, p1, &mut p2, &mut d2, w[0]);
        ([flat(&y), flat(&p2)].concat(), [flat(&d0), flat(&g1), flat(&d2)].concat())
    }
    fn vjp(x: &[f64], w: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let p0 = x[0..5].to_vec();
        let p1 = [x[5], x[6]];
        let mut p2 = x[7];
        let mut d0 = vec![0.0; 5];
        let mut d2 = w[1];
        let (y, pullback) = f_vjp(&p0, p1, &mut p2);
        let outputs = [flat(&y), flat(&p2)].concat();
        let g1 = pullback(&p0, &mut d0, &mut p2, &mut d2, w[0]);
        assert_eq!(flat(& p2), x[7..8]);
        (outputs, [flat(&d0), flat(&g1), flat(&d2)].concat())
    }
}

mod seed_1000220 {
    use super::{flat, Case};
    pub(crate) const CASE: Case = Case {
        name: "seed_1000220",
        point: &[0.882, 1.388, 0.516],
        value,
        backward,
        vjp,
        grad: Some(grad),
    };
    #[autograd::differentiable]
    fn g1(z0: f64, mut z1: f64, v2: Vec<f64>) -> f64 {
        if -v2[1] <= v2[4 % v2.len()] {
            let x1 = (z1 * f64::log10(z0 * z0 + 0.5)).sin();
        } else if (z0 / 1.8).sin() >= v2[v2.len() - 2] {
            let mut a2: Vec<f64> = vec![
                (z0 * z0 + 1.3).acosh(), 0.99 / 1.8, v2[5 % v2.len()].mul_add(v2[7 % v2
                .len()], z0) / 4.0
            ];
            let mut x3 = (0.40 * z0).tan();
        }
        let flag4 = v2[4 % v2.len()].copysign(z0) > z1;
        v2[1]
    }
    #[autograd::differentiable]
    fn f((u0, v0): (f64, f64), z1: f64) -> f64 {
        let mut w1: f64 = f64::sin(1.22);
        while w1 < 1.3 {
            w1 += 0.4 + 0.1 * w1 * w1;
            let mut x2: f64 = (w1 * w1 + 0.6).log2().sin();
        }
        let r3: f64 = g1(
            v0.tanh(),
            (u0 - 0.76).tanh(),
            vec![
                g1(v0, v0, vec![(v0 / 2.1).sin(), z1.cos(), u0.cos()]), (w1 + 0.76) /
                2.0, z1.round_ties_even().sin()
            ],
        );
        let mut w4: f64 = (0.50 * (u0 + w1)).signum();
        while w4 < 1.3 {
            w4 += 0.4 + 0.1 * w1 * w1;
            let mut n6: usize = 0;
            'l5: loop {
                if n6 == 4 {
                    break;
                }
                n6 += 1;
                let r7: f64 = g1(
                    n6 as f64 / 2.0,
                    (1.72 * z1).tanh(),
                    vec![(n6 as f64).tanh(), v0 % 1.7, (z1 - v0) / 2.0],
                );
            }
            'l8: for i9 in (0..=4).rev().step_by(2) {
                {
                    let mut x10 = (w4.abs() + r3).tanh();
                    let mut a12: [f64; 2] = [0.0; 2];
                    a12[0] = 0.5 * a12[0] + (z1 * z1 + 0.4).sqrt().tanh();
                }
                if 0.50 * (w1 - u0) > w4 {
                    let mut a14: [[f64; 3]; 2] = [[0.0; 3]; 2];
                    let x15 = (-w4.sin().exp() * (0.85 * f64::exp_m1(0.11) % 1.7))
                        .tanh();
                } else if u0 > 0.22 || (n6 as f64) < 0.98 {
                    let x16 = u0;
                }
            }
        }
        v0 + u0 + v0 + z1 + w1 - r3 - w4
    }
    fn value(x: &[f64]) -> Vec<f64> {
        let p0 = (x[0], x[1]);
        let p1 = x[2];
        let y = f(p0, p1);
        [flat(&y)].concat()
    }
    fn backward(x: &[f64], w: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let p0 = (x[0], x[1]);
        let p1 = x[2];
        let (y, (g0, g1)) = f_backward(p0, p1, w[0]);
        ([flat(&y)].concat(), [flat(&g0), flat(&g1)].concat())
    }
    fn vjp(x: &[f64], w: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let p0 = (x[0], x[1]);
        let p1 = x[2];
        let (y, pullback) = f_vjp(p0, p1);
        let outputs = [flat(&y)].concat();
        let (g0, g1) = pullback(w[0]);
        (outputs, [flat(&g0), flat(&g1)].concat())
    }
    fn grad(x: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let p0 = (x[0], x[1]);
        let p1 = x[2];
        let (g0, g1) = f_grad(p0, p1);
        let alone = [flat(&g0), flat(&g1)].concat();
        let (y, (g0, g1)) = f_value_and_grad(p0, p1);
        assert_eq!(alone, [flat(& g0), flat(& g1)].concat());
        (flat(&y), [flat(&g0), flat(&g1)].concat())
    }
}

mod seed_1000221 {
    use super::{flat, Case};
    pub(crate) const CASE: Case = Case {
        name: "seed_1000221",
        point: &[0.238],
        value,
        backward,
        vjp,
        grad: Some(grad),
    };
    #[autograd::differentiable(recursive)]
    fn g1(x: f64, a: &[f64], n: usize) -> f64 {
        if n == 0 {
            return a[(n + 4) % a.len()];
        }
        {
            let row1 = &a[..2];
            let a2: [[f64; 3]; 2] = [[0.0; 3]; 2];
            let mut a3: [f64; 2] = [
                f64::exp(0.42).sin(),
                f64::tanh(row1[(f64::abs(1.64) * 3.0) as usize % 2]).exp_m1() / 2.0,
            ];
        }
        let mut w4: f64 = -a[a.len() - 2].cos();
        while w4 < 1.3 {
            w4 += 0.4 + 0.1 * (n as f64) * (n as f64);
            let mut x5 = (a[n.min(7) % a.len()] / 1.9).tanh();
        }
        let deeper: f64 = g1(a[((n * 4 + 2) % 8) % a.len()], a, n - 1);
        0.5 * deeper + (-a[a.len() - 2]).sin()
    }
    #[autograd::differentiable]
    fn g2(z0: f64, mut c1: [f64; 3], z2: f64) -> f64 {
        let mut x1 = (c1[0].min(c1[0])
            + (if (c1[0] * c1[0] + 0.4).powf(c1[1].tanh()) / 4.0 <= z0 {
                z2
            } else {
                z2
            }) - (c1[1] / 2.0).sinh() / (c1[0] * c1[0] + 0.8))
            .sin();
        let r2: f64 = g1((z0 - z0) / 2.0, &c1, 0);
        if c1[2] < x1 {
            let mut a3: [f64; 2] = [(z2 - r2) / 2.0, x1.max(c1[1])];
            a3[0] -= 0.50 * (x1 + z2);
        } else {
            x1 *= (r2 / 3.0).tan().sin();
        }
        0.70 * (c1[(r2.abs() * 3.0) as usize % 3] / (1.8 + x1.sin())) + z2 - r2
    }
    #[autograd::differentiable]
    fn f(mut z0: f64) -> f64 {
        if z0 > -0.22 {
            let x1 = (g2(
                (z0 * z0).sin(),
                [0.33 * (z0 * z0), -0.82, z0.max(1.29)],
                0.70 * (z0 / (1.8 + z0.sin())),
            ) - (0.46 + f64::atan2(0.55, z0 * z0 + 0.5))) / 2.0;
        } else {
            for i2 in 0..1 {
                {
                    let mut n4: usize = 0;
                    let v7: f64 = 'l3: loop {
                        if n4 == 2 {
                            break f64::tanh(n4 as f64 + n4 as f64);
                        }
                        n4 += 1;
                        z0 -= 0.20 * (z0 * z0 + 0.5).ln();
                        let mut a5: [[f64; 2]; 3] = [[0.0; 2]; 3];
                        let mut k6: usize = n4;
                    };
                }
            }
        }
        0.70 * (z0 / (z0 * z0 + 0.8))
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

mod seed_1000222 {
    use super::{flat, Case};
    pub(crate) const CASE: Case = Case {
        name: "seed_1000222",
        point: &[-1.385, 0.948, 1.528, 0.795, 0.726, 0.685],
        value,
        backward,
        vjp,
        grad: None,
    };
    #[autograd::differentiable]
    fn f(c0: &mut [f64; 2], c1: [f64; 3], mut z2: f64) {
        z2 /= c1[2] * c1[2] + 1.0;
        z2 -= -(c0[0] * 0.16);
        {
            let row1 = &c1[1..][..2];
            c0[1] = 0.5 * c0[1] + (0.70 * (c1[2] / 1.4)).sin();
            let a2: [f64; 2] = [if row1[1] > 0.42 { c0[1] } else { z2 }; 2];
        }
        z2 += z2;
        let mut x3 = ((c1[1] / (1.8 + z2.sin()) / 2.0).max(z2) + 0.16) / 2.0;
        let flag4 = (z2 * x3).tanh() > z2;
        for i5 in 0..=2 {
            let mut t6: (f64, f64) = (
                ((c0[i5.min(1)] * c0[i5.min(1)] + 0.4).sqrt() * (i5 as f64).sin().cosh())
                    .sin(),
                z2,
            );
            if let 1..=2 = i5 % 4 {
                let flag7 = i5.min(5) % 3 < 2;
                if f64::sin(c0[i5 % 2] / (x3 * x3 + 0.8)) >= t6.1 {
                    {
                        let row8 = &mut c0[..2];
                        row8[i5.min(1)] = (-t6.0
                            - (0.66 * z2.copysign(c1[i5]))
                                .powi(((i5 * 3 + 3) % 4) as i32)) / 4.0;
                        x3 /= c1[i5] * c1[i5] + 1.0;
                    }
                } else if z2 < 0.64 || z2 > 0.80 {
                    t6.0 -= t6.1.tanh() / 2.0;
                } else {
                    x3 = (0.15 * (i5 as f64 / 2.8 - i5 as f64 / (1.8 + c1[i5].sin())))
                        .atanh();
                }
            } else if z2 < c0[i5 % 2] {
                z2 = 0.5 * z2 + t6.0.min(x3).sin();
            }
        }
    }
    fn value(x: &[f64]) -> Vec<f64> {
        let mut p0 = [x[0], x[1]];
        let p1 = [x[2], x[3], x[4]];
        let p2 = x[5];
        f(&mut p0, p1, p2);
        [flat(&p0)].concat()
    }
    fn backward(x: &[f64], w: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let mut p0 = [x[0], x[1]];
        let p1 = [x[2], x[3], x[4]];
        let p2 = x[5];
        let mut d0 = [w[0], w[1]];
        let (g1, g2) = f_backward(&mut p0, &mut d0, p1, p2);
        ([flat(&p0)].concat(), [flat(&d0), flat(&g1), flat(&g2)].concat())
    }
    fn vjp(x: &[f64], w: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let mut p0 = [x[0], x[1]];
        let p1 = [x[2], x[3], x[4]];
        let p2 = x[5];
        let mut d0 = [w[0], w[1]];
        let pullback = f_vjp(&mut p0, p1, p2);
        let outputs = [flat(&p0)].concat();
        let (g1, g2) = pullback(&mut p0, &mut d0);
        assert_eq!(flat(& p0), x[0..2]);
        (outputs, [flat(&d0), flat(&g1), flat(&g2)].concat())
    }
}

mod seed_1000223 {
    use super::{flat, Case};
    pub(crate) const CASE: Case = Case {
        name: "seed_1000223",
        point: &[0.223, 0.722, 0.363],
        value,
        backward,
        vjp,
        grad: Some(grad),
    };
    #[autograd::differentiable]
    fn g1(mut z0: f64) -> [f64; 3] {
        let mut x1 = z0.atan2(z0).asinh() / 2.0 % 1.7;
        for i2 in (0..=4).rev().step_by(2) {
            if matches!((i2 % 6), ..2) {
                for i3 in 0..4 {
                    x1 += 0.60 * (x1.floor() + (z0 * z0 + 0.1).ln_1p()).tanh();
                }
            }
        }
        [x1.round_ties_even().sin() + x1, z0 + z0 - x1, -x1 - z0]
    }
    #[autograd::differentiable]
    fn f((u0, v0): (f64, f64), mut z1: f64) -> f64 {
        let mut n1: usize = 0;
        while n1 < 3 && z1 < -0.90 {
            n1 += 1;
            'l2: for i3 in 0..=2 {
                {
                    if (z1 * v0).sin() < z1 {
                        return (v0 / (0.19 * 0.19 + 0.8) * (z1 - i3 as f64)).sin();
                    }
                }
                z1 = 0.50 * (-(z1 - z1)).tanh().mul_add(z1, u0);
            }
        }
        (z1 / 2.5).tanh() - u0 + v0 + z1
    }
    fn value(x: &[f64]) -> Vec<f64> {
        let p0 = (x[0], x[1]);
        let p1 = x[2];
        let y = f(p0, p1);
        [flat(&y)].concat()
    }
    fn backward(x: &[f64], w: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let p0 = (x[0], x[1]);
        let p1 = x[2];
        let (y, (g0, g1)) = f_backward(p0, p1, w[0]);
        ([flat(&y)].concat(), [flat(&g0), flat(&g1)].concat())
    }
    fn vjp(x: &[f64], w: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let p0 = (x[0], x[1]);
        let p1 = x[2];
        let (y, pullback) = f_vjp(p0, p1);
        let outputs = [flat(&y)].concat();
        let (g0, g1) = pullback(w[0]);
        (outputs, [flat(&g0), flat(&g1)].concat())
    }
    fn grad(x: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let p0 = (x[0], x[1]);
        let p1 = x[2];
        let (g0, g1) = f_grad(p0, p1);
        let alone = [flat(&g0), flat(&g1)].concat();
        let (y, (g0, g1)) = f_value_and_grad(p0, p1);
        assert_eq!(alone, [flat(& g0), flat(& g1)].concat());
        (flat(&y), [flat(&g0), flat(&g1)].concat())
    }
}

mod seed_1000224 {
    use super::{flat, Case};
    pub(crate) const CASE: Case = Case {
        name: "seed_1000224",
        point: &[-1.34, 0.759, -0.212, 1.242, -1.401],
        value,
        backward,
        vjp,
        grad: None,
    };
    #[autograd::differentiable]
    fn f(z0: &mut f64, d1: &mut [f64]) -> f64 {
        let x1 = (f64::sin(*z0) / ((*z0) * (*z0) + 0.8)).cosh();
        for i2 in (0..=4).rev().step_by(2) {
            d1[1] /= (i2 as f64) * (i2 as f64) + 1.0;
            let mut x3 = ((d1[1] * d1[1] + 0.5).ln() / 1.1).sin();
        }
        if d1[6 % d1.len()] > 0.83 {
            return f64::exp(d1[0].tanh()).tanh();
        }
        if -d1[d1.len() - 1] >= d1[7 % d1.len()] {
            let mut k4: usize = 1;
        } else if *z0 > -0.78 {
            let mut n5: usize = 0;
            let v10: f64 = loop {
                if n5 == 2 {
                    break (x1 - *z0) / 2.0;
                }
                n5 += 1;
                let x6 = (x1 - x1 + (*z0).fract()).atan();
                let mut x7 = *z0;
                'l8: for i9 in 1..d1.len() {
                    let x6 = -((if matches!(5, 0 | 2) {
                        (i9 as f64).sin()
                    } else {
                        0.36
                    }) * (i9 as f64 + d1[i9]).tanh());
                    if !(1.19 > -0.24) {
                        d1[0] = d1[i9];
                    }
                    x7 = ((0.30 * *z0).acos() / 2.4).atan();
                    if -x6 <= *z0 {
                        *z0 = (*z0).clamp(-1.25, 1.5).rem_euclid(1.3);
                    } else {
                        *z0 *= 0.41 * (x1 + x1).sin().cosh();
                    }
                }
            };
        }
        (*z0).rem_euclid(1.3) - d1[0] - x1
    }
    fn value(x: &[f64]) -> Vec<f64> {
        let mut p0 = x[0];
        let mut p1 = x[1..5].to_vec();
        let y = f(&mut p0, &mut p1);
        [flat(&y), flat(&p0), flat(&p1)].concat()
    }
    fn backward(x: &[f64], w: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let mut p0 = x[0];
        let mut p1 = x[1..5].to_vec();
        let mut d0 = w[1];
        let mut d1 = w[2..6].to_vec();
        let y = f_backward(&mut p0, &mut d0, &mut p1, &mut d1, w[0]);
        ([flat(&y), flat(&p0), flat(&p1)].concat(), [flat(&d0), flat(&d1)].concat())
    }
    fn vjp(x: &[f64], w: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let mut p0 = x[0];
        let mut p1 = x[1..5].to_vec();
        let mut d0 = w[1];
        let mut d1 = w[2..6].to_vec();
        let (y, pullback) = f_vjp(&mut p0, &mut p1);
        let outputs = [flat(&y), flat(&p0), flat(&p1)].concat();
        let () = pullback(&mut p0, &mut d0, &mut p1, &mut d1, w[0]);
        assert_eq!(flat(& p0), x[0..1]);
        assert_eq!(flat(& p1), x[1..5]);
        (outputs, [flat(&d0), flat(&d1)].concat())
    }
}

mod seed_1000225 {
    use super::{flat, Case};
    pub(crate) const CASE: Case = Case {
        name: "seed_1000225",
        point: &[0.572, 0.843],
        value,
        backward,
        vjp,
        grad: None,
    };
    #[autograd::differentiable(recursive)]
    fn g1(x: f64, a: &[f64], n: usize) -> f64 {
        if n == 0 {
            return f64::asin(a[n % a.len()] / (1.8 + a[0].sin()) / 5.0);
        }
        let x = match n + 1 {
            0 | 3 => a[0],
            _ => (0.37 * (n as f64).round_ties_even()).sinh(),
        };
        for i1 in 0..a.len() {
            if 0.50 * (x - n as f64) >= x {
                break;
            }
        }
        let deeper: f64 = g1(
            0.30 * ((x * x + 0.7).recip() * (x * x + 0.7).recip() + 0.4).powf(x.tanh()),
            a,
            n - 1,
        );
        0.5 * deeper + x.mul_add(a[(n + 4) % a.len()], 1.64) / 4.0 / 2.0
    }
    #[autograd::differentiable(recursive)]
    fn g2(x: f64, a: &[f64], n: usize) -> f64 {
        if n == 0 {
            return a[n % a.len()];
        }
        match n {
            4.. => {
                for i2 in 0..a.len() {
                    let a3: [f64; 2] = [0.60 * i2 as f64, (n as f64 * i2 as f64).sin()];
                }
            }
            _ => {
                let x4 = 0.45
                    * ((x * x + 0.5).ln() - -(0.61 - a[((n * 4 + 2) % 8) % a.len()]));
            }
        }
        let deeper: f64 = g2(x, a, n - 1);
        0.5 * deeper + 0.70 * (x / 2.4 / 2.0)
    }
    #[autograd::differentiable]
    fn f(d0: &[f64]) -> (f64, f64) {
        let mut a1: Vec<f64> = vec![
            d0[2 % d0.len()], (d0[1] + d0[4 % d0.len()]) / 2.0, - d0[1], (0.30 * d0[6 %
            d0.len()]).asin()
        ];
        a1[1] = -d0[0 % d0.len()];
        if (a1[0] - a1[4 % a1.len()]) / 2.0 >= a1[0] {
            if matches!(4, ..2) {
                if 0 % 2 == 2 {
                    let mut x3 = ({
                        let t2 = d0[4 % d0.len()];
                        t2 * (-a1[6 % a1.len()]).atan()
                    })
                        .tanh();
                    let x4 = (0.50 * a1[1 % a1.len()]).sinh();
                } else {
                    a1[1] -= 1.94;
                    'l5: for i6 in 1..d0.len() {
                        let mut x7 = (d0[i6] * d0[i6] + 0.1).ln_1p().floor().sin();
                        let (s8, c9) = (if matches!(1, 0 | 2) {
                            (x7 / (d0[i6] * d0[i6] + 0.8)).sin()
                        } else {
                            a1[a1.len() - 1].atan()
                        })
                            .sin_cos();
                        let r10: f64 = g2(
                            (a1[i6.min(7) % a1.len()] - i6 as f64).tanh(),
                            &a1,
                            i6 % 4,
                        );
                    }
                    let y11: f64 = if matches!(1, ..2) {
                        let mut x12 = 0.60
                            * ((a1[2 % a1.len()] / 2.0).cosh() / (1.79 * 1.79 + 0.8)
                                - (a1[0] * a1[0] + 0.7).recip());
                        x12
                    } else {
                        let x13 = match 2 {
                            1..=2 => {
                                0.33 * (a1[a1.len() - 2] * a1[3 % a1.len()]) / 1.5 / 2.0
                            }
                            _ => {
                                if 0.50 * (d0[4 % d0.len()] - a1[0]) <= a1[4 % a1.len()] {
                                    (d0[1 % d0.len()] / (1.8 + d0[0].sin())).sin()
                                } else {
                                    f64::sin(d0[1 % d0.len()]).cosh()
                                }
                            }
                        };
                        x13
                    };
                }
            } else {
                let mut x14 = (d0[4 % d0.len()] / (1.8 + d0[0].sin()))
                    .tanh()
                    .fract()
                    .tanh();
            }
        } else {
            let x15 = ((a1[4 % a1.len()] * a1[4 % a1.len()] + 0.4).powf(a1[1] / 3.0)
                - a1[7 % a1.len()].clamp(-1.25, 1.5) + (0.21 * (1.25 + d0[0])).acos())
                / 5.0;
        }
        (
            0.50 * (d0[1] - a1[a1.len() - 2]) + d0[0] - a1[0],
            f64::acosh(d0[0] * d0[0] + 1.3) + d0[d0.len() - 2] + a1[1],
        )
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
