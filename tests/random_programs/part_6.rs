//! Made by `autograd-macros/src/random`; `UPDATE_EXPECT=1 cargo test -p autograd-macros` makes it again.

use super::super::{flat, Case};
pub(crate) const CASES: [Case; 26] = [
    seed_1000600::CASE,
    seed_1000601::CASE,
    seed_1000602::CASE,
    seed_1000603::CASE,
    seed_1000604::CASE,
    seed_1000605::CASE,
    seed_1000606::CASE,
    seed_1000607::CASE,
    seed_1000608::CASE,
    seed_1000609::CASE,
    seed_1000610::CASE,
    seed_1000611::CASE,
    seed_1000612::CASE,
    seed_1000613::CASE,
    seed_1000614::CASE,
    seed_1000615::CASE,
    seed_1000616::CASE,
    seed_1000617::CASE,
    seed_1000618::CASE,
    seed_1000619::CASE,
    seed_1000620::CASE,
    seed_1000621::CASE,
    seed_1000622::CASE,
    seed_1000623::CASE,
    seed_1000624::CASE,
    seed_1000625::CASE,
];
mod seed_1000600 {
    use super::{flat, Case};
    pub(crate) const CASE: Case = Case {
        name: "seed_1000600",
        point: &[1.374, -1.343, 0.944, 0.604, -0.554, 0.781, 0.837, 1.457],
        value,
        backward,
        vjp,
        grad: None,
    };
    #[autograd::differentiable(recursive)]
    fn g1(x: f64, n: usize) -> f64 {
        if n == 0 {
            return (x - x).tanh().exp() / 2.0;
        }
        if 0.87 < 0.82 || x < 0.96 {
            let mut x1 = (x + x.copysign(n as f64) - x).sin();
            x1 = (x.tanh().exp().tanh().abs() - 1.98).tanh();
        } else {
            let mut x = (x + x.signum() / ((n as f64) * (n as f64) + 0.8)).tanh();
        }
        let deeper: f64 = g1(x, n - 1);
        0.5 * deeper + (n as f64 * deeper / 3.0).sin()
    }
    #[autograd::differentiable]
    fn f(v0: Vec<f64>, mut z1: f64, v2: &Vec<f64>, d3: &mut [f64]) -> f64 {
        {
            let row1 = &v0[..2];
            d3[0 % d3.len()]
                *= (0.30 * (v2[v2.len() - 2] * v2[v2.len() - 2] + 0.4).powf(0.33 * z1))
                    .floor()
                    .sin();
            if 0.70 * (v2[0] / 1.6) > v2[6 % v2.len()] {
                let mut n2: usize = 0;
                let v7: f64 = loop {
                    if n2 == 4 {
                        break if (v0[1] * v0[1] + 0.5).cbrt() < d3[1] {
                            z1
                        } else {
                            v2[1]
                        };
                    }
                    n2 += 1;
                    'l3: for i4 in 0..v0.len() {
                        let k5: usize = i4 % 5;
                        let x6 = (d3[4 % d3.len()] * d3[4 % d3.len()] + 0.5)
                            .cbrt()
                            .sin()
                            .exp() / 2.0;
                    }
                };
                let flag8 = n2 % 3 < 2;
            } else if v0[5 % v0.len()] < -0.13 {
                z1 /= row1[1] * row1[1] + 1.0;
                'l9: for i10 in (1..6).step_by(2).rev() {
                    let (s11, c12) = g1(z1, i10.min(3)).abs().sin_cos();
                    if let 0 | 2 = i10.min(3) {
                        z1 = z1.atan();
                        let mut k13: usize = i10 % 4;
                    }
                }
            } else {
                z1 = 0.5 * z1 + (0.30 * row1[1]).asin();
            }
        }
        d3[0].rem_euclid(1.3) - v0[5 % v0.len()] - z1 - v2[7 % v2.len()]
    }
    fn value(x: &[f64]) -> Vec<f64> {
        let p0 = x[0..3].to_vec();
        let p1 = x[3];
        let p2 = x[4..6].to_vec();
        let mut p3 = x[6..8].to_vec();
        let y = f(p0.clone(), p1, &p2, &mut p3);
        [flat(&y), flat(&p3)].concat()
    }
    fn backward(x: &[f64], w: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let p0 = x[0..3].to_vec();
        let p1 = x[3];
        let p2 = x[4..6].to_vec();
        let mut p3 = x[6..8].to_vec();
        let mut d2 = vec![0.0; 2];
        let mut d3 = w[1..3].to_vec();
        let (y, (g0, g1)) = f_backward(
            p0.clone(),
            p1,
            &p2,
            &mut d2,
            &mut p3,
            &mut d3,
            w[0],
        );
        (
            [flat(&y), flat(&p3)].concat(),
            [flat(&g0), flat(&g1), flat(&d2), flat(&d3)].concat(),
        )
    }
    fn vjp(x: &[f64], w: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let p0 = x[0..3].to_vec();
        let p1 = x[3];
        let p2 = x[4..6].to_vec();
        let mut p3 = x[6..8].to_vec();
        let mut d2 = vec![0.0; 2];
        let mut d3 = w[1..3].to_vec();
        let (y, pullback) = f_vjp(p0.clone(), p1, &p2, &mut p3);
        let outputs = [flat(&y), flat(&p3)].concat();
        let (g0, g1) = pullback(&p2, &mut d2, &mut p3, &mut d3, w[0]);
        assert_eq!(flat(& p3), x[6..8]);
        (outputs, [flat(&g0), flat(&g1), flat(&d2), flat(&d3)].concat())
    }
}

mod seed_1000601 {
    use super::{flat, Case};
    pub(crate) const CASE: Case = Case {
        name: "seed_1000601",
        point: &[1.013, 1.081, 0.538, 1.363, 0.225, 0.626, 0.527, 0.871, -1.206],
        value,
        backward,
        vjp,
        grad: None,
    };
    #[autograd::differentiable]
    fn f(d0: &mut [f64], d1: &mut [f64]) -> f64 {
        let mut x1 = 0.75 * f64::cbrt(1.81 * 1.81 + 0.5).round_ties_even();
        x1 = 0.5 * x1 + (d0[5 % d0.len()] - 0.23).tanh();
        let m2: f64 = match 2 {
            2..=3 => {
                d1[1 % d1.len()] = (d1[4 % d1.len()] * d1[4 % d1.len()] + 0.7).recip();
                let (mut p3, q4): (f64, f64) = ((d0[0] + x1.tanh().sinh()).sin(), x1);
                (p3 - p3.floor()) / 3.0
            }
            _ => {
                if d1[0 % d1.len()] > 0.99 {
                    x1 = (x1 * d0[3 % d0.len()] / 3.0).signum().exp_m1().sin();
                } else if 4 % 2 >= 1 {
                    x1 /= d0[1] * d0[1] + 1.0;
                }
                d0[0 % d0.len()].cos().cosh()
            }
        };
        m2 / (d0[3 % d0.len()] * d0[3 % d0.len()] + 0.8) / 2.0 + d1[1] + x1
    }
    fn value(x: &[f64]) -> Vec<f64> {
        let mut p0 = x[0..4].to_vec();
        let mut p1 = x[4..9].to_vec();
        let y = f(&mut p0, &mut p1);
        [flat(&y), flat(&p0), flat(&p1)].concat()
    }
    fn backward(x: &[f64], w: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let mut p0 = x[0..4].to_vec();
        let mut p1 = x[4..9].to_vec();
        let mut d0 = w[1..5].to_vec();
        let mut d1 = w[5..10].to_vec();
        let y = f_backward(&mut p0, &mut d0, &mut p1, &mut d1, w[0]);
        ([flat(&y), flat(&p0), flat(&p1)].concat(), [flat(&d0), flat(&d1)].concat())
    }
    fn vjp(x: &[f64], w: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let mut p0 = x[0..4].to_vec();
        let mut p1 = x[4..9].to_vec();
        let mut d0 = w[1..5].to_vec();
        let mut d1 = w[5..10].to_vec();
        let (y, pullback) = f_vjp(&mut p0, &mut p1);
        let outputs = [flat(&y), flat(&p0), flat(&p1)].concat();
        let () = pullback(&mut p0, &mut d0, &mut p1, &mut d1, w[0]);
        assert_eq!(flat(& p0), x[0..4]);
        assert_eq!(flat(& p1), x[4..9]);
        (outputs, [flat(&d0), flat(&d1)].concat())
    }
}

