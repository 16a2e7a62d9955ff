//! Rows of a table by number, and numbers as rows of the identity.

use super::super::element::Element;
use super::super::error::{Result, TensorError};
use super::super::graph::node::{Call, Cotangents};
use super::super::graph::record::{Backward, one, record};
use super::super::graph::saved::Saved;
use super::super::handle::Tensor;
use super::super::kernel;
use super::super::shape::{Sizes, list};
use super::super::sparse::SparseGrad;
use super::pick::{Positions, place};
use smallvec::smallvec;
use std::sync::Arc;

impl<T: Element> Tensor<T> {
    fallible! {
        /// The rows of this table `[rows, width]` with these numbers: `[…]` becomes `[…, width]`. The row
        /// `padding_idx`, counted from either end, gets no gradient.
        pub fn embedding | try_embedding(&self, indices: &Tensor<i64>, padding_idx: Option<isize>) -> Tensor<T> {
            embed(self, indices, padding_idx, false)
        }

        /// [`embedding`](Self::embedding) whose gradient is [sparse](SparseGrad): it names the rows used and no others.
        pub fn embedding_sparse | try_embedding_sparse(
            &self, indices: &Tensor<i64>, padding_idx: Option<isize>,
        ) -> Tensor<T> {
            embed(self, indices, padding_idx, true)
        }
    }
}

#[track_caller]
fn embed<T: Element>(
    table: &Tensor<T>,
    indices: &Tensor<i64>,
    padding_idx: Option<isize>,
    sparse: bool,
) -> Result<Tensor<T>> {
    let &[rows, width] = table.shape() else {
        return Err(TensorError::shape(format!("'weight' must be 2-D (its shape is {})", list(table.shape()))));
    };
    let padding = padding_idx.map(|i| match if i < 0 { i + rows as isize } else { i } {
        i if i >= 0 && (i as usize) < rows => Ok(i as usize),
        _ => Err(TensorError::value(format!("Padding_idx must be within num_embeddings ({i} of {rows})"))),
    });
    let padding = padding.transpose()?;
    let numbers = indices.to_vec().into_iter().map(|i| match usize::try_from(i) {
        Ok(row) if row < rows => Ok(row),
        _ => Err(TensorError::index(format!("index out of range in self (row {i} of a table with {rows})"))),
    });
    let numbers = numbers.collect::<Result<Vec<_>>>()?;
    let at = Positions::new(numbers.iter().map(|&row| row * width).collect(), width);
    let mut shape = Sizes::from_slice(indices.shape());
    shape.push(width);
    let y = Tensor::owning(kernel::row_major(table, |values| at.read(values)), &shape);
    if sparse {
        return Ok(record(y, &[table], |_| SparseEmbedding { numbers, padding, table: [rows, width] }));
    }
    Ok(record(y, &[table], |_| Embedding {
        at,
        table: [rows, width],
        counts: padding.map(|padding| {
            let counts = numbers.iter().map(|&row| row != padding).collect();
            Saved::input(&Tensor::owning(counts, &[indices.shape(), &[1]].concat()))
        }),
    }))
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

struct SparseEmbedding {
    numbers: Vec<usize>,
    padding: Option<usize>,
    table: [usize; 2],
}

impl<T: Element> Backward<T> for SparseEmbedding {
    const NAME: &'static str = "EmbeddingBackward0";

    /// The cotangents of the occurrences, with the numbers of their rows; padding is left out.
    fn backward(&self, d_y: Tensor<T>, _: &Call<'_>) -> Result<Cotangents> {
        let mut d_rows = d_y.try_reshape_to(&[self.numbers.len(), self.table[1]])?;
        let mut numbers = self.numbers.clone();
        if let Some(padding) = self.padding
            && numbers.contains(&padding)
        {
            let kept: Vec<i64> = (0..).zip(&numbers).filter(|&(_, &row)| row != padding).map(|(k, _)| k).collect();
            d_rows = d_rows.try_index_select(0, &Tensor::from_slice(&kept))?;
            numbers.retain(|&row| row != padding);
        }
        Ok(smallvec![Some(T::wrap_sparse(SparseGrad::new(numbers, d_rows, &self.table)))])
    }

    fn saved_shapes(&self) -> Vec<Vec<usize>> {
        vec![vec![self.numbers.len()]]
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
