//! The rest of PyTorch's recorded behaviour: errors of shapes, accumulation, writes, hooks, `grad`, the engine.
//! `docs/tensor_semantics.md` says for every case which test holds it.

use crate::torch::{T, leaf, numbers, recorded, refused, same};
use autograd_runtime::tensor::{
    BackwardOptions, BatchNorm, Context, Conv, Function, GradOptions, GradcheckOptions, Graph, Reduction, Tensor,
    TensorError, backward_all, checkpoint, detect_anomaly, enable_grad, grad, grad_with, gradcheck, gradgradcheck,
    hessian, is_grad_enabled, jacobian, no_grad, set_grad_enabled,
};
use serde_json::Value;
use std::sync::{Arc, Mutex};

fn d(x: &T) -> T {
    x.grad().expect("a gradient")
}

const CREATE: GradOptions =
    GradOptions { create_graph: true, retain_graph: false, allow_unused: false, materialize_grads: false };

#[test]
fn shapes_that_do_not_fit() {
    const S: &str = "errors_shape";
    let (a, b) = (T::ones([2, 3]), T::ones([2, 4]));
    refused(Tensor::try_cat(&[&a, &b], 0), S, "cat mismatch");
    refused(Tensor::try_stack(&[&a, &b], 0), S, "stack mismatch");
    assert_eq!(a.slice(0, Some(5), Some(9), 1).shape(), [0, 3]);
    assert_eq!(a.squeeze_dim(0).shape(), [2, 3]);
    refused(a.try_gather(1, &Tensor::from([[3]])), S, "gather idx out of range");
    refused(a.try_index_select(0, &Tensor::from_slice(&[2])), S, "index_select out of range");
    refused(a.try_cross_entropy(&Tensor::from_slice(&[0, 3])), S, "cross_entropy target out of range");
    refused(a.try_cross_entropy(&Tensor::from_slice(&[0])), S, "cross_entropy batch mismatch");
    refused(T::zeros([0]).try_max(), S, "max of empty");
    refused(T::zeros([2, 0]).try_max_dim(1, false), S, "max over empty dim");
    assert_eq!((T::zeros([0]).sum().item(), T::zeros([0]).prod().item()), (0.0, 1.0));
    assert!(T::zeros([0]).mean().item().is_nan());
    refused(T::zeros([2, 2]).try_inv(), S, "inverse of singular");
    refused((-T::eye(2)).try_cholesky(), S, "cholesky of non-PD");
    refused(T::zeros([2, 2]).try_solve(&T::ones([2])), S, "solve of singular");
    refused(a.try_inv(), S, "inv of non-square");
    let (image, kernel) = (T::zeros([1, 3, 5, 5]), T::zeros([2, 4, 3, 3]));
    refused(image.try_conv2d(&kernel, None, Conv::default()), S, "conv2d channel mismatch");
    refused(T::zeros([2]).try_mse_loss(&T::zeros([3]), Reduction::Mean), S, "mse_loss shape mismatch");
    let outside = Tensor::from_slice(&[1.5]);
    let training = || BatchNorm { training: true, ..BatchNorm::default() };
    refused(T::ones([1, 2]).try_batch_norm(&training()), "kinks", "batch_norm train single value per channel");
    let (mean, var) = (T::zeros([1]), T::ones([1]));
    let running = BatchNorm { running_mean: Some(mean.clone()), running_var: Some(var.clone()), ..training() };
    Tensor::from([[1.0], [3.0]]).batch_norm(&running);
    same(&[&mean, &var], "kinks", "running stats update (momentum .1; unbiased var)");
    refused(outside.try_binary_cross_entropy(&T::ones([1]), None, Reduction::Mean), S, "bce out of [0,1]");
}

