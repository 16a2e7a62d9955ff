//! Gradients clipped by norm and by value.

use autograd_runtime::optim::{
    IntoParameter, Optimizer, Sgd, Variable, clip_grad_norm, clip_grad_value, clip_norm, clip_value,
};

fn parameters() -> (Variable<[f64; 2]>, Variable<f64>, Variable<f64>) {
    let (a, b, none) = (Variable::new([0.0, 0.0]), Variable::new(0.0), Variable::new(1.0));
    a.set_grad(&[3.0, 0.0]).and_then(|()| b.set_grad(&-4.0)).expect("the shapes agree");
    (a, b, none)
}

#[test]
fn clip_grad_norm_scales_all_gradients_together() {
    let (a, b, none) = parameters();
    let all = || [(&a).into_parameter(), (&b).into_parameter(), (&none).into_parameter()];
    assert_eq!(clip_grad_norm(all(), 10.0, 2.0, true), Ok(5.0));
    assert_eq!((a.grad(), b.grad()), (Some([3.0, 0.0]), Some(-4.0)), "below the limit nothing is scaled");

    assert_eq!(clip_grad_norm(all(), 1.0, 2.0, true), Ok(5.0));
    let factor = 1.0 / (5.0 + 1e-6);
    assert_eq!((a.grad(), b.grad(), none.grad()), (Some([3.0 * factor, 0.0]), Some(-4.0 * factor), None));

    let (a, b, _) = parameters();
    let both = || [(&a).into_parameter(), (&b).into_parameter()];
    assert_eq!(clip_grad_norm(both(), 100.0, f64::INFINITY, true), Ok(4.0));
    assert_eq!(clip_grad_norm(both(), 100.0, 1.0, true), Ok(7.0));
}

#[test]
fn clip_grad_norm_reports_what_is_not_finite() {
    let (a, b, _) = parameters();
    b.set_grad(&f64::INFINITY).expect("the shapes agree");
    let both = || [(&a).into_parameter(), (&b).into_parameter()];
    let error = clip_grad_norm(both(), 1.0, 2.0, true).expect_err("an infinite norm").to_string();
    assert!(error.starts_with("The total norm of order 2.0 for gradients from `parameters` is non-finite"), "{error}");
    assert_eq!(a.grad(), Some([3.0, 0.0]), "nothing is changed");
    assert_eq!(clip_grad_norm(both(), 1.0, 2.0, false), Ok(f64::INFINITY));
    assert_eq!(a.grad(), Some([0.0, 0.0]));
    assert!(b.grad().is_some_and(f64::is_nan));
}

#[test]
fn clip_grad_value_limits_every_entry() {
    let (a, b, none) = parameters();
    clip_grad_value([(&a).into_parameter(), (&b).into_parameter(), (&none).into_parameter()], 2.5);
    assert_eq!((a.grad(), b.grad(), none.grad()), (Some([2.5, 0.0]), Some(-2.5), None));
}

#[test]
fn clipping_sparse_gradients_and_whole_optimizers() {
    let table = Variable::new([[0.0, 0.0], [1.0, 1.0], [2.0, 2.0]]);
    table.add_sparse_grad(&[2], &[6.0, -8.0]).expect("the row exists");
    let optimizer = Optimizer::new(Sgd::default(), [&table]).expect("an optimizer");
    assert_eq!(optimizer.clip_grad_norm(20.0, 2.0), 10.0);
    optimizer.clip_grad_value(7.0);
    assert_eq!(table.grad(), Some([[0.0, 0.0], [0.0, 0.0], [6.0, -7.0]]));
    optimizer.zero_grad();
    assert_eq!(table.grad(), None);
}

#[test]
fn clipping_plain_gradients() {
    let mut gradient = (vec![3.0_f64], [[0.0, -4.0]]);
    assert_eq!(clip_norm(&mut gradient, 1.0, 2.0), 5.0);
    let factor = 1.0 / (5.0 + 1e-6);
    assert_eq!(gradient, (vec![3.0 * factor], [[0.0, -4.0 * factor]]));
    let mut gradient = (vec![3.0_f64, f64::NAN], [[0.0, -4.0]]);
    clip_value(&mut gradient, 2.0);
    assert_eq!((gradient.0[0], gradient.1), (2.0, [[0.0, -2.0]]));
    assert!(gradient.0[1].is_nan());
}