mod seed_1000602 {
    use super::{flat, Case};
    pub(crate) const CASE: Case = Case {
        name: "seed_1000602",
        point: &[1.48],
        value,
        backward,
        vjp,
        grad: Some(grad),
    };
    #[autograd::differentiable]
    fn g1(mut z0: f64) -> f64 {
        let mut n1: usize = 0;
        while n1 < 4 {
            n1 += 1;
            let y2: f64 = if (n1 as f64) < 0.31 {
                (z0 - n1 as f64 + (z0 + n1 as f64)).sin()
            } else {
                let x3 = 0.25
                    * (0.25 * (0.70 * (z0 / (1.8 + z0.sin()))).mul_add(z0, z0))
                        .mul_add(z0, z0);
                0.75 * n1 as f64
            };
            z0 = (n1 as f64).sin();
        }
        z0 *= f64::sin(f64::mul_add(0.50, z0, z0));
        (z0 * 1.29).sin() + z0
    }
    #[autograd::differentiable]
    fn g2(v0: Vec<f64>, v1: Vec<f64>) -> f64 {
        let mut n1: usize = 0;
        while n1 < 4 {
            n1 += 1;
            {
                let row2 = &v0[..2];
                let mut a3: [f64; 2] = [f64::trunc(row2[n1.min(1)]), v0[2 % v0.len()]];
                let k4: usize = n1;
                let r5: f64 = g1((v0[0] / (1.8 + row2[0].sin())).sin());
            }
        }
        let mut a7: Vec<f64> = v0.to_vec();
        (v0[(n1 % 8) % v0.len()] * v0[n1 % v0.len()]).sin() + v0[(n1 % 8) % v0.len()]
            - v1[((n1 * 4 + 3) % 8) % v1.len()] - a7[1]
    }
    #[autograd::differentiable]
    fn f(mut z0: f64) -> f64 {
        let mut a1: Vec<f64> = vec![
            z0, f64::log10(0.24 * 0.24 + 0.5), (z0 * z0 + 0.5).log10()
        ];
        z0 /= z0 * z0 + 1.0;
        z0 = (a1[0 % a1.len()] + a1[1 % a1.len()] - f64::ceil(0.89)).tanh().max(1.84);
        z0 += (z0 - z0.min(a1[4 % a1.len()])) / 2.0;
        let mut w2: f64 = f64::sin(f64::hypot(1.58, z0 * z0 + 0.6));
        while w2 < 1.3 {
            w2 += 0.4 + 0.1 * a1[1 % a1.len()] * a1[1 % a1.len()];
            z0 = (0.51 * ((0.30 * w2).acos() - g1(a1[1]))).signum();
        }
        (a1[0 % a1.len()] - a1[a1.len() - 2]) / 2.0 - a1[a1.len() - 1] - w2
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

mod seed_1000603 {
    use super::{flat, Case};
    pub(crate) const CASE: Case = Case {
        name: "seed_1000603",
        point: &[-0.743],
        value,
        backward,
        vjp,
        grad: Some(grad),
    };
    #[autograd::differentiable]
    fn g1(d0: &mut [f64]) -> [f64; 2] {
        if d0[0] < d0[d0.len() - 2] {
            let x1 = f64::cbrt(d0[2 % d0.len()] * d0[2 % d0.len()] + 0.5);
        } else if d0[0].trunc() >= d0[1] {
            let mut n2: usize = 0;
            while n2 < 2 {
                n2 += 1;
                for i3 in (0..5).step_by(2) {
                    {
                        let row4 = &d0[..2];
                        let mut a5: Vec<f64> = d0.to_vec();
                        let x6 = (row4[0] * row4[0] + 0.5).log10() % 1.7;
                    }
                }
            }
        } else {
            let x7 = d0[0].round().tanh();
        }
        [d0[3 % d0.len()], (d0[0] + d0[1]).tanh() + d0[0]]
    }
    #[autograd::differentiable]
    fn g2(c0: &mut [f64; 2]) -> (f64, f64) {
        let mut n1: usize = 0;
        while n1 < 2 {
            n1 += 1;
            if (n1 as f64) > n1 as f64 {
                for i2 in (0..=4).rev().step_by(2) {
                    assert!(c0[i2 % 2] < 1.0e6);
                    c0[0] = c0[i2 % 2];
                }
            } else {
                let mut x3 = c0[0];
            }
        }
        (0.50 * (c0[1] + c0[n1 % 2]), (c0[n1.min(1)] + 0.47).tanh() + c0[0])
    }
    #[autograd::differentiable]
    fn f(z0: f64) -> f64 {
        let mut a1: Vec<f64> = vec![
            z0.atan2(z0 * z0 + 0.5), z0.hypot(z0 * z0 + 0.6) / 4.0, 0.50 * (z0 + z0)
        ];
        let x2 = ((1.11 * z0).tanh() / (a1[4 % a1.len()] * a1[4 % a1.len()] + 0.8))
            .signum();
        let flag3 = !(a1[4 % a1.len()] > 0.35);
        let y4: f64 = if matches!(2, 1..= 3) {
            x2
        } else {
            let z0 = (z0 * z0 + 0.5).cbrt();
            -(-x2)
        };
        z0.copysign(a1[a1.len() - 2]) + a1[1 % a1.len()] - x2
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

mod seed_1000604 {
    use super::{flat, Case};
    pub(crate) const CASE: Case = Case {
        name: "seed_1000604",
        point: &[
            -1.019,
            -0.909,
            0.252,
            -1.383,
            1.131,
            1.586,
            -1.279,
            0.34,
            1.204,
            -0.299,
        ],
        value,
        backward,
        vjp,
        grad: None,
    };
    #[autograd::differentiable]
    fn f(z0: &mut f64, c1: &[f64; 3], mut c2: [f64; 2], v3: &Vec<f64>) -> f64 {
        let mut w1: f64 = f64::tanh(f64::tan(c1[1].abs().sin()));
        while w1 < 1.3 {
            w1 += 0.4 + 0.1 * 1.39 * 1.39;
            let mut x2: f64 = 0.85;
            *z0 /= x2 * x2 + 1.0;
            c2[0] = if c1[2] / (1.8 + w1.sin()) / 2.0 > w1 {
                (*z0).atan() / ((*z0) * (*z0) + 0.8)
            } else {
                (v3[4 % v3.len()] / 2.9).sin() / 1.3
            };
        }
        c2[1] += (v3[0] + c1[2] + (c1[1] * c1[1] + 0.5).log10()) / 3.0;
        'l3: for i4 in (0..5).step_by(2) {
            if (i4 + 1) % 2 == 0 {
                break;
            }
        }
        let mut k5: usize = 0;
        let mut w6: f64 = f64::tanh((0.50 * (w1 + c2[k5 % 2])).mul_add(w1, c1[1]));
        while w6 < 1.3 {
            w6 += 0.4 + 0.1 * c1[k5 % 3] * c1[k5 % 3];
            let mut n7: usize = 0;
            loop {
                if n7 == 1 {
                    break;
                }
                n7 += 1;
                let mut y8: f64 = if (c1[n7] * c1[n7] + 0.6).log2() / 2.0 < w1 {
                    'l9: for i10 in (1..6).step_by(2).rev() {
                        let x11 = (0.30 * c1[n7]).asin().sin().trunc();
                    }
                    *z0 += *z0 / 5.0;
                    0.50 * (c1[n7] - *z0)
                } else {
                    if c2[n7] <= n7 as f64 {
                        c2[n7]
                            += 0.24
                                * ((v3[n7.min(7) % v3.len()]
                                    / (v3[1 % v3.len()] * v3[1 % v3.len()] + 0.8)
                                    - w6.atan2(v3[0 % v3.len()])) / 3.0);
                    }
                    (v3[5 % v3.len()] - w1 + (*z0 - 0.91)).tanh()
                };
            }
        }
        c1[(k5 * 3 + 2) % 3].atan() + *z0 + v3[v3.len() - 1] - w1 + w6
    }
    fn value(x: &[f64]) -> Vec<f64> {
        let mut p0 = x[0];
        let p1 = [x[1], x[2], x[3]];
        let p2 = [x[4], x[5]];
        let p3 = x[6..10].to_vec();
        let y = f(&mut p0, &p1, p2, &p3);
        [flat(&y), flat(&p0)].concat()
    }
    fn backward(x: &[f64], w: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let mut p0 = x[0];
        let p1 = [x[1], x[2], x[3]];
        let p2 = [x[4], x[5]];
        let p3 = x[6..10].to_vec();
        let mut d0 = w[1];
        let mut d1 = [0.0; 3];
        let mut d3 = vec![0.0; 4];
        let (y, g2) = f_backward(&mut p0, &mut d0, &p1, &mut d1, p2, &p3, &mut d3, w[0]);
        (
            [flat(&y), flat(&p0)].concat(),
            [flat(&d0), flat(&d1), flat(&g2), flat(&d3)].concat(),
        )
    }
    fn vjp(x: &[f64], w: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let mut p0 = x[0];
        let p1 = [x[1], x[2], x[3]];
        let p2 = [x[4], x[5]];
        let p3 = x[6..10].to_vec();
        let mut d0 = w[1];
        let mut d1 = [0.0; 3];
        let mut d3 = vec![0.0; 4];
        let (y, pullback) = f_vjp(&mut p0, &p1, p2, &p3);
        let outputs = [flat(&y), flat(&p0)].concat();
        let g2 = pullback(&mut p0, &mut d0, &p1, &mut d1, &p3, &mut d3, w[0]);
        assert_eq!(flat(& p0), x[0..1]);
        (outputs, [flat(&d0), flat(&d1), flat(&g2), flat(&d3)].concat())
    }
}

mod seed_1000605 {
    use super::{flat, Case};
    pub(crate) const CASE: Case = Case {
        name: "seed_1000605",
        point: &[-1.374, 0.943, 0.725, -0.963, -0.238, 0.903],
        value,
        backward,
        vjp,
        grad: None,
    };
    #[autograd::differentiable]
    fn g1(z0: f64) -> f64 {
        let y1: f64 = if 4 % 3 == 0 {
            0.46
                * ({
                    let t2 = z0;
                    t2 * (t2 / 2.4 / 2.0)
                })
        } else {
            ((z0 - z0) * (z0 + z0)).tanh()
        };
        'l3: for i4 in (1..6).step_by(2).rev() {
            let y1 = f64::log2(0.27 * 0.27 + 0.6) / 2.0;
            let x5 = (y1 / 2.9 - (z0 + z0)).sin();
        }
        let mut a6: [f64; 4] = [0.0; 4];
        (y1 + z0).tanh()
    }
    #[autograd::differentiable]
    fn f(c0: [f64; 3], mut z1: f64, z2: f64, z3: f64) -> (f64, f64) {
        for i1 in 0..1 {
            z1 = z2;
            let mut n2: usize = 0;
            while n2 < 2 && !((i1 as f64) < -0.37) {
                n2 += 1;
                z1 += g1(f64::ln_1p(1.33 * 1.33 + 0.1)) / 5.0;
                let mut k3: usize = i1.min(2);
                let x5 = (((i1 as f64) * (i1 as f64) + 1.3).acosh()
                    + ({
                        let t4 = z2 % 1.7;
                        t4 * (0.50 * (t4 + c0[i1]))
                    }))
                    .sin();
            }
            let mut a6: [[f64; 3]; 2] = [[0.0; 3]; 2];
        }
        let mut n8: usize = 0;
        let v10: f64 = 'l7: loop {
            if n8 == 3 {
                break -z2;
            }
            n8 += 1;
            let flag9 = c0[2] >= z1;
        };
        (z1.atan() + c0[n8 % 3] - v10, f64::cbrt(0.22 * 0.22 + 0.5) + z1 - z2)
    }
    fn value(x: &[f64]) -> Vec<f64> {
        let p0 = [x[0], x[1], x[2]];
        let p1 = x[3];
        let p2 = x[4];
        let p3 = x[5];
        let y = f(p0, p1, p2, p3);
        [flat(&y)].concat()
    }
    fn backward(x: &[f64], w: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let p0 = [x[0], x[1], x[2]];
        let p1 = x[3];
        let p2 = x[4];
        let p3 = x[5];
        let (y, (g0, g1, g2, g3)) = f_backward(p0, p1, p2, p3, (w[0], w[1]));
        ([flat(&y)].concat(), [flat(&g0), flat(&g1), flat(&g2), flat(&g3)].concat())
    }
    fn vjp(x: &[f64], w: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let p0 = [x[0], x[1], x[2]];
        let p1 = x[3];
        let p2 = x[4];
        let p3 = x[5];
        let (y, pullback) = f_vjp(p0, p1, p2, p3);
        let outputs = [flat(&y)].concat();
        let (g0, g1, g2, g3) = pullback((w[0], w[1]));
        (outputs, [flat(&g0), flat(&g1), flat(&g2), flat(&g3)].concat())
    }
}

