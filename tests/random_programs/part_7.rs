//! Made by `autograd-macros/src/random`; `UPDATE_EXPECT=1 cargo test -p autograd-macros` makes it again.

use super::super::{flat, Case};
pub(crate) const CASES: [Case; 26] = [
    seed_1000700::CASE,
    seed_1000701::CASE,
    seed_1000702::CASE,
    seed_1000703::CASE,
    seed_1000704::CASE,
    seed_1000705::CASE,
    seed_1000706::CASE,
    seed_1000707::CASE,
    seed_1000708::CASE,
    seed_1000709::CASE,
    seed_1000710::CASE,
    seed_1000711::CASE,
    seed_1000712::CASE,
    seed_1000713::CASE,
    seed_1000714::CASE,
    seed_1000715::CASE,
    seed_1000716::CASE,
    seed_1000717::CASE,
    seed_1000718::CASE,
    seed_1000719::CASE,
    seed_1000720::CASE,
    seed_1000721::CASE,
    seed_1000722::CASE,
    seed_1000723::CASE,
    seed_1000724::CASE,
    seed_1000725::CASE,
];
mod seed_1000700 {
    use super::{flat, Case};
    pub(crate) const CASE: Case = Case {
        name: "seed_1000700",
        point: &[-1.003, 1.199, 1.034],
        value,
        backward,
        vjp,
        grad: Some(grad),
    };
    #[autograd::differentiable]
    fn f(t0: (f64, f64), z1: f64) -> f64 {
        for i1 in 0..=2 {
            let (mut p2, q3): (f64, f64) = (
                (t0.0 / 2.0).cosh().trunc(),
                0.70 * (z1 / (1.8 + t0.1.sin())) / (1.8 + z1.sin()) / 2.0,
            );
            if !(q3 > 0.50) {
                if 1 % 2 != 1 {
                    continue;
                }
                p2 = (-(i1 as f64) + -0.99).powi(3).tanh();
            } else {
                if (q3 + 0.44).tanh() > p2 {
                    p2 = q3;
                    let k4: usize = i1 % 3;
                } else {
                    p2 = 0.70 * (q3 / (1.8 + f64::sin(0.76)));
                }
            }
        }
        0.50 * (z1 - t0.1) + t0.0 * t0.1
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

mod seed_1000701 {
    use super::{flat, Case};
    pub(crate) const CASE: Case = Case {
        name: "seed_1000701",
        point: &[
            -0.574,
            -0.671,
            1.054,
            0.87,
            1.413,
            1.438,
            -0.6,
            0.457,
            0.272,
            -0.422,
            -0.764,
            1.334,
        ],
        value,
        backward,
        vjp,
        grad: Some(grad),
    };
    #[autograd::differentiable]
    fn g1(v0: &Vec<f64>, z1: f64) -> f64 {
        let a1: Vec<f64> = vec![f64::copysign(z1, v0[5 % v0.len()]); 0 + 2];
        if (a1[2 % a1.len()] * a1[2 % a1.len()] + 0.5).ln() >= z1 {
            let mut n2: usize = 0;
            while n2 < 4 {
                n2 += 1;
                if a1[1 % a1.len()] >= a1[0] {
                    if (a1[0] / 2.2).tanh() > a1[(n2 % 8) % a1.len()] {
                        continue;
                    }
                } else {
                    let z1 = (f64::hypot(
                        f64::sin(a1[1]).exp().tanh(),
                        (n2 as f64) * (n2 as f64) + 0.6,
                    ) + (v0[n2 % v0.len()] * v0[n2 % v0.len()] + 0.1).ln_1p()) / 5.0;
                }
            }
        } else if a1[2 % a1.len()].sin() > 0.12 {
            let x3 = (v0[0] / (a1[0] * a1[0] + 0.8)).tanh().max(z1).powi(2).tanh();
        } else {
            let x4 = (0.75 * (z1 - z1).asinh()).copysign(v0[1]);
        }
        z1 + v0[v0.len() - 1] - a1[5 % a1.len()]
    }
    #[autograd::differentiable]
    fn f(z0: f64, d1: &[f64], mut z2: f64, d3: &[f64]) -> f64 {
        z2 = z2;
        let mut a1: Vec<f64> = vec![- d1[4 % d1.len()]; 1 + 2];
        'l2: for i3 in 0..2 {
            let mut a4: Vec<f64> = a1.to_vec();
            for i5 in (0..d1.len()).rev() {
                z2 = 0.50 * (d1[i5] + a4[1]);
                z2 -= 0.20 * (f64::sin(a4[0]).powi((i5 % 4) as i32) / 3.0).min(z0);
            }
        }
        a1[1] -= z2.rem_euclid(1.3);
        z2 = 0.5 * z2 + (z0 - z2).sin();
        let mut n6: usize = 0;
        while n6 < 2 {
            n6 += 1;
            z2 = (-(z0 + a1[1])
                + (match 3 {
                    k if k > 2 => a1[0],
                    _ => z2,
                }) / (1.8 + (n6 as f64).sin()))
                .sin();
        }
        1.35 / 2.9 + z0 + d1[2 % d1.len()] - d3[0]
    }
    fn value(x: &[f64]) -> Vec<f64> {
        let p0 = x[0];
        let p1 = x[1..6].to_vec();
        let p2 = x[6];
        let p3 = x[7..12].to_vec();
        let y = f(p0, &p1, p2, &p3);
        [flat(&y)].concat()
    }
    fn backward(x: &[f64], w: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let p0 = x[0];
        let p1 = x[1..6].to_vec();
        let p2 = x[6];
        let p3 = x[7..12].to_vec();
        let mut d1 = vec![0.0; 5];
        let mut d3 = vec![0.0; 5];
        let (y, (g0, g2)) = f_backward(p0, &p1, &mut d1, p2, &p3, &mut d3, w[0]);
        ([flat(&y)].concat(), [flat(&g0), flat(&d1), flat(&g2), flat(&d3)].concat())
    }
    fn vjp(x: &[f64], w: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let p0 = x[0];
        let p1 = x[1..6].to_vec();
        let p2 = x[6];
        let p3 = x[7..12].to_vec();
        let mut d1 = vec![0.0; 5];
        let mut d3 = vec![0.0; 5];
        let (y, pullback) = f_vjp(p0, &p1, p2, &p3);
        let outputs = [flat(&y)].concat();
        let (g0, g2) = pullback(&p1, &mut d1, &p3, &mut d3, w[0]);
        (outputs, [flat(&g0), flat(&d1), flat(&g2), flat(&d3)].concat())
    }
    fn grad(x: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let p0 = x[0];
        let p1 = x[1..6].to_vec();
        let p2 = x[6];
        let p3 = x[7..12].to_vec();
        let (g0, d1, g2, d3) = f_grad(p0, &p1, p2, &p3);
        let alone = [flat(&g0), flat(&d1), flat(&g2), flat(&d3)].concat();
        let (y, (g0, d1, g2, d3)) = f_value_and_grad(p0, &p1, p2, &p3);
        assert_eq!(alone, [flat(& g0), flat(& d1), flat(& g2), flat(& d3)].concat());
        (flat(&y), [flat(&g0), flat(&d1), flat(&g2), flat(&d3)].concat())
    }
}

mod seed_1000702 {
    use super::{flat, Case};
    pub(crate) const CASE: Case = Case {
        name: "seed_1000702",
        point: &[-0.56, 1.138, 1.47, 0.381, -1.037, 1.308, 1.078, 0.448, 1.123, 0.493],
        value,
        backward,
        vjp,
        grad: None,
    };
    #[autograd::differentiable]
    fn f(mut m0: [[f64; 3]; 2], d1: &mut [f64]) -> [f64; 2] {
        if 0.75 * (m0[1][1] * m0[1][1] + 0.6).log2() >= m0[1][2] {
            d1[3 % d1.len()] *= 0.50 * ((0.50 * (d1[1] + m0[1][0])).round() / 2.0);
            let k1: usize = 2;
            for i2 in (0..=4).rev().step_by(2) {
                m0[0][i2 % 3] = (d1[i2 % d1.len()]
                    / (m0[k1 % 2][k1 % 3] * m0[k1 % 2][k1 % 3] + 0.8))
                    .sin();
                let flag3 = (d1[1] + m0[i2 % 2][1]) / 2.0
                    <= d1[((i2 * 4 + 1) % 8) % d1.len()];
                d1[1] = d1[d1.len() - 1];
            }
        } else {
            let m4: f64 = match 3 {
                k if k % 2 == 1 => {
                    let mut x5 = (0.33
                        * ((if 3 % 3 >= 1 {
                            d1[3 % d1.len()]
                        } else {
                            m0[0][(m0[1][1].abs() * 3.0) as usize % 3]
                        })
                            - (m0[(f64::abs(d1[3 % d1.len()]) * 3.0) as usize % 2][0]
                                + d1[0 % d1.len()])))
                        .round_ties_even()
                        .tanh();
                    d1[6 % d1.len()] = 0.75 * ((m0[1][1] / 2.0).exp2() / 2.0).exp2();
                    (x5 - m0[0][0] - -x5).sin()
                }
                _ => {
                    let mut n6: usize = 0;
                    while n6 < 3 && (d1[6 % d1.len()] - 1.87).tanh() < m0[1][2] {
                        n6 += 1;
                        let x7 = (f64::powf(
                            d1[n6 % d1.len()] * d1[n6 % d1.len()] + 0.4,
                            f64::sin(d1[((n6 * 2 + 2) % 8) % d1.len()]),
                        ) - (n6 as f64).tanh().exp2()
                            + m0[(d1[(n6 % 8) % d1.len()].abs() * 3.0) as usize % 2][0]
                                .min(1.54))
                            .tanh();
                    }
                    m0[(d1[n6 % d1.len()].abs() * 3.0) as usize % 2][0].atan()
                        + f64::signum(n6 as f64)
                }
            };
        }
        [1.82 + d1[0], (m0[0][1] + m0[1][1]).tanh()]
    }
    fn value(x: &[f64]) -> Vec<f64> {
        let p0 = [[x[0], x[1], x[2]], [x[3], x[4], x[5]]];
        let mut p1 = x[6..10].to_vec();
        let y = f(p0, &mut p1);
        [flat(&y), flat(&p1)].concat()
    }
    fn backward(x: &[f64], w: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let p0 = [[x[0], x[1], x[2]], [x[3], x[4], x[5]]];
        let mut p1 = x[6..10].to_vec();
        let mut d1 = w[2..6].to_vec();
        let (y, g0) = f_backward(p0, &mut p1, &mut d1, [w[0], w[1]]);
        ([flat(&y), flat(&p1)].concat(), [flat(&g0), flat(&d1)].concat())
    }
    fn vjp(x: &[f64], w: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let p0 = [[x[0], x[1], x[2]], [x[3], x[4], x[5]]];
        let mut p1 = x[6..10].to_vec();
        let mut d1 = w[2..6].to_vec();
        let (y, pullback) = f_vjp(p0, &mut p1);
        let outputs = [flat(&y), flat(&p1)].concat();
        let g0 = pullback(&mut p1, &mut d1, [w[0], w[1]]);
        assert_eq!(flat(& p1), x[6..10]);
        (outputs, [flat(&g0), flat(&d1)].concat())
    }
}

mod seed_1000703 {
    use super::{flat, Case};
    pub(crate) const CASE: Case = Case {
        name: "seed_1000703",
        point: &[1.47, -0.404, 1.228, 1.552, -0.892, -1.094],
        value,
        backward,
        vjp,
        grad: Some(grad),
    };
    #[autograd::differentiable]
    fn g1(n0: usize, z: f64) -> f64 {
        let mut n1: usize = 0;
        while n1 < 3 {
            n1 += 1;
            let a2: Vec<f64> = vec![z.cos(), - z, f64::max(1.26, 0.79)];
            let mut x3 = f64::atanh(
                0.37 * (n0 as f64).mul_add(n0 as f64, n0 as f64).tanh().cosh(),
            );
        }
        let mut a4: [f64; 2] = [0.0; 2];
        for i5 in 0..=2 {
            let mut x6 = a4[0];
        }
        n0 as f64 / (z * z + 0.8) / 2.0
    }
    #[autograd::differentiable]
    fn f(v0: &Vec<f64>, mut z1: f64) -> f64 {
        for i1 in (0..v0.len()).rev() {
            for i2 in (0..=4).rev().step_by(2) {
                let m3: f64 = match (i1 % 3, 1) {
                    (_, k) if k > 0 => {
                        z1 /= v0[i1] * v0[i1] + 1.0;
                        let mut a4: [f64; 4] = [0.0; 4];
                        a4[3]
                    }
                    _ => {
                        ((v0[(i1 + 1) % v0.len()] * v0[(i1 + 1) % v0.len()] + 0.1)
                            .ln_1p() / 1.4)
                            .sin()
                    }
                };
                let mut n5: usize = 0;
                loop {
                    if n5 == 2 {
                        break;
                    }
                    n5 += 1;
                    let mut a6: Vec<f64> = v0.to_vec();
                    let y7: f64 = if 1.92 > -0.70 {
                        a6[1]
                            -= 0.42
                                * (f64::hypot(0.98, a6[1] * a6[1] + 0.6).sin()
                                    / (1.8 + (n5 as f64).sin()));
                        m3
                    } else {
                        if !(z1 < 0.41) {
                            z1 = m3;
                            break;
                        }
                        -(-(n5 as f64))
                    };
                }
            }
        }
        (v0[0] * z1).tanh()
    }
    fn value(x: &[f64]) -> Vec<f64> {
        let p0 = x[0..5].to_vec();
        let p1 = x[5];
        let y = f(&p0, p1);
        [flat(&y)].concat()
    }
    fn backward(x: &[f64], w: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let p0 = x[0..5].to_vec();
        let p1 = x[5];
        let mut d0 = vec![0.0; 5];
        let (y, g1) = f_backward(&p0, &mut d0, p1, w[0]);
        ([flat(&y)].concat(), [flat(&d0), flat(&g1)].concat())
    }
    fn vjp(x: &[f64], w: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let p0 = x[0..5].to_vec();
        let p1 = x[5];
        let mut d0 = vec![0.0; 5];
        let (y, pullback) = f_vjp(&p0, p1);
        let outputs = [flat(&y)].concat();
        let g1 = pullback(&p0, &mut d0, w[0]);
        (outputs, [flat(&d0), flat(&g1)].concat())
    }
    fn grad(x: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let p0 = x[0..5].to_vec();
        let p1 = x[5];
        let (d0, g1) = f_grad(&p0, p1);
        let alone = [flat(&d0), flat(&g1)].concat();
        let (y, (d0, g1)) = f_value_and_grad(&p0, p1);
        assert_eq!(alone, [flat(& d0), flat(& g1)].concat());
        (flat(&y), [flat(&d0), flat(&g1)].concat())
    }
}

mod seed_1000704 {
    use super::{flat, Case};
    pub(crate) const CASE: Case = Case {
        name: "seed_1000704",
        point: &[-0.506, -0.528, 1.525, 0.486],
        value,
        backward,
        vjp,
        grad: Some(grad),
    };
    #[autograd::differentiable]
    fn f(d0: &[f64]) -> f64 {
        let x1 = ((0.74 * (1.04 + d0[0])).signum()
            * (0.50 * (d0[1] + d0[1 % d0.len()]) / 1.8))
            .tanh();
        let mut x2 = d0[0 % d0.len()];
        if (d0[5 % d0.len()] - x2).tanh() > 0.38 {
            let mut a3: [f64; 4] = [0.0; 4];
        } else if d0[0] > x1 {
            x2 = ((if x2.tanh().exp() / 2.0 < x2 { -1.14 } else { f64::sin(x1 + x1) })
                - (x2 % 1.7).atan2(d0[1 % d0.len()]))
                .sin();
        } else {
            x2
                += 0.17
                    * ((x1 / 2.0).powi(3 as i32) - d0[5 % d0.len()] * d0[0 % d0.len()]);
        }
        -d0[0] - d0[6 % d0.len()] - x1 + x2
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

mod seed_1000705 {
    use super::{flat, Case};
    pub(crate) const CASE: Case = Case {
        name: "seed_1000705",
        point: &[1.552, 1.442, -1.551, -0.387, -0.36],
        value,
        backward,
        vjp,
        grad: Some(grad),
    };
    #[autograd::differentiable]
    fn g1(d0: &[f64], mut z1: f64, d2: &[f64], mut z3: f64) -> f64 {
        'l1: for i2 in 1..d2.len() {
            let mut a3: Vec<f64> = vec![z1, - 1.25, z3 * z3 / 3.0, (z1 / 1.1).tanh()];
            match (2, (i2 * 2 + 1) % 3) {
                (1, 1) | (2, 0) => {
                    assert!(d2[((i2 * 3 + 1) % 8) % d2.len()] < 1.0e6);
                }
                (_, k) if k > 0 => {
                    let flag5 = z1.tanh() > 1.09;
                }
                _ => {
                    z1 *= a3[5 % a3.len()].sin();
                }
            }
        }
        f64::tan(0.72) - d0[1] - z1
    }
    #[autograd::differentiable]
    fn g2(mut z0: f64, d1: &[f64], d2: &[f64], c3: &[f64; 2]) -> f64 {
        let mut a1: Vec<f64> = vec![1.63; 2 + 2];
        let mut w2: f64 = 0.33
            * ((-z0).mul_add(d2[0 % d2.len()], a1[7 % a1.len()]) / 4.0);
        while w2 < 1.3 {
            w2 += 0.4 + 0.1 * a1[2 % a1.len()] * a1[2 % a1.len()];
            let mut w2 = a1[1].copysign(d2[0 % d2.len()]) / (w2 * w2 + 0.8)
                * (z0 * z0 + 0.7).recip() / 3.0;
            let mut a3: Vec<f64> = vec![
                z0.sin().exp().sin(), w2, 0.13 / (1.8 + f64::sin(1.96)), g1(c3, z0, d1,
                1.22)
            ];
            let mut a4: [f64; 4] = [0.0; 4];
        }
        g1(&a1, d2[7 % d2.len()], d2, d2[0 % d2.len()]) + z0 - d1[3 % d1.len()] + d2[1]
            - c3[1] + a1[0] + w2
    }
    #[autograd::differentiable]
    fn f(n0: usize, v1: Vec<f64>) -> f64 {
        if v1[v1.len() - 2].fract() <= n0 as f64 {
            if (n0 as f64) < n0 as f64 {
                if matches!(1, 1..= 3) {
                    let mut x1 = f64::log(1.59 * 1.59 + 1.2, 2.5);
                    return (v1[n0 % v1.len()] * v1[0] / 3.0 / (1.8 + v1[1].sin()))
                        .tanh();
                }
            } else if v1[0 % v1.len()] > 0.68 && 0.80 < 0.16 {
                for i2 in (0..=4).rev().step_by(2) {
                    let flag3 = ((n0 as f64) * (n0 as f64) + 0.5).log10() < n0 as f64;
                    let x4 = (v1[(n0 % 8) % v1.len()] * v1[(n0 % 8) % v1.len()] + 0.5)
                        .ln()
                        .sin();
                    let x5 = ((i2 as f64) * (i2 as f64) + 0.5).ln();
                    if (i2 % 6) % 2 < 0 {
                        if !(x4 < 0.17) {
                            break;
                        }
                        let mut x5 = 0.66
                            * (0.50 * -f64::ln_1p(1.24 * 1.24 + 0.1)).exp();
                    } else if matches!(n0.min(5), 1..= 3) {
                        let r6: f64 = g1(
                            &v1,
                            n0 as f64 / (1.8 + x5.sin()) / 2.0,
                            &v1,
                            -x5,
                        );
                        let mut x7 = (x5 * 0.74 / 2.0).exp_m1() / 2.0;
                    } else {
                        let mut x8 = f64::acos(
                            ((i2 as f64) * (i2 as f64) + 0.7).recip() * x4 / 5.0,
                        );
                    }
                }
            }
        }
        v1[((n0 * 5 + 2) % 8) % v1.len()] + v1[(n0 % 8) % v1.len()]
    }
    fn value(x: &[f64]) -> Vec<f64> {
        let p0 = 0_usize;
        let p1 = x[0..5].to_vec();
        let y = f(p0, p1.clone());
        [flat(&y)].concat()
    }
    fn backward(x: &[f64], w: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let p0 = 0_usize;
        let p1 = x[0..5].to_vec();
        let (y, g1) = f_backward(p0, p1.clone(), w[0]);
        ([flat(&y)].concat(), [flat(&g1)].concat())
    }
    fn vjp(x: &[f64], w: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let p0 = 0_usize;
        let p1 = x[0..5].to_vec();
        let (y, pullback) = f_vjp(p0, p1.clone());
        let outputs = [flat(&y)].concat();
        let g1 = pullback(w[0]);
        (outputs, [flat(&g1)].concat())
    }
    fn grad(x: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let p0 = 0_usize;
        let p1 = x[0..5].to_vec();
        let g1 = f_grad(p0, p1.clone());
        let alone = [flat(&g1)].concat();
        let (y, g1) = f_value_and_grad(p0, p1.clone());
        assert_eq!(alone, [flat(& g1)].concat());
        (flat(&y), [flat(&g1)].concat())
    }
}

mod seed_1000706 {
    use super::{flat, Case};
    pub(crate) const CASE: Case = Case {
        name: "seed_1000706",
        point: &[
            -0.908,
            -0.318,
            1.326,
            0.583,
            0.901,
            -0.814,
            -1.576,
            1.011,
            0.94,
            0.832,
            0.497,
            1.047,
            -1.527,
            -0.588,
        ],
        value,
        backward,
        vjp,
        grad: None,
    };
    #[autograd::differentiable]
    fn g1(z0: f64, mut z1: f64, c2: &[f64; 2]) -> f64 {
        for i1 in (0..=4).rev().step_by(2) {
            let x2 = ((z1 + z0 - (c2[0] + i1 as f64)) / 9.0).sinh();
            if z1 <= x2 {
                z1 /= z1 * z1 + 1.0;
                let mut a3: [[f64; 2]; 2] = [
                    [(z1 * z1 + 0.1).ln_1p(), z1],
                    [0.75 * z0.round(), z1.min(z1)],
                ];
            } else if (i1 as f64).sin().exp() / 2.0 < z1 {
                z1 = (c2[i1 % 2].atan2(z1) * (z1 / 1.9)).tanh().fract();
            }
        }
        (c2[1] - c2[1]) / 2.0 - z0 - z1
    }
    #[autograd::differentiable]
    fn g2(d0: &[f64], n1: usize, z2: f64, z3: f64) -> f64 {
        let x1 = 0.34
            * (g1(0.33, 1.47, &[1.16 / (1.8 + (n1 as f64).sin()), 0.89 * (1.93 + 1.42)])
                - (1.74 + z3) - d0[1].tanh());
        let mut x2: f64 = (x1 * x1 + 0.6).log2() / 2.0;
        let mut n3: usize = 0;
        while n3 < 2 && 0.75 * f64::exp2(1.15) < x1 {
            n3 += 1;
            let mut n4: usize = 0;
            while n4 < 4 {
                n4 += 1;
                let mut w5: f64 = (z3 * z3 + 0.7).recip().sin();
                while w5 < 1.3 {
                    w5 += 0.4 + 0.1 * x1 * x1;
                    x2 += 0.60 * (x2.mul_add(z2, x2) / 4.0 / (z2 * z2 + 0.8)).sin();
                }
            }
        }
        g1(
            x1,
            d0[0],
            &[z2, g1(x2, x2, &[0.50 * (z2 - z2), n3 as f64 / (x2 * x2 + 0.8)])],
        ) - d0[(n1 + 4) % d0.len()] - z2 - x1
    }
    #[autograd::differentiable]
    fn f(v0: &Vec<f64>, d1: &[f64], c2: &[f64; 2], d3: &mut [f64]) -> f64 {
        let x2 = (c2[0]
            - (0.33
                * ({
                    let t1 = d3[5 % d3.len()];
                    t1 * d3[d3.len() - 1]
                }))
                .floor())
            .tanh();
        let mut x3 = ((c2[0] * c2[0] + 0.4).sqrt() - (d3[1] * d3[1] + 0.1).ln_1p() / 2.5)
            .sin();
        let x4 = (0.50 * (x3 - c2[1])).atan2(x2).tanh().round() / 2.0;
        match 0 {
            0 => {
                let r7: f64 = g2(
                    d1,
                    0,
                    (v0[2 % v0.len()] * d1[5 % d1.len()]).sin(),
                    ({
                        let t6 = d1[1];
                        t6 * d1[0]
                    }) / 3.0,
                );
            }
            1 | 3 => {
                for i8 in 0..3 {
                    let mut x9: f64 = g2(v0, (i8 * 2 + 3) % 4, x2, c2[0].max(c2[0]));
                    let mut x10 = (-x4 / 2.8).sin();
                    let m11: f64 = match i8.min(4) {
                        0 => {
                            d3[(i8 + 5) % d3.len()] = ((x4 * x4 + 0.5).log10()
                                - x10 * x10
                                + (d1[0] - x2 - d3[i8.min(7) % d3.len()].powi(3)))
                                .sin();
                            let r12: f64 = g2(
                                d3,
                                1,
                                g1(
                                    i8 as f64,
                                    x4,
                                    &[
                                        0.50 * (d1[0] + d1[1]),
                                        x9.hypot(c2[1] * c2[1] + 0.6).tanh(),
                                    ],
                                ),
                                -v0[v0.len() - 1],
                            );
                            match i8 + 2 {
                                0 => c2[i8.min(1)].tanh().powi(i8.min(3) as i32) / 3.0,
                                _ => 0.50 * (x3 + x4),
                            }
                        }
                        _ => ((x2 * x2 + 0.6).log2() / 3.0).exp_m1().tanh(),
                    };
                }
            }
            _ => {
                if v0[7 % v0.len()] > x4 {
                    {
                        let row13 = &d3[..2];
                        let mut a14: [f64; 4] = [0.0; 4];
                        a14[3] = (if !(c2[1] > -0.96) { x2 } else { a14[3] })
                            .cos()
                            .trunc();
                    }
                } else if f64::mul_add(1.64, 1.04, x4).sin() <= d1[2 % d1.len()] {
                    x3 += 0.75 * (d3[7 % d3.len()] - v0[1]).sin().round();
                } else {
                    x3 *= (0.30 * c2[0]).atanh().min(1.48).tanh();
                }
            }
        }
        0.93 * (0.20 - d3[1 % d3.len()]) + v0[5 % v0.len()] - c2[0] - d3[7 % d3.len()]
            + x2 + x3
    }
    fn value(x: &[f64]) -> Vec<f64> {
        let p0 = x[0..5].to_vec();
        let p1 = x[5..10].to_vec();
        let p2 = [x[10], x[11]];
        let mut p3 = x[12..14].to_vec();
        let y = f(&p0, &p1, &p2, &mut p3);
        [flat(&y), flat(&p3)].concat()
    }
    fn backward(x: &[f64], w: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let p0 = x[0..5].to_vec();
        let p1 = x[5..10].to_vec();
        let p2 = [x[10], x[11]];
        let mut p3 = x[12..14].to_vec();
        let mut d0 = vec![0.0; 5];
        let mut d1 = vec![0.0; 5];
        let mut d2 = [0.0; 2];
        let mut d3 = w[1..3].to_vec();
        let y = f_backward(
            &p0,
            &mut d0,
            &p1,
            &mut d1,
            &p2,
            &mut d2,
            &mut p3,
            &mut d3,
            w[0],
        );
        (
            [flat(&y), flat(&p3)].concat(),
            [flat(&d0), flat(&d1), flat(&d2), flat(&d3)].concat(),
        )
    }
    fn vjp(x: &[f64], w: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let p0 = x[0..5].to_vec();
        let p1 = x[5..10].to_vec();
        let p2 = [x[10], x[11]];
        let mut p3 = x[12..14].to_vec();
        let mut d0 = vec![0.0; 5];
        let mut d1 = vec![0.0; 5];
        let mut d2 = [0.0; 2];
        let mut d3 = w[1..3].to_vec();
        let (y, pullback) = f_vjp(&p0, &p1, &p2, &mut p3);
        let outputs = [flat(&y), flat(&p3)].concat();
        let () = pullback(
            &p0,
            &mut d0,
            &p1,
            &mut d1,
            &p2,
            &mut d2,
            &mut p3,
            &mut d3,
            w[0],
        );
        assert_eq!(flat(& p3), x[12..14]);
        (outputs, [flat(&d0), flat(&d1), flat(&d2), flat(&d3)].concat())
    }
}

mod seed_1000707 {
    use super::{flat, Case};
    pub(crate) const CASE: Case = Case {
        name: "seed_1000707",
        point: &[0.429, -0.363, -0.57, -0.668, 1.203],
        value,
        backward,
        vjp,
        grad: None,
    };
    #[autograd::differentiable]
    fn g1(d0: &[f64], z1: f64, n2: usize, mut z3: f64) -> f64 {
        let mut a2: Vec<f64> = d0.to_vec();
        if 0.50 * (z3 + n2 as f64) >= a2[a2.len() - 2] {
            if matches!(n2, 1..= 3) {
                let k3: usize = n2 % 3;
                let (mut p4, q5): (f64, f64) = (
                    if (k3 % 6) % 3 < 1 {
                        z1.asinh().sin()
                    } else {
                        (a2[a2.len() - 2] + z1) / 2.0
                    },
                    (n2 as f64 + z3 - d0[3 % d0.len()] * z1).sin(),
                );
            }
        } else if (if f64::atan(d0[0]) < z1 { 0.74 } else { z1 }) < a2[1] {
            z3 /= z1 * z1 + 1.0;
        }
        z3 - d0[(n2 + 4) % d0.len()]
    }
    #[autograd::differentiable]
    fn g2(d0: &[f64], c1: [f64; 2], mut z2: f64, n3: usize) -> f64 {
        let mut a1: Vec<f64> = vec![
            (0.66 * c1[0]).powi(((n3 * 2 + 1) % 4) as i32).sin(); n3.min(2) + 2
        ];
        let mut k2: usize = (n3 * 3 + 2) % 3;
        a1[0] = 0.5 * a1[0] + 0.50 * (0.50 * (a1[0] + c1[n3.min(1)]));
        if !(a1[1] > -0.57) {
            return (0.50 * (n3 as f64 + a1[(k2 + 5) % a1.len()])).fract();
        }
        {
            let row3 = &c1[..2];
            a1[0] = f64::cos(0.61);
            z2
                *= 0.33
                    * ((0.66 * d0[1]).powi((n3 % 4) as i32).tanh()
                        * (if (k2 as f64) > 0.40 { z2 } else { k2 as f64 }));
        }
        c1[n3 % 2] / 1.4 / 2.0 - d0[n3 % d0.len()] - z2
    }
    #[autograd::differentiable]
    fn f(d0: &mut [f64]) -> [f64; 3] {
        for i1 in 0..d0.len() {
            d0[d0.len() - 1 - i1]
                -= 0.60 * ((0.50 * d0[i1]).cosh() - (i1 as f64 + d0[i1])).sin();
        }
        let mut x2 = -d0[0 % d0.len()];
        d0[3 % d0.len()] = match 4 {
            0 => (d0[d0.len() - 2] * d0[d0.len() - 2] + 0.5).ln(),
            _ => (d0[1] * x2 - (x2 * x2 + 0.6).log2()).sin(),
        };
        let mut n3: usize = 0;
        while n3 < 2 {
            n3 += 1;
            if (n3 as f64) < -0.81 && x2 > -0.54 {
                let a4: [[f64; 2]; 2] = [[0.0; 2]; 2];
                for i5 in (0..5).step_by(2) {
                    x2
                        *= (n3 as f64 / ((n3 as f64) * (n3 as f64) + 0.8)
                            / (a4[(f64::abs(d0[n3 % d0.len()]) * 3.0) as usize
                                % 2][i5 % 2]
                                * a4[(f64::abs(d0[n3 % d0.len()]) * 3.0) as usize
                                    % 2][i5 % 2] + 0.8))
                            .tanh();
                    if i5 as f64 * a4[0][0] / 4.0 >= d0[0] {
                        d0[1 % d0.len()]
                            -= 0.30
                                * (((x2
                                    - a4[i5
                                        % 2][(d0[(n3 + 5) % d0.len()].abs() * 3.0) as usize % 2])
                                    / 2.0)
                                    .floor() / 2.0);
                    } else {
                        let t6: (f64, f64) = (
                            -1.64,
                            0.75
                                * f64::exp2(
                                    (a4[i5 % 2][((i5 as f64).abs() * 3.0) as usize % 2] * 1.40)
                                        .sin(),
                                ),
                        );
                        if 0.93 * f64::atan2(1.96, 1.10) > t6.0 {
                            continue;
                        }
                    }
                }
            } else if matches!(n3.min(5), ..2) {
                x2
                    -= 0.20
                        * (match 2 {
                            0 | 3 => f64::tan(0.22),
                            _ => d0[d0.len() - 1].trunc(),
                        });
            }
        }
        [
            (n3 as f64).fract() - x2,
            x2.sin().cosh() + d0[d0.len() - 2] + x2,
            (if 0.90 > -0.73 { d0[((n3 * 2 + 1) % 8) % d0.len()] } else { x2 }) - x2,
        ]
    }
    fn value(x: &[f64]) -> Vec<f64> {
        let mut p0 = x[0..5].to_vec();
        let y = f(&mut p0);
        [flat(&y), flat(&p0)].concat()
    }
    fn backward(x: &[f64], w: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let mut p0 = x[0..5].to_vec();
        let mut d0 = w[3..8].to_vec();
        let y = f_backward(&mut p0, &mut d0, [w[0], w[1], w[2]]);
        ([flat(&y), flat(&p0)].concat(), [flat(&d0)].concat())
    }
    fn vjp(x: &[f64], w: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let mut p0 = x[0..5].to_vec();
        let mut d0 = w[3..8].to_vec();
        let (y, pullback) = f_vjp(&mut p0);
        let outputs = [flat(&y), flat(&p0)].concat();
        let () = pullback(&mut p0, &mut d0, [w[0], w[1], w[2]]);
        assert_eq!(flat(& p0), x[0..5]);
        (outputs, [flat(&d0)].concat())
    }
}

mod seed_1000708 {
    use super::{flat, Case};
    pub(crate) const CASE: Case = Case {
        name: "seed_1000708",
        point: &[0.632, -1.067, -0.271, -0.794, -0.892, -0.798, -0.655, -0.464, -1.381],
        value,
        backward,
        vjp,
        grad: Some(grad),
    };
    #[autograd::differentiable]
    fn f(d0: &[f64], d1: &[f64], (u2, v2): (f64, f64)) -> f64 {
        let x1 = (d1[5 % d1.len()].round_ties_even() + f64::floor(0.80)
            - (v2 - f64::ln(1.98 * 1.98 + 0.5)))
            .sin();
        let x2 = if d0[d0.len() - 1] > -0.13 && d0[0 % d0.len()] < -0.35 {
            (0.82 - d0[1] - x1).sin()
        } else {
            0.25
                * (1.76 / (x1 * x1 + 0.8))
                    .hypot(d1[1 % d1.len()] * d1[1 % d1.len()] + 0.6)
        };
        {
            let row3 = &d1[..2];
            let mut a4: [f64; 4] = [0.0; 4];
            a4[3] += row3[0].floor().sin();
            if matches!(2, 1..= 3) {
                let x5 = 0.32
                    * ((d0[3 % d0.len()] * d0[3 % d0.len()] + 0.7).recip() % 1.7
                        * (d1[6 % d1.len()].powi(3) / 5.0));
            }
        }
        if d0[1 % d0.len()] > 0.05 && u2 < -0.56 {
            return x1;
        }
        {
            let row6 = &d0[..2];
            let mut a7: [[f64; 3]; 3] = [
                [
                    row6[0] / (1.8 + u2.sin()) / 2.0,
                    f64::sin((d1[d1.len() - 2] / 2.0).exp()),
                    0.50 * (u2 - d0[1]),
                ],
                [0.25 * u2.mul_add(u2, u2), v2 * v2 / 3.0, v2.ceil().sin()],
                [(x1 * x1 + 0.1).ln_1p(), d0[0], (u2 + 0.81).sin()],
            ];
            let mut n9: usize = 0;
            'l8: while n9 < 2 {
                n9 += 1;
                let mut w11: f64 = ((row6[0] / (1.8 + x1.sin()) - u2.round()) / 3.0)
                    .sin();
                'l10: while w11 < 1.3 {
                    w11 += 0.4 + 0.1 * d1[1] * d1[1];
                    let x12 = -(0.30 * d0[1]).atanh() / (w11 * w11 + 0.8);
                    a7[n9][n9] = 0.5 * a7[n9][n9] + d1[1].tanh();
                }
            }
        }
        (d0[0] / 1.1).tanh() - d0[2 % d0.len()] + d1[1] - v2 - x2
    }
    fn value(x: &[f64]) -> Vec<f64> {
        let p0 = x[0..3].to_vec();
        let p1 = x[3..7].to_vec();
        let p2 = (x[7], x[8]);
        let y = f(&p0, &p1, p2);
        [flat(&y)].concat()
    }
    fn backward(x: &[f64], w: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let p0 = x[0..3].to_vec();
        let p1 = x[3..7].to_vec();
        let p2 = (x[7], x[8]);
        let mut d0 = vec![0.0; 3];
        let mut d1 = vec![0.0; 4];
        let (y, g2) = f_backward(&p0, &mut d0, &p1, &mut d1, p2, w[0]);
        ([flat(&y)].concat(), [flat(&d0), flat(&d1), flat(&g2)].concat())
    }
    fn vjp(x: &[f64], w: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let p0 = x[0..3].to_vec();
        let p1 = x[3..7].to_vec();
        let p2 = (x[7], x[8]);
        let mut d0 = vec![0.0; 3];
        let mut d1 = vec![0.0; 4];
        let (y, pullback) = f_vjp(&p0, &p1, p2);
        let outputs = [flat(&y)].concat();
        let g2 = pullback(&p0, &mut d0, &p1, &mut d1, w[0]);
        (outputs, [flat(&d0), flat(&d1), flat(&g2)].concat())
    }
    fn grad(x: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let p0 = x[0..3].to_vec();
        let p1 = x[3..7].to_vec();
        let p2 = (x[7], x[8]);
        let (d0, d1, g2) = f_grad(&p0, &p1, p2);
        let alone = [flat(&d0), flat(&d1), flat(&g2)].concat();
        let (y, (d0, d1, g2)) = f_value_and_grad(&p0, &p1, p2);
        assert_eq!(alone, [flat(& d0), flat(& d1), flat(& g2)].concat());
        (flat(&y), [flat(&d0), flat(&d1), flat(&g2)].concat())
    }
}

