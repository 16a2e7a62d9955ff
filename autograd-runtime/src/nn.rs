//! Layers, models made of them, and their weights in files, under PyTorch's names.
//!
//! - A [`Module`] lists its parameters and buffers by name, in [`visit`](Module::visit); everything that concerns them all
//!   (freezing, training mode, optimizing, saving, loading) follows from that list. A [`Layer`] is a module that maps one
//!   tensor to another.
//! - The layers ([`Linear`], [`Conv2d`], [`BatchNorm2d`], …) start from the same distributions as PyTorch's; [`init`] has
//!   the initialisers. Their numbers come from the default generator: see
//!   [`manual_seed`](crate::tensor::manual_seed) and [`Generator::scope`](crate::tensor::Generator::scope).
//! - [`save`] and [`load`] exchange weights with PyTorch through safetensors files. A [`Training`] saves and resumes a
//!   whole training run, bit for bit.
//!
//! ```
//! use autograd_runtime::nn::{Layer, Linear, Module, Relu, Sequential};
//! use autograd_runtime::optim::{Adam, Optimizer};
//! use autograd_runtime::tensor::{Reduction, Tensor};
//!
//! let model = Sequential::new().then(Linear::new(2, 8)).then(Relu).then(Linear::new(8, 1));
//! let mut adam = Optimizer::new(Adam { lr: 0.05, ..Adam::default() }, model.named_parameters())?;
//! let x = Tensor::from([[0.0, 0.0], [0.0, 1.0], [1.0, 0.0], [1.0, 1.0]]);
//! let y = Tensor::from([[0.0], [1.0], [1.0], [0.0]]);
//! let mut losses = Vec::new();
//! for _ in 0..50 {
//!     losses.push(adam.step_with(|| {
//!         let loss = model.forward(&x).mse_loss(&y, Reduction::Mean);
//!         loss.backward();
//!         loss.item()
//!     })?);
//! }
//! assert!(losses[49] < losses[0]);
//! assert_eq!(model.named_parameters()[3].0, "2.bias");
//! # Ok::<(), autograd_runtime::optim::OptimError>(())
//! ```

mod activation;
mod batch_norm2d;
mod checkpoint;
mod conv2d;
mod counter;
mod dropout;
mod embedding;
mod error;
mod file;
pub mod init;
mod layer;
mod layer_norm;
mod linear;
mod mode;
mod module;
mod pool;
mod sequential;
mod shape;
mod state;
mod weights;

pub use activation::{
    Celu, Elu, Gelu, GeluTanh, Glu, Hardsigmoid, Hardswish, Hardtanh, LeakyRelu, LogSigmoid, LogSoftmax, Mish, Prelu,
    Relu, Relu6, Selu, Sigmoid, Silu, Softmax, Softplus, Softsign, Tanh, Tanhshrink,
};
pub use batch_norm2d::{BatchNorm2d, BatchNormOptions, RunningStatistics};
pub use checkpoint::Training;
pub use conv2d::{Conv2d, Conv2dOptions};
pub use counter::Counter;
pub use dropout::Dropout;
pub use embedding::{Embedding, EmbeddingOptions};
pub use error::{Misfit, StateError};
pub use layer::{Lambda, Layer};
pub use layer_norm::LayerNorm;
pub use linear::Linear;
pub use mode::TrainingMode;
pub use module::{Module, Part, Visitor};
pub use pool::{AdaptiveAvgPool2d, AvgPool2d, MaxPool2d};
pub use sequential::Sequential;
pub use shape::{Flatten, Identity};
pub use weights::{LoadOptions, Unmatched, load, load_with, save};
