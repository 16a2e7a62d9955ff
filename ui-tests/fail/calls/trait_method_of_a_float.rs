use autograd::differentiable;

trait Softplus {
    fn softplus(self) -> Self;
}
impl Softplus for f64 {
    fn softplus(self) -> f64 { self }
}
#[differentiable]
fn f(x: f64) -> f64 {
    x.softplus()
}

fn main() {}
