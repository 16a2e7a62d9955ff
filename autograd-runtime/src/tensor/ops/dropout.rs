//! Dropout: zeroing elements at random while training, and scaling the others to keep the mean.

use super::super::element::Element;
use super::super::error::{Result, TensorError};
use super::super::graph::node::{Call, Cotangents};
use super::super::graph::record::{Backward, one, record};
use super::super::graph::saved::Saved;
use super::super::handle::Tensor;
use super::super::kernel;
use super::super::random::Generator;
use super::super::shape::{Sizes, list};

impl<T: Element> Tensor<T> {
    fallible! {
        /// While training, each element becomes zero with probability `p` and `1/(1 - p)` times itself otherwise; the
        /// choice comes from the default generator (see [`manual_seed`](crate::tensor::manual_seed)).
        pub fn dropout | try_dropout(&self, p: f64, training: bool) -> Tensor<T> {
            Generator::with_default(|generator| self.try_dropout_from(p, training, generator))
        }

        /// [`dropout`](Self::dropout) with a generator.
        pub fn dropout_from | try_dropout_from(&self, p: f64, training: bool, generator: &mut Generator) -> Tensor<T> {
            dropped(self, self.shape(), p, training, generator)
        }

        /// [`dropout_from`](Self::dropout_from) of whole channels (places of dimensions 0 and 1).
        pub fn feature_dropout_from | try_feature_dropout_from(
            &self, p: f64, training: bool, generator: &mut Generator,
        ) -> Tensor<T> {
            if self.dim() < 2 {
                return Err(TensorError::shape(format!(
                    "Feature dropout requires at least 2 dimensions in the input (got {}D input of shape {})",
                    self.dim(), list(self.shape())
                )));
            }
            let mut shape = Sizes::from_elem(1, self.dim());
            shape[..2].copy_from_slice(&self.shape()[..2]);
            dropped(self, &shape, p, training, generator)
        }
    }
}

/// Drops what a noise of this shape, stretched over `x`, chooses.
#[track_caller]
fn dropped<T: Element>(
    x: &Tensor<T>,
    noise: &[usize],
    p: f64,
    training: bool,
    generator: &mut Generator,
) -> Result<Tensor<T>> {
    if !(0.0..=1.0).contains(&p) {
        return Err(TensorError::value(format!("dropout probability has to be between 0 and 1, but got {p}")));
    }
    if !training || p == 0.0 {
        return Ok(x.clone());
    }
    let kept = T::of(if p == 1.0 { 0.0 } else { 1.0 / (1.0 - p) });
    let draw = |_| if generator.uniform() < p { T::zero() } else { kept };
    let noise = Tensor::owning((0..noise.iter().product::<usize>()).map(draw).collect(), noise);
    scaled(x, &noise)
}

/// What is dropped is chosen away rather than multiplied by zero, as an infinity would survive that.
#[track_caller]
fn scaled<T: Element>(x: &Tensor<T>, noise: &Tensor<T>) -> Result<Tensor<T>> {
    let y = kernel::zip(x, noise, |x, scale| if scale == T::zero() { T::zero() } else { x * scale })?;
    Ok(record(y, &[x], |_| Dropout { noise: Saved::input(noise) }))
}

struct Dropout<T: Element> {
    noise: Saved<T>,
}

impl<T: Element> Backward<T> for Dropout<T> {
    const NAME: &'static str = "NativeDropoutBackward0";

    /// d_x = the same choice and scale of d_y
    fn backward(&self, d_y: Tensor<T>, call: &Call<'_>) -> Result<Cotangents> {
        one(scaled(&d_y, &self.noise.get(call)?)?)
    }

    fn saved_shapes(&self) -> Vec<Vec<usize>> {
        vec![self.noise.shape()]
    }
}