mod seed_1000709 {
    use super::{flat, Case};
    pub(crate) const CASE: Case = Case {
        name: "seed_1000709",
        point: &[
            -1.288,
            -0.753,
            1.264,
            -0.521,
            0.767,
            -1.265,
            -1.066,
            -1.312,
            1.363,
            -1.57,
        ],
        value,
        backward,
        vjp,
        grad: None,
    };
    #[autograd::differentiable]
    fn g1(d0: &mut [f64], z1: f64, d2: &[f64], v3: &Vec<f64>) -> (f64, f64) {
        for i1 in (0..5).step_by(3) {
            d0[(i1 + 3) % d0.len()]
                *= f64::tanh(
                    ({
                        let t2: f64 = 1.34;
                        t2 * d2[i1.min(7) % d2.len()]
                    })
                        .sin()
                        .sinh(),
                );
            'l3: for i4 in (1..6).step_by(2).rev() {
                d0[((i4 * 4 + 1) % 8) % d0.len()]
                    *= (v3[0] * v3[0].powi(3).tanh()).sin();
            }
        }
        d0[1] = f64::max(0.82 / 2.6, d2[0]);
        (
            -d2[0] - d0[d0.len() - 2] + z1 + v3[0],
            (d0[6 % d0.len()] / 2.2).tanh() - d2[d2.len() - 2] - v3[2 % v3.len()],
        )
    }
    #[autograd::differentiable]
    fn g2(v0: &Vec<f64>, v1: Vec<f64>, z2: f64, d3: &[f64]) -> [f64; 2] {
        let x1 = -z2;
        let mut n2: usize = 0;
        loop {
            if n2 == 3 {
                break;
            }
            n2 += 1;
            let mut a3: [f64; 2] = [0.0; 2];
            a3[n2 % 2]
                -= 0.26
                    * (((x1 * x1 + 0.5).log10() - v0[((n2 * 5 + 2) % 8) % v0.len()])
                        / 2.0);
        }
        let a4: Vec<f64> = vec![0.70 * (n2 as f64 / 2.1); ((n2 * 3 + 1) % 3) + 2];
        [
            (1.24 - x1).tanh() + v0[1] + v1[((n2 * 4 + 1) % 8) % v1.len()] + z2 + x1
                + a4[((n2 * 3 + 2) % 8) % a4.len()],
            v0[1].sin().cosh() + v0[(n2 % 8) % v0.len()] - v1[v1.len() - 1] - z2
                - d3[d3.len() - 2] + x1,
        ]
    }
    #[autograd::differentiable]
    fn f(d0: &mut [f64], d1: &mut [f64], mut c2: [f64; 2], mut z3: f64) -> f64 {
        let x2 = -(0.30
            * ({
                let t1: f64 = 1.62;
                t1 * c2[1]
            }))
            .cosh();
        d0[0] = 0.5 * d0[0] + (x2 - d1[5 % d1.len()]).sin();
        {
            let row3 = &mut d0[..2];
            row3[1] *= row3[0].tanh();
            for i4 in 0..1 {
                z3 = (z3 * (z3 % 1.7)).tanh() % 1.7;
            }
            for i5 in (0..d1.len()).rev() {
                if matches!((i5 % 6), 1..= 3) {
                    return (0.70 * (x2 / 2.6)).max(i5 as f64);
                }
                if x2 < 0.69 && d1[i5] < -0.31 {
                    return (x2 * x2 + 0.1).ln_1p();
                }
                let mut k6: usize = i5 % 3;
            }
        }
        if d1[0].hypot(z3 * z3 + 0.6).tanh() >= c2[1] {
            z3 = 1.59;
            let mut x7 = (d1[1] - d1[0]).tanh().min(z3).floor().tanh();
            let mut a8: Vec<f64> = vec![
                (c2[0] * c2[0] + 0.4).sqrt().sin(), d1[1].asinh().tanh()
            ];
        }
        if matches!(3, 0 | 2) {
            let mut a9: Vec<f64> = vec![c2[0]; 2 + 2];
        } else {
            z3 = 0.75 * f64::log2(1.24 * 1.24 + 0.6);
        }
        d1[6 % d1.len()].sin().sinh() + d0[7 % d0.len()] + d1[1] + c2[0] - z3 + x2
    }
    fn value(x: &[f64]) -> Vec<f64> {
        let mut p0 = x[0..5].to_vec();
        let mut p1 = x[5..7].to_vec();
        let p2 = [x[7], x[8]];
        let p3 = x[9];
        let y = f(&mut p0, &mut p1, p2, p3);
        [flat(&y), flat(&p0), flat(&p1)].concat()
    }
    fn backward(x: &[f64], w: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let mut p0 = x[0..5].to_vec();
        let mut p1 = x[5..7].to_vec();
        let p2 = [x[7], x[8]];
        let p3 = x[9];
        let mut d0 = w[1..6].to_vec();
        let mut d1 = w[6..8].to_vec();
        let (y, (g2, g3)) = f_backward(&mut p0, &mut d0, &mut p1, &mut d1, p2, p3, w[0]);
        (
            [flat(&y), flat(&p0), flat(&p1)].concat(),
            [flat(&d0), flat(&d1), flat(&g2), flat(&g3)].concat(),
        )
    }
    fn vjp(x: &[f64], w: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let mut p0 = x[0..5].to_vec();
        let mut p1 = x[5..7].to_vec();
        let p2 = [x[7], x[8]];
        let p3 = x[9];
        let mut d0 = w[1..6].to_vec();
        let mut d1 = w[6..8].to_vec();
        let (y, pullback) = f_vjp(&mut p0, &mut p1, p2, p3);
        let outputs = [flat(&y), flat(&p0), flat(&p1)].concat();
        let (g2, g3) = pullback(&mut p0, &mut d0, &mut p1, &mut d1, w[0]);
        assert_eq!(flat(& p0), x[0..5]);
        assert_eq!(flat(& p1), x[5..7]);
        (outputs, [flat(&d0), flat(&d1), flat(&g2), flat(&g3)].concat())
    }
}

