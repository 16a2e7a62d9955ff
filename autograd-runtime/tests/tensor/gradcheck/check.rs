//! What is checked of each entry of a table.

use autograd_runtime::tensor::{Generator, GradcheckOptions, Tensor, gradcheck, gradgradcheck_with, no_grad};

pub(crate) type T = Tensor<f64>;

/// Where the numbers of an input lie: between two bounds, and not near points without a derivative.
pub(crate) struct Domain(pub(crate) f64, pub(crate) f64, pub(crate) &'static [f64]);

/// One operation.
pub(crate) struct Entry {
    pub(crate) name: &'static str,
    /// One per input.
    pub(crate) domains: &'static [Domain],
    /// Shapes of the inputs, one list per run.
    pub(crate) shapes: &'static [&'static [&'static [usize]]],
    pub(crate) call: fn(&[T]) -> T,
}

/// How the elements of an input lie in its storage.
#[derive(Clone, Copy, Debug)]
enum Layout {
    RowMajor,
    /// The dimensions in reverse order.
    Transposed,
    /// Every second element of a longer last dimension; the middle of three for a scalar.
    Strided,
}

impl Layout {
    /// The shape of the tensor that an input of this shape is a view of.
    fn base(self, shape: &[usize]) -> Vec<usize> {
        let mut base = shape.to_vec();
        match (self, base.last_mut()) {
            (Self::RowMajor, _) => {}
            (Self::Transposed, _) => base.reverse(),
            (Self::Strided, Some(last)) => *last = 2 * *last + 1,
            (Self::Strided, None) => base.push(3),
        }
        base
    }

    fn view(self, base: &T, rank: usize) -> T {
        match self {
            Self::RowMajor => base.clone(),
            Self::Transposed => base.permute(&(0..rank as isize).rev().collect::<Vec<_>>()),
            Self::Strided if rank == 0 => base.select(0, 1),
            Self::Strided => base.slice(-1, Some(1), None, 2),
        }
    }
}

/// Checks all entries and reports all that fail.
pub(crate) fn all(entries: &[Entry]) {
    let mut generator = Generator::seeded(20_240_501);
    let mut failures = Vec::new();
    let mut runs = 0;
    for entry in entries {
        for shapes in entry.shapes {
            assert_eq!(shapes.len(), entry.domains.len(), "{}: shapes and domains", entry.name);
            for layout in [Layout::RowMajor, Layout::Transposed, Layout::Strided] {
                runs += 1;
                if let Err(text) = one(entry, shapes, layout, &mut generator) {
                    failures.push(format!("{} {shapes:?} {layout:?}: {text}", entry.name));
                }
            }
        }
    }
    assert!(runs >= entries.len(), "an entry has no shapes");
    assert!(failures.is_empty(), "{} of {runs} runs fail:\n{}", failures.len(), failures.join("\n"));
}

/// Checks entries whose inputs broadcast at shapes drawn at random: up to three dimensions of sizes zero to three, of
/// which each input may lack the first and have size one in others.
pub(crate) fn at_random_shapes<'a>(entries: impl Iterator<Item = &'a Entry>) {
    let mut generator = Generator::seeded(20_250_117);
    let mut failures = Vec::new();
    for entry in entries {
        for layout in [Layout::RowMajor, Layout::Transposed, Layout::Strided] {
            let shapes = random_shapes(entry.domains.len(), &mut generator);
            let shapes: Vec<&[usize]> = shapes.iter().map(Vec::as_slice).collect();
            if let Err(text) = one(entry, &shapes, layout, &mut generator) {
                failures.push(format!("{} {shapes:?} {layout:?}: {text}", entry.name));
            }
        }
    }
    assert!(failures.is_empty(), "{} fail:\n{}", failures.len(), failures.join("\n"));
}

fn random_shapes(inputs: usize, generator: &mut Generator) -> Vec<Vec<usize>> {
    let mut below = |n: usize| (generator.uniform() * n as f64) as usize;
    // One dimension in eight is empty.
    let shape: Vec<usize> = (0..below(4)).map(|_| if below(8) == 0 { 0 } else { 1 + below(3) }).collect();
    (0..inputs)
        .map(|_| {
            let kept = &shape[below(shape.len() + 1)..];
            kept.iter().map(|&size| if below(3) == 0 { 1 } else { size }).collect()
        })
        .collect()
}

fn one(entry: &Entry, shapes: &[&[usize]], layout: Layout, generator: &mut Generator) -> Result<(), String> {
    let bases: Vec<T> = shapes
        .iter()
        .zip(entry.domains)
        .map(|(shape, domain)| {
            let base = layout.base(shape);
            let n = base.iter().product();
            Tensor::from_vec((0..n).map(|_| draw(domain, generator)).collect(), base).requires_grad_(true)
        })
        .collect();
    let views = |bases: &[T]| bases.iter().zip(shapes).map(|(b, s)| layout.view(b, s.len())).collect::<Vec<_>>();
    let plain = no_grad(|| {
        let copies: Vec<T> = views(&bases).iter().map(|v| Tensor::from_vec(v.to_vec(), v.shape())).collect();
        (entry.call)(&copies)
    });
    let seen = no_grad(|| (entry.call)(&views(&bases)));
    let same = |a: f64, b: f64| (a - b).abs() <= 1e-13 * a.abs().max(1.0) || a == b || (a.is_nan() && b.is_nan());
    if plain.shape() != seen.shape() || !plain.to_vec().into_iter().zip(seen.to_vec()).all(|(a, b)| same(a, b)) {
        return Err(format!("views change the value: {seen} instead of {plain}"));
    }
    let f = |bases: &[T]| vec![(entry.call)(&views(bases))];
    gradcheck(f, &bases).map_err(|e| format!("first order: {e}"))?;
    // Second differences of curved functions lose digits.
    let options = GradcheckOptions { atol: 1e-4, ..GradcheckOptions::default() };
    gradgradcheck_with(f, &bases, options).map_err(|e| format!("second order: {e}"))
}

/// A number of the domain, at least 0.02 away from its kinks.
fn draw(domain: &Domain, generator: &mut Generator) -> f64 {
    let Domain(low, high, kinks) = domain;
    loop {
        let x = low + (high - low) * generator.uniform();
        if kinks.iter().all(|kink| (x - kink).abs() > 0.02) {
            return x;
        }
    }
}
