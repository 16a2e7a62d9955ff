//! PyTorch's semantics, against what was recorded of them in `fixtures/torch_semantics.json`.

use crate::torch::{T, close, leaf, numbers, recorded, refused};
use autograd_runtime::tensor::{
    BackwardOptions, Context, Function, GradOptions, Tensor, TensorError, backward_all, detect_anomaly, enable_grad,
    grad, grad_with, gradcheck, gradgradcheck, is_grad_enabled, no_grad, set_grad_enabled,
};
use serde_json::Value;
use std::sync::{Arc, Mutex};

#[track_caller]
fn same(found: &T, expected: &Value) {
    assert!(close(&found.to_vec(), &numbers(expected)), "{found} instead of {expected}");
}

fn name(t: &T) -> String {
    t.grad_fn().expect("a history").name()
}

#[test]
fn gradients_accumulate() {
    let x = leaf(&[1.0, 2.0]);
    (&x * 3.0).sum().backward();
    let handle = x.grad().expect("a gradient");
    assert_eq!(handle.to_vec(), [3.0, 3.0]);
    (&x * 3.0).sum().backward();
    assert_eq!(handle.to_vec(), [6.0, 6.0], "accumulation writes to the same tensor");
    x.zero_grad();
    assert!(x.grad().is_none());
    (&x * &x + &x).sum().backward();
    same(&x.grad().expect("a gradient"), recorded("accumulation", "fan-out in one graph (x*x+x)"));
    refused(x.set_grad(Some(Tensor::zeros([3]))), "accumulation", "assign grad wrong shape");
}

#[test]
fn backward_refuses() {
    const S: &str = "errors_backward";
    let x = leaf(&[1.0, 2.0]);
    let y = (&x * &x).sum();
    y.backward();
    refused(y.try_backward(), S, "backward twice (saved tensors)");
    let y = (&x + 1.0).sum();
    y.backward();
    y.backward();
    let shared = &x * &x;
    shared.sum().backward();
    refused((&shared * 1.0).sum().try_backward(), S, "shared subgraph freed by another root");
    refused((&x * 2.0).try_backward(), S, "non-scalar backward without gradient");
    refused(Tensor::scalar(1.0).try_backward(), S, "backward when nothing requires grad");
    refused(no_grad(|| (&x * 2.0).sum()).try_backward(), S, "backward on no_grad result");
    refused((&x * 2.0).sum().detach().try_backward(), S, "backward on detached");
    refused((&x * 2.0).try_backward_with(&Tensor::ones([3])), S, "gradient wrong shape");
    refused((&x * 2.0).try_backward_with(&Tensor::scalar(1.0)), S, "gradient 0-d for 1-d output");
    refused((&x * 2.0).sum().backward_inputs(None, &[], BackwardOptions::default()), S, "backward(inputs=[])");
    refused(Tensor::from_slice(&[1_i64]).try_requires_grad_(true), S, "requires_grad_ on int tensor");
    refused(Tensor::from_slice(&[true]).try_requires_grad_(true), S, "requires_grad_ on bool tensor");
    refused((&x * 2.0).try_requires_grad_(false), S, "requires_grad=False on non-leaf");
    refused(x.try_item(), S, "item() on 2 elements");
    refused(x.gt(0.0).try_bool(), S, "bool() on 2 elements");
}

#[test]
fn plain_forms_panic_with_the_text_of_the_try_forms() {
    let (a, b) = (T::zeros([2, 3]), T::zeros([2, 4]));
    let text = a.try_matmul(&b).expect_err("shapes differ").to_string();
    let panic = std::panic::catch_unwind(|| a.matmul(&b)).expect_err("a panic");
    assert_eq!(panic.downcast_ref::<String>(), Some(&text));
}

