//! The layouts a gradient can have.

use super::Scalar;

/// The gradient of one parameter, borrowed for the time of one update.
#[derive(Debug, Clone, Copy)]
pub enum Gradient<'a, T> {
    /// No gradient has been computed: the parameter is skipped, its state included.
    Missing,
    /// One entry per entry of the parameter, in the same order.
    Dense(&'a [T]),
    /// Gradients of some rows (slices along the first axis), as an embedding produces them; all other rows are zero.
    Sparse {
        /// Row numbers, in any order; repeated rows add up.
        rows: &'a [usize],
        /// One row of values after another.
        values: &'a [T],
    },
}

/// A sparse gradient with every row named once, in ascending order.
#[derive(Debug, Clone, PartialEq)]
pub struct SparseRows<T> {
    /// Row numbers, ascending and distinct.
    pub rows: Vec<usize>,
    /// One row of `width` values after another.
    pub values: Vec<T>,
    /// Entries per row.
    pub width: usize,
}

impl<T: Scalar> SparseRows<T> {
    /// Sorts the rows and adds up repeated ones. `width` is the number of entries per row.
    ///
    /// The sort is stable, so repeated rows are added in the order given.
    pub fn coalesce(rows: &[usize], values: &[T], width: usize) -> Self {
        let mut order: Vec<usize> = (0..rows.len()).collect();
        order.sort_by_key(|&k| rows[k]);
        let mut sum = Self { rows: Vec::with_capacity(rows.len()), values: Vec::with_capacity(values.len()), width };
        for k in order {
            let row = &values[k * width..][..width];
            if sum.rows.last() == Some(&rows[k]) {
                let start = sum.values.len() - width;
                for (total, &v) in sum.values[start..].iter_mut().zip(row) {
                    *total += v;
                }
            } else {
                sum.rows.push(rows[k]);
                sum.values.extend_from_slice(row);
            }
        }
        sum
    }

    /// The same gradient with every row written out; `numel` is the size of the parameter.
    pub fn to_dense(&self, numel: usize) -> Vec<T> {
        let mut dense = vec![T::ZERO; numel];
        for (index, value) in self.entries() {
            dense[index] = value;
        }
        dense
    }

    /// Every stored entry with its position in the flat parameter.
    pub fn entries(&self) -> impl Iterator<Item = (usize, T)> + '_ {
        (self.rows.iter().zip(self.values.chunks(self.width.max(1))))
            .flat_map(move |(&row, values)| values.iter().enumerate().map(move |(j, &v)| (row * self.width + j, v)))
    }
}

/// Entries per row of a parameter of this shape.
pub(super) fn row_width(shape: &[usize]) -> usize {
    shape.iter().skip(1).product()
}
