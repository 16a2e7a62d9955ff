use autograd::differentiable;

#[differentiable]
fn f<'a>(xs: impl Iterator<Item = &'a f64>) -> f64 {
    xs.sum()
}

fn main() {}
