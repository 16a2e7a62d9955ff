use autograd::differentiable;

#[differentiable]
fn f<G: Fn(f64) -> f64>(x: f64, g: G) -> f64 {
    g(x)
}

fn main() {}
