//! What an operation is checked at.

use autograd_runtime::tensor::{Tensor, gradcheck, gradgradcheck};

/// One operation of a table. `shapes` lists, for each check, the shapes of all inputs.
pub(crate) struct Entry {
    pub(crate) name: &'static str,
    pub(crate) shapes: &'static [&'static [&'static [usize]]],
    pub(crate) values: Values,
    pub(crate) run: fn(&[Tensor<f64>]) -> Vec<Tensor<f64>>,
}

/// What the inputs hold.
#[derive(Clone, Copy)]
pub(crate) enum Values {
    /// Distinct magnitudes between 0.3 and 1.5 with random signs, far from every kink.
    Generic,
    /// The same with every third element zero.
    WithZeros,
}

/// How the inputs lie in memory.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Layout {
    RowMajor,
    /// Dimensions in reversed order and every other element of the last one.
    Strided,
}

/// Shapes of one input: any, with elements, with dimensions, and matrices.
pub(crate) const ANY: &[&[&[usize]]] =
    &[&[&[]], &[&[1]], &[&[4]], &[&[0]], &[&[3, 4]], &[&[1, 3]], &[&[3, 1]], &[&[2, 0]], &[&[0, 2]], &[&[2, 1, 3]]];
pub(crate) const FILLED: &[&[&[usize]]] =
    &[&[&[]], &[&[1]], &[&[4]], &[&[3, 4]], &[&[1, 3]], &[&[3, 1]], &[&[2, 1, 3]]];
pub(crate) const RANKED: &[&[&[usize]]] =
    &[&[&[1]], &[&[4]], &[&[0]], &[&[3, 4]], &[&[1, 3]], &[&[3, 1]], &[&[2, 0]], &[&[0, 2]], &[&[2, 1, 3]]];
pub(crate) const MATRICES: &[&[&[usize]]] =
    &[&[&[3, 3]], &[&[2, 4]], &[&[4, 2]], &[&[1, 3]], &[&[1, 1]], &[&[0, 3]], &[&[2, 0]]];

impl Entry {
    /// Both orders of derivatives.
    pub(crate) fn check(&self, shapes: &[&[usize]], layout: Layout) -> Result<(), String> {
        let leaves: Vec<Tensor<f64>> =
            shapes.iter().enumerate().map(|(i, shape)| leaf(shape, layout, self.values, i as u64)).collect();
        let run = |leaves: &[Tensor<f64>]| {
            let inputs: Vec<Tensor<f64>> = leaves.iter().map(|x| seen(x, layout)).collect();
            (self.run)(&inputs)
        };
        for (x, shape) in leaves.iter().zip(shapes) {
            assert_eq!(seen(x, layout).shape(), *shape);
        }
        gradcheck(run, &leaves).map_err(|e| format!("gradcheck: {e}"))?;
        gradgradcheck(run, &leaves).map_err(|e| format!("gradgradcheck: {e}"))
    }
}

/// A leaf through which an input of this shape is seen.
fn leaf(shape: &[usize], layout: Layout, values: Values, seed: u64) -> Tensor<f64> {
    let mut stored = shape.to_vec();
    if let Layout::Strided = layout {
        stored.reverse();
        if let Some(last) = stored.last_mut() {
            *last *= 2;
        }
    }
    let n: usize = stored.iter().product();
    let mut state = 0x9e37_79b9_7f4a_7c15_u64.wrapping_mul(seed + n as u64 + 1);
    let mut random = move || {
        // xorshift64* (Vigna, 2016)
        state ^= state >> 12;
        state ^= state << 25;
        state ^= state >> 27;
        state.wrapping_mul(0x2545_f491_4f6c_dd1d) >> 33
    };
    let mut magnitudes: Vec<f64> = (0..n).map(|k| 0.3 + 1.2 * (k as f64 + 0.5) / n as f64).collect();
    for k in (1..n).rev() {
        magnitudes.swap(k, random() as usize % (k + 1));
    }
    let signed = magnitudes.into_iter().enumerate().map(|(k, m)| match values {
        Values::WithZeros if k % 3 == 0 => 0.0,
        Values::Generic | Values::WithZeros => {
            if random() % 2 == 0 {
                m
            } else {
                -m
            }
        }
    });
    Tensor::from_vec(signed.collect(), stored).requires_grad_(true)
}

fn seen(x: &Tensor<f64>, layout: Layout) -> Tensor<f64> {
    match layout {
        Layout::RowMajor => x.clone(),
        Layout::Strided if x.dim() == 0 => x.clone(),
        Layout::Strided => {
            let reversed: Vec<isize> = (0..x.dim() as isize).rev().collect();
            x.slice(-1, None, None, 2).permute(&reversed)
        }
    }
}