mod seed_1000710 {
    use super::{flat, Case};
    pub(crate) const CASE: Case = Case {
        name: "seed_1000710",
        point: &[-0.522, 0.599, -0.799, 0.564, 1.5, 0.624],
        value,
        backward,
        vjp,
        grad: None,
    };
    #[autograd::differentiable]
    fn f(d0: &[f64], c1: &mut [f64; 3]) -> [f64; 3] {
        let mut x1 = d0[6 % d0.len()];
        let mut a2: [f64; 4] = [0.0; 4];
        if 4 % 3 == 0 {
            x1 = 0.5 * x1 + f64::sin(x1);
        } else {
            let y3: f64 = if c1[1] > -0.58 && c1[1] < 0.69 {
                -(-c1[(f64::abs(1.05) * 3.0) as usize % 3])
            } else {
                if 1 % 2 < 2 {
                    if -c1[2] > a2[(d0[0].abs() * 3.0) as usize % 4] {
                        a2[3] = 0.75 * (c1[2] * c1[2] + 0.6).log2();
                        let x4 = (d0[5 % d0.len()] + c1[1] + c1[1].copysign(d0[0])
                            - (0.30 * d0[1]).acos() * (a2[2] * a2[2] + 0.1).ln_1p())
                            .sin();
                        x1 += (d0[1] - (x1 + x1)) / 3.0;
                    } else {
                        let k5: usize = 1;
                    }
                } else {
                    x1 = 0.5 * x1 + (c1[0] - c1[2]).tanh();
                }
                d0[0]
            };
        }
        [
            (x1 * a2[(d0[3 % d0.len()].abs() * 3.0) as usize % 4]).tanh() - d0[0]
                - c1[1],
            a2[2] - d0[7 % d0.len()] - c1[0] + a2[3],
            c1[1] * 0.23 - d0[7 % d0.len()] - c1[0] + x1,
        ]
    }
    fn value(x: &[f64]) -> Vec<f64> {
        let p0 = x[0..3].to_vec();
        let mut p1 = [x[3], x[4], x[5]];
        let y = f(&p0, &mut p1);
        [flat(&y), flat(&p1)].concat()
    }
    fn backward(x: &[f64], w: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let p0 = x[0..3].to_vec();
        let mut p1 = [x[3], x[4], x[5]];
        let mut d0 = vec![0.0; 3];
        let mut d1 = [w[3], w[4], w[5]];
        let y = f_backward(&p0, &mut d0, &mut p1, &mut d1, [w[0], w[1], w[2]]);
        ([flat(&y), flat(&p1)].concat(), [flat(&d0), flat(&d1)].concat())
    }
    fn vjp(x: &[f64], w: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let p0 = x[0..3].to_vec();
        let mut p1 = [x[3], x[4], x[5]];
        let mut d0 = vec![0.0; 3];
        let mut d1 = [w[3], w[4], w[5]];
        let (y, pullback) = f_vjp(&p0, &mut p1);
        let outputs = [flat(&y), flat(&p1)].concat();
        let () = pullback(&p0, &mut d0, &mut p1, &mut d1, [w[0], w[1], w[2]]);
        assert_eq!(flat(& p1), x[3..6]);
        (outputs, [flat(&d0), flat(&d1)].concat())
    }
}

