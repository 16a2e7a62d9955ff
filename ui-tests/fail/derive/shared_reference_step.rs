use autograd::{Differentiable, Step};

#[derive(Differentiable)]
struct Data<'a> {
    x: &'a [f64],
}

fn main() {
    let x = [1.0];
    let mut data = Data { x: &x };
    let zero = data.zero_tangent();
    data.step(&zero, 1.0);
}
