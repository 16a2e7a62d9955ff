//! The windows that pooling looks through: along each dimension, a range of input places for each output place.

use super::super::super::error::{Result, TensorError};
use super::super::super::shape::Sizes;
use super::Pool;
use std::ops::Range;

/// The windows along every dimension, `[dimension][output place]`.
#[derive(Clone, Debug)]
pub(super) struct Windows {
    pub(super) input: Sizes,
    /// Where a window begins and ends; the padding is cut off.
    pub(super) ranges: Vec<Vec<Range<usize>>>,
    /// The size of each window with its padding.
    pub(super) padded: Vec<Vec<usize>>,
    /// The distance between the places of a window.
    pub(super) dilation: Sizes,
}

impl Windows {
    /// Windows of one size, a stride apart.
    pub(super) fn strided<const N: usize>(input: &[usize], pool: &Pool<N>) -> Result<Self> {
        let mut windows = Self {
            input: Sizes::from_slice(input),
            ranges: Vec::new(),
            padded: Vec::new(),
            dilation: Sizes::from_slice(&pool.dilation),
        };
        for d in 0..N {
            let (kernel, stride, padding, dilation) =
                (pool.kernel[d], pool.stride[d], pool.padding[d], pool.dilation[d]);
            if kernel == 0 || stride == 0 || dilation == 0 {
                return Err(TensorError::value(format!(
                    "kernel size, stride and dilation should be greater than zero, but got kernel_size {:?}, stride \
                     {:?}, dilation {:?}",
                    pool.kernel, pool.stride, pool.dilation
                )));
            }
            if padding > kernel / 2 {
                return Err(TensorError::value(format!(
                    "pad should be at most half of effective kernel size, but got pad={padding}, kernel_size={kernel} \
                     and dilation={dilation}"
                )));
            }
            let (size, reach) = (input[d], dilation * (kernel - 1) + 1);
            let places = match (size + 2 * padding).checked_sub(reach) {
                None => 0,
                Some(rest) if pool.ceil_mode => {
                    let places = rest.div_ceil(stride) + 1;
                    // The last window begins inside the input or the padding before it.
                    if (places - 1) * stride >= size + padding { places - 1 } else { places }
                }
                Some(rest) => rest / stride + 1,
            };
            if places == 0 {
                return Err(TensorError::shape(format!(
                    "Given input size: {input:?}. Calculated output size is not positive along dimension {d}. Output \
                     size is too small (kernel_size {:?}, stride {:?}, padding {:?})",
                    pool.kernel, pool.stride, pool.padding
                )));
            }
            let begin = |o: usize| o * stride;
            // In padded coordinates a window is begin..begin + reach.
            let cut = |o: usize| {
                let mut start = begin(o);
                while start < padding {
                    start += dilation;
                }
                start - padding..(begin(o) + reach).min(size + padding).saturating_sub(padding)
            };
            windows.ranges.push((0..places).map(cut).collect());
            windows.padded.push((0..places).map(|o| (begin(o) + reach).min(size + 2 * padding) - begin(o)).collect());
        }
        Ok(windows)
    }

    /// Windows that divide the input into a number of parts.
    pub(super) fn adaptive(input: &[usize], output: &[usize]) -> Self {
        let part = |size: usize, places: usize| -> Vec<Range<usize>> {
            (0..places).map(|o| o * size / places..((o + 1) * size).div_ceil(places)).collect()
        };
        let ranges: Vec<Vec<Range<usize>>> = input.iter().zip(output).map(|(&i, &o)| part(i, o)).collect();
        let padded = ranges.iter().map(|windows| windows.iter().map(ExactSizeIterator::len).collect()).collect();
        Self { input: Sizes::from_slice(input), ranges, padded, dilation: Sizes::from_elem(1, input.len()) }
    }

    /// The number of windows along each dimension.
    pub(super) fn output(&self) -> Sizes {
        self.ranges.iter().map(Vec::len).collect()
    }

    /// The number of input and output places per channel.
    pub(super) fn volumes(&self) -> [usize; 2] {
        [self.input.iter().product(), self.output().iter().product()]
    }

    /// The number of the window along each dimension, for a window counted in row-major order.
    pub(super) fn index(&self, mut window: usize) -> Sizes {
        let mut at = Sizes::from_elem(0, self.ranges.len());
        for d in (0..self.ranges.len()).rev() {
            at[d] = window % self.ranges[d].len();
            window /= self.ranges[d].len();
        }
        at
    }

    /// Every input place of a window, in row-major order.
    pub(super) fn places(&self, at: &[usize], visit: &mut impl FnMut(usize)) {
        self.descend(at, 0, 0, visit);
    }

    fn descend(&self, at: &[usize], d: usize, base: usize, visit: &mut impl FnMut(usize)) {
        let range = self.ranges[d][at[d]].clone();
        let last = d + 1 == at.len();
        for place in range.step_by(self.dilation[d]) {
            let place = base * self.input[d] + place;
            if last {
                visit(place);
            } else {
                self.descend(at, d + 1, place, visit);
            }
        }
    }
}
