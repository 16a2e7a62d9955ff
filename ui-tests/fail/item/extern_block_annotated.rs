use autograd::differentiable;

#[differentiable]
unsafe extern "C" {
    fn cos(x: f64) -> f64;
}

fn main() {}