mod seed_1000606 {
    use super::{flat, Case};
    pub(crate) const CASE: Case = Case {
        name: "seed_1000606",
        point: &[0.823],
        value,
        backward,
        vjp,
        grad: Some(grad),
    };
    #[autograd::differentiable]
    fn g1(v0: Vec<f64>, mut v1: Vec<f64>) -> f64 {
        match 4 {
            k if k % 2 == 1 => {
                let y2: f64 = if (v0[0] + v1[0]).sin() < v1[1 % v1.len()] {
                    (1.90 - v1[0] * v1[5 % v1.len()]) / 4.0
                } else {
                    let (s3, c4) = (0.17
                        * ((v0[1] * v0[1] + 0.4).sqrt() * (v0[4 % v0.len()] / 2.6)))
                        .sin_cos();
                    let mut x5 = ((v0[v0.len() - 1] * v0[v0.len() - 1] + 0.5).ln()
                        + v0[0 % v0.len()].rem_euclid(1.3) / (1.8 + v0[1].sin())) / 2.0;
                    0.25 * ((s3 - c4) / 2.0).mul_add(c4, v0[6 % v0.len()])
                };
                let mut t6: (f64, f64) = (
                    y2,
                    (v1[2 % v1.len()] * v1[2 % v1.len()] + 0.4).sqrt().sin(),
                );
            }
            _ => {
                let x7 = v1[5 % v1.len()];
            }
        }
        (v0[0] + v1[1]) / 2.0
    }
    #[autograd::differentiable(recursive)]
    fn g2(x: f64, n: usize) -> f64 {
        if n == 0 {
            return (0.15 * (x - x)).atanh();
        }
        let flag1 = 1.43 > -0.60 && (n as f64) > 0.74;
        if matches!(5, ..2) {
            let x2 = n as f64;
        } else {
            let mut x3 = (1.19 / 2.0 + x).sin();
        }
        let deeper: f64 = g2(-x * (x * x + 0.5).log10() / 2.0, n - 1);
        0.5 * deeper + 0.70 / (1.8 + deeper.sin())
    }
    #[autograd::differentiable]
    fn f(z0: f64) -> f64 {
        let x2 = (0.33 * ((z0 + z0) * z0.abs())
            * (({
                let t1 = z0;
                t1 * z0
            }) - (if z0 < -0.34 || z0 < -0.08 { z0 } else { z0 }))
                .sin())
            .sin();
        for i3 in (0..4).rev() {
            let mut x4 = (match 2 {
                0 | 3 => -(i3 as f64),
                _ => z0.tanh().sinh(),
            })
                .tanh()
                .powi(i3 as i32) / 3.0;
        }
        let r5: f64 = g1(
            vec![
                if z0 > - 0.49 && x2 > - 0.14 { x2 } else { z0 }, x2.sin().exp2().sin(),
                (x2 - x2) / 2.0
            ],
            vec![x2 * z0 / 3.0, x2.copysign(1.46), (x2 + x2).tanh()],
        );
        let (s6, c7) = (x2 * z0 + (z0 - z0)).sin().sin_cos();
        let mut s6 = -(1.84 - s6 - c7) / 3.0;
        if 2 % 3 >= 0 {
            s6 = 0.23 * (f64::cos(0.26) - x2 * z0 - (r5 * r5 + 1.3).acosh());
            let x8 = (z0 * r5 + (x2 * x2 + 0.5).cbrt()) / 2.0 * (x2 - s6).atan() / 4.0;
        }
        if x2 < -0.78 && z0 > 0.44 {
            let mut a9: [f64; 4] = [
                c7.powi(2) / 3.0,
                ({
                    let t10 = z0;
                    t10 * r5
                })
                    .sin(),
                (s6 * s6 + 0.5).cbrt(),
                (x2 * c7).tanh(),
            ];
        } else {
            let m11: f64 = match 1 {
                4.. => {
                    let mut n13: usize = 0;
                    'l12: while n13 < 2 {
                        n13 += 1;
                        if 0.50 * (r5 * n13 as f64) < c7 {
                            assert!(r5 < 1.0e6);
                        } else {
                            s6 /= x2 * x2 + 1.0;
                        }
                    }
                    -r5 / 1.6 / 2.0
                }
                _ => r5,
            };
        }
        0.50 * (r5 - z0) + z0 - r5 + c7 - s6
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

mod seed_1000607 {
    use super::{flat, Case};
    pub(crate) const CASE: Case = Case {
        name: "seed_1000607",
        point: &[1.386, 1.189, -0.889, -0.439, -0.385],
        value,
        backward,
        vjp,
        grad: Some(grad),
    };
    #[autograd::differentiable]
    fn g1(d0: &mut [f64], z1: f64) {
        if !(d0[0] < -0.28) {
            d0[1] *= 0.33 * (d0[2 % d0.len()] * d0[2 % d0.len()] + 0.5).ln();
            assert!(z1 < 1.0e6);
        } else {
            let x1 = d0[d0.len() - 1].powi(3).sin().powi(3) / 2.4;
            let mut n2: usize = 0;
            while n2 < 2 {
                n2 += 1;
                let x3 = 0.13
                    * (-x1 + x1.mul_add(0.79, x1)
                        - (d0[0].round_ties_even()
                            + (if x1 < 0.11 || d0[0] < 0.16 { x1 } else { x1 })));
            }
        }
    }
    #[autograd::differentiable]
    fn g2(v0: &Vec<f64>) -> f64 {
        if v0[0].round_ties_even().tanh() >= v0[2 % v0.len()] {
            let mut a1: [f64; 3] = [(v0[0] * v0[0] + 0.7).recip(); 3];
        } else if 1 % 3 == 1 {
            let mut x2 = -((v0[1 % v0.len()] + v0[0]) * -1.39) / 3.0;
            'l3: for i4 in (1..6).step_by(2).rev() {
                x2 /= x2 * x2 + 1.0;
            }
        }
        v0[0 % v0.len()] - v0[0 % v0.len()]
    }
    #[autograd::differentiable]
    fn f(v0: &Vec<f64>) -> f64 {
        let mut y1: f64 = if (v0[1] - v0[0]).sin() <= v0[0] {
            (v0[3 % v0.len()].sin().exp2()
                * g2(
                    &vec![
                        (v0[0] * v0[0] + 0.1).ln_1p(), (v0[5 % v0.len()] * v0[0]).sin(),
                        v0[1].atan()
                    ],
                ))
                .sin()
        } else {
            let mut x2 = f64::cbrt(v0[1] * v0[1] + 0.5);
            x2 = (g2(
                    &vec![
                        (v0[7 % v0.len()] / 2.0).exp2().sin(), x2.tanh().exp().tanh(), -
                        v0[0]
                    ],
                )
                .fract() + (x2 - v0[1 % v0.len()]).tanh().min(v0[6 % v0.len()])) / 2.0;
            g2(&vec![f64::tan(0.85 * 1.40), v0[3 % v0.len()].trunc(), - v0[1]])
        };
        if !(v0[v0.len() - 2] < 0.05) {
            let a3: Vec<f64> = v0.to_vec();
            let y4: f64 = if (a3[1 % a3.len()] * a3[a3.len() - 2]).tanh() > 0.88 {
                0.75 * ((y1 * v0[3 % v0.len()]).tanh() * a3[0 % a3.len()].floor())
            } else {
                y1 += (-v0[0] - (a3[1 % a3.len()] + 0.64)).sin();
                0.50 * ((y1 * y1 + 0.1).ln_1p() - y1)
            };
        } else {
            y1 += (0.30 * y1).asin() / (1.8 + y1.sin());
        }
        v0[0] + y1
    }
    fn value(x: &[f64]) -> Vec<f64> {
        let p0 = x[0..5].to_vec();
        let y = f(&p0);
        [flat(&y)].concat()
    }
    fn backward(x: &[f64], w: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let p0 = x[0..5].to_vec();
        let mut d0 = vec![0.0; 5];
        let y = f_backward(&p0, &mut d0, w[0]);
        ([flat(&y)].concat(), [flat(&d0)].concat())
    }
    fn vjp(x: &[f64], w: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let p0 = x[0..5].to_vec();
        let mut d0 = vec![0.0; 5];
        let (y, pullback) = f_vjp(&p0);
        let outputs = [flat(&y)].concat();
        let () = pullback(&p0, &mut d0, w[0]);
        (outputs, [flat(&d0)].concat())
    }
    fn grad(x: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let p0 = x[0..5].to_vec();
        let d0 = f_grad(&p0);
        let alone = [flat(&d0)].concat();
        let (y, d0) = f_value_and_grad(&p0);
        assert_eq!(alone, [flat(& d0)].concat());
        (flat(&y), [flat(&d0)].concat())
    }
}

mod seed_1000608 {
    use super::{flat, Case};
    pub(crate) const CASE: Case = Case {
        name: "seed_1000608",
        point: &[
            0.416,
            -0.876,
            -0.392,
            0.651,
            -0.47,
            0.496,
            -1.425,
            1.544,
            -0.67,
            -0.559,
        ],
        value,
        backward,
        vjp,
        grad: None,
    };
    #[autograd::differentiable]
    fn g1(mut z0: f64, z1: f64, mut m2: [[f64; 3]; 2]) -> [f64; 3] {
        let mut x1 = (z1 * z1 + 0.5).ln();
        x1 = 0.5 * x1 + (z0 - x1).sin();
        m2[0][0] = (match 4 {
            k if k > 2 => x1.min(x1),
            _ => (m2[0][1] + z0).sin(),
        }) * (if matches!(2, 1..= 3) { z1.max(z1) } else { f64::powi(0.53, 3) }) / 3.0;
        if 4 % 3 >= 1 {
            'l2: for i3 in 0..4 {
                x1 /= 0.63 * 0.63 + 1.0;
            }
        }
        [
            -z1 + z1 + m2[0][1] - x1,
            z1 - x1,
            (m2[0][0] * m2[0][0] + 0.4).powf(m2[1][0] / 3.0).tanh() - z0 - m2[0][1],
        ]
    }
    #[autograd::differentiable]
    fn f(d0: &[f64], c1: [f64; 2], c2: &mut [f64; 3]) -> (f64, f64) {
        let mut n1: usize = 0;
        let v3: f64 = loop {
            if n1 == 4 {
                break 0.33 * (c2[0] * c1[1]);
            }
            n1 += 1;
            let mut x2 = (c1[(c1[n1 % 2].abs() * 3.0) as usize % 2]
                * c1[(c1[n1 % 2].abs() * 3.0) as usize % 2] + 0.7)
                .recip();
        };
        let m4: f64 = match n1 % 5 {
            k if k % 2 == 1 => {
                for i5 in 1..d0.len() {
                    let k6: usize = i5.min(2);
                    for i7 in 1..d0.len() {
                        if (c2[k6] * c2[k6] + 0.5).ln() > c1[1] {
                            let (mut p8, q9): (f64, f64) = (v3, v3);
                            break;
                        }
                        let v3 = 0.75
                            * (f64::tanh(d0[i7] / 2.1)
                                + (c1[0] / ((n1 as f64) * (n1 as f64) + 0.8))
                                    .tanh()
                                    .max(c2[(c2[k6].abs() * 3.0) as usize % 3]));
                        let mut t10: (f64, f64) = (
                            ((v3 - c1[0]) * (1.46 / (0.68 * 0.68 + 0.8))).sin(),
                            c1[1],
                        );
                    }
                }
                let mut a11: [f64; 4] = [
                    f64::exp(0.37 * n1 as f64) / 2.0,
                    d0[0].rem_euclid(1.3),
                    c1[0].tanh().sinh(),
                    d0[5 % d0.len()],
                ];
                d0[(n1 + 3) % d0.len()]
            }
            _ => {
                if n1.min(5) % 2 != 1 {
                    let mut x12 = (v3 / 1.4 / 2.0 / 2.0).powi(n1.min(3) as i32).tanh()
                        * (n1 as f64).sin().clamp(-1.25, 1.5);
                    x12 *= (x12 - x12 - 1.23 / (v3 * v3 + 0.8)).sin();
                    let a13: [f64; 3] = [
                        0.70 * (c1[0] / (1.8 + v3.sin())),
                        x12,
                        (d0[d0.len() - 2] * d0[1]).sin(),
                    ];
                }
                let x14 = v3;
                c2[2]
            }
        };
        (
            f64::atanh(1.06 / 2.0) - c1[n1 % 2] - c2[n1 % 3],
            (d0[d0.len() - 1] / 2.0).sinh() - c2[2] - v3 - m4,
        )
    }
    fn value(x: &[f64]) -> Vec<f64> {
        let p0 = x[0..5].to_vec();
        let p1 = [x[5], x[6]];
        let mut p2 = [x[7], x[8], x[9]];
        let y = f(&p0, p1, &mut p2);
        [flat(&y), flat(&p2)].concat()
    }
    fn backward(x: &[f64], w: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let p0 = x[0..5].to_vec();
        let p1 = [x[5], x[6]];
        let mut p2 = [x[7], x[8], x[9]];
        let mut d0 = vec![0.0; 5];
        let mut d2 = [w[2], w[3], w[4]];
        let (y, g1) = f_backward(&p0, &mut d0, p1, &mut p2, &mut d2, (w[0], w[1]));
        ([flat(&y), flat(&p2)].concat(), [flat(&d0), flat(&g1), flat(&d2)].concat())
    }
    fn vjp(x: &[f64], w: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let p0 = x[0..5].to_vec();
        let p1 = [x[5], x[6]];
        let mut p2 = [x[7], x[8], x[9]];
        let mut d0 = vec![0.0; 5];
        let mut d2 = [w[2], w[3], w[4]];
        let (y, pullback) = f_vjp(&p0, p1, &mut p2);
        let outputs = [flat(&y), flat(&p2)].concat();
        let g1 = pullback(&p0, &mut d0, &mut p2, &mut d2, (w[0], w[1]));
        assert_eq!(flat(& p2), x[7..10]);
        (outputs, [flat(&d0), flat(&g1), flat(&d2)].concat())
    }
}

mod seed_1000609 {
    use super::{flat, Case};
    pub(crate) const CASE: Case = Case {
        name: "seed_1000609",
        point: &[1.279, 0.963, -0.307, 0.697, -0.599, 0.653, 0.926, -0.973],
        value,
        backward,
        vjp,
        grad: None,
    };
    #[autograd::differentiable]
    fn g1(z0: &f64, z1: f64, z2: &f64, m3: [[f64; 3]; 2]) -> (f64, f64) {
        let x1 = (if *z0 > 0.99 || m3[0][2] < -0.72 {
            0.66 * (*z0 / 2.0).exp()
        } else {
            m3[0][1]
        })
            .sin();
        let mut a2: Vec<f64> = vec![if 5 % 2 < 1 { 1.52 } else { m3[1] [0] }; 0 + 2];
        if *z0 < 0.77 || x1 > 0.30 {
            let mut x3 = 0.75 * x1.ceil();
            a2[0] = 0.5 * a2[0] + -m3[1][2] / 2.0;
        }
        (
            f64::asinh(2.00).sin() + *z0 + z1 - *z2,
            (*z0).ceil() / 2.0 - z1 - m3[1][2] - x1 - a2[1],
        )
    }
    #[autograd::differentiable]
    fn f(d0: &mut [f64], mut z1: f64, d2: &mut [f64]) -> f64 {
        if 0.95 > -0.08 && d0[4 % d0.len()] < 0.29 {
            let x1 = ((d2[7 % d2.len()] * d2[7 % d2.len()] + 1.2).log(2.5)
                - (-d0[1 % d0.len()] + d2[0] * z1)) / 5.0;
            let k2: usize = 0;
        } else {
            d2[4 % d2.len()] -= (d0[1] / 2.9 - (d2[5 % d2.len()] + z1)).sin();
        }
        z1
            += (d0[3 % d0.len()] + d2[0 % d2.len()] - d0[5 % d0.len()].clamp(-1.25, 1.5))
                / 3.0;
        let flag3 = 0.44 / 1.4 <= d0[7 % d0.len()];
        d2[0] /= d2[1] * d2[1] + 1.0;
        z1 -= ((d2[1] / 3.0).tan() + z1 / (d0[0] * d0[0] + 0.8)) / 3.0;
        d0[4 % d0.len()] = 0.46
            * ((d0[3 % d0.len()] * d0[4 % d0.len()]).tanh().exp_m1() + z1);
        let x4 = (d2[1] * d2[1] + 1.3).acosh().tanh().exp2().tanh();
        let flag5 = 0.15 / (1.8 + x4.sin()) <= z1;
        let mut n6: usize = 0;
        loop {
            if n6 == 4 {
                break;
            }
            n6 += 1;
            z1 += (x4 + d0[d0.len() - 1] - x4.trunc()).tanh() / 2.0;
        }
        (x4 - z1).tanh() - d0[n6.min(7) % d0.len()] + z1 + x4
    }
    fn value(x: &[f64]) -> Vec<f64> {
        let mut p0 = x[0..2].to_vec();
        let p1 = x[2];
        let mut p2 = x[3..8].to_vec();
        let y = f(&mut p0, p1, &mut p2);
        [flat(&y), flat(&p0), flat(&p2)].concat()
    }
    fn backward(x: &[f64], w: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let mut p0 = x[0..2].to_vec();
        let p1 = x[2];
        let mut p2 = x[3..8].to_vec();
        let mut d0 = w[1..3].to_vec();
        let mut d2 = w[3..8].to_vec();
        let (y, g1) = f_backward(&mut p0, &mut d0, p1, &mut p2, &mut d2, w[0]);
        (
            [flat(&y), flat(&p0), flat(&p2)].concat(),
            [flat(&d0), flat(&g1), flat(&d2)].concat(),
        )
    }
    fn vjp(x: &[f64], w: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let mut p0 = x[0..2].to_vec();
        let p1 = x[2];
        let mut p2 = x[3..8].to_vec();
        let mut d0 = w[1..3].to_vec();
        let mut d2 = w[3..8].to_vec();
        let (y, pullback) = f_vjp(&mut p0, p1, &mut p2);
        let outputs = [flat(&y), flat(&p0), flat(&p2)].concat();
        let g1 = pullback(&mut p0, &mut d0, &mut p2, &mut d2, w[0]);
        assert_eq!(flat(& p0), x[0..2]);
        assert_eq!(flat(& p2), x[3..8]);
        (outputs, [flat(&d0), flat(&g1), flat(&d2)].concat())
    }
}

