use autograd::differentiable;

#[derive(autograd::Differentiable)]
struct Point(f64);
impl Point {
    fn norm(&self) -> f64 {
        self.0
    }
}
#[differentiable]
fn f(p: &Point) -> f64 {
    p.norm() * 2.0
}

fn main() {}