mod seed_1000711 {
    use super::{flat, Case};
    pub(crate) const CASE: Case = Case {
        name: "seed_1000711",
        point: &[1.398, 0.822, 1.396, 0.404],
        value,
        backward,
        vjp,
        grad: None,
    };
    #[autograd::differentiable]
    fn f(n0: usize, z1: f64, c2: &mut [f64; 3]) -> (f64, f64) {
        if (c2[n0.min(2)] / 2.0).exp2().tanh() > c2[n0 % 3] {
            return (
                0.16 * (-(n0 as f64) * (z1 - z1)),
                (z1 / (1.8 + z1.sin())).asinh() / 2.0,
            );
        }
        let mut x1 = (z1 - c2[n0 % 3] - (z1 - 1.20)).tanh();
        'l2: for i3 in 0..1 {
            let y4: f64 = if (i3 + 5) % 3 < 2 {
                0.75 * (c2[i3] / 1.4).asinh()
            } else {
                (z1 * z1 + 0.1).ln_1p().atan2(x1).sin()
            };
            x1 *= 0.75 * (1.62 / (c2[i3] * c2[i3] + 0.8)).floor() / 3.0;
            x1 = -(1.78 + x1) * (n0 as f64).sin().exp2().sin().powi(2) / 2.0;
        }
        (n0 as f64 + z1 + c2[1], c2[0])
    }
    fn value(x: &[f64]) -> Vec<f64> {
        let p0 = 2_usize;
        let p1 = x[0];
        let mut p2 = [x[1], x[2], x[3]];
        let y = f(p0, p1, &mut p2);
        [flat(&y), flat(&p2)].concat()
    }
    fn backward(x: &[f64], w: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let p0 = 2_usize;
        let p1 = x[0];
        let mut p2 = [x[1], x[2], x[3]];
        let mut d2 = [w[2], w[3], w[4]];
        let (y, g1) = f_backward(p0, p1, &mut p2, &mut d2, (w[0], w[1]));
        ([flat(&y), flat(&p2)].concat(), [flat(&g1), flat(&d2)].concat())
    }
    fn vjp(x: &[f64], w: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let p0 = 2_usize;
        let p1 = x[0];
        let mut p2 = [x[1], x[2], x[3]];
        let mut d2 = [w[2], w[3], w[4]];
        let (y, pullback) = f_vjp(p0, p1, &mut p2);
        let outputs = [flat(&y), flat(&p2)].concat();
        let g1 = pullback(&mut p2, &mut d2, (w[0], w[1]));
        assert_eq!(flat(& p2), x[1..4]);
        (outputs, [flat(&g1), flat(&d2)].concat())
    }
}

