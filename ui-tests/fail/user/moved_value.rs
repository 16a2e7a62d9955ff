use autograd::differentiable;

#[differentiable]
fn f(x: f64) -> f64 {
    let v = vec![x, x];
    let w = v;
    v[0] + w[1]
}

fn main() {}