mod seed_1000610 {
    use super::{flat, Case};
    pub(crate) const CASE: Case = Case {
        name: "seed_1000610",
        point: &[
            0.972,
            1.513,
            -1.426,
            0.526,
            1.202,
            1.073,
            -1.345,
            1.523,
            -1.502,
            1.047,
        ],
        value,
        backward,
        vjp,
        grad: None,
    };
    #[autograd::differentiable]
    fn f(d0: &mut [f64], d1: &[f64], n2: usize, mut z3: f64) -> f64 {
        'l1: for i2 in 1..d1.len() {
            d0[d0.len() - 2] -= 0.20 * d0[n2 % d0.len()];
            let mut x3 = ((-z3).atan2(d1[i2])
                - (d1[d1.len() - 1 - i2] * d1[d1.len() - 1 - i2] + 0.4).sqrt()
                    * d0[5 % d0.len()].rem_euclid(1.3)) / 3.0;
            let k4: usize = (i2 * 5 + 1) % 5;
            if f64::ln_1p(d1[i2] * d1[i2] + 0.1) <= z3 {
                return (if matches!(k4, 1..= 3) { x3 } else { x3 }).tanh().exp().tanh();
            }
        }
        let mut y5: f64 = if (n2 % 6) % 3 == 2 {
            let x6 = d0[0];
            z3 += z3;
            (d0[0] * d0[0] + 0.5).cbrt()
        } else {
            d0[((n2 * 2 + 1) % 8) % d0.len()].sin().exp().tanh()
        };
        y5 *= (0.85 * f64::log10(1.07 * 1.07 + 0.5).exp_m1()).tanh();
        (match n2 {
            0 | 3 => z3,
            _ => d0[(n2 % 8) % d0.len()],
        }) - d0[n2.min(7) % d0.len()] + d1[d1.len() - 2] - z3 + y5
    }
    fn value(x: &[f64]) -> Vec<f64> {
        let mut p0 = x[0..4].to_vec();
        let p1 = x[4..9].to_vec();
        let p2 = 1_usize;
        let p3 = x[9];
        let y = f(&mut p0, &p1, p2, p3);
        [flat(&y), flat(&p0)].concat()
    }
    fn backward(x: &[f64], w: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let mut p0 = x[0..4].to_vec();
        let p1 = x[4..9].to_vec();
        let p2 = 1_usize;
        let p3 = x[9];
        let mut d0 = w[1..5].to_vec();
        let mut d1 = vec![0.0; 5];
        let (y, g3) = f_backward(&mut p0, &mut d0, &p1, &mut d1, p2, p3, w[0]);
        ([flat(&y), flat(&p0)].concat(), [flat(&d0), flat(&d1), flat(&g3)].concat())
    }
    fn vjp(x: &[f64], w: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let mut p0 = x[0..4].to_vec();
        let p1 = x[4..9].to_vec();
        let p2 = 1_usize;
        let p3 = x[9];
        let mut d0 = w[1..5].to_vec();
        let mut d1 = vec![0.0; 5];
        let (y, pullback) = f_vjp(&mut p0, &p1, p2, p3);
        let outputs = [flat(&y), flat(&p0)].concat();
        let g3 = pullback(&mut p0, &mut d0, &p1, &mut d1, w[0]);
        assert_eq!(flat(& p0), x[0..4]);
        (outputs, [flat(&d0), flat(&d1), flat(&g3)].concat())
    }
}

mod seed_1000611 {
    use super::{flat, Case};
    pub(crate) const CASE: Case = Case {
        name: "seed_1000611",
        point: &[0.936, 1.149],
        value,
        backward,
        vjp,
        grad: None,
    };
    #[autograd::differentiable]
    fn g1(z0: f64) -> f64 {
        let flag1 = 4 % 2 == 0;
        if 5 % 3 == 0 {
            let mut x2 = (z0 * z0 + 1.3).acosh();
        } else {
            let mut n3: usize = 0;
            while n3 < 3 && flag1 {
                n3 += 1;
                let x4 = z0.atan2(z0 * z0 + 0.5) / (z0 * z0 + 0.8)
                    * (-(n3 as f64) + (z0 + z0)).tanh();
            }
        }
        z0.max(z0) - z0
    }
    #[autograd::differentiable]
    fn g2(mut z0: f64, n1: usize, d2: &[f64], n3: usize) -> (f64, f64) {
        if z0 * n3 as f64 / 3.0 >= 1.03 {
            let mut w1: f64 = f64::sin(
                (d2[d2.len() - 1] * d2[d2.len() - 1] + 0.5).log10(),
            );
            while w1 < 1.3 {
                w1 += 0.4 + 0.1 * z0 * z0;
                if !(w1 > 0.68) {
                    let mut a3: [f64; 3] = [
                        (z0 + z0).tanh(),
                        z0,
                        (d2[0] / ((n3 as f64) * (n3 as f64) + 0.8)).tanh(),
                    ];
                    let m4: f64 = match (n1 * 4 + 1) % 5 {
                        2..=3 => {
                            z0
                                += 0.60
                                    * (w1 * d2[1] + n1 as f64 * a3[(n3 * 3 + 1) % 3]).sin();
                            (z0 * z0 + 0.7).recip()
                        }
                        _ => {
                            z0 = (0.35 * ((w1 - a3[2]) / 2.0 / 2.0)).exp_m1().tanh();
                            (0.28 * f64::atan2(n3 as f64, d2[d2.len() - 2])).acos()
                        }
                    };
                } else {
                    z0 = z0.atan();
                }
            }
        }
        (0.11 * (n1 as f64).powi(3) - z0, z0 - z0 - d2[0])
    }
    #[autograd::differentiable]
    fn f(d0: &mut [f64]) {
        if 4 % 3 != 2 {
            let k1: usize = 4;
        } else if (d0[1] - d0[3 % d0.len()]).tanh() <= d0[0 % d0.len()] {
            let mut n2: usize = 0;
            while n2 < 2 {
                n2 += 1;
                let mut x3 = d0[1 % d0.len()];
                if (d0[0] - d0[(n2 % 8) % d0.len()]).sin() > d0[n2.min(7) % d0.len()] {
                    let y4: f64 = if (d0[(n2 + 5) % d0.len()] / 2.6).tanh() > n2 as f64 {
                        x3 = (g1(x3) * g1(x3) + 0.4).powf(x3.tanh()).asinh() / 2.0;
                        g1((x3 + d0[1]) / 2.0)
                    } else {
                        x3 = 0.22
                            * (d0[n2.min(7) % d0.len()]
                                .mul_add(d0[(n2 % 8) % d0.len()], n2 as f64) - x3.atan())
                            / (x3 * x3 + 0.8) / 2.0;
                        (n2 as f64 - x3
                            - (d0[(n2 % 8) % d0.len()] * d0[(n2 % 8) % d0.len()] + 0.5)
                                .ln()) / 3.0
                    };
                } else {
                    x3 *= (x3 * x3 + 0.7).recip().sin();
                }
            }
        }
    }
    fn value(x: &[f64]) -> Vec<f64> {
        let mut p0 = x[0..2].to_vec();
        f(&mut p0);
        [flat(&p0)].concat()
    }
    fn backward(x: &[f64], w: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let mut p0 = x[0..2].to_vec();
        let mut d0 = w[0..2].to_vec();
        let () = f_backward(&mut p0, &mut d0);
        ([flat(&p0)].concat(), [flat(&d0)].concat())
    }
    fn vjp(x: &[f64], w: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let mut p0 = x[0..2].to_vec();
        let mut d0 = w[0..2].to_vec();
        let pullback = f_vjp(&mut p0);
        let outputs = [flat(&p0)].concat();
        let () = pullback(&mut p0, &mut d0);
        assert_eq!(flat(& p0), x[0..2]);
        (outputs, [flat(&d0)].concat())
    }
}

mod seed_1000612 {
    use super::{flat, Case};
    pub(crate) const CASE: Case = Case {
        name: "seed_1000612",
        point: &[1.045, 0.403, 0.473, 1.304],
        value,
        backward,
        vjp,
        grad: None,
    };
    #[autograd::differentiable]
    fn f((u0, v0): (f64, f64), t1: (f64, f64)) -> (f64, f64) {
        let mut a1: Vec<f64> = vec![v0.sin().exp().tanh(); 2 + 2];
        if (a1[0] - a1[1]).sin() < t1.0 {
            let mut y2: f64 = if (a1[0] / 3.0).tan() > t1.0 {
                (v0 / 2.0).exp2().tanh().tan()
            } else {
                (u0 * u0 + 1.3).acosh()
            };
            for i3 in 0..1 {
                y2 = 0.5 * y2 + f64::tanh(t1.0);
                y2 = t1.0;
                if (0.30 * y2).asin() < v0 {
                    'l4: for i5 in (1..6).step_by(2).rev() {
                        y2 /= a1[1] * a1[1] + 1.0;
                        let t6: (f64, f64) = (
                            (u0 * u0 + 0.1).ln_1p(),
                            0.75
                                * (((i5 as f64) * (i5 as f64) + 0.4).sqrt()
                                    + i3 as f64 * t1.0),
                        );
                        let k7: usize = i3;
                    }
                    continue;
                }
                let mut x8 = ((a1[a1.len() - 2] * a1[a1.len() - 2] + 0.5).ln()
                    * (y2 / 2.0).exp())
                    .tanh()
                    .rem_euclid(1.3);
            }
        }
        let m9: f64 = match 3 {
            0 => f64::log(v0 * v0 + 1.2, 2.5),
            2..=3 => (a1[1].min(t1.1) + f64::tanh(1.51)).tanh(),
            _ => -u0.sin(),
        };
        for i10 in (0..=4).rev().step_by(2) {
            if !(v0 > 0.12) {
                let mut x11 = (0.86 * (v0 + 0.48) / 2.3 - t1.0 * t1.0).tanh();
            } else {
                let mut x12 = (u0 * u0 + 0.4).sqrt().sin();
            }
        }
        (
            u0.rem_euclid(1.3) + v0 - t1.0 * t1.1 + a1[3 % a1.len()] - m9,
            -t1.0 - u0 - v0 + t1.0 * t1.1 + a1[1] + m9,
        )
    }
    fn value(x: &[f64]) -> Vec<f64> {
        let p0 = (x[0], x[1]);
        let p1 = (x[2], x[3]);
        let y = f(p0, p1);
        [flat(&y)].concat()
    }
    fn backward(x: &[f64], w: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let p0 = (x[0], x[1]);
        let p1 = (x[2], x[3]);
        let (y, (g0, g1)) = f_backward(p0, p1, (w[0], w[1]));
        ([flat(&y)].concat(), [flat(&g0), flat(&g1)].concat())
    }
    fn vjp(x: &[f64], w: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let p0 = (x[0], x[1]);
        let p1 = (x[2], x[3]);
        let (y, pullback) = f_vjp(p0, p1);
        let outputs = [flat(&y)].concat();
        let (g0, g1) = pullback((w[0], w[1]));
        (outputs, [flat(&g0), flat(&g1)].concat())
    }
}