mod seed_1000712 {
    use super::{flat, Case};
    pub(crate) const CASE: Case = Case {
        name: "seed_1000712",
        point: &[-1.219, 0.358, 0.376, 0.601],
        value,
        backward,
        vjp,
        grad: Some(grad),
    };
    #[autograd::differentiable]
    fn f(n0: usize, mut z1: f64, z2: f64, c3: [f64; 2]) -> f64 {
        let mut a1: Vec<f64> = c3.to_vec();
        z1 = 0.5 * z1 + a1[6 % a1.len()].sin();
        let mut x2 = z1;
        let k3: usize = n0;
        let a4: [f64; 2] = [z1, -a1[6 % a1.len()]];
        let mut n6: usize = 0;
        'l5: while n6 < 4 && a1[1] > -0.79 {
            n6 += 1;
            for i7 in (0..a1.len()).rev() {
                a1[1] += 0.20 * c3[0];
                let x8: f64 = 1.71;
                let x9 = 0.70
                    * (0.24 * ((x2 - x2) * (1.45 / ((k3 as f64) * (k3 as f64) + 0.8)))
                        / (1.8 + x8.sin()));
                if (0.62 - x8).sin() < x8 {
                    let k10: usize = i7 % 3;
                    continue 'l5;
                }
            }
        }
        z1 /= z1 * z1 + 1.0;
        0.50 * (a1[0] + z2) + z1 + z2 - x2 - a4[n0 % 2]
    }
    fn value(x: &[f64]) -> Vec<f64> {
        let p0 = 3_usize;
        let p1 = x[0];
        let p2 = x[1];
        let p3 = [x[2], x[3]];
        let y = f(p0, p1, p2, p3);
        [flat(&y)].concat()
    }
    fn backward(x: &[f64], w: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let p0 = 3_usize;
        let p1 = x[0];
        let p2 = x[1];
        let p3 = [x[2], x[3]];
        let (y, (g1, g2, g3)) = f_backward(p0, p1, p2, p3, w[0]);
        ([flat(&y)].concat(), [flat(&g1), flat(&g2), flat(&g3)].concat())
    }
    fn vjp(x: &[f64], w: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let p0 = 3_usize;
        let p1 = x[0];
        let p2 = x[1];
        let p3 = [x[2], x[3]];
        let (y, pullback) = f_vjp(p0, p1, p2, p3);
        let outputs = [flat(&y)].concat();
        let (g1, g2, g3) = pullback(w[0]);
        (outputs, [flat(&g1), flat(&g2), flat(&g3)].concat())
    }
    fn grad(x: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let p0 = 3_usize;
        let p1 = x[0];
        let p2 = x[1];
        let p3 = [x[2], x[3]];
        let (g1, g2, g3) = f_grad(p0, p1, p2, p3);
        let alone = [flat(&g1), flat(&g2), flat(&g3)].concat();
        let (y, (g1, g2, g3)) = f_value_and_grad(p0, p1, p2, p3);
        assert_eq!(alone, [flat(& g1), flat(& g2), flat(& g3)].concat());
        (flat(&y), [flat(&g1), flat(&g2), flat(&g3)].concat())
    }
}

mod seed_1000713 {
    use super::{flat, Case};
    pub(crate) const CASE: Case = Case {
        name: "seed_1000713",
        point: &[-0.911, 1.194, 1.045, 0.602],
        value,
        backward,
        vjp,
        grad: Some(grad),
    };
    #[autograd::differentiable]
    fn g1(c0: &[f64; 2], n1: usize, d2: &mut [f64], (u3, v3): (f64, f64)) -> f64 {
        let mut a2: [f64; 4] = [d2[d2.len() - 1]; 4];
        if v3.atan2(1.22) / 2.0 < v3 {
            'l3: for i4 in 1..d2.len() {
                let mut x5 = ((c0[n1 % 2] - d2[i4]) / 2.0)
                    .clamp(-1.25, 1.5)
                    .rem_euclid(1.3);
                d2[i4] = -(u3 * u3 + 0.5).cbrt();
            }
        } else {
            let mut x6 = 0.38
                * (((0.50 * c0[1]).sinh() - (a2[n1] * a2[n1] + 1.2).log(2.5))
                    * (a2[n1] / 4.0).atanh());
        }
        v3 + c0[(n1 * 5 + 2) % 2] + d2[n1 % d2.len()] - u3 + v3 + a2[n1]
    }
    #[autograd::differentiable]
    fn f(v0: &Vec<f64>, z1: &f64) -> f64 {
        let a1: [[f64; 2]; 3] = [
            [
                (v0[v0.len() - 2] * v0[v0.len() - 2] + 0.5).ln(),
                (*z1 + v0[2 % v0.len()]).tanh(),
            ],
            [*z1, v0[1 % v0.len()]],
            [(*z1).trunc(), f64::log(1.65 * 1.65 + 1.2, 2.5)],
        ];
        assert!(* z1 < 1.0e6);
        let mut a2: [f64; 3] = [
            (v0[2 % v0.len()] * *z1).tanh(),
            a1[1][1].round().tanh(),
            (a1[(f64::abs(2.00) * 3.0) as usize % 3][0] / 4.0).acos(),
        ];
        for i3 in 1..v0.len() {
            let mut x4 = a1[i3 % 3][1];
            let x5 = (0.30 * *z1).acos();
            for i6 in (1..6).step_by(2).rev() {
                let y7: f64 = if x5 < -0.98 || a2[2] < 0.14 {
                    if i3 % 2 != 1 {
                        let mut x8 = -f64::acosh(0.85 * 0.85 + 1.3).sin();
                        a2[0] /= x8 * x8 + 1.0;
                    }
                    let mut x9 = (*z1).powi(3) / 9.0;
                    -f64::log((i3 as f64) * (i3 as f64) + 1.2, 2.5)
                } else {
                    (x4 * x4 + 0.7).recip()
                };
            }
        }
        (*z1 + a1[0][(a2[0].abs() * 3.0) as usize % 2]).sin() + *z1 + a1[2][0]
    }
    fn value(x: &[f64]) -> Vec<f64> {
        let p0 = x[0..3].to_vec();
        let p1 = x[3];
        let y = f(&p0, &p1);
        [flat(&y)].concat()
    }
    fn backward(x: &[f64], w: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let p0 = x[0..3].to_vec();
        let p1 = x[3];
        let mut d0 = vec![0.0; 3];
        let mut d1 = 0.0;
        let y = f_backward(&p0, &mut d0, &p1, &mut d1, w[0]);
        ([flat(&y)].concat(), [flat(&d0), flat(&d1)].concat())
    }
    fn vjp(x: &[f64], w: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let p0 = x[0..3].to_vec();
        let p1 = x[3];
        let mut d0 = vec![0.0; 3];
        let mut d1 = 0.0;
        let (y, pullback) = f_vjp(&p0, &p1);
        let outputs = [flat(&y)].concat();
        let () = pullback(&p0, &mut d0, &p1, &mut d1, w[0]);
        (outputs, [flat(&d0), flat(&d1)].concat())
    }
    fn grad(x: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let p0 = x[0..3].to_vec();
        let p1 = x[3];
        let (d0, d1) = f_grad(&p0, &p1);
        let alone = [flat(&d0), flat(&d1)].concat();
        let (y, (d0, d1)) = f_value_and_grad(&p0, &p1);
        assert_eq!(alone, [flat(& d0), flat(& d1)].concat());
        (flat(&y), [flat(&d0), flat(&d1)].concat())
    }
}

mod seed_1000714 {
    use super::{flat, Case};
    pub(crate) const CASE: Case = Case {
        name: "seed_1000714",
        point: &[-0.286, -1.533, 1.33, 0.324, -1.238, 0.314, 1.386, -0.429],
        value,
        backward,
        vjp,
        grad: None,
    };
    #[autograd::differentiable]
    fn g1(d0: &mut [f64], z1: f64, d2: &[f64]) -> f64 {
        {
            let row1 = &d2[..2];
            d0[0] = ((z1 * z1 + 0.5).log10() * -d0[0] / 2.0).copysign(d0[0]);
            let mut x2 = (-row1[0].atan2(row1[1] * row1[1] + 0.5) / 2.0).asin();
        }
        let mut x3 = d0[0].fract().signum();
        for i4 in 0..d0.len() {
            let (mut p5, q6): (f64, f64) = ((0.30 * z1).acos(), d0[i4]);
        }
        z1.tanh() - d2[1]
    }
    #[autograd::differentiable]
    fn f(v0: &Vec<f64>, d1: &mut [f64], mut c2: [f64; 3], n3: usize) -> f64 {
        let mut k1: usize = n3 % 4;
        let mut x2 = f64::atan2(
            (v0[0] / 1.6 * d1[d1.len() - 1].signum()).tanh(),
            1.32 * 1.32 + 0.5,
        );
        assert!(v0[1] < 1.0e6);
        for i3 in (0..=4).rev().step_by(2) {
            {
                let row4 = &d1[..2];
                c2[1] = ((row4[1] * row4[1] + 0.5).cbrt() - -0.33).sin();
                x2 = (c2[0].cos() * (d1[((n3 * 4 + 3) % 8) % d1.len()] - x2) / 2.0)
                    .powi(2)
                    .tanh();
            }
        }
        0.33 * (v0[k1 % v0.len()] * c2[2]) + d1[n3.min(7) % d1.len()] - c2[2]
    }
    fn value(x: &[f64]) -> Vec<f64> {
        let p0 = x[0..3].to_vec();
        let mut p1 = x[3..5].to_vec();
        let p2 = [x[5], x[6], x[7]];
        let p3 = 1_usize;
        let y = f(&p0, &mut p1, p2, p3);
        [flat(&y), flat(&p1)].concat()
    }
    fn backward(x: &[f64], w: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let p0 = x[0..3].to_vec();
        let mut p1 = x[3..5].to_vec();
        let p2 = [x[5], x[6], x[7]];
        let p3 = 1_usize;
        let mut d0 = vec![0.0; 3];
        let mut d1 = w[1..3].to_vec();
        let (y, g2) = f_backward(&p0, &mut d0, &mut p1, &mut d1, p2, p3, w[0]);
        ([flat(&y), flat(&p1)].concat(), [flat(&d0), flat(&d1), flat(&g2)].concat())
    }
    fn vjp(x: &[f64], w: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let p0 = x[0..3].to_vec();
        let mut p1 = x[3..5].to_vec();
        let p2 = [x[5], x[6], x[7]];
        let p3 = 1_usize;
        let mut d0 = vec![0.0; 3];
        let mut d1 = w[1..3].to_vec();
        let (y, pullback) = f_vjp(&p0, &mut p1, p2, p3);
        let outputs = [flat(&y), flat(&p1)].concat();
        let g2 = pullback(&p0, &mut d0, &mut p1, &mut d1, w[0]);
        assert_eq!(flat(& p1), x[3..5]);
        (outputs, [flat(&d0), flat(&d1), flat(&g2)].concat())
    }
}

mod seed_1000715 {
    use super::{flat, Case};
    pub(crate) const CASE: Case = Case {
        name: "seed_1000715",
        point: &[-1.466, -0.473, -0.58],
        value,
        backward,
        vjp,
        grad: None,
    };
    #[autograd::differentiable]
    fn f(z0: f64, c1: [f64; 2]) -> [f64; 2] {
        let a1: Vec<f64> = vec![
            (z0 / 1.4).sin(), (c1[(c1[(c1[1].abs() * 3.0) as usize % 2].abs() * 3.0) as
            usize % 2] * c1[(c1[(c1[1].abs() * 3.0) as usize % 2].abs() * 3.0) as usize %
            2] + 0.4).sqrt().tanh(), 0.50 * (z0 + c1[1]), z0
        ];
        if (a1[0] + z0) / 2.0 < a1[0 % a1.len()] {
            let m2: f64 = match 1 {
                k if k % 2 == 1 => {
                    let mut a3: [f64; 3] = [
                        (a1[7 % a1.len()] / 1.3).tanh(),
                        0.11 * c1[0].powi(3),
                        f64::sin(c1[1] + a1[a1.len() - 1]),
                    ];
                    (0.40 * (a3[1] * a3[1] + 1.3).acosh()).tan()
                }
                _ => {
                    if c1[(c1[0].abs() * 3.0) as usize % 2] < -0.82 && c1[0] > -0.86 {
                        let mut x4 = f64::atanh(0.10 * (z0 * c1[1])).exp().sin();
                        let flag5 = 1 % 3 < 0;
                        let mut a6: [f64; 2] = c1;
                    }
                    let a7: Vec<f64> = vec![
                        (z0 * z0 + 0.1).ln_1p(), (c1[0] + c1[0]).tanh()
                    ];
                    (-c1[0].sin().exp()).tanh()
                }
            };
            let mut n8: usize = 0;
            loop {
                if n8 == 2 {
                    break;
                }
                n8 += 1;
                let (mut p9, q10): (f64, f64) = (
                    0.23 * (m2 / (z0 * z0 + 0.8) * -m2),
                    (m2 - 0.89).tanh().atan2(m2 * m2 + 0.5),
                );
                if let 1..=2 = n8 {
                    p9 *= (z0 * z0 + 0.1).ln_1p().copysign(p9).tanh();
                } else {
                    p9 *= m2.sin();
                }
            }
        } else if (0.30 * c1[1]).atanh() > c1[0] {
            let mut x11 = ((a1[2 % a1.len()] / 4.0).asin() - c1[0] * a1[3 % a1.len()]
                - (-c1[(c1[0].abs() * 3.0) as usize % 2] - (0.50 * c1[1]).exp())) / 6.0;
        } else {
            let x12 = (-(a1[5 % a1.len()] * a1[5 % a1.len()] + 0.4)
                .powf(0.33 * a1[2 % a1.len()]))
                .sin();
        }
        c1
    }
    fn value(x: &[f64]) -> Vec<f64> {
        let p0 = x[0];
        let p1 = [x[1], x[2]];
        let y = f(p0, p1);
        [flat(&y)].concat()
    }
    fn backward(x: &[f64], w: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let p0 = x[0];
        let p1 = [x[1], x[2]];
        let (y, (g0, g1)) = f_backward(p0, p1, [w[0], w[1]]);
        ([flat(&y)].concat(), [flat(&g0), flat(&g1)].concat())
    }
    fn vjp(x: &[f64], w: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let p0 = x[0];
        let p1 = [x[1], x[2]];
        let (y, pullback) = f_vjp(p0, p1);
        let outputs = [flat(&y)].concat();
        let (g0, g1) = pullback([w[0], w[1]]);
        (outputs, [flat(&g0), flat(&g1)].concat())
    }
}

