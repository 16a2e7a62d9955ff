//! The discrete Fourier transform by Cooley and Tukey's method, radix 2, recursive and in place after a bit reversal.

use std::f64::consts::PI;

use autograd::differentiable;

use crate::check;
use crate::random::Random;

objective! {
    /// A signal is filtered in the frequency domain and compared with a target: half of the squared error.
    #[differentiable]
    pub(crate) fn filtered_misfit(signal: &[f64], filter: &[f64], #[no_grad] target: &[f64]) -> f64 {
        let n = signal.len();
        let mut re = signal.to_vec();
        let mut im = vec![0.0; n];
        forward(&mut re, &mut im);
        for k in 0..n {
            re[k] *= filter[k];
            im[k] *= filter[k];
        }
        inverse(&mut re, &mut im);
        let mut total = 0.0;
        for i in 0..n {
            let (e, f) = (re[i] - target[i], im[i]);
            total += e * e + f * f;
        }
        0.5 * total
    }

    #[differentiable]
    pub(crate) fn forward(re: &mut [f64], im: &mut [f64]) {
        reverse_bits(re, im);
        combine(re, im, -1.0);
    }

    #[differentiable]
    pub(crate) fn inverse(re: &mut [f64], im: &mut [f64]) {
        reverse_bits(re, im);
        combine(re, im, 1.0);
        let scale = 1.0 / re.len() as f64;
        for i in 0..re.len() {
            re[i] *= scale;
            im[i] *= scale;
        }
    }

    #[differentiable]
    fn reverse_bits(re: &mut [f64], im: &mut [f64]) {
        let n = re.len();
        let mut j = 0;
        for i in 1..n {
            let mut bit = n >> 1;
            while j & bit != 0 {
                j ^= bit;
                bit >>= 1;
            }
            j ^= bit;
            if i < j {
                re.swap(i, j);
                im.swap(i, j);
            }
        }
    }

    #[differentiable]
    fn combine(re: &mut [f64], im: &mut [f64], #[no_grad] sign: f64) {
        let n = re.len();
        if n == 1 {
            return;
        }
        let half = n / 2;
        let (re_even, re_odd) = re.split_at_mut(half);
        let (im_even, im_odd) = im.split_at_mut(half);
        combine(re_even, im_even, sign);
        combine(re_odd, im_odd, sign);
        for k in 0..half {
            let (sine, cosine) = (sign * PI * k as f64 / half as f64).sin_cos();
            let turned_re = cosine * re_odd[k] - sine * im_odd[k];
            let turned_im = sine * re_odd[k] + cosine * im_odd[k];
            re_odd[k] = re_even[k] - turned_re;
            im_odd[k] = im_even[k] - turned_im;
            re_even[k] += turned_re;
            im_even[k] += turned_im;
        }
    }
}

pub(crate) struct Instance {
    pub(crate) signal: Vec<f64>,
    pub(crate) filter: Vec<f64>,
    pub(crate) target: Vec<f64>,
}

pub(crate) fn instance(n: usize) -> Instance {
    let mut random = Random::new(5);
    let mut list = |low| random.list(n, low, 1.0);
    Instance { signal: list(-1.0), filter: list(0.2), target: list(-1.0) }
}

#[test]
fn is_the_transform() {
    let Instance { signal, target, .. } = instance(8);
    let (mut re, mut im) = (signal.clone(), target.clone());
    joined::forward(&mut re, &mut im);
    for k in 0..8 {
        let (mut a, mut b) = (0.0, 0.0);
        for j in 0..8 {
            let (sine, cosine) = (-PI * (j * k) as f64 / 4.0).sin_cos();
            a += cosine * signal[j] - sine * target[j];
            b += sine * signal[j] + cosine * target[j];
        }
        assert!((re[k] - a).abs() + (im[k] - b).abs() < 1e-12);
    }
    joined::inverse(&mut re, &mut im);
    check::equal("there and back", &[&re, &im], &[&signal, &target]);
}

#[test]
fn agrees_with_central_differences() {
    for n in [1, 2, 8] {
        let Instance { signal, filter, target } = instance(n);
        let joined = joined::filtered_misfit_grad(&signal, &filter, &target);
        let separate = separate::filtered_misfit_grad(&signal, &filter, &target);
        check::equal("fourier", &[&joined.0, &joined.1], &[&separate.0, &separate.1]);
        let value = |p: &[Vec<f64>]| joined::filtered_misfit(&p[0], &p[1], &target);
        check::agrees("fourier", &[&signal, &filter], &[&joined.0, &joined.1], value);
    }
}

/// The transform is linear: its adjoint is `n` times its inverse.
#[test]
fn the_adjoint_is_the_inverse() {
    let Instance { mut signal, mut filter, mut target } = instance(16);
    let (mut d_re, mut d_im) = (target.clone(), filter.clone());
    joined::forward_backward(&mut signal, &mut d_re, &mut filter, &mut d_im);
    let mut im = instance(16).filter;
    joined::inverse(&mut target, &mut im);
    let scaled = |list: &[f64]| list.iter().map(|x| 16.0 * x).collect::<Vec<_>>();
    check::equal("adjoint", &[&d_re, &d_im], &[&scaled(&target), &scaled(&im)]);
}