#[test]
fn gradients_add_up_and_are_cleared() {
    const S: &str = "accumulation";
    let x = leaf(&[1.0, 2.0]);
    assert!(x.grad().is_none());
    (&x * 3.0).sum().backward();
    same(&[&d(&x)], S, "first");
    let handle = d(&x);
    (&x * 3.0).sum().backward();
    same(&[&d(&x)], S, "second accumulates");
    same(&[&handle], S, "old handle sees new value");
    assert!(handle.is_same(&d(&x)));
    x.zero_grad();
    assert!(x.grad().is_none());
    x.set_grad(Some(Tensor::from_slice(&[10.0, 20.0]))).expect("the size fits");
    (&x * 3.0).sum().backward();
    same(&[&d(&x)], S, "pre-set grad is added to");
    no_grad(|| d(&x).zero_());
    same(&[&d(&x)], "zero_grad", "set_to_none=False -> grad");
    let unused = leaf(&[1.0]);
    (&x * 3.0).sum().backward();
    assert!(unused.grad().is_none());
    assert!(!d(&x).requires_grad() && d(&x).is_leaf());
}

#[test]
fn what_backward_accepts() {
    const S: &str = "errors_backward";
    let x = leaf(&[1.0, 2.0]);
    let y = (&x + 1.0).sum();
    y.backward();
    y.backward();
    same(&[&d(&x)], S, "backward twice with no saved tensors (add,sum)");
    let y = (&x * 3.0).sum();
    y.backward();
    refused(y.try_backward(), S, "backward twice x*python scalar");
    let s = Tensor::scalar(3.0).requires_grad_(true);
    s.backward();
    s.backward();
    same(&[&d(&s)], S, "scalar leaf backward twice");
    for (shape, case) in [(&[1][..], "1-element 1-d tensor backward"), (&[1, 1], "1x1 tensor backward")] {
        let x = T::ones(shape).requires_grad_(true);
        (&x * 2.0).backward();
        same(&[&d(&x)], S, case);
    }
    let x = leaf(&[1.0, 2.0]);
    (&x * 2.0).backward_with(&Tensor::from_slice(&[1.0, 10.0]));
    same(&[&d(&x)], S, "gradient argument");
    let x = leaf(&[1.0, 2.0]);
    let (a, b) = ((&x * 2.0).sum(), &x * &x);
    backward_all(&[&a, &b], &[None, Some(&Tensor::from_slice(&[1.0, 10.0]))], BackwardOptions::default())
        .expect("both roots fit");
    same(&[&d(&x)], S, "autograd.backward multi-root");
    let (x, z) = (leaf(&[1.0, 2.0]), leaf(&[3.0, 4.0]));
    (&x * &z).sum().backward_inputs(None, &[&x], BackwardOptions::default()).expect("one input");
    same(&[&d(&x)], S, "backward(inputs=[x]) x.grad");
    assert!(z.grad().is_none());
    let h = &x * 2.0;
    x.zero_grad();
    (&h * &h).sum().backward_inputs(None, &[&h], BackwardOptions::default()).expect("one input");
    same(&[&d(&h)], S, "backward(inputs=[nonleaf])");
    assert!(x.grad().is_none());
    assert_eq!(Tensor::scalar(1.5).requires_grad_(true).item(), numbers(recorded(S, "item() on requires_grad"))[0]);
    assert!((&x * 2.0).grad().is_none());
}

