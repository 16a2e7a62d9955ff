use autograd::differentiable;

#[differentiable]
fn f(xs: &mut impl Iterator<Item = f64>) -> f64 {
    xs.sum()
}

fn main() {}