mod seed_1000613 {
    use super::{flat, Case};
    pub(crate) const CASE: Case = Case {
        name: "seed_1000613",
        point: &[-0.664, 0.621, -1.164, 0.805, -1.514, 1.205],
        value,
        backward,
        vjp,
        grad: Some(grad),
    };
    #[autograd::differentiable]
    fn f(t0: (f64, f64), c1: &[f64; 2], mut z2: f64, z3: f64) -> f64 {
        if 0 % 2 >= 0 {
            return (c1[1] / 2.0).sinh().atan();
        }
        if 0.50 * (t0.0 - z2) >= z3 {
            if 0.50 * (c1[0] + t0.0) > t0.0 {
                for i1 in 0..3 {
                    if (t0.1 + i1 as f64).tanh() < z2 {
                        if 0.70 * (c1[0] / (1.8 + f64::sin(t0.0))) >= z3 {
                            continue;
                        }
                        let mut a2: Vec<f64> = c1.to_vec();
                    }
                }
            }
        }
        (if z3 > -0.60 || c1[0] > -0.60 { c1[1] } else { c1[1] }) - t0.0 * t0.1
            - c1[(c1[0].abs() * 3.0) as usize % 2] - z2 - z3
    }
    fn value(x: &[f64]) -> Vec<f64> {
        let p0 = (x[0], x[1]);
        let p1 = [x[2], x[3]];
        let p2 = x[4];
        let p3 = x[5];
        let y = f(p0, &p1, p2, p3);
        [flat(&y)].concat()
    }
    fn backward(x: &[f64], w: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let p0 = (x[0], x[1]);
        let p1 = [x[2], x[3]];
        let p2 = x[4];
        let p3 = x[5];
        let mut d1 = [0.0; 2];
        let (y, (g0, g2, g3)) = f_backward(p0, &p1, &mut d1, p2, p3, w[0]);
        ([flat(&y)].concat(), [flat(&g0), flat(&d1), flat(&g2), flat(&g3)].concat())
    }
    fn vjp(x: &[f64], w: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let p0 = (x[0], x[1]);
        let p1 = [x[2], x[3]];
        let p2 = x[4];
        let p3 = x[5];
        let mut d1 = [0.0; 2];
        let (y, pullback) = f_vjp(p0, &p1, p2, p3);
        let outputs = [flat(&y)].concat();
        let (g0, g2, g3) = pullback(&p1, &mut d1, w[0]);
        (outputs, [flat(&g0), flat(&d1), flat(&g2), flat(&g3)].concat())
    }
    fn grad(x: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let p0 = (x[0], x[1]);
        let p1 = [x[2], x[3]];
        let p2 = x[4];
        let p3 = x[5];
        let (g0, d1, g2, g3) = f_grad(p0, &p1, p2, p3);
        let alone = [flat(&g0), flat(&d1), flat(&g2), flat(&g3)].concat();
        let (y, (g0, d1, g2, g3)) = f_value_and_grad(p0, &p1, p2, p3);
        assert_eq!(alone, [flat(& g0), flat(& d1), flat(& g2), flat(& g3)].concat());
        (flat(&y), [flat(&g0), flat(&d1), flat(&g2), flat(&g3)].concat())
    }
}

mod seed_1000614 {
    use super::{flat, Case};
    pub(crate) const CASE: Case = Case {
        name: "seed_1000614",
        point: &[
            -1.029,
            -1.174,
            1.005,
            0.721,
            1.324,
            1.402,
            1.553,
            -0.606,
            1.327,
            0.895,
            1.325,
            -1.329,
            0.338,
        ],
        value,
        backward,
        vjp,
        grad: Some(grad),
    };
    #[autograd::differentiable]
    fn g1(mut z0: f64, z1: f64, d2: &mut [f64], c3: [f64; 2]) -> [f64; 2] {
        let m1: f64 = match (0, 1) {
            (1, 1) | (2, 0) => {
                z0 /= 1.35 * 1.35 + 1.0;
                let a2: [f64; 2] = c3;
                (c3[0] / (1.8 + f64::sin(a2[1]))).sin() / 2.1
            }
            _ => {
                'l3: for i4 in 0..1 {
                    let mut a5: [f64; 3] = [f64::sin(c3[0] - z1); 3];
                }
                (z1 % 1.7).abs()
            }
        };
        c3
    }
    #[autograd::differentiable]
    fn f(m0: [[f64; 3]; 2], z1: f64, t2: (f64, f64), d3: &[f64]) -> f64 {
        let mut x1 = f64::sin(d3[6 % d3.len()].tanh() + m0[0][0]);
        let mut n2: usize = 0;
        while n2 < 3 && x1.tanh().exp2().tanh() < t2.0 {
            n2 += 1;
            if 0.33 * (m0[0][n2 % 3] * d3[n2.min(7) % d3.len()]) >= z1 {
                continue;
            }
            {
                let row3 = &d3[..2];
                let a4: [f64; 4] = [((n2 as f64) * (n2 as f64) + 1.3).acosh(); 4];
                let mut x5 = ((d3[0] * d3[0] + 0.7).recip()
                    - (0.33 * (m0[0][1] * d3[(n2 + 4) % d3.len()])).ceil())
                    .tanh();
                let mut x6 = row3[0];
            }
            if m0[n2.min(1)][(f64::abs(1.73) * 3.0) as usize % 3] >= t2.1 {
                for i7 in 0..d3.len() {
                    for i8 in 1..d3.len() {
                        if z1.copysign(x1) < x1 {
                            if (t2.1 + i8 as f64).tanh() <= 1.87 {
                                return (-(m0[i8 % 2][0] + z1)).tanh();
                            }
                            break;
                        }
                        let a11: [f64; 3] = [0.0; 3];
                        let a12: [f64; 4] = [0.0; 4];
                        let k13: usize = (i8 * 5 + 1) % 3;
                    }
                    x1 = 0.5 * x1 + (0.66 * d3[d3.len() - 1 - i7]).powi(2 as i32).tanh();
                    let a14: Vec<f64> = vec![
                        z1, z1.max(i7 as f64), (d3[(i7 % 8) % d3.len()] - m0[0] [n2
                        .min(2)]) / 2.0
                    ];
                }
            } else if n2.min(5) % 2 == 1 {
                x1 /= d3[1] * d3[1] + 1.0;
            } else {
                x1 /= d3[1] * d3[1] + 1.0;
            }
        }
        -t2.1 - z1 + t2.0 * t2.1 + d3[(n2 % 8) % d3.len()]
    }
    fn value(x: &[f64]) -> Vec<f64> {
        let p0 = [[x[0], x[1], x[2]], [x[3], x[4], x[5]]];
        let p1 = x[6];
        let p2 = (x[7], x[8]);
        let p3 = x[9..13].to_vec();
        let y = f(p0, p1, p2, &p3);
        [flat(&y)].concat()
    }
    fn backward(x: &[f64], w: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let p0 = [[x[0], x[1], x[2]], [x[3], x[4], x[5]]];
        let p1 = x[6];
        let p2 = (x[7], x[8]);
        let p3 = x[9..13].to_vec();
        let mut d3 = vec![0.0; 4];
        let (y, (g0, g1, g2)) = f_backward(p0, p1, p2, &p3, &mut d3, w[0]);
        ([flat(&y)].concat(), [flat(&g0), flat(&g1), flat(&g2), flat(&d3)].concat())
    }
    fn vjp(x: &[f64], w: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let p0 = [[x[0], x[1], x[2]], [x[3], x[4], x[5]]];
        let p1 = x[6];
        let p2 = (x[7], x[8]);
        let p3 = x[9..13].to_vec();
        let mut d3 = vec![0.0; 4];
        let (y, pullback) = f_vjp(p0, p1, p2, &p3);
        let outputs = [flat(&y)].concat();
        let (g0, g1, g2) = pullback(&p3, &mut d3, w[0]);
        (outputs, [flat(&g0), flat(&g1), flat(&g2), flat(&d3)].concat())
    }
    fn grad(x: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let p0 = [[x[0], x[1], x[2]], [x[3], x[4], x[5]]];
        let p1 = x[6];
        let p2 = (x[7], x[8]);
        let p3 = x[9..13].to_vec();
        let (g0, g1, g2, d3) = f_grad(p0, p1, p2, &p3);
        let alone = [flat(&g0), flat(&g1), flat(&g2), flat(&d3)].concat();
        let (y, (g0, g1, g2, d3)) = f_value_and_grad(p0, p1, p2, &p3);
        assert_eq!(alone, [flat(& g0), flat(& g1), flat(& g2), flat(& d3)].concat());
        (flat(&y), [flat(&g0), flat(&g1), flat(&g2), flat(&d3)].concat())
    }
}

mod seed_1000615 {
    use super::{flat, Case};
    pub(crate) const CASE: Case = Case {
        name: "seed_1000615",
        point: &[-0.721],
        value,
        backward,
        vjp,
        grad: Some(grad),
    };
    #[autograd::differentiable]
    fn f(n0: usize, mut z1: f64) -> f64 {
        for i1 in (0..=4).rev().step_by(2) {
            let mut x2 = f64::sinh(1.73 / 2.0);
            x2 = f64::sin(z1 / 2.1 * (z1 + z1)) * (x2.clamp(-1.25, 1.5) + x2) / 2.0;
            let mut a3: Vec<f64> = vec![(i1 as f64).sin(); ((n0 * 4 + 1) % 3) + 2];
            'l4: for i5 in (0..5).step_by(3) {
                let m6: f64 = match n0 % 5 {
                    1 | 3 => {
                        for i7 in (0..5).step_by(3) {
                            if x2 < 0.21 {
                                if (n0 as f64).copysign(i5 as f64) <= x2 {
                                    return (-(x2 + a3[a3.len() - 2])).tanh();
                                }
                                break 'l4;
                            }
                            assert!((i5 as f64) < 1.0e6);
                        }
                        if (z1 - z1).sin() < z1 {
                            continue 'l4;
                        }
                        match i5.min(4) {
                            0 | 3 => (z1 * z1 + 0.4).sqrt() / 2.0,
                            _ => x2.fract(),
                        }
                    }
                    4.. => z1,
                    _ => {
                        z1 = 0.17
                            * ((z1 / 4.0).acos().copysign(x2)
                                * (x2 + z1.max(i5 as f64)));
                        if i5 % 2 < 2 {
                            let k8: usize = i1.min(3);
                            break;
                        }
                        (x2 * a3[0]).tanh().rem_euclid(1.3)
                    }
                };
            }
        }
        z1 + z1
    }
    fn value(x: &[f64]) -> Vec<f64> {
        let p0 = 0_usize;
        let p1 = x[0];
        let y = f(p0, p1);
        [flat(&y)].concat()
    }
    fn backward(x: &[f64], w: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let p0 = 0_usize;
        let p1 = x[0];
        let (y, g1) = f_backward(p0, p1, w[0]);
        ([flat(&y)].concat(), [flat(&g1)].concat())
    }
    fn vjp(x: &[f64], w: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let p0 = 0_usize;
        let p1 = x[0];
        let (y, pullback) = f_vjp(p0, p1);
        let outputs = [flat(&y)].concat();
        let g1 = pullback(w[0]);
        (outputs, [flat(&g1)].concat())
    }
    fn grad(x: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let p0 = 0_usize;
        let p1 = x[0];
        let g1 = f_grad(p0, p1);
        let alone = [flat(&g1)].concat();
        let (y, g1) = f_value_and_grad(p0, p1);
        assert_eq!(alone, [flat(& g1)].concat());
        (flat(&y), [flat(&g1)].concat())
    }
}

