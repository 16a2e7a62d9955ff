use autograd::differentiable;

#[differentiable]
fn f(x: f64) -> f64 {
    #[no_grad]
    const K: f64 = 2.0;
    x * K
}

fn main() {}