#[test]
fn retain_graph_and_several_roots() {
    let x = leaf(&[1.0, 2.0]);
    let y = (&x * &x).sum();
    y.backward_retain_graph();
    y.backward();
    same(&x.grad().expect("a gradient"), &recorded("errors_backward", "retain_graph=True then backward")["ok"]);
    x.zero_grad();
    let (a, b) = ((&x * 2.0).sum(), (&x * &x).sum());
    backward_all(&[&a, &b], &[], BackwardOptions::default()).expect("a walk");
    assert_eq!(x.grad().expect("a gradient").to_vec(), [4.0, 6.0]);
}

#[test]
fn shapes_are_refused() {
    const S: &str = "errors_shape";
    let a = T::zeros([2, 3]);
    refused(a.try_add(T::zeros([2, 4])), S, "add broadcast mismatch");
    refused(a.try_matmul(&T::zeros([2, 4])), S, "matmul mismatch");
    refused(a.try_mv(&T::zeros([2])), S, "mv mismatch");
    refused(T::zeros([2, 3, 4]).try_bmm(&T::zeros([2, 3, 4])), S, "bmm mismatch");
    refused(T::zeros([2]).try_dot(&T::zeros([3])), S, "dot mismatch");
    refused(a.try_reshape([4]), S, "reshape mismatch");
    refused(a.try_reshape([4, -1]), S, "reshape -1 bad");
    refused(a.t().try_view([6]), S, "view non-contiguous");
    refused(a.try_expand([4, 3]), S, "expand bad");
    refused(a.try_sum_dim(2, false), S, "dim out of range");
    refused(a.try_select(0, 2), S, "index out of range");
    refused(a.try_transpose(0, 2), S, "transpose out of range");
    refused(a.try_permute(&[0, 0]), S, "permute repeated");
    assert_eq!(a.squeeze_dim(0).shape(), [2, 3]);
    assert_eq!(T::zeros([0]).sum().item(), 0.0);
    assert!(T::zeros([0]).mean().item().is_nan());
}

#[test]
fn writes_in_place() {
    const S: &str = "inplace_and_versions";
    let x = leaf(&[1.0, 2.0]);
    refused(x.try_add_(1.0), S, "leaf in-place");
    refused(x.select(0, 0).try_fill_(3.0), S, "in-place on a view of a leaf");
    no_grad(|| x.add_(1.0));
    assert_eq!((x.to_vec(), x.version(), x.is_leaf(), x.requires_grad()), (vec![2.0, 3.0], 1, true, true));

    let y = x.exp();
    y.add_(1.0);
    refused(y.sum().try_backward(), S, "saved result modified (exp)");
    let y = &x + 0.0;
    let z = &y * &y;
    y.add_(1.0);
    refused(z.sum().try_backward(), S, "saved input modified (mul)");
    let p = leaf(&[1.0, 2.0]);
    let z = (&p * &p).sum();
    no_grad(|| p.add_(1.0));
    refused(z.try_backward(), S, "parameter updated between forward and backward");
    assert!(p.grad().is_none());
    let s = x.sigmoid();
    s.mul_(2.0);
    refused(s.sum().try_backward(), S, "sigmoid then mul_");
    let base = T::zeros([1]).expand([3]);
    refused(base.try_add_(1.0), S, "in-place on expanded");
    refused(T::zeros([2]).try_add_(T::zeros([3, 2])), S, "in-place broadcasting output shape");
    let view = no_grad(|| x.narrow(0, 0, 1));
    refused(view.try_mul_(2.0), S, "in-place on view created in no_grad of leaf");
    let v = &x * 1.0;
    let part = v.narrow(0, 0, 2);
    part.mul_(&part);
    // PyTorch names the view's regenerated node here, this crate the one that made it.
    let error = part.sum().try_backward().expect_err("the saved operand was written to").to_string();
    assert!(error.contains("[torch.DoubleTensor [2]], which is output 0 of"), "{error}");
}