#[test]
fn writes_and_versions() {
    const S: &str = "inplace_and_versions";
    let x = leaf(&[1.0, 2.0]);
    refused(x.select(0, 0).try_fill_(3.0), S, "leaf setitem (view of leaf)");
    let y = &x + 1.0;
    let z = y.sum();
    y.mul_(2.0);
    z.backward();
    same(&[&d(&x)], S, "add saves nothing -> ok");
    let constant = T::ones([1, 2]);
    let y = constant.matmul(&leaf(&[1.0, 2.0]).view([2, 1]));
    constant.add_(1.0);
    refused(y.try_backward(), S, "matmul saved constant input modified");
    let p = leaf(&[1.0, 2.0]);
    let z = (&p * &p).sum();
    no_grad(|| p.detach().add_(1.0));
    refused(z.try_backward(), S, "detach() shares version counter");
    let h = &leaf(&[1.0, 2.0]) * 1.0;
    let z = (&h * &h).sum();
    h.select(0, 0).add_(1.0);
    refused(z.try_backward(), S, "modify via view bumps base version");
    let h = &leaf(&[-1.0, 2.0]) * 2.0;
    let h = h.relu_();
    assert_eq!(h.grad_fn().expect("a history").name(), "ReluBackward0");
    let x = leaf(&[-1.0, 2.0]);
    let h = &x * 2.0;
    h.relu_();
    h.sum().backward();
    same(&[&h, &d(&x)], S, "relu_ on non-leaf");
    let x = leaf(&[0.5, 1.0]);
    let y = x.sin();
    y.mul_(2.0);
    y.sum().backward();
    assert_eq!(d(&x).to_vec(), x.cos().to_vec().iter().map(|c| 2.0 * c).collect::<Vec<_>>());
    let s = Tensor::scalar(5.0).requires_grad_(true);
    let x = leaf(&[2.0, 3.0, 6.0]);
    let h = &x * 1.0;
    h.select(0, 1).copy_(&s);
    (&h * &h).sum().backward();
    assert_eq!((d(&x).to_vec(), d(&s).item()), (vec![4.0, 0.0, 12.0], 10.0));
    let parts = (&x * 1.0).split(1, 0);
    refused(parts[0].try_mul_(2.0), S, "in-place on output of multi-view fn (split)");
    refused((&x * 1.0).unbind(0)[0].try_mul_(2.0), S, "in-place on output of unbind");
    no_grad(|| parts[0].mul_(2.0));
    let h = &x * 1.0;
    let view = no_grad(|| h.narrow(0, 0, 1));
    refused(view.try_mul_(2.0), S, "in-place on view created in no_grad of non-leaf");
    let t = T::zeros([2]);
    assert_eq!(t.version(), 0);
    t.add_(1.0);
    t.select(0, 0).fill_(2.0);
    t.fill_(3.0);
    t.zero_();
    t.copy_(&T::ones([2]));
    assert_eq!(t.version(), 5);
    assert_eq!([&t, &t.detach(), &t.view([2])].map(T::version), [5, 5, 5]);
}

#[test]
fn retained_gradients_detached_values_and_modes() {
    const S: &str = "retain_grad_detach_modes";
    let x = leaf(&[1.0, 2.0]);
    let h = &x * 2.0;
    h.retain_grad();
    (&h * &h).sum().backward();
    same(&[&d(&h)], S, "retain_grad non-leaf");
    assert!(h.retains_grad());
    x.retain_grad();
    assert!(!x.retains_grad());
    let h = &leaf(&[1.0]) * 2.0;
    h.retain_grad();
    let y = (&h * 4.0).sum();
    y.backward_retain_graph();
    y.backward();
    same(&[&d(&h)], S, "retained grad after two backwards");
    let h = &leaf(&[2.0]) * 1.0;
    h.retain_grad();
    h.mul_(3.0);
    (&h * &h).sum().backward();
    same(&[&d(&h)], S, "retain_grad then in-place");
    let detached = x.detach();
    no_grad(|| detached.select(0, 0).fill_(7.0));
    same(&[&x], S, "detach shares storage");
    assert!(x.shares_storage(&detached));
    let x = leaf(&[1.0, 2.0]);
    (&x * x.detach()).sum().backward();
    same(&[&d(&x)], S, "x*x.detach() grad");
    let mut h = &x * 2.0;
    h.detach_();
    assert_eq!((h.is_leaf(), h.requires_grad()), (true, false));
    refused((&x * 2.0).select(0, 0).try_detach_(), S, "detach_() on view");
    let made = no_grad(|| leaf(&[1.0]));
    assert!(made.requires_grad() && made.is_leaf());
    let guard = set_grad_enabled(false);
    assert!(!(&x * 2.0).requires_grad() && enable_grad(|| (&x * 2.0).requires_grad()));
    let elsewhere = std::thread::spawn(is_grad_enabled).join().expect("a thread");
    drop(guard);
    assert!(elsewhere && is_grad_enabled());
    x.zero_grad();
    let y = (&x * &x).sum();
    no_grad(|| y.backward());
    same(&[&d(&x)], S, "backward inside no_grad works");
}

