use autograd::differentiable;

#[differentiable]
enum Shape {
    Circle(f64),
}

fn main() {}