#[test]
fn views_and_their_base_share_history() {
    let x = leaf(&[1.0, 2.0, 3.0]);
    let h = &x * 2.0;
    let tail = h.narrow(0, 1, 2);
    h.select(0, 1).mul_(5.0);
    assert_eq!(name(&h), "torch::autograd::CopySlices");
    assert_eq!(tail.to_vec(), [20.0, 6.0]);
    assert_eq!(name(&tail), "AsStridedBackward0");
    tail.sum().backward();
    assert_eq!(x.grad().expect("a gradient").to_vec(), [0.0, 10.0, 2.0]);

    let buffer = T::zeros([3]);
    let s = Tensor::scalar(5.0).requires_grad_(true);
    buffer.select(0, 1).copy_(&s);
    assert!(buffer.requires_grad() && !buffer.is_leaf());
    (&buffer * &buffer).sum().backward();
    assert_eq!(s.grad().expect("a gradient").item(), 10.0);

    let d = x.detach();
    no_grad(|| d.add_(1.0));
    assert_eq!((x.version(), d.version(), x.narrow(0, 0, 1).version()), (1, 1, 1));
}

#[test]
fn names_of_nodes() {
    let x = leaf(&[0.3, 0.7]);
    let m = Tensor::from([[1.0, 2.0], [3.0, 4.0]]).requires_grad_(true);
    let cases: Vec<(&str, T)> = vec![
        ("op of leaf", &x * &x),
        ("clone", x.copy()),
        ("x+x", &x + &x),
        ("x-x", &x - &x),
        ("x/x", &x / &x),
        ("x+1", &x + 1.0),
        ("1-x", 1.0 - &x),
        ("2/x", 2.0 / &x),
        ("x*2", &x * 2.0),
        ("-x", -&x),
        ("x**2", x.powf(2.0)),
        ("x**x", x.pow(&x)),
        ("2**x", Tensor::scalar_pow(2.0, &x)),
        ("exp", x.exp()),
        ("log", x.log()),
        ("log1p", x.log1p()),
        ("expm1", x.expm1()),
        ("sin", x.sin()),
        ("cos", x.cos()),
        ("tan", x.tan()),
        ("tanh", x.tanh()),
        ("sigmoid", x.sigmoid()),
        ("sqrt", x.sqrt()),
        ("rsqrt", x.rsqrt()),
        ("abs", x.abs()),
        ("sign", x.sign()),
        ("floor", x.floor()),
        ("round", x.round()),
        ("reciprocal", x.reciprocal()),
        ("square", x.square()),
        ("relu", x.relu()),
        ("maximum", x.maximum(&x)),
        ("minimum", x.minimum(&x)),
        ("where", x.where_(&x.gt(0.5), &x)),
        ("sum", x.sum()),
        ("sum(0)", x.sum_dim(0, false)),
        ("mean", x.mean()),
        ("mean(0)", x.mean_dim(0, false)),
        ("mm", m.mm(&m)),
        ("mv", m.mv(&x)),
        ("dot", x.dot(&x)),
        ("reshape(contig)", m.reshape([4])),
        ("reshape(noncontig)", m.t().reshape([4])),
        ("view", m.view([4])),
        ("flatten", m.flatten(0, 1)),
        ("unsqueeze", x.unsqueeze(0)),
        ("squeeze", x.squeeze()),
        ("squeeze(0)", x.squeeze_dim(0)),
        ("t", m.t()),
        ("transpose", m.transpose(0, 1)),
        ("permute", m.permute(&[1, 0])),
        ("expand", x.expand([3, 2])),
        ("x[0]", x.select(0, 0)),
        ("x[0:1]", x.slice(0, Some(0), Some(1), 1)),
        ("narrow", x.narrow(0, 0, 1)),
        ("contiguous(noncontig)", m.t().contiguous()),
    ];
    for (case, y) in cases {
        let expected = recorded("is_leaf_and_grad_fn", case);
        let expected = expected.as_array().and_then(|both| both.last()).unwrap_or(expected).clone();
        assert_eq!(Value::from(name(&y)), expected, "{case}");
    }
    assert_eq!(x.to_dtype::<f32>().grad_fn().expect("a history").name(), "ToCopyBackward0");
    let next = (&x * 2.0).grad_fn().expect("a history").next_functions();
    assert_eq!(next[0].as_ref().expect("an edge").0.name(), "torch::autograd::AccumulateGrad");
}