#[test]
fn hooks_in_order() {
    const S: &str = "hooks";
    let log = Arc::new(Mutex::new(Vec::new()));
    let note = |what: &'static str| {
        let log = Arc::clone(&log);
        move |d: &T| log.lock().expect("the log").push((what, d.to_vec()))
    };
    let taken = || std::mem::take(&mut *log.lock().expect("the log"));
    let x = leaf(&[1.0, 2.0]);
    let h = &x * 2.0;
    let seen = note("h");
    h.register_hook(move |d| {
        seen(d);
        None
    });
    (&h * &h).sum().backward();
    assert_eq!(taken(), [("h", numbers(recorded(S, "tensor hook seen on h")))]);
    let x = leaf(&[1.0, 2.0]);
    let handle = x.register_hook(|d| Some(d * 10.0));
    (&x * 2.0 * &(&x * 2.0)).sum().backward();
    same(&[&d(&x)], S, "leaf hook replaces grad");
    handle.remove();
    x.zero_grad();
    (&x * 2.0).sum().backward();
    same(&[&d(&x)], S, "removed hook");
    let x = leaf(&[1.0]);
    for (name, factor) in [("a", 1.0), ("b", 7.0)] {
        let seen = note(name);
        x.register_hook(move |d| {
            seen(d);
            Some(d * factor)
        });
    }
    x.sum().backward();
    assert_eq!(taken().iter().map(|(name, _)| *name).collect::<Vec<_>>(), ["a", "b"]);
    assert_eq!(d(&x).to_vec(), [7.0]);
    let x = leaf(&[1.0]);
    x.set_grad(Some(Tensor::from_slice(&[100.0]))).expect("the size fits");
    let (before, after) = (note("hook"), note("post"));
    x.register_hook(move |d| {
        before(d);
        None
    });
    x.register_post_accumulate_grad_hook(move |x| after(&d(x))).expect("a leaf");
    let once = (&x * 2.0).sum();
    once.backward_retain_graph();
    assert_eq!(taken(), [("hook", vec![2.0]), ("post", vec![102.0])]);
    let found = grad(&[&once], &[&x]).expect("a gradient");
    assert_eq!((found[0].to_vec(), taken()), (vec![2.0], vec![("hook", vec![2.0])]), "no accumulation, no post hook");
    let x = leaf(&[1.0]);
    let h = &x * 2.0;
    let seen = note("h");
    h.register_hook(move |d| {
        seen(d);
        None
    });
    let _ = grad(&[&(&h * 5.0).sum()], &[&h]).expect("a gradient");
    assert_eq!(taken(), [("h", numbers(recorded(S, "tensor hook runs for autograd.grad w.r.t. h")))]);
}

