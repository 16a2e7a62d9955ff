use autograd::differentiable;

#[differentiable]
fn f(data: (&[f64], f64)) -> f64 {
    data.0[0] * data.1
}

fn main() {}
