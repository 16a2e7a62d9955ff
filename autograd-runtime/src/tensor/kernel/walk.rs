//! From row to row of several operands that are seen under one shape.

use super::super::shape::Sizes;

/// How operands are walked together: rows along an innermost dimension, and the dimensions around them. Neighbouring
/// dimensions that every operand walks in equal steps are joined, so that rows are as long as they can be.
pub(crate) struct Walk<const N: usize> {
    /// The number of elements of a row.
    pub(crate) size: usize,
    /// The distance of the elements of a row in each operand.
    pub(crate) steps: [usize; N],
    sizes: Sizes,
    strides: [Sizes; N],
    offsets: [usize; N],
}

impl<const N: usize> Walk<N> {
    /// Over `shape`, with the strides and the first place of each operand.
    pub(crate) fn new(shape: &[usize], strides: [&[usize]; N], offsets: [usize; N]) -> Self {
        let mut sizes = Sizes::new();
        let mut joined: [Sizes; N] = std::array::from_fn(|_| Sizes::new());
        // From the innermost dimension outwards; the lists are turned round in the end.
        for d in (0..shape.len()).rev() {
            if shape[d] == 1 {
                continue;
            }
            let last = sizes.len().wrapping_sub(1);
            let continues = |n: usize| strides[n][d] == joined[n][last] * sizes[last];
            if !sizes.is_empty() && (0..N).all(continues) {
                sizes[last] *= shape[d];
                continue;
            }
            sizes.push(shape[d]);
            (0..N).for_each(|n| joined[n].push(strides[n][d]));
        }
        let (mut size, mut steps) = (1, [1; N]);
        if !sizes.is_empty() {
            size = sizes.remove(0);
            steps = std::array::from_fn(|n| joined[n].remove(0));
        }
        sizes.reverse();
        joined.iter_mut().for_each(|strides| strides.reverse());
        Self { size, steps, sizes, strides: joined, offsets }
    }

    /// Where the first row begins in the operands.
    pub(crate) fn first(&self) -> [usize; N] {
        self.offsets
    }

    /// The number of rows.
    pub(crate) fn rows(&self) -> usize {
        if self.size == 0 { 0 } else { self.sizes.iter().product() }
    }

    /// Visits the places at which every row begins in the operands, in row-major order.
    pub(crate) fn each(&self, visit: &mut dyn FnMut([usize; N])) {
        self.some(0, self.rows(), visit);
    }

    /// Visits `count` rows from row `first` on.
    pub(crate) fn some(&self, first: usize, count: usize, visit: &mut dyn FnMut([usize; N])) {
        if count == 0 {
            return;
        }
        let mut at = self.offsets;
        let mut index = Sizes::from_elem(0, self.sizes.len());
        let mut rest = first;
        for d in (0..self.sizes.len()).rev() {
            index[d] = rest % self.sizes[d];
            rest /= self.sizes[d];
            (0..N).for_each(|n| at[n] += index[d] * self.strides[n][d]);
        }
        for visited in 1.. {
            visit(at);
            if visited == count {
                return;
            }
            for d in (0..self.sizes.len()).rev() {
                index[d] += 1;
                (0..N).for_each(|n| at[n] += self.strides[n][d]);
                if index[d] < self.sizes[d] {
                    break;
                }
                (0..N).for_each(|n| at[n] -= self.strides[n][d] * self.sizes[d]);
                index[d] = 0;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(walk: &Walk<2>) -> Vec<[usize; 2]> {
        let mut seen = Vec::new();
        walk.each(&mut |at| seen.push(at));
        seen
    }

    #[test]
    fn dimensions_that_continue_each_other_are_joined() {
        // A row-major tensor and a column of it, stretched.
        let walk = Walk::new(&[2, 3, 4], [&[12, 4, 1], &[12, 4, 0]], [0, 0]);
        assert_eq!((walk.size, walk.steps, walk.rows()), (4, [1, 0], 6));
        assert_eq!(rows(&walk)[4], [16, 16]);
        let walk = Walk::new(&[2, 3, 4], [&[12, 4, 1], &[1, 0, 0]], [0, 5]);
        assert_eq!((walk.size, walk.steps, rows(&walk)), (12, [1, 0], vec![[0, 5], [12, 6]]));
        let walk = Walk::new(&[2, 3, 4], [&[12, 4, 1], &[12, 4, 1]], [7, 0]);
        assert_eq!((walk.size, walk.steps, rows(&walk)), (24, [1, 1], vec![[7, 0]]));
    }

    #[test]
    fn sizes_of_one_and_none() {
        let walk = Walk::new(&[1, 3, 1], [&[9, 2, 5], &[0, 0, 0]], [1, 2]);
        assert_eq!((walk.size, walk.steps, rows(&walk)), (3, [2, 0], vec![[1, 2]]));
        let scalar = Walk::new(&[], [&[], &[]], [3, 4]);
        assert_eq!((scalar.size, rows(&scalar)), (1, vec![[3, 4]]));
        for shape in [[0, 3], [3, 0]] {
            let empty = Walk::new(&shape, [&[3, 1], &[0, 1]], [0, 0]);
            assert_eq!(rows(&empty), Vec::<[usize; 2]>::new());
        }
    }

    #[test]
    fn a_part_of_the_rows_is_where_the_whole_has_it() {
        let walk = Walk::new(&[3, 2, 2], [&[4, 2, 1], &[1, 3, 6]], [0, 0]);
        let all = rows(&walk);
        assert_eq!(all.len(), 6);
        let mut part = Vec::new();
        walk.some(2, 3, &mut |at| part.push(at));
        assert_eq!(part, all[2..5]);
    }
}
