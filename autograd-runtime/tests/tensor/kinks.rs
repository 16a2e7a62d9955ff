//! Values and gradients where functions have kinks, poles and ties, and under broadcasting, against PyTorch's.
//!
//! The record holds results and no inputs; the inputs here are those its names describe.

use crate::torch::{T, close, numbers, recorded};
use autograd_runtime::tensor::{Conv, CrossEntropy, GradOptions, Index, Pool, Reduction, Tensor, grad, grad_with};
use std::f64::consts::FRAC_PI_2;

const INF: f64 = f64::INFINITY;
const NAN: f64 = f64::NAN;

fn v(values: &[f64]) -> T {
    Tensor::from_slice(values)
}

fn m<const R: usize, const C: usize>(rows: [[f64; C]; R]) -> T {
    Tensor::from(rows)
}

/// A case: its name, the inputs, the function.
type Kink = (&'static str, Vec<T>, fn(&[T]) -> T);

/// Compares the value and the gradients of the sum of all elements; says what differs.
fn difference(section: &str, (case, inputs, f): &Kink) -> Option<String> {
    let inputs: Vec<T> = inputs.iter().map(|x| x.detach().requires_grad_(true)).collect();
    let y = f(&inputs);
    let expected = recorded(section, case);
    if !close(&y.to_vec(), &numbers(&expected["y"])) {
        return Some(format!("{case}: value {:?} instead of {}", y.to_vec(), expected["y"]));
    }
    let wrt: Vec<&T> = inputs.iter().collect();
    let options = GradOptions { materialize_grads: true, ..GradOptions::default() };
    let found = grad_with(&[&y.sum()], &wrt, &[], options).expect("gradients");
    for (i, d) in found.iter().flatten().enumerate() {
        if !close(&d.to_vec(), &numbers(&expected["grads"][i])) {
            return Some(format!("{case}: gradient {i} is {:?} instead of {}", d.to_vec(), expected["grads"][i]));
        }
    }
    None
}

#[track_caller]
fn all_same(section: &str, cases: Vec<Kink>) {
    let failures: Vec<String> = cases.iter().filter_map(|case| difference(section, case)).collect();
    assert!(failures.is_empty(), "{} of {} differ:\n{}", failures.len(), cases.len(), failures.join("\n"));
}

#[test]
fn activations() {
    all_same(
        "kinks",
        vec![
            ("relu(0)", vec![v(&[0.0, -0.0, 1.0, -1.0])], |x| x[0].relu()),
            ("leaky_relu(0)", vec![v(&[0.0, 1.0, -1.0])], |x| x[0].leaky_relu(0.01)),
            ("elu(0)", vec![v(&[0.0])], |x| x[0].elu(1.0)),
            ("relu6 at 0,6", vec![v(&[0.0, 6.0, 3.0])], |x| x[0].relu6()),
            ("hardtanh at -1,1", vec![v(&[-1.0, 1.0, 0.5])], |x| x[0].hardtanh(-1.0, 1.0)),
            ("hardsigmoid at -3,3", vec![v(&[-3.0, 3.0, 0.0])], |x| x[0].hardsigmoid()),
            ("hardswish at -3,3", vec![v(&[-3.0, 3.0, 0.0])], |x| x[0].hardswish()),
            ("threshold(x,0,0) at 0", vec![v(&[0.0])], |x| x[0].threshold(0.0, 0.0)),
            ("softshrink(.5) at +-.5", vec![v(&[0.5, -0.5, 1.0])], |x| x[0].softshrink(0.5)),
            ("hardshrink(.5) at +-.5", vec![v(&[0.5, -0.5, 1.0])], |x| x[0].hardshrink(0.5)),
            ("softsign(0)", vec![v(&[0.0])], |x| x[0].softsign()),
            ("selu(0)", vec![v(&[0.0])], |x| x[0].selu()),
            ("celu(0)", vec![v(&[0.0])], |x| x[0].celu(1.0)),
            ("logsigmoid(0)", vec![v(&[0.0, 800.0, -800.0])], |x| x[0].logsigmoid()),
            ("softplus extreme", vec![v(&[0.0, 30.0, -800.0, 19.999, 20.001])], |x| x[0].softplus()),
            ("prelu(0)", vec![v(&[0.0, -1.0]), v(&[0.25])], |x| x[0].prelu(&x[1])),
            ("abs(0)", vec![v(&[0.0, -0.0, 2.0, -2.0])], |x| x[0].abs()),
            ("sign(0)", vec![v(&[0.0])], |x| x[0].sign()),
            ("sigmoid extreme", vec![v(&[800.0, -800.0])], |x| x[0].sigmoid()),
            ("tanh extreme", vec![v(&[800.0, -800.0])], |x| x[0].tanh()),
            ("exp overflow", vec![v(&[800.0])], |x| x[0].exp()),
            ("softmax with -inf", vec![v(&[-INF, 0.0, 1.0])], |x| x[0].softmax(0) * v(&[1.0, 2.0, 3.0])),
            ("softmax all -inf", vec![v(&[-INF, -INF])], |x| x[0].softmax(0)),
            ("log_softmax with -inf", vec![v(&[-INF, 0.0, 1.0])], |x| x[0].log_softmax(0).narrow(0, 1, 2)),
            ("layer_norm of constant", vec![m([[2.0, 2.0]])], |x| x[0].layer_norm(&[2], None, None, 1e-5)),
        ],
    );
}

#[test]
fn losses_and_distances() {
    let zero = |n: usize| T::zeros([n]);
    all_same(
        "kinks",
        vec![
            ("l1_loss at equal", vec![v(&[0.0, 1.0])], |x| x[0].l1_loss(&T::zeros([2]), Reduction::Sum)),
            ("smooth_l1 at |d|=beta", vec![v(&[1.0, -1.0, 0.0])], |x| {
                x[0].smooth_l1_loss(&T::zeros([3]), 1.0, Reduction::Sum)
            }),
            ("huber at |d|=delta", vec![v(&[1.0, -1.0, 0.0])], |x| {
                x[0].huber_loss(&T::zeros([3]), 1.0, Reduction::Sum)
            }),
            ("smooth_l1 beta=0", vec![v(&[0.0, 1.0])], |x| x[0].smooth_l1_loss(&T::zeros([2]), 0.0, Reduction::Sum)),
            ("nll ignore_index all", vec![m([[0.0, 1.0], [2.0, 3.0]])], |x| {
                x[0].cross_entropy(&Tensor::from_slice(&[-100, -100]))
            }),
            ("nll ignore_index some", vec![m([[0.0, 1.0], [2.0, 3.0]])], |x| {
                x[0].cross_entropy_with(&Tensor::from_slice(&[0, -100]), &CrossEntropy::default())
            }),
            ("bce at 0 and 1", vec![v(&[0.0, 1.0, 0.0, 1.0])], |x| {
                x[0].binary_cross_entropy(&v(&[1.0, 0.0, 0.0, 1.0]), None, Reduction::None)
            }),
            ("bce_logits extreme", vec![v(&[-800.0, 800.0])], |x| {
                x[0].binary_cross_entropy_with_logits(&v(&[1.0, 0.0]), None, None, Reduction::None)
            }),
            ("kl_div target 0", vec![v(&[-1.0, -2.0])], |x| x[0].kl_div(&v(&[0.0, 1.0]), false, Reduction::Sum)),
            ("cosine_similarity at 0", vec![zero(2), v(&[1.0, 1.0])], |x| x[0].cosine_similarity(&x[1], 0, 1e-8)),
            ("pairwise_distance at equal", vec![m([[1.0, 1.0]]), m([[1.0, 1.0]])], |x| {
                x[0].pairwise_distance(&x[1], 2.0, 1e-6, false)
            }),
            ("F.normalize at 0", vec![zero(2)], |x| x[0].normalize(2.0, 0, 1e-12)),
        ],
    );
}

#[test]
fn ties_and_order() {
    let one = |case: &'static str, values: &[f64], f: fn(&[T]) -> T| -> Kink { (case, vec![v(values)], f) };
    all_same(
        "kinks",
        vec![
            one("max() ties", &[3.0, 1.0, 3.0], |x| x[0].max()),
            one("min() ties", &[1.0, 2.0, 1.0, 1.0], |x| x[0].min()),
            one("max(dim) ties", &[3.0, 1.0, 3.0], |x| x[0].max_dim(0, false).0),
            one("amax ties", &[3.0, 1.0, 3.0], |x| x[0].amax(0, false)),
            one("amin ties", &[1.0, 2.0, 1.0, 1.0], |x| x[0].amin(0, false)),
            ("amax() all-reduce ties", vec![m([[3.0, 1.0], [3.0, 3.0]])], |x| x[0].amax([], false)),
            ("maximum tie", vec![v(&[1.0, 2.0]), v(&[1.0, 3.0])], |x| x[0].maximum(&x[1])),
            ("minimum tie", vec![v(&[1.0, 2.0]), v(&[1.0, 3.0])], |x| x[0].minimum(&x[1])),
            ("maximum with nan", vec![v(&[NAN, 1.0]), v(&[1.0, NAN])], |x| x[0].maximum(&x[1])),
            ("torch.max(a,b) tie", vec![v(&[1.0]), v(&[1.0])], |x| x[0].maximum(&x[1])),
            one("max with nan", &[1.0, NAN, 3.0], |x| x[0].max()),
            one("amax with nan", &[1.0, NAN, 3.0], |x| x[0].amax(0, false)),
            one("median even", &[4.0, 3.0, 1.0, 2.0], |x| x[0].median()),
            one("median ties", &[2.0, 2.0, 1.0, 3.0, 2.0], |x| x[0].median()),
            one("mode", &[2.0, 2.0, 1.0], |x| x[0].mode_dim(0, false).0),
            one("kthvalue tie", &[2.0, 2.0, 3.0], |x| x[0].kthvalue(1, 0, false).0),
            one("topk tie", &[2.0, 2.0, 1.0], |x| x[0].topk(2, 0, true).0),
            ("max_pool tie", vec![T::ones([1, 1, 2, 2])], |x| x[0].max_pool2d(Pool::new([2, 2]))),
            ("max_pool overlap ties", vec![T::ones([1, 1, 3, 3])], |x| {
                x[0].max_pool2d(Pool { stride: [1, 1], ..Pool::new([2, 2]) })
            }),
            ("max_pool nan", vec![v(&[1.0, NAN, 2.0, 3.0]).reshape([1, 1, 2, 2])], |x| {
                x[0].max_pool2d(Pool::new([2, 2]))
            }),
            one("cummax ties", &[1.0, 3.0, 3.0, 2.0], |x| x[0].cummax(0).0),
            one("logsumexp ties", &[1.0, 1.0], |x| x[0].logsumexp(0, false)),
            one("logsumexp of -inf all", &[-INF, -INF], |x| x[0].logsumexp(0, false)),
            one("logsumexp +inf", &[INF, 0.0], |x| x[0].logsumexp(0, false)),
            one("clamp at bounds", &[0.0, 1.0, -1.0, 2.0, 0.5], |x| x[0].clamp(0.0, 1.0)),
            one("clamp(min)", &[0.0, -1.0], |x| x[0].clamp_min(0.0)),
            one("clamp(max)", &[1.0, 2.0], |x| x[0].clamp_max(1.0)),
            ("clamp tensor bounds tie", vec![v(&[0.0, 1.0, 0.5, -1.0, 2.0]), T::zeros([5]), T::ones([5])], |x| {
                x[0].clamp_tensor(&x[1], &x[2])
            }),
            one("clamp min>max", &[0.0, 1.5, 3.0], |x| x[0].clamp(2.0, 1.0)),
            one("clamp nan", &[NAN], |x| x[0].clamp(0.0, 1.0)),
            one("sort", &[3.0, 1.0, 2.0], |x| x[0].sort(0, false).0 * v(&[1.0, 10.0, 100.0])),
            one("topk", &[3.0, 1.0, 2.0], |x| x[0].topk(2, 0, true).0 * v(&[1.0, 10.0])),
            one("index repeated accumulates", &[1.0, 2.0], |x| x[0].index_select(0, &Tensor::from_slice(&[0, 0, 1]))),
            ("embedding padding_idx", vec![m([[1.0, 2.0], [3.0, 4.0]])], |x| {
                x[0].embedding(&Tensor::from_slice(&[0, 1, 1]), Some(0))
            }),
        ],
    );
    let values = |case| numbers(recorded("kinks", case));
    let pair = |(y, at): (T, Tensor<i64>)| -> Vec<f64> {
        y.to_vec().into_iter().chain(at.to_vec().into_iter().map(|i| i as f64)).collect()
    };
    assert!(close(&pair(v(&[2.0, 1.0, 2.0, 1.0]).sort(0, false)), &values("sort ties (stable=False)")));
    assert!(close(&pair(v(&[2.0, 1.0, 2.0, 1.0]).sort(0, true)), &values("sort descending ties stable")));
    assert!(close(&pair(v(&[2.0, NAN, 1.0]).sort(0, false)), &values("sort with nan")));
    assert_eq!(v(&[3.0, 1.0, 2.0]).argsort(0, false).to_vec(), [1, 2, 0]);
    assert_eq!(v(&[1.0, 3.0, 3.0]).argmax().item() as f64, values("argmax ties first")[0]);
    assert_eq!(v(&[3.0, 1.0, 3.0]).max_dim(0, false).1.item() as f64, values("max(dim) tie index")[0]);
}

#[test]
fn poles_and_powers() {
    let one = |case: &'static str, values: &[f64], f: fn(&[T]) -> T| -> Kink { (case, vec![v(values)], f) };
    let two = |case: &'static str, a: &[f64], b: &[f64], f: fn(&[T]) -> T| -> Kink { (case, vec![v(a), v(b)], f) };
    all_same(
        "kinks",
        vec![
            one("frac", &[1.5, -1.5], |x| x[0].frac()),
            one("trunc", &[1.7], |x| x[0].trunc()),
            two("remainder", &[5.0, -5.0, 5.0], &[3.0, 3.0, -3.0], |x| x[0].remainder(&x[1])),
            two("fmod", &[5.0, -5.0, 5.0], &[3.0, 3.0, -3.0], |x| x[0].fmod(&x[1])),
            one("sqrt(0)", &[0.0, 4.0, -1.0], |x| x[0].sqrt()),
            one("rsqrt(0)", &[0.0, 4.0], |x| x[0].rsqrt()),
            one("log(0)", &[0.0, -1.0], |x| x[0].log()),
            one("log1p(-1)", &[-1.0], |x| x[0].log1p()),
            one("1/0", &[0.0], |x| x[0].reciprocal()),
            two("x/0", &[1.0, 0.0], &[0.0, 0.0], |x| &x[0] / &x[1]),
            two("xlogy(0,0)", &[0.0, 0.0, 1.0], &[0.0, 2.0, 0.0], |x| x[0].xlogy(&x[1])),
            one("tan(pi/2)", &[FRAC_PI_2], |x| x[0].tan()),
            one("asin(1)", &[1.0, -1.0, 2.0], |x| x[0].asin()),
            one("acos(1)", &[1.0], |x| x[0].acos()),
            one("atanh(1)", &[1.0], |x| x[0].atanh()),
            one("acosh(1)", &[1.0], |x| x[0].acosh()),
            two("atan2(0,0)", &[0.0], &[0.0], |x| x[0].atan2(&x[1])),
            two("hypot(0,0)", &[0.0], &[0.0], |x| x[0].hypot(&x[1])),
            one("sinc(0)", &[0.0, 1.0], |x| x[0].sinc()),
            one("logit at 0,1", &[0.0, 1.0], |x| x[0].logit()),
            one("erfinv(1)", &[1.0, 0.0], |x| x[0].erfinv()),
            one("cbrt via pow(1/3) at 0", &[0.0, -1.0], |x| x[0].powf(1.0 / 3.0)),
            one("0**0 scalar exp", &[0.0, 2.0], |x| x[0].powf(0.0)),
            one("0**.5", &[0.0], |x| x[0].powf(0.5)),
            one("0**1", &[0.0], |x| x[0].powf(1.0)),
            one("0**2", &[0.0], |x| x[0].powf(2.0)),
            one("0**-1", &[0.0], |x| x[0].powf(-1.0)),
            one("(-2)**3", &[-2.0], |x| x[0].powf(3.0)),
            one("(-2)**.5", &[-2.0], |x| x[0].powf(0.5)),
            two("x**y tensor at 0", &[0.0, 0.0, 0.0, 2.0, -2.0], &[0.0, 2.0, -1.0, 3.0, 2.0], |x| x[0].pow(&x[1])),
            one("scalar**y base 0", &[0.0, 2.0], |x| Tensor::scalar_pow(0.0, &x[0])),
            one("scalar**y neg base", &[2.0], |x| Tensor::scalar_pow(-2.0, &x[0])),
            one("prod no zeros", &[2.0, 3.0, 4.0], |x| x[0].prod()),
            one("prod one zero", &[2.0, 0.0, 4.0], |x| x[0].prod()),
            one("prod two zeros", &[0.0, 0.0, 4.0], |x| x[0].prod()),
            ("prod dim one zero", vec![m([[2.0, 0.0, 4.0], [1.0, 2.0, 3.0], [0.0, 0.0, 5.0]])], |x| {
                x[0].prod_dim(1, false)
            }),
            one("cumprod with zero", &[2.0, 0.0, 4.0, 5.0], |x| x[0].cumprod(0)),
            one("cumprod two zeros", &[2.0, 0.0, 0.0, 5.0], |x| x[0].cumprod(0)),
            ("prod empty dim", vec![T::zeros([2, 0])], |x| x[0].prod_dim(1, false)),
            two("logaddexp", &[1.0, -INF], &[1.0, -INF], |x| x[0].logaddexp(&x[1])),
            one("ldexp/exp2", &[3.0], |x| x[0].exp2()),
        ],
    );
    for (case, expected) in [("2nd derivative of x**2 at 0", 2.0), ("2nd derivative of x**1 at 0", 1.0)] {
        let x = v(&[0.0]).requires_grad_(true);
        let options = GradOptions { create_graph: true, ..GradOptions::default() };
        let first = grad_with(&[&x.powf(expected)], &[&x], &[], options).expect("a gradient").remove(0).expect("used");
        let second = grad(&[&first], &[&x]).expect("a gradient");
        assert!(close(&second[0].to_vec(), &numbers(recorded("kinks", case))), "{case}: {}", second[0]);
    }
    let steps: [(fn(&T) -> T, f64); 3] = [(T::floor, 1.5), (T::ceil, 0.5), (T::round, 1.2)];
    for ((f, at), expected) in steps.iter().zip(recorded("kinks", "floor/ceil/round grads").as_array().expect("three"))
    {
        let x = v(&[*at]).requires_grad_(true);
        let y = f(&x);
        y.sum().backward();
        let d = x.grad().expect("a gradient");
        assert!(close(&y.to_vec(), &numbers(&expected["y"])) && close(&d.to_vec(), &numbers(&expected["grads"])));
    }
    assert!(close(&v(&[0.5, 1.5, 2.5, -0.5, -1.5]).round().to_vec(), &numbers(recorded("kinks", "round half even"))));
    let pairs: [(&str, [fn(&T) -> T; 2], [&[f64]; 2]); 2] = [
        ("lgamma/digamma", [T::lgamma, T::digamma], [&[0.5, 1.0, 0.0], &[0.5, 1.0]]),
        ("gelu tanh/erf at 0", [T::gelu, T::gelu_tanh], [&[0.0, 1.0], &[0.0, 1.0]]),
    ];
    for (case, functions, inputs) in pairs {
        for k in 0..2 {
            let x = v(inputs[k]).requires_grad_(true);
            let y = functions[k](&x);
            y.sum().backward();
            let expected = &recorded("kinks", case)[k];
            assert!(close(&y.to_vec(), &numbers(&expected["y"])), "{case}: {y} instead of {expected}");
            let d = x.grad().expect("a gradient");
            assert!(close(&d.to_vec(), &numbers(&expected["grads"])), "{case}: {d} instead of {expected}");
        }
    }
}

#[test]
fn norms_and_moments() {
    let one = |case: &'static str, values: &[f64], f: fn(&[T]) -> T| -> Kink { (case, vec![v(values)], f) };
    all_same(
        "kinks",
        vec![
            one("norm2 at 0", &[0.0, 0.0], |x| x[0].norm()),
            one("linalg.norm at 0", &[0.0, 0.0], |x| x[0].norm_dim(2.0, [], false)),
            one("norm1 at 0", &[0.0, 1.0], |x| x[0].norm_dim(1.0, [], false)),
            one("norm p=3 at 0", &[0.0, 0.0], |x| x[0].norm_dim(3.0, [], false)),
            one("norm p=.5 at 0", &[0.0, 1.0], |x| x[0].norm_dim(0.5, [], false)),
            one("norm inf ties", &[2.0, -2.0, 1.0], |x| x[0].norm_dim(INF, [], false)),
            one("norm -inf ties", &[1.0, -1.0, 2.0], |x| x[0].norm_dim(-INF, [], false)),
            ("norm dim at 0 row", vec![m([[0.0, 0.0], [3.0, 4.0]])], |x| x[0].norm_dim(2.0, 1, false)),
            one("std of constant", &[1.0, 1.0], |x| x[0].std(1)),
            one("std of 1 element", &[1.0], |x| x[0].std(1)),
            one("var of 1 element", &[1.0], |x| x[0].var(1)),
            one("var correction=0 of 1 element", &[1.0], |x| x[0].var(0)),
        ],
    );
    let recorded = recorded("kinks", "var/std default correction");
    let x = v(&[1.0, 2.0, 4.0]).requires_grad_(true);
    for (k, y) in [x.var(1), x.std(1)].into_iter().enumerate() {
        let d = grad(&[&y], &[&x]).expect("a gradient").remove(0);
        assert!(close(&y.to_vec(), &numbers(&recorded[k]["y"])) && close(&d.to_vec(), &numbers(&recorded[k]["grads"])));
    }
    assert_eq!(v(&[0.0, 3.0]).norm_dim(0.0, [], false).to_vec(), numbers(&self::recorded("kinks", "norm p=0")["y"]));
    let padded = Pool { padding: [1, 1], ..Pool::new([2, 2]) };
    assert_eq!(T::ones([1, 1, 2, 2]).avg_pool2d(padded).to_vec(), [0.25; 4]);
    assert_eq!(T::ones([2]).dropout(1.0, true).to_vec(), [0.0, 0.0]);
    assert_eq!(T::ones([2]).dropout(0.0, true).to_vec(), [1.0, 1.0]);
    assert_eq!(T::ones([2]).dropout(0.5, false).to_vec(), [1.0, 1.0]);
    // A regular neighbour: the convolution of nothing but zeros has no kink.
    assert_eq!(T::zeros([1, 1, 2, 2]).conv2d(&T::ones([1, 1, 2, 2]), None, Conv::default()).item(), 0.0);
}

#[test]
fn what_is_not_chosen_still_multiplies() {
    let one = |case: &'static str, values: &[f64], f: fn(&[T]) -> T| -> Kink { (case, vec![v(values)], f) };
    all_same(
        "kinks",
        vec![
            one("where nan in unused branch: where(x>0, x.sqrt(), 0)", &[0.0, 4.0, -1.0], |x| {
                x[0].sqrt().where_(&x[0].gt(0.0), 0.0)
            }),
            one("where nan: where(x>0, x.log(), 0)", &[0.0, 4.0, -1.0], |x| x[0].log().where_(&x[0].gt(0.0), 0.0)),
            one("double where trick", &[0.0, 4.0, -1.0], |x| {
                let positive = x[0].gt(0.0);
                x[0].where_(&positive, 1.0).sqrt().where_(&positive, 0.0)
            }),
            one("masked mul nan", &[0.0, -1.0], |x| x[0].sqrt() * v(&[0.0, 0.0])),
            one("masked_fill blocks nan", &[0.0, -1.0, 4.0], |x| x[0].sqrt().masked_fill(&x[0].le(0.0), 0.0)),
            one("0*inf", &[0.0], |x| &x[0] * x[0].reciprocal()),
        ],
    );
}

#[test]
fn what_is_overwritten_has_no_gradient() {
    // Two sources for one place: the second wins. PyTorch gives both the gradient, and says that it is only right for
    // places that do not repeat.
    let first = Tensor::from_slice(&[0, 0]);
    let source = v(&[1.0, 2.0]).requires_grad_(true);
    let y = T::zeros([2]).index_put(&[Index::Tensor(first.clone())], &source, false);
    y.sum().backward();
    assert!(close(&y.to_vec(), &numbers(&recorded("kinks", "index_put repeated non-accumulate")["y"])));
    assert_eq!(source.grad().expect("a gradient").to_vec(), [0.0, 1.0]);
    let (x, source) = (v(&[1.0, 2.0]).requires_grad_(true), v(&[3.0, 4.0]).requires_grad_(true));
    let y = x.scatter(0, &first, &source);
    y.sum().backward();
    let expected = recorded("kinks", "scatter repeated idx");
    assert!(close(&y.to_vec(), &numbers(&expected["y"])));
    assert!(close(&x.grad().expect("a gradient").to_vec(), &numbers(&expected["grads"][0])));
    assert_eq!(source.grad().expect("a gradient").to_vec(), [0.0, 1.0]);
}

#[test]
fn singular_matrices() {
    all_same(
        "kinks",
        vec![
            ("slogdet singular", vec![m([[1.0, 2.0], [2.0, 4.0]])], |x| x[0].slogdet().1),
            ("det zero 3x3", vec![T::zeros([3, 3])], |x| x[0].det()),
        ],
    );
    // The record has zeros for the gradient of a determinant that is zero; here it has the cofactors, which differ
    // from zero unless the rank is lower by two.
    let x = m([[1.0, 2.0], [2.0, 4.0]]).requires_grad_(true);
    let y = x.det();
    y.backward();
    assert!(close(&y.to_vec(), &numbers(&recorded("kinks", "det singular")["y"])));
    assert!(close(&x.grad().expect("a gradient").to_vec(), &[4.0, -2.0, -2.0, 1.0]));
}

#[test]
fn broadcasting_sums_gradients() {
    let column = m([[1.0], [2.0]]);
    all_same(
        "broadcast_grads",
        vec![
            ("(2,1)*(3,)", vec![column.clone(), v(&[1.0, 2.0, 3.0])], |x| &x[0] * &x[1]),
            ("()+(2,2)", vec![Tensor::scalar(1.0), m([[1.0, 2.0], [3.0, 4.0]])], |x| &x[0] + &x[1]),
            ("(1,)+(2,)", vec![v(&[1.0]), v(&[1.0, 2.0])], |x| &x[0] + &x[1]),
            (
                "(3,1,2)-(4,1)",
                vec![Tensor::arange(0.0, 6.0, 1.0).reshape([3, 1, 2]), Tensor::arange(0.0, 4.0, 1.0).reshape([4, 1])],
                |x| &x[0] - &x[1],
            ),
            ("div (2,1)/(2,)", vec![column, v(&[2.0, 4.0])], |x| &x[0] / &x[1]),
            ("pow ()**(2,)", vec![Tensor::scalar(2.0), v(&[1.0, 3.0])], |x| x[0].pow(&x[1])),
            ("where bcast", vec![v(&[1.0, 2.0]), Tensor::scalar(3.0)], |x| {
                x[0].where_(&Tensor::from([[true], [false]]), &x[1])
            }),
            ("maximum bcast", vec![m([[1.0, 5.0]]), m([[2.0], [3.0]])], |x| x[0].maximum(&x[1])),
            ("expand grad", vec![v(&[1.0, 2.0])], |x| x[0].expand([3, 2])),
        ],
    );
    let (a, b) = (T::ones([2, 1, 1, 2]).requires_grad_(true), T::ones([3, 2, 1]).requires_grad_(true));
    a.matmul(&b).sum().backward();
    assert_eq!(a.grad().expect("a gradient").shape(), [2, 1, 1, 2]);
    assert_eq!(b.grad().expect("a gradient").shape(), [3, 2, 1]);
    // The gradient of a leaf is stored densely, however it came about.
    let x = v(&[1.0, 2.0]).requires_grad_(true);
    x.expand([3, 2]).sum().backward();
    assert_eq!(x.grad().expect("a gradient").strides(), [1]);
    let x = T::ones([2, 2]).requires_grad_(true);
    x.sum().backward();
    assert_eq!(x.grad().expect("a gradient").strides(), [2, 1]);
}
