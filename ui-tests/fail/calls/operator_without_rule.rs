use autograd::differentiable;

#[derive(Clone, autograd::Differentiable)]
struct Celsius(f64);
impl std::ops::Add for Celsius {
    type Output = Self;
    fn add(self, b: Self) -> Self { Self(self.0 + b.0) }
}
#[differentiable]
fn f(x: f64) -> f64 {
    let q = Celsius(x) + Celsius(1.0);
    q.0
}

fn main() {}
