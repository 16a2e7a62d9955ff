use autograd::differentiable;

#[differentiable]
fn f(x: f64) -> f64 {
    if x > 1.0 {
        return 1;
    }
    x
}

fn main() {}
