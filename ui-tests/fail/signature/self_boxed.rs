use autograd::differentiable;

#[derive(autograd::Differentiable)]
struct Layer(f64);

impl Layer {
    #[differentiable]
    fn scaled(self: Box<Self>, x: f64) -> f64 {
        x
    }
}

fn main() {}