#[test]
fn grad_of_any_pair() {
    const S: &str = "autograd_grad";
    let (x, unused) = (leaf(&[1.0]), leaf(&[1.0]));
    let y = (&x * 2.0).sum();
    let allow = GradOptions { allow_unused: true, retain_graph: true, ..GradOptions::default() };
    let found = grad_with(&[&y], &[&x, &unused], &[], allow).expect("gradients");
    assert_eq!((found[0].as_ref().map(T::to_vec), found[1].is_none()), (Some(vec![2.0]), true));
    let zeros = GradOptions { materialize_grads: true, ..GradOptions::default() };
    let found: Vec<T> =
        grad_with(&[&y], &[&x, &unused], &[], zeros).expect("gradients").into_iter().flatten().collect();
    same(&[&found[0], &found[1]], S, "materialize_grads=True");
    let x = leaf(&[1.0, 2.0]);
    let weights = Tensor::from_slice(&[1.0, 10.0]);
    let found = grad_with(&[&(&x * &x)], &[&x], &[Some(&weights)], GradOptions::default()).expect("gradients");
    same(&[found[0].as_ref().expect("used")], S, "grad_outputs");
    let h = &x * 2.0;
    same(&[&grad(&[&(&h * &h).sum()], &[&h]).expect("a gradient")[0]], S, "grad wrt intermediate");
    let ones = T::ones([2]);
    let itself = grad_with(&[&x], &[&x], &[Some(&ones)], GradOptions::default()).expect("a gradient");
    same(&[itself[0].as_ref().expect("used")], S, "grad of x wrt x");
    let s = Tensor::scalar(1.0).requires_grad_(true);
    same(&[&grad(&[&s], &[&s]).expect("a gradient")[0]], S, "grad(leaf, same leaf)");
    // One pass per row stands for PyTorch's batched call.
    same(&[&jacobian(|x| vec![&x[0] * &x[0]], &[&x]).expect("a Jacobian")[0][0]], S, "is_grads_batched");
    assert!(!grad(&[&(&x * &x).sum()], &[&x]).expect("a gradient")[0].requires_grad());
    let first = grad_with(&[&(&x * &x * &x + &x * &x).sum()], &[&x], &[], CREATE).expect("a gradient").remove(0);
    assert_eq!(
        first.expect("used").grad_fn().expect("a history").name(),
        recorded(S, "d grad_fn").as_str().expect("a name")
    );
    // x⁴ has a fifth derivative, zero, that still has a graph.
    let s = Tensor::scalar(2.0).requires_grad_(true);
    let mut y = s.powf(4.0);
    for _ in 0..5 {
        y = grad_with(&[&y], &[&s], &[], CREATE).expect("a gradient").remove(0).expect("used");
    }
    assert_eq!(y.item(), 0.0);
    // The gradient of a graph of gradients, accumulated: 3·x² + 6·x at 1 and 2.
    let s = leaf(&[1.0, 2.0]);
    s.powf(3.0)
        .sum()
        .backward_options(None, BackwardOptions { create_graph: true, retain_graph: true })
        .expect("a walk");
    assert!(d(&s).requires_grad());
    let second = d(&s).sum();
    second.backward();
    same(&[&d(&s)], S, "then .grad.sum().backward(): accumulates 3x^2 + 6x");
    s.zero_grad();
    // The gradient of a piecewise linear function is a constant. Here it has no history, where PyTorch gives it one
    // that leads to zeros; second derivatives are zero either way.
    let x = leaf(&[-1.0, 0.0, 2.0]);
    let first = grad_with(&[&x.relu().sum()], &[&x], &[], CREATE).expect("a gradient").remove(0).expect("used");
    assert_eq!((first.to_vec(), first.requires_grad()), (vec![0.0, 0.0, 1.0], false));
    let second = hessian(|x| x[0].relu().sum(), &[&x.detach()]).expect("a Hessian");
    assert_eq!(second[0][0].to_vec(), vec![0.0; 9]);
}

struct Pair;

impl Function<f64> for Pair {
    fn forward(&self, ctx: &mut Context<f64>, x: &[T]) -> Result<Vec<T>, TensorError> {
        assert_eq!(ctx.needs_input_grad(), [true, false]);
        Ok(vec![&x[0] * 15.0, &x[1] * 2.0])
    }
    fn backward(&self, _: &Context<f64>, d: &[Option<T>]) -> Result<Vec<Option<T>>, TensorError> {
        let zero = d[1].as_ref().map(|d| d.to_vec().iter().all(|&d| d == 0.0));
        assert_eq!(zero, Some(true), "an output nobody used has zeros");
        Ok(vec![d[0].as_ref().map(|d| d * 15.0), None])
    }
}

struct Wide;

impl Function<f64> for Wide {
    fn forward(&self, ctx: &mut Context<f64>, x: &[T]) -> Result<Vec<T>, TensorError> {
        ctx.mark_non_differentiable(1);
        Ok(vec![&x[0] * 1.0, &x[0] * 2.0])
    }
    fn backward(&self, _: &Context<f64>, _: &[Option<T>]) -> Result<Vec<Option<T>>, TensorError> {
        Ok(vec![Some(T::ones([3, 2]))])
    }
}

struct Misfit;

impl Function<f64> for Misfit {
    fn forward(&self, _: &mut Context<f64>, x: &[T]) -> Result<Vec<T>, TensorError> {
        Ok(vec![&x[0] * 1.0])
    }
    fn backward(&self, _: &Context<f64>, _: &[Option<T>]) -> Result<Vec<Option<T>>, TensorError> {
        Ok(vec![Some(T::ones([5]))])
    }
    fn name(&self) -> String {
        "BadShapeBackward".into()
    }
}