#[test]
fn printing() {
    let case = |name: &str| recorded("is_leaf_and_grad_fn", name).as_str().expect("text").to_owned();
    let x = leaf(&[1.0, 2.0]);
    assert_eq!((&x * 2.0).to_string(), case("repr(x*2)"));
    assert_eq!(x.to_string(), case("repr(leaf)"));
    assert_eq!(x.sum().to_string(), case("repr 0-d"));
    assert_eq!(Tensor::from_slice(&[1.5_f32, 2.0]).to_string(), case("repr float32"));
    assert_eq!(
        Tensor::from([[1.0, -20.25], [3.0, 4.0]]).to_string(),
        "tensor([[  1.0000, -20.2500],\n        [  3.0000,   4.0000]])"
    );
    assert_eq!(Tensor::from_slice(&[1e-9, 2.0]).to_string(), "tensor([1.0000e-09, 2.0000e+00])");
    assert_eq!(Tensor::from_slice(&[true, false]).to_string(), "tensor([ True, False])");
}

#[test]
fn grad_modes_nest_and_survive_panics() {
    let x = leaf(&[1.0]);
    let inside = no_grad(|| {
        (
            is_grad_enabled(),
            no_grad(is_grad_enabled),
            is_grad_enabled(),
            enable_grad(|| (&x * 2.0).requires_grad()),
            (&x * 2.0).requires_grad(),
        )
    });
    assert_eq!(inside, (false, false, false, true, false));
    let panicked = std::panic::catch_unwind(|| no_grad(|| panic!("inside")));
    assert!(panicked.is_err() && is_grad_enabled());
    let guard = set_grad_enabled(false);
    assert!(std::thread::spawn(is_grad_enabled).join().expect("a thread"));
    let y = enable_grad(|| (&x * 2.0).sum());
    y.backward();
    drop(guard);
    assert_eq!(x.grad().expect("a gradient").to_vec(), [2.0]);
}

#[test]
fn hooks_see_and_replace() {
    let x = leaf(&[1.0, 2.0]);
    let seen = Arc::new(Mutex::new(Vec::new()));
    let h = &x * 2.0;
    h.retain_grad();
    let log = Arc::clone(&seen);
    h.register_hook(move |d| {
        log.lock().expect("the log").push(d.to_vec());
        Some(d * 10.0)
    });
    (&h * 3.0 + &h * 2.0).sum().backward();
    assert_eq!(*seen.lock().expect("the log"), [[5.0, 5.0]], "once, with the sum over both uses");
    assert_eq!(h.grad().expect("retained").to_vec(), [50.0, 50.0]);
    assert_eq!(x.grad().expect("a gradient").to_vec(), [100.0, 100.0]);
    x.zero_grad();
    let handle = x.register_hook(|d| Some(d * 7.0));
    handle.remove();
    let after = Arc::clone(&seen);
    x.register_post_accumulate_grad_hook(move |x| {
        after.lock().expect("the log").push(x.grad().expect("a gradient").to_vec())
    })
    .expect("a leaf");
    x.sum().backward();
    assert_eq!(seen.lock().expect("the log")[1], [1.0, 1.0]);
    refused(h.detach().try_register_hook(|_| None), "hooks", "register_hook when not requires_grad");
    refused(h.register_post_accumulate_grad_hook(|_| ()), "hooks", "post_accumulate hook on non-leaf");
    refused(h.detach().try_retain_grad(), "retain_grad_detach_modes", "retain_grad when requires_grad=False");
    let y = leaf(&[1.0, 2.0]);
    y.register_hook(|_| Some(Tensor::zeros([3])));
    let error = y.sum().try_backward().expect_err("a wrong size").to_string();
    assert!(error.contains("has changed the size of value"), "{error}");
}