mod seed_1000716 {
    use super::{flat, Case};
    pub(crate) const CASE: Case = Case {
        name: "seed_1000716",
        point: &[-1.207, 0.271, -0.88, 1.244, -1.252],
        value,
        backward,
        vjp,
        grad: None,
    };
    #[autograd::differentiable(recursive)]
    fn g1(x: f64, a: &[f64], n: usize) -> f64 {
        if n == 0 {
            return a[((n * 5 + 3) % 8) % a.len()];
        }
        let mut a3: Vec<f64> = a.to_vec();
        let deeper: f64 = g1(
            match n.min(4) {
                0 => a[0],
                _ => a3[1],
            },
            a,
            n - 1,
        );
        0.5 * deeper + 0.89
    }
    #[autograd::differentiable]
    fn f(d0: &[f64]) -> [f64; 3] {
        let a1: [f64; 3] = [0.0; 3];
        let t2: (f64, f64) = (
            (a1[0] / (a1[0] * a1[0] + 0.8))
                .sin()
                .atan2(
                    a1[(f64::abs(a1[0]) * 3.0) as usize % 3]
                        * a1[(f64::abs(a1[0]) * 3.0) as usize % 3] + 0.5,
                ),
            (-a1[1]).tanh(),
        );
        'l3: for i4 in (0..5).step_by(2) {
            let x5 = t2.1.atan2(d0[0] * d0[0] + 0.5);
            let mut a6: [[f64; 2]; 2] = [
                [
                    if g1(t2.1, &a1, 1) <= i4 as f64 {
                        1.05
                    } else {
                        f64::tanh(i4 as f64)
                    },
                    a1[(i4 * 5 + 2) % 3] * x5 / 3.0,
                ],
                [
                    ({
                        let t7 = t2.0;
                        t7 * x5
                    }) / 3.0,
                    0.50 * (a1[i4.min(2)] + t2.0),
                ],
            ];
        }
        [
            (0.30 * t2.1).acos(),
            0.50 * (t2.0 + t2.0) - d0[5 % d0.len()] + a1[0],
            t2.1 * a1[0] / 3.0 - d0[4 % d0.len()] + a1[2],
        ]
    }
    fn value(x: &[f64]) -> Vec<f64> {
        let p0 = x[0..5].to_vec();
        let y = f(&p0);
        [flat(&y)].concat()
    }
    fn backward(x: &[f64], w: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let p0 = x[0..5].to_vec();
        let mut d0 = vec![0.0; 5];
        let y = f_backward(&p0, &mut d0, [w[0], w[1], w[2]]);
        ([flat(&y)].concat(), [flat(&d0)].concat())
    }
    fn vjp(x: &[f64], w: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let p0 = x[0..5].to_vec();
        let mut d0 = vec![0.0; 5];
        let (y, pullback) = f_vjp(&p0);
        let outputs = [flat(&y)].concat();
        let () = pullback(&p0, &mut d0, [w[0], w[1], w[2]]);
        (outputs, [flat(&d0)].concat())
    }
}

mod seed_1000717 {
    use super::{flat, Case};
    pub(crate) const CASE: Case = Case {
        name: "seed_1000717",
        point: &[1.343, 1.534, -0.894, -0.374, 1.045, 1.304, 1.23, 0.875, 1.308],
        value,
        backward,
        vjp,
        grad: None,
    };
    #[autograd::differentiable]
    fn g1(c0: &mut [f64; 2]) -> f64 {
        c0[0] = ((c0[1] * c0[1] + 0.5).cbrt() / 4.0).asin();
        for i1 in 0..=2 {
            let mut x2 = (0.73 * (1.04 * i1 as f64 + -(i1 as f64))).abs();
            x2 = ((c0[i1.min(1)] * c0[i1.min(1)] + 0.5).cbrt() / 2.0)
                .powi(i1.min(3) as i32)
                .sin();
            x2 = if ({
                let t3 = c0[0];
                t3 * 1.28
            }) / 2.0 >= c0[0]
            {
                x2.min(0.42)
            } else {
                x2
            };
        }
        f64::sin(0.52)
    }
    #[autograd::differentiable]
    fn f(z0: f64, n1: usize, d2: &[f64], c3: [f64; 3]) -> [f64; 2] {
        let a1: [[f64; 3]; 2] = [
            [
                ((n1 as f64) * (n1 as f64) + 1.3).acosh(),
                (c3[n1 % 3] + n1 as f64).sin(),
                (n1 as f64 - z0).sin(),
            ],
            [
                z0 % 1.7,
                (c3[(n1 * 3 + 2) % 3] - 0.39) / 2.0,
                (d2[1] / (1.8 + d2[((n1 * 4 + 3) % 8) % d2.len()].sin())).tanh(),
            ],
        ];
        let mut a2: [f64; 2] = [(z0 - a1[(z0.abs() * 3.0) as usize % 2][0]).tanh(); 2];
        for i3 in 0..4 {
            match i3.min(4) {
                2..=3 => {
                    let mut x5 = -((a2[0] + d2[(n1 % 8) % d2.len()]) / 2.0)
                        .atan2(z0 * z0 + 0.5);
                }
                _ => {
                    let x6 = n1 as f64;
                }
            }
        }
        [
            -a1[(a1[(z0.abs() * 3.0) as usize % 2][0].abs() * 3.0) as usize
                % 2][(n1 * 5 + 3) % 3] + z0 - c3[0] + a1[1][1],
            a1[(f64::abs(0.96) * 3.0) as usize % 2][0]
                * d2[((n1 * 2 + 2) % 8) % d2.len()] / 3.0 + z0
                - c3[(c3[2].abs() * 3.0) as usize % 3] - a2[1],
        ]
    }
    fn value(x: &[f64]) -> Vec<f64> {
        let p0 = x[0];
        let p1 = 1_usize;
        let p2 = x[1..6].to_vec();
        let p3 = [x[6], x[7], x[8]];
        let y = f(p0, p1, &p2, p3);
        [flat(&y)].concat()
    }
    fn backward(x: &[f64], w: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let p0 = x[0];
        let p1 = 1_usize;
        let p2 = x[1..6].to_vec();
        let p3 = [x[6], x[7], x[8]];
        let mut d2 = vec![0.0; 5];
        let (y, (g0, g3)) = f_backward(p0, p1, &p2, &mut d2, p3, [w[0], w[1]]);
        ([flat(&y)].concat(), [flat(&g0), flat(&d2), flat(&g3)].concat())
    }
    fn vjp(x: &[f64], w: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let p0 = x[0];
        let p1 = 1_usize;
        let p2 = x[1..6].to_vec();
        let p3 = [x[6], x[7], x[8]];
        let mut d2 = vec![0.0; 5];
        let (y, pullback) = f_vjp(p0, p1, &p2, p3);
        let outputs = [flat(&y)].concat();
        let (g0, g3) = pullback(&p2, &mut d2, [w[0], w[1]]);
        (outputs, [flat(&g0), flat(&d2), flat(&g3)].concat())
    }
}

mod seed_1000718 {
    use super::{flat, Case};
    pub(crate) const CASE: Case = Case {
        name: "seed_1000718",
        point: &[0.982, -1.585, -1.102, 0.729, -0.709, 0.907, -0.4, 0.424],
        value,
        backward,
        vjp,
        grad: None,
    };
    #[autograd::differentiable]
    fn g1(d0: &[f64], d1: &[f64], z2: f64) -> f64 {
        let mut n1: usize = 0;
        while n1 < 4 {
            n1 += 1;
            for i2 in (0..=4).rev().step_by(2) {
                let x3 = ((n1 as f64).sin() / ((n1 as f64) * (n1 as f64) + 0.8)
                    * z2.atan() + (z2 + d1[0]) * z2.trunc())
                    .sin();
            }
            if d0[(n1 + 3) % d0.len()] <= z2 {
                let (s4, c5) = ((d1[0] * z2 + d0[0] * z2) / 6.0).sin_cos();
            } else {
                let x6 = ((z2 - d0[(n1 + 3) % d0.len()])
                    * (d1[(n1 + 3) % d1.len()] * z2).tanh())
                    .tanh() / 1.7;
            }
        }
        (d0[1] * d1[n1.min(7) % d1.len()]).sin() + d0[n1 % d0.len()]
            - d1[((n1 * 2 + 2) % 8) % d1.len()]
    }
    #[autograd::differentiable]
    fn g2(mut z0: f64) -> f64 {
        for i1 in 0..=2 {
            let mut y2: f64 = if z0.max(z0) < 0.58 {
                (-(i1 as f64) * z0.copysign(z0)).sin()
            } else {
                (0.25 * (1.77 + z0)).tan()
            };
        }
        let a3: [[f64; 2]; 3] = [[0.0; 2]; 3];
        let x4 = (a3[2][0].tanh() * f64::rem_euclid(a3[0][0], 1.3) + z0).sin();
        let x5 = ((-(z0 / 2.0).powi(1 as i32)).sin()
            * (x4 / (x4 * x4 + 0.8) - x4.atan()))
            .tanh();
        1.25 / 1.2 + z0 - a3[2][0]
    }
    #[autograd::differentiable]
    fn f(m0: [[f64; 2]; 2], d1: &mut [f64], c2: &[f64; 2]) -> f64 {
        let mut x1 = f64::tanh(
            (d1[0 % d1.len()] * d1[0 % d1.len()] + 0.5).cbrt() - m0[0][1].fract().fract(),
        );
        d1[4 % d1.len()] = (m0[0][0] * m0[0][0] + 0.6).log2() * 0.40
            / (c2[0] * c2[0] + 0.8);
        if let 0 = 0 {
            d1[4 % d1.len()] += c2[1].atan2(d1[2 % d1.len()]).sin().signum();
            if 5 % 3 >= 0 {
                d1[0] /= d1[0] * d1[0] + 1.0;
                return {
                    let t2 = (c2[0] * c2[1]).sin();
                    t2 * -1.45
                };
            }
            for i3 in 0..1 {
                d1[0] = 0.5 * d1[0] + f64::sin(-1.50);
            }
        } else {
            let r4: f64 = g1(c2, d1, (x1 / 2.1).tanh());
        }
        (c2[1] - m0[1][0]) / 2.0 - m0[1][0] - x1
    }
    fn value(x: &[f64]) -> Vec<f64> {
        let p0 = [[x[0], x[1]], [x[2], x[3]]];
        let mut p1 = x[4..6].to_vec();
        let p2 = [x[6], x[7]];
        let y = f(p0, &mut p1, &p2);
        [flat(&y), flat(&p1)].concat()
    }
    fn backward(x: &[f64], w: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let p0 = [[x[0], x[1]], [x[2], x[3]]];
        let mut p1 = x[4..6].to_vec();
        let p2 = [x[6], x[7]];
        let mut d1 = w[1..3].to_vec();
        let mut d2 = [0.0; 2];
        let (y, g0) = f_backward(p0, &mut p1, &mut d1, &p2, &mut d2, w[0]);
        ([flat(&y), flat(&p1)].concat(), [flat(&g0), flat(&d1), flat(&d2)].concat())
    }
    fn vjp(x: &[f64], w: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let p0 = [[x[0], x[1]], [x[2], x[3]]];
        let mut p1 = x[4..6].to_vec();
        let p2 = [x[6], x[7]];
        let mut d1 = w[1..3].to_vec();
        let mut d2 = [0.0; 2];
        let (y, pullback) = f_vjp(p0, &mut p1, &p2);
        let outputs = [flat(&y), flat(&p1)].concat();
        let g0 = pullback(&mut p1, &mut d1, &p2, &mut d2, w[0]);
        assert_eq!(flat(& p1), x[4..6]);
        (outputs, [flat(&g0), flat(&d1), flat(&d2)].concat())
    }
}

