//! Rows of a table by number, and numbers as rows of the identity.

use super::super::element::Element;
use super::super::error::{Result, TensorError};
use super::super::graph::node::{Call, Cotangents};
use super::super::graph::record::{Backward, one, record};
use super::super::graph::saved::Saved;
use super::super::handle::Tensor;
use super::super::kernel;
use super::super::shape::{Sizes, list};
use super::pick::{Positions, place};
use std::sync::Arc;

impl<T: Element> Tensor<T> {
    fallible! {
        /// The rows of this table `[rows, width]` with these numbers: `[…]` becomes `[…, width]`. The row
        /// `padding_idx`, counted from either end, gets no gradient.
        pub fn embedding | try_embedding(&self, indices: &Tensor<i64>, padding_idx: Option<isize>) -> Tensor<T> {
            let &[rows, width] = self.shape() else {
                return Err(TensorError::shape(format!("'weight' must be 2-D (its shape is {})", list(self.shape()))));
            };
            let padding = padding_idx.map(|i| match if i < 0 { i + rows as isize } else { i } {
                i if i >= 0 && (i as usize) < rows => Ok(i as i64),
                _ => Err(TensorError::value(format!("Padding_idx must be within num_embeddings ({i} of {rows})"))),
            }).transpose()?;
            let starts = indices.to_vec().into_iter().map(|i| match usize::try_from(i) {
                Ok(row) if row < rows => Ok(row * width),
                _ => Err(TensorError::index(format!("index out of range in self (row {i} of a table with {rows})"))),
            }).collect::<Result<Vec<_>>>()?;
            let at = Positions::new(starts, width);
            let mut shape = Sizes::from_slice(indices.shape());
            shape.push(width);
            let y = Tensor::owning(kernel::row_major(self, |values| at.read(values)), &shape);
            Ok(record(y, &[self], |_| Embedding {
                at,
                table: [rows, width],
                counts: padding.map(|padding| {
                    let counts = indices.to_vec().into_iter().map(|i| i != padding).collect();
                    Saved::input(&Tensor::owning(counts, &[indices.shape(), &[1]].concat()))
                }),
            }))
        }
    }
}

struct Embedding {
    at: Arc<Positions>,
    table: [usize; 2],
    /// Which rows of the result are not padding, `[…, 1]`.
    counts: Option<Saved<bool>>,
}

impl<T: Element> Backward<T> for Embedding {
    const NAME: &'static str = "EmbeddingBackward0";

    /// Each row of the table gets the sum of the cotangents of its occurrences.
    fn backward(&self, d_y: Tensor<T>, call: &Call<'_>) -> Result<Cotangents> {
        let d_y = match &self.counts {
            Some(counts) => d_y.gate(&counts.get(call)?),
            None => d_y,
        };
        one(place(&d_y, &self.at, &self.table))
    }

    fn saved_shapes(&self) -> Vec<Vec<usize>> {
        vec![vec![self.at.starts.len()]]
    }
}

impl Tensor<i64> {
    fallible! {
        /// Each number as a row with a one at its place: `[…]` becomes `[…, classes]`. Without a count there are as
        /// many classes as the largest number asks for.
        pub fn one_hot | try_one_hot(&self, num_classes: Option<usize>) -> Tensor<i64> {
            let numbers = self.to_vec();
            if let Some(negative) = numbers.iter().find(|&&n| n < 0) {
                return Err(TensorError::value(format!("Class values must be non-negative. (one is {negative})")));
            }
            let largest = numbers.iter().max().map(|&n| n as usize);
            let classes = match (num_classes, largest) {
                (Some(classes), Some(largest)) if largest >= classes => return Err(TensorError::value(format!(
                    "Class values must be smaller than num_classes. (one is {largest}, num_classes is {classes})"
                ))),
                (Some(classes), _) => classes,
                (None, Some(largest)) => largest + 1,
                (None, None) => return Err(TensorError::value(
                    "Can not infer total number of classes from empty tensor.",
                )),
            };
            let mut shape = Sizes::from_slice(self.shape());
            shape.push(classes);
            let mut values = vec![0; super::super::create::checked_numel(&shape)?];
            numbers.iter().enumerate().for_each(|(row, &n)| values[row * classes + n as usize] = 1);
            Ok(Tensor::owning(values, &shape))
        }
    }
}
