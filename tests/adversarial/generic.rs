//! Floats that only rustc knows to be floats: fields of generic structs, in `impl` blocks with bounds of their own.

use autograd::{Differentiable, Real, differentiable};

#[derive(Clone, Copy, Debug, PartialEq, Differentiable)]
struct Pair<T> {
    x: T,
    y: T,
}

#[differentiable]
impl<T: Real> Pair<T> {
    fn dot(&self, other: &Pair<T>) -> T {
        self.x * other.x + self.y * other.y
    }

    fn norm(&self) -> T {
        self.dot(self).sqrt()
    }

    fn weighted(self, w: &[T]) -> T {
        let mut total = -self.y / (self.x + T::from_f64(3.0));
        for (i, &w) in w.iter().enumerate() {
            total += if i % 2 == 0 { self.x * w } else { self.y - w * w };
        }
        total
    }
}

#[test]
fn methods_of_generic_structs() {
    let p = Pair { x: 3.0, y: 4.0 };
    assert_eq!(Pair { x: 0.0, y: 2.0 }.norm_grad(), PairTangent { x: 0.0, y: 1.0 });
    let (d_p, d_q) = p.dot_grad(&Pair { x: 0.5, y: -1.0 });
    assert_eq!((d_p, d_q), (PairTangent { x: 0.5, y: -1.0 }, PairTangent { x: 3.0, y: 4.0 }));
    // d[x] = y / (x + 3)² + w₀, d[y] = -1 / (x + 3) + 1, d[w] = (x, -2 w₁).
    let (d_p, d_w) = p.weighted_grad(&[2.0, 0.5]);
    assert_eq!(d_p, PairTangent { x: 4.0 / 36.0 + 2.0, y: 1.0 - 1.0 / 6.0 });
    assert_eq!(d_w, [3.0, -1.0]);
    let single = Pair { x: 3.0_f32, y: 4.0 };
    assert_eq!(single.norm_vjp().1(&single, &mut PairTangent { x: 0.0, y: 0.0 }, 1.0), ());
}

#[derive(Clone, Debug, PartialEq, Differentiable)]
struct Sized {
    scale: f64,
    #[no_grad]
    count: usize,
}

#[differentiable]
fn as_long_as_a_field(s: &Sized, x: f64) -> f64 {
    let mut memory = vec![x; s.count];
    let mut rows = vec![vec![0.0; s.count]; 2];
    for i in 0..s.count {
        memory[i] *= s.scale * i as f64;
        rows[i % 2][i] = memory[i] * x;
    }
    memory.iter().sum::<f64>() + rows[1].iter().sum::<f64>()
}

#[test]
fn lengths_that_are_fields() {
    // (0 + 1 + 2) s x + s x²
    let s = Sized { scale: 2.0, count: 3 };
    assert_eq!(as_long_as_a_field_grad(&s, 0.5), (SizedTangent { scale: 3.0 * 0.5 + 0.25 }, 6.0 + 2.0));
}