mod seed_1000719 {
    use super::{flat, Case};
    pub(crate) const CASE: Case = Case {
        name: "seed_1000719",
        point: &[-1.435, 1.345, 0.588, 0.205],
        value,
        backward,
        vjp,
        grad: Some(grad),
    };
    #[autograd::differentiable]
    fn f(mut z0: f64, z1: f64, d2: &[f64]) -> f64 {
        let m1: f64 = match 2 {
            0 => z0,
            2..=3 => {
                z0 *= 0.33 * z1;
                (z0.sin() / 2.0).atanh()
            }
            _ => {
                z0 /= d2[2 % d2.len()] * d2[2 % d2.len()] + 1.0;
                for i2 in (0..d2.len()).rev() {
                    let mut a3: [[f64; 2]; 3] = [[0.0; 2]; 3];
                    let k4: usize = i2 % 3;
                    for i5 in 1..d2.len() {
                        z0 /= d2[d2.len() - 1 - i2] * d2[d2.len() - 1 - i2] + 1.0;
                        let mut w6: f64 = a3[k4][1].powi(3).sin() / (1.8 + z1.sin())
                            / 2.0;
                        while w6 < 1.3 {
                            w6 += 0.4 + 0.1 * 1.05 * 1.05;
                            a3[k4][k4 % 2]
                                += ((0.50 * a3[k4][0]).exp() * f64::log2(1.48 * 1.48 + 0.6))
                                    .sin() / 2.0;
                            let x7 = f64::mul_add(
                                    0.42,
                                    0.47,
                                    d2[((i2 * 4 + 2) % 8) % d2.len()],
                                )
                                .tanh();
                            a3[k4][0] = f64::tan(1.09);
                        }
                    }
                }
                d2[6 % d2.len()]
            }
        };
        f64::exp2(m1.tanh()) / 2.0 + z0 + z1
    }
    fn value(x: &[f64]) -> Vec<f64> {
        let p0 = x[0];
        let p1 = x[1];
        let p2 = x[2..4].to_vec();
        let y = f(p0, p1, &p2);
        [flat(&y)].concat()
    }
    fn backward(x: &[f64], w: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let p0 = x[0];
        let p1 = x[1];
        let p2 = x[2..4].to_vec();
        let mut d2 = vec![0.0; 2];
        let (y, (g0, g1)) = f_backward(p0, p1, &p2, &mut d2, w[0]);
        ([flat(&y)].concat(), [flat(&g0), flat(&g1), flat(&d2)].concat())
    }
    fn vjp(x: &[f64], w: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let p0 = x[0];
        let p1 = x[1];
        let p2 = x[2..4].to_vec();
        let mut d2 = vec![0.0; 2];
        let (y, pullback) = f_vjp(p0, p1, &p2);
        let outputs = [flat(&y)].concat();
        let (g0, g1) = pullback(&p2, &mut d2, w[0]);
        (outputs, [flat(&g0), flat(&g1), flat(&d2)].concat())
    }
    fn grad(x: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let p0 = x[0];
        let p1 = x[1];
        let p2 = x[2..4].to_vec();
        let (g0, g1, d2) = f_grad(p0, p1, &p2);
        let alone = [flat(&g0), flat(&g1), flat(&d2)].concat();
        let (y, (g0, g1, d2)) = f_value_and_grad(p0, p1, &p2);
        assert_eq!(alone, [flat(& g0), flat(& g1), flat(& d2)].concat());
        (flat(&y), [flat(&g0), flat(&g1), flat(&d2)].concat())
    }
}

mod seed_1000720 {
    use super::{flat, Case};
    pub(crate) const CASE: Case = Case {
        name: "seed_1000720",
        point: &[1.477],
        value,
        backward,
        vjp,
        grad: None,
    };
    #[autograd::differentiable]
    fn f(z0: &mut f64) {
        for i1 in 0..=2 {
            for i2 in (0..=4).rev().step_by(2) {
                let k3: usize = i1;
                let mut a7: [[f64; 3]; 2] = [
                    [
                        *z0,
                        (*z0 + *z0) / 2.0,
                        i1 as f64 / ((k3 as f64) * (k3 as f64) + 0.8),
                    ],
                    [
                        f64::exp(0.15).tanh(),
                        f64::tanh(*z0 / 1.4),
                        (i2 as f64).sin() / 1.4,
                    ],
                ];
                *z0 = a7[k3 % 2][2];
            }
        }
        for i8 in 2..=3 {
            let a12: [[f64; 3]; 2] = [
                [(i8 as f64 + *z0).tanh(), (i8 as f64).fract(), 0.50 * (*z0 - *z0)],
                [0.70 * (*z0 / ((*z0) * (*z0) + 0.8)), i8 as f64, 1.98],
            ];
        }
        let k13: usize = 1;
        match k13 {
            1 | 3 => {
                let mut y15: f64 = if ((*z0) * (*z0) + 1.3).acosh() >= *z0 {
                    0.75 * f64::round_ties_even((k13 as f64).sin() / 3.0)
                } else {
                    (0.75 * k13 as f64)
                        .copysign(*z0)
                        .atan2((k13 as f64) * (k13 as f64) + 0.5)
                };
            }
            4.. => {
                let mut a17: [[f64; 3]; 2] = [
                    [
                        ((k13 as f64) * (k13 as f64) + 0.5).ln(),
                        (*z0).sin().tan(),
                        0.75 * (*z0).asinh(),
                    ],
                    [
                        f64::hypot(*z0, (*z0) * (*z0) + 0.6) / 4.0,
                        f64::tanh(k13 as f64).exp_m1().tanh(),
                        0.75 * ((*z0) * (*z0) + 0.6).log2(),
                    ],
                ];
            }
            _ => {
                if !(*z0 < -0.95) {
                    let mut n18: usize = 0;
                    while n18 < 1 && matches!(((k13 * 2 + 3) % 6), 0 | 2) {
                        n18 += 1;
                        'l19: for i20 in (1..6).step_by(2).rev() {
                            *z0 += f64::atan(0.58 * 1.62) / 3.0;
                        }
                    }
                } else {
                    *z0 += (-(*z0)).tanh().tan();
                }
            }
        }
    }
    fn value(x: &[f64]) -> Vec<f64> {
        let mut p0 = x[0];
        f(&mut p0);
        [flat(&p0)].concat()
    }
    fn backward(x: &[f64], w: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let mut p0 = x[0];
        let mut d0 = w[0];
        let () = f_backward(&mut p0, &mut d0);
        ([flat(&p0)].concat(), [flat(&d0)].concat())
    }
    fn vjp(x: &[f64], w: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let mut p0 = x[0];
        let mut d0 = w[0];
        let pullback = f_vjp(&mut p0);
        let outputs = [flat(&p0)].concat();
        let () = pullback(&mut p0, &mut d0);
        assert_eq!(flat(& p0), x[0..1]);
        (outputs, [flat(&d0)].concat())
    }
}

mod seed_1000721 {
    use super::{flat, Case};
    pub(crate) const CASE: Case = Case {
        name: "seed_1000721",
        point: &[0.97, 0.22],
        value,
        backward,
        vjp,
        grad: None,
    };
    #[autograd::differentiable]
    fn g1(z0: &mut f64) -> f64 {
        let mut n1: usize = 0;
        let v4: f64 = loop {
            if n1 == 1 {
                break (n1 as f64).sin();
            }
            n1 += 1;
            let mut a2: [f64; 2] = [
                (0.50 * *z0).exp_m1().tanh(),
                match n1.min(4) {
                    1..=2 => *z0,
                    _ => n1 as f64,
                },
            ];
            if -(*z0) < *z0 {
                *z0 = (-(-a2[n1]) + a2[n1].trunc() / (1.8 + (*z0).sin())).sin();
                let x3 = *z0;
            } else {
                *z0 = (*z0 * a2[0] - a2[n1]).sin();
            }
        };
        1.29 / 1.4 - *z0 + v4
    }
    #[autograd::differentiable(recursive)]
    fn g2(x: f64, n: usize) -> f64 {
        if n == 0 {
            return -(n as f64);
        }
        let (mut p1, q2): (f64, f64) = (
            f64::sin(1.54),
            (x - 0.81).sin().clamp(-1.25, 1.5),
        );
        let deeper: f64 = g2((n as f64 + x).sin().exp_m1().sin(), n - 1);
        0.5 * deeper + (deeper + x).sin()
    }
    #[autograd::differentiable]
    fn f(z0: &mut f64, mut z1: f64, n2: usize) -> (f64, f64) {
        let (s1, c2) = (0.33 * (n2 as f64 * z1)).sin_cos();
        let m3: f64 = match n2 {
            2..=3 => (g2(*z0, (n2 * 3 + 3) % 4) + c2.powi(3)).tanh(),
            _ => {
                z1 = 0.5 * z1 + f64::clamp(*z0, -1.25, 1.5);
                let k4: usize = n2 % 3;
                1.08 / 1.0
            }
        };
        let flag5 = 0.50 * (m3 - m3) >= m3;
        if c2 < -0.13 || m3 < 0.57 {
            return (0.38 * (1.23 + s1 - (z1 + 0.62)), (z1 * z1 + 0.5).ln());
        }
        let mut a6: [f64; 3] = [1.09 / 1.3, c2, 0.96];
        let mut a7: [f64; 4] = [
            m3,
            f64::recip(0.75 * 0.75 + 0.7),
            ((*z0) * (*z0) + 1.3).acosh(),
            (z1 * z1 + 0.6).log2().sin(),
        ];
        (
            (c2 + a6[1]) / 2.0 + *z0 - z1 - s1 - c2 - a6[n2 % 3] + a7[n2],
            (s1 / (1.8 + f64::sin(a6[n2 % 3]))).tanh() + *z0 - s1 + c2 - a7[n2],
        )
    }
    fn value(x: &[f64]) -> Vec<f64> {
        let mut p0 = x[0];
        let p1 = x[1];
        let p2 = 2_usize;
        let y = f(&mut p0, p1, p2);
        [flat(&y), flat(&p0)].concat()
    }
    fn backward(x: &[f64], w: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let mut p0 = x[0];
        let p1 = x[1];
        let p2 = 2_usize;
        let mut d0 = w[2];
        let (y, g1) = f_backward(&mut p0, &mut d0, p1, p2, (w[0], w[1]));
        ([flat(&y), flat(&p0)].concat(), [flat(&d0), flat(&g1)].concat())
    }
    fn vjp(x: &[f64], w: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let mut p0 = x[0];
        let p1 = x[1];
        let p2 = 2_usize;
        let mut d0 = w[2];
        let (y, pullback) = f_vjp(&mut p0, p1, p2);
        let outputs = [flat(&y), flat(&p0)].concat();
        let g1 = pullback(&mut p0, &mut d0, (w[0], w[1]));
        assert_eq!(flat(& p0), x[0..1]);
        (outputs, [flat(&d0), flat(&g1)].concat())
    }
}

mod seed_1000722 {
    use super::{flat, Case};
    pub(crate) const CASE: Case = Case {
        name: "seed_1000722",
        point: &[-0.865, 1.063, 0.902, 1.034, 0.612],
        value,
        backward,
        vjp,
        grad: None,
    };
    #[autograd::differentiable]
    fn g1(z0: f64, z1: f64, z2: &mut f64) -> f64 {
        let mut x1 = ((-(*z2)).atan() / 2.0).atanh();
        let mut w2: f64 = (0.30
            * (({
                let t3 = z1;
                t3 * *z2
            }) + 0.65 / ((*z2) * (*z2) + 0.8)))
            .tanh();
        while w2 < 1.3 {
            w2 += 0.4 + 0.1 * (*z2) * (*z2);
            *z2 = -(z0 - *z2) / 2.0 / (1.8 + (*z2).sin()) / 2.0;
            for i4 in (1..6).step_by(2).rev() {
                *z2 *= f64::signum((i4 as f64).sin());
            }
        }
        (z1 * z1 + 0.5).cbrt() + z0 + *z2 - x1
    }
    #[autograd::differentiable]
    fn g2(t0: (f64, f64), mut z1: f64, z2: f64) -> f64 {
        z1 /= t0.1 * t0.1 + 1.0;
        for i1 in (0..4).rev() {
            z1 = (0.75 * f64::tanh((i1 as f64).powi(2)).exp2()).floor().tanh();
            let mut a2: [f64; 2] = [0.0; 2];
            a2[0]
                += (match i1 % 5 {
                    k if k > 2 => (z1 * z1 + 0.1).ln_1p(),
                    _ => t0.1.trunc(),
                }) / 5.0;
        }
        1.52 / (1.41 * 1.41 + 0.8) - t0.0 * t0.1 + z2
    }
    #[autograd::differentiable]
    fn f(d0: &mut [f64]) -> f64 {
        let mut n1: usize = 0;
        loop {
            if n1 == 2 {
                break;
            }
            n1 += 1;
            d0[n1.min(7) % d0.len()] -= 0.40 * f64::atanh((1.20 - n1 as f64) / 4.0);
        }
        let mut x2 = ((d0[(n1 + 5) % d0.len()] * d0[(n1 + 5) % d0.len()] + 0.4)
            .sqrt()
            .sin() / ((n1 as f64) * (n1 as f64) + 0.8))
            .sinh();
        let (mut p3, q4): (f64, f64) = (
            (g2((d0[0], (x2 - x2) / 2.0), x2, d0[0]) + x2.copysign(d0[d0.len() - 1]))
                .sin(),
            1.17,
        );
        'l5: for i6 in (1..6).step_by(2).rev() {
            x2 = (0.33 * (d0[0] * x2)).min(0.25).tanh();
        }
        x2 % 1.7 - x2 - p3 - q4
    }
    fn value(x: &[f64]) -> Vec<f64> {
        let mut p0 = x[0..5].to_vec();
        let y = f(&mut p0);
        [flat(&y), flat(&p0)].concat()
    }
    fn backward(x: &[f64], w: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let mut p0 = x[0..5].to_vec();
        let mut d0 = w[1..6].to_vec();
        let y = f_backward(&mut p0, &mut d0, w[0]);
        ([flat(&y), flat(&p0)].concat(), [flat(&d0)].concat())
    }
    fn vjp(x: &[f64], w: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let mut p0 = x[0..5].to_vec();
        let mut d0 = w[1..6].to_vec();
        let (y, pullback) = f_vjp(&mut p0);
        let outputs = [flat(&y), flat(&p0)].concat();
        let () = pullback(&mut p0, &mut d0, w[0]);
        assert_eq!(flat(& p0), x[0..5]);
        (outputs, [flat(&d0)].concat())
    }
}

