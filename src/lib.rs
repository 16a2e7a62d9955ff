//! Gradients of ordinary Rust functions at compile time, on stable Rust.
//!
//! # A first gradient
//!
//! `#[differentiable]` leaves the function as it is and writes companions beside it. `f_grad` returns the gradient: one
//! entry per parameter that holds floats, in their order.
//!
//! ```
//! use autograd::differentiable;
//!
//! #[differentiable]
//! fn f(x: f64, y: f64) -> f64 {
//!     x * x * y + y.sin()
//! }
//!
//! assert_eq!(f_grad(3.0, 0.0), (0.0, 10.0));
//! ```
//!
//! Slices and arrays come back as `Vec`s and arrays. Integers and what is marked `#[no_grad]` have no entry, and a single
//! entry comes bare. `#[differentiable(wrt(w))]` names the parameters that are wanted instead.
//!
//! ```
//! use autograd::differentiable;
//!
//! #[differentiable]
//! fn predict(weights: &[f64], #[no_grad] inputs: &[f64], skip: usize) -> f64 {
//!     let mut sum = 0.0;
//!     for i in skip..weights.len() {
//!         sum += weights[i] * inputs[i];
//!     }
//!     sum
//! }
//!
//! assert_eq!(predict_grad(&[1.0, 2.0, 3.0], &[10.0, 20.0, 30.0], 1), [0.0, 20.0, 30.0]);
//! ```
//!
//! # The companions
//!
//! For `fn f(x: f64, a: &[f64], n: usize) -> f64`:
//!
//! | companion | returns | |
//! |---|---|---|
//! | `f_grad(x, a, n)` | `(f64, Vec<f64>)` | the gradient |
//! | `f_value_and_grad(x, a, n)` | `(f64, (f64, Vec<f64>))` | value and gradient, in one pass |
//! | `f_backward(x, a, d_a, n, seed)` | `(f64, f64)` | adds the gradient of `a` to `d_a: &mut [f64]`; returns the value and the gradients of what is passed by value |
//! | `f_vjp(x, a, n)` | `(f64, pullback)` | the value now; `pullback(a, d_a, seed)` does what is left of `f_backward`, as often as it is called |
//!
//! The seed is the derivative of the whole computation with respect to the result of `f`: 1 if `f` is all there is.
//! `f_backward` allocates nothing for its result, so it is the one for inner loops:
//!
//! ```
//! use autograd::{differentiable, Step, Tangent};
//!
//! /// The valley of Rosenbrock, with its minimum of 0 at (1, 1).
//! #[differentiable]
//! fn valley(p: &[f64]) -> f64 {
//!     let (a, b) = (1.0 - p[0], p[1] - p[0] * p[0]);
//!     a * a + 100.0 * b * b
//! }
//!
//! let (mut p, mut d_p) = (vec![-1.0, 1.0], vec![0.0; 2]);
//! for _ in 0..50_000 {
//!     d_p.reset();
//!     valley_backward(&p, &mut d_p, 1.0);
//!     p.step(&d_p, -1e-3); // p += -1e-3 * d_p
//! }
//! assert!(valley(&p) < 1e-12);
//! ```
//!
//! # Control flow
//!
//! Branches, loops and early returns are differentiated along the path that is taken. How often a loop runs may depend on
//! the data; what the backward pass needs from every iteration is kept.
//!
//! ```
//! use autograd::differentiable;
//!
//! /// Newton's iteration for the square root.
//! #[differentiable]
//! fn root(x: f64) -> f64 {
//!     let mut y = x;
//!     while (y * y - x).abs() > 1e-14 * x {
//!         y = 0.5 * (y + x / y);
//!     }
//!     y
//! }
//!
//! assert!((root_grad(4.0) - 0.25).abs() < 1e-6);
//! ```
//!
//! Where a function has no derivative, the choices are PyTorch's: `abs'(0) = 0`, the derivative of `max` and `min` is split
//! half and half between equal arguments, and `clamp` has 0 at its bounds. Elsewhere the results are those of IEEE
//! arithmetic: the derivative of `sqrt` at 0 is infinite.
//!
//! # Calls
//!
//! A differentiable function may call others, by any path. A function that is not differentiable may be called with
//! values that carry no gradient; [`detach`] takes the gradient off a value, and `#[no_grad] let` off a statement.
//!
//! ```
//! use autograd::{detach, differentiable};
//!
//! #[differentiable]
//! fn logistic(x: f64) -> f64 {
//!     1.0 / (1.0 + (-x).exp())
//! }
//!
//! #[differentiable]
//! fn surprise(x: f64) -> f64 {
//!     let scale = detach(x.abs() + 1.0); // a constant, as far as the gradient is concerned
//!     -logistic(x).ln() / scale
//! }
//!
//! assert_eq!(surprise_grad(0.0), -0.5);
//! ```
//!
//! # Your own types
//!
//! `#[derive(Differentiable)]` writes the type of the gradient: `STangent` for `S`, with the same field names and
//! visibility. What holds no float by its type (integers, strings, containers of them) and what is marked
//! `#[no_grad]` is left out. Gradients are vectors (`+`, `-`, `* f64`), and [`Step`] moves a value along one.
//!
//! ```
//! use autograd::prelude::*;
//!
//! #[derive(Clone, Debug, PartialEq, Differentiable)]
//! struct Layer {
//!     weights: Vec<[f64; 2]>,
//!     bias: Option<f64>,
//!     name: String,
//!     #[no_grad]
//!     momentum: f64,
//! }
//!
//! let mut layer = Layer { weights: vec![[1.0, 2.0]], bias: None, name: "first".into(), momentum: 0.9 };
//! let gradient = LayerTangent { weights: vec![[10.0, 20.0]], bias: None };
//! layer.step(&(layer.zero_tangent() + gradient * 0.5), -0.1);
//! assert_eq!(layer.weights, [[0.5, 1.0]]);
//! ```
//!
//! A tuple struct's gradient is a tuple struct whose fields keep their numbers: what follows the last active field is
//! left out, and a gap before it is a [`NoGrad`]. An enum's gradient has the same variants; a variant without floats
//! is a zero that can be added to any other, as `None` is. Types may be generic, borrow, and contain themselves.
//!
//! # Two engines in one program
//!
//! For programs whose shape is known only while they run, [`tensor`] records a dynamic graph, with PyTorch's semantics. A
//! compiled function can be one node of it: [`function!`] calls it with tensors. So the loop that depends on data may be
//! outside, in the dynamic graph, and its body compiled.
//!
//! ```
//! use autograd::{differentiable, function, tensor::Tensor};
//!
//! /// One step of a body that falls with friction: its height and speed after a time `dt`.
//! #[differentiable]
//! fn fall(state: [f64; 2], friction: f64, dt: f64) -> [f64; 2] {
//!     let [height, speed] = state;
//!     let speed = speed + dt * (9.81 - friction * speed * speed);
//!     [height - dt * speed, speed]
//! }
//!
//! let friction = Tensor::scalar(0.1).requires_grad_(true);
//! let mut state = Tensor::from_slice(&[20.0, 0.0]);
//! while state.select(0, 0).item() > 0.0 {
//!     state = function!(fall(state, friction, 0.01));
//! }
//! let speed = state.select(0, 1); // when it hits the ground
//! speed.backward();
//! assert!((speed.item() - 9.8162074).abs() < 1e-6);
//! assert!((friction.grad().unwrap().item() + 46.67925).abs() < 1e-4);
//! ```
//!
//! # Matrices, rotations, Jacobians
//!
//! nalgebra's types are differentiated by rules for their operations, with static and dynamic sizes. The gradient of a
//! matrix is a matrix, that of a point a vector. The gradient of a rotation or an isometry is a vector of the body frame:
//! `UnitQuaternion` and `Rotation3` have a `Vector3`, the derivative with respect to `δ` in `q exp(δ)`; `Isometry3` has a
//! `Vector6`, translation first; rotations of the plane have an angle. [`Step`] moves a value along one and keeps it a
//! rotation.
//!
//! `#[differentiable(jacobian)]` adds `f_jacobian` to a function that returns `[T; N]`, `Vec<T>`, `SVector` or `DVector`: the
//! value, and one gradient for each component.
//!
//! ```
//! # #[cfg(feature = "nalgebra")] {
//! use autograd::differentiable;
//! use nalgebra::{Rotation2, Vector2};
//!
//! #[differentiable(jacobian)]
//! fn turned(angle: f64, v: Vector2<f64>) -> Vector2<f64> {
//!     Rotation2::new(angle) * v
//! }
//!
//! let (value, [d_x, d_y]) = turned_jacobian(0.0, Vector2::new(3.0, 4.0));
//! assert_eq!(value, Vector2::new(3.0, 4.0));
//! assert_eq!(d_x, (-4.0, Vector2::new(1.0, 0.0)));
//! assert_eq!(d_y, (3.0, Vector2::new(0.0, 1.0)));
//! # }
//! ```
//!
//! With the features `argmin` and `levenberg-marquardt`, `argmin::Objective` and `levenberg_marquardt::LeastSquares` hand
//! generated gradients and Jacobians to the optimizers of these crates.
//!
//! # Trust
//!
//! [`gradcheck`](fn@gradcheck) compares a gradient with central differences and panics with the worst component where they disagree.
//! The module [`gradcheck`](mod@gradcheck) has the form that returns a report and takes a step and tolerances.
//!
//! # Features
//!
//! `std`, `nalgebra` and `tensor` are on by default; `optim` adds optimizers and learning-rate schedules, `serde` the
//! saving of their state, `nn` layers, models and their weights in files, `draw` pictures of recorded graphs.
//!
//! With `default-features = false` the crate is `no_std` and free of dependencies at run time; `core` lacks `sin`, `exp`
//! and the like, so the functions differentiated then do too.

