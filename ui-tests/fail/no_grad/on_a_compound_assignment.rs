use autograd::differentiable;

#[differentiable]
fn f(x: f64) -> f64 {
    let mut y = x;
    #[no_grad]
    y += x;
    y
}

fn main() {}