mod seed_1000616 {
    use super::{flat, Case};
    pub(crate) const CASE: Case = Case {
        name: "seed_1000616",
        point: &[-0.543, -1.201, 0.771, 1.212],
        value,
        backward,
        vjp,
        grad: Some(grad),
    };
    #[autograd::differentiable]
    fn g1(d0: &[f64], n1: usize, d2: &[f64], d3: &[f64]) -> f64 {
        for i1 in 1..d2.len() {
            let mut a2: [[f64; 2]; 3] = [[0.0; 2]; 3];
            let mut x3 = d3[1];
        }
        if d0[1] > -0.12 || d2[n1 % d2.len()] > -0.10 {
            return 0.29
                * (d3[0] - d3[0]
                    - d3[((n1 * 3 + 1) % 8) % d3.len()] / (1.8 + f64::sin(1.89)));
        }
        let mut a4: Vec<f64> = vec![
            (0.50 * d2[n1 % d2.len()]).sinh(), (d3[0] - d0[n1 % d0.len()]).tanh(), d2[(n1
            % 8) % d2.len()]
        ];
        f64::min(d2[0], d0[1]) - d0[(n1 % 8) % d0.len()] - d2[1]
    }
    #[autograd::differentiable(recursive)]
    fn g2(x: f64, n: usize) -> f64 {
        if n == 0 {
            return (1.36 / (1.8 + x.sin())).atan2(x * x + 0.5);
        }
        let mut n2: usize = 0;
        let v5: f64 = 'l1: loop {
            if n2 == 4 {
                break (n as f64 - x) / 2.0;
            }
            n2 += 1;
            let x3 = ((n2 as f64) * (n2 as f64) + 1.3).acosh();
            let mut a4: Vec<f64> = vec![(x * x + 1.2).log(2.5); 1 + 2];
        };
        let deeper: f64 = g2((-(-(n2 as f64))).tanh(), n - 1);
        0.5 * deeper + (if x < 0.79 || deeper < 0.04 { deeper } else { v5 }).sin()
    }
    #[autograd::differentiable]
    fn f(d0: &[f64], z1: f64) -> f64 {
        let r1: f64 = g1(d0, 2, d0, d0);
        let mut x2 = f64::acosh(1.65 * 1.65 + 1.3);
        let flag3 = r1 < -0.44 && d0[0] > -0.73;
        let m4: f64 = match 4 {
            4.. => {
                if d0[5 % d0.len()] > 0.90 || 0.81 > -0.99 {
                    (x2 / 2.0).powi(2 as i32) / 3.0
                } else {
                    0.37 * r1.tanh().powi(1 as i32)
                }
            }
            _ => {
                let r5: f64 = g2(g1(d0, 1, d0, d0), 3);
                let (s6, c7) = (0.18 * (z1 * (x2 * 1.83))).sin_cos();
                0.70 * ((r5 * r5).sin() * (s6 / (x2 * x2 + 0.8)))
            }
        };
        r1.round() / 2.0 - z1 + r1
    }
    fn value(x: &[f64]) -> Vec<f64> {
        let p0 = x[0..3].to_vec();
        let p1 = x[3];
        let y = f(&p0, p1);
        [flat(&y)].concat()
    }
    fn backward(x: &[f64], w: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let p0 = x[0..3].to_vec();
        let p1 = x[3];
        let mut d0 = vec![0.0; 3];
        let (y, g1) = f_backward(&p0, &mut d0, p1, w[0]);
        ([flat(&y)].concat(), [flat(&d0), flat(&g1)].concat())
    }
    fn vjp(x: &[f64], w: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let p0 = x[0..3].to_vec();
        let p1 = x[3];
        let mut d0 = vec![0.0; 3];
        let (y, pullback) = f_vjp(&p0, p1);
        let outputs = [flat(&y)].concat();
        let g1 = pullback(&p0, &mut d0, w[0]);
        (outputs, [flat(&d0), flat(&g1)].concat())
    }
    fn grad(x: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let p0 = x[0..3].to_vec();
        let p1 = x[3];
        let (d0, g1) = f_grad(&p0, p1);
        let alone = [flat(&d0), flat(&g1)].concat();
        let (y, (d0, g1)) = f_value_and_grad(&p0, p1);
        assert_eq!(alone, [flat(& d0), flat(& g1)].concat());
        (flat(&y), [flat(&d0), flat(&g1)].concat())
    }
}

mod seed_1000617 {
    use super::{flat, Case};
    pub(crate) const CASE: Case = Case {
        name: "seed_1000617",
        point: &[-1.427, 0.944, 0.957, -0.883, 1.419, 0.615, -0.759],
        value,
        backward,
        vjp,
        grad: None,
    };
    #[autograd::differentiable]
    fn g1(d0: &mut [f64]) -> f64 {
        let mut x1 = d0[d0.len() - 2];
        let mut n2: usize = 0;
        while n2 < 2 {
            n2 += 1;
            let y3: f64 = if !(x1 < 0.09) {
                0.85 * (0.50 * d0[n2 % d0.len()]).exp_m1()
            } else {
                for i4 in (0..=4).rev().step_by(2) {
                    for i5 in 0..d0.len() {
                        x1 *= (0.70 * (x1 / (1.8 + d0[i5].sin()))).trunc().sin();
                    }
                }
                x1
            };
        }
        x1 + d0[(n2 + 5) % d0.len()] - x1
    }
    #[autograd::differentiable(recursive)]
    fn g2(x: f64, a: &[f64], n: usize) -> f64 {
        if n == 0 {
            return (a[0] * x).tanh();
        }
        let mut x1 = (x * x + 0.4).sqrt().tanh()
            / (a[(n % 8) % a.len()] * a[(n % 8) % a.len()] + 0.8);
        let deeper: f64 = g2(0.33 * a[1].powi(2), a, n - 1);
        0.5 * deeper + x / 1.4 / 2.0 / 2.0
    }
    #[autograd::differentiable]
    fn f(mut z0: f64, d1: &mut [f64], t2: (f64, f64), c3: &[f64; 2]) {
        z0 /= d1[6 % d1.len()] * d1[6 % d1.len()] + 1.0;
        for i1 in (0..d1.len()).rev() {
            let (s2, c3) = ((-1.37) * 1.0_f64).sin_cos();
            let mut a4: Vec<f64> = vec![
                (i1 as f64).sin().exp2().sin(), g2(c3, d1, (i1 * 4 + 2) % 4)
            ];
            let x5 = ((a4[(i1 % 8) % a4.len()] * a4[(i1 % 8) % a4.len()] + 0.1).ln_1p()
                + d1[d1.len() - 1 - i1].tanh())
                .tanh()
                .powi(((i1 * 2 + 1) % 4) as i32)
                .tanh();
            let mut w7: f64 = ((a4[0] / 2.2).sin() / 2.8).tanh();
            'l6: while w7 < 1.3 {
                w7 += 0.4 + 0.1 * a4[(i1 % 8) % a4.len()] * a4[(i1 % 8) % a4.len()];
                let k8: usize = i1 % 2;
                a4[0] = 0.5 * a4[0] + 0.50 * ((t2.0 + d1[i1]) / 2.0);
            }
        }
        z0 += 0.20 * (d1[1 % d1.len()] * d1[2 % d1.len()] - (d1[1] + d1[6 % d1.len()]));
        let m9: f64 = match (0, 0) {
            (0, _) => {
                let mut x10 = (z0 * z0 + 1.2).log(2.5);
                0.16
                    * ((c3[(t2.1.abs() * 3.0) as usize % 2]
                        * c3[(t2.1.abs() * 3.0) as usize % 2] + 1.3)
                        .acosh() * (c3[1] + z0))
            }
            _ => {
                z0 = (0.68 * f64::sinh((z0 / 1.7).sin())).cosh();
                g2((0.35 - d1[6 % d1.len()]).tanh(), d1, 3)
            }
        };
    }
    fn value(x: &[f64]) -> Vec<f64> {
        let p0 = x[0];
        let mut p1 = x[1..3].to_vec();
        let p2 = (x[3], x[4]);
        let p3 = [x[5], x[6]];
        f(p0, &mut p1, p2, &p3);
        [flat(&p1)].concat()
    }
    fn backward(x: &[f64], w: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let p0 = x[0];
        let mut p1 = x[1..3].to_vec();
        let p2 = (x[3], x[4]);
        let p3 = [x[5], x[6]];
        let mut d1 = w[0..2].to_vec();
        let mut d3 = [0.0; 2];
        let (g0, g2) = f_backward(p0, &mut p1, &mut d1, p2, &p3, &mut d3);
        ([flat(&p1)].concat(), [flat(&g0), flat(&d1), flat(&g2), flat(&d3)].concat())
    }
    fn vjp(x: &[f64], w: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let p0 = x[0];
        let mut p1 = x[1..3].to_vec();
        let p2 = (x[3], x[4]);
        let p3 = [x[5], x[6]];
        let mut d1 = w[0..2].to_vec();
        let mut d3 = [0.0; 2];
        let pullback = f_vjp(p0, &mut p1, p2, &p3);
        let outputs = [flat(&p1)].concat();
        let (g0, g2) = pullback(&mut p1, &mut d1, &p3, &mut d3);
        assert_eq!(flat(& p1), x[1..3]);
        (outputs, [flat(&g0), flat(&d1), flat(&g2), flat(&d3)].concat())
    }
}

mod seed_1000618 {
    use super::{flat, Case};
    pub(crate) const CASE: Case = Case {
        name: "seed_1000618",
        point: &[0.52, 1.492, -0.681, 0.271, 1.294],
        value,
        backward,
        vjp,
        grad: Some(grad),
    };
    #[autograd::differentiable]
    fn f(d0: &[f64]) -> f64 {
        let mut x2 = (({
            let t1 = d0[0];
            t1 * d0[0]
        }) - d0[1].signum())
            .sin();
        let k3: usize = 1;
        let mut x4 = k3 as f64 / 2.0;
        if 0.70 * (d0[(k3 % 8) % d0.len()] / (x4 * x4 + 0.8)) >= k3 as f64 {
            if let 1..=2 = k3 % 4 {
                for i5 in 0..d0.len() {
                    if 0.37 * (i5 as f64 - x4) <= x4 {
                        let mut a6: Vec<f64> = vec![
                            0.60 * - (i5 as f64), (d0[(i5 + 1) % d0.len()] + x2) / 2.0,
                            0.50 * (x2 - x4), - x2
                        ];
                    } else if i5 % 3 >= 2 {
                        x4 /= x2 * x2 + 1.0;
                    }
                }
            } else {
                x4 -= (0.66 * d0[1]).powi(2 as i32).tanh().tan();
            }
        }
        (d0[(k3 % 8) % d0.len()] * x2).tanh() - d0[((k3 * 4 + 3) % 8) % d0.len()] + x4
    }
    fn value(x: &[f64]) -> Vec<f64> {
        let p0 = x[0..5].to_vec();
        let y = f(&p0);
        [flat(&y)].concat()
    }
    fn backward(x: &[f64], w: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let p0 = x[0..5].to_vec();
        let mut d0 = vec![0.0; 5];
        let y = f_backward(&p0, &mut d0, w[0]);
        ([flat(&y)].concat(), [flat(&d0)].concat())
    }
    fn vjp(x: &[f64], w: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let p0 = x[0..5].to_vec();
        let mut d0 = vec![0.0; 5];
        let (y, pullback) = f_vjp(&p0);
        let outputs = [flat(&y)].concat();
        let () = pullback(&p0, &mut d0, w[0]);
        (outputs, [flat(&d0)].concat())
    }
    fn grad(x: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let p0 = x[0..5].to_vec();
        let d0 = f_grad(&p0);
        let alone = [flat(&d0)].concat();
        let (y, d0) = f_value_and_grad(&p0);
        assert_eq!(alone, [flat(& d0)].concat());
        (flat(&y), [flat(&d0)].concat())
    }
}