#[test]
fn grad_returns_and_does_not_accumulate() {
    const S: &str = "autograd_grad";
    let (x, w) = (leaf(&[1.0, 2.0]), leaf(&[3.0, 4.0]));
    let found = grad(&[&(&x * &w).sum()], &[&x, &w]).expect("gradients");
    same(&found[0], &recorded(S, "grad wrt two")[0]);
    same(&found[1], &recorded(S, "grad wrt two")[1]);
    assert!(x.grad().is_none() && w.grad().is_none());
    refused(grad(&[&(&x * 2.0).sum()], &[&x, &w]), S, "unused input");
    refused(grad(&[&x.sum()], &[&T::zeros([2])]), S, "input does not require grad");
    refused(grad(&[&T::zeros([])], &[&x]), S, "output does not require grad");
    refused(grad(&[&(&x * 2.0)], &[&x]), S, "non-scalar without grad_outputs");
    let materialized = GradOptions { materialize_grads: true, ..GradOptions::default() };
    let found = grad_with(&[&(&x * 2.0).sum()], &[&x, &w], &[], materialized).expect("gradients");
    assert_eq!(found[1].as_ref().expect("zeros").to_vec(), [0.0, 0.0]);
    let h = &x * &x;
    assert_eq!(grad(&[&(&h * &h).sum()], &[&h]).expect("gradients")[0].to_vec(), [2.0, 8.0]);
}

#[test]
fn derivatives_of_any_order() {
    let x = Tensor::scalar(2.0).requires_grad_(true);
    let create = GradOptions { create_graph: true, ..GradOptions::default() };
    let mut y = x.powf(4.0);
    let mut orders = Vec::new();
    for _ in 0..4 {
        y = grad_with(&[&y], &[&x], &[], create).expect("a gradient").remove(0).expect("used");
        orders.push(y.item());
    }
    assert_eq!(orders, numbers(recorded("autograd_grad", "x**4 derivatives at 2")));
    assert!(y.requires_grad());
    let first = grad(&[&x.powf(2.0)], &[&x]).expect("a gradient").remove(0);
    refused(grad(&[&first], &[&x]), "autograd_grad", "double without create_graph");
}

struct Cube;

impl Function<f64> for Cube {
    fn forward(&self, ctx: &mut Context<f64>, inputs: &[T]) -> Result<Vec<T>, TensorError> {
        ctx.save_for_backward(&[&inputs[0]]);
        Ok(vec![&inputs[0] * &inputs[0] * &inputs[0]])
    }
    fn backward(&self, ctx: &Context<f64>, d_outputs: &[Option<T>]) -> Result<Vec<Option<T>>, TensorError> {
        let x = &ctx.saved_tensors()?[0];
        Ok(vec![d_outputs[0].as_ref().map(|d| d * (x * x) * 3.0)])
    }
}

struct TooFew;

impl Function<f64> for TooFew {
    fn forward(&self, _: &mut Context<f64>, inputs: &[T]) -> Result<Vec<T>, TensorError> {
        Ok(vec![&inputs[0] * 1.0])
    }
    fn backward(&self, _: &Context<f64>, d_outputs: &[Option<T>]) -> Result<Vec<Option<T>>, TensorError> {
        Ok(d_outputs.to_vec())
    }
}