#[test]
fn functions_of_the_user() {
    const S: &str = "custom_function";
    let (x, c) = (leaf(&[1.0]), Tensor::from_slice(&[1.0]));
    let outputs = Pair.apply(&[&x, &c]).expect("outputs");
    outputs[0].sum().backward();
    same(&[&d(&x)], S, "two outputs, one used: undefined grads are materialised as zeros");
    let x = leaf(&[1.0, 2.0]);
    let outputs = Wide.apply(&[&x]).expect("outputs");
    assert_eq!(
        outputs.iter().map(T::requires_grad).map(Value::from).collect::<Vec<_>>(),
        *recorded(S, "mark_non_differentiable").as_array().expect("two flags")
    );
    outputs[0].sum().backward();
    same(&[&d(&x)], S, "backward returns broadcastable-larger shape (summed)");
    refused(x.apply(Misfit).sum().try_backward(), S, "backward returns wrong shape");
}

#[test]
fn functional_derivatives_of_two_inputs() {
    const S: &str = "functional_api";
    let (a, b) = (Tensor::from_slice(&[1.0, 2.0]), Tensor::from_slice(&[3.0]));
    let found = hessian(|x| (&x[0] * &x[0] * &x[1]).sum(), &[&a, &b]).expect("a Hessian");
    same(&[&found[0][0], &found[0][1], &found[1][0], &found[1][1]], S, "hessian two inputs");
    let x = Tensor::from_slice(&[1.0, 2.0]);
    let f = |x: &[T]| {
        let (a, b) = (x[0].select(0, 0), x[0].select(0, 1));
        &a * &a * &b + b.sin()
    };
    let x_ = x.detach().requires_grad_(true);
    same(&[&grad(&[&f(std::slice::from_ref(&x_))], &[&x_]).expect("a gradient")[0]], S, "torch.func.grad");
    same(&[&hessian(f, &[&x]).expect("a Hessian")[0][0]], S, "torch.func.hessian");
}

#[test]
fn checks_and_their_tolerances() {
    const S: &str = "gradcheck";
    let options = GradcheckOptions::default();
    let recorded = recorded(S, "defaults");
    for (found, name) in [(options.eps, "eps"), (options.atol, "atol"), (options.rtol, "rtol")] {
        assert_eq!(Some(found), recorded[name].as_f64());
    }
    gradcheck(|x| vec![x[0].sin()], &[leaf(&[0.3])]).expect("right");
    gradgradcheck(|x| vec![x[0].sin()], &[leaf(&[0.3])]).expect("right");
    refused(gradcheck(|x| vec![x[0].relu()], &[leaf(&[0.0, 1.0])]), S, "gradcheck at relu kink");
    let single = Tensor::from_slice(&[0.3_f32]).requires_grad_(true);
    let error = gradcheck(|x| vec![x[0].sin()], &[single]).expect_err("too few digits").to_string();
    assert!(error.starts_with("Jacobian mismatch for output 0 with respect to input 0"), "{error}");
}

#[test]
fn the_order_of_the_walk() {
    const S: &str = "engine";
    let order = |build: &dyn Fn(&dyn Fn(&'static str, T) -> T) -> T, case: &str| {
        let log = Arc::new(Mutex::new(Vec::new()));
        let watch = |name: &'static str, t: T| {
            let log = Arc::clone(&log);
            t.register_hook(move |_| {
                log.lock().expect("the log").push(name);
                None
            });
            t
        };
        build(&watch).sum().backward();
        let found: Vec<Value> = log.lock().expect("the log").iter().map(|&name| name.into()).collect();
        assert_eq!(Value::from(found), *recorded(S, case), "{case}");
    };
    let x = leaf(&[1.0]);
    order(
        &|watch| {
            let a = watch("a", &x * 2.0);
            let (b, c) = (watch("b", &a * 2.0), watch("c", &a * 3.0));
            watch("d", b + c)
        },
        "node execution order: a;b(a);c(a);d(b+c)",
    );
    order(
        &|watch| {
            let a = watch("a", &x * 2.0);
            let e = watch("e", &x * 3.0);
            let b = watch("b", &a * 2.0);
            b + e
        },
        "order: a;e;b(a); b+e (priority = creation sequence, latest first)",
    );
}