mod seed_1000619 {
    use super::{flat, Case};
    pub(crate) const CASE: Case = Case {
        name: "seed_1000619",
        point: &[0.414, 0.722, 0.952, -0.62, -1.4, 1.403, 0.618, 0.967],
        value,
        backward,
        vjp,
        grad: Some(grad),
    };
    #[autograd::differentiable]
    fn g1(mut m0: [[f64; 2]; 2], n1: usize, m2: [[f64; 2]; 2], z3: f64) -> f64 {
        let mut n1: usize = 0;
        while n1 < 4 {
            n1 += 1;
            let (s2, c3) = (m2[(f64::abs(1.90) * 3.0) as usize % 2][0] / 1.1
                * m2[(n1 * 4 + 3) % 2][0].cos())
                .tanh()
                .sin_cos();
        }
        {
            let row4 = &m0[(n1 * 3 + 2) % 2];
            let a5: [f64; 3] = [
                0.66 * f64::exp(0.61),
                m2[n1 % 2][0].rem_euclid(1.3),
                m0[1][n1 % 2].copysign(row4[n1.min(1)]),
            ];
            let mut n6: usize = 0;
            while n6 < 1
                && 1.75 / (m2[(n1 * 5 + 1) % 2][1] * m2[(n1 * 5 + 1) % 2][1] + 0.8)
                    <= m0[0][1]
            {
                n6 += 1;
                let a7: Vec<f64> = vec![
                    f64::tanh(m0[1] [n6]).exp2().sin(); ((n1 * 5 + 3) % 3) + 2
                ];
            }
        }
        (m2[0][0] / ((n1 as f64) * (n1 as f64) + 0.8)).sin() - m2[0][1] - z3
    }
    #[autograd::differentiable]
    fn f(d0: &[f64], (u1, v1): (f64, f64), mut c2: [f64; 3]) -> f64 {
        c2[0] += (c2[2] * c2[2] + 0.4).sqrt().tanh().exp_m1().tanh();
        if v1 > -0.70 {
            return (v1 - d0[4 % d0.len()].round_ties_even()).sin();
        }
        let x1 = u1;
        if 0 % 2 == 0 {
            c2[0] = 0.5 * c2[0] + (v1 * v1 + 0.7).recip();
        } else {
            'l2: for i3 in (0..=4).rev().step_by(2) {
                if u1 < -0.95 || v1 > -0.81 {
                    return f64::recip(0.61 * 0.61 + 0.7);
                }
                let k4: usize = i3 % 4;
                if i3 % 2 >= 1 {
                    let y5: f64 = if 0.33 * (v1 * k4 as f64) < x1 {
                        ((if (1.99 - x1) / 2.0 <= u1 { x1 } else { u1 }) * (x1 + 0.11))
                            .sin()
                    } else {
                        let x6 = u1;
                        (v1.tanh().exp() * (u1 - v1)).tanh()
                    };
                    break 'l2;
                }
            }
        }
        v1.tanh() - c2[1] - x1
    }
    fn value(x: &[f64]) -> Vec<f64> {
        let p0 = x[0..3].to_vec();
        let p1 = (x[3], x[4]);
        let p2 = [x[5], x[6], x[7]];
        let y = f(&p0, p1, p2);
        [flat(&y)].concat()
    }
    fn backward(x: &[f64], w: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let p0 = x[0..3].to_vec();
        let p1 = (x[3], x[4]);
        let p2 = [x[5], x[6], x[7]];
        let mut d0 = vec![0.0; 3];
        let (y, (g1, g2)) = f_backward(&p0, &mut d0, p1, p2, w[0]);
        ([flat(&y)].concat(), [flat(&d0), flat(&g1), flat(&g2)].concat())
    }
    fn vjp(x: &[f64], w: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let p0 = x[0..3].to_vec();
        let p1 = (x[3], x[4]);
        let p2 = [x[5], x[6], x[7]];
        let mut d0 = vec![0.0; 3];
        let (y, pullback) = f_vjp(&p0, p1, p2);
        let outputs = [flat(&y)].concat();
        let (g1, g2) = pullback(&p0, &mut d0, w[0]);
        (outputs, [flat(&d0), flat(&g1), flat(&g2)].concat())
    }
    fn grad(x: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let p0 = x[0..3].to_vec();
        let p1 = (x[3], x[4]);
        let p2 = [x[5], x[6], x[7]];
        let (d0, g1, g2) = f_grad(&p0, p1, p2);
        let alone = [flat(&d0), flat(&g1), flat(&g2)].concat();
        let (y, (d0, g1, g2)) = f_value_and_grad(&p0, p1, p2);
        assert_eq!(alone, [flat(& d0), flat(& g1), flat(& g2)].concat());
        (flat(&y), [flat(&d0), flat(&g1), flat(&g2)].concat())
    }
}

mod seed_1000620 {
    use super::{flat, Case};
    pub(crate) const CASE: Case = Case {
        name: "seed_1000620",
        point: &[0.454, 1.208, 1.549, 0.531],
        value,
        backward,
        vjp,
        grad: Some(grad),
    };
    #[autograd::differentiable]
    fn f(t0: (f64, f64), d1: &[f64]) -> f64 {
        let a3: [[f64; 2]; 3] = [
            [(0.40 * t0.0).tan(), t0.1],
            [(d1[3 % d1.len()] / (t0.0 * t0.0 + 0.8)).sin(), f64::tanh(t0.1 * d1[0])],
            [-d1[5 % d1.len()], (d1[1] + t0.0) / 2.0],
        ];
        if 0.62 > t0.1 {
            return -t0.0
                / (a3[1][(t0.1.abs() * 3.0) as usize % 2]
                    * a3[1][(t0.1.abs() * 3.0) as usize % 2] + 0.8) / 2.0;
        }
        let mut a4: [f64; 3] = [f64::powi(1.30, 3), d1[0], a3[2][0]];
        for i5 in (0..=4).rev().step_by(2) {
            a4[(a4[0].abs() * 3.0) as usize % 3]
                *= (0.66 * d1[1].tanh().exp()).hypot(t0.1 * t0.1 + 0.6).sin();
            let x6 = (d1[i5.min(7) % d1.len()] / 2.1
                * (d1[0] * d1[(i5 + 3) % d1.len()]).sin() / 2.0)
                .clamp(-1.25, 1.5);
            if !(a3[2][0] > 0.56) {
                {
                    let row7 = &mut a4[1..];
                    row7[0] += 0.75 * (row7[i5 % 2] * row7[i5 % 2] + 0.6).log2() / 5.0;
                    for i8 in 0..d1.len() {
                        let a9: [[f64; 2]; 2] = [[0.0; 2]; 2];
                        let x10 = (a9[1][(x6.abs() * 3.0) as usize % 2]
                            + a9[1][(d1[i8].abs() * 3.0) as usize % 2])
                            .tanh();
                    }
                }
            } else {
                let x11 = (t0.1 * t0.1 + 0.5).ln();
            }
        }
        f64::sinh(1.18) - a3[1][0]
    }
    fn value(x: &[f64]) -> Vec<f64> {
        let p0 = (x[0], x[1]);
        let p1 = x[2..4].to_vec();
        let y = f(p0, &p1);
        [flat(&y)].concat()
    }
    fn backward(x: &[f64], w: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let p0 = (x[0], x[1]);
        let p1 = x[2..4].to_vec();
        let mut d1 = vec![0.0; 2];
        let (y, g0) = f_backward(p0, &p1, &mut d1, w[0]);
        ([flat(&y)].concat(), [flat(&g0), flat(&d1)].concat())
    }
    fn vjp(x: &[f64], w: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let p0 = (x[0], x[1]);
        let p1 = x[2..4].to_vec();
        let mut d1 = vec![0.0; 2];
        let (y, pullback) = f_vjp(p0, &p1);
        let outputs = [flat(&y)].concat();
        let g0 = pullback(&p1, &mut d1, w[0]);
        (outputs, [flat(&g0), flat(&d1)].concat())
    }
    fn grad(x: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let p0 = (x[0], x[1]);
        let p1 = x[2..4].to_vec();
        let (g0, d1) = f_grad(p0, &p1);
        let alone = [flat(&g0), flat(&d1)].concat();
        let (y, (g0, d1)) = f_value_and_grad(p0, &p1);
        assert_eq!(alone, [flat(& g0), flat(& d1)].concat());
        (flat(&y), [flat(&g0), flat(&d1)].concat())
    }
}

mod seed_1000621 {
    use super::{flat, Case};
    pub(crate) const CASE: Case = Case {
        name: "seed_1000621",
        point: &[1.397, 0.431, 0.842, -0.597, 1.506],
        value,
        backward,
        vjp,
        grad: Some(grad),
    };
    #[autograd::differentiable(recursive)]
    fn g1(x: f64, n: usize) -> f64 {
        if n == 0 {
            return f64::powi((n as f64).atan2(x * x + 0.5), 2);
        }
        for i1 in (1..6).step_by(2).rev() {
            'l2: for i3 in 0..3 {
                let m4: f64 = match n {
                    0 => {
                        let mut x5 = (f64::abs(1.21) - (i1 as f64 - x)).sin().tan();
                        0.85 * (0.30 * (i3 as f64 + x)).exp_m1()
                    }
                    4.. => {
                        let x6 = (f64::tanh(i1 as f64).exp_m1()
                            + (x / 2.4 - 0.60 * i1 as f64 / 1.4))
                            .tanh();
                        (x6 * x6 + 0.5).cbrt().atan2(x6) / 2.0
                    }
                    _ => (i1 as f64).tanh() % 1.7 / (1.8 + x.sin()),
                };
            }
        }
        let deeper: f64 = g1(x, n - 1);
        0.5 * deeper + (deeper + x).sin()
    }
    #[autograd::differentiable]
    fn g2(m0: [[f64; 2]; 2], z1: f64, z2: f64) -> f64 {
        let (mut p1, q2): (f64, f64) = (
            (z2 / 2.0).exp2() / 2.0 / (z1 * z1 + 0.8),
            f64::sin(z1).sinh(),
        );
        p1 = 0.5 * p1 + z2.tanh();
        let mut y3: f64 = if !(z2 < 0.27) {
            (0.37 * q2.sin().powi(0 as i32) / 1.2).sin()
        } else {
            (z2 - z1).tanh()
        };
        let y4: f64 = if p1.sin().powi(0 as i32).sin() >= z2 {
            z2
        } else {
            for i5 in 0..=3 {
                p1 = (z2.min(z1).mul_add(y3, 1.54) / 10.0).tan();
            }
            (m0[0][1].mul_add(p1, m0[0][(p1.abs() * 3.0) as usize % 2]) + z2).tanh()
        };
        p1.abs() + m0[0][1] + z1 + p1 + y4
    }
    #[autograd::differentiable]
    fn f(c0: [f64; 2], mut z1: f64, t2: (f64, f64)) -> f64 {
        for i1 in (0..5).step_by(3) {
            if g2(
                [
                    [
                        (c0[(f64::abs(0.23) * 3.0) as usize % 2] - z1).sin(),
                        match i1 {
                            0 => t2.1,
                            _ => (i1 as f64).sin(),
                        },
                    ],
                    [
                        g2(
                            [
                                [
                                    c0[((i1 as f64).abs() * 3.0) as usize % 2].max(c0[i1 % 2]),
                                    g1(t2.0, 3),
                                ],
                                [-t2.1, t2.1.atan2(c0[(i1 * 2 + 2) % 2]).sin()],
                            ],
                            z1,
                            0.75 * i1 as f64,
                        ),
                        (i1 as f64).sin(),
                    ],
                ],
                c0[0],
                t2.1,
            ) > t2.1
            {
                let mut a2: [f64; 4] = [0.0; 4];
                if !(z1 > 0.45) {
                    z1 = 0.5 * z1 + (i1 as f64 * c0[i1 % 2] / 4.0).sin();
                    'l3: for i4 in 0..=2 {
                        z1 = 0.70 * (a2[1] / (1.8 + a2[i4].sin()));
                    }
                }
            } else {
                z1 = f64::acos(0.37);
            }
        }
        (t2.1 / 2.1).sin() + c0[0] - z1
    }
    fn value(x: &[f64]) -> Vec<f64> {
        let p0 = [x[0], x[1]];
        let p1 = x[2];
        let p2 = (x[3], x[4]);
        let y = f(p0, p1, p2);
        [flat(&y)].concat()
    }
    fn backward(x: &[f64], w: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let p0 = [x[0], x[1]];
        let p1 = x[2];
        let p2 = (x[3], x[4]);
        let (y, (g0, g1, g2)) = f_backward(p0, p1, p2, w[0]);
        ([flat(&y)].concat(), [flat(&g0), flat(&g1), flat(&g2)].concat())
    }
    fn vjp(x: &[f64], w: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let p0 = [x[0], x[1]];
        let p1 = x[2];
        let p2 = (x[3], x[4]);
        let (y, pullback) = f_vjp(p0, p1, p2);
        let outputs = [flat(&y)].concat();
        let (g0, g1, g2) = pullback(w[0]);
        (outputs, [flat(&g0), flat(&g1), flat(&g2)].concat())
    }
    fn grad(x: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let p0 = [x[0], x[1]];
        let p1 = x[2];
        let p2 = (x[3], x[4]);
        let (g0, g1, g2) = f_grad(p0, p1, p2);
        let alone = [flat(&g0), flat(&g1), flat(&g2)].concat();
        let (y, (g0, g1, g2)) = f_value_and_grad(p0, p1, p2);
        assert_eq!(alone, [flat(& g0), flat(& g1), flat(& g2)].concat());
        (flat(&y), [flat(&g0), flat(&g1), flat(&g2)].concat())
    }
}

