//! Jacobians, Hessians and their products, checkpoints, `detach_` and conversions.

use crate::torch::{T, close, leaf, numbers, recorded, refused, same};
use autograd_runtime::tensor::{
    GradOptions, Tensor, checkpoint, grad, grad_with, gradcheck, gradgradcheck, hessian, hvp, jacobian, jvp, vhp, vjp,
};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

/// (x₀·x₁, sin x₀, x₁³) at (1, 2)
fn three(x: &[T]) -> Vec<T> {
    let (a, b) = (x[0].select(0, 0), x[0].select(0, 1));
    let place = |k: usize| Tensor::from_slice(&[0, 1, 2].map(|i| if i == k { 1.0 } else { 0.0 }));
    vec![(&a * &b) * place(0) + a.sin() * place(1) + b.powi(3) * place(2)]
}

/// x₀²·x₁ + sin x₁ at (1, 2)
fn scalar(x: &[T]) -> T {
    let (a, b) = (x[0].select(0, 0), x[0].select(0, 1));
    &a * &a * &b + b.sin()
}

#[test]
fn first_derivatives() {
    let x = Tensor::from_slice(&[1.0, 2.0]);
    same(&[&jacobian(three, &[&x]).expect("a Jacobian")[0][0]], "functional_api", "jacobian");
    let (y, d_x) = vjp(three, &[&x], Some(&[&Tensor::from_slice(&[1.0, 2.0, 3.0])])).expect("a product");
    same(&[&y[0], &d_x[0]], "functional_api", "vjp");
    let (y, d_y) = jvp(three, &[&x], &[&Tensor::from_slice(&[1.0, -1.0])]).expect("a product");
    same(&[&y[0], &d_y[0]], "functional_api", "jvp");
    refused(vjp(three, &[&x], Some(&[&x])), "functional_api", "vjp v wrong size");
    refused(vjp(three, &[&x], None), "functional_api", "vjp no v non-scalar");
    let constant = jacobian(|_| vec![Tensor::from_slice(&[1.0, 2.0])], &[&x]).expect("a Jacobian");
    same(&[&constant[0][0]], "functional_api", "jacobian of output independent of input");
    let square = Tensor::from([[1.0, 2.0], [3.0, 4.0]]);
    let j = jacobian(|x| vec![x[0].matmul(&x[0])], &[&square]).expect("a Jacobian");
    assert_eq!(j[0][0].shape(), [2, 2, 2, 2]);
    assert!(!j[0][0].requires_grad());
}

#[test]
fn second_derivatives() {
    let x = Tensor::from_slice(&[1.0, 2.0]);
    same(&[&hessian(scalar, &[&x]).expect("a Hessian")[0][0]], "functional_api", "hessian");
    let v = Tensor::from_slice(&[1.0, -1.0]);
    for (case, product) in [("hvp", hvp(scalar, &[&x], &[&v])), ("vhp", vhp(scalar, &[&x], &[&v]))] {
        let (y, product) = product.expect("a product");
        // The value does not depend on the vector; the product is checked against the Hessian.
        assert!((y.item() - numbers(recorded("functional_api", case))[0]).abs() < 1e-12);
        let expected = hessian(scalar, &[&x]).expect("a Hessian")[0][0].mv(&v).to_vec();
        assert_eq!(product[0].to_vec(), expected, "{case}");
    }
    refused(hessian(|x| three(x).remove(0), &[&x]), "functional_api", "hessian non-scalar");
    let two = hessian(|x| (&x[0] * &x[1]).sum(), &[&x, &v]).expect("a Hessian");
    assert_eq!(two[0][1].to_vec(), [1.0, 0.0, 0.0, 1.0]);
    assert_eq!(two[0][0].to_vec(), [0.0; 4]);
}

#[test]
fn derivatives_of_derivatives() {
    // The trace of the Hessian of Σ x⁴ is Σ 12·x²; its gradient is 24·x.
    let x = Tensor::from_slice(&[1.0, 2.0]).requires_grad_(true);
    let trace = (hessian(|x| x[0].powi(4).sum(), &[&x]).expect("a Hessian")[0][0].view([2, 2]) * T::eye(2)).sum();
    assert_eq!(grad(&[&trace], &[&x]).expect("a gradient")[0].to_vec(), [24.0, 48.0]);
    let v = Tensor::from_slice(&[1.0, 0.5]);
    let (_, d_y) = jvp(|x| vec![x[0].powi(3)], &[&x], &[&v]).expect("a product");
    assert_eq!(grad(&[&d_y[0].sum()], &[&x]).expect("a gradient")[0].to_vec(), [6.0, 6.0]);
    // One jvp inside another: the second directional derivative 6·x·v².
    let inner = |x: &[T]| jvp(|x| vec![x[0].powi(3)], &[&x[0]], &[&v]).expect("a product").1;
    let (_, second) = jvp(inner, &[&x.detach()], &[&v]).expect("a product");
    assert_eq!(second[0].to_vec(), [6.0, 3.0]);
}

