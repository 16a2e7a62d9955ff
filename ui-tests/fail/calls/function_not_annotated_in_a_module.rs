use autograd::differentiable;

mod geometry {
    pub fn area(r: f64) -> f64 {
        r * r
    }
}

#[differentiable]
fn f(x: f64) -> f64 {
    geometry::area(x) * 2.0
}

fn main() {}
