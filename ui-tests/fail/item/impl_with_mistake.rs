use autograd::differentiable;

#[derive(autograd::Differentiable)]
struct Model;

#[differentiable]
impl Model {
    fn f(&self, x: f64) -> f64 {
        x * x.to_bits() as f64
    }
}

fn main() {}