#[test]
fn a_checkpoint_computes_again_instead_of_keeping() {
    let calls = Arc::new(AtomicUsize::new(0));
    let x = Tensor::from_slice(&[0.5, 1.5]).requires_grad_(true);
    let counter = Arc::clone(&calls);
    let run = move |x: &[T]| {
        counter.fetch_add(1, Ordering::Relaxed);
        vec![x[0].exp().sin() * &x[1], x[0].tanh()]
    };
    let w = Tensor::from_slice(&[2.0, 3.0]).requires_grad_(true);
    let y = checkpoint(run.clone(), &[&x, &w]).expect("outputs");
    assert_eq!(y[0].grad_fn().expect("a history").name(), "CheckpointFunctionBackward");
    assert_eq!(y[0].grad_fn().expect("a history").saved_shapes(), [[2], [2]]);
    let plain = run(&[x.clone(), w.clone()]);
    calls.store(0, Ordering::Relaxed);
    y[0].sum().backward();
    assert_eq!(calls.load(Ordering::Relaxed), 1);
    let expected = grad(&[&plain[0].sum()], &[&x, &w]).expect("gradients");
    assert_eq!(x.grad().expect("a gradient").to_vec(), expected[0].to_vec());
    assert_eq!(w.grad().expect("a gradient").to_vec(), expected[1].to_vec());
    let inside = |x: &[T]| checkpoint(|x| vec![x[0].exp().sin() * &x[0]], &[&x[0]]).expect("outputs");
    let y = inside(std::slice::from_ref(&x));
    y[0].sum().backward();
    assert!(y[0].sum().try_backward().is_err(), "freed");
    gradcheck(inside, &[x.detach().requires_grad_(true)]).expect("right");
    gradgradcheck(inside, &[x.detach().requires_grad_(true)]).expect("right");
    let nested = |x: &[T]| {
        checkpoint(move |x| checkpoint(|x| vec![x[0].sin()], &[&x[0].exp()]).expect("outputs"), &[&x[0]])
            .expect("outputs")
    };
    gradcheck(nested, &[x.detach().requires_grad_(true)]).expect("right");
    // An input that needs no gradient gets none.
    let c = Tensor::from_slice(&[1.0, 1.0]);
    let y = checkpoint(|x| vec![&x[0] * &x[1]], &[&x, &c]).expect("outputs").remove(0);
    let options = GradOptions { create_graph: true, ..GradOptions::default() };
    let d = grad_with(&[&y.sum()], &[&x], &[], options).expect("a gradient").remove(0).expect("used");
    assert_eq!((d.to_vec(), c.grad().is_none()), (vec![1.0, 1.0], true));
}

#[test]
fn a_checkpoint_reaches_what_its_function_captures() {
    let (x, w) = (leaf(&[0.5, 1.5]), leaf(&[2.0, 3.0]));
    // A parameter, a result of a computation, and the same parameter once more behind it.
    let h = w.sin();
    let (w2, h2) = (w.clone(), h.clone());
    let layer = move |x: &[T]| vec![(&x[0] * &w2 + &h2).tanh() * &x[0]];
    let plain = grad(&[&layer(std::slice::from_ref(&x))[0].sum()], &[&x, &w]).expect("gradients");
    let h3 = w.sin();
    let w3 = w.clone();
    let layer = move |x: &[T]| vec![(&x[0] * &w3 + &h3).tanh() * &x[0]];
    let y = checkpoint(layer, &[&x]).expect("an output").remove(0);
    y.sum().backward();
    for (leaf, expected) in [&x, &w].iter().zip(&plain) {
        assert!(close(&leaf.grad().expect("a gradient").to_vec(), &expected.to_vec()));
    }
    // Also where no input requires a gradient, and to the second order.
    let captured = |x: &[T]| {
        let w = x[0].clone();
        checkpoint(move |c| vec![(&c[0] * &w).exp() * &w], &[&Tensor::from_slice(&[1.0, -1.0])]).expect("an output")
    };
    gradcheck(captured, &[leaf(&[0.3, 0.8])]).expect("right");
    gradgradcheck(captured, &[leaf(&[0.3, 0.8])]).expect("right");
    // The same tensor given twice, and given and captured.
    let twice = |x: &[T]| {
        let w = x[0].clone();
        checkpoint(move |x| vec![&x[0] * &x[1].sin() * &w], &[&x[0], &x[0]]).expect("an output")
    };
    gradcheck(twice, &[leaf(&[0.3, 0.8])]).expect("right");
    gradgradcheck(twice, &[leaf(&[0.3, 0.8])]).expect("right");
    drop(h);
}