mod seed_1000723 {
    use super::{flat, Case};
    pub(crate) const CASE: Case = Case {
        name: "seed_1000723",
        point: &[0.541, -1.366, -0.564, 0.257],
        value,
        backward,
        vjp,
        grad: Some(grad),
    };
    #[autograd::differentiable]
    fn g1(c0: &mut [f64; 3]) -> (f64, f64) {
        let x1 = c0[1].min(c0[2]);
        {
            let row2 = &c0[..2];
            let mut a4: Vec<f64> = row2.to_vec();
            if 3 % 3 == 2 {
                let mut w5: f64 = x1.sin();
                while w5 < 1.3 {
                    w5 += 0.4 + 0.1 * a4[2 % a4.len()] * a4[2 % a4.len()];
                    let mut a6: Vec<f64> = vec![
                        (x1 + x1).tanh(), (a4[2 % a4.len()] + row2[(c0[2].abs() * 3.0) as
                        usize % 2]).tanh(), (c0[1] + c0[0]).sin()
                    ];
                }
            }
        }
        ((x1 / 1.1).sin() - c0[1], 0.30 * (c0[2] * c0[2] + 0.4).powf(x1.sin()) - c0[2])
    }
    #[autograd::differentiable]
    fn f(v0: Vec<f64>) -> f64 {
        for i1 in 0..4 {
            let k2: usize = i1 + 1;
            let (s3, c4) = (v0[i1 % v0.len()] * v0[i1 % v0.len()] + 0.7)
                .recip()
                .sin_cos();
            let x5 = (1.05 + (v0[0] * c4).tanh().min(s3)) / 2.0;
        }
        let y6: f64 = if v0[0] > 0.14 {
            (0.50 * f64::mul_add(v0[7 % v0.len()], v0[2 % v0.len()], v0[1])
                * (v0[3 % v0.len()] + v0[0 % v0.len()]))
                .tanh()
        } else {
            v0[6 % v0.len()]
        };
        let m7: f64 = match 2 {
            2..=3 => (v0[v0.len() - 2] + y6).tanh() / (1.8 + v0[0].sin()),
            _ => {
                let mut x8 = f64::sin(v0[1 % v0.len()] / (1.8 + f64::sin(1.24)));
                f64::cosh(
                    0.50
                        * (match 1 {
                            1..=2 => 1.69,
                            _ => v0[0 % v0.len()],
                        }),
                )
            }
        };
        m7 - m7
    }
    fn value(x: &[f64]) -> Vec<f64> {
        let p0 = x[0..4].to_vec();
        let y = f(p0.clone());
        [flat(&y)].concat()
    }
    fn backward(x: &[f64], w: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let p0 = x[0..4].to_vec();
        let (y, g0) = f_backward(p0.clone(), w[0]);
        ([flat(&y)].concat(), [flat(&g0)].concat())
    }
    fn vjp(x: &[f64], w: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let p0 = x[0..4].to_vec();
        let (y, pullback) = f_vjp(p0.clone());
        let outputs = [flat(&y)].concat();
        let g0 = pullback(w[0]);
        (outputs, [flat(&g0)].concat())
    }
    fn grad(x: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let p0 = x[0..4].to_vec();
        let g0 = f_grad(p0.clone());
        let alone = [flat(&g0)].concat();
        let (y, g0) = f_value_and_grad(p0.clone());
        assert_eq!(alone, [flat(& g0)].concat());
        (flat(&y), [flat(&g0)].concat())
    }
}

mod seed_1000724 {
    use super::{flat, Case};
    pub(crate) const CASE: Case = Case {
        name: "seed_1000724",
        point: &[-1.197, 0.741, 1.41, -0.974, 1.004, -0.399, 1.398],
        value,
        backward,
        vjp,
        grad: None,
    };
    #[autograd::differentiable]
    fn g1(d0: &[f64], z1: &mut f64, d2: &mut [f64]) -> f64 {
        if *z1 < -0.76 {
            let mut n2: usize = 0;
            'l1: loop {
                if n2 == 4 {
                    break;
                }
                n2 += 1;
                let x3 = *z1;
                let y4: f64 = if *z1 > -0.52 && x3 < 0.73 {
                    let (s5, c6) = (d2[0] / (d2[d2.len() - 1] * d2[d2.len() - 1] + 0.8))
                        .sin()
                        .sin_cos();
                    c6
                } else {
                    *z1 *= ((*z1).trunc() * *z1).tanh();
                    f64::tanh({
                        let t7 = -(n2 as f64) / 2.0;
                        t7 * (*z1 * d2[((n2 * 4 + 2) % 8) % d2.len()] / 3.0)
                    })
                };
            }
        } else {
            *z1
                -= ((0.50 * *z1).exp_m1() - (if 4 % 3 == 1 { d0[1] } else { d2[0] }))
                    / 3.0;
        }
        f64::cbrt((*z1) * (*z1) + 0.5) + d0[1]
    }
    #[autograd::differentiable]
    fn g2(d0: &[f64], n1: usize, d2: &[f64], z3: &f64) -> f64 {
        if d0[0] > 0.81 {
            let mut x1 = 0.70 * (*z3 / 3.0);
        } else {
            let mut a2: [f64; 4] = [
                (*z3).rem_euclid(1.3),
                (n1 as f64 - 1.22) / 2.0,
                d2[1].asinh().sin(),
                0.50 * (d2[1] - d0[1]),
            ];
            let mut x3 = (n1 as f64).atan2(d2[0]).sin().tan();
        }
        let mut n4: usize = 0;
        while n4 < 4 && 0.42 + 0.89 >= *z3 {
            n4 += 1;
            let mut x5 = d0[1];
        }
        d0[n1.min(7) % d0.len()] - d0[(n4 % 8) % d0.len()]
    }
    #[autograd::differentiable]
    fn f(t0: (f64, f64), d1: &[f64], n2: usize, v3: Vec<f64>) -> [f64; 2] {
        let x1 = (-(-d1[n2 % d1.len()])
            + (match n2 + 1 {
                0 | 3 => v3[1 % v3.len()].tanh(),
                _ => v3[n2 % v3.len()].min(d1[d1.len() - 1]),
            }))
            .sin();
        let mut n2: usize = 0;
        loop {
            if n2 == 1 {
                break;
            }
            n2 += 1;
            let x3 = ((v3[1].sin().exp() - x1) / 3.0).trunc();
            match n2 % 5 {
                k if k % 2 == 1 => {
                    let mut x5 = x3.asinh() / 2.0;
                }
                _ => {
                    let mut x7 = {
                        let t6 = (d1[(n2 % 8) % d1.len()] * t0.1
                            - 1.39
                                / (v3[(n2 + 6) % v3.len()] * v3[(n2 + 6) % v3.len()] + 0.8))
                            .sin();
                        t6
                            * ((x3 + v3[6 % v3.len()]
                                - t0.1.tanh().powi((n2 + 2) as i32)) / 5.0)
                    };
                }
            }
        }
        [
            0.75 * f64::ceil(1.51) + d1[n2.min(7) % d1.len()],
            (if matches!((n2 + 4), 1..= 3) { t0.0 } else { d1[1] }) - d1[1] - x1,
        ]
    }
    fn value(x: &[f64]) -> Vec<f64> {
        let p0 = (x[0], x[1]);
        let p1 = x[2..4].to_vec();
        let p2 = 0_usize;
        let p3 = x[4..7].to_vec();
        let y = f(p0, &p1, p2, p3.clone());
        [flat(&y)].concat()
    }
    fn backward(x: &[f64], w: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let p0 = (x[0], x[1]);
        let p1 = x[2..4].to_vec();
        let p2 = 0_usize;
        let p3 = x[4..7].to_vec();
        let mut d1 = vec![0.0; 2];
        let (y, (g0, g3)) = f_backward(p0, &p1, &mut d1, p2, p3.clone(), [w[0], w[1]]);
        ([flat(&y)].concat(), [flat(&g0), flat(&d1), flat(&g3)].concat())
    }
    fn vjp(x: &[f64], w: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let p0 = (x[0], x[1]);
        let p1 = x[2..4].to_vec();
        let p2 = 0_usize;
        let p3 = x[4..7].to_vec();
        let mut d1 = vec![0.0; 2];
        let (y, pullback) = f_vjp(p0, &p1, p2, p3.clone());
        let outputs = [flat(&y)].concat();
        let (g0, g3) = pullback(&p1, &mut d1, [w[0], w[1]]);
        (outputs, [flat(&g0), flat(&d1), flat(&g3)].concat())
    }
}

mod seed_1000725 {
    use super::{flat, Case};
    pub(crate) const CASE: Case = Case {
        name: "seed_1000725",
        point: &[-1.446, 1.419, -0.498, 0.357, 1.086, -0.895, -1.54, 0.768],
        value,
        backward,
        vjp,
        grad: None,
    };
    #[autograd::differentiable]
    fn f(z0: &mut f64, mut z1: f64, v2: &Vec<f64>, mut z3: f64) -> f64 {
        'l1: for i2 in (0..5).step_by(2) {
            let m3: f64 = match i2 {
                2..=3 => {
                    if 0 % 3 < 0 {
                        let mut t4: (f64, f64) = (
                            *z0,
                            (*z0 - v2[0] + v2[1].ceil()).sin(),
                        );
                        break;
                    }
                    ((*z0) * (*z0) + 0.5).cbrt()
                }
                _ => {
                    let mut n6: usize = 0;
                    'l5: while n6 < 4 && z3 <= z1 {
                        n6 += 1;
                        for i7 in 0..2 {
                            *z0 *= ((*z0).signum() - 0.40).tanh();
                            assert!((n6 as f64) < 1.0e6);
                            z1 /= (i2 as f64) * (i2 as f64) + 1.0;
                        }
                        let mut x8 = (0.40
                            * ((if (v2[i2.min(7) % v2.len()] * z1).tanh() < n6 as f64 {
                                z3
                            } else {
                                0.51
                            }) - 1.46 * z1) / ((i2 as f64) * (i2 as f64) + 0.8))
                            .tanh();
                        let mut w9: f64 = 0.33 * z1;
                        while w9 < 1.3 {
                            w9 += 0.4 + 0.1 * x8 * x8;
                            let mut a10: [[f64; 3]; 3] = [
                                [
                                    z3 * x8 / 3.0,
                                    (i2 as f64 / 5.0).atanh(),
                                    ((*z0) * (*z0) + 1.2).log(2.5),
                                ],
                                [
                                    0.55 * (n6 as f64 + 1.38),
                                    (i2 as f64).tanh().atan2((i2 as f64) * (i2 as f64) + 0.5),
                                    (0.30 * w9).acos(),
                                ],
                                [
                                    (1.96 - v2[1]) / 2.0,
                                    (0.50 * *z0).exp_m1() / 2.0,
                                    f64::sin(w9),
                                ],
                            ];
                            if 0.50 * (x8 + z1) < n6 as f64 {
                                break;
                            }
                        }
                    }
                    1.52
                }
            };
            if m3 >= z3 {
                z3 = (-z1 * f64::exp_m1((z3 * z3 + 0.7).recip())).tanh();
                continue 'l1;
            }
        }
        f64::clamp(0.87, -1.25, 1.5) + *z0 - v2[1] + z3
    }
    fn value(x: &[f64]) -> Vec<f64> {
        let mut p0 = x[0];
        let p1 = x[1];
        let p2 = x[2..7].to_vec();
        let p3 = x[7];
        let y = f(&mut p0, p1, &p2, p3);
        [flat(&y), flat(&p0)].concat()
    }
    fn backward(x: &[f64], w: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let mut p0 = x[0];
        let p1 = x[1];
        let p2 = x[2..7].to_vec();
        let p3 = x[7];
        let mut d0 = w[1];
        let mut d2 = vec![0.0; 5];
        let (y, (g1, g3)) = f_backward(&mut p0, &mut d0, p1, &p2, &mut d2, p3, w[0]);
        (
            [flat(&y), flat(&p0)].concat(),
            [flat(&d0), flat(&g1), flat(&d2), flat(&g3)].concat(),
        )
    }
    fn vjp(x: &[f64], w: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let mut p0 = x[0];
        let p1 = x[1];
        let p2 = x[2..7].to_vec();
        let p3 = x[7];
        let mut d0 = w[1];
        let mut d2 = vec![0.0; 5];
        let (y, pullback) = f_vjp(&mut p0, p1, &p2, p3);
        let outputs = [flat(&y), flat(&p0)].concat();
        let (g1, g3) = pullback(&mut p0, &mut d0, &p2, &mut d2, w[0]);
        assert_eq!(flat(& p0), x[0..1]);
        (outputs, [flat(&d0), flat(&g1), flat(&d2), flat(&g3)].concat())
    }
}
