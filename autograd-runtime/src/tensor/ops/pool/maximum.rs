//! The largest element of each window.

use super::super::super::element::Element;
use super::super::super::error::Result;
use super::super::super::graph::node::{Call, Cotangents};
use super::super::super::graph::record::{Backward, one, record};
use super::super::super::graph::saved::Saved;
use super::super::super::handle::Tensor;
use super::super::super::shape::Sizes;
use super::windows::Windows;
use super::with_spatial;

/// The maxima and their places in their channels.
#[track_caller]
pub(super) fn pool<T: Element>(x: &Tensor<T>, windows: &Windows) -> Result<(Tensor<T>, Tensor<i64>)> {
    let [image, output] = windows.volumes();
    let values = x.to_vec();
    let indices: Vec<Sizes> = (0..output).map(|o| windows.index(o)).collect();
    let (mut largest, mut places) = (Vec::new(), Vec::new());
    for channel in values.chunks_exact(image) {
        for at in &indices {
            let mut best: Option<usize> = None;
            windows.places(at, &mut |place| {
                // The first of equal ones stays, and a NaN wins.
                if best.is_none_or(|best| channel[place] > channel[best] || channel[place].is_nan()) {
                    best = Some(place);
                }
            });
            let best = best.unwrap_or(0);
            largest.push(channel[best]);
            places.push(best as i64);
        }
    }
    let shape = with_spatial(x.shape(), &windows.output());
    let places = Tensor::owning(places, &shape);
    let y = Tensor::owning(largest, &shape);
    let y = record(y, &[x], |_| Select {
        places: Saved::input(&places),
        from: x.shape().into(),
        rank: windows.input.len(),
        back: false,
    });
    Ok((y, places))
}

/// One element per window, or the transpose of that.
struct Select {
    places: Saved<i64>,
    /// The sizes of the source.
    from: Box<[usize]>,
    /// The number of pooled dimensions.
    rank: usize,
    back: bool,
}

impl<T: Element> Backward<T> for Select {
    const NAME: &'static str = "MaxPool2DWithIndicesBackward0";

    fn name(&self) -> &'static str {
        match (self.back, self.rank) {
            (true, _) => "MaxPool2DWithIndicesBackwardBackward0",
            (false, 3) => "MaxPool3DWithIndicesBackward0",
            (false, _) => "MaxPool2DWithIndicesBackward0",
        }
    }

    /// d_x holds d_y at the chosen places, and zero elsewhere; the transpose reads it there.
    fn backward(&self, d_y: Tensor<T>, call: &Call<'_>) -> Result<Cotangents> {
        let places = self.places.get(call)?;
        let image: usize = self.from[self.from.len() - self.rank..].iter().product();
        let output: usize = places.shape()[places.dim() - self.rank..].iter().product();
        let (d, chosen) = (d_y.to_vec(), places.to_vec());
        let (values, shape) = if self.back {
            let channels = d.chunks_exact(image).zip(chosen.chunks_exact(output));
            (channels.flat_map(|(d, at)| at.iter().map(|&at| d[at as usize])).collect(), places.shape())
        } else {
            let mut sum = vec![T::zero(); self.from.iter().product()];
            let channels = sum.chunks_exact_mut(image).zip(d.chunks_exact(output)).zip(chosen.chunks_exact(output));
            for ((sum, d), at) in channels {
                at.iter().zip(d).for_each(|(&at, &d)| sum[at as usize] += d);
            }
            (sum, &*self.from)
        };
        one(record(Tensor::owning(values, shape), &[&d_y], |_| Self {
            places: Saved::input(&places),
            from: self.from.clone(),
            rank: self.rank,
            back: !self.back,
        }))
    }

    fn saved_shapes(&self) -> Vec<Vec<usize>> {
        vec![self.places.shape()]
    }
}