#[test]
fn a_checkpoint_repeats_its_random_numbers_and_refuses_what_does_not_repeat() {
    let x = T::ones([1000]).requires_grad_(true);
    let y = checkpoint(|x| vec![x[0].dropout(0.5, true)], &[&x]).expect("an output").remove(0);
    y.sum().backward();
    assert_eq!(x.grad().expect("a gradient").to_vec(), y.to_vec(), "the mask of the first run");
    let calls = Arc::new(AtomicUsize::new(0));
    let grows = move |x: &[T]| vec![x[0].narrow(0, 0, 1 + calls.fetch_add(1, Ordering::Relaxed)).sin()];
    let y = checkpoint(grows, &[&x]).expect("an output").remove(0);
    let error = y.sum().try_backward().expect_err("another shape").to_string();
    assert!(error.contains("shapes [1] in the forward pass and [2] in the backward pass"), "{error}");
    let (calls, w) = (AtomicUsize::new(0), leaf(&[2.0]));
    let strays = move |x: &[T]| vec![if calls.fetch_add(1, Ordering::Relaxed) == 0 { x[0].sin() } else { &x[0] * &w }];
    let y = checkpoint(strays, &[&x]).expect("an output").remove(0);
    let error = y.sum().try_backward().expect_err("another tensor").to_string();
    assert!(error.contains("used 1 tensors that it had not used in the forward pass"), "{error}");
}

#[test]
fn detaching_in_place() {
    let x = Tensor::from_slice(&[1.0, 2.0]).requires_grad_(true);
    let mut y = &x * 2.0;
    let other = y.clone();
    y.detach_();
    assert_eq!((y.is_leaf(), y.requires_grad(), other.requires_grad()), (true, false, false));
    let mut lone = &x * 2.0;
    lone.mul_(3.0);
    lone.detach_();
    assert!(lone.is_leaf() && !lone.requires_grad() && lone.grad_fn().is_none());
    let lone = lone.requires_grad_(true);
    (&lone * &lone).sum().backward();
    assert_eq!(lone.grad().expect("a gradient").to_vec(), [12.0, 24.0]);
    let error = (&x * 2.0).select(0, 0).try_detach_().expect_err("a view").to_string();
    assert!(error.starts_with("Can't detach views in-place. Use detach() instead."), "{error}");
}

#[cfg(feature = "nalgebra")]
#[test]
fn nalgebra_there_and_back() {
    use nalgebra::{DMatrix, DVector, Matrix2x3, RowVector3, Vector3};
    let m = Matrix2x3::new(1.0, 2.0, 3.0, 4.0, 5.0, 6.0);
    let t = Tensor::from_matrix(&m);
    assert_eq!((t.shape(), t.to_vec()), (&[2, 3][..], vec![1.0, 2.0, 3.0, 4.0, 5.0, 6.0]));
    assert_eq!(t.to_smatrix::<2, 3>().expect("a matrix"), m);
    assert_eq!(t.t().to_dmatrix().expect("a matrix"), DMatrix::from_row_slice(3, 2, m.as_slice()));
    assert_eq!(Tensor::from_matrix(&m.fixed_view::<2, 2>(0, 1)).to_vec(), [2.0, 3.0, 5.0, 6.0]);
    let v = Vector3::new(1.0, 2.0, 3.0);
    assert_eq!(Tensor::from(&v).shape(), [3]);
    assert_eq!(Tensor::from_matrix(&v).shape(), [3, 1]);
    assert_eq!(Tensor::from_matrix(&RowVector3::new(1.0, 2.0, 3.0)).shape(), [1, 3]);
    assert_eq!(Tensor::from(&v).to_smatrix::<3, 1>().expect("a vector"), v);
    assert_eq!(Tensor::from(DVector::from(vec![1_i64, 2])).to_dvector().expect("a vector").as_slice(), [1, 2]);
    assert_eq!(Tensor::from(DMatrix::<f32>::identity(2, 2)).to_vec(), [1.0, 0.0, 0.0, 1.0]);
    let error = t.to_smatrix::<3, 2>().expect_err("other sizes").to_string();
    assert_eq!(error, "a tensor of shape [2, 3] is not a matrix of 3 rows and 2 columns");
    assert!(t.to_dvector().is_err() && t.select(0, 0).to_dmatrix().is_err());
}
