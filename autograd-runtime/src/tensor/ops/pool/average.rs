//! The mean of each window.

use super::super::super::element::Element;
use super::super::super::error::Result;
use super::super::super::graph::node::{Call, Cotangents};
use super::super::super::graph::record::{Backward, one, record};
use super::super::super::handle::Tensor;
use super::super::super::shape::Sizes;
use super::windows::Windows;
use super::with_spatial;
use std::sync::Arc;

/// The means; `padded` counts the padding too.
#[track_caller]
pub(super) fn pool<T: Element>(x: &Tensor<T>, windows: Windows, padded: bool, name: &'static str) -> Result<Tensor<T>> {
    let shape: Box<[usize]> = x.shape().into();
    Ok(Mean { windows: Arc::new(windows), padded, name, shape, back: false }.apply(x))
}

/// A linear map from images to windows' means, or its transpose.
#[derive(Clone)]
struct Mean {
    windows: Arc<Windows>,
    padded: bool,
    name: &'static str,
    /// The sizes of the source.
    shape: Box<[usize]>,
    back: bool,
}

impl Mean {
    #[track_caller]
    fn apply<T: Element>(&self, x: &Tensor<T>) -> Tensor<T> {
        let [image, output] = self.windows.volumes();
        let indices: Vec<(Sizes, T)> = (0..output)
            .map(|o| {
                let at = self.windows.index(o);
                let count = self.count(&at);
                (at, T::of(count as f64).recip())
            })
            .collect();
        let values = x.to_vec();
        let shape =
            if self.back { Sizes::from_slice(&self.shape) } else { with_spatial(&self.shape, &self.windows.output()) };
        let mut result = Vec::with_capacity(shape.iter().product());
        if self.back {
            for channel in values.chunks_exact(output) {
                let start = result.len();
                result.resize(start + image, T::zero());
                for ((at, weight), &d) in indices.iter().zip(channel) {
                    self.windows.places(at, &mut |place| result[start + place] += d * *weight);
                }
            }
        } else {
            for channel in values.chunks_exact(image) {
                for (at, weight) in &indices {
                    let mut sum = T::zero();
                    self.windows.places(at, &mut |place| sum += channel[place]);
                    result.push(sum * *weight);
                }
            }
        }
        record(Tensor::owning(result, &shape), &[x], |_| self.clone())
    }

    /// How many places the mean of a window counts.
    fn count(&self, at: &[usize]) -> usize {
        let sizes = at
            .iter()
            .enumerate()
            .map(|(d, &o)| if self.padded { self.windows.padded[d][o] } else { self.windows.ranges[d][o].len() });
        sizes.product()
    }
}

impl<T: Element> Backward<T> for Mean {
    const NAME: &'static str = "AvgPool2DBackward0";
    const SAVES: bool = false;

    fn name(&self) -> &'static str {
        if self.back { "AvgPoolBackwardBackward0" } else { self.name }
    }

    /// d_x = every d_y, divided by its count, over its window
    fn backward(&self, d_y: Tensor<T>, _: &Call<'_>) -> Result<Cotangents> {
        one(Self { back: !self.back, ..self.clone() }.apply(&d_y))
    }
}
