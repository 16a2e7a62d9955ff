//! Which input element meets which kernel element: the sizes of a convolution and the walk over its windows.

use super::super::super::element::Element;
use super::super::super::error::{Result, TensorError};
use super::super::super::shape::Sizes;

/// The sizes of a convolution in its spatial dimensions.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Geometry {
    pub(super) input: Sizes,
    pub(super) kernel: Sizes,
    pub(super) output: Sizes,
    pub(super) stride: Sizes,
    pub(super) padding: Sizes,
    pub(super) dilation: Sizes,
    pub(super) groups: usize,
}

/// A run of output places along the last dimension that read the input, not the padding.
struct Run {
    column: usize,
    input: usize,
    length: usize,
}

impl Geometry {
    /// Output place `o` reads input places `o·stride + k·dilation - padding`.
    pub(super) fn new(
        input: &[usize],
        kernel: &[usize],
        [stride, padding, dilation]: [&[usize]; 3],
        groups: usize,
    ) -> Result<Self> {
        check_steps(stride, dilation, groups)?;
        let mut output = Sizes::new();
        for d in 0..input.len() {
            let padded = input[d] + 2 * padding[d];
            let reach = dilation[d] * kernel[d].saturating_sub(1) + 1;
            if kernel[d] == 0 || padded < reach {
                let times = |sizes: Vec<usize>| sizes.iter().map(usize::to_string).collect::<Vec<_>>().join(" x ");
                return Err(TensorError::shape(format!(
                    "Calculated padded input size per channel: ({}). Kernel size: ({}). Kernel size can't be greater \
                     than actual input size",
                    times((0..input.len()).map(|d| input[d] + 2 * padding[d]).collect()),
                    times((0..kernel.len()).map(|d| dilation[d] * kernel[d].saturating_sub(1) + 1).collect()),
                )));
            }
            output.push((padded - reach) / stride[d] + 1);
        }
        let copy = Sizes::from_slice;
        Ok(Self {
            input: copy(input),
            kernel: copy(kernel),
            output,
            stride: copy(stride),
            padding: copy(padding),
            dilation: copy(dilation),
            groups,
        })
    }

    /// The number of input, kernel and output places per channel.
    pub(super) fn volumes(&self) -> [usize; 3] {
        [&self.input, &self.kernel, &self.output].map(|sizes| sizes.iter().product())
    }

    /// Whether the columns are the input itself, as for kernels of size one.
    pub(super) fn is_pointwise(&self) -> bool {
        let all = |sizes: &[usize], value| sizes.iter().all(|&size| size == value);
        all(&self.kernel, 1) && all(&self.stride, 1) && all(&self.padding, 0)
    }

    /// The columns of one image: element `[channel, kernel place, output place]` is what that kernel place reads, and
    /// zero in the padding. With them a convolution is a matrix product.
    pub(super) fn unfold<T: Element>(&self, image: &[T], channels: usize, columns: &mut [T]) {
        columns.fill(T::zero());
        let step = self.stride.last().copied().unwrap_or(1);
        self.runs(channels, |Run { column, input, length }| {
            let target = &mut columns[column..][..length];
            if step == 1 {
                return target.copy_from_slice(&image[input..][..length]);
            }
            target.iter_mut().zip(image[input..].iter().step_by(step)).for_each(|(c, &x)| *c = x);
        });
    }

    /// The transpose of [`unfold`](Self::unfold): adds every column element to the place it was read from.
    pub(super) fn fold<T: Element>(&self, columns: &[T], channels: usize, image: &mut [T]) {
        let step = self.stride.last().copied().unwrap_or(1);
        self.runs(channels, |Run { column, input, length }| {
            let source = &columns[column..][..length];
            image[input..].iter_mut().step_by(step).zip(source).for_each(|(x, &c)| *x += c);
        });
    }

    fn runs(&self, channels: usize, mut visit: impl FnMut(Run)) {
        let [image, kernel, output] = self.volumes();
        let last = self.input.len() - 1;
        let row = self.output[last];
        let rows = output.checked_div(row).unwrap_or(0);
        for place in 0..channels * kernel {
            let (channel, offsets) = (place / kernel, index(place % kernel, &self.kernel));
            // o·stride + shift lies in 0..size for o in first..end.
            let shift = offsets[last] * self.dilation[last];
            let first = self.padding[last].saturating_sub(shift).div_ceil(self.stride[last]);
            let end =
                (self.input[last] + self.padding[last]).saturating_sub(shift).div_ceil(self.stride[last]).min(row);
            if first >= end {
                continue;
            }
            for r in 0..rows {
                let Some(start) = self.row_start(r, &offsets) else { continue };
                visit(Run {
                    column: place * output + r * row + first,
                    input: channel * image
                        + start * self.input[last]
                        + (first * self.stride[last] + shift - self.padding[last]),
                    length: end - first,
                });
            }
        }
    }

    /// Which row of the input the row `r` of the output reads at a kernel place; `None` in the padding.
    fn row_start(&self, r: usize, offsets: &[usize]) -> Option<usize> {
        let outer = self.input.len() - 1;
        let place = index(r, &self.output[..outer]);
        let mut start = 0;
        for d in 0..outer {
            let at = (place[d] * self.stride[d] + offsets[d] * self.dilation[d]).checked_sub(self.padding[d])?;
            if at >= self.input[d] {
                return None;
            }
            start = start * self.input[d] + at;
        }
        Some(start)
    }
}

/// The index of the `k`-th element of a row-major array.
fn index(mut k: usize, shape: &[usize]) -> Sizes {
    let mut at = Sizes::from_elem(0, shape.len());
    for d in (0..shape.len()).rev() {
        at[d] = k % shape[d].max(1);
        k /= shape[d].max(1);
    }
    at
}

pub(super) fn check_steps(stride: &[usize], dilation: &[usize], groups: usize) -> Result<()> {
    if stride.contains(&0) {
        return Err(TensorError::value(format!("non-positive stride is not supported (stride is {stride:?})")));
    }
    if dilation.contains(&0) {
        return Err(TensorError::value(format!("dilation should be greater than zero (dilation is {dilation:?})")));
    }
    if groups == 0 {
        return Err(TensorError::value("non-positive groups is not supported (groups is 0)"));
    }
    Ok(())
}
