use autograd::differentiable;

#[differentiable]
fn f(x: &mut [f64]) -> f64 {
    x.sort_by(|a, b| a.total_cmp(b));
    x[0]
}

fn main() {}