mod seed_1000622 {
    use super::{flat, Case};
    pub(crate) const CASE: Case = Case {
        name: "seed_1000622",
        point: &[-0.288, 1.001, 1.32, 1.367, 0.728, -1.213, 0.719, 1.306, 1.564],
        value,
        backward,
        vjp,
        grad: None,
    };
    #[autograd::differentiable]
    fn f((u0, v0): (f64, f64), m1: [[f64; 3]; 2], n2: usize, z3: &mut f64) {
        let k1: usize = n2.min(4);
        assert!((k1 as f64) < 1.0e6);
        let k2: usize = (n2 * 2 + 1) % 4;
        let mut n4: usize = 0;
        'l3: loop {
            if n4 == 3 {
                break;
            }
            n4 += 1;
            *z3 += 0.60 * (k1 as f64 - (k2 as f64).tanh().exp_m1()).tanh();
            let mut a5: [[f64; 2]; 3] = [[0.0; 2]; 3];
        }
        let y6: f64 = if u0 < 0.67 {
            (*z3 % 1.7 + m1[n2 % 2][0].round_ties_even()).sin()
        } else {
            for i7 in (0..=4).rev().step_by(2) {
                if 0.93 > -0.11 && (k2 as f64) < 0.97 {
                    if k1 as f64 / 2.0 / 1.1 < n4 as f64 {
                        let mut a8: [f64; 3] = [
                            (0.76 + u0).sin(),
                            (i7 as f64 * *z3).sin(),
                            0.37 * (*z3 / 2.0).powi(n2.min(3) as i32),
                        ];
                        break;
                    }
                    if (i7 as f64) > -0.81 && (n2 as f64) > -0.12 {
                        if m1[k2 % 2][0] < -0.49 || (n4 as f64) < 0.50 {
                            return;
                        }
                        if f64::acosh(1.40 * 1.40 + 1.3) >= u0 {
                            return;
                        }
                    }
                } else {
                    if f64::atan(1.31) >= 1.92 {
                        *z3 = 0.5 * *z3
                            + ((k1 as f64).sin() * (k1 as f64).sin() + 0.4)
                                .powf(i7 as f64 / 4.0)
                                .sin();
                    } else if (i7 as f64) > -0.17 {
                        *z3 = (-(k2 as f64)
                            + m1[1][(u0.abs() * 3.0) as usize % 3].powi(2))
                            .tanh() / ((n4 as f64) * (n4 as f64) + 0.8);
                    }
                }
            }
            m1[1][0]
        };
    }
    fn value(x: &[f64]) -> Vec<f64> {
        let p0 = (x[0], x[1]);
        let p1 = [[x[2], x[3], x[4]], [x[5], x[6], x[7]]];
        let p2 = 0_usize;
        let mut p3 = x[8];
        f(p0, p1, p2, &mut p3);
        [flat(&p3)].concat()
    }
    fn backward(x: &[f64], w: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let p0 = (x[0], x[1]);
        let p1 = [[x[2], x[3], x[4]], [x[5], x[6], x[7]]];
        let p2 = 0_usize;
        let mut p3 = x[8];
        let mut d3 = w[0];
        let (g0, g1) = f_backward(p0, p1, p2, &mut p3, &mut d3);
        ([flat(&p3)].concat(), [flat(&g0), flat(&g1), flat(&d3)].concat())
    }
    fn vjp(x: &[f64], w: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let p0 = (x[0], x[1]);
        let p1 = [[x[2], x[3], x[4]], [x[5], x[6], x[7]]];
        let p2 = 0_usize;
        let mut p3 = x[8];
        let mut d3 = w[0];
        let pullback = f_vjp(p0, p1, p2, &mut p3);
        let outputs = [flat(&p3)].concat();
        let (g0, g1) = pullback(&mut p3, &mut d3);
        assert_eq!(flat(& p3), x[8..9]);
        (outputs, [flat(&g0), flat(&g1), flat(&d3)].concat())
    }
}

mod seed_1000623 {
    use super::{flat, Case};
    pub(crate) const CASE: Case = Case {
        name: "seed_1000623",
        point: &[0.703, -0.445, -1.479, 0.69, 0.908, -0.228],
        value,
        backward,
        vjp,
        grad: None,
    };
    #[autograd::differentiable]
    fn f(d0: &[f64], c1: &mut [f64; 3]) -> (f64, f64) {
        let x2 = {
            let t1 = (c1[0].atan() / 2.0).acos();
            t1 * (d0[4 % d0.len()] * t1 + f64::cbrt(1.18 * 1.18 + 0.5)).sin()
        };
        let mut t3: (f64, f64) = (x2.rem_euclid(1.3).exp() / 2.0, c1[2]);
        if -c1[1] > x2 {
            let mut n4: usize = 0;
            let v7: f64 = loop {
                if n4 == 3 {
                    break x2.atan2(d0[0]) / 2.0;
                }
                n4 += 1;
                let mut a5: Vec<f64> = vec![0.64 * x2, x2];
                let x6 = (t3.0 + d0[(n4 + 4) % d0.len()] + d0[d0.len() - 2]
                    - f64::exp(x2.sin()))
                    .tanh();
            };
            {
                let row8 = &d0[..2];
                c1[2] = 0.5 * c1[2] + c1[(c1[0].abs() * 3.0) as usize % 3].tanh();
                t3.1 -= t3.1.atan();
                t3.0 *= c1[1] / 3.0;
            }
        } else {
            for i9 in 1..d0.len() {
                let mut n10: usize = 0;
                let v17: f64 = loop {
                    if n10 == 2 {
                        break (t3.0 + c1[n10]).tanh();
                    }
                    n10 += 1;
                    for i11 in (1..6).step_by(2).rev() {
                        let (s12, c13) = (0.30 * (t3.0 * t3.0 + 1.3).acosh())
                            .asin()
                            .sin_cos();
                        let flag14 = 0.22 / (s12 * s12 + 0.8) <= d0[i9];
                        let (mut p15, q16): (f64, f64) = (
                            (c13 * c13 + 1.3).acosh(),
                            x2.sin(),
                        );
                    }
                };
            }
        }
        (
            (0.30 * c1[1]).atanh() - d0[4 % d0.len()] - c1[0] + x2,
            f64::powi(d0[1], 3) / 9.0 - c1[(d0[d0.len() - 2].abs() * 3.0) as usize % 3],
        )
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
        let mut d1 = [w[2], w[3], w[4]];
        let y = f_backward(&p0, &mut d0, &mut p1, &mut d1, (w[0], w[1]));
        ([flat(&y), flat(&p1)].concat(), [flat(&d0), flat(&d1)].concat())
    }
    fn vjp(x: &[f64], w: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let p0 = x[0..3].to_vec();
        let mut p1 = [x[3], x[4], x[5]];
        let mut d0 = vec![0.0; 3];
        let mut d1 = [w[2], w[3], w[4]];
        let (y, pullback) = f_vjp(&p0, &mut p1);
        let outputs = [flat(&y), flat(&p1)].concat();
        let () = pullback(&p0, &mut d0, &mut p1, &mut d1, (w[0], w[1]));
        assert_eq!(flat(& p1), x[3..6]);
        (outputs, [flat(&d0), flat(&d1)].concat())
    }
}

mod seed_1000624 {
    use super::{flat, Case};
    pub(crate) const CASE: Case = Case {
        name: "seed_1000624",
        point: &[0.873, 0.696, -0.838, 1.293],
        value,
        backward,
        vjp,
        grad: None,
    };
    #[autograd::differentiable]
    fn g1(d0: &mut [f64], z1: f64, d2: &[f64], v3: &Vec<f64>) -> (f64, f64) {
        for i1 in (0..d0.len()).rev() {
            if d0[i1] > 0.83 && d0[i1] < -0.61 {
                return (
                    (d0[i1] + v3[((i1 * 4 + 2) % 8) % v3.len()]).sin().signum(),
                    (d2[(i1 % 8) % d2.len()] * v3[i1.min(7) % v3.len()]).sin()
                        / (d2[0] * d2[0] + 0.8),
                );
            }
            if matches!(3, ..2) {
                let mut k2: usize = 1;
                continue;
            }
            let y3: f64 = if i1 % 2 == 0 {
                -1.38 / (1.8 + v3[(i1 % 8) % v3.len()].sin())
            } else {
                let mut x4 = -(d2[i1 % d2.len()] * d2[i1 % d2.len()] + 0.5).log10();
                (v3[i1 % v3.len()] - z1).tanh() / (v3[1] * v3[1] + 0.8)
            };
        }
        (
            d2[3 % d2.len()] - z1 + d2[7 % d2.len()] - v3[1],
            -v3[2 % v3.len()] - d0[1 % d0.len()] - d2[1] + v3[4 % v3.len()],
        )
    }
    #[autograd::differentiable]
    fn f(mut z0: f64, d1: &[f64], z2: &mut f64) -> f64 {
        let mut n1: usize = 0;
        while n1 < 2 && z0 * *z2 / 3.0 > z0 {
            n1 += 1;
            let flag2 = 4 % 3 == 1;
            let mut a5: Vec<f64> = vec![
                f64::floor(0.61) / 2.0, (n1 as f64 - d1[n1 % d1.len()]) / 2.0, z0.tanh()
                .tan()
            ];
            let mut k6: usize = n1 + 1;
        }
        let t7: (f64, f64) = (
            f64::log10(0.64 * 0.64 + 0.5),
            f64::tanh(z0 / (1.8 + f64::sin(1.25))),
        );
        let mut x8 = match n1.min(4) {
            1..=2 => t7.1,
            _ => t7.1,
        };
        if !(d1[((n1 * 5 + 2) % 8) % d1.len()] > 0.48) {
            return 0.40 * (t7.0 * t7.0 + 0.7).recip().mul_add(t7.1, *z2);
        }
        let k9: usize = 2;
        let mut a10: Vec<f64> = d1.to_vec();
        let mut z0 = (z0 * (0.30 * *z2).atanh()).sin() / (1.8 + t7.0.sin());
        if k9 as f64 / (t7.0 * t7.0 + 0.8) > x8 {
            return (t7.1 / 2.0).sinh();
        }
        x8 = (n1 as f64 - 0.47).tanh().exp_m1().sin();
        for i11 in (1..6).step_by(2).rev() {
            x8 *= 0.29;
        }
        (k9 as f64).sin() - *z2 + x8 - a10[k9 % a10.len()] - z0
    }
    fn value(x: &[f64]) -> Vec<f64> {
        let p0 = x[0];
        let p1 = x[1..3].to_vec();
        let mut p2 = x[3];
        let y = f(p0, &p1, &mut p2);
        [flat(&y), flat(&p2)].concat()
    }
    fn backward(x: &[f64], w: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let p0 = x[0];
        let p1 = x[1..3].to_vec();
        let mut p2 = x[3];
        let mut d1 = vec![0.0; 2];
        let mut d2 = w[1];
        let (y, g0) = f_backward(p0, &p1, &mut d1, &mut p2, &mut d2, w[0]);
        ([flat(&y), flat(&p2)].concat(), [flat(&g0), flat(&d1), flat(&d2)].concat())
    }
    fn vjp(x: &[f64], w: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let p0 = x[0];
        let p1 = x[1..3].to_vec();
        let mut p2 = x[3];
        let mut d1 = vec![0.0; 2];
        let mut d2 = w[1];
        let (y, pullback) = f_vjp(p0, &p1, &mut p2);
        let outputs = [flat(&y), flat(&p2)].concat();
        let g0 = pullback(&p1, &mut d1, &mut p2, &mut d2, w[0]);
        assert_eq!(flat(& p2), x[3..4]);
        (outputs, [flat(&g0), flat(&d1), flat(&d2)].concat())
    }
}

mod seed_1000625 {
    use super::{flat, Case};
    pub(crate) const CASE: Case = Case {
        name: "seed_1000625",
        point: &[-0.404],
        value,
        backward,
        vjp,
        grad: None,
    };
    #[autograd::differentiable]
    fn g1(mut z0: f64, mut z1: f64) -> (f64, f64) {
        z1 = (z1 * z1 + 1.2).log(2.5);
        'l1: for i2 in (0..=4).rev().step_by(2) {
            z0
                -= 0.46
                    * (({
                        let t3 = z1;
                        t3 * t3
                    }) / 3.0)
                        .rem_euclid(1.3);
            let mut x4 = (0.30 * z0).asin();
            for i5 in (i2 % 3)..=3 {
                x4 += 0.60 * (x4 * z1).sin().round_ties_even().sin();
            }
        }
        (z0, (z0 * z0).sin() - z0 - z1)
    }
    #[autograd::differentiable]
    fn f(n0: usize, z: f64) -> [f64; 3] {
        let x1 = (z * z + 0.5).ln();
        let m2: f64 = match 4 {
            2..=3 => {
                if x1 > -0.18 || x1 < 0.88 {
                    let mut x3 = z;
                    let (p4, q5): (f64, f64) = g1(-0.51, n0 as f64);
                    let mut a6: [f64; 4] = [0.0; 4];
                } else {
                    if let 0 = n0 % 4 {
                        let mut a9: [f64; 4] = [z; 4];
                    }
                }
                (n0 as f64 * 0.52 - (z - 1.61)) / 3.0
            }
            _ => {
                let mut x10 = z;
                0.89
            }
        };
        [
            m2 * x1 / 3.0 + x1 - m2,
            z.powi(2).sin() + z - x1 + m2,
            (z / (1.8 + (n0 as f64).sin())).sin() - z + x1,
        ]
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
        let (y, g1) = f_backward(p0, p1, [w[0], w[1], w[2]]);
        ([flat(&y)].concat(), [flat(&g1)].concat())
    }
    fn vjp(x: &[f64], w: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let p0 = 2_usize;
        let p1 = x[0];
        let (y, pullback) = f_vjp(p0, p1);
        let outputs = [flat(&y)].concat();
        let g1 = pullback([w[0], w[1], w[2]]);
        (outputs, [flat(&g1)].concat())
    }
}
