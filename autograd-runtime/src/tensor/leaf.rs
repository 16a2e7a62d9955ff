//! A leaf as optimizers see it: elements and gradient as row-major slices, to be read or overwritten without recording.

use super::element::{Dtype, Element};
use super::handle::Tensor;
use super::kernel;
use super::shape::Layout;
use super::sparse::LeafGrad;

/// A gradient as slices.
pub(crate) enum GradSlice<'a, T> {
    Missing,
    Dense(&'a [T]),
    Sparse { rows: &'a [usize], values: &'a [T] },
}

impl<T: Dtype> Tensor<T> {
    /// Calls `write` with the elements in row-major order for overwriting, and with those of `source`. Nothing is
    /// recorded, and the write is counted. The layout must not overlap.
    pub(crate) fn overwrite<S: Dtype>(&self, source: &Tensor<S>, write: impl FnOnce(&mut [T], &[S])) {
        let (layout, from) = (&self.0.layout, &source.0.layout);
        let numel = layout.numel();
        let mut write = Some(write);
        self.0.storage.write_reading(&source.0.storage, &mut |values: &mut [T], read: &[S]| {
            let Some(write) = write.take() else { return };
            let read = if from.numel() == 0 { &[] } else { &read[from.offset..][..from.numel()] };
            if numel == 0 {
                write(&mut [], read);
            } else if layout.is_contiguous() {
                write(&mut values[layout.offset..][..numel], read);
            } else {
                let mut row_major = kernel::gather(layout, values);
                write(&mut row_major, read);
                kernel::assign(layout, values, &Layout::contiguous(&layout.shape), &row_major);
            }
        });
        self.0.storage.bump();
    }

    /// Whether several elements share one place in memory, as after `expand`.
    pub(crate) fn overlaps(&self) -> bool {
        self.0.layout.overlaps()
    }

    /// These elements as a row-major tensor in another storage than `other`'s; a copy only where they are not that.
    fn beside<S: Dtype>(&self, other: &Tensor<S>) -> Self {
        let other: &dyn std::any::Any = other;
        let shared = other.downcast_ref::<Self>().is_some_and(|other| self.shares_storage(other));
        if shared || !self.is_contiguous() { self.copied() } else { self.clone() }
    }
}

impl<T: Element> Tensor<T> {
    /// Shows the elements and the gradient.
    pub(crate) fn read_with_grad(&self, visit: impl FnOnce(&[T], GradSlice<'_, T>)) {
        let (grad, rows) = self.grad_parts();
        self.with_slice(|values| match (&grad, &rows) {
            (None, _) => visit(values, GradSlice::Missing),
            (Some(grad), None) => grad.with_slice(|grad| visit(values, GradSlice::Dense(grad))),
            (Some(grad), Some(rows)) => grad.with_slice(|grad| visit(values, GradSlice::Sparse { rows, values: grad })),
        });
    }

    /// Shows the elements for overwriting, and the gradient.
    pub(crate) fn update_with_grad(&self, visit: impl FnOnce(&mut [T], GradSlice<'_, T>)) {
        match self.grad_parts() {
            (None, _) => self.overwrite(&Tensor::<T>::zeros([0]), |values, _| visit(values, GradSlice::Missing)),
            (Some(grad), None) => {
                self.overwrite(&grad.beside(self), |values, grad| visit(values, GradSlice::Dense(grad)));
            }
            (Some(grad), Some(rows)) => {
                self.overwrite(&grad.beside(self), |values, grad| {
                    visit(values, GradSlice::Sparse { rows: &rows, values: grad });
                });
            }
        }
    }

    /// Shows the stored entries of the gradient for overwriting. Not called back when there is none.
    pub(crate) fn update_grad(&self, visit: impl FnOnce(&mut [T])) {
        let Some(extra) = self.0.extra.get() else { return };
        let mut state = extra.state.lock();
        let entries = match &mut state.grad {
            None => return,
            Some(LeafGrad::Sparse(grad)) => grad.values().clone(),
            Some(LeafGrad::Dense(grad)) => {
                if grad.overlaps() || grad.shares_storage(self) {
                    *grad = grad.copied();
                }
                grad.clone()
            }
        };
        drop(state);
        entries.overwrite(&Tensor::<T>::zeros([0]), |entries, _| visit(entries));
    }

    /// The stored entries of the gradient and, where they are not all, the rows they belong to.
    fn grad_parts(&self) -> (Option<Self>, Option<Vec<usize>>) {
        let Some(extra) = self.0.extra.get() else { return (None, None) };
        match &extra.state.lock().grad {
            None => (None, None),
            Some(LeafGrad::Dense(grad)) => (Some(grad.clone()), None),
            Some(LeafGrad::Sparse(grad)) => (Some(grad.values().clone()), Some(grad.rows().to_vec())),
        }
    }
}