#![cfg_attr(not(feature = "std"), no_std)]
#![forbid(unsafe_code)]

/// Calls a [`#[differentiable]`](macro@differentiable) function with tensors: the whole function is one node of their
/// graph, and [`backward`](tensor::Tensor::backward) runs its compiled gradient.
///
/// ```
/// use autograd::{differentiable, function, tensor::Tensor};
///
/// #[differentiable]
/// fn loss(w: &[f64], b: f64, #[no_grad] x: &[f64], skip: usize) -> f64 {
///     let mut total = b * b;
///     for i in skip..x.len() {
///         total += (w[i] * x[i]).powi(2);
///     }
///     total
/// }
///
/// let w = Tensor::from_slice(&[1.0, 2.0]).requires_grad_(true);
/// let b = Tensor::scalar(3.0).requires_grad_(true);
/// let x = Tensor::from_slice(&[10.0, 1.0]);
/// let loss = function!(loss(&w, b, &x, 1)).log();
/// assert_eq!(loss.item(), 13.0_f64.ln());
/// loss.backward();
/// assert_eq!(w.grad().unwrap().to_vec(), [0.0, 4.0 / 13.0]);
/// assert_eq!(b.grad().unwrap().item(), 6.0 / 13.0);
/// ```
///
/// What the function takes by reference is written with `&`. A tensor stands for
///
/// | the function takes | the tensor's shape | |
/// |---|---|---|
/// | `f64`, `&f64` (or `f32`, here and below) | one element | |
/// | `&[f64]` | any; elements in row-major order | not copied if contiguous |
/// | `[f64; N]`, `&[f64; N]`, arrays of arrays | `[N]`, `[M, N]`, … | references: not copied if contiguous |
/// | `&[[f64; N]]` | `[…, N]` | not copied if contiguous |
/// | `Vec<f64>`, `&Vec<f64>` | any | copied |
/// | nalgebra's matrices and vectors, by value or reference | `[rows, columns]`, vectors also `[rows]` | copied, because they lie column by column |
///
/// and the same types, or a tuple of them, may be returned: as a tensor, or a tuple of tensors. Arguments that are not
/// tensors are constants, and so are tensors marked `#[no_grad]`. (A tensor that requires no gradient needs no mark; the
/// mark saves computing what nobody asks for.) The types of a generic function are written out:
/// `function!(loss::<f64>(&w, b))`. A method is called by its path, `function!(Model::loss(&model, &w))`.
///
/// Between forward and backward part the node keeps what the compiled function saves, and what was passed by reference:
/// tensors, and clones of plain values. Writing to one of the tensors before the backward pass is an error. The gradient is compiled once and cannot be
/// differentiated again; a second derivative through it is an error. Recursive functions cannot be called this way,
/// because what they save is tied to a thread.
///
/// # Panics
///
/// Where [`try_function!`] returns an error.
#[cfg(feature = "tensor")]
pub use autograd_macros::function;
/// [`function!`], returning what is wrong as an error.
///
/// ```
/// use autograd::{differentiable, tensor::Tensor, try_function};
///
/// #[differentiable]
/// fn norm(v: [f64; 3]) -> f64 {
///     (v[0] * v[0] + v[1] * v[1] + v[2] * v[2]).sqrt()
/// }
///
/// let flat = Tensor::from_slice(&[3.0, 4.0]).requires_grad_(true);
/// let error = try_function!(norm(flat)).unwrap_err();
/// assert_eq!(error.to_string(), "the tensor `flat` of shape [2] cannot stand for an argument of type `[f64; 3]`");
/// ```
///
/// # Errors
///
/// When the shape of a tensor is not what the function takes.
#[cfg(feature = "tensor")]
pub use autograd_macros::try_function;
pub use autograd_macros::{Differentiable, derivative, differentiable};
#[cfg(feature = "argmin")]
pub use autograd_runtime::argmin;
#[cfg(feature = "nalgebra")]
pub use autograd_runtime::jacobian_matrix;
#[cfg(feature = "levenberg-marquardt")]
pub use autograd_runtime::levenberg_marquardt;
#[cfg(feature = "nn")]
pub use autograd_runtime::nn;
#[cfg(feature = "optim")]
pub use autograd_runtime::optim;
#[cfg(feature = "tensor")]
pub use autograd_runtime::tensor;
#[doc(hidden)]
pub use autograd_runtime::{__private, detach_call};
pub use autograd_runtime::{Differentiable, NoGrad, Outputs, Real, Step, Tangent, Workspace, detach, gradcheck};

/// What a program that differentiates usually needs: `use autograd::prelude::*;`.
pub mod prelude {
    #[cfg(feature = "nn")]
    pub use crate::nn::{Layer, Module};
    #[cfg(feature = "optim")]
    pub use crate::optim::{Optimizer, Stepper, Variable, schedule::Scheduler};
    #[cfg(feature = "tensor")]
    pub use crate::tensor::Tensor;
    pub use crate::{Differentiable, Real, Step, Tangent, detach, differentiable};
}

/// Runs the README's example.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;