#[test]
fn functions_of_the_user() {
    let x = Tensor::scalar(2.0).requires_grad_(true);
    let y = x.apply(Cube);
    assert_eq!(Value::from(name(&y)), *recorded("custom_function", "grad_fn name"));
    let create = GradOptions { create_graph: true, ..GradOptions::default() };
    let first = grad_with(&[&y], &[&x], &[], create).expect("a gradient").remove(0).expect("used");
    assert_eq!(first.item(), 12.0);
    assert_eq!(grad(&[&first], &[&x]).expect("a gradient")[0].item(), 12.0);
    let y = x.apply(Cube);
    y.backward();
    refused(y.try_backward(), "custom_function", "custom fn backward twice");
    let h = &x * 1.0;
    let y = h.apply(Cube);
    h.add_(1.0);
    let error = y.try_backward().expect_err("a saved tensor was written to").to_string();
    assert!(error.contains("modified by an inplace operation"), "{error}");
    let y = TooFew.apply(&[&x, &x]).expect("outputs").remove(0);
    let error = y.try_backward().expect_err("one gradient for two inputs").to_string();
    assert_eq!(error, "function TooFewBackward returned an incorrect number of gradients (expected 2, got 1)");
    gradcheck(|x| vec![x[0].apply(Cube)], &[leaf(&[0.5, -1.5])]).expect("right");
    gradgradcheck(|x| vec![x[0].apply(Cube)], &[leaf(&[0.5, -1.5])]).expect("right");
}

#[test]
fn anomaly_mode_names_the_operation_and_the_line() {
    let _guard = detect_anomaly(true);
    let x = leaf(&[-1.0]);
    let y = x.sqrt();
    let line = line!() - 1;
    let error = y.sum().try_backward().expect_err("a NaN").to_string();
    assert!(error.contains(recorded("engine", "detect_anomaly")["text"].as_str().expect("text")), "{error}");
    assert!(error.contains(&format!("semantics.rs:{line}:")), "{error}");
    assert!(x.grad().is_none());
}

#[test]
fn gradcheck_notices_a_wrong_formula() {
    struct Wrong;
    impl Function<f64> for Wrong {
        fn forward(&self, ctx: &mut Context<f64>, inputs: &[T]) -> Result<Vec<T>, TensorError> {
            ctx.save_for_backward(&[&inputs[0]]);
            Ok(vec![&inputs[0] * &inputs[0]])
        }
        fn backward(&self, ctx: &Context<f64>, d_outputs: &[Option<T>]) -> Result<Vec<Option<T>>, TensorError> {
            Ok(vec![d_outputs[0].as_ref().map(|d| d * &ctx.saved_tensors().expect("saved")[0] * 3.0)])
        }
    }
    refused(gradcheck(|x| vec![x[0].apply(Wrong)], &[leaf(&[1.0, 2.0])]), "gradcheck", "gradcheck wrong");
    refused(gradcheck(|x| vec![x[0].sin()], &[T::zeros([1])]), "gradcheck", "gradcheck no requires_grad");
}

/// A function of several tensors with several results.
type Program = fn(&[T]) -> Vec<T>;

#[test]
fn second_derivatives_with_broadcasting_views_and_empty_tensors() {
    let a = Tensor::from_vec(vec![0.3, -0.4, 1.2, 0.8, 0.5, -1.1], [2, 1, 3]).requires_grad_(true);
    let b = Tensor::from_vec(vec![0.9, 1.4, -0.6, 0.7], [4, 1]).requires_grad_(true);
    let programs: [Program; 6] = [
        |x| vec![&x[0] * &x[1], &x[0] - &x[1]],
        |x| vec![&x[0] / &x[1]],
        |x| vec![(&x[0] + &x[1]).transpose(0, 2).sin().mean_dim([0, -1], true)],
        |x| vec![x[0].expand([2, 4, 3]).matmul(&(x[0].transpose(1, 2) * &x[1].t()))],
        |x| vec![x[0].narrow(2, 1, 2).maximum(&x[1]).slice(1, Some(1), None, 2).sigmoid()],
        |x| vec![x[0].narrow(0, 0, 0).exp(), x[1].select(0, -1).tanh()],
    ];
    for (i, program) in programs.into_iter().enumerate() {
        let inputs = [a.clone(), b.clone()];
        gradcheck(program, &inputs).unwrap_or_else(|e| panic!("program {i}: {e}"));
        gradgradcheck(program, &inputs).unwrap_or_else(|e| panic!("program {i}, second order: {e}"));
    }
}
