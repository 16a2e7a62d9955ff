//! The numbers that the programs start from, the same for every engine.

use ::autograd::tensor::{Generator, Tensor};

/// 1000 operations in a row, additions of `x` and products with `c` in turn.
pub(crate) struct Chain {
    pub(crate) x: Vec<f32>,
    pub(crate) c: f32,
    /// Whether `x` has no dimensions.
    pub(crate) scalar: bool,
}

impl Chain {
    pub(crate) const LENGTH: usize = 1000;

    pub(crate) fn scalars() -> Self {
        Self { x: vec![1.0], c: 0.999, scalar: true }
    }

    pub(crate) fn vectors() -> Self {
        Self { x: (0..1024).map(|i| 1.0 + i as f32 * 1e-4).collect(), c: 0.999, scalar: false }
    }
}

/// Numbers with their sizes.
pub(crate) struct Array {
    pub(crate) values: Vec<f32>,
    pub(crate) shape: [usize; 2],
}

impl Array {
    fn normal(shape: [usize; 2], scale: f32, random: &mut Generator) -> Self {
        let values = Tensor::<f32>::randn_from(shape, random).to_vec();
        Self { values: values.into_iter().map(|v| v * scale).collect(), shape }
    }
}

/// A network 784-128-10 with a mean squared error on 64 images, and its rate of learning.
pub(crate) struct Network {
    pub(crate) images: Array,
    pub(crate) target: Array,
    pub(crate) weights: [Array; 2],
    /// Rows, which are added to every image's.
    pub(crate) biases: [Array; 2],
    /// So small that all engines go on doing the same work.
    pub(crate) rate: f32,
}

impl Network {
    pub(crate) fn new() -> Self {
        let random = &mut Generator::seeded(1);
        Self {
            images: Array::normal([64, 784], 1.0, random),
            target: Array::normal([64, 10], 1.0, random),
            weights: [Array::normal([784, 128], 0.05, random), Array::normal([128, 10], 0.05, random)],
            biases: [Array::normal([1, 128], 0.05, random), Array::normal([1, 10], 0.05, random)],
            rate: 1e-6,
        }
    }
}

/// Two square matrices.
pub(crate) struct Product {
    pub(crate) a: Array,
    pub(crate) b: Array,
}

impl Product {
    pub(crate) fn new() -> Self {
        let random = &mut Generator::seeded(2);
        Self { a: Array::normal([512, 512], 0.05, random), b: Array::normal([512, 512], 0.05, random) }
    }
}