#[test]
fn gradients_are_nobody_else_s() {
    let (a, b) = (leaf(&[1.0, 2.0]), leaf(&[1.0, 2.0]));
    (&a + &b).sum().backward();
    assert!(!d(&a).shares_storage(&d(&b)));
    let seed = T::ones([2]);
    let x = leaf(&[1.0, 2.0]);
    (&x + 0.0).backward_with(&seed);
    assert!(!d(&x).shares_storage(&seed));
    let x = leaf(&[1.0, 2.0]);
    x.backward_with(&seed);
    assert!(!d(&x).shares_storage(&seed));
    assert!(d(&x).is_leaf() && !d(&x).requires_grad());
}

#[test]
fn anomalies_and_checkpoints() {
    const S: &str = "engine";
    let x = leaf(&[-1.0]);
    let _guard = detect_anomaly(true);
    refused(x.sqrt().sum().try_backward(), S, "detect_anomaly");
    let calls = Arc::new(Mutex::new(0));
    let x = leaf(&[0.5, 1.5]);
    let counter = Arc::clone(&calls);
    let y = checkpoint(
        move |x| {
            *counter.lock().expect("the count") += 1;
            vec![x[0].sin().exp()]
        },
        &[&x],
    )
    .expect("outputs");
    y[0].sum().backward();
    assert_eq!(
        *calls.lock().expect("the count"),
        recorded(S, "checkpoint: forward calls, grad")[0].as_i64().expect("a count")
    );
    let expected: Vec<f64> = x.to_vec().iter().map(|x| x.sin().exp() * x.cos()).collect();
    let close = d(&x).to_vec().iter().zip(&expected).all(|(a, b)| (a - b).abs() < 1e-14);
    assert!(close, "{} instead of {expected:?}", d(&x));
}

#[test]
fn what_each_operation_keeps() {
    let (a, b) = (leaf(&[0.3, 0.7]), leaf(&[0.6, 0.2]));
    // The sizes of the kept tensors, as many as PyTorch keeps.
    let two = vec![vec![2]; 2];
    let one = vec![vec![2]];
    let none: Vec<Vec<usize>> = Vec::new();
    let cases: Vec<(&str, T, &Vec<Vec<usize>>)> = vec![
        ("saved by x+y", &a + &b, &none),
        ("saved by x*y", &a * &b, &two),
        ("saved by x/y", &a / &b, &two),
        ("saved by exp", a.exp(), &one),
        ("saved by log", a.log(), &one),
        ("saved by relu", a.relu(), &one),
        ("saved by sigmoid", a.sigmoid(), &one),
        ("saved by tanh", a.tanh(), &one),
        ("saved by sqrt", a.sqrt(), &one),
        ("saved by pow2", a.powf(2.0), &one),
        ("saved by softmax", a.softmax(0), &one),
        ("saved by mean", a.mean(), &none),
        ("saved by mse", a.mse_loss(&b, Reduction::Mean), &two),
        ("saved by abs", a.abs(), &one),
        ("saved by clamp", a.clamp(0.0, 1.0), &one),
        ("saved by cat", Tensor::cat(&[&a, &b], 0), &none),
        ("saved by x*const", &a * &b.detach(), &one),
        ("saved by var", a.var(1), &one),
        ("saved by dot", a.dot(&b), &two),
        ("saved by gelu", a.gelu(), &one),
    ];
    for (case, y, expected) in cases {
        let kept = recorded("engine", case).as_array().map_or(0, Vec::len);
        assert_eq!(kept, expected.len(), "{case}: the record");
        assert_eq!(y.grad_fn().expect("a history").saved_shapes(), *expected, "{case}");
    }
    let both = Graph::of(&(a.exp() * a.sin()).sum()).saved(true).to_dot();
    let kept = recorded("engine", "saved tensors for (exp(x)*sin(x)).sum()");
    assert_eq!(both.matches("fillcolor=orange").count(), kept.as_array().map_or(0, Vec::len), "{both}");
}
