use autograd::differentiable;

#[differentiable]
fn f(x: f64, #[no_grad(always)] y: f64) -> f64 {
    x * y
}

fn main() {}
